"""One row of a file of tasks: where its post is, and whether its cells make a task."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from organisasi.services.baris_impor import BarisImpor
from penilaian.columns.abk import SEL_TUGAS
from penilaian.kernel.abk import PERIODE_BERKAS, Periode, Tugas, dari_tugas
from penilaian.kernel.abk_baca import NORMA, VOLUME, baca_tugas
from penilaian.kernel.hitungan import angka, desimal
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.services.abk_acuan import Acuan, Posisi, kunci_uraian
from penilaian.services.perhitungan import DIGIT
from toolkit.nilai import kunci_id

# One task that asks for more people than any office has was mistyped; it would also not fit.
ORANG_PALING_BANYAK = 1_000
ANGKA_PALING_BESAR = 10_000_000


def posisi_baris(baris: BarisImpor, acuan: Acuan) -> Posisi | None:
    """The keys of unit and jabatan, when the register knows both."""
    unit = acuan.unit.get(kunci_id(baris.isi["unor_id"]) or "")
    jabatan = acuan.jabatan.get(kunci_id(baris.isi["jabatan_id"]) or "")
    return None if unit is None or jabatan is None else (unit.pk, jabatan.pk)


def periksa_sel(
    baris: BarisImpor,
    acuan: Acuan,
    k: KetentuanKebutuhan,
    *,
    boleh: Collection[Periode] = PERIODE_BERKAS,
) -> None:
    """Put ``tugas`` and ``posisi`` into the row, or say why it cannot be used.

    A period that is not among ``boleh`` may stay where the register has it for that very task.
    """
    _periksa_posisi(baris, acuan)
    sudah = {m.kolom for m in baris.masalah if m.tingkat == "tolak"}
    boleh = {*boleh, *_periode_kini(baris, acuan)}
    terbaca = baca_tugas(**{key: baris.isi[key] for key in SEL_TUGAS}, boleh=boleh)
    for satu in terbaca.temuan:
        if satu.kolom not in sudah:  # a cell the reader refused is not also called empty
            baris.tolak(satu.kolom, satu.kode, satu.pesan)
    if terbaca.tugas is None or baris.ditolak:
        return
    tugas = _terbatas(baris, terbaca.tugas)
    if not baris.ditolak:
        orang = dari_tugas([tugas], k).nilai
        if orang > ORANG_PALING_BANYAK:
            pesan = (
                f"Tugas ini saja memerlukan {angka(orang, 0)} orang. Periksa volume, periode, "
                "dan norma waktunya."
            )
            baris.tolak(VOLUME, "beban_tak_wajar", pesan)
    baris.isi["tugas"] = tugas
    baris.isi["posisi"] = posisi_baris(baris, acuan)


def _periode_kini(baris: BarisImpor, acuan: Acuan) -> set[Periode]:
    posisi = posisi_baris(baris, acuan)
    uraian = kunci_uraian(baris.isi["uraian"] or "")
    lama = acuan.tugas.get(posisi, {}).get(uraian) if posisi else None
    return set() if lama is None else {lama.baris.tugas.periode}


def _periksa_posisi(baris: BarisImpor, acuan: Acuan) -> None:
    kunci_unit, kunci_jabatan = (kunci_id(baris.isi[k]) for k in ("unor_id", "jabatan_id"))
    unit = acuan.unit.get(kunci_unit or "")
    jabatan = acuan.jabatan.get(kunci_jabatan or "")
    if kunci_unit and unit is None:
        baris.tolak_unor_asing()
    elif unit is not None and unit.ditutup:
        baris.ingatkan_unor_ditutup(unit.ditutup)
    if kunci_jabatan and jabatan is None:
        pesan = "Jabatan dengan ID ini tidak dikenal. Periksa ID-nya, atau impor referensinya."
        baris.tolak("JABATAN ID", "jabatan_tidak_dikenal", pesan)
    elif jabatan and jabatan.unit_id and unit is not None and jabatan.unit_id != unit.pk:
        pesan = "Jabatan struktural ini milik unit lain."
        baris.tolak("JABATAN ID", "jabatan_unit_lain", pesan)


def _terbatas(baris: BarisImpor, tugas: Tugas) -> Tugas:
    """With figures as the register keeps them; says which were cut or cannot be kept."""
    return replace(
        tugas,
        volume=_angka(baris, tugas.volume, VOLUME, "volume", boleh_nol=True),
        norma=_angka(baris, tugas.norma, NORMA, "norma", boleh_nol=False),
    )


def _angka(
    baris: BarisImpor, nilai: Fraction, kolom: str, awal: str, *, boleh_nol: bool
) -> Fraction:
    if nilai > ANGKA_PALING_BESAR:
        pesan = f"Paling besar {angka(ANGKA_PALING_BESAR)}."
        baris.tolak(kolom, f"{awal}_tak_wajar", pesan)
        return nilai
    bulat = Fraction(desimal(nilai, DIGIT))
    if bulat == 0 and not boleh_nol:
        baris.tolak(kolom, f"{awal}_nol", "Norma waktu nol; isi menit untuk satu hasil.")
    elif bulat != nilai:
        pesan = f"Disimpan dan dihitung dengan {DIGIT} angka di belakang koma: {angka(bulat, 6)}."
        baris.ingatkan(kolom, "angka_dibulatkan", pesan)
    return bulat

"""Kind ``abk``: the task rows of posts, decided on paper; applied, they are final.

A file is the whole list of tasks of every post it names: a task it no longer holds is gone from the
post's next version (and stays in the earlier one). Two exceptions keep tasks that are merely not
spoken of: a workbook of refused rows brings rows back beside the others, and a post one of whose
rows is refused loses nothing until its list can be read whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.services.baris_impor import BarisImpor, baca, hitung, tolak_ganda
from pegawai.models import Formasi
from pegawai.services.tempat import ada_padanan
from penilaian.columns.abk import ABK, ABK_BUKU, SEL_TUGAS
from penilaian.kernel.abk import PERIODE_BERKAS, Periode
from penilaian.kernel.abk_baca import NORMA, PERIODE, SATUAN, URAIAN, VOLUME
from penilaian.kernel.hitungan import desimal
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.abk_acuan import Acuan, Lama, Posisi, kunci_uraian
from penilaian.services.abk_catatan import catatan_berkas
from penilaian.services.abk_sel import periksa_sel, posisi_baris
from penilaian.services.buku_abk import baris_buku
from penilaian.services.formasi import formasi_di
from penilaian.services.kebutuhan import tegaskan_kebutuhan
from penilaian.services.perhitungan import DIGIT, BarisUraian, beban_jabatan, tulis_final
from penilaian.services.terhitung import selaraskan
from toolkit.lembar import KOLOM_ALASAN, Tabel
from toolkit.tabular import kunci_kepala


@dataclass
class Muatan:
    """Posts whose tasks differ from the register, with their new list; posts that stay."""

    tulis: dict[Posisi, list[BarisUraian]] = field(default_factory=dict)
    sama: list[Posisi] = field(default_factory=list)


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read the tasks, find their posts, compare with the version in force."""
    return lihat_berkas(tabel, konteks, Acuan.muat(per=konteks.per))


def lihat_berkas(
    tabel: Tabel,
    konteks: Konteks,
    acuan: Acuan,
    *,
    boleh: Collection[Periode] = PERIODE_BERKAS,
    jaga: Callable[[Mapping[Posisi, Sequence[BarisImpor]], bool], None] | None = None,
) -> Hasil:
    """Read the tasks, find their posts, compare with the tasks ``acuan`` knows.

    ``jaga(rows by post, whether they are only a part of its list)`` may refuse rows beforehand.
    """
    k = tetapan_kebutuhan(per=konteks.per)
    semua, kosong = _terisi(baca(tabel, konteks, boleh_kosong=SEL_TUGAS))
    for baris in semua:
        periksa_sel(baris, acuan, k, boleh=boleh)
    tolak_ganda(semua, _kunci, kolom=URAIAN, kode="tugas_ganda", apa="Tugas")
    hasil, muatan = Hasil(), Muatan()
    per_posisi: dict[Posisi, list[BarisImpor]] = defaultdict(list)
    for baris in semua:
        posisi = posisi_baris(baris, acuan)
        if posisi is not None:
            per_posisi[posisi].append(baris)
    tambahan = kunci_kepala(KOLOM_ALASAN) in {kunci_kepala(h) for h in tabel.kepala}
    if jaga is not None:
        jaga(per_posisi, tambahan)
    hitung(hasil, semua)
    for posisi, rows in per_posisi.items():
        _banding(hasil, muatan, posisi, rows, acuan, tambahan=tambahan)
    hasil.catatan += catatan_berkas(
        hasil, muatan.tulis, muatan.sama, acuan, k, kosong=kosong, per=konteks.per
    )
    hasil.muatan = muatan
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Make missing posts, write the next version of each changed one, confirm the others."""
    muatan: Muatan = hasil.muatan
    dasar = f"Impor ABK {konteks.sumber}"[:255]
    posts = formasi_di(muatan.tulis)
    if ada_padanan():
        selaraskan(per=konteks.per)
    k, aturan = tetapan_kebutuhan(per=konteks.per), ketentuan(per=konteks.per)
    beban = [
        beban_jabatan(posts[posisi], baris, k, aturan) for posisi, baris in muatan.tulis.items()
    ]
    tulis_final(beban, sumber=SumberKebutuhan.ABK, per=konteks.per, dasar=dasar, oleh=konteks.oleh)
    # The same tasks decided again are a younger decision.
    tegaskan_kebutuhan(_pk_sama(muatan.sama, konteks.per), per=konteks.per, dasar=dasar)


def _terisi(semua: Iterator[BarisImpor]) -> tuple[list[BarisImpor], int]:
    """Rows with a task; a line of the template that nobody filled in is a blank one."""
    terisi, kosong = [], 0
    for baris in semua:
        if baris.ditolak or any(baris.isi[key] is not None for key in SEL_TUGAS):
            terisi.append(baris)
        else:
            kosong += 1
    return terisi, kosong


def _kunci(baris: BarisImpor) -> tuple[Posisi, str] | None:
    return None if baris.ditolak else (baris.isi["posisi"], kunci_uraian(baris.isi["uraian"]))


def _banding(
    hasil: Hasil,
    muatan: Muatan,
    posisi: Posisi,
    rows: Sequence[BarisImpor],
    acuan: Acuan,
    *,
    tambahan: bool,
) -> None:
    """One post: what its rows change, what is gone, and the list it will have."""
    lama = acuan.tugas.get(posisi, {})
    terima = {kunci_uraian(b.isi["uraian"]): b for b in rows if not b.ditolak}
    berubah = False
    for kunci, baris in terima.items():
        berubah |= _banding_baris(hasil, posisi, baris, lama.get(kunci), acuan)
    sisa = [satu for kunci, satu in lama.items() if kunci not in terima]
    if not tambahan and all(not b.ditolak for b in rows):
        for satu in sisa:
            hasil.keluar += 1
            nama = _nama(satu.uraian, posisi, acuan)
            hasil.rincian.append(Perubahan("keluar", acuan.kunci(posisi), nama))
        berubah |= bool(sisa)
        sisa = []
    if berubah:
        muatan.tulis[posisi] = [
            *(_uraian(b, lama.get(kunci)) for kunci, b in terima.items()),
            *(satu.baris for satu in sisa),
        ]
    elif terima:
        muatan.sama.append(posisi)


def _banding_baris(
    hasil: Hasil, posisi: Posisi, baris: BarisImpor, lama: Lama | None, acuan: Acuan
) -> bool:
    """Whether the row says something new."""
    nama = _nama(baris.isi["uraian"], posisi, acuan)
    if lama is None:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", acuan.kunci(posisi), nama, baris.nomor))
        return True
    beda = [
        (kolom, _polos(dulu), _polos(kini))
        for kolom, dulu, kini in zip(_BANDING, lama.isi, isi_baris(baris), strict=True)
        if dulu != kini
    ]
    if not beda:
        hasil.sama += 1
        return False
    hasil.berubah += 1
    for kolom, _, _ in beda:
        hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
    hasil.rincian.append(Perubahan("berubah", acuan.kunci(posisi), nama, baris.nomor, tuple(beda)))
    return True


_BANDING = (URAIAN, SATUAN, VOLUME, PERIODE, NORMA)


def isi_baris(baris: BarisImpor) -> tuple[Any, ...]:
    t = baris.isi["tugas"]
    return (
        t.uraian, t.satuan, desimal(t.volume, DIGIT), t.periode.value, desimal(t.norma, DIGIT)
    )  # fmt: skip


def _uraian(baris: BarisImpor, lama: Lama | None) -> BarisUraian:
    """What was written beside a task stays with it."""
    tugas = baris.isi["tugas"]
    return BarisUraian(tugas) if lama is None else replace(lama.baris, tugas=tugas)


def _nama(uraian: str, posisi: Posisi, acuan: Acuan) -> str:
    return f"{uraian[:100]} · {acuan.nama(posisi)}"[:255]


def _polos(nilai: Any) -> Any:
    return f"{nilai.normalize():f}" if isinstance(nilai, Decimal) else nilai


def _pk_sama(posisi: Sequence[Posisi], per: date) -> list[int]:
    sama = set(posisi)
    rows = Kebutuhan.objects.filter(sumber=SumberKebutuhan.ABK, per__lt=per).order_by()
    isi = rows.values_list("pk", "asal__unit", "asal__jabatan")
    return [pk for pk, unit, jabatan in isi if (unit, jabatan) in sama]


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Every task in force under its post; a post without any is one line to fill in."""
    return baris_buku(Formasi.objects.all(), draf=False)


PETUNJUK_ABK = (
    (URAIAN, "Satu tugas per baris; satu tugas hanya sekali dalam satu jabatan."),
    (SATUAN, "Hasil yang dapat dihitung: berkas, laporan, layanan; bukan satuan waktu."),
    (VOLUME, "Banyaknya hasil dalam satu periode."),
    (PERIODE, "hari, minggu, bulan, atau tahun."),
    (NORMA, "Menit kerja untuk satu hasil. Tulis 90, bukan 1,5 jam."),
    ("Baris lain", "Berkas memuat daftar lengkap tugas setiap jabatan yang disebutnya: tugas "
     "yang tidak ada lagi di berkas tidak ikut versi berikutnya. Baris yang belum diisi "
     "dilewati."),
)  # fmt: skip
IMPOR_ABK = JenisImpor(
    kode="abk",
    label="Uraian tugas (ABK)",
    keterangan=(
        "Uraian tugas per jabatan dengan volume, periode, dan norma waktu; menghasilkan kebutuhan "
        "menurut beban kerja."
    ),
    izin=Izin.IMPOR_KEBUTUHAN,
    kolom=ABK_BUKU,
    susunan=(ABK, ABK_BUKU),
    templat=ABK,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK_ABK,
    urutan=65,
)  # fmt: skip

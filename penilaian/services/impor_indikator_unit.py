"""Kind ``indikator-unit``: targets and values of unit indicators for one period, a row each.

Bound row by row by the reach of whoever brings the file. A new code makes a new indicator; unit of
measure, direction and source of a known one never change by a file, for past values rest on them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from penilaian.columns.indikator_unit import (
    ARAH,
    INDIKATOR_UNIT,
    KODE,
    NAMA,
    NILAI,
    PETUNJUK,
    SATUAN,
    SUMBER,
    TARGET,
    UNIT,
    UNOR,
)
from penilaian.models import ArahKriteria, CapaianUnit, IndikatorUnit, PeriodeKinerja
from penilaian.policies.indikator_unit import angka_mustahil, indikator_tim_sendiri
from penilaian.policies.periode import terbuka
from penilaian.services.indikator_unit import isi_capaian, isi_indikator
from penilaian.services.periode import kunci_periode
from penilaian.tindakan_nilai import INDIKATOR_UNIT_DICATAT
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id
from toolkit.tabular import BerkasDitolak

JUDUL = {"target": TARGET, "nilai": NILAI}
_TETAP = {"sumber": SUMBER, "satuan": SATUAN, "arah": ARAH}
_DILUAR = "{} di luar wilayah tugas Anda; mintakan kepada pengelolanya."


@dataclass
class Muatan:
    """New indicators, and the results of the period."""

    indikator: list[IndikatorUnit]
    capaian: Rencana[CapaianUnit]


@dataclass(frozen=True)
class _Acuan:
    """What the cells stand for, and how far the actor reaches."""

    unit: Mapping[str, UnitKerja]
    nama: Mapping[str, list[UnitKerja]]
    indikator: Mapping[tuple[int, str], IndikatorUnit]
    capaian: Mapping[int, CapaianUnit]
    jangkauan: Jangkauan
    sendiri: set[int]
    periode: PeriodeKinerja


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find units and indicators, judge the numbers, compare with what is recorded."""
    acuan = _muat(_periode(konteks.parameter.get("periode", "")), konteks)
    hasil, semua = Hasil(), [*baca(tabel, konteks)]
    for baris in semua:
        _periksa_baris(baris, acuan)
    tolak_ganda(semua, _kunci, kolom=KODE, kode="indikator_ganda", apa="Indikator")
    muatan = Muatan([], Rencana())
    bernilai = "nilai" in kolom_ada(tabel)
    for baris in hitung(hasil, semua):
        _rencanakan(baris, acuan, muatan, hasil, konteks, bernilai=bernilai)
    hasil.muatan = muatan
    return hasil


def _periode(kode: str) -> PeriodeKinerja:
    kode = kode.strip().upper()
    periode = PeriodeKinerja.objects.filter(kode=kode).first()
    if periode is None:
        ada = ", ".join(PeriodeKinerja.objects.values_list("kode", flat=True)[:8])
        pesan = f"Periode {kode or 'belum diisi'} tidak ada. Yang ada: {ada or 'belum satu pun'}."
        raise BerkasDitolak("periode_tidak_dikenal", pesan)
    if tolak := terbuka.reasons(periode):
        raise BerkasDitolak("periode_ditutup", tolak[0])
    return periode


def _muat(periode: PeriodeKinerja, konteks: Konteks) -> _Acuan:
    unit = list(UnitKerja.objects.order_by("pk"))
    nama: dict[str, list[UnitKerja]] = defaultdict(list)
    for satu in unit:
        if satu.ditutup is None or satu.ditutup > konteks.per:
            nama[satu.nama.casefold()].append(satu)
    return _Acuan(
        unit={satu.kunci: satu for satu in unit},
        nama=nama,
        indikator={(i.unit_id, i.kode): i for i in IndikatorUnit.objects.all()},
        capaian={
            c.indikator_id: c
            for c in CapaianUnit.objects.filter(periode=periode).select_related("periode")
        },
        jangkauan=konteks.jangkauan(Izin.TIM_KELOLA),
        sendiri=indikator_tim_sendiri(periode, konteks.oleh),
        periode=periode,
    )


def _periksa_baris(baris: BarisImpor, acuan: _Acuan) -> None:
    """Put the unit and the indicator into the row, or say why it is refused."""
    isi = baris.isi
    isi["di"] = _unit(baris, acuan)
    isi["ada"] = None
    if isi["di"] is None or isi.get("kode") is None:
        return
    isi["ada"] = acuan.indikator.get((isi["di"].pk, isi["kode"]))
    if isi["ada"] is None:
        _wajib_baru(baris)
    else:
        _sama(baris, isi["ada"], acuan)
    sumber = isi["ada"].sumber if isi["ada"] else isi.get("sumber")
    for kolom, kunci in ((TARGET, "target"), (NILAI, "nilai")):
        if sumber and (salah := angka_mustahil(sumber, isi.get(kunci))):
            baris.tolak(kolom, "angka_mustahil", salah)


def _unit(baris: BarisImpor, acuan: _Acuan) -> UnitKerja | None:
    kunci, nama = kunci_id(baris.isi.get("unor_id")), baris.isi.get("unit")
    if kunci is not None:
        unit = acuan.unit.get(kunci)
        if unit is None:
            baris.tolak_unor_asing()
    elif nama is None:
        baris.tolak(UNOR, "unit_kosong", "Isi UNOR ID, atau NAMA UNIT persis seperti tercatat.")
        return None
    else:
        unit = _bernama(baris, acuan.nama.get(nama.casefold(), []))
    if unit is not None and not acuan.jangkauan.memuat(unit.kiri):
        kolom = UNOR if kunci is not None else UNIT
        baris.tolak(kolom, "unor_di_luar_jangkauan", _DILUAR.format(unit.nama))
        return None
    if unit is not None and unit.ditutup is not None:
        baris.ingatkan_unor_ditutup(unit.ditutup)
    return unit


def _bernama(baris: BarisImpor, cocok: Sequence[UnitKerja]) -> UnitKerja | None:
    if len(cocok) == 1:
        return cocok[0]
    if cocok:
        pesan = f"{len(cocok)} unit bernama sama. Isi UNOR ID supaya jelas yang mana."
        baris.tolak(UNIT, "unit_ganda", pesan)
    else:
        baris.tolak(UNIT, "unit_tidak_dikenal", "Tidak ada unit dengan nama ini di hierarki.")
    return None


def _wajib_baru(baris: BarisImpor) -> None:
    """A code nobody knows yet needs everything an indicator is made of."""
    terbaca = {masalah.kolom for masalah in baris.masalah if masalah.tingkat == "tolak"}
    for kolom, kunci in ((NAMA, "nama"), (SUMBER, "sumber"), (SATUAN, "satuan")):
        if baris.isi.get(kunci) is None and kolom not in terbaca:
            pesan = f"{kolom} wajib diisi, karena kode ini belum ada di unit itu."
            baris.tolak(kolom, "wajib_kosong", pesan)


def _sama(baris: BarisImpor, ada: IndikatorUnit, acuan: _Acuan) -> None:
    """A known indicator keeps what its past values rest on; one's own team does not record it."""
    for kunci, kolom in _TETAP.items():
        baru, lama = baris.isi.get(kunci), getattr(ada, kunci)
        if baru is not None and str(baru).casefold() != str(lama).casefold():
            pesan = f"Kode ini tercatat dengan {kolom.lower()} lain ({lama}). Pakai kode baru."
            baris.tolak(kolom, "indikator_berbeda", pesan)
    nama = baris.isi.get("nama")
    if nama is not None and nama != ada.nama:
        baris.ingatkan(NAMA, "nama_berbeda", f"Tercatat sebagai {ada.nama}; namanya tidak diubah.")
    if ada.pk in acuan.sendiri:
        pesan = "Angka ini menjadi hasil tim kerja Anda, jadi dicatat oleh orang lain."
        baris.tolak(NILAI, "tim_sendiri", pesan)
    selesai = ada.selesai is not None and ada.selesai < acuan.periode.mulai
    if selesai or ada.mulai > acuan.periode.selesai:
        pesan = f"Indikator ini tidak dipakai pada {acuan.periode.nama}."
        baris.tolak(KODE, "di_luar_masa", pesan)


def _kunci(baris: BarisImpor) -> Any:
    unit, kode = baris.isi.get("di"), baris.isi.get("kode")
    return None if baris.ditolak or unit is None or kode is None else (unit.pk, kode)


def _rencanakan(
    baris: BarisImpor, acuan: _Acuan, muatan: Muatan, hasil: Hasil, konteks: Konteks, *,
    bernilai: bool,
) -> None:  # fmt: skip
    """What the row would write; a file without the column of values leaves them alone."""
    isi, indikator = baris.isi, baris.isi["ada"]
    if indikator is None:
        indikator = IndikatorUnit(
            unit=isi["di"], kode=isi["kode"], nama=isi["nama"], sumber=isi["sumber"],
            satuan=isi["satuan"], arah=isi.get("arah") or ArahKriteria.NAIK,
            mulai=acuan.periode.mulai,
        )  # fmt: skip
        muatan.indikator.append(indikator)
    angka = {kunci: isi.get(kunci) for kunci in JUDUL if kunci == "target" or bernilai}
    lama = acuan.capaian.get(indikator.pk) if indikator.pk else None
    baru = None
    if lama is None:
        baru = CapaianUnit(
            indikator=indikator, periode=acuan.periode, sumber=konteks.sumber,
            dicatat_pada=timezone.now(), dicatat_oleh=konteks.oleh, **angka,
        )  # fmt: skip
    bandingkan(
        hasil, muatan.capaian, baris, lama=lama, baru=baru, isi=angka, judul=JUDUL,
        kunci=f"{indikator.kode} · {isi['di'].nama}", nama=indikator.nama,
    )  # fmt: skip


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """New indicators first, then the results of the period; each leaves its trace."""
    muatan: Muatan = hasil.muatan
    semua = [*muatan.capaian.baru, *(u.objek for u in muatan.capaian.berubah)]
    for pk in sorted({satu.periode_id for satu in semua}):
        terbuka.check(kunci_periode(pk))
    IndikatorUnit.objects.bulk_create(muatan.indikator)
    catat_banyak(
        INDIKATOR_UNIT_DICATAT,
        ((Objek.dari(i), None, {"kode": i.kode, **isi_indikator(i)}) for i in muatan.indikator),
        oleh=konteks.oleh,
    )
    for satu in muatan.capaian.baru:
        satu.indikator = satu.indikator  # its key is known only now
    for ubahan in muatan.capaian.berubah:
        ubahan.objek.sumber, ubahan.objek.dicatat_oleh = konteks.sumber, konteks.oleh
        ubahan.objek.dicatat_pada = timezone.now()
    CapaianUnit.objects.bulk_update(
        [u.objek for u in muatan.capaian.berubah], ["sumber", "dicatat_oleh", "dicatat_pada"]
    )
    simpan(
        muatan.capaian, CapaianUnit, oleh=konteks.oleh, dicatat=INDIKATOR_UNIT_DICATAT,
        diubah=INDIKATOR_UNIT_DICATAT, objek=_objek, sesudah=isi_capaian,
    )  # fmt: skip


def _objek(satu: CapaianUnit) -> Objek:
    return Objek(IndikatorUnit._meta.label_lower, str(satu.indikator_id), satu.indikator.nama[:255])


def _isi_templat_untuk(pengguna: Pengguna) -> Iterator[Sequence[Any]]:
    """The indicators this person may bring, their numbers empty."""
    rows = Jangkauan.milik(pengguna, Izin.TIM_KELOLA).saring(
        IndikatorUnit.objects.filter(selesai__isnull=True).select_related("unit")
    )
    for i in rows.order_by("unit__kiri", "kode"):
        yield (
            i.unit.siasn_id, i.unit.nama, i.kode, i.nama, i.get_sumber_display(), i.satuan, i.arah,
            None, None,
        )  # fmt: skip


IMPOR_INDIKATOR_UNIT = JenisImpor(
    kode="indikator-unit",
    label="Indikator unit",
    keterangan=(
        "Target dan nilai indikator unit satu periode: waktu layanan, pengaduan, Indeks Kepuasan "
        "Masyarakat (IKM), dan capaian program."
    ),
    izin=Izin.TIM_KELOLA,
    kolom=INDIKATOR_UNIT,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat_untuk=_isi_templat_untuk,
    petunjuk=PETUNJUK,
    parameter=("periode",),
    urutan=95,
)

"""Reads for the pages of measured values: who has which, one person, what came before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from organisasi.selectors import cacah
from pegawai.models import Pegawai
from pegawai.models.pegawai import PegawaiQuerySet
from penilaian.kernel.kehadiran import RingkasanKehadiran, ringkas
from penilaian.kernel.ukuran import KEHADIRAN, SKP, TUGAS, Nilai, kehadiran_dari
from penilaian.models import Indikator, Inovasi, NilaiIndikator, PeriodeKinerja
from penilaian.policies.indikator import jangkauan_ukur, lihat_peringatan
from penilaian.selectors.nilai_tercatat import (
    AwasKehadiran,
    awas_setahun,
    nilai_tercatat,
    polos,
)
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat
from toolkit.pages import BATAS_HITUNG

MAKS_UNIT = 300  # of a list to choose from


@dataclass(frozen=True)
class Kelompok:
    """Values recorded together."""

    kunci: str
    judul: str
    sebutan: str  # within a sentence
    kode: tuple[str, ...]
    ket: str


KELOMPOK: dict[str, Kelompok] = {
    k.kunci: k
    for k in (
        Kelompok("kehadiran", "Kehadiran", "kehadiran", KEHADIRAN,
                 "Hari dan menit menurut rekap presensi."),
        Kelompok("tugas", "Tugas", "tugas", TUGAS, "Tugas dengan batas waktu dalam periode ini."),
        Kelompok("skp", "SKP dan rating periodik", "SKP dan rating periodik", SKP,
                 "Seperti tertulis di e-Kinerja; predikat tahunan datang lewat impor kinerja."),
    )
}  # fmt: skip


def pilihan_unit(pengguna: Any, *, per: date) -> list[tuple[int, str]]:
    """Units to filter by: the top of the reach and one level below it."""
    jangkauan = jangkauan_ukur(pengguna, per=per)
    rows = jangkauan.saring(UnitKerja.objects.aktif(per), prefix="").order_by("kiri")
    if jangkauan.semua:
        rows = rows.filter(tingkat=1).order_by("nama")
    else:
        atas = Subquery(rows.order_by("tingkat").values("tingkat")[:1])
        rows = rows.filter(tingkat__lte=atas + 1)
    return list(rows.values_list("pk", "nama")[:MAKS_UNIT])


def orang_terukur(jangkauan: Jangkauan, periode: PeriodeKinerja) -> PegawaiQuerySet:
    """People in reach who were not gone before the period began."""
    rows = Pegawai.objects.exclude(berhenti__lte=periode.mulai)
    return jangkauan.saring(rows, prefix="unit__").order_by("nama", "pk")


def tanpa(rows: PegawaiQuerySet, periode: PeriodeKinerja, kelompok: str) -> PegawaiQuerySet:
    """Those of whom nothing of this group is recorded."""
    ada = NilaiIndikator.objects.berlaku().filter(
        pegawai=OuterRef("pk"), periode=periode, indikator__in=KELOMPOK[kelompok].kode
    )
    return rows.filter(~Exists(ada))


@dataclass(frozen=True)
class DaftarIndikator:
    """A period, its people as filtered, and what is missing among them (counts are capped)."""

    periode: PeriodeKinerja
    orang: PegawaiQuerySet
    semua: int
    kurang: tuple[tuple[Kelompok, int], ...]
    total: int  # of ``orang``


def daftar(
    pengguna: Any, periode: PeriodeKinerja, saring: Mapping[str, Any], *, per: date
) -> DaftarIndikator:
    """``saring``: q (name or NIP), unit (key), isi (group without values)."""
    rows = orang_terukur(jangkauan_ukur(pengguna, per=per), periode)
    if saring.get("q"):
        rows = rows.filter(memuat(saring["q"], "nama", "nip"))
    if saring.get("unit"):
        unit = UnitKerja.objects.filter(pk=saring["unit"]).values_list("kiri", "kanan").first()
        rows = rows.filter(unit__kiri__range=unit) if unit else rows.none()
    kurang = [tanpa(rows, periode, kunci) for kunci in KELOMPOK]
    semua, *jumlah = cacah(pengguna, [rows, *kurang], batas=BATAS_HITUNG)
    isi, total = saring.get("isi", ""), semua
    if isi in KELOMPOK:
        rows = tanpa(rows, periode, isi)
        total = dict(zip(KELOMPOK, jumlah, strict=True))[isi]
    return DaftarIndikator(
        periode, rows.select_related("unit", "jabatan"), semua,
        tuple(zip(KELOMPOK.values(), jumlah, strict=True)),
        total,
    )  # fmt: skip


@dataclass(frozen=True)
class BarisIndikator:
    """One person with his values of the period."""

    pegawai: Pegawai
    nilai: Mapping[str, Nilai]
    ringkas: RingkasanKehadiran
    awas: AwasKehadiran | None  # only for who may see it, only above a band


def isi_baris(
    pengguna: Any, orang: Sequence[Pegawai], periode: PeriodeKinerja, *, per: date
) -> list[BarisIndikator]:
    """The page's people with their values; the same number of questions for any page."""
    pk = [satu.pk for satu in orang]
    nilai = nilai_tercatat(periode, pk)
    lihat = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    semua: dict[int, AwasKehadiran] = {}
    if not lihat.kosong:
        k = tetapan_penilaian(per=min(per, periode.selesai))
        semua = awas_setahun(pk, periode.selesai.year, k)
    return [_baris(p, polos(nilai.get(p.pk, {})), semua.get(p.pk), lihat) for p in orang]


def _baris(
    p: Pegawai, nilai: Mapping[str, Nilai], awas: AwasKehadiran | None, lihat: Jangkauan
) -> BarisIndikator:
    tampak = awas is not None and awas.pita and lihat.memuat(p.unit.kiri if p.unit else None)
    return BarisIndikator(p, nilai, ringkas(kehadiran_dari(nilai)), awas if tampak else None)


# --- one person ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class BarisNilai:
    """One indicator: its value in force (None: not recorded) and the rows before it."""

    kode: str
    judul: str
    kini: NilaiIndikator | None
    lama: tuple[NilaiIndikator, ...] = ()


@dataclass
class OrangIndikator:
    """Everything measured of one person in one period."""

    pegawai: Pegawai
    periode: PeriodeKinerja
    # The group, its indicators, and how many of its values were replaced.
    kelompok: list[tuple[Kelompok, list[BarisNilai], int]] = field(default_factory=list)
    ringkas: RingkasanKehadiran | None = None
    awas: AwasKehadiran | None = None
    inovasi: list[Inovasi] = field(default_factory=list)


def orang_indikator(
    pegawai: Pegawai, periode: PeriodeKinerja, pengguna: Any, *, per: date
) -> OrangIndikator:
    """One person, one period, with all versions."""
    kini, lama = _versi(pegawai, periode)
    nilai = {kode: s.nilai for kode, s in kini.items() if s.nilai is not None}
    hasil = OrangIndikator(pegawai, periode, ringkas=ringkas(kehadiran_dari(nilai)))
    for k in KELOMPOK.values():
        rows = [
            BarisNilai(kode, Indikator(kode).label, kini.get(kode), tuple(lama[kode]))
            for kode in k.kode
        ]
        hasil.kelompok.append((k, rows, sum(len(b.lama) for b in rows)))
    if lihat_peringatan.allows(pegawai, pengguna, per=per):
        k94 = tetapan_penilaian(per=min(per, periode.selesai))
        hasil.awas = awas_setahun([pegawai.pk], periode.selesai.year, k94).get(pegawai.pk)
    usul = Inovasi.objects.filter(pegawai=pegawai, periode=periode)
    hasil.inovasi = list(usul.select_related("bukti", "diputuskan_oleh"))
    return hasil


def _versi(
    pegawai: Pegawai, periode: PeriodeKinerja
) -> tuple[dict[str, NilaiIndikator], dict[str, list[NilaiIndikator]]]:
    rows: QuerySet[NilaiIndikator] = NilaiIndikator.objects.filter(
        pegawai=pegawai, periode=periode
    ).select_related("bukti", "dicatat_oleh", "digantikan_oleh")
    kini: dict[str, NilaiIndikator] = {}
    lama: dict[str, list[NilaiIndikator]] = defaultdict(list)
    for satu in rows.order_by("indikator", "-pk"):
        if satu.digantikan_pada is None:
            kini[satu.indikator] = satu
        else:
            lama[satu.indikator].append(satu)
    return kini, lama

"""The assessor's own people: who waits, what is missing, the last score, and his own spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.kernel.kelonggaran import Himpunan, Kelonggaran, bandingkan
from penilaian.models import HasilPenilaian, KeadaanKeberatan, Keberatan, Penilaian
from penilaian.selectors.hubungan_nilai import Dinilai, dinilai_oleh
from penilaian.selectors.kelengkapan import Bingkai, hitung_orang, pekerjaan
from penilaian.selectors.nilai_tercatat import AwasKehadiran, awas_setahun
from penilaian.selectors.tetapan import tetapan_penilaian


@dataclass(frozen=True)
class JumlahDinilai:
    """His people by state; ``keberatan``: cases that wait for his statement."""

    orang: int
    lengkap: int
    rusak: int
    luar: int  # assessed on a paper, but out of reach of his role: no scores shown
    keberatan: int

    @property
    def kurang(self) -> int:
        """People to whom something is missing."""
        return self.orang - self.lengkap - self.rusak


def saya_pegawai(pengguna: Any) -> int | None:
    """The person behind the account."""
    return Pegawai.objects.filter(pengguna=pengguna).values_list("pk", flat=True).first()


def orang_saya(
    saya: int, pengguna: Any, *, per: date
) -> tuple[Dinilai, QuerySet[Pegawai], QuerySet[Pegawai]]:
    """(whom he assesses, those in reach of his right, all of them)."""
    dinilai = dinilai_oleh(saya, per=per)
    semua = dinilai.saring(Pegawai.objects.tercatat())
    jangkauan = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    return dinilai, jangkauan.saring(semua, prefix="unit__"), semua


def jumlah_dinilai(
    saya: int, rows: QuerySet[Pegawai], semua: QuerySet[Pegawai], b: Bingkai | None
) -> JumlahDinilai:
    """Three questions."""
    n = hitung_orang(b, rows) if b is not None else None
    orang = n.orang if n else rows.order_by().count()
    tunggu = Keberatan.objects.filter(penilai=saya, keadaan=KeadaanKeberatan.DIPERIKSA)
    tunggu = tunggu.exclude(keterangan__pihak="penilai")
    luar = semua.order_by().count() - orang
    lengkap, rusak = (n.lengkap, n.rusak) if n else (0, 0)
    return JumlahDinilai(orang, lengkap, rusak, luar, tunggu.order_by().count())


def daftar_orang(rows: QuerySet[Pegawai], b: Bingkai | None, *, belum: bool) -> QuerySet[Pegawai]:
    """By name; ``belum``: only those without a score today."""
    if b is not None:
        rows = b.ukur.pasang(rows)
        rows = rows.filter(~b.ukur.lengkap) if belum else rows
    return rows.select_related("unit", "jabatan").defer("siasn").order_by("nama", "pk")


def lengkapi(orang: Sequence[Any], b: Bingkai | None, *, per: date) -> None:
    """Give the people of one page their work, last result, warning and case: four questions."""
    if b is not None:
        pekerjaan(b, orang)
    pk = [satu.pk for satu in orang]
    hasil = hasil_terakhir(pk)
    awas = peringatan(pk, per=per)
    perkara = Keberatan.objects.berjalan().filter(pegawai__in=pk)
    berjalan = dict(perkara.order_by().values_list("pegawai_id", "pk"))
    for satu in orang:
        satu.hasil_terakhir = hasil.get(satu.pk)
        satu.awas = awas[satu.pk].pita if satu.pk in awas else None
        satu.keberatan_berjalan = berjalan.get(satu.pk)


def hasil_terakhir(pegawai: Sequence[int]) -> dict[int, HasilPenilaian]:
    """What counts of each: the last delivered result of the last period."""
    rows = HasilPenilaian.objects.disampaikan().filter(
        pegawai__in=pegawai, penilaian__disampaikan_pada__isnull=False
    )
    rows = rows.select_related("penilaian__periode").defer("rincian")
    urut = rows.order_by("penilaian__periode__selesai", "penilaian__nomor")
    return {satu.pegawai_id: satu for satu in urut}


def peringatan(pegawai: Sequence[int], *, per: date) -> dict[int, AwasKehadiran]:
    """Absence of the calendar year, as the superior is warned of it."""
    return awas_setahun(pegawai, per.year, tetapan_penilaian(per=per))


@dataclass(frozen=True)
class SebaranSaya:
    """The latest run and how one's own scores lie in it."""

    penilaian: Penilaian
    k: Kelonggaran


def sebaran_saya(saya: int, *, per: date) -> SebaranSaya | None:
    """None before any run was delivered. Three questions."""
    rows = Penilaian.objects.filter(disampaikan_pada__isnull=False).select_related("periode")
    satu = rows.order_by("-periode__selesai", "-nomor").first()
    if satu is None:
        return None
    saring = Q(penilai=saya)
    skor = {"jumlah": Sum("skor"), "kuadrat": Sum(F("skor") * F("skor")), "banyak": Count("pk")}
    milik = {
        "s_jumlah": Sum("skor", filter=saring), "s_banyak": Count("pk", filter=saring),
        "s_kuadrat": Sum(F("skor") * F("skor"), filter=saring),
    }  # fmt: skip
    berskor = HasilPenilaian.objects.filter(penilaian=satu, skor__isnull=False).order_by()
    n = berskor.aggregate(**skor, **milik)
    minimal = tetapan_penilaian(per=per).kelompok_minimal
    k = bandingkan(_himpunan(n, "s_"), _himpunan(n, ""), minimal=minimal)
    return SebaranSaya(satu, k)


def _himpunan(n: dict[str, Any], awalan: str) -> Himpunan:
    nol = Decimal(0)
    return Himpunan(n[f"{awalan}banyak"], n[f"{awalan}jumlah"] or nol, n[f"{awalan}kuadrat"] or nol)

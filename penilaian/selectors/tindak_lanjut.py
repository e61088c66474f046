"""Proposals that results give ground for: what the rule reads, lists, what one sees oneself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai, RiwayatKinerja
from penilaian.kernel.tindak_lanjut import Bahan
from penilaian.models import (
    HasilPenilaian,
    Indikator,
    KeadaanTindakLanjut,
    NilaiIndikator,
    Penilaian,
    PeriodeKinerja,
    TindakLanjut,
)
from penilaian.selectors.bahan_nilai import tersampaikan
from penilaian.selectors.inovasi import jumlah_inovasi
from penilaian.selectors.nilai_tercatat import awas_setahun
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat

_LANGKAH = 900  # people per question: below what SQLite takes as parameters


def bahan_usul(penilaian: Penilaian) -> Iterator[tuple[int, int, Bahan]]:
    """(result, person, what the rule reads) of everybody in the run."""
    rows = HasilPenilaian.objects.filter(penilaian=penilaian).order_by("pegawai_id")
    hasil = list(rows.values_list("pk", "pegawai_id", "skor"))
    lalu = _periode_lalu(penilaian.periode)
    for awal in range(0, len(hasil), _LANGKAH):
        yield from _paket(penilaian, lalu, hasil[awal : awal + _LANGKAH])


def _periode_lalu(periode: PeriodeKinerja) -> PeriodeKinerja | None:
    """The last one of the same length that ended before this one began."""
    rows = PeriodeKinerja.objects.filter(jenis=periode.jenis, selesai__lt=periode.mulai)
    return rows.order_by("-selesai").first()


def _paket(
    penilaian: Penilaian, lalu: PeriodeKinerja | None, hasil: Sequence[tuple[int, int, Any]]
) -> Iterator[tuple[int, int, Bahan]]:
    orang = [pegawai for _, pegawai, _ in hasil]
    periode = penilaian.periode
    k = tetapan_penilaian(per=periode.selesai)
    skor_lalu = _skor_lalu(penilaian, lalu, orang)
    kini, dulu = _predikat(periode, orang), _predikat(lalu, orang) if lalu else {}
    inovasi = jumlah_inovasi(periode, orang)
    absen = awas_setahun(orang, periode.selesai.year, k)
    for pk, pegawai, skor in hasil:
        awas = absen.get(pegawai)
        pita = awas.pita if awas else None
        yield pk, pegawai, Bahan(
            skor, skor_lalu.get(pegawai), kini.get(pegawai, ""), dulu.get(pegawai, ""),
            inovasi.get(pegawai, 0), awas.absen.jumlah if awas and pita else 0,
            pita.tingkat if pita else "",
        )  # fmt: skip


def _skor_lalu(
    penilaian: Penilaian, lalu: PeriodeKinerja | None, orang: Sequence[int]
) -> Mapping[int, Decimal]:
    """Only where the same version of the criteria computed both."""
    dulu = tersampaikan(lalu) if lalu else None
    if dulu is None or dulu.perangkat_id != penilaian.perangkat_id:
        return {}
    rows = HasilPenilaian.objects.filter(penilaian=dulu, pegawai__in=orang, skor__isnull=False)
    semua = rows.order_by().values_list("pegawai_id", "skor")
    return {pegawai: skor for pegawai, skor in semua if skor is not None}


def _predikat(periode: PeriodeKinerja, orang: Sequence[int]) -> dict[int, str]:
    """Words that contradict their ratings are no ground for anything."""
    if periode.tahunan:
        tahunan = RiwayatKinerja.objects.filter(tahun=periode.selesai.year, pegawai__in=orang)
        rows = tahunan.filter(bertentangan=False).order_by()
        return dict(rows.values_list("pegawai_id", "predikat"))
    nilai = NilaiIndikator.objects.berlaku().filter(periode=periode, pegawai__in=orang)
    kata = nilai.filter(indikator=Indikator.PREDIKAT).order_by()
    return dict(kata.values_list("pegawai_id", "kata"))


# --- pages ---------------------------------------------------------------------------------------
def terlihat(pengguna: Any, *, per: date) -> QuerySet[TindakLanjut]:
    """Proposals about people within reach, one's own left out: those are decided by others."""
    rows = TindakLanjut.objects.select_related(
        "hasil__pegawai__unit__opd", "hasil__penilaian__periode", "diputuskan_oleh"
    ).defer("hasil__rincian", "hasil__pegawai__siasn")
    jangkauan = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    rows = jangkauan.saring(rows, prefix="hasil__pegawai__unit__")
    return rows.exclude(hasil__pegawai__pengguna=pengguna)


@dataclass(frozen=True)
class RingkasTindakLanjut:
    """How many of each state lie within reach, and the delivered run to compute from."""

    menunggu: int
    diterima: int
    ditolak: int
    penghargaan: int
    pembinaan: int
    penilaian: Penilaian | None

    @property
    def semua(self) -> int:
        """All of them."""
        return self.menunggu + self.diterima + self.ditolak


def ringkas(pengguna: Any, *, per: date) -> RingkasTindakLanjut:
    """Two queries."""
    keadaan = KeadaanTindakLanjut
    n = (
        terlihat(pengguna, per=per)
        .order_by()
        .aggregate(
            menunggu=Count("pk", filter=Q(keadaan=keadaan.DIUSULKAN)),
            diterima=Count("pk", filter=Q(keadaan=keadaan.DITERIMA)),
            ditolak=Count("pk", filter=Q(keadaan=keadaan.TIDAK_DITERIMA)),
            penghargaan=Count("pk", filter=Q(keadaan=keadaan.DIUSULKAN, jenis="penghargaan")),
            pembinaan=Count("pk", filter=Q(keadaan=keadaan.DIUSULKAN, jenis="pembinaan")),
        )
    )
    rows = Penilaian.objects.filter(disampaikan_pada__isnull=False).select_related("periode")
    return RingkasTindakLanjut(**n, penilaian=rows.order_by("-periode__selesai", "-nomor").first())


def satu_usul(pk: int, pengguna: Any, *, per: date) -> TindakLanjut | None:
    """None out of reach; one's own is found, so that its refusal can say why."""
    rows = TindakLanjut.objects.select_related(
        "hasil__pegawai__unit__opd", "hasil__penilaian__periode", "diputuskan_oleh"
    ).defer("hasil__rincian", "hasil__pegawai__siasn")
    jangkauan = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    return jangkauan.saring(rows, prefix="hasil__pegawai__unit__").filter(pk=pk).first()


def tindak_lanjut_orang(pegawai: Pegawai) -> list[TindakLanjut]:
    """All about one person, for those who see his result."""
    rows = TindakLanjut.objects.filter(hasil__pegawai=pegawai).defer("hasil__rincian")
    return list(rows.select_related("hasil__penilaian__periode", "diputuskan_oleh")[:20])


def tindak_lanjut_saya(pegawai: Pegawai) -> list[TindakLanjut]:
    """What was accepted about oneself; proposals and refusals stay with those who decide."""
    rows = TindakLanjut.objects.filter(
        hasil__pegawai=pegawai, keadaan=KeadaanTindakLanjut.DITERIMA
    ).defer("hasil__rincian")
    return list(rows.select_related("hasil__penilaian__periode", "diputuskan_oleh")[:20])


def saring_usul(rows: QuerySet[TindakLanjut], isi: Mapping[str, str]) -> QuerySet[TindakLanjut]:
    """Narrowed by the filters; what waits stands first."""
    if isi.get("keadaan"):
        rows = rows.filter(keadaan=isi["keadaan"])
    if isi.get("jenis"):
        rows = rows.filter(jenis=isi["jenis"])
    if isi.get("q"):
        rows = rows.filter(memuat(isi["q"], "hasil__pegawai__nama", "hasil__pegawai__nip"))
    tunggu = Case(When(keadaan=KeadaanTindakLanjut.DIUSULKAN, then=Value(0)), default=Value(1))
    return rows.order_by(tunggu, "-dibuat_pada", "hasil__pegawai__nama", "pk")

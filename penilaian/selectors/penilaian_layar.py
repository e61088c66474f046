"""Runs and results as their pages show them, within the reader's reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from penilaian.models import HasilPenilaian, KeadaanNilai, Penilaian, PeriodeKinerja
from penilaian.policies import penilaian as policies
from penilaian.selectors.bahan_nilai import perangkat_berlaku, terakhir, tersampaikan
from penilaian.selectors.nilai_saya_akun import LayarAkun, layar_akun

# Bounds of the distribution: most scores lie above 50.
BATAS = (0, 50, 60, 70, 80, 90, 101)


def daftar_penilaian() -> QuerySet[Penilaian]:
    """Every run, the latest period and run first."""
    return (
        Penilaian.objects.select_related(
            "periode", "perangkat", "dihitung_oleh", "disampaikan_oleh"
        )
        .defer("perangkat__teks")
        .annotate(belum=F("jumlah") - F("jumlah_lengkap"))
    )


def satu_penilaian(pk: int) -> Penilaian | None:
    """One run with what its page names."""
    rows = daftar_penilaian().select_related("sebelumnya", "sebelumnya__periode")
    return rows.filter(pk=pk).first()


def belum_dihitung(*, per: date) -> list[PeriodeKinerja]:
    """Periods that have begun and have no run yet."""
    rows = PeriodeKinerja.objects.filter(mulai__lte=per, penilaian__isnull=True)
    return list(rows.order_by("-selesai")[:12])


def hasil_terlihat(satu: Penilaian, pengguna: Pengguna, *, per: date) -> QuerySet[HasilPenilaian]:
    """The results of a run within reach, without their accounts."""
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    return rows.filter(penilaian=satu).defer("rincian")


def dengan_nama(rows: QuerySet[HasilPenilaian]) -> QuerySet[HasilPenilaian]:
    """What a list shows, by name."""
    return (
        rows.select_related("pegawai", "unit", "unit__opd")
        .defer("rincian", "pegawai__siasn", "pegawai__nik_sandi")
        .order_by("pegawai__nama", "pk")
    )


@dataclass(frozen=True)
class Pita:
    """One bar of the distribution; ``panjang`` in percent of the longest."""

    dari: int
    sampai: int
    banyak: int
    panjang: int

    @property
    def bunyi(self) -> str:
        """Its bounds in words."""
        if self.dari == 0:
            return f"di bawah {self.sampai}"
        return f"{self.dari} – {min(self.sampai, 100)}"


@dataclass(frozen=True)
class Ringkasan:
    """How many results in which state, how the scores are spread; within reach."""

    jumlah: int
    dinilai: int
    belum: int
    tak_terperiksa: int
    pita: tuple[Pita, ...]

    @property
    def persen(self) -> str:
        """The share with a score."""
        if not self.jumlah:
            return "0"
        return str((Decimal(100 * self.dinilai) / self.jumlah).quantize(Decimal("0.1"))).replace(
            ".", ","
        )


def ringkasan(rows: QuerySet[HasilPenilaian]) -> Ringkasan:
    """One query."""
    hitung: dict[str, Any] = {
        "jumlah": Count("pk"),
        "dinilai": Count("pk", filter=Q(keadaan=KeadaanNilai.ANGKA)),
        "tak": Count("pk", filter=Q(keadaan=KeadaanNilai.TIDAK_DAPAT_DIPERIKSA)),
    }
    for n, (dari, sampai) in enumerate(zip(BATAS, BATAS[1:], strict=False)):
        hitung[f"pita{n}"] = Count("pk", filter=Q(skor__gte=dari, skor__lt=sampai))
    isi = rows.order_by().aggregate(**hitung)
    banyak = [isi[f"pita{n}"] for n in range(len(BATAS) - 1)]
    tertinggi = max(banyak) or 1
    pita = tuple(
        Pita(dari, sampai, n, round(100 * n / tertinggi))
        for dari, sampai, n in zip(BATAS, BATAS[1:], banyak, strict=False)
    )
    belum = isi["jumlah"] - isi["dinilai"] - isi["tak"]
    return Ringkasan(isi["jumlah"], isi["dinilai"], belum, isi["tak"], pita)


@dataclass(frozen=True)
class HalamanSampaikan:
    """What delivering would do, and what speaks against it."""

    penilaian: Penilaian
    lama: Penilaian | None
    tetap: int
    berakun: int
    alasan: list[str]

    @property
    def baru(self) -> int:
        """Results whose clock begins now."""
        return self.penilaian.jumlah - self.tetap


def halaman_sampaikan(satu: Penilaian, pengguna: Pengguna, *, per: date) -> HalamanSampaikan:
    """Before the button is pressed."""
    kini, lama = terakhir(satu.periode), tersampaikan(satu.periode)
    semua = HasilPenilaian.objects.filter(penilaian=satu)
    tetap = 0
    if lama is not None and lama.pk != satu.pk:
        dulu = HasilPenilaian.objects.filter(penilaian=lama)
        sidik = set(dulu.values_list("pegawai_id", "sha256"))
        tetap = sum(1 for baris in semua.values_list("pegawai_id", "sha256") if baris in sidik)
    return HalamanSampaikan(
        satu,
        lama,
        tetap,
        semua.filter(pegawai__pengguna__is_active=True).count(),
        alasan_sampaikan(satu, pengguna, kini, per=per),
    )


def alasan_sampaikan(
    satu: Penilaian, pengguna: Pengguna, kini: Penilaian | None, *, per: date
) -> list[str]:
    """Why this person cannot deliver it now."""
    lebih_baru = kini is not None and kini.pk != satu.pk
    return policies.sampaikan.reasons(satu, pengguna, ada_lebih_baru=lebih_baru, per=per)


def alasan_hitung(periode: PeriodeKinerja, pengguna: Pengguna, *, per: date) -> list[str]:
    """Why this person cannot compute the period now."""
    ada = bool(perangkat_berlaku(periode))
    return policies.hitung.reasons(periode, pengguna, ada_perangkat=ada, per=per)


@dataclass(frozen=True)
class HalamanHasil:
    """One person's account as the office sees it, with his other results of the period."""

    hasil: HasilPenilaian
    akun: LayarAkun
    lain: list[HasilPenilaian]

    @property
    def kalimat(self) -> str:
        """The score as one sentence about somebody."""
        h, a = self.hasil, self.akun
        masa = h.penilaian.periode.nama[:1].lower() + h.penilaian.periode.nama[1:]
        if h.skor is not None:
            return f"{masa}: {a.skor} dari 100, dari {len(a.baris) - len(a.kurang)} kriteria."
        if h.keadaan == KeadaanNilai.TIDAK_DAPAT_DIPERIKSA:
            return f"{masa}: belum dapat dihitung, ada data yang tidak dapat diperiksa."
        return (
            f"{masa}: belum dapat dihitung, {len(a.kurang)} dari {len(a.baris)} kriteria belum "
            "ada datanya. Ini bukan nilai 0."
        )


def halaman_hasil(pk: int, pengguna: Pengguna, *, per: date) -> HalamanHasil | None:
    """One account within reach; None where it does not exist for this reader."""
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    hasil = rows.filter(pk=pk).select_related(
        "pegawai__unit", "unit", "penilai", "atasan_penilai", "penilaian__periode",
        "penilaian__perangkat",
    ).first()  # fmt: skip
    if hasil is None:
        return None
    lain = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per).filter(
        pegawai=hasil.pegawai_id, penilaian__periode=hasil.penilaian.periode_id
    )
    lain = lain.select_related("penilaian__periode").defer("rincian").order_by("-penilaian__nomor")
    return HalamanHasil(hasil, layar_akun(hasil, hasil.rincian), list(lain[:12]))


def seinstansi(pengguna: Pengguna, *, per: date) -> bool:
    """Whether this reader sees everybody, so that the totals of the run are those of his list."""
    return Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).semua


def boleh_tetapkan_penilai(pengguna: Pengguna, orang: Pegawai, *, per: date) -> bool:
    """Whether the button to name another assessor makes sense here."""
    kiri = orang.unit.kiri if orang.unit else None
    return Jangkauan.milik(pengguna, Izin.NILAI_HITUNG, per=per).memuat(kiri)

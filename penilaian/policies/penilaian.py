"""Who may compute scores, deliver them, name assessors, see somebody's account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.kata import tanggal
from penilaian.models import Penilaian, PeriodeKinerja
from toolkit.policy import NotAllowed, NotYours, Policy, Refusal

MIN_ALASAN = 10


@Policy
def lihat(pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """See runs and the results within one's reach."""
    if Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat nilai pegawai.")


@Policy
def menghitung(pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Compute runs: a right over the whole agency, for a run is about everybody."""
    if pengguna.teknis:
        return
    if not Jangkauan.milik(pengguna, Izin.NILAI_HITUNG, per=per).semua:
        yield NotAllowed("Penilaian dihitung oleh analis BKD.")


@Policy
def hitung(
    periode: PeriodeKinerja, pengguna: Pengguna, *, ada_perangkat: bool, per: date
) -> Iterator[Refusal | str]:
    """Compute a period that has begun, with a set in force."""
    yield from menghitung.refusals(pengguna, per=per)
    if periode.mulai > per:
        yield f"Periode {periode} baru mulai {tanggal(periode.mulai)}."
    if not ada_perangkat:
        yield (
            f"Tidak ada kriteria kinerja yang berlaku pada {tanggal(periode.selesai)}, hari "
            "terakhir periode ini. Kriteria tidak berlaku surut: terbitkan kriteria, lalu hitung "
            "periode yang berakhir sesudah kriterianya berlaku."
        )


@Policy
def menyampaikan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Deliver runs at all."""
    if not Jangkauan.milik(pengguna, Izin.NILAI_SAMPAIKAN, per=per).semua:
        yield NotAllowed("Hasil penilaian disampaikan oleh Kepala BKPSDM.")


@Policy
def sampaikan(
    penilaian: Penilaian, pengguna: Pengguna, *, ada_lebih_baru: bool, per: date
) -> Iterator[Refusal | str]:
    """Deliver the latest run of a period that has ended; not by whoever computed it."""
    yield from menyampaikan.refusals(pengguna, per=per)
    if penilaian.dihitung_oleh_id == pengguna.pk:
        yield NotYours("Yang menghitung penilaian ini tidak menyampaikannya sendiri.")
    if penilaian.disampaikan_pada is not None:
        yield "Hasil penilaian ini sudah disampaikan."
    if ada_lebih_baru:
        yield "Ada perhitungan yang lebih baru untuk periode ini; sampaikan yang itu."
    if penilaian.periode.selesai >= per:
        yield (
            f"Periode ini baru berakhir {tanggal(penilaian.periode.selesai)}; hasilnya "
            "disampaikan sesudah itu."
        )
    if not penilaian.jumlah:
        yield "Penilaian ini tidak memuat seorang pun."


@Policy
def tetapkan_penilai(
    pegawai: Pegawai, penilai: Pegawai, pengguna: Pengguna, dasar: str, *, per: date
) -> Iterator[Refusal | str]:
    """Say who assesses somebody, on a paper; nobody does it in his own matter."""
    jangkauan = Jangkauan.milik(pengguna, Izin.NILAI_HITUNG, per=per)
    terlihat = jangkauan.memuat(pegawai.unit.kiri) if pegawai.unit else jangkauan.semua
    if not terlihat:
        yield NotAllowed("Pejabat penilai ditetapkan oleh analis BKD.")
    if pengguna.pk in {pegawai.pengguna_id, penilai.pengguna_id}:
        yield NotYours("Penilai Anda sendiri, atau Anda sebagai penilai, ditetapkan orang lain.")
    if pegawai.pk == penilai.pk:
        yield "Tidak seorang pun menilai dirinya sendiri."
    if penilai.berhenti is not None:
        yield f"{penilai} sudah berhenti."
    if not dasar.strip():
        yield "Sebutkan surat atau keputusan dasarnya."

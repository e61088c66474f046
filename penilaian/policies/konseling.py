"""Who asks for counselling, whom, and who learns of it: the two, and nobody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from pegawai.models import Pegawai
from penilaian.models import KeadaanKonseling, Konseling
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

MIN_CATATAN = 10
TANPA_BERKAS = "Akun Anda tidak terhubung dengan data pegawai, jadi tidak dapat meminta konseling."
_SELESAI = (KeadaanKonseling.SELESAI, KeadaanKonseling.DIBATALKAN)


@Policy
def lihat(satu: Konseling, pengguna: Any) -> Iterator[Refusal]:
    """The two. Heads of BKPSDM, overseers and administrators do not learn that it exists."""
    if pengguna.pk not in (satu.pegawai.pengguna_id, satu.konselor_id):
        yield OutOfReach()


@Policy
def minta(
    pegawai: Pegawai | None, konselor: int, boleh: Collection[int], berjalan: bool
) -> Iterator[Refusal | str]:
    """Ask one's own assessor or an official of BKPSDM. ``berjalan``: such a request is open."""
    if pegawai is None:
        yield TANPA_BERKAS
        return
    if konselor not in boleh:
        yield NotAllowed("Konseling diminta kepada penilai Anda atau pejabat BKPSDM.")
    if berjalan:
        yield "Permintaan Anda kepada orang ini masih berjalan."


@Policy
def jadwalkan(satu: Konseling, pengguna: Any, hari: date | None, *, per: date) -> Iterator[Any]:
    """Set the day, or another one; by who was asked."""
    yield from _konselor(satu, pengguna)
    if hari is not None and hari < per:
        yield f"{tanggal(hari)} sudah lewat; pilih hari ini atau sesudahnya."


@Policy
def selesaikan(satu: Konseling, pengguna: Any, *, per: date) -> Iterator[Any]:
    """Write the note after the day has come; by who was asked."""
    yield from _konselor(satu, pengguna)
    if satu.keadaan == KeadaanKonseling.DIMINTA or satu.jadwal is None:
        yield "Tetapkan jadwalnya dahulu."
    elif satu.jadwal > per and satu.keadaan == KeadaanKonseling.DIJADWALKAN:
        yield f"Konseling ini dijadwalkan {tanggal(satu.jadwal)}; catat pada hari itu."


@Policy
def batalkan(satu: Konseling, pengguna: Any) -> Iterator[Any]:
    """Call it off before it took place; by either of the two."""
    yield from lihat.refusals(satu, pengguna)
    yield from _berjalan(satu)


def _konselor(satu: Konseling, pengguna: Any) -> Iterator[Any]:
    yield from lihat.refusals(satu, pengguna)
    if pengguna.pk != satu.konselor_id:
        yield NotAllowed("Jadwal dan catatan diisi oleh yang memberi konseling.")
    yield from _berjalan(satu)


def _berjalan(satu: Konseling) -> Iterator[str]:
    if satu.keadaan in _SELESAI:
        yield f"Konseling ini sudah {satu.get_keadaan_display().lower()}."

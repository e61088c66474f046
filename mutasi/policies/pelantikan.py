"""Who arranges an inauguration, on which days, and who records it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from mutasi.models import Keputusan, Pelantikan, StatusKeputusan
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Putusan
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal, WrongMoment

BATAL = "Pelantikan ini sudah dibatalkan."


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See and arrange inaugurations."""
    if not memegang(pengguna, Izin.PELANTIKAN_KELOLA, per=per):
        yield NotAllowed("Pelantikan dikelola oleh BKD/BKPSDM.")


def _terlihat(keputusan: UUID, pengguna: Pengguna, *, per: date) -> bool:
    return Keputusan.objects.for_user(pengguna, per=per).filter(pk=keputusan).exists()


@Policy
def jadwalkan(
    keputusan: Keputusan,
    pengguna: Pengguna,
    *,
    per: date,
    peserta: int,
    putusan: Sequence[Putusan] = (),
) -> Iterator[Refusal | str]:
    """Arrange one for a decree: somebody waits for it, and its days are lawful (H25)."""
    yield from buka.refusals(pengguna, per=per)
    if not _terlihat(keputusan.pk, pengguna, per=per):
        yield OutOfReach()
    if keputusan.status != StatusKeputusan.DITETAPKAN:
        yield "Pelantikan dijadwalkan untuk keputusan yang sudah ditetapkan dan masih berlaku."
    elif not peserta:
        yield "Tidak ada lagi yang menunggu dilantik menurut keputusan ini."
    yield from tanpa_halangan.refusals(putusan)


@Policy
def tanpa_halangan(putusan: Sequence[Putusan]) -> Iterator[Refusal]:
    """Nothing of what the rules found stands against swearing in."""
    if putusan:
        kata = [f"{p.bunyi} {p.perbaikan} ({p.kode}; {p.dasar})" for p in putusan]
        yield WrongMoment(" ".join(kata), kode=putusan[0].kode)


@Policy
def catat(
    pelantikan: Pelantikan, pengguna: Pengguna, *, per: date, tersisa: int
) -> Iterator[Refusal | str]:
    """Record who was there: on its day or later, and for those not yet recorded."""
    yield from buka.refusals(pengguna, per=per)
    if not _terlihat(pelantikan.keputusan_id, pengguna, per=per):
        yield OutOfReach()
    if pelantikan.dibatalkan_pada is not None:
        yield BATAL
    if pelantikan.tanggal > per:
        yield f"Pelantikan baru berlangsung {pelantikan.tanggal:%d-%m-%Y}."
    if not tersisa:
        yield "Kehadiran semua peserta sudah dicatat."


@Policy
def ubah(
    pelantikan: Pelantikan, pengguna: Pengguna, *, per: date, tercatat: bool
) -> Iterator[Refusal | str]:
    """Move it to another day, or call it off: nobody's presence is recorded yet."""
    yield from buka.refusals(pengguna, per=per)
    if not _terlihat(pelantikan.keputusan_id, pengguna, per=per):
        yield OutOfReach()
    if pelantikan.dibatalkan_pada is not None:
        yield BATAL
    elif tercatat:
        yield "Pelantikan ini sudah berlangsung."

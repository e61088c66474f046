"""Who decides a plan of a structure, takes the decision back, gives it up, puts it into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.kata import tanggal
from penilaian.kernel.sotk_periksa import TemuanSotk
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.policies.sotk import MIN_ALASAN, lihat_sotk
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def memutus_sotk(rencana: RencanaSotk, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Decide plans of this branch, whatever state this one is in."""
    yield from lihat_sotk.refusals(rencana, pengguna, per=per)
    jangkauan = Jangkauan.milik(pengguna, Izin.SOTK_TETAPKAN, per=per)
    if not jangkauan.memuat(rencana.cabang.kiri):
        yield NotAllowed("Rencana struktur diputuskan oleh PyB atau PPK.")


@Policy
def tetapkan_sotk(
    rencana: RencanaSotk,
    pengguna: Pengguna,
    dasar: str,
    menghalangi: Sequence[TemuanSotk],
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Decide a draft: on a regulation, while nothing in it contradicts itself."""
    yield from memutus_sotk.refusals(rencana, pengguna, per=per)
    if rencana.keadaan != KeadaanSotk.DRAF:
        yield f"Rencana ini {rencana.get_keadaan_display().lower()}; yang ditetapkan adalah draf."
    if not dasar.strip():
        yield "Sebutkan peraturan yang menetapkan struktur ini."
    if menghalangi:
        yield (f"Ada {len(menghalangi)} hal yang harus dibereskan dahulu. {menghalangi[0].kalimat}")


@Policy
def kembalikan_sotk(
    rencana: RencanaSotk,
    pengguna: Pengguna,
    alasan: str,
    menghalangi: Sequence[TemuanSotk],
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Make a decided plan a draft again: before its day, or when it cannot be put into force."""
    yield from memutus_sotk.refusals(rencana, pengguna, per=per)
    if rencana.keadaan != KeadaanSotk.DITETAPKAN:
        yield "Hanya rencana yang ditetapkan dan belum berlaku yang dapat dikembalikan."
    elif rencana.berlaku <= per and not menghalangi:
        yield "Tanggal berlakunya sudah tiba; rencana ini tidak dapat dikembalikan lagi."
    if len(alasan.strip()) < MIN_ALASAN:
        yield f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf."


@Policy
def membatalkan_sotk(
    rencana: RencanaSotk, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Give plans of this branch up: who drafts them or who decides them."""
    yield from lihat_sotk.refusals(rencana, pengguna, per=per)
    hak = (Izin.SOTK_SUSUN, Izin.SOTK_TETAPKAN)
    kiri = rencana.cabang.kiri
    if not any(Jangkauan.milik(pengguna, satu, per=per).memuat(kiri) for satu in hak):
        yield NotAllowed("Rencana struktur dibatalkan oleh penyusun atau pejabat yang memutuskan.")


@Policy
def batalkan_sotk(
    rencana: RencanaSotk, pengguna: Pengguna, alasan: str, *, per: date
) -> Iterator[Refusal | str]:
    """Give a draft up, with a reason."""
    yield from membatalkan_sotk.refusals(rencana, pengguna, per=per)
    if rencana.keadaan != KeadaanSotk.DRAF:
        yield "Hanya draf yang dapat dibatalkan; kembalikan dahulu rencana yang ditetapkan."
    if len(alasan.strip()) < MIN_ALASAN:
        yield f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf."


@Policy
def berlakukan_sotk(
    rencana: RencanaSotk,
    pengguna: Pengguna,
    menghalangi: Sequence[TemuanSotk],
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Put a decided plan into force on its day or later; the system itself may."""
    if not pengguna.teknis:
        yield from memutus_sotk.refusals(rencana, pengguna, per=per)
    if rencana.keadaan != KeadaanSotk.DITETAPKAN:
        yield "Yang diberlakukan adalah rencana yang sudah ditetapkan."
    elif rencana.berlaku > per:
        yield f"Rencana ini baru berlaku {tanggal(rencana.berlaku)}."
    if menghalangi:
        yield (
            "Keadaan berubah sejak rencana ini ditetapkan, jadi belum dapat diberlakukan. "
            f"{menghalangi[0].kalimat}"
        )

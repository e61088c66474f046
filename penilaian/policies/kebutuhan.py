"""Who may read needs and gaps, and who decides a need."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils import timezone

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def lihat_kebutuhan(pengguna: Any) -> Iterator[Refusal | str]:
    """The right over any unit opens the page; the rows are bound by the reach."""
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=timezone.localdate())
    if jangkauan.kosong:
        yield NotAllowed("Peran Anda tidak mencakup kebutuhan dan kesenjangan pegawai.")


@Policy
def tetapkan_kebutuhan(
    formasi: Formasi, mentah: Decimal, dasar: str, pengguna: Pengguna
) -> Iterator[Refusal | str]:
    """Decide the need of a post: with the right over its unit, on a stated basis."""
    jangkauan = Jangkauan.milik(pengguna, Izin.IMPOR_KEBUTUHAN)
    if not pengguna.teknis and not jangkauan.memuat(formasi.unit.kiri):
        yield NotAllowed("Peran Anda tidak mencakup penetapan kebutuhan di unit ini.")
    if mentah < 0:
        yield "Kebutuhan tidak dapat kurang dari nol."
    if not dasar.strip():
        yield "Sebutkan dasar penetapan kebutuhan."

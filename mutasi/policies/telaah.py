"""Who answers for an office: its head, or the head above him when the case is his own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import TelaahUnit
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, PenugasanPeran, UnitKerja
from toolkit.policy import NotAllowed, Policy, Refusal


def kepala(unit: UnitKerja, *, per: date, kecuali: int | None = None) -> list[int]:
    """The accounts whose right to review is held over this office or one above it, the nearest
    office first; roles over the whole agency are not heads of it."""
    rows = (
        PenugasanPeran.objects.aktif(per)
        .memberi(Izin.USULAN_TELAAH)
        .filter(unit__kiri__lte=unit.kiri, unit__kanan__gte=unit.kanan, pengguna__is_active=True)
        .exclude(unit__kiri=1)
        .exclude(pengguna=kecuali or 0)
        .order_by("-unit__kiri", "pk")
    )
    return list(dict.fromkeys(rows.values_list("pengguna_id", flat=True)))


@Policy
def jawab_telaah(telaah: TelaahUnit, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """The head of the office or of one above it answers; whom the case concerns was refused before.

    Where nobody below the whole agency is left (the case is about the head of an OPD), PyB answers:
    he is their superior (``mutasi.kernel.aturan.pelaku.PENGGANTI``).
    """
    jangkauan = Jangkauan.milik(pengguna, Izin.USULAN_TELAAH, per=per)
    berhak = not jangkauan.semua and jangkauan.memuat(telaah.unit.kiri)
    if not berhak and memegang(pengguna, Izin.USULAN_SETUJUI_PYB, per=per):
        berhak = not kepala(telaah.unit, per=per, kecuali=telaah.usulan.pegawai.pengguna_id)
    if not berhak:
        yield NotAllowed(f"Telaah ini dijawab kepala {telaah.unit.nama}.")
    if telaah.versi != telaah.usulan.versi:
        yield "Usulan sudah berubah; telaah yang baru diminta tersendiri."
    if telaah.dijawab_pada is not None:
        yield "Telaah unit ini sudah dijawab."

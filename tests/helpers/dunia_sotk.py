"""A planned structure for the world of the matrix: a draft whose posts can be placed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from organisasi.izin import Peran
from penilaian.services.sotk_susun import buat_sotk

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def rencana_sotk(dunia: Dunia) -> None:
    """The Dinas Pendidikan as it is today, planned for half a year later."""
    oleh, post = dunia.orang[Peran.BAGIAN_ORGANISASI], dunia.posisi[0]
    rencana = buat_sotk(
        dunia.unit["disdik"].pk, nama="Penataan Dinas Pendidikan",
        berlaku=dunia.per + timedelta(days=180), per=dunia.per, oleh=oleh,
    )  # fmt: skip
    satu = ("rencana", "ubah", "riwayat", "kotak-baru", "penempatan", "tempatkan-banyak")
    dunia.catat("penilaian", *(f"sotk-{nama}" for nama in satu), pk=rencana.pk)
    dunia.catat("penilaian", "sotk-akibat", "sotk-tetapkan", pk=rencana.pk)
    dunia.catat("penilaian", "sotk-putuskan", pk=rencana.pk, aksi="tetapkan")
    dunia.catat("penilaian", "sotk-cetak", pk=rencana.pk, bentuk="xlsx")
    kotak = rencana.kotak.get(asal=post.unit_id).pk
    dunia.catat("penilaian", "sotk-kotak", pk=rencana.pk, kotak=kotak)
    dunia.catat("penilaian", "sotk-kotak-aksi", pk=rencana.pk, kotak=kotak, aksi="gabung")
    unit = {"pk": rencana.pk, "unit": post.unit_id}
    dunia.catat("penilaian", "sotk-unit", "sotk-kembalikan", **unit)
    pos = {"pk": rencana.pk, "formasi": post.pk}
    dunia.catat("penilaian", "sotk-tempatkan", "sotk-lepas", **pos)

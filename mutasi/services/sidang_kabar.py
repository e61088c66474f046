"""What members of a session are told; neither the mail nor the message names a case."""

from __future__ import annotations

from django.urls import reverse

from mutasi.models import SidangTPK
from organisasi.services.pemberitahuan import beri_tahu_banyak


def kabari(sidang: SidangTPK, judul: str, kunci: str) -> None:
    """Tell every member of the team once per ``kunci``."""
    beri_tahu_banyak(
        sidang.tim.anggota.values_list("pengguna", flat=True),
        kunci=f"sidang-{sidang.pk}-{kunci}", judul=judul,
        isi=f"{sidang.tanggal:%d-%m-%Y}, {sidang.tempat} ({sidang.cara}).",
        tautan=reverse("mutasi:sidang-rincian", args=[sidang.pk]),
    )  # fmt: skip

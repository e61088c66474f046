"""Matches of names, with what follows for needs: decided here, counted everywhere."""

from __future__ import annotations

from datetime import date

from pegawai.services.dihitung import segarkan_dihitung
from penilaian.services.kebutuhan import pindahkan_kebutuhan, tandai_dipakai


def selaraskan(*, per: date) -> int:
    """Count holders and needs where the matches say; returns how many posts were concerned.

    Called inside the transaction of the act that decided a match or brought new posts.
    """
    dipindah = segarkan_dihitung(per=per)
    posts = pindahkan_kebutuhan()
    tandai_dipakai(posts)
    return len(dipindah.formasi | posts)

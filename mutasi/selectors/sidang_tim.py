"""The seats of a team from the people chosen, with the offices they hold now."""

from __future__ import annotations

from collections.abc import Iterable

from mutasi.models import KedudukanTim
from organisasi.models import Pengguna
from pegawai.models import Pegawai


def kursi_dari(
    ketua: Pengguna, anggota: Iterable[Pengguna], sekretaris: Pengguna | None
) -> list[tuple[Pengguna, KedudukanTim, str]]:
    """Chair, members, secretary; the office as the register knows it, else empty."""
    kursi = [(ketua, KedudukanTim.KETUA)]
    kursi += [(satu, KedudukanTim.ANGGOTA) for satu in anggota]
    if sekretaris is not None:
        kursi.append((sekretaris, KedudukanTim.SEKRETARIS))
    rows = Pegawai.objects.filter(pengguna__in=[siapa for siapa, _ in kursi])
    jabatan = dict(rows.values_list("pengguna", "formasi__jabatan__nama"))
    return [(siapa, sebagai, jabatan.get(siapa.pk) or "") for siapa, sebagai in kursi]

"""What pasted lines are held against, each in one query however many lines there are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from mutasi.kernel.jenis import SAMPINGAN
from mutasi.kernel.tempelan_cocok import Papan, Pos
from mutasi.models import UsulanMutasi
from mutasi.selectors import rancangan_cari as cari
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai

_KOLOM = ("pk", "jabatan__nama", "unit__nama", "unit__siasn_id", "unit__opd__nama")


def papan(pengguna: Pengguna, *, per: date) -> Papan:
    """Posts this person may put into a line, as the one-line form finds them."""
    rows = cari.jabatan_terjangkau(pengguna, per=per).filter(jabatan__aktif=True)
    urut = rows.order_by("unit__kiri", "jabatan__nama").values_list(*_KOLOM)
    return Papan(
        Pos(pk, jabatan, unit, kode, opd or "")
        for pk, jabatan, unit, kode, opd in urut.iterator(chunk_size=5000)
    )


def orang(pengguna: Pengguna, nip: Collection[str], *, per: date) -> dict[str, Pegawai]:
    """Whom this person may put into a line, by NIP."""
    rows = cari.orang_terjangkau(pengguna, per=per).filter(nip__in=nip)
    rows = rows.select_related("formasi__jabatan", "formasi__unit")
    return {satu.nip: satu for satu in rows.defer("siasn", "nik_sandi").order_by()}


def sedang_diusulkan(pengguna: Pengguna, pegawai: Collection[int], *, per: date) -> set[int]:
    """Those with a case before its decree that this person may know of."""
    rows: Any = UsulanMutasi.objects.for_user(pengguna, per=per).sebelum_sk()
    rows = rows.filter(pegawai__in=pegawai).exclude(jenis__in=[j.value for j in SAMPINGAN])
    return set(rows.order_by().values_list("pegawai", flat=True))


def formasi(pk: Collection[int]) -> dict[int, Formasi]:
    """Rows of posts with what their level is told from."""
    return Formasi.objects.select_related("jabatan__padanan").in_bulk(list(pk))

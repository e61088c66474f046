"""Outside requests as those who may read them see them; they enter no computation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mutasi.models import Titipan
from organisasi.models import Pengguna


def titipan_terlihat(pengguna: Pengguna, *, per: date) -> QuerySet[Titipan]:
    """Everything one may read, with the names."""
    return (
        Titipan.objects.for_user(pengguna, per=per)
        .select_related(
            "pegawai__unit__opd", "formasi__jabatan", "formasi__unit", "dicatat_oleh"
        )
        .defer("pegawai__siasn", "pegawai__nik_sandi")
    )  # fmt: skip


def daftar_titipan(
    pengguna: Pengguna, *, q: str = "", tahun: int | None = None, per: date
) -> QuerySet[Titipan]:
    """The newest first; narrowed by a name, a NIP, who asked, or a year."""
    rows = titipan_terlihat(pengguna, per=per)
    if tahun is not None:
        rows = rows.filter(tanggal__year=tahun)
    if q:
        rows = rows.filter(
            Q(pegawai__nama__icontains=q) | Q(pegawai__nip=q.replace(" ", ""))
            | Q(pihak__icontains=q)
        )  # fmt: skip
    return rows


def tahun_titipan(pengguna: Pengguna, *, per: date) -> list[int]:
    """The years in which something was received, newest first."""
    rows = Titipan.objects.for_user(pengguna, per=per).order_by()
    return sorted(set(rows.values_list("tanggal__year", flat=True)), reverse=True)


def titipan_untuk(
    pegawai_ids: Collection[int], pengguna: Pengguna, *, per: date
) -> dict[int, list[Titipan]]:
    """By person, for the TPK's sheet: what this reader may see about these people, in one query
    beside that for his rights; people nobody asked about are not in it."""
    hasil: dict[int, list[Any]] = defaultdict(list)
    for satu in titipan_terlihat(pengguna, per=per).filter(pegawai__in=pegawai_ids):
        hasil[satu.pegawai_id].append(satu)
    return dict(hasil)

"""Outside requests as those who may read them see them; they enter no computation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mutasi.models import Titipan
from mutasi.selectors.rancangan_cari import cari_jabatan as mencari_jabatan
from mutasi.selectors.rancangan_cari import cari_orang as mencari_orang
from mutasi.selectors.rancangan_cari import jabatan_terjangkau, orang_terjangkau
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai
from toolkit.sekaligus import Arm


@dataclass(frozen=True)
class Pilihan:
    """What was chosen and found so far on the way to writing one down."""

    orang: Pegawai | None
    formasi: Formasi | None
    temuan: Sequence[Pegawai]
    temuan_jabatan: Sequence[Any]


def pilihan_titipan(
    pengguna: Pengguna, *, orang: int, formasi: int, cari: str, cari_jabatan: str, per: date
) -> Pilihan:
    """The person and the post by their keys (0: none), else what a search finds, within sight."""
    siapa = orang_terjangkau(pengguna, per=per).filter(pk=orang).select_related("unit").first()
    post = jabatan_terjangkau(pengguna, per=per).filter(pk=formasi)
    return Pilihan(
        orang=siapa,
        formasi=post.select_related("jabatan", "unit").first() if formasi else None,
        temuan=[] if siapa else mencari_orang(pengguna, cari, per=per),
        temuan_jabatan=mencari_jabatan(pengguna, cari_jabatan, per=per),
    )


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


def arm_titipan(pegawai_id: int, pengguna: Pengguna, *, per: date) -> Arm:
    """The same about one person, to be read with other things."""
    rows = Titipan.objects.for_user(pengguna, per=per).filter(pegawai=pegawai_id)
    return Arm(rows, ("pegawai_id", "pihak", "kedudukan", "cara", "isi", "tanggal"))

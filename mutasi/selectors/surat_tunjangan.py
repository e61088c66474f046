"""The allowance a statement letter names: known only when it is known whom the letter is about."""

from __future__ import annotations

from dataclasses import replace

from mutasi.kernel.perubahan import Uang
from mutasi.models import JenisSurat
from mutasi.selectors.perubahan import tunjangan_pos
from mutasi.selectors.surat import Pilihan, mulai_surat
from pegawai.models import Formasi

BERTUNJANGAN = (JenisSurat.SPP, JenisSurat.SPMJ, JenisSurat.SPMT)


def tentang(pilihan: Pilihan, usulan: str) -> Pilihan:
    """The letter as it stands for the one person asked for; for all of them without such a one."""
    satu = tuple(u for u in pilihan.usulan if str(u.pk) == usulan)
    return replace(pilihan, usulan=satu) if satu else pilihan


def tunjangan_surat(pilihan: Pilihan) -> Uang | None:
    """The allowance of the new post on the day the letter speaks of.

    None where the letter names none, where several people may still be meant, and where the table
    does not speak of the post.
    """
    if pilihan.jenis not in BERTUNJANGAN or len(pilihan.usulan) != 1:
        return None
    (usulan,) = pilihan.usulan
    if usulan.ke_id is None:
        return None
    tujuan = Formasi.objects.select_related("jabatan__padanan").get(pk=usulan.ke_id)
    return tunjangan_pos(tujuan, per=mulai_surat(pilihan.jenis, usulan))

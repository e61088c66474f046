"""Everything derived, recomputed: tree, assignments without unit, copies, totals, words, flags."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jejak.catat import Objek, catat
from organisasi.models import Pengguna
from organisasi.services.pohon import susun_ulang_pohon
from pegawai import tindakan
from pegawai.services.akun import samakan_peran
from pegawai.services.turunan import sambungkan, segarkan_isi, segarkan_kata, segarkan_orang
from penilaian.models import Kebutuhan
from penilaian.services.terhitung import selaraskan, tandai_dipakai


@transaction.atomic
def hitung_ulang(*, per: date, oleh: Pengguna) -> dict[str, int]:
    """How many rows of each kind were wrong and are right now; a second run finds none.

    Leaves a trace only when something changed.
    """
    berubah = {
        "pohon_unit": susun_ulang_pohon(),
        "formasi_terhitung": selaraskan(per=per),
        "penugasan_tersambung": len(sambungkan(per=per)),
        "salinan_pegawai": segarkan_orang(None, per=per),
        "isi_formasi": segarkan_isi(None, per=per),
        "kata_cari": segarkan_kata(None),
        "kebutuhan_dipakai": _tandai_kebutuhan(),
        "peran_pegawai": samakan_peran(None, oleh=oleh, per=per),
    }
    if any(berubah.values()):
        catat(
            tindakan.TURUNAN_DIHITUNG,
            Objek("config.turunan", "semua", "semua data turunan"),
            oleh=oleh,
            sesudah={"per": per, **{k: v for k, v in berubah.items() if v}},
        )
    return berubah


@transaction.atomic
def segarkan_hari_baru(*, per: date, oleh: Pengguna) -> int:
    """What the calendar alone changes: somebody passed his retirement age since yesterday.

    Returns how many posts count differently now; leaves a trace only when there are any.
    """
    berubah = segarkan_isi(None, per=per)
    if berubah:
        catat(
            tindakan.TURUNAN_DIHITUNG,
            Objek("config.turunan", "isi_formasi", "bezetting efektif"),
            oleh=oleh,
            sesudah={"per": per, "isi_formasi": berubah},
        )
    return berubah


def _tandai_kebutuhan() -> int:
    """For how many needs the flag "this one counts", or its sum, was wrong."""
    return tandai_dipakai(set(Kebutuhan.objects.order_by().values_list("formasi", flat=True)))

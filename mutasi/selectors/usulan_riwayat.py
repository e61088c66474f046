"""The history of one case: its stays, the decisions on each version, what was frozen, its trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jejak.selectors import Catatan
from jejak.selectors import riwayat as baca_jejak
from mutasi.models import BekuanUsulan, Persetujuan, Singgah, Surat, UsulanMutasi
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna

BANYAK = 100


@dataclass(frozen=True)
class RiwayatUsulan:
    """``jejak`` is empty for those who only see the case, as its reviewers do."""

    singgah: list[Singgah]
    keputusan: list[Persetujuan]
    bekuan: list[BekuanUsulan]
    surat: list[Surat]
    jejak: tuple[Catatan, ...]


def riwayat(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> RiwayatUsulan:
    """Newest first, but for the stays, which are read as they went."""
    memproses = memegang(
        pengguna, Izin.USULAN_PROSES, Izin.SIDANG_LIHAT, Izin.USULAN_AWASI, Izin.USULAN_PUTUSKAN,
        Izin.USULAN_SETUJUI_PYB, per=per,
    )  # fmt: skip
    jejak = baca_jejak(usulan, jumlah=BANYAK, rahasia=True).baris if memproses else ()
    return RiwayatUsulan(
        singgah=list(usulan.singgah.select_related("oleh")),
        keputusan=list(usulan.persetujuan.select_related("diputus_oleh").order_by("-pk")),
        bekuan=list(usulan.bekuan.select_related("dibuat_oleh").defer("isi")),
        surat=list(usulan.surat.defer("isi")),
        jejak=jejak,
    )

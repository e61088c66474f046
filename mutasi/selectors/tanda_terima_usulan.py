"""The entries of the trail about one announced case for which its employee may have a receipt.

An entry that carries words of somebody else (a reason may name others who were compared) is proved
without its content: number, time, act, role and place in the tree stay, its words do not go out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from jejak.models import AkarJejak, IsiPeristiwa, Peristiwa
from jejak.tanda_terima import buat_tanda_terima
from jejak.tindakan import TINDAKAN
from mutasi import tindakan_jalan as t
from mutasi.models import Keputusan, UsulanMutasi
from mutasi.models.keputusan import BERTANDA
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach

_USULAN = UsulanMutasi._meta.label_lower
_KEPUTUSAN = Keputusan._meta.label_lower
ATAS_USULAN = sorted(
    satu.kode
    for satu in (
        *t.MENURUT_AKSI.values(), t.DIUMUMKAN, t.KESEDIAAN_DIJAWAB, t.PENYAMPAIAN_DIBUKA,
    )
)  # fmt: skip
ATAS_KEPUTUSAN = sorted(satu.kode for satu in (t.KEPUTUSAN_DITETAPKAN, t.KEPUTUSAN_BERTANDA))


@dataclass(frozen=True)
class Bukti:
    """One act with its receipt. ``alasan``: why there is none yet."""

    entri: Peristiwa
    kalimat: str
    tanpa_isi: bool
    alasan: tuple[str, ...]


def daftar_bukti(usulan: UsulanMutasi, pengguna: Pengguna) -> list[Bukti]:
    """What was done, in its order, in four queries."""
    entri = list(_entri(usulan).order_by("urutan"))
    isi = IsiPeristiwa.objects.in_bulk([satu.urutan for satu in entri])
    akhir = AkarJejak.objects.order_by("-urutan").values_list("urutan", flat=True).first() or 0
    return [
        Bukti(
            entri=satu, kalimat=_kalimat(satu),
            tanpa_isi=_tertutup(isi.get(satu.urutan), satu, pengguna),
            alasan=() if satu.urutan <= akhir else (BELUM_TERBIT,),
        )
        for satu in entri
    ]  # fmt: skip


BELUM_TERBIT = "Tersedia sesudah akar berikutnya terbit, paling lambat besok."


def _entri(usulan: UsulanMutasi) -> Any:
    sk = usulan.keputusan.filter(keputusan__status__in=BERTANDA)
    nomor = [str(pk) for pk in sk.values_list("keputusan", flat=True)]
    return Peristiwa.objects.filter(
        Q(objek_jenis=_USULAN, objek_id=str(usulan.pk), tindakan__in=ATAS_USULAN)
        | Q(objek_jenis=_KEPUTUSAN, objek_id__in=nomor, tindakan__in=ATAS_KEPUTUSAN)
    )


def _kalimat(entri: Peristiwa) -> str:
    """Who in which role did what; names of people stay out of the list."""
    objek = "usulan ini" if entri.objek_jenis == _USULAN else "keputusan tentang Anda"
    tindakan = TINDAKAN.get(entri.tindakan)
    bunyi = tindakan.kalimat(objek) if tindakan else entri.tindakan
    return f"{bunyi[:1].upper()}{bunyi[1:]}"


def _tertutup(isi: IsiPeristiwa | None, entri: Peristiwa, pengguna: Pengguna) -> bool:
    """Whether the content holds words that somebody else wrote."""
    if isi is None:
        return True
    if entri.pelaku_id == pengguna.sebagai_pelaku().id:
        return False
    return bool(json.loads(isi.isi).get("alasan"))


def tanda_terima(usulan: UsulanMutasi, urutan: int, pengguna: Pengguna) -> dict[str, Any]:
    """The receipt of one of these entries; for any other number there is nothing (404)."""
    entri = _entri(usulan).filter(urutan=urutan).first()
    if entri is None:
        raise OutOfReach
    hasil = buat_tanda_terima(entri.urutan)
    if _tertutup(IsiPeristiwa.objects.filter(urutan=entri.urutan).first(), entri, pengguna):
        hasil["entri"] = {**hasil["entri"], "garam": None, "isi": None}
    return hasil

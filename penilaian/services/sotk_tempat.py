"""Acts that place by hand: a post of today, or some of its holders, into a box of the plan.

The history names posts and counts people; it never says who, because more people may read a plan
than may read files of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from organisasi.models import Pengguna
from pegawai.models import Formasi, Jabatan, Pegawai
from penilaian.models import KotakSotk, Nasib, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.services.sotk_peta import sidik_tempat, tolak_basi
from penilaian.services.sotk_susun import catat_ubah, kotak_dari, kunci_sotk
from toolkit.policy import OutOfReach, WrongMoment


@dataclass(frozen=True)
class Tempat:
    """What was decided: into what one falls, the box, the jabatan there (none: the same)."""

    nasib: str
    kotak_id: int | None = None
    jabatan_id: int | None = None
    alasan: str = ""


@transaction.atomic
def tempatkan(
    pk: int, dari_id: int, *, tempat: Tempat, orang: Sequence[int] = (), versi: str = "",
    per: date, oleh: Pengguna,
) -> int:  # fmt: skip
    """Place these holders of a post, or the whole post; returns how many decisions stand now."""
    rencana = _mulai(pk, per, oleh)
    tolak_basi(rencana, "Penempatan jabatan ini", versi, sidik_tempat(rencana, dari_id))
    return _tempatkan(rencana, _pos(rencana, dari_id), tempat, orang, oleh)


@transaction.atomic
def tempatkan_banyak(
    pk: int, dari: Sequence[int], *, tempat: Tempat, versi: str = "", per: date, oleh: Pengguna
) -> int:
    """Place several whole posts at once, all of them or none; returns how many."""
    rencana = _mulai(pk, per, oleh)
    tolak_basi(rencana, "Penempatan", versi, sidik_tempat(rencana))
    if not dari:
        raise WrongMoment("Centang paling sedikit satu jabatan.")
    return sum(_tempatkan(rencana, _pos(rencana, satu), tempat, (), oleh) for satu in dari)


def _tempatkan(
    rencana: RencanaSotk, dari: Formasi, tempat: Tempat, orang: Sequence[int], oleh: Pengguna
) -> int:
    kotak = kotak_dari(rencana, tempat.kotak_id) if tempat.kotak_id else None
    jabatan = _jabatan(tempat.jabatan_id)
    policies.tempatkan.check(dari, tempat.nasib, kotak, jabatan, tempat.alasan)
    _periksa_pemangku(dari, orang)
    belum = tempat.nasib == Nasib.BELUM
    isi: dict[str, Any] = {
        "kotak": None if belum else kotak,
        "jabatan": None if belum else jabatan,
        "nasib": tempat.nasib,
        "alasan": tempat.alasan.strip()[:500],
    }
    for pegawai_id in orang:
        rencana.penempatan.update_or_create(dari=dari, pegawai_id=pegawai_id, defaults=isi)
    if not orang:
        rencana.penempatan.update_or_create(dari=dari, pegawai=None, defaults=isi)
        # A decision about the post replaces those about its holders: one word for all of them.
        rencana.penempatan.filter(dari=dari, pegawai__isnull=False).delete()
    sesudah = _ringkas(isi, orang)
    catat_ubah(rencana, f"menempatkan “{dari}”", None, sesudah, oleh, alasan=isi["alasan"])
    return len(orang) or 1


@transaction.atomic
def lepas_penempatan(
    pk: int, dari_id: int, *, orang: Sequence[int] = (), per: date, oleh: Pengguna
) -> int:
    """Take decisions about a post, or about these holders, back: the map of the boxes decides."""
    rencana = _mulai(pk, per, oleh)
    dari = _pos(rencana, dari_id)
    rows = rencana.penempatan.filter(dari=dari)
    rows = rows.filter(pegawai__in=orang) if orang else rows
    jumlah = rows.count()
    if not jumlah:
        raise WrongMoment("Tidak ada penempatan yang ditulis tangan untuk jabatan atau orang ini.")
    rows.delete()
    apa = f"melepas penempatan “{dari}”"
    catat_ubah(rencana, apa, {"penempatan": jumlah}, {"penempatan": 0}, oleh)
    return jumlah


def _mulai(pk: int, per: date, oleh: Pengguna) -> RencanaSotk:
    rencana = kunci_sotk(pk)
    policies.ubah_sotk.check(rencana, oleh, per=per)
    return rencana


def _pos(rencana: RencanaSotk, dari_id: int) -> Formasi:
    rows = Formasi.objects.with_names().filter(
        unit__kiri__gte=rencana.cabang.kiri, unit__kiri__lte=rencana.cabang.kanan
    )
    dari = rows.filter(pk=dari_id).first()
    if dari is None:
        raise OutOfReach()
    return dari


def _jabatan(pk: int | None) -> Jabatan | None:
    if not pk:
        return None
    jabatan = Jabatan.objects.filter(pk=pk, aktif=True).first()
    if jabatan is None:
        raise WrongMoment("Jabatan tujuan itu tidak ditemukan di referensi yang berlaku.")
    return jabatan


def _periksa_pemangku(dari: Formasi, orang: Sequence[int]) -> None:
    ada = Pegawai.objects.filter(formasi=dari, pk__in=orang).count()
    if ada != len(set(orang)):
        raise WrongMoment(
            "Ada yang dipilih tetapi bukan lagi pemangku jabatan ini. Muat ulang halamannya."
        )


def _ringkas(isi: dict[str, Any], orang: Iterable[int]) -> dict[str, Any]:
    kotak: KotakSotk | None = isi["kotak"]
    jumlah = len(list(orang))
    return {
        "siapa": f"{jumlah} pemangku" if jumlah else "seluruh jabatan",
        "menjadi": Nasib(isi["nasib"]).label,
        "kotak": "" if kotak is None else kotak.nama,
        "jabatan": "" if isi["jabatan"] is None else isi["jabatan"].nama,
    }

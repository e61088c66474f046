"""Outside requests about a named person: written down by whoever receives them, only ever added.

They add no points: nothing that computes scores, ranks or conditions reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from jejak.kernel.kanonik import kanonik, polos
from mutasi.models import Titipan
from mutasi.policies import titipan as policies
from mutasi.tindakan_jalan import TITIPAN_DICATAT
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai
from toolkit.policy import Refusal


@dataclass(frozen=True)
class IsiTitipan:
    """Who asked what, by which way, on which day it was received."""

    pihak: str
    cara: str
    isi: str
    tanggal: date
    kedudukan: str = ""


@transaction.atomic
def catat_titipan(
    pegawai: Pegawai, isi: IsiTitipan, *, oleh: Pengguna, per: date, formasi: Formasi | None = None
) -> Titipan:
    """Write it down. The sealed trace holds the hash of its words, never the words."""
    policies.catat.check(pegawai, oleh, per=per)
    if isi.tanggal > per:
        raise Refusal("Permintaan tidak dapat diterima di hari yang akan datang.", kode="tanggal")
    if not (isi.pihak.strip() and isi.cara.strip() and isi.isi.strip()):
        raise Refusal("Tulis siapa yang meminta, lewat apa, dan apa yang diminta.", kode="isi")
    baru = Titipan(
        pegawai=pegawai, formasi=formasi, pihak=isi.pihak.strip(), cara=isi.cara.strip(),
        kedudukan=isi.kedudukan.strip(), isi=isi.isi.strip(), tanggal=isi.tanggal,
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    catat(
        TITIPAN_DICATAT, baru, oleh=oleh,
        sesudah={"tanggal": baru.tanggal, "sidik": sidik_titipan(baru)},
    )  # fmt: skip
    return baru


def sidik_titipan(satu: Titipan) -> str:
    """sha256 over what was written, so that the trail proves it without repeating it."""
    isi = {
        "pegawai": satu.pegawai_id, "formasi": satu.formasi_id, "pihak": satu.pihak,
        "kedudukan": satu.kedudukan, "cara": satu.cara, "isi": satu.isi, "tanggal": satu.tanggal,
    }  # fmt: skip
    return sha256(kanonik(polos(isi)).encode()).hexdigest()

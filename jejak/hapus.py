"""Lawful erasure: the content of entries goes, the entries and every proof stay."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from jejak.catat import BerPelaku, Objek, catat_banyak, kunci_kepala
from jejak.kernel.rantai import JENIS_PERISTIWA
from jejak.models import IsiPeristiwa
from jejak.tindakan import ISI_DIHAPUS
from toolkit.policy import Refusal

PER_LANGKAH = 500


@transaction.atomic
def hapus_isi(urutan: Iterable[int], *, oleh: BerPelaku, alasan: str) -> int:
    """Erase the content of these entries, naming each in an entry of its own; return how many.

    Refuses an erasure without a reason, and entries that have no content (any more). Who may ask
    for it is for the rooms above to say.
    """
    if not alasan.strip():
        raise Refusal("Penghapusan isi jejak harus beralasan.", kode="tanpa_alasan")
    kunci_kepala()
    nomor = sorted(set(urutan))
    langkah = [nomor[i : i + PER_LANGKAH] for i in range(0, len(nomor), PER_LANGKAH)]
    ada = {
        satu
        for sebagian in langkah
        for satu in IsiPeristiwa.objects.filter(pk__in=sebagian).values_list("pk", flat=True)
    }
    if tanpa := [satu for satu in nomor if satu not in ada]:
        raise Refusal(f"Entri {tanpa[0]} tidak (lagi) berisi.", kode="isi_tidak_ada")
    sasaran = ((Objek(JENIS_PERISTIWA, str(n), f"isi entri {n}"), None, None) for n in nomor)
    catat_banyak(ISI_DIHAPUS, sasaran, oleh=oleh, alasan=alasan)
    for sebagian in langkah:
        IsiPeristiwa.objects.filter(pk__in=sebagian).delete()
    return len(nomor)

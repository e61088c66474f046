"""Saved views: a filtered list that a person wants back. Each person's own, nobody else's."""

from __future__ import annotations

from django.db import transaction

from jejak.catat import catat
from organisasi import tindakan
from organisasi.models import Pengguna, TampilanTersimpan
from toolkit.policy import OutOfReach, Refusal

PALING_BANYAK = 30


@transaction.atomic
def simpan_tampilan(*, oleh: Pengguna, halaman: str, nama: str, kueri: str) -> TampilanTersimpan:
    """Keep the query under a name; the same name again replaces it."""
    milik = TampilanTersimpan.objects.select_for_update().filter(pemilik=oleh, halaman=halaman)
    lama = {t.nama: t for t in milik}
    if nama not in lama and len(lama) >= PALING_BANYAK:
        raise Refusal(
            f"Paling banyak {PALING_BANYAK} tampilan per halaman. Hapus yang tidak dipakai.",
            kode="terlalu_banyak",
        )
    tampilan = lama.get(nama) or TampilanTersimpan(pemilik=oleh, halaman=halaman, nama=nama)
    sebelum = {"kueri": tampilan.kueri} if tampilan.pk else None
    tampilan.kueri = kueri
    tampilan.save()
    catat(
        tindakan.TAMPILAN_DISIMPAN, tampilan, oleh=oleh, sebelum=sebelum, sesudah={"kueri": kueri}
    )
    return tampilan


@transaction.atomic
def hapus_tampilan(tampilan_id: int, *, oleh: Pengguna) -> str:
    """Forget one's own view; returns the page it belonged to. Somebody else's is not found."""
    tampilan = (
        TampilanTersimpan.objects.select_for_update().filter(pk=tampilan_id, pemilik=oleh).first()
    )
    if tampilan is None:
        raise OutOfReach
    catat(tindakan.TAMPILAN_DIHAPUS, tampilan, oleh=oleh, sebelum={"kueri": tampilan.kueri})
    tampilan.delete()
    return tampilan.halaman

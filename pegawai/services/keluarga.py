"""Declaring and withdrawing family ties, by the person himself.

The tie is used for one thing: nobody handles, scores, recommends or signs the case of a relative
(PermenPANRB 17/2024). The trail says that a declaration was made or withdrawn and by whom; with
whom and what, it does not say.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jejak.catat import catat
from jejak.tindakan import Tindakan
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.models import HubunganKeluarga, Pegawai
from pegawai.policies import keluarga as policies
from pegawai.selectors.keluarga import cari_kerabat
from toolkit.policy import OutOfReach, Refusal

MAKS_PERNYATAAN = 30
TIDAK_COCOK = (
    "NIP dan nama itu tidak cocok dengan satu pegawai pun. Periksa keduanya; nama ditulis lengkap "
    "seperti pada SK."
)


@transaction.atomic
def nyatakan_keluarga(
    pegawai_id: int, *, oleh: Pengguna, per: date, nip: str, nama: str, jenis: str
) -> HubunganKeluarga:
    """Declare a tie with the colleague who bears this number and this name."""
    orang = _milik_sendiri(pegawai_id, oleh)
    kerabat = cari_kerabat(nip, nama)
    if kerabat is None:
        raise Refusal(TIDAK_COCOK, kode="tidak_cocok")
    if kerabat.pk == orang.pk:
        raise Refusal("Hubungan keluarga dinyatakan dengan orang lain.", kode="diri_sendiri")
    berlaku = HubunganKeluarga.objects.berlaku().filter(pegawai=orang)
    if berlaku.filter(kerabat=kerabat).exists():
        raise Refusal("Hubungan dengan orang ini sudah Anda nyatakan.", kode="sudah_ada")
    if berlaku.count() >= MAKS_PERNYATAAN:
        raise Refusal(
            f"Paling banyak {MAKS_PERNYATAAN} pernyataan. Tarik dulu yang tidak berlaku lagi.",
            kode="terlalu_banyak",
        )
    hubungan = HubunganKeluarga.objects.create(
        pegawai=orang, kerabat=kerabat, jenis=jenis, mulai=per
    )
    _catat(tindakan.KELUARGA_DINYATAKAN, orang, oleh)
    return hubungan


@transaction.atomic
def tarik_keluarga(
    pegawai_id: int, hubungan_id: int, *, oleh: Pengguna, per: date
) -> HubunganKeluarga:
    """Withdraw one's own declaration; a second time it is no longer there."""
    orang = _milik_sendiri(pegawai_id, oleh)
    milik = HubunganKeluarga.objects.berlaku().filter(pegawai=orang)
    hubungan = milik.select_for_update(of=("self",)).filter(pk=hubungan_id).first()
    if hubungan is None:
        raise OutOfReach
    hubungan.selesai = per
    hubungan.save(update_fields=["selesai"])
    _catat(tindakan.KELUARGA_DITARIK, orang, oleh)
    return hubungan


def _milik_sendiri(pegawai_id: int, oleh: Pengguna) -> Pegawai:
    """The person, held until the end of the transaction: two tabs cannot declare the same tie."""
    orang = Pegawai.objects.locked(pegawai_id)
    policies.atas_nama_sendiri.check(orang, oleh)
    return orang


def _catat(apa: Tindakan, orang: Pegawai, oleh: Pengguna) -> None:
    catat(apa, orang, oleh=oleh)

"""Certificates and licences of one person: what was passed, what one may do, until when."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.models import Pegawai, RiwayatSertifikat
from pegawai.policies import orang as policies


@transaction.atomic
def catat_sertifikat(
    pegawai_id: int,
    *,
    oleh: Pengguna,
    per: date,
    jenis: str,
    nama: str,
    mulai: date,
    selesai: date | None = None,
    nomor: str = "",
    rumpun: str = "",
    jenjang: str = "",
    alasan: str = "",
) -> RiwayatSertifikat:
    """Record a certificate; ``selesai`` is the first day on which a licence no longer holds."""
    orang = Pegawai.objects.locked(pegawai_id)
    policies.ubah_data.check(orang, oleh, per=per)
    baris = RiwayatSertifikat.objects.create(
        pegawai=orang,
        jenis=jenis,
        nama=nama,
        nomor=nomor,
        rumpun=rumpun,
        jenjang=jenjang,
        mulai=mulai,
        selesai=selesai,
        sumber="dicatat",
    )
    sesudah = {
        "sertifikat": str(baris),
        "nomor": nomor,
        "mulai": mulai,
        "selesai": selesai,
        "rumpun": rumpun,
        "jenjang": jenjang,
    }
    catat(tindakan.RIWAYAT_DICATAT, orang, oleh=oleh, alasan=alasan, sesudah=sesudah)
    return baris

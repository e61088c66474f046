"""Reminders of the limits of objections, queued once each by the daily job.

Before the limit: who has not yet spoken and who has not yet decided. Past it: BKPSDM.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from organisasi.izin import Izin
from penilaian.kernel.jam_keberatan import ingatkan_pada
from penilaian.kernel.kata import tanggal
from penilaian.models import Keberatan
from penilaian.selectors import keberatan_jam as jam
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.keberatan_kabar import akun, kabari, pemegang


@transaction.atomic
def ingatkan_keberatan(*, per: date) -> int:
    """Queue the messages of the day; returns how many cases they are about."""
    k = tetapan_penilaian(per=per)
    berjalan = Keberatan.objects.berjalan().with_names().order_by("pk")
    jumlah = 0
    for satu in berjalan:
        if satu.batas_putus < per:
            _lewat(satu, per)
        elif ingatkan_pada(satu.batas_putus, k) <= per:
            _dekat(satu)
        else:
            continue
        jumlah += 1
    return jumlah


def _dekat(keberatan: Keberatan) -> None:
    isi = f"Batas putusnya {tanggal(keberatan.batas_putus)}."
    if not jam.penilai_didengar(keberatan):
        kabari(keberatan, akun(keberatan.penilai), "ingat", "Keterangan Anda ditunggu", isi)
    judul = "Batas memutus keberatan sudah dekat"
    kabari(keberatan, akun(keberatan.pemutus), "ingat-putus", judul, isi)


def _lewat(keberatan: Keberatan, per: date) -> None:
    isi = f"Batas putusnya {tanggal(keberatan.batas_putus)}."
    penerima = pemegang(keberatan, Izin.KEBERATAN_LIHAT, per=per)
    kabari(keberatan, penerima, "lewat", "Keberatan melewati batas putusnya", isi)
    pemutus = akun(keberatan.pemutus)
    kabari(keberatan, pemutus, "lewat-putus", "Keberatan melewati batas putusnya", isi)

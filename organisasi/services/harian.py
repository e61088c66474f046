"""What has to be done once a day whether anybody presses a button or not.

Every chore finds its own work and does nothing when there is none, so it may run as often as the
worker likes, and in several workers.
"""

from __future__ import annotations

import logging
from datetime import date, timedelta

from jejak import akses
from organisasi.models import Pengguna
from organisasi.models.pengguna import TEKNIS
from organisasi.selectors import nilai_ketentuan
from organisasi.services.akar import umumkan_akar
from organisasi.services.berkas_tercecer import hapus_berkas_tercecer
from organisasi.services.cetak import hapus_cetakan_lama
from organisasi.services.impor_berkas import hapus_berkas_lama
from organisasi.services.proses import buang_tugas_lama
from toolkit.policy import Refusal

log = logging.getLogger(__name__)


def kerjakan(per: date) -> None:
    """All chores of the day ``per``."""
    sistem = Pengguna.objects.get(nama_pengguna=TEKNIS)
    hari = int(nilai_ketentuan("retensi_berkas_impor_hari", per=per))
    terhapus = hapus_berkas_lama(sebelum=per - timedelta(days=hari), oleh=sistem)
    tercecer = hapus_berkas_tercecer()
    hapus_cetakan_lama()
    buang_tugas_lama()
    rawat_catatan_akses(per, oleh=sistem)
    # From here on nobody can remove what is in the trail without somebody seeing it.
    umumkan_akar(per=per)
    log.info("Kerja harian %s: %s berkas lama, %s tercecer dihapus.", per, terhapus, tercecer)


def rawat_catatan_akses(per: date, *, oleh: Pengguna) -> None:
    """Close the past days of the access log, then let go of what is past its retention."""
    bulan = int(nilai_ketentuan("retensi_akses_bulan", per=per))
    try:
        for hari in akses.hari_terbuka(per):
            akses.tutup_hari(hari, oleh=oleh)
        tahun = max(1, -(-bulan // 12))  # rounded up: nothing goes before its time
        akses.pangkas(oleh=oleh, per=per, retensi_tahun=tahun)
    except Refusal as penolakan:  # another worker closed the same day a moment ago
        log.info("Catatan akses: %s", penolakan.kalimat)

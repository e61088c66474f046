"""The TMT that counts for the rules, where the printed one says less than the truth.

SIASN prints a new TMT when a post is only renamed; who sits there did not move. The printed date
stays what it is, the correction stands beside it with its reason, and both can be read.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.kernel.masa import tambah_tahun
from pegawai.models import Pegawai, Penugasan
from pegawai.policies import orang as policies
from pegawai.services.turunan import segarkan_orang
from toolkit.policy import Refusal

UMUR_TERMUDA = 17  # nobody is appointed earlier


@transaction.atomic
def koreksi_tmt(
    pegawai_id: int, *, oleh: Pengguna, per: date, tmt_hitung: date, alasan: str
) -> Penugasan:
    """Count the present definitive post from ``tmt_hitung``, which lies before the printed TMT.

    Refuses a day that shortens the time in the post, one before the person was 17, a correction
    without a reason, and one that changes nothing.
    """
    orang, jabatan = _kunci(pegawai_id, oleh=oleh, per=per)
    if not alasan.strip():
        raise Refusal("Koreksi TMT harus beralasan.", kode="tanpa_alasan")
    if jabatan.tmt is None or tmt_hitung >= jabatan.tmt:
        raise Refusal(
            "TMT yang dihitung harus lebih awal daripada TMT tercetak.", kode="tidak_lebih_awal"
        )
    if orang.lahir is not None and tmt_hitung < tambah_tahun(orang.lahir, UMUR_TERMUDA):
        raise Refusal(
            f"Pada tanggal itu pegawai ini belum berumur {UMUR_TERMUDA} tahun.",
            kode="terlalu_muda",
        )
    if (tmt_hitung, alasan) == (jabatan.tmt_hitung, jabatan.alasan_tmt_hitung):
        raise Refusal("Tidak ada yang berubah.", kode="tidak_berubah")
    return _tulis(orang, jabatan, tmt_hitung, alasan, alasan, oleh=oleh, per=per)


@transaction.atomic
def tarik_koreksi_tmt(pegawai_id: int, *, oleh: Pengguna, per: date, alasan: str) -> Penugasan:
    """Count from the printed TMT again."""
    orang, jabatan = _kunci(pegawai_id, oleh=oleh, per=per)
    if jabatan.tmt_hitung is None:
        raise Refusal("TMT jabatan pegawai ini tidak dikoreksi.", kode="tidak_dikoreksi")
    return _tulis(orang, jabatan, None, "", alasan, oleh=oleh, per=per)


def _kunci(pegawai_id: int, *, oleh: Pengguna, per: date) -> tuple[Pegawai, Penugasan]:
    """The person and the open definitive post, held until the end of the transaction."""
    orang = Pegawai.objects.locked(pegawai_id)
    policies.koreksi_tmt.check(orang, oleh, per=per)
    terbuka = Penugasan.objects.definitif().terbuka().filter(pegawai=orang)
    jabatan = terbuka.select_for_update(of=("self",)).first()
    if jabatan is None:
        raise Refusal("Pegawai ini tidak menduduki jabatan definitif.", kode="tanpa_jabatan")
    return orang, jabatan


def _tulis(
    orang: Pegawai,
    jabatan: Penugasan,
    tmt_hitung: date | None,
    alasan_tersimpan: str,
    alasan: str,
    *,
    oleh: Pengguna,
    per: date,
) -> Penugasan:
    lama = jabatan.tmt_hitung
    jabatan.tmt_hitung, jabatan.alasan_tmt_hitung = tmt_hitung, alasan_tersimpan
    jabatan.save(update_fields=["tmt_hitung", "alasan_tmt_hitung"])
    segarkan_orang([orang.pk], per=per)
    catat(
        tindakan.TMT_DIKOREKSI,
        orang,
        oleh=oleh,
        alasan=alasan,
        sebelum={"tmt_tercetak": jabatan.tmt, "tmt_hitung": lama},
        sesudah={"tmt_tercetak": jabatan.tmt, "tmt_hitung": tmt_hitung},
    )
    return jabatan

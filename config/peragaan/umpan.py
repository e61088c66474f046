"""Feedback between one employee and his assessor, one counselling, follow-ups in every state."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from config.peragaan.akun import SANDI
from organisasi.izin import Peran
from organisasi.models import Pengguna, PenugasanPeran
from pegawai.models import Pegawai
from penilaian.models import KeadaanTindakLanjut, TindakLanjut
from penilaian.selectors.hubungan_nilai import pasangan_seorang
from penilaian.selectors.tindak_lanjut import ringkas
from penilaian.services import konseling as acts_konseling
from penilaian.services.tindak_lanjut import terima_usul, tolak_usul, usulkan_tindak_lanjut
from penilaian.services.umpan import tulis_umpan

CATATAN = "Disepakati membagi tugas administrasi kelas; dibicarakan lagi sesudah satu bulan."


@transaction.atomic
def umpan_peragaan(*, per: date) -> None:
    """About whoever logs in with his NIP; the head of BKPSDM's people decide about proposals."""
    kabid = Pengguna.objects.get(nama_pengguna="kabid")
    # The account of the demonstration itself was made first; objections made others later.
    orang = (
        Pegawai.objects.filter(pengguna__penugasan__peran=Peran.PEGAWAI)
        .order_by("pengguna__penugasan__pk")
        .first()
    )
    if orang is not None and orang.pengguna is not None:
        _percakapan(orang, orang.pengguna, per)
        _konseling(orang.pengguna, kabid, per)
    _tindak_lanjut(kabid, per)


def _percakapan(orang: Pegawai, akun: Pengguna, per: date) -> None:
    nomor = pasangan_seorang(orang, per=per).penilai_id
    if nomor is None:
        return
    penilai = Pegawai.objects.get(pk=nomor)
    atasan = _akun_penilai(penilai, per)
    awal = tulis_umpan(
        orang.pk, "Laporan semester selesai sebelum waktunya dan lengkap. Terima kasih. Bulan "
        "depan coba sertakan hasil tiap kelas.", per=per, oleh=atasan,
    )  # fmt: skip
    isi = "Terima kasih. Hasil tiap kelas saya sertakan mulai bulan depan."
    tulis_umpan(orang.pk, isi, balas=awal.pk, per=per, oleh=akun)


def _akun_penilai(penilai: Pegawai, per: date) -> Pengguna:
    """The assessor logs in with his NIP and heads his unit, so his pages can be looked at."""
    akun = penilai.pengguna or Pengguna.objects.create_user(penilai.nip, SANDI, nama=penilai.nama)
    Pegawai.objects.filter(pk=penilai.pk).update(pengguna=akun)
    PenugasanPeran.objects.create(
        pengguna=akun, peran=Peran.KEPALA_UNIT, unit=penilai.unit, mulai=per,
        diberikan_pada=timezone.now(), diberikan_oleh=akun, dasar="Peragaan",
    )  # fmt: skip
    return akun


def _konseling(akun: Pengguna, kabid: Pengguna, per: date) -> None:
    satu = acts_konseling.minta_konseling(kabid.pk, "Pembagian tugas", per=per, oleh=akun)
    acts_konseling.jadwalkan(satu.pk, per, per=per, oleh=kabid)
    acts_konseling.selesaikan(satu.pk, CATATAN, per=per, oleh=kabid)


def _tindak_lanjut(kabid: Pengguna, per: date) -> None:
    analis = Pengguna.objects.get(nama_pengguna="analis")
    penilaian = ringkas(analis, per=per).penilaian
    if penilaian is None:
        return
    usulkan_tindak_lanjut(penilaian.pk, per=per, oleh=analis)
    usul = TindakLanjut.objects.filter(keadaan=KeadaanTindakLanjut.DIUSULKAN).order_by("pk")
    hadiah, bina = usul.filter(jenis="penghargaan"), usul.filter(jenis="pembinaan")
    for satu in hadiah[:2]:
        terima_usul(satu.pk, "Diajukan untuk piagam pada upacara hari jadi.", per=per, oleh=kabid)
    for satu in bina[:2]:
        terima_usul(satu.pk, "Didampingi atasan selama tiga bulan.", per=per, oleh=kabid)
    for satu in bina.filter(keadaan=KeadaanTindakLanjut.DIUSULKAN)[:1]:
        tolak_usul(satu.pk, "Sudah dibina sejak awal tahun.", per=per, oleh=kabid)

"""What the room of transfers shows at first: requests on their way, critical posts, one draft."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.permintaan import Aksi
from mutasi.selectors.calon import cari_calon
from mutasi.selectors.kritis import formasi_kritis
from mutasi.selectors.permintaan import formasi_diminta
from mutasi.services import kritis, permintaan
from mutasi.services.rancangan import buat_rancangan, undang
from mutasi.services.rancangan_baris import tambah_baris
from organisasi.models import Pengguna
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai
from penilaian.kernel.verdik import Verdik

ALASAN = "Pelayanan dua hari seminggu tutup; pegawai yang ada sudah merangkap dua unit lain."
KRITIS = "Pelayanan terhenti bila jabatan ini kosong lebih dari satu bulan."
# What BKD answered so far, request by request; the rest waits.
JAWABAN = (
    (Aksi.TERIMA, "Dicarikan dari unit yang kelebihan."),
    (Aksi.TOLAK, "Menunggu hasil penerimaan tahun ini."),
)


def permintaan_dan_kritis(*, per: date) -> None:
    """By the accounts of the demonstration; nothing in an office too small to lack anybody."""
    akun = {a.nama_pengguna: a for a in Pengguna.objects.orang()}
    kepala, kabid = akun["kepala-unit"], akun["kabid"]
    kurang = formasi_diminta(kepala, "", per=per).filter(kurang__gt=0)[:4]
    baris = [
        permintaan.ajukan(p.pk, oleh=kepala, per=per, jumlah=p.kurang, alasan=ALASAN)
        for p in kurang
    ]
    for satu, (aksi, kata) in zip(baris, JAWABAN, strict=False):
        permintaan.tanggapi(satu.pk, oleh=kabid, per=per, aksi=aksi, tanggapan=kata)
    _kritis(kabid, per)
    _rancangan(akun["analis"], kabid, per)


def _kritis(oleh: Pengguna, per: date) -> None:
    """The first seats of the office; in reserve the next holders of the same level, by rank."""
    kursi = list(formasi_kritis(oleh, "", per=per).filter(jabatan__jenis="1")[:4])
    for nomor, p in enumerate(kursi):
        tanda = kritis.tandai(p.pk, oleh=oleh, per=per, alasan=KRITIS)
        calon = Pegawai.objects.tercatat().filter(jabatan__eselon_id__in=("31", "32"))
        for orang in calon.exclude(formasi=p.pk).order_by("-golongan__urutan", "pk")[:nomor]:
            kritis.tambah_cadangan(tanda.pk, orang, oleh=oleh, per=per)


def _rancangan(analis: Pengguna, kabid: Pengguna, per: date) -> None:
    """The first vacant seats, each with the first who is eligible, then one who is nearly so."""
    tmt = tambah_bulan(per, 2)
    kursi = formasi_kritis(kabid, "", per=per).filter(jabatan__jenis="1", isi=0)[:5]
    rancangan = buat_rancangan(
        oleh=analis, nama="Pengisian jabatan lowong", tmt=tmt, keterangan="Rancangan peragaan."
    )
    undang(rancangan.pk, kabid, oleh=analis, ubah=True, per=per)
    terpakai: set[int] = set()
    for nomor, p in enumerate(kursi):
        macam = Verdik.HAMPIR if nomor == 2 else Verdik.MEMENUHI
        hasil = cari_calon(p.pk, analis, per=per)
        nama = [] if hasil is None else [hasil.orang[i].pk for i in hasil.pilih(macam)]
        orang = next((pk for pk in nama if pk not in terpakai), None)
        terpakai.add(orang or 0)
        tambah_baris(rancangan.pk, oleh=analis, isi={"pegawai": orang, "ke": p.pk})

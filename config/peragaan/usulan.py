"""Cases at every point of the road, by real acts of the demonstration's accounts.

Two months ago: three pelaksana, of whom one moved, one was refused against the TPK and one had his
decree revoked. Last month: officials who change places, now at every desk between the session and
the oath. Today: a session that sits, heads and employees who are asked, files that just began.
In an office too small for one of them it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from config.peragaan.akun import akun_pegawai
from config.peragaan.berkas import awal_bulan
from config.peragaan.meja import (
    di_meja_bkd,
    guru_ditanya,
    pejabat_bulan_lalu,
    pengukuhan,
    tenaga_kesehatan,
)
from config.peragaan.panggung import (
    DINAS,
    SETUJU,
    Panggung,
    Pindah,
    beritahukan,
    berkas,
    buka,
    di,
    draf_sk,
    kursi,
    pegawai,
    pindah_di_dinas,
    sampai_periksa,
    satu_satu,
    serahkan,
    serasi,
    sidang,
    sidangkan,
    telaah,
    tetapkan,
    titip,
    tukar,
    tulis,
)
from config.peragaan.sesudah_sk import sesudah_pindah
from mutasi.kernel.jenis import JenisMutasi
from mutasi.models import (
    KedudukanTandaTangan,
    KedudukanTim,
    MacamTim,
    Penandatangan,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.services import keputusan_baru, pelaksanaan, ppk, pyb, sidang_tim
from mutasi.services import kesediaan as acts_kesediaan
from mutasi.services import sidang as acts_sidang
from mutasi.services.penandatangan import IsiPenandatangan, catat_penandatangan
from organisasi.models import Pengguna, UnitKerja
from pegawai.kernel.masa import tambah_bulan

ROMBONGAN = 20
TENTANG = "Pemindahan Pegawai dalam Jabatan Pelaksana"


@transaction.atomic
def jalan_peragaan(*, per: date, hari: date) -> None:
    """All of it; ``per`` is the first day of the month, ``hari`` today."""
    kini = Panggung({a.nama_pengguna: a for a in Pengguna.objects.orang()}, per)
    lalu, dulu = kini.pada(awal_bulan(per, 1)), kini.pada(awal_bulan(per, 2))
    tim = _tim(dulu)
    bupati = _penanda_tangan(dulu)
    _dua_bulan_lalu(dulu, tim, bupati, hari)
    pejabat = _pejabat(kini)
    lain = pejabat_bulan_lalu(lalu, tim, bupati, pejabat[ROMBONGAN:], hari=hari)
    _rombongan(kini, tim, pejabat[:ROMBONGAN], hari)
    di_meja_bkd(kini.pada(hari), lain)
    _promosi(kini)
    tenaga_kesehatan(kini.pada(hari))
    guru_ditanya(kini.pada(hari))
    pengukuhan(kini, bupati)


# --- who sits and who signs ----------------------------------------------------------------------
def _tim(p: Panggung) -> TimPenilai:
    """The Sekda chairs, two vote beside him, the Kabid keeps the minutes."""
    kursi_tim = [
        sidang_tim.Kursi(p.sekda, KedudukanTim.KETUA, "Sekretaris Daerah"),
        sidang_tim.Kursi(p.kepala_bkpsdm, KedudukanTim.ANGGOTA, "Kepala BKPSDM"),
        sidang_tim.Kursi(p.tpk, KedudukanTim.ANGGOTA, "Asisten Administrasi Umum"),
        sidang_tim.Kursi(p.kabid, KedudukanTim.SEKRETARIS, "Kepala Bidang Mutasi"),
    ]
    mulai = awal_bulan(p.per, 6)
    return sidang_tim.catat_tim(
        macam=MacamTim.TPK, nomor_sk=f"800/1/TPK/{mulai.year}", tanggal_sk=mulai, mulai=mulai,
        selesai=None, anggota=kursi_tim, oleh=p.kabid, per=p.per,
    )  # fmt: skip


def _penanda_tangan(p: Panggung) -> Penandatangan:
    """The Bupati signs everything; the Sekda, by delegation, for pelaksana and JF."""
    tahun = p.per.year
    utama = IsiPenandatangan(
        kedudukan=KedudukanTandaTangan.DEFINITIF, sebutan="BUPATI CONTOH",
        mulai=date(tahun - 1, 2, 20), dasar=f"Keputusan Mendagri 131/20/{tahun - 1}",
        antar_instansi=True,
    )  # fmt: skip
    mulai = awal_bulan(p.per, 6)
    delegasi = IsiPenandatangan(
        kedudukan=KedudukanTandaTangan.DELEGASI, sebutan="SEKRETARIS DAERAH",
        mulai=mulai, dasar=f"Keputusan Bupati 800/15/{mulai.year}", jenjang=("pelaksana", "jf"),
    )  # fmt: skip
    catat_penandatangan(p.sekda, delegasi, oleh=p.hukum, per=p.per)
    return catat_penandatangan(p.bupati, utama, oleh=p.hukum, per=p.per)


# --- two months ago ------------------------------------------------------------------------------
def _dua_bulan_lalu(p: Panggung, tim: TimPenilai, bupati: Penandatangan, hari: date) -> None:
    """Three pelaksana: one moved, one refused by the Bupati, one whose decree was revoked."""
    pindah = pindah_di_dinas(p, "4", 3)
    if not pindah:
        return
    usulan = tulis(
        p, berkas(p, "Rotasi pelaksana", awal_bulan(tambah_bulan(p.per, 1))), pindah,
        JenisMutasi.ROTASI,
    )  # fmt: skip
    titip(p, usulan[0], p.kepala_bkpsdm, "Pengurus ormas", "Meminta agar ia tetap di tempatnya.")
    sampai_periksa(p, usulan)
    telaah(p, usulan)
    beritahukan(p, usulan)
    for u in usulan:
        akun = akun_pegawai(u.pegawai, mulai=p.per)
        acts_kesediaan.jawab_kesediaan(u.pk, oleh=akun, per=p.per, jawaban="bersedia")
    # The clock of an answer is the real one: whoever goes on with it has to live later.
    serahkan(p.pada(timezone.localdate()), usulan)
    sidangkan(p, tim, usulan, nomor=1)
    _putuskan(p, usulan, bupati, hari)


def _putuskan(
    p: Panggung, usulan: Sequence[UsulanMutasi], bupati: Penandatangan, hari: date
) -> None:
    """PyB agrees to all; the Bupati refuses one; two decrees, of which one is revoked."""
    for u in usulan:
        pyb.setujui_pyb(u.pk, oleh=p.sekda, per=p.per)
    # A small office may have one such move only: then it is the one in force.
    jadi, tolak, cabut = usulan[0], usulan[1:2], usulan[2:3]
    alasan = "Jabatan tujuan akan dihapus pada penataan organisasi tahun depan."
    for u in tolak:
        ppk.tolak_ppk(u.pk, oleh=p.bupati, per=p.per, alasan=alasan)
    for u in (jadi, *cabut):
        ppk.setujui_ppk(u.pk, oleh=p.bupati, per=p.per, alasan=SETUJU)
    sk = tetapkan(p, draf_sk(p, [jadi], bupati, TENTANG).pk, nomor=1)
    for u in cabut:
        lama = tetapkan(p, draf_sk(p, [u], bupati, TENTANG).pk, nomor=2)
        baru = keputusan_baru.susun_pencabutan(
            lama.pk, oleh=p.penyusun, per=p.per, berlaku=lama.tmt, penandatangan_id=bupati.pk,
            alasan="Formasi tujuan ternyata sudah terisi lewat penugasan pusat.",
        )  # fmt: skip
        tetapkan(p, baru.pk, nomor=3)
    pelaksanaan.laksanakan(jadi.pk, per=awal_bulan(tambah_bulan(p.per, 2)))
    sesudah_pindah(p.pada(hari), sk, jadi, bupati)


# --- this month ----------------------------------------------------------------------------------
def _pejabat(p: Panggung) -> list[Pindah]:
    """Officials of the same level who may change places two by two, pair after pair."""
    pindah: list[Pindah] = []
    for eselon in (("41", "42"), ("31", "32")):
        orang = pegawai(60, jabatan__jenis="1", jabatan__eselon_id__in=eselon)
        tempat = [o.formasi_id for o in orang if o.formasi_id is not None]
        pindah += tukar(orang, serasi([o.pk for o in orang], tempat, p, "H03"))
    return pindah


def _rombongan(p: Panggung, tim: TimPenilai, pindah: Sequence[Pindah], hari: date) -> None:
    """A session that sits today with quorum and is halfway; another is called for next week."""
    if not pindah:
        return
    satu = berkas(p, "Rotasi pejabat struktural", awal_bulan(tambah_bulan(p.per, 2)))
    usulan = tulis(p, satu, pindah, JenisMutasi.ROTASI)
    titip(p, usulan[0], p.analis, "Anggota DPRD", "Meminta agar ia ditempatkan di dinas lain.")
    sampai_periksa(p, usulan)
    serahkan(p, usulan)
    # Who changes places with each other is heard in the same session.
    agenda = usulan[: -2 if len(usulan) > 2 else None]
    buka(p.pada(hari), sidang(p.pada(hari), tim, agenda), banyak=len(agenda) // 2)
    acts_sidang.jadwalkan(
        tim_id=tim.pk, tanggal=hari + timedelta(days=7), tempat="Ruang rapat Sekda",
        cara="daring", oleh=p.kabid, per=hari,
    )  # fmt: skip


def _promosi(p: Panggung) -> None:
    """A JF rises a level within the office, and is asked."""
    dinas = UnitKerja.objects.filter(nama=DINAS).first()
    if dinas is None:
        return
    orang = pegawai(jabatan__jenis="2", jabatan__jenjang="PT", **di(dinas))
    tempat = kursi(dinas, "2", jabatan__jenjang="MU")
    pindah = satu_satu(serasi([o.pk for o in orang], tempat, p), 1)
    if not pindah:
        return
    tmt = awal_bulan(tambah_bulan(p.per, 2))
    usulan = tulis(p, berkas(p, "Promosi jabatan fungsional", tmt), pindah, JenisMutasi.PROMOSI)
    sampai_periksa(p, usulan)
    telaah(p, usulan)
    akun_pegawai(usulan[0].pegawai, mulai=p.per)
    beritahukan(p, usulan)

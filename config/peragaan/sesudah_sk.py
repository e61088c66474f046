"""What follows a decree: a correction, a new decree for an old one, oaths, first days at work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from config.peragaan.akun import akun_pegawai
from config.peragaan.panggung import Panggung, draf_sk, semua, tetapkan
from mutasi.models import Keputusan, Pelantikan, Penandatangan, UsulanMutasi
from mutasi.selectors.pelantikan import peserta
from mutasi.services import keputusan_baru, pelaksanaan
from mutasi.services.keberatan_mutasi import ajukan_keberatan
from mutasi.services.keputusan_petikan import catat_petikan_diterima
from mutasi.services.pelantikan import Acara, catat_pelantikan, jadwalkan_pelantikan
from mutasi.services.serah_terima import tandai_serah_terima
from mutasi.services.spmt import catat_spmt

TENTANG = "Pemindahan Pejabat Administrator dan Pengawas"
AULA = "Aula Sekretariat Daerah"
KEBERATAN = (
    "Jarak ke tempat kerja yang baru tiga kali lipat, sedangkan saya merawat orang tua yang sakit "
    "di rumah; keadaan ini sudah saya sampaikan dengan surat dokter."
)


def sesudah_pindah(p: Panggung, sk: Keputusan, u: UsulanMutasi, bupati: Penandatangan) -> None:
    """A slip of the pen corrected, the handover begun, an objection that waits; no SPMT yet."""
    ralat = keputusan_baru.susun_ralat(
        sk.pk, oleh=p.penyusun, per=p.per, alasan="Salah ketik pada bagian Menimbang.",
        perbaikan=[("Menimbang huruf a", "analisa beban kerja", "analisis beban kerja")],
        penandatangan_id=bupati.pk,
    )  # fmt: skip
    tetapkan(p, ralat.pk, nomor=4)
    for butir in u.serah_terima.order_by("pk")[:2]:
        tandai_serah_terima(butir.pk, oleh=p.kepala_unit, per=p.per, catatan="Berita acara ada.")
    baris = sk.baris.values_list("pk", flat=True)
    catat_petikan_diterima(sk.pk, list(baris), tanggal=p.per, oleh=p.kabid, per=p.per)
    akun = akun_pegawai(u.pegawai, mulai=p.per)
    ajukan_keberatan(u.pk, oleh=akun, per=p.per, alasan=KEBERATAN)


def _acara(p: Panggung, sk: Keputusan, hari: date) -> Pelantikan:
    acara = Acara(
        tanggal=hari, tempat=AULA, undangan=p.per, pejabat="Bupati Contoh",
        saksi_satu="Sekretaris Daerah", saksi_dua="Asisten Administrasi Umum",
        rohaniwan="Kantor Kementerian Agama",
    )  # fmt: skip
    return jadwalkan_pelantikan(sk.pk, oleh=p.kabid, per=p.per, acara=acara)


def lantik_dan_mulai(
    p: Panggung, usulan: Sequence[UsulanMutasi], bupati: Penandatangan, *, hari: date
) -> None:
    """Sworn in, in force since the first of this month; the SPMT of one is recorded and waits for
    SIASN, that of the other is missing."""
    sk = tetapkan(p, draf_sk(p, usulan, bupati, TENTANG).pk, nomor=11)
    sumpah = p.per + timedelta(days=14)
    acara = _acara(p, sk, sumpah)
    semua(catat_pelantikan(
        acara.pk, oleh=p.kabid, per=sumpah, hadir=[s.pk for s in peserta(acara)]
    ))  # fmt: skip
    jadi = pelaksanaan.laksanakan_bersama([u.pk for u in usulan], per=usulan[0].tmt)
    baris = list(sk.baris.values_list("pk", flat=True))
    catat_petikan_diterima(sk.pk, baris, tanggal=sumpah, oleh=p.kabid, per=sumpah)
    catat_spmt(
        jadi[0].pk, oleh=p.kabid, per=hari, nomor=f"800/SPMT/1/{hari.year}", tanggal=jadi[0].tmt,
        mulai=jadi[0].tmt,
    )  # fmt: skip


def undang_dilantik(p: Panggung, usulan: Sequence[UsulanMutasi], bupati: Penandatangan) -> None:
    """A decree replaced by one with a later TMT, and the oath arranged by the new one."""
    lama = tetapkan(p, draf_sk(p, usulan, bupati, TENTANG).pk, nomor=12)
    baru = keputusan_baru.susun_pengganti(
        lama.pk, oleh=p.penyusun, per=p.per, tentang=TENTANG, penandatangan_id=bupati.pk,
        tmt=_bulan_berikut(usulan[0].tmt),
        alasan="Serah terima keuangan akhir bulan diselesaikan lebih dahulu oleh pejabat lama.",
    )  # fmt: skip
    _acara(p, tetapkan(p, baru.pk, nomor=13), p.per + timedelta(days=10))


def _bulan_berikut(hari: date) -> date:
    return (hari.replace(day=1) + timedelta(days=32)).replace(day=1)

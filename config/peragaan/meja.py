"""Something at every desk: the officials of last month's session, and files that just began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from config.peragaan.berkas import awal_bulan
from config.peragaan.panggung import (
    SETUJU,
    Panggung,
    Pindah,
    beritahukan,
    berkas,
    draf_sk,
    massal,
    nomori,
    pegawai,
    pindah_di_dinas,
    sampai_periksa,
    satu_satu,
    semua,
    serahkan,
    serasi,
    sidangkan,
    telaah,
    tetapkan,
    tulis,
    verifikasi,
)
from config.peragaan.sesudah_sk import lantik_dan_mulai, undang_dilantik
from mutasi.alur import Aksi
from mutasi.kernel.jenis import JenisMutasi
from mutasi.kernel.waktu import awal_semester, mundur_hari_kerja
from mutasi.models import Penandatangan, TimPenilai, UsulanMutasi
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import bkn, ppk, pyb, usulan_batal
from mutasi.services.fakta_usulan import periksa_fakta
from organisasi.selectors import libur
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Formasi
from pegawai.services.register import catat_pemberhentian

PDF = b"%PDF-1.4\n% Pertek peragaan: surat rekaan untuk memperlihatkan jalannya.\n"
# How many of a pair's working days BKN has had it: one waits, for one silence is consent.
HARI_BKN = (4, 6)


# --- last month's session ------------------------------------------------------------------------
def pejabat_bulan_lalu(
    p: Panggung, tim: TimPenilai, bupati: Penandatangan, pindah: Sequence[Pindah], *, hari: date
) -> list[Pindah]:
    """Pairs who change places, each at a desk further on; who is left over comes back.

    In this order: sworn in and at work, invited to the oath, at the PPK, at BKN since day 4 and
    since day 6, ready for I-MUT, at the PyB.
    """
    pasang = [list(pindah[n : n + 2]) for n in range(0, len(pindah), 2)]
    if len(pasang) < 7:
        return list(pindah)
    bulan_ini = tambah_bulan(p.per, 1)
    dilantik = tulis(
        p, berkas(p, "Rotasi pejabat, tahap pertama", bulan_ini), pasang[0], JenisMutasi.ROTASI
    )
    kedua = berkas(p, "Rotasi pejabat, tahap kedua", tambah_bulan(p.per, 2))
    lain = [tulis(p, kedua, dua, JenisMutasi.ROTASI) for dua in pasang[1:7]]
    usulan = [*dilantik, *(u for dua in lain for u in dua)]
    sampai_periksa(p, usulan)
    serahkan(p, usulan)
    sidangkan(p, tim, usulan, nomor=2)
    diundang, di_ppk, hari_empat, hari_enam, siap, _di_pyb = lain
    for u in (*dilantik, *diundang, *di_ppk, *hari_empat, *hari_enam, *siap):
        pyb.setujui_pyb(u.pk, oleh=p.sekda, per=p.per)
    _pertek(p, [*dilantik, *diundang, *di_ppk])
    for nomor, (banyak, dua) in enumerate(zip(HARI_BKN, (hari_empat, hari_enam), strict=True), 2):
        _usulkan(p.pada(hari), dua, nomor, mundur_hari_kerja(hari, banyak, libur()))
    for u in (*dilantik, *diundang):
        ppk.setujui_ppk(u.pk, oleh=p.bupati, per=p.per, alasan=SETUJU)
    lantik_dan_mulai(p, dilantik, bupati, hari=hari)
    undang_dilantik(p.pada(hari), diundang, bupati)
    return list(pindah[14:])


def _usulkan(p: Panggung, usulan: Sequence[UsulanMutasi], nomor: int, diusulkan: date) -> None:
    semua(bkn.usulkan_bkn(
        [u.pk for u in usulan], nomor_imut=f"IM-{diusulkan.year}-{nomor:04}", diusulkan=diusulkan,
        oleh=p.siasn, per=p.per,
    ))  # fmt: skip


def _pertek(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    _usulkan(p, usulan, 1, p.per)
    isi = bkn.IsiPertek(f"PERTEK/1/{p.per.year}", p.per, PDF)
    semua(bkn.catat_pertek([u.pk for u in usulan], isi, oleh=p.siasn, per=p.per))


# --- files that just began -----------------------------------------------------------------------
def di_meja_bkd(p: Panggung, pindah: Sequence[Pindah]) -> None:
    """A pair each to verify, to look at, to hand over; and drafts still being written."""
    if not pindah:
        return
    satu = berkas(p, "Rotasi pejabat, susulan", tambah_bulan(awal_bulan(p.per), 2))
    usulan = tulis(p, satu, pindah[:8], JenisMutasi.ROTASI)
    ajukan, periksa, kaji = usulan[:2], usulan[2:4], usulan[4:6]
    massal(Aksi.AJUKAN, ajukan, oleh=p.penyusun, per=p.per)
    if periksa:
        verifikasi(p, periksa)
    if kaji:
        sampai_periksa(p, kaji)


def tenaga_kesehatan(p: Panggung) -> None:
    """The head of the office is asked about two; one died meanwhile, one came back to be mended."""
    pindah = pindah_di_dinas(p, "2", 4)
    if not pindah:
        return
    tmt = tambah_bulan(awal_bulan(p.per), 2)
    usulan = tulis(p, berkas(p, "Pemerataan tenaga kesehatan", tmt), pindah, JenisMutasi.ROTASI)
    ditelaah, wafat, kembali = usulan[:2], usulan[2:3], usulan[3:]
    sampai_periksa(p, [*ditelaah, *wafat])
    for u in kembali:
        massal(Aksi.AJUKAN, [u], oleh=p.penyusun, per=p.per)
        usulan_batal.kembalikan(
            u.pk, oleh=p.analis, per=p.per,
            alasan="Sertifikat kompetensi yang dilampirkan sudah habis masa berlakunya.",
        )  # fmt: skip
    for u in wafat:
        catat_pemberhentian(
            u.pegawai_id, oleh=p.analis, per=p.per, mulai=p.per, sebab="Meninggal",
            alasan="Akta kematian diserahkan keluarga.",
        )  # fmt: skip
        periksa_fakta(per=p.per)


def guru_ditanya(p: Panggung) -> None:
    """The teacher with an account is asked about another school from the next semester."""
    guru = pegawai(1, pengguna__isnull=False, unit__jenis__in=("sd", "smp"))
    if not guru:
        return
    tempat = Formasi.objects.filter(
        jabatan=guru[0].jabatan_id, unit__jenis__in=("sd", "smp"), dihitung_ke__isnull=True
    ).order_by("pk")
    pindah = satu_satu(serasi([guru[0].pk], tempat.values_list("pk", flat=True), p), 1)
    if not pindah:
        return
    tmt = awal_semester(p.per + timedelta(days=14), tetapan_jalan(per=p.per))
    usulan = tulis(p, berkas(p, "Redistribusi guru", tmt), pindah, JenisMutasi.GURU)
    sampai_periksa(p, usulan)
    telaah(p, usulan)
    beritahukan(p, usulan)


# --- confirmed in their posts --------------------------------------------------------------------
def pengukuhan(p: Panggung, bupati: Penandatangan) -> None:
    """Confirmed under the coming structure: a decree set, one to be signed, one to be numbered,
    and two people before the PPK."""
    orang = pegawai(8, jabatan__jenis="4")
    if len(orang) < 8:
        return
    tmt = tambah_bulan(p.per, 1)
    pindah = [(o.pk, o.formasi_id) for o in orang if o.formasi_id is not None]
    usulan = tulis(p, berkas(p, "Pengukuhan pelaksana", tmt), pindah, JenisMutasi.PENGUKUHAN)
    sampai_periksa(p, usulan)
    beritahukan(p, usulan)
    serahkan(p, usulan)
    for u in usulan:
        pyb.setujui_pyb(u.pk, oleh=p.sekda, per=p.per)
    for u in usulan[:6]:
        ppk.setujui_ppk(u.pk, oleh=p.bupati, per=p.per, alasan=SETUJU)
    tentang = "Pengukuhan Pegawai dalam Jabatan Pelaksana"
    draf = [draf_sk(p, usulan[n : n + 2], bupati, tentang) for n in (0, 2, 4)]
    tetapkan(p, draf[0].pk, nomor=21)
    nomori(p, draf[1].pk, 22)

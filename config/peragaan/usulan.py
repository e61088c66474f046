"""Cases at different points of the road, by real acts of the demonstration's accounts.

A file carried out last month (one move in force, one refused, one decree revoked) after a closed
session; twenty structural moves waiting for the next session; a promotion waiting for its
employee's answer. In an office too small for one of them it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from config.peragaan.akun import akun_pegawai
from config.peragaan.berkas import awal_bulan
from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import JenisMutasi, Sumber
from mutasi.models import (
    BerkasMutasi,
    KedudukanTandaTangan,
    KedudukanTim,
    Keputusan,
    MacamTim,
    Penandatangan,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.services import berkas as acts_berkas
from mutasi.services import keputusan as acts_sk
from mutasi.services import (
    keputusan_baru,
    keputusan_tetap,
    pelaksanaan,
    ppk,
    pyb,
    sidang_putusan,
    sidang_tim,
    sidang_tutup,
)
from mutasi.services import kesediaan as acts_kesediaan
from mutasi.services import sidang as acts_sidang
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import telaah as acts_telaah
from mutasi.services import usulan as acts
from mutasi.services.berkas_massal import lakukan
from mutasi.services.jalan import HasilBaris
from mutasi.services.penandatangan import IsiPenandatangan, catat_penandatangan
from mutasi.services.titipan import IsiTitipan, catat_titipan
from organisasi.models import Pengguna, UnitKerja
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Formasi, Pegawai
from penilaian.kernel.putusan import Hasil
from penilaian.kernel.syarat import periksa
from penilaian.snapshots import Pasangan, perkara_pasangan

ROMBONGAN = 20
S = StatusUsulan
CATATAN = "Dokumen lengkap dan sesuai arsip kepegawaian."
ALASAN_W = "Diperiksa dari dokumen asli di arsip kepegawaian."
KEBUTUHAN = "Kebutuhan pegawai di unit tujuan menurut analisis beban kerja."
SETUJU = "Sesuai kebutuhan unit tujuan dan pertimbangan TPK."
PERTIMBANGAN = "Berpengalaman dalam tugas yang sama dan paling dibutuhkan unit tujuan."
DINAS = "Dinas Kesehatan"  # whose head has an account

Pindah = tuple[int, int]  # keys of the person and of the post


@dataclass(frozen=True)
class Panggung:
    """Who acts, and on which day."""

    akun: dict[str, Pengguna]
    per: date

    def __getattr__(self, nama: str) -> Pengguna:
        return self.akun[nama.replace("_", "-")]

    def pada(self, per: date) -> Panggung:
        """The same people on another day."""
        return Panggung(self.akun, per)


@transaction.atomic
def jalan_peragaan(*, per: date) -> None:
    """All of it; ``per`` is the first day of the month."""
    kini = Panggung({a.nama_pengguna: a for a in Pengguna.objects.orang()}, per)
    dulu = kini.pada(awal_bulan(per, 2))
    tim = _tim(dulu)
    bupati = _penanda_tangan(dulu)
    _bulan_lalu(dulu, tim, bupati)
    _rombongan(kini, tim)
    _promosi(kini)


# --- who sits and who signs ----------------------------------------------------------------------
def _tim(p: Panggung) -> TimPenilai:
    """The Sekda chairs, two vote beside him, the Kabid keeps the minutes."""
    kursi = [
        sidang_tim.Kursi(p.sekda, KedudukanTim.KETUA, "Sekretaris Daerah"),
        sidang_tim.Kursi(p.kepala_bkpsdm, KedudukanTim.ANGGOTA, "Kepala BKPSDM"),
        sidang_tim.Kursi(p.tpk, KedudukanTim.ANGGOTA, "Asisten Administrasi Umum"),
        sidang_tim.Kursi(p.kabid, KedudukanTim.SEKRETARIS, "Kepala Bidang Mutasi"),
    ]
    return sidang_tim.catat_tim(
        macam=MacamTim.TPK, nomor_sk=f"800/1/TPK/{p.per.year}", tanggal_sk=date(p.per.year, 1, 2),
        mulai=date(p.per.year, 1, 5), selesai=None, anggota=kursi, oleh=p.kabid, per=p.per,
    )  # fmt: skip


def _penanda_tangan(p: Panggung) -> Penandatangan:
    """The Bupati signs everything; the Sekda, by delegation, for pelaksana and JF."""
    tahun = p.per.year
    utama = IsiPenandatangan(
        kedudukan=KedudukanTandaTangan.DEFINITIF, sebutan="BUPATI CONTOH",
        mulai=date(tahun - 1, 2, 20), dasar=f"Keputusan Mendagri 131/20/{tahun - 1}",
        antar_instansi=True,
    )  # fmt: skip
    delegasi = IsiPenandatangan(
        kedudukan=KedudukanTandaTangan.DELEGASI, sebutan="SEKRETARIS DAERAH",
        mulai=date(tahun, 1, 2), dasar=f"Keputusan Bupati 800/15/{tahun}",
        jenjang=("pelaksana", "jf"),
    )  # fmt: skip
    catat_penandatangan(p.sekda, delegasi, oleh=p.hukum, per=p.per)
    return catat_penandatangan(p.bupati, utama, oleh=p.hukum, per=p.per)


# --- pairs that meet the rules -------------------------------------------------------------------
def _serasi(orang: Iterable[int], kursi: Iterable[int], p: Panggung, *abaikan: str) -> set[Pindah]:
    """Pairs no rule is against, but those of ``abaikan``."""
    kursi = list(kursi)
    pasangan = [Pasangan(o, k, p.per) for o in orang for k in kursi]
    return {
        (pas.pegawai, pas.formasi)
        for pas, kasus in zip(pasangan, perkara_pasangan(pasangan, per=p.per), strict=True)
        if kasus is not None
        and all(h.putusan is not Hasil.TIDAK_LOLOS or h.kode in abaikan for h in periksa(kasus))
    }


def _satu_satu(pindah: Iterable[Pindah], banyak: int) -> list[Pindah]:
    """The first ones, nobody and no post twice."""
    hasil: list[Pindah] = []
    for orang, kursi in sorted(pindah):
        if all(o != orang and k != kursi for o, k in hasil):
            hasil.append((orang, kursi))
    return hasil[:banyak]


def _tukar(orang: Sequence[Pegawai], serasi: set[Pindah]) -> list[Pindah]:
    """Holders of structural posts who change places two by two."""
    hasil: list[Pindah] = []
    pakai: set[int] = set()
    for n, a in enumerate(orang):
        for b in orang[n + 1 :]:
            ka, kb = a.formasi_id, b.formasi_id
            if ka is None or kb is None or {a.pk, b.pk} & pakai:
                continue
            if (a.pk, kb) in serasi and (b.pk, ka) in serasi:
                hasil += [(a.pk, kb), (b.pk, ka)]
                pakai |= {a.pk, b.pk}
    return hasil[:ROMBONGAN]


def _pegawai(**saring: object) -> list[Pegawai]:
    rows = Pegawai.objects.tercatat().filter(status="PNS", formasi__isnull=False, **saring)
    return list(rows.filter(usulan__isnull=True).order_by("pk")[:45])


def _kursi(dinas: UnitKerja, jenis: str, **saring: object) -> list[int]:
    """Posts of the office; which of them have a seat free the rules say (H03)."""
    rows = Formasi.objects.filter(
        unit__kiri__gte=dinas.kiri, unit__kanan__lte=dinas.kanan, jabatan__jenis=jenis,
        jabatan__aktif=True, dihitung_ke__isnull=True, **saring,
    )  # fmt: skip
    return [f.pk for f in rows.order_by("pk")[:30]]


# --- files and their first steps -----------------------------------------------------------------
def _berkas(p: Panggung, nama: str, tmt: date) -> BerkasMutasi:
    berkas = acts_berkas.buat_berkas(
        oleh=p.penyusun, per=p.per, nama=nama, tmt=tmt, sumber=Sumber.BKD, keterangan=KEBUTUHAN
    )
    for siapa in (p.analis, p.kabid, p.kepala_bkpsdm):
        acts_berkas.sebut_anggota(berkas.pk, siapa, oleh=p.penyusun, per=p.per, ubah=True)
    return berkas


def _tulis(
    p: Panggung, berkas: BerkasMutasi, pindah: Iterable[Pindah], jenis: JenisMutasi
) -> list[UsulanMutasi]:
    return [
        acts.tulis_usulan(
            berkas.pk, oleh=p.penyusun, per=p.per, pegawai=orang, ke=ke, jenis=jenis.value,
            alasan=KEBUTUHAN, tmt=berkas.tmt,
        )
        for orang, ke in pindah
    ]  # fmt: skip


def _sampai_periksa(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    """Handed in, verified with every reason written, looked at by the Kabid."""
    pk = [u.pk for u in usulan]
    _semua(lakukan(Aksi.AJUKAN, pk, oleh=p.penyusun, per=p.per))
    rows = UsulanMutasi.objects.with_names().filter(pk__in=pk)
    for satu, nilai in nilai_usulan(list(rows), Titik.SIDANG, per=p.per).items():
        for awas in nilai.belum_beralasan:
            acts.tulis_alasan_w(satu, oleh=p.analis, per=p.per, kode=awas.kode, alasan=ALASAN_W)
    _semua(lakukan(Aksi.VERIFIKASI, pk, oleh=p.analis, per=p.per, catatan=CATATAN))
    _semua(lakukan(Aksi.PERIKSA, pk, oleh=p.kabid, per=p.per))


def _telaah(p: Panggung, usulan: Iterable[UsulanMutasi]) -> None:
    """The head of the office answers for both sides: they move within it."""
    for u in usulan:
        for baris in u.telaah.filter(dijawab_pada__isnull=True).order_by("pk"):
            acts_telaah.jawab_telaah(baris.pk, oleh=p.kepala_unit, per=p.per, setuju=True)


def _semua(hasil: Iterable[HasilBaris]) -> None:
    """A refusal here is a defect of the demonstration: say it."""
    for satu in hasil:
        if not satu.berhasil:
            raise RuntimeError(satu.kalimat)


def _ambil(u: UsulanMutasi) -> UsulanMutasi:
    return UsulanMutasi.objects.with_names().get(pk=u.pk)


# --- last month ----------------------------------------------------------------------------------
def _bulan_lalu(p: Panggung, tim: TimPenilai, bupati: Penandatangan) -> None:
    """Three pelaksana: one moved, one refused by the Bupati, one whose decree was revoked."""
    dinas = UnitKerja.objects.filter(nama=DINAS).first()
    if dinas is None:
        return
    orang = _pegawai(jabatan__jenis="4", unit__kiri__gte=dinas.kiri, unit__kanan__lte=dinas.kanan)
    pindah = _satu_satu(_serasi([o.pk for o in orang], _kursi(dinas, "4"), p), 3)
    if not pindah:
        return
    berkas = _berkas(p, "Rotasi pelaksana", awal_bulan(tambah_bulan(p.per, 1)))
    usulan = _tulis(p, berkas, pindah, JenisMutasi.ROTASI)
    _titip(p, usulan[0], p.kepala_bkpsdm, "Pengurus ormas", "Meminta agar ia tetap di tempatnya.")
    _sampai_periksa(p, usulan)
    _telaah(p, usulan)
    _semua(lakukan(
        Aksi.BERITAHUKAN, [u.pk for u in usulan], oleh=p.analis, per=p.per, cara="Bertatap muka"
    ))  # fmt: skip
    for u in usulan:
        akun = akun_pegawai(u.pegawai, mulai=p.per)
        acts_kesediaan.jawab_kesediaan(u.pk, oleh=akun, per=p.per, jawaban="bersedia")
    # The clock of an answer is the real one: whoever goes on with it has to live later.
    _serahkan(p.pada(timezone.localdate()), usulan)
    _sidangkan(p, tim, usulan)
    _putuskan(p, usulan, bupati)


def _serahkan(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    pk = [u.pk for u in usulan]
    kaji = [u.pk for u in map(_ambil, usulan) if u.status != S.DIKAJI]
    _semua(lakukan(Aksi.KAJI, kaji, oleh=p.kabid, per=p.per))
    _semua(lakukan(Aksi.SERAHKAN, pk, oleh=p.kepala_bkpsdm, per=p.per))


def _sidangkan(p: Panggung, tim: TimPenilai, usulan: Sequence[UsulanMutasi]) -> None:
    """A session from calling to closing, with its signed minutes."""
    sidang = acts_sidang.jadwalkan(
        tim_id=tim.pk, tanggal=p.per, tempat="Ruang rapat Sekda", cara="tatap muka", oleh=p.kabid,
        per=p.per,
    )  # fmt: skip
    _semua(acts_sidang.masukkan_agenda(
        sidang.pk, [u.pk for u in usulan], oleh=p.kabid, per=p.per
    ))  # fmt: skip
    hadir = {a.pk: "" for a in tim.anggota.all()}
    acts_sidang.buka(sidang.pk, hadir=hadir, tidak={}, oleh=p.kabid, per=p.per)
    isi = sidang_putusan.IsiPutusan("direkomendasikan", PERTIMBANGAN, sepakat=True)
    butir = list(sidang.agenda.values_list("pk", flat=True))
    _semua(sidang_putusan.putuskan_banyak(sidang.pk, butir, isi, oleh=p.kabid, per=p.per))
    sidang = acts_ba.susun_berita_acara(sidang.pk, oleh=p.kabid, per=p.per)
    for kursi in tim.anggota.select_related("pengguna"):
        acts_ba.tandatangani(sidang.pk, sidik=sidang.sidik, oleh=kursi.pengguna, per=p.per)
    nomor = f"BA/1/TPK/{p.per.year}"
    _semua(sidang_tutup.tutup_sidang(sidang.pk, nomor=nomor, oleh=p.sekda, per=p.per).hasil)


def _putuskan(p: Panggung, usulan: Sequence[UsulanMutasi], bupati: Penandatangan) -> None:
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
    _sk(p, jadi, bupati, nomor=1)
    for u in cabut:
        lama = _sk(p, u, bupati, nomor=2)
        baru = keputusan_baru.susun_pencabutan(
            lama.pk, oleh=p.penyusun, per=p.per, berlaku=lama.tmt, penandatangan_id=bupati.pk,
            alasan="Formasi tujuan ternyata sudah terisi lewat penugasan pusat.",
        )  # fmt: skip
        _tetapkan(p, baru.pk, nomor=3)
    pelaksanaan.laksanakan(jadi.pk, per=awal_bulan(tambah_bulan(p.per, 2)))


def _sk(p: Panggung, u: UsulanMutasi, bupati: Penandatangan, *, nomor: int) -> Keputusan:
    k = acts_sk.susun_keputusan(
        u.berkas_id, oleh=p.penyusun, per=p.per, usulan_ids=[u.pk], tmt=u.tmt,
        tentang="Pemindahan Pegawai dalam Jabatan Pelaksana", penandatangan_id=bupati.pk,
    )  # fmt: skip
    return _tetapkan(p, k.pk, nomor=nomor)


def _tetapkan(p: Panggung, pk: UUID, *, nomor: int) -> Keputusan:
    acts_sk.nomori(
        pk, oleh=p.hukum, per=p.per, nomor=f"800.1.3/{nomor}/{p.per.year}", tanggal=p.per
    )
    return keputusan_tetap.tetapkan(pk, oleh=p.bupati, per=p.per)


# --- this month ----------------------------------------------------------------------------------
def _rombongan(p: Panggung, tim: TimPenilai) -> None:
    """Structural posts that change hands two by two, on the agenda of the next session."""
    kelas = (("41", "42"), ("31", "32"))
    pindah: list[Pindah] = []
    for eselon in kelas:
        orang = _pegawai(jabatan__jenis="1", jabatan__eselon_id__in=eselon)
        kursi = [o.formasi_id for o in orang if o.formasi_id is not None]
        serasi = _serasi([o.pk for o in orang], kursi, p, "H03")
        pindah += _tukar(orang, serasi)
    if not pindah:
        return
    berkas = _berkas(p, "Rotasi pejabat struktural", awal_bulan(tambah_bulan(p.per, 2)))
    usulan = _tulis(p, berkas, pindah[:ROMBONGAN], JenisMutasi.ROTASI)
    _titip(p, usulan[0], p.analis, "Anggota DPRD", "Meminta agar ia ditempatkan di dinas lain.")
    _sampai_periksa(p, usulan)
    _serahkan(p, usulan)
    sidang = acts_sidang.jadwalkan(
        tim_id=tim.pk, tanggal=p.per + timedelta(days=40), tempat="Ruang rapat Sekda",
        cara="tatap muka", oleh=p.kabid, per=p.per,
    )  # fmt: skip
    _semua(acts_sidang.masukkan_agenda(
        sidang.pk, [u.pk for u in usulan], oleh=p.kabid, per=p.per
    ))  # fmt: skip


def _promosi(p: Panggung) -> None:
    """A JF rises a level within the office, and is asked."""
    dinas = UnitKerja.objects.filter(nama=DINAS).first()
    if dinas is None:
        return
    orang = _pegawai(
        jabatan__jenis="2", jabatan__jenjang="PT", unit__kiri__gte=dinas.kiri,
        unit__kanan__lte=dinas.kanan,
    )  # fmt: skip
    kursi = _kursi(dinas, "2", jabatan__jenjang="MU")
    pindah = _satu_satu(_serasi([o.pk for o in orang], kursi, p), 1)
    if not pindah:
        return
    berkas = _berkas(p, "Promosi jabatan fungsional", awal_bulan(tambah_bulan(p.per, 2)))
    usulan = _tulis(p, berkas, pindah, JenisMutasi.PROMOSI)
    _sampai_periksa(p, usulan)
    _telaah(p, usulan)
    akun_pegawai(usulan[0].pegawai, mulai=p.per)
    _semua(lakukan(
        Aksi.BERITAHUKAN, [usulan[0].pk], oleh=p.analis, per=p.per, cara="Bertatap muka"
    ))  # fmt: skip


def _titip(p: Panggung, u: UsulanMutasi, oleh: Pengguna, pihak: str, isi: str) -> None:
    titipan = IsiTitipan(pihak=pihak, cara="Telepon", isi=isi, tanggal=p.per)
    catat_titipan(u.pegawai, titipan, oleh=oleh, per=p.per, formasi=u.ke)

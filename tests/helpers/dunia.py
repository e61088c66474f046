"""One small world with one of each thing, inside and outside the Dinas Pendidikan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from jejak import akses
from jejak.akar import terbitkan_akar
from jejak.models import Peristiwa
from jejak.tindakan import kode_rahasia
from mutasi.services import kritis as acts_kritis
from organisasi.impor import JENIS
from organisasi.izin import PERAN_SEINSTANSI, Peran
from organisasi.models import (
    Disposisi,
    HariLibur,
    Impor,
    NilaiKetentuan,
    Pemberitahuan,
    Pengguna,
    PenugasanPeran,
    Proses,
    StatusImpor,
    TampilanTersimpan,
    UnitKerja,
)
from organisasi.services import disposisi as acts_disposisi
from organisasi.services import impor_berkas
from organisasi.services.pemberitahuan import beri_tahu
from organisasi.services.proses import jalankan
from pegawai.models import (
    Formasi,
    HubunganKeluarga,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
)
from pegawai.services import register
from penilaian.models import Faskes
from penilaian.services.padanan import Dasar, tetapkan_padanan_jabatan
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.padanan import di_luar
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan, kelas, lembar_abk, perhitungan_abk
from tests.helpers import siasn
from tests.helpers.dunia_jalan import berkas_dan_usulan
from tests.helpers.dunia_keberatan import keberatan
from tests.helpers.dunia_keputusan import keputusan_dan_surat, perbanyak_keputusan
from tests.helpers.dunia_kompetensi import kompetensi
from tests.helpers.dunia_kriteria import kriteria, perbanyak_kriteria
from tests.helpers.dunia_meja import meja
from tests.helpers.dunia_menilai import tindak_lanjut_dan_konseling
from tests.helpers.dunia_mutasi import (
    minta_pegawai,
    permintaan_dan_kritis,
    rancangan,
    tandai_kritis,
)
from tests.helpers.dunia_nilai import penilaian_dua
from tests.helpers.dunia_pelaksanaan import pelaksanaan, perbanyak_pelaksanaan
from tests.helpers.dunia_pengawasan import pengawasan, perbanyak_pengawasan
from tests.helpers.dunia_saya import nilai_sendiri
from tests.helpers.dunia_sidang import perbanyak_sidang, sidang
from tests.helpers.dunia_sotk import rencana_sotk
from tests.helpers.dunia_tim import tim_dan_indikator
from tests.helpers.dunia_ukur import ukuran
from tests.helpers.xlsx import buku

PER = date(2026, 6, 1)
ASING = (("NOMOR", "SIAPA"), ("1", "SITI"))
PINDAIAN = b"%PDF-1.4 pindaian"


# What has a file of its own.
BAGIAN = (
    rencana_sotk, nilai_sendiri, ukuran, tim_dan_indikator, penilaian_dua, keberatan, kriteria,
    kompetensi, meja, berkas_dan_usulan, sidang,
    tindak_lanjut_dan_konseling, pengawasan, pelaksanaan, keputusan_dan_surat,
)  # fmt: skip


@dataclass
class Dunia:
    """The world: who there is, and the arguments each URL takes for a thing in it."""

    unit: dict[str, UnitKerja]
    orang: dict[Peran, Pengguna] = field(default_factory=dict)
    argumen: dict[str, dict[str, Any]] = field(default_factory=dict)
    di_luar: dict[str, dict[str, Any]] = field(default_factory=dict)
    posisi: list[Formasi] = field(default_factory=list)
    per: date = PER

    @property
    def analis(self) -> Pengguna:
        """Who brought the files and wrote down what is written down."""
        return self.orang[Peran.ANALIS_BKD]

    def catat(self, awalan: str, *nama: str, luar: bool = False, **argumen: Any) -> None:
        """These URLs take these arguments (for the thing outside, when ``luar``)."""
        tujuan = self.di_luar if luar else self.argumen
        tujuan |= {f"{awalan}:{satu}": argumen for satu in nama}


@transaction.atomic
def bangun_dunia() -> Dunia:
    """Fill an empty database."""
    dunia = Dunia(kabupaten())
    for peran in Peran:
        wilayah = None if peran in PERAN_SEINSTANSI else dunia.unit["disdik"]
        dunia.orang[peran] = pengguna(peran, unit=wilayah, nama=f"Pemegang {peran.label}")
    _kepegawaian(dunia, "sd1", luar=False)
    _kepegawaian(dunia, "bidang", luar=True)
    _bagian(dunia)
    _sekolah(dunia, dunia.posisi[0].unit, luar=False)
    luar = UnitKerja.objects.create(nama="SD luar", jenis="sd", siasn_id="f1", kunci="f1")
    _sekolah(dunia, formasi(luar, dunia.posisi[0].jabatan).unit, luar=True)
    _selebihnya(dunia)
    return dunia


@transaction.atomic
def dunia_peragaan(per: date) -> Dunia:
    """The demonstration with what it lacks: files on their way, a disposition, work, messages."""
    guru = Pegawai.objects.filter(unit__jenis__in=("sd", "smp"), formasi__isnull=False)
    orang = guru.earliest("unit__jenis", "pk")
    assert orang.unit is not None
    assert orang.formasi is not None
    dunia = Dunia({"sd1": orang.unit, "disdik": orang.unit.opd or orang.unit}, per=per)
    # The second analyst writes cases; whoever opens pages as analyst is the first.
    akun_orang = Pengguna.objects.filter(teknis=False).exclude(nama_pengguna="penyusun")
    for akun in akun_orang.order_by("pk"):
        dunia.orang |= {Peran(p): akun for p in akun.penugasan.values_list("peran", flat=True)}
    dunia.posisi.append(orang.formasi)
    _sekolah(dunia, orang.unit, luar=False)
    _alamat_posisi(dunia, orang.formasi, orang)
    tugas = Penugasan.objects.filter(jenis=JenisPenugasan.TT).earliest("pk")
    dunia.catat("pegawai", "penugasan-akhiri", pk=tugas.pk)
    dunia.catat("organisasi", "slip-atur-ulang", pk=dunia.orang[Peran.PEGAWAI].pk)
    _bagian(dunia)
    _selebihnya(dunia)
    return dunia


def _bagian(dunia: Dunia) -> None:
    """Everything that both worlds hold alike."""
    for isi in (
        _akun, permintaan_dan_kritis, rancangan, _kertas, _impor, _pribadi, _lembar, _padanan,
        *BAGIAN,
    ):  # fmt: skip
        isi(dunia)


def _sekolah(dunia: Dunia, unit: UnitKerja, *, luar: bool) -> None:
    """A school with a class."""
    dunia.catat("penilaian", "sekolah-rincian", "sekolah-hitung", luar=luar, pk=unit.pk)
    kelas(unit, per=dunia.per)


def _lembar(dunia: Dunia) -> None:
    """An office's own needs sheet with one row that nobody matched yet."""
    lembar = lembar_abk(dunia.analis)
    layar = "rincian pola unit jabatan cari-unit cari-jabatan baris unduh templat terapkan"
    nama = [f"lembar-{satu}" for satu in f"{layar} cocokkan buang".split()]
    dunia.catat("penilaian", *nama, pk=lembar.pk)


def _padanan(dunia: Dunia) -> None:
    """A name outside the reference with its holder, matched to a name in force."""
    lama = di_luar("Pengadministrasi Umum Rekaan")
    formasi(next(iter(dunia.unit.values())), lama)
    kini = jabatan("PENGADMINISTRASI REKAAN", jenis=JenisJabatan.PELAKSANA)
    dasar = Dasar(per=dunia.per, oleh=dunia.analis, alasan="Nama lama")
    padanan = tetapkan_padanan_jabatan(lama.pk, ke_id=kini.pk, dasar=dasar)
    dunia.catat("penilaian", "padanan-nama", pk=lama.pk)
    dunia.catat("penilaian", "padanan-akhiri", pk=padanan.pk)


def _selebihnya(dunia: Dunia) -> None:
    """One entry of the trail, one constant, one kind of import, one indicator of quality."""
    kepala = terbitkan_akar().urutan
    # The last entry may be of a sealed act, which no page of the trail shows.
    terbuka = Peristiwa.objects.exclude(tindakan__in=kode_rahasia()).latest("urutan")
    dunia.catat("organisasi", "jejak-entri", "jejak-tanda-terima", urutan=terbuka.urutan)
    dunia.catat("organisasi", "akar-lanjutan", lama=kepala, baru=kepala)
    dunia.catat("organisasi", "ketentuan-rincian", kode=NilaiKetentuan.objects.earliest("pk").kode)
    dunia.catat("organisasi", "impor-unggah", "impor-templat", kode="pegawai")
    dunia.catat("penilaian", "cetak-abk", "cetak-abk-antre", isi="rekap", bentuk="xlsx")
    dunia.catat("penilaian", "peta-jabatan-cetak", kertas="f4")
    dunia.catat("pegawai", "mutu-indikator", "mutu-ekspor", kode="COM_7")


def _alamat_posisi(dunia: Dunia, post: Formasi, orang: Pegawai, *, luar: bool = False) -> None:
    """The URLs of a post, its unit, its jabatan and its holder."""
    dunia.catat("penilaian", "formasi", "kompetensi-kecocokan", luar=luar, pk=post.pk)
    dunia.catat("penilaian", "unit", luar=luar, pk=post.unit_id)
    dunia.catat("penilaian", "uraian", "uraian-hitung", luar=luar, pk=post.pk)
    langkah = "banding periksa kembalikan putuskan templat"
    jalan = [f"perhitungan-{satu}" for satu in langkah.split()]
    hitungan = perhitungan_abk(post).pk
    dunia.catat("penilaian", "perhitungan", *jalan, luar=luar, pk=hitungan)
    dunia.catat("penilaian", "perhitungan-cetak", luar=luar, pk=hitungan, bentuk="xlsx")
    dunia.catat("penilaian", "banding", "banding-simpan", luar=luar, pk=post.pk)
    isi = {"kategori": "perdesaan", "rawat_inap": False, "per": dunia.per, "sumber": "uji"}
    Faskes.objects.get_or_create(unit=post.unit, defaults=isi)
    dunia.catat("penilaian", "faskes-rincian", "faskes-hitung", luar=luar, pk=post.unit_id)
    calon = ("calon-formasi", "calon-banding", "calon-ekspor")
    dunia.catat("mutasi", *calon, luar=luar, pk=post.pk)
    dunia.catat("pegawai", "jabatan-rincian", luar=luar, pk=post.jabatan_id)
    berkas = ("rincian", "koreksi", "penugasan-catat", "pelatihan-catat", "disiplin-catat")
    lagi = ("berhenti-catat", "sertifikat-catat", "tmt", "tmt-tarik")
    dunia.catat("pegawai", *berkas, *lagi, luar=luar, pk=orang.pk)
    rumah = ("unit-rincian", "unit-ubah", "unit-buka", "unit-tutup", "unit-akun")
    dunia.catat("pegawai", *rumah, luar=luar, pk=post.unit_id)


def _kepegawaian(dunia: Dunia, kunci: str, *, luar: bool) -> None:
    """A post with a need, a holder, and somebody with an additional task beside it."""
    unit = dunia.unit[kunci]
    guru = jabatan(f"Guru Ahli Pertama {kunci}", rumpun="Guru", jenjang="PT")
    post = formasi(unit, guru)
    kebutuhan(post, 3)
    orang = pegawai(f"SITI {kunci.upper()}", post=post)
    pegawai(f"TANPA AKUN {kunci.upper()}", post=post)
    dunia.posisi.append(post)
    tugas = register.catat_penugasan(
        orang.pk, oleh=dunia.analis, per=PER, jenis=JenisPenugasan.TT, formasi=post,
        mulai=date(2026, 1, 1), alasan="uji", nomor_sk="800/1",
    )  # fmt: skip
    _alamat_posisi(dunia, post, orang, luar=luar)
    dunia.catat("pegawai", "penugasan-akhiri", luar=luar, pk=tugas.pk)
    akun = pengguna(Peran.PEGAWAI, unit=unit, nama=f"Akun {kunci}", nama_pengguna=orang.nip)
    Pengguna.objects.filter(pk=akun.pk).update(password="!kosong")
    Pegawai.objects.filter(pk=orang.pk).update(pengguna=akun)
    dunia.catat("organisasi", "slip-atur-ulang", luar=luar, pk=akun.pk)


def _akun(dunia: Dunia) -> None:
    """An account nobody in the matrix is; its role is one that many may hand on."""
    lain = pengguna(Peran.KEPALA_UNIT, unit=dunia.unit["disdik"], nama="Kepala Dinas")
    satu = ("pengguna-rincian", "pengguna-nonaktifkan", "pengguna-aktifkan", "peran-beri")
    dunia.catat("organisasi", *satu, "pengguna-lepas-totp", pk=lain.pk)
    tugas = PenugasanPeran.objects.get(pengguna=lain)
    dunia.catat("organisasi", "peran-cabut", "peran-limpahkan", pk=tugas.pk)


def catat_disposisi(dunia: Dunia, nomor: str) -> Disposisi:
    """One disposition of the PPK."""
    pejabat = PenugasanPeran.objects.get(pengguna=dunia.orang[Peran.PPK])
    isi = acts_disposisi.IsiDisposisi(
        nomor=nomor, tanggal=dunia.per, pejabat=pejabat, perihal="Pengisian jabatan kosong",
        isi="Setuju, siapkan berkasnya.", pindaian=PINDAIAN,
    )  # fmt: skip
    return acts_disposisi.catat_disposisi(isi, oleh=dunia.analis, per=dunia.per)


def _kertas(dunia: Dunia) -> None:
    """A disposition, a holiday, an entry of the access log."""
    baris = catat_disposisi(dunia, "800/1")
    kata = ("disposisi-rincian", "disposisi-sahkan", "disposisi-pindaian")
    dunia.catat("organisasi", *kata, pk=baris.pk)
    HariLibur.objects.get_or_create(
        tanggal=date(2026, 8, 17), defaults={"nama": "Hari Kemerdekaan", "dasar": "SKB"}
    )
    with akses.pengumpul():
        orang = Pegawai.objects.earliest("pk")
        akses.lihat(orang.pk, oleh=dunia.analis, apa="berkas", alasan="uji")
        akses.tuliskan()


def unggah(dunia: Dunia, nama: str, isi: bytes) -> Impor:
    """A file of employees, uploaded and looked at."""
    impor = impor_berkas.unggah(
        ContentFile(isi, nama), jenis=JENIS["pegawai"], per=dunia.per, oleh=dunia.analis
    )
    assert impor.proses is not None
    jalankan.call(impor.proses.pk)
    impor.refresh_from_db()
    return impor


def ekspor_siasn(dunia: Dunia, jumlah: int) -> bytes:
    """An export with one good row per person and one row nobody can read."""
    sd, guru = dunia.unit["sd1"], dunia.posisi[0].jabatan
    semua = siasn.banyak(jumlah, [(sd.siasn_id, sd.nama)], [(guru.siasn_id, guru.nama)])
    rusak = siasn.orang(jumlah + 1) | {"NIP BARU": "bukan nip"}
    with TemporaryDirectory() as folder:
        return siasn.tulis_ekspor(Path(folder) / "pns.xlsx", (*semua, rusak)).read_bytes()


def _impor(dunia: Dunia) -> None:
    """A file that was looked at, and one whose columns nobody knows."""
    impor = unggah(dunia, "pns.xlsx", ekspor_siasn(dunia, 2))
    assert impor.status == StatusImpor.DIPERIKSA, impor.galat
    kata = ("rincian", "temuan", "perubahan", "ditolak", "periksa", "terapkan", "buang")
    dunia.catat("organisasi", *(f"impor-{satu}" for satu in kata), pk=impor.pk)
    asing = unggah(dunia, "asing.xlsx", buku(ASING))
    assert asing.status == StatusImpor.PERLU_PEMETAAN, asing.galat
    dunia.catat("organisasi", "impor-petakan", pk=asing.pk)


def _pribadi(dunia: Dunia) -> None:
    """What belongs to one person: a message, a saved view, work in the background."""
    for pemilik in set(dunia.orang.values()):
        milik_sendiri(pemilik, "1")
    pemilik = pengguna(nama="Pemilik lain")
    milik_sendiri(pemilik, "1")
    dunia.catat("organisasi", "pemberitahuan-baca", pk=pemilik.pemberitahuan.get().pk)
    dunia.catat("pegawai", "tampilan-hapus", pk=pemilik.tampilan.get().pk)
    satu, dua = Pegawai.objects.order_by("pk")[:2]
    tie = HubunganKeluarga.objects.create(pegawai=satu, kerabat=dua, jenis="saudara", mulai=PER)
    dunia.catat("pegawai", "keluarga-tarik", pk=tie.pk)
    proses = pemilik.proses.get().pk
    dunia.catat("organisasi", "proses-rincian", "proses-hentikan", pk=proses)
    dunia.catat("penilaian", "cetak-abk-hasil", pk=proses)
    dunia.catat("mutasi", "massal", pk=proses)


def milik_sendiri(pemilik: Pengguna, nomor: str) -> tuple[Pemberitahuan, TampilanTersimpan, Proses]:
    """One of each for this person."""
    beri_tahu(pemilik, kunci=f"uji:{pemilik.pk}:{nomor}", judul="Impor selesai", tautan="/")
    return (
        pemilik.pemberitahuan.earliest("pk"),
        TampilanTersimpan.objects.create(
            pemilik=pemilik, halaman="pegawai:daftar", nama=f"Guru {nomor}", kueri="q=guru"
        ),
        Proses.objects.create(
            jenis="impor.periksa", judul="Memeriksa berkas", untuk=pemilik,
            dibuat_pada=timezone.now(),
        ),
    )  # fmt: skip


def perbanyak(dunia: Dunia, kali: int) -> None:
    """``kali`` more of everything a list shows, within the same units."""
    perbanyak_kriteria(dunia, kali)
    perbanyak_pengawasan(dunia, kali)
    perbanyak_sidang(dunia, kali)
    perbanyak_pelaksanaan(dunia, kali)
    perbanyak_keputusan(dunia, kali)
    for nomor in range(kali):
        unit = UnitKerja.objects.create(
            nama=f"SD Negeri {nomor + 10}", induk=dunia.unit["disdik"], jenis="sd",
            siasn_id=f"{nomor:032x}f", kunci=f"{nomor:032x}f",
        )  # fmt: skip
        post = formasi(dunia.unit["sd1"], jabatan(f"Guru Mata Pelajaran {nomor}", rumpun="Guru"))
        kebutuhan(post, 2)
        orang = pegawai(f"ORANG {nomor}", post=post, lahir=date(1966, 9, 1 + nomor))
        register.catat_penugasan(
            orang.pk, oleh=dunia.analis, per=PER, jenis=JenisPenugasan.TT, formasi=post,
            mulai=date(2026, 1, 1), alasan="uji", nomor_sk=f"800/{nomor}",
        )  # fmt: skip
        minta_pegawai(post, per=PER)
        kepala = dunia.orang[Peran.KABID_MUTASI]
        tandai_kritis(kepala, post, per=PER)
        acts_kritis.tambah_cadangan(
            dunia.argumen["mutasi:kritis-rincian"]["pk"], orang, oleh=kepala, per=PER
        )
        akun = pengguna(Peran.PEGAWAI, unit=unit, nama=f"Akun {nomor}")
        Pengguna.objects.filter(pk=akun.pk).update(password="!kosong")
        catat_disposisi(dunia, f"800/{nomor}")
        HariLibur.objects.create(tanggal=date(2026, 7, 1 + nomor), nama=f"Libur {nomor}")
        for pemilik in dunia.orang.values():
            milik_sendiri(pemilik, f"lagi-{nomor}")

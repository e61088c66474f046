"""One invented paper of each kind, with names and titles as long as real ones get."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from mutasi.kernel.naskah.bahan import (
    RANTAI_PARAF,
    Kop,
    Naskah,
    Orang,
    Paraf,
    Penanda,
    Rujukan,
    Tempat,
)
from mutasi.kernel.naskah.beku import kanonik, sidik
from mutasi.kernel.naskah.berita_acara import (
    Anggota,
    BahasanJabatan,
    BeritaAcaraSumpah,
    BeritaAcaraTpk,
    CalonDibahas,
    Disumpah,
    Pendamping,
    PendapatLain,
    Penyingkiran,
)
from mutasi.kernel.naskah.bunyi import MENGINGAT, MENIMBANG, diktum_mutasi
from mutasi.kernel.naskah.keputusan import (
    BarisLampiran,
    BarisRalat,
    Keputusan,
    Petikan,
    Ralat,
    petikan_dari,
)
from mutasi.kernel.naskah.surat import (
    BarisTerima,
    BarisUsulan,
    BerkasLampiran,
    NotaDinas,
    Pemberitahuan,
    Pernyataan,
    Perubahan,
    SuratUsulan,
    TandaTerima,
    Undangan,
)

HARI = date(2026, 6, 1)
NEGARA = Kop("negara", ("BUPATI CONTOH", "PROVINSI PERAGAAN"))
DAERAH = Kop(
    "daerah",
    ("PEMERINTAH KABUPATEN CONTOH", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"),
    "Jalan Merdeka Nomor 1, Contoh 12345, telepon (000) 123456, bkpsdm@contoh.go.id",
)
BUPATI = Penanda("BUPATI CONTOH", "R. Surya Peragaan", kepala_daerah=True)
KEPALA = Penanda(
    "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Dr. Hj. Raden Ayu Siti Kusumaningrum Widyastuti Prawirodirdjo, S.IP., M.Si., M.Kom.",
    nip="197001011995032001", pangkat="Pembina Utama Muda",
)  # fmt: skip
PARAF = tuple(Paraf(j) for j in RANTAI_PARAF)
DINAS = (
    "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan, Kawasan Permukiman, dan Pertanahan",
    "Dinas Pendidikan dan Kebudayaan", "Rumah Sakit Umum Daerah Contoh", "Kecamatan Peragaan",
)  # fmt: skip
SK = Rujukan("Keputusan Bupati Contoh", "821.2/17/2026", HARI, "Pemindahan Pegawai Negeri Sipil")
_SEKARANG = Tempat(
    "Pengelola Pemanfaatan Barang Milik Daerah", DINAS[0], jenjang="Pelaksana", kelas="6"
)
_TUJUAN = Tempat(
    "Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan", DINAS[1], jenjang="IV.a", kelas="9"
)


def nip(n: int) -> str:
    """An invented NIP, another for every number up to 999."""
    return f"198503122010011{n:03d}"


def baris(n: int) -> BarisLampiran:
    """The ``n``-th row of an annex; every seventh has a name and titles as long as they get."""
    panjang = n % 7 == 0
    return BarisLampiran(
        nomor=n,
        nama="Dr. drg. Muhammad Abdurrahman Kusumawardhana Prawirohardjosoemantri, Sp.KG., M.Kes."
        if panjang else f"Pegawai Peragaan {n}, S.E.",
        nip=nip(n), pangkat="Penata Tingkat I", golongan="III/d", tmt_pangkat=date(2022, 4, 1),
        pendidikan="S-2 Administrasi Publik", jenis="rotasi" if n % 2 else "promosi",
        lama=None if n % 50 == 0 else _SEKARANG,
        baru=replace(_TUJUAN, unit=DINAS[n % 4], jabatan="Analis Sumber Daya Manusia Aparatur Ahli "
                     "Muda Koordinator Penyelenggaraan Pertanggungjawaban" if panjang
                     else _TUJUAN.jabatan),
        tmt=date(2026, 7, 1), keterangan="Lulus uji kompetensi" if n % 3 == 0 else "",
        opd=DINAS[n % 4],
    )  # fmt: skip


def keputusan(banyak: int = 12) -> Keputusan:
    """A signed decree of ``banyak`` people."""
    return Keputusan(
        instansi="Pemerintah Kabupaten Contoh", kop=NEGARA, penanda=BUPATI, nomor="821.2/17/2026",
        tanggal=HARI, tempat="Contoh", paraf=PARAF, penetap="Bupati Contoh",
        tentang="Pemindahan dan Pengangkatan Pegawai Negeri Sipil dalam dan dari Jabatan "
        "Pengawas dan Jabatan Pelaksana di Lingkungan Pemerintah Kabupaten Contoh",
        menimbang=MENIMBANG, mengingat=MENGINGAT,
        memperhatikan=(
            "Berita Acara Sidang Tim Penilai Kinerja Nomor 800/9/TPK/2026 tanggal 11 Mei 2026;",
            "Pertimbangan Teknis Kepala Badan Kepegawaian Negara Nomor 123/R.I/2026 tanggal 25 "
            "Mei 2026;",
        ),
        diktum=diktum_mutasi(date(2026, 7, 1), dilantik=True),
        lampiran=tuple(baris(n) for n in range(1, banyak + 1)),
        tembusan=(
            "Menteri Dalam Negeri di Jakarta;", "Gubernur Peragaan;",
            "Kepala Kantor Regional Badan Kepegawaian Negara;", "Inspektur Kabupaten Contoh;",
            "Kepala Badan Pengelolaan Keuangan dan Aset Daerah;",
            "Kepala perangkat daerah terkait.",
        ),
    )  # fmt: skip


def petikan(k: Keputusan, n: int = 1) -> Petikan:
    """The excerpt of the ``n``-th row."""
    return petikan_dari(k, k.lampiran[n - 1], sidik=sidik(kanonik(k)), pengesah=KEPALA)


def ralat() -> Ralat:
    """A misprint put right."""
    return Ralat(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, penanda=KEPALA, nomor="800/21/2026",
        tanggal=date(2026, 6, 9), tempat="Contoh", rujukan=SK, sidik_rujukan="ab" * 32,
        alasan="penulisan golongan ruang pada Lampiran tidak sesuai dengan data kepegawaian.",
        baris=(BarisRalat("Lampiran nomor urut 3, kolom 4", "Penata, III/c",
                          "Penata Muda, III/a"),),
    )  # fmt: skip


def berita_acara_tpk() -> BeritaAcaraTpk:
    """A session over two posts, with one recusal, one dissent and one absentee."""
    anggota = (
        Anggota("Drs. Sekretaris Peragaan, M.M.", "Sekretaris Daerah", "Ketua", True),
        Anggota(KEPALA.nama, "Kepala BKPSDM", "Anggota", True),
        Anggota("Inspektur Peragaan, S.H.", "Inspektur", "Anggota", True),
        Anggota("Asisten Peragaan, S.Sos.", "Asisten Administrasi Umum", "Anggota", False, "dinas"),
        Anggota(
            "Kabid Peragaan, S.STP.", "Kepala Bidang Mutasi", "Sekretaris", True, "tanpa suara"
        ),
    )
    calon = (
        CalonDibahas("Pegawai Peragaan 1, S.E.", nip(1), "Analis Anggaran Ahli Muda",
                     ("85,5", "90", "72", "81", "78")),
        CalonDibahas(baris(7).nama, nip(7), "Pengelola Keuangan",
                     ("80", "88,25", "70", "79", "75")),
        CalonDibahas("Pegawai Peragaan 3, S.E.", nip(3), "Bendahara", ("78", "80", "belum dinilai",
                                                                      "74", "70")),
    )  # fmt: skip
    bahasan = BahasanJabatan(
        tempat=_TUJUAN, lowong="lowong sejak 1 Maret 2026 karena pensiun",
        syarat=("Penata Muda Tingkat I, III/b", "Sarjana (S-1)", "Lulus uji kompetensi"),
        kriteria=("Kualifikasi", "Kompetensi", "Kinerja", "Rekam jejak", "Potensi"), calon=calon,
        utama=nip(1), cadangan=nip(7),
        alasan="Berpengalaman menyusun rencana kerja dinas selama empat tahun dan dinilai paling "
        "siap memimpin subbagian.",
        ketentuan=("Mengikuti pelatihan kepemimpinan pengawas paling lambat satu tahun.",),
        peringatan=("W03 masa jabatan kurang dari dua tahun: unit asal kelebihan dua orang.",),
        pendapat_lain=(PendapatLain("Inspektur Peragaan, S.H.", "Rekam jejak calon cadangan lebih "
                                    "panjang."),),
    )  # fmt: skip
    tanpa = replace(
        bahasan, tempat=replace(_TUJUAN, jabatan="Kepala Seksi Peragaan", unit=DINAS[3]),
        utama="", cadangan="", alasan="Tidak ada calon yang memenuhi syarat pendidikan.",
        ketentuan=(), peringatan=(), pendapat_lain=(), calon=calon[:1],
    )  # fmt: skip
    return BeritaAcaraTpk(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, nomor="800/9/TPK/2026", tempat="Contoh",
        penanda=Penanda("Ketua Tim Penilai Kinerja", anggota[0].nama, nip="196801011990031002"),
        tanggal=date(2026, 5, 11), ruang="Ruang Rapat Sekretaris Daerah", mulai="09.00",
        selesai="12.30", dasar=MENGINGAT[2:4], sk_tpk="Nomor 800/1/2026 tanggal 5 Januari 2026",
        anggota=anggota, agenda=("Pengisian dua jabatan pengawas.",), jabatan=(bahasan, tanpa),
        kuorum="Hadir 3 dari 4 anggota yang bersuara; kuorum 2/3 (3 anggota) terpenuhi. Keputusan "
        "diambil dengan musyawarah mufakat.",
        penyingkiran=(Penyingkiran(KEPALA.nama, "Kepala Seksi Peragaan", "hubungan keluarga"),),
        akar="c3" * 32, akar_ukuran=48213,
    )  # fmt: skip


def berita_acara_sumpah() -> BeritaAcaraSumpah:
    """Four people sworn in by the regional head."""
    return BeritaAcaraSumpah(
        instansi="Pemerintah Kabupaten Contoh", kop=NEGARA, penanda=BUPATI, nomor="800/33/2026",
        tanggal=date(2026, 7, 1), tempat="Contoh", ruang="Pendopo Kabupaten Contoh", pukul="09.00",
        dasar=(SK.kalimat + ", tanggal 1 Juni 2026;", MENGINGAT[3]),
        disumpah=tuple(
            Disumpah(Orang(b.nama, b.nip, b.pangkat), b.baru) for b in map(baris, range(5, 9))
        ),
        rohaniwan=(Pendamping("Rohaniwan Peragaan", "Kantor Kementerian Agama Kabupaten Contoh"),),
        saksi=(
            Pendamping("Drs. Sekretaris Peragaan, M.M.", "Sekretaris Daerah", "196801011990031002"),
            Pendamping(KEPALA.nama, "Kepala BKPSDM", KEPALA.nip),
        ),
    )  # fmt: skip


def surat_usulan(banyak: int = 8) -> SuratUsulan:
    """A proposal to the regional office of BKN."""
    return SuratUsulan(
        instansi="Pemerintah Kabupaten Contoh", kop=NEGARA, penanda=BUPATI, nomor="800/15/2026",
        tanggal=date(2026, 5, 18), tempat="Contoh", sifat="Rahasia",
        banyak_lampiran="1 (satu) berkas", di="Jakarta",
        hal="Usul pertimbangan teknis mutasi Pegawai Negeri Sipil",
        kepada=("Kepala Kantor Regional Badan Kepegawaian Negara",), paraf=PARAF,
        isi=(
            "Berdasarkan Peraturan BKN Nomor 5 Tahun 2019 dan Berita Acara Sidang Tim Penilai "
            "Kinerja Nomor 800/9/TPK/2026 tanggal 11 Mei 2026, bersama ini kami sampaikan usul "
            "mutasi Pegawai Negeri Sipil di lingkungan Pemerintah Kabupaten Contoh.",
        ),
        penutup=("Demikian untuk menjadikan periksa, atas perhatiannya diucapkan terima kasih.",),
        daftar=tuple(
            BarisUsulan(n, b.nama, b.nip, f"{b.pangkat}, {b.golongan}", _SEKARANG.jabatan,
                        b.baru.jabatan, "mengisi jabatan lowong")
            for n, b in ((n, baris(n)) for n in range(1, banyak + 1))
        ),
        berkas=(BerkasLampiran("D01", "Surat usul mutasi", "ada"),
                BerkasLampiran("D05", "Anjab dan ABK jabatan yang dituju", "menyusul")),
        narahubung="Kepala Bidang Mutasi, mutasi@contoh.go.id", tembusan=("Gubernur Peragaan;",),
    )  # fmt: skip


def nota_dinas() -> NotaDinas:
    """From the Kepala BKPSDM to the Sekda."""
    return NotaDinas(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, penanda=KEPALA, nomor="800/14/2026",
        tanggal=date(2026, 5, 12), kepada=("Sekretaris Daerah",), dari="Kepala BKPSDM",
        sifat="Rahasia", hal="Hasil sidang Tim Penilai Kinerja", paraf=PARAF[:2],
        isi=("Bersama ini disampaikan hasil sidang Tim Penilai Kinerja tanggal 11 Mei 2026.",
             "Mohon arahan untuk proses lebih lanjut."), tembusan=("Asisten Administrasi Umum",),
    )  # fmt: skip


def undangan() -> Undangan:
    """To an inauguration."""
    return Undangan(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, nomor="005/40/2026", tempat="Contoh",
        penanda=Penanda("Sekretaris Daerah", "Drs. Sekretaris Peragaan, M.M.",
                        nip="196801011990031002", atas_nama="BUPATI CONTOH"),
        tanggal=date(2026, 6, 26), kepada=("Daftar terlampir",), di="tempat", sifat="Penting",
        banyak_lampiran="1 (satu) lembar", hal="Undangan pelantikan", hari=date(2026, 7, 1),
        isi=("Mengharap kehadiran Saudara untuk dilantik dan diambil sumpah/janji jabatan pada:",),
        pukul="09.00", ruang="Pendopo Kabupaten Contoh", pakaian="Pakaian Sipil Lengkap",
        acara="Pelantikan dan pengambilan sumpah/janji jabatan",
        penutup=("Demikian atas kehadirannya diucapkan terima kasih.",),
        diundang=tuple(Orang(b.nama, b.nip, b.pangkat, b.baru.jabatan, b.baru.unit)
                       for b in map(baris, range(1, 9))),
    )  # fmt: skip


def pernyataan(macam: Literal["SPP", "SPMJ", "SPMT"] = "SPMT") -> Pernyataan:
    """That somebody works."""
    b = baris(7)
    return Pernyataan(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, penanda=KEPALA, nomor="800/50/2026",
        tanggal=date(2026, 7, 2), tempat="Contoh", macam=macam, keputusan=SK,
        pernyata=Orang(KEPALA.nama, KEPALA.nip, KEPALA.pangkat, KEPALA.jabatan),
        pegawai=Orang(b.nama, b.nip, "Penata Tingkat I, III/d", b.baru.jabatan, b.baru.unit),
        mulai=date(2026, 7, 1), tembusan=("Kepala Badan Pengelolaan Keuangan dan Aset Daerah;",),
    )  # fmt: skip


def pemberitahuan() -> Pemberitahuan:
    """What changes for one employee."""
    return Pemberitahuan(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, penanda=KEPALA, tempat="Contoh",
        tanggal=date(2026, 4, 6), jawab_sampai=date(2026, 4, 20),
        pegawai=Orang(baris(7).nama, nip(7), "", _SEKARANG.jabatan, _SEKARANG.unit),
        pengantar="Anda direncanakan pindah. Belum ada keputusan; inilah yang akan berubah.",
        perubahan=(
            Perubahan("Tugas", "mengelola barang milik daerah", "memimpin subbagian perencanaan"),
            Perubahan("Kelas jabatan", "6", "9"),
            Perubahan("Tunjangan per bulan", "Rp2.150.000", "Rp3.900.000", "menurut Perbup 5/2026"),
            Perubahan("Batas usia pensiun", "58 tahun", "58 tahun"),
            Perubahan("Jarak dari rumah", "4 km", "11 km", "garis lurus antarkecamatan"),
            Perubahan("Pelatihan", "", "pelatihan kepemimpinan pengawas", "dalam satu tahun"),
        ),
        hak=("Menyatakan menginginkan, bersedia, tidak berpendapat, atau keberatan.",
             "Keberatan disertai alasan dibacakan dalam sidang Tim Penilai Kinerja.",
             "Yang merasa belum mampu berhak atas percakapan dan tawaran pelatihan."),
        narahubung="Bidang Mutasi BKPSDM",
    )  # fmt: skip


def tanda_terima() -> TandaTerima:
    """Four excerpts for one OPD."""
    return TandaTerima(
        instansi="Pemerintah Kabupaten Contoh", kop=DAERAH, penanda=KEPALA, tempat="Contoh",
        tanggal=date(2026, 6, 3), opd=DINAS[0], keputusan=SK,
        baris=tuple(BarisTerima(n, b.nama, b.nip, b.baru.jabatan, "0f" * 32)
                    for n, b in ((n, baris(n * 4)) for n in range(1, 8))),
    )  # fmt: skip


def semua() -> dict[str, Naskah]:
    """One of every kind by its name."""
    k = keputusan()
    return {
        n.JENIS: n
        for n in (
            k, petikan(k, 7), ralat(), berita_acara_tpk(), berita_acara_sumpah(), surat_usulan(),
            nota_dinas(), undangan(), pernyataan(), pemberitahuan(), tanda_terima(),
        )
    }  # fmt: skip

"""The pages of the large rooms, grouped as their users ask; the menu's sub-navigation."""

from __future__ import annotations

from dataclasses import dataclass

from organisasi.izin import Izin


@dataclass(frozen=True)
class Butir:
    """One entry; shown to those who hold any of ``izin`` (or have a file of their own)."""

    judul: str
    url: str
    ikon: str
    izin: tuple[Izin, ...] = ()
    pribadi: bool = False
    awalan: tuple[str, ...] = ()
    ket: str = ""  # one sentence beside the entry where there is room


# The rooms of needs, in the order an analyst asks: where do we stand, how is it computed, what do
# the sectors say, what comes. One line per page; a page that is not built yet stays out.
_LIHAT = (Izin.KEBUTUHAN_LIHAT,)
KEBUTUHAN: tuple[tuple[str, tuple[Butir, ...]], ...] = (
    (
        "Hari ini",
        (
            Butir("Kesenjangan", "penilaian:kebutuhan", "", _LIHAT),
            Butir("Formasi", "penilaian:daftar-formasi", "", _LIHAT),
            Butir(
                "Keseimbangan beban",
                "penilaian:keseimbangan",
                "",
                _LIHAT,
                ket="Seberapa merata beban kerja antarjabatan, unit, dan rumpun.",
            ),
            Butir(
                "Lowong dan akan lowong",
                "penilaian:lowong",
                "",
                _LIHAT,
                ket="Kursi kosong hari ini, dan yang kosong karena pensiun.",
            ),
            Butir("Tak terhitung", "penilaian:tak-terhitung", "", _LIHAT),
        ),
    ),
    (
        "Peta",
        (
            Butir(
                "Peta jabatan",
                "penilaian:peta-jabatan",
                "",
                _LIHAT,
                ket="Unit sebagai kotak dengan jabatan, kelas, kebutuhan, dan isinya.",
            ),
            Butir(
                "Peta panas",
                "penilaian:peta-panas",
                "",
                _LIHAT,
                ket="Perangkat daerah dan rumpun jabatan: di mana kurang, di mana lebih.",
            ),
            Butir(
                "Peta kecamatan",
                "penilaian:peta-kecamatan",
                "",
                _LIHAT,
                ket="Kecamatan mana yang kekurangan guru, tenaga kesehatan, atau pelaksana.",
            ),
        ),
    ),
    (
        "Menghitung",
        (
            Butir(
                "Perhitungan",
                "penilaian:perhitungan-daftar",
                "",
                _LIHAT,
                ket="Draf, pemeriksaan, dan keputusan beban kerja per formasi.",
            ),
            Butir(
                "Buku dan formulir ABK",
                "penilaian:buku-abk",
                "",
                _LIHAT,
                ket="Uraian tugas keluar dan masuk lewat Excel; formulir dan rekap untuk dicetak.",
            ),
            Butir("Norma waktu dan JKE", "penilaian:bantuan-norma", "", _LIHAT),
        ),
    ),
    (
        "Sektor",
        (
            Butir(
                "Sekolah",
                "penilaian:sekolah",
                "",
                _LIHAT,
                ket="Rombel dan jam mengajar: kebutuhan guru per sekolah dan mapel.",
            ),
            Butir(
                "Faskes",
                "penilaian:faskes",
                "",
                _LIHAT,
                ket="Ketenagaan minimal puskesmas, STR, dan SIP.",
            ),
        ),
    ),
    (
        "Ke depan",
        (
            Butir(
                "Proyeksi",
                "penilaian:proyeksi",
                "",
                _LIHAT,
                ket="Kebutuhan dan bezetting sampai lima tahun: pensiun, kontrak, pertumbuhan.",
            ),
            Butir(
                "Andaikan",
                "penilaian:andaikan",
                "",
                _LIHAT,
                ket="Akibat jam kerja, volume, atau ketentuan lain, tanpa menyimpan apa pun.",
            ),
        ),
    ),
)

# The rooms of performance: where do we stand, what is measured, what comes out, who can do what.
_NILAI = (Izin.NILAI_LIHAT,)
_UKUR = (Izin.NILAI_LIHAT, Izin.INDIKATOR_CATAT)
KINERJA: tuple[tuple[str, tuple[Butir, ...]], ...] = (
    (
        "Keadaan",
        (
            Butir("Ringkasan", "penilaian:kinerja", "", _UKUR),
            Butir(
                "Kelengkapan",
                "penilaian:kelengkapan",
                "",
                _UKUR,
                ket="Siapa yang belum dapat dinilai, apa yang kurang, dan siapa yang mengisinya.",
            ),
            Butir(
                "Sebaran nilai",
                "penilaian:sebaran",
                "",
                _NILAI,
                ket="Sebaran skor menurut unit dan rumpun, dan seberapa longgar tiap penilai.",
            ),
            Butir(
                "Pertentangan data",
                "penilaian:pertentangan",
                "",
                _NILAI,
                ket="Predikat yang tidak cocok dengan ratingnya, dan pola sebaran predikat unit.",
            ),
        ),
    ),
    (
        "Mengukur",
        (
            Butir("Periode", "penilaian:periode", "", _UKUR, ket="Tahun, triwulan, atau bulan."),
            Butir(
                "Kehadiran dan tugas",
                "penilaian:indikator",
                "",
                _UKUR,
                ket="Hari hadir, ketepatan waktu, tugas, dan mutu, dengan buktinya.",
            ),
            Butir("Inovasi", "penilaian:inovasi", "", _UKUR),
            Butir(
                "Tim kerja",
                "penilaian:tim",
                "",
                (Izin.TIM_KELOLA, Izin.NILAI_LIHAT),
                ket="Mandat, anggota, target, dan hasil tim.",
            ),
            Butir(
                "Indikator unit",
                "penilaian:indikator-unit",
                "",
                (Izin.TIM_KELOLA, Izin.NILAI_LIHAT),
                ket="Waktu layanan, pengaduan, IKM, dan capaian program.",
            ),
        ),
    ),
    (
        "Menilai",
        (
            Butir(
                "Yang saya nilai",
                "penilaian:menilai",
                "",
                _NILAI,
                ket="Pegawai yang Anda nilai: siapa yang menunggu dan apa yang kurang.",
            ),
            Butir(
                "Perhitungan nilai",
                "penilaian:penilaian",
                "",
                _NILAI,
                ket="Setiap perhitungan, hasilnya, dan bedanya dengan yang sebelumnya.",
            ),
            Butir(
                "Keberatan",
                "penilaian:keberatan",
                "",
                (Izin.KEBERATAN_LIHAT, Izin.KEBERATAN_CATAT),
                ket="Keberatan atas hasil, batas waktunya, dan putusannya.",
            ),
            Butir(
                "Tindak lanjut",
                "penilaian:tindak-lanjut",
                "",
                _NILAI,
                ket="Usul penghargaan dan pembinaan yang menunggu keputusan.",
            ),
        ),
    ),
    (
        "Kompetensi",
        (
            Butir(
                "Kompetensi unit",
                "penilaian:kompetensi",
                "",
                _NILAI,
                ket="Kompetensi dan pendidikan yang dibutuhkan dan yang ada.",
            ),
            Butir("Standar jabatan", "penilaian:standar-kompetensi", "", _NILAI),
            Butir("Kamus", "penilaian:kamus-kompetensi", "", _NILAI),
            Butir(
                "Kotak talenta",
                "penilaian:talenta",
                "",
                (Izin.TALENTA_LIHAT,),
                ket="Hasil SIMATA menurut kotak, dengan rekomendasi resminya.",
            ),
        ),
    ),
)

# The rooms of moves: what waits, the road, the decrees, who watches.
_USULAN = (Izin.USULAN_LIHAT,)
MUTASI: tuple[tuple[str, tuple[Butir, ...]], ...] = (
    (
        "Berkas",
        (
            Butir("Meja saya", "mutasi:meja", "", _USULAN, ket="Usulan yang menunggu Anda."),
            Butir(
                "Berkas mutasi",
                "mutasi:berkas",
                "",
                _USULAN,
                ket="Rombongan usulan dengan berita acara, pertek, dan SK yang sama.",
            ),
            Butir("Semua usulan", "mutasi:usulan", "", _USULAN),
            Butir(
                "Titipan",
                "mutasi:titipan",
                "",
                (Izin.TITIPAN_CATAT, Izin.TITIPAN_LIHAT),
                ket="Permintaan pihak luar tentang seseorang: dicatat, tidak menambah nilai.",
            ),
        ),
    ),
    (
        "Memutuskan",
        (
            Butir(
                "Sidang TPK",
                "mutasi:sidang",
                "",
                (Izin.SIDANG_LIHAT,),
                ket="Agenda, kuorum, rekomendasi, dan berita acara.",
            ),
            Butir("Meja PyB", "mutasi:meja-pyb", "", (Izin.USULAN_SETUJUI_PYB,)),
            Butir(
                "BKN dan izin luar",
                "mutasi:meja-bkn",
                "",
                (Izin.BKN_CATAT, Izin.USULAN_PROSES),
                ket="I-MUT, pertek, surat antarinstansi, dan izin pejabat luar.",
            ),
            Butir("Meja PPK", "mutasi:meja-ppk", "", (Izin.USULAN_PUTUSKAN,)),
            Butir(
                "Dari kertas",
                "mutasi:meja-kertas",
                "",
                (Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN),
                ket="Keputusan PyB dan PPK yang ditulis di kertas, dicatat dari disposisinya.",
            ),
        ),
    ),
    (
        "Menetapkan",
        (
            Butir(
                "Keputusan (SK)",
                "mutasi:keputusan",
                "",
                (Izin.KEPUTUSAN_SUSUN, Izin.KEPUTUSAN_NOMORI, Izin.KEPUTUSAN_TETAPKAN),
            ),
            Butir("Surat", "mutasi:surat", "", (Izin.KEPUTUSAN_SUSUN,)),
            Butir(
                "Pelantikan",
                "mutasi:pelantikan",
                "",
                (Izin.PELANTIKAN_KELOLA,),
            ),
            Butir(
                "Pelaksanaan",
                "mutasi:pelaksanaan",
                "",
                (Izin.PELANTIKAN_KELOLA, Izin.SPMT_CATAT, Izin.BKN_CATAT),
                ket="Perpindahan yang akan dan sudah berlaku, SPMT, serah terima, SIASN.",
            ),
            Butir("Keadaan pada tanggal", "mutasi:keadaan-pada", "", (Izin.USULAN_PROSES,)),
            Butir(
                "Keberatan",
                "mutasi:keberatan-mutasi",
                "",
                (
                    Izin.KEPUTUSAN_SUSUN,
                    Izin.KEPUTUSAN_NOMORI,
                    Izin.USULAN_PUTUSKAN,
                    Izin.USULAN_AWASI,
                ),
                ket="Keberatan pegawai atas keputusan, batas waktunya, dan putusannya.",
            ),
        ),
    ),
    (
        "Aturan dan pengawasan",
        (
            Butir(
                "Langkah wajib",
                "mutasi:aturan-alur",
                "",
                (Izin.USULAN_PROSES, Izin.ALUR_TETAPKAN, Izin.USULAN_AWASI),
                ket="Langkah yang dilalui tiap jenis mutasi, dengan dasar hukumnya.",
            ),
            Butir("Penanda tangan", "mutasi:penandatangan", "", (Izin.ALUR_TETAPKAN,)),
            Butir("Lambang naskah", "mutasi:lambang", "", (Izin.ALUR_TETAPKAN,)),
            Butir(
                "Pengawasan",
                "mutasi:pengawasan",
                "",
                (Izin.USULAN_AWASI,),
                ket="Penyimpangan dari peringkat dan TPK, titipan, kecepatan, jendela politik.",
            ),
        ),
    ),
)

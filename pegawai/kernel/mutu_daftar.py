"""The 27 indicators of BKN, and our own additions beside them: a closed list.

Names follow BKN's; every sentence is ours and says what is really looked at in the register.
"""

from __future__ import annotations

from pegawai.kernel.mutu import Indikator

_BKN = "Indikator kualitas data ASN (BKN)"
_KAMI = "Tambahan SERASI"
_SIASN = "Perbaiki di SIASN, lalu impor berkas yang baru."
_DI_SINI = "Boleh dicatat dahulu di sini, tetapi tetap perbaiki di SIASN."
_OPD = "Operator kepegawaian OPD"
_BKD = "Analis BKD"
_PEGAWAI = "Pegawai sendiri lewat MyASN, diingatkan operator OPD"
_ORANG = "Semua pegawai di berkas terakhir."
_PEJABAT = "PNS yang menduduki jabatan struktural"

BKN: tuple[Indikator, ...] = (
    Indikator(
        "COM_1", "Belum SKP tahun berjalan",
        "Tidak ada predikat kinerja untuk dua tahun terakhir.",
        "Pegawai yang sudah diangkat sebelum tahun lalu.",
        "PREDIKAT KINERJA",
        "Selesaikan penilaian di e-Kinerja, lalu impor berkas kinerja tahun itu.",
        "Pejabat penilai, diingatkan operator OPD", "Kinerja tahunan",
    ),
    Indikator(
        "COM_2", "Jabatan kosong",
        "Jenis jabatannya fungsional atau pelaksana, tetapi ID jabatannya kosong.",
        "Pegawai dengan jenis jabatan fungsional atau pelaksana.",
        "JABATAN ID", _SIASN, _BKD,
    ),
    Indikator(
        "COM_3", "Pendidikan kosong",
        "Tingkat atau program pendidikan terakhirnya kosong.", _ORANG,
        "PENDIDIKAN ID", "Usulkan pencantuman pendidikan di SIASN dengan ijazahnya.", _OPD,
    ),
    Indikator(
        "COM_4", "TMT PNS kosong",
        "Sudah PNS, tetapi TMT PNS kosong.", "PNS di luar CPNS.",
        "TMT PNS", f"Ambil dari SK PNS. {_DI_SINI}", _OPD,
    ),
    Indikator(
        "COM_5", "Gelar kosong",
        "Pendidikan terakhirnya diploma ke atas, tetapi gelar depan dan belakang kosong.",
        "Pegawai dengan pendidikan D-I ke atas.",
        "GELAR BELAKANG", f"Ambil dari ijazah. {_DI_SINI}", _OPD,
    ),
    Indikator(
        "COM_6", "Surel pribadi kosong atau salah format",
        "Surel pribadi kosong atau bukan alamat surel.", _ORANG,
        "EMAIL", f"Tanyakan kepada pegawainya. {_DI_SINI}", _PEGAWAI,
    ),
    Indikator(
        "COM_7", "Nomor HP kosong",
        "Nomor telepon genggam kosong. Apakah nomornya tersambung ke WhatsApp tidak dapat dilihat "
        "dari berkas.",
        _ORANG, "NOMOR HP", f"Tanyakan kepada pegawainya. {_DI_SINI}", _PEGAWAI,
    ),
    Indikator(
        "TIM_1", "Unor tidak aktif",
        "Ditempatkan di unit yang ditutup atau tidak ada di hierarki yang berlaku.", _ORANG,
        "UNOR ID", "Pindahkan ke unit yang aktif di SIASN, atau impor hierarki terbaru.", _BKD,
        "Data utama dan hierarki unor",
    ),
    Indikator(
        "TIM_2", "Calon JF belum diangkat lebih dari dua tahun",
        "PNS calon JF yang belum diangkat dalam JF dua tahun sesudah TMT CPNS.",
        "PNS yang formasi pengangkatannya JF.", "JABATAN ID", _SIASN, _BKD,
        tak_terhitung="Berkas tidak memuat formasi saat diangkat CPNS, jadi siapa calon JF tidak "
        "dapat diketahui.",
    ),
    Indikator(
        "TIM_3", "Masa CPNS lebih dari satu tahun",
        "Masih CPNS lebih dari satu tahun sejak TMT CPNS, atau TMT CPNS-nya kosong.", "CPNS.",
        "STATUS CPNS PNS", "Usulkan pengangkatan PNS, lalu perbarui statusnya di SIASN.", _BKD,
        dasar=f"{_BKN}; PP 11/2017 Pasal 34",
    ),
    Indikator(
        "TIM_4", "Struktural ganda",
        "Jabatan struktural yang sama diduduki lebih dari satu orang.",
        "Pegawai yang menduduki jabatan struktural.",
        "JABATAN ID", "Tentukan pemangku yang sah, akhiri jabatan yang lain di SIASN.", _BKD,
    ),
    Indikator(
        "TIM_5", "Telah masuk BUP tetapi masih aktif",
        "Kedudukan hukumnya aktif, tetapi TMT pensiun menurut jabatannya sudah lewat.",
        "Pegawai aktif yang TMT pensiunnya diketahui.",
        "KEDUDUKAN HUKUM ID", "Selesaikan SK pensiun, atau perbaiki jabatannya di SIASN.", _BKD,
        dasar=f"{_BKN}; UU 20/2023 Pasal 55",
    ),
    Indikator(
        "TIM_6", "CLTN setelah tanggal berakhir",
        "Masih berstatus CLTN sesudah masa CLTN-nya berakhir.", "PNS berstatus CLTN.",
        "KEDUDUKAN HUKUM ID", _SIASN, _BKD,
        tak_terhitung="Berkas tidak memuat tanggal berakhirnya CLTN.",
    ),
    Indikator(
        "ACC_1", "TMT CPNS lebih besar dari TMT PNS",
        "TMT CPNS lebih akhir daripada TMT PNS.", "PNS yang kedua TMT-nya terisi.",
        "TMT PNS", f"Cocokkan dengan kedua SK-nya. {_DI_SINI}", _OPD,
    ),
    Indikator(
        "ACC_2", "Jenis pegawai DPK/DPB tidak sesuai",
        "Jenis pegawainya DPK/DPB tetapi bekerja di instansi induk, atau bekerja di instansi lain "
        "tetapi bukan DPK/DPB.",
        "PNS yang jenis pegawainya terisi.",
        "JENIS PEGAWAI NAMA", _SIASN, _BKD,
    ),
    Indikator(
        "ACC_3", "Masa kerja kurang dari dua tahun di jabatan struktural",
        "TMT CPNS belum dua tahun, tetapi sudah menduduki jabatan struktural.",
        f"{_PEJABAT} dan TMT CPNS-nya terisi.",
        "TMT CPNS", f"Periksa TMT CPNS dan jabatannya. {_DI_SINI}", _BKD,
    ),
    Indikator(
        "ACC_4", "Kedudukan hukum PPPK keliru",
        "Kedudukan hukumnya kosong atau bukan kedudukan hukum PPPK dari jenisnya.",
        "PPPK dan PPPK paruh waktu.",
        "KEDUDUKAN HUKUM ID", _SIASN, _BKD,
    ),
    Indikator(
        "ACC_5", "NIK belum valid",
        "NIK kosong, atau belum dinyatakan valid oleh SIASN.", _ORANG,
        "IS VALID NIK", "Cocokkan NIK dengan KTP, lalu validasi di SIASN atau MyASN.", _PEGAWAI,
    ),
    Indikator(
        "ACC_6", "Pendidikan di bawah syarat eselon",
        "Tingkat pendidikannya di bawah syarat minimal jabatan struktural yang diduduki: D-IV/S-1 "
        "untuk pimpinan tinggi dan administrator, D-III untuk pengawas.",
        "Pejabat struktural eselon I sampai IV yang pendidikannya diketahui.",
        "PENDIDIKAN ID", "Cantumkan pendidikan terbaru, atau tinjau penempatannya.", _BKD,
        "Data utama dan referensi jabatan struktural",
        dasar=f"{_BKN}; PP 11/2017 Pasal 54 dan 107",
    ),
    Indikator(
        "ACC_7", "Tahun pengangkatan PPPK",
        "Tahun di dalam NI PPPK sebelum pengadaan PPPK pertama atau sesudah tahun ini.",
        "PPPK dan PPPK paruh waktu dengan NI PPPK 18 digit.",
        "NIP BARU", _SIASN, _BKD,
        dasar=f"{_BKN}; PP 49/2018",
    ),
    Indikator(
        "ACC_8", "Pendidikan di bawah syarat JF",
        "Tingkat pendidikannya di bawah syarat minimal JF yang diduduki; bila syarat jabatannya "
        "belum diimpor dipakai syarat kategorinya (keahlian D-IV/S-1, keterampilan SMA).",
        "Pejabat fungsional yang pendidikan dan syarat jabatannya diketahui.",
        "PENDIDIKAN ID", "Cantumkan pendidikan terbaru, atau tinjau penempatannya.", _BKD,
        "Data utama, referensi JF, dan syarat jabatan",
        dasar=f"{_BKN}; PermenPANRB 1/2023",
    ),
    Indikator(
        "ACC_9", "Pelaksana bernama jabatan fungsional",
        "Jabatan pelaksananya berawal dengan nama JF atau menyebut jenjang JF.",
        "Pegawai dengan jabatan pelaksana.",
        "JABATAN NAMA", "Sesuaikan nomenklatur pelaksananya di SIASN.", _BKD,
        "Data utama dan referensi JF",
    ),
    Indikator(
        "ACC_10", "Pejabat struktural di bawah pangkat minimal",
        "Pangkatnya lebih dari satu tingkat di bawah pangkat terendah eselonnya. Satu tingkat di "
        "bawahnya masih boleh (ketentuan PP 13/2002).",
        f"{_PEJABAT} yang eselon dan pangkatnya diketahui.",
        "GOL AKHIR ID", "Perbarui pangkatnya di SIASN, atau tinjau penempatannya.", _BKD,
        "Data utama dan referensi jabatan struktural",
        dasar=f"{_BKN}; PP 13/2002",
    ),
    Indikator(
        "CON_1", "Komponen TMT CPNS pada NIP PNS",
        "Tahun dan bulan TMT CPNS berbeda dengan digit 9 sampai 14 NIP.",
        "PNS yang TMT CPNS-nya terisi.",
        "TMT CPNS", f"Cocokkan dengan SK CPNS. {_DI_SINI}", _OPD,
        dasar=f"{_BKN}; Peraturan Kepala BKN 22/2007",
    ),
    Indikator(
        "CON_2", "Komponen tanggal lahir pada NIP",
        "Tanggal lahir berbeda dengan delapan digit pertama NIP.",
        "Pegawai yang tanggal lahirnya terisi.",
        "TANGGAL LAHIR", f"Cocokkan dengan akta kelahiran dan SK pertama. {_DI_SINI}", _OPD,
        dasar=f"{_BKN}; Peraturan Kepala BKN 22/2007",
    ),
    Indikator(
        "CON_3", "Komponen jenis kelamin pada NIP",
        "Jenis kelamin berbeda dengan digit ke-15 NIP (1 laki-laki, 2 perempuan).",
        "Pegawai yang jenis kelaminnya terisi.",
        "JENIS KELAMIN", f"Cocokkan dengan KTP. {_DI_SINI}", _OPD,
        dasar=f"{_BKN}; Peraturan Kepala BKN 22/2007",
    ),
    Indikator(
        "CON_4", "Komponen tahun pengangkatan pada NI PPPK",
        "Tahun TMT PPPK berbeda dengan digit 9 sampai 12 NI PPPK.",
        "PPPK dan PPPK paruh waktu yang TMT-nya terisi.",
        "TMT CPNS", f"Cocokkan dengan keputusan pengangkatan. {_DI_SINI}", _OPD,
    ),
)  # fmt: skip

SERASI: tuple[Indikator, ...] = (
    Indikator(
        "SER_1", "Tidak terhitung di jabatan mana pun",
        "Unit atau jabatannya tidak dikenal, jadi tidak mengisi formasi mana pun.", _ORANG,
        "UNOR ID", "Perbaiki unit dan jabatannya di SIASN, atau putuskan padanannya.", _BKD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_2", "TMT jabatan kosong",
        "TMT jabatan kosong, jadi masa jabatannya tidak dapat dihitung.", _ORANG,
        "TMT JABATAN", _SIASN, _OPD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_3", "TMT jabatan di masa depan",
        "TMT jabatan sesudah hari ini.", _ORANG, "TMT JABATAN", _SIASN, _OPD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_4", "BUP tidak diketahui",
        "TMT pensiun tidak dapat dihitung karena BUP jabatannya atau tanggal lahirnya tidak "
        "diketahui.",
        _ORANG, "JABATAN ID", "Lengkapi BUP jabatannya lewat impor syarat jabatan.", _BKD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_5", "Jabatan di luar referensi",
        "Nama jabatannya tidak ada di referensi yang diimpor (nomenklatur lama).",
        "Pegawai yang jabatannya terisi.",
        "JABATAN ID", "Putuskan padanannya, atau sesuaikan di SIASN.", _BKD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_6", "Program pendidikan di luar referensi",
        "Program pendidikannya tidak ada di referensi yang diimpor.",
        "Pegawai yang program pendidikannya terisi.",
        "PENDIDIKAN ID", "Impor referensi pendidikan terbaru, atau perbaiki di SIASN.", _BKD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_7", "Predikat kinerja bertentangan",
        "Predikat salah satu dari dua tahun terakhir tidak sama dengan matriks hasil dan perilaku.",
        "Pegawai yang mempunyai predikat dalam dua tahun terakhir.",
        "PREDIKAT KINERJA", "Mintakan perbaikan kepada pejabat penilai, lalu impor lagi.", _OPD,
        "Kinerja tahunan",
        dasar=f"{_KAMI}; matriks PermenPANRB 6/2022",
    ),
    Indikator(
        "SER_8", "Predikat tahun lalu belum ada",
        "Tidak ada predikat kinerja tahun lalu.", "Pegawai yang diangkat sebelum tahun lalu.",
        "PREDIKAT KINERJA", "Selesaikan penilaian, lalu impor berkas kinerja.",
        "Pejabat penilai", "Kinerja tahunan",
        dasar=_KAMI,
    ),
    Indikator(
        "SER_9", "Predikat dua tahun lalu belum ada",
        "Tidak ada predikat kinerja dua tahun lalu.",
        "Pegawai yang diangkat sebelum dua tahun lalu.",
        "PREDIKAT KINERJA", "Selesaikan penilaian, lalu impor berkas kinerja.",
        "Pejabat penilai", "Kinerja tahunan",
        dasar=_KAMI,
    ),
    Indikator(
        "SER_10", "Baris diketik tangan",
        "Barisnya tidak memuat ID SIASN sama sekali.", _ORANG, "PNS ID", _SIASN, _BKD,
        dasar=_KAMI,
    ),
    Indikator(
        "SER_11", "Hilang dari berkas terakhir",
        "Tercatat di sini, tetapi tidak ada di berkas SIASN terakhir; belum dicatat berhenti.",
        "Semua pegawai yang belum dicatat berhenti.",
        "NIP BARU", "Catat pemberhentiannya, atau tanyakan ke BKN bila masih bekerja.", _BKD,
        dasar=_KAMI,
    ),
)  # fmt: skip

SEMUA: dict[str, Indikator] = {i.kode: i for i in (*BKN, *SERASI)}

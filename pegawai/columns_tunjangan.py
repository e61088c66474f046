"""Columns of a file of allowances: our template, and the two that only BKN's profile of JF has."""

from __future__ import annotations

from pegawai.kernel.tunjangan import PALING_BESAR, PALING_KECIL, Macam, baca_rupiah, tulis_rupiah
from toolkit.nilai import nama, tanggal
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

JENIS, JABATAN, JENJANG = "JENIS", "JABATAN", "JENJANG"
BESARAN, DASAR, MULAI = "BESARAN", "DASAR HUKUM", "MULAI BERLAKU"
PERPRES = "Peraturan Presiden Tentang Tunjangan"
_MACAM = {
    **{satu.value: satu for satu in Macam}, "eselon": Macam.STRUKTURAL, "jf": Macam.FUNGSIONAL,
    "kelas jabatan": Macam.KELAS,
}  # fmt: skip
_MACAM_ASING = Temuan("jenis_tidak_dikenal", "Isi struktural, fungsional, atau kelas.")
_BUKAN_RUPIAH = Temuan(
    "besaran_tidak_sah",
    "Bukan jumlah rupiah yang utuh. Tulis angkanya saja, misalnya 1260000 atau Rp1.260.000,00.",
)
_DUA_BESARAN = Temuan(
    "besaran_ganda",
    "Sel ini memuat dua besaran. Sisakan satu: yang berlaku bagi pegawai instansi ini.",
)
_TAK_WAJAR = Temuan(
    "besaran_tak_wajar",
    f"Besaran sebulan antara {tulis_rupiah(PALING_KECIL)} dan {tulis_rupiah(PALING_BESAR)}. "
    "Tulis dalam rupiah, bukan ribuan.",
)


def macam(nilai: object, maks: int) -> Hasil:
    """Which table the row belongs to."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    satu = _MACAM.get(" ".join(isi.split()).casefold())
    return (None, (_MACAM_ASING,)) if satu is None else (satu, BERSIH)


def rupiah(nilai: object, maks: int) -> Hasil:
    """Whole rupiah a month; a dash means none."""
    isi, temuan = nama(nilai, maks)
    if isi is None or isi in ("-", "--"):
        return None, BERSIH
    if isinstance(nilai, str) and "/" in isi:
        return None, (_DUA_BESARAN,)
    satu = baca_rupiah(isi)
    if satu is None or temuan:
        return None, (_BUKAN_RUPIAH,)
    if not PALING_KECIL <= satu <= PALING_BESAR:
        return None, (_TAK_WAJAR,)
    return satu, BERSIH


TUNJANGAN_TEMPLAT = (
    Column(JENIS, "macam", macam, maks=30, lebar=14),
    Column(JABATAN, "nama", nama, wajib=True, maks=255, lebar=44,
           aliases=("Nama Jabatan Fungsional", "ESELON", "NAMA JABATAN")),
    Column(JENJANG, "jenjang", nama, maks=40, lebar=16),
    Column(BESARAN, "rupiah", rupiah, wajib=True, maks=60, aliases=("Besaran Tunjangan",),
           jenis="bulat", lebar=16),
    Column(DASAR, "dasar", nama, maks=150, lebar=30),
    Column(MULAI, "mulai", tanggal, aliases=("BERLAKU SEJAK", "MULAI"), jenis="tanggal"),
)  # fmt: skip
_PERPRES = Column(PERPRES, "perpres", nama, maks=150)
TUNJANGAN = (*TUNJANGAN_TEMPLAT, _PERPRES)
TUNJANGAN_BKN = (
    *(k for k in TUNJANGAN_TEMPLAT if k.header in (JABATAN, JENJANG, BESARAN)), _PERPRES,
)  # fmt: skip
PETUNJUK = (
    (JENIS, "struktural, fungsional, atau kelas (tambahan penghasilan menurut kelas jabatan)."),
    (JABATAN, "Struktural: eselonnya, misalnya II.b. Fungsional: nama jabatannya tanpa jenjang. "
              "Kelas: 1 sampai 17."),
    (JENJANG, "Hanya untuk fungsional: Ahli Muda, Penyelia, dan seterusnya."),
    (BESARAN, "Rupiah utuh sebulan, misalnya 1260000 atau Rp1.260.000,00. Baris tanpa besaran "
              "dilewati."),
    (DASAR, "Peraturannya, misalnya Perpres 26 Tahun 2007. Tampil di samping besarannya."),
    (MULAI, "Hari besarannya mulai berlaku. Besaran lain yang sudah berlaku tidak berubah."),
)  # fmt: skip

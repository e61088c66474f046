"""What a criterion may look at: a closed list, each with its family, unit, words and bounds.

Nothing outside this list can ever earn points, so the attributes of H23 cannot: no entry, no way.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.kata import daftar


class Keluarga(StrEnum):
    """What a set of criteria is for: how someone works, or who fits where."""

    KINERJA = "kinerja"
    MUTASI = "mutasi"


class JenisNilai(StrEnum):
    """Whether a source gives a number or one of a closed list of words."""

    ANGKA = "angka"
    KATA = "kata"


_PREDIKAT = ("SANGAT KURANG", "KURANG", "BUTUH PERBAIKAN", "BAIK", "SANGAT BAIK")
_RATING = ("DI BAWAH EKSPEKTASI", "SESUAI EKSPEKTASI", "DI ATAS EKSPEKTASI")
_KINERJA = frozenset({Keluarga.KINERJA})
_MUTASI = frozenset({Keluarga.MUTASI})
_SERATUS = Decimal(100)
_DUA_RATUS = Decimal(200)


@dataclass(frozen=True)
class UraianSumber:
    """One source. ``kata`` from the worst to the best when ``berurut``; bounds are inclusive.

    ``bulat``: only whole numbers can be measured.
    """

    keluarga: frozenset[Keluarga]
    nama: str
    satuan: str
    bunyi: str
    kata: tuple[str, ...] = ()
    bawah: Decimal = Decimal(0)
    atas: Decimal | None = None
    bulat: bool = False
    berurut: bool = True


class SumberNilai(StrEnum):
    """The sources, by the code under which a set of criteria names them."""

    PREDIKAT_TAHUNAN = "predikat_tahunan"
    RATING_HASIL = "rating_hasil"
    RATING_PERILAKU = "rating_perilaku"
    KEHADIRAN = "kehadiran"
    KETEPATAN_WAKTU = "ketepatan_waktu"
    PENYELESAIAN_TUGAS = "penyelesaian_tugas"
    MUTU = "mutu"
    INOVASI = "inovasi"
    CAPAIAN_SKP = "capaian_skp"
    KONTRIBUSI_TIM = "kontribusi_tim"
    KEPUASAN_PENGGUNA = "kepuasan_pengguna"
    PELATIHAN_JP = "pelatihan_jp"
    PREDIKAT_DUA_TAHUN = "predikat_dua_tahun"
    TREN_PREDIKAT = "tren_predikat"
    PENDIDIKAN_LEBIH = "pendidikan_lebih"
    PENDIDIKAN_LINEAR = "pendidikan_linear"
    MASA_JABATAN = "masa_jabatan"
    PENGALAMAN_RUMPUN = "pengalaman_rumpun"
    UJI_KOMPETENSI = "uji_kompetensi"
    JPM = "jpm"
    KESAMAAN_KELAS = "kesamaan_kelas"
    SKOR_KINERJA = "skor_kinerja"
    KOTAK_TALENTA = "kotak_talenta"

    @property
    def uraian(self) -> UraianSumber:
        """Everything known of this source."""
        return URAIAN[self]

    @property
    def keluarga(self) -> frozenset[Keluarga]:
        """The families that may use it."""
        return URAIAN[self].keluarga

    @property
    def nama(self) -> str:
        """Its name on screen."""
        return URAIAN[self].nama

    @property
    def satuan(self) -> str:
        """The unit of a raw value."""
        return URAIAN[self].satuan

    @property
    def jenis(self) -> JenisNilai:
        """Number or word."""
        return JenisNilai.KATA if URAIAN[self].kata else JenisNilai.ANGKA

    @property
    def kata(self) -> tuple[str, ...]:
        """The closed words, from the worst to the best; empty for numbers."""
        return URAIAN[self].kata

    @property
    def batas(self) -> tuple[Decimal, Decimal | None]:
        """The lowest and the highest raw value that can be true; None: no upper bound."""
        return URAIAN[self].bawah, URAIAN[self].atas

    @property
    def bunyi(self) -> str:
        """What is measured and by which formula."""
        return URAIAN[self].bunyi

    def salah(self, mentah: Decimal | str) -> str:
        """Why this raw value cannot be true, as a sentence; empty when it can."""
        uraian = URAIAN[self]
        if uraian.kata:
            if mentah in uraian.kata:
                return ""
            return f"{uraian.nama} '{mentah}' tidak dikenal; yang sah {daftar(uraian.kata)}."
        if not isinstance(mentah, Decimal) or not mentah.is_finite():
            return f"{uraian.nama} '{mentah}' bukan angka."
        return _di_luar(uraian, mentah)


def _di_luar(uraian: UraianSumber, mentah: Decimal) -> str:
    tulis = f"{uraian.nama} {bunyi_angka(mentah, uraian.satuan)} tidak mungkin"
    if mentah < uraian.bawah:
        return f"{tulis}: paling rendah {bunyi_angka(uraian.bawah, uraian.satuan)}."
    if uraian.atas is not None and mentah > uraian.atas:
        return f"{tulis}: paling tinggi {bunyi_angka(uraian.atas, uraian.satuan)}."
    if uraian.bulat and mentah != mentah.to_integral_value():
        return f"{tulis}: harus bilangan bulat."
    return ""


URAIAN: dict[SumberNilai, UraianSumber] = {
    SumberNilai.PREDIKAT_TAHUNAN: UraianSumber(
        _KINERJA, "Predikat kinerja tahunan", "predikat",
        "Predikat kinerja tahunan yang ditetapkan pejabat penilai di e-Kinerja.",
        kata=_PREDIKAT,
    ),
    SumberNilai.RATING_HASIL: UraianSumber(
        _KINERJA, "Rating hasil kerja", "rating",
        "Rating hasil kerja yang ditetapkan pejabat penilai di e-Kinerja.",
        kata=_RATING,
    ),
    SumberNilai.RATING_PERILAKU: UraianSumber(
        _KINERJA, "Rating perilaku kerja", "rating",
        "Rating perilaku kerja yang ditetapkan pejabat penilai di e-Kinerja.",
        kata=_RATING,
    ),
    SumberNilai.KEHADIRAN: UraianSumber(
        _KINERJA, "Kehadiran", "%",
        "Hari hadir dibagi hari kerja pada periode itu, dikali 100; hari tidak hadir dengan alasan "
        "sah (cuti, izin, tugas) tidak ikut dihitung sebagai hari kerja.",
        atas=_SERATUS,
    ),
    SumberNilai.KETEPATAN_WAKTU: UraianSumber(
        _KINERJA, "Ketepatan waktu", "%",
        "Hari hadir tanpa terlambat dan tanpa pulang cepat dibagi hari hadir, dikali 100.",
        atas=_SERATUS,
    ),
    SumberNilai.PENYELESAIAN_TUGAS: UraianSumber(
        _KINERJA, "Penyelesaian tugas", "%",
        "Tugas yang selesai tepat waktu dibagi tugas yang jatuh tempo, dikali 100.",
        atas=_SERATUS,
    ),
    SumberNilai.MUTU: UraianSumber(
        _KINERJA, "Mutu hasil kerja", "%",
        "Tugas selesai tanpa revisi dibagi semua tugas selesai, dikali 100.",
        atas=_SERATUS,
    ),
    SumberNilai.INOVASI: UraianSumber(
        _KINERJA, "Inovasi", "inovasi",
        "Banyaknya inovasi yang manfaatnya sudah diverifikasi pada periode itu.",
        bulat=True,
    ),
    SumberNilai.CAPAIAN_SKP: UraianSumber(
        _KINERJA, "Capaian SKP", "%",
        "Realisasi dibagi target SKP, dikali 100.",
        atas=_DUA_RATUS,
    ),
    SumberNilai.KONTRIBUSI_TIM: UraianSumber(
        _KINERJA, "Kontribusi tim", "%",
        "Capaian target tiap tim kerja dikali porsi peran pegawai di tim itu, dirata-ratakan.",
        atas=_DUA_RATUS,
    ),
    SumberNilai.KEPUASAN_PENGGUNA: UraianSumber(
        _KINERJA, "Kepuasan pengguna layanan", "IKM",
        "Indeks Kepuasan Masyarakat (IKM) unit kerja pegawai, dari 25 sampai 100.",
        bawah=Decimal(25), atas=_SERATUS,
    ),
    SumberNilai.PELATIHAN_JP: UraianSumber(
        _KINERJA | _MUTASI, "Pelatihan", "JP",
        "Jumlah jam pelajaran (JP) pengembangan kompetensi yang tercatat pada satu tahun.",
        atas=Decimal(2000),
    ),
    SumberNilai.PREDIKAT_DUA_TAHUN: UraianSumber(
        _MUTASI, "Predikat dua tahun terakhir", "predikat",
        "Predikat kinerja tahunan yang lebih rendah dari dua tahun penuh terakhir.",
        kata=_PREDIKAT,
    ),
    SumberNilai.TREN_PREDIKAT: UraianSumber(
        _MUTASI, "Arah predikat", "arah",
        "Predikat tahun terakhir dibandingkan dengan tahun sebelumnya.",
        kata=("TURUN", "TETAP", "NAIK"),
    ),
    SumberNilai.PENDIDIKAN_LEBIH: UraianSumber(
        _MUTASI, "Tingkat pendidikan di atas syarat", "tingkat",
        "Tingkat pendidikan pegawai dikurangi tingkat paling rendah yang disyaratkan jabatan.",
        bawah=Decimal(-9), atas=Decimal(9), bulat=True,
    ),
    SumberNilai.PENDIDIKAN_LINEAR: UraianSumber(
        _MUTASI, "Kesesuaian bidang pendidikan", "jawaban",
        "Apakah bidang pendidikan pegawai termasuk bidang yang disyaratkan jabatan.",
        kata=("TIDAK", "YA"),
    ),
    SumberNilai.MASA_JABATAN: UraianSumber(
        _MUTASI, "Masa dalam jabatan", "bulan",
        "Bulan penuh sejak TMT jabatan terakhir sampai tanggal penilaian.",
        atas=Decimal(600), bulat=True,
    ),
    SumberNilai.PENGALAMAN_RUMPUN: UraianSumber(
        _MUTASI, "Pengalaman serumpun", "bulan",
        "Bulan penuh dalam jabatan yang serumpun dengan jabatan tujuan, dari riwayat jabatan.",
        atas=Decimal(600), bulat=True,
    ),
    SumberNilai.UJI_KOMPETENSI: UraianSumber(
        _MUTASI, "Uji kompetensi", "hasil",
        "Hasil uji kompetensi untuk jabatan tujuan yang masih berlaku.",
        kata=("BELUM", "LULUS"),
    ),
    SumberNilai.JPM: UraianSumber(
        _MUTASI, "Kesesuaian kompetensi (JPM)", "%",
        "Jumlah level kompetensi yang dicapai, tiap kompetensi paling tinggi sebesar standarnya, "
        "dibagi jumlah level standar jabatan, dikali 100.",
        atas=_SERATUS,
    ),
    SumberNilai.KESAMAAN_KELAS: UraianSumber(
        _MUTASI, "Jarak kelas jabatan", "kelas",
        "Selisih kelas jabatan sekarang dan kelas jabatan tujuan, tanpa tanda.",
        atas=Decimal(17), bulat=True,
    ),
    SumberNilai.SKOR_KINERJA: UraianSumber(
        _MUTASI, "Skor kinerja", "poin",
        "Skor kinerja terakhir pegawai menurut kriteria kinerja yang berlaku, dari 0 sampai 100.",
        atas=_SERATUS,
    ),
    SumberNilai.KOTAK_TALENTA: UraianSumber(
        _MUTASI, "Kotak manajemen talenta", "kotak",
        "Kotak 1 sampai 9 manajemen talenta sebagaimana ditetapkan di SIMATA.",
        kata=tuple("123456789"), berurut=False,
    ),
}  # fmt: skip

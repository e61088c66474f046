"""Who must fill which source of a score: the words of a work list."""

from __future__ import annotations

from penilaian.kernel.sumber_nilai import SumberNilai

_EKINERJA = "Admin SIASN dan e-Kinerja: minta pejabat penilai menetapkan, lalu impor"
_OPERATOR = "Operator kepegawaian unit: catat atau impor indikator"
SIAPA: dict[SumberNilai, str] = {
    SumberNilai.PREDIKAT_TAHUNAN: _EKINERJA,
    SumberNilai.RATING_HASIL: _EKINERJA,
    SumberNilai.RATING_PERILAKU: _EKINERJA,
    SumberNilai.KEHADIRAN: _OPERATOR,
    SumberNilai.KETEPATAN_WAKTU: _OPERATOR,
    SumberNilai.PENYELESAIAN_TUGAS: _OPERATOR,
    SumberNilai.MUTU: _OPERATOR,
    SumberNilai.CAPAIAN_SKP: _OPERATOR,
    SumberNilai.INOVASI: "Atasan: putuskan inovasi yang menunggu verifikasi",
    SumberNilai.KONTRIBUSI_TIM: "Pengelola tim kerja: catat keanggotaan dan hasil tim",
    SumberNilai.KEPUASAN_PENGGUNA: "Pengelola indikator unit: catat IKM unit atau unit di atasnya",
    SumberNilai.PELATIHAN_JP: "Pegawai menyerahkan sertifikat, BKD mencatat jam pelajarannya",
}
RUSAK = "Admin SIASN dan e-Kinerja: perbaiki nilai yang saling bertentangan"
RUSAK_UKUR = "Operator kepegawaian unit: perbaiki angka yang tidak mungkin"


def siapa(sumber: SumberNilai, *, rusak: bool) -> str:
    """Who fills it, or mends it when what is there cannot be true."""
    if not rusak:
        return SIAPA[sumber]
    return RUSAK if SIAPA[sumber] is _EKINERJA else RUSAK_UKUR

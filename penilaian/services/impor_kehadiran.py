"""Kind ``kehadiran``: days and minutes of attendance of one period."""

from __future__ import annotations

from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from penilaian.columns.kehadiran import KEHADIRAN, PETUNJUK_KEHADIRAN
from penilaian.services.impor_ukur import isi_templat, lihat_berkas, terapkan
from toolkit.lembar import Tabel


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Look at the recapitulation of a period."""
    return lihat_berkas(tabel, konteks, KEHADIRAN)


_SEMUA, _UNTUK = isi_templat(KEHADIRAN)

IMPOR_KEHADIRAN = JenisImpor(
    kode="kehadiran",
    label="Kehadiran",
    keterangan="Rekap presensi satu periode: hari kerja, hadir, tanpa keterangan, tepat waktu, dan "
    "menit terlambat per pegawai.",
    izin=Izin.INDIKATOR_CATAT,
    kolom=KEHADIRAN,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_SEMUA,
    isi_templat_untuk=_UNTUK,
    petunjuk=PETUNJUK_KEHADIRAN,
    parameter=("periode",),
    urutan=82,
)

"""Kind ``indikator``: tasks, SKP and periodic ratings of one period."""

from __future__ import annotations

from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from penilaian.columns.indikator import INDIKATOR, PETUNJUK_INDIKATOR
from penilaian.services.impor_ukur import isi_templat, lihat_berkas, terapkan
from toolkit.lembar import Tabel


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Look at the recapitulation of a period."""
    return lihat_berkas(tabel, konteks, INDIKATOR)


_SEMUA, _UNTUK = isi_templat(INDIKATOR)

IMPOR_INDIKATOR = JenisImpor(
    kode="indikator",
    label="Tugas, SKP, dan rating periodik",
    keterangan="Tugas jatuh tempo dan selesai, revisi, capaian SKP, serta rating dan predikat "
    "periodik per pegawai.",
    izin=Izin.INDIKATOR_CATAT,
    kolom=INDIKATOR,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_SEMUA,
    isi_templat_untuk=_UNTUK,
    petunjuk=PETUNJUK_INDIKATOR,
    parameter=("periode",),
    urutan=84,
)

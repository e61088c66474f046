"""The one list of all kinds of import, in the order of a first load."""

from __future__ import annotations

from organisasi.impor import JenisImpor
from organisasi.services.impor_unor import IMPOR_UNOR
from organisasi.services.impor_wilayah import IMPOR_ATRIBUT_UNOR, IMPOR_WILAYAH
from pegawai.services.impor_jabatan import IMPOR_FUNGSIONAL, IMPOR_PELAKSANA, IMPOR_STRUKTURAL
from pegawai.services.impor_kinerja import IMPOR_KINERJA
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from pegawai.services.impor_pendidikan import IMPOR_PENDIDIKAN
from pegawai.services.impor_penugasan import IMPOR_PENUGASAN
from pegawai.services.impor_riwayat import IMPOR_RIWAYAT
from pegawai.services.impor_syarat import IMPOR_SYARAT
from penilaian.services.impor_kebutuhan import IMPOR_KEBUTUHAN

SEMUA: tuple[JenisImpor, ...] = (
    IMPOR_UNOR,
    IMPOR_STRUKTURAL,
    IMPOR_FUNGSIONAL,
    IMPOR_PELAKSANA,
    IMPOR_PENDIDIKAN,
    IMPOR_WILAYAH,
    IMPOR_SYARAT,
    IMPOR_ATRIBUT_UNOR,
    IMPOR_PEGAWAI,
    IMPOR_KEBUTUHAN,
    IMPOR_KINERJA,
    IMPOR_PENUGASAN,
    IMPOR_RIWAYAT,
)

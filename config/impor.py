"""The one list of all kinds of import, in the order of a first load."""

from __future__ import annotations

from dataclasses import replace

from mutasi.services.fakta_usulan import periksa_fakta
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.services.impor_unor import IMPOR_UNOR
from organisasi.services.impor_wilayah import IMPOR_ATRIBUT_UNOR, IMPOR_WILAYAH
from pegawai.services.impor_jabatan import IMPOR_FUNGSIONAL, IMPOR_PELAKSANA, IMPOR_STRUKTURAL
from pegawai.services.impor_kinerja import IMPOR_KINERJA
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from pegawai.services.impor_pendidikan import IMPOR_PENDIDIKAN
from pegawai.services.impor_penugasan import IMPOR_PENUGASAN
from pegawai.services.impor_perbaikan import IMPOR_PERBAIKAN
from pegawai.services.impor_riwayat import IMPOR_RIWAYAT
from pegawai.services.impor_syarat import IMPOR_SYARAT
from pegawai.services.impor_tunjangan import IMPOR_TUNJANGAN
from penilaian.services.impor_abk import IMPOR_ABK
from penilaian.services.impor_abk_draf import IMPOR_ABK_DRAF
from penilaian.services.impor_indikator import IMPOR_INDIKATOR
from penilaian.services.impor_indikator_unit import IMPOR_INDIKATOR_UNIT
from penilaian.services.impor_kebutuhan import IMPOR_KEBUTUHAN
from penilaian.services.impor_kehadiran import IMPOR_KEHADIRAN
from penilaian.services.impor_kompetensi import IMPOR_KOMPETENSI
from penilaian.services.impor_lembar import IMPOR_LEMBAR_ABK
from penilaian.services.impor_padanan import IMPOR_PADANAN
from penilaian.services.impor_rombel import IMPOR_ROMBEL
from penilaian.services.impor_sdmk import IMPOR_SDMK
from penilaian.services.impor_standar import IMPOR_STANDAR
from penilaian.services.impor_talenta import IMPOR_TALENTA
from penilaian.services.padanan import kunci_padanan
from penilaian.services.terhitung import selaraskan


def dengan_padanan(jenis: JenisImpor) -> JenisImpor:
    """The kind, with what it brings counted where the matches of names say, in its transaction.

    The register stands below the needs and cannot move them itself.
    """

    def terapkan(hasil: Hasil, konteks: Konteks) -> None:
        kunci_padanan()
        jenis.terapkan(hasil, konteks)
        selaraskan(per=konteks.per)

    return replace(jenis, terapkan=terapkan)


def dengan_usulan(jenis: JenisImpor) -> JenisImpor:
    """The kind, with the running cases looked at against the facts it brought."""

    def terapkan(hasil: Hasil, konteks: Konteks) -> None:
        jenis.terapkan(hasil, konteks)
        periksa_fakta(per=konteks.per)

    return replace(jenis, terapkan=terapkan)


SEMUA: tuple[JenisImpor, ...] = (
    IMPOR_UNOR,
    IMPOR_STRUKTURAL,
    IMPOR_FUNGSIONAL,
    IMPOR_PELAKSANA,
    IMPOR_PENDIDIKAN,
    IMPOR_WILAYAH,
    IMPOR_SYARAT,
    IMPOR_ATRIBUT_UNOR,
    dengan_usulan(dengan_padanan(IMPOR_PEGAWAI)),
    dengan_padanan(IMPOR_KEBUTUHAN),
    dengan_padanan(IMPOR_ABK),
    IMPOR_ABK_DRAF,
    IMPOR_PADANAN,
    IMPOR_LEMBAR_ABK,
    IMPOR_KINERJA,
    IMPOR_PERBAIKAN,
    dengan_padanan(IMPOR_PENUGASAN),
    IMPOR_RIWAYAT,
    IMPOR_ROMBEL,
    IMPOR_SDMK,
    IMPOR_KEHADIRAN,
    IMPOR_INDIKATOR,
    IMPOR_STANDAR,
    IMPOR_KOMPETENSI,
    IMPOR_TALENTA,
    IMPOR_INDIKATOR_UNIT,
    IMPOR_TUNJANGAN,
)

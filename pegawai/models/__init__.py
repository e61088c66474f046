"""Everything other rooms may import from here."""

from pegawai.models.acuan import (
    Golongan,
    KedudukanHukum,
    Pendidikan,
    StatusPegawai,
    TingkatPendidikan,
)
from pegawai.models.jabatan import Formasi, GerbangKhusus, Jabatan, JenisJabatan, Jenjang
from pegawai.models.keluarga import HubunganKeluarga, JenisHubungan
from pegawai.models.padanan import MacamPadanan, Padanan
from pegawai.models.pegawai import Identitas, KataCari, Pegawai
from pegawai.models.penugasan import JenisPenugasan, Penugasan
from pegawai.models.perbaikan import HalPerbaikan, KeadaanPerbaikan, PermintaanPerbaikan
from pegawai.models.riwayat import (
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatSertifikat,
    RiwayatStatus,
)

__all__ = [
    "Formasi",
    "GerbangKhusus",
    "Golongan",
    "HalPerbaikan",
    "HubunganKeluarga",
    "Identitas",
    "Jabatan",
    "JenisHubungan",
    "JenisJabatan",
    "JenisPenugasan",
    "Jenjang",
    "KataCari",
    "KeadaanPerbaikan",
    "KedudukanHukum",
    "MacamPadanan",
    "Padanan",
    "Pegawai",
    "Pendidikan",
    "Penugasan",
    "PermintaanPerbaikan",
    "RiwayatDisiplin",
    "RiwayatKinerja",
    "RiwayatPangkat",
    "RiwayatPelatihan",
    "RiwayatPendidikan",
    "RiwayatSertifikat",
    "RiwayatStatus",
    "StatusPegawai",
    "TingkatPendidikan",
]

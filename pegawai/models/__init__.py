"""Everything other rooms may import from here."""

from pegawai.models.acuan import (
    Golongan,
    KedudukanHukum,
    Pendidikan,
    StatusPegawai,
    TingkatPendidikan,
)
from pegawai.models.jabatan import Formasi, GerbangKhusus, Jabatan, JenisJabatan, Jenjang
from pegawai.models.pegawai import Identitas, KataCari, Pegawai
from pegawai.models.penugasan import JenisPenugasan, Penugasan
from pegawai.models.riwayat import (
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatStatus,
)

__all__ = [
    "Formasi",
    "GerbangKhusus",
    "Golongan",
    "Identitas",
    "Jabatan",
    "JenisJabatan",
    "JenisPenugasan",
    "Jenjang",
    "KataCari",
    "KedudukanHukum",
    "Pegawai",
    "Pendidikan",
    "Penugasan",
    "RiwayatDisiplin",
    "RiwayatKinerja",
    "RiwayatPangkat",
    "RiwayatPelatihan",
    "RiwayatPendidikan",
    "RiwayatStatus",
    "StatusPegawai",
    "TingkatPendidikan",
]

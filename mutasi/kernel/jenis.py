"""The kinds of a move, the levels it leads to, where it came from, and how secret it is."""

from __future__ import annotations

from enum import StrEnum


class JenisMutasi(StrEnum):
    """What a case asks for; the road of each is data (``AturanAlur``)."""

    ROTASI = "rotasi"
    PROMOSI = "promosi"
    DEMOSI = "demosi"
    PERMINTAAN_SENDIRI = "permintaan_sendiri"
    ANTAR_MASUK = "antar_masuk"
    ANTAR_KELUAR = "antar_keluar"
    PPPK = "pppk"
    GURU = "guru"
    PENGUKUHAN = "pengukuhan"
    PENYETARAAN = "penyetaraan"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"
    TUGAS_TAMBAHAN = "tugas_tambahan"
    PERPANJANGAN_JPT = "perpanjangan_jpt"
    KEMBALI = "kembali"
    NOMENKLATUR = "nomenklatur"


NAMA_JENIS: dict[str, str] = {
    JenisMutasi.ROTASI: "Rotasi",
    JenisMutasi.PROMOSI: "Promosi",
    JenisMutasi.DEMOSI: "Demosi",
    JenisMutasi.PERMINTAAN_SENDIRI: "Permintaan sendiri",
    JenisMutasi.ANTAR_MASUK: "Antarinstansi, masuk",
    JenisMutasi.ANTAR_KELUAR: "Antarinstansi, keluar",
    JenisMutasi.PPPK: "Perpindahan unit PPPK",
    JenisMutasi.GURU: "Redistribusi guru",
    JenisMutasi.PENGUKUHAN: "Pengukuhan",
    JenisMutasi.PENYETARAAN: "Penyetaraan",
    JenisMutasi.PLT: "Penunjukan Plt.",
    JenisMutasi.PLH: "Penunjukan Plh.",
    JenisMutasi.PJ: "Penunjukan Pj.",
    JenisMutasi.TUGAS_TAMBAHAN: "Tugas tambahan",
    JenisMutasi.PERPANJANGAN_JPT: "Perpanjangan JPT",
    JenisMutasi.KEMBALI: "Kembali dari tugas belajar atau CLTN",
    JenisMutasi.NOMENKLATUR: "Perubahan nomenklatur",
}

# Beside the definitive post: they end no assignment, and run beside another case.
SAMPINGAN: frozenset[JenisMutasi] = frozenset(
    {JenisMutasi.PLT, JenisMutasi.PLH, JenisMutasi.PJ, JenisMutasi.TUGAS_TAMBAHAN}
)
ANTAR_INSTANSI: frozenset[JenisMutasi] = frozenset(
    {JenisMutasi.ANTAR_MASUK, JenisMutasi.ANTAR_KELUAR}
)
# The person stays where he is: the post is confirmed, renamed or prolonged.
DI_TEMPAT: frozenset[JenisMutasi] = frozenset(
    {JenisMutasi.PENGUKUHAN, JenisMutasi.PERPANJANGAN_JPT, JenisMutasi.NOMENKLATUR}
)


class JenjangSasaran(StrEnum):
    """The level of the post a case leads to; the road depends on it."""

    JPT = "jpt"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    JF = "jf"
    PELAKSANA = "pelaksana"


NAMA_JENJANG: dict[str, str] = {
    JenjangSasaran.JPT: "Jabatan pimpinan tinggi",
    JenjangSasaran.ADMINISTRATOR: "Administrator",
    JenjangSasaran.PENGAWAS: "Pengawas",
    JenjangSasaran.JF: "Jabatan fungsional",
    JenjangSasaran.PELAKSANA: "Pelaksana",
}
STRUKTURAL: frozenset[JenjangSasaran] = frozenset(
    {JenjangSasaran.JPT, JenjangSasaran.ADMINISTRATOR, JenjangSasaran.PENGAWAS}
)


def jenjang_dari(jenis: str | None, eselon_id: str | None) -> JenjangSasaran | None:
    """The level of a post by SIASN's kind (1, 2, 4) and eselon code; None: not recorded."""
    if jenis == "2":
        return JenjangSasaran.JF
    if jenis == "4":
        return JenjangSasaran.PELAKSANA
    if jenis != "1" or not eselon_id:
        return None
    return {
        "1": JenjangSasaran.JPT,
        "2": JenjangSasaran.JPT,
        "3": JenjangSasaran.ADMINISTRATOR,
        "4": JenjangSasaran.PENGAWAS,
    }.get(eselon_id[0], JenjangSasaran.PELAKSANA)


class Sumber(StrEnum):
    """Who began a case."""

    BKD = "bkd"
    RANCANGAN = "rancangan"
    UNIT = "unit"
    PEGAWAI = "pegawai"
    SOTK = "sotk"
    RENCANA = "rencana"


NAMA_SUMBER: dict[str, str] = {
    Sumber.BKD: "BKD/BKPSDM",
    Sumber.RANCANGAN: "Rancangan mutasi",
    Sumber.UNIT: "Kepala unit",
    Sumber.PEGAWAI: "Permintaan pegawai",
    Sumber.SOTK: "Rencana SOTK",
    Sumber.RENCANA: "Rencana hasil perhitungan",
}


class Tahap(StrEnum):
    """How far a case may be known: named people, those who work on it, the person, everybody."""

    RAHASIA = "rahasia"
    TERBATAS = "terbatas"
    DIBERITAHUKAN = "diberitahukan"
    DIUMUMKAN = "diumumkan"


NAMA_TAHAP: dict[str, str] = {
    Tahap.RAHASIA: "Rahasia: hanya yang disebut di berkas",
    Tahap.TERBATAS: "Terbatas: yang memproses",
    Tahap.DIBERITAHUKAN: "Diberitahukan kepada yang bersangkutan",
    Tahap.DIUMUMKAN: "Diumumkan",
}
URUTAN_TAHAP: dict[str, int] = {satu.value: n for n, satu in enumerate(Tahap)}


class Rute(StrEnum):
    """The road of a move between instansi (peraturan-mutasi 1.8)."""

    B1 = "B1"
    B2 = "B2"
    B3 = "B3"


NAMA_RUTE: dict[str, str] = {
    Rute.B1: "B1: dalam satu provinsi (SK Gubernur)",
    Rute.B2: "B2: antarprovinsi (SK Mendagri)",
    Rute.B3: "B3: dari atau ke instansi pusat (SK Kepala BKN)",
}


def pilihan(nama: dict[str, str]) -> list[tuple[str, str]]:
    """Codes and words as a column and a form take them."""
    return [(str(getattr(kode, "value", kode)), kata) for kode, kata in nama.items()]

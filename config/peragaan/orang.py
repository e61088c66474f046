"""Invented people in SIASN's layout: names from syllables, numbers that parse, plausible careers.

No name, number or date belongs to a real person; identity numbers begin with 99: no region.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from config.peragaan.susunan import (
    INSTANSI_ID,
    KECAMATAN,
    NAMA,
    PUSAT,
    Kabupaten,
    Pos,
    Unit,
)

_AWAL = ("BA", "DI", "FA", "GU", "HA", "IN", "JU", "KA", "LE", "MA", "NO", "PU", "RA", "SI", "TA",
         "WI", "YU", "ZA", "AR", "EK")  # fmt: skip
_TENGAH = ("RA", "LI", "NA", "DI", "SA", "MI", "TU", "RI", "LA", "DE", "NI", "YA", "KI", "RO")
_AKHIR_L = ("MAN", "DIN", "NTO", "SAN", "WAN", "DO", "RUN", "JAR")
_AKHIR_P = ("NI", "TI", "SIH", "WATI", "NAH", "RA", "LIA", "SARI")

# level id, level name, programme, title behind the name, least age at graduation
_PENDIDIKAN = {
    "S1": ("40", "S-1/Sarjana", "S-1 {bidang}", "S.{gelar}", 22),
    "S2": ("45", "S-2", "S-2 {bidang}", "M.{gelar}", 26),
    "D3": ("30", "Diploma III/Sarjana Muda", "D-III {bidang}", "A.Md.", 21),
    "SMA": ("15", "SLTA", "SMA", "", 18),
}
_BIDANG = {
    "Guru": ("PENDIDIKAN GURU", "Pd"), "Dokter": ("KEDOKTERAN", "Ked"),
    "Perawat": ("KEPERAWATAN", "Kep"), "Bidan": ("KEBIDANAN", "Keb"),
    "Apoteker": ("FARMASI", "Farm"), "Auditor": ("AKUNTANSI", "E"),
    "Pranata": ("ILMU KOMPUTER", "Kom"), "Penyuluh": ("PERTANIAN", "P"),
}  # fmt: skip
_GOL_PNS = ("21", "22", "23", "24", "31", "32", "33", "34", "41", "42", "43")
_NAMA_GOL = {
    "PNS": dict(zip(
        ("11", "12", "13", "14", *_GOL_PNS, "44", "45"),
        ("I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c",
         "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"), strict=True)),
    "PPPK": {"21": "V", "23": "VII", "31": "IX", "32": "X"},
}  # fmt: skip
_STATUS = {
    "PNS": ("1", "Aktif"), "PPPK": ("71", "PPPK Aktif"),
    "PPPK_PW": ("101", "PPPK Paruh Waktu Aktif"),
}  # fmt: skip


def orang(k: Kabupaten, *, benih: int, per: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """(status, row of the export) for every holder of every post."""
    acak = random.Random(benih + 1)  # noqa: S311
    induk = {u.id: u for u in k.unit}
    urut: dict[str, int] = {}
    for pos in k.pos:
        for _ in range(pos.isi):
            status = _status(pos, acak)
            yield status, _baris(pos, status, acak, per, urut, _opd(pos.unit, induk))


def _opd(unit: Unit, induk: dict[str, Unit]) -> str:
    """The nearest level-1 office above, as SIASN appends it to the name of a unit."""
    while unit.induk and induk[unit.induk].induk:
        unit = induk[unit.induk]
    return unit.nama if unit.induk else NAMA


def _status(pos: Pos, acak: random.Random) -> str:
    if pos.jabatan.jenis == "1" or pos.jabatan.jenjang in {"MA", "PY"}:
        return "PNS"
    return acak.choices(("PNS", "PPPK", "PPPK_PW"), (62, 22, 16))[0]


def nama_orang(acak: random.Random, kelamin: str) -> str:
    """One or two invented words in capitals."""
    akhir = _AKHIR_L if kelamin == "M" else _AKHIR_P
    kata = [
        acak.choice(_AWAL) + acak.choice(_TENGAH) + acak.choice(akhir)
        for _ in range(1 if acak.random() < 0.4 else 2)
    ]
    return " ".join(kata)


def _baris(
    pos: Pos, status: str, acak: random.Random, per: date, urut: dict[str, int], opd: str
) -> dict[str, Any]:
    wanita = {"Guru": 0.65, "Perawat": 0.75, "Bidan": 1.0}.get(pos.jabatan.nama.split()[0], 0.45)
    kelamin = "F" if acak.random() < wanita else "M"
    lahir = _lahir(pos, acak, per)
    mulai = _mulai(lahir, status, acak, per)
    jenjang = _pendidikan(pos, acak)
    tingkat, nama_tingkat, program, gelar, umur = _PENDIDIKAN[jenjang]
    bidang, singkat = _BIDANG.get(pos.jabatan.nama.split()[0], ("ADMINISTRASI PUBLIK", "AP"))
    kedudukan = _STATUS[status]
    if status == "PNS" and acak.random() < 0.004:
        kedudukan = ("3", "Tugas Belajar")
    pns = status == "PNS"
    return {
        "PNS ID": str(uuid.UUID(int=acak.getrandbits(128))),
        "NIP BARU": _nomor(lahir, mulai, kelamin, pns, urut),
        "NAMA": nama_orang(acak, kelamin),
        "GELAR BELAKANG": gelar.format(gelar=singkat),
        "TEMPAT LAHIR NAMA": acak.choice(KECAMATAN).upper(),
        "TANGGAL LAHIR": lahir,
        "JENIS KELAMIN": kelamin,
        "AGAMA ID": 1,
        "AGAMA NAMA": "Islam",
        "JENIS KAWIN ID": 1,
        "JENIS KAWIN NAMA": "Menikah",
        "NIK": f"99{acak.randrange(10**14):014d}",
        "NOMOR HP": f"8000{acak.randrange(10**8):08d}",
        "EMAIL": f"{pos.unit.kecamatan}.{lahir:%d%m%y}@surel.example",
        "ALAMAT": "-",
        "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
        "KEDUDUKAN HUKUM ID": kedudukan[0],
        "KEDUDUKAN HUKUM NAMA": kedudukan[1],
        "STATUS CPNS PNS": "P",
        "TMT CPNS": mulai,
        "TMT PNS": _tambah_tahun(mulai, 1) if pns and _tambah_tahun(mulai, 1) <= per else None,
        **_golongan(status, mulai, per, jenjang, pos.jabatan.jenjang),
        "JENIS JABATAN ID": pos.jabatan.jenis,
        "JABATAN ID": pos.jabatan.id,
        "JABATAN NAMA": pos.jabatan.nama,
        "TMT JABATAN": _tmt_jabatan(mulai, acak, per) if pns else mulai,
        "TINGKAT PENDIDIKAN ID": tingkat,
        "TINGKAT PENDIDIKAN NAMA": nama_tingkat,
        "PENDIDIKAN ID": uuid.uuid5(uuid.NAMESPACE_OID, program.format(bidang=bidang)).hex.upper(),
        "PENDIDIKAN NAMA": program.format(bidang=bidang),
        "TAHUN LULUS": min(lahir.year + umur + acak.randrange(3), mulai.year),
        "LOKASI KERJA NAMA": KECAMATAN[pos.unit.kecamatan].upper(),
        "UNOR ID": pos.unit.id,
        "UNOR NAMA": f"{pos.unit.nama} - {opd}",
        "INSTANSI INDUK ID": INSTANSI_ID,
        "INSTANSI INDUK NAMA": NAMA,
        "INSTANSI KERJA ID": INSTANSI_ID,
        "INSTANSI KERJA NAMA": NAMA,
        "IS VALID NIK": 1,
    }


def _nomor(lahir: date, mulai: date, kelamin: str, pns: bool, urut: dict[str, int]) -> str:
    tengah = f"{mulai:%Y%m}" if pns else f"{mulai:%Y}21"
    awal = f"{lahir:%Y%m%d}{tengah}{1 if kelamin == 'M' else 2}"
    urut[awal] = urut.get(awal, 0) + 1
    return f"{awal}{urut[awal]:03d}"


def _lahir(pos: Pos, acak: random.Random, per: date) -> date:
    terendah = {"1": 36, "2": 25, "4": 24}[pos.jabatan.jenis]
    tertinggi = _bup(pos) - 0.1
    if pos.jabatan.jenjang in {"MA", "PY", "MU", "MH"}:
        terendah = 36
    if pos.unit.jenis in {"sd", "smp"} and pos.unit.kecamatan < PUSAT:
        terendah = max(terendah, 33)  # the centre holds the older teachers: it retires first
    umur = acak.triangular(terendah, tertinggi, 47)
    return per - timedelta(days=int(umur * 365.25) + acak.randrange(28))


def _bup(pos: Pos) -> int:
    """Retirement age of the post: II.a, II.b at 60, other heads at 58, the rest as referenced."""
    if pos.jabatan.jenis == "1":
        return 60 if pos.unit.eselon.startswith("2") else 58
    return pos.jabatan.bup


def _mulai(lahir: date, status: str, acak: random.Random, per: date) -> date:
    if status == "PNS":
        umur = acak.randrange(20, 33)
        hasil = date(lahir.year + umur, acak.choice((1, 3, 4, 12)), 1)
    else:
        hasil = date(acak.choice((2021, 2022, 2023, 2024, 2025)), acak.choice((3, 5, 7)), 1)
    return min(hasil, date(per.year - 1, 3, 1))


def _tmt_jabatan(mulai: date, acak: random.Random, per: date) -> date:
    bulan = int(min(acak.expovariate(1 / 38), 150))
    tahun, sisa = divmod(per.year * 12 + per.month - 1 - bulan, 12)
    return max(date(tahun, sisa + 1, 1), mulai)


def _tambah_tahun(tanggal: date, tahun: int) -> date:
    return tanggal.replace(year=tanggal.year + tahun)


# Grades that go with a level of JF, as places in _GOL_PNS (peraturan-mutasi 4.4).
_RENTANG = {"PT": (4, 5), "MU": (6, 7), "MA": (8, 10), "TR": (1, 3), "MH": (4, 5), "PY": (6, 7)}


def _golongan(status: str, mulai: date, per: date, jenjang: str, jenjang_jf: str) -> dict[str, Any]:
    lama = max(0, per.year - mulai.year - ((per.month, per.day) < (mulai.month, mulai.day)))
    if status == "PPPK_PW":
        return {}
    if status == "PPPK":
        kode = {"S2": "32", "S1": "31", "D3": "23", "SMA": "21"}[jenjang]
        return {"GOL AWAL ID": kode, "GOL AWAL NAMA": _NAMA_GOL["PPPK"][kode], "GOL AKHIR ID": kode,
                "GOL AKHIR NAMA": _NAMA_GOL["PPPK"][kode], "TMT GOLONGAN": mulai,
                "MK TAHUN": 0, "MK BULAN": 0}  # fmt: skip
    awal = {"S2": 5, "S1": 4, "D3": 2, "SMA": 0}[jenjang]
    naik = min(lama // 4, 9 - awal if jenjang != "SMA" else 5)
    terendah, tertinggi = _RENTANG.get(jenjang_jf, (0, 9))
    kode = _GOL_PNS[max(terendah, min(awal + naik, tertinggi))]
    naik = min(naik, max(0, tertinggi - awal))
    return {"GOL AWAL ID": _GOL_PNS[awal], "GOL AWAL NAMA": _NAMA_GOL["PNS"][_GOL_PNS[awal]],
            "GOL AKHIR ID": kode, "GOL AKHIR NAMA": _NAMA_GOL["PNS"][kode],
            "TMT GOLONGAN": _tambah_tahun(mulai, naik * 4), "MK TAHUN": lama,
            "MK BULAN": 3}  # fmt: skip


def _pendidikan(pos: Pos, acak: random.Random) -> str:
    if pos.jabatan.jenis == "1":
        return acak.choices(("S1", "S2"), (65, 35))[0]
    if pos.jabatan.jenjang in {"PT", "MU", "MA"}:
        return acak.choices(("S1", "S2"), (88, 12))[0]
    if pos.jabatan.jenjang:
        return "D3"
    return acak.choices(("SMA", "D3", "S1"), (45, 20, 35))[0]

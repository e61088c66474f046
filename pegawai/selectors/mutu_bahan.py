"""What the conditions of the quality indicators need to know beside the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Q, Value

from organisasi.selectors import semua_ketentuan
from pegawai.kernel.bup import FUNGSIONAL, PELAKSANA
from pegawai.kernel.jenjang import jenjang_dari_nama, kunci_nama
from pegawai.models import (
    Golongan,
    Jabatan,
    Pegawai,
    Pendidikan,
    RiwayatKinerja,
    StatusPegawai,
    TingkatPendidikan,
)

# A column that is empty for everybody was not in the files: nobody's fault, and no quality of 100.
_BUKTI: dict[str, Q] = {
    "PENDIDIKAN ID": Q(pendidikan__isnull=False),
    "TMT PNS": Q(tmt_pns__isnull=False),
    "GELAR DEPAN dan GELAR BELAKANG": ~Q(gelar_depan="") | ~Q(gelar_belakang=""),
    "EMAIL": ~Q(email=""),
    "NOMOR HP": ~Q(telepon=""),
    "IS VALID NIK": Q(nik_valid__isnull=False),
    "JENIS PEGAWAI NAMA": ~Q(jenis_pegawai=""),
    "PNS ID": ~Q(pns_id=""),
}
_PERLU_KOLOM = {
    "COM_3": "PENDIDIKAN ID",
    "COM_4": "TMT PNS",
    "COM_5": "GELAR DEPAN dan GELAR BELAKANG",
    "COM_6": "EMAIL",
    "COM_7": "NOMOR HP",
    "ACC_2": "JENIS PEGAWAI NAMA",
    "ACC_5": "IS VALID NIK",
    "SER_10": "PNS ID",
}
_ACUAN = 0  # stands among the years for the reference of education
# How many years back a predicate is looked for; one of them is enough for an answer.
_PERLU_TAHUN = {"COM_1": (2, 1), "SER_7": (2, 1), "SER_8": (1,), "SER_9": (2,)}


@dataclass(frozen=True)
class Bahan:
    """Constants of the day, orders of levels and grades, and what the files brought at all."""

    per: date
    ketentuan: Mapping[str, Any]
    tingkat: Mapping[str, int]  # code of a level of education: its place in the order
    golongan: Mapping[str, int]  # name of a golongan of PNS: its place in the order
    pelaksana_jf: tuple[int, ...]
    tanpa_acuan: dict[str, str]  # code of an indicator: the reference it lacks
    kolom_terisi: frozenset[str]
    tahun_terisi: frozenset[int]

    def tahun(self, mundur: int) -> int:
        """A year before this one."""
        return self.per.year - mundur


def siapkan(*, per: date) -> Bahan:
    """Five queries, whatever the size of the register."""
    jf, pelaksana = _nama_jabatan()
    urutan = _urutan()
    tahun = _tahun_terisi(per)
    return Bahan(
        per=per,
        ketentuan=semua_ketentuan(per=per),
        tingkat=urutan["tingkat"],
        golongan=urutan["golongan"],
        pelaksana_jf=tuple(pk for pk, nama in pelaksana if _bernama_jf(nama, jf)),
        tanpa_acuan=_tanpa_acuan(ACC_9=bool(jf), SER_6=_ACUAN in tahun),
        kolom_terisi=_kolom_terisi(),
        tahun_terisi=tahun,
    )


def tanpa(b: Bahan) -> dict[str, str]:
    """Why the files imported so far cannot answer, by code of the indicator."""
    hasil = {
        kode: f"Kolom {kolom} kosong pada semua pegawai yang diimpor."
        for kode, kolom in _PERLU_KOLOM.items()
        if kolom not in b.kolom_terisi
    }
    for kode, mundur in _PERLU_TAHUN.items():
        tahun = [b.tahun(n) for n in mundur]
        if not b.tahun_terisi.intersection(tahun):
            hasil[kode] = f"Berkas kinerja {' dan '.join(map(str, tahun))} belum diimpor."
    return hasil | b.tanpa_acuan


def _tanpa_acuan(**ada: bool) -> dict[str, str]:
    nama = {"ACC_9": "jabatan fungsional", "SER_6": "pendidikan"}
    return {k: f"Referensi {nama[k]} belum diimpor." for k, sudah in ada.items() if not sudah}


def _kolom_terisi() -> frozenset[str]:
    semua = Pegawai.objects.order_by()
    hitung = {f"k{i}": Count("pk", filter=q) for i, q in enumerate(_BUKTI.values())}
    ada = semua.aggregate(**hitung)
    return frozenset(kolom for i, kolom in enumerate(_BUKTI) if ada[f"k{i}"])


def _tahun_terisi(per: date) -> frozenset[int]:
    """Years with predicates; and, to spare a query, whether there is a reference of education."""
    tahun = RiwayatKinerja.objects.filter(tahun__gte=per.year - 2, tahun__lt=per.year)
    acuan = Pendidikan.objects.filter(di_luar_referensi=False).order_by()
    rows = tahun.order_by().values_list("tahun").union(acuan.values_list(Value(_ACUAN)))
    return frozenset(angka for (angka,) in rows)


def _urutan() -> dict[str, dict[str, int]]:
    """Places of levels of education by code and of golongan of PNS by name."""
    pns = Golongan.objects.filter(status=StatusPegawai.PNS).order_by()
    tingkat = TingkatPendidikan.objects.order_by()
    rows = tingkat.values_list(_macam("tingkat"), "kode", "urutan").union(
        pns.values_list(_macam("golongan"), "nama", "urutan")
    )
    hasil: dict[str, dict[str, int]] = {"tingkat": {}, "golongan": {}}
    for macam, nama, urutan in rows:
        hasil[macam][nama] = urutan
    return hasil


def _macam(nama: str) -> Value:
    return Value(nama, output_field=CharField())


def _nama_jabatan() -> tuple[set[str], list[tuple[int, str]]]:
    """Families of the JF in the reference, and the names of pelaksana."""
    jf: set[str] = set()
    pelaksana: list[tuple[int, str]] = []
    rows = Jabatan.objects.filter(jenis__in=[FUNGSIONAL, PELAKSANA]).order_by("pk")
    kolom = ("pk", "jenis", "nama", "rumpun", "di_luar_referensi")
    for pk, jenis, nama, rumpun, luar in rows.values_list(*kolom):
        if jenis == PELAKSANA:
            pelaksana.append((pk, nama))
        elif rumpun and not luar:
            jf.add(kunci_nama(rumpun))
    return jf, pelaksana


def _bernama_jf(nama: str, rumpun: set[str]) -> bool:
    """Begins with the family of a JF, or states a level of JF."""
    kata = kunci_nama(nama).split()
    awalan = (" ".join(kata[:n]) for n in range(1, len(kata) + 1))
    return bool(jenjang_dari_nama(nama)) or any(satu in rumpun for satu in awalan)

"""The quality board: how good the data are, where they are not, and the people behind each count.

One grouped query counts every indicator by OPD; the totals are its sums. With what the conditions
must know first that is seven queries, at 1,000 people and at 100,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.kernel.mutu import Bobot, Cacah, Indeks, Indikator, hitung
from pegawai.kernel.mutu_daftar import BKN, SEMUA, SERASI
from pegawai.models import Pegawai
from pegawai.models.pegawai import PegawaiQuerySet
from pegawai.selectors.mutu_bahan import Bahan, siapkan, tanpa
from pegawai.selectors.mutu_syarat import Syarat, dengan_bekal, syarat

TANPA_OPD = "-"
NAMA_TANPA_OPD = "Tanpa OPD"
URUTAN_OPD = ("indeks", "-indeks", "nama", "-nama", "orang", "-orang", "cela", "-cela")


@dataclass(frozen=True)
class Tambahan:
    """One of our own indicators with its count; ``alasan`` when the files cannot answer."""

    indikator: Indikator
    populasi: int
    keliru: int
    alasan: str


@dataclass(frozen=True)
class MutuOpd:
    """One OPD of the table; ``kunci`` is what the address calls it."""

    kunci: str
    nama: str
    orang: int
    bercela: int
    indeks: Indeks


@dataclass(frozen=True)
class Papan:
    """The whole board."""

    per: date
    indeks: Indeks
    orang: int
    bercela: int
    tambahan: tuple[Tambahan, ...]
    opd: tuple[MutuOpd, ...]


@dataclass(frozen=True)
class Rincian:
    """One indicator, the people behind it, and how they spread over the OPD."""

    indikator: Indikator
    populasi: int
    keliru: int
    alasan: str
    rows: PegawaiQuerySet
    opd: tuple[tuple[str, str, int], ...]  # key in the address, name, how many


def papan(
    pengguna: Any, *, per: date, opd: str = "", urut: str = "", izin: str = Izin.MUTU_LIHAT
) -> Papan:
    """Everything the board shows of the people within reach, or of one OPD of them."""
    bahan = siapkan(per=per)
    bobot = _bobot(bahan)
    kosong = tanpa(bahan)
    kelompok = _cacah_per_opd(_orang(pengguna, per, izin, opd), _berlaku(bahan, kosong))
    semua = _jumlah(kelompok)
    return Papan(
        per=per,
        indeks=hitung(BKN, semua.cacah, bobot, tanpa=kosong),
        orang=semua.orang,
        bercela=semua.bercela,
        tambahan=tuple(
            Tambahan(i, c.populasi, c.keliru, kosong.get(i.kode, ""))
            for i in SERASI
            for c in [semua.cacah.get(i.kode, Cacah(0, 0))]
        ),
        opd=_urutkan(
            [
                MutuOpd(
                    k.kunci, k.nama, k.orang, k.bercela, hitung(BKN, k.cacah, bobot, tanpa=kosong)
                )
                for k in kelompok
            ],
            urut,
        ),
    )


def rincian(
    pengguna: Any, kode: str, *, per: date, opd: str = "", izin: str = Izin.MUTU_LIHAT
) -> Rincian:
    """One indicator and its people; KeyError for a code that is none."""
    indikator = SEMUA[kode]
    bahan = siapkan(per=per)
    alasan = indikator.tak_terhitung or tanpa(bahan).get(kode, "")
    if alasan:
        return Rincian(indikator, 0, 0, alasan, Pegawai.objects.none(), ())
    satu = syarat(bahan)[kode]
    kelompok = _cacah_per_opd(_orang(pengguna, per, izin), {kode: satu})
    dipilih = _jumlah([k for k in kelompok if not opd or k.kunci == opd]).cacah
    cacah = dipilih.get(kode, Cacah(0, 0))
    rows = dengan_bekal(_orang(pengguna, per, izin, opd)).filter(satu.populasi & satu.keliru)
    return Rincian(
        indikator,
        cacah.populasi,
        cacah.keliru,
        "",
        rows.order_by("nama", "id"),
        tuple((k.kunci, k.nama, k.cacah[kode].keliru) for k in kelompok if k.cacah[kode].keliru),
    )


def bercela(
    pengguna: Any, *, per: date, opd: str = "", izin: str = Izin.MUTU_LIHAT
) -> tuple[PegawaiQuerySet, dict[str, str]]:
    """People with any fault, each annotated with which: annotation to code of the indicator."""
    bahan = siapkan(per=per)
    berlaku = _berlaku(bahan, tanpa(bahan))
    nama = {f"cela_{i}": kode for i, kode in enumerate(berlaku)}
    cela = {alias: _gagal(berlaku[kode]) for alias, kode in nama.items()}
    rows = dengan_bekal(_orang(pengguna, per, izin, opd)).annotate(**cela)
    return rows.filter(reduce(or_, (Q(**{a: True}) for a in nama))).order_by("nama", "id"), nama


def nama_opd(kunci: str) -> str:
    """The name of what the address calls an OPD; empty when there is none."""
    if kunci == TANPA_OPD:
        return NAMA_TANPA_OPD
    if not _bernomor(kunci):
        return ""
    return UnitKerja.objects.filter(pk=int(kunci)).values_list("nama", flat=True).first() or ""


def _bernomor(kunci: str) -> bool:
    return kunci.isascii() and kunci.isdecimal() and len(kunci) < 18


def _orang(pengguna: Any, per: date, izin: str, opd: str = "") -> PegawaiQuerySet:
    """People in service within reach, of one OPD when one is named; nonsense names nobody's."""
    rows = Jangkauan.milik(pengguna, izin, per=per).saring(Pegawai.objects.tercatat())
    if opd == TANPA_OPD:
        return rows.filter(unit__opd__isnull=True)
    return rows.filter(unit__opd=int(opd)) if _bernomor(opd) else rows


def _bobot(bahan: Bahan) -> Bobot:
    ketentuan = bahan.ketentuan
    return Bobot.dari(ketentuan["mutu_bobot_dimensi"], ketentuan["mutu_bobot_indikator"])


def _berlaku(bahan: Bahan, kosong: dict[str, str]) -> dict[str, Syarat]:
    """The conditions of those indicators that the files can answer."""
    return {kode: s for kode, s in syarat(bahan).items() if kode not in kosong}


def _gagal(satu: Syarat) -> Q:
    return satu.populasi & satu.keliru


@dataclass(frozen=True)
class _Kelompok:
    kunci: str
    nama: str
    orang: int
    bercela: int
    cacah: dict[str, Cacah]


def _cacah_per_opd(rows: PegawaiQuerySet, berlaku: dict[str, Syarat]) -> list[_Kelompok]:
    """Every condition counted for every OPD, in one query."""
    bkn = [_gagal(s) for kode, s in berlaku.items() if SEMUA[kode] in BKN]
    hitungan = {"orang": Count("pk", filter=Q(hilang_sejak__isnull=True))}
    if bkn:
        hitungan["bercela"] = Count("pk", filter=reduce(or_, bkn))
    for i, satu in enumerate(berlaku.values()):
        hitungan[f"p{i}"] = Count("pk", filter=satu.populasi) if satu.populasi else Count("pk")
        hitungan[f"k{i}"] = Count("pk", filter=_gagal(satu))
    rows = dengan_bekal(rows).order_by()
    baris = rows.values("unit__opd", "unit__opd__nama").annotate(**hitungan)
    return [
        _Kelompok(
            kunci=str(b["unit__opd"] or TANPA_OPD),
            nama=b["unit__opd__nama"] or NAMA_TANPA_OPD,
            orang=b["orang"],
            bercela=b.get("bercela", 0),
            cacah={kode: Cacah(b[f"p{i}"], b[f"k{i}"]) for i, kode in enumerate(berlaku)},
        )
        for b in baris.order_by("unit__opd__nama")
    ]


def _jumlah(kelompok: list[_Kelompok]) -> _Kelompok:
    cacah: dict[str, Cacah] = {}
    for k in kelompok:
        for kode, c in k.cacah.items():
            lama = cacah.get(kode, Cacah(0, 0))
            cacah[kode] = Cacah(lama.populasi + c.populasi, lama.keliru + c.keliru)
    orang, bercela = sum(k.orang for k in kelompok), sum(k.bercela for k in kelompok)
    return _Kelompok("", "", orang, bercela, cacah)


def _urutkan(opd: list[MutuOpd], urut: str) -> tuple[MutuOpd, ...]:
    """Lowest index first unless asked otherwise; those without an index at the end."""
    urut = urut if urut in URUTAN_OPD else "indeks"
    kunci = {
        "nama": lambda o: o.nama.casefold(),
        "orang": lambda o: o.orang,
        "cela": lambda o: o.bercela,
        "indeks": lambda o: o.indeks.nilai,
    }[urut.lstrip("-")]
    ada = [o for o in opd if kunci(o) is not None]
    urutan = sorted(ada, key=lambda o: (kunci(o), o.nama), reverse=urut[0] == "-")  # type: ignore[arg-type, return-value]
    return (*urutan, *(o for o in opd if kunci(o) is None))

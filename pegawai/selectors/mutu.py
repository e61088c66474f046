"""The quality board: how good the data are, where they are not, and the people behind each count.

One grouped query counts every indicator by OPD; the totals are its sums. With what the conditions
must know first that is six queries, at 1,000 people and at 100,000.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, or_
from typing import Any

from django.db.models import BigIntegerField, Case, Count, Q, When
from django.db.models.expressions import Combinable

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.kernel.mutu import TAMBAHAN, Bobot, Cacah, Indeks, Indikator, hitung
from pegawai.kernel.mutu_daftar import BKN, SEMUA, SERASI
from pegawai.models import Pegawai
from pegawai.models.pegawai import PegawaiQuerySet
from pegawai.selectors.mutu_bahan import Bahan, siapkan, tanpa
from pegawai.selectors.mutu_syarat import Syarat, dengan_bekal, syarat

TANPA_OPD = "-"
NAMA_TANPA_OPD = "Tanpa OPD"
# A missing predicate of one year comes with the file of performance, never person by person.
LEWAT_KINERJA = frozenset({"SER_8", "SER_9"})
# Digits to base four that fit a number of the database (63 bits).
_PER_ANGKA = 25
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
    nama_opd: str  # of the OPD the board is narrowed to


@dataclass(frozen=True)
class Rincian:
    """One indicator, the people behind it, and how they spread over the OPD."""

    indikator: Indikator
    populasi: int
    keliru: int
    alasan: str
    rows: PegawaiQuerySet
    opd: tuple[tuple[str, str, int], ...]  # key in the address, name, how many
    nama_opd: str = ""  # of the OPD the list is narrowed to


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
        indeks=hitung(BKN, semua, bobot, tanpa=kosong),
        orang=sum(k.orang for k in kelompok),
        bercela=sum(k.bercela for k in kelompok),
        tambahan=tuple(
            Tambahan(i, c.populasi, c.keliru, kosong.get(i.kode, ""))
            for i in SERASI
            for c in [semua.get(i.kode, Cacah(0, 0))]
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
        nama_opd=_nama(kelompok, opd),
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
    cacah = _jumlah(k for k in kelompok if not opd or k.kunci == opd).get(kode, Cacah(0, 0))
    rows = dengan_bekal(_orang(pengguna, per, izin, opd)).filter(satu.populasi & satu.keliru)
    return Rincian(
        indikator,
        cacah.populasi,
        cacah.keliru,
        "",
        lengkapi(rows.order_by("nama", "id")),
        tuple((k.kunci, k.nama, k.cacah[kode].keliru) for k in kelompok if k.cacah[kode].keliru),
        _nama(kelompok, opd),
    )


def _nama(kelompok: list[_Kelompok], opd: str) -> str:
    """What the chosen OPD is called; one without people within reach has no name here."""
    return next((k.nama for k in kelompok if opd and k.kunci == opd), "")


def bercela(
    pengguna: Any, *, per: date, opd: str = "", izin: str = Izin.MUTU_LIHAT
) -> tuple[PegawaiQuerySet, dict[str, str]]:
    """People with any fault, each annotated with which: annotation to code of the indicator."""
    bahan = siapkan(per=per)
    berlaku = {k: s for k, s in _berlaku(bahan, tanpa(bahan)).items() if k not in LEWAT_KINERJA}
    nama = {f"cela_{i}": kode for i, kode in enumerate(berlaku)}
    cela = {alias: _gagal(berlaku[kode]) for alias, kode in nama.items()}
    rows = dengan_bekal(_orang(pengguna, per, izin, opd)).annotate(**cela)
    rows = rows.filter(reduce(or_, (Q(**{a: True}) for a in nama)))
    return lengkapi(rows.order_by("nama", "id")), nama


def lengkapi(rows: PegawaiQuerySet) -> PegawaiQuerySet:
    """What lists and workbooks show of a person; what SIASN printed where no reference fits."""
    return rows.with_names().select_related("kedudukan", "pendidikan").defer("nik_sandi")


def sah(kunci: str) -> bool:
    """Whether the address could name an OPD like this."""
    return kunci == TANPA_OPD or (kunci.isascii() and kunci.isdecimal() and len(kunci) < 18)


def _orang(pengguna: Any, per: date, izin: str, opd: str = "") -> PegawaiQuerySet:
    """People in service within reach, of one OPD when one is named."""
    rows = Jangkauan.milik(pengguna, izin, per=per).saring(Pegawai.objects.tercatat())
    if opd == TANPA_OPD:
        return rows.filter(unit__opd__isnull=True)
    return rows.filter(unit__opd=int(opd)) if opd else rows


def _bobot(bahan: Bahan) -> Bobot:
    ketentuan = bahan.ketentuan
    return Bobot.dari(ketentuan["mutu_bobot_dimensi"], ketentuan["mutu_bobot_indikator"])


def _berlaku(bahan: Bahan, kosong: dict[str, str]) -> dict[str, Syarat]:
    """The conditions of those indicators that the files can answer."""
    return {kode: s for kode, s in syarat(bahan).items() if kode not in kosong}


def _gagal(satu: Syarat) -> Q:
    return satu.populasi & satu.keliru


class _Kelompok:
    """The counts of one OPD while they are gathered."""

    def __init__(self, kunci: str, nama: str, kode: Iterable[str]) -> None:
        self.kunci, self.nama, self.orang, self.bercela = kunci, nama, 0, 0
        self._populasi = dict.fromkeys(kode, 0)
        self._keliru = dict(self._populasi)

    @property
    def cacah(self) -> dict[str, Cacah]:
        """By code of the indicator."""
        return {k: Cacah(n, self._keliru[k]) for k, n in self._populasi.items()}

    def tambah(self, jawaban: Iterable[tuple[list[str], int]], n: int) -> bool:
        """Count ``n`` people with these answers; whether they fail one of BKN's indicators."""
        gagal = False
        for kode, angka in jawaban:
            for satu in kode:
                angka, jawab = divmod(angka, 4)
                if jawab:
                    self._populasi[satu] += n
                if jawab == 3:
                    self._keliru[satu] += n
                    gagal = gagal or SEMUA[satu].dimensi != TAMBAHAN
        return gagal


def _cacah_per_opd(rows: PegawaiQuerySet, berlaku: dict[str, Syarat]) -> list[_Kelompok]:
    """Every condition counted for every OPD, in one query that asks each person each thing once.

    The database answers in numbers to base four (0 not asked, 1 passed, 3 failed), one digit for an
    indicator; people of one OPD with the same answers come as one row, and those are few.
    """
    kode = list(berlaku)
    potong = [kode[i : i + _PER_ANGKA] for i in range(0, len(kode), _PER_ANGKA)]
    angka = {f"jawab_{i}": _jawaban(berlaku, satu) for i, satu in enumerate(potong)}
    baris = (
        dengan_bekal(rows)
        .order_by()
        .annotate(di_berkas=Case(When(hilang_sejak__isnull=True, then=1), default=0), **angka)
        .values_list("unit__opd", "unit__opd__nama", "di_berkas", *angka)
        .annotate(n=Count("pk"))
    )
    kelompok: dict[str, _Kelompok] = {}
    for opd, nama, di_berkas, *jawab, n in baris:
        kunci = str(opd or TANPA_OPD)
        k = kelompok.setdefault(kunci, _Kelompok(kunci, nama or NAMA_TANPA_OPD, kode))
        gagal = k.tambah(zip(potong, jawab, strict=True), n)
        k.orang += n * di_berkas
        k.bercela += n if gagal else 0
    return sorted(kelompok.values(), key=lambda k: k.nama)


def _jawaban(berlaku: dict[str, Syarat], kode: list[str]) -> Combinable:
    """The answers of a few indicators as one number."""
    digit = [
        Case(
            When(
                berlaku[satu].populasi or Q(pk__isnull=False),
                then=Case(When(berlaku[satu].keliru, then=3 * 4**i), default=4**i),
            ),
            default=0,
            output_field=BigIntegerField(),
        )
        for i, satu in enumerate(kode)
    ]
    return reduce(add, digit)


def _jumlah(kelompok: Iterable[_Kelompok]) -> dict[str, Cacah]:
    jumlah: dict[str, Cacah] = {}
    for k in kelompok:
        for kode, c in k.cacah.items():
            lama = jumlah.get(kode, Cacah(0, 0))
            jumlah[kode] = Cacah(lama.populasi + c.populasi, lama.keliru + c.keliru)
    return jumlah


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

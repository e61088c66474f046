"""Posts as the rules need them around a person: kind and level, how full, where, which gates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any, NamedTuple

from pegawai.models import GerbangKhusus, JenisJabatan
from pegawai.models import Jabatan as Nomenklatur
from penilaian.kernel.perkara import Gerbang, Jabatan
from penilaian.models import Posisi
from penilaian.snapshots.ketentuan import KetentuanHari

TAK_DIKENAL = Jabatan()


@dataclass(frozen=True, slots=True)
class Kursi:
    """A post. ``jabatan_id`` and ``jabatan`` are those its name was matched to, if it was."""

    pk: int
    jabatan_id: int
    jabatan: Jabatan
    nama: str
    kelas: int | None
    gerbang: tuple[Gerbang, ...]
    butuh: int | None
    isi: int
    unit_id: int
    unit: str
    unit_jenis: str
    kiri: int
    opd_id: int | None
    opd: str
    wilayah_id: int | None
    wilayah: str


class _Nama(NamedTuple):
    """One row of the nomenclature."""

    pk: int
    jenis: str
    eselon_id: str
    jenjang: str
    rumpun: str
    kelas: int | None
    nama: str
    gerbang: list[dict[str, str]]
    padanan_id: int | None


class DaftarNama:
    """The nomenclature as far as it was read; what is missing is fetched in one further query."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._nama = {row[0]: _Nama._make(row) for row in rows}
        self._jabatan: dict[int, Jabatan] = {}

    def lengkapi(self, ids: Iterable[int | None]) -> None:
        """Make sure that these are known, and what they were matched to."""
        kurang = {pk for pk in ids if pk is not None and pk not in self._nama}
        padan = {n.padanan_id for n in self._nama.values() if n.padanan_id} - self._nama.keys()
        if kurang | padan:
            rows = Nomenklatur.objects.order_by().filter(pk__in=kurang | padan)
            self._nama |= {r[0]: _Nama._make(r) for r in rows.values_list(*_Nama._fields)}
            padan = {p for pk in kurang if pk in self._nama and (p := self._nama[pk].padanan_id)}
            if padan - self._nama.keys():
                self.lengkapi(padan)

    def berlaku(self, pk: int) -> _Nama:
        """The name in force: what this one was matched to, or itself."""
        nama = self._nama[pk]
        return self._nama.get(nama.padanan_id or pk, nama)

    def jabatan(self, pk: int | None) -> Jabatan:
        """Kind and level of the name in force."""
        if pk is None:
            return TAK_DIKENAL
        if pk not in self._jabatan:
            n = self.berlaku(pk)
            self._jabatan[pk] = Jabatan(
                jenis=n.jenis or None,
                eselon_id=n.eselon_id or None,
                jenjang=n.jenjang or None,
                rumpun=n.rumpun or None,
            )
        return self._jabatan[pk]


_TEMPAT = (
    "pk", "butuh", "isi", "unit_id", "unit__nama", "unit__jenis", "unit__kiri", "unit__opd_id",
    "unit__opd__nama", "unit__wilayah_id", "unit__wilayah__nama",
)  # fmt: skip
_JABATAN = tuple(f"jabatan__{nama}" for nama in _Nama._fields)


def baca_kursi(
    ids: Iterable[int] | None, *, aturan: KetentuanHari
) -> tuple[dict[int, Kursi], DaftarNama]:
    """The posts (None: all) and the names they carry, in one query or two.

    Not bound to anybody's reach: what a post is and how full it is tells nothing of a person.
    """
    rows: Any = Posisi.objects.order_by().with_kebutuhan(
        eselon_berkursi=list(aturan.eselon_berkursi), pw_mengisi=aturan.pw_mengisi
    )
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    baris = list(rows.values_list(*_TEMPAT, *_JABATAN))
    awal = len(_TEMPAT)
    daftar = DaftarNama({row[awal]: row[awal:] for row in baris}.values())
    return _semua(baris, daftar, aturan), daftar


def kursi_dari(
    posisi: Iterable[Any], *, aturan: KetentuanHari
) -> tuple[dict[int, Kursi], DaftarNama]:
    """The same from posts as ``baca_posisi`` read them, without asking again."""
    semua = list(posisi)
    nama = {n.pk: n for p in semua for n in (p.jabatan, p.jabatan.padanan) if n is not None}
    daftar = DaftarNama([_kolom(n, _Nama._fields) for n in nama.values()])
    return _semua([_kolom(p, (*_TEMPAT, *_JABATAN)) for p in semua], daftar, aturan), daftar


def _semua(
    baris: Iterable[tuple[Any, ...]], daftar: DaftarNama, aturan: KetentuanHari
) -> dict[int, Kursi]:
    daftar.lengkapi(())
    gerbang = pencari_gerbang(aturan.gerbang)
    return {row[0]: _kursi(row, daftar, gerbang) for row in baris}


def _kolom(row: Any, nama: Iterable[str]) -> tuple[Any, ...]:
    """As ``values_list`` would give them; a row that is not there has nothing."""
    return tuple(reduce(_langkah, satu.split("__"), row) for satu in nama)


def _langkah(row: Any, nama: str) -> Any:
    return None if row is None else getattr(row, nama)


def _kursi(row: tuple[Any, ...], daftar: DaftarNama, gerbang: Callable[..., Any]) -> Kursi:
    pk, butuh, isi, unit_id, unit, unit_jenis, kiri, opd_id, opd, wilayah_id, wilayah = row[:11]
    nama = daftar.berlaku(row[11])
    return Kursi(
        pk=pk,
        jabatan_id=nama.pk,
        jabatan=daftar.jabatan(row[11]),
        nama=nama.nama,
        kelas=nama.kelas,
        gerbang=gerbang(nama, unit, opd or ""),
        butuh=butuh,
        isi=isi,
        unit_id=unit_id,
        unit=unit,
        unit_jenis=unit_jenis,
        kiri=kiri,
        opd_id=opd_id,
        opd=opd or "",
        wilayah_id=wilayah_id,
        wilayah=wilayah or "",
    )


def pencari_gerbang(
    khusus: Iterable[GerbangKhusus],
) -> Callable[[Any, str, str], tuple[Gerbang, ...]]:
    """Which gates stand before a post: those of its jabatan, and the special offices' patterns.

    Patterns speak of the heads of special offices: only structural posts are looked at.
    """
    pola = [
        (
            re.compile(g.pola_jabatan, re.IGNORECASE) if g.pola_jabatan else None,
            re.compile(g.pola_unit, re.IGNORECASE) if g.pola_unit else None,
            Gerbang(g.dokumen, g.instansi, g.sebelum, g.dasar),
        )
        for g in khusus
    ]

    @cache
    def unit_kena(nama: str) -> frozenset[int]:
        return frozenset(i for i, (_, u, _) in enumerate(pola) if u is None or u.search(nama))

    def cari(nama: Any, unit: str, opd: str) -> tuple[Gerbang, ...]:
        sendiri = tuple(
            Gerbang(*(str(g.get(k, "")) for k in ("dokumen", "instansi", "sebelum", "dasar")))
            for g in nama.gerbang or ()
        )
        if nama.jenis != JenisJabatan.STRUKTURAL:
            return sendiri
        kena = sorted(unit_kena(unit) | unit_kena(opd))
        return sendiri + tuple(
            pola[i][2]
            for i in kena
            if (j := pola[i][0]) is None or j.search(nama.nama)
            if pola[i][0] or pola[i][1]
        )

    return cari

"""What changes for many people at once: the facts of both posts, in a constant number of queries.

Who may read which pair is the caller's to ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from mutasi.kernel.jarak import Letak
from mutasi.kernel.perubahan import Perubahan, Pos, Uang, perubahan, tunjangan_jabatan
from organisasi.kernel.tabel_besaran import (
    TAMBAHAN_KELAS,
    TUNJANGAN_FUNGSIONAL,
    TUNJANGAN_STRUKTURAL,
)
from organisasi.models import JenisUnit
from organisasi.selectors import nilai_berlaku, tabel_besaran
from pegawai.kernel.bup import bup
from pegawai.models import Formasi, JenisJabatan, Pegawai
from pegawai.services.turunan import ketentuan_bup
from penilaian.kernel.kompetensi import JenisKompetensi, Kompetensi
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.kernel.tingkat import SEBUTAN, tingkat
from penilaian.models import Kompetensi as Kamus
from penilaian.models import StandarKompetensi, SumberKebutuhan, UraianTugas
from penilaian.selectors.kompetensi_standar import Standar, jabatan_kernel, profil_terakhir

# Parts of one office sit in its house: the place of the OPD is theirs.
SERUMAH = frozenset(
    {
        JenisUnit.SEKRETARIAT, JenisUnit.BAGIAN, JenisUnit.BIDANG, JenisUnit.SUBBAGIAN,
        JenisUnit.SEKSI, JenisUnit.KELOMPOK_JF,
    }
)  # fmt: skip

Pindahan = tuple[int, int | None, int]
"""(person, the post he leaves or None for where he sits now, the post he comes to)."""


def perubahan_untuk(
    pasangan: Sequence[Pindahan], *, tmt: date, per: date
) -> list[tuple[Perubahan, ...] | None]:
    """One account per pair, in their order; None where the person or the post does not exist.

    What the law and the posts ask is read as in force on the TMT; what is known of the person, on
    ``per``. Without a post to leave, the unit and jabatan written at the person speak.
    """
    orang = _orang({siapa for siapa, _, _ in pasangan})
    kini = {o.formasi_id for o in orang.values() if o.formasi_id}
    formasi = _formasi(kini | {pk for _, dari, ke in pasangan for pk in (dari, ke) if pk})
    bahan = _bahan(orang, formasi, tmt=tmt, per=per)
    hasil: list[tuple[Perubahan, ...] | None] = []
    for siapa, dari, ke in pasangan:
        satu = orang.get(siapa)
        if satu is None or ke not in formasi:
            hasil.append(None)
            continue
        lama = formasi.get(dari or satu.formasi_id or 0)
        asal = bahan.pos(lama, satu) if lama else bahan.tanpa_formasi(satu)
        hasil.append(perubahan(asal, bahan.pos(formasi[ke], satu), lahir=satu.lahir))
    return hasil


def _orang(ids: Collection[int]) -> dict[int, Pegawai]:
    rows = Pegawai.objects.filter(pk__in=ids).select_related(
        "unit__opd__wilayah", "unit__wilayah", "jabatan__padanan"
    )
    return {o.pk: o for o in rows.defer("siasn", "nik_sandi").order_by()}


def _formasi(ids: Collection[int]) -> dict[int, Formasi]:
    rows = Formasi.objects.filter(pk__in=ids).select_related(
        "unit__opd__wilayah", "unit__wilayah", "jabatan__padanan"
    )
    return {f.pk: f for f in rows.order_by()}


Tabel = Mapping[str, Mapping[str, Uang]]


def tunjangan_pos(formasi: Formasi, *, per: date) -> Uang | None:
    """The allowance of a post on the day; None where its table does not speak of it."""
    nama = formasi.jabatan.padanan or formasi.jabatan
    return _tunjangan(jabatan_kernel(nama), _uang(per))


def _tunjangan(jabatan: Jabatan, tabel: Tabel) -> Uang | None:
    return tunjangan_jabatan(
        jabatan, tabel.get(TUNJANGAN_STRUKTURAL, {}), tabel.get(TUNJANGAN_FUNGSIONAL, {})
    )


def _uang(per: date) -> Tabel:
    """The dated tables of amounts, where the office laid them; without them money is not told."""
    return {
        kode: {kunci: Uang(satu.rupiah, satu.dasar) for kunci, satu in isi.items()}
        for kode, isi in tabel_besaran(per=per).items()
    }


class _Tugas(NamedTuple):
    uraian: tuple[str, ...]
    templat: bool


@dataclass(frozen=True)
class _Bahan:
    """What was read for all pairs."""

    nilai: Mapping[str, Any]
    uang: Tabel
    standar: Standar
    profil: Mapping[int, Mapping[int, int]]
    tugas: Mapping[int, _Tugas]
    templat: Mapping[int, _Tugas]

    def pos(self, f: Formasi, orang: Pegawai) -> Pos:
        tugas = self.tugas.get(f.pk) or self.tugas.get(f.dihitung_ke_id or 0)
        return self._pos(f.jabatan, f.unit, orang, tugas)

    def tanpa_formasi(self, orang: Pegawai) -> Pos:
        """Somebody the register could not seat in a post."""
        return self._pos(orang.jabatan, orang.unit, orang, None)

    def _pos(self, tertulis: Any, unit: Any, orang: Pegawai, tugas: _Tugas | None) -> Pos:
        nama = tertulis and (tertulis.padanan or tertulis)
        isi = self._jabatan(nama, orang) if nama else {}
        tugas = tugas or (self.templat.get(nama.pk) if nama else None)
        return Pos(
            **isi,
            **(_tempat(unit) if unit else {}),
            tugas=tugas.uraian if tugas else None,
            templat=bool(tugas and tugas.templat),
        )

    def _jabatan(self, nama: Any, orang: Pegawai) -> dict[str, Any]:
        jabatan = jabatan_kernel(nama)
        return {
            "nama": nama.nama,
            "jabatan_id": nama.pk,
            "jabatan": jabatan,
            "tingkat": sebutan_tingkat(nama),
            "kelas": nama.kelas,
            "tunjangan": _tunjangan(jabatan, self.uang),
            "tambahan": self.uang.get(TAMBAHAN_KELAS, {}).get(str(nama.kelas)),
            "bup": bup(nama.jenis, nama.eselon_id, nama.bup, ketentuan_bup(self.nilai)),
            "kompetensi": tuple(self._kompetensi(nama.pk, jabatan, orang.pk)),
        }

    def _kompetensi(self, jabatan_id: int, jabatan: Any, orang: int) -> Iterable[Kompetensi]:
        punya = self.profil.get(orang, {})
        for pk, level in sorted(self.standar.untuk(jabatan_id, jabatan).items()):
            satu = self.standar.kamus[pk]
            yield Kompetensi(
                satu.kode, satu.nama, JenisKompetensi(satu.jenis), level, punya.get(pk)
            )


def sebutan_tingkat(nama: Any) -> str:
    """Kind and level of a jabatan in words; empty without a kind."""
    if not nama.jenis:
        return ""
    jenis = nama.get_jenis_display()
    if nama.jenis == JenisJabatan.STRUKTURAL and nama.eselon_id:
        letak = SEBUTAN.get(tingkat(jabatan_kernel(nama)) or 0, "")
        return f"{letak or jenis} (eselon {nama.eselon})"
    if nama.jenis == JenisJabatan.FUNGSIONAL and nama.jenjang:
        return f"{jenis}, {nama.get_jenjang_display()}"
    return str(jenis)


def _tempat(unit: Any) -> dict[str, Any]:
    opd = unit.opd
    serumah = unit.jenis in SERUMAH and opd is not None
    wilayah = unit.wilayah or (opd.wilayah if serumah else None)
    return {
        "unit_id": unit.pk,
        "unit": unit.nama,
        "opd_id": unit.opd_id,
        "opd": opd.nama if opd else "",
        "kecamatan": wilayah.nama if wilayah else "",
        "letak": _letak(unit)
        or (_letak(opd) if serumah else None)
        or _letak(wilayah, perkiraan=True),
        "terpencil": opd.terpencil if unit.terpencil is None and serumah else unit.terpencil,
    }


def _letak(benda: Any, *, perkiraan: bool = False) -> Letak | None:
    """Where a unit, or the centre of a kecamatan, lies."""
    if benda is None or benda.lintang is None or benda.bujur is None:
        return None
    return Letak(float(benda.lintang), float(benda.bujur), perkiraan)


def _bahan(
    orang: Mapping[int, Pegawai], formasi: Mapping[int, Formasi], *, tmt: date, per: date
) -> _Bahan:
    nilai, dasar = nilai_berlaku(per=tmt)
    semua = [f.jabatan for f in formasi.values()]
    semua += [o.jabatan for o in orang.values() if o.jabatan is not None]
    jabatan = {nama.padanan_id or nama.pk for nama in semua}
    profil: dict[int, dict[int, int]] = defaultdict(dict)
    rows = profil_terakhir(per=per).filter(pegawai__in=orang)
    for siapa, kompetensi, level in rows.values_list("pegawai_id", "kompetensi_id", "level"):
        profil[siapa][kompetensi] = level
    standar = _standar(jabatan, KetentuanPenilaian.dari(nilai, dasar), tmt)
    kursi = formasi.keys() | {f.dihitung_ke_id for f in formasi.values() if f.dihitung_ke_id}
    return _Bahan(nilai, _uang(tmt), standar, profil, *_tugas(kursi, jabatan))


def _standar(jabatan: Collection[int], k: KetentuanPenilaian, tmt: date) -> Standar:
    kamus = {satu.pk: satu for satu in Kamus.objects.filter(aktif=True).order_by()}
    sendiri: dict[int, dict[int, int]] = defaultdict(dict)
    rows: Any = StandarKompetensi.objects.berlaku(tmt)
    rows = rows.filter(kompetensi__aktif=True, jabatan__in=jabatan).order_by()
    for pk, kompetensi, level in rows.values_list("jabatan_id", "kompetensi_id", "level"):
        sendiri[pk][kompetensi] = level
    return Standar(k, kamus, sendiri)


def _tugas(
    formasi: Collection[int], jabatan: Collection[int]
) -> tuple[dict[int, _Tugas], dict[int, _Tugas]]:
    """Tasks by post, of the computation behind a need of it (ABK before all others, then the one
    that counts); and by jabatan, of the computation that is its model."""
    rows = UraianTugas.objects.order_by("perhitungan", "urutan")
    asal = "perhitungan__kebutuhan"
    milik: dict[int, dict[tuple[bool, bool, str], list[str]]] = defaultdict(dict)
    kolom = (f"{asal}__asal", f"{asal}__sumber", f"{asal}__dipakai", "uraian")
    for pk, sumber, dipakai, uraian in rows.filter(
        perhitungan__kebutuhan__asal__in=formasi
    ).values_list(*kolom):
        urut = (sumber != SumberKebutuhan.ABK, not dipakai, sumber)
        milik[pk].setdefault(urut, []).append(uraian)
    model: dict[int, list[str]] = defaultdict(list)
    templat = rows.filter(perhitungan__templat__jabatan__in=jabatan)
    for pk, uraian in templat.values_list("perhitungan__templat__jabatan", "uraian"):
        model[pk].append(uraian)
    return (
        {pk: _Tugas(tuple(semua[min(semua)]), False) for pk, semua in milik.items()},
        {pk: _Tugas(tuple(semua), True) for pk, semua in model.items()},
    )

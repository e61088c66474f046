"""Kinds ``jabatan-struktural``, ``jabatan-fungsional``, ``jabatan-pelaksana``: SIASN's references.

An id that was met before any reference ("di luar referensi") is taken over by its list. A seat that
a new structure opened here takes over the id its unit got meanwhile from SIASN. An id that
a later list leaves out is reported as gone and stays: people still hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.kernel.id_lokal import menunggu_siasn
from organisasi.models import UnitKerja
from organisasi.selectors import nilai_ketentuan
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    simpan,
    tolak_ganda,
)
from pegawai import tindakan
from pegawai.columns import FUNGSIONAL, PELAKSANA, STRUKTURAL
from pegawai.kernel.jenjang import PANGKAT_ESELON, PANGKAT_JENJANG, rumpun
from pegawai.models import Formasi, Jabatan, JenisJabatan
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

_JUDUL = {"jenis": "JENIS JABATAN", "di_luar_referensi": "DI LUAR REFERENSI"}
_PANGKAL = ("nama", "jenjang", "eselon_id")


@dataclass(frozen=True)
class _Isi:
    """What a row states, and what follows from it until a person says otherwise."""

    pasti: dict[str, Any]
    usulan: dict[str, Any]


def periksa_struktural(tabel: Tabel, konteks: Konteks) -> Hasil:
    """One jabatan per unit, with the unit's own id."""
    semua = [*baca(tabel, konteks)]
    unit = {u.kunci: u for u in UnitKerja.objects.all()}
    for baris in semua:
        if not baris.ditolak and _kunci(baris) not in unit:
            baris.ingatkan(
                "ID",
                "unor_tidak_dikenal",
                "Unit dengan ID ini tidak ada di hierarki; jabatannya dicatat tanpa unit.",
            )
    jpt = nilai_ketentuan("bup_jpt", per=konteks.per)
    lain = nilai_ketentuan("bup_struktural_lain", per=konteks.per)

    def isi(baris: BarisImpor) -> _Isi:
        eselon = baris.isi["eselon_id"]
        pasti = {
            "nama": baris.isi["nama"],
            "eselon_id": eselon,
            "unit": unit.get(_kunci(baris) or ""),
        }
        bup = jpt if eselon.startswith(("1", "2")) else lain
        return _Isi(pasti, {"bup": bup, **_pangkat(PANGKAT_ESELON.get(eselon))})

    judul = {"nama": "Nama_jabatan", "eselon_id": "Eselon_id", "unit": "ID"}
    return _periksa(semua, JenisJabatan.STRUKTURAL, isi, judul)


def periksa_fungsional(tabel: Tabel, konteks: Konteks) -> Hasil:
    """JF with level and BUP; family and range of pangkat follow."""

    def isi(baris: BarisImpor) -> _Isi:
        jenjang = baris.isi["jenjang"]
        pasti = {"nama": baris.isi["nama"], "bup": baris.isi["bup"], "jenjang": jenjang}
        keluarga = rumpun(baris.isi["nama"], jenjang)[:120]
        return _Isi(pasti, {"rumpun": keluarga, **_pangkat(PANGKAT_JENJANG[jenjang])})

    judul = {"nama": "Nama", "bup": "BUP", "jenjang": "JENJANG"}
    return _periksa([*baca(tabel, konteks)], JenisJabatan.FUNGSIONAL, isi, judul)


def periksa_pelaksana(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Names of the nomenclature in force."""
    bup = nilai_ketentuan("bup_pelaksana", per=konteks.per)

    def isi(baris: BarisImpor) -> _Isi:
        return _Isi({"nama": baris.isi["nama"]}, {"bup": bup})

    return _periksa([*baca(tabel, konteks)], JenisJabatan.PELAKSANA, isi, {"nama": "Nama"})


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the nomenclature."""
    simpan(
        hasil.muatan,
        Jabatan,
        oleh=konteks.oleh,
        dicatat=tindakan.JABATAN_DICATAT,
        diubah=tindakan.JABATAN_DIUBAH,
    )


def terapkan_struktural(hasil: Hasil, konteks: Konteks) -> None:
    """Write the nomenclature, and make a post of every seat."""
    terapkan(hasil, konteks)
    kursi = Jabatan.objects.filter(
        jenis=JenisJabatan.STRUKTURAL,
        unit__isnull=False,
        eselon_id__in=nilai_ketentuan("eselon_berkursi", per=konteks.per),
    )
    tanpa = kursi.exclude(formasi__unit=F("unit"))
    Formasi.objects.bulk_create(
        Formasi(unit=jabatan.unit, jabatan=jabatan) for jabatan in tanpa.select_related("unit")
    )


def _periksa(
    semua: list[BarisImpor],
    jenis: JenisJabatan,
    isi: Callable[[BarisImpor], _Isi],
    judul: Mapping[str, str],
) -> Hasil:
    hasil = Hasil()
    tolak_ganda(semua, _kunci, kolom="ID", kode="id_ganda", apa="Jabatan")
    lama = {_kunci_kini(j): j for j in Jabatan.objects.select_related("unit")}
    rencana: Rencana[Jabatan] = Rencana()
    terlihat = {_kunci(baris) for baris in semua}
    for baris in hitung(hasil, semua):
        kunci = _kunci(baris) or ""
        ada = lama.get(kunci)
        satu = isi(baris)
        pasti = {**satu.pasti, "jenis": jenis, "di_luar_referensi": False}
        baru = None
        if ada is None:
            baru = Jabatan(siasn_id=baris.isi["siasn_id"], kunci=kunci, **pasti, **satu.usulan)
        else:
            pasti |= _usulan_yang_berlaku(ada, satu)
            if ada.kunci != kunci:
                pasti |= {"siasn_id": baris.isi["siasn_id"], "kunci": kunci}
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=ada,
            baru=baru,
            isi=pasti,
            judul={**_JUDUL, **judul},
            kunci=kunci,
        )
    for kunci, jabatan in lama.items():
        milik_referensi = not (jabatan.di_luar_referensi or jabatan.kelompok)
        if jabatan.jenis == jenis and kunci not in terlihat and milik_referensi:
            hasil.keluar += 1
            hasil.rincian.append(Perubahan("keluar", kunci, jabatan.nama))
    hasil.muatan = rencana
    return hasil


def _usulan_yang_berlaku(ada: Jabatan, satu: _Isi) -> dict[str, Any]:
    """A proposal fills what is empty; it replaces only when what it follows from has changed."""
    bergeser = any(
        nama in satu.pasti and getattr(ada, nama) != satu.pasti[nama] for nama in _PANGKAL
    )
    return {n: v for n, v in satu.usulan.items() if bergeser or getattr(ada, n) in (None, "")}


def _kunci_kini(jabatan: Jabatan) -> str:
    """The id to expect: of a seat that still bears one of our own, that of its unit."""
    if jabatan.unit is not None and menunggu_siasn(jabatan.siasn_id):
        return jabatan.unit.kunci
    return jabatan.kunci


def _kunci(baris: BarisImpor) -> str | None:
    return kunci_id(baris.isi["siasn_id"])


def _pangkat(rentang: tuple[str, str] | None) -> dict[str, str]:
    if rentang is None:
        return {}
    return {"pangkat_terendah": rentang[0], "pangkat_tertinggi": rentang[1]}


def _templat(jenis: JenisJabatan, *kolom: str) -> Callable[[], Iterator[Sequence[Any]]]:
    def isi() -> Iterator[Sequence[Any]]:
        rows = Jabatan.objects.filter(jenis=jenis, di_luar_referensi=False, kelompok=False)
        yield from rows.values_list(*kolom)

    return isi


IMPOR_STRUKTURAL = JenisImpor(
    kode="jabatan-struktural",
    label="Referensi jabatan struktural",
    keterangan="Unduhan referensi SIASN (ID, Nama_unor, Nama_jabatan, Eselon_id).",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=STRUKTURAL,
    periksa=periksa_struktural,
    terapkan=terapkan_struktural,
    isi_templat=_templat(JenisJabatan.STRUKTURAL, "siasn_id", "unit__nama", "nama", "eselon_id"),
    urutan=20,
)
IMPOR_FUNGSIONAL = JenisImpor(
    kode="jabatan-fungsional",
    label="Referensi jabatan fungsional",
    keterangan="Unduhan referensi SIASN (ID, Nama, BUP, JENJANG).",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=FUNGSIONAL,
    periksa=periksa_fungsional,
    terapkan=terapkan,
    isi_templat=_templat(JenisJabatan.FUNGSIONAL, "siasn_id", "nama", "bup", "jenjang"),
    urutan=21,
)
IMPOR_PELAKSANA = JenisImpor(
    kode="jabatan-pelaksana",
    label="Referensi jabatan pelaksana",
    keterangan="Unduhan referensi SIASN (ID, Nama).",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=PELAKSANA,
    periksa=periksa_pelaksana,
    terapkan=terapkan,
    isi_templat=_templat(JenisJabatan.PELAKSANA, "siasn_id", "nama"),
    urutan=22,
)

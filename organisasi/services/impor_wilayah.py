"""Kinds ``wilayah`` (Kemendagri's districts) and ``atribut-unor`` (what an office is, where)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from organisasi import tindakan
from organisasi.columns import ATRIBUT_UNOR, WILAYAH
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.models import JenisUnit, UnitKerja, Wilayah
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

# Sabang to Rote, and Sabang to Merauke, with a margin.
_LINTANG = (Decimal(-12), Decimal(7))
_BUJUR = (Decimal(94), Decimal(142))
_TELITI = Decimal("0.000001")
JUDUL_WILAYAH = {"nama": "nama", "tingkat": "tingkat", "lintang": "lat", "bujur": "lng"}
JUDUL_ATRIBUT = {
    "jenis": "JENIS",
    "urusan": "URUSAN",
    "wilayah": "KODE KECAMATAN",
    "lintang": "LINTANG",
    "bujur": "BUJUR",
    "terpencil": "TERPENCIL",
}


def periksa_wilayah(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Compare the list of districts with the register."""
    hasil = Hasil()
    semua = [*baca(tabel, konteks)]
    tolak_ganda(semua, lambda b: b.isi["kode"], kolom="kode", kode="kode_ganda", apa="Wilayah")
    for baris in semua:
        _periksa_letak(baris, JUDUL_WILAYAH)
    lama = {w.kode: w for w in Wilayah.objects.all()}
    rencana: Rencana[Wilayah] = Rencana()
    ada_kolom = kolom_ada(tabel) - {"kode"}
    for baris in hitung(hasil, semua):
        isi = {nama: baris.isi[nama] for nama in ada_kolom}
        isi["tingkat"] = isi.get("tingkat") or _tingkat(baris.isi["kode"])
        ada = lama.get(baris.isi["kode"])
        baru = None if ada else Wilayah(kode=baris.isi["kode"], **isi)
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=ada,
            baru=baru,
            isi=isi,
            judul=JUDUL_WILAYAH,
            kunci=baris.isi["kode"],
        )
    hasil.muatan = rencana
    return hasil


def terapkan_wilayah(hasil: Hasil, konteks: Konteks) -> None:
    """Write the districts in bulk."""
    simpan(
        hasil.muatan,
        Wilayah,
        oleh=konteks.oleh,
        dicatat=None,
        diubah=tindakan.WILAYAH_DIUBAH,
    )


def periksa_atribut(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Compare attributes with the units; a column the file lacks changes nothing."""
    hasil = Hasil()
    semua = [*baca(tabel, konteks)]
    tolak_ganda(semua, _kunci, kolom="UNOR ID", kode="id_ganda", apa="Unit")
    lama = {u.kunci: u for u in UnitKerja.objects.select_related("wilayah")}
    wilayah = {w.kode: w for w in Wilayah.objects.all()} if "wilayah" in kolom_ada(tabel) else {}
    for baris in semua:
        _periksa_atribut(baris, lama, wilayah)
    rencana: Rencana[UnitKerja] = Rencana()
    ada_kolom = kolom_ada(tabel) & set(JUDUL_ATRIBUT)
    for baris in hitung(hasil, semua):
        unit = lama[_kunci(baris) or ""]
        isi = {nama: baris.isi[nama] for nama in ada_kolom}
        if "urusan" in isi:
            isi["urusan"] = isi["urusan"] or ""
        if "wilayah" in isi:
            isi["wilayah"] = wilayah.get(isi["wilayah"])
        if isi.get("jenis") is None:
            isi.pop("jenis", None)
        elif isi["jenis"] != unit.jenis:
            # What a person says about a unit outlives the next file's proposal from its name.
            isi["jenis_dikoreksi"] = True
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=unit,
            baru=None,
            isi=isi,
            judul=JUDUL_ATRIBUT,
            kunci=unit.kunci,
        )
    hasil.muatan = rencana
    return hasil


def terapkan_atribut(hasil: Hasil, konteks: Konteks) -> None:
    """Write the attributes; the tree stays as it is."""
    simpan(
        hasil.muatan,
        UnitKerja,
        oleh=konteks.oleh,
        dicatat=None,
        diubah=tindakan.UNIT_DIUBAH,
    )


def _kunci(baris: BarisImpor) -> str | None:
    return kunci_id(baris.isi["siasn_id"])


def _periksa_atribut(
    baris: BarisImpor, lama: dict[str, UnitKerja], wilayah: dict[str, Wilayah]
) -> None:
    if baris.ditolak:
        return
    if _kunci(baris) not in lama:
        baris.tolak_unor_asing()
    kode = baris.isi.get("wilayah")
    if kode and kode not in wilayah:
        pesan = "Kode kecamatan ini tidak ada di daftar wilayah."
        baris.tolak("KODE KECAMATAN", "wilayah_tidak_dikenal", pesan)
    _periksa_letak(baris, JUDUL_ATRIBUT)


def _periksa_letak(baris: BarisImpor, judul: dict[str, str]) -> None:
    """Coordinates come in pairs and lie in Indonesia; six decimals are a tenth of a metre."""
    isi = baris.isi
    for nama, (bawah, atas) in (("lintang", _LINTANG), ("bujur", _BUJUR)):
        nilai = isi.get(nama)
        if nilai is None:
            continue
        isi[nama] = nilai.quantize(_TELITI)
        if not bawah <= nilai <= atas:
            pesan = "Titik ini tidak terletak di Indonesia. Tulis derajat desimal."
            baris.tolak(judul[nama], "koordinat_di_luar_indonesia", pesan)
    if not {"lintang", "bujur"} <= isi.keys():
        return
    if (isi["lintang"] is None) != (isi["bujur"] is None):
        baris.tolak(judul["lintang"], "koordinat_sebagian", "Lintang dan bujur diisi bersama.")


def _tingkat(kode: str) -> str:
    return ("provinsi", "kabupaten/kota", "kecamatan", "desa/kelurahan")[min(kode.count("."), 3)]


def _templat_wilayah() -> Iterator[Sequence[Any]]:
    yield from Wilayah.objects.values_list("kode", "nama", "tingkat", "lintang", "bujur")


def _templat_atribut() -> Iterator[Sequence[Any]]:
    unit = UnitKerja.objects.filter(ditutup__isnull=True).select_related("wilayah")
    for u in unit:
        terpencil = "" if u.terpencil is None else ("Ya" if u.terpencil else "Tidak")
        yield (
            u.siasn_id, u.nama, JenisUnit(u.jenis).label, u.urusan,
            u.wilayah.kode if u.wilayah else "", u.lintang, u.bujur, terpencil,
        )  # fmt: skip


IMPOR_WILAYAH = JenisImpor(
    kode="wilayah",
    label="Wilayah administrasi",
    keterangan="Daftar Kemendagri: provinsi, kabupaten/kota, kecamatan dengan titik pusatnya.",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=WILAYAH,
    periksa=periksa_wilayah,
    terapkan=terapkan_wilayah,
    isi_templat=_templat_wilayah,
    urutan=31,
)
IMPOR_ATRIBUT_UNOR = JenisImpor(
    kode="atribut-unor",
    label="Atribut unit",
    keterangan="Templat SERASI: jenis, urusan, kecamatan, titik letak, dan keterpencilan unit.",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=ATRIBUT_UNOR,
    periksa=periksa_atribut,
    terapkan=terapkan_atribut,
    isi_templat=_templat_atribut,
    urutan=40,
)

"""One row of a file of health staff: which facility, who, what kind of staff, which licences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.impor import Konteks
from organisasi.models import JenisUnit, UnitKerja
from organisasi.services.baris_impor import BarisImpor
from pegawai.models import RiwayatSertifikat
from pegawai.services.impor_orang import orang_dari
from penilaian.columns.sdmk import KATEGORI, RAWAT_INAP, SEUMUR_HIDUP, TENAGA
from penilaian.kernel.tenaga import kenali
from penilaian.services.sdmk_acuan import Acuan, hari_selesai
from toolkit.nilai import kunci_id

_TERAWAL = date(1980, 1, 1)
_TERJAUH_TAHUN = 10
SEL_IZIN = {RiwayatSertifikat.Jenis.STR: "str", RiwayatSertifikat.Jenis.SIP: "sip"}


@dataclass(frozen=True)
class Izin:
    """A licence as the row states it; ``selesai`` None is for life."""

    jenis: str
    nomor: str
    selesai: date | None


def periksa_baris(baris: BarisImpor, acuan: Acuan, konteks: Konteks) -> None:
    """Put ``unit``, ``orang``, ``tenaga`` and ``izin`` into the row, or say why it is refused."""
    unit = baris.isi["unit"] = _unit(baris, acuan)
    baris.isi["orang"], baris.isi["izin"] = None, []
    if unit is None:
        return
    if baris.isi.get("nip") is None:
        _periksa_faskes(baris)
        return
    pegawai = orang_dari(baris, acuan.nomor, konteks)
    if pegawai is None or baris.ditolak:
        return
    baris.isi["orang"] = pegawai
    _periksa_orang(baris, unit, pegawai, acuan)
    baris.isi["tenaga"] = _tenaga(baris, acuan)
    baris.isi["izin"] = [
        izin for jenis in SEL_IZIN if (izin := _izin(baris, jenis, acuan.per)) is not None
    ]


def _unit(baris: BarisImpor, acuan: Acuan) -> UnitKerja | None:
    kunci = kunci_id(baris.isi.get("unor_id"))
    if kunci is None:
        return None
    unit = acuan.unit.get(kunci)
    if unit is None:
        baris.tolak_unor_asing()
        return None
    if not acuan.jangkauan.memuat(unit.kiri):
        pesan = f"{unit.nama} di luar wilayah Anda; data ini diimpor oleh yang membawahinya."
        baris.tolak("UNOR ID", "di_luar_jangkauan", pesan)
        return None
    if unit.ditutup and unit.ditutup <= acuan.per:
        baris.ingatkan_unor_ditutup(unit.ditutup)
    if unit.jenis not in (JenisUnit.PUSKESMAS, JenisUnit.PUSTU):
        pesan = (
            f"{unit.nama} tercatat sebagai {unit.get_jenis_display().lower()}, bukan puskesmas. "
            "Periksa ID-nya, atau koreksi jenis unitnya."
        )
        baris.ingatkan("UNOR ID", "bukan_puskesmas", pesan)
    return unit


def _periksa_faskes(baris: BarisImpor) -> None:
    sudah = {m.kolom for m in baris.masalah if m.tingkat == "tolak"}
    for kolom, kunci in ((KATEGORI, "kategori"), (RAWAT_INAP, "rawat_inap")):
        if baris.isi.get(kunci) is None and kolom not in sudah:
            pesan = f"Baris tanpa NIP menerangkan puskesmasnya: isi {kolom}."
            baris.tolak(kolom, "wajib_kosong", pesan)


def _periksa_orang(baris: BarisImpor, unit: UnitKerja, pegawai: int, acuan: Acuan) -> None:
    satu = acuan.orang[pegawai]
    if not acuan.jangkauan.memuat(satu.kiri):
        pesan = "Pegawai ini bertugas di luar wilayah Anda."
        baris.tolak("NIP", "di_luar_jangkauan", pesan)
    elif satu.berhenti is not None and satu.berhenti <= acuan.per:
        pesan = f"Pegawai ini sudah berhenti sejak {satu.berhenti:%d-%m-%Y}."
        baris.tolak("NIP", "sudah_berhenti", pesan)
    elif satu.kiri is None or not unit.kiri <= satu.kiri <= unit.kanan:
        tempat = satu.nama_unit or "tanpa unit"
        pesan = f"Menurut register pegawai ini bertugas di {tempat}; dicatat seperti di berkas."
        baris.ingatkan("UNOR ID", "unit_berbeda", pesan)


def _tenaga(baris: BarisImpor, acuan: Acuan) -> str | None:
    tertulis = baris.isi.get("tenaga")
    if tertulis is None:
        if not any(m.kolom == TENAGA for m in baris.masalah):
            baris.tolak(TENAGA, "wajib_kosong", f"{TENAGA} wajib diisi.")
        return None
    kata = kenali(tertulis, acuan.kata)
    if kata is None:
        pesan = (
            "Bukan jenis tenaga dalam tabel ketenagaan minimal; disimpan seperti tertulis dan "
            f"tidak ikut dihitung. Yang dikenal: {', '.join(acuan.kata)}."
        )
        baris.ingatkan(TENAGA, "tenaga_tidak_dikenal", pesan)
    return kata or " ".join(tertulis.split())


def _izin(baris: BarisImpor, jenis: str, per: date) -> Izin | None:
    """The licence of the row; without its last day nobody knows whether it holds."""
    awal, nama = SEL_IZIN[RiwayatSertifikat.Jenis(jenis)], jenis.upper()
    nomor, sampai = baris.isi.get(f"{awal}_nomor"), baris.isi.get(f"{awal}_sampai")
    kolom = f"{nama} BERLAKU SAMPAI"
    if any(m.kolom == kolom and m.tingkat == "tolak" for m in baris.masalah):
        return None
    if sampai is None:
        if nomor is not None:
            pesan = f"{nama} ini tidak dicatat: isi tanggal akhirnya, atau tulis seumur hidup."
            baris.ingatkan(kolom, "masa_berlaku_kosong", pesan)
        return None
    if nomor is None:
        pesan = f"Nomor {nama} kosong; masa berlakunya tetap dicatat."
        baris.ingatkan(f"NOMOR {nama}", "nomor_kosong", pesan)
    if sampai == SEUMUR_HIDUP:
        return Izin(jenis, nomor or "", None)
    if not _TERAWAL <= sampai <= per.replace(year=per.year + _TERJAUH_TAHUN, day=1):
        pesan = f"{sampai:%d-%m-%Y} bukan tanggal akhir {nama} yang wajar. Periksa tahunnya."
        baris.tolak(kolom, "tanggal_tak_wajar", pesan)
        return None
    if sampai < per:
        baris.ingatkan(kolom, "izin_berakhir", f"{nama} ini sudah berakhir {sampai:%d-%m-%Y}.")
    return Izin(jenis, nomor or "", hari_selesai(sampai))


@dataclass(frozen=True)
class Fakta:
    """What the file says of a facility as such, and in which row first."""

    kategori: str
    rawat_inap: bool


def kumpulkan_fakta(semua: Sequence[BarisImpor], acuan: Acuan) -> dict[int, Fakta]:
    """Kind of every facility: as the first row says, else as known; a row that differs is refused.

    A facility of which neither half is known has none; its first row says so.
    """
    dikatakan: dict[tuple[int, str], tuple[Any, int]] = {}
    belum: dict[int, BarisImpor] = {}
    unit: dict[int, UnitKerja] = {}
    for baris in semua:
        satu = baris.isi["unit"]
        if baris.ditolak or satu is None:
            continue
        for kolom, kunci in ((KATEGORI, "kategori"), (RAWAT_INAP, "rawat_inap")):
            _bandingkan(baris, kolom, kunci, dikatakan)
        if not baris.ditolak:
            unit[satu.pk] = satu
            belum.setdefault(satu.pk, baris)
    hasil = {}
    for pk, pertama in belum.items():
        ada = acuan.faskes.get(pk)
        kategori = dikatakan.get((pk, "kategori"), (ada and ada.kategori, 0))[0]
        inap = dikatakan.get((pk, "rawat_inap"), (ada.rawat_inap if ada else None, 0))[0]
        if kategori is not None and inap is not None:
            hasil[pk] = Fakta(kategori, inap)
        elif unit[pk].jenis == JenisUnit.PUSKESMAS:
            pesan = (
                "Kategori atau rawat inap belum diketahui; tabel minimalnya belum dapat dipilih."
            )
            pertama.ingatkan(KATEGORI, "kategori_kosong", pesan)
    return hasil


def _bandingkan(
    baris: BarisImpor, kolom: str, kunci: str, dikatakan: dict[tuple[int, str], tuple[Any, int]]
) -> None:
    nilai = baris.isi.get(kunci)
    if nilai is None:
        return
    pertama, nomor = dikatakan.setdefault((baris.isi["unit"].pk, kunci), (nilai, baris.nomor))
    if pertama != nilai:
        pesan = f"Berbeda dengan baris {nomor} untuk faskes yang sama. Samakan keduanya."
        baris.tolak(kolom, "faskes_bertentangan", pesan)

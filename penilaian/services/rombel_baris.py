"""Rows of the file of classes: what each one is, whom it names, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from organisasi.impor import Konteks
from organisasi.izin import Izin
from organisasi.models import Jangkauan, JenisUnit, UnitKerja
from organisasi.services.baris_impor import BarisImpor
from pegawai.models import Pegawai
from pegawai.services.impor_orang import orang_menurut_nomor
from penilaian.columns.rombel import (
    GURU,
    JTM,
    MAPEL,
    MURID,
    NON_ASN,
    SERTIFIKAT,
    TINGKAT,
    TUGAS,
)
from penilaian.kernel.hitungan import angka
from toolkit.nilai import kunci_id

TINGKAT_SEKOLAH: dict[str, range] = {
    JenisUnit.SEKOLAH_TK: range(1),
    JenisUnit.SEKOLAH_SD: range(1, 7),
    JenisUnit.SEKOLAH_SMP: range(7, 10),
    JenisUnit.SEKOLAH_SMA: range(10, 13),
    JenisUnit.SEKOLAH_LAIN: range(13),
}
PELAJARAN, KELAS, TUGAS_SAJA = "pelajaran", "kelas", "tugas"


class Sekolah(NamedTuple):
    """What a file speaks of: one unit in one semester."""

    unit: int
    semester: str


class Unit(NamedTuple):
    """A unit as the rows meet it."""

    pk: int
    nama: str
    jenis: str
    kiri: int
    ditutup: date | None


class Guru(NamedTuple):
    """A person as the rows meet him."""

    unit: int | None
    nama_unit: str | None
    kiri: int | None
    berhenti: date | None


@dataclass(frozen=True)
class Acuan:
    """What the cells of the file stand for, and how far the actor reaches."""

    unit: Mapping[str, Unit]
    nomor: Mapping[str, int]
    guru: Mapping[int, Guru]
    jangkauan: Jangkauan
    sendiri: int | None
    per: date

    @classmethod
    def muat(cls, konteks: Konteks) -> Acuan:
        """Units and people in three queries."""
        kolom = ("pk", "nama", "jenis", "kiri", "ditutup")
        unit = {k: Unit(*isi) for k, *isi in UnitKerja.objects.values_list("kunci", *kolom)}
        orang = Pegawai.objects.order_by().values_list(
            "pk", "unit", "unit__nama", "unit__kiri", "berhenti"
        )
        return cls(
            unit=unit,
            nomor=orang_menurut_nomor(),
            guru={baris[0]: Guru(*baris[1:]) for baris in orang},
            jangkauan=konteks.jangkauan(Izin.IMPOR_SEKTOR),
            sendiri=getattr(getattr(konteks.oleh, "pegawai", None), "pk", None),
            per=konteks.per,
        )


def kosong(baris: BarisImpor) -> bool:
    """A line of the template that names a school and nothing else."""
    kunci = ("rombel", "tingkat", "murid", "mapel", "jtm", "nip", "tugas")
    lain = [m for m in baris.masalah if m.kolom not in {"UNOR ID", "SEMESTER"}]
    return not lain and all(baris.isi.get(satu) is None for satu in kunci)


def periksa_baris(baris: BarisImpor, acuan: Acuan) -> None:
    """Say what kind of row it is, find its school and its teacher, judge its cells."""
    isi = baris.isi
    unit = _unit(baris, acuan)
    isi["macam"] = _macam(isi)
    isi["guru"] = _guru(baris, unit, acuan)
    _wajib(baris)
    if unit is None:
        return
    semester = isi.get("semester")
    isi["sekolah"] = Sekolah(unit.pk, semester) if semester else None
    if semester and int(semester[:4]) > acuan.per.year + 1:
        baris.tolak("SEMESTER", "semester_tak_wajar", "Semester ini masih lebih dari setahun lagi.")
    boleh = TINGKAT_SEKOLAH.get(unit.jenis)
    if boleh and isi.get("tingkat") is not None and isi["tingkat"] not in boleh:
        nama = JenisUnit(unit.jenis).label
        pesan = f"Tingkat {isi['tingkat']} tidak ada di {nama}."
        baris.tolak(TINGKAT, "tingkat_di_luar_jenjang", pesan)


def _unit(baris: BarisImpor, acuan: Acuan) -> Unit | None:
    """The unit of the row within reach."""
    kunci = kunci_id(baris.isi.get("unor_id"))
    if kunci is None:
        return None
    unit = acuan.unit.get(kunci)
    if unit is None:
        baris.tolak_unor_asing()
    elif not acuan.jangkauan.memuat(unit.kiri):
        pesan = f"{unit.nama} di luar wilayah tugas Anda; mintakan kepada koordinatornya."
        baris.tolak("UNOR ID", "unor_di_luar_jangkauan", pesan)
        return None
    elif unit.jenis not in TINGKAT_SEKOLAH:
        pesan = f"{unit.nama} tercatat bukan sebagai sekolah. Periksa ID atau jenis unitnya."
        baris.ingatkan("UNOR ID", "bukan_sekolah", pesan)
    if unit is not None and unit.ditutup is not None and unit.ditutup <= acuan.per:
        baris.ingatkan("UNOR ID", "unor_sudah_ditutup", f"{unit.nama} sudah ditutup.")
    return unit


def _macam(isi: Mapping[str, Any]) -> str:
    if isi.get("rombel") is None and isi.get("mapel") is None and isi.get("tugas") is not None:
        return TUGAS_SAJA
    return KELAS if isi.get("mapel") is None else PELAJARAN


def _wajib(baris: BarisImpor) -> None:
    """What must be filled depends on the kind of row; a cell that could not be read was told."""
    isi, terisi = baris.isi, {m.kolom for m in baris.masalah if m.tingkat == "tolak"}
    macam = isi["macam"]
    wajib = {
        PELAJARAN: {"ROMBEL": "rombel", TINGKAT: "tingkat", MURID: "murid", JTM: "jtm"},
        KELAS: {"ROMBEL": "rombel", TINGKAT: "tingkat", MURID: "murid"},
        TUGAS_SAJA: {GURU: "nip"},
    }[macam]
    for kolom, kunci in wajib.items():
        if isi.get(kunci) is None and kolom not in terisi:
            baris.tolak(kolom, "wajib_kosong", f"{kolom} wajib diisi.")
    if macam == KELAS and any(isi.get(k) is not None for k in ("jtm", "nip", "non_asn")):
        pesan = "Isi mata pelajarannya; untuk guru kelas SD tulis Guru Kelas."
        baris.tolak(MAPEL, "mapel_kosong", pesan)


def _guru(baris: BarisImpor, unit: Unit | None, acuan: Acuan) -> int | None:
    """The teacher of the row; what stands beside an empty number is of nobody."""
    isi = baris.isi
    nip = isi.get("nip")
    if nip is None:
        for kolom, kunci in ((SERTIFIKAT, "sertifikat"), (TUGAS, "tugas")):
            if isi.get(kunci) is not None:
                isi[kunci] = None
                baris.ingatkan(kolom, "tanpa_guru", "Diabaikan, karena NIP GURU kosong.")
        return None
    guru = acuan.nomor.get(nip)
    if guru is None:
        pesan = (
            "Tidak ada pegawai dengan NIP ini di register. "
            "Kosongkan dan isi GURU NON ASN dengan Y bila ia bukan ASN."
        )
        baris.tolak(GURU, "nip_tidak_dikenal", pesan)
        return None
    if isi.get("non_asn"):
        baris.tolak(NON_ASN, "guru_bertentangan", "Guru ber-NIP adalah ASN. Isi T, atau hapus NIP.")
    _ingatkan_guru(baris, guru, unit, acuan)
    return guru


def _ingatkan_guru(baris: BarisImpor, pk: int, unit: Unit | None, acuan: Acuan) -> None:
    guru, isi = acuan.guru[pk], baris.isi
    terjangkau = acuan.jangkauan.memuat(guru.kiri)
    if guru.berhenti is not None and guru.berhenti <= acuan.per:
        baris.ingatkan(GURU, "guru_sudah_berhenti", "Pegawai ini tercatat sudah berhenti.")
    elif unit is not None and guru.unit != unit.pk:
        tempat = guru.nama_unit if terjangkau and guru.nama_unit else "unit lain"
        pesan = f"Formasinya di {tempat}: jamnya dihitung di sekolah ini, kursinya tidak."
        baris.ingatkan(GURU, "guru_unit_lain", pesan)
    if isi.get("sertifikat") is None:
        return
    if pk == acuan.sendiri:
        baris.tolak(SERTIFIKAT, "data_sendiri", "Sertifikat Anda sendiri dicatat oleh orang lain.")
    elif not terjangkau:
        isi["sertifikat"] = None
        pesan = "Tidak dicatat, karena guru ini di luar wilayah tugas Anda."
        baris.ingatkan(SERTIFIKAT, "guru_di_luar_jangkauan", pesan)


def tolak_bertentangan(semua: Iterable[BarisImpor]) -> None:
    """Rows of one class must agree on the class, those of one teacher on his duty; the first row
    stands and is named."""
    kelas: dict[Any, BarisImpor] = {}
    tugas: dict[Any, BarisImpor] = {}
    for baris in semua:
        if baris.ditolak:
            continue
        isi = baris.isi
        if isi["macam"] != TUGAS_SAJA:
            pertama = kelas.setdefault((isi["sekolah"], isi["rombel"]), baris)
            for kolom, kunci in ((MURID, "murid"), (TINGKAT, "tingkat")):
                _banding(baris, pertama, kolom, kunci)
        if isi.get("tugas"):
            pertama = tugas.setdefault((isi["sekolah"], isi["guru"]), baris)
            _banding(baris, pertama, TUGAS, "tugas")


def _banding(baris: BarisImpor, pertama: BarisImpor, kolom: str, kunci: str) -> None:
    ini, itu = baris.isi[kunci], pertama.isi[kunci]
    if ini == itu:
        return
    teks = angka(itu) if isinstance(itu, int) else itu.replace("_", " ")
    pesan = f"Bertentangan dengan baris {pertama.nomor}, yang menyebut {teks}. Samakan keduanya."
    baris.tolak(kolom, f"{kunci}_bertentangan", pesan)


def kunci_ganda(baris: BarisImpor) -> Any:
    """What makes two rows the same; None for a refused one."""
    isi = baris.isi
    if baris.ditolak:
        return None
    if isi["macam"] == TUGAS_SAJA:
        return isi["sekolah"], isi["guru"]
    if isi["macam"] == KELAS:
        return isi["sekolah"], isi["rombel"], ""
    return isi["sekolah"], isi["rombel"], isi["mapel"], isi["guru"]

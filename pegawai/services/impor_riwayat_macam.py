"""What a row of the file ``riwayat`` means, kind by kind: what it needs, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model

from organisasi.models import UnitKerja
from organisasi.services.baris_impor import BarisImpor
from pegawai.columns_riwayat import RIWAYAT, SERTIFIKAT, TINGKAT
from pegawai.kernel.jenjang import SEBUTAN
from pegawai.models import (
    Golongan,
    Jabatan,
    Jenjang,
    Pendidikan,
    Penugasan,
    RiwayatDisiplin,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatSertifikat,
)
from toolkit.nilai import kunci_id

HEADER = {kolom.key: kolom.header for kolom in RIWAYAT}
_PROSES = frozenset({"proses", "dalam proses", "masih proses", "sedang proses"})
_JENJANG = {kode.casefold(): kode for kode in Jenjang.values} | SEBUTAN


@dataclass(frozen=True)
class Usul:
    """The row as one history: what makes it the same one, what may differ, what a new one has.

    ``isi`` holds (column of the file, value) by field: a column the file lacks changes nothing.
    """

    model: type[Model]
    kunci: Hashable
    pegawai: int
    isi: Mapping[str, tuple[str, Any]]
    tetap: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Acuan:
    """What codes stand for, when people's present posts began, and the day of the file."""

    per: date
    unit: Mapping[str, UnitKerja]
    jabatan: Mapping[str, Jabatan]
    golongan: Mapping[str, Golongan]
    pendidikan: Mapping[str, Pendidikan]
    jabatan_kini: Mapping[int, date | None]
    pangkat_kini: frozenset[Hashable]


@dataclass(frozen=True)
class Macam:
    """One kind: the columns it must have, those it may have, and how it is read."""

    wajib: tuple[str, ...]
    boleh: tuple[str, ...]
    susun: Callable[[BarisImpor, int, Acuan], Usul | None]

    def baca(self, baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
        """The history of the row, or None after saying what is wrong with it."""
        for kunci in self.wajib:
            bermasalah = any(m.kolom == HEADER[kunci] for m in baris.masalah)
            if baris.isi.get(kunci) is None and not bermasalah:
                pesan = f"{HEADER[kunci]} wajib diisi untuk {baris.isi['macam']}."
                baris.tolak(HEADER[kunci], "wajib_kosong", pesan)
        for kunci in HEADER.keys() - {"nip", "macam", *self.wajib, *self.boleh}:
            if baris.isi.get(kunci) is not None:
                pesan = f"Tidak dipakai untuk {baris.isi['macam']}, jadi tidak disimpan."
                baris.ingatkan(HEADER[kunci], "tidak_dipakai", pesan)
        mulai, selesai = baris.isi.get("mulai"), baris.isi.get("selesai")
        if mulai and selesai and selesai <= mulai and baris.isi["macam"] != "pelatihan":
            baris.tolak("SELESAI", "tanggal_terbalik", "Tanggal akhir harus sesudah MULAI.")
        return None if baris.ditolak else self.susun(baris, pegawai, acuan)


def _isi(baris: BarisImpor, kunci: str) -> str:
    return baris.isi.get(kunci) or ""


def _sudah_lewat(baris: BarisImpor, acuan: Acuan) -> bool:
    """Present posts and grades come from SIASN: only what is over is written down here."""
    if baris.isi["selesai"] <= acuan.per:
        return True
    pesan = "Yang masih berlaku datang dari SIASN atau SK; di sini hanya yang sudah lewat."
    baris.tolak("SELESAI", "masih_berlaku", pesan)
    return False


def _jabatan(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    jabatan = acuan.jabatan.get(kunci_id(baris.isi.get("kode")) or "")
    nama = _isi(baris, "uraian") or (jabatan.nama if jabatan else "")
    if not nama:
        baris.tolak("URAIAN", "jabatan_kosong", "Isi KODE yang dikenal, atau nama jabatannya.")
        return None
    if baris.isi.get("kode") and jabatan is None:
        baris.ingatkan("KODE", "jabatan_tidak_dikenal", "ID ini tidak ada; namanya yang disimpan.")
    unit = acuan.unit.get(kunci_id(baris.isi.get("unor_id")) or "")
    if baris.isi.get("unor_id") and unit is None:
        baris.ingatkan("UNOR ID", "unit_tidak_dikenal", "ID unit ini tidak ada di pohon unit.")
    mulai, selesai = baris.isi["mulai"], baris.isi["selesai"]
    kini = acuan.jabatan_kini.get(pegawai)
    if not _sudah_lewat(baris, acuan):
        return None
    if kini is not None and selesai > kini:
        pesan = f"Beririsan dengan jabatan sekarang, yang mulai {kini:%d-%m-%Y}."
        baris.tolak("SELESAI", "beririsan_jabatan_kini", pesan)
        return None
    return Usul(
        Penugasan,
        (Penugasan, pegawai, jabatan.pk if jabatan else nama.casefold(), mulai),
        pegawai,
        {
            "selesai": ("selesai", selesai),
            "unit": ("unor_id", unit),
            "unor_nama": ("keterangan", _isi(baris, "keterangan")),
            "nomor_sk": ("nomor", _isi(baris, "nomor")),
        },
        {
            "jenis": "D", "jabatan": jabatan, "jabatan_nama": nama, "tmt": mulai, "mulai": mulai,
            "unor_id": _isi(baris, "unor_id"),
        },
    )  # fmt: skip


def _pangkat(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    golongan = acuan.golongan.get(_rapat(baris.isi["kode"]))
    if golongan is None:
        baris.tolak("KODE", "golongan_tidak_dikenal", "Golongan tidak dikenal; contoh: III/a, IX.")
        return None
    mulai = baris.isi["mulai"]
    kunci = (RiwayatPangkat, pegawai, golongan.pk, mulai)
    if kunci in acuan.pangkat_kini:
        baris.tolak("KODE", "masih_berlaku", "Ini golongan sekarang; ia datang dari SIASN.")
        return None
    if not _sudah_lewat(baris, acuan):
        return None
    isi = {"selesai": ("selesai", baris.isi["selesai"])}
    tetap = {"golongan": golongan, "tmt": mulai, "mulai": mulai}
    return Usul(RiwayatPangkat, kunci, pegawai, isi, tetap)


def _pendidikan(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    """A degree beside the last one. It is over on the day it is got: the open row is the last."""
    program = acuan.pendidikan.get(kunci_id(baris.isi["kode"]) or "")
    if program is None:
        pesan = "Tidak ada program pendidikan dengan ID ini di referensi."
        baris.tolak("KODE", "pendidikan_tidak_dikenal", pesan)
        return None
    tahun, lulus = baris.isi["tahun"], baris.isi.get("mulai")
    if lulus is not None and lulus.year != tahun:
        baris.tolak("TAHUN LULUS", "tahun_berbeda", "Tahun lulus berbeda dengan tanggal MULAI.")
        return None
    if tahun > acuan.per.year:
        baris.tolak("TAHUN LULUS", "tahun_tak_wajar", "Tahun lulus belum tiba.")
        return None
    return Usul(
        RiwayatPendidikan,
        (RiwayatPendidikan, pegawai, program.pk, tahun),
        pegawai,
        {},
        {
            "pendidikan": program, "tingkat": program.tingkat, "tahun_lulus": tahun,
            "mulai": lulus, "selesai": lulus or date(tahun, 12, 31),
        },
    )  # fmt: skip


def _pelatihan(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    mulai, nama = baris.isi["mulai"], baris.isi["uraian"]
    return Usul(
        RiwayatPelatihan,
        (RiwayatPelatihan, pegawai, nama.casefold(), mulai),
        pegawai,
        {
            "selesai": ("selesai", baris.isi.get("selesai")),
            "jam": ("jam", baris.isi.get("jam")),
            "penyelenggara": ("keterangan", _isi(baris, "keterangan")),
        },
        {"nama": nama, "mulai": mulai},
    )


def _hukuman(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    tingkat = TINGKAT.get(_rapat(baris.isi["jenis"]))
    if tingkat is None:
        baris.tolak("JENIS", "tingkat_tidak_dikenal", "Isi ringan, sedang, atau berat.")
        return None
    mulai, jenis = baris.isi["mulai"], baris.isi["uraian"][:150]
    return Usul(
        RiwayatDisiplin,
        (RiwayatDisiplin, pegawai, jenis.casefold(), mulai),
        pegawai,
        {
            "tingkat": ("jenis", tingkat),
            "selesai": ("selesai", baris.isi.get("selesai")),
            "nomor_sk": ("nomor", _isi(baris, "nomor")),
            "sedang_proses": ("keterangan", _rapat(_isi(baris, "keterangan")) in _PROSES),
        },
        {"jenis": jenis, "mulai": mulai},
    )


def _sertifikat(baris: BarisImpor, pegawai: int, acuan: Acuan) -> Usul | None:
    jenis = SERTIFIKAT.get(_rapat(baris.isi["jenis"]))
    if jenis is None:
        pesan = "Isi salah satu: ukom, str, sip, pendidik, lain."
        baris.tolak("JENIS", "jenis_tidak_dikenal", pesan)
        return None
    kode = _isi(baris, "kode")
    jenjang = _JENJANG.get(_rapat(kode), "")
    if kode and not jenjang:
        baris.tolak("KODE", "jenjang_tidak_dikenal", "Jenjang jabatan fungsional tidak dikenal.")
        return None
    mulai, nama, nomor = baris.isi["mulai"], baris.isi["uraian"], _isi(baris, "nomor")
    return Usul(
        RiwayatSertifikat,
        (RiwayatSertifikat, pegawai, jenis, (nomor or nama).casefold(), mulai),
        pegawai,
        {
            "nama": ("uraian", nama),
            "selesai": ("selesai", baris.isi.get("selesai")),
            "rumpun": ("keterangan", _isi(baris, "keterangan")[:120]),
            "jenjang": ("kode", jenjang),
        },
        {"jenis": jenis, "nomor": nomor, "mulai": mulai},
    )


def _rapat(teks: str) -> str:
    return " ".join(teks.split()).casefold()


MACAM: dict[str, Macam] = {
    "jabatan": Macam(
        ("mulai", "selesai"), ("uraian", "kode", "unor_id", "nomor", "keterangan"), _jabatan
    ),
    "pangkat": Macam(("kode", "mulai", "selesai"), (), _pangkat),
    "pendidikan": Macam(("kode", "tahun"), ("mulai", "uraian"), _pendidikan),
    "pelatihan": Macam(("uraian", "mulai"), ("selesai", "jam", "keterangan"), _pelatihan),
    "hukuman": Macam(("jenis", "uraian", "mulai"), ("selesai", "nomor", "keterangan"), _hukuman),
    "sertifikat": Macam(
        ("jenis", "uraian", "mulai"), ("selesai", "nomor", "kode", "keterangan"), _sertifikat
    ),
}


def kunci_jabatan(p: Penugasan) -> Hashable:
    """The same for a post already written down."""
    return (Penugasan, p.pegawai_id, p.jabatan_id or p.jabatan_nama.casefold(), p.mulai)


KUNCI: dict[type[Model], Callable[[Any], Hashable]] = {
    Penugasan: kunci_jabatan,
    RiwayatPangkat: lambda r: (RiwayatPangkat, r.pegawai_id, r.golongan_id, r.mulai),
    RiwayatPendidikan: lambda r: (
        RiwayatPendidikan, r.pegawai_id, r.pendidikan_id, r.tahun_lulus,
    ),
    RiwayatPelatihan: lambda r: (RiwayatPelatihan, r.pegawai_id, r.nama.casefold(), r.mulai),
    RiwayatDisiplin: lambda r: (RiwayatDisiplin, r.pegawai_id, r.jenis.casefold(), r.mulai),
    RiwayatSertifikat: lambda r: (
        RiwayatSertifikat, r.pegawai_id, r.jenis, (r.nomor or r.nama).casefold(), r.mulai,
    ),
}  # fmt: skip

"""What the first page shows: what waits for this person, where people are missing, what to doubt.

Composed here because it reads every room. Each part appears only for those whose roles ask for it,
counts are capped, and nothing grows with the number of employees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists
from django.utils import timezone

from config.beranda_tugas import BATAS, Tugas, alamat, tugas_untuk
from jejak.selectors import Catatan, telusuri
from organisasi.impor import JENIS
from organisasi.izin import Izin, Peran
from organisasi.models import Impor, Pengguna, PenugasanPeran, Proses, StatusImpor, UnitKerja
from organisasi.policies import tambah_bulan
from organisasi.selectors import Hak, cacah, hak
from pegawai.models import Pegawai, RiwayatKinerja
from penilaian.models import Kebutuhan
from penilaian.selectors.kebutuhan import ringkasan_kesenjangan

IMPOR = (Izin.IMPOR_STRUKTUR, Izin.IMPOR_PEGAWAI, Izin.IMPOR_KEBUTUHAN, Izin.IMPOR_KINERJA)


@dataclass(frozen=True)
class Langkah:
    """A step of the first days, done or not."""

    judul: str
    kalimat: str
    url: str
    selesai: bool


@dataclass(frozen=True)
class Angka:
    """A number that is a door. ``lebih``: there are more than were counted."""

    nilai: int
    ket: str
    url: str
    lebih: bool = False
    tanda: str = ""


@dataclass(frozen=True)
class Diri:
    """What an employee or the head of an office asks first."""

    pegawai: Pegawai | None
    unit: tuple[UnitKerja, ...]
    unit_url: str


@dataclass
class Beranda:
    """Everything the page shows."""

    diri: Diri
    tugas: list[Tugas] = field(default_factory=list)
    langkah: list[Langkah] = field(default_factory=list)
    kesenjangan: dict[str, int] = field(default_factory=dict)
    angka: list[Angka] = field(default_factory=list)
    impor: list[tuple[str, Impor]] = field(default_factory=list)
    proses: list[Proses] = field(default_factory=list)
    jejak: tuple[Catatan, ...] = ()
    boleh_jejak: bool = False
    boleh_akses: bool = False
    mutu_url: str = ""
    menunggu_data: bool = False
    kosong: bool = False


def beranda_untuk(user: Any) -> dict[str, Any]:
    """The context of ``beranda.html``."""
    per, held = timezone.localdate(), hak(user)
    isi = Beranda(diri=_diri(user, held))
    ada_orang, ada_kebutuhan, ada_kinerja = _terisi(user)
    if _perlu_langkah(held, ada_orang, ada_kebutuhan, ada_kinerja):
        isi.langkah = _langkah(held, per)
        isi.menunggu_data = not ada_orang and not isi.langkah
    isi.kosong = not ada_orang
    if held.izin.intersection(IMPOR):
        isi.impor = _impor_terakhir(held)
    isi.tugas = tugas_untuk(user, held, isi.impor, per=per)
    isi.proses = list(Proses.objects.filter(untuk=user).berjalan()[:5])
    if ada_orang and Izin.KEBUTUHAN_LIHAT in held.izin:
        isi.kesenjangan = ringkasan_kesenjangan(user, per)
    if ada_orang and Izin.PEGAWAI_LIHAT in held.izin:
        isi.angka = _angka(user, per)
    if ada_orang and Izin.MUTU_LIHAT in held.izin:
        isi.mutu_url = alamat("pegawai:mutu")
    if Izin.JEJAK_EKSPOR in held.izin:
        isi.jejak = telusuri(jumlah=8).baris
    isi.boleh_jejak = Izin.JEJAK_EKSPOR in held.izin
    isi.boleh_akses = Izin.AKSES_LIHAT in held.izin
    return {"isi": isi, "per": per}


def _diri(user: Any, held: Hak) -> Diri:
    pegawai = None
    if held.punya_berkas:
        pegawai = Pegawai.objects.filter(pengguna=user).with_names().first()
    memimpin = (Peran.KEPALA_UNIT, Peran.OPERATOR_OPD, Peran.KOORDINATOR_DISDIK,
                Peran.KOORDINATOR_DINKES)  # fmt: skip
    unit = {p.unit.pk: p.unit for p in held.peran if p.unit and p.peran in memimpin}
    return Diri(pegawai, tuple(unit.values()), alamat("pegawai:unit"))


def _langkah(held: Hak, per: date) -> list[Langkah]:
    """The order of a first load, for those who can take a step of it; done = a file was applied."""
    sudah = set(Impor.objects.filter(status=StatusImpor.DITERAPKAN).values_list("jenis", flat=True))

    def berkas(kode: str, judul: str, kalimat: str) -> Langkah:
        unggah = alamat("organisasi:impor-unggah", kode=kode)
        return Langkah(f"Impor {judul}", kalimat, unggah, kode in sudah)

    semua: list[tuple[Izin, Langkah]] = [
        (Izin.PENGGUNA_KELOLA, _langkah_analis(per)),
        (Izin.IMPOR_STRUKTUR, berkas(
            "unor", "unit kerja", "Berkas hierarki unor dari SIASN (ID, NAMA_UNOR, ID_ATASAN).")),
        (Izin.IMPOR_STRUKTUR, berkas(
            "jabatan-struktural", "referensi jabatan struktural",
            "Satu dari tiga berkas referensi jabatan SIASN.")),
        (Izin.IMPOR_STRUKTUR, berkas(
            "jabatan-fungsional", "referensi jabatan fungsional",
            "Tanpa berkas ini jenjang dan batas usia pensiun JF tidak dikenal.")),
        (Izin.IMPOR_STRUKTUR, berkas(
            "jabatan-pelaksana", "referensi jabatan pelaksana",
            "Tanpa berkas ini jabatan pelaksana tercatat di luar referensi.")),
        (Izin.IMPOR_PEGAWAI, berkas(
            "pegawai", "pegawai", "Berkas data utama SIASN, satu untuk tiap status: PNS, PPPK, "
            "PPPK paruh waktu. Boleh .xlsx atau .csv apa adanya.")),
        (Izin.IMPOR_KEBUTUHAN, berkas(
            "kebutuhan", "kebutuhan", "Berapa orang yang diperlukan tiap jabatan di unit. "
            "Tanpa ini tidak ada jabatan yang tampak lowong.")),
        (Izin.IMPOR_KINERJA, berkas(
            "kinerja", "kinerja", "Predikat dua tahun terakhir, satu berkas untuk tiap tahun. "
            "Tanpa ini calon promosi dan JF tidak dapat diperiksa.")),
    ]  # fmt: skip
    return [langkah for izin, langkah in semua if izin in held.izin]


def _terisi(user: Any) -> tuple[bool, bool, bool]:
    """Whether there are people, needs, performance; asked at once."""
    tabel = (Pegawai.objects, Kebutuhan.objects, RiwayatKinerja.objects)
    ada = Pengguna.objects.filter(pk=user.pk).values_list(*(Exists(t.all()) for t in tabel))
    orang, kebutuhan, kinerja = ada.get()
    return orang, kebutuhan, kinerja


def _perlu_langkah(held: Hak, orang: bool, kebutuhan: bool, kinerja: bool) -> bool:
    """Until there are people; for those who load the rest, until it is there."""
    return (
        not orang
        or (Izin.IMPOR_KEBUTUHAN in held.izin and not kebutuhan)
        or (Izin.IMPOR_KINERJA in held.izin and not kinerja)
    )


def _langkah_analis(per: date) -> Langkah:
    ada = PenugasanPeran.objects.aktif(per).filter(peran=Peran.ANALIS_BKD).exists()
    return Langkah(
        "Buat akun analis BKD",
        "Buat akunnya, beri peran Analis BKD, lalu cetak slip aktivasinya. Orangnya harus lain "
        "dari admin sistem.",
        alamat("organisasi:pengguna") if ada else alamat("organisasi:pengguna-buat"),
        ada,
    )


def _impor_terakhir(held: Hak) -> list[tuple[str, Impor]]:
    kode = [j.kode for j in JENIS.values() if j.izin in held.izin]
    rows = Impor.objects.filter(jenis__in=kode).exclude(status=StatusImpor.DIBUANG)
    rows = rows.select_related("diunggah_oleh").order_by("-pk")[:5]
    return [(JENIS[i.jenis].label, i) for i in rows]


def _angka(user: Any, per: date) -> list[Angka]:
    orang = Pegawai.objects.for_user(user, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    horizon = tambah_bulan(per, 12)
    daftar = "pegawai:daftar"
    semua = [
        (orang.filter(tmt_pensiun__gte=per, tmt_pensiun__lt=horizon), "pensiun dalam 12 bulan",
         alamat(daftar, f"?pensiun_dari={per}&pensiun_sampai={horizon}"), ""),
        (orang.filter(hilang_sejak__isnull=False), "hilang dari berkas terakhir",
         alamat(daftar, "?data=hilang"), "awas"),
        (orang.filter(formasi__isnull=True), "belum terhitung di jabatan mana pun",
         alamat("penilaian:tak-terhitung"), "awas"),
    ]  # fmt: skip
    jumlah = cacah(user, [rows for rows, *_ in semua])
    return [
        Angka(min(n, BATAS), ket, url, n > BATAS, tanda if n else "")
        for n, (_, ket, url, tanda) in zip(jumlah, semua, strict=True)
    ]

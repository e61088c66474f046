"""What the first page shows: what waits for this person, where people are missing, what to doubt.

Composed here because it reads every room. Each part appears only for those whose roles ask for it,
counts are capped, and nothing grows with the number of employees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from jejak.selectors import Catatan, telusuri
from organisasi.impor import JENIS
from organisasi.izin import Izin, Peran
from organisasi.models import Disposisi, Impor, PenugasanPeran, Proses, StatusImpor, UnitKerja
from organisasi.policies import tambah_bulan
from organisasi.selectors import Hak, hak
from pegawai.models import Jabatan, Pegawai
from penilaian.selectors.kebutuhan import ringkasan_kesenjangan

BATAS = 1000
IMPOR = (Izin.IMPOR_STRUKTUR, Izin.IMPOR_PEGAWAI, Izin.IMPOR_KEBUTUHAN, Izin.IMPOR_KINERJA)


@dataclass(frozen=True)
class Tugas:
    """Something that waits for this person."""

    kalimat: str
    url: str


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


def beranda_untuk(user: Any) -> dict[str, Any]:
    """The context of ``beranda.html``."""
    per, held = timezone.localdate(), hak(user)
    isi = Beranda(diri=_diri(user, held))
    ada_orang = Pegawai.objects.exists()
    if not ada_orang:
        isi.langkah = _langkah(held, per)
        isi.menunggu_data = not isi.langkah
    if held.izin.intersection(IMPOR):
        isi.impor = _impor_terakhir(held)
    isi.tugas = [*_tugas_impor(isi.impor), *_tugas_disposisi(held), *_tugas_akun(held, per)]
    isi.proses = list(Proses.objects.filter(untuk=user).berjalan()[:5])
    if ada_orang and Izin.KEBUTUHAN_LIHAT in held.izin:
        isi.kesenjangan = ringkasan_kesenjangan(user, per)
    if ada_orang and Izin.PEGAWAI_LIHAT in held.izin:
        isi.angka = _angka(user, per)
    if ada_orang and Izin.MUTU_LIHAT in held.izin:
        isi.mutu_url = _alamat("pegawai:mutu")
    if Izin.JEJAK_EKSPOR in held.izin:
        isi.jejak = telusuri(jumlah=8).baris
    isi.boleh_jejak = Izin.JEJAK_EKSPOR in held.izin
    isi.boleh_akses = Izin.AKSES_LIHAT in held.izin
    return {"isi": isi, "per": per}


def _alamat(nama: str, kueri: str = "", **kwargs: Any) -> str:
    try:
        return reverse(nama, kwargs=kwargs or None) + kueri
    except NoReverseMatch:  # a room whose doors are not built yet
        return ""


def _diri(user: Any, held: Hak) -> Diri:
    pegawai = None
    if held.punya_berkas:
        pegawai = Pegawai.objects.filter(pengguna=user).with_names().first()
    memimpin = (Peran.KEPALA_UNIT, Peran.OPERATOR_OPD, Peran.KOORDINATOR_DISDIK,
                Peran.KOORDINATOR_DINKES)  # fmt: skip
    unit = {p.unit.pk: p.unit for p in held.peran if p.unit and p.peran in memimpin}
    return Diri(pegawai, tuple(unit.values()), _alamat("pegawai:unit"))


def _langkah(held: Hak, per: date) -> list[Langkah]:
    """The order of a first load, for those who can take a step of it."""
    ada_unit, ada_jabatan = UnitKerja.objects.exists(), Jabatan.objects.exists()
    unggah = {kode: _alamat("organisasi:impor-unggah", kode=kode) for kode in JENIS}
    semua: list[tuple[Izin, Langkah]] = [
        (Izin.PENGGUNA_KELOLA, _langkah_analis(per)),
        (Izin.IMPOR_STRUKTUR, Langkah(
            "Impor unit kerja", "Berkas hierarki unor dari SIASN (ID, NAMA_UNOR, ID_ATASAN).",
            unggah.get("unor", ""), ada_unit)),
        (Izin.IMPOR_STRUKTUR, Langkah(
            "Impor referensi jabatan", "Tiga berkas SIASN: struktural, fungsional, pelaksana.",
            unggah.get("jabatan-struktural", ""), ada_jabatan)),
        (Izin.IMPOR_PEGAWAI, Langkah(
            "Impor pegawai", "Berkas data utama SIASN, satu untuk tiap status: PNS, PPPK, "
            "PPPK paruh waktu. Boleh .xlsx atau .csv apa adanya.",
            unggah.get("pegawai", ""), False)),
        (Izin.IMPOR_KEBUTUHAN, Langkah(
            "Impor kebutuhan", "Berapa orang yang diperlukan tiap jabatan di unit. Boleh nanti.",
            unggah.get("kebutuhan", ""), False)),
    ]  # fmt: skip
    return [langkah for izin, langkah in semua if izin in held.izin]


def _langkah_analis(per: date) -> Langkah:
    ada = PenugasanPeran.objects.aktif(per).filter(peran=Peran.ANALIS_BKD).exists()
    return Langkah(
        "Buat akun analis BKD",
        "Buat akunnya, beri peran Analis BKD, lalu cetak slip aktivasinya. Orangnya harus lain "
        "dari admin sistem.",
        _alamat("organisasi:pengguna") if ada else _alamat("organisasi:pengguna-buat"),
        ada,
    )


def _impor_terakhir(held: Hak) -> list[tuple[str, Impor]]:
    kode = [j.kode for j in JENIS.values() if j.izin in held.izin]
    rows = Impor.objects.filter(jenis__in=kode).exclude(status=StatusImpor.DIBUANG)
    rows = rows.select_related("diunggah_oleh").order_by("-pk")[:5]
    return [(JENIS[i.jenis].label, i) for i in rows]


def _tugas_impor(impor: list[tuple[str, Impor]]) -> list[Tugas]:
    kalimat = {
        StatusImpor.DIPERIKSA: "sudah diperiksa dan menunggu diterapkan",
        StatusImpor.PERLU_PEMETAAN: "menunggu kolomnya dicocokkan",
    }
    return [
        Tugas(f"{label}: {i.nama_berkas} {kalimat[StatusImpor(i.status)]}.",
              _alamat("organisasi:impor-rincian", pk=i.pk))
        for label, i in impor
        if i.status in kalimat
    ]  # fmt: skip


def _tugas_disposisi(held: Hak) -> list[Tugas]:
    if Izin.DISPOSISI_SAHKAN not in held.izin:
        return []
    jumlah = Disposisi.objects.filter(disahkan_pada__isnull=True).count()
    if not jumlah:
        return []
    url = _alamat("organisasi:disposisi", "?status=menunggu")
    return [Tugas(f"{jumlah} disposisi menunggu disahkan orang kedua.", url)]


def _tugas_akun(held: Hak, per: date) -> list[Tugas]:
    if Izin.PERAN_BERI not in held.izin:
        return []
    batas = tambah_bulan(per, 1)
    jumlah = PenugasanPeran.objects.aktif(per).filter(selesai__lte=batas).count()
    if not jumlah:
        return []
    return [Tugas(f"{jumlah} peran berakhir dalam sebulan.", _alamat("organisasi:pengguna"))]


def _angka(user: Any, per: date) -> list[Angka]:
    orang = Pegawai.objects.for_user(user, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    horizon = tambah_bulan(per, 12)
    pensiun = orang.filter(tmt_pensiun__gte=per, tmt_pensiun__lt=horizon)
    daftar = "pegawai:daftar"
    return [
        _cacah(pensiun, "pensiun dalam 12 bulan",
               _alamat(daftar, f"?pensiun_dari={per}&pensiun_sampai={horizon}")),
        _cacah(orang.filter(hilang_sejak__isnull=False), "hilang dari berkas terakhir",
               _alamat(daftar, "?data=hilang"), "awas"),
        _cacah(orang.filter(formasi__isnull=True), "belum terhitung di jabatan mana pun",
               _alamat("penilaian:tak-terhitung"), "awas"),
    ]  # fmt: skip


def _cacah(rows: QuerySet[Any], ket: str, url: str, tanda: str = "") -> Angka:
    jumlah = rows.order_by()[: BATAS + 1].count()
    return Angka(min(jumlah, BATAS), ket, url, jumlah > BATAS, tanda if jumlah else "")

"""Names of a needs sheet that wait for a decision, with proposals; most seats first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum

from pegawai.kernel.kemiripan import Acuan, Lema, bakukan_unit
from pegawai.selectors.padanan import UsulanSasaran, acuan_jabatan, usulan_jabatan
from penilaian.kernel.lembar_abk import tepat
from penilaian.kernel.lembar_kata import (
    KEPALA_UNIT,
    PEMISAH,
    kunci_jalur,
    kunci_unit,
    nama_jabatan,
)
from penilaian.models import KeadaanBaris, LembarAbk
from penilaian.selectors.lembar import jalur
from penilaian.selectors.lembar_cocok import Jalur, Pencocok, PencocokUnit, kunci_jabatan

_CONTOH = 3
_USULAN = 4
_HASIL_CARI = 20
_LAYAK = 70  # per cent; below it a proposal is shown, not chosen
ABAIKAN = "abaikan"


@dataclass
class Menunggu:
    """One name that waits: as the decision will be remembered, its seats, where it stands."""

    teks: str
    judul: str
    kursi: Decimal = Decimal(0)
    baris: int = 0
    contoh: list[str] = field(default_factory=list)
    induk: str = ""
    kursi_kepala: bool = False
    usulan: list[UsulanSasaran] = field(default_factory=list)
    centang: bool = False
    terpilih: str = ""

    @property
    def layak(self) -> bool:
        """Whether the best proposal is near enough to be chosen for the person."""
        return bool(self.usulan) and self.usulan[0].skor >= _LAYAK

    @property
    def contoh_lain(self) -> list[str]:
        """Examples that say more than the name itself."""
        return [] if self.contoh == [self.judul] else self.contoh

    def tambah(self, kursi: Decimal | None, baris: int, contoh: str) -> None:
        """One more group of rows of this name."""
        self.kursi = tepat(self.kursi + (kursi or 0))
        self.baris += baris
        if contoh not in self.contoh and len(self.contoh) < _CONTOH:
            self.contoh.append(contoh)


@dataclass(frozen=True)
class Antrean:
    """Everything that waits on one screen."""

    semua: list[Menunggu]
    kursi: Decimal

    @classmethod
    def dari(cls, semua: dict[str, Menunggu]) -> Antrean:
        """Most seats first; names without a single seat decide nothing and wait for nobody."""
        rows = [m for m in semua.values() if m.kursi]
        rows.sort(key=lambda m: (-m.kursi, m.judul))
        return cls(rows, sum((m.kursi for m in rows), Decimal(0)))


def unit_menunggu(lembar: LembarAbk, units: PencocokUnit) -> Antrean:
    """The topmost unknown unit of each path: what lies below often follows by itself."""
    semua: dict[str, Menunggu] = {}
    rows = lembar.baris.posisi().filter(kebutuhan__isnull=False, unit__isnull=True)
    rows = rows.exclude(keadaan=KeadaanBaris.DIABAIKAN).order_by()
    for teks_unit, kursi, baris in rows.values_list("teks_unit").annotate(
        Sum("kebutuhan"), Count("pk")
    ):
        penuh = jalur(teks_unit)
        awal = _belum_dikenal(penuh, units)
        teks = kunci_jalur(awal)
        satu = semua.get(teks)
        if satu is None:
            satu = semua[teks] = Menunggu(teks, awal[-1] if awal else "(tanpa judul unit)")
            satu.induk = _nama_induk(awal, units)
        contoh = penuh[len(awal)] if len(penuh) > len(awal) else ""
        satu.tambah(kursi, baris, contoh or "(langsung di bawahnya)")
    return Antrean.dari(semua)


def usulkan_unit(halaman: Sequence[Menunggu], units: PencocokUnit) -> None:
    """Proposals below the parent that is known, then the parent itself; no query."""
    acuan: dict[int | None, Acuan] = {}
    for satu in halaman:
        awal = tuple(satu.teks.split(PEMISAH))
        induk = units.cari(awal[:-1]) if len(awal) > 1 else None
        atas = induk.sasaran if induk else None
        if atas not in acuan:
            calon = units.di_bawah(atas)
            acuan[atas] = Acuan((Lema(u.pk, u.nama) for u in calon), bakukan_unit)
        satu.usulan = [
            UsulanSasaran(str(u.kunci), units.jalur_unit(int(str(u.kunci))), u.skor)
            for u in acuan[atas].usulan(awal[-1], n=_USULAN)
        ]
        if atas is not None and all(u.sasaran != str(atas) for u in satu.usulan):
            nama = f"{units.jalur_unit(atas)} (unit induknya sendiri)"
            satu.usulan.append(UsulanSasaran(str(atas), nama, 0))


def jabatan_menunggu(lembar: LembarAbk, pencocok: Pencocok) -> Antrean:
    """Job names nobody decided, whatever their unit; and seats of heads that are no seats here."""
    semua: dict[str, Menunggu] = {}
    rows = lembar.baris.posisi().filter(kebutuhan__isnull=False).order_by()
    rows = rows.exclude(keadaan__in=[KeadaanBaris.COCOK, KeadaanBaris.DIABAIKAN])
    for bagian, teks, keadaan, nama_unit, kursi, baris in rows.values_list(
        "bagian", "teks_jabatan", "keadaan", "unit__nama"
    ).annotate(Sum("kebutuhan"), Count("pk")):
        kepala = bagian == KEPALA_UNIT
        if kepala and keadaan != KeadaanBaris.SISA_JABATAN:
            continue
        if not kepala and pencocok.jabatan.cari(teks):
            continue
        nama = nama_jabatan(teks) or "(tanpa nama)"
        kunci = f"{kepala} {kunci_jabatan(teks)}"
        satu = semua.setdefault(kunci, Menunggu(nama, nama, kursi_kepala=kepala))
        satu.tambah(kursi, baris, nama_unit or teks if kepala else teks)
    return Antrean.dari(semua)


def usulkan_jabatan(halaman: Sequence[Menunggu]) -> None:
    """Proposals by similarity for the names of one page."""
    usul = usulan_jabatan([m.teks for m in halaman if not m.kursi_kepala], n=_USULAN)
    for satu in halaman:
        satu.usulan = usul.get(satu.teks, [])


def pilihkan(halaman: Iterable[Menunggu], kiriman: Mapping[str, Any], pilih: list[str]) -> None:
    """Choose near proposals and tick what a link asks for (``centang``, the least likeness); what
    a person had ticked and chosen before a refusal stays as it was."""
    batas = str(kiriman.get("centang", ""))
    for nomor, satu in enumerate(halaman, 1):
        sasaran = str(kiriman.get(f"s-{nomor}", "")).split("|")[0]
        satu.terpilih = sasaran or (satu.usulan[0].sasaran if satu.layak else "")
        satu.centang = str(nomor) in pilih
        if batas.isdecimal() and satu.layak:
            satu.centang = satu.usulan[0].skor >= int(batas)


def cari_sasaran(macam: str, kata: str, units: PencocokUnit) -> list[UsulanSasaran]:
    """Targets by what a person types: names that contain the words first, then alike ones."""
    if not kata.strip():
        return []
    if macam == "unit":
        dicari = kunci_unit(kata)
        memuat = [u for u in units.unit.values() if dicari and dicari in u.kunci]
        hasil = [UsulanSasaran(str(u.pk), units.jalur_unit(u.pk), 100) for u in memuat]
        acuan = Acuan((Lema(u.pk, u.nama) for u in units.unit.values()), bakukan_unit)
        mirip = acuan.usulan(kata, n=_HASIL_CARI)
        hasil += [
            UsulanSasaran(str(u.kunci), units.jalur_unit(int(str(u.kunci))), u.skor) for u in mirip
        ]
    else:
        rows = acuan_jabatan().usulan(kata, n=_HASIL_CARI, paling_kecil=20)
        hasil = [UsulanSasaran.dari(u) for u in rows]
    sudah: dict[str, UsulanSasaran] = {}
    for satu in hasil:
        sudah.setdefault(satu.sasaran, satu)
    return list(sudah.values())[:_HASIL_CARI]


def _belum_dikenal(penuh: Jalur, units: PencocokUnit) -> Jalur:
    for panjang in range(1, len(penuh) + 1):
        if units.cari(penuh[:panjang]) is None:
            return penuh[:panjang]
    return penuh


def _nama_induk(awal: Jalur, units: PencocokUnit) -> str:
    induk = units.cari(awal[:-1]) if len(awal) > 1 else None
    return units.jalur_unit(induk.sasaran) if induk and induk.sasaran else ""

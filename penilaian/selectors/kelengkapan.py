"""How complete the data of a period are: per office, per source, and person by person who must do
what. Computed from the data by the sources the set in force names; no run is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, QuerySet, Value, When
from django.db.models.functions import Coalesce

from organisasi.models import Jangkauan, UnitKerja
from pegawai.models import Pegawai
from penilaian.kernel.kelengkapan import siapa
from penilaian.models import Penilaian, PeriodeKinerja, SetKriteria
from penilaian.policies.indikator import jangkauan_ukur
from penilaian.selectors.bahan_nilai import perangkat_utama, terakhir
from penilaian.selectors.kelengkapan_sumber import Sumber, Ukuran, orang_diukur, ukuran

_LANGKAH = 900  # people per question: below what SQLite takes as parameters
TANPA = "-"  # in the address: people without an office


@dataclass(frozen=True)
class Bingkai:
    """What the pages of completeness speak of: the period and the set in force on its last day."""

    periode: PeriodeKinerja
    perangkat: SetKriteria
    ukur: Ukuran
    jangkauan: Jangkauan

    def orang(self) -> QuerySet[Pegawai]:
        """Everybody of the period within reach."""
        rows = self.jangkauan.saring(orang_diukur(self.periode), prefix="unit__")
        return self.ukur.pasang(rows)


def periode_diukur(kode: str, *, per: date) -> tuple[PeriodeKinerja | None, list[PeriodeKinerja]]:
    """The period of this code; else the last one that has ended, else the last one at all."""
    semua = list(PeriodeKinerja.objects.all())
    diminta = [satu for satu in semua if satu.kode == kode]
    berakhir = [satu for satu in semua if satu.selesai < per]
    return next(iter(diminta or berakhir or semua), None), semua


def bingkai(periode: PeriodeKinerja | None, pengguna: Any, *, per: date) -> Bingkai | None:
    """None without a period, or without criteria in force on its last day."""
    utama = perangkat_utama(periode) if periode else None
    if periode is None or utama is None:
        return None
    perangkat, isi = utama
    ukur = ukuran(isi, periode, per=per)
    return Bingkai(periode, perangkat, ukur, jangkauan_ukur(pengguna, per=per))


@dataclass(frozen=True)
class Kelompok:
    """One office (or all of them): people by state, and by source how many lack it."""

    kunci: str
    nama: str
    orang: int
    lengkap: int
    rusak: int
    sumber: tuple[tuple[str, int], ...]  # (source, people without a usable value)

    @property
    def kurang(self) -> int:
        """People to whom something is missing."""
        return self.orang - self.lengkap - self.rusak

    @property
    def persen(self) -> int | None:
        """Complete, in percent, rounded down: 100 only when nobody is left."""
        return self.lengkap * 100 // self.orang if self.orang else None


@dataclass(frozen=True)
class Kelengkapan:
    """The answer: the sum, then its groups, the most to do first."""

    jumlah: Kelompok
    kelompok: tuple[Kelompok, ...]
    opd: UnitKerja | None
    run: Penilaian | None


def kelengkapan(b: Bingkai, *, opd: int | None = None) -> Kelengkapan:
    """Offices, or the units of one: one question over people, grouped by the database."""
    kolom = ("unit__opd_id", "unit__opd__nama") if opd is None else ("unit_id", "unit__nama")
    rows = b.orang() if opd is None else b.orang().filter(unit__opd=opd)
    semua = _kelompok(b, rows, *kolom)
    satu = UnitKerja.objects.filter(pk=opd).first() if opd is not None else None
    urut = sorted(semua, key=lambda k: (-(k.kurang + k.rusak), k.nama))
    return Kelengkapan(_jumlah(semua), tuple(urut), satu, terakhir(b.periode))


def ringkas(b: Bingkai) -> Kelompok:
    """The sum alone."""
    return hitung_orang(b, b.orang())


def hitung_orang(b: Bingkai, rows: QuerySet[Pegawai]) -> Kelompok:
    """These people by state, in one question. Grouped by office and summed here: one sum over
    everybody would make the database look each source up outside the row it belongs to."""
    return _jumlah(_kelompok(b, b.ukur.pasang(rows), "unit__opd_id", "unit__opd__nama"))


def _kelompok(b: Bingkai, rows: QuerySet[Pegawai], kunci: str, nama: str) -> list[Kelompok]:
    hitung: dict[str, Any] = {
        "orang": Count("pk"),
        "lengkap": Count("pk", filter=b.ukur.lengkap),
        "rusak": Count("pk", filter=b.ukur.rusak),
    }
    for s in b.ukur.sumber:
        hitung[f"tanpa_{s.kunci}"] = Count("pk", filter=~s.ada)
    hasil = rows.order_by().values(kunci, nama).annotate(**hitung)
    return [
        _satu(str(r[kunci] or TANPA), r[nama] or "Belum punya unit", r, b.ukur.sumber)
        for r in hasil
    ]


def _satu(kunci: str, nama: str, r: dict[str, Any], sumber: Iterable[Sumber]) -> Kelompok:
    tanpa = tuple((s.kunci, r[f"tanpa_{s.kunci}"]) for s in sumber)
    return Kelompok(kunci, nama, r["orang"], r["lengkap"], r["rusak"], tanpa)


def _jumlah(semua: list[Kelompok]) -> Kelompok:
    tanpa: dict[str, int] = {}
    for satu in semua:
        for kunci, n in satu.sumber:
            tanpa[kunci] = tanpa.get(kunci, 0) + n
    return Kelompok(
        "", "Jumlah", sum(k.orang for k in semua), sum(k.lengkap for k in semua),
        sum(k.rusak for k in semua), tuple(tanpa.items()),
    )  # fmt: skip


# --- the work list -------------------------------------------------------------------------------
@dataclass(frozen=True)
class Pekerjaan:
    """One thing to do for one person: which source, what is the matter, who does it."""

    sumber: Sumber
    rusak: bool

    @property
    def bunyi(self) -> str:
        """The matter in words."""
        nama = self.sumber.nama
        return f"{nama}: tidak dapat dipakai" if self.rusak else f"{nama}: belum ada"

    @property
    def oleh(self) -> str:
        """Who must fill or mend it."""
        return siapa(self.sumber.sumber, rusak=self.rusak)


@dataclass(frozen=True)
class SaringanKerja:
    """The filters of the address; empty ones filter nothing."""

    opd: str = ""
    unit: int | None = None
    sumber: str = ""
    cari: str = ""


def daftar_kerja(b: Bingkai, s: SaringanKerja) -> QuerySet[Pegawai]:
    """People without a score today, and (with a source named) those who lack that source."""
    rows = b.orang()
    pilihan = next((satu for satu in b.ukur.sumber if satu.kunci == s.sumber), None)
    rows = rows.filter(~b.ukur.lengkap) if pilihan is None else rows.filter(~pilihan.ada)
    if s.opd == TANPA:
        rows = rows.filter(unit__isnull=True)
    elif s.opd.isdecimal():
        rows = rows.filter(unit__opd=int(s.opd))
    if s.unit is not None:
        rows = rows.filter(unit=s.unit)
    if s.cari:
        kata = s.cari.replace(" ", "") if s.cari.replace(" ", "").isdecimal() else ""
        rows = rows.filter(nip__startswith=kata) if kata else rows.filter(nama__icontains=s.cari)
    # What each of them lacks is asked of the rows shown only (`pekerjaan`).
    return (
        rows.annotate(urut_unit=Coalesce("unit__kiri", Value(0)))
        .select_related("unit__opd", "jabatan")
        .only("nip", "nama", "gelar_depan", "gelar_belakang", "unit__nama", "unit__kiri",
              "unit__opd__nama", "jabatan__nama")
        .order_by("urut_unit", "nama", "pk")
    )  # fmt: skip


def _ya(syarat: Any) -> Case:
    return Case(When(syarat, then=Value(True)), default=Value(False), output_field=BooleanField())


def pekerjaan(b: Bingkai, orang: Iterable[Any]) -> None:
    """Give each of these people his list, required sources first; one question per packet."""
    urut = sorted(b.ukur.sumber, key=lambda s: (not s.wajib, -s.bobot))
    tanda = {f"ada_{s.kunci}": _ya(s.ada) for s in urut}
    tanda |= {f"rusak_{s.kunci}": _ya(s.rusak) for s in urut if s.rusak is not None}
    semua = list(orang)
    for awal in range(0, len(semua), _LANGKAH):
        paket = semua[awal : awal + _LANGKAH]
        rows = Pegawai.objects.filter(pk__in=[satu.pk for satu in paket]).order_by()
        isi = {r["pk"]: r for r in rows.annotate(**tanda).values("pk", *tanda)}
        for satu in paket:
            ada = isi[satu.pk]
            satu.pekerjaan = [
                Pekerjaan(s, bool(ada.get(f"rusak_{s.kunci}")))
                for s in urut
                if not ada[f"ada_{s.kunci}"]
            ]

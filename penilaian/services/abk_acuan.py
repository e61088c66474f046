"""What the register knows when a file of task rows comes: units, jabatan, tasks in force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from organisasi.models import UnitKerja
from pegawai.models import Formasi, Jabatan
from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.kesenjangan import Isi
from penilaian.models import (
    Kebutuhan,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.perhitungan_susun import kursi_struktur
from penilaian.services.perhitungan import BarisUraian

Posisi = tuple[int, int]  # keys of unit and jabatan


@dataclass(frozen=True)
class Lama:
    """A task in force: its cells as they are compared, and the row a new version carries on."""

    isi: tuple[Any, ...]
    baris: BarisUraian

    @property
    def uraian(self) -> str:
        """How it is written."""
        return self.baris.tugas.uraian


@dataclass
class Acuan:
    """By key, in a fixed number of queries whatever the size of the file."""

    unit: dict[str, UnitKerja] = field(default_factory=dict)
    jabatan: dict[str, Jabatan] = field(default_factory=dict)
    tugas: dict[Posisi, dict[str, Lama]] = field(default_factory=dict)
    jke: dict[Posisi, int] = field(default_factory=dict)
    isi: dict[Posisi, int] = field(default_factory=dict)
    kursi: frozenset[int] = frozenset()  # jabatan that are boxes of the structure
    nama_unit: dict[int, UnitKerja] = field(default_factory=dict)
    nama_jabatan: dict[int, Jabatan] = field(default_factory=dict)
    terbaru: date | None = None
    formasi: dict[Posisi, int] = field(default_factory=dict)  # for drafts only, like the next
    terbuka: dict[Posisi, PerhitunganKebutuhan] = field(default_factory=dict)

    @classmethod
    def muat(cls, *, per: date) -> Acuan:
        """As the register stands now: tasks in force."""
        acuan = cls._dasar(per)
        acuan.tugas = _tugas(PerhitunganKebutuhan.objects.abk_berlaku())
        rows = Kebutuhan.objects.filter(sumber=SumberKebutuhan.ABK).values_list(
            "asal__unit", "asal__jabatan", "perhitungan__jke_menit", "per"
        )
        for unit, jabatan, jke, satu in rows:
            acuan.terbaru = max(acuan.terbaru or satu, satu)
            if jke is not None:
                acuan.jke[unit, jabatan] = jke
        return acuan

    @classmethod
    def muat_draf(cls, *, per: date) -> Acuan:
        """For drafts: the tasks on their way, else those in force; and which posts there are."""
        acuan = cls._dasar(per)
        terbuka = PerhitunganKebutuhan.objects.abk_terbuka()
        acuan.tugas = _tugas(PerhitunganKebutuhan.objects.abk_berlaku()) | _tugas(terbuka)
        acuan.formasi = {
            (unit, jabatan): pk
            for pk, unit, jabatan in Formasi.objects.order_by().values_list("pk", "unit", "jabatan")
        }
        acuan.terbuka = {
            (satu.formasi.unit_id, satu.formasi.jabatan_id): satu
            for satu in terbuka.select_related("formasi", "dibuat_oleh").order_by()
        }
        return acuan

    @classmethod
    def _dasar(cls, per: date) -> Acuan:
        aturan = ketentuan(per=per)
        acuan = cls(
            unit={u.kunci: u for u in UnitKerja.objects.all()},
            jabatan={j.kunci: j for j in Jabatan.objects.all()},
            isi=_pemangku(pw_mengisi=aturan.pw_mengisi),
        )
        acuan.kursi = frozenset(j.pk for j in acuan.jabatan.values() if kursi_struktur(j, aturan))
        acuan.nama_unit = {u.pk: u for u in acuan.unit.values()}
        acuan.nama_jabatan = {j.pk: j for j in acuan.jabatan.values()}
        return acuan

    def nama(self, posisi: Posisi) -> str:
        """As people know the post."""
        return f"{self.nama_jabatan[posisi[1]].nama} · {self.nama_unit[posisi[0]].nama}"

    def kunci(self, posisi: Posisi) -> str:
        """How lists of changes name the post."""
        return f"{self.nama_unit[posisi[0]].kunci}/{self.nama_jabatan[posisi[1]].kunci}"


def kunci_uraian(uraian: str) -> str:
    """What two spellings of one task share: case and runs of blanks do not count."""
    return " ".join(uraian.split()).casefold()


def _tugas(versi: QuerySet[PerhitunganKebutuhan]) -> dict[Posisi, dict[str, Lama]]:
    """The tasks of these versions by post."""
    rows = UraianTugas.objects.filter(perhitungan__in=versi.order_by().values("pk"))
    hasil: dict[Posisi, dict[str, Lama]] = defaultdict(dict)
    for unit, jabatan, uraian, satuan, volume, periode, norma, *lain in rows.order_by(
        "perhitungan", "urutan"
    ).values_list(
        "perhitungan__formasi__unit", "perhitungan__formasi__jabatan",
        "uraian", "satuan", "volume", "periode", "norma_menit", "catatan", "alasan", "macam",
    ):  # fmt: skip
        tugas = Tugas.isi(uraian, satuan, volume, Periode(periode), norma)
        hasil[unit, jabatan][kunci_uraian(uraian)] = Lama(
            (uraian, satuan, volume, periode, norma), BarisUraian(tugas, *lain)
        )
    return dict(hasil)


def _pemangku(*, pw_mengisi: bool) -> dict[Posisi, int]:
    rows = Formasi.objects.order_by().values_list(
        "unit", "jabatan", "isi_pns", "isi_pppk", "isi_pppk_pw"
    )
    return {
        (unit, jabatan): Isi(*isi).nominal(pw_mengisi=pw_mengisi) for unit, jabatan, *isi in rows
    }

"""The simulation of a draft: its last result, and whether the draft has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from organisasi.models import Pengguna, Proses, StatusProses
from organisasi.selectors_impor import keadaan_proses
from penilaian.kernel.kriteria import cela
from penilaian.models import PeriodeKinerja, SetKriteria
from penilaian.policies import simulasi_kriteria as policies
from penilaian.snapshots.perangkat import perangkat_dari

SIMULASI = "penilaian.simulasi_kriteria"
_PERIODE = 24  # choices


@dataclass(frozen=True)
class Baris:
    """One group of people; ``rata``: mean change in points of those scored both times."""

    nama: str
    orang: int
    naik: int
    turun: int
    tetap: int
    menjadi_lengkap: int
    menjadi_kosong: int
    tetap_kosong: int
    rata: Decimal | None

    @classmethod
    def dari(cls, isi: Mapping[str, Any]) -> Baris:
        """As the worker stored it."""
        return cls(**{**isi, "rata": None if isi["rata"] is None else Decimal(isi["rata"])})


@dataclass(frozen=True)
class Laporan:
    """The result as the page shows it. ``usang``: the draft was saved again since."""

    pada: Any
    oleh: Pengguna
    periode: str
    pembanding: str
    minimal: int
    usang: bool
    semua: Baris
    awas: list[str]
    unit: list[Baris]
    rumpun: list[Baris]
    ciri: list[tuple[str, list[Baris]]]


@dataclass(frozen=True)
class HalamanSimulasi:
    """Everything on the page."""

    satu: SetKriteria
    periode: list[PeriodeKinerja]
    terpilih: str  # the code of the last period that is over
    laporan: Laporan | None
    berjalan: dict[str, Any] | None
    gagal: Proses | None
    alasan: list[str] = field(default_factory=list)


def halaman_simulasi(satu: SetKriteria, pengguna: Pengguna, *, per: date) -> HalamanSimulasi:
    """The last result, what is being computed, and why the button is off."""
    periode = list(PeriodeKinerja.objects.filter(mulai__lte=per)[:_PERIODE])
    rows = Proses.objects.berjenis(SIMULASI).filter(parameter__set=satu.pk)
    terbaru = rows.select_related("untuk").first()
    selesai = rows.filter(status=StatusProses.SELESAI).select_related("untuk").first()
    jalan = terbaru if terbaru is not None and not terbaru.berakhir else None
    kurang = cela(perangkat_dari(satu))
    return HalamanSimulasi(
        satu=satu,
        periode=periode,
        terpilih=next((p.kode for p in periode if p.selesai < per), ""),
        laporan=_laporan(selesai, satu) if selesai else None,
        berjalan=keadaan_proses(jalan, pengguna),
        gagal=terbaru if terbaru and terbaru.status == StatusProses.GAGAL else None,
        alasan=policies.jalankan.reasons(
            satu, next(iter(periode), None), pengguna, kurang, per=per
        ),
    )


def _laporan(proses: Proses, satu: SetKriteria) -> Laporan:
    isi = proses.hasil or {}
    return Laporan(
        pada=proses.selesai_pada,
        oleh=proses.untuk,
        periode=isi["periode"],
        pembanding=isi["pembanding"],
        minimal=isi["minimal"],
        usang=proses.parameter["stempel"] != satu.stempel,
        semua=Baris.dari(isi["semua"]),
        awas=isi["awas"],
        unit=[Baris.dari(b) for b in isi["unit"]],
        rumpun=[Baris.dari(b) for b in isi["rumpun"]],
        ciri=[(nama, [Baris.dari(b) for b in baris]) for nama, baris in isi["ciri"].items()],
    )

"""One's own delivered results: which ones there are, the one on screen, until when to object.

Nothing here takes a person's key: everything starts from the file of whoever is logged in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from pegawai.models import Pegawai
from penilaian.kernel.jam_keberatan import Ketepatan, diterima, tepat_waktu
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian, SatuanHari
from penilaian.models import HasilPenilaian, KeadaanKeberatan, Keberatan, PeriodeKinerja
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.policy import OutOfReach


def hasil_saya(orang: Pegawai) -> list[HasilPenilaian]:
    """Every result delivered to this person, newest period and run first; without its lines."""
    rows = HasilPenilaian.objects.disampaikan().filter(
        pegawai=orang, penilaian__disampaikan_pada__isnull=False
    )
    return list(
        rows.select_related(
            "pegawai", "penilai", "atasan_penilai", "penilaian__periode", "penilaian__perangkat"
        )
        .defer("rincian", "penilaian__perangkat__teks")
        .order_by("-penilaian__periode__selesai", "-penilaian__periode_id", "-penilaian__nomor")
    )


def hari_sampai(hasil: HasilPenilaian) -> date:
    """The day it was delivered; before that nobody learns that it exists."""
    if hasil.disampaikan_pada is None:
        raise OutOfReach
    return hasil.disampaikan_pada


def terbaru(hasil: HasilPenilaian) -> bool:
    """Whether no later delivered run of its period speaks of the same person."""
    lebih_baru = HasilPenilaian.objects.filter(
        pegawai=hasil.pegawai_id,
        penilaian__periode=hasil.penilaian.periode_id,
        penilaian__nomor__gt=hasil.penilaian.nomor,
        penilaian__disampaikan_pada__isnull=False,
    )
    return not lebih_baru.exists()


def belum_diterima(pengguna: Any, *, per: date) -> QuerySet[HasilPenilaian]:
    """One's own results that count, neither acknowledged nor received by the passing of days."""
    otomatis = timedelta(days=tetapan_penilaian(per=per).terima_otomatis_hari)
    lebih_baru = HasilPenilaian.objects.filter(
        pegawai=OuterRef("pegawai"),
        penilaian__periode=OuterRef("penilaian__periode"),
        penilaian__nomor__gt=OuterRef("penilaian__nomor"),
        penilaian__disampaikan_pada__isnull=False,
    )
    return HasilPenilaian.objects.disampaikan().filter(
        ~Exists(lebih_baru), pegawai__pengguna=pengguna, diakui_pada=None,
        penilaian__disampaikan_pada__isnull=False, disampaikan_pada__gt=per - otomatis,
    )  # fmt: skip


@dataclass(frozen=True)
class Pilihan:
    """The result on screen among one's own."""

    hasil: HasilPenilaian
    semua: tuple[HasilPenilaian, ...]

    @property
    def seperiode(self) -> tuple[HasilPenilaian, ...]:
        """All runs of its period, the newest first."""
        periode = self.hasil.penilaian.periode_id
        return tuple(h for h in self.semua if h.penilaian.periode_id == periode)

    @property
    def berlaku(self) -> HasilPenilaian:
        """The one of its period that counts."""
        return self.seperiode[0]

    @property
    def terakhir(self) -> bool:
        """Whether it is the one that counts."""
        return self.berlaku.pk == self.hasil.pk

    @property
    def sebelumnya(self) -> HasilPenilaian | None:
        """The one it replaced."""
        nomor = self.hasil.penilaian.nomor
        return next((h for h in self.seperiode if h.penilaian.nomor < nomor), None)

    @property
    def per_periode(self) -> tuple[HasilPenilaian, ...]:
        """What counts, per period."""
        menurut: dict[int, HasilPenilaian] = {}
        for satu in self.semua:
            menurut.setdefault(satu.penilaian.periode_id, satu)
        return tuple(menurut.values())


def pilih(orang: Pegawai, periode: str = "", nomor: int | None = None) -> Pilihan | None:
    """The result of a period (the last one) and of a run (the last delivered)."""
    semua = tuple(hasil_saya(orang))
    cocok = (
        h
        for h in semua
        if periode in ("", h.penilaian.periode.kode) and nomor in (None, h.penilaian.nomor)
    )
    hasil = next(cocok, None)
    return None if hasil is None else Pilihan(hasil, semua)


def rincian_dari(*hasil: HasilPenilaian | None) -> dict[int, str]:
    """The stored lines of these results, in one query."""
    kunci = [satu.pk for satu in hasil if satu is not None]
    return dict(HasilPenilaian.objects.filter(pk__in=kunci).values_list("pk", "rincian"))


@dataclass(frozen=True)
class Jangka:
    """The clock of one result: delivered, received, last day of an objection."""

    disampaikan: date
    diterima: date
    diakui: date | None
    otomatis: date
    keberatan: Ketepatan
    hari: int
    satuan: str
    per: date

    @property
    def sisa_hari(self) -> int:
        """Days until the last one, that one included."""
        return (self.keberatan.batas - self.per).days


def jangka(
    hasil: HasilPenilaian,
    k: KetentuanPenilaian,
    libur: frozenset[date],
    *,
    per: date,
    akui: bool = False,
) -> Jangka:
    """The clock as it runs; with ``akui`` as it would run after an acknowledgement today."""
    awal = hari_sampai(hasil)
    diakui = hasil.diakui_pada or (per if akui else None)
    terima = diterima(awal, diakui, k.terima_otomatis_hari)
    tepat = tepat_waktu(per, terima, k, libur)
    otomatis = diterima(awal, None, k.terima_otomatis_hari)
    satuan = "hari kerja" if k.keberatan_satuan_hari is SatuanHari.KERJA else "hari"
    return Jangka(awal, terima, diakui, otomatis, tepat, k.keberatan_hari, satuan, per)


def keberatan_saya(pilihan: Pilihan) -> Keberatan | None:
    """The objection to any run of this period that is not withdrawn, the latest."""
    rows = Keberatan.objects.filter(hasil__in=[h.pk for h in pilihan.seperiode])
    berjalan = rows.exclude(keadaan=KeadaanKeberatan.DICABUT)
    return berjalan.order_by("-tanggal", "-pk").first()


def periode_terakhir(per: date) -> PeriodeKinerja | None:
    """The last period that has begun: what somebody without a result waits for."""
    return PeriodeKinerja.objects.filter(mulai__lte=per).order_by("-selesai", "-mulai").first()

"""What oversight looks at: cases that are announced or ended, in a period, and nothing before.

A case counts in the period of its TMT, or of its end when it ended without a decree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.kernel.jenis import Tahap
from mutasi.models import UsulanMutasi
from organisasi.models import Pengguna

S = StatusUsulan
BERAKHIR_TANPA = (S.DITOLAK, S.DIBATALKAN)
# Nobody hides a case by ending it: withdrawn, refused and revoked ones are looked at too.
TERBUKA = Q(tahap=Tahap.DIUMUMKAN) | Q(status__in=(*BERAKHIR_TANPA, S.DICABUT))


@dataclass(frozen=True)
class Masa:
    """A period, both days included."""

    dari: date
    sampai: date

    @classmethod
    def dari_kueri(cls, data: Mapping[str, str], *, per: date) -> Masa:
        """As the address says; what makes no sense falls back on this year up to its end."""
        dari = _hari(data.get("dari", "")) or date(per.year, 1, 1)
        sampai = _hari(data.get("sampai", "")) or max(dari, date(per.year, 12, 31))
        return cls(dari, sampai) if dari <= sampai else cls(sampai, dari)

    @property
    def saat(self) -> tuple[datetime, datetime]:
        """The first moment, and the first one after."""
        zona = timezone.get_current_timezone()
        akhir = self.sampai if self.sampai == date.max else self.sampai + timedelta(days=1)
        return (
            datetime.combine(self.dari, time.min, zona), datetime.combine(akhir, time.min, zona)
        )  # fmt: skip

    @property
    def kalimat(self) -> str:
        """As the export and the access log say it."""
        return f"{self.dari:%d-%m-%Y} sampai {self.sampai:%d-%m-%Y}"


def _hari(teks: str) -> date | None:
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        return None
    # Years that no office knows would not survive a time zone.
    return hari if 1900 < hari.year < 9000 else None


def terbuka(pengguna: Pengguna, *, per: date) -> QuerySet[UsulanMutasi]:
    """Every case oversight may look into, of any time."""
    return UsulanMutasi.objects.for_user(pengguna, per=per).filter(TERBUKA)


def kasus(pengguna: Pengguna, masa: Masa, *, per: date) -> QuerySet[UsulanMutasi]:
    """Those of the period."""
    awal, akhir = masa.saat
    tanpa_sk = Q(status__in=BERAKHIR_TANPA)
    di_masa = (~tanpa_sk & Q(tmt__gte=masa.dari, tmt__lte=masa.sampai)) | (
        tanpa_sk & Q(sejak__gte=awal, sejak__lt=akhir)
    )
    return terbuka(pengguna, per=per).filter(di_masa)


@dataclass(frozen=True)
class Baris:
    """One row of one part: the case behind it, if there is one, and its cells."""

    sel: tuple[Any, ...]
    usulan: UUID | None = None


@dataclass(frozen=True)
class Bagian:
    """One question of oversight with its rows. ``temuan``: rows that ask for a second look (the
    speed of desks is no finding)."""

    kunci: str
    judul: str
    penjelasan: str
    kepala: tuple[str, ...]
    baris: tuple[Baris, ...]
    kosong: str
    temuan: bool = True


def siapa(benda: Any) -> str:
    """Name and NIP of whom a case or a request is about, in one cell."""
    return f"{benda.pegawai.nama_lengkap} ({benda.pegawai.nip})"


def ke_mana(u: UsulanMutasi) -> str:
    """Where the case leads."""
    return f"{u.ke.jabatan.nama}, {u.ke.unit.nama}" if u.ke else u.tujuan_luar


def keadaan(u: UsulanMutasi) -> str:
    """What became of it."""
    return str(StatusUsulan(u.status).label)


def dengan_nama(rows: QuerySet[UsulanMutasi]) -> QuerySet[UsulanMutasi]:
    """Only the names a row tells."""
    return rows.select_related("pegawai", "ke__jabatan", "ke__unit", "berkas").defer(
        "pegawai__siasn", "pegawai__nik_sandi"
    )

"""Everything about one person's work on one page, for who assesses him or heads his unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pegawai.models import Pegawai
from penilaian.models import (
    AnggotaTim,
    HasilPenilaian,
    Inovasi,
    Keberatan,
    PeriodeKinerja,
    TindakLanjut,
)
from penilaian.selectors.kelengkapan import Bingkai, Pekerjaan, pekerjaan
from penilaian.selectors.menilai import peringatan
from penilaian.selectors.tindak_lanjut import tindak_lanjut_orang

_TERAKHIR = 8


BAGIAN = {"ringkas": "Nilai dan data", "kerja": "Kerja dan usul", "umpan": "Umpan balik"}


@dataclass(frozen=True)
class RingkasOrang:
    """Results and what is missing."""

    periode: PeriodeKinerja | None
    hasil: tuple[HasilPenilaian, ...]
    pekerjaan: tuple[Pekerjaan, ...]
    keberatan: Keberatan | None

    @property
    def terakhir(self) -> HasilPenilaian | None:
        """The newest result."""
        return self.hasil[0] if self.hasil else None


@dataclass(frozen=True)
class KerjaOrang:
    """Innovations, teams, what was proposed; ``awas`` the warning of PP 94/2021 to the superior."""

    inovasi: tuple[Inovasi, ...]
    tim: tuple[AnggotaTim, ...]
    tindak_lanjut: tuple[TindakLanjut, ...]
    awas: Any


def pegawai_dinilai(pk: int) -> Pegawai | None:
    """The person of the address; who may look is asked afterwards."""
    rows = Pegawai.objects.filter(pk=pk).select_related("unit__opd", "jabatan", "golongan")
    return rows.defer("siasn").first()


def ringkas_orang(pegawai: Pegawai, b: Bingkai | None) -> RingkasOrang:
    """A fixed number of questions, however long his history."""
    keberatan = Keberatan.objects.berjalan().filter(pegawai=pegawai).order_by("-pk").first()
    return RingkasOrang(
        b.periode if b else None, tuple(_hasil(pegawai)), _kurang(pegawai, b), keberatan
    )


def kerja_orang(pegawai: Pegawai, *, per: date) -> KerjaOrang:
    """Five questions."""
    awas = peringatan([pegawai.pk], per=per).get(pegawai.pk)
    inovasi = Inovasi.objects.filter(pegawai=pegawai).select_related("periode")
    tim = AnggotaTim.objects.filter(pegawai=pegawai).select_related("tim").order_by("-mulai")
    return KerjaOrang(
        tuple(inovasi[:_TERAKHIR]), tuple(tim[:_TERAKHIR]), tuple(tindak_lanjut_orang(pegawai)),
        awas.pita if awas else None,
    )  # fmt: skip


def _hasil(pegawai: Pegawai) -> list[HasilPenilaian]:
    """The last run of each period, delivered or not, the newest first."""
    rows = HasilPenilaian.objects.filter(pegawai=pegawai).select_related("penilaian__periode")
    urut = rows.defer("rincian").order_by("-penilaian__periode__selesai", "-penilaian__nomor")
    menurut: dict[int, HasilPenilaian] = {}
    for satu in urut[: 4 * _TERAKHIR]:
        menurut.setdefault(satu.penilaian.periode_id, satu)
    return list(menurut.values())[:_TERAKHIR]


def _kurang(pegawai: Pegawai, b: Bingkai | None) -> tuple[Pekerjaan, ...]:
    if b is None:
        return ()
    satu: Any = pegawai
    pekerjaan(b, [satu])
    return tuple(satu.pekerjaan)

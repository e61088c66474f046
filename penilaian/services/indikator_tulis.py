"""How measured values are written: the old row is closed, the next one added, one trace a person.

Shared by the form and the imports; the caller holds the row of the period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.ukuran import Nilai
from penilaian.models import Bukti, Indikator, NilaiIndikator, PeriodeKinerja
from penilaian.selectors.nilai_tercatat import Tersimpan
from penilaian.tindakan_nilai import INDIKATOR_DICATAT
from toolkit.massal import perbarui, sisipkan

_KOLOM = (
    "pegawai", "periode", "indikator", "nilai", "kata", "sumber", "bukti", "dicatat_pada",
    "dicatat_oleh", "digantikan_pada", "digantikan_oleh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ganti:
    """One value to be: the new one (None: withdrawn) and the row it replaces."""

    pegawai: int
    indikator: str
    nilai: Nilai | None
    lama: Tersimpan | None


@dataclass(frozen=True)
class Pencatatan:
    """What all rows of one act share."""

    periode: PeriodeKinerja
    sumber: str
    oleh: Pengguna
    bukti: Bukti | None = None
    alasan: str = ""


def tulis_nilai(ganti: Sequence[Ganti], catatan: Pencatatan, *, nama: Mapping[int, str]) -> None:
    """Write them all; ``nama`` says what the trail calls each person."""
    kini, oleh = timezone.now(), catatan.oleh.pk
    tutup = [(g.lama.pk, kini, oleh) for g in ganti if g.lama is not None]
    perbarui(NilaiIndikator, ("digantikan_pada", "digantikan_oleh"), tutup)
    bukti = catatan.bukti.pk if catatan.bukti else None
    sisipkan(
        NilaiIndikator,
        _KOLOM,
        (
            (g.pegawai, catatan.periode.pk, g.indikator, *_isi(g.nilai), catatan.sumber, bukti,
             kini, oleh, None, None)
            for g in ganti
            if g.nilai is not None
        ),
    )  # fmt: skip
    catat_banyak(
        INDIKATOR_DICATAT, _jejak(ganti, catatan.periode, nama),
        oleh=catatan.oleh, alasan=catatan.alasan,
    )  # fmt: skip


def _isi(nilai: Nilai) -> tuple[Decimal | None, str]:
    return (nilai, "") if isinstance(nilai, Decimal) else (None, nilai)


def _jejak(
    ganti: Sequence[Ganti], periode: PeriodeKinerja, nama: Mapping[int, str]
) -> Iterator[tuple[Objek, dict[str, Any], dict[str, Any]]]:
    """One trace per person: what his values were and what they are."""
    label, sebutan = Pegawai._meta.label_lower, {i.value: i.label for i in Indikator}
    per_orang: dict[int, list[Ganti]] = defaultdict(list)
    for satu in ganti:
        per_orang[satu.pegawai].append(satu)
    for orang, semua in per_orang.items():
        yield (
            Objek(label, str(orang), f"{periode.nama} {nama.get(orang, '')}".strip()),
            {sebutan[g.indikator]: _teks(g.lama.nilai) for g in semua if g.lama is not None},
            {sebutan[g.indikator]: _teks(g.nilai) for g in semua},
        )


def _teks(nilai: Nilai | None) -> str | None:
    return teks_angka(nilai) if isinstance(nilai, Decimal) else nilai

"""The dictionary, the jabatan with their standards, and one jabatan with its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from pegawai.models import Jabatan, Pegawai
from penilaian.kernel.kompetensi import NAMA_LEVEL, level_biasa
from penilaian.models import Kompetensi, StandarKompetensi
from penilaian.selectors.kompetensi_lingkup import serumpun
from penilaian.selectors.kompetensi_standar import (
    BERLEVEL_BIASA,
    biasa_sql,
    jabatan_kernel,
)
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat

KEADAAN = (
    ("", "Semua"),
    ("sendiri", "Standar ditetapkan"),
    ("biasa", "Standar biasa menurut jenjang"),
    ("belum", "Belum ada standar"),
)
_SARING = {
    "sendiri": Q(k_sendiri__gt=0),
    "biasa": Q(k_sendiri=0, k_biasa__isnull=False),
    "belum": Q(k_sendiri=0, k_biasa__isnull=True),
}


def kamus(*, q: str = "", jenis: str = "") -> list[tuple[Kompetensi, list[tuple[int, str, str]]]]:
    """Entries with (level, its name, its sentence); those out of use at the end."""
    rows = Kompetensi.objects.filter(memuat(q, "kode", "nama", "uraian"))
    if jenis:
        rows = rows.filter(jenis=jenis)
    return [(satu, tingkat(satu)) for satu in rows.order_by("-aktif", "jenis", "kode")]


def tingkat(satu: Kompetensi) -> list[tuple[int, str, str]]:
    """The levels of one entry in words."""
    kalimat = [*satu.tingkat, *[""] * len(NAMA_LEVEL)]
    return [(n, nama, kalimat[n - 1]) for n, nama in enumerate(NAMA_LEVEL, 1)]


def daftar_jabatan(*, per: date, q: str = "", rumpun: str = "", keadaan: str = "") -> QuerySet[Any]:
    """Jabatan that somebody holds or that have a standard: by family, then by name.

    Names that were matched to another are left out: they ask what that one asks.
    """
    sendiri = StandarKompetensi.objects.berlaku(per).filter(jabatan=OuterRef("pk")).order_by()
    banyak = sendiri.values("jabatan").annotate(n=Count("pk")).values("n")
    orang = Pegawai.objects.tercatat().order_by().filter(jabatan=OuterRef("pk"))
    rows: Any = Jabatan.objects.filter(padanan__isnull=True).annotate(
        k_sendiri=Coalesce(Subquery(banyak, output_field=IntegerField()), Value(0)),
        jab_jenis=F("jenis"), jab_eselon=F("eselon_id"), jab_rumpun=F("rumpun"),
        k_dipangku=Exists(orang),
    )  # fmt: skip
    rows = rows.annotate(k_biasa=biasa_sql(tetapan_penilaian(per=per)))
    rows = rows.filter(Q(k_dipangku=True) | Q(k_sendiri__gt=0))
    rows = rows.filter(memuat(q, "nama", "rumpun")).filter(_SARING.get(keadaan, Q()))
    if rumpun:
        rows = rows.filter(serumpun(rumpun))
    return rows.order_by("jenis", "rumpun", "nama", "pk")


@dataclass(frozen=True)
class ButirStandar:
    """One competence one jabatan asks today."""

    kompetensi: Kompetensi
    level: int
    biasa: bool
    baris: StandarKompetensi | None

    @property
    def nama_level(self) -> str:
        """The regulation's word for the level."""
        return NAMA_LEVEL[self.level - 1]


@dataclass(frozen=True)
class StandarJabatan:
    """One jabatan: what it asks today, and every row there ever was."""

    jabatan: Jabatan
    butir: Sequence[ButirStandar]
    riwayat: Sequence[StandarKompetensi]
    biasa: int | None
    dasar_biasa: str

    @property
    def nama_biasa(self) -> str:
        """The word for the usual level."""
        return NAMA_LEVEL[self.biasa - 1] if self.biasa else ""


def standar_jabatan(pk: int, *, per: date) -> StandarJabatan | None:
    """In four queries; None for a jabatan that does not exist."""
    jabatan = Jabatan.objects.select_related("padanan").filter(pk=pk).first()
    if jabatan is None:
        return None
    k = tetapan_penilaian(per=per)
    rows = StandarKompetensi.objects.filter(jabatan=jabatan).select_related("kompetensi")
    riwayat = list(rows.order_by("-mulai", "kompetensi__kode"))
    kini = {
        satu.kompetensi_id: satu
        for satu in riwayat
        if satu.mulai <= per and (satu.selesai is None or satu.selesai >= per)
    }
    biasa = level_biasa(jabatan_kernel(jabatan), k)
    butir = []
    for satu in Kompetensi.objects.filter(aktif=True).order_by("kode"):
        ada = kini.get(satu.pk)
        if ada is not None:
            butir.append(ButirStandar(satu, ada.level, biasa=False, baris=ada))
        elif biasa is not None and satu.jenis in BERLEVEL_BIASA:
            butir.append(ButirStandar(satu, biasa, biasa=True, baris=None))
    return StandarJabatan(jabatan, butir, riwayat, biasa, k.dasar["level_standar"])

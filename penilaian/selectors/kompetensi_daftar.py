"""The people behind the numbers of competences and education."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from penilaian.kernel.kompetensi import MasaAsesmen, masa_asesmen
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import Kompetensi, ProfilKompetensi
from penilaian.selectors.kompetensi_lingkup import Lingkup
from penilaian.selectors.kompetensi_standar import berlaku_pada, butuh
from penilaian.selectors.tetapan import tetapan_penilaian

KEADAAN = (
    ("", "Semua"),
    ("memenuhi", "Memenuhi"),
    ("kurang", "Di bawah standar"),
    ("lewat", "Asesmen lewat masa"),
    ("belum", "Belum dinilai"),
)
# Without a competence: whether anything was assessed at all.
KEADAAN_ORANG = (
    ("", "Semua"),
    ("dinilai", "Pernah dinilai dan berlaku"),
    ("belum", "Belum dinilai"),
)


@dataclass(frozen=True)
class SaringanOrang:
    """What the list is narrowed to, besides the scope; a diploma only with its post."""

    kompetensi: Kompetensi | None = None
    level: int | None = None
    keadaan: str = ""
    jabatan: int | None = None
    tingkat: str = ""
    pendidikan: int | None = None
    tanpa_pendidikan: bool = False


@dataclass(frozen=True)
class BarisOrang:
    """One person of the page: what his post asks and what he reached, if a competence is named."""

    orang: Any
    butuh: int | None
    punya: int | None
    masa: MasaAsesmen | None


def daftar_orang(lingkup: Lingkup, s: SaringanOrang) -> QuerySet[Any]:
    """People in scope, by name; each with ``k_butuh`` and ``k_punya`` of the competence named."""
    k = tetapan_penilaian(per=lingkup.per)
    rows: Any = lingkup.orang().select_related("jabatan", "unit__opd")
    if s.kompetensi is not None:
        rows = _menurut_kompetensi(rows, s, s.kompetensi, k, lingkup)
    elif s.keadaan in {"dinilai", "belum"}:
        berlaku = ProfilKompetensi.objects.order_by().filter(
            berlaku_pada(k, lingkup.per), pegawai=OuterRef("pk"), mulai__lte=lingkup.per
        )
        rows = rows.filter(Exists(berlaku) if s.keadaan == "dinilai" else ~Exists(berlaku))
    if s.jabatan is not None:
        rows = _berijazah(rows.filter(jab=s.jabatan), s)
    return rows.order_by("nama", "pk")


def _berijazah(rows: Any, s: SaringanOrang) -> Any:
    """Those with the diploma of a pair of post and diploma."""
    if s.tingkat:
        tercatat = Q(tingkat_pendidikan__kode=s.tingkat)
        lain = Q(tingkat_pendidikan=None, pendidikan__tingkat__kode=s.tingkat)
        rows = rows.filter(tercatat | lain)
    if s.tanpa_pendidikan:
        return rows.filter(pendidikan__isnull=True)
    return rows.filter(pendidikan=s.pendidikan) if s.pendidikan is not None else rows


def _menurut_kompetensi(
    rows: Any, s: SaringanOrang, kompetensi: Kompetensi, k: KetentuanPenilaian, lingkup: Lingkup
) -> Any:
    per = lingkup.per
    terakhir = ProfilKompetensi.objects.filter(
        pegawai=OuterRef("pk"), kompetensi=kompetensi, mulai__lte=per
    ).order_by("-mulai")
    rows = rows.annotate(
        k_butuh=butuh(kompetensi, k=k, per=per),
        k_punya=Subquery(terakhir.values("level")[:1]),
        mulai=Subquery(terakhir.values("mulai")[:1]),
        selesai=Subquery(terakhir.values("selesai")[:1]),
    ).filter(k_butuh__isnull=False)
    if s.level is not None:
        rows = rows.filter(k_butuh=s.level)
    berlaku = berlaku_pada(k, per)
    if s.keadaan == "memenuhi":
        return rows.filter(berlaku, k_punya__gte=F("k_butuh"))
    if s.keadaan == "kurang":
        return rows.filter(berlaku, k_punya__lt=F("k_butuh"))
    if s.keadaan == "lewat":
        return rows.filter(~berlaku, k_punya__isnull=False)
    return rows.filter(k_punya__isnull=True) if s.keadaan == "belum" else rows


def tampilkan(rows: Any, s: SaringanOrang, lingkup: Lingkup) -> list[BarisOrang]:
    """The people of one page with the age of their assessments."""
    if s.kompetensi is None:
        return [BarisOrang(satu, None, None, None) for satu in rows]
    k = tetapan_penilaian(per=lingkup.per)
    return [
        BarisOrang(
            satu, satu.k_butuh, satu.k_punya,
            masa_asesmen(satu.mulai, lingkup.per, k, satu.selesai) if satu.mulai else None,
        )
        for satu in rows
    ]  # fmt: skip

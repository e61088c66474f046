"""Contradictions of the sources and the spread of predicates: shown, never resolved here.

Who signed a predicate mends it, in e-Kinerja; the next import brings the mended one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from organisasi.selectors import cacah
from pegawai.models import RiwayatKinerja
from penilaian.kernel.kinerja import (
    HasilDistribusi,
    Predikat,
    bertentangan,
    periksa_distribusi,
)
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import Indikator, NilaiIndikator, PeriodeKinerja
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat
from toolkit.pages import BATAS_HITUNG

MATRIKS, PERIODIK = "matriks", "periodik"
MACAM = {
    MATRIKS: "Predikat tidak cocok dengan ratingnya",
    PERIODIK: "Predikat tahunan tidak cocok dengan predikat periodik",
}
_BAIK_KE_BURUK = tuple(Predikat)


def _mutu(kolom: str) -> Case:
    """A predicate as a number: the better the higher."""
    return Case(
        *(When(**{kolom: p}, then=Value(n)) for n, p in enumerate(reversed(_BAIK_KE_BURUK))),
        output_field=IntegerField(),
    )


def predikat_setahun(pengguna: Any, tahun: int, *, per: date) -> QuerySet[RiwayatKinerja]:
    """Yearly predicates of the people whose results one sees, who are still in service."""
    rows = RiwayatKinerja.objects.filter(tahun=tahun, pegawai__berhenti__isnull=True)
    return Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).saring(
        rows, prefix="pegawai__unit__"
    )


@dataclass(frozen=True)
class _Periodik:
    """Periods of a year that carry predicates: the year itself, and shorter ones."""

    nama: Mapping[int, str]
    tahunan: tuple[int, ...]
    pendek: tuple[int, ...]

    @classmethod
    def muat(cls, tahun: int) -> _Periodik:
        rows = PeriodeKinerja.objects.filter(
            mulai__gte=date(tahun, 1, 1), selesai__lte=date(tahun, 12, 31)
        ).order_by("mulai", "-selesai")
        semua = list(rows)
        return cls(
            {p.pk: p.nama for p in semua}, tuple(p.pk for p in semua if p.tahunan),
            tuple(p.pk for p in semua if not p.tahunan),
        )  # fmt: skip

    def nilai(self, periode: Sequence[int]) -> QuerySet[NilaiIndikator]:
        return NilaiIndikator.objects.berlaku().filter(
            pegawai=OuterRef("pegawai"), periode__in=periode, indikator=Indikator.PREDIKAT
        )

    def syarat(self) -> Q:
        """The yearly word is another one, or lies outside all the shorter ones."""
        lain = self.nilai(self.tahunan).exclude(kata=OuterRef("predikat"))
        pendek = self.nilai(self.pendek).annotate(mutu=_mutu("kata"))
        tinggi = ~Exists(pendek.filter(mutu__gte=OuterRef("mutu")))
        rendah = ~Exists(pendek.filter(mutu__lte=OuterRef("mutu")))
        return Q(Exists(lain)) | (Q(Exists(pendek)) & (Q(tinggi) | Q(rendah)))


def bertentangan_periodik(rows: QuerySet[RiwayatKinerja], tahun: int) -> QuerySet[RiwayatKinerja]:
    """Those whose yearly predicate no periodic one explains."""
    periodik = _Periodik.muat(tahun)
    if not periodik.nama:
        return rows.none()
    return rows.annotate(mutu=_mutu("predikat")).filter(periodik.syarat())


@dataclass(frozen=True)
class BarisPertentangan:
    """One person with what is printed and every sentence against it."""

    kinerja: RiwayatKinerja
    kalimat: tuple[str, ...]


def daftar_predikat(
    pengguna: Any, tahun: int, saring: Mapping[str, Any], *, per: date
) -> QuerySet[RiwayatKinerja]:
    """The rows behind every number: by kind of contradiction, unit, predicate, name."""
    rows = predikat_setahun(pengguna, tahun, per=per)
    if saring.get("macam") == MATRIKS:
        rows = rows.filter(bertentangan=True)
    elif saring.get("macam") == PERIODIK:
        rows = bertentangan_periodik(rows, tahun)
    if saring.get("opd"):
        rows = rows.filter(pegawai__unit__opd=saring["opd"])
    if saring.get("predikat"):
        rows = rows.filter(predikat=saring["predikat"])
    if saring.get("q"):
        rows = rows.filter(memuat(saring["q"], "pegawai__nama", "pegawai__nip"))
    rows = rows.select_related("pegawai__unit__opd", "pegawai__jabatan")
    return rows.order_by("pegawai__nama", "pegawai_id")


def sebutkan(semua: Sequence[RiwayatKinerja], tahun: int, *, per: date) -> list[BarisPertentangan]:
    """The page's rows with their sentences; two questions for any page."""
    k = tetapan_penilaian(per=min(per, date(tahun, 12, 31)))
    periodik = _Periodik.muat(tahun)
    kata: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = NilaiIndikator.objects.berlaku().filter(
        pegawai__in=[satu.pegawai_id for satu in semua],
        periode__in=list(periodik.nama), indikator=Indikator.PREDIKAT,
    )  # fmt: skip
    for orang, periode, predikat in rows.values_list("pegawai_id", "periode_id", "kata"):
        kata[orang].append((periode, predikat))
    return [BarisPertentangan(s, _kalimat(s, periodik, kata[s.pegawai_id], k)) for s in semua]


def _kalimat(
    satu: RiwayatKinerja, periodik: _Periodik, kata: list[tuple[int, str]], k: KetentuanPenilaian
) -> tuple[str, ...]:
    hasil = [bertentangan(satu.hasil, satu.perilaku, satu.predikat, k) or ""]
    mutu = {p.value: n for n, p in enumerate(reversed(_BAIK_KE_BURUK))}
    pendek = [p for periode, p in kata if periode in periodik.pendek]
    beda = any(p != satu.predikat for periode, p in kata if periode in periodik.tahunan)
    luar = bool(pendek) and not (
        min(map(mutu.__getitem__, pendek))
        <= mutu[satu.predikat]
        <= max(map(mutu.__getitem__, pendek))
    )
    if beda or luar:
        urut = sorted(kata, key=lambda isi: list(periodik.nama).index(isi[0]))
        rinci = ", ".join(f"{periodik.nama[periode]} {p.title()}" for periode, p in urut)
        hasil.append(f"Tahunan {satu.predikat.title()}, sedangkan menurut periode: {rinci}.")
    return tuple(kalimat for kalimat in hasil if kalimat)


# --- the spread over units -----------------------------------------------------------------------
@dataclass(frozen=True)
class SebaranUnit:
    """Predicates of one OPD against the pattern supposed for it."""

    pk: int
    nama: str
    banyak: tuple[tuple[str, int], ...]  # predicate, persons: from the best
    hasil: HasilDistribusi


@dataclass(frozen=True)
class RingkasanPertentangan:
    """The numbers of the page; counts of contradictions are capped."""

    tahun: int
    jumlah: int
    macam: tuple[tuple[str, str, int], ...]
    sebaran: list[SebaranUnit]

    @property
    def menyimpang(self) -> int:
        """Units outside the pattern."""
        return sum(satu.hasil.lolos is False for satu in self.sebaran)


def ringkasan(pengguna: Any, tahun: int, andai: str, *, per: date) -> RingkasanPertentangan:
    """Contradictions counted, and every OPD against the pattern of ``andai``."""
    rows = predikat_setahun(pengguna, tahun, per=per)
    dua = [rows.filter(bertentangan=True), bertentangan_periodik(rows, tahun)]
    jumlah = cacah(pengguna, dua, batas=BATAS_HITUNG)
    sebaran = _sebaran(rows, andai, tetapan_penilaian(per=min(per, date(tahun, 12, 31))))
    return RingkasanPertentangan(
        tahun, sum(satu.hasil.jumlah for satu in sebaran),
        tuple(zip(MACAM, MACAM.values(), jumlah, strict=True)), sebaran,
    )  # fmt: skip


def _sebaran(
    rows: QuerySet[RiwayatKinerja], andai: str, k: KetentuanPenilaian
) -> list[SebaranUnit]:
    """Two questions for all units: those outside the pattern first, then by name."""
    hitung: dict[int, Counter[str]] = defaultdict(Counter)
    per_opd = rows.filter(pegawai__unit__opd__isnull=False).order_by()
    kelompok = per_opd.values_list("pegawai__unit__opd", "predikat").annotate(n=Count("pk"))
    for opd, predikat, n in kelompok:
        hitung[opd][predikat] = n
    nama = dict(UnitKerja.objects.filter(pk__in=list(hitung)).values_list("pk", "nama"))
    hasil = [
        SebaranUnit(
            pk, nama[pk], tuple((p.value, isi[p.value]) for p in _BAIK_KE_BURUK),
            periksa_distribusi(andai, isi, k),
        )
        for pk, isi in hitung.items()
    ]  # fmt: skip
    return sorted(hasil, key=lambda s: (s.hasil.lolos is not False, s.nama))

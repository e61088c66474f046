"""Results of teams in a period and what each member gets: the one place that gathers the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.hasil_tim import (
    TANPA_TIM,
    HasilAnggotaTim,
    HasilTim,
    Keanggotaan,
    Sasaran,
    hari_bersama,
    hasil_anggota,
)
from penilaian.kernel.hasil_tim import (
    hasil_tim as hitung_tim,
)
from penilaian.kernel.skala import Arah
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import AnggotaTim, CapaianUnit, PeranTim, PeriodeKinerja, TargetTim
from penilaian.selectors.tetapan import tetapan_penilaian

_PAKET = 500  # so many people are asked for by name; of more, everybody is read


@dataclass(frozen=True)
class HasilAnggota:
    """What the teams add for one person: percent or the reason why not, and where it comes from.

    ``rincian``: per membership ``tim`` (pk), ``nama``, ``persen`` and ``porsi`` as text (percent
    None while the team is not complete), ``ketua``, ``hari`` of membership inside the period.
    """

    persen: Decimal | None
    alasan: str
    rincian: tuple[Mapping[str, Any], ...]
    hitungan: HasilAnggotaTim

    @property
    def bunyi(self) -> str:
        """How it came, made when it is read; empty while it is not complete."""
        return self.hitungan.bunyi


BUKAN_ANGGOTA = HasilAnggota(None, TANPA_TIM, (), HasilAnggotaTim(None, TANPA_TIM))


class _Baris(NamedTuple):
    """A membership as the database holds it."""

    pegawai: int
    tim: int
    nama: str
    porsi: Decimal
    ketua: bool
    hari: int


def hasil_tim(
    periode: PeriodeKinerja,
    pegawai_ids: Collection[int] | None,
    *,
    per: date,
    aturan: KetentuanPenilaian | None = None,
) -> dict[int, HasilAnggota]:
    """Per person; None asks for every member of any team. Three queries, however many people.

    ``per`` is the day whose constants count (``aturan``, where they were read already). Whoever was
    in no team answers `BUKAN_ANGGOTA`; asked for everybody, he is absent.
    """
    aturan = aturan or tetapan_penilaian(per=per)
    anggota: dict[int, list[_Baris]] = defaultdict(list)
    for satu in _keanggotaan(periode, pegawai_ids):
        anggota[satu.pegawai].append(satu)
    tim = hasil_per_tim(
        periode, {b.tim for rows in anggota.values() for b in rows}, aturan.tim_batas_capaian
    )
    hasil = dict.fromkeys(pegawai_ids or (), BUKAN_ANGGOTA)
    for pk, rows in anggota.items():
        hasil[pk] = _anggota(rows, tim, aturan.tim_pengali_ketua)
    return hasil


def _keanggotaan(periode: PeriodeKinerja, pegawai_ids: Collection[int] | None) -> Iterator[_Baris]:
    """Memberships that share at least one day with the period, in a fixed order."""
    rows = AnggotaTim.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=periode.mulai),
        Q(tim__selesai__isnull=True) | Q(tim__selesai__gte=periode.mulai),
        mulai__lte=periode.selesai,
        tim__mulai__lte=periode.selesai,
    ).order_by("pegawai_id", "tim_id", "mulai", "pk")
    saring = None if pegawai_ids is None else frozenset(pegawai_ids)
    if saring is not None and len(saring) <= _PAKET:
        rows = rows.filter(pegawai__in=saring)
    kolom = ("pegawai_id", "tim_id", "tim__nama", "porsi", "peran", "mulai", "selesai",
             "tim__mulai", "tim__selesai")  # fmt: skip
    for pk, tim, nama, porsi, peran, mulai, selesai, awal, akhir in rows.values_list(*kolom):
        masa = (mulai, selesai), (awal, akhir), (periode.mulai, periode.selesai)
        hari = hari_bersama(*masa)
        if hari and (saring is None or pk in saring):
            yield _Baris(pk, tim, nama, porsi, peran == PeranTim.KETUA, hari)


def _anggota(
    rows: list[_Baris], tim: Mapping[int, HasilTim], pengali_ketua: Decimal
) -> HasilAnggota:
    masuk = [Keanggotaan(b.nama, b.porsi, b.ketua, b.hari, tim[b.tim]) for b in rows]
    hasil = hasil_anggota(masuk, pengali_ketua)
    rincian = tuple(_acuan(b, tim[b.tim]) for b in rows)
    return HasilAnggota(hasil.persen, hasil.alasan, rincian, hasil)


def _acuan(satu: _Baris, hasil: HasilTim) -> dict[str, Any]:
    return {
        "tim": satu.tim,
        "nama": satu.nama,
        "persen": None if hasil.persen is None else teks_angka(hasil.persen),
        "porsi": teks_angka(satu.porsi),
        "ketua": satu.ketua,
        "hari": satu.hari,
    }


def hasil_per_tim(
    periode: PeriodeKinerja, tim: Collection[int], batas: Decimal
) -> dict[int, HasilTim]:
    """The result of each of these teams; one without targets is not complete. One query."""
    sasaran: dict[int, list[Sasaran]] = defaultdict(list)
    rows = dengan_capaian(TargetTim.objects.filter(periode=periode))
    if len(tim) <= _PAKET:
        rows = rows.filter(tim__in=tim)
    for satu in rows.order_by("tim_id", "urutan"):
        sasaran[satu.tim_id].append(sasaran_dari(satu))
    return {pk: hitung_tim(sasaran[pk], batas) for pk in tim}


def dengan_capaian(rows: QuerySet[TargetTim]) -> QuerySet[Any]:
    """With the numbers of the unit's indicator in the same period, where a target takes them."""
    capaian = CapaianUnit.objects.filter(
        indikator=OuterRef("indikator_unit"), periode=OuterRef("periode")
    )
    return rows.annotate(
        target_unit=Subquery(capaian.values("target")[:1]),
        nilai_unit=Subquery(capaian.values("nilai")[:1]),
        arah_unit=F("indikator_unit__arah"),
    )


def sasaran_dari(satu: Any) -> Sasaran:
    """A row of `dengan_capaian` as the kernel reads it: the unit's numbers go before its own."""
    if satu.indikator_unit_id is None:
        arah, target, realisasi = satu.arah, satu.target, satu.realisasi
    else:
        arah, target, realisasi = satu.arah_unit, satu.target_unit, satu.nilai_unit
    return Sasaran(satu.uraian, satu.satuan, Arah(arah), satu.bobot, target, realisasi)

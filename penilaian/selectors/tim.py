"""Answers about teams: the list, one team in one period, and what a person's own teams add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.models import Pegawai
from pegawai.selectors.daftar import daftar as daftar_pegawai
from pegawai.selectors.saringan import Saringan
from penilaian.kernel.hasil_tim import BarisTim, HasilTim, hari_bersama
from penilaian.kernel.hasil_tim import hasil_tim as hitung_tim
from penilaian.models import AnggotaTim, IndikatorUnit, PeriodeKinerja, TargetTim, TimKerja
from penilaian.policies.indikator_unit import jangkauan_lihat
from penilaian.selectors.hasil_tim import (
    HasilAnggota,
    dengan_capaian,
    hasil_per_tim,
    hasil_tim,
    sasaran_dari,
)
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat

HURUF, BANYAK = 3, 12


def tim_terlihat(pengguna: Any, *, per: date) -> QuerySet[TimKerja]:
    """Teams at home where one manages teams or sees results, those one is or was a member of, and
    those that add to the result of somebody whose results one sees."""
    anggota = AnggotaTim.objects.filter(tim=OuterRef("pk"))
    menilai = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    terlihat = Q(Exists(anggota.filter(pegawai__pengguna=pengguna)))
    if not menilai.kosong:
        terlihat |= Q(Exists(menilai.saring(anggota, prefix="pegawai__unit__")))
    jangkauan = jangkauan_lihat(pengguna, per=per)
    if jangkauan.semua:
        return TimKerja.objects.all()
    for kiri, kanan in jangkauan.rentang:
        terlihat |= Q(unit__kiri__gte=kiri, unit__kiri__lte=kanan)
    return TimKerja.objects.filter(terlihat)


@dataclass(frozen=True)
class BarisDaftar:
    """A team in the list with its result in the period asked for."""

    tim: Any  # with ``orang``, the members of today
    ketua: str
    hasil: HasilTim | None


def daftar_tim(pengguna: Any, q: str, keadaan: str, *, per: date) -> QuerySet[Any]:
    """Teams this person sees; those at work first, the newest on top."""
    rows = tim_terlihat(pengguna, per=per).filter(memuat(q, "nama", "unit__nama", "dasar"))
    bekerja = Q(selesai__isnull=True) | Q(selesai__gte=per)
    if keadaan == "bekerja":
        rows = rows.filter(bekerja, mulai__lte=per)
    elif keadaan == "berakhir":
        rows = rows.filter(selesai__lt=per)
    elif keadaan == "saya":
        rows = rows.filter(Exists(_milik(pengguna)))
    kini = Q(anggota__mulai__lte=per) & (
        Q(anggota__selesai__isnull=True) | Q(anggota__selesai__gte=per)
    )
    rows = rows.select_related("unit")
    return rows.annotate(orang=Count("anggota", filter=kini)).order_by("-mulai", "nama", "pk")


def _milik(pengguna: Any) -> QuerySet[AnggotaTim]:
    return AnggotaTim.objects.filter(tim=OuterRef("pk"), pegawai__pengguna=pengguna)


def baris_daftar(
    rows: Sequence[Any], periode: PeriodeKinerja | None, *, per: date
) -> list[BarisDaftar]:
    """The rows of one page with head and result, in two queries."""
    ids = [satu.pk for satu in rows]
    ketua = AnggotaTim.objects.filter(tim__in=ids, peran="ketua", mulai__lte=per)
    ketua = ketua.filter(Q(selesai__isnull=True) | Q(selesai__gte=per)).order_by("mulai")
    nama = dict(ketua.values_list("tim", "pegawai__nama"))
    hasil: dict[int, HasilTim] = {}
    if periode is not None and ids:
        batas = tetapan_penilaian(per=hari_aturan(periode, per)).tim_batas_capaian
        hasil = hasil_per_tim(periode, ids, batas)
    return [
        BarisDaftar(
            satu, nama.get(satu.pk, ""),
            hasil.get(satu.pk) if periode and bekerja_pada(satu, periode) else None,
        )
        for satu in rows
    ]  # fmt: skip


def hari_aturan(periode: PeriodeKinerja, per: date) -> date:
    """The day whose constants count: the last of the period, or today while it runs."""
    return min(periode.selesai, per)


def bekerja_pada(tim: TimKerja, periode: PeriodeKinerja) -> bool:
    """Whether the team works on at least one day of the period."""
    masa = (tim.mulai, tim.selesai), (periode.mulai, periode.selesai)
    return hari_bersama(*masa) > 0


@dataclass(frozen=True)
class BarisAnggota:
    """A membership on the page; ``hasil`` only where the reader may see what a person gets."""

    anggota: Any
    hari: int
    hasil: HasilAnggota | None
    terbuka: bool


@dataclass(frozen=True)
class BarisTarget:
    """A target with how its percentage came."""

    target: Any
    hitungan: BarisTim
    tertaut: bool  # the indicator it takes its numbers from is within reach

    @property
    def dari_unit(self) -> bool:
        """Its numbers are those of a unit's indicator."""
        return self.target.indikator_unit_id is not None


@dataclass(frozen=True)
class HalamanTim:
    """One team in one period."""

    tim: TimKerja
    periode: PeriodeKinerja | None
    pilihan: list[PeriodeKinerja]
    anggota: list[BarisAnggota]
    target: list[BarisTarget]
    hasil: HasilTim | None
    bobot: Decimal
    batas: Decimal | None
    tersembunyi: int  # members whose result this reader may not see

    def seanggota(self, pengguna: Any) -> bool:
        """Whether the reader is a member in the period."""
        return any(b.hari and b.anggota.pegawai.pengguna_id == pengguna.pk for b in self.anggota)

    def orang_lain(self, pengguna: Any) -> int:
        """How many others one looks at: members see who is in their team, as it should be, and
        only the results of others count for them."""
        lain = [b for b in self.anggota if b.anggota.pegawai.pengguna_id != pengguna.pk]
        if len(lain) < len(self.anggota):
            lain = [b for b in lain if b.hasil is not None]
        return len(lain)


def satu_tim(pengguna: Any, pk: int, *, per: date) -> TimKerja | None:
    """A team this person sees, with its unit."""
    rows = tim_terlihat(pengguna, per=per).select_related("unit", "unit__opd", "dibuat_oleh")
    return rows.filter(pk=pk).first()


def halaman_tim(tim: TimKerja, kode: str, pengguna: Any, *, per: date) -> HalamanTim:
    """Everything the page shows; ``kode`` names the period, else the latest it works in."""
    pilihan = [p for p in PeriodeKinerja.objects.all() if bekerja_pada(tim, p)]
    kini = [p for p in pilihan if p.mulai <= per]
    periode = next((p for p in pilihan if p.kode == kode), next(iter(kini or pilihan), None))
    rows = list(
        AnggotaTim.objects.filter(tim=tim).select_related("pegawai__unit", "pegawai__jabatan")
        .order_by("-peran", "pegawai__nama", "mulai")
    )  # fmt: skip
    if periode is None:
        anggota = [BarisAnggota(satu, 0, None, _terbuka(satu, per)) for satu in rows]
        return HalamanTim(tim, None, pilihan, anggota, [], None, Decimal(0), None, 0)
    hari = hari_aturan(periode, per)
    aturan, boleh = tetapan_penilaian(per=hari), _boleh_lihat(rows, pengguna, per)
    hasil = hasil_tim(periode, boleh, per=hari, aturan=aturan) if boleh else {}
    masa = (periode.mulai, periode.selesai)
    anggota = [
        BarisAnggota(
            satu, hari_bersama((satu.mulai, satu.selesai), (tim.mulai, tim.selesai), masa),
            hasil.get(satu.pegawai_id), _terbuka(satu, per),
        )
        for satu in rows
    ]  # fmt: skip
    batas = aturan.tim_batas_capaian
    target, dihitung = _target(tim, periode, batas, jangkauan_lihat(pengguna, per=per))
    bobot = sum((satu.target.bobot for satu in target), Decimal(0))
    tersembunyi = len({satu.pegawai_id for satu in rows} - boleh)
    return HalamanTim(tim, periode, pilihan, anggota, target, dihitung, bobot, batas, tersembunyi)


def _target(
    tim: TimKerja, periode: PeriodeKinerja, batas: Decimal, jangkauan: Jangkauan
) -> tuple[list[BarisTarget], HasilTim]:
    """The targets of the period, each with its computation, and the result of all."""
    rows = list(
        dengan_capaian(TargetTim.objects.filter(tim=tim, periode=periode))
        .select_related("indikator_unit__unit", "bukti", "dicatat_oleh")
        .order_by("urutan")
    )
    hasil = hitung_tim([sasaran_dari(satu) for satu in rows], batas)
    baris = []
    for satu, hitungan in zip(rows, hasil.baris, strict=True):
        dari = satu.indikator_unit
        baris.append(
            BarisTarget(satu, hitungan, dari is not None and jangkauan.memuat(dari.unit.kiri))
        )
    return baris, hasil


def _terbuka(satu: AnggotaTim, per: date) -> bool:
    return satu.selesai is None or satu.selesai >= per


def _boleh_lihat(rows: Sequence[AnggotaTim], pengguna: Any, per: date) -> set[int]:
    """Members whose result from all their teams this person may see: his own, his people's."""
    menilai = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per)
    return {
        satu.pegawai_id
        for satu in rows
        if satu.pegawai.pengguna_id == pengguna.pk
        or menilai.memuat(satu.pegawai.unit.kiri if satu.pegawai.unit else None)
    }


@dataclass(frozen=True)
class TimSaya:
    """What the teams added for one person in one period, for his own page."""

    periode: PeriodeKinerja
    hasil: HasilAnggota
    baris: list[dict[str, Any]]  # of ``hasil.rincian``, each with the membership


def tim_saya(pegawai: Pegawai, periode: PeriodeKinerja, *, per: date) -> TimSaya:
    """His teams in the period with share, days and result. Four queries.

    ``per``: today; the constants are those of the last day of the period once it is over.
    """
    hasil = hasil_tim(periode, [pegawai.pk], per=hari_aturan(periode, per))[pegawai.pk]
    baris = [
        {**satu, "angka": None if satu["persen"] is None else Decimal(satu["persen"]),
         "bagian": Decimal(satu["porsi"])}
        for satu in hasil.rincian
    ]  # fmt: skip
    return TimSaya(periode, hasil, baris)


def cari_calon(pengguna: Any, q: str, *, per: date) -> list[Pegawai]:
    """The first few of the people one may see whose name or NIP fits."""
    q = q.strip()
    if len(q) < HURUF:
        return []
    rows = daftar_pegawai(pengguna, Saringan(q=q), per=per).rows
    return list(rows[:BANYAK])


def pegawai_bernip(nip: str) -> Pegawai | None:
    """Somebody in service by his exact number, from whatever unit."""
    rows = Pegawai.objects.tercatat().select_related("unit", "jabatan", "pengguna")
    return rows.filter(nip=nip).first()


def unit_pilihan(pengguna: Any, q: str, *, per: date) -> QuerySet[UnitKerja]:
    """Open units over which one manages teams and indicators; the highest first."""
    rows = UnitKerja.objects.for_user(pengguna, Izin.TIM_KELOLA, per=per).aktif(per)
    rows = rows.filter(memuat(q, "nama")).select_related("opd")
    return rows.order_by("tingkat", "nama", "pk")


def indikator_pilihan(tim: TimKerja, periode: PeriodeKinerja) -> QuerySet[IndikatorUnit]:
    """Indicators a target of this team may take its numbers from."""
    kiri, kanan = tim.unit.kiri, tim.unit.kanan
    searah = Q(unit__kiri__lte=kiri, unit__kanan__gte=kanan) | Q(
        unit__kiri__gte=kiri, unit__kiri__lte=kanan
    )
    dipakai = Q(selesai__isnull=True) | Q(selesai__gte=periode.mulai)
    rows = IndikatorUnit.objects.filter(searah, dipakai, mulai__lte=periode.selesai)
    return rows.select_related("unit")


def jumlah_bobot(tim: TimKerja, periode: PeriodeKinerja) -> Decimal:
    """Sum of the weights written down for the period."""
    rows = TargetTim.objects.filter(tim=tim, periode=periode)
    return rows.aggregate(n=Sum("bobot"))["n"] or Decimal(0)

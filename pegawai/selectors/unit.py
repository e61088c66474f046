"""Units with their posts and people: the tree with totals, one unit, groups of units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from django.db.models import Count, F, Q, Sum

from organisasi.izin import Izin
from organisasi.models import Jangkauan, JenisUnit, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet
from pegawai.models import Formasi, JenisPenugasan, Pegawai, Penugasan
from toolkit.cari import memuat

ISI = F("isi_pns") + F("isi_pppk") + F("isi_pppk_pw")
EFEKTIF = F("efektif_pns") + F("efektif_pppk") + F("efektif_pppk_pw")
KELOMPOK = {"jenis": "Jenis unit", "urusan": "Urusan", "kecamatan": "Kecamatan"}
_KOLOM = {"jenis": "jenis", "urusan": "urusan", "kecamatan": "wilayah__nama"}
_SARINGAN = {"jenis": "jenis_unit", "urusan": "urusan", "kecamatan": "kecamatan"}
BERKEPALA_TAMBAHAN = frozenset(
    {
        JenisUnit.PUSTU, JenisUnit.PUSKESMAS, JenisUnit.SEKOLAH_TK, JenisUnit.SEKOLAH_SD,
        JenisUnit.SEKOLAH_SMP, JenisUnit.SEKOLAH_SMA, JenisUnit.SEKOLAH_LAIN,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Cabang:
    """A unit in the tree with the people in and below it."""

    unit: UnitKerja
    dalam: int
    orang: int
    anak: int
    terbuka: bool


class _Isi:
    """Sums of stored totals over any interval of the tree, from one query."""

    def __init__(self, units: UnitKerjaQuerySet) -> None:
        rows = (
            Formasi.objects.filter(unit__in=units.order_by().values("pk"))
            .order_by("unit__kiri")
            .values_list("unit__kiri")
            .annotate(isi=Sum(ISI))
        )
        pasangan = list(rows)
        self._kiri = [kiri for kiri, _ in pasangan]
        self._jumlah = [0, *accumulate(isi for _, isi in pasangan)]

    def di(self, unit: UnitKerja) -> int:
        """People in the unit and everything below it."""
        awal = bisect_left(self._kiri, unit.kiri)
        return self._jumlah[bisect_right(self._kiri, unit.kanan)] - self._jumlah[awal]


def terlihat(pengguna: Any, *, per: date) -> UnitKerjaQuerySet:
    """Units within reach that exist on the day."""
    return UnitKerja.objects.for_user(pengguna, Izin.UNIT_LIHAT, per=per).aktif(per)


def pohon(pengguna: Any, *, per: date, buka: int | None = None) -> list[Cabang]:
    """The top units within reach; the chain down to ``buka`` is unfolded."""
    semua = list(terlihat(pengguna, per=per).order_by("kiri"))
    isi = _Isi(terlihat(pengguna, per=per))
    anak: dict[int | None, list[UnitKerja]] = {}
    ada = {unit.pk: unit for unit in semua}
    for unit in semua:
        anak.setdefault(unit.induk_id if unit.induk_id in ada else None, []).append(unit)
    puncak = anak.get(None, [])
    if len(puncak) == 1 and puncak[0].tingkat == 0:
        puncak = anak.get(puncak[0].pk, [])
    terbuka = set()
    induk = ada.get(buka or 0)
    while induk is not None:
        terbuka.add(induk.pk)
        induk = ada.get(induk.induk_id or 0)
    return list(_cabang(puncak, anak, terbuka, isi, 0))


def _cabang(
    units: list[UnitKerja],
    anak: dict[int | None, list[UnitKerja]],
    terbuka: set[int],
    isi: _Isi,
    dalam: int,
) -> Iterable[Cabang]:
    for unit in units:
        di_bawah = anak.get(unit.pk, [])
        yield Cabang(unit, dalam, isi.di(unit), len(di_bawah), unit.pk in terbuka)
        if unit.pk in terbuka:
            yield from _cabang(di_bawah, anak, terbuka, isi, dalam + 1)


@dataclass(frozen=True)
class Kelompok:
    """Units of one kind, urusan or kecamatan, and the people in them."""

    nama: str
    parameter: str
    kunci: str
    unit: int
    orang: int


def kelompok(pengguna: Any, menurut: str, *, per: date) -> list[Kelompok]:
    """Totals by kind, urusan or kecamatan, over the units within reach."""
    kolom = _KOLOM[menurut]
    kunci = "wilayah_id" if menurut == "kecamatan" else kolom
    units = terlihat(pengguna, per=per).order_by()
    banyak = units.values_list(kunci, kolom).annotate(n=Count("pk"))
    posts = Formasi.objects.filter(unit__in=units.values("pk")).order_by()
    isi = dict(posts.values_list(f"unit__{kunci}").annotate(n=Sum(ISI)))
    nama_jenis = dict(JenisUnit.choices)
    hasil = [
        Kelompok(
            str(nama_jenis.get(nama, nama) if menurut == "jenis" else nama or ""),
            _SARINGAN[menurut],
            str(satu or ""),
            n,
            isi.get(satu) or 0,
        )
        for satu, nama, n in banyak
    ]
    return sorted(hasil, key=lambda k: (-k.orang, k.nama))


def cari_unit(pengguna: Any, q: str, *, per: date) -> UnitKerjaQuerySet:
    """Units within reach whose name holds every word."""
    return terlihat(pengguna, per=per).filter(memuat(q, "nama")).select_related("opd")


@dataclass(frozen=True)
class Kepala:
    """Who leads a unit, as far as the register knows."""

    nama: str
    pegawai: int | None
    sebagai: str


@dataclass(frozen=True)
class RincianUnit:
    """Everything the page of one unit shows beside its people."""

    unit: UnitKerja
    remah: list[UnitKerja]
    anak: list[Cabang]
    posts: list[Any]
    anak_terbuka: int
    isi_sendiri: int
    isi_semua: int
    kepala: list[Kepala]
    kepala_tak_tercatat: bool


def rincian(unit: UnitKerja, pengguna: Any, *, per: date, lihat_orang: bool) -> RincianUnit:
    """One unit: who leads it, its posts with their holders counted, what lies below."""
    jangkauan = Jangkauan.milik(pengguna, Izin.UNIT_LIHAT, per=per)
    atas = Q(kiri__lt=unit.kiri, kanan__gte=unit.kiri)
    sekitar = UnitKerja.objects.filter(atas | Q(induk=unit)).order_by("kiri")
    remah = [u for u in sekitar if u.kiri < unit.kiri]
    bawah = [u for u in sekitar if u.induk_id == unit.pk and jangkauan.memuat(u.kiri)]
    isi = _Isi(UnitKerja.objects.di_bawah(unit))
    posts = list(
        Formasi.objects.filter(unit=unit)
        .select_related("jabatan", "dihitung_ke__jabatan")
        .annotate(isi=ISI, efektif=EFEKTIF)
        .order_by("-jabatan__eselon_id", "jabatan__jenis", "jabatan__nama")
    )
    for post in posts:
        lain = [p.jabatan.nama for p in posts if p.dihitung_ke_id == post.pk]
        post.nama_lain = lain  # type: ignore[attr-defined]
    kepala = _kepala(unit, per) if lihat_orang else []
    return RincianUnit(
        unit=unit,
        remah=remah,
        anak=[Cabang(u, 0, isi.di(u), int(u.kanan > u.kiri), False) for u in bawah],
        anak_terbuka=sum(1 for u in bawah if u.ditutup is None or u.ditutup > per),
        posts=posts,
        isi_sendiri=sum(p.isi for p in posts),  # type: ignore[attr-defined]
        isi_semua=isi.di(unit),
        kepala=kepala,
        kepala_tak_tercatat=lihat_orang and not kepala and unit.jenis in BERKEPALA_TAMBAHAN,
    )


def _kepala(unit: UnitKerja, per: date) -> list[Kepala]:
    """The holder of the unit's own structural seat, and who acts or has it as additional task."""
    # Two searches in one query: joined by OR they would walk through every assignment there is.
    berlaku = Penugasan.objects.berlaku(per).select_related("pegawai", "jabatan")
    berlaku = berlaku.defer("pegawai__siasn", "pegawai__nik_sandi").order_by()
    pejabat = berlaku.definitif().terbuka().filter(jabatan__unit=unit)
    lain = berlaku.sampingan().filter(unit=unit)
    rows = pejabat.union(lain, all=True).order_by("jenis", "pk")
    return [
        Kepala(
            s.pegawai.nama_lengkap,
            s.pegawai_id,
            str(s.jabatan or s.jabatan_nama)
            if s.jenis == JenisPenugasan.DEFINITIF
            else f"{s.get_jenis_display()} {s.jabatan or s.jabatan_nama}",
        )
        for s in rows
    ]


def orang_di(unit: UnitKerja, pengguna: Any, *, per: date) -> tuple[Any, int]:
    """The people of the unit itself, and how many, by name."""
    rows = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    rows = rows.filter(unit=unit).order_by("nama", "id")
    return rows.with_names().select_related("kedudukan").defer("siasn", "nik_sandi"), rows.count()


def tanpa_akun(unit: UnitKerja) -> int:
    """How many people of the unit and below have no account."""
    return Pegawai.objects.tanpa_akun(unit).count()

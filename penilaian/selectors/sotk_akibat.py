"""What a planned structure would do: who falls where, needs and gaps before and after.

Posts are read whole (some thousands at most), people only one page at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import Jabatan, Pegawai
from penilaian.kernel import sotk
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.sotk import Akibat, Nasib, Tujuan
from penilaian.kernel.sotk_kebutuhan import Kelak, kebutuhan_kelak
from penilaian.kernel.sotk_periksa import TemuanSotk, periksa_sotk
from penilaian.models import Hubungan, KotakSotk, RencanaSotk
from penilaian.selectors.sotk_bahan import Bahan, bahan
from toolkit.cari import memuat


@dataclass(frozen=True)
class BarisKotak:
    """One box of the future with its figures and the offices it comes from."""

    kotak: KotakSotk
    asal: Sequence[UnitKerja]
    jumlah: Jumlah


@dataclass(frozen=True)
class BarisLama:
    """One office of today with its figures and what becomes of it."""

    unit: UnitKerja
    hubungan: str
    tujuan: Sequence[KotakSotk]
    jumlah: Jumlah


@dataclass(frozen=True)
class BarisPos:
    """One post of today with its fate."""

    pk: int
    unit: UnitKerja
    jabatan: str
    isi: int
    butuh: int | None
    tujuan: Tujuan
    kotak: KotakSotk | None


@dataclass(frozen=True)
class HasilSotk:
    """A plan thought through to its day."""

    rencana: RencanaSotk
    bahan: Bahan
    akibat: Akibat
    temuan: tuple[TemuanSotk, ...]
    kelak: Kelak

    @property
    def menghalangi(self) -> list[TemuanSotk]:
        """What has to be mended before anybody can decide the plan."""
        return [t for t in self.temuan if t.menghalangi]

    @cached_property
    def orang(self) -> Mapping[str, int]:
        """How many holders of posts fall into each fate."""
        jumlah = self.akibat.jumlah()
        return {nasib.value: jumlah[nasib] for nasib in Nasib}

    @cached_property
    def sebelum(self) -> Jumlah:
        """Needs and gaps of today, over the same offices."""
        return self._hari_ini(self.akibat.draf.pos)

    @cached_property
    def sesudah(self) -> Jumlah:
        """Needs and gaps of the future tree; nobody without a place is counted in it."""
        return self.kelak.jumlah()

    def _hari_ini(self, pos: Iterable[sotk.Pos]) -> Jumlah:
        butuh, isi = self.bahan.butuh, self.bahan.isi
        return jumlahkan((b.jumlah if (b := butuh.get(p.pk)) else None, isi[p.pk]) for p in pos)

    @cached_property
    def kebutuhan_hilang(self) -> tuple[int, int]:
        """Posts whose need is unknown because their unit is split, and posts whose need ends."""
        draf, berakhir = self.akibat.draf, self.kelak.berakhir
        pos = [p for pk in berakhir if not (p := self.akibat.pos_pk[pk]).struktural]
        dipecah = sum(1 for p in pos if len(draf.peta_unit.get(p.unit, ())) > 1)
        return dipecah, len(pos) - dipecah

    @cached_property
    def unit(self) -> Mapping[str, int]:
        """How many offices stay, change, open and close."""
        draf = self.akibat.draf
        hubungan = [rows[0].hubungan for rows in draf.peta_unit.values()]
        return {
            **{h.value: hubungan.count(h) for h in sotk.Hubungan},
            "baru": sum(1 for k in draf.kotak if k.asal is None),
            "ditutup": sum(1 for u in draf.unit if u.pk not in draf.pewaris),
        }

    def baris_kotak(self, q: str = "") -> list[BarisKotak]:
        """Every box of that name, in the order of the plan."""
        jumlah, sumber = self.kelak.per_kotak(), self.akibat.draf.sumber_kotak
        return [
            BarisKotak(
                kotak,
                [self.bahan.unit[u] for u in sumber.get(kotak.pk, ()) if u in self.bahan.unit],
                jumlah.get(kotak.pk, Jumlah()),
            )
            for kotak in self.bahan.kotak.values()
            if _memuat(kotak.nama, q)
        ]

    def baris_lama(self, q: str = "") -> list[BarisLama]:
        """Every office of today of that name, in the order of the tree."""
        menurut: dict[int, list[sotk.Pos]] = {}
        for p in self.akibat.draf.pos:
            menurut.setdefault(p.unit, []).append(p)
        hasil = []
        for pk, unit in self.bahan.unit.items():
            if not _memuat(unit.nama, q):
                continue
            peta = self.akibat.draf.peta_unit.get(pk, ())
            tujuan = [k for p in peta if (k := self.bahan.kotak.get(p.baru or 0))]
            kata = Hubungan(peta[0].hubungan).label if peta else "Belum dipetakan"
            hasil.append(BarisLama(unit, kata, tujuan, self._hari_ini(menurut.get(pk, ()))))
        return hasil

    def baris_pos(self, nasib: str = "", kotak: int | None = None) -> list[BarisPos]:
        """Posts of today by fate, or those that go to a box."""
        hasil = []
        for p in self.akibat.draf.pos:
            tujuan = self.akibat.pos[p.pk]
            if (nasib and tujuan.nasib.value != nasib) or (kotak and tujuan.kotak != kotak):
                continue
            butuh = self.bahan.butuh.get(p.pk)
            hasil.append(
                BarisPos(
                    p.pk, self.bahan.unit[p.unit], self.bahan.nama_pos[p.pk], p.isi,
                    butuh.jumlah if butuh else None, tujuan,
                    self.bahan.kotak.get(tujuan.kotak or 0),
                )
            )  # fmt: skip
        return hasil


def _memuat(nama: str, q: str) -> bool:
    return all(kata in nama.casefold() for kata in q.casefold().split())


def rencana_untuk(pengguna: Pengguna, *, per: date) -> QuerySet[RencanaSotk]:
    """Plans whose branch lies within reach."""
    jangkauan = Jangkauan.milik(pengguna, Izin.SOTK_LIHAT, per=per)
    rows = RencanaSotk.objects.select_related("cabang", "dibuat_oleh", "ditetapkan_oleh")
    return jangkauan.saring(rows, prefix="cabang__")


def hasil_sotk(rencana: RencanaSotk, *, per: date) -> HasilSotk:
    """Think a plan through: fates, findings, the future's needs. Nothing is stored."""
    isi = bahan(rencana, per=per)
    akibat = sotk.tentukan(isi.draf)
    return HasilSotk(
        rencana=rencana,
        bahan=isi,
        akibat=akibat,
        temuan=periksa_sotk(akibat, per=per),
        kelak=kebutuhan_kelak(
            akibat, isi.butuh, isi.isi, isi.isi_orang, isi.aturan.eselon_berkursi
        ),
    )


@dataclass(frozen=True)
class BarisOrang:
    """One person with his fate."""

    orang: Pegawai
    tujuan: Tujuan
    kotak: KotakSotk | None
    jabatan: str


def orang_sotk(
    pengguna: Pengguna, hasil: HasilSotk, *, per: date, nasib: str = "", q: str = ""
) -> QuerySet[Pegawai]:
    """People within reach who fall into this fate (empty: into any), in the order of the tree.

    Names need the right to see people; without it there are none here, and counts elsewhere.
    """
    rows = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    rows = rows.filter(hasil.bahan.saring("unit__"), unit__in=list(hasil.bahan.unit))
    rows = rows.filter(memuat(q, "nama", "unit__nama"))
    if nasib:
        # "masih" is asked of plans in force; before their day it is the same as having no place.
        rows = rows.filter(_bernasib(hasil, Nasib.BELUM if nasib == "masih" else Nasib(nasib)))
    return rows.select_related("unit", "jabatan", "golongan").order_by("unit__kiri", "nama", "pk")


def _bernasib(hasil: HasilSotk, nasib: Nasib) -> Q:
    akibat = hasil.akibat
    tersendiri = {orang: t.nasib for (_, orang), t in akibat.orang.items()}
    pos = [pk for pk, tujuan in akibat.pos.items() if tujuan.nasib is nasib]
    lepas = [
        u.pk
        for u in akibat.draf.unit
        if akibat.nasib(sotk.Pemangku(0, u.pk)).nasib is nasib
    ]  # fmt: skip
    menurut_pos = Q(formasi__in=pos) | Q(formasi__isnull=True, unit__in=lepas)
    diputuskan = [pk for pk, n in tersendiri.items() if n is nasib]
    return (menurut_pos & ~Q(pk__in=list(tersendiri))) | Q(pk__in=diputuskan)


def tandai_orang(rows: Sequence[Pegawai], hasil: HasilSotk) -> list[BarisOrang]:
    """The fate of each person of one page."""
    tujuan = [hasil.akibat.nasib(sotk.Pemangku(p.pk, p.unit_id or 0, p.formasi_id)) for p in rows]
    jf = {t.jabatan for t in tujuan if t.jabatan is not None}
    nama: dict[Any, str] = dict(
        Jabatan.objects.filter(pk__in=jf).values_list("pk", "nama") if jf else ()
    )
    return [
        BarisOrang(p, t, kotak := hasil.bahan.kotak.get(t.kotak or 0), _ke(p, t, kotak, nama))
        for p, t in zip(rows, tujuan, strict=True)
    ]


def _ke(p: Pegawai, t: Tujuan, kotak: KotakSotk | None, nama: Mapping[Any, str]) -> str:
    """The name of the post somebody falls into."""
    if kotak is None:
        return ""
    if t.jabatan is not None:
        return nama[t.jabatan]
    struktural = p.jabatan is not None and p.jabatan.jenis == "1"
    return kotak.jabatan if struktural else str(p.jabatan or "")

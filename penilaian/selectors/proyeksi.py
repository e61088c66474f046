"""Needs and holders from this year to five years on, by post, from what the register knows.

Who leaves: retirement (TMT pensiun), end of contract, an assignment whose last day is written. Who
comes: an assignment that begins on a day ahead. Holders whose retirement is already past are still
there and are said apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from organisasi.models import Pengguna
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai, Penugasan, StatusPegawai
from penilaian.kernel.gambar import (
    Batang,
    Garis,
    Sumbu,
    batang_kembar,
    garis,
    sumbu,
)
from penilaian.kernel.proyeksi_massal import (
    Datang,
    Pergi,
    PosisiKini,
    ProyeksiMassal,
    TahunProyeksi,
    proyeksikan_semua,
)
from penilaian.kernel.proyeksi_posisi import (
    TAHUN_KE_DEPAN,
    AkanLowong,
    Kapan,
    Keluar,
    Penggerak,
    Sebab,
    akan_lowong,
)
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.posisi_tepat import PosisiTepat, posisi_tepat
from penilaian.selectors.tetapan import tetapan_kebutuhan

KATA_SEBAB = {
    Sebab.PENSIUN: "pensiun",
    Sebab.AKHIR_KONTRAK: "akhir kontrak",
    Sebab.PINDAH: "pindah",
}


@dataclass(frozen=True)
class BarisTahun:
    """One year of the table; ``pensiun`` and so on leave in that year."""

    t: TahunProyeksi
    pensiun: int
    akhir_kontrak: int
    pindah: int
    kini: bool

    @property
    def keluar(self) -> int:
        """Everybody who leaves in the year."""
        return self.pensiun + self.akhir_kontrak + self.pindah


@dataclass(frozen=True)
class Bagan:
    """The two drawings: need against holders as lines, shortage beside excess as bars."""

    sumbu: Sumbu
    kebutuhan: Garis
    bezetting: Garis
    sumbu_selisih: Sumbu
    batang: tuple[Batang, ...]


@dataclass(frozen=True)
class Proyeksi:
    """The answer of the projection and what its pages draw."""

    posisi: list[PosisiTepat]
    hasil: ProyeksiMassal
    baris: list[BarisTahun]
    bagan: Bagan | None
    lewat: int
    tanpa_tanggal: int
    segera: int
    akan: int
    bulan: tuple[int, int]

    @property
    def awal(self) -> TahunProyeksi:
        """The end of this year."""
        return self.hasil.tahun[0]

    @property
    def akhir(self) -> TahunProyeksi:
        """The last year looked at."""
        return self.hasil.tahun[-1]


class _Orang(NamedTuple):
    pk: int
    formasi: int
    tmt_pensiun: date | None
    akhir_kontrak: date | None


@dataclass(frozen=True)
class _Bahan:
    posisi: list[PosisiTepat]
    kini: list[PosisiKini]
    pergi: list[Pergi]
    datang: list[Datang]
    lewat: int
    tanpa_tanggal: int


def _bahan(pengguna: Pengguna, form: Any, *, per: date, aturan: Ketentuan) -> _Bahan:
    posisi = posisi_tepat(pengguna, per=per, aturan=aturan, saring=form.saring)
    dalam = {satu.pk for satu in posisi}
    orang = [o for o in _orang_di_kursi(per, aturan) if o.formasi in dalam]
    pergi = [
        Pergi(o.formasi, o.pk, hari, sebab)
        for o in orang
        for hari, sebab in _hari_keluar(o)
        if hari is not None
    ]
    lepas, datang = _perpindahan(per, dalam)
    kini = {satu.pk: satu.isi for satu in posisi}
    for satu in lepas:
        kini[satu.posisi] += 1  # stored totals count open assignments: he is still there today
    for tiba in datang:
        kini[tiba.posisi] -= 1  # and not yet here
    return _Bahan(
        posisi=posisi,
        kini=[PosisiKini(s.pk, s.butuh, None if s.kursi else s.tepat, kini[s.pk]) for s in posisi],
        pergi=[*pergi, *lepas],
        datang=datang,
        lewat=sum(1 for o in orang if o.tmt_pensiun is not None and o.tmt_pensiun < per),
        tanpa_tanggal=sum(1 for o in orang if o.tmt_pensiun is None),
    )


def _orang_di_kursi(per: date, aturan: Ketentuan) -> list[_Orang]:
    """Holders who are counted and leave until the last year looked at, or nobody knows when."""
    akhir = date(per.year + TAHUN_KE_DEPAN, 12, 31)
    rows = Pegawai.objects.tercatat().filter(formasi__isnull=False).order_by()
    rows = rows.filter(
        Q(tmt_pensiun__isnull=True)
        | Q(tmt_pensiun__lte=akhir)
        | Q(akhir_kontrak__gte=per, akhir_kontrak__lte=akhir)
    )
    if not aturan.pw_mengisi:
        rows = rows.exclude(status=StatusPegawai.PPPK_PW)
    return [*map(_Orang._make, rows.values_list(*_Orang._fields).iterator())]


def _hari_keluar(orang: _Orang) -> tuple[tuple[date | None, Sebab], ...]:
    return (orang.tmt_pensiun, Sebab.PENSIUN), (orang.akhir_kontrak, Sebab.AKHIR_KONTRAK)


def _perpindahan(per: date, dalam: set[int]) -> tuple[list[Pergi], list[Datang]]:
    """Definitive assignments whose end or beginning is written for a day ahead."""
    rows = Penugasan.objects.definitif().filter(pegawai__berhenti__isnull=True).order_by()
    rows = rows.filter(Q(selesai__gt=per) | Q(mulai__gt=per), formasi__isnull=False)
    pergi, datang = [], []
    for orang, post, mulai, selesai in rows.values_list("pegawai", "formasi", "mulai", "selesai"):
        if post not in dalam:
            continue
        if selesai is not None and selesai > per and (mulai is None or mulai <= per):
            pergi.append(Pergi(post, orang, selesai, Sebab.PINDAH))
        elif selesai is None and mulai is not None:
            datang.append(Datang(post, mulai))
    return pergi, datang


def proyeksi(pengguna: Pengguna, form: Any, *, per: date) -> Proyeksi:
    """Every post within reach that the form leaves, year by year."""
    aturan = ketentuan(per=per)
    bahan = _bahan(pengguna, form, per=per, aturan=aturan)
    penggerak: Penggerak = form.penggerak
    hasil = proyeksikan_semua(bahan.kini, bahan.pergi, bahan.datang, per=per, penggerak=penggerak)
    k = tetapan_kebutuhan(per=per)
    dekat = _dekat(bahan, penggerak, k, per=per)
    return Proyeksi(
        posisi=bahan.posisi,
        hasil=hasil,
        baris=[
            BarisTahun(
                t,
                t.keluar[Sebab.PENSIUN],
                t.keluar[Sebab.AKHIR_KONTRAK],
                t.keluar[Sebab.PINDAH],
                t.tahun == per.year,
            )
            for t in hasil.tahun
        ],
        bagan=_bagan(hasil) if bahan.posisi else None,
        lewat=bahan.lewat,
        tanpa_tanggal=bahan.tanpa_tanggal,
        segera=sum(1 for satu in dekat if satu.kapan is Kapan.SEGERA),
        akan=sum(1 for satu in dekat if satu.kapan is Kapan.AKAN),
        bulan=k.akan_lowong_bulan,
    )


def _dekat(
    bahan: _Bahan, penggerak: Penggerak, k: KetentuanKebutuhan, *, per: date
) -> tuple[AkanLowong, ...]:
    """Who leaves within the months of the constant."""
    sampai = tambah_bulan(per, k.akan_lowong_bulan[1])
    return akan_lowong(_keluar(bahan.pergi, penggerak, sampai), k, per=per)


def _keluar(pergi: list[Pergi], penggerak: Penggerak, sampai: date) -> list[Keluar]:
    """As the kernel of one post reads leavings; the post rides along in the name of the person."""
    return [
        Keluar(f"{satu.orang}:{satu.posisi}", satu.tanggal, satu.sebab)
        for satu in pergi
        if satu.tanggal <= sampai
        and not (penggerak.kontrak_diperpanjang and satu.sebab is Sebab.AKHIR_KONTRAK)
    ]


def _bagan(hasil: ProyeksiMassal) -> Bagan:
    butuh = [t.jumlah.kebutuhan for t in hasil.tahun]
    isi = [t.jumlah.bezetting for t in hasil.tahun]
    garis_sumbu, bawah, atas = sumbu(min(*butuh, *isi), max(*butuh, *isi))
    beda = [(t.tahun, t.jumlah.kekurangan, t.jumlah.kelebihan) for t in hasil.tahun]
    batang_sumbu, lantai, puncak = sumbu(0, max(max(k, lebih) for _, k, lebih in beda))
    return Bagan(
        sumbu=garis_sumbu,
        kebutuhan=garis(butuh, bawah, atas),
        bezetting=garis(isi, bawah, atas),
        sumbu_selisih=batang_sumbu,
        batang=batang_kembar(beda, lantai, puncak),
    )


KEADAAN = {"kurang": "Kekurangan", "lebih": "Kelebihan", "": "Semua"}


@dataclass(frozen=True)
class PosisiTahun:
    """One post at the end of one year; ``pergi`` leave from today until then."""

    p: PosisiTepat
    butuh: int | None
    isi: int
    pergi: int

    @property
    def beda(self) -> int | None:
        """Holders minus need."""
        return None if self.butuh is None else self.isi - self.butuh


def posisi_tahun(hasil: Proyeksi, tahun: int, keadaan: str) -> list[PosisiTahun]:
    """The posts behind the figures of one year, the largest gap first."""
    t = tahun - hasil.awal.tahun
    nol = [0] * len(hasil.hasil.tahun)
    semua = [
        PosisiTahun(
            p,
            hasil.hasil.butuh[p.pk][t],
            hasil.hasil.isi[p.pk][t],
            sum(hasil.hasil.keluar.get(p.pk, nol)[: t + 1]),
        )
        for p in hasil.posisi
    ]
    if keadaan == "kurang":
        semua = [s for s in semua if s.beda is not None and s.beda < 0]
    elif keadaan == "lebih":
        semua = [s for s in semua if s.beda is not None and s.beda > 0]
    semua.sort(key=lambda s: (-abs(s.beda or 0), s.p.opd or "", s.p.unit, s.p.jabatan))
    return semua


def tahun_dipilih(hasil: Proyeksi, teks: str) -> int:
    """The year of the address; the last one where it makes no sense."""
    tahun = int(teks) if teks.isdecimal() and len(teks) == 4 else 0
    awal = hasil.awal.tahun
    return tahun if awal <= tahun <= awal + TAHUN_KE_DEPAN else awal + TAHUN_KE_DEPAN


@dataclass(frozen=True)
class Menjelang:
    """A seat somebody leaves soon; ``sisa`` holders stay after all who leave until then."""

    p: PosisiTepat
    tanggal: date
    sebab: str
    segera: bool
    bulan: int
    sisa: int

    @property
    def kurang(self) -> bool:
        """Whether fewer stay than are needed."""
        return self.p.butuh is not None and self.sisa < self.p.butuh


def menjelang_lowong(pengguna: Pengguna, form: Any, *, per: date) -> list[Menjelang]:
    """Every leaving until the last month of the constant, soonest first; posts, not names."""
    aturan = ketentuan(per=per)
    bahan = _bahan(pengguna, form, per=per, aturan=aturan)
    posisi = {satu.pk: satu for satu in bahan.posisi}
    sisa = {satu.kunci: satu.bezetting for satu in bahan.kini}
    hasil = []
    for satu in _dekat(bahan, form.penggerak, tetapan_kebutuhan(per=per), per=per):
        post = int(satu.keluar.orang.partition(":")[2])
        sisa[post] -= 1
        hasil.append(
            Menjelang(
                p=posisi[post],
                tanggal=satu.keluar.tanggal,
                sebab=KATA_SEBAB[satu.keluar.sebab],
                segera=satu.kapan is Kapan.SEGERA,
                bulan=satu.bulan,
                sisa=sisa[post],
            )
        )
    return hasil

"""Plans of structures for people: the list, one box, one old unit, posts that wait for a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet
from pegawai.models import Formasi, Jabatan, JenisJabatan, Pegawai
from penilaian.kernel.sotk import Nasib
from penilaian.kernel.sotk_periksa import TemuanSotk
from penilaian.models import (
    Hubungan,
    KeadaanSotk,
    KotakSotk,
    PenempatanSotk,
    PetaKotak,
    RencanaSotk,
)
from penilaian.selectors.sotk_akibat import BarisPos, HasilSotk, hasil_sotk, rencana_untuk
from penilaian.selectors.sotk_pohon import Gambar, Simpul, gambar, gambar_riwayat

SEMUA_MUAT = 150  # boxes a choice shows at once; with more of them one searches
BANYAK_TEMUAN = 40
MENUNGGU = (KeadaanSotk.DRAF, KeadaanSotk.DITETAPKAN)


def _kata(q: str, *bidang: str) -> Q:
    """Every word in any of the fields."""
    hasil = Q()
    for satu in q.split()[:8]:
        cocok = Q()
        for nama in bidang:
            cocok |= Q(**{f"{nama}__icontains": satu})
        hasil &= cocok
    return hasil


@dataclass(frozen=True)
class DaftarSotk:
    """The plans within reach, how many in each state, and the next day something comes."""

    rows: QuerySet[RencanaSotk]
    jumlah: dict[str, int]
    berikut: RencanaSotk | None


def daftar_sotk(pengguna: Any, q: str, keadaan: str, *, per: date) -> DaftarSotk:
    """Plans within reach, those still to come first."""
    semua = rencana_untuk(pengguna, per=per)
    jumlah = dict(semua.order_by().values_list("keadaan").annotate(n=Count("pk")))
    berikut = semua.filter(keadaan=KeadaanSotk.DITETAPKAN).order_by("berlaku", "pk").first()
    ubah = PetaKotak.objects.filter(rencana=OuterRef("pk")).exclude(hubungan=Hubungan.TETAP)
    hitung = ubah.order_by().values("rencana").annotate(n=Count("lama", distinct=True)).values("n")
    rows = semua.annotate(
        berubah=Coalesce(Subquery(hitung, output_field=IntegerField()), Value(0))
    ).filter(_kata(q, "nama", "cabang__nama", "dasar"))
    if keadaan in KeadaanSotk.values:
        rows = rows.filter(keadaan=keadaan)
    return DaftarSotk(
        rows.order_by("-berlaku", "-pk"), {k: jumlah.get(k, 0) for k in KeadaanSotk.values}, berikut
    )


def cabang_semua(pengguna: Any, *, per: date) -> UnitKerjaQuerySet:
    """Offices for which this person may begin a plan."""
    rows = UnitKerja.objects.for_user(pengguna, Izin.SOTK_SUSUN, per=per).aktif(per)
    return rows.select_related("opd").order_by("kiri")


def cabang_untuk(pengguna: Any, q: str, *, per: date) -> UnitKerjaQuerySet:
    """The same by name, or the agency and its OPD."""
    rows = cabang_semua(pengguna, per=per)
    return rows.filter(_kata(q, "nama")) if q else rows.filter(tingkat__lte=1)


def jumlah_unit(cabang: UnitKerja, *, per: date) -> int:
    """How many boxes a plan for this branch begins with."""
    return UnitKerja.objects.aktif(per).di_bawah(cabang).count()


@dataclass(frozen=True)
class Rencana:
    """A plan with its trees; ``hasil`` only while it is still to come."""

    rencana: RencanaSotk
    gambar: Gambar
    hasil: HasilSotk | None


def baca_rencana(rencana: RencanaSotk, *, per: date) -> Rencana:
    """The plan against the present while it waits, as history afterwards."""
    if rencana.keadaan not in MENUNGGU:
        return Rencana(rencana, gambar_riwayat(rencana), None)
    hasil = hasil_sotk(rencana, per=per)
    return Rencana(rencana, gambar(hasil), hasil)


def pilihan_kotak(
    rencana: RencanaSotk, cari: str, utama: Sequence[int] = (), tanpa: Sequence[int] = ()
) -> list[tuple[int, str]]:
    """Boxes to choose from: all of a small plan, else the likely ones and those searched for."""
    rows = rencana.kotak.exclude(pk__in=tanpa).select_related("induk").order_by("urutan", "pk")
    if not cari and rencana.kotak.count() > SEMUA_MUAT:
        rows = rows.filter(pk__in=utama) if utama else rows
    rows = rows.filter(_kata(cari, "nama") | Q(pk__in=utama)) if cari else rows
    dulu = sorted(rows[:SEMUA_MUAT], key=lambda k: k.pk not in utama)
    return [(k.pk, f"{k.nama} — {k.induk.nama}" if k.induk else k.nama) for k in dulu]


def pilihan_unit(
    rencana: RencanaSotk, cari: str, tanpa: Sequence[int] = (), dekat: UnitKerja | None = None
) -> list[tuple[int, str]]:
    """Old units to merge: those beside ``dekat``, or searched for; with what they become now."""
    rows = UnitKerja.objects.di_bawah(rencana.cabang).exclude(pk__in=tanpa).order_by("kiri")
    if cari:
        rows = rows.filter(_kata(cari, "nama"))
    elif dekat is not None:
        rows = rows.filter(induk=dekat.induk)
    units = list(rows.select_related("induk")[:BANYAK_TEMUAN])
    arah = peta_bernama(rencana, [u.pk for u in units])
    return [(u.pk, f"{u.nama} ({u.induk}): {arah.get(u.pk, 'belum dipetakan')}") for u in units]


def peta_bernama(rencana: RencanaSotk, lama: Sequence[int]) -> dict[int, str]:
    """What becomes of these units, in words."""
    rows = rencana.peta.filter(lama__in=lama).select_related("baru", "lama")
    hasil: dict[int, str] = {}
    for r in rows:
        ke = r.get_hubungan_display().lower()
        if r.baru is not None and r.baru.nama != r.lama.nama:
            ke += f" → {r.baru.nama}"
        hasil[r.lama_id] = f"{hasil[r.lama_id]}, {r.baru}" if r.lama_id in hasil else ke
    return hasil


def cari_jf(q: str, terpilih: str = "") -> list[tuple[int, str]]:
    """JF in force by name: what a head can be made the equal of; the chosen one stays."""
    rows = Jabatan.objects.filter(
        jenis=JenisJabatan.FUNGSIONAL, aktif=True, di_luar_referensi=False, kelompok=False
    )
    dicari = Q(pk__in=[])
    if q.strip():
        dicari = _kata(q, "nama")
    elif terpilih.isdecimal() and len(terpilih) < 19:
        dicari = Q(pk=int(terpilih))
    return list(rows.filter(dicari).order_by("nama").values_list("pk", "nama")[:BANYAK_TEMUAN])


@dataclass(frozen=True)
class RincianKotak:
    """One box with its marks, its units, its children, what is wrong with it, its posts."""

    simpul: Simpul
    sumber: Sequence[Simpul]
    anak: Sequence[Simpul]
    temuan: Sequence[TemuanSotk]
    pos: Sequence[BarisPos]


def rincian_kotak(isi: Rencana, kotak: KotakSotk) -> RincianKotak:
    """Everything about one box."""
    g = isi.gambar
    return RincianKotak(
        simpul=g.simpul_baru[kotak.pk],
        sumber=[g.simpul_lama[u] for u, _ in g.sumber.get(kotak.pk, ()) if u in g.unit],
        anak=[s for s in g.simpul_baru.values() if s.induk == kotak.pk],
        temuan=[t for t in isi.hasil.temuan if t.kotak == kotak.pk] if isi.hasil else [],
        pos=isi.hasil.baris_pos(kotak=kotak.pk) if isi.hasil else [],
    )


@dataclass(frozen=True)
class RincianUnit:
    """One old unit with its mark, the boxes it goes to, what is wrong with it, its posts."""

    simpul: Simpul
    tujuan: Sequence[Simpul]
    anak: Sequence[Simpul]
    temuan: Sequence[TemuanSotk]
    pos: Sequence[BarisPos]


def rincian_unit(isi: Rencana, unit: int) -> RincianUnit | None:
    """Everything about one old unit; None when the plan is not about it."""
    g = isi.gambar
    if unit not in g.unit:
        return None
    return RincianUnit(
        simpul=g.simpul_lama[unit],
        tujuan=[g.simpul_baru[b] for b, _ in g.tujuan.get(unit, ()) if b is not None],
        anak=[s for s in g.simpul_lama.values() if s.induk == unit],
        temuan=[t for t in isi.hasil.temuan if t.lama == unit] if isi.hasil else [],
        pos=[p for p in isi.hasil.baris_pos() if p.unit.pk == unit] if isi.hasil else [],
    )


@dataclass(frozen=True)
class BarisTunggu:
    """A post with its fate, and how many of its holders were decided one by one."""

    pos: BarisPos
    sendiri: int
    belum: int

    @property
    def tangan(self) -> bool:
        """Whether a person decided any of it."""
        return self.pos.tujuan.tangan or self.sendiri > 0


def pos_menurut_nasib(hasil: HasilSotk, nasib: str, q: str) -> list[BarisTunggu]:
    """Posts that fall into this fate, wholly or by one of their holders; most holders first."""
    sendiri: dict[int, list[Nasib]] = {}
    for (dari, _), tujuan in hasil.akibat.orang.items():
        sendiri.setdefault(dari, []).append(tujuan.nasib)
    kata = q.casefold().split()
    rows = []
    for p in hasil.baris_pos():
        orang = sendiri.get(p.pk, [])
        semua = {p.tujuan.nasib.value, *(n.value for n in orang)}
        if p.isi == len(orang) and orang:
            semua = {n.value for n in orang}
        teks = f"{p.jabatan} {p.unit}".casefold()
        sisa = p.isi - len(orang) if p.tujuan.nasib is Nasib.BELUM else 0
        belum = max(0, sisa) + sum(n is Nasib.BELUM for n in orang)
        cocok = belum > 0 if nasib == Nasib.BELUM else not nasib or nasib in semua
        if cocok and all(k in teks for k in kata):
            rows.append(BarisTunggu(p, len(orang), belum))
    return sorted(rows, key=lambda r: (-r.belum, -r.pos.isi)) if nasib == Nasib.BELUM else rows


def pos_rencana(rencana: RencanaSotk) -> QuerySet[Formasi]:
    """Posts of the branch of a plan."""
    units = UnitKerja.objects.di_bawah(rencana.cabang).order_by().values("pk")
    return Formasi.objects.filter(unit__in=units).with_names()


def nasib_pos(rencana: RencanaSotk, dari: Formasi, *, per: date) -> BarisPos | None:
    """What becomes of one post; None for one nobody is counted under."""
    rows = hasil_sotk(rencana, per=per).baris_pos()
    return next((p for p in rows if p.pk == dari.pk), None)


def tandai_penempatan(rows: Iterable[Any], tangan: dict[int | None, PenempatanSotk]) -> None:
    """Give each holder what was decided about him alone."""
    for satu in rows:
        satu.penempatan = tangan.get(satu.pk)


def pemangku(dari: Formasi, pengguna: Any, *, per: date) -> QuerySet[Pegawai]:
    """Holders of a post, for those who may see people; nobody for the others."""
    rows = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return rows.filter(formasi=dari).select_related("golongan").order_by("nama", "pk")


def boleh_nama(rencana: RencanaSotk, pengguna: Any, *, per: date) -> bool:
    """Whether names of people may stand on the pages of this plan."""
    lihat = Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return lihat.memuat(rencana.cabang.kiri)


def penempatan_pos(rencana: RencanaSotk, dari: Formasi) -> dict[int | None, PenempatanSotk]:
    """What stands by hand about a post (None) and about its holders (by key)."""
    rows = rencana.penempatan.filter(dari=dari).select_related("kotak", "jabatan")
    return {r.pegawai_id: r for r in rows}


def kotak_dari_unit(rencana: RencanaSotk, unit: int) -> list[KotakSotk]:
    """The boxes an old unit goes to."""
    rows = KotakSotk.objects.filter(rencana=rencana, peta__lama=unit)
    return list(rows.order_by("urutan", "pk"))

"""Plans of structures for people: the list, one box, one old unit, posts that wait for a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet
from pegawai.models import Jabatan, JenisJabatan, Pegawai
from penilaian.kernel.sotk import Nasib
from penilaian.kernel.sotk_periksa import TemuanSotk
from penilaian.models import (
    Hubungan,
    KeadaanSotk,
    KotakSotk,
    PetaKotak,
    RencanaSotk,
)
from penilaian.selectors.sotk_akibat import (
    BarisOrang,
    BarisPos,
    HasilSotk,
    hasil_sotk,
    rencana_untuk,
    tandai_orang,
)
from penilaian.selectors.sotk_pohon import Gambar, Simpul, gambar, gambar_riwayat
from toolkit.cari import memuat

SEMUA_MUAT = 150  # boxes a choice shows at once; with more of them one searches
BANYAK_TEMUAN = 40
SEDIKIT_TEMUAN, SEMUA_TEMUAN = 8, 200  # findings on the page of a plan
BANYAK_PEMANGKU = 200
MENUNGGU = (KeadaanSotk.DRAF, KeadaanSotk.DITETAPKAN)


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
    ).filter(memuat(q, "nama", "cabang__nama", "dasar"))
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
    return rows.filter(memuat(q, "nama")) if q else rows.filter(tingkat__lte=1)


def jumlah_unit(cabang: UnitKerja, *, per: date) -> int:
    """How many boxes a plan for this branch begins with."""
    return UnitKerja.objects.aktif(per).di_bawah(cabang).count()


@dataclass(frozen=True)
class Rencana:
    """A plan with its trees; ``hasil`` only while it is still to come."""

    rencana: RencanaSotk
    gambar: Gambar
    hasil: HasilSotk | None


def hasil_menunggu(rencana: RencanaSotk, *, per: date) -> HasilSotk | None:
    """The plan thought through, while it is still to come."""
    return hasil_sotk(rencana, per=per) if rencana.keadaan in MENUNGGU else None


def baca_rencana(rencana: RencanaSotk, *, per: date) -> Rencana:
    """The plan against the present while it waits, as history afterwards."""
    hasil = hasil_menunggu(rencana, per=per)
    return Rencana(rencana, gambar(hasil) if hasil else gambar_riwayat(rencana), hasil)


def pilihan_kotak(
    kotak: Mapping[int, KotakSotk], cari: str, utama: Sequence[int] = (), tanpa: Sequence[int] = ()
) -> list[tuple[int, str]]:
    """Boxes to choose from: all of a small plan, else the likely ones and those searched for."""
    kata = cari.casefold().split()
    tersisa = [k for k in kotak.values() if k.pk not in tanpa]
    if kata:
        cocok = [k for k in tersisa if all(satu in k.nama.casefold() for satu in kata)]
    else:
        cocok = tersisa if len(kotak) <= SEMUA_MUAT or not utama else []
    dulu = [k for k in tersisa if k.pk in utama]
    dulu += [k for k in cocok if k.pk not in utama][:SEMUA_MUAT]
    induk = {k.pk: atas.nama for k in dulu if (atas := kotak.get(k.induk_id or 0))}
    return [(k.pk, f"{k.nama} — {induk[k.pk]}" if k.pk in induk else k.nama) for k in dulu]


def semua_kotak(rencana: RencanaSotk) -> dict[int, KotakSotk]:
    """Every box of a plan, in its order."""
    return {k.pk: k for k in KotakSotk.objects.filter(rencana=rencana)}


def pilihan_unit(
    rencana: RencanaSotk,
    cari: str,
    tanpa: Sequence[int] = (),
    dekat: UnitKerja | None = None,
    terpilih: Sequence[int] = (),
) -> list[tuple[int, str]]:
    """Old units to merge: those beside ``dekat``, or searched for; with what they become now."""
    rows = UnitKerja.objects.di_bawah(rencana.cabang).exclude(pk__in=tanpa).order_by("kiri")
    if cari:
        rows = rows.filter(memuat(cari, "nama") | Q(pk__in=terpilih))
    elif dekat is not None:
        rows = rows.filter(Q(induk=dekat.induk) | Q(pk__in=terpilih))
    rows = rows.annotate(dahulu=Case(When(pk__in=terpilih, then=0), default=1))
    units = list(rows.select_related("induk").order_by("dahulu", "kiri")[:BANYAK_TEMUAN])
    arah = peta_bernama(rencana, [u.pk for u in units])
    hasil = []
    for u in units:
        kini = arah.get(u.pk, "belum dipetakan")
        hasil.append((u.pk, f"{u.nama} ({u.induk})" + ("" if kini == "tetap" else f": {kini}")))
    return hasil


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


def cari_jf(q: str, terpilih: int | None = None) -> list[tuple[int, str]]:
    """JF in force by name: what a head can be made the equal of; the chosen one stays."""
    rows = Jabatan.objects.filter(
        jenis=JenisJabatan.FUNGSIONAL, aktif=True, di_luar_referensi=False, kelompok=False
    )
    dicari = memuat(q, "nama") if q.strip() else Q(pk__in=[])
    if not q.strip() and terpilih is None:
        return []
    rows = rows.filter(dicari | Q(pk=terpilih)).order_by("nama")
    return list(rows.values_list("pk", "nama")[:BANYAK_TEMUAN])


@dataclass(frozen=True)
class RincianKotak:
    """One box with its marks, its units, its children, what is wrong with it, its posts."""

    kotak: KotakSotk
    asal: str
    induk: Simpul | None
    simpul: Simpul
    sumber: Sequence[Simpul]
    anak: Sequence[Simpul]
    temuan: Sequence[TemuanSotk]
    pos: Sequence[BarisPos]


def rincian_kotak(isi: Rencana, pk: int) -> RincianKotak | None:
    """Everything about one box; None when the plan has no such box."""
    g, kotak = isi.gambar, isi.gambar.kotak.get(pk)
    if kotak is None:
        return None
    return RincianKotak(
        kotak=kotak,
        asal=g.unit.get(kotak.asal_id or 0, ("", None))[0],
        induk=g.simpul_baru.get(kotak.induk_id or 0),
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


def pos_satu(hasil: HasilSotk, pk: int) -> BarisTunggu | None:
    """One post with its fate; None for one that the plan is not about."""
    return next((b for b in pos_menurut_nasib(hasil, "", "") if b.pos.pk == pk), None)


def kotak_dari_unit(hasil: HasilSotk, unit: int) -> list[int]:
    """Keys of the boxes an old unit goes to."""
    peta = hasil.akibat.draf.peta_unit.get(unit, ())
    return [p.baru for p in peta if p.baru is not None]


def pemangku(dari: int, pengguna: Any, hasil: HasilSotk, *, per: date) -> list[BarisOrang]:
    """Holders of a post with their fate, for those who may see people; nobody for the others."""
    rows = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).filter(formasi=dari)
    rows = rows.select_related("golongan", "jabatan").order_by("nama", "pk")
    return tandai_orang(list(rows[:BANYAK_PEMANGKU]), hasil)


def boleh_nama(rencana: RencanaSotk, pengguna: Any, *, per: date) -> bool:
    """Whether names of people may stand on the pages of this plan."""
    lihat = Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return lihat.memuat(rencana.cabang.kiri)

"""A plan of a structure as the kernel reads it: the present it changes, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from organisasi.models import UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel import sotk
from penilaian.kernel.hitungan import pecahan
from penilaian.kernel.sotk_kebutuhan import Butuh
from penilaian.models import Kebutuhan, KotakSotk, PenempatanSotk, PetaKotak, Posisi, RencanaSotk
from penilaian.selectors.kebutuhan import BarisPosisi, Ketentuan, ketentuan

POS = (
    "pk", "unit_id", "jabatan_id", "jabatan__jenis", "jabatan__eselon_id", "jabatan__nama",
    "isi_pns", "isi_pppk", "isi_pppk_pw", "isi", "butuh", "beralias", "terpakai__sumber",
    "terpakai__mentah", "terpakai__perhitungan__menit", "terpakai__perhitungan__jke_menit",
)  # fmt: skip


@dataclass(frozen=True)
class Bahan:
    """``isi`` counts holders who fill seats; the draft counts everybody."""

    draf: sotk.Draf
    unit: Mapping[int, UnitKerja]
    kotak: Mapping[int, KotakSotk]
    nama_pos: Mapping[int, str]
    butuh: Mapping[int, Butuh]
    isi: Mapping[int, int]
    isi_orang: Mapping[tuple[int, int], int]
    aturan: Ketentuan
    rentang: Sequence[tuple[int, int]]

    def saring(self, prefix: str) -> Q:
        """Within the offices this plan is about."""
        return saring_rentang(self.rentang, prefix)


def saring_rentang(rentang: Iterable[tuple[int, int]], prefix: str) -> Q:
    """Rows whose unit lies in one of these intervals of the tree."""
    hasil = Q(pk__in=[])
    for kiri, kanan in rentang:
        hasil |= Q(**{f"{prefix}kiri__gte": kiri, f"{prefix}kiri__lte": kanan})
    return hasil


def bahan(rencana: RencanaSotk, *, per: date) -> Bahan:
    """Everything a plan is judged by, in a constant number of queries.

    It is about its branch, and about every office its map or a box names, with all below.
    """
    kotak, peta = _bentuk(rencana)
    keputusan = list(_keputusan(rencana))
    rentang = _rentang(rencana, kotak.values(), peta)
    unit = {u.pk: u for u in _unit_aktif(rentang, per).order_by("kiri")}
    aturan = ketentuan(per=per)
    disebut = {k.dari_id for k in keputusan}
    rows = [r for r in _posisi(rentang, aturan, disebut) if r["unit_id"] in unit]
    draf = sotk.Draf(
        unit=[_unit(u) for u in unit.values()],
        kotak=[_kotak(k) for k in kotak.values()],
        peta=[sotk.Peta(p.lama_id, sotk.Hubungan(p.hubungan), p.baru_id) for p in peta],
        pos=[_pos(r) for r in rows],
        keputusan=[_putusan(k) for k in keputusan],
        berlaku=rencana.berlaku,
        luar=rencana.cabang.induk_id,
    )
    pw = {k.pegawai_id: k.status_pegawai == StatusPegawai.PPPK_PW for k in keputusan}
    return Bahan(
        draf=draf, unit=unit, kotak=kotak,
        nama_pos={r["pk"]: r["jabatan__nama"] for r in rows},
        butuh=_butuh(rows),
        isi={r["pk"]: r["isi"] for r in rows},
        isi_orang={
            (k.dari_id, k.pegawai_id): int(aturan.pw_mengisi or not pw[k.pegawai_id])
            for k in keputusan
            if k.pegawai_id is not None and k.masih
        },
        aturan=aturan, rentang=rentang,
    )  # fmt: skip


def unit_rencana(rencana: RencanaSotk, *, per: date) -> set[int]:
    """Keys of the open offices a plan is about."""
    kotak, peta = _bentuk(rencana)
    rentang = _rentang(rencana, kotak.values(), peta)
    return set(_unit_aktif(rentang, per).values_list("pk", flat=True))


def _bentuk(rencana: RencanaSotk) -> tuple[dict[int, KotakSotk], list[PetaKotak]]:
    """Its boxes by key and its map, with the offices they name."""
    kotak = KotakSotk.objects.filter(rencana=rencana).select_related("asal")
    peta = PetaKotak.objects.filter(rencana=rencana).select_related("lama").order_by("pk")
    return {k.pk: k for k in kotak}, list(peta)


def _unit_aktif(rentang: Iterable[tuple[int, int]], per: date) -> QuerySet[UnitKerja]:
    return UnitKerja.objects.aktif(per).filter(saring_rentang(rentang, ""))


def _rentang(
    rencana: RencanaSotk, kotak: Iterable[KotakSotk], peta: Iterable[PetaKotak]
) -> list[tuple[int, int]]:
    """The widest intervals of the tree that hold its branch and every office it names."""
    asal = [k.asal for k in kotak if k.asal is not None]
    bernama = [rencana.cabang, *(p.lama for p in peta), *asal]
    hasil: list[tuple[int, int]] = []
    for kiri, kanan in sorted({(u.kiri, u.kanan) for u in bernama}):
        if not hasil or kiri > hasil[-1][1]:
            hasil.append((kiri, kanan))
    return hasil


def _keputusan(rencana: RencanaSotk) -> Any:
    """Decisions by hand; ``masih``: the person still holds the post it speaks of."""
    memegang = Pegawai.objects.filter(pk=OuterRef("pegawai"), formasi=OuterRef("dari"))
    return (
        PenempatanSotk.objects.filter(rencana=rencana)
        .select_related("jabatan")
        .annotate(masih=Exists(memegang), status_pegawai=F("pegawai__status"))
        .order_by("pk")
    )


def _posisi(rentang: Sequence[tuple[int, int]], aturan: Ketentuan, disebut: set[int]) -> Any:
    """Posts under which somebody or something is counted, and those a decision names."""
    rows: BarisPosisi = Posisi.objects.with_kebutuhan(
        eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi
    ).filter(saring_rentang(rentang, "unit__"), dihitung_ke__isnull=True)
    bermakna = Q(butuh__isnull=False) | Q(isi_pns__gt=0) | Q(isi_pppk__gt=0)
    bermakna |= Q(isi_pppk_pw__gt=0) | Q(pk__in=disebut)
    alias = Formasi.objects.filter(dihitung_ke=OuterRef("pk"))
    rows = rows.filter(bermakna).annotate(beralias=Exists(alias))
    return rows.order_by("unit__kiri", "pk").values(*POS)


def _unit(u: UnitKerja) -> sotk.UnitLama:
    return sotk.UnitLama(u.pk, u.nama, u.induk_id)


def _kotak(k: KotakSotk) -> sotk.Kotak:
    return sotk.Kotak(k.pk, k.nama, k.induk_id, k.asal_id, k.jabatan, k.eselon_id)


def _pos(r: Mapping[str, Any]) -> sotk.Pos:
    return sotk.Pos(
        pk=r["pk"], unit=r["unit_id"], jabatan=r["jabatan_id"],
        struktural=r["jabatan__jenis"] == JenisJabatan.STRUKTURAL,
        eselon=r["jabatan__eselon_id"],
        isi=r["isi_pns"] + r["isi_pppk"] + r["isi_pppk_pw"],
    )  # fmt: skip


def _putusan(k: Any) -> sotk.Keputusan:
    gugur = k.pegawai_id is not None and not k.masih
    return sotk.Keputusan(
        dari=0 if gugur else k.dari_id, nasib=sotk.Nasib(k.nasib), pegawai=k.pegawai_id,
        kotak=k.kotak_id, jabatan=k.jabatan_id,
        jenis=k.jabatan.jenis if k.jabatan is not None else "", alasan=k.alasan,
    )  # fmt: skip


def _butuh(rows: Sequence[Mapping[str, Any]]) -> dict[int, Butuh]:
    """Exact needs of the source that counts; a seat of the structure needs exactly one.

    Where several names are counted in one post, its fellow rows of that source are read too.
    """
    awalan = "terpakai__perhitungan__"
    tepat = {
        r["pk"]: _tepat(r["terpakai__mentah"], r[f"{awalan}menit"], r[f"{awalan}jke_menit"])
        for r in rows
        if r["terpakai__mentah"] is not None
    }
    for pos, satu in _serupa([r["pk"] for r in rows if r["beralias"]]):
        tepat[pos] += satu
    return {
        r["pk"]: Butuh(
            tepat.get(r["pk"], Fraction(r["butuh"])), r["butuh"], r["terpakai__sumber"] or ""
        )
        for r in rows
        if r["butuh"] is not None
    }


def _serupa(pos: Sequence[int]) -> Iterator[tuple[int, Fraction]]:
    """Rows of the source that counts which do not carry the mark themselves."""
    if not pos:
        return
    needs = Kebutuhan.objects.filter(
        dipakai=False, formasi__in=pos,
        formasi__kebutuhan__dipakai=True, formasi__kebutuhan__sumber=F("sumber"),
    ).order_by()  # fmt: skip
    for satu, mentah, menit, jke in needs.values_list(
        "formasi", "mentah", "perhitungan__menit", "perhitungan__jke_menit"
    ):
        yield satu, _tepat(mentah, menit, jke)


def _tepat(mentah: Any, menit: str | None, jke: int | None) -> Fraction:
    return pecahan(mentah) if jke is None else Fraction(menit or "0") / jke

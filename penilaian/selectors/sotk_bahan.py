"""A plan of a structure as the kernel reads it: the present it changes, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from organisasi.models import UnitKerja
from pegawai.models import JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel import sotk
from penilaian.kernel.hitungan import pecahan
from penilaian.kernel.sotk_kebutuhan import Butuh
from penilaian.models import Kebutuhan, KotakSotk, PenempatanSotk, PetaKotak, Posisi, RencanaSotk
from penilaian.selectors.kebutuhan import BarisPosisi, Ketentuan, ketentuan

POS = (
    "pk", "unit_id", "jabatan_id", "jabatan__jenis", "jabatan__eselon_id", "jabatan__nama",
    "isi_pns", "isi_pppk", "isi_pppk_pw", "isi", "butuh",
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
    kotak = {k.pk: k for k in KotakSotk.objects.filter(rencana=rencana)}
    peta = list(PetaKotak.objects.filter(rencana=rencana).order_by("pk"))
    keputusan = list(_keputusan(rencana))
    bernama = {p.lama_id for p in peta} | {k.asal_id or 0 for k in kotak.values()}
    rentang = _rentang({rencana.cabang_id, *bernama})
    unit = {
        u.pk: u
        for u in UnitKerja.objects.aktif(per).filter(saring_rentang(rentang, "")).order_by("kiri")
    }
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
        butuh=_butuh(rows, rentang),
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
    bernama = set(PetaKotak.objects.filter(rencana=rencana).values_list("lama", flat=True))
    rentang = _rentang({rencana.cabang_id, *bernama})
    rows = UnitKerja.objects.aktif(per).filter(saring_rentang(rentang, ""))
    return set(rows.values_list("pk", flat=True))


def _rentang(bernama: Iterable[int]) -> list[tuple[int, int]]:
    """The widest intervals of the tree that hold these offices."""
    rows = UnitKerja.objects.filter(pk__in=list(bernama)).order_by("kiri")
    hasil: list[tuple[int, int]] = []
    for kiri, kanan in rows.values_list("kiri", "kanan"):
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
    return rows.filter(bermakna).order_by("unit__kiri", "pk").values(*POS)


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


def _butuh(
    rows: Sequence[Mapping[str, Any]], rentang: Sequence[tuple[int, int]]
) -> dict[int, Butuh]:
    """Exact needs of the source that counts; a seat of the structure needs exactly one."""
    terpakai = Kebutuhan.objects.terpakai().filter(
        formasi=OuterRef("formasi"), sumber=OuterRef("sumber")
    )
    needs = Kebutuhan.objects.filter(
        saring_rentang(rentang, "formasi__unit__"), Exists(terpakai)
    ).order_by()
    tepat: dict[int, Fraction] = {}
    for pos, mentah, menit, jke in needs.values_list(
        "formasi", "mentah", "perhitungan__menit", "perhitungan__jke_menit"
    ):
        satu = pecahan(mentah) if jke is None else Fraction(menit) / jke
        tepat[pos] = tepat.get(pos, Fraction()) + satu
    return {
        r["pk"]: Butuh(tepat.get(r["pk"], Fraction(r["butuh"])), r["butuh"])
        for r in rows
        if r["butuh"] is not None
    }

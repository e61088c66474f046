"""The whole analysis of needs for one day, as ``manage.py analisis_kebutuhan`` gives it.

Bezetting is counted from the assignments of that day, not from the stored totals, so that any day
can be asked; a test holds the two against each other. Matches of names have no past: every day is
counted by those in force now, as needs are. EJ and EU come from the exact load, in people by the
JKE each need was decided with, so they agree with the raw need whatever JKE is now. Writes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from organisasi.models import UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai, Penugasan, StatusPegawai
from penilaian.kernel.efektivitas import BebanPosisi, efektivitas, efektivitas_unit
from penilaian.kernel.hitungan import desimal, pecahan
from penilaian.kernel.kesenjangan import Isi, jumlahkan, selisih
from penilaian.kernel.proyeksi import hitung_pensiun
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan

_STATUS = {
    StatusPegawai.PNS: "pns",
    StatusPegawai.PPPK: "pppk",
    StatusPegawai.PPPK_PW: "pppk_pw",
}


@dataclass
class _Butuh:
    """The need of a post as counted: all rows of the source that counts, added up exactly."""

    sumber: str
    jumlah: int = 0
    tepat: Fraction = Fraction()
    terukur: bool = True  # every row of it was computed from minutes of tasks

    def beban(self, k: KetentuanKebutuhan) -> Fraction | None:
        """Minutes a year, restated in the JKE of the day; None when the load was not measured."""
        if self.sumber != SumberKebutuhan.ABK or not self.terukur:
            return None
        return self.tepat * k.jke_menit


@dataclass
class _Bahan:
    """What the analysis of one day reads, in a handful of queries."""

    aturan: Ketentuan
    k: KetentuanKebutuhan
    isi: dict[int, Isi] = field(default_factory=dict)
    butuh: dict[int, _Butuh] = field(default_factory=dict)


def analisis_kebutuhan(*, per: date, unit: UnitKerja | None = None) -> dict[str, Any]:
    """The object of ANTARMUKA section 4; with ``unit`` only that unit and everything below it."""
    bahan = _Bahan(aturan=ketentuan(per=per), k=tetapan_kebutuhan(per=per))
    bahan.isi = _isi_per_formasi(per, unit)
    bahan.butuh = _kebutuhan_per_formasi(unit)
    formasi = _baris_formasi(bahan, unit)
    total = jumlahkan((f["kebutuhan"], f["bezetting"]) for f in formasi)
    return {
        "per": per.isoformat(),
        "jke_menit": bahan.aturan.jke_menit,
        "formasi": [{k: v for k, v in f.items() if not k.startswith("_")} for f in formasi],
        "unit": _baris_unit(formasi, bahan.k),
        "total": {
            "kebutuhan": total.kebutuhan,
            "bezetting": total.bezetting,
            "kekurangan": total.kekurangan,
            "kelebihan": total.kelebihan,
        },
        "pensiun": _pensiun(per, unit),
        "akhir_kontrak": _akhir_kontrak(per, unit),
        "jabatan_struktural_kosong": _kursi_kosong(formasi),
    }


def _kursi_kosong(formasi: list[dict[str, Any]]) -> int:
    return sum(1 for f in formasi if f["_kursi"] and not any(f["bezetting_per_status"].values()))


def _isi_per_formasi(per: date, unit: UnitKerja | None) -> dict[int, Isi]:
    """Holders of the day by the post under which their printed one is counted now.

    Not by ``Penugasan.formasi``: an assignment that ended keeps the post of its own time there,
    and one day must not be counted half by old names and half by new ones.
    """
    rows = (
        Penugasan.objects.definitif()
        .berlaku(per)
        .filter(formasi__isnull=False)
        .exclude(pegawai__berhenti__lte=per)
    )
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    tempat = {
        (di_unit, jabatan): ke or pk
        for pk, di_unit, jabatan, ke in Formasi.objects.order_by().values_list(
            "pk", "unit", "jabatan", "dihitung_ke"
        )
    }
    hitung: dict[int, Counter[str]] = defaultdict(Counter)
    for di_unit, jabatan, post, status, banyak in (
        rows.order_by()
        .values_list("unit", "jabatan", "formasi", "pegawai__status")
        .annotate(n=Count("pk"))
    ):
        kini = tempat.get((di_unit, jabatan), post)
        hitung[kini][_STATUS[StatusPegawai(status)]] += banyak
    return {post: Isi(**isi) for post, isi in hitung.items()}


def _kebutuhan_per_formasi(unit: UnitKerja | None) -> dict[int, _Butuh]:
    serupa = Kebutuhan.objects.filter(
        formasi=OuterRef("formasi"), sumber=OuterRef("sumber"), dipakai=True
    )
    rows = Kebutuhan.objects.filter(Q(dipakai=True) | Exists(serupa)).order_by(
        "formasi", "-dipakai"
    )
    if unit is not None:
        rows = rows.filter(formasi__unit__kiri__gte=unit.kiri, formasi__unit__kiri__lte=unit.kanan)
    hasil: dict[int, _Butuh] = {}
    for post, sumber, terhitung, mentah, menit, jke in rows.values_list(
        "formasi", "sumber", "terhitung", "mentah", "perhitungan__menit", "perhitungan__jke_menit"
    ):
        tepat = pecahan(mentah) if jke is None else _orang(menit, jke)
        butuh = hasil.get(post)
        if butuh is None:
            # The row that counts comes first, with the sum of its source.
            hasil[post] = _Butuh(sumber, terhitung or 0, tepat, jke is not None)
        else:
            butuh.tepat += tepat
            butuh.terukur &= jke is not None
    return hasil


def _orang(menit: str, jke: int) -> Fraction:
    """Exact people; whole minutes, the usual case, are read without a detour."""
    return Fraction(int(menit), jke) if menit.isdecimal() else Fraction(menit) / jke


def _baris_formasi(bahan: _Bahan, unit: UnitKerja | None) -> list[dict[str, Any]]:
    rows = Formasi.objects.all()
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    hasil = []
    for pk, unor_id, unor, jabatan_id, jabatan, jenis, eselon in rows.order_by(
        "unit__kiri", "jabatan__nama", "pk"
    ).values_list(
        "pk",
        "unit__siasn_id",
        "unit__nama",
        "jabatan__siasn_id",
        "jabatan__nama",
        "jabatan__jenis",
        "jabatan__eselon_id",
    ):
        isi = bahan.isi.get(pk, Isi())
        kursi = jenis == JenisJabatan.STRUKTURAL and eselon in bahan.aturan.eselon_berkursi
        butuh = bahan.butuh.get(pk)
        if butuh is None and kursi:
            butuh = _Butuh(SumberKebutuhan.STRUKTUR.value, 1, Fraction(1))
        if butuh is None and isi.semua == 0:
            continue
        nama = {"unor_id": unor_id, "unor": unor, "jabatan_id": jabatan_id, "jabatan": jabatan}
        hasil.append({**nama, **_angka_formasi(bahan, butuh, isi), "_kursi": kursi})
    return hasil


def _angka_formasi(bahan: _Bahan, butuh: _Butuh | None, isi: Isi) -> dict[str, Any]:
    nominal = isi.nominal(pw_mengisi=bahan.aturan.pw_mengisi)
    kebutuhan = None if butuh is None else butuh.jumlah
    beban = None if butuh is None else butuh.beban(bahan.k)
    ukuran = None if beban is None else efektivitas(beban, nominal, bahan.k)
    ej = None if ukuran is None else ukuran.ej
    return {
        "sumber": None if butuh is None else butuh.sumber,
        "kebutuhan_mentah": None if butuh is None else str(desimal(butuh.tepat)),
        "kebutuhan": kebutuhan,
        "bezetting": nominal,
        "bezetting_per_status": {"PNS": isi.pns, "PPPK": isi.pppk, "PPPK_PW": isi.pppk_pw},
        "selisih": selisih(kebutuhan, nominal),
        "ej": None if ej is None else str(ej),
        "kelas": None if ukuran is None else ukuran.kelas,
        "_beban": beban,
    }


def _baris_unit(formasi: list[dict[str, Any]], k: KetentuanKebutuhan) -> list[dict[str, Any]]:
    """Own posts only; EU over those whose load was measured."""
    per_unit: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for f in formasi:
        per_unit[f["unor_id"], f["unor"]].append(f)
    hasil = []
    for (unor_id, unor), baris in per_unit.items():
        jumlah = jumlahkan((f["kebutuhan"], f["bezetting"]) for f in baris)
        ukuran = efektivitas_unit(
            [
                BebanPosisi(f["_beban"], f["kebutuhan"], f["bezetting"])
                for f in baris
                if f["_beban"] is not None
            ],
            k,
        ).eu
        eu = ukuran.ej
        hasil.append(
            {
                "unor_id": unor_id,
                "unor": unor,
                "kekurangan": jumlah.kekurangan,
                "kelebihan": jumlah.kelebihan,
                "eu": None if eu is None else str(eu),
                "kelas": ukuran.kelas,
            }
        )
    return hasil


def _tercatat(unit: UnitKerja | None) -> Any:
    rows = Pegawai.objects.tercatat()
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    return rows.order_by()


def _pensiun(per: date, unit: UnitKerja | None) -> dict[str, Any]:
    rows = _tercatat(unit).values_list("status", "tmt_pensiun").annotate(n=Count("pk"))
    hasil = hitung_pensiun(rows, per=per, status=StatusPegawai.values)
    return {
        **{
            status: {str(tahun): n for tahun, n in per_tahun.items()}
            for status, per_tahun in hasil.per_status.items()
        },
        "tanpa_bup": hasil.tanpa_bup,
        "lewat_bup": hasil.lewat_bup,
    }


def _akhir_kontrak(per: date, unit: UnitKerja | None) -> dict[str, Any]:
    rows = (
        _tercatat(unit)
        .filter(akhir_kontrak__gte=per)
        .values_list("status", "akhir_kontrak__year")
        .annotate(n=Count("pk"))
    )
    hasil: dict[str, dict[str, int]] = {StatusPegawai.PPPK: {}, StatusPegawai.PPPK_PW: {}}
    for status, tahun, banyak in rows:
        hasil.setdefault(status, {})[str(tahun)] = banyak
    return {str(k): v for k, v in hasil.items()}

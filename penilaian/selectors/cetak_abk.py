"""What the printed ABK papers say: the form of each post, the recap of posts and of units.

Loads come from the need that counts, like everywhere; a form shows its own version, with the
constants that version was computed with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import JenisJabatan
from penilaian.kernel.abk import BarisTugas, dari_tugas
from penilaian.kernel.efektivitas import (
    BebanPosisi,
    Efektivitas,
    EfektivitasUnit,
    efektivitas,
    efektivitas_unit,
)
from penilaian.kernel.hitungan import pecahan
from penilaian.kernel.kesenjangan import Isi
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import (
    KeadaanHitung,
    Kebutuhan,
    PerhitunganKebutuhan,
    Posisi,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.selectors.kebutuhan import BarisPosisi, ketentuan, posisi_untuk
from penilaian.selectors.tetapan import tetapan_kebutuhan

_BERJALAN = Q(kebutuhan__isnull=False) | ~Q(keadaan=KeadaanHitung.FINAL)


def urut_jabatan(prefix: str = "") -> Case:
    """As a chart lists them: the head, functional posts, pelaksana."""
    return Case(
        When(**{f"{prefix}jabatan__jenis": JenisJabatan.STRUKTURAL}, then=Value(0)),
        When(**{f"{prefix}jabatan__jenis": JenisJabatan.FUNGSIONAL}, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


@dataclass(frozen=True)
class Formulir:
    """One computation of one post, ready to be printed. ``pemangku`` is None where its holders
    are counted under another name; then there is no EJ."""

    perhitungan: PerhitunganKebutuhan
    uraian: Sequence[UraianTugas]
    baris: Sequence[BarisTugas]
    pemangku: int | None
    ej: Efektivitas | None

    @property
    def menit(self) -> Fraction:
        """The load of a year."""
        return sum((b.menit for b in self.baris), Fraction())


@dataclass(frozen=True)
class BarisRekap:
    """One post of the recap; ``beban`` None: not measured by tasks."""

    posisi: Any
    tepat: Fraction | None
    beban: Fraction | None
    ej: Efektivitas | None


@dataclass(frozen=True)
class RekapUnit:
    """The posts of one unit, and its effectiveness over those that were measured."""

    unit: UnitKerja
    baris: Sequence[BarisRekap]
    ukuran: EfektivitasUnit
    jumlah: dict[str, int]


@dataclass(frozen=True)
class Rekap:
    """A branch: its units in the order of the tree, and the whole."""

    per: date
    unit: UnitKerja | None
    bagian: Sequence[RekapUnit]
    semua: EfektivitasUnit
    jumlah: dict[str, int]
    jke: Fraction

    @property
    def posisi(self) -> int:
        """How many posts."""
        return sum(len(b.baris) for b in self.bagian)


def _cabang(rows: Any, unit: UnitKerja | None, prefix: str = "unit__") -> Any:
    if unit is None:
        return rows
    return rows.filter(**{f"{prefix}kiri__gte": unit.kiri, f"{prefix}kiri__lte": unit.kanan})


def posisi_cabang(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> BarisPosisi:
    """Posts with a need or a holder within reach, in the order of a chart."""
    rows = _cabang(posisi_untuk(pengguna, per=per, aturan=ketentuan(per=per)), unit)
    return rows.select_related("unit__opd", "jabatan").order_by(
        "unit__kiri", urut_jabatan(), "jabatan__eselon_id", "jabatan__nama", "pk"
    )


def rekap(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> Rekap:
    """In four queries, whatever the number of posts."""
    k = tetapan_kebutuhan(per=per)
    posisi = list(posisi_cabang(pengguna, unit, per=per))
    beban = _beban(unit)
    per_unit: dict[int, list[BarisRekap]] = defaultdict(list)
    for p in posisi:
        per_unit[p.unit_id].append(_baris(p, beban.get((p.pk, p.sumber)), k))
    bagian = [_rekap_unit(rows, k) for rows in per_unit.values()]
    semua = [b for rows in per_unit.values() for b in rows]
    return Rekap(per, unit, bagian, _ukur(semua, k), _jumlah(semua), k.jke_menit)


def _beban(unit: UnitKerja | None) -> dict[tuple[int, str], tuple[Fraction, bool]]:
    """By post and source: exact people, and whether all of it was measured by tasks."""
    rows = _cabang(Kebutuhan.objects.order_by(), unit, "formasi__unit__")
    hasil: dict[tuple[int, str], tuple[Fraction, bool]] = {}
    for post, sumber, mentah, menit, jke in rows.values_list(
        "formasi", "sumber", "mentah", "perhitungan__menit", "perhitungan__jke_menit"
    ):
        tepat, terukur = hasil.get((post, sumber), (Fraction(), True))
        satu = pecahan(mentah) if jke is None else Fraction(menit) / jke
        hasil[post, sumber] = (tepat + satu, terukur and jke is not None)
    return hasil


def _baris(p: Any, beban: tuple[Fraction, bool] | None, k: KetentuanKebutuhan) -> BarisRekap:
    if beban is None:
        return BarisRekap(p, None, None, None)
    tepat, terukur = beban
    if p.sumber != SumberKebutuhan.ABK or not terukur:
        return BarisRekap(p, tepat, None, None)
    menit = tepat * k.jke_menit
    return BarisRekap(p, tepat, menit, efektivitas(menit, p.isi, k))


def _rekap_unit(rows: Sequence[BarisRekap], k: KetentuanKebutuhan) -> RekapUnit:
    return RekapUnit(rows[0].posisi.unit, rows, _ukur(rows, k), _jumlah(rows))


def _ukur(rows: Sequence[BarisRekap], k: KetentuanKebutuhan) -> EfektivitasUnit:
    terukur = [b for b in rows if b.beban is not None]
    return efektivitas_unit(
        [BebanPosisi(b.beban or Fraction(), b.posisi.butuh, b.posisi.isi) for b in terukur], k
    )


def _jumlah(rows: Sequence[BarisRekap]) -> dict[str, int]:
    kunci = ("butuh", "isi", "kurang", "lebih")
    return {nama: sum(getattr(b.posisi, nama) or 0 for b in rows) for nama in kunci}


# --- forms ---------------------------------------------------------------------------------------
def _versi(pengguna: Pengguna, *, per: date) -> Any:
    rows = PerhitunganKebutuhan.objects.filter(
        sumber=SumberKebutuhan.ABK, formasi__in=_terjangkau(pengguna, per)
    )
    return rows.select_related(
        "formasi__unit__opd", "formasi__jabatan", "formasi__dihitung_ke__jabatan",
        "dibuat_oleh", "diperiksa_oleh", "diputuskan_oleh", "kebutuhan",
    )  # fmt: skip


def _terjangkau(pengguna: Pengguna, per: date) -> Any:
    rows = Posisi.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    return rows.order_by().values("pk")


def formulir_satu(pengguna: Pengguna, pk: int, *, per: date) -> Formulir | None:
    """One version; None when its post is out of reach or it is not one of task rows."""
    satu = _versi(pengguna, per=per).filter(pk=pk, jke_menit__isnull=False).first()
    return None if satu is None else _formulir([satu], per)[0]


def formulir_cabang(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> Sequence[Formulir]:
    """Of every post of the branch the version in force, else the one on its way."""
    rows = _cabang(_versi(pengguna, per=per), unit, "formasi__unit__")
    pilihan: dict[int, PerhitunganKebutuhan] = {}
    for satu in rows.filter(_BERJALAN, jke_menit__isnull=False).order_by(
        "formasi__unit__kiri", urut_jabatan("formasi__"), "formasi__jabatan__nama", "formasi"
    ):
        ada = pilihan.get(satu.formasi_id)
        if ada is None or hasattr(satu, "kebutuhan"):
            pilihan[satu.formasi_id] = satu
    return _formulir(list(pilihan.values()), per)


def jumlah_formulir(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> int:
    """How many forms there would be."""
    rows = _cabang(_versi(pengguna, per=per), unit, "formasi__unit__")
    rows = rows.filter(_BERJALAN, jke_menit__isnull=False)
    return int(rows.order_by().values("formasi").distinct().count())


def _formulir(semua: Sequence[PerhitunganKebutuhan], per: date) -> Sequence[Formulir]:
    k = tetapan_kebutuhan(per=per)
    pw_mengisi = ketentuan(per=per).pw_mengisi
    tugas: dict[int, list[UraianTugas]] = defaultdict(list)
    pk = [s.pk for s in semua]
    for awal in range(0, len(pk), 500):
        rows = UraianTugas.objects.filter(perhitungan__in=pk[awal : awal + 500])
        for t in rows.order_by("perhitungan", "urutan"):
            tugas[t.perhitungan_id].append(t)
    saat_itu: dict[str, KetentuanKebutuhan] = {}
    hasil = []
    for satu in semua:
        kunci = repr(satu.tetapan)
        if kunci not in saat_itu:
            saat_itu[kunci] = k.andaikan(**{t["nama"]: t["nilai"] for t in satu.tetapan})
        hasil.append(_satu(satu, tugas[satu.pk], saat_itu[kunci], pw_mengisi=pw_mengisi))
    return hasil


def _satu(
    satu: PerhitunganKebutuhan,
    uraian: Sequence[UraianTugas],
    k: KetentuanKebutuhan,
    *,
    pw_mengisi: bool,
) -> Formulir:
    post = satu.formasi
    baris = dari_tugas([u.tugas for u in uraian], k).baris
    if post.dihitung_ke_id is not None:
        return Formulir(satu, uraian, baris, None, None)
    semua = Isi(post.isi_pns, post.isi_pppk, post.isi_pppk_pw)
    isi = semua.nominal(pw_mengisi=pw_mengisi)
    menit = satu.nilai * k.jke_menit
    return Formulir(satu, uraian, baris, isi, efektivitas(menit, isi, k))


def banyak(isi: str, pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> int:
    """How long a paper would be, without reading it."""
    if isi == "formulir":
        return jumlah_formulir(pengguna, unit, per=per)
    return int(posisi_cabang(pengguna, unit, per=per).order_by().count())

"""What schools reported last, added up for the rules: few queries, however many schools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q, QuerySet, Sum

from organisasi.izin import Izin
from organisasi.models import JenisUnit, NilaiKetentuan, Pengguna, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet
from pegawai.models import Pegawai, RiwayatSertifikat, StatusPegawai
from penilaian.kernel.guru import KEPALA_SEKOLAH
from penilaian.kernel.mapel import SD, SMP, baku_mapel, jabatan_mapel
from penilaian.kernel.sekolah import (
    BahanSekolah,
    JamMapelSekolah,
    KeadaanSekolah,
    keadaan_sekolah,
)
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import (
    Pembelajaran,
    PerhitunganKebutuhan,
    Rombel,
    SumberKebutuhan,
    TugasGuru,
    TugasTambahan,
)

JENJANG: dict[str, str] = {
    JenisUnit.SEKOLAH_TK: "TK",
    JenisUnit.SEKOLAH_SD: SD,
    JenisUnit.SEKOLAH_SMP: SMP,
    JenisUnit.SEKOLAH_SMA: "SMA",
    JenisUnit.SEKOLAH_LAIN: "",
}
GURU = Q(jabatan__nama__istartswith="guru")


@dataclass(frozen=True)
class KelasSekolah:
    """One class."""

    tingkat: int
    nama: str
    murid: int


@dataclass(frozen=True)
class GuruSekolah:
    """An ASN teacher whose post lies in the school."""

    formasi: int | None
    status: str


@dataclass
class DataSekolah:
    """The last semester of one school, its teachers, and the choices somebody made for it."""

    unit: UnitKerja
    semester: str = ""
    per: date | None = None
    kelas: list[KelasSekolah] = field(default_factory=list)
    jam: dict[tuple[str, int | None, bool], Fraction] = field(default_factory=dict)
    tugas: dict[int, str] = field(default_factory=dict)  # teacher -> extra duty, in kernel words
    guru: dict[int, GuruSekolah] = field(default_factory=dict)
    sertifikat: Mapping[int, list[str]] = field(default_factory=dict)
    # The newest computation of each of its posts.
    perhitungan: dict[int, PerhitunganKebutuhan] = field(default_factory=dict)

    @property
    def jenjang(self) -> str:
        """The level, as the rules name it."""
        return JENJANG.get(self.unit.jenis, "")

    @property
    def rombel(self) -> dict[int, int]:
        """Classes by grade."""
        return dict(Counter(satu.tingkat for satu in self.kelas))

    @property
    def murid(self) -> dict[int, int]:
        """Pupils by grade."""
        jumlah: dict[int, int] = {}
        for satu in self.kelas:
            jumlah[satu.tingkat] = jumlah.get(satu.tingkat, 0) + satu.murid
        return jumlah

    @property
    def putusan(self) -> dict[str, int]:
        """What somebody chose where the guide leaves two numbers open."""
        urut = sorted(self.perhitungan.values(), key=lambda p: p.pk)
        return {
            baris["uraian"]: baris["diputuskan"]
            for satu in urut
            for baris in satu.rincian
            if baris.get("diputuskan") is not None
        }

    def jam_guru(self, guru: int) -> dict[str, Fraction]:
        """What one teacher teaches here, by subject."""
        return {mapel: jtm for (mapel, siapa, _), jtm in self.jam.items() if siapa == guru}

    def mapel_guru(self, guru: int, jam: Mapping[str, Fraction]) -> str:
        """His one subject: the certified one of those he teaches, else what he teaches most, else
        what he is certified for; empty when nothing is known."""
        bersertifikat = self.sertifikat.get(guru, [])
        diajar = [mapel for mapel in bersertifikat if mapel in jam]
        if diajar:
            return diajar[0]
        if jam:
            return min(jam, key=lambda mapel: (-jam[mapel], mapel))
        return bersertifikat[0] if bersertifikat else ""

    def jabatan_guru(self) -> dict[int, str]:
        """Teachers of the school, each under one post; empty where no subject is known."""
        per_guru: dict[int, dict[str, Fraction]] = {}
        for (mapel, guru, _), jtm in self.jam.items():
            if guru is not None:
                per_guru.setdefault(guru, {})[mapel] = jtm
        hasil = {}
        for pk in self.guru:
            mapel = self.mapel_guru(pk, per_guru.get(pk, {}))
            memimpin = self.tugas.get(pk) == KEPALA_SEKOLAH
            jabatan = jabatan_mapel(mapel, self.jenjang) if mapel else ""
            hasil[pk] = KEPALA_SEKOLAH if memimpin else jabatan
        return hasil

    def bahan(self, *, pw_mengisi: bool) -> BahanSekolah:
        """The sums the rules read."""
        jam: dict[str, list[Fraction]] = {}
        for (mapel, guru, non_asn), jtm in self.jam.items():
            isi = jam.setdefault(mapel, [Fraction(), Fraction(), Fraction()])
            isi[0 if guru is not None else 1 if non_asn else 2] += jtm
        ada: dict[str, int] = {}
        for pk, jabatan in self.jabatan_guru().items():
            if pw_mengisi or self.guru[pk].status != StatusPegawai.PPPK_PW:
                ada[jabatan] = ada.get(jabatan, 0) + 1
        tugas: dict[str, list[str]] = {}
        for pk, satu in self.tugas.items():
            mapel = self.mapel_guru(pk, self.jam_guru(pk))
            if mapel in jam:
                tugas.setdefault(mapel, []).append(satu)
        return BahanSekolah(
            jenjang=self.jenjang,
            khusus=bool(self.unit.terpencil),
            rombel=self.rombel,
            murid=self.murid,
            jam={mapel: JamMapelSekolah(*isi) for mapel, isi in jam.items()},
            tugas=tugas,
            ada=ada,
        )

    def keadaan(self, aturan: Aturan, putusan: Mapping[str, int] | None = None) -> KeadaanSekolah:
        """Need beside teachers, with these choices or those that were made."""
        pilih = self.putusan if putusan is None else putusan
        return keadaan_sekolah(self.bahan(pw_mengisi=aturan.pw_mengisi), aturan.k, pilih)


def sekolah_untuk(pengguna: Pengguna, *, per: date) -> UnitKerjaQuerySet:
    """Schools within reach that exist on the day."""
    rows = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).aktif(per)
    return rows.filter(jenis__in=sorted(JENJANG))


@dataclass(frozen=True)
class Aturan:
    """What the need of a school is judged by on a day."""

    k: KetentuanKebutuhan
    pw_mengisi: bool


def aturan_sekolah(*, per: date) -> Aturan:
    """The constants, and whether part-time PPPK fill a seat, in one query."""
    rows = list(NilaiKetentuan.objects.berlaku(per).values_list("kode", "nilai", "dasar"))
    nilai = {kode: isi for kode, isi, _ in rows}
    k = KetentuanKebutuhan.dari(nilai, {kode: dasar for kode, _, dasar in rows})
    return Aturan(k, bool(nilai["pppk_pw_mengisi_formasi"]))


def muat_sekolah(unit: QuerySet[UnitKerja], *, per: date) -> dict[int, DataSekolah]:
    """These schools in seven queries, in their order."""
    hasil = {satu.pk: DataSekolah(satu) for satu in unit}
    kunci = unit.order_by().values("pk")
    _isi_rombel(hasil, kunci)
    _isi_guru(hasil, kunci, per=per)
    rows = PerhitunganKebutuhan.objects.filter(
        sumber=SumberKebutuhan.GURU, formasi__unit__in=kunci
    ).select_related("formasi__jabatan", "dibuat_oleh")
    for satu in rows.order_by("pk"):
        hasil[satu.formasi.unit_id].perhitungan[satu.formasi_id] = satu
    return hasil


def _isi_rombel(hasil: Mapping[int, DataSekolah], kunci: Any) -> None:
    rombel = Rombel.objects.filter(unit__in=kunci).terbaru().order_by()
    kolom = ("unit", "semester", "per", "tingkat", "nama", "murid")
    for pk, semester, per, *kelas in rombel.order_by("tingkat", "nama").values_list(*kolom):
        satu = hasil[pk]
        satu.semester, satu.per = semester, max(per, satu.per or per)
        satu.kelas.append(KelasSekolah(*kelas))
    jam = Pembelajaran.objects.filter(rombel__in=rombel.values("pk")).order_by()
    for pk, mapel, guru, non_asn, jtm in jam.values_list(
        "rombel__unit", "mapel", "pegawai", "non_asn"
    ).annotate(n=Sum("jtm")):
        hasil[pk].jam[mapel, guru, non_asn] = Fraction(jtm)


def _isi_guru(hasil: Mapping[int, DataSekolah], kunci: Any, *, per: date) -> None:
    tugas = TugasGuru.objects.filter(unit__in=kunci).order_by()
    for pk, semester, guru, kode in tugas.values_list("unit", "semester", "pegawai", "tugas"):
        if semester == hasil[pk].semester:
            # The constants name a duty by its words.
            hasil[pk].tugas[guru] = str(TugasTambahan(kode).label).lower()
    orang = Pegawai.objects.tercatat().filter(GURU, unit__in=kunci).order_by("pk")
    for guru, pk, formasi, status in orang.values_list("pk", "unit", "formasi", "status"):
        hasil[pk].guru[guru] = GuruSekolah(formasi, status)
    pengajar = {g for satu in hasil.values() for _, g, _ in satu.jam if g is not None}
    tamu = pengajar.difference(*(satu.guru for satu in hasil.values()))
    sertifikat = _sertifikat(Q(pegawai__unit__in=kunci) | Q(pegawai__in=tamu), per=per)
    for satu in hasil.values():
        satu.sertifikat = sertifikat


def _sertifikat(siapa: Q, *, per: date) -> dict[int, list[str]]:
    """Subjects people are certified for, the youngest certificate first."""
    rows = RiwayatSertifikat.objects.filter(siapa, jenis=RiwayatSertifikat.Jenis.PENDIDIK)
    rows = rows.filter(Q(selesai__isnull=True) | Q(selesai__gt=per)).order_by("-pk")
    hasil: dict[int, list[str]] = {}
    for pk, nama in rows.values_list("pegawai", "nama"):
        hasil.setdefault(pk, []).append(baku_mapel(nama))
    return hasil

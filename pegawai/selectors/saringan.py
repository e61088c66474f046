"""Narrowing a list of people so that it costs the same at 2,000 and at 200,000.

Every condition can *lead* (its index finds the people, who are then sorted) or only *check* what
another way found (its column is wrapped, so that no index of it is used). Few matches: lead. Many
matches: walk the index that is already in the order of the list and check; the page is full soon.
Which is which is counted, up to a limit, on the indexes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from organisasi.models import Jangkauan, UnitKerja
from pegawai.kernel.kata import MAKS, kata_cari
from pegawai.models import Formasi, Jabatan, KataCari, Pegawai, Penugasan
from pegawai.models.pegawai import PegawaiQuerySet
from toolkit.pages import BATAS_HITUNG

# Sorting this many people costs about as much as walking the index until a page of them is found
# among 200,000.
BATAS_PEMIMPIN = 2_000
URUTAN: dict[str, tuple[Any, ...]] = {
    "nama": ("nama", "id"),
    "-nama": ("-nama", "-id"),
    "nip": ("nip",),
    "-nip": ("-nip",),
    "tmt_jabatan": (F("tmt_jabatan").asc(nulls_last=True), "id"),
    "-tmt_jabatan": (F("tmt_jabatan").desc(nulls_last=True), "-id"),
    "tmt_hitung": (F("tmt_hitung").asc(nulls_last=True), "id"),
    "-tmt_hitung": (F("tmt_hitung").desc(nulls_last=True), "-id"),
    "tmt_pensiun": (F("tmt_pensiun").asc(nulls_last=True), "id"),
    "-tmt_pensiun": (F("tmt_pensiun").desc(nulls_last=True), "-id"),
}
DATA: dict[str, str] = {
    "hilang": "Hilang sejak berkas terakhir",
    "tanpa_unit": "Tanpa unit",
    "unor_ditutup": "Unit ditutup atau tidak ada di pohon",
    "ketik_tangan": "Unit atau jabatan diketik tangan",
    "luar_referensi": "Jabatan di luar referensi",
    "tanpa_bup": "Tanpa BUP",
    "lewat_bup": "Lewat BUP",
    "berhenti": "Sudah berhenti",
}


@dataclass(frozen=True)
class Saringan:
    """What the list is narrowed to. Empty fields say nothing; everything empty is everybody."""

    q: str = ""
    status: str = ""
    jenis: str = ""
    rumpun: str = ""
    jenjang: str = ""
    jabatan: int | None = None
    golongan: int | None = None
    kedudukan: int | None = None
    pendidikan: int | None = None
    unit: int | None = None
    jenis_unit: str = ""
    urusan: str = ""
    kecamatan: int | None = None
    data: str = ""
    pensiun_dari: date | None = None
    pensiun_sampai: date | None = None
    jabatan_sesudah: date | None = None
    jabatan_sampai: date | None = None
    urut: str = "nama"

    @property
    def aktif(self) -> dict[str, Any]:
        """The conditions that are set, by name."""
        semua = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "urut"}
        return {nama: nilai for nama, nilai in semua.items() if nilai not in ("", None)}

    @property
    def kalimat(self) -> str:
        """The conditions as text, for the access log."""
        return "; ".join(f"{nama}={nilai}" for nama, nilai in self.aktif.items()) or "semua"


@dataclass(frozen=True)
class Syarat:
    """One condition: as it leads, and as it only checks. ``terurut``: the order in which it leads.

    ``hitung`` counts it more cheaply than the people; ``jalan`` walks its own index in an order
    that people accept for that of names.
    """

    pimpin: Q
    periksa: Callable[[PegawaiQuerySet], PegawaiQuerySet]
    terurut: str = ""
    hitung: QuerySet[Any] | None = None
    jalan: Callable[[PegawaiQuerySet], PegawaiQuerySet] | None = None


@dataclass(frozen=True)
class Hasil:
    """The people found, in order, and how many (at most one more than the cap)."""

    rows: PegawaiQuerySet
    total: int


def _lepas(kolom: str) -> Coalesce:
    """The column as an expression that no index answers."""
    return Coalesce(F(kolom), F(kolom))


def _nilai(kolom: str, nilai: Any) -> Syarat:
    """The column equals the value, or lies in the subquery."""
    banyak = isinstance(nilai, QuerySet)
    cara = "__in" if banyak else ""

    def periksa(rows: PegawaiQuerySet) -> PegawaiQuerySet:
        # Two conditions may meet on one column: each needs a name of its own.
        nama = f"lepas{len(rows.query.annotations)}"
        return rows.alias(**{nama: _lepas(kolom)}).filter(**{f"{nama}{cara}": nilai})

    return Syarat(Q(**{f"{kolom}{cara}": nilai}), periksa, "" if banyak else "nama")


def _rentang(q: Q, *, terurut: str = "") -> Syarat:
    """A condition with an index of its own that is left to the database in both ways."""
    return Syarat(q, lambda rows: rows.filter(q), terurut)


def _kata(kata: str) -> Syarat:
    """Some word of the name begins like this; a prefix is a range of the index.

    People whose names begin alike stand together in the order of names, so walking that order may
    take long. The words' own index gives those with the shortest word first, then by name.
    """
    rentang = (kata, kata + "Z" * (MAKS - len(kata)))
    temu = KataCari.objects.filter(kata__range=rentang).order_by()
    ada = Exists(temu.filter(pegawai=OuterRef("pk")))
    lebih_awal = Exists(temu.filter(pegawai=OuterRef("pk"), kata__lt=OuterRef("kata__kata")))

    def jalan(rows: PegawaiQuerySet) -> PegawaiQuerySet:
        sekali = rows.filter(~lebih_awal, kata__kata__range=rentang)
        return sekali.order_by("kata__kata", "kata__nama", "kata__pegawai_id")

    pimpin = Q(pk__in=temu.values("pegawai"))
    return Syarat(pimpin, lambda rows: rows.filter(ada), hitung=temu, jalan=jalan)


def _pencarian(q: str) -> list[Syarat]:
    angka = "".join(q.split())
    if angka.isdecimal():
        # ':' is the character after '9'.
        return [_rentang(Q(nip__gte=angka, nip__lt=angka + ":"), terurut="nip")]
    return [_kata(kata) for kata in kata_cari(q)]


def _unit(s: Saringan, jangkauan: Jangkauan) -> QuerySet[Any] | None:
    units = UnitKerja.objects.all()
    if s.unit:
        induk = UnitKerja.objects.filter(pk=s.unit)
        units = units.filter(
            kiri__gte=induk.values("kiri")[:1], kiri__lte=induk.values("kanan")[:1]
        )
    if s.jenis_unit:
        units = units.filter(jenis=s.jenis_unit)
    if s.urusan:
        units = units.filter(urusan=s.urusan)
    if s.kecamatan:
        units = units.filter(wilayah=s.kecamatan)
    if not (s.unit or s.jenis_unit or s.urusan or s.kecamatan) and jangkauan.semua:
        return None
    return jangkauan.saring(units, prefix="").order_by().values("pk")


def _jabatan(s: Saringan) -> QuerySet[Any] | None:
    pilih = {"pk": s.jabatan, "jenis": s.jenis, "rumpun": s.rumpun, "jenjang": s.jenjang}
    pilih = {nama: nilai for nama, nilai in pilih.items() if nilai}
    return Jabatan.objects.filter(**pilih).order_by().values("pk") if pilih else None


def _tempat(s: Saringan, jangkauan: Jangkauan) -> list[Syarat]:
    """Where people sit. Unit and jabatan together are posts, and their number does not grow."""
    units, jabatan = _unit(s, jangkauan), _jabatan(s)
    if units is not None and jabatan is not None:
        posts = Formasi.objects.filter(unit__in=units, jabatan__in=jabatan)
        return [_nilai("formasi_id", posts.order_by().values("pk"))]
    if s.jabatan:
        return [_nilai("jabatan_id", s.jabatan)]
    if jabatan is not None:
        return [_nilai("jabatan_id", jabatan)]
    return [_nilai("unit_id", units)] if units is not None else []


def _orang(s: Saringan) -> list[Syarat]:
    syarat = []
    if s.status:
        syarat.append(_nilai("status", s.status))
    for kolom, nilai in (
        ("golongan_id", s.golongan),
        ("kedudukan_id", s.kedudukan),
        ("tingkat_pendidikan_id", s.pendidikan),
    ):
        if nilai:
            syarat.append(_nilai(kolom, nilai))
    if s.pensiun_dari or s.pensiun_sampai:
        dari, sampai = s.pensiun_dari or date.min, s.pensiun_sampai or date.max
        q = Q(tmt_pensiun__gte=dari, tmt_pensiun__lt=sampai)
        syarat.append(_rentang(q, terurut="tmt_pensiun"))
    if s.jabatan_sampai:
        dari = s.jabatan_sesudah or date.min
        q = Q(tmt_hitung__gt=dari, tmt_hitung__lte=s.jabatan_sampai)
        syarat.append(_rentang(q, terurut="tmt_hitung"))
    return syarat


def _mutu(s: Saringan, per: date) -> list[Syarat]:
    terbuka = Penugasan.objects.definitif().terbuka().order_by()
    if s.data == "hilang":
        return [_rentang(Q(hilang_sejak__gte=date.min))]
    if s.data == "berhenti":
        return [_rentang(Q(berhenti__gte=date.min))]
    if s.data == "tanpa_unit":
        return [_rentang(Q(unit__isnull=True))]
    if s.data == "tanpa_bup":
        return [_rentang(Q(tmt_pensiun__isnull=True))]
    if s.data == "lewat_bup":
        return [_rentang(Q(tmt_pensiun__lt=per), terurut="tmt_pensiun")]
    if s.data == "luar_referensi":
        luar = Jabatan.objects.filter(di_luar_referensi=True)
        return [_nilai("jabatan_id", luar.order_by().values("pk"))]
    if s.data == "unor_ditutup":
        ditutup = UnitKerja.objects.filter(ditutup__lte=per).order_by().values("pk")
        baris = terbuka.filter(Q(unit__in=ditutup) | Q(unit__isnull=True) & ~Q(unor_id=""))
        return [_rentang(Q(pk__in=baris.values("pegawai")))]
    if s.data == "ketik_tangan":
        tanpa_id = Q(unit__isnull=True, unor_id="") & ~Q(unor_nama="")
        baris = terbuka.filter(tanpa_id | Q(jabatan__isnull=True) & ~Q(jabatan_nama=""))
        return [_rentang(Q(pk__in=baris.values("pegawai")))]
    return []


def cari_orang(s: Saringan, jangkauan: Jangkauan, *, per: date) -> Hasil:
    """The people within reach who meet every condition."""
    rows = Pegawai.objects.order_by(*URUTAN.get(s.urut, URUTAN["nama"]))
    if s.data != "berhenti":
        rows = rows.tercatat()
    if jangkauan.kosong:
        return Hasil(rows.none(), 0)
    syarat = [*_pencarian(s.q), *_tempat(s, jangkauan), *_orang(s), *_mutu(s, per)]
    if not syarat:
        return Hasil(rows, cacah(rows))
    banyak = [cacah(rows.filter(x.pimpin) if x.hitung is None else x.hitung) for x in syarat]
    tersedikit = min(range(len(syarat)), key=banyak.__getitem__)
    return _gabung(rows, syarat, tersedikit, banyak[tersedikit], s.urut)


def _gabung(
    rows: PegawaiQuerySet, syarat: list[Syarat], pemimpin: int, jumlah: int, urut: str
) -> Hasil:
    utama, sendiri = syarat[pemimpin], len(syarat) == 1
    dipimpin = _periksa(rows.filter(utama.pimpin), syarat, kecuali=utama)
    tepat = sendiri and (utama.hitung is None or jumlah > BATAS_HITUNG)
    total = jumlah if tepat else cacah(dipimpin)
    if utama.terurut == urut.lstrip("-"):
        return Hasil(dipimpin, total)
    if jumlah <= (BATAS_PEMIMPIN if sendiri else BATAS_HITUNG):
        # Few people: found by their index and sorted, whatever the database thinks of another way.
        lepas = _lepas(urut.lstrip("-"))
        if urut[0] == "-":
            return Hasil(dipimpin.order_by(lepas.desc(nulls_last=True), "-id"), total)
        return Hasil(dipimpin.order_by(lepas.asc(nulls_last=True), "id"), total)
    for satu in syarat:
        if satu.jalan and urut == "nama":
            return Hasil(satu.jalan(_periksa(rows, syarat, kecuali=satu)), total)
    return Hasil(_periksa(rows, syarat), total)


def _periksa(
    rows: PegawaiQuerySet, syarat: list[Syarat], *, kecuali: Syarat | None = None
) -> PegawaiQuerySet:
    for satu in syarat:
        if satu is not kecuali:
            rows = satu.periksa(rows)
    return rows


def cacah(rows: QuerySet[Any]) -> int:
    """How many, at most one more than the cap of lists."""
    return rows.order_by()[: BATAS_HITUNG + 1].count()

"""The map of districts: both gaps of the posts in each kecamatan, and what has no place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Avg, Count, Q

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja, Wilayah
from penilaian.kernel.peta import (
    Bidang,
    Garis,
    Kotak,
    Titik,
    letakkan_label,
    perlu_garis,
    pisahkan,
    sisi_lambang,
)
from penilaian.selectors.kebutuhan import boleh, ketentuan, posisi_untuk

LEBAR, TINGGI, TEPI = 920, 600, 84
_LAMBANG, _JEDA, _TITIK = 52, 2, 8  # widest symbol, gap in a pair, a place without gaps
_LABEL_TINGGI, _PER_HURUF = 32, 8
_DEKAT = 5  # pixels: so near the pair still stands on its place
_TANPA_LETAK_TAMPIL = 25


@dataclass(frozen=True)
class Kecamatan:
    """One district with the sums of its posts. ``titik`` is None when nobody knows where it is."""

    pk: int
    nama: str
    titik: Titik | None
    jumlah: dict[str, int]
    unit: int
    terpencil: int
    kueri: str


@dataclass(frozen=True)
class Lambang:
    """A district drawn: a disc of shortage at the left, a square of excess at the right.

    The pair stands on the place, or beside it where another pair stands; then a line leads back.
    """

    kecamatan: Kecamatan
    x: int  # the place
    y: int
    kurang: int  # diameter; 0: none
    lebih: int  # side; 0: none
    kotak: Kotak
    label: Kotak | None = None

    @property
    def jari(self) -> int:
        """Radius of the disc."""
        return self.kurang // 2

    @property
    def tengah_kurang(self) -> int:
        """Where the disc stands."""
        return self.kotak.x + self.jari

    @property
    def tengah_y(self) -> int:
        """The line on which the pair stands."""
        return self.kotak.y + self.kotak.tinggi // 2

    @property
    def kiri_lebih(self) -> int:
        """Left edge of the square."""
        return self.kotak.x + self.kotak.lebar - self.lebih

    @property
    def tengah_lebih(self) -> int:
        """Middle of the square."""
        return self.kiri_lebih + self.lebih // 2

    @property
    def atas_lebih(self) -> int:
        """Upper edge of the square."""
        return self.tengah_y - self.lebih // 2

    @property
    def digeser(self) -> bool:
        """Whether the pair had to leave its place."""
        tengah = self.kotak.x + self.kotak.lebar // 2
        return max(abs(tengah - self.x), abs(self.tengah_y - self.y)) > _DEKAT

    @property
    def garis_label(self) -> bool:
        """Whether the name stands so far that a line must lead there."""
        return self.label is not None and perlu_garis(self.kotak, self.label)

    @property
    def tengah(self) -> str:
        """Middle of the pair, as a path writes it."""
        return _tengah(self.kotak)

    @property
    def tengah_label(self) -> str:
        """Middle of the name."""
        return _tengah(self.label or self.kotak)

    @property
    def baris_label(self) -> tuple[int, int] | None:
        """The lines on which the name and the figures stand."""
        return (self.label.y + 13, self.label.y + 28) if self.label else None

    @property
    def nama(self) -> str:
        """The name; a diamond marks a district with remote offices."""
        return f"{self.kecamatan.nama} ◆" if self.kecamatan.terpencil else self.kecamatan.nama


def _tengah(k: Kotak) -> str:
    return f"{k.x + k.lebar // 2} {k.y + k.tinggi // 2}"


@dataclass(frozen=True)
class Gambar:
    """The drawing: everything in whole pixels."""

    bidang: Bidang
    lambang: Sequence[Lambang]
    meridian: Sequence[Garis]
    paralel: Sequence[Garis]
    skala_km: int
    skala_piksel: int
    dasar_skala: int = TINGGI - 14
    teks_skala: int = TINGGI - 20


@dataclass(frozen=True)
class PetaWilayah:
    """The page: districts by size, the drawing, and what could not be placed."""

    kecamatan: Sequence[Kecamatan]
    gambar: Gambar | None
    total: dict[str, int]
    kueri: str
    tanpa: Kecamatan | None  # posts in offices without a kecamatan
    unit_tanpa: Sequence[UnitKerja] = field(default=())
    boleh_unit: bool = False
    boleh_ubah: bool = False


def peta_wilayah(pengguna: Pengguna, saringan: Any, *, per: date) -> PetaWilayah:
    """One aggregate over posts, one over offices; the drawing is arithmetic."""
    aturan = ketentuan(per=per)
    posisi = saringan.saring(posisi_untuk(pengguna, per=per, aturan=aturan))
    jumlah = {row.pop("unit__wilayah_id"): row for row in posisi.jumlah_per("unit__wilayah_id")}
    letak = _letak(pengguna, per=per)
    wilayah = {w.pk: w for w in Wilayah.objects.filter(pk__in=[k for k in jumlah if k])}
    kueri = saringan.kueri_daftar
    semua = [
        _kecamatan(wilayah.get(pk), isi, letak.get(pk, {}), kueri) for pk, isi in jumlah.items()
    ]
    berletak = sorted((k for k in semua if k.pk), key=_ukuran)
    tanpa = next((k for k in semua if not k.pk), None)
    return PetaWilayah(
        kecamatan=berletak,
        gambar=_gambar([k for k in berletak if k.titik]),
        total=_total(semua),
        kueri=urlencode(kueri),
        tanpa=tanpa,
        unit_tanpa=_unit_tanpa(posisi) if tanpa else (),
        boleh_unit=boleh(pengguna, Izin.UNIT_LIHAT, per=per),
        boleh_ubah=boleh(pengguna, Izin.UNIT_UBAH, per=per),
    )


def _letak(pengguna: Pengguna, *, per: date) -> dict[int | None, dict[str, Any]]:
    """Per district: how many offices within reach, how many remote, the mean of their places."""
    unit = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).aktif(per)
    rows: Any = (
        unit.order_by()
        .values("wilayah_id")
        .annotate(
            unit=Count("pk"),
            terpencil=Count("pk", filter=Q(terpencil=True)),
            lintang=Avg("lintang"),
            bujur=Avg("bujur"),
        )
    )
    return {row["wilayah_id"]: row for row in rows}


def _kecamatan(
    wilayah: Wilayah | None, jumlah: dict[str, Any], letak: dict[str, Any], kueri: dict[str, str]
) -> Kecamatan:
    return Kecamatan(
        pk=wilayah.pk if wilayah else 0,
        nama=wilayah.nama if wilayah else "Belum ada kecamatan",
        titik=_titik(wilayah, letak),
        jumlah={nama: nilai or 0 for nama, nilai in jumlah.items()},
        unit=letak.get("unit", 0),
        terpencil=letak.get("terpencil", 0),
        kueri=urlencode({**kueri, "kecamatan": wilayah.pk if wilayah else "-"}),
    )


def _titik(wilayah: Wilayah | None, letak: dict[str, Any]) -> Titik | None:
    """The centre as the ministry publishes it; else the middle of the offices that have a place."""
    if wilayah is None:
        return None
    rata = (letak.get("lintang"), letak.get("bujur"))
    for lintang, bujur in ((wilayah.lintang, wilayah.bujur), rata):
        if lintang is not None and bujur is not None:
            return Titik(float(lintang), float(bujur))
    return None


def _ukuran(k: Kecamatan) -> tuple[int, int, str]:
    return (-k.jumlah["kekurangan"], -k.jumlah["kelebihan"], k.nama)


def _total(semua: Sequence[Kecamatan]) -> dict[str, int]:
    nama = ("kebutuhan", "bezetting", "kekurangan", "kelebihan", "posisi")
    return {n: sum(k.jumlah[n] for k in semua) for n in nama}


def _unit_tanpa(posisi: Any) -> list[UnitKerja]:
    """The offices without a kecamatan in which the posts lie, those with most posts first."""
    rows = posisi.order_by().filter(unit__wilayah__isnull=True).values("unit_id")
    rows = rows.annotate(n=Count("pk")).order_by("-n", "unit_id")[:_TANPA_LETAK_TAMPIL]
    urut = [row["unit_id"] for row in rows]
    ada = UnitKerja.objects.select_related("opd").in_bulk(urut)
    return [ada[pk] for pk in urut]


def _gambar(kecamatan: Sequence[Kecamatan]) -> Gambar | None:
    berletak = [(k, k.titik) for k in kecamatan if k.titik]
    if not berletak:
        return None
    bidang = Bidang.muat([titik for _, titik in berletak], lebar=LEBAR, tinggi=TINGGI, tepi=TEPI)
    terbesar = max(max(k.jumlah["kekurangan"], k.jumlah["kelebihan"]) for k in kecamatan)
    lambang = _berlabel([_lambang(k, bidang.piksel(t), terbesar) for k, t in berletak])
    km, piksel = bidang.batang_skala()
    return Gambar(
        bidang=bidang,
        lambang=lambang,
        meridian=[g for g in bidang.meridian() if 60 < g.letak < LEBAR - 40],
        paralel=[g for g in bidang.paralel() if 24 < g.letak < TINGGI - 40],
        skala_km=km,
        skala_piksel=piksel,
    )


def _lambang(k: Kecamatan, piksel: tuple[int, int], terbesar: int) -> Lambang:
    x, y = piksel
    kurang, lebih = (
        2 * (sisi_lambang(k.jumlah[nama], terbesar, paling_besar=_LAMBANG) // 2)
        for nama in ("kekurangan", "kelebihan")
    )
    lebar = kurang + lebih + (_JEDA if kurang and lebih else 0) or _TITIK
    tinggi = max(kurang, lebih) or _TITIK
    return Lambang(k, x, y, kurang, lebih, Kotak(x - lebar // 2, y - tinggi // 2, lebar, tinggi))


def _berlabel(polos: Sequence[Lambang]) -> list[Lambang]:
    """Pairs pushed apart, then a place for each name."""
    kotak = pisahkan([s.kotak for s in polos])
    ukuran = [(_PER_HURUF * len(s.nama), _LABEL_TINGGI) for s in polos]
    label = letakkan_label(kotak, ukuran, lebar=LEBAR, tinggi=TINGGI)
    return [replace(s, kotak=k, label=nama) for s, k, nama in zip(polos, kotak, label, strict=True)]

"""One unit: its own posts and its branch, how evenly its load is spread, and what EU hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from penilaian.kernel.efektivitas_massal import Kelas
from penilaian.kernel.gambar import batang
from penilaian.kernel.hitungan import desimal
from penilaian.kernel.keseimbangan import keseimbangan
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.selectors.kebutuhan import ketentuan, posisi_untuk
from penilaian.selectors.keseimbangan import (
    BarisSeimbang,
    baris_seimbang,
    beban_posisi,
    skala_persen,
)
from penilaian.selectors.posisi_tepat import PosisiTepat, posisi_tepat
from penilaian.selectors.tetapan import tetapan_kebutuhan


@dataclass(frozen=True)
class BarisPos:
    """A post of the unit with its EJ written out and drawn."""

    p: PosisiTepat
    beda: int | None
    ej: str
    kelas: str
    panjang: int
    nilai: Fraction | None


@dataclass(frozen=True)
class Cabang:
    """A unit below with the sums of its own branch."""

    unit: UnitKerja
    jumlah: dict[str, int]


@dataclass(frozen=True)
class HalamanUnit:
    """What the page of a unit shows; sums never net a shortage against an excess."""

    unit: UnitKerja
    remah: list[UnitKerja]
    sendiri: Jumlah
    cabang: dict[str, int]
    anak: list[Cabang]
    posisi: list[BarisPos]
    seimbang: BarisSeimbang | None
    terberat: BarisPos | None
    teringan: BarisPos | None
    penuh: int
    skala: int

    @property
    def eu(self) -> str:
        """EU as the page writes it."""
        nilai = None if self.seimbang is None else self.seimbang.k.unit.eu.nilai
        return "" if nilai is None else f"{desimal(nilai):.4f}".replace(".", ",")

    @property
    def berlawanan(self) -> bool:
        """Whether EU stands for posts on both sides of what people can carry."""
        return bool(
            self.terberat and self.teringan
            and (self.terberat.nilai or 0) > 1 > (self.teringan.nilai or 0)
        )  # fmt: skip


def halaman_unit(pengguna: Pengguna, pk: int, *, per: date) -> HalamanUnit | None:
    """None when out of reach or unknown."""
    unit = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).filter(pk=pk).first()
    if unit is None:
        return None
    aturan, k = ketentuan(per=per), tetapan_kebutuhan(per=per)
    posisi = posisi_tepat(pengguna, per=per, aturan=aturan, saring=lambda r: r.filter(unit=unit))
    terukur = [b for s in posisi if (b := beban_posisi(s, k)) is not None]
    seimbang = keseimbangan((("", b) for b in terukur), k).get("")
    kelas = Kelas(k)
    nilai = [None if s.ej is None else Fraction(*s.ej) for s in posisi]
    skala = skala_persen(nilai)
    baris = [_baris(s, kelas, skala) for s in posisi]
    baris.sort(key=lambda b: (b.nilai is None, -(b.nilai or 0), b.p.jabatan))
    terisi = [b for b in baris if b.nilai is not None]
    anak, remah, cabang = _sekitar(pengguna, unit, per=per, aturan=aturan)
    return HalamanUnit(
        unit=unit,
        remah=remah,
        sendiri=jumlahkan((s.butuh, s.isi) for s in posisi),
        cabang=cabang,
        anak=anak,
        posisi=baris,
        seimbang=None if seimbang is None else baris_seimbang(unit.nama, "", seimbang, skala),
        terberat=terisi[0] if len(terisi) > 1 else None,
        teringan=terisi[-1] if len(terisi) > 1 else None,
        penuh=batang(Fraction(1), skala_persen=skala),
        skala=skala,
    )


def _baris(satu: PosisiTepat, kelas: Kelas, skala: int) -> BarisPos:
    ej = satu.ej
    nilai = None if ej is None else Fraction(*ej)
    return BarisPos(
        p=satu,
        beda=None if satu.butuh is None else satu.isi - satu.butuh,
        ej="" if ej is None else ej.teks.replace(".", ","),
        kelas="" if ej is None else kelas.dari(ej),
        panjang=0 if nilai is None else batang(nilai, skala_persen=skala),
        nilai=nilai,
    )


def _sekitar(
    pengguna: Pengguna, unit: UnitKerja, *, per: date, aturan: Any
) -> tuple[list[Cabang], list[UnitKerja], dict[str, int]]:
    """Children with their branches, ancestors within reach, and the whole branch."""
    cabang = posisi_untuk(pengguna, per=per, aturan=aturan).filter(
        unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan
    )
    per_unit = cabang.jumlah_per("unit__kiri")
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    atas = UnitKerja.objects.filter(kiri__lt=unit.kiri, kanan__gte=unit.kiri).order_by("kiri")
    bawah = UnitKerja.objects.filter(induk=unit).order_by("kiri")
    anak = []
    for satu in bawah:
        isi = _gabung(per_unit, satu.kiri, satu.kanan)
        if isi["posisi"]:
            anak.append(Cabang(satu, isi))
    remah = [satu for satu in atas if jangkauan.memuat(satu.kiri)]
    return anak, remah, _gabung(per_unit, unit.kiri, unit.kanan)


def _gabung(baris: Sequence[dict[str, Any]], dari: int, sampai: int) -> dict[str, int]:
    """Sums of the units in the interval, shortage and excess apart."""
    dalam = [b for b in baris if dari <= b["unit__kiri"] <= sampai]
    nama = (
        "kebutuhan", "bezetting", "kekurangan", "kelebihan", "posisi", "posisi_kurang",
        "posisi_lebih",
    )  # fmt: skip
    return {satu: sum(b[satu] or 0 for b in dalam) for satu in nama}

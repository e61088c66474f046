"""Balance of workload: how far EJ spreads within units, OPD, kinds of unit and job families."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from organisasi.models import JenisUnit, Pengguna
from penilaian.kernel.efektivitas import BebanPosisi
from penilaian.kernel.gambar import Pita, pita
from penilaian.kernel.hitungan import angka, desimal
from penilaian.kernel.keseimbangan import Keseimbangan, keseimbangan
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.posisi_tepat import PosisiTepat, posisi_tepat
from penilaian.selectors.tetapan import tetapan_kebutuhan

KELOMPOK = {
    "opd": "Perangkat daerah",
    "unit": "Unit",
    "jenis": "Jenis unit",
    "rumpun": "Rumpun jabatan",
}
_JENIS = dict(JenisUnit.choices)
URUTAN = {"simpangan": "Simpangan terbesar", "berat": "Terberat", "nama": "Nama"}


@dataclass(frozen=True)
class BarisSeimbang:
    """One group as the page shows it; figures written out, ``tautan`` its own page or list."""

    nama: str
    kunci: str
    k: Keseimbangan
    pita: Pita | None
    rata: str
    terendah: str
    tengah: str
    tertinggi: str
    simpangan: str
    berpindah: str
    kelas: tuple[tuple[str, int], ...]
    kelas_rata: str | None


@dataclass(frozen=True)
class HalamanSeimbang:
    """The whole reach as one group, then the groups."""

    semua: BarisSeimbang | None
    kelompok: str
    urut: str
    baris: list[BarisSeimbang]
    terukur: int
    posisi: int
    skala: int  # percent at the right end of the drawing


def beban_posisi(satu: PosisiTepat, k: KetentuanKebutuhan) -> BebanPosisi | None:
    """As the kernel reads a measured post: its load in minutes of the JKE of the day."""
    if satu.menit is None or satu.tepat is None or satu.butuh is None:
        return None
    return BebanPosisi(Fraction(*satu.tepat) * k.jke_menit, satu.butuh, satu.isi)


def halaman_seimbang(
    pengguna: Pengguna, *, per: date, kelompok: str = "opd", urut: str = "simpangan"
) -> HalamanSeimbang:
    """All posts within reach whose load was measured, in groups."""
    kelompok = kelompok if kelompok in KELOMPOK else "opd"
    urut = urut if urut in URUTAN else "simpangan"
    aturan: Ketentuan = ketentuan(per=per)
    k = tetapan_kebutuhan(per=per)
    posisi = posisi_tepat(pengguna, per=per, aturan=aturan)
    terukur = [(s, b) for s in posisi if (b := beban_posisi(s, k)) is not None]
    semua = keseimbangan((("", b) for _, b in terukur), k).get("")
    nama = {_kunci(kelompok, s): _nama(kelompok, s) for s, _ in terukur}
    hasil = keseimbangan(((_kunci(kelompok, s), b) for s, b in terukur), k)
    skala = skala_persen([satu.tertinggi for satu in hasil.values()])
    baris = [baris_seimbang(nama[kunci], kunci, satu, skala) for kunci, satu in hasil.items()]
    baris.sort(key=lambda b: (_urutan(urut, b), b.nama))
    return HalamanSeimbang(
        semua=None if semua is None else baris_seimbang("Semua", "", semua, skala),
        kelompok=kelompok,
        urut=urut,
        baris=baris,
        terukur=len(terukur),
        posisi=len(posisi),
        skala=skala,
    )


def skala_persen(nilai: list[Fraction | None]) -> int:
    """The right end of a drawing of EJ, in percent: whole halves, between 1.5 and 3 times full."""
    terbesar = max((n for n in nilai if n is not None), default=Fraction(1))
    return min(max(150, -(-int(terbesar * 100) // 50) * 50), 300)


def baris_seimbang(nama: str, kunci: str, k: Keseimbangan, skala: int) -> BarisSeimbang:
    """The spread of one group in words and as a band."""
    return BarisSeimbang(
        nama=nama,
        kunci=kunci,
        k=k,
        pita=_pita(k, skala),
        rata=_ej(k.rata),
        terendah=_ej(k.terendah),
        tengah=_ej(k.tengah),
        tertinggi=_ej(k.tertinggi),
        simpangan=_ej(k.simpangan),
        berpindah=angka(k.beban_berpindah, 1),
        kelas=tuple(k.per_kelas.items()),
        kelas_rata=k.unit.eu.kelas,
    )


def _pita(k: Keseimbangan, skala: int) -> Pita | None:
    if k.terendah is None or k.tertinggi is None or k.tengah is None or k.rata is None:
        return None
    return pita(k.terendah, k.tengah, k.rata, k.tertinggi, skala_persen=skala)


def _ej(nilai: Fraction | None) -> str:
    return "" if nilai is None else f"{desimal(nilai, 2):.2f}".replace(".", ",")


def _kunci(kelompok: str, satu: PosisiTepat) -> str:
    isi: dict[str, Any] = {
        "opd": satu.opd_id, "unit": satu.unit_id, "jenis": satu.jenis_unit, "rumpun": satu.rumpun,
    }  # fmt: skip
    return str(isi[kelompok] or "-")


def _nama(kelompok: str, satu: PosisiTepat) -> str:
    isi = {
        "opd": satu.opd or "Tanpa perangkat daerah",
        "unit": satu.unit,
        "jenis": _JENIS.get(satu.jenis_unit, "Belum ditentukan"),
        "rumpun": satu.rumpun or "Tanpa rumpun",
    }
    return isi[kelompok]


def _urutan(urut: str, satu: BarisSeimbang) -> Fraction:
    """Largest first; a group without holders comes last."""
    if urut == "nama":
        return Fraction()
    nilai = satu.k.simpangan if urut == "simpangan" else satu.k.rata
    return Fraction(1) if nilai is None else -nilai

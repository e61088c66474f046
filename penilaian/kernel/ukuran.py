"""What is measured of a person in a period: the groups of values, and what cannot be true of them.

Keys are the codes of ``Indikator``. Every rule reads only the values that are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import angka
from penilaian.kernel.kehadiran import Kehadiran
from penilaian.kernel.kinerja import bertentangan
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian

Nilai = Decimal | str

KEHADIRAN = (
    "hari_kerja", "hari_hadir", "hari_sah", "hari_alpa", "hari_alpa_beruntun", "hari_tepat",
    "menit_terlambat", "menit_pulang_cepat",
)  # fmt: skip
TUGAS = ("tugas_jatuh_tempo", "tugas_tepat_waktu", "tugas_selesai", "tugas_direvisi")
SKP = ("capaian_skp", "rating_hasil", "rating_perilaku", "predikat")
KATA = ("rating_hasil", "rating_perilaku", "predikat")
SEMUA = (*KEHADIRAN, *TUGAS, *SKP)

NAMA = {
    "hari_kerja": "Hari kerja",
    "hari_hadir": "Hari hadir",
    "hari_sah": "Hari tidak hadir dengan alasan sah",
    "hari_alpa": "Hari tanpa keterangan",
    "hari_alpa_beruntun": "Hari tanpa keterangan berturut-turut",
    "hari_tepat": "Hari tepat waktu",
    "menit_terlambat": "Menit terlambat",
    "menit_pulang_cepat": "Menit pulang cepat",
    "tugas_jatuh_tempo": "Tugas jatuh tempo",
    "tugas_tepat_waktu": "Tugas selesai tepat waktu",
    "tugas_selesai": "Tugas selesai",
    "tugas_direvisi": "Tugas yang direvisi",
    "capaian_skp": "Capaian SKP",
}
# The first is never more than the second.
_PALING_BANYAK = (
    ("hari_hadir", "hari_kerja"),
    ("hari_sah", "hari_kerja"),
    ("hari_alpa", "hari_kerja"),
    ("hari_alpa_beruntun", "hari_alpa"),
    ("hari_alpa_beruntun", "hari_kerja"),
    ("hari_tepat", "hari_hadir"),
    ("hari_tepat", "hari_kerja"),
    ("tugas_tepat_waktu", "tugas_jatuh_tempo"),
    ("tugas_tepat_waktu", "tugas_selesai"),
    ("tugas_direvisi", "tugas_selesai"),
)
_BAGIAN = ("hari_hadir", "hari_sah", "hari_alpa")
_MENIT = ("menit_terlambat", "menit_pulang_cepat")
_MAKS_ANGKA = 1_000_000  # far above anything measured, far below what the column holds


@dataclass(frozen=True)
class Cela:
    """One finding at one value. ``menolak`` False: a warning, the value is taken."""

    indikator: str
    kode: str
    bunyi: str
    menolak: bool = True


@dataclass(frozen=True)
class Masa:
    """The days of a period, both included."""

    mulai: date
    selesai: date

    @property
    def hari(self) -> int:
        """How many calendar days it has."""
        return (self.selesai - self.mulai).days + 1


def periksa(nilai: Mapping[str, Nilai], masa: Masa, k: KetentuanPenilaian) -> list[Cela]:
    """Everything in one person's values of one period that cannot be, or is odd."""
    angka_saja = {kode: n for kode, n in nilai.items() if isinstance(n, Decimal)}
    salah = [*_satu_satu(angka_saja)]
    if salah:
        return salah
    return [
        *_hari_kerja(angka_saja, masa),
        *_perbandingan(angka_saja),
        *_menit(angka_saja, k),
        *_predikat(nilai, k),
    ]


def _satu_satu(nilai: Mapping[str, Decimal]) -> Iterator[Cela]:
    for kode, n in nilai.items():
        if n < 0:
            yield Cela(kode, "negatif", f"{NAMA[kode]} {_tulis(n)}, tidak dapat di bawah nol.")
        elif n > _MAKS_ANGKA:
            yield Cela(kode, "terlalu_besar", f"{NAMA[kode]} {_tulis(n)} terlalu besar.")
        elif kode == "capaian_skp":
            if bunyi := SumberNilai.CAPAIAN_SKP.salah(n):
                yield Cela(kode, "mustahil", bunyi)
            elif n != n.quantize(Decimal("0.01")):
                yield Cela(kode, "terlalu_teliti", "Paling banyak dua angka di belakang koma.")
        elif n != n.to_integral_value():
            yield Cela(kode, "pecahan", f"{NAMA[kode]} {_tulis(n)}: isi bilangan bulat.")


def _hari_kerja(nilai: Mapping[str, Decimal], masa: Masa) -> Iterator[Cela]:
    kerja = nilai.get("hari_kerja")
    if kerja is None:
        if any(kode in nilai for kode in KEHADIRAN):
            bunyi = "Hari kerja belum ada, jadi persentase kehadiran belum dapat dihitung."
            yield Cela("hari_kerja", "hari_kerja_kosong", bunyi, menolak=False)
        return
    if kerja > masa.hari:
        yield Cela("hari_kerja", "di_luar_periode", (
            f"Hari kerja {_tulis(kerja)}, padahal periode ini hanya {masa.hari} hari. "
            "Periksa apakah berkasnya untuk periode lain."
        ))  # fmt: skip


def _perbandingan(nilai: Mapping[str, Decimal]) -> Iterator[Cela]:
    lebih: set[str] = set()
    for kecil, besar in _PALING_BANYAK:
        a, b = nilai.get(kecil), nilai.get(besar)
        if a is not None and b is not None and a > b and kecil not in lebih:
            lebih.add(kecil)
            persen = f" ({_tulis(100 * a / b, 1)}%)" if b and besar == "hari_kerja" else ""
            yield Cela(kecil, "mustahil", (
                f"{NAMA[kecil]} {_tulis(a)}, melebihi {NAMA[besar].lower()} {_tulis(b)}{persen}."
            ))  # fmt: skip
    if not lebih:
        yield from _jumlah_hari(nilai)


def _jumlah_hari(nilai: Mapping[str, Decimal]) -> Iterator[Cela]:
    """Present, excused and absent days together are the working days."""
    kerja = nilai.get("hari_kerja")
    ada = [kode for kode in _BAGIAN if kode in nilai]
    if kerja is None or not ada:
        return
    jumlah = sum(nilai[kode] for kode in ada)
    if jumlah > kerja or (len(ada) == len(_BAGIAN) and jumlah != kerja):
        kata = " + ".join(f"{NAMA[kode].lower()} {_tulis(nilai[kode])}" for kode in ada)
        yield Cela(ada[0], "jumlah_hari", (
            f"{kata[:1].upper()}{kata[1:]} = {_tulis(Decimal(jumlah))}, tidak sama dengan hari "
            f"kerja {_tulis(kerja)}."
        ))  # fmt: skip


def _menit(nilai: Mapping[str, Decimal], k: KetentuanPenilaian) -> Iterator[Cela]:
    hadir, tepat = nilai.get("hari_hadir"), nilai.get("hari_tepat")
    for kode in _MENIT:
        n = nilai.get(kode)
        if not n or hadir is None:
            continue
        if n > hadir * 24 * 60:
            yield Cela(kode, "mustahil", (
                f"{NAMA[kode]} {_tulis(n)}, lebih lama daripada {_tulis(hadir)} hari hadir."
            ))  # fmt: skip
        elif n > hadir * k.pp94_menit_sehari:
            yield Cela(kode, "menit_janggal", (
                f"{NAMA[kode]} {_tulis(n)}: rata-rata lebih dari sehari kerja tiap hari hadir."
            ), menolak=False)  # fmt: skip
        elif tepat == hadir:
            yield Cela(kode, "menit_janggal", (
                f"Semua hari hadir tercatat tepat waktu, tetapi ada {_tulis(n)} menit."
            ), menolak=False)  # fmt: skip


def _predikat(nilai: Mapping[str, Nilai], k: KetentuanPenilaian) -> Iterator[Cela]:
    hasil, perilaku, predikat = (str(nilai.get(kode, "")) for kode in KATA)
    bunyi = bertentangan(hasil, perilaku, predikat, k)
    if bunyi:
        yield Cela("predikat", "predikat_bertentangan", (
            f"{bunyi} Disimpan seperti tertulis; mintakan perbaikan kepada pejabat penilai."
        ), menolak=False)  # fmt: skip


def _tulis(n: Decimal, desimal: int = 2) -> str:
    return angka(Fraction(n), desimal)


def kehadiran_dari(nilai: Mapping[str, Nilai]) -> Kehadiran:
    """The stored values as the kernel of attendance reads them; what is missing stays unknown."""

    def ambil(kode: str) -> int | None:
        n = nilai.get(kode)
        return int(n) if isinstance(n, Decimal) else None

    return Kehadiran(
        hari_kerja=ambil("hari_kerja"), hadir=ambil("hari_hadir"), tepat_waktu=ambil("hari_tepat"),
        alasan_sah=ambil("hari_sah"),
        terlambat_menit=ambil("menit_terlambat"), pulang_cepat_menit=ambil("menit_pulang_cepat"),
        tanpa_alasan=ambil("hari_alpa"), berturut=ambil("hari_alpa_beruntun"),
    )  # fmt: skip


def tanpa_tumpang_tindih(periode: list[Masa]) -> tuple[list[Masa], list[Masa]]:
    """Two ways to cover a year without counting a day twice: longest first, and shortest first."""
    panjang = sorted(periode, key=lambda m: (-m.hari, m.mulai))
    return _pilih(panjang), _pilih(sorted(periode, key=lambda m: (m.hari, m.mulai)))


def _pilih(urut: list[Masa]) -> list[Masa]:
    ambil: list[Masa] = []
    for satu in urut:
        if all(satu.selesai < lain.mulai or lain.selesai < satu.mulai for lain in ambil):
            ambil.append(satu)
    return ambil

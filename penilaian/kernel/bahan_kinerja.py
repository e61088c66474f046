"""From what was measured to the raw value of a criterion, with the sentence that says so.

A share needs both its numbers and a whole that is not zero; what is missing is named with whoever
must supply it, and is never zero. One exception, said in its sentence: innovations are counted, so
a period that is over and leaves nothing to verify has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from penilaian.kernel.akun import Keadaan, Mentah
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.hitungan import desimal
from penilaian.kernel.kata import daftar
from penilaian.kernel.kinerja import bertentangan
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian

ANGKA_PERSEN = 4  # decimals of a share

PENCATAT = "pengelola kepegawaian unit, lewat formulir atau berkas indikator"
PENILAI_EKINERJA = "pejabat penilai di e-Kinerja; hasilnya diimpor BKD"


@dataclass(frozen=True)
class Nisbah:
    """A share of two counts: which of them, and how the sentence reads."""

    bagian: str
    dari: str
    nama_bagian: str
    nama_dari: str
    kalimat: str  # with {a} and {b}
    kurang: str = ""  # what is taken off the whole, where it was counted
    sisanya: bool = False  # what counts is the rest: of ten done, two revised leave eight


NISBAH: dict[SumberNilai, Nisbah] = {
    SumberNilai.KEHADIRAN: Nisbah(
        "hari_hadir", "hari_kerja", "Hari hadir", "hari kerja", "Hadir {a} dari {b} hari kerja",
        kurang="hari_sah",
    ),
    SumberNilai.KETEPATAN_WAKTU: Nisbah(
        "hari_tepat", "hari_hadir", "Hari tepat waktu", "hari hadir",
        "Tepat waktu pada {a} dari {b} hari hadir",
    ),
    SumberNilai.PENYELESAIAN_TUGAS: Nisbah(
        "tugas_tepat_waktu", "tugas_jatuh_tempo", "Tugas tepat waktu", "tugas jatuh tempo",
        "Tepat waktu {a} dari {b} tugas yang jatuh tempo",
    ),
    SumberNilai.MUTU: Nisbah(
        "tugas_direvisi", "tugas_selesai", "Tugas yang direvisi", "tugas selesai",
        "Direvisi {a} dari {b} tugas selesai", sisanya=True,
    ),
}  # fmt: skip


def nisbah(
    sumber: SumberNilai,
    bagian: Decimal | None,
    dari: Decimal | None,
    kurang: Decimal | None = None,
) -> Mentah:
    """A share in percent, half-up to four decimals.

    ``kurang``: working days absent for a lawful reason (leave, study), which nobody loses by.
    """
    n = NISBAH[sumber]
    if dari is None or bagian is None:
        hampa = [
            kata
            for kata, nilai in ((n.nama_bagian, bagian), (n.nama_dari.capitalize(), dari))
            if nilai is None
        ]
        return Mentah.kosong(f"{daftar(hampa)} belum tercatat", PENCATAT)
    if kurang:
        if kurang == dari:
            return Mentah.kosong("Seluruh hari kerja tidak hadir dengan alasan sah", "")
        dari -= kurang
    kalimat = n.kalimat.format(a=bunyi_angka(bagian), b=bunyi_angka(dari))
    if kurang:
        kalimat += f", di luar {bunyi_angka(kurang)} hari beralasan sah"
    if dari <= 0:
        return Mentah.kosong(f"{n.nama_dari.capitalize()} 0, jadi tidak ada bagiannya", PENCATAT)
    if bagian > dari:
        return Mentah.tak_terperiksa(
            f"{n.nama_bagian} {bunyi_angka(bagian)} melebihi {n.nama_dari} {bunyi_angka(dari)}",
            PENCATAT,
        )
    pembilang = dari - bagian if n.sisanya else bagian
    return Mentah.ada(desimal(Fraction(pembilang) * 100 / Fraction(dari), ANGKA_PERSEN), kalimat)


@dataclass(frozen=True)
class Predikat:
    """A predicate with its two ratings as e-Kinerja printed them; empty text: not given."""

    hasil: str = ""
    perilaku: str = ""
    predikat: str = ""
    bertentangan: bool = False


_KATA = {
    SumberNilai.PREDIKAT_TAHUNAN: ("predikat", "Predikat kinerja"),
    SumberNilai.RATING_HASIL: ("hasil", "Rating hasil kerja"),
    SumberNilai.RATING_PERILAKU: ("perilaku", "Rating perilaku kerja"),
}


def predikat(
    sumber: SumberNilai, isi: Predikat | None, masa: str, aturan: KetentuanPenilaian
) -> Mentah:
    """One of the three words; none of them is believed while they contradict each other."""
    bidang, nama = _KATA[sumber]
    kata = getattr(isi, bidang) if isi else ""
    if isi is None or not kata:
        return Mentah.kosong(f"{nama} {masa} belum tercatat", PENILAI_EKINERJA)
    salah = bertentangan(isi.hasil, isi.perilaku, isi.predikat, aturan)
    if salah is None and isi.bertentangan:
        salah = "Predikat ini tercatat bertentangan dengan ratingnya."
    if salah:
        return Mentah.tak_terperiksa(f"{nama} {masa}: {salah}", PENILAI_EKINERJA)
    return Mentah.ada(kata, f"{nama} {masa} {kata.title()}")


def tiap_judul_sekali(rows: Iterable[tuple[int, str]]) -> list[int]:
    """The keys of the first under each title: one innovation proposed for a quarter and for its
    year is one."""
    pertama: dict[str, int] = {}
    for pk, judul in rows:
        pertama.setdefault(judul.strip().casefold(), pk)
    return list(pertama.values())


def inovasi(terverifikasi: int, menunggu: int, *, berakhir: bool) -> Mentah:
    """How many were verified. None at all is a true zero only when the period is over and
    nothing waits for its verification."""
    if terverifikasi:
        sisa = f" ({menunggu} lagi menunggu verifikasi)" if menunggu else ""
        return Mentah.ada(Decimal(terverifikasi), f"{terverifikasi} inovasi terverifikasi{sisa}")
    if menunggu:
        return Mentah.kosong(
            f"{menunggu} inovasi menunggu verifikasi", "atasan yang memverifikasi inovasi"
        )
    if not berakhir:
        return Mentah.kosong(
            "Belum ada inovasi terverifikasi dan periode belum berakhir",
            "pegawai yang mengusulkan inovasi",
        )
    return Mentah.ada(
        Decimal(0),
        "Periode berakhir tanpa inovasi terverifikasi dan tidak ada yang menunggu: dihitung 0",
    )


def capaian_skp(nilai: Decimal | None) -> Mentah:
    """The SKP achievement as it was handed in."""
    if nilai is None:
        return Mentah.kosong("Capaian SKP belum tercatat", PENCATAT)
    return Mentah.ada(nilai, f"Capaian SKP {bunyi_angka(nilai, '%')}")


def kontribusi(persen: Decimal | None, bunyi: str, alasan: str, bukti: tuple[Any, ...]) -> Mentah:
    """What the teams added, or why that is not known."""
    if persen is None:
        return Mentah.kosong(alasan, "ketua tim atau pengelola tim kerja", bukti)
    return Mentah.ada(persen, bunyi or f"Kontribusi tim {bunyi_angka(persen, '%')}", bukti)


def kepuasan(unit: str, nilai: list[Decimal], bukti: tuple[Any, ...]) -> Mentah:
    """The mean of the IKM values of the nearest unit that has one."""
    if not nilai:
        return Mentah.kosong(
            "Belum ada IKM untuk unit kerja ini dan unit di atasnya", "pengelola indikator unit"
        )
    rata = desimal(sum(map(Fraction, nilai), Fraction(0)) / len(nilai), 2)
    kata = f"IKM {unit} {bunyi_angka(rata)}"
    if len(nilai) > 1:
        kata += f" (rata-rata dari {len(nilai)} layanan)"
    return Mentah.ada(rata, kata, bukti)


def pelatihan(jam: list[int | None], masa: str, bukti: tuple[Any, ...] = ()) -> Mentah:
    """Hours of all trainings that began in the period; a training without hours adds nothing."""
    siapa = "pegawai menyerahkan sertifikat, BKD mencatatnya"
    ada = [satu for satu in jam if satu is not None]
    if not jam:
        return Mentah.kosong(f"Belum ada pelatihan yang tercatat pada {masa}", siapa)
    if not ada:
        return Mentah.kosong("Jam pelatihan yang tercatat belum diisi", siapa, bukti)
    sisa = f"; {len(jam) - len(ada)} pelatihan tanpa jam" if len(ada) < len(jam) else ""
    return Mentah.ada(Decimal(sum(ada)), f"{sum(ada)} JP dari {len(ada)} pelatihan{sisa}", bukti)


def putusan(
    sumber: SumberNilai, isi: Mapping[str, Any], lama: Mentah | None, acuan: dict[str, Any]
) -> Mentah:
    """What the ruling on an objection puts in place of the raw value, the old evidence kept."""
    bukti = (acuan, *(lama.bukti if lama else ()))
    alasan = f"{acuan['ket']}: {isi.get('alasan') or 'data diperbaiki'}"
    teks = isi.get("mentah")
    if teks in (None, ""):
        return Mentah.kosong(alasan, PENCATAT, bukti)
    if sumber.kata:
        return Mentah.ada(str(teks), alasan, bukti)
    try:
        return Mentah.ada(Decimal(str(teks)), alasan, bukti)
    except ArithmeticError:
        return Mentah(str(teks), alasan, bukti, Keadaan.TIDAK_DAPAT_DIPERIKSA)

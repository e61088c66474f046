"""Weights and sum: from raw values and a published set to the account of one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from penilaian.kernel.akun import Akun, Baris, Keadaan, Mentah, susun_akun
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.kriteria import BilaKosong, Kriteria, Perangkat
from penilaian.kernel.skala import SERATUS, SkalaKeliru

_DUA, _EMPAT = Decimal("0.01"), Decimal("0.0001")
AKHIR_KALIMAT = " .;"
_SATUAN_BOBOT = 10_000  # hundredths of a percent in the whole


class BobotTidakSeratus(ValueError):
    """The weights of the set do not make 100, so nothing can be computed with it."""


@dataclass(frozen=True)
class Rencana:
    """How the weights fall, given which criteria were measured; in the order of the set."""

    bobot: tuple[Decimal, ...]
    keadaan: Keadaan
    terukur: Decimal


def hitung(perangkat: Perangkat, mentah: Mapping[str, Mentah]) -> Akun:
    """One person's account. ``mentah`` by the code of the criterion; what is absent is missing.

    Without a score when something required is missing, when too little weight was measured, or
    when a value cannot be true: such a value is put right, never passed over.
    """
    wajib_seratus(perangkat)
    semua = [periksa(satu, mentah.get(satu.kode)) for satu in perangkat.kriteria]
    rencana = susun_rencana(perangkat, [satu.keadaan for satu in semua])
    return susun_akun(
        baris_skor(perangkat, rencana, letak, satu) for letak, satu in enumerate(semua)
    )


def wajib_seratus(perangkat: Perangkat) -> None:
    """Raise unless the weights sum to exactly 100."""
    jumlah = sum((satu.bobot for satu in perangkat.kriteria), Decimal(0))
    if jumlah != SERATUS:
        raise BobotTidakSeratus(f"Jumlah bobot harus tepat 100, sekarang {bunyi_angka(jumlah)}.")


def periksa(kriteria: Kriteria, mentah: Mentah | None) -> Mentah:
    """The raw value as it may be used: absent is missing, impossible is not checkable."""
    if mentah is None or (mentah.nilai is None and mentah.keadaan is Keadaan.ANGKA):
        return Mentah.kosong(f"{kriteria.sumber.nama} belum ada datanya")
    if mentah.keadaan is not Keadaan.ANGKA or mentah.nilai is None:
        return mentah
    salah = kriteria.sumber.salah(mentah.nilai)
    if not salah:
        try:
            kriteria.skala.nilai(mentah.nilai)
        except SkalaKeliru as galat:
            salah = str(galat)
    if not salah:
        return mentah
    alasan = f"{tanpa_titik(mentah.alasan)}. {salah}" if mentah.alasan else salah
    return mentah._replace(alasan=alasan, keadaan=Keadaan.TIDAK_DAPAT_DIPERIKSA)


def susun_rencana(perangkat: Perangkat, keadaan: Sequence[Keadaan]) -> Rencana:
    """The weights that count: the published ones, or shared among what was measured."""
    bobot = [satu.bobot.quantize(_DUA) for satu in perangkat.kriteria]
    ukur = [satu is Keadaan.ANGKA for satu in keadaan]
    terukur = sum((b for b, ada in zip(bobot, ukur, strict=True) if ada), Decimal("0.00"))
    if Keadaan.TIDAK_DAPAT_DIPERIKSA in keadaan:
        return Rencana(tuple(bobot), Keadaan.TIDAK_DAPAT_DIPERIKSA, terukur)
    wajib = any(
        satu.bila_kosong is BilaKosong.TIDAK_LENGKAP
        for satu, ada in zip(perangkat.kriteria, ukur, strict=True)
        if not ada
    )
    if wajib or not terukur or terukur < perangkat.bobot_minimal:
        return Rencana(tuple(bobot), Keadaan.TIDAK_LENGKAP, terukur)
    return Rencana(bagi_bobot(bobot, ukur), Keadaan.ANGKA, terukur)


def bagi_bobot(bobot: Sequence[Decimal], ukur: Sequence[bool]) -> tuple[Decimal, ...]:
    """Weights shared in proportion among the measured, to exactly 100, by largest remainder.

    Two decimals; equal remainders go to the larger weight, then to the earlier criterion.
    """
    satuan = [int(b / _DUA) if ada else 0 for b, ada in zip(bobot, ukur, strict=True)]
    jumlah = sum(satuan)
    bagian = [divmod(satu * _SATUAN_BOBOT, jumlah) for satu in satuan]
    hasil = [utuh for utuh, _ in bagian]
    urut = sorted(range(len(satuan)), key=lambda n: (-bagian[n][1], -satuan[n], n))
    for n in urut[: _SATUAN_BOBOT - sum(hasil)]:
        hasil[n] += 1
    return tuple(Decimal(satu).scaleb(-2) for satu in hasil)


def sumbangan(bobot_pakai: Decimal, nilai: Decimal) -> Decimal:
    """Points of one line: weight × value ÷ 100, half-up to four decimals."""
    return (bobot_pakai * nilai / SERATUS).quantize(_EMPAT, ROUND_HALF_UP)


def baris_skor(perangkat: Perangkat, rencana: Rencana, letak: int, mentah: Mentah) -> Baris:
    """The line of the criterion at a place of the set."""
    kriteria, pakai = perangkat.kriteria[letak], rencana.bobot[letak]
    nilai = poin = None
    if mentah.keadaan is Keadaan.ANGKA and mentah.nilai is not None:
        nilai = kriteria.skala.nilai(mentah.nilai)
        poin = sumbangan(pakai, nilai)
        depan, belakang = bunyi_bobot(kriteria, pakai)
        hitungan = f"{perhitungan(kriteria, mentah.nilai)}{depan}{bunyi_angka(poin)}{belakang}"
        alasan = f"{asal_data(kriteria, mentah)}; {hitungan}"
    else:
        alasan = _alasan_tanpa(perangkat, rencana, kriteria, mentah)
    return Baris(
        kriteria=kriteria.kode,
        sumber=kriteria.sumber,
        bobot=kriteria.bobot.quantize(_DUA),
        bobot_pakai=pakai,
        mentah=mentah,
        nilai=nilai,
        sumbangan=poin,
        dasar=kriteria.dasar,
        alasan=alasan,
    )


def asal_data(kriteria: Kriteria, mentah: Mentah) -> str:
    """The first part of a measured line's sentence: where the raw value came from."""
    if mentah.alasan:
        return tanpa_titik(mentah.alasan)
    nilai = mentah.nilai
    tulis = bunyi_angka(nilai, kriteria.satuan) if isinstance(nilai, Decimal) else nilai
    return f"{kriteria.sumber.nama} {tulis}"


def perhitungan(kriteria: Kriteria, mentah: Decimal | str) -> str:
    """The second part: the scale applied and its points, up to the sign before the weight."""
    nilai = bunyi_angka(kriteria.skala.nilai(mentah))
    return f"{kriteria.skala.terapan(mentah, kriteria.satuan)}; {nilai} × "


def bunyi_bobot(kriteria: Kriteria, pakai: Decimal) -> tuple[str, str]:
    """The third part, before and after the points: the weight, and why it is another one."""
    tulis = bunyi_angka(pakai)
    if pakai == kriteria.bobot:
        return f"{tulis} % = ", " poin."
    sebab = (
        f"bobot {bunyi_angka(kriteria.bobot)} % menjadi {tulis} % karena bobot kriteria yang "
        "belum ada datanya dibagi"
    )
    return f"{tulis} % = ", f" poin ({sebab})."


def _alasan_tanpa(
    perangkat: Perangkat, rencana: Rencana, kriteria: Kriteria, mentah: Mentah
) -> str:
    sebab = tanpa_titik(mentah.alasan) or f"{kriteria.sumber.nama} belum ada datanya"
    kalimat = [f"{sebab}."]
    if mentah.siapa:
        kerja = "Yang melengkapi" if mentah.keadaan is Keadaan.TIDAK_LENGKAP else "Yang memperbaiki"
        kalimat.append(f"{kerja}: {tanpa_titik(mentah.siapa)}.")
    bobot = bunyi_angka(kriteria.bobot)
    if mentah.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA:
        kalimat.append("Skor belum dapat dihitung sebelum data ini diperbaiki.")
    elif kriteria.bila_kosong is BilaKosong.TIDAK_LENGKAP:
        kalimat.append("Skor belum dapat dihitung tanpa kriteria ini.")
    elif rencana.keadaan is Keadaan.ANGKA:
        kalimat.append(f"Bobotnya ({bobot} %) dibagi ke kriteria lain yang terukur.")
    elif rencana.terukur < perangkat.bobot_minimal:
        kalimat.append(
            f"Bobotnya ({bobot} %) belum dapat dibagi: yang terukur baru "
            f"{bunyi_angka(rencana.terukur)} %, paling sedikit "
            f"{bunyi_angka(perangkat.bobot_minimal)} %."
        )
    elif not rencana.terukur:
        kalimat.append("Belum ada satu pun kriteria yang terukur.")
    return " ".join(kalimat)


def tanpa_titik(teks: str) -> str:
    """A sentence as the first part of a longer one."""
    return teks.rstrip(AKHIR_KALIMAT)

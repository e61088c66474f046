"""What would raise a score, and by how much; honest about what a person cannot change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from penilaian.kernel.akun import Akun, Baris, Keadaan
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.hitung_skor import sumbangan, susun_rencana
from penilaian.kernel.kriteria import Arah, Kriteria, Linear, Perangkat, Rasio, Tabel, Tangga
from penilaian.kernel.skala import NOL, SERATUS
from penilaian.kernel.sumber_nilai import SumberNilai

_SATU, _HALUS = Decimal(1), Decimal("0.01")


class Kendali(StrEnum):
    """Whose hands it lies in."""

    SENDIRI = "sendiri"
    BERSAMA = "bersama"
    BUKAN = "bukan"


@dataclass(frozen=True)
class Pengungkit:
    """One thing that would raise the score. ``tambah`` in points: exactly so much for a measured
    line (``pasti``), at most so much for one whose data are missing. ``ke``: the next raw value
    that earns more, as text; empty where data are missing."""

    kriteria: str
    ke: str
    tambah: Decimal
    pasti: bool
    bunyi: str
    kendali: Kendali
    catatan: str


def pengungkit(perangkat: Perangkat, akun: Akun) -> tuple[Pengungkit, ...]:
    """The largest gain first; equal gains in the order of their codes."""
    menurut_kode = {satu.kriteria: satu for satu in akun.baris}
    hasil: list[Pengungkit] = []
    for letak, kriteria in enumerate(perangkat.kriteria):
        baris = menurut_kode.get(kriteria.kode)
        if baris is None:
            continue
        satu = (
            _terukur(kriteria, baris, ada_skor=akun.lengkap)
            if baris.terukur
            else _melengkapi(perangkat, akun, letak, baris)
        )
        if satu is not None and satu.tambah > NOL:
            hasil.append(satu)
    return tuple(sorted(hasil, key=lambda satu: (-satu.tambah, satu.kriteria)))


def _terukur(kriteria: Kriteria, baris: Baris, *, ada_skor: bool) -> Pengungkit | None:
    kini, mentah = baris.nilai, baris.mentah.nilai
    if kini is None or mentah is None or baris.sumbangan is None:
        return None
    ke = berikutnya(kriteria, mentah)
    if ke is None:
        return None
    nilai = kriteria.skala.nilai(ke)
    tambah = sumbangan(baris.bobot_pakai, nilai) - baris.sumbangan
    kendali, catatan = KENDALI[kriteria.sumber]
    akibat = "skor naik" if ada_skor else "begitu skor dapat dihitung, naik"
    bunyi = (
        f"{kriteria.sumber.nama} dari {_tulis(mentah, kriteria)} menjadi {_tulis(ke, kriteria)}: "
        f"nilai {bunyi_angka(kini)} menjadi {bunyi_angka(nilai)}, "
        f"{akibat} {bunyi_angka(tambah)} poin."
    )
    return Pengungkit(
        kriteria.kode, _tulis(ke, kriteria), tambah, True, bunyi, kendali, catatan
    )  # fmt: skip


def berikutnya(kriteria: Kriteria, mentah: Decimal | str) -> Decimal | str | None:
    """The nearest raw value that can be true and earns more; None when there is none."""
    kini = kriteria.skala.nilai(mentah)
    bawah, atas = kriteria.sumber.batas
    for calon in _calon(kriteria, mentah, kini):
        if isinstance(calon, Decimal):
            calon = max(calon, bawah) if atas is None else min(max(calon, bawah), atas)
        if not kriteria.sumber.salah(calon) and kriteria.skala.nilai(calon) > kini:
            return calon
    return None


def _calon(
    kriteria: Kriteria, mentah: Decimal | str, kini: Decimal
) -> Iterable[Decimal | str]:  # fmt: skip
    """Where more points may begin, the nearest first."""
    skala = kriteria.skala
    if isinstance(skala, Tabel):
        return sorted(
            (kata for kata, nilai in skala.isi.items() if nilai > kini),
            key=lambda kata: (skala.isi[kata], kata),
        )
    if not isinstance(mentah, Decimal):
        return ()
    naik = kriteria.arah is Arah.NAIK
    if isinstance(skala, Tangga):
        lebih = _SATU if kriteria.sumber.uraian.bulat else _HALUS
        mulai = [batas for batas, _ in skala.anak]
        if naik:
            return [batas for batas in mulai if batas > mentah]
        return [batas - lebih for batas in reversed(mulai) if batas <= mentah]
    return _calon_lurus(skala, mentah, naik, bulat=kriteria.sumber.uraian.bulat)


def _calon_lurus(
    skala: Linear | Rasio, mentah: Decimal, naik: bool, *, bulat: bool
) -> list[Decimal]:
    """One unit further, or one unit beyond where points begin; never past full points."""
    if isinstance(skala, Linear):
        awal, penuh = skala.dari, skala.sampai
    elif naik:
        awal, penuh = NOL, skala.target * skala.batas / SERATUS
    else:
        awal, penuh = mentah, skala.target * SERATUS / skala.batas
    if bulat and penuh != penuh.to_integral_value():
        penuh = penuh.to_integral_value("ROUND_CEILING" if naik else "ROUND_FLOOR")
    if naik:
        return [min(mentah + _SATU, penuh), min(max(mentah, awal) + _SATU, penuh), penuh]
    return [max(mentah - _SATU, penuh), max(min(mentah, awal) - _SATU, penuh), penuh]


def _melengkapi(perangkat: Perangkat, akun: Akun, letak: int, baris: Baris) -> Pengungkit:
    """What the missing or unbelievable value would add at most."""
    kriteria = perangkat.kriteria[letak]
    tambah = _paling_banyak(perangkat, akun, letak)
    kerja = "diperbaiki" if baris.mentah.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA else "dilengkapi"
    akibat = (
        f"menambah paling banyak {bunyi_angka(tambah)} poin"
        if akun.skor is not None
        else f"bernilai paling banyak {bunyi_angka(tambah)} poin"
    )
    siapa = baris.mentah.siapa.rstrip(" .;")
    catatan = (
        f"Yang melengkapi: {siapa}." if siapa else "Tanyakan kepada pengelola kepegawaian unit."
    )
    return Pengungkit(
        kriteria=kriteria.kode,
        ke="",
        tambah=tambah,
        pasti=False,
        bunyi=f"{kriteria.sumber.nama}: bila datanya {kerja}, {akibat}.",
        kendali=Kendali.BERSAMA,
        catatan=catatan,
    )


def _paling_banyak(perangkat: Perangkat, akun: Akun, letak: int) -> Decimal:
    """The gain at the best raw value; without a score yet, the line's own points."""
    terbaik = nilai_terbaik(perangkat.kriteria[letak])
    if akun.skor is None:
        return sumbangan(perangkat.kriteria[letak].bobot, terbaik)
    nilai = {satu.kriteria: satu.nilai for satu in akun.baris}
    nilai[perangkat.kriteria[letak].kode] = terbaik
    urut = [nilai.get(satu.kode) for satu in perangkat.kriteria]
    rencana = susun_rencana(
        perangkat, [Keadaan.TIDAK_LENGKAP if n is None else Keadaan.ANGKA for n in urut]
    )
    skor = sum(
        (sumbangan(b, n) for b, n in zip(rencana.bobot, urut, strict=True) if n is not None), NOL
    )
    return skor - akun.skor


def nilai_terbaik(kriteria: Kriteria) -> Decimal:
    """The most points any raw value that can be true may earn."""
    skala = kriteria.skala
    if isinstance(skala, Tabel):
        return max(skala.nilai(kata) for kata in skala.isi)
    bawah, atas = kriteria.sumber.batas
    if kriteria.arah is Arah.TURUN:
        return skala.nilai(bawah)
    if atas is not None:
        return skala.nilai(atas)
    return skala.nilai(skala.anak[-1][0]) if isinstance(skala, Tangga) else SERATUS


def _tulis(mentah: Decimal | str, kriteria: Kriteria) -> str:
    return bunyi_angka(mentah, kriteria.satuan) if isinstance(mentah, Decimal) else mentah


_PREDIKAT_TETAP = (
    "Predikat dan rating yang sudah ditetapkan hanya berubah lewat keberatan; yang dapat "
    "diusahakan adalah penilaian berikutnya."
)
_WAKTU = "Bertambah sendiri dengan berjalannya waktu; tidak dapat dipercepat."
_USAHA = "Dapat diusahakan sendiri pada periode berikutnya."
KENDALI: dict[SumberNilai, tuple[Kendali, str]] = {
    SumberNilai.PREDIKAT_TAHUNAN: (Kendali.BUKAN, _PREDIKAT_TETAP),
    SumberNilai.RATING_HASIL: (Kendali.BUKAN, _PREDIKAT_TETAP),
    SumberNilai.RATING_PERILAKU: (Kendali.BUKAN, _PREDIKAT_TETAP),
    SumberNilai.KEHADIRAN: (
        Kendali.SENDIRI,
        "Dapat diusahakan sendiri; hari yang tercatat keliru dapat dimintakan perbaikan.",
    ),
    SumberNilai.KETEPATAN_WAKTU: (Kendali.SENDIRI, _USAHA),
    SumberNilai.PENYELESAIAN_TUGAS: (
        Kendali.SENDIRI,
        "Sebagian besar dapat diusahakan sendiri; bila beban tugasnya tidak wajar, bicarakan "
        "dengan atasan.",
    ),
    SumberNilai.MUTU: (Kendali.SENDIRI, _USAHA),
    SumberNilai.INOVASI: (
        Kendali.BERSAMA,
        "Gagasan dan penerapannya dari pegawai; manfaatnya baru dihitung sesudah diverifikasi.",
    ),
    SumberNilai.CAPAIAN_SKP: (
        Kendali.BERSAMA,
        "Realisasi diusahakan sendiri; targetnya disepakati dengan atasan.",
    ),
    SumberNilai.KONTRIBUSI_TIM: (
        Kendali.BERSAMA,
        "Hasil tim adalah kerja bersama, tidak di tangan satu orang.",
    ),
    SumberNilai.KEPUASAN_PENGGUNA: (
        Kendali.BUKAN,
        "Ini ukuran seluruh unit kerja, tidak di tangan satu orang.",
    ),
    SumberNilai.PELATIHAN_JP: (
        Kendali.BERSAMA,
        "Pelatihan diikuti sendiri; kesempatan dan anggarannya dari instansi.",
    ),
    SumberNilai.PREDIKAT_DUA_TAHUN: (Kendali.BUKAN, _PREDIKAT_TETAP),
    SumberNilai.TREN_PREDIKAT: (Kendali.BUKAN, _PREDIKAT_TETAP),
    SumberNilai.PENDIDIKAN_LEBIH: (
        Kendali.BERSAMA,
        "Pendidikan lanjutan ditempuh dengan izin belajar atau tugas belajar, dan perlu waktu.",
    ),
    SumberNilai.PENDIDIKAN_LINEAR: (
        Kendali.BUKAN,
        "Bidang pendidikan yang sudah ditempuh tidak berubah; ijazah yang belum tercatat dapat "
        "disusulkan.",
    ),
    SumberNilai.MASA_JABATAN: (Kendali.BUKAN, _WAKTU),
    SumberNilai.PENGALAMAN_RUMPUN: (
        Kendali.BUKAN,
        "Bertambah dengan berjalannya waktu; riwayat jabatan yang belum tercatat dapat disusulkan.",
    ),
    SumberNilai.UJI_KOMPETENSI: (
        Kendali.BERSAMA,
        "Ujiannya diikuti sendiri; jadwalnya ditetapkan instansi.",
    ),
    SumberNilai.JPM: (
        Kendali.BERSAMA,
        "Kompetensi dapat dikembangkan; levelnya baru berubah pada penilaian kompetensi "
        "berikutnya.",
    ),
    SumberNilai.KESAMAAN_KELAS: (
        Kendali.BUKAN,
        "Kelas jabatan ditetapkan, tidak di tangan pegawai; jabatan tujuan lain berjarak lain.",
    ),
    SumberNilai.SKOR_KINERJA: (
        Kendali.BERSAMA,
        "Naik bila skor kinerja periode berikutnya naik; lihat rincian skor kinerja.",
    ),
    SumberNilai.KOTAK_TALENTA: (
        Kendali.BUKAN,
        "Kotak ditetapkan di SIMATA; hanya berubah pada pemetaan talenta berikutnya.",
    ),
}

"""Ready sets of criteria: plain data from which an office begins its first draft.

Two can be computed from the files of SIASN and e-Kinerja alone, so an office may start on day one;
the third follows the texts and needs what is measured here. Weights are a proposal of ours: each
office argues them, writes its own basis, and publishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    Keluarga,
    Kriteria,
    Linear,
    Perangkat,
    Skala,
    SumberNilai,
    Tabel,
    Tangga,
)

_S = SumberNilai
_PP30 = "PP 30/2019; PermenPANRB 6/2022"
_PP11 = "PP 11/2017 jo. PP 17/2020 Pasal 190"
_MANAJEMEN = "UU 20/2023; PermenPANRB 3/2020"
_PP94 = "PP 94/2021"
_TUNDA, _BAGI = BilaKosong.TIDAK_LENGKAP, BilaKosong.BOBOT_DIBAGI


@dataclass(frozen=True)
class SetSiap:
    """A set one may begin with; ``perlu`` says in a sentence which data it asks for."""

    kunci: str
    perlu: str
    perangkat: Perangkat


def _angka(teks: str) -> Decimal:
    return Decimal(teks)


def _garis(dari: str, sampai: str) -> Linear:
    return Linear(_angka(dari), _angka(sampai))


def _tangga(*anak: tuple[str, str]) -> Tangga:
    return Tangga(tuple((_angka(mulai), _angka(nilai)) for mulai, nilai in anak))


def _tabel(sumber: SumberNilai, *nilai: str) -> Tabel:
    """One value for each word of the source, from the worst to the best."""
    return Tabel(dict(zip(sumber.kata, map(_angka, nilai), strict=True)))


def _kriteria(
    kode: str,
    sumber: SumberNilai,
    bobot: str,
    skala: Skala,
    *,
    bunyi: str,
    dasar: str,
    bukti: str,
    kosong: BilaKosong,
    arah: Arah = Arah.NAIK,
) -> Kriteria:
    return Kriteria(
        kode=kode, bunyi=bunyi, dasar=dasar, sumber=sumber, satuan=sumber.satuan, arah=arah,
        skala=skala, bobot=_angka(bobot), bukti=bukti, bila_kosong=kosong,
    )  # fmt: skip


_PREDIKAT = ("0", "25", "50", "80", "100")
_RATING = ("30", "80", "100")
_EKINERJA = "Hasil e-Kinerja yang diimpor"
_SIASN = "Ekspor data utama SIASN"

KINERJA_AWAL = Perangkat(
    keluarga=Keluarga.KINERJA, kode="KIN", versi=1, nama="Kinerja dari e-Kinerja dan SIASN",
    pengantar=(
        "Untuk semua PNS dan PPPK yang dinilai dalam satu tahun. Semua datanya sudah ada di "
        "e-Kinerja dan SIASN; tidak ada yang diketik ulang."
    ),
    dasar="PP 30/2019; PermenPANRB 6/2022", berlaku_mulai=None, bobot_minimal=_angka("85"),
    peringkat=False, urutan_seri=(),
    kriteria=(
        _kriteria(
            "PRD", _S.PREDIKAT_TAHUNAN, "50", _tabel(_S.PREDIKAT_TAHUNAN, *_PREDIKAT),
            bunyi="Predikat kinerja tahunan yang ditetapkan pejabat penilai.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "HSL", _S.RATING_HASIL, "20", _tabel(_S.RATING_HASIL, *_RATING),
            bunyi="Hasil kerja dibandingkan dengan yang diharapkan.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "PRL", _S.RATING_PERILAKU, "20", _tabel(_S.RATING_PERILAKU, *_RATING),
            bunyi="Perilaku kerja menurut nilai dasar ASN.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "DIK", _S.PELATIHAN_JP, "10", _garis("0", "20"),
            bunyi="Pengembangan kompetensi, paling sedikit 20 jam pelajaran setahun.",
            dasar="PP 11/2017 Pasal 203 ayat (4)", kosong=_BAGI,
            bukti="Riwayat pengembangan kompetensi di SIASN, dengan sertifikatnya",
        ),
    ),
)  # fmt: skip

KINERJA_LENGKAP = Perangkat(
    keluarga=Keluarga.KINERJA, kode="KIN", versi=1, nama="Kinerja perorangan dan tim",
    pengantar=(
        "Untuk semua PNS dan PPPK yang dinilai dalam satu tahun. Yang dinilai: kehadiran, tugas, "
        "mutu, inovasi, capaian, perilaku, sumbangan pada tim, dan kepuasan pengguna layanan."
    ),
    dasar="PP 30/2019; PermenPANRB 6/2022", berlaku_mulai=None, bobot_minimal=_angka("70"),
    peringkat=False, urutan_seri=(),
    kriteria=(
        _kriteria(
            "HDR", _S.KEHADIRAN, "10", _garis("80", "100"),
            bunyi="Hadir pada hari kerja; cuti dan izin yang sah tidak mengurangi.",
            dasar=_PP94, bukti="Rekap kehadiran bulanan", kosong=_TUNDA,
        ),
        _kriteria(
            "TPT", _S.KETEPATAN_WAKTU, "5", _garis("70", "100"),
            bunyi="Datang dan pulang pada waktunya.",
            dasar=_PP94, bukti="Rekap kehadiran bulanan", kosong=_BAGI,
        ),
        _kriteria(
            "TGS", _S.PENYELESAIAN_TUGAS, "20", _garis("50", "100"),
            bunyi="Tugas yang jatuh tempo selesai tepat waktu.",
            dasar=_PP30, bukti="Daftar tugas dengan tanggal jatuh tempo dan selesai", kosong=_TUNDA,
        ),
        _kriteria(
            "MTU", _S.MUTU, "10", _garis("50", "100"),
            bunyi="Hasil kerja diterima tanpa revisi.",
            dasar=_PP30, bukti="Catatan revisi pada daftar tugas", kosong=_BAGI,
        ),
        _kriteria(
            "INV", _S.INOVASI, "5", _tangga(("0", "50"), ("1", "80"), ("2", "100")),
            bunyi="Inovasi yang manfaatnya sudah diverifikasi; tanpa inovasi bernilai 50.",
            dasar="PP 38/2017", bukti="Berita acara verifikasi inovasi", kosong=_BAGI,
        ),
        _kriteria(
            "SKP", _S.CAPAIAN_SKP, "20", _garis("50", "110"),
            bunyi="Realisasi SKP dibandingkan dengan targetnya.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "PRL", _S.RATING_PERILAKU, "15", _tabel(_S.RATING_PERILAKU, *_RATING),
            bunyi="Perilaku kerja menurut nilai dasar ASN.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "TIM", _S.KONTRIBUSI_TIM, "10", _garis("50", "100"),
            bunyi="Sumbangan pada capaian tim kerja yang diikuti.",
            dasar="PermenPANRB 6/2022", bukti="Surat tugas tim dan capaian targetnya", kosong=_BAGI,
        ),
        _kriteria(
            "IKM", _S.KEPUASAN_PENGGUNA, "5", _garis("65", "100"),
            bunyi="Kepuasan pengguna layanan unit kerja pegawai.",
            dasar="PermenPANRB 14/2017", bukti="Hasil survei kepuasan masyarakat", kosong=_BAGI,
        ),
    ),
)  # fmt: skip

MUTASI_AWAL = Perangkat(
    keluarga=Keluarga.MUTASI, kode="MUT", versi=1, nama="Kecocokan untuk mutasi",
    pengantar=(
        "Untuk setiap pegawai yang memenuhi syarat jabatan tujuan. Kriteria ini membandingkan "
        "kecocokan; syaratnya sendiri diperiksa terpisah dan tidak dapat ditukar dengan angka."
    ),
    dasar="PP 11/2017 jo. PP 17/2020; Peraturan BKN 5/2019", berlaku_mulai=None,
    bobot_minimal=_angka("75"), peringkat=True, urutan_seri=("PRD", "PGL", "LIN"),
    kriteria=(
        _kriteria(
            "PRD", _S.PREDIKAT_DUA_TAHUN, "25", _tabel(_S.PREDIKAT_DUA_TAHUN, *_PREDIKAT),
            bunyi="Predikat kinerja yang lebih rendah dari dua tahun terakhir.",
            dasar=_PP11, bukti=_EKINERJA, kosong=_TUNDA,
        ),
        _kriteria(
            "TRN", _S.TREN_PREDIKAT, "5", _tabel(_S.TREN_PREDIKAT, "0", "70", "100"),
            bunyi="Predikat kinerja bertahan atau membaik.",
            dasar=_PP30, bukti=_EKINERJA, kosong=_BAGI,
        ),
        _kriteria(
            "LIN", _S.PENDIDIKAN_LINEAR, "15", _tabel(_S.PENDIDIKAN_LINEAR, "30", "100"),
            bunyi="Bidang pendidikan termasuk bidang yang disyaratkan jabatan.",
            dasar=_MANAJEMEN, bukti=_SIASN, kosong=_TUNDA,
        ),
        _kriteria(
            "PDK", _S.PENDIDIKAN_LEBIH, "5", _tangga(("0", "60"), ("1", "80"), ("2", "100")),
            bunyi="Tingkat pendidikan di atas yang disyaratkan jabatan.",
            dasar=_MANAJEMEN, bukti=_SIASN, kosong=_BAGI,
        ),
        _kriteria(
            "MSJ", _S.MASA_JABATAN, "10", _tangga(("24", "60"), ("36", "80"), ("60", "100")),
            bunyi="Cukup lama menduduki jabatan terakhir; kurang dari dua tahun bernilai 0.",
            dasar=_PP11, bukti=_SIASN, kosong=_TUNDA,
        ),
        _kriteria(
            "PGL", _S.PENGALAMAN_RUMPUN, "20", _garis("0", "60"),
            bunyi="Pengalaman di jabatan yang serumpun, penuh pada lima tahun.",
            dasar=_MANAJEMEN, bukti="Riwayat jabatan di SIASN", kosong=_TUNDA,
        ),
        _kriteria(
            "UJI", _S.UJI_KOMPETENSI, "5", _tabel(_S.UJI_KOMPETENSI, "40", "100"),
            bunyi="Lulus uji kompetensi untuk jabatan tujuan.",
            dasar="PermenPANRB 1/2023", bukti="Sertifikat uji kompetensi", kosong=_BAGI,
        ),
        _kriteria(
            "DIK", _S.PELATIHAN_JP, "5", _garis("0", "20"),
            bunyi="Pengembangan kompetensi, paling sedikit 20 jam pelajaran setahun.",
            dasar="PP 11/2017 Pasal 203 ayat (4)", kosong=_BAGI,
            bukti="Riwayat pengembangan kompetensi di SIASN, dengan sertifikatnya",
        ),
        _kriteria(
            "KLS", _S.KESAMAAN_KELAS, "10", _garis("4", "0"), arah=Arah.TURUN,
            bunyi="Kelas jabatan sekarang dekat dengan kelas jabatan tujuan.",
            dasar="PermenPANRB 34/2011", bukti="Kelas jabatan pada peta jabatan", kosong=_TUNDA,
        ),
    ),
)  # fmt: skip

SET_SIAP: dict[str, SetSiap] = {
    satu.kunci: satu
    for satu in (
        SetSiap(
            "kinerja-awal",
            "Cukup berkas e-Kinerja dan SIASN: dapat dipakai sejak hari pertama.",
            KINERJA_AWAL,
        ),
        SetSiap(
            "kinerja-lengkap",
            "Selain e-Kinerja perlu rekap kehadiran, daftar tugas, inovasi, tim kerja, dan survei "
            "kepuasan.",
            KINERJA_LENGKAP,
        ),
        SetSiap(
            "mutasi-awal",
            "Cukup berkas e-Kinerja dan SIASN, serta syarat dan kelas jabatan.",
            MUTASI_AWAL,
        ),
    )
}

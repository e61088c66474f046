"""The road of a case: which act leads from which states to which, and by whose right.

One closed table: every target is a state, before every decision there is a state that waits for it,
and there is no other way (peraturan-mutasi 12.1; departures are listed in docs/keputusan). Which
gates a case passes is data (``AturanAlur``), frozen on the case when it is submitted; an act with
several targets leads to the first whose gate the case has. docs/alur.md is printed from here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import TextChoices

from organisasi.izin import Izin


class StatusUsulan(TextChoices):
    """Where a case stands: what it waits for, or how it ended."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan, menunggu verifikasi BKD"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan kepada pengusul"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi, menunggu pemeriksaan Kabid"
    DITELAAH_UNIT = "ditelaah_unit", "Ditelaah unit asal dan tujuan"
    SIAP_DIBERITAHUKAN = "siap_diberitahukan", "Siap diberitahukan kepada pegawai"
    DIBERITAHUKAN = "diberitahukan", "Diberitahukan kepada pegawai"
    MENUNGGU_KESEDIAAN = "menunggu_kesediaan", "Menunggu kesediaan pegawai"
    DIKAJI = "dikaji", "Dikaji, menunggu Kepala BKPSDM"
    SIDANG_TPK = "sidang_tpk", "Menunggu sidang TPK"
    DITUNDA = "ditunda", "Ditunda TPK"
    DIREKOMENDASI = "direkomendasi", "Direkomendasikan, menunggu PyB"
    PROSES_ANTAR_INSTANSI = "proses_antar_instansi", "Menunggu surat antarinstansi"
    DISETUJUI_PYB = "disetujui_pyb", "Disetujui PyB, menunggu diusulkan ke BKN"
    DIUSULKAN_BKN = "diusulkan_bkn", "Diusulkan ke BKN, menunggu pertek"
    DIKEMBALIKAN_BKN = "dikembalikan_bkn", "Dikembalikan BKN"
    DITOLAK_BKN = "ditolak_bkn", "Ditolak BKN"
    IZIN_LUAR = "izin_luar", "Menunggu izin atau persetujuan pejabat luar"
    MENUNGGU_PPK = "menunggu_ppk", "Menunggu keputusan PPK"
    DISETUJUI_PPK = "disetujui_ppk", "Disetujui PPK, menunggu penetapan SK"
    SK_DITETAPKAN = "sk_ditetapkan", "SK ditetapkan"
    DILANTIK = "dilantik", "Dilantik"
    BERLAKU = "berlaku", "Berlaku sejak TMT, menunggu SPMT"
    SPMT = "spmt", "Melaksanakan tugas, menunggu SIASN"
    EVALUASI = "evaluasi", "Dalam evaluasi"
    SELESAI = "selesai", "Selesai"
    DITOLAK = "ditolak", "Ditolak"
    DIBATALKAN = "dibatalkan", "Dibatalkan"
    DICABUT = "dicabut", "Dicabut"


S = StatusUsulan

AKHIR: tuple[StatusUsulan, ...] = (S.SELESAI, S.DITOLAK, S.DIBATALKAN, S.DICABUT)
BERJALAN: tuple[StatusUsulan, ...] = tuple(s for s in S if s not in AKHIR)
# From the first day on which a decree exists: only a new decree can take the case back.
BER_SK: tuple[StatusUsulan, ...] = (S.SK_DITETAPKAN, S.DILANTIK, S.BERLAKU, S.SPMT, S.EVALUASI)
SEBELUM_SK: tuple[StatusUsulan, ...] = tuple(s for s in BERJALAN if s not in BER_SK)
# What holds its person once it is no longer secret. A secret case, and one that waits for BKD to
# take it up, run beside another, so that nobody learns of either by being refused.
MENGIKAT: tuple[StatusUsulan, ...] = tuple(
    s for s in SEBELUM_SK if s not in (S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN)
)
# The employee's place changes on the TMT; from then on the person counts there.
SUDAH_BERLAKU: tuple[StatusUsulan, ...] = (S.BERLAKU, S.SPMT, S.EVALUASI, S.SELESAI)
# How far along a state lies; what a role may see follows from how far a case ever came.
JAUH: dict[str, int] = {s.value: n for n, s in enumerate(S)}


class Gerbang(TextChoices):
    """A part of the road that a kind and a level of post may need or not."""

    TELAAH = "telaah", "Telaah unit asal dan tujuan"
    BERITAHU = "beritahu", "Pemberitahuan kepada pegawai"
    KESEDIAAN = "kesediaan", "Kesediaan pegawai"
    TPK = "tpk", "Sidang TPK"
    PYB = "pyb", "Persetujuan PyB"
    ANTAR = "antar", "Surat antarinstansi"
    BKN = "bkn", "I-MUT dan pertek BKN"
    IZIN = "izin", "Izin pejabat luar"
    LANTIK = "lantik", "Pelantikan"
    SPMT = "spmt", "SPMT"
    SIASN = "siasn", "Pemutakhiran SIASN"
    EVALUASI = "evaluasi", "Evaluasi sesudah pindah"


# The gate that must be on the case's list for it to stop in a state.
GERBANG_STATUS: dict[StatusUsulan, Gerbang] = {
    S.DITELAAH_UNIT: Gerbang.TELAAH,
    S.SIAP_DIBERITAHUKAN: Gerbang.BERITAHU,
    S.MENUNGGU_KESEDIAAN: Gerbang.KESEDIAAN,
    S.SIDANG_TPK: Gerbang.TPK,
    S.DIREKOMENDASI: Gerbang.PYB,
    S.PROSES_ANTAR_INSTANSI: Gerbang.ANTAR,
    S.DISETUJUI_PYB: Gerbang.BKN,
    S.IZIN_LUAR: Gerbang.IZIN,
    S.BERLAKU: Gerbang.SPMT,
    S.SPMT: Gerbang.SIASN,
    S.EVALUASI: Gerbang.EVALUASI,
}


class Aksi(TextChoices):
    """Everything that moves a case; the words follow the actor's name."""

    AJUKAN = "ajukan", "mengajukan"
    KEMBALIKAN = "kembalikan", "mengembalikan kepada pengusul"
    VERIFIKASI = "verifikasi", "memverifikasi"
    PERIKSA = "periksa", "memeriksa dan meneruskan"
    TELAAH = "telaah", "menyelesaikan telaah unit"
    BERITAHUKAN = "beritahukan", "memberitahukan kepada pegawai"
    KAJI = "kaji", "meneruskan ke kajian"
    UBAH = "ubah", "mengubah isi"
    SERAHKAN = "serahkan", "menyerahkan ke TPK"
    REKOMENDASIKAN = "rekomendasikan", "merekomendasikan"
    TUNDA = "tunda", "menunda"
    TIDAK_REKOMENDASIKAN = "tidak_rekomendasikan", "tidak merekomendasikan"
    KAJI_ULANG = "kaji_ulang", "mengkaji ulang"
    SETUJUI_PYB = "setujui_pyb", "menyetujui sebagai PyB"
    KEMBALIKAN_PYB = "kembalikan_pyb", "mengembalikan sebagai PyB"
    TOLAK_PYB = "tolak_pyb", "menolak sebagai PyB"
    LENGKAPI_ANTAR = "lengkapi_antar", "melengkapi surat antarinstansi"
    USULKAN_BKN = "usulkan_bkn", "mengusulkan ke BKN"
    CATAT_PERTEK = "catat_pertek", "mencatat pertek BKN"
    CATAT_KEMBALI_BKN = "catat_kembali_bkn", "mencatat pengembalian BKN"
    CATAT_TOLAK_BKN = "catat_tolak_bkn", "mencatat penolakan BKN"
    CATAT_IZIN = "catat_izin", "mencatat izin pejabat luar"
    CATAT_TOLAK_IZIN = "catat_tolak_izin", "mencatat penolakan izin"
    SETUJUI_PPK = "setujui_ppk", "menyetujui sebagai PPK"
    KEMBALIKAN_PPK = "kembalikan_ppk", "mengembalikan sebagai PPK"
    TOLAK_PPK = "tolak_ppk", "menolak sebagai PPK"
    TETAPKAN = "tetapkan", "menetapkan SK"
    LANTIK = "lantik", "mencatat pelantikan"
    LAKSANAKAN = "laksanakan", "memberlakukan"
    CATAT_SPMT = "catat_spmt", "mencatat SPMT"
    SINKRONKAN = "sinkronkan", "mencatat pemutakhiran SIASN"
    SELESAIKAN = "selesaikan", "menyelesaikan"
    TARIK = "tarik", "menarik usulan"
    BATALKAN = "batalkan", "membatalkan"
    GUGURKAN = "gugurkan", "menggugurkan karena keadaan"
    CABUT = "cabut", "mencabut SK"


@dataclass(frozen=True)
class Langkah:
    """One row of the table: ``bukti`` names what must be there, ``keputusan`` a human decision.

    ``izin`` None: not by a right over an office, but by being whom the case concerns (the worker,
    the person himself), which the act states.
    """

    dari: tuple[StatusUsulan, ...]
    ke: tuple[StatusUsulan, ...]
    izin: Izin | None
    bukti: tuple[str, ...] = ()
    keputusan: bool = False
    beralasan: bool = False


_SETELAH_PYB = (S.PROSES_ANTAR_INSTANSI, S.DISETUJUI_PYB, S.IZIN_LUAR, S.MENUNGGU_PPK)
_SETELAH_TELAAH = (S.SIAP_DIBERITAHUKAN, S.DIKAJI)
_SEBELUM_TPK = (
    S.DIVERIFIKASI, S.DITELAAH_UNIT, S.SIAP_DIBERITAHUKAN, S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN,
    S.DIKAJI,
)  # fmt: skip
_BKD_SAMPAI_PPK = (
    *_SEBELUM_TPK, S.SIDANG_TPK, S.DITUNDA, S.DIREKOMENDASI, S.PROSES_ANTAR_INSTANSI,
    S.DISETUJUI_PYB, S.DIUSULKAN_BKN, S.DIKEMBALIKAN_BKN, S.DITOLAK_BKN, S.IZIN_LUAR,
    S.MENUNGGU_PPK,
)  # fmt: skip

ALUR: dict[Aksi, Langkah] = {
    Aksi.AJUKAN: Langkah((S.DRAF, S.DIKEMBALIKAN), (S.DIAJUKAN,), Izin.USULAN_AJUKAN),
    Aksi.KEMBALIKAN: Langkah(
        (S.DIAJUKAN, *_SEBELUM_TPK), (S.DIKEMBALIKAN,), Izin.USULAN_VERIFIKASI, beralasan=True
    ),
    Aksi.VERIFIKASI: Langkah(
        (S.DIAJUKAN,), (S.DIVERIFIKASI,), Izin.USULAN_VERIFIKASI,
        bukti=("aturan H lolos", "alasan tiap peringatan W"), keputusan=True,
    ),
    Aksi.PERIKSA: Langkah(
        (S.DIVERIFIKASI,), (S.DITELAAH_UNIT, *_SETELAH_TELAAH), Izin.USULAN_PERIKSA, keputusan=True
    ),
    Aksi.TELAAH: Langkah(
        (S.DITELAAH_UNIT,), _SETELAH_TELAAH, Izin.USULAN_TELAAH,
        bukti=("jawaban kedua unit, atau batas waktunya lewat",),
    ),
    Aksi.BERITAHUKAN: Langkah(
        (S.SIAP_DIBERITAHUKAN,), (S.MENUNGGU_KESEDIAAN, S.DIBERITAHUKAN), Izin.USULAN_BERITAHU,
        bukti=("lembar apa yang berubah bagi Anda",),
    ),
    Aksi.KAJI: Langkah(
        (S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN), (S.DIKAJI,), Izin.USULAN_PERIKSA,
        bukti=("kesediaan, atau dasar tanpa kesediaan K1-K5",),
    ),
    Aksi.UBAH: Langkah(
        (*_BKD_SAMPAI_PPK, S.DISETUJUI_PPK), (S.DIAJUKAN,), Izin.USULAN_VERIFIKASI,
        beralasan=True,
    ),
    Aksi.SERAHKAN: Langkah(
        (S.DIKAJI,), (S.SIDANG_TPK, S.DIREKOMENDASI, *_SETELAH_PYB), Izin.USULAN_SERAHKAN,
        bukti=("bekuan data yang dilihat TPK",), keputusan=True,
    ),
    Aksi.REKOMENDASIKAN: Langkah(
        (S.SIDANG_TPK,), (S.DIREKOMENDASI, *_SETELAH_PYB), Izin.SIDANG_PIMPIN,
        bukti=("kuorum", "berita acara TPK bertanda tangan"), keputusan=True, beralasan=True,
    ),
    Aksi.TUNDA: Langkah(
        (S.SIDANG_TPK,), (S.DITUNDA,), Izin.SIDANG_PIMPIN, keputusan=True, beralasan=True
    ),
    Aksi.TIDAK_REKOMENDASIKAN: Langkah(
        (S.SIDANG_TPK,), (S.DITOLAK,), Izin.SIDANG_PIMPIN, keputusan=True, beralasan=True
    ),
    Aksi.KAJI_ULANG: Langkah(
        (S.DITUNDA, S.DIKEMBALIKAN_BKN, S.DITOLAK_BKN), (S.DIKAJI,), Izin.USULAN_PERIKSA,
        beralasan=True,
    ),
    Aksi.SETUJUI_PYB: Langkah(
        (S.DIREKOMENDASI,), _SETELAH_PYB, Izin.USULAN_SETUJUI_PYB,
        bukti=("berita acara TPK (H14)",), keputusan=True,
    ),
    Aksi.KEMBALIKAN_PYB: Langkah(
        (S.DIREKOMENDASI,), (S.DIKAJI,), Izin.USULAN_SETUJUI_PYB, keputusan=True, beralasan=True
    ),
    Aksi.TOLAK_PYB: Langkah(
        (S.DIREKOMENDASI,), (S.DITOLAK,), Izin.USULAN_SETUJUI_PYB, keputusan=True, beralasan=True
    ),
    Aksi.LENGKAPI_ANTAR: Langkah(
        (S.PROSES_ANTAR_INSTANSI,), (S.DISETUJUI_PYB, S.IZIN_LUAR, S.MENUNGGU_PPK), Izin.BKN_CATAT,
        bukti=("usul dan persetujuan PPK yang menyebut jabatan (H15)",),
    ),
    Aksi.USULKAN_BKN: Langkah(
        (S.DISETUJUI_PYB, S.DIKEMBALIKAN_BKN), (S.DIUSULKAN_BKN,), Izin.BKN_CATAT,
        bukti=("nomor I-MUT dan tanggal",),
    ),
    Aksi.CATAT_PERTEK: Langkah(
        (S.DIUSULKAN_BKN,), (S.IZIN_LUAR, S.MENUNGGU_PPK), Izin.BKN_CATAT,
        bukti=("nomor, tanggal, dan berkas pertek (H16)",),
    ),
    Aksi.CATAT_KEMBALI_BKN: Langkah(
        (S.DIUSULKAN_BKN,), (S.DIKEMBALIKAN_BKN,), Izin.BKN_CATAT, beralasan=True
    ),
    Aksi.CATAT_TOLAK_BKN: Langkah(
        (S.DIUSULKAN_BKN,), (S.DITOLAK_BKN,), Izin.BKN_CATAT, beralasan=True
    ),
    Aksi.CATAT_IZIN: Langkah(
        (S.IZIN_LUAR,), (S.MENUNGGU_PPK,), Izin.BKN_CATAT,
        bukti=("nomor, tanggal, dan berkas izin per nama (H12, H18)",),
    ),
    Aksi.CATAT_TOLAK_IZIN: Langkah(
        (S.IZIN_LUAR,), (S.DITOLAK,), Izin.BKN_CATAT, beralasan=True
    ),
    Aksi.SETUJUI_PPK: Langkah(
        (S.MENUNGGU_PPK,), (S.DISETUJUI_PPK,), Izin.USULAN_PUTUSKAN, keputusan=True
    ),
    Aksi.KEMBALIKAN_PPK: Langkah(
        (S.MENUNGGU_PPK,), (S.DIKAJI,), Izin.USULAN_PUTUSKAN, keputusan=True, beralasan=True
    ),
    Aksi.TOLAK_PPK: Langkah(
        (S.MENUNGGU_PPK,), (S.DITOLAK,), Izin.USULAN_PUTUSKAN, keputusan=True, beralasan=True
    ),
    Aksi.TETAPKAN: Langkah(
        (S.DISETUJUI_PPK,), (S.SK_DITETAPKAN,), Izin.KEPUTUSAN_TETAPKAN,
        bukti=("nomor dan tanggal SK", "penanda tangan berwenang (H13)", "urutan tanggal (H25)"),
        keputusan=True,
    ),
    Aksi.LANTIK: Langkah(
        (S.SK_DITETAPKAN,), (S.DILANTIK,), Izin.PELANTIKAN_KELOLA,
        bukti=("berita acara pelantikan dalam 30 hari kerja (H25)",),
    ),
    Aksi.LAKSANAKAN: Langkah(
        (S.SK_DITETAPKAN, S.DILANTIK), (S.BERLAKU, S.SPMT, S.EVALUASI, S.SELESAI), None,
        bukti=("TMT sudah tiba", "dilantik bila jabatannya dilantik"),
    ),
    Aksi.CATAT_SPMT: Langkah(
        (S.BERLAKU,), (S.SPMT, S.EVALUASI, S.SELESAI), Izin.SPMT_CATAT, bukti=("SPMT",)
    ),
    Aksi.SINKRONKAN: Langkah(
        (S.SPMT,), (S.EVALUASI, S.SELESAI), Izin.BKN_CATAT, bukti=("id riwayat SIASN",)
    ),
    Aksi.SELESAIKAN: Langkah(
        (S.EVALUASI,), (S.SELESAI,), Izin.USULAN_PERIKSA, bukti=("evaluasi terakhir",)
    ),
    Aksi.TARIK: Langkah(
        (S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN, *_SEBELUM_TPK, S.SIDANG_TPK, S.DITUNDA),
        (S.DIBATALKAN,), Izin.USULAN_AJUKAN, beralasan=True,
    ),
    Aksi.BATALKAN: Langkah(
        (S.DIREKOMENDASI, S.PROSES_ANTAR_INSTANSI, S.DISETUJUI_PYB, S.DIUSULKAN_BKN,
         S.DIKEMBALIKAN_BKN, S.DITOLAK_BKN, S.IZIN_LUAR, S.MENUNGGU_PPK, S.DISETUJUI_PPK),
        (S.DIBATALKAN,), Izin.USULAN_BATALKAN, beralasan=True,
    ),
    Aksi.GUGURKAN: Langkah(
        SEBELUM_SK, (S.DIBATALKAN,), Izin.USULAN_PERIKSA,
        bukti=("pegawai meninggal, berhenti, pensiun, atau faktanya berubah",), beralasan=True,
    ),
    Aksi.CABUT: Langkah(
        BER_SK, (S.DICABUT,), Izin.KEPUTUSAN_TETAPKAN, bukti=("SK pencabutan",), keputusan=True,
        beralasan=True,
    ),
}  # fmt: skip


def tujuan(aksi: Aksi, gerbang: Collection[str]) -> StatusUsulan:
    """Where an act leads a case with these gates: the first target it has to stop in."""
    for satu in ALUR[aksi].ke:
        perlu = GERBANG_STATUS.get(satu)
        if perlu is None or perlu in gerbang:
            return satu
    return ALUR[aksi].ke[-1]


def aksi_dari(status: str) -> list[Aksi]:
    """Every act the table knows in a state, in its order."""
    return [aksi for aksi, langkah in ALUR.items() if status in langkah.dari]


# H24: nobody holds two acting roles in one case. As what an act is done; acts that only record
# what others decided are not here.
PERANAN: dict[Aksi, str] = {
    Aksi.AJUKAN: "pengusul",
    Aksi.VERIFIKASI: "pemverifikasi",
    Aksi.PERIKSA: "pemeriksa",
    Aksi.SERAHKAN: "kepala_bkpsdm",
    Aksi.REKOMENDASIKAN: "tpk",
    Aksi.TIDAK_REKOMENDASIKAN: "tpk",
    Aksi.TUNDA: "tpk",
    Aksi.SETUJUI_PYB: "pyb",
    Aksi.KEMBALIKAN_PYB: "pyb",
    Aksi.TOLAK_PYB: "pyb",
    Aksi.SETUJUI_PPK: "ppk",
    Aksi.KEMBALIKAN_PPK: "ppk",
    Aksi.TOLAK_PPK: "ppk",
    Aksi.TETAPKAN: "penetap",
}
SEBUTAN = {
    "pengusul": "pengusul",
    "pemverifikasi": "pemverifikasi",
    "pemeriksa": "pemeriksa",
    "kepala_bkpsdm": "Kepala BKPSDM",
    "tpk": "TPK",
    "pyb": "PyB",
    "ppk": "PPK",
    "penetap": "penanda tangan SK",
}
# Sekda chairs the TPK and is PyB; the head of BKPSDM sits in the TPK; who decides also signs, and
# a delegate signs what others decided (peraturan-mutasi 1.9).
SAH: frozenset[frozenset[str]] = frozenset(
    {
        frozenset({"tpk", "pyb"}),
        frozenset({"kepala_bkpsdm", "tpk"}),
        frozenset({"ppk", "penetap"}),
        frozenset({"pyb", "penetap"}),
        frozenset({"tpk", "penetap"}),
        frozenset({"kepala_bkpsdm", "penetap"}),
    }
)

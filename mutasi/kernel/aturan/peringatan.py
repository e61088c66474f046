"""Warnings about one case on its road (W08, W11, W13, W14): allowed, with a written reason.

Two of them touch what nobody needs to know: their words never say which tie and which condition.
"""

from __future__ import annotations

from mutasi.kernel.aturan.dasar import SEBELUM_SK, Lingkup, Titik, aturan
from mutasi.kernel.aturan.kasus import HasilPertek, Kasus
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.putusan import Penyedia, Temuan, awas, lolos, tak_tahu

_AMAN = "Tidak ada yang perlu diperingatkan."


@aturan(
    "W08",
    Lingkup.KASUS,
    judul="Hubungan yang perlu dihindari di unit atau garis pelaporan tujuan",
    dasar="PP 11/2017 Pasal 190 ayat (5); PermenPANRB 17/2024",
    memeriksa="Pernyataan bahwa di unit atau garis pelaporan jabatan tujuan ada orang yang "
    "mempunyai hubungan dengan yang bersangkutan. Macam hubungan dan orangnya tidak disebut.",
    sebelum=SEBELUM_SK,
    peka=True,
)
def w08(kasus: Kasus) -> Temuan:
    """A yes or no only; who is asked is the person himself."""
    if kasus.kerabat_selingkungan is None:
        return tak_tahu(
            "Pernyataan konflik kepentingan untuk jabatan tujuan belum ada.",
            Penyedia.PEGAWAI,
            "pernyataan konflik kepentingan",
        )
    if kasus.kerabat_selingkungan:
        return awas("Ada hubungan yang perlu diperhatikan pada unit atau garis pelaporan tujuan.")
    return lolos(_AMAN)


@aturan(
    "W11",
    Lingkup.KASUS,
    judul="Data berbeda dari SIASN atau berubah sejak dikaji",
    dasar="Perpres 39/2019; PerBKN 1/2023",
    memeriksa="Nama, NIP, unit, jabatan, pangkat, atau kinerja berbeda dari SIASN; atau data yang "
    "dilihat TPK sudah berubah.",
    sebelum=SEBELUM_SK,
)
def w11(kasus: Kasus) -> Temuan:
    """What changed is named, not to what: the page beside it shows both."""
    bagian = []
    if kasus.beda_siasn:
        bagian.append(f"berbeda dari SIASN: {daftar(kasus.beda_siasn)}")
    if kasus.berubah:
        bagian.append(f"berubah sejak dikaji: {daftar(kasus.berubah)}")
    if bagian:
        return awas(
            f"Data {'; '.join(bagian)}.",
            beda_siasn=list(kasus.beda_siasn or ()),
            berubah=list(kasus.berubah),
        )
    if kasus.beda_siasn is None:
        return tak_tahu(
            "Data belum dibandingkan dengan SIASN.", Penyedia.SIASN, "berkas SIASN terbaru"
        )
    return lolos(_AMAN)


@aturan(
    "W13",
    Lingkup.KASUS,
    judul="Ada keadaan khusus yang dinyatakan",
    dasar="UU 27/2022 Pasal 4; UU 8/2016; UU 20/2023",
    memeriksa="Yang bersangkutan atau BKD menyatakan ada keadaan yang meminta kehati-hatian "
    "(pengaduan, kehamilan, sakit lama, kebutuhan disabilitas). Yang mana tidak dicatat di sini.",
    sebelum=SEBELUM_SK,
    peka=True,
)
def w13(kasus: Kasus) -> Temuan:
    """Protects the person: a reason is asked of who moves him, nothing of himself."""
    if kasus.keadaan_khusus is None:
        return tak_tahu(
            "Belum ditanyakan apakah ada keadaan khusus.",
            Penyedia.PEGAWAI,
            "pernyataan ada tidaknya keadaan khusus",
        )
    if kasus.keadaan_khusus:
        return awas("Ada keadaan khusus yang dinyatakan; jelaskan mengapa tetap dipindahkan.")
    return lolos(_AMAN)


@aturan(
    "W14",
    Lingkup.KASUS,
    judul="Pertek otomatis atau pernah dikembalikan",
    dasar="Pernyataan Kepala BKN 20-21 Januari 2026; Perpres 116/2022",
    memeriksa="Pertek ada karena BKN tidak menjawab sampai batasnya, atau usulnya pernah "
    "dikembalikan BKN.",
    sebelum=(Titik.PPK, Titik.SK),
    ketentuan=("pertek_otomatis_hari_kerja",),
)
def w14(kasus: Kasus) -> Temuan:
    """Silence may still become an audit later: who signs should know."""
    pertek = kasus.pertek
    if pertek is None:
        return lolos(_AMAN)
    bagian = []
    if pertek.hasil is HasilPertek.OTOMATIS:
        sejak = f" sejak {tanggal(pertek.otomatis_pada)}" if pertek.otomatis_pada else ""
        bagian.append(f"disetujui otomatis{sejak} tanpa jawaban BKN")
    if pertek.pernah_dikembalikan:
        bagian.append("pernah dikembalikan BKN")
    return awas(f"Usul ini {daftar(bagian)}.") if bagian else lolos(_AMAN)

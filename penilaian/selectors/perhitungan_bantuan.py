"""The numbers of the help page: how the working year comes about, and examples to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from penilaian.kernel.hitungan import angka
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.waktu import MENIT_SEJAM, turunkan_jke
from penilaian.selectors.tetapan import tetapan_kebutuhan

Contoh = tuple[str, tuple[tuple[str, str, str, str, str], ...]]

# Invented: task, unit of result, volume, period, norm.
CONTOH: tuple[Contoh, ...] = (
    ("Pelayanan", (
        ("Memeriksa kelengkapan permohonan izin", "berkas", "240", "bulan", "20 menit"),
        ("Menanggapi pengaduan tertulis", "pengaduan", "15", "minggu", "45 menit"),
    )),
    ("Administrasi", (
        ("Mengagendakan surat masuk dan keluar", "surat", "30", "hari", "5 menit"),
        ("Menyusun laporan barang pengguna", "laporan", "1", "semester", "16 jam"),
    )),
    ("Analisis dan perencanaan", (
        ("Menyusun telaahan staf", "telaahan", "4", "bulan", "6 jam"),
        ("Menyusun rencana kerja perangkat daerah", "dokumen", "1", "tahun", "120 jam"),
    )),
    ("Lapangan", (
        ("Mengawasi pekerjaan jalan", "kunjungan", "6", "bulan", "5 jam"),
        ("Menyuluh kelompok tani", "pertemuan", "8", "bulan", "3 jam"),
    )),
    ("Pengelolaan keuangan", (
        ("Memverifikasi bukti belanja", "bukti", "400", "bulan", "8 menit"),
        ("Menyusun laporan realisasi anggaran", "laporan", "1", "bulan", "7,5 jam"),
    )),
    ("Pimpinan", (
        ("Memimpin rapat koordinasi", "rapat", "2", "minggu", "2 jam"),
        ("Menilai kinerja pegawai", "pegawai", "12", "triwulan", "1,5 jam"),
    )),
)  # fmt: skip


@dataclass(frozen=True)
class Turunan:
    """One column of the derivation, figures written out."""

    sepekan: int
    kotor: str
    libur: str
    cuti: str
    hari: str
    formal: str
    kelonggaran: str
    sehari: str
    menit: str
    ditetapkan: str
    beda: str


def bantuan(*, per: date) -> dict[str, Any]:
    """Everything the page shows, with the constants of the day."""
    k = tetapan_kebutuhan(per=per)
    semua = turunkan_jke(k, hari_per_pekan=5).tetapan
    return {
        "k": k,
        "skr": angka(k.jke_menit / 30, 1),
        "turunan": [_turunan(k, 5), _turunan(k, 6)],
        "dasar": list(dict.fromkeys(d for t in semua for d in t.dasar.split("; ") if d)),
        "periode": [(kata, angka(kali)) for kata, kali in k.pengali_periode.items()],
        "contoh": CONTOH,
    }


def _turunan(k: KetentuanKebutuhan, sepekan: int) -> Turunan:
    jke = turunkan_jke(k, hari_per_pekan=sepekan)
    waktu = jke.dihitung
    return Turunan(
        sepekan=sepekan,
        kotor=angka(waktu.kalender.hari_kotor),
        libur=angka(k.hari_libur_nasional),
        cuti=angka(k.hari_cuti_tahunan),
        hari=angka(waktu.hari),
        formal=angka(k.menit_kerja_formal_minggu / MENIT_SEJAM),
        kelonggaran=angka(k.kelonggaran_persen),
        sehari=angka(waktu.jam_per_hari),
        menit=angka(waktu.menit),
        ditetapkan=angka(jke.ditetapkan_menit),
        beda=("+" if jke.beda_menit > 0 else "−") + angka(abs(jke.beda_menit)),
    )

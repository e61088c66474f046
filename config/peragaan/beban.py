"""Task rows of the demonstration: an `abk` file for most offices, and computations on their way."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from config.peragaan.berkas import tulis
from config.peragaan.susunan import Kabupaten, Pos
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import periksa_perhitungan

JUDUL = ("UNOR ID", "NAMA UNOR", "JABATAN ID", "JABATAN", "URAIAN TUGAS", "SATUAN HASIL", "VOLUME",
         "PERIODE", "NORMA WAKTU (menit)")  # fmt: skip
# Needs of schools and health centres come from their own rules.
TANPA_ABK = frozenset({"sd", "smp", "puskesmas", "pustu"})
# Task, result, period, minutes: what the task takes is the same everywhere, how often is not.
UMUM = (
    ("Menerima, mencatat, dan meneruskan surat masuk", "surat", "hari", 12),
    ("Menyusun konsep surat dan nota dinas", "naskah", "minggu", 90),
    ("Menghimpun dan memutakhirkan data kegiatan", "tabel", "bulan", 420),
    ("Memeriksa kelengkapan berkas permohonan", "berkas", "hari", 25),
    ("Melayani permintaan keterangan warga dan unit lain", "layanan", "hari", 15),
)
AHLI = (
    ("Menelaah peraturan dan menyusun telaahan", "telaahan", "bulan", 960),
    ("Menyusun bahan kebijakan dan paparan pimpinan", "dokumen", "bulan", 1200),
    ("Memantau pelaksanaan program di lapangan", "laporan", "triwulan", 1800),
    ("Membimbing teknis pelaksana di unit lain", "kegiatan", "bulan", 480),
    ("Menyusun laporan kinerja tahunan", "laporan", "tahun", 4800),
)
PIMPINAN = (
    ("Memimpin rapat dan membagi tugas", "rapat", "minggu", 120),
    ("Memeriksa dan memaraf naskah dinas", "naskah", "hari", 8),
    ("Menilai dan membimbing bawahan", "kegiatan", "bulan", 600),
    ("Menyusun rencana dan laporan unit", "dokumen", "triwulan", 2400),
)
_SETAHUN = {"hari": 250, "minggu": 50, "bulan": 12, "triwulan": 4, "tahun": 1}
_MENIT = 75_000


def berkas_abk(k: Kabupaten, folder: Path, *, benih: int) -> Path:
    """The tasks of two posts in three; the others keep the figure that was decided without any."""
    acak = random.Random(benih + 3)  # noqa: S311 - invented data, not a secret
    pos = [p for i, p in enumerate(k.pos) if p.unit.jenis not in TANPA_ABK and i % 3]
    return tulis(folder / "abk.xlsx", JUDUL, _baris(pos, acak), "abk")


def _baris(pos: Sequence[Pos], acak: random.Random) -> Iterator[tuple[str, ...]]:
    for p in pos:
        contoh = PIMPINAN if p.jabatan.jenis == "1" else AHLI if p.jabatan.jenis == "2" else UMUM
        # Some offices carry much more work than people, some hardly any: as everywhere.
        beban = p.kebutuhan * acak.choice((0.55, 0.8, 0.95, 1.0, 1.05, 1.2, 1.45)) * _MENIT
        bagian = [acak.uniform(0.6, 1.6) for _ in contoh]
        for (uraian, satuan, periode, menit), satu in zip(contoh, bagian, strict=True):
            volume = max(1, round(beban * satu / sum(bagian) / _SETAHUN[periode] / menit))
            yield (p.unit.id, p.unit.nama, p.jabatan.id, p.jabatan.nama, uraian, satuan,
                   str(volume), periode, str(menit))  # fmt: skip


def perhitungan_berjalan(*, per: date) -> None:
    """Drafts of a unit head; the first ones are checked already and wait for a decision."""
    akun = {a.nama_pengguna: a for a in Pengguna.objects.orang()}
    kepala, organisasi = akun["kepala-unit"], akun["organisasi"]
    opd = kepala.penugasan.get().unit
    if opd is None:
        return
    posts = Formasi.objects.filter(unit__opd=opd, jabatan__jenis="4", dihitung_ke=None)
    for urutan, formasi in enumerate(posts.order_by("unit__kiri", "pk")[:5]):
        baris = [
            BarisUraian(Tugas.isi(uraian, satuan, 4 + urutan, Periode(periode), menit))
            for uraian, satuan, periode, menit in UMUM
        ]
        satu = susun_uraian(formasi.pk, baris=baris, per=per, oleh=kepala)
        if urutan < 2:
            periksa_perhitungan(satu.pk, per=per, oleh=organisasi)

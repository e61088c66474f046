"""Competences of the demonstration: standards of some jabatan, assessments, boxes of SIMATA.

Most heads were assessed and some holders of JF; a few assessments are too old, some are missing.
A few boxes contradict their own axes, as in real files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from config.peragaan.berkas import tulis
from organisasi.impor import JENIS
from organisasi.models import Pengguna
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Jabatan, Pegawai
from penilaian.columns.kompetensi import KOMPETENSI
from penilaian.columns.standar import STANDAR
from penilaian.columns.talenta import TALENTA
from penilaian.kernel.kinerja import Rating
from penilaian.kernel.kompetensi import level_biasa
from penilaian.kernel.perkara import Jabatan as JabatanKernel
from penilaian.kernel.talenta import Potensial, kotak
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import Kompetensi
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.kompetensi import tambah_kompetensi

DASAR = "Keputusan Bupati tentang Standar Kompetensi Jabatan (contoh)"
TEKNIS = (
    ("T.01", "Pengelolaan data kepegawaian"),
    ("T.02", "Analisis kebijakan publik"),
    ("T.03", "Asuhan keperawatan"),
    ("T.04", "Pengembangan sistem informasi"),
)
KALIMAT = (
    "Memahami konsep dasar dan menjalankannya dengan bimbingan",
    "Menjalankan tugas sesuai pedoman secara mandiri",
    "Menganalisis masalah dan menyelesaikannya",
    "Mengevaluasi dan memperbaiki metode di tingkat instansi",
    "Mengembangkan teori dan kebijakan di tingkat nasional",
)
_UMUM, _GURU = "Sarjana administrasi, hukum, atau ekonomi", "S-1 pendidikan sesuai mata pelajaran"
# Jabatan, the level of the competences asked of all, its technical one, level and field of study.
STANDAR_JF: tuple[tuple[str, int, tuple[tuple[str, int], ...], tuple[str, str]], ...] = (
    ("Analis Sumber Daya Manusia Aparatur Ahli Pertama", 2, (("T.01", 3),), ("40", "")),
    ("Analis Kebijakan Ahli Pertama", 2, (("T.02", 2),), ("40", _UMUM)),
    ("Analis Kebijakan Ahli Muda", 3, (("T.02", 3),), ("40", _UMUM)),
    ("Perawat Terampil", 1, (("T.03", 2),), ("30", "D-III keperawatan")),
    ("Perawat Ahli Pertama", 2, (("T.03", 3),), ("42", "Profesi ners")),
    ("Perawat Mahir", 2, (("T.03", 3),), ("30", "D-III keperawatan")),
    ("Bidan Terampil", 1, (), ("30", "D-III kebidanan")),
    ("Bidan Ahli Pertama", 2, (), ("40", "S-1 kebidanan")),
    ("Guru Ahli Pertama", 2, (), ("40", _GURU)),
    ("Guru Ahli Muda", 2, (), ("40", _GURU)),
    ("Dokter Ahli Pertama", 2, (), ("42", "Profesi dokter")),
    ("Pranata Komputer Ahli Pertama", 2, (("T.04", 3),), ("40", "Sarjana komputer")),
    ("Auditor Ahli Pertama", 2, (), ("40", "Sarjana akuntansi, hukum, atau teknik")),
)
DINILAI_JF = (
    "Analis Sumber Daya Manusia Aparatur Ahli Pertama", "Analis Kebijakan Ahli Muda",
    "Pranata Komputer Ahli Pertama", "Auditor Ahli Pertama", "Perawat Ahli Pertama",
)  # fmt: skip


def kompetensi_peragaan(*, benih: int, per: date) -> None:
    """By the analyst's account, through the imports an office uses."""
    oleh = Pengguna.objects.filter(nama_pengguna="analis").first()
    if oleh is None:
        return
    for kode, nama in TEKNIS:
        tambah_kompetensi(
            kode=kode, nama=nama, uraian="", tingkat=KALIMAT, dasar=DASAR, oleh=oleh, per=per
        )
    acak = random.Random(benih + 23)  # noqa: S311 - invented data, not a secret
    kamus = {k.kode: k.nama for k in Kompetensi.objects.filter(aktif=True)}
    k = tetapan_penilaian(per=per)
    kolom = (
        ("syarat-jabatan", ("JABATAN ID", "TINGKAT PENDIDIKAN ID", "BIDANG PENDIDIKAN", "DASAR"),
         _syarat()),
        ("standar-kompetensi", [c.header for c in STANDAR], _standar(kamus, per)),
        ("kompetensi", [c.header for c in KOMPETENSI], _asesmen(kamus, acak, k, per)),
        ("talenta", [c.header for c in TALENTA], _kotak(acak, k, per)),
    )  # fmt: skip
    with TemporaryDirectory() as folder:
        for jenis, judul, baris in kolom:
            path = tulis(Path(folder) / f"{jenis}.xlsx", judul, baris, jenis)
            terapkan_langsung(path, JENIS[jenis], per=per, oleh=oleh)


def _syarat() -> Iterator[Sequence[Any]]:
    id_ = dict(Jabatan.objects.values_list("nama", "siasn_id"))
    for nama, _, _, (tingkat, bidang) in STANDAR_JF:
        if nama in id_:
            yield id_[nama], tingkat, bidang, DASAR


def _standar(kamus: dict[str, str], per: date) -> Iterator[Sequence[Any]]:
    sejak = date(per.year - 1, 1, 1)
    for nama, umum, teknis, _ in STANDAR_JF:
        for kode in kamus:
            if not kode.startswith("T."):
                yield "", nama, kode, kamus[kode], umum, sejak, DASAR
        for kode, level in teknis:
            yield "", nama, kode, kamus[kode], level, sejak, DASAR


def _kepala() -> Any:
    rows = Pegawai.objects.tercatat().filter(jabatan__jenis="1").order_by("nip")
    return rows.values_list("nip", "nama", "jabatan__eselon_id")


def _asesmen(
    kamus: dict[str, str], acak: random.Random, k: KetentuanPenilaian, per: date
) -> Iterator[Sequence[Any]]:
    """Nine levels a head around what his tier asks; a twentieth has a competence missing."""
    baru, lama = tambah_bulan(per, -14), tambah_bulan(per, -44)
    umum = [kode for kode in kamus if not kode.startswith("T.")]
    for nip, nama, eselon in _kepala():
        if acak.random() < 0.12:
            continue
        level = level_biasa(JabatanKernel("1", eselon), k) or 1
        hari = lama if acak.random() < 0.08 else baru
        for kode in umum:
            if acak.random() < 0.006:
                continue
            yield (
                nip, nama, kode, kamus[kode], _sekitar(level, acak), hari, "",
                "Pusat Penilaian Kompetensi Provinsi",
            )  # fmt: skip
    teknis = {nama: (umum_, dict(t)) for nama, umum_, t, _ in STANDAR_JF}
    rows = Pegawai.objects.tercatat().filter(jabatan__nama__in=DINILAI_JF).order_by("nip")
    for nip, nama, jabatan in rows.values_list("nip", "nama", "jabatan__nama")[:45]:
        level, khusus = teknis[jabatan]
        for kode in (*umum, *khusus):
            yield (
                nip, nama, kode, kamus[kode], _sekitar(khusus.get(kode, level), acak), baru, "",
                "Uji kompetensi Pemerintah Kabupaten Contoh",
            )  # fmt: skip


def _sekitar(level: int, acak: random.Random) -> int:
    return min(5, max(1, level + acak.choice((-1, 0, 0, 0, 0, 0, 1))))


def _kotak(acak: random.Random, k: KetentuanPenilaian, per: date) -> Iterator[Sequence[Any]]:
    """Heads and two kinds of JF, for last year; one in thirty contradicts its axes."""
    tahun, hari = per.year - 1, date(per.year, 1, 31)
    hari = min(hari, per)
    jf = Pegawai.objects.tercatat().filter(jabatan__nama__in=DINILAI_JF[:4]).order_by("nip")
    orang = [(nip, nama) for nip, nama, _ in _kepala()] + list(jf.values_list("nip", "nama"))
    for nomor, (nip, nama) in enumerate(orang):
        kinerja = acak.choices(tuple(Rating), (2, 7, 1))[0]
        potensial = acak.choices(tuple(Potensial), (2, 5, 2))[0]
        satu = kotak(kinerja, potensial, k) or 5
        if nomor % 30 == 17:
            satu = 9 if satu < 9 else 7
        yield nip, nama, tahun, kinerja.value, potensial.value, satu, hari

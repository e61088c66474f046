"""Scores: data of the size of the bar, the computation, and the least it could cost.

The lower limit reads the same rows in bulk (those of every source of the set, by the same chunks of
people) and writes the same number of result rows with texts of the same length, all in plain SQL,
and computes nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Hasil = tuple[float, dict[str, Any]]
TAHUN = (2024, 2025)
PER = date(2026, 11, 1)
KODE = "TOLOK-UKUR"
# Ten criteria of every kind of scale: three words, five counted shares and sums, team, users.
_TABEL = {"SANGAT BAIK": "100", "BAIK": "80", "BUTUH PERBAIKAN": "60", "KURANG": "40",
          "SANGAT KURANG": "20"}  # fmt: skip
_RATING = {"DI ATAS EKSPEKTASI": "100", "SESUAI EKSPEKTASI": "80", "DI BAWAH EKSPEKTASI": "40"}
_LURUS = ("linear", {"dari": "50", "sampai": "100"})
KRITERIA: tuple[tuple[str, str, tuple[str, dict[str, Any]], str], ...] = (
    ("predikat_tahunan", "predikat", ("tabel", {"isi": _TABEL}), "tidak_lengkap"),
    ("rating_hasil", "rating", ("tabel", {"isi": _RATING}), "tidak_lengkap"),
    ("rating_perilaku", "rating", ("tabel", {"isi": _RATING}), "tidak_lengkap"),
    ("kehadiran", "%", _LURUS, "bobot_dibagi"),
    ("ketepatan_waktu", "%", _LURUS, "bobot_dibagi"),
    ("penyelesaian_tugas", "%", _LURUS, "bobot_dibagi"),
    ("mutu", "%", ("tangga", {"anak": [["0", "20"], ["70", "60"], ["90", "100"]]}),
     "bobot_dibagi"),
    ("inovasi", "inovasi", ("tangga", {"anak": [["0", "0"], ["1", "100"]]}), "bobot_dibagi"),
    ("capaian_skp", "%", ("rasio", {"target": "100", "batas": "120"}), "bobot_dibagi"),
    ("pelatihan_jp", "JP", ("rasio", {"target": "20", "batas": "100"}), "bobot_dibagi"),
)  # fmt: skip
UKUR = ("hari_kerja", "hari_hadir", "hari_tepat", "tugas_jatuh_tempo", "tugas_tepat_waktu",
        "tugas_selesai", "tugas_direvisi", "capaian_skp")  # fmt: skip


def isi_nilai() -> Hasil:
    """A published set of ten criteria, two years, and eight numbers, a predicate, a training per
    person and year; every twentieth number and predicate is missing."""
    from django.db import transaction
    from django.utils import timezone

    from organisasi.models import Pengguna
    from penilaian.models import Inovasi, PeriodeKinerja

    mulai = time.perf_counter()
    with transaction.atomic():
        oleh = Pengguna.objects.get(nama_pengguna="sistem")
        _perangkat(oleh)
        for tahun in TAHUN:
            masa, _ = PeriodeKinerja.objects.get_or_create(
                kode=str(tahun),
                defaults={
                    "nama": f"Tahun {tahun}", "jenis": "tahun",
                    "mulai": date(tahun, 1, 1), "selesai": date(tahun, 12, 31),
                },
            )  # fmt: skip
            Inovasi.objects.filter(periode=masa).delete()
            _ukur(masa, oleh, timezone.now())
    return time.perf_counter() - mulai, {}


def _perangkat(oleh: Any) -> None:
    from django.utils import timezone

    from organisasi.models import Pengguna
    from penilaian.kernel.kriteria import kanonik, sha256
    from penilaian.models import Kriteria, SetKriteria
    from penilaian.snapshots.perangkat import perangkat_dari

    lain, _ = Pengguna.objects.get_or_create(
        nama_pengguna="tolok-ukur", defaults={"nama": "Tolok ukur"}
    )
    kini = timezone.now()
    satu = SetKriteria.objects.create(
        keluarga="kinerja", kode=KODE, versi=1, nama="Sepuluh kriteria",
        pengantar="Tolok ukur.", dasar="PP 30/2019", bobot_minimal=Decimal(50), peringkat=True,
        urutan_seri=["K01", "K04"], berlaku_mulai=date(2024, 12, 31), dibuat_pada=kini,
        dibuat_oleh=oleh,
    )  # fmt: skip
    Kriteria.objects.bulk_create(
        Kriteria(
            perangkat=satu, urutan=n, kode=f"K{n:02d}", bunyi=f"Kriteria {sumber}.",
            dasar="PP 30/2019 Pasal 41", sumber=sumber, satuan=satuan, arah="naik",
            skala=skala[0], parameter=skala[1], bobot=Decimal(10), bukti="Rekap",
            bila_kosong=kosong,
        )
        for n, (sumber, satuan, skala, kosong) in enumerate(KRITERIA, 1)
    )  # fmt: skip
    perangkat = perangkat_dari(satu)
    satu.teks, satu.sha256, satu.keadaan = kanonik(perangkat), sha256(perangkat), "terbit"
    satu.diperiksa_pada = satu.diterbitkan_pada = kini
    satu.diperiksa_oleh = satu.diterbitkan_oleh = lain
    satu.save()


def _ukur(masa: Any, oleh: Any, kini: Any) -> None:
    from pegawai.models import Pegawai, RiwayatKinerja, RiwayatPelatihan
    from penilaian.models import Inovasi, NilaiIndikator
    from toolkit.massal import sisipkan

    orang = list(Pegawai.objects.order_by("pk").values_list("pk", flat=True))
    NilaiIndikator.objects.filter(periode=masa).delete()
    tahun = masa.selesai.year
    RiwayatKinerja.objects.filter(tahun=tahun).delete()
    RiwayatPelatihan.objects.filter(mulai__gte=masa.mulai, mulai__lte=masa.selesai).delete()
    sisipkan(
        NilaiIndikator,
        ("pegawai", "periode", "indikator", "nilai", "kata", "sumber", "bukti", "dicatat_pada",
         "dicatat_oleh", "digantikan_pada", "digantikan_oleh"),
        ((pk, masa.pk, kode, nilai, "", "tolok ukur", None, kini, oleh.pk, None, None)
         for pk in orang for kode, nilai in _angka(pk, tahun)),
    )  # fmt: skip
    hasil, predikat = tuple(_RATING), ("SANGAT BAIK", "BAIK", "BUTUH PERBAIKAN")
    sisipkan(
        RiwayatKinerja,
        ("pegawai", "tahun", "hasil", "perilaku", "predikat", "bertentangan", "sumber"),
        ((pk, tahun, hasil[pk % 2], hasil[pk % 2], predikat[pk % 2], False, "tolok ukur")
         for pk in orang if (pk + tahun) % 20),
    )  # fmt: skip
    sisipkan(
        RiwayatPelatihan, ("pegawai", "mulai", "selesai", "sumber", "nama", "jam",
                           "penyelenggara"),
        ((pk, masa.mulai, None, "", "Pelatihan", 8 + pk % 30, "BPSDM") for pk in orang),
    )  # fmt: skip
    sisipkan(
        Inovasi,
        ("pegawai", "periode", "judul", "manfaat", "tanggal", "bukti", "keadaan", "diajukan_pada",
         "diajukan_oleh", "diputuskan_pada", "diputuskan_oleh", "alasan"),
        ((pk, masa.pk, "Inovasi", "Manfaat", masa.mulai, None, "diajukan", kini, oleh.pk, None,
          None, "") for pk in orang if pk % 10 == 0),
    )  # fmt: skip


def _angka(pk: int, tahun: int) -> Iterator[tuple[str, Decimal]]:
    kerja, tugas = 200 + pk % 40, 20 + (pk * 7 + tahun) % 60
    nilai = (kerja, kerja - pk % 30, kerja - 30 - pk % 50, tugas, tugas - pk % 11, tugas - pk % 7,
             pk % 9, 60 + pk % 55)  # fmt: skip
    for n, (kode, satu) in enumerate(zip(UKUR, nilai, strict=True)):
        if (pk + n + tahun) % 20:
            yield kode, Decimal(satu)


def hitung_nilai() -> Hasil:
    """Both years, as the command does it, without printing."""
    from organisasi.models import Pengguna
    from penilaian.models import PeriodeKinerja, SetKriteria
    from penilaian.services.penilaian import Permintaan, hitung_nilai

    oleh = Pengguna.objects.get(nama_pengguna="sistem")
    perangkat = SetKriteria.objects.get(kode=KODE)
    jumlah = lengkap = 0
    mulai, cpu = time.perf_counter(), time.process_time()
    for tahun in TAHUN:
        masa = PeriodeKinerja.objects.get(kode=str(tahun))
        satu = hitung_nilai(Permintaan(masa, PER, oleh, perangkat=perangkat)).penilaian
        jumlah, lengkap = jumlah + satu.jumlah, lengkap + satu.jumlah_lengkap
    cpu = time.process_time() - cpu
    isi = {"hasil": jumlah, "lengkap": lengkap, "cpu": round(cpu, 3)}
    return time.perf_counter() - mulai, isi


_BACA = (
    "SELECT pegawai_id, indikator, id, nilai, kata FROM penilaian_nilaiindikator "
    "WHERE periode_id = :periode AND digantikan_pada IS NULL AND pegawai_id BETWEEN :a AND :b",
    "SELECT pegawai_id, id, hasil, perilaku, predikat, bertentangan FROM pegawai_riwayatkinerja "
    "WHERE tahun = :tahun AND pegawai_id BETWEEN :a AND :b",
    "SELECT pegawai_id, id, keadaan FROM penilaian_inovasi "
    "WHERE periode_id = :periode AND pegawai_id BETWEEN :a AND :b",
    "SELECT pegawai_id, id, jam FROM pegawai_riwayatpelatihan "
    "WHERE mulai BETWEEN :mulai AND :selesai AND pegawai_id BETWEEN :a AND :b",
)


def batas_nilai(sesudah: str) -> Hasil:
    """Read every row a run reads, then write the very rows the run wrote into ``sesudah``."""
    from django.conf import settings

    basis = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
    # The demonstration under the data holds runs of its own.
    ada = basis.execute("SELECT coalesce(max(id), 0) FROM penilaian_penilaian").fetchone()
    sumber = sqlite3.connect(sesudah)
    penilaian = sumber.execute("SELECT * FROM penilaian_penilaian WHERE id > ?", ada).fetchall()
    hasil = sumber.execute(
        "SELECT * FROM penilaian_hasilpenilaian WHERE penilaian_id > ?", ada
    ).fetchall()
    sumber.close()
    basis.execute("PRAGMA journal_mode=WAL")
    basis.execute("PRAGMA synchronous=NORMAL")
    mulai, cpu = time.perf_counter(), time.process_time()
    baris = _baca(basis)
    basis.execute("BEGIN IMMEDIATE")
    for tabel, rows in (("penilaian_penilaian", penilaian), ("penilaian_hasilpenilaian", hasil)):
        tanda = ",".join("?" * len(rows[0]))
        basis.executemany(f'INSERT INTO "{tabel}" VALUES ({tanda})', rows)  # noqa: S608
    basis.execute("COMMIT")
    detik = time.perf_counter() - mulai
    basis.close()
    cpu = time.process_time() - cpu
    return detik, {"dibaca": baris, "ditulis": len(hasil), "cpu": round(cpu, 3)}


def _baca(basis: sqlite3.Connection) -> int:
    from penilaian.snapshots.kinerja import PAKET

    baris = 0
    for tahun in TAHUN:
        (periode,) = basis.execute(
            "SELECT id FROM penilaian_periodekinerja WHERE kode = ?", (str(tahun),)
        ).fetchone()
        orang = basis.execute(
            "SELECT p.id, p.nip, p.jabatan_id, t.unit_id FROM pegawai_pegawai p "
            "JOIN pegawai_penugasan t ON t.pegawai_id = p.id AND t.jenis = 'D' ORDER BY p.id"
        ).fetchall()
        baris += len(orang)
        for awal in range(0, len(orang), PAKET):
            paket = orang[awal : awal + PAKET]
            isi = {
                "periode": periode, "tahun": tahun, "a": paket[0][0], "b": paket[-1][0],
                "mulai": f"{tahun}-01-01", "selesai": f"{tahun}-12-31",
            }  # fmt: skip
            baris += sum(len(basis.execute(sql, isi).fetchall()) for sql in _BACA)
    return baris


def salin(basis: Path, tujuan: Path) -> None:
    """A copy to write into."""
    asal, ke = sqlite3.connect(basis), sqlite3.connect(tujuan)
    asal.backup(ke)
    asal.close()
    ke.close()

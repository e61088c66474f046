"""Periods, attendance, tasks and innovations of the invented people, by files and by acts.

Most offices report well; one forgot its tasks, some people are missing, a few were often late or
absent, and a workbook carries cells that cannot be true and are refused.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction

from config.peragaan.akun import akun_pegawai
from config.peragaan.berkas import tulis
from organisasi.impor import JENIS
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Pegawai, RiwayatKinerja
from penilaian.columns.indikator import INDIKATOR
from penilaian.columns.kehadiran import KEHADIRAN
from penilaian.models import PeriodeKinerja
from penilaian.services.inovasi import IsiInovasi, ajukan_inovasi, putuskan_inovasi
from penilaian.services.periode import buka_periode, tutup_periode

_TANPA_KEHADIRAN, _TANPA_TUGAS, _SERING_ALPA = 0.06, 0.18, 0.012
_GAGASAN = (
    ("Antrean daring layanan", "Waktu tunggu turun dari 45 menjadi 20 menit menurut catatan loket "
     "tiga bulan sebelum dan sesudah.", "terima"),
    ("Kartu kendali surat keluar", "Surat yang terlambat turun dari 14 menjadi 3 dalam satu "
     "triwulan menurut agenda surat.", "terima"),
    ("Grup pesan pengingat tugas", "Pengingat dikirim setiap pagi kepada semua staf di bidang ini.",
     "tolak"),
    ("Arsip digital berkas pegawai", "Mencari satu berkas dari setengah jam menjadi dua menit; "
     "diukur pada 30 permintaan.", ""),
    ("Jemput bola layanan ke desa", "Pemohon dari desa terjauh naik dari 12 menjadi 41 orang dalam "
     "satu bulan.", ""),
)  # fmt: skip


def pengukuran(*, benih: int, per: date, oleh: Pengguna) -> None:
    """Two full years and the running quarter."""
    analis = _analis()
    kode = (str(per.year - 2), str(per.year - 1), f"{per.year}-TW{(per.month + 2) // 3}")
    semua = [buka_periode(satu, per=per, oleh=analis) for satu in kode]
    with TemporaryDirectory() as folder:
        for masa in semua:
            _impor(masa, Path(folder), benih=benih, per=per, oleh=oleh)
    with transaction.atomic():
        _inovasi(semua[1], per=per)


def tutup_tahun_lama(*, per: date) -> None:
    """Close the older year, once everything of it is in."""
    lama = PeriodeKinerja.objects.get(kode=str(per.year - 2))
    tutup_periode(lama.pk, per=per, oleh=_analis())


def _analis() -> Pengguna:
    return Pengguna.objects.get(nama_pengguna="analis")


def _impor(masa: PeriodeKinerja, folder: Path, *, benih: int, per: date, oleh: Pengguna) -> None:
    orang = list(
        Pegawai.objects.tercatat().order_by("unit__kiri", "pk").values_list("nip", "unit__opd")
    )
    hari = _hari_kerja(masa.mulai, min(masa.selesai, per))
    isi = {
        "kehadiran": (KEHADIRAN, _kehadiran(orang, masa, hari, benih)),
        "indikator": (INDIKATOR, _tugas(orang, masa, hari, benih)),
    }
    for kode, (kolom, baris) in isi.items():
        path = tulis(
            folder / f"{kode}-{masa.kode.lower()}.xlsx", [k.header for k in kolom], baris, kode
        )
        terapkan_langsung(path, JENIS[kode], per=per, oleh=oleh, parameter={"periode": masa.kode})


def _hari_kerja(awal: date, akhir: date) -> int:
    semua = (awal + timedelta(days=n) for n in range((akhir - awal).days + 1))
    return sum(hari.weekday() < 5 for hari in semua)


def _acak(nip: str, masa: PeriodeKinerja, benih: int, apa: str) -> random.Random:
    """By person and period, so that another order of people changes nothing."""
    return random.Random(f"{benih}-{masa.kode}-{nip}-{apa}")  # noqa: S311


def _kehadiran(
    orang: Sequence[tuple[str, int | None]], masa: PeriodeKinerja, hari: int, benih: int
) -> Iterator[tuple[Any, ...]]:
    for nomor, (nip, _) in enumerate(orang):
        acak = _acak(nip, masa, benih, "hadir")
        if acak.random() < _TANPA_KEHADIRAN:
            continue
        awal = (nip, None, None, masa.kode)
        if nomor in (40, 41):  # two cells that cannot be true: refused with their sentence
            yield *awal, hari, round(hari * 1.3) if nomor == 40 else hari - 5, 0, 0, *(None,) * 4
            continue
        alpa = acak.randint(3, 12) if acak.random() < _SERING_ALPA else int(acak.random() < 0.1)
        alpa = min(alpa, hari)
        sah = min(hari - alpa, int(acak.expovariate(1 / (hari * 0.03))))
        hadir = hari - alpa - sah
        telat = min(hadir, int(acak.expovariate(1 / max(1, hadir * 0.06))))
        yield (
            *awal, hari, hadir, sah, alpa, min(alpa, acak.randint(1, 4)), hadir - telat,
            telat * acak.randint(5, 40), (telat // 3) * acak.randint(5, 30),
        )  # fmt: skip


def _tugas(
    orang: Sequence[tuple[str, int | None]], masa: PeriodeKinerja, hari: int, benih: int
) -> Iterator[tuple[Any, ...]]:
    """One office sends nothing at all."""
    lupa = sorted({opd for _, opd in orang if opd})[-1:]
    rows = RiwayatKinerja.objects.filter(tahun=masa.selesai.year)
    resmi = dict(rows.values_list("pegawai__nip", "predikat"))
    for nip, opd in orang:
        acak = _acak(nip, masa, benih, "tugas")
        if opd in lupa or acak.random() < _TANPA_TUGAS:
            continue
        banyak = max(1, hari // 10 + acak.randint(-2, 4))
        selesai = max(0, banyak - int(acak.random() < 0.3) - int(acak.random() < 0.1))
        tepat = max(0, selesai - int(acak.expovariate(1.2)))
        revisi = min(selesai, int(acak.expovariate(0.9)))
        capaian = round(acak.gauss(97, 7), 1)
        periodik = _setahun(acak, resmi.get(nip)) if masa.tahunan else _rating(acak)
        yield nip, None, None, masa.kode, banyak, tepat, selesai, revisi, capaian, *periodik


def _setahun(acak: random.Random, resmi: str | None) -> Iterable[str | None]:
    """The year's word as the office reports it: now and then another than e-Kinerja's."""
    lain = "Sangat Baik" if resmi == "BAIK" else "Baik"
    return None, None, lain if resmi and acak.random() < 0.012 else resmi


def _rating(acak: random.Random) -> Iterable[str]:
    if acak.random() < 0.08:
        return "Di atas ekspektasi", "Di atas ekspektasi", "Sangat Baik"
    # Now and then a printed predicate contradicts its ratings, as in life.
    return "Sesuai ekspektasi", "Sesuai ekspektasi", "Sangat Baik" if acak.random() < 0.02 else (
        "Baik"
    )  # fmt: skip


def _inovasi(masa: PeriodeKinerja, *, per: date) -> None:
    """In each state, of people of one office, proposed by themselves and verified by its head."""
    kepala = Pengguna.objects.get(nama_pengguna="kepala-unit")
    unit = UnitKerja.objects.get(peran__pengguna=kepala)
    orang = Pegawai.objects.tercatat().filter(unit__kiri__range=(unit.kiri, unit.kanan))
    for nomor, (siapa, (judul, manfaat, putusan)) in enumerate(
        zip(orang.filter(pengguna=None).order_by("pk"), _GAGASAN, strict=False)
    ):
        isi = IsiInovasi(judul, manfaat, masa.mulai + timedelta(days=40 + 30 * nomor))
        satu = ajukan_inovasi(masa.pk, isi, per=per, oleh=akun_pegawai(siapa, mulai=per))
        if putusan:
            putuskan_inovasi(
                satu.pk, terima=putusan == "terima", per=per, oleh=kepala,
                alasan="Angkanya dicocokkan dengan catatan loket dan agenda."
                if putusan == "terima" else "Manfaatnya belum diukur; ajukan lagi dengan angka.",
            )  # fmt: skip

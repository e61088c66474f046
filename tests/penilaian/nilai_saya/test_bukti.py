"""Bar 3: from the score to the raw row behind it, and to its file, for every kind of source."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from organisasi.izin import Peran
from pegawai.models import RiwayatKinerja, RiwayatPelatihan
from penilaian import models as m
from tests.factories import nilai, organisasi
from tests.helpers.layar import isi
from tests.penilaian.nilai_saya.conftest import Dunia

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
RATING = {"SESUAI EKSPEKTASI": "80", "DI ATAS EKSPEKTASI": "100", "DI BAWAH EKSPEKTASI": "40"}
# Every source of the family, and what its line must show of the raw rows.
SUMBER = {
    "predikat_tahunan": "e-Kinerja: BAIK (hasil kerja SESUAI EKSPEKTASI",
    "rating_hasil": "e-Kinerja: BAIK",
    "rating_perilaku": "perilaku SESUAI EKSPEKTASI)",
    "kehadiran": "Hari hadir: 207",
    "ketepatan_waktu": "Hari tanpa terlambat dan tanpa pulang cepat: 180",
    "penyelesaian_tugas": "Tugas jatuh tempo: 50",
    "mutu": "Tugas selesai yang direvisi: 4",
    "inovasi": "Inovasi: Kartu literasi",
    "capaian_skp": "Capaian SKP (persen): 104",
    "kontribusi_tim": "Tim Literasi",
    "kepuasan_pengguna": "IKM: IKM sekolah 88",
    "pelatihan_jp": "Pelatihan: Diklat literasi, JP: 24",
}


def _terukur(dunia: Dunia) -> None:
    """Everything measured of Siti, with files."""
    siti, masa, kini, bkd = dunia.siti, dunia.masa, timezone.now(), dunia.bkd
    nilai.nilai_indikator(
        siti, masa, hari_kerja=230, hari_tepat=180, tugas_jatuh_tempo=50, tugas_tepat_waktu=45,
        tugas_selesai=48, tugas_direvisi=4, capaian_skp=104,
    )  # fmt: skip
    sesuai = "SESUAI EKSPEKTASI"
    RiwayatKinerja.objects.create(
        pegawai=siti, tahun=2025, predikat="BAIK", hasil=sesuai, perilaku=sesuai
    )
    RiwayatPelatihan.objects.create(
        pegawai=siti, nama="Diklat literasi", jam=24, mulai=date(2025, 5, 1)
    )
    m.Inovasi.objects.create(
        pegawai=siti, periode=masa, judul="Kartu literasi", manfaat="x", tanggal=date(2025, 3, 1),
        bukti=dunia.bukti, keadaan="terverifikasi", diajukan_pada=kini, diajukan_oleh=dunia.akun,
        diputuskan_pada=kini, diputuskan_oleh=bkd, alasan="Terbukti",
    )  # fmt: skip
    ikm = m.IndikatorUnit.objects.create(
        unit=siti.unit, kode="IKM", nama="IKM sekolah", sumber="ikm", satuan="IKM",
        mulai=date(2025, 1, 1),
    )  # fmt: skip
    survei = m.Bukti.objects.create(
        macam="unit", unit=siti.unit, nama="survei.pdf", berkas=dunia.bukti.berkas,
        sha256="2" * 64, ukuran=1, diunggah_pada=kini, diunggah_oleh=bkd,
    )  # fmt: skip
    m.CapaianUnit.objects.create(
        indikator=ikm, periode=masa, target=85, nilai=88, sumber="Survei", bukti=survei,
        dicatat_pada=kini, dicatat_oleh=bkd,
    )  # fmt: skip
    tim = m.TimKerja.objects.create(
        unit=siti.unit, nama="Tim Literasi", mandat="x", dasar="SK 1", mulai=date(2025, 1, 1),
        dibuat_pada=kini, dibuat_oleh=bkd,
    )  # fmt: skip
    m.AnggotaTim.objects.create(
        tim=tim, pegawai=siti, porsi=100, peran="ketua", mulai=date(2025, 1, 1)
    )
    m.TargetTim.objects.create(
        tim=tim, periode=masa, urutan=1, uraian="Murid membaca", satuan="murid", bobot=100,
        target=100, realisasi=90, dicatat_pada=kini, dicatat_oleh=bkd,
    )  # fmt: skip


def _lengkap() -> m.SetKriteria:
    """A set with every source there is."""
    kata = {"predikat_tahunan": nilai.PREDIKAT, "rating_hasil": RATING, "rating_perilaku": RATING}
    bobot = dict.fromkeys(SUMBER, "8") | {"predikat_tahunan": "12"}
    kriteria = [
        nilai.baris_kriteria(f"S{n}", kode, bobot[kode])
        | ({"skala": "tabel", "parameter": {"isi": kata[kode]}} if kode in kata else {})
        for n, kode in enumerate(SUMBER, 1)
    ]
    return nilai.perangkat_terbit(kriteria, kode="LENGKAP", mulai=date(2025, 6, 1))


def _buka(client: Client, alamat: str) -> int:
    """The status; a file is read to its end, so that it is closed."""
    jawaban = client.get(alamat)
    if jawaban.streaming:
        b"".join(jawaban)
    return jawaban.status_code


def test_every_line_leads_to_its_raw_rows_and_each_link_opens(dunia: Dunia, siti: Client) -> None:
    _terukur(dunia)
    perangkat = _lengkap()
    run = nilai.penilaian_tersampaikan(
        dunia.masa, oleh=organisasi.pengguna(Peran.ANALIS_BKD), perangkat=perangkat
    )

    halaman = isi(siti, "/nilai-saya/")
    baris = re.findall(r'<li id="baris-(S\d+)">(.*?)</details></li>', halaman, re.S)

    hasil = m.HasilPenilaian.objects.get(penilaian=run, pegawai=dunia.siti)
    assert hasil.skor is not None, hasil.rincian
    assert len(baris) == len(SUMBER)
    for (_, html), kata in zip(baris, SUMBER.values(), strict=True):
        polos = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
        assert kata in polos
    tautan = {a for _, html in baris for a in re.findall(r'href="(/kinerja/[^"]+)"', html)}
    assert {a.split("/")[2] for a in tautan} == {"bukti", "tim"}
    assert {a: _buka(siti, a) for a in tautan} == dict.fromkeys(tautan, 200)
    assert hasil.skor == sum(
        Decimal(b) for b in re.findall(r'"sumbangan":"([\d.]+)"', hasil.rincian)
    )

"""Kinds ``kehadiran`` and ``indikator``: each impossible cell by its address, nothing lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from jejak.models import Peristiwa
from organisasi.impor import JENIS
from organisasi.services.impor import refused_workbook, tulis_templat
from penilaian.models import NilaiIndikator
from penilaian.services.indikator import IsiIndikator, catat_nilai
from tests.factories import pegawai as peg
from tests.factories.nilai import nilai_indikator, periode
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import Rumus
from tests.penilaian.ukur.conftest import PER, Dunia
from toolkit.policy import WrongMoment
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

KEPALA = (
    "NIP", "HARI KERJA", "HARI HADIR", "HARI SAH", "HARI TANPA KETERANGAN", "BERTURUT-TURUT",
    "HARI TEPAT WAKTU", "MENIT TERLAMBAT", "MENIT PULANG CEPAT", "PERIODE",
)  # fmt: skip
PARAM = {"parameter": {"periode": "2025"}}


def baris(nip: object, *isi: object) -> tuple[object, ...]:
    """One row; missing cells stay empty."""
    return (nip, *isi, *(None,) * (len(KEPALA) - 1 - len(isi)))


def nilai() -> dict[tuple[str, str], object]:
    """Values in force by name and indicator."""
    rows = NilaiIndikator.objects.berlaku().values_list(
        "pegawai__nama", "indikator", "nilai", "kata"
    )
    return {(nama, kode): kata or angka for nama, kode, angka, kata in rows}


def test_a_recapitulation_is_read_kept_and_changes_nothing_the_second_time(
    tmp_path: Path, dunia: Dunia
) -> None:
    path = berkas(
        tmp_path, KEPALA,
        baris(dunia.ani.nip, 230, "226 hari", 3, 1, 1, 220, "1.250,0", 0, "2025"),
        baris(dunia.citra.nip, 230, 230, 0, 0),
        baris(dunia.budi.nip),
    )  # fmt: skip

    satu = terapkan("kehadiran", path, **PARAM)
    sebelum = isi_tabel()
    dua = terapkan("kehadiran", path, **PARAM)
    sesudah = isi_tabel()

    assert (jumlah(satu), alamat(satu.peringatan)) == (
        (2, 0, 2, 0, 0, 0), [(2, "HARI HADIR", "angka_bersatuan")]
    )  # fmt: skip
    assert satu.catatan == ["1 baris hanya menyebut pegawai tanpa satu nilai pun, dan dilewati."]
    assert nilai()["ANI", "hari_hadir"] == 226
    assert nilai()["ANI", "menit_terlambat"] == 1250
    assert nilai()["CITRA", "hari_alpa"] == 0
    assert jumlah(dua) == (2, 0, 0, 0, 2, 0)
    # The second applying leaves its own trace and no other row.
    assert {tabel for tabel, n in sebelum.items() if sesudah[tabel] != n} == {
        "jejak.Peristiwa", "jejak.IsiPeristiwa",
    }  # fmt: skip


def test_each_impossible_cell_is_refused_at_its_address_and_comes_back(
    tmp_path: Path, dunia: Dunia
) -> None:
    lama = peg.pegawai("DEWI")
    lama.berhenti = date(2024, 6, 1)
    lama.save(update_fields=["berhenti"])
    nip = [dunia.ani.nip, dunia.budi.nip, dunia.citra.nip]
    lain = [peg.pegawai(f"ORANG {n}").nip for n in range(9)]
    path = berkas(
        tmp_path, KEPALA,
        baris(nip[0], 230, 299, 0, 0),  # 130%
        baris(nip[1], 230, 200, 10, 10),  # present + absent <> working days
        baris(nip[2], 230, -1),
        baris("199001012015011001", 230, 230),
        baris(lain[0], 400, 400),
        baris(lain[1], "banyak", 230),
        baris(lain[2], Rumus("A1*2", "230"), 230),
        baris(lain[3], 230, 230),
        baris(lain[3], 230, 229),
        baris(lain[4], 230, 229, 0, 1, 2),
        baris(lain[5], 230, 230, None, None, None, 231),
        baris(lain[6], 230, 230.5),
        (lain[7], 230, 230, *(None,) * 6, "2025-TW1"),
        baris(lama.nip, 230, 230),
        baris("12345", 230),
        baris(None, 230, 230),
        baris(float(lain[8]), 230, 230),
    )  # fmt: skip

    hasil = periksa("kehadiran", path, **PARAM)
    tolak = tmp_path / "ditolak.xlsx"

    assert alamat(hasil.galat) == [
        (2, "HARI HADIR", "mustahil"),
        (3, "HARI HADIR", "jumlah_hari"),
        (4, "HARI HADIR", "negatif"),
        (5, "NIP", "nip_tidak_dikenal"),
        (6, "HARI KERJA", "di_luar_periode"),
        (7, "HARI KERJA", "angka_tidak_sah"),
        (8, "HARI KERJA", "sel_rumus"),
        (10, "NIP", "nip_ganda"),
        (11, "BERTURUT-TURUT", "mustahil"),
        (12, "HARI TEPAT WAKTU", "mustahil"),
        (13, "HARI HADIR", "pecahan"),
        (14, "PERIODE", "periode_lain"),
        (15, "NIP", "sudah_berhenti"),
        (16, "NIP", "nip_panjang"),
        (17, "NIP", "wajib_kosong"),
        (18, "NIP", "nip_berupa_angka"),
    ]
    assert hasil.galat[0].pesan == "Hari hadir 299, melebihi hari kerja 230 (130%)."
    assert (hasil.baris, hasil.ditolak, hasil.baru) == (17, 16, 1)
    assert refused_workbook(hasil, path, JENIS["kehadiran"], tolak) == 16


def test_an_empty_cell_changes_nothing_and_half_a_row_is_judged_with_the_rest(
    tmp_path: Path, dunia: Dunia
) -> None:
    nilai_indikator(dunia.ani, dunia.masa, hari_kerja=230, hari_hadir=228)
    kepala = ("NIP", "HARI HADIR")

    salah = periksa("kehadiran", berkas(tmp_path, kepala, (dunia.ani.nip, 231)), **PARAM)
    hasil = terapkan("kehadiran", berkas(tmp_path, kepala, (dunia.ani.nip, 227)), **PARAM)

    assert alamat(salah.galat) == [(2, "HARI HADIR", "mustahil")]
    assert (hasil.berubah, hasil.rincian[0].rincian) == (1, (("HARI HADIR", "228", "227"),))
    versi = NilaiIndikator.objects.filter(indikator="hari_hadir").order_by("pk")
    assert [(v.nilai, v.digantikan_pada is None) for v in versi] == [(228, False), (227, True)]
    assert nilai()["ANI", "hari_kerja"] == 230
    assert Peristiwa.objects.filter(tindakan="penilaian.indikator.dicatat").count() == 1


def test_tasks_and_ratings_keep_their_words_and_contradictions_are_told(
    tmp_path: Path, dunia: Dunia
) -> None:
    kepala = (
        "NIP", "TUGAS JATUH TEMPO", "TUGAS TEPAT WAKTU", "TUGAS SELESAI", "TUGAS DIREVISI",
        "CAPAIAN SKP", "RATING HASIL", "RATING PERILAKU", "PREDIKAT PERIODIK",
    )  # fmt: skip
    path = berkas(
        tmp_path, kepala,
        (dunia.ani.nip, 12, 10, 12, 2, "97,5%", "Sesuai Ekspektasi", "DIATAS ESPEKTASI",
         "Sangat Baik"),
        (dunia.citra.nip, 12, 13, 12, 20, 210, "Lumayan", None, None),
    )  # fmt: skip

    hasil = terapkan("indikator", path, **PARAM)

    assert alamat(hasil.galat) == [(3, "RATING HASIL", "rating_tidak_dikenal")]
    assert alamat(hasil.peringatan) == [
        (2, "CAPAIAN SKP", "angka_bersatuan"), (2, "PREDIKAT PERIODIK", "predikat_bertentangan"),
    ]  # fmt: skip
    assert nilai()["ANI", "capaian_skp"] == Decimal("97.5")
    assert nilai()["ANI", "predikat"] == "SANGAT BAIK"


def test_an_operator_brings_his_branch_and_nobody_himself(tmp_path: Path, dunia: Dunia) -> None:
    path = berkas(
        tmp_path, KEPALA, *(baris(p.nip, 230, 230) for p in (dunia.ani, dunia.budi, dunia.citra))
    )

    hasil = terapkan("kehadiran", path, oleh=dunia.operator, **PARAM)
    jumlah_templat = tulis_templat(
        JENIS["kehadiran"], tmp_path / "templat.xlsx", oleh=dunia.operator
    )

    assert alamat(hasil.galat) == [
        (3, "NIP", "data_sendiri"), (4, "NIP", "di_luar_jangkauan"),
    ]  # fmt: skip
    assert {nama for nama, _ in nilai()} == {"ANI"}
    assert jumlah_templat == 2


@pytest.mark.parametrize(
    ("kode", "alasan"),
    [
        ("", "periode_belum_diisi"),
        ("2023", "periode_tidak_dikenal"),
        ("2024", "periode_ditutup"),
        ("tahun 2024", "periode_ditutup"),
        ("2027", "periode_belum_mulai"),
    ],
)
def test_a_file_for_no_open_period_is_refused_whole(
    tmp_path: Path, dunia: Dunia, kode: str, alasan: str
) -> None:
    tutup = periode(2024)
    tutup.ditutup_pada, tutup.ditutup_oleh = timezone.now(), dunia.analis
    tutup.save()
    periode(2027)

    with pytest.raises(BerkasDitolak) as galat:
        periksa(
            "kehadiran", berkas(tmp_path, KEPALA, baris(dunia.ani.nip)), parameter={"periode": kode}
        )

    assert galat.value.kode == alasan


def test_a_value_that_moved_while_the_file_was_read_stops_the_whole_file(
    tmp_path: Path, dunia: Dunia
) -> None:
    jenis = JENIS["kehadiran"]
    hasil = periksa("kehadiran", berkas(tmp_path, KEPALA, baris(dunia.ani.nip, 230)), **PARAM)
    isi = IsiIndikator({"hari_kerja": Decimal(231)}, "rekap")
    catat_nilai(dunia.ani.pk, dunia.masa.pk, isi, per=PER, oleh=dunia.analis)
    assert hasil.konteks is not None

    with pytest.raises(WrongMoment) as galat:
        jenis.terapkan(hasil, hasil.konteks)

    assert galat.value.kode == "sudah_berubah"
    assert nilai() == {("ANI", "hari_kerja"): 231}

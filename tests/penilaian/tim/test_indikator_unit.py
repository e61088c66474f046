"""Unit indicators: acts, the drawing, and the import with its dirt."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from organisasi.impor import JENIS
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from organisasi.services.impor import tulis_templat
from penilaian.kernel.garis_waktu import garis_waktu
from penilaian.models import CapaianUnit, IndikatorUnit
from penilaian.selectors.indikator_unit import halaman_indikator
from penilaian.services.indikator_unit import buat_indikator, catat_capaian, ubah_indikator
from tests.factories import organisasi as org
from tests.factories.nilai import periode
from tests.helpers.berkas_impor import alamat, berkas, jumlah, periksa, terapkan
from tests.helpers.dunia_ukur import berkas_bukti
from tests.helpers.xlsx import Rumus
from tests.penilaian.tim.dunia_tim import AWAL, PER, Dinas, dinas
from toolkit.policy import NotAllowed, NotYours, WrongMoment
from toolkit.tabular import BerkasDitolak

KEPALA = (
    "UNOR ID", "NAMA UNIT", "KODE", "NAMA INDIKATOR", "SUMBER", "SATUAN", "ARAH", "TARGET", "NILAI",
)  # fmt: skip
TAHUN = {"parameter": {"periode": "2025"}}


@pytest.fixture
def d(db: None, pada_hari_ini: Any) -> Dinas:
    return dinas()


def baris(unit: UnitKerja | None, kode: object = "IKM", **ganti: object) -> tuple[object, ...]:
    """One good row, cells by header (blanks as ``_``) instead."""
    isi: dict[str, object] = dict.fromkeys(KEPALA) | {
        "UNOR ID": unit.siasn_id if unit else None, "KODE": kode, "NAMA INDIKATOR": "Kepuasan",
        "SUMBER": "IKM", "SATUAN": "nilai", "TARGET": 80, "NILAI": "82,5",
    }  # fmt: skip
    return tuple((isi | {k.replace("_", " "): v for k, v in ganti.items()}).values())


def ikm(d: Dinas, **lain: Any) -> IndikatorUnit:
    isi = {
        "kode": "ikm", "nama": "Kepuasan", "sumber": "ikm", "satuan": "nilai", "arah": "naik",
        "mulai": AWAL, "per": PER, "oleh": d.pengelola,
    }  # fmt: skip
    return buat_indikator(d.unit["disdik"].pk, **isi | lain)


def test_a_file_makes_indicators_and_results_and_again_changes_nothing(
    tmp_path: Path, d: Dinas
) -> None:
    rows = (
        baris(d.unit["disdik"]),
        baris(None, "waktu-1", NAMA_UNIT="sd negeri 1 contoh", SUMBER="Waktu layanan",
              SATUAN="hari", ARAH="makin rendah makin baik", TARGET=3, NILAI=None),
    )  # fmt: skip

    hasil = terapkan("indikator-unit", berkas(tmp_path, KEPALA, *rows), **TAHUN)
    lagi = terapkan("indikator-unit", berkas(tmp_path, KEPALA, *rows), **TAHUN)

    assert (jumlah(hasil), jumlah(lagi)) == ((2, 0, 2, 0, 0, 0), (2, 0, 0, 0, 2, 0))
    kolom = ("indikator__kode", "indikator__arah", "indikator__sumber", "target", "nilai")
    assert list(CapaianUnit.objects.order_by("pk").values_list(*kolom)) == [
        ("IKM", "naik", "ikm", 80, Decimal("82.5")),
        ("WAKTU-1", "turun", "waktu_layanan", 3, None),
    ]
    ubah = baris(d.unit["disdik"], NILAI=90, NAMA_INDIKATOR=None, SUMBER=None, SATUAN=None)
    hasil = terapkan("indikator-unit", berkas(tmp_path, KEPALA, ubah), **TAHUN)
    assert (jumlah(hasil)[3], CapaianUnit.objects.earliest("pk").nilai) == (1, 90)


def test_dirt_is_refused_cell_by_cell_and_the_rest_is_kept(tmp_path: Path, d: Dinas) -> None:
    sd = d.unit["sd1"]
    rows = (
        baris(sd, NILAI=104),
        baris(sd, "B", TARGET=-1),
        baris(sd, "C", NILAI=Rumus("40+40", 80)),
        baris(sd, "D", SUMBER="kabar angin"),
        baris(sd, "E", SATUAN=None),
        baris(sd, "dua kata"),
        baris(None, "G"),
        baris(None, "H", NAMA_UNIT="Dinas Entah"),
        baris(None, "I", UNOR_ID="zz"),
        baris(sd, "J", TARGET="banyak"),
        baris(sd, "K"),
        baris(sd, "k"),
    )

    hasil = terapkan("indikator-unit", berkas(tmp_path, KEPALA, *rows), **TAHUN)

    assert alamat(hasil.galat) == [
        (2, "NILAI", "angka_mustahil"), (3, "TARGET", "angka_negatif"), (4, "NILAI", "sel_rumus"),
        (5, "SUMBER", "sumber_tidak_dikenal"), (6, "SATUAN", "wajib_kosong"),
        (7, "KODE", "kode_tidak_sah"), (8, "UNOR ID", "unit_kosong"),
        (9, "NAMA UNIT", "unit_tidak_dikenal"), (10, "UNOR ID", "unor_tidak_dikenal"),
        (11, "TARGET", "angka_tidak_sah"), (13, "KODE", "indikator_ganda"),
    ]  # fmt: skip
    assert "paling tinggi 100 IKM" in next(m.pesan for m in hasil.galat if m.baris == 2)
    assert list(IndikatorUnit.objects.values_list("kode", flat=True)) == ["K"]


def test_rows_are_bound_by_reach_and_a_known_indicator_keeps_its_measure(
    tmp_path: Path, d: Dinas
) -> None:
    ikm(d)
    rows = (baris(d.unit["bkd"]), baris(d.unit["disdik"], SATUAN="persen"))

    hasil = periksa("indikator-unit", berkas(tmp_path, KEPALA, *rows), oleh=d.pengelola, **TAHUN)

    assert alamat(hasil.galat) == [
        (2, "UNOR ID", "unor_di_luar_jangkauan"), (3, "SATUAN", "indikator_berbeda")
    ]  # fmt: skip
    templat = tmp_path / "templat.xlsx"
    assert tulis_templat(JENIS["indikator-unit"], templat, oleh=d.pengelola) == 1
    path = berkas(tmp_path, KEPALA, *rows)
    with pytest.raises(BerkasDitolak, match="Periode 2031 tidak ada. Yang ada: 2025"):
        periksa("indikator-unit", path, parameter={"periode": "2031"})
    d.tahun.ditutup_pada, d.tahun.ditutup_oleh = timezone.now(), d.pengelola
    d.tahun.save()
    with pytest.raises(BerkasDitolak, match="Tahun 2025 sudah ditutup"):
        periksa("indikator-unit", path, **TAHUN)


def test_an_index_of_satisfaction_stays_between_its_bounds_and_history_is_drawn(d: Dinas) -> None:
    satu, lalu = ikm(d, mulai=AWAL.replace(year=2024)), periode(2024)
    isi = {"target": Decimal(80), "sumber": "survei", "per": PER, "oleh": d.pengelola}

    with pytest.raises(WrongMoment, match="paling rendah 25 IKM"):
        catat_capaian(satu.pk, d.tahun, nilai=Decimal(20), **isi)
    catat_capaian(satu.pk, lalu, nilai=Decimal(78), **isi)
    kini = catat_capaian(satu.pk, d.tahun, nilai=Decimal(84), bukti=berkas_bukti(), **isi)
    h = halaman_indikator(satu, per=PER)

    assert kini.bukti is not None
    assert (kini.bukti.macam, kini.bukti.unit) == ("unit", d.unit["disdik"])
    assert [(b.periode.kode, b.persen) for b in h.baris] == [
        ("2025", 105),
        ("2024", Decimal("97.5")),
    ]
    assert h.garis is not None
    assert len(h.garis.nilai) == 2
    with pytest.raises(WrongMoment, match="sebelum mulai"):
        ubah_indikator(
            satu.pk, nama="X", dasar="", selesai=AWAL.replace(year=2020), per=PER, oleh=d.pengelola
        )
    with pytest.raises(WrongMoment, match="Kode IKM sudah dipakai"):
        ikm(d)
    with pytest.raises(NotAllowed, match="dicatat oleh kepala unit"):
        catat_capaian(satu.pk, d.tahun, nilai=None, **isi | {"oleh": d.ani.pengguna})


def test_who_lives_by_a_number_does_not_record_it(tmp_path: Path, d: Dinas) -> None:
    satu, tim = ikm(d), d.tim()
    d.masuk(tim, d.ani)
    d.target(tim, "0", None, indikator=satu)
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=d.unit["disdik"])
    d.ani.pengguna = kepala
    d.ani.save(update_fields=["pengguna"])

    with pytest.raises(NotYours, match="hasil tim kerja Anda"):
        catat_capaian(
            satu.pk, d.tahun, target=Decimal(80), nilai=Decimal(99), sumber="survei", per=PER,
            oleh=kepala,
        )  # fmt: skip
    hasil = periksa(
        "indikator-unit", berkas(tmp_path, KEPALA, baris(d.unit["disdik"])), oleh=kepala, **TAHUN
    )
    assert alamat(hasil.galat) == [(2, "NILAI", "tim_sendiri")]


def test_over_a_period_without_a_value_no_line_is_drawn() -> None:
    angka = [Decimal(80), None, Decimal("82.5"), Decimal(90)]
    garis = garis_waktu([(str(2021 + n), Decimal(80), nilai) for n, nilai in enumerate(angka)])

    assert garis is not None
    assert [len(satu.split()) for satu in garis.potongan] == [2]
    assert (len(garis.nilai), [len(satu.split()) for satu in garis.target]) == (3, [4])
    assert garis_waktu([("2025", Decimal(1), Decimal(2)), ("2026", Decimal(1), None)]) is None

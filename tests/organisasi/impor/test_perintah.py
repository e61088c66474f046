"""The commands ``impor`` and ``templat``: exit statuses, JSON, words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from organisasi.izin import Peran
from organisasi.models import NilaiKetentuan, UnitKerja
from tests.factories.organisasi import pengguna
from tests.helpers.berkas_impor import berkas
from tests.helpers.bersama import SIASN, oracle, perlu_bersama
from tests.helpers.xlsx import simpan

pytestmark = pytest.mark.django_db

KEPALA = ("ID", "NAMA_UNOR", "ID_ATASAN")
AKAR = ("A1", "Pemerintah Kabupaten Contoh", "")
YATIM = ("X1", "Unit yatim", "Z9")


def jalankan(*argumen: object) -> int:
    """The exit status of a command."""
    try:
        call_command(*[str(a) for a in argumen], skip_checks=True)
    except SystemExit as keluar:
        return int(keluar.code or 0)
    return 0


def test_looking_ends_with_zero_and_writes_nothing(tmp_path: Path, capsys: Any) -> None:
    status = jalankan("impor", "unor", berkas(tmp_path, KEPALA, AKAR))

    keluaran = capsys.readouterr().out
    assert status == 0
    assert "1 baris: 1 diterima, 0 ditolak. 1 baru, 0 berubah, 0 sama" in keluaran
    assert "Belum ada yang ditulis." in keluaran
    assert not UnitKerja.objects.exists()


def test_refused_rows_end_with_three_and_are_listed(tmp_path: Path, capsys: Any) -> None:
    path = berkas(tmp_path, KEPALA, AKAR, YATIM)

    status = jalankan("impor", "unor", path, "--terapkan", "--tolak", tmp_path / "t.xlsx")

    keluaran = capsys.readouterr()
    assert status == 3
    assert "baris 3, ID_ATASAN: Unit atasannya tidak ada" in keluaran.out
    assert "Baris yang ditolak ditulis ke" in keluaran.err
    assert (tmp_path / "t.xlsx").is_file()
    assert UnitKerja.objects.count() == 1


def test_json_on_standard_output_is_only_the_object(tmp_path: Path, capsys: Any) -> None:
    path = berkas(tmp_path, KEPALA, AKAR)

    jalankan("impor", "unor", path, "--terapkan", "--per", "2026-05-01", "--json", "-")

    hasil = json.loads(capsys.readouterr().out)
    assert (hasil["jenis"], hasil["per"], hasil["diterapkan"], hasil["baru"]) == (
        "unor", "2026-05-01", True, 1,
    )  # fmt: skip


def test_json_goes_into_the_named_file(tmp_path: Path) -> None:
    tujuan = tmp_path / "hasil.json"

    jalankan("impor", "unor", berkas(tmp_path, KEPALA, AKAR, YATIM), "--json", tujuan)

    assert json.loads(tujuan.read_text())["galat"][0]["kode"] == "atasan_tidak_dikenal"


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        pytest.param(["impor", "pegawei", "x"], "Jenis impor 'pegawei' tidak dikenal", id="kind"),
        pytest.param(["impor", "unor", "tidak-ada.xlsx"], "tidak ditemukan", id="no file"),
        pytest.param(["impor", "unor", "{}", "--per", "1 Juni"], "tidak terbaca", id="day"),
        pytest.param(["impor", "unor", "{}", "--oleh", "siapa"], "'siapa' tidak ada", id="actor"),
        pytest.param(["impor", "kinerja", "{}"], "Kepala tabel tidak ditemukan", id="other kind"),
        pytest.param(["templat", "apa", "-o", "x"], "Jenis impor 'apa' tidak dikenal", id="blank"),
    ],
)
def test_unusable_input_ends_with_two_and_one_sentence(
    tmp_path: Path, capsys: Any, argumen: list[str], kalimat: str
) -> None:
    path = berkas(tmp_path, KEPALA, AKAR)

    status = jalankan(*[a.replace("{}", str(path)) for a in argumen])

    assert status == 2
    assert kalimat in capsys.readouterr().err


def test_kind_that_needs_a_year_says_so(tmp_path: Path, capsys: Any) -> None:
    path = simpan(tmp_path, "NIP;PREDIKAT KINERJA\n198501012010011001;BAIK\n", "k.csv")

    assert jalankan("impor", "kinerja", path) == 2
    assert "Sebutkan tahun penilaiannya" in capsys.readouterr().err


def test_actor_without_the_right_ends_with_four(tmp_path: Path, capsys: Any) -> None:
    pengguna(Peran.PENILAI, nama_pengguna="penilai1")

    path = berkas(tmp_path, KEPALA, AKAR)
    status = jalankan("impor", "unor", path, "--oleh", "penilai1", "--json", "-")

    keluaran = capsys.readouterr()
    kalimat = "Anda tidak berhak mengimpor berkas ini untuk seluruh instansi."
    assert status == 4
    assert f"{kalimat} [tidak_berhak]" in keluaran.err
    assert json.loads(keluaran.out) == {
        "jenis": "unor", "berkas": "uji.xlsx", "diterapkan": False,
        "kode": "tidak_berhak", "pesan": kalimat,
    }  # fmt: skip


def test_constant_without_a_value_ends_with_four_and_names_it(tmp_path: Path, capsys: Any) -> None:
    NilaiKetentuan.objects.filter(kode="bup_pelaksana").delete()
    path = berkas(tmp_path, ("ID", "Nama"), ("P1", "OPERATOR LAYANAN"))

    assert jalankan("impor", "jabatan-pelaksana", path) == 4
    keluaran = capsys.readouterr()
    assert "Ketentuan 'bup_pelaksana' belum mempunyai nilai" in keluaran.err
    assert keluaran.out == ""


def test_template_is_prefilled_and_says_how_many_rows(tmp_path: Path, capsys: Any) -> None:
    jalankan("impor", "unor", berkas(tmp_path, KEPALA, AKAR), "--terapkan")

    status = jalankan("templat", "atribut-unor", "-o", tmp_path / "templat.xlsx")

    assert status == 0
    assert "templat atribut-unor, 1 baris isi" in capsys.readouterr().out
    assert jalankan("impor", "atribut-unor", tmp_path / "templat.xlsx") == 0


@perlu_bersama
@pytest.mark.parametrize(
    ("nama", "alasan"),
    [(n, w["alasan"]) for n, w in oracle()["wadah"].items() if w["hasil"] == "ditolak"],
)
def test_damaged_container_ends_with_two_and_its_reason(
    capsys: Any, nama: str, alasan: str
) -> None:
    status = jalankan("impor", "pegawai", SIASN / "wadah" / nama)

    assert status == 2
    assert f"[{alasan}]" in capsys.readouterr().err


@perlu_bersama
@pytest.mark.parametrize(
    ("nama", "baris"),
    [(n, w["baris_data"]) for n, w in oracle()["wadah"].items() if w["hasil"] == "diterima"],
)
def test_odd_but_readable_container_is_read(capsys: Any, nama: str, baris: int) -> None:
    status = jalankan("impor", "pegawai", SIASN / "wadah" / nama, "--json", "-")

    assert status in (0, 3)
    assert json.loads(capsys.readouterr().out)["baris"] == baris

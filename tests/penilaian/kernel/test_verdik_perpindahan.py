"""The verdict of the whole, the kind of a move, fields of study, constants, and the list itself."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from penilaian.kernel.bidang import bidang_cocok
from penilaian.kernel.ketentuan import Ketentuan, KetentuanTidakLengkap
from penilaian.kernel.peringatan import PERINGATAN, PERINGATAN_ORANG
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.perpindahan import (
    Arah,
    JenisPerpindahan,
    Perpindahan,
    antar_jabatan,
    jenis_perpindahan,
)
from penilaian.kernel.syarat import SYARAT, periksa
from penilaian.kernel.verdik import Verdik, penentu, verdik
from tests.helpers.perkara import (
    ANALIS_MADYA,
    ANALIS_MUDA,
    ANALIS_PERTAMA,
    GURU_MUDA,
    JPT_A,
    JPT_B,
    KABID,
    KASI,
    KASUBBAG,
    PELAKSANA,
    SEKRETARIS,
    calon,
    ketentuan,
    perkara,
    sasaran,
)


def memutuskan(orang: dict[str, Any], pos: dict[str, Any] | None = None) -> Verdik:
    return verdik(periksa(perkara(calon(**orang), sasaran(**(pos or {})))), ketentuan())


@pytest.mark.parametrize(
    ("orang", "harapan"),
    [
        pytest.param({}, Verdik.MEMENUHI, id="all met"),
        pytest.param({"predikat": ()}, Verdik.TIDAK_DAPAT_DIPERIKSA, id="one unknown"),
        pytest.param({"predikat": ((2025, "KURANG"),)}, Verdik.HAMPIR, id="one curable"),
        pytest.param(
            {"predikat": ((2025, "KURANG"),), "lahir": None}, Verdik.HAMPIR, id="and an unknown"
        ),
        pytest.param(
            {"predikat": ((2025, "KURANG"),), "kedudukan": "3"},
            Verdik.TIDAK_MEMENUHI,
            id="one curable, one not",
        ),
        pytest.param({"cpns": True}, Verdik.TIDAK_MEMENUHI, id="one for good"),
    ],
)
def test_verdict_of_the_whole(orang: dict[str, Any], harapan: Verdik) -> None:
    assert memutuskan(orang) is harapan


def test_two_curable_failures_are_too_many_unless_the_constant_allows() -> None:
    semua = periksa(perkara(calon(predikat=((2025, "KURANG"),)), sasaran(isi=1)))

    assert verdik(semua, ketentuan()) is Verdik.TIDAK_MEMENUHI
    assert verdik(semua, replace(ketentuan(), hampir_maks_aturan=2)) is Verdik.HAMPIR
    assert [satu.kode for satu in penentu(semua)] == ["H03", "H06"]


def test_answers_are_plain_json() -> None:
    for satu in periksa(perkara(calon(predikat=()), sasaran())):
        isi = satu.json()
        assert json.loads(json.dumps(isi)) == isi
        assert list(isi) == ["kode", "putusan", "angka", "bunyi", "perbaikan"]
        assert satu.bunyi.endswith(".")


PENYELIA, NERS = Jabatan("2", None, "PY", "Perawat"), Jabatan("2", None, "PT", "Perawat")
NAIK, SETARA, TURUN = Arah.NAIK, Arah.SETARA, Arah.TURUN
J = JenisPerpindahan


@pytest.mark.parametrize(
    ("asal", "tujuan", "jenis", "arah"),
    [
        (KASI, KABID, J.PROMOSI, NAIK),
        (KABID, SEKRETARIS, J.PROMOSI, NAIK),
        (JPT_B, JPT_A, J.PROMOSI, NAIK),
        (SEKRETARIS, KABID, J.DEMOSI, TURUN),
        (KASI, KASI, J.ROTASI, SETARA),
        (KASI, KASUBBAG, J.DEMOSI, TURUN),
        (PELAKSANA, PELAKSANA, J.ROTASI, SETARA),
        (PELAKSANA, KASUBBAG, J.PROMOSI, NAIK),
        (KASI, PELAKSANA, J.DEMOSI, TURUN),
        (PELAKSANA, ANALIS_PERTAMA, J.MASUK_JF, SETARA),
        (PELAKSANA, ANALIS_MUDA, J.MASUK_JF, NAIK),
        (KASI, ANALIS_MUDA, J.MASUK_JF, SETARA),
        (KABID, ANALIS_MUDA, J.MASUK_JF, TURUN),
        (GURU_MUDA, ANALIS_MUDA, J.MASUK_JF, SETARA),
        (ANALIS_PERTAMA, ANALIS_MUDA, J.PROMOSI, NAIK),
        (ANALIS_MUDA, ANALIS_PERTAMA, J.DEMOSI, TURUN),
        (ANALIS_MUDA, ANALIS_MUDA, J.ROTASI, SETARA),
        (ANALIS_MUDA, KASI, J.ANTAR_KELOMPOK, SETARA),
        (ANALIS_MADYA, KASI, J.DEMOSI, TURUN),
        (ANALIS_MUDA, KABID, J.PROMOSI, NAIK),
        (PENYELIA, NERS, J.MASUK_JF, SETARA),
        (KASI, Jabatan("2"), J.MASUK_JF, None),
        (Jabatan("2", None, "MU"), ANALIS_MADYA, None, NAIK),
        (Jabatan("1"), KABID, None, None),
        (Jabatan("1", "99"), KABID, None, None),
        (Jabatan(), KABID, None, None),
        (KASI, Jabatan(), None, None),
    ],
)  # fmt: skip
def test_kind_of_move(
    asal: Jabatan, tujuan: Jabatan, jenis: JenisPerpindahan | None, arah: Arah | None
) -> None:
    assert antar_jabatan(asal, tujuan) == Perpindahan(jenis, arah)


def test_the_same_post_and_the_same_jabatan_need_no_levels() -> None:
    gelap = calon(jabatan=Jabatan())

    assert jenis_perpindahan(gelap, sasaran(formasi_id=100)).jenis is J.TETAP
    assert jenis_perpindahan(gelap, sasaran(jabatan_id=10)).jenis is J.ROTASI
    assert jenis_perpindahan(gelap, sasaran()).naik is None


@pytest.mark.parametrize(
    ("kalimat", "program", "harapan"),
    [
        ("", None, True),
        ("Sarjana (SI) atau Diploma IV, dan bersertifikat pendidikan", "S-1 HUKUM", True),
        ("Sekolah Menengah Atas (SMA) atau sederajat", "SMA IPA", True),
        ("sarjana di bidang hukum atau ilmu sosial yang relevan", "S-1 ILMU HUKUM", True),
        ("sarjana di bidang hukum", "S-1 AKUNTANSI", None),
        ("sarjana di bidang hukum", None, None),
        ("Ners bagi Jabatan Fungsional Perawat kategori keahlian", "PROFESI NERS", True),
        ("Ners bagi Jabatan Fungsional Perawat kategori keahlian", "S-1 HUKUM", False),
        ("D-III Keperawatan", "D-III KEBIDANAN", None),
        ("Sarjana Kedokteran", "S-1 KEDOKTERAN GIGI", None),
        ("Dokter atau sarjana kesehatan masyarakat", "S-1 HUKUM", None),
        ("Sarjana Pendidikan", "S-1 PENDIDIKAN", True),
    ],
)
def test_a_field_of_study_is_judged_only_where_certain(
    kalimat: str, program: str | None, harapan: bool | None
) -> None:
    assert bidang_cocok(kalimat, program) is harapan


def test_a_constant_without_a_value_is_an_error_and_never_a_zero() -> None:
    with pytest.raises(KetentuanTidakLengkap, match=r"^kedudukan_aktif, .*hampir_maks_aturan$"):
        Ketentuan.dari({"bup_jpt": 60, "min_huruf_alasan": None})


def test_every_constant_a_rule_names_exists() -> None:
    ada = set(Ketentuan.__dataclass_fields__)

    for satu in (*SYARAT, *PERINGATAN, *PERINGATAN_ORANG):
        assert set(satu.ketentuan) <= ada, satu.kode
        assert satu.judul
        assert satu.dasar
        assert satu.memeriksa.endswith(".")


def test_rules_stand_in_the_order_of_their_codes_and_each_has_a_test() -> None:
    kode = [satu.kode for satu in (*SYARAT, *PERINGATAN, *PERINGATAN_ORANG)]
    teks = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py"))
    diuji = set(re.findall(r"(?<=_)[hw]\d\d(?=_)", " ".join(re.findall(r"def (test_\w+)", teks))))

    assert [k for k in kode if k.startswith("H")] == sorted(k for k in kode if k.startswith("H"))
    assert {k.casefold() for k in kode} <= diuji

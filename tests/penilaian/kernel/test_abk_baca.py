"""Task rows as people type them: read, refused with a reason, or warned about."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from typing import Any

import pytest
import python_calamine

from penilaian.kernel.abk import PERIODE_BERKAS, Periode, Tugas, dari_tugas, menit_setahun
from penilaian.kernel.abk_baca import baca_angka, baca_tugas, tugas_ganda
from penilaian.kernel.abk_periksa import periksa_abk
from penilaian.kernel.efektivitas import efektivitas
from penilaian.kernel.hitungan import Tingkat
from tests.helpers.bersama import SIASN, oracle, perlu_bersama
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()
SEL: dict[str, Any] = {
    "uraian": "Menyusun laporan", "satuan": "laporan", "volume": 12, "periode": "bulan",
    "norma": 90,
}  # fmt: skip


@pytest.mark.parametrize(
    ("sel", "kode", "kalimat"),
    [
        ({"uraian": "  "}, "uraian_kosong", "Uraian tugas belum diisi."),
        ({"satuan": None}, "satuan_kosong", "Satuan hasil belum diisi."),
        ({"volume": ""}, "volume_kosong", "Volume belum diisi."),
        ({"volume": "seratus"}, "volume_bukan_angka", "Volume 'seratus' bukan angka."),
        ({"volume": True}, "volume_bukan_angka", "Volume 'True' bukan angka."),
        ({"volume": float("inf")}, "volume_bukan_angka", "Volume 'inf' bukan angka."),
        ({"volume": -12}, "volume_negatif", "Volume -12 kurang dari nol."),
        ({"periode": ""}, "periode_kosong", "Periode volume belum diisi."),
        (
            {"periode": "windu"},
            "periode_tidak_dikenal",
            "Periode 'windu' tidak dikenal. Yang dikenal: hari, minggu, bulan, triwulan, semester, "
            "tahun.",
        ),
        ({"norma": None}, "norma_kosong", "Norma waktu belum diisi."),
        ({"norma": 0}, "norma_nol", "Norma waktu nol; isi menit untuk satu hasil."),
        ({"norma": -30}, "norma_negatif", "Norma waktu -30 kurang dari nol."),
        (
            {"norma": "1,5 jam"},
            "norma_bukan_angka",
            "Norma waktu '1,5 jam' harus berupa angka dalam menit: tulis 90.",
        ),
        (
            {"norma": "2 hari"},
            "norma_bukan_angka",
            "Norma waktu '2 hari' bukan angka; isi menit untuk satu hasil.",
        ),
    ],
)
def test_cell_that_cannot_be_used_is_named_with_its_reason(
    sel: dict[str, Any], kode: str, kalimat: str
) -> None:
    hasil = baca_tugas(**{**SEL, **sel})

    assert hasil.tugas is None
    assert [(t.kode, t.pesan, t.tingkat) for t in hasil.temuan] == [(kode, kalimat, Tingkat.TOLAK)]


def test_every_bad_cell_of_a_row_is_named_at_once() -> None:
    hasil = baca_tugas(uraian="", satuan="", volume="x", periode="", norma="")

    assert [t.kolom for t in hasil.temuan] == [
        "URAIAN TUGAS", "SATUAN HASIL", "VOLUME", "NORMA WAKTU (menit)", "PERIODE",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kata", "periode"),
    [("Harian", "hari"), ("per bulan", "bulan"), ("TAHUNAN", "tahun"), ("mingguan", "minggu"),
     ("Triwulanan", "triwulan"), ("semester", "semester")],
)  # fmt: skip
def test_usual_words_for_a_period_are_understood(kata: str, periode: str) -> None:
    tugas = baca_tugas(**{**SEL, "periode": kata}).tugas

    assert tugas is not None
    assert tugas.periode is Periode(periode)


@pytest.mark.parametrize(
    ("isi", "angka"),
    [(12.5, Fraction(25, 2)), (0.1, Fraction(1, 10)), ("1.250,5", Fraction(2501, 2)),
     ("1.250", Fraction(1250)), ("12,5", Fraction(25, 2)), ("2.5", Fraction(5, 2)),
     ("1,250.5", None), ("", None), (float("nan"), None)],
)  # fmt: skip
def test_numbers_are_read_exactly_and_the_indonesian_way(isi: Any, angka: Fraction | None) -> None:
    assert baca_angka(isi) == angka


def test_second_row_of_the_same_task_points_to_the_first() -> None:
    kunci = [("u", "j", "Menyusun laporan"), ("u", "j", "lain"), ("u", "j", "menyusun  LAPORAN")]

    assert tugas_ganda(kunci) == {2: 0}


def tugas(norma: float, volume: float = 1, periode: str = "tahun", satuan: str = "berkas") -> Tugas:
    return Tugas.isi(f"Tugas {norma:g}", satuan, volume, Periode(periode), norma)


@pytest.mark.parametrize(
    ("isi", "pemangku", "kode"),
    [
        pytest.param([tugas(30_000), tugas(22_500), tugas(22_500)], 1, [], id="nothing is odd"),
        pytest.param([tugas(30_001), tugas(22_500), tugas(22_499)], 1, ["tugas_dominan"],
                     id="one task over 40 percent"),
        pytest.param([tugas(30_000)], 1, ["kebutuhan_nol", "beban_ringan"], id="less than half"),
        pytest.param([tugas(37_500)], 1, ["beban_kurang_dari_satu"], id="exactly half"),
        pytest.param([tugas(112_500)], 1, [], id="exactly one and a half"),
        pytest.param([tugas(112_501)], 1, ["beban_berat"], id="over one and a half"),
        pytest.param([tugas(75_000)], 0, ["jabatan_kosong"], id="no holder"),
        pytest.param([tugas(75_000, satuan="Jam")], 1, ["satuan_waktu"], id="hours as a result"),
        pytest.param([tugas(6_251, 12, "bulan")], 12, ["norma_melebihi_periode"],
                     id="a norm longer than the month"),
        pytest.param([tugas(2, 625)], 1, ["kebutuhan_nol", "beban_ringan", "norma_mungkin_jam"],
                     id="hours for minutes"),
        pytest.param([tugas(60, 1250, "bulan")], 1, ["beban_berat", "volume_mungkin_setahun"],
                     id="the volume of a year put under a month"),
    ],
)  # fmt: skip
def test_odd_numbers_are_warned_about_by_code(
    isi: list[Tugas], pemangku: int, kode: list[str]
) -> None:
    temuan = periksa_abk(dari_tugas(isi, K), K, pemangku=pemangku)

    assert [t.kode for t in temuan] == kode
    assert all(t.tingkat is Tingkat.PERINGATAN for t in temuan)


def test_guess_about_hours_says_what_would_come_out() -> None:
    *_, dugaan = periksa_abk(dari_tugas([tugas(2, 625)], K), K, pemangku=1)

    assert dugaan.pesan == (
        "Norma waktu tampak diisi dalam jam: bila dikalikan 60, beban per pemangku menjadi 1."
    )


@perlu_bersama
def test_sample_workbook_gives_exactly_the_oracle() -> None:
    harapan = oracle()["abk"]
    baris = _lembar()
    ganda = tugas_ganda([(b[0], b[2], b[4]) for b in baris])
    ditolak: list[list[Any]] = []
    per_posisi: dict[tuple[str, str], list[Tugas]] = defaultdict(list)
    luar = {"unor_tidak_dikenal", "jabatan_tidak_dikenal"}  # the register's business
    asing = {t[0]: t for t in harapan["temuan"] if t[2] in luar}
    for i, sel in enumerate(baris):
        terbaca = baca_tugas(
            uraian=sel[4], satuan=sel[5], volume=sel[6], periode=sel[7], norma=sel[8],
            boleh=PERIODE_BERKAS,
        )  # fmt: skip
        ditolak += [[i + 2, t.kolom, t.kode, t.tingkat.value] for t in terbaca.temuan]
        if i in ganda and terbaca.tugas:
            ditolak.append([i + 2, "URAIAN TUGAS", "tugas_ganda", "tolak"])
        elif i + 2 in asing:
            ditolak.append(asing[i + 2])
        elif terbaca.tugas:
            per_posisi[sel[0], sel[2]].append(terbaca.tugas)

    assert ditolak == harapan["temuan"]
    assert sum(map(len, per_posisi.values())) == harapan["diterima"]
    assert len(per_posisi) == harapan["posisi"]
    kelas: Counter[str] = Counter()
    for posisi in harapan["per_posisi"]:
        hasil = dari_tugas(per_posisi[posisi["unor_id"], posisi["jabatan_id"]], K)
        ej = efektivitas(menit_setahun(hasil), posisi["bezetting"], K)
        kelas[str(ej.kelas)] += 1
        assert menit_setahun(hasil) == Fraction(posisi["menit"])
        assert (str(hasil.mentah), hasil.bulat) == (posisi["mentah"], posisi["bulat"])
        assert (ej.ej and str(ej.ej), ej.kelas) == (posisi["ej"], posisi["kelas"])
    assert kelas == {str(kode): n for kode, n in harapan["kelas"].items()}


def _lembar() -> list[list[Any]]:
    buku = python_calamine.CalamineWorkbook.from_path(str(SIASN / "abk_tugas.xlsx"))
    return buku.get_sheet_by_name("ABK").to_python()[1:]

"""Accounts by hand: what a clerk reads, what missing data do, who stands where, what changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from penilaian.kernel.kriteria import Arah, BilaKosong, Linear, Rasio, SumberNilai, Tangga
from penilaian.kernel.skor import (
    Akun,
    BobotTidakSeratus,
    Keadaan,
    Kendali,
    Mentah,
    Mesin,
    akun_dari,
    beda,
    hitung,
    pengungkit,
    peringkat,
    rincian,
    rincian_simpan,
    teks_simpan,
)
from tests.helpers.perangkat import CONTOH, HADIR, LAYANAN, TAHUNAN, kriteria, perangkat

D = Decimal
MENTAH = {
    "K01": Mentah.ada(D("99.13"), "Hadir 228 dari 230 hari kerja = 99,13 %.", ("indikator:7",)),
    "K02": Mentah.ada("BAIK"),
    "K03": Mentah.ada(D(85), "IKM Puskesmas tahun 2025"),
}


def test_each_line_says_data_scale_and_points() -> None:
    akun = hitung(CONTOH, MENTAH)

    assert akun.skor == D("84.8880")
    assert [satu.alasan for satu in akun.baris] == [
        "Hadir 228 dari 230 hari kerja = 99,13 %; skala: (99,13 − 80) ÷ (100 − 80) × 100 = 95,65; "
        "95,65 × 20 % = 19,13 poin.",
        "Predikat kinerja tahunan BAIK; skala: BAIK bernilai 80; 80 × 50 % = 40 poin.",
        "IKM Puskesmas tahun 2025; skala: capaian 85 ÷ 90 × 100 %, paling tinggi 110 %, "
        "÷ 110 × 100 = 85,86; 85,86 × 30 % = 25,758 poin.",
    ]


@pytest.mark.parametrize(
    ("satu", "mentah", "kalimat"),
    [
        (HADIR, "70", "skala: 80 % atau kurang bernilai 0;"),
        (HADIR, "100", "skala: 100 % atau lebih bernilai 100;"),
        (replace(HADIR, arah=Arah.TURUN, skala=Linear(D(40), D(20))), "30",
         "skala: (40 − 30) ÷ (40 − 20) × 100 = 50;"),
        (replace(HADIR, arah=Arah.TURUN, skala=Linear(D(40), D(20))), "50",
         "skala: 40 % atau lebih bernilai 0;"),
        (replace(HADIR, skala=Tangga(((D(90), D(60)),))), "95", "skala: mulai 90 % bernilai 60;"),
        (replace(HADIR, skala=Tangga(((D(90), D(60)),))), "80", "skala: di bawah 90 % bernilai 0;"),
        (replace(HADIR, arah=Arah.TURUN, skala=Rasio(D(5), D(100), Arah.TURUN)), "0",
         "skala: 0 bernilai 100;"),
        (replace(HADIR, arah=Arah.TURUN, skala=Rasio(D(5), D(100), Arah.TURUN)), "10",
         "skala: capaian 5 ÷ 10 × 100 %, paling tinggi 100 %, ÷ 100 × 100 = 50;"),
    ],
)  # fmt: skip
def test_the_sentence_shows_the_scale_as_it_was_applied(
    satu: object, mentah: str, kalimat: str
) -> None:
    akun = hitung(perangkat(replace(satu, bobot=D(100))), {"K01": Mentah.ada(D(mentah))})  # type: ignore[type-var]

    assert kalimat in akun.baris[0].alasan


def test_a_shared_weight_goes_to_the_others_and_every_line_says_so() -> None:
    akun = hitung(CONTOH, {k: MENTAH[k] for k in ("K01", "K02")})

    assert [satu.bobot_pakai for satu in akun.baris] == [D("28.57"), D("71.43"), D(0)]
    assert akun.skor == D("27.3272") + D("57.1440")
    assert akun.baris[0].alasan.endswith(
        "95,65 × 28,57 % = 27,3272 poin (bobot 20 % menjadi 28,57 % karena bobot kriteria yang "
        "belum ada datanya dibagi)."
    )
    assert akun.baris[2].sumbangan is None
    assert akun.baris[2].alasan == (
        "Kepuasan pengguna layanan belum ada datanya. "
        "Bobotnya (30 %) dibagi ke kriteria lain yang terukur."
    )


def test_what_must_be_there_and_is_not_leaves_the_score_open() -> None:
    tanpa = Mentah.kosong("Predikat tahun 2025 belum masuk", "BKD/BKPSDM")

    akun = hitung(CONTOH, {**MENTAH, "K02": tanpa})

    assert (akun.skor, akun.keadaan, akun.lengkap) == (None, Keadaan.TIDAK_LENGKAP, False)
    assert akun.alasan == (
        "Predikat tahun 2025 belum masuk. Yang melengkapi: BKD/BKPSDM. "
        "Skor belum dapat dihitung tanpa kriteria ini.",
    )
    assert akun.baris[0].sumbangan == D("19.1300")


def test_too_little_measured_weight_is_no_score_even_where_weights_are_shared() -> None:
    bebas = perangkat(
        *(replace(k, bila_kosong=BilaKosong.BOBOT_DIBAGI) for k in (HADIR, TAHUNAN, LAYANAN)),
        bobot_minimal=60,
    )

    kurang = hitung(bebas, {"K02": MENTAH["K02"]})
    cukup = hitung(bebas, {"K02": MENTAH["K02"], "K01": MENTAH["K01"]})

    assert kurang.keadaan is Keadaan.TIDAK_LENGKAP
    assert kurang.alasan[0] == (
        "Kehadiran belum ada datanya. Bobotnya (20 %) belum dapat dibagi: yang terukur baru 50 %, "
        "paling sedikit 60 %."
    )
    assert cukup.keadaan is Keadaan.ANGKA
    assert hitung(replace(bebas, bobot_minimal=D(0)), {}).skor is None


def test_an_impossible_value_is_put_right_not_passed_over() -> None:
    bagi = replace(HADIR, bila_kosong=BilaKosong.BOBOT_DIBAGI)
    akun = hitung(
        perangkat(bagi, TAHUNAN, LAYANAN),
        {**MENTAH, "K01": Mentah.ada(D(130), "Hadir 299 dari 230.")},
    )

    assert (akun.skor, akun.keadaan) == (None, Keadaan.TIDAK_DAPAT_DIPERIKSA)
    assert akun.alasan == (
        "Hadir 299 dari 230. Kehadiran 130 % tidak mungkin: paling tinggi 100 %. "
        "Skor belum dapat dihitung sebelum data ini diperbaiki.",
    )
    assert akun.baris[0].teks_mentah == "130"


def test_a_set_whose_weights_are_not_100_computes_nothing() -> None:
    kurang = perangkat(HADIR, TAHUNAN)

    for coba in (lambda: hitung(kurang, MENTAH), lambda: Mesin(kurang)):
        with pytest.raises(BobotTidakSeratus, match="harus tepat 100, sekarang 70"):
            coba()


def test_the_interface_prints_seven_fields_and_what_is_stored_comes_back() -> None:
    akun = hitung(CONTOH, {k: MENTAH[k] for k in ("K01", "K02")})

    assert rincian(akun)[0] == {
        "kriteria": "K01",
        "bobot": "28.57",
        "mentah": "99.13",
        "nilai": "95.65",
        "sumbangan": "27.3272",
        "dasar": "PermenPANRB 6/2022",
        "alasan": akun.baris[0].alasan,
    }
    assert rincian(akun)[2]["nilai"] is rincian(akun)[2]["sumbangan"] is None
    assert rincian_simpan(akun)[0]["bobot"] == "20.00"
    assert rincian_simpan(akun)[0]["bukti"] == ["indikator:7"]
    assert akun_dari(rincian_simpan(akun)) == akun_dari(teks_simpan(akun)) == akun
    assert akun.satu("K02") == akun.baris[1]


def test_equal_scores_are_told_apart_by_the_chain_else_share_a_place() -> None:
    dua = perangkat(replace(HADIR, bobot=D(50)), TAHUNAN, urutan_seri=("K02",))

    def akun(hadir: int, predikat: str) -> Akun:
        return hitung(dua, {"K01": Mentah.ada(D(hadir)), "K02": Mentah.ada(predikat)})

    semua = {
        "seri, predikat lebih baik": akun(92, "BAIK"),  # 30 + 40
        "seri": akun(96, "BUTUH PERBAIKAN"),  # 40 + 30
        "seri juga": akun(96, "BUTUH PERBAIKAN"),
        "terbawah": akun(80, "KURANG"),
        "tanpa skor": hitung(dua, {}),
    }

    assert peringkat(semua, dua) == {
        "seri, predikat lebih baik": 1, "seri": 2, "seri juga": 2, "terbawah": 4,
    }  # fmt: skip
    assert peringkat(semua, replace(dua, peringkat=False)) == {}


def test_the_difference_of_two_runs_is_explained_change_by_change() -> None:
    lama = hitung(CONTOH, {k: MENTAH[k] for k in ("K01", "K02")})
    baru = hitung(CONTOH, {**MENTAH, "K01": Mentah.ada(D(96))})

    semua = beda(lama, baru)

    assert [satu.bunyi for satu in semua] == [
        "Kehadiran: data 99,13 % menjadi 96 %, nilai 95,65 menjadi 80: −4,4712 poin.",
        "Kehadiran: bobot yang dipakai 28,57 % menjadi 20 %: −6,856 poin.",
        "Predikat kinerja tahunan: bobot yang dipakai 71,43 % menjadi 50 %: −17,144 poin.",
        "Kepuasan pengguna layanan kini terukur (85 IKM): +25,758 poin.",
    ]
    assert sum(satu.selisih or 0 for satu in semua) == (baru.skor or 0) - (lama.skor or 0)


def test_a_line_that_fell_out_or_another_scale_is_named() -> None:
    lama = hitung(CONTOH, MENTAH)
    landai = replace(HADIR, bobot=D(50), skala=Linear(D(0), D(100)))
    baru = hitung(perangkat(landai, TAHUNAN), MENTAH)
    tanpa = hitung(CONTOH, {**MENTAH, "K02": Mentah.tak_terperiksa("Dua predikat berlawanan")})

    assert [satu.bunyi for satu in beda(lama, baru)] == [
        "Kehadiran: skala berubah, nilai 95,65 menjadi 99,13: +0,696 poin.",
        "Kehadiran: bobot yang dipakai 20 % menjadi 50 %: +29,739 poin.",
        "Kepuasan pengguna layanan tidak lagi termasuk kriteria: −25,758 poin.",
    ]
    (satu,) = beda(lama, tanpa)
    assert satu.selisih is None
    assert satu.bunyi == (
        "Predikat kinerja tahunan kini tidak dapat diperiksa (tadinya BAIK)."
    )  # fmt: skip


def test_what_would_raise_a_score_comes_with_its_gain_and_whose_hands_it_is_in() -> None:
    semua = pengungkit(CONTOH, hitung(CONTOH, MENTAH))

    assert [(satu.kriteria, satu.ke, satu.tambah, satu.kendali) for satu in semua] == [
        ("K02", "SANGAT BAIK", D("10.0000"), Kendali.BUKAN),
        ("K01", "100 %", D("0.8700"), Kendali.SENDIRI),
        ("K03", "86 IKM", D("0.3030"), Kendali.BUKAN),
    ]
    assert semua[0].bunyi == (
        "Predikat kinerja tahunan dari BAIK menjadi SANGAT BAIK: nilai 80 menjadi 100, "
        "skor naik 10 poin."
    )
    assert "tidak di tangan satu orang" in semua[2].catatan


@pytest.mark.parametrize(
    ("satu", "mentah", "ke"),
    [
        (HADIR, "60", "81 %"),  # below the line's beginning: one unit beyond it
        (HADIR, "99.5", "100 %"),
        (HADIR, "100", None),
        (kriteria("K01", SumberNilai.INOVASI, Tangga(((D(1), D(60)), (D(3), D(100)))), 100),
         "1", "3 inovasi"),
        (kriteria("K01", SumberNilai.INOVASI, Rasio(D(3), D(110)), 100), "3", "4 inovasi"),
        (kriteria("K01", SumberNilai.MUTU, Tangga(((D(0), D(100)), (D(5), D(50)))), 100,
                  arah=Arah.TURUN), "7", "4,99 %"),
        (kriteria("K01", SumberNilai.MUTU, Linear(D(10), D(0)), 100, arah=Arah.TURUN),
         "0.5", "0 %"),
        (kriteria("K01", SumberNilai.MUTU, Rasio(D(5), D(100), Arah.TURUN), 100, arah=Arah.TURUN),
         "5.5", "5 %"),
    ],
)  # fmt: skip
def test_the_next_raw_value_that_earns_more(satu: object, mentah: str, ke: str | None) -> None:
    satu = replace(satu, bobot=D(100))  # type: ignore[type-var]
    hasil = pengungkit(perangkat(satu), hitung(perangkat(satu), {"K01": Mentah.ada(D(mentah))}))  # type: ignore[arg-type]

    assert [p.ke for p in hasil] == ([] if ke is None else [ke])


def test_missing_data_say_what_they_would_add_at_most() -> None:
    bolong = hitung(CONTOH, {k: MENTAH[k] for k in ("K01", "K02")})
    terbuka = hitung(CONTOH, {"K02": Mentah.kosong("Belum ada", "BKD"), "K03": MENTAH["K03"]})

    satu = next(p for p in pengungkit(CONTOH, bolong) if p.kriteria == "K03")
    dua = pengungkit(CONTOH, terbuka)[0]

    # All lines at their own weight and the missing one at its best, less the score as it is.
    assert satu.tambah == D("19.13") + D(40) + D(30) - (bolong.skor or 0)
    assert not satu.pasti
    assert dua.bunyi == (
        "Predikat kinerja tahunan: bila datanya dilengkapi, bernilai paling banyak 50 poin."
    )
    assert dua.catatan == "Yang melengkapi: BKD."

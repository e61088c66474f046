"""Ready sets can be published as they are; two need nothing but SIASN and e-Kinerja."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from penilaian.kernel.beda_kriteria import beda_perangkat
from penilaian.kernel.kriteria import BilaKosong, Linear, cela, cela_terletak
from penilaian.kernel.set_siap import KINERJA_AWAL, KINERJA_LENGKAP, MUTASI_AWAL, SET_SIAP


@pytest.mark.parametrize("kunci", sorted(SET_SIAP))
def test_a_ready_set_has_no_fault(kunci: str) -> None:
    assert cela(SET_SIAP[kunci].perangkat) == ()


def test_the_sets_for_day_one_read_only_siasn_and_e_kinerja() -> None:
    assert {k.sumber.value for k in KINERJA_AWAL.kriteria} == {
        "predikat_tahunan", "rating_hasil", "rating_perilaku", "pelatihan_jp",
    }  # fmt: skip
    assert {k.sumber.value for k in MUTASI_AWAL.kriteria} == {
        "predikat_dua_tahun", "tren_predikat", "pendidikan_linear", "pendidikan_lebih",
        "masa_jabatan", "pengalaman_rumpun", "uji_kompetensi", "pelatihan_jp", "kesamaan_kelas",
    }  # fmt: skip


def test_the_set_after_the_texts_holds_what_they_promise() -> None:
    assert {k.sumber.value for k in KINERJA_LENGKAP.kriteria} == {
        "kehadiran", "ketepatan_waktu", "penyelesaian_tugas", "mutu", "inovasi", "capaian_skp",
        "rating_perilaku", "kontribusi_tim", "kepuasan_pengguna",
    }  # fmt: skip


def test_the_same_set_differs_in_nothing() -> None:
    assert beda_perangkat(KINERJA_AWAL, replace(KINERJA_AWAL, versi=7)) == ()


def test_every_change_is_a_sentence() -> None:
    satu, dua, tiga, empat = KINERJA_AWAL.kriteria
    baru = replace(
        KINERJA_AWAL, nama="Lain", peringkat=True, pengantar="Lain.", urutan_seri=("PRL", "PRD"),
        kriteria=(
            replace(tiga, bobot=Decimal("37.5")),
            replace(satu, bila_kosong=BilaKosong.BOBOT_DIBAGI, dasar=""),
            replace(empat, skala=Linear(Decimal(0), Decimal(40))),
            replace(dua, kode="HSX"),
        ),
    )  # fmt: skip

    assert beda_perangkat(KINERJA_AWAL, baru) == (
        "Nama: Kinerja dari e-Kinerja dan SIASN menjadi Lain.",
        "Penentu seri: tidak ada menjadi PRL lalu PRD.",
        "Pengantarnya ditulis ulang.",
        "Peringkat sekarang dipakai.",
        "Kriteria HSL dihapus: Hasil kerja dibandingkan dengan yang diharapkan.",
        "Kriteria HSX ditambahkan dengan bobot 20: "
        "Hasil kerja dibandingkan dengan yang diharapkan.",
        "Kriteria PRL, bobot: 20 menjadi 37,5.",
        "Kriteria PRD, dasar hukum: “PP 30/2019; PermenPANRB 6/2022” menjadi (kosong).",
        "Kriteria PRD, bila datanya tidak ada: “nilai belum lengkap sampai datanya ada, tidak "
        "pernah dianggap nol” menjadi “bobotnya dibagi ke kriteria lain yang terukur, sebanding "
        "bobotnya”.",
        "Kriteria DIK, cara menghitung: “0 JP atau kurang bernilai 0; 20 JP atau lebih bernilai "
        "100; di antaranya (data − 0) ÷ (20 − 0) × 100” menjadi “0 JP atau kurang bernilai 0; "
        "40 JP atau lebih bernilai 100; di antaranya (data − 0) ÷ (40 − 0) × 100”.",
        "Urutannya menjadi PRL, PRD, dan DIK.",
    )


def test_every_fault_names_its_field() -> None:
    satu, dua, *lain = KINERJA_AWAL.kriteria
    rusak = replace(
        KINERJA_AWAL, dasar=" ", bobot_minimal=Decimal(120), urutan_seri=("ZZZ",),
        kriteria=(replace(satu, bunyi="", bobot=Decimal(51)), replace(dua, kode="PRD"), *lain),
    )  # fmt: skip

    assert [(c.nomor, c.isian) for c in cela_terletak(rusak)] == [
        (None, "dasar"), (1, "kode"), (0, "bobot"), (None, "bobot_minimal"),
        (None, "urutan_seri"), (0, "bunyi"),
    ]  # fmt: skip
    assert [c.kalimat for c in cela_terletak(rusak)] == list(cela(rusak))

"""The closed list of words behind a name in the minutes."""

from __future__ import annotations

import pytest

from mutasi.kernel.keterangan import KETERANGAN, Golongan, bunyi_keterangan, cela_keterangan


@pytest.mark.parametrize(
    "kode",
    [
        ["direkomendasikan"],
        ["direkomendasikan", "bersedia", "dispensasi"],
        ["bersyarat", "syarat_pelatihan", "keberatan_pegawai", "K2"],
        ["alternatif", "syarat_pertek", "beda_pendapat"],
        ["ditunda", "tanpa_catatan_atasan"],
        ["tidak_direkomendasikan", "keberatan_asal"],
    ],
)
def test_remarks_that_may_stand_together(kode: list[str]) -> None:
    assert cela_keterangan(kode) == ()


@pytest.mark.parametrize(
    ("kode", "cela"),
    [
        ([], "Belum ada rekomendasi"),
        (["dispensasi"], "Belum ada rekomendasi"),
        (["bagus_sekali"], "tidak dikenal: bagus_sekali"),
        (["direkomendasikan", "ditunda"], "hanya mendapat satu rekomendasi"),
        (["bersyarat"], "Sebutkan syaratnya."),
        (["direkomendasikan", "syarat_data"], "tidak memakai syarat"),
        (["ditunda", "K1"], "tidak memerlukan dasar"),
        (["direkomendasikan", "bersedia", "keberatan_pegawai"], "tidak dapat bersama"),
        (["direkomendasikan", "K3", "bersedia"], "tidak dapat bersama"),
        (["direkomendasikan", "direkomendasikan"], "lebih dari sekali"),
    ],
)
def test_remarks_that_may_not(kode: list[str], cela: str) -> None:
    assert any(cela in satu for satu in cela_keterangan(kode))


def test_the_list_names_only_its_own_codes_and_prints_in_its_order() -> None:
    assert all(lain in KETERANGAN for satu in KETERANGAN.values() for lain in satu.kecuali)
    assert {satu.golongan for satu in KETERANGAN.values()} == set(Golongan)
    assert bunyi_keterangan(["bersedia", "direkomendasikan"]) == (
        "Direkomendasikan; Pegawai menyatakan bersedia"
    )

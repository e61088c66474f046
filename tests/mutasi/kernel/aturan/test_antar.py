"""H15: moves between instansi, by each route and both ways."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import Arah, SkLuar
from mutasi.kernel.jenis import Rute
from tests.helpers.jalan import ketentuan_jalan, pertek, surat
from tests.mutasi.kernel.aturan.tanya import ditahan, lolos, tak_tahu


def antar(rute: Rute, arah: Arah = Arah.MASUK, **ubah: Any) -> dict[str, Any]:
    """A complete move between instansi by that route."""
    hukum = ketentuan_jalan()
    luar = SkLuar(hukum.antar_penerbit_sk[rute], surat(date(2026, 10, 28)))
    isi = {
        "arah": arah, "rute": rute, "sk_luar": luar,
        "usul": surat(date(2026, 9, 1)), "persetujuan": surat(date(2026, 9, 15)),
        "koordinasi_mendagri": surat(date(2026, 9, 20)),
        "pertek": pertek(pemberi=hukum.antar_pemberi_pertek[rute]),
    }  # fmt: skip
    return {**isi, **ubah}


@pytest.mark.parametrize("arah", [Arah.MASUK, Arah.KELUAR])
@pytest.mark.parametrize("rute", Rute)
def test_h15_complete_on_every_route_both_ways(rute: Rute, arah: Arah) -> None:
    assert lolos("H15", **antar(rute, arah))
    assert lolos("H16", **antar(rute, arah))


@pytest.mark.parametrize(
    ("rute", "penerbit", "pemberi"),
    [
        (Rute.B1, "Gubernur", "Kepala Kanreg BKN"),
        (Rute.B2, "Mendagri", "Kepala BKN"),
        (Rute.B3, "Kepala BKN", "Kepala BKN"),
    ],
)
def test_h15_only_the_office_of_the_route_issues(rute: Rute, penerbit: str, pemberi: str) -> None:
    bupati = SkLuar("Bupati", surat(date(2026, 10, 28)))
    lain = pertek(pemberi="Kepala BKPSDM")

    assert f"harus dari {penerbit}" in ditahan("H15", **antar(rute, sk_luar=bupati)).bunyi
    assert f"harus dari {pemberi}" in ditahan("H15", **antar(rute, pertek=lain)).bunyi


@pytest.mark.parametrize(
    ("rute", "ubah", "sebab"),
    [
        (Rute.B1, {"usul": None}, "usul PPK penerima belum lengkap"),
        (Rute.B1, {"usul": surat(tujuan="")}, "jabatan yang diusulkan"),
        (Rute.B1, {"persetujuan": surat(tujuan="formasi:9")}, "jabatan yang diusulkan"),
        (Rute.B1, {"persetujuan": surat(date(2026, 8, 1))}, "sebelum usul"),
        (Rute.B1, {"pertek": None}, "Pertek BKN belum lengkap"),
        (Rute.B1, {"sk_luar": None}, "Belum ada SK mutasi dari Gubernur"),
        (
            Rute.B1, {"sk_luar": SkLuar("gubernur", surat(date(2026, 11, 3)))},
            "mendahului SK mutasi 3 November 2026",
        ),
        (Rute.B2, {"koordinasi_mendagri": None}, "koordinasi Mendagri belum lengkap"),
        (Rute.B2, {"koordinasi_mendagri": surat(date(2026, 10, 27))}, "sebelum koordinasi"),
    ],
)  # fmt: skip
def test_h15_what_is_missing_is_named(rute: Rute, ubah: dict[str, Any], sebab: str) -> None:
    assert sebab in ditahan("H15", **antar(rute, **ubah)).bunyi


def test_h15_before_bkn_only_the_letters_of_both_ppk_are_asked() -> None:
    awal = antar(Rute.B1, pertek=None, sk_luar=None, menuju=Titik.BKN)

    assert lolos("H15", **awal)
    ditahan("H15", **{**awal, "usul": None})
    tak_tahu("H15", **{**awal, "rute": None})

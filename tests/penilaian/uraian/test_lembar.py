"""The sheet as typed: read, moved, pasted, refused by row; no database."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from penilaian.forms.uraian import LembarUraian, tempelan
from tests.penilaian.uraian.dunia import baris, kiriman

pytestmark = pytest.mark.sekali


def lembar(*semua: dict[str, str], aksi: str = "simpan", **lain: Any) -> LembarUraian:
    kirim = QueryDict(mutable=True)
    for nama, nilai in kiriman(*semua, aksi=aksi, **lain).items():
        kirim.setlist(nama, nilai if isinstance(nilai, list) else [nilai])
    return LembarUraian.dari(kirim, awal=[], stempel="")


def uraian(satu: LembarUraian) -> list[str]:
    return [r.isi["uraian"] for r in satu.rows]


def test_numbers_are_read_as_indonesians_write_them_and_hours_become_minutes() -> None:
    satu = lembar(baris(volume="1.250,5", norma="1,5", satuan_norma="jam"))

    (b,) = satu.baris
    assert (float(b.tugas.volume), b.tugas.norma) == (1250.5, 90)
    assert satu.disimpan


@pytest.mark.parametrize(
    ("isi", "bidang", "pesan"),
    [
        ({"uraian": " "}, "uraian", "Uraian tugas belum diisi."),
        ({"satuan": ""}, "satuan", "Satuan hasil belum diisi."),
        ({"volume": "abc"}, "volume", "Volume 'abc' bukan angka."),
        ({"volume": "-1"}, "volume", "Volume -1 kurang dari nol."),
        ({"volume": "1e9"}, "volume", "Volume '1e9' bukan angka."),
        ({"volume": "999999999"}, "volume", "Volume terlalu besar; paling besar 99.999.999."),
        ({"volume": "0,1234567"}, "volume", "Volume ditulis paling banyak 6 angka"),
        ({"norma": "0"}, "norma", "Norma waktu nol"),
        ({"norma": "2 jam"}, "norma", "Tulis angkanya, pilih menit atau jam."),
        ({"norma": "2000000", "satuan_norma": "jam"}, "norma", "Norma waktu terlalu besar"),
        ({"periode": "windu"}, "periode", "windu"),
        ({"uraian": "x" * 501}, "uraian", "500"),
        ({"alasan": "y" * 501}, "alasan", "500"),
    ],
)
def test_cell_that_cannot_be_used_is_named_with_its_row(
    isi: dict[str, str], bidang: str, pesan: str
) -> None:
    satu = lembar(baris("Memindai"), baris(**isi))

    (galat,) = [g for g in satu.galat if not isinstance(g, str)]
    assert (galat.nomor, galat.bidang) == (2, bidang)
    assert pesan in galat.pesan
    assert not satu.disimpan
    assert satu.rows[1].isi | isi == satu.rows[1].isi


def test_same_task_twice_points_at_the_first() -> None:
    satu = lembar(baris(), dict.fromkeys(baris(), ""), baris("  menata   ARSIP"))

    assert [(g.nomor, g.pesan) for g in satu.galat if not isinstance(g, str)] == [
        (3, "Sama dengan tugas nomor 1.")
    ]


def test_empty_rows_are_no_tasks_and_a_sheet_of_them_is_refused() -> None:
    hampa = dict.fromkeys(baris(), "")

    assert lembar(hampa, hampa).galat == ["Isi paling sedikit satu uraian tugas."]
    assert len(lembar(hampa, baris(), hampa).baris) == 1
    assert lembar(*[baris(f"Tugas {n}") for n in range(251)]).galat == [
        "Paling banyak 250 tugas untuk satu jabatan."
    ]


@pytest.mark.parametrize(
    ("aksi", "pilih", "hasil"),
    [
        ("naik", ["1", "2"], ["B", "C", "A", "D"]),
        ("naik", ["0", "1"], ["A", "B", "C", "D"]),
        ("turun", ["0", "2"], ["B", "A", "D", "C"]),
        ("turun", ["3"], ["A", "B", "C", "D"]),
        ("hapus", ["0", "3", "99"], ["B", "C"]),
        ("hapus", ["0", "1", "2", "3"], [""]),
        ("sisip", ["1"], ["A", "B", "", "C", "D"]),
        ("sisip", [], ["", "A", "B", "C", "D"]),
        ("tambah", [], ["A", "B", "C", "D", ""]),
        ("tambah-lima", [], ["A", "B", "C", "D", "", "", "", "", ""]),
    ],
)
def test_ticked_rows_are_moved_and_nothing_typed_changes(
    aksi: str, pilih: list[str], hasil: list[str]
) -> None:
    satu = lembar(*[baris(n, volume="x") for n in "ABCD"], aksi=aksi, pilih=pilih)

    assert uraian(satu) == hasil
    assert {r.isi["volume"] for r in satu.rows if r.isi["uraian"]} <= {"x"}
    assert not satu.diperiksa


def test_moved_rows_stay_ticked_so_that_they_move_on() -> None:
    assert lembar(*[baris(n) for n in "ABC"], aksi="turun", pilih=["0"]).pilih == {1}


def test_cells_of_a_workbook_are_pasted_below_what_stands_there() -> None:
    kepala = "No.\tUraian tugas\tSatuan\tVolume\tPeriode\tNorma"
    isi = "1\tMemindai\tberkas\t1.250,5\tper bulan\t5\n\nMenata\trak\t3\tharian\t10"
    teks = f"{kepala}\n{isi}"

    semua = tempelan(teks)
    satu = lembar(baris(), dict.fromkeys(baris(), ""), aksi="tempel", tempelan=teks)

    assert [(s["uraian"], s["volume"], s["periode"], s["norma"]) for s in semua] == [
        ("Memindai", "1.250,5", "bulan", "5"), ("Menata", "3", "hari", "10"),
    ]  # fmt: skip
    assert uraian(satu) == ["Menata arsip", "Memindai", "Menata"]
    assert satu.fokus == 1


def test_copied_tasks_come_once_and_below() -> None:
    satu = lembar(baris(), aksi="")

    assert satu.tambahkan([baris(" MENATA arsip"), baris("Memindai")]) == 1
    assert uraian(satu) == ["Menata arsip", "Memindai"]


@pytest.mark.parametrize("jumlah", ["", "-1", "abc", "99999999999999999999", "²"])
def test_senseless_count_of_rows_makes_none(jumlah: str) -> None:
    assert len(lembar(baris(), jumlah=jumlah).baris) == 0 or jumlah == "99999999999999999999"

"""Tables of amounts: laid over one another, stored, read in order."""

from __future__ import annotations

from organisasi.kernel.tabel_besaran import (
    Besaran,
    berurutan,
    dasar_bersama,
    gabung,
    simpanan,
    urai,
)

IV_A = Besaran("Eselon IV.a", 540_000, "Perpres 1")
III_A = Besaran("Eselon III.a", 1_260_000, "Perpres 1")


def test_an_amount_the_new_lines_do_not_name_stays_with_its_own_basis() -> None:
    naik = Besaran("Eselon III.a", 1_300_000, "Perpres 2")

    isi = gabung({"41": IV_A, "31": III_A}, {"31": naik})

    assert isi == {"41": IV_A, "31": naik}
    assert dasar_bersama(isi.values()) == "Perpres 1; Perpres 2"
    assert gabung(isi, {"41": IV_A._replace(sebutan="eselon iv.A")}) == isi, "a name alone"
    assert urai(simpanan(isi)) == isi
    assert urai(None) == {}


def test_lines_are_read_by_number_and_levels_of_a_jf_by_what_they_pay() -> None:
    jf = {"perawat MU": Besaran("Perawat Ahli Muda", 2, ""), "bidan PT": Besaran("Bidan", 9, ""),
          "perawat TR": Besaran("Perawat Terampil", 1, "")}  # fmt: skip
    kelas = {"10": Besaran("Kelas 10", 5, ""), "9": Besaran("Kelas 9", 6, "")}

    assert [b.rupiah for b in berurutan(jf)] == [9, 1, 2]
    assert [b.sebutan for b in berurutan(kelas)] == ["Kelas 9", "Kelas 10"]


def test_many_bases_are_counted_where_naming_them_takes_too_much_room() -> None:
    semua = [Besaran("", 1, f"Peraturan Presiden Nomor {n}") for n in range(40)]

    assert dasar_bersama(semua) == "40 peraturan; lihat dasar tiap besaran"

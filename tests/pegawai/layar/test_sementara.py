"""The board of acting and additional assignments: what ends, what has ended, what is too long."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from organisasi.models import Pemberitahuan
from pegawai.kernel.sementara import Masa, sambungan
from pegawai.models import Formasi, Pegawai, Penugasan
from pegawai.services.pengingat import ingatkan_penugasan
from tests.factories import pegawai
from tests.pegawai.dunia import Dunia, masuk, teks

PER = date(2026, 6, 1)
URL = "/pegawai/penugasan-sementara/"


def _tugas(
    orang: Pegawai, post: Formasi, mulai: date, selesai: date | None, jenis: str = "PLT"
) -> Penugasan:
    return Penugasan.objects.create(
        pegawai=orang, jenis=jenis, formasi=post, unit=post.unit, jabatan=post.jabatan,
        tmt=mulai, mulai=mulai, selesai=selesai,
    )  # fmt: skip


@pytest.fixture
def kosong(d: Dunia) -> list[Formasi]:
    """Vacant posts of the Dinas Pendidikan."""
    return [
        pegawai.formasi(d.unit["disdik"], pegawai.jabatan(f"Kepala Seksi {i}")) for i in range(6)
    ]


@pytest.fixture
def papan(d: Dunia, kosong: list[Formasi]) -> dict[str, Penugasan]:
    """One assignment for every group."""
    return {
        "dekat": _tugas(d.siti, kosong[0], date(2026, 4, 1), date(2026, 7, 1)),
        "jauh": _tugas(d.siti, kosong[1], date(2026, 5, 1), date(2026, 8, 1), "PLH"),
        "lewat": _tugas(d.siti, kosong[2], date(2026, 2, 1), date(2026, 5, 1)),
        "batas": _tugas(d.siti, kosong[3], date(2026, 3, 1), date(2026, 9, 2)),
        "terbuka": _tugas(d.siti, kosong[4], date(2025, 1, 1), None, "TT"),
    }


@pytest.mark.parametrize("kelompok", ["dekat", "jauh", "lewat", "batas", "terbuka"])
def test_each_group_holds_its_own_and_counts_it(
    client: Client, d: Dunia, papan: dict[str, Penugasan], kelompok: str
) -> None:
    jawaban = masuk(client, d.kabid).get(f"{URL}?kelompok={kelompok}")

    assert [p.pk for p in jawaban.context["page"]] == [papan[kelompok].pk]
    assert jawaban.context["r"].jumlah == {
        "": 4, "dekat": 1, "jauh": 1, "lewat": 1, "batas": 1, "terbuka": 1,
    }  # fmt: skip


def test_the_answer_comes_first_and_links_to_its_rows(
    client: Client, d: Dunia, papan: dict[str, Penugasan]
) -> None:
    isi = teks(masuk(client, d.kabid).get(URL))

    assert (
        '<a href="?kelompok=dekat"><strong>1 penugasan</strong></a> berakhir dalam 30 hari' in isi
    )
    assert "30 hari lagi" in isi
    assert "Melewati batas masa" in isi


def test_a_term_that_ran_out_is_settled_by_a_successor_or_a_holder(
    client: Client, d: Dunia, kosong: list[Formasi]
) -> None:
    for post in (kosong[0], kosong[1], d.analis):  # d.analis: Budi holds it
        _tugas(d.siti, post, date(2026, 2, 1), date(2026, 5, 1))
    _tugas(d.budi, kosong[1], date(2026, 5, 1), date(2026, 8, 1))

    page = masuk(client, d.kabid).get(f"{URL}?kelompok=lewat").context["page"]

    assert [p.unit_id and p.jabatan_id for p in page] == [kosong[0].jabatan_id]


def test_letters_that_follow_each_other_are_one_stretch(
    client: Client, d: Dunia, kosong: list[Formasi]
) -> None:
    hari = [date(2025, 11, 1), date(2026, 2, 1), date(2026, 5, 4), date(2026, 8, 4)]
    surat = [_tugas(d.siti, kosong[0], a, b) for a, b in zip(hari, hari[1:], strict=False)]

    jawaban = masuk(client, d.kabid).get(f"{URL}?kelompok=batas&jenis=PLT")

    assert [p.pk for p in jawaban.context["page"]] == [surat[-1].pk]
    assert jawaban.context["r"].paling_lama[surat[-1].pk] == date(2026, 5, 1)


def test_a_real_break_begins_a_new_term() -> None:
    surat = [
        Masa(1, date(2025, 1, 1), date(2025, 4, 1)),
        Masa(2, date(2025, 4, 8), date(2025, 7, 1)),
        Masa(3, date(2025, 8, 1), date(2025, 11, 1)),
    ]

    awal = {satu.kunci: hari for satu, hari in sambungan(reversed(surat))}

    assert awal == {1: date(2025, 1, 1), 2: date(2025, 1, 1), 3: date(2025, 8, 1)}


def test_a_group_leaves_as_a_workbook_of_the_same_rows(
    client: Client, d: Dunia, papan: dict[str, Penugasan]
) -> None:
    jawaban = masuk(client, d.kabid).get(f"{URL}ekspor/?kelompok=batas")

    isi = io.BytesIO(b"".join(jawaban.streaming_content))
    baris = CalamineWorkbook.from_filelike(isi).get_sheet_by_index(0).to_python()
    assert [dict(zip(baris[0], b, strict=True))["Berakhir"] for b in baris[1:]] == [
        date(2026, 9, 2)
    ]


def test_bkd_is_told_once_of_what_ends_and_of_what_ran_out(
    d: Dunia, papan: dict[str, Penugasan], kosong: list[Formasi]
) -> None:
    _tugas(d.siti, kosong[5], date(2026, 2, 1), date(2026, 5, 30))

    banyak = [ingatkan_penugasan(per=PER) for _ in range(2)]
    besok = ingatkan_penugasan(per=date(2026, 6, 2))

    assert banyak == [2, 2]
    assert besok == 2
    pesan = list(Pemberitahuan.objects.order_by("pk").values_list("untuk", "judul", "isi"))
    assert pesan == [
        (d.kabid.pk, "Penugasan sementara akan berakhir",
         "1 penugasan berakhir pada minggu yang mulai 29 Juni 2026."),
        (d.kabid.pk, "Penugasan sementara habis masanya",
         "1 penugasan habis 30 Mei 2026 dan jabatannya belum ada yang mengisi."),
    ]  # fmt: skip


def test_nobody_beyond_his_reach_sees_an_assignment(
    client: Client, d: Dunia, kosong: list[Formasi]
) -> None:
    _tugas(d.budi, kosong[0], date(2026, 4, 1), date(2026, 7, 1))

    r: Any = masuk(client, d.operator).get(f"{URL}?kelompok=dekat").context["r"]

    assert r.jumlah["dekat"] == 0

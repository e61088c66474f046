"""Units, the nomenclature, and the pages by the calendar."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Jabatan, Pegawai
from pegawai.services import register
from tests.factories import organisasi, pegawai
from tests.helpers.htmx import periksa_potongan
from tests.pegawai.dunia import Dunia, masuk, teks

PER = date(2026, 6, 1)


def _cabang(response: Any) -> list[tuple[str, int]]:
    return [(c.unit.nama, c.orang) for c in response.context["pohon"]]


def test_tree_counts_people_below_each_opd(client: Client, d: Dunia) -> None:
    pohon = _cabang(masuk(client, d.kabid).get("/unit/"))

    assert pohon == [("Badan Kepegawaian", 1), ("Dinas Pendidikan", 1)]


def test_tree_unfolds_one_branch(client: Client, d: Dunia) -> None:
    pohon = _cabang(masuk(client, d.kabid).get(f"/unit/?buka={d.unit['bkd'].pk}"))

    assert ("Bidang Mutasi", 1) in pohon
    assert ("SD Negeri 1 Contoh", 1) not in pohon


def test_operator_sees_the_tree_of_his_opd(client: Client, d: Dunia) -> None:
    assert _cabang(masuk(client, d.operator).get("/unit/")) == [("Dinas Pendidikan", 1)]


@pytest.mark.parametrize("menurut", ["jenis", "urusan", "kecamatan"])
def test_groups_count_every_unit_and_everybody(client: Client, d: Dunia, menurut: str) -> None:
    baris = masuk(client, d.kabid).get(f"/unit/?kelompok={menurut}").context["baris"]

    assert (sum(k.unit for k in baris), sum(k.orang for k in baris)) == (6, 2)


def test_units_are_found_by_words_of_the_name(client: Client, d: Dunia) -> None:
    page = masuk(client, d.kabid).get("/unit/?q=negeri+sd").context["page"]

    assert [u.nama for u in page] == ["SD Negeri 1 Contoh", "SD Negeri 2 Contoh"]


def test_unit_outside_reach_does_not_exist(client: Client, d: Dunia) -> None:
    assert masuk(client, d.operator).get(f"/unit/{d.unit['bkd'].pk}/").status_code == 404


def test_unit_page_shows_posts_people_and_children(client: Client, d: Dunia) -> None:
    isi = teks(masuk(client, d.kabid).get(f"/unit/{d.unit['sd1'].pk}/"))

    assert "1 pegawai" in isi
    assert "Guru Ahli Pertama" in isi
    assert "SITI NUR&#x27;AINI" in isi


def test_school_without_a_recorded_head_says_so(client: Client, d: Dunia) -> None:
    url = f"/unit/{d.unit['sd1'].pk}/"

    assert "Kepala belum tercatat (tugas tambahan)." in teks(masuk(client, d.kabid).get(url))
    register.catat_penugasan(
        d.siti.pk, oleh=d.kabid, per=PER, jenis="TT", formasi=d.guru, mulai=PER, nomor_sk="800/1",
        alasan="SK kepala sekolah",
    )  # fmt: skip

    isi = teks(client.get(url))
    assert "Kepala belum tercatat" not in isi
    assert "Tugas tambahan Guru Ahli Pertama" in isi


def test_who_may_see_units_but_not_people_sees_no_names(client: Client, d: Dunia) -> None:
    organisasi_ = organisasi.pengguna(Peran.BAGIAN_ORGANISASI)

    isi = teks(masuk(client, organisasi_).get(f"/unit/{d.unit['sd1'].pk}/"))

    assert "Guru Ahli Pertama" in isi
    assert "SITI" not in isi


def test_nomenclature_shows_requirements_gates_and_holders(client: Client, d: Dunia) -> None:
    camat = organisasi.unit("Kecamatan Contoh", induk=d.unit["akar"], jenis="kecamatan")
    jabatan = pegawai.jabatan("Camat Contoh", jenis="1", unit=camat, eselon_id="31")

    isi = teks(masuk(client, d.kabid).get(f"/pegawai/jabatan/{jabatan.pk}/"))

    assert "Gerbang khusus" in isi
    assert "belum diverifikasi bagian hukum" in isi or "terverifikasi" in isi


def test_nomenclature_lists_what_is_held_unless_asked_for_all(client: Client, d: Dunia) -> None:
    pegawai.jabatan("Widyaiswara Ahli Utama")

    dipakai = masuk(client, d.kabid).get("/pegawai/jabatan/").context["page"]
    semua = client.get("/pegawai/jabatan/?semua=1&q=widya").context["page"]

    assert [(j.nama, j.pemangku) for j in dipakai] == [
        ("Analis SDM Aparatur Ahli Muda", 1),
        ("Guru Ahli Pertama", 1),
    ]
    assert [j.nama for j in semua] == ["Widyaiswara Ahli Utama"]


def test_unknown_jabatan_is_not_found(client: Client, d: Dunia) -> None:
    assert masuk(client, d.kabid).get("/pegawai/jabatan/999999/").status_code == 404


def test_retirements_are_counted_by_month_and_opd(client: Client, d: Dunia) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_pensiun=date(2026, 9, 1))
    Pegawai.objects.filter(pk=d.budi.pk).update(tmt_pensiun=date(2026, 5, 1))

    r = masuk(client, d.kabid).get("/pegawai/pensiun/").context["r"]

    assert r.per_bulan == [(date(2026, 9, 1), 1)]
    assert [(nama, n) for _, nama, n in r.per_opd] == [("Dinas Pendidikan", 1)]
    assert (r.jumlah, r.lewat) == (1, 1)


def test_month_of_retirement_narrows_the_names(client: Client, d: Dunia) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_pensiun=date(2026, 9, 1))
    Pegawai.objects.filter(pk=d.budi.pk).update(tmt_pensiun=date(2026, 10, 1))
    kueri = "pensiun_dari=2026-09-01&pensiun_sampai=2026-09-02"

    page = masuk(client, d.kabid).get(f"/pegawai/pensiun/?{kueri}").context["page"]

    assert [p.nama for p in page] == ["SITI NUR'AINI"]


def test_five_years_and_nearly_five_years_are_two_lists(client: Client, d: Dunia) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_hitung=date(2021, 6, 1))
    Pegawai.objects.filter(pk=d.budi.pk).update(tmt_hitung=date(2021, 6, 2))

    lewat = masuk(client, d.kabid).get("/pegawai/lima-tahun/").context["page"]
    dekat = client.get("/pegawai/lima-tahun/?macam=dekat").context["page"]

    assert [p.nama for p in lewat] == ["SITI NUR'AINI"]
    assert [p.nama for p in dekat] == ["BUDI SANTOSO"]


def test_assignments_that_end_first_stand_on_top(client: Client, d: Dunia) -> None:
    for orang, selesai in ((d.siti, date(2026, 9, 1)), (d.budi, date(2026, 8, 1))):
        register.catat_penugasan(
            orang.pk, oleh=d.kabid, per=PER, jenis="PLT", formasi=d.analis, mulai=PER,
            selesai=selesai, nomor_sk="821/2", alasan="Kekosongan jabatan",
        )  # fmt: skip

    page = masuk(client, d.kabid).get("/pegawai/penugasan-sementara/").context["page"]
    milik = masuk(client, d.operator).get("/pegawai/penugasan-sementara/").context["page"]

    assert [p.pegawai.nama for p in page] == ["BUDI SANTOSO", "SITI NUR'AINI"]
    assert [p.pegawai.nama for p in milik] == ["SITI NUR'AINI"]


@pytest.mark.parametrize("halaman", ["pensiun", "lima-tahun", "penugasan-sementara"])
def test_calendar_pages_leave_as_workbooks_of_the_same_people(
    client: Client, d: Dunia, halaman: str
) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_pensiun=date(2026, 9, 1))
    Pegawai.objects.filter(pk=d.budi.pk).update(tmt_hitung=date(2026, 1, 1))
    register.catat_penugasan(
        d.siti.pk, oleh=d.kabid, per=PER, jenis="TT", formasi=d.guru, mulai=PER, nomor_sk="1",
        alasan="SK kepala sekolah",
    )  # fmt: skip

    response = masuk(client, d.kabid).get(f"/pegawai/{halaman}/ekspor/")
    isi = b"".join(response.streaming_content)

    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    assert [b[0] for b in baris] == ["Nama", "SITI NUR'AINI"]


@pytest.mark.parametrize(
    ("url", "id_"),
    [
        ("/unit/", "isi-unit"),
        ("/unit/?q=sd", "isi-unit"),
        ("/pegawai/jabatan/", "tabel"),
        ("/pegawai/pensiun/", "tabel"),
        ("/pegawai/lima-tahun/", "tabel"),
        ("/pegawai/penugasan-sementara/", "tabel"),
    ],
)
def test_fragments_are_the_same_as_on_the_page(
    client: Client, d: Dunia, url: str, id_: str
) -> None:
    periksa_potongan(masuk(client, d.kabid), url, id_)


@pytest.mark.sekali
@pytest.mark.parametrize(
    "url",
    [
        "/unit/", "/unit/{unit}/", "/pegawai/jabatan/", "/pegawai/jabatan/{jabatan}/",
        "/pegawai/pensiun/", "/pegawai/lima-tahun/", "/pegawai/penugasan-sementara/",
    ],
)  # fmt: skip
def test_pages_ask_the_same_number_of_queries_for_twenty(
    client: Client, d: Dunia, url: str
) -> None:
    url = url.format(unit=d.unit["sd1"].pk, jabatan=d.guru.jabatan_id)
    Pegawai.objects.update(tmt_pensiun=date(2026, 9, 1))
    masuk(client, d.kabid).get(url)
    with CaptureQueriesContext(connection) as satu:
        client.get(url)
    for nomor in range(20):
        pegawai.pegawai(f"ORANG {nomor}", post=d.guru)
        organisasi.unit(f"Unit {nomor}", induk=d.unit["sd2"])
        Jabatan.objects.create(siasn_id=f"J{nomor}", kunci=f"j{nomor}", nama=f"Jabatan {nomor}")
    Pegawai.objects.update(tmt_pensiun=date(2026, 9, 1))

    with CaptureQueriesContext(connection) as dua_puluh:
        client.get(url)

    assert len(satu) == len(dua_puluh) <= 15


def test_closed_units_leave_the_tree(client: Client, d: Dunia) -> None:
    UnitKerja.objects.filter(pk=d.unit["bidang"].pk).update(ditutup=date(2026, 5, 1))

    pohon = _cabang(masuk(client, d.kabid).get(f"/unit/?buka={d.unit['bkd'].pk}"))

    assert "Bidang Mutasi" not in dict(pohon)

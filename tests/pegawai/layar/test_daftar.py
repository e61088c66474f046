"""The list of people: scope, filters, columns, saved views, export, cost."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from jejak.models import AksesData, Peristiwa
from organisasi.izin import Peran
from organisasi.models import Jangkauan, TampilanTersimpan
from pegawai.models import Golongan, Pegawai, Penugasan
from pegawai.selectors import saringan
from pegawai.selectors.saringan import Saringan
from pegawai.services.turunan import segarkan_kata
from tests.factories import organisasi, pegawai
from tests.helpers.htmx import periksa_potongan
from tests.pegawai.dunia import Dunia, masuk, teks

DAFTAR = "/pegawai/"


def test_operator_of_one_opd_sees_only_its_people(client: Client, d: Dunia) -> None:
    isi = teks(masuk(client, d.operator).get(DAFTAR))

    assert "SITI NUR&#x27;AINI" in isi
    assert "BUDI SANTOSO" not in isi


def test_head_of_division_sees_everybody(client: Client, d: Dunia) -> None:
    isi = teks(masuk(client, d.kabid).get(DAFTAR))

    assert "SITI NUR&#x27;AINI" in isi
    assert "BUDI SANTOSO" in isi
    assert "2 pegawai" in isi


def test_list_needs_the_right_to_see_people(client: Client, d: Dunia) -> None:
    admin = organisasi.pengguna(Peran.ADMIN_SISTEM)

    response = masuk(client, admin).get(DAFTAR)

    assert response.status_code == 403
    assert "Peran Anda tidak memuat hak melihat data pegawai." in teks(response)


def _isi(d: Dunia, nama: str) -> Any:
    return {
        "unit": d.unit["disdik"].pk,
        "golongan": Golongan.objects.get(status="PNS", siasn_id="33").pk,
        "jabatan": d.guru.jabatan_id,
        "kedudukan": d.siti.kedudukan_id,
    }[nama]


@pytest.mark.parametrize(
    ("kueri", "nama"),
    [
        pytest.param("q=nuraini", ["SITI NUR'AINI"], id="word of a name, apostrophe left out"),
        pytest.param("q=SIT+nur", ["SITI NUR'AINI"], id="two beginnings"),
        pytest.param("q=1986+0926", ["BUDI SANTOSO", "SITI NUR'AINI"], id="NIP with a blank"),
        pytest.param("status=PPPK", [], id="status nobody has"),
        pytest.param("status=PNS", ["BUDI SANTOSO", "SITI NUR'AINI"], id="status"),
        pytest.param("unit={unit}", ["SITI NUR'AINI"], id="everything below a unit"),
        pytest.param("jenis_unit=sd", ["SITI NUR'AINI"], id="kind of unit"),
        pytest.param("rumpun=Analis+SDM", ["BUDI SANTOSO"], id="family of posts"),
        pytest.param("jabatan={jabatan}", ["SITI NUR'AINI"], id="one jabatan"),
        pytest.param("unit={unit}&rumpun=Analis+SDM", [], id="unit and family that do not meet"),
        pytest.param("golongan={golongan}", ["BUDI SANTOSO", "SITI NUR'AINI"], id="golongan"),
        pytest.param("kedudukan={kedudukan}&q=budi", ["BUDI SANTOSO"], id="standing and name"),
        pytest.param("status=BUKAN", ["BUDI SANTOSO", "SITI NUR'AINI"], id="nonsense says nothing"),
        pytest.param("urut=-nama", ["SITI NUR'AINI", "BUDI SANTOSO"], id="sorted backwards"),
        pytest.param("urut=nip&status=PNS", ["SITI NUR'AINI", "BUDI SANTOSO"], id="sorted by NIP"),
    ],
)
def test_filters_narrow_the_list(client: Client, d: Dunia, kueri: str, nama: list[str]) -> None:
    kueri = kueri.format(**{n: _isi(d, n) for n in ("unit", "golongan", "jabatan", "kedudukan")})

    response = masuk(client, d.kabid).get(f"{DAFTAR}?{kueri}")

    assert [p.nama for p in response.context["page"]] == nama


def _ubah(orang: Pegawai, **nilai: Any) -> None:
    Pegawai.objects.filter(pk=orang.pk).update(**nilai)


@pytest.mark.parametrize(
    "data",
    [
        "hilang", "tanpa_unit", "unor_ditutup", "ketik_tangan", "luar_referensi", "tanpa_bup",
        "lewat_bup", "berhenti",
    ],
)  # fmt: skip
def test_each_reason_for_distrust_finds_its_people(client: Client, d: Dunia, data: str) -> None:
    _ubah(d.siti, tmt_pensiun=date(2046, 10, 1))
    _ubah(d.budi, tmt_pensiun=date(2046, 10, 1))
    milik = Penugasan.objects.filter(pegawai=d.budi)
    match data:
        case "hilang":
            _ubah(d.budi, hilang_sejak=date(2026, 5, 1))
        case "tanpa_unit":
            _ubah(d.budi, unit=None)
        case "unor_ditutup":
            _ubah(d.budi, unit=None)
            milik.update(unit=None, unor_id="8AE4", formasi=None)
        case "ketik_tangan":
            milik.update(unit=None, unor_nama="SD KETIKAN", formasi=None)
        case "luar_referensi":
            type(d.analis.jabatan).objects.filter(pk=d.analis.jabatan_id).update(
                di_luar_referensi=True
            )
        case "tanpa_bup":
            _ubah(d.budi, tmt_pensiun=None)
        case "lewat_bup":
            _ubah(d.budi, tmt_pensiun=date(2026, 5, 1))
        case "berhenti":
            _ubah(d.budi, berhenti=date(2026, 5, 1))

    response = masuk(client, d.kabid).get(f"{DAFTAR}?data={data}")

    assert [p.nama for p in response.context["page"]] == ["BUDI SANTOSO"]


def test_who_left_is_not_on_the_list(client: Client, d: Dunia) -> None:
    _ubah(d.budi, berhenti=date(2026, 5, 1))

    assert "BUDI SANTOSO" not in teks(masuk(client, d.kabid).get(DAFTAR))


def _banyak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every condition meets more people than can be sorted."""
    monkeypatch.setattr(saringan, "BATAS_PEMIMPIN", 0)
    monkeypatch.setattr(saringan, "BATAS_HITUNG", 0)


def _nama(s: Saringan) -> list[str]:
    semua = Jangkauan(semua=True, rentang=())
    return [p.nama for p in saringan.cari_orang(s, semua, per=date(2026, 6, 1)).rows]


def test_common_word_is_found_by_its_own_index(d: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit the list walks the words; nobody stands on it twice."""
    pegawai.pegawai("SITI SITIAWATI", post=d.guru)
    segarkan_kata(None)
    _banyak(monkeypatch)

    assert _nama(Saringan(q="sit", status="PNS")) == ["SITI NUR'AINI", "SITI SITIAWATI"]


@pytest.mark.parametrize("urut", ["nama", "-nama", "nip", "tmt_pensiun", "-tmt_jabatan"])
def test_many_matches_give_the_same_people_as_few(
    d: Dunia, monkeypatch: pytest.MonkeyPatch, urut: str
) -> None:
    s = Saringan(unit=d.unit["akar"].pk, status="PNS", urut=urut, golongan=_isi(d, "golongan"))
    sedikit = _nama(s)
    _banyak(monkeypatch)

    assert _nama(s) == sedikit
    assert sorted(sedikit) == ["BUDI SANTOSO", "SITI NUR'AINI"]


def test_chosen_columns_are_shown_and_the_others_not(client: Client, d: Dunia) -> None:
    response = masuk(client, d.kabid).get(f"{DAFTAR}?kolom=nip&kolom=kelamin")

    assert [k.judul for k in response.context["tabel"].kepala] == ["Nama", "NIP", "L/P"]


def test_fragment_is_the_same_table_as_on_the_page(client: Client, d: Dunia) -> None:
    periksa_potongan(masuk(client, d.kabid), f"{DAFTAR}?status=PNS", "tabel")


def _kueri(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(url).status_code == 200
    return len(kueri)


@pytest.mark.sekali
@pytest.mark.parametrize("kueri", ["", "q=siti", "unit={unit}&golongan={golongan}&q=siti"])
def test_twenty_people_cost_as_many_queries_as_one(client: Client, d: Dunia, kueri: str) -> None:
    url = f"{DAFTAR}?" + kueri.format(unit=_isi(d, "unit"), golongan=_isi(d, "golongan"))
    masuk(client, d.kabid)
    satu = _kueri(client, url)
    for nomor in range(20):
        pegawai.pegawai(f"SITI KE {nomor}", post=d.guru)
    segarkan_kata(None)

    dua_puluh = _kueri(client, url)

    assert satu == dua_puluh <= 15


@pytest.mark.sekali
def test_hundred_long_names_stay_below_150_kb(client: Client, d: Dunia) -> None:
    for nomor in range(100):
        pegawai.pegawai(f"MUHAMMAD ABDURRAHMAN WAHIDUDDIN KUSUMANINGRAT {nomor:03d}", post=d.guru)
    Pegawai.objects.update(hilang_sejak=date(2026, 5, 1), gelar_belakang="S.Pd., M.Pd., Gr.")

    response = masuk(client, d.kabid).get(f"{DAFTAR}?ukuran=100")

    assert len(response.content) <= 150 * 1024


def _unduh(client: Client, kueri: str = "") -> Any:
    response = client.get(f"/pegawai/ekspor/?{kueri}")
    isi = b"".join(response.streaming_content) if response.streaming else response.content
    return response, isi


def test_export_holds_exactly_what_is_filtered(client: Client, d: Dunia) -> None:
    response, isi = _unduh(masuk(client, d.kabid), "rumpun=Guru&kolom=nip")

    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    assert response.status_code == 200
    assert baris == [["Nama", "NIP"], ["SITI NUR'AINI", d.siti.nip]]


def test_operator_exports_only_the_people_within_reach(client: Client, d: Dunia) -> None:
    _, isi = _unduh(masuk(client, d.operator), "bentuk=csv&kolom=nip")

    assert d.siti.nip in isi.decode("utf-8-sig")
    assert d.budi.nip not in isi.decode("utf-8-sig")


def test_name_like_a_formula_leaves_inert(client: Client, d: Dunia) -> None:
    _ubah(d.siti, nama="=HYPERLINK(1)", gelar_depan="", gelar_belakang="")

    _, isi = _unduh(masuk(client, d.kabid), "bentuk=csv&kolom=nama")

    assert "'=HYPERLINK(1)" in isi.decode("utf-8-sig")


def test_export_leaves_an_entry_with_count_and_filter(client: Client, d: Dunia) -> None:
    _unduh(masuk(client, d.kabid), "rumpun=Guru")

    entri = AksesData.objects.get(sasaran="ekspor")
    assert (entri.jumlah, entri.saringan, entri.apa) == (1, "rumpun=Guru", "Daftar pegawai")


def test_export_needs_its_right(client: Client, d: Dunia) -> None:
    kepala = organisasi.pengguna(Peran.KEPALA_UNIT, unit=d.unit["disdik"])

    response, isi = _unduh(masuk(client, kepala))

    assert response.status_code == 403
    assert "Peran Anda tidak memuat hak mengekspor daftar pegawai." in isi.decode()


def test_saved_view_returns_and_can_be_forgotten(client: Client, d: Dunia) -> None:
    masuk(client, d.kabid)
    client.post("/pegawai/tampilan/", {"nama": "Guru saja", "kueri": "rumpun=Guru"})
    tampilan = TampilanTersimpan.objects.get(pemilik=d.kabid)

    assert 'href="?rumpun=Guru"' in teks(client.get(DAFTAR))
    client.post(f"/pegawai/tampilan/{tampilan.pk}/hapus/")

    assert not TampilanTersimpan.objects.exists()
    kode = Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True)
    assert list(kode) == ["organisasi.tampilan.disimpan", "organisasi.tampilan.dihapus"]


def test_view_of_somebody_else_is_not_found(client: Client, d: Dunia) -> None:
    milik = TampilanTersimpan.objects.create(
        pemilik=d.operator, halaman="pegawai:daftar", nama="X", kueri=""
    )

    response = masuk(client, d.kabid).post(f"/pegawai/tampilan/{milik.pk}/hapus/")

    assert response.status_code == 404
    assert TampilanTersimpan.objects.filter(pk=milik.pk).exists()


def test_view_without_a_name_says_what_is_missing(client: Client, d: Dunia) -> None:
    response = masuk(client, d.kabid).post("/pegawai/tampilan/", {"nama": ""}, follow=True)

    assert "Beri nama tampilan itu terlebih dahulu." in teks(response)

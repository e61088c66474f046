"""Cari calon: counted and listed by the same rules, neutral in order, secret in the logs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import AksesData
from mutasi.forms.calon import baca_saringan
from mutasi.policies import calon as policies
from mutasi.selectors.calon import SaringanCalon, cari_calon
from organisasi.izin import Izin, Peran
from organisasi.models import Jangkauan
from pegawai.models import JenisPenugasan, Pegawai, Penugasan, RiwayatDisiplin
from penilaian.kernel.syarat import periksa
from penilaian.kernel.verdik import Verdik, verdik
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import Pasangan, perkara_pasangan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan
from tests.mutasi.dunia_calon import HARI, alamat, halaman, orang

pytestmark = pytest.mark.django_db


def nama_pada(klien: Client, post: Any, kueri: str) -> list[str]:
    """The people listed, in order."""
    jawaban = klien.get(alamat(post, kueri))
    assert jawaban.status_code == 200
    return [b.orang.nama for b in jawaban.context["baris"]]


def test_answer_counts_everybody_under_one_verdict(analis: Client, kantor: dict[str, Any]) -> None:
    jawaban = analis.get(alamat(kantor["kursi"]))

    assert jawaban.context["h"].jumlah == {
        "memenuhi": 2, "hampir": 2, "tidak_dapat_diperiksa": 1, "tidak_memenuhi": 1,
    }  # fmt: skip
    assert "Diperiksa 6 pegawai" in " ".join(jawaban.content.decode().split())


@pytest.mark.parametrize(
    ("kelompok", "siapa"),
    [
        ("memenuhi", ["ANI SETARA", "CITRA NAIK"]),
        ("hampir", ["BUDI BARU DILANTIK", "EKO KURANG"]),
        ("tidak_dapat_diperiksa", ["DEWI TANPA PREDIKAT"]),
        ("tidak_memenuhi", []),
    ],
)
def test_each_part_lists_its_people_in_the_published_order(
    analis: Client, kantor: dict[str, Any], kelompok: str, siapa: list[str]
) -> None:
    assert nama_pada(analis, kantor["kursi"], f"?kelompok={kelompok}") == siapa


def test_person_without_two_years_of_predicate_is_not_refused_but_unknown(
    analis: Client, kantor: dict[str, Any]
) -> None:
    isi = halaman(analis, alamat(kantor["kursi"], "?kelompok=tidak_dapat_diperiksa"))

    assert "Data yang belum ada, dan siapa yang melengkapinya" in isi
    assert "H06" in isi
    assert "Predikat tahun 2025 dan 2024 belum tercatat." in isi
    assert "e-Kinerja (lewat BKD/BKPSDM) melengkapi predikat tahun 2025 dan 2024." in isi


def test_nearly_eligible_are_told_what_would_cure_it(
    analis: Client, kantor: dict[str, Any]
) -> None:
    isi = halaman(analis, alamat(kantor["kursi"], "?kelompok=hampir&aturan=H09"))

    assert "BUDI BARU DILANTIK" in isi
    assert "EKO KURANG" not in isi
    assert "Catat dispensasi dengan dasarnya, atau TMT mulai 1 September 2027." in isi


def test_refused_are_counted_and_named_only_when_asked_by_rule_or_by_name(
    analis: Client, kantor: dict[str, Any]
) -> None:
    post = kantor["kursi"]
    tertutup = halaman(analis, alamat(post, "?kelompok=tidak_memenuhi"))

    assert "FITRI PPPK" not in tertutup
    assert "lihat orangnya" in tertutup
    assert nama_pada(analis, post, "?kelompok=tidak_memenuhi&aturan=H10") == ["FITRI PPPK"]
    assert nama_pada(analis, post, "?kelompok=tidak_memenuhi&q=fit") == ["FITRI PPPK"]


def test_array_form_counts_what_the_row_form_says(analis: Client, kantor: dict[str, Any]) -> None:
    for nomor in range(12):
        orang(
            f"ORANG {nomor}", kantor["staf"] if nomor % 2 else None, ijazah=("15", "40")[nomor % 2],
            lahir=date(1966 + 3 * nomor, 5, 2), tmt=date(2016 + nomor % 10, 1, 1),
        )  # fmt: skip
    pengguna = org.pengguna(Peran.ANALIS_BKD)

    for kunci in ("kursi", "terisi", "staf"):
        hasil = cari_calon(kantor[kunci].pk, pengguna, per=HARI)
        assert hasil is not None
        pasang = [Pasangan(o.pk, kantor[kunci].pk, HARI) for o in hasil.orang]
        baris = [periksa(p) for p in perkara_pasangan(pasang, per=HARI) if p]
        kata = [verdik(p, hasil.aturan.pasangan) for p in baris]
        assert hasil.jumlah == {v.value: kata.count(v) for v in Verdik}


def test_holders_of_the_very_post_are_not_looked_at(analis: Client, kantor: dict[str, Any]) -> None:
    jawaban = analis.get(alamat(kantor["terisi"], "?kosong=1"))

    assert "ANI SETARA" not in [o.nama for o in jawaban.context["h"].orang]
    assert jawaban.context["h"].semua == 5


def test_full_seat_stops_everybody_until_it_is_looked_at_as_if_free(
    analis: Client, kantor: dict[str, Any]
) -> None:
    penuh = analis.get(alamat(kantor["terisi"]))
    kosong = analis.get(alamat(kantor["terisi"], "?kosong=1"))

    assert "Karena itu semua orang tertahan aturan H03" in penuh.content.decode()
    assert penuh.context["h"].jumlah["memenuhi"] == 0
    assert kosong.context["h"].jumlah["memenuhi"] == 1


def test_seat_of_a_holder_who_retires_before_the_day_is_free(
    analis: Client, kantor: dict[str, Any]
) -> None:
    Pegawai.objects.filter(pk=kantor["setara"].pk).update(tmt_pensiun=date(2026, 9, 1))

    sebelum = analis.get(alamat(kantor["terisi"], "?tmt=2026-08-31"))
    sesudah = analis.get(alamat(kantor["terisi"], "?tmt=2026-09-01"))

    assert not sebelum.context["h"].kursi_siap
    assert sesudah.context["h"].kursi_siap


def test_acting_head_is_pointed_out(analis: Client, kantor: dict[str, Any]) -> None:
    Penugasan.objects.create(
        pegawai=kantor["baru"], jenis=JenisPenugasan.PLT, formasi=kantor["kursi"],
        unit=kantor["kursi"].unit, jabatan=kantor["kursi"].jabatan,
        mulai=date(2026, 3, 1), selesai=date(2026, 9, 1),
    )  # fmt: skip

    assert "ada Plt." in halaman(analis, alamat(kantor["kursi"]))


@pytest.mark.parametrize(
    ("kueri", "banyak"),
    [
        pytest.param("", 6, id="everybody"),
        pytest.param("?status=PPPK", 1, id="status"),
        pytest.param("?jenis=1", 2, id="kind of jabatan"),
        pytest.param("?jenis=1&q=ani", 1, id="kind and name"),
        pytest.param("?golongan=III/c", 5, id="grade"),
        pytest.param("?pendidikan=45", 0, id="diploma nobody has"),
        pytest.param("?umur_maks=30", 0, id="age"),
        pytest.param("?lewat=1", 5, id="longer than five years in the post"),
        pytest.param("?opd=999999", 0, id="another office"),
        pytest.param("?umur_maks=ngawur&jenis=9&tmt=kemarin", 6, id="nonsense filters nothing"),
    ],
)
def test_filters_of_the_address_narrow_the_people(
    analis: Client, kantor: dict[str, Any], kueri: str, banyak: int
) -> None:
    assert len(analis.get(alamat(kantor["kursi"], kueri)).context["h"].orang) == banyak


def test_day_of_the_move_is_today_at_the_earliest(rf: Any, kantor: dict[str, Any]) -> None:
    data = rf.get("/", {"tmt": "2026-05-31"}).GET

    assert baca_saringan(data, per=HARI).tmt is None


def test_workbook_holds_the_open_part_and_is_logged_without_the_post(
    analis: Client, kantor: dict[str, Any]
) -> None:
    jawaban = analis.get(alamat(kantor["kursi"], "?kelompok=hampir", "calon-ekspor"))

    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))
    baris = buku.get_sheet_by_name("Hampir memenuhi").to_python()
    assert [b[1] for b in baris[1:]] == ["BUDI BARU DILANTIK", "EKO KURANG"]
    catatan = AksesData.objects.get(apa="daftar calon", jumlah=2)
    assert "Seksi" not in f"{catatan.saringan}{catatan.alasan}"


def test_list_is_logged_as_a_search_that_names_no_post(
    analis: Client, kantor: dict[str, Any]
) -> None:
    analis.get(alamat(kantor["kursi"]))

    catatan = AksesData.objects.get()
    assert (catatan.apa, catatan.alasan, catatan.saringan) == ("daftar calon", "Cari calon", "")


def test_searcher_of_one_office_sees_its_people_and_posts_only(kantor: dict[str, Any]) -> None:
    kabid = org.pengguna(Peran.KABID_MUTASI, unit=kantor["bkd"])
    guru = peg.formasi(kantor["sd1"], peg.jabatan())
    orang("GURU LAIN", guru)

    hasil = cari_calon(kantor["kursi"].pk, kabid, per=HARI)

    assert hasil is not None
    assert "GURU LAIN" not in [o.nama for o in hasil.orang]
    assert hasil.semua == 6
    assert cari_calon(guru.pk, kabid, per=HARI) is None


def test_export_asks_for_the_right_to_export(
    kantor: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = Jangkauan.milik
    monkeypatch.setattr(
        Jangkauan, "milik",
        lambda p, izin, per=None: Jangkauan(False, ())
        if izin == Izin.PEGAWAI_EKSPOR
        else asli(p, izin, per=per),
    )  # fmt: skip

    alasan = policies.ekspor.reasons(org.pengguna(Peran.ANALIS_BKD), per=HARI)

    assert alasan == ["Peran Anda tidak mencakup ekspor daftar pegawai."]


def test_list_of_those_who_fail_for_discipline_is_for_those_who_may_know_it(
    kantor: dict[str, Any],
) -> None:
    RiwayatDisiplin.objects.create(
        pegawai=kantor["naik"], tingkat="S", jenis="penundaan", mulai=date(2026, 1, 1)
    )
    hasil = cari_calon(kantor["kursi"].pk, org.pengguna(Peran.ANALIS_BKD), per=HARI)
    assert hasil is not None
    buta = replace(hasil, pembaca=Pembaca(Jangkauan(False, ())))

    tertahan = hasil.pilih(Verdik.TIDAK_MEMENUHI, aturan="H07")
    assert [hasil.orang[i].nama for i in tertahan] == ["CITRA NAIK"]
    assert buta.pilih(Verdik.TIDAK_MEMENUHI, aturan="H07") == []


def test_person_missing_from_the_last_file_is_marked(
    analis: Client, kantor: dict[str, Any]
) -> None:
    Pegawai.objects.filter(pk=kantor["setara"].pk).update(hilang_sejak=date(2026, 5, 1))

    assert "tidak di berkas terakhir" in halaman(analis, alamat(kantor["kursi"]))


def test_who_may_not_see_discipline_reads_the_bare_verdict(kantor: dict[str, Any]) -> None:
    RiwayatDisiplin.objects.create(
        pegawai=kantor["naik"], tingkat="S", jenis="penundaan", mulai=date(2026, 1, 1)
    )
    (perkara,) = perkara_pasangan([Pasangan(kantor["naik"].pk, kantor["kursi"].pk, HARI)], per=HARI)
    assert perkara is not None
    (putusan,) = periksa(perkara, ["H07"])
    buta, awas = Pembaca(Jangkauan(False, ())), Pembaca(Jangkauan(True, ()))

    (tertutup,) = buta.syarat([putusan], None)
    assert (tertutup.putusan, tertutup.angka, tertutup.perbaikan) == (putusan.putusan, {}, "")
    assert "Rinciannya hanya untuk peran" in tertutup.bunyi
    assert awas.syarat([putusan], None) == (putusan,)
    assert "penundaan" not in str(putusan.json())


def test_post_page_offers_vacant_seats_first_and_finds_by_words(
    analis: Client, kantor: dict[str, Any]
) -> None:
    nilai.kebutuhan(kantor["staf"], 9)

    def posts(kueri: str) -> list[str]:
        return [p.jabatan.nama for p in analis.get(reverse("mutasi:calon") + kueri).context["page"]]

    assert posts("") == ["Kepala Seksi Data"]
    assert posts("?macam=kurang") == ["Pengelola Kepegawaian"]
    assert posts("?q=seksi+umum") == ["Kepala Seksi Umum"]
    assert "Tidak ada jabatan yang cocok" in halaman(analis, reverse("mutasi:calon") + "?q=zzz")


@pytest.mark.parametrize("kueri", ["", "?kelompok=hampir", "?kelompok=tidak_memenuhi"])
def test_fragment_is_the_same_part_of_the_page(
    analis: Client, kantor: dict[str, Any], kueri: str
) -> None:
    periksa_potongan(analis, alamat(kantor["kursi"], kueri), "tabel")


def banyak_orang(post: Any, banyak: int) -> None:
    """So many holders of one post, in bulk."""
    contoh = Pegawai.objects.get(nama="CITRA NAIK")
    lama = Pegawai.objects.count()
    for ke in range(lama, lama + banyak):
        contoh.pk, contoh.nip = None, peg.nip(date(1990, 1, 1), ke)
        contoh.nama, contoh.formasi = f"BANYAK {ke}", post
        Pegawai.objects.bulk_create([contoh])


@pytest.mark.sekali
def test_more_people_cost_no_more_queries(analis: Client, kantor: dict[str, Any]) -> None:
    url = alamat(kantor["kursi"], "?kelompok=tidak_dapat_diperiksa")

    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            assert analis.get(url).status_code == 200
        return sum("SAVEPOINT" not in satu["sql"] for satu in catatan)

    kueri()
    sedikit = kueri()
    banyak_orang(kantor["staf"], 300)

    assert sedikit == kueri() <= 15


def test_empty_filters_say_nothing() -> None:
    assert not SaringanCalon(tmt=HARI, kosong=True, kelompok=Verdik.HAMPIR).aktif
    assert SaringanCalon(lewat=True).aktif

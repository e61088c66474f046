"""The pages of matches: the answer first, the effect before the decision, one answer per name."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.izin import Peran
from pegawai.models import Padanan
from penilaian.services.padanan import tetapkan_padanan_jabatan, tetapkan_padanan_nama
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.factories.padanan import Kantor, di_luar, kantor
from tests.helpers.htmx import periksa_potongan

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
ALASAN = "Nama lama menurut KepmenPANRB 11/2024"


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    """Three people under the old name, a need of four under the name in force, same unit."""
    k = kantor()
    for i in range(3):
        peg.pegawai(f"ORANG {i}", post=peg.formasi(k.unit["bkd"], k.lama))
    nilai.kebutuhan(peg.formasi(k.unit["bkd"], k.operator), 4)
    nilai.kebutuhan(peg.formasi(k.unit["sd1"], k.perawat_saja), 2)
    return k


@pytest.fixture
def klien(k: Kantor) -> Client:
    klien = Client()
    klien.force_login(k.analis)
    return klien


def isi(klien: Client, nama: str, *args: Any, kueri: str = "") -> str:
    jawaban = klien.get(reverse(nama, args=args) + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_page_opens_with_how_many_people_and_needs_wait(klien: Client) -> None:
    halaman = isi(klien, "penilaian:padanan")

    assert "<strong>3 nama jabatan</strong> di luar referensi" in halaman
    assert "<strong>3 orang</strong> dan <strong>2 kebutuhan</strong> menunggu" in halaman
    assert halaman.index("Pengadministrasi Perkantoran Umum") < halaman.index("Perawat (JF)")
    assert "3 orang tanpa kebutuhan" in halaman


def test_strong_proposals_may_be_checked_all_at_once(klien: Client) -> None:
    jawaban = klien.get(reverse("penilaian:padanan") + "?centang=1")

    assert [(b.nama, b.dicentang, bool(b.dipilih)) for b in jawaban.context["page"]] == [
        ("Pengadministrasi Perkantoran Umum", True, True),
        ("Perawat (JF)", True, True),
        ("PENATA LAYANAN OPERASI", True, True),
    ]
    assert not Padanan.objects.exists()


def test_every_proposal_says_what_it_would_do(klien: Client) -> None:
    halaman = isi(klien, "penilaian:padanan")

    assert (
        "menyatukan 3 orang dan 0 kebutuhan dengan formasi yang sudah ada di 1 unit; "
        "<strong>kekurangan semu 3 hilang</strong>"
    ) in halaman
    assert "<strong>Perawat (semua jenjang)</strong>" in halaman


@pytest.mark.parametrize(
    ("kueri", "nama"),
    [
        ("?q=perawat", ["Perawat (JF)"]),
        ("?jenis=4", ["Pengadministrasi Perkantoran Umum", "PENATA LAYANAN OPERASI"]),
        ("?skor=100", ["Perawat (JF)"]),
        ("?skor=80", ["Pengadministrasi Perkantoran Umum", "Perawat (JF)",
                      "PENATA LAYANAN OPERASI"]),
        ("?q=tidak+ada", []),
        ("?jenis=zz&skor=x", ["Pengadministrasi Perkantoran Umum", "Perawat (JF)",
                              "PENATA LAYANAN OPERASI"]),
    ],
)  # fmt: skip
def test_filters_live_in_the_address(klien: Client, kueri: str, nama: list[str]) -> None:
    jawaban = klien.get(reverse("penilaian:padanan") + kueri)

    assert [b.nama for b in jawaban.context["page"]] == nama
    periksa_potongan(klien, reverse("penilaian:padanan") + kueri, "tabel")


def test_checked_names_are_decided_each_with_its_own_answer(klien: Client, k: Kantor) -> None:
    kirim = {
        "pilih": [str(k.lama.pk), str(k.perawat_saja.pk), str(k.kuno.pk)],
        f"ke-{k.lama.pk}": str(k.operator.pk),
        f"ke-{k.perawat_saja.pk}": "kelompok:Perawat",
        f"ke-{k.kuno.pk}": "abc",
        "alasan": ALASAN,
    }

    jawaban = klien.post(reverse("penilaian:padanan-putuskan"), kirim)

    halaman = " ".join(jawaban.content.decode().split())
    assert "<strong>2 padanan berlaku</strong>" in halaman
    assert "<strong>1 tidak dapat ditetapkan</strong>" in halaman
    assert "Pilih jabatan sasarannya." in halaman
    assert {str(p) for p in Padanan.objects.berlaku()} == {
        "Pengadministrasi Perkantoran Umum → PENGADMINISTRASI PERKANTORAN",
        "Perawat (JF) → Perawat (semua jenjang)",
    }


@pytest.mark.parametrize(
    ("kirim", "kalimat"),
    [
        ({"alasan": ALASAN}, "Centang paling sedikit satu nama."),
        ({"pilih": "{pk}", "alasan": ALASAN}, "1 nama dicentang tanpa sasaran."),
        ({"pilih": "{pk}", "ke-{pk}": "-"}, "Alasan: Tuliskan alasan"),
    ],
)
def test_what_is_missing_is_said_on_the_same_page(
    klien: Client, k: Kantor, kirim: dict[str, str], kalimat: str
) -> None:
    data = {a.format(pk=k.lama.pk): b.format(pk=k.lama.pk) for a, b in kirim.items()}

    jawaban = klien.post(reverse("penilaian:padanan-putuskan"), data)

    halaman = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert kalimat in halaman
    centang = f'value="{k.lama.pk}" id="pilih-{k.lama.pk}" checked'
    assert (centang in halaman) == ("pilih" in data)
    assert not Padanan.objects.exists()


def test_one_name_is_decided_for_a_target_found_by_searching(klien: Client, k: Kantor) -> None:
    url = reverse("penilaian:padanan-nama", args=[k.lama.pk])
    halaman = isi(klien, "penilaian:padanan-nama", k.lama.pk, kueri="?cari=layanan+operasional")
    assert "PENATA LAYANAN OPERASIONAL</strong>" in halaman
    assert "Tidak ada nama berlaku" in isi(
        klien, "penilaian:padanan-nama", k.lama.pk, kueri="?cari=zzz"
    )
    assert "Perawat (semua jenjang)" in isi(
        klien, "penilaian:padanan-nama", k.lama.pk, kueri="?cari=perawat"
    )

    jawaban = klien.post(url, {"sasaran": str(k.penata.pk), "alasan": ALASAN}, follow=True)

    assert "Padanan berlaku: Pengadministrasi Perkantoran Umum → PENATA" in " ".join(
        jawaban.content.decode().split()
    )
    halaman = isi(klien, "penilaian:padanan-nama", k.lama.pk)
    assert "Dihitung di bawah nama <strong>PENATA LAYANAN OPERASIONAL</strong>" in halaman
    assert f"Analis Padanan: {ALASAN}" in halaman


def test_a_name_may_be_left_as_it_is_and_is_not_asked_about_again(klien: Client, k: Kantor) -> None:
    url = reverse("penilaian:padanan-nama", args=[k.lama.pk])
    tanpa = klien.post(url, {"alasan": ALASAN})
    assert tanpa.status_code == 422
    assert "Pilih salah satu sasaran" in tanpa.content.decode()

    klien.post(url, {"sasaran": "-", "alasan": ALASAN})

    halaman = isi(klien, "penilaian:padanan")
    assert "<strong>2 nama jabatan</strong>" in halaman
    assert "1 nama lain sudah diputuskan" in halaman


def test_decisions_say_who_when_why_and_can_be_ended(klien: Client, k: Kantor) -> None:
    padanan = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())
    tetapkan_padanan_nama("Tukang Sulap", abaikan=True, dasar=k.dasar())
    daftar = isi(klien, "penilaian:padanan-keputusan")
    assert "<strong>2 keputusan</strong> berlaku per 1 Juni 2026" in daftar
    assert "Analis Padanan" in daftar
    assert "bukan apa pun di register" in daftar
    assert "<strong>1 keputusan</strong>" in isi(
        klien, "penilaian:padanan-keputusan", kueri="?q=sulap&macam=nama"
    )
    url = reverse("penilaian:padanan-akhiri", args=[padanan.pk])
    assert "3 orang dan 0 kebutuhan kembali dihitung" in isi(
        klien, "penilaian:padanan-akhiri", padanan.pk
    )
    assert klien.post(url, {"alasan": " "}).status_code == 422

    jawaban = klien.post(url, {"alasan": "Keliru memilih"}, follow=True)

    assert "Padanan berakhir:" in jawaban.content.decode()
    assert "sampai 1 Juni 2026" in isi(
        klien, "penilaian:padanan-keputusan", kueri="?keadaan=berakhir"
    )
    assert "sudah berakhir sejak" in isi(klien, "penilaian:padanan-akhiri", padanan.pk)
    assert klien.post(url, {"alasan": "Sekali lagi"}).status_code == 409


def test_workbooks_hold_exactly_what_is_filtered(klien: Client, k: Kantor) -> None:
    tetapkan_padanan_jabatan(k.kuno.pk, ke_id=k.penata.pk, dasar=k.dasar())

    menunggu = _buku(klien, "penilaian:padanan-ekspor", "?q=perkantoran")
    keputusan = _buku(klien, "penilaian:padanan-keputusan-ekspor", "")

    assert [b[1] for b in menunggu] == ["JABATAN", "Pengadministrasi Perkantoran Umum"]
    assert "PENGADMINISTRASI PERKANTORAN (" in menunggu[1][-3]
    assert [b[3] for b in keputusan] == ["KE", "PENATA LAYANAN OPERASIONAL"]


def _buku(klien: Client, nama: str, kueri: str) -> list[list[Any]]:
    jawaban: Any = klien.get(reverse(nama) + kueri)
    berkas = BytesIO(b"".join(jawaban.streaming_content))
    return python_calamine.CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()


def test_number_of_queries_does_not_grow_with_names_and_posts(klien: Client, k: Kantor) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(
            connection,
        ) as terekam:
            isi(klien, "penilaian:padanan")
        return len(terekam)

    sedikit = kueri()
    for i in range(20):
        baru = di_luar(f"Operator Layanan {i}")
        for unit in k.unit.values():
            nilai.kebutuhan(peg.formasi(unit, baru), 1)
    assert kueri() == sedikit <= 15


def test_empty_page_says_what_belongs_here(pada_hari_ini: Any) -> None:
    org.kabupaten()
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD))

    assert "Semua nama sudah beres" in isi(klien, "penilaian:padanan")
    assert "Belum ada keputusan di sini" in isi(klien, "penilaian:padanan-keputusan")


def test_a_role_over_one_office_is_told_why_not(k: Kantor) -> None:
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD, unit=k.unit["disdik"]))

    jawaban = klien.get(reverse("penilaian:padanan"))

    assert jawaban.status_code == 403
    assert "mencakup seluruh instansi" in jawaban.content.decode()


def test_pages_of_posts_and_units_say_where_the_old_name_is_counted(
    klien: Client, k: Kantor
) -> None:
    nilai.kebutuhan(lama := peg.formasi(k.unit["bkd"], k.lama), 2)
    kini = peg.formasi(k.unit["bkd"], k.operator)
    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())

    sumber, sasaran = (isi(klien, "penilaian:formasi", p.pk) for p in (lama, kini))
    unit = isi(klien, "pegawai:unit-rincian", k.unit["bkd"].pk)
    jabatan = isi(klien, "pegawai:jabatan-rincian", k.lama.pk)

    assert "dihitung di bawah nama <a" in jabatan
    assert "PENGADMINISTRASI PERKANTORAN</a> sejak 1 Juni 2026 (padanan)" in sumber
    assert "Termasuk pemegang nama lain: <a" in sasaran
    assert "ditulis untuk Pengadministrasi Perkantoran Umum" in sasaran
    assert "kebutuhan 6, bezetting 3" in sasaran
    assert "tercetak Pengadministrasi Perkantoran Umum" in sasaran
    assert "dihitung di bawah nama PENGADMINISTRASI PERKANTORAN (padanan)" in unit
    assert "termasuk pemegang nama lain: Pengadministrasi Perkantoran Umum" in unit

"""The sheet of a post on screen: typed, counted while typing, saved, told when it had changed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import Peristiwa
from organisasi.models import NilaiKetentuan
from pegawai.models import JenisJabatan, StatusPegawai
from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.hitungan import angka
from penilaian.models import PerhitunganKebutuhan, TemplatUraian
from penilaian.policies import perhitungan as policies
from penilaian.selectors.perhitungan_susun import baca_sumber, baca_susunan
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import (
    kembalikan_perhitungan,
    periksa_perhitungan,
    pilih_templat,
)
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.layar import masuk
from tests.penilaian.uraian.dunia import DuniaUraian, bangun, baris, kiriman, tugas

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
HARI = date(2026, 6, 1)


@pytest.fixture
def dunia(pada_hari_ini: Any) -> DuniaUraian:
    return bangun()


def teks(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def test_tasks_typed_become_the_draft_of_the_post(dunia: DuniaUraian) -> None:
    klien = masuk(dunia.kepala)
    assert "yang disimpan menjadi versi 1" in teks(klien.get(dunia.url))

    jawaban = klien.post(
        dunia.url,
        kiriman(
            baris(volume="1.250,5", norma="1", satuan_norma="jam", alasan="Tiga gudang."),
            baris("Memindai", macam="penunjang", catatan="Alat sewa"),
        ),
    )

    draf = PerhitunganKebutuhan.objects.get()
    assert (jawaban.status_code, jawaban["Location"]) == (
        302, reverse("penilaian:perhitungan", args=[draf.pk]),
    )  # fmt: skip
    satu, dua = draf.tugas.all()
    assert (str(satu.volume), str(satu.norma_menit)) == ("1250.500000", "60.000000")
    assert (satu.alasan, dua.catatan, dua.macam) == ("Tiga gudang.", "Alat sewa", "penunjang")
    assert 'value="1.250,5"' in teks(klien.get(dunia.url))
    riwayat = teks(klien.get(jawaban["Location"]))
    assert f"sebelum dibulatkan: — → {angka(Fraction(draf.mentah))}<" in riwayat
    assert f"menit setahun: — → {angka(Fraction(draf.menit))}<" in riwayat


def test_error_keeps_everything_typed_and_links_to_the_cell(dunia: DuniaUraian) -> None:
    jawaban = masuk(dunia.kepala).post(
        dunia.url, kiriman(baris(catatan="<b>Alat</b>"), baris("Memindai", volume="dua ratus"))
    )

    assert jawaban.status_code == 422
    halaman = teks(jawaban)
    assert '<a href="#t-1-volume">Baris 2, volume</a>: Volume &#x27;dua ratus&#x27;' in halaman
    assert 'id="t-1-volume" aria-invalid="true"' in halaman
    assert 'value="dua ratus"' in halaman
    assert 'value="&lt;b&gt;Alat&lt;/b&gt;"' in halaman
    assert not PerhitunganKebutuhan.objects.exists()


def test_later_of_two_savers_is_told_and_chooses(dunia: DuniaUraian) -> None:
    klien = masuk(dunia.wakil)
    klien.get(dunia.url)
    susun_uraian(dunia.post.pk, baris=[tugas(75_000, "Punya kepala")], per=HARI, oleh=dunia.kepala)

    ditolak = klien.post(dunia.url, kiriman(baris("Punya operator")))

    halaman = teks(ditolak)
    assert ditolak.status_code == 409
    assert "draf ini berubah sesudah Anda membukanya" in halaman
    assert "Kepala Sekolah menyimpannya" in halaman
    assert "Punya operator" in halaman
    draf = PerhitunganKebutuhan.objects.get()
    assert draf.tugas.get().uraian == "Punya kepala"

    kini = ditolak.context["s"].stempel
    klien.post(dunia.url, kiriman(baris("Punya operator"), aksi="timpa", kini=kini))

    assert draf.tugas.get().uraian == "Punya operator"
    assert Peristiwa.objects.filter(tindakan="penilaian.perhitungan.disusun").count() == 2


def test_checked_draft_is_closed_and_a_returned_one_says_why(dunia: DuniaUraian) -> None:
    draf = susun_uraian(dunia.post.pk, baris=[tugas()], per=HARI, oleh=dunia.kepala)
    periksa_perhitungan(draf.pk, per=HARI, oleh=dunia.organisasi)
    klien = masuk(dunia.kepala)
    tertutup = klien.get(dunia.url)
    assert "minta dikembalikan dahulu" in teks(tertutup)
    ditolak = klien.post(dunia.url, kiriman(baris(), stempel=tertutup.context["s"].stempel))
    assert (ditolak.status_code, "Isian Anda masih utuh" in teks(ditolak)) == (409, True)

    kembalikan_perhitungan(draf.pk, alasan="Norma dua kali", per=HARI, oleh=dunia.organisasi)

    assert "Dikembalikan Bagian Organisasi" in teks(klien.get(dunia.url))
    assert "Norma dua kali" in teks(klien.get(dunia.url))


def test_draft_is_found_under_versions_imported_since(dunia: DuniaUraian) -> None:
    draf = susun_uraian(dunia.post.pk, baris=[tugas(uraian="Memilah")], per=HARI, oleh=dunia.kepala)
    for uraian in ("Menata", "Memindai"):
        nilai.perhitungan_abk(dunia.post, Tugas.isi(uraian, "berkas", 9, Periode.BULAN, 10))

    klien = masuk(dunia.kepala)
    assert "Memilah" in teks(klien.get(dunia.url))
    stempel = policies.stempel_draf(draf)
    jawaban = klien.post(dunia.url, {**kiriman(baris("Menjilid")), "stempel": stempel})

    assert jawaban.status_code == 302
    assert [t.uraian for t in draf.tugas.all()] == ["Menjilid"]


def test_counting_while_typing_saves_nothing(dunia: DuniaUraian) -> None:
    url = reverse("penilaian:uraian-hitung", args=[dunia.post.pk])

    with CaptureQueriesContext(connection) as kueri:
        jawaban = masuk(dunia.kepala).post(
            url, kiriman(baris(), baris("Memindai", volume=""), aksi="")
        )

    halaman = teks(jawaban)
    assert "120.000 menit setahun ÷ 75.000 = 1,6, menjadi <strong>2 orang</strong>" in halaman
    assert "EJ <strong>0,8</strong>, kelas <strong>C</strong>" in halaman
    assert "1 baris belum lengkap (nomor 2)" in halaman
    assert '<output id="m-0" hx-swap-oob="true">120.000</output>' in halaman
    assert not PerhitunganKebutuhan.objects.exists()
    assert not [
        q for q in kueri if "penilaian_" in q["sql"] and q["sql"][:6] in ("INSERT", "UPDATE")
    ]


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"volume": "1000", "norma": "1,5"}, "Norma waktu tampak diisi dalam jam"),
        ({"volume": "12.000", "periode": "bulan"}, "Volume tampak sudah untuk setahun"),
        ({"volume": "1", "periode": "hari", "norma": "60000"}, "norma waktu itu untuk setahun"),
        ({"satuan": "jam"}, "adalah satuan waktu, bukan hasil"),
    ],
)
def test_units_and_periods_that_do_not_fit_are_caught_with_a_sentence(
    dunia: DuniaUraian, isi: dict[str, str], kalimat: str
) -> None:
    klien = masuk(dunia.kepala)

    tanpa = teks(klien.post(dunia.url, kiriman(baris(**isi), aksi="hitung")))
    beralasan = teks(klien.post(dunia.url, kiriman(baris(**isi, alasan="Benar"), aksi="hitung")))

    assert kalimat in tanpa
    assert "tanpa alasan" in tanpa
    assert kalimat in beralasan
    assert "tanpa alasan" not in beralasan
    assert klien.post(dunia.url, kiriman(baris(**isi))).status_code == 302


def test_structural_box_is_one_seat_and_says_so(dunia: DuniaUraian) -> None:
    jabatan = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=dunia.unit["disdik"], eselon_id="22"
    )
    post = peg.formasi(dunia.unit["disdik"], jabatan)

    halaman = teks(
        masuk(dunia.wakil).post(
            reverse("penilaian:uraian", args=[post.pk]), kiriman(baris(), aksi="hitung")
        )
    )

    assert "Satu kursi menurut struktur; beban tampak pada EJ." in halaman
    assert "menjadi <strong>1 orang</strong> (satu kursi menurut struktur)" in halaman


def test_tasks_come_from_the_model_and_from_similar_posts_within_reach(
    dunia: DuniaUraian,
) -> None:
    tetangga = peg.formasi(dunia.unit["sd2"], dunia.post.jabatan)
    peg.pegawai("CITRA", post=tetangga)
    satu = nilai.perhitungan_abk(tetangga, Tugas.isi("Memindai", "berkas", 1, Periode.TAHUN, 5))
    operator, kepala = masuk(dunia.wakil), masuk(dunia.kepala)
    assert f'name="ambil" value="{satu.pk}"' in teks(operator.get(dunia.url))
    assert f'name="ambil" value="{satu.pk}"' not in teks(kepala.get(dunia.url))
    kirim = kiriman(baris(), aksi="", ambil=str(satu.pk))
    assert "0 tugas disalin" in teks(kepala.post(dunia.url, kirim))

    disalin = teks(operator.post(dunia.url, kirim))
    pilih_templat(satu.pk, per=HARI, oleh=dunia.organisasi)
    templat = teks(kepala.post(dunia.url, kirim))

    assert "1 tugas disalin" in disalin
    assert "Memindai" in disalin
    assert "1 tugas disalin" in templat
    assert TemplatUraian.objects.get().perhitungan == satu
    assert PerhitunganKebutuhan.objects.count() == 1


@pytest.mark.parametrize(("mengisi", "ej"), [(True, "0,5"), (False, "1")])
def test_part_timers_of_a_similar_post_carry_its_load_when_the_switch_says_so(
    dunia: DuniaUraian, mengisi: bool, ej: str
) -> None:
    NilaiKetentuan.objects.create(
        kode="pppk_pw_mengisi_formasi", nilai=mengisi, mulai=date(2026, 5, 1), dasar="uji"
    )
    tetangga = peg.formasi(dunia.unit["sd2"], dunia.post.jabatan)
    peg.pegawai("CITRA", post=tetangga)
    peg.pegawai("EKA", post=tetangga, status=StatusPegawai.PPPK_PW)
    setahun = Tugas.isi("Memindai", "berkas", 75_000, Periode.TAHUN, 1)
    nilai.perhitungan_abk(tetangga, setahun)

    susunan = baca_susunan(dunia.wakil, dunia.post.pk, per=HARI)

    assert susunan is not None
    assert [s.ej for s in baca_sumber(dunia.wakil, susunan, per=HARI).serupa] == [ej]


def test_hundred_tasks_cost_as_many_queries_as_one_and_fit_the_page(dunia: DuniaUraian) -> None:
    klien = masuk(dunia.kepala)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as hitung:
            assert klien.get(dunia.url).status_code == 200
        return len(hitung)

    susun_uraian(dunia.post.pk, baris=[tugas()], per=HARI, oleh=dunia.kepala)
    kueri()
    satu = kueri()
    kata = "Menerima, mencatat, memeriksa dan meneruskan permohonan nomor"
    susun_uraian(
        dunia.post.pk, baris=[tugas(900, f"{kata} {n}") for n in range(100)], per=HARI,
        oleh=dunia.kepala,
    )  # fmt: skip

    assert kueri() == satu <= 15
    semua = [baris(f"{kata} {n}", volume="x") for n in range(100)]
    assert len(klien.get(dunia.url).content) <= 150_000
    galat = klien.post(dunia.url, kiriman(*semua))
    assert (galat.status_code, galat.content.count(b"Baris 30, volume")) == (422, 1)
    assert "Selebihnya ditandai di barisnya; seluruhnya 100." in teks(galat)
    assert galat.content.count(b"bukan angka") == 130
    assert len(galat.content) <= 150_000

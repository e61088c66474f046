"""From the list to the need: what waits for whom, one step, many at once, versions compared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import KeadaanHitung, Kebutuhan, PerhitunganKebutuhan
from penilaian.policies.perhitungan import stempel_draf
from penilaian.selectors.perhitungan_jalan import akibat
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import (
    kembalikan_perhitungan,
    periksa_perhitungan,
    putuskan_perhitungan,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import masuk
from tests.penilaian.uraian.dunia import DuniaUraian, bangun, tugas
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
HARI = date(2026, 6, 1)


@pytest.fixture
def dunia(pada_hari_ini: Any) -> DuniaUraian:
    return bangun()


@pytest.fixture
def draf(dunia: DuniaUraian) -> PerhitunganKebutuhan:
    return susun_uraian(dunia.post.pk, baris=[tugas(450_000)], per=HARI, oleh=dunia.kepala)


def alamat(nama: str, *args: Any) -> str:
    return reverse(f"penilaian:{nama}", args=args)


def teks(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def test_first_page_and_list_show_what_waits_and_leave_out_ones_own(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    organisasi, bkpsdm = masuk(dunia.organisasi), masuk(dunia.bkpsdm)
    assert "1 perhitungan kebutuhan menunggu diperiksa." in teks(organisasi.get("/"))
    assert "Tidak ada perhitungan yang menunggu Anda." in teks(
        bkpsdm.get(alamat("perhitungan-daftar"))
    )

    organisasi.post(alamat("perhitungan-periksa", draf.pk), {"stempel": stempel_draf(draf)})

    assert "1 perhitungan kebutuhan menunggu diputuskan." in teks(bkpsdm.get("/"))
    tunggu = bkpsdm.get(alamat("perhitungan-daftar"), {"tunggu": "putuskan"})
    assert [satu.pk for satu in tunggu.context["page"]] == [draf.pk]
    assert masuk(dunia.kepala).get("/").content.count(b"menunggu diputuskan") == 0
    periksa_potongan(bkpsdm, alamat("perhitungan-daftar"), "tabel")


@pytest.mark.parametrize(
    ("kueri", "jumlah"),
    [
        ("", 2), ("?keadaan=draf", 1), ("?keadaan=berlaku", 1), ("?q=arsiparis", 1), ("?q=zz", 0),
        ("?sumber=wisn", 0), ("?opd=999999&keadaan=zz&tunggu=zz", 2),
    ],
)  # fmt: skip
def test_list_is_filtered_by_its_address(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan, kueri: str, jumlah: int
) -> None:
    nilai.perhitungan_abk(peg.formasi(dunia.unit["sd1"], peg.jabatan("Pranata Komputer")))

    jawaban = masuk(dunia.kepala).get(alamat("perhitungan-daftar") + kueri)

    assert jawaban.context["page"].paginator.count == jumlah


def test_decider_reads_what_changes_before_deciding(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    nilai.kebutuhan(dunia.post, 4)
    periksa_perhitungan(draf.pk, per=HARI, oleh=dunia.organisasi)
    klien, url = masuk(dunia.bkpsdm), alamat("perhitungan-putuskan", draf.pk)

    tanya = teks(klien.get(url))
    kosong = klien.post(url, {"stempel": stempel_draf(draf), "kata": ""})
    jadi = klien.post(url, {"stempel": stempel_draf(draf), "kata": "Perbup 7/2026"}, follow=True)

    assert "Kebutuhan berubah dari 4 menjadi <strong>6</strong>" in tanya
    assert 'kekurangan menjadi <strong class="kurang">4</strong>' in tanya
    assert (kosong.status_code, "Sebutkan dasar keputusannya." in teks(kosong)) == (422, True)
    assert ">berlaku<" in teks(jadi)
    assert "Kepala Badan memutuskan perhitungan" in teks(jadi)
    assert Kebutuhan.objects.get(dipakai=True).terhitung == 6


def test_consequence_said_before_is_what_happens_also_where_names_are_counted_together(
    dunia: DuniaUraian,
) -> None:
    lama = peg.formasi(dunia.unit["sd1"], peg.jabatan("Juru Arsip"))
    lama.dihitung_ke = dunia.post
    lama.save()
    nilai.perhitungan_abk(dunia.post, Tugas.isi("Menata", "berkas", 105_000, Periode.TAHUN, 1))
    satu = susun_uraian(lama.pk, baris=[tugas(90_000)], per=HARI, oleh=dunia.kepala)
    periksa_perhitungan(satu.pk, per=HARI, oleh=dunia.organisasi)
    satu.refresh_from_db()

    kata = akibat([satu], per=HARI)[satu.pk]
    putuskan_perhitungan(satu.pk, dasar="Perbup", per=HARI, oleh=dunia.bkpsdm)

    # 1,4 and 1,2 people are 2,6: three, not the one and one of each alone.
    assert (kata.kini, kata.menjadi) == (1, 3)
    assert Kebutuhan.objects.get(formasi=dunia.post, dipakai=True).terhitung == 3


def test_draft_saved_again_after_it_was_read_is_not_checked_unseen(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    with pytest.raises(WrongMoment, match="berubah sesudah Anda membukanya"):
        periksa_perhitungan(draf.pk, per=HARI, oleh=dunia.organisasi, stempel=f"{draf.pk}:lama")

    draf.refresh_from_db()
    assert draf.keadaan == KeadaanHitung.DRAF


def test_returned_computation_needs_a_word_and_goes_back_to_its_maker(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    klien, url = masuk(dunia.organisasi), alamat("perhitungan-kembalikan", draf.pk)
    assert masuk(dunia.bkpsdm).get(url).status_code == 403  # who decides waits for the check
    periksa_perhitungan(draf.pk, per=HARI, oleh=dunia.organisasi)

    assert klien.post(url, {"stempel": "x", "kata": " "}).status_code == 422
    klien.post(url, {"stempel": "x", "kata": "Norma ganda"})

    halaman = teks(masuk(dunia.kepala).get(alamat("perhitungan", draf.pk)))
    assert "Dikembalikan Bagian Organisasi" in halaman
    assert "dikembalikan, menunggu diperbaiki" in halaman
    assert "Ubah uraian tugas" in halaman
    pesan = Pemberitahuan.objects.get(untuk=dunia.kepala)
    assert (pesan.judul, "Norma ganda" in pesan.isi) == (
        "Perhitungan kebutuhan yang Anda susun dikembalikan", True,
    )  # fmt: skip


def test_checker_returns_a_draft_he_would_not_put_his_name_to(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    klien = masuk(dunia.organisasi)
    assert "Kembalikan…" in teks(klien.get(alamat("perhitungan", draf.pk)))

    klien.post(alamat("perhitungan-kembalikan", draf.pk), {"stempel": "x", "kata": "Volume ganda"})

    draf.refresh_from_db()
    assert (draf.keadaan, draf.diperiksa_oleh) == (KeadaanHitung.DRAF, None)
    assert "Volume ganda" in Pemberitahuan.objects.get(untuk=dunia.kepala).isi


def test_final_computation_is_not_returned(dunia: DuniaUraian, draf: PerhitunganKebutuhan) -> None:
    periksa_perhitungan(draf.pk, per=HARI, oleh=dunia.organisasi)
    putuskan_perhitungan(draf.pk, dasar="Perbup 1", per=HARI, oleh=dunia.bkpsdm)

    with pytest.raises(WrongMoment, match="final tidak dikembalikan"):
        kembalikan_perhitungan(draf.pk, alasan="Terlambat", per=HARI, oleh=dunia.organisasi)


def test_many_are_decided_in_one_act_and_the_refused_ones_are_named(dunia: DuniaUraian) -> None:
    posts = [
        peg.formasi(dunia.unit["sd1"], peg.jabatan(f"Jabatan {n}", rumpun="")) for n in range(3)
    ]
    drafs = [susun_uraian(p.pk, baris=[tugas()], per=HARI, oleh=dunia.kepala) for p in posts]
    url = alamat("perhitungan-massal")
    stempel = [stempel_draf(satu) for satu in drafs]
    masuk(dunia.organisasi).post(url, {"langkah": "periksa", "pilih": stempel[:2]})
    klien = masuk(dunia.bkpsdm)

    tanya = teks(klien.get(url, {"langkah": "putuskan", "pilih": [str(d.pk) for d in drafs]}))
    kosong = klien.post(url, {"langkah": "putuskan", "pilih": stempel, "kata": ""})
    awal = Peristiwa.objects.count()
    hasil = teks(
        klien.post(url, {"langkah": "putuskan", "pilih": [*stempel, "zz"], "kata": "Perbup"})
    )

    assert "<strong>2 perhitungan</strong>: kebutuhan seluruhnya berubah dari 0 menjadi" in tanya
    assert "Jabatan 2, SD Negeri 1" in tanya
    assert kosong.status_code == 422
    assert "<strong>2 perhitungan</strong> menjadi final, <strong>1 tidak</strong>" in hasil
    assert "Perhitungan diputuskan sesudah diperiksa." in hasil
    assert Kebutuhan.objects.filter(dasar="Perbup", jumlah=2).count() == 2
    assert Peristiwa.objects.count() - awal == 4
    diputuskan = Peristiwa.objects.filter(tindakan="penilaian.perhitungan.diputuskan")
    assert diputuskan.count() == 2


def test_versions_are_compared_task_by_task(dunia: DuniaUraian) -> None:
    nilai.perhitungan_abk(
        dunia.post,
        Tugas.isi("Menata", "berkas", 100, Periode.BULAN, 10),
        Tugas.isi("Memindai", "berkas", 100, Periode.BULAN, 10),
        Tugas.isi("Tetap", "berkas", 1, Periode.BULAN, 10),
    )
    baru = nilai.perhitungan_abk(
        dunia.post,
        Tugas.isi("menata", "berkas", 200, Periode.BULAN, 10),
        Tugas.isi("Tetap", "berkas", 1, Periode.BULAN, 10),
        Tugas.isi("Meminjamkan", "arsip", 5, Periode.TAHUN, 10),
    )

    jawaban = masuk(dunia.kepala).get(alamat("perhitungan-banding", baru.pk))

    b = jawaban.context["b"]
    assert [(t.uraian, t.keadaan, t.beda_teks) for t in b.baris] == [
        ("menata", "ubah", "+12.000"), ("Tetap", "sama", "0"), ("Meminjamkan", "baru", "+50"),
        ("Memindai", "hilang", "−12.000"),
    ]  # fmt: skip
    assert b.beda_teks == "+50"
    assert b.baris[0].ubah == ["volume"]
    assert not any(t.berubah for t in b.tetapan)


def test_only_organisation_makes_a_model_of_a_final_computation(
    dunia: DuniaUraian, draf: PerhitunganKebutuhan
) -> None:
    final = nilai.perhitungan_abk(
        peg.formasi(dunia.unit["sd1"], peg.jabatan("Pranata Komputer", rumpun=""))
    )
    klien = masuk(dunia.organisasi)

    assert klien.post(alamat("perhitungan-templat", draf.pk), {"stempel": "x"}).status_code == 409
    jadi = klien.post(alamat("perhitungan-templat", final.pk), {"stempel": "x"}, follow=True)

    assert "templat jabatan ini" in teks(jadi)
    assert Peristiwa.objects.filter(tindakan="penilaian.templat_uraian.dipilih").count() == 1
    lain = masuk(org.pengguna(Peran.ANALIS_BKD))
    assert lain.post(alamat("perhitungan-templat", final.pk)).status_code == 403


def test_list_asks_as_often_for_many_as_for_one(dunia: DuniaUraian) -> None:
    klien = masuk(dunia.organisasi)

    def tambah(n: int) -> None:
        post = peg.formasi(dunia.unit["sd1"], peg.jabatan(f"Jabatan {n}", rumpun=""))
        susun_uraian(post.pk, baris=[tugas()], per=HARI, oleh=dunia.kepala)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as hitung:
            assert klien.get(alamat("perhitungan-daftar")).status_code == 200
        return len(hitung)

    tambah(0)
    kueri()
    satu = kueri()
    for n in range(1, 6):
        tambah(n)

    assert kueri() == satu <= 15


def test_help_page_derives_the_working_year_in_numbers(dunia: DuniaUraian) -> None:
    halaman = teks(masuk(dunia.kepala).get(alamat("bantuan-norma")))

    assert "74.025" in halaman
    assert "+975" in halaman
    assert "2.500 berkas setahun" in halaman


def test_computation_without_task_rows_shows_its_own_lines_and_walks_the_same_road(
    dunia: DuniaUraian,
) -> None:
    baris = {"uraian": "JTM Matematika", "nilai": "30", "bulat": "", "cara": "", "asal": "6 rombel"}
    satu = PerhitunganKebutuhan.objects.create(
        formasi=dunia.post, sumber="guru", metode="guru", versi=1, per=HARI, mentah="1.25",
        jumlah=2, pembulatan="guru", rincian=[baris], dibuat_pada=timezone.now(),
        dibuat_oleh=dunia.kepala,
    )  # fmt: skip

    halaman = teks(masuk(dunia.organisasi).get(alamat("perhitungan", satu.pk)))

    assert "1,25, menjadi <strong>2 orang</strong>" in halaman
    assert "JTM Matematika" in halaman
    assert "6 rombel" in halaman
    assert "Periksa…" in halaman
    lain = masuk(dunia.organisasi).get(alamat("perhitungan-banding", satu.pk))
    assert lain.status_code == 404

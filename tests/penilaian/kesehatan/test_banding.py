"""ABK and WISN of one post side by side, the draft of WISN, and which of five sources counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import JenisUnit
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import Kebutuhan, Posisi, SumberKebutuhan
from penilaian.selectors.banding import banding
from penilaian.services.kebutuhan import Ketetapan, tulis_kebutuhan
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import periksa_perhitungan, putuskan_perhitungan
from penilaian.services.wisn import simpan_wisn
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import sistem
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
HARI = date(2026, 6, 1)


@pytest.fixture
def post(pada_hari_ini: Any) -> Formasi:
    """A nurse's post of a puskesmas with one holder."""
    akar = org.kabupaten()["akar"]
    unit = org.unit("Puskesmas Mawar", induk=akar, jenis=JenisUnit.PUSKESMAS)
    satu = peg.formasi(unit, peg.jabatan("Perawat Terampil", rumpun="Perawat"))
    peg.pegawai("ANI", post=satu)
    return satu


@pytest.fixture
def kepala(post: Formasi) -> Any:
    """The head of the puskesmas, who makes the drafts."""
    return org.pengguna(Peran.KEPALA_UNIT, unit=post.unit)


def tugas(post: Formasi, oleh: Any, *, penunjang: int = 14_805) -> Any:
    """Two years of main tasks by the calendar of WISN, a fifth of the year in support."""
    isi = (("Merawat", "pokok", 148_050), ("Rapat", "penunjang", penunjang))
    baris = [
        BarisUraian(Tugas.isi(nama, "kali", n, Periode.TAHUN, 1), macam=macam)
        for nama, macam, n in isi
    ]
    return susun_uraian(post.pk, baris=baris, per=HARI, oleh=oleh)


def alamat(nama: str, post: Formasi) -> str:
    return reverse(f"penilaian:{nama}", args=[post.pk])


def test_three_methods_read_the_same_rows_each_its_own_way(post: Formasi, kepala: Any) -> None:
    tugas(post, kepala)

    b = banding(kepala, post.pk, None, per=HARI)

    assert b is not None
    assert [(k.judul, k.waktu, k.nilai, k.orang, k.rasio.keadaan) for k in b.kolom] == [
        ("ABK", "75.000", "2,1714", 2, "kritis"),
        # (148,050 : 74,025) x 1 : (1 - 0.2) = 2.5, beyond what two can carry.
        ("WISN", "74.025", "2,5", 3, "kritis"),
        ("ABK-Kes", "72.000", "2,588513", 3, "kritis"),
    ]
    assert [(t.macam, t.wisn) for t in b.tugas] == [
        ("Tugas pokok", "2"), ("Penunjang semua pemangku", "kelonggaran"),
    ]  # fmt: skip
    assert Kebutuhan.objects.count() == 0


def test_time_filled_in_is_computed_and_kept_only_in_the_draft(post: Formasi, kepala: Any) -> None:
    klien = Client()
    klien.force_login(kepala)
    kosong = klien.get(alamat("banding", post)).content.decode()
    assert "belum ada uraian tugas untuk dibandingkan" in kosong
    tugas(post, kepala)
    andaian = {"pekan": "5", "libur": "14", "cuti": "12", "lain": "0", "jam": "10,5"}

    halaman = klien.get(alamat("banding", post), andaian).content.decode()

    assert "235 hari x 10,5 jam = 2.467,5 jam setahun" in halaman
    assert "andaian Anda" in halaman
    salah = klien.get(alamat("banding", post), {**andaian, "jam": "", "lain": "120"})
    assert salah.status_code == 422
    habis = {**andaian, "lain": "120", "libur": "120", "cuti": "120"}
    assert "Tidak ada hari kerja" in klien.post(
        alamat("banding-simpan", post), habis
    ).content.decode()  # fmt: skip

    hasil = klien.post(alamat("banding-simpan", post), andaian, follow=True)

    isi = hasil.content.decode()
    assert "Draf WISN versi 1 tersimpan" in isi
    assert "A. Kebutuhan dasar" in isi
    draf = post.perhitungan.get(sumber="wisn")
    # 1 x 1 : (1 - 0.1)
    assert (draf.mentah, draf.jumlah, draf.keadaan) == (Decimal("1.1111"), 2, "draf")
    assert {t["nama"]: t["dasar"] for t in draf.tetapan}["waktu_kerja_tersedia"] == "Isian penyusun"
    biasa = simpan_wisn(post.pk, isian=None, per=HARI, oleh=kepala)
    assert (biasa.pk, biasa.jumlah) == (draf.pk, 3)
    assert "hari_libur_nasional" in {t["nama"] for t in biasa.tetapan}


def test_wisn_is_saved_by_the_maker_of_the_tasks_and_only_where_it_can_be(
    post: Formasi, kepala: Any
) -> None:
    with pytest.raises(WrongMoment, match="Belum ada uraian tugas"):
        simpan_wisn(post.pk, isian=None, per=HARI, oleh=kepala)
    tugas(post, kepala, penunjang=80_000)
    with pytest.raises(WrongMoment, match="menghabiskan seluruh waktu kerja"):
        simpan_wisn(post.pk, isian=None, per=HARI, oleh=kepala)
    b = banding(kepala, post.pk, None, per=HARI)
    assert b is not None
    assert ([k.judul for k in b.kolom], len(b.galat)) == (["ABK"], 2)
    tugas(post, kepala)
    with pytest.raises(NotAllowed):
        simpan_wisn(post.pk, isian=None, per=HARI, oleh=org.pengguna(Peran.BAGIAN_ORGANISASI))


def test_of_five_sources_the_first_of_the_published_order_counts_and_all_are_shown(
    post: Formasi, kepala: Any
) -> None:
    organisasi = org.pengguna(Peran.BAGIAN_ORGANISASI)
    pejabat = org.pengguna(Peran.KEPALA_BKPSDM)

    def dipakai() -> tuple[str, int]:
        satu = Kebutuhan.objects.get(dipakai=True)
        return satu.sumber, satu.terhitung or 0

    def tulis(sumber: SumberKebutuhan, jumlah: int) -> tuple[str, int]:
        satu = Ketetapan(post.pk, str(post), Decimal(jumlah))
        tulis_kebutuhan([satu], sumber=sumber, per=HARI, dasar="SK", oleh=sistem())
        return dipakai()

    def putuskan(pk: int) -> tuple[str, int]:
        periksa_perhitungan(pk, per=HARI, oleh=organisasi)
        putuskan_perhitungan(pk, dasar="SK", per=HARI, oleh=pejabat)
        return dipakai()

    assert tulis(SumberKebutuhan.PENETAPAN, 9) == ("penetapan", 9)
    assert tulis(SumberKebutuhan.PUSKESMAS, 8) == ("puskesmas", 8)
    assert tulis(SumberKebutuhan.GURU, 7) == ("guru", 7)
    abk = tugas(post, kepala)
    assert putuskan(simpan_wisn(post.pk, isian=None, per=HARI, oleh=kepala).pk) == ("wisn", 3)
    assert putuskan(abk.pk) == ("abk", 2)
    assert tulis(SumberKebutuhan.PUSKESMAS, 20) == ("abk", 2)

    klien = Client()
    klien.force_login(kepala)
    halaman = klien.get(alamat("formasi", post))
    isi = halaman.content.decode()
    sumber = [k.sumber for k in halaman.context["r"].kebutuhan]
    assert sorted(sumber) == ["abk", "guru", "penetapan", "puskesmas", "wisn"]
    assert (isi.count(">dipakai<"), isi.count("kalah urutan")) == (1, 4)
    assert alamat("banding", post) in isi
    assert Posisi.objects.with_kebutuhan(eselon_berkursi=[], pw_mengisi=True).get().butuh == 2

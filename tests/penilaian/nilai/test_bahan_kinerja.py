"""Raw values: each source with its sentence, what is missing with whoever must fill it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from organisasi.izin import Peran
from pegawai.models import RiwayatPelatihan
from penilaian.kernel.kriteria import Keluarga, Perangkat
from penilaian.kernel.skor import Keadaan
from penilaian.models import (
    CapaianUnit,
    IndikatorUnit,
    Inovasi,
    Keberatan,
    Kriteria,
    NilaiIndikator,
    PeriodeKinerja,
)
from penilaian.selectors.bahan_nilai import mentah_kinerja
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.services.penilaian_sampaikan import sampaikan
from penilaian.snapshots.perangkat import kriteria_dari
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)
KINI = timezone.make_aware(timezone.datetime(2026, 6, 1, 9))


@pytest.fixture
def dunia():
    """One teacher, last year, nothing measured."""
    u = kantor.kabupaten()
    post = orang.formasi(u["sd1"], orang.jabatan("Guru Ahli Muda", rumpun="Guru"))
    return u | {
        "ani": orang.pegawai("ANI", post=post),
        "periode": pabrik.periode(),
        "petugas": kantor.pengguna(Peran.ANALIS_BKD),
        "lain": kantor.pengguna(Peran.KEPALA_BKPSDM),
    }


def mentah(d, sumber, per=PER, periode=None, **lain):
    """The raw value of one source, by a set that names it alone."""
    satu = Kriteria(urutan=1, **pabrik.baris_kriteria("K", sumber, "100", **lain))
    perangkat = Perangkat(
        Keluarga.KINERJA, "KIN", 1, "Uji", "Uji", "PP 30/2019", None, Decimal(100), False, (),
        (kriteria_dari(satu),),
    )  # fmt: skip
    rows = mentah_kinerja(periode or d["periode"], perangkat, per=per)
    return {o.pk: isi["K"] for o, isi in rows}[d["ani"].pk]


def inovasi(d, keadaan):
    """One of Ani's, verified or waiting."""
    sah = keadaan == "terverifikasi"
    Inovasi.objects.create(
        pegawai=d["ani"], periode=d["periode"], judul="Antrean", manfaat="Cepat", keadaan=keadaan,
        tanggal=date(2025, 5, 1), diajukan_pada=KINI, diajukan_oleh=d["petugas"],
        diputuskan_pada=KINI if sah else None, diputuskan_oleh=d["lain"] if sah else None,
    )  # fmt: skip


def test_a_share_names_what_is_missing_and_never_divides_by_nothing(dunia):
    d = dunia
    kosong = mentah(d, "penyelesaian_tugas")
    assert (kosong.keadaan, kosong.nilai) == (Keadaan.TIDAK_LENGKAP, None)
    assert kosong.alasan == "Tugas tepat waktu dan Tugas jatuh tempo belum tercatat"
    assert kosong.siapa.startswith("pengelola kepegawaian")

    pabrik.nilai_indikator(d["ani"], d["periode"], tugas_jatuh_tempo=0, tugas_tepat_waktu=0)
    assert mentah(d, "penyelesaian_tugas").alasan == "Tugas jatuh tempo 0, jadi tidak ada bagiannya"

    pabrik.nilai_indikator(d["ani"], d["periode"], tugas_selesai=8, tugas_direvisi=2)
    mutu = mentah(d, "mutu")
    assert (mutu.nilai, mutu.alasan) == (Decimal("75.0000"), "Direvisi 2 dari 8 tugas selesai")

    NilaiIndikator.objects.filter(indikator="tugas_direvisi").update(nilai=9)
    salah = mentah(d, "mutu")
    assert salah.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA
    assert salah.alasan == "Tugas yang direvisi 9 melebihi tugas selesai 8"


def test_no_innovation_is_a_true_zero_only_when_the_period_is_over_and_nothing_waits(dunia):
    d = dunia
    assert mentah(d, "inovasi").nilai == 0
    assert mentah(d, "inovasi", per=date(2025, 12, 31)).keadaan is Keadaan.TIDAK_LENGKAP

    inovasi(d, "diajukan")
    tunggu = mentah(d, "inovasi")
    assert (tunggu.nilai, tunggu.alasan) == (None, "1 inovasi menunggu verifikasi")

    inovasi(d, "terverifikasi")
    ada = mentah(d, "inovasi")
    assert (ada.nilai, len(ada.bukti)) == (1, 1)
    assert ada.alasan == "1 inovasi terverifikasi (1 lagi menunggu verifikasi)"


def test_what_was_proposed_for_a_quarter_counts_once_in_its_year_too(dunia):
    d = dunia
    tw = PeriodeKinerja.objects.create(
        kode="2025-TW2", nama="Triwulan II 2025", jenis="triwulan", mulai=date(2025, 4, 1),
        selesai=date(2025, 6, 30),
    )  # fmt: skip
    inovasi(d | {"periode": tw}, "terverifikasi")
    inovasi(d, "terverifikasi")
    assert (mentah(d, "inovasi").nilai, mentah(d, "inovasi", periode=tw).nilai) == (1, 1)


def test_training_hours_are_summed_and_none_recorded_is_not_zero(dunia):
    d = dunia
    assert mentah(d, "pelatihan_jp").alasan == "Belum ada pelatihan yang tercatat pada tahun 2025"
    for jam, hari in ((12, date(2025, 2, 1)), (None, date(2025, 3, 1)), (40, date(2024, 3, 1))):
        RiwayatPelatihan.objects.create(pegawai=d["ani"], mulai=hari, nama="X", jam=jam)
    ada = mentah(d, "pelatihan_jp")
    assert (ada.nilai, ada.alasan) == (12, "12 JP dari 1 pelatihan; 1 pelatihan tanpa jam")


def test_satisfaction_is_that_of_the_nearest_unit_that_measured_it(dunia):
    d = dunia
    assert mentah(d, "kepuasan_pengguna").nilai is None
    for kode, nilai in (("A", 80), ("B", 85)):
        satu = IndikatorUnit.objects.create(
            unit=d["disdik"], kode=kode, nama="IKM", sumber="ikm", satuan="IKM",
            mulai=date(2025, 1, 1),
        )  # fmt: skip
        CapaianUnit.objects.create(
            indikator=satu, periode=d["periode"], target=80, nilai=nilai, sumber="survei",
            dicatat_pada=KINI, dicatat_oleh=d["petugas"],
        )  # fmt: skip
    ada = mentah(d, "kepuasan_pengguna")
    assert (ada.nilai, len(ada.bukti)) == (Decimal("82.50"), 2)
    assert ada.alasan == "IKM Dinas Pendidikan 82,5 (rata-rata dari 2 layanan)"


def test_a_quarter_reads_its_own_words_and_who_is_in_no_team_hears_so(dunia):
    d = dunia
    tw = PeriodeKinerja.objects.create(
        kode="2025-TW4", nama="Triwulan IV 2025", jenis="triwulan", mulai=date(2025, 10, 1),
        selesai=date(2025, 12, 31),
    )  # fmt: skip
    tabel = {"skala": "tabel", "satuan": "predikat", "parameter": {"isi": pabrik.PREDIKAT}}
    assert mentah(d, "predikat_tahunan", periode=tw, **tabel).nilai is None
    pabrik.nilai_indikator(d["ani"], tw, predikat="BAIK", rating_hasil="SESUAI EKSPEKTASI",
                           rating_perilaku="SESUAI EKSPEKTASI")  # fmt: skip
    ada = mentah(d, "predikat_tahunan", periode=tw, **tabel)
    assert (ada.nilai, ada.alasan) == ("BAIK", "Predikat kinerja triwulan IV 2025 Baik")
    NilaiIndikator.objects.filter(kata="BAIK").update(kata="KURANG")
    assert mentah(d, "predikat_tahunan", periode=tw, **tabel).alasan.startswith(
        "Predikat kinerja triwulan IV 2025: Tercatat Kurang, sedangkan"
    )
    assert "anggota tim" in mentah(d, "kontribusi_tim").alasan


def dikabulkan(d, hasil):
    """An objection to ANI's attendance, upheld."""
    return Keberatan.objects.create(
        hasil=hasil, pegawai=d["ani"], tanggal=PER, diterima=PER, batas=date(2026, 6, 15),
        batas_putus=date(2026, 7, 6), alasan="Salah hitung", kriteria=["K2"], keadaan="diputus",
        putusan="dikabulkan", pertimbangan="Rekap absensi diperbaiki sesuai daftar hadir.",
        koreksi=[{"kriteria": "K2", "mentah": "95.5", "alasan": "daftar hadir"}],
        dicatat_pada=KINI, dicatat_oleh=d["petugas"], diputus_pada=KINI, diputus_oleh=d["lain"],
    )  # fmt: skip


def test_an_upheld_objection_puts_its_value_in_place_with_the_ruling_as_evidence(dunia):
    d = dunia
    pabrik.perangkat_terbit([pabrik.baris_kriteria("K2", "kehadiran", "100")])
    pabrik.nilai_indikator(d["ani"], d["periode"], hari_kerja=200, hari_hadir=100)
    minta = Permintaan(d["periode"], PER, d["petugas"])
    satu = sampaikan(hitung_nilai(minta).penilaian, oleh=d["lain"], per=PER)
    hasil = satu.hasil.get(pegawai=d["ani"])
    keberatan = dikabulkan(d, hasil)

    dua = hitung_nilai(minta).penilaian

    baru = dua.hasil.get(pegawai=d["ani"])
    assert (dua.sebab, hasil.skor, baru.skor) == ("putusan", 50, Decimal("95.5"))
    assert "Putusan keberatan 1 Juni 2026: daftar hadir" in baru.rincian
    assert f'"jenis":"keberatan","ket":"Putusan keberatan 1 Juni 2026","pk":{keberatan.pk}' in (
        baru.rincian
    )
    keberatan.refresh_from_db()
    assert keberatan.penilaian_ulang == dua


def test_a_ruling_given_while_a_run_is_computed_waits_for_the_next(dunia):
    d = dunia
    pabrik.perangkat_terbit([pabrik.baris_kriteria("K2", "kehadiran", "100")])
    pabrik.nilai_indikator(d["ani"], d["periode"], hari_kerja=200, hari_hadir=100)
    minta = Permintaan(d["periode"], PER, d["petugas"])
    satu = sampaikan(hitung_nilai(minta).penilaian, oleh=d["lain"], per=PER)
    hasil = satu.hasil.get(pegawai=d["ani"])
    NilaiIndikator.objects.filter(indikator="hari_hadir").update(nilai=120)

    def diputus_sementara(persen, langkah):
        if langkah == "Menyimpan hasil":
            dikabulkan(d, hasil)

    dua = hitung_nilai(minta, diputus_sementara).penilaian
    keberatan = Keberatan.objects.get()
    assert (dua.nomor, keberatan.penilaian_ulang) == (2, None)

    tiga = hitung_nilai(minta).penilaian
    keberatan.refresh_from_db()
    assert keberatan.penilaian_ulang == tiga
    assert tiga.hasil.get(pegawai=d["ani"]).skor == Decimal("95.5")

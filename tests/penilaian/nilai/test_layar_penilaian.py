"""Pages of runs: what they say, who sees whom, how the button computes and delivers."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import python_calamine
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Proses
from pegawai.models import Pegawai, RiwayatKinerja
from penilaian.kernel.skor import akun_dari, rincian
from penilaian.models import HasilPenilaian, NilaiIndikator, PejabatPenilai, Penilaian
from penilaian.tasks import nilai as kerja
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang
from tests.helpers.layar import isi, kueri, masuk_sebagai

pytestmark = [pytest.mark.django_db, pytest.mark.sekali, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)


@pytest.fixture
def dunia():
    """Two runs: Ani's attendance rose, Budi became complete, Cici of another office fell."""
    u = kantor.kabupaten()
    guru = orang.jabatan("Guru Ahli Muda", rumpun="Guru")
    d = u | {
        nama: orang.pegawai(nama.upper(), post=orang.formasi(u[unit], guru))
        for nama, unit in (("ani", "sd1"), ("budi", "sd1"), ("cici", "bidang"))
    }
    d |= {"analis": kantor.pengguna(Peran.ANALIS_BKD), "masa": pabrik.periode()}
    d["kepala"] = kantor.pengguna(Peran.KEPALA_BKPSDM)
    pabrik.perangkat_terbit()
    for nama in ("ani", "cici"):
        RiwayatKinerja.objects.create(pegawai=d[nama], tahun=2025, predikat="BAIK")
    for nama in ("ani", "budi", "cici"):
        pabrik.nilai_indikator(d[nama], d["masa"], hari_kerja=200, hari_hadir=180)
    d["satu"] = pabrik.penilaian_selesai(d["masa"], oleh=d["analis"])
    RiwayatKinerja.objects.create(pegawai=d["budi"], tahun=2025, predikat="BAIK")
    for nama, hari in (("ani", 190), ("cici", 100)):
        rows = NilaiIndikator.objects.filter(pegawai=d[nama], indikator="hari_hadir")
        rows.update(nilai=Decimal(hari))
    d["dua"] = pabrik.penilaian_selesai(d["masa"], oleh=d["analis"])
    return d


def alamat(nama, satu, kueri=""):
    return reverse(f"penilaian:{nama}", args=[satu.pk]) + kueri


def baca(jawaban, lembar):
    """The rows of a sheet that was downloaded."""
    buku = python_calamine.CalamineWorkbook.from_filelike(
        BytesIO(b"".join(jawaban.streaming_content))
    )
    return buku.get_sheet_by_name(lembar).to_python()


def rapi(teks):
    return " ".join(teks.split())


def test_a_run_says_how_complete_it_is_and_shows_only_whom_one_may_see(dunia, client):
    d = dunia
    halaman = rapi(isi(masuk_sebagai(client, d["analis"]), alamat("penilaian-rincian", d["dua"])))
    assert "<strong>3 dari 3 pegawai</strong> (100,0%)" in halaman
    assert "CICI" in halaman
    assert "Hasil penilaian disampaikan oleh Kepala BKPSDM." in halaman

    kepsek = kantor.pengguna(Peran.KEPALA_UNIT, unit=d["sd1"])
    halaman = rapi(isi(masuk_sebagai(client, kepsek), alamat("penilaian-rincian", d["dua"])))
    assert "<strong>2 dari 2 pegawai</strong>" in halaman
    assert "CICI" not in halaman
    cici = HasilPenilaian.objects.get(penilaian=d["dua"], pegawai=d["cici"])
    for nama in ("hasil", "hasil-json"):
        assert client.get(alamat(nama, cici)).status_code == 404
    buku = client.get(alamat("penilaian-unduh", d["dua"]))
    assert [b[1] for b in baca(buku, "Hasil")[1:]] == ["ANI", "BUDI"]


def test_nobody_sees_his_own_result_before_it_is_delivered_whatever_his_role(dunia, client):
    d = dunia
    ani = HasilPenilaian.objects.get(penilaian=d["dua"], pegawai=d["ani"])
    Pegawai.objects.filter(pk=d["ani"].pk).update(pengguna=d["analis"])
    masuk_sebagai(client, d["analis"])

    for nama, siapa in (("hasil", ani), ("hasil-json", ani)):
        assert client.get(alamat(nama, siapa)).status_code == 404
    for nama in ("penilaian-rincian", "penilaian-beda"):
        halaman = isi(client, alamat(nama, d["dua"]))
        assert "ANI" not in halaman
        assert "CICI" in halaman

    HasilPenilaian.objects.filter(pk=ani.pk).update(disampaikan_pada=PER)
    assert client.get(alamat("hasil", ani)).status_code == 200


def test_the_difference_of_two_runs_names_each_reason_and_its_points(dunia, client):
    d = dunia
    halaman = rapi(isi(masuk_sebagai(client, d["analis"]), alamat("penilaian-beda", d["dua"])))
    for kata in ("Naik: <strong>1</strong>", "Turun: <strong>1</strong>",
                 "Menjadi lengkap: <strong>1</strong>", "Tetap: <strong>0</strong>"):  # fmt: skip
        assert kata in halaman
    assert "Kehadiran: data 90 % menjadi 95 %, nilai 90 menjadi 95: +2 poin." in halaman
    turun = isi(client, alamat("penilaian-beda", d["dua"], "?macam=turun"))
    assert "CICI" in turun
    assert "ANI</a>" not in turun
    buku = client.get(alamat("penilaian-beda-unduh", d["dua"]))
    isi_buku = baca(buku, "Perubahan")
    assert len(isi_buku) == 4
    assert client.get(alamat("penilaian-beda", d["satu"])).status_code == 404


def test_an_account_opens_to_its_raw_data_and_goes_out_as_the_same_json(dunia, client):
    d = dunia
    ani = HasilPenilaian.objects.get(penilaian=d["dua"], pegawai=d["ani"])
    masuk_sebagai(client, d["analis"])
    halaman = rapi(isi(client, alamat("hasil", ani)))
    assert "tahun 2025: 86 dari 100".casefold() in halaman.casefold()
    assert "Hadir 190 dari 200 hari kerja" in halaman
    assert "Hari hadir: 190" in halaman  # the row itself, behind one click
    json_ani = json.loads(client.get(alamat("hasil-json", ani)).content)
    assert json_ani["hasil"][0]["rincian"] == rincian(akun_dari(ani.rincian))
    assert json_ani["hasil"][0]["skor"] == "86.0000"
    assert kueri(client, alamat("hasil", ani)) <= 15
    assert kueri(client, alamat("penilaian-beda", d["dua"])) <= 15
    assert kueri(client, alamat("penilaian-rincian", d["dua"])) <= 15


def test_the_button_queues_the_work_and_the_worker_makes_the_run(dunia, client):
    d = dunia
    masuk_sebagai(client, d["analis"])
    assert "Triwulan" not in isi(client, reverse("penilaian:penilaian"))
    kosong = client.post(reverse("penilaian:penilaian-hitung"), {"periode": ""})
    assert kosong.status_code == 422
    jawaban = client.post(
        reverse("penilaian:penilaian-hitung"),
        {"periode": d["masa"].pk, "paksa": "on", "alasan": "Pejabat penilai berganti"},
    )
    proses = Proses.objects.get(jenis="penilaian.nilai")
    assert jawaban.url == reverse("organisasi:proses-rincian", args=[proses.pk])
    langkah = []
    hasil = kerja(
        proses.parameter, oleh=d["analis"], kemajuan=lambda persen, kata: langkah.append(kata)
    )
    assert Penilaian.objects.get(pk=hasil["penilaian"]).nomor == 3
    assert langkah[0] == "Membaca daftar pegawai"
    assert "ke-3 selesai: 3 dari 3" in hasil["kalimat"]


def test_the_head_delivers_after_seeing_whom_it_reaches(dunia, client):
    d = dunia
    masuk_sebagai(client, d["kepala"])
    halaman = rapi(isi(client, alamat("penilaian-sampaikan", d["dua"])))
    assert "<strong>3 hasil baru</strong>" in halaman
    assert client.post(alamat("penilaian-sampaikan", d["dua"])).status_code == 302
    d["dua"].refresh_from_db()
    assert d["dua"].disampaikan_oleh == d["kepala"]
    lagi = client.post(alamat("penilaian-sampaikan", d["dua"]))
    assert lagi.status_code == 409
    assert "sudah disampaikan" in lagi.content.decode()


def test_an_assessor_is_named_by_number_on_a_paper(dunia, client):
    d = dunia
    masuk_sebagai(client, d["analis"])
    url = reverse("penilaian:penilai-tetapkan", args=[d["ani"].pk])
    salah = client.post(url, {"nip": "1", "mulai": "2026-06-01", "dasar": "SK 1"})
    assert salah.status_code == 422
    assert "Tidak ada pegawai yang masih bekerja dengan NIP itu." in salah.content.decode()
    client.post(url, {"nip": d["budi"].nip, "mulai": "2026-06-01", "dasar": "SK 1"})
    assert PejabatPenilai.objects.get().penilai == d["budi"]
    assert "Sekarang dinilai oleh <strong>BUDI</strong>" in rapi(isi(client, url))

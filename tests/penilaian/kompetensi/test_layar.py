"""Pages of competences: who sees what, what a receiving head learns, empty and full."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai, RiwayatDisiplin
from penilaian.models import Kompetensi, StandarKompetensi
from tests.factories import kompetensi as buat
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.penilaian import kebutuhan
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import isi, kueri, masuk_sebagai

pytestmark = [pytest.mark.django_db, pytest.mark.sekali, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)
AWAL = "/kinerja/kompetensi/"


@pytest.fixture
def kantor() -> dict[str, UnitKerja]:
    return org.kabupaten()


def _kepala(unit: UnitKerja, nama: str) -> Pegawai:
    kepala = peg.jabatan(f"Kepala {unit.nama}", jenis="1", eselon_id="32", unit=unit)
    return peg.pegawai(nama, post=peg.formasi(unit, kepala))


def _masuk(client: Client, peran: Peran, unit: UnitKerja | None = None) -> Pengguna:
    siapa = org.pengguna(peran, unit=unit)
    masuk_sebagai(client, siapa)
    return siapa


def test_without_assessments_the_page_says_so_and_shows_what_there_is(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    _masuk(client, Peran.ANALIS_BKD)
    assert "Tidak ada pegawai yang cocok" in isi(client, AWAL)
    assert "Belum ada hasil pemetaan talenta" in isi(client, "/kinerja/talenta/")

    _kepala(kantor["bidang"], "ANI")

    teks = isi(client, AWAL)
    assert "Belum ada asesmen kompetensi yang berlaku" in teks
    assert "Kesesuaian dibaca dari pendidikan, pelatihan, dan pengalaman" in teks
    assert "?kompetensi=M.01&amp;level=3&amp;keadaan=belum" in teks
    periksa_potongan(client, f"{AWAL}?kelompok=rumpun", "tabel")


def test_a_head_sees_his_people_without_boxes_and_nobody_elses(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    ani, budi = _kepala(kantor["disdik"], "ANI"), _kepala(kantor["bkd"], "BUDI")
    buat.asesmen(ani, level={"M.01": 2, "M.02": 4})
    buat.kotak(ani, 9)
    _masuk(client, Peran.KEPALA_UNIT, kantor["disdik"])

    teks = isi(client, f"{AWAL}orang/{ani.pk}/")

    assert "Belum lengkap: Komunikasi" in teks
    assert "kurang 1 level" in teks
    assert "lebih 1 level" in teks
    for kata in ("otak 9", "SIMATA", "talenta"):
        assert kata not in teks
    assert client.get(f"{AWAL}orang/{budi.pk}/").status_code == 404
    assert "BUDI" not in isi(client, f"{AWAL}orang/")
    assert client.get("/kinerja/talenta/").status_code == 403
    assert client.get("/kinerja/talenta/orang/").status_code == 403
    lihat = AksesData.objects.get(pegawai_id=str(ani.pk))
    assert (lihat.apa, lihat.alasan) == ("kompetensi", "membuka kompetensi pegawai")


def _kursi(kantor: dict[str, UnitKerja]) -> Formasi:
    """A seat of the school, to be filled."""
    post = peg.formasi(kantor["sd1"], peg.jabatan("Pranata Komputer", rumpun="Pranata Komputer"))
    kebutuhan(post, 1)
    buat.standar(post.jabatan, "M.01", 3)
    return post


def test_a_receiving_head_learns_only_whether_somebody_fits_his_free_seat(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    post, orang = _kursi(kantor), _kepala(kantor["bidang"], "BUDI")
    buat.asesmen(orang, level={"M.01": 2})
    buat.kotak(orang, 9)
    RiwayatDisiplin.objects.create(pegawai=orang, tingkat="R", jenis="teguran", mulai=PER)
    _masuk(client, Peran.KEPALA_UNIT, kantor["disdik"])
    alamat = f"{AWAL}kecocokan/{post.pk}/"
    assert "Isi NIP" in isi(client, alamat)

    teks = isi(client, f"{alamat}?nip={orang.nip}")

    assert "Kesesuaian kompetensi 66,67%: Kurang Memenuhi Syarat." in teks
    assert "H04" in teks
    # No rule about discipline, no sentence with figures, no history, no box.
    for kata in ("H07", "teguran", "Pendidikan S", "Pelatihan", "otak 9", "Pengalaman<"):
        assert kata not in teks
    assert AksesData.objects.get(pegawai_id=str(orang.pk)).alasan == (
        "mencocokkan dengan formasi kosong"
    )
    # By number only: keys cannot be counted through, and a wrong number says only that.
    for jalan in (f"{AWAL}orang/{orang.pk}/", f"{AWAL}orang/{orang.pk}/?formasi={post.pk}"):
        assert client.get(jalan).status_code == 404
    assert "NIP terdiri atas 18 angka" in isi(client, f"{alamat}?nip={orang.pk}")
    assert "Tidak ada pegawai" in isi(client, f"{alamat}?nip={'9' * 18}")
    # Not for a seat elsewhere, not for one that is taken.
    lain = peg.formasi(kantor["bkd"], post.jabatan)
    kebutuhan(lain, 1)
    assert client.get(f"{AWAL}kecocokan/{lain.pk}/?nip={orang.nip}").status_code == 404
    peg.pegawai("ISI", post=post)
    teks = isi(client, f"{alamat}?nip={orang.nip}")
    assert "tidak mempunyai kursi kosong" in teks
    assert "BUDI" not in teks


def test_who_does_not_receive_people_compares_nobody_with_a_free_seat(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    post, orang = _kursi(kantor), _kepala(kantor["bidang"], "BUDI")
    _masuk(client, Peran.PENILAI, kantor["disdik"])

    teks = isi(client, f"{AWAL}kecocokan/{post.pk}/?nip={orang.nip}")

    assert "dilihat oleh pimpinan unit" in teks
    assert "BUDI" not in teks


def test_bkd_compares_with_another_post_in_full(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    post, orang = _kursi(kantor), _kepala(kantor["bidang"], "BUDI")
    buat.asesmen(orang, level=2)
    _masuk(client, Peran.ANALIS_BKD)

    teks = isi(client, f"{AWAL}orang/{orang.pk}/?formasi={post.pk}")

    assert "Kekurangan di jabatan sekarang 9 level, di jabatan itu 1 level" in teks
    assert "lebih sesuai di sana" in teks
    assert "H07" in teks
    assert client.get(f"{AWAL}orang/{orang.pk}/?formasi=99999").status_code == 404


def test_the_grid_leads_to_people_and_is_written_down(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    ani, budi = _kepala(kantor["disdik"], "ANI"), _kepala(kantor["bkd"], "BUDI")
    buat.kotak(ani, 5)
    buat.kotak(budi, 9, bertentangan=True)
    siapa = _masuk(client, Peran.TPK_KETUA)

    teks = isi(client, "/kinerja/talenta/")

    assert "<strong>2 orang</strong> dipetakan SIMATA untuk tahun 2025" in teks
    assert "1 kotak bertentangan" in teks
    assert "Dipromosikan dan dipertahankan" in teks
    daftar = isi(client, "/kinerja/talenta/orang/?tahun=2025&kotak=9")
    assert "Tercatat kotak 9, sedangkan kinerja sesuai ekspektasi dan potensial menengah" in daftar
    assert "ANI" not in daftar
    lihat = AksesData.objects.filter(pelaku_nama=siapa.nama, apa="kotak talenta")
    assert [a.jumlah for a in lihat.order_by("pk")] == [2, 1]


def test_the_dictionary_and_standards_are_kept_by_those_who_may(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    jabatan = peg.jabatan("Auditor", rumpun="Auditor")
    peg.pegawai("ANI", post=peg.formasi(kantor["bkd"], jabatan))
    _masuk(client, Peran.ANALIS_BKD)
    isian = {"kode": "T.01", "nama": "Audit", "dasar": "Kepbup"}
    level = {f"level_{n}": f"Kalimat {n}" for n in range(1, 6)}

    assert client.post("/kinerja/kamus/tambah/", isian).status_code == 422
    assert client.post("/kinerja/kamus/tambah/", isian | level).status_code == 302
    lagi = client.post("/kinerja/kamus/tambah/", isian | level)
    assert "Kode ini sudah dipakai kompetensi lain." in lagi.content.decode()
    satu = Kompetensi.objects.get(kode="T.01")
    ubah = f"/kinerja/kamus/{satu.pk}/ubah/"
    assert "Kalimat 5" in isi(client, ubah)
    standar = {"kompetensi": satu.pk, "level": 3, "mulai": "2026-01-01", "dasar": "Kepbup"}
    assert "belum ada standar" in isi(client, "/kinerja/standar/?q=audit")
    assert client.post(f"/kinerja/standar/{jabatan.pk}/catat/", {"dasar": ""}).status_code == 422
    assert client.post(f"/kinerja/standar/{jabatan.pk}/catat/", standar).status_code == 302
    assert "1 kompetensi ditetapkan" in isi(client, "/kinerja/standar/?keadaan=sendiri")
    assert "Audit" in isi(client, f"/kinerja/standar/{jabatan.pk}/")
    akhiri = f"/kinerja/standar/baris/{StandarKompetensi.objects.get().pk}/akhiri/"
    assert client.post(akhiri, {"selesai": "2025-01-01"}).status_code == 409
    assert client.post(akhiri, {"selesai": "2026-05-31"}).status_code == 302
    assert client.post(ubah, isian | level | {"nama": "Audit intern"}).status_code == 302
    satu.refresh_from_db()
    assert (satu.nama, satu.aktif, satu.kode) == ("Audit intern", False, "T.01")
    umum = Kompetensi.objects.get(kode="M.01")
    jawaban = client.get(f"/kinerja/kamus/{umum.pk}/ubah/")
    assert jawaban.status_code == 409
    assert "berasal dari PermenPANRB 38/2017" in jawaban.content.decode()
    _masuk(client, Peran.KEPALA_UNIT, kantor["bkd"])
    assert "Tambah kompetensi teknis" not in isi(client, "/kinerja/kamus/?q=integritas")


def test_a_pair_of_post_and_diploma_leads_to_its_people(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    orang = _kepala(kantor["disdik"], "ANI")
    _masuk(client, Peran.ANALIS_BKD)

    teks = isi(client, f"{AWAL}pendidikan/?keadaan=periksa")

    assert "Tingkat pendidikan belum tercatat." in teks
    alamat = f"{AWAL}orang/?jabatan={orang.jabatan_id}&tingkat=&tanpa=1"
    assert alamat.replace("&", "&amp;") in teks
    assert "ANI" in isi(client, alamat)
    assert "Hanya satu jabatan dan ijazah" in isi(client, alamat)


def test_pages_cost_the_same_for_one_and_for_many(
    client: Client, kantor: dict[str, UnitKerja]
) -> None:
    orang = _kepala(kantor["disdik"], "ANI")
    buat.asesmen(orang)
    post = _kursi(kantor)
    _masuk(client, Peran.ANALIS_BKD)
    alamat = [AWAL, f"{AWAL}orang/?kompetensi=M.01&keadaan=kurang", f"{AWAL}pendidikan/",
              f"{AWAL}orang/{orang.pk}/", f"{AWAL}orang/{orang.pk}/?formasi={post.pk}"]  # fmt: skip
    satu = [kueri(client, a) for a in alamat]

    for n in range(5):
        lain = peg.pegawai(f"B{n}", post=peg.formasi(kantor["bkd"], peg.jabatan(f"Analis {n}")))
        buat.asesmen(lain, level=2)

    assert [kueri(client, a) for a in alamat] == satu
    assert max(satu[:4]) <= 15, satu

"""The pages of a planned structure: the answer first, two trees, small forms, paper, history."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import Pengguna, RiwayatUnit, UnitKerja
from pegawai.models import Formasi, JenisJabatan
from penilaian.models import Hubungan, KeadaanSotk, KotakSotk, Nasib, RencanaSotk
from penilaian.selectors.sotk_pohon import BATAS, SAUDARA, Saringan, Simpul, susun
from penilaian.services import sotk_bentuk as bentuk
from penilaian.services import sotk_susun as acts
from penilaian.services.sotk_peta import sidik_kotak
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import masuk_sebagai

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]

PER = date(2026, 6, 1)
BERLAKU = date(2027, 1, 1)
ALASAN = "Sesuai naskah akademik penataan."


@pytest.fixture
def unit(pada_hari_ini: Any) -> dict[str, UnitKerja]:
    """Dinas Kearsipan with two bidang, one of them with a section."""
    hasil = org.kabupaten()
    for kunci, nama, induk in (
        ("dinas", "Dinas Kearsipan", "akar"),
        ("arsip", "Bidang Arsip", "dinas"),
        ("pustaka", "Bidang Pustaka", "dinas"),
        ("baca", "Seksi Minat Baca", "pustaka"),
    ):
        hasil[kunci] = org.unit(nama, induk=hasil[induk])
    return hasil


@pytest.fixture
def pos(unit: dict[str, UnitKerja]) -> dict[str, Formasi]:
    """Heads of both bidang, and archivists of one."""
    hasil = {}
    for kunci in ("arsip", "pustaka"):
        jabatan = peg.jabatan(
            f"Kepala {unit[kunci].nama}", jenis=JenisJabatan.STRUKTURAL, unit=unit[kunci],
            eselon_id="32",
        )  # fmt: skip
        hasil[kunci] = peg.formasi(unit[kunci], jabatan)
        peg.pegawai(f"KEPALA {kunci.upper()}", post=hasil[kunci])
    hasil["arsiparis"] = peg.formasi(unit["arsip"], peg.jabatan("Arsiparis Ahli Muda"))
    peg.pegawai("ANI", post=hasil["arsiparis"])
    peg.pegawai("BUDI", post=hasil["arsiparis"])
    return hasil


@pytest.fixture
def ortala(unit: dict[str, UnitKerja]) -> Pengguna:
    """Bagian Organisasi."""
    return org.pengguna(Peran.BAGIAN_ORGANISASI, nama="Ortala")


@pytest.fixture
def klien(ortala: Pengguna) -> Client:
    """Their browser."""
    return masuk_sebagai(Client(), ortala)


@pytest.fixture
def rencana(unit: dict[str, UnitKerja], pos: Any, ortala: Pengguna) -> RencanaSotk:
    """A fresh draft of the dinas."""
    return acts.buat_sotk(unit["dinas"].pk, nama="SOTK 2027", berlaku=BERLAKU, per=PER, oleh=ortala)


def isi(klien: Client, nama: str, *args: Any, kueri: str = "", status: int = 200) -> str:
    """The page as text."""
    jawaban = klien.get(reverse(f"penilaian:{nama}", args=args) + kueri)
    assert jawaban.status_code == status
    return " ".join(jawaban.content.decode().split())


def kotak(rencana: RencanaSotk, satu: UnitKerja) -> KotakSotk:
    """The box that continues the unit."""
    return rencana.kotak.get(asal=satu)


def tempat(klien: Client, url: str, **data: Any) -> Any:
    """A placement, from the version the page shows."""
    versi = klien.get(url.replace("banyak/", "")).context["form"].kini
    return klien.post(url, {"alasan": ALASAN, "versi": versi, **data})


def aksi(klien: Client, k: KotakSotk, kunci: str, **data: Any) -> Any:
    """One act on a box, from the version the page shows."""
    url = reverse("penilaian:sotk-kotak-aksi", args=[k.rencana_id, k.pk, kunci])
    return klien.post(url, {"versi": sidik_kotak(k), **data})


def test_an_empty_list_says_how_to_begin_and_a_plan_is_begun_there(
    klien: Client, unit: dict[str, UnitKerja]
) -> None:
    assert "Pilih cabang yang akan ditata" in isi(klien, "sotk")
    assert "Dinas Kearsipan" in isi(klien, "sotk-baru", kueri="?q=arsip")
    url = f"{reverse('penilaian:sotk-baru')}?cabang={unit['dinas'].pk}"
    assert "<strong>4 unit</strong> disalin" in klien.get(url).content.decode()

    salah = klien.post(url, {"nama": "", "berlaku": "2027-01-01"})
    jawaban = klien.post(url, {"nama": "SOTK 2027", "berlaku": "2027-01-01", "dasar": "Perbup"})

    assert salah.status_code == 422
    satu = RencanaSotk.objects.get()
    assert jawaban.url == reverse("penilaian:sotk-rencana", args=[satu.pk])
    daftar = isi(klien, "sotk")
    assert '<a href="?keadaan=draf">1 draf</a> sedang disusun' in daftar
    assert "Tidak ada rencana yang cocok" in isi(klien, "sotk", kueri="?q=kesehatan")
    periksa_potongan(klien, reverse("penilaian:sotk"), "tabel")


def test_the_trees_stand_side_by_side_with_a_word_for_every_box(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    assert "belum ada yang berubah" in isi(klien, "sotk-rencana", rencana.pk)

    aksi(klien, kotak(rencana, unit["arsip"]), "nama", nama="Bidang Kearsipan", jenis="bidang")
    aksi(klien, kotak(rencana, unit["baca"]), "hapus")
    aksi(
        klien, kotak(rencana, unit["pustaka"]), "pecah",
        lama_id=unit["pustaka"].pk, nama="Bidang Literasi\n",
    )  # fmt: skip

    halaman = isi(klien, "sotk-rencana", rencana.pk)
    for kata in ("1 tetap", "1 ganti nama", "1 dipecah", "1 dihapus", "0 kotak baru"):
        assert f">{kata}</a>" in halaman
    assert '<span class="tanda tanda-sotk-hapus">dihapus</span>' in halaman
    assert "menjadi Bidang Pustaka, Bidang Literasi" in halaman
    assert "1 belum mendapat tempat" in halaman
    periksa_potongan(klien, reverse("penilaian:sotk-rencana", args=[rencana.pk]), "pohon")

    berubah = isi(klien, "sotk-rencana", rencana.pk, kueri="?tampil=hapus")
    assert "Seksi Minat Baca" in berubah
    assert "Bidang Kearsipan" not in berubah
    assert "Tidak ada kotak yang cocok" in berubah
    riwayat = isi(klien, "sotk-riwayat", rencana.pk)
    assert "Ortala mengganti nama “Bidang Arsip”" in riwayat
    assert "nama: Bidang Arsip → Bidang Kearsipan" in riwayat


def test_every_act_is_a_small_form_of_its_box(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja]
) -> None:
    arsip, pustaka = kotak(rencana, unit["arsip"]), kotak(rencana, unit["pustaka"])
    halaman = isi(klien, "sotk-kotak", rencana.pk, pustaka.pk)
    for kunci in ("nama", "pimpinan", "pindah", "gabung", "pecah", "hapus"):
        assert f"/kotak/{pustaka.pk}/{kunci}/" in halaman
        isi(klien, "sotk-kotak-aksi", rencana.pk, pustaka.pk, kunci)

    salah = aksi(klien, pustaka, "hapus", jumlah=1)
    assert salah.status_code == 422
    assert "Pilih: naik satu tingkat" in salah.content.decode()
    assert aksi(klien, arsip, "pimpinan", jabatan="Kabid", eselon_id="").status_code == 422
    dua = aksi(klien, pustaka, "pecah", lama_id=unit["pustaka"].pk, nama="A\na")
    assert "ditulis dua kali" in dua.content.decode()
    assert "Pilih paling sedikit satu unit" in aksi(klien, arsip, "gabung").content.decode()

    aksi(klien, arsip, "gabung", lama=[unit["pustaka"].pk])
    seksi = kotak(rencana, unit["baca"])
    assert seksi.induk == arsip
    aksi(klien, seksi, "pindah", induk_id=kotak(rencana, unit["dinas"]).pk)
    seksi.refresh_from_db()
    assert seksi.induk == kotak(rencana, unit["dinas"])
    data = {"nama": "Bidang Arsip Digital", "jenis": "bidang", "induk_id": arsip.pk}
    klien.post(reverse("penilaian:sotk-kotak-baru", args=[rencana.pk]), data)
    assert rencana.kotak.get(nama="Bidang Arsip Digital").asal is None

    url = reverse("penilaian:sotk-kembalikan", args=[rencana.pk, unit["pustaka"].pk])
    assert "Kembalikan seperti sekarang" in isi(klien, "sotk-unit", rencana.pk, unit["pustaka"].pk)
    klien.post(url, {"beserta_bawah": "on"})
    assert set(rencana.peta.values_list("hubungan", flat=True)) == {Hubungan.TETAP}
    assert kotak(rencana, unit["baca"]).induk == kotak(rencana, unit["pustaka"])


def test_a_form_of_a_box_that_changed_meanwhile_keeps_what_was_typed_and_saves_the_second_time(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    arsip = kotak(rencana, unit["arsip"])
    lama = sidik_kotak(arsip)
    acts.ubah_pimpinan(
        rencana.pk, arsip.pk, jabatan="Kabid Arsip", eselon_id="31", per=PER, oleh=ortala
    )
    url = reverse("penilaian:sotk-kotak-aksi", args=[rencana.pk, arsip.pk, "nama"])
    data = {"nama": "Bidang Baru", "jenis": "bidang"}

    basi = klien.post(url, {**data, "versi": lama})

    teks = basi.content.decode()
    assert basi.status_code == 422
    assert "sudah berubah sejak halaman ini dibuka" in teks
    assert 'value="Bidang Baru"' in teks
    arsip.refresh_from_db()
    assert arsip.nama == "Bidang Arsip"
    assert klien.post(url, {**data, "versi": basi.context["form"].data["versi"]}).status_code == 302
    arsip.refresh_from_db()
    assert (arsip.nama, arsip.jabatan) == ("Bidang Baru", "Kabid Arsip")


def test_posts_without_a_place_are_placed_together_or_one_by_one(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja], pos: dict[str, Formasi]
) -> None:
    aksi(klien, kotak(rencana, unit["arsip"]), "hapus")
    assert "3 pemangku belum mendapat tempat" in isi(klien, "sotk-penempatan", rencana.pk)
    banyak = reverse("penilaian:sotk-tempatkan-banyak", args=[rencana.pk])
    ke = kotak(rencana, unit["pustaka"])

    kosong = tempat(klien, banyak, kotak_id=ke.pk)
    assert kosong.status_code == 422
    assert "Centang paling sedikit satu jabatan" in kosong.content.decode()
    pendek = tempat(klien, banyak, pos=[pos["arsiparis"].pk], alasan="ya").content.decode()
    assert f'value="{pos["arsiparis"].pk}" checked' in pendek
    tempat(klien, banyak, pos=[pos["arsiparis"].pk], kotak_id=ke.pk)
    assert rencana.penempatan.get().nasib == Nasib.PENGUKUHAN

    jf = peg.jabatan("Analis Kearsipan Ahli Madya", jenjang="MA")
    satu = reverse("penilaian:sotk-tempatkan", args=[rencana.pk, pos["arsip"].pk])
    assert "Analis Kearsipan Ahli Madya" in klien.get(f"{satu}?jf=analis").content.decode()
    data = {"nasib": "penyetaraan", "kotak_id": ke.pk}
    assert "Pilih jabatan fungsional" in tempat(klien, satu, **data).content.decode()
    basi = tempat(klien, satu, **data, jabatan_id=jf.pk, versi="lama")
    assert "Penempatan jabatan ini sudah berubah" in basi.content.decode()
    tempat(klien, satu, **data, jabatan_id=jf.pk)
    assert rencana.penempatan.get(dari=pos["arsip"]).jabatan == jf
    semua = isi(klien, "sotk-penempatan", rencana.pk)
    assert "Semua pemangku mendapat tempat" in semua
    assert "Semua jabatan mendapat tempat" in semua
    assert "1 disetarakan" in semua

    klien.post(reverse("penilaian:sotk-lepas", args=[rencana.pk, pos["arsip"].pk]))
    assert rencana.penempatan.count() == 1


def test_names_stand_only_before_those_who_may_see_people_and_the_look_is_logged(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja], pos: dict[str, Formasi]
) -> None:
    satu = reverse("penilaian:sotk-tempatkan", args=[rencana.pk, pos["arsiparis"].pk])
    tanpa = klien.get(satu).content.decode()
    assert "BUDI" not in tanpa
    assert "hanya tampak bagi yang berhak" in tanpa
    assert not AksesData.objects.filter(alasan__contains="SOTK").exists()

    dua = org.pengguna(Peran.BAGIAN_ORGANISASI, Peran.OPERATOR_SIASN)
    rangkap = masuk_sebagai(Client(), dua)
    assert "BUDI" in rangkap.get(satu).content.decode()
    assert AksesData.objects.get(alasan__contains="SOTK").jumlah == 2
    ani = pos["arsiparis"].pegawai.get(nama="ANI")
    ke = kotak(rencana, unit["pustaka"])
    tempat(rangkap, satu, nasib="pengukuhan", kotak_id=ke.pk, orang=[ani.pk])
    assert rencana.penempatan.get().pegawai == ani
    assert "1 pemangku diputuskan sendiri-sendiri" in isi(
        rangkap, "sotk-penempatan", rencana.pk, kueri="?nasib="
    )


def test_the_comparison_is_printed_and_names_nobody(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja]
) -> None:
    aksi(klien, kotak(rencana, unit["arsip"]), "gabung", lama=[unit["pustaka"].pk])
    url = [reverse("penilaian:sotk-cetak", args=[rencana.pk, b]) for b in ("xlsx", "pdf", "docx")]

    buku, pdf, asing = (klien.get(satu) for satu in url)

    isi_buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(buku.content))
    banding = isi_buku.get_sheet_by_name("Perbandingan").to_python()
    assert ["1.2", "Bidang Pustaka", "digabung", "Bidang Arsip"] in [b[:4] for b in banding]
    susunan = isi_buku.get_sheet_by_name("Susunan baru").to_python()
    assert susunan[2][1::4] == ["Bidang Arsip", "Bidang Arsip, Bidang Pustaka"]
    assert pdf.content.startswith(b"%PDF")
    assert asing.status_code == 404
    assert b"KEPALA" not in buku.content


def test_after_its_day_a_plan_is_shown_as_history_with_the_names_of_then(
    klien: Client, rencana: RencanaSotk, unit: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    arsip = unit["arsip"]
    acts.ganti_nama_kotak(
        rencana.pk, kotak(rencana, arsip).pk, nama="Bidang Baru", per=PER, oleh=ortala
    )
    bentuk.hapus_kotak(rencana.pk, kotak(rencana, unit["baca"]).pk, per=PER, oleh=ortala)
    RiwayatUnit.objects.create(
        unit=arsip, nama=arsip.nama, induk=arsip.induk, selesai=BERLAKU, dasar="Perbup 1/2027"
    )
    UnitKerja.objects.filter(pk=arsip.pk).update(nama="Bidang Baru")
    RencanaSotk.objects.filter(pk=rencana.pk).update(
        keadaan=KeadaanSotk.BERLAKU, dasar="Perbup 1/2027", ditetapkan_pada=timezone.now(),
        ditetapkan_oleh=ortala, diberlakukan_pada=timezone.now(),
    )  # fmt: skip

    halaman = isi(klien, "sotk-rencana", rencana.pk)

    assert "Rencana ini sejarah" in halaman
    assert "Struktur sebelumnya" in halaman
    assert ">Bidang Arsip</a>" in halaman
    assert "1 ganti nama" in halaman
    assert "Tambah kotak" not in halaman
    assert "tidak lagi menunggu" in isi(klien, "sotk-penempatan", rencana.pk)
    assert "hanya draf yang dapat diubah" in isi(klien, "sotk-ubah", rencana.pk, status=409)
    isi(klien, "sotk-unit", rencana.pk, arsip.pk)
    isi(klien, "sotk-kotak", rencana.pk, kotak(rencana, arsip).pk)


def _simpul(pk: int, induk: int | None, kata: str = "tetap") -> Simpul:
    return Simpul("k", pk, f"Kotak {pk}", induk, [kata], [(kata, "x")])


def _hitung(puncak: Any) -> int:
    return sum(1 + _hitung(s.anak) for s in puncak)


def test_a_thousand_boxes_open_level_by_level_and_on_demand() -> None:
    # One top, 20 OPD of 50 units each.
    semua = {1: _simpul(1, None)}
    semua |= {n: _simpul(n, 1) for n in range(2, 22)}
    semua |= {n: _simpul(n, 2 + (n - 22) // 50) for n in range(22, 1022)}

    tertutup = susun(semua, Saringan(), set()).puncak
    assert _hitung(tertutup) == 21
    assert all(s.tertutup for s in tertutup[0].anak)

    dibuka = susun(semua, Saringan(), {2}).puncak
    assert _hitung(dibuka) == 71

    semua[900] = _simpul(900, semua[900].induk, "hapus")
    berubah = susun(semua, Saringan(tampil="berubah"), set())
    assert _hitung(berubah.puncak) == 3
    assert not berubah.terpotong
    banyak = susun(semua, Saringan(q="kotak"), set())
    assert _hitung(banyak.puncak) <= BATAS
    assert banyak.terpotong

    lebar = {1: _simpul(1, None)} | {n: _simpul(n, 1) for n in range(2, 202)}
    (puncak,) = susun(lebar, Saringan(), {150}).puncak
    assert len(puncak.anak) == SAUDARA + 1
    assert puncak.sisa == 200 - len(puncak.anak)

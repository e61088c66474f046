"""An office's own needs sheet: read, matched once, remembered, applied; seats always in balance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from config.turunan import hitung_ulang
from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Jabatan, JenisJabatan, MacamPadanan
from penilaian.kernel.lembar_pola import Pola
from penilaian.models import KeadaanBaris, Kebutuhan, LembarAbk, StatusLembar
from penilaian.selectors import lembar as reads
from penilaian.services import lembar as acts
from penilaian.services.padanan import Keputusan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import alamat, jumlah, periksa, sistem, terapkan
from tests.helpers.buku_abk import JUDUL, KURSI, nomor, tulis_buku_abk
from tests.helpers.layar import isi, kueri, masuk_sebagai
from toolkit.policy import NotAllowed, Refusal
from toolkit.xlsx import baca_buku

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)
RUMPUN = "Pranata Komputer"


@pytest.fixture(autouse=True)
def _berkas(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "berkas"  # type: ignore[attr-defined]


@pytest.fixture
def unit() -> dict[str, UnitKerja]:
    """Offices with the seats of their heads, and the names a sheet may use."""
    semua = org.kabupaten()
    for kunci, eselon in (("disdik", "22"), ("bkd", "22"), ("bidang", "32"), ("sd1", "99")):
        peg.jabatan(
            f"Kepala {semua[kunci].nama}", jenis=JenisJabatan.STRUKTURAL, unit=semua[kunci],
            eselon_id=eselon,
        )  # fmt: skip
    peg.jabatan("PENGADMINISTRASI UMUM", jenis=JenisJabatan.PELAKSANA)
    peg.jabatan("PENATA LAYANAN OPERASIONAL", jenis=JenisJabatan.PELAKSANA)
    peg.jabatan("Guru Ahli Pertama", jenjang="PT", rumpun="Guru")
    peg.jabatan(f"{RUMPUN} Ahli Pertama", jenjang="PT", rumpun=RUMPUN)
    peg.jabatan(f"{RUMPUN} Ahli Muda", jenjang="MU", rumpun=RUMPUN)
    return semua


@pytest.fixture
def analis(unit: dict[str, UnitKerja]) -> Pengguna:
    return org.pengguna(Peran.ANALIS_BKD)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tulis_buku_abk(tmp_path / "abk.xlsx")


def _baca(path: Path, oleh: Pengguna, per: date = HARI) -> LembarAbk:
    berkas = ContentFile(path.read_bytes(), name=path.name)
    return acts.baca_lembar(berkas, per=per, nama_berkas=path.name, oleh=oleh)


def _putuskan(lembar: LembarAbk, oleh: Pengguna, *semua: Keputusan) -> acts.Diputus:
    return acts.putuskan_nama(lembar.pk, semua, per=HARI, alasan="uji", oleh=oleh)


def _semua(unit: dict[str, UnitKerja]) -> tuple[Keputusan, ...]:
    layanan = Jabatan.objects.get(nama="PENATA LAYANAN OPERASIONAL")
    return (
        Keputusan(MacamPadanan.NAMA, "Juru Antah", ke_id=layanan.pk, skor=40),
        Keputusan(MacamPadanan.NAMA, RUMPUN, rumpun=RUMPUN, skor=100),
        Keputusan(MacamPadanan.UNIT, "DINAS ANTAH BERANTAH", ke_id=unit["disdik"].pk),
    )


def _neraca(lembar: LembarAbk) -> tuple[str, str, str]:
    j = reads.neraca_lembar(lembar).jumlah
    return str(j.lembar), str(j.cocok), str(j.sisa)


def _kebutuhan() -> dict[tuple[str, str], Decimal]:
    rows = Kebutuhan.objects.values_list("asal__unit__nama", "asal__jabatan__nama", "mentah")
    return {(unit, jabatan): mentah for unit, jabatan, mentah in rows}


def test_reading_matches_equal_names_and_lists_the_rest(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    assert (lembar.lembar, lembar.status) == (JUDUL, StatusLembar.DIBACA)
    assert _neraca(lembar) == (KURSI, "13", "10.5")
    sisa = {k: (str(kursi), baris) for k, _, kursi, baris in reads.neraca_lembar(lembar).sisa}
    assert sisa == {"sisa_unit": ("3", 2), "sisa_jabatan": ("7.5", 3)}
    for b in reads.neraca_lembar(lembar).bagian:
        assert b.kursi.lembar == b.kursi.cocok + b.kursi.sisa
    assert not Kebutuhan.objects.exists()


def test_totals_that_contradict_are_shown_with_their_cells(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    beda = reads.pernyataan(lembar, Decimal(KURSI))
    assert [(b.lembar, b.sel, str(b.nilai), str(b.selisih)) for b in beda] == [
        ("PROFIL", "C5", "99", "75.5"),
        (JUDUL, "D7", "30", "6.5"),
    ]


def test_decisions_are_remembered_and_a_changed_copy_is_matched_by_itself(
    path: Path, tmp_path: Path, analis: Pengguna, unit: dict[str, UnitKerja]
) -> None:
    lembar = _baca(path, analis)
    hasil = _putuskan(lembar, analis, *_semua(unit))
    assert (hasil.banyak, hasil.tolak, hasil.baris) == (3, [], 5)
    assert _neraca(lembar) == (KURSI, "22.5", "1")
    acts.terapkan_lembar(lembar.pk, oleh=analis)

    baru = [("", "Guru Ahli Pertama", 1, 2, "FT", "")]
    salinan = tulis_buku_abk(tmp_path / "salinan.xlsx", ubah={2: 5, 8: ""}, tambah=baru)
    kedua = periksa("lembar-abk", salinan)
    # Juru Antah of the SD is gone, Pengadministrasi of the Dinas rose (three rows add up), one
    # post is new; the head of the unit that was merged has no seat in the register.
    assert jumlah(kedua) == (11, 1, 1, 3, 6, 1)
    assert kedua.perubahan == {"KEBUTUHAN": 3}


def test_applying_adds_up_sections_of_one_unit_and_makes_posts(
    path: Path, analis: Pengguna, unit: dict[str, UnitKerja]
) -> None:
    lembar = _baca(path, analis)
    _putuskan(lembar, analis, *_semua(unit))
    acts.terapkan_lembar(lembar.pk, oleh=analis)
    disdik, bkd = unit["disdik"].nama, unit["bkd"].nama
    assert _kebutuhan() == {
        # Its own seat; that of the unit merged into it stays in the remainder.
        (disdik, "Kepala Dinas Pendidikan"): 1,
        (disdik, "PENGADMINISTRASI UMUM"): 6,
        ("SD Negeri 1 Contoh", "Guru Ahli Pertama"): 6,
        ("SD Negeri 1 Contoh", "PENATA LAYANAN OPERASIONAL"): 2,
        (bkd, "Kepala Badan Kepegawaian"): 1,
        ("Bidang Mutasi", "Kepala Bidang Mutasi"): 1,
        ("Bidang Mutasi", "PENATA LAYANAN OPERASIONAL"): Decimal("1.5"),
        ("Bidang Mutasi", f"{RUMPUN} (semua jenjang)"): 4,
    }
    dasar = set(Kebutuhan.objects.values_list("dasar", "sumber"))
    kata = f"abk.xlsx, lembar {JUDUL}, keadaan 01-06-2026"
    assert dasar == {(kata, "penetapan")}
    assert Peristiwa.objects.filter(tindakan="penilaian.lembar.diterapkan").count() == 1
    sesudah = hitung_ulang(per=HARI, oleh=sistem())
    assert (sesudah["formasi_terhitung"], sesudah["kebutuhan_dipakai"]) == (0, 0)
    lembar.refresh_from_db()
    assert (lembar.status, bool(lembar.berkas)) == (StatusLembar.DITERAPKAN, False)


def test_the_remainder_is_applied_later_without_a_new_file(
    path: Path, analis: Pengguna, unit: dict[str, UnitKerja]
) -> None:
    lembar = _baca(path, analis)
    acts.terapkan_lembar(lembar.pk, oleh=analis)
    assert len(_kebutuhan()) == 5
    _putuskan(lembar, analis, *_semua(unit))
    akibat = reads.akibat(reads.kebutuhan_lembar(lembar), HARI)
    assert (len(akibat.baru), len(akibat.berubah), len(akibat.sama)) == (3, 1, 4)
    acts.terapkan_lembar(lembar.pk, oleh=analis)
    assert len(_kebutuhan()) == 8


def test_what_belongs_to_nothing_stays_in_the_balance(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    tutup = Keputusan(MacamPadanan.UNIT, "DINAS ANTAH BERANTAH", abaikan=True)
    _putuskan(lembar, analis, tutup)
    diabaikan = reads.baris_lembar(lembar, keadaan=KeadaanBaris.DIABAIKAN)
    assert [str(b.kursi) for b in diabaikan] == ["1", "2"]
    assert _neraca(lembar) == (KURSI, "13", "10.5")


def test_a_refused_decision_hinders_none_of_the_others(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    kepala = Jabatan.objects.get(nama="Kepala Badan Kepegawaian")
    hasil = _putuskan(
        lembar, analis,
        Keputusan(MacamPadanan.NAMA, "Juru Antah", ke_id=kepala.pk),
        Keputusan(MacamPadanan.NAMA, RUMPUN, rumpun=RUMPUN),
    )  # fmt: skip
    assert (hasil.banyak, hasil.baris) == (1, 1)
    assert "struktural" in hasil.tolak[0].kalimat


def test_cells_that_cannot_be_used_are_named_and_their_seats_remain(
    tmp_path: Path, analis: Pengguna
) -> None:
    path = tulis_buku_abk(tmp_path / "rusak.xlsx", ubah={2: "dua", 7: -3}, rumus=4)
    lembar = _baca(path, analis)
    sel = {s["sel"]: s["kode"] for s in reads.sel_rusak(lembar)}
    assert sel == {
        f"D{nomor(2)}": "angka_tidak_sah",
        f"D{nomor(7)}": "kebutuhan_tak_wajar",
        f"D{nomor(4)}": "sel_rumus",
    }
    rusak = reads.baris_lembar(lembar, keadaan=KeadaanBaris.SISA_ANGKA)
    assert [(b.nomor, str(b.kursi)) for b in rusak] == [(nomor(4), "2"), (nomor(7), "-3")]
    kursi, cocok, sisa = (Decimal(n) for n in _neraca(lembar))
    assert (kursi, cocok + sisa) == (Decimal("12.5"), kursi)


def test_the_command_refuses_unknown_names_and_the_same_file_again_is_the_same(
    path: Path, analis: Pengguna
) -> None:
    hasil = terapkan("lembar-abk", path)
    nama = "NAMA UNIT DAN JABATAN"
    assert jumlah(hasil) == (11, 5, 6, 0, 0, 0)
    assert alamat(hasil.galat) == [
        (nomor(8), nama, "jabatan_belum_dipadankan"),
        (nomor(14), nama, "jabatan_belum_dipadankan"),
        (nomor(16), nama, "jabatan_belum_dipadankan"),
        (nomor(17), nama, "unit_belum_dipadankan"),
        (nomor(18), nama, "unit_belum_dipadankan"),
    ]
    assert f"{JUDUL}: 23.5 kursi = 13 cocok + 10.5 sisa." in " ".join(hasil.catatan)
    assert jumlah(terapkan("lembar-abk", path)) == (11, 5, 0, 0, 6, 0)
    assert LembarAbk.objects.filter(status=StatusLembar.DITERAPKAN).count() == 2


def test_a_way_of_reading_chosen_by_a_person_is_remembered(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    pola = Pola.dari_json({**lembar.pola, "kebutuhan": "C", "bezetting": ""})
    acts.baca_ulang(lembar.pk, pola=pola, oleh=analis)
    assert _neraca(lembar)[0] == "11"
    assert _baca(path, analis).pola["kebutuhan"] == "C"


def test_a_workbook_without_needs_says_what_is_missing(tmp_path: Path, analis: Pengguna) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("NAMA;ALAMAT\nSITI;CONTOH\n", encoding="utf-8")
    with pytest.raises(Refusal, match="Tidak ada lembar dengan kolom nama jabatan") as galat:
        _baca(path, analis)
    assert galat.value.kode == "lembar_abk_tidak_dikenal"
    assert not LembarAbk.objects.exists()


def test_who_may_and_when(path: Path, analis: Pengguna) -> None:
    lembar = _baca(path, analis)
    kepala = org.pengguna(Peran.KEPALA_UNIT)
    with pytest.raises(NotAllowed):
        acts.terapkan_lembar(lembar.pk, oleh=kepala)
    acts.buang_lembar(lembar.pk, oleh=analis)
    assert not lembar.baris.exists()
    with pytest.raises(Refusal, match="sudah dibuang"):
        acts.terapkan_lembar(lembar.pk, oleh=analis)
    lagi = _baca(path, analis)
    acts.terapkan_lembar(lagi.pk, oleh=analis)
    with pytest.raises(Refusal, match="sudah diterapkan"):
        acts.buang_lembar(lagi.pk, oleh=analis)
    with pytest.raises(Refusal, match="sudah diterapkan"):
        acts.baca_ulang(lagi.pk, pola=Pola.dari_json(lagi.pola), oleh=analis)


def test_from_upload_to_needs_on_screen(
    path: Path, analis: Pengguna, client: Client, pada_hari_ini: None
) -> None:
    masuk_sebagai(client, analis)
    with path.open("rb") as berkas:
        jawab = client.post("/lembar-abk/unggah/", {"berkas": berkas, "per": "2026-06-01"})
    lembar = LembarAbk.objects.get()
    assert jawab["Location"] == f"/lembar-abk/{lembar.pk}/cara-baca/"
    alas = f"/lembar-abk/{lembar.pk}"
    coba = f"{alas}/cara-baca/?lembar={JUDUL}&baris_pertama=7&nama=B&kebutuhan=C"
    assert "Pakai cara baca ini" in isi(client, coba)
    assert "23,5 kursi di lembar" in isi(client, f"{alas}/cara-baca/")

    assert "Centang dahulu" in client.post(f"{alas}/unit/", {"alasan": "uji"}).content.decode()
    tanpa = {"alasan": "uji", "pilih": "1", "t-1": "DINAS ANTAH BERANTAH"}
    jawab = client.post(f"{alas}/unit/", tanpa)
    assert (jawab.status_code, jawab.context["page"][0].centang) == (422, True)
    unit = isi(client, f"{alas}/unit/")
    assert "DINAS ANTAH BERANTAH" in unit
    pilih = {"alasan": "uji", "pilih": "1", "t-1": "DINAS ANTAH BERANTAH", "s-1": "abaikan|0"}
    client.post(f"{alas}/unit/", pilih)
    nama = isi(client, f"{alas}/jabatan/?centang=100")
    assert f'value="kelompok:{RUMPUN}|100" checked' in nama
    assert 'id="p-1" checked' in nama
    pilih = {"alasan": "uji", "pilih": "1", "t-1": RUMPUN, "s-1": f"kelompok:{RUMPUN}|100"}
    jawab = client.post(f"{alas}/jabatan/", pilih, follow=True)
    assert "1 nama diputuskan; 1 baris ikut berubah." in jawab.content.decode()

    assert "6 kebutuhan baru" in isi(client, f"{alas}/terapkan/").replace("<strong>", "")
    client.post(f"{alas}/terapkan/")
    assert len(_kebutuhan()) == 6
    assert "PENATA LAYANAN" in isi(client, f"{alas}/cari-jabatan/?teks=Juru&q=penata layanan")
    assert "Badan Kepegawaian" in isi(client, f"{alas}/cari-unit/?teks=X&q=kepegawaian")
    for bagian in ("", "unit/", "jabatan/", "baris/?keadaan=sisa", "terapkan/", "cara-baca/"):
        assert kueri(client, f"{alas}/{bagian}") <= 15


def test_the_template_with_ids_comes_back_without_matching(
    path: Path, tmp_path: Path, analis: Pengguna, client: Client, pada_hari_ini: None
) -> None:
    lembar = _baca(path, analis)
    acts.terapkan_lembar(lembar.pk, oleh=analis)
    masuk_sebagai(client, analis)
    templat = tmp_path / "templat.xlsx"
    jawab = client.get(f"/lembar-abk/{lembar.pk}/templat/")
    templat.write_bytes(b"".join(jawab.streaming_content))  # type: ignore[attr-defined]
    assert jumlah(periksa("kebutuhan", templat)) == (5, 0, 0, 0, 5, 0)
    sisa = tmp_path / "sisa.xlsx"
    jawab = client.get(f"/lembar-abk/{lembar.pk}/baris/unduh/?keadaan=sisa")
    sisa.write_bytes(b"".join(jawab.streaming_content))  # type: ignore[attr-defined]
    with baca_buku(sisa) as buku:
        baris = list(buku.lembar[0].baris())
    assert len(baris) == 6
    assert [n[1][3] for n in baris[1:3]] == ["Juru Antah", "Juru Antah"]


def test_the_page_of_imports_leads_to_the_screens_of_the_sheet(
    analis: Pengguna, client: Client
) -> None:
    masuk_sebagai(client, analis)
    assert 'href="/lembar-abk/unggah/"' in isi(client, "/impor/")
    assert client.get("/impor/unggah/lembar-abk/")["Location"] == "/lembar-abk/unggah/"

"""The invented downloads of a whole office, file by file, against what a correct importer finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mutasi.selectors.calon import cari_semua
from organisasi.impor import JENIS, Hasil
from organisasi.izin import Peran
from organisasi.services.impor import periksa_berkas, terapkan_berkas
from pegawai.models import Formasi, Pegawai, Penugasan, RiwayatPangkat, RiwayatPendidikan
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from pegawai.services.turunan import segarkan_isi, segarkan_kata, segarkan_orang
from penilaian.kernel.larik import BIT
from penilaian.kernel.verdik import Verdik
from penilaian.selectors.kelengkapan import (
    SaringanKerja,
    bingkai,
    daftar_kerja,
    kelengkapan,
    pekerjaan,
)
from penilaian.services.analisis import analisis_kebutuhan
from tests.factories.nilai import PREDIKAT, baris_kriteria, perangkat_terbit, periode
from tests.factories.organisasi import pengguna
from tests.helpers.bersama import SHARED, SIASN, oracle, perlu_bersama
from tests.pegawai.impor.alat import sistem
from toolkit.tabular import BerkasDitolak

BULAN1, BULAN2 = date(2026, 5, 1), date(2026, 6, 1)
NYATA = SHARED / "data" / "nyata"
ACUAN = (
    ("unor", SIASN / "HierarkiUnor.xlsx"),
    ("jabatan-struktural", SIASN / "Referensi-Jabatan-Struktural.xlsx"),
    ("jabatan-fungsional", NYATA / "Referensi-Jabatan-Fungsional.xlsx"),
    ("jabatan-pelaksana", NYATA / "Referensi-Jabatan-Pelaksana.xlsx"),
)
AWAL = ("pns_bulan1.xlsx", "pppk_bulan1.xlsx", "pppk_paruh_waktu_bulan1.xlsx")

pytestmark = [perlu_bersama, pytest.mark.django_db]


@pytest.fixture(scope="module")
def pemerintah(django_db_setup: Any, django_db_blocker: Any) -> Any:
    """The office of the sample downloads with its references and the three files of month 1."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        for kode, berkas in ACUAN:
            terapkan_berkas(berkas, JENIS[kode], per=BULAN1, oleh=sistem())
        hasil = {nama: _terapkan(nama, BULAN1) for nama in AWAL}
        yield hasil
        transaction.set_rollback(True)


def _terapkan(nama: str, per: date) -> Hasil:
    return terapkan_berkas(SIASN / nama, IMPOR_PEGAWAI, per=per, oleh=sistem())


def _periksa(nama: str, per: date = BULAN2) -> Hasil:
    return periksa_berkas(SIASN / nama, IMPOR_PEGAWAI, per=per, oleh=sistem())


@pytest.mark.parametrize("nama", sorted(oracle()["berkas"]))
def test_every_finding_is_made_at_its_cell_and_no_other(pemerintah: Any, nama: str) -> None:
    harus = oracle()["berkas"][nama]

    hasil = _periksa(nama)

    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (
        harus["baris_data"],
        harus["diterima"],
        harus["ditolak"],
    )
    assert hasil.muatan.status == harus["status"]
    ada = Counter((p.baris, p.kolom, p.kode, p.tingkat) for p in hasil.galat + hasil.peringatan)
    assert ada == Counter(tuple(t) for t in harus["temuan"] if t[3] != "abaikan")
    assert hasil.kolom_hilang == harus.get("kolom_hilang", [])
    assert hasil.kolom_asing == harus.get("kolom_asing", [])


@pytest.mark.parametrize("nama", sorted(oracle()["wadah"]))
def test_a_damaged_file_is_refused_as_a_whole_for_its_reason(pemerintah: Any, nama: str) -> None:
    harus = oracle()["wadah"][nama]

    if harus["hasil"] == "diterima":
        assert _periksa(f"wadah/{nama}").baris == harus["baris_data"]
    else:
        with pytest.raises(BerkasDitolak) as ditolak:
            _periksa(f"wadah/{nama}")
        assert ditolak.value.kode == harus["alasan"]


def test_everybody_of_the_first_month_sits_where_the_files_say(pemerintah: Any) -> None:
    isi = Formasi.objects.filter(unit__isnull=False)
    harus = {
        tuple(satu[:2]): tuple(satu[2:]) for satu in oracle()["bezetting"]["per_posisi_status"]
    }

    ada = {
        (unit, jabatan): (pns, pppk, pw)
        for unit, jabatan, pns, pppk, pw in isi.values_list(
            "unit__siasn_id", "jabatan__siasn_id", "isi_pns", "isi_pppk", "isi_pppk_pw"
        )
        if pns or pppk or pw
    }

    assert ada == harus


@pytest.mark.parametrize("status", ["PNS", "PPPK", "PPPK_PW"])
def test_retirements_per_year_are_those_of_the_files(pemerintah: Any, status: str) -> None:
    harus = oracle()["pensiun"][status]
    orang = Pegawai.objects.filter(status=status)

    tahun = Counter(
        hari.year
        for hari in orang.filter(tmt_pensiun__gte=BULAN2).values_list("tmt_pensiun", flat=True)
        if hari.year <= 2030
    )

    assert {t: tahun[int(t)] for t in harus["per_tahun_kalender"]} == harus["per_tahun_kalender"]
    assert orang.filter(bup__isnull=True).count() == harus["tanpa_bup_di_referensi"]
    lewat = orang.filter(tmt_pensiun__lt=BULAN2).values_list("nip", flat=True)
    assert sorted(lewat) == harus["lewat_bup_masih_aktif"]


@pytest.mark.parametrize("nama", AWAL)
def test_the_same_file_again_is_all_same(pemerintah: Any, nama: str) -> None:
    hasil = _terapkan(nama, BULAN1)

    assert (hasil.baru, hasil.berubah, hasil.keluar) == (0, 0, 0)
    assert hasil.sama == hasil.diterima


@pytest.mark.parametrize(
    ("status", "nama"), [("PNS", "pns_bulan2.xlsx"), ("PPPK", "pppk_bulan2.xlsx")]
)
def test_the_second_month_is_compared_cell_by_cell(pemerintah: Any, status: str, nama: str) -> None:
    harus = oracle()["perubahan_bulan1_bulan2"][status]

    hasil = _periksa(nama)

    assert hasil.perubahan == harus["berubah_per_kolom"]
    assert hasil.berubah == harus["orang_berubah"]
    assert _kunci(hasil, lambda p: p.macam == "baru") == harus["orang_baru"]
    assert _kunci(hasil, lambda p: p.macam == "keluar") == harus["orang_keluar"]
    per_kolom = {
        kolom: _kunci(hasil, lambda p, k=kolom: k in {h for h, _, _ in p.rincian})
        for kolom in hasil.perubahan
    }
    assert per_kolom == {k: sorted(v) for k, v in harus["nip_per_kolom"].items()}


def _kunci(hasil: Hasil, syarat: Callable[..., bool]) -> list[str]:
    return sorted(p.kunci for p in hasil.rincian if syarat(p))


def test_the_second_month_becomes_history_and_leaves_nothing_to_recompute(
    pemerintah: Any,
) -> None:
    harus = oracle()["perubahan_bulan1_bulan2"]["PNS"]["nip_per_kolom"]

    _terapkan("pns_bulan2.xlsx", BULAN2)

    pindah = set(harus["UNOR ID"]) | set(harus["JABATAN ID"])
    tutup = Penugasan.objects.filter(selesai=BULAN2).values_list("pegawai__nip", flat=True)
    assert sorted(tutup) == sorted(pindah)
    naik = RiwayatPangkat.objects.filter(selesai=BULAN2).values_list("pegawai__nip", flat=True)
    assert sorted(naik) == sorted(harus["GOL AKHIR ID"])
    lulus = RiwayatPendidikan.objects.filter(selesai=BULAN2).values_list("pegawai__nip", flat=True)
    assert sorted(lulus) == sorted(harus["PENDIDIKAN ID"])
    assert Pegawai.objects.filter(hilang_sejak=BULAN2, status="PNS").count() == 19
    assert not Pegawai.objects.filter(hilang_sejak__isnull=False).exclude(status="PNS").exists()
    assert segarkan_orang(None, per=BULAN2) == 0
    assert segarkan_isi(None, per=BULAN2) == 0
    assert segarkan_kata(None) == 0


def test_the_same_people_in_another_container_are_the_same(pemerintah: Any) -> None:
    _terapkan("pns_bulan2.xlsx", BULAN2)
    lain = ("kolom.xlsx", "pipa.csv", "titikkoma_bom.csv", "cp1252.csv")

    hasil = {nama: _periksa(f"pns_bulan2_{nama}") for nama in lain}

    beda = {n: (h.baru, h.berubah, h.perubahan) for n, h in hasil.items()}
    assert beda == dict.fromkeys(lain, (0, 0, {}))
    assert {n: h.keluar for n, h in hasil.items()} == {
        n: 3987 + 19 - h.diterima for n, h in hasil.items()
    }


def test_whoever_lacks_a_predicate_is_unknown_to_the_search_and_not_refused(
    pemerintah: Any,
) -> None:
    for tahun in ("2024", "2025"):
        berkas, isi = SIASN / f"kinerja_{tahun}.csv", {"tahun": tahun}
        terapkan_berkas(berkas, JENIS["kinerja"], per=BULAN1, oleh=sistem(), parameter=isi)
    kosong = Formasi.objects.filter(jabatan__eselon_id="41", isi_pns=0, isi_pppk=0).order_by("pk")

    hasil = cari_semua(kosong[0].pk, per=BULAN1)

    baik = hasil.aturan.pasangan.predikat_minimal
    kurang = {
        i
        for i, o in enumerate(hasil.orang)
        if len(o.calon.predikat) < 2 and all(p in baik for _, p in o.calon.predikat)
    }
    assert not [i for i in kurang if hasil.larik.gagal[i] & BIT["H06"]]
    belum = hasil.pilih(Verdik.TIDAK_DAPAT_DIPERIKSA, aturan="H06", penyedia="KINERJA")
    assert len(belum) > 100
    assert set(belum) <= kurang
    assert sum(hasil.jumlah.values()) == len(hasil.orang) == hasil.semua


def test_the_work_list_of_completeness_is_everybody_without_a_predicate(pemerintah: Any) -> None:
    """Counted by the database, checked name by name against the file itself."""
    berkas = SIASN / "kinerja_2025.csv"
    tahun = {"tahun": "2025"}
    terapkan_berkas(berkas, JENIS["kinerja"], per=BULAN1, oleh=sistem(), parameter=tahun)
    predikat = baris_kriteria("K1", "predikat_tahunan", "100", skala="tabel",
                              parameter={"isi": PREDIKAT}, satuan="predikat")  # fmt: skip
    perangkat_terbit([predikat])
    b = bingkai(periode(2025), pengguna(Peran.ANALIS_BKD), per=BULAN2)
    assert b is not None

    hasil = kelengkapan(b)
    daftar = list(daftar_kerja(b, SaringanKerja()))
    pekerjaan(b, daftar)

    harus = oracle()["kinerja"]["kinerja_2025.csv"]
    salah = sum(kode == "predikat_bertentangan" for _, _, kode, _ in harus["temuan"])
    j = hasil.jumlah
    assert (j.orang, j.lengkap, j.kurang, j.rusak) == (
        6800, harus["orang_dikenal"] - salah, harus["orang_tanpa_nilai"], salah
    )  # fmt: skip
    assert sum(k.kurang for k in hasil.kelompok) == harus["orang_tanpa_nilai"] == 2060
    isi = berkas.read_text("utf-8-sig").splitlines()[1:]
    bernilai = {re.sub(r"\D", "", baris.split(";")[0]) for baris in isi}
    kosong = {o.nip for o in daftar if not o.pekerjaan[0].rusak}
    assert kosong == set(Pegawai.objects.values_list("nip", flat=True)) - bernilai
    assert len(daftar) == harus["orang_tanpa_nilai"] + salah


def test_task_rows_give_the_needs_classes_and_the_whole_analysis_of_the_oracle(
    pemerintah: Any,
) -> None:
    def terapkan(kode: str, nama: str) -> Hasil:
        return terapkan_berkas(SIASN / nama, JENIS[kode], per=BULAN2, oleh=sistem())

    terapkan("kebutuhan", "kebutuhan.xlsx")

    hasil = terapkan("abk", "abk_tugas.xlsx")
    analisis = analisis_kebutuhan(per=BULAN2)

    abk = oracle()["abk"]
    assert (hasil.baris, hasil.diterima) == (abk["baris_data"], abk["diterima"])
    assert hasil.peringatan == []
    ada = {(m.baris, m.kolom, m.kode, m.tingkat) for m in hasil.galat}
    assert ada == {tuple(t) for t in abk["temuan"]}
    _sama_dengan_ramalan(analisis)
    lagi = terapkan("abk", "abk_tugas.xlsx")
    assert (lagi.baru, lagi.berubah, lagi.sama) == (0, 0, abk["diterima"])


def _sama_dengan_ramalan(analisis: dict[str, Any]) -> None:
    """Every number of `analisis_kebutuhan` that the oracle knows."""
    formasi = {(f["unor_id"], f["jabatan_id"]): f for f in analisis["formasi"]}
    kunci = ("kebutuhan_mentah", "kebutuhan", "bezetting", "ej", "kelas")
    harus = {
        (p["unor_id"], p["jabatan_id"]): (
            p["mentah"],
            p["bulat"],
            p["bezetting"],
            p["ej"],
            p["kelas"],
        )
        for p in oracle()["abk"]["per_posisi"]
    }
    abk = {posisi: f for posisi, f in formasi.items() if f["sumber"] == "abk"}
    assert {posisi: tuple(f[k] for k in kunci) for posisi, f in abk.items()} == harus
    kebutuhan = oracle()["kebutuhan"]
    angka = ("kebutuhan", "bezetting", "selisih")
    assert {(*posisi, *(f[k] for k in angka)) for posisi, f in formasi.items()} >= {
        tuple(baris) for baris in kebutuhan["per_posisi"]
    }
    assert analisis["total"] == {nama: kebutuhan[nama] for nama in analisis["total"]}
    status = {
        posisi: isi
        for posisi, f in formasi.items()
        if any(isi := tuple(f["bezetting_per_status"].values()))
    }
    assert status == {
        tuple(b[:2]): tuple(b[2:]) for b in oracle()["bezetting"]["per_posisi_status"]
    }
    pensiun = oracle()["pensiun"]
    for nama, isi in pensiun.items():
        assert analisis["pensiun"][nama] == isi["per_tahun_kalender"]
    lewat = sum(len(isi["lewat_bup_masih_aktif"]) for isi in pensiun.values())
    tanpa = sum(isi["tanpa_bup_di_referensi"] for isi in pensiun.values())
    assert (analisis["pensiun"]["lewat_bup"], analisis["pensiun"]["tanpa_bup"]) == (lewat, tanpa)
    assert analisis["jabatan_struktural_kosong"] == len(oracle()["struktural"]["lowong"])

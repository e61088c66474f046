"""The sheet before the panel: rules, account, seats before and after, others, who is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mutasi.kernel.rantai import Kursi
from mutasi.selectors.lembar import Bahan, Cara, susun
from mutasi.selectors.pra_sidang import LembarSidang, alternatif, kalimat_kursi, pra_sidang
from mutasi.selectors.serombongan import Pelaku, perkara_serombongan
from organisasi.izin import Peran
from organisasi.models import Jangkauan
from pegawai.models import Formasi, Pegawai, RiwayatDisiplin, RiwayatPelatihan
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.putusan import Hasil
from penilaian.kernel.syarat import periksa
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import Pasangan
from tests.factories import nilai as ukur
from tests.factories import organisasi as org
from tests.factories.penilaian import kebutuhan
from tests.mutasi.dunia_calon import HARI, dunia

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
TMT = date(2026, 7, 1)
MELIHAT = Pembaca(Jangkauan(semua=True, rentang=()))
BUTA = Pembaca(Jangkauan(semua=False, rentang=()))


@pytest.fixture
def kantor() -> dict[str, Any]:
    return dunia()


@dataclass
class Usul:
    """A line of a sheet, as drafts and cases are."""

    pk: int
    pegawai: Pegawai
    ke: Formasi
    tmt: date

    @property
    def pegawai_id(self) -> int:
        return self.pegawai.pk

    @property
    def ke_id(self) -> int:
        return self.ke.pk

    @property
    def dari_id(self) -> int | None:
        return self.pegawai.formasi_id


def _nilai(bahan: Bahan) -> None:
    """Rules and warnings of every line, the lines judged together."""
    pelaku = [
        Pelaku(p, b.isi.tmt, Pasangan(b.isi.pegawai_id, b.isi.ke_id, b.isi.tmt))
        for b, p in zip(bahan.baris, bahan.pindah, strict=True)
    ]
    perkara = perkara_serombongan(pelaku, bahan.kursi, per=HARI, aturan=bahan.aturan)
    for satu, kasus in zip(bahan.baris, perkara, strict=True):
        assert kasus is not None
        satu.perkara, satu.putusan = kasus, (*periksa(kasus), *peringatan(kasus))


CARA = Cara(_nilai)


def hitung(*usul: Usul, pembaca: Pembaca = MELIHAT) -> tuple[LembarSidang, ...]:
    rows = [replace(satu, pk=n) for n, satu in enumerate(usul)]
    return pra_sidang(susun(rows, CARA, per=HARI), per=HARI, pembaca=pembaca)


def ke(kantor: dict[str, Any], siapa: str, pos: str = "kursi", tmt: date = TMT) -> Usul:
    return Usul(0, kantor[siapa], kantor[pos], tmt)


def hasil(satu: LembarSidang, kode: str) -> Hasil:
    return next(p.putusan for p in satu.putusan if p.kode == kode)


def test_line_tells_rules_warnings_and_seats_of_both_posts(kantor: dict[str, Any]) -> None:
    kebutuhan(kantor["staf"], 5)
    satu = hitung(ke(kantor, "naik"))[0]

    assert (satu.baris.isi.pegawai.nama, satu.tujuan.jabatan.nama) == (
        "CITRA NAIK",
        "Kepala Seksi Data",
    )
    assert [k for k, _, _ in satu.aturan][:3] == ["H01", "H02", "H03"]
    assert hasil(satu, "H03") is Hasil.LOLOS
    assert all(p.putusan is Hasil.PERINGATAN for p in satu.peringatan)
    asal, tujuan = satu.baris.kursi_asal, satu.baris.kursi_tujuan
    assert asal is not None
    assert tujuan is not None
    assert (asal.butuh, asal.isi, asal.sesudah) == (5, 4, 3)
    assert (tujuan.butuh, tujuan.isi, tujuan.sesudah) == (1, 0, 1)
    assert satu.belakang == "Menjadi lowong 1 kursi: tersisa 3 dari 4 pemangku."


def test_chain_names_the_successor_and_only_its_end_falls_vacant(kantor: dict[str, Any]) -> None:
    depan, belakang = hitung(ke(kantor, "setara"), ke(kantor, "naik", "terisi"))

    assert depan.belakang == "Digantikan CITRA NAIK dalam berkas ini."
    assert hasil(belakang, "H03") is Hasil.LOLOS
    assert belakang.belakang == "Tersisa 3 pemangku; kebutuhannya belum ditetapkan."


def test_seat_falls_free_on_the_day_its_holder_leaves_and_no_earlier(
    kantor: dict[str, Any],
) -> None:
    terlalu_dini = hitung(ke(kantor, "setara", tmt=date(2026, 8, 1)), ke(kantor, "naik", "terisi"))
    assert hasil(terlalu_dini[1], "H03") is Hasil.TIDAK_LOLOS

    tepat = hitung(ke(kantor, "setara"), ke(kantor, "naik", "terisi", date(2026, 8, 1)))
    assert hasil(tepat[1], "H03") is Hasil.LOLOS


def test_second_who_comes_to_one_seat_finds_it_taken(kantor: dict[str, Any]) -> None:
    satu, dua = hitung(ke(kantor, "setara"), ke(kantor, "naik"))

    assert hasil(satu, "H03") is Hasil.LOLOS
    assert hasil(dua, "H03") is Hasil.TIDAK_LOLOS


def test_account_of_the_published_criteria_stands_line_by_line(kantor: dict[str, Any]) -> None:
    assert hitung(ke(kantor, "naik"))[0].rincian_skor == []
    ukur.perangkat_terbit(
        [
            ukur.baris_kriteria("M1", "predikat_dua_tahun", "60", skala="tabel",
                                parameter={"isi": ukur.PREDIKAT}),
            ukur.baris_kriteria("M2", "pelatihan_jp", "40"),
        ],
        keluarga="mutasi", kode="MUT",
    )  # fmt: skip
    RiwayatPelatihan.objects.create(
        pegawai=kantor["naik"], nama="Diklat", jam=30, mulai=date(2026, 2, 1)
    )
    RiwayatPelatihan.objects.create(
        pegawai=kantor["naik"], nama="Diklat lama", jam=99, mulai=date(2024, 2, 1)
    )

    # The same person in two lines has an account in both.
    satu, dua, gelap = hitung(ke(kantor, "naik"), ke(kantor, "naik", "terisi"), ke(kantor, "gelap"))

    assert [(k.kode, b.nilai) for k, b in satu.rincian_skor] == [("M1", 80), ("M2", 30)]
    assert dua.akun is not None
    assert satu.akun is not None
    assert satu.akun.skor == dua.akun.skor == 60
    assert gelap.akun is not None
    assert not gelap.akun.lengkap


def test_discipline_is_shut_for_those_who_may_not_know_it(kantor: dict[str, Any]) -> None:
    RiwayatDisiplin.objects.create(
        pegawai=kantor["naik"], tingkat="S", jenis="Potongan tukin", mulai=date(2026, 5, 1)
    )
    satu = hitung(ke(kantor, "naik"), pembaca=BUTA)[0]

    h07 = next(p for p in satu.penentu if p.kode == "H07")
    assert h07.putusan is Hasil.TIDAK_LOLOS
    assert h07.bunyi.startswith("Tidak terpenuhi. Rinciannya hanya")


def test_whole_file_costs_as_many_queries_as_one_line(kantor: dict[str, Any]) -> None:
    def banyak(*usul: Usul) -> int:
        with CaptureQueriesContext(connection) as catatan:
            hitung(*usul)
        return len(catatan)

    satu = banyak(ke(kantor, "naik", "terisi"))
    semua = banyak(*(ke(kantor, n, "terisi") for n in ("naik", "gelap", "buruk", "pppk", "baru")))

    assert semua == satu <= 18


def test_others_for_the_post_are_the_next_of_the_search_without_those_named(
    kantor: dict[str, Any],
) -> None:
    analis = org.pengguna(Peran.ANALIS_BKD)
    lain = alternatif(
        kantor["kursi"].pk, analis, per=HARI, tmt=TMT, kecuali={kantor["setara"].pk}, maks=2
    )

    assert lain is not None
    assert len(lain.orang) == 2
    assert [b.orang.nama for b, _ in lain.orang] == ["CITRA NAIK", "BUDI BARU DILANTIK"]
    assert sum(lain.jumlah.values()) == 6
    jauh = org.pengguna(Peran.KEPALA_UNIT, unit=kantor["sd1"])
    assert alternatif(kantor["kursi"].pk, jauh, per=HARI, tmt=TMT) is None


@pytest.mark.parametrize(
    ("kursi", "kalimat"),
    [
        (Kursi(1, 2, 2, 1, 0), "Menjadi lowong 1 kursi: tersisa 1 dari 2 pemangku."),
        (Kursi(1, 2, 4, 1, 0), "Tersisa 3 pemangku, kebutuhan 2."),
        (Kursi(1, None, 1, 1, 0), "Menjadi lowong 1 kursi: tersisa 0 dari 1 pemangku."),
    ],
)
def test_post_left_behind_in_a_sentence(kursi: Kursi, kalimat: str) -> None:
    assert kalimat_kursi(kursi) == kalimat

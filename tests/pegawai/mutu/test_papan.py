"""The quality board: one fault of every kind, found once, counted once, shown to whom it may be."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import AksesData
from organisasi.models import NilaiKetentuan
from pegawai.kernel.mutu_daftar import SEMUA, SERASI
from pegawai.models import Golongan, Jabatan, KedudukanHukum, Pegawai, RiwayatKinerja
from pegawai.selectors import mutu
from tests.factories import pegawai as peg
from tests.helpers.gulung import digulung
from tests.helpers.htmx import periksa_potongan
from tests.pegawai.dunia import masuk, teks
from tests.pegawai.mutu.dunia import PER, Kantor, kantor, penugasan, ubah

pytestmark = pytest.mark.django_db
Rusak = Callable[[Kantor], Pegawai]


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    return kantor()


def _ubah(siapa: str, **isi: Any) -> Rusak:
    def rusak(k: Kantor) -> Pegawai:
        orang: Pegawai = getattr(k, siapa)
        ubah(orang, **isi)
        return orang

    return rusak


def _jabatan(siapa: str, **isi: Any) -> Rusak:
    def rusak(k: Kantor) -> Pegawai:
        orang: Pegawai = getattr(k, siapa)
        Jabatan.objects.filter(pk=orang.jabatan_id).update(**isi)
        return orang

    return rusak


def _tanpa_predikat(*tahun: int) -> Rusak:
    def rusak(k: Kantor) -> Pegawai:
        RiwayatKinerja.objects.filter(pegawai=k.guru, tahun__in=tahun).delete()
        return k.guru

    return rusak


def _bertentangan(k: Kantor) -> Pegawai:
    RiwayatKinerja.objects.filter(pegawai=k.guru, tahun=2025).update(bertentangan=True)
    return k.guru


def _tanpa_jabatan(k: Kantor) -> Pegawai:
    ubah(k.guru, jabatan=None, siasn={"JENIS JABATAN NAMA": "JABATAN FUNGSIONAL"})
    return k.guru


def _unor_asing(k: Kantor) -> Pegawai:
    penugasan(k.guru, unor_id="A1")
    ubah(k.guru, unit=None)
    return k.guru


def _dua_kepala(k: Kantor) -> Pegawai:
    ubah(k.guru, jabatan=k.kepala.jabatan, golongan=k.kepala.golongan)
    return k.guru


def _pendidikan(siapa: str, kode: str) -> Rusak:
    def rusak(k: Kantor) -> Pegawai:
        from pegawai.models import TingkatPendidikan

        orang: Pegawai = getattr(k, siapa)
        ubah(orang, tingkat_pendidikan=TingkatPendidikan.objects.get(kode=kode))
        return orang

    return rusak


def _kedudukan(k: Kantor) -> Pegawai:
    ubah(k.pppk, kedudukan=KedudukanHukum.objects.get(kode="1"))
    return k.pppk


def _golongan(k: Kantor) -> Pegawai:
    ubah(k.kepala, golongan=Golongan.objects.get(status="PNS", nama="III/d"))
    return k.kepala


def _cpns_kepala(k: Kantor) -> Pegawai:
    ubah(k.cpns, jabatan=k.kepala.jabatan, golongan=k.kepala.golongan)
    return k.cpns


# What breaks, and what else cannot help showing it.
CELA: dict[str, tuple[Rusak, set[str]]] = {
    "COM_1": (_tanpa_predikat(2024, 2025), {"SER_8", "SER_9"}),
    "COM_2": (_tanpa_jabatan, set()),
    "COM_3": (_ubah("guru", pendidikan=None), set()),
    "COM_4": (_ubah("guru", tmt_pns=None), set()),
    "COM_5": (_ubah("guru", gelar_belakang=""), set()),
    "COM_6": (_ubah("guru", email="guru di contoh.example"), set()),
    "COM_7": (_ubah("guru", telepon=""), set()),
    "TIM_1": (_unor_asing, set()),
    "TIM_3": (_ubah("cpns", tmt_cpns=date(2025, 5, 1)), {"CON_1"}),
    "TIM_4": (_dua_kepala, set()),
    "TIM_5": (_ubah("guru", tmt_pensiun=PER), set()),
    "ACC_1": (_ubah("guru", tmt_pns=date(2012, 2, 1)), set()),
    "ACC_2": (_ubah("guru", instansi_kerja_lain="Kabupaten Lain"), set()),
    "ACC_3": (_cpns_kepala, {"TIM_4"}),
    "ACC_4": (_kedudukan, set()),
    "ACC_5": (_ubah("guru", nik_valid=False), set()),
    "ACC_6": (_pendidikan("kepala", "30"), set()),
    "ACC_7": (_ubah("pppk", nip="198609262018212001", tmt_cpns=date(2018, 3, 1)), set()),
    "ACC_8": (_pendidikan("guru", "30"), set()),
    "ACC_9": (_jabatan("pelaksana", nama="Guru Kelas"), set()),
    "ACC_10": (_golongan, set()),
    "CON_1": (_ubah("guru", tmt_cpns=date(2012, 4, 1)), set()),
    "CON_2": (_ubah("guru", lahir=date(1986, 9, 27)), set()),
    "CON_3": (_ubah("guru", kelamin="L"), set()),
    "CON_4": (_ubah("pppk", tmt_cpns=date(2023, 3, 1)), set()),
    "SER_1": (_ubah("guru", formasi=None), set()),
    "SER_2": (_ubah("guru", tmt_jabatan=None), set()),
    "SER_3": (_ubah("guru", tmt_jabatan=date(2026, 6, 2)), set()),
    "SER_4": (_ubah("guru", tmt_pensiun=None), set()),
    "SER_5": (_jabatan("pelaksana", di_luar_referensi=True), set()),
    "SER_7": (_bertentangan, set()),
    "SER_8": (_tanpa_predikat(2025), set()),
    "SER_9": (_tanpa_predikat(2024), set()),
    "SER_10": (_ubah("guru", pns_id=""), set()),
    "SER_11": (_ubah("guru", hilang_sejak=PER), set()),
}


_BANYAK = {"TIM_4": 2}  # two people on one chair


def cela(p: mutu.Papan) -> dict[str, int]:
    """Faults by code of what the board counts, those without any left out."""
    semua = {kode: n.keliru for kode, n in p.indeks.indikator.items()}
    semua |= {t.indikator.kode: t.keliru for t in p.tambahan}
    return {kode: n for kode, n in semua.items() if n}


def keliru(k: Kantor) -> dict[str, int]:
    """The same, of the board that the analyst sees."""
    return cela(mutu.papan(k.analis, per=PER))


def test_an_office_without_faults_has_the_full_index(k: Kantor) -> None:
    p = mutu.papan(k.analis, per=PER)

    assert keliru(k) == {}
    assert (p.indeks.nilai, p.indeks.terhitung, p.bercela) == (Decimal("100.00"), 25, 0)


def test_each_fault_is_counted_once_and_its_person_listed(k: Kantor) -> None:
    salah = []

    for kode, (rusak, ikut) in CELA.items():
        with digulung():
            orang = rusak(deepcopy(k))
            harus = {satu: _BANYAK.get(satu, 1) for satu in {kode, *ikut}}
            p, r = mutu.papan(k.analis, per=PER), mutu.rincian(k.analis, kode, per=PER)
            if cela(p) != harus or orang not in r.rows or r.rows.count() != r.keliru:
                salah.append(f"{kode}: {cela(p)}, {r.keliru}")
            if (p.indeks.nilai == 100) is not (SEMUA[kode] in SERASI):
                salah.append(f"{kode}: {p.indeks.nilai}")

    assert salah == []
    assert {*CELA, "SER_6", "TIM_2", "TIM_6"} == SEMUA.keys()


def test_study_programme_outside_the_reference_is_a_fault_of_all_who_hold_it(k: Kantor) -> None:
    luar = type(k.sarjana).objects.create(siasn_id="X", nama="S-1 X", di_luar_referensi=True)

    ubah(k.guru, pendidikan=luar)

    assert keliru(k) == {"SER_6": 1}


def test_a_column_nobody_has_was_not_in_the_file_and_has_no_value(k: Kantor) -> None:
    Pegawai.objects.update(email="")
    RiwayatKinerja.objects.all().delete()

    p = mutu.papan(k.analis, per=PER)

    nilai = p.indeks.indikator
    assert nilai["COM_6"].alasan == "Kolom EMAIL kosong pada semua pegawai yang diimpor."
    assert nilai["COM_1"].alasan == "Berkas kinerja 2024 dan 2025 belum diimpor."
    assert p.indeks.nilai == 100
    assert keliru(k) == {}


def test_office_without_pppk_has_no_value_for_their_indicators(k: Kantor) -> None:
    k.pppk.delete()

    nilai = mutu.papan(k.analis, per=PER).indeks.indikator["CON_4"]

    assert nilai.kualitas is None
    assert nilai.alasan == "Tidak ada pegawai yang dapat terkena indikator ini."


def test_people_who_left_are_asked_nothing(k: Kantor) -> None:
    ubah(k.guru, email="", berhenti=date(2026, 5, 1))

    assert keliru(k) == {}


def test_operator_counts_and_sees_the_own_office_only(k: Kantor) -> None:
    ubah(k.guru, email="")
    ubah(k.kepala, email="")

    p = mutu.papan(k.operator, per=PER)
    r = mutu.rincian(k.operator, "COM_6", per=PER)

    assert (p.orang, p.bercela, [o.nama for o in p.opd]) == (3, 1, ["Dinas Pendidikan"])
    assert list(r.rows) == [k.guru]
    assert [o[2] for o in r.opd] == [1]


def test_board_of_one_opd_counts_its_people(k: Kantor) -> None:
    ubah(k.guru, email="")

    lain = mutu.papan(k.analis, per=PER, opd=str(k.unit["bkd"].pk))

    assert (lain.orang, lain.bercela, lain.nama_opd) == (2, 0, "Badan Kepegawaian")


@pytest.mark.parametrize("urut", ["nama", "-nama", "orang", "-orang", "cela", "-cela", "-indeks"])
def test_offices_sort_by_what_the_address_asks(k: Kantor, urut: str) -> None:
    ubah(k.guru, email="")

    nama = [o.nama for o in mutu.papan(k.analis, per=PER, urut=urut).opd]

    naik = ["Badan Kepegawaian", "Dinas Pendidikan"]
    turun = urut in ("-nama", "-orang", "-cela")
    assert nama == (naik[::-1] if turun else naik)


def test_weights_are_those_in_force_on_the_day(k: Kantor) -> None:
    ubah(k.guru, email="")
    lama = mutu.papan(k.analis, per=PER).indeks.nilai
    baris = NilaiKetentuan.objects.get(kode="mutu_bobot_dimensi")

    NilaiKetentuan.objects.create(
        kode=baris.kode, nilai={"COM": "1", "TIM": "0", "ACC": "0", "CON": "0"},
        mulai=date(2026, 6, 1), dasar="Keputusan baru",
    )  # fmt: skip

    assert lama is not None
    assert mutu.papan(k.analis, per=PER).indeks.nilai < lama  # type: ignore[operator]
    assert mutu.papan(k.analis, per=date(2026, 5, 31)).indeks.nilai == lama


def test_board_says_the_index_first_and_what_would_raise_it_most(k: Kantor, client: Client) -> None:
    ubah(k.guru, telepon="")
    ubah(k.kepala, lahir=date(1980, 1, 1))

    halaman = " ".join(teks(masuk(client, k.analis).get(reverse("pegawai:mutu"))).split())

    assert "<strong>2</strong> dari 5 pegawai mempunyai paling sedikit satu data keliru" in halaman
    assert halaman.index("Komponen tanggal lahir pada NIP: 1 orang") < halaman.index(
        "Nomor HP kosong: 1 orang"
    )
    assert "25 dari 27 indikator dapat dihitung" in halaman
    assert "Tidak dapat dihitung dari berkas ini: Berkas tidak memuat tanggal" in halaman


def test_fragment_of_the_board_is_the_table_of_its_page(k: Kantor, client: Client) -> None:
    periksa_potongan(masuk(client, k.analis), reverse("pegawai:mutu") + "?urut=nama", "opd")


def test_fragment_of_an_indicator_is_the_table_of_its_page(k: Kantor, client: Client) -> None:
    ubah(k.guru, telepon="")

    url = reverse("pegawai:mutu-indikator", args=["COM_7"])
    periksa_potongan(masuk(client, k.analis), url, "tabel")


def test_people_behind_an_indicator_are_shown_with_an_entry_of_access(
    k: Kantor, client: Client
) -> None:
    ubah(k.guru, email="guru di contoh")

    url = reverse("pegawai:mutu-indikator", args=["COM_6"])
    halaman = teks(masuk(client, k.analis).get(url, {"opd": k.unit["disdik"].pk}))

    assert "guru di contoh" in halaman
    catatan = AksesData.objects.get(apa="Pegawai pada indikator COM_6")
    assert (catatan.jumlah, catatan.saringan) == (1, f"indikator=COM_6; opd={k.unit['disdik'].pk}")


def test_unknown_indicator_is_not_found(k: Kantor, client: Client) -> None:
    assert masuk(client, k.analis).get("/mutu-data/COM_99/").status_code == 404


def test_empty_office_says_what_belongs_here(db: Any, client: Client, k: Kantor) -> None:
    RiwayatKinerja.objects.all().delete()
    Pegawai.objects.all().delete()

    assert "Belum ada pegawai" in teks(masuk(client, k.analis).get(reverse("pegawai:mutu")))


def test_number_of_queries_does_not_grow_with_people(k: Kantor, client: Client) -> None:
    def kueri(url: str) -> int:
        with CaptureQueriesContext(connection) as sekarang:
            assert client.get(url).status_code == 200
        return len(sekarang)

    masuk(client, k.analis)
    ubah(k.pppk, email="salah")
    alamat = [reverse("pegawai:mutu"), reverse("pegawai:mutu-indikator", args=["COM_6"])]
    awal = [kueri(a) for a in alamat]
    for nama in ("ANI", "BUDI", "CITRA"):
        peg.pegawai(nama, post=k.guru.formasi)

    assert [kueri(a) for a in alamat] == awal
    assert max(awal) <= 15


def test_list_as_a_file_holds_the_value_that_is_wrong_and_no_formula(
    k: Kantor, client: Client
) -> None:
    ubah(k.guru, email="=1+1")

    jawaban = masuk(client, k.analis).get(reverse("pegawai:mutu-ekspor", args=["COM_6"]))

    isi = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))
    kepala, baris = isi.get_sheet_by_index(0).to_python()
    assert dict(zip(kepala, baris, strict=True))["EMAIL sekarang"] == "=1+1"
    assert AksesData.objects.get(apa="Mutu data COM_6").jumlah == 1

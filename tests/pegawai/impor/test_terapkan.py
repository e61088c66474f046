"""What applying writes for new people: once, whole, and nothing that should not be kept."""

from __future__ import annotations

import json
from datetime import date

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import Dibatalkan
from organisasi.services.impor import terapkan_berkas
from pegawai.models import (
    Formasi,
    Identitas,
    Jabatan,
    KataCari,
    Pegawai,
    Pendidikan,
    Penugasan,
    RiwayatPangkat,
    RiwayatPendidikan,
    RiwayatStatus,
)
from pegawai.services import impor_pegawai_tulis
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from tests.helpers import siasn
from tests.pegawai.impor.alat import PER, Kantor, orang_ke, penugasan, sistem
from toolkit.sandi import buka


def test_a_preview_writes_nothing(kantor: Kantor) -> None:
    hasil = kantor.periksa(kantor.berkas([kantor.orang(1), kantor.orang(2)]))

    assert (hasil.baru, hasil.berubah, hasil.sama, hasil.keluar) == (2, 0, 0, 0)
    assert not Pegawai.objects.exists()
    assert not Formasi.objects.exists()
    assert not Pendidikan.objects.filter(di_luar_referensi=True).exists()
    assert not Peristiwa.objects.exists()


def test_a_new_person_is_written_with_what_the_file_says(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NAMA="SITI  RAHMA", TMT_JABATAN=date(2020, 3, 1)))

    orang = orang_ke(1)
    assert orang.nama == "SITI RAHMA"
    assert (orang.kelamin, orang.lahir, orang.status) == ("P", date(1966, 6, 9), "PNS")
    assert (str(orang.golongan), str(orang.kedudukan)) == ("III/c", "Aktif")
    assert (orang.unit, orang.jabatan) == (kantor.sd1, kantor.guru)
    assert (orang.tmt_jabatan, orang.bup, orang.tmt_pensiun) == (
        date(2020, 3, 1),
        60,
        date(2026, 7, 1),
    )
    assert orang.dilihat_pada == PER


def test_a_new_person_gets_the_first_row_of_every_history(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=date(2020, 3, 1)))

    orang = orang_ke(1)
    nomor = Identitas.objects.filter(pegawai=orang).values_list("jenis", "nomor", "mulai")
    assert sorted(nomor) == [
        ("NIP", siasn.nip(1), date(1989, 2, 1)),
        ("NIP_LAMA", "100000001", None),
    ]
    assert RiwayatStatus.objects.get(pegawai=orang).mulai == date(1989, 2, 1)
    pangkat = RiwayatPangkat.objects.get(pegawai=orang)
    assert (str(pangkat), pangkat.tmt, pangkat.mulai) == (
        "III/c",
        date(2021, 4, 1),
        date(2021, 4, 1),
    )
    assert RiwayatPendidikan.objects.get(pegawai=orang).tahun_lulus == 1989
    (satu,) = penugasan(1)
    assert (satu.unit, satu.jabatan, satu.mulai, satu.selesai) == (
        kantor.sd1,
        kantor.guru,
        date(2020, 3, 1),
        None,
    )


@pytest.mark.parametrize(
    ("tmt", "mulai"),
    [
        pytest.param(date(2020, 3, 1), date(2020, 3, 1), id="in the past: from then on"),
        pytest.param(PER, PER, id="today"),
        pytest.param(date(2026, 9, 1), PER, id="ahead: from the file's day"),
        pytest.param("", None, id="unknown"),
    ],
)
def test_a_post_begins_with_its_tmt_when_that_is_past(
    kantor: Kantor, tmt: object, mulai: date | None
) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=tmt))

    assert penugasan(1)[0].mulai == mulai


def test_posts_are_made_and_counted_once(kantor: Kantor) -> None:
    lain = siasn.orang(
        3, status="PPPK", unit=(kantor.sd1.siasn_id, "SD"), jabatan=(kantor.guru.siasn_id, "Guru")
    )

    kantor.impor(kantor.orang(1), kantor.orang(2, KEDUDUKAN_HUKUM_ID=3.0))
    kantor.impor(lain)

    post = Formasi.objects.get()
    assert (post.isi_pns, post.isi_pppk, post.isi_pppk_pw) == (2, 1, 0)
    assert (post.efektif_pns, post.efektif_pppk) == (1, 1)


def test_three_spellings_of_an_id_are_one_unit(kantor: Kantor) -> None:
    ejaan = kantor.sd1.siasn_id.upper()
    uuid = f"{ejaan[:8]}-{ejaan[8:12]}-{ejaan[12:16]}-{ejaan[16:20]}-{ejaan[20:]}"

    hasil = kantor.impor(kantor.orang(1, UNOR_ID=ejaan), kantor.orang(2, UNOR_ID=uuid))

    assert hasil.peringatan == []
    assert {p.unit for p in Pegawai.objects.all()} == {kantor.sd1}


def test_somebody_in_an_unknown_unit_keeps_the_words_and_fills_no_post(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, UNOR_ID="0594ddcb", UNOR_NAMA="SD Lama - Dinas"))

    (satu,) = penugasan(1)
    assert (satu.unit, satu.formasi, satu.jabatan) == (None, None, kantor.guru)
    assert (satu.unor_id, satu.unor_nama) == ("0594ddcb", "SD Lama - Dinas")
    assert not Formasi.objects.exists()


def test_somebody_typed_by_hand_keeps_the_words_and_a_bup(kantor: Kantor) -> None:
    kata = {
        "NIP BARU": f"'{siasn.nip(1)}",
        "NAMA": "MERDILIA",
        "GOL AKHIR NAMA": "II/c",
        "JENIS JABATAN NAMA": "Jabatan Pelaksana",
        "JABATAN NAMA": "PENGADMINISTRASI PERKANTORAN",
        "UNOR NAMA": "Sub Bagian Keuangan",
    }

    kantor.impor(kata, kantor.orang(2))

    orang = orang_ke(1)
    assert (str(orang.golongan), orang.kelamin, orang.lahir) == ("II/c", "P", date(1966, 6, 9))
    assert (orang.bup, orang.tmt_pensiun) == (58, date(2024, 7, 1))
    (satu,) = penugasan(1)
    assert (satu.jabatan, satu.jabatan_nama) == (None, "PENGADMINISTRASI PERKANTORAN")


def test_an_unknown_jabatan_is_registered_as_outside_the_references(kantor: Kantor) -> None:
    asing = {"JABATAN_ID": "A418D76E0820B891", "JABATAN_NAMA": "PENGADMINISTRASI UMUM"}

    kantor.impor(
        kantor.orang(1, **asing, JENIS_JABATAN_ID=4.0),
        kantor.orang(2, **asing, JENIS_JABATAN_ID=4.0),
    )

    jabatan = Jabatan.objects.get(di_luar_referensi=True)
    assert (jabatan.nama, jabatan.jenis) == ("PENGADMINISTRASI UMUM", "4")
    assert (Formasi.objects.get(jabatan=jabatan).isi_pns, orang_ke(1).bup) == (2, 58)


def test_a_functional_jabatan_outside_the_references_has_no_known_bup(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, JABATAN_ID="A418D76E0820B891"))

    assert (orang_ke(1).bup, orang_ke(1).tmt_pensiun) == (None, None)


def test_an_unknown_study_programme_is_registered(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1))

    baru = Pendidikan.objects.get(di_luar_referensi=True)
    assert (baru.nama, str(baru.tingkat)) == (f"S-1 {siasn.nama(1)}", "S-1")
    assert orang_ke(1).pendidikan == baru


def test_somebody_who_works_elsewhere_is_counted_but_not_as_effective(kantor: Kantor) -> None:
    kantor.impor(
        kantor.orang(1, INSTANSI_KERJA_ID="6CF2", INSTANSI_KERJA_NAMA="Pemerintah Kab. Lain")
    )

    assert orang_ke(1).instansi_kerja_lain == "Pemerintah Kab. Lain"
    post = Formasi.objects.get()
    assert (post.isi_pns, post.efektif_pns) == (1, 0)


def test_a_grade_means_what_its_status_says(kantor: Kantor) -> None:
    kantor.impor(siasn.orang(1, status="PPPK"))

    assert str(Pegawai.objects.get().golongan) == "IX"


def test_the_nik_is_kept_encrypted_and_shown_in_part(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NIK="'3404010906660001"))

    orang = orang_ke(1)
    assert bytes(orang.nik_sandi or b"") != b"3404010906660001"
    assert buka(bytes(orang.nik_sandi or b"")) == "3404010906660001"
    assert orang.nik_samar == "3404********0001"
    assert "3404010906660001" not in json.dumps(orang.siasn)


def test_religion_tax_number_bpjs_and_address_are_not_kept(kantor: Kantor) -> None:
    rahasia = {"AGAMA_NAMA": "Xagama", "NPWP_NOMOR": "'777", "BPJS": "'888", "ALAMAT": "JL. XYZZY"}

    kantor.impor(kantor.orang(1, **rahasia))

    (baris,) = Pegawai.objects.values_list()
    semua = repr(baris)
    assert not [isi for isi in ("Xagama", "777", "888", "XYZZY") if isi in semua]
    assert not {"AGAMA NAMA", "NPWP NOMOR", "BPJS", "ALAMAT", "NIK"} & orang_ke(1).siasn.keys()


def test_a_cell_that_looks_like_a_formula_is_stored_as_text(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, GELAR_BELAKANG='=HYPERLINK("http://contoh")'))

    assert orang_ke(1).gelar_belakang == '=HYPERLINK("http://contoh")'


def test_long_words_are_cut_for_the_list_and_kept_whole(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, GELAR_BELAKANG="S." + "x" * 300))

    orang = orang_ke(1)
    assert len(orang.gelar_belakang) == 120
    assert len(orang.siasn["GELAR BELAKANG"]) == 302


def test_a_name_is_found_by_each_of_its_words(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NAMA="MUH. MA'RUF AL-AMIN"))

    kata = KataCari.objects.filter(pegawai=orang_ke(1)).values_list("kata", flat=True)
    assert sorted(kata) == ["AL", "AMIN", "MARUF", "MUH"]


def test_the_act_and_each_person_leave_a_trace_without_personal_numbers(kantor: Kantor) -> None:
    kantor.impor(
        kantor.orang(1, NIK="'3404010906660001", NIP_LAMA=131777888.0, NOMOR_HP=81234567890.0)
    )

    kode = Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True)
    assert list(kode) == [
        "organisasi.instansi.dikenali",  # the first file says whose it is
        "pegawai.pegawai.dicatat",
        "organisasi.impor.diterapkan",
    ]
    semua = " ".join(IsiPeristiwa.objects.values_list("isi", flat=True))
    assert "Guru Ahli Pertama" in semua
    rahasia = ("3404010906660001", "131777888", "81234567890", siasn.nip(1))
    assert not [isi for isi in rahasia if isi in semua]


def test_a_fault_in_the_middle_leaves_nothing(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_: object, **__: object) -> int:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr(impor_pegawai_tulis, "segarkan_isi", gagal)

    with pytest.raises(RuntimeError, match="listrik padam"):
        kantor.impor(kantor.orang(1))

    assert not Pegawai.objects.exists()
    assert not Penugasan.objects.exists()
    assert not Peristiwa.objects.exists()


def test_pressing_stop_in_the_middle_leaves_nothing(kantor: Kantor) -> None:
    def berhenti(persen: int, langkah: str) -> None:
        if langkah.startswith("Menulis pegawai"):
            raise Dibatalkan

    with pytest.raises(Dibatalkan):
        terapkan_berkas(
            kantor.berkas([kantor.orang(1)]), IMPOR_PEGAWAI, per=PER, oleh=sistem(),
            kemajuan=berhenti,
        )  # fmt: skip

    assert not Pegawai.objects.exists()


def test_news_comes_while_a_large_file_is_read_and_written(kantor: Kantor) -> None:
    kabar: list[str] = []
    unit = [(kantor.sd1.siasn_id, "SD")]
    semua = siasn.banyak(2_100, unit, [(kantor.guru.siasn_id, "Guru")])
    berkas = siasn.tulis_ekspor(kantor.folder / "banyak.xlsx", semua)

    terapkan_berkas(
        berkas, IMPOR_PEGAWAI, per=PER, oleh=sistem(),
        kemajuan=lambda persen, langkah: kabar.append(langkah),
    )  # fmt: skip

    assert [k for k in kabar if k.startswith(("Membaca baris", "Menulis pegawai"))] == [
        "Membaca baris 1001",
        "Membaca baris 2001",
        "Menulis pegawai 0 dari 2100",
        "Menulis pegawai 1000 dari 2100",
        "Menulis pegawai 2000 dari 2100",
    ]
    assert Pegawai.objects.count() == 2_100

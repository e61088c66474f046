"""Kind ``kebutuhan``, and the act that decides one need."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.services.kebutuhan import Ketetapan, tetapkan_kebutuhan, tulis_kebutuhan
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan
from tests.helpers.berkas_impor import (
    HARI_INI,
    alamat,
    berkas,
    isi_tabel,
    jumlah,
    periksa,
    sistem,
    terapkan,
)
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = pytest.mark.django_db

KEPALA = ("UNOR ID", "JABATAN ID", "JABATAN NAMA", "KEBUTUHAN")


@pytest.fixture
def kantor() -> dict[str, UnitKerja]:
    return kabupaten()


@pytest.fixture
def guru() -> Jabatan:
    return jabatan("Guru Ahli Pertama", siasn_id="G1")


def test_decided_need_makes_the_post_and_counts(
    tmp_path: Path, kantor: dict[str, UnitKerja], guru: Jabatan
) -> None:
    hasil = terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "g1", "", 7)))

    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    satu = Kebutuhan.objects.get()
    assert (satu.formasi.unit, satu.formasi.jabatan) == (kantor["sd1"], guru)
    assert (satu.sumber, satu.mentah, satu.jumlah, satu.dipakai) == (
        SumberKebutuhan.PENETAPAN, Decimal("7.0000"), 7, True,
    )  # fmt: skip
    assert (satu.per, satu.ditetapkan_oleh) == (HARI_INI, sistem())
    assert satu.dasar.endswith(": uji.xlsx")


def test_need_of_zero_is_a_need(tmp_path: Path, kantor: Any, guru: Jabatan) -> None:
    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 0)))

    assert Kebutuhan.objects.get().jumlah == 0


def test_jabatan_no_reference_names_is_registered_as_such(tmp_path: Path, kantor: Any) -> None:
    baris = (kantor["sd1"].siasn_id, "X9", "Perawat Pertama / Ahli Pertama", "2")

    hasil = terapkan("kebutuhan", berkas(tmp_path, KEPALA, baris))

    satu = Jabatan.objects.get(siasn_id="X9")
    assert alamat(hasil.peringatan) == [(2, "JABATAN ID", "jabatan_di_luar_referensi")]
    assert (satu.di_luar_referensi, satu.jenjang, satu.rumpun) == (True, "PT", "Perawat")
    assert Peristiwa.objects.filter(tindakan="pegawai.jabatan.di_luar_referensi").count() == 1


def test_jabatan_with_the_id_of_its_unit_is_its_head(tmp_path: Path, kantor: Any) -> None:
    kode = kantor["bkd"].siasn_id

    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kode, kode, "Kepala Badan", 1)))

    kepala = Jabatan.objects.get(siasn_id=kode)
    assert (kepala.jenis, kepala.unit) == (JenisJabatan.STRUKTURAL, kantor["bkd"])


def test_rows_without_a_place_are_refused_each_for_its_reason(
    tmp_path: Path, kantor: Any, guru: Jabatan
) -> None:
    sd, bkd = kantor["sd1"].siasn_id, kantor["bkd"]
    jabatan("Kepala Badan", jenis="1", siasn_id=bkd.siasn_id, unit=bkd)

    hasil = terapkan(
        "kebutuhan",
        berkas(
            tmp_path, KEPALA,
            (sd, "G1", "", 1), (sd.upper(), "g1", "", 2), ("Z9", "G1", "", 1), (sd, "X9", "", 1),
            (sd, bkd.siasn_id, "", 1), (sd, "G2", "Guru", -1), (sd, "G3", "Guru", "banyak"),
            (sd, "", "Guru", 1), (sd, "G4", "Guru", ""),
        ),
    )  # fmt: skip

    assert alamat(hasil.galat) == [
        (3, "JABATAN ID", "posisi_ganda"),
        (4, "UNOR ID", "unor_tidak_dikenal"),
        (5, "JABATAN NAMA", "wajib_kosong"),
        (6, "JABATAN ID", "jabatan_unit_lain"),
        (7, "KEBUTUHAN", "kebutuhan_tak_wajar"),
        (8, "KEBUTUHAN", "angka_tidak_sah"),
        (9, "JABATAN ID", "wajib_kosong"),
        (10, "KEBUTUHAN", "wajib_kosong"),
    ]
    assert hasil.diterima == Kebutuhan.objects.count() == 1


def test_closed_unit_is_mentioned(tmp_path: Path, kantor: Any, guru: Jabatan) -> None:
    UnitKerja.objects.filter(pk=kantor["sd1"].pk).update(ditutup=date(2026, 1, 1))

    hasil = periksa("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 1)))

    assert alamat(hasil.peringatan) == [(2, "UNOR ID", "unor_sudah_ditutup")]


def test_same_file_again_changes_nothing_but_is_a_younger_decision(
    tmp_path: Path, kantor: Any, guru: Jabatan
) -> None:
    path = berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 7))
    terapkan("kebutuhan", path, per=date(2025, 1, 1))

    hasil = terapkan("kebutuhan", path)

    assert jumlah(hasil) == (1, 0, 0, 0, 1, 0)
    assert Kebutuhan.objects.get().per == HARI_INI


def test_file_older_than_the_register_says_so(tmp_path: Path, kantor: Any, guru: Jabatan) -> None:
    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 7)))
    path = berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 5))

    hasil = periksa("kebutuhan", path, per=date(2025, 1, 1))

    assert hasil.catatan == [
        "Register sudah memuat penetapan per 01-06-2026, lebih baru daripada berkas ini "
        "(01-01-2025); angka yang berbeda akan diganti."
    ]


def test_new_figures_replace_old_ones_and_the_missing_are_reported(
    tmp_path: Path, kantor: Any, guru: Jabatan
) -> None:
    satu, dua = kantor["sd1"].siasn_id, kantor["sd2"].siasn_id
    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (satu, "G1", "", 7), (dua, "G1", "", 5)))

    hasil = terapkan("kebutuhan", berkas(tmp_path, KEPALA, (satu, "G1", "", "7,5")))

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 1)
    assert hasil.rincian[0].rincian == (("KEBUTUHAN", "7", "7.5"),)
    assert dict(Kebutuhan.objects.values_list("formasi__unit__siasn_id", "jumlah")) == {
        satu: 8, dua: 5,
    }  # fmt: skip
    jejak = Peristiwa.objects.filter(tindakan="penilaian.kebutuhan.ditetapkan").latest("urutan")
    isi = IsiPeristiwa.objects.get(urutan=jejak.urutan).data
    assert (isi["sebelum"]["jumlah"], isi["sesudah"]["jumlah"]) == (7, 8)


def test_decision_on_paper_gives_way_to_what_was_measured(
    tmp_path: Path, kantor: Any, guru: Jabatan
) -> None:
    post = formasi(kantor["sd1"], guru)
    with_abk = Ketetapan(post.pk, str(post), Decimal("3.6"))
    tulis_kebutuhan(
        [with_abk], sumber=SumberKebutuhan.ABK, per=HARI_INI, dasar="ABK 2026", oleh=sistem()
    )

    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 7)))

    dipakai = dict(Kebutuhan.objects.values_list("sumber", "dipakai"))
    assert dipakai == {SumberKebutuhan.ABK: True, SumberKebutuhan.PENETAPAN: False}


def test_measured_need_takes_over_from_a_decision_on_paper(
    tmp_path: Path, kantor: Any, guru: Jabatan
) -> None:
    terapkan("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "G1", "", 7)))
    post = Formasi.objects.get()

    tulis_kebutuhan(
        [Ketetapan(post.pk, str(post), Decimal("3.6"))],
        sumber=SumberKebutuhan.ABK, per=HARI_INI, dasar="ABK 2026", oleh=sistem(),
    )  # fmt: skip

    assert Kebutuhan.objects.terpakai().get().jumlah == 4


def test_one_need_is_decided_with_its_basis_and_its_trace(
    kantor: Any, guru: Jabatan, pada_hari_ini: Any
) -> None:
    organisasi = pengguna(Peran.BAGIAN_ORGANISASI)
    post = formasi(kantor["sd1"], guru)

    satu = tetapkan_kebutuhan(
        post.pk, mentah=Decimal("4.5"), sumber=SumberKebutuhan.PENETAPAN,
        per=HARI_INI, dasar="Keputusan 12/2026", oleh=organisasi,
    )  # fmt: skip

    assert (satu.jumlah, satu.dipakai, satu.dasar) == (5, True, "Keputusan 12/2026")
    assert satu.ditetapkan_oleh == organisasi
    assert Peristiwa.objects.get().tindakan == "penilaian.kebutuhan.ditetapkan"


@pytest.mark.parametrize(
    ("mentah", "dasar", "kalimat"),
    [
        ("-1", "Keputusan", "tidak dapat kurang dari nol"),
        ("1", "  ", "Sebutkan dasar penetapan kebutuhan"),
    ],
)
def test_need_without_sense_or_basis_is_refused(
    kantor: Any, guru: Jabatan, mentah: str, dasar: str, kalimat: str
) -> None:
    post = formasi(kantor["sd1"], guru)

    with pytest.raises(WrongMoment, match=kalimat):
        tetapkan_kebutuhan(
            post.pk, mentah=Decimal(mentah), sumber=SumberKebutuhan.PENETAPAN,
            per=HARI_INI, dasar=dasar, oleh=sistem(),
        )  # fmt: skip


def test_only_who_holds_the_right_over_the_unit_decides_its_need(
    kantor: Any, guru: Jabatan, pada_hari_ini: Any
) -> None:
    lain = pengguna(Peran.BAGIAN_ORGANISASI, unit=kantor["bkd"])
    post = formasi(kantor["sd1"], guru)

    with pytest.raises(NotAllowed, match="tidak mencakup penetapan kebutuhan di unit ini"):
        tetapkan_kebutuhan(
            post.pk, mentah=Decimal(1), sumber=SumberKebutuhan.PENETAPAN,
            per=HARI_INI, dasar="Keputusan", oleh=lain,
        )  # fmt: skip


def test_looking_writes_nothing(tmp_path: Path, kantor: Any) -> None:
    sebelum = isi_tabel()

    periksa("kebutuhan", berkas(tmp_path, KEPALA, (kantor["sd1"].siasn_id, "X9", "Guru", 1)))

    assert isi_tabel() == sebelum

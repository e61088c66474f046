"""Kind ``penugasan``: acting heads and additional tasks, from the office's own list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import JENIS
from organisasi.services.impor import tulis_templat
from pegawai.models import Formasi, Penugasan
from pegawai.services import register
from tests.helpers.berkas_impor import alamat, berkas, jumlah, periksa, sistem, terapkan
from tests.pegawai.dunia import Dunia
from toolkit.xlsx import baca_buku

PER = date(2026, 6, 1)
KEPALA = ("NIP", "JENIS", "UNOR ID", "JABATAN ID", "JABATAN NAMA", "TMT", "SELESAI", "NOMOR SK")


def _baris(d: Dunia, **lain: Any) -> tuple[Any, ...]:
    """Siti acts as analyst of the BKD for three months."""
    isi = {
        "NIP": d.siti.nip,
        "JENIS": "PLT",
        "UNOR ID": d.analis.unit.siasn_id,
        "JABATAN ID": d.analis.jabatan.siasn_id,
        "JABATAN NAMA": "",
        "TMT": date(2026, 5, 1),
        "SELESAI": date(2026, 8, 1),
        "NOMOR SK": "821/7",
    } | {k.replace("_", " "): v for k, v in lain.items()}
    return tuple(isi[k] for k in KEPALA)


def test_a_new_row_becomes_an_assignment_and_the_same_file_changes_nothing(
    tmp_path: Path, d: Dunia
) -> None:
    path = berkas(tmp_path, KEPALA, _baris(d))

    hasil = terapkan("penugasan", path)

    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    satu = Penugasan.objects.get(jenis="PLT")
    assert (satu.pegawai, satu.formasi, satu.mulai) == (d.siti, d.analis, date(2026, 5, 1))
    assert (satu.selesai, satu.nomor_sk) == (date(2026, 8, 1), "821/7")
    jejak = Peristiwa.objects.get(tindakan="pegawai.penugasan.dicatat")
    assert (jejak.objek_jenis, jejak.objek_id) == ("pegawai.pegawai", str(d.siti.pk))
    assert jumlah(terapkan("penugasan", path)) == (1, 0, 0, 0, 1, 0)


def test_another_end_changes_the_assignment_with_its_trace(tmp_path: Path, d: Dunia) -> None:
    terapkan("penugasan", berkas(tmp_path, KEPALA, _baris(d)))

    hasil = terapkan("penugasan", berkas(tmp_path, KEPALA, _baris(d, SELESAI=date(2026, 7, 1))))

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 0)
    assert hasil.perubahan == {"SELESAI": 1}
    assert Penugasan.objects.get(jenis="PLT").selesai == date(2026, 7, 1)
    jejak = Peristiwa.objects.get(tindakan="pegawai.penugasan.diubah")
    isi = IsiPeristiwa.objects.get(pk=jejak.urutan).isi
    assert '"selesai":"2026-07-01"' in isi


def test_an_open_assignment_missing_from_the_file_is_reported_and_stays(
    tmp_path: Path, d: Dunia
) -> None:
    register.catat_penugasan(
        d.budi.pk, oleh=d.kabid, per=PER, jenis="TT", formasi=d.guru, mulai=PER, nomor_sk="1",
        alasan="SK kepala sekolah",
    )  # fmt: skip

    hasil = terapkan("penugasan", berkas(tmp_path, KEPALA, _baris(d)))

    assert hasil.keluar == 1
    keluar = [r for r in hasil.rincian if r.macam == "keluar"]
    assert keluar[0].nama.startswith("TT BUDI SANTOSO")
    assert Penugasan.objects.get(jenis="TT").selesai is None


@pytest.mark.parametrize(
    ("lain", "kolom", "kode"),
    [
        ({"JENIS": "D"}, "JENIS", "jenis_definitif"),
        ({"JENIS": "XX"}, "JENIS", "jenis_tidak_dikenal"),
        ({"SELESAI": ""}, "SELESAI", "tanpa_akhir"),
        ({"SELESAI": date(2026, 5, 1)}, "SELESAI", "tanggal_terbalik"),
        ({"UNOR_ID": "tidak-ada"}, "UNOR ID", "unit_tidak_dikenal"),
        ({"JABATAN_ID": "tidak-ada"}, "JABATAN ID", "jabatan_tidak_dikenal"),
        ({"JABATAN_ID": "", "JABATAN_NAMA": "Kepala"}, "JABATAN ID", "wajib_kosong"),
        ({"JABATAN_ID": "", "JENIS": "TT"}, "JABATAN ID", "wajib_kosong"),
        ({"NIP": "199001012020012999"}, "NIP", "nip_tidak_dikenal"),
    ],
)
def test_a_row_that_cannot_be_is_refused_for_its_reason(
    tmp_path: Path, d: Dunia, lain: dict[str, Any], kolom: str, kode: str
) -> None:
    hasil = periksa("penugasan", berkas(tmp_path, KEPALA, _baris(d, **lain)))

    assert alamat(hasil.galat) == [(2, kolom, kode)]


def test_nobody_writes_down_his_own_assignment(tmp_path: Path, d: Dunia) -> None:
    d.siti.pengguna = d.kabid
    d.siti.save(update_fields=["pengguna"])

    hasil = periksa("penugasan", berkas(tmp_path, KEPALA, _baris(d)), oleh=d.kabid)

    assert alamat(hasil.galat) == [(2, "NIP", "data_sendiri")]


def test_long_terms_and_two_letters_for_one_post_are_pointed_out(tmp_path: Path, d: Dunia) -> None:
    hasil = periksa(
        "penugasan",
        berkas(
            tmp_path, KEPALA,
            _baris(d, SELESAI=date(2026, 11, 2)),
            _baris(d, JENIS="PLH", SELESAI=date(2026, 9, 1), NIP=d.budi.nip),
            _baris(d, TMT=date(2027, 1, 1), SELESAI=date(2027, 4, 1)),
        ),
    )  # fmt: skip

    assert alamat(hasil.peringatan) == [
        (2, "SELESAI", "lewat_masa_wakil"),
        (2, "TMT", "masa_beririsan"),
        (3, "SELESAI", "memuat_perpanjangan"),
        (3, "TMT", "masa_beririsan"),
    ]


def test_the_template_brings_back_what_is_written_down(tmp_path: Path, d: Dunia) -> None:
    terapkan("penugasan", berkas(tmp_path, KEPALA, _baris(d)))
    templat = tmp_path / "templat.xlsx"

    tulis_templat(JENIS["penugasan"], templat)

    assert jumlah(periksa("penugasan", templat)) == (1, 0, 0, 0, 1, 0)
    with baca_buku(templat) as buku:
        assert [lembar.nama for lembar in buku.lembar] == ["penugasan", "Petunjuk"]


def test_a_post_nobody_wrote_down_comes_with_its_first_assignment(tmp_path: Path, d: Dunia) -> None:
    lain = _baris(d, UNOR_ID=d.unit["disdik"].siasn_id)

    terapkan("penugasan", berkas(tmp_path, KEPALA, lain), oleh=sistem())

    post = Formasi.objects.get(unit=d.unit["disdik"], jabatan=d.analis.jabatan)
    assert Penugasan.objects.get(jenis="PLT").formasi == post
    assert post.isi_pns == 0


def test_the_head_of_a_school_needs_a_name_only(tmp_path: Path, d: Dunia) -> None:
    kepala = {"JENIS": "TT", "JABATAN_ID": "", "JABATAN_NAMA": "Kepala Sekolah", "SELESAI": ""}
    path = berkas(tmp_path, KEPALA, _baris(d, **kepala))

    hasil = terapkan("penugasan", path)

    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    satu = Penugasan.objects.get(jenis="TT")
    assert (satu.jabatan, satu.jabatan_nama, satu.formasi) == (None, "Kepala Sekolah", None)
    templat = tmp_path / "templat.xlsx"
    tulis_templat(JENIS["penugasan"], templat)
    assert jumlah(periksa("penugasan", templat)) == (1, 0, 0, 0, 1, 0)

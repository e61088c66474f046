"""Kind ``riwayat``: what is over, kind by kind; what is in force is never touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import JENIS
from organisasi.services.impor import tulis_templat
from pegawai.models import (
    Golongan,
    Pegawai,
    Pendidikan,
    Penugasan,
    RiwayatDisiplin,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatSertifikat,
    TingkatPendidikan,
)
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.pegawai.dunia import Dunia

KEPALA = (
    "NIP", "MACAM", "JENIS", "URAIAN", "KODE", "UNOR ID", "MULAI", "SELESAI", "NOMOR",
    "TAHUN LULUS", "JP", "KETERANGAN",
)  # fmt: skip


def _baris(orang: Pegawai, macam: str, **lain: Any) -> tuple[Any, ...]:
    isi = {"NIP": orang.nip, "MACAM": macam} | {k.replace("_", " "): v for k, v in lain.items()}
    return tuple(isi.get(kolom, "") for kolom in KEPALA)


@pytest.fixture
def s1(d: Dunia) -> Pendidikan:
    """One programme of the reference, and the last education of Siti."""
    program = Pendidikan.objects.create(
        siasn_id="AAAA1", nama="S-1 PGSD", tingkat=TingkatPendidikan.objects.get(kode="40")
    )
    RiwayatPendidikan.objects.create(pegawai=d.siti, pendidikan=program, tahun_lulus=2009)
    RiwayatPangkat.objects.create(
        pegawai=d.siti, golongan=d.siti.golongan, mulai=date(2022, 4, 1), tmt=date(2022, 4, 1)
    )
    return program


def _enam(d: Dunia, s1: Pendidikan) -> list[tuple[Any, ...]]:
    return [
        _baris(d.siti, "jabatan", KODE=d.analis.jabatan.siasn_id, MULAI=date(2015, 1, 1),
               UNOR_ID=d.analis.unit.siasn_id, SELESAI=date(2020, 3, 1), NOMOR="821/1"),
        _baris(d.siti, "pangkat", KODE="III/a", MULAI=date(2012, 4, 1), SELESAI=date(2016, 4, 1)),
        _baris(d.siti, "pendidikan", KODE=s1.siasn_id, TAHUN_LULUS=2005, MULAI=date(2005, 8, 1)),
        _baris(d.siti, "diklat", URAIAN="Guru Penggerak", MULAI=date(2023, 1, 9), JP=310,
               KETERANGAN="BBGP"),
        _baris(d.siti, "hukuman", JENIS="Ringan", URAIAN="Teguran tertulis", NOMOR="800/3",
               MULAI=date(2019, 2, 1), SELESAI=date(2019, 8, 1)),
        _baris(d.siti, "sertifikat", JENIS="Uji kompetensi", URAIAN="Ukom Guru", NOMOR="UK-9",
               KODE="Ahli Muda", MULAI=date(2025, 3, 1), SELESAI=date(2027, 3, 1),
               KETERANGAN="Guru"),
    ]  # fmt: skip


def test_each_kind_becomes_its_history_and_the_same_file_changes_nothing(
    tmp_path: Path, d: Dunia, s1: Pendidikan
) -> None:
    terbuka = Penugasan.objects.get(pegawai=d.siti, selesai__isnull=True)
    path = berkas(tmp_path, KEPALA, *_enam(d, s1))

    hasil = terapkan("riwayat", path, oleh=d.kabid)

    assert jumlah(hasil) == (6, 0, 6, 0, 0, 0)
    assert {r.nama.split()[0] for r in hasil.rincian} == {
        "jabatan", "pangkat", "pendidikan", "pelatihan", "riwayat", "sertifikat",
    }  # fmt: skip
    lama = Penugasan.objects.get(pegawai=d.siti, selesai=date(2020, 3, 1))
    assert (lama.jenis, lama.unit, lama.jabatan, lama.formasi) == (
        "D", d.analis.unit, d.analis.jabatan, None,
    )  # fmt: skip
    assert RiwayatPangkat.objects.get(selesai=date(2016, 4, 1)).golongan == Golongan.objects.get(
        nama="III/a"
    )
    assert RiwayatPendidikan.objects.get(tahun_lulus=2005).selesai == date(2005, 8, 1)
    assert RiwayatPelatihan.objects.get().jam == 310
    assert RiwayatDisiplin.objects.get().tingkat == "R"
    izin = RiwayatSertifikat.objects.get()
    assert (izin.jenis, izin.jenjang, izin.rumpun, izin.selesai) == (
        "ukom", "MU", "Guru", date(2027, 3, 1),
    )  # fmt: skip
    assert Penugasan.objects.get(pk=terbuka.pk).selesai is None
    sebelum = isi_tabel()
    assert jumlah(periksa("riwayat", path, oleh=d.kabid)) == (6, 0, 0, 0, 6, 0)
    assert isi_tabel() == sebelum


def test_every_row_leaves_its_trace_and_none_says_what_a_sanction_was(
    tmp_path: Path, d: Dunia, s1: Pendidikan
) -> None:
    terapkan("riwayat", berkas(tmp_path, KEPALA, *_enam(d, s1)), oleh=d.kabid)
    lain = list(_enam(d, s1)[4])
    lain[KEPALA.index("JENIS")] = "Sedang"
    terapkan("riwayat", berkas(tmp_path, KEPALA, lain), oleh=d.kabid)

    jejak = Peristiwa.objects.filter(objek_id=str(d.siti.pk), objek_jenis="pegawai.pegawai")
    assert jejak.filter(tindakan="pegawai.riwayat.dicatat").count() == 5
    assert jejak.filter(tindakan="pegawai.disiplin.dicatat").count() == 1
    assert jejak.filter(tindakan="pegawai.riwayat.diubah").count() == 1
    assert RiwayatDisiplin.objects.get().tingkat == "S"
    semua = "".join(IsiPeristiwa.objects.values_list("isi", flat=True))
    assert "Ukom Guru" in semua
    assert "Teguran" not in semua
    assert "edang" not in semua


def test_sanctions_are_read_only_from_those_who_may_see_them(
    tmp_path: Path, d: Dunia, s1: Pendidikan
) -> None:
    rusak = _baris(d.siti, "hukuman", JENIS="Teguran", URAIAN="x", MULAI="2019-99-99")

    hasil = terapkan("riwayat", berkas(tmp_path, KEPALA, *_enam(d, s1), rusak))

    assert (hasil.diterima, hasil.ditolak) == (5, 2)
    assert alamat(hasil.galat)[0] == (6, "MACAM", "bukan_hak_disiplin")
    assert {m.nilai for m in hasil.galat} == {None}
    assert not RiwayatDisiplin.objects.exists()


@pytest.mark.parametrize(
    ("macam", "lain", "kolom", "kode"),
    [
        ("jabatan", {"URAIAN": "Guru", "MULAI": date(2015, 1, 1)}, "SELESAI", "wajib_kosong"),
        ("jabatan", {"URAIAN": "Guru", "MULAI": date(2015, 1, 1), "SELESAI": date(2021, 1, 1)},
         "SELESAI", "beririsan_jabatan_kini"),
        ("jabatan", {"URAIAN": "Guru", "MULAI": date(2015, 1, 1), "SELESAI": date(2027, 1, 1)},
         "SELESAI", "masih_berlaku"),
        ("jabatan", {"MULAI": date(2015, 1, 1), "SELESAI": date(2016, 1, 1)},
         "URAIAN", "jabatan_kosong"),
        ("pangkat", {"KODE": "III/c", "MULAI": date(2022, 4, 1), "SELESAI": date(2026, 1, 1)},
         "KODE", "masih_berlaku"),
        ("pangkat", {"KODE": "V/a", "MULAI": date(2012, 4, 1), "SELESAI": date(2016, 1, 1)},
         "KODE", "golongan_tidak_dikenal"),
        ("pendidikan", {"KODE": "entah", "TAHUN_LULUS": 2001}, "KODE", "pendidikan_tidak_dikenal"),
        ("pelatihan", {"URAIAN": "PKA"}, "MULAI", "wajib_kosong"),
        ("sertifikat", {"JENIS": "SIM", "URAIAN": "x", "MULAI": date(2020, 1, 1)},
         "JENIS", "jenis_tidak_dikenal"),
        ("sertifikat", {"JENIS": "STR", "URAIAN": "x", "MULAI": date(2020, 1, 1),
                        "SELESAI": date(2019, 1, 1)}, "SELESAI", "tanggal_terbalik"),
        ("entah", {}, "MACAM", "macam_tidak_dikenal"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_for_its_reason(
    tmp_path: Path,
    d: Dunia,
    s1: Pendidikan,
    macam: str,
    lain: dict[str, Any],
    kolom: str,
    kode: str,
) -> None:
    hasil = periksa("riwayat", berkas(tmp_path, KEPALA, _baris(d.siti, macam, **lain)))

    assert alamat(hasil.galat) == [(2, kolom, kode)]


def test_an_old_name_without_an_id_is_kept_as_words(tmp_path: Path, d: Dunia) -> None:
    baris = _baris(
        d.siti, "jabatan", URAIAN="Kasubbag Umum", KODE="sudah-tiada", UNOR_ID="tak-ada",
        KETERANGAN="Dinas Lama", MULAI=date(2012, 1, 1), SELESAI=date(2015, 1, 1), JP=9,
    )  # fmt: skip

    hasil = terapkan("riwayat", berkas(tmp_path, KEPALA, baris))

    assert alamat(hasil.peringatan) == [
        (2, "JP", "tidak_dipakai"),
        (2, "KODE", "jabatan_tidak_dikenal"),
        (2, "UNOR ID", "unit_tidak_dikenal"),
    ]
    satu = Penugasan.objects.get(pegawai=d.siti, selesai=date(2015, 1, 1))
    assert (satu.jabatan_nama, satu.unor_nama, satu.unit) == ("Kasubbag Umum", "Dinas Lama", None)


def test_two_past_posts_at_one_time_are_pointed_out(tmp_path: Path, d: Dunia) -> None:
    kurun = [(date(2012, 1, 1), date(2015, 1, 1)), (date(2014, 1, 1), date(2016, 1, 1))]
    baris = [
        _baris(d.siti, "jabatan", URAIAN=f"Jabatan {i}", MULAI=mulai, SELESAI=selesai)
        for i, (mulai, selesai) in enumerate(kurun)
    ]

    hasil = periksa("riwayat", berkas(tmp_path, KEPALA, *baris, baris[0]))

    assert alamat(hasil.peringatan) == [(n, "MULAI", "masa_beririsan") for n in (2, 3, 4)]
    assert alamat(hasil.galat) == [(4, "MACAM", "riwayat_ganda")]


def test_the_template_brings_back_everything_but_sanctions(
    tmp_path: Path, d: Dunia, s1: Pendidikan
) -> None:
    terapkan("riwayat", berkas(tmp_path, KEPALA, *_enam(d, s1)), oleh=d.kabid)
    templat = tmp_path / "templat.xlsx"

    banyak = tulis_templat(JENIS["riwayat"], templat)

    assert banyak == 5
    assert jumlah(periksa("riwayat", templat)) == (5, 0, 0, 0, 5, 0)

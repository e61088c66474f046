"""Kind ``abk``: task rows of posts, and the needs they make."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import JENIS
from organisasi.models import UnitKerja
from organisasi.services.impor import refused_workbook, tulis_templat
from pegawai.models import Formasi, JenisJabatan
from penilaian.models import (
    CaraBulat,
    JalurHitung,
    KeadaanHitung,
    Kebutuhan,
    PerhitunganKebutuhan,
    UraianTugas,
)
from penilaian.services.analisis import analisis_kebutuhan
from penilaian.services.terhitung import tandai_dipakai
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
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

pytestmark = pytest.mark.django_db

KEPALA = (
    "UNOR ID", "NAMA UNOR", "JABATAN ID", "JABATAN", "URAIAN TUGAS", "SATUAN HASIL", "VOLUME",
    "PERIODE", "NORMA WAKTU (menit)",
)  # fmt: skip


@pytest.fixture
def kantor() -> dict[str, UnitKerja]:
    return org.kabupaten()


@pytest.fixture
def arsip(kantor: dict[str, UnitKerja]) -> Formasi:
    """A post with two holders."""
    post = peg.formasi(kantor["bkd"], peg.jabatan("Arsiparis Terampil", siasn_id="A1"))
    for nama in ("ANI", "BUDI"):
        peg.pegawai(nama, post=post)
    return post


def tugas(
    post: Formasi,
    uraian: str = "Menata arsip",
    volume: object = 100,
    periode: str = "bulan",
    norma: object = 50,
    satuan: str = "berkas",
) -> tuple[object, ...]:
    """One row; by default 60,000 minutes a year."""
    return (
        post.unit.siasn_id, "", post.jabatan.siasn_id, "", uraian, satuan, volume, periode, norma,
    )  # fmt: skip


def ej(post: Formasi) -> tuple[Any, ...]:
    """What the analysis says of the load of one post."""
    baris = next(
        f for f in analisis_kebutuhan(per=HARI_INI)["formasi"]
        if f["jabatan_id"] == post.jabatan.siasn_id
    )  # fmt: skip
    return (
        baris["sumber"],
        baris["kebutuhan_mentah"],
        baris["kebutuhan"],
        baris["ej"],
        baris["kelas"],
    )


def test_tasks_of_a_post_become_its_need_with_minutes_and_constants(
    tmp_path: Path, arsip: Formasi
) -> None:
    rows = (tugas(arsip), tugas(arsip, "Melayani peminjaman", 10, "hari", "25,5"))

    hasil = terapkan("abk", berkas(tmp_path, KEPALA, *rows))

    assert jumlah(hasil) == (2, 0, 2, 0, 0, 0)
    satu = PerhitunganKebutuhan.objects.get()
    # 100 x 12 x 50 and 10 x 250 x 25.5 minutes.
    assert (satu.menit, satu.jke_menit, satu.nilai) == ("123750", 75_000, Fraction(33, 20))
    assert (satu.mentah, satu.jumlah, satu.pembulatan) == (
        Decimal("1.6500"), 2, CaraBulat.SETENGAH_NAIK,
    )  # fmt: skip
    assert (satu.keadaan, satu.jalur, satu.versi, satu.dibuat_oleh) == (
        KeadaanHitung.FINAL, JalurHitung.IMPOR, 1, sistem(),
    )  # fmt: skip
    assert {t["nama"]: t["nilai"] for t in satu.tetapan}["jke_menit"] == 75_000
    assert all(t["dasar"] for t in satu.tetapan)
    assert [(t.urutan, t.uraian, t.volume, t.norma_menit) for t in satu.tugas.all()] == [
        (1, "Menata arsip", Decimal(100), Decimal(50)),
        (2, "Melayani peminjaman", Decimal(10), Decimal("25.5")),
    ]
    kebutuhan = Kebutuhan.objects.get()
    assert (kebutuhan.perhitungan, kebutuhan.sumber, kebutuhan.terhitung) == (satu, "abk", 2)
    jejak = Peristiwa.objects.get(tindakan="penilaian.kebutuhan.ditetapkan")
    assert IsiPeristiwa.objects.get(urutan=jejak.urutan).data["sesudah"]["jumlah"] == 2
    assert ej(arsip) == ("abk", "1.6500", 2, "0.8250", "C")


def test_measured_load_stands_before_a_decided_figure_and_both_are_kept(
    tmp_path: Path, arsip: Formasi
) -> None:
    nilai.kebutuhan(arsip, 9)

    terapkan("abk", berkas(tmp_path, KEPALA, tugas(arsip)))

    assert set(Kebutuhan.objects.values_list("sumber", "jumlah", "dipakai")) == {
        ("abk", 1, True), ("penetapan", 9, False),
    }  # fmt: skip


def test_every_bad_cell_is_refused_for_its_own_reason(tmp_path: Path, arsip: Formasi) -> None:
    lain = ("Z9", "", "A1", "", "Tugas", "berkas", 1, "bulan", 1)
    rows = (
        tugas(arsip), tugas(arsip, "MENATA  arsip", 7), lain, (*lain[:2], "Z9", *lain[3:]),
        (arsip.unit.siasn_id, *lain[1:2], "Z9", *lain[3:]),
        tugas(arsip, "a", -1), tugas(arsip, "b", "seratus"), tugas(arsip, "c", 1, "triwulan"),
        tugas(arsip, "d", 1, "bulan", "2 jam"), tugas(arsip, "e", 1, "bulan", 0),
        tugas(arsip, "", "", "", "x", ""), tugas(arsip, "f", 9e9), tugas(arsip, "g", 9e6, "hari"),
        tugas(arsip, "h" * 501), tugas(arsip, "i", 1, "bulan", 0.0000001),
    )  # fmt: skip

    hasil = terapkan("abk", berkas(tmp_path, KEPALA, *rows))

    assert alamat(hasil.galat) == [
        (3, "URAIAN TUGAS", "tugas_ganda"),
        (4, "UNOR ID", "unor_tidak_dikenal"),
        (5, "JABATAN ID", "jabatan_tidak_dikenal"), (5, "UNOR ID", "unor_tidak_dikenal"),
        (6, "JABATAN ID", "jabatan_tidak_dikenal"),
        (7, "VOLUME", "volume_negatif"),
        (8, "VOLUME", "volume_bukan_angka"),
        (9, "PERIODE", "periode_tidak_dikenal"),
        (10, "NORMA WAKTU (menit)", "norma_bukan_angka"),
        (11, "NORMA WAKTU (menit)", "norma_nol"),
        (12, "NORMA WAKTU (menit)", "norma_bukan_angka"), (12, "PERIODE", "periode_kosong"),
        (12, "SATUAN HASIL", "satuan_kosong"), (12, "URAIAN TUGAS", "uraian_kosong"),
        (12, "VOLUME", "volume_kosong"),
        (13, "VOLUME", "volume_tak_wajar"),
        (14, "VOLUME", "beban_tak_wajar"),
        (15, "URAIAN TUGAS", "teks_terlalu_panjang"),
        (16, "NORMA WAKTU (menit)", "norma_nol"),
    ]  # fmt: skip
    assert "baris 2" in next(m.pesan for m in hasil.galat if m.kode == "tugas_ganda")
    assert hasil.diterima == UraianTugas.objects.count() == 1


def test_second_row_stands_when_the_first_of_its_task_is_refused(
    tmp_path: Path, arsip: Formasi
) -> None:
    hasil = periksa("abk", berkas(tmp_path, KEPALA, tugas(arsip, norma=0), tugas(arsip, norma=60)))

    assert alamat(hasil.galat) == [(2, "NORMA WAKTU (menit)", "norma_nol")]
    assert hasil.baru == 1


def test_same_file_again_changes_nothing_but_is_a_younger_decision(
    tmp_path: Path, arsip: Formasi
) -> None:
    path = berkas(tmp_path, KEPALA, tugas(arsip), tugas(arsip, "Memindai", 0.1, "hari", 7.5))
    terapkan("abk", path, per=date(2025, 1, 1))
    isi = isi_tabel()

    hasil = terapkan("abk", path)

    assert jumlah(hasil) == (2, 0, 0, 0, 2, 0)
    sesudah = isi_tabel()
    assert {k for k in isi if isi[k] != sesudah[k]} <= {"jejak.Peristiwa", "jejak.IsiPeristiwa"}
    assert Kebutuhan.objects.get().per == HARI_INI


def test_changed_and_missing_tasks_make_the_next_version_and_keep_the_earlier(
    tmp_path: Path, arsip: Formasi
) -> None:
    dua = (tugas(arsip), tugas(arsip, "Memindai", 100, "bulan", 75))
    terapkan("abk", berkas(tmp_path, KEPALA, *dua))
    UraianTugas.objects.filter(urutan=1).update(alasan="Arsip statis tiga gudang.")

    hasil = terapkan("abk", berkas(tmp_path, KEPALA, tugas(arsip, volume=120.5)))

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 1)
    assert [p.rincian for p in hasil.rincian if p.macam == "berubah"] == [
        (("VOLUME", "100", "120.5"),)
    ]
    assert hasil.catatan[0] == (
        "1 tugas tidak ada lagi di berkas. Versi baru jabatannya tidak memuatnya; versi lama "
        "tetap tersimpan."
    )
    versi = {p.versi: p for p in PerhitunganKebutuhan.objects.all()}
    assert {v: p.tugas.count() for v, p in versi.items()} == {1: 2, 2: 1}
    assert Kebutuhan.objects.get().perhitungan == versi[2]
    assert versi[2].tugas.get().alasan == "Arsip statis tiga gudang."
    assert ej(arsip)[1] == "0.9640"


def test_refused_row_leaves_every_task_of_its_post_as_it_was(
    tmp_path: Path, arsip: Formasi
) -> None:
    dua = (tugas(arsip), tugas(arsip, "Memindai", 100, "bulan", 75))
    terapkan("abk", berkas(tmp_path, KEPALA, *dua))

    hasil = terapkan(
        "abk", berkas(tmp_path, KEPALA, tugas(arsip, norma="x"), tugas(arsip, "Merawat"))
    )

    assert jumlah(hasil) == (2, 1, 1, 0, 0, 0)
    berlaku = UraianTugas.objects.filter(perhitungan__kebutuhan__isnull=False)
    assert [t.uraian for t in berlaku] == ["Merawat", "Menata arsip", "Memindai"]


def test_mended_workbook_of_refused_rows_drops_no_other_task(
    tmp_path: Path, arsip: Formasi
) -> None:
    path = berkas(tmp_path, KEPALA, tugas(arsip), tugas(arsip, "Memindai", norma="1 jam"))
    hasil = terapkan("abk", path)
    balik = tmp_path / "ditolak.xlsx"
    assert refused_workbook(hasil, path, JENIS["abk"], balik) == 1
    mentah = berkas(
        tmp_path, (*KEPALA, "ALASAN DITOLAK"), (*tugas(arsip, "Memindai", norma=60), "dulu jam")
    )

    hasil = terapkan("abk", mentah)

    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    assert PerhitunganKebutuhan.objects.berlaku().get().tugas.count() == 2


def test_template_brings_every_task_and_one_line_for_posts_without(
    tmp_path: Path, arsip: Formasi
) -> None:
    terapkan("abk", berkas(tmp_path, KEPALA, tugas(arsip), tugas(arsip, "Memindai", 2.25)))
    peg.formasi(arsip.unit, peg.jabatan("Pranata Komputer"))

    assert tulis_templat(JENIS["abk"], tmp_path / "templat.xlsx") == 3

    hasil = periksa("abk", tmp_path / "templat.xlsx")
    assert jumlah(hasil) == (2, 0, 0, 0, 2, 0)
    assert hasil.catatan == ["1 baris tanpa isi tugas dilewati."]


def test_likely_slips_are_told_before_applying_and_refuse_nothing(
    tmp_path: Path, arsip: Formasi
) -> None:
    rows = (tugas(arsip, volume=200, norma=1, satuan="jam"), tugas(arsip, "Merawat", 30, norma=2))

    hasil = periksa("abk", berkas(tmp_path, KEPALA, *rows))

    assert hasil.ditolak == 0
    nama = "Arsiparis Terampil · Badan Kepegawaian"
    kalimat = [c for c in hasil.catatan if nama in c]
    assert any("norma waktunya tampak diisi dalam jam" in c for c in kalimat)
    assert any("satuan waktu sebagai hasil" in c for c in kalimat)


def test_box_of_the_structure_stays_one_seat_and_shows_its_load(
    tmp_path: Path, kantor: dict[str, UnitKerja]
) -> None:
    kepala = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=kantor["disdik"], eselon_id="22",
        siasn_id=kantor["disdik"].siasn_id,
    )  # fmt: skip
    post = peg.formasi(kantor["disdik"], kepala)
    peg.pegawai("ANI", post=post)

    terapkan("abk", berkas(tmp_path, KEPALA, tugas(post, volume=300)))

    assert ej(post) == ("abk", "2.4000", 1, "2.4000", "A")


def test_file_names_a_post_the_register_does_not_have_yet(
    tmp_path: Path, kantor: dict[str, UnitKerja]
) -> None:
    peg.jabatan("Arsiparis Terampil", siasn_id="A1")
    baris = (kantor["bkd"].siasn_id, "", "a1", "", "Menata", "berkas", 1, "hari", 300)

    terapkan("abk", berkas(tmp_path, KEPALA, baris))

    assert Formasi.objects.get(jabatan__siasn_id="A1").kebutuhan.get().jumlah == 1


def test_constant_changed_later_changes_nothing_decided_before(
    tmp_path: Path, arsip: Formasi
) -> None:
    from organisasi.models import NilaiKetentuan

    path = berkas(tmp_path, KEPALA, tugas(arsip, volume=125))
    terapkan("abk", path)
    sebelum = ej(arsip)
    NilaiKetentuan.objects.create(
        kode="jke_menit", nilai=60_000, mulai=date(2026, 5, 1), dasar="uji"
    )

    assert ej(arsip) == sebelum == ("abk", "1.0000", 1, "0.5000", "D")
    hasil = terapkan("abk", path)
    assert hasil.sama == 1
    assert hasil.catatan == [
        "1 jabatan isinya sama dan tetap memakai JKE saat diputuskan, bukan 60.000 menit yang "
        "berlaku sekarang."
    ]


def test_posts_counted_together_are_rounded_once_from_the_exact_load(
    tmp_path: Path, arsip: Formasi
) -> None:
    lama = peg.formasi(arsip.unit, peg.jabatan("Arsiparis Lama", siasn_id="L1"))
    rows = (
        tugas(arsip, volume=18_749, periode="tahun", norma=1),
        tugas(lama, volume=18_750, periode="tahun", norma=1),
    )
    terapkan("abk", berkas(tmp_path, KEPALA, *rows))
    # As a decided match of names leaves it: both needs are counted under one post.
    Kebutuhan.objects.filter(asal=lama).update(formasi=arsip, dipakai=False, terhitung=None)

    tandai_dipakai({arsip.pk})

    # 0.2500 and 0.2500 by four decimals would be one person; the exact load is 37,499 minutes.
    assert Kebutuhan.objects.get(dipakai=True).terhitung == 0
    assert ej(arsip)[1:4] == ("0.5000", 0, "0.2500")

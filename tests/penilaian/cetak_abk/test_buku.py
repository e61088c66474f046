"""The workbook of tasks goes out to an office and comes back: as drafts, and only what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import python_calamine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import KeadaanHitung, Kebutuhan, PerhitunganKebutuhan, UraianTugas
from penilaian.services.buku_abk import BARIS_TAMBAHAN, formasi_cabang, tulis_buku_abk
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.uraian import susun_banyak, susun_uraian
from penilaian.services.uraian_jalan import periksa_perhitungan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import HARI_INI, alamat, berkas, jumlah, periksa, terapkan
from tests.penilaian.cetak_abk.conftest import Sekolah
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = pytest.mark.django_db
SEL = {"uraian": 4, "satuan": 5, "volume": 6, "periode": 7, "norma": 8}


def keluar(sekolah: Sekolah, folder: Path, *, baris_kosong: int = 0) -> Path:
    """The workbook of the school, as it is handed out."""
    path = folder / "buku.xlsx"
    tulis_buku_abk(formasi_cabang(sekolah.unit["sd1"]), path, baris_kosong=baris_kosong)
    return path


def isi(path: Path | BytesIO) -> list[list[Any]]:
    """Its first sheet."""
    buku = (
        python_calamine.CalamineWorkbook.from_path(path)
        if isinstance(path, Path)
        else python_calamine.CalamineWorkbook.from_filelike(path)
    )
    return [list(baris) for baris in buku.get_sheet_by_index(0).to_python()]


def diubah(path: Path, ubah: Callable[[list[list[Any]]], None]) -> Path:
    """The same workbook after somebody worked in it."""
    baris = [b for b in isi(path) if any(b)]
    ubah(baris)
    return berkas(path.parent, *baris, nama="kembali.xlsx")


def tugas(post: Formasi) -> list[str]:
    """The tasks of its draft, as written."""
    satu = PerhitunganKebutuhan.objects.abk_terbuka().get(formasi=post)
    return [f"{t.uraian} {t.volume.normalize():f} {t.periode}" for t in satu.tugas.all()]


def baris_uraian(uraian: str = "Menata arsip") -> list[BarisUraian]:
    """One task of 75,000 minutes a year."""
    return [BarisUraian(Tugas.isi(uraian, "berkas", 250, Periode.BULAN, 25))]


@pytest.mark.sekali
def test_workbook_holds_every_post_once_with_its_tasks_and_shuts_what_names_it(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    path = keluar(sekolah, tmp_path)

    baris = [b for b in isi(path) if any(b)]
    assert [(b[3], b[SEL["uraian"]], b[SEL["volume"]]) for b in baris[1:]] == [
        ("Arsiparis Terampil", "Menata arsip", 250.0),
        ("Arsiparis Terampil", "=Menyusun daftar", 12.5),
        ("Guru Ahli Pertama", "Menilai", 100.0),
        ("Operator", "", ""),
    ]
    with ZipFile(path) as bungkus:
        lembar = bungkus.read("xl/worksheets/sheet1.xml").decode()
    assert "<sheetProtection" in lembar
    assert "hari,minggu,bulan,tahun,triwulan,semester" in lembar
    assert f"H2:H{len(baris) + BARIS_TAMBAHAN}" in lembar
    # Three lines to write into for every post; the one without tasks gets no fourth.
    lebih = [b for b in isi(keluar(sekolah, tmp_path, baris_kosong=3)) if any(b)]
    assert len(lebih) == 1 + 3 + 3 * 3


def test_workbook_that_comes_back_unchanged_changes_nothing(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    path = keluar(sekolah, tmp_path, baris_kosong=3)

    draf = terapkan("abk-draf", path, oleh=sekolah.kepala)
    final = terapkan("abk", path)

    # The quarter stays where the register has it, also in the kind that knows no quarters.
    assert (jumlah(draf), draf.galat) == ((3, 0, 0, 0, 3, 0), [])
    assert (jumlah(final), final.galat) == ((3, 0, 0, 0, 3, 0), [])
    assert not PerhitunganKebutuhan.objects.abk_terbuka().exists()


def test_two_changed_cells_make_drafts_of_exactly_those_posts_and_leave_the_need(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    def ubah(baris: list[list[Any]]) -> None:
        baris[1][SEL["volume"]] = 500
        baris[4][4:] = ["Melayani tamu", "tamu", 2, "semester", 90]

    UraianTugas.objects.filter(uraian="Menata arsip").update(alasan="Gudang.", macam="penunjang")
    path = diubah(keluar(sekolah, tmp_path), ubah)
    hasil = terapkan("abk-draf", path, oleh=sekolah.kepala)

    assert jumlah(hasil) == (4, 0, 1, 1, 2, 0)
    assert hasil.catatan[0].startswith("2 jabatan menjadi draf.")
    assert tugas(sekolah.arsip) == ["Menata arsip 500 bulan", "=Menyusun daftar 12.5 tahun"]
    assert tugas(sekolah.baru) == ["Melayani tamu 2 semester"]
    draf = PerhitunganKebutuhan.objects.abk_terbuka().get(formasi=sekolah.arsip)
    assert (draf.versi, draf.keadaan, draf.dibuat_oleh) == (2, "draf", sekolah.kepala)
    assert draf.tugas.values_list("alasan", "macam").first() == ("Gudang.", "penunjang")
    assert Kebutuhan.objects.filter(perhitungan__versi=1).count() == 2
    jejak = Peristiwa.objects.filter(tindakan="penilaian.perhitungan.disusun")
    terbuka = PerhitunganKebutuhan.objects.abk_terbuka().values_list("pk", flat=True)
    assert {j.objek_id for j in jejak} == {str(pk) for pk in terbuka}
    assert len(terbuka) == 2
    assert jumlah(terapkan("abk-draf", path, oleh=sekolah.kepala)) == (4, 0, 0, 0, 4, 0)


def test_next_workbook_carries_the_draft_and_replaces_it(sekolah: Sekolah, tmp_path: Path) -> None:
    susun_uraian(
        sekolah.arsip.pk, baris=baris_uraian("Memindai"), per=HARI_INI, oleh=sekolah.kepala
    )

    def ubah(baris: list[list[Any]]) -> None:
        assert baris[1][SEL["uraian"]] == "Memindai"
        baris[1][SEL["norma"]] = 30
        baris.append([*baris[1][:4], "Menjilid", "jilid", 5, "bulan", 10])

    hasil = terapkan("abk-draf", diubah(keluar(sekolah, tmp_path), ubah), oleh=sekolah.kepala)

    assert jumlah(hasil) == (3, 0, 1, 1, 1, 0)
    satu = PerhitunganKebutuhan.objects.abk_terbuka().get()
    assert (satu.versi, satu.tugas.count(), satu.jumlah) == (2, 2, 1)


def test_checked_computation_is_not_overwritten_and_says_so_in_every_row(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    satu = susun_uraian(sekolah.arsip.pk, baris=baris_uraian(), per=HARI_INI, oleh=sekolah.kepala)
    periksa_perhitungan(satu.pk, per=HARI_INI, oleh=sekolah.organisasi)
    path = keluar(sekolah, tmp_path)

    assert jumlah(periksa("abk-draf", path, oleh=sekolah.kepala)) == (2, 0, 0, 0, 2, 0)
    berubah = diubah(path, lambda b: b[1].__setitem__(SEL["volume"], 1))
    hasil = terapkan("abk-draf", berubah, oleh=sekolah.kepala)

    assert alamat(hasil.galat) == [(2, "URAIAN TUGAS", "sudah_diperiksa")]
    satu.refresh_from_db()
    assert satu.keadaan == KeadaanHitung.DIPERIKSA
    with pytest.raises(WrongMoment, match="sudah diperiksa"):
        susun_banyak(
            {sekolah.arsip.pk: baris_uraian("Lain")},
            per=HARI_INI, hari=HARI_INI, oleh=sekolah.kepala,
        )  # fmt: skip


def test_draft_saved_on_screen_after_the_workbook_went_out_is_not_overwritten(
    sekolah: Sekolah, tmp_path: Path, pada_hari_ini: Any
) -> None:
    def ubah(baris: list[list[Any]]) -> None:
        baris[1][SEL["volume"]] = 500
        baris[3][SEL["volume"]] = 80

    susun_uraian(sekolah.guru.pk, baris=baris_uraian("Menilai"), per=HARI_INI, oleh=sekolah.kepala)
    path = diubah(keluar(sekolah, tmp_path), ubah)
    sejawat = org.pengguna(Peran.OPERATOR_OPD, unit=sekolah.unit["disdik"], nama="Operator Dinas")
    susun_uraian(sekolah.arsip.pk, baris=baris_uraian("Memindai"), per=HARI_INI, oleh=sejawat)

    hasil = terapkan("abk-draf", path, oleh=sekolah.kepala)

    assert alamat(hasil.galat) == [(n, "STEMPEL DRAF", "draf_berubah") for n in (2, 3)]
    assert "disimpan Operator Dinas sesudah buku ini diunduh. Unduh" in hasil.galat[0].pesan
    assert tugas(sekolah.arsip) == ["Memindai 250 bulan"]
    assert tugas(sekolah.guru) == ["Menilai 80 bulan"]
    # His own later word on screen is one too; the next workbook knows it.
    susun_uraian(sekolah.arsip.pk, baris=baris_uraian("Menata"), per=HARI_INI, oleh=sekolah.kepala)
    assert len(periksa("abk-draf", path, oleh=sekolah.kepala).galat) == 2
    baru = diubah(keluar(sekolah, tmp_path), lambda b: b[1].__setitem__(SEL["volume"], 500))
    pada_hari_ini.shift(60)
    assert terapkan("abk-draf", baru, oleh=sekolah.kepala).galat == []
    assert tugas(sekolah.arsip) == ["Menata 500 bulan"]
    susun_uraian(sekolah.arsip.pk, baris=baris_uraian("Menata"), per=HARI_INI, oleh=sekolah.kepala)
    lagi = periksa("abk-draf", baru, oleh=sekolah.kepala).galat
    assert alamat(lagi) == [(2, "STEMPEL DRAF", "draf_berubah")]


def test_same_workbook_mended_and_brought_again_goes_on(sekolah: Sekolah, tmp_path: Path) -> None:
    path = keluar(sekolah, tmp_path)
    for volume in (500, 600):
        lagi = diubah(path, lambda b, v=volume: b[1].__setitem__(SEL["volume"], v))
        hasil = terapkan("abk-draf", lagi, oleh=sekolah.kepala)
        assert hasil.galat == []
    assert tugas(sekolah.arsip) == ["Menata arsip 600 bulan", "=Menyusun daftar 12.5 tahun"]

    sejawat = org.pengguna(Peran.OPERATOR_OPD, unit=sekolah.unit["disdik"])
    lain = diubah(path, lambda b: b[1].__setitem__(SEL["volume"], 700))
    assert len(periksa("abk-draf", lain, oleh=sejawat).galat) == 2


def test_workbook_without_stamps_replaces_the_draft_and_says_what_it_cannot_know(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    def tanpa_stempel(baris: list[list[Any]]) -> None:
        baris[:] = [b[:9] for b in baris]
        baris[1][SEL["volume"]] = 500

    path = diubah(keluar(sekolah, tmp_path), tanpa_stempel)
    susun_uraian(
        sekolah.arsip.pk, baris=baris_uraian("Memindai"), per=HARI_INI, oleh=sekolah.kepala
    )

    hasil = terapkan("abk-draf", path, oleh=sekolah.kepala)

    assert (hasil.galat, hasil.kolom_hilang) == ([], [])
    assert hasil.catatan[1].startswith("Draf 1 jabatan akan diganti, dan berkas ini tanpa STEMPEL")
    assert tugas(sekolah.arsip)[0] == "Menata arsip 500 bulan"


@pytest.mark.sekali
def test_rows_nobody_may_write_are_refused_with_their_reason(
    sekolah: Sekolah, tmp_path: Path
) -> None:
    unit = sekolah.unit
    luar = peg.formasi(unit["bkd"], peg.jabatan("Pranata Komputer", siasn_id="P1"))
    tanpa = peg.jabatan("Bendahara", siasn_id="B1")
    tutup = UnitKerja.objects.get(pk=unit["sd1"].pk)
    kepala: Sequence[str] = isi(keluar(sekolah, tmp_path))[0]
    tugas_baru = ["Melayani", "layanan", 1, "hari", 15]
    path = berkas(
        tmp_path, kepala,
        [luar.unit.siasn_id, "", luar.jabatan.siasn_id, "", *tugas_baru],
        [tutup.siasn_id, "", tanpa.siasn_id, "", *tugas_baru],
        [tutup.siasn_id, "", "O1", "", "Melayani", "layanan", 1, "hari", "2 jam"],
    )  # fmt: skip

    hasil = terapkan("abk-draf", path, oleh=sekolah.kepala)

    assert alamat(hasil.galat) == [
        (2, "UNOR ID", "di_luar_jangkauan"),
        (3, "JABATAN ID", "formasi_tidak_ada"),
        (4, "NORMA WAKTU (menit)", "norma_bukan_angka"),
    ]
    UnitKerja.objects.filter(pk=tutup.pk).update(ditutup=HARI_INI)
    tertutup = berkas(tmp_path, kepala, [tutup.siasn_id, "", "O1", "", *tugas_baru])
    kode = [m.kode for m in periksa("abk-draf", tertutup, oleh=sekolah.kepala).galat]
    assert kode == ["unit_ditutup"]
    with pytest.raises(NotAllowed, match="tidak berhak mengimpor"):
        periksa("abk-draf", path, oleh=org.pengguna(Peran.INSPEKTORAT))


@pytest.mark.sekali
def test_command_writes_the_workbook_of_one_branch(sekolah: Sekolah, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"

    call_command("templat", "abk", unit=sekolah.unit["sd1"].siasn_id, keluaran=path)

    assert len([b for b in isi(path) if any(b)]) == 5
    for jenis, unit in (("kebutuhan", sekolah.unit["sd1"].siasn_id), ("abk", "tidak-ada")):
        with pytest.raises(SystemExit) as berhenti:
            call_command("templat", jenis, unit=unit, keluaran=path)
        assert berhenti.value.code == 2


@pytest.mark.sekali
def test_page_says_how_far_tasks_are_written_and_hands_out_what_is_in_reach(
    sekolah: Sekolah,
) -> None:
    klien = Client()
    klien.force_login(sekolah.kepala)

    teks = klien.get(reverse("penilaian:buku-abk")).content.decode()
    unduh = klien.get(reverse("penilaian:buku-abk-unduh"), {"kosong": "0"})
    templat = klien.get(reverse("organisasi:impor-templat", args=["abk-draf"]))

    assert "2 dari 3 jabatan" in teks
    assert "Unggah sebagai draf" in teks
    assert len([b for b in isi(BytesIO(unduh.content)) if any(b)]) == 5
    assert len([b for b in isi(BytesIO(templat.content)) if any(b)]) == 5
    luar = {"unit": sekolah.unit["bkd"].pk}
    assert klien.get(reverse("penilaian:buku-abk"), luar).status_code == 404

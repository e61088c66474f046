"""Kind ``padanan``, and what later files of other kinds do once names were matched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import python_calamine

from config.turunan import hitung_ulang
from organisasi.impor import JENIS
from organisasi.izin import Peran
from organisasi.services.impor import tulis_templat
from pegawai.models import Formasi, MacamPadanan, Padanan, Pegawai, Penugasan
from pegawai.selectors.padanan import UsulanSasaran
from penilaian.selectors.padanan import Penghitung, belum_diputuskan, lengkapi, menunggu
from penilaian.services.analisis import analisis_kebutuhan
from penilaian.services.padanan import (
    akhiri_padanan,
    tetapkan_padanan_jabatan,
    tetapkan_padanan_nama,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.factories.padanan import HARI, Kantor, acak, kantor
from tests.helpers import siasn
from tests.helpers.berkas_impor import alamat, berkas, jumlah, periksa, sistem, terapkan
from toolkit.policy import NotAllowed

pytestmark = pytest.mark.django_db

KEPALA = ("MACAM", "DARI ID", "DARI NAMA", "KE ID", "KE NAMA", "ALASAN")


@pytest.fixture
def k() -> Kantor:
    return kantor()


def test_rows_decide_by_id_by_name_by_group_or_to_leave_alone(tmp_path: Path, k: Kantor) -> None:
    path = berkas(
        tmp_path,
        KEPALA,
        ("", k.lama.siasn_id, k.lama.nama, k.operator.siasn_id, "", "Sama tugasnya"),
        ("jabatan", k.kuno.siasn_id, "", "", "penata layanan operasional", ""),
        ("JABATAN", k.perawat_saja.siasn_id, "", "", "Perawat (semua jenjang)", ""),
        ("", "", "Perawat", "kelompok:perawat", "", ""),
        ("nama", "", "Tukang Sulap", "", "-", ""),
        ("unit", "", "DINAS PDK", k.unit["disdik"].siasn_id, "", ""),
        ("unit", "", "BKD Contoh", "", "badan  kepegawaian", ""),
        ("nama", "", "Belum tahu", "", "", ""),
    )

    hasil = terapkan("padanan", path)

    assert jumlah(hasil) == (8, 0, 7, 0, 1, 0)
    ada = {str(p): p for p in Padanan.objects.berlaku()}
    assert sorted(ada) == [
        "BKD Contoh → Badan Kepegawaian",
        "DINAS PDK → Dinas Pendidikan",
        "PENATA LAYANAN OPERASI → PENATA LAYANAN OPERASIONAL",
        "Pengadministrasi Perkantoran Umum → PENGADMINISTRASI PERKANTORAN",
        "Perawat (JF) → Perawat (semua jenjang)",
        "Perawat → Perawat (semua jenjang)",
        "Tukang Sulap → bukan apa pun di register",
    ]
    assert {p.alasan for p in ada.values()} == {"Sama tugasnya", "Impor uji.xlsx"}
    assert jumlah(terapkan("padanan", path)) == (8, 0, 0, 0, 8, 0)


def test_a_changed_target_ends_the_old_decision(tmp_path: Path, k: Kantor) -> None:
    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar())

    hasil = terapkan(
        "padanan", berkas(tmp_path, KEPALA, ("", k.lama.siasn_id, "", k.operator.siasn_id, "", ""))
    )

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 0)
    assert hasil.perubahan == {"KE NAMA": 1}
    assert [p.ke_jabatan for p in Padanan.objects.berlaku()] == [k.operator]


def test_what_cannot_be_meant_is_refused_at_its_cell(tmp_path: Path, k: Kantor) -> None:
    for i in (1, 2):
        peg.jabatan("NAMA KEMBAR", jenis="4", siasn_id=f"KEMBAR{i}")
    path = berkas(
        tmp_path,
        KEPALA,
        ("jabatan", "", "Tanpa ID", k.penata.siasn_id, "", ""),
        ("", "tak-ada", "", k.penata.siasn_id, "", ""),
        ("nama", "", "", k.penata.siasn_id, "", ""),
        ("sulap", "", "Apa", k.penata.siasn_id, "", ""),
        ("", k.lama.siasn_id, "", "", "Nama Kembar", ""),
        ("", k.kuno.siasn_id, "", "", "Tidak ada di mana pun", ""),
        ("", k.penata.siasn_id, "", k.operator.siasn_id, "", ""),
        ("", "", "Sekali", "", "-", ""),
        ("nama", "", "SEKALI", "", "-", ""),
        ("", k.perawat_saja.siasn_id, "", k.lama.siasn_id, "", ""),
        ("unit", "", "Unit", "", "Tidak ada", ""),
    )

    hasil = periksa("padanan", path)

    assert alamat(hasil.galat) == [
        (2, "DARI ID", "wajib_kosong"),
        (3, "DARI ID", "jabatan_tidak_dikenal"),
        (4, "DARI NAMA", "wajib_kosong"),
        (5, "MACAM", "macam_tidak_dikenal"),
        (6, "KE NAMA", "sasaran_ganda"),
        (7, "KE NAMA", "sasaran_tidak_dikenal"),
        (8, "KE NAMA", "padanan_ditolak"),
        (10, "DARI NAMA", "nama_ganda"),
        (11, "KE NAMA", "padanan_ditolak"),
        (12, "KE NAMA", "sasaran_tidak_dikenal"),
    ]
    assert jumlah(hasil) == (11, 10, 1, 0, 0, 0)


def test_a_role_over_one_office_brings_no_decisions(tmp_path: Path, k: Kantor) -> None:
    setempat = org.pengguna(Peran.ANALIS_BKD, unit=k.unit["disdik"])
    path = berkas(tmp_path, KEPALA, ("", "", "Apa", "", "-", ""))

    with pytest.raises(NotAllowed, match="untuk seluruh instansi"):
        periksa("padanan", path, oleh=setempat)


def test_our_template_carries_what_waits_with_proposals_and_comes_back_unchanged(
    tmp_path: Path, k: Kantor
) -> None:
    peg.pegawai("ANI", post=peg.formasi(k.unit["bkd"], k.kuno))
    nilai.kebutuhan(peg.formasi(k.unit["sd1"], k.kuno), 2)
    tetapkan_padanan_jabatan(k.perawat_saja.pk, rumpun="Perawat", dasar=k.dasar())
    tetapkan_padanan_nama("Tukang Sulap", abaikan=True, dasar=k.dasar())
    templat = tmp_path / "templat.xlsx"

    assert tulis_templat(JENIS["padanan"], templat) == 4

    with templat.open("rb") as berkas_templat:
        lembar = python_calamine.CalamineWorkbook.from_filelike(berkas_templat)
        baris = lembar.get_sheet_by_index(0).to_python()
    assert baris[1][1:9] == [
        k.kuno.siasn_id, "PENATA LAYANAN OPERASI", "", "", "", 1, 2,
        "PENATA LAYANAN OPERASIONAL (86)",
    ]  # fmt: skip
    assert [b[0] for b in baris[1:]] == ["jabatan", "jabatan", "jabatan", "nama"]
    assert jumlah(periksa("padanan", templat)) == (4, 0, 0, 0, 4, 0)


@pytest.mark.parametrize("benih", [4, 5])
def test_the_effect_shown_before_is_the_effect_after(benih: int) -> None:
    k = acak(benih)
    tunggu = menunggu(per=HARI)
    baris, aturan = tunggu.baris, tunggu.aturan
    lengkapi(baris, aturan=aturan)
    pasangan = [(k.lama.pk, str(k.operator.pk)), (k.perawat_saja.pk, "kelompok:Perawat")]
    for pk, sasaran in pasangan:
        usulan = UsulanSasaran(sasaran, "", 0)
        ramal = Penghitung([pk], [usulan], aturan=aturan).berakibat(pk, usulan).akibat
        lama = analisis_kebutuhan(per=HARI)["total"]
        isi: Any = {"rumpun": "Perawat"} if "k" in sasaran else {"ke_id": int(sasaran)}

        tetapkan_padanan_jabatan(pk, **isi, dasar=k.dasar())

        kini = analisis_kebutuhan(per=HARI)["total"]
        assert lama["kekurangan"] - kini["kekurangan"] == ramal.kurang_hilang
        assert lama["kelebihan"] - kini["kelebihan"] == ramal.lebih_hilang
    assert {b.pk for b in baris} == {k.lama.pk, k.kuno.pk, k.perawat_saja.pk}
    assert set(belum_diputuskan()) == {k.kuno}


def test_next_months_file_keeps_what_it_prints_and_counts_in_the_target(
    tmp_path: Path, k: Kantor
) -> None:
    bkd, sd1 = k.unit["bkd"], k.unit["sd1"]
    tempat: Any = {"unit": (bkd.siasn_id, bkd.nama), "jabatan": (k.lama.siasn_id, k.lama.nama)}
    lain: Any = {
        "unit": (sd1.siasn_id, sd1.nama),
        "jabatan": (k.perawat_saja.siasn_id, "Perawat (JF)"),
    }
    tetap: Any = {
        "unit": (sd1.siasn_id, sd1.nama),
        "jabatan": (k.perawat["TR"].siasn_id, "Perawat"),
    }
    bulan1 = [siasn.orang(i, **tempat) for i in (1, 2)] + [siasn.orang(3, **tetap)]
    path = siasn.tulis_ekspor(tmp_path / "satu.xlsx", bulan1)
    terapkan("pegawai", path)
    padanan = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())
    tetapkan_padanan_jabatan(k.perawat_saja.pk, rumpun="Perawat", dasar=k.dasar())

    sama = terapkan("pegawai", path)
    baru = terapkan(
        "pegawai",
        siasn.tulis_ekspor(tmp_path / "dua.xlsx", [*bulan1, siasn.orang(4, **tempat),
                                            siasn.orang(5, **lain)]),
    )  # fmt: skip

    assert (sama.sama, sama.baru, sama.berubah) == (3, 0, 0)
    assert (baru.baru, baru.sama) == (2, 3)
    assert Formasi.objects.get(unit=bkd, jabatan=k.operator).isi_pns == 3
    # The first holder of the name without jenjang draws the level that was there before.
    kelompok = Formasi.objects.get(unit=sd1, jabatan__kelompok=True)
    assert kelompok.isi_pns == 2
    assert Penugasan.objects.filter(jabatan=k.lama).count() == 3
    assert Pegawai.objects.filter(jabatan=k.perawat["TR"], formasi=kelompok).count() == 1
    assert not any(hitung_ulang(per=HARI, oleh=sistem()).values())
    akhiri_padanan(padanan.pk, dasar=k.dasar(alasan="Keliru"))
    assert Formasi.objects.get(unit=bkd, jabatan=k.lama).isi_pns == 3


def test_needs_that_come_under_the_old_name_are_added_to_the_target(
    tmp_path: Path, k: Kantor
) -> None:
    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())
    unit = k.unit["bkd"].siasn_id
    baris: Any = [
        ("UNOR ID", "JABATAN ID", "JABATAN NAMA", "KEBUTUHAN"),
        (unit, k.lama.siasn_id, "", 3),
        (unit, k.operator.siasn_id, "", 4),
    ]

    hasil = terapkan("kebutuhan", berkas(tmp_path, *baris))

    assert jumlah(hasil) == (2, 0, 2, 0, 0, 0)
    formasi = analisis_kebutuhan(per=HARI)["formasi"]
    assert [(f["jabatan"], f["kebutuhan"]) for f in formasi] == [(k.operator.nama, 7)]
    assert jumlah(terapkan("kebutuhan", berkas(tmp_path, *baris))) == (2, 0, 0, 0, 2, 0)
    assert not any(hitung_ulang(per=HARI, oleh=sistem()).values())
    padanan = Padanan.objects.get(macam=MacamPadanan.JABATAN)
    akhiri_padanan(padanan.pk, dasar=k.dasar(alasan="Keliru"))
    formasi = analisis_kebutuhan(per=HARI)["formasi"]
    assert {f["jabatan"]: f["kebutuhan"] for f in formasi} == {k.operator.nama: 4, k.lama.nama: 3}

"""The whole sample downloads through the machine: exactly the numbers of their oracle."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Count

from organisasi.impor import JENIS
from organisasi.models import Instansi, UnitKerja, Wilayah
from organisasi.services.impor import tulis_templat
from pegawai.models import (
    Formasi,
    Jabatan,
    JenisJabatan,
    Pegawai,
    Pendidikan,
    RiwayatKinerja,
    StatusPegawai,
)
from penilaian.models import Kebutuhan
from tests.helpers.berkas_impor import alamat, jumlah, periksa, terapkan
from tests.helpers.bersama import SHARED, SIASN, oracle, perlu_bersama
from toolkit.xlsx import baca_buku

pytestmark = [pytest.mark.django_db, perlu_bersama]

NYATA = SHARED / "data" / "nyata"
ACUAN = SHARED / "data" / "acuan"


def _bersih(kode: str, path: Path, baris: int) -> None:
    """Everything new without a word, and everything the same when brought again."""
    hasil = terapkan(kode, path)
    assert jumlah(hasil) == (baris, 0, baris, 0, 0, 0)
    assert (hasil.galat, hasil.peringatan) == ([], [])
    assert jumlah(terapkan(kode, path)) == (baris, 0, 0, 0, baris, 0)


def test_real_hierarchy_and_references_come_in_without_loss(tmp_path: Path) -> None:
    _bersih("unor", NYATA / "HierarkiUnor.xlsx", 946)
    _bersih("jabatan-struktural", NYATA / "Referensi-Jabatan-Struktural.xlsx", 946)
    _bersih("jabatan-fungsional", NYATA / "Referensi-Jabatan-Fungsional.xlsx", 1315)
    _bersih("jabatan-pelaksana", NYATA / "Referensi-Jabatan-Pelaksana.xlsx", 316)

    tingkat = UnitKerja.objects.order_by("tingkat").values_list("tingkat").annotate(n=Count("pk"))
    assert dict(tingkat) == {0: 1, 1: 53, 2: 600, 3: 281, 4: 11}
    with baca_buku(NYATA / "HierarkiUnor.xlsx") as buku:
        berkas = {
            str(b.nilai[0]): (" ".join(str(b.nilai[1]).split()), str(b.nilai[2]))
            for b in buku.tabel(JENIS["unor"].kolom).baris()
        }
    register = {
        u.siasn_id: (" ".join(u.nama.split()), u.induk.siasn_id if u.induk else "")
        for u in UnitKerja.objects.select_related("induk")
    }
    assert register == berkas
    assert Instansi.objects.get().akar == UnitKerja.objects.get(induk__isnull=True)
    tulis_templat(JENIS["unor"], tmp_path / "unor.xlsx")
    assert periksa("unor", tmp_path / "unor.xlsx").sama == 946


def test_tree_and_seats_of_the_sample_agency_equal_the_oracle() -> None:
    _bersih("unor", SIASN / "HierarkiUnor.xlsx", oracle()["pohon"]["hasil"])
    _bersih("jabatan-struktural", SIASN / "Referensi-Jabatan-Struktural.xlsx", 945)

    assert UnitKerja.objects.tingkat_satu().count() == oracle()["pohon"]["unit_tingkat1"]
    assert Formasi.objects.count() == oracle()["struktural"]["kursi"]
    assert Instansi.objects.get().akar.siasn_id == oracle()["instansi"]["id_akar"]


def test_needs_of_every_position_equal_the_oracle() -> None:
    terapkan("unor", SIASN / "HierarkiUnor.xlsx")
    terapkan("jabatan-struktural", SIASN / "Referensi-Jabatan-Struktural.xlsx")
    terapkan("jabatan-fungsional", NYATA / "Referensi-Jabatan-Fungsional.xlsx")
    terapkan("jabatan-pelaksana", NYATA / "Referensi-Jabatan-Pelaksana.xlsx")

    hasil = terapkan("kebutuhan", SIASN / "kebutuhan.xlsx")

    ramalan = oracle()["kebutuhan"]
    assert jumlah(hasil) == (ramalan["posisi"], 0, ramalan["posisi"], 0, 0, 0)
    assert {m.kode for m in hasil.peringatan} == {"jabatan_di_luar_referensi"}
    assert Jabatan.objects.filter(di_luar_referensi=True).count() == len(
        {str(m.nilai).lower() for m in hasil.peringatan}
    )
    rows = Kebutuhan.objects.terpakai().values_list(
        "formasi__unit__siasn_id", "formasi__jabatan__siasn_id", "jumlah"
    )
    assert Counter(rows) == Counter((u, j, n) for u, j, n, *_ in ramalan["per_posisi"])
    assert sum(n for *_, n in rows) == ramalan["kebutuhan"]
    assert jumlah(terapkan("kebutuhan", SIASN / "kebutuhan.xlsx"))[4] == ramalan["posisi"]


@pytest.fixture
def orang() -> None:
    """Everyone of the first month, by number only."""
    for status, nama in (
        (StatusPegawai.PNS, "pns"),
        (StatusPegawai.PPPK, "pppk"),
        (StatusPegawai.PPPK_PW, "pppk_paruh_waktu"),
    ):
        with baca_buku(SIASN / f"{nama}_bulan1.xlsx") as buku:
            tabel = buku.tabel(JENIS["pegawai"].kolom)
            letak = next(i for i, k in tabel.posisi.items() if k.header == "NIP BARU")
            Pegawai.objects.bulk_create(
                Pegawai(nip=str(b.nilai[letak]).strip("' "), nama="X", status=status)
                for b in tabel.baris()
            )


@pytest.mark.parametrize("nama", ["kinerja_2024.csv", "kinerja_2025.csv"])
def test_performance_of_a_year_equals_the_oracle(nama: str, orang: None) -> None:
    ramalan = oracle()["kinerja"][nama]
    tahun = ramalan["tahun"]

    hasil = terapkan("kinerja", SIASN / nama, parameter={"tahun": str(tahun)})

    assert (hasil.baris, hasil.diterima) == (ramalan["baris_data"], ramalan["orang_dikenal"])
    temuan: list[Any] = [tuple(t[:3]) for t in ramalan["temuan"]]
    assert alamat([*hasil.galat, *hasil.peringatan]) == sorted(temuan)
    assert {m.kode for m in hasil.galat} == {"nip_tidak_dikenal"}
    rows = RiwayatKinerja.objects.filter(tahun=tahun)
    # The oracle counts predicates that agree with their ratings; the others are stored as printed.
    sesuai = rows.filter(bertentangan=False).order_by().values_list("predikat")
    assert dict(sesuai.annotate(n=Count("pk"))) == ramalan["predikat"]
    bertentangan = [b for b, _, kode in temuan if kode == "predikat_bertentangan"]
    assert rows.filter(bertentangan=True).count() == len(bertentangan)
    assert Pegawai.objects.count() - rows.count() == ramalan["orang_tanpa_nilai"]
    lagi = terapkan("kinerja", SIASN / nama, parameter={"tahun": str(tahun)})
    assert (lagi.baru, lagi.berubah, lagi.sama) == (0, 0, hasil.diterima)


def test_code_lists_come_in_whole() -> None:
    _bersih("pendidikan", ACUAN / "siasn_ref_pendidikan.csv", 28_155)
    _bersih("wilayah", ACUAN / "kemendagri_wilayah_prov_kab_kec_latlng.csv", 7_837)

    assert not Pendidikan.objects.filter(tingkat__isnull=True).exists()
    bakongan = Wilayah.objects.get(kode="11.01.01")
    assert (bakongan.nama, bakongan.tingkat) == ("Bakongan", "kecamatan")
    assert (bakongan.lintang, bakongan.bujur) == (Decimal("2.960326"), Decimal("97.460873"))


def test_profile_of_jf_finds_most_of_the_reference_and_lists_the_rest() -> None:
    terapkan("jabatan-fungsional", NYATA / "Referensi-Jabatan-Fungsional.xlsx")

    hasil = terapkan("syarat-jabatan", ACUAN / "bkn_database_profil_jf_2024.csv")

    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (1152, 1083, 69)
    assert {m.kode for m in hasil.galat} == {
        "jabatan_tidak_dikenal", "wajib_kosong", "jenjang_tidak_dikenal",
    }  # fmt: skip
    bersyarat = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(dasar="")
    assert bersyarat.count() == hasil.perubahan["Dasar Hukum"]
    lagi = terapkan("syarat-jabatan", ACUAN / "bkn_database_profil_jf_2024.csv")
    assert (lagi.berubah, lagi.sama) == (0, 1083)

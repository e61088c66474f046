"""Kind ``sdmk``: facilities, their staff, and the licences the rules of a move read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import JENIS
from organisasi.izin import Peran
from organisasi.models import JenisUnit, UnitKerja
from organisasi.selectors_impor import impor_terlihat, jenis_milik
from organisasi.services.impor import refused_workbook, tulis_templat
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Pegawai, RiwayatSertifikat
from penilaian.models import Faskes, TenagaKesehatan
from penilaian.snapshots.ketentuan import ketentuan_hari
from penilaian.snapshots.orang import baca_orang
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import HARI_INI, alamat, berkas, jumlah, periksa, sistem, terapkan
from toolkit.policy import NotAllowed

pytestmark = pytest.mark.django_db

KEPALA = (
    "UNOR ID", "NAMA FASKES", "KATEGORI", "RAWAT INAP", "NIP", "NAMA", "JENIS TENAGA", "NOMOR STR",
    "STR BERLAKU SAMPAI", "NOMOR SIP", "SIP BERLAKU SAMPAI",
)  # fmt: skip


@pytest.fixture
def dinkes() -> dict[str, UnitKerja]:
    """An agency with two puskesmas under one department and a school elsewhere."""
    kantor = org.kabupaten()
    dinas = org.unit("Dinas Kesehatan", induk=kantor["akar"], jenis=JenisUnit.DINAS)
    for kunci in ("mawar", "melati"):
        kantor[kunci] = org.unit(f"Puskesmas {kunci}", induk=dinas, jenis=JenisUnit.PUSKESMAS)
    for satu in (*kantor.values(), dinas):
        satu.refresh_from_db()
    return {**kantor, "dinkes": dinas}


@pytest.fixture
def ani(dinkes: dict[str, UnitKerja]) -> Pegawai:
    """A nurse."""
    post = peg.formasi(dinkes["mawar"], peg.jabatan("Perawat Terampil", rumpun="Perawat"))
    return peg.pegawai("ANI", post=post)


def rumah(unit: UnitKerja, kategori: str = "perdesaan", inap: str = "T") -> tuple[object, ...]:
    """A row that speaks of the facility only."""
    return (unit.siasn_id, unit.nama, kategori, inap)


def baris(
    unit: UnitKerja, orang: Pegawai | str, tenaga: str = "Perawat", *izin: object, inap: str = ""
) -> tuple[object, ...]:
    """A row of one person with the cells of his licences."""
    nip = orang if isinstance(orang, str) else orang.nip
    return (unit.siasn_id, "", "", inap, nip, "", tenaga, *izin)


def lembar(folder: Path, *rows: tuple[object, ...]) -> Path:
    lebar = [(*row, *[""] * (len(KEPALA) - len(row))) for row in rows]
    return berkas(folder, KEPALA, *lebar)


def isi(kode: str) -> list[dict[str, Any]]:
    """What the trail says of these acts."""
    urutan = Peristiwa.objects.filter(tindakan=kode).order_by("urutan")
    return [IsiPeristiwa.objects.get(urutan=p.urutan).data["sesudah"] for p in urutan]


def test_staff_and_licences_of_a_puskesmas_are_kept_once_and_the_same_file_changes_nothing(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    budi = peg.pegawai("BUDI", post=peg.formasi(dinkes["mawar"], peg.jabatan("Dokter Ahli Muda")))
    path = lembar(
        tmp_path,
        rumah(dinkes["mawar"]),
        baris(dinkes["mawar"], ani, "Ners", "STR-1", date(2028, 12, 31), "SIP-1", "31-12-2027"),
        baris(dinkes["mawar"], budi, "Dokter Umum", "STR-2", "Seumur Hidup"),
    )

    hasil = terapkan("sdmk", path)

    assert jumlah(hasil) == (3, 0, 3, 0, 0, 0)
    assert hasil.peringatan == []
    faskes = Faskes.objects.get()
    assert (faskes.unit, faskes.jenis, faskes.per) == (dinkes["mawar"], "perdesaan", HARI_INI)
    tenaga = TenagaKesehatan.objects.order_by("pegawai__nama").values_list("tenaga", flat=True)
    assert [*tenaga] == ["perawat", "dokter"]
    # The file names the last day, histories the first day on which a licence holds no more.
    assert [*RiwayatSertifikat.objects.order_by("pk").values_list("jenis", "nomor", "selesai")] == [
        ("str", "STR-1", date(2029, 1, 1)), ("sip", "SIP-1", date(2028, 1, 1)),
        ("str", "STR-2", None),
    ]  # fmt: skip
    assert isi("penilaian.faskes.dicatat") == [
        {"kategori": "perdesaan", "rawat_inap": False, "tenaga": {"dokter": 1, "perawat": 1}}
    ]
    assert len(isi("pegawai.riwayat.dicatat")) == 3

    lagi = terapkan("sdmk", path, per=date(2026, 7, 1))

    assert jumlah(lagi) == (3, 0, 0, 0, 3, 0)
    assert (lagi.diterima, len(isi("penilaian.faskes.dicatat"))) == (3, 1)
    assert TenagaKesehatan.objects.filter(per=date(2026, 7, 1)).count() == 2


def test_rule_on_licences_reads_what_the_file_brought(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    izin = ("STR-1", date(2026, 6, 30))
    terapkan("sdmk", lembar(tmp_path, baris(dinkes["mawar"], ani, "perawat", *izin)))

    aturan = ketentuan_hari(per=HARI_INI)
    (orang,) = baca_orang(Pegawai.objects.filter(pk=ani.pk), per=HARI_INI, aturan=aturan).orang

    assert orang.calon.lisensi is not None
    (str_,) = orang.calon.lisensi
    assert (str_.jenis, str_.rumpun, str_.berlaku_sampai) == ("STR", "Perawat", date(2026, 6, 30))


def test_dirt_is_refused_or_marked_with_its_cell(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    guru = peg.pegawai("GURU", post=peg.formasi(dinkes["sd1"], peg.jabatan()))
    lama = peg.pegawai("LAMA", post=ani.formasi)
    Pegawai.objects.filter(pk=lama.pk).update(berhenti=date(2025, 1, 1))
    mawar = dinkes["mawar"]
    hasil = periksa("sdmk", lembar(
        tmp_path,
        rumah(mawar),
        ("TAKADA", "", "", "", ani.nip, "", "perawat"),
        rumah(mawar, "perkotaan"),
        rumah(mawar),
        baris(mawar, ani, "perawat", "S-1", date(2025, 1, 31), "P-1"),
        baris(mawar, ani, "bidan"),
        baris(mawar, "199001012020121001"),
        baris(mawar, lama),
        baris(mawar, guru, "Terapis Gigi"),
        baris(dinkes["sd1"], peg.pegawai("UKS", post=guru.formasi), "perawat", "", "31-13-2027"),
        baris(mawar, peg.pegawai("DUA", post=ani.formasi), "", "", date(2199, 1, 1), inap="entah"),
        rumah(dinkes["melati"], "", ""),
    ))  # fmt: skip

    assert alamat(hasil.galat) == [
        (3, "UNOR ID", "unor_tidak_dikenal"),
        (4, "KATEGORI", "faskes_bertentangan"),
        (5, "NIP", "nip_ganda"), (7, "NIP", "nip_ganda"), (8, "NIP", "nip_tidak_dikenal"),
        (9, "NIP", "sudah_berhenti"), (11, "STR BERLAKU SAMPAI", "tanggal_tidak_sah"),
        (12, "RAWAT INAP", "ya_tidak_keliru"),
        (13, "KATEGORI", "wajib_kosong"), (13, "RAWAT INAP", "wajib_kosong"),
    ]  # fmt: skip
    assert alamat(hasil.peringatan) == [
        (6, "SIP BERLAKU SAMPAI", "masa_berlaku_kosong"),
        (6, "STR BERLAKU SAMPAI", "izin_berakhir"), (10, "JENIS TENAGA", "tenaga_tidak_dikenal"),
        (10, "UNOR ID", "unit_berbeda"), (11, "UNOR ID", "bukan_puskesmas"),
    ]  # fmt: skip
    assert (hasil.baris, hasil.diterima, hasil.baru) == (12, 3, 3)
    assert hasil.baru + hasil.berubah + hasil.sama == hasil.diterima


def test_who_is_no_longer_named_leaves_unless_a_row_of_the_facility_is_refused(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    mawar, melati = dinkes["mawar"], dinkes["melati"]
    dua = peg.pegawai("DUA", post=ani.formasi)
    tiga = peg.pegawai("TIGA", post=ani.formasi)
    semua = [baris(mawar, satu) for satu in (ani, dua, tiga)]
    terapkan("sdmk", lembar(tmp_path, rumah(mawar), *semua))

    luka = terapkan("sdmk", lembar(tmp_path, semua[0], baris(mawar, dua, "")))

    assert (luka.keluar, TenagaKesehatan.objects.count()) == (0, 3)
    refused_workbook(luka, tmp_path / "uji.xlsx", JENIS["sdmk"], tmp_path / "tolak.xlsx")
    assert periksa("sdmk", tmp_path / "tolak.xlsx").keluar == 0

    pindah = terapkan("sdmk", lembar(
        tmp_path, rumah(mawar, "terpencil", "Y"), semua[0],
        baris(melati, dua, "Bidan", "B-1", "seumur hidup"),
    ))  # fmt: skip

    assert jumlah(pindah) == (3, 0, 0, 2, 1, 1)
    assert pindah.perubahan == {
        "KATEGORI": 1, "RAWAT INAP": 1, "UNOR ID": 1, "JENIS TENAGA": 1, "NOMOR STR": 1,
        "STR BERLAKU SAMPAI": 1,
    }  # fmt: skip
    assert [p.nama for p in pindah.rincian if p.macam == "keluar"] == ["TIGA"]
    tempat = {t.pegawai.nama: (t.unit, t.tenaga) for t in TenagaKesehatan.objects.all()}
    assert tempat == {"ANI": (mawar, "perawat"), "DUA": (melati, "bidan")}
    assert isi("penilaian.faskes.dicatat")[-2:] == [
        {"kategori": "terpencil", "rawat_inap": True, "tenaga": {"perawat": 1}},
        {"tenaga": {"bidan": 1}},
    ]


def test_renewed_licence_stands_beside_the_old_and_a_corrected_day_replaces_it(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    def bawa(*izin: object) -> Any:
        return terapkan("sdmk", lembar(tmp_path, baris(dinkes["mawar"], ani, "perawat", *izin)))

    bawa("S-1", date(2026, 12, 31))
    betul = bawa("s-1", date(2027, 12, 31))
    baru = bawa("S-2", date(2031, 12, 31))
    kosong = bawa()

    rincian = {p.rincian for p in (*betul.rincian, *baru.rincian)}
    assert rincian == {
        (("STR BERLAKU SAMPAI", "31-12-2026", "31-12-2027"),),
        (("NOMOR STR", "S-1", "S-2"), ("STR BERLAKU SAMPAI", "31-12-2027", "31-12-2031")),
    }
    assert (kosong.sama, RiwayatSertifikat.objects.count()) == (1, 2)
    assert isi("pegawai.riwayat.diubah") == [{"selesai": "2028-01-01"}]


def test_coordinator_brings_his_own_branch_only(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    koordinator = org.pengguna(Peran.KOORDINATOR_DINKES, unit=dinkes["dinkes"])
    lain = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dinkes["disdik"])
    guru = peg.pegawai("GURU", post=peg.formasi(dinkes["sd1"], peg.jabatan()))
    path = lembar(
        tmp_path, baris(dinkes["mawar"], ani), baris(dinkes["sd1"], guru),
        baris(dinkes["melati"], guru),
    )  # fmt: skip

    hasil = terapkan_langsung(path, JENIS["sdmk"], per=HARI_INI, oleh=koordinator)

    assert alamat(hasil.galat) == [
        (3, "UNOR ID", "di_luar_jangkauan"), (4, "NIP", "di_luar_jangkauan"),
    ]  # fmt: skip
    assert "di luar wilayah Anda" in hasil.galat[0].pesan
    assert TenagaKesehatan.objects.get().pegawai == ani
    assert "sdmk" in [j.kode for j in jenis_milik(koordinator)]
    assert (impor_terlihat(koordinator).count(), impor_terlihat(lain).count()) == (1, 0)
    with pytest.raises(NotAllowed, match="tidak berhak mengimpor berkas ini"):
        periksa("sdmk", path, oleh=org.pengguna(Peran.KEPALA_UNIT, unit=dinkes["mawar"]))


def test_template_holds_the_people_of_the_branch_and_comes_back_unchanged(
    tmp_path: Path, dinkes: dict[str, UnitKerja], ani: Pegawai
) -> None:
    izin = ("S-1", date(2028, 12, 31), "P-1", "seumur hidup")
    terapkan("sdmk", lembar(
        tmp_path, rumah(dinkes["mawar"]), baris(dinkes["mawar"], ani, "perawat", *izin)
    ))  # fmt: skip
    peg.pegawai("BARU", post=peg.formasi(dinkes["mawar"], peg.jabatan("Radiografer Terampil")))
    luar = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dinkes["disdik"])
    templat = tmp_path / "templat.xlsx"

    assert tulis_templat(JENIS["sdmk"], templat, oleh=luar) == 0
    assert tulis_templat(JENIS["sdmk"], templat, oleh=sistem()) == 0
    assert tulis_templat(JENIS["sdmk"], templat) == 3
    hasil = periksa("sdmk", templat)

    assert (hasil.sama, hasil.baru, hasil.ditolak, hasil.keluar) == (1, 1, 1, 0)
    assert alamat(hasil.galat) == [
        (4, "KATEGORI", "wajib_kosong"), (4, "RAWAT INAP", "wajib_kosong"),
    ]  # fmt: skip
    assert alamat(hasil.peringatan) == [(2, "JENIS TENAGA", "tenaga_tidak_dikenal")] or alamat(
        hasil.peringatan
    ) == [(3, "JENIS TENAGA", "tenaga_tidak_dikenal")]

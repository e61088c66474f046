"""Kind ``rombel``: classes and lessons of schools, replaced school by school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.impor import JENIS
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from organisasi.services.impor import refused_workbook, tulis_templat
from pegawai.models import Pegawai, RiwayatSertifikat
from penilaian.models import Pembelajaran, Rombel, TugasGuru
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import Rumus, buku, simpan

pytestmark = pytest.mark.django_db

KEPALA = (
    "UNOR ID", "NAMA SEKOLAH", "SEMESTER", "ROMBEL", "TINGKAT", "JUMLAH MURID", "MATA PELAJARAN",
    "JTM", "NIP GURU", "GURU NON ASN", "MAPEL SERTIFIKAT", "NOMOR SERTIFIKAT", "TUGAS TAMBAHAN",
)  # fmt: skip


@dataclass(frozen=True)
class Dunia:
    """Two primary schools, a teacher at each, one of the two heads his school."""

    unit: dict[str, UnitKerja]
    ani: Pegawai
    budi: Pegawai

    def baris(self, rombel: object = "1A", mapel: object = "Guru Kelas", nip: object = None,
              **ganti: object) -> tuple[object, ...]:  # fmt: skip
        """One row of school one; cells by header (blanks as ``_``) instead."""
        isi: dict[str, object] = dict.fromkeys(KEPALA) | {
            "UNOR ID": self.unit["sd1"].siasn_id, "SEMESTER": "20252", "ROMBEL": rombel,
            "TINGKAT": 1, "JUMLAH MURID": 20, "MATA PELAJARAN": mapel, "JTM": 24, "NIP GURU": nip,
        }  # fmt: skip
        return tuple((isi | {k.replace("_", " "): v for k, v in ganti.items()}).values())

    def kepala(self, nip: str, **ganti: object) -> tuple[object, ...]:
        """The row of a head who teaches nothing."""
        kosong = {"TINGKAT": None, "JUMLAH_MURID": None, "JTM": None}
        return self.baris(
            None, None, nip, **{**kosong, "TUGAS_TAMBAHAN": "Kepala Sekolah", **ganti}
        )


@pytest.fixture
def dunia() -> Dunia:
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    ani = peg.pegawai("ANI", post=peg.formasi(unit["sd1"], guru))
    return Dunia(unit, ani, peg.pegawai("BUDI", post=peg.formasi(unit["sd2"], guru)))


def pelajaran() -> list[tuple[object, ...]]:
    """What is kept, lesson by lesson."""
    rows = Pembelajaran.objects.order_by("rombel__unit__kiri", "rombel__nama", "mapel", "pegawai")
    return list(rows.values_list("rombel__nama", "mapel", "pegawai__nama", "jtm", "non_asn"))


def test_school_gets_its_classes_lessons_duties_and_certificates(
    tmp_path: Path, dunia: Dunia
) -> None:
    rows = (
        dunia.kepala(dunia.budi.nip),
        dunia.baris(nip=dunia.ani.nip, MAPEL_SERTIFIKAT="Guru Kelas SD", NOMOR_SERTIFIKAT="12"),
        dunia.baris(mapel="Penjaskes", JTM="4,5", GURU_NON_ASN="Y"),
        dunia.baris("2A", None, TINGKAT="II", JTM=None),
    )

    hasil = terapkan("rombel", berkas(tmp_path, KEPALA, *rows))

    assert (jumlah(hasil), alamat(hasil.peringatan)) == (
        (4, 0, 4, 0, 0, 0), [(2, "NIP GURU", "guru_unit_lain")]
    )  # fmt: skip
    assert list(Rombel.objects.values_list("semester", "nama", "tingkat", "murid", "per")) == [
        ("20252", "1A", 1, 20, date(2026, 6, 1)), ("20252", "2A", 2, 20, date(2026, 6, 1)),
    ]  # fmt: skip
    assert pelajaran() == [
        ("1A", "Guru Kelas", "ANI", 24, False), ("1A", "PJOK", None, 4.5, True),
    ]  # fmt: skip
    assert TugasGuru.objects.get().pegawai == dunia.budi
    sertifikat = RiwayatSertifikat.objects.get(pegawai=dunia.ani)
    assert (sertifikat.jenis, sertifikat.nama, sertifikat.nomor) == ("pendidik", "Guru Kelas", "12")
    jejak = Peristiwa.objects.get(tindakan="penilaian.sekolah.dicatat")
    isi = IsiPeristiwa.objects.get(urutan=jejak.urutan).data
    assert (isi["objek_nama"], isi["sesudah"]["rombel"], isi["sesudah"]["jtm"]) == (
        "SD Negeri 1 Contoh", 2, "28.50",
    )  # fmt: skip
    assert Peristiwa.objects.filter(tindakan="pegawai.riwayat.dicatat").count() == 1


def test_same_file_again_changes_nothing_and_a_later_one_replaces_only_its_schools(
    tmp_path: Path, dunia: Dunia
) -> None:
    lain = dunia.baris(nip=dunia.budi.nip, UNOR_ID=dunia.unit["sd2"].siasn_id)
    satu = dunia.baris(nip=dunia.ani.nip, MAPEL_SERTIFIKAT="Matematika", NOMOR_SERTIFIKAT="1")
    awal = berkas(tmp_path, KEPALA, satu, dunia.baris(mapel="PJOK", JTM=4), lain)
    terapkan("rombel", awal)
    sebelum = isi_tabel()

    lagi = terapkan("rombel", awal, per=date(2026, 6, 9))

    assert jumlah(lagi) == (3, 0, 0, 0, 3, 0)
    tumbuh = {"jejak.Peristiwa", "jejak.IsiPeristiwa"}  # the import itself
    assert {k for k, n in isi_tabel().items() if n != sebelum[k]} <= tumbuh
    assert set(Rombel.objects.values_list("per", flat=True)) == {date(2026, 6, 9)}

    ubah = dunia.baris(nip=dunia.ani.nip, JTM=26, JUMLAH_MURID=21, MAPEL_SERTIFIKAT="Matematika",
                       NOMOR_SERTIFIKAT="2")  # fmt: skip
    hasil = terapkan("rombel", berkas(tmp_path, KEPALA, ubah))

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 1)
    assert hasil.perubahan == {"JUMLAH MURID": 1, "JTM": 1, "NOMOR SERTIFIKAT": 1}
    assert pelajaran() == [
        ("1A", "Guru Kelas", "ANI", 26, False), ("1A", "Guru Kelas", "BUDI", 24, False),
    ]  # fmt: skip
    assert RiwayatSertifikat.objects.get().nomor == "2"
    assert "dikeluarkan dari sekolahnya" in hasil.catatan[0]


def test_every_bad_cell_is_told_for_its_own_reason(tmp_path: Path, dunia: Dunia) -> None:
    ani, kantor = dunia.ani.nip, dunia.unit["bkd"].siasn_id
    berspasi = f"'{ani[:8]} {ani[8:14]} {ani[14]} {ani[15:]}"
    rows = (
        dunia.baris(nip=berspasi),
        dunia.baris(nip=ani, mapel="GURU KELAS SD"),
        dunia.baris(mapel="PJOK", JUMLAH_MURID="32 orang"),
        dunia.baris("1B", JUMLAH_MURID="32 orang"),
        dunia.baris(UNOR_ID="Z9"),
        dunia.baris(UNOR_ID=kantor),
        dunia.baris("2A", nip="199001012020012999"),
        dunia.baris("2A", TINGKAT=7),
        dunia.baris("2A", SEMESTER="2026/1"),
        dunia.baris("2A", SEMESTER="20301"),
        dunia.baris("2A", JTM=0),
        dunia.baris("2A", JTM=41),
        dunia.baris("2A", JTM=None),
        dunia.baris("2A", JTM="2,333"),
        dunia.baris("2A", None),
        dunia.baris("2A", JUMLAH_MURID=640),
        dunia.baris("2B", nip=ani, GURU_NON_ASN="Y"),
        dunia.baris("2C", GURU_NON_ASN="mungkin"),
        dunia.baris("2D", MAPEL_SERTIFIKAT="IPA", TUGAS_TAMBAHAN="Kepala Perpustakaan"),
        dunia.kepala(ani),
        dunia.kepala(ani, TUGAS_TAMBAHAN="Wakil Kepala Sekolah"),
        (dunia.unit["sd2"].siasn_id, "SD Negeri 2 Contoh", *[None] * 11),
    )  # fmt: skip

    hasil = periksa("rombel", berkas(tmp_path, KEPALA, *rows))

    assert jumlah(hasil) == (21, 16, 5, 0, 0, 0)
    assert alamat(hasil.galat) == sorted([
        (3, "NIP GURU", "pembelajaran_ganda"), (4, "JUMLAH MURID", "murid_bertentangan"),
        (6, "UNOR ID", "unor_tidak_dikenal"), (8, "NIP GURU", "nip_tidak_dikenal"),
        (9, "TINGKAT", "tingkat_di_luar_jenjang"), (10, "SEMESTER", "semester_tidak_sah"),
        (11, "SEMESTER", "semester_tak_wajar"), (12, "JTM", "jtm_nol"),
        (13, "JTM", "jtm_tak_wajar"),
        (14, "JTM", "wajib_kosong"), (15, "JTM", "jtm_terlalu_teliti"),
        (16, "MATA PELAJARAN", "mapel_kosong"), (17, "JUMLAH MURID", "murid_tak_wajar"),
        (18, "GURU NON ASN", "guru_bertentangan"), (19, "GURU NON ASN", "bukan_ya_tidak"),
        (22, "TUGAS TAMBAHAN", "tugas_bertentangan"),
    ])  # fmt: skip
    assert alamat(hasil.peringatan) == sorted([
        (4, "JUMLAH MURID", "murid_bersatuan"), (5, "JUMLAH MURID", "murid_bersatuan"),
        (7, "UNOR ID", "bukan_sekolah"), (20, "MAPEL SERTIFIKAT", "tanpa_guru"),
        (20, "TUGAS TAMBAHAN", "tugas_tidak_dihitung"),
    ])  # fmt: skip
    pesan = {m.kode: m.pesan for m in hasil.galat}
    assert pesan["murid_bertentangan"] == (
        "Bertentangan dengan baris 2, yang menyebut 20. Samakan keduanya."
    )
    assert pesan["tingkat_di_luar_jenjang"] == "Tingkat 7 tidak ada di SD."


def test_formula_refuses_its_row_and_a_hidden_row_is_told(tmp_path: Path, dunia: Dunia) -> None:
    isi = buku(
        [KEPALA, dunia.baris("1A", JTM=Rumus("12*2", "24")), dunia.baris("1B")], tersembunyi={3}
    )

    hasil = periksa("rombel", simpan(tmp_path, isi, "rumus.xlsx"))

    assert alamat(hasil.galat) == [(2, "JTM", "sel_rumus")]
    assert alamat(hasil.peringatan) == [(3, None, "baris_tersembunyi")]


def test_school_with_a_refused_row_loses_nothing_until_it_is_mended(
    tmp_path: Path, dunia: Dunia
) -> None:
    pjok = dunia.baris(mapel="PJOK", JTM=4)
    terapkan("rombel", berkas(tmp_path, KEPALA, dunia.baris(nip=dunia.ani.nip), pjok))
    rusak = berkas(tmp_path, KEPALA, dunia.baris("1B", JTM=22), dunia.baris("1C", JTM="dua"))

    hasil = terapkan("rombel", rusak)

    assert jumlah(hasil) == (2, 1, 1, 0, 0, 0)
    assert [satu[0] for satu in pelajaran()] == ["1A", "1A", "1B"]
    ditolak = tmp_path / "ditolak.xlsx"
    assert refused_workbook(hasil, rusak, JENIS["rombel"], ditolak) == 1


def test_coordinator_brings_the_schools_of_his_branch_only(tmp_path: Path, dunia: Dunia) -> None:
    koordinator = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dunia.unit["sd1"])
    luar = dunia.baris(UNOR_ID=dunia.unit["sd2"].siasn_id)
    tamu = dunia.baris("1B", nip=dunia.budi.nip, MAPEL_SERTIFIKAT="PJOK")

    hasil = terapkan(
        "rombel", berkas(tmp_path, KEPALA, dunia.baris(), luar, tamu), oleh=koordinator
    )

    assert alamat(hasil.galat) == [(3, "UNOR ID", "unor_di_luar_jangkauan")]
    assert hasil.galat[0].pesan.startswith("SD Negeri 2 Contoh di luar wilayah tugas Anda")
    assert alamat(hasil.peringatan) == [
        (4, "MAPEL SERTIFIKAT", "guru_di_luar_jangkauan"), (4, "NIP GURU", "guru_unit_lain")
    ]  # fmt: skip
    assert not RiwayatSertifikat.objects.exists()
    # The name of the office of somebody out of reach is not told either.
    assert hasil.peringatan[0].pesan.startswith("Formasinya di unit lain")


def test_template_brings_back_what_is_kept_and_is_all_the_same(
    tmp_path: Path, dunia: Dunia
) -> None:
    rows = (
        dunia.kepala(dunia.ani.nip),
        dunia.baris(nip=dunia.ani.nip, MAPEL_SERTIFIKAT="IPA", NOMOR_SERTIFIKAT="7"),
        dunia.baris("1A", "PJOK", JTM=4, GURU_NON_ASN="Y"), dunia.baris("2A", None, JTM=None),
    )  # fmt: skip
    terapkan("rombel", berkas(tmp_path, KEPALA, *rows))
    templat, cabang = tmp_path / "templat.xlsx", tmp_path / "cabang.xlsx"
    lain = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dunia.unit["sd2"])

    banyak = tulis_templat(JENIS["rombel"], templat)
    sedikit = tulis_templat(JENIS["rombel"], cabang, oleh=lain)

    hasil = terapkan("rombel", templat)
    # The head stands beside the lesson he gives; a school without classes is a line to fill in.
    assert (banyak, sedikit, jumlah(hasil)) == (4, 1, (3, 0, 0, 0, 3, 0))

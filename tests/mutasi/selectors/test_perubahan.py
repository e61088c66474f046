"""The facts behind "what changes": read for many pairs in a constant number of queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mutasi.kernel.perubahan import BELUM, Arah, Hal, Perubahan
from mutasi.selectors.perubahan import perubahan_untuk
from organisasi.kernel.tabel_besaran import (
    TAMBAHAN_KELAS,
    TUNJANGAN_FUNGSIONAL,
    Besaran,
    simpanan,
)
from organisasi.models import NilaiKetentuan, Wilayah
from organisasi.services.ketentuan import tetapkan_tabel
from pegawai.kernel.tunjangan import kunci_jf
from pegawai.models import JenisJabatan
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import TemplatUraian
from tests.factories import kompetensi as komp
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.penilaian import perhitungan_abk
from tests.helpers.berkas_impor import sistem

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
PER, TMT = date(2026, 6, 1), date(2026, 7, 1)


def tugas(*uraian: str) -> list[Tugas]:
    return [Tugas.isi(u, "berkas", 250, Periode.BULAN, 25) for u in uraian]


def menurut(hasil: tuple[Perubahan, ...] | None) -> dict[Hal, Perubahan]:
    assert hasil is not None
    return {p.hal: p for p in hasil}


@pytest.fixture
def dunia() -> dict[str, Any]:
    """A clerk of the agency's division, and a post of two schools far away and not known well."""
    unit = org.kabupaten()
    kecamatan = Wilayah.objects.create(
        kode="33.01.01", nama="Kec. Ujung", tingkat="kecamatan",
        lintang=Decimal("-7.5"), bujur=Decimal("110.5"),
    )  # fmt: skip
    unit["bkd"].lintang, unit["bkd"].bujur = Decimal("-7.0"), Decimal("110.0")
    unit["bkd"].terpencil = False
    unit["bkd"].save()
    unit["sd1"].wilayah, unit["sd1"].terpencil = kecamatan, True
    unit["sd1"].save()
    staf = peg.jabatan("Pengelola Kepegawaian", jenis=JenisJabatan.PELAKSANA, bup=None)
    staf.kelas = 6
    staf.save()
    guru = peg.jabatan("Guru Ahli Pertama", jenjang="PT", rumpun="Guru", bup=60)
    guru.kelas = 8
    guru.save()
    asal = peg.formasi(unit["bidang"], staf)
    tujuan, jauh = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    return {**unit, "asal": asal, "tujuan": tujuan, "jauh": jauh, "guru": guru,
            "orang": peg.pegawai("SITI PINDAH", post=asal)}  # fmt: skip


def test_facts_of_both_posts_are_read_from_the_register(dunia: dict[str, Any]) -> None:
    perhitungan_abk(dunia["asal"], *tugas("Menata arsip"))
    perhitungan_abk(dunia["tujuan"], *tugas("Mengajar", "menata arsip."))
    komp.standar(dunia["guru"], "M.01", 3)
    komp.asesmen(dunia["orang"], level={"M.01": 2})
    NilaiKetentuan.objects.create(
        kode=TAMBAHAN_KELAS,
        nilai=simpanan({
            "6": Besaran("Kelas 6", 2_000_000, "Perbup"),
            "8": Besaran("Kelas 8", 2_500_000, "Perbup"),
        }),
        mulai=date(2026, 6, 15), dasar="Perbup",
    )  # fmt: skip

    hasil = menurut(
        perubahan_untuk([(dunia["orang"].pk, None, dunia["tujuan"].pk)], tmt=TMT, per=PER)[0]
    )

    assert (hasil[Hal.JABATAN].lama, hasil[Hal.JABATAN].baru) == (
        "Pengelola Kepegawaian", "Guru Ahli Pertama",
    )  # fmt: skip
    assert hasil[Hal.TINGKAT].baru == "Fungsional, Ahli Pertama"
    assert (hasil[Hal.OPD].lama, hasil[Hal.OPD].baru) == ("Badan Kepegawaian", "Dinas Pendidikan")
    # The division sits in the house of its OPD; the school is only known by its kecamatan.
    assert hasil[Hal.JARAK].baru == "78,3 km"
    assert "Perkiraan" in hasil[Hal.JARAK].penjelasan
    assert (hasil[Hal.TERPENCIL].lama, hasil[Hal.TERPENCIL].baru) == ("tidak", "ya")
    assert hasil[Hal.TUGAS].penjelasan == "1 sama, 1 baru, 0 tidak lagi."
    assert "Integritas: level 2, diminta 3" in [r.isi for r in hasil[Hal.KOMPETENSI].rincian]
    assert (hasil[Hal.KELAS].lama, hasil[Hal.KELAS].baru) == ("6", "8")
    assert hasil[Hal.TAMBAHAN].penjelasan == "Rp500.000 lebih besar."  # in force on the TMT only
    assert hasil[Hal.TAMBAHAN].baru == "Rp2.500.000 (Perbup)"
    assert hasil[Hal.TUNJANGAN].baru == BELUM
    assert (hasil[Hal.BUP].lama, hasil[Hal.BUP].baru) == ("58 tahun", "60 tahun")
    assert hasil[Hal.PENSIUN].baru == "1 Oktober 2046"
    assert hasil[Hal.PELANTIKAN].baru == "dilantik dan diambil sumpah"


def test_the_allowance_is_told_with_its_basis_from_its_first_day_on(dunia: dict[str, Any]) -> None:
    tetapkan_tabel(
        TUNJANGAN_FUNGSIONAL, oleh=sistem(), mulai=TMT,
        besaran={kunci_jf("GURU", "PT"): Besaran("Guru Ahli Pertama", 300_000, "Perpres 108")},
    )  # fmt: skip
    pindah = (dunia["orang"].pk, None, dunia["tujuan"].pk)

    sebelum = menurut(perubahan_untuk([pindah], tmt=date(2026, 6, 30), per=PER)[0])
    sesudah = menurut(perubahan_untuk([pindah], tmt=TMT, per=PER)[0])

    assert sebelum[Hal.TUNJANGAN].baru == BELUM
    assert (sesudah[Hal.TUNJANGAN].lama, sesudah[Hal.TUNJANGAN].baru) == (
        BELUM, "Rp300.000 (Perpres 108)",
    )  # fmt: skip
    assert sesudah[Hal.TUNJANGAN].penjelasan == (
        "Besaran untuk jabatan sekarang belum ada di tabelnya."
    )


def test_tasks_fall_back_to_the_model_of_the_jabatan(dunia: dict[str, Any]) -> None:
    hitung = perhitungan_abk(dunia["jauh"], *tugas("Mengajar"))
    TemplatUraian.objects.create(
        jabatan=dunia["guru"], perhitungan=hitung, ditetapkan_pada=hitung.dibuat_pada,
        ditetapkan_oleh=hitung.dibuat_oleh,
    )  # fmt: skip

    satu = perubahan_untuk([(dunia["orang"].pk, None, dunia["tujuan"].pk)], tmt=TMT, per=PER)

    assert menurut(satu[0])[Hal.TUGAS].baru == "1 tugas"
    assert "templat" in menurut(satu[0])[Hal.TUGAS].penjelasan


def test_pairs_nobody_can_account_for_keep_their_place(dunia: dict[str, Any]) -> None:
    orang = dunia["orang"].pk
    hasil = perubahan_untuk(
        [(0, None, dunia["tujuan"].pk), (orang, None, 0), (orang, dunia["jauh"].pk,
         dunia["tujuan"].pk)], tmt=TMT, per=PER,
    )  # fmt: skip

    assert hasil[:2] == [None, None]
    sesama = menurut(hasil[2])
    assert sesama[Hal.JABATAN].arah is Arah.TETAP
    assert sesama[Hal.PELANTIKAN].penjelasan == "Jabatannya tetap, hanya unitnya yang berganti."


def test_person_without_a_seat_is_told_of_the_unit_written_at_him(dunia: dict[str, Any]) -> None:
    lepas = peg.pegawai("TANPA FORMASI")
    lepas.unit, lepas.jabatan = dunia["bidang"], dunia["asal"].jabatan
    lepas.save()

    hasil = menurut(perubahan_untuk([(lepas.pk, None, dunia["tujuan"].pk)], tmt=TMT, per=PER)[0])

    assert (hasil[Hal.UNIT].lama, hasil[Hal.KELAS].lama) == ("Bidang Mutasi", "6")


def test_forty_pairs_cost_as_many_queries_as_one(dunia: dict[str, Any]) -> None:
    def banyak(pasangan: list[tuple[int, int | None, int]]) -> int:
        with CaptureQueriesContext(connection) as catatan:
            perubahan_untuk(pasangan, tmt=TMT, per=PER)
        return len(catatan)

    orang = [peg.pegawai(f"ORANG KE {n}", post=dunia["asal"]) for n in range(12)]
    satu = banyak([(orang[0].pk, None, dunia["tujuan"].pk)])
    semua = banyak([(o.pk, None, dunia[k].pk) for o in orang for k in ("tujuan", "jauh")])

    assert semua == satu <= 9

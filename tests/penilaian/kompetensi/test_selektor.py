"""Needed against held: one person against a post, and everybody counted in SQL."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Jabatan, Pegawai, RiwayatPelatihan, TingkatPendidikan
from penilaian.kernel.kompetensi import tabel_kompetensi
from penilaian.models import Kompetensi, StandarKompetensi
from penilaian.selectors.kebutuhan_kompetensi import kebutuhan_kompetensi
from penilaian.selectors.kompetensi import profil_kompetensi
from penilaian.selectors.kompetensi_daftar import SaringanOrang, daftar_orang
from penilaian.selectors.kompetensi_lingkup import STRUKTURAL, Lingkup
from penilaian.selectors.talenta import kotak_saya, papan_talenta
from penilaian.services.kompetensi import akhiri_standar, catat_standar
from tests.factories import kompetensi as buat
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from toolkit.policy import WrongMoment

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)


@pytest.fixture
def kantor() -> dict[str, UnitKerja]:
    return org.kabupaten()


def _kepala(unit: UnitKerja, nama: str, eselon: str = "32") -> Pegawai:
    kepala = peg.jabatan(f"Kepala {unit.nama}", jenis="1", eselon_id=eselon, unit=unit)
    return peg.pegawai(nama, post=peg.formasi(unit, kepala))


def _auditor(unit: UnitKerja, nama: str, jabatan: Jabatan) -> Pegawai:
    return peg.pegawai(nama, post=peg.formasi(unit, jabatan))


def test_a_surplus_hides_no_gap_on_the_page_of_a_person(kantor: dict[str, UnitKerja]) -> None:
    jabatan = peg.jabatan("Auditor Ahli Pertama", rumpun="Auditor", jenjang="PT")
    orang = _auditor(kantor["bkd"], "ANI", jabatan)
    for kode in ("M.01", "M.02", "M.03"):
        buat.standar(jabatan, kode, 3)
    buat.asesmen(orang, level={"M.01": 5, "M.02": 3, "M.03": 1, "S.01": 4})

    p = profil_kompetensi(orang, per=PER)

    # The published example: 100% hides what 77,78% shows.
    assert (p.jpm, p.jpm_penuh, p.berbeda) == ("77,78", "100,00", True)
    assert (p.syarat, p.pemetaan) == ("Masih Memenuhi Syarat", "Kurang Optimal")
    assert [(b.satu.nama, b.kekurangan) for b in p.kurang] == [("Komunikasi", 2)]
    assert [(d.nama, d.level) for d in p.lain] == [("Perekat bangsa", 4)]
    assert p.kalimat == "Level 7 dari 9, setara 77,78% JPM."


def test_what_nobody_assessed_is_never_zero_and_what_is_too_old_is_marked(
    kantor: dict[str, UnitKerja],
) -> None:
    orang = _kepala(kantor["bidang"], "ANI")

    p = profil_kompetensi(orang, per=PER)

    assert (p.kalimat, p.syarat, p.jpm) == ("Kompetensinya belum dinilai.", None, "")
    assert {(b.satu.standar, b.biasa, b.satu.dicapai) for b in p.baris} == {(3, True, None)}
    assert p.baris[0].dasar == "PermenPANRB 38/2017"
    buat.asesmen(orang, date(2023, 6, 1), dict.fromkeys(buat.UMUM[1:], 3))
    p = profil_kompetensi(orang, per=PER)
    assert p.kalimat == "Belum lengkap: Integritas belum dinilai."
    assert len(p.lewat) == 8
    buat.asesmen(orang, date(2023, 6, 2), {"M.01": 3, "M.02": 4})
    p = profil_kompetensi(orang, per=PER)
    assert (p.jpm, len(p.lewat)) == ("100,00", 7)
    assert profil_kompetensi(orang, per=date(2026, 6, 2)).jpm == "100,00"
    assert len(profil_kompetensi(orang, per=date(2026, 6, 2)).lewat) == 9


def test_a_matched_name_and_another_post_ask_what_they_ask(kantor: dict[str, UnitKerja]) -> None:
    lokal, resmi = peg.jabatan("Pengawas internal"), peg.jabatan("Auditor", rumpun="Auditor")
    Jabatan.objects.filter(pk=lokal.pk).update(padanan=resmi)
    buat.standar(resmi, "M.01", 3)
    lain = peg.jabatan("Analis", rumpun="Analis")
    buat.standar(lain, "M.01", 5)
    buat.standar(lain, "M.02", 1)
    orang = Pegawai.objects.get(pk=_auditor(kantor["bkd"], "ANI", lokal).pk)
    buat.asesmen(orang, level={"M.01": 2, "M.02": 2})

    assert profil_kompetensi(orang, per=PER).kesesuaian.kekurangan == 1
    ke = profil_kompetensi(orang, lain, per=PER)
    assert (ke.kesesuaian.kekurangan, ke.kekurangan_sekarang) == (3, 1)


def test_trainings_and_experience_fill_what_assessments_do_not_say(
    kantor: dict[str, UnitKerja],
) -> None:
    orang = _auditor(kantor["bkd"], "ANI", peg.jabatan("Auditor", rumpun="Auditor"))
    for mulai, jam in ((date(2026, 1, 5), 18), (date(2024, 1, 5), 40)):
        RiwayatPelatihan.objects.create(pegawai=orang, nama="Bimtek", mulai=mulai, jam=jam)

    p = profil_kompetensi(orang, per=PER)

    assert (p.kalimat, p.baris) == ("Standar kompetensi jabatan ini belum ada.", ())
    assert (p.jp_setahun, p.jp_minimal, len(p.pelatihan)) == (18, 20, 2)
    assert dict(p.pengalaman.rincian) == {
        "Masa kerja PNS": "belum tercatat", "Di jabatan sekarang": "6 tahun 3 bulan",
        "Di rumpun Auditor": "paling sedikit 6 tahun 3 bulan",
    }  # fmt: skip


def _ramai(kantor: dict[str, UnitKerja]) -> Jabatan:
    """Heads with and without assessments, a JF with a standard, a JF without."""
    auditor = peg.jabatan("Auditor", rumpun="Auditor", jenjang="PT")
    for kode, level in (("M.01", 2), ("S.01", 4)):
        buat.standar(auditor, kode, level)
    buat.teknis()
    buat.standar(auditor, "T.UJI", 3)
    buat.asesmen(_kepala(kantor["bidang"], "ANI"), level=3)
    buat.asesmen(_kepala(kantor["disdik"], "BUDI", "22"), date(2022, 1, 1), 4)
    _kepala(kantor["sd1"], "CITRA", "41")
    buat.asesmen(_auditor(kantor["bkd"], "DEDI", auditor), level={"M.01": 1, "T.UJI": 3, "M.02": 5})
    lama = _auditor(kantor["bkd"], "EKA", auditor)
    buat.asesmen(lama, date(2021, 1, 1), {"M.01": 1})
    buat.asesmen(lama, date(2026, 1, 1), {"M.01": 2})
    _auditor(kantor["sd1"], "FARAH", peg.jabatan("Guru", rumpun="Guru"))
    return auditor


def _lingkup(*peran: Peran, **lain: Any) -> Lingkup:
    return Lingkup(org.pengguna(*(peran or (Peran.ANALIS_BKD,))), PER, **lain)


def test_counting_in_sql_agrees_with_asking_everybody(kantor: dict[str, UnitKerja]) -> None:
    _ramai(kantor)
    lingkup = _lingkup()

    k = kebutuhan_kompetensi(lingkup)

    orang = Pegawai.objects.select_related("jabatan__padanan")
    semua = [profil_kompetensi(satu, per=PER) for satu in orang]
    tabel = tabel_kompetensi([b.satu for b in p.baris] for p in semua)
    assert (k.orang, k.dinilai, k.tanpa_standar) == (6, 3, 1)
    per_kode: dict[str, list[int]] = {}
    for b in k.baris:
        satu = per_kode.setdefault(b.kompetensi.kode, [0, 0])
        satu[0] += b.hitung.diperlukan
        satu[1] += b.hitung.belum
    assert per_kode == {b.kode: [b.diperlukan, b.belum_dinilai] for b in tabel.baris}
    integritas = {b.level: b.hitung for b in k.baris if b.kompetensi.kode == "M.01"}
    assert {n: (h.memenuhi, h.kurang, h.lewat, h.belum) for n, h in integritas.items()} == {
        2: (1, 1, 0, 1), 3: (1, 0, 0, 0), 4: (0, 0, 1, 0),
    }  # fmt: skip
    # Every number leads to just as many people.
    for b in k.baris:
        for keadaan in ("memenuhi", "kurang", "lewat", "belum"):
            s = SaringanOrang(b.kompetensi, b.level, keadaan)
            n = getattr(b.hitung, keadaan)
            assert daftar_orang(lingkup, s).count() == n, (b.kompetensi.kode, b.level, keadaan)
    assert {g.nama: g.hitung.diperlukan for g in k.per_kelompok} == {
        "Dinas Pendidikan": 18, "Badan Kepegawaian": 15,
    }  # fmt: skip


def test_a_scope_is_bounded_by_reach_and_family(kantor: dict[str, UnitKerja]) -> None:
    _ramai(kantor)

    k = kebutuhan_kompetensi(_lingkup(rumpun="Auditor"), kelompok="rumpun", jenis="teknis")

    assert [(b.kompetensi.kode, b.level, b.hitung.memenuhi, b.hitung.belum) for b in k.baris] == [
        ("T.UJI", 3, 1, 1)
    ]
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=kantor["disdik"])
    k = kebutuhan_kompetensi(Lingkup(kepala, PER, rumpun=STRUKTURAL))
    assert (k.orang, k.dinilai) == (2, 0)
    assert k.terbesar is None
    assert daftar_orang(Lingkup(kepala, PER), SaringanOrang(keadaan="belum")).count() == 3


def test_education_is_counted_by_post_and_diploma(kantor: dict[str, UnitKerja]) -> None:
    _ramai(kantor)
    tingkat = {t.kode: t for t in TingkatPendidikan.objects.all()}
    for nama, kode in (("ANI", "40"), ("BUDI", "30")):
        Pegawai.objects.filter(nama=nama).update(tingkat_pendidikan=tingkat[kode])

    k = kebutuhan_kompetensi(_lingkup())

    assert k.pendidikan == {"memenuhi": 1, "tidak": 1, "periksa": 4}
    assert k.bekal.lama == 6


def test_a_standard_ends_the_day_before_the_next_and_gives_way_to_the_usual(
    kantor: dict[str, UnitKerja],
) -> None:
    kepala, analis = _kepala(kantor["bidang"], "ANI"), org.pengguna(Peran.ANALIS_BKD)
    assert kepala.jabatan is not None
    pk = Kompetensi.objects.get(kode="M.01").pk
    isi = {"kompetensi_id": pk, "dasar": "Kepbup 1", "oleh": analis, "per": PER}
    catat_standar(kepala.jabatan.pk, level=4, mulai=date(2026, 1, 1), **isi)
    satu = catat_standar(kepala.jabatan.pk, level=5, mulai=date(2026, 5, 1), **isi)

    assert list(StandarKompetensi.objects.order_by("mulai").values_list("level", "selesai")) == [
        (4, date(2026, 4, 30)), (5, None),
    ]  # fmt: skip
    with pytest.raises(WrongMoment, match="sudah berstandar level 5"):
        catat_standar(kepala.jabatan.pk, level=5, mulai=PER, **isi)
    with pytest.raises(WrongMoment, match="Sudah ada standar yang mulai berlaku 1 Mei 2026"):
        catat_standar(kepala.jabatan.pk, level=2, mulai=date(2026, 2, 1), **isi)
    assert profil_kompetensi(kepala, per=PER).baris[0].satu.standar == 5
    akhiri_standar(satu.pk, selesai=date(2026, 5, 20), oleh=analis, per=PER)
    baris = profil_kompetensi(kepala, per=PER).baris[0]
    assert (baris.satu.standar, baris.biasa) == (3, True)
    with pytest.raises(WrongMoment, match="sudah berakhir 20 Mei 2026"):
        akhiri_standar(satu.pk, selesai=PER, oleh=analis, per=PER)


def test_the_published_boxes_stand_where_the_grid_draws_them(
    kantor: dict[str, UnitKerja],
) -> None:
    papan = papan_talenta(org.pengguna(Peran.ANALIS_BKD), per=PER)

    # PermenPANRB 3/2020: performance falls, potential rises.
    assert [[satu.nomor for satu in sel] for _, sel in papan.baris] == [
        [4, 7, 9], [2, 5, 8], [1, 3, 6],
    ]  # fmt: skip
    assert papan.baris[0][1][0].rekomendasi == ("rotasi", "pengembangan kompetensi")


def test_boxes_are_counted_for_those_who_may_and_told_to_oneself(
    kantor: dict[str, UnitKerja],
) -> None:
    ani, budi = _kepala(kantor["bidang"], "ANI"), _kepala(kantor["disdik"], "BUDI")
    buat.kotak(ani, 7, tahun=2024)
    buat.kotak(ani, 5)
    buat.kotak(budi, 9, bertentangan=True)
    analis, kepala = org.pengguna(Peran.ANALIS_BKD), org.pengguna(Peran.KEPALA_UNIT)

    papan = papan_talenta(analis, per=PER)

    assert (papan.tahun, papan.orang, papan.tanpa, papan.bertentangan) == (2025, 2, 0, 1)
    assert papan_talenta(analis, per=PER, tahun=2024).orang == 1
    assert papan_talenta(kepala, per=PER).orang == 0
    kotak = kotak_saya(ani, per=PER)
    assert kotak is not None
    assert (kotak.nomor, kotak.tahun, kotak.banding.sepadan) == (5, 2025, True)
    assert kotak.rekomendasi[0] == "penempatan yang sesuai"
    assert kotak_saya(peg.pegawai("CITRA"), per=PER) is None

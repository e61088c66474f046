"""Who assesses whom: the structure, who acts in it, what was written down."""

from __future__ import annotations

from datetime import date

import pytest

from organisasi.izin import Peran
from pegawai.models import JenisJabatan, JenisPenugasan, Penugasan
from penilaian.models import PejabatPenilai
from penilaian.selectors.penilai import PasanganPenilai, penilai_untuk, unit_pada
from penilaian.services.penilai import tetapkan_penilai
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)


@pytest.fixture
def dunia():
    """Sekda at the root, a head of the Dinas, none in the Bidang, one JF in each place."""
    u = kantor.kabupaten()

    def kursi(nama, unit, eselon):
        jabatan = orang.jabatan(nama, jenis=JenisJabatan.STRUKTURAL, unit=unit, eselon_id=eselon)
        return orang.formasi(unit, jabatan)

    guru = orang.jabatan("Guru Ahli Muda")
    analis = orang.jabatan("Analis SDM")
    u["kabid"] = kursi("Kepala Bidang", u["bidang"], "32")
    return u | {
        "sekda": orang.pegawai("SEKDA", post=kursi("Sekretaris Daerah", u["akar"], "21")),
        "kaban": orang.pegawai("KABAN", post=kursi("Kepala Badan", u["bkd"], "22")),
        "guru": orang.pegawai("GURU", post=orang.formasi(u["sd1"], guru)),
        "kepsek": orang.pegawai("KEPSEK", post=orang.formasi(u["sd1"], guru)),
        "analis": orang.pegawai("ANALIS", post=orang.formasi(u["bidang"], analis)),
    }


def menilai(d, siapa, per=PER):
    return penilai_untuk([d[siapa].pk], per=per)[d[siapa].pk]


def test_the_head_of_the_unit_assesses_and_units_without_a_head_are_passed(dunia):
    d = dunia

    assert menilai(d, "analis") == PasanganPenilai(d["kaban"].pk, d["sekda"].pk)
    assert menilai(d, "kaban") == PasanganPenilai(d["sekda"].pk, None)
    assert menilai(d, "sekda") == PasanganPenilai(None, None)
    assert menilai(d, "guru").penilai_id == d["sekda"].pk


def test_who_acts_in_the_seat_and_who_heads_a_school_assess(dunia):
    d = dunia
    tugas = {"mulai": date(2026, 1, 1)}
    Penugasan.objects.create(pegawai=d["kepsek"], jenis=JenisPenugasan.TT, unit=d["sd1"],
                             jabatan_nama="Kepala Sekolah", **tugas)  # fmt: skip
    Penugasan.objects.create(pegawai=d["guru"], jenis=JenisPenugasan.TT, unit=d["sd2"],
                             jabatan_nama="Wakil Kepala Sekolah", **tugas)  # fmt: skip
    Penugasan.objects.create(pegawai=d["analis"], jenis=JenisPenugasan.PLT, unit=d["bidang"],
                             jabatan=d["kabid"].jabatan, **tugas)  # fmt: skip

    assert menilai(d, "guru") == PasanganPenilai(d["kepsek"].pk, d["sekda"].pk)
    assert menilai(d, "kepsek").penilai_id == d["sekda"].pk  # not himself
    assert menilai(d, "analis").penilai_id == d["kaban"].pk  # acts as his own head
    assert menilai(d, "guru", per=date(2025, 12, 31)).penilai_id == d["sekda"].pk


def test_what_was_written_down_wins_and_two_never_decide_about_each_other(dunia):
    d = dunia
    analis = kantor.pengguna(Peran.ANALIS_BKD)
    kepada = {"mulai": date(2026, 2, 1), "dasar": "SK 800/1", "per": PER, "oleh": analis}
    tetapkan_penilai(d["analis"].pk, d["guru"].pk, **kepada)
    tetapkan_penilai(d["guru"].pk, d["analis"].pk, **kepada)

    assert menilai(d, "analis") == PasanganPenilai(d["guru"].pk, d["sekda"].pk)
    assert menilai(d, "analis", per=date(2026, 1, 31)).penilai_id == d["kaban"].pk

    tetapkan_penilai(d["analis"].pk, d["kaban"].pk, **kepada | {"mulai": date(2026, 3, 1)})

    assert menilai(d, "analis").penilai_id == d["kaban"].pk
    lama = PejabatPenilai.objects.get(pegawai=d["analis"], penilai=d["guru"])
    assert lama.selesai == date(2026, 3, 1)


def test_who_may_not_name_an_assessor_hears_why(dunia):
    d = dunia
    analis = kantor.pengguna(Peran.ANALIS_BKD)
    d["kaban"].pengguna = analis
    d["kaban"].save(update_fields=["pengguna"])
    kepada = {"mulai": PER, "per": PER}

    with pytest.raises(NotYours, match="ditetapkan orang lain"):
        tetapkan_penilai(d["analis"].pk, d["kaban"].pk, dasar="SK", oleh=analis, **kepada)
    with pytest.raises(WrongMoment, match="dirinya sendiri"):
        tetapkan_penilai(d["guru"].pk, d["guru"].pk, dasar="SK", oleh=analis, **kepada)
    with pytest.raises(WrongMoment, match="dasarnya"):
        tetapkan_penilai(d["guru"].pk, d["sekda"].pk, dasar=" ", oleh=analis, **kepada)
    lain = kantor.pengguna(Peran.KEPALA_UNIT, unit=d["bkd"])
    with pytest.raises(NotAllowed, match="analis BKD"):
        tetapkan_penilai(d["guru"].pk, d["sekda"].pk, dasar="SK", oleh=lain, **kepada)


def test_who_left_is_out_and_a_post_the_register_knows_later_speaks_for_before(dunia):
    d = dunia
    d["guru"].berhenti = date(2026, 3, 1)
    d["guru"].save(update_fields=["berhenti"])

    assert d["guru"].pk not in unit_pada(None, per=PER)
    lama = unit_pada(None, per=date(2019, 12, 31))  # before every assignment
    assert lama[d["analis"].pk] == d["bidang"].pk
    assert lama[d["guru"].pk] == d["sd1"].pk


def test_the_number_of_queries_does_not_depend_on_the_number_of_people(
    dunia, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        assert len(penilai_untuk(None, per=PER)) == 5

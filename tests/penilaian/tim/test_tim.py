"""Teams: who may do what, dated memberships, and what each member gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from penilaian.models import AnggotaTim, PejabatPenilai, PeriodeKinerja
from penilaian.policies.tim import Masa
from penilaian.selectors.hasil_tim import BUKAN_ANGGOTA, hasil_tim
from penilaian.selectors.tim import tim_saya
from penilaian.services.indikator_unit import buat_indikator, catat_capaian
from penilaian.services.tim import bubarkan_tim, ubah_tim
from penilaian.services.tim_anggota import akhiri_anggota, ubah_anggota
from penilaian.services.tim_target import catat_realisasi, hapus_target
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.dunia_ukur import berkas_bukti
from tests.penilaian.tim.dunia_tim import AWAL, PER, Dinas, dinas
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
AKHIR = date(2025, 12, 31)


@pytest.fixture
def d(pada_hari_ini: Any) -> Dinas:
    return dinas()


def test_a_person_in_two_teams_gets_their_mean_by_share_and_days(d: Dinas) -> None:
    """(60 x 365 x 75 + 40 x 184 x 120) / (60 x 365 + 40 x 184) = 86,3192."""
    satu, dua = d.tim(), d.tim("Tim Aset")
    d.target(satu, "80", "60")
    d.target(dua, "10", "30")
    d.masuk(satu, d.ani, "60", peran="ketua")
    d.masuk(dua, d.ani, "40", mulai=date(2025, 7, 1))
    d.masuk(satu, d.budi)

    hasil = hasil_tim(d.tahun, None, per=AKHIR)

    assert {pk: h.persen for pk, h in hasil.items()} == {
        d.ani.pk: Decimal("86.3192"), d.budi.pk: Decimal("75"),
    }  # fmt: skip
    assert hasil[d.ani.pk].rincian == (
        {"tim": satu.pk, "nama": "Tim Literasi", "persen": "75", "porsi": "60", "ketua": True,
         "hari": 365},
        {"tim": dua.pk, "nama": "Tim Aset", "persen": "120", "porsi": "40", "ketua": False,
         "hari": 184},
    )  # fmt: skip
    assert hasil_tim(d.tahun, [d.cici.pk], per=AKHIR) == {d.cici.pk: BUKAN_ANGGOTA}
    assert tim_saya(d.budi, d.tahun, per=PER).hasil.persen == 75


def test_what_is_missing_leaves_everybody_not_complete_and_says_what(
    d: Dinas, django_assert_num_queries: Callable[[int], Any]
) -> None:
    tim, lain = d.tim(), d.tim("Tim Aset")
    d.target(tim, "80", "60", "60")
    kosong = d.target(tim, "5", None, "30", uraian="Buku baru")
    d.masuk(tim, d.ani)
    d.masuk(lain, d.budi)
    d.target(lain, "4", "4")

    with django_assert_num_queries(3):
        hasil = hasil_tim(d.tahun, None, per=AKHIR)

    assert (hasil[d.ani.pk].persen, hasil[d.ani.pk].alasan) == (
        None, "Hasil tim Tim Literasi belum lengkap.",
    )  # fmt: skip
    assert hasil[d.budi.pk].persen == 100
    hapus_target(tim.pk, kosong.pk, per=PER, oleh=d.pengelola)
    d.target(tim, "5", "0", "40", uraian="Buku baru")
    assert hasil_tim(d.tahun, [d.ani.pk], per=AKHIR)[d.ani.pk].persen == 45


def test_a_target_can_live_by_an_indicator_of_the_unit(d: Dinas) -> None:
    ikm = buat_indikator(
        d.unit["disdik"].pk, kode="ikm-1", nama="Kepuasan", sumber="ikm", satuan="nilai",
        arah="naik", mulai=AWAL, per=PER, oleh=d.pengelola,
    )  # fmt: skip
    asing = buat_indikator(
        d.unit["bkd"].pk, kode="X", nama="Asing", sumber="lain", satuan="x", arah="naik",
        mulai=AWAL, per=PER, oleh=org.pengguna(Peran.KEPALA_BKPSDM),
    )  # fmt: skip
    tim = d.tim()
    d.masuk(tim, d.ani)
    satu = d.target(tim, "0", None, indikator=ikm)

    with pytest.raises(WrongMoment, match="diambil dari indikator unit “Kepuasan”"):
        catat_realisasi(tim.pk, satu.pk, realisasi=Decimal(1), per=PER, oleh=d.pengelola)
    with pytest.raises(WrongMoment, match="milik unit lain"):
        d.target(tim, "0", None, indikator=asing)

    assert hasil_tim(d.tahun, None, per=AKHIR)[d.ani.pk].persen is None
    catat_capaian(
        ikm.pk, d.tahun, target=Decimal(80), nilai=Decimal(88), sumber="survei", per=PER,
        oleh=d.pengelola,
    )  # fmt: skip
    assert hasil_tim(d.tahun, None, per=AKHIR)[d.ani.pk].persen == 110


def test_nobody_writes_down_what_he_is_measured_by_himself(d: Dinas) -> None:
    tim = d.tim()
    kepala = peg.pegawai("DEDI", post=peg.formasi(d.unit["disdik"], peg.jabatan("Kepala Dinas")))
    kepala.pengguna = org.pengguna(Peran.KEPALA_UNIT, unit=d.unit["disdik"], nama="Dedi")
    kepala.save()
    d.masuk(tim, kepala, peran="ketua")
    satu = d.target(tim, "10", None)

    with pytest.raises(NotYours, match="Anda anggota tim ini pada periode itu"):
        catat_realisasi(tim.pk, satu.pk, realisasi=Decimal(10), per=PER, oleh=kepala.pengguna)
    anggota = AnggotaTim.objects.get(pegawai=kepala)
    with pytest.raises(NotYours, match="porsi Anda sendiri diatur oleh orang lain"):
        akhiri_anggota(anggota.pk, selesai=PER, per=PER, oleh=kepala.pengguna)
    with pytest.raises(NotYours):
        d.masuk(d.tim("Tim lain"), kepala, oleh=kepala.pengguna)
    with pytest.raises(NotAllowed, match="diatur oleh kepala unit"):
        ubah_tim(tim.pk, nama="X", mandat="X", dasar="X", mulai=AWAL, per=PER, oleh=d.ani.pengguna)
    with pytest.raises(OutOfReach):
        d.tim(oleh=org.pengguna(Peran.OPERATOR_OPD, unit=d.unit["bkd"]))


def test_evidence_is_kept_with_the_unit_and_every_act_leaves_its_trace(d: Dinas) -> None:
    tim = d.tim()
    satu = d.target(tim, "10", None)

    satu = catat_realisasi(
        tim.pk, satu.pk, realisasi=Decimal(9), bukti=berkas_bukti(), per=PER, oleh=d.pengelola
    )

    assert satu.bukti is not None
    assert (satu.bukti.macam, satu.bukti.unit) == ("tim", d.unit["disdik"])
    jejak = Peristiwa.objects.filter(tindakan__startswith="penilaian.tim").order_by("urutan")
    assert list(jejak.values_list("tindakan", flat=True)) == [
        "penilaian.tim.dibentuk", "penilaian.tim.target", "penilaian.tim.target",
    ]  # fmt: skip


def test_a_member_of_another_unit_is_told_and_so_is_his_own_head(d: Dinas) -> None:
    atasan = peg.pegawai("KEPALA BKD", post=peg.formasi(d.unit["bkd"], peg.jabatan("Kepala BKD")))
    atasan.pengguna = org.pengguna(nama="Kepala BKD")
    atasan.save()
    PejabatPenilai.objects.create(
        pegawai=d.cici, penilai=atasan, mulai=AWAL, dasar="SK", dicatat_pada=timezone.now(),
        dicatat_oleh=d.pengelola,
    )  # fmt: skip

    tim = d.tim()
    d.masuk(tim, d.ani)
    d.masuk(tim, d.cici, "50")

    kabar = Pemberitahuan.objects.order_by("pk").values_list("untuk__nama", "judul", "isi")
    assert list(kabar) == [
        ("ANI", "Anda menjadi anggota tim kerja",
         "Tim Literasi, mulai 1 Januari 2025, porsi 100 persen."),
        ("CICI", "Anda menjadi anggota tim kerja",
         "Tim Literasi, mulai 1 Januari 2025, porsi 50 persen."),
        ("Kepala BKD", "Pegawai yang Anda pimpin masuk tim kerja unit lain",
         "CICI masuk Tim Literasi di Dinas Pendidikan, mulai 1 Januari 2025, porsi 50 persen."),
    ]  # fmt: skip


def test_a_changed_share_leaves_the_days_before_as_they_were(d: Dinas) -> None:
    tim = d.tim()
    lama = d.masuk(tim, d.ani, "100", peran="ketua")

    ubah_anggota(
        lama.pk, masa=Masa(date(2026, 3, 1), None, "anggota"), tugas="", porsi=Decimal(40),
        per=PER, oleh=d.pengelola,
    )  # fmt: skip

    rows = AnggotaTim.objects.order_by("mulai").values_list("porsi", "peran", "mulai", "selesai")
    assert list(rows) == [
        (100, "ketua", AWAL, date(2026, 2, 28)), (40, "anggota", date(2026, 3, 1), None),
    ]  # fmt: skip
    d.masuk(tim, d.budi, peran="ketua", mulai=date(2026, 3, 1))
    bubarkan_tim(tim.pk, selesai=PER, alasan="Mandat selesai.", per=PER, oleh=d.pengelola)
    assert set(AnggotaTim.objects.filter(mulai__gt=AWAL).values_list("selesai", flat=True)) == {PER}
    with pytest.raises(WrongMoment, match="sudah berakhir 1 Juni 2026"):
        bubarkan_tim(tim.pk, selesai=PER, alasan="Lagi.", per=PER, oleh=d.pengelola)


@pytest.mark.parametrize(
    ("siapa", "lain", "kalimat"),
    [
        ("ani", {}, "ANI sudah menjadi anggota tim ini pada masa itu"),
        ("budi", {"peran": "ketua"}, "Tim ini sudah diketuai ANI"),
        ("budi", {"mulai": date(2024, 1, 1)}, "Tim ini baru bekerja sejak 1 Januari 2025"),
        ("budi", {"selesai": date(2024, 12, 1)}, "Keanggotaan berakhir sebelum mulai"),
    ],
)
@pytest.mark.sekali
def test_a_membership_that_cannot_be_is_refused(
    d: Dinas, siapa: str, lain: dict[str, Any], kalimat: str
) -> None:
    tim = d.tim()
    d.masuk(tim, d.ani, peran="ketua")

    with pytest.raises(WrongMoment, match=kalimat):
        d.masuk(tim, getattr(d, siapa), **lain)


def test_a_closed_period_keeps_its_members_targets_and_results(d: Dinas) -> None:
    tim = d.tim()
    lama = d.masuk(tim, d.ani)
    satu = d.target(tim, "10", "5")
    d.tahun.ditutup_pada, d.tahun.ditutup_oleh = timezone.now(), d.pengelola
    d.tahun.save()

    with pytest.raises(WrongMoment, match="Tahun 2025 sudah ditutup"):
        catat_realisasi(tim.pk, satu.pk, realisasi=Decimal(9), per=PER, oleh=d.pengelola)
    with pytest.raises(WrongMoment, match="keanggotaan sampai 31 Desember 2025 tidak"):
        d.masuk(tim, d.budi)
    with pytest.raises(WrongMoment, match="keanggotaan sampai 31 Desember 2025 tidak"):
        akhiri_anggota(lama.pk, selesai=date(2025, 6, 30), per=PER, oleh=d.pengelola)
    akhiri_anggota(lama.pk, selesai=AKHIR, per=PER, oleh=d.pengelola)
    assert hasil_tim(d.tahun, None, per=AKHIR)[d.ani.pk].persen == 50


def test_who_opened_a_form_before_the_period_closed_writes_nothing_after_it(d: Dinas) -> None:
    tim = d.tim()
    satu = d.target(tim, "10", "5")
    ikm = buat_indikator(
        d.unit["disdik"].pk, kode="ikm-1", nama="Kepuasan", sumber="ikm", satuan="nilai",
        arah="naik", mulai=AWAL, per=PER, oleh=d.pengelola,
    )  # fmt: skip
    PeriodeKinerja.objects.update(ditutup_pada=timezone.now(), ditutup_oleh=d.pengelola)
    assert d.tahun.ditutup_pada is None  # as somebody read it a moment before

    with pytest.raises(WrongMoment, match="Tahun 2025 sudah ditutup"):
        d.target(tim, "7", None)
    with pytest.raises(WrongMoment, match="Tahun 2025 sudah ditutup"):
        hapus_target(tim.pk, satu.pk, per=PER, oleh=d.pengelola)
    with pytest.raises(WrongMoment, match="Tahun 2025 sudah ditutup"):
        catat_capaian(
            ikm.pk, d.tahun, target=Decimal(9), nilai=None, sumber="uji", per=PER,
            oleh=d.pengelola,
        )  # fmt: skip


def test_a_team_may_be_ended_on_the_last_day_there_is(d: Dinas) -> None:
    tim = d.tim()
    satu = d.masuk(tim, d.ani)

    akhiri_anggota(satu.pk, selesai=date.max, per=PER, oleh=d.pengelola)
    bubarkan_tim(tim.pk, selesai=date.max, alasan="Tugasnya selesai.", per=PER, oleh=d.pengelola)

    tim.refresh_from_db()
    assert tim.selesai == date.max

"""Rows of several tables in one query come back as the tables themselves would give them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import DateField, F, IntegerField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from pegawai.models import Pegawai
from penilaian.models import KeluargaKriteria, Kriteria, SetKriteria
from tests.factories import organisasi as org
from tests.factories.pegawai import pegawai
from toolkit.sekaligus import Arm, baca_sekaligus

pytestmark = pytest.mark.django_db


def _kriteria() -> Kriteria:
    perangkat = SetKriteria.objects.create(
        keluarga=KeluargaKriteria.MUTASI, kode="uji", versi=1, nama="Uji", dasar="Dasar",
        bobot_minimal=Decimal("72.50"), peringkat=True, urutan_seri=["a", {"b": None}],
        dibuat_pada=timezone.now(), dibuat_oleh=org.pengguna(),
    )  # fmt: skip
    return Kriteria.objects.create(
        perangkat=perangkat, urutan=1, kode="K1", bunyi="Bunyi", dasar="Dasar", sumber="lama",
        satuan="tahun", skala="linear", parameter={"dari": 0, "ke": "5"}, bobot=Decimal("33.10"),
        bukti="Bukti", bila_kosong="tidak_lengkap",
    )  # fmt: skip


def test_one_query_gives_rows_as_their_tables_would(
    django_assert_num_queries: object,
) -> None:
    assert connection.features.supports_json_field  # SQLite asks this once per connection
    satu, orang = _kriteria(), pegawai()
    kolom = ("bobot", "parameter", "perangkat__bobot_minimal", "perangkat__peringkat",
             "perangkat__urutan_seri", "perangkat__berlaku_mulai", "perangkat__dibuat_pada",
             "perangkat__diperiksa_oleh__nama", "perangkat__dibuat_oleh__nama")  # fmt: skip
    arm = {
        "kriteria": Arm(Kriteria.objects.annotate(dua=F("urutan") * 2), (*kolom, "dua")),
        "orang": Arm(Pegawai.objects.filter(pk=orang.pk), ("nama", "lahir", "cpns")),
        "tak_ditanya": None,
    }

    with django_assert_num_queries(1):  # type: ignore[operator]
        hasil = baca_sekaligus(arm)

    (kriteria,), (dia,) = hasil["kriteria"], hasil["orang"]
    asli = Kriteria.objects.select_related("perangkat__dibuat_oleh").get()
    assert (kriteria, kriteria.parameter, kriteria.dua) == (satu, {"dari": 0, "ke": "5"}, 2)
    assert str(kriteria.bobot) == str(asli.bobot) == "33.10", "a Decimal has the places it had"
    p, q = kriteria.perangkat, asli.perangkat
    assert (str(p.bobot_minimal), p.peringkat) == ("72.50", True)
    assert (p.urutan_seri, p.berlaku_mulai) == (["a", {"b": None}], None)
    assert p.dibuat_pada == q.dibuat_pada
    assert p.dibuat_oleh.nama == q.dibuat_oleh.nama
    assert p.diperiksa_oleh is None, "a row that points to nothing has nothing there"
    assert isinstance(dia.lahir, date)
    assert (dia.nama, dia.lahir, dia.cpns) == (orang.nama, orang.lahir, orang.cpns)
    assert hasil["tak_ditanya"] == []


def test_columns_not_named_are_deferred() -> None:
    orang = pegawai()

    (dia,) = baca_sekaligus({"orang": Arm(Pegawai.objects.filter(pk=orang.pk), ("nama",))})["orang"]

    assert "nip" in dia.get_deferred_fields()
    assert dia.nip == orang.nip


def test_a_figure_json_cannot_carry_is_refused_and_not_bent() -> None:
    hari = Cast(Value("2026-06-01"), DateField())
    keliru = Pegawai.objects.annotate(hari=hari, angka=Value(1, output_field=IntegerField()))

    with pytest.raises(TypeError, match="Annotation hari: DateField cannot be read from JSON"):
        baca_sekaligus({"orang": Arm(keliru, ("hari",))})
    assert baca_sekaligus({"orang": Arm(keliru, ("angka",))}) == {"orang": []}


def test_nothing_asked_is_no_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert baca_sekaligus({"a": None}) == {"a": []}

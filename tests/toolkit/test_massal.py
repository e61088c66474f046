"""Fast insertion stores exactly what the ORM would store."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps

from toolkit.massal import PER_LANGKAH, segarkan_statistik, sisipkan
from toolkit.readonly import WriteDuringGet, readonly

pytestmark = pytest.mark.django_db(transaction=True)

KOLOM = ("teks", "bulat", "benar", "hari", "saat", "desimal", "kunci", "isi", "lama", "rahasia")
BARIS = [
    (
        "Désa 100% ?",
        7,
        True,
        date(2026, 2, 28),
        datetime(2026, 2, 28, 3, 4, 5, 600, tzinfo=UTC),
        Decimal("1.50"),
        uuid.UUID(int=7),
        {"a": [1, None], "b": "ü"},
        timedelta(days=1, seconds=2),
        "nik",
    ),
    ("", None, False, None, None, None, None, None, None, ""),
]


class Terbalik(models.TextField):
    """A field that changes its values on the way in, as an encrypted one does."""

    def get_prep_value(self, value):
        return value[::-1] if value else value


@pytest.fixture
def contoh():
    """A table with a column of each kind, for one test."""
    with isolate_apps("toolkit"):

        class Contoh(models.Model):
            teks = models.CharField(max_length=50)
            bulat = models.IntegerField(null=True)
            benar = models.BooleanField(db_column="betul")
            hari = models.DateField(null=True)
            saat = models.DateTimeField(null=True)
            desimal = models.DecimalField(max_digits=8, decimal_places=2, null=True)
            kunci = models.UUIDField(null=True)
            isi = models.JSONField(null=True)
            lama = models.DurationField(null=True)
            rahasia = Terbalik()

            class Meta:
                app_label = "toolkit"

            def __str__(self) -> str:
                return self.teks

        with connection.schema_editor() as editor:
            editor.create_model(Contoh)
        yield Contoh
        with connection.schema_editor() as editor:
            editor.delete_model(Contoh)


def test_every_kind_of_value_is_stored_as_the_orm_stores_it(contoh):
    assert sisipkan(contoh, KOLOM, BARIS) == 2
    contoh.objects.bulk_create(contoh(**dict(zip(KOLOM, b, strict=True))) for b in BARIS)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM toolkit_contoh ORDER BY id")
        satu, dua, tiga, empat = (baris[1:] for baris in cursor.fetchall())
    assert (satu, dua) == (tiga, empat)
    assert contoh.objects.values_list(*KOLOM)[0][:-1] == BARIS[0][:-1]


def test_field_that_changes_its_values_is_asked(contoh):
    sisipkan(contoh, KOLOM, BARIS[:1])

    assert contoh.objects.values_list("rahasia", flat=True).get() == "kin"


def test_rows_may_come_from_a_generator_and_fill_several_steps(contoh):
    banyak = PER_LANGKAH[connection.vendor] * 2 + 1
    baris = ((str(n), n, n % 2 == 0, None, None, None, None, None, None, "") for n in range(banyak))

    assert sisipkan(contoh, KOLOM, baris) == banyak

    assert contoh.objects.count() == banyak
    assert list(contoh.objects.order_by("id").values_list("bulat", flat=True)) == list(
        range(banyak)
    )


def test_same_moment_repeated_and_changing_again_is_not_mixed_up(contoh):
    pagi, siang = (datetime(2026, 1, 1, jam, tzinfo=UTC) for jam in (7, 12))
    saat = [pagi, pagi, siang, None, pagi]
    kolom = ("teks", "benar", "rahasia", "saat")

    sisipkan(contoh, kolom, [("x", True, "", satu) for satu in saat])

    assert list(contoh.objects.order_by("id").values_list("saat", flat=True)) == saat


def test_no_rows_are_no_statement(contoh, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert sisipkan(contoh, KOLOM, iter(())) == 0


def test_unknown_column_is_named(contoh):
    with pytest.raises(ValueError, match="tidak mempunyai kolom warna"):
        sisipkan(contoh, ("warna",), [])


def test_row_the_database_refuses_takes_the_whole_act_with_it(contoh):
    baris = [("a", True, ""), ("b", None, "")]

    with pytest.raises(IntegrityError), transaction.atomic():
        sisipkan(contoh, ("teks", "benar", "rahasia"), baris)

    assert not contoh.objects.exists()


def test_foreign_key_is_given_as_its_key_under_either_name():
    jenis = ContentType.objects.get_or_create(app_label="uji", model="uji")[0]

    for nama in ("content_type", "content_type_id"):
        sisipkan(Permission, ("name", nama, "codename"), [(nama, jenis.pk, nama)])

    assert Permission.objects.filter(content_type=jenis).count() == 2


def test_guard_of_a_get_sees_it(contoh):
    with readonly(frozenset()), pytest.raises(WriteDuringGet, match="toolkit_contoh"):
        sisipkan(contoh, KOLOM, BARIS)


@pytest.mark.postgres
def test_planner_learns_of_rows_that_came_at_once():
    ContentType.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE django_content_type")
    sisipkan(ContentType, ("app_label", "model"), [("uji", f"m{i}") for i in range(300)])

    segarkan_statistik()

    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'django_content_type'")
        assert cursor.fetchone() == (300,)

"""Many rows into one table, fast, on SQLite and PostgreSQL, without making a model of each.

``bulk_create`` builds an object per row and asks every field of it; for the 20,000 rows of an
import that is most of the time. Here each column says once whether its values must be adapted at
all, and how: by the field itself, so a date, a Decimal, a UUID or JSON is stored exactly as the ORM
would store it.

Both ways go through Django's own cursor: the guard of a GET, query counts and logs still see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection, models
from django.db.models import Field, Model

Baris = Sequence[Any]

# What is bound as it stands, if the caller brings the right Python type; the rest is adapted.
APA_ADANYA = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.BooleanField,
    models.AutoField,
    models.BigAutoField,
)
CARA = ("get_prep_value", "get_db_prep_value", "get_db_prep_save")
PER_LANGKAH = {"sqlite": 5000, "postgresql": 1000}


def sisipkan(model: type[Model], kolom: Sequence[str], baris: Iterable[Baris]) -> int:
    """Insert the rows (values in the order of ``kolom``) and return how many.

    ``kolom`` are names of fields (``unit`` and ``unit_id`` alike; the value is the key). Every
    column without a default of the database must be among them: defaults of the model are not
    filled in, ``save()`` and ``auto_now`` do not run. Text, whole numbers and booleans are bound
    unchanged and not validated. ``baris`` may be a generator; it is read in steps, so a value
    handed over (a dict for JSON, say) must not be changed afterwards.
    """
    fields = [_field(model, nama) for nama in kolom]
    ubah = [(i, fungsi) for i, field in enumerate(fields) if (fungsi := _adapter(field))]
    rows = _adapted(baris, ubah) if ubah else iter(baris)
    qn = connection.ops.quote_name
    nama = ", ".join(qn(str(field.column)) for field in fields)
    awal = f"INSERT INTO {qn(model._meta.db_table)} ({nama})"
    satu = f"({', '.join(['%s'] * len(fields))})"
    jumlah = 0
    with connection.cursor() as cursor:
        while langkah := list(islice(rows, PER_LANGKAH[connection.vendor])):
            if connection.vendor == "sqlite":
                cursor.executemany(f"{awal} VALUES {satu}", langkah)
            else:
                # One statement for many rows: executemany would send each row on its own.
                nilai = list(chain.from_iterable(langkah))
                cursor.execute(f"{awal} VALUES {', '.join([satu] * len(langkah))}", nilai)
            jumlah += len(langkah)
    return jumlah


def _field(model: type[Model], nama: str) -> Field[Any, Any]:
    field = next((f for f in model._meta.concrete_fields if nama in (f.name, f.attname)), None)
    if field is None:
        raise ValueError(f"{model._meta.label} tidak mempunyai kolom {nama}.")
    return field


def _adapter(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes a Python value fit for this column, or None when it is already."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    # A field that changes its values on the way (an encrypted text, say) must be asked.
    if any(all(getattr(type(field), c) is getattr(biasa, c) for c in CARA) for biasa in APA_ADANYA):
        return None
    terakhir: tuple[Any, Any] = (object(), None)

    def adapt(nilai: Any) -> Any:
        # Many rows of one act carry the very same moment or day: adapt it once.
        nonlocal terakhir
        if nilai is not terakhir[0]:
            terakhir = (nilai, field.get_db_prep_save(nilai, connection))
        return terakhir[1]

    return adapt


def _adapted(
    baris: Iterable[Baris], ubah: list[tuple[int, Callable[[Any], Any]]]
) -> Iterator[Baris]:
    for satu in baris:
        hasil = list(satu)
        for i, fungsi in ubah:
            hasil[i] = fungsi(hasil[i])
        yield hasil


def perbarui(model: type[Model], kolom: Sequence[str], baris: Iterable[Baris]) -> int:
    """Write these columns of existing rows and return how many: (key, value, value, ...)."""
    fields = [_field(model, nama) for nama in kolom]
    ubah = [(i, fungsi) for i, field in enumerate(fields, 1) if (fungsi := _adapter(field))]
    rows = _adapted(baris, ubah) if ubah else iter(baris)
    kunci = next(f for f in model._meta.concrete_fields if f.primary_key)
    jumlah = 0
    with connection.cursor() as cursor:
        while langkah := list(islice(rows, PER_LANGKAH[connection.vendor])):
            if connection.vendor == "sqlite":
                sql = _ubah_satu(model, kunci, fields)
                cursor.executemany(sql, [(*b[1:], b[0]) for b in langkah])
            else:
                # One statement for many rows, as above.
                sql = _ubah_banyak(model, kunci, fields, len(langkah))
                cursor.execute(sql, list(chain.from_iterable(langkah)))
            jumlah += len(langkah)
    return jumlah


def _ubah_satu(
    model: type[Model], kunci: Field[Any, Any], fields: Sequence[Field[Any, Any]]
) -> str:
    qn = connection.ops.quote_name
    isi = ", ".join(f"{qn(str(f.column))} = %s" for f in fields)
    tabel = qn(model._meta.db_table)
    return f"UPDATE {tabel} SET {isi} WHERE {qn(str(kunci.column))} = %s"  # noqa: S608


def _ubah_banyak(
    model: type[Model], kunci: Field[Any, Any], fields: Sequence[Field[Any, Any]], jumlah: int
) -> str:
    """The types stand at every value, for a column of nothing but NULL has none of its own."""
    qn = connection.ops.quote_name
    tabel, semua = qn(model._meta.db_table), [kunci, *fields]
    isi = ", ".join(f"{qn(str(f.column))} = v{i}" for i, f in enumerate(fields, 1))
    # Without its length: a cast would cut a text that is too long instead of refusing it.
    satu = ", ".join(f"%s::{str(f.rel_db_type(connection)).split('(')[0]}" for f in semua)
    nama = ", ".join(f"v{i}" for i in range(len(semua)))
    nilai = ", ".join([f"({satu})"] * jumlah)
    syarat = f"{tabel}.{qn(str(kunci.column))} = v0"
    return f"UPDATE {tabel} SET {isi} FROM (VALUES {nilai}) AS baru ({nama}) WHERE {syarat}"  # noqa: S608


def nomor_baru(model: type[Model], jumlah: int) -> list[int]:
    """Keys for rows about to be inserted with children; inside the transaction that inserts them.

    PostgreSQL hands them out of the table's own sequence, so nobody else gets them. In SQLite the
    writing transaction is alone, and a key given by hand moves the counter on by itself.
    """
    if not jumlah:
        return []
    tabel = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [connection.ops.quote_name(tabel), jumlah],
            )
            return [nomor for (nomor,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [tabel])
        baris = cursor.fetchone()
    awal = baris[0] if baris else 0
    return list(range(awal + 1, awal + jumlah + 1))


def segarkan_statistik() -> None:
    """Tell PostgreSQL's planner what the tables hold, after many rows came at once.

    Its own process does that within minutes; until then it believes a table that was empty a
    moment ago to be empty still, and joins 20,000 rows one by one. To be called after the commit.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

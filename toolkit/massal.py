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
    unchanged and not validated. ``baris`` may be a generator; it is read in steps.
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

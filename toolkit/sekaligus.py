"""A few rows of many tables in one question.

What lies with a case lies in a dozen tables, a row or two in each. Asked one after the other every
table is a way to the database and back; here they are the arms of one UNION ALL. Arms of different
shape can stand under each other because each row carries its columns as one JSON object.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import (
    CharField,
    DateTimeField,
    DecimalField,
    F,
    Field,
    IntegerField,
    JSONField,
    Model,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, JSONObject

PISAH = "__"
# What an annotation comes back as from JSON just as it went in.
_POLOS = (CharField, IntegerField, TextField)


@dataclass(frozen=True)
class Arm:
    """Rows, and the columns wanted of them; ``unit__nama`` is one of a row they point to, and a
    name of an annotation becomes a plain attribute."""

    rows: QuerySet[Any]
    kolom: Sequence[str]


def baca_sekaligus(arm: Mapping[str, Arm | None]) -> dict[str, list[Any]]:
    """The rows of every arm as objects of its model, by the name of the arm, in one query.

    They come in no order: who needs one sorts. Columns not named are deferred, as ``only`` would.
    An arm that is None is not asked and has no rows. A Decimal travels as text and has the places
    of its column; raises TypeError for an annotation that is neither a whole number nor text, since
    nothing says how to read it back.
    """
    ada = {nama: satu for nama, satu in arm.items() if satu is not None}
    hasil: dict[str, list[Any]] = {nama: [] for nama in arm}
    if not ada:
        return hasil
    pertama, *lain = (_baris(nama, satu) for nama, satu in ada.items())
    for nama, isi in pertama.union(*lain, all=True) if lain else pertama:
        hasil[nama].append(_objek(ada[nama].rows.model, isi))
    return hasil


def _baris(nama: str, arm: Arm) -> Any:
    """(name of the arm, its columns as one object)."""
    isi = JSONObject(
        **{satu: _kirim(arm, satu) for satu in _dengan_kunci(arm.rows.model, arm.kolom)}
    )
    rows: Any = arm.rows.order_by().annotate(
        arm_nama=Value(nama, output_field=CharField()), arm_isi=isi
    )
    return rows.values_list("arm_nama", "arm_isi")


def _kirim(arm: Arm, nama: str) -> Any:
    """A column as it travels: JSON has no Decimal, and a number of it may come as a float."""
    if nama in arm.rows.query.annotations:
        jenis = arm.rows.query.annotations[nama].output_field
        if not isinstance(jenis, _POLOS):
            raise TypeError(f"Annotation {nama}: {type(jenis).__name__} cannot be read from JSON.")
        return F(nama)
    jenis = _field(arm.rows.model, nama)
    return Cast(nama, CharField()) if isinstance(jenis, DecimalField) else F(nama)


def _field(model: type[Model], nama: str) -> Any:
    """The column at the end of ``unit__nama``."""
    kini: Any = model
    *jalan, akhir = nama.split(PISAH)
    for langkah in jalan:
        kini = kini._meta.get_field(langkah).related_model
    return kini._meta.get_field(akhir)


def _dengan_kunci(model: type[Model], kolom: Sequence[str]) -> list[str]:
    """The columns, and the key of every row that is met on the way to them."""
    perlu = dict.fromkeys([model._meta.pk.attname, *kolom])
    for satu in kolom:
        jalan = satu.split(PISAH)[:-1]
        kini: Any = model
        for n, langkah in enumerate(jalan, 1):
            kini = kini._meta.get_field(langkah).related_model
            perlu[PISAH.join((*jalan[:n], kini._meta.pk.attname))] = None
    return list(perlu)


def _objek(model: type[Model], isi: Mapping[str, Any]) -> Any:
    """A row of the table, with the rows it points to."""
    milik: dict[str, Any] = {}
    terkait: dict[str, dict[str, Any]] = defaultdict(dict)
    for nama, nilai in isi.items():
        kepala, _, sisa = nama.partition(PISAH)
        if sisa:
            terkait[kepala][sisa] = nilai
        else:
            milik[kepala] = nilai
    kolom = [f for f in model._meta.concrete_fields if f.attname in milik]
    nilai_kolom = [_nilai(f, milik.pop(f.attname)) for f in kolom]
    objek = model.from_db(connection.alias, [f.attname for f in kolom], nilai_kolom)
    for nama, nilai in milik.items():
        setattr(objek, nama, nilai)
    for nama, bagian in terkait.items():
        field: Any = model._meta.get_field(nama)
        tujuan = field.related_model
        ada = bagian[tujuan._meta.pk.attname] is not None
        field.set_cached_value(objek, _objek(tujuan, bagian) if ada else None)
    return objek


def _nilai(field: Field[Any, Any], nilai: Any) -> Any:
    """As the column itself would have given it."""
    tujuan: Any = getattr(field, "target_field", field)
    if nilai is None:
        return None
    if isinstance(tujuan, JSONField):
        return json.loads(nilai) if isinstance(nilai, str) else nilai
    if isinstance(tujuan, DecimalField):
        return Decimal(nilai).quantize(Decimal(1).scaleb(-tujuan.decimal_places))
    if isinstance(tujuan, DateTimeField):
        waktu = datetime.fromisoformat(nilai)
        return waktu if waktu.tzinfo else waktu.replace(tzinfo=UTC)
    return tujuan.to_python(nilai)

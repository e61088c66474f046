"""Shapes of constraints that occur twice, and the sentence of a broken one."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import IntegrityError, models
from django.db.models import F, Q

NAME = "%(app_label)s_%(class)s_"


def in_order(first: str, second: str, *, message: str) -> models.CheckConstraint:
    """``first`` is not later than ``second``; either may be empty."""
    return models.CheckConstraint(
        name=f"{NAME}{first}_{second}_urut",
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{second}__isnull": True})
        | Q(**{f"{first}__lte": F(second)}),
        violation_error_message=message,
    )


def both_or_neither(act: str, *, message: str) -> models.CheckConstraint:
    """``<act>_pada`` and ``<act>_oleh`` are set together."""
    when, who = f"{act}_pada__isnull", f"{act}_oleh__isnull"
    return models.CheckConstraint(
        name=f"{NAME}{act}_siapa_kapan",
        condition=Q(**{when: True, who: True}) | Q(**{when: False, who: False}),
        violation_error_message=message,
    )


def one_open(
    *fields: str, until: str, message: str, where: Q | None = None, name: str = "satu_terbuka"
) -> models.UniqueConstraint:
    """At most one row per ``fields`` whose ``until`` is empty (and that meets ``where``)."""
    condition = Q(**{f"{until}__isnull": True})
    if where is not None:
        condition &= where
    return models.UniqueConstraint(
        fields=fields,
        name=f"{NAME}{name}",
        condition=condition,
        violation_error_message=message,
    )


def one_of(
    field: str, choices: type[models.TextChoices], *, message: str
) -> models.CheckConstraint:
    """The column holds one of the declared codes, whoever wrote it."""
    return models.CheckConstraint(
        name=f"{NAME}{field}_dikenal",
        condition=Q(**{f"{field}__in": sorted(choices.values)}),
        violation_error_message=message,
    )


def sentence_of(error: IntegrityError) -> str | None:
    """The sentence of the constraint that broke, or None when the database does not name it.

    PostgreSQL names every constraint; SQLite names checks, and for a unique index its columns.
    """
    text = str(error)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name in text or _same_columns(model, constraint, text):
                return str(constraint.violation_error_message)
    return None


def _same_columns(model: type[models.Model], constraint: Any, text: str) -> bool:
    if (
        not isinstance(constraint, models.UniqueConstraint)
        or "UNIQUE constraint failed" not in text
    ):
        return False
    columns = [getattr(model._meta.get_field(name), "column", "") for name in constraint.fields]
    named = text.split("failed:", 1)[-1].strip()
    return named == ", ".join(f"{model._meta.db_table}.{column}" for column in columns)


def unique_also_empty(
    *fields: str, empty: str, message: str, name: str
) -> tuple[models.UniqueConstraint, models.UniqueConstraint]:
    """``fields`` with ``empty`` occur once, an empty one too: databases would repeat those."""
    return (
        models.UniqueConstraint(
            fields=[*fields, empty], name=NAME + name, violation_error_message=message
        ),
        models.UniqueConstraint(
            fields=fields,
            condition=Q(**{f"{empty}__isnull": True}),
            name=f"{NAME}{name}_kosong",
            violation_error_message=message,
        ),
    )

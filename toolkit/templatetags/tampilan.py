"""How dates, numbers and names look; links that keep the filters. Loaded in every template."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
KOSONG = "—"
_HARI = re.compile(r"\d{4}-\d\d-\d\d")  # a day as JSON keeps it


@register.filter
def tanggal(value: Any) -> str:
    """21 November 2026."""
    if not isinstance(value, date):
        return KOSONG
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return date_format(value, "j F Y")


@register.filter
def waktu(value: Any) -> str:
    """21 November 2026 pukul 14.05."""
    if not isinstance(value, datetime):
        return KOSONG
    return date_format(timezone.localtime(value), "j F Y \\p\\u\\k\\u\\l H.i")


@register.filter
def semester(value: Any) -> str:
    """Dapodik's 20261 is "ganjil 2026/2027", 20262 "genap 2026/2027"."""
    text = str(value or "")
    if len(text) != 5 or not text.isdecimal() or text[4] not in "12":
        return text or KOSONG
    return f"{'ganjil' if text[4] == '1' else 'genap'} {text[:4]}/{int(text[:4]) + 1}"


@register.filter
def angka(value: Any) -> str:
    """1.250; a missing number is a dash, never 0."""
    if value is None or value == "":
        return KOSONG
    return str(number_format(value, use_l10n=True, force_grouping=True))


@register.filter
def pecahan(value: Any) -> str:
    """An exact number with at most two decimals, half up, none of them idle: 4,5; 24."""
    if value is None or value == "":
        return KOSONG
    bagian = Fraction(value)
    bulat = Decimal((2 * bagian.numerator * 100 + bagian.denominator) // (2 * bagian.denominator))
    return str(number_format((bulat / 100).normalize() + 0, use_l10n=True, force_grouping=True))


@register.filter
def nilai(value: Any) -> str:
    """A stored value of any kind in words: ya, 1.250, 21 November 2026, or a dash."""
    if value is None or value == "":
        return KOSONG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return ", ".join(nilai(item) for item in value) or KOSONG
    if isinstance(value, dict):
        return "; ".join(f"{key}: {nilai(item)}" for key, item in value.items()) or KOSONG
    if isinstance(value, str) and _HARI.fullmatch(value):
        return tanggal(parse_date(value)) if parse_date(value) else value
    return angka(value) if isinstance(value, int) else str(value)


@register.filter
def selisih(value: Any) -> str:
    """+3, −2, 0: a gap carries its sign."""
    if value is None or value == "":
        return KOSONG
    number = Decimal(value)
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{number_format(abs(number), use_l10n=True, force_grouping=True)}"


@register.filter
def nip(value: Any) -> SafeString | str:
    """19860926 201505 1 001, grouped by style only: copying gives the 18 digits without blanks."""
    text = str(value or "")
    if len(text) != 18:
        return text or KOSONG
    return format_html(
        '<span class="nip"><span>{}</span><span>{}</span><span>{}</span><span>{}</span></span>',
        text[:8],
        text[8:14],
        text[14],
        text[15:],
    )


@register.filter
def atau(value: Any, pengganti: str = KOSONG) -> Any:
    """The value, or a dash (or the given words) when there is none."""
    return pengganti if value in (None, "") else value


@register.simple_tag(takes_context=True)
def kueri(context: dict[str, Any], **changes: Any) -> str:
    """The current query string with some parameters changed; empty ones are dropped."""
    params = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            params.pop(name, None)
        else:
            params[name] = value
    text = params.urlencode()
    return f"?{text}" if text else "?"


@register.inclusion_tag("komponen/tombol.html")
def tombol(
    teks: str,
    *,
    alasan: list[str] | None = None,
    gaya: str = "primary",
    ikon: str = "",
    nama: str = "",
    nilai: str = "",
) -> dict[str, Any]:
    """A submit button; with ``alasan`` it is disabled and says why."""
    return {
        "teks": teks, "alasan": alasan or [], "gaya": gaya, "ikon": ikon,
        "nama": nama, "nilai": nilai,
    }  # fmt: skip


@register.inclusion_tag("komponen/halaman.html", takes_context=True)
def halaman(context: dict[str, Any], page: Any, target: str = "") -> dict[str, Any]:
    """The pager of a list; ``target`` is the id of the fragment that htmx swaps."""
    return {"request": context["request"], "page": page, "target": target}


@register.inclusion_tag("komponen/kosong.html")
def kosong(judul: str, kalimat: str, url: str = "", ajakan: str = "") -> dict[str, Any]:
    """An empty page says what belongs here and how to begin."""
    return {"judul": judul, "kalimat": kalimat, "url": url, "ajakan": ajakan}

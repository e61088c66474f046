"""How far two places of work lie apart, as the crow flies."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_JARI_BUMI = 6371.0088  # km, the mean radius of the earth (IUGG)


@dataclass(frozen=True)
class Letak:
    """Degrees, south and west negative. ``perkiraan``: the centre of the kecamatan stands in."""

    lintang: float
    bujur: float
    perkiraan: bool = False


def jarak_km(satu: Letak, dua: Letak) -> float:
    """By the haversine formula; a road is longer."""
    lintang_satu, lintang_dua = radians(satu.lintang), radians(dua.lintang)
    tinggi = sin((lintang_dua - lintang_satu) / 2) ** 2
    lebar = sin(radians(dua.bujur - satu.bujur) / 2) ** 2
    setengah = tinggi + cos(lintang_satu) * cos(lintang_dua) * lebar
    return 2 * _JARI_BUMI * asin(sqrt(min(1.0, setengah)))

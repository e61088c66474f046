"""What if: needs and classes under other constants, exact, and saved nowhere.

Hours and volumes touch only needs whose minutes are known; growth touches every need but the one
seat of a structural box. A need nothing touches stays as it was decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from penilaian.kernel.efektivitas_massal import Orang
from penilaian.kernel.hitungan import setengah_naik


@dataclass(frozen=True)
class Andaian:
    """The dials. ``jke`` None: each load keeps the hours it was decided with."""

    jke: Fraction | None = None
    volume_persen: Fraction = Fraction()
    tumbuh_persen: Fraction = Fraction()
    tahun: int = 0

    @property
    def tumbuh(self) -> Fraction:
        """Growth until the year looked at."""
        faktor: Fraction = (1 + self.tumbuh_persen / 100) ** self.tahun
        return faktor

    @property
    def beban(self) -> Fraction:
        """What a measured load is multiplied with."""
        return (1 + self.volume_persen / 100) * self.tumbuh


def andaikan_beban(tepat: Orang, menit: Orang | None, andai: Andaian) -> Orang:
    """The unrounded need under the dials."""
    if menit is None:
        return _kali(tepat, andai.tumbuh)
    if andai.jke is None:
        return _kali(tepat, andai.beban)
    jke = andai.jke
    dasar = Orang(menit.atas * jke.denominator, menit.bawah * jke.numerator)
    return _kali(dasar, andai.beban)


def andaikan_jumlah(lama: int, semula: Orang, andaian: Orang) -> int:
    """People: as decided while nothing is different, else rounded once, half up."""
    if semula.atas * andaian.bawah == andaian.atas * semula.bawah:
        return lama
    return setengah_naik(Fraction(*andaian))


def _kali(orang: Orang, faktor: Fraction) -> Orang:
    if faktor == 1:
        return orang
    return Orang(orang.atas * faktor.numerator, orang.bawah * faktor.denominator)

"""What 24 lesson hours and the certificate mean for the teachers a school has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from penilaian.kernel.hitungan import TemuanHitung, Tetapan, angka
from penilaian.kernel.tetapan import KetentuanKebutuhan


@dataclass(frozen=True)
class BebanGuru:
    """One teacher: hours by subject, subject of the certificate (None: none yet), extra duty."""

    nama: str
    jtm: Mapping[str, Fraction]
    sertifikat: str | None = None
    tugas_tambahan: str | None = None


@dataclass(frozen=True)
class KeadaanGuru:
    """``diakui``: hours in the certified subject plus what the extra duty stands for."""

    guru: BebanGuru
    mengajar: Fraction
    diakui: Fraction
    temuan: tuple[TemuanHitung, ...]
    tetapan: tuple[Tetapan, ...]


def keadaan_guru(guru: BebanGuru, k: KetentuanKebutuhan) -> KeadaanGuru:
    """Whether the teacher reaches the minimum that the profession allowance asks for."""
    mengajar = sum(guru.jtm.values(), Fraction())
    diakui = mengajar if guru.sertifikat is None else guru.jtm.get(guru.sertifikat, Fraction())
    if guru.tugas_tambahan is not None:
        diakui += k.jtm_minimal - k.jtm_tugas_tambahan[guru.tugas_tambahan]
    temuan = tuple(_temuan(guru, mengajar, diakui, k))
    tetapan = k.pakai("jtm_minimal", "jtm_maksimal", "jtm_tugas_tambahan")
    return KeadaanGuru(guru, mengajar, diakui, temuan, tetapan)


def _temuan(
    guru: BebanGuru, mengajar: Fraction, diakui: Fraction, k: KetentuanKebutuhan
) -> Iterator[TemuanHitung]:
    if guru.sertifikat is None:
        yield TemuanHitung("belum_bersertifikat", f"{guru.nama} belum bersertifikat pendidik.")
    else:
        lain = [mapel for mapel in guru.jtm if mapel != guru.sertifikat]
        if lain:
            yield TemuanHitung(
                "mapel_bukan_sertifikat",
                f"{guru.nama} mengajar {', '.join(lain)}, sertifikatnya {guru.sertifikat}; "
                "jam itu tidak diakui.",
            )
    if diakui < k.jtm_minimal:
        akibat = "" if guru.sertifikat is None else "; tunjangan profesi terancam"
        yield TemuanHitung(
            "jtm_kurang",
            f"{guru.nama}: {angka(diakui, 2)} jam diakui, kurang dari "
            f"{angka(k.jtm_minimal)}{akibat}.",
        )
    if mengajar > k.jtm_maksimal:
        yield TemuanHitung(
            "jtm_lebih",
            f"{guru.nama} mengajar {angka(mengajar, 2)} jam, lebih dari {angka(k.jtm_maksimal)}.",
        )


@dataclass(frozen=True)
class BagiJam:
    """The hours of one subject shared by the teachers there are."""

    jtm: Fraction
    guru: int
    jtm_masing: Fraction | None
    dapat_memenuhi: int  # so many can be given the minimum
    tidak_memenuhi: int
    tetapan: tuple[Tetapan, ...]


def bagi_jam(jtm: Fraction, guru: int, k: KetentuanKebutuhan) -> BagiJam:
    """How many of the teachers of a subject can reach the minimum at all."""
    cukup = min(guru, floor(jtm / k.jtm_minimal))
    masing = jtm / guru if guru else None
    return BagiJam(jtm, guru, masing, cukup, guru - cukup, k.pakai("jtm_minimal"))

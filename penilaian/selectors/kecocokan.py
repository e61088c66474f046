"""How well people fit a post by the published mutasi criteria, line by line; ranks nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from penilaian.kernel.bahan_mutasi import Tambahan, mentah_mutasi
from penilaian.kernel.kriteria import Kriteria, Perangkat
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.skor import Akun, Baris, hitung
from penilaian.models import HasilPenilaian, SetKriteria
from penilaian.snapshots.perangkat import arm_mutasi, perangkat_banyak
from toolkit.sekaligus import Arm, baca_sekaligus

_SKOR = ("pegawai_id", "skor", "penilaian__nomor", "penilaian__periode__selesai")


@dataclass(frozen=True)
class Kecocokan:
    """The set in force and one account per person."""

    perangkat: SetKriteria
    kriteria: tuple[Kriteria, ...]
    akun: Mapping[int, Akun]

    def baris(self, pegawai: Collection[int]) -> list[tuple[Kriteria, list[Baris]]]:
        """Per criterion the lines of these people, in their order."""
        return [
            (satu, [self.akun[pk].baris[letak] for pk in pegawai])
            for letak, satu in enumerate(self.kriteria)
        ]


@dataclass(frozen=True)
class BahanSkor:
    """What an account is taken from beside the case: the mutasi sets in force, the newest first,
    and by person the score of his last delivered yearly run."""

    perangkat: Mapping[SetKriteria, Perangkat]
    skor: Mapping[int, Decimal]


def kecocokan(
    perkara: Mapping[int, Perkara], jam_pelatihan: Mapping[int, int | None], *, per: date,
    bahan: BahanSkor | None = None,
) -> Kecocokan | None:  # fmt: skip
    """By key of the person; None where no mutasi set is in force. One query for everybody, none
    where ``bahan`` was read before."""
    bahan = bahan or baca_bahan_skor(perkara, per=per)
    satu = next(iter(bahan.perangkat), None)
    if satu is None:
        return None
    perangkat = bahan.perangkat[satu]
    akun = {}
    for pk, kasus in perkara.items():
        tambahan = Tambahan(jam_pelatihan=jam_pelatihan.get(pk), skor_kinerja=bahan.skor.get(pk))
        mentah = {k.kode: mentah_mutasi(k.sumber, kasus, tambahan) for k in perangkat.kriteria}
        akun[pk] = hitung(perangkat, mentah)
    return Kecocokan(satu, perangkat.kriteria, akun)


def baca_bahan_skor(pegawai: Collection[int], *, per: date) -> BahanSkor:
    """For these people, in one query."""
    rows = baca_sekaligus(arm_bahan_skor(pegawai, per=per))
    return bahan_skor_dari(rows["kriteria"], rows["skor"])


def arm_bahan_skor(pegawai: Collection[int], *, per: date) -> dict[str, Arm]:
    """The same, to be read with other things."""
    hasil = HasilPenilaian.objects.disampaikan().filter(
        pegawai__in=set(pegawai), skor__isnull=False, penilaian__periode__jenis="tahun"
    )
    return {"kriteria": arm_mutasi(per=per), "skor": Arm(hasil, _SKOR)}


def bahan_skor_dari(kriteria: Iterable[Any], hasil: Iterable[HasilPenilaian]) -> BahanSkor:
    """From the rows of both arms; of a person's scores the last one counts."""
    urut = sorted(hasil, key=lambda h: (h.penilaian.periode.selesai, h.penilaian.nomor))
    skor = {h.pegawai_id: h.skor for h in urut if h.skor is not None}
    return BahanSkor(perangkat_banyak(kriteria), skor)

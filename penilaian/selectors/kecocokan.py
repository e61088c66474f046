"""How well people fit a post by the published mutasi criteria, line by line; ranks nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from penilaian.kernel.bahan_mutasi import Tambahan, mentah_mutasi
from penilaian.kernel.kriteria import Kriteria
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.skor import Akun, Baris, hitung
from penilaian.models import HasilPenilaian, KeluargaKriteria, SetKriteria
from penilaian.snapshots.perangkat import perangkat_dari


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


def kecocokan(
    perkara: Mapping[int, Perkara], jam_pelatihan: Mapping[int, int | None], *, per: date
) -> Kecocokan | None:
    """By key of the person; None where no mutasi set is in force. Three queries for everybody."""
    rows = SetKriteria.objects.berlaku(per).filter(keluarga=KeluargaKriteria.MUTASI)
    satu = rows.prefetch_related("kriteria").order_by("-berlaku_mulai", "kode").first()
    if satu is None:
        return None
    perangkat = perangkat_dari(satu)
    skor = _skor_kinerja(perkara)
    akun = {}
    for pk, kasus in perkara.items():
        tambahan = Tambahan(jam_pelatihan=jam_pelatihan.get(pk), skor_kinerja=skor.get(pk))
        mentah = {k.kode: mentah_mutasi(k.sumber, kasus, tambahan) for k in perangkat.kriteria}
        akun[pk] = hitung(perangkat, mentah)
    return Kecocokan(satu, perangkat.kriteria, akun)


def _skor_kinerja(pegawai: Collection[int]) -> dict[int, Decimal]:
    """The score of the last delivered yearly run of each person."""
    rows = HasilPenilaian.objects.disampaikan().filter(
        pegawai__in=pegawai, skor__isnull=False, penilaian__periode__jenis="tahun"
    )
    urut = rows.order_by("penilaian__periode__selesai", "penilaian__nomor")
    return {pk: skor for pk, skor in urut.values_list("pegawai_id", "skor") if skor is not None}

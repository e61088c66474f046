"""Classes of schools and staff of puskesmas follow the office that goes on in a new structure.

Only where one office of the same kind goes on: of a split or abolished one nobody knows which part
keeps what until its sector reports again. Called inside the transaction that closes the offices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Max

from organisasi.models import UnitKerja
from penilaian.models import Faskes, Rombel, TenagaKesehatan, TugasGuru, TugasTambahan

_NAMA = 60


def pindahkan_sektor(ke: Mapping[int, int | None]) -> dict[str, int]:
    """Move them from each closed office to ``ke``; how many rows of what, for the trail."""
    jumlah = {"rombel": 0, "tenaga_kesehatan": 0}
    for baru, asal in _sejenis(ke).items():
        jumlah["rombel"] += _sekolah(baru, asal)
        _faskes(baru, asal)
        tenaga = TenagaKesehatan.objects.filter(unit__in=asal)
        jumlah["tenaga_kesehatan"] += tenaga.update(unit=baru)
    return {nama: n for nama, n in jumlah.items() if n}


def _sejenis(ke: Mapping[int, int | None]) -> Mapping[int, list[int]]:
    """Closed offices with something to move, by the office of their kind that goes on."""
    isi: set[int] = set()
    for model in (Rombel, Faskes, TenagaKesehatan):
        rows = model._default_manager.filter(unit__in=list(ke)).order_by()
        isi |= set(rows.values_list("unit", flat=True).distinct())
    pasang = {lama: baru for lama in sorted(isi) if (baru := ke[lama]) is not None}
    unit = UnitKerja.objects.in_bulk({*pasang, *pasang.values()})
    hasil: dict[int, list[int]] = defaultdict(list)
    for lama, baru in pasang.items():
        if unit[lama].jenis == unit[baru].jenis:
            hasil[baru].append(lama)
    return hasil


def _sekolah(baru: int, asal: Sequence[int]) -> int:
    """Classes of the last semester, when all reported the same one: a newer one would hide the
    classes of the school that has not reported yet, and its teachers with them."""
    rows = Rombel.objects.filter(unit__in=[baru, *asal]).order_by()
    terakhir: dict[int, str] = dict(rows.values_list("unit").annotate(Max("semester")))
    semester = set(terakhir.values())
    if len(semester) != 1 or not terakhir.keys() & set(asal):
        return 0
    kini = semester.pop()
    ada = set(Rombel.objects.filter(unit=baru, semester=kini).values_list("nama", flat=True))
    rombel = list(
        Rombel.objects.filter(unit__in=asal, semester=kini).select_related("unit").order_by("pk")
    )
    for satu in rombel:
        satu.nama = _nama(satu, ada)
        ada.add(satu.nama)
        satu.unit_id = baru
    Rombel.objects.bulk_update(rombel, ["unit", "nama"], batch_size=500)
    _tugas(baru, asal, kini)
    return len(rombel)


def _nama(satu: Rombel, ada: Collection[str]) -> str:
    """Its name; with that of its old school where the two schools have a class of one name."""
    calon, nomor = satu.nama, 1
    while calon in ada:
        akhir = f" ({nomor})" if nomor > 1 else ""
        calon = f"{satu.nama} · {satu.unit.nama}"[: _NAMA - len(akhir)] + akhir
        nomor += 1
    return calon


def _tugas(baru: int, asal: Sequence[int], semester: str) -> None:
    """Extra duties go along, one per teacher; to head the larger school is decided anew."""
    rows = TugasGuru.objects.filter(semester=semester)
    guru = set(rows.filter(unit=baru).values_list("pegawai", flat=True))
    pindah = []
    for satu in rows.filter(unit__in=asal).exclude(tugas=TugasTambahan.KEPALA_SEKOLAH):
        if satu.pegawai_id not in guru:
            guru.add(satu.pegawai_id)
            satu.unit_id = baru
            pindah.append(satu)
    TugasGuru.objects.bulk_update(pindah, ["unit"], batch_size=500)


def _faskes(baru: int, asal: Sequence[int]) -> None:
    """The kind of the puskesmas, unless it has one or those that meet are of different kinds."""
    if Faskes.objects.filter(unit=baru).exists():
        return
    rows = list(Faskes.objects.filter(unit__in=asal).order_by("pk"))
    if len({satu.jenis for satu in rows}) == 1:
        rows[0].unit_id = baru
        rows[0].save(update_fields=["unit"])

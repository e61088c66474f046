"""What of a plan is no longer as it is today, and abolished units brought back in bulk.

A whole department struck by mistake comes back with its hundreds of units in a moment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from organisasi.models import UnitKerja
from penilaian.models import Hubungan, KotakSotk, PetaKotak, RencanaSotk
from toolkit.massal import nomor_baru, sisipkan

Kepala = Mapping[int, tuple[str, str]]
KOLOM_KOTAK = (
    "id", "rencana", "induk", "asal", "nama", "jenis", "jabatan", "eselon_id", "urutan",
)  # fmt: skip
KOLOM_PETA = ("rencana", "lama", "baru", "hubungan")
TANPA = ("", "")


class _Terdekat:
    """The box that continues an office, or else the nearest one above it."""

    def __init__(self, rencana: RencanaSotk) -> None:
        units = UnitKerja.objects.di_bawah(rencana.cabang)
        self.induk = dict(units.values_list("pk", "induk_id"))
        kotak = rencana.kotak.exclude(asal=None)
        self.kotak = {asal or 0: pk for asal, pk in kotak.values_list("asal_id", "pk")}

    def di_atas(self, unit: int) -> int | None:
        """Key of the box above this office."""
        atas = self.induk.get(unit)
        while atas is not None and atas not in self.kotak:
            atas = self.induk.get(atas)
        return None if atas is None else self.kotak[atas]


def hidupkan(rencana: RencanaSotk, units: Sequence[UnitKerja], kepala: Kepala) -> None:
    """Give those of these units (in the order of the tree) that go nowhere a box as they are today.

    What hung below one and went up a level when it was struck comes back below it.
    """
    tujuan = rencana.peta.filter(baru__isnull=False, lama__in=[u.pk for u in units])
    ada = set(tujuan.values_list("lama_id", flat=True))
    mati = [u for u in units if u.pk not in ada]
    if not mati:
        return
    letak = _Terdekat(rencana)
    baris, peta = [], []
    akhir = max(rencana.kotak.values_list("urutan", flat=True), default=0)
    for n, (u, pk) in enumerate(zip(mati, nomor_baru(KotakSotk, len(mati)), strict=True), 1):
        isi = (u.nama, u.jenis, *kepala.get(u.pk, TANPA))
        baris.append((pk, rencana.pk, letak.di_atas(u.pk), u.pk, *isi, akhir + n))
        peta.append((rencana.pk, u.pk, pk, str(Hubungan.TETAP)))
        letak.kotak[u.pk] = pk
    rencana.peta.filter(lama__in=[u.pk for u in mati]).delete()
    sisipkan(KotakSotk, KOLOM_KOTAK, baris)
    sisipkan(PetaKotak, KOLOM_PETA, peta)
    _turunkan(rencana, {asal: (pk, atas) for pk, _, atas, asal, *_ in baris})


def _turunkan(rencana: RencanaSotk, baru: Mapping[int, tuple[int, int | None]]) -> None:
    """Boxes that hang where a revived one hangs, though their unit is below its unit."""
    naik = []
    rows = rencana.kotak.filter(asal__induk__in=baru.keys()).select_related("asal")
    for kotak in rows:
        pk, atas = baru[kotak.asal.induk_id or 0] if kotak.asal else (0, None)
        if kotak.induk_id == atas and kotak.pk != pk:
            kotak.induk_id = pk
            naik.append(kotak)
    KotakSotk.objects.bulk_update(naik, ["induk"], batch_size=500)


def belum_semula(
    rencana: RencanaSotk, units: Sequence[UnitKerja], kepala: Kepala
) -> list[UnitKerja]:
    """Those of these units whose box is not what they are today."""
    letak = _Terdekat(rencana)
    kotak = {k.pk: k for k in rencana.kotak.all()}
    tujuan: dict[int, list[int]] = {}
    sumber: dict[int, int] = {}
    for lama, baru in rencana.peta.exclude(baru=None).values_list("lama_id", "baru_id"):
        tujuan.setdefault(lama, []).append(baru or 0)
        sumber[baru or 0] = sumber.get(baru or 0, 0) + 1

    def semula(u: UnitKerja) -> bool:
        milik = [kotak[b] for b in tujuan.get(u.pk, ())]
        if len(milik) != 1 or sumber[milik[0].pk] != 1 or milik[0].asal_id != u.pk:
            return False
        k, kini = milik[0], (u.nama, u.jenis, *kepala.get(u.pk, TANPA))
        isi = (k.nama, k.jenis, k.jabatan, k.eselon_id)
        return isi == kini and k.induk_id == letak.di_atas(u.pk)

    return [u for u in units if not semula(u)]

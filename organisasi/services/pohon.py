"""The derived numbers of the unit tree: intervals, levels, OPD."""

from __future__ import annotations

from collections import defaultdict

from organisasi.models import Instansi, UnitKerja

TURUNAN = ("tingkat", "kiri", "kanan", "opd_id")


Turunan = tuple[int, int, int, int | None]


def hitung_pohon(
    baris: list[tuple[int, int | None, str]], akar: int | None = None
) -> dict[int, Turunan]:
    """(pk, parent pk, name) of every unit to (level, first, last, OPD) by preorder; names order
    siblings. ``akar``, the root of the agency, is number 1 even where a file brought other roots.
    A unit on a circle or below one is treated as a root: nothing is lost."""
    anak: dict[int | None, list[tuple[str, int]]] = defaultdict(list)
    for pk, induk, nama in baris:
        anak[induk].append((nama.casefold(), pk))
    for daftar in anak.values():
        daftar.sort(reverse=True)
    hasil: dict[int, Turunan] = {}
    nomor = 0

    def jalan(akar: int) -> None:
        nonlocal nomor
        # An explicit stack: (pk, level, opd, leaving?) - Python's own would end at 1,000 levels.
        tumpukan: list[tuple[int, int, int | None, bool]] = [(akar, 0, None, False)]
        awal: dict[int, int] = {}
        while tumpukan:
            pk, tingkat, opd, keluar = tumpukan.pop()
            if keluar:
                hasil[pk] = (tingkat, awal[pk], nomor, opd)
                continue
            if pk in awal or pk in hasil:
                continue
            nomor += 1
            awal[pk] = nomor
            milik = pk if tingkat == 1 else opd
            tumpukan.append((pk, tingkat, milik, True))
            tumpukan.extend((a, tingkat + 1, milik, False) for _, a in anak.get(pk, ()))

    puncak = [pk for _, pk in reversed(anak[None])]
    for pk in sorted(puncak, key=lambda pk: pk != akar):
        jalan(pk)
    for pk, _, _ in baris:
        if pk not in hasil:
            jalan(pk)
    return hasil


def susun_ulang_pohon() -> int:
    """Renumber the tree; returns how many units changed. Called inside the caller's transaction."""
    lama = {
        pk: (tingkat, kiri, kanan, opd)
        for pk, tingkat, kiri, kanan, opd in UnitKerja.objects.values_list("pk", *TURUNAN)
    }
    akar = Instansi.objects.values_list("akar", flat=True).first()
    baru = hitung_pohon(list(UnitKerja.objects.values_list("pk", "induk_id", "nama")), akar)
    berubah = [
        UnitKerja(pk=pk, tingkat=t, kiri=a, kanan=b, opd_id=opd)
        for pk, (t, a, b, opd) in baru.items()
        if lama[pk] != (t, a, b, opd)
    ]
    UnitKerja.objects.bulk_update(berubah, ["tingkat", "kiri", "kanan", "opd"], batch_size=500)
    return len(berubah)

"""On what ground a line is moved before his time or down: one column of text, two meanings.

Written ``Dispensasi: SE 19/2023 huruf b`` or ``Demosi karena sanksi: SK 800/12``; without such a
beginning it is the basis of a dispensation.
"""

from __future__ import annotations

from penilaian.kernel.perkara import DasarDemosi, Dispensasi

DISPENSASI = "Dispensasi"
DEMOSI = {
    DasarDemosi.SANKSI: "Demosi karena sanksi",
    DasarDemosi.KINERJA: "Demosi karena kinerja",
    DasarDemosi.RESTRUKTURISASI: "Demosi karena restrukturisasi",
    DasarDemosi.PERMINTAAN_SENDIRI: "Demosi atas permintaan sendiri",
}
PILIHAN = (
    ("", "Tidak ada"),
    ("dispensasi", DISPENSASI),
    *((d.value, t) for d, t in DEMOSI.items()),
)


def tulis_dasar(jenis: str, teks: str) -> str:
    """Kind and words as one text; empty without a kind."""
    label = dict(PILIHAN).get(jenis, "") if jenis else ""
    return f"{label}: {teks}".rstrip(": ") if label else ""


def baca_dasar(dasar: str) -> tuple[str, str]:
    """(kind, words); the kind is empty when there is nothing."""
    if not dasar.strip():
        return "", ""
    awal, _, teks = dasar.partition(":")
    for jenis, label in PILIHAN[1:]:
        if awal.strip() == label:
            return jenis, teks.strip()
    return "dispensasi", dasar.strip()


def sebagai_dasar(dasar: str) -> tuple[Dispensasi | None, DasarDemosi | None]:
    """What the rules read."""
    jenis, teks = baca_dasar(dasar)
    if not jenis:
        return None, None
    if jenis == "dispensasi":
        return (Dispensasi(teks) if teks else None), None
    return None, DasarDemosi(jenis)

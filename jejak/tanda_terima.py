"""Receipts: what a person takes home about one entry, and checks without asking us again.

A receipt holds the entry as the export writes it, and the proof that it stands in a tree whose head
was published. It is worth something only against a head from elsewhere: the minutes, the mail to
the Inspektorat, the public page. ``periksa_jejak.py`` checks it; ``docs/jejak.md`` says the format.
"""

from __future__ import annotations

from typing import Any

from jejak import bacaan
from jejak.akar import simpul_terbit
from jejak.kernel.bukti import akar_dari_bukti, akar_dari_lanjut, rentang_lanjut, rentang_masuk
from jejak.kernel.kanonik import waktu_kanonik
from jejak.kernel.merkle import daun
from jejak.kernel.rantai import hash_entri
from jejak.models import AkarJejak
from toolkit.policy import OutOfReach, Refusal, WrongMoment

JENIS_TANDA_TERIMA = "serasi.tanda_terima"
JENIS_LANJUT = "serasi.bukti_lanjut"
VERSI = 1


def buat_tanda_terima(urutan: int) -> dict[str, Any]:
    """The receipt for one entry, under the first published head that covers it: always the same.

    Refused while no published head covers the entry (409), and when the database does not fit its
    own head. Content that was lawfully erased is null; the proof holds without it. Who may have it
    is for the rooms above to say: it shows all that the entry holds.
    """
    akar = AkarJejak.objects.filter(urutan__gte=urutan).order_by("urutan").first()
    entri = bacaan.satu(urutan)
    if entri is None:
        raise OutOfReach("Tidak ada catatan jejak dengan nomor itu.")
    if akar is None:
        raise WrongMoment(
            "Catatan ini belum tercakup akar yang diterbitkan, jadi belum ada yang dapat "
            "dibuktikan. Akar terbit setiap hari; mintalah tanda terimanya besok.",
            kode="akar_belum_terbit",
        )
    data = bytes.fromhex(hash_entri(entri))
    bukti = _bukti(rentang_masuk(urutan - 1, akar.urutan))
    terhitung = akar_dari_bukti(data, urutan - 1, akar.urutan, bukti)
    if entri["hash"] != data.hex() or terhitung is None or terhitung.hex() != akar.akar:
        raise _tidak_cocok()
    return {
        "jenis": JENIS_TANDA_TERIMA,
        "versi": VERSI,
        "entri": entri,
        "daun": daun(data).hex(),
        "bukti": [satu.hex() for satu in bukti],
        "akar": _akar(akar),
    }


def buat_bukti_lanjut(lama: AkarJejak, baru: AkarJejak) -> dict[str, Any]:
    """The proof that the trail under a later head begins with all that an earlier head covers."""
    if not 0 < lama.urutan <= baru.urutan:
        raise Refusal("Akar yang lama harus terbit sebelum yang baru.", kode="urutan_akar")
    bukti = _bukti(rentang_lanjut(lama.urutan, baru.urutan))
    diketahui = bytes.fromhex(lama.akar), bytes.fromhex(baru.akar)
    if akar_dari_lanjut(lama.urutan, baru.urutan, diketahui[0], bukti) != diketahui:
        raise _tidak_cocok()
    return {
        "jenis": JENIS_LANJUT,
        "versi": VERSI,
        "lama": _akar(lama),
        "baru": _akar(baru),
        "bukti": [satu.hex() for satu in bukti],
    }


def _bukti(rentang: list[tuple[int, int]]) -> list[bytes]:
    try:
        return simpul_terbit().bukti(rentang)
    except (LookupError, ValueError) as galat:  # entries are gone, or a hash is none
        raise _tidak_cocok() from galat


def _tidak_cocok() -> Refusal:
    return Refusal(
        "Jejak tidak cocok dengan akar yang pernah diterbitkan. Jangan ubah apa pun di basis data; "
        "laporkan kepada Inspektorat.",
        kode="akar_tidak_cocok",
    )


def _akar(akar: AkarJejak) -> dict[str, Any]:
    return {"n": akar.urutan, "akar": akar.akar, "waktu": waktu_kanonik(akar.waktu)}

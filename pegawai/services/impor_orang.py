"""Whom a row of a file is about: shared by the kinds keyed by a number of a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jejak.catat import Objek
from organisasi.impor import Konteks
from organisasi.services.baris_impor import BarisImpor
from pegawai.models import Identitas, Pegawai
from toolkit.nilai import kunci_id


def orang_menurut_nomor() -> dict[str, int]:
    """Every number a person has or had, to the person; the present number wins."""
    lama = dict(Identitas.objects.values_list("nomor", "pegawai_id"))
    return {**lama, **dict(Pegawai.objects.values_list("nip", "pk"))}


def orang_dari(baris: BarisImpor, orang: Mapping[str, int], konteks: Konteks) -> int | None:
    """The person of the row; an unknown number or one's own file refuses it."""
    nip = baris.isi.get("nip")
    if nip is None:
        return None
    pegawai = orang.get(nip)
    if pegawai is None:
        baris.tolak("NIP", "nip_tidak_dikenal", "Tidak ada pegawai dengan NIP ini di register.")
    elif pegawai == _milik_sendiri(konteks):
        baris.tolak("NIP", "data_sendiri", "Data Anda sendiri dicatat oleh orang lain.")
    return pegawai


def _milik_sendiri(konteks: Konteks) -> int | None:
    return getattr(getattr(konteks.oleh, "pegawai", None), "pk", None)


def rujukan(baris: BarisImpor, kolom: str, kunci: str, kamus: Mapping[str, Any], apa: str) -> Any:
    """What the id in this cell stands for; None (and a refusal) when it stands for nothing."""
    isi = baris.isi.get(kunci)
    if isi is None:
        return None
    benda = kamus.get(kunci_id(isi) or "")
    if benda is None:
        baris.tolak(kolom, f"{apa}_tidak_dikenal", f"Tidak ada {apa} dengan ID ini di SERASI.")
    return benda


def pada_orang(nama: Mapping[int, str]) -> Callable[[Any], Objek]:
    """How the trail names a row: by the person it belongs to."""

    def objek(baris: Any) -> Objek:
        pegawai = baris.pegawai_id
        return Objek(Pegawai._meta.label_lower, str(pegawai), nama.get(pegawai, ""))

    return objek

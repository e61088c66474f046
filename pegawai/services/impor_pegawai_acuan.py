"""The code tables an import of employees looks things up in, each read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.models import UnitKerja
from organisasi.selectors import semua_ketentuan
from pegawai.models import Golongan, Jabatan, KedudukanHukum, StatusPegawai, TingkatPendidikan
from toolkit.nilai import kunci_id


@dataclass(frozen=True)
class Acuan:
    """What the references know on a day. Ids of units and jabatan are keyed by ``kunci_id``."""

    ketentuan: Mapping[str, Any]
    unit: Mapping[str, int]
    jabatan: frozenset[str]
    golongan: Mapping[tuple[str, str], int]
    golongan_nama: Mapping[tuple[str, str], int]
    kedudukan: Mapping[str, int]
    status_kedudukan: Mapping[str, str]
    tingkat: Mapping[str, int]

    def golongan_dari(
        self, status: StatusPegawai, kode: str | None, nama: str | None
    ) -> int | None:
        """By id; rows typed by hand have only the name."""
        if kode is not None:
            return self.golongan.get((status, kode))
        return self.golongan_nama.get((status, nama or ""))


def muat_acuan(per: date) -> Acuan:
    """All code tables; units that exist on the day, jabatan that a reference names."""
    golongan = list(Golongan.objects.values_list("status", "siasn_id", "nama", "pk"))
    kedudukan = list(KedudukanHukum.objects.values_list("kode", "status", "pk"))
    return Acuan(
        ketentuan=semua_ketentuan(per=per),
        unit=dict(terkunci(UnitKerja.objects.aktif(per).values_list("siasn_id", "pk"))),
        jabatan=frozenset(
            k
            for k, _ in terkunci(
                Jabatan.objects.filter(di_luar_referensi=False).values_list("siasn_id", "pk")
            )
        ),
        golongan={(s, k): pk for s, k, _, pk in golongan},
        golongan_nama={(s, n): pk for s, _, n, pk in golongan},
        kedudukan={k: pk for k, _, pk in kedudukan},
        status_kedudukan={k: s for k, s, _ in kedudukan if s},
        tingkat=dict(TingkatPendidikan.objects.values_list("kode", "pk")),
    )


def terkunci(baris: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    """(SIASN id, pk) with the id in the one spelling its three forms share."""
    for siasn_id, pk in baris:
        kunci = kunci_id(siasn_id)
        if kunci is not None:
            yield kunci, pk

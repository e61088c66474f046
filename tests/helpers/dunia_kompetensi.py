"""Competences for the world of the matrix: somebody assessed, a standard, a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pegawai.models import Pegawai
from penilaian.models import KotakTalenta, ProfilKompetensi
from tests.factories.kompetensi import asesmen, kotak, standar, teknis

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def kompetensi(dunia: Dunia) -> None:
    """One person inside and, where there is one, one outside."""
    jenis = teknis()
    dunia.catat("penilaian", "kamus-ubah", pk=jenis.pk)
    for luar in (False, True):
        pk = (dunia.di_luar if luar else dunia.argumen).get("pegawai:rincian", {}).get("pk")
        orang = Pegawai.objects.select_related("jabatan").filter(pk=pk).first()
        if orang is None or orang.jabatan is None:
            continue
        dunia.catat("penilaian", "kompetensi-orang", luar=luar, pk=orang.pk)
        if not ProfilKompetensi.objects.filter(pegawai=orang).exists():
            asesmen(orang, dunia.per.replace(year=dunia.per.year - 1), {"M.01": 2, "T.UJI": 1})
        if not KotakTalenta.objects.filter(pegawai=orang).exists():
            kotak(orang, tahun=dunia.per.year - 1)
    jabatan = Pegawai.objects.get(pk=dunia.argumen["pegawai:rincian"]["pk"]).jabatan
    assert jabatan is not None
    baris = standar(jabatan, "T.UJI", 2)
    dunia.catat("penilaian", "standar-jabatan", "standar-catat", pk=jabatan.pk)
    dunia.catat("penilaian", "standar-akhiri", pk=baris.pk)

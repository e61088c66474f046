"""Two runs of scores for the world of the matrix, with somebody inside and somebody outside."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from penilaian.models import HasilPenilaian, NilaiIndikator, Penilaian, PeriodeKinerja
from penilaian.selectors.bahan_nilai import perangkat_berlaku
from penilaian.services.penilaian import Permintaan, hitung_nilai
from tests.factories.nilai import nilai_indikator, perangkat_terbit, periode

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

RUN = ("rincian", "unduh", "sampaikan", "beda", "beda-unduh")


def penilaian_dua(dunia: Dunia) -> None:
    """The second run differs from the first by one day of attendance."""
    masa = periode(dunia.per.year - 1)
    if not perangkat_berlaku(masa):
        perangkat_terbit(mulai=masa.mulai)
    _hitung(dunia, masa)
    orang = dunia.argumen["pegawai:rincian"]["pk"]
    ada = NilaiIndikator.objects.berlaku().filter(periode=masa, indikator="hari_hadir")
    if not ada.filter(pegawai=orang).update(nilai=Decimal(150)):
        hasil = HasilPenilaian.objects.filter(pegawai=orang).latest("pk")
        nilai_indikator(hasil.pegawai, masa, hari_kerja=200, hari_hadir=190)
    satu = _hitung(dunia, masa)
    dunia.catat("penilaian", *(f"penilaian-{nama}" for nama in RUN), pk=satu.pk)
    for luar in (False, True):
        pk = (dunia.di_luar if luar else dunia.argumen).get("pegawai:rincian", {}).get("pk")
        hasil = HasilPenilaian.objects.filter(penilaian=satu, pegawai=pk).first()
        if hasil is not None:
            dunia.catat("penilaian", "hasil", "hasil-json", luar=luar, pk=hasil.pk)
            dunia.catat("penilaian", "penilai-tetapkan", luar=luar, pk=pk)


def _hitung(dunia: Dunia, masa: PeriodeKinerja) -> Penilaian:
    return hitung_nilai(Permintaan(masa, dunia.per, dunia.analis)).penilaian

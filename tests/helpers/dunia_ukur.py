"""What is measured, for the world of the matrix: a period, a person, a file of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pegawai.models import Pegawai
from penilaian.models import Inovasi
from penilaian.services.bukti import simpan_bukti
from tests.factories.nilai import periode

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

PDF = b"%PDF-1.4 bukti"


def berkas_bukti(nama: str = "rekap.pdf", isi: bytes = PDF) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(nama, isi)


def ukuran(dunia: Dunia) -> None:
    """The year before, open; evidence about somebody inside, and outside where there is one."""
    masa = periode(dunia.per.year - 1)
    dunia.catat("penilaian", "periode-tutup", pk=masa.pk)
    dalam = dunia.argumen["pegawai:rincian"]["pk"]
    luar = dunia.di_luar.get("pegawai:rincian", {}).get("pk")
    for pk, di_luar in ((dalam, False), (luar, True)):
        if pk is not None:
            siapa = Pegawai.objects.get(pk=pk)
            bukti = simpan_bukti(
                berkas_bukti(), macam="indikator", pegawai=siapa, oleh=dunia.analis
            )
            dunia.catat("penilaian", "bukti", luar=di_luar, pk=bukti.pk)
            usul = Inovasi.objects.create(
                pegawai=siapa, periode=masa, judul="Antrean daring", manfaat="40 menjadi 15.",
                tanggal=masa.mulai, diajukan_pada=timezone.now(), diajukan_oleh=dunia.analis,
            )  # fmt: skip
            nama = ("inovasi-rincian", "inovasi-putuskan")
            dunia.catat("penilaian", *nama, luar=di_luar, pk=usul.pk)
            dunia.catat("penilaian", "indikator-orang", luar=di_luar, pk=pk)
            dunia.catat("penilaian", "indikator-catat", luar=di_luar, pk=pk, kelompok="kehadiran")

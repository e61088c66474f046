"""What follows from results for the world of the matrix: proposals, feedback, counselling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.models import HasilPenilaian, Konseling, TindakLanjut, UmpanBalik

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def tindak_lanjut_dan_konseling(dunia: Dunia) -> None:
    """A proposal inside and outside; a message and a case that concern nobody of the matrix."""
    terakhir = HasilPenilaian.objects.order_by("-penilaian", "pk")
    for luar in (False, True):
        pk = (dunia.di_luar if luar else dunia.argumen).get("pegawai:rincian", {}).get("pk")
        hasil = terakhir.filter(pegawai=pk).first()
        if hasil is None:
            continue
        usul = TindakLanjut.objects.create(
            hasil=hasil, jenis="pembinaan", dasar="Predikat Kurang.", dibuat_pada=timezone.now()
        )
        dunia.catat("penilaian", "tindak-lanjut-putuskan", luar=luar, pk=usul.pk)
        dunia.catat("penilaian", "menilai-orang", luar=luar, pk=pk)
    orang = Pegawai.objects.get(pk=dunia.argumen["pegawai:rincian"]["pk"])
    lain = Pengguna.objects.create_user("konselor-uji", None, nama="Konselor Uji")
    UmpanBalik.objects.create(
        pegawai=orang, isi="Laporan bulan ini rapi.", pada=timezone.now(), oleh=lain
    )
    kasus = Konseling.objects.create(
        pegawai=orang, konselor=lain, hal="Beban kerja", diminta_pada=timezone.now()
    )
    dunia.catat("penilaian", "umpan", pk=orang.pk)
    dunia.catat("penilaian", "konseling-rincian", pk=kasus.pk)
    dunia.catat("penilaian", "konseling-langkah", pk=kasus.pk, aksi="batal")

"""Objections and requests of correction for the world of the matrix."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.services.perbaikan import IsiPermintaan, minta_perbaikan
from penilaian.models import HasilPenilaian, Keberatan
from penilaian.services import keberatan as acts
from tests.factories.keberatan import ALASAN, berkas

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

PERKARA = (
    "rincian", "keterangan", "periksa", "cabut", "cetak", "putus", "putusan-surat", "sahkan",
    "kembalikan",
)  # fmt: skip


def keberatan(dunia: Dunia) -> None:
    """A letter under examination inside and outside; one that lacks who decides; a request."""
    terakhir = HasilPenilaian.objects.order_by("-penilaian", "pk")
    dalam = dunia.argumen["pegawai:rincian"]["pk"]
    luar = dunia.di_luar.get("pegawai:rincian", {}).get("pk")
    for pk, di_luar in ((dalam, False), (luar, True)):
        hasil = terakhir.filter(pegawai=pk).first()
        if hasil is not None:
            satu = _surat(dunia, hasil)
            dunia.catat("penilaian", *(f"keberatan-{n}" for n in PERKARA), luar=di_luar, pk=satu.pk)
            nama = ("keberatan-surat", "keberatan-ajukan")
            dunia.catat("penilaian", *nama, luar=di_luar, pk=hasil.pk)
    lain = terakhir.exclude(pegawai__in=[p for p in (dalam, luar) if p]).first()
    assert lain is not None
    tanpa = _surat(dunia, lain, diperiksa=False)
    dunia.catat("penilaian", "keberatan-tunjuk", pk=tanpa.pk)
    _perbaikan(dunia, dalam)


def _surat(dunia: Dunia, hasil: HasilPenilaian, *, diperiksa: bool = True) -> Keberatan:
    """Recorded by the analyst, without an assessor to wait for; by default examined already."""
    hari = dunia.per - timedelta(days=2)
    HasilPenilaian.objects.filter(pk=hasil.pk).update(disampaikan_pada=hari, diakui_pada=hari)
    isi = acts.IsiKeberatan(ALASAN, (), [berkas()])
    surat = acts.Surat("800/7", dunia.per)
    satu = acts.catat_surat(hasil.pk, isi=isi, surat=surat, oleh=dunia.analis, per=dunia.per)
    pemutus = Pegawai.objects.exclude(pk=satu.pegawai_id).filter(pengguna=None).earliest("pk")
    orang = pemutus if diperiksa else None
    Keberatan.objects.filter(pk=satu.pk).update(penilai=None, pemutus=orang)
    if diperiksa:
        acts.mulai_periksa(satu.pk, oleh=dunia.analis, per=dunia.per)
    return satu


def _perbaikan(dunia: Dunia, pk: int) -> None:
    """Asked by the person inside, with a proof."""
    siapa = Pegawai.objects.get(pk=pk)
    oleh = siapa.pengguna or Pengguna.objects.create_user(f"pemohon-{pk}", None, nama=siapa.nama)
    Pegawai.objects.filter(pk=pk).update(pengguna=oleh)
    isi = IsiPermintaan("identitas", "SITTI", "SITI", "Menurut ijazah.", berkas())
    baris = minta_perbaikan(pk, isi=isi, oleh=oleh, per=dunia.per)
    dunia.catat("pegawai", "perbaikan-rincian", "perbaikan-bukti", pk=baris.pk)

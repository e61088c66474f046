"""Decrees and letters for the world of the matrix: a draft, a numbered one, one that is set."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from mutasi.alur import Aksi
from mutasi.kernel.naskah.bahan import Penanda
from mutasi.models import (
    BarisKeputusan,
    Keputusan,
    Penandatangan,
    StatusKeputusan,
    TemplatSurat,
    UsulanMutasi,
)
from mutasi.selectors.surat import IsiSurat
from mutasi.services import jalan
from mutasi.services import keputusan as acts
from mutasi.services.keputusan_petikan import CETAK
from mutasi.services.surat import buat_surat
from organisasi.izin import Peran
from organisasi.models import Pengguna, Proses
from pegawai.kernel.masa import tambah_bulan
from tests.factories.organisasi import pengguna
from tests.factories.pegawai import pegawai
from tests.helpers.dunia_pelaksanaan import setuju_ppk, staf

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

PDF = b"%PDF-1.4 keputusan"
_DRAF = "rincian ubah segarkan batalkan naskah nomor tetapkan kertas"
_TETAP = "bertanda unggah cabut ganti ralat petikan diterima"


def keputusan_dan_surat(dunia: Dunia) -> None:
    """Every door of them."""
    hukum = pengguna(Peran.BAGIAN_HUKUM, nama="Hukum penomor")
    bupati = pengguna(Peran.PPK, nama="Bupati penanda tangan")
    penanda = Penandatangan.objects.create(
        pengguna=bupati, kedudukan="definitif", sebutan="Bupati Contoh", mulai=dunia.per,
        dasar="SK Mendagri", dicatat_pada=timezone.now(), dicatat_oleh=hukum,
    )  # fmt: skip
    draf = _draf(dunia, penanda)
    dunia.catat("mutasi", *(f"keputusan-{k}" for k in _DRAF.split()), pk=draf.pk)
    dunia.catat("mutasi", "keputusan-susun", berkas=_usulan(dunia).berkas_id)
    nomor = _draf(dunia, penanda)
    acts.nomori(nomor.pk, oleh=hukum, per=dunia.per, nomor="821.2/DUNIA/1", tanggal=dunia.per)
    dunia.catat("mutasi", "keputusan-lepas-nomor", pk=nomor.pk)
    sk = _tetap(_draf(dunia, penanda), bupati, dunia)
    dunia.catat("mutasi", *(f"keputusan-{k}" for k in _TETAP.split()), pk=sk.pk)
    dunia.catat("mutasi", "keputusan-petikan-satu", pk=sk.pk, nomor=1)
    dunia.catat("mutasi", "petikan-unduh", pk=BarisKeputusan.objects.get(keputusan=sk).pk)
    dunia.catat("mutasi", "periksa", kode=sk.kode)
    paket = Proses.objects.create(
        jenis=CETAK, judul="Petikan", untuk=hukum, status="selesai", dibuat_pada=timezone.now(),
        selesai_pada=timezone.now(), hasil={"keputusan": str(sk.pk)},
    )  # fmt: skip
    dunia.catat("mutasi", "keputusan-petikan-paket", pk=paket.pk)
    _surat(dunia, sk)


def _tmt(dunia: Dunia) -> date:
    """The next first of a month: the demonstration lives today, whatever day that is."""
    return dunia.per if dunia.per.day == 1 else tambah_bulan(dunia.per.replace(day=1), 1)


def _usulan(dunia: Dunia) -> UsulanMutasi:
    unit = dunia.unit["sd1"]
    orang = pegawai("ORANG BER-SK", post=staf(unit))
    return setuju_ppk(orang, staf(unit), dunia.analis, tmt=_tmt(dunia))


def _draf(dunia: Dunia, penanda: Penandatangan) -> Keputusan:
    usulan = _usulan(dunia)
    return acts.susun_keputusan(
        usulan.berkas_id, oleh=dunia.analis, per=dunia.per, usulan_ids=[usulan.pk],
        tentang="Mutasi", tmt=_tmt(dunia), penandatangan_id=penanda.pk,
    )  # fmt: skip


def _tetap(k: Keputusan, oleh: Pengguna, dunia: Dunia) -> Keputusan:
    k.nomor, k.tanggal, k.status = f"821.2/T/{k.pk}", dunia.per, StatusKeputusan.DITETAPKAN
    k.ditetapkan_pada, k.ditetapkan_oleh, k.pdf_sha256 = timezone.now(), oleh, "0" * 64
    k.bertanda_pada, k.bertanda_oleh, k.bertanda_sha256 = timezone.now(), oleh, "1" * 64
    k.bertanda.save("bertanda.pdf", ContentFile(PDF), save=False)
    k.save()
    for baris in k.baris.all():
        jalan.maju(baris.usulan, Aksi.TETAPKAN, oleh=oleh)
    return k


def _surat(dunia: Dunia, sk: Keputusan) -> None:
    kepala = Penanda("Kepala BKPSDM", "Kepala Contoh", "197001011995032001")
    isi = IsiSurat("800/DUNIA/1", dunia.per, kepala, kepada=("Sekda",))
    surat = buat_surat(sk.berkas_id, "nota_dinas", isi, oleh=dunia.analis, per=dunia.per)
    dunia.catat("mutasi", "surat-pdf", "surat-word", pk=surat.pk)
    dunia.catat("mutasi", "surat-berkas", "surat-nominatif", pk=sk.berkas_id)
    dunia.catat("mutasi", "surat-buat", pk=sk.berkas_id, jenis="nota_dinas")
    dunia.catat("mutasi", "templat-unggah", "templat-bawaan", jenis="nota_dinas")
    templat = TemplatSurat(
        jenis="undangan", berkas_sha256="0" * 64, diunggah_pada=timezone.now(),
        diunggah_oleh=dunia.analis,
    )  # fmt: skip
    templat.berkas.save("undangan.docx", ContentFile(b"x"))
    dunia.catat("mutasi", "templat-cabut", pk=templat.pk)


def perbanyak_keputusan(dunia: Dunia, banyak: int) -> None:
    """So many more decrees, rows of the first draft, and letters."""
    draf = Keputusan.objects.get(pk=dunia.argumen["mutasi:keputusan-rincian"]["pk"])
    berkas = dunia.argumen["mutasi:surat-berkas"]["pk"]
    kepala = Penanda("Kepala BKPSDM", "Kepala Contoh", "197001011995032001")
    for n in range(banyak):
        _draf(dunia, draf.penandatangan)
        BarisKeputusan.objects.create(keputusan=draf, usulan=_usulan(dunia), urutan=n + 2)
        isi = IsiSurat(f"800/LAGI/{n}", dunia.per, kepala, kepada=("Sekda",))
        buat_surat(berkas, "nota_dinas", isi, oleh=dunia.analis, per=dunia.per)

"""The stamp in a workbook of tasks: which draft each post had when its rows went out."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max

from jejak.models import IsiPeristiwa, Peristiwa
from penilaian import tindakan
from penilaian.columns.abk import STEMPEL
from penilaian.models import PerhitunganKebutuhan
from penilaian.policies.perhitungan import stempel_draf
from penilaian.services.terhitung import paket

TANPA_DRAF = "belum ada draf"
PETUNJUK_STEMPEL = (STEMPEL.header, (
    "Tanda draf saat buku ini diunduh; jangan diubah. Draf yang disimpan di layar sesudah itu "
    "tidak tertimpa: baris jabatannya ditolak dengan penjelasan."
))  # fmt: skip


def stempel_buku(terbuka: PerhitunganKebutuhan | None) -> str:
    """As a cell says it; a cell that says nothing was typed by hand or is of an older workbook."""
    return stempel_draf(terbuka) or TANPA_DRAF


def dari_berkas(draf: Collection[PerhitunganKebutuhan]) -> set[int]:
    """Keys of those last saved from a file, as the trail has it; the others were on screen."""
    hasil: set[int] = set()
    for potong in paket([satu.pk for satu in draf]):
        disusun = Peristiwa.objects.filter(
            objek_jenis=PerhitunganKebutuhan._meta.label_lower,
            objek_id__in=[str(pk) for pk in potong],
            tindakan=tindakan.PERHITUNGAN_DISUSUN.kode,
        )
        terakhir = disusun.order_by().values_list("objek_id").annotate(n=Max("urutan"))
        menurut = {urutan: int(pk) for pk, urutan in terakhir}
        isi = IsiPeristiwa.objects.filter(urutan__in=menurut)
        hasil |= {menurut[i.urutan] for i in isi if "berkas" in (i.data["sesudah"] or {})}
    return hasil

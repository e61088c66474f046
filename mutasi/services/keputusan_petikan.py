"""Excerpts of a decree: one's own, all of them per OPD in one packed file, handed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from django.db import transaction

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.keputusan import Keputusan as NaskahKeputusan
from mutasi.kernel.naskah.keputusan import petikan_dari
from mutasi.models import BarisKeputusan, Keputusan
from mutasi.policies import keputusan as policies
from mutasi.services.keputusan import kunci
from mutasi.services.keputusan_tetap import alamat_periksa
from mutasi.services.naskah_pdf import Wujud, petikan_pdf
from mutasi.services.naskah_petikan import PetikanBeku, bundel_petikan
from organisasi.models import Pengguna, Proses
from organisasi.services.cetak import simpan_cetakan
from organisasi.services.proses import jadwalkan
from toolkit.policy import Refusal, WrongMoment

CETAK = "mutasi.petikan"
Kemajuan = Callable[[int, str], None]


def petikan_beku(k: Keputusan, nomor: Iterable[int], *, pangkal: str = "") -> Iterator[PetikanBeku]:
    """The excerpts of these rows of a set decree; the same bytes whenever they are asked for."""
    induk = _induk(k)
    menurut = {baris.nomor: baris for baris in induk.lampiran}
    pengesah = induk.pengesah or induk.penanda
    for n in nomor:
        teks = beku.kanonik(petikan_dari(induk, menurut[n], sidik=k.sidik, pengesah=pengesah))
        yield PetikanBeku(teks, f"{alamat_periksa(k, pangkal)}?petikan={n}")


def _induk(k: Keputusan) -> NaskahKeputusan:
    naskah = beku.baca(k.isi)
    if not isinstance(naskah, NaskahKeputusan):
        raise WrongMoment("Ralat tidak mempunyai petikan.")
    return naskah


def petikan_satu(baris: BarisKeputusan, *, pangkal: str = "") -> bytes:
    """The PDF of one excerpt."""
    (satu,) = petikan_beku(baris.keputusan, [baris.urutan], pangkal=pangkal)
    return petikan_pdf([satu.teks], Wujud(draf=False), urls=[satu.url]).isi


@transaction.atomic
def antrekan_petikan(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, pangkal: str, tautan: str
) -> Proses:
    """Have all excerpts made, packed per OPD with a list to sign; the page shows how far."""
    k = kunci(keputusan_id)
    policies.cetak_petikan.check(k, oleh, per=per)
    policies.unduh_penuh.check(k, oleh, per=per)
    return jadwalkan(
        CETAK, judul=f"Petikan keputusan {k.nomor}"[:255],
        parameter={"keputusan": str(k.pk), "pangkal": pangkal}, untuk=oleh, tautan=tautan,
    )  # fmt: skip


def cetak_petikan(
    parameter: Mapping[str, Any], *, per: date, oleh: Pengguna, kemajuan: Kemajuan
) -> dict[str, Any]:
    """What the worker does; writes only the file, so that it may be run twice."""
    k = Keputusan.objects.select_related("penandatangan").get(pk=parameter["keputusan"])
    policies.cetak_petikan.check(k, oleh, per=per)
    policies.unduh_penuh.check(k, oleh, per=per)
    nomor = list(k.baris.order_by("urutan").values_list("urutan", flat=True))
    kemajuan(2, "Menyiapkan petikan")
    semua = list(petikan_beku(k, nomor, pangkal=parameter["pangkal"]))
    induk = _induk(k)

    def maju(selesai: int) -> None:
        kemajuan(2 + selesai * 95 // len(semua), f"Mencetak {selesai} dari {len(semua)} petikan")

    bungkus = BytesIO()
    penyerah = replace(induk.pengesah or induk.penanda, atas_nama="")
    bundel_petikan(semua, Wujud(draf=False), bungkus, penyerah=penyerah, kemajuan=maju)
    kemajuan(99, "Menyimpan")
    nama = "".join(h if h.isalnum() else "-" for h in k.nomor)
    return {
        "berkas": simpan_cetakan(bungkus.getvalue()), "nama": f"petikan-{nama}.zip",
        "bentuk": "zip", "keputusan": str(k.pk), "orang": len(semua),
    }  # fmt: skip


@transaction.atomic
def catat_petikan_diterima(
    keputusan_id: UUID, baris_ids: Collection[int], *, tanggal: date, oleh: Pengguna, per: date
) -> int:
    """Write down from the signed lists when these excerpts were received; how many.

    From that day the time for an objection runs. A day once written stays.
    """
    k = kunci(keputusan_id)
    policies.cetak_petikan.check(k, oleh, per=per)
    if tanggal > per or (k.tanggal is not None and tanggal < k.tanggal):
        raise Refusal("Tanggal terima berada di antara tanggal SK dan hari ini.", kode="tanggal")
    belum = k.baris.filter(pk__in=baris_ids, petikan_diterima__isnull=True)
    banyak = belum.update(petikan_diterima=tanggal)
    if not banyak:
        raise Refusal("Pilih petikan yang belum dicatat diterima.", kode="kosong")
    catat(tindakan.PETIKAN_DITERIMA, k, oleh=oleh, sesudah={"tanggal": tanggal, "banyak": banyak})
    return banyak

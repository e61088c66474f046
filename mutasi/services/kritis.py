"""Acts on critical posts and their reserve lists.

The reserve list is as secret as a draft: its entries in the trail are sealed, name the post and the
number of the row, and never the person; nobody is notified.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan
from mutasi.models import Cadangan, JabatanKritis
from mutasi.policies import kritis as policies
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai
from toolkit.policy import WrongMoment


class AksiCadangan(StrEnum):
    """What may be done with somebody in reserve."""

    NAIK = "naik"
    TURUN = "turun"
    CATAT = "catat"
    LEPAS = "lepas"


@transaction.atomic
def tandai(formasi_id: int, *, oleh: Pengguna, per: date, alasan: str) -> JabatanKritis:
    """Mark a post that may not stay empty."""
    # The post is held, so that of two marks at once the second meets the first.
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    policies.tandai.check(formasi, oleh, per=per)
    baru = JabatanKritis(
        formasi=formasi, alasan=alasan.strip(), mulai=per,
        ditetapkan_pada=timezone.now(), ditetapkan_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    catat(
        tindakan.KRITIS_DITANDAI, baru, oleh=oleh, alasan=baru.alasan, sesudah={"mulai": per}
    )  # fmt: skip
    return baru


@transaction.atomic
def lepas(kritis_id: int, *, oleh: Pengguna, per: date, alasan: str) -> JabatanKritis:
    """Take the mark away; its reserve list ends with it."""
    kritis = JabatanKritis.objects.locked(kritis_id)
    policies.ubah_kritis.check(kritis, oleh, per=per)
    terbuka = kritis.cadangan.filter(selesai__isnull=True)
    for satu in terbuka.order_by("urutan", "pk"):
        _lepas(kritis, satu, oleh, per)
    kritis.selesai = per
    kritis.save(update_fields=["selesai"])
    catat(
        tindakan.KRITIS_DILEPAS, kritis, oleh=oleh, alasan=alasan.strip(),
        sebelum={"selesai": None}, sesudah={"selesai": per},
    )  # fmt: skip
    return kritis


@transaction.atomic
def tambah_cadangan(
    kritis_id: int, orang: Pegawai, *, oleh: Pengguna, per: date, catatan: str = ""
) -> Cadangan:
    """Keep a person in reserve, at the end of the list."""
    kritis = JabatanKritis.objects.locked(kritis_id)
    policies.cadangkan.check(kritis, orang, oleh, per=per)
    akhir = kritis.cadangan.aggregate(akhir=Max("urutan"))["akhir"] or 0
    baru = Cadangan(
        kritis=kritis, pegawai=orang, urutan=akhir + 1, catatan=catatan.strip(), mulai=per
    )
    baru.save(force_insert=True)
    _segel(kritis, baru, oleh, sesudah={"mulai": per})
    return baru


@transaction.atomic
def ubah_cadangan(
    cadangan_id: int, *, oleh: Pengguna, per: date, aksi: AksiCadangan, catatan: str = ""
) -> Cadangan:
    """Move somebody up or down, write a note, or take him off the list."""
    kritis_id = Cadangan.objects.values_list("kritis_id", flat=True).get(pk=cadangan_id)
    kritis = JabatanKritis.objects.locked(kritis_id)
    policies.ubah_kritis.check(kritis, oleh, per=per)
    satu = kritis.cadangan.get(pk=cadangan_id)
    if satu.selesai is not None:
        raise WrongMoment("Orang ini sudah dilepas dari cadangan.", kode="sudah_dilepas")
    if aksi == AksiCadangan.LEPAS:
        _lepas(kritis, satu, oleh, per)
    elif aksi == AksiCadangan.CATAT:
        satu.catatan = catatan.strip()
        satu.save(update_fields=["catatan"])
        _segel(kritis, satu, oleh, sesudah={"catatan": "diubah"})
    else:
        _pindah(kritis, satu, oleh, naik=aksi == AksiCadangan.NAIK)
    return satu


def _lepas(kritis: JabatanKritis, satu: Cadangan, oleh: Pengguna, per: date) -> None:
    satu.selesai = per
    satu.save(update_fields=["selesai"])
    _segel(kritis, satu, oleh, sebelum={"selesai": None}, sesudah={"selesai": per})


def _pindah(kritis: JabatanKritis, satu: Cadangan, oleh: Pengguna, *, naik: bool) -> None:
    """Change places with the neighbour; at the edge of the list nothing happens."""
    daftar = list(kritis.cadangan.filter(selesai__isnull=True).order_by("urutan", "pk"))
    letak = [c.pk for c in daftar].index(satu.pk) + (-1 if naik else 1)
    if not 0 <= letak < len(daftar):
        return
    lain, lama = daftar[letak], satu.urutan
    satu.urutan, lain.urutan = lain.urutan, lama
    for baris in (satu, lain):
        baris.save(update_fields=["urutan"])
    _segel(kritis, satu, oleh, sebelum={"urutan": lama}, sesudah={"urutan": satu.urutan})


def _segel(
    kritis: JabatanKritis,
    satu: Cadangan,
    oleh: Pengguna,
    *,
    sesudah: dict[str, object],
    sebelum: dict[str, object] | None = None,
) -> None:
    """The sealed trace: which row of the list, never who stands in it."""
    catat(
        tindakan.CADANGAN_DIUBAH, kritis, oleh=oleh,
        sebelum=sebelum, sesudah={"baris": satu.pk, **sesudah},
    )  # fmt: skip

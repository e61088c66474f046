"""The need of posts: one figure per source, and which of them counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.sumber import bulatkan, empat_desimal
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.policies import kebutuhan as policies
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.services.terhitung import (
    PAKET,
    paket,
    selaraskan,
    tandai_dipakai,
    tandai_penampung,
)


@dataclass(frozen=True)
class Ketetapan:
    """A need to write; ``mentah`` is unrounded.

    A computed one brings the people its method rounds to and the computation it was taken from.
    """

    formasi_id: int
    nama: str
    mentah: Decimal
    jumlah: int | None = None
    perhitungan_id: int | None = None


@transaction.atomic
def tetapkan_kebutuhan(
    formasi_id: int,
    *,
    mentah: Decimal,
    sumber: SumberKebutuhan,
    per: date,
    dasar: str,
    oleh: Pengguna,
) -> Kebutuhan:
    """Decide the need of one post from one source; an earlier figure of that source is replaced."""
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    policies.tetapkan_kebutuhan.check(formasi, mentah, dasar, oleh)
    satu = Ketetapan(formasi.pk, str(formasi), mentah)
    tulis_kebutuhan([satu], sumber=sumber, per=per, dasar=dasar, oleh=oleh)
    return Kebutuhan.objects.get(asal=formasi, sumber=sumber)


def tulis_kebutuhan(
    semua: Sequence[Ketetapan], *, sumber: SumberKebutuhan, per: date, dasar: str, oleh: Pengguna
) -> None:
    """Write many needs of one source with one trace each, and mark anew what counts.

    Called inside the transaction of an act that has asked its policy.
    """
    formasi = [satu.formasi_id for satu in semua]
    lama = {
        k.asal_id: k
        for potong in paket(formasi)
        for k in Kebutuhan.objects.filter(sumber=sumber, asal__in=potong)
    }
    tempat = _tempat_dihitung(formasi)
    kini = timezone.now()
    baru, berubah, jejak = [], [], []
    for satu in semua:
        isi = {
            "mentah": empat_desimal(satu.mentah),
            "jumlah": bulatkan(satu.mentah) if satu.jumlah is None else satu.jumlah,
            "perhitungan_id": satu.perhitungan_id,
            "per": per,
            "dasar": dasar,
        }
        ada = lama.get(satu.formasi_id)
        sebelum = None if ada is None else {nama: getattr(ada, nama) for nama in isi}
        objek = Objek("pegawai.formasi", str(satu.formasi_id), satu.nama)
        jejak.append((objek, sebelum, {"sumber": sumber.value, **isi}))
        if ada is None:
            dihitung = tempat.get(satu.formasi_id, satu.formasi_id)
            ada = Kebutuhan(asal_id=satu.formasi_id, formasi_id=dihitung, sumber=sumber)
            baru.append(ada)
        else:
            berubah.append(ada)
        _isikan(ada, {**isi, "ditetapkan_pada": kini, "ditetapkan_oleh": oleh})
    Kebutuhan.objects.bulk_create(baru, batch_size=2000)
    Kebutuhan.objects.bulk_update(
        berubah,
        [
            "mentah", "jumlah", "perhitungan", "per", "dasar",
            "ditetapkan_pada", "ditetapkan_oleh",
        ],
        batch_size=PAKET,
    )  # fmt: skip
    tandai_dipakai({tempat.get(pk, pk) for pk in formasi})
    if tandai_penampung():
        selaraskan(per=hari_pemangku())
    catat_banyak(tindakan.KEBUTUHAN_DITETAPKAN, jejak, oleh=oleh)


def tegaskan_kebutuhan(pk: Sequence[int], *, per: date, dasar: str) -> None:
    """The same figures, decided anew on a later day; the trace is that of the act that says so."""
    for potong in paket(pk):
        Kebutuhan.objects.filter(pk__in=potong).update(per=per, dasar=dasar)


def _tempat_dihitung(formasi: Sequence[int]) -> dict[int, int]:
    """Posts that are counted under another one, to that one."""
    return {
        pk: ke
        for potong in paket(formasi)
        for pk, ke in Formasi.objects.order_by()
        .filter(pk__in=potong, dihitung_ke__isnull=False)
        .values_list("pk", "dihitung_ke")
        if ke is not None
    }


def _isikan(kebutuhan: Kebutuhan, isi: dict[str, Any]) -> None:
    for nama, nilai in isi.items():
        setattr(kebutuhan, nama, nilai)

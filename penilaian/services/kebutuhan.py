"""The need of posts: one figure per source, and which of them counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import policies, tindakan
from penilaian.kernel.sumber import bulatkan, empat_desimal, yang_dipakai
from penilaian.models import Kebutuhan, SumberKebutuhan

_PAKET = 500


@dataclass(frozen=True)
class Ketetapan:
    """A need to write; ``mentah`` is unrounded."""

    formasi_id: int
    nama: str
    mentah: Decimal


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
    return Kebutuhan.objects.get(formasi=formasi, sumber=sumber)


def tulis_kebutuhan(
    semua: Sequence[Ketetapan], *, sumber: SumberKebutuhan, per: date, dasar: str, oleh: Pengguna
) -> None:
    """Write many needs of one source with one trace each, and mark anew what counts.

    Called inside the transaction of an act that has asked its policy.
    """
    formasi = [satu.formasi_id for satu in semua]
    lama = {
        k.formasi_id: k
        for paket in _paket(formasi)
        for k in Kebutuhan.objects.filter(sumber=sumber, formasi__in=paket)
    }
    kini = timezone.now()
    baru, berubah, jejak = [], [], []
    for satu in semua:
        isi = {
            "mentah": empat_desimal(satu.mentah),
            "jumlah": bulatkan(satu.mentah),
            "per": per,
            "dasar": dasar,
        }
        ada = lama.get(satu.formasi_id)
        sebelum = None if ada is None else {nama: getattr(ada, nama) for nama in isi}
        objek = Objek("pegawai.formasi", str(satu.formasi_id), satu.nama)
        jejak.append((objek, sebelum, {"sumber": sumber.value, **isi}))
        if ada is None:
            ada = Kebutuhan(formasi_id=satu.formasi_id, sumber=sumber)
            baru.append(ada)
        else:
            berubah.append(ada)
        _isikan(ada, {**isi, "ditetapkan_pada": kini, "ditetapkan_oleh": oleh})
    Kebutuhan.objects.bulk_create(baru, batch_size=2000)
    Kebutuhan.objects.bulk_update(
        berubah,
        ["mentah", "jumlah", "per", "dasar", "ditetapkan_pada", "ditetapkan_oleh"],
        batch_size=_PAKET,
    )
    tandai_dipakai(formasi)
    catat_banyak(tindakan.KEBUTUHAN_DITETAPKAN, jejak, oleh=oleh)


def tegaskan_kebutuhan(pk: Sequence[int], *, per: date, dasar: str) -> None:
    """The same figures, decided anew on a later day; the trace is that of the act that says so."""
    for paket in _paket(pk):
        Kebutuhan.objects.filter(pk__in=paket).update(per=per, dasar=dasar)


def tandai_dipakai(formasi: Collection[int]) -> None:
    """Mark per post the one source that counts, by the published precedence."""
    for paket in _paket(list(formasi)):
        per_formasi: dict[int, dict[str, Kebutuhan]] = {}
        for satu in Kebutuhan.objects.filter(formasi__in=paket):
            per_formasi.setdefault(satu.formasi_id, {})[satu.sumber] = satu
        lepas, pasang = [], []
        for menurut in per_formasi.values():
            pilihan = yang_dipakai(menurut)
            lepas += [k.pk for s, k in menurut.items() if k.dipakai and s != pilihan]
            pasang += [k.pk for s, k in menurut.items() if not k.dipakai and s == pilihan]
        # First let go, then mark: the database allows one at any moment.
        Kebutuhan.objects.filter(pk__in=lepas).update(dipakai=False)
        Kebutuhan.objects.filter(pk__in=pasang).update(dipakai=True)


def _isikan(kebutuhan: Kebutuhan, isi: dict[str, Any]) -> None:
    for nama, nilai in isi.items():
        setattr(kebutuhan, nama, nilai)


def _paket(semua: Sequence[int]) -> Iterator[Sequence[int]]:
    for awal in range(0, len(semua), _PAKET):
        yield semua[awal : awal + _PAKET]

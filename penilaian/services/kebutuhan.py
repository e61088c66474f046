"""The need of posts: one figure per source, and which of them counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.sumber import bulatkan, empat_desimal, yang_dipakai
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.policies import kebutuhan as policies
from toolkit.massal import perbarui

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
        for paket in _paket(formasi)
        for k in Kebutuhan.objects.filter(sumber=sumber, asal__in=paket)
    }
    tempat = _tempat_dihitung(formasi)
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
            dihitung = tempat.get(satu.formasi_id, satu.formasi_id)
            ada = Kebutuhan(asal_id=satu.formasi_id, formasi_id=dihitung, sumber=sumber)
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
    tandai_dipakai({tempat.get(pk, pk) for pk in formasi})
    catat_banyak(tindakan.KEBUTUHAN_DITETAPKAN, jejak, oleh=oleh)


def tegaskan_kebutuhan(pk: Sequence[int], *, per: date, dasar: str) -> None:
    """The same figures, decided anew on a later day; the trace is that of the act that says so."""
    for paket in _paket(pk):
        Kebutuhan.objects.filter(pk__in=paket).update(per=per, dasar=dasar)


def pindahkan_kebutuhan() -> set[int]:
    """Count every need where its post is counted now (after a match was decided or ended).

    Returns the posts whose sums must be marked anew; the caller does it.
    """
    pindah = (
        Kebutuhan.objects.annotate(kini=Coalesce("asal__dihitung_ke", "asal"))
        .exclude(formasi=F("kini"))
        .order_by()
    )
    baris = list(pindah.values_list("pk", "formasi", "kini"))
    # Out of the way first: the database allows one counted row per post at any moment.
    for paket in _paket([pk for pk, _, _ in baris]):
        Kebutuhan.objects.filter(pk__in=paket).update(dipakai=False, terhitung=None)
    perbarui(Kebutuhan, ("formasi",), [(pk, kini) for pk, _, kini in baris])
    return {post for _, lama, kini in baris for post in (lama, kini)}


def tandai_dipakai(formasi: Collection[int]) -> int:
    """Mark per post the one source that counts, by the published precedence, with its sum.

    Returns how many rows were wrong.
    """
    berubah = []
    for paket in _paket(sorted(formasi)):
        per_formasi: dict[int, dict[str, list[Kebutuhan]]] = {}
        for satu in Kebutuhan.objects.filter(formasi__in=paket).order_by("pk"):
            menurut = per_formasi.setdefault(satu.formasi_id, {})
            menurut.setdefault(satu.sumber, []).append(satu)
        for menurut in per_formasi.values():
            berubah += [*_tanda_baru(menurut)]
    # First let go, then mark: the database allows one at any moment.
    for paket in _paket([pk for pk, terhitung in berubah if terhitung is None]):
        Kebutuhan.objects.filter(pk__in=paket).update(dipakai=False, terhitung=None)
    pasang = [(pk, True, terhitung) for pk, terhitung in berubah if terhitung is not None]
    perbarui(Kebutuhan, ("dipakai", "terhitung"), pasang)
    return len(berubah)


def _tanda_baru(menurut: Mapping[str, Sequence[Kebutuhan]]) -> Iterator[tuple[int, int | None]]:
    """(row, sum it must carry or None) for the rows of one post that are marked wrongly."""
    pilihan = menurut[yang_dipakai(menurut) or ""]
    jumlah = sum(satu.jumlah for satu in pilihan)
    for satu in (s for rows in menurut.values() for s in rows):
        benar = jumlah if satu is pilihan[0] else None
        if (satu.dipakai, satu.terhitung) != (benar is not None, benar):
            yield satu.pk, benar


def _tempat_dihitung(formasi: Sequence[int]) -> dict[int, int]:
    """Posts that are counted under another one, to that one."""
    return {
        pk: ke
        for paket in _paket(formasi)
        for pk, ke in Formasi.objects.order_by()
        .filter(pk__in=paket, dihitung_ke__isnull=False)
        .values_list("pk", "dihitung_ke")
        if ke is not None
    }


def _isikan(kebutuhan: Kebutuhan, isi: dict[str, Any]) -> None:
    for nama, nilai in isi.items():
        setattr(kebutuhan, nama, nilai)


def _paket(semua: Sequence[int]) -> Iterator[Sequence[int]]:
    for awal in range(0, len(semua), _PAKET):
        yield semua[awal : awal + _PAKET]

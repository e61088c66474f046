"""Where needs are counted, and which of a post's sources counts; holders and totals along with it.

Everything here is derived from needs, posts and matches: called inside the caller's transaction,
it writes only what changed and leaves no trace of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce

from pegawai.models import Formasi
from pegawai.services.dihitung import segarkan_dihitung
from penilaian.kernel.sumber import orang_bersama, yang_dipakai
from penilaian.models import Kebutuhan
from toolkit.massal import perbarui

PAKET = 500


def selaraskan(*, per: date) -> int:
    """Count holders and needs where the matches say; returns how many posts were concerned.

    Called inside the transaction of the act that decided a match or brought new posts.
    """
    tandai_penampung()
    dipindah = segarkan_dihitung(per=per)
    posts = pindahkan_kebutuhan()
    tandai_dipakai(posts)
    return len(dipindah.formasi | posts)


def tandai_penampung() -> int:
    """Mark the posts of JF without jenjang for which a need was written; returns how many changed.

    Without such a need and without a match in force the post is an empty shell that draws nobody.
    """
    kelompok = Formasi.objects.filter(jabatan__kelompok=True).order_by()
    tertulis = Exists(Kebutuhan.objects.filter(asal=OuterRef("pk")))
    rows = kelompok.annotate(tertulis=tertulis).values_list("pk", "menampung", "tertulis")
    return perbarui(
        Formasi, ("menampung",), [(pk, baru) for pk, lama, baru in rows if lama != baru]
    )


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
    for potong in paket([pk for pk, _, _ in baris]):
        Kebutuhan.objects.filter(pk__in=potong).update(dipakai=False, terhitung=None)
    perbarui(Kebutuhan, ("formasi",), [(pk, kini) for pk, _, kini in baris])
    return {post for _, lama, kini in baris for post in (lama, kini)}


def tandai_dipakai(formasi: Collection[int]) -> int:
    """Mark per post the one source that counts, by the published precedence, with its sum.

    Returns how many rows were wrong.
    """
    berubah = []
    for potong in paket(sorted(formasi)):
        per_formasi: dict[int, dict[str, list[Kebutuhan]]] = {}
        rows = Kebutuhan.objects.filter(formasi__in=potong).select_related("perhitungan")
        for satu in rows.order_by("pk"):
            menurut = per_formasi.setdefault(satu.formasi_id, {})
            menurut.setdefault(satu.sumber, []).append(satu)
        for menurut in per_formasi.values():
            berubah += [*_tanda_baru(menurut)]
    # First let go, then mark: the database allows one at any moment.
    for potong in paket([pk for pk, terhitung in berubah if terhitung is None]):
        Kebutuhan.objects.filter(pk__in=potong).update(dipakai=False, terhitung=None)
    pasang = [(pk, True, terhitung) for pk, terhitung in berubah if terhitung is not None]
    perbarui(Kebutuhan, ("dipakai", "terhitung"), pasang)
    return len(berubah)


def _tanda_baru(menurut: Mapping[str, Sequence[Kebutuhan]]) -> Iterator[tuple[int, int | None]]:
    """(row, sum it must carry or None) for the rows of one post that are marked wrongly."""
    sumber = yang_dipakai(menurut) or ""
    pilihan = menurut[sumber]
    jumlah = orang_bersama(sumber, [(satu.tepat, satu.jumlah) for satu in pilihan])
    for satu in (s for rows in menurut.values() for s in rows):
        benar = jumlah if satu is pilihan[0] else None
        if (satu.dipakai, satu.terhitung) != (benar is not None, benar):
            yield satu.pk, benar


def jumlah_tepat(rows: Iterable[Kebutuhan]) -> Fraction:
    """The unrounded need of one source over all posts counted together: rounded once, not each."""
    return sum((satu.tepat for satu in rows), Fraction())


def paket(semua: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys in pieces a query can hold."""
    for awal in range(0, len(semua), PAKET):
        yield semua[awal : awal + PAKET]

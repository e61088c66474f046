"""The trail of announced and ended cases, sealed acts included: what oversight searches.

A sealed act is shown only for a case that is open to the reader now; everything else stays sealed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jejak.selectors import Catatan, telusuri_benda
from mutasi.models import UsulanMutasi
from mutasi.selectors.pengawasan import Masa, dengan_nama, kasus, siapa
from mutasi.tindakan_jalan import MENURUT_AKSI
from organisasi.models import Pengguna

MAKS_KASUS = 2000
PER_HALAMAN = 50


@dataclass(frozen=True)
class JejakKasus:
    """A page of entries, each with whom its case is about; ``berikut``: where it goes on.

    ``terpotong``: more cases fit than are searched; narrow the period or the words.
    """

    baris: tuple[tuple[Catatan, UsulanMutasi | None, str], ...]
    berikut: int | None
    kasus: int
    terpotong: bool


def jejak_kasus(
    pengguna: Pengguna, masa: Masa, *, q: str, tindakan: str, sebelum: int | None, per: date
) -> JejakKasus:
    """Newest first; narrowed by a name, a NIP, a file's number, and an act."""
    rows = dengan_nama(kasus(pengguna, masa, per=per))
    if q:
        rows = rows.filter(
            Q(pegawai__nama__icontains=q) | Q(pegawai__nip=q.replace(" ", ""))
            | Q(berkas__nomor__iexact=q)
        )  # fmt: skip
    semua = list(rows.order_by("-sejak", "pk")[: MAKS_KASUS + 1])
    terpotong, semua = len(semua) > MAKS_KASUS, semua[:MAKS_KASUS]
    menurut = {str(u.pk): u for u in semua}
    halaman = telusuri_benda(
        UsulanMutasi._meta.label_lower, list(menurut), tindakan=tindakan, sebelum=sebelum,
        jumlah=PER_HALAMAN,
    )  # fmt: skip
    baris = tuple((c, u, siapa(u)) for c in halaman.baris if (u := menurut.get(c.objek_id)))
    return JejakKasus(baris, halaman.berikut, len(semua), terpotong)


def pilihan_tindakan() -> list[tuple[str, str]]:
    """The acts of the road in its order."""
    return [(t.kode, aksi.label) for aksi, t in MENURUT_AKSI.items()]

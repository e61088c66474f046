"""Meja rombongan: one file as a sheet, every case judged as its acts judge it.

What a person may not know of is not in his sheet. Cases that have ended or already hold count no
seats and are not judged; their line says where they lie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from mutasi.alur import SEBELUM_SK, StatusUsulan
from mutasi.kernel.jenis import SAMPINGAN
from mutasi.models import AlasanUsulan, BerkasMutasi
from mutasi.selectors.aturan_usulan import menurut_kursi
from mutasi.selectors.lembar import Bahan, Baris, Cara, Susunan, asal, susun, terhitung
from mutasi.selectors.usulan import beri_siapa
from mutasi.selectors.usulan_tunggu import ringkas, terlihat
from mutasi.snapshots.pasangan_usulan import perkara_usulan, putusan_perkara
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Hasil
from penilaian.snapshots import KetentuanHari

# A rule nobody can judge is let through with words, like a warning (``services.usulan_aturan``).
DIJAWAB = frozenset({Hasil.PERINGATAN, Hasil.TIDAK_DAPAT_DIPERIKSA})
DRAF = (StatusUsulan.DRAF, StatusUsulan.DIKEMBALIKAN)
_SAMPINGAN = {satu.value for satu in SAMPINGAN}


@dataclass
class LembarBerkas(Susunan):
    """The sheet of one file, as far as one person may see it."""

    berkas: BerkasMutasi

    @cached_property
    def keadaan(self) -> list[tuple[StatusUsulan, str, int]]:
        """(state, in words, how many lines), in the order of the road."""
        ada = Counter(b.isi.status for b in self.baris)
        return [(s, ringkas(s), ada[s]) for s in StatusUsulan if ada[s]]

    @property
    def dinilai(self) -> list[Baris]:
        """The lines the rules were asked about."""
        return [b for b in self.baris if b.ikut]

    @cached_property
    def hitungan(self) -> Counter[Any]:
        """How many judged lines stand under each word."""
        return Counter(b.status for b in self.dinilai)

    def pilih(self, *, status: str, keadaan: str) -> list[Baris]:
        """The lines under one word of the rules, or in one state of the road."""
        return [
            b for b in self.baris
            if (not status or (b.ikut and b.status.name.lower() == status))
            and (not keadaan or b.isi.status == keadaan)
        ]  # fmt: skip

    @property
    def tanpa_tujuan(self) -> list[Baris]:
        """People released without a destination, here or elsewhere (H20)."""
        return [b for b in super().tanpa_tujuan if not b.isi.tujuan_luar]

    @property
    def lewat(self) -> int:
        """How many are beyond their limit."""
        return sum(b.isi.lewat for b in self.baris)


def ikut(usulan: Any) -> bool:
    """Whether the case still moves somebody from a seat to a seat."""
    return usulan.status in SEBELUM_SK and usulan.jenis not in _SAMPINGAN


def lembar(
    berkas: BerkasMutasi, pengguna: Pengguna, *, per: date, dinilai: bool = True,
    aturan: KetentuanHari | None = None, posisi: Mapping[int, Any] | None = None,
) -> LembarBerkas:  # fmt: skip
    """Read and judge a file in a constant number of queries; without ``dinilai`` only its seats.
    ``posisi``: posts that were read before."""
    rows = list(baris_berkas(berkas, pengguna, per=per))
    beri_siapa(rows, per=per)
    cara = Cara(
        lambda bahan: _nilai(bahan, per), ikut=ikut, dijawab=DIJAWAB,
        nomor=lambda tempat, usulan: int(usulan.urutan),
    )  # fmt: skip
    isi = susun(rows, cara, per=per, dinilai=dinilai, aturan=aturan, terbaca=posisi)
    return LembarBerkas(isi.baris, isi.kursi, isi.posisi, isi.rantai, isi.terdesak, berkas)


def baris_berkas(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> Any:
    """The cases of a file one may see, with what a line shows; never the one about oneself."""
    rows = terlihat(pengguna, per=per).filter(berkas=berkas)
    rows = rows.exclude(pegawai__pengguna=pengguna)
    return (
        rows.select_related(
            "pegawai__formasi", "dari__unit", "dari__jabatan", "ke__unit", "ke__jabatan"
        )
        .defer("pegawai__siasn", "pegawai__nik_sandi", "catatan_verifikasi")
        .order_by("urutan", "pk")
    )


def _nilai(bahan: Bahan, per: date) -> None:
    usulan = [b.isi for b in bahan.baris]
    if not usulan:
        return
    perkara = perkara_usulan(usulan, per=per, aturan=bahan.aturan)
    alasan = alasan_untuk([u.pk for u in usulan])
    for b in bahan.baris:
        b.perkara = perkara.get(b.pk)
        b.putusan = putusan_perkara(b.isi, b.perkara)
        b.alasan = alasan.get((b.pk, b.isi.ke_id), {})


def alasan_untuk(ids: Sequence[UUID]) -> Mapping[tuple[UUID, int | None], dict[str, AlasanUsulan]]:
    """Reasons by case and the post they were written for; the latest counts."""
    rows = AlasanUsulan.objects.filter(usulan__in=ids).select_related("ditulis_oleh")
    return menurut_kursi(rows.order_by("ditulis_pada", "pk"))


def terkait(halaman: LembarBerkas, usulan: Any, lama: Iterable[int | None]) -> set[UUID]:
    """The lines to draw again after a change of one: itself, and those that share its person or a
    post with it, now or before (``lama``)."""
    kena = {terhitung(usulan.ke), usulan.dari_id, *lama} - {None}
    return {
        b.pk for b in halaman.baris
        if b.pk == usulan.pk or b.isi.pegawai_id == usulan.pegawai_id
        or {terhitung(b.isi.ke), terhitung(asal(b.isi)), b.isi.ke_id, b.isi.dari_id} & kena
    }  # fmt: skip

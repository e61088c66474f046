"""Education of people against what their posts ask, counted by post and diploma.

The verdict is H04's, of level and field; a pair of post and diploma is judged once, however many
people share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from pegawai.models import Jabatan as Nomenklatur
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.pendidikan import (
    KeadaanPendidikan,
    PendidikanTerhadap,
    pendidikan_terhadap,
)
from penilaian.kernel.perkara import Sasaran
from penilaian.selectors.kompetensi_lingkup import Lingkup
from penilaian.selectors.kompetensi_standar import jabatan_kernel


@dataclass(frozen=True)
class Pasangan:
    """People of one group who share a jabatan and a diploma, and how the two go together."""

    kelompok: Any
    jabatan: Nomenklatur
    tingkat: str  # SIASN's code of the level; empty: not recorded
    tingkat_nama: str
    pendidikan_id: int | None
    program_studi: str
    orang: int
    hasil: PendidikanTerhadap

    @property
    def ijazah(self) -> str:
        """The diploma in words."""
        return self.program_studi or self.tingkat_nama or "belum tercatat"


def sasaran_pendidikan(jabatan: Nomenklatur) -> Sasaran:
    """Of a post only what its rules on education read."""
    minimal = jabatan.pendidikan_minimal
    return Sasaran(
        jabatan=jabatan_kernel(jabatan),
        jabatan_id=jabatan.pk,
        nama=jabatan.nama,
        pendidikan_minimal=minimal.kode if minimal else None,
        bidang_pendidikan=jabatan.bidang_pendidikan,
    )


def baca_jabatan(ids: Iterable[int]) -> dict[int, Nomenklatur]:
    """Names with what they ask of education, in one query."""
    rows = Nomenklatur.objects.order_by().filter(pk__in=set(ids))
    return {satu.pk: satu for satu in rows.select_related("pendidikan_minimal")}


def pasangan_pendidikan(
    lingkup: Lingkup,
    ketentuan: Ketentuan,
    *,
    kelompok: Any = None,
    jabatan: Mapping[int, Nomenklatur] | None = None,
) -> list[Pasangan]:
    """Every pair of post and diploma among these people, by group, in one query or two."""
    tingkat = Coalesce("tingkat_pendidikan__kode", "pendidikan__tingkat__kode")
    nama = Coalesce("tingkat_pendidikan__nama", "pendidikan__tingkat__nama")
    rows = lingkup.orang().annotate(k_kelompok=kelompok or F("jab"), k_tingkat=tingkat, k_nama=nama)
    kolom = (
        "k_kelompok", "jab", "k_tingkat", "k_nama", "pendidikan_id", "pendidikan__nama",
    )  # fmt: skip
    baris = list(rows.values_list(*kolom).annotate(n=Count("pk")))
    menurut = jabatan if jabatan is not None else baca_jabatan(satu[1] for satu in baris)
    memo: dict[tuple[int, str | None, str | None], PendidikanTerhadap] = {}
    hasil = []
    for k, jab, kode, tingkat_nama, pendidikan, program, n in baris:
        kunci = (jab, kode, program)
        if kunci not in memo:
            sasaran = sasaran_pendidikan(menurut[jab])
            memo[kunci] = pendidikan_terhadap(kode, program, sasaran, ketentuan)
        hasil.append(
            Pasangan(
                k, menurut[jab], kode or "", tingkat_nama or "", pendidikan, program or "", n,
                memo[kunci],
            )
        )  # fmt: skip
    return hasil


def jumlahkan(pasangan: Iterable[Pasangan]) -> dict[KeadaanPendidikan, int]:
    """People by verdict."""
    hasil = dict.fromkeys(KeadaanPendidikan, 0)
    for satu in pasangan:
        hasil[satu.hasil.keadaan] += satu.orang
    return hasil


def daftar_pasangan(
    lingkup: Lingkup, ketentuan: Ketentuan, *, keadaan: str = "", q: str = ""
) -> Sequence[Pasangan]:
    """The pairs behind the numbers: those not met first, then what somebody must judge."""
    urutan = [KeadaanPendidikan.TIDAK, KeadaanPendidikan.PERIKSA, KeadaanPendidikan.MEMENUHI]
    kata = q.casefold().split()
    semua = [
        satu
        for satu in pasangan_pendidikan(lingkup, ketentuan)
        if (not keadaan or satu.hasil.keadaan == keadaan)
        and all(k in f"{satu.jabatan.nama} {satu.ijazah}".casefold() for k in kata)
    ]
    return sorted(
        semua,
        key=lambda p: (urutan.index(p.hasil.keadaan), -p.orang, p.jabatan.nama, p.ijazah),
    )

"""A cleaned file against the register: who is new, who changed in which cell, who is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

from django.db.models import Max

from organisasi.impor import Hasil, Konteks, Perubahan
from pegawai.columns_pegawai import NAMA, NIK, NIP
from pegawai.kernel.nik import samarkan
from pegawai.models import Pegawai, StatusPegawai
from pegawai.services.impor_pegawai_baca import Bacaan, Isian, isian
from toolkit.sandi import sandikan

PER_KABAR = 1_000
PER_TANYA = 500

Beda = tuple[tuple[str, str | None, str | None], ...]


class Lama(NamedTuple):
    """What the register holds of one person, as far as a comparison needs it."""

    pk: int
    nip: str
    status: str
    siasn: dict[str, str]
    nik_sandi: bytes | None
    nik_samar: str
    hilang_sejak: date | None
    dilihat_pada: date | None
    berhenti: date | None


@dataclass(frozen=True)
class Berubah:
    """One known person whose cells differ; ``siasn`` is what will be kept from now on."""

    indeks: int
    lama: Lama
    siasn: dict[str, str]
    beda: Beda

    @property
    def kolom(self) -> set[str]:
        """The headers that differ."""
        return {header for header, _, _ in self.beda}


@dataclass
class Rencana:
    """What applying the file will do. Rows are positions in ``isian`` and ``nik``."""

    status: StatusPegawai
    isian: Isian
    nik: list[str | None] | None
    nomor: list[int]
    baru: list[int] = field(default_factory=list)
    berubah: list[Berubah] = field(default_factory=list)
    kembali: list[int] = field(default_factory=list)  # pk: missing from an earlier file, here again
    hilang: list[int] = field(default_factory=list)  # pk: in service, but not in this file
    terakhir: date | None = None  # the day of the last file of this status
    instansi: str | None = None  # id in SIASN of the agency most rows belong to

    def nik_dari(self, indeks: Sequence[int]) -> list[str | None]:
        """Plain NIK of these rows."""
        return [None] * len(indeks) if self.nik is None else [self.nik[i] for i in indeks]


def bandingkan(bacaan: Bacaan, konteks: Konteks) -> Hasil:
    """Compare every accepted row; the plan for applying is the ``muatan`` of the result."""
    rencana = Rencana(bacaan.status, isian(bacaan), bacaan.isi.get(NIK), bacaan.nomor)
    rencana.terakhir = Pegawai.objects.filter(status=bacaan.status).aggregate(
        hari=Max("dilihat_pada")
    )["hari"]
    diterima = {
        nip: i for i, nip in enumerate(bacaan.nip) if nip is not None and i not in bacaan.ditolak
    }
    hasil = Hasil(
        baris=len(bacaan.nomor),
        ditolak=len(bacaan.ditolak),
        diterima=len(diterima),
        muatan=rencana,
    )
    dikenal = _dikenal(rencana, hasil, diterima, bacaan, konteks)
    rencana.baru = [i for nip, i in diterima.items() if nip not in dikenal]
    _hilang(rencana, hasil, {nip for nip in bacaan.nip if nip is not None})
    _sebut_baru(rencana, hasil)
    hasil.baru, hasil.berubah = len(rencana.baru), len(rencana.berubah)
    hasil.sama = hasil.diterima - hasil.baru - hasil.berubah
    hasil.perubahan = dict(Counter(header for b in rencana.berubah for header, _, _ in b.beda))
    return hasil


def _dikenal(
    rencana: Rencana, hasil: Hasil, diterima: dict[str, int], bacaan: Bacaan, konteks: Konteks
) -> set[str]:
    """Numbers of the file that the register knows; on the way, who of them changed."""
    dikenal: set[str] = set()
    for lama in _lama(rencana.status, list(diterima)):
        i = diterima.get(lama.nip)
        if i is None:
            continue
        dikenal.add(lama.nip)
        if _lebih_baru(bacaan, i, lama, konteks.per):
            continue
        if lama.hilang_sejak is not None:
            rencana.kembali.append(lama.pk)
        berubah = _bandingkan_satu(rencana, i, lama)
        if berubah is not None:
            rencana.berubah.append(berubah)
            nama = berubah.siasn.get(NAMA, "")
            hasil.rincian.append(
                Perubahan("berubah", lama.nip, nama, rencana.nomor[i], berubah.beda)
            )
        if len(dikenal) % PER_KABAR == 0:
            persen = 60 + 35 * len(dikenal) // (len(diterima) or 1)
            konteks.kemajuan(persen, f"Membandingkan {len(dikenal)} pegawai")
    return dikenal


def _lebih_baru(bacaan: Bacaan, i: int, lama: Lama, per: date) -> bool:
    """Whether a later file already moved the person to another status; this row is old news then.
    On the way: somebody who left and is still printed stays gone, and a person should know."""
    if lama.berhenti is not None:
        pesan = (
            f"Pegawai ini tercatat berhenti sejak {lama.berhenti:%d-%m-%Y}, jadi tidak dihitung "
            "lagi walaupun masih ada di berkas. Perbarui datanya di SIASN."
        )
        bacaan.lapor(i, NIP, "sudah_berhenti", pesan)
    if lama.status == bacaan.status or lama.dilihat_pada is None or lama.dilihat_pada <= per:
        return False
    pesan = (
        f"Berkas {StatusPegawai(lama.status).label} per {lama.dilihat_pada:%d-%m-%Y} yang lebih "
        "baru memuat pegawai ini, jadi baris ini tidak mengubahnya."
    )
    bacaan.lapor(i, NIP, "status_lebih_baru", pesan)
    return True


def _lama(status: StatusPegawai, nip: list[str]) -> Iterator[Lama]:
    """People of this status, and those of another whose number the file carries now."""
    semua = Pegawai.objects.order_by().values_list(*Lama._fields)
    milik = set()
    for baris in semua.filter(status=status).iterator(chunk_size=PER_KABAR):
        milik.add(baris[1])
        yield Lama(*baris)
    lain = (n for n in nip if n not in milik)
    while potong := list(islice(lain, PER_TANYA)):
        for baris in semua.filter(nip__in=potong).exclude(status=status):
            yield Lama(*baris)


def _bandingkan_satu(rencana: Rencana, i: int, lama: Lama) -> Berubah | None:
    kini = rencana.isian.satu(i)
    if not rencana.isian.lengkap:
        # A column the file lacks is no change: what was printed last stays.
        tetap = {k: v for k, v in lama.siasn.items() if k not in rencana.isian.teks}
        kini = {**tetap, **kini}
    beda: list[tuple[str, str | None, str | None]] = []
    if kini != lama.siasn:
        beda = [
            (h, lama.siasn.get(h), kini.get(h))
            for h in rencana.isian.teks
            if lama.siasn.get(h) != kini.get(h)
        ]
    if rencana.nik is not None:
        beda.extend(_beda_nik(rencana.nik[i], lama))
    if not beda and lama.status == rencana.status:
        return None
    return Berubah(i, lama, kini, tuple(beda))


def _beda_nik(nik: str | None, lama: Lama) -> Iterator[tuple[str, str | None, str | None]]:
    """Compared by their encrypted forms; what is shown is masked."""
    sandi = None if lama.nik_sandi is None else bytes(lama.nik_sandi)
    if (sandikan(nik) if nik else None) != sandi:
        yield NIK, lama.nik_samar or None, samarkan(nik) or None


def _hilang(rencana: Rencana, hasil: Hasil, di_berkas: set[str]) -> None:
    """People of this status whom the file does not name, not even in a refused row."""
    orang = Pegawai.objects.tercatat().filter(status=rencana.status).order_by("nama", "pk")
    for pk, nip, nama in orang.values_list("pk", "nip", "nama").iterator():
        if nip not in di_berkas:
            rencana.hilang.append(pk)
            hasil.rincian.append(Perubahan("keluar", nip, nama))
    hasil.keluar = len(rencana.hilang)


def _sebut_baru(rencana: Rencana, hasil: Hasil) -> None:
    nama = rencana.isian.kolom(NAMA)
    hasil.rincian.extend(
        Perubahan("baru", rencana.isian.nip[i], nama[i] or "", rencana.nomor[i])
        for i in rencana.baru
    )

"""Compute everybody's score of a period: freeze what was read, judge, store; one run beside the
other.

Reading and judging happen outside a transaction, packet by packet, and can be stopped; the
accounts wait in a file once they are many, so memory does not grow with their text. One short
transaction at the end looks whether anything changed, and whether somebody else was faster, and
writes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.skor import HasilMesin, Keadaan, Mesin, peringkat_dari
from penilaian.models import (
    HasilPenilaian,
    Keberatan,
    Penilaian,
    PeriodeKinerja,
    SebabPenilaian,
    SetKriteria,
)
from penilaian.policies import penilaian as policies
from penilaian.selectors.bahan_nilai import (
    bahan_kinerja,
    berpaket,
    orang_periode,
    perangkat_berlaku,
    terakhir,
)
from penilaian.selectors.kelompok import kelompok_pegawai
from penilaian.selectors.penilai import PasanganPenilai, penilai_untuk, unit_pada
from penilaian.services.keberatan_putus import laksanakan
from penilaian.snapshots.kinerja import Orang
from penilaian.snapshots.perangkat import perangkat_dari
from toolkit.massal import sisipkan
from toolkit.policy import WrongMoment

Kemajuan = Callable[[int, str], None]
KOLOM = (
    "penilaian", "pegawai", "unit", "kelompok", "penilai", "atasan_penilai", "keadaan", "skor",
    "peringkat", "rincian", "sha256", "disampaikan_pada", "diakui_pada",
)  # fmt: skip

MEMORI = 200_000_000  # bytes of accounts that wait in memory; more wait on disk


def _diam(persen: int, langkah: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Permintaan:
    """What is asked: ``perangkat`` None takes the set in force on the period's last day, ``sebab``
    None the one that fits; ``paksa`` makes a run although nothing changed, for the reason given."""

    periode: PeriodeKinerja
    per: date
    oleh: Pengguna
    alasan: str = ""
    sebab: SebabPenilaian | None = None
    perangkat: SetKriteria | None = None
    paksa: bool = False
    pada: datetime | None = None  # the moment it stands for: now, unless the past is told


@dataclass(frozen=True)
class Jawaban:
    """The run, and whether it is a new one: with the same input there is no other."""

    penilaian: Penilaian
    baru: bool

    @property
    def kalimat(self) -> str:
        """What happened, in words."""
        p = self.penilaian
        if not self.baru:
            return f"Tidak ada yang berubah sejak {p}; tidak dibuat perhitungan baru."
        return f"{p} selesai: {p.jumlah_lengkap} dari {p.jumlah} pegawai mendapat skor."


def nilai(
    periode: PeriodeKinerja,
    *,
    oleh: Pengguna,
    per: date,
    alasan: str = "",
    sebab: SebabPenilaian | None = None,
) -> Penilaian:
    """The run of a period as its data stand now; the existing one when nothing changed."""
    return hitung_nilai(Permintaan(periode, per, oleh, alasan, sebab)).penilaian


def hitung_nilai(minta: Permintaan, kemajuan: Kemajuan = _diam) -> Jawaban:
    """As :func:`nilai`, saying whether the run is new; ``kemajuan`` may raise to stop it."""
    perangkat = _perangkat(minta)
    lama = terakhir(minta.periode)
    hitungan = _Hitungan(minta, perangkat_dari(perangkat), perangkat.sha256)
    with hitungan, _tanpa_memungut():
        hitungan.jalankan(kemajuan)
        kemajuan(90, "Menyimpan hasil")
        return _tutup(minta, perangkat, lama, hitungan)


@contextmanager
def _tanpa_memungut() -> Iterator[None]:
    """Millions of small values come and go here and none of them in a circle: looking for such
    circles found nothing and took a fifth of the time."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()


def _perangkat(minta: Permintaan) -> SetKriteria:
    berlaku = perangkat_berlaku(minta.periode)
    if minta.perangkat is not None:
        berlaku = [satu for satu in berlaku if satu.pk == minta.perangkat.pk]
    policies.hitung.check(minta.periode, minta.oleh, ada_perangkat=bool(berlaku), per=minta.per)
    if minta.paksa and len(minta.alasan.strip()) < policies.MIN_ALASAN:
        raise WrongMoment(
            "Menghitung ulang tanpa perubahan data harus beralasan, paling sedikit "
            f"{policies.MIN_ALASAN} huruf."
        )
    return berlaku[0]


class _Ringkas(NamedTuple):
    """One result without its text, which waits in the file."""

    pegawai: int
    keadaan: str
    skor: Decimal | None
    panjang: int
    sha256: str


@dataclass
class _Hitungan:
    """A computation on its way: results in memory, their texts in a file, the hash of the input."""

    minta: Permintaan
    perangkat: Perangkat
    sidik: str
    hasil: list[_Ringkas] = field(default_factory=list)
    kunci: dict[int, tuple[Decimal, ...]] = field(default_factory=dict)
    putusan: frozenset[int] = frozenset()  # upheld objections known when reading began

    def __enter__(self) -> _Hitungan:
        self._berkas = SpooledTemporaryFile(MEMORI)  # noqa: SIM115 - closed by __exit__
        self._masukan = sha256(f"{self.sidik}\n{self.minta.periode.kode}\n".encode())
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self._berkas.close()

    @property
    def masukan_sha256(self) -> str:
        """Of every raw value of everybody, with its origin and evidence, in order."""
        return self._masukan.hexdigest()

    def jalankan(self, kemajuan: Kemajuan) -> None:
        """Read and judge everybody."""
        m = self.minta
        self.putusan = frozenset(_dikabulkan(m.periode).values_list("pk", flat=True))
        kemajuan(1, "Membaca daftar pegawai")
        orang = orang_periode(m.periode)
        bahan = bahan_kinerja(m.periode, self.perangkat, per=m.per)
        mesin = Mesin(self.perangkat)
        for paket in berpaket(orang):
            kemajuan(
                5 + 80 * len(self.hasil) // len(orang),
                f"Menghitung {len(self.hasil)} dari {len(orang)} pegawai",
            )
            for satu, mentah in bahan.paket(paket):
                self._simpan(satu, mesin.hitung(mentah))

    def _simpan(self, orang: Orang, satu: HasilMesin) -> None:
        teks = satu.teks.encode()
        self._berkas.write(teks)
        sidik = sha256(teks).hexdigest()
        # The account holds every raw value as it was read, with its origin and evidence.
        self._masukan.update(f"{orang.nip} {sidik}\n".encode())
        self.hasil.append(_Ringkas(orang.pk, str(satu.keadaan), satu.skor, len(teks), sidik))
        if satu.kunci is not None and self.perangkat.peringkat:
            self.kunci[orang.pk] = satu.kunci

    def hasil_sha256(self, peringkat: dict[int, int]) -> str:
        """Of every account and place, in order."""
        isi = sha256()
        for satu in self.hasil:
            isi.update(f"{satu.pegawai} {satu.sha256} {peringkat.get(satu.pegawai)}\n".encode())
        return isi.hexdigest()

    def teks(self) -> Iterator[str]:
        """The accounts, in the order of the results."""
        self._berkas.seek(0)
        for satu in self.hasil:
            yield self._berkas.read(satu.panjang).decode()


@transaction.atomic
def _tutup(
    minta: Permintaan, perangkat: SetKriteria, lama: Penilaian | None, hitungan: _Hitungan
) -> Jawaban:
    """Write the run, unless nothing changed or another one came in between."""
    periode = PeriodeKinerja.objects.select_for_update().get(pk=minta.periode.pk)
    kini = terakhir(periode)
    sidik = hitungan.masukan_sha256
    if kini is not None and kini.masukan_sha256 == sidik and not minta.paksa:
        return Jawaban(kini, baru=False)
    if kini != lama:
        raise WrongMoment(
            "Perhitungan lain untuk periode ini baru saja selesai. Lihat hasilnya, lalu hitung "
            "lagi bila masih perlu."
        )
    tempat = peringkat_dari(hitungan.kunci)
    satu = Penilaian.objects.create(
        periode=periode,
        perangkat=perangkat,
        nomor=kini.nomor + 1 if kini else 1,
        sebab=minta.sebab or _sebab(periode, perangkat, kini),
        alasan=minta.alasan.strip()[:500],
        per=minta.per,
        sebelumnya=kini,
        masukan_sha256=sidik,
        hasil_sha256=hitungan.hasil_sha256(tempat),
        jumlah=len(hitungan.hasil),
        jumlah_lengkap=sum(1 for h in hitungan.hasil if h.keadaan == Keadaan.ANGKA),
        dihitung_pada=minta.pada or timezone.now(),
        dihitung_oleh=minta.oleh,
    )
    sisipkan(HasilPenilaian, KOLOM, _baris(satu, hitungan, tempat))
    laksanakan(satu, oleh=minta.oleh, hanya=hitungan.putusan)
    catat(tindakan.PENILAIAN_DIHITUNG, satu, oleh=minta.oleh, alasan=satu.alasan,
          sesudah=_jejak(satu))  # fmt: skip
    return Jawaban(satu, baru=True)


def _baris(
    penilaian: Penilaian, hitungan: _Hitungan, tempat: dict[int, int]
) -> Iterator[tuple[Any, ...]]:
    tanpa = PasanganPenilai(None, None)
    orang = [satu.pegawai for satu in hitungan.hasil]
    unit, penilai = _susunan(orang, penilaian)
    kelompok = kelompok_pegawai()
    for satu, teks in zip(hitungan.hasil, hitungan.teks(), strict=True):
        pk = satu.pegawai
        pasangan = penilai.get(pk, tanpa)
        yield (
            penilaian.pk, pk, unit.get(pk), kelompok.get(pk, ""), pasangan.penilai_id,
            pasangan.atasan_id, satu.keadaan, satu.skor, tempat.get(pk), teks, satu.sha256,
            None, None,
        )  # fmt: skip


def _susunan(
    orang: list[int], penilaian: Penilaian
) -> tuple[dict[int, int | None], dict[int, PasanganPenilai]]:
    """Unit and assessors of the day; of those who left since, of the period's last day."""
    unit = unit_pada(None, per=penilaian.per)
    penilai = penilai_untuk(None, per=penilaian.per, unit=unit)
    pergi = [pk for pk in orang if pk not in unit]
    if pergi:
        selesai = penilaian.periode.selesai
        unit |= unit_pada(pergi, per=selesai)
        penilai |= penilai_untuk(pergi, per=selesai)
    return unit, penilai


def _dikabulkan(periode: PeriodeKinerja) -> Any:
    """Objections of the period that were upheld, in whole or in part."""
    return Keberatan.objects.dikabulkan().filter(hasil__penilaian__periode=periode)


def _sebab(
    periode: PeriodeKinerja, perangkat: SetKriteria, kini: Penilaian | None
) -> SebabPenilaian:
    if kini is None:
        return SebabPenilaian.AWAL
    if kini.perangkat_id != perangkat.pk:
        return SebabPenilaian.KRITERIA
    if _dikabulkan(periode).filter(penilaian_ulang__isnull=True).exists():
        return SebabPenilaian.PUTUSAN
    return SebabPenilaian.DATA


def _jejak(satu: Penilaian) -> dict[str, Any]:
    return {
        "perangkat": str(satu.perangkat),
        "sebab": satu.sebab,
        "jumlah": satu.jumlah,
        "jumlah_lengkap": satu.jumlah_lengkap,
        "masukan_sha256": satu.masukan_sha256,
        "hasil_sha256": satu.hasil_sha256,
    }

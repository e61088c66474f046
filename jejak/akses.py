"""Who looked at whose data: an append-only log of its own, with a retention of its own.

A view says what it shows (:func:`lihat`); the row is written after the response, in a short
transaction of its own, because a GET changes no fact of the domain. Each day's rows enter the trail
as a count and a hash (:func:`tutup_hari`), so that a row cannot go unnoticed; after the retention
they may go (:func:`pangkas`), and the day's hash stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from jejak.catat import BerPelaku, Objek, catat, kunci_kepala
from jejak.kernel.kanonik import kanonik, polos, rapi
from jejak.models import AksesData, IsiPeristiwa, Peristiwa, PeristiwaQuerySet, SasaranAkses
from jejak.tindakan import AKSES_DIPANGKAS, AKSES_DITUTUP
from toolkit.permintaan import ID_PERMINTAAN
from toolkit.policy import Refusal

RETENSI_TAHUN = 5
JENIS_HARI = "jejak.akses"
KOLOM = (
    "id",
    "waktu",
    "hari",
    "pelaku_id",
    "pelaku_nama",
    "pelaku_unit",
    "pelaku_peran",
    "sasaran",
    "pegawai_id",
    "jumlah",
    "saringan",
    "apa",
    "alasan",
    "permintaan",
    "rahasia_sampai",
)

_ANTREAN: ContextVar[list[AksesData] | None] = ContextVar("akses_data", default=None)


@contextmanager
def pengumpul() -> Iterator[None]:
    """Collect what is looked at until :func:`tuliskan`; what is not written then is forgotten."""
    token = _ANTREAN.set([])
    try:
        yield
    finally:
        _ANTREAN.reset(token)


def lihat(
    pegawai_id: object,
    *,
    oleh: BerPelaku,
    apa: str,
    alasan: str,
    rahasia_sampai: date | None = None,
) -> None:
    """Note that somebody sees the data of one employee.

    ``apa`` says what is shown, ``alasan`` why (the page). With ``rahasia_sampai`` nobody reads the
    row up to that day, neither the employee nor the overseers: it would reveal a secret plan or an
    investigation. It stands in the table from the first day, and in the day's hash.
    """
    _antrekan(
        oleh,
        apa,
        alasan,
        sasaran=SasaranAkses.PEGAWAI,
        pegawai_id=str(pegawai_id),
        jumlah=1,
        saringan="",
        rahasia_sampai=rahasia_sampai,
    )


def lihat_daftar(
    *,
    oleh: BerPelaku,
    apa: str,
    alasan: str,
    jumlah: int,
    saringan: str = "",
    rahasia_sampai: date | None = None,
) -> None:
    """Note that somebody sees a list: how many people, and by which filter."""
    _antrekan(
        oleh, apa, alasan, sasaran=SasaranAkses.DAFTAR, jumlah=jumlah, saringan=saringan,
        rahasia_sampai=rahasia_sampai,
    )  # fmt: skip


def lihat_ekspor(
    *,
    oleh: BerPelaku,
    apa: str,
    alasan: str,
    jumlah: int,
    saringan: str = "",
    rahasia_sampai: date | None = None,
) -> None:
    """Note that somebody takes data home as a file: how many people, and by which filter."""
    _antrekan(
        oleh, apa, alasan, sasaran=SasaranAkses.EKSPOR, jumlah=jumlah, saringan=saringan,
        rahasia_sampai=rahasia_sampai,
    )  # fmt: skip


def _antrekan(oleh: BerPelaku, apa: str, alasan: str, **lain: Any) -> None:
    pelaku = oleh.sebagai_pelaku()
    baris = AksesData(
        **{"pegawai_id": "", **lain},
        pelaku_id=str(pelaku.id),
        pelaku_nama=rapi(pelaku.nama),
        pelaku_unit=rapi(pelaku.unit),
        pelaku_peran=rapi(pelaku.peran),
        apa=rapi(apa),
        alasan=rapi(alasan),
        permintaan=ID_PERMINTAAN.get(),
    )
    antrean = _ANTREAN.get()
    if antrean is None:
        _simpan([baris])  # a command or the worker: no response to wait for
    else:
        antrean.append(baris)


def tuliskan() -> None:
    """Write what was collected; called by the middleware when the response is ready."""
    antrean = _ANTREAN.get()
    if antrean:
        _simpan(antrean)
        antrean.clear()


def _simpan(rows: list[AksesData]) -> None:
    # Stamped when written, not when looked: a row never falls into a day that was closed meanwhile.
    kini = timezone.now()
    for satu in rows:
        satu.waktu, satu.hari = kini, timezone.localdate(kini)
    with transaction.atomic():
        AksesData.objects.bulk_create(rows)


@dataclass(frozen=True)
class Kunjungan:
    """One look at somebody's data, as that person sees it: the office first, the name after."""

    id: int
    waktu: datetime
    kantor: str
    nama: str
    apa: str
    alasan: str


def untuk_orang(
    pegawai_id: object, per: date, *, sebelum_id: int | None = None, jumlah: int = 50
) -> list[Kunjungan]:
    """Who looked at this employee's data, newest first; go on below ``sebelum_id``."""
    rows = AksesData.objects.filter(pegawai_id=str(pegawai_id)).terlihat(per).order_by("-id")
    if sebelum_id is not None:
        rows = rows.filter(id__lt=sebelum_id)
    return [
        Kunjungan(r.id, r.waktu, r.pelaku_unit or r.pelaku_peran, r.pelaku_nama, r.apa, r.alasan)
        for r in rows[:jumlah]
    ]


def ringkas_hari(tanggal: date) -> tuple[int, str]:
    """How many rows a day has, and the hash over their canonical lines in order."""
    hash_, jumlah = sha256(), 0
    rows = AksesData.objects.filter(hari=tanggal).order_by("id").values(*KOLOM)
    for baris in rows.iterator():
        hash_.update(kanonik(polos(baris)).encode() + b"\n")
        jumlah += 1
    return jumlah, hash_.hexdigest()


@transaction.atomic
def tutup_hari(tanggal: date, *, oleh: BerPelaku) -> Peristiwa:
    """Put count and hash of a past day's rows into the trail, once."""
    if tanggal >= timezone.localdate():
        raise Refusal("Hari ini belum berakhir.", kode="hari_belum_berakhir")
    kunci_kepala()
    if _penutupan().filter(objek_id=tanggal.isoformat()).exists():
        raise Refusal(f"Catatan akses {tanggal} sudah ditutup.", kode="hari_sudah_ditutup")
    jumlah, hash_ = ringkas_hari(tanggal)
    objek = Objek(JENIS_HARI, tanggal.isoformat(), f"catatan akses tanggal {tanggal:%d-%m-%Y}")
    isi = {"jumlah": jumlah, "hash": hash_}
    return catat(AKSES_DITUTUP, objek, oleh=oleh, sesudah=isi)


def hari_terbuka(per: date) -> list[date]:
    """The days before ``per`` still to be closed: after the last closed one, or from row one."""
    terakhir = _penutupan().aggregate(akhir=Max("objek_id"))["akhir"]
    if terakhir:
        mulai = date.fromisoformat(terakhir) + timedelta(days=1)
    else:
        mulai = AksesData.objects.aggregate(awal=Min("hari"))["awal"] or per
    return [mulai + timedelta(days=n) for n in range((per - mulai).days)]


@transaction.atomic
def pangkas(*, oleh: BerPelaku, per: date, retensi_tahun: int = RETENSI_TAHUN) -> int:
    """Delete rows older than the retention and say so in the trail; return how many."""
    if retensi_tahun < 1:
        raise Refusal("Masa simpan catatan akses paling sedikit satu tahun.", kode="retensi")
    kunci_kepala()
    batas = _mundur(per, retensi_tahun)
    rows = AksesData.objects.filter(hari__lt=batas)
    tertutup = set(_penutupan().values_list("objek_id", flat=True))
    for hari in rows.values_list("hari", flat=True).distinct():
        if hari.isoformat() not in tertutup:
            raise Refusal(f"Catatan akses {hari} belum ditutup.", kode="hari_belum_ditutup")
    jumlah = rows.count()
    if jumlah:
        objek = Objek(JENIS_HARI, batas.isoformat(), f"catatan akses sebelum {batas:%d-%m-%Y}")
        catat(AKSES_DIPANGKAS, objek, oleh=oleh, sesudah={"jumlah": jumlah})
        rows.delete()
    return jumlah


def _mundur(per: date, tahun: int) -> date:
    try:
        return per.replace(year=per.year - tahun)
    except ValueError:  # 29 February
        return per.replace(year=per.year - tahun, day=28)


def hari_menyimpang() -> Iterator[tuple[int, str]]:
    """Closed days whose rows are no longer those that were closed: number of the entry, sentence.

    Days before the last pruning, and days whose closing entry lost its content, are passed over.
    """
    pangkasan = Peristiwa.objects.filter(tindakan=AKSES_DIPANGKAS.kode, objek_jenis=JENIS_HARI)
    batas = pangkasan.aggregate(batas=Max("objek_id"))["batas"] or ""
    ditutup = _penutupan().filter(objek_id__gte=batas).order_by("urutan")
    for urutan, hari in ditutup.values_list("urutan", "objek_id"):
        if not _hari_sesuai(urutan, hari):
            yield urutan, f"Catatan akses {hari} tidak sama dengan saat hari itu ditutup."


def _hari_sesuai(urutan: int, hari: str) -> bool:
    isi = IsiPeristiwa.objects.filter(pk=urutan).first()
    if isi is None:
        return True
    try:
        jumlah, hash_ = ringkas_hari(date.fromisoformat(hari))
        return bool(isi.data["sesudah"] == {"jumlah": jumlah, "hash": hash_})
    except (ValueError, TypeError, KeyError):  # somebody put what is no day or no content there
        return False


def _penutupan() -> PeristiwaQuerySet:
    return Peristiwa.objects.filter(tindakan=AKSES_DITUTUP.kode, objek_jenis=JENIS_HARI)

"""Acts on the lines of a draft. An edit names the version of the line it saw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from mutasi.models import (
    AlasanPeringatan,
    BarisRancangan,
    MacamLangkah,
    PermintaanPegawai,
    Rancangan,
)
from mutasi.policies.rancangan import ubah_rancangan
from mutasi.services.rancangan import buat_rancangan
from mutasi.services.rancangan_langkah import catat_langkah, kolom, kunci, tukar_urutan
from organisasi.models import Pengguna
from organisasi.selectors import nilai_ketentuan
from pegawai.models import Formasi, Pegawai
from toolkit.policy import Refusal, WrongMoment

M = MacamLangkah
# What a line says: the columns a person may write, and their names on screen.
BIDANG = {
    "pegawai": "pegawai",
    "ke": "jabatan baru",
    "catatan": "catatan",
    "dasar": "dasar dispensasi/demosi",
    "permintaan": "permintaan",
}
KODE_PERINGATAN = re.compile(r"W\d\d")
MAKS_BARIS = 1000
Isi = Mapping[str, Any]  # pegawai, ke, permintaan: ids or None; catatan, dasar: text


def _mulai(rancangan_id: UUID, oleh: Pengguna) -> Rancangan:
    rancangan = kunci(rancangan_id)
    ubah_rancangan.check(rancangan, oleh)
    return rancangan


@transaction.atomic
def tambah_baris(rancangan_id: UUID, *, oleh: Pengguna, isi: Isi) -> BarisRancangan:
    """Add a line at the end."""
    rancangan = _mulai(rancangan_id, oleh)
    return _tambah(rancangan, oleh, isi)


def _tambah(rancangan: Rancangan, oleh: Pengguna, isi: Isi) -> BarisRancangan:
    _periksa(isi)
    if rancangan.baris.count() >= MAKS_BARIS:
        raise WrongMoment(f"Satu rancangan memuat paling banyak {MAKS_BARIS} baris.")
    akhir = rancangan.baris.aggregate(akhir=Max("urutan"))["akhir"] or 0
    baris = BarisRancangan(rancangan=rancangan, urutan=akhir + 1)
    nilai = _lengkapi(isi)
    _tulis(baris, nilai, oleh)
    baris.save(force_insert=True)
    catat_langkah(
        rancangan, M.TAMBAH, oleh=oleh, baris=baris,
        sebelum={"dihapus": True}, sesudah={**nilai, "urutan": baris.urutan, "dihapus": False},
    )  # fmt: skip
    return baris


@transaction.atomic
def ubah_baris(
    rancangan_id: UUID, baris_id: int, *, oleh: Pengguna, versi: int, isi: Isi
) -> BarisRancangan:
    """Write some columns of a line.

    Refused (409) when somebody changed the line since ``versi``: the sentence holds both values,
    and nothing is written. The same values again are no step.
    """
    rancangan = _mulai(rancangan_id, oleh)
    baris = _baris(rancangan, baris_id)
    _periksa(isi)
    keberatan = bentrok(baris, versi=versi, isi=isi)
    if keberatan:
        raise WrongMoment(keberatan, kode="baris_berubah")
    return _ubah(rancangan, baris, oleh, isi)


def _ubah(rancangan: Rancangan, baris: BarisRancangan, oleh: Pengguna, isi: Isi) -> BarisRancangan:
    nilai = _lengkapi(isi)
    lama = {k: _nilai(baris, k) for k in nilai if _nilai(baris, k) != nilai[k]}
    if lama:
        _tulis(baris, nilai, oleh)
        baris.versi += 1
        baris.save(update_fields=[*lama, "versi", "diubah_pada", "diubah_oleh"])
        sesudah = {k: nilai[k] for k in lama}
        catat_langkah(rancangan, M.UBAH, oleh=oleh, baris=baris, sebelum=lama, sesudah=sesudah)
    return baris


def bentrok(baris: BarisRancangan, *, versi: int, isi: Isi) -> str:
    """Why an edit of this version cannot be written, with both values; empty when it can."""
    if baris.dihapus:
        return f"Baris ini dihapus {_siapa(baris)}. Pulihkan dahulu, lalu ubah lagi."
    beda = [k for k in isi if _nilai(baris, k) != isi[k]]
    if baris.versi == versi or not beda:
        return ""
    dua = "; ".join(
        f"{BIDANG[k]}: sekarang {_kata(k, _nilai(baris, k))}, isian Anda {_kata(k, isi[k])}"
        for k in beda
    )
    return (
        f"Baris ini baru saja diubah {_siapa(baris)}. {dua[0].upper()}{dua[1:]}. Isian Anda belum "
        "disimpan; simpan sekali lagi bila tetap diinginkan."
    )


def _siapa(baris: BarisRancangan) -> str:
    return f"{baris.diubah_oleh.nama} pukul {timezone.localtime(baris.diubah_pada):%H.%M}"


def _kata(bidang: str, nilai: Any) -> str:
    if nilai in (None, ""):
        return "kosong"
    if bidang == "pegawai":
        return f"“{Pegawai.objects.get(pk=nilai)}”"
    if bidang == "ke":
        return f"“{Formasi.objects.with_names().get(pk=nilai)}”"
    return f"“{nilai}”"


@transaction.atomic
def hapus_baris(rancangan_id: UUID, baris_id: int, *, oleh: Pengguna) -> BarisRancangan:
    """Mark a line as struck; it can be brought back."""
    return _tandai(rancangan_id, baris_id, oleh=oleh, dihapus=True)


@transaction.atomic
def pulihkan_baris(rancangan_id: UUID, baris_id: int, *, oleh: Pengguna) -> BarisRancangan:
    """Bring a struck line back to its place."""
    return _tandai(rancangan_id, baris_id, oleh=oleh, dihapus=False)


def _tandai(rancangan_id: UUID, baris_id: int, *, oleh: Pengguna, dihapus: bool) -> BarisRancangan:
    rancangan = _mulai(rancangan_id, oleh)
    baris = _baris(rancangan, baris_id)
    if baris.dihapus == dihapus:
        raise WrongMoment("Baris ini sudah dihapus." if dihapus else "Baris ini tidak dihapus.")
    _tulis(baris, {"dihapus": dihapus}, oleh)
    baris.versi += 1
    baris.save(update_fields=["dihapus", "versi", "diubah_pada", "diubah_oleh"])
    catat_langkah(
        rancangan, M.HAPUS if dihapus else M.UBAH, oleh=oleh, baris=baris,
        sebelum={"dihapus": not dihapus}, sesudah={"dihapus": dihapus},
    )  # fmt: skip
    return baris


@transaction.atomic
def pindah_urutan(
    rancangan_id: UUID, baris_id: int, *, oleh: Pengguna, naik: bool
) -> BarisRancangan:
    """Change places with the line above or below; at the edge nothing happens."""
    rancangan = _mulai(rancangan_id, oleh)
    baris = _baris(rancangan, baris_id)
    tampak = rancangan.baris.filter(dihapus=False)
    if naik:
        tetangga = tampak.filter(urutan__lt=baris.urutan).order_by("-urutan").first()
    else:
        tetangga = tampak.filter(urutan__gt=baris.urutan).order_by("urutan").first()
    if tetangga is None or baris.dihapus:
        return baris
    sebelum = {"urutan": baris.urutan, "tukar": tetangga.pk}
    tukar_urutan(baris, tetangga)
    sesudah = {"urutan": baris.urutan, "tukar": tetangga.pk}
    catat_langkah(rancangan, M.URUT, oleh=oleh, baris=baris, sebelum=sebelum, sesudah=sesudah)
    return baris


@transaction.atomic
def tulis_alasan(
    rancangan_id: UUID, baris_id: int, *, oleh: Pengguna, kode: str, alasan: str, per: date
) -> AlasanPeringatan:
    """Say why a warning is accepted for this person and this post."""
    rancangan = _mulai(rancangan_id, oleh)
    baris = _baris(rancangan, baris_id)
    if baris.pegawai is None or baris.ke is None:
        raise WrongMoment("Lengkapi pegawai dan jabatan barunya dahulu.")
    if not KODE_PERINGATAN.fullmatch(kode):
        raise Refusal("Hanya peringatan (kode W) yang dapat diberi alasan.", kode="bukan_w")
    paling_sedikit = int(nilai_ketentuan("min_huruf_alasan", per=per))
    alasan = " ".join(alasan.split())
    if len(alasan) < paling_sedikit:
        raise Refusal(
            f"Tulis alasannya paling sedikit {paling_sedikit} huruf.", kode="alasan_pendek"
        )
    hasil = AlasanPeringatan.objects.create(
        baris=baris, kode=kode, pegawai=baris.pegawai, ke=baris.ke, alasan=alasan,
        ditulis_pada=timezone.now(), ditulis_oleh=oleh,
    )  # fmt: skip
    isi = {"kode": kode, "pegawai": baris.pegawai_id, "ke": baris.ke_id, "alasan": hasil.alasan}
    catat_langkah(rancangan, M.ALASAN, oleh=oleh, baris=baris, sesudah=isi)
    return hasil


@transaction.atomic
def masukkan_calon(
    rancangan_id: UUID, *, oleh: Pengguna, pegawai: Pegawai, formasi: Formasi
) -> BarisRancangan:
    """Put somebody found by *Cari calon* into a draft: one line, person and post.

    A line of the draft that still looks for somebody in that post is filled first.
    """
    rancangan = _mulai(rancangan_id, oleh)
    tampak = rancangan.baris.filter(ke=formasi, dihapus=False)
    if tampak.filter(pegawai=pegawai).exists():
        raise WrongMoment(f"{pegawai} sudah ada di rancangan ini untuk jabatan itu.")
    kosong = tampak.filter(pegawai=None).order_by("urutan", "pk").first()
    if kosong is not None:
        return _ubah(rancangan, kosong, oleh, {"pegawai": pegawai.pk})
    return _tambah(rancangan, oleh, {"pegawai": pegawai.pk, "ke": formasi.pk})


@transaction.atomic
def mulai_dengan_calon(
    *, oleh: Pengguna, pegawai: Pegawai, formasi: Formasi, **judul: Any
) -> Rancangan:
    """Begin a draft (``judul``: name, day, note) with somebody found by *Cari calon* in it."""
    rancangan = buat_rancangan(oleh=oleh, **judul)
    masukkan_calon(rancangan.pk, oleh=oleh, pegawai=pegawai, formasi=formasi)
    return rancangan


def _baris(rancangan: Rancangan, pk: int) -> BarisRancangan:
    rows = rancangan.baris.select_related("diubah_oleh", "pegawai", "ke")
    return rows.get(pk=pk)


def _nilai(baris: BarisRancangan, bidang: str) -> Any:
    return getattr(baris, kolom(bidang))


def _tulis(baris: BarisRancangan, isi: Isi, oleh: Pengguna) -> None:
    for bidang, nilai in isi.items():
        setattr(baris, kolom(bidang), nilai)
    baris.diubah_pada, baris.diubah_oleh = timezone.now(), oleh


def _lengkapi(isi: Isi) -> dict[str, Any]:
    """The columns; with a person the post he holds as the line is written, with a post the request
    of its office that waits for people: the reason the papers give."""
    nilai = dict(isi)
    if "pegawai" in nilai:
        orang = nilai["pegawai"]
        nilai["dari"] = (
            Pegawai.objects.values_list("formasi_id", flat=True).get(pk=orang) if orang else None
        )
    if "ke" in nilai and "permintaan" not in nilai:
        berjalan = PermintaanPegawai.objects.berjalan().filter(formasi=nilai["ke"])
        nilai["permintaan"] = berjalan.values_list("pk", flat=True).first()
    return nilai


def _periksa(isi: Isi) -> None:
    asing = set(isi) - set(BIDANG)
    if asing:
        raise TypeError(f"unknown columns {sorted(asing)}")

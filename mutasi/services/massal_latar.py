"""A bulk act of many rows in the background, where a browser would not wait.

Each row is a transaction of its own that holds the act and its answer (``BarisMassal``): whatever
kills the worker, the next run goes on with the rows that have none, and no row is done or told
twice. Who pressed is asked for his rights again at each row, as of the day it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.kernel.kanonik import kanonik, polos
from mutasi.alur import Aksi
from mutasi.models import BarisMassal
from mutasi.services import (
    antar_instansi,
    berkas_massal,
    berkas_tempel,
    bkn,
    izin_luar,
    siasn,
    spmt,
)
from mutasi.services.jalan import HasilBaris, dicatat
from mutasi.services.putusan import Putusan, catat_keputusan_kertas, putuskan_banyak
from mutasi.services.sidang_putusan import IsiPutusan
from mutasi.services.sidang_putusan import putuskan_banyak as putuskan_sidang
from mutasi.services.surat_luar import IsiSurat, catat_surat, simpan
from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jadwalkan

MASSAL = "mutasi.massal"
BATAS_LANGSUNG = 40  # rows done while one waits; measured: 300 rows in some three to six seconds
Kemajuan = Callable[[int, str], None]


def _berkas(ids: Sequence[UUID], *, aksi: str, **isi: Any) -> list[HasilBaris]:
    return berkas_massal.lakukan(Aksi(aksi), ids, **isi)


def _putusan(aksi: str, alasan: str, rantai: bool, versi: Mapping[str, int]) -> Putusan:
    dibaca = {UUID(pk): n for pk, n in versi.items()}
    return Putusan(Aksi(aksi), alasan, rantai_disadari=rantai, versi=dibaca)


def _putuskan(
    ids: Sequence[UUID], *, aksi: str, alasan: str, rantai: bool, versi: Mapping[str, int],
    **siapa: Any,
) -> list[HasilBaris]:  # fmt: skip
    return putuskan_banyak(ids, _putusan(aksi, alasan, rantai, versi), **siapa)


def _kertas(
    ids: Sequence[UUID], *, aksi: str, alasan: str, rantai: bool, disposisi: int, **siapa: Any
) -> list[HasilBaris]:
    return catat_keputusan_kertas(ids, _putusan(aksi, alasan, rantai, {}), disposisi, **siapa)


def _surat(ids: Sequence[UUID], *, oleh: Pengguna, per: date, **isi: Any) -> list[HasilBaris]:
    return catat_surat(ids, IsiSurat(**isi), oleh=oleh, per=per)


def _pertek(ids: Sequence[UUID], *, oleh: Pengguna, per: date, **isi: Any) -> list[HasilBaris]:
    return bkn.catat_pertek(ids, bkn.IsiPertek(**isi), oleh=oleh, per=per)


def _izin(
    ids: Sequence[UUID], *, oleh: Pengguna, per: date, kunci: str, **isi: Any
) -> list[HasilBaris]:
    surat = IsiSurat(jenis="", penerbit="", **isi)
    return izin_luar.catat_izin(ids, kunci, surat, oleh=oleh, per=per)


def _tolak_izin(
    ids: Sequence[UUID], *, oleh: Pengguna, per: date, kunci: str, alasan: str, **isi: Any
) -> list[HasilBaris]:
    surat = IsiSurat(jenis="", penerbit="", **isi)
    return izin_luar.catat_penolakan_izin(ids, kunci, surat, oleh=oleh, per=per, alasan=alasan)


def _sidang(
    ids: Sequence[UUID], *, sidang: str, butir: Sequence[int], oleh: Pengguna, per: date,
    **isi: Any,
) -> list[HasilBaris]:  # fmt: skip
    isi["keterangan"] = tuple(isi["keterangan"])
    return putuskan_sidang(UUID(sidang), butir, IsiPutusan(**isi), oleh=oleh, per=per)


def _spmt(ids: Sequence[UUID], *, nilai: Mapping[str, str], **isi: Any) -> list[HasilBaris]:
    return spmt.catat_banyak({UUID(pk): satu for pk, satu in nilai.items()}, **isi)


def _siasn(ids: Sequence[UUID], *, nilai: Mapping[str, str], **isi: Any) -> list[HasilBaris]:
    return siasn.sinkronkan_banyak({UUID(pk): satu for pk, satu in nilai.items()}, **isi)


# What can be done on many: ``(ids, *, oleh, per, **isi)``, done here or in the background alike.
PERBUATAN: Mapping[str, Callable[..., list[HasilBaris]]] = {
    "berkas": _berkas,
    "tempel": berkas_tempel.tempel,
    "putusan": _putuskan,
    "kertas": _kertas,
    "sidang": _sidang,
    "spmt": _spmt,
    "siasn": _siasn,
    "bkn-usulkan": bkn.usulkan_bkn,
    "bkn-pertek": _pertek,
    "bkn-otomatis": bkn.catat_otomatis,
    "bkn-kembali": bkn.catat_pengembalian,
    "bkn-tolak": bkn.catat_penolakan,
    "bkn-surat": _surat,
    "bkn-lengkapi": antar_instansi.lengkapi_banyak,
    "bkn-izin": _izin,
    "bkn-teruskan": izin_luar.teruskan_izin,
    "bkn-tolak-izin": _tolak_izin,
}


@transaction.atomic
def antrekan_massal(
    perbuatan: str, ids: Sequence[UUID], isi: Mapping[str, Any], *, judul: str, kembali: str,
    oleh: Pengguna, per: date,
) -> Proses:  # fmt: skip
    """Queue it for whoever pressed; pressed twice it runs once. ``kembali``: the desk's address.

    ``judul`` names nobody: whoever looks after background work reads it.
    """
    isi_ = {nama: _kemas(nilai, per) for nama, nilai in isi.items()}
    parameter = {"perbuatan": perbuatan, "usulan": [str(pk) for pk in ids], "isi": isi_}
    sidik = sha256(kanonik(polos(parameter)).encode()).hexdigest()
    Pengguna.objects.select_for_update().get(pk=oleh.pk)
    ada = Proses.objects.berjenis(MASSAL).berjalan().filter(untuk=oleh, parameter__sidik=sidik)
    if (sedang := ada.first()) is not None:
        return sedang
    proses = jadwalkan(
        MASSAL, judul=judul, parameter={**parameter, "sidik": sidik, "kembali": kembali},
        untuk=oleh,
    )  # fmt: skip
    proses.parameter |= {"proses": proses.pk, "tautan": reverse("mutasi:massal", args=[proses.pk])}
    proses.save(update_fields=["parameter"])
    return proses


def jalankan_massal(
    parameter: Mapping[str, Any], *, per: date, oleh: Pengguna, kemajuan: Kemajuan
) -> dict[str, Any]:
    """What the worker does; rows that were done in a run before keep their answer."""
    ids = [UUID(satu) for satu in parameter["usulan"]]
    isi = {nama: _buka(nilai) for nama, nilai in parameter["isi"].items()}
    with dicatat(_Buku(parameter["proses"], len(ids), kemajuan)):
        hasil = PERBUATAN[parameter["perbuatan"]](ids, oleh=oleh, per=per, **isi)
    berhasil = sum(satu.berhasil for satu in hasil)
    return {"berhasil": berhasil, "gagal": len(hasil) - berhasil}


class _Buku:
    """The answers of one run and of those before it (``jalan.Pencatat``)."""

    def __init__(self, proses: int, banyak: int, kemajuan: Kemajuan) -> None:
        self._proses, self._banyak, self._kemajuan = proses, banyak, kemajuan
        rows = BarisMassal.objects.filter(proses=proses)
        self._jadi = {b.usulan_id: HasilBaris(b.usulan_id, b.berhasil, b.kalimat) for b in rows}

    def sudah(self, usulan: UUID) -> HasilBaris | None:
        """The answer of an earlier run."""
        return self._jadi.get(usulan)

    def berikut(self) -> None:
        """Tell how far it is; a pressed stop ends the run here, between two rows."""
        n = len(self._jadi)
        self._kemajuan(n * 100 // max(self._banyak, 1), f"{n} dari {self._banyak} usulan")

    def tulis(self, hasil: HasilBaris) -> None:
        """Two workers on one row: the second act fails here and is undone; of refusals the first
        answer stays."""
        baris = BarisMassal(
            proses_id=self._proses, usulan_id=hasil.usulan, berhasil=hasil.berhasil,
            kalimat=hasil.kalimat, pada=timezone.now(),
        )  # fmt: skip
        BarisMassal.objects.bulk_create([baris], ignore_conflicts=not hasil.berhasil)
        self._jadi[hasil.usulan] = hasil


def _kemas(nilai: Any, per: date) -> Any:
    """As JSON; a scan is stored under its hash first, where the act will look for it."""
    if isinstance(nilai, bytes):
        return {"berkas": simpan(nilai, "dokumen-masuk", per=per).nama}
    if isinstance(nilai, date):
        return {"tanggal": nilai.isoformat()}
    return nilai


def _buka(nilai: Any) -> Any:
    if isinstance(nilai, dict) and nilai.keys() == {"tanggal"}:
        return date.fromisoformat(nilai["tanggal"])
    if isinstance(nilai, dict) and nilai.keys() == {"berkas"}:
        if not nilai["berkas"]:
            return b""
        with default_storage.open(nilai["berkas"], "rb") as berkas:
            return berkas.read()
    return nilai

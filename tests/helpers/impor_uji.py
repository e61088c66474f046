"""A kind of import for tests alone: holidays. Small, but with everything a kind can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jejak.catat import Objek, catat_banyak
from jejak.tindakan import TINDAKAN, Tindakan
from organisasi.impor import JENIS, Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import HariLibur, Impor, Pengguna
from organisasi.services import impor_berkas
from organisasi.services.proses import jalankan
from tests.helpers.jejak import flush_past_guards
from toolkit.lembar import Tabel
from toolkit.nilai import nama, tanggal
from toolkit.tabular import Column, Problem, urai

PER = date(2026, 6, 1)
LIBUR = TINDAKAN.get("uji.libur.diimpor") or Tindakan("uji.libur.diimpor", "mengimpor {objek}")
KOLOM = (
    Column("TANGGAL", "tanggal", tanggal, wajib=True, jenis="tanggal"),
    Column("NAMA LIBUR", "nama", nama, wajib=True),
    Column("DASAR", "dasar"),
)
KEPALA = ("TANGGAL", "NAMA LIBUR", "DASAR")


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """New, changed, same, gone; a row without a date is refused, a shouted name is a warning."""
    hasil = Hasil(muatan=[])
    ada = {h.tanggal: h for h in HariLibur.objects.all()}
    for baris in tabel.baris():
        isi, masalah = urai(baris.nomor, baris.nilai, tabel.posisi)
        hasil.baris += 1
        if isi["tanggal"] is None and not masalah:
            masalah = [Problem(baris.nomor, "TANGGAL", "", "tanggal_kosong", "Isi tanggalnya.")]
        if masalah:
            hasil.ditolak += 1
            hasil.galat += masalah
            continue
        hasil.diterima += 1
        if isi["nama"].isupper():
            hasil.peringatan.append(
                Problem(baris.nomor, "NAMA LIBUR", isi["nama"], "huruf_besar",
                        "Nama ditulis dengan huruf besar semua.", "peringatan")
            )  # fmt: skip
        _banding(hasil, baris.nomor, isi, ada.pop(isi["tanggal"], None))
        konteks.kemajuan(min(90, hasil.baris), "Memeriksa baris")
    hasil.keluar = len(ada)
    hasil.rincian += [Perubahan("keluar", str(t), h.nama) for t, h in ada.items()]
    return hasil


def _banding(hasil: Hasil, nomor: int, isi: dict[str, Any], lama: HariLibur | None) -> None:
    kunci = str(isi["tanggal"])
    if lama is None:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, isi["nama"], nomor))
    elif lama.nama != isi["nama"]:
        hasil.berubah += 1
        hasil.perubahan["NAMA LIBUR"] = hasil.perubahan.get("NAMA LIBUR", 0) + 1
        sel = (("NAMA LIBUR", lama.nama, isi["nama"]),)
        hasil.rincian.append(Perubahan("berubah", kunci, isi["nama"], nomor, sel))
    else:
        hasil.sama += 1
        return
    hasil.muatan.append(isi)


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write and leave a trace per row."""
    for isi in hasil.muatan:
        HariLibur.objects.update_or_create(tanggal=isi["tanggal"], defaults={"nama": isi["nama"]})
        konteks.kemajuan(80, "Menulis hari libur")
    catat_banyak(
        LIBUR,
        [(Objek("uji.libur", str(i["tanggal"]), i["nama"]), None, {"nama": i["nama"]})
         for i in hasil.muatan],
        oleh=konteks.oleh,
    )  # fmt: skip


JENIS_LIBUR = JenisImpor(
    kode="libur-uji",
    label="Hari libur",
    keterangan="Daftar hari libur untuk uji.",
    izin=Izin.IMPOR_PEGAWAI,
    kolom=KOLOM,
    periksa=periksa,
    terapkan=terapkan,
    parameter=("tahun",),
    urutan=1,
)


def csv(baris: Sequence[Sequence[str]], kepala: Sequence[str] = KEPALA) -> bytes:
    """A semicolon table."""
    return "\n".join(";".join(satu) for satu in (kepala, *baris)).encode()


def berkas(
    baris: Sequence[Sequence[str]], *, kepala: Sequence[str] = KEPALA, nama: str = "libur.csv"
) -> SimpleUploadedFile:
    """What a browser would send."""
    return SimpleUploadedFile(nama, csv(baris, kepala), "text/csv")


DUA = (("17-08-2026", "Hari Kemerdekaan", "SKB"), ("25-12-2026", "Hari Natal", "SKB"))


def unggah(oleh: Pengguna, baris: Sequence[Sequence[str]] = DUA, **pilihan: Any) -> Impor:
    """Uploaded, not yet looked at."""
    return impor_berkas.unggah(
        berkas(baris, **pilihan), jenis=JENIS_LIBUR, per=PER, oleh=oleh,
        parameter={"tahun": "2026"},
    )  # fmt: skip


def kerjakan(impor: Impor) -> Impor:
    """What the worker would do with the file's waiting job."""
    impor.refresh_from_db()
    assert impor.proses is not None
    jalankan.call(impor.proses.pk)
    return Impor.objects.select_related("proses").get(pk=impor.pk)


def diperiksa(oleh: Pengguna, baris: Sequence[Sequence[str]] = DUA, **pilihan: Any) -> Impor:
    """Uploaded and looked at."""
    return kerjakan(unggah(oleh, baris, **pilihan))


@pytest.fixture
def jenis_libur(monkeypatch: pytest.MonkeyPatch) -> JenisImpor:
    """The kind, known to the machine for the length of a test."""
    monkeypatch.setitem(JENIS, JENIS_LIBUR.kode, JENIS_LIBUR)
    return JENIS_LIBUR


@pytest.fixture(scope="session", autouse=True)
def penjaga_jejak() -> Iterator[None]:
    """Transactional tests end with a flush, which the guards of the trail would refuse."""
    with flush_past_guards():
        yield

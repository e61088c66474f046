"""Kind ``pendidikan``: SIASN's list of studies, some 28,000 rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from pegawai import tindakan
from pegawai.columns import PENDIDIKAN
from pegawai.models import Pendidikan, TingkatPendidikan
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

JUDUL = {
    "nama": "nama",
    "tingkat": "tingkatPendidikanId",
    "aktif": "status",
    "di_luar_referensi": "DI LUAR REFERENSI",
}
_TIDAK_AKTIF = "0"


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Compare the list with the register; a level nobody knows is kept as unknown."""
    hasil = Hasil()
    semua = [*baca(tabel, konteks)]
    tolak_ganda(semua, _kunci, kolom="id", kode="id_ganda", apa="Program pendidikan")
    tingkat = {t.kode: t for t in TingkatPendidikan.objects.all()}
    for baris in semua:
        if not baris.ditolak and baris.isi["tingkat"] not in tingkat:
            pesan = "Tingkat pendidikan ini belum dikenal; programnya dicatat tanpa tingkat."
            baris.ingatkan("tingkatPendidikanId", "tingkat_tidak_dikenal", pesan)
    lama = {kunci_id(p.siasn_id): p for p in Pendidikan.objects.select_related("tingkat")}
    rencana: Rencana[Pendidikan] = Rencana()
    ada_status = "status" in kolom_ada(tabel)
    for baris in hitung(hasil, semua):
        isi: dict[str, Any] = {
            "nama": baris.isi["nama"],
            "tingkat": tingkat.get(baris.isi["tingkat"]),
            "di_luar_referensi": False,
        }
        if ada_status:
            isi["aktif"] = baris.isi["status"] != _TIDAK_AKTIF
        kunci = _kunci(baris) or ""
        ada = lama.pop(kunci, None)
        baru = None if ada else Pendidikan(siasn_id=baris.isi["siasn_id"], **isi)
        bandingkan(hasil, rencana, baris, lama=ada, baru=baru, isi=isi, judul=JUDUL, kunci=kunci)
    terlihat = {_kunci(baris) for baris in semua}
    for satu, program in lama.items():
        if satu not in terlihat and not program.di_luar_referensi:
            hasil.keluar += 1
            hasil.rincian.append(Perubahan("keluar", satu or "", program.nama))
    hasil.muatan = rencana
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the list in bulk."""
    simpan(
        hasil.muatan,
        Pendidikan,
        oleh=konteks.oleh,
        dicatat=None,
        diubah=tindakan.PENDIDIKAN_DIUBAH,
    )


def _kunci(baris: BarisImpor) -> str | None:
    return kunci_id(baris.isi["siasn_id"])


def _isi_templat() -> Iterator[Sequence[Any]]:
    rows = Pendidikan.objects.values_list("siasn_id", "tingkat__kode", "nama", "aktif")
    for siasn_id, tingkat, nama, aktif in rows.iterator():
        yield siasn_id, tingkat, nama, "1" if aktif else _TIDAK_AKTIF


IMPOR_PENDIDIKAN = JenisImpor(
    kode="pendidikan",
    label="Referensi pendidikan",
    keterangan="Daftar program pendidikan SIASN (id, tingkatPendidikanId, nama, status).",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=PENDIDIKAN,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    urutan=30,
)

"""Kind ``standar-kompetensi``: the levels that posts ask, from a day on.

A level that is already in force changes nothing; another one ends it the day before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from jejak.catat import Objek
from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    Ubahan,
    baca,
    hitung,
    simpan,
    tolak_ganda,
)
from pegawai.models import Jabatan
from penilaian import tindakan_nilai as tindakan
from penilaian.columns.kompetensi import LEVEL, NAMA
from penilaian.columns.standar import JABATAN, JABATAN_ID, PETUNJUK, SEJAK, STANDAR
from penilaian.models import Kompetensi, StandarKompetensi
from penilaian.policies.kompetensi import letak_standar
from penilaian.services.impor_kompetensi import Kamus
from penilaian.services.kompetensi import langkah_standar, objek_standar
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

Lama = dict[tuple[int, int], list[StandarKompetensi]]


@dataclass
class Acuan:
    """Jabatan by id and by name, the dictionary, all standards recorded."""

    kamus: Kamus
    jabatan: Mapping[str, Jabatan]
    nama: Mapping[str, list[Jabatan]]
    lama: Lama = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def muat(cls) -> Acuan:
        """In three queries."""
        semua = list(Jabatan.objects.order_by("pk").only("pk", "siasn_id", "kunci", "nama"))
        nama: dict[str, list[Jabatan]] = defaultdict(list)
        for satu in semua:
            nama[_rata(satu.nama)].append(satu)
        acuan = cls(Kamus.muat(), {s.kunci: s for s in semua}, nama)
        for row in StandarKompetensi.objects.order_by("mulai"):
            acuan.lama[row.jabatan_id, row.kompetensi_id].append(row)
        return acuan

    def cari(self, baris: BarisImpor) -> Jabatan | None:
        """The jabatan of the row; a refusal when nobody or more than one bears the name."""
        kode, nama = baris.isi.get("jabatan_id"), baris.isi.get("jabatan")
        if kode is not None:
            satu = self.jabatan.get(kunci_id(kode) or "")
            if satu is None:
                pesan = "Tidak ada jabatan dengan ID ini di SERASI."
                baris.tolak(JABATAN_ID, "jabatan_tidak_dikenal", pesan)
            return satu
        if nama is None:
            baris.tolak(JABATAN, "wajib_kosong", f"Isi {JABATAN_ID} atau {JABATAN}.")
            return None
        ada = self.nama.get(_rata(nama), [])
        if len(ada) == 1:
            return ada[0]
        if ada:
            pesan = f"Ada {len(ada)} jabatan bernama ini; isi {JABATAN_ID}."
            baris.tolak(JABATAN, "jabatan_lebih_dari_satu", pesan)
        else:
            baris.tolak(JABATAN, "jabatan_tidak_dikenal", "Tidak ada jabatan dengan nama ini.")
        return None


def _rata(teks: str) -> str:
    return " ".join(str(teks).split()).casefold()


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find posts and competences, and where each level would stand among those recorded."""
    acuan = Acuan.muat()
    semua = [*baca(tabel, konteks)]
    for baris in semua:
        baris.isi["pos"], baris.isi["satu"] = acuan.cari(baris), acuan.kamus.cari(baris)
        kunci = _kunci(baris)
        if kunci is not None and not baris.ditolak:
            for kalimat in letak_standar.reasons(acuan.lama[kunci], baris.isi["mulai"]):
                baris.tolak(SEJAK, "standar_mendahului", kalimat)
    tolak_ganda(
        semua, _kunci, kolom=NAMA, kode="standar_ganda", apa="Kompetensi jabatan",
    )  # fmt: skip
    hasil = Hasil()
    rencana: Rencana[StandarKompetensi] = Rencana()
    for baris in hitung(hasil, semua):
        _bandingkan(hasil, rencana, baris, acuan.lama)
    hasil.muatan = rencana
    return hasil


def _kunci(baris: BarisImpor) -> tuple[int, int] | None:
    pos, satu = baris.isi.get("pos"), baris.isi.get("satu")
    return (pos.pk, satu.pk) if pos and satu and baris.isi.get("mulai") else None


def _bandingkan(
    hasil: Hasil, rencana: Rencana[StandarKompetensi], baris: BarisImpor, lama: Lama
) -> None:
    pos, satu, level, mulai = (baris.isi[k] for k in ("pos", "satu", "level", "mulai"))
    langkah = langkah_standar(lama[pos.pk, satu.pk], level=level, mulai=mulai)
    if langkah is None:
        hasil.sama += 1
        return
    sebelum = langkah.ubah or langkah.akhiri
    if langkah.ubah is not None:
        isi = {"level": level, "dasar": baris.isi["dasar"]}
        rencana.berubah.append(Ubahan(langkah.ubah, isi))
    if langkah.akhiri is not None:
        rencana.berubah.append(Ubahan(langkah.akhiri, {"selesai": mulai - timedelta(days=1)}))
    if langkah.baru:
        rencana.baru.append(
            StandarKompetensi(
                jabatan=pos, kompetensi=satu, level=level, mulai=mulai, dasar=baris.isi["dasar"]
            )
        )
    _katakan(hasil, baris, f"{satu.nama} · {pos.nama}", sebelum, level)


def _katakan(
    hasil: Hasil, baris: BarisImpor, nama: str, sebelum: StandarKompetensi | None, level: int
) -> None:
    kunci = str(baris.isi["pos"].siasn_id)
    if sebelum is None:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, nama[:255], baris.nomor))
        return
    hasil.berubah += 1
    hasil.perubahan[LEVEL] = hasil.perubahan.get(LEVEL, 0) + 1
    beda = ((LEVEL, sebelum.level, level),)
    hasil.rincian.append(Perubahan("berubah", kunci, nama[:255], baris.nomor, beda))


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """End the old levels before the new ones stand beside them."""
    rencana: Rencana[StandarKompetensi] = hasil.muatan
    semua = [*rencana.baru, *(u.objek for u in rencana.berubah)]
    jabatan = Jabatan.objects.only("pk", "nama").in_bulk({s.jabatan_id for s in semua})
    kamus = Kompetensi.objects.in_bulk({s.kompetensi_id for s in semua})

    def objek(satu: StandarKompetensi) -> Objek:
        return objek_standar(jabatan[satu.jabatan_id], kamus[satu.kompetensi_id])

    bagian: tuple[Rencana[StandarKompetensi], ...] = (
        Rencana(berubah=rencana.berubah), Rencana(baru=rencana.baru),
    )  # fmt: skip
    for satu in bagian:
        simpan(
            satu, StandarKompetensi, oleh=konteks.oleh, dicatat=tindakan.STANDAR_DICATAT,
            diubah=tindakan.STANDAR_DICATAT, objek=objek,
            sesudah=lambda s: {"level": s.level, "mulai": s.mulai.isoformat(), "dasar": s.dasar},
        )  # fmt: skip


def _isi_templat() -> Iterator[Sequence[Any]]:
    """The levels in force, to be completed."""
    rows = StandarKompetensi.objects.filter(selesai=None).select_related("jabatan", "kompetensi")
    for satu in rows.order_by("jabatan__nama", "kompetensi__kode"):
        yield (
            satu.jabatan.siasn_id, satu.jabatan.nama, satu.kompetensi.kode, satu.kompetensi.nama,
            satu.level, satu.mulai, satu.dasar,
        )  # fmt: skip


IMPOR_STANDAR = JenisImpor(
    kode="standar-kompetensi",
    label="Standar kompetensi jabatan",
    keterangan="Level yang diminta setiap jabatan: jabatan, kompetensi, level, sejak, dasar.",
    izin=Izin.KOMPETENSI_KELOLA,
    kolom=STANDAR,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK,
    urutan=86,
)

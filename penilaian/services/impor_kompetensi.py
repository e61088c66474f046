"""Kind ``kompetensi``: what assessments found, one competence of one person a row.

Assessments are facts of a day: an older one stays when a newer comes. What is not in the file was
not assessed, and stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jejak.catat import catat_banyak
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    simpan,
    tolak_ganda,
)
from pegawai.models import Pegawai
from pegawai.services.impor_orang import orang_dari, orang_menurut_nomor, pada_orang
from penilaian import tindakan_nilai as tindakan
from penilaian.columns.kompetensi import (
    KODE,
    KOMPETENSI,
    LEVEL,
    NAMA,
    PETUNJUK,
    SAMPAI,
    SUMBER,
    TANGGAL,
)
from penilaian.models import Kompetensi, ProfilKompetensi
from penilaian.selectors.kompetensi_standar import BERLEVEL_BIASA
from toolkit.lembar import Tabel
from toolkit.templatetags.tampilan import tanggal

JUDUL = {"level": LEVEL, "selesai": SAMPAI, "sumber": SUMBER}


@dataclass(frozen=True)
class Kamus:
    """The dictionary by code and by name, as people write them."""

    kode: Mapping[str, Kompetensi] = field(default_factory=dict)
    nama: Mapping[str, Kompetensi] = field(default_factory=dict)

    @classmethod
    def muat(cls) -> Kamus:
        """Entries in use, in one query."""
        semua = list(Kompetensi.objects.filter(aktif=True))
        return cls({_rata(k.kode): k for k in semua}, {_rata(k.nama): k for k in semua})

    def cari(self, baris: BarisImpor) -> Kompetensi | None:
        """What the row means; a refusal when it is unknown, or code and name disagree."""
        kode, nama = baris.isi.get("kode"), baris.isi.get("kompetensi")
        if kode is None and nama is None:
            if not any(m.kolom in {KODE, NAMA} for m in baris.masalah):
                baris.tolak(NAMA, "wajib_kosong", f"Isi {KODE} atau {NAMA}.")
            return None
        menurut_kode = self.kode.get(_rata(kode)) if kode else None
        menurut_nama = self.nama.get(_rata(nama)) if nama else None
        if menurut_kode and menurut_nama and menurut_kode != menurut_nama:
            pesan = f"Kode {menurut_kode.kode} di kamus adalah {menurut_kode.nama}."
            baris.tolak(NAMA, "kompetensi_bertentangan", pesan)
            return None
        hasil = menurut_kode or menurut_nama
        if hasil is None:
            pesan = "Tidak ada di kamus kompetensi. Kompetensi teknis ditambahkan dahulu di kamus."
            baris.tolak(KODE if kode else NAMA, "kompetensi_tidak_dikenal", pesan)
        return hasil


def _rata(teks: str) -> str:
    """Without blanks and case: "Kerjasama" and "Kerja sama" are the same competence."""
    return "".join(str(teks).split()).casefold()


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find people and competences, judge the days, compare with what is recorded."""
    orang, kamus = orang_menurut_nomor(), Kamus.muat()
    semua = [*baca(tabel, konteks)]
    for baris in semua:
        _periksa_baris(baris, orang, kamus, konteks)
    tolak_ganda(
        semua, _kunci, kolom=NAMA, kode="asesmen_ganda",
        apa="Asesmen kompetensi orang dan hari",
    )  # fmt: skip
    hasil = Hasil()
    rencana: Rencana[ProfilKompetensi] = Rencana()
    terima = hitung(hasil, semua)
    lama = _tersimpan({baris.isi["mulai"] for baris in terima})
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    for baris in terima:
        _bandingkan(hasil, rencana, baris, lama, nama, konteks)
    hasil.muatan = rencana
    return hasil


def _periksa_baris(
    baris: BarisImpor, orang: Mapping[str, int], kamus: Kamus, konteks: Konteks
) -> None:
    baris.isi["pegawai"] = orang_dari(baris, orang, konteks)
    baris.isi["satu"] = kamus.cari(baris)
    mulai, selesai = baris.isi.get("mulai"), baris.isi.get("selesai")
    if mulai is None:
        return
    if mulai > konteks.per:
        baris.tolak(TANGGAL, "asesmen_belum_berlangsung", "Tanggal asesmen belum lewat.")
    if selesai is not None and selesai < mulai:
        pesan = f"Berakhir sebelum asesmennya pada {tanggal(mulai)}."
        baris.tolak(SAMPAI, "berlaku_terbalik", pesan)


def _kunci(baris: BarisImpor) -> tuple[int, int, date] | None:
    pegawai, satu, mulai = (baris.isi.get(k) for k in ("pegawai", "satu", "mulai"))
    return (pegawai, satu.pk, mulai) if pegawai and satu and mulai else None


def _tersimpan(hari: set[date]) -> dict[tuple[int, int, date], ProfilKompetensi]:
    rows = ProfilKompetensi.objects.order_by().filter(mulai__in=hari)
    return {(r.pegawai_id, r.kompetensi_id, r.mulai): r for r in rows}


def _bandingkan(
    hasil: Hasil,
    rencana: Rencana[ProfilKompetensi],
    baris: BarisImpor,
    lama: Mapping[tuple[int, int, date], ProfilKompetensi],
    nama: Mapping[int, str],
    konteks: Konteks,
) -> None:
    kunci = _kunci(baris)
    if kunci is None:
        raise ValueError("Baris yang diterima tanpa kunci.")
    isi: dict[str, Any] = {
        k: baris.isi[k] for k in JUDUL if baris.isi.get(k) is not None
    }  # what a file leaves empty is no change
    pegawai, kompetensi, mulai = kunci
    baru = None
    if kunci not in lama:
        bawaan = {"sumber": konteks.sumber}
        baru = ProfilKompetensi(
            pegawai_id=pegawai, kompetensi_id=kompetensi, mulai=mulai, **(bawaan | isi)
        )
    bandingkan(
        hasil, rencana, baris, lama=lama.get(kunci), baru=baru, isi=isi, judul=JUDUL,
        kunci=baris.isi["nip"], nama=f"{nama[pegawai]}: {baris.isi['satu'].nama}",
    )  # fmt: skip


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the assessments; one trace per person with all levels that are new."""
    rencana: Rencana[ProfilKompetensi] = hasil.muatan
    sebutan = dict(Kompetensi.objects.values_list("pk", "nama"))
    objek = pada_orang(dict(Pegawai.objects.values_list("pk", "nama")))
    simpan(
        rencana, ProfilKompetensi, oleh=konteks.oleh, dicatat=None,
        diubah=tindakan.KOMPETENSI_DICATAT, objek=objek,
    )  # fmt: skip
    per_orang: dict[int, list[ProfilKompetensi]] = defaultdict(list)
    for satu in rencana.baru:
        per_orang[satu.pegawai_id].append(satu)
    jejak = (
        (objek(rows[0]), None, {sebutan[r.kompetensi_id]: r.level for r in rows})
        for rows in per_orang.values()
    )
    catat_banyak(tindakan.KOMPETENSI_DICATAT, jejak, oleh=konteks.oleh)


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Everybody in service with the competences asked of all, level and day to be filled in."""
    umum = list(Kompetensi.objects.filter(aktif=True, jenis__in=BERLEVEL_BIASA))
    rows = Pegawai.objects.tercatat().order_by("nip").values_list("nip", "nama")
    for nip, nama in rows.iterator():
        for satu in umum:
            yield nip, nama, satu.kode, satu.nama, None, None, None, None


IMPOR_KOMPETENSI = JenisImpor(
    kode="kompetensi",
    label="Asesmen kompetensi",
    keterangan="Hasil asesmen: NIP, kompetensi, level 1 sampai 5, tanggal, masa berlaku, sumber.",
    izin=Izin.KOMPETENSI_KELOLA,
    kolom=KOMPETENSI,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK,
    urutan=87,
)

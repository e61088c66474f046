"""Kind ``syarat-jabatan``: what a jabatan asks of its holder, from BKN's profile or our template.

BKN's profile has no ids: its name and level are matched to the reference. A sentence about
education is kept as printed; its level is read only where it is certain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks
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
from pegawai.columns import PROFIL_BKN, SYARAT, SYARAT_TEMPLAT
from pegawai.kernel.jenjang import KEAHLIAN, PANGKAT_JENJANG, kunci_nama, rumpun
from pegawai.kernel.syarat_pendidikan import tingkat_minimal
from pegawai.models import Jabatan, JenisJabatan, TingkatPendidikan
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id
from toolkit.tabular import BerkasDitolak

JUDUL_BKN = {
    "pendidikan_minimal": "Pendidikan_Perpindahan",
    "bidang_pendidikan": "Pendidikan_Perpindahan",
    "pangkat_terendah": "Golongan Ruang Awal",
    "pangkat_tertinggi": "Golongan Ruang Awal",
    "kedudukan": "Kedudukan",
    "pengisian": "Pengisian ASN",
    "dasar": "Dasar Hukum",
}
JUDUL_TEMPLAT = {
    "pendidikan_minimal": "TINGKAT PENDIDIKAN ID",
    "bidang_pendidikan": "BIDANG PENDIDIKAN",
    "pangkat_terendah": "PANGKAT TERENDAH",
    "pangkat_tertinggi": "PANGKAT TERTINGGI",
    "pengalaman": "PENGALAMAN",
    "kompetensi": "KOMPETENSI",
    "bup": "BUP",
    "kelas": "KELAS JABATAN",
    "dasar": "DASAR",
}
_MAKS_DASAR = 255
Kunci = tuple[str, str]


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Whichever of the two layouts the file has."""
    ada = kolom_ada(tabel)
    semua = [*baca(tabel, konteks)]
    if "siasn_id" in ada:
        return _periksa_templat(semua, ada)
    if {"jf", "jenjang"} <= ada:
        return _periksa_profil(semua)
    raise BerkasDitolak(
        "kolom_wajib_hilang",
        "Kepala tabel harus memuat JABATAN ID (templat SERASI), atau Nama Jabatan Fungsional "
        "dan Jenjang (profil JF BKN).",
    )


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the requirements."""
    simpan(
        hasil.muatan,
        Jabatan,
        oleh=konteks.oleh,
        dicatat=None,
        diubah=tindakan.JABATAN_DIUBAH,
    )


def _periksa_profil(semua: list[BarisImpor]) -> Hasil:
    menurut_nama = _jf_menurut_nama()
    for baris in semua:
        _wajib_profil(baris)
    tolak_ganda(
        semua, _kunci_profil, kolom="Nama Jabatan Fungsional", kode="jabatan_ganda", apa="Jabatan"
    )
    for baris in semua:
        _periksa_baris_profil(baris, menurut_nama)
    tingkat = {t.kode: t for t in TingkatPendidikan.objects.all()}
    hasil = Hasil()
    rencana: Rencana[Jabatan] = Rencana()
    for baris in hitung(hasil, semua):
        isi = _isi_profil(baris, tingkat)
        sama, berubah = hasil.sama, hasil.berubah
        for jabatan in menurut_nama[_kunci_profil(baris) or ("", "")]:
            bandingkan(
                hasil,
                rencana,
                baris,
                lama=jabatan,
                baru=None,
                isi=isi,
                judul=JUDUL_BKN,
                kunci=jabatan.kunci,
            )
        # A row counts once, also where the reference has the name twice.
        ada_beda = hasil.berubah > berubah
        hasil.sama, hasil.berubah = sama + (not ada_beda), berubah + ada_beda
    hasil.muatan = rencana
    return hasil


def _jf_menurut_nama() -> dict[Kunci, list[Jabatan]]:
    menurut_nama: dict[Kunci, list[Jabatan]] = {}
    rows = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL)
    for jabatan in rows.select_related("pendidikan_minimal"):
        kunci = kunci_nama(jabatan.rumpun or rumpun(jabatan.nama, jabatan.jenjang))
        menurut_nama.setdefault((kunci, jabatan.jenjang), []).append(jabatan)
    return menurut_nama


def _periksa_baris_profil(baris: BarisImpor, dikenal: Collection[Kunci]) -> None:
    if baris.ditolak:
        return
    if _kunci_profil(baris) not in dikenal:
        pesan = "Tidak ada jabatan fungsional dengan nama dan jenjang ini di referensi."
        baris.tolak("Nama Jabatan Fungsional", "jabatan_tidak_dikenal", pesan)
    elif _pendidikan(baris) and not _kode_tingkat(baris):
        pesan = "Tingkat pendidikan tidak terbaca pasti dari kalimat ini; isi lewat templat."
        baris.ingatkan("Pendidikan_Perpindahan", "tingkat_tidak_terbaca", pesan)


def _wajib_profil(baris: BarisImpor) -> None:
    bermasalah = {m.kolom for m in baris.masalah}
    for nama, judul in (("jf", "Nama Jabatan Fungsional"), ("jenjang", "Jenjang")):
        if baris.isi[nama] is None and judul not in bermasalah:
            baris.tolak(judul, "wajib_kosong", f"{judul} wajib diisi.")


def _kunci_profil(baris: BarisImpor) -> Kunci | None:
    if not baris.isi["jf"] or not baris.isi["jenjang"]:
        return None
    return kunci_nama(baris.isi["jf"]), baris.isi["jenjang"]


def _pendidikan(baris: BarisImpor) -> str:
    """A transfer asks what moving into the JF asks; the rule for first appointment stands in."""
    return baris.isi.get("pendidikan_pindah") or baris.isi.get("pendidikan_pertama") or ""


def _kode_tingkat(baris: BarisImpor) -> str:
    return tingkat_minimal(_pendidikan(baris), keahlian=baris.isi["jenjang"] in KEAHLIAN)


def _isi_profil(baris: BarisImpor, tingkat: Mapping[str, TingkatPendidikan]) -> dict[str, Any]:
    terendah, tertinggi = PANGKAT_JENJANG[baris.isi["jenjang"]]
    isi: dict[str, Any] = {
        "pangkat_terendah": terendah,
        "pangkat_tertinggi": tertinggi,
        "bidang_pendidikan": _pendidikan(baris),
        "kedudukan": baris.isi.get("kedudukan") or "",
        "pengisian": baris.isi.get("pengisian") or "",
        "dasar": (baris.isi.get("dasar") or "")[:_MAKS_DASAR],
    }
    if kode := _kode_tingkat(baris):
        isi["pendidikan_minimal"] = tingkat[kode]
    return isi


def _periksa_templat(semua: list[BarisImpor], ada: set[str]) -> Hasil:
    lama = {j.kunci: j for j in Jabatan.objects.select_related("pendidikan_minimal")}
    tingkat = {t.kode: t for t in TingkatPendidikan.objects.all()}
    tolak_ganda(semua, _kunci, kolom="JABATAN ID", kode="id_ganda", apa="Jabatan")
    for baris in semua:
        if baris.ditolak:
            continue
        if _kunci(baris) not in lama:
            pesan = "Jabatan dengan ID ini tidak ada di referensi."
            baris.tolak("JABATAN ID", "jabatan_tidak_dikenal", pesan)
        if baris.isi.get("tingkat") and baris.isi["tingkat"] not in tingkat:
            pesan = "Kode tingkat pendidikan tidak dikenal; contoh: 40 untuk S-1."
            baris.tolak("TINGKAT PENDIDIKAN ID", "tingkat_tidak_dikenal", pesan)
    hasil = Hasil()
    rencana: Rencana[Jabatan] = Rencana()
    for baris in hitung(hasil, semua):
        jabatan = lama[_kunci(baris) or ""]
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=jabatan,
            baru=None,
            isi=_isi_templat(baris, ada, tingkat),
            judul=JUDUL_TEMPLAT,
            kunci=jabatan.kunci,
        )
    hasil.muatan = rencana
    return hasil


def _isi_templat(
    baris: BarisImpor, ada: set[str], tingkat: Mapping[str, TingkatPendidikan]
) -> dict[str, Any]:
    """Only columns the file has; an emptied cell empties the field."""
    isi: dict[str, Any] = {
        nama: baris.isi[nama] or ""
        for nama in (
            "bidang_pendidikan", "pangkat_terendah", "pangkat_tertinggi", "pengalaman",
            "kompetensi",
        )
        if nama in ada
    }  # fmt: skip
    isi |= {nama: baris.isi[nama] for nama in ("bup", "kelas") if nama in ada}
    if "tingkat" in ada:
        isi["pendidikan_minimal"] = tingkat.get(baris.isi["tingkat"])
    if "dasar_templat" in ada:
        isi["dasar"] = baris.isi["dasar_templat"] or ""
    return isi


def _kunci(baris: BarisImpor) -> str | None:
    return kunci_id(baris.isi["siasn_id"])


def _baris_templat() -> Iterator[Sequence[Any]]:
    for j in Jabatan.objects.select_related("pendidikan_minimal").order_by("jenis", "nama"):
        yield (
            j.siasn_id, j.nama, j.pendidikan_minimal.kode if j.pendidikan_minimal else "",
            j.bidang_pendidikan, j.pangkat_terendah, j.pangkat_tertinggi, j.pengalaman,
            j.kompetensi, j.bup, j.kelas, j.dasar,
        )  # fmt: skip


IMPOR_SYARAT = JenisImpor(
    kode="syarat-jabatan",
    label="Syarat jabatan",
    keterangan="Profil JF dari BKN, atau templat SERASI: pendidikan, pangkat, kompetensi, BUP.",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=SYARAT,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_baris_templat,
    templat=SYARAT_TEMPLAT,
    susunan=(PROFIL_BKN, SYARAT_TEMPLAT),
    urutan=41,
)

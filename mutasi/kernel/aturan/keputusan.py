"""A human decides with a reason (H26); what is signed stays as it is (H27)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mutasi.kernel.aturan.dasar import Lingkup, Titik, aturan
from mutasi.kernel.aturan.kasus import Kasus
from penilaian.kernel.kata import daftar
from penilaian.kernel.putusan import Temuan, gagal, lolos


@aturan(
    "H26",
    Lingkup.KASUS,
    judul="Manusia yang disebut namanya memutuskan, dengan alasan",
    dasar="UU 27/2022 Pasal 10",
    memeriksa="Keputusan PPK menyebut orangnya dan alasannya (panjang paling sedikit menurut "
    "ketentuan); yang bersangkutan dapat melihat alasan itu dan dapat mengajukan keberatan. "
    "Hitungan SERASI hanya saran.",
    sebelum=(Titik.SK,),
    ketentuan=("min_huruf_alasan",),
)
def h26(kasus: Kasus) -> Temuan:
    """A technical account decides nothing, and a refusal carries no decree."""
    putusan = kasus.putusan_ppk
    if putusan is None:
        return gagal("PPK belum memutuskan.", "Sampaikan kepada PPK untuk diputuskan.", pulih=True)
    if not putusan.setuju:
        return gagal("PPK tidak menyetujui usulan ini.", "Susun usulan baru.", pulih=False)
    kurang = []
    if not putusan.manusia or not putusan.nama.strip():
        kurang.append("nama orang yang memutuskan")
    if len(" ".join(putusan.alasan.split())) < kasus.ketentuan.min_huruf_alasan:
        kurang.append(f"alasan (paling sedikit {kasus.ketentuan.min_huruf_alasan} huruf)")
    if not putusan.alasan_terlihat:
        kurang.append("alasan yang dapat dilihat yang bersangkutan")
    if not putusan.dapat_keberatan:
        kurang.append("jalan keberatan bagi yang bersangkutan")
    if kurang:
        return gagal(
            f"Pada keputusan PPK belum ada {daftar(kurang)}.", "Lengkapi keputusannya.", pulih=True
        )
    return lolos(f"Diputuskan oleh {putusan.nama} dengan alasan tertulis.")


class PerlakuanDokumen(StrEnum):
    """What somebody wants to do to a paper."""

    UBAH = "mengubah"
    HAPUS = "menghapus"
    GANTI = "mengganti"
    CABUT = "mencabut"


@dataclass(frozen=True)
class PerubahanDokumen:
    """A paper and what shall happen to it.

    ``dokumen_baru``: number of the new paper that replaces, corrects or revokes it. ``sidik`` and
    ``sidik_berkas``: the kept hash and that of the stored file; equal, or somebody touched it.
    """

    perlakuan: PerlakuanDokumen
    ditandatangani: bool
    dokumen_baru: str = ""
    sidik: str = ""
    sidik_berkas: str = ""


@aturan(
    "H27",
    Lingkup.DOKUMEN,
    judul="Dokumen bertanda tangan dan jejak tidak dapat diubah",
    dasar="UU 11/2008 Pasal 5-6; PP 71/2019; Permendagri 1/2023",
    memeriksa="Yang sudah ditandatangani hanya dapat diganti, diralat, atau dicabut dengan dokumen "
    "baru; sidik berkasnya tetap sama.",
)
def h27(perubahan: PerubahanDokumen) -> Temuan:
    """An unsigned draft may be changed freely."""
    if not perubahan.ditandatangani:
        return lolos("Dokumen ini belum ditandatangani.")
    if perubahan.sidik != perubahan.sidik_berkas:
        return gagal(
            "Sidik berkas tersimpan berbeda dari sidik saat ditandatangani.",
            "Pulihkan berkas asli dari cadangan, lalu laporkan kepada Inspektorat.",
            pulih=True,
        )
    obat = "Terbitkan dokumen baru yang meralat, mengganti, atau mencabutnya."
    if perubahan.perlakuan in (PerlakuanDokumen.UBAH, PerlakuanDokumen.HAPUS):
        return gagal(
            "Dokumen ini sudah ditandatangani dan tidak dapat diubah atau dihapus.", obat,
            pulih=False,
        )  # fmt: skip
    if not perubahan.dokumen_baru.strip():
        return gagal("Dokumen yang menggantikan atau mencabutnya belum ada.", obat, pulih=True)
    return lolos("Diganti atau dicabut dengan dokumen baru; yang lama tetap tersimpan.")

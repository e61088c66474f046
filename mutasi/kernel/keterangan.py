"""The words the TPK may write behind a name: a closed list, so that minutes can be counted.

Exactly one recommendation per name; conditions go with the conditional one; circumstances may be
added. Free words are for the human ground of each name, not for these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from penilaian.kernel.kata import daftar


class Golongan(StrEnum):
    """What a remark is about."""

    REKOMENDASI = "rekomendasi"
    SYARAT = "syarat"
    KEADAAN = "keadaan"
    TANPA_KESEDIAAN = "dasar tanpa kesediaan"


@dataclass(frozen=True)
class Keterangan:
    """One remark; ``kecuali``: codes it cannot stand beside (either may name the other)."""

    kode: str
    kata: str
    golongan: Golongan
    kecuali: tuple[str, ...] = ()


_R, _S, _K, _T = Golongan
_DAFTAR = (
    Keterangan("direkomendasikan", "Direkomendasikan", _R),
    Keterangan("bersyarat", "Direkomendasikan dengan syarat", _R),
    Keterangan("alternatif", "Direkomendasikan sebagai pilihan pengganti", _R),
    Keterangan("ditunda", "Ditunda", _R),
    Keterangan("tidak_direkomendasikan", "Tidak direkomendasikan", _R),
    Keterangan("syarat_pelatihan", "Mengikuti pelatihan yang ditetapkan", _S),
    Keterangan("syarat_uji_kompetensi", "Lulus uji kompetensi lebih dahulu", _S),
    Keterangan("syarat_pendampingan", "Didampingi pada masa awal", _S),
    Keterangan("syarat_pengganti", "Berpindah setelah penggantinya ada", _S),
    Keterangan("syarat_izin_mendagri", "Setelah izin Mendagri terbit", _S),
    Keterangan("syarat_pertek", "Setelah pertek BKN terbit", _S),
    Keterangan("syarat_persetujuan_khusus", "Setelah persetujuan jabatan khusus terbit", _S),
    Keterangan("syarat_data", "Setelah data kepegawaian diperbaiki", _S),
    Keterangan("dispensasi", "Belum cukup lama pada jabatan; dispensasi diterima", _K),
    Keterangan("keberatan_asal", "Keberatan kepala unit asal telah dipertimbangkan", _K),
    Keterangan("keberatan_tujuan", "Keberatan kepala unit tujuan telah dipertimbangkan", _K),
    Keterangan("unit_diam", "Kepala unit tidak menjawab sampai batas waktu", _K),
    Keterangan("tanpa_catatan_atasan", "Catatan percakapan atasan belum ada", _K),
    Keterangan("bersedia", "Pegawai menyatakan bersedia", _K, ("keberatan_pegawai", "tanpa_jawab")),
    Keterangan("keberatan_pegawai", "Pegawai menyatakan keberatan", _K, ("tanpa_jawab",)),
    Keterangan("tanpa_jawab", "Pegawai belum menjawab", _K),
    Keterangan("belum_mampu", "Pegawai merasa belum mampu; pelatihan ditawarkan", _K),
    Keterangan("anggota_menghindar", "Ada anggota yang tidak ikut memutus nama ini", _K),
    Keterangan("beda_pendapat", "Ada pendapat berbeda, dimuat di berita acara", _K),
    Keterangan("tanpa_banding", "Hanya satu calon memenuhi syarat", _K),
    Keterangan("K1", "Lebih dari 60 bulan pada jabatan", _T, ("bersedia",)),
    Keterangan("K2", "Kebutuhan mendesak", _T, ("bersedia",)),
    Keterangan("K3", "Sanksi", _T, ("bersedia",)),
    Keterangan("K4", "Penataan organisasi", _T, ("bersedia",)),
    Keterangan("K5", "Penugasan tertulis PPK", _T, ("bersedia",)),
)
KETERANGAN: dict[str, Keterangan] = {satu.kode: satu for satu in _DAFTAR}
# Recommendations under which nobody moves: neither conditions nor grounds belong to them.
TIDAK_PINDAH = frozenset({"ditunda", "tidak_direkomendasikan"})


def cela_keterangan(kode: Collection[str]) -> tuple[str, ...]:
    """Everything wrong with the remarks behind one name, a sentence each; empty: they may stand."""
    asing = sorted(satu for satu in kode if satu not in KETERANGAN)
    if asing:
        return (f"Keterangan tidak dikenal: {daftar(asing)}.",)
    ganda = sorted(satu for satu, n in Counter(kode).items() if n > 1)
    dipakai = [KETERANGAN[satu] for satu in dict.fromkeys(kode)]
    return (
        *(f"Keterangan '{KETERANGAN[satu].kata}' ditulis lebih dari sekali." for satu in ganda),
        *_cela_rekomendasi(dipakai),
        *(
            f"'{satu.kata}' tidak dapat bersama '{KETERANGAN[lain].kata}'."
            for satu in dipakai
            for lain in satu.kecuali
            if lain in kode
        ),
    )


def _cela_rekomendasi(dipakai: list[Keterangan]) -> list[str]:
    rekomendasi = [satu for satu in dipakai if satu.golongan is Golongan.REKOMENDASI]
    if not rekomendasi:
        return ["Belum ada rekomendasi untuk nama ini."]
    if len(rekomendasi) > 1:
        kata = daftar(f"'{satu.kata}'" for satu in rekomendasi)
        return [f"Satu nama hanya mendapat satu rekomendasi, bukan {kata}."]
    satu = rekomendasi[0]
    syarat = [k for k in dipakai if k.golongan is Golongan.SYARAT]
    dasar = [k for k in dipakai if k.golongan is Golongan.TANPA_KESEDIAAN]
    cela = []
    if satu.kode == "bersyarat" and not syarat:
        cela.append("Sebutkan syaratnya.")
    if satu.kode in TIDAK_PINDAH | {"direkomendasikan"} and syarat:
        cela.append(f"'{satu.kata}' tidak memakai syarat.")
    if satu.kode in TIDAK_PINDAH and dasar:
        cela.append(f"'{satu.kata}' tidak memerlukan dasar tanpa kesediaan.")
    return cela


def bunyi_keterangan(kode: Collection[str]) -> str:
    """The remarks as the minutes print them, in the order of the list."""
    return "; ".join(satu.kata for satu in _DAFTAR if satu.kode in kode)

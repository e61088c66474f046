"""Consent to a move: what a person answered, what silence is, and on which ground one may go on.

Consent is *ingin* or *bersedia*, for the very post and the very words he was told, while it lasts.
*Netral* objects to nothing and consents to nothing: like silence it leaves the move without
consent. A move without consent needs one of five named grounds whose facts are checked, and it is
counted. An own request that he signed is an answer *ingin*.

Whoever says *merasa belum mampu* is talked with and offered a training, then asked again; a ground
does not spare the office that talk, but for a sanction, which is carried out at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mutasi.kernel.kesediaan_dasar import DasarSepihak, Fakta, KodeDasar, periksa_dasar
from penilaian.kernel.kata import tanggal
from penilaian.kernel.putusan import Hasil, Putusan


class Jawaban(StrEnum):
    """The four answers."""

    INGIN = "ingin"
    BERSEDIA = "bersedia"
    NETRAL = "netral"
    KEBERATAN = "keberatan"


SEBUTAN_JAWABAN = {
    Jawaban.INGIN: "Menginginkan",
    Jawaban.BERSEDIA: "Bersedia",
    Jawaban.NETRAL: "Tidak berkeberatan, menyerahkan kepada pimpinan",
    Jawaban.KEBERATAN: "Berkeberatan",
}
SETUJU = frozenset({Jawaban.INGIN, Jawaban.BERSEDIA})


class Alasan(StrEnum):
    """Why, in codes that can be counted; words beside them."""

    KELUARGA = "keluarga"
    JARAK = "jarak"
    KESEHATAN = "kesehatan"
    KARIER = "karier"
    BELUM_MAMPU = "belum_mampu"
    TUGAS = "tugas"
    LAIN = "lain"


SEBUTAN_ALASAN = {
    Alasan.KELUARGA: "Keluarga",
    Alasan.JARAK: "Jarak",
    Alasan.KESEHATAN: "Kesehatan (rinciannya tidak ditulis di sini)",
    Alasan.KARIER: "Pengembangan karier",
    Alasan.BELUM_MAMPU: "Merasa belum mampu",
    Alasan.TUGAS: "Tugas yang sedang berjalan",
    Alasan.LAIN: "Lainnya",
}


@dataclass(frozen=True)
class Dialog:
    """The talk after *merasa belum mampu*: the training offered in words, and until which day a
    second answer is awaited."""

    pelatihan: str
    batas: date


@dataclass(frozen=True)
class Pernyataan:
    """One answer. ``versi``: the content of the case it was given to; ``dialog``: the talk it led
    to.

    ``berlaku_sampai``: the last day it counts; None: until the decree.
    """

    jawaban: Jawaban
    pada: date
    versi: int
    berlaku_sampai: date | None = None
    alasan: Alasan | None = None
    dialog: Dialog | None = None


class Keadaan(StrEnum):
    """Where consent stands; the words are those of the screen."""

    MENUNGGU = "menunggu jawaban"
    SETUJU = "setuju"
    NETRAL = "menyerahkan kepada pimpinan"
    KEBERATAN = "keberatan"
    PERLU_DIALOG = "perlu dialog dan tawaran pelatihan"
    MENUNGGU_KEDUA = "menunggu jawaban kedua"
    DIAM = "tidak menjawab"
    KEDALUWARSA = "jawaban lewat masa berlaku"
    BERUBAH = "usulan berubah sesudah dijawab"


@dataclass(frozen=True)
class Permintaan:
    """What was asked: of which content, and until which day an answer is awaited."""

    versi: int
    batas: date


@dataclass(frozen=True)
class Lanjut:
    """Whether the case may go on. ``sepihak``: without consent, and therefore counted."""

    boleh: bool
    keadaan: Keadaan | None
    bunyi: str
    perbaikan: str = ""
    sepihak: bool = False
    dasar: Putusan | None = None


def kesalahan_jawaban(
    jawaban: Jawaban, alasan: Alasan | None, uraian: str, *, min_huruf: int
) -> list[str]:
    """What keeps an answer from being recorded, in sentences; empty when it may be."""
    salah = []
    if jawaban is Jawaban.KEBERATAN and alasan is None:
        salah.append("Pilih alasan keberatannya.")
    if alasan is Alasan.BELUM_MAMPU and jawaban in SETUJU:
        salah.append("Merasa belum mampu dipilih bersama jawaban selain menginginkan dan bersedia.")
    if alasan is Alasan.LAIN and len(uraian.strip()) < min_huruf:
        salah.append(f"Jelaskan alasan lainnya, paling sedikit {min_huruf} huruf.")
    return salah


def keadaan(jawab: Sequence[Pernyataan], minta: Permintaan, *, per: date) -> Keadaan:
    """Where consent stands on the day; the latest answer counts (of one day, the last given).

    Silence is never consent.
    """
    urut = sorted((satu for satu in jawab if satu.pada <= per), key=lambda satu: satu.pada)
    if not urut:
        return Keadaan.MENUNGGU if per <= minta.batas else Keadaan.DIAM
    akhir = urut[-1]
    if akhir.versi != minta.versi:
        return Keadaan.BERUBAH
    if akhir.berlaku_sampai is not None and per > akhir.berlaku_sampai:
        return Keadaan.KEDALUWARSA
    if akhir.jawaban in SETUJU:
        return Keadaan.SETUJU
    # An answer after the talk is the second one and stands as it is.
    pertama = not any(satu.dialog for satu in urut[:-1])
    if akhir.alasan is Alasan.BELUM_MAMPU and pertama:
        dialog = akhir.dialog
        if dialog is None or not dialog.pelatihan.strip():
            return Keadaan.PERLU_DIALOG
        if per <= dialog.batas:
            return Keadaan.MENUNGGU_KEDUA
    return Keadaan.NETRAL if akhir.jawaban is Jawaban.NETRAL else Keadaan.KEBERATAN


def boleh_lanjut(
    jawab: Sequence[Pernyataan],
    minta: Permintaan | None,
    dasar: DasarSepihak | None,
    fakta: Fakta,
    *,
    per: date,
) -> Lanjut:
    """``minta`` None: the matrix of steps asks nobody's consent for this kind of move."""
    if minta is None:
        return Lanjut(True, None, "Kesediaan tidak diminta untuk jenis perpindahan ini.")
    kini = keadaan(jawab, minta, per=per)
    if kini is Keadaan.SETUJU:
        return Lanjut(True, kini, _BUNYI[kini])
    sanksi = dasar is not None and dasar.kode is KodeDasar.K3
    if kini in _TUNGGU and not sanksi:
        return Lanjut(False, kini, _BUNYI[kini], _tunggu(kini, jawab, minta))
    if dasar is None:
        return Lanjut(False, kini, _BUNYI[kini], _CARI_DASAR[kini])
    putusan = periksa_dasar(dasar, fakta, per=per)
    if putusan.putusan is Hasil.LOLOS:
        bunyi = f"{_BUNYI[kini]} Dilanjutkan tanpa persetujuan dengan dasar {dasar.kode}: "
        return Lanjut(True, kini, bunyi + putusan.bunyi, sepihak=True, dasar=putusan)
    return Lanjut(False, kini, f"{_BUNYI[kini]} {putusan.bunyi}", putusan.perbaikan, dasar=putusan)


_TUNGGU = frozenset({Keadaan.MENUNGGU, Keadaan.PERLU_DIALOG, Keadaan.MENUNGGU_KEDUA})
_BUNYI = {
    Keadaan.SETUJU: "Pegawai menyatakan setuju.",
    Keadaan.MENUNGGU: "Pegawai masih dapat menjawab.",
    Keadaan.DIAM: "Pegawai tidak menjawab sampai batas waktu; diam bukan persetujuan.",
    Keadaan.NETRAL: "Pegawai tidak berkeberatan, tetapi juga tidak menyatakan setuju.",
    Keadaan.KEBERATAN: "Pegawai menyatakan keberatan.",
    Keadaan.PERLU_DIALOG: "Pegawai merasa belum mampu.",
    Keadaan.MENUNGGU_KEDUA: "Pegawai masih dapat memberi jawaban kedua sesudah dialog.",
    Keadaan.KEDALUWARSA: "Jawaban pegawai sudah lewat masa berlakunya.",
    Keadaan.BERUBAH: "Usulan berubah sesudah pegawai menjawab.",
}
_PILIH = "sebutkan dasar perpindahan tanpa persetujuan (K1 sampai K5)"
_CARI_DASAR = {
    Keadaan.DIAM: f"Minta jawabannya sekali lagi, atau {_PILIH}.",
    Keadaan.NETRAL: f"Tanyakan sekali lagi, atau {_PILIH}.",
    Keadaan.KEBERATAN: f"Tawarkan jabatan lain, atau {_PILIH}.",
    Keadaan.KEDALUWARSA: f"Minta pernyataan baru, atau {_PILIH}.",
    Keadaan.BERUBAH: f"Beritahukan perubahannya dan minta jawaban baru, atau {_PILIH}.",
}


def _tunggu(kini: Keadaan, jawab: Sequence[Pernyataan], minta: Permintaan) -> str:
    if kini is Keadaan.PERLU_DIALOG:
        return "Adakan dialog, catat pelatihan yang ditawarkan, lalu minta jawaban kedua."
    batas = minta.batas
    if kini is Keadaan.MENUNGGU_KEDUA:
        batas = max(satu.dialog.batas for satu in jawab if satu.dialog)
    return f"Tunggu jawabannya sampai {tanggal(batas)}."

"""The five grounds on which a move may go on without consent, each with the facts it stands on.

PERENCANA 5 names them; PP 11/2017 Pasal 190 lets the PPK move people for the need of the agency,
which these grounds narrow and make countable. What the register does not know leaves a ground
unproven, never proven.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from penilaian.kernel.kata import tanggal
from penilaian.kernel.perkara import Hukuman
from penilaian.kernel.putusan import (
    Penyedia,
    Putusan,
    Temuan,
    gabung,
    gagal,
    lolos,
    tak_tahu,
)
from penilaian.kernel.syarat_status import sedang_kena


class KodeDasar(StrEnum):
    """The grounds of the published check of consent."""

    K1 = "K1"
    K2 = "K2"
    K3 = "K3"
    K4 = "K4"
    K5 = "K5"


JUDUL_DASAR = {
    KodeDasar.K1: "Terlalu lama pada satu jabatan",
    KodeDasar.K2: "Kebutuhan mendesak",
    KodeDasar.K3: "Pelaksanaan hukuman disiplin",
    KodeDasar.K4: "Perubahan organisasi",
    KodeDasar.K5: "Penugasan tertulis PPK",
}
HUKUM_DASAR = {
    KodeDasar.K1: "PP 11/2017 Pasal 190 ayat (3)",
    KodeDasar.K2: "PP 11/2017 Pasal 190 ayat (4)",
    KodeDasar.K3: "PP 94/2021 Pasal 8 ayat (4)",
    KodeDasar.K4: "Peraturan tentang susunan organisasi dan tata kerja",
    KodeDasar.K5: "PP 11/2017 Pasal 190 dan 191",
}
# Its words tell of discipline: shown only to those with that right.
DASAR_PEKA = frozenset({KodeDasar.K3})


@dataclass(frozen=True)
class DasarSepihak:
    """A ground as somebody wrote it down: with words, and the paper it rests on.

    ``oleh_ppk``: the paper is signed by the PPK himself. ``sampai``: the day the assignment ends,
    where it is limited.
    """

    kode: KodeDasar
    uraian: str = ""
    nomor: str = ""
    tanggal: date | None = None
    oleh_ppk: bool = False
    sampai: date | None = None


@dataclass(frozen=True)
class Fakta:
    """What the register says on the move. None: nobody knows.

    ``hukuman`` as the pair rules read it; ``asal_berakhir``: the post he holds ends, or passes into
    another, by a structure decided or in force.
    """

    tmt: date
    maks_bulan_jabatan: int
    min_huruf_alasan: int
    tmt_jabatan: date | None = None
    butuh: int | None = None
    isi: int | None = None
    hukuman: tuple[Hukuman, ...] | None = None
    asal_berakhir: bool | None = None


def periksa_dasar(dasar: DasarSepihak, fakta: Fakta, *, per: date) -> Putusan:
    """Whether the ground holds, with its sentence and what would cure it."""
    return _UJI[dasar.kode](dasar, fakta, per).sebagai(dasar.kode, HUKUM_DASAR[dasar.kode])


def _lama(dasar: DasarSepihak, fakta: Fakta, per: date) -> Temuan:
    """Longer than the constant on the TMT of the move: exactly so many months are not more."""
    mulai, maks = fakta.tmt_jabatan, fakta.maks_bulan_jabatan
    if mulai is None:
        return tak_tahu("TMT jabatan sekarang belum tercatat.", Penyedia.SIASN, "TMT jabatan")
    bulan = bulan_penuh(mulai, fakta.tmt)
    bunyi = f"{bulan} bulan pada jabatan sekarang pada TMT"
    if bulan > maks:
        return lolos(f"{bunyi}, lebih dari {maks}.", bulan_jabatan=bulan)
    sejak = tanggal(tambah_bulan(mulai, maks + 1))
    return gagal(
        f"{bunyi}, belum lebih dari {maks}.", f"Berlaku untuk TMT mulai {sejak}.", pulih=True,
        bulan_jabatan=bulan,
    )  # fmt: skip


def _mendesak(dasar: DasarSepihak, fakta: Fakta, per: date) -> Temuan:
    """A seat is empty there by the figures, and somebody says why it cannot wait."""
    return gabung(_kurang(fakta), _beralasan(dasar, fakta))


def _kurang(fakta: Fakta) -> Temuan:
    if fakta.butuh is None or fakta.isi is None:
        return tak_tahu(
            "Kebutuhan jabatan tujuan belum ditetapkan.", Penyedia.ORGANISASI, "kebutuhannya"
        )
    angka = {"butuh": fakta.butuh, "isi": fakta.isi}
    if fakta.isi < fakta.butuh:
        return lolos(f"Jabatan tujuan terisi {fakta.isi} dari {fakta.butuh}.", **angka)
    return gagal(
        f"Jabatan tujuan tidak kekurangan: terisi {fakta.isi} dari {fakta.butuh}.",
        "Pilih dasar lain, atau perbarui kebutuhannya.", pulih=True, **angka,
    )  # fmt: skip


def _beralasan(dasar: DasarSepihak, fakta: Fakta) -> Temuan:
    if len(dasar.uraian.strip()) >= fakta.min_huruf_alasan:
        return lolos("Kemendesakannya diuraikan.")
    return gagal(
        "Kemendesakannya belum diuraikan.",
        f"Uraikan mengapa tidak dapat menunggu, paling sedikit {fakta.min_huruf_alasan} huruf.",
        pulih=True,
    )


def _sanksi(dasar: DasarSepihak, fakta: Fakta, per: date) -> Temuan:
    """Only heavy sanctions move a person (PP 94/2021 Pasal 8 ayat (4)); one still in process does
    not yet."""
    return gabung(_hukuman(fakta), _surat(dasar, "keputusan hukuman disiplin", per))


def _hukuman(fakta: Fakta) -> Temuan:
    if fakta.hukuman is None:
        return tak_tahu("Catatan disiplin belum dinyatakan lengkap.", Penyedia.BKD,
                        "catatan disiplin")  # fmt: skip
    jalan = [h for h in fakta.hukuman if not h.sedang_proses and sedang_kena(h, fakta.tmt)]
    if any(h.tingkat == "B" for h in jalan):
        return lolos("Ada hukuman disiplin berat yang dijalani pada TMT.")
    return gagal(
        "Tidak ada hukuman disiplin berat yang dijalani pada TMT.",
        "Catat hukumannya di riwayat disiplin, atau pilih dasar lain.",
        pulih=True,
    )


def _organisasi(dasar: DasarSepihak, fakta: Fakta, per: date) -> Temuan:
    """The post he holds ends, by a regulation that is named."""
    if fakta.asal_berakhir is None:
        akhir = tak_tahu("Belum diketahui apakah jabatan sekarang berakhir.",
                         Penyedia.ORGANISASI, "susunan organisasi yang baru")  # fmt: skip
    elif fakta.asal_berakhir:
        akhir = lolos("Jabatan sekarang berakhir atau beralih menurut susunan organisasi.")
    else:
        akhir = gagal("Jabatan sekarang tetap ada dalam susunan organisasi.",
                      "Pilih dasar lain.", pulih=False)  # fmt: skip
    return gabung(akhir, _surat(dasar, "peraturan susunan organisasi", per))


def _penugasan(dasar: DasarSepihak, fakta: Fakta, per: date) -> Temuan:
    """Written and signed by the PPK; one that ends must not end before it begins."""
    if dasar.oleh_ppk:
        penanda = lolos("Ditandatangani PPK.")
    else:
        penanda = gagal("Penugasannya tidak ditandatangani PPK.",
                        "Lampirkan penugasan tertulis dari PPK.", pulih=True)  # fmt: skip
    if dasar.sampai is not None and dasar.sampai <= fakta.tmt:
        masa = gagal(f"Penugasannya berakhir {tanggal(dasar.sampai)}, sebelum perpindahan dimulai.",
                     "Perbaiki jangka waktunya.", pulih=True)  # fmt: skip
    elif dasar.sampai is not None:
        masa = lolos(f"Berlaku sampai {tanggal(dasar.sampai)}; sesudahnya kembali.")
    else:
        masa = lolos("")
    return gabung(_surat(dasar, "penugasan PPK", per), penanda, masa)


def _surat(dasar: DasarSepihak, sebutan: str, per: date) -> Temuan:
    """Number and day of the paper; a day still to come is none."""
    if not dasar.nomor.strip() or dasar.tanggal is None:
        return gagal(f"Nomor dan tanggal {sebutan} belum dicatat.",
                     f"Catat nomor dan tanggal {sebutan}.", pulih=True)  # fmt: skip
    if dasar.tanggal > per:
        return gagal(f"Tanggal {sebutan} masih di muka: {tanggal(dasar.tanggal)}.",
                     "Perbaiki tanggalnya.", pulih=True)  # fmt: skip
    return lolos(
        f"{sebutan[0].upper()}{sebutan[1:]} nomor {dasar.nomor} tanggal {tanggal(dasar.tanggal)}."
    )


_UJI: dict[KodeDasar, Callable[[DasarSepihak, Fakta, date], Temuan]] = {
    KodeDasar.K1: _lama,
    KodeDasar.K2: _mendesak,
    KodeDasar.K3: _sanksi,
    KodeDasar.K4: _organisasi,
    KodeDasar.K5: _penugasan,
}

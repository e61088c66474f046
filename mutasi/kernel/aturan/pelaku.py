"""Who may act on a case: three different persons, nobody on himself or his kin (H24); and who acts
instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mutasi.kernel.aturan.dasar import Lingkup, aturan
from penilaian.kernel.putusan import Temuan, gagal, lolos


class Fungsi(StrEnum):
    """What an act is, for keeping persons apart; ``CATAT``: writing down what others did."""

    SUSUN = "menyusun"
    PERIKSA = "memeriksa"
    SETUJU = "memutuskan"
    CATAT = "mencatat"


@dataclass(frozen=True)
class Tindak:
    """An act: whose (``pelaku``: the user), in which role, of which function.

    ``sebutan``: how a sentence names the role.
    """

    pelaku: int
    peran: str
    fungsi: Fungsi
    sebutan: str = ""


@dataclass(frozen=True)
class Perbuatan:
    """An act about to happen on one case.

    ``sebelumnya``: the acts on the present content, oldest first. ``diri``: the case is about the
    actor. ``kerabat``: a tie between both is declared; of which kind nobody is told.
    ``milik_sendiri``: only the person himself does this (own request, answer, objection).
    ``rangkap_sah``: the lawful double roles (``organisasi.izin_rangkap.RANGKAP_SAH``).
    """

    tindak: Tindak
    sebelumnya: tuple[Tindak, ...]
    rangkap_sah: frozenset[frozenset[str]]
    diri: bool = False
    kerabat: bool = False
    milik_sendiri: bool = False


@dataclass(frozen=True)
class Pengganti:
    """Who takes the step of a role that may not act: roles, a sentence, a basis.

    ``peran`` empty: nobody here; the sentence says who.
    """

    peran: tuple[str, ...]
    kalimat: str
    dasar: str


_UU_30 = "UU 30/2014 Pasal 42-45 (perlu verifikasi Bagian Hukum)"
_KANTOR = "Kebijakan instansi (bawaan)"
PENGGANTI: Mapping[str, Pengganti] = {
    "pyb": Pengganti(("ppk",), "Langkah PyB diambil PPK.", _UU_30),
    "ppk": Pengganti(
        (), "Langkah PPK diambil pejabat atasannya (Gubernur atau Mendagri): ia diberi peran PPK "
        "menurut suratnya, lalu keputusannya dicatat dari kertas.",
        _UU_30,
    ),
    "kepala_bkpsdm": Pengganti(("pyb",), "Langkah Kepala BKPSDM diambil PyB (Sekda).", _UU_30),
    "kabid_mutasi": Pengganti(
        ("kepala_bkpsdm",), "Langkah Kepala Bidang Mutasi diambil Kepala BKPSDM.", _KANTOR
    ),
    "kepala_unit": Pengganti(
        ("kepala_unit", "pyb"), "Langkah kepala unit diambil atasannya; untuk kepala OPD oleh PyB.",
        _KANTOR,
    ),
    "tpk_ketua": Pengganti(
        ("tpk_anggota",), "Sidang untuk nama ini dipimpin anggota yang dipilih anggota lain.",
        _KANTOR,
    ),
    "tpk_sekretaris": Pengganti(
        ("tpk_anggota",), "Bagian nama ini dicatat seorang anggota TPK.", _KANTOR
    ),
    "tpk_anggota": Pengganti(
        (), "Anggota itu menghindar; kuorum untuk nama ini dihitung tanpa dia.", _UU_30
    ),
}  # fmt: skip


def pengganti(peran: str) -> Pengganti:
    """Who takes a step whose own role may not; for most it is another holder of the same role."""
    lain = Pengganti((str(peran),), "Langkah ini diambil pejabat lain dengan peran sama.", _KANTOR)
    return PENGGANTI.get(peran, lain)


@aturan(
    "H24",
    Lingkup.LANGKAH,
    judul="Penyusun, pemeriksa, dan pemutus orang berbeda; tidak untuk diri sendiri atau kerabat",
    dasar="PP 11/2017 Pasal 190 ayat (5); PermenPANRB 17/2024; UU 30/2014 Pasal 42-45",
    memeriksa="Pelaku bukan yang bersangkutan dan bukan kerabatnya; yang menyusun, memeriksa, dan "
    "memutuskan orang berbeda; tidak ada yang memegang dua peran pada satu usulan, kecuali rangkap "
    "yang sah.",
)
def h24(perbuatan: Perbuatan) -> Temuan:
    """Not curable by time or paper: somebody else acts."""
    kini = perbuatan.tindak
    if perbuatan.diri:
        if perbuatan.milik_sendiri:
            return lolos("Perbuatan ini memang milik yang bersangkutan.")
        return _tolak("Usulan ini mengenai Anda sendiri.", kini.peran)
    if perbuatan.milik_sendiri:
        return gagal(
            "Perbuatan ini hanya milik yang bersangkutan.",
            "Mintakan langsung kepadanya, atau catat jawabannya dari surat.",
            pulih=False,
        )
    if perbuatan.kerabat:
        return _tolak("Anda wajib menghindar dari usulan ini.", kini.peran)
    for lalu in perbuatan.sebelumnya:
        if _bentrok(lalu, kini, perbuatan.rangkap_sah):
            return _tolak(_merangkap(lalu, kini), kini.peran)
    return lolos("Pelaku bukan pihak dan tidak merangkap.")


def _bentrok(lalu: Tindak, kini: Tindak, rangkap: frozenset[frozenset[str]]) -> bool:
    """Two roles, or two functions in one; who only records holds none."""
    return (
        lalu.pelaku == kini.pelaku
        and Fungsi.CATAT not in (lalu.fungsi, kini.fungsi)
        and (lalu.peran, lalu.fungsi) != (kini.peran, kini.fungsi)
        and frozenset({lalu.peran, kini.peran}) not in rangkap
    )


def _merangkap(lalu: Tindak, kini: Tindak) -> str:
    if lalu.peran == kini.peran:
        return (
            f"Anda sudah {lalu.fungsi.value} usulan ini; yang {kini.fungsi.value} harus orang lain."
        )
    return (
        f"Anda sudah bertindak sebagai {lalu.sebutan or lalu.peran} untuk usulan ini, jadi tidak "
        f"boleh sekaligus menjadi {kini.sebutan or kini.peran}."
    )


def _tolak(bunyi: str, peran: str) -> Temuan:
    return gagal(bunyi, pengganti(peran).kalimat, pulih=False)

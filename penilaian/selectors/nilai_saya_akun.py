"""An account as people read it: one set of words and figures for screen, paper and JSON.

Every figure is the kernel's own, written with a decimal comma; nothing is computed again here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from penilaian.kernel.angka_kata import bunyi_angka, teks_angka
from penilaian.kernel.kriteria import Kriteria, Perangkat
from penilaian.kernel.skor import Akun, Baris, Keadaan, akun_dari
from penilaian.models import BilaKosong, HasilPenilaian
from penilaian.selectors.nilai_saya_bukti import Rujukan, rujukan_akun
from penilaian.snapshots.perangkat import perangkat_dari

KEADAAN = {
    Keadaan.ANGKA: "terukur",
    Keadaan.TIDAK_LENGKAP: "belum dinilai",
    Keadaan.TIDAK_DAPAT_DIPERIKSA: "tidak dapat diperiksa",
}
_BELUM = "belum dinilai"


@dataclass(frozen=True)
class BarisAkun:
    """One line. Figures as text; ``mulai``, ``panjang`` and ``sisa`` place its bar on 0 to 100."""

    kode: str
    nama: str
    bunyi: str
    keadaan: str
    terukur: bool
    mentah: str
    nilai: str
    poin: str
    bobot: str
    bobot_pakai: str
    keterangan: str
    alasan: str
    siapa: str
    dasar: str
    aturan: str
    bukti_diminta: str
    bila_kosong: str
    bukti: tuple[Rujukan, ...]
    mulai: str
    panjang: str
    sisa: str
    ujung: str

    @property
    def bobot_berubah(self) -> bool:
        """Whether it counted with another weight than published."""
        return self.bobot != self.bobot_pakai

    @property
    def dihitung(self) -> bool:
        """Whether its weight counts at all (it may have been shared among the others)."""
        return self.bobot_pakai != "0"


@dataclass(frozen=True)
class LayarAkun:
    """The whole account as shown; ``akun`` and ``perangkat`` are what it was made from."""

    hasil: HasilPenilaian
    akun: Akun
    perangkat: Perangkat
    baris: tuple[BarisAkun, ...]

    @property
    def skor(self) -> str:
        """The score, or the word for having none."""
        return _BELUM if self.akun.skor is None else bunyi_angka(self.akun.skor)

    @property
    def panjang(self) -> str:
        """The bar of the whole."""
        return _svg(self.akun.skor or Decimal(0))

    @property
    def kurang(self) -> tuple[BarisAkun, ...]:
        """The lines without points."""
        return tuple(satu for satu in self.baris if not satu.terukur)

    @property
    def awal(self) -> str:
        """The sentence up to the score, or the whole of it where there is none."""
        masa = _kecil_awal(self.hasil.penilaian.periode.nama)
        if self.akun.skor is not None:
            return f"Nilai Anda {masa}:"
        if self.akun.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA:
            return (
                f"Nilai Anda {masa} belum dapat dihitung: ada data yang tidak dapat diperiksa "
                "kebenarannya."
            )
        return (
            f"Nilai Anda {masa} belum dapat dihitung: {len(self.kurang)} dari {len(self.baris)} "
            "kriteria belum ada datanya. Ini bukan nilai 0."
        )

    @property
    def akhir(self) -> str:
        """The sentence after the score."""
        if self.akun.skor is None:
            return ""
        kurang = len(self.kurang)
        lagi = f"; {kurang} kriteria lain belum ada datanya" if kurang else ""
        return f"dari 100, dihitung dari {len(self.baris) - kurang} kriteria{lagi}."

    @property
    def kalimat(self) -> str:
        """The score as one sentence, or why there is none."""
        return f"{self.awal} {self.skor} {self.akhir}" if self.akhir else self.awal


def layar_akun(hasil: HasilPenilaian, rincian: str) -> LayarAkun:
    """A stored result with its published set, in two queries (criteria, evidence)."""
    akun, perangkat = akun_dari(rincian), perangkat_dari(hasil.penilaian.perangkat)
    menurut = {satu.kode: satu for satu in perangkat.kriteria}
    bukti = rujukan_akun(akun)
    jalan, baris = Decimal(0), []
    for satu in akun.baris:
        baris.append(_baris(satu, menurut[satu.kriteria], jalan, bukti[satu.kriteria]))
        jalan += satu.sumbangan or Decimal(0)
    return LayarAkun(hasil, akun, perangkat, tuple(baris))


def _baris(
    satu: Baris, kriteria: Kriteria, mulai: Decimal, bukti: tuple[Rujukan, ...]
) -> BarisAkun:
    poin = satu.sumbangan or Decimal(0)
    return BarisAkun(
        kode=satu.kriteria,
        nama=satu.sumber.nama,
        bunyi=kriteria.bunyi,
        keadaan=KEADAAN[satu.mentah.keadaan],
        terukur=satu.terukur,
        mentah=_mentah(satu, kriteria),
        nilai=_BELUM if satu.nilai is None else bunyi_angka(satu.nilai),
        poin=_BELUM if satu.sumbangan is None else bunyi_angka(satu.sumbangan),
        bobot=bunyi_angka(satu.bobot),
        bobot_pakai=bunyi_angka(satu.bobot_pakai),
        keterangan=satu.mentah.alasan,
        alasan=satu.alasan,
        siapa=satu.mentah.siapa,
        dasar=satu.dasar,
        aturan=kriteria.skala.bunyi(kriteria.satuan),
        bukti_diminta=kriteria.bukti,
        bila_kosong=str(BilaKosong(kriteria.bila_kosong.value).label),
        bukti=bukti,
        mulai=_svg(mulai),
        panjang=_svg(poin),
        sisa=_svg(max(satu.bobot_pakai - poin, Decimal(0))),
        ujung=_svg(mulai + poin),
    )


def _mentah(satu: Baris, kriteria: Kriteria) -> str:
    nilai = satu.mentah.nilai
    if nilai is None:
        return KEADAAN[satu.mentah.keadaan]
    return bunyi_angka(nilai, kriteria.satuan) if isinstance(nilai, Decimal) else nilai


def _svg(nilai: Decimal) -> str:
    """As an attribute of a drawing: a decimal point in every language."""
    return teks_angka(nilai)


def _kecil_awal(teks: str) -> str:
    return teks[:1].lower() + teks[1:]

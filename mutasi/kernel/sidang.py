"""What one name of a session comes to: votes, quorum for that name, and what is still wrong.

Our reading, stated on the page: a vote is about the recommendation as it is written, so *setuju*
agrees also with postponing or refusing, and *tidak setuju* is a dissent, which says why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mutasi.kernel.keterangan import (
    KETERANGAN,
    TIDAK_PINDAH,
    Golongan,
    cela_keterangan,
)
from mutasi.kernel.kuorum import (
    Anggota,
    HasilNama,
    Kuorum,
    Mode,
    PutusanNama,
    Suara,
    kuorum,
    putuskan_nama,
)

MENYINGKIR = "anggota_menghindar"
BEDA = "beda_pendapat"
OTOMATIS = (MENYINGKIR, BEDA)  # follow from the votes; nobody ticks them
REKOMENDASI = tuple(k for k in KETERANGAN.values() if k.golongan is Golongan.REKOMENDASI)
MAKS_PERTIMBANGAN = 500  # letters that fit a row of the printed minutes
_SUARA = {"setuju": Suara.SETUJU, "tidak": Suara.TIDAK, "abstain": Suara.ABSTAIN}
MUNDUR = "mundur"


@dataclass(frozen=True)
class Aturan:
    """The parameters a session began with."""

    pecahan: Fraction
    mode: Mode
    ketua_menentukan: bool

    @property
    def kalimat(self) -> str:
        """For the page and the minutes."""
        ketua = "; bila seimbang, suara ketua menentukan" if self.ketua_menentukan else ""
        return f"Kuorum {self.pecahan} anggota bersuara; keputusan dengan {self.mode}{ketua}."


@dataclass(frozen=True)
class Nama:
    """One name: the quorum without those who stood aside, and what the votes come to."""

    kuorum: Kuorum
    putusan: PutusanNama

    @property
    def sah(self) -> bool:
        """Whether this name can be decided at all."""
        return self.putusan.hasil is not HasilNama.TIDAK_SAH

    @property
    def kalimat(self) -> str:
        """Votes and quorum of this name."""
        return f"{self.putusan.kalimat} {kalimat_kuorum(self.kuorum)}"


def kalimat_kuorum(k: Kuorum) -> str:
    """The quorum of one name."""
    dari = f"{k.hadir} dari {k.anggota} anggota dihitung, kuorum {k.perlu}"
    return f"{dari}: {'sah' if k.sah else 'tidak sah'} untuk nama ini."


def hitung_nama(anggota: Sequence[Anggota], suara: Mapping[int, str], aturan: Aturan) -> Nama:
    """From the recorded votes (``setuju``, ``tidak``, ``abstain``, ``mundur``) by member.

    Votes of members without a voice, absent or standing aside do not count and are not asked for.
    """
    menghindar = {a.id for a in anggota if suara.get(a.id) == MUNDUR}
    pemilih = {a.id for a in anggota if a.bersuara and a.hadir and a.id not in menghindar}
    sah = {a: _SUARA[s] for a, s in suara.items() if a in pemilih and s in _SUARA}
    putusan = putuskan_nama(
        anggota, sah, pecahan=aturan.pecahan, mode=aturan.mode, menghindar=menghindar,
        ketua_menentukan=aturan.ketua_menentukan,
    )  # fmt: skip
    return Nama(kuorum(anggota, aturan.pecahan, menghindar), putusan)


def putusan_dari(rekomendasi: str) -> str:
    """What a recommendation of the vocabulary does to the case: the code of ``PutusanSidang``."""
    if rekomendasi == "ditunda":
        return "tunda"
    return "tolak" if rekomendasi in TIDAK_PINDAH else "rekomendasi"


def lengkapi_keterangan(kode: Collection[str], suara: Mapping[int, str]) -> list[str]:
    """The remarks with those that follow from the votes, in the order of the list."""
    nyata = {satu for satu in kode if satu not in OTOMATIS}
    if MUNDUR in suara.values():
        nyata.add(MENYINGKIR)
    if "tidak" in suara.values():
        nyata.add(BEDA)
    return [satu for satu in KETERANGAN if satu in nyata] + sorted(nyata - KETERANGAN.keys())


def cela_putusan(
    rekomendasi: str, alasan: str, keterangan: Collection[str], nama: Nama, *, min_huruf: int
) -> tuple[str, ...]:
    """Everything that keeps a recommendation from standing, a sentence each."""
    if not nama.sah:
        return (
            "Kuorum untuk nama ini tidak tercapai karena ada anggota yang menyingkir. Biarkan "
            "tanpa putusan: usulannya tetap menunggu sidang berikutnya.",
        )
    cela = list(cela_keterangan(keterangan))
    if len(alasan.strip()) < min_huruf:
        cela.append(f"Tulis pertimbangan untuk nama ini, paling sedikit {min_huruf} huruf.")
    if len(alasan) > MAKS_PERTIMBANGAN:
        cela.append(f"Pertimbangan paling banyak {MAKS_PERTIMBANGAN} huruf agar dapat dicetak.")
    if putusan_dari(rekomendasi) != "tunda" and nama.putusan.hasil is not HasilNama.DITERIMA:
        cela.append(
            f"Suara yang tercatat belum menyetujui putusan ini ({nama.putusan.kalimat}) Catat "
            "suara anggota, atau tunda nama ini."
        )
    return tuple(cela)

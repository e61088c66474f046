"""A sheet of moves as one: every line judged amid the others, seats, chains, who is displaced.

Drafts (``rancangan``) and files of cases (``berkas_lembar``) are such sheets; they say how their
lines are read (``Cara``). All lines are judged together in a constant number of queries; who may
read them was asked before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q

from mutasi.kernel.rantai import Kursi, Pindah, Rantai, kursi, rantai
from mutasi.kernel.status import Status, status_baris
from mutasi.selectors.serombongan import baca_posisi_terhitung
from pegawai.models import Formasi, JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.snapshots import KetentuanHari, ketentuan_hari

GAYA = {
    Status.GAGAL: "tanda-kurang",
    Status.TAK_TAHU: "tanda-netral tanda-tanya",
    Status.ALASAN: "tanda-awas",
    Status.IZIN: "tanda-lebih",
    Status.LOLOS: "tanda-pas",
    Status.BELUM: "tanda-netral",
}


# What a draft asks words for; a file of cases asks them also where nobody can judge.
BERALASAN = frozenset({Hasil.PERINGATAN})


@dataclass(frozen=True)
class Tanda:
    """Something about a line that follows from the whole draft (H20, H22, the register)."""

    kode: str
    kalimat: str
    gagal: bool


@dataclass
class Baris:
    """One line of the sheet. ``nomor``: its place as people count; ``ikut``: it still moves
    somebody; ``dijawab``: verdicts that a written reason answers."""

    nomor: int
    isi: Any
    ikut: bool = True
    dijawab: frozenset[Hasil] = BERALASAN
    putusan: tuple[Putusan, ...] = ()
    alasan: dict[str, Any] = field(default_factory=dict)
    tanda: list[Tanda] = field(default_factory=list)
    kursi_asal: Kursi | None = None
    kursi_tujuan: Kursi | None = None
    perkara: Perkara | None = None  # as it was judged

    @property
    def pk(self) -> Any:
        """The line's own key."""
        return self.isi.pk

    @property
    def lengkap(self) -> bool:
        """Whether there is a pair to judge."""
        return self.isi.pegawai_id is not None and self.isi.ke_id is not None

    @cached_property
    def penentu(self) -> list[Putusan]:
        """What the rules say beyond "met"."""
        return [p for p in self.putusan if p.putusan is not Hasil.LOLOS]

    @property
    def peringatan(self) -> list[Putusan]:
        """What needs a reason each."""
        return [p for p in self.putusan if p.putusan in self.dijawab]

    @property
    def tanpa_alasan(self) -> list[Putusan]:
        """What of it nobody has answered yet."""
        return [p for p in self.peringatan if p.kode not in self.alasan]

    @cached_property
    def status(self) -> Status:
        """The one word under which the line stands."""
        berat = [p for p in self.putusan if p.putusan is not Hasil.PERINGATAN]
        return status_baris(
            lengkap=self.lengkap,
            hasil=[p.putusan for p in berat if p.putusan not in self.dijawab
                   or p.kode not in self.alasan],
            cacat=any(t.gagal for t in self.tanda),
            tanpa_alasan=len(self.tanpa_alasan),
        )  # fmt: skip

    @property
    def gaya(self) -> str:
        """The shape and colour of that word."""
        return GAYA[self.status]

    @property
    def alasan_rinci(self) -> list[Any]:
        """The reasons that count for this pair."""
        return list(self.alasan.values())

    @property
    def kode(self) -> list[str]:
        """What to look at, in short: codes of failures, unknowns and unanswered warnings."""
        belum = {p.kode for p in self.tanpa_alasan}
        dari_aturan = [
            p.kode for p in self.penentu if p.putusan is not Hasil.PERINGATAN or p.kode in belum
        ]
        return list(dict.fromkeys([t.kode for t in self.tanda if t.kode] + dari_aturan))


@dataclass(frozen=True)
class Terdesak:
    """A holder whose post is given away and for whom the draft has no other (H20)."""

    pegawai: Pegawai
    formasi: Formasi


@dataclass
class Susunan:
    """The whole sheet, judged."""

    baris: list[Baris]
    kursi: dict[int, Kursi]
    posisi: dict[int, Any]
    rantai: list[Rantai]
    terdesak: list[Terdesak]

    @cached_property
    def menurut_pk(self) -> dict[Any, Baris]:
        """Lines by their key."""
        return {b.pk: b for b in self.baris}

    @cached_property
    def hitungan(self) -> Counter[Status]:
        """How many lines stand under each word."""
        return Counter(b.status for b in self.baris)

    @property
    def ringkas(self) -> list[dict[str, Any]]:
        """The same for the sentence on top, from the best to the gravest."""
        urut = (Status.LOLOS, Status.ALASAN, Status.IZIN, Status.TAK_TAHU, Status.GAGAL,
                Status.BELUM)  # fmt: skip
        ada = [(satu, self.hitungan[satu]) for satu in urut if self.hitungan[satu]]
        return [{"kunci": s.name.lower(), "kata": s.value, "jumlah": n} for s, n in ada]

    @property
    def jumlah_tanpa_tujuan(self) -> int:
        """How many are released without a destination."""
        return len(self.tanpa_tujuan)

    @property
    def menjadi_lowong(self) -> list[tuple[Any, Kursi]]:
        """Posts in which the draft empties seats, with the figures."""
        kena = [(self.posisi[pk], k) for pk, k in self.kursi.items() if k.kosong]
        return sorted(kena, key=lambda satu: (satu[0].unit.kiri, satu[0].jabatan.nama))

    @property
    def rantai_baris(self) -> list[tuple[Rantai, list[Baris]]]:
        """Chains with their lines."""
        return [(r, [self.menurut_pk[pk] for pk in r.baris]) for r in self.rantai]

    @property
    def tanpa_tujuan(self) -> list[Baris]:
        """People released without a destination (H20)."""
        return [b for b in self.baris if b.isi.pegawai_id and not b.isi.ke_id]


@dataclass(frozen=True)
class Bahan:
    """The lines that still move somebody, with their seats: what judging them needs."""

    baris: Sequence[Baris]
    pindah: Sequence[Pindah]
    kursi: dict[int, Kursi]
    aturan: KetentuanHari


@dataclass(frozen=True)
class Cara:
    """How the lines of one kind of sheet are read.

    ``nilai`` puts verdicts and reasons on them; ``ikut``: whether a line still moves somebody;
    ``dijawab``: the verdicts a written reason answers; ``nomor``: what people call it by.
    """

    nilai: Callable[[Bahan], None]
    ikut: Callable[[Any], bool] = lambda isi: True
    dijawab: frozenset[Hasil] = BERALASAN
    nomor: Callable[[int, Any], int] = lambda tempat, isi: tempat


@dataclass
class Isi:
    """What ``susun`` found: the parts of a ``Susunan``."""

    baris: list[Baris]
    kursi: dict[int, Kursi]
    posisi: dict[int, Any]
    rantai: list[Rantai]
    terdesak: list[Terdesak]


def susun(
    rows: Sequence[Any], cara: Cara, *, per: date, dinilai: bool = True,
    aturan: KetentuanHari | None = None, terbaca: Mapping[int, Any] | None = None,
) -> Isi:  # fmt: skip
    """Read and judge the lines; without ``dinilai`` only names and seats. ``terbaca``: posts that
    were read before, with need and holders."""
    baris = [
        Baris(cara.nomor(n, isi), isi, cara.ikut(isi), cara.dijawab)
        for n, isi in enumerate(rows, 1)
    ]
    aturan = aturan or ketentuan_hari(per=per)
    ikut = [b for b in baris if b.ikut]
    pindah = [_pindah(b.isi, aturan) for b in ikut]
    posisi = _posisi(pindah, aturan, terbaca or {})
    tempat = kursi(pindah, {pk: (p.butuh, p.isi) for pk, p in posisi.items()})
    for satu, p in zip(ikut, pindah, strict=True):
        satu.kursi_asal = tempat.get(p.dari or 0)
        satu.kursi_tujuan = tempat.get(p.ke or 0)
    if dinilai:
        cara.nilai(Bahan(ikut, pindah, tempat, aturan))
    terdesak = _terdesak([b.isi for b in ikut], tempat, posisi)
    _tandai(ikut, pindah, terdesak)
    return Isi(baris, tempat, posisi, rantai(pindah), terdesak)


def terhitung(formasi: Formasi | None) -> int | None:
    """The post under which this one is counted."""
    return None if formasi is None else formasi.dihitung_ke_id or formasi.pk


def asal(isi: Any) -> Formasi | None:
    """Where the person sits now; the line keeps where he sat when it was written."""
    return isi.pegawai.formasi if isi.pegawai else None


def _pindah(isi: Any, aturan: KetentuanHari) -> Pindah:
    paruh = isi.pegawai is not None and isi.pegawai.status == StatusPegawai.PPPK_PW
    return Pindah(
        isi.pk, isi.pegawai_id, terhitung(asal(isi)), terhitung(isi.ke),
        mengisi=aturan.pw_mengisi or not paruh,
    )  # fmt: skip


def _posisi(
    pindah: Iterable[Pindah], aturan: KetentuanHari, terbaca: Mapping[int, Any]
) -> dict[int, Any]:
    """The posts of these moves; only those nobody has read yet are asked."""
    perlu = {pk for p in pindah for pk in (p.dari, p.ke) if pk is not None}
    ada = {pk: terbaca[pk] for pk in perlu & terbaca.keys()}
    return ada | baca_posisi_terhitung(perlu - ada.keys(), aturan)


def _terdesak(
    rows: Iterable[Any], tempat: dict[int, Kursi], posisi: dict[int, Any]
) -> list[Terdesak]:
    """Officials whose one seat the draft gives to somebody else, and who stay without any."""
    penuh = [
        pk for pk, k in tempat.items()
        if k.lebih and posisi[pk].jabatan.jenis == JenisJabatan.STRUKTURAL
    ]  # fmt: skip
    if not penuh:
        return []
    pergi = {isi.pegawai_id for isi in rows if isi.pegawai_id}
    duduk = Pegawai.objects.tercatat().filter(
        Q(formasi__in=penuh) | Q(formasi__dihitung_ke__in=penuh)
    )
    return [
        Terdesak(orang, posisi[terhitung(orang.formasi) or 0])
        for orang in duduk.select_related("formasi").defer("siasn", "nik_sandi")
        if orang.pk not in pergi
    ]


def _tandai(baris: Sequence[Baris], pindah: Sequence[Pindah], terdesak: Sequence[Terdesak]) -> None:
    """What only the whole draft can say of a line."""
    menurut: dict[int, list[int]] = defaultdict(list)
    for b in baris:
        if b.isi.pegawai_id:
            menurut[b.isi.pegawai_id].append(b.nomor)
    digeser: dict[int, list[str]] = defaultdict(list)
    for t in terdesak:
        digeser[t.formasi.pk].append(t.pegawai.nama_lengkap)
    for b, p in zip(baris, pindah, strict=True):
        isi = b.isi
        lain = [n for n in menurut.get(isi.pegawai_id or 0, []) if n != b.nomor]
        if lain:
            kata = ", ".join(str(n) for n in lain)
            b.tanda.append(Tanda("H22", f"Orang yang sama juga ada di baris {kata}.", gagal=True))
        if isi.pegawai and isi.dari_id != isi.pegawai.formasi_id:
            kalimat = "Jabatannya di register sudah berubah sejak baris ini ditulis."
            b.tanda.append(Tanda("", kalimat, gagal=False))
        if isi.pegawai_id and not isi.ke_id and not getattr(isi, "tujuan_luar", ""):
            b.tanda.append(Tanda("H20", "Dilepas tanpa jabatan tujuan.", gagal=False))
        if b.kursi_tujuan and b.kursi_tujuan.lebih:
            b.tanda.append(Tanda("H22", _kalimat_lebih(b.kursi_tujuan), gagal=True))
        for nama in digeser.get(p.ke or 0, []):
            kalimat = f"{nama} masih mendudukinya dan tidak mempunyai jabatan tujuan."
            b.tanda.append(Tanda("H20", kalimat, gagal=False))


def _kalimat_lebih(k: Kursi) -> str:
    return (
        f"Kursi diberikan melebihi kebutuhan: butuh {k.butuh}, sekarang {k.isi}, "
        f"keluar {k.keluar}, masuk {k.masuk}, menjadi {k.sesudah}."
    )

"""Two trees side by side: the present and the planned one, each box with what becomes of it.

The whole plan is read (some thousand rows), but a page shows at most :data:`BATAS` boxes of each
tree: the upper levels, and below them what was opened, searched for or changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from organisasi.models import RiwayatUnit, UnitKerja
from pegawai.models import Jabatan, JenisJabatan
from penilaian.models import Hubungan, KotakSotk, PetaKotak, RencanaSotk
from penilaian.selectors.sotk_akibat import HasilSotk

BATAS = 150
SAUDARA = 60  # boxes shown below one parent; its own page lists them all

# What stands beside a box: the word, and the class that gives it its shape.
TANDA: dict[str, tuple[str, str]] = {
    Hubungan.TETAP: ("tetap", "sotk-tetap"),
    Hubungan.GANTI_NAMA: ("ganti nama", "sotk-nama"),
    Hubungan.GABUNG: ("digabung", "sotk-gabung"),
    Hubungan.PECAH: ("dipecah", "sotk-pecah"),
    Hubungan.HAPUS: ("dihapus", "sotk-hapus"),
    "baru": ("baru", "sotk-baru"),
    "pindah": ("pindah tempat", "sotk-pindah"),
    "pimpinan": ("pimpinan berubah", "sotk-pimpinan"),
    "belum": ("belum dipetakan", "awas"),
}
_DI_BARU: dict[str, tuple[str, str]] = {
    Hubungan.GABUNG: ("gabungan", "sotk-gabung"),
    Hubungan.PECAH: ("pecahan", "sotk-pecah"),
}
BERUBAH = "berubah"


@dataclass
class Simpul:
    """One box of one tree, ready to be drawn; ``huruf`` says of which (u: today, k: the plan)."""

    huruf: str
    pk: int
    nama: str
    induk: int | None
    kata: Sequence[str]
    tanda: Sequence[tuple[str, str]]
    pos: int = 0
    isi: int = 0
    ke: str = ""  # the other side, where it has another name or there are several
    anak: list[Simpul] = field(default_factory=list)
    bawahan: int = 0
    sisa: int = 0

    @property
    def kunci(self) -> str:
        """As the address names it."""
        return f"{self.huruf}{self.pk}"

    @property
    def berubah(self) -> bool:
        """Whether anything becomes of it at all."""
        return list(self.kata) != [Hubungan.TETAP]

    @property
    def tertutup(self) -> bool:
        """Has boxes below that are not shown here."""
        return self.bawahan > 0 and not self.anak


@dataclass(frozen=True)
class Pohon:
    """What is shown of one tree; ``terpotong``: more would match than one page holds."""

    puncak: Sequence[Simpul]
    terpotong: bool = False


@dataclass(frozen=True)
class Saringan:
    """What of the trees is shown: words, one relation (or whatever changed), and the keys of old
    units and of boxes to be unfolded."""

    q: str = ""
    tampil: str = ""
    lama: Collection[int] = ()
    baru: Collection[int] = ()


class Gambar:
    """The two trees of a plan as flat nodes.

    Posts, holders and heads (``hasil``, ``kepala``) only while the plan is still to come:
    afterwards the present is the plan itself, and no difference could be seen.
    """

    def __init__(
        self,
        unit: Mapping[int, tuple[str, int | None]],
        kotak: Mapping[int, KotakSotk],
        peta: Iterable[tuple[int, int | None, str]],
        hasil: HasilSotk | None = None,
        kepala: Mapping[int, tuple[str, str]] | None = None,
    ) -> None:
        self.unit, self.kotak, self.hasil, self.kepala = unit, kotak, hasil, kepala
        self.tujuan: dict[int, list[tuple[int | None, str]]] = defaultdict(list)
        self.sumber: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for lama, baru, hubungan in peta:
            self.tujuan[lama].append((baru, hubungan))
            if baru is not None:
                self.sumber[baru].append((lama, hubungan))

    @cached_property
    def _lama(self) -> Mapping[int, tuple[int, int]]:
        hasil: dict[int, tuple[int, int]] = {}
        for p in self.hasil.akibat.draf.pos if self.hasil else ():
            n, isi = hasil.get(p.unit, (0, 0))
            hasil[p.unit] = (n + 1, isi + p.isi)
        return hasil

    @cached_property
    def _baru(self) -> Mapping[int, tuple[int, int]]:
        """Posts and holders each box receives; nobody without a place is counted."""
        pos: Counter[int] = Counter()
        isi: Counter[int] = Counter()
        if self.hasil is not None:
            akibat = self.hasil.akibat
            sendiri = Counter(dari for dari, _ in akibat.orang)
            for p in akibat.draf.pos:
                if ke := akibat.pos[p.pk].kotak:
                    pos[ke] += 1
                    isi[ke] += max(0, p.isi - sendiri[p.pk])
            for tujuan in akibat.orang.values():
                if tujuan.kotak:
                    isi[tujuan.kotak] += 1
        return {k: (pos[k], isi[k]) for k in pos.keys() | isi.keys()}

    @cached_property
    def simpul_lama(self) -> dict[int, Simpul]:
        """Every office of today."""
        hasil = {}
        for pk, (nama, induk) in self.unit.items():
            arah = self.tujuan.get(pk, [])
            kata = arah[0][1] if arah else "belum"
            pos, isi = self._lama.get(pk, (0, 0))
            ke = [self.kotak[b].nama for b, _ in arah if b is not None]
            hasil[pk] = Simpul(
                "u", pk, nama, induk if induk in self.unit else None, [kata], [TANDA[kata]],
                pos, isi, "" if ke == [nama] else ", ".join(ke),
            )  # fmt: skip
        return hasil

    @cached_property
    def simpul_baru(self) -> dict[int, Simpul]:
        """Every box of the plan."""
        hasil = {}
        for pk, kotak in self.kotak.items():
            kata = self._kata(kotak)
            pos, isi = self._baru.get(pk, (0, 0))
            dari = [self.unit[u][0] for u, _ in self.sumber.get(pk, ()) if u in self.unit]
            hasil[pk] = Simpul(
                "k", pk, kotak.nama, kotak.induk_id, kata,
                [_DI_BARU.get(k, TANDA[k]) for k in kata], pos, isi,
                "" if dari == [kotak.nama] else ", ".join(dari),
            )  # fmt: skip
        return hasil

    def _kata(self, kotak: KotakSotk) -> list[str]:
        """What became of a box: where from, whether it moved, whether its head is another one."""
        milik = self.sumber.get(kotak.pk, [])
        kata = sorted({h for _, h in milik}) or ["baru"]
        if kotak.asal_id not in self.unit:
            return kata
        induk = self.kotak.get(kotak.induk_id or 0)
        induk_lama = self.unit[kotak.asal_id or 0][1]
        if not self._di_tempat(induk, induk_lama):
            kata.append("pindah")
        pimpinan = (kotak.jabatan, kotak.eselon_id)
        if self.kepala is not None and self.kepala.get(kotak.asal_id or 0, ("", "")) != pimpinan:
            kata.append("pimpinan")
        return kata

    def _di_tempat(self, induk: KotakSotk | None, induk_lama: int | None) -> bool:
        """Whether a box hangs where its unit does, even if its parent was merged."""
        if induk is None:
            return induk_lama not in self.unit
        arah = self.tujuan.get(induk_lama or 0, ())
        return induk.asal_id == induk_lama or [b for b, _ in arah] == [induk.pk]

    @property
    def jumlah(self) -> dict[str, int]:
        """How many old units fall under each relation, and how many boxes are new or moved."""
        hasil = Counter(arah[0][1] for pk, arah in self.tujuan.items() if pk in self.unit)
        lain = Counter(k for kotak in self.kotak.values() for k in self._kata(kotak))
        return {
            **{h.value: hasil[h.value] for h in Hubungan},
            **{k: lain[k] for k in ("baru", "pindah", "pimpinan")},
            "belum": sum(1 for pk in self.unit if pk not in self.tujuan),
        }

    def pohon_lama(self, saring: Saringan) -> Pohon:
        """The present, as far as it is shown."""
        buka = set(saring.lama)
        buka |= {u for k in saring.baru for u, _ in self.sumber.get(k, ())}
        return susun(self.simpul_lama, saring, buka)

    def pohon_baru(self, saring: Saringan) -> Pohon:
        """The plan, as far as it is shown; what is opened on one side opens on the other."""
        buka = set(saring.baru)
        buka |= {b for u in saring.lama for b, _ in self.tujuan.get(u, ()) if b is not None}
        return susun(self.simpul_baru, saring, buka)


def susun(semua: Mapping[int, Simpul], saring: Saringan, buka: set[int]) -> Pohon:
    """Nodes to trees: what was asked for with the way up to it, else the upper levels."""
    anak: dict[int | None, list[Simpul]] = defaultdict(list)
    for satu in semua.values():
        satu.anak, satu.sisa = [], 0
        anak[satu.induk if satu.induk in semua else None].append(satu)
    for satu in semua.values():
        satu.bawahan = len(anak[satu.pk])
    if saring.q or saring.tampil:
        return _cocok(semua, anak, saring)
    terbuka = {pk for satu in buka for pk in _ke_atas(semua, satu)}
    return Pohon(_tingkat(anak, terbuka))


def _ke_atas(semua: Mapping[int, Simpul], pk: int | None) -> list[int]:
    jalan: dict[int, None] = {}
    while pk is not None and pk in semua and pk not in jalan:
        jalan[pk] = None
        pk = semua[pk].induk
    return list(jalan)


def _cocok(
    semua: Mapping[int, Simpul], anak: Mapping[int | None, list[Simpul]], saring: Saringan
) -> Pohon:
    kata, terpotong = saring.q.casefold().split(), False
    tampak: dict[int, None] = {}
    for satu in semua.values():
        teks = f"{satu.nama} {satu.ke}".casefold()
        if _bertanda(satu, saring.tampil) and all(k in teks for k in kata):
            jalan = _ke_atas(semua, satu.pk)
            if terpotong := len(tampak) + len(jalan) > BATAS:
                break
            tampak |= dict.fromkeys(jalan)
    for pk in tampak:
        semua[pk].anak = [a for a in anak[pk] if a.pk in tampak]
        semua[pk].bawahan = len(semua[pk].anak)
    return Pohon([a for a in anak[None] if a.pk in tampak], terpotong)


def _bertanda(satu: Simpul, tampil: str) -> bool:
    return satu.berubah if tampil == BERUBAH else not tampil or tampil in satu.kata


def _tingkat(anak: Mapping[int | None, list[Simpul]], terbuka: set[int]) -> list[Simpul]:
    """Whole levels from the top while they fit, and whatever was opened."""
    puncak = anak[None]
    jumlah, baris = len(puncak), list(puncak)
    while baris:
        bawah = [a for satu in baris for a in anak[satu.pk]]
        muat = jumlah + len(bawah) <= BATAS
        dibuka = [s for s in baris if muat or s.pk in terbuka or (s.induk is None and s.bawahan)]
        for satu in dibuka:
            satu.anak = _saudara(anak[satu.pk], terbuka)
            satu.sisa = len(anak[satu.pk]) - len(satu.anak)
        baris = [a for satu in dibuka for a in satu.anak]
        jumlah += len(baris)
    return puncak


def _saudara(semua: list[Simpul], terbuka: set[int]) -> list[Simpul]:
    """The first ones, and those on the way to what was opened."""
    return semua[:SAUDARA] + [s for s in semua[SAUDARA:] if s.pk in terbuka]


def gambar(hasil: HasilSotk) -> Gambar:
    """The trees of a plan that is still to come."""
    b, draf = hasil.bahan, hasil.akibat.draf
    unit = {pk: (u.nama, u.induk_id) for pk, u in b.unit.items()}
    peta = ((p.lama, p.baru, p.hubungan.value) for p in draf.peta)
    return Gambar(unit, b.kotak, peta, hasil, kepala_unit(list(unit)))


def kepala_unit(units: Collection[int]) -> dict[int, tuple[str, str]]:
    """Name and level of the head of each unit, where it has a structural seat."""
    rows = Jabatan.objects.filter(unit__in=units, jenis=JenisJabatan.STRUKTURAL)
    rows = rows.exclude(eselon_id="").exclude(nama="")
    return {u or 0: (n, e) for u, n, e in rows.values_list("unit_id", "nama", "eselon_id")}


def gambar_riwayat(rencana: RencanaSotk) -> Gambar:
    """The trees of a plan that came into force or was dropped: as it was on that day."""
    peta = list(PetaKotak.objects.filter(rencana=rencana).order_by("lama__kiri", "pk"))
    kunci = [p.lama_id for p in peta]
    rows = UnitKerja.objects.filter(pk__in=kunci).values_list("pk", "nama", "induk_id")
    kini: dict[int, tuple[str, int | None]] = {pk: (nama, induk) for pk, nama, induk in rows}
    dulu: Any = RiwayatUnit.objects.filter(unit__in=kunci, selesai=rencana.berlaku)
    kini |= {pk: (nama, induk) for pk, nama, induk in dulu.values_list("unit", "nama", "induk")}
    kotak = {k.pk: k for k in KotakSotk.objects.filter(rencana=rencana)}
    unit = {pk: kini[pk] for pk in dict.fromkeys(kunci)}
    return Gambar(unit, kotak, ((p.lama_id, p.baru_id, p.hubungan) for p in peta))


def eselon(eselon_id: str) -> str:
    """As decrees write it: II.b; nothing for a seat above all levels (SIASN's 00)."""
    return Jabatan(eselon_id=eselon_id).eselon if eselon_id[:1] in "12345" else ""


def bernomor(semua: Mapping[int, Simpul]) -> list[tuple[str, Simpul]]:
    """All nodes from the top down, numbered as an annex of a regulation does: 1, 1.1, 1.1.1."""
    anak: dict[int | None, list[Simpul]] = defaultdict(list)
    for satu in semua.values():
        anak[satu.induk if satu.induk in semua else None].append(satu)
    hasil: list[tuple[str, Simpul]] = []
    antre = [(str(n), s) for n, s in enumerate(anak[None], 1)][::-1]
    while antre:
        nomor, satu = antre.pop()
        hasil.append((nomor, satu))
        antre += [(f"{nomor}.{n}", s) for n, s in enumerate(anak[satu.pk], 1)][::-1]
    return hasil

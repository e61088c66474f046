"""What will be true on a later day: who leaves which post, who comes, what is vacant.

The histories hold only what is true already, so the day ahead is read from three things that are
known today: decrees that are set and not yet carried out (an arranged inauguration moves their
day), TMT pensiun, and the end of contracts. Only posts that change are listed; all others stay as
they are. The number of queries depends neither on the day nor on the posts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from mutasi.kernel.jenis import DI_TEMPAT, SAMPINGAN
from mutasi.kernel.pelaksanaan import hari_berlaku
from mutasi.models import PesertaPelantikan, UsulanMutasi
from mutasi.selectors.formasi import angka_posisi
from mutasi.selectors.pelaksanaan import BELUM, perlu_lantik
from pegawai.models import Formasi, Pegawai, StatusPegawai
from pegawai.services.pindah import terhitung
from penilaian.selectors.kebutuhan import ketentuan
from toolkit.cari import memuat

MAKS_TAHUN = 3
NAMA = 5  # how many of those who stay are named in a row of the page
SEBAB = {"mutasi": "Mutasi", "pensiun": "Pensiun", "kontrak": "Kontrak berakhir"}
MACAM = {
    "": "Semua perubahan",
    "kosong": "Yang menjadi lowong",
    "masuk": "Yang didatangi",
    **SEBAB,
}


@dataclass
class Gerak:
    """One person leaves or comes to a post on a day. ``mengisi``: he counts in its need."""

    post: int
    pegawai: int
    masuk: bool
    sebab: str
    hari: date
    mengisi: bool = True
    usulan: UUID | None = None
    belum_lantik: bool = False
    orang: Any = None

    @property
    def kata(self) -> str:
        """Why, in words."""
        return SEBAB[self.sebab]


@dataclass
class Pos:
    """A post on the day: who goes, who comes, and how it then stands against its need."""

    pk: int
    butuh: int | None
    isi: int
    keluar: list[Gerak] = field(default_factory=list)
    masuk: list[Gerak] = field(default_factory=list)
    formasi: Any = None
    tetap: list[Any] = field(default_factory=list)

    @property
    def kelak(self) -> int:
        """Holders on the day."""
        pergi = sum(g.mengisi for g in self.keluar)
        return max(0, self.isi - pergi + sum(g.mengisi for g in self.masuk))

    @property
    def lowong(self) -> int:
        """Seats without a holder on the day."""
        return max(0, (self.butuh or 0) - self.kelak)

    @property
    def lowong_kini(self) -> int:
        """The same today."""
        return max(0, (self.butuh or 0) - self.isi)

    @property
    def bernama(self) -> list[Any]:
        """The first of those who stay."""
        return self.tetap[:NAMA]

    @property
    def lainnya(self) -> int:
        """How many stay beyond those named."""
        return max(0, len(self.tetap) - NAMA)


@dataclass(frozen=True)
class Keadaan:
    """The day as filtered: its posts in the order of the tree, and what happens until then."""

    pos: Sequence[Pos]
    masuk: int
    keluar: Mapping[str, int]
    lowong_baru: int


def keadaan_pada(
    pengguna: Any, hari: date, *, per: date, opd: int | None = None, q: str = "", macam: str = ""
) -> Keadaan:
    """The posts that change between today and the day, for those who see all cases."""
    aturan = ketentuan(per=per)
    gerak = [
        *_mutasi(pengguna, hari, per=per), *_berakhir(hari, per=per, pw=aturan.pw_mengisi)
    ]  # fmt: skip
    menurut: dict[int, list[Gerak]] = defaultdict(list)
    for satu in _tanpa_ganda(gerak):
        menurut[satu.post].append(satu)
    semua = _pos(menurut, opd=opd, q=q, per=per)
    if macam:
        semua = [p for p in semua if _cocok(p, macam)]
    return Keadaan(
        pos=semua,
        masuk=sum(len(p.masuk) for p in semua),
        keluar=Counter(g.sebab for p in semua for g in p.keluar),
        lowong_baru=sum(max(0, p.lowong - p.lowong_kini) for p in semua),
    )


def _cocok(p: Pos, macam: str) -> bool:
    if macam == "kosong":
        return p.lowong > p.lowong_kini
    if macam == "masuk":
        return bool(p.masuk)
    return any(g.sebab == macam for g in (*p.keluar, *p.masuk))


def _mutasi(pengguna: Any, hari: date, *, per: date) -> Iterable[Gerak]:
    """Decrees not yet carried out whose day falls until then."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(
        status__in=BELUM,
        tmt__lte=hari,
        dilaksanakan_pada__isnull=True,
        pegawai__berhenti__isnull=True,
    )
    rows = rows.exclude(jenis__in=sorted(SAMPINGAN | DI_TEMPAT))
    semua = list(rows.select_related("dari", "ke", "pegawai").defer("pegawai__siasn"))
    acara = PesertaPelantikan.objects.filter(
        usulan__in=[u.pk for u in semua], pelantikan__dibatalkan_pada__isnull=True
    )
    lantik = {
        r["usulan"]: r["hari"]
        for r in acara.exclude(hadir=False).order_by().values("usulan")
        .annotate(hari=Max("pelantikan__tanggal"))
    }  # fmt: skip
    for u in semua:
        mulai = hari_berlaku(u.tmt, lantik.get(u.pk))
        if mulai > hari:
            continue
        for post, masuk in ((u.dari, False), (u.ke, True)):
            if post is not None and not (masuk and _berhenti(u.pegawai, hari)):
                yield Gerak(
                    terhitung(post), u.pegawai_id, masuk, "mutasi", mulai,
                    usulan=u.pk, belum_lantik=perlu_lantik(u),
                )  # fmt: skip


def _berhenti(orang: Pegawai, hari: date) -> bool:
    return orang.tmt_pensiun is not None and orang.tmt_pensiun <= hari


def _berakhir(hari: date, *, per: date, pw: bool) -> Iterable[Gerak]:
    """People who reach the BUP or whose contract ends until then, still in their posts today."""
    rows = Pegawai.objects.tercatat().filter(formasi__isnull=False)
    rows = rows.filter(Q(tmt_pensiun__lte=hari) | Q(akhir_kontrak__lt=hari)).order_by()
    for pk, post, status, pensiun, kontrak in rows.values_list(
        "pk", "formasi", "status", "tmt_pensiun", "akhir_kontrak"
    ):
        tiba = pensiun is not None and pensiun <= hari
        sebab, pada = ("pensiun", pensiun) if tiba else ("kontrak", kontrak)
        mengisi = pw or status != StatusPegawai.PPPK_PW
        yield Gerak(post, pk, False, sebab, pada or hari, mengisi=mengisi)


def _tanpa_ganda(gerak: Iterable[Gerak]) -> Iterable[Gerak]:
    """Nobody leaves the same post twice: what comes first counts."""
    pergi: dict[tuple[int, int], Gerak] = {}
    for satu in sorted(gerak, key=lambda g: (g.hari, g.pegawai)):
        if satu.masuk:
            yield satu
        else:
            pergi.setdefault((satu.post, satu.pegawai), satu)
    yield from pergi.values()


def _pos(gerak: Mapping[int, list[Gerak]], *, opd: int | None, q: str, per: date) -> list[Pos]:
    rows = Formasi.objects.filter(pk__in=list(gerak))
    if opd:
        rows = rows.filter(unit__opd=opd)
    if q:
        rows = rows.filter(memuat(q, "jabatan__nama", "unit__nama"))
    urut = list(rows.order_by("unit__kiri", "jabatan__nama", "pk").values_list("pk", flat=True))
    angka = angka_posisi(urut, per=per)
    return [
        Pos(
            pk, angka[pk].butuh, angka[pk].isi,
            keluar=[g for g in gerak[pk] if not g.masuk], masuk=[g for g in gerak[pk] if g.masuk],
        )
        for pk in urut
    ]  # fmt: skip


def beri_orang(semua: Iterable[Pos]) -> None:
    """Put posts and people on the rows of one page, or of the workbook."""
    rows = list(semua)
    posts = Formasi.objects.with_names().in_bulk([p.pk for p in rows])
    gerak = [g for p in rows for g in (*p.keluar, *p.masuk)]
    orang = Pegawai.objects.filter(
        Q(pk__in={g.pegawai for g in gerak}) | Q(formasi__in=posts, berhenti__isnull=True)
    ).only("nama", "gelar_depan", "gelar_belakang", "nip", "formasi")
    menurut = {satu.pk: satu for satu in orang.order_by("nama", "pk")}
    duduk: dict[int, list[Any]] = defaultdict(list)
    for satu in menurut.values():
        if satu.formasi_id is not None:
            duduk[satu.formasi_id].append(satu)
    for p in rows:
        p.formasi = posts[p.pk]
        for g in (*p.keluar, *p.masuk):
            g.orang = menurut.get(g.pegawai)
        pergi = {g.pegawai for g in p.keluar}
        p.tetap = [s for s in duduk[p.pk] if s.pk not in pergi]

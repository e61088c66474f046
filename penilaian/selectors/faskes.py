"""Health facilities: which kinds of staff are missing, by the table in force and by ABK-Kes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan, JenisUnit, Pengguna, UnitKerja
from penilaian.kernel.abk_kes import HitunganAbkKes
from penilaian.kernel.banding import abk_kes_dari_tugas, gabung_abk_kes
from penilaian.kernel.hitungan import Tetapan
from penilaian.kernel.puskesmas import HitunganPuskesmas, puskesmas, pustu, tenaga_kurang
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import Faskes, KeadaanHitung, PerhitunganKebutuhan, SumberKebutuhan
from penilaian.policies import faskes as policies
from penilaian.selectors.banding import bermacam_dari
from penilaian.selectors.faskes_izin import HitungIzin
from penilaian.selectors.faskes_pos import PosTenaga, Tersedia, pos_faskes, tersedia
from penilaian.selectors.tetapan import tetapan_kebutuhan

KEADAAN = (
    ("", "Semua"),
    ("wajib", "Ada jenis tenaga wajib yang kosong"),
    ("kurang", "Di bawah tabel minimal"),
    ("izin", "Ada STR/SIP habis atau segera habis"),
    ("belum", "Belum ada data SISDMK"),
)


@dataclass(frozen=True)
class BarisTenaga:
    """One kind of staff: what is needed, what there is; kinds are never set off."""

    tenaga: str
    lantai: int | None
    abk_kes: HitunganAbkKes | None
    butuh: int | None
    ada: int
    wajib: bool
    pos: Sequence[PosTenaga] = ()

    @property
    def kurang(self) -> int:
        """People missing."""
        return max(0, (self.butuh or 0) - self.ada)

    @property
    def lebih(self) -> int:
        """People beyond the need; none where no need is known."""
        return 0 if self.butuh is None else max(0, self.ada - self.butuh)


@dataclass(frozen=True)
class BarisFaskes:
    """One puskesmas on the list."""

    unit: UnitKerja
    faskes: Faskes | None
    ada: Tersedia
    wajib_kosong: tuple[str, ...]
    kurang: int | None  # people below the table; None while the table is not known

    @property
    def izin(self) -> HitungIzin:
        """Licences of all its people."""
        return self.ada.semua_izin

    def cocok(self, keadaan: str) -> bool:
        """Whether the filter of the list takes it."""
        return {
            "wajib": bool(self.wajib_kosong),
            "kurang": bool(self.kurang),
            "izin": bool(self.izin.habis or self.izin.segera),
            "belum": self.faskes is None or not self.ada.dilaporkan,
        }.get(keadaan, True)


@dataclass(frozen=True)
class DaftarFaskes:
    """The list with what it comes to; ``semua`` before the filter."""

    semua: Sequence[BarisFaskes]
    baris: Sequence[BarisFaskes]
    wajib: int

    @property
    def tak_lengkap(self) -> int:
        """Puskesmas without one of the obligatory kinds."""
        return sum(bool(satu.wajib_kosong) for satu in self.semua)

    @property
    def belum(self) -> int:
        """Puskesmas of which SISDMK said nothing yet."""
        return sum(satu.cocok("belum") for satu in self.semua)

    @property
    def izin_habis(self) -> int:
        """People whose licence ended."""
        return sum(satu.izin.habis for satu in self.semua)

    @property
    def izin_segera(self) -> int:
        """People whose licence ends soon."""
        return sum(satu.izin.segera for satu in self.semua)

    @property
    def kurang(self) -> int:
        """People missing up to the tables, kind by kind."""
        return sum(satu.kurang or 0 for satu in self.semua)


def daftar_faskes(pengguna: Pengguna, *, per: date, q: str = "", keadaan: str = "") -> DaftarFaskes:
    """Every puskesmas within reach; those with the most kinds missing first."""
    rumah = UnitKerja.objects.filter(jenis=JenisUnit.PUSKESMAS).aktif(per)
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    rows = jangkauan.saring(rumah, prefix="").select_related("faskes", "wilayah")
    unit = list(rows.order_by("kiri"))
    k = tetapan_kebutuhan(per=per)
    ada = tersedia(unit, k, per=per)
    semua = [_baris(u, ada[u.pk], k) for u in unit]
    kata = q.casefold().strip()
    baris = [satu for satu in semua if satu.cocok(keadaan) and kata in satu.unit.nama.casefold()]
    baris.sort(key=lambda satu: (-len(satu.wajib_kosong), -(satu.kurang or 0), satu.unit.kiri))
    return DaftarFaskes(semua, baris, len(k.puskesmas_tenaga_wajib))


def faskes_dari(unit: UnitKerja) -> Faskes | None:
    """Its kind, when known."""
    return getattr(unit, "faskes", None)


def _baris(unit: UnitKerja, ada: Tersedia, k: KetentuanKebutuhan) -> BarisFaskes:
    faskes = faskes_dari(unit)
    kurang = None
    if faskes is not None:
        tabel = puskesmas(faskes.jenis, k)
        kurang = sum(max(0, satu.bulat - ada.menurut.get(satu.tenaga, 0)) for satu in tabel)
    return BarisFaskes(unit, faskes, ada, tenaga_kurang(ada.menurut, k), kurang)


@dataclass(frozen=True)
class PustuTampil:
    """A pustu of the puskesmas against its floor."""

    unit: UnitKerja
    baris: Sequence[BarisTenaga]

    @property
    def kurang(self) -> list[BarisTenaga]:
        """Kinds below the floor."""
        return [satu for satu in self.baris if satu.kurang]


@dataclass(frozen=True)
class RincianFaskes:
    """One facility: staff by kind against need, its pustu, what is missing altogether."""

    unit: UnitKerja
    faskes: Faskes | None
    pustu: bool
    ada: Tersedia
    baris: Sequence[BarisTenaga]
    wajib: int
    wajib_kosong: tuple[str, ...]
    tetapan: tuple[Tetapan, ...]
    anak: Sequence[PustuTampil]
    boleh_nama: bool
    alasan_hitung: Sequence[str]
    pos: Sequence[PosTenaga]
    draf: Sequence[PerhitunganKebutuhan]

    @property
    def kurang(self) -> int:
        """People missing, kind by kind."""
        return sum(satu.kurang for satu in self.baris)

    @property
    def lebih(self) -> int:
        """People beyond the need, kind by kind."""
        return sum(satu.lebih for satu in self.baris)

    @property
    def dasar(self) -> str:
        """The law of the table."""
        return next((t.dasar for t in self.tetapan), "")


def unit_faskes(pengguna: Pengguna, pk: int, *, per: date) -> UnitKerja | None:
    """A facility within reach: a puskesmas, a pustu, or any unit SISDMK named; else None."""
    rows = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    unit = rows.select_related("faskes", "opd", "induk").filter(pk=pk).first()
    if unit is None:
        return None
    dikenal = unit.jenis in (JenisUnit.PUSKESMAS, JenisUnit.PUSTU) or faskes_dari(unit)
    return unit if dikenal or unit.tenaga_kesehatan.exists() else None


def rincian_faskes(pengguna: Pengguna, pk: int, *, per: date) -> RincianFaskes | None:
    """None when out of reach or no facility."""
    unit = unit_faskes(pengguna, pk, per=per)
    if unit is None:
        return None
    k = tetapan_kebutuhan(per=per)
    faskes = faskes_dari(unit)
    anak = _anak(unit, per=per)
    semua = tersedia([unit, *anak], k, per=per)
    ada = semua[unit.pk]
    pos = pos_faskes(unit, k)
    versi = versi_faskes(pos)
    hitung = kebutuhan_faskes(unit, k, pos, versi)
    pustu_ini = unit.jenis == JenisUnit.PUSTU
    jenis = faskes.jenis if faskes else None
    return RincianFaskes(
        unit=unit,
        faskes=faskes,
        pustu=pustu_ini,
        ada=ada,
        baris=_susun(hitung, ada, k, pos),
        wajib=len(k.puskesmas_tenaga_wajib),
        wajib_kosong=() if pustu_ini else tenaga_kurang(ada.menurut, k),
        tetapan=next((h.tetapan[:1] for h in hitung), ()),
        anak=[PustuTampil(u, _susun(pustu(k), semua[u.pk], k)) for u in anak],
        boleh_nama=policies.lihat_nama.allows(unit, pengguna, per=per),
        alasan_hitung=policies.susun_kebutuhan.reasons(unit, jenis, pengguna, per=per),
        pos=pos,
        draf=[satu for satu in versi if satu.sumber == SumberKebutuhan.PUSKESMAS],
    )


def _anak(unit: UnitKerja, *, per: date) -> list[UnitKerja]:
    rows = UnitKerja.objects.di_bawah(unit).filter(jenis=JenisUnit.PUSTU).exclude(pk=unit.pk)
    return list(rows.aktif(per).order_by("kiri"))


def versi_faskes(pos: Sequence[PosTenaga]) -> list[PerhitunganKebutuhan]:
    """Of these posts the ABK in force, and what was begun from the staff table."""
    abk = Q(sumber=SumberKebutuhan.ABK, kebutuhan__isnull=False)
    tabel = Q(sumber=SumberKebutuhan.PUSKESMAS) & ~Q(keadaan=KeadaanHitung.FINAL)
    rows = PerhitunganKebutuhan.objects.filter(abk | tabel, formasi__in=[p.formasi.pk for p in pos])
    rows = rows.select_related("formasi__jabatan").prefetch_related("tugas")
    return list(rows.order_by("formasi__jabatan__nama", "pk"))


def kebutuhan_faskes(
    unit: UnitKerja,
    k: KetentuanKebutuhan,
    pos: Sequence[PosTenaga],
    versi: Sequence[PerhitunganKebutuhan],
) -> tuple[HitunganPuskesmas, ...]:
    """The need of every kind: of the pustu floor, or max(table, ABK-Kes); none without a kind."""
    if unit.jenis == JenisUnit.PUSTU:
        return pustu(k)
    faskes = faskes_dari(unit)
    if faskes is None:
        return ()
    return puskesmas(faskes.jenis, k, abk_kes=abk_kes_unit(k, pos, versi))


def abk_kes_unit(
    k: KetentuanKebutuhan, pos: Sequence[PosTenaga], versi: Sequence[PerhitunganKebutuhan]
) -> dict[str, HitunganAbkKes]:
    """ABK-Kes by kind of staff from the task rows in force; posts without tasks have none."""
    tenaga = {p.formasi.pk: p.tenaga for p in pos if p.tenaga}
    hasil: dict[str, list[HitunganAbkKes]] = defaultdict(list)
    for satu in versi:
        kata = tenaga.get(satu.formasi_id)
        bermacam = bermacam_dari(satu, k) if satu.sumber == SumberKebutuhan.ABK else []
        if bermacam and kata:
            try:
                hasil[kata].append(abk_kes_dari_tugas(bermacam, k))
            except ValueError:
                continue  # support work beyond the year: the page of the post says so
    return {kata: gabung_abk_kes(semua) for kata, semua in hasil.items()}


def _susun(
    hitung: Sequence[HitunganPuskesmas],
    ada: Tersedia,
    k: KetentuanKebutuhan,
    pos: Sequence[PosTenaga] = (),
) -> list[BarisTenaga]:
    """Kinds of the table in its order, then those there are without a need."""
    menurut: Mapping[str, HitunganPuskesmas] = {h.tenaga: h for h in hitung}
    baris = []
    for kata in dict.fromkeys((*menurut, *sorted(ada.menurut))):
        h = menurut.get(kata)
        baris.append(
            BarisTenaga(
                tenaga=kata,
                lantai=h.baris[0].orang if h else None,
                abk_kes=h.abk_kes if h else None,
                butuh=h.bulat if h else None,
                ada=ada.menurut.get(kata, 0),
                wajib=kata in k.puskesmas_tenaga_wajib,
                pos=[p for p in pos if p.tenaga == kata],
            )
        )
    return baris

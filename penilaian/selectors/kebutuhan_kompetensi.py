"""Competences needed against held: who holds posts that ask for a level, and who has reached it.

People are counted in SQL by post and by level; what is left for Python grows with the number of
posts, not of people. Nobody's surplus fills another's gap, and who was not assessed is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Sum, Value, When

from organisasi.selectors import semua_ketentuan
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import RiwayatPelatihan
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.kompetensi import NAMA_LEVEL
from penilaian.kernel.pendidikan import KeadaanPendidikan
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import Kompetensi
from penilaian.selectors.kompetensi_lingkup import Lingkup, kunci_rumpun, sebutan_rumpun
from penilaian.selectors.kompetensi_standar import (
    Standar,
    baca_standar,
    berlaku_pada,
    profil_terakhir,
)
from penilaian.selectors.pendidikan_jabatan import jumlahkan, pasangan_pendidikan

_PENDIDIKAN = tuple(satu.value for satu in KeadaanPendidikan)
KELOMPOK = {"opd": "Perangkat daerah", "rumpun": "Rumpun jabatan"}
MUDA, LAMA = 24, 60  # months in a post: new, and long enough to move; for reading, no rule


@dataclass
class Hitung:
    """Persons counted per state; one person counts once for each competence of his post."""

    memenuhi: int = 0
    kurang: int = 0
    lewat: int = 0  # assessed, but the assessment counts no more
    belum: int = 0

    @property
    def diperlukan(self) -> int:
        """Persons whose posts ask for it."""
        return self.memenuhi + self.kurang + self.lewat + self.belum


@dataclass(frozen=True)
class BarisKompetensi:
    """One competence at one level that posts ask for."""

    kompetensi: Kompetensi
    level: int
    hitung: Hitung

    @property
    def nama_level(self) -> str:
        """The regulation's word for the level."""
        return NAMA_LEVEL[self.level - 1]


@dataclass
class BarisKelompok:
    """One OPD or one job family; ``tanpa_standar``: people whose posts ask for nothing yet."""

    kunci: Any
    nama: str
    orang: int = 0
    dinilai: int = 0
    tanpa_standar: int = 0
    hitung: Hitung = field(default_factory=Hitung)
    pendidikan: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_PENDIDIKAN, 0))


@dataclass(frozen=True)
class Bekal:
    """What there is besides assessments: trainings of the last twelve months, time in the post."""

    dilatih: int
    jp_cukup: int
    jp_minimal: int
    baru: int
    cukup: int
    lama: int
    tanpa_tmt: int


@dataclass(frozen=True)
class KebutuhanKompetensi:
    """The whole page."""

    kelompok: str
    orang: int
    dinilai: int
    tanpa_standar: int
    baris: Sequence[BarisKompetensi]
    per_kelompok: Sequence[BarisKelompok]
    pendidikan: Mapping[str, int]
    bekal: Bekal
    jumlah: Hitung

    @property
    def terbesar(self) -> BarisKompetensi | None:
        """Where most people are below what their posts ask."""
        kurang = [satu for satu in self.baris if satu.hitung.kurang]
        return max(kurang, key=lambda satu: satu.hitung.kurang, default=None)


def kebutuhan_kompetensi(
    lingkup: Lingkup, *, kelompok: str = "opd", jenis: str = ""
) -> KebutuhanKompetensi:
    """Needed against held of the people in scope; ``jenis`` narrows the competences."""
    kelompok = kelompok if kelompok in KELOMPOK else "opd"
    nilai = semua_ketentuan(per=lingkup.per)
    k = KetentuanPenilaian.dari(nilai)
    standar = baca_standar(k, per=lingkup.per)
    per_kompetensi: dict[tuple[int, int], Hitung] = defaultdict(Hitung)
    grup: dict[Any, BarisKelompok] = {}
    masa = _perlu(lingkup, standar, kelompok, jenis, per_kompetensi, grup)
    _punya(lingkup, standar, kelompok, jenis, per_kompetensi, grup)
    _dinilai(lingkup, k, kelompok, grup)
    pasangan = pasangan_pendidikan(lingkup, Ketentuan.dari(nilai), kelompok=_sumbu(kelompok))
    for satu in pasangan:
        grup[satu.kelompok].pendidikan[satu.hasil.keadaan.value] += satu.orang
    return KebutuhanKompetensi(
        kelompok=kelompok,
        orang=sum(g.orang for g in grup.values()),
        dinilai=sum(g.dinilai for g in grup.values()),
        tanpa_standar=sum(g.tanpa_standar for g in grup.values()),
        baris=_susun(per_kompetensi, standar),
        per_kelompok=sorted(grup.values(), key=lambda g: (-g.hitung.kurang, g.nama)),
        pendidikan={satu.value: n for satu, n in jumlahkan(pasangan).items()},
        bekal=_bekal(lingkup, k, masa, sum(g.orang for g in grup.values())),
        jumlah=_jumlah(per_kompetensi.values()),
    )


def _sumbu(kelompok: str) -> Any:
    return kunci_rumpun() if kelompok == "rumpun" else F("unit__opd_id")


def _perlu(
    lingkup: Lingkup,
    standar: Standar,
    kelompok: str,
    jenis: str,
    per_kompetensi: dict[tuple[int, int], Hitung],
    grup: dict[Any, BarisKelompok],
) -> tuple[int, int, int]:
    """Everybody counts as not assessed for what his post asks; the assessed are moved later.

    Gives back how many are new in their post, there for some time, there for long.
    """
    rows = lingkup.orang().annotate(k_kelompok=_sumbu(kelompok), k_opd=_nama_opd(kelompok))
    kolom = ("k_kelompok", "k_opd", "jab", "jab_jenis", "jab_eselon", "jab_rumpun")
    masa = (0, 0, 0)
    for g, opd, jab, macam, eselon, rumpun, n, *lama in rows.values_list(*kolom).annotate(
        n=Count("pk"), **_lama(lingkup.per)
    ):
        nama = sebutan_rumpun(g) if kelompok == "rumpun" else opd or "Tanpa perangkat daerah"
        satu = grup.setdefault(g, BarisKelompok(g, nama))
        satu.orang += n
        masa = (masa[0] + lama[0], masa[1] + lama[1], masa[2] + lama[2])
        asal = Jabatan(macam or None, eselon or None, rumpun=rumpun or None)
        level = standar.untuk(jab, asal)
        satu.tanpa_standar += 0 if level else n
        for kompetensi, butuhnya in level.items():
            if not jenis or standar.kamus[kompetensi].jenis == jenis:
                per_kompetensi[kompetensi, butuhnya].belum += n
                satu.hitung.belum += n
    return masa


def _nama_opd(kelompok: str) -> Any:
    return F("unit__opd__nama") if kelompok == "opd" else Value("")


def _lama(per: date) -> dict[str, Any]:
    """People by the time in their post."""
    muda, lama = tambah_bulan(per, -MUDA), tambah_bulan(per, -LAMA)
    return {
        "n_baru": Count("pk", Q(tmt_hitung__gt=muda)),
        "n_cukup": Count("pk", Q(tmt_hitung__lte=muda, tmt_hitung__gt=lama)),
        "n_lama": Count("pk", Q(tmt_hitung__lte=lama)),
    }


def _punya(
    lingkup: Lingkup,
    standar: Standar,
    kelompok: str,
    jenis: str,
    per_kompetensi: dict[tuple[int, int], Hitung],
    grup: dict[Any, BarisKelompok],
) -> None:
    """The assessed, by post and by what they reached: one query, however many they are.

    What the posts ask is compared here: once per post, not once per person in SQL.
    """
    k, per = standar.k, lingkup.per
    rows = lingkup.saring(profil_terakhir(per=per), prefix="pegawai__")
    rows = rows.filter(kompetensi__in=standar.kamus)
    if jenis:
        rows = rows.filter(kompetensi__jenis=jenis)
    rows = rows.annotate(
        k_kelompok=kunci_rumpun() if kelompok == "rumpun" else F("pegawai__unit__opd_id"),
        k_berlaku=Case(
            When(berlaku_pada(k, per), then=Value(1)), default=Value(0),
            output_field=IntegerField(),
        ),
    )  # fmt: skip
    kolom = ("jab", "jab_jenis", "jab_eselon", "k_kelompok", "kompetensi_id", "level", "k_berlaku")
    diminta: dict[int, dict[int, int]] = {}
    for jab, macam, eselon, g, kompetensi, level, berlaku, n in rows.values_list(*kolom).annotate(
        n=Count("pk")
    ):
        if jab not in diminta:
            diminta[jab] = standar.untuk(jab, Jabatan(macam or None, eselon or None))
        perlu = diminta[jab].get(kompetensi)
        if perlu is None:
            continue  # reached, but not asked by the present post
        for hitung in (per_kompetensi[kompetensi, perlu], grup[g].hitung):
            hitung.belum -= n
            if not berlaku:
                hitung.lewat += n
            elif level >= perlu:
                hitung.memenuhi += n
            else:
                hitung.kurang += n


def _dinilai(
    lingkup: Lingkup, k: KetentuanPenilaian, kelompok: str, grup: dict[Any, BarisKelompok]
) -> None:
    """People with at least one assessment that counts."""
    rows = lingkup.saring(profil_terakhir(per=lingkup.per), prefix="pegawai__")
    kunci = kunci_rumpun() if kelompok == "rumpun" else F("pegawai__unit__opd_id")
    rows = rows.filter(berlaku_pada(k, lingkup.per)).annotate(k_kelompok=kunci)
    for g, n in rows.values_list("k_kelompok").annotate(n=Count("pegawai", distinct=True)):
        grup[g].dinilai = n


def _susun(
    per_kompetensi: Mapping[tuple[int, int], Hitung], standar: Standar
) -> list[BarisKompetensi]:
    semua = [
        BarisKompetensi(standar.kamus[kompetensi], level, hitung)
        for (kompetensi, level), hitung in per_kompetensi.items()
    ]
    return sorted(semua, key=lambda b: (b.kompetensi.kode, b.level))


def _jumlah(semua: Any) -> Hitung:
    hasil = Hitung()
    for satu in semua:
        hasil.memenuhi += satu.memenuhi
        hasil.kurang += satu.kurang
        hasil.lewat += satu.lewat
        hasil.belum += satu.belum
    return hasil


def _bekal(
    lingkup: Lingkup, k: KetentuanPenilaian, masa: tuple[int, int, int], orang: int
) -> Bekal:
    per = lingkup.per
    sejak = tambah_bulan(per, -12)
    rows = RiwayatPelatihan.objects.order_by().filter(mulai__gt=sejak, mulai__lte=per)
    cukup = Count("pegawai", Q(jp__gte=k.jp_minimal_setahun))
    latih = (
        lingkup.saring(rows, prefix="pegawai__")
        .values("pegawai")
        .annotate(jp=Sum("jam"))
        .aggregate(orang=Count("pegawai"), cukup=cukup)
    )
    return Bekal(
        latih["orang"], latih["cukup"], k.jp_minimal_setahun, *masa, tanpa_tmt=orang - sum(masa)
    )

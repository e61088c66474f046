"""Boxes as SIMATA gave them: the grid, the list behind its numbers, and one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.kinerja import Rating
from penilaian.kernel.talenta import BandingKotak, Potensial, kotak, periksa_kotak, rekomendasi
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import KotakTalenta
from penilaian.selectors.kompetensi_lingkup import Lingkup, kunci_rumpun
from penilaian.selectors.tetapan import tetapan_penilaian

# The grid as it is drawn: performance falling, potential rising.
SUMBU_KINERJA = tuple(Rating)
SUMBU_POTENSIAL = (Potensial.RENDAH, Potensial.MENENGAH, Potensial.TINGGI)
SEBUTAN_KINERJA = {
    Rating.DI_ATAS: "Di atas ekspektasi", Rating.SESUAI: "Sesuai ekspektasi",
    Rating.DI_BAWAH: "Di bawah ekspektasi",
}  # fmt: skip


@dataclass(frozen=True)
class Sel:
    """One box of the grid."""

    nomor: int
    orang: int
    rekomendasi: tuple[str, ...]


@dataclass(frozen=True)
class PapanTalenta:
    """The nine boxes of one year, and what they say of themselves."""

    tahun: int | None
    pilihan_tahun: Sequence[int]
    baris: Sequence[tuple[str, Sequence[Sel]]]
    orang: int
    pegawai: int
    bertentangan: int
    sejak: date | None
    sampai: date | None
    menurut_rumpun: Sequence[tuple[str, int]]

    @property
    def tanpa(self) -> int:
        """People in scope without a box of the year."""
        return self.pegawai - self.orang


def _lingkup(pengguna: Pengguna, per: date, opd: int | None = None, rumpun: str = "") -> Lingkup:
    return Lingkup(pengguna, per, opd, rumpun, izin=Izin.TALENTA_LIHAT)


def papan_talenta(
    pengguna: Pengguna,
    *,
    per: date,
    tahun: int | None = None,
    opd: int | None = None,
    rumpun: str = "",
) -> PapanTalenta:
    """Counts per box within reach; the latest year when none is asked for."""
    k = tetapan_penilaian(per=per)
    lingkup = _lingkup(pengguna, per, opd, rumpun)
    semua = lingkup.saring(KotakTalenta.objects.order_by(), prefix="pegawai__")
    ada = sorted(semua.values_list("tahun", flat=True).distinct(), reverse=True)
    pilih = tahun if tahun in ada else (ada[0] if ada else None)
    rows = semua.filter(tahun=pilih) if pilih else semua.none()
    banyak = dict(rows.values_list("kotak").annotate(n=Count("pk")))
    lain = rows.aggregate(
        bertentangan=Count("pk", Q(bertentangan=True)),
        sejak=Min("ditetapkan"), sampai=Max("ditetapkan"),
    )  # fmt: skip
    rumpun_ada = rows.annotate(k=kunci_rumpun()).values_list("k").annotate(n=Count("pk"))
    return PapanTalenta(
        tahun=pilih,
        pilihan_tahun=ada,
        baris=_baris(banyak, k),
        orang=sum(banyak.values()),
        pegawai=lingkup.orang().count(),
        bertentangan=lain["bertentangan"],
        sejak=lain["sejak"],
        sampai=lain["sampai"],
        menurut_rumpun=sorted(rumpun_ada, key=lambda satu: (-satu[1], satu[0])),
    )  # fmt: skip


def _baris(banyak: dict[int, int], k: KetentuanPenilaian) -> list[tuple[str, list[Sel]]]:
    hasil = []
    for kinerja in SUMBU_KINERJA:
        sel = []
        for potensial in SUMBU_POTENSIAL:
            nomor = kotak(kinerja, potensial, k)
            if nomor is not None:
                sel.append(Sel(nomor, banyak.get(nomor, 0), rekomendasi(nomor, k)))
        hasil.append((SEBUTAN_KINERJA[kinerja], sel))
    return hasil


@dataclass(frozen=True)
class SaringanTalenta:
    """What the list behind a number is narrowed to."""

    tahun: int | None = None
    kotak: int | None = None
    bertentangan: bool = False
    opd: int | None = None
    rumpun: str = ""


def daftar_talenta(pengguna: Pengguna, s: SaringanTalenta, *, per: date) -> QuerySet[KotakTalenta]:
    """The boxes behind the numbers, by name; of all years when none is named."""
    lingkup = _lingkup(pengguna, per, s.opd, s.rumpun)
    rows = lingkup.saring(KotakTalenta.objects.order_by(), prefix="pegawai__")
    if s.tahun:
        rows = rows.filter(tahun=s.tahun)
    if s.kotak:
        rows = rows.filter(kotak=s.kotak)
    if s.bertentangan:
        rows = rows.filter(bertentangan=True)
    rows = rows.select_related("pegawai__jabatan", "pegawai__unit__opd")
    return rows.order_by("pegawai__nama", "pegawai_id", "-tahun")


def periksa(rows: Sequence[KotakTalenta], *, per: date) -> list[tuple[KotakTalenta, BandingKotak]]:
    """Each box of one page beside what its own axes give."""
    k = tetapan_penilaian(per=per)
    return [(satu, periksa_kotak(satu.kotak, satu.kinerja, satu.potensial, k)) for satu in rows]


@dataclass(frozen=True)
class KotakSaya:
    """The last box of one person, for himself: in words, without a rank."""

    tahun: int
    nomor: int
    ditetapkan: date
    kinerja: str
    potensial: str
    rekomendasi: tuple[str, ...]
    banding: BandingKotak
    sumber: str


def kotak_saya(pegawai: Pegawai, *, per: date) -> KotakSaya | None:
    """The box of the latest year; None when SIMATA gave none."""
    rows: Any = KotakTalenta.objects.filter(pegawai=pegawai, ditetapkan__lte=per)
    satu = rows.order_by("-tahun").first()
    if satu is None:
        return None
    k = tetapan_penilaian(per=per)
    return KotakSaya(
        tahun=satu.tahun,
        nomor=satu.kotak,
        ditetapkan=satu.ditetapkan,
        kinerja=satu.kinerja.lower(),
        potensial=satu.potensial.lower(),
        rekomendasi=rekomendasi(satu.kotak, k),
        banding=periksa_kotak(satu.kotak, satu.kinerja, satu.potensial, k),
        sumber=satu.sumber,
    )

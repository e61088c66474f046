"""Acting heads and additional tasks by when they end: what needs a letter, and how soon.

Few by nature (a post has at most one acting head), so the stretches of the Plt. and Plh. are
worked out in memory; everything else is one question to the partial index of side assignments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from organisasi.selectors import semua_ketentuan
from pegawai.kernel.masa import tambah_bulan
from pegawai.kernel.sementara import Batas, Masa, sambungan
from pegawai.models import JenisPenugasan, Penugasan
from pegawai.models.penugasan import PenugasanQuerySet

DEKAT, JAUH = 30, 90  # days ahead; also how long an ended term without successor is listed
WAKIL = (JenisPenugasan.PLT, JenisPenugasan.PLH)
_BULAN_MUNDUR = 36  # a stretch of letters that began earlier is beyond any limit anyhow
KELOMPOK = {
    "": "Belum berakhir",
    "lewat": "Habis, belum ada penggantinya",
    "dekat": f"Berakhir dalam {DEKAT} hari",
    "jauh": f"{DEKAT + 1} sampai {JAUH} hari",
    "batas": "Melewati batas masa",
    "terbuka": "Tanpa tanggal akhir",
}


@dataclass(frozen=True)
class Papan:
    """The groups with their counts, the rows of the chosen one, and the limits behind them."""

    kelompok: str
    jumlah: Mapping[str, int]
    rows: QuerySet[Penugasan]
    batas: Batas
    paling_lama: Mapping[int, date]

    @property
    def pilihan(self) -> list[tuple[str, str, int]]:
        """Each group: its key, its words, how many."""
        return [(kunci, teks, self.jumlah[kunci]) for kunci, teks in KELOMPOK.items()]


def papan(
    pengguna: Any,
    *,
    per: date,
    kelompok: str = "",
    jenis: str = "",
    izin: str = Izin.PEGAWAI_LIHAT,
) -> Papan:
    """Assignments within reach, counted by group; those that end first on top."""
    jangkauan = Jangkauan.milik(pengguna, izin, per=per)
    terjangkau = jangkauan.saring(Penugasan.objects.sampingan(), prefix="pegawai__unit__")
    batas = batas_wakil(per)
    surat = _surat(terjangkau, per=per)
    paling_lama = {satu.kunci: batas.semua(awal) for satu, awal in surat}
    melewati = [satu.kunci for satu, awal in surat if satu.selesai > batas.semua(awal)]
    semua = terjangkau.filter(jenis=jenis) if jenis else terjangkau
    pilih = _pilih(melewati, per)
    hitung = semua.order_by().aggregate(**{f"n_{k}": Count("pk", filter=q) for k, q in pilih})
    lewat = tanpa_pengganti(semua, sejak=per - timedelta(days=JAUH), per=per)
    jumlah = {k: hitung[f"n_{k}"] for k, _ in pilih} | {"lewat": lewat.count()}
    kelompok = kelompok if kelompok in KELOMPOK else ""
    rows = lewat if kelompok == "lewat" else semua.filter(dict(pilih)[kelompok])
    rows = rows.select_related("pegawai", "unit", "jabatan").defer("pegawai__siasn")
    urut = F("selesai").asc(nulls_last=True)
    return Papan(kelompok, jumlah, rows.order_by(urut, "pk"), batas, paling_lama)


def batas_wakil(per: date) -> Batas:
    """How long one may act for another, by the constants of the day."""
    ketentuan = semua_ketentuan(per=per)
    return Batas(ketentuan["plt_maks_bulan"], ketentuan["plt_maks_perpanjangan"])


def akan_berakhir(rows: PenugasanQuerySet, *, sampai: date, per: date) -> PenugasanQuerySet:
    """In force or to come, and over by ``sampai``."""
    return rows.filter(selesai__gt=per, selesai__lte=sampai)


def tanpa_pengganti(rows: Any, *, sejak: date, per: date) -> PenugasanQuerySet:
    """Ended after ``sejak``, and nobody holds the post or acts in it now."""
    # A task like head of a school has a name and no jabatan of the nomenclature.
    sama = Q(jabatan=OuterRef("jabatan")) | Q(
        jabatan__isnull=True, jabatan_nama=OuterRef("jabatan_nama")
    )
    di_sana = Penugasan.objects.filter(sama, unit=OuterRef("unit"))
    wakil, pejabat = di_sana.sampingan().belum_berakhir(per), di_sana.definitif().terbuka()
    habis = rows.filter(selesai__gt=sejak, selesai__lte=per, pegawai__berhenti__isnull=True)
    return cast(PenugasanQuerySet, habis.filter(~Exists(wakil), ~Exists(pejabat)))


def _pilih(melewati: list[int], per: date) -> list[tuple[str, Q]]:
    """The condition of every group but the ended ones."""
    dekat, jauh = per + timedelta(days=DEKAT), per + timedelta(days=JAUH)
    return [
        ("", Q(selesai__isnull=True) | Q(selesai__gt=per)),
        ("dekat", Q(selesai__gt=per, selesai__lte=dekat)),
        ("jauh", Q(selesai__gt=dekat, selesai__lte=jauh)),
        ("batas", Q(selesai__gt=per, pk__in=melewati)),
        ("terbuka", Q(selesai__isnull=True)),
    ]


def _surat(rows: Any, *, per: date) -> list[tuple[Masa, date]]:
    """Every letter of a Plt. or Plh. with the day on which its stretch of letters began."""
    sejak = tambah_bulan(per, -_BULAN_MUNDUR)
    wakil = rows.filter(jenis__in=WAKIL, mulai__isnull=False, selesai__gt=sejak).order_by()
    urut: dict[tuple[int, int, int | None], list[Masa]] = {}
    kolom = ("pegawai", "unit", "jabatan", "pk", "mulai", "selesai")
    for orang, unit, jabatan, pk, mulai, selesai in wakil.values_list(*kolom):
        urut.setdefault((orang, unit, jabatan), []).append(Masa(pk, mulai, selesai))
    return [satu for surat in urut.values() for satu in sambungan(surat)]

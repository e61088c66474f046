"""What stands between a plan and its next step, for whoever looks at it; and what it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.sotk_periksa import TemuanSotk
from penilaian.models import KeadaanSotk, PenempatanSotk, RencanaSotk
from penilaian.policies import sotk_putus as policies
from penilaian.policies.sotk import MIN_ALASAN
from penilaian.selectors.sotk_akibat import HasilSotk, hasil_sotk
from penilaian.selectors.sotk_bahan import unit_rencana
from toolkit.cari import memuat

_ADA = "-" * MIN_ALASAN  # stands for a text that is asked for in the form


def halangan_tetapkan(hasil: HasilSotk, *, per: date) -> list[TemuanSotk]:
    """What stops the decision of a draft: what contradicts itself, and plans that overlap."""
    return [
        *hasil.menghalangi,
        *(
            TemuanSotk("tumpang_tindih", f"{lain} sudah ditetapkan dan menyangkut unit yang sama.")
            for lain in _tumpang_tindih(hasil, per=per)
        ),
    ]


def halangan_berlaku(hasil: HasilSotk) -> list[TemuanSotk]:
    """What stops a decided plan on its day; that the day has come does not."""
    return [t for t in hasil.menghalangi if t.kode != "tanggal_lewat"]


def _tumpang_tindih(hasil: HasilSotk, *, per: date) -> list[RencanaSotk]:
    """Other plans that wait for their day and are about some of the same offices."""
    lain = RencanaSotk.objects.filter(keadaan=KeadaanSotk.DITETAPKAN).exclude(pk=hasil.rencana.pk)
    milik = set(hasil.bahan.unit)
    return [satu for satu in lain.select_related("cabang") if milik & unit_rencana(satu, per=per)]


@dataclass(frozen=True)
class Penetapan:
    """``larangan``: by act, why this person cannot do it now; an act of another state is absent."""

    hasil: HasilSotk
    menghalangi: Sequence[TemuanSotk]
    larangan: Mapping[str, Sequence[str]]


def penetapan(rencana: RencanaSotk, pengguna: Pengguna, *, per: date) -> Penetapan:
    """The plan before its decision or its day."""
    hasil = hasil_sotk(rencana, per=per)
    if rencana.keadaan == KeadaanSotk.DRAF:
        halangan = halangan_tetapkan(hasil, per=per)
        larangan = {
            "tetapkan": policies.tetapkan_sotk.reasons(rencana, pengguna, _ADA, halangan, per=per),
            "batalkan": policies.batalkan_sotk.reasons(rencana, pengguna, _ADA, per=per),
        }
        return Penetapan(hasil, halangan, larangan)
    halangan = halangan_berlaku(hasil)
    larangan = {
        "berlakukan": policies.berlakukan_sotk.reasons(rencana, pengguna, halangan, per=per),
        "kembalikan": policies.kembalikan_sotk.reasons(rencana, pengguna, _ADA, halangan, per=per),
    }
    return Penetapan(hasil, halangan, larangan)


@dataclass(frozen=True)
class CatatanSotk:
    """A plan in force: how many fell where, and how many still wait for a place."""

    orang: Mapping[str, int]
    masih: int


def catatan_sotk(rencana: RencanaSotk) -> CatatanSotk:
    """Counted from what was kept on its day."""
    rows = rencana.penempatan.filter(pegawai__isnull=False).order_by()
    jumlah = dict(rows.values_list("nasib").annotate(n=Count("pk")))
    return CatatanSotk(jumlah, belum_bertempat(rencana).count())


def belum_bertempat(rencana: RencanaSotk) -> QuerySet[PenempatanSotk]:
    """Those without a place who still stand where the old structure left them."""
    rows = rencana.penempatan.filter(nasib="belum", pegawai__berhenti__isnull=True)
    return rows.filter(pegawai__formasi=F("dari"))


def orang_tercatat(
    rencana: RencanaSotk, pengguna: Pengguna, *, per: date, nasib: str = "", q: str = ""
) -> QuerySet[PenempatanSotk]:
    """What became of people within reach; ``masih`` as fate: who still waits for a place."""
    rows = belum_bertempat(rencana) if nasib == "masih" else rencana.penempatan.all()
    rows = rows.filter(pegawai__isnull=False).select_related(
        "pegawai__unit", "pegawai__jabatan", "kotak", "jabatan", "dari__unit", "dari__jabatan"
    )
    if nasib and nasib != "masih":
        rows = rows.filter(nasib=nasib)
    rows = rows.filter(memuat(q, "pegawai__nama"))
    jangkauan = Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return jangkauan.saring(rows, prefix="pegawai__unit__").order_by("pegawai__nama", "pk")

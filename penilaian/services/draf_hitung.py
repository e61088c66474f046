"""Drafts of methods that know no task rows: lines a page prints instead, on the same road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction

from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.hitungan import Metode, Pembulatan, Tetapan, angka, desimal
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan, SumberKebutuhan
from penilaian.policies import perhitungan as policies
from penilaian.services.perhitungan import draf_baru, versi_berikut
from penilaian.services.uraian import objek


@dataclass(frozen=True)
class BarisRincian:
    """One line of a computation as text: what, how much, what it became, how, and from where."""

    uraian: str
    nilai: str
    bulat: str = ""
    cara: str = ""
    asal: str = ""

    @classmethod
    def dari(cls, uraian: str, nilai: Fraction | int, *, asal: str = "", cara: str = "",
             bulat: int | None = None) -> BarisRincian:  # fmt: skip
        """Numbers written as sentences write them."""
        return cls(uraian, angka(nilai), "" if bulat is None else angka(bulat), cara, asal)


@dataclass(frozen=True)
class IsiDraf:
    """What a version keeps of its computation."""

    metode: Metode
    nilai: Fraction
    jumlah: int
    pembulatan: Pembulatan
    tetapan: tuple[Tetapan, ...]
    rincian: Sequence[BarisRincian]


def susun_draf(
    formasi: Formasi, isi: IsiDraf, *, per: date, oleh: Pengguna
) -> PerhitunganKebutuhan:
    """The draft of this source becomes this one; without any it is the next version.

    Called inside a transaction that holds the post.
    """
    sumber = SumberKebutuhan(isi.metode.sumber)
    versi = formasi.perhitungan.filter(sumber=sumber).exclude(keadaan=KeadaanHitung.FINAL)
    terbuka = versi.select_for_update().first()
    policies.buka_susunan.check(formasi, terbuka, oleh, per=per)
    satu = terbuka or draf_baru(formasi, sumber, versi_berikut([formasi.pk], sumber))
    satu.metode, satu.pembulatan = isi.metode.value, isi.pembulatan.value
    satu.mentah, satu.jumlah = desimal(isi.nilai), isi.jumlah
    satu.tetapan = [asdict(t) for t in isi.tetapan]
    satu.rincian = [asdict(b) for b in isi.rincian]
    satu.menit, satu.jke_menit = "", None
    satu.per, satu.dibuat_pada, satu.dibuat_oleh = per, timezone.now(), oleh
    satu.save()
    sesudah = {"sumber": sumber.value, "mentah": satu.mentah, "jumlah": satu.jumlah}
    catat(tindakan.PERHITUNGAN_DISUSUN, objek(satu), oleh=oleh, sesudah=sesudah)
    return satu

"""The load behind a need: its tasks with their minutes, what looks odd, and how busy that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Exists, OuterRef

from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.kernel.abk import BarisTugas, dari_tugas
from penilaian.kernel.abk_periksa import periksa_abk
from penilaian.kernel.efektivitas import Efektivitas, efektivitas
from penilaian.kernel.hitungan import TemuanHitung, angka
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import (
    KeadaanHitung,
    Kebutuhan,
    PerhitunganKebutuhan,
    Posisi,
    SumberKebutuhan,
    TemplatUraian,
    UraianTugas,
)
from penilaian.selectors.kebutuhan import BarisPosisi, Ketentuan, ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan

TELITI = 6  # decimals: 3.499987 people are 3, and four decimals would print them as 3.5
TUGAS_DI_FORMASI = 50  # the page of the computation has the rest


@dataclass(frozen=True)
class TugasTampil:
    """A task as a page shows it; figures written out."""

    uraian: UraianTugas
    volume: str
    norma: str
    pengali: str
    menit: str
    orang: str
    bagian: str  # percent of the load of the post
    menit_tepat: Fraction = Fraction()


_CUKUP_DISEBUT = frozenset({"jabatan_kosong", "kebutuhan_nol", "beban_kurang_dari_satu"})


@dataclass(frozen=True)
class Patut:
    """Something odd with the number of its row, and whether its maker said why it is right.

    ``beralasan`` is None where there is nothing to explain.
    """

    temuan: TemuanHitung
    nomor: int | None
    alasan: str
    beralasan: bool | None


def patut_diperiksa(
    temuan: Sequence[TemuanHitung], alasan: Sequence[str], tempat: Sequence[int] | None = None
) -> list[Patut]:
    """Each finding with the reason of its task; one about the whole post takes any reason.

    ``alasan`` per task as computed; ``tempat`` their rows on a sheet that has empty ones.
    """
    umum = "; ".join(dict.fromkeys(satu for satu in alasan if satu))
    hasil = []
    for satu in temuan:
        if satu.baris is None:
            beralasan = None if satu.kode in _CUKUP_DISEBUT else bool(umum)
            hasil.append(Patut(satu, None, umum if beralasan else "", beralasan))
        else:
            nomor = (satu.baris if tempat is None else tempat[satu.baris]) + 1
            kata = alasan[satu.baris]
            hasil.append(Patut(satu, nomor, kata, bool(kata)))
    return hasil


@dataclass(frozen=True)
class RincianHitung:
    """One version with its tasks, in the constants it was computed with."""

    perhitungan: PerhitunganKebutuhan
    tugas: Sequence[TugasTampil]
    menit: str
    nilai: str
    temuan: tuple[TemuanHitung, ...]

    @property
    def patut(self) -> list[Patut]:
        """What is odd, each with the reason its maker gave."""
        return patut_diperiksa(self.temuan, [t.uraian.alasan for t in self.tugas])

    @property
    def tanpa_alasan(self) -> int:
        """How many oddities nobody explained: what a checker asks about first."""
        return sum(satu.beralasan is False for satu in self.patut)

    @property
    def sebagian(self) -> Sequence[TugasTampil]:
        """As many as fit beside other things."""
        return self.tugas[:TUGAS_DI_FORMASI]


@dataclass(frozen=True)
class BebanFormasi:
    """The load of a post: one version per name counted there, and EJ over its holders."""

    rincian: Sequence[RincianHitung]
    ej: Efektivitas
    ej_teks: str


def beban_formasi(
    posisi: Any, kebutuhan: Sequence[Kebutuhan], *, nilai: Mapping[str, Any]
) -> BebanFormasi | None:
    """None when no need of the post in force was computed from tasks.

    ``posisi`` carries ``isi``; ``nilai`` are the constants of the day. Without minutes for every
    part of the need there is no EJ.
    """
    abk = [k for k in kebutuhan if k.sumber == SumberKebutuhan.ABK]
    terukur = [k for k in abk if k.perhitungan is not None and k.perhitungan.jke_menit]
    if not terukur:
        return None
    k = KetentuanKebutuhan.dari(nilai)
    lengkap = len(terukur) == len(abk)
    beban = sum((satu.tepat for satu in abk), Fraction()) * k.jke_menit
    ej = efektivitas(beban, posisi.isi if lengkap else 0, k)
    rows = [rinci_hitung(s.perhitungan, k, pemangku=posisi.isi) for s in terukur if s.perhitungan]
    return BebanFormasi(rows, ej, "" if ej.nilai is None else angka(ej.nilai, TELITI))


def rinci_hitung(
    perhitungan: PerhitunganKebutuhan, k: KetentuanKebutuhan, *, pemangku: int
) -> RincianHitung:
    """Its tasks through the method again, by the constants it names: shown, never stored.

    A method without minutes has no tasks: its lines were stored as they were computed.
    """
    if perhitungan.jke_menit is None:
        return RincianHitung(perhitungan, (), "", angka(perhitungan.nilai), ())
    saat_itu = k.andaikan(**{satu["nama"]: satu["nilai"] for satu in perhitungan.tetapan})
    tugas = list(perhitungan.tugas.all())
    hitungan = dari_tugas([t.tugas for t in tugas], saat_itu)
    hitungan = replace(hitungan, bulat=perhitungan.jumlah)
    baris = [_tampil(t, b, hitungan.nilai) for t, b in zip(tugas, hitungan.baris, strict=True)]
    return RincianHitung(
        perhitungan=perhitungan,
        tugas=baris,
        menit=angka(Fraction(perhitungan.menit)),
        nilai=angka(perhitungan.nilai, TELITI),
        temuan=periksa_abk(hitungan, saat_itu, pemangku=pemangku),
    )


def _tampil(uraian: UraianTugas, baris: BarisTugas, semua: Fraction) -> TugasTampil:
    return TugasTampil(
        uraian=uraian,
        volume=angka(baris.tugas.volume, 6),
        norma=angka(baris.tugas.norma, 6),
        pengali=angka(baris.pengali),
        menit=angka(baris.menit),
        orang=angka(baris.orang),
        bagian=angka(baris.orang / semua * 100, 1) if semua else "0",
        menit_tepat=baris.menit,
    )


def perhitungan_terbuka(formasi_id: int) -> list[PerhitunganKebutuhan]:
    """What is under way for a post, one per source."""
    rows = PerhitunganKebutuhan.objects.filter(formasi=formasi_id)
    return list(rows.exclude(keadaan=KeadaanHitung.FINAL).order_by("sumber"))


@dataclass(frozen=True)
class HalamanHitung:
    """One version on its own page: whole, with the other versions of the same post."""

    rincian: RincianHitung
    posisi: Any
    berlaku: bool
    templat: bool
    versi: Sequence[PerhitunganKebutuhan]


def halaman_hitung(pengguna: Pengguna, pk: int, *, per: date) -> HalamanHitung | None:
    """None when its post is out of reach or nobody made it."""
    rows = PerhitunganKebutuhan.objects.select_related(
        "dibuat_oleh", "diperiksa_oleh", "diputuskan_oleh", "kebutuhan"
    )
    templat = Exists(TemplatUraian.objects.filter(perhitungan=OuterRef("pk")))
    satu = rows.filter(pk=pk).annotate(menjadi_templat=templat).first()
    if satu is None:
        return None
    aturan = ketentuan(per=per)
    posisi = posisi_terlihat(pengguna, satu.formasi_id, per=per, aturan=aturan)
    if posisi is None:
        return None
    k = tetapan_kebutuhan(per=per)
    lain = rows.filter(formasi=satu.formasi_id, sumber=satu.sumber).order_by("-versi")
    return HalamanHitung(
        rincian=rinci_hitung(satu, k, pemangku=posisi.isi),
        posisi=posisi,
        berlaku=hasattr(satu, "kebutuhan"),
        templat=satu.menjadi_templat,
        versi=list(lain[:20]),
    )


def posisi_terlihat(pengguna: Pengguna, formasi_id: int, *, per: date, aturan: Ketentuan) -> Any:
    """The post with its need and holders; None when out of reach."""
    posisi: BarisPosisi = Posisi.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    return (
        posisi.with_kebutuhan(eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi)
        .select_related("unit__opd", "jabatan")
        .filter(pk=formasi_id)
        .first()
    )

"""Computations on their way: what waits for whom, and what a decision would change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.db.models import Count, QuerySet

from jejak.selectors import Catatan, Perubahan, riwayat
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.hitungan import angka
from penilaian.kernel.sumber import orang_bersama, yang_dipakai
from penilaian.models import (
    KeadaanHitung,
    Kebutuhan,
    PerhitunganKebutuhan,
    Posisi,
    SumberKebutuhan,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.perhitungan import HalamanHitung
from penilaian.selectors.perhitungan_susun import dikembalikan
from toolkit.policy import Refusal

Rows = QuerySet[PerhitunganKebutuhan]


class Langkah(StrEnum):
    """The steps after the maker's."""

    PERIKSA = "periksa"
    KEMBALIKAN = "kembalikan"
    PUTUSKAN = "putuskan"
    TEMPLAT = "templat"


@dataclass(frozen=True)
class Akibat:
    """What deciding a computation does to the need of the post where it is counted."""

    kini: int | None
    menjadi: int
    isi: int

    @property
    def beda(self) -> int:
        """Holders less the new need: below zero people are missing."""
        return self.isi - self.menjadi

    @property
    def kurang(self) -> int:
        """People missing afterwards."""
        return max(-self.beda, 0)

    @property
    def lebih(self) -> int:
        """People too many afterwards."""
        return max(self.beda, 0)


def penolakan(
    langkah: Langkah, satu: PerhitunganKebutuhan, pengguna: Pengguna, *, per: date, kata: str = "-"
) -> list[Refusal]:
    """What speaks against the step; ``kata`` is its reason or basis, once it was written."""
    match langkah:
        case Langkah.PERIKSA:
            return policies.periksa.refusals(satu, pengguna, per=per)
        case Langkah.KEMBALIKAN:
            return policies.kembalikan.refusals(satu, pengguna, kata, per=per)
        case Langkah.PUTUSKAN:
            return policies.putuskan.refusals(satu, pengguna, kata, per=per)
        case Langkah.TEMPLAT:
            return policies.pilih_templat.refusals(satu, pengguna, per=per)


def boleh_langkah(satu: PerhitunganKebutuhan, pengguna: Pengguna, *, per: date) -> list[Langkah]:
    """The steps this person may take now."""
    return [langkah for langkah in Langkah if not penolakan(langkah, satu, pengguna, per=per)]


def terlihat(pengguna: Pengguna, *, per: date) -> Rows:
    """Every version within reach."""
    return _dalam(PerhitunganKebutuhan.objects.all(), pengguna, Izin.KEBUTUHAN_LIHAT, per)


def menunggu(pengguna: Pengguna, langkah: Langkah, *, per: date) -> Rows:
    """What waits for this person to check or to decide; not what he made or checked himself, nor
    what an office that was closed has left."""
    izin, keadaan = {
        Langkah.PERIKSA: (Izin.KEBUTUHAN_PERIKSA, KeadaanHitung.DRAF),
    }.get(langkah, (Izin.KEBUTUHAN_TETAPKAN, KeadaanHitung.DIPERIKSA))
    rows = PerhitunganKebutuhan.objects.filter(keadaan=keadaan).exclude(dibuat_oleh=pengguna)
    rows = rows.exclude(diperiksa_oleh=pengguna).exclude(formasi__unit__ditutup__lte=per)
    return _dalam(rows, pengguna, izin, per)


def _dalam(rows: Rows, pengguna: Pengguna, izin: Izin, per: date) -> Rows:
    return Jangkauan.milik(pengguna, izin, per=per).saring(rows, prefix="formasi__unit__")


@dataclass(frozen=True)
class DaftarHitung:
    """The list as filtered, and how many stand where within reach."""

    rows: Rows
    jumlah: Mapping[str, int]
    tunggu: Sequence[tuple[Langkah, int]]

    @property
    def semua(self) -> int:
        """Every version."""
        return sum(self.jumlah.values())


def daftar_hitung(pengguna: Pengguna, saringan: Any, *, per: date) -> DaftarHitung:
    """Versions within reach, narrowed by the form's ``saring``; those under way first."""
    semua = terlihat(pengguna, per=per)
    jumlah = dict.fromkeys(KeadaanHitung.values, 0)
    jumlah |= dict(semua.order_by().values_list("keadaan").annotate(n=Count("pk")))
    tunggu = [
        (satu, menunggu(pengguna, satu, per=per).count())
        for satu in (Langkah.PERIKSA, Langkah.PUTUSKAN)
    ]
    rows = semua
    if saringan.menunggu is not None:
        rows = menunggu(pengguna, saringan.menunggu, per=per)
    rows = saringan.saring(rows).select_related(*TAMPIL)
    return DaftarHitung(rows, jumlah, [(satu, n) for satu, n in tunggu if n])


TAMPIL = ("formasi__unit__opd", "formasi__jabatan", "dibuat_oleh", "kebutuhan")


def lengkapi(rows: Iterable[Any], pengguna: Pengguna, *, per: date) -> None:
    """Give each version the steps this person may take, and what deciding it would change."""
    semua = list(rows)
    menurut = akibat([s for s in semua if s.keadaan != KeadaanHitung.FINAL], per=per)
    for satu in semua:
        satu.langkah = boleh_langkah(satu, pengguna, per=per)
        satu.akibat = menurut.get(satu.pk)
        satu.berlaku = hasattr(satu, "kebutuhan")


def akibat(
    semua: Sequence[PerhitunganKebutuhan], *, per: date, posisi: Any = None
) -> dict[int, Akibat]:
    """For each version, alone, what its decision would do; three queries for all of them.

    ``posisi`` is a post already read with its need, when it is the one. The rule is that of
    ``services.terhitung``: the first source of the precedence, summed over the posts counted
    together and rounded once.
    """
    if not semua:
        return {}
    tempat = {s.pk: s.formasi.dihitung_ke_id or s.formasi_id for s in semua}
    angka = {} if posisi is None else {posisi.pk: posisi}
    if angka.keys() != set(tempat.values()):
        angka = _angka_posisi(set(tempat.values()), per=per)
    ada: dict[int, list[Kebutuhan]] = {}
    rows = Kebutuhan.objects.filter(formasi__in=set(tempat.values()))
    for k in rows.select_related("perhitungan").order_by("pk"):
        ada.setdefault(k.formasi_id, []).append(k)
    return {
        s.pk: Akibat(
            kini=angka[tempat[s.pk]].butuh,
            menjadi=_menjadi(s, ada.get(tempat[s.pk], [])),
            isi=angka[tempat[s.pk]].isi,
        )
        for s in semua
    }


def _angka_posisi(pk: Collection[int], *, per: date) -> dict[int, Any]:
    aturan = ketentuan(per=per)
    rows: Any = Posisi.objects.filter(pk__in=pk).with_kebutuhan(
        eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi
    )
    return {p.pk: p for p in rows}


def _menjadi(baru: PerhitunganKebutuhan, ada: Sequence[Kebutuhan]) -> int:
    """The need that would count with this version in the place of the one of its source."""
    lain = [k for k in ada if (k.asal_id, k.sumber) != (baru.formasi_id, baru.sumber)]
    dipakai = yang_dipakai({baru.sumber, *(k.sumber for k in lain)})
    sesumber = [k for k in lain if k.sumber == dipakai]
    if dipakai != baru.sumber:
        return next(k.terhitung for k in ada if k.dipakai) or 0
    lain_bagian = [(k.tepat, k.jumlah) for k in sesumber]
    return orang_bersama(dipakai, [(baru.nilai, baru.jumlah), *lain_bagian])


@dataclass(frozen=True)
class HalamanLangkah:
    """One version about to take a step: what speaks against it, and what it changes."""

    satu: PerhitunganKebutuhan
    langkah: Langkah
    akibat: Akibat | None
    alasan: Sequence[str]
    stempel: str


def halaman_langkah(
    pengguna: Pengguna, pk: int, langkah: Langkah, *, per: date, kata: str = "-"
) -> HalamanLangkah | None:
    """None when out of reach; raises the refusal of who may never take this step."""
    satu = terlihat(pengguna, per=per).select_related(*TAMPIL, "diperiksa_oleh").filter(pk=pk)
    ada = satu.first()
    if ada is None:
        return None
    tolak = penolakan(langkah, ada, pengguna, per=per, kata=kata)
    for refusal in tolak:
        if refusal.status == 403:
            raise refusal
    return HalamanLangkah(
        satu=ada,
        langkah=langkah,
        akibat=akibat([ada], per=per).get(pk) if langkah == Langkah.PUTUSKAN else None,
        alasan=[refusal.kalimat for refusal in tolak],
        stempel=policies.stempel_draf(ada),
    )


@dataclass(frozen=True)
class Terpilih:
    """Ticked versions before one act on all of them."""

    boleh: Sequence[Any]
    tidak: Sequence[tuple[Any, str]]

    @property
    def kini(self) -> int:
        """Their needs as they stand, together."""
        return sum(s.akibat.kini or 0 for s in self.boleh)

    @property
    def menjadi(self) -> int:
        """Their needs afterwards, together."""
        return sum(s.akibat.menjadi for s in self.boleh)


def terpilih(pengguna: Pengguna, pk: Iterable[int], langkah: Langkah, *, per: date) -> Terpilih:
    """Those that may take the step and those that may not, each with its sentence."""
    rows = terlihat(pengguna, per=per).filter(pk__in=list(pk)).select_related(*TAMPIL)
    boleh, tidak = [], []
    for satu in rows.order_by("formasi__unit__kiri", "pk"):
        tolak = penolakan(langkah, satu, pengguna, per=per)
        if tolak:
            tidak.append((satu, " ".join(r.kalimat for r in tolak)))
        else:
            boleh.append(satu)
    menurut = akibat(boleh, per=per)
    for baris in boleh:
        tampil: Any = baris
        tampil.akibat, tampil.stempel = menurut[baris.pk], policies.stempel_draf(baris)
    return Terpilih(boleh, tidak)


@dataclass(frozen=True)
class JalanHitung:
    """Where one version stands on its road, for its page."""

    langkah: Sequence[Langkah]
    boleh_susun: bool
    akibat: Akibat | None
    templat: bool
    kembali: Catatan | None
    riwayat: Sequence[Catatan]


# What the trail of a computation names by field, as its page says it.
_SEBUTAN = {
    "jumlah": "orang", "mentah": "sebelum dibulatkan", "menit": "menit setahun",
    "tugas": "baris uraian tugas", "sumber": "cara hitung", "berkas": "dari berkas",
}  # fmt: skip


def _terbaca(satu: Perubahan) -> Perubahan:
    """A change in words and in numbers as they are written here; what is no number stays."""

    def isi(nilai: Any) -> Any:
        if satu.kolom == "sumber":
            return dict(SumberKebutuhan.choices).get(nilai, nilai)
        if satu.kolom in ("mentah", "menit") and nilai is not None:
            return angka(Fraction(nilai))
        return nilai

    kolom = _SEBUTAN.get(satu.kolom, satu.kolom)
    return Perubahan(kolom, isi(satu.sebelum), isi(satu.sesudah))


def _riwayat(satu: PerhitunganKebutuhan) -> list[Catatan]:
    return [
        replace(c, perubahan=tuple(_terbaca(u) for u in c.perubahan)) for c in riwayat(satu).baris
    ]


def jalan_hitung(pengguna: Pengguna, h: HalamanHitung, *, per: date) -> JalanHitung:
    """What this person may do with it, what deciding it would change, what was done with it."""
    satu = h.rincian.perhitungan
    satu.formasi = h.posisi
    terbuka = next((v for v in h.versi if v.keadaan != KeadaanHitung.FINAL), None)
    final = satu.keadaan == KeadaanHitung.FINAL
    baris = _riwayat(satu)
    return JalanHitung(
        langkah=boleh_langkah(satu, pengguna, per=per),
        boleh_susun=satu.sumber == SumberKebutuhan.ABK
        and policies.buka_susunan.allows(h.posisi, terbuka, pengguna, per=per),
        akibat=None if final else akibat([satu], per=per, posisi=h.posisi)[satu.pk],
        templat=h.templat,
        kembali=dikembalikan(satu, baris),
        riwayat=baris,
    )

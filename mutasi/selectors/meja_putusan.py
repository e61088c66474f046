"""The desks of the PyB and the PPK: what waits there, why, and what the others said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db.models import Count, Min, Q

from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import Persetujuan, UsulanMutasi
from mutasi.policies.pengganti import pemegang
from mutasi.selectors.meja_akibat import Akibat, akibat
from mutasi.selectors.meja_simpangan import (
    Rekomendasi,
    menyimpang_dari,
    putusan_pyb,
    rekomendasi_tpk,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import yang_berhubungan

S = StatusUsulan
MAKS_SEKALIGUS = 300  # a file has no more, and a page must stay readable


@dataclass(frozen=True)
class Saring:
    """What is asked for: a file, and words of a name, an NIP or a post."""

    berkas: str = ""
    q: str = ""

    @classmethod
    def dari(cls, data: Mapping[str, str]) -> Self:
        """As the address carries it; what is no key of a file is no file."""
        berkas = data.get("berkas", "")
        try:
            berkas = str(UUID(berkas)) if berkas else ""
        except ValueError:
            berkas = ""
        return cls(berkas, data.get("q", "").replace("\x00", "").strip()[:100])

    def pakai(self, rows: Any) -> Any:
        """The cases that are meant."""
        if self.berkas:
            rows = rows.filter(berkas=self.berkas)
        if self.q:
            rows = rows.filter(
                Q(pegawai__nama__icontains=self.q) | Q(pegawai__nip__startswith=self.q)
                | Q(ke__jabatan__nama__icontains=self.q) | Q(dari__jabatan__nama__icontains=self.q)
                | Q(ke__unit__nama__icontains=self.q)
            )  # fmt: skip
        return rows


@dataclass(frozen=True)
class MejaPutusan:
    """A desk. ``berkas``: the files with cases on it, each with how many."""

    saring: Saring
    rows: Any
    jumlah: int
    tertua: Any
    berkas: list[dict[str, Any]]


def meja_putusan(
    pengguna: Pengguna, status: StatusUsulan, saring: Saring, *, per: date
) -> MejaPutusan:
    """What waits in a state, the oldest first within its file."""
    semua = UsulanMutasi.objects.for_user(pengguna, per=per).filter(status=status)
    hitung = semua.aggregate(jumlah=Count("pk"), tertua=Min("sejak"))
    berkas: Any = (
        semua.order_by("berkas__nomor")
        .values("berkas", "berkas__nomor", "berkas__nama")
        .annotate(jumlah=Count("pk"))
    )
    rows = saring.pakai(semua).with_names().order_by("berkas__nomor", "urutan", "pk")
    return MejaPutusan(saring, rows, hitung["jumlah"], hitung["tertua"], list(berkas))


@dataclass(frozen=True)
class BarisMeja:
    """A case on a desk. ``terhalang``: the reader has a tie with the person, or it is himself."""

    u: UsulanMutasi
    tpk: Rekomendasi | None
    pyb: Persetujuan | None
    terhalang: bool = False


def lengkapi(usulan: Sequence[UsulanMutasi], pengguna: Pengguna) -> list[BarisMeja]:
    """With what TPK and PyB said, in four queries."""
    ids = [u.pk for u in usulan]
    tpk, pyb = rekomendasi_tpk(ids), putusan_pyb(ids)
    saya = Pegawai.objects.filter(pengguna=pengguna).values_list("pk", flat=True).first()
    kerabat = yang_berhubungan(saya, {u.pegawai_id for u in usulan}) if saya else set()
    terhalang = kerabat | {saya}
    return [
        BarisMeja(u, tpk.get(u.pk), pyb.get(u.pk), terhalang=u.pegawai_id in terhalang)
        for u in usulan
    ]


def yang_digantikan(pengguna: Pengguna, *, per: date) -> list[UsulanMutasi]:
    """Cases at the PyB's desk that nobody who is PyB may decide: the PPK does (``pengganti``)."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(status=S.DIREKOMENDASI)
    orang = dict(rows.order_by().values_list("pegawai", "pegawai__pengguna"))
    semua = pemegang(Izin.USULAN_SETUJUI_PYB, per=per) if orang else {}
    if not semua:
        return []
    terhalang = set(orang)
    for akun, pegawai in semua.items():
        tak_boleh = {p for p, milik in orang.items() if milik == akun}
        if pegawai is not None:
            tak_boleh |= yang_berhubungan(pegawai, set(orang))
        terhalang &= tak_boleh
    if not terhalang:
        return []
    return list(rows.filter(pegawai__in=terhalang).with_names().order_by("berkas__nomor", "urutan"))


def tersaring(
    pengguna: Pengguna, status: StatusUsulan, saring: Saring, *, per: date
) -> dict[UUID, int]:
    """All that the filters leave, with their versions; no more than a file may hold."""
    rows = meja_putusan(pengguna, status, saring, per=per).rows
    return dict(rows.values_list("pk", "versi")[:MAKS_SEKALIGUS])


def bernama(pengguna: Pengguna, ids: Iterable[UUID], *, per: date) -> dict[UUID, UsulanMutasi]:
    """The cases of a report, as far as they are seen."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(pk__in=list(ids))
    return {u.pk: u for u in rows.with_names()}


@dataclass(frozen=True)
class BarisTanya:
    """A case before the decision: what the others said, what follows, whom it departs from."""

    u: UsulanMutasi
    tpk: Rekomendasi | None
    pyb: Persetujuan | None
    akibat: Akibat
    menyimpang: tuple[str, ...]
    menunggu: tuple[UsulanMutasi, ...]

    @property
    def kunci(self) -> str:
        """As the form sends it back: the case and the version that was read."""
        return f"{self.u.pk}:{self.u.versi}"


@dataclass(frozen=True)
class Tanya:
    """The question before a decision on many cases. ``min_huruf``: of the reason (W10)."""

    aksi: Aksi
    baris: list[BarisTanya]
    min_huruf: int

    @property
    def menyimpang(self) -> int:
        """How many depart from the TPK or the PyB."""
        return sum(bool(b.menyimpang) for b in self.baris)

    @property
    def panjang(self) -> int:
        """How long the reason must be at least; 0: no length is asked (H26, W10)."""
        return self.min_huruf if self.menyimpang or self.aksi is Aksi.SETUJUI_PPK else 0

    @property
    def menunggu(self) -> int:
        """How many cases elsewhere lose the seat they wait for."""
        return len({u.pk for b in self.baris for u in b.menunggu})

    @property
    def kosong(self) -> int:
        """How many posts are left without a successor."""
        return sum(b.akibat.kosong for b in self.baris)

    @property
    def penuh(self) -> int:
        """How many targets are not free."""
        return sum(b.akibat.penuh for b in self.baris)

    @property
    def sk(self) -> dict[str, int]:
        """Which decrees follow, each with its lines."""
        hasil: dict[str, int] = {}
        for b in self.baris:
            hasil[b.akibat.sk] = hasil.get(b.akibat.sk, 0) + 1
        return hasil


def tanya(
    pengguna: Pengguna, ids: Iterable[UUID], aksi: Aksi, status: StatusUsulan, *, per: date
) -> Tanya:
    """The cases meant, as far as they are seen and wait here, with what deciding them brings."""
    pilih = set(ids)
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(pk__in=pilih, status=status)
    usulan = list(rows.with_names().order_by("berkas__nomor", "urutan", "pk"))
    tpk, pyb = rekomendasi_tpk(pilih), putusan_pyb(pilih)
    k = tetapan_jalan(per=per)
    setuju = aksi in (Aksi.SETUJUI_PYB, Aksi.SETUJUI_PPK)
    ikut = () if setuju else [u.pk for u in usulan]
    sesudah = akibat(usulan, per=per, k=k, bersama=ikut)
    return Tanya(
        aksi,
        [
            BarisTanya(
                u, tpk.get(u.pk), pyb.get(u.pk), sesudah[u.pk],
                menyimpang_dari(aksi, tpk.get(u.pk), pyb_setuju=u.pk in pyb),
                () if setuju else sesudah[u.pk].menunggu,
            )
            for u in usulan
        ],
        k.min_huruf_alasan,
    )  # fmt: skip

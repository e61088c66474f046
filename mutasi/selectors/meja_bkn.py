"""The desk of BKN, of permits and of letters between instansi, section by section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q

from mutasi.alur import StatusUsulan
from mutasi.models import DokumenMasuk, PertekBkn, UsulanMutasi
from mutasi.selectors.meja_antar import putusan_antar
from mutasi.selectors.meja_izin import IzinDiminta, izin_diminta, kurang_izin, surat_usulan
from mutasi.selectors.meja_putusan import Saring
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Hasil, Putusan

S = StatusUsulan


@dataclass(frozen=True)
class Bagian:
    """One heap of the desk: its states, its words, the steps that can be taken with it."""

    kode: str
    judul: str
    ket: str
    status: tuple[StatusUsulan, ...]
    langkah: tuple[str, ...]


BAGIAN: tuple[Bagian, ...] = (
    Bagian("usul", "Siap diusulkan", "Disetujui PyB; kirim lewat I-MUT, lalu catat nomornya.",
           (S.DISETUJUI_PYB,), ("usulkan",)),
    Bagian("tunggu", "Menunggu BKN", "Lima hari kerja; hari keenam diam menjadi persetujuan.",
           (S.DIUSULKAN_BKN,), ("pertek", "otomatis", "kembali", "tolak")),
    Bagian("kembali", "Dikembalikan atau ditolak BKN",
           "Yang dikembalikan dapat diusulkan lagi; selebihnya dikaji ulang Kabid.",
           (S.DIKEMBALIKAN_BKN, S.DITOLAK_BKN), ("usulkan",)),
    Bagian("antar", "Antarinstansi", "Usul dan persetujuan PPK menyebut jabatan (H15).",
           (S.PROSES_ANTAR_INSTANSI,), ("surat", "lengkapi")),
    Bagian("izin", "Izin pejabat luar", "Mendagri di jendela politik, dan jabatan khusus.",
           (S.IZIN_LUAR,), ("izin", "teruskan", "tolak-izin")),
)  # fmt: skip
MENURUT_KODE = {satu.kode: satu for satu in BAGIAN}


@dataclass(frozen=True)
class MejaBkn:
    """The desk with one heap open. ``lewat``: submissions on which silence has become approval."""

    bagian: Bagian
    jumlah: list[tuple[Bagian, int]]
    rows: Any
    saring: Saring
    lewat: int
    berkas: list[dict[str, Any]]

    @property
    def semua(self) -> int:
        """How many lie on the desk."""
        return sum(n for _, n in self.jumlah)


def meja_bkn(pengguna: Pengguna, kode: str, saring: Saring, *, per: date) -> MejaBkn:
    """The heap asked for, else the first that is not empty; what is due soonest on top."""
    semua = UsulanMutasi.objects.for_user(pengguna, per=per)
    hitung = dict(
        semua.filter(status__in=[s for b in BAGIAN for s in b.status])
        .order_by().values_list("status").annotate(n=Count("pk"))
    )  # fmt: skip
    jumlah = [(b, sum(hitung.get(s.value, 0) for s in b.status)) for b in BAGIAN]
    bagian = MENURUT_KODE.get(kode) or next((b for b, n in jumlah if n), BAGIAN[0])
    isi = semua.filter(status__in=bagian.status)
    lewat = semua.filter(
        status=S.DIUSULKAN_BKN, pertek__dijawab_pada__isnull=True, pertek__otomatis_pada__lte=per
    )
    berkas: Any = (
        isi.order_by("berkas__nomor").values("berkas", "berkas__nomor").annotate(n=Count("pk"))
    )
    rows = saring.pakai(isi).with_names()
    rows = rows.order_by(F("tenggat").asc(nulls_last=True), "berkas__nomor", "urutan", "pk")
    return MejaBkn(bagian, jumlah, rows, saring, lewat.count(), list(berkas))


@dataclass(frozen=True)
class BarisBkn:
    """A case on this desk with what came and what is missing."""

    u: UsulanMutasi
    pertek: PertekBkn | None
    surat: tuple[DokumenMasuk, ...] = ()
    izin: tuple[IzinDiminta, ...] = ()
    antar: Putusan | None = None
    lewat: bool = False

    @property
    def lengkap(self) -> bool:
        """Whether nothing is missing here."""
        if self.antar is not None:
            return self.antar.putusan is Hasil.LOLOS
        return not kurang_izin(self.izin)


def lengkapi(bagian: Bagian, usulan: Sequence[UsulanMutasi], *, per: date) -> list[BarisBkn]:
    """With the open or last submission, and the letters or permits where the heap is about them."""
    ids = [u.pk for u in usulan]
    pertek = _pertek(ids)
    surat = surat_usulan(ids) if bagian.kode == "antar" else {}
    izin = izin_diminta(usulan, per=per) if bagian.kode == "izin" else {}
    k = tetapan_jalan(per=per)
    return [
        BarisBkn(
            u, pertek.get(u.pk), tuple(surat.get(u.pk, ())), izin.get(u.pk, ()),
            putusan_antar(u, surat.get(u.pk, ()), k) if bagian.kode == "antar" else None,
            lewat=_lewat(pertek.get(u.pk), per),
        )
        for u in usulan
    ]  # fmt: skip


def _lewat(pertek: PertekBkn | None, per: date) -> bool:
    if pertek is None or pertek.dijawab_pada is not None or pertek.otomatis_pada is None:
        return False
    return per >= pertek.otomatis_pada


def _pertek(ids: Sequence[UUID]) -> dict[UUID, PertekBkn]:
    """The last submission of the present content, by case."""
    rows = PertekBkn.objects.filter(usulan__in=ids, versi=F("usulan__versi")).order_by("pk")
    return {satu.usulan_id: satu for satu in rows}


def terpilih(
    pengguna: Pengguna, ids: Sequence[UUID], bagian: Bagian, *, per: date
) -> list[UsulanMutasi]:
    """The ticked cases that lie in this heap and are seen."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per)
    rows = rows.filter(pk__in=ids, status__in=bagian.status).with_names()
    return list(rows.order_by("berkas__nomor", "urutan", "pk"))


def pilihan_izin(usulan: Sequence[UsulanMutasi], *, per: date) -> list[tuple[str, str]]:
    """The permits still missing among these cases, with how many wait for each."""
    hitung: dict[str, tuple[IzinDiminta, int]] = {}
    for diminta in izin_diminta(usulan, per=per).values():
        for satu in kurang_izin(diminta):
            hitung[satu.kunci] = (satu, hitung.get(satu.kunci, (satu, 0))[1] + 1)
    return [
        (kunci, f"{satu.dokumen} dari {satu.penerbit} ({satu.kode}), {n} nama")
        for kunci, (satu, n) in hitung.items()
    ]


def surat_terlihat(pengguna: Pengguna, *, per: date) -> Any:
    """Papers of cases one may see."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    return DokumenMasuk.objects.filter(usulan__in=tampak).exclude(Q(berkas="") | Q(berkas=None))


def pertek_terlihat(pengguna: Pengguna, *, per: date) -> Any:
    """Perteks of cases one may see."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    return PertekBkn.objects.filter(usulan__in=tampak).exclude(Q(berkas="") | Q(berkas=None))

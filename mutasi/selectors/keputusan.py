"""Decrees as pages show them: the list, one of them with its rows, what waits to be drafted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from mutasi.alur import StatusUsulan
from mutasi.kernel.jenis import NAMA_JENJANG
from mutasi.kernel.naskah import beku
from mutasi.kernel.nomor import CaraNomor
from mutasi.models import (
    BarisKeputusan,
    BerkasMutasi,
    KedudukanTandaTangan,
    Keputusan,
    Penandatangan,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.policies.keputusan import BERJALAN
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.models import Pengguna, Proses, StatusProses

K = StatusKeputusan
# What the list may be narrowed to; "" is what is at work or in force.
KEADAAN = [
    ("", "Semua kecuali yang batal"),
    ("nomor", "Menunggu nomor"),
    ("tetap", "Menunggu ditetapkan"),
    ("tanda", "Menunggu berkas bertanda tangan"),
    *[(s.value, s.label) for s in (K.DITETAPKAN, K.DIGANTI, K.DICABUT, K.BATAL)],
]
_SARING: dict[str, Q] = {
    "": ~Q(status=K.BATAL),
    "nomor": Q(status=K.DRAF, nomor=""),
    "tetap": Q(status=K.DRAF) & ~Q(nomor=""),
    "tanda": Q(status=K.DITETAPKAN, bertanda_sha256=""),
}


@dataclass(frozen=True)
class Ringkasan:
    """What the room says first."""

    nomor: int
    tetap: int
    tanda: int
    belum: int  # approved cases without a decree


def terlihat(pengguna: Pengguna, *, per: date) -> QuerySet[Keputusan]:
    """The decrees one may see, with what a list shows."""
    rows = Keputusan.objects.for_user(pengguna, per=per)
    return rows.select_related("berkas", "penandatangan__pengguna", "ubah_dari")


def daftar(pengguna: Pengguna, status: str, q: str, *, per: date) -> QuerySet[Keputusan]:
    """The list, newest first; ``q`` in number, subject, or the number of the file."""
    rows = terlihat(pengguna, per=per).filter(_SARING.get(status, Q(status=status)))
    if q:
        rows = rows.filter(
            Q(nomor__icontains=q) | Q(tentang__icontains=q) | Q(berkas__nomor__icontains=q)
        )
    return rows.annotate(orang=Count("baris")).order_by("-disusun_pada", "-pk").defer("isi")


def menunggu_nomor(pengguna: Pengguna, *, per: date) -> QuerySet[Keputusan]:
    """Drafts without a number, where Bagian Hukum enters it; a series numbers by itself."""
    if tetapan_jalan(per=per).nomor_sk_cara is CaraNomor.DERET:
        return Keputusan.objects.none()
    return Keputusan.objects.for_user(pengguna, per=per).filter(_SARING["nomor"])


def menunggu_tetap(pengguna: Pengguna, *, per: date) -> QuerySet[Keputusan]:
    """Numbered drafts of which this person is the signer."""
    rows = Keputusan.objects.for_user(pengguna, per=per).filter(_SARING["tetap"])
    return rows.filter(penandatangan__pengguna=pengguna)


def ringkasan(pengguna: Pengguna, *, per: date) -> Ringkasan:
    """How much waits for what."""
    rows = Keputusan.objects.for_user(pengguna, per=per).order_by()
    kata = ("nomor", "tetap", "tanda")
    # Under names of their own: "nomor" is a column, too.
    n = rows.aggregate(**{f"banyak_{k}": Count("pk", filter=_SARING[k]) for k in kata})
    return Ringkasan(
        **{k: n[f"banyak_{k}"] for k in kata}, belum=belum_ber_sk(pengguna, per=per).count()
    )


def belum_ber_sk(pengguna: Pengguna, *, per: date) -> QuerySet[UsulanMutasi]:
    """Approved cases one may see that stand in no draft."""
    dipakai = BarisKeputusan.objects.filter(keputusan__status__in=BERJALAN).values("usulan")
    rows = UsulanMutasi.objects.for_user(pengguna, per=per)
    return rows.filter(status=StatusUsulan.DISETUJUI_PPK).exclude(pk__in=dipakai)


def berkas_menunggu(pengguna: Pengguna, *, per: date) -> QuerySet[BerkasMutasi]:
    """Files with approved cases that wait for a decree, and how many."""
    belum = belum_ber_sk(pengguna, per=per).order_by().values("pk")
    return (
        BerkasMutasi.objects.filter(usulan__in=belum)
        .annotate(menunggu=Count("usulan", filter=Q(usulan__in=belum)))
        .order_by("dibuat_pada")
    )


@dataclass(frozen=True)
class Bagian:
    """Cases of a file that one signer may sign."""

    penanda: Penandatangan | None
    usulan: tuple[UsulanMutasi, ...]

    @property
    def jenjang(self) -> str:
        """Their levels in words."""
        return ", ".join(dict.fromkeys(NAMA_JENJANG[u.jenjang] for u in self.usulan))


def pembagian(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> tuple[Bagian, ...]:
    """Approved cases by who signs them: a delegate whose levels and route cover it, else the PPK.

    One decree each; H13 has the last word when it is set.
    """
    belum = UsulanMutasi.objects.with_names().filter(
        pk__in=belum_ber_sk(pengguna, per=per).filter(berkas=berkas).order_by().values("pk")
    )
    penanda = list(
        Penandatangan.objects.berlaku(per).select_related("pengguna").order_by("mulai", "pk")
    )
    delegasi = [p for p in penanda if p.kedudukan == KedudukanTandaTangan.DELEGASI]
    ppk = next((p for p in reversed(penanda) if p not in delegasi), None)
    menurut: dict[int | None, list[UsulanMutasi]] = defaultdict(list)
    for u in belum.order_by("urutan"):
        cocok = next((p for p in delegasi if _mencakup(p, u)), ppk)
        menurut[cocok.pk if cocok else None].append(u)
    baris = {p.pk: p for p in penanda}
    return tuple(
        Bagian(baris.get(pk) if pk else None, tuple(semua)) for pk, semua in menurut.items()
    )


def _mencakup(p: Penandatangan, u: UsulanMutasi) -> bool:
    luar = bool(u.rute)
    return u.jenjang in (p.jenjang or [u.jenjang]) and (p.antar_instansi or not luar)


def pilihan_penanda(*, per: date) -> QuerySet[Penandatangan]:
    """Who may sign today."""
    return Penandatangan.objects.berlaku(per).select_related("pengguna").order_by("mulai", "pk")


@dataclass(frozen=True)
class HalamanKeputusan:
    """One decree as its page shows it."""

    keputusan: Keputusan
    orang: int
    tampak: int
    diterima: int
    perubahan: tuple[Keputusan, ...]
    cara: CaraNomor
    cetakan: tuple[Proses, ...]
    tetap: Proses | None

    @property
    def penuh(self) -> bool:
        """Whether every row may be seen."""
        return self.orang == self.tampak

    @property
    def tanpa_lambang(self) -> bool:
        """Whether it is a draft whose head holds the place of an emblem only."""
        k = self.keputusan
        return k.status == K.DRAF and not beku.baca(k.isi).kop.lambang


def halaman(
    k: Keputusan, pengguna: Pengguna, *, per: date, jenis_cetak: str, jenis_tetap: str
) -> HalamanKeputusan:
    """Everything but the rows."""
    n = k.baris.aggregate(
        orang=Count("pk"), diterima=Count("pk", filter=Q(petikan_diterima__isnull=False))
    )
    milik = Proses.objects.for_user(pengguna, semua=False).filter(parameter__keputusan=str(k.pk))
    jalan = (
        Proses.objects.berjenis(jenis_tetap).filter(parameter__keputusan=str(k.pk))
        .order_by("-pk").first()
    )  # fmt: skip
    berubah = k.perubahan.exclude(status=K.BATAL).order_by("disusun_pada")
    return HalamanKeputusan(
        keputusan=k, tampak=baris_tampak(k, pengguna, per=per).count(),
        perubahan=tuple(berubah), cara=tetapan_jalan(per=per).nomor_sk_cara,
        cetakan=tuple(milik.berjenis(jenis_cetak).order_by("-pk")[:3]),
        tetap=jalan if jalan and jalan.status != StatusProses.SELESAI else None, **n,
    )  # fmt: skip


def baris_tampak(k: Keputusan, pengguna: Pengguna, *, per: date) -> QuerySet[BarisKeputusan]:
    """The rows of cases one may see, in their order, with names."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    return (
        k.baris.filter(usulan__in=tampak)
        .select_related(
            "usulan__pegawai", "usulan__dari__unit", "usulan__dari__jabatan", "usulan__ke__unit",
            "usulan__ke__jabatan",
        )
        .order_by("urutan")
    )  # fmt: skip


def petikan_pengguna(pengguna: Pengguna) -> QuerySet[BarisKeputusan]:
    """The set decrees that speak of oneself, newest first."""
    return (
        BarisKeputusan.objects.filter(
            usulan__pegawai__pengguna=pengguna,
            keputusan__status__in=(K.DITETAPKAN, K.DIGANTI, K.DICABUT),
        )
        .select_related("keputusan", "usulan__pegawai", "usulan__ke__jabatan", "usulan__ke__unit")
        .order_by("-keputusan__tanggal", "-pk")
    )


def usulan_dipilih(ids: Sequence[str]) -> list[UUID]:
    """Keys as a form sends them; what is none is left out."""
    hasil = []
    for teks in ids:
        try:
            hasil.append(UUID(teks))
        except ValueError:
            continue
    return hasil

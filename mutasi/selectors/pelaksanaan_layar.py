"""Reads for the pages of carrying out: what waits for which act, and one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from mutasi.alur import Aksi, Gerbang, StatusUsulan
from mutasi.models import PesertaPelantikan, SerahTerima, Spmt, UsulanMutasi
from mutasi.models.usulan import UsulanMutasiQuerySet
from mutasi.policies import jalan as policies_jalan
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors.pelaksanaan import (
    BELUM,
    Keadaan,
    beri_keadaan,
    perlu_lantik,
    satu_keadaan,
)
from organisasi.izin import Izin
from toolkit.cari import memuat
from toolkit.policy import Refusal

S = StatusUsulan
SESUDAH_SK = (S.SK_DITETAPKAN, S.DILANTIK, S.BERLAKU, S.SPMT, S.EVALUASI, S.SELESAI)
# What a case waits for: the words of the filter, in the order of the road.
TUNGGU = {
    "": "Yang belum selesai",
    "lantik": "Menunggu pelantikan",
    "akan": "Menunggu TMT",
    "jatuh": "TMT sudah tiba, belum berlaku",
    "spmt": "Menunggu SPMT",
    "serah": "Serah terima belum lengkap",
    "siasn": "Menunggu SIASN",
    "evaluasi": "Dalam evaluasi",
    "selesai": "Selesai",
}


def _syarat(per: date) -> dict[str, Q]:
    lantik = Q(status=S.SK_DITETAPKAN, gerbang_teks__contains=f'"{Gerbang.LANTIK}"')
    tunggu = Q(status__in=BELUM) & ~lantik
    return {
        "lantik": lantik,
        "akan": tunggu & Q(tmt__gt=per),
        "jatuh": tunggu & Q(tmt__lte=per),
        "spmt": Q(status=S.BERLAKU),
        "serah": Q(serah_terbuka=True),
        "siasn": Q(status=S.SPMT),
        "evaluasi": Q(status=S.EVALUASI),
        "selesai": Q(status=S.SELESAI),
    }


MENUNGGU: dict[str, tuple[str, Aksi]] = {
    S.BERLAKU: ("spmt", Aksi.CATAT_SPMT),
    S.SPMT: ("siasn", Aksi.SINKRONKAN),
    S.EVALUASI: ("selesai", Aksi.SELESAIKAN),
}


@dataclass(frozen=True)
class Daftar:
    """The cases as filtered, and how many wait for what."""

    rows: UsulanMutasiQuerySet
    jumlah: Mapping[str, int]
    tunggu: str
    q: str

    @property
    def berjalan(self) -> int:
        """With a decree and not closed."""
        beda = ("lantik", "akan", "jatuh", "spmt", "siasn", "evaluasi")
        return sum(self.jumlah[kunci] for kunci in beda)


def daftar(pengguna: Any, tunggu: str, q: str, *, per: date) -> Daftar:
    """Cases in sight from the decree on; the day that comes first stands above."""
    terbuka = SerahTerima.objects.filter(usulan=OuterRef("pk"), selesai_pada__isnull=True)
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(status__in=SESUDAH_SK)
    rows = rows.annotate(
        gerbang_teks=Cast("gerbang", TextField()), serah_terbuka=Exists(terbuka)
    )  # fmt: skip
    syarat = _syarat(per)
    jumlah = rows.order_by().aggregate(
        **{kunci: Count("pk", filter=isi) for kunci, isi in syarat.items()}
    )
    if tunggu in syarat:
        rows = rows.filter(syarat[tunggu])
    else:
        rows, tunggu = rows.exclude(status=S.SELESAI), ""
    if q:
        rows = rows.filter(
            memuat(q, "pegawai__nama", "pegawai__nip", "ke__jabatan__nama", "ke__unit__nama",
                   "berkas__nomor")
        )  # fmt: skip
    return Daftar(rows.with_names().order_by("tmt", "berkas", "urutan", "pk"), jumlah, tunggu, q)


def lembar_terbuka(d: Daftar, pengguna: Any, *, per: date) -> dict[str, bool]:
    """Which sheets for many this reader may fill; none where only one case waits."""
    return {
        kunci: d.jumlah[kunci] > 1 and policies.mencatat_banyak.allows(pengguna, aksi, per=per)
        for kunci, aksi in (("spmt", Aksi.CATAT_SPMT), ("siasn", Aksi.SINKRONKAN))
    }


def menunggu_menurut_nip(pengguna: Any, tunggu: str, *, per: date) -> dict[str, list[UUID]]:
    """The cases in sight that wait for this, by the NIP of whom they concern."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(_syarat(per)[tunggu])
    hasil: dict[str, list[UUID]] = {}
    for nip, pk in rows.order_by().values_list("pegawai__nip", "pk"):
        hasil.setdefault(nip, []).append(pk)
    return hasil


def beri_rincian(rows: Iterable[Any], *, per: date) -> None:
    """Put the day, what stands in the way, and open items on the cases of one page."""
    semua = list(rows)
    belum = [u for u in semua if u.status in BELUM]
    beri_keadaan(belum)
    butir = SerahTerima.objects.filter(usulan__in=[u.pk for u in semua]).order_by()
    hitung = {
        r["usulan"]: r
        for r in butir.values("usulan").annotate(
            semua=Count("pk"), selesai=Count("pk", filter=Q(selesai_pada__isnull=False))
        )
    }
    for u in semua:
        u.serah = hitung.get(u.pk)
        jatuh = u in belum and not perlu_lantik(u) and u.keadaan.hari <= per
        u.halangan = u.keadaan.halangan if jatuh else ""


@dataclass(frozen=True)
class Rincian:
    """One case after its decree."""

    usulan: UsulanMutasi
    keadaan: Keadaan
    baris: Any
    spmt: Spmt | None
    serah: list[SerahTerima]
    evaluasi: list[Any]
    pelantikan: list[PesertaPelantikan]
    keberatan: list[Any]
    singgah: list[Any]
    halangan: str


def rincian(usulan: UsulanMutasi, *, per: date) -> Rincian:
    """What the page of one case shows; what cannot be there yet is not asked for."""
    belum = usulan.dilaksanakan_pada is None
    keadaan = satu_keadaan(usulan, lengkap=usulan.status in BELUM)
    jatuh = usulan.status in BELUM and not perlu_lantik(usulan) and keadaan.hari <= per
    lewat = usulan.singgah.filter(status__in=SESUDAH_SK).select_related("oleh")
    return Rincian(
        usulan=usulan, keadaan=keadaan,
        baris=usulan.keputusan.filter(keputusan=keadaan.keputusan).first(),
        spmt=Spmt.objects.filter(usulan=usulan).select_related("dicatat_oleh").first(),
        serah=[] if belum else list(usulan.serah_terima.select_related("selesai_oleh")),
        evaluasi=[] if belum else list(usulan.jadwal_evaluasi.order_by(F("jatuh_tempo").asc())),
        pelantikan=list(usulan.pelantikan.select_related("pelantikan")),
        keberatan=list(usulan.keberatan.all()), singgah=list(lewat.order_by("-masuk_pada", "-pk")),
        halangan=keadaan.halangan if jatuh else "",
    )  # fmt: skip


def butir_terlihat(pengguna: Any, *, per: date) -> QuerySet[SerahTerima]:
    """Items of the handover of cases in sight."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per)
    return SerahTerima.objects.filter(usulan__in=tampak.order_by().values("pk"))


def perbuatan(
    r: Rincian, pengguna: Any, *, kerabat: bool, per: date
) -> dict[str, list[str] | None]:
    """What the user may do here: None, not his; else the reasons against (empty: go on)."""
    usulan = r.usulan
    # Only the act this state waits for is asked about.
    hasil: dict[str, list[str] | None] = dict.fromkeys(("spmt", "siasn", "selesai", "serah"))
    kunci, aksi = MENUNGGU.get(usulan.status, ("", None))
    if aksi is not None:
        tolak = policies_jalan.langkah.refusals(usulan, aksi, pengguna, per=per, kerabat=kerabat)
        if aksi is Aksi.CATAT_SPMT:
            tolak += policies.catat_spmt.refusals(usulan, pengguna, per=per)
        hasil[kunci] = _alasan(tolak)
    belum = [f"{e} (jatuh tempo {e.jatuh_tempo:%d-%m-%Y})" for e in r.evaluasi
             if e.dilakukan_pada is None]  # fmt: skip
    if hasil["selesai"] is not None:
        hasil["selesai"] = hasil["selesai"] + policies.selesaikan.reasons(belum)
    terbuka = next((b for b in r.serah if b.selesai_pada is None), None)
    if terbuka is not None and policies.serah_terima.allows(
        terbuka, pengguna, per=per, kerabat=kerabat
    ):
        hasil["serah"] = []
    boleh = policies_jalan.memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per)
    hasil["surat"] = [] if boleh and not r.keberatan else None
    return hasil


def _alasan(tolak: Sequence[Refusal]) -> list[str] | None:
    """Why not, for whom it concerns; None where the moment or the right is another's."""
    if any(satu.status != 403 or satu.kode != "perkara_sendiri" for satu in tolak):
        return None
    return [satu.kalimat for satu in tolak]

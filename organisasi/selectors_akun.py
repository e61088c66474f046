"""Reads for the pages of accounts, roles, slips, dispositions and constants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from jejak.catat import Objek
from jejak.selectors import Catatan, riwayat
from organisasi import policies
from organisasi.izin import (
    IZIN_PERAN,
    PERAN_SEINSTANSI,
    Izin,
    Peran,
)
from organisasi.izin_rangkap import RANGKAP_SAH, RANGKAP_TERLARANG
from organisasi.models import (
    Disposisi,
    Jangkauan,
    Pengguna,
    PenugasanPeran,
    SlipAktivasi,
    TampilanTersimpan,
    UnitKerja,
)
from organisasi.models.pengguna import PenggunaQuerySet
from organisasi.selectors import hak


# --- accounts ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class SaringanPengguna:
    """What was asked for in the list of accounts."""

    q: str
    peran: str
    unit: str
    status: str

    @classmethod
    def dari(cls, data: Mapping[str, str]) -> SaringanPengguna:
        """From the address."""
        return cls(*(data.get(nama, "").strip() for nama in ("q", "peran", "unit", "status")))


def daftar_pengguna(pengguna: Any, saring: SaringanPengguna, *, per: date) -> QuerySet[Pengguna]:
    """Accounts within reach with their roles of the day."""
    rows = Pengguna.objects.for_user(pengguna, Izin.PENGGUNA_LIHAT, per=per)
    rows = _cari(rows, saring.q)
    tugas = PenugasanPeran.objects.aktif(per)
    if saring.peran:
        rows = rows.filter(pk__in=tugas.filter(peran=saring.peran).values("pengguna"))
    if saring.unit:
        rows = rows.filter(
            pk__in=tugas.filter(unit__nama__icontains=saring.unit).values("pengguna")
        )
    if saring.status:
        rows = rows.filter(is_active=saring.status == "aktif")
    return rows.order_by("nama", "pk").prefetch_related(_peran_aktif(per))


def _peran_aktif(per: date) -> Prefetch:
    rows = PenugasanPeran.objects.aktif(per).with_unit().order_by("peran")
    return Prefetch("penugasan", queryset=rows, to_attr="peran_kini")


def _cari(rows: PenggunaQuerySet, kata: str) -> PenggunaQuerySet:
    if not kata:
        return rows
    nomor = Pengguna.normalize_username(kata)
    if nomor.isdecimal():
        return rows.filter(nama_pengguna__startswith=nomor)
    return rows.filter(Q(nama__icontains=kata) | Q(nama_pengguna=nomor))


@dataclass(frozen=True)
class RingkasPengguna:
    """The answer of the list: how many, how many cannot come in yet."""

    aktif: int
    nonaktif: int
    berakhir_30_hari: int


def ringkas_pengguna(*, per: date) -> RingkasPengguna:
    """Counted once for the top of the list."""
    angka = Pengguna.objects.orang().aggregate(
        aktif=Count("pk", filter=Q(is_active=True)), nonaktif=Count("pk", filter=Q(is_active=False))
    )
    batas = per + timedelta(days=30)
    segera = PenugasanPeran.objects.aktif(per).filter(selesai__lte=batas).count()
    return RingkasPengguna(angka["aktif"], angka["nonaktif"], segera)


@dataclass(frozen=True)
class PeranTampil:
    """A role as a page shows it, with the reasons against taking it back."""

    tugas: PenugasanPeran
    kini: bool
    alasan_cabut: list[str]
    boleh_limpah: bool


@dataclass(frozen=True)
class SatuPengguna:
    """One account: roles now and before, lawful pairs, what may be done, what happened."""

    kini: list[PeranTampil]
    dulu: list[PeranTampil]
    rangkap_sah: list[str]
    alasan_nonaktif: list[str]
    alasan_aktif: list[str]
    alasan_totp: list[str]
    alasan_beri: list[str]
    alasan_slip: list[str]
    alasan_ulang: list[str]
    bertotp: bool
    punya_sandi: bool
    riwayat: tuple[Catatan, ...]


def satu_pengguna(akun: Pengguna, pengguna: Any, *, per: date) -> SatuPengguna:
    """Everything the page of one account shows."""
    rows = akun.penugasan.select_related("unit", "pengguna", "diberikan_oleh", "dicabut_oleh")
    tampil = [
        PeranTampil(
            tugas, tugas.selesai is None or tugas.selesai > per,
            policies.cabut_peran.reasons(tugas, pengguna, per=per),
            policies.boleh_melimpahkan.allows(tugas, pengguna, per=per),
        )
        for tugas in rows.order_by("-mulai", "-pk")
    ]  # fmt: skip
    kini = [t for t in tampil if t.kini]
    return SatuPengguna(
        kini=kini,
        dulu=[t for t in tampil if not t.kini],
        rangkap_sah=rangkap_sah(t.tugas.peran for t in kini),
        alasan_nonaktif=policies.nonaktifkan_pengguna.reasons(akun, pengguna),
        alasan_aktif=policies.aktifkan_pengguna.reasons(akun, pengguna),
        alasan_totp=policies.lepas_totp.reasons(akun, pengguna),
        alasan_beri=policies.beri_peran.reasons(akun, pengguna),
        alasan_slip=policies.cetak_slip.reasons(akun, pengguna),
        alasan_ulang=policies.atur_ulang.reasons(akun, pengguna),
        bertotp=akun.authenticator_set.exists(),  # type: ignore[attr-defined]
        punya_sandi=akun.has_usable_password(),
        riwayat=riwayat(Objek.dari(akun), jumlah=10).baris,
    )


def rangkap_sah(peran: Iterable[str]) -> list[str]:
    """The sentences of the lawful double roles among these."""
    held = {Peran(p) for p in peran}
    return [kalimat for pasangan, kalimat in RANGKAP_SAH.items() if pasangan <= held]


def halaman_pengguna(tugas: PenugasanPeran, pengguna: Any) -> str:
    """Where to go after a role changed: to the account if one may see it, else to one's own."""
    boleh = policies.memegang.allows(Izin.PENGGUNA_LIHAT, pengguna)
    return f"/pengguna/{tugas.pengguna_id}/" if boleh else "organisasi:akun-saya"


def matriks_peran() -> dict[str, Any]:
    """Role by right, from the code that decides."""
    return {
        "izin": list(Izin),
        "baris": [
            (peran, [izin in IZIN_PERAN[peran] for izin in Izin], len(IZIN_PERAN[peran]))
            for peran in Peran
        ],
        "terlarang": sorted(
            " dan ".join(sorted(p.label for p in pasangan)) for pasangan in RANGKAP_TERLARANG
        ),
        "sah": list(RANGKAP_SAH.values()),
    }


@dataclass(frozen=True)
class AkunSaya:
    """My own side of it."""

    kini: list[PeranTampil]
    dilimpahkan: list[PeranTampil]
    rangkap_sah: list[str]
    bertotp: bool
    wajib_totp: bool
    tampilan: list[tuple[str, str]]


def akun_saya(pengguna: Any, *, per: date) -> AkunSaya:
    """My roles, what I handed on, how I come in, my saved lists."""
    milik = pengguna.penugasan.belum_berakhir(per).select_related("unit", "pengguna")
    dari_saya = PenugasanPeran.objects.belum_berakhir(per).filter(mewakili__isnull=False)
    dari_saya = dari_saya.filter(Q(mewakili__pengguna=pengguna) | Q(diberikan_oleh=pengguna))
    kini = [
        PeranTampil(t, True, [], policies.boleh_melimpahkan.allows(t, pengguna, per=per))
        for t in milik
    ]
    return AkunSaya(
        kini=kini,
        dilimpahkan=[
            PeranTampil(t, True, policies.cabut_peran.reasons(t, pengguna, per=per), False)
            for t in dari_saya.select_related("unit", "pengguna")
        ],
        rangkap_sah=rangkap_sah(t.tugas.peran for t in kini),
        bertotp=pengguna.authenticator_set.exists(),
        wajib_totp=hak(pengguna).bertotp,
        tampilan=[(t.nama, _alamat(t)) for t in pengguna.tampilan.all()],
    )


def _alamat(tampilan: TampilanTersimpan) -> str:
    """Where a saved list opens; empty when its page is no more."""
    try:
        halaman = reverse(tampilan.halaman)
    except NoReverseMatch:
        return ""
    return f"{halaman}?{tampilan.kueri}"


# --- slips ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class SaringanSlip:
    """Which accounts: by name or NIP, by office, by state."""

    q: str
    unit: str
    status: str

    @classmethod
    def dari(cls, data: Mapping[str, str]) -> SaringanSlip:
        """From the address or the form."""
        return cls(
            data.get("q", "").strip(), data.get("unit", "").strip(), data.get("status", "menunggu")
        )


def daftar_slip(pengguna: Any, saring: SaringanSlip, *, per: date) -> PenggunaQuerySet:
    """Accounts within reach; by default those without a password."""
    rows = Pengguna.objects.for_user(pengguna, Izin.AKTIVASI_CETAK, per=per)
    rows = _cari(rows.filter(is_active=True).exclude(pk=pengguna.pk), saring.q)
    if saring.unit:
        unit = UnitKerja.objects.filter(nama__icontains=saring.unit)
        pegawai = PenugasanPeran.objects.aktif(per).filter(peran=Peran.PEGAWAI, unit__in=unit)
        rows = rows.filter(pk__in=pegawai.values("pengguna"))
    if saring.status == "menunggu":
        rows = rows.tanpa_sandi()
    elif saring.status == "aktif":
        rows = rows.bersandi()
    berlaku = SlipAktivasi.objects.filter(
        pengguna=OuterRef("pk"), dipakai_pada__isnull=True, berlaku_sampai__gt=timezone.now()
    )
    pegawai = PenugasanPeran.objects.aktif(per).filter(peran=Peran.PEGAWAI).with_unit()
    return (
        rows.annotate(ada_slip=Exists(berlaku))
        .prefetch_related(Prefetch("penugasan", queryset=pegawai, to_attr="sebagai_pegawai"))
        .order_by("nama", "pk")
    )


def yang_dicetak(pengguna: Any, saring: SaringanSlip, pilih: list[str], *, per: date) -> list[int]:
    """The chosen accounts, or all of the list that wait for a slip; an operator's own "all" leaves
    out those whom only the administrator may print."""
    rows = daftar_slip(pengguna, saring, per=per)
    if pilih:
        rows = rows.filter(pk__in=[int(p) for p in pilih if p.isdecimal() and len(p) < 18])
    elif not Jangkauan.milik(pengguna, Izin.AKTIVASI_CETAK, per=per).semua:
        penting = PenugasanPeran.objects.belum_berakhir(per).filter(peran__in=PERAN_SEINSTANSI)
        rows = rows.exclude(pk__in=penting.values("pengguna"))
    return list(rows.tanpa_sandi().values_list("pk", flat=True))


# --- dispositions --------------------------------------------------------------------------------
def daftar_disposisi(status: str) -> QuerySet[Disposisi]:
    """All, or those that wait, or those confirmed."""
    rows = Disposisi.objects.select_related(
        "pejabat__pengguna", "pejabat__unit", "dicatat_oleh", "disahkan_oleh"
    )
    if status == "menunggu":
        rows = rows.filter(disahkan_pada__isnull=True)
    elif status == "sah":
        rows = rows.filter(disahkan_pada__isnull=False)
    return rows.order_by("-tanggal", "-pk")


def disposisi_menunggu() -> int:
    """How many wait for a second person."""
    return Disposisi.objects.filter(disahkan_pada__isnull=True).count()

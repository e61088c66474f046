"""Roles: given and taken by somebody else, handed on for a while as Plt. or Plh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat, catat_banyak
from organisasi import policies, tindakan
from organisasi.izin import PERAN_SEINSTANSI, Peran
from organisasi.models import Pengguna, PenugasanPeran, SifatPeran, UnitKerja
from organisasi.selectors import nilai_ketentuan

_PER_LANGKAH = 500


@dataclass(frozen=True)
class PermintaanPeran:
    """The role somebody should hold: over which unit (none: the agency), when, by which letter."""

    peran: str
    unit: UnitKerja | None
    mulai: date
    selesai: date | None
    dasar: str


@dataclass(frozen=True)
class Pelimpahan:
    """For whom, as what (Plt. or Plh.), from a day until a day, by which letter."""

    kepada_id: int
    sifat: str
    mulai: date
    selesai: date
    dasar: str


def keberatan_peran(akun: Pengguna, minta: PermintaanPeran) -> list[str]:
    """What speaks against this role for this person, for the form to show before it is sent."""
    return policies.peran_sah.reasons(
        akun, minta.peran, minta.unit, mulai=minta.mulai, selesai=minta.selesai
    )


def keberatan_limpah(
    tugas: PenugasanPeran, minta: Pelimpahan, oleh: Pengguna, per: date
) -> list[str]:
    """What speaks against handing this role on like this."""
    akun = Pengguna.objects.get(pk=minta.kepada_id)
    return [
        *policies.limpahkan.reasons(tugas, akun, oleh, per=per),
        *policies.masa_pelimpahan.reasons(
            tugas, akun, minta.mulai, minta.selesai, maks_bulan=_maks_bulan(per)
        ),
        *policies.peran_sah.reasons(
            akun, tugas.peran, tugas.unit, mulai=minta.mulai, selesai=minta.selesai
        ),
    ]


def _maks_bulan(per: date) -> int:
    return int(nilai_ketentuan("plt_maks_bulan", per=per))


@transaction.atomic
def beri_peran(
    pengguna_id: int, *, oleh: Pengguna, minta: PermintaanPeran, per: date
) -> PenugasanPeran:
    """Give a role. Never to oneself; roles that control each other never meet in one person."""
    akun = Pengguna.objects.locked(pengguna_id)
    policies.beri_peran.check(akun, oleh)
    policies.peran_sah.check(
        akun, minta.peran, minta.unit, mulai=minta.mulai, selesai=minta.selesai
    )
    baru = PenugasanPeran.objects.create(
        pengguna=akun, peran=minta.peran, unit=minta.unit, mulai=minta.mulai,
        selesai=minta.selesai, dasar=minta.dasar, diberikan_pada=timezone.now(),
        diberikan_oleh=oleh,
    )  # fmt: skip
    _matikan_slip(baru)
    _catat_pemberian(tindakan.PERAN_DIBERI, baru, oleh)
    return baru


@transaction.atomic
def cabut_peran(penugasan_id: int, *, oleh: Pengguna, alasan: str, per: date) -> PenugasanPeran:
    """Take a role back from today on, and with it what was handed on from it."""
    PenugasanPeran.objects.kunci_admin()
    tugas = PenugasanPeran.objects.locked(penugasan_id)
    policies.cabut_peran.check(tugas, oleh, per=per)
    for satu in [tugas, *tugas.pelimpahan.select_for_update().belum_berakhir(per)]:
        lama = satu.selesai
        satu.selesai = max(per, satu.mulai)
        satu.dicabut_pada, satu.dicabut_oleh = timezone.now(), oleh
        satu.save(update_fields=["selesai", "dicabut_pada", "dicabut_oleh"])
        catat(tindakan.PERAN_DICABUT, satu, oleh=oleh, alasan=alasan,
              sebelum={"selesai": lama}, sesudah={"selesai": satu.selesai})  # fmt: skip
    return tugas


@transaction.atomic
def limpahkan(penugasan_id: int, *, oleh: Pengguna, minta: Pelimpahan, per: date) -> PenugasanPeran:
    """Hand a role on for a while; it ends by itself on the day named. One extension at most."""
    tugas = PenugasanPeran.objects.locked(penugasan_id)
    akun = Pengguna.objects.locked(minta.kepada_id)
    policies.limpahkan.check(tugas, akun, oleh, per=per)
    policies.masa_pelimpahan.check(
        tugas, akun, minta.mulai, minta.selesai, maks_bulan=_maks_bulan(per)
    )
    policies.peran_sah.check(
        akun, tugas.peran, tugas.unit, mulai=minta.mulai, selesai=minta.selesai
    )
    baru = PenugasanPeran.objects.create(
        pengguna=akun, peran=tugas.peran, unit=tugas.unit, sifat=SifatPeran(minta.sifat),
        mewakili=tugas, mulai=minta.mulai, selesai=minta.selesai, dasar=minta.dasar,
        diberikan_pada=timezone.now(), diberikan_oleh=oleh,
    )  # fmt: skip
    _matikan_slip(baru)
    _catat_pemberian(tindakan.WEWENANG_DILIMPAHKAN, baru, oleh)
    return baru


@transaction.atomic
def pindahkan_peran_pegawai(unit: Mapping[int, int], *, oleh: Pengguna, per: date) -> int:
    """The role of employee follows its holder: ``unit`` says, by account, where he works now.

    The role gives no power; it says whose operator hands over the slip. An account without that
    role gets none here. Returns how many roles moved.
    """
    kini = timezone.now()
    pasangan = [
        (lama, _penerus(lama, unit[lama.pengguna_id], oleh, per))
        for lama in _peran_pegawai(unit)
        if lama.unit_id != unit[lama.pengguna_id]
    ]
    for lama, baru in pasangan:
        lama.selesai, lama.dicabut_pada, lama.dicabut_oleh = baru.mulai, kini, oleh
        baru.diberikan_pada = kini
    PenugasanPeran.objects.bulk_update(
        [lama for lama, _ in pasangan],
        ["selesai", "dicabut_pada", "dicabut_oleh"],
        batch_size=_PER_LANGKAH,
    )
    PenugasanPeran.objects.bulk_create([baru for _, baru in pasangan], batch_size=_PER_LANGKAH)
    _catat_perpindahan(pasangan, oleh)
    return len(pasangan)


def _peran_pegawai(akun: Mapping[int, int]) -> Iterator[PenugasanPeran]:
    """The open roles of employee of these accounts, held until the end of the transaction."""
    terbuka = (
        PenugasanPeran.objects.select_for_update(of=("self",))
        .filter(peran=Peran.PEGAWAI, sifat=SifatPeran.TETAP, selesai__isnull=True)
        .select_related("pengguna", "unit")
    )
    kunci = sorted(akun)
    for awal in range(0, len(kunci), _PER_LANGKAH):
        potong = kunci[awal : awal + _PER_LANGKAH]
        yield from terbuka.filter(pengguna__in=potong).order_by("pk")


def _penerus(lama: PenugasanPeran, unit: int, oleh: Pengguna, per: date) -> PenugasanPeran:
    """The same role over another unit, from the day it changed and never before it began."""
    return PenugasanPeran(
        pengguna=lama.pengguna, peran=lama.peran, unit_id=unit, mulai=max(per, lama.mulai),
        dasar="Register pegawai", diberikan_oleh=oleh,
    )  # fmt: skip


def _catat_perpindahan(
    pasangan: list[tuple[PenugasanPeran, PenugasanPeran]], oleh: Pengguna
) -> None:
    nama = UnitKerja.objects.in_bulk({baru.unit_id for _, baru in pasangan if baru.unit_id})
    for _, baru in pasangan:
        baru.unit = nama[baru.unit_id or 0]
    catat_banyak(
        tindakan.PERAN_DIPINDAHKAN,
        (
            (
                Objek.dari(baru),
                {"unit": str(lama.unit or "seluruh instansi")},
                {"kepada": baru.pengguna.nama, "unit": str(baru.unit), "mulai": baru.mulai},
            )
            for lama, baru in pasangan
        ),
        oleh=oleh,
        alasan="Unit pegawai berubah di register",
    )


def _matikan_slip(baru: PenugasanPeran) -> None:
    """A slip printed while the account was harmless must not open it now that it is not."""
    if baru.peran in PERAN_SEINSTANSI:
        kini = timezone.now()
        hidup = baru.pengguna.slip.filter(dipakai_pada__isnull=True, berlaku_sampai__gt=kini)
        hidup.update(berlaku_sampai=kini)


def _catat_pemberian(jenis: tindakan.Tindakan, baru: PenugasanPeran, oleh: Pengguna) -> None:
    catat(
        jenis, baru, oleh=oleh, alasan=baru.dasar,
        sesudah={
            "kepada": baru.pengguna.nama, "peran": baru.get_peran_display(),
            "unit": str(baru.unit or "seluruh instansi"), "sifat": baru.get_sifat_display(),
            "mulai": baru.mulai, "selesai": baru.selesai,
        },
    )  # fmt: skip

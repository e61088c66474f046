"""Acts on teams: formed by a paper, changed, ended with all their memberships."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna, UnitKerja
from penilaian import tindakan_nilai as tindakan
from penilaian.models import TimKerja
from penilaian.policies import tim as policies
from toolkit.policy import OutOfReach, WrongMoment

_SEHARI = timedelta(days=1)


@transaction.atomic
def bentuk_tim(
    unit_id: int, *, nama: str, mandat: str, dasar: str, mulai: date,
    selesai: date | None = None, per: date, oleh: Pengguna,
) -> TimKerja:  # fmt: skip
    """Form a team at home in a unit; members come afterwards."""
    unit = UnitKerja.objects.filter(pk=unit_id).first()
    if unit is None:
        raise OutOfReach()
    policies.bentuk_tim.check(unit, oleh, per=per)
    _urut(mulai, selesai)
    tim = TimKerja.objects.create(
        unit=unit, nama=nama.strip(), mandat=mandat.strip(), dasar=dasar.strip(), mulai=mulai,
        selesai=selesai, dibuat_pada=timezone.now(), dibuat_oleh=oleh,
    )  # fmt: skip
    catat(tindakan.TIM_DIBENTUK, tim, oleh=oleh, sesudah={**_isi(tim), "unit": unit.nama})
    return tim


@transaction.atomic
def ubah_tim(
    tim_id: int, *, nama: str, mandat: str, dasar: str, mulai: date, per: date, oleh: Pengguna
) -> TimKerja:
    """Correct name, mandate, paper and first day; its end has its own act."""
    tim = kunci_tim(tim_id)
    policies.ubah_tim.check(tim, oleh, per=per)
    _urut(mulai, tim.selesai)
    if mulai != tim.mulai:
        awal, akhir = sorted((mulai, tim.mulai))
        policies.geser_masa.check(awal, akhir - _SEHARI)
    sebelum = _isi(tim)
    tim.nama, tim.mandat, tim.dasar, tim.mulai = nama.strip(), mandat.strip(), dasar.strip(), mulai
    tim.save(update_fields=["nama", "mandat", "dasar", "mulai"])
    if sebelum != _isi(tim):
        catat(tindakan.TIM_DIUBAH, tim, oleh=oleh, sebelum=sebelum, sesudah=_isi(tim))
    return tim


@transaction.atomic
def bubarkan_tim(tim_id: int, *, selesai: date, alasan: str, per: date, oleh: Pengguna) -> TimKerja:
    """End it on a day; memberships that would outlast it end with it, later ones never begin."""
    tim = kunci_tim(tim_id)
    policies.bubarkan_tim.check(tim, selesai, oleh, per=per)
    terbuka = Q(selesai__isnull=True) | Q(selesai__gt=selesai)
    belum_mulai = tim.anggota.filter(mulai__gt=selesai)
    if satu := belum_mulai.select_related("pegawai").first():
        raise WrongMoment(
            f"{satu.pegawai.nama} baru menjadi anggota sesudah tanggal itu. Pilih tanggal lain.",
            kode="belum_mulai",
        )
    berakhir = tim.anggota.filter(terbuka).update(selesai=selesai)
    lama, tim.selesai = tim.selesai, selesai
    tim.save(update_fields=["selesai"])
    catat(
        tindakan.TIM_DIUBAH, tim, oleh=oleh, alasan=alasan.strip(), sebelum={"selesai": lama},
        sesudah={"selesai": selesai, "keanggotaan berakhir": berakhir},
    )  # fmt: skip
    return tim


def kunci_tim(tim_id: int) -> TimKerja:
    """The team, held until the end: all acts on one team take turns. OutOfReach without it."""
    rows = TimKerja.objects.select_for_update(of=("self",)).select_related("unit")
    tim = rows.filter(pk=tim_id).first()
    if tim is None:
        raise OutOfReach()
    return tim


def _urut(mulai: date, selesai: date | None) -> None:
    if selesai is not None and selesai < mulai:
        raise WrongMoment("Tim berakhir sebelum mulai. Periksa kedua tanggalnya.", kode="tanggal")


def _isi(tim: TimKerja) -> dict[str, object]:
    return {
        "nama": tim.nama, "mandat": tim.mandat, "dasar": tim.dasar, "mulai": tim.mulai,
        "selesai": tim.selesai,
    }  # fmt: skip

"""Acts on memberships: dated rows, so that a changed share never changes what went before."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.urls import reverse

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Pegawai
from penilaian import tindakan_nilai as tindakan
from penilaian.models import AnggotaTim, TimKerja
from penilaian.policies import tim as policies
from penilaian.policies.tim import Masa
from penilaian.selectors.penilai import penilai_untuk
from penilaian.services.tim import kunci_tim
from toolkit.policy import OutOfReach
from toolkit.templatetags.tampilan import tanggal

_SEHARI = timedelta(days=1)


@transaction.atomic
def tambah_anggota(
    tim_id: int, pegawai: Pegawai, *, masa: Masa, tugas: str, porsi: Decimal, per: date,
    oleh: Pengguna,
) -> AnggotaTim:  # fmt: skip
    """Take somebody in; he is told, and so is his own head where he comes from another unit."""
    tim = kunci_tim(tim_id)
    policies.tambah_anggota.check(tim, pegawai, masa, oleh, per=per)
    baru = AnggotaTim.objects.create(
        tim=tim, pegawai=pegawai, peran=masa.peran, tugas=tugas.strip(), porsi=porsi,
        mulai=masa.mulai, selesai=masa.selesai,
    )  # fmt: skip
    catat(tindakan.TIM_DIUBAH, tim, oleh=oleh, sesudah=_isi(baru))
    _kabari(baru, per)
    return baru


@transaction.atomic
def ubah_anggota(
    anggota_id: int, *, masa: Masa, tugas: str, porsi: Decimal, per: date, oleh: Pengguna
) -> AnggotaTim:
    """Role, task and share from a day on: the row until then ends the day before."""
    satu = _kunci(anggota_id)
    policies.ubah_anggota.check(satu, masa, oleh, per=per)
    sebelum, isi = _isi(satu), {"peran": masa.peran, "tugas": tugas.strip(), "porsi": porsi}
    if masa.mulai > satu.mulai:
        satu.selesai = masa.mulai - _SEHARI
        satu.save(update_fields=["selesai"])
        satu = AnggotaTim(tim=satu.tim, pegawai=satu.pegawai, mulai=masa.mulai)
    for nama, nilai in isi.items():
        setattr(satu, nama, nilai)
    satu.save()
    if sebelum != _isi(satu):
        catat(tindakan.TIM_DIUBAH, satu.tim, oleh=oleh, sebelum=sebelum, sesudah=_isi(satu))
    return satu


@transaction.atomic
def akhiri_anggota(anggota_id: int, *, selesai: date, per: date, oleh: Pengguna) -> AnggotaTim:
    """The last day of a membership."""
    satu = _kunci(anggota_id)
    policies.akhiri_anggota.check(satu, selesai, oleh, per=per)
    sebelum = _isi(satu)
    satu.selesai = selesai
    satu.save(update_fields=["selesai"])
    catat(tindakan.TIM_DIUBAH, satu.tim, oleh=oleh, sebelum=sebelum, sesudah=_isi(satu))
    return satu


def _kunci(anggota_id: int) -> AnggotaTim:
    """The membership; its team is held, so that acts on one team take turns."""
    tim_id = AnggotaTim.objects.filter(pk=anggota_id).values_list("tim", flat=True).first()
    if tim_id is None:
        raise OutOfReach()
    tim = kunci_tim(tim_id)
    satu = AnggotaTim.objects.select_related("pegawai").get(pk=anggota_id)
    satu.tim = tim
    return satu


def _kabari(baru: AnggotaTim, per: date) -> None:
    """Him, and his own head; what goes out by mail names neither person nor team."""
    kapan = f"mulai {tanggal(baru.mulai)}, porsi {baru.porsi.normalize():f} persen"
    if baru.pegawai.pengguna is not None:
        beri_tahu(
            baru.pegawai.pengguna, kunci=f"tim:{baru.pk}:anggota",
            judul="Anda menjadi anggota tim kerja", isi=f"{baru.tim.nama}, {kapan}.",
            tautan=reverse("penilaian:tim-rincian", args=[baru.tim_id]),
        )  # fmt: skip
    if not _seunit(baru.tim, baru.pegawai):
        _kabari_atasan(baru, kapan, per)


def _kabari_atasan(baru: AnggotaTim, kapan: str, per: date) -> None:
    pasangan = penilai_untuk([baru.pegawai_id], per=per).get(baru.pegawai_id)
    if pasangan is None or pasangan.penilai_id is None:
        return
    satu = Pegawai.objects.select_related("pengguna").get(pk=pasangan.penilai_id)
    if satu.pengguna is not None:
        beri_tahu(
            satu.pengguna, kunci=f"tim:{baru.pk}:atasan",
            judul="Pegawai yang Anda pimpin masuk tim kerja unit lain",
            isi=f"{baru.pegawai.nama} masuk {baru.tim.nama} di {baru.tim.unit.nama}, {kapan}.",
            tautan=reverse("penilaian:tim-rincian", args=[baru.tim_id]),
        )  # fmt: skip


def _seunit(tim: TimKerja, pegawai: Pegawai) -> bool:
    """Whether his unit is the team's, or lies below it."""
    unit = pegawai.unit
    if unit is None or unit.kiri is None or tim.unit.kiri is None or tim.unit.kanan is None:
        return False
    return tim.unit.kiri <= unit.kiri <= tim.unit.kanan


def _isi(satu: AnggotaTim) -> dict[str, object]:
    return {
        "anggota": satu.pegawai.nama, "peran": str(satu.peran), "tugas": satu.tugas,
        "porsi": satu.porsi, "mulai": satu.mulai, "selesai": satu.selesai,
    }  # fmt: skip

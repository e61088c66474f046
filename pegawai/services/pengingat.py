"""Reminders for BKD: which acting and additional assignments end soon, and which have ended.

One message per person and group, never twice: what is over by the end of a week is announced when
that week comes within thirty days, what ran out without a successor on its day. An assignment
falls into one week and one day, so it is announced once per threshold; one that is written down
later than that is known to whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Penugasan
from pegawai.selectors.sementara import DEKAT, akan_berakhir, tanpa_pengganti
from toolkit.templatetags.tampilan import tanggal

ALAMAT = "/pegawai/penugasan-sementara/?kelompok="
_SEMINGGU = timedelta(days=7)


@transaction.atomic
def ingatkan_penugasan(*, per: date) -> int:
    """Queue the messages of the day; returns how many there are to say."""
    semua = Penugasan.objects.sampingan()
    senin = _senin(per + timedelta(days=DEKAT))
    dekat = akan_berakhir(semua, sampai=senin + timedelta(days=6), per=per)
    habis = tanpa_pengganti(semua, sejak=per - _SEMINGGU, per=per)
    pesan = [
        (
            f"penugasan-dekat:{pekan.isoformat()}",
            "Penugasan sementara akan berakhir",
            f"{n} penugasan berakhir pada minggu yang mulai {tanggal(pekan)}.",
            "dekat",
        )
        for pekan, n in _cacah(_senin(h) for h in dekat.values_list("selesai", flat=True) if h)
    ]
    pesan += [
        (
            f"penugasan-habis:{hari.isoformat()}",
            "Penugasan sementara habis masanya",
            f"{n} penugasan habis {tanggal(hari)} dan jabatannya belum ada yang mengisi.",
            "lewat",
        )
        for hari, n in _cacah(h for h in habis.values_list("selesai", flat=True) if h)
    ]
    penerima = _penerima(per) if pesan else []
    for kunci, judul, isi, kelompok in pesan:
        for untuk in penerima:
            tujuan = f"{ALAMAT}{kelompok}"
            beri_tahu(untuk, kunci=f"{kunci}:{untuk.pk}", judul=judul, isi=isi, tautan=tujuan)
    return len(pesan)


def _senin(hari: date) -> date:
    return hari - timedelta(days=hari.weekday())


def _cacah(hari: Iterable[date]) -> list[tuple[date, int]]:
    jumlah: dict[date, int] = {}
    for satu in hari:
        jumlah[satu] = jumlah.get(satu, 0) + 1
    return sorted(jumlah.items())


def _penerima(per: date) -> list[Pengguna]:
    """Those who may write the next letter down, in their own right or for somebody."""
    peran = PenugasanPeran.objects.aktif(per).memberi(Izin.PEGAWAI_UBAH)
    return list(
        Pengguna.objects.filter(is_active=True, penugasan__in=peran).distinct().order_by("pk")
    )

"""Reads about innovations: lists within reach, one's own, how many count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from organisasi.models import UnitKerja
from pegawai.models import Pegawai
from penilaian.kernel.bahan_kinerja import tiap_judul_sekali
from penilaian.models import Inovasi, KeadaanInovasi, PeriodeKinerja
from penilaian.policies.inovasi import jangkauan_inovasi
from toolkit.cari import memuat


def inovasi_terlihat(pengguna: Any, *, per: date) -> QuerySet[Inovasi]:
    """Those of people in reach, with what pages show."""
    rows = Inovasi.objects.select_related(
        "pegawai__unit", "periode", "bukti", "diputuskan_oleh", "diajukan_oleh"
    )
    return jangkauan_inovasi(pengguna, per=per).saring(rows, prefix="pegawai__unit__")


def daftar_inovasi(
    pengguna: Any, periode: PeriodeKinerja, saring: Mapping[str, Any], *, per: date
) -> tuple[QuerySet[Inovasi], dict[str, int]]:
    """The list as filtered (q, unit, keadaan), and how many there are in each state."""
    rows = inovasi_terlihat(pengguna, per=per).filter(periode=periode)
    if saring.get("q"):
        rows = rows.filter(memuat(saring["q"], "judul", "pegawai__nama", "pegawai__nip"))
    if saring.get("unit"):
        unit = UnitKerja.objects.filter(pk=saring["unit"]).values_list("kiri", "kanan").first()
        rows = rows.filter(pegawai__unit__kiri__range=unit) if unit else rows.none()
    jumlah = dict(rows.order_by().values_list("keadaan").annotate(n=Count("pk")))
    if saring.get("keadaan"):
        rows = rows.filter(keadaan=saring["keadaan"])
    return rows.order_by("keadaan", "-tanggal", "-pk"), jumlah


def inovasi_saya(pegawai: Pegawai | None) -> QuerySet[Inovasi]:
    """One's own, newest first."""
    rows = Inovasi.objects.filter(pegawai=pegawai) if pegawai else Inovasi.objects.none()
    return rows.select_related("periode", "bukti", "diputuskan_oleh")


def milik_sendiri(pengguna: Any) -> Pegawai | None:
    """The person behind the account."""
    return Pegawai.objects.filter(pengguna=pengguna).first()


def periode_terbuka(per: date) -> QuerySet[PeriodeKinerja]:
    """Periods that take proposals on the day."""
    return PeriodeKinerja.objects.filter(ditutup_pada=None, mulai__lte=per)


def jumlah_inovasi(periode: PeriodeKinerja, pegawai: Collection[int]) -> dict[int, int]:
    """How many verified innovations count for each of these people in the period."""
    rows = Inovasi.objects.pada(periode).filter(
        keadaan=KeadaanInovasi.TERVERIFIKASI, pegawai__in=pegawai
    )
    judul: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for orang, pk, satu in rows.order_by().values_list("pegawai_id", "pk", "judul"):
        judul[orang].append((pk, satu))
    return {orang: len(tiap_judul_sekali(milik)) for orang, milik in judul.items()}

"""Type-ahead of a draft: people by name or NIP, posts by job and unit, with need and holders."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi, Pegawai
from pegawai.selectors.daftar import daftar
from pegawai.selectors.saringan import Saringan
from penilaian.models import Posisi
from penilaian.selectors.kebutuhan import ketentuan

BANYAK = 12
HURUF = 2


def orang_terjangkau(pengguna: Pengguna, *, per: date) -> QuerySet[Pegawai]:
    """Whom this person may put into a line."""
    return Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat()


def jabatan_terjangkau(pengguna: Pengguna, *, per: date) -> QuerySet[Formasi]:
    """Posts a line may lead to: those under which seats are counted, in units that stand."""
    rows = Jangkauan.milik(pengguna, Izin.UNIT_LIHAT, per=per).saring(Formasi.objects.all())
    tegak = Q(unit__ditutup__isnull=True) | Q(unit__ditutup__gt=per)
    return rows.filter(tegak, dihitung_ke__isnull=True)


def cari_orang(pengguna: Pengguna, q: str, *, per: date) -> list[Pegawai]:
    """The first few whose name or NIP fits."""
    q = q.strip()
    if len(q) < HURUF:
        return []
    rows = daftar(pengguna, Saringan(q=q), per=per).rows
    return list(rows[:BANYAK])


def memuat_kata(q: str, *, huruf: int) -> Q | None:
    """Posts of which every word stands in the job or in the unit; None for fewer letters."""
    kata = [k for k in q.replace("·", " ").split() if k]
    if sum(len(k) for k in kata) < huruf:
        return None
    memuat = Q()
    for satu in kata:
        memuat &= (
            Q(jabatan__nama__icontains=satu)
            | Q(unit__nama__icontains=satu)
            | Q(unit__opd__nama__icontains=satu)
        )
    return memuat


def cari_jabatan(pengguna: Pengguna, q: str, *, per: date) -> list[Any]:
    """The first few posts of which every word stands in the job or in the unit; short names first
    come the nearest. With ``butuh`` and ``isi``."""
    if (memuat := memuat_kata(q, huruf=HURUF)) is None:
        return []
    rows = jabatan_terjangkau(pengguna, per=per).filter(memuat, jabatan__aktif=True)
    ids = list(rows.order_by("unit__kiri", "jabatan__nama").values_list("pk", flat=True)[:BANYAK])
    aturan = ketentuan(per=per)
    posisi: Any = Posisi.objects.filter(pk__in=ids).with_kebutuhan(
        eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi
    )
    ada = {p.pk: p for p in posisi.select_related("unit__opd", "jabatan").order_by()}
    return [ada[pk] for pk in ids]

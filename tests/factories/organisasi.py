"""Offices, users and roles: plain functions with fixed values."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Instansi, JenisUnit, Pengguna, PenugasanPeran, UnitKerja
from organisasi.services.pohon import susun_ulang_pohon

_nomor = count(1)
SANDI = "sandi-uji-1234"


def unit(
    nama: str, *, induk: UnitKerja | None = None, jenis: str = JenisUnit.LAIN, siasn_id: str = ""
) -> UnitKerja:
    """One office under ``induk``; the intervals of the tree are renumbered."""
    siasn_id = siasn_id or f"{next(_nomor):032x}"
    hasil = UnitKerja.objects.create(
        nama=nama, induk=induk, jenis=jenis, siasn_id=siasn_id, kunci=siasn_id.lower()
    )
    susun_ulang_pohon()
    hasil.refresh_from_db()
    if induk is not None:
        induk.refresh_from_db()
    return hasil


def kabupaten() -> dict[str, UnitKerja]:
    """A small agency: root, two OPD, a bidang, two schools."""
    akar = unit("Pemerintah Kabupaten Contoh", jenis=JenisUnit.PEMERINTAH_DAERAH)
    disdik = unit("Dinas Pendidikan", induk=akar, jenis=JenisUnit.DINAS)
    bkd = unit("Badan Kepegawaian", induk=akar, jenis=JenisUnit.BADAN)
    hasil = {
        "akar": akar,
        "disdik": disdik,
        "bkd": bkd,
        "bidang": unit("Bidang Mutasi", induk=bkd, jenis=JenisUnit.BIDANG),
        "sd1": unit("SD Negeri 1 Contoh", induk=disdik, jenis=JenisUnit.SEKOLAH_SD),
        "sd2": unit("SD Negeri 2 Contoh", induk=disdik, jenis=JenisUnit.SEKOLAH_SD),
    }
    for u in hasil.values():
        u.refresh_from_db()
    Instansi.objects.update_or_create(
        pk=1, defaults={"nama": "Kabupaten Contoh", "akar": akar, "peragaan": True}
    )
    return hasil


def pengguna(
    *peran: Peran,
    unit: UnitKerja | None = None,
    nama: str = "",
    nama_pengguna: str = "",
    mulai: date = date(2026, 1, 1),
) -> Pengguna:
    """A user holding the roles over the unit (none: the whole agency)."""
    nomor = next(_nomor)
    hasil = Pengguna.objects.create_user(
        nama_pengguna or f"pengguna{nomor}", SANDI, nama=nama or f"Pengguna {nomor}"
    )
    for satu in peran:
        PenugasanPeran.objects.create(
            pengguna=hasil,
            peran=satu,
            unit=unit,
            mulai=mulai,
            diberikan_pada=timezone.now(),
            diberikan_oleh=hasil,
        )
    return hasil

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
    hasil = _tanam(nama, induk, jenis, siasn_id)
    susun_ulang_pohon()
    hasil.refresh_from_db()
    if induk is not None:
        induk.refresh_from_db()
    return hasil


def _tanam(nama: str, induk: UnitKerja | None, jenis: str, siasn_id: str = "") -> UnitKerja:
    """The row alone: whoever plants several renumbers once."""
    siasn_id = siasn_id or f"{next(_nomor):032x}"
    return UnitKerja.objects.create(
        nama=nama, induk=induk, jenis=jenis, siasn_id=siasn_id, kunci=siasn_id.lower()
    )


def kabupaten() -> dict[str, UnitKerja]:
    """A small agency: root, two OPD, a bidang, two schools."""
    akar = _tanam("Pemerintah Kabupaten Contoh", None, JenisUnit.PEMERINTAH_DAERAH)
    disdik = _tanam("Dinas Pendidikan", akar, JenisUnit.DINAS)
    bkd = _tanam("Badan Kepegawaian", akar, JenisUnit.BADAN)
    hasil = {
        "akar": akar,
        "disdik": disdik,
        "bkd": bkd,
        "bidang": _tanam("Bidang Mutasi", bkd, JenisUnit.BIDANG),
        "sd1": _tanam("SD Negeri 1 Contoh", disdik, JenisUnit.SEKOLAH_SD),
        "sd2": _tanam("SD Negeri 2 Contoh", disdik, JenisUnit.SEKOLAH_SD),
    }
    susun_ulang_pohon()
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

"""What the tests of sessions begin with: cases that wait, items, members who are employees too."""

from __future__ import annotations

from typing import Any

from mutasi.alur import StatusUsulan
from mutasi.models import AgendaSidang, SidangTPK
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from tests.factories.jalan import Kantor, kasus, orang


def tunggu(k: Kantor, **isi_kasus: Any) -> Any:
    """A case that waits for a session."""
    return kasus(k, StatusUsulan.SIDANG_TPK, **isi_kasus)


def butir(satu: SidangTPK, n: int = 0) -> AgendaSidang:
    """The item at this place."""
    return list(satu.agenda.all())[n]


def jadi_pegawai(akun: Pengguna) -> Pegawai:
    """The employee behind an account."""
    hasil = orang(None, nama=akun.nama.upper())
    Pegawai.objects.filter(pk=hasil.pk).update(pengguna=akun)
    return hasil

"""Who proposes an innovation, who verifies it, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.models import Inovasi, KeadaanInovasi, PeriodeKinerja
from penilaian.policies.indikator import jangkauan_ukur
from penilaian.policies.periode import terbuka
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

ALASAN_MINIMAL = 10


def jangkauan_inovasi(pengguna: Any, *, per: date) -> Jangkauan:
    """Whose innovations this person sees: as measured values, and those he verifies."""
    verifikasi = Jangkauan.milik(pengguna, Izin.INOVASI_VERIFIKASI, per=per)
    return jangkauan_ukur(pengguna, per=per).atau(verifikasi)


@Policy
def ajukan_inovasi(pegawai: Pegawai | None) -> Iterator[str]:
    """Propose one's own: the account is joined to somebody in service."""
    if pegawai is None:
        yield "Akun Anda belum terhubung dengan data pegawai. Hubungi operator kepegawaian."
    elif pegawai.berhenti is not None:
        yield f"Anda tercatat berhenti sejak {tanggal(pegawai.berhenti)}."


@Policy
def masa_inovasi(periode: PeriodeKinerja, hari: date, *, per: date) -> Iterator[str]:
    """It began within an open period, and not in the future."""
    yield from terbuka.reasons(periode)
    if not periode.memuat(hari):
        yield (
            f"Mulai diterapkan {tanggal(hari)}, di luar {periode.nama} "
            f"({tanggal(periode.mulai)} sampai {tanggal(periode.selesai)})."
        )
    elif hari > per:
        yield "Inovasi diajukan sesudah mulai diterapkan."


@Policy
def putuskan_inovasi(satu: Inovasi, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Accept it or not: over the person's unit, once, never one's own."""
    kiri = satu.pegawai.unit.kiri if satu.pegawai.unit is not None else None
    if not jangkauan_inovasi(pengguna, per=per).memuat(kiri):
        yield OutOfReach()
    if pengguna.pk in (satu.pegawai.pengguna_id, satu.diajukan_oleh_id):
        yield NotYours("Inovasi Anda sendiri diverifikasi oleh orang lain.")
    elif not Jangkauan.milik(pengguna, Izin.INOVASI_VERIFIKASI, per=per).memuat(kiri):
        yield NotAllowed("Inovasi diverifikasi oleh kepala unit atau pejabat penilainya.")
    if satu.keadaan != KeadaanInovasi.DIAJUKAN:
        yield f"Inovasi ini sudah diputuskan: {satu.get_keadaan_display().lower()}."
    else:
        yield from terbuka.reasons(satu.periode)

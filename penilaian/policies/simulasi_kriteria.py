"""Who may see what a draft of criteria would change, and when it can be computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from penilaian.kernel.kata import tanggal
from penilaian.models import KeadaanKriteria, KeluargaKriteria, PeriodeKinerja, SetKriteria
from toolkit.policy import NotAllowed, Policy, Refusal

_IZIN = (Izin.KRITERIA_SUSUN, Izin.KRITERIA_PERIKSA, Izin.KRITERIA_TERBITKAN)


@Policy
def lihat(pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """See the counts: whoever drafts, checks or publishes."""
    if not any(Jangkauan.milik(pengguna, satu, per=per).semua for satu in _IZIN):
        yield NotAllowed("Simulasi dilihat oleh penyusun, pemeriksa, dan penerbit kriteria.")


@Policy
def jalankan(
    satu: SetKriteria,
    periode: PeriodeKinerja | None,
    pengguna: Any,
    cela: Sequence[str],
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Compute it: a draft of the kinerja family without faults, on a period that has begun."""
    yield from lihat.refusals(pengguna, per=per)
    if satu.keluarga != KeluargaKriteria.KINERJA:
        yield "Yang disimulasikan kriteria kinerja; kriteria mutasi diuji bersama rencananya."
    if satu.keadaan == KeadaanKriteria.TERBIT:
        yield "Versi ini sudah terbit; simulasi dijalankan pada draf."
    if cela:
        yield f"Draf belum dapat dihitung. {cela[0]}"
    if periode is None:
        yield "Pilih periode kinerja yang datanya dipakai."
    elif periode.mulai > per:
        yield f"Periode {periode} baru mulai {tanggal(periode.mulai)}."

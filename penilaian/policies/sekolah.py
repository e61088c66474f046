"""Who may compute the need of teachers of a school, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal

ALASAN_MINIMAL = 10


@Policy
def hitung_guru(
    unit: UnitKerja,
    terbuka: Sequence[PerhitunganKebutuhan],
    pengguna: Pengguna,
    *,
    terhitung: bool,
    berpos: bool,
    per: date,
) -> Iterator[Refusal | str]:
    """Make drafts for the teachers of a school: with the right over it, from reported classes,
    while none of its computations waits for a decision."""
    if not Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).memuat(unit.kiri):
        yield OutOfReach()
    elif not Jangkauan.milik(pengguna, Izin.KEBUTUHAN_USUL, per=per).memuat(unit.kiri):
        yield NotAllowed("Kebutuhan guru disusun oleh kepala unit, operator, atau koordinator.")
    if not terhitung:
        yield "Belum ada rombel yang dilaporkan, atau jenjang ini belum mempunyai cara hitung."
    if not berpos:
        yield "Sekolah ini belum mempunyai formasi guru; catat dahulu jabatan gurunya."
    if any(satu.keadaan == KeadaanHitung.DIPERIKSA for satu in terbuka):
        yield "Perhitungan guru sekolah ini sudah diperiksa; minta dikembalikan dahulu."


@Policy
def pilih_guru(belum: Sequence[str], tanpa_alasan: Sequence[str]) -> Iterator[str]:
    """Where the guide says "kasus per kasus", somebody chose and said why."""
    if belum:
        yield f"Putuskan dahulu jumlah guru {', '.join(belum)}."
    if tanpa_alasan:
        yield f"Sebutkan alasan pilihan untuk {', '.join(tanpa_alasan)}."

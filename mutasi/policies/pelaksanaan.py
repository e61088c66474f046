"""What must hold when a decree takes effect, and who records what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from mutasi.alur import ALUR, Aksi, Gerbang, StatusUsulan
from mutasi.kernel.jenis import Tahap
from mutasi.models import SerahTerima, UsulanMutasi
from mutasi.policies.jalan import bukan_diri, bukan_saatnya, memegang, terlihat
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal

MELIHAT = (Izin.PELANTIKAN_KELOLA, Izin.SPMT_CATAT, Izin.BKN_CATAT)


class Keadaan(Protocol):
    """What the register says about a case (``selectors.pelaksanaan``)."""

    @property
    def hari(self) -> date: ...

    @property
    def halangan(self) -> str: ...


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the pages of what follows a decree."""
    if not memegang(pengguna, *MELIHAT, per=per):
        yield NotAllowed("Pelaksanaan mutasi untuk BKD/BKPSDM, kepala unit, dan operator SIASN.")


@Policy
def buka_keadaan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See who will sit where: those who work on all cases."""
    if not memegang(pengguna, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Keadaan pada tanggal lain untuk yang memproses mutasi di BKD/BKPSDM.")


@Policy
def menjalankan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Start the run that otherwise starts by itself every morning."""
    if not memegang(pengguna, Izin.PELANTIKAN_KELOLA, per=per):
        yield NotAllowed("Keputusan diberlakukan oleh BKD/BKPSDM.")


@Policy
def laksanakan(usulan: UsulanMutasi, keadaan: Keadaan, *, per: date) -> Iterator[Refusal | str]:
    """Take effect: the state, the inauguration, the day, the facts. Done by the system."""
    if usulan.status not in ALUR[Aksi.LAKSANAKAN].dari:
        yield bukan_saatnya(usulan, Aksi.LAKSANAKAN)
    elif usulan.status == StatusUsulan.SK_DITETAPKAN and Gerbang.LANTIK in usulan.gerbang:
        yield "Pegawai ini belum dilantik."
    elif keadaan.hari > per:
        yield f"TMT-nya {keadaan.hari:%d-%m-%Y}, belum tiba."
    elif keadaan.halangan:
        yield keadaan.halangan


def _menjangkau(post: Formasi | None, pengguna: Pengguna, izin: Izin, per: date) -> bool:
    jangkauan = Jangkauan.milik(pengguna, izin, per=per)
    return jangkauan.semua or (post is not None and jangkauan.memuat(post.unit.kiri))


@Policy
def catat_spmt(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """The head of the receiving office, or BKD for him; the table is asked beside."""
    if not _menjangkau(usulan.ke, pengguna, Izin.SPMT_CATAT, per):
        yield NotAllowed("SPMT dicatat oleh kepala unit tujuan atau BKD/BKPSDM.")


@Policy
def mencatat_banyak(pengguna: Pengguna, aksi: Aksi, *, per: date) -> Iterator[Refusal]:
    """Open the sheet of an act; each case is asked by itself."""
    izin = ALUR[aksi].izin
    if izin is None or not memegang(pengguna, izin, per=per):
        yield NotAllowed("Lembar ini untuk yang mencatatnya: unit tujuan, BKD/BKPSDM, operator.")


@Policy
def serah_terima(
    butir: SerahTerima, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Tick off an item: the giving office, or BKD for it."""
    usulan = butir.usulan
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    unit = _menjangkau(usulan.dari, pengguna, Izin.SPMT_CATAT, per)
    if not unit and not memegang(pengguna, Izin.PELANTIKAN_KELOLA, per=per):
        yield NotAllowed("Serah terima ditandai oleh unit asal atau BKD/BKPSDM.")
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.tahap != Tahap.DIUMUMKAN or usulan.dilaksanakan_pada is None:
        yield "Serah terima ditandai sesudah keputusan berlaku."
    if butir.selesai_pada is not None:
        yield "Butir ini sudah selesai."


@Policy
def selesaikan(belum: list[str]) -> Iterator[Refusal | str]:
    """Close a case: no evaluation is left. ``belum``: those that are, in words."""
    if belum:
        yield f"Evaluasi belum dilakukan: {', '.join(belum)}."

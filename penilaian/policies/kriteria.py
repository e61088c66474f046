"""Who drafts, checks, publishes and asks about criteria: three people, and then never again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.kata import tanggal
from penilaian.models import KeadaanKriteria, SetKriteria, TanyaKriteria
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal, WrongMoment

MIN_ALASAN = 10
# A version can never be taken back and no other begins before it: a slip of the year would last.
_PALING_LAMA = timedelta(days=731)
USANG = "usang"  # the draft was saved by somebody else in the meantime
_BUKAN_DRAF = {
    KeadaanKriteria.DIPERIKSA: "Draf ini sudah diperiksa; minta dikembalikan dahulu.",
    KeadaanKriteria.TERBIT: "Versi yang sudah terbit tidak pernah berubah; susun versi berikutnya.",
}


@dataclass(frozen=True)
class Terbitan:
    """What is known when a version is to be published: its day and the days it must keep to.

    ``paling_awal``: today and the days between publication and force; ``terakhir``: when the
    latest published version of the code began; ``cela``: what the kernel still finds wrong.
    """

    mulai: date
    paling_awal: date
    terakhir: date | None
    cela: Sequence[str]


def _berhak(pengguna: Any, izin: Sequence[Izin], kalimat: str, per: date) -> Iterator[Refusal]:
    """Criteria are for the whole agency, and so is the right over them."""
    if getattr(pengguna, "teknis", False):  # the command line; it cannot log in
        return
    if not any(Jangkauan.milik(pengguna, satu, per=per).semua for satu in izin):
        yield NotAllowed(kalimat)


@Policy
def lihat(satu: SetKriteria, pengguna: Any) -> Iterator[Refusal | str]:
    """A published version is open to the whole world, a draft to those who are logged in."""
    if satu.keadaan != KeadaanKriteria.TERBIT and not pengguna.is_authenticated:
        yield OutOfReach()


@Policy
def menyusun(pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Draft criteria at all."""
    kalimat = "Kriteria disusun oleh Badan Kepegawaian."
    yield from _berhak(pengguna, [Izin.KRITERIA_SUSUN], kalimat, per)


@Policy
def membuat(pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Take part in the road of a version: draft, check or publish."""
    izin = [Izin.KRITERIA_SUSUN, Izin.KRITERIA_PERIKSA, Izin.KRITERIA_TERBITKAN]
    kalimat = "Kriteria disusun, diperiksa, dan diterbitkan oleh pejabatnya."
    yield from _berhak(pengguna, izin, kalimat, per)


@Policy
def mulai_draf(terbuka: SetKriteria | None, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Begin the next version of a code: one at a time."""
    yield from menyusun.refusals(pengguna, per=per)
    if terbuka is not None:
        yield f"Versi {terbuka.versi} kriteria {terbuka.kode} masih menjadi draf; lanjutkan itu."


@Policy
def susun(
    satu: SetKriteria, pengguna: Any, *, per: date, stempel: int | None = None
) -> Iterator[Refusal | str]:
    """Change a draft; with ``stempel`` only the one that was read."""
    yield from menyusun.refusals(pengguna, per=per)
    if satu.keadaan != KeadaanKriteria.DRAF:
        yield _BUKAN_DRAF[KeadaanKriteria(satu.keadaan)]
    yield from _segar(satu, stempel)


def _segar(satu: SetKriteria, stempel: int | None) -> Iterator[Refusal]:
    if stempel is not None and stempel != satu.stempel:
        yield WrongMoment("Draf ini berubah sesudah Anda membukanya.", kode=USANG)


def _utuh(cela: Sequence[str]) -> Iterator[str]:
    if cela:
        yield f"Masih ada {len(cela)} hal yang harus dibereskan. {cela[0]}"


@Policy
def periksa(
    satu: SetKriteria,
    pengguna: Pengguna,
    penyusun: Collection[str],
    cela: Sequence[str],
    *,
    per: date,
    stempel: int | None = None,
) -> Iterator[Refusal | str]:
    """Check a draft: somebody who wrote nothing of it; with ``stempel`` only as it was read."""
    kalimat = "Kriteria diperiksa oleh Kepala BKPSDM, Kepala Bidang, atau Bagian Hukum."
    yield from _berhak(pengguna, [Izin.KRITERIA_PERIKSA], kalimat, per)
    if pengguna.id_pelaku in penyusun:
        yield NotYours("Kriteria yang ikut Anda susun diperiksa oleh orang lain.")
    if satu.keadaan != KeadaanKriteria.DRAF:
        yield "Hanya draf yang dapat diperiksa."
    yield from _utuh(cela)
    yield from _segar(satu, stempel)


@Policy
def kembalikan(
    satu: SetKriteria, pengguna: Pengguna, alasan: str, *, per: date
) -> Iterator[Refusal | str]:
    """Make a checked version a draft again, with a reason."""
    izin = [Izin.KRITERIA_PERIKSA, Izin.KRITERIA_TERBITKAN]
    kalimat = "Kriteria dikembalikan oleh pemeriksa atau pejabat yang menerbitkan."
    yield from _berhak(pengguna, izin, kalimat, per)
    if satu.keadaan != KeadaanKriteria.DIPERIKSA:
        yield "Yang dikembalikan adalah kriteria yang sudah diperiksa dan belum terbit."
    if len(alasan.strip()) < MIN_ALASAN:
        yield f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf."


@Policy
def menerbitkan(
    satu: SetKriteria, pengguna: Pengguna, penyusun: Collection[str], *, per: date
) -> Iterator[Refusal | str]:
    """Publish this version, whatever day it begins: a third person, after the check."""
    kalimat = "Kriteria diterbitkan oleh Kepala BKPSDM, PyB, atau PPK."
    yield from _berhak(pengguna, [Izin.KRITERIA_TERBITKAN], kalimat, per)
    if pengguna.id_pelaku in penyusun:
        yield NotYours("Kriteria yang ikut Anda susun diterbitkan oleh orang lain.")
    if pengguna.pk == satu.diperiksa_oleh_id:
        yield NotYours("Kriteria yang Anda periksa diterbitkan oleh orang lain.")
    if satu.keadaan != KeadaanKriteria.DIPERIKSA:
        yield "Kriteria terbit sesudah diperiksa."


@Policy
def terbitkan(
    satu: SetKriteria,
    pengguna: Pengguna,
    penyusun: Collection[str],
    isi: Terbitan,
    *,
    per: date,
    stempel: int | None = None,
) -> Iterator[Refusal | str]:
    """Publish on a legal basis, announced long enough before it counts, later than all others."""
    yield from menerbitkan.refusals(satu, pengguna, penyusun, per=per)
    if not satu.dasar.strip():
        yield "Sebutkan dasar hukumnya."
    yield from _utuh(isi.cela)
    if isi.mulai < isi.paling_awal:
        yield f"Paling cepat berlaku {tanggal(isi.paling_awal)}, supaya sempat dibaca semua orang."
    if isi.mulai > per + _PALING_LAMA:
        yield f"{tanggal(isi.mulai)} lebih dari dua tahun lagi; periksa tahunnya."
    if isi.terakhir is not None and isi.mulai <= isi.terakhir:
        yield f"Versi sebelumnya berlaku sejak {tanggal(isi.terakhir)}; pilih hari sesudahnya."
    yield from _segar(satu, stempel)


@Policy
def buang(satu: SetKriteria, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Throw a draft away."""
    yield from susun.refusals(satu, pengguna, per=per)


@Policy
def tanya(satu: SetKriteria, pengguna: Any) -> Iterator[Refusal | str]:
    """Anybody who is logged in may ask, about a draft or a published version."""
    yield from lihat.refusals(satu, pengguna)
    if not pengguna.is_authenticated:
        yield NotAllowed("Masuk dahulu untuk bertanya.")


@Policy
def jawab(satu: TanyaKriteria, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Answer a question, once: what was read by others is not rewritten."""
    kalimat = "Pertanyaan dijawab oleh penyusun kriteria di Badan Kepegawaian."
    yield from _berhak(pengguna, [Izin.KRITERIA_SUSUN], kalimat, per)
    if satu.jawaban:
        yield "Pertanyaan ini sudah dijawab."


@Policy
def sosialisasi(pengguna: Any, hari: date | None = None, *, per: date) -> Iterator[Refusal | str]:
    """Write down a session that was held."""
    kalimat = "Sosialisasi dicatat oleh penyusun kriteria di Badan Kepegawaian."
    yield from _berhak(pengguna, [Izin.KRITERIA_SUSUN], kalimat, per)
    if hari is not None and hari > per:
        yield "Sosialisasi dicatat sesudah berlangsung."

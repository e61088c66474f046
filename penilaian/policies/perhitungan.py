"""The road of a computation: the unit makes it, Bagian Organisasi checks it, a head decides it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi
from penilaian.kernel.abk import Tugas
from penilaian.kernel.abk_baca import tugas_ganda
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan, SumberKebutuhan
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal, WrongMoment

USANG = "usang"  # the draft was saved by somebody else in the meantime


def _jangkau(
    formasi: Formasi, pengguna: Pengguna, izin: Sequence[Izin], kalimat: str, per: date
) -> Iterator[Refusal]:
    kiri = formasi.unit.kiri
    if not Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).memuat(kiri):
        yield OutOfReach()
    elif not any(Jangkauan.milik(pengguna, satu, per=per).memuat(kiri) for satu in izin):
        yield NotAllowed(kalimat)


@Policy
def penyusun(formasi: Formasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Whose work the task rows of a post are, whatever state they are in."""
    yield from _penyusun(formasi, pengguna, per)


def _penyusun(formasi: Formasi, pengguna: Pengguna, per: date) -> Iterator[Refusal]:
    kalimat = "Uraian tugas disusun oleh kepala unit atau operator OPD."
    if not pengguna.teknis:  # the command line; it cannot log in
        yield from _jangkau(formasi, pengguna, [Izin.KEBUTUHAN_USUL], kalimat, per)


@Policy
def buka_susunan(
    formasi: Formasi, terbuka: PerhitunganKebutuhan | None, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Write on the draft of a post: with the right over its unit, while nobody has checked it."""
    yield from _penyusun(formasi, pengguna, per)
    yield from _terbuka(formasi, terbuka, per)


def _unit_buka(formasi: Formasi, per: date) -> Iterator[str]:
    """A new structure may have closed the office while its computation was on its way."""
    if formasi.unit.ditutup is not None and formasi.unit.ditutup <= per:
        yield "Unit ini sudah ditutup."


def _terbuka(formasi: Formasi, terbuka: PerhitunganKebutuhan | None, per: date) -> Iterator[str]:
    yield from _unit_buka(formasi, per)
    if terbuka is not None and terbuka.keadaan == KeadaanHitung.DIPERIKSA:
        yield "Perhitungan ini sudah diperiksa; minta dikembalikan dahulu bila harus diubah."


@Policy
def susun(
    formasi: Formasi,
    terbuka: PerhitunganKebutuhan | None,
    tugas: Sequence[Tugas],
    pengguna: Pengguna,
    *,
    per: date,
    stempel: str | None = None,
) -> Iterator[Refusal | str]:
    """Save the tasks of a post; with ``stempel`` only over the draft that was read."""
    yield from _penyusun(formasi, pengguna, per)
    yield from _terbuka(formasi, terbuka, per)
    yield from _segar(terbuka, stempel)
    if not tugas:
        yield "Isi paling sedikit satu uraian tugas."
    if ganda := tugas_ganda([("", "", t.uraian) for t in tugas]):
        kedua, pertama = next(iter(ganda.items()))
        yield f"Tugas nomor {kedua + 1} sama dengan tugas nomor {pertama + 1}."


def _segar(terbuka: PerhitunganKebutuhan | None, stempel: str | None) -> Iterator[Refusal]:
    if stempel is not None and stempel != stempel_draf(terbuka):
        yield WrongMoment("Draf ini berubah sesudah Anda membukanya.", kode=USANG)


def stempel_draf(terbuka: PerhitunganKebutuhan | None) -> str:
    """What tells one saving of a draft from the next; empty while there is none."""
    return "" if terbuka is None else f"{terbuka.pk}:{terbuka.dibuat_pada.isoformat()}"


@Policy
def periksa(
    satu: PerhitunganKebutuhan, pengguna: Pengguna, *, per: date, stempel: str | None = None
) -> Iterator[Refusal | str]:
    """Check a draft: somebody else than its maker; with ``stempel`` only as it was read."""
    kalimat = "Perhitungan diperiksa oleh Bagian Organisasi."
    yield from _jangkau(satu.formasi, pengguna, [Izin.KEBUTUHAN_PERIKSA], kalimat, per)
    if satu.dibuat_oleh_id == pengguna.pk:
        yield NotYours("Perhitungan yang Anda susun diperiksa oleh orang lain.")
    if satu.keadaan != KeadaanHitung.DRAF:
        yield "Hanya draf yang dapat diperiksa."
    yield from _unit_buka(satu.formasi, per)
    yield from _segar(satu, stempel)


@Policy
def kembalikan(
    satu: PerhitunganKebutuhan, pengguna: Pengguna, alasan: str, *, per: date
) -> Iterator[Refusal | str]:
    """Give a computation back to its maker, with a reason; a draft only by who checks drafts."""
    izin = [Izin.KEBUTUHAN_PERIKSA, Izin.KEBUTUHAN_TETAPKAN]
    kalimat = "Perhitungan dikembalikan oleh pemeriksa atau pejabat yang memutuskan."
    if satu.keadaan == KeadaanHitung.DRAF:
        izin, kalimat = izin[:1], "Draf dikembalikan oleh Bagian Organisasi."
    yield from _jangkau(satu.formasi, pengguna, izin, kalimat, per)
    if satu.dibuat_oleh_id == pengguna.pk and satu.keadaan == KeadaanHitung.DRAF:
        yield NotYours("Draf Anda sendiri cukup diubah.")
    if satu.keadaan == KeadaanHitung.FINAL:
        yield "Perhitungan yang sudah final tidak dikembalikan; susun versi berikutnya."
    if not alasan.strip():
        yield "Sebutkan apa yang harus diperbaiki."


@Policy
def putuskan(
    satu: PerhitunganKebutuhan,
    pengguna: Pengguna,
    dasar: str,
    *,
    per: date,
    stempel: str | None = None,
) -> Iterator[Refusal | str]:
    """Make a checked computation the need of its post, on a stated basis."""
    kalimat = "Kebutuhan diputuskan oleh Kepala BKPSDM, PyB, atau PPK."
    yield from _jangkau(satu.formasi, pengguna, [Izin.KEBUTUHAN_TETAPKAN], kalimat, per)
    if pengguna.pk == satu.dibuat_oleh_id:
        yield NotYours("Perhitungan yang Anda susun diputuskan oleh orang lain.")
    if pengguna.pk == satu.diperiksa_oleh_id:
        yield NotYours("Perhitungan yang Anda periksa diputuskan oleh orang lain.")
    if satu.keadaan != KeadaanHitung.DIPERIKSA:
        yield "Perhitungan diputuskan sesudah diperiksa."
    yield from _unit_buka(satu.formasi, per)
    if not dasar.strip():
        yield "Sebutkan dasar keputusannya."
    yield from _segar(satu, stempel)


@Policy
def pilih_templat(
    satu: PerhitunganKebutuhan, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Make the tasks of a final computation the model for every post of its jabatan."""
    kalimat = "Templat uraian tugas dipilih oleh Bagian Organisasi."
    yield from _jangkau(satu.formasi, pengguna, [Izin.KEBUTUHAN_PERIKSA], kalimat, per)
    if satu.keadaan != KeadaanHitung.FINAL or satu.sumber != SumberKebutuhan.ABK:
        yield "Templat diambil dari uraian tugas ABK yang sudah final."


@Policy
def jalan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Check or decide anything at all; which one, each version says."""
    izin = (Izin.KEBUTUHAN_PERIKSA, Izin.KEBUTUHAN_TETAPKAN)
    if all(Jangkauan.milik(pengguna, satu, per=per).kosong for satu in izin):
        yield NotAllowed("Perhitungan diperiksa Bagian Organisasi dan diputuskan pejabatnya.")

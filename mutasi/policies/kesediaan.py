"""Who tells, who answers, who writes an answer down. An answer is the employee's alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import SEBELUM_SK, StatusUsulan
from mutasi.models import Kesediaan, PenyampaianUsulan, Persetujuan, UsulanMutasi
from mutasi.policies.jalan import KERABAT, berkerabat, bukan_diri, memegang, terlihat
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

S = StatusUsulan
DAPAT_DIJAWAB = (S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN, S.DIKAJI)
MEMUTUS = (
    Izin.USULAN_PERIKSA, Izin.USULAN_SERAHKAN, Izin.SIDANG_IKUT, Izin.SIDANG_PIMPIN,
    Izin.USULAN_SETUJUI_PYB, Izin.USULAN_PUTUSKAN,
)  # fmt: skip


def _saatnya(usulan: UsulanMutasi, versi: int | None) -> Iterator[str]:
    if usulan.status not in DAPAT_DIJAWAB:
        yield (
            f"Usulan ini berkeadaan “{usulan.get_status_display()}”; jawaban pegawai diterima "
            "sesudah diberitahukan dan sebelum diserahkan ke TPK."
        )
    elif not usulan.penyampaian.filter(versi=usulan.versi).exists():
        yield "Isi usulan yang sekarang belum diberitahukan kepada pegawai."
    if versi is not None and versi != usulan.versi:
        yield "Usulan ini berubah sejak Anda membukanya. Baca lagi isinya, lalu jawab."


def _berbicara(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> bool:
    """Whether it is for this user to talk with the employee: BKD, or the head of his office."""
    if memegang(pengguna, Izin.USULAN_BERITAHU, per=per):
        return True
    unit = usulan.dari.unit if usulan.dari else usulan.pegawai.unit
    atasan = Jangkauan.milik(pengguna, Izin.USULAN_TELAAH, per=per)
    return unit is not None and atasan.memuat(unit.kiri)


@Policy
def jawab(
    usulan: UsulanMutasi, pengguna: Pengguna, *, versi: int | None, per: date
) -> Iterator[Refusal | str]:
    """Answer about oneself."""
    if usulan.pegawai.pengguna_id != pengguna.pk or not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    yield from _saatnya(usulan, versi)


@Policy
def catat_surat(
    usulan: UsulanMutasi, pengguna: Pengguna, *, kerabat: bool, per: date
) -> Iterator[Refusal | str]:
    """Write down a letter: a visible proxy who decides nothing in the case."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.USULAN_BERITAHU, per=per):
        yield NotAllowed("Anda tidak berhak mencatat jawaban pegawai dari surat.")
    if usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Jawab langsung lewat halaman Anda sendiri.")
    if kerabat:
        yield NotYours(KERABAT)
    memutus = memegang(pengguna, *MEMUTUS, per=per)
    if memutus or Persetujuan.objects.sah().filter(usulan=usulan, diputus_oleh=pengguna).exists():
        yield NotYours("Jawaban pegawai dicatat orang yang tidak ikut memutus usulan ini (H24).")
    yield from _saatnya(usulan, None)


@Policy
def dialog(kesediaan: Kesediaan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Write down the talk after *merasa belum mampu*, once per answer."""
    usulan = kesediaan.usulan
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not _berbicara(usulan, pengguna, per=per):
        yield NotAllowed("Dialog dicatat BKD atau atasan pegawai.")
    if usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Dialog dicatat orang yang berbicara dengan Anda.")
    elif berkerabat(usulan.pegawai_id, pengguna):
        yield NotYours(KERABAT)
    if kesediaan.versi != usulan.versi or usulan.status not in DAPAT_DIJAWAB:
        yield "Dialog dicatat selama jawaban ini masih dipertimbangkan."
    if hasattr(kesediaan, "dialog"):
        yield "Dialog atas jawaban ini sudah dicatat."


@Policy
def dasar_sepihak(
    usulan: UsulanMutasi, pengguna: Pengguna, *, kerabat: bool, per: date
) -> Iterator[Refusal | str]:
    """Name the ground on which the move may go on without consent."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.USULAN_VERIFIKASI, Izin.USULAN_PERIKSA, per=per):
        yield NotAllowed("Anda tidak berhak menyebut dasar perpindahan tanpa kesediaan.")
    if usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Usulan ini tentang Anda sendiri; orang lain yang memprosesnya (H24).")
    if kerabat:
        yield NotYours(KERABAT)
    if usulan.status not in DAPAT_DIJAWAB:
        yield "Dasar tanpa kesediaan disebut sesudah pegawai diberitahu dan sebelum sidang TPK."


@Policy
def percakapan(
    penyampaian: PenyampaianUsulan, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Note the talk with the employee: his superior, or BKD from the superior's note."""
    usulan = penyampaian.usulan
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Percakapan dicatat orang yang berbicara dengan Anda.")
    elif berkerabat(usulan.pegawai_id, pengguna):
        yield NotYours(KERABAT)
    if not _berbicara(usulan, pengguna, per=per):
        yield NotAllowed("Percakapan dicatat atasan pegawai, atau BKD dari catatannya.")
    if penyampaian.versi != usulan.versi:
        yield "Isi usulan sudah berubah sesudah penyampaian itu."
    if penyampaian.dicatat_pada is not None:
        yield "Percakapan ini sudah dicatat."


@Policy
def buka(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Say that one has read what changes for oneself."""
    if usulan.pegawai.pengguna_id != pengguna.pk or not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not usulan.penyampaian.filter(versi=usulan.versi).exists():
        yield "Usulan ini belum diberitahukan kepada Anda."


@Policy
def keadaan(
    usulan: UsulanMutasi, pengguna: Pengguna, *, kerabat: bool, per: date
) -> Iterator[Refusal | str]:
    """Say whether a condition asks for care: BKD, before there is a decree."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Keadaan khusus dinyatakan pegawainya sendiri atau BKD/BKPSDM.")
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.status not in SEBELUM_SK:
        yield "Keadaan khusus dinyatakan sebelum SK ditetapkan."

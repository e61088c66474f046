"""Who may propose, confirm or refuse the gates of a kind of move, and what such a list needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from mutasi.alur import Gerbang
from mutasi.kernel.jenis import ANTAR_INSTANSI, NAMA_JENIS, NAMA_JENJANG
from mutasi.models import AturanAlur
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

MELIHAT = (Izin.USULAN_PROSES, Izin.ALUR_TETAPKAN, Izin.USULAN_AWASI)
# Which permit a case needs follows from the rules (H12, H18), case by case.
DAPAT_DIWAJIBKAN: tuple[Gerbang, ...] = tuple(g for g in Gerbang if g is not Gerbang.IZIN)


@Policy
def lihat(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Read the matrix: those who work by it, set it, or oversee it."""
    if not memegang(pengguna, *MELIHAT, per=per):
        yield NotAllowed("Langkah wajib untuk mereka yang memproses atau mengawasi mutasi.")


@Policy
def menetapkan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Take part in setting it at all."""
    if not memegang(pengguna, Izin.ALUR_TETAPKAN, per=per):
        yield NotAllowed("Langkah wajib ditetapkan Kepala BKPSDM dan Bagian Hukum.")


@Policy
def usulkan(jenis: str, jenjang: str, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Propose other gates: one proposal at a time for a kind and a level."""
    yield from menetapkan.refusals(pengguna, per=per)
    if jenis not in NAMA_JENIS or jenjang not in NAMA_JENJANG:
        yield OutOfReach()
    if AturanAlur.objects.menunggu().filter(jenis=jenis, jenjang=jenjang).exists():
        yield "Masih ada usulan langkah wajib yang menunggu pengesahan."


@Policy
def sahkan(aturan: AturanAlur, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Confirm what somebody else proposed, before its day has passed."""
    yield from menetapkan.refusals(pengguna, per=per)
    if aturan.diusulkan_oleh_id == pengguna.pk:
        yield NotYours("Anda yang mengusulkannya; orang lain yang mengesahkan.")
    yield from _masih_menunggu(aturan)
    if aturan.mulai < per:
        yield "Hari mulainya sudah lewat. Tolak usulan ini, lalu usulkan dengan hari yang baru."


@Policy
def tolak(aturan: AturanAlur, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Refuse it, or take one's own back."""
    yield from menetapkan.refusals(pengguna, per=per)
    yield from _masih_menunggu(aturan)


def _masih_menunggu(aturan: AturanAlur) -> Iterator[str]:
    if aturan.diusulkan_pada is None or aturan.disahkan_pada or aturan.ditolak_pada:
        yield "Langkah wajib ini tidak sedang menunggu pengesahan."


def cela_gerbang(jenis: str, gerbang: Collection[str]) -> tuple[str, ...]:
    """Everything that makes this list of gates no road, a sentence each; empty: it is one."""
    cela = []
    if set(gerbang) - {g.value for g in DAPAT_DIWAJIBKAN}:
        cela.append("Ada langkah yang tidak dikenal.")
    if Gerbang.KESEDIAAN in gerbang and Gerbang.BERITAHU not in gerbang:
        cela.append("Kesediaan ditanyakan sesudah pegawai diberi tahu: tandai juga pemberitahuan.")
    if not {Gerbang.TPK, Gerbang.PYB} & set(gerbang):
        cela.append("Sedikitnya TPK atau PyB memeriksa usulan sebelum PPK.")
    antar = jenis in {j.value for j in ANTAR_INSTANSI}
    if antar and Gerbang.ANTAR not in gerbang:
        cela.append("Mutasi antarinstansi selalu melewati surat antarinstansi (H15).")
    if not antar and Gerbang.ANTAR in gerbang:
        cela.append("Surat antarinstansi hanya untuk mutasi antarinstansi.")
    return tuple(cela)

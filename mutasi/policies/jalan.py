"""Who may move a case: the table's row first, then what holds for every act.

Every act on a case asks ``langkah``; what is particular (a quorum, a letter) its own policy adds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mutasi.alur import ALUR, PERANAN, Aksi, StatusUsulan
from mutasi.models import Persetujuan, UsulanMutasi
from mutasi.policies.pengganti import PENGGANTI, menggantikan
from mutasi.policies.perbuatan import terpisah
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import punya_hubungan, yang_berhubungan
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

# What a superior decided in an earlier round does not keep him from stepping in; that he made or
# checked the case does.
PEMUTUS = frozenset({"tpk", "pyb", "ppk", "penetap"})
KERABAT = "Anda wajib menghindar dari usulan ini; orang lain memprosesnya (H24)."


def memegang(pengguna: Pengguna, *izin: str, per: date) -> bool:
    """Whether the user holds any of the rights over anything."""
    return any(not Jangkauan.milik(pengguna, satu, per=per).kosong for satu in izin)


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Enter the rooms of the road at all; which cases one sees is ``UsulanMutasi.for_user``."""
    if not memegang(pengguna, Izin.USULAN_LIHAT, per=per):
        yield NotAllowed("Ruang mutasi untuk mereka yang memproses usulan.")


def terlihat(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> bool:
    """Whether the case exists for the user."""
    return UsulanMutasi.objects.for_user(pengguna, per=per).filter(pk=usulan.pk).exists()


def bukan_diri(usulan: UsulanMutasi, pengguna: Pengguna, *, kerabat: bool) -> Iterator[Refusal]:
    """Nobody acts on himself or his kin, nor records for them; ``kerabat`` comes from the act,
    which may ask."""
    yield from terpisah(usulan, Aksi.CATAT_IZIN, pengguna, kerabat=kerabat)


@Policy
def lihat(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See the case; to others it does not exist."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()


@dataclass(frozen=True)
class Hadapan:
    """How a person stands to a case: read once, asked for every button of a page."""

    terlihat: bool
    pernah: tuple[Aksi, ...]

    @classmethod
    def baca(cls, usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Hadapan:
        """Whether he sees it, and what he did in it that still counts."""
        tampak = terlihat(usulan, pengguna, per=per)
        return cls(tampak, pernah_banyak([usulan], pengguna)[usulan.pk] if tampak else ())


@Policy
def langkah(
    usulan: UsulanMutasi,
    aksi: Aksi,
    pengguna: Pengguna,
    *,
    per: date,
    kerabat: bool,
    hadapan: Hadapan | None = None,
) -> Iterator[Refusal | str]:
    """The row of the table: seen, entitled, not one's own, one role per case, the right state."""
    baris = ALUR[aksi]
    hadapan = hadapan or Hadapan.baca(usulan, pengguna, per=per)
    if not hadapan.terlihat:
        yield OutOfReach()
    ganti = False
    if baris.izin is not None and not memegang(pengguna, baris.izin, per=per):
        ganti = menggantikan(usulan, aksi, pengguna, per=per)
        if not ganti:
            yield NotAllowed(f"Anda tidak berhak {aksi.label} usulan.")
    pernah = tuple(a for a in hadapan.pernah if not ganti or PERANAN.get(a) not in PEMUTUS)
    yield from terpisah(usulan, aksi, pengguna, pernah=pernah, kerabat=kerabat)
    if usulan.status not in baris.dari:
        yield bukan_saatnya(usulan, aksi)


def bukan_saatnya(usulan: UsulanMutasi, aksi: Aksi) -> str:
    """Why the act does not fit the state."""
    return (
        f"Usulan ini sekarang berkeadaan “{StatusUsulan(usulan.status).label}”, jadi tidak dapat "
        f"lagi {aksi.label}."
        if usulan.status not in ALUR[aksi].dari
        else ""
    )


def yang_terhitung(
    usulan: UsulanMutasi, keputusan: Iterable[Persetujuan], pengguna: Pengguna
) -> tuple[Aksi, ...]:
    """What the user did in this case that still counts (H24); a step taken for another does not.
    ``keputusan``: decisions on it, whoever took them."""
    sah = [
        Aksi(satu.aksi) for satu in keputusan
        if satu.diputus_oleh_id == pengguna.pk and not satu.gugur_pada and satu.peran != PENGGANTI
    ]  # fmt: skip
    mengajukan = usulan.diajukan_oleh_id == pengguna.pk
    return (*sah, *((Aksi.AJUKAN,) if mengajukan else ()))


def pernah_banyak(
    usulan: Collection[UsulanMutasi], pengguna: Pengguna
) -> dict[UUID, tuple[Aksi, ...]]:
    """The same by case, in one query."""
    milik: dict[UUID, list[Persetujuan]] = defaultdict(list)
    rows = Persetujuan.objects.filter(usulan__in=usulan, diputus_oleh=pengguna)
    for satu in rows.only("usulan_id", "aksi", "diputus_oleh_id", "gugur_pada", "peran"):
        milik[satu.usulan_id].append(satu)
    return {satu.pk: yang_terhitung(satu, milik[satu.pk], pengguna) for satu in usulan}


def pegawai_dari(pengguna: Pengguna) -> Pegawai | None:
    """The employee behind an account, if any."""
    return Pegawai.objects.filter(pengguna=pengguna).first()


def berkerabat(orang_id: int, pengguna: Pengguna) -> bool:
    """Whether the user declared a family tie with this employee, or the employee with him."""
    sendiri = pegawai_dari(pengguna)
    return sendiri is not None and punya_hubungan(sendiri.pk, orang_id)


def tulis_orang(orang: Pegawai, pengguna: Pengguna) -> Iterator[Refusal]:
    """What is written about a person in a case is written neither by himself nor by his kin."""
    if orang.pengguna_id is not None and orang.pengguna_id == pengguna.pk:
        yield NotYours("Usulan ini tentang Anda sendiri; orang lain yang menulisnya (H24).")
    elif berkerabat(orang.pk, pengguna):
        yield NotYours(KERABAT)


def tersangkut(orang: Collection[int], pengguna: Pengguna) -> set[int]:
    """Which of these employees the user is, or has a tie with: one question for many (H24)."""
    sendiri = pegawai_dari(pengguna)
    if sendiri is None:
        return set()
    return ({sendiri.pk} & set(orang)) | yang_berhubungan(sendiri.pk, orang)


@Policy
def banyak_orang(orang: Collection[int], pengguna: Pengguna) -> Iterator[Refusal]:
    """Do something about many at once that cannot be done row by row: none of them is the user
    himself or his kin."""
    if tersangkut(orang, pengguna):
        yield NotYours(KERABAT)

"""What the acts on a case ask beside the table (``policies.jalan``): whose it is, and whose reach.

The employee's own request is moved by him alone where the table speaks of the proposer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import ALUR, SEBELUM_SK, Aksi, StatusUsulan
from mutasi.kernel.jenis import Sumber
from mutasi.models import UsulanMutasi
from mutasi.policies.berkas import sebutan
from mutasi.policies.jalan import (
    KERABAT,
    berkerabat,
    bukan_saatnya,
    memegang,
    terlihat,
    tulis_orang,
)
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

DRAF = (StatusUsulan.DRAF, StatusUsulan.DIKEMBALIKAN)


def permintaan_sendiri(usulan: UsulanMutasi, pengguna: Pengguna) -> bool:
    """Whether this is what the user asked for himself."""
    return (
        usulan.sumber == Sumber.PEGAWAI
        and usulan.dibuat_oleh_id == pengguna.pk
        and usulan.pegawai.pengguna_id == pengguna.pk
    )


@Policy
def langkah_sendiri(
    usulan: UsulanMutasi, aksi: Aksi, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Hand in again, or take back, one's own request."""
    if not permintaan_sendiri(usulan, pengguna) or not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if usulan.status not in ALUR[aksi].dari:
        yield bukan_saatnya(usulan, aksi)


@Policy
def ubah_draf(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, tampak: bool = False
) -> Iterator[Refusal | str]:
    """Write on before it is handed in: a writer of the file, or whose request it is. ``tampak``:
    the page fetched it within sight a moment ago."""
    if not tampak and not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not permintaan_sendiri(usulan, pengguna):
        yield from tulis_orang(usulan.pegawai, pengguna)
        anggota = sebutan(usulan.berkas, pengguna)
        menulis = anggota is not None and anggota.ubah
        if not menulis and not memegang(pengguna, Izin.USULAN_PROSES, per=per):
            yield NotAllowed("Hanya penulis berkas ini yang memperbaiki drafnya.")
    if usulan.status not in DRAF:
        yield (
            f"Usulan ini berkeadaan “{usulan.get_status_display()}”; isinya diubah lewat "
            "“Ubah isi”, yang menggugurkan persetujuan atas isi lama."
        )


@Policy
def tulis_tentang(usulan: UsulanMutasi, pengguna: Pengguna) -> Iterator[Refusal]:
    """Write a case about this person: neither he himself nor his kin."""
    yield from tulis_orang(usulan.pegawai, pengguna)


@Policy
def ajukan_unit(
    orang: Pegawai, ke: Formasi | None, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal]:
    """A head proposes: his own person, or somebody for a post in his office."""
    jangkauan = Jangkauan.milik(pengguna, Izin.USULAN_AJUKAN, per=per)
    if jangkauan.kosong:
        yield NotAllowed("Anda tidak berhak mengajukan usulan mutasi.")
    unit = [satu for satu in (orang.unit, ke.unit if ke else None) if satu is not None]
    if not any(jangkauan.memuat(satu.kiri) for satu in unit):
        yield NotAllowed(
            "Anda mengusulkan pegawai di unit Anda, atau pegawai lain untuk jabatan di unit Anda."
        )
    if orang.pengguna_id is not None and orang.pengguna_id == pengguna.pk:
        yield NotYours("Untuk diri sendiri, ajukan lewat “Permintaan pindah saya” (H24).")
    elif berkerabat(orang.pk, pengguna):
        yield NotYours(KERABAT)


@Policy
def ajukan_sendiri(orang: Pegawai | None, pengguna: Pengguna) -> Iterator[Refusal]:
    """Ask for oneself: needs no right, only to be somebody in the register."""
    if orang is None or orang.pengguna_id != pengguna.pk:
        yield NotAllowed("Akun Anda tidak terhubung dengan data pegawai.")
    elif orang.berhenti is not None:
        yield NotAllowed("Anda tercatat sudah berhenti.")


@Policy
def tarik(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Withdraw: who wrote it or handed it in, and BKD in the files it works on."""
    pembuat = {usulan.dibuat_oleh_id, usulan.diajukan_oleh_id}
    if pengguna.pk in pembuat or memegang(pengguna, Izin.USULAN_PROSES, per=per):
        return
    yield NotYours("Usulan ditarik oleh pengusulnya.")


@Policy
def tulis_alasan(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, tampak: bool = False
) -> Iterator[Refusal | str]:
    """Write why a warning is accepted: those who write or verify; once the TPK has it only who
    verifies, for what came up since. ``tampak``: as for ``ubah_draf``."""
    if not tampak and not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.USULAN_AJUKAN, Izin.USULAN_VERIFIKASI, per=per):
        yield NotAllowed("Anda tidak berhak menulis alasan peringatan.")
    yield from tulis_orang(usulan.pegawai, pengguna)
    if usulan.status not in SEBELUM_SK:
        yield "Alasan peringatan ditulis sebelum SK ditetapkan."
    elif usulan.status not in SEBELUM_TPK and not memegang(
        pengguna, Izin.USULAN_VERIFIKASI, per=per
    ):
        yield NotAllowed("Sesudah diserahkan ke TPK, alasan peringatan ditulis oleh BKD/BKPSDM.")


SEBELUM_TPK = (
    *DRAF,
    *ALUR[Aksi.VERIFIKASI].dari,
    *(s for s in ALUR[Aksi.UBAH].dari if s in ALUR[Aksi.TARIK].dari),
)


def unit_kerja(formasi: Formasi | None) -> UnitKerja | None:
    """The office that gives or receives: the OPD of the post, else its unit."""
    if formasi is None:
        return None
    return formasi.unit.opd or formasi.unit

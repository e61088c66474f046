"""Who may do what with the files of people, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import JenisPenugasan, Pegawai, Penugasan
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


def _jangkau(orang: Pegawai, pengguna: Pengguna, izin: Izin, per: date) -> Iterator[Refusal]:
    """Out of reach, then without the right, then one's own file."""
    kiri = orang.unit.kiri if orang.unit else None
    if not Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per).memuat(kiri):
        yield OutOfReach()
        return
    if not Jangkauan.milik(pengguna, izin, per=per).memuat(kiri):
        yield NotAllowed("Anda tidak berhak mencatat data pegawai ini.")
    if orang.pengguna_id == pengguna.pk:
        yield NotYours("Data Anda sendiri dicatat oleh orang lain.")


@Policy
def lihat_daftar(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See lists of people, each bounded by one's reach."""
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat data pegawai.")


@Policy
def ekspor(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Take a list home as a file."""
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_EKSPOR, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak mengekspor daftar pegawai.")


@Policy
def lihat_unit(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See units and posts."""
    if Jangkauan.milik(pengguna, Izin.UNIT_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat unit dan formasi.")


@Policy
def siapkan_akun(unit: UnitKerja, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Make accounts for the people of a unit, so that slips can be handed over."""
    reach = Jangkauan.milik(pengguna, Izin.AKTIVASI_CETAK, per=per)
    if reach.kosong:
        yield NotAllowed("Peran Anda tidak memuat hak menyiapkan akun pegawai.")
    elif not reach.memuat(unit.kiri):
        yield OutOfReach()
    elif not Pegawai.objects.tanpa_akun(unit).exists():
        yield "Semua pegawai di unit ini dan di bawahnya sudah mempunyai akun."


@Policy
def ubah_data(orang: Pegawai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Correct what is recorded of a person, or add to it."""
    yield from _jangkau(orang, pengguna, Izin.PEGAWAI_UBAH, per)


@Policy
def koreksi_tmt(orang: Pegawai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Say from which day the present post counts, where a renaming reset the printed TMT."""
    yield from _jangkau(orang, pengguna, Izin.PEGAWAI_UBAH, per)
    if orang.tmt_jabatan is None:
        yield "TMT jabatan pegawai ini belum tercetak, jadi belum ada yang dikoreksi."


@Policy
def catat_penugasan(orang: Pegawai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Record an acting or additional assignment beside the definitive one."""
    yield from _jangkau(orang, pengguna, Izin.PEGAWAI_UBAH, per)
    if orang.berhenti is not None:
        yield "Pegawai ini sudah berhenti."


@Policy
def akhiri_penugasan(
    penugasan: Penugasan, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """End an acting or additional assignment; a definitive one ends by import or leaving."""
    yield from _jangkau(penugasan.pegawai, pengguna, Izin.PEGAWAI_UBAH, per)
    if penugasan.jenis == JenisPenugasan.DEFINITIF:
        yield "Jabatan definitif berakhir lewat impor, SK, atau pencatatan pemberhentian."
    elif penugasan.selesai is not None and penugasan.selesai <= per:
        yield "Penugasan ini sudah berakhir."


@Policy
def catat_pemberhentian(
    orang: Pegawai, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Record that somebody left: his assignments end, his seat is free."""
    yield from _jangkau(orang, pengguna, Izin.PEGAWAI_UBAH, per)
    if orang.berhenti is not None:
        yield "Pemberhentian pegawai ini sudah tercatat."


@Policy
def catat_disiplin(orang: Pegawai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Record a sanction; only those who may read them."""
    yield from _jangkau(orang, pengguna, Izin.PEGAWAI_UBAH, per)
    if not boleh_lihat_disiplin(orang, pengguna, per=per):
        yield NotAllowed("Anda tidak berhak melihat riwayat disiplin pegawai ini.")


@Policy
def impor_disiplin(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Bring sanctions in a file: for the whole agency, from one's own account."""
    for izin in (Izin.PEGAWAI_UBAH, Izin.DISIPLIN_LIHAT):
        if not Jangkauan.milik(pengguna, izin, per=per).semua:
            yield NotAllowed("Anda tidak berhak mencatat hukuman disiplin seluruh instansi.")
            return


def boleh_lihat_disiplin(orang: Pegawai, pengguna: Pengguna, *, per: date) -> bool:
    """Sanctions are shown to those with the right over the person's office."""
    kiri = orang.unit.kiri if orang.unit else None
    return Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).memuat(kiri)

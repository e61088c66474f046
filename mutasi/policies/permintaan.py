"""Who may ask for people, who answers, who withdraws, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.kernel.permintaan import MENANGGAPI, Aksi, langkah
from mutasi.models import PermintaanPegawai
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

MASIH_BERJALAN = "Masih ada permintaan yang berjalan untuk jabatan ini."


@Policy
def buka_permintaan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the pages: those who ask and those who answer."""
    hak = (Izin.PERMINTAAN_AJUKAN, Izin.PERMINTAAN_TANGGAPI)
    if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in hak):
        yield NotAllowed("Peran Anda tidak mencakup permintaan pegawai.")


@Policy
def mengajukan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Ask at all: for some unit."""
    if Jangkauan.milik(pengguna, Izin.PERMINTAAN_AJUKAN, per=per).kosong:
        yield NotAllowed("Permintaan pegawai diajukan oleh kepala unit atau operator OPD.")


@Policy
def ajukan(formasi: Formasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Ask for people in this post: within reach, and not twice at a time."""
    yield from mengajukan.refusals(pengguna, per=per)
    jangkauan = Jangkauan.milik(pengguna, Izin.PERMINTAAN_AJUKAN, per=per)
    if not jangkauan.kosong and not jangkauan.memuat(formasi.unit.kiri):
        yield OutOfReach()
    if formasi.unit.ditutup is not None and formasi.unit.ditutup <= per:
        yield "Unit ini sudah ditutup."
    if formasi.dihitung_ke_id is not None:
        yield "Jabatan ini dihitung pada jabatan lain di unit yang sama; pilih jabatan itu."
    if PermintaanPegawai.objects.berjalan().filter(formasi=formasi.pk).exists():
        yield MASIH_BERJALAN


def _jangkau(
    permintaan: PermintaanPegawai, pengguna: Pengguna, izin: Izin, kalimat: str, per: date
) -> Iterator[Refusal]:
    kiri = permintaan.formasi.unit.kiri
    hak = (Izin.PERMINTAAN_AJUKAN, Izin.PERMINTAAN_TANGGAPI)
    if not any(Jangkauan.milik(pengguna, satu, per=per).memuat(kiri) for satu in hak):
        yield OutOfReach()
    elif not Jangkauan.milik(pengguna, izin, per=per).memuat(kiri):
        yield NotAllowed(kalimat)


@Policy
def tanggapi(
    permintaan: PermintaanPegawai, pengguna: Pengguna, *, per: date, aksi: Aksi | None = None
) -> Iterator[Refusal | str]:
    """Answer for BKD; without ``aksi``: whether there is anything left to answer."""
    kalimat = "Permintaan pegawai ditanggapi oleh BKD/BKPSDM."
    yield from _jangkau(permintaan, pengguna, Izin.PERMINTAAN_TANGGAPI, kalimat, per)
    if permintaan.diajukan_oleh_id == pengguna.pk:
        yield NotYours("Permintaan yang Anda ajukan sendiri ditanggapi oleh orang lain.")
    boleh = langkah(permintaan.status, MENANGGAPI)
    if not boleh:
        yield f"Permintaan ini sudah berakhir: {permintaan.get_status_display().lower()}."
    elif aksi is not None and aksi not in boleh:
        yield f"Tanggapan itu tidak berlaku selagi {permintaan.get_status_display().lower()}."


@Policy
def tarik(
    permintaan: PermintaanPegawai, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Withdraw for the office that asked: a request belongs to the unit, not to its author."""
    kalimat = "Permintaan ditarik oleh unit yang mengajukannya."
    yield from _jangkau(permintaan, pengguna, Izin.PERMINTAAN_AJUKAN, kalimat, per)
    if Aksi.TARIK not in langkah(permintaan.status):
        yield f"Permintaan ini sudah berakhir: {permintaan.get_status_display().lower()}."

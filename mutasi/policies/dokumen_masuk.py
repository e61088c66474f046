"""Who keeps the papers of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import DokumenMasuk, UsulanMutasi
from mutasi.policies.jalan import memegang, terlihat
from mutasi.policies.usulan import DRAF, permintaan_sendiri
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


@Policy
def catat_dokumen(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Add a paper: BKD and the operators; the employee to his own request while he writes it."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if permintaan_sendiri(usulan, pengguna):
        if usulan.status not in DRAF:
            yield "Permintaan Anda sedang diproses; serahkan dokumen tambahan kepada BKD."
        return
    if not memegang(pengguna, Izin.USULAN_AJUKAN, Izin.USULAN_VERIFIKASI, Izin.BKN_CATAT, per=per):
        yield NotAllowed("Anda tidak berhak mencatat dokumen usulan.")
    if usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Usulan ini tentang Anda sendiri; orang lain yang memprosesnya (H24).")
    if usulan.berakhir:
        yield "Usulan ini sudah berakhir."


@Policy
def ganti_dokumen(
    dokumen: DokumenMasuk, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Replace a paper; the old one stays readable, marked so."""
    yield from catat_dokumen.refusals(dokumen.usulan, pengguna, per=per)
    if dokumen.diganti_pada is not None:
        yield "Dokumen ini sudah diganti."

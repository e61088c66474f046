"""Who takes a step when everybody whose step it is may not: the case is his own, or of his kin.

The law names the superior (UU 30/2014 Pasal 42-45; ``kernel.aturan.pelaku.PENGGANTI``): the PPK for
the PyB, the PyB for the head of BKPSDM. The PPK's own superior stands outside: his word comes by
letter.
"""

from __future__ import annotations

from datetime import date

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, PenugasanPeran
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import punya_hubungan

# As what such a decision is written down; it is no second role of its own (H24).
PENGGANTI = "pengganti"
_PYB = (Izin.USULAN_SETUJUI_PYB, Izin.USULAN_PUTUSKAN)
# Act -> (whose step it is, who takes it instead).
MENGGANTI: dict[Aksi, tuple[Izin, Izin]] = {
    Aksi.SETUJUI_PYB: _PYB,
    Aksi.KEMBALIKAN_PYB: _PYB,
    Aksi.TOLAK_PYB: _PYB,
    Aksi.SERAHKAN: (Izin.USULAN_SERAHKAN, Izin.USULAN_SETUJUI_PYB),
}


def pemegang(izin: Izin, *, per: date) -> dict[int, int | None]:
    """Who holds the right on the day -> the employee behind the account, if any."""
    tugas = PenugasanPeran.objects.aktif(per).memberi(izin).filter(pengguna__is_active=True)
    orang = dict.fromkeys(tugas.values_list("pengguna", flat=True))
    ada = Pegawai.objects.filter(pengguna__in=orang).values_list("pengguna", "pk")
    return orang | dict(ada)


def menggantikan(usulan: UsulanMutasi, aksi: Aksi, pengguna: Pengguna, *, per: date) -> bool:
    """Whether the user may take the step because none of those whose step it is may."""
    if aksi not in MENGGANTI:
        return False
    berhak, pengganti = MENGGANTI[aksi]
    if Jangkauan.milik(pengguna, pengganti, per=per).kosong:
        return False
    semua = pemegang(berhak, per=per)
    return bool(semua) and all(
        akun == usulan.pegawai.pengguna_id
        or (orang is not None and punya_hubungan(orang, usulan.pegawai_id))
        for akun, orang in semua.items()
    )

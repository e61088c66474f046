"""Who takes a step when everybody whose step it is may not: the case is his own, or of his kin.

The law names the superior (UU 30/2014 Pasal 42-45; ``kernel.aturan.pelaku.PENGGANTI``): the PPK for
the PyB, the PyB for the head of BKPSDM, the head of BKPSDM for the Kabid. The PPK's own superior
stands outside: his word comes by letter, recorded like any decision on paper, once he holds the
PPK's role for that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mutasi.alur import ALUR, Aksi
from mutasi.kernel.aturan.pelaku import pengganti
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
# The steps of one office each, as ``kernel.aturan.pelaku`` names it.
LANGKAH: dict[Aksi, str] = {
    Aksi.PERIKSA: "kabid_mutasi",
    Aksi.SERAHKAN: "kepala_bkpsdm",
    Aksi.SETUJUI_PYB: "pyb",
    Aksi.SETUJUI_PPK: "ppk",
}
# The study comes before his desk: until then a case is open to the PyB only where he is named.
_SEBUT = "Sebut ia di berkas ini supaya usulannya terbuka baginya."


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
    berhak, wakil = MENGGANTI[aksi]
    if Jangkauan.milik(pengguna, wakil, per=per).kosong:
        return False
    return _semua_terhalang(usulan, pemegang(berhak, per=per))


def sebagai(usulan: UsulanMutasi, aksi: Aksi, pengguna: Pengguna, *, per: date) -> str:
    """As what a lawful step is written down: ``PENGGANTI`` when it is another's who may not take
    it. A Kabid's step is the head of BKPSDM's then, who holds the right to it besides his own."""
    izin = ALUR[aksi].izin
    if izin is not None and Jangkauan.milik(pengguna, izin, per=per).kosong:
        return PENGGANTI
    if aksi is not Aksi.PERIKSA:
        return ""
    atasan = pemegang(Izin.USULAN_SERAHKAN, per=per)
    kabid = _pemilik(aksi, per=per)
    ganti = pengguna.pk in atasan and _semua_terhalang(usulan, kabid)
    return PENGGANTI if ganti else ""


def siapa_pengganti(usulan: UsulanMutasi, aksi: Aksi, *, per: date) -> str:
    """Who takes this step of this case, in a sentence; empty where its own holder may. Why the
    holder may not is not said."""
    if aksi not in LANGKAH or not _semua_terhalang(usulan, _pemilik(aksi, per=per)):
        return ""
    kalimat = pengganti(LANGKAH[aksi]).kalimat
    return f"{kalimat} {_SEBUT}" if aksi is Aksi.SERAHKAN else kalimat


def _pemilik(aksi: Aksi, *, per: date) -> dict[int, int | None]:
    """Those whose step it is."""
    izin = ALUR[aksi].izin
    semua = pemegang(izin, per=per) if izin is not None else {}
    if aksi is Aksi.PERIKSA:
        atasan = pemegang(Izin.USULAN_SERAHKAN, per=per)
        return {akun: orang for akun, orang in semua.items() if akun not in atasan}
    return semua


def _semua_terhalang(usulan: UsulanMutasi, semua: Mapping[int, int | None]) -> bool:
    """Somebody holds it, and for each of them the case is his own or of his kin."""
    return bool(semua) and all(
        akun == usulan.pegawai.pengguna_id
        or (orang is not None and punya_hubungan(orang, usulan.pegawai_id))
        for akun, orang in semua.items()
    )

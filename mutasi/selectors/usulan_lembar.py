"""The sheet before the panel for one case: what the system found and what the person declared,
side by side, with the account, the seats, who stands next and what was asked from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mutasi.alur import SEBELUM_SK
from mutasi.models import UsulanMutasi
from mutasi.policies.jalan import memegang
from mutasi.selectors.alternatif_beku import AlternatifBeku
from mutasi.selectors.aturan_usulan import Terbaca, titik_berikut
from mutasi.selectors.berkas_lembar import lembar
from mutasi.selectors.kesediaan_usulan import sebut_dasar
from mutasi.selectors.pra_sidang import LembarSidang, pra_sidang
from mutasi.selectors.usulan_baris import Rincian, rincian_baris
from mutasi.selectors.usulan_kertas import Kertas, arm_kertas, kertas_dari
from mutasi.snapshots.kasus import Bahan, arm_bahan, bahan_dari
from mutasi.snapshots.sekitar import Sekitar, baca_sekitar
from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import KetentuanHari, ketentuan_hari
from toolkit.sekaligus import baca_sekaligus

MEMBACA = (Izin.USULAN_PROSES, Izin.SIDANG_LIHAT, Izin.USULAN_SETUJUI_PYB, Izin.USULAN_PUTUSKAN)


@dataclass(frozen=True)
class LembarPraSidang:
    """``s`` is None where there is no post here to judge the person for. ``dasar``: on what it goes
    on without consent; ``kertas``: what was written about it."""

    aturan: Rincian
    s: LembarSidang | None
    lain: AlternatifBeku | None
    boleh_cari: bool
    dasar: str
    kertas: Kertas


def boleh_lembar(pengguna: Pengguna, *, per: date) -> bool:
    """The sheet is for BKD and those who decide."""
    return memegang(pengguna, *MEMBACA, per=per)


def lembar_pra_sidang(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> LembarPraSidang:
    """Asked within the file: the other cases of it leave and fill seats."""
    hari = ketentuan_hari(per=per)
    sekitar = baca_sekitar([usulan], per=per, aturan=hari, manajerial=True)
    kertas, bahan = _baca(usulan, pengguna, per)
    terbit = kertas.bahan.skor.perangkat.values()
    ada = Terbaca(hari, sekitar, perangkat=terbit, bahan=bahan)
    aturan = rincian_baris(usulan, pengguna, per=per, terbaca=ada)
    return LembarPraSidang(
        aturan=aturan,
        s=_sidang(usulan, aturan, pengguna, hari, sekitar, kertas, per),
        lain=kertas.lain,
        boleh_cari=memegang(pengguna, Izin.CALON_CARI, per=per),
        dasar=sebut_dasar(usulan, pengguna, per=per),
        kertas=kertas,
    )


def _baca(usulan: UsulanMutasi, pengguna: Pengguna, per: date) -> tuple[Kertas, Bahan | None]:
    """What lies with it: for the reader, and for the rules as long as they are asked anew."""
    titik = titik_berikut(usulan) if usulan.status in SEBELUM_SK else None
    arm = arm_kertas(usulan, pengguna, per=per)
    rows = baca_sekaligus(arm | (arm_bahan([usulan], titik) if titik else {}))
    kertas = kertas_dari(rows, usulan, pengguna, per=per)
    return kertas, bahan_dari(rows, [usulan], titik) if titik else None


def _sidang(
    usulan: UsulanMutasi, aturan: Rincian, pengguna: Pengguna, hari: KetentuanHari,
    sekitar: Sekitar, kertas: Kertas, per: date,
) -> LembarSidang | None:  # fmt: skip
    """His line amid the file he travels in, with the verdicts that were asked of him alone."""
    if usulan.ke_id is None:
        return None
    posisi = sekitar.tempat.posisi
    isi = lembar(usulan.berkas, pengguna, per=per, dinilai=False, aturan=hari, posisi=posisi)
    baris = [b for b in isi.baris if b.pk == usulan.pk]
    for b in baris:
        if aturan.nilai is not None:
            b.perkara, b.putusan = aturan.nilai.perkara, aturan.nilai.pasangan
    pembaca = Pembaca.dari(pengguna, per=per)
    hasil = pra_sidang(isi, per=per, pembaca=pembaca, hanya=baris, bahan=kertas.bahan)
    return next(iter(hasil), None)

"""The sheet before the panel for one case: what the system found and what the person declared,
side by side, with the account, the seats, who stands next and what was asked from outside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutasi.models import (
    BekuanUsulan,
    Kesediaan,
    PenyampaianUsulan,
    TelaahUnit,
    Titipan,
    UsulanMutasi,
)
from mutasi.policies.jalan import memegang
from mutasi.selectors.alternatif_beku import AlternatifBeku, terbaca
from mutasi.selectors.aturan_usulan import Terbaca
from mutasi.selectors.berkas_lembar import lembar
from mutasi.selectors.kesediaan_usulan import sebut_dasar
from mutasi.selectors.pra_sidang import LembarSidang, pra_sidang
from mutasi.selectors.titipan import titipan_untuk
from mutasi.selectors.usulan_baris import Rincian, rincian_baris
from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import KetentuanHari, ketentuan_hari

MEMBACA = (Izin.USULAN_PROSES, Izin.SIDANG_LIHAT, Izin.USULAN_SETUJUI_PYB, Izin.USULAN_PUTUSKAN)


@dataclass(frozen=True)
class LembarPraSidang:
    """``s`` is None where there is no post here to judge the person for. ``dasar``: on what it goes
    on without consent. ``titipan``: None where the reader may not know."""

    aturan: Rincian
    s: LembarSidang | None
    lain: AlternatifBeku | None
    boleh_cari: bool
    telaah: list[TelaahUnit]
    penyampaian: PenyampaianUsulan | None
    kesediaan: list[Kesediaan]
    dasar: str
    titipan: list[Titipan] | None

    @property
    def jawaban(self) -> Kesediaan | None:
        """The answer that counts."""
        return self.kesediaan[0] if self.kesediaan else None


def boleh_lembar(pengguna: Pengguna, *, per: date) -> bool:
    """The sheet is for BKD and those who decide."""
    return memegang(pengguna, *MEMBACA, per=per)


def lembar_pra_sidang(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> LembarPraSidang:
    """Asked within the file: the other cases of it leave and fill seats."""
    telaah = usulan.telaah.filter(versi=usulan.versi).select_related("unit", "dijawab_oleh")
    kabar = usulan.penyampaian.filter(versi=usulan.versi).select_related("dicatat_oleh").first()
    sedia = usulan.kesediaan.filter(versi=usulan.versi).select_related("dijawab_oleh", "dialog")
    hari = ketentuan_hari(per=per)
    aturan = rincian_baris(usulan, pengguna, per=per, terbaca=Terbaca(aturan=hari))
    return LembarPraSidang(
        aturan=aturan,
        s=_sidang(usulan, aturan, pengguna, hari, per),
        lain=_lain(usulan, pengguna),
        boleh_cari=memegang(pengguna, Izin.CALON_CARI, per=per),
        telaah=list(telaah),
        penyampaian=kabar,
        kesediaan=list(sedia),
        dasar=sebut_dasar(usulan, pengguna, per=per),
        titipan=_titipan(usulan, pengguna, per),
    )


def _sidang(
    usulan: UsulanMutasi, aturan: Rincian, pengguna: Pengguna, hari: KetentuanHari, per: date
) -> LembarSidang | None:
    """His line amid the file he travels in, with the verdicts that were asked of him alone."""
    if usulan.ke_id is None:
        return None
    isi = lembar(usulan.berkas, pengguna, per=per, dinilai=False, aturan=hari)
    baris = [b for b in isi.baris if b.pk == usulan.pk]
    for b in baris:
        if aturan.nilai is not None:
            b.perkara, b.putusan = aturan.nilai.perkara, aturan.nilai.pasangan
    pembaca = Pembaca.dari(pengguna, per=per)
    return next(iter(pra_sidang(isi, per=per, pembaca=pembaca, hanya=baris)), None)


def _lain(usulan: UsulanMutasi, pengguna: Pengguna) -> AlternatifBeku | None:
    """Who else could fill the post, as it was frozen when the case was handed to the TPK."""
    rows = BekuanUsulan.objects.filter(usulan=usulan, untuk="tpk", versi=usulan.versi)
    beku = rows.order_by("-pk").first()
    return terbaca(beku, json.loads(beku.isi) if beku else {}, pengguna)


def _titipan(usulan: UsulanMutasi, pengguna: Pengguna, per: date) -> list[Any] | None:
    if not memegang(pengguna, Izin.TITIPAN_LIHAT, per=per):
        return None
    return titipan_untuk([usulan.pegawai_id], pengguna, per=per).get(usulan.pegawai_id, [])

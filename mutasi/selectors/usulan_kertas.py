"""What was written about one case before the panel, and what its account is taken from, at once.

A dozen tables hold a row or two each of the present content of a case: ``arm_kertas`` asks for all
of them, to be read in one query with what else a page wants (``toolkit.sekaligus``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutasi.models import (
    BekuanUsulan,
    DialogKesediaan,
    Kesediaan,
    PenyampaianUsulan,
    TelaahUnit,
    Titipan,
    UsulanMutasi,
)
from mutasi.policies.jalan import memegang
from mutasi.selectors.alternatif_beku import AlternatifBeku, terbaca
from mutasi.selectors.pra_sidang import BahanSidang, arm_pelatihan, jam_dari
from mutasi.selectors.titipan import arm_titipan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.selectors.kecocokan import arm_bahan_skor, bahan_skor_dari
from toolkit.sekaligus import Arm

_TELAAH = ("sisi", "unit__nama", "jawaban", "alasan")
_PENYAMPAIAN = ("percakapan", "dicatat_pada", "dicatat_oleh__nama", "disampaikan_pada")
_KESEDIAAN = (
    "jawaban", "alasan", "uraian", "wakil", "nomor_surat", "dijawab_pada", "dijawab_oleh__nama",
)  # fmt: skip
_DIALOG = ("kesediaan_id", "hasil", "tawaran")


@dataclass(frozen=True)
class Kertas:
    """Papers of the present content. ``kesediaan``: the answer that counts, ``dialog`` what was
    spoken about it. ``titipan``: None where the reader may not know. ``beku``: the look frozen for
    the TPK; ``sendiri``: the employee behind the reader's account."""

    telaah: Sequence[TelaahUnit]
    penyampaian: PenyampaianUsulan | None
    kesediaan: Kesediaan | None
    dialog: DialogKesediaan | None
    titipan: Sequence[Titipan] | None
    beku: BekuanUsulan | None
    sendiri: int | None
    bahan: BahanSidang

    @property
    def lain(self) -> AlternatifBeku | None:
        """Who else could fill the post, as it was frozen when the case was handed to the TPK."""
        return terbaca(self.beku, json.loads(self.beku.isi) if self.beku else {}, self.sendiri)


def arm_kertas(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> dict[str, Arm | None]:
    """For this reader."""
    siapa = usulan.pegawai_id
    boleh = memegang(pengguna, Izin.TITIPAN_LIHAT, per=per)
    return {
        **_arm_isi(usulan),
        "titipan": arm_titipan(siapa, pengguna, per=per) if boleh else None,
        "sendiri": Arm(Pegawai.objects.filter(pengguna=pengguna), ()),
        "pelatihan": arm_pelatihan([siapa]),
        **arm_bahan_skor([siapa], per=per),
    }


def kertas_dari(
    rows: Mapping[str, list[Any]], usulan: UsulanMutasi, pengguna: Pengguna, *, per: date
) -> Kertas:
    """From those rows."""
    siapa, unit = usulan.pegawai_id, usulan.pegawai.unit
    boleh = memegang(pengguna, Izin.TITIPAN_LIHAT, per=per)
    sedia = _terakhir(rows["kesediaan"], "dijawab_pada")
    bahan = BahanSidang(
        {siapa: unit.kiri if unit else None},
        jam_dari(rows["pelatihan"], per=per),
        bahan_skor_dari(rows["kriteria"], rows["skor"]),
    )
    return Kertas(
        telaah=sorted(rows["telaah"], key=lambda t: t.sisi),
        penyampaian=_terakhir(rows["penyampaian"], "disampaikan_pada"),
        kesediaan=sedia,
        dialog=next((d for d in rows["dialog"] if sedia and d.kesediaan_id == sedia.pk), None),
        titipan=_terbaru(rows["titipan"], "tanggal") if boleh else None,
        beku=_terakhir(rows["beku"], "pk"),
        sendiri=next((p.pk for p in rows["sendiri"]), None),
        bahan=bahan,
    )


def _arm_isi(usulan: UsulanMutasi) -> dict[str, Arm]:
    """What was written about its present content."""
    ini: dict[str, Any] = {"usulan": usulan.pk, "versi": usulan.versi}
    dialog = DialogKesediaan.objects.filter(
        kesediaan__usulan=usulan.pk, kesediaan__versi=usulan.versi
    )
    return {
        "telaah": Arm(TelaahUnit.objects.filter(**ini), _TELAAH),
        "penyampaian": Arm(PenyampaianUsulan.objects.filter(**ini), _PENYAMPAIAN),
        "kesediaan": Arm(Kesediaan.objects.filter(**ini), _KESEDIAAN),
        "dialog": Arm(dialog, _DIALOG),
        "beku": Arm(BekuanUsulan.objects.filter(**ini, untuk="tpk"), ("isi",)),
    }


def _terbaru(rows: Sequence[Any], menurut: str) -> list[Any]:
    return sorted(rows, key=lambda r: (getattr(r, menurut), r.pk), reverse=True)


def _terakhir(rows: Sequence[Any], menurut: str) -> Any:
    return next(iter(_terbaru(rows, menurut)), None)

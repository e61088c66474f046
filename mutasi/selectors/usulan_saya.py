"""One's own cases, as far as one was told of them, in words for whom they concern.

Where a case lies among the desks before a decision is not the employee's page to tell; what he was
told, what he answered and what was decided is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mutasi.alur import BER_SK, SEBELUM_SK, Aksi, Gerbang, StatusUsulan
from mutasi.kernel.jenis import Sumber
from mutasi.kernel.kesediaan import Keadaan, Lanjut
from mutasi.kernel.perubahan import Arah
from mutasi.models import (
    BarisKeputusan,
    Kesediaan,
    PenyampaianUsulan,
    Persetujuan,
    Surat,
    UsulanMutasi,
)
from mutasi.models.keputusan import BERTANDA
from mutasi.policies.kesediaan import DAPAT_DIJAWAB
from mutasi.policies.usulan import DRAF, permintaan_sendiri
from mutasi.selectors.kesediaan_usulan import kesediaan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.models import Pengguna

S = StatusUsulan
_KATA: dict[str, str] = {
    S.DRAF: "Belum diajukan",
    S.DIKEMBALIKAN: "Dikembalikan kepada Anda untuk diperbaiki",
    S.DIBERITAHUKAN: "Anda sudah diberi tahu",
    S.MENUNGGU_KESEDIAAN: "Menunggu jawaban Anda",
    S.SK_DITETAPKAN: "SK sudah ditetapkan",
    S.DILANTIK: "Anda sudah dilantik",
    S.BERLAKU: "Berlaku; menunggu surat pernyataan melaksanakan tugas",
    S.SPMT: "Anda sudah melaksanakan tugas",
    S.EVALUASI: "Anda sudah melaksanakan tugas",
    S.SELESAI: "Selesai",
    S.DITOLAK: "Tidak dilanjutkan",
    S.DIBATALKAN: "Tidak dilanjutkan",
    S.DICABUT: "SK dicabut",
}


def kata_keadaan(status: str) -> str:
    """Where it stands, in words for whom it concerns."""
    return _KATA.get(status, "Sedang diproses BKD/BKPSDM")


TETAP = (Arah.TETAP.value, Arah.TAK_TAHU.value)


@dataclass(frozen=True)
class Perubahan:
    """One fact before and after, as the letter told it."""

    hal: str
    lama: str
    baru: str
    arah: str
    penjelasan: str
    rincian: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class UsulanSaya:
    """One case on one's own page. ``lembar``: what was told, as frozen; ``boleh_jawab``: an answer
    counts now; ``tunggu``: it is waited for; ``putusan``: what the PPK decided and why (H26)."""

    usulan: UsulanMutasi
    keadaan: str
    kabar: PenyampaianUsulan | None
    lembar: tuple[Perubahan, ...]
    gaji_mulai: str
    jawaban: list[Kesediaan]
    sedia: Lanjut | None
    boleh_jawab: bool
    milik: bool
    putusan: list[Persetujuan]
    sk: list[BarisKeputusan]
    surat: list[Surat]
    min_huruf: int

    @property
    def berubah(self) -> list[Perubahan]:
        """What is not as it was."""
        return [p for p in self.lembar if p.arah not in TETAP]

    @property
    def selebihnya(self) -> list[Perubahan]:
        """What stays, or nobody knows."""
        return [p for p in self.lembar if p.arah in TETAP]

    @property
    def tunggu(self) -> bool:
        """His answer is waited for."""
        keadaan = self.sedia.keadaan if self.sedia else None
        return self.boleh_jawab and keadaan in (Keadaan.MENUNGGU, Keadaan.MENUNGGU_KEDUA)

    @property
    def jawaban_kedua(self) -> bool:
        """A talk was held and a second answer may be given."""
        return bool(self.sedia and self.sedia.keadaan is Keadaan.MENUNGGU_KEDUA)

    @property
    def dapat_diperbaiki(self) -> bool:
        """His own request, before it is handed in or after it came back."""
        return self.milik and self.usulan.status in DRAF

    @property
    def dapat_ditarik(self) -> bool:
        """His own request, before the TPK recommended it."""
        return self.milik and self.usulan.status in _DAPAT_DITARIK


_DAPAT_DITARIK = frozenset(
    s for s in SEBELUM_SK if list(S).index(s) <= list(S).index(S.DITUNDA)
)  # fmt: skip


def usulan_saya(pengguna: Pengguna, *, per: date) -> list[UsulanMutasi]:
    """Mine, the newest first; each with its words."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(pegawai__pengguna=pengguna)
    hasil = list(rows.with_names().order_by("-dibuat_pada", "-pk"))
    for satu in hasil:
        satu.keadaan = kata_keadaan(satu.status)  # type: ignore[attr-defined]
    return hasil


def satu_saya(pengguna: Pengguna, pk: UUID, *, per: date) -> UsulanMutasi | None:
    """One of mine, or None."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(pegawai__pengguna=pengguna)
    return rows.with_names().filter(pk=pk).first()


def rincian_saya(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> UsulanSaya:
    """What I was told, what I answered, what was decided."""
    kabar = usulan.penyampaian.order_by("-versi").first()
    isi = json.loads(kabar.isi) if kabar else {}
    diminta = Gerbang.KESEDIAAN in usulan.gerbang
    ber_sk = usulan.status in (*BER_SK, S.SELESAI, S.DICABUT)
    return UsulanSaya(
        usulan=usulan,
        keadaan=kata_keadaan(usulan.status),
        kabar=kabar,
        lembar=tuple(_perubahan(satu) for satu in isi.get("perubahan", [])),
        gaji_mulai=isi.get("gaji_mulai", ""),
        jawaban=list(usulan.kesediaan.select_related("dijawab_oleh", "dialog")),
        sedia=kesediaan(usulan, per=per)
        if diminta and usulan.status in DAPAT_DIJAWAB and kabar else None,
        boleh_jawab=usulan.status in DAPAT_DIJAWAB and kabar is not None
        and kabar.versi == usulan.versi,
        milik=permintaan_sendiri(usulan, pengguna),
        putusan=_putusan(usulan) if ber_sk or usulan.status == S.DITOLAK else [],
        sk=list(usulan.keputusan.select_related("keputusan").filter(keputusan__status__in=BERTANDA))
        if ber_sk else [],
        surat=list(usulan.surat.defer("isi").exclude(pdf="")) if ber_sk or kabar else [],
        min_huruf=tetapan_jalan(per=per).min_huruf_alasan,
    )  # fmt: skip


def _putusan(usulan: UsulanMutasi) -> list[Persetujuan]:
    """The decision of the PPK with its reason: whom it concerns may read and contest it (H26)."""
    rows = usulan.persetujuan.filter(gugur_pada__isnull=True)
    rows = rows.filter(aksi__in=(Aksi.SETUJUI_PPK, Aksi.TOLAK_PPK)).order_by("-pk")
    return list(rows.select_related("diputus_oleh")[:1])


def _perubahan(satu: dict[str, Any]) -> Perubahan:
    return Perubahan(
        satu["hal"], satu["lama"], satu["baru"], satu["arah"], satu.get("penjelasan", ""),
        tuple((r["sebutan"], r["isi"]) for r in satu.get("rincian", [])),
    )  # fmt: skip


def menunggu_jawaban(pengguna: Pengguna, *, per: date) -> Any:
    """Cases in which my answer is waited for."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per)
    return rows.filter(pegawai__pengguna=pengguna, status=S.MENUNGGU_KESEDIAAN).exclude(
        sumber=Sumber.PEGAWAI
    )

"""What the rules say of one case, with figures, basis, cure and the reasons written.

Before a decree the rules are asked anew, before the act the case waits for and as that act asks
them; afterwards the page shows what was frozen last, for that is what the deciders saw.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from mutasi.alur import SEBELUM_SK
from mutasi.kernel.aturan.daftar import MENURUT_KODE
from mutasi.models import AlasanUsulan, BekuanUsulan, UsulanMutasi
from mutasi.selectors.aturan_usulan import BELUM_TERBACA, Nilai, Terbaca, putusan_usulan
from mutasi.selectors.berkas_lembar import DIJAWAB, alasan_untuk
from mutasi.selectors.rancangan_baris import PEKA, tutup_disiplin
from mutasi.selectors.tetapan_jalan import jalan_dari
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.selectors.putusan import ATURAN
from penilaian.snapshots import ketentuan_hari


@dataclass(frozen=True)
class Aturan:
    """One rule's answer as the page shows it. ``halang``: it stops the next act; ``perlu``: words
    answer it; ``beralasan``: they were written; ``tertutup``: they are not for this reader."""

    p: Putusan
    judul: str
    alasan: AlasanUsulan | None
    halang: bool
    perlu: bool
    beralasan: bool
    tertutup: bool

    @property
    def angka(self) -> list[tuple[str, Any]]:
        """The figures it was judged with; lists of lines and names stand in the sentence."""
        return [
            (k.replace("_", " "), v) for k, v in self.p.angka.items()
            if v not in (None, "") and not isinstance(v, (list, tuple, dict))
        ]  # fmt: skip


@dataclass(frozen=True)
class Rincian:
    """``beku``: since when the answers are frozen; None while they are asked anew, and ``nilai``
    is what they were taken from."""

    aturan: list[Aturan]
    beku: datetime | None
    min_huruf: int
    nilai: Nilai | None = None

    @property
    def gagal(self) -> list[Aturan]:
        """The case cannot pass by them."""
        return [a for a in self.aturan if a.halang]

    @property
    def perlu_alasan(self) -> list[Aturan]:
        """Warnings, and rules nobody can judge from the data."""
        return [a for a in self.aturan if a.perlu and not a.halang]

    @property
    def belum_beralasan(self) -> list[Aturan]:
        """Those of them nobody has answered."""
        return [a for a in self.perlu_alasan if not a.beralasan]

    @property
    def izin(self) -> list[Aturan]:
        """Somebody outside must agree."""
        return [a for a in self.aturan if a.p.putusan is Hasil.BUTUH_IZIN and not a.halang]

    @property
    def urut(self) -> list[Aturan]:
        """All of them, the gravest first."""
        return sorted(self.aturan, key=lambda a: (not a.halang, not a.perlu, a.p.kode))

    @property
    def lolos(self) -> list[Aturan]:
        """Simply met."""
        return [a for a in self.aturan if a.p.putusan is Hasil.LOLOS]


def rincian_baris(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, terbaca: Terbaca = BELUM_TERBACA
) -> Rincian:
    """Asked anew or read from what was frozen, for the eyes of this reader."""
    aturan = terbaca.aturan or ketentuan_hari(per=per)
    huruf = jalan_dari(aturan).min_huruf_alasan
    terbuka = not Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).kosong
    if usulan.status not in SEBELUM_SK:
        return _beku(usulan, huruf, terbuka)
    terbaca = replace(terbaca, aturan=aturan)
    nilai = putusan_usulan(usulan, per=per, pengguna=pengguna, terbaca=terbaca)
    halang = {p.kode for p in nilai.halangan}
    perlu = {p.kode for p in nilai.perlu_alasan}
    return Rincian(
        [_aturan(p, nilai.alasan, halang, perlu, nilai.beralasan, terbuka) for p in nilai.semua],
        None, huruf, nilai,
    )  # fmt: skip


def _beku(usulan: UsulanMutasi, huruf: int, terbuka: bool) -> Rincian:
    alasan = alasan_untuk([usulan.pk]).get((usulan.pk, usulan.ke_id), {})
    beku = usulan.bekuan.filter(versi=usulan.versi).first()
    isi = [tutup_disiplin(p, terbuka=terbuka) for p in dari_bekuan(beku)] if beku else []
    baris = [_aturan(p, alasan, (), DIJAWAB, alasan, terbuka) for p in isi]
    return Rincian(baris, beku.dibuat_pada if beku else None, huruf)


def dari_bekuan(beku: BekuanUsulan) -> list[Putusan]:
    """The verdicts as the desk saw them."""
    return [
        Putusan(
            satu["kode"], Hasil(satu["putusan"]), satu["bunyi"], satu.get("angka") or {},
            satu.get("perbaikan", ""), satu.get("dasar", ""),
        )
        for satu in json.loads(beku.isi).get("putusan", [])
    ]  # fmt: skip


def _aturan(
    p: Putusan, alasan: Mapping[str, AlasanUsulan], halang: Iterable[str], perlu: Iterable[Any],
    beralasan: Iterable[str], terbuka: bool,
) -> Aturan:  # fmt: skip
    judul = ATURAN.get(p.kode) or MENURUT_KODE.get(p.kode)
    return Aturan(
        p, judul.judul if judul else "", alasan.get(p.kode), p.kode in halang,
        p.kode in perlu or p.putusan in perlu, p.kode in beralasan,
        not terbuka and p.kode in PEKA,
    )  # fmt: skip

"""What all rules say of cases before an act: pair rules, rules of the road, rules of their files.

One reading for any number of cases, in a constant number of queries; the acts refuse by it
(``services.aturan_jalan``) and the pages show it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mutasi.alur import StatusUsulan
from mutasi.kernel.aturan.daftar import kode_sebelum, periksa_berkas, periksa_jalan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import Kasus
from mutasi.kernel.jenis import DI_TEMPAT, SAMPINGAN
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.models import AlasanUsulan, UsulanMutasi
from mutasi.selectors.tetapan_jalan import jalan_dari
from mutasi.snapshots.berkas_aturan import baca_berkas_aturan
from mutasi.snapshots.kasus import TANPA_RENCANA, Bahan, Rencana, baca_bahan, kasus_dari
from mutasi.snapshots.pasangan_usulan import perkara_usulan, putusan_perkara
from mutasi.snapshots.sekitar import BELUM_BERLAKU, Sekitar, baca_sekitar
from organisasi.selectors import libur
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import KetentuanHari, ketentuan_hari

S = StatusUsulan
# An assignment beside the own post replaces nobody and needs no consent from outside.
_BUKAN_SAMPINGAN = frozenset({"H12", "H15", "H16", "H18"})
# What the register does not know of a post, a person may have read in a paper: words answer it.
_DARI_KERTAS = frozenset({"H12", "H16", "H18"})
# One reason for the whole file answers all its lines.
SEBERKAS = frozenset({"W12"})
# Which lines of its file a rule is about; without one it is about the whole file.
_BARIS = ("baris", "orang_ganda", "kursi_ganda", "tmt_terbalik")
# The act a case in this state waits for.
TITIK_STATUS: dict[str, Titik] = {
    S.DIREKOMENDASI: Titik.PYB,
    S.PROSES_ANTAR_INSTANSI: Titik.BKN,
    S.DISETUJUI_PYB: Titik.BKN,
    S.DIUSULKAN_BKN: Titik.PPK,
    S.DIKEMBALIKAN_BKN: Titik.BKN,
    S.DITOLAK_BKN: Titik.BKN,
    S.IZIN_LUAR: Titik.PPK,
    S.MENUNGGU_PPK: Titik.PPK,
    S.DISETUJUI_PPK: Titik.SK,
    S.SK_DITETAPKAN: Titik.PELANTIKAN,
}


@dataclass(frozen=True)
class Nilai:
    """All verdicts on one case before one act, and which codes a written reason answers.

    ``kunci`` tells whether the case is still the one that was judged.
    """

    kunci: tuple[Any, ...]
    pasangan: tuple[Putusan, ...]
    jalan: tuple[Putusan, ...]
    berkas: tuple[Putusan, ...]
    beralasan: frozenset[str]
    tanpa_data: bool = False
    # The reasons written for the post the case leads to now, the latest by code.
    alasan: Mapping[str, AlasanUsulan] = field(default_factory=dict)
    perkara: Perkara | None = None  # as the pair rules read it

    @property
    def semua(self) -> tuple[Putusan, ...]:
        """Every rule once, H before W; where a rule stands twice, the one nearer to the act."""
        satu: dict[str, Putusan] = {}
        for p in (*self.pasangan, *self.jalan, *self.berkas):
            satu[p.kode] = p
        return tuple(satu[kode] for kode in sorted(satu))

    @property
    def halangan(self) -> tuple[Putusan, ...]:
        """Every H that stops the act, whatever is written."""
        return tuple(p for p in self.semua if p.kode[0] == "H" and self._menghalangi(p))

    def _menghalangi(self, p: Putusan) -> bool:
        if p.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA:
            return self._dari_jalan(p) and p.kode not in _DARI_KERTAS
        # A permission still to come stops the decree, where the same rule asks for its paper.
        return p.putusan is Hasil.TIDAK_LOLOS

    @property
    def perlu_alasan(self) -> tuple[Putusan, ...]:
        """Warnings that speak, and what nobody can judge from the data: a written reason each."""
        return tuple(p for p in self.semua if self._minta_alasan(p))

    def _minta_alasan(self, p: Putusan) -> bool:
        if p.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA:
            return not self._dari_jalan(p) or p.kode in _DARI_KERTAS
        return p.putusan is Hasil.PERINGATAN

    @property
    def belum_beralasan(self) -> tuple[Putusan, ...]:
        """Those of them nobody has answered yet."""
        return tuple(p for p in self.perlu_alasan if p.kode not in self.beralasan)

    def _dari_jalan(self, p: Putusan) -> bool:
        return any(p is satu for satu in (*self.jalan, *self.berkas))


def kunci(usulan: UsulanMutasi) -> tuple[Any, ...]:
    """What the verdicts were about; another version or state is another question."""
    return usulan.versi, usulan.status, usulan.sejak


@dataclass(frozen=True)
class Terbaca:
    """What a page has read already and hands down, so that it is not asked twice. ``libur``:
    public holidays since ``sejak_libur``; ``perangkat``: the published criteria in force;
    ``bahan``: what lies with the cases for the act asked about."""

    aturan: KetentuanHari | None = None
    sekitar: Sekitar | None = None
    libur: frozenset[date] | None = None
    perangkat: Collection[Perangkat] | None = None
    bahan: Bahan | None = None


BELUM_TERBACA = Terbaca()


def nilai_usulan(
    usulan: Sequence[UsulanMutasi], titik: Titik, *, per: date, rencana: Rencana = TANPA_RENCANA,
    terbaca: Terbaca = BELUM_TERBACA,
) -> dict[UUID, Nilai]:  # fmt: skip
    """Every case before that act. ``usulan`` as ``with_names`` reads them."""
    aturan = terbaca.aturan or ketentuan_hari(per=per)
    k = jalan_dari(aturan)
    sekitar = terbaca.sekitar or baca_sekitar(usulan, per=per, aturan=aturan, manajerial=True)
    perkara = perkara_usulan(usulan, per=per, aturan=aturan, sekitar=sekitar)
    bahan = terbaca.bahan or baca_bahan(usulan, titik, rencana=rencana)
    kasus = kasus_dari(
        usulan, titik, bahan, per=per, ketentuan=k, perkara=perkara,
        libur=_libur(per, titik, rencana, terbaca),
    )  # fmt: skip
    sk = {u.berkas_id: kasus[u.pk].tanggal_sk for u in usulan}
    semua = baca_berkas_aturan(
        sekitar, per=per, ketentuan=k, aturan=aturan, tanggal_sk=sk, perangkat=terbaca.perangkat
    )
    rombongan = {pk: periksa_berkas(berkas, titik) for pk, berkas in semua.items()}
    dijawab = _dijawab(usulan, kasus, bahan.alasan, k)
    milik = menurut_kursi(bahan.alasan)
    return {
        u.pk: Nilai(
            kunci(u), putusan_perkara(u, perkara.get(u.pk)),
            periksa_jalan(kasus[u.pk], _kode(u, titik)),
            _menyangkut(u, rombongan.get(u.berkas_id, ())), dijawab[u.pk],
            tanpa_data=u.pk not in perkara and (u.ke_id or u.dari_id) is not None,
            alasan=milik.get((u.pk, u.ke_id), {}), perkara=perkara.get(u.pk),
        )
        for u in usulan
    }  # fmt: skip


def putusan_usulan(
    usulan: UsulanMutasi, *, per: date, pengguna: Any = None, terbaca: Terbaca = BELUM_TERBACA
) -> Nilai:
    """For the page of one case: before the act it waits for; words as this reader may read them."""
    titik = titik_berikut(usulan)
    nilai = nilai_usulan([usulan], titik, per=per, terbaca=terbaca)[usulan.pk]
    if pengguna is None:
        return nilai
    return bagi_pembaca(nilai, usulan, Pembaca.dari(pengguna, per=per))


def titik_berikut(usulan: UsulanMutasi) -> Titik:
    """The act it waits for."""
    return TITIK_STATUS.get(usulan.status, Titik.SIDANG)


def bagi_pembaca(nilai: Nilai, usulan: UsulanMutasi, pembaca: Pembaca) -> Nilai:
    """Words about discipline only for those who may read them; the verdicts stay."""
    unit = usulan.pegawai.unit
    aturan = [p for p in nilai.pasangan if p.kode[0] == "H"]
    awas = [p for p in nilai.pasangan if p.kode[0] == "W"]
    kiri = unit.kiri if unit else None
    boleh = (*pembaca.syarat(aturan, kiri), *pembaca.peringatan(awas, kiri))
    return replace(nilai, pasangan=boleh)


def sejak_libur(sk: date | None, *, per: date) -> date:
    """From when on holidays matter for a decree of that day, and the inauguration after it."""
    return min(sk or per, per) - timedelta(days=120)


def _libur(per: date, titik: Titik, rencana: Rencana, terbaca: Terbaca) -> frozenset[date]:
    """Holidays matter for the days around decree and inauguration only."""
    if titik not in (Titik.SK, Titik.PELANTIKAN):
        return frozenset()
    if terbaca.libur is not None:
        return terbaca.libur
    sk = rencana.keputusan.tanggal if rencana.keputusan else None
    return libur(sejak_libur(sk, per=per))


def _kode(u: UsulanMutasi, titik: Titik) -> tuple[str, ...]:
    """The rules of the road that its kind is asked before this act."""
    buang: set[str] = set()
    if u.jenis in SAMPINGAN:
        buang |= _BUKAN_SAMPINGAN
    if u.jenis in DI_TEMPAT:
        buang |= {"W08"}
    return tuple(kode for kode in kode_sebelum(titik) if kode not in buang)


def _menyangkut(u: UsulanMutasi, putusan: Iterable[Putusan]) -> tuple[Putusan, ...]:
    """What a file's rules say of this line: a fault among others does not stop it."""
    if u.status not in BELUM_BERLAKU:
        return ()
    hasil = []
    for p in putusan:
        baris = [nomor for nama in _BARIS for nomor in p.angka.get(nama, ())]
        if p.putusan is Hasil.LOLOS or not baris or u.urutan in baris:
            hasil.append(p)
    return tuple(hasil)


def menurut_kursi(
    alasan: Iterable[AlasanUsulan],
) -> dict[tuple[UUID, int | None], dict[str, AlasanUsulan]]:
    """Reasons by case and the post they were written for; of a code the last one counts."""
    hasil: dict[tuple[UUID, int | None], dict[str, AlasanUsulan]] = {}
    for satu in alasan:
        hasil.setdefault((satu.usulan_id, satu.ke_id), {})[satu.kode] = satu
    return hasil


def _dijawab(
    usulan: Sequence[UsulanMutasi], kasus: Mapping[UUID, Kasus], alasan: Sequence[AlasanUsulan],
    k: KetentuanJalan,
) -> dict[UUID, frozenset[str]]:  # fmt: skip
    """The codes answered for the post each case leads to now.

    One reason for a whole file answers all its lines (``SEBERKAS``); the reason of a decision that
    departs answers for the departure (W10).
    """
    milik = menurut_kursi(alasan)
    seberkas = {(satu.usulan.berkas_id, satu.kode) for satu in alasan if satu.kode in SEBERKAS}
    hasil = {}
    for u in usulan:
        kode = set(milik.get((u.pk, u.ke_id), ()))
        kode |= {satu for satu in SEBERKAS if (u.berkas_id, satu) in seberkas}
        if _diputus_beralasan(kasus[u.pk], k):
            kode.add("W10")
        hasil[u.pk] = frozenset(kode)
    return hasil


def _diputus_beralasan(kasus: Kasus, k: KetentuanJalan) -> bool:
    """Every decision that departs from the TPK carries its own reason."""
    pertama = kasus.sidang is not None and kasus.sidang.tujuan.get(kasus.tujuan) == 1
    beda = [
        p for p in (kasus.putusan_pyb, kasus.putusan_ppk)
        if p is not None and p.setuju is not pertama
    ]  # fmt: skip
    return all(len(" ".join(p.alasan.split())) >= k.min_huruf_alasan for p in beda)

"""One post by ABK, WISN and ABK-Kes side by side, from the same task rows; nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from organisasi.models import JenisUnit, Pengguna
from penilaian.kernel.abk import BarisTugas, dari_tugas, menit_setahun
from penilaian.kernel.abk_kes import HitunganAbkKes
from penilaian.kernel.banding import (
    IsianWaktu,
    TugasBermacam,
    abk_kes_dari_tugas,
    wisn_dari_tugas,
)
from penilaian.kernel.efektivitas import Efektivitas, efektivitas
from penilaian.kernel.hitungan import Hitungan, Pembulatan, angka
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.wisn import HitunganWisn, RasioWisn, rasio_wisn
from penilaian.models import CaraBulat, MacamTugas, PerhitunganKebutuhan, SumberKebutuhan
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.perhitungan import posisi_terlihat
from penilaian.selectors.tetapan import tetapan_kebutuhan

KESEHATAN = frozenset({JenisUnit.PUSKESMAS, JenisUnit.PUSTU, JenisUnit.RSUD})
TELITI = 6


@dataclass(frozen=True)
class Kolom:
    """One method's answer, written out."""

    judul: str
    dasar: str
    waktu: str  # minutes a year of one person
    pokok: str
    kelonggaran: str
    nilai: str
    cara: str
    orang: int
    rasio: RasioWisn


@dataclass(frozen=True)
class TugasBanding:
    """A task and the people it asks for before allowances, by each method."""

    uraian: str
    macam: str
    setahun: str
    norma: str
    menit: str
    orang: str
    wisn: str


@dataclass(frozen=True)
class Banding:
    """The page. ``wisn`` is None where support work fills the time; ``galat`` says so."""

    posisi: Any
    sumber: PerhitunganKebutuhan | None
    isian: IsianWaktu
    abk: Hitungan[BarisTugas] | None
    wisn: HitunganWisn | None
    ej: Efektivitas | None
    kolom: Sequence[Kolom]
    tugas: Sequence[TugasBanding]
    galat: Sequence[str]
    alasan_simpan: Sequence[str]

    @property
    def semua_pokok(self) -> bool:
        """No row is marked as support or as work of some: WISN has no allowance to read."""
        return all(t.macam == MacamTugas.POKOK.label for t in self.tugas)


def sumber_tugas(formasi_id: int) -> PerhitunganKebutuhan | None:
    """The ABK whose rows are read: the one in force, else the latest version."""
    rows = PerhitunganKebutuhan.objects.filter(formasi=formasi_id, sumber=SumberKebutuhan.ABK)
    rows = rows.filter(tugas__isnull=False).distinct().prefetch_related("tugas")
    return rows.berlaku().first() or rows.order_by("-versi").first()


def bermacam_dari(perhitungan: PerhitunganKebutuhan, k: KetentuanKebutuhan) -> list[TugasBermacam]:
    """Its tasks carried through with these constants, each with whose work it is."""
    tugas: list[Any] = list(perhitungan.tugas.all())
    baris = dari_tugas([t.tugas for t in tugas], k).baris
    return [TugasBermacam(b, t.macam) for t, b in zip(tugas, baris, strict=True)]


def banding(
    pengguna: Pengguna, formasi_id: int, isian: IsianWaktu | None, *, per: date
) -> Banding | None:
    """None when the post is out of reach. Without ``isian`` the time of the constants."""
    posisi = posisi_terlihat(pengguna, formasi_id, per=per, aturan=ketentuan(per=per))
    if posisi is None:
        return None
    k = tetapan_kebutuhan(per=per)
    isian = isian or IsianWaktu.dari_ketentuan(k)
    alasan = policies.penyusun.reasons(posisi, pengguna, per=per)
    sumber = sumber_tugas(formasi_id)
    if sumber is None:
        return Banding(posisi, None, isian, None, None, None, (), (), (), alasan)
    semua = bermacam_dari(sumber, k)
    abk = dari_tugas([s.baris.tugas for s in semua], k)
    if sumber.pembulatan == CaraBulat.TABEL:  # a box of the structure
        abk = replace(abk, bulat=1, pembulatan=Pembulatan.TABEL)
    wisn, kes, galat = _coba(semua, isian, k, kesehatan=posisi.unit.jenis in KESEHATAN)
    kolom = [_kolom_abk(abk, posisi.isi, k)]
    if wisn is not None:
        kolom.append(_kolom_wisn(wisn, posisi.isi, k))
    if kes is not None:
        kolom.append(_kolom_kes(kes, posisi.isi, k))
    return Banding(
        posisi=posisi, sumber=sumber, isian=isian, abk=abk, wisn=wisn,
        ej=efektivitas(menit_setahun(abk), posisi.isi, k), kolom=kolom,
        tugas=_tugas(semua, wisn), galat=galat, alasan_simpan=[*alasan, *galat[:1]],
    )  # fmt: skip


def _coba(
    semua: Sequence[TugasBermacam], isian: IsianWaktu, k: KetentuanKebutuhan, *, kesehatan: bool
) -> tuple[HitunganWisn | None, HitunganAbkKes | None, list[str]]:
    """Both methods, or the sentence why one cannot be computed."""
    wisn, kes, galat = None, None, []
    try:
        wisn = wisn_dari_tugas(semua, isian.waktu, k)
    except ValueError as sebab:
        galat.append(f"WISN: {sebab}")
    if kesehatan:
        try:
            kes = abk_kes_dari_tugas(semua, k)
        except ValueError as sebab:
            galat.append(f"ABK-Kes: {sebab}")
    return wisn, kes, galat


def _kolom_abk(h: Hitungan[BarisTugas], isi: int, k: KetentuanKebutuhan) -> Kolom:
    return Kolom(
        "ABK", k.dasar["jke_menit"], angka(k.jke_menit), angka(h.nilai, TELITI),
        "dijumlahkan sebagai tugas", angka(h.nilai, TELITI), _cara(h), h.bulat,
        rasio_wisn(isi, h.bulat, k),
    )  # fmt: skip


def _kolom_wisn(h: HitunganWisn, isi: int, k: KetentuanKebutuhan) -> Kolom:
    kelonggaran = f"× {angka(h.faktor_kategori)} + {angka(h.faktor_perorangan)}"
    menit = angka(h.waktu.menit) if h.waktu else ""
    return Kolom(
        "WISN", k.dasar["wisn_batas_bulat"], menit, angka(h.dasar, TELITI), kelonggaran,
        angka(h.nilai, TELITI), _cara(h), h.bulat, rasio_wisn(isi, h.bulat, k),
    )  # fmt: skip


def _kolom_kes(h: HitunganAbkKes, isi: int, k: KetentuanKebutuhan) -> Kolom:
    return Kolom(
        "ABK-Kes", k.dasar["jke_menit_kesehatan"], angka(k.jke_menit_kesehatan),
        angka(h.jkt, TELITI), f"× {angka(h.stp)}", angka(h.nilai, TELITI), _cara(h), h.bulat,
        rasio_wisn(isi, h.bulat, k),
    )  # fmt: skip


def _cara(h: Hitungan[Any]) -> str:
    return str(CaraBulat(h.pembulatan.value).label)


def _tugas(semua: Sequence[TugasBermacam], wisn: HitunganWisn | None) -> list[TugasBanding]:
    """WISN's people stand at main tasks only; the other rows are in its allowances."""
    orang = iter(wisn.baris if wisn else ())
    hasil = []
    for satu in semua:
        b = satu.baris
        baku = next(orang, None) if satu.macam == MacamTugas.POKOK else None
        hasil.append(
            TugasBanding(
                b.tugas.uraian,
                str(MacamTugas(satu.macam).label),
                angka(b.volume_setahun),
                angka(b.tugas.norma),
                angka(b.menit),
                angka(b.orang),
                angka(baku.orang) if baku else "kelonggaran" if wisn else "—",
            )  # fmt: skip
        )
    return hasil

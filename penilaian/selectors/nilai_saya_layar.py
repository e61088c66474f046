"""Everything the page of one's own score shows, gathered in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from organisasi.models import Pengguna
from organisasi.selectors import libur as libur_sejak
from penilaian.kernel.angka_kata import bunyi_angka, teks_angka
from penilaian.kernel.beda_skor import bunyi_selisih
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.sebaran import Sebaran
from penilaian.kernel.skor import Akun, Beda, Kendali, Pengungkit, akun_dari, beda, pengungkit
from penilaian.models import HasilPenilaian, KeadaanKeberatan, Keberatan
from penilaian.policies import nilai_saya as policies
from penilaian.selectors.nilai_saya import (
    Jangka,
    Pilihan,
    hari_sampai,
    jangka,
    keberatan_saya,
    rincian_dari,
)
from penilaian.selectors.nilai_saya_akun import LayarAkun, layar_akun
from penilaian.selectors.nilai_saya_letak import letak_saya
from penilaian.selectors.tetapan import tetapan_penilaian

KENDALI = (
    (Kendali.SENDIRI, "Dapat Anda usahakan sendiri"),
    (Kendali.BERSAMA, "Perlu bersama orang lain"),
    (Kendali.BUKAN, "Tidak di tangan Anda"),
)
_RIWAYAT = 8


@dataclass(frozen=True)
class Periode:
    """One past period as a row: its score, its bar, its distance to the one before."""

    hasil: HasilPenilaian
    skor: str
    panjang: str
    selisih: str
    di_sini: bool


@dataclass(frozen=True)
class Perubahan:
    """What a later run changed."""

    lama: HasilPenilaian
    sebab: str
    selisih: str
    butir: tuple[Beda, ...]


@dataclass(frozen=True)
class HalamanNilai:
    """The page."""

    pilihan: Pilihan
    akun: LayarAkun
    jangka: Jangka
    bila_akui: Jangka
    alasan_akui: list[str]
    letak: Sebaran
    pengungkit: tuple[tuple[str, tuple[Pengungkit, ...]], ...]
    riwayat: tuple[Periode, ...]
    perubahan: Perubahan | None
    keberatan: Keberatan | None

    @property
    def hasil(self) -> HasilPenilaian:
        """The result on screen."""
        return self.pilihan.hasil

    @property
    def boleh_keberatan(self) -> bool:
        """In time, about the run that counts, and not contested already (an unchanged result of a
        later run is the same result)."""
        return self.pilihan.terakhir and not self._sudah_dibantah and self.jangka.keberatan.tepat

    @property
    def _sudah_dibantah(self) -> bool:
        """Whether the objection is about these very lines."""
        if self.keberatan is None:
            return False
        isi = {h.pk: h.sha256 for h in self.pilihan.seperiode}
        return isi[self.keberatan.hasil_id] == self.hasil.sha256

    @property
    def dibantah(self) -> frozenset[str]:
        """The lines an objection under way speaks of."""
        if self.keberatan is None or self.keberatan.keadaan == KeadaanKeberatan.DIPUTUS:
            return frozenset()
        return frozenset(self.keberatan.kriteria)


def halaman_nilai(pilihan: Pilihan, pengguna: Pengguna, *, per: date) -> HalamanNilai:
    """The chosen result with its clock, its place, its past and what would raise it."""
    hasil = pilihan.hasil
    awal = hari_sampai(hasil)
    k, libur = tetapan_penilaian(per=awal), libur_sejak(awal)
    isi = rincian_dari(hasil, pilihan.sebelumnya)
    akun = layar_akun(hasil, isi[hasil.pk])
    waktu = jangka(hasil, k, libur, per=per)
    return HalamanNilai(
        pilihan=pilihan,
        akun=akun,
        jangka=waktu,
        bila_akui=jangka(hasil, k, libur, per=per, akui=True),
        alasan_akui=policies.akui.reasons(
            hasil, pengguna, terakhir=pilihan.terakhir, otomatis=waktu.otomatis, per=per
        ),
        letak=letak_saya(hasil, minimal=k.kelompok_minimal),
        pengungkit=_pengungkit(akun.perangkat, akun.akun),
        riwayat=_riwayat(pilihan),
        perubahan=_perubahan(pilihan, akun.akun, isi),
        keberatan=keberatan_saya(pilihan),
    )


def _pengungkit(perangkat: Perangkat, akun: Akun) -> tuple[tuple[str, tuple[Pengungkit, ...]], ...]:
    semua = pengungkit(perangkat, akun)
    menurut = ((judul, tuple(p for p in semua if p.kendali is siapa)) for siapa, judul in KENDALI)
    return tuple((judul, isi) for judul, isi in menurut if isi)


def _riwayat(pilihan: Pilihan) -> tuple[Periode, ...]:
    """The last periods; a difference only between periods of the same kind that both have one."""
    hasil = pilihan.per_periode[: _RIWAYAT + 1]
    dulu: dict[int, HasilPenilaian] = {}
    for jenis in {h.penilaian.periode.jenis for h in hasil}:
        sejenis = [h for h in hasil if h.penilaian.periode.jenis == jenis]
        dulu |= {kini.pk: lama for kini, lama in pairwise(sejenis)}
    return tuple(
        Periode(
            hasil=satu,
            skor="belum dinilai" if satu.skor is None else bunyi_angka(satu.skor),
            panjang=teks_angka(satu.skor or Decimal(0)),
            selisih=_selisih(satu, dulu.get(satu.pk)),
            di_sini=satu.penilaian.periode_id == pilihan.hasil.penilaian.periode_id,
        )
        for satu in hasil[:_RIWAYAT]
    )


def _selisih(kini: HasilPenilaian, dulu: HasilPenilaian | None) -> str:
    if dulu is None or kini.skor is None or dulu.skor is None:
        return ""
    return bunyi_selisih(kini.skor - dulu.skor)


def _perubahan(pilihan: Pilihan, akun: Akun, isi: dict[int, str]) -> Perubahan | None:
    """Against the run this one replaced, in sentences that sum to the difference."""
    lama = pilihan.sebelumnya
    if lama is None:
        return None
    run = pilihan.hasil.penilaian
    return Perubahan(
        lama=lama,
        sebab=run.alasan or run.get_sebab_display(),
        selisih=_selisih(pilihan.hasil, lama),
        butir=beda(akun_dari(isi[lama.pk]), akun),
    )

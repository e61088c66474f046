"""One line of a draft in full: every rule with its sentence, reasons, history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mutasi.models import BarisRancangan, Rancangan
from mutasi.selectors.lembar import Baris
from mutasi.selectors.rancangan import Lembar, lembar
from mutasi.selectors.rancangan_langkah import Langkah, dalam_kata
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from organisasi.selectors import nilai_ketentuan
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.selectors.putusan import ATURAN

TERTUTUP = "Isinya menyangkut disiplin dan hanya dibaca yang berhak."
PEKA = frozenset(kode for kode, aturan in ATURAN.items() if aturan.peka)


@dataclass(frozen=True)
class Rincian:
    """``baris`` is None for a struck line. ``lolos``: the rules simply met."""

    isi: BarisRancangan
    baris: Baris | None
    aturan: list[Putusan]
    lolos: list[Putusan]
    peringatan: list[Putusan]
    riwayat: list[Langkah]
    min_huruf: int
    lembar: Lembar
    # Rules whose words, and whose written reasons, this reader may not read.
    tertutup: frozenset[str] = frozenset()


def rincian_baris(
    rancangan: Rancangan, isi: BarisRancangan, pengguna: Pengguna, *, per: date
) -> Rincian:
    """Judged within the whole draft, for seats and chains depend on the other lines."""
    semua = lembar(rancangan, per=per)
    baris = semua.menurut_pk.get(isi.pk)
    disiplin = not Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).kosong
    putusan = [tutup_disiplin(p, terbuka=disiplin) for p in baris.putusan] if baris else []
    bukan_lolos = [p for p in putusan if p.putusan is not Hasil.LOLOS]
    langkah = rancangan.langkah.filter(baris=isi).select_related(
        "oleh", "baris__pegawai", "membatalkan"
    )
    return Rincian(
        isi=isi,
        baris=baris,
        aturan=[p for p in bukan_lolos if p.putusan is not Hasil.PERINGATAN],
        lolos=[p for p in putusan if p.putusan is Hasil.LOLOS],
        peringatan=[p for p in bukan_lolos if p.putusan is Hasil.PERINGATAN],
        riwayat=dalam_kata(list(langkah.order_by("-nomor")[:20])),
        min_huruf=int(nilai_ketentuan("min_huruf_alasan", per=per)),
        lembar=semua,
        tertutup=frozenset() if disiplin else PEKA,
    )


def tutup_disiplin(p: Putusan, *, terbuka: bool) -> Putusan:
    """The verdict stays; words about discipline, of a rule or a warning, go."""
    if terbuka or p.kode not in PEKA:
        return p
    return Putusan(p.kode, p.putusan, TERTUTUP, dasar=p.dasar)

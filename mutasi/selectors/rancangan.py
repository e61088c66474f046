"""One draft as its page shows it: every line with its verdict, and what the whole would do.

All lines are read and judged together in a constant number of queries; who may read them was asked
before (``rancangan_saya``). Nothing here looks at any other draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mutasi.kernel.dasar import sebagai_dasar
from mutasi.models import AlasanPeringatan, BarisRancangan, Rancangan
from mutasi.selectors.lembar import Bahan, Baris, Cara, Susunan, asal, susun, terhitung
from mutasi.selectors.serombongan import Pelaku, perkara_serombongan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.syarat import periksa
from penilaian.snapshots import Pasangan

RUANG = (Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA)


def rancangan_saya(pengguna: Pengguna, *, per: date) -> QuerySet[Rancangan]:
    """The drafts a person is named in, while his role may hold such papers; no others."""
    rows = Rancangan.objects.for_user(pengguna).select_related("dibuat_oleh")
    if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in RUANG):
        return rows.none()
    return rows


@dataclass
class Lembar(Susunan):
    """The whole sheet of a draft, judged."""

    rancangan: Rancangan


def lembar(rancangan: Rancangan, *, per: date, dinilai: bool = True) -> Lembar:
    """Read and judge a draft; without ``dinilai`` only names and seats."""
    cara = Cara(lambda bahan: _nilai(rancangan, bahan, per))
    isi = susun(list(_rows(rancangan)), cara, per=per, dinilai=dinilai)
    return Lembar(isi.baris, isi.kursi, isi.posisi, isi.rantai, isi.terdesak, rancangan)


def _rows(rancangan: Rancangan) -> QuerySet[BarisRancangan]:
    return (
        rancangan.baris.filter(dihapus=False)
        .select_related(
            "pegawai__formasi", "dari__unit", "dari__jabatan", "ke__unit", "ke__jabatan",
            "diubah_oleh",
        )
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("urutan", "pk")
    )  # fmt: skip


def _nilai(rancangan: Rancangan, bahan: Bahan, per: date) -> None:
    """Judge every complete line as if the lines above it had been done."""
    pelaku = [
        Pelaku(p, rancangan.tmt, _pasangan(rancangan, b.isi) if b.lengkap else None)
        for b, p in zip(bahan.baris, bahan.pindah, strict=True)
    ]
    perkara = perkara_serombongan(pelaku, bahan.kursi, per=per, aturan=bahan.aturan)
    for satu, kasus in zip(bahan.baris, perkara, strict=True):
        if kasus is not None:
            satu.putusan = (*periksa(kasus), *peringatan(kasus))
    _alasan(rancangan, [b for b in bahan.baris if b.putusan])


def _pasangan(rancangan: Rancangan, isi: BarisRancangan) -> Pasangan:
    dispensasi, demosi = sebagai_dasar(isi.dasar)
    return Pasangan(
        isi.pegawai_id or 0, isi.ke_id or 0, rancangan.tmt, dispensasi=dispensasi,
        dasar_demosi=demosi,
    )  # fmt: skip


def _alasan(rancangan: Rancangan, baris: Iterable[Baris]) -> None:
    """Reasons written for the very pair that stands in the line now; the latest counts."""
    menurut: dict[tuple[int, int | None, int | None], dict[str, AlasanPeringatan]] = {}
    rows = AlasanPeringatan.objects.filter(baris__rancangan=rancangan, baris__dihapus=False)
    for satu in rows.select_related("ditulis_oleh").order_by("ditulis_pada", "pk"):
        menurut.setdefault((satu.baris_id, satu.pegawai_id, satu.ke_id), {})[satu.kode] = satu
    for b in baris:
        b.alasan = menurut.get((b.pk, b.isi.pegawai_id, b.isi.ke_id), {})


def terkait(halaman: Lembar, sejak: int) -> tuple[set[int], list[Any]]:
    """(lines to draw again, steps) after a version: those changed, and those that share a person
    or a post with what was there before or is there now."""
    langkah = list(
        halaman.rancangan.langkah.filter(nomor__gt=sejak)
        .select_related("oleh", "baris")
        .order_by("nomor")
    )
    orang, post, ubah = set(), set(), set()
    for satu in langkah:
        ubah |= {satu.baris_id, satu.sebelum.get("tukar")}
        for isi in (satu.sebelum, satu.sesudah):
            orang.add(isi.get("pegawai"))
            post |= {isi.get("ke"), isi.get("dari")}
        if satu.baris is not None:
            orang.add(satu.baris.pegawai_id)
            post |= {satu.baris.ke_id, satu.baris.dari_id}
    if any(satu.baris_id is None for satu in langkah):
        return {b.pk for b in halaman.baris}, langkah  # the day may have moved: judge all anew
    orang.discard(None)
    post.discard(None)
    setara = {terhitung(f) for b in halaman.baris for f in (b.isi.ke, b.isi.dari)
              if f is not None and (f.pk in post or f.dihitung_ke_id in post)}  # fmt: skip
    setara |= post
    kena = {
        b.pk for b in halaman.baris
        if b.pk in ubah or b.isi.pegawai_id in orang
        or {terhitung(b.isi.ke), terhitung(asal(b.isi)), b.isi.ke_id, b.isi.dari_id} & setara
    }  # fmt: skip
    return kena, langkah


def ambil(pengguna: Pengguna, pk: UUID, *, per: date) -> Rancangan | None:
    """One's own draft, or None."""
    return rancangan_saya(pengguna, per=per).filter(pk=pk).first()

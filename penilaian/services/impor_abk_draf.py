"""Kind ``abk-draf``: the same workbook of task rows, brought by a unit; it becomes drafts.

Nothing in force changes: each post whose tasks differ gets a draft, which is then checked and
decided like one written on screen. A checked computation is not overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from organisasi.services.baris_impor import BarisImpor
from pegawai.models import Formasi
from penilaian.columns.abk import ABK
from penilaian.kernel.abk import Periode
from penilaian.kernel.abk_baca import PERIODE, URAIAN
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.services.abk_acuan import Acuan, Posisi, kunci_uraian
from penilaian.services.buku_abk import baris_buku
from penilaian.services.impor_abk import PETUNJUK_ABK, Muatan, isi_baris, lihat_berkas
from penilaian.services.uraian import susun_banyak
from toolkit.lembar import Tabel

KODE = "abk-draf"


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read the tasks, find their posts, compare with the draft there or the version in force."""
    acuan = Acuan.muat_draf(per=konteks.per)
    hasil = lihat_berkas(tabel, konteks, acuan, boleh=tuple(Periode), jaga=_penjaga(acuan, konteks))
    muatan: Muatan = hasil.muatan
    hasil.muatan = {acuan.formasi[posisi]: baris for posisi, baris in muatan.tulis.items()}
    if hasil.muatan:
        hasil.catatan.insert(0, (
            f"{len(hasil.muatan)} jabatan menjadi draf. Kebutuhan yang berlaku tidak berubah "
            "sampai drafnya diperiksa dan diputuskan."
        ))  # fmt: skip
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """One draft per changed post."""
    susun_banyak(hasil.muatan, per=konteks.per, hari=hari_pemangku(), oleh=konteks.oleh)


def _penjaga(
    acuan: Acuan, konteks: Konteks
) -> Callable[[Posisi, Sequence[BarisImpor], bool], None]:
    """Refuses all rows of a post that this person may not, or nobody can, write now."""
    jangkauan = konteks.jangkauan(Izin.KEBUTUHAN_USUL)
    hari = hari_pemangku()

    def jaga(posisi: Posisi, rows: Sequence[BarisImpor], sebagian: bool) -> None:
        unit = acuan.nama_unit[posisi[0]]
        if not jangkauan.memuat(unit.kiri):
            alasan = ("UNOR ID", "di_luar_jangkauan", "Unit ini di luar jangkauan peran Anda.")
        elif unit.ditutup is not None and unit.ditutup <= hari:
            alasan = ("UNOR ID", "unit_ditutup", "Unit ini sudah ditutup; tugasnya tidak disusun.")
        elif posisi not in acuan.formasi:
            alasan = ("JABATAN ID", "formasi_tidak_ada", (
                "Jabatan ini belum ada di unit ini. Minta Bagian Organisasi menambahkannya."
            ))  # fmt: skip
        elif posisi in acuan.terperiksa and _beda(acuan, posisi, rows, sebagian):
            alasan = (URAIAN, "sudah_diperiksa", (
                "Perhitungan jabatan ini sudah diperiksa dan tidak ditimpa. Minta dikembalikan "
                "dahulu bila harus diubah."
            ))  # fmt: skip
        else:
            return
        for baris in rows:
            baris.tolak(*alasan)

    return jaga


def _beda(acuan: Acuan, posisi: Posisi, rows: Sequence[BarisImpor], sebagian: bool) -> bool:
    """Whether the rows would change the tasks of the post."""
    lama = acuan.tugas.get(posisi, {})
    terima = {kunci_uraian(b.isi["uraian"]): isi_baris(b) for b in rows if not b.ditolak}
    if any(kunci not in lama or lama[kunci].isi != isi for kunci, isi in terima.items()):
        return True
    return not sebagian and len(terima) == len(rows) and len(terima) != len(lama)


def _templat() -> Iterator[Sequence[Any]]:
    """Every post of an office still open."""
    return baris_buku(Formasi.objects.filter(unit__ditutup__isnull=True), draf=True)


def _templat_untuk(pengguna: Pengguna) -> Iterator[Sequence[Any]]:
    """The posts this person may write tasks for."""
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_USUL)
    rows = Formasi.objects.filter(unit__ditutup__isnull=True)
    return baris_buku(jangkauan.saring(rows, prefix="unit__"), draf=True)


IMPOR_ABK_DRAF = JenisImpor(
    kode=KODE,
    label="Uraian tugas dari unit (draf ABK)",
    keterangan=(
        "Buku ABK yang sudah diisi unit; isinya menjadi draf yang lalu diperiksa dan diputuskan. "
        "Kebutuhan yang berlaku tidak berubah."
    ),
    izin=Izin.KEBUTUHAN_USUL,
    kolom=ABK,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_templat,
    isi_templat_untuk=_templat_untuk,
    petunjuk=tuple(
        (kolom, f"{', '.join(Periode)}." if kolom == PERIODE else cara)
        for kolom, cara in PETUNJUK_ABK
    ),
    urutan=66,
)

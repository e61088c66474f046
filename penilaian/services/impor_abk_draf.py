"""Kind ``abk-draf``: the same workbook of task rows, brought by a unit; it becomes drafts.

Nothing in force changes: each post whose tasks differ gets a draft, which is then checked and
decided like one written on screen. A checked computation is not overwritten, nor is a draft that
somebody saved after the workbook went out: its stamp says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from organisasi.services.baris_impor import BarisImpor
from pegawai.models import Formasi
from penilaian.columns.abk import ABK, ABK_BUKU, STEMPEL
from penilaian.kernel.abk import Periode
from penilaian.kernel.abk_baca import PERIODE, URAIAN
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.services.abk_acuan import Acuan, Posisi, kunci_uraian
from penilaian.services.abk_stempel import PETUNJUK_STEMPEL, dari_berkas, stempel_buku
from penilaian.services.buku_abk import baris_buku
from penilaian.services.impor_abk import PETUNJUK_ABK, Muatan, isi_baris, lihat_berkas
from penilaian.services.uraian import susun_banyak
from toolkit.lembar import Tabel

KODE = "abk-draf"
Alasan = tuple[str, str, str]  # column, code, sentence


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read the tasks, find their posts, compare with the draft there or the version in force."""
    acuan = Acuan.muat_draf(per=konteks.per)
    penjaga = _Penjaga(acuan, konteks)
    hasil = lihat_berkas(tabel, konteks, acuan, boleh=tuple(Periode), jaga=penjaga)
    muatan: Muatan = hasil.muatan
    tertimpa = muatan.tulis.keys() & penjaga.tanpa_stempel
    hasil.muatan = {acuan.formasi[posisi]: baris for posisi, baris in muatan.tulis.items()}
    if hasil.muatan:
        hasil.catatan.insert(0, (
            f"{len(hasil.muatan)} jabatan menjadi draf. Kebutuhan yang berlaku tidak berubah "
            "sampai drafnya diperiksa dan diputuskan."
        ))  # fmt: skip
    if tertimpa:
        hasil.catatan.insert(1, (
            f"Draf {len(tertimpa)} jabatan akan diganti, dan berkas ini tanpa {STEMPEL.header}: "
            "perubahan di layar sesudah berkas diunduh tidak dapat dikenali. Periksa dahulu apa "
            "yang berubah."
        ))  # fmt: skip
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """One draft per changed post."""
    susun_banyak(
        hasil.muatan, per=konteks.per, hari=hari_pemangku(), oleh=konteks.oleh,
        berkas=konteks.sumber,
    )  # fmt: skip


class _Penjaga:
    """Refuses all rows of a post that this person may not, or nobody can, write now."""

    def __init__(self, acuan: Acuan, konteks: Konteks) -> None:
        self.acuan, self.oleh = acuan, konteks.oleh
        self.jangkauan = konteks.jangkauan(Izin.KEBUTUHAN_USUL)
        self.hari = hari_pemangku()
        self.tanpa_stempel: list[Posisi] = []  # with a draft the file says nothing of

    def __call__(self, semua: Mapping[Posisi, Sequence[BarisImpor]], sebagian: bool) -> None:
        usang = []
        for posisi, rows in semua.items():
            alasan = self._tempat(posisi)
            draf = self.acuan.terbuka.get(posisi)
            if alasan is None and draf is not None and self._beda(posisi, rows, sebagian):
                alasan = _diperiksa(draf)
                if alasan is None and self._usang(posisi, draf, rows):
                    usang.append((rows, draf))
            _tolak(rows, alasan)
        self._tolak_usang(usang)

    def _tempat(self, posisi: Posisi) -> Alasan | None:
        unit = self.acuan.nama_unit[posisi[0]]
        if not self.jangkauan.memuat(unit.kiri):
            return "UNOR ID", "di_luar_jangkauan", "Unit ini di luar jangkauan peran Anda."
        if unit.ditutup is not None and unit.ditutup <= self.hari:
            return "UNOR ID", "unit_ditutup", "Unit ini sudah ditutup; tugasnya tidak disusun."
        if posisi not in self.acuan.formasi:
            pesan = "Jabatan ini belum ada di unit ini. Minta Bagian Organisasi menambahkannya."
            return "JABATAN ID", "formasi_tidak_ada", pesan
        return None

    def _beda(self, posisi: Posisi, rows: Sequence[BarisImpor], sebagian: bool) -> bool:
        """Whether the rows would change the tasks of the post."""
        lama = self.acuan.tugas.get(posisi, {})
        terima = {kunci_uraian(b.isi["uraian"]): isi_baris(b) for b in rows if not b.ditolak}
        if any(kunci not in lama or lama[kunci].isi != isi for kunci, isi in terima.items()):
            return True
        return not sebagian and len(terima) == len(rows) and len(terima) != len(lama)

    def _usang(
        self, posisi: Posisi, draf: PerhitunganKebutuhan, rows: Sequence[BarisImpor]
    ) -> bool:
        """Whether the draft is another one than when the workbook went out."""
        stempel = {str(b.mentah.get(STEMPEL.header) or "").strip() for b in rows} - {""}
        if not stempel:
            self.tanpa_stempel.append(posisi)
            return False
        return stempel != {stempel_buku(draf)}

    def _tolak_usang(
        self, semua: Sequence[tuple[Sequence[BarisImpor], PerhitunganKebutuhan]]
    ) -> None:
        """Who brings the same workbook again, mended, goes on where his file left off."""
        milik = [draf for _, draf in semua if draf.dibuat_oleh_id == self.oleh.pk]
        lanjutan = dari_berkas(milik)
        for rows, draf in semua:
            if draf.pk not in lanjutan:
                _tolak(rows, (STEMPEL.header, "draf_berubah", (
                    f"Draf jabatan ini disimpan {draf.dibuat_oleh.nama} sesudah buku ini diunduh. "
                    "Unduh buku yang baru, lalu pindahkan perubahan Anda ke sana."
                )))  # fmt: skip


def _diperiksa(draf: PerhitunganKebutuhan) -> Alasan | None:
    if draf.keadaan != KeadaanHitung.DIPERIKSA:
        return None
    return URAIAN, "sudah_diperiksa", (
        "Perhitungan jabatan ini sudah diperiksa dan tidak ditimpa. Minta dikembalikan dahulu "
        "bila harus diubah."
    )  # fmt: skip


def _tolak(rows: Sequence[BarisImpor], alasan: Alasan | None) -> None:
    if alasan is not None:
        for baris in rows:
            baris.tolak(*alasan)


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
    kolom=ABK_BUKU,
    susunan=(ABK, ABK_BUKU),
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_templat,
    isi_templat_untuk=_templat_untuk,
    petunjuk=(
        *(
            (kolom, f"{', '.join(Periode)}." if kolom == PERIODE else cara)
            for kolom, cara in PETUNJUK_ABK
        ),
        PETUNJUK_STEMPEL,
    ),
    urutan=66,
)

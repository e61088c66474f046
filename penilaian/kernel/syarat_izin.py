"""What somebody outside must agree to: election windows (H12) and special offices (H18).

These two only mark "butuh izin": they never refuse, and a verdict does not turn on them.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from pegawai.kernel.masa import tambah_bulan
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.perkara import Jabatan, Perkara
from penilaian.kernel.putusan import (
    Penyedia,
    Temuan,
    butuh_izin,
    lolos,
    salah_satu,
    syarat,
    tak_tahu,
)
from penilaian.kernel.tingkat import FUNGSIONAL, manajerial


@syarat(
    "H12",
    judul="Izin Mendagri dalam jendela Pilkada atau enam bulan setelah pelantikan kepala daerah",
    dasar="UU 10/2016 Pasal 71 ayat (2) dan Pasal 162 ayat (3); SE Mendagri 100.2.1.3/1575/SJ",
    memeriksa="Bila TMT jatuh di dalam jendela: penggantian JPT, Administrator, Pengawas, Kepala "
    "Puskesmas, dan Kepala Sekolah (jabatan lama atau jabatan tujuan) memerlukan persetujuan "
    "tertulis Mendagri. Pelaksana tidak termasuk.",
    ketentuan=(
        "bulan_jendela_pilkada",
        "bulan_jendela_pelantikan",
        "tanggal_penetapan_paslon",
        "tanggal_pelantikan_kepala_daerah",
    ),
)
def h12(perkara: Perkara) -> Temuan:
    """The window counts from both ends inclusively; while no day is set there is none."""
    jendela = di_jendela(perkara.tmt, perkara.ketentuan)
    if jendela is None:
        return lolos("TMT di luar jendela Pilkada dan pelantikan kepala daerah.")
    calon, sasaran = perkara.calon, perkara.sasaran
    kena = salah_satu(
        terbatas(calon.jabatan, calon.memimpin_satuan),
        terbatas(sasaran.jabatan, sasaran.memimpin_satuan),
    )
    mulai, sampai = jendela
    angka = {"jendela_mulai": mulai, "jendela_sampai": sampai}
    akhir = f"{tanggal(sampai)}" if sampai else "akhir masa jabatan kepala daerah"
    if kena is None:
        return tak_tahu(
            f"TMT di dalam jendela {tanggal(mulai)} sampai {akhir}; jenis jabatan belum lengkap.",
            Penyedia.BKD,
            "jenis jabatan dan tugas memimpin satuan",
            **angka,
        )
    if not kena:
        return lolos("Kedua jabatan tidak termasuk yang dibatasi dalam jendela itu.", **angka)
    return butuh_izin(
        f"TMT di dalam jendela {tanggal(mulai)} sampai {akhir}.",
        "Perlu persetujuan tertulis Mendagri yang memuat namanya, atau TMT di luar jendela.",
        **angka,
    )


class HariJendela(Protocol):
    """The constants that make a window."""

    @property
    def bulan_jendela_pilkada(self) -> int: ...
    @property
    def bulan_jendela_pelantikan(self) -> int: ...
    @property
    def tanggal_penetapan_paslon(self) -> date | None: ...
    @property
    def tanggal_pelantikan_kepala_daerah(self) -> date | None: ...


def di_jendela(hari: date, ketentuan: HariJendela) -> tuple[date, date | None] | None:
    """First and last day of the window the day lies in; None outside.

    From the months before the candidates are determined until the term ends, and the months after
    the inauguration. An inauguration after the determination ends the first and starts the second.
    """
    penetapan = ketentuan.tanggal_penetapan_paslon
    pelantikan = ketentuan.tanggal_pelantikan_kepala_daerah
    akhir: date | None = None
    if pelantikan is not None:
        akhir = tambah_bulan(pelantikan, ketentuan.bulan_jendela_pelantikan)
        if pelantikan <= hari <= akhir:
            return pelantikan, akhir
    if penetapan is None:
        return None
    mulai = tambah_bulan(penetapan, -ketentuan.bulan_jendela_pilkada)
    sesudah = pelantikan is not None and pelantikan >= penetapan
    if hari < mulai or (sesudah and akhir is not None and hari > akhir):
        return None
    return mulai, (akhir if sesudah else None)


def terbatas(jabatan: Jabatan, memimpin: bool | None) -> bool | None:
    """JPT, Administrator, Pengawas, and JF who head a puskesmas or a school."""
    if jabatan.jenis == FUNGSIONAL:
        return memimpin
    return manajerial(jabatan)


@syarat(
    "H18",
    judul="Persetujuan khusus jabatan tertentu",
    dasar="UU 24/2013 dan Permendagri 60/2021 (Dukcapil); selebihnya menurut data gerbang khusus",
    memeriksa="Dokumen persetujuan yang harus ada sebelum SK atau pelantikan, untuk jabatan yang "
    "ditinggalkan dan jabatan tujuan (Dukcapil, Sekda, Inspektur, Sekretaris DPRD, dan lain-lain).",
)
def h18(perkara: Perkara) -> Temuan:
    """Leaving a special office passes the same gate as entering one."""
    lama, baru = perkara.calon.gerbang, perkara.sasaran.gerbang
    semua = tuple(dict.fromkeys((*(lama or ()), *(baru or ()))))
    if semua:
        dokumen = [f"{satu.dokumen} dari {satu.instansi}" for satu in semua]
        return butuh_izin(
            "Jabatan khusus: perlu persetujuan dari luar.",
            f"Lengkapi {daftar(dokumen)}.",
            dokumen=dokumen,
        )
    if lama is None or baru is None:
        return tak_tahu(
            "Belum diperiksa apakah salah satu jabatan ini jabatan khusus.",
            Penyedia.ORGANISASI,
            "penandaan jabatan khusus",
        )
    return lolos("Bukan jabatan khusus.")

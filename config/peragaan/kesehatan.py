"""Health facilities of the demonstration: an `sdmk` file, and needs by ABK, WISN and staff table.

One puskesmas has not reported yet. Some licences have ended, some end soon, some were never told.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from config.peragaan.berkas import tulis
from config.peragaan.susunan import PUSAT
from organisasi.impor import JENIS
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Formasi, Pegawai
from penilaian.columns.sdmk import SDMK, SEUMUR_HIDUP
from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.tenaga import kenali
from penilaian.models import MacamTugas
from penilaian.selectors.faskes import rincian_faskes
from penilaian.selectors.faskes_pos import bagi_rata, kata_tenaga
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.faskes import Bagian, hitung_puskesmas
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import periksa_perhitungan, putuskan_perhitungan
from penilaian.services.wisn import simpan_wisn

# Task, whose work it is, result, volume of one person, period, minutes.
PERAWAT = (
    ("Memeriksa dan menangani pasien rawat jalan", "pokok", "pasien", 14, "hari", 15),
    ("Melakukan tindakan keperawatan", "pokok", "tindakan", 4, "hari", 20),
    ("Kunjungan keluarga dan posyandu", "pokok", "kunjungan", 2, "minggu", 90),
    ("Pencatatan dan pelaporan bulanan", "penunjang", "laporan", 1, "bulan", 240),
    ("Lokakarya mini puskesmas", "penunjang", "rapat", 1, "bulan", 180),
    ("Mengelola program imunisasi", "perorangan", "laporan", 1, "bulan", 900),
)
_STR, _SIP = "str", "sip"


def kesehatan(*, benih: int, per: date) -> None:
    """By the accounts of the demonstration: the coordinator brings, the head computes."""
    akun = {a.nama_pengguna: a for a in Pengguna.objects.orang()}
    with TemporaryDirectory() as folder:
        path = berkas_sdmk(Path(folder), benih=benih, per=per)
        terapkan_langsung(path, JENIS["sdmk"], per=per, oleh=akun["dinkes"])
    rumah = list(UnitKerja.objects.filter(jenis="puskesmas").order_by("wilayah__kode", "kiri")[:3])
    for nomor, unit in enumerate(rumah):
        pos = Formasi.objects.filter(unit=unit, jabatan__nama="Perawat Terampil").first()
        if pos is not None:
            _hitung_pos(pos, nomor, akun, per=per)
    if rumah:
        _hitung_tabel(rumah[0], akun["kepala-unit"], per=per)


def berkas_sdmk(folder: Path, *, benih: int, per: date) -> Path:
    """The workbook of all puskesmas and pustu but the last puskesmas."""
    acak = random.Random(benih + 11)  # noqa: S311 - invented data, not a secret
    rumah = UnitKerja.objects.filter(jenis="puskesmas").order_by("wilayah__kode", "kiri")
    isi = [
        baris
        for nomor, unit in enumerate(rumah[: max(0, rumah.count() - 1)])
        for baris in _puskesmas(nomor, unit, acak, per)
    ]
    return tulis(folder / "sdmk.xlsx", [kolom.header for kolom in SDMK], isi, "sdmk")


def _puskesmas(
    nomor: int, unit: UnitKerja, acak: random.Random, per: date
) -> Iterator[tuple[Any, ...]]:
    jenis = "perkotaan" if nomor < PUSAT else "perdesaan" if nomor < 8 else "terpencil"
    yield (unit.siasn_id, unit.nama, jenis, "Y" if nomor % 3 == 0 else "T", *[""] * 7)
    kata = kata_tenaga(tetapan_kebutuhan(per=per))
    rows = Pegawai.objects.tercatat().filter(
        unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan, jabatan__jenis="2"
    )
    for orang in rows.select_related("unit", "jabatan").order_by("unit__kiri", "pk"):
        tempat, jabatan = orang.unit, orang.jabatan
        if tempat is None or jabatan is None:
            continue
        tenaga = kenali(jabatan.rumpun, kata) or jabatan.rumpun
        izin = (*_izin(_STR, orang, acak, per), *_izin(_SIP, orang, acak, per))
        yield (tempat.siasn_id, tempat.nama, "", "", orang.nip, orang.nama, tenaga, *izin)


def _izin(apa: str, orang: Pegawai, acak: random.Random, per: date) -> tuple[str, Any]:
    """Number and last day; a fifth of the registrations is for life since the law of 2023."""
    nomor = f"{apa.upper()}-99-{orang.nip[-6:]}"
    nasib = acak.random()
    if nasib < 0.04:
        return "", ""
    if apa == _STR and nasib < 0.25:
        return nomor, SEUMUR_HIDUP
    hari = (-300, -10) if nasib < 0.31 else (5, 170) if nasib < 0.4 else (200, 1700)
    return nomor, per + timedelta(days=acak.randint(*hari))


def _hitung_pos(pos: Formasi, nomor: int, akun: dict[str, Pengguna], *, per: date) -> None:
    """An ABK decided, and a WISN from the same rows; of the third post only a draft."""
    orang = max(1, pos.isi_pns + pos.isi_pppk)
    baris = [
        BarisUraian(
            Tugas.isi(uraian, satuan, volume * (orang if macam == "pokok" else 1),
                      Periode(periode), menit),
            macam=MacamTugas(macam).value,
        )
        for uraian, macam, satuan, volume, periode, menit in PERAWAT
    ]  # fmt: skip
    satu = susun_uraian(pos.pk, baris=baris, per=per, oleh=akun["kepala-unit"])
    if nomor == 2:
        return
    periksa_perhitungan(satu.pk, per=per, oleh=akun["organisasi"])
    dasar = "Keputusan Kepala Dinas Kesehatan tentang ABK puskesmas"
    putuskan_perhitungan(satu.pk, dasar=dasar, per=per, oleh=akun["kepala-bkpsdm"])
    simpan_wisn(pos.pk, isian=None, per=per, oleh=akun["kepala-unit"])


def _hitung_tabel(unit: UnitKerja, oleh: Pengguna, *, per: date) -> None:
    """Drafts of the staff table for the posts of one puskesmas."""
    rincian = rincian_faskes(oleh, unit.pk, per=per)
    if rincian is None or rincian.faskes is None:
        return
    bagi = {
        pk: Bagian(b.tenaga, orang)
        for b in rincian.baris
        if b.butuh is not None
        for pk, orang in bagi_rata(b.butuh, b.pos).items()
    }
    hitung_puskesmas(unit.pk, bagi=bagi, per=per, oleh=oleh)

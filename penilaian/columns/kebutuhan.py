"""Columns of the workbooks this room reads and writes; a column is said once."""

from __future__ import annotations

from decimal import Decimal

from penilaian.models import SumberKebutuhan
from toolkit.nilai import desimal, nama
from toolkit.tabular import Column, Hasil, Temuan

_SUMBER = dict(SumberKebutuhan.choices)
_PALING_BANYAK = Decimal(100_000)

POSISI: tuple[Column, ...] = (
    Column(
        "PERANGKAT DAERAH", "opd", ambil=lambda p: p.unit.opd.nama if p.unit.opd else "", lebar=32
    ),
    Column("UNOR ID", "unor_id", ambil=lambda p: p.unit.siasn_id),
    Column("UNIT", "unit", ambil=lambda p: p.unit.nama, lebar=36),
    Column("JABATAN ID", "jabatan_id", ambil=lambda p: p.jabatan.siasn_id),
    Column("JABATAN", "jabatan", ambil=lambda p: p.jabatan.nama, lebar=36),
    Column("JENIS JABATAN", "jenis", ambil=lambda p: p.jabatan.get_jenis_display()),
    Column("KELAS", "kelas", jenis="bulat", ambil=lambda p: p.jabatan.kelas),
    Column("SUMBER KEBUTUHAN", "sumber", ambil=lambda p: _SUMBER.get(p.sumber, "belum ada")),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("PNS", "isi_pns", jenis="bulat"),
    Column("PPPK", "isi_pppk", jenis="bulat"),
    Column("PPPK PARUH WAKTU", "isi_pppk_pw", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("BEZETTING EFEKTIF", "efektif", jenis="bulat"),
    Column("SELISIH", "beda", jenis="bulat"),
    Column("KEKURANGAN", "kurang", jenis="bulat"),
    Column("KELEBIHAN", "lebih", jenis="bulat"),
    Column("KEPERCAYAAN", "percaya", ambil=lambda p: p.percaya.tingkat.value),
    Column("CATATAN", "catatan", ambil=lambda p: " ".join(p.percaya.alasan), lebar=50),
    Column(
        "BUKAN PINDAH ORANG",
        "jenjang",
        jenis="bulat",
        ambil=lambda p: p.jenjang_beda.bukan_pindah_orang if p.jenjang_beda else None,
    ),
)


def kebutuhan(nilai: object, maks: int) -> Hasil:
    """People needed: not negative, and fewer than any office has."""
    angka, temuan = desimal(nilai, maks)
    if angka is not None and not 0 <= angka <= _PALING_BANYAK:
        pesan = "Kebutuhan harus antara 0 dan 100.000 orang."
        return None, (Temuan("kebutuhan_tak_wajar", pesan),)
    return angka, temuan


KEBUTUHAN = (
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=64, aliases=("ID UNOR",)),
    Column("JABATAN ID", "jabatan_id", nama, wajib=True, maks=64, aliases=("ID JABATAN",)),
    Column("JABATAN NAMA", "jabatan_nama", nama, maks=255, aliases=("NAMA JABATAN",), lebar=50),
    Column("KEBUTUHAN", "kebutuhan", kebutuhan, wajib=True, aliases=("JUMLAH KEBUTUHAN",),
           jenis="desimal"),
)  # fmt: skip

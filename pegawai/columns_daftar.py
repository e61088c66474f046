"""The columns of lists of people: the same on the screen, in the workbook and in CSV."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pegawai.models import Pegawai, Penugasan
from toolkit.tabular import Column

# Shown when nobody chose; the rest can be ticked.
BAWAAN = (
    "nama", "nip", "status", "golongan", "jabatan", "unit", "opd", "tmt_jabatan", "tmt_pensiun",
    "tanda",
)  # fmt: skip
TERURUT = ("nama", "nip", "tmt_jabatan", "tmt_hitung", "tmt_pensiun")


def tanda(p: Pegawai, *, per: date) -> list[str]:
    """What one should know before trusting or moving: each a few words."""
    semua = [
        (p.berhenti is not None, "Sudah berhenti"),
        (p.hilang_sejak is not None, "Hilang dari berkas"),
        (p.kedudukan is not None and not p.kedudukan.efektif, str(p.kedudukan or "")),
        (p.instansi_kerja_lain != "", "Bekerja di instansi lain"),
        (p.unit_id is None and p.berhenti is None, "Di luar pohon unit"),
        (p.unit is not None and _tutup(p.unit.ditutup, per), "Unit ditutup"),
        (p.jabatan is not None and p.jabatan.di_luar_referensi, "Jabatan di luar referensi"),
        (p.tmt_pensiun is None and p.berhenti is None, "Tanpa BUP"),
        (p.tmt_pensiun is not None and p.tmt_pensiun < per, "Lewat BUP"),
        (p.cpns, "Masih CPNS"),
        (p.tmt_dikoreksi, "TMT dikoreksi"),
    ]
    return [teks for ada, teks in semua if ada]


def _tutup(ditutup: date | None, per: date) -> bool:
    return ditutup is not None and ditutup <= per


def kolom_pegawai(*, per: date) -> dict[str, Column]:
    """Every column of the list of people, by its key."""
    kolom = [
        Column("Nama", "nama", ambil=lambda p: p.nama_lengkap, lebar=36),
        Column("NIP", "nip", lebar=20),
        Column("Status", "status", ambil=lambda p: p.get_status_display()),
        Column("Golongan", "golongan", ambil=lambda p: str(p.golongan or "")),
        Column("Jabatan", "jabatan", ambil=lambda p: str(p.jabatan or ""), lebar=36),
        Column("Unit", "unit", ambil=lambda p: str(p.unit or ""), lebar=36),
        Column("OPD", "opd", ambil=lambda p: str(p.unit.opd or "") if p.unit else "", lebar=30),
        Column("TMT jabatan", "tmt_jabatan", jenis="tanggal"),
        Column("TMT dihitung", "tmt_hitung", jenis="tanggal"),
        Column("TMT pensiun", "tmt_pensiun", jenis="tanggal"),
        Column("Tanda", "tanda", ambil=lambda p: "; ".join(tanda(p, per=per)), lebar=30),
        Column("Pendidikan", "pendidikan", ambil=lambda p: str(p.tingkat_pendidikan or "")),
        Column("Kedudukan hukum", "kedudukan", ambil=lambda p: str(p.kedudukan or "")),
        Column("Tanggal lahir", "lahir", jenis="tanggal"),
        Column("L/P", "kelamin"),
        Column("BUP", "bup", jenis="bulat"),
        Column("TMT golongan", "tmt_golongan", jenis="tanggal"),
        Column("Akhir kontrak", "akhir_kontrak", jenis="tanggal"),
        Column("Terakhir ada di berkas", "dilihat_pada", jenis="tanggal"),
    ]
    return {k.key: k for k in kolom}


def kolom_masa(*, per: date) -> list[Column]:
    """People by their time in the post: the printed TMT, the one that counts, and why."""
    semua = kolom_pegawai(per=per)
    alasan = Column("Alasan koreksi", "alasan_tmt", ambil=lambda p: p.alasan_tmt or "", lebar=40)
    awal = ("nama", "nip", "tmt_hitung", "tmt_jabatan")
    akhir = ("jabatan", "unit", "opd", "status", "golongan", "tanda")
    return [*(semua[k] for k in awal), alasan, *(semua[k] for k in akhir)]


def kolom_penugasan(*, per: date, paling_lama: Mapping[int, date]) -> list[Column]:
    """Acting and additional assignments; ``paling_lama`` is the lawful end of those who act."""
    return [
        Column("Nama", "nama", ambil=lambda p: p.pegawai.nama_lengkap, lebar=36),
        Column("Berakhir", "selesai", jenis="tanggal"),
        Column("Keadaan", "sisa", ambil=lambda p: _sisa(p.selesai, per), lebar=20),
        Column("Tanda", "tanda", ambil=lambda p: _tanda_masa(p, paling_lama), lebar=30),
        Column("Jenis", "jenis", ambil=lambda p: p.get_jenis_display()),
        Column("Sebagai", "jabatan", ambil=_jabatan, lebar=36),
        Column("Di unit", "unit", ambil=lambda p: str(p.unit or p.unor_nama), lebar=36),
        Column("Mulai", "mulai", jenis="tanggal"),
        Column(
            "Paling lama", "paling_lama", jenis="tanggal", ambil=lambda p: paling_lama.get(p.pk)
        ),
        Column("Nomor surat", "nomor_sk"),
        Column("NIP", "nip", ambil=lambda p: p.pegawai.nip, lebar=20),
    ]


def _sisa(selesai: date | None, per: date) -> str:
    if selesai is None:
        return "tanpa akhir"
    hari = (selesai - per).days
    if hari > 0:
        return f"{hari} hari lagi"
    return f"habis {-hari} hari lalu" if hari else "habis hari ini"


def _tanda_masa(p: Penugasan, paling_lama: Mapping[int, date]) -> str:
    batas = paling_lama.get(p.pk)
    lewat = batas is not None and p.selesai is not None and p.selesai > batas
    return "Melewati batas masa" if lewat else ""


def _jabatan(p: Penugasan) -> str:
    return str(p.jabatan or p.jabatan_nama)

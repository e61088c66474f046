"""The papers of a draft: telaahan staf and daftar nominatif, as PDF and as workbook.

Every print is a step of the draft (who, when, which paper, hash of its content).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mutasi.columns.cetak import KURSI, NOMINATIF, TEMUAN
from mutasi.models import MacamLangkah
from mutasi.policies.rancangan import lihat_rancangan
from mutasi.selectors.cetak import IsiRancangan, Tempat, isi_rancangan
from mutasi.services.cetak_daftar import hari, tabel
from mutasi.services.rancangan_langkah import catat_langkah, kunci
from mutasi.services.telaahan import susun_telaahan
from organisasi.models import Pengguna
from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, cetak_xlsx
from toolkit.policy import OutOfReach
from toolkit.templatetags.tampilan import tanggal
from toolkit.xlsx import LembarTulis, baris_objek


@dataclass(frozen=True)
class Kertas:
    """One paper of a draft and what it is for."""

    jenis: str
    bentuk: str
    judul: str
    guna: str


KERTAS = (
    Kertas("telaahan", "pdf", "Telaahan staf (PDF)",
           "Dasar, persoalan, fakta, analisis tiap perpindahan, kesimpulan, dan saran."),
    Kertas("nominatif", "pdf", "Daftar nominatif (PDF)",
           "Satu baris per orang: jabatan lama, jabatan baru, pangkat, pendidikan."),
    Kertas("nominatif", "xlsx", "Daftar nominatif (Excel)",
           "Tabel yang sama, ditambah temuan aturan dan kursi tiap jabatan."),
)  # fmt: skip
BENTUK = {(k.jenis, k.bentuk) for k in KERTAS}
_KOLOM = (
    ("No", 5), ("Nama", 21), ("NIP", 19), ("Pangkat/Gol. ruang\nTMT", 17), ("Pendidikan", 17),
    ("Jabatan lama\n(eselon/jenjang, kelas, unit)", 32),
    ("Jabatan baru\n(eselon/jenjang, kelas, unit)", 32), ("Jenis", 13), ("TMT", 11),
    ("Keterangan", 25),
)  # fmt: skip


@transaction.atomic
def cetak_rancangan(
    rancangan_id: UUID, jenis: str, bentuk: str, *, oleh: Pengguna, per: date, pada: datetime
) -> Cetakan:
    """Make one paper and write down that it was made. Unknown papers do not exist."""
    if (jenis, bentuk) not in BENTUK:
        raise OutOfReach()
    rancangan = kunci(rancangan_id)
    lihat_rancangan.check(rancangan, oleh)
    isi = isi_rancangan(rancangan, per=per, oleh=oleh)
    hasil = buat_cetakan(isi, jenis, bentuk, cap=Cap(oleh, pada, rahasia=True))
    catat_langkah(
        rancangan, MacamLangkah.CETAK, oleh=oleh,
        sesudah={"jenis": jenis, "bentuk": bentuk, "sidik_isi": hasil.sidik},
    )  # fmt: skip
    return replace(hasil, orang=len({b.nip for b in isi.baris if b.nip}))


def buat_cetakan(isi: IsiRancangan, jenis: str, bentuk: str, *, cap: Cap) -> Cetakan:
    """The paper alone, without a step."""
    if jenis == "telaahan":
        return cetak_pdf("telaahan.typ", susun_telaahan(isi), nama="telaahan-staf", cap=cap)
    return _nominatif_xlsx(isi, cap) if bentuk == "xlsx" else _nominatif_pdf(isi, cap)


def _dalam_sel(t: Tempat | None, kosong: str) -> str:
    """A post in one cell: jabatan, level and class, unit, office."""
    if t is None:
        return kosong
    kelas = f"kelas {t.kelas}" if t.kelas else ""
    tingkat = ", ".join(filter(None, (t.tingkat, kelas)))
    return "\n".join(filter(None, (t.jabatan, tingkat, t.unit, t.opd)))


def _baris(isi: IsiRancangan) -> Iterator[list[object]]:
    for b in isi.baris:
        pangkat = "\n".join(filter(None, (*b.pangkat.split(", "), hari(b.tmt_pangkat))))
        yield [
            b.nomor, b.nama or "(belum ada orang)", b.nip, pangkat, b.pendidikan,
            _dalam_sel(b.lama, "" if b.nama else "-"),
            _dalam_sel(b.baru, "(belum ada tujuan)"), b.jenis, hari(b.tmt),
            "\n".join((f"Keadaan: {b.status.value}", *b.keterangan)),
        ]  # fmt: skip


def _catatan(isi: IsiRancangan) -> list[str]:
    hitung = ", ".join(f"{status.value} {n}" for status, n in sorted(isi.hitungan.items()))
    return [
        "Daftar ini rancangan, bukan usulan dan bukan keputusan.",
        f"Keadaan menurut aturan per {tanggal(isi.per)}: {hitung or 'belum ada baris'}.",
    ]


def _nominatif_pdf(isi: IsiRancangan, cap: Cap) -> Cetakan:
    data = {
        "judul": "DAFTAR NOMINATIF RANCANGAN MUTASI",
        "anak": [isi.nama, f"Rencana TMT {tanggal(isi.tmt)}"],
        "tabel": [
            tabel("", _KOLOM, _baris(isi), kosong="Belum ada baris dalam rancangan ini.")
        ],
        "catatan": _catatan(isi),
        "tanda_tangan": True,
    }  # fmt: skip
    return cetak_pdf("daftar.typ", data, nama="daftar-nominatif", cap=cap)


def _nominatif_xlsx(isi: IsiRancangan, cap: Cap) -> Cetakan:
    hal = [
        ("Daftar", "Daftar nominatif rancangan mutasi"), ("Rancangan", isi.nama),
        ("Rencana TMT", tanggal(isi.tmt)), *(("Catatan", c) for c in _catatan(isi)),
    ]  # fmt: skip
    temuan: list[Any] = [(b, t) for b in isi.baris for t in b.temuan]
    return cetak_xlsx(
        [
            LembarTulis("Daftar nominatif", NOMINATIF, baris_objek(NOMINATIF, isi.baris)),
            LembarTulis("Temuan aturan", TEMUAN, baris_objek(TEMUAN, temuan)),
            LembarTulis("Kursi", KURSI, baris_objek(KURSI, isi.kursi)),
        ],
        hal, nama="daftar-nominatif", cap=cap,
    )  # fmt: skip

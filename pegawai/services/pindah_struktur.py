"""People follow their posts into a new structure: one assignment ends, one begins, on one day.

Called inside the transaction of the act that decided where everybody goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jejak.catat import Objek
from organisasi.models import UnitKerja
from organisasi.services.struktur import Jejak
from pegawai import tindakan
from pegawai.models import Jabatan, JenisPenugasan, Penugasan
from pegawai.services.turunan import formasi_untuk
from toolkit.massal import perbarui, sisipkan

_KOLOM = (
    "pegawai", "jenis", "unit", "jabatan", "formasi", "unor_id", "unor_nama", "jabatan_nama",
    "tmt", "tmt_hitung", "alasan_tmt_hitung", "mulai", "selesai", "nomor_sk", "sumber",
)  # fmt: skip
_SUMBER = 60


@dataclass(frozen=True)
class Pindah:
    """An assignment and where it goes on. ``unit`` None: it only ends.

    ``jabatan_baru``: the post is another one, so its TMT is the day. ``menerus``: the time in the
    old post counts on (pengukuhan).
    """

    lama: Penugasan
    unit: int | None
    jabatan: int | None = None
    jabatan_baru: bool = False
    menerus: bool = True


def pindahkan_penugasan(
    semua: Sequence[Pindah], *, hari: date, dasar: str
) -> tuple[set[int], list[Jejak]]:
    """Write them; returns the posts that people left or came to, and a trace per assignment."""
    terbuka = [p for p in semua if p.unit is not None]
    post = formasi_untuk({(p.unit, p.jabatan) for p in terbuka if p.unit and p.jabatan})
    unit = UnitKerja.objects.in_bulk({p.unit for p in terbuka if p.unit})
    jabatan = Jabatan.objects.in_bulk({p.jabatan for p in terbuka if p.jabatan})
    akhir = [(p.lama.pk, max(hari, p.lama.mulai or hari), _nama_unit(p.lama)) for p in semua]
    perbarui(Penugasan, ("selesai", "unor_nama"), akhir)
    baru = [(p, post.get((p.unit or 0, p.jabatan or 0))) for p in terbuka]
    sisipkan(
        Penugasan, _KOLOM, (_baris(p, ke, unit, jabatan, hari=hari, dasar=dasar) for p, ke in baru)
    )
    tersentuh = {f for p in semua if (f := p.lama.formasi_id)} | {f for _, f in baru if f}
    return tersentuh, [_jejak(p, unit, jabatan, hari) for p in semua]


def _nama_unit(lama: Penugasan) -> str:
    """The name the office had: it may bear another one from the day on."""
    return lama.unor_nama or (lama.unit.nama if lama.unit else "")


def _baris(
    p: Pindah, ke: int | None, unit: dict[int, UnitKerja], jabatan: dict[int, Jabatan], *,
    hari: date, dasar: str,
) -> tuple[Any, ...]:  # fmt: skip
    lama, tujuan = p.lama, unit[p.unit or 0]
    mulai = max(hari, lama.mulai or hari)
    tmt, hitung, alasan = lama.tmt, lama.tmt_hitung, lama.alasan_tmt_hitung
    if p.jabatan_baru:
        sejak = lama.tmt_hitung or lama.tmt
        tmt, hitung, alasan = mulai, None, ""
        if p.menerus and sejak is not None and sejak < mulai:
            hitung, alasan = sejak, f"Dikukuhkan karena {dasar}"[:255]
    nama = jabatan[p.jabatan].nama if p.jabatan else lama.jabatan_nama
    return (
        lama.pegawai_id, lama.jenis, tujuan.pk, p.jabatan, ke, tujuan.siasn_id, tujuan.nama, nama,
        tmt, hitung, alasan, mulai, lama.selesai, lama.nomor_sk, f"SOTK {dasar}"[:_SUMBER],
    )  # fmt: skip


def _jejak(p: Pindah, unit: dict[int, UnitKerja], jabatan: dict[int, Jabatan], hari: date) -> Jejak:
    orang = p.lama.pegawai
    objek = Objek("pegawai.pegawai", str(orang.pk), str(orang))
    jenis = p.lama.get_jenis_display()
    sebelum = {
        "jenis": jenis,
        "unit": str(p.lama.unit or p.lama.unor_nama),
        "jabatan": str(p.lama.jabatan or p.lama.jabatan_nama),
    }
    if p.unit is None:
        return tindakan.PENUGASAN_DIAKHIRI, objek, sebelum, {"jenis": jenis, "selesai": hari}
    nama = jabatan[p.jabatan].nama if p.jabatan else p.lama.jabatan_nama
    sesudah = {"jenis": jenis, "unit": unit[p.unit].nama, "jabatan": nama, "mulai": hari}
    return tindakan.PENUGASAN_DIUBAH, objek, sebelum, sesudah


def definitif(p: Penugasan) -> bool:
    """Whether it is the post the person really holds."""
    return p.jenis == JenisPenugasan.DEFINITIF

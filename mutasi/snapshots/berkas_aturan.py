"""Whole files before the rules that look at all their lines (H20, H22, H23, W12)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from mutasi.kernel.aturan.berkas import Baris, Berkas, KursiAwal
from mutasi.kernel.jenis import JenisMutasi
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.snapshots.sekitar import BarisBerkas, Sekitar
from pegawai.models import JenisJabatan
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.perkara import Jabatan
from penilaian.snapshots import KetentuanHari
from penilaian.snapshots.perangkat import arm_mutasi, perangkat_banyak
from toolkit.sekaligus import baca_sekaligus


def baca_berkas_aturan(
    sekitar: Sekitar,
    *,
    per: date,
    ketentuan: KetentuanJalan,
    aturan: KetentuanHari,
    tanggal_sk: Mapping[UUID, date | None],
    perangkat: Collection[Perangkat] | None = None,
) -> dict[UUID, Berkas]:
    """By file, in one query more; in none where ``perangkat``, the published criteria in force, was
    read before. A line's ``id`` is its place in the file."""
    kursi = {
        pk: KursiAwal(s.nama, s.butuh, s.isi or 0, s.akan_kosong)
        for pk, s in sekitar.tempat.sasaran.items()
    }
    terbit = _perangkat(per) if perangkat is None else tuple(perangkat)
    return {
        pk: Berkas(
            tuple(_baris(b, aturan) for b in banyak), ketentuan, kursi,
            tanggal_sk=tanggal_sk.get(pk), jabatan_manajerial=sekitar.manajerial,
            perangkat=terbit,
        )
        for pk, banyak in sekitar.menurut_berkas.items()
    }  # fmt: skip


def _baris(b: BarisBerkas, aturan: KetentuanHari) -> Baris:
    asal = Jabatan(b.dari__jabatan__jenis or None, b.dari__jabatan__eselon_id or None)
    sasaran = Jabatan(b.ke__jabatan__jenis or None, b.ke__jabatan__eselon_id or None)
    return Baris(
        b.urutan, b.pegawai__nama, b.pegawai_id, b.dari, b.ke, b.tmt,
        berakhir=b.jenis == JenisMutasi.ANTAR_KELUAR, definitif=b.definitif,
        mengisi=b.mengisi(aturan),
        asal=asal, sasaran=sasaran, asal_memimpin=_memimpin(asal),
        sasaran_memimpin=_memimpin(sasaran),
    )  # fmt: skip


def _memimpin(jabatan: Jabatan) -> bool | None:
    """Only a JF may lead by a task beside his post; whether he does, a file does not tell."""
    return None if jabatan.jenis == JenisJabatan.FUNGSIONAL else False


def _perangkat(per: date) -> tuple[Perangkat, ...]:
    """The published criteria by which the accounts of the file are shown."""
    rows = baca_sekaligus({"kriteria": arm_mutasi(per=per)})
    return tuple(perangkat_banyak(rows["kriteria"]).values())

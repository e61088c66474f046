"""Whole files before the rules that look at all their lines (H20, H22, H23, W12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from mutasi.kernel.aturan.berkas import Baris, Berkas, KursiAwal
from mutasi.kernel.jenis import SAMPINGAN, JenisMutasi
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.models import UsulanMutasi
from mutasi.snapshots.pasangan_usulan import BELUM_BERLAKU
from pegawai.models import Formasi, JenisJabatan, StatusPegawai
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.perkara import Jabatan
from penilaian.models import KeluargaKriteria, SetKriteria
from penilaian.snapshots import KetentuanHari, baca_sasaran
from penilaian.snapshots.perangkat import perangkat_dari


class _Baris(NamedTuple):
    """One case of a file."""

    berkas: UUID
    urutan: int
    pegawai_id: int
    nama: str
    status: str
    jenis: str
    tmt: date
    dari: int | None
    dari_alias: int | None
    ke: int | None
    ke_alias: int | None
    asal_jenis: str | None
    asal_eselon: str | None
    sasaran_jenis: str | None
    sasaran_eselon: str | None


_KOLOM = (
    "berkas_id", "urutan", "pegawai_id", "pegawai__nama", "pegawai__status", "jenis", "tmt",
    "dari_id", "dari__dihitung_ke_id", "ke_id", "ke__dihitung_ke_id", "dari__jabatan__jenis",
    "dari__jabatan__eselon_id", "ke__jabatan__jenis", "ke__jabatan__eselon_id",
)  # fmt: skip


def baca_berkas_aturan(
    berkas: Collection[UUID],
    *,
    per: date,
    ketentuan: KetentuanJalan,
    aturan: KetentuanHari,
    tanggal_sk: Mapping[UUID, date | None],
) -> dict[UUID, Berkas]:
    """By file, in a constant number of queries. A line's ``id`` is its place in the file."""
    rows = UsulanMutasi.objects.filter(berkas__in=berkas, status__in=BELUM_BERLAKU)
    isi: dict[UUID, list[_Baris]] = defaultdict(list)
    for row in rows.order_by("berkas", "urutan").values_list(*_KOLOM):
        satu = _Baris._make(row)
        isi[satu.berkas].append(satu)
    semua = [satu for banyak in isi.values() for satu in banyak]
    kursi = _kursi(semua, per, aturan)
    perangkat, manajerial = _perangkat(per), _manajerial()
    return {
        pk: Berkas(
            tuple(_baris(b, pw_mengisi=aturan.pw_mengisi) for b in banyak), ketentuan, kursi,
            tanggal_sk=tanggal_sk.get(pk), jabatan_manajerial=manajerial, perangkat=perangkat,
        )
        for pk, banyak in isi.items()
    }  # fmt: skip


def _baris(b: _Baris, *, pw_mengisi: bool) -> Baris:
    asal = Jabatan(b.asal_jenis or None, b.asal_eselon or None)
    sasaran = Jabatan(b.sasaran_jenis or None, b.sasaran_eselon or None)
    return Baris(
        b.urutan, b.nama, b.pegawai_id, b.dari_alias or b.dari, b.ke_alias or b.ke, b.tmt,
        berakhir=b.jenis == JenisMutasi.ANTAR_KELUAR, definitif=b.jenis not in SAMPINGAN,
        mengisi=pw_mengisi or b.status != StatusPegawai.PPPK_PW,
        asal=asal, sasaran=sasaran, asal_memimpin=_memimpin(asal),
        sasaran_memimpin=_memimpin(sasaran),
    )  # fmt: skip


def _memimpin(jabatan: Jabatan) -> bool | None:
    """Only a JF may lead by a task beside his post; whether he does, a file does not tell."""
    return None if jabatan.jenis == JenisJabatan.FUNGSIONAL else False


def _kursi(baris: Collection[_Baris], per: date, aturan: KetentuanHari) -> dict[int, KursiAwal]:
    ids = {pk for b in baris for pk in (b.dari_alias or b.dari, b.ke_alias or b.ke) if pk}
    return {
        pk: KursiAwal(s.nama, s.butuh, s.isi or 0, s.akan_kosong)
        for pk, s in baca_sasaran(ids, per=per, aturan=aturan).items()
    }


def _perangkat(per: date) -> tuple[Perangkat, ...]:
    """The published criteria by which the accounts of the file are shown."""
    rows: Any = SetKriteria.objects.berlaku(per).filter(keluarga=KeluargaKriteria.MUTASI)
    return tuple(perangkat_dari(satu) for satu in rows.prefetch_related("kriteria"))


def _manajerial() -> int:
    """Managerial posts of the instansi."""
    rows = Formasi.objects.filter(jabatan__jenis=JenisJabatan.STRUKTURAL)
    return rows.filter(jabatan__eselon_id__gte="11", jabatan__eselon_id__lt="50").count()

"""What an import of health staff writes, with its traces: facilities, staff, licences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count

from jejak.catat import Objek, catat_banyak
from organisasi.impor import Konteks
from organisasi.models import UnitKerja
from pegawai import tindakan as tindakan_pegawai
from pegawai.models import RiwayatSertifikat
from pegawai.services.impor_orang import pada_orang
from penilaian import tindakan
from penilaian.models import Faskes, TenagaKesehatan
from penilaian.services.sdmk_sel import Fakta, Izin
from penilaian.services.terhitung import paket


@dataclass
class Muatan:
    """What differs from the register. People by key of ``Pegawai``, staff rows by their own."""

    unit: dict[int, str] = field(default_factory=dict)  # every facility touched, by name
    faskes: dict[int, Fakta] = field(default_factory=dict)
    baru: dict[int, tuple[int, str]] = field(default_factory=dict)  # (unit, kind of staff)
    ubah: dict[int, tuple[int, str]] = field(default_factory=dict)
    keluar: dict[int, int] = field(default_factory=dict)  # staff row -> person
    tetap: list[int] = field(default_factory=list)
    izin_baru: list[tuple[int, Izin, str, str]] = field(default_factory=list)  # kind, rumpun
    izin_ubah: list[tuple[RiwayatSertifikat, date | None]] = field(default_factory=list)
    nama: dict[int, str] = field(default_factory=dict)


def tulis(muatan: Muatan, konteks: Konteks) -> None:
    """Inside the transaction of an import, which has asked its policy."""
    # The plan was made before the transaction: who is staff of two facilities in turn moves once.
    sebelum = _keadaan(muatan.unit)
    _tulis_faskes(muatan, konteks)
    _tulis_tenaga(muatan, konteks)
    sesudah = _keadaan(muatan.unit)
    catat_banyak(
        tindakan.FASKES_DICATAT,
        (
            (Objek(UnitKerja._meta.label_lower, str(pk), nama), sebelum[pk], sesudah[pk])
            for pk, nama in muatan.unit.items()
            if sebelum[pk] != sesudah[pk]
        ),
        oleh=konteks.oleh,
    )
    _tulis_izin(muatan, konteks)


def _keadaan(unit: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Kind and staff by kind of each facility: how the trail tells it."""
    hasil: dict[int, dict[str, Any]] = defaultdict(dict)
    for potong in paket(list(unit)):
        for f in Faskes.objects.filter(unit__in=potong):
            hasil[f.unit_id] |= {"kategori": f.kategori, "rawat_inap": f.rawat_inap}
        rows = TenagaKesehatan.objects.filter(unit__in=potong).order_by("tenaga")
        for pk, tenaga, n in rows.values_list("unit", "tenaga").annotate(n=Count("pk")):
            hasil[pk].setdefault("tenaga", {})[tenaga] = n
    return hasil


def _tulis_faskes(muatan: Muatan, konteks: Konteks) -> None:
    tetap = {"per": konteks.per, "sumber": konteks.sumber}
    Faskes.objects.bulk_create(
        (
            Faskes(unit_id=pk, kategori=f.kategori, rawat_inap=f.rawat_inap, **tetap)
            for pk, f in muatan.faskes.items()
        ),
        update_conflicts=True,
        unique_fields=["unit"],
        update_fields=["kategori", "rawat_inap", "per", "sumber"],
    )
    for potong in paket(list(muatan.unit)):
        Faskes.objects.filter(unit__in=potong).update(**tetap)


def _tulis_tenaga(muatan: Muatan, konteks: Konteks) -> None:
    tetap = {"per": konteks.per, "sumber": konteks.sumber}
    for potong in paket(list(muatan.keluar)):
        TenagaKesehatan.objects.filter(pk__in=potong).delete()
    TenagaKesehatan.objects.bulk_create(
        TenagaKesehatan(pegawai_id=pk, unit_id=unit, tenaga=kata, **tetap)
        for pk, (unit, kata) in muatan.baru.items()
    )
    for potong in paket([*muatan.ubah, *muatan.tetap]):
        ada = list(TenagaKesehatan.objects.filter(pk__in=potong))
        for satu in ada:
            satu.unit_id, satu.tenaga = muatan.ubah.get(satu.pk, (satu.unit_id, satu.tenaga))
            satu.per, satu.sumber = konteks.per, konteks.sumber
        TenagaKesehatan.objects.bulk_update(
            ada, ["unit", "tenaga", "per", "sumber"], batch_size=200
        )


def _tulis_izin(muatan: Muatan, konteks: Konteks) -> None:
    """Licences are part of the history of their holder, where the rules of a move read them."""
    baru = RiwayatSertifikat.objects.bulk_create(
        RiwayatSertifikat(
            pegawai_id=pk, jenis=izin.jenis, nama=f"{izin.jenis.upper()} {tenaga}",
            nomor=izin.nomor, rumpun=rumpun, selesai=izin.selesai, sumber=konteks.sumber,
        )
        for pk, izin, tenaga, rumpun in muatan.izin_baru
    )  # fmt: skip
    objek = pada_orang(muatan.nama)
    catat_banyak(
        tindakan_pegawai.RIWAYAT_DICATAT,
        ((objek(b), None, _isi(b)) for b in baru),
        oleh=konteks.oleh,
    )
    jejak = []
    for ada, selesai in muatan.izin_ubah:
        sebelum = _isi(ada)
        ada.selesai = selesai
        jejak.append((objek(ada), sebelum, _isi(ada)))
    RiwayatSertifikat.objects.bulk_update(
        [ada for ada, _ in muatan.izin_ubah], ["selesai"], batch_size=200
    )
    catat_banyak(tindakan_pegawai.RIWAYAT_DIUBAH, jejak, oleh=konteks.oleh)


def _isi(baris: RiwayatSertifikat) -> dict[str, Any]:
    return {"riwayat": str(baris), "nomor": baris.nomor, "selesai": baris.selesai}

"""What the register knows when a file of health staff comes: units, people, staff, licences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from organisasi.impor import Konteks
from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.models import Pegawai, RiwayatSertifikat
from pegawai.services.impor_orang import orang_menurut_nomor
from penilaian.models import Faskes, TenagaKesehatan
from penilaian.selectors.faskes_pos import kata_tenaga
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.terhitung import paket

IZIN = (RiwayatSertifikat.Jenis.STR, RiwayatSertifikat.Jenis.SIP)


class Orang(NamedTuple):
    """A person as far as a row about him is judged."""

    nama: str
    unit: int | None
    nama_unit: str | None
    kiri: int | None
    rumpun: str
    berhenti: date | None


@dataclass
class Acuan:
    """By key, in a fixed number of queries for a file of one office."""

    per: date
    jangkauan: Jangkauan
    kata: tuple[str, ...]
    unit: dict[str, UnitKerja]
    nomor: dict[str, int]
    faskes: dict[int, Faskes]
    tenaga: dict[int, TenagaKesehatan]
    orang: dict[int, Orang] = field(default_factory=dict)
    izin: dict[tuple[int, str], list[RiwayatSertifikat]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def muat(cls, konteks: Konteks, izin: Izin) -> Acuan:
        """As the register stands now."""
        return cls(
            per=konteks.per,
            jangkauan=konteks.jangkauan(izin),
            kata=kata_tenaga(tetapan_kebutuhan(per=konteks.per)),
            unit={u.kunci: u for u in UnitKerja.objects.all()},
            nomor=orang_menurut_nomor(),
            faskes={f.unit_id: f for f in Faskes.objects.all()},
            tenaga={t.pegawai_id: t for t in TenagaKesehatan.objects.select_related("unit")},
        )

    def kenalkan(self, nip: Iterable[str | None]) -> None:
        """Read the people of the file and their licences."""
        kunci = sorted({self.nomor[satu] for satu in nip if satu in self.nomor})
        kolom = ("pk", "nama", "unit", "unit__nama", "unit__kiri", "jabatan__rumpun", "berhenti")
        for potong in paket(kunci):
            rows = Pegawai.objects.filter(pk__in=potong).order_by()
            for pk, nama, unit, tempat, kiri, rumpun, berhenti in rows.values_list(*kolom):
                self.orang[pk] = Orang(nama, unit, tempat, kiri, rumpun or "", berhenti)
            for satu in RiwayatSertifikat.objects.filter(pegawai__in=potong, jenis__in=IZIN):
                self.izin[satu.pegawai_id, satu.jenis].append(satu)

    def izin_bernomor(self, pegawai: int, jenis: str, nomor: str) -> RiwayatSertifikat | None:
        """The licence that carries this number."""
        semua = self.izin[pegawai, jenis]
        return next((s for s in semua if s.nomor.casefold() == nomor.casefold()), None)

    def izin_kini(self, pegawai: int, jenis: str) -> RiwayatSertifikat | None:
        """The licence that holds longest."""
        return max(
            self.izin[pegawai, jenis], key=lambda s: (s.selesai or date.max, s.pk), default=None
        )


def hari_terakhir(selesai: date | None) -> date | None:
    """The last day on which a licence holds: histories keep the first day on which it does not."""
    return None if selesai is None else selesai - timedelta(days=1)


def hari_selesai(sampai: date) -> date:
    """The other way round."""
    return sampai + timedelta(days=1)

"""The list of classes and lessons a school has in a semester: read whole, compared, replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from django.db.models import QuerySet

from jejak.catat import Objek, catat_banyak
from organisasi.impor import Konteks
from organisasi.models import UnitKerja
from penilaian import tindakan
from penilaian.models import Pembelajaran, Rombel, TugasGuru
from penilaian.services.rombel_baris import Sekolah
from penilaian.services.terhitung import paket
from toolkit.massal import nomor_baru, sisipkan

Pelajaran = tuple[str, str, int | None]  # class, subject, teacher


@dataclass
class IsiSekolah:
    """Classes with grade and pupils, lessons with hours, teachers with extra duties."""

    rombel: dict[str, tuple[int, int]] = field(default_factory=dict)
    pelajaran: dict[Pelajaran, tuple[Decimal, bool]] = field(default_factory=dict)
    tugas: dict[int, str] = field(default_factory=dict)

    def dilengkapi(self, baru: IsiSekolah) -> IsiSekolah:
        """This list with what is said anew; lessons that are not spoken of stay."""
        disebut = {(kelas, mapel) for kelas, mapel, _ in baru.pelajaran}
        tetap = {k: v for k, v in self.pelajaran.items() if k[:2] not in disebut}
        return IsiSekolah(
            {**self.rombel, **baru.rombel},
            {**tetap, **baru.pelajaran},
            {**self.tugas, **baru.tugas},
        )

    def keluar(self, kini: IsiSekolah) -> Iterator[str]:
        """What the list ``kini`` no longer holds, in words."""
        for nama in self.rombel.keys() - kini.rombel.keys():
            yield f"Rombel {nama}"
        for kelas, mapel, _ in self.pelajaran.keys() - kini.pelajaran.keys():
            yield f"{mapel} · {kelas}"
        for _ in self.tugas.keys() - kini.tugas.keys():
            yield "Tugas tambahan"

    def ringkas(self, semester: str) -> dict[str, object]:
        """For the trail: how much, never who."""
        return {
            "semester": semester,
            "rombel": len(self.rombel),
            "murid": sum(murid for _, murid in self.rombel.values()),
            "pembelajaran": len(self.pelajaran),
            "jtm": sum(jtm for jtm, _ in self.pelajaran.values()),
            "tugas_tambahan": len(self.tugas),
        }


def muat_isi(sekolah: Collection[Sekolah]) -> Mapping[Sekolah, IsiSekolah]:
    """The lists kept of these schools; an empty one for a school without any."""
    hasil: dict[Sekolah, IsiSekolah] = defaultdict(IsiSekolah)
    semester = {s.semester for s in sekolah}
    for potong in paket(sorted({s.unit for s in sekolah})):
        rombel = Rombel.objects.filter(unit__in=potong, semester__in=semester).order_by()
        for unit, kapan, nama, tingkat, murid in rombel.values_list(
            "unit", "semester", "nama", "tingkat", "murid"
        ):
            hasil[Sekolah(unit, kapan)].rombel[nama] = (tingkat, murid)
        jam = Pembelajaran.objects.filter(
            rombel__unit__in=potong, rombel__semester__in=semester
        ).order_by()
        for unit, kapan, kelas, mapel, guru, jtm, non_asn in jam.values_list(
            "rombel__unit", "rombel__semester", "rombel__nama", "mapel", "pegawai", "jtm",
            "non_asn",
        ):  # fmt: skip
            hasil[Sekolah(unit, kapan)].pelajaran[kelas, mapel, guru] = (jtm, non_asn)
        tugas = TugasGuru.objects.filter(unit__in=potong, semester__in=semester).order_by()
        for unit, kapan, guru, satu in tugas.values_list("unit", "semester", "pegawai", "tugas"):
            hasil[Sekolah(unit, kapan)].tugas[guru] = satu
    return hasil


def tulis_sekolah(semua: Mapping[Sekolah, tuple[IsiSekolah, IsiSekolah]], konteks: Konteks) -> None:
    """Replace the lists, each with one trace. Called inside the transaction of the import."""
    for semester, unit in _per_semester(semua):
        for potong in paket(unit):
            # Children first, in one statement: the database need not look for them row by row.
            Pembelajaran.objects.filter(rombel__unit__in=potong, rombel__semester=semester).delete()
            Rombel.objects.filter(unit__in=potong, semester=semester).delete()
            TugasGuru.objects.filter(unit__in=potong, semester=semester).delete()
    _sisipkan({sekolah: kini for sekolah, (_, kini) in semua.items()}, konteks)
    nama = dict(UnitKerja.objects.filter(pk__in={s.unit for s in semua}).values_list("pk", "nama"))
    catat_banyak(
        tindakan.SEKOLAH_DICATAT,
        (
            (
                Objek(UnitKerja._meta.label_lower, str(s.unit), nama[s.unit]),
                lama.ringkas(s.semester) if lama.rombel or lama.tugas else None,
                kini.ringkas(s.semester),
            )
            for s, (lama, kini) in semua.items()
        ),
        oleh=konteks.oleh,
    )


def tegaskan_sekolah(sama: Sequence[Sekolah], konteks: Konteks) -> None:
    """The same lists, reported anew on a later day."""
    for semester, unit in _per_semester(sama):
        for potong in paket(unit):
            rows: QuerySet[Rombel] = Rombel.objects.filter(unit__in=potong, semester=semester)
            rows.filter(per__lt=konteks.per).update(per=konteks.per, sumber=konteks.sumber)


def _per_semester(semua: Collection[Sekolah]) -> Iterator[tuple[str, list[int]]]:
    urut = sorted((s.semester, s.unit) for s in semua)
    for semester, isi in groupby(urut, key=lambda s: s[0]):
        yield semester, [unit for _, unit in isi]


def _sisipkan(semua: Mapping[Sekolah, IsiSekolah], konteks: Konteks) -> None:
    kelas = [(s, nama) for s, isi in semua.items() for nama in isi.rombel]
    nomor = dict(zip(kelas, nomor_baru(Rombel, len(kelas)), strict=True))
    sisipkan(
        Rombel,
        ("id", "unit", "semester", "nama", "tingkat", "murid", "per", "sumber"),
        (
            (pk, s.unit, s.semester, nama, *semua[s].rombel[nama], konteks.per, konteks.sumber)
            for (s, nama), pk in nomor.items()
        ),
    )
    sisipkan(
        Pembelajaran,
        ("rombel", "mapel", "pegawai", "jtm", "non_asn"),
        (
            (nomor[s, nama], mapel, guru, *isi_jam)
            for s, isi in semua.items()
            for (nama, mapel, guru), isi_jam in isi.pelajaran.items()
        ),
    )
    sisipkan(
        TugasGuru,
        ("unit", "semester", "pegawai", "tugas"),
        (
            (s.unit, s.semester, guru, tugas)
            for s, isi in semua.items()
            for guru, tugas in isi.tugas.items()
        ),
    )

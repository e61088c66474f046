"""Which people a page of competences is about: a reach, an office, a job family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet
from pegawai.models import JenisJabatan, Pegawai
from penilaian.selectors.kompetensi_standar import dengan_jabatan

Q_ = TypeVar("Q_", bound="QuerySet[Any]")
# Families of posts that are no JF; a tilde begins no name of a family.
STRUKTURAL, PELAKSANA, TANPA = "~struktural", "~pelaksana", "~tanpa"
SEBUTAN = {STRUKTURAL: "Struktural", PELAKSANA: "Pelaksana", TANPA: "Belum diketahui"}


def sebutan_rumpun(kunci: str) -> str:
    """A job family as a page writes it."""
    return SEBUTAN.get(kunci, kunci)


def opd_terlihat(pengguna: Pengguna, izin: Izin, *, per: date) -> UnitKerjaQuerySet:
    """The OPD of which this person reaches at least one unit by the right, by name."""
    terlihat = UnitKerja.objects.for_user(pengguna, izin, per=per)
    return UnitKerja.objects.filter(pk__in=terlihat.values("opd")).order_by("nama")


@dataclass(frozen=True)
class Lingkup:
    """People in service with a known jabatan over whom the reader holds the right."""

    pengguna: Pengguna
    per: date
    opd: int | None = None
    rumpun: str = ""
    izin: Izin = Izin.NILAI_LIHAT

    def saring(self, rows: Q_, prefix: str = "") -> Q_:
        """Rows about these people; ``prefix`` leads from a row to the person."""
        jangkauan = Jangkauan.milik(self.pengguna, self.izin, per=self.per)
        rows = jangkauan.saring(rows, prefix=f"{prefix}unit__").filter(
            **{f"{prefix}berhenti__isnull": True, f"{prefix}jabatan__isnull": False}
        )
        if self.opd is not None:
            rows = rows.filter(**{f"{prefix}unit__opd": self.opd})
        rows = dengan_jabatan(rows, prefix)
        return rows.filter(serumpun(self.rumpun)) if self.rumpun else rows

    def orang(self) -> QuerySet[Pegawai]:
        """The people themselves, in no order."""
        return self.saring(Pegawai.objects.order_by())

    @property
    def kueri(self) -> dict[str, str]:
        """As an address carries it."""
        isi = {"opd": str(self.opd or ""), "rumpun": self.rumpun}
        return {nama: nilai for nama, nilai in isi.items() if nilai}


def serumpun(kunci: str) -> Q:
    """Posts of one family, on rows with ``jab_jenis`` and ``jab_rumpun``."""
    if kunci == STRUKTURAL:
        return Q(jab_jenis=JenisJabatan.STRUKTURAL)
    if kunci == PELAKSANA:
        return Q(jab_jenis=JenisJabatan.PELAKSANA)
    if kunci == TANPA:
        return Q(jab_jenis="") | Q(jab_jenis=JenisJabatan.FUNGSIONAL, jab_rumpun="")
    return Q(jab_jenis=JenisJabatan.FUNGSIONAL, jab_rumpun=kunci)


def kunci_rumpun() -> Any:
    """The family of a row's post, in SQL."""
    return Case(
        When(serumpun(STRUKTURAL), then=Value(STRUKTURAL)),
        When(serumpun(PELAKSANA), then=Value(PELAKSANA)),
        When(serumpun(TANPA), then=Value(TANPA)),
        default=F("jab_rumpun"),
        output_field=CharField(max_length=120),
    )

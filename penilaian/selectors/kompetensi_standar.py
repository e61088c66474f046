"""What posts ask of competences: their own standard in force, else the usual level of their tier.

The same twice: for one post in Python, for thousands of people in SQL. Both read the usual level
from ``kernel.kompetensi.level_biasa``, and a name that was matched asks what its match asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from pegawai.models import Jabatan as Nomenklatur
from pegawai.models import JenisJabatan
from penilaian.kernel.kompetensi import asesmen_tertua, level_biasa
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import JenisKompetensi, Kompetensi, ProfilKompetensi, StandarKompetensi

Q_ = TypeVar("Q_", bound="QuerySet[Any]")
# The usual level holds for what the regulation asks of everybody; technical ones have no usual.
BERLEVEL_BIASA = frozenset({JenisKompetensi.MANAJERIAL, JenisKompetensi.SOSIAL_KULTURAL})
_ESELON = ("52", "51", "42", "41", "32", "31", "22", "21", "12", "11", "10")
_INT = IntegerField()


def jabatan_kernel(jabatan: Nomenklatur) -> Jabatan:
    """Kind and level of a name as the kernels read them."""
    return Jabatan(
        jenis=jabatan.jenis or None,
        eselon_id=jabatan.eselon_id or None,
        jenjang=jabatan.jenjang or None,
        rumpun=jabatan.rumpun or None,
    )


@dataclass(frozen=True)
class Standar:
    """What every post of a group asks: levels of its own by jabatan, and the usual ones."""

    k: KetentuanPenilaian
    kamus: Mapping[int, Kompetensi]
    sendiri: Mapping[int, Mapping[int, int]] = field(default_factory=dict)

    def untuk(self, jabatan_id: int, jabatan: Jabatan) -> dict[int, int]:
        """Level by competence; empty for a JF of which nobody set a standard."""
        biasa = level_biasa(jabatan, self.k)
        hasil = {}
        if biasa is not None:
            hasil = {pk: biasa for pk, satu in self.kamus.items() if satu.jenis in BERLEVEL_BIASA}
        return hasil | dict(self.sendiri.get(jabatan_id, {}))


def baca_standar(k: KetentuanPenilaian, *, per: date) -> Standar:
    """Dictionary and all standards in force, in two queries."""
    kamus = {satu.pk: satu for satu in Kompetensi.objects.filter(aktif=True)}
    sendiri: dict[int, dict[int, int]] = defaultdict(dict)
    rows = StandarKompetensi.objects.berlaku(per).filter(kompetensi__aktif=True).order_by()
    for jabatan, kompetensi, level in rows.values_list("jabatan_id", "kompetensi_id", "level"):
        sendiri[jabatan][kompetensi] = level
    return Standar(k, kamus, sendiri)


def dengan_jabatan(rows: Q_, prefix: str = "") -> Q_:
    """``jab`` and its kind: of the name a person's post carries, or of the name it was matched to.

    ``prefix`` leads to the person.
    """
    awal = f"{prefix}jabatan__"
    return rows.annotate(
        jab=Coalesce(F(f"{awal}padanan_id"), F(f"{prefix}jabatan_id")),
        jab_jenis=_padan(awal, "jenis"),
        jab_eselon=_padan(awal, "eselon_id"),
        jab_rumpun=_padan(awal, "rumpun"),
    )


def _padan(awal: str, nama: str) -> Any:
    return Coalesce(
        F(f"{awal}padanan__{nama}"), F(f"{awal}{nama}"), output_field=CharField(max_length=120)
    )


def butuh(kompetensi: Kompetensi, *, k: KetentuanPenilaian, per: date) -> Any:
    """The level a post asks of one competence, in SQL, on rows with ``jab``; NULL: nothing."""
    berlaku = StandarKompetensi.objects.berlaku(per).order_by()
    sendiri = Subquery(
        berlaku.filter(jabatan=OuterRef("jab"), kompetensi=kompetensi).values("level")
    )
    if kompetensi.jenis in BERLEVEL_BIASA:
        return Coalesce(sendiri, biasa_sql(k), output_field=_INT)
    return sendiri


def biasa_sql(k: KetentuanPenilaian) -> Any:
    """The usual level of a row with ``jab_jenis`` and ``jab_eselon``."""
    menurut: dict[int, Q] = {}
    for jabatan, letak in _letak():
        level = level_biasa(jabatan, k)
        if level is not None:
            menurut[level] = menurut.get(level, Q()) | letak
    return Case(
        *(When(letak, then=Value(level)) for level, letak in sorted(menurut.items())),
        output_field=_INT,
    )


def _letak() -> Iterable[tuple[Jabatan, Q]]:
    yield Jabatan(JenisJabatan.PELAKSANA), Q(jab_jenis=JenisJabatan.PELAKSANA)
    for eselon in _ESELON:
        yield (
            Jabatan(JenisJabatan.STRUKTURAL, eselon),
            Q(jab_jenis=JenisJabatan.STRUKTURAL, jab_eselon=eselon),
        )


def berlaku_pada(k: KetentuanPenilaian, per: date) -> Q:
    """Assessments that still count on the day: not too old, not past their printed end."""
    return Q(mulai__gte=asesmen_tertua(per, k)) & (Q(selesai__isnull=True) | Q(selesai__gte=per))


def profil_terakhir(*, per: date) -> QuerySet[ProfilKompetensi]:
    """The last assessment of every person in every competence, whether it still counts or not."""
    baru = ProfilKompetensi.objects.filter(
        pegawai=OuterRef("pegawai"), kompetensi=OuterRef("kompetensi"),
        mulai__gt=OuterRef("mulai"), mulai__lte=per,
    )  # fmt: skip
    return ProfilKompetensi.objects.order_by().filter(~Exists(baru.order_by()), mulai__lte=per)

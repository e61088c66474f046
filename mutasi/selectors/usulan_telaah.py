"""Reviews a head of an office is asked for, and the answers he gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from mutasi.models import TelaahUnit, UsulanMutasi
from mutasi.selectors.perubahan import perubahan_untuk
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna


@dataclass(frozen=True)
class DaftarTelaah:
    """``buka``: to be answered; ``lalu``: answered, the newest first."""

    buka: Sequence[Any]
    lalu: Any


def terjangkau(pengguna: Pengguna, *, per: date) -> Any:
    """Reviews of offices under this head, of cases he may see."""
    jangkauan = Jangkauan.milik(pengguna, Izin.USULAN_TELAAH, per=per)
    rows = TelaahUnit.objects.filter(
        usulan__in=UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    ).exclude(usulan__pegawai__pengguna=pengguna)
    rows = jangkauan.saring(rows, prefix="unit__")
    return rows.select_related(
        "unit", "dijawab_oleh", "usulan__berkas", "usulan__pegawai__unit", "usulan__dari__unit",
        "usulan__dari__jabatan", "usulan__ke__unit", "usulan__ke__jabatan",
    ).defer("usulan__pegawai__siasn", "usulan__pegawai__nik_sandi")  # fmt: skip


def daftar(pengguna: Pengguna, *, per: date) -> DaftarTelaah:
    """The open ones by their limit; who reviews for the whole agency answers none of them."""
    rows = terjangkau(pengguna, per=per)
    buka = rows.filter(dijawab_pada__isnull=True, versi=F("usulan__versi"))
    lalu = rows.filter(dijawab_pada__isnull=False).order_by("-dijawab_pada", "-pk")
    return DaftarTelaah(
        list(buka.filter(usulan__status="ditelaah_unit").order_by("batas", "pk")), lalu
    )


def perubahan(usulan: UsulanMutasi, *, per: date) -> tuple[Any, ...]:
    """What changes for the person, as the head reads it."""
    if usulan.ke_id is None:
        return ()
    satu = (usulan.pegawai_id, usulan.dari_id, usulan.ke_id)
    return perubahan_untuk([satu], tmt=usulan.tmt, per=per)[0] or ()

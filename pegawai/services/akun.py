"""Accounts for the people of a unit: what the register knows becomes who may enter.

The account has no power and no password; its owner gets both his own file and a password with the
slip that the office's operator hands over.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from organisasi.models import Pengguna, UnitKerja
from organisasi.services.pengguna import CalonAkun
from organisasi.services.pengguna import siapkan_akun as siapkan
from organisasi.services.peran import pindahkan_peran_pegawai
from pegawai.models import Pegawai
from pegawai.policies import orang as policies


@transaction.atomic
def siapkan_akun_unit(unit_id: int, *, oleh: Pengguna, per: date) -> int:
    """One account for everybody of the unit and below who has none; returns how many are new.

    An account that carries the person's number already is joined to him, not made twice. Its traces
    are those of the accounts.
    """
    unit = UnitKerja.objects.get(pk=unit_id)
    policies.siapkan_akun.check(unit, oleh, per=per)
    orang = list(
        Pegawai.objects.tanpa_akun(unit)
        .select_for_update(of=("self",))
        .select_related("unit")
        .only("pk", "nip", "nama", "unit", "pengguna")
        .order_by("pk")
    )
    akun = siapkan((CalonAkun(o.nip, o.nama, o.unit) for o in orang), oleh=oleh, per=per)
    terpakai = set(
        Pegawai.objects.filter(pengguna__in=akun.values()).values_list("pengguna_id", flat=True)
    )
    for o in orang:
        pk = akun[Pengguna.normalize_username(o.nip)]
        o.pengguna_id = None if pk in terpakai else pk
    Pegawai.objects.bulk_update(orang, ["pengguna"], batch_size=500)
    return sum(1 for o in orang if o.pengguna_id)


def samakan_peran(pegawai_id: Collection[int] | None, *, oleh: Pengguna, per: date) -> int:
    """Whoever moved takes his role of employee along; returns how many did (None: of everybody).

    Somebody whose unit the tree does not know, or who left, keeps the office that knows him.
    Called inside the caller's transaction, when the copies are fresh.
    """
    berakun = Pegawai.objects.order_by().filter(pengguna__isnull=False, unit__isnull=False)
    kena = None if pegawai_id is None else set(pegawai_id)
    unit = {
        akun: unit
        for pk, akun, unit in berakun.values_list("pk", "pengguna", "unit").iterator()
        if kena is None or pk in kena
    }
    return pindahkan_peran_pegawai(unit, oleh=oleh, per=per) if unit else 0

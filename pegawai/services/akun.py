"""Accounts for the people of a unit: what the register knows becomes who may enter.

The account has no power and no password; its owner gets both his own file and a password with the
slip that the office's operator hands over.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from organisasi.models import Pengguna, UnitKerja
from organisasi.services.pengguna import CalonAkun
from organisasi.services.pengguna import siapkan_akun as siapkan
from pegawai import policies
from pegawai.models import Pegawai


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

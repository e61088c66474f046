"""Roles held over offices that close: they follow the office that goes on, or end by date.

Called inside the transaction of the act that closes the offices. The role of employee is not moved
here: it follows its holder (``pindahkan_peran_pegawai``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from jejak.catat import Objek
from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna, PenugasanPeran, UnitKerja
from organisasi.services.struktur import Jejak


def peran_di_unit(unit: Mapping[int, int | None], *, hari: date) -> list[PenugasanPeran]:
    """Roles over these offices that do not end before the day, held for the caller's writing."""
    rows = (
        PenugasanPeran.objects.select_for_update(of=("self",))
        .filter(unit__in=list(unit))
        .exclude(peran=Peran.PEGAWAI)
        .belum_berakhir(hari)
        .select_related("pengguna", "unit")
    )
    return list(rows.order_by("pk"))


def pindahkan_peran_unit(
    semua: list[PenugasanPeran],
    ke: Mapping[int, int | None],
    *,
    hari: date,
    dasar: str,
    oleh: Pengguna,
) -> list[Jejak]:
    """End each of them on the day; where its office goes on, it goes on there. Returns traces.

    What was handed on from a role ends with it, and is handed on anew from its successor.
    """
    kini = timezone.now()
    penerus: dict[int, PenugasanPeran] = {}
    jejak: list[Jejak] = []
    nama = UnitKerja.objects.in_bulk({u for u in ke.values() if u is not None})
    for lama in semua:
        akhir, tujuan = lama.selesai, _tujuan(lama, ke, nama)
        mulai = max(hari, lama.mulai)
        if tujuan is not None:
            penerus[lama.pk] = PenugasanPeran(
                pengguna=lama.pengguna, peran=lama.peran, unit=tujuan, sifat=lama.sifat,
                mulai=mulai, selesai=akhir, dasar=f"{lama.dasar}; {dasar}".strip("; ")[:255],
                diberikan_pada=kini, diberikan_oleh=oleh,
            )  # fmt: skip
        lama.selesai, lama.dicabut_pada, lama.dicabut_oleh = mulai, kini, oleh
        jejak.append(_jejak(lama, akhir, tujuan))
    PenugasanPeran.objects.bulk_update(
        semua, ["selesai", "dicabut_pada", "dicabut_oleh"], batch_size=500
    )
    PenugasanPeran.objects.bulk_create(penerus.values())
    wakil = [lama for lama in semua if lama.mewakili_id is not None and lama.pk in penerus]
    for lama in wakil:
        penerus[lama.pk].mewakili = penerus.get(lama.mewakili_id or 0, lama.mewakili)
    PenugasanPeran.objects.bulk_update([penerus[x.pk] for x in wakil], ["mewakili"])
    return jejak


def _tujuan(
    lama: PenugasanPeran, ke: Mapping[int, int | None], nama: Mapping[int, UnitKerja]
) -> UnitKerja | None:
    """Heading an office that was merged gives nothing over the larger one: that seat is filled by
    decision, and the role given with it."""
    if lama.peran == Peran.KEPALA_UNIT:
        return None
    return nama.get(ke.get(lama.unit_id or 0) or 0)


def _jejak(lama: PenugasanPeran, akhir: date | None, tujuan: UnitKerja | None) -> Jejak:
    objek = Objek.dari(lama)
    sebelum = {"unit": str(lama.unit), "selesai": akhir}
    if tujuan is None:
        return tindakan.PERAN_DICABUT, objek, sebelum, {"selesai": lama.selesai}
    sesudah = {"kepada": lama.pengguna.nama, "unit": tujuan.nama, "mulai": lama.selesai}
    return tindakan.PERAN_DIPINDAHKAN, objek, sebelum, sesudah

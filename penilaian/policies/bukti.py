"""Who may open a file of evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from penilaian.models import Bukti, HasilPenilaian, Keberatan, MacamBukti, TimKerja
from toolkit.policy import OutOfReach, Policy

# Who else than the person, or the members of the team, by what the file proves.
IZIN_BUKTI: dict[str, tuple[Izin, ...]] = {
    MacamBukti.INDIKATOR: (Izin.NILAI_LIHAT, Izin.INDIKATOR_CATAT),
    MacamBukti.INOVASI: (Izin.NILAI_LIHAT, Izin.INDIKATOR_CATAT, Izin.INOVASI_VERIFIKASI),
    MacamBukti.TIM: (Izin.NILAI_LIHAT, Izin.TIM_KELOLA),
    MacamBukti.UNIT: (Izin.NILAI_LIHAT, Izin.TIM_KELOLA),
    MacamBukti.KEBERATAN: (Izin.KEBERATAN_LIHAT, Izin.KEBERATAN_CATAT),
}


@Policy
def buka(bukti: Bukti, pengguna: Any, *, per: date) -> Iterator[OutOfReach]:
    """Download it: whom it is about, his side of the case, or a role over the unit.

    Anybody else does not learn that it exists. ``bukti`` comes with its person and unit.
    """
    unit = bukti.pegawai.unit if bukti.pegawai is not None else bukti.unit
    kiri = unit.kiri if unit is not None else None
    if any(Jangkauan.milik(pengguna, i, per=per).memuat(kiri) for i in IZIN_BUKTI[bukti.macam]):
        return
    if not _pihak(bukti, pengguna, per):
        yield OutOfReach()


def _pihak(bukti: Bukti, pengguna: Any, per: date) -> bool:
    """Whether the file is about this person himself."""
    if bukti.pegawai is not None and bukti.pegawai.pengguna_id == pengguna.pk:
        return True
    if bukti.macam == MacamBukti.KEBERATAN:
        return _berperkara(bukti, pengguna)
    if bukti.macam not in (MacamBukti.TIM, MacamBukti.UNIT):
        return False
    return _seanggota(bukti, pengguna, per) or _dinilai_dengannya(bukti, pengguna)


def _berperkara(bukti: Bukti, pengguna: Any) -> bool:
    """The employee, his assessor, the one who decides: of the objection the file was put to."""
    perkara = Keberatan.objects.filter(keterangan__bukti=bukti)
    return perkara.filter(
        Q(pegawai__pengguna=pengguna)
        | Q(penilai__pengguna=pengguna)
        | Q(pemutus__pengguna=pengguna)
    ).exists()


def _seanggota(bukti: Bukti, pengguna: Any, per: date) -> bool:
    """A member, present or past, of a team whose target the file proves, or rests on."""
    tim = TimKerja.objects.filter(anggota__pegawai__pengguna=pengguna, anggota__mulai__lte=per)
    return tim.filter(
        Q(target__bukti=bukti) | Q(target__indikator_unit__capaian__bukti=bukti)
    ).exists()


def _dinilai_dengannya(bukti: Bukti, pengguna: Any) -> bool:
    """Judged in the unit (or below it) whose result the file proves: his score rests on it."""
    if bukti.macam != MacamBukti.UNIT or bukti.unit is None:
        return False
    hasil = HasilPenilaian.objects.disampaikan().filter(
        pegawai__pengguna=pengguna,
        unit__kiri__gte=bukti.unit.kiri,
        unit__kiri__lte=bukti.unit.kanan,
    )
    return hasil.exists()

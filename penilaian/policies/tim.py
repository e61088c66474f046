"""Who forms a team, moves its members, and records its targets and results.

One rule runs through all of it: nobody writes down what he is measured by himself. Who belongs to a
team in a period records neither its targets nor its realisation of that period, and nobody sets his
own membership; another person with the right over the team's unit does, be it the head above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.models import Pegawai
from penilaian.models import AnggotaTim, PeranTim, PeriodeKinerja, TargetTim, TimKerja
from penilaian.policies.periode import terbuka
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

_SEHARI = timedelta(days=1)
PENGELOLA = "Tim kerja diatur oleh kepala unit, operator kepegawaian, atau pimpinan di atasnya."


@Policy
def mengelola(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Have the right over some unit."""
    if Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per).kosong:
        yield NotAllowed(PENGELOLA)


@Policy
def bentuk_tim(unit: UnitKerja, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Form a team at home in this unit."""
    if tolak := mengelola.refusals(pengguna, per=per):
        yield from tolak
    elif not Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per).memuat(unit.kiri):
        yield OutOfReach()
    if unit.ditutup is not None and unit.ditutup <= per:
        yield "Unit ini sudah ditutup. Pilih unit yang masih buka."


@Policy
def kelola_tim(tim: TimKerja, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Have the right over the team's unit."""
    if not Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per).memuat(tim.unit.kiri):
        yield NotAllowed(PENGELOLA)


@Policy
def ubah_tim(tim: TimKerja, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Change a team or its members while it works."""
    yield from kelola_tim.refusals(tim, pengguna, per=per)
    if tim.selesai is not None and tim.selesai < per:
        yield f"Tim ini sudah berakhir {tanggal(tim.selesai)}."


@Policy
def geser_masa(dari: date, sampai: date | None) -> Iterator[str]:
    """Days that no closed period holds: its results rest on who was in which team."""
    tertutup = PeriodeKinerja.objects.filter(ditutup_pada__isnull=False, selesai__gte=dari)
    if sampai is not None:
        tertutup = tertutup.filter(mulai__lte=sampai)
    if satu := tertutup.order_by("-selesai").first():
        yield (
            f"{satu.nama} sudah ditutup, jadi keanggotaan sampai {tanggal(satu.selesai)} tidak "
            f"berubah lagi. Pilih tanggal sesudahnya."
        )


@dataclass(frozen=True)
class Masa:
    """From when until when (None: open) somebody is to be a member, and as what."""

    mulai: date
    selesai: date | None
    peran: str


@Policy
def bukan_sendiri(pegawai: Pegawai, pengguna: Any) -> Iterator[Refusal]:
    """Somebody else's membership."""
    if pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Keanggotaan dan porsi Anda sendiri diatur oleh orang lain.")


@Policy
def tambah_anggota(
    tim: TimKerja, pegawai: Pegawai, masa: Masa, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """Take somebody into the team; he may come from any unit."""
    yield from ubah_tim.refusals(tim, pengguna, per=per)
    yield from bukan_sendiri.refusals(pegawai, pengguna)
    yield from _masa(tim, pegawai, masa, None)
    yield from geser_masa.refusals(masa.mulai, masa.selesai)


@Policy
def ubah_anggota(
    anggota: AnggotaTim, masa: Masa, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """Change his role, task or share from a day on; what was before stays as it was."""
    yield from ubah_tim.refusals(anggota.tim, pengguna, per=per)
    yield from bukan_sendiri.refusals(anggota.pegawai, pengguna)
    if anggota.selesai is not None:
        yield "Keanggotaan ini sudah diberi tanggal akhir."
    if masa.mulai < anggota.mulai:
        yield f"Ia anggota sejak {tanggal(anggota.mulai)}; perubahan berlaku paling dini hari itu."
    yield from _masa(anggota.tim, anggota.pegawai, masa, anggota)
    yield from geser_masa.refusals(masa.mulai, masa.selesai)


@Policy
def akhiri_anggota(
    anggota: AnggotaTim, selesai: date, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """End it on a day, the last one that counts."""
    yield from kelola_tim.refusals(anggota.tim, pengguna, per=per)
    yield from bukan_sendiri.refusals(anggota.pegawai, pengguna)
    if anggota.selesai is not None and anggota.selesai <= selesai:
        yield f"Keanggotaan ini sudah berakhir {tanggal(anggota.selesai)}."
    if selesai < anggota.mulai:
        yield f"Ia baru anggota sejak {tanggal(anggota.mulai)}; pilih hari itu atau sesudahnya."
    yield from geser_masa.refusals(_esok(selesai), anggota.selesai)


def _masa(tim: TimKerja, pegawai: Pegawai, masa: Masa, kecuali: AnggotaTim | None) -> Iterator[str]:
    if masa.mulai < tim.mulai:
        yield f"Tim ini baru bekerja sejak {tanggal(tim.mulai)}; isi tanggal itu atau sesudahnya."
    if tim.selesai is not None and masa.mulai > tim.selesai:
        yield f"Tim ini hanya bekerja sampai {tanggal(tim.selesai)}."
    if masa.selesai is not None and masa.selesai < masa.mulai:
        yield "Keanggotaan berakhir sebelum mulai. Periksa kedua tanggalnya."
    lain = AnggotaTim.objects.filter(tim=tim)
    if kecuali is not None:
        lain = lain.exclude(pk=kecuali.pk)
    lain = lain.filter(Q(selesai__isnull=True) | Q(selesai__gte=masa.mulai))
    if masa.selesai is not None:
        lain = lain.filter(mulai__lte=masa.selesai)
    if lain.filter(pegawai=pegawai).exists():
        yield f"{pegawai.nama} sudah menjadi anggota tim ini pada masa itu."
    if masa.peran == PeranTim.KETUA:
        ketua = lain.filter(peran=PeranTim.KETUA).select_related("pegawai").first()
        if ketua is not None:
            yield (
                f"Tim ini sudah diketuai {ketua.pegawai.nama}. Jadikan ia anggota atau akhiri "
                "keanggotaannya lebih dahulu."
            )


def _esok(hari: date) -> date:
    """The day after; of the last day there is, that day itself."""
    return hari if hari == date.max else hari + _SEHARI


@Policy
def bubarkan_tim(
    tim: TimKerja, selesai: date, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """End a team with all its memberships; its results stay."""
    yield from kelola_tim.refusals(tim, pengguna, per=per)
    if tim.selesai is not None and tim.selesai <= selesai:
        yield f"Tim ini sudah berakhir {tanggal(tim.selesai)}."
    if selesai < tim.mulai:
        yield f"Tim ini baru bekerja sejak {tanggal(tim.mulai)}."
    yield from geser_masa.refusals(_esok(selesai), tim.selesai)


@Policy
def catat_target(
    tim: TimKerja,
    periode: PeriodeKinerja,
    pengguna: Any,
    *,
    per: date,
    seanggota: bool | None = None,
) -> Iterator[Refusal | str]:
    """Write down targets and what was reached: by somebody who is not measured by them.

    ``seanggota``: whether he is in the team in the period, where the page knows it already.
    """
    yield from kelola_tim.refusals(tim, pengguna, per=per)
    if _seanggota(tim, periode, pengguna) if seanggota is None else seanggota:
        yield NotYours(
            "Anda anggota tim ini pada periode itu. Target dan realisasinya dicatat oleh pengelola "
            "lain yang bukan anggota, misalnya operator atau pimpinan di atas unit ini."
        )
    if tim.mulai > periode.selesai or (tim.selesai is not None and tim.selesai < periode.mulai):
        yield f"Tim ini tidak bekerja pada {periode.nama}."
    yield from terbuka.refusals(periode)


def _seanggota(tim: TimKerja, periode: PeriodeKinerja, pengguna: Any) -> bool:
    rows = tim.anggota.filter(pegawai__pengguna=pengguna, mulai__lte=periode.selesai)
    return rows.filter(Q(selesai__isnull=True) | Q(selesai__gte=periode.mulai)).exists()


@Policy
def catat_realisasi(target: TargetTim, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """What was reached of one target, unless a unit's indicator says it."""
    yield from catat_target.refusals(target.tim, target.periode, pengguna, per=per)
    if target.indikator_unit is not None:
        yield (
            f"Angkanya diambil dari indikator unit “{target.indikator_unit.nama}”; catat di sana."
        )

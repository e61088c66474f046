"""Who sat, who stood aside and how each name stands, read for acts and pages alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from fractions import Fraction

from mutasi.kernel.kuorum import Anggota, Mode
from mutasi.kernel.sidang import Aturan, Nama, hitung_nama
from mutasi.models import (
    AnggotaTimPenilai,
    KedudukanTim,
    KehadiranSidang,
    SidangTPK,
    SuaraSidang,
)
from organisasi.models import Pengguna


def anggota_kernel(anggota: AnggotaTimPenilai, hadir: bool) -> Anggota:
    """A member as the kernel counts him."""
    ketua = anggota.kedudukan == KedudukanTim.KETUA
    return Anggota(anggota.pk, hadir=hadir, bersuara=anggota.bersuara, ketua=ketua)


def aturan_sidang(sidang: SidangTPK) -> Aturan:
    """The parameters an opened session began with."""
    mode = Mode[sidang.mode.upper()]
    return Aturan(Fraction(sidang.pecahan), mode, sidang.ketua_menentukan)


def kehadiran(sidang: SidangTPK) -> list[KehadiranSidang]:
    """Everybody of the team at this session, in the order of the decree."""
    rows = KehadiranSidang.objects.filter(sidang=sidang)
    return list(rows.select_related("anggota__pengguna", "ditandatangani_oleh").order_by("anggota"))


def kursi_sendiri(sidang: SidangTPK, pengguna: Pengguna) -> KehadiranSidang:
    """The seat of a present member; ask the policy first whether he has one."""
    rows = KehadiranSidang.objects.select_related("anggota")
    return rows.get(sidang=sidang, hadir=True, anggota__pengguna=pengguna)


def suara_butir(butir: Collection[int]) -> dict[int, dict[int, SuaraSidang]]:
    """By item, by member."""
    hasil: dict[int, dict[int, SuaraSidang]] = defaultdict(dict)
    rows = SuaraSidang.objects.filter(agenda__in=butir).select_related("anggota__pengguna")
    for satu in rows:
        hasil[satu.agenda_id][satu.anggota_id] = satu
    return hasil


def nama_butir(
    kursi: Collection[KehadiranSidang], suara: dict[int, SuaraSidang], aturan: Aturan
) -> Nama:
    """What one name comes to by what is recorded."""
    anggota = [anggota_kernel(k.anggota, k.hadir) for k in kursi]
    return hitung_nama(anggota, {pk: s.suara for pk, s in suara.items()}, aturan)

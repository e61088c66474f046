"""What moved on the page of needs: decided, computed, taken up, brought in; and what is coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from organisasi.impor import JENIS
from organisasi.izin import Izin
from organisasi.models import Impor, Jangkauan, Pengguna, StatusImpor
from organisasi.selectors import cacah
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai
from penilaian.models import KeadaanHitung, Kebutuhan, PerhitunganKebutuhan
from penilaian.selectors.kebutuhan import akan_lowong, boleh, horizon_pensiun
from toolkit.pages import BATAS_HITUNG

PILIHAN_HARI = (7, 30, 90)
BAWAAN = 30
_BERKAS = ("pegawai", "kebutuhan", "abk")


@dataclass(frozen=True)
class Berkas:
    """An applied file that these numbers come from; ``rincian``: the user may open it."""

    impor: Impor
    judul: str
    rincian: bool


@dataclass(frozen=True)
class Perubahan:
    """``sejak`` is the last day before; people are None for those who may not see them."""

    hari: int
    sejak: date
    ditetapkan: int
    draf: int
    diperiksa: int
    mulai: int | None
    akan_lowong: int | None
    bulan: int
    berkas: Sequence[Berkas]


def pilihan_hari(teks: str) -> int:
    """The number of days asked for; what is not offered is a month."""
    return int(teks) if teks.isdecimal() and int(teks) in PILIHAN_HARI else BAWAAN


def perubahan(pengguna: Pengguna, *, per: date, hari: int = BAWAAN) -> Perubahan:
    """Within the reach of the user, up to the day."""
    sejak = per - timedelta(days=hari)
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    hitung = jangkauan.saring(PerhitunganKebutuhan.objects.all(), prefix="formasi__unit__")
    baru = Kebutuhan.objects.terpakai().filter(ditetapkan_pada__gte=awal_hari(sejak))
    bulan = horizon_pensiun(per=per)
    orang = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    ditetapkan, draf, diperiksa, mulai, lowong = cacah(
        pengguna,
        [
            jangkauan.saring(baru, prefix="formasi__unit__"),
            hitung.filter(keadaan=KeadaanHitung.DRAF),
            hitung.filter(keadaan=KeadaanHitung.DIPERIKSA),
            orang.filter(tmt_hitung__gt=sejak, tmt_hitung__lte=per),
            akan_lowong(pengguna, per=per, sampai=tambah_bulan(per, bulan)),
        ],
        batas=BATAS_HITUNG,
    )
    lihat_orang = boleh(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return Perubahan(
        hari=hari,
        sejak=sejak,
        ditetapkan=ditetapkan,
        draf=draf,
        diperiksa=diperiksa,
        mulai=mulai if lihat_orang else None,
        akan_lowong=lowong if lihat_orang else None,
        bulan=bulan,
        berkas=_berkas(pengguna, per=per),
    )


def awal_hari(hari: date) -> datetime:
    """Its first moment here: the same bound for a count and for the list behind it."""
    return timezone.make_aware(datetime.combine(hari, time.min))


def _berkas(pengguna: Pengguna, *, per: date) -> list[Berkas]:
    """The last three files of people and needs that were applied."""
    rows = Impor.objects.filter(jenis__in=_BERKAS, status=StatusImpor.DITERAPKAN)
    return [
        Berkas(i, JENIS[i.jenis].label, boleh(pengguna, JENIS[i.jenis].izin, per=per))
        for i in rows.order_by("-diterapkan_pada", "-pk")[:3]
    ]

"""What the printed list of vacancies says: empty seats, posts short of need, seats soon empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import JenisJabatan, Pegawai
from penilaian.selectors.kebutuhan import horizon_pensiun, ketentuan, posisi_untuk


@dataclass(frozen=True)
class AkanLowong:
    """A seat that falls empty by a retirement; ``nama`` empty where names are out of reach."""

    tmt: date
    formasi: Any
    nama: str
    nip: str


@dataclass(frozen=True)
class IsiLowong:
    """Three lists. ``bulan``: how far ahead retirements are looked for."""

    unit: UnitKerja | None
    per: date
    bulan: int
    struktural: list[Any]
    kurang: list[Any]
    akan: list[AkanLowong]
    orang: int

    @property
    def jumlah_kurang(self) -> int:
        """People missing in the posts of the second list."""
        return sum(p.kurang for p in self.kurang)


@dataclass(frozen=True)
class _Rows:
    struktural: Any
    kurang: Any
    akan: Any
    bulan: int


def _rows(pengguna: Pengguna, unit: UnitKerja | None, per: date) -> _Rows:
    """The three lists within reach, below the office if one is given."""
    aturan = ketentuan(per=per)
    bulan = horizon_pensiun(per=per)
    posisi = posisi_untuk(pengguna, per=per, aturan=aturan)
    akan = (
        Pegawai.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
        .tercatat()
        .filter(tmt_pensiun__gte=per, tmt_pensiun__lt=tambah_bulan(per, bulan))
        .filter(formasi__isnull=False)
    )
    if unit is not None:
        di_bawah = Q(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
        posisi, akan = posisi.filter(di_bawah), akan.filter(di_bawah)
    kursi = Q(jabatan__jenis=JenisJabatan.STRUKTURAL, jabatan__eselon_id__in=aturan.eselon_berkursi)
    kosong = Q(isi_pns=0, isi_pppk=0, isi_pppk_pw=0)
    return _Rows(
        struktural=posisi.filter(kursi & kosong, butuh__gt=0),
        kurang=posisi.filter(beda__lt=0).exclude(kursi & kosong),
        akan=akan,
        bulan=bulan,
    )


def ringkas_lowong(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> dict[str, int]:
    """How long the lists would be, without reading them."""
    rows = _rows(pengguna, unit, per)
    kurang = rows.kurang.order_by().aggregate(posisi=Count("pk"), orang=Sum("kurang"))
    return {
        "struktural": rows.struktural.order_by().count(),
        "kurang": kurang["posisi"],
        "orang": kurang["orang"] or 0,
        "akan": rows.akan.order_by().count(),
        "bulan": rows.bulan,
    }


def isi_lowong(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> IsiLowong:
    """Within reach, in the order of the offices; names only with the right to see people."""
    rows = _rows(pengguna, unit, per)
    nama = ("unit__opd", "jabatan")
    struktural = rows.struktural.order_by("jabatan__eselon_id", "unit__kiri", "pk")
    kurang = rows.kurang.order_by("unit__kiri", "jabatan__nama", "pk")
    akan, orang = _akan(rows.akan, Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per))
    return IsiLowong(
        unit=unit,
        per=per,
        bulan=rows.bulan,
        struktural=list(struktural.select_related(*nama)),
        kurang=list(kurang.select_related(*nama)),
        akan=akan,
        orang=orang,
    )


def _akan(rows: Any, terlihat: Jangkauan) -> tuple[list[AkanLowong], int]:
    """The seats, and how many of their holders are named."""
    rows = rows.select_related("formasi__unit__opd", "formasi__jabatan", "unit")
    rows = rows.defer("siasn", "nik_sandi").order_by("tmt_pensiun", "unit__kiri", "nama", "pk")
    hasil, disebut = [], 0
    for o in rows:
        boleh = terlihat.memuat(o.unit.kiri if o.unit else None)
        nama, nip = (o.nama_lengkap, o.nip) if boleh else ("", "")
        hasil.append(AkanLowong(o.tmt_pensiun, o.formasi, nama, nip))
        disebut += boleh
    return hasil, disebut

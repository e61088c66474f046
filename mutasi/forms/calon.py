"""The filters of the search as the address states them. What makes no sense says nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import QueryDict

from mutasi.selectors.calon import TERJAUH, Pencarian, SaringanCalon
from pegawai.models import JenisJabatan, Jenjang, StatusPegawai
from pegawai.selectors.pilihan import Pilihan
from penilaian.kernel.larik import BIT
from penilaian.kernel.putusan import Penyedia
from penilaian.kernel.tingkat import SEBUTAN_PENDIDIKAN
from penilaian.kernel.verdik import Verdik

TERPANJANG = 100
TERBANYAK_BANDING = 5
TERTUA = 70


def baca_saringan(data: QueryDict, *, per: date) -> SaringanCalon:
    """The conditions of the address; the day of the move lies between today and three years on."""
    return SaringanCalon(
        q=_teks(data, "q"),
        opd=_bilangan(data, "opd"),
        kecamatan=_bilangan(data, "kecamatan"),
        status=_satu_dari(data, "status", StatusPegawai.values),
        jenis=_satu_dari(data, "jenis", JenisJabatan.values),
        jenjang=_satu_dari(data, "jenjang", Jenjang.values),
        rumpun=_teks(data, "rumpun"),
        golongan=_teks(data, "golongan"),
        pendidikan=_satu_dari(data, "pendidikan", SEBUTAN_PENDIDIKAN),
        umur_maks=_umur(data),
        lewat=data.get("lewat") == "1",
        kelompok=_kelompok(data),
        aturan=_satu_dari(data, "aturan", BIT),
        penyedia=_satu_dari(data, "penyedia", Penyedia.__members__),
        tmt=_tmt(data, per),
        kosong=data.get("kosong") == "1",
    )


def baca_orang_dibandingkan(data: QueryDict) -> list[int]:
    """Whom to set beside each other, each once, at most five."""
    kunci = [n for n in data.getlist("orang") if n.isascii() and n.isdecimal() and len(n) < 18]
    return list(dict.fromkeys(map(int, kunci)))[:TERBANYAK_BANDING]


def pilihan_saringan(hasil: Pencarian, s: SaringanCalon) -> list[Pilihan]:
    """What the filters offer: the offices, levels and families people hold now."""
    kursi = list(hasil.bacaan.kursi.values())
    opd = {str(k.opd_id): k.opd for k in kursi if k.opd_id}
    kecamatan = {str(k.wilayah_id): k.wilayah for k in kursi if k.wilayah_id}
    rumpun = {k.jabatan.rumpun: k.jabatan.rumpun for k in kursi if k.isi and k.jabatan.rumpun}
    golongan = {o.golongan: o.golongan for o in hasil.bacaan.orang if o.golongan}

    def satu(nama: str, judul: str, opsi: Any, *, lebih: bool = True) -> Pilihan:
        kini = getattr(s, nama)
        return Pilihan(nama, judul, tuple(opsi), "" if kini is None else str(kini), lebih)

    def urut(isi: dict[Any, str]) -> list[tuple[Any, str]]:
        return sorted(isi.items(), key=lambda satu: satu[1])

    return [
        satu("opd", "Perangkat daerah asal", urut(opd), lebih=False),
        satu("status", "Status", StatusPegawai.choices, lebih=False),
        satu("jenis", "Jenis jabatan sekarang", JenisJabatan.choices, lebih=False),
        satu("kecamatan", "Kecamatan asal", urut(kecamatan)),
        satu("rumpun", "Rumpun jabatan sekarang", urut(rumpun)),
        satu("jenjang", "Jenjang sekarang", Jenjang.choices),
        satu("golongan", "Golongan", urut(golongan)),
        satu("pendidikan", "Pendidikan", SEBUTAN_PENDIDIKAN.items()),
    ]


def _kelompok(data: QueryDict) -> Verdik | None:
    nilai = data.get("kelompok", "")
    return Verdik(nilai) if nilai in [v.value for v in Verdik] else None


def _umur(data: QueryDict) -> int | None:
    nilai = _bilangan(data, "umur_maks")
    return nilai if nilai and nilai <= TERTUA else None


def _tmt(data: QueryDict, per: date) -> date | None:
    try:
        hari = date.fromisoformat(data.get("tmt", ""))
    except ValueError:
        return None
    return hari if per <= hari <= per + TERJAUH else None


def _teks(data: QueryDict, nama: str) -> str:
    return data.get(nama, "").replace("\x00", "").strip()[:TERPANJANG]


def _satu_dari(data: QueryDict, nama: str, pilihan: Any) -> str:
    nilai = data.get(nama, "")
    return nilai if nilai and nilai in pilihan else ""


def _bilangan(data: QueryDict, nama: str) -> int | None:
    nilai = data.get(nama, "")
    return int(nilai) if nilai.isascii() and nilai.isdecimal() and len(nilai) < 18 else None

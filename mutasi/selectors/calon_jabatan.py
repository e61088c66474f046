"""Which post to look for people for: the vacant first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from organisasi.izin import Izin
from pegawai.models import JenisJabatan
from penilaian.models import Posisi
from penilaian.selectors.kebutuhan import ketentuan
from toolkit.cari import memuat

_KOSONG = Q(isi_pns=0, isi_pppk=0, isi_pppk_pw=0)
MACAM = {
    "struktural": "Struktural kosong",
    "kurang": "Formasi lain yang kurang",
    "semua": "Semua formasi",
}


@dataclass(frozen=True)
class JabatanDicari:
    """The posts of one tab, and how many each tab has."""

    macam: str
    rows: Any
    jumlah: dict[str, int]

    @property
    def tab(self) -> list[tuple[str, str, int]]:
        """(key, title, how many)."""
        return [(kunci, judul, self.jumlah[kunci]) for kunci, judul in MACAM.items()]


def jabatan_dicari(pengguna: Any, *, per: date, macam: str = "", q: str = "") -> JabatanDicari:
    """Posts within reach; a search without a tab looks among all of them, most wanting first."""
    aturan = ketentuan(per=per)
    semua: Any = (
        Posisi.objects.for_user(pengguna, Izin.CALON_CARI, per=per)
        .with_kebutuhan(eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi)
        .berarti()
        .filter(dihitung_ke__isnull=True)
    )
    semua = semua.filter(memuat(q, "jabatan__nama", "unit__nama"))
    kursi = Q(jabatan__jenis=JenisJabatan.STRUKTURAL, jabatan__eselon_id__in=aturan.eselon_berkursi)
    pilihan = {
        "struktural": semua.filter(kursi, _KOSONG, butuh__gt=0),
        "kurang": semua.exclude(kursi).filter(kurang__gt=0),
        "semua": semua,
    }
    urutan = {
        "struktural": ("jabatan__eselon_id", "unit__kiri", "pk"),
        "kurang": ("-kurang", "unit__kiri", "pk"),
        "semua": (*(("-kurang",) if q else ()), "unit__kiri", "jabatan__nama", "pk"),
    }
    macam = macam if macam in pilihan else ("semua" if q else "struktural")
    rows = pilihan[macam].select_related("unit__opd", "jabatan").order_by(*urutan[macam])
    return JabatanDicari(macam, rows, {kunci: r.order_by().count() for kunci, r in pilihan.items()})

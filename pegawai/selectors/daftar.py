"""Lists of people as pages ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from organisasi.izin import Izin
from organisasi.models import Jangkauan, TampilanTersimpan, UnitKerja
from pegawai.kernel.kata import kata_cari
from pegawai.models import Formasi, Jabatan, Pegawai
from pegawai.models.pegawai import PegawaiQuerySet
from pegawai.selectors.saringan import Hasil, Saringan, cari_orang
from toolkit.cari import memuat

HALAMAN = "pegawai:daftar"
BANYAK_CARI = 20
KATA_TERPENDEK = 2


def daftar(pengguna: Any, s: Saringan, *, per: date, izin: str = Izin.PEGAWAI_LIHAT) -> Hasil:
    """The people within reach who meet every condition, with what a list shows."""
    hasil = cari_orang(s, Jangkauan.milik(pengguna, izin, per=per), per=per)
    return Hasil(lengkapi(hasil.rows), hasil.total)


def lengkapi(rows: PegawaiQuerySet) -> PegawaiQuerySet:
    """What a list shows, without the wide columns that it does not."""
    return rows.with_names().select_related("kedudukan").defer("siasn", "nik_sandi")


@dataclass(frozen=True)
class Jumlah:
    """How many sit in posts, by status, from the stored totals: no person is counted."""

    pns: int
    pppk: int
    pppk_pw: int

    @property
    def semua(self) -> int:
        """All three."""
        return self.pns + self.pppk + self.pppk_pw


def jumlah(pengguna: Any, *, per: date) -> Jumlah:
    """The people in the posts within reach."""
    posts = Formasi.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).order_by()
    isi = posts.aggregate(pns=Sum("isi_pns"), pppk=Sum("isi_pppk"), pw=Sum("isi_pppk_pw"))
    return Jumlah(isi["pns"] or 0, isi["pppk"] or 0, isi["pw"] or 0)


def tampilan(pengguna: Any, halaman: str = HALAMAN) -> list[TampilanTersimpan]:
    """One's own saved views of a page."""
    return list(TampilanTersimpan.objects.filter(pemilik=pengguna, halaman=halaman))


@dataclass(frozen=True)
class Temuan:
    """What a few letters found: the first of each kind."""

    q: str
    orang: list[Pegawai]
    unit: list[UnitKerja]
    jabatan: list[Jabatan]
    terlalu_pendek: bool = False

    @property
    def kosong(self) -> bool:
        """Whether nothing was found."""
        return not (self.orang or self.unit or self.jabatan)


def temukan(pengguna: Any, q: str, *, per: date) -> Temuan:
    """People by words of the name or by NIP, units and posts by name; each within reach."""
    q = q.strip()
    if max((len(k) for k in kata_cari(q)), default=0) < KATA_TERPENDEK:
        return Temuan(q, [], [], [], terlalu_pendek=bool(q))
    orang = daftar(pengguna, Saringan(q=q), per=per).rows[:BANYAK_CARI]
    cocok = memuat(q, "nama")
    unit = UnitKerja.objects.for_user(pengguna, Izin.UNIT_LIHAT, per=per).filter(cocok)
    jabatan = Jabatan.objects.none()
    if not Jangkauan.milik(pengguna, Izin.UNIT_LIHAT, per=per).kosong:
        jabatan = Jabatan.objects.filter(cocok).order_by("nama")
    return Temuan(
        q,
        list(orang),
        list(unit.select_related("opd")[:BANYAK_CARI]),
        list(jabatan[:BANYAK_CARI]),
    )

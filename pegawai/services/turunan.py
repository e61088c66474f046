"""What is derived from assignments: totals of posts, the copies people carry for lists, words.

Every function says how many rows changed and writes only those: a second run changes nothing.
Called inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from organisasi.models import UnitKerja
from organisasi.selectors import semua_ketentuan
from pegawai.kernel import bup as kernel_bup
from pegawai.kernel.kata import kata_cari
from pegawai.kernel.masa import tmt_dihitung, tmt_pensiun
from pegawai.models import (
    Formasi,
    Jabatan,
    JenisJabatan,
    KataCari,
    Pegawai,
    Penugasan,
    StatusPegawai,
)
from pegawai.services.tempat import ada_padanan, tempatkan
from toolkit.massal import perbarui, sisipkan
from toolkit.nilai import kunci_id

PER_TANYA = 1_000
TURUNAN = ("unit", "jabatan", "formasi", "tmt_jabatan", "tmt_hitung", "bup", "tmt_pensiun")
_KOLOM = {
    StatusPegawai.PNS: "pns",
    StatusPegawai.PPPK: "pppk",
    StatusPegawai.PPPK_PW: "pppk_pw",
}
_ISI = tuple(f"{awal}_{kolom}" for awal in ("isi", "efektif") for kolom in _KOLOM.values())
_JENIS_DARI_NAMA = {
    "JABATAN STRUKTURAL": JenisJabatan.STRUKTURAL,
    "JABATAN FUNGSIONAL": JenisJabatan.FUNGSIONAL,
    "JABATAN FUNGSIONAL TERTENTU": JenisJabatan.FUNGSIONAL,
    "JABATAN PELAKSANA": JenisJabatan.PELAKSANA,
    "JABATAN FUNGSIONAL UMUM": JenisJabatan.PELAKSANA,
}


def efektif(per: date) -> Q:
    """Who really works in the post: legal standing says so, here, and not past the BUP."""
    return Q(pegawai__kedudukan__efektif=True, pegawai__instansi_kerja_lain="") & (
        Q(pegawai__tmt_pensiun__isnull=True) | Q(pegawai__tmt_pensiun__gt=per)
    )


def jenis_dari_siasn(siasn: Mapping[str, str]) -> str:
    """The kind of jabatan as the export prints it, or "" (for rows without a jabatan id)."""
    kode = siasn.get("JENIS JABATAN ID", "")
    if kode in JenisJabatan.values:
        return kode
    return _JENIS_DARI_NAMA.get(siasn.get("JENIS JABATAN NAMA", "").upper(), "")


def ketentuan_bup(ketentuan: Mapping[str, Any]) -> kernel_bup.KetentuanBUP:
    """The ages out of the constants in force."""
    return kernel_bup.KetentuanBUP(
        jpt=ketentuan["bup_jpt"],
        struktural_lain=ketentuan["bup_struktural_lain"],
        pelaksana=ketentuan["bup_pelaksana"],
    )


class Pensiun:
    """BUP and TMT pensiun of people by what they hold, for one day's constants."""

    def __init__(self, per: date) -> None:
        self._ketentuan = ketentuan_bup(semua_ketentuan(per=per))
        self._jabatan = {
            pk: (jenis, eselon, bup)
            for pk, jenis, eselon, bup in Jabatan.objects.order_by().values_list(
                "pk", "jenis", "eselon_id", "bup"
            )
        }

    def dari(
        self, jabatan: int | None, jenis: str, lahir: date | None
    ) -> tuple[int | None, date | None]:
        """``jenis`` counts only where the jabatan itself does not say."""
        asal, eselon, acuan = self._jabatan.get(jabatan or 0, ("", "", None))
        umur = kernel_bup.bup(asal or jenis, eselon, acuan, self._ketentuan)
        if umur is None or lahir is None:
            return umur, None
        return umur, tmt_pensiun(lahir, umur)


class _Salinan(NamedTuple):
    pk: int
    unit: int | None
    jabatan: int | None
    formasi: int | None
    tmt_jabatan: date | None
    tmt_hitung: date | None
    bup: int | None
    tmt_pensiun: date | None
    lahir: date | None


def segarkan_orang(pegawai_id: Collection[int] | None, *, per: date) -> int:
    """Copies of the open definitive assignment, BUP and TMT pensiun; returns how many changed."""
    pensiun = Pensiun(per)
    berubah: list[tuple[Any, ...]] = []
    for potong in _potong(pegawai_id):
        orang, terbuka = Pegawai.objects.order_by(), _terbuka()
        if potong is not None:
            orang, terbuka = orang.filter(pk__in=potong), terbuka.filter(pegawai__in=potong)
        jabatan_kini = {
            p: (unit, jabatan, formasi, tmt, tmt_dihitung(tmt, koreksi))
            for p, unit, jabatan, formasi, tmt, koreksi in terbuka.values_list(
                "pegawai", "unit", "jabatan", "formasi", "tmt", "tmt_hitung"
            ).iterator()
        }
        semua = [*map(_Salinan._make, orang.values_list(*_Salinan._fields).iterator())]
        kosong = (None, None, None, None, None)
        jenis = _jenis_tercetak(s.pk for s in semua if jabatan_kini.get(s.pk, kosong)[1] is None)
        for satu in semua:
            kini = jabatan_kini.get(satu.pk, kosong)
            baru = (*kini, *pensiun.dari(kini[1], jenis.get(satu.pk, ""), satu.lahir))
            if baru != satu[1:-1]:
                berubah.append((satu.pk, *baru))
    return perbarui(Pegawai, TURUNAN, berubah)


def _jenis_tercetak(tanpa_jabatan: Iterable[int]) -> dict[int, str]:
    """Rows typed by hand have no jabatan; what the file printed still tells its kind."""
    hasil: dict[int, str] = {}
    for kunci in _potong(list(tanpa_jabatan)):
        orang = Pegawai.objects.order_by().filter(pk__in=kunci or [])
        hasil |= {pk: jenis_dari_siasn(siasn) for pk, siasn in orang.values_list("pk", "siasn")}
    return hasil


@transaction.atomic
def segarkan_isi(formasi_id: Collection[int] | None, *, per: date) -> int:
    """Recount the stored totals of these posts (None: of all); returns how many changed.

    Named posts are held first: whoever leaves one at the same moment has left when we count.
    """
    berubah: list[tuple[int, ...]] = []
    for potong in _potong(formasi_id):
        terbuka = _terbuka().filter(formasi__isnull=False)
        posts = Formasi.objects.order_by()
        if potong is not None:
            terbuka, posts = terbuka.filter(formasi__in=potong), posts.filter(pk__in=potong)
            list(posts.select_for_update(no_key=True).order_by("pk").values_list("pk"))
        hitung = _hitung_isi(terbuka, per)
        for pk, *lama in posts.values_list("pk", *_ISI).iterator():
            baru = [hitung.get(pk, {}).get(nama, 0) for nama in _ISI]
            if baru != lama:
                berubah.append((pk, *baru))
    return perbarui(Formasi, _ISI, berubah)


def _hitung_isi(terbuka: QuerySet[Penugasan], per: date) -> dict[int, dict[str, int]]:
    hitung: dict[int, dict[str, int]] = {}
    for post, status, isi, bekerja in (
        terbuka.values_list("formasi", "pegawai__status")
        .annotate(isi=Count("pk"), bekerja=Count("pk", filter=efektif(per)))
        .iterator()
    ):
        kolom = _KOLOM[StatusPegawai(status)]
        hitung.setdefault(post, {}).update({f"isi_{kolom}": isi, f"efektif_{kolom}": bekerja})
    return hitung


def segarkan_kata(pegawai_id: Collection[int] | None) -> int:
    """Search words of these people (None: of all); returns for how many they changed."""
    berubah: dict[int, tuple[str, list[str]]] = {}
    for potong in _potong(pegawai_id):
        orang, kata = Pegawai.objects.order_by(), KataCari.objects.order_by()
        if potong is not None:
            orang, kata = orang.filter(pk__in=potong), kata.filter(pegawai__in=potong)
        lama: dict[int, set[tuple[str, str]]] = {}
        for pk, satu, nama in kata.values_list("pegawai", "kata", "nama").iterator():
            lama.setdefault(pk, set()).add((satu, nama))
        for pk, nama in orang.values_list("pk", "nama").iterator():
            baru = kata_cari(nama)
            if {(k, nama) for k in baru} != lama.get(pk, set()):
                berubah[pk] = (nama, baru)
    for potong in _potong(list(berubah)):
        KataCari.objects.filter(pegawai__in=potong or []).delete()
    sisipkan(
        KataCari,
        ("pegawai", "kata", "nama"),
        ((pk, k, nama) for pk, (nama, baru) in berubah.items() for k in baru),
    )
    return len(berubah)


def sambungkan(*, per: date) -> list[int]:
    """Give open assignments the unit the tree has got since they were read.

    Returns the people concerned; their copies and the totals are the caller's to refresh.
    """
    lepas = _terbuka().filter(unit__isnull=True).exclude(unor_id="")
    baris = list(lepas.values_list("pk", "pegawai", "unor_id", "jabatan"))
    if not baris:
        return []
    unit = {
        kunci_id(siasn_id): pk
        for siasn_id, pk in UnitKerja.objects.aktif(per).values_list("siasn_id", "pk")
    }
    kena = [(pk, p, unit[kunci_id(u)], j) for pk, p, u, j in baris if kunci_id(u) in unit]
    post = formasi_untuk({(u, j) for _, _, u, j in kena if j is not None})
    perbarui(
        Penugasan,
        ("unit", "formasi"),
        [(pk, u, None if j is None else post[u, j]) for pk, _, u, j in kena],
    )
    return [p for _, p, _, _ in kena]


def formasi_untuk(pasangan: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The post under which a holder of each (unit, jabatan) counts; missing posts are made.

    That is the post itself unless its name was matched (``Formasi.dihitung_ke``).
    """
    if not pasangan:
        return {}
    ada = _formasi_terhitung()
    kurang = sorted(set(pasangan) - ada.keys())
    if not kurang:
        return ada
    baru = Formasi.objects.bulk_create(
        [Formasi(unit_id=unit, jabatan_id=jabatan) for unit, jabatan in kurang], batch_size=2_000
    )
    if not ada_padanan():
        return ada | {(f.unit_id, f.jabatan_id): f.pk for f in baru}
    tempatkan([f.pk for f in baru])
    return _formasi_terhitung()


def _formasi_terhitung() -> dict[tuple[int, int], int]:
    rows = Formasi.objects.order_by().values_list("unit", "jabatan", "pk", "dihitung_ke")
    return {(unit, jabatan): ke or pk for unit, jabatan, pk, ke in rows}


def _terbuka() -> QuerySet[Penugasan]:
    return Penugasan.objects.definitif().terbuka().order_by()


def _potong(kunci: Collection[int] | None) -> Iterator[list[int] | None]:
    """The keys in pieces a query can hold; ``None`` (everything) is one piece of its own."""
    if kunci is None:
        yield None
        return
    antre = iter(kunci)
    while potong := list(islice(antre, PER_TANYA)):
        yield potong

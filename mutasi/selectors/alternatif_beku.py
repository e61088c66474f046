"""Who else could have filled the posts of a file, as the panel will see it: frozen, with scores.

The register is read once for all posts and every post is asked once, however many cases go there.
What is kept is read by others than who froze it: nobody is kept whom a rule about discipline holds
back, since that would tell of it. Rules of ties have the last word when it is read (``terbaca``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from mutasi.models import BekuanUsulan, UsulanMutasi
from mutasi.selectors.calon import Pencarian, seandainya_kosong
from mutasi.selectors.pra_sidang import jam_pelatihan
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import yang_berhubungan
from penilaian.kernel.larik import kolom_calon, periksa_larik
from penilaian.kernel.larik_kolom import KolomCalon
from penilaian.kernel.perkara import Calon, Perkara
from penilaian.kernel.verdik import Verdik, penentu
from penilaian.selectors.kecocokan import kecocokan
from penilaian.selectors.putusan import ATURAN, Pembaca
from penilaian.snapshots import (
    Bacaan,
    KetentuanHari,
    baca_orang,
    baca_posisi,
    baca_sasaran,
    ketentuan_hari,
)
from toolkit.memori import tanpa_penyapu

DIBEKUKAN = 5  # two more than are shown: a reader's own name and his kin's fall out
DITAMPILKAN = 3
_SEMUA = Jangkauan(semua=True, rentang=())
_Tujuan = tuple[int, date]


@dataclass(frozen=True)
class _Register:
    """Everybody in service, read once."""

    bacaan: Bacaan
    kolom: KolomCalon
    aturan: KetentuanHari
    per: date


def alternatif_banyak(usulan: Sequence[UsulanMutasi], *, per: date) -> dict[UUID, dict[str, Any]]:
    """By case what is frozen of it, as plain data; a case without a post here has nothing."""
    menuju: dict[_Tujuan, list[UsulanMutasi]] = defaultdict(list)
    for u in usulan:
        if u.ke_id is not None:
            menuju[u.ke_id, u.tmt].append(u)
    if not menuju:
        return {}
    register = _baca(per)
    ids = {formasi for formasi, _ in menuju}
    posisi = baca_posisi(ids, aturan=register.aturan)
    sasaran = baca_sasaran(ids, per=per, aturan=register.aturan, posisi=posisi)
    disebut = _disebut({u.berkas_id for u in usulan})
    hasil: dict[UUID, dict[str, Any]] = {}
    for (formasi, tmt), isi in menuju.items():
        if formasi not in posisi:
            continue
        perkara = Perkara(
            Calon(), seandainya_kosong(sasaran[formasi]), register.aturan.pasangan, per=per, tmt=tmt
        )
        cari = _cari(posisi[formasi], perkara, register)
        for berkas in {u.berkas_id for u in isi}:
            sini = [u for u in isi if u.berkas_id == berkas]
            hasil |= _satu_jabatan(cari, sini, disebut[berkas], per)
    return hasil


def _baca(per: date) -> _Register:
    aturan = ketentuan_hari(per=per)
    with tanpa_penyapu():
        orang = Pegawai.objects.all().tercatat()
        bacaan = baca_orang(orang, per=per, aturan=aturan, semua=True)
        return _Register(bacaan, kolom_calon([o.calon for o in bacaan.orang]), aturan, per)


def _cari(posisi: Any, perkara: Perkara, r: _Register) -> Pencarian:
    larik = periksa_larik(r.kolom, perkara)
    orang = r.bacaan.orang
    return Pencarian(
        posisi, perkara, r.aturan, r.bacaan, orang, larik, Pembaca(_SEMUA), len(orang)
    )  # fmt: skip


def _disebut(berkas: Collection[UUID]) -> dict[UUID, set[int]]:
    """Whom each file names already."""
    hasil: dict[UUID, set[int]] = defaultdict(set)
    rows = UsulanMutasi.objects.filter(berkas__in=berkas).values_list("berkas", "pegawai")
    for pk, pegawai in rows:
        hasil[pk].add(pegawai)
    return hasil


def _satu_jabatan(
    cari: Pencarian, usulan: Sequence[UsulanMutasi], disebut: Collection[int], per: date
) -> dict[UUID, dict[str, Any]]:
    """The same others for every case that leads there; what differs is how far they are apart."""
    lain = _pilih(cari, disebut)
    nomor = {o.pk: n for n, o in enumerate(cari.orang)}
    diusulkan = {u.pegawai_id for u in usulan} & nomor.keys()
    siapa = [cari.orang[n].pk for n, _ in lain] + sorted(diusulkan)
    perkara = {pk: replace(cari.perkara, calon=cari.orang[nomor[pk]].calon) for pk in siapa}
    cocok = kecocokan(perkara, jam_pelatihan(siapa, per=per), per=per) if siapa else None
    skor = {pk: akun.skor for pk, akun in cocok.akun.items()} if cocok else {}
    orang = [_orang(cari, n, verdik, skor) for n, verdik in lain]
    return {
        u.pk: {
            "per": per, "jumlah": cari.jumlah, "skor": _angka(skor.get(u.pegawai_id)),
            "orang": [{**o, **_beda(o["skor"], skor.get(u.pegawai_id))} for o in orang],
        }
        for u in usulan
    }  # fmt: skip


def _pilih(cari: Pencarian, disebut: Collection[int]) -> list[tuple[int, Verdik]]:
    """The first few in the published neutral order; who meets the rules before who nearly does."""
    hasil: list[tuple[int, Verdik]] = []
    for verdik in (Verdik.MEMENUHI, Verdik.HAMPIR):
        for n in cari.pilih(verdik):
            if len(hasil) == DIBEKUKAN:
                return hasil
            orang = cari.orang[n]
            di_sana = orang.calon.formasi_id == cari.perkara.sasaran.formasi_id
            if not di_sana and orang.pk not in disebut and not _peka(cari, n):
                hasil.append((n, verdik))
    return hasil


def _peka(cari: Pencarian, n: int) -> bool:
    """Whether discipline decides about him."""
    (baris,) = cari.baris([n], Verdik.HAMPIR)
    return any(ATURAN[p.kode].peka for p in penentu(baris.putusan))


def _orang(
    cari: Pencarian, n: int, verdik: Verdik, skor: Mapping[int, Decimal | None]
) -> dict[str, Any]:
    (baris,) = cari.baris([n], verdik)
    return {
        "pegawai": baris.orang.pk, "nama": baris.orang.nama, "nip": baris.orang.nip,
        "verdik": verdik.value, "skor": _angka(skor.get(baris.orang.pk)),
        "aturan": [f"{p.kode} {ATURAN[p.kode].judul}" for p in baris.penentu],
    }  # fmt: skip


def _angka(skor: Decimal | None) -> str | None:
    return None if skor is None else str(skor)


def _beda(satu: str | None, diusulkan: Decimal | None) -> dict[str, Any]:
    """How far above (below: negative) the person proposed he stands."""
    if satu is None or diusulkan is None:
        return {"selisih": None}
    return {"selisih": str(Decimal(satu) - diusulkan)}


@dataclass(frozen=True)
class OrangBeku:
    """One of the others. ``sebab``: what the data say of why he was not proposed."""

    nama: str
    nip: str
    skor: Decimal | None
    selisih: Decimal | None
    sebab: str


@dataclass(frozen=True)
class AlternatifBeku:
    """What the panel sees. ``per``: the day it was frozen on; ``skor``: of the person proposed."""

    per: date
    jumlah: Mapping[str, int]
    skor: Decimal | None
    orang: tuple[OrangBeku, ...]


def terbaca(
    beku: BekuanUsulan | None, isi: Mapping[str, Any], sendiri: int | None
) -> AlternatifBeku | None:
    """For this reader (``sendiri``: the employee behind the account): himself and those he declared
    a tie with are left out, and the order closes up behind them so that it does not tell. None
    where nothing was frozen."""
    ada = isi.get("alternatif")
    if beku is None or not ada:
        return None
    kena: set[int] = set()
    if sendiri is not None and ada["orang"]:
        kena = {sendiri} | yang_berhubungan(sendiri, {o["pegawai"] for o in ada["orang"]})
    orang = [_baris(o) for o in ada["orang"] if o["pegawai"] not in kena]
    return AlternatifBeku(
        date.fromisoformat(ada["per"]), ada["jumlah"], _desimal(ada["skor"]),
        tuple(orang[:DITAMPILKAN]),
    )  # fmt: skip


def _baris(o: Mapping[str, Any]) -> OrangBeku:
    selisih = _desimal(o["selisih"])
    return OrangBeku(o["nama"], o["nip"], _desimal(o["skor"]), selisih, _sebab(o, selisih))


def _sebab(o: Mapping[str, Any], selisih: Decimal | None) -> str:
    if o["aturan"]:
        return f"Belum memenuhi {', '.join(o['aturan'])}."
    if selisih is None:
        return "Memenuhi semua aturan; skornya tidak dapat dibandingkan."
    if selisih < 0:
        return "Memenuhi semua aturan; skornya lebih rendah daripada yang diusulkan."
    return "Memenuhi semua aturan dan skornya tidak lebih rendah; baca alasan pengusul."


def _desimal(tertulis: str | None) -> Decimal | None:
    return None if tertulis is None else Decimal(tertulis)

"""Cases whose day has come or will come, and what the register says about each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.kernel.pelaksanaan import Fakta, Perkara, hari_berlaku, penghalang
from mutasi.models import (
    BarisKeputusan,
    JenisKeputusan,
    Keputusan,
    PesertaPelantikan,
    StatusKeputusan,
    UsulanMutasi,
)
from pegawai.models import JenisJabatan, Pegawai, Penugasan
from pegawai.services.pindah import terhitung

S = StatusUsulan
BELUM = (S.SK_DITETAPKAN, S.DILANTIK)


def perlu_lantik(usulan: UsulanMutasi) -> bool:
    """Whether the case waits for an inauguration before anything else."""
    return usulan.status == S.SK_DITETAPKAN and Gerbang.LANTIK in usulan.gerbang


def jatuh_tempo(*, per: date) -> list[UsulanMutasi]:
    """Every case with a decree whose day has come and which nothing but the day held back."""
    rows = UsulanMutasi.objects.filter(
        status__in=BELUM, tmt__lte=per, dilaksanakan_pada__isnull=True
    )
    semua = [u for u in rows.with_names().order_by("tmt", "pk") if not perlu_lantik(u)]
    hari = hari_dilantik(u.pk for u in semua)
    return [u for u in semua if hari_berlaku(u.tmt, hari.get(u.pk)) <= per]


def hari_dilantik(usulan: Iterable[UUID]) -> dict[UUID, date]:
    """The day on which each was sworn in; who was not is absent."""
    rows = PesertaPelantikan.objects.filter(usulan__in=list(usulan), hadir=True)
    hari = rows.order_by().values("usulan").annotate(hari=Max("pelantikan__tanggal"))
    return {satu["usulan"]: satu["hari"] for satu in hari}


def sk_berlaku(usulan: Iterable[UUID]) -> dict[UUID, Keputusan]:
    """The decree in force that moves each case: the newest, neither revocation nor ralat."""
    rows = (
        BarisKeputusan.objects.filter(
            usulan__in=list(usulan),
            keputusan__status=StatusKeputusan.DITETAPKAN,
            keputusan__jenis=JenisKeputusan.MUTASI,
        )
        .select_related("keputusan")
        .order_by("keputusan__ditetapkan_pada", "pk")
    )
    return {satu.usulan_id: satu.keputusan for satu in rows}


def perkara(usulan: UsulanMutasi, dilantik: date | None) -> Perkara:
    """As the kernel sees it."""
    return Perkara(
        usulan=usulan.pk, pegawai=usulan.pegawai_id, jenis=usulan.jenis,
        hari=hari_berlaku(usulan.tmt, dilantik),
        dari=terhitung(usulan.dari) if usulan.dari else None,
        ke=terhitung(usulan.ke) if usulan.ke else None,
    )  # fmt: skip


@dataclass(frozen=True)
class Keadaan:
    """A case with its decree, its day, and why it cannot be carried out (empty: it can)."""

    usulan: UsulanMutasi
    fakta: Fakta
    keputusan: Keputusan | None

    @property
    def hari(self) -> date:
        """The first day in the new post."""
        return self.fakta.perkara.hari

    @property
    def halangan(self) -> str:
        """One sentence."""
        return penghalang(self.fakta)


def keadaan(
    usulan: Sequence[UsulanMutasi], *, serentak: Collection[int] = ()
) -> dict[UUID, Keadaan]:
    """The facts of today about these cases. ``serentak``: people who leave with the same group."""
    kunci = [u.pk for u in usulan]
    hari, sk = hari_dilantik(kunci), sk_berlaku(kunci)
    semua = {u.pk: perkara(u, hari.get(u.pk)) for u in usulan}
    kini = _jabatan_kini(u.pegawai_id for u in usulan)
    penghuni = _penghuni(
        {terhitung(u.ke) for u in usulan if u.ke and u.ke.jabatan.jenis == JenisJabatan.STRUKTURAL}
    )
    orang = Pegawai.objects.defer("siasn", "nik_sandi").in_bulk([u.pegawai_id for u in usulan])
    hasil = {}
    for u in usulan:
        p, d = semua[u.pk], kini.get(u.pegawai_id)
        lain = penghuni.get(p.ke or 0, set()) - {u.pegawai_id} - set(serentak)
        fakta = Fakta(
            perkara=p, berhenti=orang[u.pegawai_id].berhenti,
            sebab_berhenti=orang[u.pegawai_id].alasan_berhenti,
            kontrak_sampai=orang[u.pegawai_id].akhir_kontrak,
            kini=d.formasi_id if d else None, nama_kini=str(d) if d else "",
            mulai_kini=d.mulai if d else None,
            unit_tutup=u.ke.unit.ditutup if u.ke else None,
            jabatan_aktif=u.ke.jabatan.aktif if u.ke else True,
            penghuni=len(lain), sk=u.pk in sk,
        )  # fmt: skip
        hasil[u.pk] = Keadaan(u, fakta, sk.get(u.pk))
    return hasil


def satu_keadaan(usulan: UsulanMutasi, *, lengkap: bool) -> Keadaan:
    """Of one case; without ``lengkap`` only its day and its decree."""
    if lengkap:
        return keadaan([usulan])[usulan.pk]
    hari = hari_dilantik([usulan.pk]).get(usulan.pk)
    return Keadaan(usulan, Fakta(perkara(usulan, hari)), sk_berlaku([usulan.pk]).get(usulan.pk))


def _jabatan_kini(orang: Iterable[int]) -> dict[int, Penugasan]:
    rows = Penugasan.objects.definitif().terbuka().filter(pegawai__in=set(orang))
    return {p.pegawai_id: p for p in rows.select_related("unit", "jabatan")}


def _penghuni(kursi: Collection[int]) -> dict[int, set[int]]:
    hasil: dict[int, set[int]] = defaultdict(set)
    rows = Penugasan.objects.definitif().terbuka().filter(formasi__in=kursi).order_by()
    for post, orang in rows.values_list("formasi", "pegawai"):
        hasil[post].add(orang)
    return hasil


def beri_keadaan(usulan: Iterable[Any]) -> None:
    """Put ``keadaan`` on the cases of one page."""
    rows = list(usulan)
    # Whoever leaves in the same list frees his seat on his own turn.
    hasil = keadaan(rows, serentak={u.pegawai_id for u in rows if not perlu_lantik(u)})
    for satu in rows:
        satu.keadaan = hasil[satu.pk]

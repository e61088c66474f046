"""What follows from deciding a case: which decree, which seat falls empty, who waits for it (H22).

Only cases that have come as far as the TPK are looked at: who decides may see those, and nothing of
what is still secret.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from mutasi.alur import JAUH, StatusUsulan
from mutasi.kernel.jenis import DI_TEMPAT, SAMPINGAN, JenisMutasi, Tahap
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.models import Penandatangan, UsulanMutasi
from mutasi.selectors.lembar import terhitung
from mutasi.selectors.serombongan import baca_posisi_terhitung
from mutasi.snapshots.sekitar import BELUM_BERLAKU
from penilaian.snapshots import KetentuanHari, ketentuan_hari

S = StatusUsulan
_BER_SK = (S.SK_DITETAPKAN, S.DILANTIK)  # given by a decree, not yet carried out
_TETAP = (*SAMPINGAN, *DI_TEMPAT)  # these empty and fill no seat


@dataclass
class _Kursi:
    """A post as far as the running cases touch it. ``sisa``: seats that are free today."""

    sisa: int = 0
    pergi: list[UsulanMutasi] = field(default_factory=list)
    datang: list[UsulanMutasi] = field(default_factory=list)

    def cukup(self) -> bool:
        """Whether everybody who comes finds a seat."""
        return len(self.datang) <= self.sisa + len(self.pergi)

    def hanya(self, ikut: Callable[[UsulanMutasi], bool]) -> _Kursi:
        """As if only these cases moved anybody."""
        return replace(
            self, datang=list(filter(ikut, self.datang)), pergi=list(filter(ikut, self.pergi))
        )


@dataclass(frozen=True)
class Akibat:
    """What follows if the case goes on, and who is left without a seat if it does not.

    ``pengganti``: who comes to the seat left behind; empty and ``kosong``: nobody. ``penuh``: the
    target is not free, whoever sits there does not move (any more).
    """

    sk: str
    kosong: bool
    pengganti: tuple[UsulanMutasi, ...]
    menunggu: tuple[UsulanMutasi, ...]
    penuh: bool


def akibat(
    usulan: Sequence[UsulanMutasi], *, per: date, k: KetentuanJalan,
    bersama: Collection[UUID] = (),
) -> dict[UUID, Akibat]:  # fmt: skip
    """By case, in a number of queries that does not depend on how many there are.

    ``bersama``: those that would stay together if they are refused in one breath.
    """
    kursi = _kursi(usulan, per)
    penerbit = _penerbit(per, k.antar_penerbit_sk)
    hasil = {}
    for u in usulan:
        asal, tujuan = _asal(u), _tujuan(u)
        lama = kursi[asal] if asal is not None else _Kursi()
        hasil[u.pk] = Akibat(
            sk=penerbit(u),
            kosong=asal is not None and not lama.datang,
            pengganti=tuple(satu for satu in lama.datang if satu.pk != u.pk),
            menunggu=tuple(_menunggu(u, lama, bersama)) if asal is not None else (),
            penuh=tujuan is not None and not kursi[tujuan].cukup(),
        )
    return hasil


def menunggu_kursi(
    usulan: Sequence[UsulanMutasi], *, per: date, bersama: Collection[UUID] = ()
) -> dict[UUID, list[UsulanMutasi]]:
    """Which other running cases find no seat if this one, and those decided with it (``bersama``),
    neither leave their own nor take another."""
    kursi = _kursi(usulan, per)
    return {
        u.pk: _menunggu(u, kursi[asal], bersama) for u in usulan if (asal := _asal(u)) is not None
    }  # fmt: skip


def kehilangan_kursi(usulan: UsulanMutasi, *, per: date) -> list[UsulanMutasi]:
    """After this case ended: which running ones go to the seat it would have left and find none."""
    asal = _asal(usulan)
    if asal is None:
        return []
    kursi = _kursi([usulan], per)[asal]
    return [] if kursi.cukup() else [u for u in kursi.datang if u.pk != usulan.pk]


def sudah_diberikan(
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari | None = None
) -> dict[UUID, UsulanMutasi]:
    """Whose target a decree of another file has given away already, and the case it gave it to.

    Until its day the register still shows that seat free; the rules of a file see its own lines.
    One query where nobody has, which is nearly always.
    """
    ikut, berkas = {u.pk for u in usulan}, {u.berkas_id for u in usulan}
    ke = {pk for u in usulan if (pk := _tujuan(u)) is not None}
    if not ke or not _berjalan(ke).filter(status__in=_BER_SK).exclude(berkas__in=berkas).exists():
        return {}
    kursi, hasil = _kursi(usulan, per, aturan), {}
    for u in usulan:
        if (tujuan := _tujuan(u)) is None:
            continue
        pasti = kursi[tujuan].hanya(lambda s: s.pk in ikut or s.status in _BER_SK)
        lain = [s for s in pasti.datang if s.berkas_id not in berkas]
        if lain and not pasti.cukup():
            hasil[u.pk] = lain[0]
    return hasil


def _menunggu(u: UsulanMutasi, lama: _Kursi, bersama: Collection[UUID]) -> list[UsulanMutasi]:
    tinggal = {u.pk, *bersama}
    sisa = lama.hanya(lambda satu: satu.pk not in tinggal)
    return [] if sisa.cukup() else sisa.datang


def _asal(u: UsulanMutasi) -> int | None:
    """The post it leaves; None where none falls free by it."""
    if u.jenis in _TETAP or terhitung(u.dari) == terhitung(u.ke):
        return None
    return terhitung(u.dari)


def _tujuan(u: UsulanMutasi) -> int | None:
    if u.jenis in _TETAP or terhitung(u.dari) == terhitung(u.ke):
        return None
    return terhitung(u.ke)


def _kursi(
    usulan: Iterable[UsulanMutasi], per: date, aturan: KetentuanHari | None = None
) -> dict[int, _Kursi]:
    """The seats these cases leave and go to, with everybody who leaves and comes there."""
    ids = {pk for u in usulan for pk in (_asal(u), _tujuan(u)) if pk is not None}
    kursi: dict[int, _Kursi] = defaultdict(_Kursi)
    if not ids:
        return kursi
    for pk, posisi in baca_posisi_terhitung(ids, aturan or ketentuan_hari(per=per)).items():
        kursi[pk].sisa = max(0, posisi.butuh - posisi.isi) if posisi.butuh is not None else 0
    for satu in _berjalan(ids):
        asal, tujuan = _asal(satu), _tujuan(satu)
        if asal in ids:
            kursi[asal].pergi.append(satu)
        if tujuan in ids:
            kursi[tujuan].datang.append(satu)
    return kursi


def _berjalan(ids: set[int]) -> Any:
    menyentuh = Q()
    for ujung in ("dari", "ke"):
        menyentuh |= Q(**{f"{ujung}__in": ids}) | Q(**{f"{ujung}__dihitung_ke__in": ids})
    return (
        UsulanMutasi.objects.filter(menyentuh, status__in=BELUM_BERLAKU)
        .filter(terjauh__gte=JAUH[S.SIDANG_TPK])
        .exclude(tahap=Tahap.RAHASIA)
        .select_related("pegawai", "dari", "ke")
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("berkas", "urutan", "pk")
    )


def _penerbit(per: date, menurut_rute: Mapping[str, str]) -> Any:
    """Who signs the decree of a case: by route, or by the list of signers (H13)."""
    daftar = list(Penandatangan.objects.berlaku(per))

    def sebut(u: UsulanMutasi) -> str:
        if u.rute:
            luar = f"SK mutasi {menurut_rute.get(u.rute, 'pejabat yang berwenang')}"
            if u.jenis == JenisMutasi.ANTAR_KELUAR:
                return luar
            return f"{luar}, lalu SK pengangkatan"
        cocok = [p for p in daftar if not p.jenjang or u.jenjang in p.jenjang]
        # Who may sign only this level was given it on purpose.
        cocok.sort(key=lambda p: (not p.jenjang, -p.mulai.toordinal()))
        return f"SK {cocok[0].sebutan}" if cocok else "SK PPK"

    return sebut

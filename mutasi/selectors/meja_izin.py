"""Which consent from outside a case needs before its decree, and which of it is there (H12, H18).

The window is asked with the planned TMT, for nobody knows the day of the decree yet; the decree
itself asks again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mutasi.kernel.jendela import di_jendela, dibatasi, kalimat_jendela
from mutasi.kernel.jenis import SAMPINGAN
from mutasi.models import DokumenMasuk, JenisDokumenMasuk, UsulanMutasi
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from pegawai.models import Pegawai
from penilaian.kernel.perkara import Gerbang, Jabatan
from penilaian.snapshots import Kursi, baca_kursi, baca_orang, ketentuan_hari

_DASAR_H12 = "UU 10/2016 Pasal 71 ayat (2) dan Pasal 162 ayat (3)"


@dataclass(frozen=True)
class IzinDiminta:
    """One consent a case waits for. ``surat``: the paper that gives it; None: it has not come."""

    kode: str
    jenis: JenisDokumenMasuk
    dokumen: str
    penerbit: str
    sebelum: str
    dasar: str
    sebab: str = ""
    surat: DokumenMasuk | None = None

    @property
    def kunci(self) -> str:
        """What names it in a form: the same for every case it is asked of."""
        return f"{self.kode}|{self.penerbit}|{self.dokumen}"


def izin_diminta(
    usulan: Sequence[UsulanMutasi], *, per: date
) -> dict[UUID, tuple[IzinDiminta, ...]]:
    """By case, in a number of queries that does not depend on how many there are."""
    perlu = [u for u in usulan if u.jenis not in SAMPINGAN]
    kursi, _ = baca_kursi(
        {pk for u in perlu for pk in (u.dari_id, u.ke_id) if pk}, aturan=ketentuan_hari(per=per)
    )
    jendela = _dalam_jendela(perlu, kursi, per)
    surat = surat_usulan([u.pk for u in perlu])
    hasil: dict[UUID, tuple[IzinDiminta, ...]] = {}
    for u in perlu:
        diminta = [*jendela.get(u.pk, ()), *_gerbang(u, kursi)]
        hasil[u.pk] = tuple(
            replace(satu, surat=_surat(satu, surat[u.pk], per)) for satu in dict.fromkeys(diminta)
        )
    return hasil


def kurang_izin(diminta: Iterable[IzinDiminta]) -> list[IzinDiminta]:
    """Those that have not come."""
    return [satu for satu in diminta if satu.surat is None]


def surat_usulan(usulan: Collection[UUID]) -> dict[UUID, list[DokumenMasuk]]:
    """The papers of each case that were not replaced, the newest first."""
    hasil: dict[UUID, list[DokumenMasuk]] = defaultdict(list)
    rows = DokumenMasuk.objects.filter(usulan__in=usulan, diganti_pada__isnull=True)
    for satu in rows:
        hasil[satu.usulan_id].append(satu)
    return hasil


def _dalam_jendela(
    usulan: Sequence[UsulanMutasi], kursi: dict[int, Kursi], per: date
) -> dict[UUID, list[IzinDiminta]]:
    k = tetapan_jalan(per=per)
    kena = {u: jendela for u in usulan if (jendela := di_jendela(u.tmt, k)) is not None}
    if not kena:
        return {}
    rows = Pegawai.objects.filter(pk__in={u.pegawai_id for u in kena})
    orang = baca_orang(rows, per=per, aturan=ketentuan_hari(per=per)).orang
    memimpin = {o.pk: o.calon.memimpin_satuan for o in orang}
    return {
        u.pk: [
            IzinDiminta(
                "H12", JenisDokumenMasuk.IZIN_MENDAGRI, "Persetujuan tertulis", "Mendagri", "sk",
                _DASAR_H12, sebab=f"TMT di dalam jendela {kalimat_jendela(jendela)}",
            )
        ]
        for u, jendela in kena.items()
        if dibatasi(
            _jabatan(u.dari_id, kursi), memimpin.get(u.pegawai_id), _jabatan(u.ke_id, kursi), False
        )
    }  # fmt: skip


def _jabatan(formasi: int | None, kursi: dict[int, Kursi]) -> Jabatan:
    return kursi[formasi].jabatan if formasi in kursi else Jabatan()


def _gerbang(u: UsulanMutasi, kursi: dict[int, Kursi]) -> list[IzinDiminta]:
    diminta: dict[Gerbang, str] = {}
    for formasi, letak in ((u.dari_id, "jabatan lama"), (u.ke_id, "jabatan tujuan")):
        if formasi in kursi:
            for gerbang in kursi[formasi].gerbang:
                diminta.setdefault(gerbang, letak)
    return [
        IzinDiminta(
            "H18", JenisDokumenMasuk.GERBANG, g.dokumen, g.instansi, g.sebelum, g.dasar,
            sebab=f"{letak.capitalize()} termasuk jabatan khusus",
        )
        for g, letak in diminta.items()
    ]  # fmt: skip


def _surat(diminta: IzinDiminta, ada: Iterable[DokumenMasuk], per: date) -> DokumenMasuk | None:
    """The newest paper that gives it: of its issuer, with its file, not refusing, still in force.

    ``catatan`` names the document a gate asked for; empty: a paper that came before it was asked.
    """
    for satu in ada:
        cocok = satu.jenis == diminta.jenis and (
            diminta.jenis != JenisDokumenMasuk.GERBANG
            or (
                satu.penerbit.strip().casefold() == diminta.penerbit.strip().casefold()
                and satu.catatan in ("", diminta.dokumen)
            )
        )
        lewat = satu.berlaku_sampai is not None and satu.berlaku_sampai < per
        if cocok and satu.berkas and not satu.ditolak and not lewat:
            return satu
    return None

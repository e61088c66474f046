"""Posts with their exact need and load, for what the database cannot add: EJ, growth, "what if".

Two queries whatever the number of posts; figures as whole numbers over a denominator.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, F, When

from organisasi.models import Pengguna
from pegawai.models import JenisJabatan
from penilaian.kernel.efektivitas_massal import Orang, jumlahkan_orang
from penilaian.kernel.hitungan import pecahan
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import BarisPosisi, Ketentuan, posisi_untuk

KOLOM = (
    "pk", "unit_id", "unit__nama", "unit__jenis", "unit__opd_id", "unit__opd__nama",
    "jabatan_id", "jabatan__nama", "jabatan__jenis", "jabatan__rumpun", "sumber", "butuh", "isi",
    "efektif", "isi_pppk_pw", "efektif_pppk_pw",
)  # fmt: skip


class PosisiTepat(NamedTuple):
    """One post: columns of the list, then its need before any rounding.

    ``tepat`` is in people; ``menit`` the whole load of a year, where every part of the need that
    counts was computed from task rows; ``kursi``: one seat of the structure, whatever its load.
    """

    pk: int
    unit_id: int
    unit: str
    jenis_unit: str
    opd_id: int | None
    opd: str | None
    jabatan_id: int
    jabatan: str
    jenis: str
    rumpun: str
    sumber: str | None
    butuh: int | None
    isi: int
    efektif: int
    isi_pw: int
    efektif_pw: int
    tepat: Orang | None
    menit: Orang | None
    kursi: bool

    @property
    def ej(self) -> Orang | None:
        """EJ by the JKE the load was decided with; None without measured load or holder."""
        if self.menit is None or self.tepat is None or not self.isi:
            return None
        return self.tepat.per(self.isi)


def posisi_tepat(
    pengguna: Pengguna, *, per: date, aturan: Ketentuan, saring: Any = None
) -> list[PosisiTepat]:
    """Every post with a need or a holder within reach; ``saring`` narrows the query."""
    rows: BarisPosisi = posisi_untuk(pengguna, per=per, aturan=aturan).order_by()
    if saring is not None:
        rows = saring(rows)
    isi = list(rows.values_list(*KOLOM, "jabatan__eselon_id"))
    tepat = _tepat(isi)
    hasil = []
    for *kolom, eselon in isi:
        orang, menit = tepat.get(kolom[0], (None, None))
        kursi = kolom[8] == JenisJabatan.STRUKTURAL and eselon in aturan.eselon_berkursi
        if orang is None and kolom[11] is not None:
            orang = Orang(kolom[11], 1)
        hasil.append(PosisiTepat._make((*kolom, orang, menit, kursi)))
    return hasil


def _tepat(isi: list[Any]) -> dict[int, tuple[Orang, Orang | None]]:
    """Post to its exact need by the source that counts, and to its minutes if all are measured."""
    dipakai = {(row[0], row[10]) for row in isi}
    tertulis = Case(When(perhitungan__jke_menit__isnull=True, then=F("mentah")))
    kumpul: dict[int, list[tuple[Orang, Orang | None]]] = defaultdict(list)
    rows = Kebutuhan.objects.order_by().values_list(
        "formasi", "sumber", "perhitungan__menit", "perhitungan__jke_menit", tertulis
    )
    # A subset in the database would cost more than it spares: one flat walk over the needs.
    for post, sumber, menit, jke, mentah in _hanya(rows, isi):
        if (post, sumber) not in dipakai:
            continue
        if jke is None:
            kumpul[post].append((Orang.dari(pecahan(mentah)), None))
        else:
            beban = Orang.dari_menit(menit, 1) if sumber == SumberKebutuhan.ABK.value else None
            kumpul[post].append((Orang.dari_menit(menit, jke), beban))
    return {post: _satu(bagian) for post, bagian in kumpul.items()}


def _hanya(rows: Any, isi: list[Any]) -> Iterable[Any]:
    """Few posts are asked for by key; many are read with all others."""
    sedikit = [row[0] for row in isi]
    return rows.filter(formasi__in=sedikit) if len(sedikit) <= 500 else rows.iterator()


def _satu(bagian: list[tuple[Orang, Orang | None]]) -> tuple[Orang, Orang | None]:
    if len(bagian) == 1:
        return bagian[0]
    menit = [m for _, m in bagian if m is not None]
    lengkap = len(menit) == len(bagian)
    return jumlahkan_orang([o for o, _ in bagian]), jumlahkan_orang(menit) if lengkap else None

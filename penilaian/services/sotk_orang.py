"""Who moves when a structure is put into force, and who stays on the list of those without a place.

What became of everybody is kept with the plan: afterwards the old tree is gone and could not be
thought through again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from pegawai.models import Penugasan
from pegawai.services.pindah_struktur import Pindah, definitif
from penilaian.kernel.sotk import Nasib, Pemangku, Tujuan
from penilaian.models import PenempatanSotk
from penilaian.selectors.sotk_akibat import HasilSotk

_ALASAN = 500


def penugasan_sotk(unit: Collection[int], *, hari: date) -> list[Penugasan]:
    """Open definitive assignments in these offices, and others that reach the day; held."""
    rows = Penugasan.objects.belum_berakhir(hari).filter(unit__in=list(unit))
    rows = rows.select_for_update(of=("self",)).select_related("pegawai", "unit", "jabatan")
    # What the last file printed of each person is long, and nobody asks for it here.
    rows = rows.defer("pegawai__siasn", "pegawai__nik_sandi", "jabatan__gerbang")
    return [p for p in rows.order_by("pk") if not definitif(p) or p.selesai is None]


class Perpindahan:
    """The fates of a plan, read for assignments."""

    def __init__(self, hasil: HasilSotk) -> None:
        self.hasil, self.akibat = hasil, hasil.akibat
        self.pos = hasil.akibat.pos_pk
        self.tutup = {u.pk for u in hasil.akibat.draf.unit} - set(hasil.akibat.draf.pewaris)

    def nasib(self, p: Penugasan) -> Tujuan:
        """The one fate of an assignment; one beside the definitive post follows its post."""
        orang = p.pegawai_id if definitif(p) else 0
        return self.akibat.nasib(Pemangku(orang, p.unit_id or 0, p.formasi_id))

    def susun(
        self, semua: Sequence[Penugasan], letak: Mapping[int, int], kursi: Mapping[int, int]
    ) -> list[Pindah]:
        """Those that end or go on elsewhere; everybody else keeps the very row he has."""
        pindah = [self._satu(p, self.nasib(p), letak, kursi) for p in semua]
        return [p for p in pindah if p is not None]

    def _satu(
        self, p: Penugasan, tujuan: Tujuan, letak: Mapping[int, int], kursi: Mapping[int, int]
    ) -> Pindah | None:
        if tujuan.kotak is None:
            return None if self._tetap_tercatat(p) else Pindah(p, None)
        unit = letak[tujuan.kotak]
        jabatan = p.jabatan_id
        if tujuan.jabatan is not None:
            jabatan = tujuan.jabatan
        elif self._pimpinan(p):
            jabatan = kursi.get(unit, jabatan)
        if (unit, jabatan) == (p.unit_id, p.jabatan_id):
            return None
        menerus = tujuan.nasib is Nasib.PENGUKUHAN
        return Pindah(p, unit, jabatan, jabatan_baru=jabatan != p.jabatan_id, menerus=menerus)

    def _tetap_tercatat(self, p: Penugasan) -> bool:
        """Nobody loses his definitive post without a decree; acting in a seat that is gone ends."""
        return definitif(p) or not (p.unit_id in self.tutup or self._pimpinan(p))

    def _pimpinan(self, p: Penugasan) -> bool:
        pos = self.pos.get(p.formasi_id or 0)
        return pos is not None and pos.struktural


def bekukan(hasil: HasilSotk, semua: Sequence[Penugasan], pindah: Perpindahan) -> None:
    """Keep what becomes of everybody whose post changes or who has no place, with the reason."""
    ada = set(hasil.akibat.orang)
    baru = []
    for p in filter(definitif, semua):
        pos = p.formasi_id or 0
        if pos not in hasil.akibat.pos or (pos, p.pegawai_id) in ada:
            continue
        tujuan = pindah.nasib(p)
        if tujuan.nasib is Nasib.PENGUKUHAN and _tetap(hasil, p, tujuan):
            continue
        baru.append(
            PenempatanSotk(
                rencana=hasil.rencana, dari_id=pos, pegawai_id=p.pegawai_id,
                kotak_id=tujuan.kotak, jabatan_id=tujuan.jabatan, nasib=tujuan.nasib.value,
                alasan=tujuan.alasan[:_ALASAN],
            )
        )  # fmt: skip
    PenempatanSotk.objects.bulk_create(baru, batch_size=1_000)


def _tetap(hasil: HasilSotk, p: Penugasan, tujuan: Tujuan) -> bool:
    """Whether nothing about the office changes for this person."""
    kotak = hasil.akibat.draf.kotak_pk[tujuan.kotak or 0]
    lama = hasil.akibat.draf.unit_pk[p.unit_id or 0]
    return kotak.asal == p.unit_id and kotak.nama == lama.nama and not tujuan.tangan

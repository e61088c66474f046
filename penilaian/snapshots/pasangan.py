"""Many pairs of a person and a post at once: the lines of a draft, the people of one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from penilaian.kernel.perkara import DasarDemosi, Dispensasi, Perkara
from penilaian.snapshots.ketentuan import KetentuanHari, ketentuan_hari
from penilaian.snapshots.tempat import Tempat, baca_tempat


@dataclass(frozen=True)
class Pasangan:
    """One person to one post on one day. ``akan_kosong``: further days on which a seat there falls
    free (a holder whom the same draft moves away)."""

    pegawai: int
    formasi: int
    tmt: date
    dispensasi: Dispensasi | None = None
    dasar_demosi: DasarDemosi | None = None
    permintaan_sendiri: bool = False
    akan_kosong: tuple[date, ...] = ()


def perkara_pasangan(
    pasangan: Sequence[Pasangan], *, per: date, aturan: KetentuanHari | None = None,
    tempat: Tempat | None = None,
) -> list[Perkara | None]:  # fmt: skip
    """One case per pair, in their order; None where the person or the post does not exist.
    ``tempat``: people and posts, where they were read already.

    The number of queries does not depend on the number of pairs. Who may see which pair is the
    caller's to ask.
    """
    aturan = aturan or ketentuan_hari(per=per)
    if tempat is None:
        orang, formasi = {p.pegawai for p in pasangan}, {p.formasi for p in pasangan}
        tempat = baca_tempat(orang, formasi, per=per, aturan=aturan)
    hasil: list[Perkara | None] = []
    for p in pasangan:
        tujuan = tempat.sasaran.get(p.formasi)
        if p.pegawai not in tempat.calon or tujuan is None:
            hasil.append(None)
            continue
        if p.akan_kosong:
            tujuan = replace(tujuan, akan_kosong=(*tujuan.akan_kosong, *p.akan_kosong))
        hasil.append(
            Perkara(
                calon=tempat.calon[p.pegawai],
                sasaran=tujuan,
                ketentuan=aturan.pasangan,
                per=per,
                tmt=p.tmt,
                dispensasi=p.dispensasi,
                dasar_demosi=p.dasar_demosi,
                permintaan_sendiri=p.permintaan_sendiri,
            )
        )
    return hasil

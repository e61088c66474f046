"""The need of a puskesmas by its staff table, given to its posts as drafts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower

from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan
from penilaian.kernel.hitungan import Metode, Pembulatan
from penilaian.kernel.puskesmas import HitunganPuskesmas
from penilaian.kernel.tenaga import SEBUTAN, kenali
from penilaian.models import CaraBulat, Faskes, PerhitunganKebutuhan
from penilaian.policies import faskes as policies
from penilaian.selectors.faskes import faskes_dari, kebutuhan_faskes, versi_faskes
from penilaian.selectors.faskes_pos import pos_faskes
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.draf_hitung import BarisRincian, IsiDraf, susun_draf
from penilaian.services.formasi import formasi_di


@dataclass(frozen=True)
class Bagian:
    """So many people of one kind of staff for one post."""

    tenaga: str
    orang: int


@transaction.atomic
def hitung_puskesmas(
    unit_id: int,
    *,
    bagi: Mapping[int, Bagian],
    baru: Mapping[int, Bagian] | None = None,
    per: date,
    oleh: Pengguna,
) -> list[PerhitunganKebutuhan]:
    """A draft for every post of ``bagi`` (by key) and for new posts of jabatan ``baru``.

    Each kind of staff is given away whole: its shares are its need, none of it set off. Posts of a
    kind whose need is larger by ABK-Kes keep that origin. Nothing counts until it is decided.
    """
    Faskes.objects.select_for_update().filter(unit=unit_id).first()
    unit = UnitKerja.objects.select_related("faskes").get(pk=unit_id)
    faskes = faskes_dari(unit)
    policies.susun_kebutuhan.check(unit, faskes.jenis if faskes else None, oleh, per=per)
    k = tetapan_kebutuhan(per=per)
    pos = {p.formasi.pk: p for p in pos_faskes(unit, k)}
    versi = versi_faskes(list(pos.values()))
    hitung = {h.tenaga: h for h in kebutuhan_faskes(unit, k, list(pos.values()), versi)}
    semua = [*bagi.values(), *(baru or {}).values()]
    bagian: dict[str, list[int]] = defaultdict(list)
    for satu in semua:
        bagian[satu.tenaga].append(satu.orang)
    butuh = {kata: h.bulat for kata, h in hitung.items()}
    policies.bagi_kebutuhan.check(butuh, bagian, asing=[pk for pk in bagi if pk not in pos])
    isi = {pos[pk].formasi.pk: satu for pk, satu in bagi.items()}
    for (_, jabatan), formasi in formasi_di([(unit.pk, j) for j in baru or {}]).items():
        isi[formasi.pk] = (baru or {})[jabatan]
    rows = Formasi.objects.select_for_update(of=("self",)).with_names().filter(pk__in=isi)
    return [
        susun_draf(
            formasi,
            _draf(hitung[isi[formasi.pk].tenaga], isi[formasi.pk], formasi, bagian),
            per=per, oleh=oleh,
        )
        for formasi in rows.order_by("pk")
    ]  # fmt: skip


def _draf(
    h: HitunganPuskesmas, satu: Bagian, formasi: Formasi, bagian: Mapping[str, Sequence[int]]
) -> IsiDraf:
    """A post that has its kind alone keeps the exact need; a share is a number of people."""
    utuh = len(bagian[satu.tenaga]) == 1
    rincian = [
        BarisRincian.dari(
            f"Tabel minimal {h.baris[0].jenis.replace('_', ' ')}: {satu.tenaga}",
            h.baris[0].orang, bulat=h.baris[0].orang, cara=CaraBulat.TABEL.label,
            asal=h.tetapan[0].dasar,
        )
    ]  # fmt: skip
    if h.abk_kes is not None:
        rincian.append(
            BarisRincian.dari(
                f"ABK-Kes dari uraian tugas: {satu.tenaga}", h.abk_kes.nilai,
                bulat=h.abk_kes.bulat, cara=CaraBulat(h.abk_kes.pembulatan.value).label,
                asal=h.abk_kes.tetapan[0].dasar,
            )
        )  # fmt: skip
    rincian.append(
        BarisRincian.dari(
            f"Kebutuhan {satu.tenaga}: yang lebih besar", h.nilai, bulat=h.bulat,
            cara=CaraBulat(h.pembulatan.value).label,
        )
    )  # fmt: skip
    if not utuh:
        rincian.append(
            BarisRincian.dari(f"Bagian {formasi.jabatan}", satu.orang, bulat=satu.orang,
                              cara=CaraBulat.TABEL.label)
        )  # fmt: skip
    return IsiDraf(
        metode=Metode.PUSKESMAS,
        nilai=h.nilai if utuh else Fraction(satu.orang),
        jumlah=h.bulat if utuh else satu.orang,
        pembulatan=h.pembulatan if utuh else Pembulatan.TABEL,
        tetapan=h.tetapan,
        rincian=rincian,
    )


def jabatan_untuk(tenaga: Sequence[str]) -> dict[str, list[Jabatan]]:
    """Names of the nomenclature a post of each of these kinds may have, by name."""
    sebutan = {satu.casefold() for kata in tenaga for satu in (kata, *SEBUTAN.get(kata, ()))}
    rows = Jabatan.objects.filter(aktif=True, padanan__isnull=True).annotate(
        jf=Lower("rumpun"), pelaksana=Lower("nama")
    )
    rows = rows.filter(
        Q(jenis=JenisJabatan.FUNGSIONAL, jf__in=sebutan)
        | Q(jenis=JenisJabatan.PELAKSANA, pelaksana__in=sebutan)
    )
    hasil: dict[str, list[Jabatan]] = defaultdict(list)
    for jabatan in rows.order_by("nama") if sebutan else ():
        kata = kenali(jabatan.rumpun or jabatan.nama, tenaga)
        if kata:
            hasil[kata].append(jabatan)
    return hasil

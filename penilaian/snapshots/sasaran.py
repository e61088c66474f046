"""Posts to be filled: what they ask, and on which days their holders leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pegawai.models import JenisPenugasan, Penugasan, StatusPegawai
from penilaian.kernel.perkara import Jabatan, Sasaran
from penilaian.models import Posisi
from penilaian.snapshots.ketentuan import KetentuanHari
from penilaian.snapshots.kursi import pencari_gerbang
from penilaian.snapshots.orang import MENJALANKAN


@dataclass(frozen=True)
class Pemangku:
    """Days on which holders retire, by post, and the posts somebody acts in."""

    pergi: Mapping[int, Sequence[date]]
    plt: Collection[int]


def baca_sasaran(
    ids: Collection[int],
    *,
    per: date,
    aturan: KetentuanHari,
    posisi: Mapping[int, Any] | None = None,
    pemangku: Pemangku | None = None,
) -> dict[int, Sasaran]:
    """By id of the post, in two queries; fewer when the caller has read the posts or the holders.

    A post whose name was matched asks what its match asks, and is as full as the post under which
    it is counted.
    """
    posisi = posisi or baca_posisi(ids, aturan=aturan)
    pemangku = pemangku or _pemangku(posisi.keys(), per, pw_mengisi=aturan.pw_mengisi)
    gerbang = pencari_gerbang(aturan.gerbang)
    hasil = {}
    for pk in posisi.keys() & set(ids):
        terhitung = posisi[posisi[pk].dihitung_ke_id or pk]
        plt = pk in pemangku.plt or terhitung.pk in pemangku.plt
        hari = tuple(sorted(pemangku.pergi.get(terhitung.pk, ())))
        hasil[pk] = _sasaran(posisi[pk], terhitung, hari, plt, gerbang, per)
    return hasil


def baca_posisi(ids: Collection[int], *, aturan: KetentuanHari) -> dict[int, Any]:
    """The posts with all that they ask, and those under which they are counted."""
    rows: Any = Posisi.objects.order_by().filter(Q(pk__in=set(ids)) | Q(alias__in=set(ids)))
    rows = rows.with_kebutuhan(
        eselon_berkursi=list(aturan.eselon_berkursi), pw_mengisi=aturan.pw_mengisi
    ).select_related(
        "unit__opd", "unit__wilayah", "jabatan__pendidikan_minimal",
        "jabatan__padanan__pendidikan_minimal",
    )  # fmt: skip
    return {p.pk: p for p in rows}


# What tells who leaves a post, and whether somebody acts in it.
PEMANGKU = ("formasi_id", "jenis", "pegawai__status", "pegawai__tmt_pensiun")


def penugasan_kursi(ids: Iterable[int], *, per: date) -> QuerySet[Penugasan]:
    """Who sits in these posts on the day, or acts in them."""
    return (
        Penugasan.objects.order_by()
        .berlaku(per)
        .filter(formasi__in=set(ids), jenis__in={JenisPenugasan.DEFINITIF, *MENJALANKAN})
        .filter(pegawai__berhenti__isnull=True)
    )


def _pemangku(ids: Iterable[int], per: date, *, pw_mengisi: bool) -> Pemangku:
    rows = penugasan_kursi(ids, per=per).values_list(*PEMANGKU)
    return pemangku_dari(rows, per=per, pw_mengisi=pw_mengisi)


def pemangku_dari(rows: Iterable[tuple[Any, ...]], *, per: date, pw_mengisi: bool) -> Pemangku:
    """From rows of ``PEMANGKU``. Who is past his day and still recorded keeps his seat until his
    leaving is recorded; a list of its own names him."""
    pergi: dict[int, list[date]] = defaultdict(list)
    plt: set[int] = set()
    for formasi, jenis, status, pensiun in rows:
        if jenis != JenisPenugasan.DEFINITIF:
            plt.add(formasi)
        elif pensiun and pensiun >= per and (pw_mengisi or status != StatusPegawai.PPPK_PW):
            pergi[formasi].append(pensiun)
    return Pemangku(pergi, plt)


def _sasaran(
    p: Any, terhitung: Any, pergi: tuple[date, ...], ada_plt: bool, gerbang: Any, per: date
) -> Sasaran:
    nama = p.jabatan.padanan or p.jabatan
    unit = p.unit
    return Sasaran(
        jabatan=Jabatan(
            jenis=nama.jenis or None,
            eselon_id=nama.eselon_id or None,
            jenjang=nama.jenjang or None,
            rumpun=nama.rumpun or None,
        ),
        jabatan_id=nama.pk,
        formasi_id=terhitung.pk,
        unit_id=p.unit_id,
        nama=f"{nama.nama} · {unit.nama}",
        kelas=nama.kelas,
        bup=nama.bup,
        pangkat_terendah=nama.pangkat_terendah or None,
        pangkat_tertinggi=nama.pangkat_tertinggi or None,
        pendidikan_minimal=nama.pendidikan_minimal.kode if nama.pendidikan_minimal else None,
        bidang_pendidikan=nama.bidang_pendidikan,
        pengisian=nama.pengisian,
        memimpin_satuan=False,  # schools and puskesmas are headed by a task, not by a post
        gerbang=gerbang(nama, unit.nama, unit.opd.nama if unit.opd else ""),
        ada_plt=ada_plt,
        berlaku=nama.aktif and (unit.ditutup is None or unit.ditutup > per),
        butuh=terhitung.butuh,
        isi=terhitung.isi,
        akan_kosong=pergi,
    )

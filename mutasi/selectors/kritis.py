"""Reads for the pages of critical posts: holder, his retirement, vacancy, reserve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery

from jejak.selectors import Catatan, riwayat
from mutasi.models import Cadangan, JabatanKritis
from mutasi.models.kritis import JabatanKritisQuerySet
from mutasi.selectors.formasi import cari, dengan_angka
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from pegawai.selectors.daftar import daftar as daftar_pegawai
from pegawai.selectors.saringan import Saringan
from penilaian.selectors.kebutuhan import BarisPosisi

SEBANYAK_NAMA = 3  # a post with more holders shows how many
BANYAK_CARI = 8


@dataclass(frozen=True)
class DaftarKritis:
    """The list, and what is worst in it."""

    rows: JabatanKritisQuerySet
    jumlah: int
    kosong: int
    tanpa_cadangan: int


def daftar(pengguna: Pengguna, q: str, *, per: date) -> DaftarKritis:
    """Marked posts within reach, with ``banyak_cadangan``; those without reserve first."""
    terbuka = Q(cadangan__selesai__isnull=True, cadangan__pk__isnull=False)
    semua = JabatanKritis.objects.terlihat(pengguna, per=per).berlaku()
    rows = semua.annotate(banyak_cadangan=Count("cadangan", filter=terbuka))
    tak_berpemangku = Q(formasi__isi_pns=0, formasi__isi_pppk=0, formasi__isi_pppk_pw=0)
    return DaftarKritis(
        rows=cari(rows, q, "formasi__").with_names().order_by(
            "banyak_cadangan", "formasi__unit__kiri", "pk"
        ),
        jumlah=semua.order_by().count(),
        kosong=semua.filter(tak_berpemangku).order_by().count(),
        tanpa_cadangan=rows.filter(banyak_cadangan=0).order_by().count(),
    )  # fmt: skip


def beri_pemangku(rows: Iterable[JabatanKritis], pengguna: Pengguna, *, per: date) -> None:
    """Put ``posisi``, ``pemangku`` and ``pensiun`` on every post of one page."""
    rows = list(rows)
    formasi = [r.formasi_id for r in rows]
    orang = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat()
    akan = orang.filter(formasi=OuterRef("pk"), tmt_pensiun__gte=per).order_by("tmt_pensiun")
    terdekat = Subquery(akan.values("tmt_pensiun")[:1])
    rows_posisi = dengan_angka(per=per).filter(pk__in=formasi).annotate(pensiun=terdekat)
    posisi = {p.pk: p for p in rows_posisi}
    sedikit = [
        p.pk for p in posisi.values() if p.isi_pns + p.isi_pppk + p.isi_pppk_pw <= SEBANYAK_NAMA
    ]
    nama: dict[int | None, list[Pegawai]] = {}
    for satu in (
        orang.filter(formasi__in=sedikit).defer("siasn", "nik_sandi").order_by("nama", "pk")
    ):
        nama.setdefault(satu.formasi_id, []).append(satu)
    for baris in rows:
        baris.posisi = posisi[baris.formasi_id]  # type: ignore[attr-defined]
        baris.pemangku = nama.get(baris.formasi_id, [])  # type: ignore[attr-defined]
        baris.pensiun = posisi[baris.formasi_id].pensiun  # type: ignore[attr-defined]


def formasi_kritis(pengguna: Pengguna, q: str, *, per: date) -> BarisPosisi:
    """Posts the user may mark, structural ones first, with ``kritis_pk`` of those marked."""
    rows = Jangkauan.milik(pengguna, Izin.KRITIS_TETAPKAN, per=per).saring(dengan_angka(per=per))
    rows = rows.filter(Q(butuh__isnull=False) | Q(isi__gt=0))
    urut = (F("jabatan__eselon_id").asc(nulls_last=True), "jabatan__nama", "unit__kiri", "pk")
    return cari(rows, q, "").order_by("jabatan__jenis", *urut)


def tandai_kritis(rows: Iterable[Any]) -> None:
    """Put ``kritis_pk`` on the posts of one page: the open mark, or None."""
    rows = list(rows)
    tanda = JabatanKritis.objects.berlaku().filter(formasi__in=[r.pk for r in rows])
    menurut = dict(tanda.order_by().values_list("formasi_id", "pk"))
    for satu in rows:
        satu.kritis_pk = menurut.get(satu.pk)


@dataclass(frozen=True)
class RincianKritis:
    """One critical post: who holds it, who stands in reserve, who did, its open history."""

    kritis: JabatanKritis
    cadangan: Sequence[Cadangan]
    dilepas: Sequence[Cadangan]
    riwayat: tuple[Catatan, ...]


def rincian(kritis: JabatanKritis, pengguna: Pengguna, *, per: date) -> RincianKritis:
    """What the page of one critical post shows."""
    beri_pemangku([kritis], pengguna, per=per)
    orang = ("pegawai__unit__opd", "pegawai__jabatan", "pegawai__golongan")
    rows = list(
        kritis.cadangan.select_related(*orang)
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("urutan", "pk")
    )
    return RincianKritis(
        kritis=kritis,
        cadangan=[c for c in rows if c.selesai is None],
        dilepas=[c for c in rows if c.selesai is not None],
        riwayat=riwayat(kritis).baris,
    )


def cari_orang(kritis: JabatanKritis, pengguna: Pengguna, q: str, *, per: date) -> list[Pegawai]:
    """A few people by NIP or name, within reach: neither in reserve already nor the holder."""
    if len(q) < 2:
        return []
    rows = daftar_pegawai(pengguna, Saringan(q=q), per=per).rows
    ada = kritis.cadangan.filter(selesai__isnull=True).values("pegawai")
    rows = rows.exclude(pk__in=ada).exclude(formasi__isnull=False, formasi=kritis.formasi_id)
    return list(rows[:BANYAK_CARI])

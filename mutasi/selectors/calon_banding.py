"""Facts of a few people beside each other, before one post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast

from mutasi.selectors.calon import predikat_terakhir, seandainya_kosong
from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.kernel.masa import bulan_penuh, tambah_bulan, tmt_pensiun, umur
from pegawai.models import Pegawai, RiwayatPelatihan, RiwayatSertifikat
from penilaian.kernel.kriteria import Kriteria
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Calon, Perkara
from penilaian.kernel.putusan import Putusan
from penilaian.kernel.skor import Akun, Baris
from penilaian.kernel.syarat import SYARAT, periksa
from penilaian.kernel.syarat_kursi import bup_sasaran
from penilaian.kernel.verdik import Verdik, verdik
from penilaian.selectors.kecocokan import Kecocokan, kecocokan
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import (
    Orang,
    baca_orang,
    baca_posisi,
    baca_sasaran,
    ketentuan_hari,
)

PELATIHAN_TAMPIL = 6


class Pelatihan(NamedTuple):
    """A training with its hours, or a certificate (``jenis``) with the day it ends."""

    pegawai_id: int
    jenis: str
    nama: str
    jam: int | None
    mulai: date | None
    sampai: date | None

    @property
    def nama_jenis(self) -> str:
        """The kind of certificate in words; nothing for a training."""
        return dict(RiwayatSertifikat.Jenis.choices).get(self.jenis, "")


@dataclass(frozen=True)
class Dibandingkan:
    """One person: everything that is set beside the others'."""

    orang: Orang
    verdik: Verdik
    putusan: tuple[Putusan, ...]
    peringatan: tuple[Putusan, ...]
    umur: int | None
    bulan_jabatan: int | None
    predikat: tuple[tuple[int, str], ...]
    pensiun_tujuan: date | None
    pelatihan: list[Pelatihan]
    jam_pelatihan: int

    @property
    def sisa(self) -> int | None:
        """Holders left behind in his post."""
        isi = self.orang.calon.asal_isi
        return None if isi is None else max(0, isi - 1)

    @property
    def kurang_sesudah(self) -> int | None:
        """How many his post is short of afterwards; None where its need is not known."""
        butuh = self.orang.calon.asal_butuh
        return None if butuh is None or self.sisa is None else max(0, butuh - self.sisa)


@dataclass(frozen=True)
class Perbandingan:
    """The post and the people before it."""

    posisi: Any
    tmt: date
    orang: list[Dibandingkan]
    kecocokan: Kecocokan | None

    @property
    def nilai(self) -> list[tuple[Kriteria, list[Baris]]]:
        """Per mutasi criterion the lines of the people in their order."""
        if self.kecocokan is None:
            return []
        return self.kecocokan.baris([o.orang.pk for o in self.orang])

    @property
    def skor(self) -> list[Akun]:
        """The whole accounts, in the same order."""
        if self.kecocokan is None:
            return []
        return [self.kecocokan.akun[o.orang.pk] for o in self.orang]

    @property
    def aturan(self) -> list[tuple[str, str, str, list[Putusan]]]:
        """Per rule its code, title and basis, and the answers for the people in their order."""
        return [
            (s.kode, s.judul, s.dasar, [o.putusan[n] for o in self.orang])
            for n, s in enumerate(SYARAT)
        ]


def bandingkan(
    formasi_id: int,
    orang_id: Sequence[int],
    pengguna: Any,
    *,
    per: date,
    tmt: date,
    kosong: bool = False,
) -> Perbandingan | None:
    """The people asked for who are within reach, in the order asked; None out of reach."""
    aturan = ketentuan_hari(per=per)
    posisi = baca_posisi([formasi_id], aturan=aturan)
    jangkauan = Jangkauan.milik(pengguna, Izin.CALON_CARI, per=per)
    if formasi_id not in posisi or not jangkauan.memuat(posisi[formasi_id].unit.kiri):
        return None
    rows = Pegawai.objects.for_user(pengguna, Izin.CALON_CARI, per=per).tercatat()
    bacaan = baca_orang(rows.filter(pk__in=orang_id), per=per, aturan=aturan)
    sasaran = baca_sasaran([formasi_id], per=per, aturan=aturan, posisi=posisi)[formasi_id]
    sasaran = seandainya_kosong(sasaran) if kosong else sasaran
    umum = Perkara(Calon(), sasaran, aturan.pasangan, per=per, tmt=tmt)
    pembaca = Pembaca.dari(pengguna, per=per)
    latih = _pelatihan([o.pk for o in bacaan.orang])
    kolom = {o.pk: _satu(o, umum, pembaca, latih.get(o.pk, [])) for o in bacaan.orang}
    cocok = kecocokan(
        {o.pk: replace(umum, calon=o.calon) for o in bacaan.orang},
        {pk: _jam_setahun(rows, per) for pk, rows in latih.items()}, per=per,
    )  # fmt: skip
    urut = [kolom[pk] for pk in orang_id if pk in kolom]
    return Perbandingan(posisi[formasi_id], tmt, urut, cocok)


def _jam_setahun(pelatihan: Sequence[Pelatihan], per: date) -> int | None:
    """Hours of training begun in the twelve months before; None when no training is recorded."""
    semua = [p for p in pelatihan if not p.jenis]
    if not semua:
        return None
    sejak = tambah_bulan(per, -12)
    return sum(p.jam or 0 for p in semua if p.mulai is not None and sejak < p.mulai <= per)


def _pelatihan(orang_id: Sequence[int]) -> dict[int, list[Pelatihan]]:
    """Trainings and certificates of these people in one query, the newest first."""
    nol = Cast(Value(None), _INT)
    latih = RiwayatPelatihan.objects.order_by().filter(pegawai__in=orang_id).annotate(
        k_jenis=Value("", output_field=CharField()), k_jam=Cast("jam", _INT)
    )  # fmt: skip
    serti = RiwayatSertifikat.objects.order_by().filter(pegawai__in=orang_id).annotate(
        k_jenis=F("jenis"), k_jam=nol
    )  # fmt: skip
    kolom = ("pegawai_id", "k_jenis", "nama", "k_jam", "mulai", "selesai")
    rows = latih.values_list(*kolom).union(serti.values_list(*kolom), all=True)
    hasil: dict[int, list[Pelatihan]] = defaultdict(list)
    for satu in sorted(map(Pelatihan._make, rows), key=lambda p: p.mulai or date.min):
        hasil[satu.pegawai_id].insert(0, satu)
    return hasil


_INT = IntegerField()


def _satu(o: Orang, umum: Perkara, pembaca: Pembaca, pelatihan: list[Pelatihan]) -> Dibandingkan:
    perkara = replace(umum, calon=o.calon)
    putusan, mulai, lahir = periksa(perkara), o.calon.tmt_jabatan, o.calon.lahir
    bup = bup_sasaran(perkara.sasaran, perkara.ketentuan)
    return Dibandingkan(
        orang=o,
        verdik=verdik(putusan, perkara.ketentuan),
        putusan=pembaca.syarat(putusan, o.kiri),
        peringatan=pembaca.peringatan(peringatan(perkara), o.kiri),
        umur=umur(lahir, perkara.per) if lahir else None,
        bulan_jabatan=bulan_penuh(mulai, perkara.tmt) if mulai and mulai <= perkara.tmt else None,
        predikat=predikat_terakhir(perkara),
        pensiun_tujuan=tmt_pensiun(lahir, bup) if lahir and bup else None,
        pelatihan=pelatihan[:PELATIHAN_TAMPIL],
        jam_pelatihan=sum(p.jam or 0 for p in pelatihan),
    )

"""Who can fill one post on one day: everybody judged by the same rules, counted and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.kernel.kata import kata_cari
from pegawai.kernel.masa import bulan_penuh, umur
from pegawai.models import Pegawai, StatusPegawai
from pegawai.models.pegawai import PegawaiQuerySet
from penilaian.kernel.larik import BIT, Larik, kolom_calon, periksa_larik
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Calon, Perkara, Sasaran
from penilaian.kernel.putusan import Hasil, Penyedia, Putusan
from penilaian.kernel.syarat import periksa
from penilaian.kernel.syarat_kursi import kursi as periksa_kursi
from penilaian.kernel.tingkat import tingkat
from penilaian.kernel.verdik import Verdik, penentu
from penilaian.selectors.putusan import ATURAN, Pembaca
from penilaian.snapshots import (
    Bacaan,
    KetentuanHari,
    Orang,
    Pemangku,
    baca_orang,
    baca_posisi,
    baca_sasaran,
    ketentuan_hari,
)
from toolkit.memori import tanpa_penyapu

TAK_TAHU_TINGKAT = 9
TERJAUH = timedelta(days=3 * 366)  # nobody plans a move further ahead
URUTAN = (
    "jabatan yang sama lalu tingkat jabatan terdekat, perangkat daerah yang sama, kecamatan yang "
    "sama, paling lama di jabatan sekarang, NIP"
)


@dataclass(frozen=True)
class SaringanCalon:
    """Who is looked at, and which part of the answer is shown. Empty fields say nothing."""

    q: str = ""
    opd: int | None = None
    kecamatan: int | None = None
    status: str = ""
    jenis: str = ""
    jenjang: str = ""
    rumpun: str = ""
    golongan: str = ""
    pendidikan: str = ""
    umur_maks: int | None = None
    lewat: bool = False  # longer in the post than the constant says
    kelompok: Verdik | None = None
    aturan: str = ""
    penyedia: str = ""
    tmt: date | None = None
    kosong: bool = False  # as if one seat were free

    @property
    def aktif(self) -> bool:
        """Whether people are narrowed at all."""
        lain = {"kelompok", "aturan", "penyedia", "tmt", "kosong"}
        return any(getattr(self, f.name) for f in fields(self) if f.name not in lain)


@dataclass(frozen=True)
class BarisCalon:
    """One person as the list shows him: the facts, what decides, everything that was checked."""

    orang: Orang
    verdik: Verdik
    putusan: tuple[Putusan, ...]
    peringatan: tuple[Putusan, ...]
    bulan_jabatan: int | None
    predikat: tuple[tuple[int, str], ...]

    @property
    def penentu(self) -> tuple[Putusan, ...]:
        """All but the rules simply met."""
        return penentu(self.putusan)

    @property
    def temuan(self) -> list[tuple[Putusan, str]]:
        """What decides and what warns, each with the title of its rule."""
        return [(p, ATURAN[p.kode].judul) for p in (*self.penentu, *self.peringatan)]


@dataclass(frozen=True)
class KelompokAturan:
    """A rule, or a rule and who must supply the fact, with the number of people behind it."""

    kode: str
    judul: str
    jumlah: int
    penyedia: Penyedia | None = None
    perbaikan: str = ""


@dataclass(frozen=True)
class Pencarian:
    """The answer for one post: ``orang`` after the filters, their masks in the same order."""

    posisi: Any
    perkara: Perkara  # without a person
    aturan: KetentuanHari
    bacaan: Bacaan
    orang: Sequence[Orang]
    larik: Larik
    pembaca: Pembaca
    semua: int  # people looked at before the filters

    @cached_property
    def jumlah(self) -> dict[str, int]:
        """How many stand under each verdict."""
        return {v.value: int(np.count_nonzero(self._kena(v))) for v in Verdik}

    def _kena(self, verdik: Verdik) -> Any:
        return self.larik.kena(verdik, self.aturan.pasangan.hampir_maks_aturan)

    @cached_property
    def kursi(self) -> Any:
        """The part of H03 that is the same for everybody."""
        return periksa_kursi(self.perkara.sasaran, self.perkara.tmt)

    @property
    def kursi_siap(self) -> bool:
        """Whether a seat is free on the TMT."""
        return bool(self.kursi.putusan is Hasil.LOLOS)

    @property
    def segera_kosong(self) -> list[date]:
        """Days, still to be planned for, on which a holder of the post retires."""
        batas = self.perkara.per + TERJAUH
        return [hari for hari in self.perkara.sasaran.akan_kosong if hari <= batas]

    def per_aturan(self, verdik: Verdik) -> list[KelompokAturan]:
        """Rules by how many of that verdict they concern; one person may stand under several."""
        belum = verdik is Verdik.TIDAK_DAPAT_DIPERIKSA
        topeng = self.larik.tak_tahu if belum else self.larik.gagal
        hitung = self.larik.per_aturan(topeng, self._kena(verdik))
        rows = [KelompokAturan(k, ATURAN[k].judul, n) for k, n in hitung.items()]
        return sorted(rows, key=lambda r: (-r.jumlah, r.kode))

    def yang_kurang(self) -> list[KelompokAturan]:
        """For those who cannot be checked: which fact is missing, and who must supply it."""
        hitung: Counter[tuple[str, Penyedia | None]] = Counter()
        kata: dict[tuple[str, Penyedia | None], Counter[str]] = {}
        for i in np.flatnonzero(self._kena(Verdik.TIDAK_DAPAT_DIPERIKSA)):
            for p in self._tak_tahu(int(i)):
                kunci = (p.kode, p.penyedia)
                hitung[kunci] += 1
                kata.setdefault(kunci, Counter())[p.perbaikan] += 1
        return [
            KelompokAturan(k, ATURAN[k].judul, n, s, kata[k, s].most_common(1)[0][0])
            for (k, s), n in sorted(hitung.items(), key=lambda x: (-x[1], x[0][0]))
        ]

    def _tak_tahu(self, i: int) -> tuple[Putusan, ...]:
        topeng = int(self.larik.tak_tahu[i])
        return periksa(self._perkara(i), [kode for kode, bit in BIT.items() if topeng & bit])

    def _perkara(self, i: int) -> Perkara:
        return replace(self.perkara, calon=self.orang[i].calon)

    def pilih(self, verdik: Verdik, *, aturan: str = "", penyedia: str = "") -> list[int]:
        """The people of one verdict (and one rule), in the published order."""
        siapa = self._kena(verdik)
        if aturan in BIT:
            belum = verdik is Verdik.TIDAK_DAPAT_DIPERIKSA
            topeng = self.larik.tak_tahu if belum else self.larik.gagal
            siapa = siapa & ((topeng & np.uint32(BIT[aturan])) != 0)
        nomor = [int(i) for i in np.flatnonzero(siapa)]
        if aturan in BIT and ATURAN[aturan].peka:
            # Who fails a rule about discipline is itself a fact about discipline.
            boleh = self.pembaca.jangkauan
            nomor = [i for i in nomor if boleh.memuat(self.orang[i].kiri)]
        if penyedia in Penyedia.__members__:
            nomor = [
                i
                for i in nomor
                for p in periksa(self._perkara(i), [aturan] if aturan in BIT else None)
                if p.penyedia is Penyedia[penyedia]
            ]
        return sorted(dict.fromkeys(nomor), key=self._urutan)

    def _urutan(self, i: int) -> tuple[Any, ...]:
        """Neutral and published (``URUTAN``): no score."""
        orang, sasaran = self.orang[i], self.perkara.sasaran
        calon, kursi, tujuan = orang.calon, orang.kursi, self.posisi.unit
        satu, dua = tingkat(calon.jabatan), tingkat(sasaran.jabatan)
        beda = TAK_TAHU_TINGKAT if satu is None or dua is None else abs(satu - dua) + 1
        if calon.jabatan_id is not None and calon.jabatan_id == sasaran.jabatan_id:
            beda = 0
        return (
            beda,
            not (kursi and kursi.opd_id is not None and kursi.opd_id == tujuan.opd_id),
            not (kursi and kursi.wilayah_id is not None and kursi.wilayah_id == tujuan.wilayah_id),
            calon.tmt_jabatan or date.max,
            orang.nip,
        )

    def baris(self, nomor: Sequence[int], verdik: Verdik) -> list[BarisCalon]:
        """The row form, with sentences, for those who are shown."""
        return [self._baris(i, verdik) for i in nomor]

    def _baris(self, i: int, verdik: Verdik) -> BarisCalon:
        orang, perkara = self.orang[i], self._perkara(i)
        mulai = orang.calon.tmt_jabatan
        return BarisCalon(
            orang,
            verdik,
            self.pembaca.syarat(periksa(perkara), orang.kiri),
            self.pembaca.peringatan(peringatan(perkara), orang.kiri),
            bulan_penuh(mulai, perkara.tmt) if mulai and mulai <= perkara.tmt else None,
            predikat_terakhir(perkara),
        )


@dataclass(frozen=True)
class _Cakupan:
    """Whose eyes: the people within reach, whether that is everybody, what may be told of them."""

    orang: PegawaiQuerySet
    semua: bool
    pembaca: Pembaca


def cari_calon(
    formasi_id: int, pengguna: Any, *, per: date, s: SaringanCalon | None = None
) -> Pencarian | None:
    """Everybody in service within reach but the holders of that very post; None out of reach."""
    aturan = ketentuan_hari(per=per)
    posisi = baca_posisi([formasi_id], aturan=aturan)
    jangkauan = Jangkauan.milik(pengguna, Izin.CALON_CARI, per=per)
    if formasi_id not in posisi or not jangkauan.memuat(posisi[formasi_id].unit.kiri):
        return None
    cakupan = _Cakupan(
        Pegawai.objects.for_user(pengguna, Izin.CALON_CARI, per=per),
        jangkauan.semua,
        Pembaca.dari(pengguna, per=per),
    )
    return _cari(formasi_id, posisi, cakupan, aturan, per, s or SaringanCalon())


def cari_semua(formasi_id: int, *, per: date) -> Pencarian:
    """The same without anybody's reach, for the command line."""
    aturan = ketentuan_hari(per=per)
    seluruh = Jangkauan(semua=True, rentang=())
    cakupan = _Cakupan(Pegawai.objects.all(), True, Pembaca(seluruh))
    posisi = baca_posisi([formasi_id], aturan=aturan)
    return _cari(formasi_id, posisi, cakupan, aturan, per, SaringanCalon())


def _cari(
    formasi_id: int,
    posisi: dict[int, Any],
    cakupan: _Cakupan,
    aturan: KetentuanHari,
    per: date,
    s: SaringanCalon,
) -> Pencarian:
    orang = cakupan.orang.tercatat()
    with tanpa_penyapu():
        bacaan = baca_orang(orang, per=per, aturan=aturan, semua=cakupan.semua)
    pemangku = _pemangku(posisi[formasi_id], bacaan, aturan, per) if cakupan.semua else None
    sasaran = baca_sasaran([formasi_id], per=per, aturan=aturan, posisi=posisi, pemangku=pemangku)[
        formasi_id
    ]
    if s.kosong:
        sasaran = seandainya_kosong(sasaran)
    lain = [o for o in bacaan.orang if o.calon.formasi_id != sasaran.formasi_id]
    dipilih = _saring(lain, s, aturan, per) if s.aktif else lain
    perkara = Perkara(Calon(), sasaran, aturan.pasangan, per=per, tmt=s.tmt or per)
    with tanpa_penyapu():
        larik = periksa_larik(kolom_calon([o.calon for o in dipilih]), perkara)
    tujuan = posisi[formasi_id]
    return Pencarian(tujuan, perkara, aturan, bacaan, dipilih, larik, cakupan.pembaca, len(lain))


def predikat_terakhir(perkara: Perkara) -> tuple[tuple[int, str], ...]:
    """The years the rules look at, each with its predicate ("" where nobody recorded one)."""
    ada, tahun = dict(perkara.calon.predikat), perkara.per.year
    mulai = tahun - perkara.ketentuan.predikat_minimal_tahun
    return tuple((t, ada.get(t, "")) for t in range(mulai, tahun))


def seandainya_kosong(sasaran: Sasaran) -> Sasaran:
    """As if one seat were free: for a reserve list, or before a chain begins."""
    butuh = max(1, sasaran.butuh or 1)
    return replace(sasaran, butuh=butuh, isi=min(sasaran.isi or 0, butuh - 1))


def _pemangku(posisi: Any, bacaan: Bacaan, aturan: KetentuanHari, per: date) -> Pemangku:
    """Who reads everybody has read the holders too."""
    terhitung = posisi.dihitung_ke_id or posisi.pk
    pergi = [
        o.calon.tmt_pensiun
        for o in bacaan.orang
        if o.calon.formasi_id == terhitung
        and o.calon.tmt_pensiun is not None
        and o.calon.tmt_pensiun >= per
        and (aturan.pw_mengisi or o.calon.status != StatusPegawai.PPPK_PW)
    ]
    return Pemangku({terhitung: pergi}, bacaan.dijalankan_plt)


def _saring(orang: list[Orang], s: SaringanCalon, aturan: KetentuanHari, per: date) -> list[Orang]:
    kata, angka = kata_cari(s.q), "".join(s.q.split())

    def cocok(o: Orang) -> bool:
        if s.q and not (o.nip.startswith(angka) if angka.isdecimal() else _bernama(o, kata)):
            return False
        return _di_tempat(o, s) and _begitu(o, s, per, aturan.pasangan.maks_bulan_jabatan)

    return [o for o in orang if cocok(o)]


def _di_tempat(o: Orang, s: SaringanCalon) -> bool:
    """The office he comes from, and what he holds there."""
    opd, kecamatan = (o.kursi.opd_id, o.kursi.wilayah_id) if o.kursi else (None, None)
    jabatan = o.calon.jabatan
    return (
        (not s.opd or s.opd == opd)
        and (not s.kecamatan or s.kecamatan == kecamatan)
        and (not s.jenis or s.jenis == jabatan.jenis)
        and (not s.jenjang or s.jenjang == jabatan.jenjang)
        and (not s.rumpun or s.rumpun == jabatan.rumpun)
    )


def _begitu(o: Orang, s: SaringanCalon, per: date, maks: int) -> bool:
    """What he is; an unknown age or TMT meets no condition about it."""
    c = o.calon
    return (
        (not s.status or s.status == c.status)
        and (not s.golongan or s.golongan == o.golongan)
        and (not s.pendidikan or s.pendidikan == c.pendidikan)
        and (not s.umur_maks or (c.lahir is not None and umur(c.lahir, per) <= s.umur_maks))
        and (not s.lewat or (c.tmt_jabatan is not None and bulan_penuh(c.tmt_jabatan, per) > maks))
    )


def _bernama(o: Orang, kata: Sequence[str]) -> bool:
    punya = kata_cari(o.nama)
    return all(any(p.startswith(satu) for p in punya) for satu in kata)

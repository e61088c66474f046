"""Each pair rule over columns. An answer is a small number, so that the worse one is the larger:
a rule of several parts takes the maximum of its parts (``gabung`` of the row form)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from penilaian.kernel.larik_kolom import (
    ENTAH,
    TANPA_ID,
    TIDAK,
    YA,
    Benar,
    Kode,
    KolomCalon,
    bulan_ke,
    bulan_penuh,
    masa_setingkat,
    tiga,
)
from penilaian.kernel.perkara import Calon, DasarDemosi, Jabatan, Perkara
from penilaian.kernel.perpindahan import Perpindahan, antar_jabatan, identik_jf, serumpun
from penilaian.kernel.putusan import Hasil, Syarat, Temuan, salah_satu
from penilaian.kernel.syarat_izin import di_jendela, h18, terbatas
from penilaian.kernel.syarat_jf import bidang_tugas, bulan_bidang, lisensi, minimal_bulan, uji
from penilaian.kernel.syarat_kursi import (
    batas_umur,
    bidang,
    bup_sasaran,
    bup_terendah,
    kursi,
    tingkat_pendidikan,
)
from penilaian.kernel.syarat_masa import (
    dispensasi_cukup,
    menambah,
    pangkat,
    predikat_cukup,
    syarat_bulan,
)
from penilaian.kernel.syarat_status import (
    PPPK,
    PPPK_PW,
    bersih,
    h01,
    h02,
    hukuman_berat,
    tidak_cuti,
)
from penilaian.kernel.tingkat import FUNGSIONAL, STRUKTURAL, manajerial, tingkat

LOLOS, TAK_TAHU, PULIH, GAGAL, IZIN = range(5)


def kode(temuan: Temuan) -> int:
    """The number of a row form's answer."""
    if temuan.putusan is Hasil.TIDAK_LOLOS:
        return PULIH if temuan.dapat_diperbaiki else GAGAL
    return {Hasil.LOLOS: LOLOS, Hasil.TIDAK_DAPAT_DIPERIKSA: TAK_TAHU, Hasil.BUTUH_IZIN: IZIN}[
        temuan.putusan
    ]


@dataclass(frozen=True)
class Keadaan:
    """Columns and case, with what several rules ask: the kind of the move per person."""

    kolom: KolomCalon
    perkara: Perkara
    menetap: Benar  # holds this very post
    sejabatan: Benar  # holds this jabatan, by its id
    masuk_jf: Kode
    naik: Kode
    turun: Kode

    @classmethod
    def dari(cls, kolom: KolomCalon, perkara: Perkara) -> Keadaan:
        """The kind of move is judged once per distinct jabatan."""
        sasaran = perkara.sasaran
        pindah = {asal: antar_jabatan(asal, sasaran.jabatan) for asal in kolom.jabatan.nilai}
        menetap = _sama(kolom.formasi_id, sasaran.formasi_id)
        sejabatan = _sama(kolom.jabatan_id, sasaran.jabatan_id)
        tetap = menetap | sejabatan

        def sifat(baca: Callable[[Perpindahan], bool | None]) -> Kode:
            semua = kolom.jabatan.peta(lambda asal: tiga(baca(pindah[asal])))
            return np.where(tetap, np.int8(TIDAK), semua)

        return cls(
            kolom,
            perkara,
            menetap,
            sejabatan,
            masuk_jf=sifat(lambda p: p.masuk_jf),
            naik=sifat(lambda p: p.naik),
            turun=sifat(lambda p: p.turun),
        )

    def orang(self, **bidang: Any) -> Perkara:
        """The case with somebody who has only these fields."""
        return replace(self.perkara, calon=Calon(**bidang))

    def semua(self, nilai: int) -> Kode:
        """The same answer for everybody."""
        return np.full(self.kolom.banyak, nilai, dtype=np.int8)

    def identik(self) -> Kode:
        """Whether the post is of the very jabatan held (see ``perpindahan.identik``)."""
        tujuan, ber_id = self.perkara.sasaran.jabatan, self.perkara.sasaran.jabatan_id is not None
        menurut_id = 3

        def satu(asal: Jabatan) -> int:
            if asal.jenis is None or tujuan.jenis is None:
                return ENTAH
            if asal.jenis != tujuan.jenis:
                return TIDAK
            return tiga(identik_jf(asal, tujuan)) if asal.jenis == FUNGSIONAL else menurut_id

        dasar = self.kolom.jabatan.peta(satu)
        pasti = (self.kolom.jabatan_id != TANPA_ID) & ber_id
        dasar = np.where(dasar == menurut_id, np.where(pasti, TIDAK, ENTAH), dasar)
        return np.where(self.sejabatan, YA, dasar).astype(np.int8)


def _sama(kolom: Any, nilai: int | None) -> Benar:
    if nilai is None:
        return np.zeros(len(kolom), dtype=np.bool_)
    hasil: Benar = kolom == nilai
    return hasil


def _bila(berlaku: Kode, ya: Kode, tidak: Kode) -> Kode:
    entah = np.where(ya == tidak, ya, np.int8(TAK_TAHU))
    return np.where(berlaku == YA, ya, np.where(berlaku == TIDAK, tidak, entah))


def _salah_satu(*nilai: Kode) -> Kode:
    ada = np.logical_or.reduce([satu == YA for satu in nilai])
    entah = np.logical_or.reduce([satu == ENTAH for satu in nilai])
    return np.where(ada, YA, np.where(entah, ENTAH, TIDAK)).astype(np.int8)


def _menurut_status(aturan: Syarat) -> Callable[[Keadaan], Kode]:
    def larik(k: Keadaan) -> Kode:
        return k.kolom.status.peta(
            lambda s: kode(aturan.uji(k.orang(status=s[0], kedudukan=s[1], cpns=s[2])))
        )

    return larik


def _h03(k: Keadaan) -> Kode:
    satu = kode(kursi(k.perkara.sasaran, k.perkara.tmt))
    return np.where(k.menetap, np.int8(GAGAL), k.semua(satu))


def _h04(k: Keadaan) -> Kode:
    sasaran, ketentuan = k.perkara.sasaran, k.perkara.ketentuan
    if k.perkara.pengecualian_pendidikan:
        return k.semua(LOLOS)
    pendidikan = k.kolom.pendidikan
    jenjang = pendidikan.peta(lambda p: kode(tingkat_pendidikan(p[0], sasaran, ketentuan)))
    ilmu = pendidikan.peta(lambda p: kode(bidang(p[1], sasaran)))
    serupa = k.kolom.jabatan.peta(lambda asal: int(serumpun(asal, sasaran.jabatan))) == YA
    hasil = np.where(serupa, jenjang, np.maximum(jenjang, ilmu))
    return np.where(k.identik() == YA, np.int8(LOLOS), hasil)


def _h05(k: Keadaan) -> Kode:
    tujuan, tidak = k.perkara.sasaran.jabatan, k.semua(LOLOS)
    if tujuan.jenis != STRUKTURAL and tujuan.jenis is not None:
        return tidak
    ke = tingkat(tujuan)
    ya = k.semua(TAK_TAHU) if ke is None or ke < 2 else _pengalaman(k, ke)
    return _bila(k.naik, ya, tidak)


def _pengalaman(k: Keadaan, ke: int) -> Kode:
    ketentuan, tmt, kolom = k.perkara.ketentuan, k.perkara.tmt, k.kolom
    rendah, minimal = syarat_bulan(ke, ketentuan)
    kerja = np.maximum(bulan_penuh(kolom.tmt_pns, tmt)[0], 0)
    ada_pns = ~np.isnat(kolom.tmt_pns)
    kini = kolom.jabatan.peta(lambda asal: tingkat(asal) or 0)
    bulan, pasti = masa_setingkat(kolom, kini, rendah, tmt)
    if rendah == 1:
        bulan, pasti = np.where(ada_pns, kerja, bulan), ada_pns | pasti
    naik = kolom.jabatan.peta(lambda asal: PULIH if menambah(asal, rendah) else GAGAL)
    hasil = np.where(bulan >= minimal, LOLOS, np.where(pasti, naik, TAK_TAHU))
    gelap = hasil == TAK_TAHU
    if ke >= 4:
        cukup = np.where(kerja >= ketentuan.min_bulan_pengalaman_jpt_kumulatif, LOLOS, PULIH)
        hasil = np.maximum(hasil, np.where(ada_pns, cukup, TAK_TAHU))
        gelap |= ~ada_pns
    sasaran = k.perkara.sasaran
    golongan = kolom.golongan.peta(lambda satu: kode(pangkat(satu, sasaran, ketentuan)))
    golongan = np.where(gelap & (golongan == PULIH), np.int8(GAGAL), golongan)
    return np.maximum(hasil, golongan).astype(np.int8)


def _h06(k: Keadaan) -> Kode:
    berlaku = _salah_satu(k.semua(tiga(k.perkara.antar_instansi)), k.naik, k.masuk_jf)
    if not berlaku.any():
        return k.semua(LOLOS)
    ketentuan, per = k.perkara.ketentuan, k.perkara.per
    ya = k.kolom.predikat.peta(lambda satu: kode(predikat_cukup(satu, ketentuan, per)))
    return _bila(berlaku, ya, k.semua(LOLOS))


def _h07(k: Keadaan) -> Kode:
    tmt, turun, disiplin = k.perkara.tmt, k.perkara.turun, k.kolom.disiplin
    berlaku = _salah_satu(k.semua(tiga(k.perkara.antar_instansi)), k.naik)
    tidak = disiplin.peta(lambda satu: kode(hukuman_berat(satu[0], satu[2], turun, tmt)))
    if not berlaku.any():
        return tidak
    return _bila(berlaku, disiplin.peta(lambda s: kode(bersih(s[0], s[1], tmt))), tidak)


def _h08(k: Keadaan) -> Kode:
    cuti = k.kolom.status.peta(lambda satu: kode(tidak_cuti(satu[1])))
    if not k.perkara.antar_instansi:
        return cuti
    # A comparison with NaT is false: a bond without an end is running.
    lewat = k.kolom.ikatan_sampai <= np.datetime64(k.perkara.tmt, "D")
    terikat = np.where(lewat, LOLOS, PULIH)
    ikatan = np.select(
        [k.kolom.ikatan_dinas == ENTAH, k.kolom.ikatan_dinas == YA], [TAK_TAHU, terikat], LOLOS
    )
    hasil: Kode = np.maximum(cuti, ikatan).astype(np.int8)
    return hasil


def _h09(k: Keadaan) -> Kode:
    if k.perkara.turun is DasarDemosi.SANKSI:
        return k.semua(LOLOS)
    ketentuan, kolom = k.perkara.ketentuan, k.kolom
    bulan = bulan_penuh(kolom.tmt_jabatan, k.perkara.tmt)[0]
    dispensasi = k.perkara.dispensasi
    izin = kolom.jabatan.peta(lambda a: LOLOS if dispensasi_cukup(a, dispensasi) else PULIH)
    hasil = np.where(bulan < ketentuan.min_bulan_dispensasi, np.int8(PULIH), izin)
    hasil = np.where(bulan >= ketentuan.min_bulan_jabatan, np.int8(LOLOS), hasil)
    hasil = np.where(np.isnat(kolom.tmt_jabatan), np.int8(TAK_TAHU), hasil)
    return _bila(kolom.jabatan.peta(lambda asal: tiga(manajerial(asal))), hasil, k.semua(LOLOS))


def _h10(k: Keadaan) -> Kode:
    kontrak = k.kolom.akhir_kontrak
    masa = np.where(kontrak >= np.datetime64(k.perkara.tmt, "D"), LOLOS, PULIH)
    masa = np.where(np.isnat(kontrak), TAK_TAHU, masa)
    tertutup = k.perkara.sasaran.pengisian.strip().casefold() == "pns"
    sama = np.asarray([GAGAL, TAK_TAHU if tertutup else LOLOS, TAK_TAHU])[k.identik()]
    pppk = k.semua(GAGAL) if k.perkara.antar_instansi else np.maximum(masa, sama)
    lain = {None: TAK_TAHU, PPPK_PW: GAGAL}
    hasil = k.kolom.status.peta(lambda s: lain.get(s[0], LOLOS))
    kena = k.kolom.status.peta(lambda s: int(s[0] == PPPK)) == YA
    return np.where(kena, pppk, hasil).astype(np.int8)


def _h11(k: Keadaan) -> Kode:
    if not (k.perkara.antar_instansi and k.perkara.permintaan_sendiri):
        return k.semua(LOLOS)
    kolom, ketentuan = k.kolom, k.perkara.ketentuan
    mulai = np.datetime64(ketentuan.ikatan_mulai_tmt_cpns, "D")
    tanpa_cpns, tanpa_pns = np.isnat(kolom.tmt_cpns), np.isnat(kolom.tmt_pns)
    # A comparison with NaT is false.
    tidak = np.where(tanpa_cpns, kolom.tmt_pns < mulai, kolom.tmt_cpns < mulai)
    bulan = bulan_penuh(kolom.tmt_pns, k.perkara.tmt)[0]
    lewat = ~tanpa_pns & (bulan >= 12 * ketentuan.ikatan_tahun_antar_instansi)
    hasil = np.where(tanpa_cpns | tanpa_pns, TAK_TAHU, PULIH)
    hasil = np.where(tidak | lewat, LOLOS, hasil)
    pppk = k.kolom.status.peta(lambda s: int(s[0] in (PPPK, PPPK_PW))) == YA
    return np.where(pppk, LOLOS, hasil).astype(np.int8)


def _h12(k: Keadaan) -> Kode:
    if di_jendela(k.perkara.tmt, k.perkara.ketentuan) is None:
        return k.semua(LOLOS)
    sasaran = k.perkara.sasaran
    tujuan = terbatas(sasaran.jabatan, sasaran.memimpin_satuan)
    izin = (LOLOS, IZIN, TAK_TAHU)
    return k.kolom.memimpin.peta(lambda s: izin[tiga(salah_satu(tujuan, terbatas(*s)))])


def _h17(k: Keadaan) -> Kode:
    tmt, ketentuan, lahir = k.perkara.tmt, k.perkara.ketentuan, k.kolom.lahir
    bup = bup_sasaran(k.perkara.sasaran, ketentuan)
    batas = bup_terendah(ketentuan) if bup is None else bup
    belum = bulan_ke(tmt) < bulan_ke(lahir) + 12 * batas + 1
    pensiun = np.where(belum, LOLOS, TAK_TAHU if bup is None else GAGAL)
    usia = bulan_penuh(lahir, tmt)[0] // 12
    bawah, atas = _batas(k)
    masuk = np.where(usia <= bawah, LOLOS, np.where(usia > atas, GAGAL, TAK_TAHU))
    hasil = np.where(np.isnat(lahir), TAK_TAHU, np.maximum(pensiun, masuk))
    return hasil.astype(np.int8)


def _batas(k: Keadaan) -> tuple[Any, Any]:
    """Age limits per person; they turn on the jabatan, on having been JPT, on entering the JF."""
    tujuan, ketentuan = k.perkara.sasaran.jabatan, k.perkara.ketentuan
    masuk = {asal: antar_jabatan(asal, tujuan).masuk_jf for asal in k.kolom.jabatan.nilai}
    tetap = k.menetap | k.sejabatan

    def batas(ujung: int) -> Any:
        def satu(pernah: bool, diam: bool) -> Any:
            return k.kolom.jabatan.peta_bulat(
                lambda asal: batas_umur(
                    asal, tujuan, False if diam else masuk[asal], ketentuan, pernah=pernah
                )[ujung]
            )

        bergerak = np.where(k.kolom.pernah_jpt, satu(True, False), satu(False, False))
        menetap = np.where(k.kolom.pernah_jpt, satu(True, True), satu(False, True))
        return np.where(tetap, menetap, bergerak)

    return batas(0), batas(1)


def _h18(k: Keadaan) -> Kode:
    return k.kolom.gerbang.peta(lambda satu: kode(h18.uji(k.orang(gerbang=satu))))


def _h19(k: Keadaan) -> Kode:
    if not k.masuk_jf.any():
        return k.semua(LOLOS)
    kolom, tmt, ketentuan = k.kolom, k.perkara.tmt, k.perkara.ketentuan
    tujuan, minimal = k.perkara.sasaran.jabatan, minimal_bulan(k.perkara)
    tugas = kolom.pengalaman_bidang.peta(
        lambda ada: kode(bidang_tugas(bulan_bidang(ada, tujuan.rumpun), None, minimal))
    )
    bulan = bulan_penuh(kolom.tmt_pns, tmt)[0]
    baru = ~np.isnat(kolom.tmt_pns) & (bulan < minimal)
    tugas = np.where((tugas == TAK_TAHU) & baru, np.int8(PULIH), tugas)
    lulus = kolom.uji_kompetensi.peta(lambda ada: kode(uji(ada, tujuan)))
    izin = kolom.lisensi.peta(lambda ada: kode(lisensi(ada, tujuan.rumpun, ketentuan, tmt)))
    return _bila(k.masuk_jf, np.maximum(np.maximum(tugas, lulus), izin), k.semua(LOLOS))


def _h21(k: Keadaan) -> Kode:
    if k.perkara.turun is not None:
        return k.semua(LOLOS)
    hasil: Kode = np.asarray([LOLOS, GAGAL, TAK_TAHU], dtype=np.int8)[k.turun]
    return hasil


LARIK: dict[str, Callable[[Keadaan], Kode]] = {
    "H01": _menurut_status(h01),
    "H02": _menurut_status(h02),
    "H03": _h03,
    "H04": _h04,
    "H05": _h05,
    "H06": _h06,
    "H07": _h07,
    "H08": _h08,
    "H09": _h09,
    "H10": _h10,
    "H11": _h11,
    "H12": _h12,
    "H17": _h17,
    "H18": _h18,
    "H19": _h19,
    "H21": _h21,
}

"""Each indicator as two conditions on ``Pegawai``: whom it is asked of, and who fails.

One condition serves the count, the list and the workbook, so they can never differ. Everything is
SQL on columns of the register; the names of computed columns come from :func:`dengan_bekal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Length, Replace, Substr

from pegawai.kernel.bup import FUNGSIONAL, PELAKSANA, STRUKTURAL
from pegawai.kernel.jenjang import KEAHLIAN, PANGKAT_JENJANG
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai, Penugasan, RiwayatKinerja, StatusPegawai
from pegawai.models.pegawai import PegawaiQuerySet
from pegawai.selectors.mutu_bahan import Bahan

_SEMUA = Q()
_PNS = Q(status=StatusPegawai.PNS)
_PPPK = Q(status__in=[StatusPegawai.PPPK, StatusPegawai.PPPK_PW])
_BERNOMOR = Q(nip_panjang=18)
_DI_BERKAS = Q(hilang_sejak__isnull=True)
_SUREL = r"^[^@ ]+@[^@ ]+\.[^@ .]+$"
_DPK = Q(jenis_pegawai__contains="DPK") | Q(jenis_pegawai__contains="DPB")
_DIPLOMA = ("20", "25", "30", "35", "40", "42", "45", "50")
_KETERAMPILAN = frozenset(PANGKAT_JENJANG) - KEAHLIAN
# By the first digit of eselon: the constant that names the lowest level of education.
_PENDIDIKAN_ESELON = {
    "1": "pendidikan_min_jpt",
    "2": "pendidikan_min_jpt",
    "3": "pendidikan_min_administrator",
    "4": "pendidikan_min_pengawas",
}


@dataclass(frozen=True)
class Syarat:
    """Whom an indicator is asked of, and who of them fails."""

    populasi: Q
    keliru: Q


def dengan_bekal(rows: PegawaiQuerySet) -> PegawaiQuerySet:
    """The rows with the computed columns that conditions name."""
    lahir, tmt = _angka_tanggal("lahir"), _angka_tanggal("tmt_cpns")
    return rows.alias(
        nip_panjang=Length("nip"),
        nip_lahir=Substr("nip", 1, 8),
        nip_tmt=Substr("nip", 9, 6),
        nip_tahun=Substr("nip", 9, 4),
        nip_kelamin=Substr("nip", 15, 1),
        lahir_angka=lahir,
        tmt_bulan=Substr(tmt, 1, 6),
        tmt_tahun=Substr(tmt, 1, 4),
        jenis_kode=KeyTextTransform("JENIS JABATAN ID", "siasn"),
        jenis_nama=KeyTextTransform("JENIS JABATAN NAMA", "siasn"),
    )


def _angka_tanggal(kolom: str) -> Replace:
    """20150501: both databases write a date as 2015-05-01."""
    return Replace(Cast(kolom, CharField()), Value("-"), Value(""))


def syarat(b: Bahan) -> dict[str, Syarat]:
    """Every indicator that the register can answer, BKN's and ours, among the files' people."""
    semua: dict[str, Syarat] = {}
    for bagian in (_kelengkapan, _kemutakhiran, _ketepatan, _syarat_jabatan, _nomor, _tambahan):
        semua |= bagian(b)
    semua = {k: Syarat(_DI_BERKAS & s.populasi, s.keliru) for k, s in semua.items()}
    # The one indicator about people whom no file shows any more.
    semua["SER_11"] = Syarat(_SEMUA, ~_DI_BERKAS)
    return semua


def _kelengkapan(b: Bahan) -> dict[str, Syarat]:
    tercetak = Q(jenis_kode__in=[FUNGSIONAL, PELAKSANA])
    for kata in ("fungsional", "pelaksana"):
        tercetak |= Q(jenis_nama__icontains=kata)
    kosong = Q(jabatan__isnull=True)
    dua_tahun = (b.tahun(1), b.tahun(2))
    return {
        "COM_1": Syarat(_diangkat_sebelum(b.tahun(1)), Q(~_predikat(tahun__in=dua_tahun))),
        "COM_2": Syarat(
            Q(jabatan__jenis__in=[FUNGSIONAL, PELAKSANA]) | (kosong & tercetak), kosong
        ),
        "COM_3": Syarat(_SEMUA, Q(pendidikan__isnull=True) | Q(tingkat_pendidikan__isnull=True)),
        "COM_4": Syarat(_PNS & Q(cpns=False), Q(tmt_pns__isnull=True)),
        "COM_5": Syarat(
            Q(tingkat_pendidikan__kode__in=_DIPLOMA), Q(gelar_depan="", gelar_belakang="")
        ),
        "COM_6": Syarat(_SEMUA, Q(email="") | ~Q(email__regex=_SUREL)),
        "COM_7": Syarat(_SEMUA, Q(telepon="")),
    }


def _kemutakhiran(b: Bahan) -> dict[str, Syarat]:
    terbuka = Penugasan.objects.definitif().terbuka().filter(pegawai=OuterRef("pk"))
    unor_asing = Q(unit__isnull=True) & Q(Exists(terbuka.exclude(unor_id="")))
    lain = Pegawai.objects.tercatat().filter(_DI_BERKAS, jabatan=OuterRef("jabatan"))
    rangkap = Exists(lain.exclude(pk=OuterRef("pk")))
    batas = tambah_bulan(b.per, -b.ketentuan["mutu_cpns_maks_bulan"])
    aktif = Q(kedudukan__kode__in=b.ketentuan.get("kedudukan_aktif", ["1", "71", "101"]))
    return {
        "TIM_1": Syarat(_SEMUA, Q(unit__ditutup__lte=b.per) | unor_asing),
        "TIM_3": Syarat(_PNS & Q(cpns=True), Q(tmt_cpns__isnull=True) | Q(tmt_cpns__lt=batas)),
        "TIM_4": Syarat(Q(jabatan__jenis=STRUKTURAL), Q(rangkap)),
        "TIM_5": Syarat(aktif & Q(tmt_pensiun__isnull=False), Q(tmt_pensiun__lte=b.per)),
    }


def _ketepatan(b: Bahan) -> dict[str, Syarat]:
    pertama, kini = b.ketentuan["mutu_pppk_tahun_pertama"], b.per.year
    sejak = tambah_bulan(b.per, -b.ketentuan["mutu_struktural_min_bulan"])
    di_sini = Q(instansi_kerja_lain="")
    return {
        "ACC_1": Syarat(
            _PNS & Q(tmt_cpns__isnull=False, tmt_pns__isnull=False),
            Q(tmt_cpns__gt=F("tmt_pns")),
        ),
        "ACC_2": Syarat(_PNS & ~Q(jenis_pegawai=""), (_DPK & di_sini) | (~_DPK & ~di_sini)),
        "ACC_3": Syarat(
            _PNS & Q(jabatan__jenis=STRUKTURAL, tmt_cpns__isnull=False), Q(tmt_cpns__gt=sejak)
        ),
        "ACC_4": Syarat(_PPPK, Q(kedudukan__isnull=True) | ~Q(kedudukan__status=F("status"))),
        "ACC_5": Syarat(_SEMUA, Q(nik_samar="") | Q(nik_valid__isnull=True) | Q(nik_valid=False)),
        "ACC_7": Syarat(
            _PPPK & _BERNOMOR, Q(nip_tahun__lt=str(pertama)) | Q(nip_tahun__gt=str(kini))
        ),
        "ACC_9": Syarat(Q(jabatan__jenis=PELAKSANA), Q(jabatan__in=b.pelaksana_jf)),
    }


def _syarat_jabatan(b: Bahan) -> dict[str, Syarat]:
    """Education and rank against what the post asks; without the constant nobody is asked."""
    berpendidikan = Q(tingkat_pendidikan__isnull=False)
    pejabat, kurang = Q(pk__in=[]), Q(pk__in=[])
    for digit, kode in _PENDIDIKAN_ESELON.items():
        if (batas := b.tingkat.get(b.ketentuan.get(kode, ""))) is not None:
            eselon = Q(jabatan__eselon_id__startswith=digit)
            pejabat |= eselon
            kurang |= eselon & Q(tingkat_pendidikan__urutan__lt=batas)
    bersyarat, jf_kurang = _jf(b)
    tingkat = b.ketentuan.get("maks_pangkat_di_bawah", 1)
    rendah = Q(pk__in=[])
    for nama, urutan in b.golongan.items():
        rendah |= Q(jabatan__pangkat_terendah=nama, golongan__urutan__lt=urutan - tingkat)
    return {
        "ACC_6": Syarat(Q(jabatan__jenis=STRUKTURAL) & berpendidikan & pejabat, kurang),
        "ACC_8": Syarat(Q(jabatan__jenis=FUNGSIONAL) & berpendidikan & bersyarat, jf_kurang),
        "ACC_10": Syarat(
            _PNS
            & Q(jabatan__jenis=STRUKTURAL, golongan__isnull=False)
            & Q(jabatan__pangkat_terendah__in=list(b.golongan)),
            rendah,
        ),
    }


def _jf(b: Bahan) -> tuple[Q, Q]:
    """JF whose requirement is known, and whose holder falls short of it."""
    sendiri = Q(jabatan__pendidikan_minimal__isnull=False)
    bersyarat = sendiri
    kurang = sendiri & Q(tingkat_pendidikan__urutan__lt=F("jabatan__pendidikan_minimal__urutan"))
    for jenjang, kode in (
        (KEAHLIAN, "pendidikan_min_jf_keahlian"),
        (_KETERAMPILAN, "pendidikan_min_jf_keterampilan"),
    ):
        if (batas := b.tingkat.get(b.ketentuan.get(kode, ""))) is not None:
            kategori = ~sendiri & Q(jabatan__jenjang__in=sorted(jenjang))
            bersyarat |= kategori
            kurang |= kategori & Q(tingkat_pendidikan__urutan__lt=batas)
    return bersyarat, kurang


def _nomor(b: Bahan) -> dict[str, Syarat]:
    del b
    laki, perempuan = Q(kelamin="L"), Q(kelamin="P")
    bertmt = _BERNOMOR & Q(tmt_cpns__isnull=False)
    return {
        "CON_1": Syarat(_PNS & bertmt, ~Q(nip_tmt=F("tmt_bulan"))),
        "CON_2": Syarat(_BERNOMOR & Q(lahir__isnull=False), ~Q(nip_lahir=F("lahir_angka"))),
        "CON_3": Syarat(
            _BERNOMOR & (laki | perempuan),
            (laki & ~Q(nip_kelamin="1")) | (perempuan & ~Q(nip_kelamin="2")),
        ),
        "CON_4": Syarat(_PPPK & bertmt, ~Q(nip_tahun=F("tmt_tahun"))),
    }


def _tambahan(b: Bahan) -> dict[str, Syarat]:
    lalu, lusa = b.tahun(1), b.tahun(2)
    dua_tahun = (lalu, lusa)
    return {
        "SER_1": Syarat(_SEMUA, Q(formasi__isnull=True)),
        "SER_2": Syarat(_SEMUA, Q(tmt_jabatan__isnull=True)),
        "SER_3": Syarat(_SEMUA, Q(tmt_jabatan__gt=b.per)),
        "SER_4": Syarat(_SEMUA, Q(tmt_pensiun__isnull=True)),
        "SER_5": Syarat(Q(jabatan__isnull=False), Q(jabatan__di_luar_referensi=True)),
        "SER_6": Syarat(Q(pendidikan__isnull=False), Q(pendidikan__di_luar_referensi=True)),
        "SER_7": Syarat(
            Q(_predikat(tahun__in=dua_tahun)),
            Q(_predikat(tahun__in=dua_tahun, bertentangan=True)),
        ),
        "SER_8": Syarat(_diangkat_sebelum(lalu), Q(~_predikat(tahun=lalu))),
        "SER_9": Syarat(_diangkat_sebelum(lusa), Q(~_predikat(tahun=lusa))),
        "SER_10": Syarat(_SEMUA, Q(pns_id="")),
    }


def _predikat(**pilihan: Any) -> Exists:
    return Exists(RiwayatKinerja.objects.filter(pegawai=OuterRef("pk"), **pilihan))


def _diangkat_sebelum(tahun: int) -> Q:
    """Served the whole of that year, as far as is known."""
    return Q(tmt_cpns__isnull=True) | Q(tmt_cpns__lt=date(tahun, 1, 1))

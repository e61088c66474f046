"""Kind ``tunjangan``: allowances by eselon, by JF and level, by class; each from a day on.

Two layouts: our template, and BKN's profile of JF, whose amounts stand without a day and count from
the day of the file. What a table says already and the file does not name stays in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.kernel.tabel_besaran import (
    TABEL,
    TAMBAHAN_KELAS,
    TUNJANGAN_FUNGSIONAL,
    TUNJANGAN_STRUKTURAL,
    Besaran,
    gabung,
    urai,
)
from organisasi.models import NilaiKetentuan
from organisasi.services.baris_impor import BarisImpor, baca, hitung, kolom_ada
from organisasi.services.ketentuan import tetapkan_tabel
from pegawai.columns_tunjangan import (
    BESARAN,
    DASAR,
    JABATAN,
    JENIS,
    JENJANG,
    MULAI,
    PERPRES,
    PETUNJUK,
    TUNJANGAN,
    TUNJANGAN_BKN,
    TUNJANGAN_TEMPLAT,
)
from pegawai.kernel import tunjangan as kernel
from pegawai.kernel.jenjang import kunci_nama
from pegawai.kernel.kemiripan import Acuan, Lema
from pegawai.kernel.tunjangan import Macam, tulis_rupiah
from pegawai.models import Formasi, Jabatan, JenisJabatan, Jenjang
from toolkit.lembar import Tabel
from toolkit.tabular import BerkasDitolak

_KODE = {
    Macam.STRUKTURAL: TUNJANGAN_STRUKTURAL, Macam.FUNGSIONAL: TUNJANGAN_FUNGSIONAL,
    Macam.KELAS: TAMBAHAN_KELAS,
}  # fmt: skip
_JENJANG = f"Isi {', '.join(Jenjang.labels[:-1])}, atau {Jenjang.labels[-1]}."
Letak = tuple[str, date]  # (code of the table, the day it counts from)


@dataclass
class _Riwayat:
    """The tables as they stand, day by day, with what the file lays over them."""

    ada: dict[str, dict[date, Mapping[str, Besaran]]]
    rencana: dict[Letak, dict[str, Besaran]] = field(default_factory=lambda: defaultdict(dict))

    def berlaku(self, kode: str, hari: date) -> Mapping[str, Besaran]:
        """The table in force on the day."""
        terakhir = max((h for h in self.ada[kode] if h <= hari), default=None)
        return {} if terakhir is None else self.ada[kode][terakhir]

    def tambah(self, kode: str, hari: date, kunci: str, satu: Besaran) -> None:
        """Lay a line over the table of the day."""
        self.ada[kode][hari] = gabung(self.berlaku(kode, hari), {kunci: satu})
        self.rencana[kode, hari][kunci] = satu

    def terputus(self, kode: str, hari: date, kunci: str, lama: Besaran | None) -> date | None:
        """The first later day whose table lacks the line, or still says what it said before."""
        for h, isi in sorted(self.ada[kode].items()):
            if h > hari and (kunci not in isi or isi[kunci].sama(lama)):
                return h
        return None


@dataclass(frozen=True)
class _Acuan:
    """The JF of the register, and which of their columns say the basis and the day."""

    jf: Mapping[str, str]  # the shared spelling of a family -> as the register prints it
    mirip: Acuan
    kolom: set[str]
    per: date


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read either layout, find what each row pays for, compare with what is in force."""
    ada = kolom_ada(tabel)
    if not ada & {"macam", "perpres"}:
        raise BerkasDitolak(
            "kolom_wajib_hilang",
            f"Kepala tabel harus memuat {JENIS} (templat SERASI), atau {PERPRES} (profil JF BKN).",
        )
    hasil, acuan = Hasil(), _acuan(ada, konteks.per)
    semua, kosong = _berisi(baca(tabel, konteks, boleh_kosong=("rupiah",)))
    for baris in semua:
        _periksa_baris(baris, acuan)
    _tolak_bertentangan(semua)
    riwayat = _riwayat()
    terima = hitung(hasil, semua)
    for baris in sorted(terima, key=lambda b: (b.isi["mulai"], b.nomor)):
        _bandingkan(hasil, riwayat, baris)
    hasil.rincian.sort(key=lambda satu: satu.baris or 0)
    _ingatkan_terputus(hasil, riwayat, terima)
    hasil.catatan += _catatan(kosong, acuan, konteks)
    hasil.muatan = dict(riwayat.rencana)
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """One new dated row per table and day, the earliest first."""
    muatan: dict[Letak, dict[str, Besaran]] = hasil.muatan
    for (kode, mulai), besaran in sorted(muatan.items(), key=lambda satu: satu[0][::-1]):
        tetapkan_tabel(kode, oleh=konteks.oleh, mulai=mulai, besaran=besaran,
                       catatan=f"Impor {konteks.nama_berkas}")  # fmt: skip


def _acuan(ada: set[str], per: date) -> _Acuan:
    rows = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(rumpun="").order_by()
    rumpun = rows.values_list("rumpun", flat=True).distinct()
    jf = {kunci_nama(satu): satu for satu in sorted(rumpun, reverse=True)}
    return _Acuan(jf, Acuan(Lema(k, nama) for k, nama in jf.items()), ada, per)


def _berisi(semua: Iterable[BarisImpor]) -> tuple[list[BarisImpor], int]:
    """The rows with an amount, however wrong, and how many have none."""
    isi, kosong = [], 0
    for baris in semua:
        if baris.isi["rupiah"] is None and not any(m.kolom == BESARAN for m in baris.masalah):
            kosong += 1
        else:
            isi.append(baris)
    return isi, kosong


def _periksa_baris(baris: BarisImpor, acuan: _Acuan) -> None:
    """Put table, key, name, basis and day into the row, or say what is wrong with it."""
    isi = baris.isi
    if "macam" not in acuan.kolom:
        isi["macam"] = Macam.FUNGSIONAL
    elif isi["macam"] is None:
        _wajib(baris, JENIS, "Isi struktural, fungsional, atau kelas.")
    _dasar(baris, acuan)
    if "mulai" not in acuan.kolom:
        isi["mulai"] = acuan.per
    elif isi["mulai"] is None:
        _wajib(baris, MULAI, "Isi hari besarannya mulai berlaku, misalnya 01-01-2026.")
    if isi["macam"] is not None and isi["nama"] is not None:
        isi["kode"] = _KODE[isi["macam"]]
        isi["kunci"], isi["sebutan"] = _BACA[isi["macam"]](baris, acuan)


def _wajib(baris: BarisImpor, kolom: str, obat: str) -> None:
    if not any(m.kolom == kolom for m in baris.masalah):
        baris.tolak(kolom, "wajib_kosong", f"{kolom} wajib diisi. {obat}")


def _dasar(baris: BarisImpor, acuan: _Acuan) -> None:
    """BKN's own column says the allowance's basis; its "Dasar Hukum" is that of the JF."""
    if "perpres" not in acuan.kolom:
        if baris.isi.get("dasar") is None:
            _wajib(baris, DASAR, "Sebut peraturannya, misalnya Perpres 26 Tahun 2007.")
        return
    baris.masalah = [m for m in baris.masalah if m.kolom != DASAR]
    teks = baris.isi["perpres"]
    if teks is None:
        _wajib(baris, PERPRES, "Isi nomor dan tahun Perpresnya.")
        return
    baris.isi["dasar"], utuh = kernel.sebut_perpres(teks)
    if not utuh:
        pesan = "Nomor atau tahun peraturannya tidak utuh; dicatat seperti tertulis."
        baris.ingatkan(PERPRES, "dasar_tidak_utuh", pesan)


def _struktural(baris: BarisImpor, _: _Acuan) -> tuple[str, str]:
    kunci = kernel.kunci_eselon(baris.isi["nama"])
    if kunci is None:
        pesan = "Eselon ini tidak dikenal. Isi I.a sampai V.b, misalnya IV.a."
        baris.tolak(JABATAN, "eselon_tidak_dikenal", pesan)
        return "", ""
    return kunci, kernel.sebutan_eselon(kunci)


def _kelas(baris: BarisImpor, _: _Acuan) -> tuple[str, str]:
    kunci = kernel.kunci_kelas(baris.isi["nama"])
    if kunci is None:
        baris.tolak(JABATAN, "kelas_tak_wajar", "Kelas jabatan 1 sampai 17. Isi angkanya saja.")
        return "", ""
    return kunci, f"Kelas {kunci}"


def _fungsional(baris: BarisImpor, acuan: _Acuan) -> tuple[str, str]:
    tertulis = baris.isi.get("jenjang")
    kode = kernel.kode_jenjang(tertulis) if tertulis else ""
    if kode is None:
        pesan = f"Jenjang ini tidak dikenal. {_JENJANG}"
        baris.tolak(JENJANG, "jenjang_tidak_dikenal", pesan)
    keluarga, jenjang = kernel.keluarga_dan_jenjang(baris.isi["nama"], kode or "")
    nama = acuan.jf.get(kunci_nama(keluarga))
    if nama is None:
        mirip = ", ".join(u.nama for u in acuan.mirip.usulan(keluarga))
        obat = f"Yang mirip: {mirip}." if mirip else "Impor referensi jabatannya lebih dahulu."
        pesan = f"Tidak ada jabatan fungsional dengan nama ini di referensi. {obat}"
        baris.tolak(JABATAN, "jabatan_tidak_dikenal", pesan)
    elif not jenjang and kode is not None:
        _wajib(baris, JENJANG, _JENJANG)
    if nama is None or not jenjang:
        return "", ""
    return kernel.kunci_jf(nama, jenjang), f"{nama} {Jenjang(jenjang).label}"


_BACA = {Macam.STRUKTURAL: _struktural, Macam.FUNGSIONAL: _fungsional, Macam.KELAS: _kelas}


def _tolak_bertentangan(semua: Sequence[BarisImpor]) -> None:
    """Rows that pay one post two amounts from one day: none is taken, each names the others."""
    menurut: dict[tuple[Any, ...], list[BarisImpor]] = defaultdict(list)
    for baris in semua:
        if not baris.ditolak:
            menurut[baris.isi["kode"], baris.isi["mulai"], baris.isi["kunci"]].append(baris)
    for rows in menurut.values():
        if len({(b.isi["rupiah"], b.isi["dasar"]) for b in rows}) == 1:
            continue
        sebut = "; ".join(
            f"baris {b.nomor}: {tulis_rupiah(b.isi['rupiah'])} ({b.isi['dasar']})" for b in rows
        )
        for baris in rows:
            pesan = (
                f"{baris.isi['sebutan']} disebut berbeda untuk hari mulai yang sama ({sebut}). "
                "Sisakan satu."
            )
            baris.tolak(BESARAN, "besaran_bertentangan", pesan)


def _riwayat() -> _Riwayat:
    ada: dict[str, dict[date, Mapping[str, Besaran]]] = {kode: {} for kode in TABEL}
    rows = NilaiKetentuan.objects.filter(kode__in=TABEL).order_by("mulai", "pk")
    for kode, mulai, nilai in rows.values_list("kode", "mulai", "nilai"):
        ada[kode][mulai] = urai(nilai)
    return _Riwayat(ada)


def _bandingkan(hasil: Hasil, riwayat: _Riwayat, baris: BarisImpor) -> None:
    isi = baris.isi
    satu = Besaran(isi["sebutan"], isi["rupiah"], isi["dasar"])
    lama = isi["lama"] = riwayat.berlaku(isi["kode"], isi["mulai"]).get(isi["kunci"])
    isi["tertulis"] = not satu.sama(lama)
    if not isi["tertulis"]:
        hasil.sama += 1
        return
    riwayat.tambah(isi["kode"], isi["mulai"], isi["kunci"], satu)
    rincian: tuple[tuple[str, Any, Any], ...] = ()
    if lama is None:
        hasil.baru += 1
    else:
        hasil.berubah += 1
        beda = (
            (BESARAN, tulis_rupiah(lama.rupiah), tulis_rupiah(satu.rupiah)),
            (DASAR, lama.dasar, satu.dasar),
        )
        rincian = tuple(b for b in beda if b[1] != b[2])
    for kolom, _, _ in rincian:
        hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
    macam = "berubah" if lama else "baru"
    nama = f"{satu.sebutan}, {tulis_rupiah(satu.rupiah)} sejak {isi['mulai']:%d-%m-%Y}"
    hasil.rincian.append(Perubahan(macam, isi["kunci"], nama, baris.nomor, rincian))


def _ingatkan_terputus(hasil: Hasil, riwayat: _Riwayat, terima: Iterable[BarisImpor]) -> None:
    """An amount of the past ends where a later table does not know it."""
    for baris in terima:
        isi = baris.isi
        if not isi["tertulis"]:
            continue
        hari = riwayat.terputus(isi["kode"], isi["mulai"], isi["kunci"], isi["lama"])
        if hari is not None:
            pesan = (
                f"Tabel yang berlaku sejak {hari:%d-%m-%Y} tidak memuat besaran ini, jadi ia hanya "
                "berlaku sampai sehari sebelumnya. Bila masih berlaku, tambahkan barisnya dengan "
                "tanggal itu."
            )
            baris.ingatkan(MULAI, "besaran_terputus", pesan)
            hasil.peringatan.append(baris.masalah[-1])


def _catatan(kosong: int, acuan: _Acuan, konteks: Konteks) -> list[str]:
    hasil = []
    if kosong:
        hasil.append(f"{kosong} baris tanpa besaran dilewati.")
    if "mulai" not in acuan.kolom:
        hasil.append(
            "Berkas ini tidak menyebut hari mulainya: semua besarannya dicatat berlaku sejak "
            f"tanggal keadaan berkas, {konteks.per:%d-%m-%Y}."
        )
    return hasil


def _isi_templat() -> Iterator[Sequence[Any]]:
    """What the agency has posts for, with the newest amounts known of them."""
    ada: dict[str, Mapping[str, Any]] = {}
    for kode, nilai in (
        NilaiKetentuan.objects.filter(kode__in=TABEL).order_by("mulai", "pk")
        .values_list("kode", "nilai")
    ):  # fmt: skip
        ada[kode] = nilai
    for macam, kunci, nama, jenjang in _pos_ada():
        satu = ada.get(_KODE[macam], {}).get(kunci, {})
        yield macam.value, nama, jenjang, satu.get("besaran"), satu.get("dasar"), None


def _pos_ada() -> Iterator[tuple[Macam, str, str, str]]:
    """(table, key, name, level) of every eselon, JF with level and class that has a post."""
    pos = Jabatan.objects.filter(pk__in=Formasi.objects.order_by().values("jabatan")).order_by()
    for kode in sorted(set(pos.exclude(eselon_id="").values_list("eselon_id", flat=True))):
        if kernel.kunci_eselon(kode):
            sebutan = kernel.sebutan_eselon(kode).removeprefix("Eselon ")
            yield Macam.STRUKTURAL, kode, sebutan, ""
    jf = pos.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(rumpun="").exclude(jenjang="")
    for rumpun, jenjang in sorted(set(jf.values_list("rumpun", "jenjang"))):
        yield Macam.FUNGSIONAL, kernel.kunci_jf(rumpun, jenjang), rumpun, Jenjang(jenjang).label
    kelas = pos.exclude(kelas=None).values_list("kelas", flat=True)
    for satu in sorted({n for n in kelas if n is not None}):
        yield Macam.KELAS, str(satu), str(satu), ""


IMPOR_TUNJANGAN = JenisImpor(
    kode="tunjangan",
    label="Tunjangan jabatan",
    keterangan=(
        "Besaran sebulan menurut eselon, jabatan fungsional, atau kelas jabatan, dengan dasar dan "
        "hari mulainya. Profil JF BKN juga dibaca; besarannya berlaku sejak tanggal keadaan."
    ),
    izin=Izin.KETENTUAN_UBAH,
    kolom=TUNJANGAN,
    templat=TUNJANGAN_TEMPLAT,
    susunan=(TUNJANGAN_BKN, TUNJANGAN_TEMPLAT),
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    petunjuk=PETUNJUK,
    urutan=92,
)

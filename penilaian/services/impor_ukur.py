"""What the imports of measured values share: rows found, judged, compared, written as versions.

A row is bound by the reach of who brings it. An empty cell says nothing: what is recorded stays. A
row is judged together with what is recorded already, so half of it can come from another file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from organisasi.impor import Hasil, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from organisasi.services.baris_impor import BarisImpor, baca, hitung, tolak_ganda
from pegawai.models import Pegawai
from pegawai.services.impor_orang import orang_dari, orang_menurut_nomor
from penilaian.columns.kehadiran import ORANG, PERIODE
from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.masa_periode import baca_kode
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.kernel.ukuran import Masa, Nilai, periksa
from penilaian.models import PeriodeKinerja
from penilaian.policies.periode import terbuka
from penilaian.selectors.nilai_tercatat import Tercatat, nilai_tercatat, polos
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.indikator_tulis import Ganti, Pencatatan, tulis_nilai
from toolkit.lembar import Tabel
from toolkit.policy import WrongMoment
from toolkit.tabular import BerkasDitolak, Column
from toolkit.templatetags.tampilan import tanggal

_MAKS_SUMBER = 255


@dataclass
class Muatan:
    """What applying writes: the period, every value to be, and whom it is about."""

    periode: PeriodeKinerja
    ganti: list[Ganti] = field(default_factory=list)
    nama: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Orang:
    nama: str
    kiri: int | None
    berhenti: Any


@dataclass
class _Acuan:
    """Everything rows are compared with, read once."""

    periode: PeriodeKinerja
    kolom: tuple[Column, ...]
    konteks: Konteks
    jangkauan: Jangkauan
    nomor: dict[str, int]
    orang: dict[int, _Orang]
    lama: Tercatat
    tetapan: KetentuanPenilaian

    @classmethod
    def muat(cls, konteks: Konteks, kolom: tuple[Column, ...]) -> _Acuan:
        periode = _periode(konteks)
        rows = Pegawai.objects.order_by().values_list("pk", "nama", "unit__kiri", "berhenti")
        return cls(
            periode=periode, kolom=kolom, konteks=konteks,
            jangkauan=konteks.jangkauan(Izin.INDIKATOR_CATAT), nomor=orang_menurut_nomor(),
            orang={pk: _Orang(nama, kiri, henti) for pk, nama, kiri, henti in rows},
            lama=nilai_tercatat(periode), tetapan=tetapan_penilaian(per=periode.selesai),
        )  # fmt: skip

    @property
    def masa(self) -> Masa:
        return Masa(self.periode.mulai, self.periode.selesai)


def _periode(konteks: Konteks) -> PeriodeKinerja:
    """The open period the file speaks for, by code or name; BerkasDitolak with the sentence."""
    kode = str(konteks.parameter.get("periode", "")).strip().upper()
    if not kode:
        raise BerkasDitolak("periode_belum_diisi", "Sebutkan kode periodenya, misalnya 2025-TW1.")
    semua = list(PeriodeKinerja.objects.all())
    periode = next((p for p in semua if kode in (p.kode, p.nama.upper())), None)
    if periode is None:
        ada = [p.kode for p in semua if p.ditutup_pada is None]
        kata = f" Yang terbuka: {', '.join(ada[:12])}." if ada else " Belum ada periode terbuka."
        raise BerkasDitolak("periode_tidak_dikenal", f"Periode {kode} belum dibuka.{kata}")
    for kalimat in terbuka.reasons(periode):
        raise BerkasDitolak("periode_ditutup", kalimat)
    if konteks.per < periode.mulai:
        raise BerkasDitolak("periode_belum_mulai", (
            f"Berkas ini berkeadaan {tanggal(konteks.per)}, sebelum {periode.nama} mulai "
            f"({tanggal(periode.mulai)})."
        ))  # fmt: skip
    return periode


def lihat_berkas(tabel: Tabel, konteks: Konteks, kolom: tuple[Column, ...]) -> Hasil:
    """Look at the rows: who, what cannot be true, what would change."""
    acuan = _Acuan.muat(konteks, kolom)
    hasil = Hasil()
    semua, kosong = _terisi(baca(tabel, konteks), acuan)
    tolak_ganda(semua, _kunci_ganda, kolom="NIP", kode="nip_ganda", apa="Pegawai")
    for baris in semua:
        _periksa_baris(baris, acuan)
    muatan = Muatan(acuan.periode)
    for baris in hitung(hasil, semua):
        _bandingkan(hasil, muatan, baris, acuan)
    hasil.muatan = muatan
    hasil.catatan += _catatan(kosong, acuan)
    return hasil


def _catatan(kosong: int, acuan: _Acuan) -> list[str]:
    kata = []
    if kosong:
        kata.append(f"{kosong} baris hanya menyebut pegawai tanpa satu nilai pun, dan dilewati.")
    if acuan.konteks.per <= acuan.periode.selesai:
        kata.append(
            f"{acuan.periode.nama} baru berakhir {tanggal(acuan.periode.selesai)}; berkas ini "
            f"menyatakan keadaan {tanggal(acuan.konteks.per)}."
        )
    return kata


def kunci_nilai(kolom: Iterable[Column]) -> list[str]:
    """Keys of the columns that hold values."""
    orang = {satu.key for satu in ORANG}
    return [satu.key for satu in kolom if satu.key not in orang]


def _terisi(semua: Iterator[BarisImpor], acuan: _Acuan) -> tuple[list[BarisImpor], int]:
    """Rows that say anything, and how many say nothing: people of a template nobody filled in."""
    kunci = kunci_nilai(acuan.kolom)
    isi, kosong = [], 0
    for baris in semua:
        if baris.masalah or any(baris.isi.get(satu) is not None for satu in kunci):
            baris.isi["orang"] = orang_dari(baris, acuan.nomor, acuan.konteks)
            isi.append(baris)
        else:
            kosong += 1
    return isi, kosong


def _kunci_ganda(baris: BarisImpor) -> int | None:
    orang: int | None = baris.isi["orang"]
    return orang


def _periksa_baris(baris: BarisImpor, acuan: _Acuan) -> None:
    _periksa_orang(baris, acuan)
    kata = baris.isi.get("periode")
    if kata is not None and not _sama_periode(kata, acuan.periode):
        baris.tolak(PERIODE, "periode_lain", (
            f"Baris ini untuk periode {kata}, sedangkan berkas diunggah untuk {acuan.periode.kode}."
        ))  # fmt: skip
    if baris.isi["orang"] is None or any(m.tingkat == "tolak" for m in baris.masalah):
        return
    judul = {satu.key: satu.header for satu in acuan.kolom}
    for cela in periksa(_jadi(baris, acuan), acuan.masa, acuan.tetapan):
        kolom = judul.get(cela.indikator)
        lapor = baris.tolak if cela.menolak else baris.ingatkan
        lapor(kolom if kolom in baris.mentah else None, cela.kode, cela.bunyi)


def _sama_periode(kata: str, periode: PeriodeKinerja) -> bool:
    masa = baca_kode(kata)
    return masa is not None and masa.kode == periode.kode


def _periksa_orang(baris: BarisImpor, acuan: _Acuan) -> None:
    pk = baris.isi["orang"]
    if pk is None:
        return
    siapa = acuan.orang[pk]
    if not acuan.jangkauan.memuat(siapa.kiri):
        baris.tolak("NIP", "di_luar_jangkauan", "Pegawai ini di luar jangkauan peran Anda.")
    elif siapa.berhenti is not None and siapa.berhenti <= acuan.periode.mulai:
        baris.tolak("NIP", "sudah_berhenti", (
            f"Pegawai ini berhenti sejak {tanggal(siapa.berhenti)}, sebelum {acuan.periode.nama}."
        ))  # fmt: skip


def _isi(baris: BarisImpor, acuan: _Acuan) -> dict[str, Nilai]:
    kunci = kunci_nilai(acuan.kolom)
    return {satu: baris.isi[satu] for satu in kunci if baris.isi.get(satu) is not None}


def _jadi(baris: BarisImpor, acuan: _Acuan) -> dict[str, Nilai]:
    """The values as they would be: what is recorded, and what the row says over it."""
    return polos(acuan.lama.get(baris.isi["orang"], {})) | _isi(baris, acuan)


def _bandingkan(hasil: Hasil, muatan: Muatan, baris: BarisImpor, acuan: _Acuan) -> None:
    pk = baris.isi["orang"]
    lama = acuan.lama.get(pk, {})
    beda = [
        Ganti(pk, kode, nilai, lama.get(kode))
        for kode, nilai in _isi(baris, acuan).items()
        if kode not in lama or lama[kode].nilai != nilai
    ]
    nama = acuan.orang[pk].nama
    if not beda:
        hasil.sama += 1
        return
    muatan.ganti += beda
    muatan.nama[pk] = nama
    milik = set(kunci_nilai(acuan.kolom))
    if not milik & lama.keys():
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", baris.isi["nip"], nama, baris.nomor))
        return
    judul = {satu.key: satu.header for satu in acuan.kolom}
    rincian = tuple(
        (judul[g.indikator], _tulis(g.lama.nilai) if g.lama else None, _tulis(g.nilai))
        for g in beda
    )
    hasil.berubah += 1
    for kolom, _, _ in rincian:
        hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
    hasil.rincian.append(Perubahan("berubah", baris.isi["nip"], nama, baris.nomor, rincian))


def _tulis(nilai: Nilai | None) -> str | None:
    return nilai if nilai is None or isinstance(nilai, str) else teks_angka(nilai)


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the versions. WrongMoment when a value moved, or the period closed, meanwhile."""
    muatan: Muatan = hasil.muatan
    periode = PeriodeKinerja.objects.select_for_update().get(pk=muatan.periode.pk)
    terbuka.check(periode)
    if _bergeser(muatan):
        raise WrongMoment(
            "Ada nilai yang diubah orang lain selagi berkas ini dibaca. Terapkan sekali lagi.",
            kode="sudah_berubah",
        )
    catatan = Pencatatan(periode, konteks.sumber[:_MAKS_SUMBER], konteks.oleh)
    tulis_nilai(muatan.ganti, catatan, nama=muatan.nama)


def _bergeser(muatan: Muatan) -> bool:
    """Whether the rows in force are others than those the plan was made over."""
    kini = nilai_tercatat(muatan.periode, muatan.nama)
    for satu in muatan.ganti:
        ada = kini.get(satu.pegawai, {}).get(satu.indikator)
        if (ada.pk if ada else None) != (satu.lama.pk if satu.lama else None):
            return True
    return False


def isi_templat(
    kolom: tuple[Column, ...],
) -> tuple[Callable[[], Iterable[Sequence[Any]]], Callable[[Pengguna], Iterable[Sequence[Any]]]]:
    """People in service, values left to fill in: of everybody, and of one's own branch."""
    kosong = (None,) * (1 + len(kunci_nilai(kolom)))

    def baris(jangkauan: Jangkauan) -> Iterator[Sequence[Any]]:
        rows = jangkauan.saring(Pegawai.objects.tercatat(), prefix="unit__")
        for nip, nama, unit in rows.order_by("unit__kiri", "nama").values_list(
            "nip", "nama", "unit__nama"
        ):
            yield nip, nama, unit, *kosong

    def semua() -> Iterable[Sequence[Any]]:
        return baris(Jangkauan(semua=True, rentang=()))

    def untuk(pengguna: Pengguna) -> Iterable[Sequence[Any]]:
        return baris(Jangkauan.milik(pengguna, Izin.INDIKATOR_CATAT))

    return semua, untuk

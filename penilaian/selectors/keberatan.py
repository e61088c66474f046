"""Reads for the pages of objections: the lists, one case with its clock, who else was touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from organisasi.izin import Izin
from organisasi.models import UnitKerja
from penilaian.kernel.kata import tanggal
from penilaian.kernel.skor import Baris, akun_dari
from penilaian.models import (
    HasilPenilaian,
    KeadaanKeberatan,
    Keberatan,
    KeteranganKeberatan,
    PihakKeberatan,
    PutusanSurat,
)
from penilaian.models.keberatan import KeberatanQuerySet
from penilaian.models.nilai import HasilPenilaianQuerySet as HasilQuerySet
from penilaian.selectors import keberatan_jam as jam

MAKS_TERSENTUH = 50


@dataclass(frozen=True)
class DaftarKeberatan:
    """The list as filtered, how many stand where within reach, and how many are overdue."""

    rows: KeberatanQuerySet
    jumlah: Mapping[str, int]
    lewat: int
    unit: Sequence[UnitKerja]

    @property
    def berjalan(self) -> int:
        """Neither decided nor withdrawn."""
        return self.jumlah["diajukan"] + self.jumlah["diperiksa"]


def daftar(pengguna: Any, saring: Mapping[str, Any], *, per: date) -> DaftarKeberatan:
    """Objections within reach; without a state those that run, the nearest limit first."""
    semua = Keberatan.objects.for_user(pengguna, per=per)
    hitung = dict(semua.order_by().values_list("keadaan").annotate(n=Count("pk")))
    lewat = semua.berjalan().filter(batas_putus__lt=per)
    rows = lewat if saring.get("lewat") else semua
    keadaan = saring.get("keadaan", "")
    if keadaan in KeadaanKeberatan.values:
        rows = rows.filter(keadaan=keadaan)
    elif keadaan == "hitung":
        rows = rows.dikabulkan().filter(penilaian_ulang__isnull=True)
    elif keadaan != "semua":
        rows = rows.berjalan()
    if opd := saring.get("unit"):
        rows = rows.filter(Q(pegawai__unit__opd=opd) | Q(pegawai__unit=opd))
    if q := saring.get("q", ""):
        rows = rows.filter(Q(pegawai__nama__icontains=q) | Q(pegawai__nip=q.replace(" ", "")))
    return DaftarKeberatan(
        rows=rows.with_names().order_by("batas_putus", "pk"),
        jumlah={k: hitung.get(k, 0) for k in KeadaanKeberatan.values},
        lewat=lewat.count(),
        unit=list(UnitKerja.objects.filter(pk__in=semua.order_by().values("pegawai__unit__opd"))),
    )


def milik(pengguna: Any) -> KeberatanQuerySet:
    """One's own objections, the newest first."""
    return Keberatan.objects.filter(pegawai__pengguna=pengguna).with_names()


def menunggu(pengguna: Any) -> Sequence[tuple[Keberatan, str]]:
    """Running cases in which one is the assessor or decides, each with what is to be done."""
    didengar = KeteranganKeberatan.objects.filter(
        keberatan=OuterRef("pk"), pihak=PihakKeberatan.PENILAI
    )
    rows = Keberatan.objects.pihak(pengguna).exclude(pegawai__pengguna=pengguna).berjalan()
    rows = rows.with_names().annotate(didengar=Exists(didengar)).order_by("batas_putus", "pk")
    return [(satu, _tugas(satu, pengguna)) for satu in rows]


def _tugas(keberatan: Any, pengguna: Any) -> str:
    if keberatan.penilai is not None and keberatan.penilai.pengguna_id == pengguna.pk:
        return "Sudah memberi keterangan" if keberatan.didengar else "Beri keterangan"
    diajukan = keberatan.keadaan == KeadaanKeberatan.DIAJUKAN
    return "Mulai pemeriksaan" if diajukan else "Dengar kedua pihak, lalu putus"


@dataclass(frozen=True)
class BarisPerkara:
    """One line of the contested account, its published sentence and what the ruling made of it."""

    kode: str
    bunyi: str
    akun: Baris
    dibantah: bool
    koreksi: Mapping[str, str] | None


@dataclass(frozen=True)
class LangkahPerkara:
    """One step on the road: done on a day, or due until one."""

    judul: str
    pada: date | datetime | None = None
    sampai: date | None = None
    ket: str = ""
    lewat: bool = False


@dataclass(frozen=True)
class Perkara:
    """One case as its page shows it."""

    keberatan: Keberatan
    baris: Sequence[BarisPerkara]
    keterangan: Sequence[KeteranganKeberatan]
    langkah: Sequence[LangkahPerkara]
    berikut: str
    tunggu: str
    surat: PutusanSurat | None
    lewat: bool

    def dari(self, pihak: str) -> list[KeteranganKeberatan]:
        """What one side said."""
        return [satu for satu in self.keterangan if satu.pihak == pihak]

    @property
    def pegawai(self) -> list[KeteranganKeberatan]:
        """The employee's side."""
        return self.dari(PihakKeberatan.PEGAWAI)

    @property
    def penilai(self) -> list[KeteranganKeberatan]:
        """The assessor's side."""
        return self.dari(PihakKeberatan.PENILAI)

    @property
    def pemutus(self) -> list[KeteranganKeberatan]:
        """What the one who decides wrote down."""
        return self.dari(PihakKeberatan.PEMUTUS)


def perkara(keberatan: Keberatan, *, per: date) -> Perkara:
    """Everything about one case."""
    rows = keberatan.keterangan.select_related("oleh", "bukti").order_by("pada", "pk")
    keterangan = list(rows)
    didengar = any(satu.pihak == PihakKeberatan.PENILAI for satu in keterangan)
    sampai = jam.batas_tanggapan(keberatan)
    surat = keberatan.putusan_surat.filter(ditolak_pada=None)
    satu_surat = surat.select_related("bukti", "dicatat_oleh", "disahkan_oleh").first()
    tunggu = jam.kalimat_tunggu(sampai, didengar, per=per) if keberatan.berjalan else ""
    lewat = keberatan.berjalan and keberatan.batas_putus < per
    return Perkara(
        keberatan=keberatan,
        baris=baris_perkara(keberatan),
        keterangan=keterangan,
        langkah=_langkah(keberatan, keterangan, sampai, per),
        berikut=_berikut(keberatan, sampai, tunggu, satu_surat, lewat),
        tunggu=tunggu,
        surat=satu_surat,
        lewat=lewat,
    )


def baris_hasil(hasil: HasilPenilaian) -> list[tuple[str, str, Baris]]:
    """Code, published sentence and account of every line of a result."""
    bunyi = dict(hasil.penilaian.perangkat.kriteria.values_list("kode", "bunyi"))
    semua = akun_dari(hasil.rincian).baris
    return [(b.kriteria, bunyi.get(b.kriteria, b.sumber.nama), b) for b in semua]


def baris_perkara(keberatan: Keberatan) -> list[BarisPerkara]:
    """The lines of the contested account, those that are contested first."""
    dibantah = set(keberatan.kriteria)
    koreksi = {satu["kriteria"]: satu for satu in keberatan.koreksi}
    semua = [
        BarisPerkara(kode, bunyi, baris, kode in dibantah, koreksi.get(kode))
        for kode, bunyi, baris in baris_hasil(keberatan.hasil)
    ]
    return sorted(semua, key=lambda satu: not satu.dibantah)


def _langkah(
    keberatan: Keberatan,
    keterangan: Sequence[KeteranganKeberatan],
    sampai: date | None,
    per: date,
) -> list[LangkahPerkara]:
    k = keberatan
    lewat = k.berjalan and k.batas_putus < per
    jalur = f"surat {k.nomor_surat}, dicatat {k.dicatat_oleh.nama}" if k.nomor_surat else ""
    langkah = [
        LangkahPerkara("Hasil diterima", k.diterima, ket=f"batas keberatan {tanggal(k.batas)}"),
        LangkahPerkara("Keberatan diajukan", k.tanggal, ket=jalur),
        LangkahPerkara("Pemeriksaan dimulai", k.diperiksa_pada),
    ]
    jawab = next((s.pada for s in keterangan if s.pihak == PihakKeberatan.PENILAI), None)
    if k.penilai_id is not None:
        terlambat = jawab is None and sampai is not None and per > sampai and k.berjalan
        langkah.append(LangkahPerkara("Keterangan pejabat penilai", jawab, sampai, "", terlambat))
    if k.keadaan == KeadaanKeberatan.DICABUT:
        return [*langkah, LangkahPerkara("Dicabut oleh yang mengajukan")]
    putusan = k.get_putusan_display().lower()
    langkah.append(LangkahPerkara("Putusan", k.diputus_pada, k.batas_putus, putusan, lewat))
    if k.menang:
        ulang = k.penilaian_ulang
        langkah.append(
            LangkahPerkara(
                "Perhitungan ulang",
                ulang.dihitung_pada if ulang else None,
                ket=str(ulang) if ulang else "menunggu BKPSDM",
            )
        )
    return langkah


def _berikut(
    k: Keberatan, sampai: date | None, tunggu: str, surat: PutusanSurat | None, lewat: bool
) -> str:  # fmt: skip
    """Who must act next, and until when; empty when nobody must."""
    if k.keadaan == KeadaanKeberatan.DICABUT:
        return ""
    if k.keadaan == KeadaanKeberatan.DIPUTUS:
        if k.menang and k.penilaian_ulang is None:
            return "BKPSDM menghitung ulang nilainya."
        return ""
    if k.pemutus is None:
        return "Kepala BKPSDM menunjuk pejabat yang memutus."
    if k.keadaan == KeadaanKeberatan.DIAJUKAN:
        return f"{k.pemutus.nama_lengkap} memulai pemeriksaan."
    if tunggu and sampai is not None and k.penilai is not None:
        return f"{k.penilai.nama_lengkap} memberi keterangan paling lambat {tanggal(sampai)}."
    if surat is not None:
        return "Petugas kedua mengesahkan catatan putusannya."
    if lewat:
        return f"{k.pemutus.nama_lengkap} memutus; batasnya {tanggal(k.batas_putus)} sudah lewat."
    return f"{k.pemutus.nama_lengkap} memutus paling lambat {tanggal(k.batas_putus)}."


@dataclass(frozen=True)
class Tersentuh:
    """Somebody else whose result differs between the run before a ruling and the one after."""

    hasil: HasilPenilaian
    lama: HasilPenilaian | None


def orang_tersentuh(
    keberatan: Keberatan, pengguna: Any, *, per: date
) -> tuple[list[Tersentuh], int]:
    """The first of them by score within one's reach, and how many there are."""
    ulang = keberatan.penilaian_ulang
    if ulang is None:
        return [], 0
    sebelum = ulang.sebelumnya_id or keberatan.hasil.penilaian_id
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    rows = rows.filter(penilaian=ulang).exclude(pegawai=keberatan.pegawai_id)
    rows = rows.filter(_berbeda(sebelum))
    rows = rows.select_related("pegawai", "unit").defer("rincian", "pegawai__siasn")
    semua = list(rows.order_by("-skor", "pk")[:MAKS_TERSENTUH])
    lama = HasilPenilaian.objects.filter(
        penilaian=sebelum, pegawai__in=[s.pegawai_id for s in semua]
    ).defer("rincian")
    menurut = {satu.pegawai_id: satu for satu in lama}
    jumlah = len(semua) if len(semua) < MAKS_TERSENTUH else rows.count()
    return [Tersentuh(satu, menurut.get(satu.pegawai_id)) for satu in semua], jumlah


def _berbeda(sebelum: int) -> Q:
    """Not the same account in the same place in the run before; no place is a place too."""
    sama = HasilPenilaian.objects.filter(
        penilaian=sebelum, pegawai=OuterRef("pegawai"), sha256=OuterRef("sha256")
    )
    bertempat = Exists(sama.filter(peringkat=OuterRef("peringkat")))
    tanpa = Exists(sama.filter(peringkat__isnull=True))
    return Q(~bertempat, peringkat__isnull=False) | Q(~tanpa, peringkat__isnull=True)


def hasil_sendiri(pengguna: Any) -> HasilQuerySet:
    """One's own delivered results, whatever came after them."""
    rows = HasilPenilaian.objects.disampaikan().filter(pegawai__pengguna=pengguna)
    return rows.select_related("penilaian__periode", "penilaian__perangkat", "pegawai__unit")


def hasil_tercatat(pengguna: Any, *, per: date) -> HasilQuerySet:
    """Delivered results of people for whom one may write a letter down, the newest first."""
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.KEBERATAN_CATAT, per=per).disampaikan()
    return rows.select_related(
        "penilaian__periode", "penilaian__perangkat", "pegawai__unit", "penilai", "atasan_penilai"
    ).order_by("-penilaian__periode__selesai", "-penilaian__nomor", "pegawai__nama")


def cari_hasil(pengguna: Any, q: str, *, per: date) -> HasilQuerySet:
    """Of these the ones of a person by number or name; none before something was asked."""
    rows = hasil_tercatat(pengguna, per=per).defer("rincian", "pegawai__siasn")
    if len(q) < 3:
        return rows.none()
    return rows.filter(Q(pegawai__nip="".join(q.split())) | Q(pegawai__nama__icontains=q))

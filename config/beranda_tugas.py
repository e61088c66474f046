"""What waits for a person on the first page: sentences that are doors, with capped counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse

from mutasi.models import PermintaanPegawai, StatusPermintaan
from mutasi.selectors.keberatan_mutasi import daftar as keberatan_sk
from mutasi.selectors.keputusan import menunggu_nomor, menunggu_tetap
from mutasi.selectors.sidang import sidang_kini
from mutasi.selectors.usulan_saya import menunggu_jawaban
from mutasi.selectors.usulan_tunggu import menunggu_saya
from organisasi.izin import Izin
from organisasi.models import (
    Disposisi,
    Impor,
    Jangkauan,
    PenugasanPeran,
    StatusImpor,
)
from organisasi.policies import tambah_bulan
from organisasi.selectors import BATAS_CACAH, Hak, cacah
from pegawai.models import KeadaanPerbaikan, Penugasan
from pegawai.selectors.perbaikan import untuk_ditanggapi
from pegawai.selectors.sementara import DEKAT, akan_berakhir
from penilaian.models import Keberatan
from penilaian.selectors.kinerja_ringkas import antrean as antrean_kinerja
from penilaian.selectors.nilai_saya import belum_diterima
from penilaian.selectors.padanan import belum_diputuskan
from penilaian.selectors.perhitungan_jalan import Langkah, menunggu

BATAS = BATAS_CACAH


@dataclass(frozen=True)
class Tugas:
    """Something that waits for this person."""

    kalimat: str
    url: str


def alamat(nama: str, kueri: str = "", **kwargs: Any) -> str:
    """The address of a page, or nothing where its room is not built yet."""
    try:
        return reverse(nama, kwargs=kwargs or None) + kueri
    except NoReverseMatch:
        return ""


def tugas_untuk(user: Any, held: Hak, impor: list[tuple[str, Impor]], *, per: date) -> list[Tugas]:
    """Files that were begun, then what others wait for, then what has time."""
    antrean = list(_antrean(user, held, per))
    jumlah = cacah(user, [rows for rows, _, _ in antrean])
    menunggu = [
        Tugas(kalimat.format(_kata(n)), url)
        for n, (_, kalimat, url) in zip(jumlah, antrean, strict=True)
        if n
    ]
    return [*_tugas_impor(impor), *menunggu]


def _kata(n: int) -> str:
    """In words that stay true beyond the cap."""
    return f"{n}" if n <= BATAS else "Lebih dari 1.000"


def _antrean(user: Any, held: Hak, per: date) -> Iterator[tuple[QuerySet[Any], str, str]]:
    """What waits by the rights one holds: the rows, the sentence, its page."""
    if Izin.PERMINTAAN_TANGGAPI in held.izin:
        rows: QuerySet[Any] = PermintaanPegawai.objects.for_user(
            user, Izin.PERMINTAAN_TANGGAPI, per=per
        )
        yield (
            rows.filter(status=StatusPermintaan.DIAJUKAN),
            "{} permintaan pegawai menunggu tanggapan.",
            alamat("mutasi:permintaan", f"?status={StatusPermintaan.DIAJUKAN}"),
        )
    if Izin.DISPOSISI_SAHKAN in held.izin:
        yield (
            Disposisi.objects.filter(disahkan_pada__isnull=True),
            "{} disposisi menunggu disahkan orang kedua.",
            alamat("organisasi:disposisi", "?status=menunggu"),
        )
    if Izin.PERAN_BERI in held.izin:
        yield (
            PenugasanPeran.objects.aktif(per).filter(selesai__lte=tambah_bulan(per, 1)),
            "{} peran berakhir dalam sebulan.",
            alamat("organisasi:pengguna"),
        )
    if Izin.PADANAN_PUTUSKAN in held.izin:
        yield (
            belum_diputuskan(),
            "{} nama jabatan di luar referensi menunggu padanan.",
            alamat("penilaian:padanan"),
        )
    for izin, langkah, kata in (
        (Izin.KEBUTUHAN_PERIKSA, Langkah.PERIKSA, "diperiksa"),
        (Izin.KEBUTUHAN_TETAPKAN, Langkah.PUTUSKAN, "diputuskan"),
    ):
        if izin in held.izin:
            yield (
                menunggu(user, langkah, per=per),
                f"{{}} perhitungan kebutuhan menunggu {kata}.",
                alamat("penilaian:perhitungan-daftar", f"?tunggu={langkah}"),
            )
    for rows, kata, url in antrean_kinerja(user, per=per):
        yield rows, f"{{}} {kata}.", url
    yield from _antrean_keberatan(user, held, per)
    yield from _antrean_mutasi(user, held, per)
    if Izin.PEGAWAI_UBAH in held.izin:
        yield (
            untuk_ditanggapi(user, per=per).filter(keadaan=KeadaanPerbaikan.DIAJUKAN),
            "{} permintaan perbaikan data menunggu tanggapan.",
            alamat("pegawai:perbaikan-daftar"),
        )
        jangkauan = Jangkauan.milik(user, Izin.PEGAWAI_UBAH, per=per)
        surat = jangkauan.saring(Penugasan.objects.sampingan(), prefix="pegawai__unit__")
        yield (
            akan_berakhir(surat, sampai=per + timedelta(days=DEKAT), per=per),
            f"{{}} penugasan sementara atau tambahan berakhir dalam {DEKAT} hari.",
            alamat("pegawai:sementara", "?kelompok=dekat"),
        )


def _antrean_mutasi(user: Any, held: Hak, per: date) -> Iterator[tuple[QuerySet[Any], str, str]]:
    """Cases whose next act is one's own, the answer that is waited for, one's sessions."""
    if Izin.USULAN_LIHAT in held.izin:
        yield (
            menunggu_saya(user, per=per),
            "{} usulan mutasi menunggu Anda.",
            alamat("mutasi:meja"),
        )
    if held.punya_berkas:
        yield (
            menunggu_jawaban(user, per=per),
            "{} pemberitahuan tentang jabatan Anda menunggu jawaban.",
            alamat("mutasi:usulan-saya"),
        )
    if Izin.SIDANG_LIHAT in held.izin:
        yield (
            sidang_kini(user, per=per),
            "{} sidang TPK Anda hari ini atau belum ditutup.",
            alamat("mutasi:sidang"),
        )
    yield from _antrean_sk(user, held, per)


def _antrean_sk(user: Any, held: Hak, per: date) -> Iterator[tuple[QuerySet[Any], str, str]]:
    """Decrees that want a number or a signature, objections that want an answer."""
    if Izin.KEPUTUSAN_NOMORI in held.izin:
        yield (
            menunggu_nomor(user, per=per),
            "{} draf keputusan mutasi menunggu nomor.",
            alamat("mutasi:keputusan", "?status=nomor"),
        )
    if Izin.KEPUTUSAN_TETAPKAN in held.izin:
        yield (
            menunggu_tetap(user, per=per),
            "{} keputusan mutasi menunggu Anda tetapkan.",
            alamat("mutasi:keputusan", "?status=tetap"),
        )
    if Izin.USULAN_PUTUSKAN in held.izin:
        yield (
            keberatan_sk(user, "", per=per),
            "{} keberatan atas keputusan mutasi menunggu putusan Anda.",
            alamat("mutasi:keberatan-mutasi"),
        )


def _antrean_keberatan(user: Any, held: Hak, per: date) -> Iterator[tuple[QuerySet[Any], str, str]]:
    """Cases in which one speaks or decides, and those of the office that are overdue."""
    if held.punya_berkas:
        yield (
            belum_diterima(user, per=per),
            "{} hasil penilaian Anda belum Anda nyatakan diterima.",
            alamat("penilaian:nilai-saya"),
        )
        yield (
            Keberatan.objects.pihak(user).exclude(pegawai__pengguna=user).berjalan(),
            "{} keberatan berjalan dengan Anda sebagai penilai atau yang memutus.",
            alamat("penilaian:keberatan-menunggu"),
        )
    if Izin.KEBERATAN_LIHAT in held.izin:
        yield (
            Keberatan.objects.for_user(user, per=per).berjalan().filter(batas_putus__lt=per),
            "{} keberatan melewati batas putusnya.",
            alamat("penilaian:keberatan", "?lewat=1"),
        )


def _tugas_impor(impor: list[tuple[str, Impor]]) -> list[Tugas]:
    kalimat = {
        StatusImpor.DIPERIKSA: "sudah diperiksa dan menunggu diterapkan",
        StatusImpor.PERLU_PEMETAAN: "menunggu kolomnya dicocokkan",
    }
    return [
        Tugas(f"{label}: {i.nama_berkas} {kalimat[StatusImpor(i.status)]}.",
              alamat("organisasi:impor-rincian", pk=i.pk))
        for label, i in impor
        if i.status in kalimat
    ]  # fmt: skip

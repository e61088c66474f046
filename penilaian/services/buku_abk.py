"""The workbook of task rows that goes out to an office and comes back: *Buku ABK*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django.db.models import QuerySet

from organisasi.models import UnitKerja
from organisasi.services.impor import PETUNJUK
from pegawai.models import Formasi
from penilaian.columns.abk import ABK_BUKU, MAKS_SATUAN, MAKS_URAIAN, STEMPEL
from penilaian.kernel.abk import Periode
from penilaian.kernel.abk_baca import NORMA, PERIODE, SATUAN, URAIAN, VOLUME
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan, UraianTugas
from penilaian.services.abk_sel import ANGKA_PALING_BESAR
from penilaian.services.abk_stempel import PETUNJUK_STEMPEL, stempel_buku
from toolkit.isian import Bilangan, Isian, Panjang, Pilihan
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

NAMA_LEMBAR = "Uraian tugas"
BARIS_TAMBAHAN = 300
_KOSONG = (None,) * 5
_PERIODE = (
    Column("PERIODE", "periode", lebar=16),
    Column("ARTI", "arti", lebar=60),
)
_ARTI = (
    (Periode.HARI, "sebanyak itu setiap hari kerja"),
    (Periode.MINGGU, "sebanyak itu setiap minggu"),
    (Periode.BULAN, "sebanyak itu setiap bulan"),
    (Periode.TAHUN, "sebanyak itu setahun"),
    (Periode.TRIWULAN, "setiap tiga bulan; hanya untuk usulan unit (draf)"),
    (Periode.SEMESTER, "setiap enam bulan; hanya untuk usulan unit (draf)"),
)
_PETUNJUK = (
    ("Kolom abu-abu", "Unit dan jabatan beserta ID-nya, dan stempel; jangan diubah. Baris dikenali "
     "dari ID."),
    (URAIAN, "Satu tugas per baris; satu tugas hanya sekali dalam satu jabatan."),
    (SATUAN, "Hasil yang dapat dihitung: berkas, laporan, layanan; bukan satuan waktu."),
    (VOLUME, "Banyaknya hasil dalam satu periode."),
    (PERIODE, "Pilih dari daftar di sel; artinya ada di lembar Periode."),
    (NORMA, "Menit kerja untuk satu hasil. Tulis 90, bukan 1,5 jam."),
    ("Menambah tugas", "Pakai baris kosong jabatan itu. Bila tidak ada, pakai baris kosong di "
     "bawah tabel dan salin keempat kolom abu-abu dari baris jabatannya."),
    ("Menghapus tugas", "Kosongkan kelima selnya, dari uraian sampai norma. Tugas itu tidak ikut "
     "versi berikutnya; versi lama tetap tersimpan."),
    PETUNJUK_STEMPEL,
    ("Baris kosong", "Dilewati. Jabatan yang semua barisnya kosong tidak berubah."),
    ("Mengembalikan", "Unggah di halaman Kebutuhan, Buku ABK. Dari unit, isinya menjadi draf "
     "yang lalu diperiksa dan diputuskan; tidak langsung mengubah kebutuhan."),
)  # fmt: skip
_ANGKA = f"sampai {ANGKA_PALING_BESAR:,}".replace(",", ".")
_ISIAN = Isian(
    kunci=frozenset({"unor_id", "unor", "jabatan_id", "jabatan", STEMPEL.key}),
    aturan={
        "uraian": Panjang(MAKS_URAIAN, f"Paling panjang {MAKS_URAIAN} huruf."),
        "satuan": Panjang(MAKS_SATUAN, f"Paling panjang {MAKS_SATUAN} huruf."),
        "volume": Bilangan(ANGKA_PALING_BESAR, f"Isi angka dari 0 {_ANGKA}."),
        "periode": Pilihan([p.value for p, _ in _ARTI], "Pilih periode dari daftar."),
        "norma": Bilangan(
            ANGKA_PALING_BESAR, f"Isi menit untuk satu hasil, lebih dari 0 {_ANGKA}.", lebih=True
        ),
    },
    tambahan=BARIS_TAMBAHAN,
)


def formasi_cabang(unit: UnitKerja) -> QuerySet[Formasi]:
    """Posts of the unit and everything below it, in offices still open."""
    return Formasi.objects.filter(
        unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan, unit__ditutup__isnull=True
    )


def tulis_buku_abk(
    formasi: QuerySet[Formasi], tujuan: Path | BinaryIO, *, baris_kosong: int = 0
) -> int:
    """Write the workbook of these posts; how many rows it carries."""
    baris = list(baris_buku(formasi, draf=True, baris_kosong=baris_kosong))
    lembar = [
        LembarTulis(NAMA_LEMBAR, ABK_BUKU, baris, isian=_ISIAN),
        LembarTulis("Petunjuk", PETUNJUK, _PETUNJUK),
        LembarTulis("Periode", _PERIODE, [(p.value, arti) for p, arti in _ARTI]),
    ]
    tulis_buku(tujuan, lembar)
    return len(baris)


def isi_buku_abk(formasi: QuerySet[Formasi], *, baris_kosong: int) -> bytes:
    """The same, to hand over."""
    berkas = BytesIO()
    tulis_buku_abk(formasi, berkas, baris_kosong=baris_kosong)
    return berkas.getvalue()


def baris_buku(
    formasi: QuerySet[Formasi], *, draf: bool, baris_kosong: int = 0
) -> Iterator[Sequence[Any]]:
    """Every post with its tasks: those in force, with ``draf`` those on their way before them.

    With ``draf`` every row bears the stamp of the draft there is.
    A post without any is one line to fill in; ``baris_kosong`` more lines follow each post.
    """
    tugas = _tugas(formasi, draf=draf)
    terbuka = _terbuka(formasi) if draf else {}
    for f in formasi.select_related("unit", "jabatan").order_by(
        "unit__kiri", "jabatan__nama", "pk"
    ):
        awal = (f.unit.siasn_id, f.unit.nama, f.jabatan.siasn_id, f.jabatan.nama)
        akhir = (stempel_buku(terbuka.get(f.pk)),) if draf else ()
        isi = tugas.get(f.pk, ())
        for t in isi:
            yield *awal, t.uraian, t.satuan, t.volume, t.periode, t.norma_menit, *akhir
        for _ in range(baris_kosong if isi else max(baris_kosong, 1)):
            yield *awal, *_KOSONG, *akhir


def _terbuka(formasi: QuerySet[Formasi]) -> dict[int, PerhitunganKebutuhan]:
    """The draft of each post that has one, as much of it as a stamp needs."""
    rows = PerhitunganKebutuhan.objects.abk_terbuka().only("formasi", "dibuat_pada").order_by()
    return {v.formasi_id: v for v in rows.filter(formasi__in=formasi.order_by().values("pk"))}


def _tugas(formasi: QuerySet[Formasi], *, draf: bool) -> dict[int, list[UraianTugas]]:
    """By post; of several versions the open one wins."""
    milik = PerhitunganKebutuhan.objects.filter(formasi__in=formasi.order_by().values("pk"))
    versi = dict(milik.abk_berlaku().order_by().values_list("formasi", "pk"))
    if draf:
        versi |= dict(milik.abk_terbuka().order_by().values_list("formasi", "pk"))
    milik_versi = {pk: post for post, pk in versi.items()}
    hasil: dict[int, list[UraianTugas]] = defaultdict(list)
    rows = UraianTugas.objects.filter(perhitungan__in=milik.order_by().values("pk"))
    if not draf:
        rows = rows.exclude(perhitungan__keadaan__in=[KeadaanHitung.DRAF, KeadaanHitung.DIPERIKSA])
    for satu in rows.order_by("perhitungan", "urutan"):
        if satu.perhitungan_id in milik_versi:
            hasil[milik_versi[satu.perhitungan_id]].append(satu)
    return dict(hasil)

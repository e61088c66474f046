"""The overview of performance: where the period stands within reach, and what waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from organisasi.selectors import BATAS_CACAH, cacah
from penilaian.models import (
    HasilPenilaian,
    Inovasi,
    KeadaanInovasi,
    KeadaanKonseling,
    KeadaanKriteria,
    KeadaanNilai,
    KeadaanTindakLanjut,
    Keberatan,
    Konseling,
    Penilaian,
    SetKriteria,
    TindakLanjut,
)
from penilaian.selectors.kelengkapan import Bingkai, ringkas


@dataclass(frozen=True)
class Keadaan:
    """People of the period within reach by state. ``run`` None: counted from the data today."""

    lengkap: int
    kurang: int
    rusak: int
    run: Penilaian | None
    tertutup: bool = False  # whoever asks may not see results, so nothing is said of runs

    @property
    def orang(self) -> int:
        """All of them."""
        return self.lengkap + self.kurang + self.rusak


def keadaan(b: Bingkai, pengguna: Any, *, per: date) -> Keadaan:
    """Of the latest run for those who see results; else from the sources themselves."""
    tertutup = Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).kosong
    if not tertutup:
        run = Penilaian.objects.filter(periode=b.periode).order_by("-nomor").first()
        if run is not None:
            return _dari_run(run, pengguna, per)
    k = ringkas(b)
    return Keadaan(k.lengkap, k.kurang, k.rusak, None, tertutup)


def _dari_run(run: Penilaian, pengguna: Any, per: date) -> Keadaan:
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    n = dict(rows.filter(penilaian=run).order_by().values_list("keadaan").annotate(n=Count("pk")))
    return Keadaan(
        n.get(KeadaanNilai.ANGKA, 0), n.get(KeadaanNilai.TIDAK_LENGKAP, 0),
        n.get(KeadaanNilai.TIDAK_DAPAT_DIPERIKSA, 0), run,
    )  # fmt: skip


@dataclass(frozen=True)
class Tunggu:
    """Something that waits: how many, in words, and where."""

    banyak: int
    kata: str
    url: str

    @property
    def lebih(self) -> bool:
        """Whether there are more than were counted."""
        return self.banyak > BATAS_CACAH


def antrean(pengguna: Any, *, per: date) -> list[tuple[QuerySet[Any], str, str]]:
    """What waits for this person by his rights: rows, words for them, and their page."""
    semua: list[tuple[QuerySet[Any], str, str]] = []

    def jangkau(izin: Izin) -> Jangkauan:
        return Jangkauan.milik(pengguna, izin, per=per)

    verifikasi = jangkau(Izin.INOVASI_VERIFIKASI)
    if not verifikasi.kosong:
        rows = Inovasi.objects.filter(keadaan=KeadaanInovasi.DIAJUKAN)
        rows = verifikasi.saring(rows, prefix="pegawai__unit__")
        rows = rows.exclude(pegawai__pengguna=pengguna)
        semua.append((rows, "inovasi menunggu verifikasi", _alamat("inovasi", "?keadaan=diajukan")))
    diminta = Konseling.objects.filter(konselor=pengguna, keadaan=KeadaanKonseling.DIMINTA)
    semua.append((diminta, "permintaan konseling menunggu jadwal Anda", _alamat("konseling")))
    for izin, langkah, kata in (
        (Izin.KRITERIA_PERIKSA, KeadaanKriteria.DRAF, "draf kriteria menunggu diperiksa"),
        (Izin.KRITERIA_TERBITKAN, KeadaanKriteria.DIPERIKSA, "kriteria menunggu diterbitkan"),
    ):
        if jangkau(izin).semua:
            set_ = SetKriteria.objects.filter(keadaan=langkah).exclude(dibuat_oleh=pengguna)
            semua.append((set_, kata, _alamat("kriteria")))
    if jangkau(Izin.NILAI_SAMPAIKAN).semua:
        semua.append((_run_menunggu(per), "perhitungan menunggu disampaikan", _alamat("penilaian")))
    if jangkau(Izin.NILAI_HITUNG).semua:
        menang = Keberatan.objects.for_user(pengguna, per=per).dikabulkan()
        menang = menang.filter(penilaian_ulang__isnull=True)
        url = _alamat("keberatan", "?keadaan=hitung")
        semua.append((menang, "keberatan dikabulkan menunggu dihitung ulang", url))
    putuskan = jangkau(Izin.TINDAK_LANJUT_PUTUSKAN)
    if not putuskan.kosong:
        usul = TindakLanjut.objects.filter(keadaan=KeadaanTindakLanjut.DIUSULKAN)
        usul = putuskan.saring(usul, prefix="hasil__pegawai__unit__")
        usul = usul.exclude(hasil__pegawai__pengguna=pengguna)
        url = _alamat("tindak-lanjut", "?keadaan=diusulkan")
        semua.append((usul, "usul tindak lanjut menunggu keputusan", url))
    return semua


def _run_menunggu(per: date) -> QuerySet[Penilaian]:
    """The latest run of each period that has ended, as long as nobody delivered it."""
    lebih_baru = Penilaian.objects.filter(periode=OuterRef("periode"), nomor__gt=OuterRef("nomor"))
    return Penilaian.objects.filter(
        ~Exists(lebih_baru), disampaikan_pada__isnull=True, periode__selesai__lt=per
    )


def menunggu(pengguna: Any, *, per: date) -> list[Tunggu]:
    """One question for all, none counted beyond the cap; objections in which one takes part too
    (the first page tells of those by itself)."""
    keberatan = Keberatan.objects.berjalan().filter(
        Q(penilai__pengguna=pengguna, keadaan="diperiksa") | Q(pemutus__pengguna=pengguna)
    )
    perkara = (keberatan, "keberatan menunggu Anda", _alamat("keberatan-menunggu"))
    semua = [*antrean(pengguna, per=per), perkara]
    jumlah = cacah(pengguna, [rows for rows, _, _ in semua])
    return [Tunggu(n, kata, url) for n, (_, kata, url) in zip(jumlah, semua, strict=True)]


def _alamat(nama: str, kueri: str = "") -> str:
    return reverse(f"penilaian:{nama}") + kueri

"""WISN from the task rows of an ABK, as a draft on the road of every computation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian.kernel.banding import IsianWaktu, wisn_dari_tugas
from penilaian.kernel.hitungan import Tetapan, angka
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.wisn import HitunganWisn, Kelonggaran
from penilaian.models import CaraBulat, PerhitunganKebutuhan
from penilaian.selectors.banding import bermacam_dari, sumber_tugas
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.draf_hitung import BarisRincian, IsiDraf, susun_draf
from toolkit.policy import WrongMoment

_WAKTU = (
    "hari_libur_nasional", "hari_cuti_tahunan", "menit_kerja_formal_minggu", "kelonggaran_persen",
)  # fmt: skip


@transaction.atomic
def simpan_wisn(
    formasi_id: int, *, isian: IsianWaktu | None, per: date, oleh: Pengguna
) -> PerhitunganKebutuhan:
    """The draft of source WISN of this post; without ``isian`` with the time of the constants."""
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    k = tetapan_kebutuhan(per=per)
    sumber = sumber_tugas(formasi_id)
    if sumber is None:
        raise WrongMoment("Belum ada uraian tugas: WISN dihitung dari baris yang sama dengan ABK.")
    biasa = IsianWaktu.dari_ketentuan(k)
    isian = isian or biasa
    try:
        h = wisn_dari_tugas(bermacam_dari(sumber, k), isian.waktu, k)
    except ValueError as sebab:
        raise WrongMoment(str(sebab)) from sebab
    isi = IsiDraf(
        metode=h.metode,
        nilai=h.nilai,
        jumlah=h.bulat,
        pembulatan=h.pembulatan,
        tetapan=_tetapan(h, isian, biasa, k),
        rincian=list(_rincian(h, isian, sumber)),
    )
    return susun_draf(formasi, isi, per=per, oleh=oleh)


def _tetapan(
    h: HitunganWisn, isian: IsianWaktu, biasa: IsianWaktu, k: KetentuanKebutuhan
) -> tuple[Tetapan, ...]:
    """The constants of the time only where it is theirs; a time somebody filled in says so."""
    waktu = k.pakai(*_WAKTU)
    if isian != biasa:
        waktu = (Tetapan("waktu_kerja_tersedia", uraikan_waktu(isian), "Isian penyusun"),)
    return (*h.tetapan, *k.pakai("pengali_periode"), *waktu)


def uraikan_waktu(isian: IsianWaktu) -> str:
    """The derivation in one line: 365 - 104 - 14 - 12 = 235 hari x 5,25 jam = 1.233,75 jam."""
    waktu = isian.waktu
    potongan = "".join(f" - {angka(hari)} {nama}" for nama, hari in isian.potongan.items() if hari)
    return (
        f"{angka(waktu.kalender.hari_kotor)} hari kerja kotor{potongan} = {angka(waktu.hari)} hari "
        f"x {angka(waktu.jam_per_hari)} jam = {angka(waktu.jam)} jam setahun"
    )


def _rincian(
    h: HitunganWisn, isian: IsianWaktu, sumber: PerhitunganKebutuhan
) -> Iterator[BarisRincian]:
    asal = f"ABK versi {sumber.versi}"
    yield BarisRincian.dari(
        "Waktu kerja tersedia, jam setahun", isian.waktu.jam, asal=uraikan_waktu(isian)
    )
    for b in h.baris:
        beban = f"{angka(b.kegiatan.setahun)} setahun : beban baku {angka(b.baku)}"
        yield BarisRincian.dari(b.kegiatan.nama, b.orang, asal=f"{asal}; {beban}")
    yield BarisRincian.dari("A. Kebutuhan dasar", h.dasar, asal="jumlah kegiatan pokok")
    for satu in h.kelonggaran:
        if isinstance(satu, Kelonggaran):
            isi = BarisRincian.dari(f"{satu.nama}, persen waktu", satu.bagian * 100, asal=asal)
        else:
            isi = BarisRincian.dari(
                f"{satu.nama}, jam setahun", satu.orang * satu.jam_setahun, asal=asal
            )
        yield isi
    yield BarisRincian.dari(
        "B. Faktor kelonggaran kategori", h.faktor_kategori, asal="1 : (1 - jumlah kelonggaran)"
    )
    yield BarisRincian.dari(
        "C. Faktor kelonggaran perorangan",
        h.faktor_perorangan,
        asal="jam perorangan : jam tersedia",
    )
    yield BarisRincian.dari(
        "Kebutuhan = A x B + C", h.nilai, bulat=h.bulat, cara=CaraBulat.WISN.label
    )

"""What a person should know before applying a file of tasks: sentences, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from organisasi.impor import Hasil
from penilaian.kernel.abk_periksa import periksa_abk
from penilaian.kernel.hitungan import angka
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.services.abk_acuan import Acuan, Posisi
from penilaian.services.perhitungan import BarisUraian, hitung_abk

# Plurals of the warnings of `abk_periksa`, the likeliest slips first. An empty seat is no oddity of
# the file, and a load below one person or a heavy task are shown on the page of the post.
_SEBUTAN = {
    "norma_mungkin_jam": "jabatan yang norma waktunya tampak diisi dalam jam",
    "volume_mungkin_setahun": "jabatan yang volumenya tampak sudah setahun",
    "norma_melebihi_periode": "tugas yang satu hasilnya lebih lama daripada periodenya",
    "satuan_waktu": "tugas dengan satuan waktu sebagai hasil",
    "beban_berat": "jabatan dengan beban per pemangku terlalu berat",
    "beban_ringan": "jabatan dengan beban per pemangku terlalu ringan",
    "kebutuhan_nol": "jabatan yang bebannya dibulatkan menjadi 0",
}


def catatan_berkas(
    hasil: Hasil,
    tulis: Mapping[Posisi, Sequence[BarisUraian]],
    sama: Sequence[Posisi],
    acuan: Acuan,
    k: KetentuanKebutuhan,
    *,
    kosong: int,
    per: date,
) -> Iterator[str]:
    """Consequences and oddities; none of them refuses a row."""
    if acuan.terbaru is not None and acuan.terbaru > per:
        yield (
            f"Register sudah memuat ABK per {acuan.terbaru:%d-%m-%Y}, lebih baru daripada berkas "
            f"ini ({per:%d-%m-%Y}); tugas yang berbeda akan diganti."
        )
    if kosong:
        yield f"{angka(kosong)} baris tanpa isi tugas dilewati."
    if hasil.keluar:
        yield (
            f"{angka(hasil.keluar)} tugas tidak ada lagi di berkas. Versi baru jabatannya tidak "
            "memuatnya; versi lama tetap tersimpan."
        )
    lama = sum(1 for posisi in sama if acuan.jke.get(posisi, k.jke_menit) != k.jke_menit)
    if lama:
        yield (
            f"{angka(lama)} jabatan isinya sama dan tetap memakai JKE saat diputuskan, bukan "
            f"{angka(k.jke_menit)} menit yang berlaku sekarang."
        )
    yield from _janggal(tulis, acuan, k)


def _janggal(
    tulis: Mapping[Posisi, Sequence[BarisUraian]], acuan: Acuan, k: KetentuanKebutuhan
) -> Iterator[str]:
    banyak: Counter[str] = Counter()
    contoh: dict[str, str] = {}
    for posisi, baris in tulis.items():
        hitungan = hitung_abk([b.tugas for b in baris], k, kursi=posisi[1] in acuan.kursi)
        for satu in periksa_abk(hitungan, k, pemangku=acuan.isi.get(posisi, 0)):
            banyak[satu.kode] += 1
            contoh.setdefault(satu.kode, acuan.nama(posisi))
    for kode, sebutan in _SEBUTAN.items():
        if banyak[kode]:
            yield f"Patut diperiksa: {angka(banyak[kode])} {sebutan}, antara lain {contoh[kode]}."

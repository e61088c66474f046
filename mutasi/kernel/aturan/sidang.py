"""The TPK: minutes that carry a decree (H14), and decisions that depart from them (W10)."""

from __future__ import annotations

from mutasi.kernel.aturan.dasar import Lingkup, Titik, aturan
from mutasi.kernel.aturan.kasus import Kasus, SidangTpk
from penilaian.kernel.kata import daftar
from penilaian.kernel.putusan import Penyedia, Temuan, awas, gagal, lolos, tak_tahu


@aturan(
    "H14",
    Lingkup.KASUS,
    judul="Berita acara TPK",
    dasar="PP 11/2017 Pasal 191; PP 30/2019",
    memeriksa="Bila langkahnya meminta TPK: berita acara sidang yang kuorum, bernomor, dan "
    "ditandatangani, memuat nama dan jabatan tujuannya.",
    sebelum=(Titik.PYB, Titik.PPK, Titik.SK),
    ketentuan=("tpk_kuorum",),
)
def h14(kasus: Kasus) -> Temuan:
    """Listed is enough: whether the TPK recommended it is W10's question."""
    if kasus.perlu_tpk is None:
        return tak_tahu(
            "Belum ditetapkan apakah perpindahan ini memerlukan TPK.",
            Penyedia.BKD,
            "langkah wajib untuk jenis dan jenjang ini",
        )
    if not kasus.perlu_tpk:
        return lolos("Jenis dan jenjang ini tidak memerlukan TPK.")
    if kasus.sidang is None:
        return gagal("Belum ada berita acara TPK.", "Bawa usulan ini ke sidang TPK.", pulih=True)
    kurang = _cela_sidang(kasus.sidang, kasus.tujuan)
    if kurang:
        return gagal(
            f"Berita acara TPK belum dapat dipakai: {daftar(kurang)}.",
            "Lengkapi berita acaranya, atau bawa usulan ini ke sidang berikutnya.",
            pulih=True,
        )
    return lolos(f"Berita acara TPK {kasus.sidang.nomor} memuat nama dan jabatan tujuannya.")


def _cela_sidang(sidang: SidangTpk, tujuan: str) -> list[str]:
    cela = []
    if not sidang.nomor.strip() or sidang.tanggal is None:
        cela.append("nomor atau tanggalnya belum ada")
    if not sidang.ditandatangani:
        cela.append("belum ditandatangani")
    if sidang.kuorum is None:
        cela.append("kehadiran belum dicatat")
    elif not sidang.kuorum.sah:
        cela.append(f"kuorum tidak tercapai ({sidang.kuorum.hadir} dari {sidang.kuorum.anggota} "
                    f"anggota, perlu {sidang.kuorum.perlu})")  # fmt: skip
    if not sidang.tujuan:
        cela.append("tidak memuat nama yang bersangkutan")
    elif tujuan not in sidang.tujuan:
        cela.append("memuat namanya untuk jabatan lain")
    return cela


@aturan(
    "W10",
    Lingkup.KASUS,
    judul="Keputusan menyimpang dari TPK",
    dasar="PP 30/2019; rancangan SERASI (keputusan tetap pada PPK)",
    memeriksa="PyB atau PPK menyetujui yang tidak direkomendasikan atau bukan urutan pertama, atau "
    "menolak yang direkomendasikan pertama.",
    sebelum=(Titik.PYB, Titik.PPK, Titik.SK),
)
def w10(kasus: Kasus) -> Temuan:
    """The TPK advises; who departs from it says why, and is counted."""
    if not kasus.perlu_tpk or kasus.sidang is None:
        return lolos("Tidak ada rekomendasi TPK yang disimpangi.")
    urutan = kasus.sidang.tujuan.get(kasus.tujuan, 0)
    beda = [
        sebutan
        for sebutan, satu in (("PyB", kasus.putusan_pyb), ("PPK", kasus.putusan_ppk))
        if satu is not None and satu.setuju is not (urutan == 1)
    ]
    if not beda:
        return lolos("Sesuai rekomendasi TPK.", urutan=urutan)
    tempat = f"urutan {urutan}" if urutan else "tidak direkomendasikan"
    return awas(
        f"Keputusan {daftar(beda)} menyimpang dari TPK (di berita acara: {tempat}).",
        urutan=urutan,
        pemutus=beda,
    )

"""The order of days: papers before the decree, the TMT after it, the inauguration in time (H25)."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.aturan.dasar import Lingkup, Titik, aturan
from mutasi.kernel.aturan.izin import SK_DAN_PELANTIKAN, tanpa_tanggal_sk
from mutasi.kernel.aturan.kasus import HasilPertek, Kasus
from mutasi.kernel.waktu import batas_pelantikan, batas_undangan
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.putusan import Penyedia, Temuan, gabung, gagal, lolos, tak_tahu


@aturan(
    "H25",
    Lingkup.KASUS,
    judul="Urutan tanggal SK, TMT, dan pelantikan",
    dasar="PerKa BKN 7/2017; PP 11/2017 Pasal 63, 93, dan 141; Pasal 191",
    memeriksa="Tanggal SK tidak mendahului sidang TPK, pertek, dan izin; TMT tidak mendahului SK "
    "kecuali ketentuan membolehkan; pelantikan tidak mendahului SK dan paling lambat sekian hari "
    "kerja sesudahnya; undangan pelantikan cukup awal.",
    sebelum=SK_DAN_PELANTIKAN,
    ketentuan=(
        "tmt_boleh_sebelum_sk",
        "pelantikan_maks_hari_kerja",
        "pelantikan_undangan_hari_kerja",
    ),
)
def h25(kasus: Kasus) -> Temuan:
    """Papers that are missing are other rules' matter; here only days that are there are compared.

    Pelaksana are not inaugurated: ``perlu_lantik`` False asks nothing of that part.
    """
    if kasus.tanggal_sk is None:
        return tanpa_tanggal_sk()
    return gabung(
        _bahan(kasus, kasus.tanggal_sk),
        _tmt(kasus, kasus.tanggal_sk),
        _pelantikan(kasus, kasus.tanggal_sk),
    )


def _bahan(kasus: Kasus, sk: date) -> Temuan:
    pertek = kasus.pertek
    otomatis = pertek is not None and pertek.hasil is HasilPertek.OTOMATIS
    hari = {
        "sidang TPK": kasus.sidang.tanggal if kasus.sidang else None,
        "pertek": (pertek.otomatis_pada if otomatis else pertek.surat.tanggal) if pertek else None,
        "izin Mendagri": kasus.izin_mendagri.tanggal if kasus.izin_mendagri else None,
        "persetujuan PPK asal": kasus.persetujuan.tanggal if kasus.persetujuan else None,
    }
    telat = {nama: satu for nama, satu in hari.items() if satu is not None and sk < satu}
    if not telat:
        return lolos("SK tidak mendahului bahannya.", tanggal_sk=sk)
    kata = daftar(f"{nama} ({tanggal(satu)})" for nama, satu in telat.items())
    return gagal(
        f"SK {tanggal(sk)} mendahului {kata}.",
        f"Tetapkan SK paling awal {tanggal(max(telat.values()))}.",
        pulih=True,
        tanggal_sk=sk,
        paling_awal=max(telat.values()),
    )


def _tmt(kasus: Kasus, sk: date) -> Temuan:
    if kasus.tmt is None:
        return tak_tahu("TMT belum ditetapkan.", Penyedia.BKD, "TMT")
    if kasus.tmt >= sk or kasus.ketentuan.tmt_boleh_sebelum_sk:
        return lolos("TMT tidak mendahului SK.", tmt=kasus.tmt)
    return gagal(
        f"TMT {tanggal(kasus.tmt)} mendahului SK {tanggal(sk)}.",
        "Pilih TMT pada atau sesudah tanggal SK.",
        pulih=True,
        tmt=kasus.tmt,
    )


def _pelantikan(kasus: Kasus, sk: date) -> Temuan:
    hari, akan = kasus.tanggal_pelantikan, kasus.menuju is Titik.PELANTIKAN
    if kasus.perlu_lantik is False or (hari is None and not akan):
        return lolos("Belum ada pelantikan yang diperiksa.")
    if hari is None:
        return tak_tahu("Tanggal pelantikan belum ditetapkan.", Penyedia.BKD, "tanggal pelantikan")
    batas = batas_pelantikan(sk, kasus.ketentuan, kasus.libur)
    angka = {"pelantikan": hari, "batas_pelantikan": batas}
    if hari < sk:
        return gagal(
            f"Pelantikan {tanggal(hari)} mendahului SK {tanggal(sk)}.",
            "Lantik pada atau sesudah tanggal SK.",
            pulih=True,
            **angka,
        )
    if hari > batas:
        maks = kasus.ketentuan.pelantikan_maks_hari_kerja
        return gagal(
            f"Pelantikan {tanggal(hari)} lewat dari {maks} hari kerja sesudah SK (batasnya "
            f"{tanggal(batas)}).",
            f"Lantik paling lambat {tanggal(batas)}, atau tetapkan SK baru.",
            pulih=True,
            **angka,
        )
    return _undangan(kasus, hari) if akan else lolos("Pelantikan tepat waktu.", **angka)


def _undangan(kasus: Kasus, pelantikan: date) -> Temuan:
    dikirim = kasus.tanggal_undangan
    batas = batas_undangan(pelantikan, kasus.ketentuan, kasus.libur)
    angka = {"pelantikan": pelantikan, "batas_undangan": batas}
    if dikirim is not None and dikirim <= batas:
        return lolos("Pelantikan tepat waktu dan diundang cukup awal.", **angka)
    sebab = "belum ada" if dikirim is None else f"dikirim {tanggal(dikirim)}"
    return gagal(
        f"Undangan tertulis untuk pelantikan {tanggal(pelantikan)} {sebab}; batasnya "
        f"{tanggal(batas)}.",
        "Undang secara tertulis lebih awal, atau mundurkan hari pelantikan.",
        pulih=True,
        **angka,
    )

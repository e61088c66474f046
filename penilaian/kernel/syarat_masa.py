"""What takes time: experience (H05), two years of performance (H06), months in the post (H09)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from penilaian.kernel.kata import tanggal
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.pengalaman import Masa, masa_kerja, masa_setingkat
from penilaian.kernel.perkara import DasarDemosi, Dispensasi, Jabatan, Perkara, Sasaran
from penilaian.kernel.perpindahan import jenis_perpindahan
from penilaian.kernel.putusan import (
    Hasil,
    Penyedia,
    Temuan,
    bila,
    gabung,
    gagal,
    lolos,
    salah_satu,
    syarat,
    tak_tahu,
)
from penilaian.kernel.tingkat import (
    GOLONGAN,
    SEBUTAN,
    STRUKTURAL,
    jpt,
    manajerial,
    tingkat,
    urutan_golongan,
)

ALASAN_JPT = frozenset("abcd")


@syarat(
    "H05",
    judul="Pengalaman dan pangkat untuk promosi ke jabatan manajerial",
    dasar="PP 11/2017 Pasal 54 dan 107 (perlu verifikasi Bagian Hukum)",
    memeriksa="Bulan pengalaman kumulatif: ke Pengawas sebagai pelaksana; ke Administrator sebagai "
    "Pengawas atau JF setingkat; ke JPT Pratama sebagai Administrator atau Ahli Madya, dengan masa "
    "kerja. Pangkat tidak lebih jauh di bawah pangkat terendah eselon daripada yang diizinkan. "
    "Keterkaitan bidang tugas dinilai TPK atau panitia seleksi.",
    ketentuan=(
        "min_bulan_pengalaman_pengawas",
        "min_bulan_pengalaman_administrator",
        "min_bulan_pengalaman_jpt",
        "min_bulan_pengalaman_jpt_kumulatif",
        "maks_pangkat_di_bawah",
    ),
)
def h05(perkara: Perkara) -> Temuan:
    """Only promotion to a managerial post; a rise inside a JF follows its credits and its test.

    Counted are months in posts of the asked tier and above, JF of equal tier included. Whether they
    lie in the field of the post no register knows: the sentence leaves that to TPK.
    """
    tujuan = perkara.sasaran.jabatan
    if tujuan.jenis != STRUKTURAL and tujuan.jenis is not None:
        return lolos("Hanya untuk promosi ke jabatan manajerial.")
    naik = jenis_perpindahan(perkara.calon, perkara.sasaran).naik
    return bila(
        naik,
        lambda: _pengalaman(perkara),
        lambda: lolos("Bukan promosi ke jabatan manajerial."),
        perkara=perkara,
    )


def _pengalaman(perkara: Perkara) -> Temuan:
    ke = tingkat(perkara.sasaran.jabatan)
    if ke is None or ke < 2:
        return tak_tahu("Eselon jabatan tujuan belum tercatat.", Penyedia.ORGANISASI, "eselon")
    rendah, minimal = syarat_bulan(ke, perkara.ketentuan)
    masa = masa_setingkat(perkara.calon, rendah, perkara.tmt)
    bagian = [_cukup(masa, minimal, SEBUTAN[rendah], menambah(perkara.calon.jabatan, rendah))]
    if ke >= 4:
        bagian.append(_kumulatif(perkara))
    naik = pangkat(perkara.calon.golongan, perkara.sasaran, perkara.ketentuan)
    if any(satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA for satu in bagian):
        # A grade alone brings nobody near whose experience nobody knows.
        naik = replace(naik, dapat_diperbaiki=False)
    return gabung(*bagian, naik)


def syarat_bulan(ke: int, ketentuan: Ketentuan) -> tuple[int, int]:
    """(lowest tier that counts, months) for a promotion to a managerial tier."""
    if ke == 2:
        return 1, ketentuan.min_bulan_pengalaman_pengawas
    if ke == 3:
        return 2, ketentuan.min_bulan_pengalaman_administrator
    return 3, ketentuan.min_bulan_pengalaman_jpt


def menambah(asal: Jabatan, rendah: int) -> bool:
    """Whether the present post goes on adding to the experience, so that time cures it."""
    satu = tingkat(asal)
    return satu is not None and satu >= rendah


def _cukup(masa: Masa, minimal: int, sebutan: str, menambah: bool) -> Temuan:
    angka = {"bulan_pengalaman": masa.bulan, "bulan_minimal": minimal}
    bunyi = f"Pengalaman setingkat {sebutan} atau di atasnya {masa.bulan} bulan"
    if masa.bulan >= minimal:
        return lolos(
            f"{bunyi} (paling sedikit {minimal}); keterkaitan bidang dinilai TPK.", **angka
        )
    if not masa.pasti:
        return tak_tahu(
            f"{bunyi} menurut data yang ada; paling sedikit {minimal}.",
            Penyedia.BKD,
            "riwayat jabatan sebelumnya",
            **angka,
        )
    kurang = minimal - masa.bulan
    return gagal(
        f"{bunyi}, paling sedikit {minimal}.",
        f"Terpenuhi {kurang} bulan lagi bila tetap di jabatan setingkat."
        if menambah
        else f"Perlu {minimal} bulan pada jabatan setingkat {sebutan}.",
        pulih=menambah,
        **angka,
    )


def _kumulatif(perkara: Perkara) -> Temuan:
    minimal = perkara.ketentuan.min_bulan_pengalaman_jpt_kumulatif
    masa = masa_kerja(perkara.calon, perkara.tmt)
    if masa is None:
        return tak_tahu("TMT PNS belum tercatat.", Penyedia.SIASN, "TMT PNS")
    angka = {"bulan_kerja": masa.bulan, "bulan_kerja_minimal": minimal}
    if masa.bulan >= minimal:
        return lolos(f"Masa kerja {masa.bulan} bulan.", **angka)
    return gagal(
        f"Masa kerja {masa.bulan} bulan, paling sedikit {minimal}.",
        f"Terpenuhi {minimal - masa.bulan} bulan lagi.",
        pulih=True,
        **angka,
    )


def pangkat(golongan: str | None, sasaran: Sasaran, ketentuan: Ketentuan) -> Temuan:
    """The grade against the lowest of the post, less what the dated constant allows."""
    terendah = urutan_golongan(sasaran.pangkat_terendah)
    punya = urutan_golongan(golongan)
    if terendah is None:
        return lolos("Pangkat terendah jabatan ini tidak dicatat.")
    if punya is None:
        return tak_tahu("Golongan belum tercatat.", Penyedia.SIASN, "golongan ruang")
    batas = max(0, terendah - ketentuan.maks_pangkat_di_bawah)
    angka = {"golongan": golongan, "golongan_minimal": GOLONGAN[batas]}
    if punya >= batas:
        return lolos(f"Golongan {golongan}.", **angka)
    return gagal(
        f"Golongan {golongan}, paling rendah {GOLONGAN[batas]}.",
        f"Terpenuhi setelah naik pangkat ke {GOLONGAN[batas]}.",
        pulih=batas - punya == 1,
        **angka,
    )


@syarat(
    "H06",
    judul="Predikat kinerja paling rendah Baik pada tahun-tahun terakhir",
    dasar="PerBKN 5/2019 (D08); PermenPANRB 1/2023; PP 11/2017 Pasal 54",
    memeriksa="Untuk promosi, masuk JF, dan antar instansi: predikat setiap tahun dari "
    "tahun-tahun penuh terakhir sebelum hari pemeriksaan.",
    ketentuan=("predikat_minimal", "predikat_minimal_tahun"),
)
def h06(perkara: Perkara) -> Temuan:
    """A missing year is never held against anybody; a known bad one is, whatever the other is."""
    pindah = jenis_perpindahan(perkara.calon, perkara.sasaran)
    berlaku = salah_satu(perkara.antar_instansi, pindah.naik, pindah.masuk_jf)
    return bila(
        berlaku,
        lambda: predikat_cukup(perkara.calon.predikat, perkara.ketentuan, perkara.per),
        lambda: lolos("Hanya untuk promosi, masuk JF, atau pindah instansi."),
        perkara=perkara,
    )


def predikat_cukup(
    predikat: tuple[tuple[int, str], ...], ketentuan: Ketentuan, per: date
) -> Temuan:
    """The last full years before the day of judgement."""
    ada, jumlah = dict(predikat), ketentuan.predikat_minimal_tahun
    tahun = [per.year - ke for ke in range(1, jumlah + 1)]
    angka = {f"predikat_{satu}": ada.get(satu) for satu in tahun}
    buruk = [satu for satu in tahun if satu in ada and ada[satu] not in ketentuan.predikat_minimal]
    kosong = [satu for satu in tahun if satu not in ada]
    sebut = "; ".join(f"{satu}: {ada[satu].capitalize()}" for satu in tahun if satu in ada)
    if buruk:
        return gagal(
            f"Predikat {sebut}; paling rendah Baik setiap tahun.",
            f"Paling cepat tahun {max(buruk) + jumlah + 1}, bila predikat berikutnya Baik.",
            pulih=True,
            **angka,
        )
    if kosong:
        return tak_tahu(
            f"Predikat tahun {' dan '.join(map(str, kosong))} belum tercatat.",
            Penyedia.KINERJA,
            f"predikat tahun {' dan '.join(map(str, kosong))}",
            **angka,
        )
    return lolos(f"Predikat {sebut}.", **angka)


@syarat(
    "H09",
    judul="Cukup lama pada jabatan manajerial sekarang",
    dasar="PP 11/2017 Pasal 190 ayat (3) dan Pasal 132 ayat (2); SE MenPANRB 19/2023",
    memeriksa="Bulan penuh sejak TMT pelantikan pada jabatan manajerial yang diduduki: di bawah "
    "batas dispensasi tidak boleh; di bawah batas penuh hanya dengan dispensasi (JPT: juga "
    "salah satu alasan SE 19/2023); dari batas penuh ke atas boleh.",
    ketentuan=("min_bulan_jabatan", "min_bulan_dispensasi"),
)
def h09(perkara: Perkara) -> Temuan:
    """Only for who leaves a managerial post; a sanction is carried out at any time."""
    if perkara.turun is DasarDemosi.SANKSI:
        return lolos("Perpindahan ini melaksanakan hukuman disiplin.")
    return bila(
        manajerial(perkara.calon.jabatan),
        lambda: _masa_jabatan(perkara),
        lambda: lolos("Jabatan sekarang bukan jabatan manajerial."),
        perkara=perkara,
    )


def _masa_jabatan(perkara: Perkara) -> Temuan:
    ketentuan, mulai = perkara.ketentuan, perkara.calon.tmt_jabatan
    penuh, sedikit = ketentuan.min_bulan_jabatan, ketentuan.min_bulan_dispensasi
    if mulai is None:
        return tak_tahu("TMT jabatan sekarang belum tercatat.", Penyedia.SIASN, "TMT pelantikan")
    bulan = bulan_penuh(mulai, perkara.tmt)
    angka = {"bulan_jabatan": bulan, "bulan_minimal": penuh, "tmt_jabatan": mulai}
    sejak = tanggal(tambah_bulan(mulai, penuh))
    if bulan >= penuh:
        return lolos(f"{bulan} bulan pada jabatan sekarang.", **angka)
    if bulan < sedikit:
        return gagal(
            f"Baru {max(0, bulan)} bulan pada jabatan sekarang, paling sedikit {sedikit}.",
            f"Mulai {tanggal(tambah_bulan(mulai, sedikit))} dengan dispensasi; tanpa dispensasi "
            f"mulai {sejak}.",
            pulih=True,
            **angka,
        )
    if dispensasi_cukup(perkara.calon.jabatan, perkara.dispensasi):
        return lolos(f"{bulan} bulan pada jabatan sekarang, dengan dispensasi.", **angka)
    return gagal(
        f"{bulan} bulan pada jabatan sekarang, paling sedikit {penuh} tanpa dispensasi.",
        f"Catat dispensasi dengan dasarnya, atau TMT mulai {sejak}.",
        pulih=True,
        **angka,
    )


def dispensasi_cukup(jabatan: Jabatan, izin: Dispensasi | None) -> bool:
    """A recorded basis; who may be a JPT also needs one of the grounds of SE 19/2023."""
    if izin is None or not izin.dasar.strip():
        return False
    return jpt(jabatan) is False or izin.alasan_jpt in ALASAN_JPT

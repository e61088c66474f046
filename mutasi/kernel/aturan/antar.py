"""Moves between instansi: letters of both PPK, the pertek, and who issues the decree (H15)."""

from __future__ import annotations

from collections.abc import Mapping

from mutasi.kernel.aturan.dasar import Lingkup, Titik, aturan
from mutasi.kernel.aturan.izin import cela_pertek
from mutasi.kernel.aturan.kasus import Arah, Kasus, Surat, yang_kurang
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.putusan import Penyedia, Temuan, gabung, gagal, lolos, tak_tahu


@aturan(
    "H15",
    Lingkup.KASUS,
    judul="Perpindahan antarinstansi: usul, persetujuan, pertek, dan penerbit SK",
    dasar="PP 11/2017 Pasal 192-194; PerBKN 5/2019; SE BKN 3/SE/VIII/2019; Permendagri 58/2019",
    memeriksa="Usul PPK penerima dan persetujuan PPK asal menyebut jabatan yang sama; koordinasi "
    "Mendagri lebih dulu bila rutenya meminta; pertek dari pejabat BKN yang tepat; SK mutasi dari "
    "penerbit menurut rute B1, B2, atau B3. Sebelum usul ke BKN hanya kedua surat PPK dan "
    "koordinasinya yang diperiksa.",
    sebelum=(Titik.BKN, Titik.SK),
    ketentuan=("antar_penerbit_sk", "antar_pemberi_pertek", "antar_koordinasi"),
)
def h15(kasus: Kasus) -> Temuan:
    """The order of the letters counts too: consent answers a proposal, so it cannot be older."""
    if not kasus.antar_instansi:
        return lolos("Perpindahan di dalam instansi.")
    if kasus.rute is None:
        return tak_tahu(
            "Rute perpindahan antarinstansi belum ditentukan.", Penyedia.BKD, "rute B1, B2, atau B3"
        )
    bagian = [_dua_surat(kasus), _koordinasi(kasus)]
    if kasus.menuju is not Titik.BKN:
        bagian += [_pertek(kasus), _penerbit(kasus)]
    return gabung(*bagian)


def _surat(nama: str, surat: Surat | None, tujuan: str = "") -> Temuan:
    kurang = yang_kurang(surat, tujuan=tujuan)
    if not kurang:
        return lolos(f"{nama} lengkap.")
    return gagal(
        f"{nama} belum lengkap: {daftar(kurang)}.",
        f"Lengkapi {nama if nama.startswith('SK') else nama[0].lower() + nama[1:]}.",
        pulih=True,
    )


def _dua_surat(kasus: Kasus) -> Temuan:
    usul, setuju = kasus.usul, kasus.persetujuan
    bagian = [
        _surat("Surat usul PPK penerima", usul, kasus.tujuan),
        _surat("Surat persetujuan PPK asal", setuju, kasus.tujuan),
    ]
    if usul and setuju and usul.tanggal and setuju.tanggal and setuju.tanggal < usul.tanggal:
        bagian.append(
            gagal(
                f"Persetujuan bertanggal {tanggal(setuju.tanggal)}, sebelum usul "
                f"{tanggal(usul.tanggal)}.",
                "Periksa tanggal kedua surat, atau minta persetujuan atas usul itu.",
                pulih=True,
            )
        )
    return gabung(*bagian)


def _koordinasi(kasus: Kasus) -> Temuan:
    if kasus.rute not in kasus.ketentuan.antar_koordinasi:
        return lolos("Rute ini tidak meminta koordinasi Mendagri.")
    surat = kasus.koordinasi_mendagri
    lengkap = _surat("Surat koordinasi Mendagri", surat)
    pertek = kasus.pertek.surat.tanggal if kasus.pertek else None
    if surat and surat.tanggal and pertek and pertek < surat.tanggal:
        return gagal(
            f"Pertek bertanggal {tanggal(pertek)}, sebelum koordinasi Mendagri "
            f"{tanggal(surat.tanggal)}.",
            "Koordinasi dengan Mendagri mendahului pertek; minta pertek sesudahnya.",
            pulih=True,
        )
    return lengkap


def _pertek(kasus: Kasus) -> Temuan:
    kurang = cela_pertek(kasus)
    if kurang:
        return gagal(
            f"Pertek BKN belum lengkap: {daftar(kurang)}.",
            "Usulkan ke BKN dan catat perteknya (nomor, tanggal, berkas).",
            pulih=True,
        )
    pemberi = kasus.pertek.pemberi if kasus.pertek else ""
    return _pejabat("Pertek", pemberi, _menurut_rute(kasus.ketentuan.antar_pemberi_pertek, kasus))


def _penerbit(kasus: Kasus) -> Temuan:
    sk = kasus.sk_luar
    seharusnya = _menurut_rute(kasus.ketentuan.antar_penerbit_sk, kasus)
    nama = f"SK mutasi dari {seharusnya or 'pejabat yang berwenang'}"
    if sk is None:
        return gagal(f"Belum ada {nama}.", f"Catat {nama}.", pulih=True)
    bagian = [_surat(nama, sk.surat), _pejabat("SK mutasi", sk.penerbit, seharusnya)]
    sendiri, luar = kasus.tanggal_sk, sk.surat.tanggal
    if kasus.arah is Arah.MASUK and sendiri and luar and sendiri < luar:
        bagian.append(
            gagal(
                f"SK pengangkatan {tanggal(sendiri)} mendahului SK mutasi {tanggal(luar)}.",
                "Tetapkan SK pengangkatan dalam jabatan sesudah SK mutasi.",
                pulih=True,
            )
        )
    return gabung(*bagian)


def _menurut_rute(tabel: Mapping[str, str], kasus: Kasus) -> str:
    return tabel.get(kasus.rute.value, "") if kasus.rute else ""


def _pejabat(apa: str, ada: str, seharusnya: str) -> Temuan:
    if not seharusnya:
        return tak_tahu(
            f"{apa}: pejabat untuk rute ini belum ditetapkan.", Penyedia.BKD, "pejabat per rute"
        )
    if ada.strip().casefold() == seharusnya.casefold():
        return lolos(f"{apa} dari {seharusnya}.")
    return gagal(
        f"{apa} dari {ada.strip() or 'pejabat yang belum disebut'}; untuk rute ini harus dari "
        f"{seharusnya}.",
        f"Mintakan dari {seharusnya}.",
        pulih=True,
    )

"""The words of a telaahan staf: what a draft proposes, on which facts, and what stands against it.

The order of its parts follows Tata Naskah Dinas (Permendagri 1/2023): persoalan, praanggapan, fakta
yang mempengaruhi, analisis, kesimpulan, saran; the basis stands first. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mutasi.kernel.status import Status
from mutasi.selectors.cetak import BarisCetak, IsiRancangan, KursiCetak, Tempat
from mutasi.services.cetak_daftar import tabel
from toolkit.templatetags.tampilan import tanggal

DASAR = (
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara.",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana "
    "diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020.",
    "Peraturan BKN Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi.",
)
_KURSI = (
    ("No", 5), ("Jabatan", 34), ("Unit", 34), ("Butuh", 8), ("Isi", 7), ("Keluar", 8),
    ("Masuk", 8), ("Menjadi", 9),
)  # fmt: skip
_KEADAAN = {
    Status.LOLOS: "memenuhi semua syarat yang dapat diperiksa",
    Status.IZIN: "memenuhi syarat dan masih memerlukan izin atau persetujuan",
    Status.ALASAN: "masih mempunyai peringatan yang belum diberi alasan tertulis",
    Status.TAK_TAHU: "belum dapat diperiksa karena datanya belum lengkap",
    Status.GAGAL: "tidak memenuhi sedikitnya satu syarat",
    Status.BELUM: "belum lengkap (orang atau jabatan tujuannya belum ditentukan)",
}


def susun_telaahan(isi: IsiRancangan) -> dict[str, Any]:
    """Everything the template prints, as plain JSON."""
    return {
        "judul": "TELAAHAN STAF",
        "hal": isi.nama,
        "tanggal": tanggal(isi.per),
        "banyak": len(isi.baris),
        "bagian": [
            _bagian("Dasar", _dasar(isi)),
            _bagian("Persoalan", _persoalan(isi)),
            _bagian("Praanggapan", _praanggapan(isi)),
            _bagian("Fakta yang mempengaruhi", _fakta(isi), tabel=_tabel_kursi(isi)),
            _bagian("Analisis", _analisis(isi), perpindahan=[_perpindahan(b) for b in isi.baris]),
            _bagian("Kesimpulan", _kesimpulan(isi)),
            _bagian("Saran", _saran(isi)),
        ],
    }


def _bagian(judul: str, butir: Iterable[str], **lain: Any) -> dict[str, Any]:
    return {"judul": judul, "butir": list(butir), "tabel": None, "perpindahan": [], **lain}


def _dasar(isi: IsiRancangan) -> list[str]:
    permintaan = [f"Permintaan pegawai dari {satu}." for satu in isi.permintaan]
    return [*DASAR, *permintaan]


def _persoalan(isi: IsiRancangan) -> list[str]:
    kurang = [k for k in isi.dituju if k.butuh is not None and k.isi < k.butuh]
    orang = sum((k.butuh or 0) - k.isi for k in kurang)
    butir = [
        f"Rancangan ini memuat {len(isi.baris)} baris perpindahan ke {len(isi.dituju)} jabatan "
        f"dengan rencana TMT {tanggal(isi.tmt)}."
    ]
    if kurang:
        butir.append(
            f"{len(kurang)} dari jabatan yang dituju kekurangan {orang} orang per "
            f"{tanggal(isi.per)}: {_sebut(k.tempat for k in kurang)}."
        )
    if isi.keterangan:
        butir.append(isi.keterangan)
    return butir


def _sebut(tempat: Iterable[Tempat]) -> str:
    """Posts in a sentence; many are cut with their number."""
    semua = [f"{t.jabatan} ({t.unit})" for t in tempat]
    lebih = len(semua) - 10
    return "; ".join(semua[:10]) + (f"; dan {lebih} jabatan lain" if lebih > 0 else "")


def _praanggapan(isi: IsiRancangan) -> list[str]:
    return [
        f"Data pegawai, kebutuhan, dan bezetting adalah keadaan yang tercatat per "
        f"{tanggal(isi.per)}.",
        f"Semua perpindahan berlaku bersamaan pada {tanggal(isi.tmt)}; syarat masa jabatan dan "
        "usia dihitung sampai hari itu.",
        "Telaahan ini bahan pertimbangan. Keputusan ada pada Pejabat Pembina Kepegawaian sesudah "
        "pertimbangan Tim Penilai Kinerja dan persetujuan yang diwajibkan.",
    ]


def _fakta(isi: IsiRancangan) -> list[str]:
    butir = ["Kebutuhan dan bezetting jabatan yang tersentuh rancangan tercantum pada tabel."]
    lowong = isi.menjadi_lowong
    if lowong:
        jumlah = sum(k.kosong for k in lowong)
        butir.append(
            f"{jumlah} kursi di {len(lowong)} jabatan menjadi lowong karena rancangan ini: "
            f"{_sebut(k.tempat for k in lowong)}."
        )
    else:
        butir.append("Tidak ada kursi yang menjadi lowong karena rancangan ini.")
    if isi.terdesak:
        orang = "; ".join(isi.terdesak)
        butir.append(f"Pemangku yang jabatannya diisi orang lain tanpa tujuan: {orang}.")
    return butir


def _tabel_kursi(isi: IsiRancangan) -> dict[str, Any]:
    def baris(n: int, k: KursiCetak) -> list[object]:
        butuh = "belum ditetapkan" if k.butuh is None else k.butuh
        return [n, k.tempat.jabatan, k.tempat.unit, butuh, k.isi, k.keluar, k.masuk, k.sesudah]

    rows = [baris(n, k) for n, k in enumerate(isi.kursi, 1)]
    return tabel("", _KURSI, rows, kosong="Belum ada jabatan yang tersentuh.")


def _analisis(isi: IsiRancangan) -> list[str]:
    butir = [
        "Setiap perpindahan diperiksa terhadap syarat dan peringatan mutasi. Di bawah tiap nama "
        "hanya dicantumkan yang tidak lolos, belum dapat diperiksa, butuh izin, atau berupa "
        "peringatan."
    ]
    butir += [f"Perpindahan yang saling menunggu: {r}." for r in isi.rantai]
    return butir


def _perpindahan(b: BarisCetak) -> dict[str, Any]:
    return {
        "nomor": str(b.nomor),
        "orang": " ".join(filter(None, (b.nama or "(belum ada orang)", b.nip and f"NIP {b.nip}"))),
        "pangkat": b.pangkat,
        "dari": _singkat(b.lama) or "-",
        "ke": _singkat(b.baru) or "(belum ada tujuan)",
        "jenis": b.jenis,
        "keadaan": b.status.value,
        "keterangan": list(b.keterangan),
        "temuan": [
            {
                "kode": t.kode, "hasil": t.hasil, "bunyi": t.bunyi,
                "perbaikan": "" if t.alasan else t.perbaikan, "alasan": t.alasan,
            }
            for t in b.temuan
        ],
    }  # fmt: skip


def _singkat(t: Tempat | None) -> str:
    return "" if t is None else ", ".join(filter(None, (t.jabatan, t.tingkat, t.unit)))


def _kesimpulan(isi: IsiRancangan) -> list[str]:
    butir = [
        f"{isi.hitungan[status]} perpindahan {kata}."
        for status, kata in _KEADAAN.items()
        if isi.hitungan.get(status)
    ]
    return butir or ["Rancangan ini belum memuat perpindahan."]


def _saran(isi: IsiRancangan) -> list[str]:
    ada = isi.hitungan
    butir = []
    if ada.get(Status.LOLOS):
        butir.append("Perpindahan yang memenuhi syarat disetujui untuk disusun menjadi usulan.")
    if ada.get(Status.IZIN):
        butir.append("Izin atau persetujuan yang disebut di atas dimintakan lebih dahulu.")
    if ada.get(Status.ALASAN):
        butir.append("Alasan tertulis atas peringatan dilengkapi sebelum diusulkan.")
    if ada.get(Status.TAK_TAHU) or ada.get(Status.BELUM):
        butir.append("Data yang belum lengkap dilengkapi oleh yang disebut, lalu diperiksa ulang.")
    if ada.get(Status.GAGAL):
        butir.append("Perpindahan yang tidak memenuhi syarat diganti atau ditunda.")
    if isi.menjadi_lowong:
        butir.append("Pengisian kursi yang menjadi lowong direncanakan bersamaan.")
    return butir or ["Rancangan dilengkapi sebelum ditelaah."]

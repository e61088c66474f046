"""The usual words of a decree (peraturan-mutasi 6.2); an office may write its own instead."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.naskah.bahan import Rujukan
from mutasi.kernel.naskah.kata import panjang

MENIMBANG = (
    "bahwa untuk memenuhi kebutuhan organisasi dan mengisi jabatan yang lowong, perlu dilakukan "
    "mutasi Pegawai Negeri Sipil;",
    "bahwa Pegawai Negeri Sipil yang namanya tercantum dalam Lampiran Keputusan ini dipandang "
    "memenuhi syarat dan cakap untuk ditempatkan dalam jabatan sebagaimana tercantum dalam "
    "Lampiran;",
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu "
    "menetapkan Keputusan ini;",
)
# The region's own statute and regulations stand before and after these.
MENGINGAT = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali "
    "diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023;",
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;",
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana "
    "telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;",
    "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;",
    "Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi;",
)


def diktum_mutasi(tmt: date, *, dilantik: bool) -> tuple[str, ...]:
    """KESATU to KELIMA of a mutation from ``tmt`` on; ``dilantik``: the posts are sworn in."""
    lapor = (
        "Pegawai Negeri Sipil sebagaimana dimaksud dalam Diktum KEDUA dilantik dan diambil "
        "sumpah/janji jabatannya, kemudian melapor kepada pimpinan unit kerja yang baru."
        if dilantik
        else "Pegawai Negeri Sipil sebagaimana dimaksud dalam Diktum KEDUA segera melapor dan "
        "melaksanakan tugas pada unit kerja yang baru."
    )
    return (
        "Memberhentikan dengan hormat Pegawai Negeri Sipil yang namanya tercantum dalam Lampiran "
        "Keputusan ini dari jabatan lamanya, disertai ucapan terima kasih atas pengabdian dan jasa "
        "selama memangku jabatan tersebut.",
        "Mengangkat dan menempatkan Pegawai Negeri Sipil sebagaimana dimaksud dalam Diktum KESATU "
        "dalam jabatan baru sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak "
        "terpisahkan dari Keputusan ini.",
        "Kepada Pegawai Negeri Sipil sebagaimana dimaksud dalam Diktum KEDUA diberikan tunjangan "
        "sesuai dengan ketentuan peraturan perundang-undangan.",
        lapor,
        f"Keputusan ini mulai berlaku pada tanggal {panjang(tmt)}, dengan ketentuan apabila di "
        "kemudian hari terdapat kekeliruan akan diperbaiki sebagaimana mestinya.",
    )


def diktum_pengukuhan(tmt: date, *, dilantik: bool) -> tuple[str, ...]:
    """The same where people stay: their posts are confirmed, renamed or prolonged."""
    _, _, tunjangan, _, berlaku = diktum_mutasi(tmt, dilantik=dilantik)
    lantik = (
        "Pegawai Negeri Sipil sebagaimana dimaksud dalam Diktum KESATU dikukuhkan dan diambil "
        "sumpah/janji jabatannya."
    )
    return (
        "Mengukuhkan Pegawai Negeri Sipil yang namanya tercantum dalam Lampiran Keputusan ini "
        "dalam jabatan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak "
        "terpisahkan dari Keputusan ini.",
        *((lantik,) if dilantik else ()),
        tunjangan.replace("Diktum KEDUA", "Diktum KESATU"),
        berlaku,
    )


def diktum_penugasan(tmt: date) -> tuple[str, ...]:
    """The same for a task beside the own post (Plt., Plh., Pj., tugas tambahan)."""
    return (
        "Menugaskan Pegawai Negeri Sipil yang namanya tercantum dalam Lampiran Keputusan ini, di "
        "samping jabatannya, sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak "
        "terpisahkan dari Keputusan ini.",
        "Penugasan sebagaimana dimaksud dalam Diktum KESATU tidak mengubah jabatan definitif yang "
        "bersangkutan dan berakhir sesuai ketentuan peraturan perundang-undangan.",
        diktum_mutasi(tmt, dilantik=False)[-1],
    )


def diktum_pengganti(diktum: tuple[str, ...], diganti: Rujukan) -> tuple[str, ...]:
    """The same when the decree takes the place of another one."""
    batal = (
        f"Pada saat Keputusan ini mulai berlaku, {diganti.kalimat} dicabut dan dinyatakan tidak "
        "berlaku."
    )
    return (*diktum[:-1], batal, diktum[-1])


def menimbang_pencabutan(dicabut: Rujukan, alasan: str) -> tuple[str, ...]:
    """Why a decree is revoked; ``alasan`` goes on after "bahwa"."""
    return (
        f"bahwa {alasan.removeprefix('bahwa ').rstrip('.;')};",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu mencabut "
        f"{dicabut.kalimat};",
    )


def diktum_pencabutan(dicabut: Rujukan, *, berlaku: date, pulih: bool) -> tuple[str, ...]:
    """What a revocation decrees; ``pulih``: the people return to the posts they held before."""
    kembali = (
        "Dengan dicabutnya Keputusan sebagaimana dimaksud dalam Diktum KESATU, Pegawai Negeri "
        "Sipil yang namanya tercantum dalam Lampiran Keputusan ini dikembalikan pada jabatan "
        "sebagaimana tercantum dalam Lampiran."
        if pulih
        else "Kedudukan Pegawai Negeri Sipil yang namanya tercantum dalam Keputusan sebagaimana "
        "dimaksud dalam Diktum KESATU ditetapkan dengan Keputusan tersendiri."
    )
    return (
        f"Mencabut {dicabut.kalimat}, dan menyatakan tidak berlaku.",
        kembali,
        f"Keputusan ini mulai berlaku pada tanggal {panjang(berlaku)}, dengan ketentuan apabila di "
        "kemudian hari terdapat kekeliruan akan diperbaiki sebagaimana mestinya.",
    )


_PERNYATAAN = {
    "SPP": (
        "SURAT PERNYATAAN PELANTIKAN",
        "telah dilantik dalam jabatan {jabatan} pada {unit} oleh pejabat yang berwenang pada "
        "tanggal {mulai}",
    ),
    "SPMJ": (
        "SURAT PERNYATAAN MENDUDUKI JABATAN",
        "terhitung mulai tanggal {mulai} menduduki jabatan {jabatan} pada {unit}",
    ),
    "SPMT": (
        "SURAT PERNYATAAN MELAKSANAKAN TUGAS",
        "terhitung mulai tanggal {mulai} telah nyata melaksanakan tugas sebagai {jabatan} pada "
        "{unit}",
    ),
}


def pernyataan(
    macam: str, *, jabatan: str, unit: str, mulai: date, keputusan: Rujukan, tunjangan: str
) -> tuple[str, str]:
    """Title and declaration of an SPP, SPMJ or SPMT."""
    judul, isi = _PERNYATAAN[macam]
    dasar = f"berdasarkan {keputusan.kalimat}, tanggal {panjang(keputusan.tanggal)}, "
    uang = f" dan diberikan tunjangan jabatan sebesar {tunjangan} per bulan" if tunjangan else ""
    return judul, dasar + isi.format(jabatan=jabatan, unit=unit, mulai=panjang(mulai)) + uang + "."

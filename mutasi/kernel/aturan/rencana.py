"""Rules about a whole file: a post for everybody (H20), seats that fit (H22), clean criteria (H23),
and when it is large or close to an election (W12)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from mutasi.kernel.aturan.berkas import Baris, Berkas, KursiAwal
from mutasi.kernel.aturan.dasar import SEBELUM_SK, SEMUA_TITIK, Lingkup, aturan
from mutasi.kernel.jendela import di_jendela, dibatasi, kalimat_jendela, menjelang
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.kriteria import Kriteria
from penilaian.kernel.putusan import (
    Penyedia,
    Temuan,
    awas,
    gabung,
    gagal,
    lolos,
    salah_satu,
    tak_tahu,
)
from penilaian.kernel.tingkat import manajerial

_SEBUT = 5  # names in one sentence; the rest is counted


def _sebut(nama: Iterable[str]) -> str:
    """The first names, and how many more."""
    semua = list(dict.fromkeys(nama))
    if len(semua) <= _SEBUT:
        return daftar(semua)
    return f"{', '.join(semua[:_SEBUT])}, dan {len(semua) - _SEBUT} lainnya"


@aturan(
    "H20",
    Lingkup.BERKAS,
    judul="Tidak ada yang dilepas tanpa jabatan",
    dasar="Surat Dirjen Dukcapil 22 April 2025 (Dukcapil); asas sistem merit UU 20/2023",
    memeriksa="Setiap orang yang dilepas dari jabatannya di berkas ini mempunyai jabatan tujuan, "
    "kecuali yang berhenti, pensiun, atau pindah instansi.",
    sebelum=SEBELUM_SK,
)
def h20(berkas: Berkas) -> Temuan:
    """A line without a target is either an ending or a mistake."""
    lepas = [
        b for b in berkas.baris
        if b.definitif and b.dari is not None and b.ke is None and not b.berakhir
    ]  # fmt: skip
    if not lepas:
        return lolos("Setiap orang di berkas ini mempunyai jabatan tujuan.")
    return gagal(
        f"Belum mempunyai jabatan tujuan: {_sebut(b.nama for b in lepas)}.",
        "Tetapkan jabatan tujuannya, atau keluarkan orang itu dari berkas.",
        pulih=True,
        baris=[b.id for b in lepas],
    )


@aturan(
    "H22",
    Lingkup.BERKAS,
    judul="Berkas tidak bertentangan dengan dirinya sendiri",
    dasar="PP 11/2017 Pasal 190 ayat (4); PerBKN 5/2019 (D02)",
    memeriksa="Satu orang satu baris; kursi ditinggalkan paling lambat pada TMT penggantinya "
    "(rantai terbuka atau tertutup); tidak ada kursi yang diisi dua orang.",
    sebelum=SEMUA_TITIK,
)
def h22(berkas: Berkas) -> Temuan:
    """Seats are counted day by day, who leaves before who comes.

    So A to B, B to C, C retires stands when C's day is not after B's and B's not after A's; a ring
    stands only on one day; and a chain can have no other shape, because everybody has one line.
    """
    tanpa = [b for b in berkas.baris if b.berpindah and b.tmt is None]
    belum = (
        tak_tahu(
            f"TMT belum ditetapkan untuk {_sebut(b.nama for b in tanpa)}.", Penyedia.BKD, "TMT"
        )
        if tanpa
        else lolos("Setiap baris mempunyai TMT.")
    )
    return gabung(_orang_tunggal(berkas.baris), *_kursi(berkas), belum)


def _orang_tunggal(baris: Iterable[Baris]) -> Temuan:
    tetap = [b for b in baris if b.definitif and b.pegawai is not None]
    kali = Counter(b.pegawai for b in tetap)
    ganda = [b for b in tetap if kali[b.pegawai] > 1]
    if not ganda:
        return lolos("Satu orang satu baris.")
    return gagal(
        f"Ditulis lebih dari sekali: {_sebut(b.nama for b in ganda)}.",
        "Sisakan satu baris untuk tiap orang.",
        pulih=True,
        orang_ganda=[b.id for b in ganda],
    )


def _kursi(berkas: Berkas) -> list[Temuan]:
    masuk: dict[int, list[Baris]] = defaultdict(list)
    keluar: dict[int, list[date]] = defaultdict(list)
    for b in berkas.baris:
        if not b.berpindah or b.tmt is None:
            continue
        if b.ke is not None:
            masuk[b.ke].append(b)
        if b.dari is not None:
            keluar[b.dari].append(b.tmt)
    dua, dini = [], []
    for formasi, datang in masuk.items():
        kursi = berkas.kursi.get(formasi)
        if kursi is None or kursi.butuh is None:
            continue  # an unknown need is H03's to report
        pergi = [*keluar[formasi], *kursi.akan_kosong]
        if _lebih(kursi, datang, pergi, date.max):
            dua.append((kursi, datang))
        elif any(_lebih(kursi, datang, pergi, b.tmt) for b in datang if b.tmt):
            dini.append((kursi, datang))
    return [_dua_orang(dua), _terlalu_dini(dini)]


def _lebih(kursi: KursiAwal, datang: list[Baris], pergi: list[date], hari: date) -> bool:
    """Whether on that day more people sit there than the post needs."""
    isi = max(0, kursi.isi - sum(satu <= hari for satu in pergi))
    isi += sum(b.tmt is not None and b.tmt <= hari for b in datang)
    return kursi.butuh is not None and isi > kursi.butuh


def _dua_orang(dua: list[tuple[KursiAwal, list[Baris]]]) -> Temuan:
    if not dua:
        return lolos("Tidak ada kursi yang diisi lebih dari kebutuhannya.")
    kata = [f"{kursi.nama} ({_sebut(b.nama for b in datang)})" for kursi, datang in dua]
    return gagal(
        f"Lebih banyak orang daripada kursi: {_sebut(kata)}.",
        "Kosongkan kursinya lebih dahulu, atau pilih jabatan lain.",
        pulih=True,
        kursi_ganda=[b.id for _, datang in dua for b in datang],
    )


def _terlalu_dini(dini: list[tuple[KursiAwal, list[Baris]]]) -> Temuan:
    if not dini:
        return lolos("Kursi ditinggalkan sebelum atau pada TMT penggantinya.")
    kata = [f"{kursi.nama} ({_sebut(b.nama for b in datang)})" for kursi, datang in dini]
    return gagal(
        f"Diisi sebelum ditinggalkan: {_sebut(kata)}.",
        "Samakan TMT, atau mundurkan TMT orang yang menggantikan.",
        pulih=True,
        tmt_terbalik=[b.id for _, datang in dini for b in datang],
    )


# Attributes that may never earn or cost a point, and words by which a criterion would betray it.
TERLARANG: dict[str, str] = {
    "jenis kelamin": r"\b(jenis kelamin|gender|laki-laki|perempuan|pria|wanita)\b",
    "suku": r"\b(suku|etnis|putra daerah|asal daerah)\b",
    "agama": r"\b(agama|keyakinan|islam|kristen|katolik|hindu|buddha|khonghucu)\b",
    "ras": r"\b(ras|warna kulit)\b",
    "golongan masyarakat": r"\bgolongan (masyarakat|sosial|darah|tertentu)\b|\borganisasi massa\b",
    "pandangan politik": r"\b(politik|partai|pilihan politik|tim sukses|relawan pilkada)\b",
    "status perkawinan": r"\b(kawin|perkawinan|nikah|menikah|pernikahan|lajang|janda|duda)\b",
    "disabilitas": r"\b(disabilitas|difabel|cacat|kehamilan|hamil)\b",
}


@aturan(
    "H23",
    Lingkup.BERKAS,
    judul="Kriteria tidak menilai sifat pribadi",
    dasar="UU 20/2023 Pasal 46; PP 30/2019; PP 11/2017 Pasal 190 ayat (4)",
    memeriksa="Perangkat kriteria yang dipakai tidak memberi nilai atas jenis kelamin, suku, "
    "agama, ras, golongan, pandangan politik, status perkawinan, atau disabilitas. Sumber nilai "
    "memang daftar tertutup tanpa sifat itu; di sini bunyi tiap kriteria ikut dibaca.",
    sebelum=SEBELUM_SK,
)
def h23(berkas: Berkas) -> Temuan:
    """The sources are a closed list (``SumberNilai``); words could still promise another thing."""
    kena = [
        (perangkat.nama, satu.kode, sifat)
        for perangkat in berkas.perangkat
        for satu in perangkat.kriteria
        for sifat in sifat_terlarang(satu)
    ]
    if not kena:
        return lolos("Tidak ada kriteria yang menilai sifat pribadi.")
    kata = [f"{nama} ({kode}): {sifat}" for nama, kode, sifat in kena]
    return gagal(
        f"Kriteria menilai sifat pribadi: {_sebut(kata)}.",
        "Hapus kriteria itu, terbitkan versi baru, lalu hitung ulang.",
        pulih=True,
        kriteria=[kode for _, kode, _ in kena],
    )


def sifat_terlarang(kriteria: Kriteria) -> list[str]:
    """The forbidden attributes a criterion's words name."""
    teks = " ".join(
        (kriteria.kode.replace("_", " "), kriteria.bunyi, kriteria.satuan, kriteria.sumber.nama)
    ).casefold()
    return [sifat for sifat, pola in TERLARANG.items() if re.search(pola, teks)]


@aturan(
    "W12",
    Lingkup.BERKAS,
    judul="Berkas besar, atau dekat jendela politik",
    dasar="UU 10/2016 Pasal 71 dan 162; Permendagri 58/2019 Pasal 3; kebijakan instansi",
    memeriksa="Banyaknya orang, bagian jabatan manajerial yang diganti, jarak hari ke jendela "
    "Pilkada atau pelantikan kepala daerah, dan perpindahan di dalam jendela bagi jabatan yang "
    "tidak dibatasi H12 (seperti Pelaksana).",
    sebelum=SEBELUM_SK,
    ketentuan=("awas_berkas_orang", "awas_berkas_manajerial_persen", "awas_jendela_hari"),
)
def w12(berkas: Berkas) -> Temuan:
    """One reason for the whole file, not one per name."""
    alasan = [*_besar(berkas), *_dekat_jendela(berkas)]
    if alasan:
        return awas(f"Perlu diperhatikan: {daftar(alasan)}.", orang=len(berkas.baris))
    if berkas.hari is None or berkas.jabatan_manajerial is None:
        return tak_tahu(
            "Tanggal SK atau banyaknya jabatan manajerial belum diketahui.",
            Penyedia.BKD,
            "tanggal SK dan peta jabatan",
        )
    return lolos("Ukuran dan waktunya biasa.", orang=len(berkas.baris))


def _besar(berkas: Berkas) -> list[str]:
    k, alasan = berkas.ketentuan, []
    if len(berkas.baris) > k.awas_berkas_orang:
        alasan.append(f"{len(berkas.baris)} orang (batas {k.awas_berkas_orang})")
    ganti = sum(salah_satu(manajerial(b.asal), manajerial(b.sasaran)) is True for b in berkas.baris)
    semua = berkas.jabatan_manajerial
    if semua and ganti * 100 > semua * k.awas_berkas_manajerial_persen:
        alasan.append(f"{ganti} dari {semua} jabatan manajerial diganti")
    return alasan


def _dekat_jendela(berkas: Berkas) -> list[str]:
    if berkas.hari is None:
        return []
    jendela = di_jendela(berkas.hari, berkas.ketentuan)
    if jendela is None:
        mulai = menjelang(berkas.hari, berkas.ketentuan)
        return [f"jendela politik mulai {tanggal(mulai)}"] if mulai else []
    bebas = [
        b.nama for b in berkas.baris
        if dibatasi(b.asal, b.asal_memimpin, b.sasaran, b.sasaran_memimpin) is False
    ]  # fmt: skip
    if not bebas:
        return []
    return [f"di dalam jendela {kalimat_jendela(jendela)} dipindahkan {_sebut(bebas)}"]

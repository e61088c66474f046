"""What others must agree to before a decree: Mendagri, BKN, the gates of special offices; and who
may sign it (H12, H13, H16, H18)."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.aturan.dasar import Lingkup, Titik, aturan
from mutasi.kernel.aturan.kasus import (
    JF_MEMIMPIN,
    SEBUTAN_KAPASITAS,
    Arah,
    Delegasi,
    HasilPertek,
    Kapasitas,
    Kasus,
    Penandatangan,
    Pertek,
    jenjang,
    yang_kurang,
)
from mutasi.kernel.jendela import di_jendela, dibatasi, kalimat_jendela
from mutasi.kernel.jenis import NAMA_JENJANG, JenjangSasaran
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.perkara import Gerbang, Jabatan
from penilaian.kernel.putusan import Penyedia, Temuan, gabung, gagal, lolos, salah_satu, tak_tahu

TANPA_SURAT = ("tanggal", "berkas bertanda tangan")  # what silence of BKN cannot have
SK_DAN_PELANTIKAN = (Titik.SK, Titik.PELANTIKAN)


def kapital(kalimat: str) -> str:
    """The sentence with a capital letter at its head, the rest as it is."""
    return f"{kalimat[:1].upper()}{kalimat[1:]}"


def tanpa_tanggal_sk() -> Temuan:
    """What every rule says that cannot judge without the day of the decree."""
    return tak_tahu("Tanggal SK belum ditetapkan.", Penyedia.BKD, "tanggal SK")


@aturan(
    "H12",
    Lingkup.KASUS,
    judul="Izin Mendagri dalam jendela Pilkada atau enam bulan setelah pelantikan kepala daerah",
    dasar="UU 10/2016 Pasal 71 ayat (2) dan Pasal 162 ayat (3); SE Mendagri 100.2.1.3/1575/SJ",
    memeriksa="Bila tanggal SK atau tanggal pelantikan jatuh di dalam jendela: izin tertulis "
    "Mendagri (nomor, tanggal, berkas) memuat nama yang bersangkutan. Berlaku bagi JPT, "
    "Administrator, Pengawas, Kepala Puskesmas, dan Kepala Sekolah.",
    sebelum=SK_DAN_PELANTIKAN,
    ketentuan=(
        "bulan_jendela_pilkada",
        "bulan_jendela_pelantikan",
        "tanggal_penetapan_paslon",
        "tanggal_pelantikan_kepala_daerah",
    ),
)
def h12(kasus: Kasus) -> Temuan:
    """Both days count, both ends of a window belong to it; a window never set binds nobody."""
    if kasus.tanggal_sk is None:
        return tanpa_tanggal_sk()
    hari = {"tanggal SK": kasus.tanggal_sk, "tanggal pelantikan": kasus.tanggal_pelantikan}
    kena = {
        sebutan: jendela
        for sebutan, satu in hari.items()
        if satu is not None and (jendela := di_jendela(satu, kasus.ketentuan)) is not None
    }
    if not kena:
        return lolos("SK dan pelantikan di luar jendela Pilkada dan pelantikan kepala daerah.")
    dibatasi_ = dibatasi(
        kasus.asal, kasus.asal_memimpin, kasus.sasaran, kasus.sasaran_memimpin
    )  # fmt: skip
    jendela = next(iter(kena.values()))
    bunyi = f"{kapital(daftar(kena))} di dalam jendela {kalimat_jendela(jendela)}"
    angka = {"jendela_mulai": jendela[0], "jendela_sampai": jendela[1]}
    if dibatasi_ is None:
        return tak_tahu(
            f"{bunyi}; jenis jabatan belum lengkap.",
            Penyedia.BKD,
            "jenis jabatan dan tugas memimpin satuan",
            **angka,
        )
    if not dibatasi_:
        return lolos("Kedua jabatan tidak termasuk yang dibatasi dalam jendela itu.", **angka)
    kurang = yang_kurang(kasus.izin_mendagri)
    if kurang:
        return gagal(
            f"{bunyi}; pada izin Mendagri belum ada {daftar(kurang)}.",
            "Lengkapi izin tertulis Mendagri (nomor, tanggal, berkas) yang memuat namanya, atau "
            "pilih tanggal di luar jendela.",
            pulih=True,
            **angka,
        )
    return lolos("Izin Mendagri memuat nama yang bersangkutan.", **angka)


@aturan(
    "H13",
    Lingkup.KASUS,
    judul="Penanda tangan SK berwenang",
    dasar="PP 11/2017; PP 49/2008 Pasal 132A; Perpres 116/2022; SE BKN 1/SE/I/2021",
    memeriksa="Pada tanggal SK: PPK definitif, atau pejabat definitif dengan delegasi yang berlaku "
    "untuk jenjang dan rute itu. Penjabat kepala daerah memerlukan izin Mendagri dan pertek BKN.",
    sebelum=(Titik.SK,),
)
def h13(kasus: Kasus) -> Temuan:
    """A delegate who is himself acting never signs: no paper cures that, only another signer."""
    if kasus.arah is Arah.KELUAR:
        return lolos("SK ditetapkan pejabat di luar instansi (H15).")
    pejabat = kasus.penandatangan
    if pejabat is None:
        return tak_tahu("Penanda tangan SK belum ditentukan.", Penyedia.BKD, "penanda tangan SK")
    if kasus.tanggal_sk is None:
        return tanpa_tanggal_sk()
    sebutan = SEBUTAN_KAPASITAS[pejabat.kapasitas]
    if pejabat.ppk:
        return _ppk(kasus, pejabat, sebutan)
    if pejabat.kapasitas is not Kapasitas.DEFINITIF:
        return gagal(
            f"{pejabat.sebutan} menjabat sebagai {sebutan} dan tidak dapat menetapkan perubahan "
            "status kepegawaian.",
            "SK ditandatangani PPK definitif, atau pejabat definitif yang diberi delegasi.",
            pulih=True,
        )
    return _delegasi(kasus, pejabat.sebutan, pejabat.delegasi, kasus.tanggal_sk)


def _ppk(kasus: Kasus, pejabat: Penandatangan, sebutan: str) -> Temuan:
    if pejabat.kapasitas is Kapasitas.DEFINITIF:
        return lolos(f"{pejabat.sebutan} adalah PPK definitif.")
    kurang = []
    if not pejabat.izin_mendagri.strip():
        kurang += [f"izin Mendagri: {satu}" for satu in yang_kurang(kasus.izin_mendagri)]
    if not pejabat.pertek_bkn.strip():
        kurang += [f"pertek BKN: {satu}" for satu in cela_pertek(kasus)]
    if kurang:
        return gagal(
            f"{pejabat.sebutan} menjabat sebagai {sebutan}; belum ada {daftar(kurang)}.",
            "Lengkapi izin tertulis Mendagri dan pertek BKN, atau tunggu PPK definitif.",
            pulih=True,
        )
    return lolos(f"{pejabat.sebutan} ({sebutan}) bertindak dengan izin Mendagri dan pertek BKN.")


def _delegasi(kasus: Kasus, sebutan: str, delegasi: Delegasi | None, sk: date) -> Temuan:
    obat = "SK ditandatangani PPK, atau terbitkan keputusan delegasi yang mencakupnya."
    if delegasi is None:
        return gagal(f"{sebutan} tidak memegang delegasi PPK.", obat, pulih=True)
    if sk < delegasi.mulai or (delegasi.selesai is not None and sk >= delegasi.selesai):
        return gagal(
            f"Delegasi {delegasi.nomor} tidak berlaku pada {tanggal(sk)}.", obat, pulih=True
        )
    jabatan = [kasus.sasaran] if kasus.antar_instansi else [kasus.asal, kasus.sasaran]
    kelas = [jenjang(satu) for satu in jabatan]
    if None in kelas:
        return tak_tahu("Jenjang salah satu jabatan belum tercatat.", Penyedia.BKD, "jenjang")
    luar = dict.fromkeys(NAMA_JENJANG[k] for k in kelas if k and k not in delegasi.jenjang)
    if luar:
        return gagal(f"Delegasi {delegasi.nomor} tidak mencakup {daftar(luar)}.", obat, pulih=True)
    if kasus.kode_rute not in delegasi.rute:
        rute = "dalam instansi" if kasus.rute is None else f"rute {kasus.rute.value}"
        return gagal(
            f"Delegasi {delegasi.nomor} tidak mencakup perpindahan {rute}.", obat, pulih=True
        )
    return lolos(f"{sebutan} menandatangani dengan delegasi {delegasi.nomor}.")


@aturan(
    "H16",
    Lingkup.KASUS,
    judul="Pertek BKN lewat I-MUT sebelum SK",
    dasar="Perpres 116/2022; petunjuk I-MUT BKN",
    memeriksa="Untuk jenjang jabatan yang didaftar (jabatan lama atau jabatan tujuan): pertek atau "
    "nomor I-MUT, disetujui atau disetujui otomatis, memuat nama dan jabatan yang sama, dan masih "
    "berlaku pada tanggal SK.",
    sebelum=(Titik.SK,),
    ketentuan=("pertek_kelas", "pertek_hari_kerja", "pertek_otomatis_hari_kerja"),
)
def h16(kasus: Kasus) -> Temuan:
    """Leaving a listed post is a dismissal from it, so both posts are asked."""
    if kasus.antar_instansi:
        return lolos("Pertek untuk perpindahan antarinstansi diperiksa pada H15.")
    wajib = wajib_imut(
        kasus.ketentuan, kasus.asal, kasus.asal_memimpin, kasus.sasaran, kasus.sasaran_memimpin
    )
    if wajib is None:
        return tak_tahu(
            "Belum diketahui apakah jabatan ini wajib lewat I-MUT.",
            Penyedia.BKD,
            "jenjang jabatan dan tugas memimpin satuan",
        )
    if not wajib:
        return lolos("Jenjang jabatan ini tidak wajib lewat I-MUT.")
    kurang = cela_pertek(kasus)
    if kurang:
        return gagal(
            f"Pertek BKN belum lengkap: {daftar(kurang)}.",
            "Usulkan lewat I-MUT dan catat pertek (nomor, tanggal, berkas) yang memuat nama dan "
            "jabatan yang sama.",
            pulih=True,
        )
    return lolos("Pertek BKN memuat nama dan jabatan yang diusulkan.")


def wajib_imut(
    k: KetentuanJalan,
    asal: Jabatan,
    asal_memimpin: bool | None,
    sasaran: Jabatan,
    sasaran_memimpin: bool | None,
) -> bool | None:
    """Whether one of both posts is of a level that must pass I-MUT."""
    return salah_satu(
        _wajib_pertek(asal, asal_memimpin, k.pertek_kelas),
        _wajib_pertek(sasaran, sasaran_memimpin, k.pertek_kelas),
    )


def _wajib_pertek(jabatan: Jabatan, memimpin: bool | None, kelas: frozenset[str]) -> bool | None:
    satu = jenjang(jabatan)
    if satu is not JenjangSasaran.JF or satu in kelas or JF_MEMIMPIN not in kelas:
        return None if satu is None else satu in kelas
    return memimpin


def cela_pertek(kasus: Kasus) -> list[str]:
    """What the pertek of a case lacks to carry its decree, in words."""
    pertek, sk = kasus.pertek, kasus.tanggal_sk
    if pertek is None:
        return ["pertek atau nomor I-MUT"]
    kurang = _jawaban_pertek(pertek, sk) or [
        satu
        for satu in yang_kurang(pertek.surat, tujuan=kasus.tujuan)
        if pertek.hasil is not HasilPertek.OTOMATIS or satu not in TANPA_SURAT
    ]
    if pertek.berlaku_sampai and sk and sk > pertek.berlaku_sampai:
        kurang.append(f"masa berlaku (habis {tanggal(pertek.berlaku_sampai)})")
    return kurang


def _jawaban_pertek(pertek: Pertek, sk: date | None) -> list[str]:
    if pertek.hasil is HasilPertek.DISETUJUI:
        return []
    if pertek.hasil is HasilPertek.OTOMATIS:
        mulai = pertek.otomatis_pada
        if mulai is None:
            return ["hari persetujuan otomatis"]
        if sk is not None and sk < mulai:
            return [f"persetujuan otomatis, baru ada {tanggal(mulai)}"]
        return []
    jawab = pertek.hasil.value if pertek.hasil else "belum dijawab"
    return [f"persetujuan BKN (usul {jawab})"]


@aturan(
    "H18",
    Lingkup.KASUS,
    judul="Persetujuan khusus jabatan tertentu",
    dasar="UU 24/2013 dan Permendagri 60/2021 (Dukcapil); selebihnya menurut data gerbang khusus",
    memeriksa="Setiap dokumen yang diminta jabatan lama atau jabatan tujuan sudah ada, memuat nama "
    "yang bersangkutan, dan bertanggal tidak sesudah SK (atau pelantikan, menurut gerbangnya).",
    sebelum=SK_DAN_PELANTIKAN,
)
def h18(kasus: Kasus) -> Temuan:
    """A gate before the inauguration does not stop a decree, unless no inauguration follows.

    Gates of a post in another instansi are that instansi's to know.
    """
    lama, baru = kasus.asal_gerbang, kasus.sasaran_gerbang
    if kasus.arah is Arah.MASUK:
        lama = lama or ()
    if kasus.arah is Arah.KELUAR:
        baru = baru or ()
    semua = dict.fromkeys((*(lama or ()), *(baru or ())))
    periksa = [_satu_gerbang(kasus, satu) for satu in semua if _diminta(kasus, satu)]
    if lama is None or baru is None:
        periksa.append(
            tak_tahu(
                "Belum diperiksa apakah salah satu jabatan ini jabatan khusus.",
                Penyedia.ORGANISASI,
                "penandaan jabatan khusus",
            )
        )
    if not periksa:
        return lolos("Tidak ada dokumen khusus yang diminta sebelum langkah ini.")
    return gabung(*periksa)


def _diminta(kasus: Kasus, gerbang: Gerbang) -> bool:
    return (
        kasus.menuju is Titik.PELANTIKAN
        or gerbang.sebelum != "pelantikan"
        or kasus.perlu_lantik is False
    )


def _satu_gerbang(kasus: Kasus, gerbang: Gerbang) -> Temuan:
    surat = kasus.surat_gerbang.get(gerbang)
    sebutan = f"{gerbang.dokumen} dari {gerbang.instansi}"
    kurang = yang_kurang(surat)
    if surat is None or kurang:
        apa = "" if surat is None else f": {daftar(kurang)}"
        return gagal(f"Belum lengkap: {sebutan}{apa}.", f"Lengkapi {sebutan}.", pulih=True)
    batas = kasus.tanggal_pelantikan if gerbang.sebelum == "pelantikan" else kasus.tanggal_sk
    if batas is not None and surat.tanggal is not None and surat.tanggal > batas:
        return gagal(
            f"{sebutan} bertanggal {tanggal(surat.tanggal)}, sesudah {tanggal(batas)}.",
            "Tetapkan tanggal SK atau pelantikan sesudah dokumen itu.",
            pulih=True,
        )
    return lolos(f"Sudah ada: {sebutan}.")

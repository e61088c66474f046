"""What the post asks: a free seat, education, years left to serve, a ground for going down."""

from __future__ import annotations

from datetime import date

from pegawai.kernel.masa import tmt_pensiun, umur
from penilaian.kernel.bidang import bidang_cocok
from penilaian.kernel.kata import tanggal
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.pengalaman import pernah_jpt
from penilaian.kernel.perkara import Jabatan, Perkara, Sasaran, belum_tercatat
from penilaian.kernel.perpindahan import (
    JenisPerpindahan,
    identik,
    jenis_perpindahan,
    serumpun,
)
from penilaian.kernel.putusan import Penyedia, Temuan, gabung, gagal, lolos, syarat, tak_tahu
from penilaian.kernel.tingkat import (
    FUNGSIONAL,
    PELAKSANA,
    SEBUTAN_PENDIDIKAN,
    STRUKTURAL,
    jpt,
    kategori,
    tingkat,
    urutan_pendidikan,
)

TANPA_BATAS = 999


@syarat(
    "H03",
    judul="Jabatan ada di peta jabatan dan kursinya kosong",
    dasar="PP 11/2017 Pasal 190 ayat (4); PerBKN 5/2019 (D02)",
    memeriksa="Formasi berlaku; pemangku pada TMT ditambah orang ini tidak melebihi kebutuhan. "
    "Kursi yang kosong pada atau sebelum TMT dihitung kosong.",
)
def h03(perkara: Perkara) -> Temuan:
    """A structural post has one seat; a JF or pelaksana post as many as its need says."""
    sasaran = perkara.sasaran
    if jenis_perpindahan(perkara.calon, sasaran).jenis is JenisPerpindahan.TETAP:
        return gagal("Sudah menduduki jabatan ini di unit ini.", "", pulih=False)
    return kursi(sasaran, perkara.tmt)


def kursi(sasaran: Sasaran, tmt: date) -> Temuan:
    """The part of H03 that is the same for everybody."""
    if sasaran.berlaku is None:
        return tak_tahu(
            "Belum diketahui apakah formasi ini masih berlaku.", Penyedia.ORGANISASI, "peta jabatan"
        )
    if not sasaran.berlaku:
        return gagal(
            "Formasi ini tidak ada di peta jabatan yang berlaku.",
            "Perbarui peta jabatan, atau pilih formasi lain.",
            pulih=False,
        )
    butuh, isi = sasaran.butuh, sasaran.isi_pada(tmt)
    if butuh is None and sasaran.jabatan.jenis == STRUKTURAL and tingkat(sasaran.jabatan):
        butuh = 1
    if butuh is None:
        return tak_tahu(
            "Kebutuhan jabatan ini belum ditetapkan.", Penyedia.ORGANISASI, "kebutuhan (ABK)"
        )
    if isi is None:
        return tak_tahu("Jumlah pemangku belum diketahui.", Penyedia.BKD, "bezetting formasi ini")
    if isi < butuh:
        return lolos(f"Pada TMT terisi {isi} dari {butuh} kursi.", kebutuhan=butuh, pemangku=isi)
    return gagal(
        f"Pada TMT sudah terisi {isi} dari {butuh} kursi.",
        "Tunggu sampai ada kursi kosong, atau pindahkan pemangkunya pada TMT yang sama.",
        pulih=True,
        kebutuhan=butuh,
        pemangku=isi,
    )


@syarat(
    "H04",
    judul="Tingkat dan bidang pendidikan",
    dasar="PP 11/2017 Pasal 54 dan 107; PermenPANRB 1/2023",
    memeriksa="Tingkat pendidikan dibandingkan menurut urutan (D-IV setara S-1); bidang hanya bila "
    "kalimat syaratnya memberi jawaban pasti, selebihnya untuk dinilai orang.",
    ketentuan=(
        "pendidikan_min_jpt",
        "pendidikan_min_administrator",
        "pendidikan_min_pengawas",
        "pendidikan_min_jf_keahlian",
        "pendidikan_min_jf_keterampilan",
    ),
)
def h04(perkara: Perkara) -> Temuan:
    """Level by order, field only where the sentence is certain.

    Whoever moves to the very jabatan he holds has been appointed to it under its requirement, and
    passes. A post without a recorded level: a structural one asks what the law asks of its level; a
    JF must at least meet the floor of its category, and above it nobody can tell (Bagian Organisasi
    fills it in). A post without a recorded field asks for none. A level of the JF already held
    brings its field along.
    """
    calon, sasaran = perkara.calon, perkara.sasaran
    if identik(calon, sasaran):
        return lolos("Jabatannya sama dengan yang sudah diduduki.")
    if perkara.pengecualian_pendidikan:
        return lolos(f"Dikecualikan: {perkara.pengecualian_pendidikan}.")
    jenjang = tingkat_pendidikan(calon.pendidikan, sasaran, perkara.ketentuan)
    if serumpun(calon.jabatan, sasaran.jabatan):
        return jenjang
    return gabung(jenjang, bidang(calon.program_studi, sasaran))


def tingkat_pendidikan(kode: str | None, sasaran: Sasaran, ketentuan: Ketentuan) -> Temuan:
    """The level of the diploma against the post's own level and the law's floor."""
    minimal = pendidikan_terendah(sasaran, ketentuan)
    punya = urutan_pendidikan(kode)
    if punya is None:
        return tak_tahu("Tingkat pendidikan belum tercatat.", Penyedia.SIASN, "ijazah terakhir")
    angka = {"pendidikan": kode, "pendidikan_minimal": minimal}
    sebut = SEBUTAN_PENDIDIKAN[kode or ""]
    if minimal is not None and punya < (urutan_pendidikan(minimal) or 0):
        return gagal(
            f"Pendidikan {sebut}, paling rendah {SEBUTAN_PENDIDIKAN[minimal]}.",
            "Hanya ijazah yang lebih tinggi atau pengecualian yang sah dapat mengubahnya.",
            pulih=False,
            **angka,
        )
    tercatat = urutan_pendidikan(sasaran.pendidikan_minimal) is not None
    if minimal is None or not (tercatat or sasaran.jabatan.jenis == STRUKTURAL):
        return tak_tahu(
            "Syarat pendidikan jabatan ini belum diisi.",
            Penyedia.ORGANISASI,
            "syarat jabatan",
            **angka,
        )
    return lolos(f"Pendidikan {sebut}, paling rendah {SEBUTAN_PENDIDIKAN[minimal]}.", **angka)


def pendidikan_terendah(sasaran: Sasaran, ketentuan: Ketentuan) -> str | None:
    """The higher of the post's own level and the law's floor; None when neither is known."""
    lantai = _lantai(sasaran.jabatan, ketentuan)
    return max(
        (satu for satu in (sasaran.pendidikan_minimal, lantai) if satu),
        key=lambda satu: urutan_pendidikan(satu) or 0,
        default=None,
    )


def bidang(program_studi: str | None, sasaran: Sasaran) -> Temuan:
    """The field of study."""
    cocok = bidang_cocok(sasaran.bidang_pendidikan, program_studi)
    angka = {"program_studi": program_studi}
    if cocok:
        return lolos("Bidang pendidikannya sesuai atau tidak disyaratkan.", **angka)
    if cocok is False:
        return gagal(
            f"Program studi {program_studi} bukan yang disyaratkan profesi ini.",
            "Perlu ijazah profesi yang disyaratkan.",
            pulih=False,
            **angka,
        )
    if not program_studi:
        return tak_tahu("Program studi belum tercatat.", Penyedia.SIASN, "program studi", **angka)
    return tak_tahu(
        f"Kesesuaian {program_studi} dengan bidang yang disyaratkan perlu dinilai orang.",
        Penyedia.BKD,
        "penilaian kesesuaian bidang pendidikan",
        **angka,
    )


def _lantai(jabatan: Jabatan, ketentuan: Ketentuan) -> str | None:
    if jabatan.jenis == FUNGSIONAL:
        return {
            "keahlian": ketentuan.pendidikan_min_jf_keahlian,
            "keterampilan": ketentuan.pendidikan_min_jf_keterampilan,
        }.get(kategori(jabatan.jenjang) or "")
    if jabatan.jenis != STRUKTURAL:
        return None
    return {
        2: ketentuan.pendidikan_min_pengawas,
        3: ketentuan.pendidikan_min_administrator,
        4: ketentuan.pendidikan_min_jpt,
        5: ketentuan.pendidikan_min_jpt,
    }.get(tingkat(jabatan) or 0)


@syarat(
    "H17",
    judul="Belum mencapai batas usia",
    dasar="UU 20/2023 Pasal 55; PP 11/2017 Pasal 107, 239, dan 240; PermenPANRB 1/2023",
    memeriksa="TMT sebelum TMT pensiun menurut BUP jabatan tujuan; batas umur masuk JF "
    "menurut jenjang dan pengangkatan pertama JPT Pratama, dihitung dalam tahun penuh pada TMT.",
    ketentuan=(
        "bup_jpt",
        "bup_struktural_lain",
        "bup_pelaksana",
        "jpt_usia_maks",
        "jf_usia_maks",
        "jf_usia_maks_antar_ahli_utama",
        "jf_ahli_utama_sebelum_bup_tahun",
    ),
)
def h17(perkara: Perkara) -> Temuan:
    """A limit of 53 years is passed on the day somebody turns 54."""
    lahir = perkara.calon.lahir
    if lahir is None:
        return tak_tahu("Tanggal lahir belum tercatat.", Penyedia.SIASN, "tanggal lahir")
    return gabung(_belum_pensiun(perkara, lahir), _umur_masuk(perkara, lahir))


def _belum_pensiun(perkara: Perkara, lahir: date) -> Temuan:
    bup = bup_sasaran(perkara.sasaran, perkara.ketentuan)
    if bup is None:
        if perkara.tmt < tmt_pensiun(lahir, bup_terendah(perkara.ketentuan)):
            return lolos("Masih di bawah BUP yang paling rendah.")
        return tak_tahu("BUP jabatan tujuan belum tercatat.", Penyedia.ORGANISASI, "BUP jabatan")
    pensiun = tmt_pensiun(lahir, bup)
    angka = {"bup": bup, "tmt_pensiun": pensiun}
    if perkara.tmt < pensiun:
        return lolos(f"Pensiun pada jabatan tujuan: {tanggal(pensiun)}.", **angka)
    return gagal(
        f"Pada TMT sudah melewati BUP {bup} tahun (pensiun {tanggal(pensiun)}).",
        "",
        pulih=False,
        **angka,
    )


def _umur_masuk(perkara: Perkara, lahir: date) -> Temuan:
    masuk = jenis_perpindahan(perkara.calon, perkara.sasaran).masuk_jf
    bawah, atas = batas_umur(
        perkara.calon.jabatan,
        perkara.sasaran.jabatan,
        masuk,
        perkara.ketentuan,
        pernah=pernah_jpt(perkara.calon),
    )
    usia = umur(lahir, perkara.tmt)
    angka = {"umur": usia, "umur_maksimal": None if bawah == TANPA_BATAS else bawah}
    if usia <= bawah:
        return lolos(f"Umur {usia} tahun pada TMT.", **angka)
    if usia > atas:
        return gagal(f"Umur {usia} tahun pada TMT, paling tinggi {atas}.", "", pulih=False, **angka)
    return tak_tahu(
        f"Umur {usia} tahun pada TMT; batasnya belum pasti karena jabatan belum tercatat lengkap.",
        Penyedia.BKD,
        belum_tercatat(perkara.calon.jabatan, perkara.sasaran.jabatan),
        **angka,
    )


def batas_umur(
    asal: Jabatan, tujuan: Jabatan, masuk: bool | None, ketentuan: Ketentuan, *, pernah: bool
) -> tuple[int, int]:
    """(certainly allowed up to, certainly refused above), in whole years."""
    if tujuan.jenis == FUNGSIONAL:
        if masuk is False:
            return TANPA_BATAS, TANPA_BATAS
        bawah, atas = _batas_jf(asal, tujuan.jenjang, ketentuan)
        return bawah, (atas if masuk else TANPA_BATAS)
    if tujuan.jenis == PELAKSANA:
        return TANPA_BATAS, TANPA_BATAS
    ke, dari = jpt(tujuan), True if pernah else jpt(asal)
    if ke is False or dari:
        return TANPA_BATAS, TANPA_BATAS
    pasti = ke is True and dari is False
    return ketentuan.jpt_usia_maks, (ketentuan.jpt_usia_maks if pasti else TANPA_BATAS)


def _batas_jf(asal: Jabatan, jenjang: str | None, ketentuan: Ketentuan) -> tuple[int, int]:
    semua = ketentuan.jf_usia_maks
    antar = ketentuan.jf_usia_maks_antar_ahli_utama
    if jenjang is None or jenjang not in semua:
        return min(semua.values()), max(*semua.values(), antar)
    if jenjang != "UT":
        return semua[jenjang], semua[jenjang]
    if asal.jenis == FUNGSIONAL and asal.jenjang == "UT":
        return antar, antar
    if jpt(asal):
        # At the latest so many years before the BUP: on that birthday it is too late.
        batas = ketentuan.bup_jpt - ketentuan.jf_ahli_utama_sebelum_bup_tahun - 1
        return batas, batas
    return semua["UT"], semua["UT"]


def bup_sasaran(sasaran: Sasaran, ketentuan: Ketentuan) -> int | None:
    """The recorded BUP of the post, else what the law says of its level; a JF has none to guess."""
    jabatan = sasaran.jabatan
    if sasaran.bup is not None:
        return sasaran.bup
    if jabatan.jenis == PELAKSANA:
        return ketentuan.bup_pelaksana
    if jabatan.jenis == STRUKTURAL and tingkat(jabatan) is not None:
        return ketentuan.bup_jpt if jpt(jabatan) else ketentuan.bup_struktural_lain
    return None


def bup_terendah(ketentuan: Ketentuan) -> int:
    """No post retires its holder earlier."""
    return min(ketentuan.bup_jpt, ketentuan.bup_struktural_lain, ketentuan.bup_pelaksana)


@syarat(
    "H21",
    judul="Turun jabatan hanya dengan dasar",
    dasar="PP 94/2021; PP 11/2017",
    memeriksa="Perpindahan ke tingkat lebih rendah memerlukan dasar: hukuman disiplin, kinerja, "
    "restrukturisasi, atau permintaan sendiri.",
)
def h21(perkara: Perkara) -> Temuan:
    """Never curable: a ground is not something one looks for in order to fill a seat."""
    turun = jenis_perpindahan(perkara.calon, perkara.sasaran).turun
    if turun is False:
        return lolos("Tidak turun tingkat.")
    if perkara.turun is not None:
        return lolos("Dasar turun jabatan tercatat.", dasar_demosi=perkara.turun.value)
    if turun is None:
        return tak_tahu(
            "Belum dapat dipastikan apakah perpindahan ini menurunkan tingkat jabatan.",
            Penyedia.BKD,
            belum_tercatat(perkara.calon.jabatan, perkara.sasaran.jabatan),
        )
    return gagal(
        "Jabatan tujuan lebih rendah daripada jabatan sekarang.",
        "Perlu dasar: hukuman disiplin, kinerja, restrukturisasi, atau permintaan sendiri.",
        pulih=False,
    )

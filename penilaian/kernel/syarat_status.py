"""Who may move at all: status, discipline, study and bonds, contracts, the new PNS' commitment."""

from __future__ import annotations

from datetime import date

from pegawai.kernel.masa import tambah_tahun
from penilaian.kernel.kata import tanggal
from penilaian.kernel.perkara import DasarDemosi, Hukuman, Perkara
from penilaian.kernel.perpindahan import identik, jenis_perpindahan
from penilaian.kernel.putusan import (
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

PNS, PPPK, PPPK_PW = "PNS", "PPPK", "PPPK_PW"
_KENA_HUKUMAN = frozenset({"15", "16"})
_TUGAS_BELAJAR = {"2": "CLTN", "3": "tugas belajar", "13": "perpanjangan CLTN"}


@syarat(
    "H01",
    judul="Berstatus ASN dan berkedudukan hukum aktif",
    dasar="PerBKN 5/2019; PP 11/2017 Pasal 190",
    memeriksa="Status PNS atau PPPK dan kedudukan hukum aktif. Kedudukan 15 dan 16 hanya untuk "
    "melaksanakan hukuman disiplin.",
    ketentuan=("kedudukan_aktif",),
)
def h01(perkara: Perkara) -> Temuan:
    """Status and legal standing, both as SIASN shows them."""
    return gabung(_status(perkara), _kedudukan(perkara))


def _status(perkara: Perkara) -> Temuan:
    status = perkara.calon.status
    if status is None:
        return tak_tahu("Status ASN belum tercatat.", Penyedia.SIASN, "status ASN", status=None)
    if status in (PNS, PPPK, PPPK_PW):
        return lolos("Berstatus ASN.", status=status)
    return gagal(f"Berstatus {status}, bukan PNS atau PPPK.", "", pulih=False, status=status)


def _kedudukan(perkara: Perkara) -> Temuan:
    kode = perkara.calon.kedudukan
    if kode is None:
        return tak_tahu(
            "Kedudukan hukum belum tercatat.", Penyedia.SIASN, "kedudukan hukum", kedudukan=None
        )
    if kode in perkara.ketentuan.kedudukan_aktif:
        return lolos("Kedudukan hukumnya aktif.", kedudukan=kode)
    if kode in _KENA_HUKUMAN and perkara.turun is DasarDemosi.SANKSI:
        return lolos("Perpindahan ini melaksanakan hukuman disiplin.", kedudukan=kode)
    return gagal(
        f"Kedudukan hukumnya tidak aktif (kode SIASN {kode}).",
        "Dapat diusulkan setelah kedudukan hukumnya kembali aktif di SIASN.",
        pulih=False,
        kedudukan=kode,
    )


@syarat(
    "H02",
    judul="Bukan CPNS",
    dasar="PerBKN 5/2019 (SK PNS)",
    memeriksa="CPNS tidak dipindahkan, kecuali penempatan pertama menurut SK-nya sendiri.",
)
def h02(perkara: Perkara) -> Temuan:
    """A PPPK has no probation of this kind."""
    calon = perkara.calon
    if calon.status in (PPPK, PPPK_PW):
        return lolos("PPPK tidak melalui masa percobaan CPNS.")
    if calon.cpns is None:
        return tak_tahu("Status CPNS atau PNS belum tercatat.", Penyedia.SIASN, "TMT dan SK PNS")
    if not calon.cpns:
        return lolos("Sudah PNS, bukan CPNS.")
    if perkara.penempatan_cpns:
        return lolos("Penempatan pertama CPNS menurut SK-nya sendiri.")
    return gagal("Masih CPNS.", "Dapat diusulkan setelah diangkat menjadi PNS.", pulih=False)


@syarat(
    "H07",
    judul="Tidak dalam proses atau menjalani hukuman disiplin atau peradilan",
    dasar="PerBKN 5/2019 (surat pernyataan D06); PP 94/2021",
    memeriksa="Untuk promosi dan antar instansi: tidak dalam proses atau menjalani hukuman tingkat "
    "apa pun dan tidak dalam proses peradilan. Di dalam instansi tanpa promosi: selama menjalani "
    "hukuman berat hanya boleh perpindahan yang melaksanakan hukuman itu.",
    peka=True,
)
def h07(perkara: Perkara) -> Temuan:
    """A refusal is never called curable: a list of the nearly eligible would tell of discipline.

    Inside the instansi and without promotion, a legal standing known to SIASN is enough: somebody
    serving a heavy sanction does not stand as aktif there (H01 judges the standing itself).
    """
    naik = jenis_perpindahan(perkara.calon, perkara.sasaran).naik
    berlaku = salah_satu(perkara.antar_instansi, naik)
    calon, tmt = perkara.calon, perkara.tmt
    return bila(
        berlaku,
        lambda: bersih(calon.hukuman, calon.proses_peradilan, tmt),
        lambda: hukuman_berat(calon.hukuman, calon.kedudukan, perkara.turun, tmt),
        perkara=perkara,
    )


def bersih(hukuman: tuple[Hukuman, ...] | None, peradilan: bool | None, tmt: date) -> Temuan:
    """Neither in process nor serving, of any level; and not before a court."""
    if hukuman is None:
        disiplin = tak_tahu(
            "Catatan disiplinnya belum dinyatakan lengkap.", Penyedia.BKD, "catatan disiplin"
        )
    elif any(sedang_kena(satu, tmt) for satu in hukuman):
        disiplin = gagal(
            "Ada proses atau hukuman disiplin yang masih berjalan pada TMT.",
            "Dapat diusulkan setelah proses atau masa hukuman selesai.",
            pulih=False,
        )
    else:
        disiplin = lolos("Tidak ada proses atau hukuman disiplin yang berjalan menurut register.")
    if peradilan is None:
        pengadilan = tak_tahu(
            "Keterangan proses peradilan belum ada.", Penyedia.BKD, "surat pernyataan (D06)"
        )
    elif peradilan:
        pengadilan = gagal(
            "Sedang dalam proses peradilan.",
            "Dapat diusulkan setelah perkaranya selesai.",
            pulih=False,
        )
    else:
        pengadilan = lolos("Tidak dalam proses peradilan menurut register.")
    return gabung(disiplin, pengadilan)


def hukuman_berat(
    hukuman: tuple[Hukuman, ...] | None,
    kedudukan: str | None,
    turun: DasarDemosi | None,
    tmt: date,
) -> Temuan:
    """Inside the instansi and without promotion only a heavy sanction being served holds back."""
    if turun is DasarDemosi.SANKSI:
        return lolos("Perpindahan ini melaksanakan hukuman disiplin.")
    if hukuman is None and kedudukan is None:
        return tak_tahu(
            "Catatan disiplin dan kedudukan hukum belum ada.", Penyedia.BKD, "catatan disiplin"
        )
    berat = [satu for satu in hukuman or () if satu.tingkat == "B"]
    if any(not satu.sedang_proses and sedang_kena(satu, tmt) for satu in berat):
        return gagal(
            "Sedang menjalani hukuman disiplin berat pada TMT.",
            "Hanya perpindahan yang melaksanakan hukuman itu yang boleh.",
            pulih=False,
        )
    return lolos("Bukan promosi dan masih di dalam instansi; tidak ada hukuman berat berjalan.")


def sedang_kena(hukuman: Hukuman, hari: date) -> bool:
    """In process, or serving on that day (an unknown beginning counts as begun)."""
    if hukuman.sedang_proses:
        return True
    mulai = hukuman.mulai is None or hukuman.mulai <= hari
    return mulai and (hukuman.selesai is None or hukuman.selesai > hari)


@syarat(
    "H08",
    judul="Tidak tugas belajar, ikatan dinas, atau CLTN",
    dasar="PerBKN 5/2019 (surat pernyataan D09)",
    memeriksa="Tidak sedang tugas belajar atau CLTN; untuk perpindahan antar instansi juga tidak "
    "terikat ikatan dinas pada TMT.",
)
def h08(perkara: Perkara) -> Temuan:
    """The bond after a study is one to the instansi: inside it nobody is held back by it."""
    calon = perkara.calon
    if not perkara.antar_instansi:
        return tidak_cuti(calon.kedudukan)
    ikatan = tidak_terikat(calon.ikatan_dinas, calon.ikatan_dinas_sampai, perkara.tmt)
    return gabung(tidak_cuti(calon.kedudukan), ikatan)


def tidak_cuti(kode: str | None) -> Temuan:
    """Neither studying nor on unpaid leave."""
    if kode is None:
        return tak_tahu("Kedudukan hukum belum tercatat.", Penyedia.SIASN, "kedudukan hukum")
    if kode in _TUGAS_BELAJAR:
        return gagal(
            f"Sedang {_TUGAS_BELAJAR[kode]}.",
            "Dapat diusulkan setelah aktif kembali.",
            pulih=True,
            kedudukan=kode,
        )
    return lolos("Tidak sedang tugas belajar atau CLTN.", kedudukan=kode)


def tidak_terikat(ada: bool | None, sampai: date | None, tmt: date) -> Temuan:
    """No bond on the day; one without an end is running."""
    if ada is None:
        return tak_tahu(
            "Belum ada keterangan ikatan dinas.", Penyedia.BKD, "surat pernyataan ikatan dinas"
        )
    if not ada or (sampai is not None and sampai <= tmt):
        return lolos("Tidak terikat ikatan dinas pada TMT.")
    return gagal(
        f"Masih terikat ikatan dinas{f' sampai {tanggal(sampai)}' if sampai else ''}.",
        "Dapat diusulkan setelah ikatan dinas berakhir.",
        pulih=True,
        ikatan_dinas_sampai=sampai,
    )


@syarat(
    "H10",
    judul="PPPK: jabatan dan instansi tetap, dalam masa kontrak",
    dasar="UU 20/2023; penjelasan KemenPANRB 24 September 2025 (perlu verifikasi Bagian Hukum)",
    memeriksa="PPPK hanya pindah unit di dalam instansi pada jabatan yang sama dan selama kontrak; "
    "PPPK paruh waktu belum dapat dipindahkan.",
)
def h10(perkara: Perkara) -> Temuan:
    """A PNS passes; a post recorded as open to PNS only leaves the reference to be checked."""
    calon = perkara.calon
    if calon.status is None:
        return tak_tahu("Status ASN belum tercatat.", Penyedia.SIASN, "status ASN")
    if calon.status == PPPK_PW:
        return gagal(
            "PPPK paruh waktu belum memiliki aturan perpindahan.",
            "Menunggu ketentuan tentang PPPK paruh waktu.",
            pulih=False,
        )
    if calon.status != PPPK:
        return lolos("Ketentuan ini hanya untuk PPPK.")
    if perkara.antar_instansi:
        return gagal(
            "PPPK tidak dapat pindah instansi selama kontrak.",
            "Harus mengikuti seleksi baru di instansi tujuan.",
            pulih=False,
        )
    return gabung(_jabatan_tetap(perkara), _dalam_kontrak(perkara))


def _jabatan_tetap(perkara: Perkara) -> Temuan:
    sama = identik(perkara.calon, perkara.sasaran)
    if sama is None:
        return tak_tahu(
            "Belum dapat dipastikan apakah jabatannya tetap sama.",
            Penyedia.BKD,
            "jabatan dan jenjangnya",
        )
    if not sama:
        return gagal(
            "PPPK hanya boleh pindah unit pada jabatan yang sama.",
            "Pilih formasi dengan jabatan yang sama.",
            pulih=False,
        )
    if perkara.sasaran.pengisian.strip().casefold() == "pns":
        return tak_tahu(
            "Referensi menyebut jabatan ini hanya untuk PNS, padahal PPPK ini mendudukinya.",
            Penyedia.ORGANISASI,
            "pembetulan referensi jabatan",
        )
    return lolos("Jabatannya tetap sama.")


def _dalam_kontrak(perkara: Perkara) -> Temuan:
    akhir = perkara.calon.akhir_kontrak
    if akhir is None:
        return tak_tahu("Akhir kontrak belum tercatat.", Penyedia.BKD, "akhir kontrak")
    if perkara.tmt <= akhir:
        return lolos(f"Kontrak berjalan sampai {tanggal(akhir)}.", akhir_kontrak=akhir)
    return gagal(
        f"Kontrak berakhir {tanggal(akhir)}, sebelum TMT.",
        "Perpanjang kontrak, atau majukan TMT.",
        pulih=True,
        akhir_kontrak=akhir,
    )


@syarat(
    "H11",
    judul="Ikatan PNS baru sebelum pindah instansi atas permintaan sendiri",
    dasar="PermenPANRB 27/2021 Pasal 52; PermenPANRB 6/2024 Pasal 59 ayat (2)",
    memeriksa="Permintaan sendiri ke instansi lain bagi PNS dari seleksi yang terikat: paling "
    "cepat setelah ikatannya (dihitung sejak TMT PNS) berakhir. Tidak menghalangi rotasi di "
    "dalam instansi.",
    ketentuan=("ikatan_tahun_antar_instansi", "ikatan_mulai_tmt_cpns"),
)
def h11(perkara: Perkara) -> Temuan:
    """Bound are those whose TMT CPNS is on or after the first bound intake."""
    calon = perkara.calon
    if not (perkara.antar_instansi and perkara.permintaan_sendiri):
        return lolos("Hanya untuk permintaan sendiri ke instansi lain.")
    if calon.status in (PPPK, PPPK_PW):
        return lolos("Hanya untuk PNS; PPPK diatur tersendiri.")
    terikat, bebas = ikatan(perkara)
    angka = {"tmt_cpns": calon.tmt_cpns, "tmt_pns": calon.tmt_pns, "bebas_sejak": bebas}
    if terikat is False:
        return lolos("Bukan dari seleksi yang terikat.", **angka)
    if bebas is not None and bebas <= perkara.tmt:
        return lolos(f"Ikatannya berakhir {tanggal(bebas)}.", **angka)
    if terikat is None or bebas is None:
        return tak_tahu(
            "TMT CPNS atau TMT PNS belum tercatat.", Penyedia.SIASN, "TMT CPNS dan TMT PNS", **angka
        )
    return gagal(
        f"Terikat di instansi ini sampai {tanggal(bebas)}.",
        f"Dapat diusulkan paling cepat dengan TMT {tanggal(bebas)}.",
        pulih=True,
        **angka,
    )


def ikatan(perkara: Perkara) -> tuple[bool | None, date | None]:
    """Whether the commitment binds this person, and from which day he would be free."""
    calon, ketentuan = perkara.calon, perkara.ketentuan
    mulai = ketentuan.ikatan_mulai_tmt_cpns
    terikat: bool | None = None
    if calon.tmt_cpns is not None:
        terikat = calon.tmt_cpns >= mulai
    elif calon.tmt_pns is not None and calon.tmt_pns < mulai:
        terikat = False
    if calon.tmt_pns is None:
        return terikat, None
    return terikat, tambah_tahun(calon.tmt_pns, ketentuan.ikatan_tahun_antar_instansi)

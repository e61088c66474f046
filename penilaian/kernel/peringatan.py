"""Warnings about one person and one post (W): allowed, but with a written reason.

A reason has at least ``min_huruf_alasan`` letters (the dated constant), a name and a time; it shows
in the minutes. Not here: W08 (family ties are seen by the recusal check only), W10-W14 (a plan, a
proposal, a file of the agency). LOLOS stands for "no warning", "tidak dapat diperiksa" for "nobody
knows".
"""

from __future__ import annotations

from datetime import date

from pegawai.kernel.masa import bulan_penuh, tambah_bulan, tmt_pensiun, umur
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.pengalaman import kali_pindah, pernah_jpt
from penilaian.kernel.perkara import Calon, Perkara, Sasaran
from penilaian.kernel.perpindahan import identik, jenis_perpindahan
from penilaian.kernel.putusan import (
    Hasil,
    Penyedia,
    Putusan,
    Syarat,
    Temuan,
    awas,
    lolos,
    syarat,
    tak_tahu,
)
from penilaian.kernel.syarat_jf import bulan_bidang
from penilaian.kernel.syarat_kursi import (
    TANPA_BATAS,
    batas_umur,
    bup_sasaran,
    tingkat_pendidikan,
)
from penilaian.kernel.syarat_status import PNS, PPPK, PPPK_PW, ikatan
from penilaian.kernel.tingkat import manajerial, urutan_golongan

_AMAN = "Tidak ada yang perlu diperingatkan."


@syarat(
    "W01",
    judul="Belum cukup lama pada jabatan manajerial sekarang",
    dasar="PP 11/2017 Pasal 190 ayat (3); SE MenPANRB 19/2023",
    memeriksa="Di antara kedua batas H09: sebut dasar dispensasi dan lampirkan.",
    ketentuan=("min_bulan_jabatan", "min_bulan_dispensasi"),
)
def w01(perkara: Perkara) -> Temuan:
    """Below the lower threshold H09 refuses; from the upper one on nothing is to be said."""
    berlaku, mulai = manajerial(perkara.calon.jabatan), perkara.calon.tmt_jabatan
    if berlaku is False:
        return lolos(_AMAN)
    if berlaku is None or mulai is None:
        return tak_tahu("TMT jabatan sekarang belum tercatat.", Penyedia.SIASN, "TMT pelantikan")
    bulan = bulan_penuh(mulai, perkara.tmt)
    ketentuan = perkara.ketentuan
    if ketentuan.min_bulan_dispensasi <= bulan < ketentuan.min_bulan_jabatan:
        return awas(f"Baru {bulan} bulan pada jabatan sekarang.", bulan_jabatan=bulan)
    return lolos(_AMAN, bulan_jabatan=bulan)


@syarat(
    "W02",
    judul="Terlalu lama pada satu jabatan dan belum diusulkan",
    dasar="PP 11/2017 Pasal 190 ayat (3)",
    memeriksa="Lewat batas bulan pada jabatan sekarang, tanpa usulan (diperiksa per orang).",
    ketentuan=("maks_bulan_jabatan",),
)
def w02(perkara: Perkara) -> Temuan:
    """About a person nobody proposes; the post of the case is not looked at."""
    mulai, maks = perkara.calon.tmt_jabatan, perkara.ketentuan.maks_bulan_jabatan
    if mulai is None:
        return tak_tahu("TMT jabatan sekarang belum tercatat.", Penyedia.SIASN, "TMT jabatan")
    bulan = bulan_penuh(mulai, perkara.per)
    if bulan > maks:
        return awas(f"Sudah {bulan} bulan pada jabatan sekarang.", bulan_jabatan=bulan)
    return lolos(_AMAN, bulan_jabatan=bulan)


@syarat(
    "W03",
    judul="Pangkat di bawah pangkat terendah jabatan",
    dasar="PP 13/2002; PermenPANRB 1/2023",
    memeriksa="Golongan PNS lebih rendah daripada pangkat terendah jabatan tujuan. Pangkat atasan "
    "terhadap bawahan diperiksa pada rancangan.",
)
def w03(perkara: Perkara) -> Temuan:
    """PPPK grades are not compared with those of PNS."""
    terendah = urutan_golongan(perkara.sasaran.pangkat_terendah)
    if terendah is None or perkara.calon.status in (PPPK, PPPK_PW):
        return lolos(_AMAN)
    punya = urutan_golongan(perkara.calon.golongan)
    if punya is None:
        return tak_tahu("Golongan belum tercatat.", Penyedia.SIASN, "golongan ruang")
    angka = {"golongan": perkara.calon.golongan, "terendah": perkara.sasaran.pangkat_terendah}
    if punya < terendah:
        return awas(
            f"Golongan {perkara.calon.golongan}; terendah untuk jabatan tujuan "
            f"{perkara.sasaran.pangkat_terendah}.",
            **angka,
        )
    return lolos(_AMAN, **angka)


@syarat(
    "W04",
    judul="Pendidikan atau pengalaman terpenuhi karena pengecualian",
    dasar="PP 11/2017 Pasal 54; PermenPANRB 1/2023",
    memeriksa="Tingkat pendidikan di bawah syarat tetapi dikecualikan, atau pengalaman masuk JF "
    "kurang dari biasanya karena restrukturisasi.",
    ketentuan=("min_bulan_pengalaman_jf",),
)
def w04(perkara: Perkara) -> Temuan:
    """Only where the exception was needed."""
    calon, sasaran = perkara.calon, perkara.sasaran
    alasan = []
    if perkara.pengecualian_pendidikan and not identik(calon, sasaran):
        jenjang = tingkat_pendidikan(calon.pendidikan, sasaran, perkara.ketentuan)
        if jenjang.putusan is Hasil.TIDAK_LOLOS:
            alasan.append("pendidikan dengan pengecualian")
    if perkara.restrukturisasi and jenis_perpindahan(calon, sasaran).masuk_jf:
        bulan = bulan_bidang(calon.pengalaman_bidang, sasaran.jabatan.rumpun)
        if bulan is not None and bulan < perkara.ketentuan.min_bulan_pengalaman_jf:
            alasan.append("pengalaman dengan ketentuan restrukturisasi")
    if alasan:
        return awas(f"Terpenuhi karena pengecualian: {daftar(alasan)}.")
    return lolos(_AMAN)


@syarat(
    "W05",
    judul="Dekat pensiun",
    dasar="UU 20/2023 Pasal 55; PP 11/2017 Pasal 239 (kebijakan instansi)",
    memeriksa="Bulan penuh dari TMT sampai TMT pensiun pada jabatan tujuan.",
    ketentuan=("awas_pensiun_bulan",),
)
def w05(perkara: Perkara) -> Temuan:
    """By the retirement age of the target, which the move may change."""
    lahir, bup = perkara.calon.lahir, bup_sasaran(perkara.sasaran, perkara.ketentuan)
    if lahir is None:
        return tak_tahu("Tanggal lahir belum tercatat.", Penyedia.SIASN, "tanggal lahir")
    if bup is None:
        return tak_tahu("BUP jabatan tujuan belum tercatat.", Penyedia.ORGANISASI, "BUP jabatan")
    pensiun = tmt_pensiun(lahir, bup)
    sisa = bulan_penuh(perkara.tmt, pensiun)
    angka = {"bulan_tersisa": sisa, "tmt_pensiun": pensiun}
    if sisa < perkara.ketentuan.awas_pensiun_bulan:
        return awas(f"Pensiun {tanggal(pensiun)}, {max(0, sisa)} bulan sesudah TMT.", **angka)
    return lolos(_AMAN, **angka)


@syarat(
    "W06",
    judul="Unit tujuan berlebih atau unit asal kekurangan",
    dasar="PerBKN 5/2019 (D02); kebijakan instansi",
    memeriksa="Sesudah perpindahan: pemangku di tujuan lebih banyak daripada kebutuhan, atau di "
    "asal di bawah persentase kebutuhan yang ditetapkan.",
    ketentuan=("awas_sumber_minimal_persen",),
)
def w06(perkara: Perkara) -> Temuan:
    """A post without a known need says nothing on its side."""
    calon, sasaran = perkara.calon, perkara.sasaran
    isi = sasaran.isi_pada(perkara.tmt)
    alasan: list[str] = []
    angka: dict[str, int] = {}
    if sasaran.butuh is not None and isi is not None and isi + 1 > sasaran.butuh:
        alasan.append(f"tujuan terisi {isi + 1} dari {sasaran.butuh} kursi")
        angka.update(tujuan_butuh=sasaran.butuh, tujuan_isi=isi + 1)
    if calon.asal_butuh is not None and calon.asal_isi is not None:
        sisa, persen = calon.asal_isi - 1, perkara.ketentuan.awas_sumber_minimal_persen
        if sisa * 100 < calon.asal_butuh * persen:
            alasan.append(f"asal tersisa {sisa} dari {calon.asal_butuh} kursi")
            angka.update(asal_butuh=calon.asal_butuh, asal_isi=sisa)
    if alasan:
        return awas(f"Sesudah perpindahan {daftar(alasan)}.", **angka)
    if None in (sasaran.butuh, isi, calon.asal_butuh, calon.asal_isi):
        return tak_tahu(
            "Kebutuhan salah satu formasi belum ditetapkan.", Penyedia.ORGANISASI, "kebutuhan (ABK)"
        )
    return lolos(_AMAN)


@syarat(
    "W07",
    judul="Sering dipindahkan",
    dasar="Kebijakan instansi; pola karier",
    memeriksa="Berkali-kali menerima jabatan baru dalam jendela bulan sebelum TMT.",
    ketentuan=("awas_pindah_kali", "awas_pindah_bulan"),
)
def w07(perkara: Perkara) -> Temuan:
    """An incomplete history may hide moves; a present post held long enough leaves no room."""
    ketentuan = perkara.ketentuan
    sejak = tambah_bulan(perkara.tmt, -ketentuan.awas_pindah_bulan)
    masa = kali_pindah(perkara.calon, sejak)
    if masa.bulan >= ketentuan.awas_pindah_kali:
        return awas(
            f"Sudah {masa.bulan} kali pindah sejak {tanggal(sejak)}.", kali_pindah=masa.bulan
        )
    if not masa.pasti:
        return tak_tahu("Riwayat jabatan belum lengkap.", Penyedia.BKD, "riwayat jabatan")
    return lolos(_AMAN, kali_pindah=masa.bulan)


@syarat(
    "W09",
    judul="Pernah kena hukuman disiplin sedang atau berat",
    dasar="Kebijakan instansi; aturan sebagian instansi pembina JF",
    memeriksa="Promosi tidak lama sesudah hukuman sedang atau berat berakhir.",
    ketentuan=("awas_disiplin_bulan",),
    peka=True,
)
def w09(perkara: Perkara) -> Temuan:
    """Running ones are H07's."""
    naik, tmt = jenis_perpindahan(perkara.calon, perkara.sasaran).naik, perkara.tmt
    if naik is False:
        return lolos(_AMAN)
    if perkara.calon.hukuman is None or naik is None:
        return tak_tahu("Catatan disiplin belum lengkap.", Penyedia.BKD, "catatan disiplin")
    sejak = tambah_bulan(tmt, -perkara.ketentuan.awas_disiplin_bulan)
    baru = [
        satu.selesai
        for satu in perkara.calon.hukuman
        if satu.tingkat in ("S", "B") and satu.selesai is not None and sejak < satu.selesai <= tmt
    ]
    if baru:
        return awas(f"Hukuman disiplin berakhir {tanggal(max(baru))}.", berakhir=max(baru))
    return lolos(_AMAN)


@syarat(
    "W15",
    judul="Uji kompetensi sudah lama",
    dasar="Kebijakan instansi (perlu verifikasi Bagian Hukum)",
    memeriksa="Umur uji kompetensi yang dipakai untuk masuk JF, pada TMT.",
    ketentuan=("awas_uji_kompetensi_bulan",),
)
def w15(perkara: Perkara) -> Temuan:
    """Only for entering a JF; whether there is a passed test is H19's question."""
    if jenis_perpindahan(perkara.calon, perkara.sasaran).masuk_jf is False:
        return lolos(_AMAN)
    tujuan = perkara.sasaran.jabatan
    hari = [
        satu.tanggal
        for satu in perkara.calon.uji_kompetensi or ()
        if satu.lulus
        and satu.rumpun.casefold() == (tujuan.rumpun or "").casefold()
        and satu.jenjang == tujuan.jenjang
    ]
    lulus = max((satu for satu in hari if satu is not None), default=None)
    if lulus is None:
        return tak_tahu(
            "Tanggal uji kompetensi belum tercatat.", Penyedia.PEMBINA, "hasil uji kompetensi"
        )
    bulan = bulan_penuh(lulus, perkara.tmt)
    if bulan > perkara.ketentuan.awas_uji_kompetensi_bulan:
        return awas(f"Uji kompetensi {tanggal(lulus)}, {bulan} bulan sebelum TMT.", bulan=bulan)
    return lolos(_AMAN, bulan=bulan)


@syarat(
    "W16",
    judul="Masih dalam ikatan PNS baru",
    dasar="PermenPANRB 27/2021 Pasal 52; PermenPANRB 6/2024 Pasal 59",
    memeriksa="Pindah instansi untuk kepentingan dinas selagi ikatan (H11) berjalan.",
    ketentuan=("ikatan_tahun_antar_instansi", "ikatan_mulai_tmt_cpns"),
)
def w16(perkara: Perkara) -> Temuan:
    """Own requests are H11's; inside the instansi the commitment says nothing."""
    if not perkara.antar_instansi or perkara.permintaan_sendiri:
        return lolos(_AMAN)
    if perkara.calon.status not in (PNS, None):
        return lolos(_AMAN)
    terikat, bebas = ikatan(perkara)
    if terikat is False or (bebas is not None and bebas <= perkara.tmt):
        return lolos(_AMAN)
    if terikat is None or bebas is None:
        return tak_tahu("TMT CPNS atau TMT PNS belum tercatat.", Penyedia.SIASN, "TMT PNS")
    return awas(f"Ikatannya berjalan sampai {tanggal(bebas)}.", bebas_sejak=bebas)


@syarat(
    "W17",
    judul="Dekat batas umur atau akhir kontrak; data kelahiran berbeda",
    dasar="PermenPANRB 1/2023; PP 11/2017 Pasal 107; kebijakan instansi",
    memeriksa="Umur pada TMT sama dengan batas umur masuk JF atau JPT; kontrak PPPK segera "
    "berakhir sesudah TMT; tanggal lahir di NIK dan NIP berbeda.",
    ketentuan=("awas_kontrak_bulan", "jf_usia_maks", "jpt_usia_maks"),
)
def w17(perkara: Perkara) -> Temuan:
    """The last year below an age limit is where its reading is disputed."""
    calon, tmt = perkara.calon, perkara.tmt
    alasan = []
    if calon.lahir is not None and _di_batas_umur(perkara):
        alasan.append(f"umur {umur(calon.lahir, tmt)} tahun, tepat pada batas")
    if calon.status in (PPPK, PPPK_PW) and calon.akhir_kontrak is not None:
        sisa = bulan_penuh(tmt, calon.akhir_kontrak)
        if sisa < perkara.ketentuan.awas_kontrak_bulan:
            alasan.append(f"kontrak berakhir {tanggal(calon.akhir_kontrak)}")
    if calon.lahir_berbeda:
        alasan.append("tanggal lahir di NIK dan NIP berbeda")
    if alasan:
        return awas(f"Perlu diperiksa: {daftar(alasan)}.")
    if calon.lahir is None or calon.lahir_berbeda is None:
        return tak_tahu("Data kelahiran belum lengkap.", Penyedia.SIASN, "tanggal lahir dan NIK")
    return lolos(_AMAN)


def _di_batas_umur(perkara: Perkara) -> bool:
    calon, sasaran = perkara.calon, perkara.sasaran
    masuk = jenis_perpindahan(calon, sasaran).masuk_jf
    bawah, _ = batas_umur(
        calon.jabatan, sasaran.jabatan, masuk, perkara.ketentuan, pernah=pernah_jpt(calon)
    )
    return (
        bawah != TANPA_BATAS and calon.lahir is not None and umur(calon.lahir, perkara.tmt) == bawah
    )


@syarat(
    "W18",
    judul="Jabatan tujuan diisi Plt. atau jabatan khusus",
    dasar="SE BKN 1/SE/I/2021; gerbang khusus",
    memeriksa="Ada pelaksana tugas pada jabatan tujuan, atau jabatan itu memerlukan persetujuan "
    "khusus.",
)
def w18(perkara: Perkara) -> Temuan:
    """The acting head must be released first."""
    sasaran = perkara.sasaran
    alasan = []
    if sasaran.ada_plt:
        alasan.append("ada Plt. pada jabatan tujuan")
    if sasaran.gerbang:
        alasan.append("jabatan tujuan adalah jabatan khusus")
    if alasan:
        return awas(f"Perlu diperhatikan: {daftar(alasan)}.")
    if sasaran.ada_plt is None or sasaran.gerbang is None:
        return tak_tahu("Belum diketahui ada tidaknya Plt.", Penyedia.BKD, "data penugasan Plt.")
    return lolos(_AMAN)


PERINGATAN: tuple[Syarat, ...] = (
    w01, w03, w04, w05, w06, w07, w09, w15, w16, w17, w18,
)  # fmt: skip
PERINGATAN_ORANG: tuple[Syarat, ...] = (w02,)


def peringatan(perkara: Perkara) -> tuple[Putusan, ...]:
    """The warnings on one case: only those that speak."""
    semua = (satu(perkara) for satu in PERINGATAN)
    return tuple(satu for satu in semua if satu.putusan is Hasil.PERINGATAN)


def terlalu_lama(calon: Calon, ketentuan: Ketentuan, per: date) -> Putusan:
    """W02 for one person without any post."""
    return w02(Perkara(calon, Sasaran(), ketentuan, per=per, tmt=per))


def alasan_cukup(alasan: str, ketentuan: Ketentuan) -> bool:
    """Whether a written reason is long enough; spaces at its ends and in rows do not count."""
    return len(" ".join(alasan.split())) >= ketentuan.min_huruf_alasan

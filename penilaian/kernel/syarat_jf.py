"""Entering a JF from outside it (H19): experience in the field, the test, the licence."""

from __future__ import annotations

from penilaian.kernel.kata import tanggal
from penilaian.kernel.pengalaman import Masa, masa_kerja
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.perpindahan import jenis_perpindahan
from penilaian.kernel.putusan import Penyedia, Temuan, bila, gabung, gagal, lolos, syarat, tak_tahu


@syarat(
    "H19",
    judul="Syarat masuk jabatan fungsional",
    dasar="PermenPANRB 1/2023; lisensi menurut undang-undang profesinya (perlu verifikasi Bagian "
    "Hukum)",
    memeriksa="Pengalaman di bidang tugas 24 bulan (12 bulan bila restrukturisasi), lulus uji "
    "kompetensi JF dan jenjang itu, dan STR/SIP atau sertifikat pendidik yang berlaku bila "
    "rumpunnya mensyaratkan. Umur diperiksa H17, pendidikan H04, kinerja H06, lowongan H03.",
    ketentuan=(
        "min_bulan_pengalaman_jf",
        "min_bulan_pengalaman_jf_restrukturisasi",
        "lisensi_jf",
    ),
)
def h19(perkara: Perkara) -> Temuan:
    """Everything here can be cured: by time, by a test, by a document."""
    masuk = jenis_perpindahan(perkara.calon, perkara.sasaran).masuk_jf
    return bila(
        masuk,
        lambda: gabung(bidang_tugas(perkara), uji(perkara), lisensi(perkara)),
        lambda: lolos("Bukan perpindahan ke dalam JF."),
    )


def minimal_bulan(perkara: Perkara) -> int:
    """Months of experience in the field; fewer in a restructuring."""
    ketentuan = perkara.ketentuan
    if perkara.restrukturisasi:
        return ketentuan.min_bulan_pengalaman_jf_restrukturisasi
    return ketentuan.min_bulan_pengalaman_jf


def bidang_tugas(perkara: Perkara) -> Temuan:
    """Attested months in the field; nobody has more of them than months in service."""
    minimal = minimal_bulan(perkara)
    punya, kerja = bulan_bidang(perkara), masa_kerja(perkara.calon, perkara.tmt)
    return _cukup(punya, kerja, minimal)


def bulan_bidang(perkara: Perkara) -> int | None:
    """Attested months in the field of this JF; None when nobody attested anything."""
    rumpun = (perkara.sasaran.jabatan.rumpun or "").casefold()
    if perkara.calon.pengalaman_bidang is None or not rumpun:
        return None
    return sum(n for nama, n in perkara.calon.pengalaman_bidang if nama.casefold() == rumpun)


def _cukup(punya: int | None, kerja: Masa | None, minimal: int) -> Temuan:
    if punya is not None:
        angka = {"bulan_bidang": punya, "bulan_minimal": minimal}
        if punya >= minimal:
            return lolos(f"Pengalaman di bidang tugas {punya} bulan.", **angka)
        return gagal(
            f"Pengalaman di bidang tugas {punya} bulan, paling sedikit {minimal}.",
            f"Terpenuhi {minimal - punya} bulan lagi di bidang itu.",
            pulih=True,
            **angka,
        )
    if kerja is not None and kerja.bulan < minimal:
        return gagal(
            f"Masa kerja {kerja.bulan} bulan, pengalaman di bidang tugas paling sedikit {minimal}.",
            f"Terpenuhi paling cepat {minimal - kerja.bulan} bulan lagi.",
            pulih=True,
            bulan_kerja=kerja.bulan,
            bulan_minimal=minimal,
        )
    return tak_tahu(
        f"Pengalaman di bidang tugas belum tercatat (paling sedikit {minimal} bulan).",
        Penyedia.OPD,
        "surat keterangan pengalaman",
        bulan_minimal=minimal,
    )


def uji(perkara: Perkara) -> Temuan:
    """A passed test for this JF on this level."""
    tujuan, semua = perkara.sasaran.jabatan, perkara.calon.uji_kompetensi
    if not (tujuan.rumpun and tujuan.jenjang):
        return tak_tahu(
            "Rumpun atau jenjang JF tujuan belum tercatat.", Penyedia.ORGANISASI, "rumpun, jenjang"
        )
    if semua is None:
        return tak_tahu(
            "Hasil uji kompetensi belum tercatat.", Penyedia.PEMBINA, "hasil uji kompetensi"
        )
    cocok = [
        satu
        for satu in semua
        if satu.rumpun.casefold() == tujuan.rumpun.casefold() and satu.jenjang == tujuan.jenjang
    ]
    if any(satu.lulus for satu in cocok):
        return lolos("Lulus uji kompetensi untuk JF dan jenjang ini.")
    return gagal(
        "Belum lulus uji kompetensi untuk JF dan jenjang ini.",
        "Ikutkan uji kompetensi instansi pembina.",
        pulih=True,
    )


def lisensi(perkara: Perkara) -> Temuan:
    """The licence the rumpun asks for, of that rumpun or of none, valid on the TMT."""
    rumpun = (perkara.sasaran.jabatan.rumpun or "").casefold()
    perlu = perkara.ketentuan.lisensi_jf.get(rumpun)
    if perlu is None:
        return lolos("Rumpun ini tidak mensyaratkan lisensi profesi.")
    if perkara.calon.lisensi is None:
        return tak_tahu(f"{perlu} belum tercatat.", Penyedia.PEGAWAI, perlu, lisensi=perlu)
    punya = [
        satu
        for satu in perkara.calon.lisensi
        if satu.jenis.casefold() == perlu.casefold() and satu.rumpun.casefold() in ("", rumpun)
    ]
    if any(s.berlaku_sampai is None or s.berlaku_sampai >= perkara.tmt for s in punya):
        return lolos(f"{perlu} berlaku pada TMT.", lisensi=perlu)
    if punya:
        akhir = max(s.berlaku_sampai for s in punya if s.berlaku_sampai is not None)
        return gagal(
            f"{perlu} berlaku sampai {tanggal(akhir)}, sebelum TMT.",
            f"Perpanjang {perlu}.",
            pulih=True,
            lisensi=perlu,
            berlaku_sampai=akhir,
        )
    return gagal(
        f"Tidak memiliki {perlu} untuk rumpun ini.", f"Lengkapi {perlu}.", pulih=True, lisensi=perlu
    )

"""Entering a JF from outside it (H19): experience in the field, the test, the licence."""

from __future__ import annotations

from datetime import date

from penilaian.kernel.kata import tanggal
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.pengalaman import Masa, masa_kerja
from penilaian.kernel.perkara import Jabatan, Lisensi, Perkara, UjiKompetensi
from penilaian.kernel.perpindahan import jenis_perpindahan
from penilaian.kernel.putusan import Penyedia, Temuan, bila, gabung, gagal, lolos, syarat, tak_tahu


@syarat(
    "H19",
    judul="Syarat masuk jabatan fungsional",
    dasar="PermenPANRB 1/2023; lisensi menurut undang-undang profesinya (perlu verifikasi Bagian "
    "Hukum)",
    memeriksa="Pengalaman di bidang tugas (lebih singkat bila restrukturisasi), lulus uji "
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
        lambda: _masuk(perkara),
        lambda: lolos("Bukan perpindahan ke dalam JF."),
        perkara=perkara,
    )


def _masuk(perkara: Perkara) -> Temuan:
    calon, tujuan = perkara.calon, perkara.sasaran.jabatan
    punya = bulan_bidang(calon.pengalaman_bidang, tujuan.rumpun)
    return gabung(
        bidang_tugas(punya, masa_kerja(calon, perkara.tmt), minimal_bulan(perkara)),
        uji(calon.uji_kompetensi, tujuan),
        lisensi(calon.lisensi, tujuan.rumpun, perkara.ketentuan, perkara.tmt),
    )


def minimal_bulan(perkara: Perkara) -> int:
    """Months of experience in the field; fewer in a restructuring."""
    ketentuan = perkara.ketentuan
    if perkara.restrukturisasi:
        return ketentuan.min_bulan_pengalaman_jf_restrukturisasi
    return ketentuan.min_bulan_pengalaman_jf


def bulan_bidang(ada: tuple[tuple[str, int], ...] | None, rumpun: str | None) -> int | None:
    """Attested months in the field of this JF; None when nobody attested anything."""
    if ada is None or not rumpun:
        return None
    return sum(bulan for nama, bulan in ada if nama.casefold() == rumpun.casefold())


def bidang_tugas(punya: int | None, kerja: Masa | None, minimal: int) -> Temuan:
    """Attested months in the field; nobody has more of them than months in service."""
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


def uji(semua: tuple[UjiKompetensi, ...] | None, tujuan: Jabatan) -> Temuan:
    """A passed test for this JF on this level."""
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


def lisensi(
    ada: tuple[Lisensi, ...] | None, nama: str | None, ketentuan: Ketentuan, tmt: date
) -> Temuan:
    """The licence the rumpun asks for, of that rumpun or of none, valid on the TMT."""
    rumpun = (nama or "").casefold()
    perlu = ketentuan.lisensi_jf.get(rumpun)
    if perlu is None:
        return lolos("Rumpun ini tidak mensyaratkan lisensi profesi.")
    if ada is None:
        return tak_tahu(f"{perlu} belum tercatat.", Penyedia.PEGAWAI, perlu, lisensi=perlu)
    punya = [
        satu
        for satu in ada
        if satu.jenis.casefold() == perlu.casefold() and satu.rumpun.casefold() in ("", rumpun)
    ]
    if any(s.berlaku_sampai is None or s.berlaku_sampai >= tmt for s in punya):
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

"""Kind ``perbaikan``: the workbook of the quality board, filled in and brought back.

A row with a value corrects a field that may be corrected here; a row "mended in SIASN" is noted and
goes when the next export shows it; a row left as it was does nothing. Everything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.selectors import semua_ketentuan
from organisasi.services.baris_impor import BarisImpor, baca, hitung
from pegawai.columns_mutu import MEDAN, PERBAIKAN, nilai_kini, sebagai_teks
from pegawai.kernel import nip as kernel_nip
from pegawai.kernel.cela import Cela
from pegawai.kernel.masa import tambah_bulan
from pegawai.kernel.mutu_daftar import SEMUA
from pegawai.kernel.nip import Kelamin
from pegawai.models import Identitas, Pegawai
from pegawai.policies import mutu as policies
from pegawai.services.koreksi_banyak import Koreksi, koreksi_banyak
from toolkit import nilai
from toolkit.lembar import Tabel
from toolkit.tabular import Hasil as HasilSel
from toolkit.tabular import Temuan

BENAR = "NILAI YANG BENAR"
_PAKET = 500
_KELAMIN = {"L": "L", "P": "P", "M": "L", "F": "P"}
_SUREL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_TELEPON = re.compile(r"\+?\d{8,15}")
_TANGGAL = {k for k in MEDAN if k.startswith(("TMT", "TANGGAL", "AKHIR"))}


@dataclass
class _Isian:
    """A row that would correct a field: where it stands, whose, what."""

    baris: BarisImpor
    orang: Pegawai
    medan: str
    nilai: Any


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find the people, judge each value like a correction on the screen, compare."""
    hasil = Hasil(muatan={})
    semua = [*baca(tabel, konteks)]
    orang = _orang({b.isi["nip"] for b in semua if b.isi.get("nip")})
    batas = tambah_bulan(konteks.per, semua_ketentuan(per=konteks.per)["tmt_masa_depan_bulan"])
    isian: list[_Isian] = []
    for baris in semua:
        siapa = _siapa(baris, orang, konteks.oleh)
        if siapa is not None and (satu := _isian(baris, siapa, batas)) is not None:
            isian.append(satu)
    _tolak_ganda(isian)
    _tolak_bertentangan(isian)
    menurut = {id(satu.baris): satu for satu in isian}
    for baris in hitung(hasil, semua):
        _bandingkan(hasil, baris, menurut.get(id(baris)))
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the corrections; each person gets one trace."""
    koreksi_banyak(
        hasil.muatan,
        oleh=konteks.oleh,
        per=konteks.per,
        alasan=f"Perbaikan mutu data: {konteks.sumber}",
    )


def _orang(nomor: set[str]) -> dict[str, Pegawai]:
    """Every number in the file to its person; an old number finds him too."""
    semua = sorted(nomor)
    hasil: dict[str, Pegawai] = {}
    for awal in range(0, len(semua), _PAKET):
        potong = semua[awal : awal + _PAKET]
        lama = dict(Identitas.objects.filter(nomor__in=potong).values_list("nomor", "pegawai__nip"))
        dicari = {*potong, *lama.values()}
        rows = Pegawai.objects.filter(nip__in=dicari).defer("siasn", "nik_sandi")
        ada = {p.nip: p for p in rows}
        hasil |= {n: ada[nip] for n, nip in lama.items() if nip in ada}
        hasil |= ada
    return hasil


def _siapa(baris: BarisImpor, orang: dict[str, Pegawai], oleh: Pengguna) -> Pegawai | None:
    """The person of the row, when the row may speak of him at all."""
    if baris.ditolak:
        return None
    kode = baris.isi.get("kode")
    if kode and kode not in SEMUA:
        pesan = "Kode ini tidak ada di papan mutu data. Pakai kode dari buku yang diunduh."
        baris.tolak("KODE", "indikator_tidak_dikenal", pesan)
    siapa = orang.get(baris.isi["nip"])
    if siapa is None:
        baris.tolak("NIP", "nip_tidak_dikenal", "Tidak ada pegawai dengan NIP ini di register.")
        return None
    for alasan in policies.perbaiki.refusals(siapa, oleh):
        baris.tolak("NIP", alasan.kode, alasan.kalimat)
    return None if baris.ditolak else siapa


def _isian(baris: BarisImpor, siapa: Pegawai, batas: date) -> _Isian | None:
    """The correction the row asks for; nothing when it asks for none or for one that cannot be."""
    benar, kolom = baris.isi.get("benar"), baris.isi["kolom"]
    if benar is None or (isinstance(benar, str) and not benar.strip()):
        if baris.isi.get("siasn"):
            pesan = "Dicatat diperbaiki di SIASN; hilang dari papan sesudah impor SIASN berikutnya."
            baris.ingatkan("DIPERBAIKI DI SIASN", "menunggu_impor", pesan)
        return None
    if kolom not in MEDAN:
        pesan = (
            f"Kolom {kolom} tidak dicatat di sini. Perbaiki di SIASN, kosongkan {BENAR}, lalu "
            "tulis ya di DIPERBAIKI DI SIASN."
        )
        baris.tolak(BENAR, "kolom_terkunci", pesan)
        return None
    isi = baris.bersihkan(BENAR, _bersih(kolom, benar, batas))
    if baris.ditolak or isi is None:
        return None
    if _sudah_berubah(baris, siapa, sebagai_teks(isi)):
        pesan = "Isinya di register sudah berubah sejak buku ini diunduh. Unduh buku yang baru."
        baris.tolak("NILAI SEKARANG", "sudah_berubah", pesan)
        return None
    return _Isian(baris, siapa, MEDAN[kolom], isi)


def _sudah_berubah(baris: BarisImpor, siapa: Pegawai, benar: str) -> bool:
    """Somebody else corrected it meanwhile; a column that the office chose itself has no before."""
    kode, kolom = baris.isi.get("kode"), baris.isi["kolom"]
    if "kini" not in baris.isi or not kode or SEMUA[kode].kolom != kolom:
        return False
    kini = nilai_kini(kolom, siapa)
    return sebagai_teks(baris.isi["kini"]).strip() not in (kini, "") and benar != kini


def _bersih(kolom: str, mentah: object, batas: date) -> HasilSel:
    """The value as its field holds it, or what is wrong with it."""
    if kolom in _TANGGAL:
        return _tanggal(mentah, batas)
    khusus: dict[str, Callable[[str], HasilSel]] = {
        "JENIS KELAMIN": _kelamin,
        "EMAIL": _surel,
        "EMAIL GOV": _surel,
        "NOMOR HP": _telepon,
    }
    maks: int = Pegawai._meta.get_field(MEDAN[kolom]).max_length  # type: ignore[union-attr, assignment]
    pembersih = nilai.nomor if kolom == "NOMOR HP" else nilai.nama
    isi, temuan = pembersih(mentah, maks)
    if isi is None or any(t.tingkat == "tolak" for t in temuan) or kolom not in khusus:
        return isi, temuan
    return khusus[kolom](isi)


def _tanggal(mentah: object, batas: date) -> HasilSel:
    isi, temuan = nilai.tanggal(mentah)
    if isi is None and not any(t.tingkat == "tolak" for t in temuan):
        return None, (Temuan("tanggal_tidak_sah", "Tulis tanggalnya hari-bulan-tahun."),)
    if isi is not None and isi > batas:
        pesan = f"Tanggal {isi:%d-%m-%Y} lebih dari setahun di muka. Periksa tahunnya."
        return None, (Temuan("tmt_masa_depan", pesan),)
    return isi, temuan


def _kelamin(isi: str) -> HasilSel:
    huruf = _KELAMIN.get(isi.upper())
    if huruf is None:
        pesan = "Isi dengan L (laki-laki) atau P (perempuan)."
        return None, (Temuan("kelamin_tidak_dikenal", pesan),)
    return huruf, ()


def _surel(isi: str) -> HasilSel:
    if not _SUREL.fullmatch(isi):
        pesan = "Ini bukan alamat surel. Contoh yang benar: nama@contoh.id."
        return None, (Temuan("surel_tidak_sah", pesan),)
    return isi, ()


def _telepon(isi: str) -> HasilSel:
    angka = re.sub(r"[ .-]", "", isi)
    if not _TELEPON.fullmatch(angka):
        pesan = "Nomor telepon 8 sampai 15 digit, boleh diawali +."
        return None, (Temuan("telepon_tidak_sah", pesan),)
    return angka, ()


def _tolak_ganda(isian: Iterable[_Isian]) -> None:
    """The same field twice with two values: which one is right, only a person knows."""
    pertama: dict[tuple[int, str], _Isian] = {}
    for satu in isian:
        awal = pertama.setdefault((satu.orang.pk, satu.medan), satu)
        if awal.nilai != satu.nilai:
            pesan = f"Baris {awal.baris.nomor} mengisi kolom yang sama dengan nilai lain."
            satu.baris.tolak(BENAR, "nilai_ganda", f"{pesan} Sisakan satu.")


def _tolak_bertentangan(isian: Iterable[_Isian]) -> None:
    """What the person's data would say of each other afterwards, as the import of SIASN asks."""
    menurut: dict[int, list[_Isian]] = {}
    for satu in isian:
        if not satu.baris.ditolak:
            menurut.setdefault(satu.orang.pk, []).append(satu)
    for milik in menurut.values():
        orang = milik[0].orang
        baru = {satu.medan: satu.nilai for satu in milik}
        for satu in milik:
            for cela in _silang(satu, orang, baru):
                lapor = satu.baris.tolak if cela.tingkat == "tolak" else satu.baris.ingatkan
                lapor(BENAR, cela.kode, cela.pesan)


def _silang(satu: _Isian, orang: Pegawai, baru: dict[str, Any]) -> Iterable[Cela]:
    if satu.medan in ("tmt_cpns", "tmt_pns"):
        cpns, pns = (baru.get(m, getattr(orang, m)) for m in ("tmt_cpns", "tmt_pns"))
        if cpns is not None and pns is not None and cpns > pns:
            pesan = f"TMT PNS {pns:%d-%m-%Y} lebih awal daripada TMT CPNS {cpns:%d-%m-%Y}."
            yield Cela("tmt_cpns_setelah_pns", f"{pesan} Perbaiki salah satunya.")
    nomor = kernel_nip.baca(orang.nip)
    if isinstance(nomor, Cela):
        return
    if satu.medan == "lahir":
        yield from kernel_nip.silang(nomor, lahir=satu.nilai)
    elif satu.medan == "kelamin":
        yield from kernel_nip.silang(nomor, kelamin=Kelamin(satu.nilai))
    elif satu.medan == "tmt_cpns":
        yield from kernel_nip.silang(nomor, tmt_cpns=satu.nilai)


def _bandingkan(hasil: Hasil, baris: BarisImpor, satu: _Isian | None) -> None:
    """Count the row, and remember what it would write."""
    if satu is None or getattr(satu.orang, satu.medan) == satu.nilai:
        hasil.sama += 1
        return
    koreksi: Koreksi = hasil.muatan.setdefault(satu.orang.pk, Koreksi())
    if satu.medan in koreksi.isi:
        hasil.sama += 1  # the same value a second time
        return
    koreksi.isi[satu.medan] = satu.nilai
    if baris.isi.get("catatan"):
        koreksi.catatan.append(baris.isi["catatan"])
    kolom = baris.isi["kolom"]
    hasil.berubah += 1
    hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
    sel = (kolom, nilai_kini(kolom, satu.orang), sebagai_teks(satu.nilai))
    hasil.rincian.append(Perubahan("berubah", satu.orang.nip, satu.orang.nama, baris.nomor, (sel,)))


IMPOR_PERBAIKAN = JenisImpor(
    kode="perbaikan",
    label="Perbaikan data",
    keterangan="Buku perbaikan dari papan Mutu data, sudah diisi OPD (NIP, KOLOM, NILAI YANG "
    "BENAR, DIPERBAIKI DI SIASN).",
    izin=Izin.PEGAWAI_UBAH,
    kolom=PERBAIKAN,
    periksa=periksa,
    terapkan=terapkan,
    urutan=80,
)

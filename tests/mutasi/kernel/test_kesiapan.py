"""Before I-MUT: which documents a move needs, which are there, and what would be refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mutasi.kernel.jenis import Rute
from mutasi.kernel.kesiapan import (
    DOKUMEN,
    Berkas,
    Bukti,
    Butir,
    Kesiapan,
    Perpindahan,
    Register,
    StatusButir,
    kesiapan,
    tambahan,
)
from penilaian.kernel.putusan import Hasil, Putusan

PER = date(2026, 6, 1)
MASA = {"D06": 6, "D09": 6, "D10": 6}
LENGKAP = Register(
    cpns=False, sk_pns="821/12", sk_jabatan="800/7", golongan="III/d", butuh_asal=4,
    butuh_tujuan=1, tahun=(2024, 2025), predikat=((2024, "BAIK"), (2025, "SANGAT BAIK")),
)  # fmt: skip
ADA, TIDAK_ADA = StatusButir.ADA, StatusButir.TIDAK_ADA
LEWAT, TIDAK_PERLU = StatusButir.KEDALUWARSA, StatusButir.TIDAK_PERLU


def surat(kode: str, tanggal: date = date(2026, 5, 1), **lain: object) -> Berkas:
    isi = {"jabatan": "Kepala Bidang Mutasi", "penanda_jpt": True} | lain
    return Berkas(kode, f"{kode}/1", tanggal, **isi)


SEMUA = tuple(surat(d.kode) for d in DOKUMEN)


def hitung(
    pindah: Perpindahan, *berkas: Berkas, register: Register = LENGKAP,
    aturan: tuple[Putusan, ...] = (), lain: tuple[object, ...] = (),
) -> Kesiapan:  # fmt: skip
    return kesiapan(pindah, register, berkas, aturan, per=PER, masa_bulan=MASA, lain=lain)


def butir(kode: str, pindah: Perpindahan, *berkas: Berkas, register: Register = LENGKAP) -> Butir:
    semua = hitung(pindah, *berkas, register=register).dokumen
    return next(b for b in semua if b.kode == kode)


B1, B2 = Perpindahan(Rute.B1), Perpindahan(Rute.B2)
DALAM = Perpindahan()


@pytest.mark.parametrize(
    ("pindah", "diminta"),
    [
        (DALAM, "D01 D02 D07 D08"),
        (Perpindahan(naik=True), "D01 D02 D06 D07 D08"),
        (Perpindahan(naik=None), "D01 D02 D06 D07 D08"),
        (Perpindahan(permintaan_sendiri=True), "D01 D02 D03 D06 D07 D08"),
        (Perpindahan(pppk=True), "D02 D07 D08"),
        (B1, "D01 D02 D04 D05 D06 D07 D08 D09 D10"),
        (B2, "D01 D02 D04 D05 D06 D07 D08 D09 D10 D11"),
        (Perpindahan(Rute.B3, permintaan_sendiri=True),
         "D01 D02 D03 D04 D05 D06 D07 D08 D09 D10"),
    ],
)  # fmt: skip
def test_each_road_asks_its_documents(pindah: Perpindahan, diminta: str) -> None:
    semua = hitung(pindah).dokumen

    assert " ".join(b.kode for b in semua if b.status is not TIDAK_PERLU) == diminta
    assert [b.kode for b in semua] == [d.kode for d in DOKUMEN]


def test_register_proves_what_it_knows_without_any_upload() -> None:
    hasil = hitung(DALAM)

    assert hasil.siap
    assert hasil.kalimat == "Siap diusulkan lewat I-MUT."
    assert {b.bukti for b in hasil.dokumen if b.status is ADA} == {Bukti.REGISTER}
    assert butir("D08", DALAM).bunyi == "2024: Baik; 2025: Sangat baik."


def test_what_the_register_lacks_names_who_supplies_it() -> None:
    kosong = Register(tahun=(2024, 2025), predikat=((2024, "BAIK"),), butuh_asal=3)
    hasil = hitung(DALAM, register=kosong)

    assert [(b.kode, b.perbaikan) for b in hasil.kurang] == [
        ("D01", "Pegawai yang bersangkutan mengunggah SK PNS."),
        ("D02", "Bagian Organisasi menetapkan kebutuhan jabatan tujuan."),
        ("D07", "Pegawai yang bersangkutan mengunggah SK pangkat atau jabatan."),
        ("D08", "e-Kinerja (lewat BKD/BKPSDM) melengkapi predikat tahun 2025."),
    ]
    assert hasil.kalimat == "Belum siap: 4 dokumen kurang."


def test_uploads_stand_in_where_the_register_is_silent_but_not_for_a_cpns() -> None:
    kosong = replace(LENGKAP, cpns=None, sk_pns="")
    assert butir("D01", DALAM, surat("D01"), register=kosong).bukti is Bukti.BERKAS

    calon = butir("D01", DALAM, surat("D01"), register=replace(LENGKAP, cpns=True))
    assert (calon.status, calon.bunyi) == (TIDAK_ADA, "Masih CPNS.")


def test_complete_file_between_instansi_is_ready() -> None:
    assert hitung(B2, *SEMUA).siap
    assert not hitung(B2, *SEMUA[:-1]).siap
    luar = butir("D02", B1)
    assert (luar.status, luar.perbaikan) == (
        TIDAK_ADA, "Bagian Organisasi melengkapinya dengan lembar dari instansi lain.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tanggal", "status", "sampai"),
    [
        (date(2025, 12, 2), ADA, date(2026, 6, 1)),
        (date(2025, 12, 1), LEWAT, date(2026, 5, 31)),
        (date(2026, 6, 2), TIDAK_ADA, date(2026, 12, 1)),
    ],
)
def test_statements_grow_old_by_the_months_of_the_office(
    tanggal: date, status: StatusButir, sampai: date
) -> None:
    hasil = butir("D06", B1, surat("D06", tanggal))

    assert (hasil.status, hasil.sampai) == (status, sampai)
    assert bool(hasil.perbaikan) is (status is not ADA)


def test_printed_end_counts_when_it_comes_first_and_the_newest_paper_counts() -> None:
    pendek = surat("D10", berlaku_sampai=date(2026, 5, 20))
    assert butir("D10", B1, pendek).status is LEWAT
    baru = surat("D10", date(2026, 5, 25))
    assert butir("D10", B1, baru, pendek).status is ADA


@pytest.mark.parametrize(
    ("berkas", "kalimat"),
    [
        (surat("D04", jabatan=" "), "jabatan yang akan diduduki belum disebut"),
        (surat("D05", menolak=True), "isinya menolak"),
        (surat("D05", date(2026, 4, 30)), "lebih dahulu daripada surat usul (1 Mei 2026)"),
        (surat("D05", jabatan="Camat"), "menyebut Camat, surat usul menyebut Kepala Bidang Mutasi"),
        (surat("D06", penanda_jpt=False), "penandatangannya di bawah JPT Pratama"),
    ],
)
def test_paper_that_says_the_wrong_thing_is_not_there(berkas: Berkas, kalimat: str) -> None:
    hasil = butir(berkas.kode, B1, *(b for b in SEMUA if b.kode != berkas.kode), berkas)

    assert hasil.status is TIDAK_ADA
    assert kalimat in hasil.bunyi
    assert hasil.perbaikan


def test_same_post_spelt_in_two_ways_agrees_and_an_unnamed_signer_is_asked_for() -> None:
    eja = surat("D05", jabatan="KEPALA  BIDANG MUTASI")
    assert butir("D05", B1, surat("D04"), eja).status is ADA
    diam = butir("D09", B1, surat("D09", penanda_jpt=None))
    assert diam.status is ADA
    assert diam.bunyi.endswith("Pastikan penandatangannya paling rendah JPT Pratama.")


def test_office_asks_more_where_it_says_so() -> None:
    lain = (
        tambahan("T01", "Surat lolos butuh", "OPD", rute=(Rute.B1,)),
        tambahan("T02", "Persetujuan kepala OPD", "OPD", hanya_permintaan=True),
    )

    def status(pindah: Perpindahan) -> dict[str, StatusButir]:
        semua = hitung(pindah, *SEMUA, lain=lain).dokumen
        return {b.kode: b.status for b in semua if b.kode.startswith("T")}

    assert status(B1) == {"T01": TIDAK_ADA, "T02": TIDAK_PERLU}
    sendiri = Perpindahan(permintaan_sendiri=True)
    assert status(sendiri) == {"T01": TIDAK_PERLU, "T02": TIDAK_ADA}


def test_rules_hold_back_but_permits_after_the_pertek_do_not() -> None:
    aturan = tuple(
        Putusan(kode, hasil, "Bunyi.")
        for kode, hasil in (
            ("H01", Hasil.LOLOS), ("H06", Hasil.TIDAK_LOLOS), ("H05", Hasil.TIDAK_DAPAT_DIPERIKSA),
            ("H18", Hasil.BUTUH_IZIN), ("W01", Hasil.PERINGATAN),
        )
    )  # fmt: skip
    hasil = hitung(DALAM, aturan=aturan)

    assert [p.kode for p in hasil.aturan] == ["H06", "H05", "H18"]
    assert [p.kode for p in hasil.ditolak] == ["H06"]
    assert hasil.kalimat == (
        "Belum siap: 1 aturan tidak terpenuhi dan 1 aturan belum dapat diperiksa."
    )
    izin = hitung(DALAM, aturan=aturan[3:])
    assert izin.siap
    assert [p.kode for p in izin.aturan] == ["H18"], "it follows the pertek"

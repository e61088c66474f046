"""What is wrong with a paper is said in a sentence, before anybody prints it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mutasi.kernel.naskah.bahan import Naskah, Penanda
from mutasi.kernel.naskah.bunyi import diktum_mutasi, diktum_pencabutan, menimbang_pencabutan
from mutasi.kernel.naskah.periksa import periksa, siap_terbit
from tests.mutasi.naskah import contoh

K = contoh.keputusan(3)
BA = contoh.berita_acara_tpk()
J = BA.jabatan[0]
U = contoh.surat_usulan(2)


@pytest.mark.parametrize("jenis", sorted(contoh.semua()))
def test_a_good_paper_is_ready(jenis: str) -> None:
    assert siap_terbit(contoh.semua()[jenis]) == []


def _lampiran(**isi: object) -> Naskah:
    return replace(K, lampiran=(replace(K.lampiran[0], **isi), *K.lampiran[1:]))


def _bahasan(**isi: object) -> Naskah:
    return replace(BA, jabatan=(replace(J, **isi),))


@pytest.mark.parametrize(
    ("naskah", "kalimat"),
    [
        (replace(K, kop=replace(K.kop, baris=())), "Kop naskah belum diisi."),
        (replace(K, tentang=" "), "Tentang belum diisi."),
        (replace(K, menimbang=()), "Menimbang belum diisi."),
        (replace(K, diktum=()), "Diktum belum diisi."),
        (replace(K, diktum=("x",) * 13), "Diktum paling banyak 12; naskah ini memuat 13."),
        (replace(contoh.petikan(K), diktum=("x",) * 13),
         "Diktum paling banyak 12; naskah ini memuat 13."),
        (replace(K, lampiran=K.lampiran[1:]), "Nomor baris lampiran tidak berurutan dari 1."),
        (_lampiran(nama=""), "Lampiran baris 1: nama belum diisi."),
        (_lampiran(nip="123"), "Lampiran baris 1 (Pegawai Peragaan 1, S.E.): NIP bukan 18 angka."),
        (_lampiran(nip=contoh.nip(2)), f"Lampiran memuat NIP {contoh.nip(2)} 2 kali."),
        (_lampiran(lama=K.lampiran[0].baru),
         "Baris 1 (Pegawai Peragaan 1, S.E.): jabatan lama dan jabatan baru sama."),
        (_lampiran(keterangan="x" * 501),
         "Keputusan, lampiran, butir 1, keterangan terlalu panjang: 501 huruf, paling banyak 500."),
        (replace(K, tentang="a\x00b"),
         "Keputusan, tentang memuat karakter yang tidak dapat dicetak."),
        (replace(K, penanda=replace(contoh.BUPATI, nip="1" * 18)),
         "Kepala daerah menandatangani tanpa NIP."),
        (replace(K, penanda=replace(contoh.BUPATI, atas_nama="GUBERNUR")),
         "Kepala daerah menandatangani atas namanya sendiri."),
        (replace(K, penanda=Penanda("", "")), "Jabatan penanda tangan belum diisi."),
        (replace(K, penanda=Penanda("Sekretaris Daerah", "Sekda")),
         "NIP Sekda sebagai penanda tangan belum diisi."),
        (replace(contoh.petikan(K), pengesah=Penanda("Kepala", "Kepala", nip="12")),
         "NIP penanda tangan 12 bukan 18 angka."),
        (replace(BA, agenda=()), "Agenda belum diisi."),
        (replace(BA, kuorum=""), "Pernyataan kuorum belum diisi."),
        (replace(BA, anggota=BA.anggota[3:4]), "Daftar hadir belum diisi."),
        (replace(BA, penyingkiran=(replace(BA.penyingkiran[0], nama="Orang Lain"),)),
         "Orang Lain menyingkir dari Kepala Seksi Peragaan, tetapi tidak tercatat hadir."),
        (_bahasan(calon=(), utama="", cadangan=""), "belum ada calon yang dibahas."),
        (_bahasan(alasan=""), "alasan rekomendasi belum ditulis."),
        (_bahasan(utama=contoh.nip(99)), "rekomendasi utama bukan salah satu calon yang dibahas."),
        (_bahasan(cadangan=J.utama), "rekomendasi utama dan cadangan adalah orang yang sama."),
        (_bahasan(kriteria=("Satu",)),
         "nilai Pegawai Peragaan 1, S.E. tidak sebanyak kriterianya."),
        (replace(contoh.berita_acara_sumpah(), saksi=()),
         "Berita acara sumpah memerlukan 2 saksi; tercatat 0."),
        (replace(contoh.berita_acara_sumpah(), disumpah=()),
         "Belum ada pejabat yang diambil sumpah/janjinya."),
        (replace(contoh.berita_acara_sumpah(), rohaniwan=()),
         "Rohaniwan pendamping belum diisi."),
        (replace(U, daftar=()), "Daftar nominatif usulan masih kosong."),
        (replace(contoh.undangan(), tanggal=contoh.undangan().hari),
         "Undangan harus bertanggal sebelum hari pelantikan."),
        (replace(contoh.ralat(), baris=()), "Belum ada yang diralat."),
        (replace(contoh.ralat(), baris=(replace(contoh.ralat().baris[0], tertulis="x",
                                                seharusnya="x"),)),
         "Lampiran nomor urut 3, kolom 4: yang tertulis dan yang seharusnya sama."),
    ],
)  # fmt: skip
def test_every_fault_has_its_sentence(naskah: Naskah, kalimat: str) -> None:
    assert [k for k in periksa(naskah) if k.endswith(kalimat)]


def test_a_paper_without_number_day_or_signer_stays_a_draft() -> None:
    kosong = replace(BA, nomor="", tanggal=None, penanda=replace(BA.penanda, nama=""), akar="")

    assert periksa(kosong) == []
    assert siap_terbit(kosong) == [
        "Nomor naskah belum diisi.", "Tanggal naskah belum diisi.",
        "Nama penanda tangan belum diisi.",
        "Akar jejak saat sidang ditutup belum dicatat dalam berita acara.",
    ]  # fmt: skip


def test_the_usual_words_of_a_decree_follow_what_it_does() -> None:
    lantik = diktum_mutasi(date(2026, 7, 1), dilantik=True)
    biasa = diktum_mutasi(date(2026, 7, 1), dilantik=False)
    pulih = diktum_pencabutan(contoh.SK, berlaku=date(2026, 8, 1), pulih=True)
    tidak = diktum_pencabutan(contoh.SK, berlaku=date(2026, 8, 1), pulih=False)

    assert len(lantik) == 5
    assert "sumpah/janji" in lantik[3]
    assert "sumpah/janji" not in biasa[3]
    assert "1 Juli 2026" in lantik[4]
    assert pulih[0].startswith("Mencabut Keputusan Bupati Contoh Nomor 821.2/17/2026")
    assert "dikembalikan pada jabatan" in pulih[1]
    assert "Keputusan tersendiri" in tidak[1]
    assert menimbang_pencabutan(contoh.SK, "bahwa ada cacat prosedur.")[0] == (
        "bahwa ada cacat prosedur;"
    )

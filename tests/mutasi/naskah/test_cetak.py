"""Papers as PDF: archival, the same every time, complete, and nothing leaves its page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mutasi.kernel.naskah.beku import kanonik, sidik, sidik_daftar
from mutasi.kernel.naskah.bunyi import diktum_pencabutan, menimbang_pencabutan
from mutasi.kernel.naskah.kata import urutan
from mutasi.services.naskah_lambang import periksa_lambang
from mutasi.services.naskah_pdf import Wujud, naskah_pdf
from tests.helpers.gambar import png
from tests.helpers.pdf import cacat_pdfa, halaman_teks, kode_pada, tepi_huruf
from tests.mutasi.naskah import contoh

URL = "https://serasi.contoh.go.id/periksa/3f9c2e7ab1d84c55b0a1"
FINAL = Wujud(draf=False, url=URL)
NASKAH = contoh.semua()


def tampil(naskah: object, wujud: Wujud = FINAL) -> list[str]:
    return halaman_teks(naskah_pdf(kanonik(naskah), wujud).isi)  # type: ignore[arg-type]


@pytest.mark.parametrize("jenis", sorted(NASKAH))
def test_every_paper_is_archival_stable_hashed_and_leads_to_its_check_page(jenis: str) -> None:
    teks = kanonik(NASKAH[jenis])
    pdf = naskah_pdf(teks, FINAL)

    assert cacat_pdfa(pdf.isi) == []
    assert naskah_pdf(teks, FINAL) == pdf
    halaman = halaman_teks(pdf.isi)
    for n, isi in enumerate(halaman, 1):
        assert f"Sidik isi SHA-256 {sidik(teks)}" in isi
        assert f"Halaman {n} dari {len(halaman)}" in isi
        assert "DRAF" not in isi
    assert kode_pada(pdf.isi, len(halaman) - 1) == {URL}
    for kiri, bawah, kanan, atas, lebar, tinggi in tepi_huruf(pdf.isi):
        assert sorted((round(lebar), round(tinggi))) == [609, 935]
        assert kiri > 30
        assert kanan < lebar - 30
        assert bawah > 10
        assert atas < tinggi - 30


def test_a_draft_says_so_on_every_page_and_keeps_its_hash() -> None:
    teks = kanonik(NASKAH["keputusan"])
    draf = halaman_teks(naskah_pdf(teks, Wujud(cap="Dicetak oleh Analis")).isi)

    assert len(draf) == 4
    assert all("DRAF" in isi and sidik(teks) in isi for isi in draf)
    assert all("Dicetak oleh Analis" in isi for isi in draf)


def test_a_decree_has_its_parts_in_order() -> None:
    isi = " ".join(tampil(NASKAH["keputusan"])[:2])
    letak = [
        isi.index(kata)
        for kata in (
            "KEPUTUSAN BUPATI CONTOH", "NOMOR 821.2/17/2026", "TENTANG",
            "DENGAN RAHMAT TUHAN YANG MAHA ESA", "Menimbang", "Mengingat", "Memperhatikan",
            "MEMUTUSKAN:", "Menetapkan", *(urutan(n) for n in range(1, 6) if n > 2),
            "Ditetapkan di Contoh", "R. SURYA PERAGAAN", "Tembusan",
        )
    ]  # fmt: skip

    assert letak == sorted(letak)
    assert "NIP" not in isi[isi.index("Ditetapkan di") : isi.index("Tembusan")]
    assert all(p.jabatan in isi for p in contoh.PARAF)


def test_a_delegate_signs_with_his_nip_for_the_office_he_signs_for() -> None:
    delegasi = replace(contoh.KEPALA, atas_nama="BUPATI CONTOH")
    isi = tampil(replace(contoh.keputusan(1), penanda=delegasi))[1]

    assert "a.n. BUPATI CONTOH" in isi
    assert "NIP 197001011995032001" in isi


def test_what_a_person_is_called_is_never_markup() -> None:
    nama = "#strong[x] *a* _b_ $c$ <l> @d `e` \\u{41} //f [g] {{ h }}"
    k = contoh.keputusan(1)
    aneh = replace(k, lampiran=(replace(k.lampiran[0], nama=nama),))

    assert nama in tampil(aneh)[2]
    assert nama in tampil(contoh.petikan(aneh))[0]


def test_a_name_without_blanks_breaks_inside_its_column() -> None:
    nama = "Kusumawardhanaprawirohardjosoemantrijayadiningrat"
    k = contoh.keputusan(1)
    panjang = replace(k, lampiran=(replace(k.lampiran[0], nama=nama),))

    isi = tampil(panjang)[2]

    assert nama not in isi
    assert all(potong in isi for potong in (nama[:24], nama[24:48]))


def test_a_revocation_is_a_decree_of_other_words() -> None:
    cabut = replace(
        contoh.keputusan(2), tentang=f"Pencabutan {contoh.SK.kalimat}",
        menimbang=menimbang_pencabutan(contoh.SK, "terdapat cacat prosedur"),
        diktum=diktum_pencabutan(contoh.SK, berlaku=contoh.HARI, pulih=True),
        judul_lampiran="Daftar yang dikembalikan", memperhatikan=(),
    )  # fmt: skip

    isi = " ".join(tampil(cabut))

    assert "TENTANG PENCABUTAN KEPUTUSAN BUPATI CONTOH NOMOR 821.2/17/2026" in isi
    assert "Mencabut Keputusan Bupati Contoh Nomor 821.2/17/2026" in isi
    assert "Memperhatikan" not in isi
    assert "DAFTAR YANG DIKEMBALIKAN" in isi


def test_room_for_an_electronic_signature_names_office_and_person() -> None:
    isi = tampil(contoh.keputusan(1), replace(FINAL, tte=True))

    assert "Ditandatangani secara elektronik oleh: BUPATI CONTOH, R. Surya Peragaan" in isi[1]
    assert all("UU ITE Pasal 5 ayat (1)" in satu for satu in isi)


def test_an_annex_of_300_repeats_its_head_and_keeps_every_row_whole() -> None:
    halaman = [h for h in tampil(contoh.keputusan(300)) if "Jabatan lama" in h]
    nip = [re.findall(r"\b198503122010011\d{3}\b", h) for h in halaman]

    assert sum(nip, []) == [contoh.nip(n) for n in range(1, 301)]
    for isi, milik in zip(halaman, nip, strict=True):
        assert "Keterangan 1 2 3 4 5 6 7 8 9 10" in isi
        assert isi.count("01-07-2026") == len(milik)
        assert isi.count("01-04-2022") == len(milik)


def test_minutes_of_the_tpk_hold_what_they_must() -> None:
    ba = contoh.berita_acara_tpk()
    isi = " ".join(tampil(ba))

    for kata in (
        "NOMOR 800/9/TPK/2026", "Senin, tanggal sebelas bulan Mei", "Ruang Rapat Sekretaris Daerah",
        ba.sk_tpk, ba.kuorum, "tidak hadir dinas", "hubungan keluarga", ba.agenda[0],
        "lowong sejak 1 Maret 2026", "Lulus uji kompetensi", "88,25", "belum dinilai",
        "Rekomendasi utama : Pegawai Peragaan 1, S.E.", "Cadangan : Dr. drg. Muhammad",
        "W03 masa jabatan", "Rekam jejak calon cadangan lebih panjang.",
        "tidak ada calon yang direkomendasikan", ba.akar, "48213",
    ):  # fmt: skip
        assert kata in isi, kata


def test_more_candidates_than_a_page_is_wide_stand_in_a_second_table() -> None:
    ba = contoh.berita_acara_tpk()
    satu = ba.jabatan[0]
    calon = tuple(replace(satu.calon[0], nama=f"Calon {n}", nip=contoh.nip(n)) for n in range(1, 7))
    ramai = replace(ba, jabatan=(replace(satu, calon=calon, cadangan=""),))

    isi = " ".join(tampil(ramai))

    assert isi.count("Kriteria Calon") == 2
    assert all(f"Calon {n}" in isi for n in range(1, 7))


def test_each_declaration_says_what_it_declares() -> None:
    for macam, kata in (
        ("SPP", "SURAT PERNYATAAN PELANTIKAN"),
        ("SPMJ", "SURAT PERNYATAAN MENDUDUKI JABATAN"),
        ("SPMT", "telah nyata melaksanakan tugas sebagai"),
    ):
        naskah = replace(contoh.pernyataan(macam), tunjangan="Rp1.080.000")  # type: ignore[arg-type]
        isi = " ".join(tampil(naskah))
        assert kata in isi
        assert "tunjangan jabatan sebesar Rp1.080.000" in isi


def test_a_proposal_prints_the_hash_of_its_list_twice() -> None:
    usulan = contoh.surat_usulan()
    surat, daftar = tampil(usulan)
    hash_daftar = sidik_daftar(usulan.daftar)

    assert hash_daftar in surat.replace(" ", "")
    assert hash_daftar in daftar


def test_an_undated_paper_leaves_room_to_write() -> None:
    isi = tampil(replace(contoh.berita_acara_tpk(), tanggal=None, nomor="", akar=""), Wujud())

    assert "NOMOR ......" in isi[0]
    assert "Pada hari ini ......" in isi[0]
    assert "Akar jejak dicatat saat sidang ditutup." in " ".join(isi)


# --- the emblem ----------------------------------------------------------------------------------
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x05\x00\x04\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
)


@pytest.mark.parametrize(
    ("gambar", "kata"),
    [
        (b"<svg/>", "harus berbentuk PNG atau JPEG"),
        (b"\xff\xd8\xff\xd9", "harus berbentuk PNG atau JPEG"),
        (png(4000, 10), "paling besar 3000 x 3000 titik"),
        (b"\x00" * 400_001, "paling besar 400 KB"),
        pytest.param(png(rusak=True), "rusak. Simpan ulang", id="png cut short"),
        pytest.param(JPEG, "rusak. Simpan ulang", id="jpeg without its picture"),
    ],
)
def test_an_emblem_is_a_picture_that_can_be_drawn(gambar: bytes, kata: str) -> None:
    (kalimat,) = periksa_lambang(gambar)

    assert kata in kalimat
    assert periksa_lambang(png()) == []

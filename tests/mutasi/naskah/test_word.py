"""Letters by Word templates: those to start from are complete, the list of variables is true."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from mutasi.kernel.naskah.beku import baca, kanonik, sidik, sidik_daftar
from mutasi.services.naskah_word import naskah_word, periksa_templat, templat_bawaan
from mutasi.services.naskah_word_isian import JENIS_WORD, bahan_contoh, bahan_word, isian_word
from tests.mutasi.naskah import contoh
from toolkit.docx import Alinea, susun_templat


def kata(isi: bytes) -> str:
    dokumen = Document(BytesIO(isi))
    sel = [s.text for t in dokumen.tables for b in t.rows for s in b.cells]
    return "\n".join([p.text for p in dokumen.paragraphs] + sel)


@pytest.mark.parametrize("jenis", JENIS_WORD)
def test_the_built_in_template_fills_every_letter_of_its_kind(jenis: str) -> None:
    teks = kanonik(contoh.semua()[jenis])
    hasil = naskah_word(teks)

    assert periksa_templat(jenis, templat_bawaan(jenis)) == []
    isi = kata(hasil)
    naskah = baca(teks)
    assert "{" not in isi
    for harus in (naskah.nomor, naskah.penanda.nama, naskah.penanda.jabatan, sidik(teks)):
        assert harus in isi
    assert all(baris.upper() in isi for baris in naskah.kop.baris)


def test_the_letters_say_what_the_papers_say() -> None:
    usulan = contoh.surat_usulan(3)
    isi = kata(naskah_word(kanonik(usulan)))

    assert sidik_daftar(usulan.daftar) in isi
    assert all(f"{b.nama}, {b.nip}" in isi for b in usulan.daftar)
    assert "NIP" not in isi.split("R. Surya Peragaan")[1].split("Tembusan")[0]
    assert "Rabu, 1 Juli 2026" in kata(naskah_word(kanonik(contoh.undangan())))
    assert "telah nyata melaksanakan tugas" in kata(naskah_word(kanonik(contoh.pernyataan())))
    kosong = replace(contoh.nota_dinas(), nomor="", tanggal=None)
    assert kata(naskah_word(kanonik(kosong))).count("....") > 1


@pytest.mark.parametrize("jenis", JENIS_WORD)
def test_every_variable_is_explained_and_works_as_it_is_written(jenis: str) -> None:
    semua = isian_word(jenis)
    contoh_isi = bahan_contoh(jenis)

    assert len({satu.nama for satu in semua}) == len(semua)
    assert all(satu.arti and satu.tanda.startswith("{") for satu in semua)
    assert bahan_word(contoh.semua()[jenis]).keys() == contoh_isi.keys()
    ditulis = susun_templat([Alinea(satu.tanda) for satu in semua])
    assert periksa_templat(jenis, ditulis) == []


def test_an_offices_own_template_is_used_and_its_misspelling_named() -> None:
    milik = susun_templat([Alinea("Hal: {{ hal }}")])
    salah = susun_templat([Alinea("Hal: {{ perihal }}")])

    assert kata(naskah_word(kanonik(contoh.nota_dinas()), milik)) == (
        "Hal: Hasil sidang Tim Penilai Kinerja"
    )
    assert periksa_templat("nota_dinas", salah) == [
        "Isian “perihal” tidak dikenal. Periksa ejaannya pada daftar isian naskah ini."
    ]


def test_a_decree_has_no_word_template() -> None:
    with pytest.raises(KeyError, match="keputusan"):
        templat_bawaan("keputusan")

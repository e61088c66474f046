"""Word templates: filled, the same every time, and refused in a sentence that names the fault."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from toolkit import docx
from toolkit.docx import (
    Alinea,
    Berulang,
    GantiHalaman,
    Pasangan,
    TabelBerulang,
    isi_templat_word,
    periksa_templat_word,
    susun_templat,
)
from toolkit.tabular import BerkasDitolak

DATA: dict[str, Any] = {
    "nama": "Ali & <b>Budi</b>", "alinea": ["satu", "dua\nbaris"], "rinci": {"unit": "Dinas"},
    "daftar": [{"nip": "1", "nama": "A"}, {"nip": "2", "nama": "B"}],
}  # fmt: skip


def templat(*teks: str) -> bytes:
    return susun_templat(Alinea(satu) for satu in teks)


def kata(isi: bytes) -> str:
    """Everything a document says, tables too."""
    dokumen = Document(BytesIO(isi))
    alinea = [p.text for p in dokumen.paragraphs]
    sel = [s.text for t in dokumen.tables for b in t.rows for s in b.cells]
    return "\n".join(alinea + sel)


def test_a_template_of_every_part_is_filled_and_the_same_every_time() -> None:
    awal = susun_templat([
        Alinea("{{ nama }}", rata="tengah", tebal=True, masuk=True, geser=20),
        Pasangan((("Unit", "{{ rinci.unit }}"),)),
        Berulang("alinea", Alinea("- {{ x|upper }}")),
        GantiHalaman(),
        TabelBerulang("daftar", (("NIP", 1, "{{ x.nip }}"), ("Nama", 3, "{{ x.nama }}"))),
        Alinea("{% if daftar|length == 2 and not nama == 'x' %}ada{% else %}tidak{% endif %}"),
    ])  # fmt: skip

    hasil = isi_templat_word(awal, DATA)

    assert isi_templat_word(awal, DATA) == hasil
    assert kata(hasil).split("\n") == [
        "Ali & <b>Budi</b>", "", "- SATU", "- DUA", "BARIS", "", "", "ada", "Unit", ":", "Dinas",
        "NIP", "Nama", "1", "A", "2", "B",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("teks", "kode", "kalimat"),
    [
        ("{{ nomer }} {{ hall }}", "templat_isian", "Isian “hall”, “nomer” tidak dikenal"),
        ("{{ rinci.nomer }}", "templat_isian", "Isian “nomer” tidak dikenal"),
        ("{{ nama", "templat_tanda", "tanda isian yang tidak lengkap"),
        ("{% for x in daftar %}{{ x.nip }}", "templat_tanda", "tanda isian yang tidak lengkap"),
        ("{{ nama.upper() }}", "templat_perintah", "pemanggilan fungsi"),
        ("{{ ''.__class__.__mro__ }}", "templat_isian", "“__class__” tidak dikenal"),
        ("{{ 9 ** 9 }}", "templat_perintah", "perhitungan atau perintah"),
        ("{% set a = nama %}{{ a }}", "templat_perintah", "perhitungan atau perintah"),
        ("{% include 'x' %}", "templat_perintah", "perhitungan atau perintah"),
        ("{{ nama|xmlattr }}", "templat_saringan", "Saringan “xmlattr” tidak dikenal"),
        ("{% for a in daftar %}{% for b in daftar %}x{% endfor %}{% endfor %}", "templat_ulang",
         "tidak boleh berada di dalam pengulangan lain"),
        ("{% for a in daftar %}x{% endfor %}" * 31, "templat_ulang", "paling banyak memuat 30"),
        ("{{ nama is sameas nama is bohong }}", "templat_tanda", "tanda isian"),
        ("{{ nama|join(5, 6, 7) }}", "templat_rusak", "Templat tidak dapat diisi"),
    ],
)  # fmt: skip
def test_a_template_that_is_wrong_or_could_run_away_is_refused(
    teks: str, kode: str, kalimat: str
) -> None:
    with pytest.raises(BerkasDitolak, match=kalimat.split("“")[0] or ".") as galat:
        isi_templat_word(templat(teks), DATA)

    assert (galat.value.kode, kalimat in str(galat.value)) == (kode, True)
    assert periksa_templat_word(templat(teks), DATA) == [str(galat.value)]


def test_a_good_template_has_no_faults() -> None:
    assert periksa_templat_word(templat("{{ nama|default('-') }}"), DATA) == []


def tambah(berkas: bytes, nama: str, isi: bytes) -> bytes:
    """The same package with one more part."""
    hasil = BytesIO(berkas)
    with zipfile.ZipFile(hasil, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, isi)
    return hasil.getvalue()


def tautan(jenis: str) -> bytes:
    return (
        f'<Relationships><Relationship Id="r1" Type="http://x/{jenis}" Target="http://x" '
        'TargetMode="External"/></Relationships>'
    ).encode()


BAIK = templat("{{ nama }}")


@pytest.mark.parametrize(
    ("berkas", "kode"),
    [
        (b"", "templat_bukan_word"),
        (b"PK\x03\x04rusak", "templat_bukan_word"),
        (tambah(b"", "xl/workbook.xml", b"<x/>"), "templat_bukan_word"),
        (tambah(BAIK, "word/vbaProject.bin", b"x"), "templat_makro"),
        (tambah(BAIK, "word/embeddings/a.bin", b"x"), "templat_makro"),
        (tambah(BAIK, "word/_rels/x.rels", tautan("attachedTemplate")), "templat_luar"),
        (tambah(BAIK, "word/besar.xml", b"\0" * (21 << 20)), "templat_besar"),
        (bytes(3 << 20), "templat_besar"),
        (tambah(b"", "word/document.xml", b"<x/>"), "templat_rusak"),
    ],
    ids=["kosong", "rusak", "buku kerja", "makro", "sisipan", "templat dari luar", "bom", "besar",
         "tanpa isi"],
)  # fmt: skip
def test_a_package_that_is_no_plain_letter_is_refused(berkas: bytes, kode: str) -> None:
    with pytest.raises(BerkasDitolak) as galat:
        isi_templat_word(berkas, DATA)

    assert galat.value.kode == kode


def test_links_stay_and_too_many_parts_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isi_templat_word(tambah(BAIK, "word/_rels/x.rels", tautan("hyperlink")), DATA)

    monkeypatch.setattr(docx, "BAGIAN_MAKS", 3)
    with pytest.raises(BerkasDitolak, match="terlalu banyak bagian"):
        isi_templat_word(BAIK, DATA)

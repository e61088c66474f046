"""What an attacker puts into a body: files that are not what they say, code in words, broken names.

The doors and bodies are those of ``test_penyerang``; here the right person sends something evil.
"""

from __future__ import annotations

import re
import zipfile
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from mutasi.models import DokumenMasuk, Keputusan
from mutasi.services.keputusan import kode_baru
from organisasi.services.disposisi import MAKS_UKURAN
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.pdf import halaman_teks
from tests.mutasi.penyerang.alat import Kiriman, Sasaran, Serangan, coba, kirim, url
from tests.mutasi.penyerang.pelaku import Medan
from tests.mutasi.penyerang.test_penyerang import SEMUA
from toolkit.docx import Alinea, susun_templat

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
MENURUT_NAMA = {s.nama: s for s in SEMUA}
UNGGAHAN = (
    "usulan-catat:dokumen", "usulan-catat:kesediaan-surat", "meja-bkn-langkah:pertek",
    "meja-bkn-langkah:surat", "meja-bkn-langkah:izin", "keputusan-unggah", "templat-unggah",
    "lambang-pasang",
)  # fmt: skip
SKRIP = "<script>alert(1)</script>"
TYPST = '#read("/etc/passwd") #panic("x") $x$ *b* @rujuk <label> \\u{41} // `r`'
RUMUS = '=HYPERLINK("http://jahat.example";"klik")'
# Words a person types; everything else in a body is a key, a day or a choice.
KATA = (
    "nama", "keterangan", "alasan", "catatan", "cara", "hasil", "tawaran", "uraian", "sebab",
    "tempat", "tentang", "isi", "penerbit", "nomor_surat", "kepada", "sebutan", "dasar", "pihak",
    "pertimbangan", "pejabat", "saksi_satu", "alasan_keluar", "nomor_imut", "jabatan",
)  # fmt: skip


def _bom() -> bytes:
    """A Word file of a few kilobytes that unpacks to 300 MB."""
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        arsip.writestr("word/document.xml", b"\0" * 300_000_000)
    return hasil.getvalue()


def _jahat(pintu: str) -> dict[str, Kiriman]:
    semua = {
        "program bernama PDF": Kiriman("surat.pdf", b"MZ\x90\x00" + b"\0" * 4096),
        "halaman bernama PDF": Kiriman("surat.pdf", f"<html>{SKRIP}".encode()),
        "SVG bernama PNG": Kiriman("surat.png", b"<svg onload='alert(1)'/>"),
        "11 MB": Kiriman("surat.pdf", b"%PDF-1.4 " + b"0" * (MAKS_UKURAN + 1)),
        "kosong": Kiriman("surat.pdf", b""),
    }
    if pintu == "templat-unggah":
        jinja = (
            "{{ ''.__class__.__mro__ }}",
            "{{ nomor.__init__.__globals__ }}",
            "{% include '/etc/passwd' %}",
            "{% for x in range(10**9) %}a{% endfor %}",
        )
        semua |= {
            satu: Kiriman("t.docx", susun_templat([Alinea(satu)])) for satu in jinja
        }  # fmt: skip
        semua["bom"] = Kiriman("t.docx", _bom())
    return semua


def _ganti(isi: Mapping[str, Any], kiriman: Kiriman) -> dict[str, Any]:
    return {k: kiriman if isinstance(v, Kiriman) else v for k, v in isi.items()}


def _panjang(nama: str, *pendek: str) -> Any:
    return pytest.param(nama, marks=() if nama in pendek else pytest.mark.panjang)


def test_every_door_that_takes_a_file_is_tried_here() -> None:
    # The check page compares a file and forgets it: nothing is kept, whatever it is.
    assert set(UNGGAHAN) < set(MENURUT_NAMA)


@pytest.mark.parametrize("nama", [_panjang(n) for n in UNGGAHAN])
def test_a_file_that_is_not_what_it_says_leaves_nothing(nama: str, medan: Medan) -> None:
    s = MENURUT_NAMA[nama]
    t = s.siapkan(medan.k)
    klien = medan.klien(t.pelaku)

    hasil = {}
    for sebutan, kiriman in _jahat(s.pintu).items():
        a = coba(lambda kiriman=kiriman: kirim(klien, url(s, t), _ganti(t.isi, kiriman)))  # type: ignore[misc]
        medan.catat("berkas jahat", s, a)
        hasil[sebutan] = a

    assert {n: a for n, a in hasil.items() if a.status >= 500 or not a.utuh} == {}


@pytest.mark.parametrize("nama", [_panjang(n) for n in UNGGAHAN[:-1]])
def test_a_file_name_leads_nowhere(nama: str, medan: Medan) -> None:
    s = MENURUT_NAMA[nama]
    t = s.siapkan(medan.k)
    sebelum = set(Path(settings.MEDIA_ROOT).parent.rglob("*"))
    keluar = Kiriman("../../../../tmp/..\\keluar.pdf", b"%PDF-1.4 jalan keluar")

    jawaban = kirim(medan.klien(t.pelaku), url(s, t), _ganti(t.isi, keluar))

    assert jawaban.status_code in (200, 302)
    baru = set(Path(settings.MEDIA_ROOT).parent.rglob("*")) - sebelum
    berkas = [p for p in baru if p.is_file()]
    assert all(p.is_relative_to(settings.MEDIA_ROOT) for p in berkas)
    assert all(re.fullmatch(r"[0-9a-zA-Z_-]+\.pdf", p.name) for p in berkas)
    for p in berkas:
        p.unlink()


def _berkata(s: Serangan, t: Sasaran, kata: str) -> dict[str, Any]:
    return {k: f"{v} {kata}" if k in KATA else v for k, v in t.isi.items()}


@pytest.mark.parametrize(
    "nama",
    [_panjang(s.nama, "titipan-catat") for s in SEMUA if not s.diam],
)  # fmt: skip
def test_words_stay_words_on_every_page(nama: str, medan: Medan) -> None:
    s = MENURUT_NAMA[nama]
    t = s.siapkan(medan.k)
    klien = medan.klien(t.pelaku)

    isi = _berkata(s, t, SKRIP)
    jawaban = kirim(klien, url(s, t), isi, follow=True)

    assert jawaban.status_code < 500
    halaman = jawaban.content.decode()
    # A form that was sent back shows what was typed, as text.
    ulang = klien.get(url(s, t))
    if "text/html" in ulang.get("Content-Type", ""):
        halaman += ulang.content.decode()
    assert SKRIP not in halaman
    assert "onerror=" not in halaman


def test_what_somebody_wrote_never_becomes_markup_of_a_paper(medan: Medan) -> None:
    k = medan.k
    (u,) = fk.setuju(k, berkas=k.berkas_baru("Naskah"))
    type(u.pegawai).objects.filter(pk=u.pegawai_id).update(nama=TYPST.upper()[:60])
    sk = fk.draf(k, [u], tentang=f"Pemindahan {TYPST}")

    jawaban = medan.klien(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk]))

    teks = "".join("".join(halaman_teks(jawaban.content)).split())
    assert '#READ("/ETC/PASSWD")' in teks.upper()
    assert "root:" not in teks
    for templat in Path(settings.BASE_DIR, "templates/dokumen").glob("*.typ"):
        sumber = templat.read_text()
        assert not re.search(r"\beval\(|\bread\(|\bplugin\(", sumber), templat.name


def test_a_number_breaks_no_header(medan: Medan) -> None:
    k = medan.k
    (u,) = fk.setuju(k, berkas=k.berkas_baru("Kepala"))
    sk = fk.draf(k, [u])
    nomor = '821"\r\nSet-Cookie: a=b\r\n\r\n<b>'
    hukum, penyusun = medan.klien(k.hukum), medan.klien(k.penyusun)

    hukum.post(
        reverse("mutasi:keputusan-nomor", args=[sk.pk]), {"nomor": nomor, "tanggal": "2026-06-01"}
    )
    sk = Keputusan.objects.get(pk=sk.pk)
    jawaban = penyusun.get(reverse("mutasi:keputusan-naskah", args=[sk.pk]))

    assert not re.search(r"[\r\n]", sk.nomor), "a number is one line"
    assert re.fullmatch(r'attachment; filename="sk-[\w-]+\.pdf"', jawaban["Content-Disposition"])
    assert "a" not in jawaban.cookies


def test_a_formula_in_words_is_inert_in_a_workbook(medan: Medan) -> None:
    k = medan.k
    u = f.draf(k, berkas=k.berkas_baru(RUMUS), alasan=RUMUS)
    klien = medan.klien(k.penyusun)

    for nama in ("berkas-ekspor", "usulan-ekspor"):
        jawaban = klien.get(reverse(f"mutasi:{nama}"))
        isi: Any = b"".join(jawaban.streaming_content)
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            lembar = [arsip.read(n) for n in arsip.namelist() if n.endswith(".xml")]
        assert not any(b"<f>" in satu or b"<hyperlink" in satu for satu in lembar), nama
    assert u.pk


def test_the_code_on_a_paper_cannot_be_guessed(medan: Medan) -> None:
    # 256 random bits: at a million tries in a second, among a million papers, a hit takes 10^57
    # years. So the check page needs no counter of tries, which would know who asked.
    semua = {kode_baru() for _ in range(1000)}
    assert len(semua) == 1000
    assert {len(urlsafe_b64decode(satu + "=")) * 8 for satu in semua} == {256}
    (u,) = fk.setuju(medan.k, berkas=medan.k.berkas_baru("Kode"))
    sk = fk.draf(medan.k, [u])
    assert len(urlsafe_b64decode(sk.kode + "=")) == 32
    klien = medan.klien(None)

    for kode in (kode_baru(), sk.kode[:-1], sk.kode.swapcase(), str(sk.pk), "x" * 5000):
        a = coba(lambda kode=kode: klien.get(reverse("mutasi:periksa", args=[kode])))  # type: ignore[misc]
        assert (a.status, a.utuh) == (404, True), kode


def test_a_row_of_another_case_is_not_replaced_by_its_number(medan: Medan) -> None:
    # The key of a paper is a running number: next to one's own lies somebody else's.
    s = MENURUT_NAMA["usulan-dokumen-ganti"]
    t = s.siapkan(medan.k)
    ids = set(DokumenMasuk.objects.values_list("pk", flat=True)) - {t.alamat["dokumen"]}

    for asing in ids:
        a = coba(lambda asing=asing: kirim(medan.klien(t.pelaku), url(s, t, dokumen=asing), t.isi))  # type: ignore[misc]
        assert (a.status, a.utuh) == (404, True)


def test_words_are_escaped_and_not_only_absent(medan: Medan) -> None:
    # The proof that the test above looks at pages which do show the words.
    s = MENURUT_NAMA["berkas-ubah"]
    t = s.siapkan(medan.k)

    jawaban = kirim(medan.klien(t.pelaku), url(s, t), _berkata(s, t, SKRIP), follow=True)

    assert escape(SKRIP) in jawaban.content.decode()

"""Documents: the same data give the same bytes, and data never become markup."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from toolkit.pdf import buat_pdf

WAKTU = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)
ISI = {
    "instansi": "Kabupaten Contoh", "alamat": "http://contoh/aktivasi/", "dicetak": "1 Juni 2026",
    "petugas": "Budi",
    "slip": [
        {
            "nama": '#read("/etc/passwd") *tebal* $x$', "nama_pengguna": "1986", "unit": "SD 1",
            "berlaku_sampai": "15 Juni 2026", "kode": "ACDE-FGHJ-KMN",
        }
    ],
}  # fmt: skip


def test_a_document_is_a_pdf_with_its_hash() -> None:
    pdf = buat_pdf("slip_aktivasi.typ", ISI, waktu=WAKTU)

    assert pdf.isi.startswith(b"%PDF-1.")
    assert pdf.sha256 == sha256(pdf.isi).hexdigest()


def test_the_same_data_give_the_same_document() -> None:
    satu = buat_pdf("slip_aktivasi.typ", ISI, waktu=WAKTU)
    dua = buat_pdf("slip_aktivasi.typ", ISI, waktu=WAKTU)

    assert satu == dua

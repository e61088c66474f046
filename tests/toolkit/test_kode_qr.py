"""A code is a drawing, and the same one every time."""

from __future__ import annotations

from toolkit.kode_qr import kode_qr


def test_a_text_has_one_drawing() -> None:
    satu = kode_qr("https://serasi.contoh.go.id/periksa/1")

    assert satu == kode_qr("https://serasi.contoh.go.id/periksa/1")
    assert satu != kode_qr("https://serasi.contoh.go.id/periksa/2")
    assert satu.startswith("<svg ")
    assert "script" not in satu

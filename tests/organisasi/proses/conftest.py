"""The kind of import that exists in tests alone."""

from tests.helpers.impor_uji import jenis_libur, penjaga_jejak

__all__ = ["jenis_libur", "penjaga_jejak"]

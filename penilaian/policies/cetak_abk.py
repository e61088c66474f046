"""How long a paper of needs may be when somebody waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.policy import Policy
from toolkit.templatetags.tampilan import angka

# What one request makes in about three seconds, measured; longer ones are work for the worker.
BATAS_LANGSUNG = {
    ("formulir", "pdf"): 250, ("formulir", "xlsx"): 1_500,
    ("rekap", "pdf"): 2_000, ("rekap", "xlsx"): 10_000,
}  # fmt: skip
MAKS_PETA = 400


@Policy
def langsung(isi: str, bentuk: str, banyak: int) -> Iterator[str]:
    """Whether the paper is made while the person waits."""
    batas = BATAS_LANGSUNG[isi, bentuk]
    if banyak > batas:
        yield (
            f"Cetakan ini memuat {angka(banyak)} jabatan, lebih dari {angka(batas)}. Buat di latar "
            "dari halaman Buku dan formulir ABK, atau pilih unit yang lebih kecil."
        )


@Policy
def muat_di_peta(posisi: int) -> Iterator[str]:
    """Whether a chart on paper can still be read."""
    if posisi > MAKS_PETA:
        yield (
            f"Peta ini memuat {angka(posisi)} jabatan; satu lembar cetak memuat paling banyak "
            f"{angka(MAKS_PETA)}. Buka unit di bawahnya, lalu cetak dari sana."
        )

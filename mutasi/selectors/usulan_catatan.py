"""What may be written down beside the acts of the table, by state and right; cheap, for buttons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import SEBELUM_SK, Gerbang
from mutasi.kernel.kesediaan import SETUJU
from mutasi.policies.jalan import memegang
from mutasi.policies.kesediaan import DAPAT_DIJAWAB, MEMUTUS
from mutasi.selectors.usulan_rincian import RincianUsulan
from organisasi.izin import Izin
from organisasi.models import Pengguna


def dapat_dicatat(r: RincianUsulan, pengguna: Pengguna, *, per: date) -> list[str]:
    """The keys of what this state and this person's rights open."""
    hasil = []
    mencatat = memegang(pengguna, Izin.BKN_CATAT, Izin.USULAN_PROSES, per=per)
    if r.usulan.status in SEBELUM_SK and mencatat:
        hasil.append("dokumen")
    if r.usulan.status in SEBELUM_SK and memegang(pengguna, Izin.USULAN_PROSES, per=per):
        hasil.append("keadaan")
    if r.usulan.status in DAPAT_DIJAWAB:
        hasil += _tentang_jawaban(r, pengguna, per)
    return hasil


def _tentang_jawaban(r: RincianUsulan, pengguna: Pengguna, per: date) -> Iterator[str]:
    """While the employee's answer is awaited or weighed."""
    memberi_tahu = memegang(pengguna, Izin.USULAN_BERITAHU, per=per)
    atasan = memberi_tahu or memegang(pengguna, Izin.USULAN_TELAAH, per=per)
    kabar = r.disampaikan
    if kabar is not None and kabar.dicatat_pada is None and atasan:
        yield "percakapan"
    if r.menunggu_dialog and atasan:
        yield "dialog"
    if Gerbang.KESEDIAAN not in r.usulan.gerbang:
        return
    if memberi_tahu and not memegang(pengguna, *MEMUTUS, per=per):
        yield "kesediaan-surat"
    setuju = bool(r.kesediaan) and r.kesediaan[0].jawaban in SETUJU
    if not setuju and memegang(pengguna, Izin.USULAN_VERIFIKASI, Izin.USULAN_PERIKSA, per=per):
        yield "dasar-sepihak"

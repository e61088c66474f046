"""Windows around the election of a regional head: whom they bind, when they begin, how near."""

from __future__ import annotations

from datetime import date, timedelta

from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from pegawai.kernel.masa import tambah_bulan
from penilaian.kernel.kata import tanggal
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.putusan import salah_satu
from penilaian.kernel.syarat_izin import di_jendela, terbatas

__all__ = ["di_jendela", "dibatasi", "kalimat_jendela", "menjelang"]


def dibatasi(
    asal: Jabatan, asal_memimpin: bool | None, tujuan: Jabatan, tujuan_memimpin: bool | None
) -> bool | None:
    """Whether a window binds the replacement: leaving such a post, or entering one."""
    return salah_satu(terbatas(asal, asal_memimpin), terbatas(tujuan, tujuan_memimpin))


def kalimat_jendela(jendela: tuple[date, date | None]) -> str:
    """22 Maret 2024 sampai akhir masa jabatan kepala daerah."""
    mulai, sampai = jendela
    akhir = tanggal(sampai) if sampai else "akhir masa jabatan kepala daerah"
    return f"{tanggal(mulai)} sampai {akhir}"


def menjelang(hari: date, k: KetentuanJalan) -> date | None:
    """The day on which a window begins within the warned days after ``hari``; None: none near, or
    the day already lies in one."""
    if di_jendela(hari, k) is not None:
        return None
    mulai = []
    if k.tanggal_penetapan_paslon:
        mulai.append(tambah_bulan(k.tanggal_penetapan_paslon, -k.bulan_jendela_pilkada))
    if k.tanggal_pelantikan_kepala_daerah:
        mulai.append(k.tanggal_pelantikan_kepala_daerah)
    batas = hari + timedelta(days=k.awas_jendela_hari)
    return min((satu for satu in mulai if hari < satu <= batas), default=None)

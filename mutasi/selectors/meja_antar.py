"""The letters of a move between instansi as H15 reads them before a proposal goes to BKN."""

from __future__ import annotations

from collections.abc import Iterable

from mutasi.kernel.aturan.antar import h15
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import Arah, Kasus, Surat
from mutasi.kernel.jenis import JenisMutasi, Rute
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.models import DokumenMasuk, JenisDokumenMasuk, UsulanMutasi
from penilaian.kernel.putusan import Putusan

J = JenisDokumenMasuk


def putusan_antar(
    usulan: UsulanMutasi, surat: Iterable[DokumenMasuk], k: KetentuanJalan
) -> Putusan:
    """H15 as far as BKN asks it: both letters name the post; Mendagri was asked where need be."""
    ada: dict[str, DokumenMasuk] = {}
    for satu in surat:
        if not satu.ditolak:
            ada.setdefault(satu.jenis, satu)
    usul = ada.get(J.USUL_PPK)
    tujuan = _kunci(
        usulan.ke.jabatan.nama
        if usulan.jenis == JenisMutasi.ANTAR_MASUK and usulan.ke
        else usul.jabatan_disebut if usul else ""
    )  # fmt: skip
    kasus = Kasus(
        menuju=Titik.BKN,
        ketentuan=k,
        # A post nobody named is a post no letter can name.
        tujuan=tujuan or "jabatan yang belum disebut",
        arah=Arah.MASUK if usulan.jenis == JenisMutasi.ANTAR_MASUK else Arah.KELUAR,
        rute=Rute(usulan.rute) if usulan.rute else None,
        usul=_surat(usul),
        persetujuan=_surat(ada.get(J.SETUJU_PPK)),
        koordinasi_mendagri=_surat(ada.get(J.D11)),
    )
    return h15(kasus)


def _surat(satu: DokumenMasuk | None) -> Surat | None:
    """A paper lies with one case: that it names the person was said when it was recorded."""
    if satu is None:
        return None
    return Surat(
        satu.nomor, satu.tanggal, berkas=bool(satu.berkas), memuat_nama=True,
        tujuan=_kunci(satu.jabatan_disebut),
    )  # fmt: skip


def _kunci(teks: str) -> str:
    """Two spellings of one post are one post."""
    return " ".join(teks.split()).casefold()

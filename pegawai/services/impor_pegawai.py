"""The import kind ``pegawai``: SIASN's full export of everybody of one status.

Reading: impor_pegawai_baca; rules: impor_pegawai_periksa; comparison: impor_pegawai_banding;
writing: impor_pegawai_tulis and impor_pegawai_riwayat.
"""

from __future__ import annotations

from collections import Counter

from organisasi import selectors
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from pegawai.columns_pegawai import KOLOM_PEGAWAI
from pegawai.services.impor_pegawai_acuan import muat_acuan
from pegawai.services.impor_pegawai_baca import Bacaan, baca
from pegawai.services.impor_pegawai_banding import bandingkan
from pegawai.services.impor_pegawai_periksa import periksa_baris
from pegawai.services.impor_pegawai_tulis import alasan_terlalu_lama, terapkan
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id
from toolkit.tabular import BerkasDitolak

_SEBUT_BARIS = 10


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read, judge, compare; writes nothing."""
    acuan = muat_acuan(konteks.per)
    bacaan = baca(tabel, konteks, acuan)
    instansi = _instansi(bacaan)
    konteks.kemajuan(55, "Memeriksa isi")
    periksa_baris(bacaan, acuan, konteks.per)
    hasil = bandingkan(bacaan, konteks)
    hasil.muatan.instansi = instansi
    for masalah in bacaan.masalah:
        (hasil.galat if masalah.tingkat == "tolak" else hasil.peringatan).append(masalah)
    hasil.catatan.append(f"Berkas ini berisi {bacaan.status.label}; status lain tidak disentuh.")
    if bacaan.kosong:
        nomor = ", ".join(str(n) for n in bacaan.kosong[:_SEBUT_BARIS])
        lagi = " dan lainnya" if len(bacaan.kosong) > _SEBUT_BARIS else ""
        hasil.catatan.append(f"{len(bacaan.kosong)} baris kosong dilewati (baris {nomor}{lagi}).")
    rencana = hasil.muatan
    if rencana.terakhir is not None and konteks.per < rencana.terakhir:
        hasil.catatan.append(alasan_terlalu_lama(rencana, konteks))
    konteks.kemajuan(100, "Selesai diperiksa")
    return hasil


def _instansi(bacaan: Bacaan) -> str | None:
    """The agency most rows belong to, as printed; rows that name none do not count.

    Refuses the file of another agency: it would double the register and mark everybody missing.
    """
    tercetak = {v: kunci_id(v) for v in set(bacaan.kolom("INSTANSI INDUK ID"))}
    hitung = Counter(k for v in bacaan.kolom("INSTANSI INDUK ID") if (k := tercetak[v]) is not None)
    if not hitung:
        return None
    terbanyak, jumlah = hitung.most_common(1)[0]
    instansi = selectors.instansi()
    sendiri = kunci_id(instansi.siasn_id) if instansi else None
    if instansi and sendiri is not None and hitung[sendiri] < jumlah:
        raise BerkasDitolak(
            "instansi_lain",
            f"Sebagian besar pegawai di berkas ini berinstansi induk "
            f"{_nama_instansi(bacaan, terbanyak)}, bukan {instansi.nama}. Unduh data utama "
            "pegawai instansi ini, lalu unggah lagi.",
        )
    return next(v for v, k in tercetak.items() if k == terbanyak)


def _nama_instansi(bacaan: Bacaan, kunci: str) -> str:
    """What the file calls the agency; its id where no name is printed."""
    kolom = zip(bacaan.kolom("INSTANSI INDUK ID"), bacaan.kolom("INSTANSI INDUK NAMA"), strict=True)
    return next((nama for v, nama in kolom if nama and kunci_id(v) == kunci), kunci)


IMPOR_PEGAWAI = JenisImpor(
    kode="pegawai",
    label="Data utama pegawai (SIASN)",
    keterangan=(
        "Unduhan data utama ASN dari SIASN untuk satu status: PNS, PPPK, atau PPPK paruh waktu. "
        "Pegawai berstatus itu yang tidak ada di berkas ditandai, tidak dihapus."
    ),
    izin=Izin.IMPOR_PEGAWAI,
    kolom=KOLOM_PEGAWAI,
    periksa=periksa,
    terapkan=terapkan,
    urutan=30,
)

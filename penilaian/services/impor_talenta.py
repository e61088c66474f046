"""Kind ``talenta``: boxes as SIMATA gave them, one person and year a row.

A box that contradicts its own axes is kept as printed, marked and shown; nothing is recomputed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    kolom_ada,
    simpan,
    tolak_ganda,
)
from pegawai.models import Pegawai
from pegawai.services.impor_orang import orang_dari, orang_menurut_nomor, pada_orang
from penilaian import tindakan_nilai as tindakan
from penilaian.columns.talenta import (
    KINERJA,
    KOTAK,
    PETUNJUK,
    POTENSIAL,
    TAHUN,
    TALENTA,
    TANGGAL,
)
from penilaian.kernel.talenta import periksa_kotak
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import KotakTalenta
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.lembar import Tabel

JUDUL = {"kinerja": KINERJA, "potensial": POTENSIAL, "kotak": KOTAK, "ditetapkan": TANGGAL}
_TAHUN_PERTAMA = 2018


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find the people, hold each box against its axes, compare with what is recorded."""
    k, orang = tetapan_penilaian(per=konteks.per), orang_menurut_nomor()
    semua = [*baca(tabel, konteks)]
    for baris in semua:
        _periksa_baris(baris, orang, k, konteks)
    tolak_ganda(semua, _kunci, kolom="NIP", kode="kotak_ganda", apa="Kotak orang dan tahun")
    hasil = Hasil()
    rencana: Rencana[KotakTalenta] = Rencana()
    terima = hitung(hasil, semua)
    rows = KotakTalenta.objects.order_by().filter(tahun__in={b.isi["tahun"] for b in terima})
    lama = {(satu.pegawai_id, satu.tahun): satu for satu in rows}
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    ada = kolom_ada(tabel) & set(JUDUL)
    for baris in terima:
        _bandingkan(hasil, rencana, baris, lama, nama, ada, konteks)
    hasil.muatan = rencana
    return hasil


def _periksa_baris(
    baris: BarisImpor, orang: Mapping[str, int], k: KetentuanPenilaian, konteks: Konteks
) -> None:
    baris.isi["pegawai"] = orang_dari(baris, orang, konteks)
    tahun, hari = baris.isi.get("tahun"), baris.isi.get("ditetapkan")
    if tahun is not None and not _TAHUN_PERTAMA <= tahun <= konteks.per.year:
        pesan = f"Tahun pemetaan {_TAHUN_PERTAMA} sampai {konteks.per.year}."
        baris.tolak(TAHUN, "tahun_tak_wajar", pesan)
    if hari is not None and hari > konteks.per:
        baris.tolak(TANGGAL, "tanggal_belum_lewat", "Tanggal penetapannya belum lewat.")
    elif hari is not None and tahun is not None and hari.year < tahun:
        baris.tolak(TANGGAL, "tanggal_mendahului", "Ditetapkan sebelum tahun pemetaannya.")
    baris.isi["bertentangan"] = False
    if baris.isi.get("kotak") is not None:
        banding = periksa_kotak(
            baris.isi["kotak"], baris.isi.get("kinerja") or "", baris.isi.get("potensial") or "", k
        )
        if banding.sepadan is False:
            baris.isi["bertentangan"] = True
            baris.ingatkan(KOTAK, "kotak_bertentangan", banding.kalimat)


def _kunci(baris: BarisImpor) -> tuple[int, int] | None:
    pegawai, tahun = baris.isi.get("pegawai"), baris.isi.get("tahun")
    return (pegawai, tahun) if pegawai and tahun else None


def _bandingkan(
    hasil: Hasil,
    rencana: Rencana[KotakTalenta],
    baris: BarisImpor,
    lama: Mapping[tuple[int, int], KotakTalenta],
    nama: Mapping[int, str],
    ada: set[str],
    konteks: Konteks,
) -> None:
    pegawai, tahun = baris.isi["pegawai"], baris.isi["tahun"]
    isi: dict[str, Any] = {kunci: baris.isi[kunci] or "" for kunci in ada}
    isi["bertentangan"] = baris.isi["bertentangan"]
    dulu = lama.get((pegawai, tahun))
    baru = None
    if dulu is None:
        baru = KotakTalenta(pegawai_id=pegawai, tahun=tahun, sumber=konteks.sumber, **isi)
    bandingkan(
        hasil, rencana, baris, lama=dulu, baru=baru, isi=isi, judul=JUDUL,
        kunci=baris.isi["nip"], nama=nama[pegawai],
    )  # fmt: skip


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the boxes. The trace of a new one names the year, not the box."""
    simpan(
        hasil.muatan, KotakTalenta, oleh=konteks.oleh, dicatat=tindakan.TALENTA_DICATAT,
        diubah=tindakan.TALENTA_DICATAT,
        objek=pada_orang(dict(Pegawai.objects.values_list("pk", "nama"))),
        sesudah=lambda satu: {"tahun": satu.tahun},
    )  # fmt: skip


IMPOR_TALENTA = JenisImpor(
    kode="talenta",
    label="Kotak talenta (SIMATA)",
    keterangan="Hasil pemetaan talenta: NIP, tahun, sumbu kinerja dan potensial, kotak, tanggal.",
    izin=Izin.KOMPETENSI_KELOLA,
    kolom=TALENTA,
    periksa=periksa,
    terapkan=terapkan,
    petunjuk=PETUNJUK,
    urutan=88,
)

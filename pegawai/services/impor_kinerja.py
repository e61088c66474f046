"""Kind ``kinerja``: the predicates of one year.

What contradicts the matrix is kept as printed and marked: the paper was signed, and only its signer
may mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jejak.catat import Objek
from organisasi.impor import Hasil, JenisImpor, Konteks
from organisasi.izin import Izin
from organisasi.selectors import semua_ketentuan
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
from pegawai import tindakan
from pegawai.columns import KINERJA
from pegawai.kernel.predikat import predikat
from pegawai.models import Pegawai, RiwayatKinerja
from pegawai.services.impor_orang import orang_menurut_nomor
from toolkit.lembar import Tabel
from toolkit.tabular import BerkasDitolak

JUDUL = {"hasil": "HASIL KERJA", "perilaku": "PERILAKU KERJA", "predikat": "PREDIKAT KINERJA"}
_TAHUN_PERTAMA = 2000


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find the people, judge each row against the matrix, compare with the register."""
    tahun = _tahun(konteks.parameter.get("tahun", ""), konteks.per)
    hasil = Hasil()
    semua = [*baca(tabel, konteks)]
    tolak_ganda(semua, lambda b: b.isi["nip"], kolom="NIP", kode="nip_ganda", apa="NIP")
    orang = orang_menurut_nomor()
    matriks = _matriks(tahun)
    for baris in semua:
        _periksa_baris(baris, orang, matriks)
    lama = {k.pegawai_id: k for k in RiwayatKinerja.objects.filter(tahun=tahun)}
    rencana: Rencana[RiwayatKinerja] = Rencana()
    ada_kolom = kolom_ada(tabel) & set(JUDUL)
    nama = dict(Pegawai.objects.values_list("pk", "nama"))
    for baris in hitung(hasil, semua):
        pegawai = orang[baris.isi["nip"]]
        isi: dict[str, Any] = {key: baris.isi[key] or "" for key in ada_kolom}
        isi["bertentangan"] = _bertentangan(baris, matriks) is not None
        ada = lama.get(pegawai)
        baru = None
        if ada is None:
            baru = RiwayatKinerja(pegawai_id=pegawai, tahun=tahun, sumber=konteks.sumber, **isi)
        bandingkan(
            hasil,
            rencana,
            baris,
            lama=ada,
            baru=baru,
            isi=isi,
            judul=JUDUL,
            kunci=baris.isi["nip"],
            nama=nama[pegawai],
        )
    hasil.muatan = rencana
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the predicates of the year; each leaves its trace on the person."""
    nama = dict(Pegawai.objects.values_list("pk", "nama"))

    def orang(kinerja: RiwayatKinerja) -> Objek:
        return Objek(
            Pegawai._meta.label_lower,
            str(kinerja.pegawai_id),
            f"{kinerja.tahun} {nama[kinerja.pegawai_id]}",
        )

    simpan(
        hasil.muatan,
        RiwayatKinerja,
        oleh=konteks.oleh,
        dicatat=tindakan.KINERJA_DICATAT,
        diubah=tindakan.KINERJA_DIUBAH,
        objek=orang,
        sesudah=lambda kinerja: {"predikat": kinerja.predikat},
    )


def _tahun(teks: str, per: date) -> int:
    if not str(teks).strip().isdigit():
        raise BerkasDitolak(
            "tahun_belum_diisi", "Sebutkan tahun penilaiannya: berkas kinerja tidak memuatnya."
        )
    tahun = int(teks)
    if not _TAHUN_PERTAMA <= tahun <= per.year:
        raise BerkasDitolak(
            "tahun_tak_wajar", f"Tahun penilaian {_TAHUN_PERTAMA} sampai {per.year}."
        )
    return tahun


def _matriks(tahun: int) -> Mapping[str, str]:
    """As in force at the end of the year; no year before PermenPANRB 6/2022 is judged by it."""
    matriks: Mapping[str, str] = semua_ketentuan(per=date(tahun, 12, 31)).get(
        "matriks_predikat", {}
    )
    return matriks


def _periksa_baris(baris: BarisImpor, orang: dict[str, int], matriks: Mapping[str, str]) -> None:
    if baris.ditolak:
        return
    if baris.isi["nip"] not in orang:
        baris.tolak("NIP", "nip_tidak_dikenal", "Tidak ada pegawai dengan NIP ini di register.")
        return
    menurut = _bertentangan(baris, matriks)
    if menurut is not None:
        pesan = (
            f"Menurut matriks PermenPANRB 6/2022 predikatnya {menurut}; "
            "disimpan seperti tertulis. Mintakan perbaikan kepada pejabat penilai."
        )
        baris.ingatkan("PREDIKAT KINERJA", "predikat_bertentangan", pesan)


def _bertentangan(baris: BarisImpor, matriks: Mapping[str, str]) -> str | None:
    """What the matrix says where something else is printed; None where they agree."""
    menurut = predikat(matriks, baris.isi.get("hasil") or "", baris.isi.get("perilaku") or "")
    return None if menurut == baris.isi["predikat"] else menurut


def _isi_templat() -> Iterator[Sequence[Any]]:
    """One row per person in service, to be filled in."""
    for nip in Pegawai.objects.tercatat().order_by("nip").values_list("nip", flat=True):
        yield nip, "", "", ""


IMPOR_KINERJA = JenisImpor(
    kode="kinerja",
    label="Kinerja tahunan",
    keterangan="Predikat kinerja satu tahun (NIP, HASIL KERJA, PERILAKU KERJA, PREDIKAT KINERJA).",
    izin=Izin.IMPOR_KINERJA,
    kolom=KINERJA,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    parameter=("tahun",),
    urutan=70,
)

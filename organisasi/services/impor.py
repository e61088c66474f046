"""The import machine: look at a file, apply its good rows, give the refused ones back.

Looking writes nothing. Applying reads the file again, because between the two somebody else may
have moved people: a preview is no promise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from jejak.catat import Objek, catat
from jejak.models import KepalaJejak
from organisasi import policies, tindakan
from organisasi.impor import Hasil, JenisImpor, Konteks, diam
from organisasi.models import Pengguna
from organisasi.models.pengguna import TEKNIS
from toolkit.lembar import Tabel
from toolkit.massal import segarkan_statistik
from toolkit.tabular import Column, Problem
from toolkit.xlsx import LembarTulis, baca_buku, lembar_ditolak, tulis_buku

_POTONG = 1 << 20
PETUNJUK = (
    Column("Bagian", "bagian", lebar=24),
    Column("Cara mengisi", "cara", lebar=100),
)


def _selesai(hasil: Hasil) -> None:
    """Nobody keeps anything about the file: the command line."""


def periksa_berkas(
    path: Path,
    jenis: JenisImpor,
    *,
    per: date,
    oleh: Pengguna,
    parameter: Mapping[str, str] | None = None,
    pemetaan: Mapping[str, str] | None = None,
    nama_berkas: str = "",
    kemajuan: Callable[[int, str], None] = diam,
) -> Hasil:
    """What the file would do if it were applied now.

    ``pemetaan`` matches headers of the file to ours ("" = leave out). Raises ``BerkasDitolak`` for
    a file that cannot be used at all, ``Refusal`` for an actor who may not bring this kind.
    """
    policies.mengimpor.check(jenis.izin, oleh)
    konteks = _konteks(path, per, oleh, parameter, nama_berkas, kemajuan)
    return _lihat(path, jenis, konteks, pemetaan)


def terapkan_berkas(
    path: Path,
    jenis: JenisImpor,
    *,
    per: date,
    oleh: Pengguna,
    parameter: Mapping[str, str] | None = None,
    pemetaan: Mapping[str, str] | None = None,
    nama_berkas: str = "",
    kemajuan: Callable[[int, str], None] = diam,
    impor_id: int | None = None,
    penutup: Callable[[Hasil], None] = _selesai,
) -> Hasil:
    """Look again and apply the good rows, all of them or none, with their traces.

    ``penutup`` runs last inside the transaction: what the caller keeps about the file stands or
    falls with its rows. ``kemajuan`` is called inside it too: what it writes shows only at the end,
    and an exception from it undoes everything.
    """
    policies.mengimpor.check(jenis.izin, oleh)
    konteks = _konteks(path, per, oleh, parameter, nama_berkas, kemajuan, impor_id)
    sebelum = _kepala()
    hasil = _lihat(path, jenis, konteks, pemetaan)
    # The last word before the transaction: inside it, on SQLite, nobody can write how far it is.
    konteks.kemajuan(60, "Menulis data")
    with transaction.atomic():
        bergiliran()
        # Every act leaves a trace: an unmoved head means that nothing was changed while we read.
        if _kepala() != sebelum:
            hasil = _lihat(path, jenis, konteks, pemetaan)
        jenis.terapkan(hasil, konteks)
        nomor = str(impor_id or konteks.sha256[:12])
        berkas = Objek("organisasi.impor", nomor, konteks.nama_berkas)
        catat(tindakan.IMPOR_DITERAPKAN, berkas, oleh=oleh, sesudah=_ringkasan(hasil))
        penutup(hasil)
        transaction.on_commit(segarkan_statistik)
    return hasil


def hasil_json(hasil: Hasil, *, diterapkan: bool) -> dict[str, Any]:
    """The result as commands, files and other systems read it (docs/antarmuka.md, section 3)."""
    konteks = konteks_dari(hasil)
    return {
        "jenis": hasil.jenis,
        "berkas": konteks.nama_berkas,
        "sha256": konteks.sha256,
        "per": konteks.per.isoformat(),
        "diterapkan": diterapkan,
        **_jumlah(hasil),
        "perubahan": dict(sorted(hasil.perubahan.items())),
        "galat": [masalah.as_dict() for masalah in hasil.galat],
        "peringatan": [masalah.as_dict() for masalah in hasil.peringatan],
        "kolom_hilang": hasil.kolom_hilang,
        "kolom_asing": hasil.kolom_asing,
        "catatan": hasil.catatan,
    }


def refused_workbook(
    hasil: Hasil,
    path: Path,
    jenis: JenisImpor,
    tujuan: Path,
    *,
    pemetaan: Mapping[str, str] | None = None,
) -> int:
    """The refused rows as a workbook, reasons beside them; mended, it can be imported as it is."""
    per_baris: dict[int, list[Problem]] = {}
    for masalah in hasil.galat:
        per_baris.setdefault(masalah.baris, []).append(masalah)
    with baca_buku(path, nama=konteks_dari(hasil).nama_berkas) as buku:
        tabel = jenis.tabel(buku, pemetaan)
        ditolak = (
            (baris.nilai, per_baris[baris.nomor])
            for baris in tabel.baris()
            if baris.nomor in per_baris
        )
        tulis_buku(tujuan, [lembar_ditolak(tabel, ditolak)])
    return len(per_baris)


def tulis_templat(jenis: JenisImpor, tujuan: Path, *, oleh: Pengguna | None = None) -> int:
    """Our own template, prefilled where data exist; returns how many rows it carries.

    ``oleh``: for whom it is; a kind bound by reach shows nobody more than he may bring.
    """
    untuk = jenis.isi_templat_untuk
    baris = list(jenis.isi_templat() if untuk is None or oleh is None else untuk(oleh))
    kolom = jenis.templat or jenis.kolom
    lembar = [LembarTulis(jenis.kode, kolom, baris)]
    if jenis.petunjuk:
        lembar.append(LembarTulis("Petunjuk", PETUNJUK, jenis.petunjuk))
    tulis_buku(tujuan, lembar)
    return len(baris)


def sha256_berkas(path: Path) -> str:
    """The fingerprint of a file, read in pieces."""
    sidik = hashlib.sha256()
    with path.open("rb") as berkas:
        while potong := berkas.read(_POTONG):
            sidik.update(potong)
    return sidik.hexdigest()


def _konteks(
    path: Path,
    per: date,
    oleh: Pengguna,
    parameter: Mapping[str, str] | None,
    nama_berkas: str,
    kemajuan: Callable[[int, str], None],
    impor_id: int | None = None,
) -> Konteks:
    return Konteks(
        per=per,
        oleh=oleh,
        nama_berkas=nama_berkas or path.name,
        sha256=sha256_berkas(path),
        parameter=dict(parameter or {}),
        kemajuan=kemajuan,
        impor_id=impor_id,
    )


def _lihat(
    path: Path, jenis: JenisImpor, konteks: Konteks, pemetaan: Mapping[str, str] | None
) -> Hasil:
    konteks.kemajuan(0, "Membuka berkas")
    with baca_buku(path, nama=konteks.nama_berkas) as buku:
        tabel = jenis.tabel(buku, pemetaan)
        hasil = jenis.periksa(tabel, konteks)
    hasil.jenis = jenis.kode
    hasil.konteks = konteks
    _sebut_kolom(hasil, tabel, jenis)
    hasil.galat.sort(key=lambda masalah: masalah.baris)
    hasil.peringatan.sort(key=lambda masalah: masalah.baris)
    return hasil


def _sebut_kolom(hasil: Hasil, tabel: Tabel, jenis: JenisImpor) -> None:
    cocok = set(tabel.kecocokan.cocok)
    susunan = max(jenis.susunan or (jenis.kolom,), key=lambda s: len(cocok & {k.header for k in s}))
    hasil.kolom_hilang = [kolom.header for kolom in susunan if kolom.header not in cocok]
    hasil.kolom_asing = list(tabel.kecocokan.asing)
    if tabel.baris_kepala > 1:
        hasil.catatan.append(f"Kepala tabel ditemukan di baris {tabel.baris_kepala}.")
    if tabel.lembar_lain:
        hasil.catatan.append(
            f"Yang dibaca hanya lembar {tabel.lembar.nama}; lembar lain dengan kepala serupa: "
            f"{', '.join(tabel.lembar_lain)}."
        )


def _kepala() -> int:
    """How far the trail has come; it moves with every act."""
    return KepalaJejak.objects.values_list("urutan", flat=True).first() or 0


def bergiliran() -> None:
    """One import at a time, and no change of the structure beside it.

    The technical account's row serves as the turnstile: it always exists. SQLite needs none: a
    writing transaction there is alone from its first statement.
    """
    Pengguna.objects.select_for_update(no_key=True).filter(nama_pengguna=TEKNIS).first()


def konteks_dari(hasil: Hasil) -> Konteks:
    """Of a result that the machine made."""
    if hasil.konteks is None:
        raise ValueError("Hasil ini tidak berasal dari mesin impor.")
    return hasil.konteks


def _jumlah(hasil: Hasil) -> dict[str, int]:
    return {
        nama: getattr(hasil, nama)
        for nama in ("baris", "diterima", "ditolak", "baru", "berubah", "sama", "keluar")
    }


def _ringkasan(hasil: Hasil) -> dict[str, Any]:
    konteks = konteks_dari(hasil)
    return {
        "jenis": hasil.jenis,
        "sha256": konteks.sha256,
        "per": konteks.per,
        "parameter": dict(konteks.parameter),
        **_jumlah(hasil),
    }

"""Acts on an office's own needs sheet: read it, match its rows again, apply it, throw it away."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.impor import sha256_berkas
from organisasi.services.impor_berkas import MAKS_UKURAN
from penilaian import tindakan
from penilaian.kernel.lembar_abk import Macam, Terbaca
from penilaian.kernel.lembar_kata import KEPALA_UNIT, PEMISAH
from penilaian.kernel.lembar_pola import Pola, huruf_kolom
from penilaian.models import BarisLembar, KeadaanBaris, LembarAbk, StatusLembar
from penilaian.policies import lembar as policies
from penilaian.selectors import lembar as selectors
from penilaian.selectors.lembar_cocok import Pencocok
from penilaian.services.lembar_baca import (
    Bacaan,
    TabelLembar,
    baca_isi,
    buka_lembar,
    pola_tersimpan,
)
from penilaian.services.lembar_tulis import tulis_posisi
from penilaian.services.padanan import Dasar, Keputusan, kunci_padanan, tetapkan_banyak
from toolkit.massal import perbarui, sisipkan
from toolkit.policy import Refusal
from toolkit.tabular import BerkasDitolak, Problem, tampil
from toolkit.xlsx import baca_buku

_KOLOM = ("lembar", "nomor", "macam", "bagian", "teks_unit", "teks_jabatan", "bezetting",
          "kebutuhan", "unit", "jabatan", "keadaan")  # fmt: skip
_MAKS_NAMA_UNIT = 120  # four levels fit the column
_MAKS_RUSAK = 200


def baca_lembar(berkas: File[bytes], *, per: date, nama_berkas: str, oleh: Pengguna) -> LembarAbk:
    """Keep the workbook, read its needs sheet as proposed or as remembered, match its rows.

    Nothing is written into the needs. ``per`` is the day the workbook speaks for.
    """
    policies.baca.check(oleh)
    if berkas.size > MAKS_UKURAN:
        raise Refusal("Berkas lebih besar dari 50 MB. Bagi menjadi beberapa berkas.")
    lembar = LembarAbk(
        nama_berkas=nama_berkas.replace("\\", "/").rsplit("/", 1)[-1][:255],
        per=per,
        dibaca_pada=timezone.now(),
        dibaca_oleh=oleh,
    )
    lembar.berkas.save(secrets.token_hex(16), berkas, save=False)
    path = Path(lembar.berkas.path)
    try:
        lembar.sha256 = sha256_berkas(path)
        _baca_ke(lembar, path, None, oleh)
    except BaseException:
        lembar.berkas.storage.delete(str(lembar.berkas.name))
        raise
    return lembar


@transaction.atomic
def baca_ulang(lembar_id: int, *, pola: Pola, oleh: Pengguna) -> LembarAbk:
    """Read the kept workbook another way."""
    lembar = _terkunci(lembar_id)
    policies.ubah_pola.check(lembar, oleh)
    _baca_ke(lembar, Path(lembar.berkas.path), pola, oleh)
    return lembar


@transaction.atomic
def cocokkan_ulang(lembar_id: int, *, oleh: Pengguna) -> int:
    """Match the rows with the decisions and the tree of now; returns how many changed."""
    lembar = _terkunci(lembar_id)
    policies.terbuka.check(lembar, oleh)
    return _cocokkan(lembar)


@dataclass(frozen=True)
class Diputus:
    """How many names were decided, what was refused, how many rows are something else now."""

    banyak: int
    tolak: list[Refusal]
    baris: int


@transaction.atomic
def putuskan_nama(
    lembar_id: int, semua: Sequence[Keputusan], *, per: date, alasan: str, oleh: Pengguna
) -> Diputus:
    """Decide what names of the sheet are, all at once, and match its rows with it."""
    lembar = _terkunci(lembar_id)
    policies.terbuka.check(lembar, oleh)
    hasil = tetapkan_banyak(semua, dasar=Dasar(per=per, oleh=oleh, alasan=alasan))
    baris = _cocokkan(lembar)
    tolak = [h.tolak for h in hasil if h.tolak is not None]
    return Diputus(len(hasil) - len(tolak), tolak, baris)


@transaction.atomic
def terapkan_lembar(lembar_id: int, *, oleh: Pengguna) -> LembarAbk:
    """Write the needs of the matched rows, made posts included; the remainder stays listed."""
    lembar = _terkunci(lembar_id)
    kunci_padanan()
    _cocokkan(lembar)
    butuh = selectors.kebutuhan_lembar(lembar)
    policies.terapkan.check(lembar, len(butuh), oleh)
    akibat = selectors.akibat(butuh, lembar.per)
    tulis_posisi(akibat, per=lembar.per, dasar=dasar(lembar), oleh=oleh)
    catat_penerapan(lembar, akibat, oleh=oleh)
    _lepas_berkas(lembar)
    return lembar


@transaction.atomic
def buang_lembar(lembar_id: int, *, oleh: Pengguna) -> LembarAbk:
    """Throw the sheet away with its rows and its file; its name and its hash stay."""
    lembar = _terkunci(lembar_id)
    policies.buang.check(lembar, oleh)
    lembar.status = StatusLembar.DIBUANG
    lembar.save(update_fields=["status"])
    lembar.baris.all().delete()
    _lepas_berkas(lembar)
    catat(tindakan.LEMBAR_DIBUANG, lembar, oleh=oleh, sesudah={"sha256": lembar.sha256})
    return lembar


def simpan_bacaan(
    lembar: LembarAbk, tabel: TabelLembar, bacaan: Bacaan, *, pencocok: Pencocok, oleh: Pengguna
) -> None:
    """Write the sheet and its rows; called inside the transaction of an act."""
    lembar.lembar = tabel.lembar.nama[:60]
    lembar.pola = pola_tersimpan(tabel)
    lembar.pernyataan = _pernyataan(tabel, bacaan)
    lembar.save()
    lembar.baris.all().delete()
    sisipkan(BarisLembar, _KOLOM, _baris(lembar, bacaan.baris, pencocok))
    kursi = sum(b.kebutuhan or 0 for b in bacaan.posisi)
    catat(
        tindakan.LEMBAR_DIBACA, lembar, oleh=oleh,
        sesudah={"sha256": lembar.sha256, "per": lembar.per, "lembar": lembar.lembar,
                 "pola": tabel.pola.sebagai_json(), "baris": len(bacaan.baris),
                 "kursi": str(kursi)},
    )  # fmt: skip


def catat_penerapan(lembar: LembarAbk, akibat: selectors.Akibat, *, oleh: Pengguna) -> None:
    """Mark the sheet as applied, with its trace; called inside the transaction of an act."""
    neraca = selectors.neraca_lembar(lembar).jumlah
    lembar.status = StatusLembar.DITERAPKAN
    lembar.diterapkan_pada, lembar.diterapkan_oleh = timezone.now(), oleh
    lembar.save(update_fields=["status", "diterapkan_pada", "diterapkan_oleh"])
    catat(
        tindakan.LEMBAR_DITERAPKAN, lembar, oleh=oleh,
        sesudah={"baru": len(akibat.baru), "berubah": len(akibat.berubah),
                 "sama": len(akibat.sama), "kursi": str(neraca.lembar),
                 "cocok": str(neraca.cocok), "sisa": str(neraca.sisa)},
    )  # fmt: skip


def jalur_kursi(bacaan: Bacaan) -> list[tuple[str, ...]]:
    """The paths of the heads' seats that a sheet states."""
    return [_terpotong(b.jalur) for b in bacaan.posisi if b.kursi and b.kebutuhan is not None]


def dasar(lembar: LembarAbk) -> str:
    """How a need names what it stands on: workbook, sheet and day."""
    return f"{lembar.nama_berkas[:120]}, lembar {lembar.lembar}, keadaan {lembar.per:%d-%m-%Y}"


def _terpotong(jalur: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(nama[:_MAKS_NAMA_UNIT] for nama in jalur)


def _terkunci(lembar_id: int) -> LembarAbk:
    return LembarAbk.objects.select_for_update(of=("self",)).get(pk=lembar_id)


@transaction.atomic
def _baca_ke(lembar: LembarAbk, path: Path, pola: Pola | None, oleh: Pengguna) -> None:
    try:
        with baca_buku(path, nama=lembar.nama_berkas) as buku:
            tabel = buka_lembar(buku, pola)
            bacaan = baca_isi(tabel)
    except BerkasDitolak as galat:
        raise Refusal(galat.pesan, kode=galat.kode) from galat
    pencocok = Pencocok(per=lembar.per, kursi=jalur_kursi(bacaan))
    simpan_bacaan(lembar, tabel, bacaan, pencocok=pencocok, oleh=oleh)


def _baris(
    lembar: LembarAbk, semua: Iterable[Terbaca], pencocok: Pencocok
) -> Iterable[Sequence[Any]]:
    for satu in semua:
        jalur = _terpotong(satu.jalur)
        unit = jabatan = None
        keadaan = ""
        if satu.macam is Macam.POSISI:
            unit, jabatan, keadaan = pencocok.cocokkan(
                jalur, satu.teks, kursi=satu.kursi, rusak=satu.rusak
            )
        bezetting = None if satu.bezetting is None else int(satu.bezetting)
        teks = PEMISAH.join(jalur)[:500]
        yield (lembar.pk, satu.nomor, satu.macam.value, satu.bagian, teks, satu.teks[:500],
               bezetting, satu.kebutuhan, unit, jabatan, str(keadaan))  # fmt: skip


def _pernyataan(tabel: TabelLembar, bacaan: Bacaan) -> list[dict[str, Any]]:
    """Totals the workbook states, then cells whose seats cannot be used (the first ones)."""
    jumlah = [
        {"macam": "jumlah", "lembar": p.lembar, "sel": p.sel, "sebutan": p.sebutan[:300],
         "nilai": f"{p.nilai:g}" if abs(p.nilai) < 1e6 else str(int(p.nilai))}
        for p in tabel.pernyataan
    ]  # fmt: skip
    rusak = {b.nomor for b in bacaan.posisi if b.rusak}
    cela = [m for m in bacaan.masalah if m.baris in rusak and m.tingkat == "tolak"]
    return jumlah + [_sel(tabel, m) for m in cela[:_MAKS_RUSAK]]


def _sel(tabel: TabelLembar, masalah: Problem) -> dict[str, Any]:
    huruf = {k.header: i for i, k in tabel.posisi.items()}
    kolom = huruf_kolom(huruf[masalah.kolom]) if masalah.kolom in huruf else ""
    return {
        "macam": "sel",
        "sel": f"{kolom}{masalah.baris}",
        "nilai": tampil(masalah.nilai),
        "pesan": masalah.pesan,
        "kode": masalah.kode,
    }


def _cocokkan(lembar: LembarAbk) -> int:
    rows = list(
        lembar.baris.posisi()
        .order_by("nomor")
        .values_list(
            "pk", "bagian", "teks_unit", "teks_jabatan", "kebutuhan", "unit", "jabatan", "keadaan"
        )
    )
    kursi = [selectors.jalur(r[2]) for r in rows if r[1] == KEPALA_UNIT and r[4] is not None]
    pencocok = Pencocok(per=lembar.per, kursi=kursi)
    berubah = []
    for pk, bagian, teks_unit, teks, _, unit, jabatan, keadaan in rows:
        baru = pencocok.cocokkan(
            selectors.jalur(teks_unit), teks,
            kursi=bagian == KEPALA_UNIT, rusak=keadaan == KeadaanBaris.SISA_ANGKA,
        )  # fmt: skip
        if baru != (unit, jabatan, keadaan):
            berubah.append((pk, baru.unit, baru.jabatan, baru.keadaan.value))
    return perbarui(BarisLembar, ("unit", "jabatan", "keadaan"), berubah)


def _lepas_berkas(lembar: LembarAbk) -> None:
    if not lembar.berkas:
        return
    nama, simpanan = str(lembar.berkas.name), lembar.berkas.storage
    lembar.berkas.name = ""
    lembar.save(update_fields=["berkas"])
    transaction.on_commit(lambda: simpanan.delete(nama))

"""The real workbook of an office: every seat matched or listed, the matching remembered."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from pegawai.models import MacamPadanan
from penilaian.models import LembarAbk
from penilaian.selectors import lembar as reads
from penilaian.selectors.lembar_layar import antrean
from penilaian.services import lembar as acts
from penilaian.services.lembar_baca import baca_isi, buka_lembar
from penilaian.services.padanan import Keputusan
from tests.helpers.berkas_impor import HARI_INI, jumlah, periksa, sistem, terapkan
from tests.helpers.bersama import SHARED, perlu_bersama
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baca_buku, tulis_buku

pytestmark = [pytest.mark.django_db, perlu_bersama]

NYATA = SHARED / "data" / "nyata"
BUKU = NYATA / "abk_rekap_proyeksi_5th.xlsx"
FORMULIR = "PROYEKSI KEBUTUHAN 5 TAHUN"
KURSI = Decimal(5767)
_TERBANYAK = 40  # names decided per screen, most seats first


@pytest.fixture
def acuan() -> None:
    """The hierarchy and the three references of the same office."""
    for kode, nama in (
        ("unor", "HierarkiUnor"),
        ("jabatan-struktural", "Referensi-Jabatan-Struktural"),
        ("jabatan-fungsional", "Referensi-Jabatan-Fungsional"),
        ("jabatan-pelaksana", "Referensi-Jabatan-Pelaksana"),
    ):
        terapkan(kode, NYATA / f"{nama}.xlsx")


def _seimbang(lembar: LembarAbk, kursi: Decimal) -> Decimal:
    """The balance holds in all and by section; returns the matched seats."""
    neraca = reads.neraca_lembar(lembar)
    assert neraca.jumlah.lembar == kursi
    assert sum(b.kursi.lembar for b in neraca.bagian) == kursi
    for b in [*(b.kursi for b in neraca.bagian), neraca.jumlah]:
        assert b.lembar == b.cocok + b.sisa
    return neraca.jumlah.cocok


def _putuskan_semua(lembar: LembarAbk) -> None:
    """Decide as a hurried person would: the first proposal, near or not."""
    for macam in ("unit", "unit", "nama"):
        layar = antrean(lembar, sistem(), macam, QueryDict())
        terbanyak = layar.semua[:_TERBANYAK]
        layar.usulkan(terbanyak)
        keputusan = [
            Keputusan(
                MacamPadanan(macam), m.teks, skor=m.usulan[0].skor,
                **_sasaran(m.usulan[0].sasaran),
            )
            for m in terbanyak
            if m.usulan
        ]  # fmt: skip
        acts.putuskan_nama(lembar.pk, keputusan, per=HARI_INI, alasan="uji", oleh=sistem())


def _sasaran(kata: str) -> dict[str, Any]:
    if kata.startswith("kelompok:"):
        return {"rumpun": kata.removeprefix("kelompok:")}
    return {"ke_id": int(kata)}


def _salinan(path: Path) -> Path:
    """The same sheet a year later, written anew: one need changed, one row gone, two added."""
    with baca_buku(BUKU) as buku:
        lembar = next(satu for satu in buku.lembar if satu.nama == FORMULIR)
        baris = [[*nilai] for _, nilai in lembar.baris()]
    kelompok = {n[1]: i for i, n in enumerate(baris)}
    baris[kelompok["Guru TK"]][3] = 50.0
    del baris[kelompok["GURU TIK"]]
    baris += [["", "ANALIS JABATAN ANTAH", "", 3.0], ["", "GURU TK", "", 1.0]]
    kolom = [Column(f"K{i}", f"k{i}") for i in range(max(map(len, baris)))]
    tulis_buku(path, [LembarTulis(FORMULIR, kolom, baris)])
    return path


def test_every_seat_is_matched_or_listed_and_the_matching_is_remembered(
    acuan: None, tmp_path: Path
) -> None:
    hasil = terapkan("lembar-abk", BUKU)
    lembar = LembarAbk.objects.get()
    assert hasil.diterima + hasil.ditolak == hasil.baris == 2320
    awal = _seimbang(lembar, KURSI)
    assert awal > 1400  # equal names alone, before anybody decided anything
    assert [(p["lembar"], p["sel"], p["nilai"]) for p in lembar.pernyataan] == [
        ("PROFIL DAERAH", "E24", "3046"),
        ("REKAP PEGAWAI", "AA11", "3417"),
        (FORMULIR, "D10", "5418"),
    ]

    _putuskan_semua(lembar)
    cocok = _seimbang(lembar, KURSI)
    assert cocok > 2 * awal
    acts.terapkan_lembar(lembar.pk, oleh=sistem())
    kedua = periksa("lembar-abk", BUKU)
    assert jumlah(kedua)[2:4] == (0, 0)
    ketiga = terapkan("lembar-abk", _salinan(tmp_path / "salinan.xlsx"))
    salinan = LembarAbk.objects.latest("pk")
    guru = Decimal(50 - 44 - 2 + 3 + 1)
    _seimbang(salinan, KURSI + guru)
    # The new name waits; everything decided for the first file holds for its copy.
    lama, baru = _arti(lembar), _arti(salinan)
    assert {kunci: lama[kunci] for kunci in baru if kunci in lama} == {
        kunci: arti for kunci, arti in baru.items() if kunci in lama
    }
    assert {nama for _, nama in baru.keys() - lama.keys()} == {"ANALIS JABATAN ANTAH", "GURU TK"}
    assert ketiga.ditolak + ketiga.baru + ketiga.berubah + ketiga.sama == ketiga.baris


def _arti(lembar: LembarAbk) -> dict[tuple[str, str], set[tuple[object, ...]]]:
    """What each name in each unit was matched to."""
    arti: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    rows = reads.baris_lembar(lembar).values_list("teks_unit", "teks_jabatan", "unit", "jabatan")
    for unit, nama, *isi in rows:
        arti.setdefault((unit, nama), set()).add(tuple(isi))
    return arti


def test_the_sheet_is_read_row_by_row_without_a_loss() -> None:
    with baca_buku(BUKU) as buku:
        tabel = buka_lembar(buku)
        bacaan = baca_isi(tabel)
        lembar = next(satu for satu in buku.lembar if satu.nama == FORMULIR)
        kolom = {n: nilai[3] for n, nilai in lembar.baris() if n > 10 and len(nilai) > 3}
    assert (tabel.pola.lembar, tabel.pola.baris_pertama) == (FORMULIR, 10)
    assert (tabel.pola.nama, tabel.pola.bezetting, tabel.pola.kebutuhan) == ("B", "C", "D")
    terbaca = {b.nomor: b.kebutuhan for b in bacaan.posisi if b.kebutuhan is not None}
    assert terbaca == {n: Decimal(int(v)) for n, v in kolom.items() if isinstance(v, float)}
    assert sum(b.bezetting or 0 for b in bacaan.posisi) == 5015

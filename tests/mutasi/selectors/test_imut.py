"""The export: ids of SIASN from the register, a workbook and a text of the same rows."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jejak import akses
from mutasi.kernel.imut import NAMA_KOLOM, baris_imut
from mutasi.selectors.imut import BarisPindah, pindahan_imut
from mutasi.services.imut_buku import buku_imut
from organisasi.izin import Peran
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.mutasi.dunia_calon import HARI, dunia
from toolkit.xlsx import baca_buku

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
TMT = date(2026, 7, 1)


@pytest.fixture
def kantor() -> dict[str, Any]:
    semua = dunia()
    siapa = semua["naik"]
    siapa.pns_id = "PNS1"
    siapa.siasn = {"INSTANSI KERJA ID": "INS", "SATUAN KERJA KERJA ID": "SATKER"}
    siapa.save()
    return semua


def test_ids_come_from_the_register_and_local_ones_stay_out(kantor: dict[str, Any]) -> None:
    naik, kursi = kantor["naik"], kantor["kursi"]
    baru = org.unit("Seksi Baru", induk=kantor["bidang"], siasn_id="serasi-1")
    guru = peg.jabatan("Guru Ahli Pertama", jenjang="PT", rumpun="Guru", siasn_id="F" * 32)
    lokal = peg.formasi(baru, guru)
    satu, dua = pindahan_imut(
        [BarisPindah(naik.pk, naik.formasi_id, kursi.pk, TMT),
         BarisPindah(0, None, kursi.pk, TMT),
         BarisPindah(naik.pk, naik.formasi_id, lokal.pk, TMT, penugasan="PLT")]
    )  # fmt: skip

    assert (satu.pns_id, satu.instansi_id, satu.satuan_kerja_id) == ("PNS1", "INS", "SATKER")
    assert (satu.tujuan.unor_id, satu.tujuan.jabatan_id) == (kursi.unit.siasn_id, "")
    assert satu.wajib_lantik is True
    assert (dua.tujuan.unor_id, dua.tujuan.jabatan_id) == ("", lokal.jabatan.siasn_id)
    assert dua.wajib_lantik is False  # an acting head is not inaugurated
    assert "unor tujuan tidak ada di SIASN" in baris_imut(dua, sesudah_sk=False).catatan
    luar = pindahan_imut([BarisPindah(naik.pk, naik.formasi_id, None, TMT)])
    assert luar[0].tujuan.unor_id == ""


def test_rows_cost_three_queries(kantor: dict[str, Any]) -> None:
    rows = [BarisPindah(kantor[n].pk, kantor[n].formasi_id, kantor["kursi"].pk, TMT)
            for n in ("setara", "baru", "naik", "buruk")]  # fmt: skip
    with CaptureQueriesContext(connection) as catatan:
        assert len(pindahan_imut(rows)) == 4

    assert len(catatan) == 3


@pytest.mark.parametrize("bentuk", ["xlsx", "csv"])
def test_both_files_hold_the_same_text_and_the_log_says_who_took_them(
    kantor: dict[str, Any], bentuk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    diambil: list[dict[str, Any]] = []
    monkeypatch.setattr(akses, "lihat_ekspor", lambda **isi: diambil.append(isi))
    naik = kantor["naik"]
    naik.nama = "=NAIK"
    naik.save()
    isi = BarisPindah(naik.pk, naik.formasi_id, kantor["kursi"].pk, TMT, "821/1", HARI)
    baris = [baris_imut(p, sesudah_sk=True) for p in pindahan_imut([isi])]

    jawaban = buku_imut(
        baris, oleh=org.pengguna(Peran.ANALIS_BKD), per=HARI, nama="B-2026-0001", bentuk=bentuk
    )
    mentah = jawaban.getvalue()
    jawaban.close()

    if bentuk == "csv":
        kepala, sel = csv.reader(io.StringIO(mentah.decode("utf-8-sig")), delimiter=";")
        assert sel[1] == "'=NAIK"
    else:
        lembar = baca_buku(io.BytesIO(mentah)).lembar[0]
        kepala, sel = (list(map(str, b)) for _, b in lembar.baris())
        assert sel[1] == "=NAIK"
    assert tuple(kepala) == NAMA_KOLOM
    terbaca = dict(zip(kepala, sel, strict=False))
    assert (terbaca["nip"], terbaca["tmtJabatan"]) == (naik.nip, "01-07-2026")
    assert "tanggal pelantikan belum ada" in terbaca["catatan"]
    assert (diambil[0]["apa"], diambil[0]["jumlah"]) == ("ekspor I-MUT", 1)
    assert jawaban.filename == f"imut-B-2026-0001-2026-06-01.{bentuk}"

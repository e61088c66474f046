"""Excerpts by the hundred: one by one, and bundled per OPD with the list it signs."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from mutasi.kernel.naskah.beku import kanonik, sidik
from mutasi.services import naskah_petikan
from mutasi.services.naskah_pdf import Wujud, petikan_pdf
from mutasi.services.naskah_petikan import PetikanBeku, bundel_petikan, tanda_terima
from tests.helpers.pdf import cacat_pdfa, halaman_teks, kode_pada
from tests.mutasi.naskah import contoh

FINAL = Wujud(draf=False)


def beku(banyak: int) -> list[PetikanBeku]:
    k = contoh.keputusan(banyak)
    return [
        PetikanBeku(kanonik(contoh.petikan(k, n)), f"https://serasi.contoh.go.id/p/{n:032x}")
        for n in range(1, banyak + 1)
    ]


def bundel(daftar: list[PetikanBeku]) -> tuple[bytes, list[int]]:
    berkas, maju = BytesIO(), list[int]()
    jumlah = bundel_petikan(daftar, FINAL, berkas, penyerah=contoh.KEPALA, kemajuan=maju.append)
    assert jumlah == len(daftar)
    return berkas.getvalue(), maju


def test_each_person_gets_one_page_with_his_row_the_decrees_hash_and_his_own_code() -> None:
    daftar = beku(8)
    pdf = [petikan_pdf([satu.teks], FINAL, urls=[satu.url]).isi for satu in daftar]

    assert len(pdf) == 8
    for n, (isi, satu) in enumerate(zip(pdf, daftar, strict=True), 1):
        (halaman,) = halaman_teks(isi)
        assert contoh.nip(n) in halaman
        assert sidik(kanonik(contoh.keputusan(8))) in halaman
        assert sidik(satu.teks) in halaman
        assert "Petikan ini sesuai dengan aslinya" in halaman
        assert "ttd." in halaman
    assert contoh.nip(2) not in halaman_teks(pdf[0])[0]
    assert cacat_pdfa(pdf[6]) == []
    assert kode_pada(pdf[6]) == {daftar[6].url}


def test_a_bundle_holds_per_opd_its_excerpts_and_the_list_it_signs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(naskah_petikan, "GABUNG_MAKS", 2)
    daftar = beku(12)
    isi, maju = bundel(daftar)

    with ZipFile(BytesIO(isi)) as arsip:
        nama = arsip.namelist()
        folder = sorted({satu.split("/")[0] for satu in nama})
        terima = halaman_teks(arsip.read(f"{folder[0]}/tanda-terima.pdf"))[0]
        gabung = arsip.read(f"{folder[0]}/petikan-1.pdf")
        satu, dua = halaman_teks(gabung)
    assert len(folder) == 4
    assert len(nama) == 4 * (2 + 1)
    assert maju[-1] == 12
    assert maju == sorted(maju)
    assert "Halaman 1 dari 1" in satu
    assert "Halaman 1 dari 1" in dua
    milik = [n for n in range(1, 13) if contoh.baris(n).opd == sorted(contoh.DINAS)[0]]
    assert cacat_pdfa(gabung) == []
    assert [kode_pada(gabung, n) for n in (0, 1)] == [{daftar[n - 1].url} for n in milik[:2]]
    for n in milik:
        assert contoh.nip(n) in terima
        assert sidik(daftar[n - 1].teks) in terima.replace(" ", "")
    assert bundel(daftar)[0] == isi


def test_two_decrees_are_signed_for_on_two_lists() -> None:
    k = contoh.keputusan(4)
    lain = replace(k, nomor="821.2/18/2026")
    milik = [PetikanBeku(kanonik(contoh.petikan(satu, n))) for satu in (lain, k) for n in (2, 1)]

    daftar = list(tanda_terima(milik, opd="Dinas", penyerah=contoh.KEPALA))

    assert [d.keputusan.nomor for d in daftar] == ["821.2/17/2026", "821.2/18/2026"]
    assert [b.nip for b in daftar[0].baris] == [contoh.nip(1), contoh.nip(2)]
    assert bundel(milik)[0]


def test_only_excerpts_are_bundled() -> None:
    with pytest.raises(TypeError, match="ralat is no petikan"):
        bundel([PetikanBeku(kanonik(contoh.ralat()))])


@pytest.mark.panjang
def test_300_excerpts_take_less_than_a_minute() -> None:
    daftar = beku(300)
    awal = time.perf_counter()

    assert bundel(daftar)[1][-1] == 300
    assert time.perf_counter() - awal < 60

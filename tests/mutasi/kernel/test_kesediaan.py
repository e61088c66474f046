"""Consent: four answers, silence that is none, a talk before a second answer, five grounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mutasi.kernel.kesediaan import (
    SEBUTAN_ALASAN,
    SEBUTAN_JAWABAN,
    Alasan,
    Dialog,
    Jawaban,
    Keadaan,
    Permintaan,
    Pernyataan,
    boleh_lanjut,
    keadaan,
    kesalahan_jawaban,
)
from mutasi.kernel.kesediaan_dasar import (
    HUKUM_DASAR,
    JUDUL_DASAR,
    DasarSepihak,
    Fakta,
    KodeDasar,
    periksa_dasar,
)
from penilaian.kernel.perkara import Hukuman
from penilaian.kernel.putusan import Hasil, Penyedia

PER, TMT = date(2026, 6, 10), date(2026, 7, 1)
MINTA = Permintaan(versi=2, batas=date(2026, 6, 8))
FAKTA = Fakta(
    tmt=TMT, maks_bulan_jabatan=60, min_huruf_alasan=30, tmt_jabatan=date(2020, 3, 1), butuh=2,
    isi=1, hukuman=(), asal_berakhir=False,
)  # fmt: skip
K1 = DasarSepihak(KodeDasar.K1)
K5 = DasarSepihak(KodeDasar.K5, nomor="800/12", tanggal=date(2026, 6, 1), oleh_ppk=True)


def jawab(
    jawaban: Jawaban, alasan: Alasan | None = None, *, pada: date = date(2026, 6, 3),
    versi: int = 2, sampai: date | None = None, dialog: Dialog | None = None,
) -> Pernyataan:  # fmt: skip
    return Pernyataan(jawaban, pada, versi, sampai, alasan, dialog)


@pytest.mark.parametrize("jawaban", [Jawaban.INGIN, Jawaban.BERSEDIA])
def test_consent_lets_the_case_go_on_and_is_not_counted(jawaban: Jawaban) -> None:
    hasil = boleh_lanjut([jawab(jawaban)], MINTA, None, FAKTA, per=PER)

    assert (hasil.boleh, hasil.sepihak) == (True, False)
    assert hasil.bunyi == "Pegawai menyatakan setuju."


@pytest.mark.parametrize(
    ("semua", "kini", "kalimat", "obat"),
    [
        ([], Keadaan.DIAM, "diam bukan persetujuan", "Minta jawabannya sekali lagi"),
        ([jawab(Jawaban.NETRAL)], Keadaan.NETRAL, "tidak menyatakan setuju", "Tanyakan"),
        ([jawab(Jawaban.KEBERATAN, Alasan.JARAK)], Keadaan.KEBERATAN, "keberatan", "jabatan lain"),
        ([jawab(Jawaban.BERSEDIA, sampai=date(2026, 6, 9))], Keadaan.KEDALUWARSA, "lewat masa",
         "Minta pernyataan baru"),
        ([jawab(Jawaban.INGIN, versi=1)], Keadaan.BERUBAH, "berubah", "Beritahukan perubahannya"),
    ],
)  # fmt: skip
def test_whatever_is_not_consent_needs_a_named_ground_and_is_counted(
    semua: list[Pernyataan], kini: Keadaan, kalimat: str, obat: str
) -> None:
    tanpa = boleh_lanjut(semua, MINTA, None, FAKTA, per=PER)
    assert (tanpa.boleh, tanpa.keadaan) == (False, kini)
    assert kalimat in tanpa.bunyi
    assert tanpa.perbaikan.startswith(obat) or obat in tanpa.perbaikan
    assert "K1 sampai K5" in tanpa.perbaikan

    dengan = boleh_lanjut(semua, MINTA, K1, FAKTA, per=PER)
    assert (dengan.boleh, dengan.sepihak) == (True, True)
    assert "tanpa persetujuan dengan dasar K1: 76 bulan" in dengan.bunyi


def test_last_day_of_an_answer_still_counts_and_the_latest_answer_wins() -> None:
    sampai = jawab(Jawaban.BERSEDIA, sampai=PER)
    assert keadaan([sampai], MINTA, per=PER) is Keadaan.SETUJU

    balik = jawab(Jawaban.KEBERATAN, Alasan.KELUARGA, pada=date(2026, 6, 9))
    assert keadaan([balik, sampai], MINTA, per=PER) is Keadaan.KEBERATAN
    assert keadaan([balik, sampai], MINTA, per=date(2026, 6, 8)) is Keadaan.SETUJU


def test_nobody_is_overruled_while_he_may_still_answer() -> None:
    hasil = boleh_lanjut([], MINTA, K5, FAKTA, per=MINTA.batas)

    assert (hasil.boleh, hasil.keadaan) == (False, Keadaan.MENUNGGU)
    assert hasil.perbaikan == "Tunggu jawabannya sampai 8 Juni 2026."
    assert boleh_lanjut([], MINTA, K5, FAKTA, per=PER).boleh


def test_whoever_feels_unable_is_talked_with_and_offered_a_training_before_all_else() -> None:
    belum = [jawab(Jawaban.KEBERATAN, Alasan.BELUM_MAMPU)]
    hasil = boleh_lanjut(belum, MINTA, K5, FAKTA, per=PER)
    assert (hasil.boleh, hasil.keadaan) == (False, Keadaan.PERLU_DIALOG)
    assert hasil.perbaikan.startswith("Adakan dialog")

    tanpa_tawaran = [replace(belum[0], dialog=Dialog(" ", PER))]
    assert keadaan(tanpa_tawaran, MINTA, per=PER) is Keadaan.PERLU_DIALOG

    bicara = [replace(belum[0], dialog=Dialog("Diklat Pim", PER))]
    tunggu = boleh_lanjut(bicara, MINTA, K5, FAKTA, per=PER)
    assert (tunggu.boleh, tunggu.perbaikan) == (False, "Tunggu jawabannya sampai 10 Juni 2026.")

    kedua = [*bicara, jawab(Jawaban.BERSEDIA, pada=bicara[0].pada)]
    assert boleh_lanjut(kedua, MINTA, None, FAKTA, per=PER).boleh
    tetap = [*bicara, jawab(Jawaban.KEBERATAN, Alasan.BELUM_MAMPU, pada=PER)]
    assert keadaan(tetap, MINTA, per=PER) is Keadaan.KEBERATAN
    assert keadaan(bicara, MINTA, per=date(2026, 6, 11)) is Keadaan.KEBERATAN


def test_sanction_is_carried_out_without_waiting_for_an_answer() -> None:
    sanksi = DasarSepihak(KodeDasar.K3, nomor="800/1", tanggal=date(2026, 5, 1))
    kena = replace(FAKTA, hukuman=(Hukuman("B", date(2026, 5, 20)),))
    belum = [jawab(Jawaban.NETRAL, Alasan.BELUM_MAMPU)]

    assert boleh_lanjut([], MINTA, sanksi, kena, per=MINTA.batas).boleh
    assert boleh_lanjut(belum, MINTA, sanksi, kena, per=PER).sepihak


def test_matrix_that_asks_nobody_needs_no_ground() -> None:
    hasil = boleh_lanjut([], None, None, FAKTA, per=PER)

    assert (hasil.boleh, hasil.sepihak, hasil.keadaan) == (True, False, None)


def test_ground_that_does_not_hold_says_why_and_what_would_cure_it() -> None:
    baru = replace(FAKTA, tmt_jabatan=date(2021, 7, 1))
    hasil = boleh_lanjut([], MINTA, K1, baru, per=PER)

    assert not hasil.boleh
    assert "60 bulan pada jabatan sekarang pada TMT, belum lebih dari 60." in hasil.bunyi
    assert hasil.perbaikan == "Berlaku untuk TMT mulai 1 Agustus 2026."
    assert boleh_lanjut([], MINTA, K1, replace(baru, tmt=date(2026, 8, 1)), per=PER).boleh


URAIAN = "Dua puskesmas tidak mempunyai dokter sejak Mei."
SURAT = {"nomor": "12/2026", "tanggal": date(2026, 6, 1)}


@pytest.mark.parametrize(
    ("dasar", "fakta", "hasil", "kalimat"),
    [
        (K1, {"tmt_jabatan": None}, Hasil.TIDAK_DAPAT_DIPERIKSA, "TMT jabatan sekarang belum"),
        (DasarSepihak(KodeDasar.K2, URAIAN), {}, Hasil.LOLOS, "terisi 1 dari 2"),
        (DasarSepihak(KodeDasar.K2, "mendesak"), {}, Hasil.TIDAK_LOLOS, "belum diuraikan"),
        (DasarSepihak(KodeDasar.K2, URAIAN), {"isi": 2}, Hasil.TIDAK_LOLOS, "tidak kekurangan"),
        (DasarSepihak(KodeDasar.K2, URAIAN), {"butuh": None}, Hasil.TIDAK_DAPAT_DIPERIKSA,
         "Kebutuhan jabatan tujuan belum ditetapkan."),
        (DasarSepihak(KodeDasar.K3, **SURAT), {}, Hasil.TIDAK_LOLOS, "Tidak ada hukuman"),
        (DasarSepihak(KodeDasar.K3, **SURAT), {"hukuman": None}, Hasil.TIDAK_DAPAT_DIPERIKSA,
         "Catatan disiplin"),
        (DasarSepihak(KodeDasar.K3, **SURAT), {"hukuman": (Hukuman("S"),)}, Hasil.TIDAK_LOLOS,
         "Tidak ada hukuman disiplin berat"),
        (DasarSepihak(KodeDasar.K3, **SURAT), {"hukuman": (Hukuman("B", sedang_proses=True),)},
         Hasil.TIDAK_LOLOS, "Tidak ada hukuman disiplin berat"),
        (DasarSepihak(KodeDasar.K3), {"hukuman": (Hukuman("B"),)}, Hasil.TIDAK_LOLOS,
         "Nomor dan tanggal keputusan hukuman disiplin belum dicatat."),
        (DasarSepihak(KodeDasar.K4, **SURAT), {"asal_berakhir": True}, Hasil.LOLOS,
         "nomor 12/2026 tanggal 1 Juni 2026"),
        (DasarSepihak(KodeDasar.K4, **SURAT), {}, Hasil.TIDAK_LOLOS, "tetap ada"),
        (DasarSepihak(KodeDasar.K4, **SURAT), {"asal_berakhir": None},
         Hasil.TIDAK_DAPAT_DIPERIKSA, "Belum diketahui"),
        (K5, {}, Hasil.LOLOS, "Ditandatangani PPK."),
        (replace(K5, oleh_ppk=False), {}, Hasil.TIDAK_LOLOS, "tidak ditandatangani PPK"),
        (replace(K5, tanggal=date(2026, 6, 11)), {}, Hasil.TIDAK_LOLOS, "masih di muka"),
        (replace(K5, sampai=TMT), {}, Hasil.TIDAK_LOLOS, "sebelum perpindahan dimulai"),
        (replace(K5, sampai=date(2027, 7, 1)), {}, Hasil.LOLOS, "sesudahnya kembali"),
    ],
)  # fmt: skip
def test_each_ground_stands_on_facts(
    dasar: DasarSepihak, fakta: dict[str, object], hasil: Hasil, kalimat: str
) -> None:
    putusan = periksa_dasar(dasar, replace(FAKTA, **fakta), per=PER)

    assert (putusan.kode, putusan.putusan) == (dasar.kode.value, hasil)
    assert kalimat in putusan.bunyi
    assert bool(putusan.perbaikan) is (hasil is not Hasil.LOLOS)
    assert putusan.dasar


def test_unknown_need_names_who_must_supply_it() -> None:
    gelap = replace(FAKTA, butuh=None)
    putusan = periksa_dasar(DasarSepihak(KodeDasar.K2, URAIAN), gelap, per=PER)

    assert putusan.penyedia is Penyedia.ORGANISASI
    assert putusan.perbaikan == "Bagian Organisasi melengkapi kebutuhannya."


@pytest.mark.parametrize(
    ("jawaban", "alasan", "uraian", "salah"),
    [
        (Jawaban.INGIN, None, "", []),
        (Jawaban.KEBERATAN, None, "", ["Pilih alasan keberatannya."]),
        (Jawaban.KEBERATAN, Alasan.JARAK, "", []),
        (Jawaban.NETRAL, Alasan.LAIN, "ya",
         ["Jelaskan alasan lainnya, paling sedikit 10 huruf."]),
        (Jawaban.BERSEDIA, Alasan.BELUM_MAMPU, "",
         ["Merasa belum mampu dipilih bersama jawaban selain menginginkan dan bersedia."]),
    ],
)  # fmt: skip
def test_answer_is_recorded_only_when_it_can_be_understood(
    jawaban: Jawaban, alasan: Alasan | None, uraian: str, salah: list[str]
) -> None:
    assert kesalahan_jawaban(jawaban, alasan, uraian, min_huruf=10) == salah


def test_every_code_has_its_words() -> None:
    assert set(SEBUTAN_JAWABAN) == set(Jawaban)
    assert set(SEBUTAN_ALASAN) == set(Alasan)
    assert set(JUDUL_DASAR) == set(HUKUM_DASAR) == set(KodeDasar)

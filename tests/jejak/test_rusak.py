"""Every kind of tampering, done with the guards taken away, is found twice: by ``verifikasi`` in
the database and by the offline checker in the exported file."""

# ruff: noqa: S608 - tampering is said in SQL; every part of it stands in this file.
from __future__ import annotations

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from jejak.akar import terbitkan_akar
from jejak.catat import catat
from jejak.hapus import hapus_isi
from jejak.kernel.rantai import KOLOM, baca_akar, hash_entri, hash_isi
from jejak.models import IsiPeristiwa, KepalaJejak, Peristiwa
from jejak.verifikasi import verifikasi
from tests.helpers.jejak import lepas_penjaga
from tests.jejak.alat import ekspor, luring

pytestmark = pytest.mark.django_db

TEKS = {"hash_isi", "hash_sebelum", "hash", "tindakan", "objek_jenis", "objek_id", "permintaan"}
TEKS |= {"pelaku_id", "pelaku_peran"}


def jalankan(sql: str, *nilai: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, nilai)


def kode(akar: str = "") -> set[str]:
    laporan = verifikasi(baca_akar(akar) if akar else None)
    return {satu.kode for satu in laporan.pelanggaran}


@pytest.fixture
def rusak(enam, tmp_path, capsys):
    """Tamper with SQL; the codes found in the database. The offline checker must agree."""

    def rusak(*pernyataan: str, terlihat_luring: bool = True, akar: str = "") -> set[str]:
        lepas_penjaga()
        for sql in pernyataan:
            jalankan(sql)
        kode_ditemukan = kode(akar)
        assert luring(ekspor(tmp_path / "jejak.jsonl"), akar) == (4 if terlihat_luring else 0)
        keluaran = capsys.readouterr().out
        for satu in kode_ditemukan - {"kepala_menyimpang"}:
            assert satu in keluaran
        return kode_ditemukan

    return rusak


def test_untouched_trail_is_sound_for_both(enam, tmp_path):
    assert kode() == set()
    assert luring(ekspor(tmp_path / "jejak.jsonl")) == 0


@pytest.mark.parametrize("urutan", [1, 3, 6], ids=["first", "middle", "last"])
@pytest.mark.parametrize("kolom", [*sorted(TEKS), "versi", "waktu"])
def test_changed_column_is_found(kolom, urutan, rusak):
    baru = f"'x' || substr({kolom}, 2)" if kolom in TEKS else "versi + 1"
    if kolom == "waktu":
        baru = "'2020-01-01 00:00:00'"

    ditemukan = rusak(f"UPDATE jejak_peristiwa SET {kolom} = {baru} WHERE urutan = {urutan}")

    assert "hash_entri" in ditemukan


@pytest.mark.parametrize("urutan", [1, 3, 6], ids=["first", "middle", "last"])
def test_changed_number_is_found(urutan, rusak):
    ditemukan = rusak(f"UPDATE jejak_peristiwa SET urutan = 90 WHERE urutan = {urutan}")

    assert {"urutan_putus", "hash_entri"} <= ditemukan


@pytest.mark.parametrize("urutan", [1, 3, 6], ids=["first", "middle", "last"])
@pytest.mark.parametrize(
    "diubah",
    [
        pytest.param("isi = replace(isi, 'Siti', 'Tuti')", id="name of the actor"),
        pytest.param("isi = replace(isi, '\"alasan\"', '\"Alasan\"')", id="name of a field"),
        pytest.param("isi = isi || ' '", id="one blank more"),
        pytest.param("isi = ''", id="emptied"),
        pytest.param(
            "garam = CASE substr(garam, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr(garam, 2)",
            id="salt",
        ),
        pytest.param("garam = upper(garam) || ' '", id="spelling of the salt"),
        pytest.param("garam = ''", id="no salt"),
        pytest.param("garam = 'bukan heksadesimal'", id="salt that is none"),
    ],
)
def test_changed_content_is_found(diubah, urutan, rusak):
    ditemukan = rusak(f"UPDATE jejak_isiperistiwa SET {diubah} WHERE urutan = {urutan}")

    assert ditemukan == {"hash_isi"}


@pytest.mark.parametrize(("urutan"), [1, 3], ids=["first", "middle"])
def test_removed_entry_is_found(urutan, rusak):
    ditemukan = rusak(
        f"DELETE FROM jejak_peristiwa WHERE urutan = {urutan}",
        f"DELETE FROM jejak_isiperistiwa WHERE urutan = {urutan}",
    )

    assert {"urutan_putus", "rantai_putus"} <= ditemukan


def test_entry_removed_and_the_rest_moved_up_is_found(rusak):
    ditemukan = rusak(
        "DELETE FROM jejak_peristiwa WHERE urutan = 5",
        "DELETE FROM jejak_isiperistiwa WHERE urutan = 5",
        "UPDATE jejak_peristiwa SET urutan = 5 WHERE urutan = 6",
        "UPDATE jejak_isiperistiwa SET urutan = 5 WHERE urutan = 6",
        "UPDATE jejak_kepalajejak SET urutan = 5",
    )

    assert {"rantai_putus", "hash_entri"} <= ditemukan


BUANG_DUA = (
    "DELETE FROM jejak_peristiwa WHERE urutan > 4",
    "DELETE FROM jejak_isiperistiwa WHERE urutan > 4",
)
KEPALA_EMPAT = (
    "UPDATE jejak_kepalajejak SET urutan = 4,"
    " hash = (SELECT hash FROM jejak_peristiwa WHERE urutan = 4)"
)


def test_removed_newest_entries_are_found_by_the_head_row_in_the_database_only(rusak):
    assert rusak(*BUANG_DUA, terlihat_luring=False) == {"kepala_menyimpang"}


@pytest.mark.parametrize("dengan_jumlah", [True, False], ids=["with its number", "bare"])
def test_removed_newest_entries_are_found_by_a_head_kept_outside(dengan_jumlah, rusak):
    akar = f"6:{verifikasi().akar}"

    ditemukan = rusak(*BUANG_DUA, KEPALA_EMPAT, akar=akar if dengan_jumlah else akar[2:])

    assert ditemukan == {"jejak_terpotong" if dengan_jumlah else "akar_berbeda"}


def test_what_was_removed_after_the_last_head_cannot_be_seen_by_anybody(rusak):
    """Said plainly on the page and by both checkers; this test keeps the sentence true."""
    assert rusak(*BUANG_DUA, KEPALA_EMPAT, terlihat_luring=False) == set()


def test_removed_newest_entries_are_found_by_a_published_head_in_the_database(enam):
    terbitkan_akar()
    lepas_penjaga()
    for sql in (*BUANG_DUA, KEPALA_EMPAT):
        jalankan(sql)

    assert kode() == {"jejak_terpotong"}


def test_copy_added_at_the_end_is_found(rusak):
    kolom = ", ".join(f.column for f in Peristiwa._meta.concrete_fields if f.name != "urutan")

    ditemukan = rusak(
        f"INSERT INTO jejak_peristiwa (urutan, {kolom})"
        f" SELECT 7, {kolom} FROM jejak_peristiwa WHERE urutan = 6",
        "INSERT INTO jejak_isiperistiwa SELECT 7, garam, isi FROM jejak_isiperistiwa"
        " WHERE urutan = 6",
    )

    assert {"rantai_putus", "hash_entri", "kepala_menyimpang"} <= ditemukan


@pytest.mark.parametrize("nomor", [0, 70], ids=["before the first", "far after the last"])
def test_entry_with_a_number_out_of_place_is_found(nomor, rusak):
    kolom = ", ".join(f.column for f in Peristiwa._meta.concrete_fields if f.name != "urutan")

    ditemukan = rusak(
        f"INSERT INTO jejak_peristiwa (urutan, {kolom})"
        f" SELECT {nomor}, {kolom} FROM jejak_peristiwa WHERE urutan = 6"
    )

    assert "urutan_putus" in ditemukan


def test_two_entries_that_changed_places_are_found(rusak):
    ditemukan = rusak(
        "UPDATE jejak_peristiwa SET urutan = 99 WHERE urutan = 2",
        "UPDATE jejak_peristiwa SET urutan = 2 WHERE urutan = 4",
        "UPDATE jejak_peristiwa SET urutan = 4 WHERE urutan = 99",
    )

    assert {"rantai_putus", "hash_entri", "hash_isi"} <= ditemukan


def test_two_contents_that_changed_places_are_found(rusak):
    ditemukan = rusak(
        "UPDATE jejak_isiperistiwa SET urutan = 99 WHERE urutan = 2",
        "UPDATE jejak_isiperistiwa SET urutan = 2 WHERE urutan = 4",
        "UPDATE jejak_isiperistiwa SET urutan = 4 WHERE urutan = 99",
    )

    assert ditemukan == {"hash_isi"}


def test_content_removed_without_an_entry_of_erasure_is_found(rusak):
    assert rusak("DELETE FROM jejak_isiperistiwa WHERE urutan = 2") == {"isi_hilang"}


def test_content_that_belongs_to_no_entry_is_found(rusak):
    ditemukan = rusak(
        "INSERT INTO jejak_isiperistiwa SELECT 70, garam, isi FROM jejak_isiperistiwa"
        " WHERE urutan = 6"
    )

    assert ditemukan == {"isi_tanpa_entri"}


def test_content_that_comes_back_after_its_erasure_is_found(rusak, siti):
    isi = IsiPeristiwa.objects.values_list().get(pk=2)
    hapus_isi([2], oleh=siti, alasan="permohonan")
    lepas_penjaga()
    jalankan("INSERT INTO jejak_isiperistiwa VALUES (%s, %s, %s)", *isi)

    assert rusak() == {"isi_kembali"}


def test_erasure_entry_that_is_removed_leaves_a_missing_content(rusak, siti):
    hapus_isi([2], oleh=siti, alasan="permohonan")

    ditemukan = rusak(
        "DELETE FROM jejak_peristiwa WHERE urutan = 7",
        "DELETE FROM jejak_isiperistiwa WHERE urutan = 7",
    )

    assert "isi_hilang" in ditemukan


def tulis_ulang(dari: int) -> None:
    """What a keeper of the database could do: forge one content, then every hash after it."""
    lepas_penjaga()
    sebelum = ""
    for entri in Peristiwa.objects.order_by("urutan"):
        isi = IsiPeristiwa.objects.get(pk=entri.urutan)
        if entri.urutan == dari:
            isi.isi = isi.isi.replace("Siti", "Tuti")
            isi.save()
            entri.hash_isi = hash_isi(bytes.fromhex(isi.garam), isi.isi)
        if entri.urutan > dari:
            entri.hash_sebelum = sebelum
        kolom = {nama: getattr(entri, nama) for nama in KOLOM}
        kolom["waktu"] = entri.waktu.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        sebelum = entri.hash = hash_entri(kolom)
        entri.save()
    KepalaJejak.objects.update(hash=sebelum)


@pytest.mark.parametrize("dengan_jumlah", [True, False], ids=["with its number", "bare"])
def test_forged_past_with_every_hash_made_anew_is_found_by_a_head_kept_outside(
    dengan_jumlah, enam, tmp_path
):
    akar = f"6:{verifikasi().akar}"
    akar = akar if dengan_jumlah else akar[2:]

    tulis_ulang(2)

    assert kode() == set()
    assert kode(akar) == {"akar_berbeda"}
    berkas = ekspor(tmp_path / "jejak.jsonl")
    assert (luring(berkas), luring(berkas, akar)) == (0, 4)


def test_forged_past_does_not_fit_the_heads_published_in_the_database(enam):
    terbitkan_akar()

    tulis_ulang(2)

    assert kode() == {"akar_terbit_berbeda"}


@pytest.mark.parametrize("n", range(7))
@pytest.mark.parametrize("dengan_jumlah", [True, False], ids=["with its number", "bare"])
def test_head_over_any_beginning_of_the_trail_is_accepted(
    n, dengan_jumlah, ubah, siti, budi, tmp_path
):
    akar = ""
    for nomor in range(7):
        if nomor == n:
            akar = f"{n}:{verifikasi().akar}"
        catat(ubah, budi, oleh=siti)
    akar = akar if dengan_jumlah else akar.split(":")[1]

    assert kode(akar) == set()
    assert luring(ekspor(tmp_path / "jejak.jsonl"), akar) == 0


def test_head_of_another_number_of_entries_is_refused(enam, tmp_path):
    akar = f"5:{verifikasi().akar}"

    assert kode(akar) == {"akar_berbeda"}
    assert luring(ekspor(tmp_path / "jejak.jsonl"), akar) == 4


def test_head_row_that_was_changed_is_found_in_the_database(enam):
    KepalaJejak.objects.update(hash="f" * 64)

    assert kode() == {"kepala_menyimpang"}


def test_missing_head_row_is_found_and_stops_all_writing(enam, ubah, siti, budi):
    KepalaJejak.objects.all().delete()

    assert kode() == {"kepala_menyimpang"}
    with pytest.raises(IntegrityError), transaction.atomic():
        catat(ubah, budi, oleh=siti)


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("UPDATE jejak_peristiwa SET waktu = waktu || '.000000'", id="longer moment"),
        pytest.param("UPDATE jejak_peristiwa SET waktu = CAST(waktu AS blob)", id="moment as blob"),
        pytest.param("UPDATE jejak_peristiwa SET waktu = 'kemarin'", id="no moment at all"),
        pytest.param("UPDATE jejak_peristiwa SET versi = 'satu'", id="text as number"),
        pytest.param(
            "UPDATE jejak_peristiwa SET pelaku_id = CAST(pelaku_id AS blob)", id="text as blob"
        ),
        pytest.param(
            "UPDATE jejak_peristiwa SET pelaku_id = CAST(x'ff37' AS text)", id="no unicode"
        ),
        pytest.param("UPDATE jejak_isiperistiwa SET isi = CAST(isi AS blob)", id="content blob"),
        pytest.param(
            "UPDATE jejak_isiperistiwa SET isi = CAST(x'ff' AS text)", id="content no unicode"
        ),
    ],
)
def test_sqlite_cells_of_the_wrong_kind_are_found(sql, rusak):
    if connection.vendor != "sqlite":
        pytest.skip("hanya SQLite")

    assert rusak(f"{sql} WHERE urutan = 3") <= {"hash_entri", "hash_isi"}


def test_sqlite_moment_on_the_full_second_has_one_spelling(ubah, siti, budi, rusak):
    if connection.vendor != "sqlite":
        pytest.skip("hanya SQLite")
    with time_machine.travel("2026-06-01T02:00:00Z", tick=False):
        catat(ubah, budi, oleh=siti)
    assert verifikasi().sah

    ditemukan = rusak("UPDATE jejak_peristiwa SET waktu = waktu || '.000000' WHERE urutan = 7")

    assert ditemukan == {"hash_entri"}


def test_broken_log_is_reported_up_to_a_limit(rusak, monkeypatch):
    monkeypatch.setattr("jejak.kernel.rantai.BATAS_PELANGGARAN", 3)
    lepas_penjaga()
    jalankan("UPDATE jejak_peristiwa SET pelaku_id = '8'")

    laporan = verifikasi()

    assert [satu.kode for satu in laporan.pelanggaran] == ["hash_entri"] * 3 + ["terlalu_banyak"]
    assert "3 pelanggaran lain" in laporan.pelanggaran[-1].pesan

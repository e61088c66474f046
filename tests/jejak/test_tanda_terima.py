"""Receipts: what one takes home holds, and nothing else does."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import periksa_jejak
from jejak import tanda_terima
from jejak.akar import simpul_terbit, terbitkan_akar
from jejak.catat import Objek, catat_banyak
from jejak.hapus import hapus_isi
from jejak.models import AkarJejak, Peristiwa
from jejak.tanda_terima import buat_bukti_lanjut, buat_tanda_terima
from tests.helpers.jejak import lepas_penjaga
from tests.jejak.kernel import rfc6962
from toolkit.policy import OutOfReach, Refusal, WrongMoment

pytestmark = pytest.mark.django_db


@pytest.fixture
def simpan(tmp_path):
    """As JSON in a file: the checker's arguments begin with it."""

    def simpan(isi: Any) -> str:
        berkas = tmp_path / "tanda-terima.json"
        berkas.write_text(isi if isinstance(isi, str) else json.dumps(isi), encoding="utf-8")
        return str(berkas)

    return simpan


def periksa(berkas: str, akar: object) -> int:
    return periksa_jejak.main(["--tanda-terima", berkas, "--akar", str(akar)])


def daun() -> list[bytes]:
    baris = Peristiwa.objects.order_by("urutan").values_list("hash", flat=True)
    return [bytes.fromhex(h) for h in baris]


def test_receipt_of_every_entry_holds_under_the_head_published_for_it(enam, simpan, capsys):
    akar = terbitkan_akar()

    for nomor in range(1, 7):
        satu = buat_tanda_terima(nomor)

        jalur = [bytes.fromhex(h) for h in satu["bukti"]]
        assert rfc6962.root_of_path(daun()[nomor - 1], nomor - 1, 6, jalur).hex() == akar.akar
        assert periksa(simpan(satu), akar) == 0
        assert periksa(simpan(satu), akar.akar) == 0
    keluaran = capsys.readouterr().out
    assert "Tanda terima SAH" in keluaran
    assert "nomor 1," in keluaran
    assert "SK 12/2026" in keluaran
    assert "Tidak terbukti: bahwa yang diketik waktu itu memang benar." in keluaran


def test_receipt_holds_what_the_documentation_says(enam):
    terbitkan_akar()

    satu = buat_tanda_terima(1)

    assert satu.keys() == {"jenis", "versi", "entri", "daun", "bukti", "akar"}
    assert satu["entri"].keys() == periksa_jejak.BARIS
    assert satu["akar"].keys() == {"n", "akar", "waktu"}
    assert json.loads(satu["entri"]["isi"])["objek_nama"] == "Budi Santoso"


def test_receipt_stays_the_same_when_later_heads_are_published(enam, ubah, siti, budi):
    terbitkan_akar()
    sebelum = buat_tanda_terima(4)

    catat_banyak(ubah, [(budi, None, {"n": n}) for n in range(30)], oleh=siti)
    terbitkan_akar()

    assert buat_tanda_terima(4) == sebelum
    assert buat_tanda_terima(20)["akar"]["n"] == 36


def test_entry_that_no_published_head_covers_has_no_receipt_yet(enam, ubah, siti, budi):
    with pytest.raises(WrongMoment, match="belum tercakup akar") as tolak:
        buat_tanda_terima(6)
    assert tolak.value.kode == "akar_belum_terbit"

    terbitkan_akar()

    assert buat_tanda_terima(6)["akar"]["n"] == 6
    for nomor in (0, -1, 7):
        with pytest.raises(OutOfReach):
            buat_tanda_terima(nomor)


def test_lawful_erasure_leaves_old_and_new_receipts_valid(enam, siti, simpan, capsys):
    akar = terbitkan_akar()
    dibawa_pulang = buat_tanda_terima(1)
    hapus_isi([1], oleh=siti, alasan="permohonan subjek data")
    terbitkan_akar()

    sesudah = buat_tanda_terima(1)

    assert (sesudah["entri"]["isi"], sesudah["entri"]["garam"]) == (None, None)
    assert periksa(simpan(sesudah), akar) == 0
    assert "bahwa entri ini ada, tetap terbukti" in capsys.readouterr().out
    assert "Budi" not in json.dumps(sesudah)
    # Whoever took his receipt home before keeps the proof of its content.
    assert periksa(simpan(dibawa_pulang), akar) == 0
    assert "Budi Santoso" in capsys.readouterr().out


def test_receipt_is_refused_when_the_database_does_not_fit_its_own_head(enam):
    terbitkan_akar()
    lepas_penjaga()
    Peristiwa.objects.filter(pk=3).update(pelaku_id="8")

    with pytest.raises(Refusal, match="laporkan kepada Inspektorat") as tolak:
        buat_tanda_terima(3)
    assert tolak.value.kode == "akar_tidak_cocok"

    Peristiwa.objects.filter(pk=5).delete()
    with pytest.raises(Refusal, match="tidak cocok dengan akar"):
        buat_tanda_terima(6)


def _bengkok(nilai: Any) -> Any:
    if isinstance(nilai, str):
        return ("0" if nilai[:1] != "0" else "1") + nilai[1:]
    return nilai + 1


def test_every_changed_value_of_a_receipt_is_found(enam, simpan):
    """Each column, the content, the salt, the leaf, each step of the path, the count."""
    akar = terbitkan_akar()
    asli = buat_tanda_terima(3)
    palsu = [deepcopy(asli) for _ in range(len(asli["entri"]) + len(asli["bukti"]) + 3)]
    for satu, kolom in zip(palsu, asli["entri"], strict=False):
        satu["entri"][kolom] = _bengkok(satu["entri"][kolom])
    for satu, i in zip(palsu[len(asli["entri"]) :], range(len(asli["bukti"])), strict=False):
        satu["bukti"][i] = _bengkok(satu["bukti"][i])
    palsu[-3]["daun"] = _bengkok(asli["daun"])
    palsu[-2]["bukti"].append(asli["daun"])
    palsu[-1]["bukti"].pop()

    assert [i for i, satu in enumerate(palsu) if periksa(simpan(satu), akar) != 4] == []
    asli["akar"]["n"] = 7
    assert periksa(simpan(asli), akar) == 4


def test_forged_receipt_with_a_head_of_its_own_is_worth_nothing(enam, simpan, capsys):
    akar = terbitkan_akar()
    satu = buat_tanda_terima(3)
    satu["entri"]["pelaku_id"] = "8"
    data = periksa_jejak.hash_entri(satu["entri"])
    satu["entri"]["hash"] = data.hex()
    satu["daun"] = rfc6962.HASH(b"\x00" + data).hex()
    satu["bukti"], satu["akar"] = [], {"n": 3, "akar": satu["daun"], "waktu": "x"}

    assert periksa(simpan(satu), akar) == 4
    assert "untuk akar atas 3 entri" in capsys.readouterr().out
    assert periksa(simpan(satu), akar.akar) == 4
    assert "tidak terbukti" in capsys.readouterr().out


@pytest.mark.parametrize(
    "isi",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut short"),
        pytest.param("[" * 100_000, id="depth without end"),
        pytest.param("[]", id="a list"),
        pytest.param('{"jenis":"lain"}', id="another kind"),
        pytest.param({"bukti": "x"}, id="path as text"),
        pytest.param({"bukti": [1]}, id="path of numbers"),
        pytest.param({"bukti": ["0" * 64] * 129}, id="path without end"),
        pytest.param({"akar": None}, id="no head"),
        pytest.param({"akar": {"n": True}}, id="count that is none"),
        pytest.param({"akar": {"n": 10**30}}, id="count beyond reason"),
        pytest.param({"entri": sorted(periksa_jejak.BARIS)}, id="entry as list"),
        pytest.param({"entri": {}}, id="entry without columns"),
    ],
)
def test_damaged_receipt_is_found_and_never_breaks_the_checker(isi, enam, simpan):
    akar = terbitkan_akar()

    berkas = simpan(isi if isinstance(isi, str) else buat_tanda_terima(1) | isi)

    assert periksa(berkas, akar) == 4


@pytest.mark.parametrize(
    "argumen",
    [
        pytest.param([], id="nothing"),
        pytest.param(["--tanda-terima", "x"], id="receipt without a head"),
        pytest.param(["y", "--tanda-terima", "x", "--akar", "0" * 64], id="two files"),
        pytest.param(["--lanjutan", "x", "--akar", "0" * 64], id="no older head"),
        pytest.param(["y", "--akar-lama", "0" * 64], id="older head for nothing"),
    ],
)
def test_arguments_that_make_no_sense_are_status_2(argumen):
    with pytest.raises(SystemExit) as keluar:
        periksa_jejak.main(argumen)

    assert keluar.value.code == 2


def test_receipt_that_is_not_there_is_status_2(tmp_path, capsys):
    assert periksa(str(tmp_path / "tiada"), "0" * 64) == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


def lanjutan(berkas: str, lama: object, baru: object) -> int:
    return periksa_jejak.main(
        ["--lanjutan", berkas, "--akar-lama", str(lama), "--akar", str(baru)]
    )  # fmt: skip


def test_later_head_is_proven_to_go_on_from_every_earlier_one(ubah, siti, budi, simpan):
    akar = []
    for banyak in (1, 1, 2, 3, 1, 5):
        catat_banyak(ubah, [(budi, None, {"n": n}) for n in range(banyak)], oleh=siti)
        akar.append(terbitkan_akar())

    for j, baru in enumerate(akar):
        for lama in akar[: j + 1]:
            satu = buat_bukti_lanjut(lama, baru)

            jalur = [bytes.fromhex(h) for h in satu["bukti"]]
            assert jalur == rfc6962.PROOF(lama.urutan, daun()[: baru.urutan])
            assert lanjutan(simpan(satu), lama, baru) == 0
            assert lanjutan(simpan(satu), lama, "0" * 64) == 4
            assert lanjutan(simpan(satu), f"{lama.urutan}:{'0' * 64}", baru) == 4
            assert lanjutan(simpan(satu), f"99:{lama.akar}", baru) == 4
            assert lanjutan(simpan(satu | {"bukti": [*satu["bukti"], "0" * 64]}), lama, baru) == 4
    assert lanjutan(simpan("[]"), akar[0], akar[1]) == 4
    with pytest.raises(Refusal, match="harus terbit sebelum"):
        buat_bukti_lanjut(akar[1], akar[0])


def test_head_over_a_rewritten_past_cannot_be_proven(enam, ubah, siti, budi):
    lama = terbitkan_akar()
    catat_banyak(ubah, [(budi, None, {"n": 1})], oleh=siti)
    baru = terbitkan_akar()
    lepas_penjaga()
    AkarJejak.objects.filter(pk=6).update(akar="0" * 64)
    lama.refresh_from_db()

    with pytest.raises(Refusal, match="tidak cocok dengan akar"):
        buat_bukti_lanjut(lama, baru)


def test_peaks_of_published_heads_are_used_and_right(ubah, siti, budi, monkeypatch):
    """With heads at every size, hardly a leaf is read; the proof is that of the RFC."""
    monkeypatch.setattr("jejak.kernel.bukti.BONGKAH", 1)
    dibaca: list[int] = []
    objek = Objek("uji", "1", "benda")
    for _ in range(40):
        catat_banyak(ubah, [(objek, None, {"n": 1})], oleh=siti)
        terbitkan_akar()
    asli = tanda_terima.simpul_terbit

    def simpul() -> Any:
        tahu = asli()

        def baca(awal: int, akhir: int) -> Any:
            dibaca.append(awal)
            return tahu.baca(awal, akhir)

        return type(tahu)(baca, tahu.dikenal)

    monkeypatch.setattr(tanda_terima, "simpul_terbit", simpul)
    for nomor in range(1, 41):
        akar = AkarJejak.objects.get(pk=nomor)
        jalur = [bytes.fromhex(h) for h in buat_tanda_terima(nomor)["bukti"]]
        assert jalur == rfc6962.PATH(nomor - 1, daun()[: akar.urutan])
        assert [h.hex() for h in jalur] == buat_tanda_terima(nomor)["bukti"]
    lanjut = buat_bukti_lanjut(AkarJejak.objects.get(pk=13), AkarJejak.objects.get(pk=40))
    assert [bytes.fromhex(h) for h in lanjut["bukti"]] == rfc6962.PROOF(13, daun())
    assert len(dibaca) < 20


@pytest.mark.parametrize("per_langkah", [1, 3, 7])
def test_leaves_are_read_in_steps_without_a_gap(per_langkah, enam, monkeypatch):
    monkeypatch.setattr("jejak.akar.PER_LANGKAH", per_langkah)

    assert list(simpul_terbit().baca(1, 6)) == daun()[1:6]


def test_the_checker_and_its_receipt_need_no_project(enam, tmp_path, simpan):
    """Alone in an empty folder, isolated from everything installed."""
    akar = terbitkan_akar()
    alat = tmp_path / "periksa_jejak.py"
    alat.write_bytes(Path(periksa_jejak.__file__).read_bytes())

    hasil = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-S", str(alat), "--tanda-terima", simpan(buat_tanda_terima(2)),
         "--akar", str(akar)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (hasil.returncode, hasil.stderr) == (0, "")

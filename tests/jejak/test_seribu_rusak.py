"""1,000 random tamperings of the trail in the database, as its owner could do them: guards dropped.

The auditor holds one head from outside and the exported file, nothing else. Entries up to that head
are tampered with; the checker must find every single one. Each kind also tries its best to look
innocent: it recomputes the hashes it can.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

import periksa_jejak
from jejak.akar import terbitkan_akar
from jejak.catat import Objek, Pelaku, catat_banyak
from jejak.ekspor import baris_jsonl
from jejak.hapus import hapus_isi
from jejak.kernel.rantai import hash_entri, hash_isi
from jejak.models import AkarJejak, KepalaJejak
from jejak.tindakan import Tindakan
from tests.helpers.jejak import lepas_penjaga

pytestmark = pytest.mark.django_db

SEBANYAK = 1000
BENIH = 6962
TERLINDUNG, SEMUA = 9, 12
TEKS = [
    *("pelaku_id", "pelaku_peran", "tindakan", "objek_jenis", "objek_id", "permintaan"),
    *("hash_isi", "hash_sebelum", "hash"),
]
HEKSA = "0123456789abcdef"


def jalankan(sql: str, *nilai: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, nilai)


def sunting(teks: str, acak: random.Random) -> str:
    """One letter more, less, or other."""
    i = acak.randrange(len(teks) + 1)
    lain = acak.choice([h for h in HEKSA if h != teks[i : i + 1]])
    return acak.choice([teks[:i] + lain + teks[i:], teks[:i] + lain + teks[i + 1 :]])


def baca() -> list[dict[str, Any]]:
    return [json.loads(baris) for baris in baris_jsonl()]


def rantaikan(rows: list[dict[str, Any]]) -> None:
    """Numbers, links and hashes made anew, so that the chain is sound in itself."""
    sebelum = periksa_jejak.AWAL
    for nomor, satu in enumerate(rows, start=1):
        satu |= {"urutan": nomor, "hash_sebelum": sebelum}
        if satu["isi"] is not None:
            satu["hash_isi"] = hash_isi(bytes.fromhex(satu["garam"]), satu["isi"])
        sebelum = satu["hash"] = hash_entri(satu)


def tulis(rows: list[dict[str, Any]]) -> None:
    """The whole trail written over, head row included."""
    jalankan("DELETE FROM jejak_isiperistiwa")
    jalankan("DELETE FROM jejak_peristiwa")
    kolom = [*periksa_jejak.KOLOM, "hash"]
    sql = f"INSERT INTO jejak_peristiwa ({', '.join(kolom)}) VALUES ({', '.join(['%s'] * 12)})"  # noqa: S608
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for satu in rows:
            waktu = satu["waktu"][:-1].replace("T", " ") if sqlite else satu["waktu"]
            cursor.execute(sql, [waktu if k == "waktu" else satu[k] for k in kolom])
        isi = [(s["urutan"], s["garam"], s["isi"]) for s in rows if s["isi"] is not None]
        cursor.executemany("INSERT INTO jejak_isiperistiwa VALUES (%s, %s, %s)", isi)
    akhir = rows[-1] if rows else {"urutan": 0, "hash": periksa_jejak.AWAL}
    KepalaJejak.objects.update(urutan=akhir["urutan"], hash=akhir["hash"])


def ubah_kolom(acak: random.Random) -> None:
    """One column of one entry."""
    nomor, kolom = acak.randint(1, TERLINDUNG), acak.choice([*TEKS, "versi", "waktu"])
    if kolom == "versi":
        jalankan("UPDATE jejak_peristiwa SET versi = versi + 1 WHERE urutan = %s", nomor)
    elif kolom == "waktu":
        waktu = f"2020-01-{acak.randint(1, 28):02} 00:00:00"
        jalankan("UPDATE jejak_peristiwa SET waktu = %s WHERE urutan = %s", waktu, nomor)
    else:
        baru = sunting(baca()[nomor - 1][kolom], acak)[:64]
        baru = baru if baru != baca()[nomor - 1][kolom] else f"x{baru[1:]}"
        jalankan(f"UPDATE jejak_peristiwa SET {kolom} = %s WHERE urutan = %s", baru, nomor)  # noqa: S608


def ubah_isi(acak: random.Random) -> None:
    """Content or salt of one entry; sometimes with the hash of it made to fit."""
    satu = acak.choice([s for s in baca()[:TERLINDUNG] if s["isi"] is not None])
    if acak.random() < 0.3:
        satu["garam"] = f"{acak.getrandbits(128):032x}"
    else:
        satu["isi"] = sunting(satu["isi"], acak)
    jalankan("UPDATE jejak_isiperistiwa SET garam = %s, isi = %s WHERE urutan = %s",
             satu["garam"], satu["isi"], satu["urutan"])  # fmt: skip
    if acak.random() < 0.5:
        satu["hash_isi"] = hash_isi(bytes.fromhex(satu["garam"]), satu["isi"])
        jalankan("UPDATE jejak_peristiwa SET hash_isi = %s, hash = %s WHERE urutan = %s",
                 satu["hash_isi"], hash_entri(satu), satu["urutan"])  # fmt: skip


def buang(acak: random.Random) -> None:
    """One entry or some in a row; sometimes the rest moves up and is chained anew."""
    rows = baca()
    i = acak.randrange(TERLINDUNG)
    del rows[i : i + acak.randint(1, 3)]
    if acak.random() < 0.5:
        rantaikan(rows)
    tulis(rows)


def buang_isi(acak: random.Random) -> None:
    """The content of an entry, without the entry that would make it lawful."""
    berisi = [s["urutan"] for s in baca()[:TERLINDUNG] if s["isi"] is not None]
    jalankan("DELETE FROM jejak_isiperistiwa WHERE urutan = %s", acak.choice(berisi))


def sisip(acak: random.Random) -> None:
    """A forged entry among the others, the rest chained anew."""
    rows = baca()
    palsu = dict(acak.choice(rows), garam=f"{acak.getrandbits(128):032x}", isi="{}", pelaku_id="8")
    rows.insert(acak.randrange(TERLINDUNG), palsu)
    rantaikan(rows)
    tulis(rows)


def tukar(acak: random.Random) -> None:
    """Two entries change places, in their own order or chained anew; or their contents do."""
    rows = baca()
    i, j = acak.sample(range(TERLINDUNG), 2)
    cara = acak.choice(("isi", "entri", "rantai"))
    if cara == "isi":
        for kolom in ("garam", "isi"):
            rows[i][kolom], rows[j][kolom] = rows[j][kolom], rows[i][kolom]
    else:
        rows[i]["urutan"], rows[j]["urutan"] = rows[j]["urutan"], rows[i]["urutan"]
        rows[i], rows[j] = rows[j], rows[i]
    if cara == "rantai":
        rantaikan(rows)
    tulis(rows)


def potong(acak: random.Random) -> None:
    """The newest entries, so many that what was published is among them; the head row is fixed."""
    tulis(baca()[: acak.randrange(TERLINDUNG)])


def tulis_ulang(acak: random.Random) -> None:
    """A consistent past of the forger's own: some entries changed, every hash made anew."""
    rows = baca()
    for i in acak.sample(range(TERLINDUNG), acak.randint(1, 3)):
        if rows[i]["isi"] is not None and acak.random() < 0.6:
            rows[i]["isi"] = sunting(rows[i]["isi"], acak)
        else:
            kolom = acak.choice(TEKS[:6])
            rows[i][kolom] = sunting(rows[i][kolom], acak)[:64] + "x"
            rows[i][kolom] = rows[i][kolom][-64:]
    rantaikan(rows)
    tulis(rows)
    # And the heads kept in the same database, for who asks nobody else.
    AkarJejak.objects.update(akar="0" * 64)


CARA: list[Callable[[random.Random], None]] = [
    ubah_kolom, ubah_isi, buang, buang_isi, sisip, tukar, potong, tulis_ulang,
]  # fmt: skip


@pytest.fixture
def akar(ubah: Tindakan, siti: Pelaku) -> str:
    """Nine entries under a published head, one of them lawfully erased; three after it."""
    with transaction.atomic():
        benda = [Objek("pegawai.pegawai", str(40 + n), f"Budi {n}") for n in range(SEMUA)]
        baris = [(o, {"golongan": f"III/{n}"}, {"golongan": "IV"}) for n, o in enumerate(benda)]
        catat_banyak(ubah, baris[: TERLINDUNG - 1], oleh=siti, alasan="SK 1")
        hapus_isi([2], oleh=siti, alasan="permohonan")
        kepala = str(terbitkan_akar())
        catat_banyak(ubah, baris[TERLINDUNG:], oleh=siti, alasan="SK 2")
    return kepala


def ditemukan(ekspor: list[str], akar: str) -> bool:
    return bool(periksa_jejak.periksa(ekspor, periksa_jejak._akar(akar)).jumlah_pelanggaran)


def test_every_one_of_a_thousand_random_tamperings_is_found(akar: str) -> None:
    lepas_penjaga()
    asli, lolos = list(baris_jsonl()), []
    assert not ditemukan(asli, akar)

    for nomor in range(SEBANYAK):
        acak = random.Random(BENIH + nomor)  # noqa: S311 - repeatable, no secret
        cara = CARA[nomor % len(CARA)]
        titik = transaction.savepoint()
        cara(acak)
        rusak = list(baris_jsonl())
        assert rusak != asli, f"{cara.__name__} {nomor} changed nothing"
        if not ditemukan(rusak, akar):
            lolos.append(f"{cara.__name__} {nomor}")
        transaction.savepoint_rollback(titik)

    assert lolos == []
    assert list(baris_jsonl()) == asli

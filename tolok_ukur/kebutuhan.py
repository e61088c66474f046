"""Needs by their tasks: data of the size of the bar, the analysis, and the least it could cost.

The lower limit is one SQL aggregate over the rows the analysis speaks of, written as JSON. It is
measured twice: over assignments and stored computations, which is what the analysis reads, and
with the task rows added up anew, which it need not do because a version keeps its exact load.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

Hasil = tuple[float, dict[str, Any]]
PERIODE = ("hari", "minggu", "bulan", "triwulan", "tahun")

_ISI = """
  SELECT t.formasi_id, SUM(p.status = 'PNS') pns, SUM(p.status = 'PPPK') pppk,
         SUM(p.status = 'PPPK_PW') pw
  FROM pegawai_penugasan t JOIN pegawai_pegawai p ON p.id = t.pegawai_id
  WHERE t.jenis = 'D' AND t.formasi_id IS NOT NULL
    AND (t.mulai IS NULL OR t.mulai <= %(per)s) AND (t.selesai IS NULL OR t.selesai > %(per)s)
    AND (p.berhenti IS NULL OR p.berhenti > %(per)s)
  GROUP BY t.formasi_id"""
_BEBAN = "SELECT formasi_id, id, menit FROM penilaian_perhitungankebutuhan"
_BEBAN_TUGAS = """
  SELECT h.formasi_id, h.id, SUM(t.volume * t.norma_menit * CASE t.periode
    WHEN 'hari' THEN 250 WHEN 'minggu' THEN 50 WHEN 'bulan' THEN 12 WHEN 'triwulan' THEN 4
    WHEN 'semester' THEN 2 ELSE 1 END) menit
  FROM penilaian_uraiantugas t
  JOIN penilaian_perhitungankebutuhan h ON h.id = t.perhitungan_id
  GROUP BY h.formasi_id, h.id"""
_AGREGAT = """
SELECT u.siasn_id, u.nama, j.siasn_id, j.nama, k.sumber, k.terhitung, i.pns, i.pppk, i.pw,
       i.pns + i.pppk + i.pw - k.terhitung, b.menit / 75000.0 / (i.pns + i.pppk + i.pw)
FROM pegawai_formasi f
JOIN organisasi_unitkerja u ON u.id = f.unit_id JOIN pegawai_jabatan j ON j.id = f.jabatan_id
LEFT JOIN penilaian_kebutuhan k ON k.formasi_id = f.id AND k.dipakai
LEFT JOIN ({isi}) i ON i.formasi_id = f.id
LEFT JOIN ({beban}) b ON b.id = k.perhitungan_id
WHERE k.id IS NOT NULL OR i.formasi_id IS NOT NULL"""


def isi_tugas(formasi: int, tugas: int) -> Hasil:
    """Give so many posts a final computation from so many tasks each.

    Where the demonstration has fewer posts, empty ones are added.
    """
    from django.db import connection, transaction

    from organisasi.models import Pengguna
    from pegawai.models import Formasi
    from penilaian.models import Kebutuhan, SumberKebutuhan
    from penilaian.selectors.tetapan import tetapan_kebutuhan
    from penilaian.services.perhitungan import BarisUraian, BebanJabatan, hitung_abk, tulis_final
    from penilaian.services.terhitung import paket

    per, oleh = date(2026, 11, 1), Pengguna.objects.get(nama_pengguna="sistem")
    k = tetapan_kebutuhan(per=per)
    mulai = time.perf_counter()
    butuh_lama = dict(Kebutuhan.objects.terpakai().values_list("formasi", "jumlah"))
    nomor = 0
    with transaction.atomic():
        _tambah_formasi(formasi)
        posts = Formasi.objects.order_by("pk").values_list("pk", flat=True)[:formasi]
        for potong in paket([*posts]):
            semua = []
            for post in potong:
                baris = [*_tugas(nomor, butuh_lama.get(post, 1), tugas)]
                hitungan = hitung_abk(baris, k)
                isi = [BarisUraian(satu) for satu in baris]
                semua.append(BebanJabatan(post, f"formasi {post}", isi, hitungan))
                nomor += 1
            sumber = SumberKebutuhan.ABK
            tulis_final(semua, sumber=sumber, per=per, dasar="tolok ukur", oleh=oleh)
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")
    return time.perf_counter() - mulai, {"formasi": nomor, "tugas": nomor * tugas}


def _tambah_formasi(banyak: int) -> None:
    """Empty posts of pelaksana until there are so many posts."""
    from organisasi.models import UnitKerja
    from pegawai.models import Formasi, Jabatan, JenisJabatan

    ada = set(Formasi.objects.values_list("unit", "jabatan"))
    pelaksana = Jabatan.objects.filter(jenis=JenisJabatan.PELAKSANA).order_by("pk")
    unit = [*UnitKerja.objects.values_list("pk", flat=True)]
    baru = (
        Formasi(unit_id=u, jabatan_id=j)
        for j in pelaksana.values_list("pk", flat=True)
        for u in unit
        if (u, j) not in ada
    )
    Formasi.objects.bulk_create(islice(baru, max(banyak - len(ada), 0)), batch_size=2000)


def _tugas(nomor: int, butuh: int, banyak: int) -> Iterator[Any]:
    """Tasks that together come near the need there was; figures with and without decimals."""
    from penilaian.kernel.abk import Periode, Tugas

    beban = 75_000 * max(butuh, 1) / banyak
    for urutan in range(banyak):
        periode = Periode(PERIODE[(nomor + urutan) % len(PERIODE)])
        kali = {"hari": 250, "minggu": 50, "bulan": 12, "triwulan": 4, "tahun": 1}[periode]
        norma = (5, "7.5", 12, "22.25", 45)[(nomor * 3 + urutan) % 5]
        volume = round(beban * (80 + (nomor + urutan * 7) % 45) / 100 / kali / float(norma), 3)
        yield Tugas.isi(f"Tugas rekaan {urutan + 1}", "berkas", str(volume), periode, norma)


def analisis(per: str, keluaran: str) -> Hasil:
    """The command itself, without the start of the interpreter: read, compute, write the file."""
    from django.core.management import call_command

    mulai = time.perf_counter()
    call_command("analisis_kebutuhan", per=per, json=keluaran, skip_checks=True)
    detik = time.perf_counter() - mulai
    teks = Path(keluaran).read_text(encoding="utf-8")
    return detik, {"formasi": len(json.loads(teks)["formasi"]), "bita": len(teks)}


def satu_agregat(per: str, keluaran: str, tugas: bool) -> Hasil:
    """Lower limit: one SQL aggregate and its rows as JSON."""
    from django.db import connection

    mulai = time.perf_counter()
    sql = _AGREGAT.format(isi=_ISI, beban=_BEBAN_TUGAS if tugas else _BEBAN)
    with connection.cursor() as kursor:
        kursor.execute(sql, {"per": per})
        baris = kursor.fetchall()
    hitung = time.perf_counter() - mulai
    bita = _tulis(keluaran, {"per": per, "formasi": baris})
    isi = {"hitung_ms": round(1000 * hitung), "formasi": len(baris), "bita": bita}
    return time.perf_counter() - mulai, isi


def _tulis(keluaran: str, hasil: dict[str, Any]) -> int:
    teks = json.dumps(hasil, ensure_ascii=False, default=str) + "\n"
    Path(keluaran).write_text(teks, encoding="utf-8")
    return len(teks)

"""One's own account to take home: on paper, and as JSON. The figures are those of the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, sidik_isi
from pegawai.models import Pegawai
from penilaian.kernel.skor import rincian, rincian_simpan
from penilaian.selectors.nilai_saya_akun import BarisAkun
from penilaian.selectors.nilai_saya_bukti import Rujukan
from penilaian.selectors.nilai_saya_layar import HalamanNilai
from toolkit.templatetags.tampilan import tanggal

_KOLOM = (
    ("Kode", 10, False), ("Kriteria", 34, False), ("Data", 22, False), ("Nilai", 13, True),
    ("Bobot", 13, True), ("Poin", 13, True),
)  # fmt: skip


def akun_pdf(orang: Pegawai, isi: HalamanNilai, *, cap: Cap) -> Cetakan:
    """The score sheet on F4."""
    kolom = [{"judul": n, "lebar": lebar, "angka": angka} for n, lebar, angka in _KOLOM]
    baris = [
        [b.kode, b.nama, b.mentah, b.nilai, f"{b.bobot_pakai} %", b.poin] for b in isi.akun.baris
    ]
    baris.append(["", "Jumlah", "", "", "100 %", isi.akun.skor])
    data = {
        "judul": "NILAI KINERJA PEGAWAI",
        "kepala": _kepala(orang, isi),
        "kalimat": isi.akun.kalimat,
        "tabel": {"judul": "", "kolom": kolom, "baris": baris},
        "baris": [_rincian(b) for b in isi.akun.baris],
        "catatan": _catatan(isi),
    }
    return cetak_pdf("akun.typ", data, nama=_nama(isi), cap=cap)


def _kepala(orang: Pegawai, isi: HalamanNilai) -> list[list[str]]:
    h, run = isi.hasil, isi.hasil.penilaian
    return [
        ["Nama", orang.nama_lengkap],
        ["NIP", orang.nip],
        ["Periode", f"{run.periode.nama} ({run.periode.kode}), perhitungan ke-{run.nomor}"],
        ["Keadaan per", tanggal(run.per)],
        ["Kriteria", f"{run.perangkat.nama}, {run.perangkat.kode} versi {run.perangkat.versi}"],
        ["Disampaikan", tanggal(h.disampaikan_pada)],
        ["Pejabat penilai", h.penilai.nama_lengkap if h.penilai else "belum diketahui"],
    ]


def _rincian(satu: BarisAkun) -> dict[str, Any]:
    isi = [("Aturan", satu.aturan), ("Dasar hukum", satu.dasar)]
    isi += [("Bukti", _bukti(rujukan)) for rujukan in satu.bukti]
    return {
        "judul": f"{satu.kode}. {satu.nama}",
        "alasan": satu.alasan,
        "isi": [[hal, kata] for hal, kata in isi],
    }


def _bukti(rujukan: Rujukan) -> str:
    return ", ".join(filter(None, (rujukan.bunyi, rujukan.sumber, rujukan.berkas)))


def _catatan(isi: HalamanNilai) -> list[str]:
    batas = tanggal(isi.jangka.keberatan.batas)
    return [
        "Jumlah poin semua baris sama persis dengan nilai. Yang belum dinilai bukan nilai 0.",
        f"Keberatan dapat diajukan sampai {batas}.",
        f"Sidik kriteria SHA-256 {isi.hasil.penilaian.perangkat.sha256}",
        f"Sidik rincian SHA-256 {isi.hasil.sha256}",
    ]


def akun_json(orang: Pegawai, isi: HalamanNilai, *, cap: Cap) -> Cetakan:
    """The account as data, lines as stored; the same account gives the same bytes."""
    h, run = isi.hasil, isi.hasil.penilaian
    akun = isi.akun.akun
    data: Mapping[str, Any] = {
        "nip": orang.nip,
        "nama": orang.nama_lengkap,
        "periode": run.periode.kode,
        "perhitungan": run.nomor,
        "per": run.per.isoformat(),
        "perangkat": {
            "kode": run.perangkat.kode,
            "versi": run.perangkat.versi,
            "sha256": run.perangkat.sha256,
        },
        "disampaikan": h.disampaikan_pada and h.disampaikan_pada.isoformat(),
        "diterima": isi.jangka.diterima.isoformat(),
        "keberatan_sampai": isi.jangka.keberatan.batas.isoformat(),
        "keadaan": akun.keadaan.value,
        "skor": None if akun.skor is None else str(akun.skor),
        "lengkap": akun.lengkap,
        "rincian": _baris_json(isi),
        "sha256": h.sha256,
    }
    teks = json.dumps(data, ensure_ascii=False, indent=2)
    return Cetakan(f"{_nama(isi)}.json", "json", f"{teks}\n".encode(), sidik_isi(data))


def _baris_json(isi: HalamanNilai) -> list[dict[str, Any]]:
    """The lines as ``manage.py nilai`` prints them, with what the account knows besides."""
    akun = isi.akun.akun
    return [
        satu
        | {
            "bobot_terbit": simpan["bobot"],
            "keadaan": simpan["keadaan"],
            "siapa": simpan["siapa"],
            "bukti": [_bukti(rujukan) for rujukan in layar.bukti],
        }
        for satu, simpan, layar in zip(
            rincian(akun), rincian_simpan(akun), isi.akun.baris, strict=True
        )
    ]


def _nama(isi: HalamanNilai) -> str:
    return f"nilai-{isi.hasil.penilaian.periode.kode}-{isi.hasil.penilaian.nomor}".lower()


CETAK: Mapping[str, Callable[..., Cetakan]] = {"pdf": akun_pdf, "json": akun_json}

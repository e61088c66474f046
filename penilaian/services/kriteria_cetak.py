"""A version of criteria as it goes out: its canonical text, and the page on paper."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from organisasi.selectors import instansi
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.models import KeadaanKriteria, SetKriteria
from penilaian.selectors.kriteria import BarisKriteria, Rincian
from toolkit.pdf import buat_pdf
from toolkit.policy import WrongMoment
from toolkit.templatetags.tampilan import tanggal, waktu


def _nama(satu: SetKriteria, bentuk: str) -> str:
    return f"kriteria-{satu.kode.lower()}-v{satu.versi}.{bentuk}"


def kriteria_teks(satu: SetKriteria) -> tuple[bytes, str]:
    """The bytes whose sha256 was published, and the name of the file; never of a draft."""
    if satu.keadaan != KeadaanKriteria.TERBIT:
        raise WrongMoment("Teks resmi ada sesudah kriteria terbit.")
    return satu.teks.encode(), _nama(satu, "json")


def kriteria_pdf(r: Rincian, *, pada: datetime) -> tuple[bytes, str]:
    """The page of a version on F4 as it stands at this moment, and the name of the file.

    It names no person, so it is the same for everybody; the hash at its foot is that of the
    canonical text.
    """
    satu = r.satu
    data = {
        "judul": satu.nama,
        "anak": f"Kriteria {satu.kode} versi {satu.versi}",
        "instansi": str(instansi() or ""),
        "cap": f"Keadaan halaman pada {waktu(pada)}",
        "rahasia": "" if r.terbit else "DRAF - belum terbit dan belum berlaku",
        "sidik": satu.sha256 or "(ada sesudah terbit)",
        "pengantar": satu.pengantar,
        "keterangan": _keterangan(r),
        "kriteria": [_kriteria(b) for b in r.baris],
        "tanya": [_tanya(t) for t in r.tanya],
        "sosialisasi": [
            [tanggal(s.tanggal), s.cara, s.unit.nama if s.unit else "Semua perangkat daerah",
             f"{s.hadir} dari {s.sasaran}"]
            for s in r.sosialisasi
        ],
    }  # fmt: skip
    return buat_pdf("kriteria.typ", data, waktu=pada).isi, _nama(satu, "pdf")


def _keterangan(r: Rincian) -> list[list[str]]:
    satu, p = r.satu, r.perangkat
    ganti = r.pengganti
    baris = [
        ["Dasar hukum", satu.dasar],
        ["Terbit", tanggal(satu.diterbitkan_pada) if r.terbit else "belum"],
        ["Berlaku sejak", tanggal(satu.berlaku_mulai) if r.terbit else "belum ditetapkan"],
        ["Diganti", f"versi {ganti.versi}, sejak {tanggal(ganti.berlaku_mulai)}" if ganti else "-"],
        ["Bobot terukur minimal", f"{bunyi_angka(p.bobot_minimal)} %"],
        ["Peringkat", ("dipakai" if p.peringkat else "tidak dipakai")],
    ]
    if p.urutan_seri:
        baris.append(["Bila seri, dilihat", ", lalu ".join(p.urutan_seri)])
    return baris


def _kriteria(b: BarisKriteria) -> dict[str, Any]:
    k = b.kriteria
    return {
        "kode": k.kode, "nama": k.sumber.nama, "bunyi": k.bunyi, "bobot": bunyi_angka(k.bobot),
        "bagian": float(b.bagian),
        "isi": [
            ["Dasar hukum", k.dasar],
            ["Dari mana datanya", f"{k.sumber.bunyi} Satuan: {k.satuan}."],
            ["Cara menghitung", b.rumus],
            ["Contoh", b.contoh.removeprefix("Contoh: ")],
            ["Bukti", k.bukti],
            ["Bila datanya tidak ada", b.bila_kosong.capitalize() + "."],
        ],
    }  # fmt: skip


def _tanya(t: Any) -> list[str]:
    return [t.pertanyaan, t.jawaban or "Belum dijawab.", tanggal(t.ditanyakan_pada)]

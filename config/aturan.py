"""Pages of docs/aturan/ made from the code, so that paper and program cannot drift apart."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from jejak.tindakan import TINDAKAN
from mutasi.kernel.aturan.daftar import ATURAN_JALAN
from mutasi.kernel.aturan.dasar import Aturan, Lingkup
from mutasi.kernel.aturan.pelaku import PENGGANTI
from mutasi.kernel.ketentuan_jalan import nama_ketentuan_jalan
from mutasi.kernel.keterangan import KETERANGAN
from organisasi.impor import JENIS
from organisasi.izin import (
    IZIN_PERAN,
    PERAN_BERTOTP,
    PERAN_SEINSTANSI,
    Izin,
    Peran,
)
from organisasi.izin_rangkap import RANGKAP_SAH, RANGKAP_TERLARANG
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.metode import PENJELASAN, Penjelasan
from penilaian.kernel.metode_nilai import PENJELASAN_NILAI
from penilaian.kernel.peringatan import PERINGATAN, PERINGATAN_ORANG
from penilaian.kernel.putusan import Syarat
from penilaian.kernel.set_siap import SET_SIAP
from penilaian.kernel.sumber_nilai import URAIAN, Keluarga, UraianSumber
from penilaian.kernel.syarat import SYARAT
from toolkit.templatetags.tampilan import nilai, tanggal

RUANG = {"jejak", "organisasi", "pegawai", "penilaian", "mutasi"}
_KEPALA = "<!-- Ditulis oleh `manage.py tulis_aturan`; jangan diubah dengan tangan. -->\n\n"


def halaman_aturan() -> dict[str, str]:
    """File name -> text."""
    return {
        "peran.md": _KEPALA + _peran(),
        "tindakan.md": _KEPALA + _tindakan(),
        "impor.md": _KEPALA + _impor(),
        "syarat.md": _KEPALA + _syarat(),
        "jalan.md": _KEPALA + _jalan(),
        "metode.md": _KEPALA + _metode(),
        "nilai.md": _KEPALA + _nilai(),
        "kriteria.md": _KEPALA + _kriteria(),
    }


def _tabel(judul: Sequence[str], baris: Sequence[Sequence[str]]) -> str:
    garis = ["| " + " | ".join(judul) + " |", "|" + " --- |" * len(judul)]
    return "\n".join(garis + ["| " + " | ".join(b) + " |" for b in baris]) + "\n"


def _peran() -> str:
    baris = [
        (
            p.label,
            "seluruh instansi" if p in PERAN_SEINSTANSI else "unit dan bawahannya",
            "wajib" if p in PERAN_BERTOTP else "",
            ", ".join(f"`{i.value}`" for i in Izin if i in IZIN_PERAN[p]),
        )
        for p in Peran
    ]
    izin = [(f"`{i.value}`", i.label) for i in Izin]
    larang = sorted(" dan ".join(sorted(p.label for p in s)) for s in RANGKAP_TERLARANG)
    sah = [
        (" dan ".join(sorted(p.label for p in s)), kalimat) for s, kalimat in RANGKAP_SAH.items()
    ]
    return (
        "# Peran dan hak\n\n"
        + _tabel(("Peran", "Jangkauan", "Kode dua langkah", "Hak"), baris)
        + "\n## Hak\n\n"
        + _tabel(("Hak", "Arti"), izin)
        + "\n## Rangkap yang sah\n\n"
        + _tabel(("Peran", "Sebab"), sah)
        + "\n## Rangkap yang terlarang\n\n"
        + "".join(f"- {kalimat}\n" for kalimat in larang)
    )


def _tindakan() -> str:
    baris = [
        (f"`{kode}`", t.bunyi)
        for kode, t in sorted(TINDAKAN.items())
        if kode.split(".", 1)[0] in RUANG
    ]
    return "# Perbuatan yang meninggalkan jejak\n\n" + _tabel(("Kode", "Bunyi"), baris)


def _impor() -> str:
    bagian = ["# Jenis impor dan kolomnya\n"]
    for jenis in JENIS.values():
        kolom = [
            (
                f"`{k.header}`",
                "wajib" if k.wajib else "",
                "disimpan" if k.simpan else "hanya diperiksa",
                ", ".join(f"`{a}`" for a in k.aliases),
            )
            for k in jenis.kolom
        ]
        bagian.append(
            f"\n## {jenis.label} (`{jenis.kode}`)\n\n{jenis.keterangan}\n\n"
            + _tabel(("Kolom", "Wajib", "Nasib", "Nama lain"), kolom)
        )
    return "".join(bagian)


_IZIN = {"H12", "H18"}


def _syarat() -> str:
    peringatan = sorted((*PERINGATAN, *PERINGATAN_ORANG), key=lambda satu: satu.kode)
    return (
        "# Syarat dan peringatan: orang terhadap jabatan\n\n"
        "Nilai ketentuan bertanggal dan dapat berubah; yang berlaku tampil di halaman Ketentuan.\n"
        "Yang tidak diketahui tidak pernah dianggap gagal: putusannya *tidak dapat diperiksa*, "
        "beserta siapa yang harus melengkapi.\n"
        "\n## Syarat (H)\n\n" + _tabel_syarat(SYARAT) + "\n## Peringatan (W)\n\n"
        "Boleh, dengan alasan tertulis (panjang paling sedikit `min_huruf_alasan`). W02 diperiksa "
        "per orang tanpa jabatan tujuan; W08 (hubungan keluarga) hanya dilihat pemeriksaan "
        "konflik kepentingan.\n\n" + _tabel_syarat(peringatan)
    )


def _tabel_syarat(semua: Sequence[Syarat]) -> str:
    judul = ("Kode", "Syarat", "Dasar", "Yang diperiksa", "Putusan", "Ketentuan")
    baris = [
        (
            satu.kode,
            satu.judul,
            satu.dasar,
            satu.memeriksa,
            _putusan(satu.kode),
            ", ".join(f"`{k}`" for k in satu.ketentuan),
        )
        for satu in semua
    ]
    return _tabel(judul, baris)


def _putusan(kode: str) -> str:
    if kode.startswith("W"):
        buruk = "peringatan"
    else:
        buruk = "butuh izin" if kode in _IZIN else "tidak lolos"
    return f"lolos, {buruk}, tidak dapat diperiksa"


def _jalan() -> str:
    peran = {p.value: p.label for p in Peran}
    pengganti = [(peran[k], isi.kalimat, isi.dasar) for k, isi in PENGGANTI.items()]
    keterangan = [(f"`{k.kode}`", k.kata, k.golongan.value) for k in KETERANGAN.values()]
    bagian = [
        f"\n## {_LINGKUP[lingkup]}\n\n"
        + _tabel_jalan([satu for satu in ATURAN_JALAN if satu.lingkup is lingkup])
        for lingkup in Lingkup
    ]
    return (
        "# Syarat dan peringatan: dari usul sampai keputusan\n\n"
        "Syarat orang terhadap jabatan ada di `syarat.md`. H12 dan H18 ada di kedua daftar: di "
        "sana menandai pasangan, di sini menahan SK. Yang tidak diketahui tidak pernah dianggap "
        "terpenuhi: langkahnya tertahan dan disebut siapa yang melengkapi.\n"
        + "".join(bagian)
        + "\n## Siapa yang bertindak bila pejabatnya tidak boleh\n\n"
        "Untuk peran lain: pejabat lain dengan peran sama.\n\n"
        + _tabel(("Peran", "Pengganti", "Dasar"), pengganti)
        + "\n## Keterangan TPK\n\n"
        + _tabel(("Kode", "Bunyi", "Golongan"), keterangan)
        + "\n## Ketentuan dan nilai bawaannya\n\n"
        + _BERTANGGAL
        + _tabel_bawaan()
    )


_LINGKUP = {
    Lingkup.BERKAS: "Seluruh berkas",
    Lingkup.KASUS: "Satu usulan",
    Lingkup.LANGKAH: "Satu perbuatan",
    Lingkup.DOKUMEN: "Satu dokumen",
}


def _tabel_jalan(semua: Sequence[Aturan[Any]]) -> str:
    judul = ("Kode", "Syarat", "Dasar", "Yang diperiksa", "Sebelum", "Ketentuan")
    baris = [
        (
            satu.kode,
            satu.judul,
            satu.dasar,
            satu.memeriksa,
            ", ".join(titik.value for titik in satu.sebelum) or "setiap kali",
            ", ".join(f"`{k}`" for k in satu.ketentuan),
        )
        for satu in semua
    ]
    return _tabel(judul, baris)


BAWAAN_JALAN = (
    "mutasi.migrations.0003_ketentuan_jalan",
    "mutasi.migrations.0009_nomor_sk",
    "mutasi.migrations.0010_semester_guru",
)


def _tabel_bawaan() -> str:
    """What a fresh installation starts with; names shared with the pair rules stand there."""
    isi = [satu for modul in BAWAAN_JALAN for satu in import_module(modul).KETENTUAN]
    baris = [
        (f"`{k}`", nilai(n), s, tanggal(m), d, c) for k, n, s, m, d, c in isi
    ]  # fmt: skip
    ada = {k for k, *_ in isi}
    lain = ", ".join(f"`{k}`" for k in nama_ketentuan_jalan() if k not in ada)
    judul = ("Ketentuan", "Bawaan", "Satuan", "Sejak", "Dasar", "Catatan")
    return _tabel(judul, baris) + f"\nIkut dibaca dari syarat pasangan: {lain}.\n"


_BERTANGGAL = (
    "Nilai ketentuan bertanggal dan dapat berubah; yang berlaku tampil di halaman Ketentuan.\n\n"
)


def _metode() -> str:
    return (
        "# Metode kebutuhan pegawai\n\n"
        "Hitungan memakai pecahan tepat dan dibulatkan sekali, di akhir. Kekurangan dan kelebihan "
        "dijumlahkan terpisah, tidak pernah saling menutupi.\n"
        + _BERTANGGAL
        + _tabel_metode("Metode", PENJELASAN)
    )


def _nilai() -> str:
    return (
        "# Cara menilai pegawai\n\n"
        "Yang belum diketahui disebut belum dinilai, tidak pernah nol. Peringatan ditujukan kepada "
        "pejabat yang memutus; tidak ada hukuman atau penolakan yang dijatuhkan SERASI.\n"
        + _BERTANGGAL
        + _tabel_metode("Penilaian", PENJELASAN_NILAI)
    )


def _tabel_metode(judul: str, penjelasan: Sequence[Penjelasan]) -> str:
    baris = [
        (
            satu.judul,
            satu.dasar,
            "<br>".join(satu.rumus),
            satu.pembulatan,
            ", ".join(f"`{k}`" for k in satu.ketentuan),
        )
        for satu in penjelasan
    ]
    return _tabel((judul, "Dasar", "Rumus", "Pembulatan", "Ketentuan"), baris)


def _kriteria() -> str:
    sumber = [
        (f"`{kode.value}`", u.nama, _untuk(u), u.satuan, u.bunyi, _isi_sumber(u))
        for kode, u in URAIAN.items()
    ]
    siap = [
        (s.perangkat.nama, s.perlu, ", ".join(
            f"{k.sumber.nama} {bunyi_angka(k.bobot)}" for k in s.perangkat.kriteria
        ))
        for s in SET_SIAP.values()
    ]  # fmt: skip
    return (
        "# Kriteria: sumber data dan set siap pakai\n\n"
        "Hanya sumber di daftar ini yang dapat diberi bobot; yang tidak ada di sini tidak pernah "
        "menjadi angka. Cara menambahnya: `docs/menambah-kriteria.md`.\n"
        "\n## Sumber\n\n"
        + _tabel(("Kode", "Nama", "Untuk", "Satuan", "Yang diukur", "Isinya"), sumber)
        + "\n## Set siap pakai\n\n"
        + _tabel(("Nama", "Yang diperlukan", "Bobot"), siap)
    )


def _untuk(u: UraianSumber) -> str:
    return ", ".join(k.value for k in Keluarga if k in u.keluarga)


def _isi_sumber(u: UraianSumber) -> str:
    """Its words, or the bounds within which a number can be true."""
    if u.kata:
        return ", ".join(u.kata)
    bulat = "; bilangan bulat" if u.bulat else ""
    bawah = bunyi_angka(u.bawah)
    if u.atas is None:
        return f"mulai {bawah}{bulat}"
    return f"{bawah} sampai {bunyi_angka(u.atas)}{bulat}"

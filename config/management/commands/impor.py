"""``impor JENIS BERKAS``: look at a file, or apply it (docs/antarmuka.md, section 3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import (
    DITOLAK,
    SEBAGIAN,
    SELESAI,
    TIDAK_TERPAKAI,
    Berhenti,
    Perintah,
    pelaku,
    tanggal,
)
from organisasi.impor import JENIS, Hasil, JenisImpor
from organisasi.selectors import KetentuanTidakAda
from organisasi.services.impor import (
    hasil_json,
    periksa_berkas,
    refused_workbook,
)
from organisasi.services.impor_langsung import terapkan_langsung
from toolkit.policy import Refusal
from toolkit.tabular import BerkasDitolak, Problem

_TAMPIL = 20


class Command(Perintah):
    help = "Memeriksa berkas impor; dengan --terapkan, menerapkan baris yang baik."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("jenis", metavar="JENIS", help=", ".join(JENIS))
        parser.add_argument("berkas", metavar="BERKAS", type=Path)
        parser.add_argument("--terapkan", action="store_true", help="tulis ke register")
        parser.add_argument("--per", metavar="TANGGAL", help="hari yang diterangkan berkas")
        parser.add_argument("--tahun", metavar="N", help="tahun penilaian (jenis kinerja)")
        parser.add_argument("--tolak", metavar="BERKAS.xlsx", type=Path,
                            help="tulis baris yang ditolak beserta alasannya")  # fmt: skip

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Look or apply; status 0, 3 with refused rows, 2 and 4 as sentences."""
        jenis = jenis_impor(options["jenis"])
        berkas: Path = options["berkas"]
        if not berkas.is_file():
            raise Berhenti(TIDAK_TERPAKAI, f"Berkas '{berkas}' tidak ditemukan.")
        try:
            hasil = self._kerjakan(jenis, berkas, options)
        except BerkasDitolak as galat:
            raise Berhenti(TIDAK_TERPAKAI, f"{galat.pesan} [{galat.kode}]") from galat
        except Refusal as tolak:
            return self._tolak(jenis, berkas, tolak.kode, tolak.kalimat)
        except KetentuanTidakAda as tolak:
            return self._tolak(jenis, berkas, "ketentuan_tidak_ada", str(tolak))
        if options["tolak"] and hasil.galat:
            refused_workbook(hasil, berkas, jenis, options["tolak"])
            self.stderr.write(f"Baris yang ditolak ditulis ke {options['tolak']}.")
        self._hasil = hasil
        status = SEBAGIAN if hasil.ditolak else SELESAI
        return status, hasil_json(hasil, diterapkan=options["terapkan"])

    def _kerjakan(self, jenis: JenisImpor, berkas: Path, options: dict[str, Any]) -> Hasil:
        kerja = terapkan_langsung if options["terapkan"] else periksa_berkas
        parameter = {nama: options[nama] for nama in jenis.parameter if options.get(nama)}
        try:
            return kerja(
                berkas,
                jenis,
                per=tanggal(options["per"], timezone.localdate()),
                oleh=pelaku(options["oleh"]),
                parameter=parameter,
                kemajuan=self._kemajuan,
            )
        finally:
            if self.stderr.isatty():
                self.stderr.write("\r" + " " * 60 + "\r", ending="")

    def _tolak(
        self, jenis: JenisImpor, berkas: Path, kode: str, pesan: str
    ) -> tuple[int, dict[str, Any]]:
        """A rule of the domain says no: its code and sentence, as words and as JSON."""
        self.stderr.write(f"{pesan} [{kode}]")
        return DITOLAK, {
            "jenis": jenis.kode, "berkas": berkas.name, "diterapkan": False,
            "kode": kode, "pesan": pesan,
        }  # fmt: skip

    def _kemajuan(self, persen: int, langkah: str) -> None:
        if self.stderr.isatty():
            balok = "#" * (persen // 5)
            self.stderr.write(f"\r[{balok:<20}] {persen:3d}% {langkah:<30}", ending="")

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """The answer first, then what to mend."""
        if "kode" in hasil:
            return
        tulis = self.stdout.write
        tulis(f"{hasil['berkas']} ({JENIS[hasil['jenis']].label}), keadaan per {hasil['per']}")
        tulis(
            f"{hasil['baris']} baris: {hasil['diterima']} diterima, {hasil['ditolak']} ditolak. "
            f"{hasil['baru']} baru, {hasil['berubah']} berubah, {hasil['sama']} sama, "
            f"{hasil['keluar']} tidak ada lagi di berkas."
        )
        for kolom, jumlah in hasil["perubahan"].items():
            tulis(f"  {kolom}: {jumlah} berubah")
        for nama, daftar in (("hilang", hasil["kolom_hilang"]), ("asing", hasil["kolom_asing"])):
            if daftar:
                tulis(f"Kolom {nama}: {', '.join(daftar)}")
        for catatan in hasil["catatan"]:
            tulis(catatan)
        self._daftar("Ditolak", self._hasil.galat)
        self._daftar("Peringatan", self._hasil.peringatan)
        if not hasil["diterapkan"]:
            tulis("Belum ada yang ditulis. Tambahkan --terapkan untuk menerapkan baris yang baik.")

    def _daftar(self, judul: str, masalah: list[Problem]) -> None:
        if not masalah:
            return
        self.stdout.write(f"{judul} ({len(masalah)}):")
        for satu in masalah[:_TAMPIL]:
            kolom = f", {satu.kolom}" if satu.kolom else ""
            self.stdout.write(f"  baris {satu.baris}{kolom}: {satu.pesan} [{satu.kode}]")
        if len(masalah) > _TAMPIL:
            sisa = len(masalah) - _TAMPIL
            self.stdout.write(f"  … dan {sisa} lagi; semuanya ada dengan --json BERKAS.")


def jenis_impor(kode: str) -> JenisImpor:
    """The kind by its code; an unknown one ends the command with the list."""
    jenis = JENIS.get(kode)
    if jenis is None:
        raise Berhenti(
            TIDAK_TERPAKAI, f"Jenis impor '{kode}' tidak dikenal. Pilihan: {', '.join(JENIS)}."
        )
    return jenis

"""``demo``: the invented Kabupaten Contoh in an empty database (docs/antarmuka.md, section 2)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.peragaan.akun import SANDI
from config.peragaan.isi import SudahBerisi, isi_peragaan
from config.perintah import DITOLAK, SELESAI, TIDAK_TERPAKAI, Berhenti, Perintah, pelaku, tanggal
from organisasi.models import Instansi, Pengguna

MAKS = 50_000


class Command(Perintah):
    help = "Mengisi basis data kosong dengan Kabupaten Contoh (rekaan)."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--pegawai", type=int, default=1500, help=f"1 sampai {MAKS}")
        parser.add_argument("--benih", type=int, default=1, help="benih yang sama, isi yang sama")
        parser.add_argument("--per", metavar="TANGGAL", help="bawaan: hari ini")
        parser.add_argument("--akun", action="store_true", help="hanya tampilkan akun peragaan")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Fill, or only say who may log in."""
        if not options["akun"]:
            self._isi(options)
        elif not Instansi.objects.filter(peragaan=True).exists():
            raise Berhenti(DITOLAK, "Basis data ini bukan peragaan; tidak ada akun umum.",
                           kode="bukan_peragaan")  # fmt: skip
        akun = Pengguna.objects.filter(teknis=False).order_by("pk").prefetch_related("penugasan")
        return SELESAI, {
            "sandi": SANDI,
            "akun": [
                {"nama_pengguna": a.nama_pengguna, "nama": a.nama,
                 "peran": [p.get_peran_display() for p in a.penugasan.all()]}
                for a in akun
            ],
        }  # fmt: skip

    def _isi(self, options: dict[str, Any]) -> None:
        if not 1 <= options["pegawai"] <= MAKS:
            raise Berhenti(TIDAK_TERPAKAI, f"Isi --pegawai dengan angka 1 sampai {MAKS}.")
        try:
            isi_peragaan(
                jumlah=options["pegawai"],
                benih=options["benih"],
                per=tanggal(options["per"], timezone.localdate()),
                oleh=pelaku(options["oleh"]),
                lapor=lambda kalimat: self.stderr.write(kalimat),
            )
        except SudahBerisi as berisi:
            raise Berhenti(DITOLAK, str(berisi), kode="sudah_berisi") from berisi

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """The accounts, one a line."""
        self.stdout.write(f"Akun peragaan (sandi semuanya: {hasil['sandi']}):")
        for akun in hasil["akun"]:
            self.stdout.write(f"  {akun['nama_pengguna']:<20} {', '.join(akun['peran'])}")

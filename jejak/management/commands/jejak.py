"""``manage.py jejak``: export the trail, check it, prove an entry, close days, prune the log.

Exit status: 0 well, 2 unusable input, 4 the trail is broken or the act was refused.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jejak import akses
from jejak.akar import terbitkan_akar
from jejak.catat import BerPelaku
from jejak.ekspor import baris_jsonl
from jejak.kernel.rantai import AkarDiberi, baca_akar
from jejak.tanda_terima import buat_tanda_terima
from jejak.verifikasi import Laporan, verifikasi
from toolkit.policy import Refusal

BELUM_TERLINDUNG = "Entri sesudah akar terakhir yang diterbitkan belum terlindung dari penghapusan."


class Command(BaseCommand):
    """Five subcommands; what each prints is part of the product (docs/antarmuka.md)."""

    help = "Mengekspor, memeriksa, dan menutup harian jejak."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the subcommands."""
        sub = parser.add_subparsers(dest="perintah", required=True)
        ekspor = sub.add_parser("ekspor", help="menulis seluruh jejak sebagai JSONL")
        ekspor.add_argument("berkas", metavar="FILE.jsonl")
        periksa = sub.add_parser("verifikasi", help="memeriksa rantai, isi, dan akar")
        periksa.add_argument("--akar", help="<jumlah>:<heksa> atau <heksa> yang pernah terbit")
        terima = sub.add_parser("tanda-terima", help="membuat tanda terima satu entri")
        terima.add_argument("urutan", type=int, metavar="NOMOR")
        terima.add_argument("berkas", metavar="FILE.json")
        tutup = sub.add_parser("tutup-hari", help="menutup hari catatan akses, menerbitkan akar")
        pangkas = sub.add_parser("pangkas-akses", help="menghapus catatan akses lewat masa simpan")
        pangkas.add_argument("--retensi-tahun", type=int, default=akses.RETENSI_TAHUN)
        for menulis in (tutup, pangkas):
            menulis.add_argument("--oleh", default="sistem", metavar="NAMA_PENGGUNA")
            menulis.add_argument("--per", type=date.fromisoformat, help="hari ini, bila lain")
        for satu in (ekspor, periksa, terima, tutup, pangkas):
            satu.add_argument("--json", metavar="FILE", help="hasil sebagai JSON; - = layar")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run one subcommand."""
        jalankan = getattr(self, f"_{options['perintah'].replace('-', '_')}")
        try:
            jalankan(options)
        except Refusal as tolak:
            self._hasil(options, {"kode": tolak.kode, "pesan": tolak.kalimat}, "")
            raise CommandError(f"{tolak.kode}: {tolak.kalimat}", returncode=4) from tolak

    def _ekspor(self, options: dict[str, Any]) -> None:
        berkas = Path(options["berkas"])
        entri = 0
        try:
            with berkas.open("w", encoding="utf-8", newline="\n") as keluaran:
                for baris in baris_jsonl():
                    keluaran.write(baris)
                    entri += 1
        except OSError as galat:
            pesan = f"Tidak dapat menulis {berkas}: {galat.strerror}."
            raise CommandError(pesan, returncode=2) from galat
        hasil = {"berkas": str(berkas), "entri": entri}
        self._hasil(options, hasil, f"{entri} entri ditulis ke {berkas}.")

    def _verifikasi(self, options: dict[str, Any]) -> None:
        laporan = verifikasi(self._akar(options["akar"]))
        self._hasil(options, laporan.json(), _ringkas(laporan))
        if not laporan.sah:
            pesan = f"Jejak TIDAK sah: {len(laporan.pelanggaran)} pelanggaran."
            raise CommandError(pesan, returncode=4)

    def _tanda_terima(self, options: dict[str, Any]) -> None:
        berkas, isi = Path(options["berkas"]), buat_tanda_terima(options["urutan"])
        try:
            berkas.write_text(f"{json.dumps(isi, ensure_ascii=False, indent=1)}\n", "utf-8")
        except OSError as galat:
            pesan = f"Tidak dapat menulis {berkas}: {galat.strerror}."
            raise CommandError(pesan, returncode=2) from galat
        akar = f"{isi['akar']['n']}:{isi['akar']['akar']}"
        hasil = {"berkas": str(berkas), "urutan": options["urutan"], "akar": akar}
        self._hasil(options, hasil, f"Tanda terima ditulis ke {berkas}. Akarnya: {akar}")

    def _tutup_hari(self, options: dict[str, Any]) -> None:
        oleh, per = self._oleh(options["oleh"]), options["per"] or timezone.localdate()
        hari = akses.hari_terbuka(per)
        for satu in hari:
            akses.tutup_hari(satu, oleh=oleh)
        akar = terbitkan_akar()
        hasil = {"hari": [satu.isoformat() for satu in hari], "akar": str(akar)}
        self._hasil(options, hasil, f"{len(hari)} hari ditutup. Akar yang terbit: {akar}")

    def _pangkas_akses(self, options: dict[str, Any]) -> None:
        oleh, per = self._oleh(options["oleh"]), options["per"] or timezone.localdate()
        jumlah = akses.pangkas(oleh=oleh, per=per, retensi_tahun=options["retensi_tahun"])
        self._hasil(options, {"dihapus": jumlah}, f"{jumlah} catatan akses dihapus.")

    def _akar(self, teks: str | None) -> AkarDiberi | None:
        try:
            return baca_akar(teks) if teks else None
        except ValueError as galat:
            raise CommandError(str(galat), returncode=2) from galat

    def _oleh(self, nama: str) -> BerPelaku:
        pengguna = get_user_model()
        try:
            oleh: Any = pengguna._default_manager.get_by_natural_key(nama)  # type: ignore[attr-defined]
        except pengguna.DoesNotExist as galat:
            raise CommandError(f"Pengguna {nama} tidak ada.", returncode=2) from galat
        return oleh  # type: ignore[no-any-return]

    def _hasil(self, options: dict[str, Any], hasil: dict[str, Any], ringkas: str) -> None:
        teks = json.dumps(hasil, ensure_ascii=False)
        if options["json"] == "-":
            self.stdout.write(teks)
            return
        if options["json"]:
            try:
                Path(options["json"]).write_text(f"{teks}\n", encoding="utf-8")
            except OSError as galat:
                pesan = f"Tidak dapat menulis {options['json']}: {galat.strerror}."
                raise CommandError(pesan, returncode=2) from galat
        if ringkas:
            self.stdout.write(ringkas)


def _ringkas(laporan: Laporan) -> str:
    baris = [f"nomor {satu.urutan}: {satu.kode}: {satu.pesan}" for satu in laporan.pelanggaran]
    keadaan = "Jejak sah." if laporan.sah else "Jejak TIDAK sah:"
    ekor = [f"Entri : {laporan.entri}", f"Kepala: {laporan.kepala}"]
    ekor += [f"Akar  : {laporan.entri}:{laporan.akar}", BELUM_TERLINDUNG]
    return "\n".join([keadaan, *baris, *ekor])

"""``manage.py laksanakan_mutasi``: carry out the decrees whose day has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import SEBAGIAN, SELESAI, TIDAK_TERPAKAI, Berhenti, Perintah, tanggal
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo, ringkas


class Command(Perintah):
    """Run again it does only what is left. ANTARMUKA section 1; docs/antarmuka.md."""

    help = "Memberlakukan keputusan mutasi yang TMT-nya sudah tiba."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--per", metavar="TANGGAL", help="bawaan: hari ini; tidak boleh nanti")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        kini = timezone.localdate()
        per = tanggal(options["per"], kini)
        if per > kini:
            raise Berhenti(
                TIDAK_TERPAKAI, "Riwayat memuat yang sudah benar; --per tidak boleh di masa depan."
            )
        hasil = ringkas(laksanakan_jatuh_tempo(per=per))
        return SEBAGIAN if hasil["terhambat"] else SELESAI, {"per": per, **hasil}

    def ringkas(self, hasil: dict[str, Any]) -> None:
        self.stdout.write(hasil["kalimat"])
        for satu in hasil["terhambat"]:
            self.stdout.write(f"  {satu['usulan']}: {satu['sebab']}")

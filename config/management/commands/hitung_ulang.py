"""``hitung_ulang``: recompute everything derived and say what changed (docs/antarmuka.md)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import SELESAI, Perintah, pelaku, tanggal
from config.turunan import hitung_ulang
from penilaian.services.hitung_ulang_abk import perhitungan_menyimpang

_SEBUTAN = {
    "pohon_unit": "unit yang letaknya di pohon dibetulkan",
    "penugasan_tersambung": "penugasan yang unitnya kini ada di hierarki",
    "salinan_pegawai": "pegawai yang salinan jabatan, BUP, atau TMT pensiunnya dibetulkan",
    "isi_formasi": "formasi yang jumlah isinya dibetulkan",
    "kata_cari": "pegawai yang kata pencariannya dibetulkan",
    "kebutuhan_dipakai": "kebutuhan yang tanda dipakainya dibetulkan",
    "peran_pegawai": "peran pegawai yang mengikuti unit pemegangnya",
}


class Command(Perintah):
    help = "Menghitung ulang semua data turunan dan menyebutkan apa yang berubah."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--per", metavar="TANGGAL", help="hari acuan (bawaan: hari ini)")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Recompute; status 0."""
        per = tanggal(options["per"], timezone.localdate())
        berubah = hitung_ulang(per=per, oleh=pelaku(options["oleh"]))
        menyimpang = perhitungan_menyimpang(per=per)
        return SELESAI, {"per": per.isoformat(), "berubah": berubah, "menyimpang": menyimpang}

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """One line per kind that changed."""
        baris = [f"{n} {_SEBUTAN[apa]}." for apa, n in hasil["berubah"].items() if n]
        if hasil["menyimpang"]:
            nomor = ", ".join(map(str, hasil["menyimpang"]))
            baris.append(
                "Perhitungan yang tidak sesuai uraian tugas dan ketentuannya sendiri (tidak "
                f"diubah; susun versi berikutnya): {nomor}."
            )
        self.stdout.write("\n".join(baris) or "Tidak ada yang berubah.")

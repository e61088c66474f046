"""``manage.py nilai``: compute the scores of one period, with the account of every person."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import DITOLAK, SELESAI, TIDAK_TERPAKAI, Berhenti, Perintah, pelaku
from penilaian.models import PeriodeKinerja, SetKriteria
from penilaian.selectors.penilaian_json import isi_penilaian
from penilaian.services.penilaian import Jawaban, Permintaan, hitung_nilai
from toolkit.policy import Refusal


class Command(Perintah):
    """Writes a run beside the earlier ones; nothing when nothing changed. ANTARMUKA section 5."""

    help = "Hitung nilai kinerja semua pegawai untuk satu periode."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--periode", metavar="KODE", required=True)
        parser.add_argument(
            "--perangkat", metavar="KODE", help="bawaan: kriteria yang paling akhir berlaku"
        )
        parser.add_argument("--paksa", action="store_true", help="hitung walau tidak ada perubahan")
        parser.add_argument("--alasan", default="", help="wajib dengan --paksa")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        periode = _periode(options["periode"])
        minta = Permintaan(
            periode,
            timezone.localdate(),
            pelaku(options["oleh"]),
            alasan=options["alasan"],
            perangkat=_perangkat(periode, options["perangkat"]),
            paksa=options["paksa"],
        )
        try:
            jawaban = hitung_nilai(minta, _Kemajuan(self.stderr))
        except Refusal as penolakan:
            raise Berhenti(DITOLAK, penolakan.kalimat, kode=penolakan.kode) from penolakan
        self._jawaban: Jawaban = jawaban
        return SELESAI, isi_penilaian(jawaban.penilaian) if options["json"] else {}

    def ringkas(self, hasil: dict[str, Any]) -> None:
        self.stdout.write(self._jawaban.kalimat)


class _Kemajuan:
    """Progress on standard error: a bar when somebody watches."""

    def __init__(self, stderr: Any) -> None:
        self._stderr = stderr
        self._langkah = ""

    def __call__(self, persen: int, langkah: str) -> None:
        if sys.stderr.isatty():
            penuh = "#" * (persen // 5)
            self._stderr.write(f"\r[{penuh:<20}] {persen:3}% {langkah:<50}", ending="")
            if persen >= 90:
                self._stderr.write("")


def _periode(kode: str) -> PeriodeKinerja:
    satu = PeriodeKinerja.objects.filter(kode=kode).first()
    if satu is None:
        ada = ", ".join(PeriodeKinerja.objects.values_list("kode", flat=True)[:12])
        raise Berhenti(
            TIDAK_TERPAKAI, f"Periode '{kode}' tidak ada. Yang ada: {ada or 'belum ada satu pun'}."
        )
    return satu


def _perangkat(periode: PeriodeKinerja, kode: str | None) -> SetKriteria | None:
    if not kode:
        return None
    satu = SetKriteria.objects.berlaku(periode.selesai).filter(kode=kode).first()
    if satu is None:
        raise Berhenti(
            TIDAK_TERPAKAI,
            f"Kriteria '{kode}' tidak berlaku pada {periode.selesai:%d-%m-%Y}.",
        )
    return satu

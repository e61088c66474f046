"""``manage.py cari_calon``: who can fill one post on one day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import SELESAI, TIDAK_TERPAKAI, Berhenti, Perintah, tanggal
from mutasi.selectors.calon import Pencarian, cari_semua
from pegawai.models import Formasi
from penilaian.kernel.ketentuan import KetentuanTidakLengkap
from penilaian.kernel.verdik import Verdik
from toolkit.nilai import kunci_id

DISEBUT = (Verdik.MEMENUHI, Verdik.HAMPIR, Verdik.TIDAK_DAPAT_DIPERIKSA)


class Command(Perintah):
    """Reads only; see ANTARMUKA section 4 for the object. Every rule of every listed person."""

    help = "Cari calon untuk satu formasi: siapa memenuhi, hampir, atau tidak dapat diperiksa."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--unor", metavar="ID", required=True, help="id SIASN unit tujuan")
        parser.add_argument("--jabatan", metavar="ID", required=True, help="id SIASN jabatan")
        parser.add_argument("--per", metavar="TANGGAL", help="bawaan: hari ini")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        per = tanggal(options["per"], timezone.localdate())
        formasi = _formasi(options["unor"], options["jabatan"])
        try:
            hasil = cari_semua(formasi.pk, per=per)
        except KetentuanTidakLengkap as kurang:
            raise Berhenti(
                TIDAK_TERPAKAI, f"Ketentuan ini belum bernilai pada {per:%d-%m-%Y}: {kurang}."
            ) from kurang
        return SELESAI, susun(hasil, formasi, per)

    def ringkas(self, hasil: dict[str, Any]) -> None:
        hitung = {v.value: 0 for v in DISEBUT}
        for calon in hasil["calon"]:
            hitung[calon["verdict"]] += 1
        post = hasil["formasi"]
        self.stdout.write(
            f"{post['jabatan']}, {post['unor']}, per {hasil['per']}: "
            f"{hitung['memenuhi']} memenuhi, {hitung['hampir']} hampir, "
            f"{hitung['tidak_dapat_diperiksa']} tidak dapat diperiksa. Tidak memenuhi menurut "
            f"aturan: {hasil['tidak_memenuhi'] or 'tidak ada'}."
        )


def _formasi(unor: str, jabatan: str) -> Formasi:
    posts = Formasi.objects.select_related("unit", "jabatan").filter(
        unit__kunci=kunci_id(unor), jabatan__kunci=kunci_id(jabatan)
    )
    post = posts.first()
    if post is None:
        raise Berhenti(
            TIDAK_TERPAKAI,
            f"Formasi dengan unor '{unor}' dan jabatan '{jabatan}' tidak ada. "
            "Periksa nilai --unor dan --jabatan.",
        )
    return post


def susun(hasil: Pencarian, formasi: Formasi, per: date) -> dict[str, Any]:
    """The object of the command; people in the published order, the refused only counted."""
    calon = [
        {
            "nip": baris.orang.nip,
            "verdict": verdik.value,
            "aturan": [putusan.json() for putusan in baris.putusan],
        }
        for verdik in DISEBUT
        for baris in hasil.baris(hasil.pilih(verdik), verdik)
    ]
    return {
        "formasi": {
            "unor_id": formasi.unit.siasn_id,
            "unor": formasi.unit.nama,
            "jabatan_id": formasi.jabatan.siasn_id,
            "jabatan": formasi.jabatan.nama,
        },
        "per": per.isoformat(),
        "calon": calon,
        "tidak_memenuhi": hasil.larik.tidak_memenuhi(hasil.aturan.pasangan.hampir_maks_aturan),
    }

"""ABK papers too long to wait for: made by the worker, kept for some days for who asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import transaction
from django.utils import timezone

from organisasi.models import Pengguna, Proses, UnitKerja
from organisasi.services.cetak import Cap, Cetakan, simpan_cetakan
from organisasi.services.proses import jadwalkan
from penilaian.selectors.cetak_abk import Formulir, formulir_cabang, rekap
from penilaian.services.cetak_abk import formulir_pdf, formulir_xlsx, nama_unit
from penilaian.services.cetak_abk_rekap import rekap_pdf, rekap_xlsx

CETAK = "penilaian.cetak_abk"
FORMULIR_PER_BERKAS = 200
SEBUTAN = {"formulir": "Formulir ABK", "rekap": "Rekapitulasi ABK"}
Kemajuan = Callable[[int, str], None]


@transaction.atomic
def antrekan_cetak(
    isi: str, bentuk: str, unit: UnitKerja | None, *, tautan: str, oleh: Pengguna
) -> Proses:
    """Queue a paper; ``tautan`` is the page that offers it when it is done."""
    return jadwalkan(
        CETAK,
        judul=f"{SEBUTAN[isi]} {nama_unit(unit)} ({bentuk.upper()})"[:255],
        parameter={"isi": isi, "bentuk": bentuk, "unit": unit.pk if unit else None},
        untuk=oleh,
        tautan=tautan,
    )


def cetak_langsung(
    isi: str, bentuk: str, unit: UnitKerja | None, *, per: date, cap: Cap
) -> Cetakan:
    """One paper of what the printing person reaches."""
    if isi == "rekap":
        buat = rekap_pdf if bentuk == "pdf" else rekap_xlsx
        return buat(rekap(cap.oleh, unit, per=per), cap=cap)
    semua = formulir_cabang(cap.oleh, unit, per=per)
    cetak = formulir_pdf if bentuk == "pdf" else formulir_xlsx
    return cetak(semua, nama="formulir-abk", unit=nama_unit(unit), per=per, cap=cap)


def cetak_latar(
    parameter: Mapping[str, Any], *, per: date, oleh: Pengguna, kemajuan: Kemajuan
) -> dict[str, str]:
    """What the worker does; writes only the file, so that it may be run twice."""
    cap = Cap(oleh, timezone.now())
    isi, bentuk = parameter["isi"], parameter["bentuk"]
    unit = UnitKerja.objects.filter(pk=parameter["unit"]).first() if parameter["unit"] else None
    kemajuan(2, "Membaca uraian tugas")
    if (isi, bentuk) == ("formulir", "pdf"):
        hasil = _berbagian(formulir_cabang(oleh, unit, per=per), unit, per, cap, kemajuan)
    else:
        hasil = cetak_langsung(isi, bentuk, unit, per=per, cap=cap)
    kemajuan(99, "Menyimpan")
    return {"berkas": simpan_cetakan(hasil.isi), "nama": hasil.nama, "bentuk": hasil.bentuk}


def _berbagian(
    semua: Sequence[Formulir], unit: UnitKerja | None, per: date, cap: Cap, kemajuan: Kemajuan
) -> Cetakan:
    """Forms by the hundred as PDF in one packed file: one PDF of thousands nobody can open."""
    bungkus = BytesIO()
    bagian = range(0, len(semua), FORMULIR_PER_BERKAS)
    with ZipFile(bungkus, "w", ZIP_DEFLATED) as isi:
        for n, awal in enumerate(bagian, 1):
            kemajuan(5 + awal * 93 // len(semua), f"Mencetak {awal} dari {len(semua)} formulir")
            satu = formulir_pdf(
                semua[awal : awal + FORMULIR_PER_BERKAS], nama=f"formulir-abk-bagian-{n:02d}",
                unit=nama_unit(unit), per=per, cap=cap,
            )  # fmt: skip
            isi.writestr(satu.nama, satu.isi)
    return Cetakan(f"formulir-abk-{per:%Y-%m-%d}.zip", "zip", bungkus.getvalue(), "")

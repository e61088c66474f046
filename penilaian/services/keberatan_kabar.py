"""Messages about objections. The title goes out by mail: no name and no number in it."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Pegawai
from penilaian.models import Keberatan


def akun(*orang: Pegawai | None) -> list[Pengguna]:
    """The active accounts of these people; who has none is told on paper."""
    pk = [satu.pengguna_id for satu in orang if satu is not None and satu.pengguna_id is not None]
    return list(Pengguna.objects.filter(pk__in=pk, is_active=True).order_by("pk"))


def pemegang(keberatan: Keberatan, izin: Izin, *, per: date) -> list[Pengguna]:
    """Those who hold the right over the unit of the employee, himself left out."""
    unit = keberatan.pegawai.unit
    tugas = PenugasanPeran.objects.aktif(per).memberi(izin).select_related("pengguna", "unit")
    tugas = tugas.filter(pengguna__is_active=True).exclude(
        pengguna=keberatan.pegawai.pengguna_id or 0
    )
    penerima = {
        satu.pengguna_id: satu.pengguna
        for satu in tugas.order_by("pk")
        if satu.unit is None or (unit and satu.unit.kiri <= (unit.kiri or 0) <= satu.unit.kanan)
    }
    return [penerima[pk] for pk in sorted(penerima)]


def kabari(
    keberatan: Keberatan, penerima: list[Pengguna], perihal: str, judul: str, isi: str = ""
) -> None:
    """Queue one message each, once per matter."""
    for satu in penerima:
        beri_tahu(
            satu,
            kunci=f"keberatan-{perihal}:{keberatan.pk}:{satu.pk}",
            judul=judul,
            isi=isi,
            tautan=reverse("penilaian:keberatan-rincian", args=[keberatan.pk]),
        )


def kabari_pengajuan(keberatan: Keberatan, oleh: Pengguna, *, per: date) -> None:
    """The assessor, who decides (or who appoints him), the office, and for a letter the author."""
    kabari(keberatan, akun(keberatan.penilai), "baru", "Ada keberatan atas penilaian Anda")
    if keberatan.pemutus is None:
        kepala = pemegang(keberatan, Izin.NILAI_SAMPAIKAN, per=per)
        kabari(keberatan, kepala, "tunjuk", "Keberatan menunggu penunjukan pejabat yang memutus")
    else:
        kabari(keberatan, akun(keberatan.pemutus), "baru", "Ada keberatan yang menunggu Anda")
    lain = [p for p in pemegang(keberatan, Izin.KEBERATAN_LIHAT, per=per) if p.pk != oleh.pk]
    kabari(keberatan, lain, "masuk", "Keberatan atas penilaian diajukan")
    if keberatan.pegawai.pengguna_id != oleh.pk:
        isi = f"Dicatat oleh {oleh.nama}."
        kabari(keberatan, akun(keberatan.pegawai), "dicatat", "Surat keberatan Anda dicatat", isi)

"""The clock and the hindrances of one objection, asked by its acts and by its pages alike."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from organisasi.selectors import libur
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import punya_hubungan
from penilaian.kernel import jam_keberatan as jam
from penilaian.kernel.kata import tanggal
from penilaian.models import (
    HasilPenilaian,
    KeadaanKeberatan,
    Keberatan,
    Penilaian,
    PihakKeberatan,
)
from penilaian.selectors.tetapan import tetapan_penilaian


def diterima_pada(hasil: HasilPenilaian, disampaikan: date) -> date:
    """The day the result counts as received, by the rules of the day it was delivered."""
    k = tetapan_penilaian(per=disampaikan)
    return jam.diterima(disampaikan, hasil.diakui_pada, k.terima_otomatis_hari)


def ketepatan(hasil: HasilPenilaian, diajukan: date) -> jam.Ketepatan | None:
    """Whether an objection of that day is in time; None while the result is not delivered.

    By the rules in force when the result was delivered: a term shortened later takes nothing away.
    """
    if hasil.disampaikan_pada is None:
        return None
    k = tetapan_penilaian(per=hasil.disampaikan_pada)
    terima = jam.diterima(hasil.disampaikan_pada, hasil.diakui_pada, k.terima_otomatis_hari)
    return jam.tepat_waktu(diajukan, terima, k, libur(terima))


def batas_putusan(diajukan: date) -> date:
    """The day until which an objection of that day should be decided."""
    return jam.batas_putus(diajukan, tetapan_penilaian(per=diajukan), libur(diajukan))


def halangan_mengajukan(hasil: HasilPenilaian, diajukan: date) -> str:
    """Why no (further) objection of that day to this result; empty when nothing hinders.

    An unchanged result of a later run is the same result: it cannot be contested twice. A letter
    received before the later run was delivered could mean no other result than this one.
    """
    lain = Keberatan.objects.filter(
        pegawai=hasil.pegawai_id, hasil__penilaian__periode=hasil.penilaian.periode_id,
        hasil__sha256=hasil.sha256,
    ).exclude(keadaan=KeadaanKeberatan.DICABUT)  # fmt: skip
    if lain.exists():
        return "Keberatan atas hasil ini sudah diajukan."
    baru = _penggantinya(hasil, diajukan)
    if baru is not None:
        return (
            f"Hasil ini sudah diganti perhitungan ke-{baru.nomor}; ajukan keberatan atas hasil "
            "yang terbaru."
        )
    return ""


def _penggantinya(hasil: HasilPenilaian, diajukan: date) -> Penilaian | None:
    """The later run of the period that held this person and was delivered by that day."""
    rows = Penilaian.objects.filter(
        periode=hasil.penilaian.periode_id, nomor__gt=hasil.penilaian.nomor,
        disampaikan_pada__date__lte=diajukan, hasil__pegawai=hasil.pegawai_id,
    )  # fmt: skip
    return rows.order_by("-nomor").first()


def dapat_memutus(calon: Pegawai | None, hasil: HasilPenilaian, *, per: date) -> bool:
    """Whether the superior frozen at the run may decide: in service, no party, no relative."""
    return (
        calon is not None
        and calon.pk not in (hasil.pegawai_id, hasil.penilai_id)
        and (calon.berhenti is None or calon.berhenti > per)
        and not punya_hubungan(calon.pk, hasil.pegawai_id)
    )


def berhalangan(keberatan: Keberatan, *, per: date) -> bool:
    """Whether who should decide cannot any more."""
    return tanpa_pemutus(keberatan, per=per) or keluarga(keberatan, keberatan.pemutus)


def tanpa_pemutus(keberatan: Keberatan, *, per: date) -> bool:
    """Whether nobody is named who should decide, or that person has left."""
    pemutus = keberatan.pemutus
    return pemutus is None or (pemutus.berhenti is not None and pemutus.berhenti <= per)


def keluarga(keberatan: Keberatan, calon: Pegawai | None) -> bool:
    """Whether this person is a declared relative of the employee."""
    return calon is not None and punya_hubungan(calon.pk, keberatan.pegawai_id)


def batas_tanggapan(keberatan: Keberatan) -> date | None:
    """Until when the assessor is waited for; None before he was asked, or where there is none."""
    if keberatan.diperiksa_pada is None or keberatan.penilai_id is None:
        return None
    diminta = timezone.localdate(keberatan.diperiksa_pada)
    return jam.batas_tanggapan(diminta, tetapan_penilaian(per=diminta), libur(diminta))


def penilai_didengar(keberatan: Keberatan) -> bool:
    """Whether the assessor has said his side."""
    return keberatan.keterangan.filter(pihak=PihakKeberatan.PENILAI).exists()


def belum_didengar(keberatan: Keberatan, *, per: date) -> str:
    """Why the case cannot be decided yet for want of the assessor's side; empty when it can."""
    sampai = batas_tanggapan(keberatan)
    if sampai is None or per > sampai:
        return ""
    return kalimat_tunggu(sampai, penilai_didengar(keberatan), per=per)


def kalimat_tunggu(sampai: date | None, didengar: bool, *, per: date) -> str:
    """The same for who already knows until when the assessor is waited for."""
    if sampai is None or per > sampai or didengar:
        return ""
    return (
        "Pejabat penilai belum memberi keterangan; ia ditunggu sampai "
        f"{tanggal(sampai)}. Sesudah itu keberatan dapat diputus tanpa keterangannya."
    )

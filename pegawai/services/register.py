"""Acts on the file of one person: corrections, assignments beside the definitive one, leaving.

Each locks the person, asks the policy, writes the named fields and leaves its trace last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.models import (
    Formasi,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    RiwayatDisiplin,
    RiwayatPelatihan,
)
from pegawai.policies import orang as policies
from pegawai.services.pindah import berhentikan
from pegawai.services.turunan import segarkan_isi, segarkan_kata, segarkan_orang
from toolkit.policy import Refusal

# What a person may correct here. Post, status and golongan come from SIASN and decrees alone.
DAPAT_DIKOREKSI = (
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "tempat_lahir",
    "lahir",
    "kelamin",
    "telepon",
    "email",
    "email_dinas",
    "tmt_cpns",
    "tmt_pns",
    "tmt_golongan",
    "akhir_kontrak",
    "instansi_kerja_lain",
)
# Kept out of the trail's before and after: how to reach somebody is nobody else's business.
_TIDAK_DISALIN = frozenset({"telepon", "email"})
DIGANTI = "(diganti, tidak disalin)"


@transaction.atomic
def koreksi_data(
    pegawai_id: int, *, oleh: Pengguna, per: date, alasan: str, isi: Mapping[str, Any]
) -> Pegawai:
    """Correct named fields until SIASN itself prints something new; refuses an empty correction."""
    orang = Pegawai.objects.locked(pegawai_id)
    policies.ubah_data.check(orang, oleh, per=per)
    berubah = {k: v for k, v in isi.items() if k in DAPAT_DIKOREKSI and getattr(orang, k) != v}
    if not berubah:
        raise Refusal("Tidak ada yang berubah.", kode="tidak_berubah")
    lama = {nama: getattr(orang, nama) for nama in berubah}
    for nama, nilai in berubah.items():
        setattr(orang, nama, nilai)
    orang.save(update_fields=sorted(berubah))
    _segarkan(orang, per=per)
    catat(
        tindakan.DATA_DIKOREKSI,
        orang,
        oleh=oleh,
        alasan=alasan,
        sebelum=tersalin(lama),
        sesudah=tersalin(berubah, ganti=DIGANTI),
    )
    return orang


def tersalin(nilai: Mapping[str, Any], *, ganti: str = "(tidak disalin)") -> dict[str, Any]:
    """Values as the trail may keep them; what it may not is told apart before and after only."""
    return {k: v if k not in _TIDAK_DISALIN else ganti for k, v in nilai.items()}


@transaction.atomic
def catat_penugasan(
    pegawai_id: int,
    *,
    oleh: Pengguna,
    per: date,
    jenis: str,
    formasi: Formasi,
    mulai: date,
    selesai: date | None = None,
    nomor_sk: str = "",
    alasan: str = "",
) -> Penugasan:
    """Record PLT, PLH, PJ or an additional task beside the definitive post.

    An acting assignment has an end; an additional task (head of a school) may stay open.
    """
    orang = Pegawai.objects.locked(pegawai_id)
    policies.catat_penugasan.check(orang, oleh, per=per)
    if jenis == JenisPenugasan.DEFINITIF or jenis not in JenisPenugasan.values:
        raise Refusal("Di sini dicatat penugasan di samping jabatan definitif.", kode="jenis")
    if jenis != JenisPenugasan.TT and selesai is None:
        raise Refusal("Plt., Plh., dan Pj. harus memiliki tanggal akhir.", kode="tanpa_akhir")
    penugasan = Penugasan.objects.create(
        pegawai=orang,
        jenis=jenis,
        formasi=formasi,
        unit_id=formasi.unit_id,
        jabatan_id=formasi.jabatan_id,
        tmt=mulai,
        mulai=mulai,
        selesai=selesai,
        nomor_sk=nomor_sk,
        sumber="dicatat",
    )
    sesudah = {
        "jenis": penugasan.get_jenis_display(),
        "jabatan": str(formasi),
        "mulai": mulai,
        "selesai": selesai,
        "nomor_sk": nomor_sk,
    }
    catat(tindakan.PENUGASAN_DICATAT, orang, oleh=oleh, alasan=alasan, sesudah=sesudah)
    return penugasan


@transaction.atomic
def akhiri_penugasan(
    penugasan_id: int, *, oleh: Pengguna, per: date, selesai: date, alasan: str
) -> Penugasan:
    """Give an acting or additional assignment its (earlier) end; that day is excluded."""
    penugasan = Penugasan.objects.select_for_update(of=("self",)).get(pk=penugasan_id)
    policies.akhiri_penugasan.check(penugasan, oleh, per=per)
    lama = penugasan.selesai
    penugasan.selesai = selesai
    penugasan.save(update_fields=["selesai"])
    catat(
        tindakan.PENUGASAN_DIAKHIRI,
        penugasan.pegawai,
        oleh=oleh,
        alasan=alasan,
        sebelum={"penugasan": str(penugasan), "selesai": lama},
        sesudah={"penugasan": str(penugasan), "selesai": selesai},
    )
    return penugasan


@transaction.atomic
def catat_pemberhentian(
    pegawai_id: int, *, oleh: Pengguna, per: date, mulai: date, sebab: str, alasan: str
) -> Pegawai:
    """Somebody retired, died, moved away or is gone from the export: every assignment ends.

    Until this act the person still counts in the bezetting; nothing is deleted.
    """
    orang = Pegawai.objects.locked(pegawai_id)
    policies.catat_pemberhentian.check(orang, oleh, per=per)
    if mulai > per:
        raise Refusal("Pemberhentian dicatat setelah berlaku.", kode="masa_depan")
    jabatan, unit = str(orang.jabatan or ""), str(orang.unit or "")
    posts = berhentikan(orang, mulai=mulai, sebab=sebab)
    segarkan_orang([orang.pk], per=per)
    segarkan_isi(sorted(posts), per=per)
    catat(
        tindakan.PEMBERHENTIAN_DICATAT,
        orang,
        oleh=oleh,
        alasan=alasan,
        sebelum={"berhenti": None, "jabatan": jabatan, "unit": unit},
        sesudah={"berhenti": mulai, "sebab": sebab, "jabatan": "", "unit": ""},
    )
    return orang


@transaction.atomic
def catat_disiplin(
    pegawai_id: int,
    *,
    oleh: Pengguna,
    per: date,
    tingkat: str,
    jenis: str,
    mulai: date,
    selesai: date | None = None,
    nomor_sk: str = "",
    sedang_proses: bool = False,
    alasan: str = "",
) -> RiwayatDisiplin:
    """Record a sanction, or that one is being examined.

    The trail says that it was recorded, not what: more people read it than the sanctions.
    """
    orang = Pegawai.objects.locked(pegawai_id)
    policies.catat_disiplin.check(orang, oleh, per=per)
    baris = RiwayatDisiplin.objects.create(
        pegawai=orang,
        tingkat=tingkat,
        jenis=jenis,
        mulai=mulai,
        selesai=selesai,
        nomor_sk=nomor_sk,
        sedang_proses=sedang_proses,
        sumber="dicatat",
    )
    catat(
        tindakan.DISIPLIN_DICATAT,
        orang,
        oleh=oleh,
        alasan=alasan,
        sesudah={"riwayat_disiplin": baris.pk, "mulai": mulai},
    )
    return baris


@transaction.atomic
def catat_pelatihan(
    pegawai_id: int,
    *,
    oleh: Pengguna,
    per: date,
    nama: str,
    mulai: date,
    selesai: date | None = None,
    jam: int | None = None,
    penyelenggara: str = "",
    alasan: str = "",
) -> RiwayatPelatihan:
    """Record a training with its hours."""
    orang = Pegawai.objects.locked(pegawai_id)
    policies.ubah_data.check(orang, oleh, per=per)
    baris = RiwayatPelatihan.objects.create(
        pegawai=orang,
        nama=nama,
        mulai=mulai,
        selesai=selesai,
        jam=jam,
        penyelenggara=penyelenggara,
        sumber="dicatat",
    )
    sesudah = {"nama": nama, "mulai": mulai, "jam": jam, "penyelenggara": penyelenggara}
    catat(tindakan.PELATIHAN_DICATAT, orang, oleh=oleh, alasan=alasan, sesudah=sesudah)
    return baris


def _segarkan(orang: Pegawai, *, per: date) -> None:
    segarkan_orang([orang.pk], per=per)
    segarkan_kata([orang.pk])
    if orang.formasi_id is not None:
        segarkan_isi([orang.formasi_id], per=per)

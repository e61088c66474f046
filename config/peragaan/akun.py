"""Demonstration accounts: one for each role, with one password everybody knows.

They exist only in a database that says of itself that it is a demonstration.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna, PenugasanPeran, UnitKerja
from pegawai.models import Pegawai, StatusPegawai

SANDI = "peragaan-serasi"


@dataclass(frozen=True)
class Akun:
    """Login name, shown name, roles, and the name of the unit they are held over ("" = all)."""

    nama_pengguna: str
    nama: str
    peran: tuple[Peran, ...]
    unit: str = ""


AKUN = (
    Akun("admin", "Admin Sistem", (Peran.ADMIN_SISTEM,)),
    Akun("analis", "Analis BKD", (Peran.ANALIS_BKD,)),
    # Who writes cases is not who verifies them (H24).
    Akun("penyusun", "Penyusun Usulan BKD", (Peran.ANALIS_BKD,)),
    Akun("kabid", "Kepala Bidang Mutasi", (Peran.KABID_MUTASI, Peran.TPK_SEKRETARIS)),
    Akun("kepala-bkpsdm", "Kepala BKPSDM", (Peran.KEPALA_BKPSDM, Peran.TPK_ANGGOTA)),
    Akun("operator", "Operator Kepegawaian Disdik", (Peran.OPERATOR_OPD,),
         "Dinas Pendidikan dan Kebudayaan"),
    Akun("siasn", "Operator SIASN", (Peran.OPERATOR_SIASN,)),
    Akun("organisasi", "Bagian Organisasi", (Peran.BAGIAN_ORGANISASI,)),
    Akun("hukum", "Bagian Hukum", (Peran.BAGIAN_HUKUM,)),
    Akun("disdik", "Koordinator Disdik", (Peran.KOORDINATOR_DISDIK,),
         "Dinas Pendidikan dan Kebudayaan"),
    Akun("dinkes", "Koordinator Dinkes", (Peran.KOORDINATOR_DINKES,), "Dinas Kesehatan"),
    Akun("kepala-unit", "Kepala Dinas Kesehatan", (Peran.KEPALA_UNIT,), "Dinas Kesehatan"),
    Akun("penilai", "Pejabat Penilai", (Peran.PENILAI,), "Dinas Sosial"),
    Akun("tpk", "Anggota TPK", (Peran.TPK_ANGGOTA,)),
    Akun("sekda", "Sekretaris Daerah", (Peran.PYB, Peran.TPK_KETUA)),
    Akun("bupati", "Bupati", (Peran.PPK,)),
    Akun("inspektorat", "Auditor Inspektorat", (Peran.INSPEKTORAT,)),
    Akun("dpo", "Pejabat Pelindungan Data", (Peran.DPO,)),
)  # fmt: skip


@transaction.atomic
def buat_akun_peragaan(*, oleh: Pengguna, per: date) -> list[Akun]:
    """Every account above, and one employee who logs in with his NIP."""
    if not Instansi.objects.filter(pk=1, peragaan=True).exists():
        raise ValueError("akun peragaan hanya untuk basis data peragaan")
    pegawai = (
        Pegawai.objects.filter(status=StatusPegawai.PNS, hilang_sejak=None)
        .filter(unit__jenis__in=("sd", "smp"))
        .order_by("unit__jenis", "pk")
        .first()
    )
    daftar = list(AKUN)
    if pegawai is not None:
        daftar.append(Akun(pegawai.nip, pegawai.nama, (Peran.PEGAWAI,)))
    for akun in daftar:
        pengguna = Pengguna.objects.create_user(akun.nama_pengguna, SANDI, nama=akun.nama)
        unit = UnitKerja.objects.filter(nama=akun.unit).first() if akun.unit else None
        if pegawai is not None and akun.nama_pengguna == pegawai.nip:
            unit = pegawai.unit
            Pegawai.objects.filter(pk=pegawai.pk).update(pengguna=pengguna)
        PenugasanPeran.objects.bulk_create(
            PenugasanPeran(
                pengguna=pengguna, peran=peran, unit=unit, mulai=per,
                diberikan_pada=timezone.now(), diberikan_oleh=oleh, dasar="Peragaan",
            )
            for peran in akun.peran
        )  # fmt: skip
        catat(tindakan.AKUN_PERAGAAN, pengguna, oleh=oleh, sesudah={"peran": list(akun.peran)})
    return daftar


def akun_pegawai(orang: Pegawai, *, mulai: date) -> Pengguna:
    """The employee's own account, made when he has none; the password is everybody's, without
    hashing it once more for each."""
    if orang.pengguna is not None:
        return orang.pengguna
    ada = Pengguna.objects.filter(nama_pengguna=orang.nip).first()
    if ada is not None:
        return ada
    akun = Pengguna.objects.create_user(orang.nip, None, nama=orang.nama)
    akun.password = Pengguna.objects.get(nama_pengguna="analis").password
    akun.save(update_fields=["password"])
    PenugasanPeran.objects.create(
        pengguna=akun, peran=Peran.PEGAWAI, unit=orang.unit, mulai=mulai,
        diberikan_pada=timezone.now(), diberikan_oleh=akun, dasar="Peragaan",
    )  # fmt: skip
    orang.pengguna = akun
    orang.save(update_fields=["pengguna"])
    return akun

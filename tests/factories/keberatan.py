"""A delivered result of somebody with an assessor and a superior, ready to be contested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Pegawai
from penilaian.kernel.skor import Mentah, hitung, teks_simpan
from penilaian.models import HasilPenilaian, Keberatan, Penilaian, SetKriteria
from penilaian.services import keberatan as acts
from penilaian.services.keberatan_putus import IsiPutusan, KoreksiBaris
from penilaian.snapshots.perangkat import perangkat_dari
from tests.factories import organisasi as f_org
from tests.factories import pegawai as f_peg
from tests.factories.nilai import perangkat_terbit, periode

ALASAN = "Kehadiran saya tercatat 80 persen, padahal cuti sakit bulan Maret belum dihitung."
PDF = b"%PDF-1.4 surat"
TIMBANG = "Rekap kehadiran tidak memuat cuti sakit bulan Maret."
KORBAIK = KoreksiBaris("K2", Decimal("97.50"), "Cuti sakit dihitung hadir.")
DIKABULKAN = IsiPutusan("dikabulkan", TIMBANG, (KORBAIK,))


@dataclass(frozen=True)
class Para:
    """An employee of SD 1, who assesses him, who decides; the offices around them."""

    unit: dict[str, UnitKerja]
    pegawai: Pegawai
    penilai: Pegawai
    atasan: Pegawai
    penerima: Pegawai
    kabid: Pengguna
    kepala: Pengguna
    analis: Pengguna
    operator: Pengguna


def akun(orang: Any) -> Any:
    """The account of somebody who has one."""
    assert orang.pengguna is not None
    return orang.pengguna


def berkas(nama: str = "surat.pdf", isi: bytes = PDF) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(nama, isi)


def berakun(nama: str, post: Any, *peran: Peran, unit: UnitKerja | None = None) -> Pegawai:
    """Somebody who logs in."""
    orang = f_peg.pegawai(nama, post=post)
    orang.pengguna = f_org.pengguna(Peran.PEGAWAI, *peran, unit=unit or post.unit, nama=nama)
    orang.save(update_fields=["pengguna"])
    return orang


def para(unit: dict[str, UnitKerja] | None = None) -> Para:
    """Everybody an objection at SD 1 needs, and the head of another school."""
    unit = unit or f_org.kabupaten()
    guru = f_peg.formasi(unit["sd1"], f_peg.jabatan("Guru Ahli Pertama", rumpun="Guru"))
    lain = f_peg.formasi(unit["sd2"], f_peg.jabatan("Guru Ahli Muda", rumpun="Guru"))
    dinas = f_peg.formasi(unit["disdik"], f_peg.jabatan("Pengawas Sekolah", rumpun="Guru"))
    return Para(
        unit=unit,
        pegawai=berakun("SITI NURAINI", guru),
        penilai=berakun("PAK KEPALA SEKOLAH", guru, Peran.KEPALA_UNIT, unit=unit["sd1"]),
        atasan=berakun("BU KEPALA DINAS", dinas),
        penerima=berakun("KEPALA SEKOLAH DUA", lain, Peran.KEPALA_UNIT, unit=unit["sd2"]),
        kabid=f_org.pengguna(Peran.KABID_MUTASI, nama="Kepala Bidang"),
        kepala=f_org.pengguna(Peran.KEPALA_BKPSDM, nama="Kepala BKPSDM"),
        analis=f_org.pengguna(Peran.ANALIS_BKD, nama="Analis"),
        operator=f_org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator"),
    )


def putaran(nomor: int = 1, *, oleh: Pengguna, per: date, **lain: Any) -> Penilaian:
    """A delivered run of the year 2025."""
    masa = periode(2025)
    perangkat = SetKriteria.objects.first() or perangkat_terbit()
    return Penilaian.objects.create(
        **{
            "periode": masa, "perangkat": perangkat, "nomor": nomor, "sebab": "awal", "per": per,
            "masukan_sha256": "0" * 64, "hasil_sha256": "0" * 64, "dihitung_pada": timezone.now(),
            "dihitung_oleh": oleh, "disampaikan_pada": timezone.now(), "disampaikan_oleh": oleh,
        }
        | lain
    )  # fmt: skip


def hasil(
    run: Penilaian, orang: Pegawai, *, hadir: str = "80", disampaikan: date | None, **lain: Any
) -> HasilPenilaian:
    """One account by the kernel: predicate BAIK, and this attendance."""
    mentah = {"K1": Mentah.ada("BAIK", "e-Kinerja"), "K2": Mentah.ada(Decimal(hadir), "rekap")}
    akun = hitung(perangkat_dari(run.perangkat), mentah)
    teks = teks_simpan(akun)
    return HasilPenilaian.objects.create(
        **{
            "penilaian": run, "pegawai": orang, "unit": orang.unit, "kelompok": "Guru",
            "keadaan": "angka", "skor": akun.skor, "rincian": teks,
            "sha256": sha256(teks.encode()).hexdigest(), "disampaikan_pada": disampaikan,
        }
        | lain
    )  # fmt: skip


def hasil_siap(p: Para, *, disampaikan: date, diakui: date | None, **lain: Any) -> HasilPenilaian:
    """The first run, delivered and acknowledged on these days."""
    run = putaran(oleh=p.kepala, per=disampaikan)
    orang = {"penilai": p.penilai, "atasan_penilai": p.atasan} | lain
    return hasil(run, p.pegawai, disampaikan=disampaikan, diakui_pada=diakui, **orang)


def diajukan(p: Para, satu: HasilPenilaian, *, per: date) -> Keberatan:
    """Filed by the employee against the line of attendance."""
    isi = acts.IsiKeberatan(ALASAN, ("K2",))
    assert p.pegawai.pengguna is not None
    return acts.ajukan(satu.pk, isi=isi, oleh=p.pegawai.pengguna, per=per)


def diperiksa(p: Para, satu: HasilPenilaian, *, per: date, menjawab: bool = True) -> Keberatan:
    """Being examined; the assessor has answered, unless told otherwise."""
    baris = diajukan(p, satu, per=per)
    assert p.atasan.pengguna is not None
    assert p.penilai.pengguna is not None
    acts.mulai_periksa(baris.pk, oleh=p.atasan.pengguna, per=per)
    if menjawab:
        acts.beri_keterangan(
            baris.pk, isi="Cuti sakit memang belum direkap.", oleh=p.penilai.pengguna, per=per
        )
    baris.refresh_from_db()
    return baris

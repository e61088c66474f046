"""Decrees and what follows them: for the tests of carrying out, and for the matrix of doors.

A case is laid down where the PPK has agreed, and goes on from there by the one place that moves
cases; the decree is a row with everything its constraints ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from mutasi.alur import JAUH, Aksi, StatusUsulan
from mutasi.models import (
    AturanAlur,
    BarisKeputusan,
    BerkasMutasi,
    JenisKeputusan,
    Keputusan,
    Penandatangan,
    Singgah,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.services import jalan
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan

PER = date(2026, 6, 1)
TMT = date(2026, 7, 1)
SK = date(2026, 5, 25)
PADA = datetime(2026, 5, 20, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
_nomor = count(1)


@dataclass
class Pelaksana:
    """Who acts after a decree, in which offices."""

    unit: dict[str, UnitKerja]
    analis: Pengguna
    kabid: Pengguna
    operator: Pengguna
    bupati: Pengguna
    kepala_asal: Pengguna
    kepala_tujuan: Pengguna


def pelaksana() -> Pelaksana:
    """BKD, the operator, the PPK, and the heads of a giving and a receiving school."""
    unit = kabupaten()
    return Pelaksana(
        unit=unit,
        analis=pengguna(Peran.ANALIS_BKD, nama="Analis"),
        kabid=pengguna(Peran.KABID_MUTASI, nama="Kabid"),
        operator=pengguna(Peran.OPERATOR_SIASN, nama="Operator"),
        bupati=pengguna(Peran.PPK, nama="Bupati"),
        kepala_asal=pengguna(Peran.KEPALA_UNIT, unit=unit["sd1"], nama="Kepala SD 1"),
        kepala_tujuan=pengguna(Peran.KEPALA_UNIT, unit=unit["sd2"], nama="Kepala SD 2"),
    )


def staf(unit: UnitKerja, nama: str = "", *, butuh: int = 1) -> Formasi:
    """A post of a pelaksana with its need."""
    post = formasi(unit, jabatan(nama or f"Pengelola {next(_nomor)}", jenis=JenisJabatan.PELAKSANA,
                                 bup=58))  # fmt: skip
    kebutuhan(post, butuh)
    return post


def kursi(unit: UnitKerja, nama: str = "", eselon: str = "31") -> Formasi:
    """A structural seat."""
    nama = nama or f"Kepala {unit.nama} {next(_nomor)}"
    post = formasi(
        unit, jabatan(nama, jenis=JenisJabatan.STRUKTURAL, eselon_id=eselon, bup=58)
    )  # fmt: skip
    kebutuhan(post, 1)
    return post


def berakun(nama: str, post: Formasi | None, **lain: Any) -> Pegawai:
    """Somebody with an account."""
    orang = pegawai(nama, post=post, **lain)
    orang.pengguna = pengguna(Peran.PEGAWAI, nama=nama, unit=post.unit if post else None)
    orang.save(update_fields=["pengguna"])
    return orang


def setuju_ppk(
    orang: Pegawai, ke: Formasi | None, oleh: Pengguna, *, jenis: str = "rotasi",
    jenjang: str = "pelaksana", tmt: date = TMT, **lain: Any,
) -> UsulanMutasi:  # fmt: skip
    """A case to which the PPK has agreed, in a file of its own."""
    n = next(_nomor)
    berkas = BerkasMutasi.objects.create(
        nomor=f"F{n}", nama=f"Berkas {n}", tmt=tmt, dibuat_pada=PADA, dibuat_oleh=oleh
    )
    aturan = AturanAlur.objects.berlaku(PER).get(jenis=jenis, jenjang=jenjang)
    isi: dict[str, Any] = {
        "dari": orang.formasi, "alasan": "Kebutuhan unit.", "sumber": "bkd",
        "gerbang": aturan.gerbang, **lain,
    }  # fmt: skip
    usulan = UsulanMutasi.objects.create(
        berkas=berkas, urutan=1, pegawai=orang, ke=ke, jenis=jenis, jenjang=jenjang, tmt=tmt,
        status=StatusUsulan.DISETUJUI_PPK, terjauh=JAUH[StatusUsulan.DISETUJUI_PPK], sejak=PADA,
        tahap="terbatas", dibuat_pada=PADA, dibuat_oleh=oleh, diajukan_pada=PADA,
        diajukan_oleh=oleh, **isi,
    )  # fmt: skip
    Singgah.objects.create(usulan=usulan, status=usulan.status, versi=1, masuk_pada=PADA, oleh=oleh)
    return usulan


def keputusan(
    *usulan: UsulanMutasi, oleh: Pengguna, tanggal: date = SK, tmt: date | None = None,
    cabut: Keputusan | None = None, pulihkan: bool = True,
) -> Keputusan:  # fmt: skip
    """A decree in force over these cases; the cases have it."""
    penanda = Penandatangan.objects.first() or Penandatangan.objects.create(
        pengguna=oleh, kedudukan="definitif", sebutan="Bupati", mulai=date(2025, 2, 20),
        dasar="Keppres", dicatat_pada=PADA, dicatat_oleh=usulan[0].dibuat_oleh,
    )  # fmt: skip
    n = next(_nomor)
    sk = Keputusan.objects.create(
        jenis=JenisKeputusan.PENCABUTAN if cabut else JenisKeputusan.MUTASI,
        berkas=usulan[0].berkas, status=StatusKeputusan.DITETAPKAN, tentang="Mutasi",
        nomor=f"800/{n}/2026", tanggal=tanggal, tmt=tmt or usulan[0].tmt, penandatangan=penanda,
        sidik=f"{n:064x}", kode=f"kode{n}", disusun_pada=PADA, disusun_oleh=oleh,
        ditetapkan_pada=PADA, ditetapkan_oleh=oleh, ubah_dari=cabut,
    )  # fmt: skip
    for urutan, satu in enumerate(usulan, 1):
        BarisKeputusan.objects.create(
            keputusan=sk, usulan=satu, urutan=urutan, pulihkan=bool(cabut) and pulihkan
        )
        if cabut is None:
            satu.tmt = sk.tmt
            jalan.maju(satu, Aksi.TETAPKAN, oleh=oleh, kolom=["tmt"])
    return sk


def ber_sk(orang: Pegawai, ke: Formasi | None, k: Pelaksana, **lain: Any) -> UsulanMutasi:
    """A case with its own decree."""
    usulan = setuju_ppk(orang, ke, k.analis, **lain)
    keputusan(usulan, oleh=k.bupati)
    return ambil(usulan)


def ambil(usulan: UsulanMutasi) -> UsulanMutasi:
    """As it stands now."""
    return UsulanMutasi.objects.with_names().get(pk=usulan.pk)

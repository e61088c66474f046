"""A small agency with an empty seat and people of every kind before it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from pegawai.models import (
    Formasi,
    JenisJabatan,
    Pegawai,
    Pendidikan,
    RiwayatKinerja,
    StatusPegawai,
    TingkatPendidikan,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg

HARI = date(2026, 6, 1)


def kinerja(orang: Pegawai, *predikat: str) -> None:
    """The predicates of the last full years, the latest last."""
    for ke, satu in enumerate(reversed(predikat), start=1):
        RiwayatKinerja.objects.create(pegawai=orang, tahun=HARI.year - ke, predikat=satu)


def orang(nama: str, post: Formasi | None, *, ijazah: str = "40", **lain: Any) -> Pegawai:
    """A civil servant since 2012 with a diploma the register knows."""
    hasil = peg.pegawai(nama, post=post, **lain)
    hasil.tingkat_pendidikan = TingkatPendidikan.objects.get(kode=ijazah)
    hasil.pendidikan = Pendidikan.objects.get_or_create(
        siasn_id=f"uji-{ijazah}", defaults={"nama": "S-1 ADMINISTRASI PUBLIK"}
    )[0]
    if hasil.status == StatusPegawai.PNS:
        hasil.tmt_cpns, hasil.tmt_pns = date(2011, 3, 1), date(2012, 3, 1)
    hasil.save()
    return hasil


def dunia() -> dict[str, Any]:
    """The seat of a head of section, empty; people who can, nearly can, cannot, or are unknown."""
    unit = org.kabupaten()
    seksi = {
        nama: org.unit(f"Seksi {nama}", induk=unit["bidang"]) for nama in ("Data", "Umum", "Arsip")
    }
    kursi = {
        nama: peg.formasi(
            u,
            peg.jabatan(
                f"Kepala Seksi {nama}", jenis=JenisJabatan.STRUKTURAL, unit=u, eselon_id="41",
                bup=58, siasn_id=u.siasn_id,
            ),
        )
        for nama, u in seksi.items()
    }  # fmt: skip
    staf = peg.formasi(
        unit["bidang"], peg.jabatan("Pengelola Kepegawaian", jenis=JenisJabatan.PELAKSANA)
    )
    setara = orang("ANI SETARA", kursi["Umum"], tmt=date(2021, 5, 1))
    baru = orang("BUDI BARU DILANTIK", kursi["Arsip"], tmt=date(2025, 9, 1))
    naik = orang("CITRA NAIK", staf)
    kinerja(naik, "BAIK", "SANGAT BAIK")
    gelap = orang("DEWI TANPA PREDIKAT", staf)
    buruk = orang("EKO KURANG", staf)
    kinerja(buruk, "BAIK", "KURANG")
    pppk = orang("FITRI PPPK", staf, status=StatusPegawai.PPPK, kedudukan="71")
    return {
        **unit, "kursi": kursi["Data"], "terisi": kursi["Umum"], "staf": staf,
        "setara": setara, "baru": baru, "naik": naik, "gelap": gelap, "buruk": buruk, "pppk": pppk,
    }  # fmt: skip


def halaman(klien: Client, alamat: str) -> str:
    """The page in one line."""
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def alamat(post: Any, kueri: str = "", pintu: str = "calon-formasi") -> str:
    """Where a post's search stands."""
    return reverse(f"mutasi:{pintu}", args=[post.pk]) + kueri

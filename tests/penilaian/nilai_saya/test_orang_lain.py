"""Bar 5: every door of scores and measuring, with everything of one person behind it, for those
who have no business there. The doors are read from the lists of URLs, so a new one is found."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import chain
from typing import Any
from zipfile import ZipFile

import pytest
from django.db.models import F, Model
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from organisasi.izin import IZIN_PERAN, PERAN_SEINSTANSI, Izin, Peran
from organisasi.models import Pengguna
from pegawai.models import PermintaanPerbaikan
from penilaian import models as m
from penilaian import urls_kinerja, urls_nilai
from tests.factories import organisasi
from tests.factories import pegawai as register
from tests.helpers.cetak import teks_pdf
from tests.helpers.gulung import digulung
from tests.helpers.layar import masuk_sebagai
from tests.penilaian.nilai_saya.conftest import Dunia

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
NAMA = "RATNAWULAN"
# Words that stand only in what belongs to her, in every spelling a page may use.
RAHASIA = (
    NAMA, "84,492", "84.492", "36,492", "bukti-ratna", "keberatan-ratna", "keterangan-ratna",
    "umpan-ratna", "konseling-ratna", "inovasi-ratna", "perbaikan-ratna", "asesmen-ratna",
    "simata-ratna", "dasar-ratna",
)  # fmt: skip
# What a part of an address that is no number may be.
KATA = {
    "periode": "2025", "kode": "2025", "bentuk": "pdf", "kelompok": "kehadiran", "aksi": "periksa",
    "langkah": "periksa", "jenis": "pembinaan", "kunci": "x", "sumber": "kehadiran", "isi": "x",
}  # fmt: skip
ISIAN = {"alasan": "Alasan yang cukup panjang untuk diperiksa orang lain.", "isi": "Tulisan."}
PINTU = [
    pola
    for pola in chain(urls_nilai.urlpatterns, urls_kinerja.urlpatterns)
    if isinstance(pola, URLPattern)
]


def _seragam(kunci: int, *rows: Any) -> None:
    """Give what belongs to her the one key, and everything else of the kind another."""
    for satu in rows:
        semua = type(satu)._default_manager
        semua.exclude(pk=satu.pk).update(id=F("id") + 1_000_000)
        semua.filter(pk=satu.pk).update(id=kunci)


@pytest.fixture
def dunia_ratna(dunia: Dunia) -> tuple[Dunia, int]:
    """Siti under a name of her own; whatever is hers has her key, so one number opens it all."""
    siti, kunci, kini = dunia.siti, dunia.siti.pk, timezone.now()
    type(siti).objects.filter(pk=kunci).update(nama=NAMA)
    m.NilaiIndikator.objects.update(bukti=None)
    _seragam(kunci, dunia.hadir, dunia.bukti)
    m.Bukti.objects.filter(pk=kunci).update(nama="bukti-ratna.pdf")
    m.NilaiIndikator.objects.filter(pk=kunci).update(bukti=kunci)
    dunia.hadir.pk = kunci
    run = dunia.sampaikan(dunia.mentah(hadir="91.2345"))
    _seragam(kunci, m.HasilPenilaian.objects.get(pegawai=siti))
    _milik(dunia, run, kunci, kini)
    return dunia, kunci


def _milik(dunia: Dunia, run: m.Penilaian, kunci: int, kini: Any) -> None:
    """One of everything a person can have here."""
    siti, akun, bkd = dunia.siti, dunia.akun, dunia.bkd
    hari = date(2026, 5, 25)
    baru: list[Model] = [
        m.Keberatan(
            hasil_id=kunci, tanggal=hari, diterima=hari, batas=date(2026, 6, 8),
            batas_putus=date(2026, 6, 22), alasan="keberatan-ratna", dicatat_pada=kini,
            dicatat_oleh=akun,
        ),
        m.UmpanBalik(isi="umpan-ratna", pada=kini, oleh=bkd),
        m.Konseling(konselor=bkd, hal="konseling-ratna", diminta_pada=kini),
        m.Inovasi(
            periode=dunia.masa, judul="inovasi-ratna", manfaat="x", tanggal=date(2025, 3, 1),
            diajukan_pada=kini, diajukan_oleh=akun,
        ),
        m.KotakTalenta(tahun=2025, kotak=5, ditetapkan=hari, sumber="simata-ratna"),
        PermintaanPerbaikan(
            hal="kinerja", tertulis="perbaikan-ratna", seharusnya="x", diajukan_pada=kini,
            batas_pada=kini,
        ),
    ]  # fmt: skip
    for satu in baru:
        satu.pk = kunci
        satu.pegawai = siti  # type: ignore[attr-defined]
        satu.save(force_insert=True)
    m.KeteranganKeberatan.objects.create(
        pk=kunci, keberatan_id=kunci, pihak="pegawai", isi="keterangan-ratna", pada=kini, oleh=akun
    )
    m.TindakLanjut.objects.create(
        pk=kunci, hasil_id=kunci, jenis="pembinaan", dasar="dasar-ratna", dibuat_pada=kini
    )
    tim = m.TimKerja.objects.create(
        pk=kunci, unit=siti.unit, nama="Tim", mandat="x", dasar="SK", mulai=date(2025, 1, 1),
        dibuat_pada=kini, dibuat_oleh=bkd,
    )  # fmt: skip
    m.AnggotaTim.objects.create(
        pk=kunci, tim=tim, pegawai=siti, porsi=100, mulai=date(2025, 1, 1), peran="ketua"
    )
    m.PejabatPenilai.objects.create(
        pegawai=siti, penilai=dunia.rekan[-1], mulai=date(2025, 1, 1), dasar="x",
        dicatat_pada=kini, dicatat_oleh=bkd,
    )  # fmt: skip


def _alamat(pola: URLPattern, kunci: int) -> str:
    """The door with her key in every place for a number."""
    isi: dict[str, Any] = {}
    for nama, jenis in pola.pattern.converters.items():
        angka_saja = type(jenis).__name__ == "IntConverter"
        assert angka_saja or nama in KATA, f"{pola.name}: KATA belum mengenal '{nama}'"
        isi[nama] = (1 if nama == "nomor" else kunci) if angka_saja else KATA[nama]
    return reverse(f"penilaian:{pola.name}", kwargs=isi)


def _ketuk(client: Client, alamat: str, metode: str) -> tuple[int, str, str]:
    """Status, where it leads, and the words of the answer."""
    with digulung():
        cari = client.get if metode == "GET" else client.post
        jawaban = cari(alamat, {"pegawai": "1"} if metode == "GET" else ISIAN)
        isi = b"".join(jawaban) if jawaban.streaming else jawaban.content
    kepala = jawaban.headers.get("Content-Disposition", "")
    return jawaban.status_code, jawaban.headers.get("Location", ""), f"{kepala} {_kata(isi)}"


def _kata(isi: bytes) -> str:
    """The words of a page, a workbook or a PDF."""
    if isi.startswith(b"%PDF"):
        return teks_pdf(isi)
    if isi.startswith(b"PK"):
        with ZipFile(BytesIO(isi)) as buku:
            isi = b"".join(buku.read(nama) for nama in buku.namelist())
    return isi.decode(errors="replace")


def _bocor(client: Client, kunci: int) -> list[str]:
    """Doors that show a word of hers, or let a hand in where her key stands."""
    salah = []
    for pola in PINTU:
        alamat = _alamat(pola, kunci)
        berkunci = bool(pola.pattern.converters)
        for metode in ("GET", "POST") if berkunci else ("GET",):
            status, ke, isi = _ketuk(client, alamat, metode)
            masuk = status == 302 and ke.startswith("/akun/masuk/")
            if any(kata in isi for kata in RAHASIA):
                salah.append(f"{metode} {alamat}: shows hers")
            elif metode == "POST" and not (masuk or status in (403, 404, 405)):
                salah.append(f"POST {alamat}: {status}")
    return salah


def _berakun(dunia: Dunia, unit: str, nama: str, *peran: Peran) -> Pengguna:
    """Somebody with a file and an account in another unit."""
    tempat = organisasi.UnitKerja.objects.get(nama=unit)
    post = register.formasi(tempat, register.jabatan(f"Jabatan {nama}"))
    orang = register.pegawai(nama, post=post)
    orang.pengguna = organisasi.pengguna(Peran.PEGAWAI, *peran, unit=tempat, nama=nama)
    orang.save()
    return orang.pengguna


def test_a_stranger_learns_nothing(dunia_ratna: tuple[Dunia, int]) -> None:
    assert _bocor(Client(), dunia_ratna[1]) == []


def test_a_colleague_of_the_same_unit_learns_nothing(
    dunia_ratna: tuple[Dunia, int], client: Client
) -> None:
    dunia, kunci = dunia_ratna
    rekan = dunia.rekan[0]
    rekan.pengguna = organisasi.pengguna(Peran.PEGAWAI, unit=rekan.unit, nama="Rekan")
    rekan.save()
    # What he may do with a result of his own is no leak of hers.
    m.HasilPenilaian.objects.filter(pegawai=rekan).delete()

    assert _bocor(masuk_sebagai(client, rekan.pengguna), kunci) == []


def test_a_receiving_head_with_every_role_over_his_unit_learns_nothing(
    dunia_ratna: tuple[Dunia, int], client: Client
) -> None:
    dunia, kunci = dunia_ratna
    setempat = set(Peran) - set(PERAN_SEINSTANSI)
    assert Peran.KEPALA_UNIT in setempat
    kepala = _berakun(dunia, "SD Negeri 2 Contoh", "KEPALA LAIN", *setempat)

    assert _bocor(masuk_sebagai(client, kepala), kunci) == []


def test_the_words_looked_for_do_stand_behind_those_doors(
    dunia_ratna: tuple[Dunia, int], client: Client
) -> None:
    dunia, kunci = dunia_ratna
    semua = [p for p in Peran if {Izin.NILAI_LIHAT, Izin.KEBERATAN_LIHAT} & IZIN_PERAN[p]]
    berhak = masuk_sebagai(client, organisasi.pengguna(*semua, nama="Yang berhak"))

    dicari = {NAMA, "84,492", "bukti-ratna", "keberatan-ratna", "inovasi-ratna"}
    for pola in PINTU:
        isi = _ketuk(berhak, _alamat(pola, kunci), "GET")[2]
        dicari = {kata for kata in dicari if kata not in isi}
        if not dicari:
            break

    assert dicari == set()

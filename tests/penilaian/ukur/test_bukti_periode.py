"""Evidence is what it is, and opens to its parties only; periods open by code and close once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jejak.models import AksesData, Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pengguna
from penilaian.models import (
    AnggotaTim,
    Bukti,
    HasilPenilaian,
    Keberatan,
    Penilaian,
    PeriodeKinerja,
    TargetTim,
    TimKerja,
)
from penilaian.policies.bukti import buka
from penilaian.services.bukti import jenis_bukti, simpan_bukti
from penilaian.services.periode import buka_periode, tutup_periode
from tests.factories import organisasi as org
from tests.factories.nilai import perangkat_terbit, periode
from tests.helpers.dunia_ukur import PDF, berkas_bukti
from tests.penilaian.ukur.conftest import PER, Dunia
from toolkit.policy import Refusal

pytestmark = pytest.mark.django_db


def paket(*bagian: str) -> bytes:
    isi = BytesIO()
    with ZipFile(isi, "w") as arsip:
        for nama in ("[Content_Types].xml", *bagian):
            arsip.writestr(nama, "<x/>")
    return isi.getvalue()


UTUH = paket("xl/workbook.xml")
VERSI = UTUH.index(b"PK\x01\x02") + 6


@pytest.mark.parametrize(
    ("isi", "nama", "jenis"),
    [
        (PDF, "Rekap.PDF", "pdf"),
        (b"\xff\xd8\xff\xe0", "foto.jpeg", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "layar.png", "png"),
        (paket("xl/workbook.xml"), "rekap.xlsx", "xlsx"),
        (paket("word/document.xml"), "laporan.docx", "docx"),
    ],
)
def test_evidence_is_known_by_its_content(isi: bytes, nama: str, jenis: str) -> None:
    assert jenis_bukti(isi, nama) == jenis


@pytest.mark.parametrize(
    ("isi", "nama", "kode"),
    [
        (b"", "rekap.pdf", "kosong"),
        (b"MZ\x90", "rekap.pdf", "jenis_berkas"),
        (b"<html>", "rekap.html", "jenis_berkas"),
        (b"PK\x03\x04rusak", "rekap.xlsx", "jenis_berkas"),
        (UTUH[:VERSI] + b"\xff" + UTUH[VERSI + 1 :], "versi-25.xlsx", "jenis_berkas"),
        (paket("é.xml").replace("é".encode(), b"\xff\xff"), "nama.xlsx", "jenis_berkas"),
        (paket("xl/workbook.xml", "xl/vbaProject.bin"), "rekap.xlsx", "jenis_berkas"),
        (paket("ppt/presentation.xml"), "rekap.pptx", "jenis_berkas"),
        (PDF, "rekap.xlsx", "nama_berkas"),
        (PDF, "rekap", "nama_berkas"),
    ],
)
def test_another_kind_than_its_name_or_than_is_taken_is_refused(
    isi: bytes, nama: str, kode: str
) -> None:
    with pytest.raises(Refusal) as galat:
        jenis_bukti(isi, nama)

    assert galat.value.kode == kode


def test_evidence_keeps_its_print_and_leaves_a_trace(dunia: Dunia) -> None:
    satu = simpan_bukti(
        berkas_bukti("C:\\rekap maret.pdf"), macam="indikator", pegawai=dunia.ani,
        oleh=dunia.operator,
    )  # fmt: skip
    besar = berkas_bukti(isi=PDF + b"0" * (10 * 1024 * 1024))

    with pytest.raises(Refusal, match="paling besar 10 MB"):
        simpan_bukti(besar, macam="indikator", pegawai=dunia.ani, oleh=dunia.operator)

    assert (satu.nama, satu.ukuran, satu.sha256) == (
        "rekap maret.pdf", len(PDF), sha256(PDF).hexdigest(),
    )  # fmt: skip
    assert "ANI" not in str(satu.berkas.name)
    assert Peristiwa.objects.filter(tindakan="penilaian.bukti.diunggah").count() == 1


def boleh(bukti: Bukti, **siapa: Pengguna) -> set[str]:
    """Who opens it."""
    satu = Bukti.objects.select_related("pegawai__unit", "unit").get(pk=bukti.pk)
    return {nama for nama, orang in siapa.items() if buka.allows(satu, orang, per=PER)}


@pytest.fixture
def siapa(dunia: Dunia) -> dict[str, Pengguna]:
    assert dunia.ani.pengguna is not None
    luar = org.pengguna(Peran.KEPALA_UNIT, unit=dunia.unit["bkd"])
    citra = org.pengguna(Peran.PEGAWAI, unit=dunia.unit["bidang"])
    dunia.citra.pengguna = citra
    dunia.citra.save(update_fields=["pengguna"])
    return {
        "ani": dunia.ani.pengguna, "citra": citra, "operator": dunia.operator, "luar": luar,
        "kepala": dunia.kepala, "inspektorat": org.pengguna(Peran.INSPEKTORAT),
        "hukum": org.pengguna(Peran.BAGIAN_HUKUM), "admin": org.pengguna(Peran.ADMIN_SISTEM),
    }  # fmt: skip


def test_each_kind_of_evidence_opens_to_its_parties_only(
    dunia: Dunia, siapa: dict[str, Pengguna]
) -> None:
    def simpan(macam: str, **milik: Any) -> Bukti:
        return simpan_bukti(berkas_bukti(), macam=macam, oleh=dunia.analis, **milik)

    indikator, tentang_unit = simpan("indikator", pegawai=dunia.ani), simpan(
        "tim", unit=dunia.unit["disdik"]
    )  # fmt: skip
    bantahan, kedua = simpan("keberatan", pegawai=dunia.ani), simpan(
        "keberatan", pegawai=dunia.ani
    )  # fmt: skip
    _tim(dunia, tentang_unit)
    _keberatan(dunia, bantahan)

    assert boleh(indikator, **siapa) == {"ani", "operator", "kepala", "inspektorat"}
    assert boleh(tentang_unit, **siapa) == {"citra", "operator", "kepala", "inspektorat"}
    # Citra assesses Ani: a side of this objection, of no other file.
    assert boleh(bantahan, **siapa) == {"ani", "citra", "operator", "inspektorat"}
    assert boleh(kedua, **siapa) == {"ani", "operator", "inspektorat"}


def _tim(dunia: Dunia, bukti: Bukti) -> None:
    kini = {"dibuat_pada": timezone.now(), "dibuat_oleh": dunia.analis}
    tim = TimKerja.objects.create(
        unit=dunia.unit["disdik"],
        nama="Tim",
        mandat="m",
        dasar="SK",
        mulai=date(2025, 1, 1),
        **kini,
    )
    AnggotaTim.objects.create(tim=tim, pegawai=dunia.citra, porsi=50, mulai=date(2025, 1, 1))
    TargetTim.objects.create(
        tim=tim, periode=dunia.masa, urutan=1, uraian="u", satuan="s", bobot=100, target=1,
        bukti=bukti, dicatat_pada=timezone.now(), dicatat_oleh=dunia.analis,
    )  # fmt: skip


def _keberatan(dunia: Dunia, bukti: Bukti) -> None:
    kini = timezone.now()
    run = Penilaian.objects.create(
        periode=dunia.masa, perangkat=perangkat_terbit(), nomor=1, sebab="awal", per=PER,
        dihitung_pada=kini, dihitung_oleh=dunia.analis,
    )  # fmt: skip
    hasil = HasilPenilaian.objects.create(
        penilaian=run, pegawai=dunia.ani, keadaan="angka", skor=80, rincian="{}"
    )
    satu = Keberatan.objects.create(
        hasil=hasil, pegawai=dunia.ani, tanggal=PER, diterima=PER, batas=PER, batas_putus=PER,
        alasan="a", penilai=dunia.citra, dicatat_pada=kini, dicatat_oleh=dunia.analis,
    )  # fmt: skip
    satu.keterangan.create(pihak="pegawai", isi="i", bukti=bukti, pada=kini, oleh=dunia.analis)


@pytest.mark.usefixtures("pada_hari_ini")
def test_a_download_is_an_attachment_and_others_looking_is_noted(dunia: Dunia) -> None:
    satu = simpan_bukti(berkas_bukti(), macam="indikator", pegawai=dunia.ani, oleh=dunia.operator)
    client, sendiri = Client(), Client()
    client.force_login(dunia.operator)
    assert dunia.ani.pengguna is not None
    sendiri.force_login(dunia.ani.pengguna)

    jawaban: Any = client.get(reverse("penilaian:bukti", args=[satu.pk]))
    assert b"".join(jawaban.streaming_content) == PDF
    milik: Any = sendiri.get(reverse("penilaian:bukti", args=[satu.pk]))
    assert b"".join(milik.streaming_content) == PDF

    assert jawaban["Content-Disposition"] == 'attachment; filename="rekap.pdf"'
    assert (jawaban["Content-Type"], milik.status_code) == ("application/pdf", 200)
    lihat = AksesData.objects.filter(pegawai_id=str(dunia.ani.pk)).values_list("pelaku_nama", "apa")
    assert list(lihat) == [("Budi Operator", "bukti nilai indikator")]


def test_a_period_opens_by_its_code_once_and_closes_when_it_is_over(dunia: Dunia) -> None:
    satu = buka_periode("2026-tw1", per=PER, oleh=dunia.analis)
    assert (satu.kode, satu.nama, satu.mulai, satu.selesai) == (
        "2026-TW1", "Triwulan I 2026", date(2026, 1, 1), date(2026, 3, 31),
    )  # fmt: skip

    for kode, alasan in (
        ("2026-TW1", "sudah_dibuka"), ("2026-03-01", "kode_periode"), ("2028", "bukan_saatnya"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as galat:
            buka_periode(kode, per=PER, oleh=dunia.analis)
        assert galat.value.kode == alasan
    with pytest.raises(Refusal, match="belum berakhir"):
        tutup_periode(satu.pk, per=satu.selesai, oleh=dunia.analis)
    with pytest.raises(Refusal, match="oleh BKPSDM"):
        tutup_periode(satu.pk, per=PER, oleh=dunia.kepala)

    tutup = tutup_periode(satu.pk, per=satu.selesai + timedelta(days=1), oleh=dunia.analis)

    assert isinstance(tutup.ditutup_pada, datetime)
    with pytest.raises(Refusal, match="sudah ditutup"):
        tutup_periode(satu.pk, per=PER, oleh=dunia.analis)
    assert PeriodeKinerja.objects.filter(ditutup_pada=None).get() == periode()

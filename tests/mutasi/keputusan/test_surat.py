"""Letters of a file: frozen, numbered, printed as PDF and Word, by the office's own template."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.bahan import Penanda
from mutasi.models import JenisSurat, Pelantikan, PesertaPelantikan, Surat
from mutasi.selectors.surat import IsiSurat, pilihan
from mutasi.services import surat as acts
from mutasi.services import templat_surat as acts_templat
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.pdf import halaman_teks
from toolkit.policy import NotAllowed, OutOfReach, Refusal, WrongMoment

pytestmark = pytest.mark.sekali
PER = fk.PER
KEPALA = Penanda("Kepala BKPSDM", "Dra. Kepala Contoh", "197001011995032001", "Pembina")


def isi(nomor: str = "800/1/2026", **lain: Any) -> IsiSurat:
    """What somebody writes into the form."""
    lengkap = {"kepada": ("Kepala Kanreg BKN",), "di": "Jakarta", **lain}
    return IsiSurat(nomor, lengkap.pop("tanggal", PER), lengkap.pop("penanda", KEPALA), **lengkap)


def buat(k: f.Kantor, jenis: str, satu: IsiSurat, **lain: Any) -> Surat:
    """A letter of the office's file."""
    return acts.buat_surat(k.berkas.pk, jenis, satu, oleh=k.penyusun, per=PER, **lain)


def teks(surat: Surat) -> str:
    """What its PDF says."""
    return " ".join(halaman_teks(acts.pdf_surat(surat)))


def test_every_letter_of_a_file_is_frozen_with_number_hash_and_code(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k, gerbang=("lantik",))
    sk = fk.ditetapkan(k, [usulan])
    lantik = Pelantikan.objects.create(
        keputusan=sk, tanggal=date(2026, 6, 10), tempat="Pendopo", pejabat="Bupati Contoh",
        saksi_satu="Saksi Satu", saksi_dua="Saksi Dua", rohaniwan="Rohaniwan Contoh",
        dibuat_pada=sk.disusun_pada, dibuat_oleh=k.penyusun,
    )  # fmt: skip
    PesertaPelantikan.objects.create(pelantikan=lantik, usulan=usulan)
    alasan = {p.jenis: p.alasan for p in pilihan(k.berkas, k.penyusun, per=PER)}

    hasil = {
        jenis: buat(k, jenis, isi(f"800/{n}/2026"), usulan_id=usulan.pk)
        for n, jenis in enumerate(("usulan", "nota_dinas", "undangan", "spmj", "spmt"))
    }

    assert alasan[JenisSurat.SPP] == "Belum ada yang dilantik."
    assert alasan[JenisSurat.SPMJ] == ""
    for jenis, surat in hasil.items():
        assert beku.sidik(surat.isi) == surat.sidik, jenis
        assert surat.nomor in teks(surat), jenis
    assert usulan.pegawai.nip in teks(hasil["usulan"])
    assert "Pendopo" in teks(hasil["undangan"])
    assert sk.nomor in teks(hasil["spmj"])
    # The minutes of the oath bear the day of the oath itself.
    sumpah = buat(k, "ba_sumpah", isi("800/9/2026"))
    assert "Rohaniwan Contoh" in teks(sumpah)
    assert sumpah.tanggal == date(2026, 6, 10)
    Path(sumpah.pdf.path).write_bytes(b"%PDF- lain")
    with pytest.raises(WrongMoment, match="Sidik berkas surat berbeda"):
        acts.pdf_surat(sumpah)
    with pytest.raises(WrongMoment, match="hanya tersedia sebagai PDF"):
        acts.word_surat(sumpah)


def test_what_a_letter_is_refused_for(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k)

    with pytest.raises(Refusal, match="Nomor naskah belum diisi"):
        buat(k, "nota_dinas", isi(""))
    with pytest.raises(Refusal, match="tidak boleh di masa depan"):
        buat(k, "nota_dinas", isi(tanggal=date(2026, 6, 2)))
    with pytest.raises(WrongMoment, match="Pelantikan berkas ini belum dijadwalkan"):
        buat(k, "undangan", isi())
    with pytest.raises(WrongMoment, match="Bahan surat ini belum ada"):
        buat(k, "spmt", isi(), usulan_id=usulan.pk)
    with pytest.raises(Refusal, match="Pilih pegawai"):
        buat(k, "spmt", isi())
    with pytest.raises(OutOfReach):
        buat(k, "ba_tpk", isi())
    with pytest.raises(NotAllowed, match="tidak berhak menyusun surat"):
        acts.buat_surat(k.berkas.pk, "nota_dinas", isi(), oleh=k.hukum, per=PER)
    with pytest.raises(OutOfReach):
        acts.buat_surat(k.berkas.pk, "nota_dinas", isi(), oleh=k.kepala_asal, per=PER)
    buat(k, "nota_dinas", isi())
    with pytest.raises(Refusal, match="Nomor 800/1/2026 sudah dipakai nota dinas lain"):
        buat(k, "nota_dinas", isi())


def test_an_office_brings_its_own_word_template_and_goes_back(k: f.Kantor, client: Client) -> None:
    fk.setuju(k)
    surat = buat(k, "nota_dinas", isi())
    asli = acts_templat.bawaan("nota_dinas")
    lain = SimpleUploadedFile("nota.docx", acts_templat.bawaan("undangan"))

    with pytest.raises(Refusal, match="tidak dikenal"):
        acts_templat.unggah_templat("nota_dinas", oleh=k.penyusun, per=PER, berkas=lain)
    with pytest.raises(OutOfReach):
        acts_templat.unggah_templat("ba_tpk", oleh=k.penyusun, per=PER, berkas=lain)
    with pytest.raises(NotAllowed, match="tidak berhak"):
        acts_templat.unggah_templat("nota_dinas", oleh=k.hukum, per=PER, berkas=lain)
    templat = acts_templat.unggah_templat(
        "nota_dinas", oleh=k.penyusun, per=PER, berkas=SimpleUploadedFile("n.docx", asli)
    )
    word = acts.word_surat(surat)
    acts_templat.cabut_templat(templat.pk, oleh=k.penyusun, per=PER)

    with ZipFile(BytesIO(word)) as arsip:
        assert "800/1/2026" in arsip.read("word/document.xml").decode()
    assert acts_templat.templat_berlaku("nota_dinas") is None
    with pytest.raises(WrongMoment, match="sudah dicabut"):
        acts_templat.cabut_templat(templat.pk, oleh=k.penyusun, per=PER)
    halaman = client.get(reverse("mutasi:periksa", args=[surat.kode])).content.decode()
    assert surat.sidik in halaman
    assert "800/1/2026" in halaman

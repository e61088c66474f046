"""The emblem an office lays: above every paper written from then on, above no older one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from jejak.models import Peristiwa
from mutasi.kernel.naskah import beku
from mutasi.models import Keputusan, Lambang
from mutasi.services import keputusan as acts_sk
from mutasi.services import naskah_pdf as naskah_pdf_modul
from mutasi.services.keputusan_naskah import pdf_keputusan
from mutasi.services.keputusan_tetap import tetapkan
from mutasi.services.lambang import cabut_lambang, pasang_lambang
from mutasi.services.naskah_lambang import lambang_svg, sidik_lambang
from mutasi.services.naskah_pdf import Wujud, petikan_pdf
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.gambar import png
from tests.helpers.layar import masuk
from tests.helpers.pdf import cacat_pdfa
from tests.mutasi.naskah import contoh
from toolkit.policy import NotAllowed, OutOfReach, Refusal, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
PER = f.PER


@pytest.fixture
def k(pada_hari_ini: Any) -> f.Kantor:
    """The office."""
    return f.kantor()


def _berkas(isi: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("garuda.png", isi)


def pasang(k: f.Kantor, isi: bytes, macam: str = "negara") -> Lambang:
    """Laid by Bagian Hukum."""
    return pasang_lambang(macam, oleh=k.hukum, per=PER, gambar=_berkas(isi))


def _kop(sk: Keputusan) -> Any:
    sk.refresh_from_db()
    return beku.baca(sk.isi).kop


def test_papers_written_from_then_on_bear_it_and_a_draft_asks_to_be_refreshed(k: f.Kantor) -> None:
    draf = fk.bernomor(k)
    assert _kop(draf).lambang == ""
    halaman = reverse("mutasi:keputusan-rincian", args=[draf.pk])
    assert "tanpa lambang" in masuk(k.penyusun).get(halaman).text
    assert reverse("mutasi:lambang") in masuk(k.hukum).get(halaman).text

    pasang(k, png())

    with pytest.raises(WrongMoment, match=r"berubah sejak disusun \(dasar, lambang, atau"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)
    acts_sk.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan="Lambang dipasang")
    acts_sk.segarkan_draf(draf.pk, oleh=k.penyusun, per=PER)
    sk = tetapkan(fk.bernomor(k, draf).pk, oleh=k.bupati, per=PER)
    assert _kop(sk).lambang == sidik_lambang(png())
    assert "tanpa lambang" not in masuk(k.penyusun).get(halaman).text
    assert cacat_pdfa(pdf_keputusan(sk)) == []


def test_a_paper_keeps_the_picture_it_was_frozen_with(k: f.Kantor) -> None:
    lama = pasang(k, png())
    sk = fk.ditetapkan(k)
    pasang(k, png(6, 6))

    lama.refresh_from_db()
    assert lama.dicabut_oleh == k.hukum
    assert 'viewBox="0 0 4 5"' in lambang_svg(_kop(sk).lambang), "for its excerpts"
    assert _kop(fk.draf(k)).lambang == sidik_lambang(png(6, 6))
    lama.gambar.storage.delete(lama.gambar.name)
    with pytest.raises(WrongMoment, match="bukan gambar yang dipakai"):
        lambang_svg(_kop(sk).lambang)
    cabut_lambang(Lambang.objects.get(dicabut_pada=None).pk, oleh=k.hukum, per=PER)
    assert _kop(fk.draf(k)).lambang == ""
    jejak = Peristiwa.objects.filter(tindakan__contains="lambang").order_by("urutan")
    assert [p.tindakan.rpartition(".")[2] for p in jejak] == ["dipasang", "dicabut"] * 2


def test_many_excerpts_carry_the_picture_once(k: f.Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    pasang(k, png())
    petikan = contoh.petikan(contoh.keputusan(1))
    kop = replace(petikan.kop, lambang=sidik_lambang(png()))
    teks = beku.kanonik(replace(petikan, kop=kop))
    data: list[Any] = []
    monkeypatch.setattr(naskah_pdf_modul, "buat_pdf", lambda _t, isi, **_: data.append(isi))

    petikan_pdf([teks] * 50, Wujud(draf=False))

    assert json.dumps(data[0]).count("data:image/png") == 1
    assert len(data[0]["daftar"]) == 50


@pytest.mark.parametrize(
    ("siapa", "macam", "isi", "galat", "kata"),
    [
        ("penyusun", "negara", png(), NotAllowed, "Kepala BKPSDM dan Bagian Hukum"),
        ("hukum", "provinsi", png(), OutOfReach, "tidak ditemukan"),
        ("hukum", "daerah", b"GIF89a", Refusal, "PNG atau JPEG"),
    ],
)
def test_a_picture_is_refused(
    k: f.Kantor, siapa: str, macam: str, isi: bytes, galat: type[Exception], kata: str
) -> None:
    with pytest.raises(galat, match=kata):
        pasang_lambang(macam, oleh=getattr(k, siapa), per=PER, gambar=_berkas(isi))
    assert not Lambang.objects.exists()


def test_the_same_picture_is_not_laid_twice_and_one_of_a_kind_is_in_use(k: f.Kantor) -> None:
    satu = pasang(k, png())

    with pytest.raises(WrongMoment, match="sudah menjadi lambang kantor"):
        pasang(k, png())
    satu.pk = None
    with pytest.raises(IntegrityError, match="satu_dipakai|UNIQUE"), transaction.atomic():
        satu.save(force_insert=True)


def test_the_page_shows_lays_and_takes_away(k: f.Kantor) -> None:
    klien, alamat = masuk(k.hukum), reverse("mutasi:lambang")
    assert klien.get(alamat).text.count("Belum ada gambar") == 2
    ke = reverse("mutasi:lambang-pasang", args=["daerah"])

    kosong = klien.post(ke)
    assert kosong.status_code == 422
    assert 'id="daerah-gambar_error"' in kosong.text or "daerah-gambar" in kosong.text
    klien.post(ke, {"gambar": _berkas(png())})

    satu = Lambang.objects.get()
    gambar = reverse("mutasi:lambang-gambar", args=[satu.pk])
    assert gambar in klien.get(alamat).text
    jawaban = klien.get(gambar)
    assert (jawaban["Content-Type"], jawaban["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert b"".join(jawaban.streaming_content) == png()
    assert masuk(k.penyusun).get(gambar).status_code == 403
    klien.post(reverse("mutasi:lambang-cabut", args=[satu.pk]))
    assert "1 gambar sebelumnya" in klien.get(alamat).text

"""The pages of objections: each side sees what is his to do, everybody else finds nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from penilaian.models import Keberatan
from tests.factories.keberatan import ALASAN, Para, berkas, diajukan, diperiksa, hasil_siap, para

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
PER = date(2026, 6, 1)


@pytest.fixture
def p(pada_hari_ini: Any) -> Para:
    """Everybody, on the fixed day."""
    return para()


@pytest.fixture
def satu(p: Para) -> Any:
    """The employee's delivered result."""
    return hasil_siap(p, disampaikan=date(2026, 5, 20), diakui=date(2026, 5, 22))


def masuk(siapa: Any) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(getattr(siapa, "pengguna", siapa))
    return client


def teks(jawaban: Any) -> str:
    """The page as text."""
    return str(jawaban.content.decode())


def test_an_employee_objects_on_his_page_with_lines_and_files(p: Para, satu: Any) -> None:
    saya = masuk(p.pegawai)
    url = f"/nilai-saya/keberatan/ajukan/{satu.pk}/"

    kosong = saya.post(url, {"alasan": "Salah."})
    kirim = saya.post(
        url, {"alasan": ALASAN, "kriteria": ["K2"], "berkas": [berkas(), berkas("dua.pdf")]}
    )
    k = Keberatan.objects.get()
    halaman = teks(saya.get(f"/kinerja/keberatan/{k.pk}/"))

    assert kosong.status_code == 422
    assert 'href="#id_alasan"' in teks(kosong)
    assert kirim.status_code == 302
    assert k.keterangan.count() == 2
    for kata in ("BU KEPALA DINAS memulai pemeriksaan", "dua.pdf", "dibantah", "Cabut keberatan"):
        assert kata in halaman
    assert "22 Juni 2026" in halaman
    assert f"/kinerja/keberatan/{k.pk}/" in teks(saya.get("/nilai-saya/keberatan/"))
    assert "sudah diajukan" in teks(saya.get(url))


def test_a_case_is_heard_and_decided_through_the_pages(p: Para, satu: Any) -> None:
    k = diajukan(p, satu, per=PER)
    pemutus, penilai = masuk(p.atasan), masuk(p.penilai)
    alamat = f"/kinerja/keberatan/{k.pk}/"

    assert "Mulai pemeriksaan" in teks(pemutus.get("/kinerja/keberatan/menunggu/"))
    assert "Beri keterangan" in teks(penilai.get("/kinerja/keberatan/menunggu/"))
    assert pemutus.post(f"{alamat}periksa/").status_code == 302
    assert pemutus.get(f"{alamat}putus/").status_code == 409
    isi = {"isi": "Cuti sakit belum direkap.", "berkas": berkas()}
    assert penilai.post(f"{alamat}keterangan/", isi).status_code == 302
    formulir = teks(pemutus.get(f"{alamat}putus/"))
    assert "Cuti sakit belum direkap." in formulir
    data = {"putusan": "sebagian", "pertimbangan": ALASAN, "mentah_0": "130", "sebab_0": ""}
    salah = pemutus.post(f"{alamat}putus/", data)
    assert salah.status_code == 422
    assert "paling tinggi 100" in teks(salah)
    data |= {"mentah_0": "97,5", "sebab_0": "Cuti sakit dihitung hadir."}
    assert pemutus.post(f"{alamat}putus/", data).status_code == 302

    k.refresh_from_db()
    assert k.koreksi == [
        {"kriteria": "K2", "mentah": "97.5", "alasan": "Cuti sakit dihitung hadir."}
    ]
    akhir = teks(masuk(p.kabid).get(alamat))
    assert "harus dihitung ulang" in akhir
    assert "Dikabulkan sebagian" in akhir
    assert masuk(p.pegawai).get(f"{alamat}cetak/")["Content-Type"] == "application/pdf"


def test_paper_goes_through_two_people_on_the_pages(p: Para, satu: Any) -> None:
    operator, kabid, kepala = masuk(p.operator), masuk(p.kabid), masuk(p.kepala)
    cari = teks(operator.get("/kinerja/keberatan/surat/?q=nuraini"))
    assert f"/kinerja/keberatan/surat/{satu.pk}/" in cari
    # Who writes letters down needs no score for it.
    assert "skor" not in teks(operator.get(f"/kinerja/keberatan/surat/{satu.pk}/"))
    surat = {"nomor": "800/5", "diterima": "2026-06-01", "alasan": ALASAN, "berkas": [berkas()]}
    assert operator.post(f"/kinerja/keberatan/surat/{satu.pk}/", surat).status_code == 302
    k = Keberatan.objects.get()
    alamat = f"/kinerja/keberatan/{k.pk}/"
    assert operator.post(f"{alamat}periksa/").status_code == 302
    ucapan = {"pihak": "penilai", "isi": "Surat penilai.", "berkas": berkas()}
    assert operator.post(f"{alamat}keterangan/", ucapan).status_code == 302
    putusan = {
        "nomor": "800/6", "tanggal": "2026-06-01", "pindaian": berkas(), "putusan": "ditolak",
        "pertimbangan": ALASAN,
    }  # fmt: skip

    assert kabid.post(f"{alamat}putusan-surat/", putusan).status_code == 302
    assert "menunggu disahkan" in teks(kepala.get(alamat))
    assert ALASAN in teks(kepala.get(alamat))
    assert "<dd>Ditolak</dd>" in teks(kabid.get(alamat))
    assert "<dd>Ditolak</dd>" not in teks(masuk(p.pegawai).get(alamat))
    assert kabid.post(f"{alamat}sahkan/").status_code == 403
    assert kepala.post(f"{alamat}sahkan/").status_code == 302
    akhir = teks(kepala.get(alamat))
    assert "dicatat Kepala Bidang dan disahkan Kepala BKPSDM" in akhir
    assert "dicatat oleh Operator" in akhir


def test_a_stranger_a_colleague_and_a_receiving_head_find_nothing(p: Para, satu: Any) -> None:
    k = diperiksa(p, satu, per=PER)
    bukti = masuk(p.pegawai).post(
        f"/kinerja/keberatan/{k.pk}/keterangan/", {"isi": "Lampiran.", "berkas": berkas()}
    )
    assert bukti.status_code == 302
    file = k.keterangan.exclude(bukti=None).get().bukti_id
    jalan = ("", "cetak/", "putus/", "putusan-surat/", "tunjuk/")
    kirim = ("keterangan/", "periksa/", "cabut/", "putus/", "sahkan/", "kembalikan/", "tunjuk/")
    rekan = masuk(p.penerima)

    for akhir in jalan:
        assert Client().get(f"/kinerja/keberatan/{k.pk}/{akhir}").status_code == 302
        assert rekan.get(f"/kinerja/keberatan/{k.pk}/{akhir}").status_code == 404
    for akhir in kirim:
        assert rekan.post(f"/kinerja/keberatan/{k.pk}/{akhir}").status_code == 404
    assert rekan.get(f"/nilai-saya/keberatan/ajukan/{satu.pk}/").status_code == 404
    assert rekan.get("/kinerja/keberatan/").status_code == 403
    assert rekan.get(f"/kinerja/bukti/{file}/").status_code == 404
    for siapa in (p.penilai, p.atasan, p.kabid, p.operator):
        jawaban = masuk(siapa).get(f"/kinerja/bukti/{file}/")
        assert jawaban.status_code == 200
        b"".join(jawaban.streaming_content)  # type: ignore[attr-defined]
    assert "NURAINI" not in teks(rekan.get("/kinerja/keberatan/menunggu/"))


def test_the_list_filters_by_state_office_and_what_is_overdue(p: Para, satu: Any) -> None:
    k = diajukan(p, satu, per=PER)
    Keberatan.objects.filter(pk=k.pk).update(batas_putus=date(2026, 5, 31))
    kabid = masuk(p.kabid)
    disdik = p.unit["sd1"].opd_id or p.unit["sd1"].pk

    for kueri, ada in (
        ("", True), ("?lewat=1", True), ("?keadaan=diputus", False), ("?q=siti+nur", True),
        (f"?unit={disdik}", True), ("?unit=999999", False), ("?keadaan=hitung", False),
    ):  # fmt: skip
        assert ("SITI NURAINI" in teks(kabid.get(f"/kinerja/keberatan/{kueri}"))) is ada, kueri
    assert "1 melewati batas putusnya" in teks(kabid.get("/kinerja/keberatan/"))

"""The screens of a session: a whole one through the browser's door, and who may not read what."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mutasi.alur import StatusUsulan
from mutasi.models import AgendaSidang, SidangTPK, StatusSidang, TimPenilai
from mutasi.services import sidang as acts
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import sidang as buat
from tests.factories.jalan import PER, Kantor, ambil, kantor, kasus, orang
from tests.helpers.layar import masuk

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan
MAKS_KUERI = 20


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    """The office."""
    return kantor()


def alamat(nama: str, satu: SidangTPK, **lain: Any) -> str:
    """A door of a session."""
    return reverse(f"mutasi:sidang-{nama}", kwargs={"pk": satu.pk, **lain})


def kirim(klien: Client, url: str, **data: Any) -> Any:
    """Send a form that is taken."""
    jawaban = klien.post(url, data)
    assert jawaban.status_code == 302, jawaban.content.decode()[:3000]
    return jawaban


def test_whole_session_through_the_screens(k: Kantor) -> None:
    u = kasus(k, S.SIDANG_TPK)
    kabid = masuk(k.kabid)
    kirim(
        kabid, reverse("mutasi:sidang-tim-baru"), macam="tpk", nomor_sk="800/1",
        tanggal_sk="2026-01-02", mulai="2026-01-05", ketua=k.sekda.pk,
        anggota=[a.pk for a in k.anggota_tpk], sekretaris=k.kabid.pk,
    )  # fmt: skip
    tim = TimPenilai.objects.get()
    kirim(
        kabid, reverse("mutasi:sidang-jadwalkan"), tim=tim.pk, tanggal="2026-06-01",
        tempat="Ruang rapat", cara="tatap muka",
    )  # fmt: skip
    satu = SidangTPK.objects.get()
    assert "1 usulan menunggu sidang" in kabid.get(reverse("mutasi:sidang")).content.decode()
    assert b"B-2026-0001" in kabid.get(alamat("agenda", satu)).content
    kirim(kabid, alamat("agenda", satu), usulan=[str(u.pk), "bukan kunci"])
    hadir = {f"hadir-{a.pk}": "on" for a in tim.anggota.all()}
    sedikit = dict(list(hadir.items())[:2])
    tolak = kabid.post(alamat("buka", satu), sedikit)
    assert tolak.status_code == 409
    assert "sidang tidak sah" in tolak.content.decode()
    kirim(kabid, alamat("buka", satu), **hadir)

    b = AgendaSidang.objects.get()
    isian = {"rekomendasi": "direkomendasikan", "alasan": "Cocok.", "sepakat": "on"}
    pendek = kabid.post(alamat("butir-catat", satu, butir=b.pk), isian)
    assert pendek.status_code == 422
    assert "paling sedikit 30 huruf" in pendek.content.decode()
    beda = k.anggota_tpk[0]
    kursi = tim.anggota.get(pengguna=beda).pk
    lengkap = isian | {"alasan": buat.ALASAN, f"suara-{kursi}": "tidak",
                       f"catatan-{kursi}": "Unit asal kekurangan."}  # fmt: skip
    kirim(kabid, alamat("butir-catat", satu, butir=b.pk), **lengkap)
    halaman = kabid.get(alamat("butir", satu, butir=b.pk)).content.decode()
    assert "Unit asal kekurangan." in halaman
    assert "3 setuju, 1 tidak setuju, 0 abstain: diterima." in halaman
    anggota = masuk(beda)
    tanpa = anggota.post(alamat("suara", satu, butir=b.pk), {"suara": "tidak"})
    assert tanpa.status_code == 422, "the page of the name again, with what is missing"
    assert "Pendapat berbeda memuat alasannya." in tanpa.content.decode()
    lagi = anggota.get(alamat("butir", satu, butir=b.pk)).content.decode()
    assert "Suara Anda sudah tercatat" in lagi
    kirim(kabid, alamat("susun", satu))
    satu.refresh_from_db()
    for siapa in (*k.anggota_tpk, k.kabid, k.sekda):
        klien = masuk(siapa)
        assert satu.sidik in klien.get(alamat("tanda-tangan", satu)).content.decode()
        kirim(klien, alamat("tanda-tangan", satu), sidik=satu.sidik, jawaban="tanda")
    sekda = masuk(k.sekda)
    kosong = sekda.post(alamat("tutup", satu), {"nomor": ""})
    assert "salah satu saja" in kosong.content.decode()
    kirim(sekda, alamat("tutup", satu), nomor="BA/1/2026")

    satu.refresh_from_db()
    assert satu.status == StatusSidang.DITUTUP
    assert ambil(u).status == S.DIREKOMENDASI
    pdf = sekda.get(alamat("pdf", satu))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_who_stands_aside_reads_nothing_of_that_name_and_no_whole_minutes(k: Kantor) -> None:
    u, lain = kasus(k, S.SIDANG_TPK), kasus(k, S.SIDANG_TPK)
    siapa = k.anggota_tpk[0]
    pegawai = orang(None, nama="ANGGOTA SATU")
    Pegawai.objects.filter(pk=pegawai.pk).update(pengguna=siapa)
    HubunganKeluarga.objects.create(pegawai=pegawai, kerabat=u.pegawai, jenis="ipar", mulai=PER)
    satu = buat.buka(k, buat.sidang(k, [u, lain]))
    buat.putuskan_semua(k, satu)
    butir = AgendaSidang.objects.get(usulan=u)
    klien = masuk(siapa)

    tertutup = klien.get(alamat("butir", satu, butir=butir.pk)).content.decode()
    assert "pembahasannya tidak dibuka untuk Anda" in tertutup
    assert u.pegawai.nama not in tertutup
    agenda = klien.get(alamat("rincian", satu)).content.decode()
    assert "Anda menyingkir" in agenda
    assert agenda.count(buat.ALASAN) == 1, "only of the other name"
    terbuka = AgendaSidang.objects.get(usulan=lain)
    assert buat.ALASAN in klien.get(alamat("butir", satu, butir=terbuka.pk)).content.decode()

    kirim(masuk(k.kabid), alamat("susun", satu))
    assert klien.get(alamat("pdf", satu)).status_code == 403
    tanda = klien.get(alamat("tanda-tangan", satu)).content.decode()
    assert "tidak Anda ikuti" in tanda
    assert tanda.count(buat.ALASAN) == 1


def test_member_sees_on_the_agenda_which_names_wait_for_his_vote(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [kasus(k, S.SIDANG_TPK), kasus(k, S.SIDANG_TPK)]))
    klien, kedua = masuk(k.anggota_tpk[0]), satu.agenda.last()
    assert "<strong>2 menunggu suara Anda</strong>" in klien.get(alamat("rincian", satu)).text

    kirim(klien, alamat("suara", satu, butir=kedua.pk), suara="abstain", catatan="Belum yakin.")

    agenda = klien.get(alamat("rincian", satu)).text
    assert "<strong>1 menunggu suara Anda</strong>" in agenda
    assert agenda.count("menunggu suara Anda</span>") == 1
    sisa = klien.get(alamat("rincian", satu), {"putusan": "suara"}).text
    assert alamat("butir", satu, butir=satu.agenda.first().pk) in sisa
    assert alamat("butir", satu, butir=kedua.pk) not in sisa
    assert "suara Anda" not in masuk(k.kabid).get(alamat("rincian", satu)).text, "he has no vote"


def test_candidate_in_the_team_does_not_learn_who_the_item_is_about(k: Kantor) -> None:
    u = kasus(k, S.SIDANG_TPK, jenis="perpanjangan_jpt", jenjang="jpt")
    siapa = k.anggota_tpk[0]
    Pegawai.objects.filter(pk=u.pegawai_id).update(pengguna=siapa)
    satu = buat.buka(k, buat.sidang(k, [u]))

    agenda = masuk(siapa).get(alamat("rincian", satu)).content.decode()

    assert "Anda tidak ikut pada butir ini" in agenda
    assert u.pegawai.nama not in agenda
    b = AgendaSidang.objects.get()
    assert (
        u.pegawai.nama not in masuk(siapa).get(alamat("butir", satu, butir=b.pk)).content.decode()
    )


def test_session_of_another_team_does_not_exist_for_a_member(k: Kantor) -> None:
    satu = buat.sidang(k, [], milik=buat.tim(k, *k.anggota_tpk[1:]))
    asing = masuk(k.anggota_tpk[0])

    assert asing.get(alamat("rincian", satu)).status_code == 404
    assert str(satu.pk) not in asing.get(reverse("mutasi:sidang")).content.decode()
    assert masuk(k.anggota_tpk[1]).get(alamat("rincian", satu)).status_code == 200
    assert masuk(k.analis).get(alamat("rincian", satu)).status_code == 404


def test_session_page_asks_as_many_questions_for_many_names_as_for_few(k: Kantor) -> None:
    sedikit, banyak = [
        buat.buka(k, buat.sidang(k, [kasus(k, S.SIDANG_TPK) for _ in range(n)])) for n in (1, 4)
    ]
    kabid = masuk(k.kabid)
    jumlah = []
    for satu in (sedikit, banyak):
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            assert kabid.get(alamat("rincian", satu)).status_code == 200
        jumlah.append(len(kueri))
    b = AgendaSidang.objects.filter(sidang=banyak).earliest("pk")
    for nama in ("butir", "banding"):
        with CaptureQueriesContext(connection) as kueri:
            assert kabid.get(alamat(nama, banyak, butir=b.pk)).status_code == 200
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]
    assert max(jumlah) <= MAKS_KUERI, jumlah


def test_many_names_are_decided_or_taken_off_by_ticking_them(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [kasus(k, S.SIDANG_TPK) for _ in range(2)]))
    kabid = masuk(k.kabid)
    butir = list(satu.agenda.values_list("pk", flat=True))
    isian = {"rekomendasi": "direkomendasikan", "alasan": buat.ALASAN, "sepakat": "on"}

    tanpa = kabid.post(alamat("putuskan", satu), isian)
    assert tanpa.status_code == 422
    assert "Centang dahulu nama" in tanpa.content.decode()
    kirim(kabid, alamat("putuskan", satu), butir=butir, **isian)
    assert set(satu.agenda.values_list("putusan", flat=True)) == {"rekomendasi"}
    kirim(kabid, alamat("keluarkan", satu), butir=butir[:1], alasan_keluar="Ditunda ke sidang lain")

    assert satu.agenda.count() == 1
    assert "Batalkan sidang" in kabid.get(alamat("rincian", satu)).content.decode()
    kirim(kabid, alamat("batal", satu), alasan="Ketua berhalangan mendadak.")
    assert acts.SidangTPK.objects.get().status == StatusSidang.BATAL

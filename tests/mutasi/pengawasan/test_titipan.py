"""Outside requests: who writes, who reads, and that they move no score."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from jejak.models import AksesData, IsiPeristiwa, Peristiwa
from jejak.selectors import telusuri
from mutasi.models import Titipan
from mutasi.selectors.titipan import titipan_untuk
from mutasi.services.titipan import IsiTitipan, catat_titipan, sidik_titipan
from organisasi.izin import Peran
from pegawai.services.turunan import segarkan_kata
from penilaian.kernel.syarat import periksa
from penilaian.selectors.kecocokan import kecocokan
from penilaian.snapshots import Pasangan, perkara_pasangan
from tests.factories import jalan as f
from tests.factories import nilai as ukur
from tests.factories.organisasi import pengguna
from tests.mutasi.pengawasan.conftest import Dunia
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
ISI = IsiTitipan(
    pihak="Anggota DPRD", cara="Telepon", isi="Meminta agar ia menjadi kepala bidang.",
    tanggal=date(2026, 5, 30), kedudukan="Komisi I",
)  # fmt: skip


def test_request_is_kept_with_a_sealed_trace_that_holds_no_word_of_it(d: Dunia) -> None:
    orang = d.jalan.pegawai

    satu = catat_titipan(orang, ISI, oleh=d.k.kepala_asal, per=f.PER, formasi=d.jalan.ke)

    assert (satu.pihak, satu.formasi_id, satu.dicatat_oleh) == (
        "Anggota DPRD", d.jalan.ke_id, d.k.kepala_asal,
    )  # fmt: skip
    entri = Peristiwa.objects.latest("urutan")
    assert entri.tindakan == "mutasi.titipan.dicatat"
    isi = IsiPeristiwa.objects.get(pk=entri.pk)
    assert isi.data["sesudah"] == {"tanggal": "2026-05-30", "sidik": sidik_titipan(satu)}
    assert not any(kata in isi.isi for kata in (orang.nama, orang.nip, "DPRD", "kepala bidang"))
    assert entri.urutan not in {c.urutan for c in telusuri(jumlah=20).baris}
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        Titipan.objects.filter(pk=satu.pk).update(pihak="Orang lain")


def test_request_moves_neither_score_nor_verdict_by_one_byte(d: Dunia) -> None:
    ukur.perangkat_terbit(
        [
            ukur.baris_kriteria("M1", "predikat_dua_tahun", "60", skala="tabel",
                                parameter={"isi": ukur.PREDIKAT}),
            ukur.baris_kriteria("M2", "pelatihan_jp", "40"),
        ],
        keluarga="mutasi", kode="MUT",
    )  # fmt: skip

    def nilai() -> bytes:
        u = d.jalan
        (perkara,) = perkara_pasangan([Pasangan(u.pegawai_id, u.ke_id or 0, u.tmt)], per=f.PER)
        assert perkara is not None
        cocok = kecocokan({u.pegawai_id: perkara}, {}, per=f.PER)
        assert cocok is not None
        return repr((cocok.akun, periksa(perkara))).encode()

    sebelum = nilai()
    for _ in range(3):
        catat_titipan(d.jalan.pegawai, ISI, oleh=d.k.kepala, per=f.PER)

    assert nilai() == sebelum


def test_reader_of_the_panel_sees_all_and_others_what_they_wrote(d: Dunia) -> None:
    orang = d.pindah.pegawai
    catat_titipan(orang, ISI, oleh=d.k.analis, per=f.PER)

    def terlihat(siapa: Any) -> list[str]:
        isi = titipan_untuk([orang.pk, d.jalan.pegawai_id], siapa, per=f.PER)
        return sorted(t.pihak for t in isi.get(orang.pk, ()))

    for siapa in (d.k.anggota_tpk[0], d.k.inspektorat, d.k.sekda, d.k.bupati, d.k.kepala):
        assert terlihat(siapa) == ["Anggota DPRD", "Ketua yayasan"]
    assert terlihat(d.k.analis) == ["Anggota DPRD"]
    assert terlihat(d.k.kepala_asal) == terlihat(f.akun(d.pindah)) == []


def test_member_of_the_panel_never_reads_what_was_asked_about_himself(d: Dunia) -> None:
    sendiri = f.orang(f.kursi(d.k.asal))
    sendiri.pengguna = pengguna(Peran.TPK_ANGGOTA, nama="Anggota yang dititipkan")
    sendiri.save(update_fields=["pengguna"])
    catat_titipan(sendiri, ISI, oleh=d.k.analis, per=f.PER)

    assert titipan_untuk([sendiri.pk], sendiri.pengguna, per=f.PER) == {}
    with pytest.raises(NotYours, match="dicatat oleh orang lain"):
        catat_titipan(sendiri, ISI, oleh=sendiri.pengguna, per=f.PER)


def test_request_is_refused_without_right_reach_or_sense(d: Dunia) -> None:
    orang = d.jalan.pegawai
    besok = IsiTitipan(**{**ISI.__dict__, "tanggal": date(2026, 6, 2)})
    kosong = IsiTitipan(**{**ISI.__dict__, "pihak": " "})

    with pytest.raises(NotAllowed, match="tidak mencatat titipan"):
        catat_titipan(orang, ISI, oleh=d.k.operator, per=f.PER)
    with pytest.raises(OutOfReach):
        catat_titipan(orang, ISI, oleh=d.k.kepala_tujuan, per=f.PER)
    with pytest.raises(Refusal, match="hari yang akan datang"):
        catat_titipan(orang, besok, oleh=d.k.analis, per=f.PER)
    with pytest.raises(Refusal, match="siapa yang meminta"):
        catat_titipan(orang, kosong, oleh=d.k.analis, per=f.PER)


def test_page_finds_the_person_by_post_then_keeps_what_is_written(d: Dunia, klien: Any) -> None:
    segarkan_kata(None)
    client, alamat, orang = klien(d.k.kepala_asal), reverse("mutasi:titipan-catat"), d.jalan.pegawai

    cari = client.post(alamat, {"cari": orang.nip})
    assert orang.nama in cari.content.decode()
    pilih = client.post(alamat, {"pegawai": orang.pk})
    assert "Simpan titipan" in pilih.content.decode()
    assert AksesData.objects.filter(pegawai_id=str(orang.pk), alasan="mencatat titipan").exists()
    isian = {"pegawai": orang.pk, "pihak": "Kerabat", "cara": "Surat", "tanggal": "2026-06-01"}
    kurang = client.post(alamat, {**isian, "aksi": "simpan", "isi": ""})
    assert kurang.status_code == 422
    jabatan = client.post(alamat, {**isian, "cari_jabatan": "jabatan pelaksana"})
    assert "Pilih<span" in jabatan.content.decode()

    isi = {**isian, "aksi": "simpan", "isi": "Meminta agar tidak dipindahkan.", "formasi": ""}
    simpan = client.post(alamat, isi, follow=True)

    assert "Titipan tercatat" in simpan.content.decode()
    assert Titipan.objects.filter(pegawai=orang, pihak="Kerabat").count() == 1
    tersaring = client.get(reverse("mutasi:titipan"), {"q": "Kerabat", "tahun": "2026"})
    assert "Meminta agar tidak dipindahkan." in tersaring.content.decode()
    kosong = client.get(reverse("mutasi:titipan"), {"q": "tidak ada begitu"})
    assert "Tidak ada titipan yang cocok" in kosong.content.decode()

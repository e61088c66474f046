"""After a decree is set: its signed file, its check page, its excerpts, and decrees about it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mutasi.kernel.naskah import beku
from mutasi.models import BarisKeputusan, Keputusan, StatusKeputusan
from mutasi.services import keputusan as acts
from mutasi.services import keputusan_petikan as petikan
from mutasi.services.keputusan_baru import susun_pencabutan, susun_pengganti, susun_ralat
from mutasi.services.keputusan_bertanda import Banding, unggah_bertanda
from mutasi.services.keputusan_naskah import pdf_keputusan
from mutasi.services.keputusan_tetap import tetapkan
from organisasi.services.cetak import ambil_cetakan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.pdf import cacat_pdfa, halaman_teks, kode_pada
from toolkit.policy import NotAllowed, OutOfReach, Refusal, WrongMoment

PER, TMT = fk.PER, fk.TMT


def pdf(isi: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile("sk.pdf", isi, "application/pdf")


def tetap(k: f.Kantor, draf: Keputusan) -> Keputusan:
    """Numbered and set."""
    return tetapkan(fk.bernomor(k, draf).pk, oleh=k.bupati, per=PER)


def test_the_signed_file_is_kept_as_it_came_once(k: f.Kantor) -> None:
    usulan = fk.setuju(k, 2)
    draf = fk.draf(k, usulan[:1])
    with pytest.raises(WrongMoment, match="belum ditetapkan"):
        unggah_bertanda(draf.pk, oleh=k.penyusun, per=PER, berkas=pdf(b"%PDF-"))
    satu, dua = tetap(k, draf), fk.ditetapkan(k, usulan[1:])
    asli = pdf_keputusan(satu)

    with pytest.raises(WrongMoment, match="belum bertanda tangan"):
        unggah_bertanda(satu.pk, oleh=k.penyusun, per=PER, berkas=pdf(asli))
    with pytest.raises(WrongMoment, match="harus berupa PDF"):
        unggah_bertanda(satu.pk, oleh=k.penyusun, per=PER, berkas=pdf(b"bukan"))
    with pytest.raises(NotAllowed, match="tidak berhak mengunggah"):
        unggah_bertanda(satu.pk, oleh=k.hukum, per=PER, berkas=pdf(asli))
    tte = unggah_bertanda(satu.pk, oleh=k.penyusun, per=PER, berkas=pdf(asli + b"\n%tanda"))
    pindai = unggah_bertanda(dua.pk, oleh=k.penyusun, per=PER, berkas=pdf(b"%PDF-1.4 pindai"))

    assert tte.banding is Banding.DITAMBAHI
    assert pindai.banding is Banding.LAIN
    assert "berbeda dari PDF yang dibuat SERASI" in pindai.kalimat
    with tte.keputusan.bertanda.open("rb") as berkas:
        assert sha256(berkas.read()).hexdigest() == tte.keputusan.bertanda_sha256
    with pytest.raises(WrongMoment, match="sudah ada dan tidak dapat diganti"):
        unggah_bertanda(satu.pk, oleh=k.penyusun, per=PER, berkas=pdf(b"%PDF-2"))


def test_the_code_leads_to_a_page_that_is_right_before_and_after(
    k: f.Kantor, client: Client
) -> None:
    satu, dua = fk.setuju(k, 2)
    draf = fk.draf(k, [satu, dua])
    assert client.get(reverse("mutasi:periksa", args=[draf.kode])).status_code == 404
    sk = tetapkan(
        fk.bernomor(k, draf).pk, oleh=k.bupati, per=PER, pangkal="https://serasi.contoh.go.id"
    )
    isi = pdf_keputusan(sk)

    assert cacat_pdfa(isi) == []
    (kode,) = kode_pada(isi)
    alamat = kode.removeprefix("https://serasi.contoh.go.id")
    assert alamat == reverse("mutasi:periksa", args=[sk.kode])
    sebelum = client.get(alamat).content.decode()
    assert "Berlaku" in sebelum
    assert all(kata in sebelum for kata in (sk.nomor, fk.TENTANG, sk.sidik, "Bupati Contoh"))
    for orang in (satu.pegawai, dua.pegawai):
        assert orang.nama not in sebelum
        assert orang.nip not in sebelum
    sama = client.post(alamat, {"berkas": pdf(isi)}).content.decode()
    lain = client.post(alamat, {"berkas": pdf(b"%PDF- lain")}).content.decode()
    kosong = client.post(alamat, {})
    assert "Sama persis dengan PDF yang dibuat SERASI" in sama
    assert "bukan salah satu dari yang tersimpan" in lain
    assert kosong.status_code == 422

    cabut = tetap(k, susun_pencabutan(
        sk.pk, oleh=k.penyusun, per=PER, alasan="putusan pengadilan memerintahkannya",
        berlaku=PER, penandatangan_id=fk.penanda_ppk(k).pk,
    ))  # fmt: skip

    sesudah = client.get(alamat).content.decode()
    assert "tidak berlaku lagi" in sesudah
    assert cabut.nomor in sesudah
    assert reverse("mutasi:periksa", args=[cabut.kode]) in sesudah
    assert [f.ambil(u).status for u in (satu, dua)] == ["dicabut", "dicabut"]
    hilang = client.get(reverse("mutasi:periksa", args=["x" * 43]))
    assert hilang.status_code == 404
    assert "Tidak ada naskah dengan kode ini" in hilang.content.decode()
    assert not client.session.keys()


def test_a_decree_is_replaced_or_corrected_by_a_new_one(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k)
    sk = fk.ditetapkan(k, [usulan])
    isi: dict[str, Any] = {"oleh": k.penyusun, "per": PER}
    isi["penandatangan_id"] = fk.penanda_ppk(k).pk

    with pytest.raises(Refusal, match="Tulis alasan meralat"):
        susun_ralat(sk.pk, **isi, alasan=" ", perbaikan=[("a", "b", "c")])
    with pytest.raises(Refusal, match="yang tertulis dan yang seharusnya sama"):
        susun_ralat(sk.pk, **isi, alasan="salah tulis", perbaikan=[("a", "b", "b")])
    draf = susun_ralat(
        sk.pk, **isi, alasan="salah tulis golongan", perbaikan=[("Kolom 4", "III/c", "III/a")]
    )
    with pytest.raises(WrongMoment, match="Masih ada draf keputusan lain"):
        susun_ralat(sk.pk, **isi, alasan="lagi", perbaikan=[("a", "b", "c")])
    with pytest.raises(WrongMoment, match="Draf ralat tidak diubah"):
        acts.segarkan_draf(draf.pk, oleh=k.penyusun, per=PER)
    ralat = tetap(k, draf)

    assert Keputusan.objects.get(pk=sk.pk).status == StatusKeputusan.DITETAPKAN
    assert "III/a" in " ".join(halaman_teks(pdf_keputusan(ralat)))
    assert f.ambil(usulan).status == "sk_ditetapkan"
    with pytest.raises(WrongMoment, match="Pencabutan dan ralat tidak dapat dicabut"):
        susun_pencabutan(ralat.pk, **isi, alasan="keliru", berlaku=PER)

    baru = susun_pengganti(
        sk.pk, **isi, alasan="TMT digeser", tentang=fk.TENTANG, tmt=date(2026, 8, 1)
    )
    baru = tetap(k, baru)

    assert Keputusan.objects.get(pk=sk.pk).status == StatusKeputusan.DIGANTI
    assert f.ambil(usulan).tmt == date(2026, 8, 1)
    naskah: Any = beku.baca(baru.isi)
    assert any(sk.nomor in satu for satu in naskah.diktum)
    with pytest.raises(WrongMoment, match="hanya keputusan yang berlaku"):
        susun_pengganti(sk.pk, **isi, alasan="lagi", tentang="x", tmt=TMT)


def test_some_rows_of_a_decree_may_be_revoked_alone(k: f.Kantor) -> None:
    satu, dua = fk.setuju(k, 2)
    sk = fk.ditetapkan(k, [satu, dua])
    isi: dict[str, Any] = {"oleh": k.penyusun, "per": PER, "berlaku": PER}
    isi |= {"penandatangan_id": fk.penanda_ppk(k).pk, "alasan": "pegawai meninggal dunia"}

    with pytest.raises(Refusal, match="Pilih paling sedikit satu orang"):
        susun_pencabutan(sk.pk, **isi, usulan_ids=[])
    tetap(k, susun_pencabutan(sk.pk, **isi, usulan_ids=[dua.pk]))

    assert [f.ambil(u).status for u in (satu, dua)] == ["sk_ditetapkan", "dicabut"]
    assert Keputusan.objects.get(pk=sk.pk).status == StatusKeputusan.DITETAPKAN
    with pytest.raises(WrongMoment, match="SK-nya tidak dapat dicabut"):
        susun_pencabutan(sk.pk, **isi, usulan_ids=[dua.pk])


def test_excerpts_go_to_their_person_and_by_office_to_those_who_hand_them_over(
    k: f.Kantor, client: Client
) -> None:
    satu, dua = fk.setuju(k, 2)
    sk = fk.ditetapkan(k, [satu, dua])
    milik, lain = BarisKeputusan.objects.order_by("urutan")
    client.force_login(f.akun(satu))

    halaman = client.get(reverse("mutasi:petikan-saya")).content.decode()
    unduh = client.get(reverse("mutasi:petikan-unduh", args=[milik.pk]))

    assert sk.nomor in halaman
    teks = " ".join(halaman_teks(unduh.content))
    assert satu.pegawai.nip in teks
    assert dua.pegawai.nip not in teks
    assert client.get(reverse("mutasi:petikan-unduh", args=[lain.pk])).status_code == 404
    (kode,) = kode_pada(unduh.content)
    periksa = client.get(kode.removeprefix("http://testserver")).content.decode()
    (teks_beku,) = petikan.petikan_beku(sk, [1])
    assert beku.sidik(teks_beku.teks) in periksa

    langkah: list[int] = []
    hasil = petikan.cetak_petikan(
        {"keputusan": str(sk.pk), "pangkal": ""}, per=PER, oleh=k.penyusun,
        kemajuan=lambda persen, _: langkah.append(persen),
    )  # fmt: skip
    with ZipFile(BytesIO(ambil_cetakan(hasil["berkas"]).read_bytes())) as arsip:
        assert sorted(arsip.namelist()) == [
            "01-dinas-pendidikan/petikan.pdf", "01-dinas-pendidikan/tanda-terima.pdf",
        ]  # fmt: skip
    assert langkah == sorted(langkah)
    assert langkah[-1] == 99

    isi: dict[str, Any] = {"oleh": k.penyusun, "per": PER}
    with pytest.raises(Refusal, match="di antara tanggal SK dan hari ini"):
        petikan.catat_petikan_diterima(sk.pk, [milik.pk], tanggal=date(2026, 5, 31), **isi)
    assert petikan.catat_petikan_diterima(sk.pk, [milik.pk], tanggal=PER, **isi) == 1
    with pytest.raises(Refusal, match="belum dicatat diterima"):
        petikan.catat_petikan_diterima(sk.pk, [milik.pk], tanggal=PER, **isi)
    with pytest.raises(NotAllowed, match="tidak berhak mencetak petikan"):
        petikan.catat_petikan_diterima(sk.pk, [lain.pk], tanggal=PER, oleh=k.hukum, per=PER)
    with pytest.raises(OutOfReach):
        petikan.catat_petikan_diterima(sk.pk, [lain.pk], tanggal=PER, oleh=k.kepala_asal, per=PER)

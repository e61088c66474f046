"""The whole road once, through the browser's door: from a secret draft to the evaluation.

A JF post, because it passes every gate: heads, employee, TPK, PyB, BKN, PPK, inauguration. Who does
what is said by the client that sends the form; nothing is written past the pages.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from jejak.models import Peristiwa
from mutasi.alur import StatusUsulan
from mutasi.models import (
    AgendaSidang,
    BerkasMutasi,
    Keputusan,
    Penandatangan,
    PesertaPelantikan,
    Rancangan,
    SidangTPK,
    Surat,
    TelaahUnit,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.services.usulan_aturan import alasan_berlaku, perlu_alasan
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jalankan
from pegawai.models import Formasi, Pegawai, Penugasan
from tests.factories.jalan import PDF, Kantor, kantor, kursi, orang

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan
KATA = "Kebutuhan unit tujuan menurut analisis beban kerja; dibahas bersama kedua unit."


class Peramban:
    """Everybody's browser, and the case as it stands."""

    def __init__(self, k: Kantor) -> None:
        self.k, self._klien = k, dict[int, Client]()

    def klien(self, siapa: Pengguna) -> Client:
        """Logged in once."""
        if siapa.pk not in self._klien:
            self._klien[siapa.pk] = Client()
            self._klien[siapa.pk].force_login(siapa)
        return self._klien[siapa.pk]

    def kirim(self, siapa: Pengguna, pintu: str, /, *args: Any, **data: Any) -> Any:
        """A form that is taken; the answer names what was wrong otherwise."""
        jawaban = self.klien(siapa).post(reverse(f"mutasi:{pintu}", args=args), data)
        assert jawaban.status_code in (200, 302), (pintu, _isi(jawaban))
        assert "/akun/" not in jawaban.headers.get("Location", ""), f"{pintu}: logged out"
        return jawaban

    def baca(self, siapa: Pengguna, nama: str, *args: Any) -> str:
        """A page, in one line."""
        jawaban = self.klien(siapa).get(reverse(f"mutasi:{nama}", args=args))
        assert jawaban.status_code == 200, (nama, jawaban.status_code)
        return " ".join(jawaban.content.decode().split())

    def tertutup(self, siapa: Pengguna, nama: str, *args: Any) -> bool:
        """To this person it does not exist."""
        return self.klien(siapa).get(reverse(f"mutasi:{nama}", args=args)).status_code == 404

    def aksi(self, siapa: Pengguna, u: UsulanMutasi, kunci: str, **data: Any) -> None:
        """A button of the case page."""
        self.kirim(siapa, "usulan-aksi", u.pk, kunci, **data)


def _isi(jawaban: Any) -> str:
    """What a page says, without its frame."""
    teks = jawaban.content.decode().partition("<main")[2] or jawaban.content.decode()
    return " ".join(strip_tags(teks).split())[:1500]


def berkas(nama: str = "surat.pdf") -> SimpleUploadedFile:
    """A scan."""
    return SimpleUploadedFile(nama, PDF)


def ambil(u: UsulanMutasi) -> UsulanMutasi:
    """The case now."""
    return UsulanMutasi.objects.with_names().get(pk=u.pk)


def test_a_move_from_a_draft_to_its_evaluation(pada_hari_ini: Any) -> None:
    k = kantor()
    lama, baru = kursi(k.asal, "jf"), kursi(k.tujuan, "jf")
    ani = orang(lama, "ANI WIJAYA")
    akun = ani.pengguna
    assert akun is not None
    p = Peramban(k)

    u = _rancangan_menjadi_usulan(p, ani, baru)
    _verifikasi_dan_telaah(p, u, akun)
    _tahu_dan_bersedia(p, u, akun)
    _sidang(p, u)
    _pyb_bkn_ppk(p, u)
    sk = _keputusan(p, u, akun)
    with time_machine.travel(date(2026, 7, 2)):
        _berlaku(Peramban(k), ambil(u), akun, sk)  # a month later everybody logs in again

    ani.refresh_from_db()
    lama.refresh_from_db()
    baru.refresh_from_db()
    assert (ani.formasi_id, ani.unit_id) == (baru.pk, k.tujuan.pk)
    assert (lama.isi_pns, baru.isi_pns) == (0, 1), "needs see the move"
    akhir, awal = Penugasan.objects.filter(pegawai=ani).order_by("-mulai")[:2]
    assert (awal.selesai, akhir.mulai, akhir.nomor_sk) == (
        date(2026, 7, 1),
        date(2026, 7, 1),
        sk.nomor,
    )
    assert list(u.jadwal_evaluasi.values_list("bulan", flat=True)) == [3, 6, 12]
    _jejak_menjelaskan(u)


def _rancangan_menjadi_usulan(p: Peramban, ani: Pegawai, baru: Formasi) -> UsulanMutasi:
    k, penyusun = p.k, p.k.penyusun
    p.kirim(penyusun, "rancangan-baru", nama="Rotasi Juli", tmt="2026-07-01")
    rancangan = Rancangan.objects.get()
    p.kirim(penyusun, "rancangan-baris-tambah", rancangan.pk, pegawai=ani.nip, ke=f"#{baru.pk}")
    assert ani.nama in p.baca(penyusun, "rancangan-lembar", rancangan.pk)
    p.kirim(penyusun, "berkas-dari-rancangan", rancangan.pk, nama="Rotasi Juli")
    satu = BerkasMutasi.objects.exclude(pk=k.berkas.pk).get()
    for siapa in (k.analis, k.kabid, k.kepala):
        p.kirim(penyusun, "berkas-anggota", satu.pk, siapa=siapa.pk, ubah="1")
    u = UsulanMutasi.objects.with_names().get()
    assert u.status == S.DRAF
    assert p.tertutup(k.sekda, "usulan-rincian", u.pk)
    assert ani.nama in p.baca(k.kabid, "berkas-lembar", satu.pk)
    p.aksi(penyusun, u, "ajukan")
    assert ambil(u).status == S.DIAJUKAN
    return u


def _tulis_alasan(p: Peramban, u: UsulanMutasi) -> None:
    """A reason for each warning, on the page that asks for it."""
    ada = alasan_berlaku(u)
    for putusan in perlu_alasan(putusan_usulan([u], per=date(2026, 6, 1))[u.pk]):
        if putusan.kode not in ada:
            p.kirim(p.k.analis, "usulan-alasan", u.pk, kode=putusan.kode, alasan=KATA)


def _verifikasi_dan_telaah(p: Peramban, u: UsulanMutasi, akun: Pengguna) -> None:
    k = p.k
    _tulis_alasan(p, u)
    p.aksi(k.analis, u, "verifikasi", catatan="SK pangkat dan jabatan dicocokkan dengan arsip.")
    assert ambil(u).status == S.DIVERIFIKASI
    p.aksi(k.kabid, u, "periksa")
    assert ambil(u).status == S.DITELAAH_UNIT
    for siapa in (k.kepala_asal, k.kepala_tujuan):
        assert "ANI WIJAYA" in p.baca(siapa, "telaah")
    asal = TelaahUnit.objects.get(usulan=u, sisi="asal")
    tujuan = TelaahUnit.objects.get(usulan=u, sisi="tujuan")
    assert (
        p.klien(k.kepala_tujuan).get(reverse("mutasi:telaah-jawab", args=[asal.pk])).status_code
        == 404
    )
    p.kirim(k.kepala_asal, "telaah-jawab", asal.pk, setuju="tidak", alasan="Dua orang sedang cuti.")
    p.kirim(k.kepala_tujuan, "telaah-jawab", tujuan.pk, setuju="ya")
    assert ambil(u).status == S.SIAP_DIBERITAHUKAN
    assert p.tertutup(akun, "usulan-saya-rincian", u.pk), "not told yet"


def _tahu_dan_bersedia(p: Peramban, u: UsulanMutasi, akun: Pengguna) -> None:
    k = p.k
    p.aksi(k.analis, u, "beritahukan", cara="Dipanggil atasan")
    assert ambil(u).status == S.MENUNGGU_KESEDIAAN
    halaman = p.baca(akun, "usulan-saya-rincian", u.pk)
    assert "berubah bagi Anda" in halaman
    jawab = {"versi": "1", "jawaban": "bersedia"}
    p.kirim(akun, "usulan-saya-jawab", u.pk, **jawab)
    p.kirim(k.kepala_asal, "usulan-catat", u.pk, "percakapan",
            catatan="Dibicarakan 1 Juni; ia menerima.")  # fmt: skip
    p.aksi(k.kabid, u, "kaji")
    assert ambil(u).status == S.DIKAJI
    p.aksi(k.kepala, u, "serahkan")
    assert ambil(u).status == S.SIDANG_TPK


def _sidang(p: Peramban, u: UsulanMutasi) -> None:
    k = p.k
    p.kirim(
        k.kabid, "sidang-tim-baru", macam="tpk", nomor_sk="800/1", tanggal_sk="2026-01-02",
        mulai="2026-01-05", ketua=k.sekda.pk, anggota=[a.pk for a in k.anggota_tpk],
        sekretaris=k.kabid.pk,
    )  # fmt: skip
    tim = TimPenilai.objects.get()
    p.kirim(k.kabid, "sidang-jadwalkan", tim=tim.pk, tanggal="2026-06-01", tempat="Ruang rapat",
            cara="tatap muka")  # fmt: skip
    sidang = SidangTPK.objects.get()
    p.kirim(k.kabid, "sidang-agenda", sidang.pk, usulan=[str(u.pk)])
    hadir = {f"hadir-{a.pk}": "on" for a in tim.anggota.all()}
    p.kirim(k.kabid, "sidang-buka", sidang.pk, **hadir)
    butir = AgendaSidang.objects.get()
    assert "Dua orang sedang cuti." in p.baca(k.anggota_tpk[0], "usulan-lembar", u.pk)
    p.kirim(k.kabid, "sidang-butir-catat", sidang.pk, butir.pk, rekomendasi="direkomendasikan",
            alasan=KATA, sepakat="on")  # fmt: skip
    p.kirim(k.kabid, "sidang-susun", sidang.pk)
    sidang.refresh_from_db()
    for siapa in (*k.anggota_tpk, k.kabid, k.sekda):
        p.kirim(siapa, "sidang-tanda-tangan", sidang.pk, sidik=sidang.sidik, jawaban="tanda")
    p.kirim(k.sekda, "sidang-tutup", sidang.pk, nomor="BA/1/2026")
    sidang.refresh_from_db()
    assert ambil(u).status == S.DIREKOMENDASI
    naskah = json.loads(Surat.objects.get(sidang=sidang).isi)["isi"]
    assert naskah["akar"] == sidang.akar.partition(":")[2], "the head stands in the minutes"


def _pyb_bkn_ppk(p: Peramban, u: UsulanMutasi) -> None:
    k, pilih = p.k, {"pilih": str(u.pk), "yakin": "ya"}
    p.kirim(k.sekda, "meja-pyb-putuskan", aksi="setujui_pyb", alasan=KATA, **pilih)
    assert ambil(u).status == S.DISETUJUI_PYB
    p.kirim(k.operator, "meja-bkn-langkah", "usul", "usulkan", nomor_imut="IM-7",
            diusulkan="2026-06-01", **pilih)  # fmt: skip
    p.kirim(k.operator, "meja-bkn-langkah", "tunggu", "pertek", nomor="P/1", tanggal="2026-06-01",
            memuat="on", berkas=berkas(), **pilih)  # fmt: skip
    assert ambil(u).status == S.MENUNGGU_PPK
    p.kirim(k.bupati, "meja-ppk-putuskan", aksi="setujui_ppk", alasan=KATA, **pilih)
    assert ambil(u).status == S.DISETUJUI_PPK


def _keputusan(p: Peramban, u: UsulanMutasi, akun: Pengguna) -> Keputusan:
    k = p.k
    p.kirim(
        k.kepala, "penandatangan-catat", pengguna=k.bupati.pk, kedudukan="definitif",
        sebutan="BUPATI CONTOH", mulai="2026-01-01", dasar="Kep. Mendagri 131-1/2025",
    )  # fmt: skip
    penanda = Penandatangan.objects.get()
    p.kirim(k.penyusun, "keputusan-susun", u.berkas_id, tentang="Mutasi", tmt="2026-07-01",
            usulan=str(u.pk), penandatangan=str(penanda.pk))  # fmt: skip
    sk = Keputusan.objects.get()
    p.kirim(k.hukum, "keputusan-nomor", sk.pk, nomor="821.2/3/2026", tanggal="2026-06-01")
    sk.refresh_from_db()
    p.kirim(k.bupati, "keputusan-tetapkan", sk.pk, sidik=sk.sidik, yakin="on")
    sk.refresh_from_db()
    assert (sk.status, ambil(u).status) == ("ditetapkan", S.SK_DITETAPKAN)
    pdf = p.klien(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk]))
    assert pdf.content.startswith(b"%PDF")
    umum = Client().get(reverse("mutasi:periksa", args=[sk.kode])).content.decode()
    assert "821.2/3/2026" in umum
    assert "ANI WIJAYA" not in umum, "no personal list"
    milik = p.baca(akun, "petikan-saya")
    assert "821.2/3/2026" in milik
    return sk


def _berlaku(p: Peramban, u: UsulanMutasi, akun: Pengguna, sk: Keputusan) -> None:
    k = p.k
    p.kirim(k.kabid, "pelantikan-baru", sk.pk, tanggal="2026-07-01", tempat="Pendopo",
            undangan="2026-06-29", pejabat="Bupati Contoh", saksi_satu="Asisten I",
            saksi_dua="Asisten II")  # fmt: skip
    peserta = PesertaPelantikan.objects.get()
    p.kirim(k.kabid, "pelantikan-catat", peserta.pelantikan_id, hadir=[peserta.pk])
    assert ambil(u).status == S.DILANTIK
    p.kirim(k.kabid, "pelaksanaan-jalankan")
    jalankan.func(Proses.objects.latest("pk").pk)
    assert ambil(u).status == S.BERLAKU
    p.kirim(k.kepala_tujuan, "pelaksanaan-spmt", u.pk, nomor="800/9", tanggal="2026-07-02",
            mulai="2026-07-01")  # fmt: skip
    p.kirim(k.operator, "pelaksanaan-siasn", u.pk, siasn_id="A1")
    assert ambil(u).status == S.EVALUASI
    assert "Pengawasan" in p.baca(k.inspektorat, "pengawasan")


def _jejak_menjelaskan(u: UsulanMutasi) -> None:
    """Each state of the case was left by an act that stands in the trail."""
    kode = Peristiwa.objects.atas("mutasi.usulanmutasi", u.pk).order_by("urutan")
    langkah = [e.tindakan.removeprefix("mutasi.usulan.") for e in kode]
    urut = [
        "ajukan", "verifikasi", "periksa", "telaah", "beritahukan", "kaji", "serahkan",
        "rekomendasikan", "setujui_pyb", "usulkan_bkn", "catat_pertek", "setujui_ppk", "tetapkan",
        "lantik", "laksanakan", "catat_spmt", "sinkronkan",
    ]  # fmt: skip
    assert [satu for satu in langkah if satu in urut] == urut

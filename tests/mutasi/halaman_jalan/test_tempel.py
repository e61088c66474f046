"""Forty moves out of a sheet: seen first, mended where they were read otherwise, then written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jejak.models import AksesData
from mutasi.models import BarisMassal, UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import berkas_tempel as acts
from mutasi.services.jalan import MASIH_BERJALAN
from organisasi.izin import Peran
from organisasi.models import PenugasanPeran, Proses
from organisasi.services.proses import jalankan
from pegawai.models import Pegawai
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.factories.organisasi import pengguna, unit
from tests.factories.pegawai import formasi, jabatan, pegawai

pytestmark = pytest.mark.sekali
Sebagai = Callable[[Any], Client]
BERSAMA = {"jenis": "rotasi", "tmt": f.TMT.isoformat(), "alasan": f.ALASAN}
SIDIK = re.compile(r'name="diperiksa" value="(\w{64})"')


def teks(jawaban: Any) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", jawaban.content.decode()).split())


class Tempelan:
    """The page of one file in one browser; what it was told last is sent with the next."""

    def __init__(self, klien: Client, pk: Any) -> None:
        self.klien, self.url, self.sidik = klien, f"/mutasi/berkas/{pk}/tempel/", ""

    def periksa(self, *baris: str, **isi: Any) -> Any:
        """The first step."""
        return self._kirim("periksa", baris, isi)

    def tulis(self, *baris: str, **isi: Any) -> Any:
        """The second."""
        return self._kirim("tulis", baris, isi)

    def _kirim(self, langkah: str, baris: tuple[str, ...], isi: dict[str, Any]) -> Any:
        data = {**BERSAMA, "baris": "\n".join(baris), "langkah": langkah, "diperiksa": self.sidik}
        jawaban = self.klien.post(self.url, {**data, **isi})
        ada = SIDIK.search(jawaban.content.decode())
        self.sidik = ada[1] if ada else self.sidik
        return jawaban


@pytest.fixture
def t(kantor: Kantor, sebagai: Sebagai) -> Tempelan:
    """Whoever writes the file of the office."""
    return Tempelan(sebagai(kantor.penyusun), kantor.berkas.pk)


def _baris(k: Kantor, n: int = 1) -> list[str]:
    """So many people and a post that is the same for all of them."""
    ke, dari = f.kursi(k.tujuan, butuh=n), f.kursi(k.asal)
    return [f"{pegawai(post=dari).nip}\t{ke.unit.nama}\t{ke.jabatan.nama}" for _ in range(n)]


def test_lines_are_shown_first_and_written_as_drafts_in_their_order(
    kantor: Kantor, t: Tempelan
) -> None:
    kosong = t.klien.get(t.url)
    lembar = teks(t.klien.get(f"/mutasi/berkas/{kantor.berkas.pk}/"))
    baris = _baris(kantor, 3)

    lihat = t.periksa("NIP\tUnit kerja\tJabatan", *baris)
    belum = UsulanMutasi.objects.count()
    hasil = t.tulis("NIP\tUnit kerja\tJabatan", *baris)
    lagi = t.tulis("NIP\tUnit kerja\tJabatan", *baris)

    assert "Tempel dari Excel" in lembar
    assert (kosong.status_code, lihat.status_code, belum) == (200, 200, 0)
    assert "3 dari 3 baris dapat ditulis" in teks(lihat)
    assert "3 usulan ditulis sebagai draf" in teks(hasil)
    rows = list(kantor.berkas.usulan.order_by("urutan").select_related("pegawai"))
    assert [u.pegawai.nip for u in rows] == [satu[:18] for satu in baris]
    assert {(u.status, u.jenis, u.tmt, u.alasan, u.sumber) for u in rows} == {
        ("draf", "rotasi", f.TMT, f.ALASAN, "bkd")
    }
    assert lagi.status_code == 422, "pressed twice it is read again, not written again"
    assert kantor.berkas.usulan.count() == 3
    assert AksesData.objects.filter(alasan="menempel baris ke berkas mutasi", jumlah=3).exists()


def test_two_posts_that_fit_are_chosen_from_and_nothing_else_is(
    kantor: Kantor, t: Tempelan
) -> None:
    nama = jabatan("Pengelola Keuangan", jenis="4")
    satu, dua = (
        formasi(unit("Sekretariat", induk=induk), nama) for induk in (kantor.asal, kantor.tujuan)
    )
    orang = f.orang(f.kursi(kantor.asal))
    baris = f"{orang.nip}\tsekretariat\tPENGELOLA  keuangan"

    tanya = t.periksa(baris)
    dengan_opd = t.periksa(f"{baris}\t{kantor.tujuan.nama}")
    t.periksa(baris)
    asing = t.tulis(baris, **{"ke-1": str(f.kursi(kantor.tujuan).pk)})
    jadi = t.tulis(baris, **{"ke-1": str(dua.pk)})

    assert "Ada 2 unit bernama ini dengan jabatan itu" in teks(tanya)
    assert [f'value="{p.pk}"' in tanya.content.decode() for p in (satu, dua)] == [True, True]
    assert "1 dari 1 baris dapat ditulis" in teks(dengan_opd)
    assert (asing.status_code, "Belum ada baris yang dapat ditulis" in teks(asing)) == (422, True)
    assert "1 usulan ditulis sebagai draf" in teks(jadi)
    assert kantor.berkas.usulan.get().ke_id == dua.pk


def test_wrong_lines_name_number_column_value_and_cure_and_good_ones_go_on(
    kantor: Kantor, t: Tempelan
) -> None:
    (baik,) = _baris(kantor)
    ke = f.kursi(kantor.tujuan)
    orang = f.orang(f.kursi(kantor.asal)).nip
    baris = [
        baik, "1,98609E+17\tDinas Sosial\tApa", f"{orang}\tDinas Sosal\t{ke.jabatan.nama}",
        f"{orang[:-1]}\t{ke.unit.nama}\t{ke.jabatan.nama}", baik,
    ]  # fmt: skip

    lihat = teks(t.periksa(*baris))
    hasil = t.tulis(*baris)
    sisa = re.search(r'name="baris" value="([^"]*)"', hasil.content.decode())

    assert "1 dari 5 baris dapat ditulis , 4 menunggu" in lihat
    assert "2 1,98609E+17 NIP “1,98609E+17”: Excel mengubah NIP ini menjadi bilangan" in lihat
    assert "Unit kerja tujuan “Dinas Sosal”: Tidak ada unit bernama ini. Pilih" in lihat
    assert f"NIP “{orang[:-1]}”: Bukan NIP 18 angka" in lihat
    assert "Sudah disebut di baris 1" in lihat
    assert "1 usulan ditulis sebagai draf , 4 baris tidak" in teks(hasil)
    assert sisa is not None
    assert sisa[1].count("\n") == 3, "what is left over can be mended at once"


def test_nobody_learns_whether_a_number_belongs_to_somebody_out_of_reach(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    siapa = kantor.penyusun
    PenugasanPeran.objects.filter(pengguna=siapa).update(unit=kantor.asal)
    jauh = f.orang(f.kursi(kantor.tujuan), "ORANG JAUH")
    ke = f.kursi(kantor.asal)
    t = Tempelan(sebagai(siapa), kantor.berkas.pk)
    ujung = f"\t{ke.unit.nama}\t{ke.jabatan.nama}"

    lihat = [teks(t.periksa(f"{nip}{ujung}")) for nip in (jauh.nip, "1" * 18)]

    assert acts.TAK_TERJANGKAU in lihat[0]
    assert lihat[0].replace(jauh.nip, "1" * 18) == lihat[1]
    assert "ORANG JAUH" not in lihat[0]


def test_a_running_case_is_told_of_only_to_whom_it_is_known(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    jalan = f.draf(kantor)
    ke = f.kursi(kantor.tujuan)
    baris = f"{jalan.pegawai.nip}\t{ke.unit.nama}\t{ke.jabatan.nama}"
    lain = pengguna(Peran.ANALIS_BKD, nama="Analis lain")
    berkas = acts_berkas.buat_berkas(
        oleh=lain, per=f.PER, nama="Lain", tmt=f.TMT, sumber="bkd"
    )  # fmt: skip

    tahu = Tempelan(sebagai(kantor.penyusun), kantor.berkas.pk).periksa(baris)
    tidak = Tempelan(sebagai(lain), berkas.pk).periksa(baris)

    assert f"NIP “{jalan.pegawai.nip}”: {MASIH_BERJALAN}" in teks(tahu)
    assert "1 dari 1 baris dapat ditulis" in teks(tidak)
    assert MASIH_BERJALAN not in teks(tidak)
    assert sebagai(lain).get(f"/mutasi/berkas/{kantor.berkas.pk}/tempel/").status_code == 404


def test_what_the_act_of_one_line_refuses_is_said_before_it_is_written(
    kantor: Kantor, t: Tempelan
) -> None:
    (baris,) = _baris(kantor)

    plt, turun = t.periksa(baris, jenis="plt"), t.periksa(baris, jenis="demosi")
    penuh = t.periksa(*_baris(kantor, 2), alasan="")
    with patch("mutasi.forms.berkas_tempel.MAKS_USULAN", 1):
        lebih = t.periksa(*_baris(kantor, 2))

    assert "berbatas waktu: tulis sampai kapan" in teks(plt)
    assert "Sebutkan dasar demosinya" in teks(turun)
    assert "1 dari 1 baris dapat ditulis" in teks(
        t.periksa(baris, jenis="demosi", jenis_dasar="sanksi", dasar="SK 1")
    )
    assert (penuh.status_code, lebih.status_code) == (422, 422)
    assert "Ada 2 baris; berkas ini masih memuat 1 usulan lagi dari 1." in teks(lebih)


def test_what_changed_since_it_was_read_is_read_again(kantor: Kantor, t: Tempelan) -> None:
    baris = _baris(kantor, 2)
    t.periksa(*baris)
    lain = t.tulis(*baris, alasan="Alasan yang lain sama sekali.")
    t.periksa(*baris)
    f.draf(kantor)
    berkas_lain = t.tulis(*baris)

    for satu in (lain, berkas_lain):
        assert (satu.status_code, "sudah lain daripada yang Anda lihat" in teks(satu)) == (
            422, True,
        )  # fmt: skip
    assert kantor.berkas.usulan.count() == 1


def test_forty_lines_cost_the_questions_of_three(kantor: Kantor, t: Tempelan) -> None:
    banyak = _baris(kantor, 40)
    t.periksa(*banyak[:3])

    sedikit, semua = _kueri(t, banyak[:3]), _kueri(t, banyak)

    assert sedikit == semua
    assert semua <= 20
    assert "40 usulan ditulis" in teks(t.tulis(*banyak))


def _kueri(t: Tempelan, baris: list[str]) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert "dapat ditulis" in teks(t.periksa(*baris))
    return sum("SAVEPOINT" not in satu["sql"] for satu in kueri)


def test_more_than_a_screenful_is_written_behind_each_line_with_its_answer(
    kantor: Kantor, t: Tempelan
) -> None:
    baris = _baris(kantor, 3)
    t.periksa(*baris)
    with patch("mutasi.views.massal.BATAS_LANGSUNG", 2):
        jawaban, lagi = t.tulis(*baris), t.tulis(*baris)
    Pegawai.objects.filter(nip=baris[1][:18]).update(berhenti=f.PER)

    jalankan.call(Proses.objects.get().pk)
    jalankan.call(Proses.objects.get().pk)
    laporan = teks(t.klien.get(jawaban.url))

    assert jawaban.url == lagi.url
    assert "2 usulan dicatat , 1 ditolak" in laporan
    assert f"tidak ditulis ditolak Baris 2: {acts.TAK_LAGI}" in laporan
    assert "Baris 3: ditulis sebagai draf." in laporan
    assert [u.pegawai.nip for u in kantor.berkas.usulan.order_by("urutan")] == [
        baris[0][:18], baris[2][:18],
    ]  # fmt: skip
    assert BarisMassal.objects.filter(berhasil=False).count() == 1


def test_a_line_written_by_the_same_press_is_not_written_again(kantor: Kantor) -> None:
    siapa, ke = f.orang(f.kursi(kantor.asal)), f.kursi(kantor.tujuan)
    lama = f.draf(kantor)
    isi = {"jenis": "plt", "alasan": f.ALASAN, "tmt": f.TMT, "selesai": f.TMT.replace(month=9)}

    (hasil,) = acts.tempel(
        [lama.pk], berkas=str(kantor.berkas.pk), baris={str(lama.pk): [7, siapa.pk, ke.pk]},
        oleh=kantor.penyusun, per=f.PER, **isi,
    )  # fmt: skip

    assert (hasil.berhasil, hasil.kalimat) == (False, "Baris 7: Baris ini sudah ditulis.")

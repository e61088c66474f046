"""A draft is secret: every door of the house asked by every role, before and after it is written.

Asked before there is a draft and again after: the same addresses must give the same answers, down
to the last character of what a person reads. And none of the marks put into the draft (its name,
its note, its number) stands in any answer to anybody who is not named in it.

Allowed to differ: the head of the trail (number and hash of its last entry) moves with every act of
the house, and the trail taken home for the auditor's checker holds the sealed entries: the act's
code, who, when, the draft's number and a hash, but neither name nor content
(docs/keputusan/0011-rancangan-rahasia.md).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any
from zlib import crc32

import pytest
import time_machine
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from jejak.models import AksesData
from mutasi.models import BarisRancangan
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan, Pengguna, Proses
from pegawai.models import Pegawai
from tests.factories.organisasi import pengguna
from tests.helpers.dunia import PER, Dunia, bangun_dunia
from tests.house.matriks import MATRIKS, MILIK_LAIN

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
NAMA, CATATAN, DASAR = "Operasi Kenanga Putih", "pindahkan diam-diam zqx", "SK-RHS-77"
ALASAN = "Alasan tertulis yang amat rahasia sekali zqy."
GET = sorted(nama for nama, pintu in MATRIKS.items() if "GET" in pintu.dijawab)
# What every rendering draws anew, and the head of the trail.
BERUBAH = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|[0-9a-f]{64}'
    r"|X-CSRFToken&quot;: &quot;[^&]*"
)
KEPALA_JEJAK = {
    "organisasi:jejak", "organisasi:jejak-verifikasi", "organisasi:jejak-ekspor", "jejak pelaku",
    "jejak tindakan",
}  # fmt: skip
# What the head of the office and the overseers see is nearly everything anybody may see.
TERLUAS = (Peran.KEPALA_BKPSDM, Peran.INSPEKTORAT)
LANGKAH = 6  # begun, a line, a reason, an invitation, two prints
Jawaban = dict[tuple[str, str], tuple[int, str]]


@pytest.fixture(autouse=True)
def _berkas_sementara() -> None:
    """The world of this module brings its own folder and hasher."""


@pytest.fixture(scope="module")
def dunia(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Dunia]:
    """One world for all tests here, gone with them."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("berkas"), PASSWORD_HASHERS=HASHER),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        transaction.atomic(),
    ):
        dunia = bangun_dunia()
        pengguna(Peran.KABID_MUTASI, nama="Teman rahasia")
        yield dunia
        transaction.set_rollback(True)


def tulis_rancangan(dunia: Dunia) -> BarisRancangan:
    """A draft full of marks, about a person and a post that everybody may see otherwise."""
    oleh = Pengguna.objects.get(nama="Penyusun lain")
    rancangan = acts.buat_rancangan(oleh=oleh, nama=NAMA, tmt=PER, keterangan=CATATAN)
    orang = Pegawai.objects.filter(formasi__isnull=False).earliest("pk")
    isi = {"pegawai": orang.pk, "ke": dunia.posisi[0].pk, "catatan": CATATAN, "dasar": DASAR}
    baris = acts_baris.tambah_baris(rancangan.pk, oleh=oleh, isi=isi)
    acts_baris.tulis_alasan(rancangan.pk, baris.pk, oleh=oleh, kode="W06", alasan=ALASAN, per=PER)
    teman = Pengguna.objects.get(nama="Teman rahasia")
    acts.undang(rancangan.pk, teman, oleh=oleh, ubah=True, per=PER)
    for siapa in (oleh, teman):  # both have looked at it and printed it, so the logs are full
        client = masuk(siapa)
        for nama in ("lembar", "akibat", "langkah", "anggota"):
            assert client.get(reverse(f"mutasi:rancangan-{nama}", args=[rancangan.pk])).status_code
        alamat = reverse("mutasi:rancangan-cetak-berkas", args=[rancangan.pk, "nominatif", "xlsx"])
        assert client.post(alamat).status_code == 200
    return baris


def masuk(siapa: Pengguna) -> Client:
    """A browser of this person."""
    client = Client(raise_request_exception=False)
    client.force_login(siapa, backend=BACKEND)
    return client


def alamat(dunia: Dunia) -> dict[str, str]:
    """Every address of the house that answers a GET, with a thing where it needs one."""
    semua = {n: reverse(n, kwargs=dunia.argumen.get(n, {})) for n in GET}
    orang = Pegawai.objects.filter(formasi__isnull=False).earliest("pk")
    semua |= {
        "cari orang": f"{semua['pegawai:cari']}?q={orang.nama.split()[0]}",
        "cari nama": f"{semua['pegawai:cari']}?q=Kenanga",
        "jejak pelaku": f"{semua['organisasi:jejak']}?pelaku=Penyusun+lain",
        "jejak tindakan": f"{semua['organisasi:jejak']}?tindakan=mutasi.rancangan.langkah",
        "akses ekspor": f"{semua['organisasi:jejak-akses']}?sasaran=ekspor",
        "akses orang": f"{semua['organisasi:jejak-akses']}?pegawai={orang.pk}",
    }
    return semua


def isi_jawaban(jawaban: Any) -> str:
    """Everything that can be read in an answer, unpacked when it is a workbook."""
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    if isi[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
            bagian = [berkas.read(n) for n in berkas.namelist() if not n.startswith("docProps")]
        isi = b"\n".join(bagian)
    if isi[:4] == b"%PDF":
        return ""  # the papers of the register are compared as workbooks
    return BERUBAH.sub("", isi.decode("utf-8", errors="replace"))


def tanya_semua(dunia: Dunia, semua: dict[str, str], peran_: Iterable[Peran]) -> Jawaban:
    """Every address asked by these roles; nothing is remembered of the question."""
    hasil = {}
    for peran in peran_:
        siapa = dunia.orang[peran]
        client = masuk(siapa)
        for nama, url in semua.items():
            with transaction.atomic():
                jawaban = client.get(url)
                hasil[peran.value, nama] = (jawaban.status_code, isi_jawaban(jawaban))
                transaction.set_rollback(True)
            if jawaban.status_code == 302 and jawaban.url.startswith("/akun/masuk/"):
                client = masuk(siapa)
    return hasil


def perbedaan(lama: str, baru: str) -> list[str]:
    """The first lines that differ."""
    return list(unified_diff(lama.splitlines(), baru.splitlines(), n=0, lineterm=""))[2:8]


@dataclass(frozen=True)
class Keadaan:
    """The draft, and what the house answered before there was one."""

    baris: BarisRancangan
    alamat: dict[str, str]
    sebelum: Jawaban
    hitung: tuple[int, int, int]

    @property
    def nomor(self) -> str:
        """The number of the draft."""
        return str(self.baris.rancangan_id)


@pytest.fixture(scope="module")
def penanya(request: pytest.FixtureRequest) -> tuple[Peran, ...]:
    """All roles with ``--panjang``; else those whose rights together open every door."""
    return tuple(Peran) if request.config.getoption("--panjang") else TERLUAS


@pytest.fixture(scope="module")
def draf(dunia: Dunia, penanya: tuple[Peran, ...], request: pytest.FixtureRequest) -> Keadaan:
    """Ask everything first (every third address, all with ``--panjang``), then write."""
    semua = alamat(dunia)
    if not request.config.getoption("--panjang"):
        semua = {n: url for n, url in semua.items() if crc32(n.encode()) % 3 == 0}
    sebelum = tanya_semua(dunia, semua, penanya)
    hitung = (Pemberitahuan.objects.count(), Proses.objects.count(), AksesData.objects.count())
    return Keadaan(tulis_rancangan(dunia), semua, sebelum, hitung)


@pytest.mark.sekali
def test_nothing_anybody_else_reads_changes_when_a_draft_is_written(
    dunia: Dunia, draf: Keadaan, penanya: tuple[Peran, ...]
) -> None:
    sesudah = tanya_semua(dunia, draf.alamat, penanya)

    bocor = {
        (kunci, tanda)
        for kunci, (_, isi) in sesudah.items()
        for tanda in (NAMA, CATATAN, DASAR, "zqx", "zqy", "bekerja di rancangan", draf.nomor)
        if tanda in isi and (kunci[1], tanda) != ("organisasi:jejak-ekspor", draf.nomor)
    }
    beda = {k: perbedaan(draf.sebelum[k][1], sesudah[k][1]) for k in draf.sebelum
            if k[1] not in KEPALA_JEJAK and draf.sebelum[k] != sesudah[k]}  # fmt: skip
    assert bocor == set()
    assert beda == {}


@pytest.mark.sekali
def test_every_door_of_a_draft_is_a_404_for_everybody_not_named(
    dunia: Dunia, draf: Keadaan, penanya: tuple[Peran, ...]
) -> None:
    pk, baris = draf.baris.rancangan_id, draf.baris.pk
    lain = {"baris": baris, "anggota": 1, "jenis": "nominatif", "bentuk": "pdf"}
    pintu = {n: p for n, p in MATRIKS.items() if p.izin == MILIK_LAIN and "rancangan" in n}
    pintu.pop("mutasi:rancangan-masukkan")
    tamu = {p: masuk(dunia.orang[p]) for p in (*penanya, Peran.ANALIS_BKD, Peran.PYB)}
    salah = []

    for nama, satu in pintu.items():
        perlu = [k for k in lain if k in dunia.argumen[nama]]
        url = reverse(nama, kwargs={"pk": pk, **{k: lain[k] for k in perlu}})
        for peran, client in tamu.items():
            for metode in satu.dijawab:
                tanya = client.post if metode == "POST" else client.get
                jawaban = tanya(url, {"alasan": ALASAN, "kode": "W06", "nomor": "4"})
                if jawaban.status_code != 404 or NAMA in isi_jawaban(jawaban):
                    salah.append((nama, metode, peran.value, jawaban.status_code))

    assert len(pintu) >= 19
    assert salah == []
    assert draf.baris.rancangan.langkah.count() == LANGKAH, "who knocked wrote nothing"


@pytest.mark.sekali
def test_nobody_puts_a_candidate_into_somebody_elses_draft(dunia: Dunia, draf: Keadaan) -> None:
    url = reverse("mutasi:rancangan-masukkan")
    isi = {
        "rancangan": draf.nomor, "pegawai": draf.baris.pegawai_id, "formasi": dunia.posisi[0].pk
    }  # fmt: skip

    status = {p: masuk(siapa).post(url, isi).status_code for p, siapa in dunia.orang.items()}

    assert set(status.values()) == {403, 404}
    assert status[Peran.ANALIS_BKD] == status[Peran.KEPALA_BKPSDM] == 404


@pytest.mark.sekali
def test_a_draft_that_exists_and_one_that_does_not_answer_alike(
    dunia: Dunia, draf: Keadaan
) -> None:
    client = masuk(dunia.orang[Peran.KEPALA_BKPSDM])

    ada = client.get(f"/rancangan/{draf.nomor}/")
    tiada = client.get("/rancangan/00000000-0000-4000-8000-000000000000/")

    assert ada.status_code == tiada.status_code == 404
    assert isi_jawaban(ada) == isi_jawaban(tiada)


@pytest.mark.sekali
def test_a_draft_notifies_nobody_and_runs_nothing_in_the_background(draf: Keadaan) -> None:
    assert (Pemberitahuan.objects.count(), Proses.objects.count()) == draf.hitung[:2]


@pytest.mark.sekali
def test_looks_into_a_draft_name_nobody_and_are_sealed(draf: Keadaan) -> None:
    catatan = list(AksesData.objects.order_by("id")[draf.hitung[2] :])

    assert len(catatan) >= 6
    assert {c.pegawai_id for c in catatan} == {""}
    assert {(c.apa, c.alasan, c.saringan) for c in catatan} == {
        ("rancangan rahasia", "rancangan rahasia", "")
    }
    assert all(c.rahasia_sampai and c.rahasia_sampai >= PER.replace(year=2027) for c in catatan)


@pytest.mark.sekali
def test_the_trail_taken_home_holds_the_sealed_entries_and_no_word_of_them(
    dunia: Dunia, draf: Keadaan
) -> None:
    jawaban = masuk(dunia.orang[Peran.INSPEKTORAT]).get(reverse("organisasi:jejak-ekspor"))

    baris = b"".join(jawaban.streaming_content).decode().splitlines()

    tersegel = [b for b in baris if draf.nomor in b]
    assert len(tersegel) == LANGKAH
    assert all("mutasi.rancangan.langkah" in b for b in tersegel)
    assert not any(satu in b for b in baris for satu in (NAMA, CATATAN, DASAR, ALASAN))

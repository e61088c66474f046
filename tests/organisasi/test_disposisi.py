"""A disposition on paper counts after a second person compared it with its scan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Disposisi, Pengguna
from organisasi.services import disposisi as acts
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)
PDF = b"%PDF-1.7\nisi pindaian"


@pytest.fixture
def bupati() -> Pengguna:
    kabupaten()
    return buat(Peran.PPK, nama="Bupati Contoh")


def isi(bupati: Pengguna, **lain: Any) -> acts.IsiDisposisi:
    """What stands on the paper."""
    semua: dict[str, Any] = {
        "nomor": "800/77", "tanggal": PER, "pejabat": bupati.penugasan.get(),
        "perihal": "Usulan mutasi guru", "isi": "Setuju, proses sesuai aturan.", "pindaian": PDF,
    }  # fmt: skip
    return acts.IsiDisposisi(**semua | lain)


def test_one_records_and_another_confirms(bupati: Pengguna) -> None:
    analis, kabid = buat(Peran.ANALIS_BKD), buat(Peran.KABID_MUTASI)

    baris = acts.catat_disposisi(isi(bupati), oleh=analis, per=PER)
    dicatat = jejak_terakhir(tindakan.DISPOSISI_DICATAT)
    sah = acts.sahkan_disposisi(baris.pk, oleh=kabid)

    assert dicatat.objek == "800/77 · Usulan mutasi guru"
    assert sah.disahkan_oleh == kabid
    assert jejak_terakhir(tindakan.DISPOSISI_DISAHKAN).pelaku == kabid.nama


def test_who_recorded_it_does_not_confirm_it(bupati: Pengguna) -> None:
    kabid = buat(Peran.KABID_MUTASI)
    baris = acts.catat_disposisi(isi(bupati), oleh=kabid, per=PER)

    with pytest.raises(NotYours, match="orang lain dari pencatatnya"):
        acts.sahkan_disposisi(baris.pk, oleh=kabid)


def test_it_is_confirmed_once_and_by_those_who_may(bupati: Pengguna) -> None:
    analis, kabid = buat(Peran.ANALIS_BKD), buat(Peran.KABID_MUTASI)
    baris = acts.catat_disposisi(isi(bupati), oleh=analis, per=PER)

    with pytest.raises(NotAllowed, match="tidak berhak mengesahkan"):
        acts.sahkan_disposisi(baris.pk, oleh=buat(Peran.ANALIS_BKD))
    acts.sahkan_disposisi(baris.pk, oleh=kabid)
    with pytest.raises(WrongMoment, match="sudah disahkan"):
        acts.sahkan_disposisi(baris.pk, oleh=kabid)


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        pytest.param({"pindaian": b"MZ\x90program"}, "PDF, JPG, atau PNG", id="a program"),
        pytest.param({"pindaian": b""}, "PDF, JPG, atau PNG", id="empty"),
        pytest.param({"pindaian": PDF + b"x" * acts.MAKS_UKURAN}, "10 MB", id="too large"),
        pytest.param({"tanggal": date(2026, 6, 2)}, "masa depan", id="tomorrow"),
        pytest.param({"tanggal": date(2025, 12, 31)}, "tidak memegang", id="before his office"),
    ],
)
def test_what_does_not_fit_is_refused(bupati: Pengguna, lain: dict[str, Any], kalimat: str) -> None:
    with pytest.raises(WrongMoment, match=kalimat):
        acts.catat_disposisi(isi(bupati, **lain), oleh=buat(Peran.ANALIS_BKD), per=PER)

    assert not Disposisi.objects.exists()


def test_only_staff_who_may_record_it(bupati: Pengguna) -> None:
    with pytest.raises(NotAllowed, match="tidak berhak mencatat"):
        acts.catat_disposisi(isi(bupati), oleh=buat(Peran.PEGAWAI), per=PER)


def test_a_scan_exchanged_on_the_disk_is_noticed(bupati: Pengguna) -> None:
    baris = acts.catat_disposisi(isi(bupati), oleh=buat(Peran.ANALIS_BKD), per=PER)
    with baris.pindaian.open("wb") as berkas:
        berkas.write(b"%PDF-1.7\nyang lain")

    with pytest.raises(WrongMoment, match="Pindaian berubah"):
        acts.sahkan_disposisi(baris.pk, oleh=buat(Peran.KABID_MUTASI))


def test_the_whole_way_through_the_pages(client: Client, bupati: Pengguna) -> None:
    client.force_login(buat(Peran.ANALIS_BKD, nama="Analis"))
    kirim = {
        "pejabat": bupati.penugasan.get().pk, "nomor": "800/77", "tanggal": "2026-06-01",
        "perihal": "Usulan", "isi": "Setuju.", "pindaian": SimpleUploadedFile("s.pdf", PDF),
    }  # fmt: skip

    halaman = client.post("/disposisi/catat/", kirim, follow=True).content.decode()
    baris = Disposisi.objects.get()
    unduhan = client.get(f"/disposisi/{baris.pk}/pindaian/")

    assert "dicatat oleh Analis, <strong>belum disahkan</strong>" in halaman
    assert b"".join(unduhan) == PDF
    assert unduhan["Content-Disposition"].startswith("attachment")
    client.force_login(buat(Peran.KABID_MUTASI, nama="Kabid"))
    sah = client.post(f"/disposisi/{baris.pk}/sahkan/", follow=True).content.decode()
    assert "disahkan oleh Kabid" in sah
    assert "800/77" in client.get("/disposisi/?status=sah").content.decode()
    assert (
        "800/77"
        not in client.get(
            "/disposisi/?status=menunggu", headers={"HX-Request": "true"}
        ).content.decode()
    )


@pytest.mark.parametrize("alamat", ["", "catat/", "1/", "1/pindaian/"])
def test_the_pages_are_closed_to_employees(client: Client, alamat: str) -> None:
    client.force_login(buat(Peran.PEGAWAI))

    assert client.get(f"/disposisi/{alamat}").status_code == 403

"""Critical posts and their reserve lists: who is in reserve is known on one page only."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from jejak.models import AksesData, IsiPeristiwa
from jejak.selectors import riwayat, telusuri
from mutasi.models import Cadangan, JabatanKritis
from mutasi.services import kritis as acts
from mutasi.services.kritis import AksiCadangan
from organisasi.izin import PERAN_SEINSTANSI, Peran
from organisasi.models import Pemberitahuan
from pegawai.models import JenisJabatan, Pegawai
from pegawai.services.turunan import segarkan_kata
from tests.conftest import HARI_INI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.layar import masuk
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(pada_hari_ini: Any) -> dict[str, Any]:
    """A seat held by Kepala Lama, two people who might follow, and who decides."""
    unit = org.kabupaten()
    kursi = peg.formasi(
        unit["disdik"],
        peg.jabatan(
            "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=unit["disdik"], eselon_id="22"
        ),
    )
    peg.pegawai("KEPALA LAMA", post=kursi)
    analis = peg.formasi(unit["bidang"], peg.jabatan("Analis"))
    hasil = {
        **unit, "kursi": kursi,
        "rahasia": peg.pegawai("WAHYU RAHASIA", post=analis),
        "kedua": peg.pegawai("DEWI KEDUA", post=analis),
        "kabid": org.pengguna(Peran.KABID_MUTASI, nama="Kabid"),
        "analis": org.pengguna(Peran.ANALIS_BKD, nama="Analis"),
    }  # fmt: skip
    segarkan_kata(None)
    return hasil


def tandai(kantor: dict[str, Any]) -> JabatanKritis:
    """The seat is marked."""
    return acts.tandai(
        kantor["kursi"].pk, oleh=kantor["kabid"], per=HARI_INI, alasan="Melayani 400 sekolah."
    )


def cadangkan(kantor: dict[str, Any], kritis: JabatanKritis, siapa: str = "rahasia") -> Cadangan:
    """Somebody is kept in reserve."""
    return acts.tambah_cadangan(
        kritis.pk, kantor[siapa], oleh=kantor["kabid"], per=HARI_INI, catatan="Siap PKN II"
    )


def ubah(kantor: dict[str, Any], satu: Cadangan, aksi: AksiCadangan, catatan: str = "") -> None:
    """One step on the list."""
    acts.ubah_cadangan(satu.pk, oleh=kantor["kabid"], per=HARI_INI, aksi=aksi, catatan=catatan)


def teks(jawaban: Any) -> str:
    """The page as one line."""
    return " ".join(jawaban.content.decode().split())


def test_a_mark_leaves_an_open_trace_and_is_made_once(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)

    assert "menandai jabatan kritis Kepala Dinas" in riwayat(kritis).baris[0].kalimat
    with pytest.raises(WrongMoment, match="sudah ditandai kritis"):
        tandai(kantor)


def test_an_analyst_reads_but_neither_marks_nor_reserves(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)

    with pytest.raises(NotAllowed, match="tidak berhak menetapkan"):
        acts.tandai(kantor["kursi"].pk, oleh=kantor["analis"], per=HARI_INI, alasan="uji uji uji")
    with pytest.raises(NotAllowed, match="tidak berhak menetapkan"):
        acts.tambah_cadangan(kritis.pk, kantor["rahasia"], oleh=kantor["analis"], per=HARI_INI)
    halaman = masuk(kantor["analis"]).get(reverse("mutasi:kritis-rincian", args=[kritis.pk]))
    assert "Belum ada cadangan" in teks(halaman)
    assert "Tambahkan" not in teks(halaman)


def test_the_holder_oneself_and_who_left_are_not_kept_in_reserve(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)
    pemangku = Pegawai.objects.get(nama="KEPALA LAMA")
    Pegawai.objects.filter(pk=kantor["kedua"].pk).update(berhenti=HARI_INI)
    Pegawai.objects.filter(pk=kantor["rahasia"].pk).update(pengguna=kantor["kabid"])

    for orang, galat, kalimat in (
        (pemangku, WrongMoment, "pemangku jabatan itu sendiri"),
        (Pegawai.objects.get(pk=kantor["kedua"].pk), WrongMoment, "sudah berhenti"),
        (Pegawai.objects.get(pk=kantor["rahasia"].pk), NotYours, "oleh orang lain"),
    ):
        with pytest.raises(galat, match=kalimat):
            acts.tambah_cadangan(kritis.pk, orang, oleh=kantor["kabid"], per=HARI_INI)


def test_the_list_is_ordered_annotated_and_people_are_taken_off_it(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)
    satu, dua = cadangkan(kantor, kritis), cadangkan(kantor, kritis, "kedua")
    with pytest.raises(WrongMoment, match="sudah ada di cadangan"):
        cadangkan(kantor, kritis)

    ubah(kantor, dua, AksiCadangan.NAIK)
    ubah(kantor, dua, AksiCadangan.NAIK)
    ubah(kantor, dua, AksiCadangan.CATAT, "Lulus uji kompetensi")
    ubah(kantor, satu, AksiCadangan.LEPAS)

    terbuka = kritis.cadangan.filter(selesai__isnull=True)
    assert [c.catatan for c in terbuka] == ["Lulus uji kompetensi"]
    assert list(kritis.cadangan.values_list("pegawai__nama", flat=True)) == [
        "DEWI KEDUA", "WAHYU RAHASIA",
    ]  # fmt: skip
    with pytest.raises(WrongMoment, match="sudah dilepas"):
        ubah(kantor, satu, AksiCadangan.LEPAS)


def test_taking_the_mark_away_ends_the_reserve_list_and_makes_room(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)
    cadangkan(kantor, kritis)

    acts.lepas(kritis.pk, oleh=kantor["kabid"], per=HARI_INI, alasan="Jabatan dilebur.")

    assert not kritis.cadangan.filter(selesai__isnull=True).exists()
    with pytest.raises(WrongMoment, match="sudah dilepas"):
        acts.lepas(kritis.pk, oleh=kantor["kabid"], per=HARI_INI, alasan="Lagi sekali saja.")
    assert tandai(kantor).pk != kritis.pk


def test_pages_lead_from_the_mark_to_the_reserve(kantor: dict[str, Any]) -> None:
    klien = masuk(kantor["kabid"])
    pilih = teks(klien.get(reverse("mutasi:kritis-tandai")))
    url = f"{reverse('mutasi:kritis-tandai')}?formasi={kantor['kursi'].pk}"

    assert klien.post(url, {"alasan": "pendek"}).status_code == 422
    klien.post(url, {"alasan": "Melayani 400 sekolah."})
    kritis = JabatanKritis.objects.get()
    rincian = reverse("mutasi:kritis-rincian", args=[kritis.pk])
    temuan = teks(klien.post(rincian, {"cari": kantor["rahasia"].nip}))
    tambah = reverse("mutasi:kritis-cadangan-tambah", args=[kritis.pk])
    klien.post(tambah, {"pegawai": kantor["rahasia"].pk, "catatan": "Siap"})
    tak_dikenal = klien.post(tambah, {"pegawai": 0}, follow=True)
    satu = Cadangan.objects.get()
    langkah = reverse("mutasi:kritis-cadangan-ubah", args=[satu.pk])
    klien.post(langkah, {"aksi": "catat", "catatan": "Siap sekali"})
    ngawur = klien.post(langkah, {"aksi": "ngawur"}, follow=True)

    assert "Kepala Dinas" in pilih
    assert "WAHYU RAHASIA" in temuan
    assert "Pilih orangnya dari hasil pencarian." in teks(tak_dikenal)
    assert "Langkah itu tidak dikenal." in teks(ngawur)
    assert "Siap sekali" in teks(klien.get(rincian))
    daftar = teks(klien.get(reverse("mutasi:kritis")))
    assert "KEPALA LAMA" in daftar
    assert "0 belum mempunyai cadangan" in daftar
    assert "WAHYU RAHASIA" not in daftar
    lepas = reverse("mutasi:kritis-lepas", args=[kritis.pk])
    assert klien.post(lepas, {"alasan": "tak"}).status_code == 422
    assert klien.post(lepas, {"alasan": "Jabatan dilebur."}).url == reverse("mutasi:kritis")


@pytest.mark.sekali
def test_nobody_else_learns_who_stands_in_reserve(kantor: dict[str, Any]) -> None:
    kritis = tandai(kantor)
    satu = cadangkan(kantor, kritis)
    ubah(kantor, satu, AksiCadangan.CATAT, "Siap PKN II tahun depan")
    masuk(kantor["kabid"]).get(reverse("mutasi:kritis-rincian", args=[kritis.pk]))
    masuk(kantor["kabid"]).post(
        reverse("mutasi:kritis-rincian", args=[kritis.pk]), {"cari": "WAHYU"}
    )

    boleh = {Peran.ANALIS_BKD, Peran.KABID_MUTASI, Peran.KEPALA_BKPSDM}
    for peran in set(Peran) - boleh:
        wilayah = None if peran in PERAN_SEINSTANSI else kantor["disdik"]
        klien = masuk(org.pengguna(peran, unit=wilayah))
        for nama, args in (
            ("mutasi:kritis", []), ("mutasi:kritis-rincian", [kritis.pk]),
            ("mutasi:kritis-tandai", []),
        ):  # fmt: skip
            assert klien.get(reverse(nama, args=args)).status_code == 403, (peran, nama)

    # The trail keeps sealed entries that name the post and the row, never the person.
    tertulis = " ".join(IsiPeristiwa.objects.values_list("isi", flat=True))
    for kata in ("WAHYU", kantor["rahasia"].nip, "PKN II"):
        assert kata not in tertulis
    assert "mutasi.kritis.cadangan" not in {c.tindakan for c in telusuri().baris}
    # The access log says that people were looked at, not which and not for what.
    assert set(AksesData.objects.values_list("apa", "alasan", "pegawai_id", "saringan")) == {
        ("daftar pegawai", "pekerjaan kepegawaian", "", "")
    }
    assert not Pemberitahuan.objects.exists()

"""Pages of health facilities, and the staff table given to posts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import JenisUnit, Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai, RiwayatSertifikat
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import Faskes, Kebutuhan, PerhitunganKebutuhan, TenagaKesehatan
from penilaian.selectors.faskes import daftar_faskes, rincian_faskes
from penilaian.services.faskes import Bagian, hitung_puskesmas
from penilaian.services.uraian_jalan import periksa_perhitungan, putuskan_perhitungan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan
from toolkit.policy import NotAllowed, OutOfReach, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
HARI = date(2026, 6, 1)


def tenaga(unit: UnitKerja, post: Formasi, kata: str, nama: str = "") -> Pegawai:
    """Somebody SISDMK reports."""
    orang = peg.pegawai(nama or kata.upper(), post=post)
    TenagaKesehatan.objects.create(pegawai=orang, unit=unit, tenaga=kata, per=HARI, sumber="uji")
    return orang


def izin(orang: Pegawai, jenis: str, selesai: date | None) -> None:
    RiwayatSertifikat.objects.create(pegawai=orang, jenis=jenis, nama=jenis, selesai=selesai)


@pytest.fixture
def rumah(pada_hari_ini: Any) -> dict[str, Any]:
    """A rural puskesmas with a pustu; two kinds of nurses' posts, a doctor, nobody else."""
    kantor = org.kabupaten()
    dinas = org.unit("Dinas Kesehatan", induk=kantor["akar"], jenis=JenisUnit.DINAS)
    mawar = org.unit("Puskesmas Mawar", induk=dinas, jenis=JenisUnit.PUSKESMAS)
    pustu = org.unit("Pustu Mawar", induk=mawar, jenis=JenisUnit.PUSTU)
    melati = org.unit("Puskesmas Melati", induk=dinas, jenis=JenisUnit.PUSKESMAS)
    for satu in (dinas, mawar, pustu, melati):
        satu.refresh_from_db()
    Faskes.objects.create(
        unit=mawar, kategori="perdesaan", rawat_inap=False, per=HARI, sumber="uji"
    )
    terampil = peg.formasi(mawar, peg.jabatan("Perawat Terampil", rumpun="Perawat"))
    ahli = peg.formasi(mawar, peg.jabatan("Perawat Ahli Pertama", rumpun="Perawat"))
    dokter = peg.formasi(mawar, peg.jabatan("Dokter Ahli Pertama", rumpun="Dokter"))
    orang = [tenaga(mawar, terampil, "perawat", f"PERAWAT {n}") for n in range(3)]
    orang += [tenaga(mawar, ahli, "perawat"), tenaga(mawar, dokter, "dokter")]
    orang.append(tenaga(mawar, dokter, "dokter", "DOKTER DUA"))
    tenaga(mawar, dokter, "radiografer")
    tenaga(pustu, terampil, "perawat", "PERAWAT PUSTU")
    # Of the first nurse everything ended, of the second one licence ends soon, of one never told.
    izin(orang[0], "str", date(2026, 6, 1))
    izin(orang[0], "sip", date(2030, 1, 1))
    izin(orang[1], "str", None)
    izin(orang[1], "sip", date(2026, 12, 1))
    izin(orang[4], "str", date(2026, 1, 1))
    izin(orang[4], "str", date(2031, 1, 1))
    return {
        "kantor": kantor, "dinkes": dinas, "mawar": mawar, "pustu": pustu, "melati": melati,
        "terampil": terampil, "ahli": ahli, "dokter": dokter, "orang": orang,
        "kepala": org.pengguna(Peran.KEPALA_UNIT, unit=dinas),
    }  # fmt: skip


def klien(pengguna: Pengguna) -> Client:
    hasil = Client()
    hasil.force_login(pengguna)
    return hasil


def test_the_list_counts_missing_kinds_people_and_licences(rumah: dict[str, Any]) -> None:
    peg.pegawai("BIDAN", post=peg.formasi(rumah["melati"], peg.jabatan("Bidan Terampil")))

    d = daftar_faskes(rumah["kepala"], per=HARI)

    assert (d.tak_lengkap, d.belum, d.wajib, d.izin_habis, d.izin_segera) == (2, 1, 9, 1, 1)
    mawar = next(b for b in d.baris if b.unit == rumah["mawar"])
    assert mawar.wajib_kosong == (
        "dokter gigi", "bidan", "kesehatan masyarakat", "kesehatan lingkungan", "ATLM", "gizi",
        "kefarmasian",
    )  # fmt: skip
    # 16 kinds x people of the table less 1 doctor and 4 nurses; the second doctor closes no gap.
    assert (mawar.kurang, mawar.ada.semua, mawar.izin.tanpa_str) == (14, 7, 4)
    melati = next(b for b in d.baris if b.unit == rumah["melati"])
    assert (melati.ada.dilaporkan, melati.ada.menurut, melati.kurang) == (False, {"bidan": 1}, None)
    assert [b.unit for b in daftar_faskes(rumah["kepala"], per=HARI, keadaan="belum").baris] == [
        rumah["melati"]
    ]
    luar = org.pengguna(Peran.KEPALA_UNIT, unit=rumah["kantor"]["disdik"])
    assert daftar_faskes(luar, per=HARI).semua == []


def test_need_is_the_larger_of_table_and_abk_kes_and_kinds_are_not_netted(
    rumah: dict[str, Any],
) -> None:
    # 5.5 years of work by the calendar of ABK-Kes: more than the five nurses of the table.
    nilai.perhitungan_abk(
        rumah["terampil"], Tugas.isi("Merawat", "pasien", 396_000, Periode.TAHUN, 1)
    )

    r = rincian_faskes(rumah["kepala"], rumah["mawar"].pk, per=HARI)

    assert r is not None
    baris = {b.tenaga: (b.lantai, b.butuh, b.ada, b.kurang, b.lebih) for b in r.baris}
    assert baris["perawat"] == (5, 6, 4, 2, 0)
    assert baris["dokter"] == (1, 1, 2, 0, 1)
    assert baris["radiografer"] == (None, None, 1, 0, 0)
    assert (r.dasar, r.lebih) == ("Permenkes 75/2014 Lampiran", 1)
    (pustu,) = r.anak
    assert [(b.tenaga, b.kurang) for b in pustu.kurang] == [("bidan", 1)]
    assert rincian_faskes(rumah["kepala"], rumah["kantor"]["sd1"].pk, per=HARI) is None


def test_names_and_licences_are_shown_to_those_who_may_see_people_and_it_is_noted(
    rumah: dict[str, Any],
) -> None:
    alamat = reverse("penilaian:faskes-rincian", args=[rumah["mawar"].pk])
    kepala = klien(rumah["kepala"])
    with CaptureQueriesContext(connection) as kueri:
        isi = kepala.get(alamat, {"izin": "habis"}).content.decode()
    assert "PERAWAT 0" in isi
    assert "31 Mei 2026" in isi  # the last day it held
    assert "PERAWAT 1" not in isi
    assert "Belum ada: <strong>dokter gigi" in isi
    catatan = AksesData.objects.get()
    assert (catatan.jumlah, catatan.apa) == (1, "STR dan SIP tenaga kesehatan")
    baca = [q for q in kueri.captured_queries if q["sql"].startswith("SELECT")]
    assert len(baca) <= 15, [q["sql"][-200:] for q in baca]

    tanpa = klien(org.pengguna(Peran.BAGIAN_ORGANISASI)).get(alamat).content.decode()
    assert "PERAWAT 0" not in tanpa
    assert "1 orang dengan STR atau SIP habis, 1 orang lain" in tanpa
    assert AksesData.objects.count() == 1
    luar = org.pengguna(Peran.KEPALA_UNIT, unit=rumah["kantor"]["disdik"])
    assert klien(luar).get(alamat).status_code == 404
    periksa_potongan(klien(rumah["kepala"]), alamat, "orang")
    periksa_potongan(klien(rumah["kepala"]), reverse("penilaian:faskes"), "tabel")


def test_somebody_whose_post_is_elsewhere_counts_and_keeps_his_name(rumah: dict[str, Any]) -> None:
    pindah = peg.formasi(rumah["melati"], peg.jabatan("Perawat Mahir", rumpun="Perawat"))
    tenaga(rumah["mawar"], pindah, "perawat", "PERAWAT PINDAHAN")
    klien = Client()
    klien.force_login(org.pengguna(Peran.KEPALA_UNIT, unit=rumah["mawar"]))
    alamat = reverse("penilaian:faskes-rincian", args=[rumah["mawar"].pk])

    isi = klien.get(alamat).content.decode()

    assert "PERAWAT 0" in isi
    assert "PINDAHAN" not in isi
    assert isi.count("Bertugas di luar jangkauan Anda") == 1


def test_filters_of_people_agree_with_the_counts(rumah: dict[str, Any]) -> None:
    alamat = reverse("penilaian:faskes-rincian", args=[rumah["mawar"].pk])
    pengguna = klien(rumah["kepala"])

    def jumlah(**saring: str) -> int:
        return int(pengguna.get(alamat, saring).context["page"].paginator.count)

    assert (jumlah(), jumlah(izin="habis"), jumlah(izin="segera")) == (7, 1, 1)
    assert (jumlah(izin="tanpa"), jumlah(tenaga="perawat")) == (4, 4)
    assert jumlah(izin="tanpa", tenaga="dokter") == 1


def test_the_table_becomes_drafts_of_the_posts_and_needs_only_when_decided(
    rumah: dict[str, Any],
) -> None:
    bagi = {
        rumah["terampil"].pk: Bagian("perawat", 3), rumah["ahli"].pk: Bagian("perawat", 2),
        rumah["dokter"].pk: Bagian("dokter", 1),
    }  # fmt: skip
    baru = {peg.jabatan("Nutrisionis Terampil", rumpun="Nutrisionis").pk: Bagian("gizi", 1)}

    draf = hitung_puskesmas(rumah["mawar"].pk, bagi=bagi, baru=baru, per=HARI, oleh=rumah["kepala"])

    assert sorted((d.formasi.jabatan.nama, d.jumlah, d.pembulatan) for d in draf) == [
        ("Dokter Ahli Pertama", 1, "tabel"), ("Nutrisionis Terampil", 1, "tabel"),
        ("Perawat Ahli Pertama", 2, "tabel"), ("Perawat Terampil", 3, "tabel"),
    ]  # fmt: skip
    ahli = next(d for d in draf if d.formasi == rumah["ahli"])
    assert [(b["uraian"], b["nilai"], b["asal"]) for b in ahli.rincian] == [
        ("Tabel minimal perdesaan: perawat", "5", "Permenkes 75/2014 Lampiran"),
        ("Kebutuhan perawat: yang lebih besar", "5", ""),
        ("Bagian Perawat Ahli Pertama", "2", ""),
    ]
    assert (ahli.metode, ahli.sumber, ahli.jke_menit, Kebutuhan.objects.count()) == (
        "puskesmas", "puskesmas", None, 0,
    )  # fmt: skip
    lagi = hitung_puskesmas(rumah["mawar"].pk, bagi=bagi, per=HARI, oleh=rumah["kepala"])
    assert {d.pk for d in lagi} < {d.pk for d in draf}

    periksa_perhitungan(ahli.pk, per=HARI, oleh=org.pengguna(Peran.BAGIAN_ORGANISASI))
    putuskan_perhitungan(ahli.pk, dasar="SK", per=HARI, oleh=org.pengguna(Peran.KEPALA_BKPSDM))
    assert Kebutuhan.objects.get().jumlah == 2
    with pytest.raises(WrongMoment, match="Kebutuhan perawat 5 orang, yang dibagi 3"):
        hitung_puskesmas(
            rumah["mawar"].pk, bagi={rumah["terampil"].pk: Bagian("perawat", 3)}, per=HARI,
            oleh=rumah["kepala"],
        )  # fmt: skip


def test_the_table_is_given_away_by_who_may_and_where_the_kind_is_known(
    rumah: dict[str, Any],
) -> None:
    def hitung(unit: str, oleh: Pengguna, **isi: Any) -> None:
        bagi = {rumah["dokter"].pk: Bagian("dokter", 1)}
        hitung_puskesmas(rumah[unit].pk, bagi=isi.get("bagi", bagi), per=HARI, oleh=oleh)

    with pytest.raises(OutOfReach):
        hitung("mawar", org.pengguna(Peran.KEPALA_UNIT, unit=rumah["kantor"]["disdik"]))
    with pytest.raises(NotAllowed, match="koordinator Dinkes"):
        hitung("mawar", org.pengguna(Peran.BAGIAN_ORGANISASI))
    with pytest.raises(WrongMoment, match="belum diketahui"):
        hitung("melati", rumah["kepala"])
    with pytest.raises(WrongMoment, match="paling sedikit satu formasi"):
        hitung("mawar", rumah["kepala"], bagi={})
    asing = peg.formasi(rumah["melati"], peg.jabatan("Dokter Ahli Muda")).pk
    with pytest.raises(WrongMoment, match="bukan milik puskesmas ini"):
        hitung("mawar", rumah["kepala"], bagi={asing: Bagian("dokter", 1)})


def test_the_form_begins_with_the_holders_and_says_what_does_not_add_up(
    rumah: dict[str, Any],
) -> None:
    alamat = reverse("penilaian:faskes-hitung", args=[rumah["mawar"].pk])
    pengguna = klien(org.pengguna(Peran.KOORDINATOR_DINKES, unit=rumah["dinkes"]))
    form = pengguna.get(alamat).context["form"]
    awal = {nama: f.initial for nama, f in form.fields.items() if f.initial not in (None, "")}
    satu, dua, tiga = (rumah[n].pk for n in ("terampil", "ahli", "dokter"))
    assert awal == {
        f"tenaga_{satu}": "perawat", f"orang_{satu}": 4, f"tenaga_{dua}": "perawat",
        f"orang_{dua}": 1, f"tenaga_{tiga}": "dokter", f"orang_{tiga}": 1,
    }  # fmt: skip

    salah = pengguna.post(alamat, {**awal, f"orang_{dua}": "7"})
    assert salah.status_code == 422
    assert "Kebutuhan perawat 5 orang, yang dibagi 11." in salah.content.decode()
    assert pengguna.post(alamat, {"orang_1": ""}).status_code == 422

    hasil = pengguna.post(alamat, awal, follow=True)
    assert "3 draf kebutuhan tersimpan" in hasil.content.decode()
    assert PerhitunganKebutuhan.objects.filter(sumber="puskesmas").count() == 3

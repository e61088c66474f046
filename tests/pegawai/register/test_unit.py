"""Acts on offices and on saved views."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from jejak.selectors import riwayat
from organisasi.izin import Peran
from organisasi.models import TampilanTersimpan, UnitKerja, Wilayah
from organisasi.services import tampilan
from organisasi.services import unit as acts
from tests.factories import organisasi
from tests.pegawai.dunia import Dunia, masuk
from toolkit.policy import NotAllowed, OutOfReach, Refusal, WrongMoment

PER = date(2026, 6, 1)
ALASAN = "Perda nomor 3 tahun 2026"


def _ubah(d: Dunia, oleh: Any, **isi: Any) -> UnitKerja:
    return acts.ubah_atribut_unit(d.unit["sd1"].pk, oleh=oleh, per=PER, alasan=ALASAN, isi=isi)


def _buka(d: Dunia, oleh: Any, **lain: Any) -> UnitKerja:
    isi = {"nama": "Bidang Baru", "jenis": "bidang", "mulai": PER, "siasn_id": "{ABC-1}"} | lain
    return acts.buka_unit(oleh=oleh, per=PER, induk=d.unit["bkd"], alasan=ALASAN, **isi)


def _tutup(d: Dunia, nama: str, oleh: Any) -> UnitKerja:
    return acts.tutup_unit(d.unit[nama].pk, oleh=oleh, per=PER, ditutup=PER, alasan=ALASAN)


def test_corrected_kind_is_no_guess_any_more(d: Dunia) -> None:
    unit = _ubah(d, d.kabid, jenis="tk", terpencil=True, lintang=Decimal("-6.9"))

    assert (unit.jenis, unit.jenis_dikoreksi, unit.terpencil) == ("tk", True, True)
    catatan = riwayat(unit).baris[0]
    assert catatan.alasan == ALASAN
    assert {p.kolom: (p.sebelum, p.sesudah) for p in catatan.perubahan} == {
        "jenis": ("sd", "tk"),
        "terpencil": (None, True),
        "lintang": (None, "-6.9"),
    }


def test_other_attributes_leave_the_kind_a_guess(d: Dunia) -> None:
    assert _ubah(d, d.kabid, urusan="Pendidikan").jenis_dikoreksi is False


def test_nothing_changed_is_refused(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Tidak ada yang berubah"):
        _ubah(d, d.kabid, jenis="sd")


def test_name_of_a_unit_is_not_changed_here(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Tidak ada yang berubah"):
        _ubah(d, d.kabid, nama="SD Lain")


def test_reading_units_is_not_enough(d: Dunia) -> None:
    with pytest.raises(NotAllowed, match="Anda tidak berhak mengubah unit ini"):
        _ubah(d, d.operator, jenis="tk")
    with pytest.raises(OutOfReach):
        _buka(d, d.operator)


def test_new_unit_takes_its_place_in_the_tree(d: Dunia) -> None:
    unit = _buka(d, d.kabid)

    assert (unit.opd, unit.tingkat, unit.dibuka) == (d.unit["bkd"], 2, PER)
    assert riwayat(unit).baris[0].alasan == ALASAN


def test_second_unit_with_the_same_id_is_refused(d: Dunia) -> None:
    _buka(d, d.kabid)

    with pytest.raises(Refusal, match="Unit dengan ID SIASN itu sudah ada"):
        _buka(d, d.kabid, siasn_id="abc-1")


def test_unknown_kind_is_refused(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Jenis unit tidak dikenal"):
        _buka(d, d.kabid, jenis="kantor")


def test_closed_unit_keeps_its_people_on_a_list(client: Client, d: Dunia) -> None:
    unit = _tutup(d, "sd1", d.kabid)

    page = masuk(client, d.kabid).get("/pegawai/?data=unor_ditutup").context["page"]
    assert unit.ditutup == PER
    assert riwayat(unit).baris[0].alasan == ALASAN
    assert [p.nama for p in page] == ["SITI NUR'AINI"]


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [
        ("akar", "Instansi sendiri tidak dapat ditutup."),
        ("bkd", "Masih ada unit di bawahnya yang terbuka."),
    ],
)
def test_some_units_cannot_be_closed(d: Dunia, nama: str, kalimat: str) -> None:
    with pytest.raises(WrongMoment, match=kalimat):
        _tutup(d, nama, d.kabid)


def test_closed_unit_is_not_closed_again(d: Dunia) -> None:
    _tutup(d, "sd1", d.kabid)

    with pytest.raises(WrongMoment, match="Unit ini sudah ditutup"):
        _tutup(d, "sd1", d.kabid)


def test_forms_of_a_unit_act(client: Client, d: Dunia) -> None:
    kecamatan = Wilayah.objects.create(kode="32.99.01", nama="Contoh", tingkat="kecamatan")
    akar = f"/unit/{d.unit['sd1'].pk}"
    masuk(client, d.kabid)

    ubah = client.post(f"{akar}/ubah/", {"jenis": "sd", "wilayah": kecamatan.pk, "alasan": ALASAN})
    buka = client.post(
        f"{akar}/buka/",
        {"nama": "Kelas Jauh", "jenis": "lain", "siasn_id": "X1", "mulai": "2026-06-01",
         "alasan": ALASAN},
    )  # fmt: skip
    tutup = client.post(
        f"/unit/{d.unit['sd2'].pk}/tutup/", {"ditutup": "2026-06-01", "alasan": ALASAN}
    )

    d.unit["sd1"].refresh_from_db()
    assert (ubah.status_code, buka.status_code, tutup.status_code) == (302, 302, 302)
    assert d.unit["sd1"].wilayah == kecamatan
    assert UnitKerja.objects.get(nama="Kelas Jauh").induk == d.unit["sd1"]


@pytest.mark.parametrize("act", ["ubah", "buka", "tutup"])
def test_forms_of_a_unit_open_for_those_who_may(client: Client, d: Dunia, act: str) -> None:
    url = f"/unit/{d.unit['sd2'].pk}/{act}/"

    assert masuk(client, d.kabid).get(url).status_code == 200
    assert client.post(url, {"alasan": ""}).status_code == 422
    assert masuk(client, d.operator).get(url).status_code == 403


def test_same_name_replaces_the_saved_view(d: Dunia) -> None:
    for kueri in ("status=PNS", "status=PPPK"):
        tampilan.simpan_tampilan(oleh=d.kabid, halaman="pegawai:daftar", nama="A", kueri=kueri)

    assert TampilanTersimpan.objects.get().kueri == "status=PPPK"


def test_too_many_saved_views_are_refused(d: Dunia) -> None:
    for nomor in range(tampilan.PALING_BANYAK):
        TampilanTersimpan.objects.create(
            pemilik=d.kabid, halaman="pegawai:daftar", nama=f"T{nomor}"
        )

    with pytest.raises(Refusal, match="Paling banyak 30 tampilan per halaman"):
        tampilan.simpan_tampilan(oleh=d.kabid, halaman="pegawai:daftar", nama="B", kueri="")


def test_view_of_somebody_else_cannot_be_forgotten(d: Dunia) -> None:
    milik = TampilanTersimpan.objects.create(pemilik=d.operator, halaman="pegawai:daftar", nama="A")

    with pytest.raises(OutOfReach):
        tampilan.hapus_tampilan(milik.pk, oleh=d.kabid)


def test_unit_section_may_change_units_without_seeing_people(d: Dunia) -> None:
    bagian = organisasi.pengguna(Peran.BAGIAN_ORGANISASI)

    assert _ubah(d, bagian, urusan="Pendidikan").urusan == "Pendidikan"

"""What is derived is found again when it was spoiled, and left alone when it is right."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command

from config.turunan import hitung_ulang
from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.models import UnitKerja
from pegawai.models import Formasi, KataCari, Pegawai, Penugasan
from pegawai.services.turunan import segarkan_isi, segarkan_kata, segarkan_orang
from tests.factories import organisasi as pabrik
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.pegawai.impor import alat
from tests.pegawai.impor.alat import Kantor

PER = date(2026, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(db: Any, tmp_path: Any) -> Kantor:
    """A small office with two people from a file."""
    hasil = alat.kantor(tmp_path)
    hasil.impor(hasil.orang(1), hasil.orang(2, UNOR_ID="abc123"))
    return hasil


def _hitung() -> dict[str, int]:
    return {k: v for k, v in hitung_ulang(per=PER, oleh=alat.sistem()).items() if v}


def test_what_an_import_stored_is_what_is_recomputed(kantor: Kantor) -> None:
    assert _hitung() == {}


def test_spoiled_copies_are_mended_once(kantor: Kantor) -> None:
    Pegawai.objects.update(unit=None, bup=70, tmt_pensiun=None)

    assert _hitung() == {"salinan_pegawai": 2}
    assert alat.orang_ke(1).unit == kantor.sd1
    assert _hitung() == {}


def test_spoiled_totals_are_mended_once(kantor: Kantor) -> None:
    Formasi.objects.update(isi_pns=9, efektif_pns=9)

    assert _hitung() == {"isi_formasi": 1}
    assert Formasi.objects.get().isi_pns == 1
    assert _hitung() == {}


def test_spoiled_words_are_mended_once(kantor: Kantor) -> None:
    KataCari.objects.all().delete()

    assert _hitung() == {"kata_cari": 2}
    assert _hitung() == {}


def test_a_spoiled_tree_is_mended_once(kantor: Kantor) -> None:
    UnitKerja.objects.filter(pk=kantor.sd1.pk).update(kiri=0, kanan=99)

    assert _hitung() == {"pohon_unit": 1}
    assert _hitung() == {}


def test_a_unit_that_joined_the_tree_gets_its_people(kantor: Kantor) -> None:
    baru = pabrik.unit("SD Negeri 3", induk=kantor.sd1.induk, siasn_id="abc123")

    assert _hitung() == {"penugasan_tersambung": 1, "salinan_pegawai": 1, "isi_formasi": 1}
    assert alat.orang_ke(2).unit == baru


def test_a_person_who_passes_the_bup_is_effective_no_more(kantor: Kantor) -> None:
    Pegawai.objects.filter(pk=alat.orang_ke(1).pk).update(lahir=date(1966, 5, 2))
    segarkan_orang(None, per=PER)

    assert segarkan_isi(None, per=date(2026, 5, 31)) == 0
    assert segarkan_isi(None, per=PER) == 1
    assert (Formasi.objects.get().isi_pns, Formasi.objects.get().efektif_pns) == (1, 0)


def test_only_the_posts_asked_for_are_counted() -> None:
    unit = pabrik.kabupaten()
    satu, dua = (formasi(unit[k], jabatan()) for k in ("sd1", "sd2"))
    pegawai(post=satu)
    pegawai(post=dua)
    Formasi.objects.update(isi_pns=0, efektif_pns=0)

    assert segarkan_isi([satu.pk], per=PER) == 1
    assert list(Formasi.objects.order_by("pk").values_list("isi_pns", flat=True)) == [1, 0]


def test_ended_and_acting_assignments_fill_no_post() -> None:
    unit = pabrik.kabupaten()
    post, lain = formasi(unit["sd1"], jabatan()), formasi(unit["sd2"], jabatan())
    orang = pegawai(post=post)
    Penugasan.objects.filter(pegawai=orang).update(selesai=PER)
    Penugasan.objects.create(pegawai=orang, jenis="PLT", formasi=lain, unit=unit["sd2"], mulai=PER)

    segarkan_isi(None, per=PER)
    segarkan_orang([orang.pk], per=PER)

    assert not Formasi.objects.filter(isi_pns__gt=0).exists()
    orang.refresh_from_db()
    assert (orang.unit, orang.jabatan, orang.bup) == (None, None, None)


def test_words_of_one_person_are_left_alone_when_another_is_renamed() -> None:
    satu, dua = pegawai("SITI RAHMA"), pegawai("BUDI")
    segarkan_kata(None)
    Pegawai.objects.filter(pk=dua.pk).update(nama="BUDIMAN")
    lama = list(KataCari.objects.filter(pegawai=satu).values_list("pk", flat=True))

    assert segarkan_kata(None) == 1
    assert list(KataCari.objects.filter(pegawai=satu).values_list("pk", flat=True)) == lama
    assert list(KataCari.objects.filter(pegawai=dua).values_list("kata", flat=True)) == ["BUDIMAN"]


def test_a_recomputation_leaves_a_trace_only_when_something_changed(kantor: Kantor) -> None:
    Peristiwa.objects.count()
    _hitung()
    assert not Peristiwa.objects.filter(tindakan="pegawai.turunan.dihitung").exists()

    Formasi.objects.update(isi_pns=9)
    _hitung()

    (urutan,) = Peristiwa.objects.filter(tindakan="pegawai.turunan.dihitung").values_list(
        "urutan", flat=True
    )
    isi = IsiPeristiwa.objects.get(urutan=urutan).data
    assert isi["sesudah"] == {"per": "2026-06-01", "isi_formasi": 1}


def test_the_command_says_what_changed(kantor: Kantor, tmp_path: Any) -> None:
    Formasi.objects.update(isi_pns=9)
    berkas = tmp_path / "hasil.json"
    layar = io.StringIO()

    call_command("hitung_ulang", "--per", "2026-06-01", "--json", str(berkas))
    call_command("hitung_ulang", "--per", "2026-06-01", stdout=layar)

    hasil = json.loads(berkas.read_text(encoding="utf-8"))
    assert hasil["per"] == "2026-06-01"
    assert hasil["berubah"]["isi_formasi"] == 1
    assert layar.getvalue() == "Tidak ada yang berubah.\n"


def test_factory_numbers_stay_valid_however_many_people_a_process_makes() -> None:
    """A worker of the suite counts past 999; its people must still fit the column."""
    from datetime import date

    from pegawai.kernel.nip import Nomor, baca
    from tests.factories.pegawai import nip

    nomor = [nip(date(1986, 9, 26), n) for n in range(1, 12_000)]
    assert len(set(nomor)) == len(nomor)
    assert all(isinstance(baca(n), Nomor) for n in nomor[::97] + nomor[998:1001])

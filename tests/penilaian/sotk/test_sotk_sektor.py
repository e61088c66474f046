"""What sectors reported of schools and puskesmas, when the offices of a plan become others."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from pegawai.models import Pegawai
from penilaian.models import (
    Faskes,
    Kebutuhan,
    RencanaSotk,
    Rombel,
    TenagaKesehatan,
    TugasGuru,
)
from penilaian.selectors.sotk_akibat import hasil_sotk
from penilaian.services.sotk_berlaku import berlakukan_sotk
from penilaian.services.sotk_putus import tetapkan_sotk
from tests.factories.penilaian import kebutuhan, kelas
from tests.helpers.berkas_impor import sistem
from tests.penilaian.sotk import dunia_sotk as dunia
from tests.penilaian.sotk.dunia_sotk import BERLAKU, DASAR, PER, Dinas

pytestmark = pytest.mark.django_db


def laksanakan(r: RencanaSotk, d: Dinas) -> None:
    """Decided by the regulation, in force on its day."""
    tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=d.sekda)
    berlakukan_sotk(r.pk, per=BERLAKU, oleh=sistem())


def test_needs_of_teachers_that_meet_are_people_also_once_in_force(dinas: Dinas) -> None:
    """Need 2.4 each, rounded up by subject to 3: six people, not five."""
    Kebutuhan.objects.all().delete()
    for nama in ("arsip", "pustaka"):
        satu = kebutuhan(dinas.pos[nama, "arsiparis"], 3, sumber="guru")
        Kebutuhan.objects.filter(pk=satu.pk).update(mentah=Decimal("2.4"))
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    kelak = {(p.kotak, p.jabatan): p for p in hasil_sotk(r, per=PER).kelak.pos}
    rencana_kelak = kelak[dunia.kotak(r, dinas.unit["arsip"]).pk, dinas.arsiparis.pk]
    laksanakan(r, dinas)

    satu = Kebutuhan.objects.get(formasi=dinas.pos["arsip", "arsiparis"])
    assert (satu.sumber, satu.mentah, satu.terhitung) == ("guru", Decimal("4.8"), 6)
    assert rencana_kelak.jumlah == 6


def test_classes_and_health_staff_follow_the_office_that_goes_on(dinas: Dinas) -> None:
    arsip, pustaka = dinas.unit["arsip"], dinas.unit["pustaka"]
    for unit, nama in ((arsip, "7A"), (pustaka, "7A"), (pustaka, "7B"), (dinas.unit["data"], "7A")):
        kelas(unit, nama, tingkat=7)
    kelas(pustaka, "7A", tingkat=7, semester="20251")
    guru = [Pegawai.objects.get(nama=n) for n in ("STAF PUSTAKA", "KEPALA PUSTAKA")]
    for satu, tugas in zip(guru, ("wakil_kepala_sekolah", "kepala_sekolah"), strict=True):
        TugasGuru.objects.create(unit=pustaka, semester="20252", pegawai=satu, tugas=tugas)
    asal = {"per": PER, "sumber": "uji"}
    Faskes.objects.create(unit=pustaka, kategori="perdesaan", rawat_inap=False, **asal)
    TenagaKesehatan.objects.create(unit=pustaka, pegawai=guru[0], tenaga="perawat", **asal)
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    laksanakan(r, dinas)

    rombel = Rombel.objects.filter(unit=arsip).order_by("pk").values_list("semester", "nama")
    assert list(rombel) == [("20252", n) for n in ("7A", "7A · Bidang Pustaka", "7B")]
    # What was reported of earlier semesters, and of an abolished office, stays where it was.
    assert Rombel.objects.get(unit=pustaka).semester == "20251"
    assert Rombel.objects.filter(unit=dinas.unit["data"]).count() == 1
    # To head the larger school is decided anew.
    assert list(TugasGuru.objects.filter(unit=arsip).values_list("pegawai", flat=True)) == [
        guru[0].pk
    ]
    assert Faskes.objects.get().unit == TenagaKesehatan.objects.get().unit == arsip
    peristiwa = Peristiwa.objects.get(tindakan="penilaian.sotk.diberlakukan")
    jejak = json.loads(IsiPeristiwa.objects.get(pk=peristiwa.urutan).isi)["sesudah"]
    assert (jejak["rombel"], jejak["tenaga_kesehatan"]) == (2, 1)


def test_classes_of_another_semester_do_not_hide_those_there_are(dinas: Dinas) -> None:
    kelas(dinas.unit["arsip"], "7A", semester="20251")
    kelas(dinas.unit["pustaka"], "7A", semester="20252")
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    laksanakan(r, dinas)

    assert Rombel.objects.get(unit=dinas.unit["arsip"]).semester == "20251"
    assert Rombel.objects.get(unit=dinas.unit["pustaka"]).semester == "20252"

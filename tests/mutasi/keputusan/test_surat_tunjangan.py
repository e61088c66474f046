"""Statement letters start with the allowance of the new post, once it is known whose it is."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mutasi.models import UsulanMutasi
from organisasi.kernel.tabel_besaran import TUNJANGAN_FUNGSIONAL, Besaran
from organisasi.services.ketentuan import tetapkan_tabel
from pegawai.kernel.tunjangan import kunci_jf
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.berkas_impor import sistem
from tests.helpers.layar import masuk_sebagai

pytestmark = [
    pytest.mark.django_db, pytest.mark.sekali, pytest.mark.usefixtures("pada_hari_ini"),
]  # fmt: skip
ISI = 'value="Rp500.000,00"'


def tabel(usulan: UsulanMutasi, mulai: date) -> None:
    assert usulan.ke is not None
    tujuan = usulan.ke.jabatan
    tujuan.jenis, tujuan.rumpun, tujuan.jenjang = "2", "Guru", "PT"
    tujuan.save()
    besaran = {kunci_jf("Guru", "PT"): Besaran("Guru Ahli Pertama", 500_000, "Perpres 108")}
    tetapkan_tabel(TUNJANGAN_FUNGSIONAL, oleh=sistem(), mulai=mulai, besaran=besaran)


def test_one_person_letter_starts_with_the_amount_of_its_day(k: f.Kantor, client: Client) -> None:
    usulan = fk.setuju(k)
    fk.ditetapkan(k, usulan)
    masuk_sebagai(client, k.penyusun)
    alamat = reverse("mutasi:surat-buat", args=[k.berkas.pk, "spmj"])

    tanpa = client.get(alamat).content.decode()
    tabel(usulan[0], usulan[0].tmt)
    ada = client.get(alamat).content.decode()
    nota = client.get(reverse("mutasi:surat-buat", args=[k.berkas.pk, "nota_dinas"]))

    assert ISI not in tanpa
    assert ISI in ada
    assert "Dari tabel tunjangan: Perpres 108." in ada
    assert nota.status_code == 200


def test_of_several_people_one_is_chosen_before_an_amount_stands_there(
    k: f.Kantor, client: Client
) -> None:
    usulan = fk.setuju(k, 2)
    fk.ditetapkan(k, usulan)
    tabel(usulan[1], date(2026, 1, 1))
    masuk_sebagai(client, k.penyusun)
    alamat = reverse("mutasi:surat-buat", args=[k.berkas.pk, "spmj"])

    semua = client.get(alamat).content.decode()
    satu = client.get(alamat, {"usulan": str(usulan[1].pk)}).content.decode()
    asing = client.get(alamat, {"usulan": "bukan"}).content.decode()

    assert ISI not in semua
    assert "Pilih pegawainya dahulu" in semua
    assert ISI in satu
    assert satu.count(str(usulan[0].pk)) == 1, "only the chooser still names the other one"
    assert ISI not in asing

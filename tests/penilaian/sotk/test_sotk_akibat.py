"""Outcome pages: who falls where, for whom names stand there, and the steps to the present."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import AksesData
from mutasi.selectors.rancangan import lembar
from mutasi.services import rancangan as acts_rancangan
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from pegawai.models import JenisPenugasan, Penugasan
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.selectors.sotk_akibat import hasil_sotk, orang_sotk, tandai_orang
from penilaian.services.sotk_berlaku import berlakukan_sotk
from penilaian.services.sotk_putus import tetapkan_sotk
from penilaian.services.terhitung import selaraskan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.padanan import di_luar
from tests.factories.penilaian import kebutuhan
from tests.helpers.berkas_impor import sistem
from tests.penilaian.sotk import dunia_sotk as dunia
from tests.penilaian.sotk.dunia_sotk import ALASAN, BERLAKU, DASAR, PER, Dinas

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def alamat(nama: str, r: RencanaSotk, *lain: str) -> str:
    """The address of a page of the plan."""
    return reverse(f"penilaian:sotk-{nama}", args=[r.pk, *lain])


def teks(client: Client, url: str) -> str:
    """A page that is there."""
    jawaban = client.get(url)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_people_of_a_plan_add_up_and_names_need_the_right_to_see_people(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    hasil = hasil_sotk(r, per=PER)
    analis = org.pengguna(Peran.ANALIS_BKD)

    menurut = {n: orang_sotk(analis, hasil, per=PER, nasib=n).count() for n in hasil.orang}
    assert menurut == hasil.orang == {"pengukuhan": 3, "penyetaraan": 0, "belum": 6}
    semua = list(orang_sotk(analis, hasil, per=PER))
    assert len(semua) == len({p.pk for p in semua}) == 9
    baris = {b.orang.nama: (b.kotak, b.jabatan) for b in tandai_orang(semua, hasil)}
    gabungan = dunia.kotak(r, dinas.unit["arsip"])
    assert baris["STAF PUSTAKA"] == (gabungan, "Arsiparis Terampil")
    assert baris["STAF DATA"] == (None, "")
    assert not orang_sotk(dinas.ortala, hasil, per=PER).exists()


def test_the_needs_of_names_counted_together_are_added_exactly(dinas: Dinas) -> None:
    lama = di_luar("Penata Arsip Rekaan")
    alias = peg.formasi(dinas.unit["arsip"], lama)
    kebutuhan(alias, 1, sumber="abk", dipakai=False)
    lama.padanan = dinas.arsiparis
    lama.save(update_fields=["padanan"])
    selaraskan(per=PER)
    r = dunia.ubah(dunia.rencana(dinas), dinas)

    hasil = hasil_sotk(r, per=PER)
    post = dinas.pos["arsip", "arsiparis"]
    assert (hasil.bahan.butuh[post.pk].tepat, hasil.bahan.butuh[post.pk].jumlah) == (2, 2)
    tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=dinas.sekda)
    berlakukan_sotk(r.pk, per=BERLAKU, oleh=sistem())
    (satu,) = post.kebutuhan.all()
    assert (satu.tepat, satu.terhitung) == (3, 3)


@pytest.mark.sekali
def test_outcome_pages_show_counts_to_all_and_names_to_those_who_may(
    dinas: Dinas, client: Client
) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    client.force_login(dinas.ortala, backend=BACKEND)
    isi = teks(client, alamat("akibat", r))
    assert "6 orang belum mendapat tempat" in isi
    assert "Kebutuhan 1 formasi di unit yang dipecah belum diketahui" in isi
    assert "STAF DATA" not in isi + teks(client, alamat("akibat", r) + "?lihat=orang")
    assert "Bidang Arsip, Bidang Pustaka" in teks(client, alamat("akibat", r) + "?lihat=kotak")

    client.force_login(dinas.sekda, backend=BACKEND)
    with CaptureQueriesContext(connection) as kueri:
        isi = teks(client, alamat("akibat", r) + "?nasib=belum&q=bidang+data")
    assert sum(not k["sql"].startswith(("SAVEPOINT", "RELEASE")) for k in kueri) <= 15
    assert "KEPALA DATA" in isi
    assert "KEPALA DINAS" not in isi
    lihat = AksesData.objects.get(apa="Akibat rencana SOTK")
    assert (lihat.jumlah, lihat.saringan) == (2, "nasib=belum; q=bidang data")


@pytest.mark.sekali
def test_a_plan_walks_from_draft_over_its_decision_to_the_present(
    dinas: Dinas, client: Client
) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    client.force_login(dinas.ortala, backend=BACKEND)
    assert "diputuskan oleh PyB atau PPK" in teks(client, alamat("tetapkan", r))
    client.force_login(dinas.sekda, backend=BACKEND)
    jawaban = client.post(alamat("putuskan", r, "tetapkan"), {"dasar": DASAR})
    assert jawaban.status_code == 422
    assert "Saya sudah membaca akibatnya" in jawaban.content.decode()
    assert client.post(alamat("putuskan", r, "lain")).status_code == 404
    isian = {"dasar": DASAR, "setuju": "on", "alasan": ALASAN}
    for aksi, keadaan in (("tetapkan", "ditetapkan"), ("kembalikan", "draf")):
        assert client.post(alamat("putuskan", r, aksi), isian).status_code == 302
        r.refresh_from_db()
        assert r.keadaan == keadaan
        assert "Akibatnya pada 1 Juli 2026" in teks(client, alamat("tetapkan", r))
    client.post(alamat("putuskan", r, "tetapkan"), isian)
    assert client.post(alamat("putuskan", r, "berlakukan"), isian).status_code == 409
    with time_machine.travel("2026-07-01 09:00 +0700", tick=False):
        client.force_login(dinas.sekda, backend=BACKEND)
        assert "Tanggal berlakunya sudah tiba" in teks(client, alamat("tetapkan", r))
        assert client.post(alamat("putuskan", r, "berlakukan"), isian).status_code == 302
        isi = teks(client, alamat("akibat", r) + "?nasib=masih")
        assert "Rencana ini sudah berlaku" in teks(client, alamat("tetapkan", r))
    assert "6 orang masih menunggu tempat" in isi
    assert "STAF DATA" in isi
    r.refresh_from_db()
    assert r.keadaan == KeadaanSotk.BERLAKU


def test_acting_heads_of_seats_that_are_gone_end_and_drafts_to_closed_posts_say_so(
    dinas: Dinas,
) -> None:
    staf = Penugasan.objects.get(pegawai__nama="STAF LAYANAN").pegawai
    for kunci in ("data", "dinas"):
        Penugasan.objects.create(
            pegawai=staf, jenis=JenisPenugasan.PLT, formasi=dinas.kursi[kunci],
            unit=dinas.unit[kunci], jabatan=dinas.kursi[kunci].jabatan, mulai=PER, tmt=PER,
            selesai=date(2026, 9, 1), nomor_sk="800/1",
        )  # fmt: skip
    analis = org.pengguna(Peran.ANALIS_BKD)
    rancangan = acts_rancangan.buat_rancangan(oleh=analis, nama="Isi", tmt=BERLAKU)
    ke = dinas.pos["data", "arsiparis"]
    acts_baris.tambah_baris(rancangan.pk, oleh=analis, isi={"pegawai": staf.pk, "ke": ke.pk})
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=dinas.sekda)
    berlakukan_sotk(r.pk, per=BERLAKU, oleh=sistem())

    plt = Penugasan.objects.filter(jenis=JenisPenugasan.PLT).order_by("pk")
    assert [p.selesai for p in plt] == [BERLAKU, date(2026, 9, 1)]
    (baris,) = lembar(rancangan, per=BERLAKU).baris
    kata = [p.bunyi for p in baris.putusan]
    assert "Formasi ini tidak ada di peta jabatan yang berlaku." in kata

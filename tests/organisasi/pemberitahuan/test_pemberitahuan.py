"""Messages: queued with their act, once, mailed without the matter itself, read by their owner."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from jejak.catat import OutsideTransaction
from organisasi.models import Pemberitahuan, Pengguna
from organisasi.services.pemberitahuan import (
    KEDALUWARSA,
    MAKS_KIRIM,
    beri_tahu,
    kirim_surel,
    tandai_dibaca,
)
from tests.factories.organisasi import kabupaten, pengguna
from tests.helpers.htmx import periksa_potongan
from toolkit.policy import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def rina() -> Pengguna:
    orang = pengguna(nama="Rina")
    Pengguna.objects.filter(pk=orang.pk).update(email="rina@contoh.go.id")
    orang.refresh_from_db()
    return orang


def _pesan(untuk: Pengguna, kunci: str = "usulan-1", **lain: Any) -> Pemberitahuan:
    beri_tahu(untuk, kunci=kunci, judul="Usulan menunggu Anda", isi="Mutasi BUDI", **lain)
    return Pemberitahuan.objects.get(kunci=kunci)


@pytest.mark.django_db(transaction=True)
def test_a_message_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransaction, match="di dalam transaksi"):
        beri_tahu(pengguna(), kunci="x", judul="x")


def test_an_act_that_is_rolled_back_tells_nobody(rina: Pengguna) -> None:
    @transaction.atomic
    def tindakan() -> None:
        _pesan(rina)
        raise Refusal("batal")

    with pytest.raises(Refusal, match="batal"):
        tindakan()

    assert not Pemberitahuan.objects.exists()


def test_the_same_key_is_queued_once(rina: Pengguna) -> None:
    _pesan(rina)
    _pesan(rina)

    assert Pemberitahuan.objects.count() == 1


def test_mail_names_the_matter_and_nothing_of_its_content(rina: Pengguna) -> None:
    pesan = _pesan(rina)

    assert kirim_surel() == 1

    surat = mail.outbox[0]
    assert surat.to == ["rina@contoh.go.id"]
    assert surat.subject == "SERASI: Usulan menunggu Anda"
    assert "BUDI" not in surat.body
    pesan.refresh_from_db()
    assert pesan.dikirim_pada is not None
    assert pesan.gagal == 0


def test_a_title_with_a_line_break_cannot_add_a_header(rina: Pengguna) -> None:
    beri_tahu(rina, kunci="k", judul="Halo\nBcc: lain@contoh.go.id")

    kirim_surel()

    assert mail.outbox[0].subject == "SERASI: Halo Bcc: lain@contoh.go.id"
    assert mail.outbox[0].recipients() == ["rina@contoh.go.id"]


def test_mail_is_sent_once(rina: Pengguna) -> None:
    _pesan(rina)

    kirim_surel()
    kirim_surel()

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "ubah",
    [
        pytest.param({"email": ""}, id="no address"),
        pytest.param({"is_active": False}, id="closed account"),
    ],
)
def test_nobody_is_mailed_who_cannot_be(rina: Pengguna, ubah: dict[str, Any]) -> None:
    Pengguna.objects.filter(pk=rina.pk).update(**ubah)
    _pesan(rina)

    assert kirim_surel() == 0


def test_old_news_stays_on_the_page_and_is_not_mailed(rina: Pengguna) -> None:
    pesan = _pesan(rina)
    lama = timezone.now() - KEDALUWARSA - timedelta(minutes=1)
    Pemberitahuan.objects.filter(pk=pesan.pk).update(dibuat_pada=lama)

    assert kirim_surel() == 0


def test_a_mail_server_that_fails_is_tried_later_and_not_for_ever(
    rina: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    pesan = _pesan(rina)

    def putus(*_: Any) -> int:
        raise SMTPServerDisconnected("rina@contoh.go.id ditolak")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", putus)

    assert kirim_surel() == 0
    pesan.refresh_from_db()
    assert (pesan.gagal, pesan.galat, pesan.dikirim_pada) == (1, "SMTPServerDisconnected", None)
    assert kirim_surel() == 0
    pesan.refresh_from_db()
    assert pesan.gagal == 1, "the pause holds"
    for _ in range(MAKS_KIRIM + 2):
        Pemberitahuan.objects.update(kirim_lagi_pada=timezone.now())
        kirim_surel()
    pesan.refresh_from_db()
    assert pesan.gagal == MAKS_KIRIM


def test_a_worker_killed_while_sending_costs_one_attempt(
    rina: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    pesan = _pesan(rina)

    def mati(*_: Any) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as tambal:
        tambal.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", mati)
        with pytest.raises(KeyboardInterrupt):
            kirim_surel()
    Pemberitahuan.objects.update(kirim_lagi_pada=timezone.now())

    assert kirim_surel() == 1
    pesan.refresh_from_db()
    assert pesan.gagal == 1


def test_one_reads_only_ones_own_messages(rina: Pengguna) -> None:
    pesan, lain = _pesan(rina), _pesan(pengguna(), kunci="lain")

    assert tandai_dibaca(rina) == 1

    pesan.refresh_from_db()
    lain.refresh_from_db()
    assert pesan.dibaca_pada is not None
    assert lain.dibaca_pada is None


@pytest.fixture
def masuk(client: Any, rina: Pengguna) -> Any:
    kabupaten()
    client.force_login(rina, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_the_page_lists_ones_own_messages(masuk: Any, rina: Pengguna) -> None:
    _pesan(rina)
    beri_tahu(pengguna(), kunci="lain", judul="Milik orang lain")

    halaman = masuk.get("/pemberitahuan/").content.decode()

    assert "Usulan menunggu Anda" in halaman
    assert "Milik orang lain" not in halaman
    assert "1 belum dibaca" in halaman
    periksa_potongan(masuk, "/pemberitahuan/", "daftar")


def test_an_empty_page_says_what_belongs_there(masuk: Any) -> None:
    assert "Belum ada pemberitahuan" in masuk.get("/pemberitahuan/").content.decode()


def test_opening_a_message_marks_it_and_follows_its_link(masuk: Any, rina: Pengguna) -> None:
    pesan = _pesan(rina, tautan="/impor/7/")

    jawaban = masuk.post(f"/pemberitahuan/{pesan.pk}/baca/")

    assert jawaban.headers["Location"] == "/impor/7/"
    pesan.refresh_from_db()
    assert pesan.dibaca_pada is not None


@pytest.mark.parametrize("tautan", ["https://lain.example/", "//lain.example/", ""])
def test_a_link_never_leads_out_of_the_house(masuk: Any, rina: Pengguna, tautan: str) -> None:
    pesan = _pesan(rina, tautan=tautan)

    jawaban = masuk.post(f"/pemberitahuan/{pesan.pk}/baca/")

    assert jawaban.headers["Location"] == "/pemberitahuan/"


def test_a_message_of_somebody_else_does_not_exist(masuk: Any) -> None:
    pesan = _pesan(pengguna())

    assert masuk.post(f"/pemberitahuan/{pesan.pk}/baca/").status_code == 404


def test_reading_is_a_post(masuk: Any, rina: Pengguna) -> None:
    pesan = _pesan(rina)

    assert masuk.get(f"/pemberitahuan/{pesan.pk}/baca/").status_code == 405
    assert masuk.get("/pemberitahuan/baca-semua/").status_code == 405
    assert masuk.post("/pemberitahuan/baca-semua/").status_code == 302
    assert not Pemberitahuan.objects.filter(dibaca_pada__isnull=True).exists()

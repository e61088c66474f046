"""Gates by two people: proposed, confirmed or refused; running cases keep theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from jejak.models import Peristiwa
from mutasi.alur import StatusUsulan
from mutasi.models import AturanAlur
from mutasi.policies.aturan_alur import cela_gerbang
from mutasi.selectors.aturan_alur import matriks, satu_aturan
from mutasi.services.aturan_alur import (
    tetapkan_aturan_alur,
    tolak_aturan_alur,
    usulkan_aturan_alur,
)
from tests.factories import jalan as f
from tests.mutasi.pengawasan.conftest import Dunia
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
MULAI = date(2026, 6, 15)
BARU = ["pyb", "tpk", "beritahu"]
ISI: dict[str, Any] = {
    "gerbang": BARU, "mulai": MULAI, "dasar": "Perbup 7/2026", "catatan": "Menyederhanakan jalan.",
}  # fmt: skip


def usul(d: Dunia, **lain: Any) -> AturanAlur:
    """Bagian Hukum proposes a shorter road for the rotation of a pelaksana."""
    isi = {"oleh": d.k.hukum, "per": f.PER, **ISI, **lain}
    return usulkan_aturan_alur("rotasi", "pelaksana", **isi)


def berlaku(per: date) -> list[str]:
    """The gates of that kind and level on a day."""
    return AturanAlur.objects.berlaku(per).get(jenis="rotasi", jenjang="pelaksana").gerbang


def test_proposal_counts_only_once_another_confirmed_it_and_from_its_day(d: Dunia) -> None:
    lama = berlaku(MULAI)
    satu = usul(d)

    assert satu.gerbang == ["beritahu", "tpk", "pyb"]  # in the order of the road
    assert berlaku(MULAI) == lama
    tetapkan_aturan_alur(satu.pk, oleh=d.k.kepala, per=f.PER)

    assert berlaku(date(2026, 6, 14)) == lama
    assert berlaku(MULAI) == ["beritahu", "tpk", "pyb"]
    kode = Peristiwa.objects.order_by("-urutan").values_list("tindakan", flat=True)[:2]
    assert list(kode) == ["mutasi.alur.ditetapkan", "mutasi.alur.diusulkan"]


def test_nobody_confirms_his_own_proposal_not_even_in_the_database(d: Dunia) -> None:
    satu = usul(d)

    with pytest.raises(NotYours, match="orang lain yang mengesahkan"):
        tetapkan_aturan_alur(satu.pk, oleh=d.k.hukum, per=f.PER)
    with pytest.raises(NotAllowed, match="Kepala BKPSDM dan Bagian Hukum"):
        tetapkan_aturan_alur(satu.pk, oleh=d.k.analis, per=f.PER)
    with pytest.raises(IntegrityError, match="orang_lain"), transaction.atomic():
        AturanAlur.objects.filter(pk=satu.pk).update(
            disahkan_pada=timezone.now(), disahkan_oleh=d.k.hukum
        )


def test_refused_proposal_stays_with_its_reason_and_makes_room(d: Dunia) -> None:
    satu = usul(d)
    with pytest.raises(WrongMoment, match="Masih ada usulan"):
        usul(d, oleh=d.k.kepala)
    with pytest.raises(Refusal, match="Tulis alasannya"):
        tolak_aturan_alur(satu.pk, oleh=d.k.kepala, per=f.PER, alasan=" ")

    tolak_aturan_alur(satu.pk, oleh=d.k.kepala, per=f.PER, alasan="Belum ada Perbupnya.")

    satu.refresh_from_db()
    assert (satu.ditolak_oleh, satu.alasan_tolak) == (d.k.kepala, "Belum ada Perbupnya.")
    with pytest.raises(WrongMoment, match="tidak sedang menunggu"):
        tetapkan_aturan_alur(satu.pk, oleh=d.k.kepala, per=f.PER)
    assert usul(d).mulai == MULAI  # the same day again


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"gerbang": ["kesediaan", "tpk"]}, "tandai juga pemberitahuan"),
        ({"gerbang": ["telaah"]}, "TPK atau PyB"),
        ({"gerbang": ["tpk", "izin"]}, "tidak dikenal"),
        ({"gerbang": ["pyb", "antar"]}, "hanya untuk mutasi antarinstansi"),
        ({"dasar": " "}, "dasar hukum"),
        ({"mulai": date(2026, 5, 31)}, "tidak berlaku surut"),
    ],
)  # fmt: skip
def test_proposal_that_is_no_road_is_refused(d: Dunia, lain: dict[str, Any], kalimat: str) -> None:
    with pytest.raises(Refusal, match=kalimat):
        usul(d, **lain)


def test_every_row_of_the_installation_is_a_road() -> None:
    cela = {str(a): cela_gerbang(a.jenis, a.gerbang) for a in AturanAlur.objects.all()}

    assert {nama: satu for nama, satu in cela.items() if satu} == {}
    assert "surat antarinstansi (H15)" in " ".join(cela_gerbang("antar_masuk", ["pyb"]))


def test_proposal_whose_day_passed_is_not_confirmed_any_more(d: Dunia) -> None:
    satu = usul(d)

    with pytest.raises(WrongMoment, match="sudah lewat"):
        tetapkan_aturan_alur(satu.pk, oleh=d.k.kepala, per=date(2026, 6, 16))


def test_unknown_kind_is_not_there_and_a_day_is_taken_once(d: Dunia) -> None:
    with pytest.raises(OutOfReach):
        usulkan_aturan_alur("rotasi", "raja", oleh=d.k.hukum, per=f.PER, **ISI)
    tetapkan_aturan_alur(usul(d).pk, oleh=d.k.kepala, per=f.PER)
    with pytest.raises(WrongMoment, match="sudah ditetapkan mulai hari itu"):
        usul(d, oleh=d.k.kepala)


def test_running_case_keeps_its_gates_and_the_page_says_so(d: Dunia, klien: Any) -> None:
    dulu = list(d.jalan.gerbang)
    satu = usul(d, mulai=f.PER)
    tetapkan_aturan_alur(satu.pk, oleh=d.k.kepala, per=f.PER)

    d.jalan.refresh_from_db()
    assert d.jalan.gerbang == dulu
    isi = satu_aturan("rotasi", "pelaksana", per=f.PER)
    assert isi is not None
    assert (isi.berjalan, isi.berbeda) == (1, 1)
    alamat = reverse("mutasi:aturan-alur-rincian", args=["rotasi", "pelaksana"])
    kata = klien(d.k.hukum).get(alamat).content.decode()
    assert "1 di antaranya memakai langkah lain" in kata
    baru = f.kasus(d.k, StatusUsulan.DIAJUKAN)
    assert baru.gerbang == ["beritahu", "tpk", "pyb"]


def test_matrix_groups_levels_that_pass_the_same(d: Dunia) -> None:
    rotasi = [b for b in matriks(per=f.PER) if b.jenis == "rotasi"]

    assert [[kode for kode, _ in b.jenjang] for b in rotasi] == [
        ["jpt", "administrator", "pengawas"], ["jf"], ["pelaksana"],
    ]  # fmt: skip
    assert [b.awal for b in rotasi] == [True, False, False]


def test_two_people_do_it_on_screen(d: Dunia, klien: Any) -> None:
    kunci = ["rotasi", "pelaksana"]
    alamat = reverse("mutasi:aturan-alur-usulkan", args=kunci)
    hukum, kepala = klien(d.k.hukum), klien(d.k.kepala)
    isi = {**ISI, "mulai": "2026-06-15"}

    salah = hukum.post(alamat, {**isi, "gerbang": ["kesediaan"], "mulai": "2026-01-01"})
    assert salah.status_code == 422
    assert "tidak berlaku surut" in salah.content.decode()
    assert "menunggu pengesahan" in hukum.post(alamat, isi, follow=True).content.decode().lower()
    satu = AturanAlur.objects.menunggu().get()
    assert "orang lain yang mengesahkan" in hukum.get(
        reverse("mutasi:aturan-alur-rincian", args=kunci)
    ).content.decode()  # fmt: skip
    tolak = reverse("mutasi:aturan-alur-tolak", args=[satu.pk])
    assert kepala.post(tolak, {"alasan": "x"}).status_code == 422
    sah = kepala.post(reverse("mutasi:aturan-alur-sahkan", args=[satu.pk]), follow=True)

    assert "Langkah wajib disahkan" in sah.content.decode()
    assert "akan berlaku" in sah.content.decode()
    assert "1 perubahan menunggu" not in kepala.get(reverse("mutasi:aturan-alur")).content.decode()
    assert kepala.get(reverse("mutasi:aturan-alur-rincian", args=["x", "y"])).status_code == 404
    assert kepala.get(reverse("mutasi:aturan-alur-usulkan", args=["x", "y"])).status_code == 404


def test_refusal_on_screen_keeps_the_row(d: Dunia, klien: Any) -> None:
    satu = usul(d)

    alamat = reverse("mutasi:aturan-alur-tolak", args=[satu.pk])
    jawab = klien(d.k.hukum).post(alamat, {"alasan": "Salah menulis tanggal mulai."}, follow=True)

    assert "Salah menulis tanggal mulai." in jawab.content.decode()

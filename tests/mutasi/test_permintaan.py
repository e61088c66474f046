"""A unit asks for people: one running request per post, answered with reasons, told to both."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from jejak.selectors import riwayat
from mutasi.kernel.permintaan import JALAN, Aksi, langkah
from mutasi.models import PermintaanPegawai, StatusPermintaan
from mutasi.services import permintaan as acts
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from tests.conftest import HARI_INI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.layar import masuk
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
ALASAN = "Dua kelas tidak mempunyai guru sejak awal semester."


@pytest.fixture
def kantor(pada_hari_ini: Any) -> dict[str, Any]:
    """Two schools, one short of two teachers; a head, an operator, an analyst."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    f1, f2 = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    nilai.kebutuhan(f1, 3)
    peg.pegawai("ANI", post=f1)
    return {
        **unit, "f1": f1, "f2": f2,
        "kepala": org.pengguna(Peran.KEPALA_UNIT, unit=unit["sd1"], nama="Kepala SD 1"),
        "operator": org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator"),
        "analis": org.pengguna(Peran.ANALIS_BKD, nama="Analis"),
    }  # fmt: skip


def minta(kantor: dict[str, Any], **lain: Any) -> PermintaanPegawai:
    """The head of SD 1 asks for two teachers."""
    isi = {"oleh": kantor["kepala"], "per": HARI_INI, "jumlah": 2, "alasan": ALASAN} | lain
    return acts.ajukan(isi.pop("formasi", kantor["f1"]).pk, **isi)


def tanggapi(kantor: dict[str, Any], baris: PermintaanPegawai, aksi: Aksi, kata: str = "") -> Any:
    """The analyst answers."""
    return acts.tanggapi(baris.pk, oleh=kantor["analis"], per=HARI_INI, aksi=aksi, tanggapan=kata)


def teks(jawaban: Any) -> str:
    """The page as one line."""
    return " ".join(jawaban.content.decode().split())


def test_the_road_names_only_states_that_exist_and_leaves_no_dead_end_but_the_three_ends() -> None:
    disebut = {s for s, _ in JALAN} | set(JALAN.values())

    assert disebut == set(StatusPermintaan.values)
    assert {s for s in disebut if not langkah(s)} == {"dipenuhi", "ditolak", "ditarik"}


def test_a_request_tells_bkd_and_leaves_a_trace_with_its_reason(kantor: dict[str, Any]) -> None:
    baris = minta(kantor)

    pesan = Pemberitahuan.objects.get(untuk=kantor["analis"])
    assert pesan.judul == "Permintaan pegawai baru menunggu tanggapan"
    assert pesan.tautan == reverse("mutasi:permintaan-rincian", args=[baris.pk])
    assert "2 orang untuk Guru Ahli Pertama · SD Negeri 1 Contoh" in pesan.isi
    catatan = riwayat(baris).baris[0]
    assert "mengajukan permintaan 2 orang" in catatan.kalimat
    assert catatan.alasan == ALASAN
    assert Pemberitahuan.objects.filter(untuk=kantor["kepala"]).count() == 0
    assert mail.outbox == []


def test_a_second_running_request_for_one_post_is_refused(kantor: dict[str, Any]) -> None:
    minta(kantor)

    with pytest.raises(WrongMoment, match="Masih ada permintaan yang berjalan"):
        minta(kantor, oleh=kantor["operator"])


def test_an_ended_request_makes_room_for_another(kantor: dict[str, Any]) -> None:
    tanggapi(kantor, minta(kantor), Aksi.TOLAK, "Menunggu penerimaan CPNS.")

    assert minta(kantor).status == StatusPermintaan.DIAJUKAN


@pytest.mark.parametrize(
    ("lain", "galat", "kalimat"),
    [
        pytest.param({"alasan": "Kurang guru."}, WrongMoment, "paling sedikit 30", id="short"),
        pytest.param({"jumlah": 0}, WrongMoment, "paling sedikit satu", id="nobody"),
    ],
)
def test_a_request_that_says_too_little_is_refused(
    kantor: dict[str, Any], lain: dict[str, Any], galat: Any, kalimat: str
) -> None:
    with pytest.raises(galat, match=kalimat):
        minta(kantor, **lain)


def test_a_head_asks_for_his_own_unit_only_and_bkd_does_not_ask(kantor: dict[str, Any]) -> None:
    with pytest.raises(OutOfReach):
        minta(kantor, formasi=kantor["f2"])
    with pytest.raises(NotAllowed, match="kepala unit atau operator OPD"):
        minta(kantor, oleh=kantor["analis"])


def test_a_closed_unit_and_a_post_counted_elsewhere_get_nobody(kantor: dict[str, Any]) -> None:
    kantor["f1"].dihitung_ke = kantor["f2"]
    kantor["f1"].save(update_fields=["dihitung_ke"])
    with pytest.raises(WrongMoment, match="dihitung pada jabatan lain"):
        minta(kantor)
    kantor["f1"].dihitung_ke = None
    kantor["f1"].save(update_fields=["dihitung_ke"])
    kantor["sd1"].ditutup = HARI_INI
    kantor["sd1"].save(update_fields=["ditutup"])

    with pytest.raises(WrongMoment, match="sudah ditutup"):
        minta(kantor)


def test_bkd_accepts_then_fulfils_and_the_asker_hears_of_both(kantor: dict[str, Any]) -> None:
    baris = minta(kantor)

    tanggapi(kantor, baris, Aksi.TERIMA)
    selesai = tanggapi(kantor, baris, Aksi.PENUHI, "Sudah ada dua orang.")

    assert selesai.status == StatusPermintaan.DIPENUHI
    judul = Pemberitahuan.objects.filter(untuk=kantor["kepala"]).order_by("pk")
    assert [p.judul for p in judul] == [
        "Permintaan pegawai Anda: diterima, sedang dicarikan",
        "Permintaan pegawai Anda: dipenuhi",
    ]
    assert [c.tindakan for c in riwayat(baris).baris] == [
        "mutasi.permintaan.ditanggapi", "mutasi.permintaan.ditanggapi",
        "mutasi.permintaan.diajukan",
    ]  # fmt: skip


def test_what_the_road_does_not_know_is_refused_with_the_state(kantor: dict[str, Any]) -> None:
    baris = minta(kantor)

    with pytest.raises(WrongMoment, match="tidak berlaku selagi diajukan"):
        tanggapi(kantor, baris, Aksi.PENUHI)
    with pytest.raises(WrongMoment, match="harus beralasan"):
        tanggapi(kantor, baris, Aksi.TOLAK, "  ")
    tanggapi(kantor, baris, Aksi.TOLAK, "Belum ada formasi.")
    with pytest.raises(WrongMoment, match="sudah berakhir: ditolak"):
        tanggapi(kantor, baris, Aksi.TERIMA)
    with pytest.raises(WrongMoment, match="sudah berakhir: ditolak"):
        acts.tarik(baris.pk, oleh=kantor["kepala"], per=HARI_INI, alasan="Tidak jadi.")


def test_the_office_withdraws_and_both_sides_hear(kantor: dict[str, Any]) -> None:
    baris = minta(kantor)

    acts.tarik(baris.pk, oleh=kantor["operator"], per=HARI_INI, alasan="Guru sudah kembali.")

    baris.refresh_from_db()
    assert baris.status == StatusPermintaan.DITARIK
    assert Pemberitahuan.objects.filter(
        untuk=kantor["kepala"], judul="Permintaan pegawai Anda ditarik"
    ).exists()
    assert Pemberitahuan.objects.filter(
        untuk=kantor["analis"], judul="Permintaan pegawai ditarik"
    ).exists()
    assert riwayat(baris).baris[0].alasan == "Guru sudah kembali."


def test_the_operator_answers_nothing_and_a_stranger_sees_nothing(kantor: dict[str, Any]) -> None:
    baris = minta(kantor)
    lain = org.pengguna(Peran.KEPALA_UNIT, unit=kantor["sd2"])

    with pytest.raises(NotAllowed, match="ditanggapi oleh BKD"):
        acts.tanggapi(
            baris.pk, oleh=kantor["operator"], per=HARI_INI, aksi=Aksi.TERIMA, tanggapan=""
        )

    url = reverse("mutasi:permintaan-rincian", args=[baris.pk])
    assert masuk(lain).get(url).status_code == 404
    assert masuk(lain).get(reverse("mutasi:permintaan")).context["page"].paginator.count == 0


def test_asking_through_the_pages_shows_the_figures_and_leads_to_the_request(
    kantor: dict[str, Any],
) -> None:
    klien = masuk(kantor["kepala"])
    pilih = teks(klien.get(reverse("mutasi:permintaan-baru")))
    url = f"{reverse('mutasi:permintaan-baru')}?formasi={kantor['f1'].pk}"

    halaman = teks(klien.get(url))
    salah = klien.post(url, {"jumlah": 2, "alasan": "kurang"})
    benar = klien.post(url, {"jumlah": 2, "alasan": ALASAN, "dibutuhkan": "2026-07-01"})

    assert "kurang 2" in pilih
    assert "SD Negeri 2" not in pilih
    assert "kurang 2 orang</strong>, kebutuhan 3, bezetting 1" in halaman
    assert salah.status_code == 422
    assert 'href="#id_alasan"' in teks(salah)
    baris = PermintaanPegawai.objects.get()
    assert benar.url == reverse("mutasi:permintaan-rincian", args=[baris.pk])
    assert (baris.jumlah, str(baris.dibutuhkan)) == (2, "2026-07-01")
    assert "sedang berjalan" in teks(klien.get(reverse("mutasi:permintaan-baru")))
    assert "Masih ada permintaan yang berjalan" in teks(klien.get(url))
    assert (
        klien.get(f"{reverse('mutasi:permintaan-baru')}?formasi={kantor['f2'].pk}").status_code
        == 404
    )


def test_what_waits_for_an_answer_stands_above_what_is_being_looked_for(
    kantor: dict[str, Any],
) -> None:
    tanggapi(kantor, minta(kantor), Aksi.TERIMA)
    menunggu = minta(kantor, formasi=kantor["f2"], oleh=kantor["operator"])

    jawaban = masuk(kantor["analis"]).get(reverse("mutasi:permintaan"))

    assert [m.status for m in jawaban.context["page"]] == ["diajukan", "diterima"]
    assert jawaban.context["page"][0].pk == menunggu.pk


def test_bkd_sees_the_gap_beside_the_request_and_answers_on_its_page(
    kantor: dict[str, Any],
) -> None:
    baris = minta(kantor)
    klien = masuk(kantor["analis"])
    url = reverse("mutasi:permintaan-tanggapi", args=[baris.pk])

    daftar = teks(klien.get(reverse("mutasi:permintaan")))
    tanpa_alasan = klien.post(url, {"aksi": "tolak", "tanggapan": ""})
    klien.post(url, {"aksi": "terima", "tanggapan": "Dicarikan."})

    assert "<strong>1 permintaan berjalan</strong>" in daftar
    assert "kurang 2" in daftar
    assert tanpa_alasan.status_code == 422
    assert "Tulis alasan penolakan." in teks(tanpa_alasan)
    baris.refresh_from_db()
    assert (baris.status, baris.tanggapan) == (StatusPermintaan.DITERIMA, "Dicarikan.")
    assert "Dicarikan." in teks(klien.get(reverse("mutasi:permintaan-rincian", args=[baris.pk])))


@pytest.mark.parametrize(
    ("kueri", "jumlah"),
    [
        pytest.param("", 1, id="running"),
        pytest.param("?status=semua", 2, id="all"),
        pytest.param("?status=ditolak", 1, id="one state"),
        pytest.param("?q=sd+2&status=semua", 1, id="words"),
        pytest.param("?status=ngawur", 1, id="nonsense is the default"),
    ],
)
def test_the_list_shows_what_its_address_filters(
    kantor: dict[str, Any], kueri: str, jumlah: int
) -> None:
    tanggapi(kantor, minta(kantor), Aksi.TOLAK, "Belum ada formasi.")
    minta(kantor, formasi=kantor["f2"], oleh=kantor["operator"])

    jawaban = masuk(kantor["analis"]).get(reverse("mutasi:permintaan") + kueri)

    assert jawaban.context["page"].paginator.count == jumlah


def test_who_asked_for_a_head_on_paper_does_not_answer_himself(kantor: dict[str, Any]) -> None:
    kabid = org.pengguna(Peran.KABID_MUTASI, nama="Kabid")
    baris = minta(kantor, oleh=kabid)

    with pytest.raises(NotYours, match="ditanggapi oleh orang lain"):
        acts.tanggapi(baris.pk, oleh=kabid, per=HARI_INI, aksi=Aksi.TERIMA, tanggapan="Dicarikan.")

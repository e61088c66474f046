"""The sheet: verdicts, what the whole draft would do, and what changed since one looked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mutasi.kernel.status import Status
from mutasi.models import BarisRancangan
from mutasi.selectors.rancangan import lembar, terkait
from mutasi.services import rancangan_baris as acts_baris
from pegawai.models import JenisJabatan, Pegawai
from tests.factories.mutasi import PER, Meja
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan
from tests.mutasi.rancangan.alat import HTMX, alamat, teks

ALASAN = "Disetujui karena kebutuhan mendesak di bidang tujuan."


def test_the_same_person_twice_fails_both_lines_and_says_which(meja: Meja) -> None:
    satu, dua = meja.baris(0, 1), meja.baris(0, 3)

    s = lembar(meja.rancangan, per=PER)

    assert s.menurut_pk[satu.pk].status is s.menurut_pk[dua.pk].status is Status.GAGAL
    assert [t.kalimat for t in s.menurut_pk[satu.pk].tanda if t.kode == "H22"] == [
        "Orang yang sama juga ada di baris 2.",
        "Kursi diberikan melebihi kebutuhan: butuh 1, sekarang 1, keluar 0, masuk 1, menjadi 2.",
    ]


def test_a_seat_left_in_the_same_draft_is_free_for_the_next(meja: Meja) -> None:
    naik = meja.baris(0, 1)
    penuh = {p.kode: p for p in lembar(meja.rancangan, per=PER).menurut_pk[naik.pk].putusan}
    meja.baris(1, 3)

    s = lembar(meja.rancangan, per=PER)

    kosong = {p.kode: p for p in s.menurut_pk[naik.pk].putusan}
    assert penuh["H03"].putusan == "tidak_lolos"
    assert kosong["H03"].bunyi == "Pada TMT terisi 0 dari 1 kursi."
    assert [(r.baris, r.tertutup) for r in s.rantai] == [((naik.pk, naik.pk + 1), False)]
    assert [(p.jabatan.nama, k.sesudah) for p, k in s.menjadi_lowong] == [
        ("Analis Kebijakan Ahli Muda 0", 0)
    ]


def test_the_second_to_a_seat_finds_it_taken_by_the_first(meja: Meja) -> None:
    satu, dua = meja.baris(0, 3), meja.baris(1, 3)

    s = lembar(meja.rancangan, per=PER)

    h03 = [{p.kode: p for p in s.menurut_pk[b.pk].putusan}["H03"].bunyi for b in (satu, dua)]
    assert h03 == ["Pada TMT terisi 0 dari 1 kursi.", "Pada TMT sudah terisi 1 dari 1 kursi."]


def test_two_who_change_places_leave_nothing_empty(meja: Meja) -> None:
    meja.baris(0, 1)
    meja.baris(1, 0)

    s = lembar(meja.rancangan, per=PER)

    assert s.menjadi_lowong == []
    assert [r.tertutup for r in s.rantai] == [True]


def test_an_official_whose_seat_is_given_away_is_named(meja: Meja) -> None:
    kursi = formasi(
        meja.unit["bkd"],
        jabatan("Kepala Badan", jenis=JenisJabatan.STRUKTURAL, eselon_id="22",
                unit=meja.unit["bkd"]),
    )  # fmt: skip
    pejabat = pegawai("PEJABAT LAMA", post=kursi)
    meja.kursi.append(kursi)
    meja.baris(0, 4)

    s = lembar(meja.rancangan, per=PER)
    tanda = s.baris[0].tanda
    acts_baris.tambah_baris(meja.rancangan.pk, oleh=meja.ani, isi={"pegawai": pejabat.pk})
    lagi = lembar(meja.rancangan, per=PER)

    assert [t.pegawai.nama for t in s.terdesak] == ["PEJABAT LAMA"]
    assert ("H20", "PEJABAT LAMA masih mendudukinya dan tidak mempunyai jabatan tujuan.") in [
        (t.kode, t.kalimat) for t in tanda
    ]
    assert lagi.terdesak == []
    assert [b.isi.pegawai_id for b in lagi.tanpa_tujuan] == [pejabat.pk]


def test_a_reason_counts_for_the_pair_it_was_written_for(meja: Meja) -> None:
    baris = meja.baris(0, 3)
    kode = lembar(meja.rancangan, per=PER).baris[0].peringatan[0].kode
    acts_baris.tulis_alasan(meja.rancangan.pk, baris.pk, oleh=meja.ani, kode=kode, alasan=ALASAN,
                            per=PER)  # fmt: skip
    beralasan = lembar(meja.rancangan, per=PER).baris[0]

    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                          isi={"pegawai": meja.orang[1].pk})  # fmt: skip
    pasangan_lain = lembar(meja.rancangan, per=PER).baris[0]

    assert kode not in beralasan.kode
    assert kode in beralasan.alasan
    assert pasangan_lain.alasan == {}


def test_a_person_who_moved_meanwhile_is_flagged(meja: Meja) -> None:
    baris = meja.baris(0, 3)
    Pegawai.objects.filter(pk=meja.orang[0].pk).update(formasi=meja.kursi[2])

    s = lembar(meja.rancangan, per=PER)

    assert [t.kalimat for t in s.menurut_pk[baris.pk].tanda] == [
        "Jabatannya di register sudah berubah sejak baris ini ditulis."
    ]


def test_what_changed_names_the_line_and_those_that_share_its_seats(meja: Meja) -> None:
    satu, dua, tiga = meja.baris(0, 1), meja.baris(1, 3), meja.baris(2, None)
    meja.rancangan.refresh_from_db()
    sejak = meja.rancangan.versi
    acts_baris.ubah_baris(meja.rancangan.pk, dua.pk, oleh=meja.budi, versi=1, isi={"ke": None})
    meja.rancangan.refresh_from_db()

    kena, langkah = terkait(lembar(meja.rancangan, per=PER), sejak)

    assert kena == {satu.pk, dua.pk}
    assert tiga.pk not in kena
    assert [s.oleh for s in langkah] == [meja.budi]


@pytest.mark.sekali
def test_the_sheet_costs_the_same_for_three_lines_and_for_three_hundred(
    meja: Meja, ani: Client
) -> None:
    for n in range(3):
        meja.baris(n, (n + 1) % 4)
    sedikit, _ = ukur(ani, alamat(meja))
    post = formasi(meja.unit["sd1"], jabatan("Guru Ahli Pertama", rumpun="Guru", jenjang="PT"))
    kebutuhan(post, 500)
    orang = [pegawai(f"GURU {n}", post=post) for n in range(20)]
    BarisRancangan.objects.bulk_create(
        BarisRancangan(
            rancangan=meja.rancangan, urutan=4 + n, pegawai=orang[n % 20], dari=post,
            ke=meja.kursi[n % 4], catatan="usul OPD", diubah_pada=timezone.now(),
            diubah_oleh=meja.ani,
        )
        for n in range(297)
    )  # fmt: skip

    banyak, jawaban = ukur(ani, alamat(meja))
    potongan = ani.get(alamat(meja, "?hal=3"), headers=HTMX).content.decode()

    assert sedikit == banyak <= 22
    assert jawaban.content.decode().count("<tr id=") == 100
    assert len(jawaban.content) < 150 * 1024
    assert potongan.count("<tr id=") == 100
    assert "<html" not in potongan


def ukur(client: Client, url: str) -> tuple[int, Any]:
    """Queries of a page, without the row of the access log, and its answer."""
    client.get(url)
    with CaptureQueriesContext(connection) as catatan:
        jawaban = client.get(url)
    abaikan = ("SAVEPOINT", "jejak_aksesdata", "BEGIN", "COMMIT")
    return sum(not any(k in q["sql"] for k in abaikan) for q in catatan), jawaban


def test_the_poll_is_empty_until_somebody_works(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 1)
    meja.rancangan.refresh_from_db()
    versi = meja.rancangan.versi

    diam, kueri = ani.get(alamat(meja, f"perubahan/?sejak={versi}")), 0
    with CaptureQueriesContext(connection) as catatan:
        ani.get(alamat(meja, f"perubahan/?sejak={versi}"))
        kueri = len(catatan)
    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.budi, versi=1,
                          isi={"catatan": "dari Budi"})  # fmt: skip
    baru = ani.get(alamat(meja, f"perubahan/?sejak={versi}")).content.decode()

    assert diam.status_code == 204
    assert kueri <= 6
    assert f'data-versi="{versi + 1}"' in baru
    assert "dari Budi" in baru
    assert "Budi mengubah baris (ORANG KE 0), pukul 09.00." in teks(baru)


def test_a_cell_is_written_by_what_was_typed_or_picked(meja: Meja, ani: Client) -> None:
    baris = meja.baris(None, None)

    for versi, isi in enumerate(({"pegawai": meja.orang[2].nip}, {"ke": f"#{meja.kursi[3].pk}"},
                                 {"catatan": "usul"}), 1):  # fmt: skip
        jawaban = ani.post(alamat(meja, f"baris/{baris.pk}/"), {"versi": versi, **isi},
                           headers=HTMX)  # fmt: skip
        assert jawaban.status_code == 200, jawaban.content

    baris.refresh_from_db()
    assert (baris.pegawai, baris.ke, baris.catatan) == (meja.orang[2], meja.kursi[3], "usul")


def test_a_cell_that_fits_many_or_nobody_says_so_and_changes_nothing(
    meja: Meja, ani: Client
) -> None:
    baris = meja.baris(0, 1)

    banyak = ani.post(alamat(meja, f"baris/{baris.pk}/"), {"versi": 1, "pegawai": "ORANG"},
                      headers=HTMX)  # fmt: skip
    tiada = ani.post(alamat(meja, f"baris/{baris.pk}/"), {"versi": 1, "ke": "Nakhoda"},
                     headers=HTMX)  # fmt: skip

    assert (banyak.status_code, tiada.status_code) == (422, 422)
    assert "Ada 3 atau lebih yang cocok" in teks(banyak.content.decode())
    assert "Tidak ditemukan" in teks(tiada.content.decode())
    assert meja.rancangan.langkah.count() == 4


def test_without_javascript_many_that_fit_become_a_choice(meja: Meja, ani: Client) -> None:
    halaman = ani.post(alamat(meja, "baris/"), {"pegawai": "ORANG"}).content.decode()
    pilihan = re.search(r'<option value="(#\d+)">ORANG KE 1', halaman)

    assert pilihan
    jawaban = ani.post(alamat(meja, "baris/"), {"pegawai": pilihan[1], "ke": "Muda 3"})

    baris = meja.rancangan.baris.get()
    assert jawaban.url == f"{alamat(meja)}?hal=1#b{baris.pk}"
    assert (baris.pegawai, baris.ke) == (meja.orang[1], meja.kursi[3])


def test_without_javascript_a_conflict_keeps_what_was_typed_beside_what_is_there(
    meja: Meja, ani: Client
) -> None:
    baris = meja.baris(0, 1, catatan="lama")
    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.budi, versi=1,
                          isi={"catatan": "kata Budi"})  # fmt: skip
    isi = {
        "versi": 1, "pegawai": meja.orang[0].nip, "ke": str(meja.kursi[1]), "catatan": "kata Ani",
        "jenis_dasar": "", "dasar": "",
    }  # fmt: skip

    bentrok = ani.post(alamat(meja, f"baris/{baris.pk}/"), isi)
    html = bentrok.content.decode()
    lagi = ani.post(alamat(meja, f"baris/{baris.pk}/"), isi | {"versi": 2})

    assert bentrok.status_code == 409
    assert "sekarang “kata Budi”, isian Anda “kata Ani”" in html
    assert 'value="kata Ani"' in html
    assert 'name="versi" value="2"' in html
    assert lagi.status_code == 302
    baris.refresh_from_db()
    assert baris.catatan == "kata Ani"


def test_the_ground_of_a_dispensation_reaches_the_rules(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 3)
    isi = {"versi": 1, "jenis_dasar": "sanksi", "dasar": "SK 800/12"}

    ani.post(alamat(meja, f"baris/{baris.pk}/"), isi)

    baris.refresh_from_db()
    assert baris.dasar == "Demosi karena sanksi: SK 800/12"

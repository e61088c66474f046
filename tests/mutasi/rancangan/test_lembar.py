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
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from pegawai.models import JenisJabatan, Pegawai, Penugasan
from pegawai.services.turunan import segarkan_kata
from tests.factories.mutasi import PER, Meja
from tests.factories.organisasi import pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan

ALASAN = "Disetujui karena kebutuhan mendesak di bidang tujuan."
HTMX = {"HX-Request": "true"}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def ani(meja: Meja, client: Client) -> Client:
    """The browser of the maker; people can be found by words of their names."""
    segarkan_kata(None)
    client.force_login(meja.ani, backend=BACKEND)
    return client


def alamat(meja: Meja, ujung: str = "") -> str:
    """A page of the draft."""
    return f"/rancangan/{meja.rancangan.pk}/{ujung}"


def teks(html: str) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


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


@pytest.mark.parametrize(
    ("ujung", "kata"),
    [
        ("", "2 perpindahan"),
        ("?status=gagal", "Hanya baris dengan keadaan yang dipilih"),
        ("akibat/", "Rantai 1"),
        ("langkah/", "menambah baris (ORANG KE 0)"),
        ("anggota/", "3 orang tahu bahwa rancangan ini ada"),
        ("ubah/", "Rencana TMT"),
        ("baris/", "Jabatan baru"),
        ("cari/?macam=ke&q=Muda 3", "butuh 1, isi 0, kurang 1"),
        ("cari/?macam=pegawai&q=ORANG", "ORANG KE 2"),
        ("cari/?macam=pegawai&q=O", ""),
    ],
)
def test_the_pages_of_a_draft_tell_what_they_are_for(
    meja: Meja, ani: Client, ujung: str, kata: str
) -> None:
    meja.baris(0, 1)
    meja.baris(1, 3)

    jawaban = ani.get(alamat(meja, ujung))

    assert jawaban.status_code == 200
    assert kata in teks(jawaban.content.decode())


def test_the_page_of_a_line_shows_rules_reasons_and_history(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 3)
    url = alamat(meja, f"baris/{baris.pk}/")
    kode = lembar(meja.rancangan, per=PER).baris[0].peringatan[0].kode

    pendek = ani.post(f"{url}alasan/", {"kode": kode, "alasan": "pendek"})
    ani.post(f"{url}alasan/", {"kode": kode, "alasan": ALASAN})
    halaman = teks(ani.get(url).content.decode())
    ani.post(f"{url}hapus/")
    terhapus = teks(ani.get(url).content.decode())
    ani.post(f"{url}pulihkan/")
    ani.post(f"{url}urut/", {"arah": "naik"})

    assert pendek.status_code == 409
    assert ALASAN in halaman
    assert "Ani menulis alasan peringatan" in halaman
    assert "Dihapus oleh Ani" in terhapus
    assert meja.rancangan.baris.get().dihapus is False


def test_a_reader_sees_the_sheet_and_no_button(meja: Meja, client: Client) -> None:
    meja.baris(0, 1)
    client.force_login(meja.sekda, backend=BACKEND)

    halaman = client.get(alamat(meja)).content.decode()

    assert "Anda disebut di rancangan ini sebagai pembaca." in halaman
    assert 'data-ubah="ya"' not in halaman
    assert "Tambah baris" not in halaman
    assert client.get(alamat(meja, "ubah/")).status_code == 403


def test_a_draft_is_begun_shared_closed_and_opened_by_its_pages(
    meja: Meja, ani: Client, client: Client
) -> None:
    jawaban = ani.post("/rancangan/baru/", {"nama": "Kedua", "tmt": "2026-08-01"})
    url = jawaban.url
    tpk = pengguna(Peran.TPK_KETUA, nama="Ketua TPK")

    ani.post(f"{url}anggota/", {"siapa": tpk.pk, "ubah": ""})
    ani.post(f"{url}ubah/", {"nama": "Ketiga", "tmt": "2026-08-01", "keterangan": "k"})
    daftar = teks(ani.get("/rancangan/").content.decode())
    tutup = ani.post(f"{url}tutup/", follow=True).content.decode()
    buka = ani.post(f"{url}buka/", follow=True).content.decode()
    client.force_login(tpk, backend=BACKEND)

    assert "Anda disebut di 2 rancangan" in daftar
    assert "Buka kembali rancangan" in tutup
    assert "Tutup rancangan" in buka
    assert "Ketiga" in client.get("/rancangan/").content.decode()
    assert "Rancangan baru" not in client.get("/rancangan/").content.decode()


def test_undo_by_its_button_answers_the_sheet_with_the_line(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 1)
    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                          isi={"catatan": "salah ketik"})  # fmt: skip

    jawaban = ani.post(alamat(meja, "batalkan/"), {"nomor": 5, "sejak": 5}, headers=HTMX)

    baris.refresh_from_db()
    assert baris.catatan == ""
    assert f'<tr id="b{baris.pk}" data-v="3">' in jawaban.content.decode()
    assert ani.post(alamat(meja, "batalkan/"), {"nomor": "x"}, headers=HTMX).status_code == 409


def test_struck_members_lose_the_page(meja: Meja, ani: Client, client: Client) -> None:
    budi = meja.rancangan.anggota.get(pengguna=meja.budi)

    ani.post(alamat(meja, f"anggota/{budi.pk}/cabut/"))
    client.force_login(meja.budi, backend=BACKEND)

    assert client.get(alamat(meja)).status_code == 404
    assert "Belum ada rancangan" in client.get("/rancangan/").content.decode()


def test_a_candidate_goes_into_one_of_my_open_drafts_only(meja: Meja, ani: Client) -> None:
    isi = {"pegawai": meja.orang[0].pk, "formasi": meja.kursi[3].pk}

    pilih = ani.post("/rancangan/masukkan/", isi).content.decode()
    masuk = ani.post("/rancangan/masukkan/", isi | {"rancangan": str(meja.rancangan.pk)})
    acts.tutup(meja.rancangan.pk, oleh=meja.ani)
    tertutup = ani.post("/rancangan/masukkan/", isi | {"rancangan": str(meja.rancangan.pk)})
    rusak = ani.post("/rancangan/masukkan/", isi | {"rancangan": "bukan-nomor"})

    assert f'<option value="{meja.rancangan.pk}">Rotasi triwulan III' in pilih
    assert masuk.url == alamat(meja)
    assert (tertutup.status_code, rusak.status_code) == (404, 404)
    assert Penugasan.objects.filter(pegawai=meja.orang[0]).count() == 1, "nobody was moved"

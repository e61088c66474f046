"""Accounts: made, closed and opened by somebody else; each act leaves its trace."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna
from organisasi.services import pengguna as acts
from tests.factories.organisasi import SANDI, kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir, jumlah
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
ALASAN = "Pindah ke instansi lain"


def test_an_administrator_makes_an_account_that_nobody_can_enter_yet() -> None:
    admin = buat(Peran.ADMIN_SISTEM)

    akun = acts.buat_pengguna("19860926 201505 1 001", nama="Siti Aminah", oleh=admin)

    assert akun.nama_pengguna == "198609262015051001"
    assert not akun.has_usable_password()
    catatan = jejak_terakhir(tindakan.AKUN_DIBUAT)
    assert catatan.kalimat == f"{admin.nama} membuat akun Siti Aminah."
    assert catatan.pelaku_id == f"pengguna:{admin.pk}", "never the NIP"


def test_a_name_in_use_is_refused() -> None:
    admin = buat(Peran.ADMIN_SISTEM)
    buat(nama_pengguna="siti")

    with pytest.raises(WrongMoment, match="sudah dipakai akun lain"):
        acts.buat_pengguna("SITI", nama="Siti", oleh=admin)


def test_an_analyst_may_not_make_accounts() -> None:
    with pytest.raises(NotAllowed, match="tidak berhak membuat akun"):
        acts.buat_pengguna("x", nama="X", oleh=buat(Peran.ANALIS_BKD))


def test_accounts_for_a_register_are_made_once_and_traced_one_by_one() -> None:
    admin, unit = buat(Peran.ADMIN_SISTEM), kabupaten()
    calon = [
        acts.CalonAkun("198609262015051001", "Siti Aminah", unit["sd1"]),
        acts.CalonAkun("198609262015051002", "Budi Santoso", unit["sd2"]),
    ]
    per = date(2026, 6, 1)

    pertama = acts.siapkan_akun(calon, oleh=admin, per=per)
    kedua = acts.siapkan_akun(calon, oleh=admin, per=per)

    assert pertama == kedua
    siti = Pengguna.objects.get(nama_pengguna="198609262015051001")
    assert siti.penugasan.get().peran == Peran.PEGAWAI
    assert siti.penugasan.get().unit == unit["sd1"]
    assert not siti.has_usable_password()
    assert jumlah(tindakan.AKUN_DIBUAT) == 2


def test_closing_an_account_ends_its_sessions_at_once(client: Client) -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat(Peran.PEGAWAI)
    client.force_login(budi)
    assert client.get("/akun-saya/").status_code == 200

    acts.nonaktifkan_pengguna(budi.pk, oleh=admin, alasan=ALASAN)

    assert client.get("/akun-saya/").status_code == 302
    assert jejak_terakhir(tindakan.AKUN_DINONAKTIFKAN).alasan == ALASAN


def test_an_account_opened_again_does_not_revive_an_old_session(client: Client) -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat(Peran.PEGAWAI)
    client.force_login(budi)
    acts.nonaktifkan_pengguna(budi.pk, oleh=admin, alasan=ALASAN)

    acts.aktifkan_pengguna(budi.pk, oleh=admin, alasan="Kembali bertugas di sini")

    assert client.get("/akun-saya/").status_code == 302
    assert jejak_terakhir(tindakan.AKUN_DIAKTIFKAN).objek == budi.nama


def test_nobody_closes_his_own_account() -> None:
    admin = buat(Peran.ADMIN_SISTEM)
    buat(Peran.ADMIN_SISTEM)

    with pytest.raises(NotYours, match="akun sendiri"):
        acts.nonaktifkan_pengguna(admin.pk, oleh=admin, alasan=ALASAN)


def test_the_last_administrator_cannot_be_closed() -> None:
    terakhir = buat(Peran.ADMIN_SISTEM)
    # Somebody who holds the right only for a while, and will not stay.
    sementara = buat(Peran.ADMIN_SISTEM)
    sementara.penugasan.update(selesai=date(2026, 7, 1))

    with pytest.raises(WrongMoment, match="admin sistem terakhir"):
        acts.nonaktifkan_pengguna(terakhir.pk, oleh=sementara, alasan=ALASAN)


def test_closing_a_closed_account_is_refused() -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat()
    acts.nonaktifkan_pengguna(budi.pk, oleh=admin, alasan=ALASAN)

    with pytest.raises(WrongMoment, match="sudah nonaktif"):
        acts.nonaktifkan_pengguna(budi.pk, oleh=admin, alasan=ALASAN)


def test_the_technical_account_stays_as_it_is() -> None:
    admin, sistem = buat(Peran.ADMIN_SISTEM), Pengguna.objects.get(teknis=True)

    with pytest.raises(WrongMoment, match="tidak dapat dipakai masuk"):
        acts.aktifkan_pengguna(sistem.pk, oleh=admin, alasan=ALASAN)
    with pytest.raises(WrongMoment, match="Akun teknis"):
        acts.nonaktifkan_pengguna(sistem.pk, oleh=admin, alasan=ALASAN)


def test_ending_all_sessions_spares_the_one_that_asked(client: Client) -> None:
    budi = buat(Peran.PEGAWAI)
    lain = Client()
    client.force_login(budi)
    lain.force_login(budi)

    client.post("/akun-saya/akhiri-sesi/")

    assert client.get("/akun-saya/").status_code == 200
    assert lain.get("/akun-saya/").status_code == 302
    assert jumlah(tindakan.SESI_DIAKHIRI) == 1


def test_a_new_password_ends_other_sessions_and_the_duty_to_change_it() -> None:
    budi = buat(Peran.PEGAWAI)
    budi.wajib_ganti_sandi = True
    budi.save()
    lama = budi.get_session_auth_hash()

    acts.ganti_sandi(budi, "kabut-pagi-di-lereng")

    budi.refresh_from_db()
    assert not budi.wajib_ganti_sandi
    assert budi.check_password("kabut-pagi-di-lereng")
    assert budi.get_session_auth_hash() != lama
    assert jejak_terakhir(tindakan.SANDI_DIGANTI).pelaku == budi.nama


def test_the_list_finds_a_typed_nip_with_blanks_and_a_part_of_a_name(client: Client) -> None:
    unit = kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    buat(Peran.PEGAWAI, unit=unit["sd1"], nama="Siti Aminah", nama_pengguna="198609262015051001")
    buat(Peran.PEGAWAI, unit=unit["sd2"], nama="Budi Santoso")

    for kueri in ("q=19860926 2015", "q=aminah", "unit=negeri 1", "peran=pegawai&q=siti"):
        halaman = client.get(f"/pengguna/?{kueri}").content.decode()

        assert "Siti Aminah" in halaman, kueri
        assert "Budi Santoso" not in halaman, kueri


def test_the_list_asks_the_same_number_of_queries_for_one_account_and_for_forty(
    client: Client, django_assert_max_num_queries: object
) -> None:
    unit = kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    client.get("/pengguna/")
    for _ in range(40):
        buat(Peran.PEGAWAI, unit=unit["sd1"])

    with django_assert_max_num_queries(15):  # type: ignore[operator]
        halaman = client.get("/pengguna/?ukuran=100")

    assert len(halaman.content) < 150_000


def test_a_reason_too_short_changes_nothing(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    budi = buat()

    halaman = client.post(f"/pengguna/{budi.pk}/nonaktifkan/", {"alasan": "x"}, follow=True)

    assert "paling sedikit 10 huruf" in halaman.content.decode()
    budi.refresh_from_db()
    assert budi.is_active


def test_one_account_is_shown_with_its_roles_and_what_may_be_done(client: Client) -> None:
    unit = kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    kabid = buat(Peran.KABID_MUTASI, Peran.TPK_SEKRETARIS, nama="Agus Salim")
    buat(Peran.PEGAWAI, unit=unit["sd1"])

    halaman = client.get(f"/pengguna/{kabid.pk}/").content.decode()

    assert "Kepala Bidang Mutasi menjadi sekretaris TPK." in halaman
    assert "Nonaktifkan akun" in halaman
    assert SANDI not in halaman

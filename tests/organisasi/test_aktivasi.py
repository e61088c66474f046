"""The life of an activation slip: printed within reach, used once, five tries, never guessed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna, SlipAktivasi
from organisasi.services import aktivasi as acts
from organisasi.services.pengguna import buat_pengguna
from organisasi.services.peran import PermintaanPeran, beri_peran
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir, jumlah
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)
SANDI_BARU = "kabut-pagi-di-lereng"
NIP = "198609262015051001"


@pytest.fixture(autouse=True)
def _tanpa_hitungan() -> None:
    """Rate limits live in the cache; each test begins with none."""
    cache.clear()


@pytest.fixture
def unit() -> dict[str, Any]:
    return kabupaten()


@pytest.fixture
def operator(unit: dict[str, Any]) -> Pengguna:
    return buat(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator Disdik")


@pytest.fixture
def siti(unit: dict[str, Any]) -> Pengguna:
    return calon(unit["sd1"])


def calon(unit: Any, nip: str = NIP, nama: str = "Siti Aminah") -> Pengguna:
    """An employee who has never been inside."""
    akun = buat(Peran.PEGAWAI, unit=unit, nama=nama, nama_pengguna=nip)
    akun.set_unusable_password()
    akun.save()
    return akun


def test_a_slip_becomes_a_password_once(operator: Pengguna, siti: Pengguna) -> None:
    (slip,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    assert acts.pakai_slip("19860926 201505 1 001", slip.kode_berkelompok.lower(), SANDI_BARU)
    assert not acts.pakai_slip(NIP, slip.kode, "yang-kedua-kalinya")

    siti.refresh_from_db()
    assert siti.check_password(SANDI_BARU)
    assert jejak_terakhir(tindakan.SLIP_DIPAKAI).pelaku == "Siti Aminah"
    assert slip.unit == "SD Negeri 1 Contoh"


def test_the_code_itself_is_stored_nowhere(operator: Pengguna, siti: Pengguna) -> None:
    (slip,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    tersimpan = SlipAktivasi.objects.get()
    assert slip.kode not in tersimpan.sidik
    assert slip.kode not in str(jejak_terakhir(tindakan.SLIP_DICETAK))


def test_five_wrong_codes_end_a_slip(operator: Pengguna, siti: Pengguna) -> None:
    (slip,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    for _ in range(5):
        assert not acts.pakai_slip(NIP, "SALAH", SANDI_BARU)

    assert not acts.pakai_slip(NIP, slip.kode, SANDI_BARU)
    assert jumlah(tindakan.SLIP_SALAH) == 5
    assert SlipAktivasi.objects.get().percobaan == 5


def test_a_slip_ends_after_the_days_the_constant_gives(
    operator: Pengguna, siti: Pengguna, pada_hari_ini: Any
) -> None:
    (slip,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)
    assert slip.berlaku_sampai == timezone.now() + timedelta(days=14)

    pada_hari_ini.move_to(slip.berlaku_sampai + timedelta(seconds=1))

    assert not acts.pakai_slip(NIP, slip.kode, SANDI_BARU)


def test_a_new_slip_ends_the_one_before(operator: Pengguna, siti: Pengguna) -> None:
    (lama,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)
    (baru,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    assert not acts.pakai_slip(NIP, lama.kode, SANDI_BARU)
    assert acts.pakai_slip(NIP, baru.kode, SANDI_BARU)


def test_an_account_with_a_password_gets_no_plain_slip(
    operator: Pengguna, unit: dict[str, Any]
) -> None:
    budi = buat(Peran.PEGAWAI, unit=unit["sd2"])

    with pytest.raises(WrongMoment, match="atur ulang dengan tatap muka"):
        acts.cetak_slip([budi.pk], oleh=operator, per=PER)


def test_a_face_to_face_reset_says_how_the_person_was_recognised(
    operator: Pengguna, unit: dict[str, Any]
) -> None:
    budi = buat(Peran.PEGAWAI, unit=unit["sd2"], nama_pengguna="budi")

    slip = acts.atur_ulang(
        budi.pk, oleh=operator, cara_periksa="KTP dicocokkan dengan wajahnya", per=PER
    )

    assert jejak_terakhir(tindakan.SLIP_ATUR_ULANG).alasan == "KTP dicocokkan dengan wajahnya"
    assert acts.pakai_slip("budi", slip.kode, SANDI_BARU)
    with pytest.raises(WrongMoment, match="bagaimana identitas"):
        acts.atur_ulang(budi.pk, oleh=operator, cara_periksa="  ok  ", per=PER)


def test_an_operator_prints_only_for_his_own_offices(
    operator: Pengguna, unit: dict[str, Any]
) -> None:
    orang_bkd = calon(unit["bidang"], "198609262015051009")

    with pytest.raises(OutOfReach):
        acts.cetak_slip([orang_bkd.pk], oleh=operator, per=PER)


def test_an_operator_does_not_open_the_account_of_the_powerful(
    operator: Pengguna, unit: dict[str, Any]
) -> None:
    kepala = buat(Peran.PEGAWAI, unit=unit["disdik"], nama_pengguna="kepala")
    kepala.penugasan.create(
        peran=Peran.PYB, mulai="2026-01-01", diberikan_pada=timezone.now(), diberikan_oleh=operator
    )

    with pytest.raises(NotAllowed, match="peran penting"):
        acts.atur_ulang(kepala.pk, oleh=operator, cara_periksa="Datang sendiri dengan KTP", per=PER)


@pytest.mark.parametrize(
    ("peran", "tempat", "mulai"),
    [
        pytest.param(Peran.TPK_ANGGOTA, None, "2026-01-01", id="sees the whole agency"),
        pytest.param(Peran.KABID_MUTASI, None, "2026-07-01", id="will be powerful"),
        pytest.param(Peran.KEPALA_UNIT, "bkd", "2026-01-01", id="sees another office"),
    ],
)
def test_an_operator_opens_nobody_who_sees_more_than_he_does(
    operator: Pengguna, siti: Pengguna, unit: dict[str, Any], peran: str, tempat: str, mulai: str
) -> None:
    siti.penugasan.create(
        peran=peran, unit=unit.get(tempat), mulai=mulai,
        diberikan_pada=timezone.now(), diberikan_oleh=operator,
    )  # fmt: skip

    with pytest.raises(NotAllowed, match="peran penting"):
        acts.cetak_slip([siti.pk], oleh=operator, per=PER)


def test_a_slip_printed_before_a_powerful_role_was_given_is_dead(
    operator: Pengguna, siti: Pengguna
) -> None:
    (slip,) = acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    beri_peran(
        siti.pk, oleh=buat(Peran.ADMIN_SISTEM), per=PER,
        minta=PermintaanPeran(Peran.PYB, None, PER, None, "SK 1"),
    )  # fmt: skip

    assert not acts.pakai_slip(NIP, slip.kode, SANDI_BARU)


def test_printing_all_leaves_out_whom_only_the_administrator_prints(
    client: Client, operator: Pengguna, siti: Pengguna, unit: dict[str, Any]
) -> None:
    ketua = calon(unit["disdik"], "198609262015051002", "Ketua Tim")
    ketua.penugasan.create(
        peran=Peran.TPK_KETUA, mulai="2026-01-01",
        diberikan_pada=timezone.now(), diberikan_oleh=operator,
    )  # fmt: skip
    client.force_login(operator)

    assert client.post("/slip/cetak/").status_code == 200
    assert list(SlipAktivasi.objects.values_list("pengguna", flat=True)) == [siti.pk]


def test_nobody_prints_his_own_slip(unit: dict[str, Any]) -> None:
    admin = buat(Peran.ADMIN_SISTEM)

    with pytest.raises(NotYours, match="orang lain"):
        acts.atur_ulang(admin.pk, oleh=admin, cara_periksa="Saya mengenal diri saya", per=PER)


def test_an_employee_prints_no_slips(siti: Pengguna, unit: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="tidak berhak mencetak"):
        acts.cetak_slip([siti.pk], oleh=buat(Peran.PEGAWAI, unit=unit["sd1"]), per=PER)


@pytest.mark.parametrize("banyak", [0, acts.MAKS_SEKALIGUS + 1], ids=["none", "too many"])
def test_a_batch_has_a_size(operator: Pengguna, banyak: int) -> None:
    with pytest.raises(WrongMoment, match="Tidak ada akun|Paling banyak 500"):
        acts.cetak_slip(list(range(1, banyak + 1)), oleh=operator, per=PER)


# --- pages ---------------------------------------------------------------------------------------
def isi(**lain: str) -> dict[str, str]:
    """What somebody types on the activation page."""
    return {
        "nama_pengguna": NIP, "kode": "SALAH", "sandi": SANDI_BARU, "sandi_lagi": SANDI_BARU,
    } | lain  # fmt: skip


def test_the_page_answers_the_same_for_an_unknown_name_and_a_wrong_code(
    client: Client, operator: Pengguna, siti: Pengguna
) -> None:
    acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    salah = client.post("/aktivasi/", isi()).content.decode()
    asing = client.post("/aktivasi/", isi(nama_pengguna="tidakada")).content.decode()

    for halaman in (salah, asing):
        assert "NIP dan kode tidak cocok, atau slip sudah dipakai" in halaman


def test_the_page_refuses_a_weak_password_before_it_counts_a_try(
    client: Client, operator: Pengguna, siti: Pengguna
) -> None:
    acts.cetak_slip([siti.pk], oleh=operator, per=PER)

    halaman = client.post("/aktivasi/", isi(sandi=NIP, sandi_lagi=NIP)).content.decode()

    assert "Ada yang perlu diperbaiki" in halaman
    assert SlipAktivasi.objects.get().percobaan == 0


def test_the_page_slows_down_one_computer(client: Client) -> None:
    for _ in range(10):
        client.post("/aktivasi/", isi(nama_pengguna="tidakada"))

    halaman = client.post("/aktivasi/", isi(nama_pengguna="tidakada")).content.decode()

    assert "Tunggu satu menit" in halaman


def test_the_operator_prints_all_waiting_slips_of_an_office_as_one_pdf(
    client: Client, operator: Pengguna, siti: Pengguna, unit: dict[str, Any]
) -> None:
    calon(unit["sd1"], "198609262015051002", "Budi #strong[Santoso]")
    calon(unit["sd2"], "198609262015051003", "Orang lain")
    client.force_login(operator)

    daftar = client.get("/slip/?unit=SD Negeri 1").content.decode()
    pdf = client.post("/slip/cetak/", {"unit": "SD Negeri 1", "status": "menunggu"})

    assert "Siti Aminah" in daftar
    assert "Orang lain" not in daftar
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Cache-Control"] == "no-store, private"
    assert jumlah(tindakan.SLIP_DICETAK) == 2


def test_the_reset_page_gives_a_slip(
    client: Client, operator: Pengguna, unit: dict[str, Any]
) -> None:
    budi = buat(Peran.PEGAWAI, unit=unit["sd2"])
    client.force_login(operator)
    alamat = f"/slip/{budi.pk}/atur-ulang/"

    kosong = client.post(alamat, {"cara_periksa": ""})
    pdf = client.post(alamat, {"cara_periksa": "KTP dan kartu pegawai cocok"})

    assert "Ada yang perlu diperbaiki" in kosong.content.decode()
    assert pdf["Content-Type"] == "application/pdf"


def test_the_reset_page_of_somebody_out_of_reach_does_not_exist(
    client: Client, operator: Pengguna, unit: dict[str, Any]
) -> None:
    client.force_login(operator)
    orang_bkd = calon(unit["bidang"], "198609262015051009")

    assert client.get(f"/slip/{orang_bkd.pk}/atur-ulang/").status_code == 404


def test_a_new_account_comes_in_with_its_slip(client: Client, unit: dict[str, Any]) -> None:
    admin = buat(Peran.ADMIN_SISTEM)
    akun = buat_pengguna(NIP, nama="Siti", oleh=admin)
    (slip,) = acts.cetak_slip([akun.pk], oleh=admin, per=PER)

    client.post("/aktivasi/", isi(kode=slip.kode))
    masuk = client.post("/akun/masuk/", {"login": NIP, "password": SANDI_BARU})

    assert masuk.status_code == 302
    assert masuk["Location"] == "/"

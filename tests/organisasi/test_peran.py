"""Roles: never to oneself, never two that control each other, never the last administrator's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from organisasi import izin as hak
from organisasi import policies, tindakan
from organisasi.izin import Izin, Peran
from organisasi.izin_rangkap import RANGKAP_TERLARANG
from organisasi.models import Jangkauan, Pengguna, PenugasanPeran, SifatPeran, UnitKerja
from organisasi.selectors import hak as hak_dari
from organisasi.services import peran as acts
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir, jumlah, sesudah
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)
ALASAN = "Masa tugasnya selesai"


def minta(peran: str, unit: UnitKerja | None = None, **lain: Any) -> acts.PermintaanPeran:
    """A request for a role from today on."""
    isi: dict[str, Any] = {"mulai": PER, "selesai": None, "dasar": "800/12/2026"} | lain
    return acts.PermintaanPeran(peran=peran, unit=unit, **isi)


def limpah(kepada: Pengguna, mulai: date, selesai: date, sifat: str = "plt") -> acts.Pelimpahan:
    """A request to hand a role on."""
    return acts.Pelimpahan(kepada.pk, sifat, mulai, selesai, "821/3/2026")


def milik(akun: Pengguna) -> PenugasanPeran:
    """The only role of this account."""
    return akun.penugasan.get()


# --- giving --------------------------------------------------------------------------------------
def test_a_role_is_given_over_a_unit_with_its_letter() -> None:
    admin, budi, unit = buat(Peran.ADMIN_SISTEM), buat(), kabupaten()

    tugas = acts.beri_peran(
        budi.pk, oleh=admin, minta=minta(Peran.OPERATOR_OPD, unit["disdik"]), per=PER
    )

    assert Jangkauan.milik(budi, Izin.PEGAWAI_LIHAT, per=PER).memuat(unit["sd1"].kiri)
    assert not Jangkauan.milik(budi, Izin.PEGAWAI_LIHAT, per=PER).memuat(unit["bkd"].kiri)
    catatan = jejak_terakhir(tindakan.PERAN_DIBERI)
    assert catatan.alasan == "800/12/2026"
    assert sesudah(catatan)["kepada"] == budi.nama
    assert tugas.diberikan_oleh == admin


def test_nobody_gives_a_role_to_himself() -> None:
    admin = buat(Peran.ADMIN_SISTEM)

    with pytest.raises(NotYours, match="dirinya sendiri"):
        acts.beri_peran(admin.pk, oleh=admin, minta=minta(Peran.BAGIAN_HUKUM), per=PER)


def test_only_administrators_give_roles() -> None:
    kabid, budi = buat(Peran.KABID_MUTASI), buat()

    with pytest.raises(NotAllowed, match="tidak berhak memberi peran"):
        acts.beri_peran(budi.pk, oleh=kabid, minta=minta(Peran.BAGIAN_HUKUM), per=PER)


@pytest.mark.parametrize(
    "pasangan",
    sorted(tuple(sorted(p)) for p in RANGKAP_TERLARANG),
    ids=lambda pasangan: "+".join(pasangan),
)
def test_roles_that_control_each_other_never_meet(pasangan: tuple[str, str]) -> None:
    admin, unit = buat(Peran.ADMIN_SISTEM), kabupaten()
    satu, dua = pasangan
    tempat = {p: None if p in hak.PERAN_SEINSTANSI else unit["disdik"] for p in pasangan}
    budi = buat(Peran(satu), unit=tempat[satu])

    with pytest.raises(WrongMoment, match="tidak boleh dirangkap"):
        acts.beri_peran(budi.pk, oleh=admin, minta=minta(dua, tempat[dua]), per=PER)

    assert jumlah(tindakan.PERAN_DIBERI) == 0


def test_lawful_double_roles_are_given_and_named() -> None:
    from organisasi.selectors_akun import rangkap_sah

    admin, sekda = buat(Peran.ADMIN_SISTEM), buat(Peran.PYB)

    acts.beri_peran(sekda.pk, oleh=admin, minta=minta(Peran.TPK_KETUA), per=PER)

    assert rangkap_sah(p.peran for p in sekda.penugasan.all()) == [
        "Sekretaris Daerah memimpin TPK dan menjadi PyB."
    ]


def test_an_ended_role_no_longer_stands_in_the_way() -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat(Peran.ANALIS_BKD)
    budi.penugasan.update(selesai=PER)

    acts.beri_peran(budi.pk, oleh=admin, minta=minta(Peran.INSPEKTORAT), per=PER)

    assert jejak_terakhir(tindakan.PERAN_DIBERI).objek.startswith("Inspektorat")


@pytest.mark.parametrize(
    ("peran", "bagian", "kalimat"),
    [
        pytest.param(Peran.ANALIS_BKD, "disdik", "seluruh instansi", id="whole agency only"),
        pytest.param(Peran.OPERATOR_OPD, None, "memerlukan unit kerja", id="needs a unit"),
    ],
)
def test_a_role_stands_over_the_right_kind_of_place(
    peran: Peran, bagian: str | None, kalimat: str
) -> None:
    admin, budi, unit = buat(Peran.ADMIN_SISTEM), buat(), kabupaten()

    with pytest.raises(WrongMoment, match=kalimat):
        acts.beri_peran(
            budi.pk, oleh=admin, minta=minta(peran, unit[bagian] if bagian else None), per=PER
        )


def test_the_same_role_twice_at_once_is_refused() -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat(Peran.BAGIAN_HUKUM)

    with pytest.raises(WrongMoment, match="sudah memegang peran yang sama"):
        acts.beri_peran(budi.pk, oleh=admin, minta=minta(Peran.BAGIAN_HUKUM), per=PER)


def test_a_role_that_ends_before_it_begins_is_refused() -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat()

    with pytest.raises(WrongMoment, match="sesudah tanggal mulai"):
        acts.beri_peran(budi.pk, oleh=admin, minta=minta(Peran.BAGIAN_HUKUM, selesai=PER), per=PER)


# --- taking --------------------------------------------------------------------------------------
def test_a_role_is_taken_from_today_on_with_what_was_handed_on_from_it() -> None:
    admin, kabid, wakil = buat(Peran.ADMIN_SISTEM), buat(Peran.KABID_MUTASI), buat()
    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    acts.cabut_peran(milik(kabid).pk, oleh=admin, alasan=ALASAN, per=PER)

    assert milik(kabid).selesai == PER
    assert milik(wakil).selesai == PER
    assert not hak_dari(Pengguna.objects.get(pk=wakil.pk)).izin
    assert jumlah(tindakan.PERAN_DICABUT) == 2


def test_nobody_takes_his_own_role() -> None:
    admin = buat(Peran.ADMIN_SISTEM)
    buat(Peran.ADMIN_SISTEM)

    with pytest.raises(NotYours, match="dicabut oleh orang lain"):
        acts.cabut_peran(milik(admin).pk, oleh=admin, alasan=ALASAN, per=PER)


def test_the_last_administrator_keeps_his_role() -> None:
    terakhir, sementara = buat(Peran.ADMIN_SISTEM), buat(Peran.ADMIN_SISTEM)
    sementara.penugasan.update(selesai=date(2026, 7, 1))

    with pytest.raises(WrongMoment, match="admin sistem terakhir"):
        acts.cabut_peran(milik(terakhir).pk, oleh=sementara, alasan=ALASAN, per=PER)


def test_an_ended_role_is_not_taken_again() -> None:
    admin, budi = buat(Peran.ADMIN_SISTEM), buat(Peran.BAGIAN_HUKUM)
    acts.cabut_peran(milik(budi).pk, oleh=admin, alasan=ALASAN, per=PER)

    with pytest.raises(WrongMoment, match="sudah berakhir"):
        acts.cabut_peran(milik(budi).pk, oleh=admin, alasan=ALASAN, per=PER)


# --- handing on ----------------------------------------------------------------------------------
def test_a_role_is_handed_on_for_a_while_and_ends_by_itself() -> None:
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()

    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    assert policies.memegang.allows(Izin.PELIMPAHAN_BERI, wakil)
    akhir = Jangkauan.milik(wakil, Izin.PELIMPAHAN_BERI, per=date(2026, 7, 1))
    assert akhir.kosong, "the last day named is the first without"
    assert sesudah(jejak_terakhir(tindakan.WEWENANG_DILIMPAHKAN))["sifat"] == (
        "Pelaksana tugas (Plt.)"
    )


@pytest.mark.parametrize(
    ("selesai", "boleh"),
    [
        pytest.param(date(2026, 9, 1), True, id="three months to the day"),
        pytest.param(date(2026, 9, 2), False, id="one day too long"),
    ],
)
def test_handing_on_lasts_three_months_at_a_time(selesai: date, boleh: bool) -> None:
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()

    alasan = acts.keberatan_limpah(milik(kabid), limpah(wakil, PER, selesai), kabid, PER)

    assert (alasan == []) is boleh
    if not boleh:
        assert "paling lama 3 bulan" in alasan[0]


def test_handing_on_is_extended_once_and_not_twice() -> None:
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()
    tugas = milik(kabid).pk
    acts.limpahkan(tugas, oleh=kabid, minta=limpah(wakil, PER, date(2026, 9, 1)), per=PER)
    acts.limpahkan(
        tugas, oleh=kabid, minta=limpah(wakil, date(2026, 9, 1), date(2026, 12, 1)), per=PER
    )

    with pytest.raises(WrongMoment, match="sudah diperpanjang satu kali"):
        acts.limpahkan(
            tugas, oleh=kabid, minta=limpah(wakil, date(2026, 12, 3), date(2027, 1, 1)), per=PER
        )


def test_another_occasion_after_a_real_pause_is_no_extension() -> None:
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()
    tugas = milik(kabid).pk
    for hari in (1, 15):
        minta_ini = limpah(wakil, date(2026, 6, hari), date(2026, 6, hari + 2), "plh")
        acts.limpahkan(tugas, oleh=kabid, minta=minta_ini, per=PER)

    acts.limpahkan(
        tugas, oleh=kabid, minta=limpah(wakil, date(2026, 7, 1), date(2026, 7, 3), "plh"), per=PER
    )

    assert jumlah(tindakan.WEWENANG_DILIMPAHKAN) == 3


def test_what_was_received_is_not_handed_on() -> None:
    kabid, wakil, ketiga = buat(Peran.KABID_MUTASI), buat(), buat()
    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    with pytest.raises(WrongMoment, match="tidak dapat dilimpahkan lagi"):
        acts.limpahkan(
            milik(wakil).pk, oleh=wakil, minta=limpah(ketiga, PER, date(2026, 6, 20)), per=PER
        )


def test_a_substitute_does_not_hand_on_the_role_he_stands_in_for_either() -> None:
    kabid, wakil, ketiga = buat(Peran.KABID_MUTASI), buat(), buat()
    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    with pytest.raises(NotAllowed, match="yang juga ada pada Anda"):
        acts.limpahkan(
            milik(kabid).pk, oleh=wakil, minta=limpah(ketiga, PER, date(2026, 6, 20)), per=PER
        )


def test_the_authority_of_the_regent_is_handed_on_by_himself_alone() -> None:
    kabid, bupati, teman = buat(Peran.KABID_MUTASI), buat(Peran.PPK), buat()

    with pytest.raises(NotAllowed, match="oleh pejabatnya sendiri"):
        acts.limpahkan(
            milik(bupati).pk, oleh=kabid, minta=limpah(teman, PER, date(2026, 7, 1)), per=PER
        )


def test_nobody_hands_on_what_he_does_not_hold() -> None:
    kabid, admin, teman = buat(Peran.KABID_MUTASI), buat(Peran.ADMIN_SISTEM), buat()

    with pytest.raises(NotAllowed, match="yang juga ada pada Anda"):
        acts.limpahkan(
            milik(admin).pk, oleh=kabid, minta=limpah(teman, PER, date(2026, 7, 1)), per=PER
        )


def test_authority_is_not_handed_to_oneself() -> None:
    kabid, analis = buat(Peran.KABID_MUTASI), buat(Peran.ANALIS_BKD)

    with pytest.raises(NotYours, match="kepada diri sendiri"):
        acts.limpahkan(
            milik(analis).pk, oleh=kabid, minta=limpah(kabid, PER, date(2026, 7, 1)), per=PER
        )


def test_who_handed_a_role_on_may_take_it_back() -> None:
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()
    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    acts.cabut_peran(milik(wakil).pk, oleh=kabid, alasan=ALASAN, per=PER)

    assert milik(wakil).selesai == PER


def test_a_right_that_passes_to_nobody_is_missing_from_a_substitute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hak, "WEWENANG_TAK_TERLIMPAH", frozenset({Izin.KETENTUAN_UBAH}))
    kabid, wakil = buat(Peran.KABID_MUTASI), buat()
    acts.limpahkan(milik(kabid).pk, oleh=kabid, minta=limpah(wakil, PER, date(2026, 7, 1)), per=PER)

    assert milik(wakil).sifat == SifatPeran.PLT
    assert Izin.KETENTUAN_UBAH not in hak_dari(wakil).izin
    assert Izin.KETENTUAN_UBAH in hak_dari(kabid).izin
    assert not policies.ubah_ketentuan.allows(wakil)
    assert policies.ubah_ketentuan.allows(kabid)


# --- pages ---------------------------------------------------------------------------------------
def test_the_form_says_why_a_role_cannot_be_given(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    dpo = buat(Peran.DPO, nama="Dewi")

    halaman = client.post(
        f"/pengguna/{dpo.pk}/beri-peran/",
        {"peran": "analis_bkd", "unit": "", "mulai": "2026-06-01", "dasar": "800/1"},
    )

    assert "Dewi memegang peran Pejabat Pelindungan Data Pribadi" in halaman.content.decode()
    assert dpo.penugasan.count() == 1


def test_an_office_named_by_a_part_that_fits_several_is_asked_back(client: Client) -> None:
    unit = kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))
    budi = buat()
    isi = {"peran": "kepala_unit", "unit": "SD Negeri", "mulai": "2026-06-01", "dasar": "800/1"}

    tanya = client.post(f"/pengguna/{budi.pk}/beri-peran/", isi)
    client.post(f"/pengguna/{budi.pk}/beri-peran/", isi | {"unit_dipilih": str(unit["sd2"].pk)})

    assert "Pilih salah satu" in tanya.content.decode()
    assert milik(budi).unit == unit["sd2"]


def test_handing_on_through_the_page(client: Client) -> None:
    kabupaten()
    kabid, wakil = buat(Peran.KABID_MUTASI), buat(nama_pengguna="wakil")
    client.force_login(kabid)
    isi = {"kepada": "wakil", "sifat": "plh", "mulai": "2026-06-01", "dasar": "821/1"}
    alamat = f"/peran/{milik(kabid).pk}/limpahkan/"

    terlalu_lama = client.post(alamat, isi | {"selesai": "2027-06-01"})
    diterima = client.post(alamat, isi | {"selesai": "2026-06-10"}, follow=True)

    assert "paling lama 3 bulan" in terlalu_lama.content.decode()
    assert "Berakhir sendiri" in diterima.content.decode()
    assert milik(wakil).sifat == SifatPeran.PLH


def test_the_table_of_rights_says_what_the_code_says(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.INSPEKTORAT))

    halaman = client.get("/pengguna/peran-dan-hak/")

    assert halaman.status_code == 200
    assert "Kepala Bidang Mutasi menjadi sekretaris TPK." in halaman.content.decode()

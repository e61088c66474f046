"""Acts on the file of one person: what they write, whom they refuse, what they leave behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from jejak.selectors import Catatan, riwayat
from organisasi.izin import Peran
from pegawai.models import KataCari, Pegawai, Penugasan, RiwayatDisiplin, RiwayatStatus
from pegawai.services import register
from tests.factories import organisasi
from tests.pegawai.dunia import Dunia, masuk, teks
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal, WrongMoment

PER = date(2026, 6, 1)
ALASAN = "Surat kepala dinas nomor 12"
Tindak = Callable[[Dunia, Any], Any]


def _koreksi(d: Dunia, oleh: Any) -> Any:
    return register.koreksi_data(
        d.siti.pk, oleh=oleh, per=PER, alasan=ALASAN, isi={"nama": "SITI AMINAH"}
    )


def _penugasan(d: Dunia, oleh: Any, jenis: str = "PLT", **lain: Any) -> Penugasan:
    isi = {"mulai": PER, "selesai": date(2026, 9, 1), "nomor_sk": "821/7"} | lain
    return register.catat_penugasan(
        d.siti.pk, oleh=oleh, per=PER, jenis=jenis, formasi=d.analis, alasan=ALASAN, **isi
    )


def _berhenti(d: Dunia, oleh: Any, mulai: date = date(2026, 5, 1)) -> Any:
    return register.catat_pemberhentian(
        d.siti.pk, oleh=oleh, per=PER, mulai=mulai, sebab="Pensiun mencapai BUP", alasan=ALASAN
    )


def _disiplin(d: Dunia, oleh: Any) -> Any:
    return register.catat_disiplin(
        d.siti.pk, oleh=oleh, per=PER, tingkat="R", jenis="Teguran", mulai=PER, alasan=ALASAN
    )


def _pelatihan(d: Dunia, oleh: Any) -> Any:
    return register.catat_pelatihan(
        d.siti.pk, oleh=oleh, per=PER, nama="Diklat PIM", mulai=PER, jam=40, alasan=ALASAN
    )


SEMUA = [_koreksi, _penugasan, _berhenti, _disiplin, _pelatihan]


def _jejak(orang: Pegawai) -> Catatan:
    return riwayat(orang).baris[0]


def _perubahan(orang: Pegawai) -> dict[str, tuple[Any, Any]]:
    return {p.kolom: (p.sebelum, p.sesudah) for p in _jejak(orang).perubahan}


@pytest.mark.parametrize("tindak", SEMUA)
def test_every_act_leaves_its_reason(d: Dunia, tindak: Tindak) -> None:
    tindak(d, d.kabid)

    catatan = _jejak(d.siti)
    assert catatan.alasan == ALASAN
    assert catatan.pelaku == "Kepala Bidang"


@pytest.mark.parametrize("tindak", SEMUA)
def test_reading_is_not_enough_to_act(d: Dunia, tindak: Tindak) -> None:
    with pytest.raises(NotAllowed, match="Anda tidak berhak mencatat data pegawai ini"):
        tindak(d, d.operator)

    assert riwayat(d.siti).baris == ()


@pytest.mark.parametrize("tindak", SEMUA)
def test_person_outside_reach_is_not_found(d: Dunia, tindak: Tindak) -> None:
    lain = organisasi.pengguna(Peran.OPERATOR_OPD, unit=d.unit["bkd"])

    with pytest.raises(OutOfReach):
        tindak(d, lain)


@pytest.mark.parametrize("tindak", SEMUA)
def test_nobody_acts_on_his_own_file(d: Dunia, tindak: Tindak) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(pengguna=d.kabid)

    with pytest.raises(NotYours, match="Data Anda sendiri dicatat oleh orang lain"):
        tindak(d, d.kabid)


def test_corrected_name_is_found_by_its_new_words(d: Dunia) -> None:
    orang = _koreksi(d, d.kabid)

    assert orang.nama == "SITI AMINAH"
    kata = set(KataCari.objects.filter(pegawai=d.siti).values_list("kata", flat=True))
    assert kata == {"SITI", "AMINAH"}
    assert _perubahan(d.siti) == {"nama": ("SITI NUR'AINI", "SITI AMINAH")}


def test_corrected_birthday_moves_the_retirement(d: Dunia) -> None:
    register.koreksi_data(
        d.siti.pk, oleh=d.kabid, per=PER, alasan=ALASAN, isi={"lahir": date(1970, 1, 15)}
    )

    d.siti.refresh_from_db()
    assert d.siti.tmt_pensiun == date(2030, 2, 1)


def test_telephone_is_not_copied_into_the_trail(d: Dunia) -> None:
    register.koreksi_data(
        d.siti.pk, oleh=d.kabid, per=PER, alasan=ALASAN, isi={"telepon": "081200000000"}
    )

    assert "0812" not in str(_jejak(d.siti))


def test_correction_that_changes_nothing_is_refused(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Tidak ada yang berubah"):
        register.koreksi_data(
            d.siti.pk, oleh=d.kabid, per=PER, alasan=ALASAN, isi={"nama": d.siti.nama}
        )


def test_post_and_status_cannot_be_corrected_here(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Tidak ada yang berubah"):
        register.koreksi_data(
            d.siti.pk, oleh=d.kabid, per=PER, alasan=ALASAN, isi={"status": "PPPK"}
        )


def test_acting_stands_beside_the_definitive_post(d: Dunia) -> None:
    penugasan = _penugasan(d, d.kabid)

    d.siti.refresh_from_db()
    d.analis.refresh_from_db()
    assert (penugasan.unit, penugasan.jabatan) == (d.analis.unit, d.analis.jabatan)
    assert d.siti.formasi == d.guru
    assert d.analis.isi_pns == 1


@pytest.mark.parametrize("jenis", ["PLT", "PLH", "PJ"])
def test_acting_without_an_end_is_refused(d: Dunia, jenis: str) -> None:
    with pytest.raises(Refusal, match="harus memiliki tanggal akhir"):
        _penugasan(d, d.kabid, jenis, selesai=None)


def test_additional_task_may_stay_open(d: Dunia) -> None:
    assert _penugasan(d, d.kabid, "TT", selesai=None).selesai is None


def test_definitive_post_is_not_recorded_here(d: Dunia) -> None:
    with pytest.raises(Refusal, match="di samping jabatan definitif"):
        _penugasan(d, d.kabid, "D")


def _akhiri(penugasan: Penugasan, d: Dunia, oleh: Any) -> Penugasan:
    return register.akhiri_penugasan(
        penugasan.pk, oleh=oleh, per=PER, selesai=date(2026, 7, 1), alasan=ALASAN
    )


def test_acting_ends_earlier_and_says_why(d: Dunia) -> None:
    berakhir = _akhiri(_penugasan(d, d.kabid), d, d.kabid)

    assert berakhir.selesai == date(2026, 7, 1)
    assert _jejak(d.siti).alasan == ALASAN
    assert _perubahan(d.siti) == {"selesai": ("2026-09-01", "2026-07-01")}


def test_definitive_post_does_not_end_by_itself(d: Dunia) -> None:
    definitif = Penugasan.objects.get(pegawai=d.siti)

    with pytest.raises(WrongMoment, match="Jabatan definitif berakhir lewat impor"):
        _akhiri(definitif, d, d.kabid)


def test_what_ended_does_not_end_again(d: Dunia) -> None:
    lama = _penugasan(d, d.kabid, mulai=date(2026, 1, 1), selesai=date(2026, 5, 1))

    with pytest.raises(WrongMoment, match="Penugasan ini sudah berakhir"):
        _akhiri(lama, d, d.kabid)


def test_ending_needs_the_right(d: Dunia) -> None:
    penugasan = _penugasan(d, d.kabid)

    with pytest.raises(NotAllowed, match="Anda tidak berhak mencatat data pegawai ini"):
        _akhiri(penugasan, d, d.operator)


def test_leaving_frees_the_seat_and_keeps_the_history(d: Dunia) -> None:
    RiwayatStatus.objects.create(pegawai=d.siti, status="PNS", mulai=date(2010, 1, 1))

    orang = _berhenti(d, d.kabid)

    orang.refresh_from_db()
    d.guru.refresh_from_db()
    assert (orang.berhenti, orang.unit, orang.formasi) == (date(2026, 5, 1), None, None)
    assert d.guru.isi_pns == 0
    assert [p.selesai for p in orang.penugasan.all()] == [date(2026, 5, 1)]
    assert RiwayatStatus.objects.get(pegawai=orang).selesai == date(2026, 5, 1)
    assert _perubahan(orang)["unit"] == ("SD Negeri 1 Contoh", "")


def test_leaving_twice_is_refused(d: Dunia) -> None:
    _berhenti(d, d.kabid)

    with pytest.raises(WrongMoment, match="Pemberhentian pegawai ini sudah tercatat"):
        _berhenti(d, d.kabid)


def test_leaving_is_not_recorded_ahead(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Pemberhentian dicatat setelah berlaku"):
        _berhenti(d, d.kabid, mulai=date(2026, 7, 1))


def test_leaving_before_the_last_post_began_is_refused(d: Dunia) -> None:
    with pytest.raises(Refusal, match="Ada penugasan yang baru mulai sesudah tanggal itu"):
        _berhenti(d, d.kabid, mulai=date(2019, 1, 1))


def test_who_left_gets_no_new_assignment(d: Dunia) -> None:
    _berhenti(d, d.kabid)

    with pytest.raises(WrongMoment, match="Pegawai ini sudah berhenti"):
        _penugasan(d, d.kabid)


def test_trail_says_that_a_sanction_was_recorded_not_which(d: Dunia) -> None:
    _disiplin(d, d.kabid)

    assert RiwayatDisiplin.objects.get(pegawai=d.siti).jenis == "Teguran"
    assert "Teguran" not in str(_jejak(d.siti))


ISIAN: dict[str, dict[str, str]] = {
    "koreksi": {"nama": "SITI AMINAH"},
    "penugasan": {"jenis": "TT", "formasi": "", "mulai": "2026-06-01", "nomor_sk": "800/2"},
    "pelatihan": {"nama": "Diklat", "mulai": "2026-05-01"},
    "disiplin": {"tingkat": "R", "jenis": "Teguran", "mulai": "2026-05-01"},
    "berhenti": {"mulai": "2026-05-01", "sebab": "Pindah instansi"},
}


@pytest.mark.parametrize("act", list(ISIAN))
def test_form_acts_and_leaves_its_trace(client: Client, d: Dunia, act: str) -> None:
    isi = ISIAN[act] | {"alasan": ALASAN}
    if "formasi" in isi:
        isi["formasi"] = str(d.guru.pk)
    url = f"/pegawai/{d.siti.pk}/{act}/"
    assert masuk(client, d.kabid).get(url).status_code == 200

    response = client.post(url, isi)

    assert response.status_code == 302
    assert _jejak(d.siti).alasan == ALASAN


@pytest.mark.parametrize("act", list(ISIAN))
def test_form_without_a_reason_says_which_field(client: Client, d: Dunia, act: str) -> None:
    response = masuk(client, d.kabid).post(f"/pegawai/{d.siti.pk}/{act}/", ISIAN[act])

    assert response.status_code == 422
    assert 'href="#id_alasan"' in teks(response)


@pytest.mark.parametrize("act", list(ISIAN))
def test_form_is_refused_to_those_who_only_read(client: Client, d: Dunia, act: str) -> None:
    assert masuk(client, d.operator).get(f"/pegawai/{d.siti.pk}/{act}/").status_code == 403


def test_acting_form_asks_for_an_end_after_the_beginning(client: Client, d: Dunia) -> None:
    isi = ISIAN["penugasan"] | {"jenis": "PLT", "formasi": str(d.guru.pk), "alasan": ALASAN}
    url = f"/pegawai/{d.siti.pk}/penugasan/"

    tanpa = masuk(client, d.kabid).post(url, isi)
    terbalik = client.post(url, isi | {"selesai": "2026-05-01"})

    assert "Plt., Plh., dan Pj. harus memiliki tanggal akhir." in teks(tanpa)
    assert "Tanggal akhir harus sesudah tanggal mulai." in teks(terbalik)


def test_assignment_at_another_unit_is_found_by_name(client: Client, d: Dunia) -> None:
    url = f"/pegawai/{d.siti.pk}/penugasan/"

    isi = teks(masuk(client, d.kabid).get(f"{url}?cari=mutasi"))
    pilihan = teks(client.get(f"{url}?unit={d.unit['bidang'].pk}"))

    assert f'href="?unit={d.unit["bidang"].pk}"' in isi
    assert "Analis SDM Aparatur Ahli Muda" in pilihan


def test_ending_form_refuses_a_day_before_the_beginning(client: Client, d: Dunia) -> None:
    penugasan = _penugasan(d, d.kabid)
    url = f"/pegawai/penugasan/{penugasan.pk}/akhiri/"

    keliru = masuk(client, d.kabid).post(url, {"selesai": "2026-01-01", "alasan": ALASAN})
    benar = client.post(url, {"selesai": "2026-07-01", "alasan": ALASAN})

    assert "Penugasan tidak dapat berakhir sebelum mulai." in teks(keliru)
    assert benar.status_code == 302

"""Rules about one case: each blocks with what would cure it, and passes once it is cured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mutasi.kernel.aturan.daftar import (
    halangan,
    kode_sebelum,
    periksa_jalan,
)
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import Arah, Delegasi, HasilPertek, Kapasitas, Penandatangan
from mutasi.kernel.jenis import Rute
from mutasi.kernel.kuorum import Kuorum
from penilaian.kernel.perkara import Gerbang, Jabatan
from penilaian.kernel.putusan import Hasil
from tests.helpers.jalan import (
    PPK,
    SK,
    TUJUAN,
    kasus,
    keputusan,
    ketentuan_jalan,
    pertek,
    sidang,
    surat,
)
from tests.helpers.perkara import ANALIS_MUDA, GURU_PERTAMA, KABID, PELAKSANA
from tests.mutasi.kernel.aturan.tanya import ditahan, lolos, tak_tahu

PLT = Penandatangan("Wakil Bupati", ppk=True, kapasitas=Kapasitas.PLT)
SEKDA = Penandatangan(
    "Sekretaris Daerah", ppk=False, kapasitas=Kapasitas.DEFINITIF,
    delegasi=Delegasi("Kep. 800/9", frozenset({"pelaksana", "jf"}), frozenset({"dalam"}),
                      date(2026, 1, 1), date(2027, 1, 1)),
)  # fmt: skip
STAF: dict[str, Any] = {"asal": PELAKSANA, "sasaran": PELAKSANA, "perlu_lantik": False}


@pytest.mark.parametrize("menuju", [Titik.PYB, Titik.BKN, Titik.PPK, Titik.SK])
def test_a_lawful_case_meets_every_rule_before_every_act(menuju: Titik) -> None:
    semua = periksa_jalan(kasus(menuju=menuju))

    assert [p.kode for p in semua] == list(kode_sebelum(menuju))
    assert {p.putusan for p in semua} == {Hasil.LOLOS}
    assert halangan(semua) == ()


def test_a_case_of_which_nothing_is_known_is_stopped_and_never_guessed() -> None:
    kosong = kasus(
        asal=Jabatan(), sasaran=Jabatan(), perlu_tpk=None, perlu_lantik=None, tmt=None,
        tanggal_sk=None, sidang=None, pertek=None, penandatangan=None, putusan_ppk=None,
        asal_gerbang=None, sasaran_gerbang=None,
    )  # fmt: skip

    kode = {p.kode for p in halangan(periksa_jalan(kosong))}
    assert kode == {"H12", "H13", "H14", "H16", "H18", "H25", "H26"}


PILKADA = ketentuan_jalan(tanggal_penetapan_paslon="2024-09-22")
PELANTIKAN = ketentuan_jalan(tanggal_pelantikan_kepala_daerah="2025-02-20")


@pytest.mark.parametrize(
    ("hukum", "hari", "kena"),
    [
        pytest.param(PILKADA, date(2024, 3, 21), False, id="the day before the window"),
        pytest.param(PILKADA, date(2024, 3, 22), True, id="its first day"),
        pytest.param(PILKADA, date(2027, 1, 1), True, id="until the term ends"),
        pytest.param(
            ketentuan_jalan(tanggal_penetapan_paslon="2020-07-08"), date(2020, 1, 8), True,
            id="8 July 2020 reaches back to 8 January",
        ),
        pytest.param(
            ketentuan_jalan(tanggal_penetapan_paslon="2020-07-08"), date(2020, 1, 7), False,
            id="7 January 2020",
        ),
        pytest.param(PELANTIKAN, date(2025, 2, 20), True, id="the inauguration itself"),
        pytest.param(PELANTIKAN, date(2025, 8, 20), True, id="six months later"),
        pytest.param(PELANTIKAN, date(2025, 8, 21), False, id="free from the day after"),
        pytest.param(ketentuan_jalan(), SK, False, id="no window was ever set"),
    ],
)  # fmt: skip
def test_h12_window_vectors_of_the_decree(hukum: Any, hari: date, kena: bool) -> None:
    assert lolos("H12", ketentuan=hukum, tanggal_sk=hari) is not kena
    if kena:
        assert "izin Mendagri" in ditahan("H12", ketentuan=hukum, tanggal_sk=hari).bunyi


def test_h12_a_decree_before_and_an_inauguration_inside_the_window() -> None:
    isi: dict[str, Any] = {"ketentuan": PILKADA, "tanggal_sk": date(2024, 3, 21)}

    satu = ditahan("H12", **isi, tanggal_pelantikan=date(2024, 3, 22))
    assert satu.bunyi.startswith("Tanggal pelantikan di dalam jendela 22 Maret 2024")


def test_h12_the_permission_must_carry_number_date_file_and_the_name() -> None:
    isi: dict[str, Any] = {"ketentuan": PILKADA, "tanggal_sk": date(2024, 4, 1)}
    izin = surat(date(2024, 3, 25))

    assert lolos("H12", **isi, izin_mendagri=izin)
    for kurang in ({"nomor": " "}, {"tanggal": None}, {"berkas": False}, {"memuat_nama": False}):
        ditahan("H12", **isi, izin_mendagri=replace(izin, **kurang))


def test_h12_binds_heads_of_schools_and_leaving_a_bound_post() -> None:
    isi: dict[str, Any] = {"ketentuan": PILKADA, "tanggal_sk": date(2024, 4, 1)}
    guru = {"asal": GURU_PERTAMA, "sasaran": GURU_PERTAMA}

    assert lolos("H12", **isi, **guru)
    ditahan("H12", **isi, **guru, sasaran_memimpin=True)
    ditahan("H12", **isi, asal=KABID, sasaran=PELAKSANA)
    tak_tahu("H12", **isi, **{**guru, "asal_memimpin": None})


def test_h13_an_acting_head_signs_only_with_mendagri_and_bkn() -> None:
    assert lolos("H13", penandatangan=PPK)
    assert "izin Mendagri: suratnya" in ditahan("H13", penandatangan=PLT).bunyi
    berizin = replace(PLT, izin_mendagri="100.2.1.3/7/SJ")
    assert lolos("H13", penandatangan=berizin)
    assert lolos("H13", penandatangan=PLT, izin_mendagri=surat())
    assert "pertek BKN" in ditahan("H13", penandatangan=berizin, pertek=None).bunyi
    assert lolos("H13", penandatangan=replace(berizin, pertek_bkn="B/5"), pertek=None)


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"penandatangan": replace(SEKDA, kapasitas=Kapasitas.PLH)}, "Plh."),
        ({"penandatangan": replace(SEKDA, delegasi=None)}, "tidak memegang delegasi"),
        ({"tanggal_sk": date(2025, 12, 31)}, "tidak berlaku pada 31 Desember 2025"),
        ({"tanggal_sk": date(2027, 1, 1)}, "tidak berlaku pada 1 Januari 2027"),
        ({"sasaran": KABID}, "tidak mencakup Administrator"),
        ({"asal": KABID}, "tidak mencakup Administrator"),
        ({"arah": Arah.MASUK, "rute": Rute.B1}, "tidak mencakup perpindahan rute B1"),
    ],
)
def test_h13_a_delegate_signs_what_his_delegation_covers_on_that_day(
    ubah: dict[str, Any], sebab: str
) -> None:
    sah = {**STAF, "penandatangan": SEKDA}

    assert lolos("H13", **sah)
    assert lolos("H13", **sah, tanggal_sk=date(2026, 12, 31))  # ends the day after
    assert sebab in ditahan("H13", **{**sah, **ubah}).bunyi


def test_h13_who_leaves_the_instansi_gets_his_decree_elsewhere() -> None:
    assert lolos("H13", arah=Arah.KELUAR, rute=Rute.B1, penandatangan=None)
    tak_tahu("H13", penandatangan=None)
    tak_tahu("H13", penandatangan=SEKDA, asal=Jabatan())


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"ditandatangani": False}, "belum ditandatangani"),
        ({"nomor": ""}, "nomor atau tanggalnya belum ada"),
        ({"kuorum": None}, "kehadiran belum dicatat"),
        ({"kuorum": Kuorum(7, 4, 5)}, "kuorum tidak tercapai (4 dari 7 anggota, perlu 5)"),
        ({"tujuan": {}}, "tidak memuat nama"),
        ({"tujuan": {"formasi:8": 1}}, "untuk jabatan lain"),
    ],
)
def test_h14_minutes_that_cannot_carry_a_decree(ubah: dict[str, Any], sebab: str) -> None:
    assert lolos("H14")
    assert sebab in ditahan("H14", sidang=sidang(**ubah)).bunyi


def test_h14_only_where_the_steps_ask_the_tpk() -> None:
    assert lolos("H14", sidang=None, perlu_tpk=False)
    ditahan("H14", sidang=None)
    tak_tahu("H14", perlu_tpk=None)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (None, "pertek atau nomor I-MUT"),
        (pertek(hasil=None), "belum dijawab"),
        (pertek(hasil=HasilPertek.DITOLAK), "usul ditolak"),
        (pertek(hasil=HasilPertek.DIKEMBALIKAN), "usul dikembalikan"),
        (pertek(hasil=HasilPertek.OTOMATIS), "hari persetujuan otomatis"),
        (
            pertek(hasil=HasilPertek.OTOMATIS, otomatis_pada=date(2026, 11, 3)),
            "baru ada 3 November 2026",
        ),
        (pertek(surat=surat(tujuan="formasi:8")), "jabatan yang diusulkan"),
        (pertek(surat=surat(memuat_nama=False)), "nama yang bersangkutan"),
        (pertek(surat=surat(berkas=False)), "berkas bertanda tangan"),
        (pertek(berlaku_sampai=date(2026, 11, 1)), "masa berlaku (habis 1 November 2026)"),
    ],
)
def test_h16_a_pertek_that_cannot_carry_the_decree(isi: Any, sebab: str) -> None:
    assert sebab in ditahan("H16", pertek=isi).bunyi


def test_h16_silence_of_bkn_counts_from_its_day_on() -> None:
    tanpa_surat = replace(surat(), tanggal=None, berkas=False)
    diam = pertek(hasil=HasilPertek.OTOMATIS, otomatis_pada=SK, surat=tanpa_surat)

    assert lolos("H16", pertek=diam)
    ditahan("H16", pertek=replace(diam, surat=replace(tanpa_surat, nomor="")))


def test_h16_only_the_listed_levels_and_leaving_one_too() -> None:
    assert lolos("H16", **STAF, pertek=None)
    ditahan("H16", pertek=None, asal=KABID, sasaran=PELAKSANA)
    jf = {"asal": ANALIS_MUDA, "sasaran": ANALIS_MUDA, "pertek": None}
    assert lolos("H16", **jf)
    ditahan("H16", **jf, sasaran_memimpin=True)
    tak_tahu("H16", **jf, sasaran_memimpin=None)
    ditahan("H16", **jf, ketentuan=ketentuan_jalan(pertek_kelas=["jf"]))


DUKCAPIL = Gerbang("Keputusan pengangkatan/pemberhentian", "Mendagri melalui Gubernur", "sk")
CAMAT = Gerbang("Sertifikat kepamongprajaan", "Lembaga pendidikan", "pelantikan")


def test_h18_every_gate_of_both_posts_has_its_document_in_time() -> None:
    isi: dict[str, Any] = {"asal_gerbang": (DUKCAPIL,)}

    assert "Mendagri melalui Gubernur" in ditahan("H18", **isi).perbaikan
    assert lolos("H18", **isi, surat_gerbang={DUKCAPIL: surat(SK)})
    terlambat = {DUKCAPIL: surat(date(2026, 11, 3))}
    assert "sesudah 2 November 2026" in ditahan("H18", **isi, surat_gerbang=terlambat).bunyi
    ditahan("H18", **isi, surat_gerbang={DUKCAPIL: surat(memuat_nama=False)})
    tak_tahu("H18", sasaran_gerbang=None)
    ditahan("H18", **isi, sasaran_gerbang=None)


def test_h18_a_gate_before_the_inauguration_does_not_stop_the_decree() -> None:
    isi: dict[str, Any] = {"sasaran_gerbang": (CAMAT,)}

    assert lolos("H18", **isi)
    ditahan("H18", **isi, menuju=Titik.PELANTIKAN)
    ditahan("H18", **isi, perlu_lantik=False)


def test_h18_gates_of_another_instansi_are_not_ours_to_know() -> None:
    assert lolos("H18", arah=Arah.MASUK, rute=Rute.B1, asal_gerbang=None)
    assert lolos("H18", arah=Arah.KELUAR, rute=Rute.B1, sasaran_gerbang=None)
    tak_tahu("H18", arah=Arah.KELUAR, rute=Rute.B1, asal_gerbang=None)


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"sidang": sidang(tanggal=date(2026, 11, 3))}, "sidang TPK (3 November 2026)"),
        ({"pertek": pertek(date(2026, 11, 4))}, "pertek (4 November 2026)"),
        (
            {"pertek": pertek(hasil=HasilPertek.OTOMATIS, otomatis_pada=date(2026, 11, 5))},
            "pertek (5 November 2026)",
        ),
        ({"izin_mendagri": surat(date(2026, 11, 6))}, "izin Mendagri (6 November 2026)"),
        ({"tmt": date(2026, 11, 1)}, "TMT 1 November 2026 mendahului SK"),
        ({"tanggal_pelantikan": date(2026, 11, 1)}, "mendahului SK"),
        ({"tanggal_pelantikan": date(2026, 12, 15)}, "batasnya 14 Desember 2026"),
    ],
)
def test_h25_days_out_of_order(ubah: dict[str, Any], sebab: str) -> None:
    assert lolos("H25")
    assert sebab in ditahan("H25", **ubah).bunyi


def test_h25_a_parameter_lets_the_tmt_precede_the_decree() -> None:
    boleh = ketentuan_jalan(tmt_boleh_sebelum_sk=True)

    assert lolos("H25", ketentuan=boleh, tmt=date(2026, 11, 1))
    tak_tahu("H25", tmt=None)


def test_h25_invitation_one_working_day_before_the_inauguration() -> None:
    isi: dict[str, Any] = {"menuju": Titik.PELANTIKAN, "tanggal_pelantikan": date(2026, 11, 9)}

    tak_tahu("H25", menuju=Titik.PELANTIKAN)
    assert "belum ada" in ditahan("H25", **isi).bunyi
    assert lolos("H25", **isi, tanggal_undangan=date(2026, 11, 6))  # Friday for Monday
    ditahan("H25", **isi, tanggal_undangan=date(2026, 11, 7))
    assert lolos("H25", menuju=Titik.PELANTIKAN, perlu_lantik=False)


def test_h25_holidays_push_the_last_day_of_the_inauguration() -> None:
    libur = frozenset({date(2026, 12, 9)})

    assert lolos("H25", tanggal_pelantikan=date(2026, 12, 15), libur=libur)
    ditahan("H25", tanggal_pelantikan=date(2026, 12, 16), libur=libur)


@pytest.mark.parametrize(
    ("putus", "sebab"),
    [
        (None, "PPK belum memutuskan"),
        (keputusan(setuju=False), "tidak menyetujui"),
        (keputusan(manusia=False), "nama orang"),
        (keputusan(nama=""), "nama orang"),
        (keputusan(alasan="  cukup   pendek  "), "paling sedikit 30 huruf"),
        (keputusan(alasan_terlihat=False), "dapat dilihat"),
        (keputusan(dapat_keberatan=False), "jalan keberatan"),
    ],
)
def test_h26_a_named_human_decides_with_a_reason_one_may_contest(putus: Any, sebab: str) -> None:
    assert lolos("H26")
    assert sebab in ditahan("H26", putusan_ppk=putus).bunyi


def test_rules_named_one_by_one_are_asked_whatever_the_act() -> None:
    satu = periksa_jalan(kasus(menuju=Titik.SIDANG, tujuan=TUJUAN), ("H25", "H12"))

    assert [p.kode for p in satu] == ["H12", "H25"]

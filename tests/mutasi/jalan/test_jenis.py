"""Every kind of move: its gates, its road to the TPK, the shape its content must have."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mutasi.alur import Aksi, StatusUsulan, tujuan
from mutasi.models import UsulanMutasi
from mutasi.services import usulan as acts
from tests.factories import jalan as f
from tests.mutasi.jalan.alat import ditolak

S = StatusUsulan
SELESAI = date(2026, 10, 1)
LUAR = {"rute": "B1", "asal_luar": "Kabupaten Lain"}
# Kind, level, what it needs beside, and the state in which it waits for the first decision.
JENIS: list[tuple[str, str, dict[str, Any], StatusUsulan]] = [
    ("rotasi", "pelaksana", {}, S.SIDANG_TPK),
    ("rotasi", "administrator", {}, S.SIDANG_TPK),
    ("promosi", "pengawas", {}, S.SIDANG_TPK),
    ("demosi", "jf", {"dasar": "Demosi karena kinerja: dua tahun Kurang"}, S.SIDANG_TPK),
    ("permintaan_sendiri", "pelaksana", {}, S.SIDANG_TPK),
    ("antar_masuk", "pelaksana", LUAR, S.DIREKOMENDASI),
    ("antar_keluar", "jf", {"rute": "B3", "tujuan_luar": "Kementerian Sosial"}, S.DIREKOMENDASI),
    ("pppk", "jf", {}, S.DIREKOMENDASI),
    ("guru", "jf", {}, S.SIDANG_TPK),
    ("pengukuhan", "pengawas", {}, S.DIREKOMENDASI),
    ("nomenklatur", "pelaksana", {}, S.DIREKOMENDASI),
    ("penyetaraan", "jf", {}, S.DIREKOMENDASI),
    ("plt", "pengawas", {"selesai": SELESAI}, S.DIREKOMENDASI),
    ("plh", "administrator", {"selesai": SELESAI}, S.DIREKOMENDASI),
    ("pj", "jpt", {"selesai": SELESAI}, S.DIREKOMENDASI),
    ("tugas_tambahan", "jf", {"selesai": SELESAI}, S.DIREKOMENDASI),
    ("perpanjangan_jpt", "jpt", {}, S.SIDANG_TPK),
    ("kembali", "pelaksana", {}, S.DIREKOMENDASI),
]


# Their road has no stretch that another kind does not walk.
SEPERTI_LAIN = {
    "rotasi-administrator", "demosi-jf", "permintaan_sendiri-pelaksana", "antar_masuk-pelaksana",
    "pppk-jf", "penyetaraan-jf", "plh-administrator", "pj-jpt", "perpanjangan_jpt-jpt",
    "kembali-pelaksana",
}  # fmt: skip


def tujuan_pertama(gerbang: list[str]) -> StatusUsulan:
    """Where a case with these gates waits for its first decision after the study."""
    return tujuan(Aksi.SERAHKAN, gerbang)


def test_every_kind_walks_to_its_first_decision_by_the_gates_of_its_matrix(k: f.Kantor) -> None:
    for jenis, jenjang, isi, akhir in JENIS:
        usulan = f.kasus(k, S.DIAJUKAN, jenis=jenis, jenjang=jenjang, **isi)
        assert tujuan_pertama(usulan.gerbang) == akhir, jenis
        if f"{jenis}-{jenjang}" in SEPERTI_LAIN:
            continue
        usulan = f.jalankan(k, usulan, akhir)

        lewat = set(usulan.singgah.values_list("status", flat=True))
        assert (S.DITELAAH_UNIT in lewat) is ("telaah" in usulan.gerbang), jenis
        assert (S.MENUNGGU_KESEDIAAN in lewat) is ("kesediaan" in usulan.gerbang), jenis
        beritahu = {S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN} & lewat
        assert bool(beritahu) is ("beritahu" in usulan.gerbang), jenis
        assert usulan.singgah.filter(keluar_pada=None).get().status == akhir


@pytest.mark.parametrize(
    ("jenis", "isi", "kalimat"),
    [
        ("plt", {}, "tulis sampai kapan"),
        ("plt", {"selesai": f.TMT}, "berakhir sesudah TMT-nya"),
        ("rotasi", {"selesai": SELESAI}, "hanya untuk penugasan berbatas"),
        ("rotasi", {"alasan": " "}, "Tulis kebutuhan atau alasannya."),
        ("antar_masuk", {"asal_luar": "Kabupaten Lain"}, "Pilih rute antarinstansinya"),
        ("antar_masuk", {"rute": "B1"}, "Tulis instansi asalnya."),
        ("antar_keluar", {"rute": "B1"}, "Tulis instansi tujuannya."),
        ("demosi", {}, "Sebutkan dasar demosinya."),
        ("perpanjangan_jpt", {}, "hanya untuk jabatan pimpinan tinggi"),
        ("mutasi", {}, "Pilih jenis mutasinya."),
    ],
)  # fmt: skip
def test_content_of_another_shape_is_refused_in_a_sentence(
    k: f.Kantor, jenis: str, isi: dict[str, Any], kalimat: str
) -> None:
    with ditolak(kalimat, kode="isi"):
        f.draf(k, jenis=jenis, **isi)


def test_a_kind_that_stays_in_place_names_the_post_one_holds_and_pppk_only_pppk(
    k: f.Kantor,
) -> None:
    with ditolak("menyebut jabatan yang sedang diduduki", kode="isi"):
        f.draf(k, jenis="pengukuhan", ke=f.kursi(k.tujuan))
    with ditolak("hanya untuk PPPK", kode="isi"):
        f.draf(k, jenis="pppk", pegawai=f.orang(f.kursi(k.asal)))
    with ditolak("Pilih jabatan tujuannya.", kode="isi"):
        acts.tulis_usulan(k.berkas.pk, oleh=k.penyusun, per=f.PER, ke=None, jenis="rotasi",
                          pegawai=f.orang(f.kursi(k.asal)).pk, alasan="x")  # fmt: skip
    with ditolak("Pilih pegawai dari daftar.", kode="isi"):
        acts.tulis_usulan(k.berkas.pk, oleh=k.penyusun, per=f.PER, ke=None, jenis="rotasi",
                          pegawai=0, alasan="x")  # fmt: skip
    assert not UsulanMutasi.objects.exists()


def test_the_day_is_the_first_of_a_month_for_teachers_of_a_semester_and_never_past(
    k: f.Kantor,
) -> None:
    tengah = f.draf(k, tmt=date(2026, 7, 15))
    guru = f.draf(k, jenis="guru", jenjang="jf", tmt=date(2026, 9, 1))
    lewat = f.draf(k, tmt=date(2026, 5, 1))
    plt = f.draf(k, jenis="plt", jenjang="pengawas", tmt=date(2026, 7, 15), selesai=SELESAI)

    with ditolak("tanggal 1", "1 Agustus 2026", kode="tmt"):
        acts.ajukan(tengah.pk, oleh=k.penyusun, per=f.PER)
    with ditolak("awal semester", "1 Januari 2027", kode="tmt"):
        acts.ajukan(guru.pk, oleh=k.penyusun, per=f.PER)
    with ditolak("1 Mei 2026 sudah lewat", kode="tmt"):
        acts.ajukan(lewat.pk, oleh=k.penyusun, per=f.PER)
    assert acts.ajukan(plt.pk, oleh=k.penyusun, per=f.PER).status == S.DIAJUKAN


def test_one_running_case_per_person_but_an_assignment_beside_the_post_may_run_along(
    k: f.Kantor,
) -> None:
    usulan = f.kasus(k, S.DIAJUKAN)

    with ditolak("masih mempunyai usulan lain yang berjalan", kode="masih_berjalan"):
        f.draf(k, pegawai=usulan.pegawai)
    plt = f.draf(k, pegawai=usulan.pegawai, jenis="plt", selesai=SELESAI)

    assert plt.status == S.DRAF

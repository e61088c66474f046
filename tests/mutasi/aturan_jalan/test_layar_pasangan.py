"""H01 to H11, H17, H19, H21 and the warnings about a pair stop the analyst on the case's page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from pegawai.models import (
    Jabatan,
    JenisPenugasan,
    KedudukanHukum,
    Penugasan,
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatSertifikat,
    TingkatPendidikan,
)
from tests.factories import jalan as f
from tests.helpers.layar import masuk
from tests.mutasi.aturan_jalan import layar
from tests.mutasi.aturan_jalan.layar import Langgar, orang, ubah

S = StatusUsulan


def _naik(k: f.Kantor, dari: str, ke: str, jenis: str) -> UsulanMutasi:
    siapa = f.orang(f.kursi(k.asal, dari))
    u = f.draf(k, jenis=jenis, pegawai=siapa, ke=f.kursi(k.tujuan, ke))
    return f.jalankan(k, f.ambil(u), S.DIAJUKAN)


def _dunia(k: f.Kantor) -> dict[str, UsulanMutasi]:
    """One lawful case of each sort, on the analyst's desk with its reasons written."""
    luar: dict[str, Any] = {
        "jenis": "antar_keluar",
        "rute": "B1",
        "tujuan_luar": "Kota",
        "jenjang": "pelaksana",
    }
    semua = {
        "biasa": f.kasus(k, S.DIAJUKAN),
        "pengawas": f.kasus(k, S.DIAJUKAN, jenjang="pengawas"),
        "naik": _naik(k, "pengawas", "administrator", "promosi"),
        "turun": _naik(k, "administrator", "pengawas", "rotasi"),
        "jf": _naik(k, "pelaksana", "jf", "rotasi"),
        "pppk": f.kasus(k, S.DIAJUKAN, jenis="pppk"),
        "keluar": f.kasus(k, S.DIAJUKAN, **luar),
    }
    for u in semua.values():
        f.tulis_alasan(k, u)
    return semua


def _kedudukan(u: UsulanMutasi, kode: str) -> None:
    orang(u, kedudukan=KedudukanHukum.objects.get(kode=kode))


def _terisi(k: f.Kantor, u: UsulanMutasi) -> None:
    f.orang(u.ke)


def _s2(k: f.Kantor, u: UsulanMutasi) -> None:
    s2 = TingkatPendidikan.objects.get(kode="45")
    Jabatan.objects.filter(formasi=u.ke).update(pendidikan_minimal=s2)


def _dua_tahun(k: f.Kantor, u: UsulanMutasi) -> None:
    """All his service is two years as Pengawas."""
    Penugasan.objects.filter(pegawai=u.pegawai).update(tmt=date(2024, 6, 1), mulai=date(2024, 6, 1))
    orang(u, tmt_jabatan=date(2024, 6, 1), tmt_hitung=date(2024, 6, 1), tmt_cpns=date(2024, 6, 1))


def _kurang(k: f.Kantor, u: UsulanMutasi) -> None:
    RiwayatKinerja.objects.filter(pegawai=u.pegawai, tahun=2025).update(predikat="KURANG")


def _hukuman(u: UsulanMutasi, **isi: object) -> None:
    RiwayatDisiplin.objects.create(pegawai=u.pegawai, tingkat="S", jenis="Penundaan", **isi)


def _ikatan(k: f.Kantor, u: UsulanMutasi) -> None:
    orang(u, tmt_cpns=date(2022, 3, 1), tmt_pns=date(2023, 3, 1))


def _ikatan_sendiri(k: f.Kantor, u: UsulanMutasi) -> None:
    _ikatan(k, u)
    ubah(u, sumber="pegawai")


TOLAK: tuple[Langgar, ...] = (
    Langgar("H01", "biasa", lambda k, u: _kedudukan(u, "14"), "kembali aktif di SIASN"),
    Langgar("H02", "biasa", lambda k, u: orang(u, cpns=True), "diangkat menjadi PNS"),
    Langgar("H03", "biasa", _terisi, "Tunggu sampai ada kursi kosong"),
    Langgar("H04", "biasa", _s2, "ijazah yang lebih tinggi"),
    Langgar("H05", "naik", _dua_tahun, "bulan lagi"),
    Langgar("H06", "naik", _kurang, "bila predikat berikutnya Baik"),
    Langgar("H07", "naik", lambda k, u: _hukuman(u, sedang_proses=True), "masa hukuman selesai"),
    Langgar("H08", "biasa", lambda k, u: _kedudukan(u, "3"), "setelah aktif kembali",
            frozenset({"H01"})),
    Langgar("H09", "pengawas", lambda k, u: orang(u, tmt_hitung=date(2026, 3, 1)),
            "dengan dispensasi"),
    Langgar("H10", "pppk", lambda k, u: orang(u, akhir_kontrak=date(2026, 6, 15)),
            "Perpanjang kontrak"),
    Langgar("H11", "keluar", _ikatan_sendiri, "paling cepat dengan TMT 1 Maret 2033"),
    Langgar("H17", "biasa", lambda k, u: orang(u, lahir=date(1968, 1, 10)), "melewati BUP"),
    Langgar("H19", "jf",
            lambda k, u: orang(u, tmt_cpns=date(2025, 6, 1), tmt_pns=date(2026, 5, 1)),
            "bulan lagi"),
    Langgar("H21", "turun", lambda k, u: None, "Perlu dasar: hukuman disiplin"),
)  # fmt: skip


def _pangkat(k: f.Kantor, u: UsulanMutasi) -> None:
    Jabatan.objects.filter(formasi=u.ke).update(pangkat_terendah="IV/b")


def _dispensasi(k: f.Kantor, u: UsulanMutasi) -> None:
    orang(u, tmt_hitung=date(2025, 6, 1))
    ubah(u, dasar="Dispensasi: SE 19/2023 huruf b")


def _sering(k: f.Kantor, u: UsulanMutasi) -> None:
    orang(u, tmt_hitung=date(2025, 9, 1))
    for mulai, selesai in ((date(2024, 1, 1), date(2024, 9, 1)), (date(2024, 9, 1), f.PER)):
        Penugasan.objects.create(
            pegawai=u.pegawai, unit=k.asal, jabatan=u.pegawai.jabatan, tmt=mulai, mulai=mulai,
            selesai=selesai,
        )  # fmt: skip


def _ukom_lama(k: f.Kantor, u: UsulanMutasi) -> None:
    RiwayatSertifikat.objects.create(
        pegawai=u.pegawai, jenis="ukom", nama="Uji kompetensi", rumpun="Analis Kebijakan",
        jenjang="MU", mulai=date(2020, 1, 1),
    )  # fmt: skip


def _plt(k: f.Kantor, u: UsulanMutasi) -> None:
    lain = f.orang(f.kursi(k.asal))
    Penugasan.objects.create(
        pegawai=lain, jenis=JenisPenugasan.PLT, formasi=u.ke, unit=k.tujuan, tmt=f.PER, mulai=f.PER
    )


# W02 is about those nobody proposed; W04 needs an exception, which no case carries.
AWAS: tuple[Langgar, ...] = (
    Langgar("W01", "pengawas", _dispensasi),
    Langgar("W03", "biasa", _pangkat),
    Langgar("W05", "biasa", lambda k, u: orang(u, lahir=date(1969, 6, 10))),
    Langgar("W06", "pppk", lambda k, u: None),
    Langgar("W07", "biasa", _sering),
    Langgar("W09", "naik", lambda k, u: _hukuman(u, selesai=date(2025, 6, 1))),
    Langgar("W15", "jf", _ukom_lama),
    Langgar("W16", "keluar", _ikatan),
    Langgar("W17", "pppk", lambda k, u: orang(u, akhir_kontrak=date(2026, 8, 31))),
    Langgar("W18", "biasa", _plt),
)  # fmt: skip


@pytest.mark.sekali
def test_each_rule_and_warning_about_a_pair_stops_the_analyst(k: f.Kantor) -> None:
    """H01 to H11, H17, H19, H21; and W01, W03, W05 to W07, W09, W15 to W18 until there is a reason
    of thirty letters."""
    dunia, analis = _dunia(k), masuk(k.analis)

    for satu in TOLAK:
        u = dunia[satu.kasus]
        with layar.sementara():
            satu.rusak(k, u)
            jawaban = layar.tekan(analis, u, "verifikasi", catatan=layar.CATATAN)
            assert jawaban.status_code == 422, satu.kode
            layar.periksa_kalimat(layar.teks(jawaban), satu.kode, satu.obat, satu.bersama)
            assert f.ambil(u).status == S.DIAJUKAN
    for satu in AWAS:
        u = dunia[satu.kasus]
        with layar.sementara():
            satu.rusak(k, u)
            u.alasan_w.filter(kode=satu.kode).delete()
            tolak = layar.tekan(analis, u, "verifikasi", catatan=layar.CATATAN)
            assert tolak.status_code == 422, satu.kode
            layar.periksa_kalimat(layar.teks(tolak), satu.kode, "Tulis alasan")
            layar.tulis_alasan(analis, u, satu.kode, "Perlu.")
            assert layar.tekan(analis, u, "verifikasi", catatan=layar.CATATAN).status_code == 422
            layar.tulis_alasan(analis, u, satu.kode, layar.CUKUP)
            layar.tekan(analis, u, "verifikasi", catatan=layar.CATATAN)
            assert f.ambil(u).status == S.DIVERIFIKASI, satu.kode

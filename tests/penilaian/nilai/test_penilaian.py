"""Runs: what is computed, when there is a new one, what delivering does."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from jejak.models import Peristiwa
from organisasi.impor import Dibatalkan
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import Penugasan, RiwayatKinerja
from penilaian.kernel.skor import akun_dari
from penilaian.models import HasilPenilaian, KeadaanNilai, NilaiIndikator, Penilaian
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.services.penilaian_sampaikan import sampaikan
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)


@pytest.fixture
def dunia():
    """Two teachers and a clerk: all measured, no predicate, a contradictory predicate."""
    u = kantor.kabupaten()
    guru = orang.formasi(u["sd1"], orang.jabatan("Guru Ahli Muda", rumpun="Guru"))
    staf = orang.formasi(u["bkd"], orang.jabatan("Pengadministrasi", jenis="4"))
    d = u | {
        "ani": orang.pegawai("ANI", post=guru),
        "budi": orang.pegawai("BUDI", post=guru),
        "cici": orang.pegawai("CICI", post=staf),
        "periode": pabrik.periode(),
        "set": pabrik.perangkat_terbit(),
        "analis": kantor.pengguna(Peran.ANALIS_BKD),
        "kepala": kantor.pengguna(Peran.KEPALA_BKPSDM),
    }
    sesuai = {"hasil": "SESUAI EKSPEKTASI", "perilaku": "SESUAI EKSPEKTASI"}
    RiwayatKinerja.objects.create(pegawai=d["ani"], tahun=2025, predikat="BAIK", **sesuai)
    RiwayatKinerja.objects.create(
        pegawai=d["cici"], tahun=2025, predikat="SANGAT BAIK", bertentangan=True, **sesuai
    )
    for nama in ("ani", "budi", "cici"):
        pabrik.nilai_indikator(d[nama], d["periode"], hari_kerja=200, hari_hadir=190)
    return d


def hitung(d, **lain):
    return hitung_nilai(Permintaan(d["periode"], PER, d["analis"], **lain))


def hasil(d, nama):
    return HasilPenilaian.objects.filter(pegawai=d[nama]).order_by("-penilaian__nomor")[0]


def ubah_hadir(d, nama, hari):
    rows = NilaiIndikator.objects.filter(pegawai=d[nama], indikator="hari_hadir")
    rows.update(nilai=Decimal(hari))


def test_a_run_holds_a_number_an_unmeasured_and_an_unbelievable_result(dunia):
    d = dunia

    satu = hitung(d).penilaian

    ani, budi, cici = (hasil(d, nama) for nama in ("ani", "budi", "cici"))
    assert (satu.nomor, satu.jumlah, satu.jumlah_lengkap, satu.sebab) == (1, 3, 1, "awal")
    assert (ani.keadaan, ani.skor) == (KeadaanNilai.ANGKA, Decimal("86.0000"))
    assert (ani.kelompok, cici.kelompok) == ("Guru", "Pelaksana")
    assert (budi.keadaan, budi.skor) == (KeadaanNilai.TIDAK_LENGKAP, None)
    assert cici.keadaan == KeadaanNilai.TIDAK_DAPAT_DIPERIKSA
    baris = akun_dari(cici.rincian).satu("K1")
    assert "Tercatat Sangat Baik" in baris.alasan
    assert akun_dari(budi.rincian).satu("K1").mentah.siapa.startswith("pejabat penilai di e-Kin")
    bukti = json.loads(ani.rincian)[1]["bukti"]
    assert [b["ket"] for b in bukti] == ["Hari hadir", "Hari kerja"]
    assert NilaiIndikator.objects.get(pk=bukti[0]["pk"]).nilai == 190
    jejak = Peristiwa.objects.filter(tindakan="penilaian.penilaian.dihitung")
    assert jejak.count() == 1


def test_the_same_input_makes_no_other_run_unless_forced_with_a_reason(dunia):
    d = dunia
    pertama = hitung(d)
    kedua = hitung(d)

    assert (pertama.baru, kedua.baru) == (True, False)
    assert kedua.penilaian == pertama.penilaian
    assert kedua.kalimat.startswith("Tidak ada yang berubah")
    with pytest.raises(WrongMoment, match="harus beralasan"):
        hitung(d, paksa=True)
    ketiga = hitung(d, paksa=True, alasan="Penilai berganti").penilaian
    assert ketiga.nomor == 2
    assert ketiga.hasil_sha256 == pertama.penilaian.hasil_sha256


def test_new_data_and_new_criteria_make_a_run_beside_the_old_one(dunia):
    d = dunia
    pertama = hitung(d).penilaian
    ubah_hadir(d, "ani", 200)
    kedua = hitung(d).penilaian
    pabrik.perangkat_terbit(versi=2, mulai=date(2025, 6, 1))
    ketiga = hitung(d).penilaian

    assert (kedua.sebab, ketiga.sebab) == ("data", "kriteria")
    assert kedua.sebelumnya == pertama
    assert pertama.hasil.get(pegawai=d["ani"]).skor == Decimal("86.0000")
    assert kedua.hasil.get(pegawai=d["ani"]).skor == Decimal("88.0000")


def test_somebody_elses_run_in_between_is_not_overrun(dunia):
    d = dunia
    hitung(d)
    ubah_hadir(d, "ani", 200)

    def didahului(persen, langkah):
        if langkah == "Menyimpan hasil":
            ubah_hadir(d, "ani", 150)
            hitung(d)

    with pytest.raises(WrongMoment, match="baru saja selesai"):
        hitung_nilai(Permintaan(d["periode"], PER, d["analis"]), didahului)
    assert Penilaian.objects.count() == 2


def test_a_stopped_run_leaves_nothing(dunia):
    def berhenti(persen, langkah):
        if persen >= 5:
            raise Dibatalkan

    with pytest.raises(Dibatalkan):
        hitung_nilai(Permintaan(dunia["periode"], PER, dunia["analis"]), berhenti)
    assert not Penilaian.objects.exists()
    assert not HasilPenilaian.objects.exists()


def test_who_moved_is_computed_for_where_he_was_and_kept_where_he_is(dunia):
    d = dunia
    Penugasan.objects.filter(pegawai=d["ani"]).update(selesai=date(2026, 2, 1))
    Penugasan.objects.create(pegawai=d["ani"], unit=d["sd2"], mulai=date(2026, 2, 1))
    d["budi"].berhenti = date(2026, 3, 1)
    d["budi"].save(update_fields=["berhenti"])

    satu = hitung(d).penilaian

    assert satu.jumlah == 3  # who left since was there
    assert hasil(d, "ani").unit == d["sd2"]
    assert hasil(d, "budi").unit == d["sd1"]


def test_equal_scores_share_a_place_and_the_next_is_skipped(dunia):
    d = dunia
    pabrik.perangkat_terbit(
        [pabrik.baris_kriteria("K2", "kehadiran", "100")],
        versi=2, mulai=date(2025, 6, 1), peringkat=True, urutan_seri=["K2"],
    )  # fmt: skip
    ubah_hadir(d, "cici", 100)

    hitung(d)

    assert [hasil(d, n).peringkat for n in ("ani", "budi", "cici")] == [1, 1, 3]


def test_delivery_tells_people_and_keeps_the_day_of_what_did_not_change(dunia):
    d = dunia
    for nama in ("ani", "budi"):
        d[nama].pengguna = kantor.pengguna(Peran.PEGAWAI)
        d[nama].save(update_fields=["pengguna"])
    sampaikan(hitung(d).penilaian, oleh=d["kepala"], per=PER)
    HasilPenilaian.objects.filter(pegawai=d["budi"]).update(diakui_pada=date(2026, 6, 2))
    assert Pemberitahuan.objects.filter(untuk=d["ani"].pengguna).count() == 1
    ubah_hadir(d, "ani", 200)

    sampaikan(hitung(d).penilaian, oleh=d["kepala"], per=date(2026, 6, 20))

    assert hasil(d, "ani").disampaikan_pada == date(2026, 6, 20)
    assert hasil(d, "budi").disampaikan_pada == PER
    assert hasil(d, "budi").diakui_pada == date(2026, 6, 2)
    assert Pemberitahuan.objects.filter(untuk=d["ani"].pengguna).count() == 2
    assert Pemberitahuan.objects.filter(untuk=d["budi"].pengguna).count() == 1


def test_who_may_not_compute_or_deliver_hears_why(dunia):
    d = dunia
    satu = hitung(d).penilaian

    with pytest.raises(NotAllowed, match="Kepala BKPSDM"):
        sampaikan(satu, oleh=kantor.pengguna(Peran.KABID_MUTASI), per=PER)
    with pytest.raises(NotAllowed, match="analis BKD"):
        hitung_nilai(Permintaan(d["periode"], PER, kantor.pengguna(Peran.OPERATOR_OPD)))
    berjalan = hitung_nilai(Permintaan(pabrik.periode(2026), PER, d["analis"])).penilaian
    with pytest.raises(WrongMoment, match="baru berakhir 31 Desember 2026"):
        sampaikan(berjalan, oleh=d["kepala"], per=PER)
    ubah_hadir(d, "ani", 180)
    sendiri = hitung_nilai(Permintaan(d["periode"], PER, d["kepala"])).penilaian
    with pytest.raises(NotYours, match="tidak menyampaikannya sendiri"):
        sampaikan(sendiri, oleh=d["kepala"], per=PER)
    with pytest.raises(WrongMoment, match="lebih baru"):
        sampaikan(satu, oleh=d["kepala"], per=PER)
    with pytest.raises(WrongMoment, match="tidak berlaku surut"):
        hitung_nilai(Permintaan(pabrik.periode(2023), PER, d["analis"]))

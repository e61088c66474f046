"""The pages after a decree: 300 rows, who is offered what, the day ahead, one's own objection."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mutasi.alur import StatusUsulan
from mutasi.models import (
    BarisKeputusan,
    KeberatanMutasi,
    Pelantikan,
    PesertaPelantikan,
    SerahTerima,
    UsulanMutasi,
)
from mutasi.selectors.keadaan_pada import keadaan_pada
from organisasi.models import Pemberitahuan, Pengguna, Proses
from organisasi.services.proses import jalankan
from pegawai.models import Pegawai
from tests.helpers.dunia_pelaksanaan import (
    PADA,
    PER,
    Pelaksana,
    ambil,
    ber_sk,
    berakun,
    keputusan,
    kursi,
    pelaksana,
    setuju_ppk,
    staf,
)

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan
LEWAT = date(2026, 7, 2)


@pytest.fixture
def k(pada_hari_ini: Any) -> Pelaksana:
    """BKD on 1 June 2026."""
    return pelaksana()


def klien(siapa: Pengguna) -> Client:
    """A browser, logged in."""
    satu = Client()
    satu.force_login(siapa)
    return satu


def _banyak(k: Pelaksana, n: int) -> UsulanMutasi:
    """So many cases of one decree that wait to be sworn in, in one inauguration."""
    orang = berakun("PEJABAT", kursi(k.unit["sd1"], "Kepala Seksi", "41"))
    contoh = setuju_ppk(orang, kursi(k.unit["sd2"], "Kepala Bidang"), k.analis,
                        jenjang="administrator", tmt=PER)  # fmt: skip
    sk = keputusan(contoh, oleh=k.bupati)
    contoh = ambil(contoh)
    isi = {f.attname: getattr(contoh, f.attname) for f in contoh._meta.concrete_fields}
    semua = UsulanMutasi.objects.bulk_create(
        [UsulanMutasi(**{**isi, "id": _id(), "urutan": 2 + i}) for i in range(n - 1)]
    )
    BarisKeputusan.objects.bulk_create(
        [BarisKeputusan(keputusan=sk, usulan=u, urutan=u.urutan) for u in semua]
    )
    SerahTerima.objects.bulk_create([SerahTerima(usulan=u, butir="aset") for u in semua])
    acara = Pelantikan.objects.create(
        keputusan=sk, tanggal=PER, tempat="Pendopo", undangan=date(2026, 5, 28), pejabat="Bupati",
        dibuat_pada=PADA, dibuat_oleh=k.analis,
    )  # fmt: skip
    PesertaPelantikan.objects.bulk_create(
        [PesertaPelantikan(pelantikan=acara, usulan=u) for u in [contoh, *semua]]
    )
    return contoh


def _id() -> Any:
    return UsulanMutasi._meta.get_field("id").get_default()


@pytest.mark.sekali
def test_halaman_300_baris_paling_banyak_20_kueri_dan_150_kb(k: Pelaksana) -> None:
    usulan = _banyak(k, 300)
    acara = Pelantikan.objects.get()
    buka = klien(k.kabid)
    ukuran = {}
    for alamat in (
        "/mutasi/pelaksanaan/?ukuran=100", f"/mutasi/pelaksanaan/{usulan.pk}/",
        "/mutasi/pelantikan/", f"/mutasi/pelantikan/{acara.pk}/",
        f"/mutasi/pelantikan/{acara.pk}/ubah/", "/mutasi/keadaan-pada/", "/mutasi/keberatan/",
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as kueri:
            jawaban = buka.get(alamat)
        assert jawaban.status_code == 200, alamat
        ukuran[alamat] = (len(kueri), len(jawaban.content) // 1024)
    assert {a: u for a, u in ukuran.items() if u[0] > 20 or u[1] > 150} == {}


def test_pelantikan_dijadwalkan_dan_dicatat_lewat_layar(k: Pelaksana) -> None:
    orang = berakun("PEJABAT", kursi(k.unit["bidang"], "Kepala Seksi", "41"))
    usulan = setuju_ppk(orang, kursi(k.unit["disdik"], "Kepala Bagian"), k.analis,
                        jenjang="administrator", tmt=PER)  # fmt: skip
    sk = keputusan(usulan, oleh=k.bupati)
    buka, alamat = klien(k.analis), f"/mutasi/pelantikan/sk/{sk.pk}/"
    isi = {"tanggal": "2026-06-01", "undangan": "2026-05-28", "tempat": "Pendopo",
           "pejabat": "Bupati"}  # fmt: skip
    assert "Jadwalkan" in buka.get("/mutasi/pelantikan/").content.decode()
    assert buka.post(alamat, {**isi, "tanggal": ""}).status_code == 422
    tolak = buka.post(alamat, {**isi, "tanggal": "2026-12-01"})
    assert tolak.status_code == 409
    assert "H25" in tolak.content.decode()
    batal = buka.post(alamat, isi).url
    assert f"{batal}batal/" in buka.get(batal).content.decode()
    assert buka.post(f"{batal}batal/", {"alasan": ""}).status_code == 422
    assert buka.post(f"{batal}batal/", {"alasan": "Bupati berhalangan hadir."}).status_code == 302
    assert "Bupati berhalangan hadir." in buka.get(batal).content.decode()
    assert "dibatalkan" in buka.get("/mutasi/pelantikan/").content.decode()
    assert "sudah dibatalkan" in buka.get(f"{batal}batal/").content.decode()
    acara = buka.post(alamat, isi).url
    peserta = PesertaPelantikan.objects.latest("pk")
    assert "hadir" in buka.get(acara).content.decode()
    buka.post(f"{acara}catat/", {"hadir": [peserta.pk]})
    assert ambil(usulan).status == S.DILANTIK


def test_yang_ditawarkan_menurut_siapa_dan_kapan(k: Pelaksana) -> None:
    usulan = ber_sk(berakun("SITI", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)
    alamat = f"/mutasi/pelaksanaan/{usulan.pk}/"
    # Not announced before its day.
    assert klien(k.kepala_tujuan).get(alamat).status_code == 404
    with time_machine.travel("2026-07-02 09:00 +0700", tick=False):
        bkd, asal, tujuan = klien(k.kabid), klien(k.kepala_asal), klien(k.kepala_tujuan)
        proses = bkd.post("/mutasi/pelaksanaan/jalankan/").url
        jalankan.call(Proses.objects.get().pk)
        assert "1 usulan berlaku" in Proses.objects.get().hasil["kalimat"]
        assert bkd.get(proses).status_code == 200
        assert "Catat SPMT" in tujuan.get(alamat).content.decode()
        assert "Catat SPMT" not in asal.get(alamat).content.decode()
        assert "Tandai selesai" in asal.get(alamat).content.decode()
        assert tujuan.post(f"{alamat}spmt/", {"nomor": ""}).status_code == 422
        isi = {"nomor": "12", "tanggal": "2026-07-02", "mulai": "2026-07-01"}
        assert tujuan.post(f"{alamat}spmt/", isi).status_code == 302
        butir = usulan.serah_terima.get(butir="gaji")
        asal.post(f"/mutasi/pelaksanaan/serah-terima/{butir.pk}/", {"catatan": "BAST 1"})
        operator = klien(k.operator)
        assert operator.post(f"{alamat}siasn/", {"siasn_id": "A1"}).status_code == 302
    assert ambil(usulan).status == S.EVALUASI
    assert usulan.serah_terima.get(butir="gaji").catatan == "BAST 1"


def test_keadaan_pada_hari_nanti_menurut_sk_pensiun_dan_kontrak(k: Pelaksana) -> None:
    lama, baru, guru = staf(k.unit["sd1"]), staf(k.unit["sd2"]), staf(k.unit["sd1"], butuh=2)
    orang = berakun("SITI", lama)
    ber_sk(orang, baru, k)
    tua, kontrak = berakun("TUA", guru), berakun("KONTRAK", guru, status="PPPK")
    Pegawai.objects.filter(pk=tua.pk).update(tmt_pensiun=date(2026, 9, 1))
    Pegawai.objects.filter(pk=kontrak.pk).update(akhir_kontrak=date(2026, 12, 31))

    def pos(hari: date) -> dict[int, tuple[int, int]]:
        return {p.pk: (p.kelak, p.lowong) for p in keadaan_pada(k.kabid, hari, per=PER).pos}

    assert pos(date(2026, 6, 30)) == {}
    assert pos(date(2026, 7, 1)) == {lama.pk: (0, 1), baru.pk: (1, 0)}
    assert pos(date(2026, 12, 31))[guru.pk] == (1, 1)
    assert pos(date(2027, 1, 1))[guru.pk] == (0, 2)
    isi = keadaan_pada(k.kabid, date(2027, 1, 1), per=PER)
    assert (isi.masuk, dict(isi.keluar), isi.lowong_baru) == (
        1, {"mutasi": 1, "pensiun": 1, "kontrak": 1}, 3,
    )  # fmt: skip
    buka = klien(k.kabid)
    halaman = buka.get("/mutasi/keadaan-pada/?tanggal=2027-01-01&macam=kontrak").content.decode()
    assert "KONTRAK" in halaman
    assert "SITI" not in halaman
    buku = buka.get("/mutasi/keadaan-pada/ekspor/?tanggal=2027-01-01")
    assert b"".join(buku.streaming_content)[:2] == b"PK"  # type: ignore[attr-defined]
    assert klien(k.kepala_asal).get("/mutasi/keadaan-pada/").status_code == 403


def test_pegawai_berkeberatan_dari_halamannya_sendiri(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    assert orang.pengguna is not None
    saya, alamat = klien(orang.pengguna), f"/mutasi-saya/{usulan.pk}/keberatan/"
    assert "Ajukan keberatan" in saya.get("/mutasi-saya/keberatan/").content.decode()
    assert klien(k.analis).get(alamat).status_code == 404
    assert saya.post(alamat, {"alasan": "tidak"}).status_code == 422
    alasan = "Jarak ke tempat tugas baru 70 km dan orang tua saya sakit."
    saya.post(alamat, {"alasan": alasan})
    satu = KeberatanMutasi.objects.get()
    bupati, rincian = klien(k.bupati), f"/mutasi/keberatan/{satu.pk}/"
    assert alasan in bupati.get(rincian).content.decode()
    assert "Simpan putusan" not in klien(k.kabid).get(rincian).content.decode()
    bupati.post(f"{rincian}putus/", {
        "kabul": "tidak", "pertimbangan": "Kebutuhan unit tujuan lebih mendesak menurut data."
    })  # fmt: skip
    assert "Ditolak" in saya.get("/mutasi-saya/keberatan/").content.decode()
    assert Pemberitahuan.objects.filter(untuk=orang.pengguna, judul__contains="diputus").exists()


def test_perintah_melaksanakan_dan_menyebut_yang_terhambat(k: Pelaksana, tmp_path: Any) -> None:
    baik = ber_sk(berakun("BAIK", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)
    buruk = ber_sk(berakun("BURUK", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)
    Pegawai.objects.filter(pk=buruk.pegawai_id).update(berhenti=PER)
    berkas = tmp_path / "hasil.json"
    with time_machine.travel("2026-07-02 09:00 +0700", tick=False):
        with pytest.raises(SystemExit) as keluar:
            call_command("laksanakan_mutasi", json=str(berkas), stdout=StringIO())
        assert keluar.value.code == 3
        with pytest.raises(SystemExit) as nanti:
            call_command("laksanakan_mutasi", per="2026-08-01", stderr=StringIO())
        assert nanti.value.code == 2
    isi = json.loads(berkas.read_text())
    assert (isi["per"], isi["berlaku"]) == ("2026-07-02", 1)
    assert [t["usulan"] for t in isi["terhambat"]] == [str(buruk.pk)]
    assert ambil(baik).status == S.BERLAKU

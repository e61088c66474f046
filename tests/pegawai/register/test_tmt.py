"""The TMT that counts: corrected with a reason, shown beside the printed one, withdrawn again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from config.turunan import hitung_ulang
from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.izin import Peran
from pegawai.kernel.masa import tmt_dihitung
from pegawai.models import Pegawai, Penugasan, RiwayatSertifikat
from pegawai.services.tmt import koreksi_tmt, tarik_koreksi_tmt
from tests.factories import organisasi
from tests.pegawai.dunia import Dunia, masuk, teks
from tests.pegawai.impor import alat
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal

PER = date(2026, 6, 1)
ALASAN = "Nama jabatan berubah menurut PermenPANRB 41/2018"


def _koreksi(d: Dunia, **lain: Any) -> Penugasan:
    isi = {"oleh": d.kabid, "tmt_hitung": date(2018, 1, 1), "alasan": ALASAN} | lain
    return koreksi_tmt(d.siti.pk, per=PER, **isi)


def test_a_correction_counts_and_the_printed_date_stays(d: Dunia) -> None:
    _koreksi(d)

    d.siti.refresh_from_db()
    assert (d.siti.tmt_jabatan, d.siti.tmt_hitung) == (date(2020, 3, 1), date(2018, 1, 1))
    jejak = Peristiwa.objects.get(tindakan="pegawai.tmt.dikoreksi")
    isi = IsiPeristiwa.objects.get(pk=jejak.urutan).isi
    assert '"tmt_hitung":"2018-01-01"' in isi
    assert ALASAN in isi


def test_withdrawing_counts_from_the_printed_date_again(d: Dunia) -> None:
    _koreksi(d)

    baris = tarik_koreksi_tmt(d.siti.pk, oleh=d.kabid, per=PER, alasan="Ternyata pindah jabatan")

    d.siti.refresh_from_db()
    assert (baris.tmt_hitung, baris.alasan_tmt_hitung) == (None, "")
    assert d.siti.tmt_hitung == date(2020, 3, 1)
    assert Peristiwa.objects.filter(tindakan="pegawai.tmt.dikoreksi").count() == 2
    with pytest.raises(Refusal, match="tidak dikoreksi"):
        tarik_koreksi_tmt(d.siti.pk, oleh=d.kabid, per=PER, alasan="Sekali lagi saja")


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"tmt_hitung": date(2020, 3, 1)}, "tidak_lebih_awal"),
        ({"tmt_hitung": date(2024, 1, 1)}, "tidak_lebih_awal"),
        ({"tmt_hitung": date(2003, 9, 25)}, "terlalu_muda"),
        ({"alasan": "  "}, "tanpa_alasan"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(d: Dunia, lain: dict[str, Any], kode: str) -> None:
    with pytest.raises(Refusal) as penolakan:
        _koreksi(d, **lain)

    assert penolakan.value.kode == kode
    assert _koreksi(d, tmt_hitung=date(2003, 9, 26)).tmt_hitung == date(2003, 9, 26)


def test_the_same_correction_twice_is_no_correction(d: Dunia) -> None:
    _koreksi(d)

    with pytest.raises(Refusal, match="Tidak ada yang berubah"):
        _koreksi(d)


def test_only_those_who_may_correct_and_not_oneself(d: Dunia) -> None:
    with pytest.raises(NotAllowed, match="tidak berhak mencatat"):
        _koreksi(d, oleh=d.operator)
    with pytest.raises(OutOfReach):
        koreksi_tmt(d.budi.pk, oleh=d.operator, per=PER, tmt_hitung=date(2018, 1, 1), alasan=ALASAN)
    Pegawai.objects.filter(pk=d.siti.pk).update(pengguna=d.kabid)
    with pytest.raises(NotYours):
        _koreksi(d)


def test_who_holds_nothing_has_nothing_to_correct(d: Dunia) -> None:
    Penugasan.objects.filter(pegawai=d.siti).update(selesai=PER)

    with pytest.raises(Refusal, match="tidak menduduki jabatan definitif"):
        _koreksi(d)
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_jabatan=None)
    with pytest.raises(Refusal, match="belum tercetak"):
        _koreksi(d)


@pytest.mark.parametrize(
    ("tercetak", "koreksi", "dihitung"),
    [
        (date(2020, 1, 1), None, date(2020, 1, 1)),
        (date(2020, 1, 1), date(2018, 1, 1), date(2018, 1, 1)),
        (date(2017, 1, 1), date(2018, 1, 1), date(2017, 1, 1)),
        (None, date(2018, 1, 1), date(2018, 1, 1)),
        (None, None, None),
    ],
)
def test_a_correction_only_lengthens(
    tercetak: date | None, koreksi: date | None, dihitung: date | None
) -> None:
    assert tmt_dihitung(tercetak, koreksi) == dihitung


def test_the_list_of_five_years_counts_from_the_correction_and_says_why(
    client: Client, d: Dunia
) -> None:
    Penugasan.objects.update(tmt=date(2025, 1, 1))
    Pegawai.objects.update(tmt_jabatan=date(2025, 1, 1), tmt_hitung=date(2025, 1, 1))
    _koreksi(d)

    jawaban = masuk(client, d.kabid).get("/pegawai/lima-tahun/")
    berkas = client.get("/pegawai/lima-tahun/ekspor/?bentuk=csv")

    assert [p.nama for p in jawaban.context["page"]] == ["SITI NUR'AINI"]
    assert ALASAN in teks(jawaban)
    assert "1 Januari 2025" in teks(jawaban)
    assert ALASAN in b"".join(berkas.streaming_content).decode()


def test_pages_show_both_dates_with_the_reason(client: Client, d: Dunia) -> None:
    masuk(client, d.kabid)
    url = f"/pegawai/{d.siti.pk}/"
    isi = {"tmt_hitung": "2018-01-01", "alasan": ALASAN}

    salah = client.post(f"{url}tmt/", isi | {"tmt_hitung": "2021-01-01"})
    benar = client.post(f"{url}tmt/", isi)
    halaman = teks(client.get(url))

    assert salah.status_code == 422
    assert "Harus lebih awal daripada TMT tercetak." in teks(salah)
    assert (benar.status_code, benar["Location"]) == (302, url)
    assert "TMT tercetak 1 Maret 2020; masa jabatan dihitung sejak" in halaman
    assert f"karena: {ALASAN}." in halaman
    assert "8 tahun 5 bulan) karena" in halaman
    assert client.post(f"{url}tmt/tarik/", {"alasan": "Keliru membaca SK"}).status_code == 302
    assert "masa jabatan dihitung sejak" not in teks(client.get(url))


def test_a_move_leaves_the_correction_behind_and_a_new_tmt_alone_keeps_it(
    db: Any, tmp_path: Path
) -> None:
    kantor = alat.kantor(tmp_path)
    kantor.impor(kantor.orang(1))
    kabid = organisasi.pengguna(Peran.KABID_MUTASI, nama="Kabid")
    orang = alat.orang_ke(1)
    koreksi_tmt(orang.pk, oleh=kabid, per=PER, tmt_hitung=date(2015, 1, 1), alasan=ALASAN)

    kantor.impor(kantor.orang(1, TMT_JABATAN="01-05-2026"), per=date(2026, 7, 1))
    tetap = alat.orang_ke(1)
    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=date(2026, 8, 1))
    pindah = alat.orang_ke(1)

    assert (tetap.tmt_jabatan, tetap.tmt_hitung) == (date(2026, 5, 1), date(2015, 1, 1))
    assert (pindah.unit, pindah.tmt_hitung) == (kantor.sd2, pindah.tmt_jabatan)
    assert hitung_ulang(per=date(2026, 8, 1), oleh=alat.sistem())["salinan_pegawai"] == 0


def test_a_certificate_is_recorded_by_hand_and_shown_with_its_end(client: Client, d: Dunia) -> None:
    url = f"/pegawai/{d.siti.pk}/"
    isi = {
        "jenis": "str", "nama": "STR Perawat", "nomor": "STR-1", "mulai": "2021-01-01",
        "selesai": "2026-01-01", "alasan": "Surat tanda registrasi terbaru",
    }  # fmt: skip
    masuk(client, d.kabid)

    salah = client.post(f"{url}sertifikat/", isi | {"selesai": "2020-01-01"})
    benar = client.post(f"{url}sertifikat/", isi)
    halaman = teks(client.get(url))

    assert "Tanggal akhir harus sesudah tanggal mulai." in teks(salah)
    assert benar.status_code == 302
    assert RiwayatSertifikat.objects.get().nomor == "STR-1"
    assert "STR Perawat" in halaman
    assert "tidak berlaku lagi" in halaman
    assert Peristiwa.objects.filter(tindakan="pegawai.riwayat.dicatat").count() == 1

"""Oversight: only announced or ended cases, every departure with its reason, the trail unsealed."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import AksesData
from mutasi.models import AgendaSidang, HasilPertek, PertekBkn, UsulanMutasi
from mutasi.selectors.pengawasan import Bagian, Masa, kasus, terbuka
from mutasi.selectors.pengawasan_jejak import jejak_kasus
from mutasi.selectors.pengawasan_peringkat import BELUM_DIUMUMKAN, bagian_peringkat, lompatan
from mutasi.selectors.pengawasan_ringkas import BAGIAN, bagian, ringkasan
from organisasi.models import NilaiKetentuan
from tests.factories import jalan as f
from tests.mutasi.pengawasan.conftest import BERATNYA, Dunia
from toolkit.xlsx import baca_buku

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
TAHUN = Masa(date(2026, 1, 1), date(2026, 12, 31))
DULU = Masa(date(2025, 1, 1), date(2025, 12, 31))


def baca(d: Dunia, kunci: str, masa: Masa = TAHUN) -> Bagian:
    """One part as the auditor reads it."""
    isi = bagian(kunci, d.k.inspektorat, masa, per=f.PER)
    assert isi is not None
    return isi


def test_only_announced_or_ended_cases_are_looked_at(d: Dunia) -> None:
    terlihat = set(kasus(d.k.inspektorat, TAHUN, per=f.PER).values_list("pk", flat=True))

    assert terlihat == {d.pindah.pk, d.ditolak.pk}
    assert not kasus(d.k.inspektorat, DULU, per=f.PER).exists()
    # Whoever else sees running cases sees them elsewhere, not here.
    assert d.jalan in UsulanMutasi.objects.for_user(d.k.kabid, per=f.PER)
    assert d.jalan not in terbuka(d.k.kabid, per=f.PER)


def test_refusal_against_the_panel_stands_with_its_reason(d: Dunia) -> None:
    (satu,) = baca(d, "tpk").baris

    siapa, _, kata, aksi, oleh, _, alasan, keadaan = satu.sel
    assert satu.usulan == d.ditolak.pk
    assert d.ditolak.pegawai.nip in siapa
    assert (kata, aksi, oleh) == ("Direkomendasikan", "menolak sebagai PPK", "Bupati")
    assert "dihapus pada penataan organisasi" in alasan
    assert keadaan == "Ditolak"


def test_objection_of_a_head_that_was_overruled_is_listed(d: Dunia) -> None:
    (satu,) = baca(d, "keberatan-unit").baris

    assert satu.usulan == d.pindah.pk
    assert satu.sel[2:6] == ("Unit asal", d.k.asal.nama, BERATNYA, "Kepala unit asal")


def test_outside_request_tells_what_became_of_the_person(d: Dunia) -> None:
    (satu,) = baca(d, "titipan").baris

    assert satu.sel[2] == "Ketua yayasan"
    assert satu.sel[-1].startswith("Berlaku sejak TMT, menunggu SPMT: ")
    assert satu.usulan == d.pindah.pk
    assert baca(d, "titipan", DULU).baris == ()


def test_move_without_consent_stands_with_its_ground_and_the_answer(d: Dunia) -> None:
    assert baca(d, "tanpa-kesediaan").baris == ()
    UsulanMutasi.objects.filter(pk=d.pindah.pk).update(
        dasar_tanpa_kesediaan="K2", uraian_tanpa_kesediaan="Wabah.",
        surat_tanpa_kesediaan={"nomor": "800/9"},
    )  # fmt: skip

    (satu,) = baca(d, "tanpa-kesediaan").baris

    assert satu.sel[2:6] == ("K2 Kebutuhan mendesak", "Wabah.", "800/9", "Bersedia")


def test_silence_of_bkn_that_counted_as_approval_is_listed(d: Dunia) -> None:
    PertekBkn.objects.create(
        usulan=d.pindah, versi=1, nomor_imut="IM-1", diusulkan=f.PER, batas=date(2026, 6, 8),
        otomatis_pada=date(2026, 6, 9), hasil=HasilPertek.OTOMATIS, dibuat_pada=d.pindah.sejak,
        dibuat_oleh=d.k.operator, dijawab_pada=d.pindah.sejak, dijawab_oleh=d.k.operator,
    )  # fmt: skip

    (satu,) = baca(d, "pertek-otomatis").baris

    assert satu.sel[2:5] == ("IM-1", f.PER, date(2026, 6, 9))


def test_move_near_a_political_window_says_how_near(d: Dunia) -> None:
    assert baca(d, "jendela").baris == ()
    kode = "tanggal_pelantikan_kepala_daerah"
    NilaiKetentuan.objects.filter(kode=kode).update(nilai="2026-06-20")

    (satu,) = baca(d, "jendela").baris

    assert satu.usulan == d.pindah.pk
    assert satu.sel[4].startswith("di dalam jendela 20 Juni 2026 sampai")
    assert satu.sel[5] == "tidak diwajibkan"  # a pelaksana
    NilaiKetentuan.objects.filter(kode=kode).update(nilai="2026-07-11")
    assert baca(d, "jendela").baris[0].sel[4] == "10 hari sebelum jendela dimulai"


def test_speed_is_told_per_desk_and_per_person(d: Dunia) -> None:
    baris = baca(d, "kecepatan").baris

    sidang = [b.sel for b in baris if b.sel[0] == "Menunggu sidang TPK"]
    assert [s[1:3] for s in sidang] == [("semua", 2), ("Sekretaris Daerah", 2)]
    assert all(s[3].endswith(("menit", "jam", "hari")) for s in sidang)


def berita_acara(usulan: Any, calon: list[tuple[str, tuple[str, ...]]], utama: str) -> str:
    """Frozen minutes of one name with these candidates and their points."""
    isi = {
        "jabatan": [{
            "calon": [{"nip": n, "nama": f"ORANG {n}", "nilai": list(v)} for n, v in calon],
            "utama": utama,
        }]
    }  # fmt: skip
    butir = {"usulan": str(usulan), "putusan": "rekomendasi", "alasan": "Lebih berpengalaman."}
    return json.dumps({"agenda": [butir], "naskah": json.dumps({"isi": isi})})


@pytest.mark.parametrize(
    ("nilai", "lompat"),
    [
        pytest.param({"1": ("40,00", "10,50"), "2": ("40,00", "10,51")}, ["2"], id="one-hundredth"),
        pytest.param({"1": ("40,00",), "2": ("40,00",)}, [], id="the-same"),
        pytest.param({"1": ("30,00",), "2": ("belum dinilai",)}, [], id="not-measured"),
        pytest.param({"1": (), "2": ("50,00",)}, [], id="no-criteria"),
        pytest.param({"1": ("5,00",), "2": ("50,00",), "3": ("60,00",)}, ["3"], id="the-highest"),
    ],
)  # fmt: skip
def test_minutes_tell_who_was_passed_over(
    d: Dunia, nilai: dict[str, tuple[str, ...]], lompat: list[str]
) -> None:
    isi = berita_acara(d.pindah.pk, list(nilai.items()), "1")

    assert [satu.nip_lain for satu in lompatan(isi, "BA/1")] == lompat


def test_who_was_passed_over_stays_unnamed_while_his_own_case_runs(
    d: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sebut(nip: str) -> str:
        pindah = d.pindah.pegawai.nip
        isi = berita_acara(d.pindah.pk, [(pindah, ("1,00",)), (nip, ("2,00",))], pindah)
        (satu,) = lompatan(isi, "BA/1")
        monkeypatch.setattr(
            "mutasi.selectors.pengawasan_peringkat._lompatan_sidang", lambda rows: [satu]
        )
        (baris,) = bagian_peringkat(d.k.inspektorat, TAHUN, per=f.PER).baris
        return str(baris.sel[3])

    assert sebut(d.jalan.pegawai.nip) == BELUM_DIUMUMKAN
    assert sebut(d.ditolak.pegawai.nip) == (
        f"ORANG {d.ditolak.pegawai.nip} ({d.ditolak.pegawai.nip})"
    )


def test_signed_minutes_of_a_real_session_are_read(d: Dunia) -> None:
    sidang = AgendaSidang.objects.get(usulan=d.pindah).sidang
    isi = json.loads(sidang.berita_acara)
    naskah = json.loads(isi["naskah"])
    for calon in naskah["isi"]["jabatan"][0]["calon"]:
        calon["nilai"] = ["10,00"]
    naskah["isi"]["jabatan"][0]["calon"].append(
        {"nama": "YANG DILEWATI", "nip": "199001012015011009", "jabatan": "", "nilai": ["12,50"]}
    )
    teks = json.dumps({**isi, "naskah": json.dumps(naskah)})

    (satu,) = lompatan(teks, sidang.nomor)

    assert asdict(replace(satu, alasan="")) == {
        "usulan": d.pindah.pk, "poin": 10, "nip_lain": "199001012015011009",
        "nama_lain": "YANG DILEWATI", "poin_lain": pytest.approx(12.5), "alasan": "",
        "sidang": sidang.nomor,
    }  # fmt: skip
    assert baca(d, "peringkat").baris == ()  # as it was signed: nobody had points


def test_summary_counts_what_the_parts_list(d: Dunia) -> None:
    r = ringkasan(d.k.inspektorat, TAHUN, per=f.PER)

    assert (r.kasus, r.berakhir) == (2, 1)
    assert {h.kunci: h.banyak for h in r.hitungan if h.banyak is not None} == {
        kunci: len(baca(d, kunci).baris)
        for kunci in ("tpk", "tanpa-kesediaan", "keberatan-unit", "titipan", "pertek-otomatis")
    }


def test_trail_shows_sealed_acts_of_open_cases_and_of_no_other(d: Dunia) -> None:
    def cari(**lain: Any) -> list[tuple[str, str]]:
        isi = {"q": "", "tindakan": "", "sebelum": None, **lain}
        hasil = jejak_kasus(d.k.inspektorat, TAHUN, per=f.PER, **isi)
        return [(c.tindakan, str(u.pk)) for c, u, _ in hasil.baris if u]

    semua = cari()
    assert ("mutasi.usulan.verifikasi", str(d.pindah.pk)) in semua
    assert str(d.jalan.pk) not in {pk for _, pk in semua}
    assert {pk for _, pk in cari(q=d.ditolak.pegawai.nip)} == {str(d.ditolak.pk)}
    assert cari(q=d.jalan.pegawai.nip) == []
    assert {kode for kode, _ in cari(tindakan="mutasi.usulan.tolak_ppk")} == {
        "mutasi.usulan.tolak_ppk"
    }


def test_pages_open_to_the_auditor_in_few_queries_and_are_logged(d: Dunia, klien: Any) -> None:
    client = klien(d.k.inspektorat)
    alamat = [reverse("mutasi:pengawasan"), reverse("mutasi:pengawasan-jejak")]
    alamat += [reverse("mutasi:pengawasan-bagian", args=[kunci]) for kunci in BAGIAN]
    banyak = {}
    for satu in alamat:
        with CaptureQueriesContext(connection) as catatan:
            jawaban = client.get(satu)
        assert jawaban.status_code == 200, satu
        banyak[satu] = sum("SAVEPOINT" not in q["sql"] for q in catatan)

    assert max(banyak.values()) <= 20, banyak
    kata = client.get(alamat[2 + list(BAGIAN).index("tpk")]).content.decode()
    assert "menolak sebagai PPK" in kata
    assert reverse("mutasi:usulan-rincian", args=[d.ditolak.pk]) in kata
    assert AksesData.objects.filter(apa="pengawasan mutasi", pelaku_nama="Auditor").exists()
    cari = client.post(alamat[1], {"q": d.pindah.pegawai.nip, "tindakan": "x", "dari": "x"})
    assert "Tidak ada jejak yang cocok" in cari.content.decode()
    assert client.get(reverse("mutasi:pengawasan-bagian", args=["x"])).status_code == 404
    assert klien(d.k.kabid).get(alamat[0]).status_code == 403


def test_workbook_holds_every_part_with_name_and_time(d: Dunia, klien: Any) -> None:
    jawaban = klien(d.k.inspektorat).get(reverse("mutasi:pengawasan-ekspor"))

    isi = BytesIO(b"".join(jawaban.streaming_content))
    with baca_buku(isi, nama="pengawasan.xlsx") as buku:
        lembar = {satu.nama: [list(b) for _, b in satu.baris()] for satu in buku.lembar}
    keterangan = {str(b[0]): str(b[1]) for b in lembar["Keterangan"]}
    assert keterangan["Diekspor oleh"] == "Auditor"
    assert keterangan["Waktu"] == "01-06-2026 09.00"
    assert len(lembar) == 1 + len(BAGIAN)
    assert any("menolak sebagai PPK" in b for b in lembar["Menyimpang dari TPK"])
    assert AksesData.objects.filter(apa="pengawasan mutasi", sasaran="ekspor").exists()


@pytest.mark.parametrize(
    ("kueri", "masa"),
    [
        ({}, TAHUN),
        ({"dari": "2025-01-01", "sampai": "2025-12-31"}, DULU),
        ({"dari": "2025-12-31", "sampai": "2025-01-01"}, DULU),
        ({"dari": "besok", "sampai": "9999-12-31"}, TAHUN),
    ],
)  # fmt: skip
def test_period_is_read_from_the_address(kueri: dict[str, str], masa: Masa) -> None:
    assert Masa.dari_kueri(kueri, per=f.PER) == masa

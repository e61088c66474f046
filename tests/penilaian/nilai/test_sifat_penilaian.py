"""What holds for every run on random data, from the rows of the register to the stored account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from organisasi.izin import Peran
from pegawai.models import RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel.skor import akun_dari, hitung, teks_simpan
from penilaian.models import HasilPenilaian, NilaiIndikator
from penilaian.selectors.bahan_nilai import mentah_kinerja
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.snapshots.perangkat import perangkat_dari
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang

PER = date(2026, 6, 1)
KRITERIA = [
    ("K1", "predikat_tahunan", "30", {"satuan": "predikat", "skala": "tabel",
                                      "parameter": {"isi": pabrik.PREDIKAT}}),
    ("K2", "kehadiran", "20", {}),
    ("K3", "ketepatan_waktu", "10", {}),
    ("K4", "penyelesaian_tugas", "10", {}),
    ("K5", "mutu", "10", {}),
    ("K6", "capaian_skp", "10", {"skala": "rasio", "parameter": {"target": "100", "batas": "120"}}),
    ("K7", "pelatihan_jp", "10", {"satuan": "JP", "skala": "linear",
                                  "parameter": {"dari": "0", "sampai": "20"}}),
]  # fmt: skip
KODE = ("hari_kerja", "hari_hadir", "hari_tepat", "tugas_jatuh_tempo", "tugas_tepat_waktu",
        "tugas_selesai", "tugas_direvisi", "capaian_skp")  # fmt: skip
ORANG = st.fixed_dictionaries(
    {
        "predikat": st.sampled_from(["", "BAIK", "SANGAT BAIK", "KURANG"]),
        "ukur": st.lists(st.one_of(st.none(), st.integers(0, 250)), min_size=8, max_size=8),
        "jam": st.one_of(st.none(), st.integers(0, 40)),
    }
)


@pytest.mark.django_db
class TestSifat(TestCase):
    """Random people, among them impossible ones (more present than working days)."""

    @classmethod
    def setUpTestData(cls) -> None:
        u = kantor.kabupaten()
        post = orang.formasi(u["sd1"], orang.jabatan("Guru Ahli Muda", rumpun="Guru"))
        cls.orang = [orang.pegawai(f"ORANG {n}", post=post) for n in range(4)]
        cls.periode = pabrik.periode()
        baris = [
            pabrik.baris_kriteria(kode, sumber, bobot, **lain | {"bila_kosong": "bobot_dibagi"})
            for kode, sumber, bobot, lain in KRITERIA
        ]
        cls.set = pabrik.perangkat_terbit(baris, bobot_minimal=Decimal(40), peringkat=True)
        cls.analis = kantor.pengguna(Peran.ANALIS_BKD)

    def isi(self, semua, urutan):
        for n in urutan:
            siapa, data = self.orang[n], semua[n]
            if data["predikat"]:
                RiwayatKinerja.objects.create(pegawai=siapa, tahun=2025, predikat=data["predikat"])
            ukur = zip(KODE, data["ukur"], strict=True)
            pabrik.nilai_indikator(siapa, self.periode, **{k: v for k, v in ukur if v is not None})
            if data["jam"] is not None:
                RiwayatPelatihan.objects.create(
                    pegawai=siapa, mulai=date(2025, 3, 1), nama="Pelatihan", jam=data["jam"]
                )

    def hitung(self):
        return hitung_nilai(Permintaan(self.periode, PER, self.analis)).penilaian

    @settings(max_examples=8)
    @given(semua=st.lists(ORANG, min_size=4, max_size=4), acak=st.permutations(range(4)))
    def test_lines_sum_missing_is_never_zero_and_order_changes_nothing(self, semua, acak) -> None:
        with transaction.atomic():
            self.isi(semua, range(4))
            lurus = self._skor(self.hitung())
            self._periksa(semua)
            transaction.set_rollback(True)
        with transaction.atomic():
            self.isi(semua, acak)
            assert self._skor(self.hitung()) == lurus
            transaction.set_rollback(True)

    def _skor(self, satu):
        rows = HasilPenilaian.objects.filter(penilaian=satu)
        return list(rows.order_by("pegawai").values_list("pegawai", "keadaan", "skor", "peringkat"))

    def _periksa(self, semua) -> None:
        perangkat = perangkat_dari(self.set)
        mentah = dict(mentah_kinerja(self.periode, perangkat, per=PER))
        per_orang = {o.pk: isi for o, isi in mentah.items()}
        for n, siapa in enumerate(self.orang):
            satu = HasilPenilaian.objects.get(pegawai=siapa)
            akun = akun_dari(satu.rincian)
            # The bulk engine stored what the plain form gives, byte for byte.
            assert satu.rincian == teks_simpan(hitung(perangkat, per_orang[siapa.pk]))
            assert satu.skor == akun.skor
            if akun.skor is not None:
                assert sum(b.sumbangan for b in akun.baris if b.terukur) == akun.skor
            kosong = {b.kriteria for b in akun.baris if not b.terukur}
            assert all(akun.satu(k).sumbangan is None for k in kosong)
            if not semua[n]["predikat"]:
                assert "K1" in kosong
            if semua[n]["jam"] == 0:
                assert akun.satu("K7").nilai == 0  # measured, and nothing


@pytest.mark.django_db
def test_raising_what_is_good_never_lowers_the_score() -> None:
    u = kantor.kabupaten()
    siapa = orang.pegawai("ANI", post=orang.formasi(u["sd1"], orang.jabatan("Guru Ahli Muda")))
    masa = pabrik.periode()
    pabrik.perangkat_terbit([pabrik.baris_kriteria("K", "kehadiran", "100")])
    pabrik.nilai_indikator(siapa, masa, hari_kerja=230, hari_hadir=0)
    analis = kantor.pengguna(Peran.ANALIS_BKD)
    lalu = Decimal(-1)
    for hadir in (0, 1, 77, 115, 229, 230):
        NilaiIndikator.objects.filter(indikator="hari_hadir").update(nilai=hadir)
        satu = hitung_nilai(Permintaan(masa, PER, analis)).penilaian
        skor = HasilPenilaian.objects.get(penilaian=satu).skor
        assert skor is not None
        assert skor > lalu
        lalu = skor

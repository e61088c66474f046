"""Two at once on one case: one moves it, the other is told; numbers stay gapless."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from mutasi.alur import StatusUsulan
from mutasi.models import BerkasMutasi, Kesediaan, UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import kesediaan as acts_kesediaan
from mutasi.services import telaah as acts_telaah
from mutasi.services import usulan as acts
from tests.factories import jalan as f
from tests.helpers.acuan import acuan_jalan
from tests.helpers.serentak import serentak
from toolkit.policy import Refusal

S = StatusUsulan
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def k(transactional_db: None) -> Iterator[f.Kantor]:
    """Committed, so that both threads see it; what a flush before took away is back."""
    acuan_jalan()
    with time_machine.travel("2026-06-01 09:00 +0700", tick=True):
        yield f.kantor()


def test_two_heads_at_once_both_answer_and_the_case_moves_once(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DITELAAH_UNIT)
    asal, tujuan = usulan.telaah.get(sisi="asal"), usulan.telaah.get(sisi="tujuan")

    hasil = serentak(
        lambda: acts_telaah.jawab_telaah(asal.pk, oleh=k.kepala_asal, per=f.PER, setuju=True),
        lambda: acts_telaah.jawab_telaah(tujuan.pk, oleh=k.kepala_tujuan, per=f.PER, setuju=True),
    )

    assert not [h for h in hasil if isinstance(h, Exception)]
    assert f.ambil(usulan).status == S.SIAP_DIBERITAHUKAN
    assert usulan.singgah.filter(status=S.SIAP_DIBERITAHUKAN).count() == 1


def test_one_of_two_equal_decisions_counts_and_two_answers_stand_in_order(k: f.Kantor) -> None:
    usulan = f.tulis_alasan(k, f.kasus(k, S.DIAJUKAN))

    def putus() -> UsulanMutasi:
        return acts.verifikasi(usulan.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)

    hasil = serentak(*[putus] * 8)

    ditolak = [h for h in hasil if isinstance(h, Refusal)]
    assert len(ditolak) == 7
    assert all("tidak dapat lagi memverifikasi" in h.kalimat for h in ditolak)
    assert usulan.persetujuan.count() == usulan.bekuan.count() == 1
    usulan = f.jalankan(k, f.ambil(usulan), S.MENUNGGU_KESEDIAAN)
    saya = f.akun(usulan)
    serentak(
        *(
            lambda kata=kata: acts_kesediaan.jawab_kesediaan(
                usulan.pk, oleh=saya, per=f.PER, jawaban=kata
            )
            for kata in ("bersedia", "netral")
        )
    )
    assert Kesediaan.objects.filter(usulan=usulan).count() == 2


def test_numbers_of_files_have_no_gap_and_no_double_under_many_hands(k: f.Kantor) -> None:
    def buat() -> BerkasMutasi:
        return acts_berkas.buat_berkas(
            oleh=k.penyusun, per=f.PER, nama="x", tmt=f.TMT, sumber="bkd"
        )

    def gagal() -> None:
        acts_berkas.buat_berkas(oleh=k.hukum, per=f.PER, nama="x", tmt=f.TMT, sumber="bkd")

    serentak(*[buat, gagal] * 5)

    nomor = sorted(BerkasMutasi.objects.values_list("nomor", flat=True))
    assert nomor == [f"B-2026-{n:04d}" for n in range(1, 7)]

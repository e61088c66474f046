"""What the road does by itself: lapses, reminds once, escalates, sees that facts changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from config.impor import dengan_usulan
from mutasi.alur import StatusUsulan
from mutasi.models import Kesediaan, UsulanMutasi
from mutasi.services import usulan as acts_usulan
from mutasi.services.fakta_usulan import periksa_fakta
from mutasi.services.jalan_harian import rawat_jalan
from organisasi.impor import JENIS
from organisasi.models import Pemberitahuan, Pengguna
from pegawai.models import Pegawai
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from tests.factories import jalan as f
from tests.factories.pegawai import pegawai as pegawai_polos
from tests.mutasi.jalan.alat import ditolak, jejak

S = StatusUsulan
LAMA = timedelta(days=60)


def _pesan(untuk: Pengguna, perihal: str) -> int:
    return Pemberitahuan.objects.filter(untuk=untuk, kunci__contains=perihal).count()


def test_limits_are_reminded_of_once_then_passed_on_and_silent_heads_passed_over(
    k: f.Kantor,
) -> None:
    telaah, sedia = f.kasus(k, S.DITELAAH_UNIT), f.kasus(k, S.MENUNGGU_KESEDIAAN)
    assert telaah.tenggat is not None
    assert sedia.tenggat is not None
    saya, awal = f.akun(sedia), Pemberitahuan.objects.count()

    rawat_jalan(per=f.PER)
    assert Pemberitahuan.objects.count() == awal
    for _ in range(2):
        rawat_jalan(per=telaah.tenggat)
    assert [_pesan(siapa, "ingat-") for siapa in (k.kepala_asal, k.kepala_tujuan)] == [1, 1]
    assert f.ambil(telaah).status == S.DITELAAH_UNIT
    rawat_jalan(per=sedia.tenggat)
    assert _pesan(saya, "ingat-") == 1
    for _ in range(2):
        rawat_jalan(per=sedia.tenggat + LAMA)

    assert f.ambil(telaah).status == S.SIAP_DIBERITAHUKAN
    assert set(telaah.telaah.values_list("jawaban", flat=True)) == {"lewat"}
    assert f.ambil(sedia).status == S.MENUNGGU_KESEDIAAN
    assert [_pesan(siapa, "lewat-menunggu") for siapa in (k.kabid, k.kepala)] == [1, 1]


def test_a_consent_past_its_last_day_is_told_to_bkd_once(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.SIDANG_TPK)
    akhir = Kesediaan.objects.get(usulan=usulan).berlaku_sampai

    for hari in (akhir, akhir + timedelta(days=1), akhir + LAMA):
        rawat_jalan(per=hari)

    assert _pesan(k.kabid, "sedia-") == 1


def test_facts_that_changed_are_marked_told_and_cleared_by_a_fresh_look(k: f.Kantor) -> None:
    diam, cpns, banyak = (f.kasus(k, S.DIKAJI) for _ in range(3))
    mati = f.kasus(k, S.DIAJUKAN)
    Pegawai.objects.filter(pk=mati.pegawai_id).update(
        berhenti=date(2026, 5, 30), alasan_berhenti="Meninggal dunia"
    )
    Pegawai.objects.filter(pk=cpns.pegawai_id).update(cpns=True)
    pegawai_polos("PENGISI KURSI", post=banyak.ke)
    Pegawai.objects.filter(pk=banyak.pegawai_id).update(
        formasi=f.kursi(k.unit["bkd"]), hilang_sejak=date(2026, 5, 1)
    )

    assert periksa_fakta(per=f.PER) == 3
    assert periksa_fakta(per=f.PER + timedelta(days=1)) == 0

    def bunyi(usulan: UsulanMutasi) -> str:
        return " ".join(satu["bunyi"] for satu in f.ambil(usulan).fakta_berubah)

    assert bunyi(diam) == ""
    assert "berhenti sejak 30 Mei 2026 (Meninggal dunia)" in bunyi(mati)
    assert bunyi(cpns) == "H02 tidak lagi terpenuhi: Bukan CPNS."
    assert "tidak ada di berkas sejak 1 Mei 2026" in bunyi(banyak)
    assert "Jabatan pegawai di register berubah" in bunyi(banyak)
    assert "H03 tidak lagi terpenuhi" in bunyi(banyak)
    assert "mutasi.usulan.fakta" in jejak(cpns)
    assert _pesan(k.kabid, "fakta-") == 3
    Pegawai.objects.filter(pk=cpns.pegawai_id).update(cpns=False)
    with ditolak("W11:", "H02 tidak lagi terpenuhi", kode="W11"):
        acts_usulan.serahkan(cpns.pk, oleh=k.kepala, per=f.PER)
    acts_usulan.tulis_alasan_w(
        cpns.pk, oleh=k.analis, per=f.PER, kode="W11", alasan="Salah impor; SK PNS ada di arsip."
    )
    acts_usulan.serahkan(cpns.pk, oleh=k.kepala, per=f.PER)
    assert f.ambil(cpns).fakta_berubah == []
    assert periksa_fakta(per=f.PER) == 0


def test_an_import_of_people_looks_at_the_running_cases_at_once(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIAJUKAN)

    def isi(_hasil: object, _konteks: object) -> None:
        Pegawai.objects.filter(pk=usulan.pegawai_id).update(berhenti=date(2026, 5, 30))

    konteks: Any = SimpleNamespace(per=f.PER)
    dengan_usulan(replace(IMPOR_PEGAWAI, terapkan=isi)).terapkan(konteks, konteks)

    assert [satu["kode"] for satu in f.ambil(usulan).fakta_berubah] == ["berhenti"]
    assert JENIS["pegawai"].terapkan.__qualname__.startswith("dengan_usulan")

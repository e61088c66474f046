"""Both offices answer in parallel; silence passes; nobody answers about himself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mutasi.alur import StatusUsulan
from mutasi.models import TelaahUnit, UsulanMutasi
from mutasi.services import telaah as acts
from mutasi.services import usulan as acts_usulan
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan, Pengguna, PenugasanPeran
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.mutasi.jalan.alat import ditolak, jejak

S = StatusUsulan


def _jawab(k: f.Kantor, usulan: UsulanMutasi, sisi: str, siapa: Pengguna, **isi: Any) -> TelaahUnit:
    baris = usulan.telaah.get(sisi=sisi)
    isi = {"setuju": True, **isi}
    return acts.jawab_telaah(baris.pk, oleh=siapa, per=f.PER, **isi)


def test_the_case_moves_with_the_last_answer_and_an_objection_goes_along(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DITELAAH_UNIT)

    assert usulan.tahap == "terbatas"
    assert usulan.tenggat == max(usulan.telaah.values_list("batas", flat=True))
    for siapa in (k.kepala_asal, k.kepala_tujuan):
        assert Pemberitahuan.objects.filter(untuk=siapa, kunci__contains="telaah").count() == 1
    with ditolak("dijawab kepala Dinas Sosial", status=403):
        _jawab(k, usulan, "tujuan", k.kepala_asal)
    with ditolak("dijawab kepala Dinas Sosial", status=403):
        _jawab(k, usulan, "tujuan", k.kabid)
    with ditolak("Tulis alasan keberatan unit.", kode="tanpa_alasan"):
        _jawab(k, usulan, "asal", k.kepala_asal, setuju=False)
    _jawab(k, usulan, "asal", k.kepala_asal, setuju=False, alasan="Tinggal satu orang.")
    with ditolak("sudah dijawab"):
        _jawab(k, usulan, "asal", k.kepala_asal)
    assert f.ambil(usulan).status == S.DITELAAH_UNIT
    _jawab(k, usulan, "tujuan", k.kepala_tujuan)

    assert f.ambil(usulan).status == S.SIAP_DIBERITAHUKAN
    assert jejak(usulan)[-2:] == ["mutasi.usulan.telaah_dijawab", "mutasi.usulan.telaah"]
    with ditolak("tidak ditemukan", status=404):
        acts.jawab_telaah(0, oleh=k.kepala_asal, per=f.PER, setuju=True)


def test_one_office_answers_once_and_a_secret_case_opens_to_its_heads_only(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIVERIFIKASI, ke=f.kursi(k.unit["sd1"]))
    with ditolak("tidak ditemukan", status=404):
        acts_usulan.periksa(usulan.pk, oleh=k.kepala_asal, per=f.PER)

    usulan = f.jalankan(k, usulan, S.DITELAAH_UNIT)

    baris = usulan.telaah.get()
    assert (baris.sisi, baris.unit) == ("asal", k.asal)
    acts.jawab_telaah(baris.pk, oleh=k.kepala_asal, per=f.PER, setuju=True)
    assert f.ambil(usulan).status == S.SIAP_DIBERITAHUKAN


def test_a_case_about_the_head_himself_is_answered_above_him(k: f.Kantor) -> None:
    kepala = f.orang(f.kursi(k.asal, "jf"))
    akun = kepala.pengguna
    assert akun is not None
    PenugasanPeran.objects.filter(pengguna=k.kepala_asal).update(pengguna=akun)
    usulan = f.kasus(k, S.DITELAAH_UNIT, pegawai=kepala, jenjang="jf")

    with ditolak("tidak ditemukan", status=404):  # he was not told of it
        _jawab(k, usulan, "asal", akun)
    with ditolak("dijawab kepala Dinas Sosial", status=403):
        _jawab(k, usulan, "tujuan", k.sekda)
    _jawab(k, usulan, "asal", k.sekda)

    assert usulan.telaah.get(sisi="asal").dijawab_oleh == k.sekda


def test_a_substitute_head_answers_and_who_holds_no_office_does_not(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DITELAAH_UNIT)
    plt = pengguna(Peran.KEPALA_UNIT, unit=k.asal, nama="Plt. Kepala Dinas")
    PenugasanPeran.objects.filter(pengguna=plt).update(sifat="plt", selesai=date(2026, 12, 31))

    with ditolak("tidak ditemukan", status=404):
        _jawab(k, usulan, "asal", k.hukum)
    _jawab(k, usulan, "asal", plt)

    assert usulan.telaah.get(sisi="asal").dijawab_oleh == plt


def test_silence_past_the_limit_lets_the_case_go_on_marked_so(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DITELAAH_UNIT)
    _jawab(k, usulan, "asal", k.kepala_asal)
    batas = usulan.tenggat
    assert isinstance(batas, date)

    with ditolak("belum lewat", kode="belum_lewat"):
        acts.lewati_telaah(usulan.pk, per=batas)
    acts.lewati_telaah(usulan.pk, per=batas + timedelta(days=1))

    assert f.ambil(usulan).status == S.SIAP_DIBERITAHUKAN
    jawaban = dict(usulan.telaah.values_list("sisi", "jawaban"))
    assert jawaban == {"asal": "setuju", "tujuan": "lewat"}
    with ditolak("tidak dapat lagi"):
        acts.lewati_telaah(usulan.pk, per=batas + timedelta(days=1))

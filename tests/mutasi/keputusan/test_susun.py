"""Drafting and numbering decrees, and every refusal on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jejak.models import Peristiwa
from mutasi.kernel.naskah import beku
from mutasi.models import KedudukanTandaTangan, Keputusan, StatusKeputusan
from mutasi.selectors.keputusan import pembagian
from mutasi.selectors.keputusan_isi import Bunyi
from mutasi.services import keputusan as acts
from organisasi.models import NilaiKetentuan, Pemberitahuan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal, WrongMoment

PER, TMT = fk.PER, fk.TMT


def ketentuan(kode: str, nilai: Any) -> None:
    """Another value of a constant, from the first day on."""
    NilaiKetentuan.objects.filter(kode=kode).update(nilai=nilai)


def test_a_draft_freezes_its_cases_and_the_usual_words(k: f.Kantor) -> None:
    satu, dua = fk.setuju(k, 2)

    draf = fk.draf(k, [satu, dua])

    naskah: Any = beku.baca(draf.isi)
    assert draf.status == StatusKeputusan.DRAF
    assert (draf.nomor, draf.sidik) == ("", beku.sidik(draf.isi))
    assert [b.nama for b in naskah.lampiran] == [satu.pegawai.nama, dua.pegawai.nama]
    assert naskah.lampiran[0].tmt == TMT
    assert "1 Juli 2026" in naskah.diktum[-1]
    assert naskah.penanda.kepala_daerah
    assert naskah.penanda.nip == ""
    assert len(draf.kode) == 43
    assert Peristiwa.objects.filter(tindakan="mutasi.keputusan.disusun").count() == 1
    kabar = Pemberitahuan.objects.get(untuk=k.hukum, judul__startswith="Draf keputusan")
    assert satu.pegawai.nama not in kabar.judul + kabar.isi


def test_what_may_not_go_into_a_draft(k: f.Kantor) -> None:
    (siap,) = fk.setuju(k)
    belum = f.draf(k, jenis="pppk")
    sendiri = {"oleh": k.penyusun, "per": PER, "tentang": "Uji", "tmt": TMT}
    sendiri["penandatangan_id"] = fk.penanda_ppk(k).pk
    berkas = siap.berkas_id

    with pytest.raises(Refusal, match="paling sedikit satu usulan"):
        acts.susun_keputusan(berkas, usulan_ids=[], **sendiri)
    with pytest.raises(WrongMoment, match="SK disusun dari usulan yang disetujui PPK"):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk, belum.pk], **sendiri)
    with pytest.raises(Refusal, match="TMT jatuh pada tanggal 1 .*1 Agustus 2026"):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **{**sendiri, "tmt": date(2026, 7, 2)})
    with pytest.raises(Refusal, match="kewenangannya berlaku hari ini"):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **{**sendiri, "penandatangan_id": 0})
    with pytest.raises(NotAllowed, match="tidak berhak menyusun SK"):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **{**sendiri, "oleh": k.hukum})
    with pytest.raises(OutOfReach):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **{**sendiri, "oleh": k.kepala_asal})
    lain = k.berkas_baru("Lain")
    with pytest.raises(OutOfReach, match="tidak ada di berkas ini"):
        acts.susun_keputusan(lain.pk, usulan_ids=[siap.pk], **sendiri)
    fk.draf(k, [siap])
    with pytest.raises(WrongMoment, match="sudah ada di draf SK lain"):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **sendiri)
    siap.pegawai.pengguna = k.penyusun
    siap.pegawai.save(update_fields=["pengguna"])
    with pytest.raises((NotYours, OutOfReach)):
        acts.susun_keputusan(berkas, usulan_ids=[siap.pk], **sendiri)
    assert Keputusan.objects.count() == 1


def test_a_draft_is_mended_until_it_has_a_number(k: f.Kantor) -> None:
    draf = fk.draf(k)
    isi = {
        "oleh": k.penyusun,
        "per": PER,
        "tentang": "Uji",
        "penandatangan_id": draf.penandatangan_id,
    }

    lama = acts.bunyi_dari(draf)
    baru = acts.ubah_draf(
        draf.pk,
        **isi,
        tmt=date(2026, 8, 1),
        bunyi=Bunyi(menimbang=("bahwa uji;",), diktum=lama.diktum),
    )

    naskah: Any = beku.baca(baru.isi)
    assert naskah.menimbang == ("bahwa uji;",)
    assert "1 Agustus 2026" in naskah.diktum[-1]
    fk.bernomor(k, baru, "821.2/9/2026")
    with pytest.raises(WrongMoment, match="sudah bernomor"):
        acts.ubah_draf(draf.pk, **isi, tmt=TMT)
    with pytest.raises(WrongMoment, match="sudah bernomor"):
        acts.batalkan_draf(draf.pk, oleh=k.penyusun, per=PER, alasan="Keliru")
    with pytest.raises(NotAllowed, match="tidak berhak memberi nomor"):
        acts.lepas_nomor(draf.pk, oleh=k.penyusun, per=PER, alasan="Keliru")
    with pytest.raises(Refusal, match="alasan melepas nomor"):
        acts.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan=" ")
    acts.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan="Tentangnya keliru")
    with pytest.raises(Refusal, match="alasan membatalkan"):
        acts.batalkan_draf(draf.pk, oleh=k.penyusun, per=PER, alasan="")
    acts.batalkan_draf(draf.pk, oleh=k.penyusun, per=PER, alasan="Keliru")
    with pytest.raises(WrongMoment, match="Draf ini sudah dibatalkan"):
        acts.batalkan_draf(draf.pk, oleh=k.penyusun, per=PER, alasan="Lagi")
    with pytest.raises(WrongMoment, match="Hanya draf yang diberi nomor"):
        fk.bernomor(k, draf)
    # Its case is free again.
    assert fk.draf(k, [draf.baris.get().usulan]).status == StatusKeputusan.DRAF


def test_bagian_hukum_gives_each_number_once(k: f.Kantor) -> None:
    satu, dua = (fk.draf(k, [u]) for u in fk.setuju(k, 2))

    bernomor = fk.bernomor(k, satu, "821.2/1/2026")

    naskah: Any = beku.baca(bernomor.isi)
    assert (naskah.nomor, naskah.tanggal) == ("821.2/1/2026", PER)
    with pytest.raises(WrongMoment, match="sudah bernomor 821.2/1/2026"):
        fk.bernomor(k, satu)
    with pytest.raises(Refusal, match="Nomor 821.2/1/2026 sudah dipakai"):
        fk.bernomor(k, dua, "821.2/1/2026")
    with pytest.raises(Refusal, match="Tulis nomor SK"):
        acts.nomori(dua.pk, oleh=k.hukum, per=PER, nomor=" ", tanggal=PER)
    with pytest.raises(Refusal, match="tidak boleh di masa depan"):
        acts.nomori(dua.pk, oleh=k.hukum, per=PER, nomor="9", tanggal=date(2026, 6, 2))
    with pytest.raises(NotAllowed, match="tidak berhak memberi nomor SK"):
        acts.nomori(dua.pk, oleh=k.penyusun, per=PER, nomor="9", tanggal=PER)
    with pytest.raises(OutOfReach):
        acts.nomori(dua.pk, oleh=k.inspektorat, per=PER, nomor="9", tanggal=PER)
    ketentuan("nomor_sk_cara", "deret sendiri")
    with pytest.raises(WrongMoment, match="deret sendiri saat ditetapkan"):
        fk.bernomor(k, dua)


def test_cases_are_shared_out_among_signers_by_level(k: f.Kantor) -> None:
    fk.penanda_ppk(k)
    delegasi = fk.penandatangan(
        k, k.sekda, kedudukan=KedudukanTandaTangan.DELEGASI, sebutan="Sekretaris Daerah",
        jenjang=["pelaksana"],
    )  # fmt: skip
    pelaksana, jf = (fk.setuju(k, jenjang=j)[0] for j in ("pelaksana", "jf"))

    bagian = pembagian(pelaksana.berkas, k.penyusun, per=PER)

    assert {b.penanda.sebutan: [u.pk for u in b.usulan] for b in bagian if b.penanda} == {
        delegasi.sebutan: [pelaksana.pk], "Bupati Contoh": [jf.pk],
    }  # fmt: skip

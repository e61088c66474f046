"""Setting a decree: who may, what stops it, what it moves; all or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from mutasi.kernel.naskah import beku
from mutasi.models import KedudukanTandaTangan, Keputusan, StatusKeputusan, UsulanMutasi
from mutasi.services import keputusan as acts
from mutasi.services.keputusan_naskah import pdf_keputusan
from mutasi.services.keputusan_tetap import tetapkan, tetapkan_dari_kertas
from organisasi.izin import Peran
from organisasi.models import Disposisi, NilaiKetentuan, Pemberitahuan, PenugasanPeran
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.factories.organisasi import pengguna
from tests.factories.pegawai import pegawai
from tests.helpers.pdf import halaman_teks
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal, WrongMoment

PER, TMT = fk.PER, fk.TMT


def keadaan(*usulan: UsulanMutasi) -> list[str]:
    """Where the cases stand now."""
    return [f.ambil(u).status for u in usulan]


def test_setting_moves_every_case_freezes_the_paper_and_tells_the_people(k: f.Kantor) -> None:
    satu, dua = fk.setuju(k, 2)
    draf = fk.bernomor(k, fk.draf(k, [satu, dua], tmt=date(2026, 8, 1)), "821.2/7/2026")

    hasil = tetapkan(draf.pk, oleh=k.bupati, per=PER, sidik=draf.sidik, pangkal="https://s.go.id")

    assert hasil.status == StatusKeputusan.DITETAPKAN
    assert hasil.ditetapkan_oleh == k.bupati
    assert keadaan(satu, dua) == ["sk_ditetapkan", "sk_ditetapkan"]
    assert {f.ambil(u).tmt for u in (satu, dua)} == {date(2026, 8, 1)}
    assert f.ambil(satu).tahap == "diberitahukan"
    teks = " ".join(halaman_teks(pdf_keputusan(hasil)))
    assert "821.2/7/2026" in teks
    assert "DRAF" not in teks
    assert beku.sidik(hasil.isi) == hasil.sidik
    kabar = Pemberitahuan.objects.get(untuk=f.akun(satu), kunci__startswith="sk-")
    assert kabar.judul == "Keputusan tentang jabatan Anda telah ditetapkan"
    with pytest.raises(WrongMoment, match="tidak dapat ditetapkan lagi"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)


def test_only_its_signer_sets_it_and_only_what_he_read(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k)
    draf = fk.draf(k, [usulan])

    with pytest.raises(WrongMoment, match="Nomor dan tanggal SK belum diberikan"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)
    draf = fk.bernomor(k, draf)
    with pytest.raises(NotAllowed, match="ditetapkan oleh Bupati Contoh, bukan oleh Anda"):
        tetapkan(draf.pk, oleh=k.sekda, per=PER)
    with pytest.raises(NotAllowed, match="tidak berhak menetapkan"):
        tetapkan(draf.pk, oleh=k.penyusun, per=PER)
    with pytest.raises(OutOfReach):
        tetapkan(draf.pk, oleh=k.kepala_asal, per=PER)
    with pytest.raises(WrongMoment, match="berubah sejak Anda membukanya"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER, sidik="0" * 64)
    usulan.pegawai.nama = "NAMA BARU"
    usulan.pegawai.save(update_fields=["nama"])
    with pytest.raises(WrongMoment, match=r"berubah sejak disusun \(baris 1\)"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)
    acts.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan="Nama berubah")
    acts.segarkan_draf(draf.pk, oleh=k.penyusun, per=PER)
    assert tetapkan(fk.bernomor(k, draf).pk, oleh=k.bupati, per=PER).status == "ditetapkan"


def test_the_signers_kin_is_signed_for_by_another_signer(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k)
    draf = fk.bernomor(k, fk.draf(k, [usulan]))
    bupati = f.orang(None, nama="BUPATI CONTOH")
    Pegawai.objects.filter(pk=bupati.pk).update(pengguna=k.bupati)
    HubunganKeluarga.objects.create(pegawai=bupati, kerabat=usulan.pegawai, jenis="anak", mulai=PER)

    with pytest.raises(NotYours, match=r"Baris 1: .*H24"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)

    acts.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan="Penandatangan kerabat pegawai")
    gubernur = pengguna(Peran.PPK, nama="Gubernur")
    lain = fk.penandatangan(k, gubernur, sebutan="Gubernur Contoh")
    acts.ubah_draf(
        draf.pk, oleh=k.penyusun, per=PER, tentang=fk.TENTANG, tmt=TMT, penandatangan_id=lain.pk
    )
    assert tetapkan(fk.bernomor(k, draf).pk, oleh=gubernur, per=PER).status == "ditetapkan"
    assert keadaan(usulan) == ["sk_ditetapkan"]


def test_a_case_that_may_not_move_stops_the_whole_decree(k: f.Kantor) -> None:
    satu, dua = fk.setuju(k, 2)
    draf = fk.bernomor(k, fk.draf(k, [satu, dua]))
    UsulanMutasi.objects.filter(pk=dua.pk).update(status="dibatalkan")

    with pytest.raises(WrongMoment, match="Baris 2: Usulan ini sekarang berkeadaan “Dibatalkan”"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)

    assert keadaan(satu, dua) == ["disetujui_ppk", "dibatalkan"]
    assert Keputusan.objects.get().status == StatusKeputusan.DRAF


def test_nobody_sets_a_decree_about_himself(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k)
    draf = fk.bernomor(k, fk.draf(k, [usulan]))
    usulan.pegawai.pengguna = k.bupati
    usulan.pegawai.save(update_fields=["pengguna"])
    UsulanMutasi.objects.filter(pk=usulan.pk).update(tahap="diberitahukan")

    with pytest.raises(NotYours, match=r"Baris 1: .*mengenai Anda sendiri"):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)


@pytest.mark.parametrize(
    ("kedudukan", "izin", "kalimat"),
    [
        ("pj", {}, "H13 .*Pj.; belum ada izin Mendagri"),
        ("plt", {"izin_mendagri": "100.2/1/2026"}, "H13 .*belum ada pertek BKN"),
        ("plh", {"pertek_bkn": "P/1"}, "H13 .*belum ada izin Mendagri"),
    ],
)
def test_h13_an_acting_head_needs_both_permits(
    k: f.Kantor, kedudukan: str, izin: dict[str, str], kalimat: str
) -> None:
    penanda = fk.penandatangan(k, k.bupati, kedudukan=kedudukan, sebutan="Pj. Bupati", **izin)
    (usulan,) = fk.setuju(k)
    draf = fk.bernomor(k, fk.draf(k, [usulan], penandatangan_id=penanda.pk))

    with pytest.raises(WrongMoment, match=kalimat):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)

    type(penanda).objects.filter(pk=penanda.pk).update(izin_mendagri="100.2/1", pertek_bkn="P/1")
    assert tetapkan(draf.pk, oleh=k.bupati, per=PER).status == "ditetapkan"


def test_h13_a_delegate_signs_his_levels_while_his_mandate_lasts(k: f.Kantor) -> None:
    fk.penanda_ppk(k)
    orang = pegawai("SEKDA CONTOH")
    orang.pengguna = k.sekda
    orang.save(update_fields=["pengguna"])
    penanda = fk.penandatangan(
        k, k.sekda, kedudukan=KedudukanTandaTangan.DELEGASI, sebutan="Sekretaris Daerah",
        jenjang=["jf"],
    )  # fmt: skip
    (usulan,) = fk.setuju(k)
    draf = fk.bernomor(k, fk.draf(k, [usulan], penandatangan_id=penanda.pk))

    with pytest.raises(WrongMoment, match="H13 .*tidak mencakup Pelaksana"):
        tetapkan(draf.pk, oleh=k.sekda, per=PER)
    type(penanda).objects.filter(pk=penanda.pk).update(jenjang=["pelaksana"], selesai=PER)
    with pytest.raises(WrongMoment, match="H13 .*tidak berlaku pada 1 Juni 2026"):
        tetapkan(draf.pk, oleh=k.sekda, per=PER)
    type(penanda).objects.filter(pk=penanda.pk).update(selesai=None)

    hasil = tetapkan(draf.pk, oleh=k.sekda, per=PER)

    naskah: Any = beku.baca(hasil.isi)
    assert naskah.penanda.atas_nama == "BUPATI CONTOH"
    assert naskah.penanda.nip == orang.nip
    assert naskah.penetap == "Bupati Contoh"


@pytest.mark.parametrize(
    ("gerbang", "jenjang", "kalimat"),
    [
        (("tpk",), "pelaksana", "H14 .*Belum ada berita acara TPK"),
        ((), "administrator", "H16 .*Pertek BKN belum lengkap"),
    ],
)
def test_h14_and_h16_stop_a_decree_without_minutes_or_pertek(
    k: f.Kantor, gerbang: tuple[str, ...], jenjang: str, kalimat: str
) -> None:
    (usulan,) = fk.setuju(k, jenis="rotasi", gerbang=gerbang, jenjang=jenjang)
    draf = fk.bernomor(k, fk.draf(k, [usulan]))

    with pytest.raises(WrongMoment, match=kalimat):
        tetapkan(draf.pk, oleh=k.bupati, per=PER)


def test_h12_h18_and_h25_name_rule_ground_and_cure(k: f.Kantor) -> None:
    (usulan,) = fk.setuju(k, jenis="rotasi", jenjang="pengawas")
    NilaiKetentuan.objects.filter(kode="tanggal_pelantikan_kepala_daerah").update(
        nilai="2026-03-01"
    )
    jabatan = f.ambil(usulan).ke.jabatan  # type: ignore[union-attr]
    jabatan.gerbang = [{"dokumen": "Persetujuan Mendagri", "instansi": "Kemendagri",
                        "sebelum": "sk", "dasar": "UU 24/2013"}]  # fmt: skip
    jabatan.save(update_fields=["gerbang"])
    draf = fk.draf(k, [usulan])
    draf = fk.bernomor(k, draf)
    Keputusan.objects.filter(pk=draf.pk).update(tmt=date(2026, 5, 1))

    with pytest.raises(WrongMoment) as tolak:
        acts.segarkan_draf(draf.pk, oleh=k.penyusun, per=PER)
    assert "sudah bernomor" in tolak.value.kalimat
    acts.lepas_nomor(draf.pk, oleh=k.hukum, per=PER, alasan="TMT berubah")
    with pytest.raises(WrongMoment) as tolak:
        tetapkan(fk.bernomor(k, draf).pk, oleh=k.bupati, per=PER)
    assert "H12 (baris 1)" in tolak.value.kalimat
    assert "UU 10/2016" in tolak.value.kalimat
    assert "H18 (baris 1): Belum lengkap: Persetujuan Mendagri dari Kemendagri" in (
        tolak.value.kalimat
    )
    assert "H25 (baris 1): TMT 1 Mei 2026 mendahului SK 1 Juni 2026." in tolak.value.kalimat
    assert "Pilih TMT pada atau sesudah tanggal SK." in tolak.value.kalimat


def test_what_is_set_the_database_itself_keeps(k: f.Kantor) -> None:
    hasil = fk.ditetapkan(k)
    baris = Keputusan.objects.filter(pk=hasil.pk)

    for isi in (
        {"nomor": "LAIN"}, {"isi": "{}"}, {"sidik": "0" * 64}, {"tanggal": date(2026, 1, 1)},
        {"tmt": date(2027, 1, 1)}, {"tentang": "Lain"}, {"pdf_sha256": "0" * 64}, {"kode": "x"},
        {"status": "draf"}, {"status": "batal"},
    ):  # fmt: skip
        with (
            pytest.raises(DatabaseError, match="sudah ditetapkan tidak dapat diubah"),
            transaction.atomic(),
        ):
            baris.update(**isi)
    with pytest.raises(DatabaseError, match="tidak dapat dihapus"), transaction.atomic():
        baris.all()._raw_delete(baris.db)
    with (
        pytest.raises(DatabaseError, match="baris keputusan tidak dapat dihapus"),
        transaction.atomic(),
    ):
        hasil.baris.all()._raw_delete(baris.db)
    with pytest.raises(WrongMoment, match="H27: .*tidak dapat diubah atau dihapus"):
        acts.ubah_draf(
            hasil.pk, oleh=k.penyusun, per=PER, tentang="Lain", tmt=TMT,
            penandatangan_id=hasil.penandatangan_id,
        )  # fmt: skip
    Path(hasil.pdf.path).write_bytes(b"%PDF- lain")
    with pytest.raises(WrongMoment, match="Sidik berkas tersimpan berbeda"):
        pdf_keputusan(hasil)


def test_own_series_numbers_at_the_moment_of_setting(k: f.Kantor) -> None:
    NilaiKetentuan.objects.filter(kode="nomor_sk_cara").update(nilai="deret sendiri")
    NilaiKetentuan.objects.filter(kode="nomor_sk_pola").update(nilai="SK/{urut}/{bulan}/{tahun}")
    satu, dua, tiga = (fk.draf(k, [u]) for u in fk.setuju(k, 3))
    UsulanMutasi.objects.filter(pk=dua.baris.get().usulan_id).update(status="dibatalkan")

    pertama = tetapkan(satu.pk, oleh=k.bupati, per=PER)
    with pytest.raises(Refusal, match="Dibatalkan"):
        tetapkan(dua.pk, oleh=k.bupati, per=PER)
    kedua = tetapkan(tiga.pk, oleh=k.bupati, per=PER)

    assert [pertama.nomor, kedua.nomor] == ["SK/1/VI/2026", "SK/2/VI/2026"]
    assert kedua.tanggal == PER
    assert "SK/2/VI/2026" in " ".join(halaman_teks(pdf_keputusan(kedua)))


def test_from_paper_the_signer_decides_and_another_writes_it_down(k: f.Kantor) -> None:
    draf = fk.bernomor(k, nomor="821.2/55/2026")
    tugas = PenugasanPeran.objects.get(pengguna=k.bupati, peran=Peran.PPK)
    disposisi = Disposisi.objects.create(
        nomor="D/1", tanggal=PER, pejabat=tugas, perihal="SK 821.2/55/2026", isi="Tetapkan.",
        pindaian_sha256="0" * 64, dicatat_pada=timezone.now(), dicatat_oleh=k.analis,
    )  # fmt: skip

    with pytest.raises(WrongMoment, match="belum disahkan orang kedua"):
        tetapkan_dari_kertas(draf.pk, disposisi.pk, oleh=k.kabid, per=PER)
    Disposisi.objects.filter(pk=disposisi.pk).update(
        disahkan_pada=timezone.now(), disahkan_oleh=k.kabid
    )
    with pytest.raises(NotAllowed, match="tidak berhak mencatat keputusan dari kertas"):
        tetapkan_dari_kertas(draf.pk, disposisi.pk, oleh=k.hukum, per=PER)
    Disposisi.objects.filter(pk=disposisi.pk).update(perihal="Lain")
    with pytest.raises(WrongMoment, match="tidak menyebut nomor SK atau berkas"):
        tetapkan_dari_kertas(draf.pk, disposisi.pk, oleh=k.kabid, per=PER)
    Disposisi.objects.filter(pk=disposisi.pk).update(perihal="SK 821.2/55/2026")

    hasil = tetapkan_dari_kertas(draf.pk, disposisi.pk, oleh=k.kabid, per=PER)

    assert hasil.ditetapkan_oleh == k.bupati
    usulan = hasil.baris.get().usulan
    assert usulan.persetujuan.get(aksi="tetapkan").disposisi == disposisi

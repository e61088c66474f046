"""Objections: who may file, speak, withdraw and decide; what a ruling may change; what stays."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from jejak.models import Peristiwa
from organisasi.models import Pemberitahuan
from pegawai.models import HubunganKeluarga
from penilaian.models import Keberatan, KeteranganKeberatan
from penilaian.selectors.keberatan import orang_tersentuh, perkara
from penilaian.services import keberatan as acts
from penilaian.services import keberatan_putus as putusan
from penilaian.services.keberatan_cetak import putusan_pdf
from penilaian.services.keberatan_pengingat import ingatkan_keberatan
from penilaian.services.keberatan_putus import IsiPutusan, KoreksiBaris
from tests.factories.keberatan import (
    ALASAN,
    DIKABULKAN,
    KORBAIK,
    TIMBANG,
    Para,
    akun,
    berkas,
    diajukan,
    diperiksa,
    hasil,
    putaran,
)
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)


def test_an_objection_goes_to_the_superior_frozen_with_the_result(p: Para, satu: Any) -> None:
    baris = diajukan(p, satu, per=PER)

    assert (baris.penilai, baris.pemutus) == (p.penilai, p.atasan)
    assert (baris.diterima, baris.batas) == (date(2026, 5, 22), date(2026, 6, 5))
    assert baris.batas_putus == date(2026, 6, 22)
    penerima = Pemberitahuan.objects.values_list("untuk", flat=True)
    assert {akun(p.penilai).pk, akun(p.atasan).pk} <= set(penerima)
    assert "SITI" not in "".join(Pemberitahuan.objects.values_list("judul", flat=True))


def test_a_result_is_contested_once_unless_the_objection_was_withdrawn(p: Para, satu: Any) -> None:
    baris = diajukan(p, satu, per=PER)

    with pytest.raises(WrongMoment, match="sudah diajukan"):
        diajukan(p, satu, per=PER)
    acts.cabut(baris.pk, alasan="", oleh=akun(p.pegawai), per=PER)
    lagi = diajukan(p, satu, per=PER)

    assert Keberatan.objects.count() == 2
    run = putaran(2, oleh=p.kepala, per=PER)
    tetap = hasil(run, p.pegawai, disampaikan=satu.disampaikan_pada, diakui_pada=satu.diakui_pada)
    with pytest.raises(WrongMoment, match="sudah diajukan"):
        diajukan(p, tetap, per=PER)  # the same account in a later run is the same result
    acts.cabut(lagi.pk, alasan="", oleh=akun(p.pegawai), per=PER)
    with pytest.raises(WrongMoment, match="diganti perhitungan ke-2"):
        diajukan(p, satu, per=PER)


def test_others_do_not_learn_that_a_result_or_an_objection_exists(p: Para, satu: Any) -> None:
    isi = acts.IsiKeberatan(ALASAN)

    with pytest.raises(OutOfReach):
        acts.ajukan(satu.pk, isi=isi, oleh=akun(p.penerima), per=PER)
    satu.disampaikan_pada = satu.diakui_pada = None
    satu.save()
    with pytest.raises(OutOfReach):
        acts.ajukan(satu.pk, isi=isi, oleh=akun(p.pegawai), per=PER)


def test_reasons_too_short_or_lines_that_do_not_exist_are_refused(p: Para, satu: Any) -> None:
    for isi, kata in (
        (acts.IsiKeberatan("Salah."), "paling sedikit 30 huruf"),
        (acts.IsiKeberatan(ALASAN, ("K9",)), "Baris K9 tidak ada"),
    ):
        with pytest.raises(WrongMoment, match=kata):
            acts.ajukan(satu.pk, isi=isi, oleh=akun(p.pegawai), per=PER)


def test_who_decides_is_appointed_where_the_superior_cannot(p: Para, satu: Any) -> None:
    HubunganKeluarga.objects.create(
        pegawai=p.atasan, kerabat=p.pegawai, jenis="saudara", mulai=PER - timedelta(days=9)
    )
    baris = diajukan(p, satu, per=PER)

    assert baris.pemutus is None
    with pytest.raises(WrongMoment, match="belum ditunjuk"):
        acts.mulai_periksa(baris.pk, oleh=p.operator, per=PER)
    alasan = "Atasan pejabat penilai berhalangan, diganti kepala sekolah lain."
    for calon, kata in ((p.penilai, "bukan pejabat penilainya"), (p.atasan, "tidak dapat memutus")):
        with pytest.raises(WrongMoment, match=kata):
            acts.tunjuk_pemutus(baris.pk, calon=calon, alasan=alasan, oleh=p.kepala, per=PER)
    with pytest.raises(NotAllowed):
        acts.tunjuk_pemutus(baris.pk, calon=p.penerima, alasan=alasan, oleh=p.kabid, per=PER)
    acts.tunjuk_pemutus(baris.pk, calon=p.penerima, alasan=alasan, oleh=p.kepala, per=PER)
    with pytest.raises(WrongMoment, match="sudah ada dan tidak berhalangan"):
        acts.tunjuk_pemutus(baris.pk, calon=p.penerima, alasan=alasan, oleh=p.kepala, per=PER)

    baris.refresh_from_db()
    assert baris.pemutus == p.penerima
    assert Peristiwa.objects.filter(tindakan="penilaian.keberatan.pemutus").count() == 1


def test_a_relative_declared_later_is_refused_without_saying_why(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER)
    HubunganKeluarga.objects.create(pegawai=p.pegawai, kerabat=p.atasan, jenis="saudara", mulai=PER)

    with pytest.raises(NotYours, match="tidak dapat Anda putus") as galat:
        putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=PER)

    assert "keluarga" not in str(galat.value)


def test_both_sides_are_heard_or_silence_is_waited_for_and_written_down(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER, menjawab=False)

    with pytest.raises(WrongMoment, match="ditunggu sampai 8 Juni 2026"):
        putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=date(2026, 6, 8))
    putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=date(2026, 6, 9))

    diam = KeteranganKeberatan.objects.get(keberatan=baris, pihak="pemutus")
    assert "diminta memberi keterangan pada 1 Juni 2026" in diam.isi
    assert "tidak memberikannya sampai 8 Juni 2026" in diam.isi


def test_each_side_speaks_for_itself_and_paper_needs_its_scan(p: Para, satu: Any) -> None:
    baris = diajukan(p, satu, per=PER)

    with pytest.raises(NotYours):
        acts.beri_keterangan(
            baris.pk, isi="Saya setuju.", pihak="pegawai", oleh=akun(p.penilai), per=PER
        )
    with pytest.raises(OutOfReach):
        acts.beri_keterangan(baris.pk, isi="Titip pesan.", oleh=akun(p.penerima), per=PER)
    with pytest.raises(WrongMoment, match="pindaian"):
        acts.beri_keterangan(
            baris.pk, isi="Keterangan surat.", pihak="penilai", oleh=p.operator, per=PER
        )
    ucapan = acts.beri_keterangan(
        baris.pk, isi="Keterangan surat.", pihak="penilai", berkas=berkas(), oleh=p.operator,
        per=PER,
    )  # fmt: skip

    assert (ucapan.pihak, ucapan.oleh) == ("penilai", p.operator)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (IsiPutusan("dikabulkan", "Ya.", (KORBAIK,)), "paling sedikit 30 huruf"),
        (IsiPutusan("dikabulkan", TIMBANG), "paling sedikit satu baris"),
        (IsiPutusan("ditolak", TIMBANG, (KORBAIK,)), "tidak mengubah satu baris pun"),
        (IsiPutusan("mungkin", TIMBANG, (KORBAIK,)), "Pilih putusannya"),
        (
            IsiPutusan("sebagian", TIMBANG, (KoreksiBaris("K2", Decimal(130), "Dua kali hadir."),)),
            "paling tinggi 100",
        ),
        (
            IsiPutusan("sebagian", TIMBANG, (KoreksiBaris("K1", "HEBAT", "Kerjanya hebat."),)),
            "'HEBAT' tidak dikenal",
        ),
        (
            IsiPutusan("sebagian", TIMBANG, (KoreksiBaris("K7", Decimal(9), "Baris lain saja."),)),
            "K7 tidak dapat dikoreksi",
        ),
        (
            IsiPutusan("sebagian", TIMBANG, (KoreksiBaris("K2", Decimal(90), ""),)),
            "alasan koreksi baris K2",
        ),
    ],
)
@pytest.mark.sekali
def test_a_ruling_that_cannot_be_carried_out_is_refused(
    p: Para, satu: Any, isi: IsiPutusan, kata: str
) -> None:
    baris = diperiksa(p, satu, per=PER)

    with pytest.raises(WrongMoment, match=kata):
        putusan.putus(baris.pk, isi=isi, oleh=akun(p.atasan), per=PER)

    baris.refresh_from_db()
    assert baris.keadaan == "diperiksa"


def test_nobody_but_the_superior_decides(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER)

    for siapa, galat in (
        (akun(p.pegawai), NotYours), (akun(p.penilai), NotYours), (p.kabid, NotAllowed),
        (akun(p.penerima), OutOfReach),
    ):  # fmt: skip
        with pytest.raises(galat):
            putusan.putus(baris.pk, isi=DIKABULKAN, oleh=siapa, per=PER)


def test_a_ruling_is_final_by_any_path_and_is_given_its_run_once(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER)
    putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=PER)
    ucapan = KeteranganKeberatan.objects.filter(keberatan=baris)
    semua = Keberatan.objects.filter(pk=baris.pk)
    run, lain = putaran(2, oleh=p.kepala, per=PER), putaran(3, oleh=p.kepala, per=PER)

    def ditolak(kerja: Any) -> None:
        with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
            kerja()

    ditolak(lambda: semua.update(putusan="ditolak"))
    ditolak(lambda: semua.update(penilaian_ulang=run, pertimbangan="lain"))
    ditolak(lambda: _sql("DELETE FROM penilaian_keberatan"))
    ditolak(lambda: ucapan.update(isi="lain"))
    ditolak(lambda: ucapan.delete())
    semua.update(penilaian_ulang=run)
    ditolak(lambda: semua.update(penilaian_ulang=lain))
    if connection.vendor == "sqlite":
        kolom = ", ".join(f.column for f in Keberatan._meta.concrete_fields if f.column != "id")
        timpa = (
            "REPLACE INTO penilaian_keberatan (id, {1}) SELECT {0}, {1} FROM penilaian_keberatan"
        )
        ditolak(lambda: _sql(timpa.format("id", kolom)))
        ditolak(lambda: _sql(timpa.format("id + 900", kolom)))  # to the same result
        ucap = "penilaian_keterangankeberatan"
        ditolak(lambda: _sql(f"REPLACE INTO {ucap} SELECT * FROM {ucap}"))  # noqa: S608

    with pytest.raises(WrongMoment, match="sudah diputus"):
        putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=PER)
    with pytest.raises(WrongMoment, match="sudah diputus"):
        acts.cabut(baris.pk, alasan="", oleh=akun(p.pegawai), per=PER)
    baris.refresh_from_db()
    assert baris.koreksi == [
        {"kriteria": "K2", "mentah": "97.5", "alasan": "Cuti sakit dihitung hadir."}
    ]
    assert putusan_pdf(perkara(baris, per=PER), cap=_cap(p)).isi.startswith(b"%PDF")


def _sql(perintah: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(perintah)


def _cap(p: Para) -> Any:
    from organisasi.services.cetak import Cap

    return Cap(p.kabid, timezone.now())


def test_the_run_after_a_ruling_names_whom_else_it_touched(p: Para, satu: Any) -> None:
    run = satu.penilaian
    hasil(run, p.penilai, disampaikan=PER, hadir="90", peringkat=1)
    hasil(run, p.penerima, disampaikan=PER, hadir="70", peringkat=3)
    baris = diperiksa(p, satu, per=PER)
    putusan.putus(baris.pk, isi=DIKABULKAN, oleh=akun(p.atasan), per=PER)
    ulang = putaran(2, oleh=p.kepala, per=PER, sebab="putusan", sebelumnya=run)
    hasil(ulang, p.pegawai, disampaikan=None, hadir="97.5", peringkat=1)
    hasil(ulang, p.penilai, disampaikan=None, hadir="90", peringkat=2)
    hasil(ulang, p.penerima, disampaikan=None, hadir="70", peringkat=3)

    with transaction.atomic():
        assert putusan.laksanakan(ulang, oleh=p.analis) == 1
        assert putusan.laksanakan(ulang, oleh=p.analis) == 0

    baris.refresh_from_db()
    assert baris.penilaian_ulang == ulang
    lain, jumlah = orang_tersentuh(baris, p.kabid, per=PER)
    assert [(t.hasil.pegawai, t.lama and t.lama.peringkat) for t in lain] == [(p.penilai, 1)]
    assert jumlah == 1
    assert orang_tersentuh(baris, akun(p.pegawai), per=PER) == ([], 0)


def test_who_must_still_act_is_reminded_once_and_bkpsdm_of_what_is_overdue(
    p: Para, satu: Any
) -> None:
    baris = diajukan(p, satu, per=PER)  # to be decided until 22 June
    Pemberitahuan.objects.all().delete()

    assert ingatkan_keberatan(per=date(2026, 6, 18)) == 0
    assert ingatkan_keberatan(per=date(2026, 6, 19)) == 1
    assert ingatkan_keberatan(per=date(2026, 6, 20)) == 1
    dekat = set(Pemberitahuan.objects.values_list("untuk", flat=True))
    assert dekat == {akun(p.penilai).pk, akun(p.atasan).pk}
    assert Pemberitahuan.objects.count() == 2
    ingatkan_keberatan(per=date(2026, 6, 23))

    lewat = Pemberitahuan.objects.filter(kunci__startswith=f"keberatan-lewat:{baris.pk}:")
    assert set(lewat.values_list("untuk", flat=True)) == {p.kabid.pk, p.kepala.pk}

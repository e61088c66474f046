"""A plan becomes the present: nobody lost, nobody doubled, histories right, needs moved along."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Count

from config.turunan import hitung_ulang
from jejak.models import Peristiwa
from jejak.verifikasi import verifikasi
from organisasi.izin import Peran
from organisasi.models import PenugasanPeran, RiwayatUnit, UnitKerja
from pegawai.models import Formasi, Jabatan, Pegawai, Penugasan
from pegawai.selectors.orang import berkas
from penilaian.models import KeadaanSotk, Kebutuhan, Nasib, PenempatanSotk, RencanaSotk
from penilaian.selectors.sotk_akibat import hasil_sotk
from penilaian.selectors.sotk_bahan import bahan, unit_rencana
from penilaian.selectors.sotk_putus import catatan_sotk
from penilaian.services import sotk_susun as susun
from penilaian.services.analisis import analisis_kebutuhan
from penilaian.services.sotk_berlaku import berlakukan_sotk, berlakukan_yang_jatuh_tempo
from penilaian.services.sotk_putus import batalkan_sotk, kembalikan_sotk, tetapkan_sotk
from penilaian.services.sotk_tempat import Tempat, tempatkan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.acuan import acuan_kembali
from tests.helpers.berkas_impor import sistem
from tests.helpers.serentak import serentak
from tests.penilaian.sotk import dunia_sotk as dunia
from tests.penilaian.sotk.dunia_sotk import ALASAN, BERLAKU, DASAR, PER, Dinas
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = pytest.mark.django_db


def jabatan_kini() -> dict[str, tuple[str, str]]:
    """Everybody's one open definitive assignment: (unit, jabatan) by name."""
    rows = Penugasan.objects.definitif().terbuka().select_related("pegawai", "unit", "jabatan")
    semua = [(p.pegawai.nama, str(p.unit), str(p.jabatan)) for p in rows.order_by("pk")]
    assert len(semua) == len({orang for orang, _, _ in semua})
    return {orang: (unit, jabatan) for orang, unit, jabatan in semua}


def tetapkan(r: RencanaSotk, d: Dinas) -> None:
    """Decided by the regulation."""
    tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=d.sekda)


def berlakukan(r: RencanaSotk) -> RencanaSotk:
    """On its day, by the worker."""
    return berlakukan_sotk(r.pk, per=BERLAKU, oleh=sistem())


def test_on_its_day_a_plan_moves_offices_seats_people_and_needs(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    orang = set(jabatan_kini())
    sebelum = hasil_sotk(r, per=PER)
    tetapkan(r, dinas)

    assert berlakukan_yang_jatuh_tempo(per=PER, oleh=sistem()) == []
    assert berlakukan_yang_jatuh_tempo(per=BERLAKU, oleh=sistem()) == [r.pk]

    kini, gabungan = jabatan_kini(), "Bidang Arsip dan Pustaka"
    assert set(kini) == orang
    assert kini["STAF PUSTAKA"] == kini["STAF ARSIP"] == (gabungan, "Arsiparis Terampil")
    assert kini["KEPALA DINAS"] == ("Dinas Kearsipan", "Kepala Dinas Kearsipan")
    assert kini["KEPALA DATA"] == ("Bidang Data", "Kepala Bidang Data")
    assert sebelum.orang == {"pengukuhan": 3, "penyetaraan": 0, "belum": 6}
    # Nothing derived is wrong, the chain of traces holds, and a second run finds nothing to do.
    assert not any(hitung_ulang(per=BERLAKU, oleh=sistem()).values())
    sidik = Peristiwa.objects.count()
    assert berlakukan(r).keadaan == KeadaanSotk.BERLAKU
    assert Peristiwa.objects.count() == sidik
    assert verifikasi().sah


def test_histories_say_what_was_until_the_day_and_by_which_regulation(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    arsip, pustaka = dinas.unit["arsip"], dinas.unit["pustaka"]
    tetapkan(r, dinas)
    berlakukan(r)

    (lama,) = RiwayatUnit.objects.all()
    assert (lama.unit, lama.nama, lama.selesai, lama.dasar) == (
        arsip, "Bidang Arsip", BERLAKU, DASAR,
    )  # fmt: skip
    pustaka.refresh_from_db()
    assert pustaka.ditutup == BERLAKU
    baru = UnitKerja.objects.get(nama="Bidang Jejaring")
    assert (baru.dibuka, baru.induk, baru.tingkat) == (BERLAKU, dinas.unit["dinas"], 2)
    assert baru.siasn_id.startswith("serasi-")
    dulu, kini = Penugasan.objects.filter(pegawai__nama="STAF PUSTAKA").order_by("pk")
    assert (dulu.selesai, dulu.unit, dulu.unor_nama) == (BERLAKU, pustaka, "Bidang Pustaka")
    assert (kini.mulai, kini.unit, kini.sumber) == (BERLAKU, arsip, f"SOTK {DASAR}")
    # The same jabatan in another office: SIASN prints no new TMT for it.
    assert kini.tmt == dulu.tmt
    assert not Penugasan.objects.filter(pegawai__nama="STAF ARSIP", selesai__isnull=False).exists()


def test_a_seat_that_is_renamed_confirms_its_head_and_the_rules_count_from_before(
    dinas: Dinas,
) -> None:
    r = dunia.rencana(dinas)
    data = dunia.kotak(r, dinas.unit["data"])
    susun.ganti_nama_kotak(r.pk, data.pk, nama="Bidang Data dan Siber", per=PER, oleh=dinas.ortala)
    susun.ubah_pimpinan(
        r.pk, data.pk, jabatan="Kepala Bidang Data dan Siber", eselon_id="32", per=PER,
        oleh=dinas.ortala,
    )  # fmt: skip
    tetapkan(r, dinas)
    berlakukan(r)

    dulu, kini = Penugasan.objects.filter(pegawai=dinas.pejabat["data"]).order_by("pk")
    assert (str(dulu.jabatan), str(kini.jabatan)) == (
        "Kepala Bidang Data", "Kepala Bidang Data dan Siber",
    )  # fmt: skip
    assert (kini.tmt, kini.tmt_hitung) == (BERLAKU, dulu.tmt)
    assert kini.alasan_tmt_hitung == f"Dikukuhkan karena {DASAR}"
    # The id of the unit goes with the seat in force; the old one keeps its name for histories.
    lama, baru = dulu.jabatan, kini.jabatan
    assert lama is not None
    assert baru is not None
    assert (lama.aktif, lama.unit_id) == (False, None)
    assert (baru.siasn_id, baru.unit) == (dinas.unit["data"].siasn_id, dinas.unit["data"])
    assert baru.bup == 58
    isi = berkas(dinas.pejabat["data"], per=BERLAKU, lihat_disiplin=False).riwayat
    assert [(k.judul, k.uraian) for k in isi if k.macam == "penugasan"] == [
        ("Kepala Bidang Data dan Siber", "Bidang Data dan Siber"),
        ("Kepala Bidang Data", "Bidang Data"),
    ]
    staf = Penugasan.objects.get(pegawai__nama="STAF DATA")
    assert (staf.selesai, str(staf.unit)) == (None, "Bidang Data dan Siber")


def test_needs_of_posts_that_meet_are_added_before_they_are_rounded(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    kelak = {
        (p.kotak, p.jabatan): p for p in hasil_sotk(r, per=PER).kelak.pos
    }  # fmt: skip
    gabungan = dunia.kotak(r, dinas.unit["arsip"])
    rencana_kelak = kelak[gabungan.pk, dinas.arsiparis.pk]
    tetapkan(r, dinas)
    berlakukan(r)

    post = dinas.pos["arsip", "arsiparis"]
    satu = Kebutuhan.objects.get(formasi=post)
    assert satu.tepat == rencana_kelak.tepat == 2 * Fraction(75000, 75000)
    assert satu.terhitung == rencana_kelak.jumlah == 2
    assert satu.dasar == f"Gabungan Bidang Arsip dan Bidang Pustaka, karena {DASAR}"
    assert satu.perhitungan is not None
    assert satu.perhitungan.versi == 2
    assert list(satu.perhitungan.tugas.values_list("urutan", "catatan")) == [
        (1, "Dari Bidang Arsip"), (2, "Dari Bidang Pustaka"),
    ]  # fmt: skip
    # Nothing is left where nobody works any more, and versions of before stay where they were made.
    tutup = Kebutuhan.objects.filter(formasi__unit__ditutup__isnull=False)
    assert not tutup.exists()
    assert dinas.pos["pustaka", "arsiparis"].perhitungan.count() == 1
    # A split unit: what each part needs is for somebody to say.
    assert not Kebutuhan.objects.filter(formasi__unit=dinas.unit["layanan"]).exists()
    total = analisis_kebutuhan(per=BERLAKU)["total"]
    assert total["kebutuhan"] == hasil_kelak_total(r)


def hasil_kelak_total(r: RencanaSotk) -> int:
    """Seats of the three boxes with heads, and the merged archivists."""
    return r.kotak.exclude(jabatan="").count() + 2


def test_people_without_a_place_keep_their_post_and_stand_on_the_list(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    tetapkan(r, dinas)
    berlakukan(r)

    belum = PenempatanSotk.objects.filter(rencana=r, nasib=Nasib.BELUM)
    alasan = {p.pegawai.nama: p.alasan for p in belum.select_related("pegawai") if p.pegawai}
    assert set(alasan) == {
        "KEPALA ARSIP", "KEPALA PUSTAKA", "KEPALA LAYANAN", "STAF LAYANAN", "KEPALA DATA",
        "STAF DATA",
    }  # fmt: skip
    assert alasan["STAF DATA"] == "Unit ini dihapus."
    assert alasan["KEPALA ARSIP"].startswith("2 pejabat untuk satu kursi")
    # The head without a place sits in a seat that is over; the seat in force is empty.
    lama = Penugasan.objects.definitif().terbuka().get(pegawai=dinas.pejabat["arsip"]).jabatan
    assert lama is not None
    assert not lama.aktif
    kursi = Jabatan.objects.get(unit=dinas.unit["arsip"])
    assert not Penugasan.objects.terbuka().filter(jabatan=kursi).exists()


def test_roles_follow_the_office_that_goes_on_and_end_with_one_that_does_not(dinas: Dinas) -> None:
    penilai = org.pengguna(Peran.PENILAI, unit=dinas.unit["pustaka"])
    operator = org.pengguna(Peran.OPERATOR_OPD, unit=dinas.unit["data"])
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=dinas.unit["pustaka"])
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    tetapkan(r, dinas)
    berlakukan(r)

    lama, baru = PenugasanPeran.objects.filter(pengguna=penilai).order_by("pk")
    assert (lama.selesai, baru.mulai, baru.unit) == (BERLAKU, BERLAKU, dinas.unit["arsip"])
    habis = PenugasanPeran.objects.filter(pengguna__in=[operator, kepala])
    assert [p.selesai for p in habis] == [BERLAKU, BERLAKU]


def test_decisions_by_hand_place_one_head_and_equalise_the_other(dinas: Dinas) -> None:
    jf = peg.jabatan("Analis Kebijakan Ahli Muda", jenjang="MU", rumpun="Analis Kebijakan")
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    hak: dict[str, Any] = {"per": PER, "oleh": dinas.ortala}
    gabungan = dunia.kotak(r, dinas.unit["arsip"])
    ke = Tempat(Nasib.PENYETARAAN, gabungan.pk, jf.pk, "Disetarakan sesuai hasil seleksi.")
    tempatkan(r.pk, dinas.kursi["pustaka"].pk, tempat=ke, **hak)
    tetapkan(r, dinas)
    berlakukan(r)

    kini = jabatan_kini()
    assert kini["KEPALA PUSTAKA"] == ("Bidang Arsip dan Pustaka", "Analis Kebijakan Ahli Muda")
    assert kini["KEPALA ARSIP"] == ("Bidang Arsip dan Pustaka", "Kepala Bidang Arsip")
    setara = Penugasan.objects.terbuka().get(pegawai=dinas.pejabat["pustaka"])
    assert (setara.tmt, setara.tmt_hitung) == (BERLAKU, None)


def test_a_decided_plan_goes_back_to_a_draft_and_nothing_of_the_present_was_touched(
    dinas: Dinas,
) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    awal = dunia.isi_basis_data()
    tetapkan(r, dinas)
    kembalikan_sotk(r.pk, alasan=ALASAN, per=PER, oleh=dinas.sekda)

    assert dunia.isi_basis_data() == awal
    r.refresh_from_db()
    assert r.keadaan == KeadaanSotk.DRAF
    tetapkan(r, dinas)
    with pytest.raises(WrongMoment, match="tidak dapat dikembalikan lagi"):
        kembalikan_sotk(r.pk, alasan=ALASAN, per=BERLAKU, oleh=dinas.sekda)


@pytest.mark.sekali
def test_who_decides_and_what_stops_him(dinas: Dinas) -> None:
    r = dunia.rencana(dinas)
    with pytest.raises(NotAllowed, match="diputuskan oleh PyB atau PPK"):
        tetapkan_sotk(r.pk, dasar=DASAR, per=PER, oleh=dinas.ortala)
    with pytest.raises(WrongMoment, match="Sebutkan peraturan"):
        tetapkan_sotk(r.pk, dasar=" ", per=PER, oleh=dinas.sekda)
    with pytest.raises(WrongMoment, match="Tanggal mulai berlakunya sudah lewat"):
        tetapkan_sotk(r.pk, dasar=DASAR, per=date(2026, 8, 1), oleh=dinas.sekda)
    tetapkan(r, dinas)
    lain = susun.buat_sotk(
        dinas.unit["dinas"].pk, nama="Lain", berlaku=BERLAKU, dasar=DASAR, per=PER,
        oleh=dinas.ortala,
    )  # fmt: skip
    with pytest.raises(WrongMoment, match="menyangkut unit yang sama"):
        tetapkan_sotk(lain.pk, dasar=DASAR, per=PER, oleh=dinas.sekda)
    with pytest.raises(WrongMoment, match="baru berlaku 1 Juli 2026"):
        berlakukan_sotk(r.pk, per=PER, oleh=dinas.sekda)
    assert batalkan_sotk(lain.pk, alasan=ALASAN, per=PER, oleh=dinas.ortala).keadaan == "batal"


def test_an_office_opened_since_stops_the_plan_and_its_decider_is_told(dinas: Dinas) -> None:
    r = dunia.ubah(dunia.rencana(dinas), dinas)
    tetapkan(r, dinas)
    org.unit("Seksi Susulan", induk=dinas.unit["arsip"])

    assert berlakukan_yang_jatuh_tempo(per=BERLAKU, oleh=sistem()) == []

    r.refresh_from_db()
    assert r.keadaan == KeadaanSotk.DITETAPKAN
    (kabar,) = dinas.sekda.pemberitahuan.all()
    assert "Seksi Susulan belum dipetakan" in kabar.isi
    kembalikan_sotk(r.pk, alasan=ALASAN, per=BERLAKU, oleh=dinas.sekda)


def test_what_is_held_is_what_the_plan_is_judged_by(dinas: Dinas) -> None:
    r = dunia.rencana(dinas)
    lain = org.unit("Dinas Perpustakaan", induk=dinas.unit["akar"])
    dari_luar = dunia.kotak(r, dinas.unit["pustaka"])
    dari_luar.asal = lain
    dari_luar.save(update_fields=["asal"])

    assert unit_rencana(r, per=PER) == set(bahan(r, per=PER).unit)
    assert lain.pk in unit_rencana(r, per=PER)


def jumlah_menurut_nasib(r: RencanaSotk) -> dict[str, int]:
    """As kept with the plan."""
    rows = r.penempatan.order_by().values_list("nasib").annotate(n=Count("pk"))
    return dict(rows)


def test_forty_offices_change_at_once_and_nobody_is_lost_or_doubled(pada_hari_ini: Any) -> None:
    d = dunia.kabupaten()
    hitung_ulang(per=PER, oleh=sistem())
    r = susun.buat_sotk(
        d.unit["akar"].pk, nama="Penataan 2026", berlaku=BERLAKU, dasar=DASAR, per=PER,
        oleh=d.ortala,
    )  # fmt: skip
    assert dunia.rombak(r, d) == 40
    hasil, semula = hasil_sotk(r, per=PER), jabatan_kini()
    assert not hasil.menghalangi
    assert sum(hasil.orang.values()) == len(semula) == Pegawai.objects.count() == 319

    # Decided, and restored to a draft before its day: nothing remembers it but the trail.
    awal = dunia.isi_basis_data()
    tetapkan(r, d)
    kembalikan_sotk(r.pk, alasan=ALASAN, per=PER, oleh=d.sekda)
    assert dunia.isi_basis_data() == awal
    tetapkan(r, d)
    berlakukan(r)

    kini = jabatan_kini()
    assert set(kini) == set(semula)
    riwayat = Penugasan.objects.definitif().order_by("pegawai", "mulai", "pk")
    per_orang: dict[int, list[Penugasan]] = {}
    for p in riwayat:
        per_orang.setdefault(p.pegawai_id, []).append(p)
    assert {len(rows) for rows in per_orang.values()} == {1, 2}
    pindah = [rows for rows in per_orang.values() if len(rows) == 2]
    assert all(
        (dulu.selesai, baru.mulai, baru.selesai, baru.sumber)
        == (BERLAKU, BERLAKU, None, f"SOTK {DASAR}")
        for dulu, baru in pindah
    )
    # Every open office has a parent that is open, each seat one head at most, totals are right.
    buka = UnitKerja.objects.filter(ditutup__isnull=True)
    assert not buka.filter(induk__ditutup__isnull=False).exists()
    assert (buka.count(), UnitKerja.objects.count()) == (56 - 12 + 4, 60)
    assert RiwayatUnit.objects.filter(dasar=DASAR, selesai=BERLAKU).count() == 4 + 4 + 3 * 4
    kursi = Penugasan.objects.terbuka().filter(jabatan__jenis="1", jabatan__aktif=True)
    assert kursi.count() == kursi.values("jabatan").distinct().count()
    belum = jumlah_menurut_nasib(r)["belum"]
    assert belum == hasil.orang["belum"] == catatan_sotk(r).masih
    isi = sum(sum(i) for i in Formasi.objects.values_list("isi_pns", "isi_pppk", "isi_pppk_pw"))
    assert isi == len(semula)
    assert hasil.sesudah.kebutuhan == analisis_kebutuhan(per=BERLAKU)["total"]["kebutuhan"]
    assert not any(hitung_ulang(per=BERLAKU, oleh=sistem()).values())
    sesudah = dunia.isi_basis_data()
    assert berlakukan_yang_jatuh_tempo(per=BERLAKU, oleh=sistem()) == []
    berlakukan(r)
    assert dunia.isi_basis_data() == sesudah
    assert verifikasi().sah


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_people_put_the_same_plan_into_force_at_once(pada_hari_ini: Any) -> None:
    acuan_kembali()
    with transaction.atomic():
        d = dunia.dinas()
        r = dunia.ubah(dunia.rencana(d), d)
    tetapkan(r, d)
    semula = set(jabatan_kini())

    hasil = serentak(*[lambda: berlakukan_sotk(r.pk, per=BERLAKU, oleh=d.sekda)] * 2)

    assert [h.keadaan for h in hasil] == [KeadaanSotk.BERLAKU] * 2
    assert set(jabatan_kini()) == semula
    assert UnitKerja.objects.filter(nama="Bidang Jejaring").count() == 1
    assert Peristiwa.objects.filter(tindakan="penilaian.sotk.diberlakukan").count() == 1
    assert verifikasi().sah

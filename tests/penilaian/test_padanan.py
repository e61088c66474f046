"""Matches: decided once, counted everywhere, taken back without a remainder."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from config.turunan import hitung_ulang
from jejak.models import Peristiwa
from organisasi.izin import Peran
from pegawai.kernel.jenjang import kunci_nama
from pegawai.models import Formasi, Jabatan, JenisJabatan, MacamPadanan, Padanan, Penugasan
from pegawai.selectors.padanan import (
    acuan_unit,
    padanan_nama,
    padanan_unit,
    usulan_jabatan,
    usulan_unit,
    usulan_untuk,
)
from pegawai.services.turunan import segarkan_kata
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.services.analisis import analisis_kebutuhan
from penilaian.services.kebutuhan import tetapkan_kebutuhan
from penilaian.services.padanan import (
    Keputusan,
    akhiri_padanan,
    tetapkan_banyak,
    tetapkan_padanan_jabatan,
    tetapkan_padanan_nama,
    tetapkan_padanan_unit,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.factories.padanan import HARI, Kantor, acak, di_luar, kantor, potret
from tests.helpers.berkas_impor import sistem
from toolkit.policy import NotAllowed, Refusal, WrongMoment

pytestmark = pytest.mark.django_db


@pytest.fixture
def k() -> Kantor:
    return kantor()


def _total(per: date = HARI) -> tuple[int, int, int, int]:
    total = analisis_kebutuhan(per=per)["total"]
    return total["kebutuhan"], total["bezetting"], total["kekurangan"], total["kelebihan"]


def test_phantom_shortage_beside_phantom_excess_goes_when_the_name_is_matched(k: Kantor) -> None:
    lama, kini = (peg.formasi(k.unit["bkd"], j) for j in (k.lama, k.operator))
    for i in range(3):
        peg.pegawai(f"ORANG {i}", post=lama)
    nilai.kebutuhan(lama, 0)
    nilai.kebutuhan(kini, 4)
    assert _total() == (4, 3, 4, 3)

    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar(skor=83))

    assert _total() == (4, 3, 1, 0)
    kini.refresh_from_db()
    lama.refresh_from_db()
    assert (kini.isi_pns, lama.isi_pns, lama.dihitung_ke) == (3, 0, kini)
    assert set(Penugasan.objects.values_list("jabatan", "formasi")) == {(k.lama.pk, kini.pk)}
    padanan = Padanan.objects.get()
    assert (padanan.mulai, padanan.skor, padanan.diputuskan_oleh) == (HARI, 83, k.analis)
    jejak = Peristiwa.objects.latest("pk")
    assert (jejak.tindakan, jejak.pelaku_id) == (
        "pegawai.padanan.diputuskan",
        f"pengguna:{k.analis.pk}",
    )


def test_needs_of_old_and_new_name_add_up_and_are_rounded_once(k: Kantor) -> None:
    for jabatan, mentah in ((k.lama, "1.5"), (k.operator, "1.5")):
        tetapkan_kebutuhan(
            peg.formasi(k.unit["bkd"], jabatan).pk, mentah=Decimal(mentah),
            sumber=SumberKebutuhan.ABK, per=HARI, dasar="ABK 2026", oleh=sistem(),
        )  # fmt: skip

    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())

    baris = analisis_kebutuhan(per=HARI)["formasi"]
    assert [(b["jabatan"], b["kebutuhan_mentah"], b["kebutuhan"]) for b in baris] == [
        ("PENGADMINISTRASI PERKANTORAN", "3.0000", 3)
    ]
    assert sorted(Kebutuhan.objects.values_list("jumlah", flat=True)) == [2, 2]


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_deciding_and_taking_back_restores_every_total_and_need(benih: int) -> None:
    k = acak(benih)
    awal, total = potret(), _total()

    satu = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())
    dua = tetapkan_padanan_jabatan(k.kuno.pk, ke_id=k.penata.pk, dasar=k.dasar())
    tiga = tetapkan_padanan_jabatan(k.perawat_saja.pk, rumpun="Perawat", dasar=k.dasar())

    dipadankan = potret()
    assert dipadankan != awal
    assert _total()[1] == total[1]
    assert not any(hitung_ulang(per=HARI, oleh=sistem()).values())
    assert potret() == dipadankan
    for padanan in (dua, tiga, satu):
        akhiri_padanan(padanan.pk, dasar=k.dasar(alasan="Ternyata keliru"))
    assert potret() == awal
    assert _total() == total
    assert not any(hitung_ulang(per=HARI, oleh=sistem()).values())


def test_a_name_without_jenjang_draws_all_levels_of_its_unit_and_of_no_other(k: Kantor) -> None:
    sd1, sd2 = k.unit["sd1"], k.unit["sd2"]
    tanpa = peg.formasi(sd1, k.perawat_saja)
    nilai.kebutuhan(tanpa, 5)
    for unit in (sd1, sd2):
        peg.pegawai("ANI", post=peg.formasi(unit, k.perawat["TR"]))
        peg.pegawai("BUDI", post=peg.formasi(unit, k.perawat["MH"]))

    tetapkan_padanan_jabatan(k.perawat_saja.pk, rumpun="Perawat", dasar=k.dasar())

    kelompok = Jabatan.objects.get(kelompok=True)
    assert (kelompok.nama, kelompok.siasn_id) == ("Perawat (semua jenjang)", "kelompok:perawat")
    assert Formasi.objects.get(unit=sd1, jabatan=kelompok).isi_pns == 2
    assert not Formasi.objects.filter(unit=sd2, jabatan=kelompok).exists()
    assert set(Formasi.objects.filter(unit=sd2).values_list("dihitung_ke", flat=True)) == {None}
    assert _total() == (5, 4, 3, 0)
    assert Peristiwa.objects.filter(tindakan="pegawai.jabatan.kelompok").count() == 1


def test_a_need_written_for_the_group_keeps_drawing_the_levels_without_a_match(k: Kantor) -> None:
    padanan = tetapkan_padanan_nama("PERAWAT", rumpun="Perawat", dasar=k.dasar())
    peg.pegawai("ANI", post=peg.formasi(k.unit["sd1"], k.perawat["TR"]))
    assert padanan.ke_jabatan is not None
    post = peg.formasi(k.unit["sd1"], padanan.ke_jabatan)

    tetapkan_kebutuhan(
        post.pk, mentah=Decimal(3), sumber=SumberKebutuhan.PENETAPAN, per=HARI,
        dasar="Lembar kebutuhan", oleh=sistem(),
    )  # fmt: skip

    assert _total() == (3, 1, 2, 0)
    segarkan_kata(None)  # the factory writes no search words
    assert not any(hitung_ulang(per=HARI, oleh=sistem()).values())


def test_a_past_day_is_counted_by_one_set_of_names(k: Kantor) -> None:
    lama, kini = (peg.formasi(k.unit["bkd"], j) for j in (k.lama, k.operator))
    nilai.kebutuhan(kini, 2)
    pergi = peg.pegawai("SUDAH PINDAH", post=lama)
    peg.pegawai("MASIH DI SINI", post=lama)
    tutup = pergi.penugasan.get()
    tutup.selesai = HARI - timedelta(days=10)
    tutup.save(update_fields=["selesai"])

    padanan = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())

    tutup.refresh_from_db()
    assert tutup.formasi == lama
    assert _total(HARI - timedelta(days=20)) == (2, 2, 0, 0)
    assert _total() == (2, 1, 1, 0)
    # Who left while the match was in force is counted under his own name when it ends.
    Penugasan.objects.filter(selesai=None).update(selesai=HARI + timedelta(days=5))
    akhiri_padanan(padanan.pk, dasar=k.dasar(per=HARI + timedelta(days=9)))
    assert _total(HARI) == (2, 1, 2, 0)


def test_a_new_decision_for_the_same_name_ends_the_old_one_in_the_same_act(k: Kantor) -> None:
    lama = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar())

    besok = k.dasar(per=HARI + timedelta(days=1))
    baru = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=besok)

    lama.refresh_from_db()
    assert lama.selesai == HARI + timedelta(days=1)
    assert list(Padanan.objects.berlaku()) == [baru]
    k.lama.refresh_from_db()
    assert k.lama.padanan == k.operator
    with pytest.raises(Refusal, match="sudah berlaku; tidak ada yang berubah"):
        tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=besok)


def test_no_chains_neither_forwards_nor_backwards(k: Kantor) -> None:
    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())

    with pytest.raises(WrongMoment, match="tidak ada di referensi yang berlaku"):
        tetapkan_padanan_jabatan(k.kuno.pk, ke_id=k.lama.pk, dasar=k.dasar())
    Jabatan.objects.filter(pk=k.lama.pk).update(di_luar_referensi=False)
    with pytest.raises(WrongMoment, match="sendiri dipadankan ke PENGADMINISTRASI PERKANTORAN"):
        tetapkan_padanan_jabatan(k.kuno.pk, ke_id=k.lama.pk, dasar=k.dasar())
    Jabatan.objects.filter(pk=k.operator.pk).update(aktif=False)
    with pytest.raises(WrongMoment, match="1 nama lain sudah dipadankan"):
        tetapkan_padanan_jabatan(k.operator.pk, ke_id=k.penata.pk, dasar=k.dasar())


@pytest.mark.parametrize(
    ("dari", "ke", "kalimat"),
    [
        pytest.param("kuno", "kepala", "Jabatan struktural tidak menjadi sasaran", id="seat"),
        pytest.param("kepala", "penata", "Jabatan struktural tidak dipadankan", id="from a seat"),
        pytest.param("kuno", "kuno", "dengan dirinya sendiri", id="itself"),
        pytest.param("penata", "operator", "tidak perlu padanan", id="in force"),
        pytest.param("kuno", "mati", "pilih nama yang berlaku", id="inactive target"),
    ],
)
def test_what_a_match_may_not_be(k: Kantor, dari: str, ke: str, kalimat: str) -> None:
    nama = {
        "kuno": k.kuno, "penata": k.penata, "operator": k.operator,
        "kepala": peg.jabatan("Kepala BKD", jenis=JenisJabatan.STRUKTURAL, unit=k.unit["bkd"]),
        "mati": peg.jabatan("NAMA MATI", jenis=JenisJabatan.PELAKSANA),
    }  # fmt: skip
    Jabatan.objects.filter(nama="NAMA MATI").update(aktif=False)

    with pytest.raises(WrongMoment) as galat:
        tetapkan_padanan_jabatan(nama[dari].pk, ke_id=nama[ke].pk, dasar=k.dasar())

    assert kalimat in galat.value.kalimat
    assert not Padanan.objects.exists()


def test_targets_that_do_not_exist_and_missing_reasons_are_refused(k: Kantor) -> None:
    with pytest.raises(Refusal, match="Pilih jabatan sasarannya"):
        tetapkan_padanan_jabatan(k.lama.pk, dasar=k.dasar())
    with pytest.raises(Refusal, match="Jabatan ini tidak ditemukan"):
        tetapkan_padanan_jabatan(0, ke_id=k.penata.pk, dasar=k.dasar())
    with pytest.raises(Refusal, match="Tidak ada JF “Sulap”"):
        tetapkan_padanan_jabatan(k.lama.pk, rumpun="Sulap", dasar=k.dasar())
    with pytest.raises(Refusal, match="Pilih unit sasarannya"):
        tetapkan_padanan_unit("Dinas Sulap", dasar=k.dasar())
    with pytest.raises(WrongMoment, match="Tuliskan alasan"):
        tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar(alasan=" "))
    with pytest.raises(WrongMoment, match="paling panjang 255"):
        tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar(alasan="x" * 256))
    with pytest.raises(WrongMoment, match="tidak memuat huruf"):
        tetapkan_padanan_nama("---", abaikan=True, dasar=k.dasar())
    with pytest.raises(WrongMoment, match="tidak memuat huruf"):
        tetapkan_padanan_unit("...", abaikan=True, dasar=k.dasar())
    with pytest.raises(Refusal, match="Padanan ini tidak ditemukan"):
        akhiri_padanan(0, dasar=k.dasar())


def test_only_a_role_over_the_whole_agency_decides(k: Kantor) -> None:
    setempat = org.pengguna(Peran.ANALIS_BKD, unit=k.unit["disdik"])

    with pytest.raises(NotAllowed, match="mencakup seluruh instansi"):
        tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar(oleh=setempat))
    with pytest.raises(NotAllowed, match="mencakup seluruh instansi"):
        tetapkan_banyak([], dasar=k.dasar(oleh=setempat))
    padanan = tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.penata.pk, dasar=k.dasar())
    with pytest.raises(NotAllowed, match="mencakup seluruh instansi"):
        akhiri_padanan(padanan.pk, dasar=k.dasar(oleh=setempat))


def test_many_at_once_each_for_itself(k: Kantor) -> None:
    nama = MacamPadanan.JABATAN
    hasil = tetapkan_banyak(
        [
            Keputusan(nama, k.lama.pk, k.operator.pk, skor=83, alasan="Khusus"),
            Keputusan(nama, k.kuno.pk, k.lama.pk),
            Keputusan(MacamPadanan.UNIT, "Dinas Sulap", abaikan=True),
        ],
        dasar=k.dasar(),
    )

    assert [bool(h.padanan) for h in hasil] == [True, False, True]
    assert hasil[0].padanan is not None
    assert (hasil[0].padanan.skor, hasil[0].padanan.alasan) == (83, "Khusus")
    assert hasil[1].tolak is not None
    assert "tidak ada di referensi" in hasil[1].tolak.kalimat
    assert Peristiwa.objects.filter(tindakan="pegawai.padanan.diputuskan").count() == 2


def test_names_of_workbooks_are_remembered_by_what_their_spellings_share(k: Kantor) -> None:
    tetapkan_padanan_nama("Analis  Umum\n(lama)", ke_id=k.penata.pk, dasar=k.dasar())
    tetapkan_padanan_nama("Bukan jabatan", abaikan=True, dasar=k.dasar())
    unit = tetapkan_padanan_unit("DINAS PDK", ke_id=k.unit["disdik"].pk, dasar=k.dasar())

    nama = padanan_nama([kunci_nama("ANALIS UMUM (LAMA)"), kunci_nama("bukan JABATAN"), "tak ada"])
    assert [(p.teks, p.ke_jabatan, p.abaikan) for p in nama.values()] == [
        ("Bukan jabatan", None, True), ("Analis Umum (lama)", k.penata, False),
    ]  # fmt: skip
    assert padanan_unit([kunci_nama("Dinas Pdk")])["dinas pdk"].ke_unit == k.unit["disdik"]
    akhiri_padanan(unit.pk, dasar=k.dasar(alasan="Salah baca"))
    assert padanan_unit(["dinas pdk"]) == {}
    with pytest.raises(WrongMoment, match="sudah berakhir sejak 01-06-2026"):
        akhiri_padanan(unit.pk, dasar=k.dasar())


def test_a_closed_unit_is_no_target(k: Kantor) -> None:
    k.unit["sd2"].ditutup = HARI
    k.unit["sd2"].save(update_fields=["ditutup"])

    with pytest.raises(WrongMoment, match="tercatat ditutup sejak 01-06-2026"):
        tetapkan_padanan_unit("SD 2", ke_id=k.unit["sd2"].pk, dasar=k.dasar())


def test_proposals_come_from_the_nomenclature_in_force(k: Kantor) -> None:
    peg.jabatan("PENATA LAYANAN", jenis=JenisJabatan.STRUKTURAL, unit=k.unit["bkd"])
    mahir = di_luar("Perawat Pelaksana Lanjutan", jenis=JenisJabatan.FUNGSIONAL, jenjang="MH")

    usulan = usulan_untuk([k.kuno, k.perawat_saja, mahir])
    teks = usulan_jabatan(["Penata layanan operasional", "Perawat Mahir"], n=1)

    assert [(u.nama, u.skor >= 80) for u in usulan[k.kuno.pk]] == [(k.penata.nama, True)]
    assert [(u.sasaran, u.nama, u.skor) for u in usulan[k.perawat_saja.pk]] == [
        ("kelompok:Perawat", "Perawat (semua jenjang)", 100)
    ]
    assert [u.sasaran for u in usulan[mahir.pk]] == [str(k.perawat["MH"].pk)]
    assert [u[0].sasaran for u in teks.values()] == [str(k.penata.pk), str(k.perawat["MH"].pk)]


def test_units_are_proposed_below_the_office_they_stand_in(k: Kantor) -> None:
    org.unit("Bidang Mutasi", induk=k.unit["disdik"])

    semua = usulan_unit(["BID. MUTASI"], per=HARI)["BID. MUTASI"]
    k.unit["bkd"].refresh_from_db()
    satu = usulan_unit(["Bid Mutasi"], per=HARI, acuan=acuan_unit(per=HARI, di_bawah=k.unit["bkd"]))

    assert [(u.nama, u.skor) for u in semua[:2]] == [("Bidang Mutasi", 100)] * 2
    assert [u.pk for u in satu["Bid Mutasi"]] == [k.unit["bidang"].pk]


def test_a_name_without_counterpart_is_looked_at_once_and_goes_on_as_it_is(k: Kantor) -> None:
    peg.pegawai("ANI", post=peg.formasi(k.unit["bkd"], k.lama))
    awal = _total()
    tetapkan_padanan_jabatan(k.lama.pk, ke_id=k.operator.pk, dasar=k.dasar())

    padanan = tetapkan_padanan_jabatan(k.lama.pk, abaikan=True, dasar=k.dasar())

    k.lama.refresh_from_db()
    assert (k.lama.padanan, _total()) == (None, awal)
    assert str(padanan).endswith("→ tetap dengan namanya sendiri")

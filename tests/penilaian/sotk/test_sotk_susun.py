"""Drafting a structure: what boxes become, what the map says, and that nothing is lost unseen."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from jejak.selectors import riwayat
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, JenisJabatan
from penilaian.models import Hubungan, KeadaanSotk, KotakSotk, Nasib, RencanaSotk
from penilaian.services import sotk_bentuk as bentuk
from penilaian.services import sotk_susun as susun
from penilaian.services import sotk_tempat
from penilaian.services.sotk_peta import Kepala, sidik_kotak
from penilaian.services.sotk_tempat import Tempat
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from toolkit.policy import NotAllowed, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db

PER = date(2026, 6, 1)
BERLAKU = date(2027, 1, 1)
ALASAN = "Sesuai naskah akademik penataan."


@pytest.fixture
def dinas() -> dict[str, UnitKerja]:
    """Dinas Kearsipan: a secretariat with two subbagian, two bidang with a section each."""
    unit = org.kabupaten()
    d = org.unit("Dinas Kearsipan", induk=unit["akar"], jenis="dinas")
    hasil = {"akar": unit["akar"], "bkd": unit["bkd"], "dinas": d}
    for kunci, nama, induk in (
        ("sek", "Sekretariat", "dinas"),
        ("umum", "Subbagian Umum", "sek"),
        ("keu", "Subbagian Keuangan", "sek"),
        ("arsip", "Bidang Arsip", "dinas"),
        ("depo", "Seksi Depo", "arsip"),
        ("pustaka", "Bidang Pustaka", "dinas"),
        ("baca", "Seksi Minat Baca", "pustaka"),
    ):
        hasil[kunci] = org.unit(nama, induk=hasil[induk])
    for satu in hasil.values():
        satu.refresh_from_db()
    peg.jabatan(
        "Kepala Bidang Arsip", jenis=JenisJabatan.STRUKTURAL, unit=hasil["arsip"], eselon_id="32"
    )
    return hasil


@pytest.fixture
def ortala() -> Pengguna:
    """Bagian Organisasi."""
    return org.pengguna(Peran.BAGIAN_ORGANISASI)


@pytest.fixture
def rencana(dinas: dict[str, UnitKerja], ortala: Pengguna) -> RencanaSotk:
    """A fresh draft of the whole dinas."""
    return susun.buat_sotk(
        dinas["dinas"].pk, nama="SOTK 2027", berlaku=BERLAKU, per=PER, oleh=ortala
    )


def kotak(rencana: RencanaSotk, unit: UnitKerja) -> KotakSotk:
    """The box that continues the unit."""
    return rencana.kotak.get(asal=unit)


def peta(rencana: RencanaSotk, unit: UnitKerja) -> list[tuple[str, str]]:
    """(relation, box) of an old unit, in the order of the boxes."""
    rows = rencana.peta.filter(lama=unit).select_related("baru").order_by("baru__urutan")
    return [(r.hubungan, r.baru.nama if r.baru else "") for r in rows]


def terakhir(rencana: RencanaSotk) -> str:
    """What the history says was done last."""
    (catatan,) = riwayat(rencana, jumlah=1).baris
    return next(p.sesudah for p in catatan.perubahan if p.kolom == "tindakan")


def bawahan(rencana: RencanaSotk, unit: UnitKerja) -> list[str]:
    """Names of the boxes right below that of the unit."""
    return sorted(rencana.kotak.filter(induk=kotak(rencana, unit)).values_list("nama", flat=True))


def test_a_new_plan_holds_the_branch_as_it_is_today(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja]
) -> None:
    assert rencana.keadaan == KeadaanSotk.DRAF
    assert rencana.kotak.count() == 8
    assert set(rencana.peta.values_list("hubungan", flat=True)) == {Hubungan.TETAP}
    arsip = kotak(rencana, dinas["arsip"])
    assert (arsip.jabatan, arsip.eselon_id) == ("Kepala Bidang Arsip", "32")
    assert arsip.induk == kotak(rencana, dinas["dinas"])
    assert kotak(rencana, dinas["dinas"]).induk is None
    (catatan,) = riwayat(rencana).baris
    assert catatan.tindakan == "penilaian.sotk.disusun"
    assert {p.kolom: p.sesudah for p in catatan.perubahan}["kotak"] == 8


@pytest.mark.sekali
@pytest.mark.parametrize(
    ("peran", "berlaku", "kalimat"),
    [
        pytest.param(Peran.ANALIS_BKD, BERLAKU, "Bagian Organisasi", id="another role"),
        pytest.param(Peran.BAGIAN_ORGANISASI, PER, "paling cepat besok", id="today"),
    ],
)
def test_a_plan_is_begun_by_bagian_organisasi_for_a_day_to_come(
    dinas: dict[str, UnitKerja], peran: Peran, berlaku: date, kalimat: str
) -> None:
    with pytest.raises((NotAllowed, WrongMoment), match=kalimat):
        susun.buat_sotk(
            dinas["dinas"].pk, nama="X", berlaku=berlaku, per=PER, oleh=org.pengguna(peran)
        )


def test_the_word_of_a_relation_follows_from_the_boxes(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    oleh = {"per": PER, "oleh": ortala}

    susun.ganti_nama_kotak(rencana.pk, kotak(rencana, dinas["keu"]).pk, nama="Subbag A", **oleh)
    assert peta(rencana, dinas["keu"]) == [(Hubungan.GANTI_NAMA, "Subbag A")]

    bentuk.pecah_kotak(
        rencana.pk, kotak(rencana, dinas["arsip"]).pk, lama_id=dinas["arsip"].pk,
        nama=["Bidang Arsip Statis", " "], **oleh,
    )  # fmt: skip
    assert peta(rencana, dinas["arsip"]) == [
        (Hubungan.PECAH, "Bidang Arsip"),
        (Hubungan.PECAH, "Bidang Arsip Statis"),
    ]
    statis = rencana.kotak.get(nama="Bidang Arsip Statis")
    assert (statis.asal, statis.jabatan) == (None, "Kepala Bidang Arsip Statis")

    # Without its first box the split unit has one left, and goes on in it.
    bentuk.hapus_kotak(rencana.pk, kotak(rencana, dinas["arsip"]).pk, bawah="naik", **oleh)
    statis.refresh_from_db()
    assert statis.asal == dinas["arsip"]
    assert peta(rencana, dinas["arsip"]) == [(Hubungan.GANTI_NAMA, "Bidang Arsip Statis")]
    assert kotak(rencana, dinas["depo"]).induk == kotak(rencana, dinas["dinas"])


def test_a_merge_takes_along_what_hung_below_and_bringing_back_undoes_it(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    arsip = kotak(rencana, dinas["arsip"])

    bentuk.gabung_kotak(rencana.pk, arsip.pk, lama=[dinas["pustaka"].pk], per=PER, oleh=ortala)

    assert peta(rencana, dinas["arsip"]) == [(Hubungan.GABUNG, "Bidang Arsip")]
    assert peta(rencana, dinas["pustaka"]) == [(Hubungan.GABUNG, "Bidang Arsip")]
    assert not rencana.kotak.filter(nama="Bidang Pustaka").exists()
    assert bawahan(rencana, dinas["arsip"]) == ["Seksi Depo", "Seksi Minat Baca"]
    assert terakhir(rencana) == "menggabungkan “Bidang Pustaka” ke “Bidang Arsip”"

    bentuk.kembalikan_kotak(rencana.pk, dinas["pustaka"].pk, per=PER, oleh=ortala)

    assert peta(rencana, dinas["arsip"]) == [(Hubungan.TETAP, "Bidang Arsip")]
    assert peta(rencana, dinas["pustaka"]) == [(Hubungan.TETAP, "Bidang Pustaka")]
    assert bawahan(rencana, dinas["arsip"]) == ["Seksi Depo"]
    assert bawahan(rencana, dinas["pustaka"]) == ["Seksi Minat Baca"]


def test_a_box_with_boxes_below_is_struck_only_when_it_is_said_what_becomes_of_them(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    sek = kotak(rencana, dinas["sek"])
    with pytest.raises(WrongMoment, match="Masih ada 2 kotak di bawahnya"):
        bentuk.hapus_kotak(rencana.pk, sek.pk, per=PER, oleh=ortala)
    with pytest.raises(WrongMoment, match="sekarang ada 2 kotak, bukan 1"):
        bentuk.hapus_kotak(rencana.pk, sek.pk, bawah="ikut", jumlah=1, per=PER, oleh=ortala)

    tanpa = bentuk.hapus_kotak(rencana.pk, sek.pk, bawah="ikut", jumlah=2, per=PER, oleh=ortala)

    assert tanpa == 3
    assert peta(rencana, dinas["umum"]) == [(Hubungan.HAPUS, "")]

    bentuk.kembalikan_kotak(rencana.pk, dinas["sek"].pk, beserta_bawah=True, per=PER, oleh=ortala)
    assert rencana.kotak.count() == 8
    assert bawahan(rencana, dinas["sek"]) == ["Subbagian Keuangan", "Subbagian Umum"]


def test_a_box_never_hangs_below_itself(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    arsip, depo = kotak(rencana, dinas["arsip"]), kotak(rencana, dinas["depo"])

    with pytest.raises(WrongMoment, match="tidak dapat melingkar"):
        susun.pindah_kotak(rencana.pk, arsip.pk, induk_id=depo.pk, per=PER, oleh=ortala)
    with pytest.raises(WrongMoment, match="berada di atas “Seksi Depo”"):
        bentuk.gabung_kotak(rencana.pk, depo.pk, lama=[dinas["arsip"].pk], per=PER, oleh=ortala)

    susun.pindah_kotak(
        rencana.pk, depo.pk, induk_id=kotak(rencana, dinas["pustaka"]).pk, per=PER, oleh=ortala
    )
    assert bawahan(rencana, dinas["pustaka"]) == ["Seksi Depo", "Seksi Minat Baca"]
    assert terakhir(rencana) == "memindahkan “Seksi Depo”"


def test_the_agency_has_one_top_that_stays(dinas: dict[str, UnitKerja], ortala: Pengguna) -> None:
    semua = susun.buat_sotk(
        dinas["akar"].pk, nama="Seluruhnya", berlaku=BERLAKU, per=PER, oleh=ortala
    )
    puncak, dua = kotak(semua, dinas["akar"]), kotak(semua, dinas["dinas"])
    oleh = {"per": PER, "oleh": ortala}

    with pytest.raises(WrongMoment, match="satu kotak puncak"):
        susun.pindah_kotak(semua.pk, dua.pk, induk_id=None, **oleh)
    with pytest.raises(WrongMoment, match="tidak dapat dihapus"):
        bentuk.hapus_kotak(semua.pk, puncak.pk, bawah="ikut", **oleh)
    with pytest.raises(WrongMoment, match="satu kotak puncak"):
        susun.tambah_kotak(semua.pk, kepala=Kepala("Baru", "dinas", "", ""), induk_id=None, **oleh)
    with pytest.raises(WrongMoment, match="Instansi sendiri"):
        bentuk.gabung_kotak(semua.pk, dua.pk, lama=[dinas["akar"].pk], **oleh)


def test_an_edit_of_a_box_that_somebody_changed_since_is_told_and_not_written(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    arsip = kotak(rencana, dinas["arsip"])
    dilihat = sidik_kotak(arsip)
    rina = org.pengguna(Peran.BAGIAN_ORGANISASI, nama="Rina Ortala")
    susun.ubah_pimpinan(
        rencana.pk, arsip.pk, jabatan="Kabid Arsip", eselon_id="31", versi=dilihat,
        per=PER, oleh=rina,
    )  # fmt: skip

    with pytest.raises(WrongMoment, match="oleh Rina Ortala") as tolak:
        susun.ganti_nama_kotak(
            rencana.pk, arsip.pk, nama="Bidang Lain", versi=dilihat, per=PER, oleh=ortala
        )

    assert tolak.value.kode == "sudah_berubah"
    arsip.refresh_from_db()
    assert (arsip.nama, arsip.jabatan, arsip.eselon_id) == ("Bidang Arsip", "Kabid Arsip", "31")


def test_only_a_draft_of_ones_own_plan_changes(
    rencana: RencanaSotk, dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    lain = susun.buat_sotk(dinas["bkd"].pk, nama="Lain", berlaku=BERLAKU, per=PER, oleh=ortala)
    asing = lain.kotak.earliest("pk")
    with pytest.raises(OutOfReach):
        susun.ganti_nama_kotak(rencana.pk, asing.pk, nama="X", per=PER, oleh=ortala)
    with pytest.raises(OutOfReach):
        bentuk.kembalikan_kotak(rencana.pk, dinas["bkd"].pk, per=PER, oleh=ortala)
    with pytest.raises(WrongMoment, match="diisi bersama"):
        susun.ubah_pimpinan(lain.pk, asing.pk, jabatan="Kepala", eselon_id="", per=PER, oleh=ortala)

    RencanaSotk.objects.filter(pk=lain.pk).update(keadaan=KeadaanSotk.BATAL)

    with pytest.raises(WrongMoment, match="hanya draf"):
        susun.ubah_sotk(lain.pk, nama="Y", berlaku=BERLAKU, per=PER, oleh=ortala)


@pytest.fixture
def pos(dinas: dict[str, UnitKerja]) -> dict[str, Formasi]:
    """The head of Bidang Arsip, and two archivists below him."""
    kepala = peg.formasi(dinas["arsip"], dinas["arsip"].jabatan_struktural)
    arsiparis = peg.formasi(dinas["arsip"], peg.jabatan("Arsiparis Ahli Muda", jenjang="MU"))
    peg.pegawai("KEPALA ARSIP", post=kepala)
    peg.pegawai("ANI", post=arsiparis)
    peg.pegawai("BUDI", post=arsiparis)
    return {"kepala": kepala, "arsiparis": arsiparis}


def test_holders_are_placed_by_hand_and_the_history_names_none_of_them(
    rencana: RencanaSotk, pos: dict[str, Formasi], dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    ke = kotak(rencana, dinas["pustaka"])
    ani = pos["arsiparis"].pegawai.get(nama="ANI")
    oleh = {"per": PER, "oleh": ortala}
    tempat = Tempat(Nasib.PENGUKUHAN, ke.pk, alasan=ALASAN)

    sotk_tempat.tempatkan(rencana.pk, pos["arsiparis"].pk, tempat=tempat, orang=[ani.pk], **oleh)

    satu = rencana.penempatan.get()
    assert (satu.pegawai, satu.kotak, satu.nasib) == (ani, ke, Nasib.PENGUKUHAN)
    catatan = str(riwayat(rencana, jumlah=1).baris[0])
    assert "1 pemangku" in catatan
    assert "ANI" not in catatan

    # One word about the whole post replaces those about its holders; taking it back leaves none.
    belum = Tempat(Nasib.BELUM, alasan=ALASAN)
    sotk_tempat.tempatkan(rencana.pk, pos["arsiparis"].pk, tempat=belum, **oleh)
    assert [(s.pegawai, s.kotak) for s in rencana.penempatan.all()] == [(None, None)]
    assert sotk_tempat.lepas_penempatan(rencana.pk, pos["arsiparis"].pk, **oleh) == 1
    with pytest.raises(WrongMoment, match="Tidak ada penempatan"):
        sotk_tempat.lepas_penempatan(rencana.pk, pos["arsiparis"].pk, **oleh)


@pytest.mark.sekali
def test_a_head_becomes_the_equal_of_a_named_jf_and_nobody_else_does(
    rencana: RencanaSotk, pos: dict[str, Formasi], dinas: dict[str, UnitKerja], ortala: Pengguna
) -> None:
    ke, jf = kotak(rencana, dinas["sek"]), peg.jabatan("Analis Kebijakan Ahli Madya", jenjang="MA")

    def tolak(dari: str, kalimat: str, **isi: Any) -> None:
        tempat = Tempat(**{"nasib": Nasib.PENYETARAAN, "kotak_id": ke.pk, "alasan": ALASAN} | isi)
        with pytest.raises(WrongMoment, match=kalimat):
            sotk_tempat.tempatkan(rencana.pk, pos[dari].pk, tempat=tempat, per=PER, oleh=ortala)

    tolak("kepala", "jabatan fungsional tujuannya")
    tolak("kepala", "kotak tujuannya", kotak_id=None, jabatan_id=jf.pk)
    tolak("kepala", "paling sedikit 10 huruf", jabatan_id=jf.pk, alasan="ya")
    tolak("kepala", "tidak ditemukan", jabatan_id=jf.pk + 999)
    tolak("kepala", "Pilih pengukuhan", nasib="entah", jabatan_id=jf.pk)
    tolak("arsiparis", "hanya dari jabatan struktural", jabatan_id=jf.pk)
    orang = pos["arsiparis"].pegawai.get(nama="BUDI").pk
    with pytest.raises(WrongMoment, match="bukan lagi pemangku"):
        sotk_tempat.tempatkan(
            rencana.pk, pos["kepala"].pk, orang=[orang], per=PER, oleh=ortala,
            tempat=Tempat(Nasib.BELUM, alasan=ALASAN),
        )  # fmt: skip

    tempat = Tempat(Nasib.PENYETARAAN, ke.pk, jf.pk, ALASAN)
    sotk_tempat.tempatkan(rencana.pk, pos["kepala"].pk, tempat=tempat, per=PER, oleh=ortala)
    assert rencana.penempatan.get().jabatan == jf


def _langkah(acak: random.Random, rencana: RencanaSotk, oleh: Pengguna) -> None:
    """One act on boxes and units taken at random; a refusal is an answer too."""
    units = list(UnitKerja.objects.di_bawah(rencana.cabang).order_by("pk"))
    semua = list(rencana.kotak.order_by("pk"))
    if not semua:
        bentuk.kembalikan_kotak(rencana.pk, acak.choice(units).pk, per=PER, oleh=oleh)
        return
    satu, dua, unit = acak.choice(semua), acak.choice(semua), acak.choice(units)
    siapa: dict[str, Any] = {"per": PER, "oleh": oleh}
    sumber = satu.peta.values_list("lama_id", flat=True).first() or unit.pk
    pk, bawah, nama = rencana.pk, acak.choice(["ikut", "naik"]), [f"Baru {acak.random()}"]
    acak.choice([
        lambda: susun.pindah_kotak(pk, satu.pk, induk_id=dua.pk, **siapa),
        lambda: bentuk.gabung_kotak(pk, satu.pk, lama=[unit.pk], **siapa),
        lambda: bentuk.pecah_kotak(pk, satu.pk, lama_id=sumber, nama=nama, **siapa),
        lambda: bentuk.hapus_kotak(pk, satu.pk, bawah=bawah, **siapa),
        lambda: bentuk.kembalikan_kotak(pk, unit.pk, beserta_bawah=bawah == "ikut", **siapa),
    ])()  # fmt: skip


def _sehat(rencana: RencanaSotk) -> list[str]:
    """What is wrong with the boxes and the map, whatever was done to them."""
    induk = dict(rencana.kotak.values_list("pk", "induk_id"))
    salah = []
    for pk in induk:
        jalan, kini = set(), pk
        while kini is not None and kini not in jalan:
            jalan.add(kini)
            kini = induk[kini]
        if kini is not None:
            salah.append(f"circle at {pk}")
    peta: dict[int, list[tuple[int | None, str]]] = {}
    for lama, baru, hubungan in rencana.peta.values_list("lama_id", "baru_id", "hubungan"):
        peta.setdefault(lama, []).append((baru, hubungan))
    units = set(UnitKerja.objects.di_bawah(rencana.cabang).values_list("pk", flat=True))
    if set(peta) != units:
        salah.append("a unit is lost")
    for lama, rows in peta.items():
        if len(rows) > 1 and {h for _, h in rows} != {Hubungan.PECAH}:
            salah.append(f"unit {lama} goes to several boxes and is not split")
    for kotak_ in rencana.kotak.exclude(asal=None):
        if kotak_.pk not in {baru for baru, _ in peta[kotak_.asal_id or 0]}:
            salah.append(f"box {kotak_.pk} continues a unit that does not go there")
    return salah


@pytest.mark.sekali
@pytest.mark.parametrize("benih", range(2))
def test_whatever_is_done_no_unit_is_lost_and_nothing_goes_in_a_circle(
    rencana: RencanaSotk, ortala: Pengguna, benih: int
) -> None:
    acak = random.Random(benih)  # noqa: S311 - a walk, not a secret

    for _ in range(25):
        try:
            _langkah(acak, rencana, ortala)
        except (WrongMoment, OutOfReach):
            continue
        assert _sehat(rencana) == []

    # From wherever the walk led, one act leads back to the present.
    bentuk.kembalikan_kotak(rencana.pk, rencana.cabang_id, beserta_bawah=True, per=PER, oleh=ortala)
    assert _sehat(rencana) == []
    assert {r.hubungan for r in rencana.peta.all()} == {Hubungan.TETAP}
    asal = rencana.kotak.exclude(asal=None).select_related("induk", "asal")
    beda = [
        k.nama for k in asal
        if k.pk != kotak(rencana, rencana.cabang).pk
        and (k.induk is None or k.asal is None or k.induk.asal_id != k.asal.induk_id)
    ]  # fmt: skip
    assert beda == []

"""Acts in a draft: each is one step and one sealed proof; undo, redo, and who is in the way."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from jejak.models import IsiPeristiwa, Peristiwa
from jejak.verifikasi import verifikasi
from mutasi.models import LangkahRancangan, MacamLangkah
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from mutasi.services.rancangan_langkah import (
    Pelanggaran,
    batalkan_langkah,
    tumpukan,
    verifikasi_langkah,
)
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.mutasi import PER, TMT, Meja
from tests.factories.organisasi import pengguna
from toolkit.policy import NotAllowed, OutOfReach, Refusal, WrongMoment

M = MacamLangkah
PENJAGA = import_module("mutasi.migrations.0002_langkah_hanya_tambah")
ALASAN = "Disetujui karena kebutuhan mendesak di bidang tujuan."


def urung(meja: Meja, oleh: Pengguna) -> LangkahRancangan:
    """What Ctrl+Z does."""
    langkah = tumpukan(meja.rancangan, oleh).urung
    assert langkah is not None
    return batalkan_langkah(meja.rancangan.pk, langkah.nomor, oleh=oleh)


def ulang(meja: Meja, oleh: Pengguna) -> LangkahRancangan:
    """What Ctrl+Y does."""
    langkah = tumpukan(meja.rancangan, oleh).ulang
    assert langkah is not None
    return batalkan_langkah(meja.rancangan.pk, langkah.nomor, oleh=oleh)


def test_every_act_is_one_numbered_step_with_its_proof_in_the_trail(meja: Meja) -> None:
    r = meja.rancangan.pk
    satu, dua = meja.baris(0, 1), meja.baris(1, 2)
    acts_baris.ubah_baris(r, satu.pk, oleh=meja.budi, versi=1, isi={"catatan": "usul OPD"})
    acts_baris.pindah_urutan(r, dua.pk, oleh=meja.ani, naik=True)
    acts_baris.tulis_alasan(r, satu.pk, oleh=meja.ani, kode="W06", alasan=ALASAN, per=PER)
    acts_baris.hapus_baris(r, dua.pk, oleh=meja.ani)
    acts_baris.pulihkan_baris(r, dua.pk, oleh=meja.ani)
    acts.ubah_judul(r, oleh=meja.ani, nama="Rotasi akhir", tmt=TMT)
    acts.cabut(r, meja.rancangan.anggota.get(pengguna=meja.sekda).pk, oleh=meja.ani)
    acts.tutup(r, oleh=meja.ani)
    acts.buka(r, oleh=meja.budi)

    langkah = list(meja.rancangan.langkah.order_by("nomor"))
    bukti = Peristiwa.objects.atas("mutasi.rancangan", r)
    meja.rancangan.refresh_from_db()

    assert [s.macam for s in langkah] == [
        M.BUAT, M.UNDANG, M.UNDANG, M.TAMBAH, M.TAMBAH, M.UBAH, M.URUT, M.ALASAN, M.HAPUS,
        M.UBAH, M.UBAH_JUDUL, M.CABUT, M.TUTUP, M.TUTUP,
    ]  # fmt: skip
    assert [s.nomor for s in langkah] == list(range(1, 15))
    assert meja.rancangan.versi == bukti.count() == 14
    assert verifikasi_langkah(meja.rancangan) == []
    assert verifikasi().sah


def test_the_trail_holds_neither_name_nor_content_of_a_draft(meja: Meja) -> None:
    meja.baris(0, 1, catatan="catatan sangat rahasia")

    nomor = Peristiwa.objects.atas("mutasi.rancangan", meja.rancangan.pk).values("urutan")
    isi = IsiPeristiwa.objects.filter(urutan__in=nomor)

    assert {frozenset(i.data["sesudah"]) for i in isi} == {frozenset({"langkah", "sidik"})}
    assert {i.data["objek_nama"] for i in isi} == {"rancangan rahasia"}
    assert not any("rahasia" in i.isi.replace("rancangan rahasia", "") for i in isi)
    assert not any("Rotasi" in i.isi for i in isi)


def test_a_step_that_was_touched_no_longer_fits_its_proof(meja: Meja) -> None:
    baris = meja.baris(0, 1)
    connection.check_constraints()  # PostgreSQL alters no table with checks outstanding
    PENJAGA.lepas(None, connection.schema_editor(atomic=False))
    try:
        meja.rancangan.langkah.filter(nomor=4).update(sesudah={"ke": 1})
        meja.rancangan.langkah.filter(nomor=3).delete()
    finally:
        connection.check_constraints()
        PENJAGA.pasang(None, connection.schema_editor(atomic=False))

    assert baris.pk
    assert verifikasi_langkah(meja.rancangan) == [
        Pelanggaran(3, "Langkah ini hilang."),
        Pelanggaran(4, "Isi langkah ini bukan yang dulu ditulis."),
    ]


@pytest.mark.parametrize("ubah", [lambda s: s.update(nomor=99), lambda s: s.delete()])
def test_the_database_refuses_to_change_or_remove_a_step(
    meja: Meja, ubah: Callable[[object], object]
) -> None:
    kalimat = "tidak dapat diubah atau dihapus"
    with pytest.raises(IntegrityError, match=kalimat), transaction.atomic():
        ubah(LangkahRancangan.objects.filter(nomor=1))


def test_the_same_values_again_are_no_step(meja: Meja) -> None:
    baris = meja.baris(0, 1)

    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                          isi={"ke": meja.kursi[1].pk})  # fmt: skip
    acts.ubah_judul(meja.rancangan.pk, oleh=meja.ani, nama=meja.rancangan.nama, tmt=TMT)

    meja.rancangan.refresh_from_db()
    assert meja.rancangan.versi == 4


def test_an_edit_of_an_old_version_is_refused_with_both_values_and_changes_nothing(
    meja: Meja,
) -> None:
    baris = meja.baris(0, 1)
    r = meja.rancangan.pk
    acts_baris.ubah_baris(r, baris.pk, oleh=meja.budi, versi=1, isi={"ke": meja.kursi[2].pk})

    with pytest.raises(WrongMoment) as ditolak:
        acts_baris.ubah_baris(r, baris.pk, oleh=meja.ani, versi=1, isi={"ke": meja.kursi[3].pk})

    baris.refresh_from_db()
    assert baris.ke == meja.kursi[2]
    assert "baru saja diubah Budi pukul 09.00" in ditolak.value.kalimat
    assert "sekarang “Analis Kebijakan Ahli Muda 2 · Bidang Mutasi”" in ditolak.value.kalimat
    assert "isian Anda “Analis Kebijakan Ahli Muda 3 · Bidang Mutasi”" in ditolak.value.kalimat


def test_an_edit_of_a_struck_line_says_who_struck_it(meja: Meja) -> None:
    baris = meja.baris(0, 1)
    acts_baris.hapus_baris(meja.rancangan.pk, baris.pk, oleh=meja.budi)

    with pytest.raises(WrongMoment, match="dihapus Budi pukul 09.00"):
        acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                              isi={"catatan": "x"})  # fmt: skip


def test_a_line_remembers_where_the_person_sat_when_it_was_written(meja: Meja) -> None:
    baris = meja.baris(0, 3)

    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                          isi={"pegawai": meja.orang[1].pk})  # fmt: skip

    baris.refresh_from_db()
    assert baris.dari == meja.kursi[1]


def test_undo_and_redo_walk_back_and_forth_like_a_spreadsheet(meja: Meja) -> None:
    satu = meja.baris(0, 1)
    acts_baris.ubah_baris(meja.rancangan.pk, satu.pk, oleh=meja.ani, versi=1, isi={"catatan": "a"})
    acts_baris.ubah_baris(meja.rancangan.pk, satu.pk, oleh=meja.ani, versi=2, isi={"catatan": "b"})

    def catatan() -> str:
        satu.refresh_from_db()
        return "(dihapus)" if satu.dihapus else satu.catatan

    jalan = [catatan()]
    for langkah in (urung, urung, urung, ulang, ulang, ulang, urung):
        langkah(meja, meja.ani)
        jalan.append(catatan())

    assert jalan == ["b", "a", "", "(dihapus)", "", "a", "b", "a"]
    assert tumpukan(meja.rancangan, meja.ani).ulang is not None
    meja.baris(1, 3)
    assert tumpukan(meja.rancangan, meja.ani).ulang is None
    assert verifikasi_langkah(meja.rancangan) == []


def test_moving_a_line_is_taken_back_too(meja: Meja) -> None:
    satu, dua = meja.baris(0, 1), meja.baris(1, 2)
    acts_baris.pindah_urutan(meja.rancangan.pk, dua.pk, oleh=meja.ani, naik=True)

    urutan = [list(meja.rancangan.baris.order_by("urutan").values_list("pk", flat=True))]
    for langkah in (urung, ulang):
        langkah(meja, meja.ani)
        urutan.append(list(meja.rancangan.baris.order_by("urutan").values_list("pk", flat=True)))

    assert urutan == [[dua.pk, satu.pk], [satu.pk, dua.pk], [dua.pk, satu.pk]]


def test_a_move_at_the_edge_is_no_step_and_one_undone_too_late_is_refused(meja: Meja) -> None:
    satu, dua = meja.baris(0, 1), meja.baris(1, 2)
    tiga = meja.baris(2, 3, meja.budi)
    acts_baris.pindah_urutan(meja.rancangan.pk, satu.pk, oleh=meja.ani, naik=True)
    assert meja.rancangan.langkah.count() == 6
    acts_baris.pindah_urutan(meja.rancangan.pk, dua.pk, oleh=meja.ani, naik=True)
    acts_baris.pindah_urutan(meja.rancangan.pk, tiga.pk, oleh=meja.budi, naik=True)

    with pytest.raises(WrongMoment, match="Urutan baris sudah berubah lagi"):
        urung(meja, meja.ani)


def test_only_ones_own_latest_step_can_be_taken_back(meja: Meja) -> None:
    meja.baris(0, 1)
    meja.baris(1, 2, meja.budi)

    for nomor in (4, 5):
        oleh = meja.budi if nomor == 4 else meja.ani
        with pytest.raises(WrongMoment, match="Hanya langkah terakhir Anda sendiri"):
            batalkan_langkah(meja.rancangan.pk, nomor, oleh=oleh)


def test_undo_never_destroys_what_somebody_else_did_since(meja: Meja) -> None:
    baris = meja.baris(0, 1)
    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.budi, versi=1,
                          isi={"catatan": "kata Budi"})  # fmt: skip

    with pytest.raises(WrongMoment, match="Baris itu sudah diubah Budi pukul 09.00"):
        urung(meja, meja.ani)

    baris.refresh_from_db()
    assert (baris.catatan, baris.dihapus) == ("kata Budi", False)


def test_the_name_of_a_draft_is_taken_back_unless_renamed_by_somebody_else(meja: Meja) -> None:
    r = meja.rancangan.pk
    acts.ubah_judul(r, oleh=meja.ani, nama="Nama Ani", tmt=PER)
    urung(meja, meja.ani)
    meja.rancangan.refresh_from_db()
    assert (meja.rancangan.nama, meja.rancangan.tmt) == ("Rotasi triwulan III", TMT)

    ulang(meja, meja.ani)
    acts.ubah_judul(r, oleh=meja.budi, nama="Nama Budi", tmt=PER)
    with pytest.raises(WrongMoment, match="Nama rancangan sudah diubah Budi"):
        urung(meja, meja.ani)


def test_a_candidate_fills_the_line_that_looks_for_somebody(meja: Meja) -> None:
    kosong = meja.baris(None, 3)

    hasil = acts_baris.masukkan_calon(meja.rancangan.pk, oleh=meja.ani, pegawai=meja.orang[0],
                                      formasi=meja.kursi[3])  # fmt: skip
    lagi = acts_baris.masukkan_calon(meja.rancangan.pk, oleh=meja.ani, pegawai=meja.orang[1],
                                     formasi=meja.kursi[3])  # fmt: skip

    assert hasil.pk == kosong.pk
    assert lagi.pk != kosong.pk
    with pytest.raises(WrongMoment, match="sudah ada di rancangan ini untuk jabatan itu"):
        acts_baris.masukkan_calon(meja.rancangan.pk, oleh=meja.ani, pegawai=meja.orang[0],
                                  formasi=meja.kursi[3])  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "alasan", "kalimat"),
    [
        ("W06", "terlalu pendek", "paling sedikit 30 huruf"),
        ("W06", "a" + " " * 40 + "b", "paling sedikit 30 huruf"),
        ("H03", ALASAN, "Hanya peringatan"),
    ],
    ids=["short", "blanks do not count", "no reason helps against a rule"],
)
def test_a_reason_must_be_one(meja: Meja, kode: str, alasan: str, kalimat: str) -> None:
    baris = meja.baris(0, 1)

    with pytest.raises(Refusal, match=kalimat):
        acts_baris.tulis_alasan(meja.rancangan.pk, baris.pk, oleh=meja.ani, kode=kode,
                                alasan=alasan, per=PER)  # fmt: skip


def test_a_reason_needs_a_pair(meja: Meja) -> None:
    baris = meja.baris(0, None)

    with pytest.raises(WrongMoment, match="Lengkapi pegawai dan jabatan barunya"):
        acts_baris.tulis_alasan(meja.rancangan.pk, baris.pk, oleh=meja.ani, kode="W06",
                                alasan=ALASAN, per=PER)  # fmt: skip


def test_who_is_not_named_finds_nothing_and_who_only_reads_writes_nothing(meja: Meja) -> None:
    for siapa, penolakan in ((meja.orang_lain, OutOfReach), (meja.sekda, NotAllowed)):
        with pytest.raises(penolakan):
            meja.baris(0, 1, siapa)
        with pytest.raises(penolakan):
            acts.undang(meja.rancangan.pk, meja.orang_lain, oleh=siapa, ubah=False, per=PER)
        with pytest.raises(penolakan):
            acts.tutup(meja.rancangan.pk, oleh=siapa)


def test_who_was_struck_or_lost_his_role_finds_nothing_any_more(meja: Meja) -> None:
    acts.cabut(meja.rancangan.pk, meja.rancangan.anggota.get(pengguna=meja.sekda).pk, oleh=meja.ani)
    meja.budi.penugasan.update(selesai=PER)

    for siapa in (meja.sekda, Pengguna.objects.get(pk=meja.budi.pk)):
        with pytest.raises(OutOfReach):
            meja.baris(0, 1, siapa)


def test_only_those_whose_role_may_hold_such_papers_can_be_named(meja: Meja) -> None:
    r = meja.rancangan.pk
    kepala = pengguna(Peran.KEPALA_UNIT, unit=meja.unit["bkd"], nama="Kepala Unit")
    anggota_tpk = pengguna(Peran.TPK_ANGGOTA, nama="Anggota TPK")

    with pytest.raises(WrongMoment, match="Kepala Unit tidak mengizinkannya membaca"):
        acts.undang(r, kepala, oleh=meja.ani, ubah=False, per=PER)
    with pytest.raises(WrongMoment, match="Anggota TPK tidak mengizinkannya menyusun"):
        acts.undang(r, anggota_tpk, oleh=meja.ani, ubah=True, per=PER)
    with pytest.raises(WrongMoment, match="Budi sudah disebut"):
        acts.undang(r, meja.budi, oleh=meja.ani, ubah=True, per=PER)
    with pytest.raises(WrongMoment, match="Pembuat rancangan tetap penyusunnya"):
        acts.undang(r, meja.ani, oleh=meja.budi, ubah=False, per=PER)
    assert acts.undang(r, anggota_tpk, oleh=meja.ani, ubah=False, per=PER).ubah is False
    assert acts.undang(r, meja.budi, oleh=meja.ani, ubah=False, per=PER).ubah is False
    assert meja.rancangan.anggota.filter(pengguna=meja.budi, dicabut_pada=None).count() == 1


def test_the_maker_stays_and_nobody_strikes_himself(meja: Meja) -> None:
    pembuat = meja.rancangan.anggota.get(pengguna=meja.ani)
    budi = meja.rancangan.anggota.get(pengguna=meja.budi)

    with pytest.raises(WrongMoment, match="Pembuat rancangan tidak dapat dicabut"):
        acts.cabut(meja.rancangan.pk, pembuat.pk, oleh=meja.budi)
    with pytest.raises(NotAllowed, match="Minta anggota lain"):
        acts.cabut(meja.rancangan.pk, budi.pk, oleh=meja.budi)


def test_a_closed_draft_changes_no_more_until_it_is_opened(meja: Meja) -> None:
    acts.tutup(meja.rancangan.pk, oleh=meja.budi)

    with pytest.raises(WrongMoment, match="sudah ditutup"):
        meja.baris(0, 1)
    with pytest.raises(WrongMoment, match="sudah ditutup"):
        acts.tutup(meja.rancangan.pk, oleh=meja.ani)
    acts.buka(meja.rancangan.pk, oleh=meja.ani)
    assert meja.baris(0, 1).pk
    with pytest.raises(WrongMoment, match="masih terbuka"):
        acts.buka(meja.rancangan.pk, oleh=meja.ani)


def test_a_broken_trail_takes_the_act_with_it(meja: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise RuntimeError("jejak rusak")

    monkeypatch.setattr("mutasi.services.rancangan_langkah.catat", rusak)

    with pytest.raises(RuntimeError, match="jejak rusak"), transaction.atomic():
        meja.baris(0, 1)

    assert meja.rancangan.baris.count() == 0
    assert meja.rancangan.langkah.count() == 3


def test_nobody_begins_a_draft_without_the_right(meja: Meja) -> None:
    with pytest.raises(NotAllowed, match="tidak berhak menyusun"):
        acts.buat_rancangan(oleh=meja.sekda, nama="x", tmt=TMT)

"""Withdrawn in a chain: A takes B's seat, B takes an empty one; B is withdrawn, then revoked."""

from __future__ import annotations

import pytest
import time_machine

from mutasi.alur import StatusUsulan
from mutasi.models import PesertaPelantikan, UsulanMutasi
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from pegawai.models import Formasi, Penugasan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.cerita import Peramban, cabut_sk, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
MUNDUR = "Tenaganya masih diperlukan di bidang lama sampai akhir tahun."
ACARA = {
    "tanggal": "2026-07-01", "tempat": "Pendopo", "undangan": "2026-06-29",
    "pejabat": "Bupati Contoh", "saksi_satu": "Asisten I", "saksi_dua": "Asisten II",
}  # fmt: skip
PENUH = "Kursi yang dituju satu usulan mutasi tidak kosong"


def _rantai(k: f.Kantor, status: str) -> tuple[UsulanMutasi, UsulanMutasi]:
    """Two of one file: A to B's post, B to an empty post."""
    kursi_b = f.kursi(k.tujuan, "pengawas")
    b = f.orang(kursi_b, "BUDI SANTOSO")
    ke_c = f.draf(k, jenjang="pengawas", pegawai=b, ke=f.kursi(k.tujuan, "pengawas"))
    ke_b = f.draf(k, jenjang="pengawas", ke=kursi_b)
    return f.jalankan(k, f.ambil(ke_b), status), f.jalankan(k, f.ambil(ke_c), status)


def _penghuni(kursi: Formasi) -> list[int]:
    """Who sits there."""
    rows = Penugasan.objects.definitif().terbuka().filter(formasi=kursi)
    return list(rows.values_list("pegawai", flat=True))


def test_when_the_middle_of_a_chain_is_withdrawn_no_seat_is_filled_twice(
    k: f.Kantor, p: Peramban
) -> None:
    a, b = _rantai(k, S.MENUNGGU_PPK)
    assert a.ke is not None
    p.aksi(k.sekda, b, "batalkan", alasan=MUNDUR)
    assert f.ambil(b).status == S.DIBATALKAN
    for siapa in (k.penyusun, k.kabid, k.kepala):
        assert diberi_tahu(siapa, PENUH), "whoever works on A's case hears that it hangs"
    assert not diberi_tahu(f.akun(a), "Kursi"), "A was not told of the plan yet"

    kata = p.baca(k.kabid, "usulan-aturan", a.pk)
    assert "Lebih banyak orang daripada kursi" in kata
    assert "Kosongkan kursinya lebih dahulu, atau pilih jabatan lain." in kata
    hasil = p.putuskan(k.bupati, "meja-ppk", "setujui_ppk", a)
    assert "H22" in hasil
    assert f.ambil(a).status == S.MENUNGGU_PPK, "no decision on a seat that is not free"

    lagi = f.kasus(k, S.MENUNGGU_PPK, jenjang="pengawas", pegawai=b.pegawai, ke=b.ke)
    for satu in (a, lagi):
        assert "H22" not in p.putuskan(k.bupati, "meja-ppk", "setujui_ppk", satu), "cured"
        assert f.ambil(satu).status == S.DISETUJUI_PPK
    jejak_menjelaskan(a, b, lagi)


def test_who_was_to_leave_stays_by_a_revocation_and_nobody_is_sworn_into_his_seat(
    k: f.Kantor, p: Peramban
) -> None:
    a, b = _rantai(k, S.DISETUJUI_PPK)
    assert a.ke is not None
    sk = fk.ditetapkan(k, [a, b])
    cabut_sk(k, p, sk, "2026-06-01", b)
    assert diberi_tahu(k.kabid, PENUH)
    tolak = p.ditolak(k.kabid, "pelantikan-baru", sk.pk, **ACARA)
    assert "Lebih banyak orang daripada kursi" in tolak
    assert "H22" in tolak
    assert not PesertaPelantikan.objects.exists()

    lagi = f.kasus(k, S.DISETUJUI_PPK, jenjang="pengawas", pegawai=b.pegawai, ke=b.ke)
    kedua = fk.ditetapkan(k, [lagi])
    p.kirim(k.kabid, "pelantikan-baru", sk.pk, **ACARA)
    undangan = PesertaPelantikan.objects.get(usulan=a)
    cabut_sk(k, p, kedua, "2026-06-01", lagi)  # he stays once more, the invitation is out
    with time_machine.travel("2026-07-01 09:00 +0700", tick=False):
        hari_h = Peramban()
        catat = hari_h.kirim(k.kabid, "pelantikan-catat", undangan.pelantikan_id,
                             hadir=[undangan.pk])  # fmt: skip
        assert "Lebih banyak orang daripada kursi" in catat
        assert f.ambil(a).status == S.SK_DITETAPKAN, "not sworn in"
        assert laksanakan_jatuh_tempo(per=f.TMT) == []
    assert _penghuni(a.ke) == [b.pegawai_id]
    jejak_menjelaskan(a, b, lagi)


def test_a_seat_given_by_one_decree_is_not_given_by_another_file(k: f.Kantor, p: Peramban) -> None:
    (satu,) = fk.setuju(k)
    sejawat = f.orang(satu.dari, status="PPPK")
    lain = k.berkas_baru("Rombongan lain")
    (dua,) = fk.setuju(k, pegawai=sejawat, ke=satu.ke, berkas=lain)
    draf = fk.bernomor(k, fk.draf(k, [dua]))
    pertama = fk.ditetapkan(k, [satu])
    ganda = p.ditolak(k.bupati, "keputusan-tetapkan", draf.pk, sidik=draf.sidik, yakin="on")
    sebab = f"H22 (baris 1): SK lain yang belum dilaksanakan sudah mengisi {satu.ke}."
    assert sebab in p.baca(k.bupati, "keputusan-tetapkan", draf.pk), "before anybody presses"
    assert sebab in ganda
    assert "Cabut SK itu, tunggu sampai kursinya kosong, atau pilih jabatan lain." in ganda
    cabut_sk(k, p, pertama, "2026-06-01", satu)
    p.kirim(k.bupati, "keputusan-tetapkan", draf.pk, sidik=draf.sidik, yakin="on")
    assert f.ambil(dua).status == S.SK_DITETAPKAN

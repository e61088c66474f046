"""Withdrawn in a chain: A takes B's seat, B takes an empty one; B is withdrawn, then revoked."""

from __future__ import annotations

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from pegawai.models import Formasi, Penugasan
from tests.factories import jalan as f
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
MUNDUR = "Tenaganya masih diperlukan di bidang lama sampai akhir tahun."
PENUH = "Kursi yang dituju satu usulan mutasi tidak kosong"


def _rantai(k: f.Kantor, status: str) -> tuple[UsulanMutasi, UsulanMutasi]:
    """Two of one file: A to B's post, B to an empty post."""
    kursi_b = f.kursi(k.tujuan, "pengawas")
    b = f.orang(kursi_b, "BUDI SANTOSO")
    ke_c = f.draf(k, jenjang="pengawas", pegawai=b, ke=f.kursi(k.tujuan, "pengawas"))
    ke_b = f.draf(k, jenjang="pengawas", ke=kursi_b)
    return f.jalankan(k, f.ambil(ke_b), status), f.jalankan(k, f.ambil(ke_c), status)


def _penghuni(kursi: Formasi) -> int:
    return Penugasan.objects.definitif().terbuka().filter(formasi=kursi).count()


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

"""Quorum missing: no session, no decision, nothing lost; called again it can decide."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine

from mutasi.alur import StatusUsulan
from mutasi.models import AgendaSidang, KehadiranSidang, SidangTPK
from organisasi.models import Pengguna
from tests.factories import jalan as f
from tests.factories.sidang import sidang, tandatangani
from tests.helpers.cerita import ALASAN, Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
BUTIR = {"rekomendasi": "direkomendasikan", "alasan": ALASAN, "sepakat": "on"}


def _hadir(satu: SidangTPK, *siapa: Pengguna) -> dict[str, str]:
    """The ticks of those who came."""
    kursi = satu.tim.anggota.filter(pengguna__in=[s.pk for s in siapa])
    return {f"hadir-{satu_.pk}": "on" for satu_ in kursi}


def test_without_quorum_nothing_is_decided_and_a_second_call_decides(
    k: f.Kantor, p: Peramban
) -> None:
    u, lain = f.kasus(k, S.SIDANG_TPK), f.kasus(k, S.SIDANG_TPK)
    satu = sidang(k, [u, lain])
    dua_orang = _hadir(satu, k.sekda, k.anggota_tpk[0], k.kabid)
    halaman = p.baca(k.kabid, "sidang-rincian", satu.pk)
    assert u.pegawai.nama in halaman
    kalimat = p.ditolak(k.kabid, "sidang-buka", satu.pk, **dua_orang)
    assert "Hadir 2 dari 5 anggota, kuorum 4" in kalimat, "who keeps the minutes does not count"
    assert "usulannya tetap menunggu sidang dan tidak hilang" in kalimat
    assert not KehadiranSidang.objects.exists(), "nothing is kept of a session that did not begin"
    _belum_dapat_memutuskan(k, p, satu)

    p.kirim(k.kabid, "sidang-jadwal", satu.pk, tanggal="2026-06-03", tempat="Ruang rapat Sekda",
            cara="tatap muka", alasan="Dua anggota dinas luar sampai 2 Juni.")  # fmt: skip
    assert diberi_tahu(k.anggota_tpk[2], "dijadwalkan ulang")
    with time_machine.travel("2026-06-03 09:00 +0700", tick=False):
        _sidang_kedua(k, satu, {"u": u, "lain": lain})
    jejak_menjelaskan(u, lain)


def _belum_dapat_memutuskan(k: f.Kantor, p: Peramban, satu: SidangTPK) -> None:
    butir = AgendaSidang.objects.filter(sidang=satu).order_by("urutan")[0]
    for siapa in (k.kabid, k.sekda):
        kata = p.ditolak(siapa, "sidang-butir-catat", satu.pk, butir.pk, **BUTIR)
        assert "belum dibuka" in kata or "tidak berhak" in kata
    assert "belum dibuka" in p.ditolak(k.kabid, "sidang-susun", satu.pk)
    pyb = p.kirim(k.sekda, "meja-pyb-putuskan", aksi="setujui_pyb", yakin="ya", alasan=ALASAN,
                  pilih=str(butir.usulan_id))  # fmt: skip
    assert "Disetujui PyB" not in pyb
    assert f.ambil(butir.usulan).status == S.SIDANG_TPK, "the PyB does not come before the TPK"


def _sidang_kedua(k: f.Kantor, satu: SidangTPK, kasus: dict[str, Any]) -> None:
    """Enough came; one may not leave; one name is put off; closed only with the signatures."""
    p = Peramban()
    empat = (k.sekda, *k.anggota_tpk, k.kabid)
    p.kirim(k.kabid, "sidang-buka", satu.pk, **_hadir(satu, *empat))
    pergi = p.ditolak(k.kabid, "sidang-kehadiran", satu.pk, **_hadir(satu, *empat[1:]))
    assert "Hadir 3 dari 5 anggota, kuorum 4" in pergi
    butir, tunda = AgendaSidang.objects.filter(sidang=satu).order_by("urutan")
    p.kirim(k.kabid, "sidang-butir-catat", satu.pk, butir.pk, **BUTIR)
    kurang = p.ditolak(k.kabid, "sidang-susun", satu.pk)
    assert "belum" in kurang, "a name without a decision keeps the minutes open"
    p.kirim(k.kabid, "sidang-butir-catat", satu.pk, tunda.pk,
            **{**BUTIR, "rekomendasi": "ditunda"})  # fmt: skip
    p.kirim(k.kabid, "sidang-susun", satu.pk)
    tandatangani(satu, kecuali=[k.anggota_tpk[0]])
    kalimat = p.ditolak(k.sekda, "sidang-tutup", satu.pk, nomor="BA/9/2026")
    assert "1 anggota yang hadir belum menandatangani" in kalimat
    assert f.ambil(butir.usulan).status == S.SIDANG_TPK
    satu.refresh_from_db()
    p.kirim(k.anggota_tpk[0], "sidang-tanda-tangan", satu.pk, sidik=satu.sidik, jawaban="tanda")
    p.kirim(k.sekda, "sidang-tutup", satu.pk, nomor="BA/9/2026")
    assert {f.ambil(butir.usulan).status, f.ambil(tunda.usulan).status} == {
        S.DIREKOMENDASI, S.DITUNDA,
    }  # fmt: skip
    assert diberi_tahu(k.kabid, "TPK menunda usulan mutasi")

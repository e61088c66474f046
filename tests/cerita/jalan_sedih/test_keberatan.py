"""Objected: the employee to the move, which then needs a named ground; and to the decree."""

from __future__ import annotations

import pytest
import time_machine

from mutasi.alur import StatusUsulan
from mutasi.models import BarisKeputusan, KeberatanMutasi, UsulanMutasi
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
CERITA = "Anak saya bersekolah di kelas akhir; saya mohon pindah sesudah tahun ajaran."
TUGAS = "Pendampingan penataan data sosial menurut perintah tertulis Bupati."
MINTA = "Keputusan tidak menimbang surat dokter yang saya serahkan kepada atasan."
TIMBANG = "Surat dokter itu tidak menyebut larangan bekerja di tempat yang baru."


def test_an_objection_to_the_move_needs_a_named_ground_that_is_counted(
    k: f.Kantor, p: Peramban
) -> None:
    u = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    assert "Tunggu jawabannya sampai" in p.baca(k.kabid, "usulan-rincian", u.pk)
    _pegawai_berkeberatan(k, p, u)
    _tanpa_dasar_berhenti(k, p, u)
    _dasar_k5(k, p, u)

    f.jalankan(k, f.ambil(u), S.MENUNGGU_PPK)
    lembar = p.baca(k.anggota_tpk[0], "usulan-lembar", u.pk)
    assert "K5" in lembar
    assert "eberatan" in lembar, "the TPK knows both"
    f.jalankan(k, f.ambil(u), S.DISETUJUI_PPK)
    fk.ditetapkan(k, [f.ambil(u)])
    with time_machine.travel("2026-07-01 09:00 +0700", tick=False):
        laksanakan_jatuh_tempo(per=f.TMT)
        diawasi = Peramban().baca(k.inspektorat, "pengawasan-bagian", "tanpa-kesediaan")
    assert u.pegawai.nama in diawasi
    assert TUGAS in diawasi, "counted, with its ground"
    jejak_menjelaskan(u)


def _pegawai_berkeberatan(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    akun = f.akun(u)
    jawab = {"versi": str(u.versi), "jawaban": "keberatan"}
    assert "Pilih alasan keberatannya" in p.ditolak(akun, "usulan-saya-jawab", u.pk, **jawab)
    p.kirim(akun, "usulan-saya-jawab", u.pk, **jawab, alasan="keluarga", uraian=CERITA)
    assert CERITA in p.baca(akun, "usulan-saya-rincian", u.pk)
    assert diberi_tahu(k.kabid, "Pegawai menjawab pemberitahuan mutasi")


def _tanpa_dasar_berhenti(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    halaman = p.baca(k.kabid, "usulan-rincian", u.pk)
    obat = "Pegawai menyatakan keberatan. Tawarkan jabatan lain, atau sebutkan dasar perpindahan"
    assert obat in halaman, "the page says what is missing and what cures it"
    assert obat in p.ditolak(k.kabid, "usulan-aksi", u.pk, "kaji")
    p.kirim(k.kabid, "usulan-catat", u.pk, "dasar-sepihak", kode="K2", uraian="Mendesak.")
    mendesak = p.ditolak(k.kabid, "usulan-aksi", u.pk, "kaji")
    assert "Uraikan mengapa tidak dapat menunggu" in mendesak, "a word is no ground"
    assert f.ambil(u).status == S.MENUNGGU_KESEDIAAN


def _dasar_k5(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    k5 = {"kode": "K5", "uraian": TUGAS, "nomor": "800/PT/5", "tanggal": "2026-05-28"}
    p.kirim(k.kabid, "usulan-catat", u.pk, "dasar-sepihak", **k5)
    assert "PPK" in p.ditolak(k.kabid, "usulan-aksi", u.pk, "kaji"), "not by whom it pleased"
    p.kirim(k.kabid, "usulan-catat", u.pk, "dasar-sepihak", **k5, oleh_ppk="on",
            sampai="2027-06-30")  # fmt: skip
    p.aksi(k.kabid, u, "kaji")
    assert f.ambil(u).status == S.DIKAJI


def test_an_objection_to_the_decree_has_its_deadline_and_its_ruling(
    k: f.Kantor, p: Peramban
) -> None:
    satu, dua = (f.kasus(k, S.DISETUJUI_PPK) for _ in range(2))
    sk = fk.ditetapkan(k, [f.ambil(satu), f.ambil(dua)])
    BarisKeputusan.objects.filter(keputusan=sk).update(petikan_diterima=f.PER)
    akun = f.akun(satu)
    halaman = p.baca(akun, "keberatan-mutasi-saya")
    assert sk.nomor in halaman
    assert "paling lambat 30 Juni 2026" in halaman, "21 working days"
    assert "Keputusan tetap berlaku selama keberatan diperiksa" in halaman
    assert p.tertutup(akun, "keberatan-mutasi-ajukan", dua.pk), "not about himself"

    pendek = p.ditolak(akun, "keberatan-mutasi-ajukan", satu.pk, alasan="Tidak mau.")
    assert "30" in pendek
    p.kirim(akun, "keberatan-mutasi-ajukan", satu.pk, alasan=MINTA)
    assert "sudah diajukan" in p.ditolak(akun, "keberatan-mutasi-ajukan", satu.pk, alasan=MINTA)
    _ppk_memutus(k, p, satu)
    milik = p.baca(akun, "keberatan-mutasi-saya")
    assert TIMBANG in milik
    assert f.ambil(satu).status == S.SK_DITETAPKAN, "refused, the decree stands"
    _terlambat(k, dua)
    jejak_menjelaskan(satu, dua)


def _ppk_memutus(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    keberatan = KeberatanMutasi.objects.get(usulan=u)
    for siapa in (k.bupati, k.penyusun):
        assert diberi_tahu(siapa, "Keberatan atas sebuah keputusan menunggu putusan")
    isi = {"kabul": "tidak", "pertimbangan": TIMBANG}
    bukan = p.ditolak(k.kabid, "keberatan-mutasi-putus", keberatan.pk, **isi)
    assert "diputus oleh PPK" in bukan
    assert MINTA in p.baca(k.bupati, "keberatan-mutasi-rincian", keberatan.pk)
    p.kirim(k.bupati, "keberatan-mutasi-putus", keberatan.pk, **isi)
    assert diberi_tahu(f.akun(u), "Keberatan Anda atas keputusan sudah diputus")
    assert "sudah diputus" in p.ditolak(k.bupati, "keberatan-mutasi-putus", keberatan.pk, **isi)


def _terlambat(k: f.Kantor, u: UsulanMutasi) -> None:
    """Too late it is not examined; a receipt with both days remains, for the court."""
    akun = f.akun(u)
    with time_machine.travel("2026-07-20 09:00 +0700", tick=False):
        jawaban = Peramban().kirim(akun, "keberatan-mutasi-ajukan", u.pk, alasan=MINTA)
    assert "sesudah batas waktu" in jawaban
    assert diberi_tahu(akun, "Tanda terima")
    assert not KeberatanMutasi.objects.filter(usulan=u).exists()

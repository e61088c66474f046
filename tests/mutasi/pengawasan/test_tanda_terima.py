"""Receipts: one's own announced case, checked offline, without words of others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from jejak.akar import terbitkan_akar
from jejak.models import Peristiwa
from mutasi.models import UsulanMutasi
from mutasi.selectors.tanda_terima_usulan import daftar_bukti
from tests.factories import jalan as f
from tests.mutasi.pengawasan.conftest import Dunia

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


def alamat(u: UsulanMutasi, urutan: int | None = None) -> str:
    """The list, or one file."""
    if urutan is None:
        return reverse("mutasi:usulan-tanda-terima", args=[u.pk])
    return reverse("mutasi:usulan-tanda-terima-unduh", args=[u.pk, urutan])


def entri(u: UsulanMutasi, kode: str) -> int:
    """The number of this act on this case."""
    return Peristiwa.objects.get(objek_id=str(u.pk), tindakan=kode).urutan


def periksa(folder: Path, isi: bytes, akar: str) -> subprocess.CompletedProcess[str]:
    """The checker as an employee runs it."""
    berkas = folder / "tanda-terima.json"
    berkas.write_bytes(isi)
    alat = Path(settings.BASE_DIR) / "periksa_jejak.py"
    perintah = [sys.executable, str(alat), "--tanda-terima", str(berkas), "--akar", akar]
    return subprocess.run(perintah, capture_output=True, text=True, check=False)  # noqa: S603


def test_receipt_of_an_announced_act_is_proved_offline(
    d: Dunia, klien: Any, tmp_path: Path
) -> None:
    client, urutan = klien(f.akun(d.pindah)), entri(d.pindah, "mutasi.usulan.laksanakan")
    belum = client.get(alamat(d.pindah, urutan))
    assert belum.status_code == 409
    assert "belum tercakup akar yang diterbitkan" in belum.content.decode()
    akar = terbitkan_akar()

    jawaban = client.get(alamat(d.pindah, urutan))

    assert jawaban["Content-Disposition"].endswith(f'filename="tanda-terima-{urutan}.json"')
    hasil = periksa(tmp_path, jawaban.content, f"{akar.urutan}:{akar.akar}")
    assert hasil.returncode == 0, hasil.stdout
    assert "mutasi.usulan.laksanakan" in hasil.stdout


def test_words_of_others_stay_out_and_the_proof_holds_without_them(
    d: Dunia, klien: Any, tmp_path: Path
) -> None:
    terbitkan_akar()
    client = klien(f.akun(d.pindah))
    rahasia = client.get(alamat(d.pindah, entri(d.pindah, "mutasi.usulan.rekomendasikan")))
    sendiri = client.get(alamat(d.pindah, entri(d.pindah, "mutasi.usulan.kesediaan")))

    isi = json.loads(rahasia.content)
    assert (isi["entri"]["isi"], isi["entri"]["garam"]) == (None, None)
    akar = isi["akar"]  # published when the session was closed
    hasil = periksa(tmp_path, rahasia.content, f"{akar['n']}:{akar['akar']}")
    assert hasil.returncode == 0, hasil.stdout
    assert "tidak disertakan" in hasil.stdout
    assert json.loads(json.loads(sendiri.content)["entri"]["isi"])["pelaku_nama"]
    lain = (d.ditolak.pegawai, d.jalan.pegawai)
    for bukti in daftar_bukti(d.pindah, f.akun(d.pindah)):
        teks = client.get(alamat(d.pindah, bukti.entri.urutan)).content.decode()
        assert not any(o.nama in teks or o.nip in teks for o in lain), bukti.kalimat


def test_list_holds_acts_on_the_case_and_its_decree_and_nothing_beside(
    d: Dunia, klien: Any
) -> None:
    client = klien(f.akun(d.pindah))

    kata = client.get(alamat(d.pindah)).content.decode()

    assert "Menetapkan keputusan tentang Anda" in kata
    assert "Memberlakukan usulan ini" in kata
    assert "Tersedia sesudah akar berikutnya terbit" in kata
    assert "periksa_jejak.py --tanda-terima" in kata
    kode = {b.entri.tindakan for b in daftar_bukti(d.pindah, f.akun(d.pindah))}
    assert not kode & {"mutasi.usulan.telaah_dijawab", "mutasi.usulan.alasan"}


def test_nobody_gets_a_receipt_of_another_case_or_entry_or_before_it_is_announced(
    d: Dunia, klien: Any
) -> None:
    terbitkan_akar()
    milik, lain = klien(f.akun(d.pindah)), entri(d.ditolak, "mutasi.usulan.ajukan")
    sendiri = entri(d.pindah, "mutasi.usulan.ajukan")

    assert milik.get(alamat(d.pindah, lain)).status_code == 404
    assert milik.get(alamat(d.pindah, 10**9)).status_code == 404
    assert milik.get(alamat(d.ditolak, lain)).status_code == 404
    for siapa in (d.k.kepala, d.k.inspektorat, d.k.bupati, f.akun(d.jalan)):
        assert klien(siapa).get(alamat(d.pindah, sendiri)).status_code == 404
        assert klien(siapa).get(alamat(d.pindah)).status_code == 404
    dini = klien(f.akun(d.jalan)).get(alamat(d.jalan))
    assert dini.status_code == 409
    assert "sesudah mutasi ini diumumkan" in dini.content.decode()

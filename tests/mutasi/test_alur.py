"""The road as a table: closed, reachable, entitled, and its page true."""

from __future__ import annotations

import ast
from io import StringIO
from itertools import chain, combinations
from pathlib import Path

import pytest
from django.core.management import call_command

from mutasi.alur import (
    AKHIR,
    ALUR,
    BER_SK,
    BERJALAN,
    GERBANG_STATUS,
    PERANAN,
    SAH,
    SEBELUM_SK,
    SEBUTAN,
    Aksi,
    Gerbang,
    StatusUsulan,
    tujuan,
)
from mutasi.kernel.aturan.daftar import periksa_langkah
from mutasi.kernel.aturan.pelaku import Perbuatan
from mutasi.models import AturanAlur
from mutasi.policies.perbuatan import terlarang_bersama, tindak
from organisasi.izin import IZIN_PERAN

S = StatusUsulan
AKAR = Path(__file__).resolve().parents[2]


def test_every_act_has_a_row_and_every_state_is_reached_and_left() -> None:
    assert set(ALUR) == set(Aksi)
    dicapai = {S.DRAF, *chain.from_iterable(langkah.ke for langkah in ALUR.values())}
    ditinggalkan = set(chain.from_iterable(langkah.dari for langkah in ALUR.values()))
    assert dicapai == set(S)
    assert ditinggalkan == set(BERJALAN)
    assert not set(AKHIR) & ditinggalkan
    assert set(SEBELUM_SK) | set(BER_SK) == set(BERJALAN)


@pytest.mark.parametrize("aksi", [a for a in Aksi if ALUR[a].izin])
def test_every_right_of_the_road_is_held_by_a_role(aksi: Aksi) -> None:
    assert any(ALUR[aksi].izin in izin for izin in IZIN_PERAN.values())


def test_only_the_day_itself_moves_a_case_without_a_right() -> None:
    assert [a for a in Aksi if ALUR[a].izin is None] == [Aksi.LAKSANAKAN]


@pytest.mark.parametrize("aksi", list(Aksi))
def test_whatever_gates_a_case_has_an_act_leads_to_one_of_its_targets(aksi: Aksi) -> None:
    semua = [g for g in Gerbang if any(GERBANG_STATUS.get(s) == g for s in ALUR[aksi].ke)]
    for n in range(len(semua) + 1):
        for gerbang in combinations(semua, n):
            ke = tujuan(aksi, gerbang)
            perlu = GERBANG_STATUS.get(ke)
            assert ke in ALUR[aksi].ke
            # The first target that may hold the case; the last of a row asks for no gate.
            assert perlu is None or perlu in gerbang, (aksi, gerbang, ke)


def test_a_case_without_any_gate_still_passes_every_human_decision_of_its_own() -> None:
    """The gates only shorten: verification, check, study, PPK and decree are never skipped."""
    status, jalan = S.DRAF, []
    for aksi in (
        Aksi.AJUKAN, Aksi.VERIFIKASI, Aksi.PERIKSA, Aksi.SERAHKAN, Aksi.SETUJUI_PPK, Aksi.TETAPKAN,
        Aksi.LAKSANAKAN,
    ):  # fmt: skip
        assert status in ALUR[aksi].dari, (status, aksi)
        status = tujuan(aksi, ())
        jalan.append(status)
    assert jalan == [
        S.DIAJUKAN, S.DIVERIFIKASI, S.DIKAJI, S.MENUNGGU_PPK, S.DISETUJUI_PPK, S.SK_DITETAPKAN,
        S.SELESAI,
    ]  # fmt: skip


def test_H24_one_person_holds_one_role_except_the_lawful_pairs() -> None:
    for dulu, kini in combinations(sorted(set(PERANAN)), 2):
        satu, dua = PERANAN[dulu], PERANAN[kini]
        boleh = satu == dua or frozenset({satu, dua}) in SAH
        assert terlarang_bersama(kini, dulu) is not boleh, (dulu, kini)
        if not boleh:
            lalu = (tindak(1, dulu),)
            kalimat = periksa_langkah(Perbuatan(tindak(1, kini), lalu, SAH)).bunyi
            assert f"sebagai {SEBUTAN[satu]} untuk" in kalimat
            assert f"menjadi {SEBUTAN[dua]}." in kalimat
    assert not terlarang_bersama(Aksi.TARIK, Aksi.AJUKAN)


@pytest.mark.django_db
@pytest.mark.sekali
def test_the_first_matrix_names_known_gates_for_every_kind_and_level() -> None:
    rows = AturanAlur.objects.all()
    jenis = dict(AturanAlur._meta.get_field("jenis").choices or [])
    jenjang = dict(AturanAlur._meta.get_field("jenjang").choices or [])

    assert {(r.jenis, r.jenjang) for r in rows} == {(a, b) for a in jenis for b in jenjang}
    for satu in rows:
        assert set(satu.gerbang) <= set(Gerbang.values), satu
        assert satu.dasar, satu


def test_nobody_but_the_engine_writes_a_state() -> None:
    """An assignment to ``status`` of a case, or an update of it, stands in one file."""
    pelanggar = []
    for berkas in [*(AKAR / "mutasi").rglob("*.py"), *(AKAR / "config").rglob("*.py")]:
        if "migrations" in berkas.parts or berkas.name == "jalan.py":
            continue
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Assign):
                sasaran = [
                    t for t in simpul.targets
                    if isinstance(t, ast.Attribute) and t.attr in ("status", "terjauh", "tahap")
                    and isinstance(t.value, ast.Name) and t.value.id in ("usulan", "kasus")
                ]  # fmt: skip
                pelanggar += [(berkas.name, simpul.lineno) for _ in sasaran]
            elif isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute):
                teks = ast.unparse(simpul.func)
                if "UsulanMutasi.objects" in teks and simpul.func.attr == "update":
                    nama = {k.arg for k in simpul.keywords}
                    if nama & {"status", "terjauh"}:
                        pelanggar.append((berkas.name, simpul.lineno))
                elif teks in ("Persetujuan.objects.create", "Singgah.objects.create"):
                    pelanggar.append((berkas.name, simpul.lineno))
    assert pelanggar == []


@pytest.mark.sekali
def test_the_page_of_the_road_is_true() -> None:
    galat = StringIO()
    call_command("gambar_alur", periksa=True, stderr=galat)
    assert galat.getvalue() == ""

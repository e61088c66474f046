"""Doors as a browser sees them, facts broken behind the acts' back, and what the answer says."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from mutasi.kernel.aturan.daftar import MENURUT_KODE
from mutasi.models import UsulanMutasi
from pegawai.models import Pegawai
from penilaian.selectors.putusan import ATURAN
from tests.factories import jalan as f

CATATAN = "Berkas diperiksa dari arsip kepegawaian."
CUKUP = "Alasan tertulis yang cukup panjang untuk dibaca TPK."


@dataclass(frozen=True)
class Langgar:
    """A rule, which case breaks it and how, and a word of what would cure it.

    ``bersama``: rules that the same fact breaks too.
    """

    kode: str
    kasus: str
    rusak: Callable[[f.Kantor, UsulanMutasi], object]
    obat: str = ""
    bersama: frozenset[str] = frozenset()


@contextmanager
def sementara() -> Iterator[None]:
    """What is broken here is whole again afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def teks(jawaban: Any) -> str:
    """What a person reads in the answer."""
    isi = re.sub(r"<[^>]+>", " ", jawaban.content.decode())
    return re.sub(r"\s+", " ", html.unescape(isi))


def tekan(klien: Client, u: UsulanMutasi, kunci: str, **isi: str) -> Any:
    """Press a button on the page of a case."""
    alamat = reverse("mutasi:usulan-aksi", kwargs={"pk": u.pk, "kunci": kunci})
    return klien.post(alamat, isi)


def tulis_alasan(klien: Client, u: UsulanMutasi, kode: str, alasan: str) -> None:
    """Write a reason on the page of a case."""
    alamat = reverse("mutasi:usulan-alasan", kwargs={"pk": u.pk})
    assert klien.post(alamat, {"kode": kode, "alasan": alasan}).status_code == 302


def dasar(kode: str) -> str:
    """The legal basis of a rule, wherever it stands."""
    aturan = MENURUT_KODE.get(kode) or ATURAN[kode]
    return aturan.dasar


def temuan(isi: str, huruf: str = "H") -> set[str]:
    """Every rule that the answer names with a finding."""
    return set(re.findall(rf"\b({huruf}\d\d)(?: \(baris [^)]*\))?: ", isi))


def periksa_kalimat(isi: str, kode: str, obat: str, bersama: frozenset[str] = frozenset()) -> None:
    """The answer names this rule alone, with its basis and what would cure it."""
    assert temuan(isi, kode[0]) == {kode, *bersama}, isi
    assert dasar(kode) in isi, isi
    assert obat in isi, isi


def orang(u: UsulanMutasi, **isi: Any) -> None:
    """Other facts about the person of a case."""
    Pegawai.objects.filter(pk=u.pegawai_id).update(**isi)


def ubah(u: UsulanMutasi, **isi: Any) -> None:
    """Other columns of a case."""
    UsulanMutasi.objects.filter(pk=u.pk).update(**isi)

"""What the attacker's test is made of: an act ready to be done, who tries it, what it changed.

A plan says how to lay an act before its rightful actor, with the body a browser would send. The
same request is then sent by everybody else. "Nothing happened" is a checksum over every row of
every table of the domain; only the access log and the plumbing of logins may grow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from organisasi.izin import Izin
from organisasi.models import Pengguna
from tests.factories.jalan import Kantor
from tests.helpers.gulung import digulung

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
RUMAH = ("jejak", "organisasi", "pegawai", "penilaian", "mutasi")
# Looks are written down whether or not they were answered with what was asked.
BOLEH_TUMBUH = frozenset({"jejak_aksesdata"})
MENULIS = re.compile(r'^(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


@dataclass(frozen=True)
class Kiriman:
    """A file in a body; made anew for each request."""

    nama: str
    isi: bytes


@dataclass(frozen=True)
class Sasaran:
    """One act laid before its rightful actor.

    ``tentang``: the case it is about. ``palsu``: per field of the address or the body further
    keys that must not open anything (rows of another file, another session, another decree).
    """

    pelaku: Pengguna
    isi: Mapping[str, Any] = field(default_factory=dict)
    alamat: Mapping[str, Any] = field(default_factory=dict)
    tentang: UsulanMutasi | None = None
    palsu: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    kueri: str = ""


@dataclass(frozen=True)
class Serangan:
    """One act of one door, and who may do it.

    ``izin``: a role with one of these may. ``unit``: where such a role must be held, when it is
    held over an office ("asal", "tujuan"). ``bernama``: only who is named in the secret file, the
    seat, the signature: no stranger, whatever his role. ``pribadi``: only whom the case concerns.
    ``perkara``: about a person, so nobody does it for himself or his kin (H24). ``lagi``: why the
    same body sent twice does something twice; empty: it must not. ``kembar``: fields in which the
    row of another, equal thing is as lawful. ``diam``: it changes nothing by design. ``bebas``:
    everybody who is logged in does it, for himself alone. ``tanpa``: where the right is not enough.
    """

    pintu: str
    siapkan: Callable[[Kantor], Sasaran]
    izin: frozenset[Izin] = frozenset()
    kunci: str = ""
    aksi: Aksi | None = None
    unit: str = ""
    bernama: bool = False
    pribadi: bool = False
    perkara: bool = True
    publik: bool = False
    diam: bool = False
    bebas: bool = False
    lagi: str = ""
    kembar: frozenset[str] = frozenset()
    tanpa: str = ""

    @property
    def nama(self) -> str:
        """As the report calls it."""
        return f"{self.pintu}:{self.kunci}" if self.kunci else self.pintu


@cache
def tabel() -> tuple[str, ...]:
    """Every table of the domain, with the tables between."""
    semua = []
    for label in RUMAH:
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            semua.append(model._meta.db_table)
    return tuple(sorted(set(semua) - BOLEH_TUMBUH))


def potret(nama: tuple[str, ...] | None = None) -> dict[str, str]:
    """A checksum per table; rows in the order of their text, so that none is needed."""
    hasil = {}
    with connection.cursor() as kursor:
        for satu in nama or tabel():
            kursor.execute(f'SELECT * FROM "{satu}"')  # noqa: S608 - a name of our own models
            sari = blake2b(digest_size=16)
            for baris in sorted(map(repr, kursor.fetchall())):
                sari.update(baris.encode())
            hasil[satu] = sari.hexdigest()
    return hasil


def berkas_tersimpan() -> set[str]:
    """Everything uploaded so far."""
    akar = Path(settings.MEDIA_ROOT)
    return {str(p.relative_to(akar)) for p in akar.rglob("*") if p.is_file()}


@contextmanager
def penulisan() -> Iterator[list[str]]:
    """The tables somebody wrote to, rolled back or not."""
    ditulis: list[str] = []

    def catat(jalankan: Any, sql: str, params: Any, many: bool, konteks: Any) -> Any:
        if (cocok := MENULIS.match(sql.lstrip())) and cocok[1] in tabel():
            ditulis.append(cocok[1])
        return jalankan(sql, params, many, konteks)

    with connection.execute_wrapper(catat):
        yield ditulis


class Klien:
    """Browsers, one per person, logged in once. ``induk``: those of the people who stay."""

    def __init__(self, induk: Klien | None = None) -> None:
        self._ada: dict[int, Client] = dict(induk._ada) if induk else {}

    def __call__(self, siapa: Pengguna | None) -> Client:
        kunci = siapa.pk if siapa is not None else 0
        if kunci not in self._ada:
            self._ada[kunci] = Client(raise_request_exception=False)
            if siapa is not None:
                self._ada[kunci].force_login(siapa, backend=BACKEND)
        return self._ada[kunci]


def url(s: Serangan, t: Sasaran, **ganti: Any) -> str:
    """The address of the act, with some of its keys replaced."""
    return reverse(f"mutasi:{s.pintu}", kwargs={**t.alamat, **ganti}) + t.kueri


def badan(isi: Mapping[str, Any]) -> dict[str, Any]:
    """The body, with its files fresh."""
    return {
        k: SimpleUploadedFile(v.nama, v.isi) if isinstance(v, Kiriman) else v
        for k, v in isi.items()
    }


def kirim(klien: Client, alamat: str, isi: Mapping[str, Any], **lain: Any) -> Any:
    """One POST; the browser does not remember it."""
    kue = deepcopy(klien.cookies)
    jawaban = klien.post(alamat, badan(isi), **lain)
    if jawaban.streaming:
        b"".join(jawaban.streaming_content)
    klien.cookies = kue
    return jawaban


@dataclass(frozen=True)
class Akibat:
    """What one request came to: its answer, the tables it changed, the files it left."""

    status: int
    berubah: tuple[str, ...]
    tertinggal: tuple[str, ...]
    ke_pintu: bool = False

    @property
    def utuh(self) -> bool:
        """Whether nothing at all is different."""
        return not self.berubah and not self.tertinggal


def coba(minta: Callable[[], Any]) -> Akibat:
    """Do one request where it leaves no trace, and say what it would have left.

    A request that wrote to no table of the domain changed none: only one that did is compared row
    by row, in a second go.
    """
    berkas = berkas_tersimpan()
    with digulung(), penulisan() as ditulis:
        jawaban = minta()
    berubah: tuple[str, ...] = ()
    if ditulis:
        with digulung():
            sebelum = potret()
            minta()
            sesudah = potret()
        berubah = tuple(t for t in sebelum if sebelum[t] != sesudah[t])
    baru = berkas_tersimpan() - berkas
    for satu in baru:
        (Path(settings.MEDIA_ROOT) / satu).unlink(missing_ok=True)
    tujuan = jawaban.headers.get("Location", "")
    return Akibat(
        jawaban.status_code, berubah, tuple(sorted(baru)), tujuan.startswith("/akun/masuk/")
    )

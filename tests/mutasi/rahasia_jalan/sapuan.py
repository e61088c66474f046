"""Every address asked by everybody, and what differs between two times of asking.

An answer is its status, where it leads, and everything that can be read in it: workbooks and
archives unpacked, PDF as text. What every rendering draws anew (tokens, hashes) is masked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import unified_diff
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from organisasi.models import Pengguna
from tests.helpers.layar import masuk_sebagai
from tests.mutasi.rahasia_jalan.medan import BERTANDA, Medan, Siapa

BERUBAH = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|[0-9a-f]{64}'
    r"|X-CSRFToken&quot;: &quot;[^&]*|nonce-[\w+/=]+|<strong>[\d.]+ catatan"
)
# The head of the trail moves with every act of the house: what outsiders compare is the number
# and hash of its last entry. Taken home for the offline checker it holds the sealed
# entries: act, actor, time, number of the thing, a hash; no name and no content.
KEPALA_JEJAK = frozenset(
    f"organisasi:{n}"
    for n in ("jejak-ekspor", "jejak-verifikasi", "akar", "akar-json", "akar-teks")
)
# A session closes with a head published, a decree opens the entries after it: these tell of both.
JEJAK = frozenset(
    {"organisasi:jejak", "organisasi:akar-arti", "jejak pelaku", "jejak tindakan", "jejak nama"}
)
Jawaban = dict[tuple[str, str], bytes]


def alamat(m: Medan, nama: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The doors named, with their arguments, and what one would ask who is curious about them."""
    semua = {n: reverse(n, kwargs=dict(isi)) for n, isi in nama.items()}
    for jalan, satu in m.sasaran.items():
        o, ke = satu.orang, satu.ke
        for n, pk in (
            ("pegawai:rincian", o.pk), ("mutasi:calon-formasi", ke.pk),
            ("mutasi:calon-ekspor", ke.pk), ("penilaian:formasi", satu.dari.pk),
            ("penilaian:formasi", ke.pk), ("penilaian:unit", ke.unit_id),
            ("penilaian:unit", satu.dari.unit_id), ("pegawai:unit-rincian", ke.unit_id),
            ("pegawai:unit-rincian", satu.dari.unit_id), ("pegawai:jabatan-rincian", ke.jabatan_id),
            ("pegawai:jabatan-rincian", satu.dari.jabatan_id),
        ):  # fmt: skip
            semua[f"{n} {jalan} {pk}"] = reverse(n, args=[pk])
        kata = (o.nama, o.nip, ke.jabatan.nama, "Melati")
        for n in ("pegawai:cari", "pegawai:daftar", "mutasi:usulan", "mutasi:berkas",
                  "mutasi:keputusan", "mutasi:meja-ppk", "mutasi:meja-pyb", "mutasi:calon",
                  "mutasi:permintaan-baru", "mutasi:rancangan"):  # fmt: skip
            semua |= {f"{n}?q={q}": f"{reverse(n)}?{urlencode({'q': q})}" for q in kata}
        for n in ("mutasi:usulan", "mutasi:usulan-ekspor", "mutasi:berkas", "pegawai:ekspor"):
            semua[f"{n} semua {jalan}"] = f"{reverse(n)}?status=semua&q={o.nip}&tahap=rahasia"
        semua[f"akses {jalan}"] = f"{reverse('organisasi:jejak-akses')}?pegawai={o.pk}"
        for hari in ("2026-07-01", "2026-08-15"):
            for n in ("mutasi:keadaan-pada", "mutasi:keadaan-pada-ekspor"):
                kueri = urlencode({"tanggal": hari, "q": ke.jabatan.nama})
                semua[f"{n} {jalan} {hari}"] = f"{reverse(n)}?{kueri}"
                semua[f"{n} {hari}"] = f"{reverse(n)}?tanggal={hari}"
    jejak = reverse("organisasi:jejak")
    return semua | {
        "jejak pelaku": f"{jejak}?pelaku=Penyusun+BKD",
        "jejak tindakan": f"{jejak}?tindakan=mutasi.usulan.verifikasi",
        "jejak nama": f"{jejak}?q=Melati",
    }


def peramban(siapa: Pengguna | None) -> Client:
    """A browser of this person, or of nobody."""
    client = Client(raise_request_exception=False)
    return client if siapa is None else masuk_sebagai(client, siapa)


def terbaca(jawaban: Any) -> str:
    """Status, where it leads, and what can be read in it."""
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    kepala = f"{jawaban.status_code} {jawaban.headers.get('Location', '')}\n"
    if isi[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
            bagian = [berkas.read(n) for n in berkas.namelist() if not n.startswith("docProps")]
        isi = b"\n".join(bagian)
    elif isi[:4] == b"%PDF":
        return kepala + _teks_pdf(isi)
    return kepala + BERUBAH.sub("", isi.decode("utf-8", errors="replace"))


def _teks_pdf(isi: bytes) -> str:
    if len(isi) < 2_000:  # a scan of the world, no real paper
        return str(len(isi))
    return "\n".join(satu.extract_text() for satu in PdfReader(io.BytesIO(isi)).pages)


def tanya(siapa: Siapa, minta: Mapping[str, Mapping[str, str]]) -> Jawaban:
    """The addresses of each of these people asked by him; nothing is remembered of the question."""
    hasil = {}
    for nama, satu in siapa.items():
        client = peramban(satu)
        for kunci, url in minta[nama].items():
            with transaction.atomic():
                jawaban = client.get(url)
                hasil[nama, kunci] = zlib.compress(terbaca(jawaban).encode(), 1)
                transaction.set_rollback(True)
            keluar = satu is not None and jawaban.status_code == 302
            if keluar and jawaban.url.startswith("/akun/masuk/"):
                client = peramban(satu)
    return hasil


def buka(isi: bytes) -> str:
    """The answer as it was read."""
    return zlib.decompress(isi).decode()


def beda(
    lama: Jawaban, baru: Jawaban, abaikan: Collection[str] = KEPALA_JEJAK
) -> dict[tuple[str, str], list[str]]:
    """The answers that are not the same, with the first lines that differ."""
    return {
        kunci: _garis(buka(lama[kunci]), buka(isi))
        for kunci, isi in baru.items()
        if kunci[1] not in abaikan and lama[kunci] != isi
    }


def _garis(lama: str, baru: str) -> list[str]:
    return list(unified_diff(lama.splitlines(), baru.splitlines(), n=0, lineterm=""))[2:8]


def bertanda(jawaban: Jawaban, tanda: Iterable[str]) -> set[tuple[str, str, str]]:
    """Who reads which mark where."""
    tanda = tuple(tanda)
    return {(*kunci, satu) for kunci, isi in jawaban.items() for satu in tanda if satu in buka(isi)}


def bernomor(bocor: tuple[str, str, str], halaman: Collection[str]) -> bool:
    """Whether it is but the number of a file or case on one of these pages of the trail."""
    return bocor[1] in halaman and bocor[2] not in BERTANDA


def kembar(siapa: Pengguna | None, ada: str, tiada: str, metode: str) -> tuple[str, str]:
    """What a door answers about a thing that is there and about one that never was."""
    hasil = []
    for url in (ada, tiada):
        client = peramban(siapa)
        with transaction.atomic():
            minta: Callable[..., Any] = client.post if metode == "POST" else client.get
            hasil.append(terbaca(minta(url, {"alasan": "Alasan yang cukup panjang untuk ini."}))
                         .replace(url, "URL"))  # fmt: skip
            transaction.set_rollback(True)
    return hasil[0], hasil[1]

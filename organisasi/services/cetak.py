"""Papers: plain data to a PDF on F4 or a workbook, each saying who printed it, when, and its hash.

The hash is of the content alone: two prints of the same content carry the same one.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from organisasi.models import Pengguna
from organisasi.selectors import instansi
from toolkit.pdf import buat_pdf
from toolkit.policy import WrongMoment
from toolkit.tabular import Column
from toolkit.templatetags.tampilan import waktu as dalam_kata
from toolkit.xlsx import BarisTulis, LembarTulis, tulis_buku

JENIS_ISI = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "json": "application/json",
}
SIMPAN_CETAKAN = timedelta(days=3)
KATA_TERPANJANG = 18  # letters that fit the narrowest column of the lists
_KETERANGAN = (Column("HAL", "hal", lebar=30), Column("ISI", "isi", lebar=90))


@dataclass(frozen=True)
class Cetakan:
    """A file ready to be handed over; ``sidik`` is the hash of its content, ``orang`` how many
    people a draft's paper names."""

    nama: str
    bentuk: str
    isi: bytes
    sidik: str
    orang: int = 0


@dataclass(frozen=True)
class Cap:
    """Who prints and when; ``rahasia``: a draft, which says so on every page."""

    oleh: Pengguna
    pada: datetime
    rahasia: bool = False

    @property
    def kalimat(self) -> str:
        """As it stands on the paper."""
        return f"Dicetak oleh {self.oleh.nama} pada {dalam_kata(self.pada)}"

    @property
    def tanda(self) -> str:
        """The words of secrecy, or nothing."""
        if not self.rahasia:
            return ""
        return f"RAHASIA - rancangan, dicetak oleh {self.oleh.nama} pada {dalam_kata(self.pada)}"


def sidik_isi(isi: Mapping[str, Any]) -> str:
    """sha256 over the content as canonical JSON."""
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(teks.encode()).hexdigest()


def cetak_pdf(
    templat: str, isi: Mapping[str, Any], *, nama: str, cap: Cap, bertanda: bool = True
) -> Cetakan:
    """Content and template to a PDF; ``isi`` is plain JSON with at least ``judul``.

    ``bertanda``: see ``buat_pdf``.
    """
    isi = {"instansi": str(instansi() or ""), **isi}
    sidik = sidik_isi(isi)
    data = {**dapat_putus(isi), "cap": cap.kalimat, "rahasia": cap.tanda, "sidik": sidik}
    pdf = buat_pdf(templat, data, waktu=cap.pada, bertanda=bertanda)
    return Cetakan(_nama(nama, cap, "pdf"), "pdf", pdf.isi, sidik)


def dapat_putus(isi: Any, *, huruf: int = KATA_TERPANJANG) -> Any:
    """Longer words may break anywhere, so that no name runs out of its column; numbers stay whole,
    because they are copied from the page."""
    if isinstance(isi, str):
        return re.sub(rf"[^\W\d_]{{{huruf}}}(?=[^\W\d_])", "\\g<0>\u200b", isi)
    if isinstance(isi, Mapping):
        return {kunci: dapat_putus(nilai, huruf=huruf) for kunci, nilai in isi.items()}
    return [dapat_putus(satu, huruf=huruf) for satu in isi] if isinstance(isi, list) else isi


def cetak_xlsx(
    lembar: Sequence[LembarTulis], keterangan: Sequence[tuple[str, str]], *, nama: str, cap: Cap
) -> Cetakan:
    """Sheets of the same tables, behind one that says what this is and who printed it."""
    baris = {s.nama: [_sel(b) for b in s.baris] for s in lembar}
    lembar = [LembarTulis(s.nama, s.kolom, baris[s.nama]) for s in lembar]
    isi = {nama: [[_polos(n) for n in b] for b in rows] for nama, rows in baris.items()}
    sidik = sidik_isi({"keterangan": [list(k) for k in keterangan], **isi})
    depan = [*keterangan, ("Dicetak", cap.kalimat), ("Sidik isi (SHA-256)", sidik)]
    if cap.rahasia:
        depan.insert(0, ("RAHASIA", cap.tanda))
    berkas = BytesIO()
    awal = LembarTulis("Keterangan", _KETERANGAN, depan)
    tulis_buku(berkas, [awal, *lembar], dibuat=timezone.make_naive(cap.pada))
    return Cetakan(_nama(nama, cap, "xlsx"), "xlsx", berkas.getvalue(), sidik)


def _nama(nama: str, cap: Cap, bentuk: str) -> str:
    depan = "rahasia-" if cap.rahasia else ""
    return f"{depan}{nama}-{timezone.localtime(cap.pada):%Y-%m-%d}.{bentuk}"


def _sel(baris: Sequence[object] | BarisTulis) -> list[object]:
    return list(baris.nilai if isinstance(baris, BarisTulis) else baris)


def _polos(nilai: Any) -> Any:
    """A cell as JSON keeps it."""
    return nilai.isoformat() if isinstance(nilai, date) else nilai


# --- papers that took long: kept until they are fetched ------------------------------------------
_FOLDER = "cetakan"
_NAMA_SIMPANAN = re.compile(r"[0-9a-f]{32}")


def simpan_cetakan(isi: bytes) -> str:
    """Keep a finished paper under a random name that no URL serves; the name."""
    folder = Path(settings.MEDIA_ROOT) / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    nama = secrets.token_hex(16)
    (folder / nama).write_bytes(isi)
    return nama


def ambil_cetakan(nama: str) -> Path:
    """Where a kept paper lies; it goes after some days."""
    berkas = Path(settings.MEDIA_ROOT) / _FOLDER / nama
    if not _NAMA_SIMPANAN.fullmatch(nama) or not berkas.is_file():
        raise WrongMoment("Cetakan ini sudah dihapus karena masa simpannya habis. Buat lagi.")
    return berkas


def hapus_cetakan_lama() -> int:
    """Delete papers kept longer than :data:`SIMPAN_CETAKAN`; how many."""
    batas = (timezone.now() - SIMPAN_CETAKAN).timestamp()
    lama = [
        b
        for b in (Path(settings.MEDIA_ROOT) / _FOLDER).glob("*")
        if b.is_file() and b.stat().st_mtime < batas
    ]
    for berkas in lama:
        berkas.unlink(missing_ok=True)
    return len(lama)

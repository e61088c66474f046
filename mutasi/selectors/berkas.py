"""The list of files one may know of, each with what of it one may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from mutasi.alur import BERJALAN, StatusUsulan
from mutasi.models import AnggotaBerkas, BerkasMutasi
from mutasi.models.usulan import MEJA
from mutasi.policies.jalan import memegang
from mutasi.selectors.usulan import cocok
from mutasi.selectors.usulan_tunggu import ringkas, terlihat
from organisasi.models import Pengguna

_MENYARING = ("status", "jenis", "tahap", "sumber")


@dataclass
class IsiBerkas:
    """The cases of one file that this person sees, by state."""

    menurut: dict[StatusUsulan, int] = field(default_factory=dict)
    lewat: int = 0
    tenggat: date | None = None

    @property
    def jumlah(self) -> int:
        """How many cases."""
        return sum(self.menurut.values())

    @property
    def berjalan(self) -> int:
        """How many of them have not ended."""
        return sum(n for s, n in self.menurut.items() if s in BERJALAN)

    @property
    def kalimat(self) -> str:
        """Where they lie, in words."""
        return "; ".join(f"{n} {kata}" for _, kata, n in self.rincian)

    @property
    def rincian(self) -> list[tuple[StatusUsulan, str, int]]:
        """(state, in words, how many)."""
        return [(s, ringkas(s), n) for s, n in self.menurut.items()]


def boleh_nama(pengguna: Pengguna, *, per: date) -> bool:
    """Whether a file's name may be read: it may tell whom it is about."""
    return memegang(pengguna, *(izin for izin, _ in MEJA), per=per)


def berkas_terlihat(pengguna: Pengguna, *, per: date) -> Any:
    """Files to work with: a case about oneself alone does not open the file it travels in."""
    lain = terlihat(pengguna, per=per).exclude(pegawai__pengguna=pengguna).order_by()
    bernama = AnggotaBerkas.objects.aktif().filter(pengguna=pengguna)
    rows = BerkasMutasi.objects.for_user(pengguna, per=per)
    return rows.filter(Q(pk__in=lain.values("berkas")) | Q(pk__in=bernama.values("berkas")))


def daftar(pengguna: Pengguna, isi: Mapping[str, Any], *, per: date) -> Any:
    """Files as filtered, the newest first."""
    rows = berkas_terlihat(pengguna, per=per).select_related("dibuat_oleh")
    if isi.get("tutup") != "semua":
        rows = rows.filter(ditutup_pada__isnull=isi.get("tutup") != "tutup")
    if any(isi.get(kolom) for kolom in _MENYARING):
        kena = cocok(terlihat(pengguna, per=per), isi).order_by()
        rows = rows.filter(pk__in=kena.values("berkas"))
    q = (isi.get("q") or "").strip()
    if q:
        memuat = Q(nomor__icontains=q)
        if boleh_nama(pengguna, per=per):
            memuat |= Q(nama__icontains=q)
        rows = rows.filter(memuat)
    return rows


def beri_isi(pengguna: Pengguna, rows: Iterable[BerkasMutasi], *, per: date) -> None:
    """Put ``isi`` on the files of one page, in one query."""
    rows = list(rows)
    menurut: dict[UUID, IsiBerkas] = defaultdict(IsiBerkas)
    hitung = (
        terlihat(pengguna, per=per).filter(berkas__in=[b.pk for b in rows]).order_by()
        .values("berkas", "status")
        .annotate(
            n=Count("pk"),
            lewat=Count("pk", filter=Q(tenggat__lt=per, status__in=BERJALAN)),
            tenggat=Min("tenggat", filter=Q(status__in=BERJALAN)),
        )
    )  # fmt: skip
    for h in sorted(hitung, key=lambda h: list(StatusUsulan).index(StatusUsulan(h["status"]))):
        satu = menurut[h["berkas"]]
        satu.menurut[StatusUsulan(h["status"])] = h["n"]
        satu.lewat += h["lewat"]
        hari = [d for d in (satu.tenggat, h["tenggat"]) if d]
        satu.tenggat = min(hari, default=None)
    for b in rows:
        b.isi = menurut[b.pk]  # type: ignore[attr-defined]

"""The history of a draft in words, for the people named in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mutasi.models import LangkahRancangan, MacamLangkah, Rancangan
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai

PER_HALAMAN = 50
LABEL = {
    "pegawai": "pegawai",
    "ke": "jabatan baru",
    "catatan": "catatan",
    "dasar": "dasar dispensasi/demosi",
    "nama": "nama",
    "tmt": "rencana TMT",
    "keterangan": "keterangan",
    "kode": "peringatan",
    "alasan": "alasan",
    "pengguna": "orang",
    "ubah": "boleh mengubah",
    "jenis": "kertas",
    "bentuk": "bentuk",
}


@dataclass(frozen=True)
class Perubahan:
    """One value before and after, in words."""

    label: str
    sebelum: Any
    sesudah: Any


@dataclass(frozen=True)
class Langkah:
    """One step in words. ``dibatalkan``: an undo of it stands."""

    nomor: int
    macam: str
    kalimat: str
    siapa: str
    pada: datetime
    perubahan: tuple[Perubahan, ...]
    baris: int | None
    terhapus: bool


@dataclass(frozen=True)
class Halaman:
    """A page of the history, and the number it goes on below."""

    baris: list[Langkah]
    berikut: int | None


def riwayat_langkah(
    rancangan: Rancangan, *, sebelum: int | None = None, jumlah: int = PER_HALAMAN
) -> Halaman:
    """Newest first."""
    rows = rancangan.langkah.select_related("oleh", "baris__pegawai", "membatalkan")
    if sebelum is not None:
        rows = rows.filter(nomor__lt=sebelum)
    found = list(rows.order_by("-nomor")[: jumlah + 1])
    lagi, found = len(found) > jumlah, found[:jumlah]
    return Halaman(dalam_kata(found), found[-1].nomor if lagi else None)


def dalam_kata(langkah: Sequence[LangkahRancangan]) -> list[Langkah]:
    """Steps with names instead of numbers, in three queries."""
    nama = _Nama(langkah)
    return [_satu(satu, nama) for satu in langkah]


def _satu(satu: LangkahRancangan, nama: _Nama) -> Langkah:
    orang = satu.baris.pegawai.nama_lengkap if satu.baris and satu.baris.pegawai else ""
    return Langkah(
        nomor=satu.nomor,
        macam=satu.macam,
        kalimat=kalimat(satu) + (f" ({orang})" if orang else ""),
        siapa=satu.oleh.nama,
        pada=satu.pada,
        perubahan=tuple(_perubahan(satu, nama)),
        baris=satu.baris_id,
        terhapus=bool(satu.baris and satu.baris.dihapus),
    )


def kalimat(satu: LangkahRancangan) -> str:
    """What the step did, following the name of who did it."""
    if satu.macam == MacamLangkah.BATAL and satu.membatalkan is not None:
        asal = satu.membatalkan
        if asal.macam == MacamLangkah.BATAL:
            return f"mengulangi langkah yang diurungkan pada langkah {asal.nomor}"
        return f"mengurungkan langkah {asal.nomor}: {kalimat(asal)}"
    if satu.macam == MacamLangkah.TUTUP and satu.sesudah.get("tutup") is False:
        return "membuka kembali rancangan"
    if satu.macam == MacamLangkah.UBAH and satu.sesudah.get("dihapus") is False:
        return "memulihkan baris yang dihapus"
    return str(MacamLangkah(satu.macam).label)


def _perubahan(satu: LangkahRancangan, nama: _Nama) -> Iterable[Perubahan]:
    for kunci in LABEL:
        lama, baru = satu.sebelum.get(kunci), satu.sesudah.get(kunci)
        if lama not in (None, "") or baru not in (None, ""):
            yield Perubahan(LABEL[kunci], nama.kata(kunci, lama), nama.kata(kunci, baru))


class _Nama:
    """Names of the people, posts and accounts that the steps mention."""

    def __init__(self, langkah: Sequence[LangkahRancangan]) -> None:
        isi = [d for satu in langkah for d in (satu.sebelum, satu.sesudah)]
        self._nama: dict[str, dict[int, str]] = {
            "pegawai": {
                p.pk: p.nama_lengkap
                for p in Pegawai.objects.filter(pk__in=_ids(isi, "pegawai")).only(
                    "nama", "gelar_depan", "gelar_belakang"
                )
            },
            "ke": {
                f.pk: str(f) for f in Formasi.objects.filter(pk__in=_ids(isi, "ke")).with_names()
            },
            "pengguna": dict(
                Pengguna.objects.filter(pk__in=_ids(isi, "pengguna")).values_list("pk", "nama")
            ),
        }

    def kata(self, kunci: str, nilai: Any) -> Any:
        """The value as a person reads it."""
        return self._nama[kunci].get(nilai, nilai) if kunci in self._nama else nilai


def _ids(isi: Iterable[dict[str, Any]], kunci: str) -> set[int]:
    return {d[kunci] for d in isi if d.get(kunci)}

"""What the kinds share: rows read and judged one by one, compared with the register, written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import Model

from jejak.catat import Objek, catat_banyak
from jejak.tindakan import Tindakan
from organisasi.impor import Hasil, Konteks, Perubahan
from organisasi.models import Pengguna
from toolkit.lembar import Tabel
from toolkit.tabular import Hasil as HasilSel
from toolkit.tabular import Problem, urai

M = TypeVar("M", bound=Model)
_LANGKAH = 1000
_PAKET = 2000
_UNOR = "UNOR ID"


@dataclass(slots=True)
class BarisImpor:
    """One row with data: its number, its clean values by key, and what was found in it."""

    nomor: int
    isi: dict[str, Any]
    masalah: list[Problem]
    mentah: Mapping[str, object]

    @property
    def ditolak(self) -> bool:
        """Whether anything found so far forbids the row."""
        return any(masalah.tingkat == "tolak" for masalah in self.masalah)

    def tolak(self, kolom: str | None, kode: str, pesan: str) -> None:
        """A reason to refuse the row."""
        self._temukan(kolom, kode, pesan, "tolak")

    def ingatkan(self, kolom: str | None, kode: str, pesan: str) -> None:
        """Something a person should look at; the row is accepted."""
        self._temukan(kolom, kode, pesan, "peringatan")

    def tolak_unor_asing(self) -> None:
        """Refuse it because its office is in no hierarchy."""
        pesan = "Unit dengan ID ini tidak ada di hierarki. Impor hierarkinya lebih dahulu."
        self.tolak(_UNOR, "unor_tidak_dikenal", pesan)

    def ingatkan_unor_ditutup(self, ditutup: date) -> None:
        """Say that its office is closed."""
        pesan = f"Unit ini tercatat ditutup sejak {ditutup:%d-%m-%Y}."
        self.ingatkan(_UNOR, "unor_sudah_ditutup", pesan)

    def bersihkan(self, kolom: str, hasil: HasilSel) -> Any:
        """Take over what a cleaner found in a value it was handed later."""
        nilai, temuan = hasil
        for satu in temuan:
            self._temukan(kolom, *satu)
        return nilai

    def _temukan(self, kolom: str | None, kode: str, pesan: str, tingkat: Any) -> None:
        nilai = self.mentah.get(kolom) if kolom else None
        self.masalah.append(Problem(self.nomor, kolom, nilai, kode, pesan, tingkat))


class _Mentah(Mapping[str, object]):
    """Raw cells of a row by header, looked up only when a problem must show one."""

    __slots__ = ("_letak", "_nilai")

    def __init__(self, letak: Mapping[str, int], nilai: Sequence[object]) -> None:
        self._letak = letak
        self._nilai = nilai

    def __getitem__(self, header: str) -> object:
        return self._nilai[self._letak[header]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._letak)

    def __len__(self) -> int:
        return len(self._letak)


def baca(
    tabel: Tabel, konteks: Konteks, *, boleh_kosong: Collection[str] = ()
) -> Iterator[BarisImpor]:
    """Every row with data, cleaned; an empty cell in a required column refuses its row, unless the
    key of that column is among ``boleh_kosong``."""
    posisi = tabel.posisi
    letak = {kolom.header: i for i, kolom in posisi.items()}
    wajib = [k for k in posisi.values() if k.wajib and k.key not in boleh_kosong]
    jumlah = tabel.lembar.pindaian.jumlah_baris
    for urutan, (nomor, nilai, temuan) in enumerate(tabel.baris()):
        if urutan % _LANGKAH == 0:
            konteks.kemajuan(urutan * 55 // jumlah if jumlah else 0, "Membaca baris")
        isi, masalah = urai(nomor, nilai, posisi)
        baris = BarisImpor(nomor, isi, [*temuan, *masalah], _Mentah(letak, nilai))
        for kolom in wajib:
            if isi.get(kolom.key) is not None:
                continue
            if not any(m.kolom == kolom.header for m in baris.masalah):
                baris.tolak(kolom.header, "wajib_kosong", f"{kolom.header} wajib diisi.")
        yield baris


def tolak_ganda(
    semua: Iterable[BarisImpor],
    kunci: Callable[[BarisImpor], Hashable | None],
    *,
    kolom: str,
    kode: str,
    apa: str,
) -> None:
    """The first row with a key stands; later ones are refused and name it."""
    pertama: dict[Hashable, int] = {}
    for baris in semua:
        nilai = kunci(baris)
        if nilai is None:
            continue
        if nilai in pertama:
            pesan = f"{apa} ini sudah ada di baris {pertama[nilai]}; baris itu yang dipakai."
            baris.tolak(kolom, kode, pesan)
        else:
            pertama[nilai] = baris.nomor


def hitung(hasil: Hasil, semua: Iterable[BarisImpor]) -> list[BarisImpor]:
    """Count the rows, hand their problems over, and give back those accepted."""
    diterima = []
    for baris in semua:
        hasil.baris += 1
        if baris.masalah:
            hasil.galat += [m for m in baris.masalah if m.tingkat == "tolak"]
            hasil.peringatan += [m for m in baris.masalah if m.tingkat == "peringatan"]
        if baris.ditolak:
            hasil.ditolak += 1
        else:
            hasil.diterima += 1
            diterima.append(baris)
    return diterima


@dataclass(frozen=True)
class Ubahan(Generic[M]):
    """A row of the register and the values it gets; the instance still holds the old ones."""

    objek: M
    isi: Mapping[str, Any]


@dataclass
class Rencana(Generic[M]):
    """What applying would write into one table."""

    baru: list[M] = field(default_factory=list)
    berubah: list[Ubahan[M]] = field(default_factory=list)


def bandingkan(
    hasil: Hasil,
    rencana: Rencana[M],
    baris: BarisImpor,
    *,
    lama: M | None,
    baru: M | None,
    isi: Mapping[str, Any],
    judul: Mapping[str, str],
    kunci: str,
    nama: str = "",
) -> None:
    """Say what the row would do, and remember it.

    ``isi`` holds fields by name, ``judul`` the column header each of them is shown under; a field
    without one follows from another and is not counted. Without ``lama`` the row is ``baru``.
    ``nama`` is how people know the thing, when it is not its own text.
    """
    if lama is None:
        if baru is None:
            raise ValueError("Baris baru tanpa isi.")
        rencana.baru.append(baru)
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, nama or str(baru), baris.nomor))
        return
    beda = {field: nilai for field, nilai in isi.items() if getattr(lama, field) != nilai}
    if not beda:
        hasil.sama += 1
        return
    rencana.berubah.append(Ubahan(lama, beda))
    hasil.berubah += 1
    rincian = tuple(
        (judul[field], _polos(getattr(lama, field)), _polos(nilai))
        for field, nilai in beda.items()
        if field in judul
    )
    for kolom in dict.fromkeys(kolom for kolom, _, _ in rincian):
        hasil.perubahan[kolom] = hasil.perubahan.get(kolom, 0) + 1
    hasil.rincian.append(Perubahan("berubah", kunci, nama or str(lama), baris.nomor, rincian))


def simpan(
    rencana: Rencana[M],
    model: type[M],
    *,
    oleh: Pengguna,
    dicatat: Tindakan | None,
    diubah: Tindakan,
    objek: Callable[[M], Objek] = Objek.dari,
    sesudah: Callable[[M], Mapping[str, Any] | None] = lambda baru: None,
) -> None:
    """Write the plan in bulk, one trace per row, on the thing that ``objek`` names.

    Without ``dicatat`` new rows of a code table leave none of their own: the trace of the whole
    act names the file they came from.
    """
    baru = model._default_manager.bulk_create(rencana.baru, batch_size=_PAKET)
    jejak = [
        (
            objek(u.objek),
            {nama: _polos(getattr(u.objek, nama)) for nama in u.isi},
            {nama: _polos(nilai) for nama, nilai in u.isi.items()},
        )
        for u in rencana.berubah
    ]
    kolom = sorted({nama for ubahan in rencana.berubah for nama in ubahan.isi})
    for ubahan in rencana.berubah:
        for satu, nilai in ubahan.isi.items():
            setattr(ubahan.objek, satu, nilai)
    if kolom:
        model._default_manager.bulk_update(
            [ubahan.objek for ubahan in rencana.berubah], kolom, batch_size=200
        )
    if dicatat is not None:
        catat_banyak(dicatat, ((objek(o), None, sesudah(o)) for o in baru), oleh=oleh)
    catat_banyak(diubah, jejak, oleh=oleh)


def kolom_ada(tabel: Tabel) -> set[str]:
    """Keys of the columns the file really has: a missing column is no change."""
    return {kolom.key for kolom in tabel.posisi.values()}


def _polos(nilai: Any) -> Any:
    """A thing is shown by its name."""
    return str(nilai) if isinstance(nilai, Model) else nilai

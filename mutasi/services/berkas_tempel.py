"""Many lines pasted into a file: first what would be written, then each line by the usual act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Count, Max

from jejak.kernel.kanonik import kanonik, polos
from mutasi.kernel.jenis import SAMPINGAN
from mutasi.kernel.tempelan import JABATAN, NIP, Galat, Tempelan
from mutasi.kernel.tempelan_cocok import Cocok, Papan, Pos
from mutasi.models import BerkasMutasi, UsulanMutasi
from mutasi.selectors import berkas_tempel as baca
from mutasi.selectors import rancangan_cari as cari
from mutasi.services import jalan
from mutasi.services.berkas import kunci_berkas
from mutasi.services.usulan import tulis_usulan
from mutasi.services.usulan_isi import kesalahan_baru
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai
from toolkit.policy import Refusal, WrongMoment

# The same words for nobody of that number and for somebody out of reach.
TAK_TERJANGKAU = (
    "Tidak ditemukan di antara pegawai yang dapat Anda lihat. Periksa angkanya; bila kolom NIP di "
    "Excel berformat bilangan, tiga angka terakhirnya hilang."
)
TAK_LAGI = "Pegawai atau jabatannya tidak lagi dalam jangkauan Anda."
_TAK_TERBACA = Cocok(None)


@dataclass(frozen=True)
class BarisTempel:
    """One line as it was understood. ``ke``: found, or chosen among ``calon``."""

    t: Tempelan
    orang: Pegawai | None
    ke: Pos | None
    calon: tuple[Pos, ...]
    galat: tuple[Galat, ...]

    @property
    def baik(self) -> bool:
        """Whether it would be written."""
        return not self.galat and self.orang is not None and self.ke is not None


@dataclass(frozen=True)
class Pemeriksaan:
    """All lines, in the order of the paste. ``sidik`` is the print of what was understood: of the
    file, the people, the posts and what all lines share, but not of what was chosen since."""

    berkas: UUID
    baris: tuple[BarisTempel, ...]
    sidik: str

    @cached_property
    def baik(self) -> list[BarisTempel]:
        """Lines that would be written."""
        return [b for b in self.baris if b.baik]

    @cached_property
    def kurang(self) -> list[BarisTempel]:
        """Lines that wait for a hand."""
        return [b for b in self.baris if not b.baik]

    @cached_property
    def dapat_dipilih(self) -> bool:
        """Whether a line waits for a choice that can be made before it is written."""
        return any(b.calon for b in self.kurang)

    @cached_property
    def menurut_id(self) -> dict[UUID, BarisTempel]:
        """Lines by the key their case will have: pressed twice it is the same one."""
        return {
            uuid5(self.berkas, f"{self.sidik}:{b.t.nomor}:{b.ke.pk if b.ke else 0}"): b
            for b in self.baik
        }


def periksa(
    berkas: BerkasMutasi, baris: Sequence[Tempelan], bersama: Mapping[str, Any],
    pilihan: Mapping[int, int], *, oleh: Pengguna, per: date,
) -> Pemeriksaan:  # fmt: skip
    """Hold the lines against the register, in a number of queries that does not grow with them.

    ``bersama``: what the act takes beside person and post, the same for all lines. ``pilihan``: the
    post chosen, by number of line; it counts among those laid before the user only.
    """
    papan: Papan = baca.papan(oleh, per=per)
    orang = baca.orang(oleh, {t.nip for t in baris}, per=per)
    berjalan: set[int] = set()
    if bersama["jenis"] not in {j.value for j in SAMPINGAN}:
        berjalan = baca.sedang_diusulkan(oleh, [p.pk for p in orang.values()], per=per)
    cocok = {t.nomor: papan.cocokkan(t) for t in baris if t.unit and t.jabatan}
    mentah = [_baris(t, orang, cocok.get(t.nomor, _TAK_TERBACA), pilihan) for t in baris]
    formasi = baca.formasi({b.ke.pk for b in mentah if b.ke})
    rows = tuple(_dinilai(b, berkas, formasi, bersama, berjalan) for b in mentah)
    return Pemeriksaan(berkas.pk, rows, _sidik(berkas, bersama, mentah, cocok))


def _baris(
    t: Tempelan, orang: Mapping[str, Pegawai], cocok: Cocok, pilihan: Mapping[int, int]
) -> BarisTempel:
    galat, siapa = list(t.galat), orang.get(t.nip)
    if siapa is None and not any(g.kolom == NIP for g in galat):
        galat.append(Galat(NIP, t.nip, TAK_TERJANGKAU))
    dipilih = next((p for p in cocok.calon if p.pk == pilihan.get(t.nomor)), None)
    if cocok.galat is not None and dipilih is None:
        galat.append(cocok.galat)
    return BarisTempel(t, siapa, cocok.pos or dipilih, cocok.calon, tuple(galat))


def _dinilai(
    b: BarisTempel, berkas: BerkasMutasi, formasi: Mapping[int, Formasi],
    bersama: Mapping[str, Any], berjalan: set[int],
) -> BarisTempel:  # fmt: skip
    """What the act itself would say of a line that is whole."""
    if not b.baik or b.orang is None or b.ke is None:
        return b
    galat = [Galat(NIP, b.t.nip, jalan.MASIH_BERJALAN)] if b.orang.pk in berjalan else []
    usulan = UsulanMutasi(
        berkas=berkas, pegawai=b.orang, dari=b.orang.formasi, ke=formasi[b.ke.pk], **bersama
    )
    galat += [Galat(JABATAN, b.t.jabatan, satu) for satu in kesalahan_baru(usulan)]
    return BarisTempel(b.t, b.orang, b.ke, b.calon, tuple(galat))


def _sidik(
    berkas: BerkasMutasi, bersama: Mapping[str, Any], rows: Sequence[BarisTempel],
    cocok: Mapping[int, Cocok],
) -> str:  # fmt: skip
    """Also of the file as it stands, so that what was written once is read again first."""
    isi = berkas.usulan.aggregate(n=Count("pk"), akhir=Max("dibuat_pada"))
    akhir = isi["akhir"].isoformat() if isi["akhir"] else ""
    baris = [[b.t.nomor, b.orang.pk if b.orang else 0, *_kunci(cocok.get(b.t.nomor))] for b in rows]
    terbaca = {"berkas": str(berkas.pk), "isi": [isi["n"], akhir], "baris": baris, **bersama}
    return sha256(kanonik(polos(terbaca)).encode()).hexdigest()


def _kunci(cocok: Cocok | None) -> list[int]:
    if cocok is None:
        return []
    return [cocok.pos.pk] if cocok.pos else [-p.pk for p in cocok.calon]


def tempel(
    ids: Sequence[UUID], *, berkas: str, baris: Mapping[str, Sequence[int]], oleh: Pengguna,
    per: date, **bersama: Any,
) -> list[jalan.HasilBaris]:  # fmt: skip
    """Write the lines as drafts, each by the act of one line. ``baris``: by the key of the case to
    be, its number, person and post; who may use these is asked once more."""
    isi = {pk: tuple(baris[str(pk)]) for pk in ids}
    pegawai, pos = {satu[1] for satu in isi.values()}, {satu[2] for satu in isi.values()}
    orang = set(cari.orang_terjangkau(oleh, per=per).filter(pk__in=pegawai).values_list("pk"))
    jabatan = set(cari.jabatan_terjangkau(oleh, per=per).filter(pk__in=pos).values_list("pk"))

    def satu(pk: UUID) -> object:
        nomor, siapa, ke = isi[pk]
        if (siapa,) not in orang or (ke,) not in jabatan:
            raise WrongMoment(f"Baris {nomor}: {TAK_LAGI}", kode="jangkauan")
        try:
            return _tulis(UUID(berkas), pk, oleh=oleh, per=per, pegawai=siapa, ke=ke, **bersama)
        except Refusal as penolakan:
            # Of a line that was not written nothing else tells which one it is.
            kalimat = f"Baris {nomor}: {penolakan.kalimat}"
            raise Refusal(kalimat, kode=penolakan.kode) from penolakan

    return jalan.tiap_baris(
        ids, satu, berhasil=lambda pk: f"Baris {isi[pk][0]}: ditulis sebagai draf."
    )


@transaction.atomic
def _tulis(berkas: UUID, pk: UUID, **isi: Any) -> UsulanMutasi:
    kunci_berkas(berkas)
    if UsulanMutasi.objects.filter(pk=pk).exists():
        raise WrongMoment("Baris ini sudah ditulis.", kode="sudah_ditulis")
    return tulis_usulan(berkas, pk=pk, **isi)

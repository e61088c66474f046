"""Needs follow their posts into a new structure; those of posts that meet are added first.

A computation moves as the next version of the new post and names the one it was taken from; the old
version stays where it was made. Called inside the transaction of the act that moves the posts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils import timezone

from jejak.catat import Objek
from organisasi.models import Pengguna
from organisasi.services.struktur import Jejak
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.hitungan import desimal
from penilaian.kernel.kata import daftar
from penilaian.kernel.sumber import orang_gabungan, yang_dipakai
from penilaian.models import (
    CaraBulat,
    JalurHitung,
    KeadaanHitung,
    Kebutuhan,
    MetodeHitung,
    PerhitunganKebutuhan,
    UraianTugas,
)
from penilaian.services.perhitungan import versi_berikut
from penilaian.services.terhitung import jumlah_tepat, paket, tandai_dipakai

Tempat = tuple[int, int]  # (unit, jabatan)
_SALIN = (
    "sumber", "metode", "jalur", "keadaan", "tetapan", "rincian", "menit", "jke_menit", "mentah",
    "jumlah", "pembulatan", "dibuat_pada", "dibuat_oleh_id", "diperiksa_pada",
    "diperiksa_oleh_id", "diputuskan_pada", "diputuskan_oleh_id", "per",
)  # fmt: skip
_TUGAS = (
    "uraian", "macam", "satuan", "volume", "periode", "norma_menit", "catatan", "alasan",
)  # fmt: skip


@dataclass(frozen=True)
class Kelompok:
    """Posts of today whose needs go to one place. ``kursi``: the structure itself says one."""

    ke: Tempat
    asal: tuple[int, ...]
    kursi: bool = False


class Pemindah:
    """One run: what is there, what it becomes, and the traces.

    Made before the offices change: dasar and trail call them by the names they had.
    """

    def __init__(self, pos: Iterable[int], *, hari: date, dasar: str, oleh: Pengguna) -> None:
        self.lama = _kebutuhan(pos)
        self.hari, self.dasar, self.oleh = hari, dasar, oleh
        self.kini = timezone.now()
        self.buang: list[Kebutuhan] = []
        self.baru: list[Kebutuhan] = []
        self.hitung: list[tuple[PerhitunganKebutuhan, list[UraianTugas]]] = []
        self.jejak: list[Jejak] = []
        self.pos: dict[Tempat, int] = {}
        self.versi: dict[tuple[int, str], int] = {}

    def jalankan(self, kelompok: Sequence[Kelompok], berakhir: Iterable[int]) -> list[Jejak]:
        """Move, add and end; then mark what counts."""
        pindah = [(k, rows) for k in kelompok if (rows := _milik(k.asal, self.lama))]
        self._siapkan_pos(pindah)
        for satu, rows in pindah:
            self._satu(satu, rows)
        for pos in berakhir:
            self._akhiri(_milik([pos], self.lama))
        self._simpan()
        return self.jejak

    def _siapkan_pos(self, pindah: Sequence[tuple[Kelompok, Sequence[Kebutuhan]]]) -> None:
        """Posts at the new places, made where there are none yet; the next versions there."""
        perlu = {k.ke for k, _ in pindah}
        perlu |= {(k.ke[0], r.asal.jabatan_id) for k, rows in pindah for r in rows}
        ada = Formasi.objects.filter(unit__in={u for u, _ in perlu}).order_by()
        self.pos = {(u, j): pk for pk, u, j in ada.values_list("pk", "unit", "jabatan")}
        baru = Formasi.objects.bulk_create(
            [Formasi(unit_id=u, jabatan_id=j) for u, j in sorted(perlu - self.pos.keys())]
        )
        self.pos |= {(f.unit_id, f.jabatan_id): f.pk for f in baru}
        for sumber in {r.sumber for _, rows in pindah for r in rows}:
            rows = versi_berikut(sorted({self.pos[p] for p in perlu}), sumber)
            self.versi |= {(pk, sumber): versi for pk, versi in rows.items()}

    def _satu(self, kelompok: Kelompok, rows: Sequence[Kebutuhan]) -> None:
        terlibat = {r.formasi_id for r in rows}
        if len(terlibat) == 1:
            for r in rows:
                self._pindahkan(kelompok, r)
        elif kelompok.kursi:
            self._akhiri(rows)
        else:
            self._gabungkan(kelompok, rows)

    def _pindahkan(self, kelompok: Kelompok, r: Kebutuhan) -> None:
        """One row to its new post: that of its own name, unless the post becomes another."""
        unit, jabatan = kelompok.ke
        ke = self.pos[unit, jabatan if r.asal_id == r.formasi_id else r.asal.jabatan_id]
        if ke == r.asal_id:
            return
        hitung = None
        if r.perhitungan is not None:
            hitung = self._salin(ke, r.perhitungan, asal=str(r.asal))
        self._ganti([r], ke, r.sumber, r.tepat, r.jumlah, hitung, f"Dari {r.asal}")

    def _gabungkan(self, kelompok: Kelompok, rows: Sequence[Kebutuhan]) -> None:
        """The need that counts of each post, added; written under the first of their sources."""
        terpakai = [r for r in rows if r.sumber in _sumber_terpakai(rows, r.formasi_id)]
        ke, tepat = self.pos[kelompok.ke], jumlah_tepat(terpakai)
        sumber = yang_dipakai({r.sumber for r in terpakai}) or ""
        nama = daftar(dict.fromkeys(str(r.asal.unit) for r in terpakai))
        jumlah = orang_gabungan([(r.sumber, r.tepat, r.jumlah) for r in terpakai])
        hitung = self._jumlahkan(ke, sumber, terpakai, f"Gabungan {nama}", jumlah)
        self._ganti(list(rows), ke, sumber, tepat, jumlah, hitung, f"Gabungan {nama}")

    def _ganti(
        self, lama: Sequence[Kebutuhan], ke: int, sumber: str, tepat: Fraction, jumlah: int,
        hitung: PerhitunganKebutuhan | None, asal: str,
    ) -> None:  # fmt: skip
        dasar = f"{asal}, karena {self.dasar}"[:255]
        baru = Kebutuhan(
            asal_id=ke, formasi_id=ke, sumber=sumber, mentah=desimal(tepat), jumlah=jumlah,
            per=self.hari, dasar=dasar, ditetapkan_pada=self.kini, ditetapkan_oleh=self.oleh,
            perhitungan=hitung,
        )  # fmt: skip
        self.buang += lama
        self.baru.append(baru)
        sebelum = {"kebutuhan": [f"{r.asal}: {r.jumlah}" for r in lama]}
        sesudah = {"sumber": sumber, "jumlah": jumlah, "dasar": dasar}
        self.jejak.append((tindakan.KEBUTUHAN_DITETAPKAN, _objek(lama[0]), sebelum, sesudah))

    def _akhiri(self, rows: Sequence[Kebutuhan]) -> None:
        for r in rows:
            sebelum = {"sumber": r.sumber, "jumlah": r.jumlah, "dasar": r.dasar}
            sesudah = {"jumlah": None, "dasar": self.dasar}
            self.jejak.append((tindakan.KEBUTUHAN_DITETAPKAN, _objek(r), sebelum, sesudah))
        self.buang += rows

    def _salin(self, ke: int, lama: PerhitunganKebutuhan, *, asal: str) -> PerhitunganKebutuhan:
        baru = self._versi_baru(ke, lama.sumber, f"Dari {asal} versi {lama.versi}")
        for nama in _SALIN:
            setattr(baru, nama, getattr(lama, nama))
        self.hitung.append((baru, _salinan(lama.tugas.all(), "")))
        return baru

    def _jumlahkan(
        self, ke: int, sumber: str, rows: Sequence[Kebutuhan], asal: str, jumlah: int
    ) -> PerhitunganKebutuhan | None:
        """The tasks of all of them as one version; None where one has no minutes of its own."""
        semua = [r.perhitungan for r in rows if r.perhitungan is not None]
        jke, asal_sumber = {h.jke_menit for h in semua}, {r.sumber for r in rows}
        if len(semua) < len(rows) or len(jke) != 1 or None in jke or len(asal_sumber) > 1:
            return None
        tepat = sum((h.nilai for h in semua), Fraction())
        baru = self._versi_baru(ke, sumber, asal)
        metode = {h.metode for h in semua}
        isi = {
            "metode": metode.pop() if len(metode) == 1 else MetodeHitung.TUGAS_PER_TUGAS.value,
            "jalur": JalurHitung.IMPOR, "keadaan": KeadaanHitung.FINAL, "per": self.hari,
            "tetapan": semua[0].tetapan, "jke_menit": semua[0].jke_menit,
            "menit": str(sum((Fraction(h.menit) for h in semua), Fraction())),
            "mentah": desimal(tepat), "jumlah": jumlah,
            "pembulatan": CaraBulat.SETENGAH_NAIK, "dibuat_pada": self.kini,
            "dibuat_oleh": self.oleh,
        }  # fmt: skip
        for nama, nilai in isi.items():
            setattr(baru, nama, nilai)
        tugas = [t for h in semua for t in _salinan(h.tugas.all(), f"Dari {h.formasi.unit}")]
        self.hitung.append((baru, tugas))
        return baru

    def _versi_baru(self, ke: int, sumber: str, asal: str) -> PerhitunganKebutuhan:
        versi = self.versi[ke, sumber]
        self.versi[ke, sumber] += 1
        dasar = f"{asal}, karena {self.dasar}"[:255]
        return PerhitunganKebutuhan(formasi_id=ke, sumber=sumber, versi=versi, dasar=dasar)

    def _simpan(self) -> None:
        """Out of the way first: of a post one need per source may stand, and one may count."""
        for potong in paket([r.pk for r in self.buang]):
            Kebutuhan.objects.filter(pk__in=potong).delete()
        for hitung, _ in self.hitung:
            hitung.save(force_insert=True)
        tugas = []
        for hitung, rows in self.hitung:
            for urutan, satu in enumerate(rows, 1):
                satu.perhitungan, satu.urutan = hitung, urutan
                tugas.append(satu)
        UraianTugas.objects.bulk_create(tugas, batch_size=2_000)
        for baru in self.baru:
            baru.perhitungan = baru.perhitungan  # its key is known only now
        Kebutuhan.objects.bulk_create(self.baru, batch_size=2_000)
        tandai_dipakai({r.formasi_id for r in (*self.buang, *self.baru)})


def _kebutuhan(pos: Iterable[int]) -> dict[int, dict[str, list[Kebutuhan]]]:
    """Needs by the post they are counted under, then by source; the row that counts first."""
    hasil: dict[int, dict[str, list[Kebutuhan]]] = defaultdict(lambda: defaultdict(list))
    for potong in paket(sorted(pos)):
        rows = Kebutuhan.objects.filter(formasi__in=potong).select_related(
            "asal__unit", "asal__jabatan", "perhitungan__formasi__unit"
        )
        for r in rows.prefetch_related("perhitungan__tugas").order_by("-dipakai", "pk"):
            hasil[r.formasi_id][r.sumber].append(r)
    return hasil


def _milik(
    asal: Sequence[int], lama: Mapping[int, Mapping[str, list[Kebutuhan]]]
) -> list[Kebutuhan]:
    return [r for p in asal for rows in lama.get(p, {}).values() for r in rows]


def _sumber_terpakai(rows: Sequence[Kebutuhan], pos: int) -> set[str]:
    return {r.sumber for r in rows if r.formasi_id == pos and r.dipakai}


def _salinan(tugas: Iterable[UraianTugas], catatan: str) -> list[UraianTugas]:
    hasil = []
    for t in tugas:
        isi: dict[str, Any] = {nama: getattr(t, nama) for nama in _TUGAS}
        isi["catatan"] = isi["catatan"] or catatan[:500]
        hasil.append(UraianTugas(**isi))
    return hasil


def _objek(r: Kebutuhan) -> Objek:
    return Objek("pegawai.formasi", str(r.asal_id), str(r.asal))

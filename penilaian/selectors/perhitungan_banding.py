"""Two versions of one post task by task: what came, what went, what changed, in minutes a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from organisasi.models import Pengguna
from penilaian.kernel.hitungan import angka
from penilaian.models import PerhitunganKebutuhan
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.perhitungan import posisi_terlihat, rinci_hitung
from penilaian.selectors.tetapan import tetapan_kebutuhan


@dataclass(frozen=True)
class BarisBanding:
    """One task in both versions; a side is None where it has no such task."""

    uraian: str
    lama: Any
    baru: Any
    beda: Fraction
    ubah: Sequence[str]

    @property
    def keadaan(self) -> str:
        """``baru``, ``hilang``, ``ubah`` or ``sama``."""
        if self.lama is None or self.baru is None:
            return "baru" if self.lama is None else "hilang"
        return "ubah" if self.ubah else "sama"

    @property
    def sisi(self) -> tuple[Any, Any]:
        """The older and the newer side."""
        return self.lama, self.baru

    @property
    def beda_teks(self) -> str:
        """Minutes a year more or less, with the sign."""
        return _bertanda(self.beda)


@dataclass(frozen=True)
class BedaTetapan:
    """A constant of both versions."""

    nama: str
    lama: Any
    baru: Any

    @property
    def berubah(self) -> bool:
        """Whether the two were computed with different values."""
        return bool(self.lama != self.baru)


@dataclass(frozen=True)
class Banding:
    """The older version on the left, whichever was asked for first."""

    posisi: Any
    satu: PerhitunganKebutuhan
    lain: PerhitunganKebutuhan
    lama: Any
    baru: Any
    baris: Sequence[BarisBanding]
    tetapan: Sequence[BedaTetapan]
    versi: Sequence[PerhitunganKebutuhan]

    @property
    def jumlah(self) -> dict[str, int]:
        """How many tasks came, went, changed, stayed."""
        semua = [satu.keadaan for satu in self.baris]
        return {kata: semua.count(kata) for kata in ("baru", "hilang", "ubah", "sama")}

    @property
    def beda_teks(self) -> str:
        """Minutes a year of the whole post, with the sign."""
        return _bertanda(sum((satu.beda for satu in self.baris), Fraction()))


def banding_versi(pengguna: Pengguna, pk: int, dengan: str, *, per: date) -> Banding | None:
    """A version beside another of its post and source (else the one before it); None unseen."""
    satu = PerhitunganKebutuhan.objects.filter(pk=pk, jke_menit__isnull=False).first()
    if satu is None:
        return None
    posisi = posisi_terlihat(pengguna, satu.formasi_id, per=per, aturan=ketentuan(per=per))
    if posisi is None:
        return None
    rows = PerhitunganKebutuhan.objects.filter(
        formasi=satu.formasi_id, sumber=satu.sumber, jke_menit__isnull=False
    )
    versi = list(rows.order_by("-versi")[:50])
    lain = _lain(versi, satu, dengan)
    lama, baru = sorted((satu, lain), key=lambda s: s.versi)
    k = tetapan_kebutuhan(per=per)
    kiri, kanan = (rinci_hitung(s, k, pemangku=posisi.isi) for s in (lama, baru))
    return Banding(
        posisi, satu, lain, kiri, kanan, _baris(kiri, kanan), _tetapan(lama, baru), versi
    )


def _bertanda(nilai: Fraction) -> str:
    tanda = "+" if nilai > 0 else "−" if nilai < 0 else ""
    return tanda + angka(abs(nilai))


def _lain(
    versi: Sequence[PerhitunganKebutuhan], satu: PerhitunganKebutuhan, dengan: str
) -> PerhitunganKebutuhan:
    """The one asked for, else the one before, else the one after, else itself."""
    diminta = [v for v in versi if str(v.pk) == dengan]
    sebelum = [v for v in versi if v.versi < satu.versi]
    return (diminta or sebelum or [v for v in versi if v.pk != satu.pk][-1:] or [satu])[0]


def _baris(lama: Any, baru: Any) -> list[BarisBanding]:
    """In the order of the newer version; what is gone comes last."""
    kiri = {_kunci(t): t for t in lama.tugas}
    hasil = [_satu(kiri.pop(_kunci(t), None), t) for t in baru.tugas]
    return hasil + [_satu(t, None) for t in kiri.values()]


def _satu(lama: Any, baru: Any) -> BarisBanding:
    ubah = []
    if lama is not None and baru is not None:
        for kata, nama in (("volume", "volume"), ("norma", "norma"), ("pengali", "periode")):
            if getattr(lama, kata) != getattr(baru, kata):
                ubah.append(nama)
        for nama in ("satuan", "macam"):
            if getattr(lama.uraian, nama) != getattr(baru.uraian, nama):
                ubah.append(nama)
        if lama.menit_tepat != baru.menit_tepat and not ubah:
            ubah.append("ketentuan")
    beda = (baru.menit_tepat if baru else Fraction()) - (lama.menit_tepat if lama else Fraction())
    return BarisBanding((baru or lama).uraian.uraian, lama, baru, beda, ubah)


def _kunci(tugas: Any) -> str:
    return " ".join(tugas.uraian.uraian.split()).casefold()


def _tetapan(lama: PerhitunganKebutuhan, baru: PerhitunganKebutuhan) -> list[BedaTetapan]:
    kiri = {t["nama"]: t["nilai"] for t in lama.tetapan}
    kanan = {t["nama"]: t["nilai"] for t in baru.tetapan}
    return [BedaTetapan(nama, kiri.get(nama), kanan.get(nama)) for nama in {**kiri, **kanan}]

"""One criterion as it is typed in the editor: its cells, what they are read as, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    JenisNilai,
    JenisSkala,
    Keluarga,
    Kriteria,
    Skala,
    SkalaKeliru,
    SumberNilai,
    skala_dari,
)
from penilaian.models import BilaKosong as PilihanKosong
from penilaian.models import JenisSkala as PilihanSkala
from toolkit.nilai import desimal

# Cells of text and how long each may be, as the table holds them.
TEKS = {"kode": 30, "bunyi": 500, "dasar": 255, "satuan": 40, "bukti": 500}
SEL = (*TEKS, "sumber", "arah", "skala", "bobot", "bila_kosong")
LABEL = {
    "kode": "Kode", "bunyi": "Bunyi", "dasar": "Dasar hukum", "satuan": "Satuan",
    "bukti": "Bukti", "sumber": "Sumber data", "arah": "Arah", "skala": "Skala", "bobot": "Bobot",
    "bila_kosong": "Bila datanya tidak ada", "parameter": "Isian skala",
}  # fmt: skip
_ANGKA_SKALA = {JenisSkala.LINEAR: ("dari", "sampai"), JenisSkala.RASIO: ("target", "batas")}
_ANAK_KOSONG = 2  # empty steps offered below those filled in
_TERBESAR = Decimal(1_000_000_000)


@dataclass
class BarisLembar:
    """A criterion on its way: ``isi`` as typed, ``kriteria`` what it is read as."""

    indeks: int
    isi: dict[str, str]
    angka: dict[str, str] = field(default_factory=dict)
    anak: list[tuple[str, str]] = field(default_factory=list)
    kata: dict[str, str] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)
    kriteria: Kriteria | None = None

    @property
    def nomor(self) -> int:
        """Its place as people count."""
        return self.indeks + 1

    @property
    def id_kode(self) -> str:
        """Where its first cell stands on the page."""
        return f"k-{self.indeks}-kode"

    @property
    def id_skala(self) -> str:
        """Where its scale is chosen."""
        return f"k-{self.indeks}-skala"

    @property
    def rumus(self) -> str:
        """The scale as a sentence, with a worked example; empty while it cannot be read."""
        k = self.kriteria
        return f"{k.skala.bunyi(k.satuan)} {k.skala.contoh(k.satuan)}" if k else ""

    @property
    def sumber(self) -> SumberNilai | None:
        """The source chosen, once one is."""
        return next((s for s in SumberNilai if s.value == self.isi["sumber"]), None)

    @property
    def skala(self) -> str:
        """The kind of scale whose cells are shown."""
        return self.isi["skala"]

    @property
    def pilihan_skala(self) -> list[tuple[str, str]]:
        """Scales that fit the source."""
        sumber = self.sumber
        if sumber is None:
            return [(str(k), str(v)) for k, v in PilihanSkala.choices]
        kata = sumber.jenis is JenisNilai.KATA
        return [(k, v) for k, v in PilihanSkala.choices if (k == JenisSkala.TABEL) is kata]

    @property
    def sel_angka(self) -> list[tuple[str, str, str]]:
        """Name, label and value of the numbers of a straight line or a ratio."""
        label = {
            "dari": "Data yang bernilai 0", "sampai": "Data yang bernilai 100", "target": "Target",
            "batas": "Batas atas capaian (%)",
        }  # fmt: skip
        return [(n, label[n], self.angka.get(n, "")) for n in self._nama_angka()]

    @property
    def sel_kata(self) -> list[tuple[str, str]]:
        """Each word of the source with its value as typed, the best word first."""
        sumber = self.sumber
        return [(k, self.kata.get(k, "")) for k in reversed(sumber.kata)] if sumber else []

    @property
    def sel_anak(self) -> list[tuple[str, str]]:
        """The steps, and some empty ones."""
        return [*self.anak, *[("", "")] * _ANAK_KOSONG]

    def selaras(self) -> None:
        """After a source was chosen: a scale that fits it, its unit where none is typed."""
        sumber = self.sumber
        if sumber is None:
            return
        self.isi["satuan"] = self.isi["satuan"] or sumber.satuan
        if self.skala not in dict(self.pilihan_skala):
            self.isi["skala"] = self.pilihan_skala[0][0]

    def baca(self, keluarga: Keluarga) -> None:
        """Read every cell; what cannot be kept is named in ``galat``."""
        self.galat, self.kriteria = {}, None
        for nama, panjang in TEKS.items():
            if len(self.isi[nama]) > panjang:
                self.galat[nama] = f"Paling panjang {panjang} huruf."
        if not self.isi["kode"]:
            self.galat["kode"] = "Isi kodenya."
        sumber, bobot, skala = self.sumber, self._bobot(), self._skala()
        if sumber is None or keluarga not in sumber.keluarga:
            self.galat["sumber"] = "Pilih sumber datanya."
        if self.galat or sumber is None or bobot is None or skala is None:
            return
        teks = {nama: self.isi[nama] for nama in TEKS}
        self.kriteria = Kriteria(
            **teks, sumber=sumber, arah=self._arah(), skala=skala, bobot=bobot,
            bila_kosong=BilaKosong(self.isi["bila_kosong"]),
        )  # fmt: skip

    def _arah(self) -> Arah:
        return Arah.TURUN if self.isi["arah"] == Arah.TURUN else Arah.NAIK

    def _bobot(self) -> Decimal | None:
        bobot = _angka(self.isi["bobot"])
        if bobot is None:
            self.galat["bobot"] = "Tulis bobotnya dengan angka, misalnya 12,5."
        elif not 0 < bobot <= 100 or bobot != round(bobot, 2):
            self.galat["bobot"] = "Lebih dari 0, paling besar 100, paling banyak dua desimal."
        return bobot

    def _nama_angka(self) -> tuple[str, ...]:
        return next((n for jenis, n in _ANGKA_SKALA.items() if jenis == self.skala), ())

    def _skala(self) -> Skala | None:
        try:
            return skala_dari(self.skala, self._parameter())
        except SkalaKeliru as galat:
            self.galat["parameter"] = str(galat)
        return None

    def _parameter(self) -> dict[str, Any]:
        if self.skala == JenisSkala.TANGGA:
            return {"anak": [[_wajib(m), _wajib(n)] for m, n in self.anak]}
        if self.skala == JenisSkala.TABEL:
            return {"isi": {k: _wajib(v) for k, v in self.kata.items() if v}}
        isi: dict[str, Any] = {n: _wajib(self.angka.get(n, "")) for n in self._nama_angka()}
        return isi | ({"arah": self._arah()} if self.skala == JenisSkala.RASIO else {})


def _angka(teks: str) -> Decimal | None:
    nilai, _ = desimal(teks)
    return nilai if isinstance(nilai, Decimal) and abs(nilai) < _TERBESAR else None


def _wajib(teks: str) -> Decimal:
    nilai = _angka(teks)
    if nilai is None:
        raise SkalaKeliru(f"'{teks}' bukan angka." if teks else "Isi semua angkanya.")
    return nilai


def _tulis(nilai: Decimal) -> str:
    return teks_angka(nilai).replace(".", ",")


def baris_kosong(indeks: int) -> BarisLembar:
    """A criterion nobody has begun yet."""
    isi = dict.fromkeys(SEL, "")
    isi |= {"arah": Arah.NAIK.value, "bila_kosong": PilihanKosong.TIDAK_LENGKAP.value}
    return BarisLembar(indeks, isi)


def baris_dari(indeks: int, k: Kriteria) -> BarisLembar:
    """A stored criterion as it is typed."""
    isi = {nama: str(getattr(k, nama)) for nama in TEKS}
    isi |= {
        "sumber": k.sumber.value, "arah": k.arah.value, "skala": k.skala.jenis.value,
        "bobot": _tulis(k.bobot), "bila_kosong": k.bila_kosong.value,
    }  # fmt: skip
    p = k.skala.parameter()
    return BarisLembar(
        indeks, isi,
        angka={n: p[n].replace(".", ",") for n in ("dari", "sampai", "target", "batas") if n in p},
        anak=[(m.replace(".", ","), n.replace(".", ",")) for m, n in p.get("anak", [])],
        kata={kata: n.replace(".", ",") for kata, n in p.get("isi", {}).items()},
    )  # fmt: skip


def baris_terkirim(kiriman: QueryDict, indeks: int, asal: int) -> BarisLembar:
    """The criterion that stood at ``asal`` of what was sent."""

    def ambil(nama: str) -> str:
        return " ".join(kiriman.get(f"k-{asal}-{nama}", "").replace("\x00", "").split())

    isi = {nama: ambil(nama) for nama in SEL}
    if isi["bila_kosong"] not in PilihanKosong.values:
        isi["bila_kosong"] = PilihanKosong.TIDAK_LENGKAP.value
    mulai, poin = (kiriman.getlist(f"k-{asal}-{n}") for n in ("mulai", "poin"))
    satu = BarisLembar(
        indeks, isi, angka={n: ambil(n) for n in ("dari", "sampai", "target", "batas")},
        anak=[(m.strip(), n.strip()) for m, n in zip(mulai, poin, strict=False) if m or n],
    )  # fmt: skip
    # Cells of words belong to the source they were shown for.
    if satu.sumber is not None and kiriman.get(f"k-{asal}-untuk") == satu.sumber.value:
        nilai = kiriman.getlist(f"k-{asal}-kata")
        satu.kata = {k: v.strip() for (k, _), v in zip(satu.sel_kata, nilai, strict=False)}
    return satu

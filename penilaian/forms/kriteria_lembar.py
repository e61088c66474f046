"""The editor of a draft: the fields of the set and its criteria, moved about and never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from django.http import QueryDict

from penilaian.forms.kriteria_baris import (
    LABEL,
    BarisLembar,
    baris_dari,
    baris_kosong,
    baris_terkirim,
)
from penilaian.kernel.angka_kata import bunyi_angka, teks_angka
from penilaian.kernel.kriteria import Perangkat, SumberNilai, cela_terletak
from toolkit.nilai import desimal

BATAS_BARIS = 40
KEPALA = {
    "nama": ("Nama", 150), "pengantar": ("Untuk siapa dan untuk apa", 4000),
    "dasar": ("Dasar hukum", 255), "urutan_seri": ("Penentu bila seri", 500),
    "bobot_minimal": ("Bobot terukur minimal (%)", 10),
}  # fmt: skip
_AKSI = re.compile(r"(hapus|naik|turun|isian)-(\d{1,3})")


@dataclass(frozen=True)
class Temuan:
    """A sentence and the id of the field it speaks of."""

    kalimat: str
    letak: str
    label: str = ""


@dataclass
class LembarKriteria:
    """A draft on its way: ``asal`` as it is stored, the rest as it was typed."""

    asal: Perangkat
    kepala: dict[str, str]
    peringkat: bool
    rows: list[BarisLembar]
    stempel: int
    aksi: str = ""
    fokus: str = ""
    galat_kepala: dict[str, str] = field(default_factory=dict)

    @classmethod
    def dari(cls, kiriman: QueryDict | None, asal: Perangkat, stempel: int) -> LembarKriteria:
        """What was sent, moved as asked; without anything sent the stored draft."""
        if kiriman is None:
            return cls._tersimpan(asal, stempel)._terbaca()
        aksi = kiriman.get("aksi", "")
        # Who saw that the draft had changed and saves all the same, saves over that one.
        tanda = kiriman.get("kini" if aksi == "timpa" else "stempel", "")
        jumlah = kiriman.get("jumlah", "")
        banyak = min(int(jumlah), BATAS_BARIS) if jumlah.isdecimal() and len(jumlah) < 5 else 0
        lembar = cls(
            asal=asal,
            kepala={n: kiriman.get(n, "").replace("\x00", "").strip() for n in KEPALA},
            peringkat="peringkat" in kiriman,
            rows=[baris_terkirim(kiriman, i, i) for i in range(banyak)],
            stempel=int(tanda) if tanda.isdecimal() and len(tanda) < 10 else -1,
            aksi=aksi,
        )
        lembar._kerjakan()
        return lembar._terbaca()

    @classmethod
    def _tersimpan(cls, asal: Perangkat, stempel: int) -> LembarKriteria:
        kepala = {
            "nama": asal.nama, "pengantar": asal.pengantar, "dasar": asal.dasar,
            "urutan_seri": ", ".join(asal.urutan_seri),
            "bobot_minimal": teks_angka(asal.bobot_minimal).replace(".", ","),
        }  # fmt: skip
        rows = [baris_dari(i, k) for i, k in enumerate(asal.kriteria)]
        return cls(asal, kepala, asal.peringkat, rows, stempel)

    @property
    def disimpan(self) -> bool:
        """Whether it was sent to be saved and everything in it can be."""
        return self.aksi in ("simpan", "timpa") and not self.galat

    @property
    def diperiksa(self) -> bool:
        """Whether what cannot be used is told: not while rows are still added and moved."""
        return self.aksi in ("simpan", "timpa")

    @property
    def sumber(self) -> list[SumberNilai]:
        """The sources this family may use."""
        return [s for s in SumberNilai if self.asal.keluarga in s.keluarga]

    @property
    def jumlah_bobot(self) -> Decimal:
        """The weights that can be read, together."""
        return sum((b.kriteria.bobot for b in self.rows if b.kriteria), Decimal(0))

    @property
    def kata_bobot(self) -> str:
        """The sum as it is said beside the button."""
        jumlah, belum = self.jumlah_bobot, sum(b.kriteria is None for b in self.rows)
        kata = f"Jumlah bobot {bunyi_angka(jumlah)} dari 100"
        if belum:
            return f"{kata}; {belum} kriteria belum terbaca."
        if jumlah == 100:
            return f"{kata}: tepat."
        beda = bunyi_angka(abs(100 - jumlah))
        return f"{kata}: {'kurang' if jumlah < 100 else 'lebih'} {beda}."

    @property
    def galat(self) -> list[Temuan]:
        """Everything that hinders saving, in the order of the page."""
        semua = [Temuan(p, f"f-{n}", KEPALA[n][0]) for n, p in self.galat_kepala.items()]
        for satu in self.rows:
            for sel, pesan in satu.galat.items():
                nama = f"Kriteria nomor {satu.nomor}, {LABEL[sel].lower()}"
                semua.append(Temuan(pesan, f"k-{satu.indeks}-{sel}", nama))
        return semua

    @property
    def perangkat(self) -> Perangkat | None:
        """What is typed as the kernel reads it; None while something cannot be read."""
        kriteria = tuple(b.kriteria for b in self.rows if b.kriteria is not None)
        if self.galat or len(kriteria) < len(self.rows):
            return None
        seri = tuple(k for k in re.split(r"[,;\s]+", self.kepala["urutan_seri"]) if k)
        minimal, _ = desimal(self.kepala["bobot_minimal"])
        return Perangkat(
            keluarga=self.asal.keluarga, kode=self.asal.kode, versi=self.asal.versi,
            nama=self.kepala["nama"], pengantar=self.kepala["pengantar"],
            dasar=self.kepala["dasar"], berlaku_mulai=None, bobot_minimal=minimal,
            peringkat=self.peringkat, urutan_seri=seri, kriteria=kriteria,
        )  # fmt: skip

    @property
    def cela(self) -> list[Temuan]:
        """What still forbids publication, each with the field to mend."""
        perangkat = self.perangkat
        return [
            Temuan(c.kalimat, f"f-{c.isian}" if c.nomor is None else f"k-{c.nomor}-{c.isian}")
            for c in (cela_terletak(perangkat) if perangkat else ())
        ]

    @property
    def terbuka(self) -> set[int]:
        """Criteria that stand open: what must be mended, what was asked for, what is new."""
        letak = [c.letak for c in self.cela if not c.letak.endswith("-bobot")]
        letak += [g.letak for g in self.galat] if self.diperiksa else []
        kunci = [satu.split("-")[1] for satu in [*letak, self.fokus] if satu.startswith("k-")]
        return {int(satu) for satu in kunci}

    def _terbaca(self) -> LembarKriteria:
        self.galat_kepala = {
            n: f"Paling panjang {panjang} huruf."
            for n, (_, panjang) in KEPALA.items()
            if len(self.kepala[n]) > panjang
        }
        if not self.kepala["nama"]:
            self.galat_kepala["nama"] = "Isi namanya."
        minimal, _ = desimal(self.kepala["bobot_minimal"])
        if not isinstance(minimal, Decimal) or not 0 <= minimal <= 100:
            self.galat_kepala["bobot_minimal"] = "Tulis angka dari 0 sampai 100."
        elif minimal != round(minimal, 2):
            self.galat_kepala["bobot_minimal"] = "Paling banyak dua angka di belakang koma."
        dipakai: dict[str, int] = {}
        for satu in self.rows:
            satu.baca(self.asal.keluarga)
            lain = dipakai.setdefault(satu.isi["kode"], satu.nomor)
            if satu.isi["kode"] and lain != satu.nomor:
                satu.galat["kode"] = f"Sama dengan kode kriteria nomor {lain}."
        return self

    def _kerjakan(self) -> None:
        if self.aksi == "tambah" and len(self.rows) < BATAS_BARIS:
            self.rows.append(baris_kosong(len(self.rows)))
            self.fokus = f"k-{len(self.rows) - 1}-kode"
        if cocok := _AKSI.fullmatch(self.aksi):
            cara: dict[str, Callable[[int], None]] = {
                "hapus": self._hapus, "naik": self._naik, "turun": self._turun,
                "isian": self._isian,
            }  # fmt: skip
            if (indeks := int(cocok[2])) < len(self.rows):
                cara[cocok[1]](indeks)
        for i, satu in enumerate(self.rows):
            satu.indeks = i

    def _hapus(self, i: int) -> None:
        del self.rows[i]

    def _naik(self, i: int) -> None:
        self._tukar(i, i - 1)

    def _turun(self, i: int) -> None:
        self._tukar(i, i + 1)

    def _tukar(self, dari: int, ke: int) -> None:
        if 0 <= ke < len(self.rows):
            self.rows[dari], self.rows[ke] = self.rows[ke], self.rows[dari]

    def _isian(self, i: int) -> None:
        """The cells of the scale that was chosen, or more steps of a stair."""
        self.rows[i].selaras()
        self.fokus = f"k-{i}-skala"

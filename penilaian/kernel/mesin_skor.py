"""The same account for many people at once, byte for byte, without working anything out twice.

People share most raw values and most weights: the line of one (criterion, raw value) is made once,
by the plain form itself, and cut open where the person or the weight shows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from penilaian.kernel.akun import Akun, Baris, Keadaan, Mentah, teks_simpan
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.hitung_skor import (
    AKHIR_KALIMAT,
    Rencana,
    asal_data,
    baris_skor,
    bunyi_bobot,
    perhitungan,
    periksa,
    susun_rencana,
    tanpa_titik,
    wajib_seratus,
)
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.peringkat_skor import TANPA_NILAI

_RUJUKAN = {"jenis", "ket", "pk"}  # "pk" comes last: what stands before it is the same for many
_BANYAK = 20_000  # so many ready lines are kept at most
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

# Stand in for what is the person's own while a line is made ready; no sentence contains them.
_ASAL, _POIN, _BUKTI = "\x01", "\x02", "\x03"
_CELAH = ('"bobot_pakai":"', '"sumbangan":"')


class HasilMesin(NamedTuple):
    """One person: the score, its state, the stored JSON text, what decides the place."""

    skor: Decimal | None
    keadaan: Keadaan
    teks: str
    kunci: tuple[Decimal, ...] | None


_Jadi = tuple[int, str, str]


class _Siap(NamedTuple):
    """The line of one raw value: its points and the JSON pieces between the gaps, in order:
    origin, points, weight, evidence, origin again, contribution. ``jadi`` by weight, in hundredths,
    and origin.
    """

    nilai: Decimal
    seratus: int  # the points in hundredths
    asal: str  # the origin where the value brings no sentence of its own, in JSON form
    awal: str
    ke_poin: str
    ke_bobot: str
    ke_bukti: str
    ke_keterangan: str
    ke_sumbangan: str
    akhir: str
    jadi: dict[tuple[int, str], _Jadi]

    def dengan(self, bobot: _Bobot, alasan: str) -> _Jadi:
        """The contribution in ten-thousandths of a point (half-up), and the JSON of the line before
        and after its evidence."""
        poin = (bobot.seratus * self.seratus + 50) // 100
        nilai = Decimal(poin).scaleb(-4)
        asal, keterangan = _asal(alasan) if alasan else (self.asal, "")
        if len(self.jadi) > _BANYAK:
            self.jadi.clear()
        hasil = self.jadi[bobot.seratus, alasan] = (
            poin,
            f"{self.awal}{asal}{self.ke_poin}{bobot.depan}{bunyi_angka(nilai)}{bobot.belakang}"
            f"{self.ke_bobot}{bobot.teks}{self.ke_bukti}",
            f"{self.ke_keterangan}{keterangan}{self.ke_sumbangan}{nilai}{self.akhir}",
        )
        return hasil


class _Bobot(NamedTuple):
    """One weight as it counts: in hundredths, as text, and its words around the points."""

    seratus: int
    teks: str
    depan: str
    belakang: str


class _Pola(NamedTuple):
    """What follows from which criteria were measured."""

    rencana: Rencana
    bobot: tuple[_Bobot, ...]


class Mesin:
    """A set made ready for many people; one per run, not shared between threads."""

    def __init__(self, perangkat: Perangkat) -> None:
        """Raises :class:`BobotTidakSeratus` as the plain form does."""
        wajib_seratus(perangkat)
        self.perangkat = perangkat
        self._kode = [satu.kode for satu in perangkat.kriteria]
        self._seri = [self._kode.index(k) for k in perangkat.urutan_seri if k in self._kode]
        self._hampa = [periksa(satu, None) for satu in perangkat.kriteria]
        self._siap: list[dict[Decimal | str, _Siap]] = [{} for _ in perangkat.kriteria]
        self._pola: dict[tuple[Keadaan, ...], _Pola] = {}
        self._tanpa: dict[tuple[Any, ...], tuple[str, str]] = {}
        self._awalan: dict[tuple[str, str], str] = {}

    def hitung(self, mentah: Mapping[str, Mentah]) -> HasilMesin:
        """One person; the text is that of ``teks_simpan(hitung(perangkat, mentah))``."""
        semua = [self._periksa(letak, mentah.get(kode)) for letak, kode in enumerate(self._kode)]
        kunci = tuple([satu.keadaan for satu, _ in semua])
        pola = self._pola.get(kunci) or self._susun_pola(kunci)
        jumlah, teks, nilai = 0, [], []
        for letak, (satu, siap) in enumerate(semua):
            if siap is None:
                nilai.append(TANPA_NILAI)
                teks.append(self._teks_tanpa(letak, satu, pola.rencana))
                continue
            bobot = pola.bobot[letak]
            alasan = satu.alasan
            poin, depan, ujung = siap.jadi.get((bobot.seratus, alasan)) or siap.dengan(
                bobot, alasan
            )
            jumlah += poin
            nilai.append(siap.nilai)
            teks.append(f"{depan}{self._bukti(satu.bukti)}{ujung}")
        utuh = f"[{','.join(teks)}]"
        keadaan = pola.rencana.keadaan
        if keadaan is not Keadaan.ANGKA:
            return HasilMesin(None, keadaan, utuh, None)
        skor = Decimal(jumlah).scaleb(-4)
        return HasilMesin(skor, keadaan, utuh, (skor, *[nilai[n] for n in self._seri]))

    def _periksa(self, letak: int, mentah: Mentah | None) -> tuple[Mentah, _Siap | None]:
        """As :func:`periksa`, with the ready line; a value found true once stays so."""
        if mentah is None:
            return self._hampa[letak], None
        if mentah.keadaan is Keadaan.ANGKA and mentah.nilai is not None:
            siap = self._siap[letak].get(mentah.nilai)
            if siap is not None:
                return mentah, siap
        mentah = periksa(self.perangkat.kriteria[letak], mentah)
        if mentah.keadaan is not Keadaan.ANGKA or mentah.nilai is None:
            return mentah, None
        siap = self._siap[letak][mentah.nilai] = self._siapkan(letak, mentah.nilai)
        return mentah, siap

    def _siapkan(self, letak: int, mentah: Decimal | str) -> _Siap:
        kriteria = self.perangkat.kriteria[letak]
        utuh = Rencana(tuple(k.bobot for k in self.perangkat.kriteria), Keadaan.ANGKA, Decimal(100))
        baris = baris_skor(self.perangkat, utuh, letak, Mentah(mentah, _ASAL, (_BUKTI,)))
        teks = _teks_baris(
            replace(baris, alasan=f"{_ASAL}; {perhitungan(kriteria, mentah)}{_POIN}")
        )
        awal, tengah, sisa = teks.split(encode_basestring(_ASAL)[1:-1])
        ke_poin, tengah = tengah.split(encode_basestring(_POIN)[1:-1])
        tengah, ke_keterangan = tengah.split(_ENCODER.encode([_BUKTI]))
        ke_bobot, ke_bukti = _belah(tengah, _CELAH[0])
        ke_sumbangan, akhir = _belah(sisa, _CELAH[1])
        nilai = kriteria.skala.nilai(mentah)
        asal = encode_basestring(asal_data(kriteria, Mentah(mentah)))[1:-1]
        return _Siap(
            nilai, int(nilai * 100), asal,
            awal, ke_poin, ke_bobot, ke_bukti, ke_keterangan, ke_sumbangan, akhir, {},
        )  # fmt: skip

    def _susun_pola(self, kunci: tuple[Keadaan, ...]) -> _Pola:
        rencana = susun_rencana(self.perangkat, kunci)
        bobot = []
        for kriteria, pakai in zip(self.perangkat.kriteria, rencana.bobot, strict=True):
            depan, belakang = bunyi_bobot(kriteria, pakai)
            bobot.append(_Bobot(int(pakai * 100), str(pakai), depan, belakang))
        pola = self._pola[kunci] = _Pola(rencana, tuple(bobot))
        return pola

    def _teks_tanpa(self, letak: int, mentah: Mentah, rencana: Rencana) -> str:
        """A line without points; most of them say the same for many people but their evidence."""
        kunci = (letak, rencana.keadaan, rencana.terukur, rencana.bobot[letak],
                 mentah.keadaan, mentah.nilai, mentah.alasan, mentah.siapa)  # fmt: skip
        belah = self._tanpa.get(kunci)
        if belah is None:
            if len(self._tanpa) > _BANYAK:
                self._tanpa.clear()
            contoh = mentah._replace(bukti=(_BUKTI,))
            teks = _teks_baris(baris_skor(self.perangkat, rencana, letak, contoh))
            depan, ujung = teks.split(_ENCODER.encode([_BUKTI]))
            belah = self._tanpa[kunci] = depan, ujung
        return f"{belah[0]}{self._bukti(mentah.bukti)}{belah[1]}"

    def _bukti(self, bukti: tuple[Any, ...]) -> str:
        """The encoder's own text; the usual references (kind, word, key) without its long way."""
        isi = []
        for satu in bukti:
            try:
                kunci, pk = (satu["jenis"], satu["ket"]), satu["pk"]
            except (KeyError, TypeError):
                return _ENCODER.encode(bukti)
            if len(satu) != len(_RUJUKAN) or type(pk) is not int:
                return _ENCODER.encode(bukti)
            awal = self._awalan.get(kunci)
            if awal is None:
                awal = self._awalan[kunci] = _ENCODER.encode({**satu, "pk": 0})[:-2]
            isi.append(f"{awal}{pk}}}")
        return f"[{','.join(isi)}]"


def _asal(alasan: str) -> tuple[str, str]:
    """The person's own sentence in JSON form: to go on with, and as it was given."""
    utuh = encode_basestring(alasan)[1:-1]
    if alasan[-1] in AKHIR_KALIMAT:
        return encode_basestring(tanpa_titik(alasan))[1:-1], utuh
    return utuh, utuh


def _belah(teks: str, kunci: str) -> tuple[str, str]:
    """Before the value under a key (the key included) and from its closing quote on."""
    depan, belakang = teks.split(kunci)
    return depan + kunci, belakang[belakang.index('"') :]


def _teks_baris(baris: Baris) -> str:
    return teks_simpan(Akun(None, Keadaan.TIDAK_LENGKAP, (baris,)))[1:-1]

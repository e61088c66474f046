"""Kind ``unor``: SIASN's hierarchy of units, as workbook or as text, parents in any order.

A unit missing from a later file is reported as gone and stays open: only a person closes a unit.
A unit opened here by a new structure waits under an id of our own until the file brings a new id of
its name below its parent; then it takes that id over, and nothing is doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import F

from organisasi import tindakan
from organisasi.columns import UNOR
from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.kernel.id_lokal import menunggu_siasn
from organisasi.kernel.jenis_unit import usulan_jenis
from organisasi.models import Instansi, RiwayatUnit, UnitKerja
from organisasi.services.baris_impor import (
    BarisImpor,
    Rencana,
    baca,
    bandingkan,
    hitung,
    simpan,
    tolak_ganda,
)
from organisasi.services.pohon import susun_ulang_pohon
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id, nama
from toolkit.tabular import BerkasDitolak

JUDUL = {"nama": "NAMA_UNOR", "induk": "ID_ATASAN", "siasn_id": "ID"}
_PER_TINGKAT = 2  # dashes of the text form
_PEMERINTAH = re.compile(r"^pemerintah(an)?\s+(daerah\s+)?", re.IGNORECASE)


class _Pohon:
    """The rows of one file as a tree: whose parent is known, and how deep each stands.

    ``tercatat`` is the register: each unit's parent there.
    """

    def __init__(self, semua: Sequence[BarisImpor], tercatat: Mapping[str, str | None]) -> None:
        self.baris: dict[str, BarisImpor] = {}
        for baris in semua:
            if kunci := _kunci(baris):
                self.baris.setdefault(kunci, baris)
        self.tercatat = tercatat
        self.akar = [k for k, b in self.baris.items() if not b.isi["atasan"]]
        self.induk = {k: self._induk(k, b) for k, b in self.baris.items()}
        self.dalam: dict[str, int | None] = {}
        for kunci in self.baris:
            self._ukur(kunci)
        for kunci in self.akar[1:]:
            self.baris[kunci].ingatkan(
                "ID_ATASAN",
                "akar_ganda",
                f"Lebih dari satu unit tanpa atasan; akar pertama di baris "
                f"{self.baris[self.akar[0]].nomor}.",
            )

    def _induk(self, kunci: str, baris: BarisImpor) -> str | None:
        atasan = kunci_id(baris.isi["atasan"])
        if atasan != kunci:
            return atasan
        # Some agencies let an OPD point to itself.
        baris.ingatkan(
            "ID_ATASAN",
            "atasan_diri_sendiri",
            "Unit ini menunjuk dirinya sendiri sebagai atasan; ditempatkan langsung di bawah akar.",
        )
        return self.akar[0] if len(self.akar) == 1 else None

    def _ukur(self, kunci: str) -> None:
        """Depth below the root; None when the way up does not end at one. Walks without recursion:
        a damaged file may be one long chain."""
        jalan: dict[str, None] = {}
        kini: str | None = kunci
        while kini in self.baris and kini not in self.dalam and kini not in jalan:
            jalan[kini] = None
            kini = self.induk[kini]
        dasar: int | None
        if kini is None:
            dasar = -1
        elif kini in self.dalam:
            dasar = self.dalam[kini]
        elif kini in jalan:
            dasar = None
            urutan = list(jalan)
            self._tolak_lingkaran(urutan[urutan.index(kini) :])
        else:
            dasar = 0 if kini in self.tercatat else None
            if dasar is None:
                self._tolak_yatim(next(reversed(jalan)))
        for satu in reversed(jalan):
            dasar = None if dasar is None else dasar + 1
            self.dalam[satu] = dasar

    def atas_dahulu(self) -> list[str]:
        """Keys with parents before children; those without a way to the root come last."""
        return sorted(self.baris, key=lambda k: (self.dalam[k] is None, self.dalam[k] or 0))

    def tolak_yang_tak_bertempat(self) -> None:
        """Refuse what cannot be placed: below a refused unit, or in a circle with the register.

        A refused unit stays where the register has it, which may close another circle.
        """
        self._turunkan_penolakan()
        while lingkaran := self._lingkaran_dengan_register():
            self._tolak_lingkaran(lingkaran)
            self._turunkan_penolakan()

    def _lingkaran_dengan_register(self) -> list[str]:
        """Rows on a circle once the good rows are written over the register; none: empty."""
        selesai: set[str] = set()
        for kunci in self.baris:
            jalan: dict[str, None] = {}
            kini: str | None = kunci
            while kini is not None and kini not in selesai and kini not in jalan:
                jalan[kini] = None
                kini = self._induk_kelak(kini)
            if kini is not None and kini in jalan:
                urutan = list(jalan)
                putaran = [k for k in urutan[urutan.index(kini) :] if k in self.baris]
                if baik := [k for k in putaran if not self.baris[k].ditolak]:
                    return baik
            selesai.update(jalan)
        return []

    def _induk_kelak(self, kunci: str) -> str | None:
        baris = self.baris.get(kunci)
        if baris is not None and not baris.ditolak:
            return self.induk[kunci]
        return self.tercatat.get(kunci)

    def _turunkan_penolakan(self) -> None:
        """What stands below a refused unit cannot be placed."""
        for kunci in self.atas_dahulu():
            baris, atasan = self.baris[kunci], self.induk[kunci]
            buntu = self.dalam[kunci] is None
            induk = self.baris.get(atasan) if atasan else None
            if not baris.ditolak and (buntu or (induk is not None and induk.ditolak)):
                pesan = "Unit di atasnya ditolak; perbaiki unit itu dahulu."
                baris.tolak("ID_ATASAN", "atasan_ditolak", pesan)

    def _tolak_lingkaran(self, lingkaran: list[str]) -> None:
        nomor = ", ".join(str(self.baris[k].nomor) for k in lingkaran[:5])
        for kunci in lingkaran:
            self.baris[kunci].tolak(
                "ID_ATASAN",
                "atasan_melingkar",
                f"Susunan atasannya berputar (baris {nomor}); tidak ada yang sampai ke akar.",
            )

    def _tolak_yatim(self, kunci: str) -> None:
        self.baris[kunci].tolak(
            "ID_ATASAN",
            "atasan_tidak_dikenal",
            "Unit atasannya tidak ada di berkas ini dan belum tercatat.",
        )


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Read the tree, propose kinds, compare with the register."""
    semua = [*baca(tabel, konteks, boleh_kosong={"atasan"})]
    tolak_ganda(semua, _kunci, kolom="ID", kode="id_ganda", apa="Unit")
    lama = {u.kunci: u for u in UnitKerja.objects.select_related("induk")}
    pohon = _Pohon(semua, {k: u.induk.kunci if u.induk else None for k, u in lama.items()})
    _pastikan_instansi(pohon)
    _bersihkan_nama(pohon)
    pohon.tolak_yang_tak_bertempat()
    _temukan_yang_menunggu(pohon, lama)
    _sebut_tertutup(pohon, lama)
    _sebut_nama_lama(pohon, lama)
    hasil = Hasil()
    hitung(hasil, semua)
    hasil.muatan = _banding(hasil, pohon, lama, konteks)
    for kunci, unit in lama.items():
        if kunci not in pohon.baris and unit.ditutup is None and not menunggu_siasn(unit.siasn_id):
            hasil.keluar += 1
            hasil.rincian.append(Perubahan("keluar", kunci, unit.nama))
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Open new units, rename and move known ones, renumber the tree."""
    rencana: Rencana[UnitKerja] = hasil.muatan
    # Parents stand before their children, but get their keys only when written: level by level.
    for tingkat in _bertingkat(rencana.baru):
        simpan(
            Rencana(baru=tingkat),
            UnitKerja,
            oleh=konteks.oleh,
            dicatat=tindakan.UNIT_DICATAT,
            diubah=tindakan.UNIT_DIUBAH,
        )
    simpan(
        Rencana(berubah=rencana.berubah),
        UnitKerja,
        oleh=konteks.oleh,
        dicatat=None,
        diubah=tindakan.UNIT_DIUBAH,
    )
    if rencana.baru or rencana.berubah:
        konteks.kemajuan(95, "Menyusun ulang pohon unit")
        susun_ulang_pohon()
    _lengkapi_instansi()


def _kunci(baris: BarisImpor) -> str | None:
    return kunci_id(baris.isi["siasn_id"])


def _pastikan_instansi(pohon: _Pohon) -> None:
    """A tree whose root is another one is another agency's file: it would double every unit."""
    instansi = Instansi.objects.select_related("akar").first()
    akar = instansi.akar if instansi else None
    if akar is not None and pohon.akar and akar.kunci not in pohon.baris:
        milik = " ".join(str(pohon.baris[pohon.akar[0]].isi["nama"]).split())
        raise BerkasDitolak(
            "instansi_lain",
            f"Hierarki di berkas ini berakar pada {milik}, bukan {akar.nama}. "
            "Unduh hierarki instansi ini, lalu unggah lagi.",
        )


def _bersihkan_nama(pohon: _Pohon) -> None:
    """Names without the indentation that shows their level. In the text form that is two dashes per
    level; what is left over belongs to the name."""
    bergaris = sum(str(b.isi["nama"]).lstrip().startswith("--") for b in pohon.baris.values())
    bentuk_teks = bergaris * 2 > len(pohon.baris)
    for kunci, baris in pohon.baris.items():
        isi = baris.isi["nama"]
        garis = "-" * (_PER_TINGKAT * (pohon.dalam[kunci] or 0))
        if bentuk_teks and isinstance(isi, str) and isi.lstrip().startswith(garis):
            isi = isi.lstrip()[len(garis) :]
        baris.isi["nama"] = baris.bersihkan("NAMA_UNOR", nama(isi))
        if baris.isi["nama"] is None and not baris.ditolak:
            baris.tolak("NAMA_UNOR", "nama_kosong", "Nama unit kosong.")


def _sebut_tertutup(pohon: _Pohon, lama: Mapping[str, UnitKerja]) -> None:
    for kunci, baris in pohon.baris.items():
        unit = lama.get(kunci)
        if unit is not None and unit.ditutup:
            pesan = f"Unit ini tercatat ditutup sejak {unit.ditutup:%d-%m-%Y}."
            baris.ingatkan("ID", "unor_sudah_ditutup", pesan)


def _temukan_yang_menunggu(pohon: _Pohon, lama: dict[str, UnitKerja]) -> None:
    """Let units that wait for their id answer to the row of their name below their parent."""
    menunggu: dict[tuple[int | None, str], list[UnitKerja]] = {}
    for unit in lama.values():
        if menunggu_siasn(unit.siasn_id) and unit.ditutup is None:
            menunggu.setdefault((unit.induk_id, unit.nama.casefold()), []).append(unit)
    for kunci in pohon.atas_dahulu() if menunggu else ():
        baris, atasan = pohon.baris[kunci], lama.get(pohon.induk[kunci] or "")
        if kunci in lama or baris.ditolak or atasan is None:
            continue
        serupa = menunggu.get((atasan.pk, baris.isi["nama"].casefold()), [])
        if len(serupa) == 1:
            lama[kunci] = lama.pop(serupa.pop().kunci)


def _sebut_nama_lama(pohon: _Pohon, lama: Mapping[str, UnitKerja]) -> None:
    """A file from before a structure came into force would take its names back."""
    bekas = set(RiwayatUnit.objects.values_list("unit", "nama"))
    for kunci, baris in pohon.baris.items():
        unit, nama_berkas = lama.get(kunci), baris.isi["nama"]
        if unit is not None and unit.nama != nama_berkas and (unit.pk, nama_berkas) in bekas:
            pesan = (
                f"Nama ini dipakai sebelum struktur berubah; sekarang {unit.nama}. "
                "Bila diterapkan, nama lama kembali. Periksa apakah berkas ini diunduh sesudah "
                "SIASN diperbarui."
            )
            baris.ingatkan("NAMA_UNOR", "nama_lama", pesan)


def _banding(
    hasil: Hasil, pohon: _Pohon, lama: Mapping[str, UnitKerja], konteks: Konteks
) -> Rencana[UnitKerja]:
    rencana: Rencana[UnitKerja] = Rencana()
    objek = dict(lama)
    for kunci in pohon.atas_dahulu():
        baris = pohon.baris[kunci]
        if baris.ditolak:
            continue
        atasan = pohon.induk[kunci]
        induk = objek[atasan] if atasan else None
        isi: dict[str, Any] = {"nama": baris.isi["nama"], "induk": induk}
        jenis = usulan_jenis(isi["nama"], akar=induk is None)
        ada = lama.get(kunci)
        if ada is not None and menunggu_siasn(ada.siasn_id) and ada.kunci != kunci:
            isi |= {"siasn_id": baris.isi["siasn_id"], "kunci": kunci}
        if ada is None:
            objek[kunci] = UnitKerja(
                siasn_id=baris.isi["siasn_id"],
                kunci=kunci,
                jenis=jenis,
                dibuka=konteks.per if lama else None,
                **isi,
            )
        elif not ada.jenis_dikoreksi and any(getattr(ada, n) != v for n, v in isi.items()):
            isi["jenis"] = jenis
        bandingkan(
            hasil, rencana, baris, lama=ada, baru=objek[kunci], isi=isi, judul=JUDUL, kunci=kunci
        )
    hasil.rincian.sort(key=lambda perubahan: perubahan.baris or 0)
    return rencana


def _bertingkat(baru: list[UnitKerja]) -> Iterator[list[UnitKerja]]:
    """New units in batches whose parents are already written."""
    sisa = baru
    while sisa:
        siap = [u for u in sisa if u.induk is None or u.induk.pk]
        for unit in siap:
            unit.induk = unit.induk  # the key of a parent written just now
        yield siap
        sisa = [u for u in sisa if not u.pk]


def _lengkapi_instansi() -> None:
    """The agency is named after the root of its first hierarchy: of several, the largest tree."""
    puncak = UnitKerja.objects.filter(induk__isnull=True)
    akar = puncak.order_by(F("kiri") - F("kanan"), "kiri").first()
    if akar is None:
        return
    instansi, dibuat = Instansi.objects.get_or_create(
        pk=1, defaults={"nama": _PEMERINTAH.sub("", akar.nama) or akar.nama, "akar": akar}
    )
    if not dibuat and instansi.akar_id is None:
        Instansi.objects.filter(pk=instansi.pk).update(akar=akar)
    if akar.kiri != 1:
        susun_ulang_pohon()


def _isi_templat() -> Iterator[Sequence[Any]]:
    for unit in UnitKerja.objects.select_related("induk").filter(ditutup__isnull=True):
        atasan = unit.induk.siasn_id if unit.induk else ""
        yield unit.siasn_id, f"{'      ' * unit.tingkat}{unit.nama}", atasan


IMPOR_UNOR = JenisImpor(
    kode="unor",
    label="Hierarki unit organisasi",
    keterangan="Unduhan Hierarki Unor dari SIASN (ID, NAMA_UNOR, ID_ATASAN), xlsx atau csv.",
    izin=Izin.IMPOR_STRUKTUR,
    kolom=UNOR,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    urutan=10,
)

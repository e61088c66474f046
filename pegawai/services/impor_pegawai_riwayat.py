"""Histories out of an import: rows for new people, and one closed and one opened for a change.

A change shows only in the file, so it counts from the file's day; the printed TMT stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import F, Model, QuerySet

from pegawai.models import (
    Identitas,
    Penugasan,
    RiwayatPangkat,
    RiwayatPendidikan,
    RiwayatStatus,
    StatusPegawai,
)
from pegawai.services.impor_pegawai_baca import Isian
from pegawai.services.impor_pegawai_banding import Berubah
from pegawai.services.impor_pegawai_isi import nip_lama, potong
from toolkit.massal import perbarui, sisipkan

_BIASA = frozenset({"1", "71", "101"})
_PER_TANYA = 1_000
_JENIS_NOMOR = {StatusPegawai.PNS: Identitas.Jenis.NIP}


@dataclass(frozen=True)
class Orang:
    """People of one import: their keys, what was printed, and the columns made of it.

    ``sejak`` is the day their changes count from; ``None`` for new people, whose TMT count.
    """

    pk: Sequence[int]
    isian: Isian
    kolom: dict[str, Sequence[Any]]
    tempat: Sequence[tuple[int | None, int | None]]  # (unit, jabatan)
    formasi: Sequence[int | None]
    status: StatusPegawai
    per: date
    sumber: str
    sejak: date | None = None

    def mulai(self, tmt: date | None) -> date | None:
        """When the register says it began: the TMT when that is past, else the file's day."""
        if self.sejak is not None:
            return self.sejak
        return None if tmt is None else min(tmt, self.per)

    def pilih(self, indeks: Sequence[int]) -> Orang:
        """Some of them."""
        return Orang(
            [self.pk[i] for i in indeks],
            self.isian.pilih(indeks),
            {k: [v[i] for i in indeks] for k, v in self.kolom.items()},
            [self.tempat[i] for i in indeks],
            [self.formasi[i] for i in indeks],
            self.status,
            self.per,
            self.sumber,
            self.sejak,
        )


def buka_semua(orang: Orang) -> None:
    """The first rows of every history of new people."""
    buka_identitas(orang)
    buka_status(orang)
    buka_pangkat(orang)
    buka_pendidikan(orang)
    buka_penugasan(orang)


def buka_identitas(orang: Orang) -> None:
    """NIP or NI PPPK from TMT CPNS on, and the old NIP where there is one."""
    jenis = _JENIS_NOMOR.get(orang.status, Identitas.Jenis.NI_PPPK)
    kolom = ("pegawai", "jenis", "nomor", "mulai")
    tmt = orang.kolom["tmt_cpns"]
    sisipkan(
        Identitas,
        kolom,
        zip(orang.pk, [jenis] * len(orang.pk), orang.isian.nip, tmt, strict=True),
    )
    _buka_nip_lama(orang)


def _buka_nip_lama(orang: Orang) -> None:
    lama = Identitas.Jenis.NIP_LAMA
    sisipkan(
        Identitas,
        ("pegawai", "jenis", "nomor", "mulai"),
        (
            (pk, lama, nomor, orang.sejak)
            for pk, nomor in zip(orang.pk, nip_lama(orang.isian), strict=True)
            if nomor
        ),
    )


def buka_status(orang: Orang) -> None:
    """The standing; only an ordinary one is known to have begun with the service."""
    kode = orang.isian.kolom("KEDUDUKAN HUKUM ID")
    sisipkan(
        RiwayatStatus,
        ("pegawai", "status", "kedudukan", "mulai", "sumber"),
        (
            (
                pk,
                orang.status,
                kedudukan,
                orang.mulai(tmt if k in _BIASA else None),
                orang.sumber,
            )
            for pk, kedudukan, tmt, k in zip(
                orang.pk, orang.kolom["kedudukan"], orang.kolom["tmt_cpns"], kode, strict=True
            )
        ),
    )


def buka_pangkat(orang: Orang) -> None:
    """The grade from its TMT on."""
    sisipkan(
        RiwayatPangkat,
        ("pegawai", "golongan", "tmt", "mulai", "sumber"),
        (
            (pk, golongan, tmt, orang.mulai(tmt), orang.sumber)
            for pk, golongan, tmt in zip(
                orang.pk, orang.kolom["golongan"], orang.kolom["tmt_golongan"], strict=True
            )
            if golongan is not None
        ),
    )


def buka_pendidikan(orang: Orang) -> None:
    """The last education; the export prints its year, not its day."""
    kolom = ("tingkat_pendidikan", "pendidikan", "tahun_lulus")
    sisipkan(
        RiwayatPendidikan,
        ("pegawai", "tingkat", "pendidikan", "tahun_lulus", "mulai", "sumber"),
        (
            (pk, tingkat, pendidikan, tahun, orang.sejak, orang.sumber)
            for pk, tingkat, pendidikan, tahun in zip(
                orang.pk, *(orang.kolom[k] for k in kolom), strict=True
            )
            if tingkat is not None or pendidikan is not None
        ),
    )


def buka_penugasan(orang: Orang) -> None:
    """The definitive post with the words of the file; nothing printed, nothing held."""
    sisipkan(
        Penugasan,
        (
            "pegawai",
            "jenis",
            "unit",
            "jabatan",
            "formasi",
            "unor_id",
            "unor_nama",
            "jabatan_nama",
            "tmt",
            "mulai",
            "nomor_sk",
            "sumber",
        ),
        _baris_penugasan(orang),
    )


def _baris_penugasan(orang: Orang) -> Iterator[tuple[Any, ...]]:
    kata = _kata_penugasan(orang)
    for pk, (unit, jabatan), formasi, (unor, unor_nama, nama, tmt) in zip(
        orang.pk, orang.tempat, orang.formasi, kata, strict=True
    ):
        if unor or unor_nama or jabatan or nama:
            yield (
                pk,
                "D",
                unit,
                jabatan,
                formasi,
                unor,
                unor_nama,
                nama,
                tmt,
                orang.mulai(tmt),
                "",
                orang.sumber,
            )


def _kata_penugasan(orang: Orang) -> Iterator[tuple[str, str, str, date | None]]:
    return zip(
        potong("UNOR ID", 64, orang.isian),
        potong("UNOR NAMA", 500, orang.isian),
        potong("JABATAN NAMA", 255, orang.isian),
        orang.isian.tanggal("TMT JABATAN"),
        strict=True,
    )


def lanjutkan(orang: Orang, berubah: Sequence[Berubah]) -> None:
    """The histories of known people whose cells changed."""
    for model, ganti, buka in (
        (RiwayatStatus, _ganti_status(orang.status), buka_status),
        (RiwayatPangkat, _ganti("GOL AKHIR ID", "GOL AKHIR NAMA"), buka_pangkat),
        (
            RiwayatPendidikan,
            _ganti("PENDIDIKAN ID", "PENDIDIKAN NAMA", "TINGKAT PENDIDIKAN ID"),
            buka_pendidikan,
        ),
        (Penugasan, _pindah, buka_penugasan),
    ):
        kena = [i for i, b in enumerate(berubah) if ganti(b)]
        if kena:
            bagian = orang.pilih(kena)
            _tutup(model, bagian.pk, orang.per)
            buka(bagian)
    ganti_nomor = [i for i, b in enumerate(berubah) if "NIP LAMA" in b.kolom]
    if ganti_nomor:
        bagian = orang.pilih(ganti_nomor)
        _tutup(Identitas, bagian.pk, orang.per)
        _buka_nip_lama(bagian)
    _betulkan(orang, berubah)


def _ganti_status(status: StatusPegawai) -> Any:
    return lambda b: "KEDUDUKAN HUKUM ID" in b.kolom or b.lama.status != status


def _ganti(kunci: str, nama: str, *juga: str) -> Any:
    """Another id; where no id is printed, another name."""

    def ganti(b: Berubah) -> bool:
        tanpa_id = kunci not in b.siasn and kunci not in b.lama.siasn
        return bool(b.kolom.intersection({kunci, *juga})) or (tanpa_id and nama in b.kolom)

    return ganti


_ganti_unor = _ganti("UNOR ID", "UNOR NAMA")
_ganti_jabatan = _ganti("JABATAN ID", "JABATAN NAMA")


def _pindah(b: Berubah) -> bool:
    return bool(_ganti_unor(b) or _ganti_jabatan(b))


def _tutup(model: type[Model], pegawai: Iterable[int], per: date) -> None:
    """End what is open on the file's day; what begins later ends where it begins."""
    antre = iter(pegawai)
    while kunci := list(islice(antre, _PER_TANYA)):
        terbuka = _terbuka(model, kunci)
        terbuka.filter(mulai__gt=per).update(selesai=F("mulai"))
        terbuka.update(selesai=per)


def _terbuka(model: type[Model], pegawai: Sequence[int]) -> QuerySet[Any]:
    terbuka: QuerySet[Any] = model._default_manager.filter(
        pegawai__in=pegawai, selesai__isnull=True
    )
    if model is Penugasan:
        terbuka = terbuka.filter(jenis="D")
    if model is Identitas:
        terbuka = terbuka.filter(jenis=Identitas.Jenis.NIP_LAMA)
    return terbuka


def _betulkan(orang: Orang, berubah: Sequence[Berubah]) -> None:
    """Same post, same grade, other words or another TMT: the open row is corrected in place."""
    kata = {"UNOR NAMA", "JABATAN NAMA", "TMT JABATAN"}
    kena = [i for i, b in enumerate(berubah) if kata & b.kolom and not _pindah(b)]
    if kena:
        _betulkan_penugasan(orang.pilih(kena))
    ganti_pangkat = _ganti("GOL AKHIR ID", "GOL AKHIR NAMA")
    kena = [i for i, b in enumerate(berubah) if "TMT GOLONGAN" in b.kolom and not ganti_pangkat(b)]
    if kena:
        bagian = orang.pilih(kena)
        isi = dict(zip(bagian.pk, bagian.kolom["tmt_golongan"], strict=True))
        _betulkan_tmt(RiwayatPangkat, isi, orang.per)
    kena = [i for i, b in enumerate(berubah) if "TAHUN LULUS" in b.kolom]
    if kena:
        bagian = orang.pilih(kena)
        tahun = dict(zip(bagian.pk, bagian.kolom["tahun_lulus"], strict=True))
        baris = _terbuka(RiwayatPendidikan, bagian.pk).values_list("pk", "pegawai")
        perbarui(RiwayatPendidikan, ("tahun_lulus",), [(pk, tahun[p]) for pk, p in baris])


def _betulkan_penugasan(orang: Orang) -> None:
    kata = dict(zip(orang.pk, _kata_penugasan(orang), strict=True))
    baris = list(_terbuka(Penugasan, orang.pk).values_list("pk", "pegawai"))
    perbarui(Penugasan, ("unor_nama", "jabatan_nama"), [(pk, *kata[p][1:3]) for pk, p in baris])
    _betulkan_tmt(Penugasan, {p: isi[3] for p, isi in kata.items()}, orang.per)


def _betulkan_tmt(model: type[Model], tmt: dict[int, date | None], per: date) -> None:
    """A row that began with its TMT begins with the corrected one; others keep their beginning."""
    baris = []
    for pk, p, lama, mulai in _terbuka(model, list(tmt)).values_list(
        "pk", "pegawai", "tmt", "mulai"
    ):
        baru = tmt[p]
        if mulai is None or mulai == lama:
            mulai = None if baru is None else min(baru, per)
        baris.append((pk, baru, mulai))
    perbarui(model, ("tmt", "mulai"), baris)

"""Acts on matches: decide what an old or local name is, take a decision back.

Each locks the names concerned, asks its policy, writes the decision (and, for a jabatan of the
register, ``Jabatan.padanan``), moves what is counted, and leaves its trace last. A decision in
force for the same name is ended by the new one, in the same act.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat
from organisasi.models import Instansi, Pengguna, UnitKerja
from pegawai import tindakan
from pegawai.kernel.jenjang import kunci_nama
from pegawai.kernel.kemiripan import kemiripan_jabatan, kemiripan_unit
from pegawai.models import Jabatan, JenisJabatan, MacamPadanan, Padanan
from penilaian.policies import padanan as policies
from penilaian.services.terhitung import selaraskan
from toolkit.policy import Refusal

AWALAN_KELOMPOK = "kelompok:"
_MAKS_ID = 64
_MAKS_TEKS = 500


@dataclass(frozen=True)
class Dasar:
    """What every decision says besides its target."""

    per: date
    oleh: Pengguna
    alasan: str
    skor: int | None = None


@dataclass(frozen=True)
class Keputusan:
    """One name and what it is: ``dari`` is the key of a jabatan, or the text of a workbook."""

    macam: MacamPadanan
    dari: int | str
    ke_id: int | None = None
    rumpun: str = ""
    abaikan: bool = False
    skor: int | None = None
    alasan: str = ""  # instead of the common one


@dataclass(frozen=True)
class HasilKeputusan:
    """What became of one of many decisions: in force, or the sentence against it."""

    keputusan: Keputusan
    padanan: Padanan | None = None
    tolak: Refusal | None = None


@transaction.atomic
def tetapkan_padanan_jabatan(
    dari_id: int,
    *,
    dasar: Dasar,
    ke_id: int | None = None,
    rumpun: str = "",
    abaikan: bool = False,
) -> Padanan:
    """Count posts of ``dari`` as posts of ``ke_id``, or of the JF ``rumpun`` without jenjang.

    ``abaikan``: looked at, nothing matches; its posts go on under their own name.
    """
    return _satu(Keputusan(MacamPadanan.JABATAN, dari_id, ke_id, rumpun, abaikan), dasar)


@transaction.atomic
def tetapkan_padanan_nama(
    teks: str,
    *,
    dasar: Dasar,
    ke_id: int | None = None,
    rumpun: str = "",
    abaikan: bool = False,
) -> Padanan:
    """Remember what a job name in workbooks is, or that it is nothing of the register."""
    return _satu(Keputusan(MacamPadanan.NAMA, teks, ke_id, rumpun, abaikan), dasar)


@transaction.atomic
def tetapkan_padanan_unit(
    teks: str, *, dasar: Dasar, ke_id: int | None = None, abaikan: bool = False
) -> Padanan:
    """Remember what a unit name in workbooks is, or that it is nothing of the register."""
    return _satu(Keputusan(MacamPadanan.UNIT, teks, ke_id, abaikan=abaikan), dasar)


@transaction.atomic
def tetapkan(keputusan: Keputusan, *, dasar: Dasar) -> Padanan:
    """One decision, whatever it speaks of."""
    return _satu(keputusan, dasar)


@transaction.atomic
def tetapkan_banyak(semua: Sequence[Keputusan], *, dasar: Dasar) -> list[HasilKeputusan]:
    """Decide each that may be decided; what is refused says why and hinders none of the others."""
    kunci_padanan()
    policies.putuskan.check(dasar.oleh, per=dasar.per)
    hasil: list[tuple[Keputusan, _Putus | Refusal]] = []
    for satu in semua:
        try:
            with transaction.atomic():
                hasil.append((satu, _putuskan(satu, _dasar_dari(satu, dasar))))
        except Refusal as tolak:
            hasil.append((satu, tolak))
    selaraskan(per=dasar.per)
    jadi = []
    for satu, apa in hasil:
        if isinstance(apa, Refusal):
            jadi.append(HasilKeputusan(satu, tolak=apa))
            continue
        _catat(apa, _dasar_dari(satu, dasar))
        jadi.append(HasilKeputusan(satu, padanan=apa.baru))
    return jadi


@transaction.atomic
def akhiri_padanan(padanan_id: int, *, dasar: Dasar) -> Padanan:
    """Take a decision back: needs and holders are counted under their own name again."""
    kunci_padanan()
    padanan = (
        Padanan.objects.select_for_update(of=("self",)).with_names().filter(pk=padanan_id).first()
    )
    if padanan is None:
        raise Refusal("Padanan ini tidak ditemukan.", kode="padanan_tidak_dikenal")
    policies.akhiri.check(padanan, dasar.oleh, per=dasar.per, alasan=dasar.alasan)
    _tutup(padanan, dasar)
    formasi = 0
    if padanan.dari is not None:
        padanan.dari.padanan = None
        padanan.dari.save(update_fields=["padanan"])
        formasi = selaraskan(per=dasar.per)
    catat(
        tindakan.PADANAN_DIAKHIRI,
        _objek(padanan),
        oleh=dasar.oleh,
        alasan=dasar.alasan,
        sebelum=_isi(padanan),
        sesudah={"selesai": padanan.selesai, "formasi_terkena": formasi},
    )
    return padanan


@transaction.atomic
def kelompok(rumpun: str, *, oleh: Pengguna) -> Jabatan:
    """The JF of this family without jenjang, registered once; the family must be in force."""
    rows = Jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL, rumpun=rumpun)
    ada = rows.filter(kelompok=True).first()
    if ada is not None:
        return ada
    jenjang = rows.filter(aktif=True, di_luar_referensi=False).exclude(jenjang="")
    if not rumpun or not jenjang.exists():
        raise Refusal(f"Tidak ada JF “{rumpun}” di referensi yang berlaku.", kode="rumpun")
    siasn_id = id_kelompok(rumpun)
    baru = Jabatan.objects.create(
        siasn_id=siasn_id,
        kunci=siasn_id,
        nama=f"{rumpun} (semua jenjang)",
        jenis=JenisJabatan.FUNGSIONAL,
        rumpun=rumpun,
        kelompok=True,
    )
    catat(tindakan.KELOMPOK_DICATAT, baru, oleh=oleh, sesudah={"siasn_id": siasn_id})
    return baru


def id_kelompok(rumpun: str) -> str:
    """The id of a JF without jenjang; SIASN has none for it."""
    siasn_id = AWALAN_KELOMPOK + kunci_nama(rumpun)
    if len(siasn_id) > _MAKS_ID:
        sidik = hashlib.sha256(siasn_id.encode()).hexdigest()[:8]
        siasn_id = f"{siasn_id[: _MAKS_ID - 9]}-{sidik}"
    return siasn_id


def kunci_padanan() -> None:
    """One decision or import at a time: each moves what the others count."""
    list(Instansi.objects.select_for_update().order_by("pk").values_list("pk"))


class _Putus(NamedTuple):
    """A decision just written, and the one it ended."""

    baru: Padanan
    lama: Padanan | None


def _satu(keputusan: Keputusan, dasar: Dasar) -> Padanan:
    kunci_padanan()
    putus = _putuskan(keputusan, dasar)
    if keputusan.macam == MacamPadanan.JABATAN:
        _catat(putus, dasar, formasi_terkena=selaraskan(per=dasar.per))
    else:
        _catat(putus, dasar)
    return putus.baru


def _dasar_dari(satu: Keputusan, dasar: Dasar) -> Dasar:
    skor = dasar.skor if satu.skor is None else satu.skor
    return replace(dasar, skor=skor, alasan=satu.alasan or dasar.alasan)


def _putuskan(satu: Keputusan, dasar: Dasar) -> _Putus:
    """Check and write, without what follows from it."""
    policies.putuskan.check(dasar.oleh, per=dasar.per)
    if satu.macam == MacamPadanan.JABATAN:
        return _putuskan_jabatan(satu, dasar)
    if satu.macam == MacamPadanan.UNIT:
        return _putuskan_unit(satu, dasar)
    ke = None if satu.abaikan else _sasaran(satu, dasar)
    kunci = kunci_nama(str(satu.dari))
    policies.padankan_nama.check(ke, dasar.oleh, per=dasar.per, kunci=kunci, alasan=dasar.alasan)
    return _tulis_tertulis(satu, dasar, ke_jabatan=ke, abaikan=satu.abaikan)


def _putuskan_jabatan(satu: Keputusan, dasar: Dasar) -> _Putus:
    ke = None if satu.abaikan else _sasaran(satu, dasar)
    rows = Jabatan.objects.select_for_update(of=("self",)).select_related("padanan")
    kunci = [satu.dari, *([] if ke is None else [ke.pk])]
    terkunci = {j.pk: j for j in rows.filter(pk__in=kunci).order_by("pk")}
    dari = terkunci.get(int(satu.dari))
    if dari is None:
        raise Refusal("Jabatan ini tidak ditemukan.", kode="jabatan_tidak_dikenal")
    ke = None if ke is None else terkunci[ke.pk]
    policies.padankan_jabatan.check(dari, ke, dasar.oleh, per=dasar.per, alasan=dasar.alasan)
    lama = Padanan.objects.berlaku().filter(macam=MacamPadanan.JABATAN, dari=dari).first()
    isi = {"ke_jabatan": ke, "abaikan": satu.abaikan}
    _tolak_yang_sama(lama, **isi)
    _tutup(lama, dasar)
    padanan = _buka(MacamPadanan.JABATAN, dasar, dari=dari, **isi)
    dari.padanan = ke
    dari.save(update_fields=["padanan"])
    return _Putus(padanan, lama)


def _putuskan_unit(satu: Keputusan, dasar: Dasar) -> _Putus:
    ke = None if satu.abaikan else UnitKerja.objects.filter(pk=satu.ke_id or 0).first()
    if ke is None and not satu.abaikan:
        raise Refusal("Pilih unit sasarannya.", kode="tanpa_sasaran")
    kunci = kunci_nama(str(satu.dari))
    policies.padankan_unit.check(ke, dasar.oleh, per=dasar.per, kunci=kunci, alasan=dasar.alasan)
    return _tulis_tertulis(satu, dasar, ke_unit=ke, abaikan=satu.abaikan)


def _tulis_tertulis(satu: Keputusan, dasar: Dasar, **sasaran: Any) -> _Putus:
    teks = " ".join(str(satu.dari).split())[:_MAKS_TEKS]
    kunci = kunci_nama(str(satu.dari))[:_MAKS_TEKS]
    rows = Padanan.objects.berlaku().select_for_update(of=("self",))
    lama = rows.filter(macam=satu.macam, kunci=kunci).first()
    _tolak_yang_sama(lama, **sasaran)
    _tutup(lama, dasar)
    return _Putus(_buka(satu.macam, dasar, kunci=kunci, teks=teks, **sasaran), lama)


def _sasaran(satu: Keputusan, dasar: Dasar) -> Jabatan:
    if satu.rumpun:
        return kelompok(satu.rumpun, oleh=dasar.oleh)
    ke = Jabatan.objects.select_related("padanan").filter(pk=satu.ke_id or 0).first()
    if ke is None:
        raise Refusal("Pilih jabatan sasarannya.", kode="tanpa_sasaran")
    return ke


def _tolak_yang_sama(lama: Padanan | None, **sasaran: Any) -> None:
    if lama is not None and all(getattr(lama, nama) == isi for nama, isi in sasaran.items()):
        raise Refusal("Padanan itu sudah berlaku; tidak ada yang berubah.", kode="tidak_berubah")


def _tutup(padanan: Padanan | None, dasar: Dasar) -> None:
    if padanan is not None:
        # A decision dated later than the day of an import that replaces it ends when it began.
        padanan.selesai = max(dasar.per, padanan.mulai)
        padanan.save(update_fields=["selesai"])


def _buka(macam: MacamPadanan, dasar: Dasar, **isi: Any) -> Padanan:
    return Padanan.objects.create(
        macam=macam,
        skor=_skor(macam, dasar, isi),
        alasan=dasar.alasan.strip(),
        mulai=dasar.per,
        diputuskan_pada=timezone.now(),
        diputuskan_oleh=dasar.oleh,
        **isi,
    )


def _skor(macam: MacamPadanan, dasar: Dasar, isi: Mapping[str, Any]) -> int | None:
    """How alike the two names are, for whoever looks at the decision later."""
    if dasar.skor is not None or isi.get("abaikan"):
        return dasar.skor
    dari = isi["dari"].nama if "dari" in isi else isi["teks"]
    if macam == MacamPadanan.UNIT:
        return kemiripan_unit(dari, isi["ke_unit"].nama)
    ke = isi["ke_jabatan"]
    return kemiripan_jabatan(dari, ke.rumpun if ke.kelompok else ke.nama)


def _catat(putus: _Putus, dasar: Dasar, **akibat: int) -> None:
    catat(
        tindakan.PADANAN_DIPUTUSKAN,
        _objek(putus.baru),
        oleh=dasar.oleh,
        alasan=dasar.alasan,
        sebelum=None if putus.lama is None else _isi(putus.lama),
        sesudah={**_isi(putus.baru), **akibat},
    )


def _objek(padanan: Padanan) -> Objek:
    return Objek(Padanan._meta.label_lower, str(padanan.pk), str(padanan)[:255])


def _isi(padanan: Padanan) -> dict[str, Any]:
    return {
        "macam": padanan.macam,
        "dari": str(padanan.dari or padanan.teks),
        "ke": padanan.sasaran,
        "skor": padanan.skor,
    }

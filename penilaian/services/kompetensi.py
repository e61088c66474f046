"""Acts on the dictionary and on the standards of posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from jejak.catat import Objek, catat
from organisasi.models import Pengguna
from pegawai.models import Jabatan
from penilaian import tindakan_nilai as tindakan
from penilaian.models import JenisKompetensi, Kompetensi, StandarKompetensi
from penilaian.policies import kompetensi as policies
from toolkit.policy import WrongMoment


@transaction.atomic
def tambah_kompetensi(
    *, kode: str, nama: str, uraian: str, tingkat: Sequence[str], dasar: str, oleh: Pengguna,
    per: date,
) -> Kompetensi:  # fmt: skip
    """A technical competence of a sector or of this agency."""
    policies.kelola.check(oleh, per=per)
    satu = Kompetensi.objects.create(
        kode=kode, nama=nama, jenis=JenisKompetensi.TEKNIS, uraian=uraian, tingkat=list(tingkat),
        dasar=dasar,
    )  # fmt: skip
    catat(tindakan.KAMUS_DIUBAH, satu, oleh=oleh, sesudah=_isi(satu))
    return satu


@transaction.atomic
def ubah_kompetensi(
    pk: int, *, nama: str, uraian: str, tingkat: Sequence[str], dasar: str, aktif: bool,
    oleh: Pengguna, per: date,
) -> Kompetensi:  # fmt: skip
    """Correct an entry, or take it out of use; its code stays."""
    satu = Kompetensi.objects.select_for_update().get(pk=pk)
    policies.ubah_kompetensi.check(satu, oleh, per=per)
    sebelum = _isi(satu)
    satu.nama, satu.uraian, satu.tingkat = nama, uraian, list(tingkat)
    satu.dasar, satu.aktif = dasar, aktif
    satu.save(update_fields=["nama", "uraian", "tingkat", "dasar", "aktif"])
    catat(tindakan.KAMUS_DIUBAH, satu, oleh=oleh, sebelum=sebelum, sesudah=_isi(satu))
    return satu


def _isi(satu: Kompetensi) -> dict[str, object]:
    return {
        "kode": satu.kode, "nama": satu.nama, "uraian": satu.uraian, "tingkat": satu.tingkat,
        "dasar": satu.dasar, "aktif": satu.aktif,
    }  # fmt: skip


@dataclass(frozen=True)
class LangkahStandar:
    """What a level from a day on does: a row to correct, or one to end and a new one to write."""

    ubah: StandarKompetensi | None = None
    akhiri: StandarKompetensi | None = None
    baru: bool = True


def langkah_standar(
    lama: Iterable[StandarKompetensi], *, level: int, mulai: date
) -> LangkahStandar | None:
    """None when that level is already in force. ``policies.letak_standar`` is asked before."""
    lama = list(lama)
    hari_itu = next((satu for satu in lama if satu.mulai == mulai), None)
    if hari_itu is not None:
        return None if hari_itu.level == level else LangkahStandar(ubah=hari_itu, baru=False)
    terbuka = next((satu for satu in lama if satu.selesai is None), None)
    if terbuka is not None and terbuka.level == level:
        return None
    return LangkahStandar(akhiri=terbuka)


@transaction.atomic
def catat_standar(
    jabatan_id: int, *, kompetensi_id: int, level: int, mulai: date, dasar: str, oleh: Pengguna,
    per: date,
) -> StandarKompetensi:  # fmt: skip
    """The level this jabatan asks from a day on; the old one ends the day before."""
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan_id)
    kompetensi = Kompetensi.objects.get(pk=kompetensi_id, aktif=True)
    lama = list(
        StandarKompetensi.objects.select_for_update().filter(jabatan=jabatan, kompetensi=kompetensi)
    )
    policies.catat_standar.check(lama, mulai, oleh, per=per)
    langkah = langkah_standar(lama, level=level, mulai=mulai)
    if langkah is None:
        raise WrongMoment(f"{kompetensi.nama} sudah berstandar level {level}.")
    sebelum = langkah.ubah or langkah.akhiri
    level_lama = sebelum.level if sebelum else None
    satu = _tulis(langkah, jabatan, kompetensi, level, mulai, dasar)
    catat(
        tindakan.STANDAR_DICATAT, objek_standar(jabatan, kompetensi), oleh=oleh,
        sebelum={"level": level_lama} if level_lama else None,
        sesudah={"level": level, "mulai": mulai.isoformat(), "dasar": dasar},
    )  # fmt: skip
    return satu


def _tulis(
    langkah: LangkahStandar, jabatan: Jabatan, kompetensi: Kompetensi, level: int, mulai: date,
    dasar: str,
) -> StandarKompetensi:  # fmt: skip
    if langkah.ubah is not None:
        langkah.ubah.level, langkah.ubah.dasar = level, dasar
        langkah.ubah.save(update_fields=["level", "dasar"])
        return langkah.ubah
    if langkah.akhiri is not None:
        langkah.akhiri.selesai = mulai - timedelta(days=1)
        langkah.akhiri.save(update_fields=["selesai"])
    return StandarKompetensi.objects.create(
        jabatan=jabatan, kompetensi=kompetensi, level=level, mulai=mulai, dasar=dasar
    )


@transaction.atomic
def akhiri_standar(pk: int, *, selesai: date, oleh: Pengguna, per: date) -> StandarKompetensi:
    """The last day of a standard that gets no successor: the usual level holds again."""
    rows = StandarKompetensi.objects.select_for_update(of=("self",))
    satu = rows.select_related("jabatan", "kompetensi").get(pk=pk)
    policies.akhiri_standar.check(satu, selesai, oleh, per=per)
    satu.selesai = selesai
    satu.save(update_fields=["selesai"])
    catat(
        tindakan.STANDAR_DIAKHIRI, objek_standar(satu.jabatan, satu.kompetensi), oleh=oleh,
        sesudah={"level": satu.level, "sampai": selesai.isoformat()},
    )  # fmt: skip
    return satu


def objek_standar(jabatan: Jabatan, kompetensi: Kompetensi) -> Objek:
    """How the trail names a standard: by the jabatan, with the competence in words."""
    return Objek(Jabatan._meta.label_lower, str(jabatan.pk), f"{kompetensi.nama} · {jabatan.nama}")

"""Constants of law and holidays: only ever added, each from a day on and with its basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat
from organisasi import policies, tindakan
from organisasi.izin import Izin
from organisasi.kernel.tabel_besaran import (
    TABEL,
    Besaran,
    dasar_bersama,
    gabung,
    simpanan,
    urai,
)
from organisasi.models import HariLibur, NilaiKetentuan, Pengguna
from organisasi.selectors_ketentuan import nama_ketentuan
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class NilaiBaru:
    """What a constant shall be from a day on, and which regulation says so."""

    nilai: Any
    mulai: date
    dasar: str
    catatan: str = ""


@transaction.atomic
def tetapkan_ketentuan(kode: str, *, oleh: Pengguna, baru: NilaiBaru) -> NilaiKetentuan:
    """A new dated row; the old one stays what it was for the days before."""
    policies.ubah_ketentuan.check(oleh)
    if kode in TABEL:
        raise WrongMoment("Tabel besaran diisi lewat impor berkas.", kode="tabel_lewat_impor")
    rows = NilaiKetentuan.objects.select_for_update().filter(kode=kode)
    lama = rows.order_by("-mulai", "-pk").first()
    if lama is None:
        raise WrongMoment("Ketentuan itu tidak dikenal.", kode="tidak_dikenal")
    if not baru.dasar.strip():
        raise WrongMoment("Sebutkan dasar hukumnya.", kode="tanpa_dasar")
    if rows.filter(mulai=baru.mulai).exists():
        raise WrongMoment("Ketentuan ini sudah memiliki nilai yang mulai hari itu.", kode="ganda")
    if not sejenis(lama.nilai, baru.nilai):
        raise WrongMoment(f"Nilai harus berupa {sebutan(lama.nilai)}.", kode="jenis_nilai")
    baris = NilaiKetentuan.objects.create(
        kode=kode, nilai=baru.nilai, satuan=lama.satuan, mulai=baru.mulai, dasar=baru.dasar,
        catatan=baru.catatan, ditetapkan_pada=timezone.now(), ditetapkan_oleh=oleh,
    )  # fmt: skip
    objek = Objek(baris._meta.label_lower, str(baris.pk), nama_ketentuan(kode))
    catat(
        tindakan.KETENTUAN_DITETAPKAN, objek, oleh=oleh, alasan=baru.dasar,
        sebelum={"nilai": lama.nilai, "mulai": lama.mulai},
        sesudah={"nilai": baris.nilai, "mulai": baris.mulai},
    )  # fmt: skip
    return baris


JEJAK_TABEL_MAKS = 60  # lines a trace names one by one; the stored rows hold all of them


@transaction.atomic
def tetapkan_tabel(
    kode: str, *, oleh: Pengguna, mulai: date, besaran: Mapping[str, Besaran], catatan: str = ""
) -> NilaiKetentuan | None:
    """What a table of amounts says from a day on: what was in force, with ``besaran`` laid over it.

    A new row also where the day has one already: the newest of a day counts and the older stay to
    be read. The row in force where nothing would change. Open to the technical account, as every
    import is.
    """
    policies.mengimpor.check(Izin.KETENTUAN_UBAH, oleh)
    rows = NilaiKetentuan.objects.select_for_update().filter(kode=kode, mulai__lte=mulai)
    lama = rows.order_by("-mulai", "-pk").first()
    dulu = urai(lama.nilai if lama else None)
    isi = gabung(dulu, besaran)
    if isi == dulu:
        return lama
    baris = NilaiKetentuan.objects.create(
        kode=kode, nilai=simpanan(isi), satuan="rupiah per bulan", mulai=mulai,
        dasar=dasar_bersama(isi.values()), catatan=catatan, ditetapkan_pada=timezone.now(),
        ditetapkan_oleh=oleh,
    )  # fmt: skip
    beda = {k: satu for k, satu in isi.items() if satu != dulu.get(k)}
    objek = Objek(baris._meta.label_lower, str(baris.pk), nama_ketentuan(kode))
    catat(
        tindakan.KETENTUAN_DITETAPKAN, objek, oleh=oleh, alasan=baris.dasar,
        sebelum=_jejak(lama.mulai if lama else None, {k: dulu[k] for k in beda if k in dulu}),
        sesudah=_jejak(mulai, beda),
    )  # fmt: skip
    return baris


def _jejak(mulai: date | None, beda: Mapping[str, Besaran]) -> dict[str, Any]:
    """The lines that change, by name; only their number where a whole list comes at once."""
    isi: dict[str, Any] = {"mulai": mulai} if mulai else {}
    if len(beda) > JEJAK_TABEL_MAKS:
        return isi | {"banyaknya besaran": len(beda)}
    return isi | {satu.sebutan: satu.rupiah for satu in beda.values()}


def sejenis(lama: Any, baru: Any) -> bool:
    """Whether the new value has the shape of the old one (True is no number)."""
    if isinstance(lama, list):
        return (
            isinstance(baru, list)
            and bool(baru)
            and (not lama or all(sejenis(lama[0], satu) for satu in baru))
        )
    if isinstance(lama, dict):
        return (
            isinstance(baru, dict)
            and lama.keys() <= baru.keys()
            and all(sejenis(next(iter(lama.values())), satu) for satu in baru.values())
        )
    if isinstance(lama, bool) or isinstance(baru, bool):
        return isinstance(lama, bool) and isinstance(baru, bool)
    if isinstance(lama, int) and isinstance(baru, int):
        return baru >= 0 or lama < 0
    return type(lama) is type(baru)


def sebutan(nilai: Any) -> str:
    """What kind of value this is, in words."""
    if isinstance(nilai, bool):
        return "ya atau tidak"
    if isinstance(nilai, int):
        return "bilangan bulat, paling kecil 0"
    if isinstance(nilai, list):
        return "daftar yang dipisahkan koma"
    if isinstance(nilai, dict):
        nama = ", ".join(nilai)
        return f"pasangan 'nama: nilai' yang dipisahkan titik koma, lengkap untuk {nama}"
    return "teks"


def baca_nilai(contoh: Any, teks: str) -> Any:
    """What somebody typed, as a value of the same kind; the text itself when it cannot be one."""
    bersih = teks.strip()
    if isinstance(contoh, bool):
        return {"ya": True, "tidak": False}.get(bersih.casefold(), bersih)
    if isinstance(contoh, int):
        return int(bersih) if bersih.isascii() and bersih.isdecimal() else bersih
    if isinstance(contoh, list):
        bagian = [b.strip() for b in bersih.split(",") if b.strip()]
        return [baca_nilai(contoh[0], b) for b in bagian] if contoh else bagian
    if isinstance(contoh, dict):
        return _baca_pasangan(next(iter(contoh.values()), ""), bersih)
    return bersih


def _baca_pasangan(contoh: Any, teks: str) -> Any:
    """Pairs written as the page shows them: dokter: 1; bidan: 4.

    The text itself when a pair lacks its value or a name comes twice.
    """
    pasangan = {}
    bagian = [b for b in teks.split(";") if b.strip()]
    for satu in bagian:
        nama, ada, nilai = satu.rpartition(":")
        if not ada:
            return teks
        pasangan[nama.strip()] = baca_nilai(contoh, nilai)
    return pasangan if len(pasangan) == len(bagian) else teks


@transaction.atomic
def tambah_hari_libur(
    tanggal: date, *, nama: str, cuti_bersama: bool, dasar: str, oleh: Pengguna
) -> HariLibur:
    """A public holiday or joint leave day."""
    policies.ubah_ketentuan.check(oleh)
    if HariLibur.objects.filter(tanggal=tanggal).exists():
        raise WrongMoment("Tanggal itu sudah tercatat sebagai hari libur.", kode="ganda")
    baris = HariLibur.objects.create(
        tanggal=tanggal, nama=nama, cuti_bersama=cuti_bersama, dasar=dasar
    )
    catat(tindakan.LIBUR_DITAMBAH, baris, oleh=oleh, alasan=dasar,
          sesudah={"tanggal": tanggal, "nama": nama, "cuti_bersama": cuti_bersama})  # fmt: skip
    return baris

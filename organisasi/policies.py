"""Who may do what with offices, roles and files, and why not."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from organisasi.izin import (
    IZIN_IMPOR_BERBATAS,
    PELIMPAHAN_PUNCAK,
    PERAN_SEINSTANSI,
    Izin,
    Peran,
)
from organisasi.izin_rangkap import RANGKAP_TERLARANG
from organisasi.models import (
    Disposisi,
    Jangkauan,
    Pengguna,
    PenugasanPeran,
    SifatPeran,
    UnitKerja,
)
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day ``bulan`` months later (or earlier), or the last one of a shorter month."""
    tahun, sisa = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    akhir = calendar.monthrange(tahun, sisa + 1)[1]
    return date(tahun, sisa + 1, min(hari.day, akhir))


@Policy
def mengimpor(izin: Izin, pengguna: Pengguna) -> Iterator[NotAllowed]:
    """Bring a file into the register: the right over the whole agency, for a file knows no borders.

    Except kinds that refuse each row out of reach (``IZIN_IMPOR_BERBATAS``): a coordinator brings
    his own branch. The technical account acts from the command line only; it cannot log in.
    """
    if pengguna.teknis:
        return
    jangkauan = Jangkauan.milik(pengguna, izin)
    if izin in IZIN_IMPOR_BERBATAS:
        if jangkauan.kosong:
            yield NotAllowed("Anda tidak berhak mengimpor berkas ini.")
    elif not jangkauan.semua:
        yield NotAllowed("Anda tidak berhak mengimpor berkas ini untuk seluruh instansi.")


# --- accounts ------------------------------------------------------------------------------------
def _berhak(izin: Izin, pengguna: Pengguna, kalimat: str) -> Iterator[Refusal]:
    if Jangkauan.milik(pengguna, izin).kosong:
        yield NotAllowed(kalimat)


def _izin_hari_ini(pengguna: Pengguna) -> frozenset[Izin]:
    rows = PenugasanPeran.objects.filter(pengguna=pengguna).aktif(timezone.localdate())
    return frozenset(izin for row in rows for izin in row.izin)


def _admin_terakhir(akun: Pengguna) -> bool:
    """Whether without this account nobody could give roles any more."""
    lain = PenugasanPeran.objects.filter(
        peran=Peran.ADMIN_SISTEM, sifat=SifatPeran.TETAP, selesai__isnull=True,
        pengguna__is_active=True,
    ).exclude(pengguna=akun)  # fmt: skip
    per = timezone.localdate()
    milik = akun.penugasan.filter(peran=Peran.ADMIN_SISTEM).aktif(per)
    return milik.exists() and not lain.aktif(per).exists()


TERAKHIR = "Ini admin sistem terakhir. Beri peran itu kepada orang lain terlebih dahulu."


@Policy
def buat_pengguna(pengguna: Pengguna) -> Iterator[Refusal]:
    """Make an account. The technical account does it from the command line."""
    if not pengguna.teknis:
        yield from _berhak(Izin.PENGGUNA_KELOLA, pengguna, "Anda tidak berhak membuat akun.")


@Policy
def siapkan_akun(unit: Iterable[UnitKerja | None], pengguna: Pengguna) -> Iterator[Refusal]:
    """Make powerless accounts for employees of these units, to hand slips over."""
    reach = Jangkauan.milik(pengguna, Izin.AKTIVASI_CETAK, per=timezone.localdate())
    if pengguna.teknis:
        return
    if reach.kosong:
        yield NotAllowed("Anda tidak berhak menyiapkan akun pegawai.")
    elif not all(reach.memuat(u.kiri if u else None) for u in unit):
        yield OutOfReach()


@Policy
def nonaktifkan_pengguna(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Close somebody else's account."""
    yield from _berhak(Izin.PENGGUNA_KELOLA, pengguna, "Anda tidak berhak menonaktifkan akun.")
    if akun.pk == pengguna.pk:
        yield NotYours("Anda tidak dapat menonaktifkan akun sendiri. Minta admin lain.")
    if akun.teknis:
        yield "Akun teknis tidak dapat dinonaktifkan: ia memang tidak dapat dipakai masuk."
    elif not akun.is_active:
        yield "Akun ini sudah nonaktif."
    elif _admin_terakhir(akun):
        yield TERAKHIR


@Policy
def aktifkan_pengguna(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Open a closed account again."""
    yield from _berhak(Izin.PENGGUNA_KELOLA, pengguna, "Anda tidak berhak mengaktifkan akun.")
    if akun.teknis:
        yield "Akun teknis tidak dapat dipakai masuk."
    elif akun.is_active:
        yield "Akun ini sudah aktif."


@Policy
def lepas_totp(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Take the second factor off somebody else's account."""
    yield from _berhak(
        Izin.PENGGUNA_KELOLA, pengguna, "Anda tidak berhak melepas kode dua langkah orang lain."
    )
    if akun.pk == pengguna.pk:
        yield NotYours("Kode dua langkah sendiri diatur di halaman Akun saya.")
    if not akun.authenticator_set.exists():  # type: ignore[attr-defined]
        yield "Akun ini tidak memakai kode dua langkah."


# --- slips ---------------------------------------------------------------------------------------
@Policy
def cetak_slip(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Print the slip with which somebody sets his first password."""
    yield from _urusan_slip(akun, pengguna)
    if akun.has_usable_password():
        yield "Akun ini sudah memiliki sandi. Pakai atur ulang dengan tatap muka."


@Policy
def atur_ulang(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Print a slip that replaces a password, face to face."""
    yield from _urusan_slip(akun, pengguna)


def _urusan_slip(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    per = timezone.localdate()
    reach = Jangkauan.milik(pengguna, Izin.AKTIVASI_CETAK, per=per)
    if reach.kosong:
        yield NotAllowed("Anda tidak berhak mencetak slip aktivasi.")
        return
    terjangkau = Pengguna.objects.for_user(pengguna, Izin.AKTIVASI_CETAK, per=per)
    if not reach.semua and not terjangkau.contains(akun):
        yield OutOfReach()
        return
    if akun.pk == pengguna.pk:
        yield NotYours("Slip untuk diri sendiri dicetak oleh orang lain.")
    # Else whoever prints slips for one office could enter as somebody who sees more than he does.
    if not reach.semua and any(
        p.peran in PERAN_SEINSTANSI or (p.peran != Peran.PEGAWAI and not _di_dalam(p, reach))
        for p in akun.penugasan.belum_berakhir(per).with_unit()
    ):
        yield NotAllowed("Akun ini memegang peran penting; slipnya dicetak oleh admin sistem.")
    if akun.teknis or not akun.is_active:
        yield "Akun ini nonaktif."


def _di_dalam(tugas: PenugasanPeran, reach: Jangkauan) -> bool:
    return reach.memuat(tugas.unit.kiri if tugas.unit else None)


# --- roles ---------------------------------------------------------------------------------------
@Policy
def beri_peran(akun: Pengguna, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Give a role to somebody else."""
    yield from _berhak(Izin.PERAN_BERI, pengguna, "Anda tidak berhak memberi peran.")
    if akun.pk == pengguna.pk:
        yield NotYours("Tidak seorang pun memberi peran kepada dirinya sendiri.")
    if akun.teknis or not akun.is_active:
        yield "Akun ini nonaktif."


@Policy
def cabut_peran(tugas: PenugasanPeran, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Take a role from somebody else; who handed a role on may take that back."""
    pelimpah = tugas.mewakili_id is not None and tugas.diberikan_oleh_id == pengguna.pk
    if not pelimpah:
        yield from _berhak(Izin.PERAN_BERI, pengguna, "Anda tidak berhak mencabut peran.")
    if tugas.pengguna_id == pengguna.pk:
        yield NotYours("Peran sendiri dicabut oleh orang lain.")
    if tugas.selesai is not None and tugas.selesai <= max(per, tugas.mulai):
        yield "Peran ini sudah berakhir."
    elif tugas.peran == Peran.ADMIN_SISTEM and _admin_terakhir(tugas.pengguna):
        yield TERAKHIR


@Policy
def peran_sah(
    akun: Pengguna, peran: str, unit: UnitKerja | None, *, mulai: date, selesai: date | None
) -> Iterator[str]:
    """Whether this person may hold this role over this unit at all."""
    if selesai is not None and selesai <= mulai:
        yield "Tanggal akhir harus sesudah tanggal mulai."
    if peran in PERAN_SEINSTANSI and unit is not None and unit.kiri != 1:
        yield f"Peran {Peran(peran).label} selalu untuk seluruh instansi; kosongkan unitnya."
    if peran not in PERAN_SEINSTANSI and unit is None:
        yield f"Peran {Peran(peran).label} memerlukan unit kerja."
    lain = list(akun.penugasan.beririsan(mulai, selesai))
    if any(p.peran == peran and p.unit_id == (unit.pk if unit else None) for p in lain):
        yield "Orang ini sudah memegang peran yang sama pada masa itu."
    for satu in lain:
        if frozenset({Peran(satu.peran), Peran(peran)}) in RANGKAP_TERLARANG:
            yield (
                f"{akun.nama} memegang peran {satu.get_peran_display()}. Peran itu tidak boleh "
                f"dirangkap dengan {Peran(peran).label}, karena yang satu mengawasi yang lain."
            )


@Policy
def limpahkan(
    tugas: PenugasanPeran, akun: Pengguna, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Hand a role on to somebody for a while (Plt./Plh.): one's own, or that of an office below."""
    yield from boleh_melimpahkan.refusals(tugas, pengguna, per=per)
    if akun.pk == pengguna.pk:
        yield NotYours("Wewenang tidak dilimpahkan kepada diri sendiri.")
    elif akun.pk == tugas.pengguna_id:
        yield "Orang ini sendiri pemegang perannya."
    if akun.teknis or not akun.is_active:
        yield "Akun penerima nonaktif."


@Policy
def boleh_melimpahkan(
    tugas: PenugasanPeran, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Whether this role can be handed on by this person, to whomever."""
    reach = Jangkauan.milik(pengguna, Izin.PELIMPAHAN_BERI, per=per)
    if not (reach.semua or (tugas.unit is not None and reach.memuat(tugas.unit.kiri))):
        yield NotAllowed("Anda tidak berhak melimpahkan wewenang.")
    elif tugas.pengguna_id != pengguna.pk:
        # What one holds as Plt. or Plh. counts for nothing here: it is not handed on.
        tetap = list(pengguna.penugasan.filter(sifat=SifatPeran.TETAP).aktif(per))
        if Peran(tugas.peran) in PELIMPAHAN_PUNCAK and not {
            Peran(p.peran) for p in tetap
        }.intersection(PELIMPAHAN_PUNCAK):
            yield NotAllowed("Wewenang PPK dan PyB hanya dilimpahkan oleh pejabatnya sendiri.")
        elif not tugas.izin <= {izin for p in tetap for izin in p.izin}:
            yield NotAllowed("Anda hanya dapat melimpahkan wewenang yang juga ada pada Anda.")
    if tugas.sifat != SifatPeran.TETAP:
        yield "Wewenang yang diterima sebagai Plt./Plh. tidak dapat dilimpahkan lagi."
    elif not tugas.aktif_pada(per):
        yield "Peran ini tidak sedang berlaku."


@Policy
def masa_pelimpahan(
    tugas: PenugasanPeran, akun: Pengguna, mulai: date, selesai: date, *, maks_bulan: int
) -> Iterator[str]:
    """How long and how often: at most ``maks_bulan`` at a time, extended once."""
    if selesai > tambah_bulan(mulai, maks_bulan):
        yield f"Plt./Plh. paling lama {maks_bulan} bulan setiap kali, dengan satu perpanjangan."
    if tugas.selesai is not None and selesai > tugas.selesai:
        yield "Pelimpahan tidak dapat melewati akhir peran yang dilimpahkan."
    if _sambung(tugas, akun, mulai) > 1:
        yield "Pelimpahan ini sudah diperpanjang satu kali; tunjuk orang lain atau pejabat tetap."


def _sambung(tugas: PenugasanPeran, akun: Pengguna, mulai: date) -> int:
    """How many earlier periods lead to this one without a real pause (a week or more)."""
    jumlah = 0
    lama = tugas.pelimpahan.filter(pengguna=akun, mulai__lt=mulai).exclude(selesai=F("mulai"))
    for satu in lama.order_by("-mulai"):
        if satu.selesai is None or satu.selesai + timedelta(days=7) < mulai:
            break
        jumlah, mulai = jumlah + 1, satu.mulai
    return jumlah


# --- dispositions, constants, the trail ----------------------------------------------------------
@Policy
def catat_disposisi(pengguna: Pengguna) -> Iterator[Refusal]:
    """Record what an official decided on paper."""
    yield from _berhak(Izin.DISPOSISI_CATAT, pengguna, "Anda tidak berhak mencatat disposisi.")


@Policy
def sahkan_disposisi(disposisi: Disposisi, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Confirm, as a second person, that the record says what the scan says."""
    yield from _berhak(Izin.DISPOSISI_SAHKAN, pengguna, "Anda tidak berhak mengesahkan disposisi.")
    if disposisi.dicatat_oleh_id == pengguna.pk:
        yield NotYours("Pengesah disposisi harus orang lain dari pencatatnya.")
    if disposisi.disahkan_pada is not None:
        yield "Disposisi ini sudah disahkan."


@Policy
def lihat_disposisi(pengguna: Pengguna) -> Iterator[Refusal]:
    """Read the records and their scans."""
    if not _izin_hari_ini(pengguna) & {Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN}:
        yield NotAllowed("Anda tidak berhak melihat disposisi.")


@Policy
def ubah_ketentuan(pengguna: Pengguna) -> Iterator[Refusal]:
    """Set a constant of law or a holiday."""
    yield from _berhak(Izin.KETENTUAN_UBAH, pengguna, "Anda tidak berhak menetapkan ketentuan.")


@Policy
def memegang(izin: Izin, pengguna: Pengguna) -> Iterator[Refusal]:
    """Open a page that belongs to one right."""
    yield from _berhak(izin, pengguna, f"Halaman ini memerlukan hak: {izin.label.lower()}.")

"""Reads that every page needs: the agency, the rights of this person, what he must do first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery
from django.utils import timezone

from organisasi.izin import Izin, Peran
from organisasi.kernel.tabel_besaran import TABEL, Besaran, urai
from organisasi.models import (
    HariLibur,
    Instansi,
    Jangkauan,
    NilaiKetentuan,
    Pemberitahuan,
    Pengguna,
    PenugasanPeran,
)
from toolkit.sekali import ingat


@dataclass(frozen=True)
class Hak:
    """What a person holds today, summed over all roles (over whichever unit)."""

    peran: tuple[PenugasanPeran, ...]
    izin: frozenset[Izin]
    punya_berkas: bool

    @property
    def bertotp(self) -> bool:
        """Whether any role demands a second factor."""
        return any(p.bertotp for p in self.peran)


def instansi() -> Instansi | None:
    """The agency, or None in an office that was not set up yet."""
    return Instansi.objects.first()


def kantor_kosong() -> bool:
    """Whether nobody has opened this office yet: no account of a person.

    An agency may be there already: the first hierarchy imported on the command line names it.
    """
    return not Pengguna.objects.orang().exists()


def hak(pengguna: Any) -> Hak:
    """One query per request, remembered on the user object."""
    if not pengguna.is_authenticated:
        return Hak(peran=(), izin=frozenset(), punya_berkas=False)
    if not hasattr(pengguna, "_hak"):
        per = timezone.localdate()
        rows = tuple(PenugasanPeran.objects.filter(pengguna=pengguna).aktif(per).with_unit())
        Jangkauan.ingat(pengguna, rows, per=per)
        held: set[Izin] = set()
        for row in rows:
            held |= row.izin
        pengguna._hak = Hak(
            peran=rows,
            izin=frozenset(held),
            punya_berkas=any(row.peran == Peran.PEGAWAI for row in rows),
        )
    found: Hak = pengguna._hak
    return found


def belum_dibaca(pengguna: Any) -> int:
    """Unread messages, counted up to 100."""
    rows = Pemberitahuan.objects.filter(untuk=pengguna, dibaca_pada__isnull=True)
    return rows.order_by()[:100].count()


# Where one may always be: leaving, a new password, a second factor, health, public pages.
_BEBAS = (
    "account_",
    "mfa_",
    "sehat",
    "organisasi:aktivasi",
    "organisasi:kantor-baru",
    "organisasi:akar",
    "openid_connect",
)


def langkah_pertama(pengguna: Any, nama_url: str) -> tuple[str, str] | None:
    """(url name, sentence) of what must be done before anything else, or None."""
    if not pengguna.is_authenticated:
        kosong = nama_url in ("beranda", "account_login") and kantor_kosong()
        return ("organisasi:kantor-baru", "") if kosong else None
    if nama_url.startswith(_BEBAS):
        return None
    if pengguna.wajib_ganti_sandi:
        return "account_change_password", "Ganti sandi sementara Anda terlebih dahulu."
    if hak(pengguna).bertotp and not _punya_totp(pengguna):
        return (
            "mfa_activate_totp",
            "Peran Anda mewajibkan kode dua langkah. Pasang aplikasi pembuat kode terlebih dahulu.",
        )
    return None


def _punya_totp(pengguna: Any) -> bool:
    from allauth.mfa.utils import is_mfa_enabled

    if not hasattr(pengguna, "_totp"):
        pengguna._instansi = agency = instansi()
        # In a demonstration database the accounts are public anyway; a code would only hinder.
        pengguna._totp = bool(agency and agency.peragaan) or is_mfa_enabled(pengguna)
    found: bool = pengguna._totp
    return found


class KetentuanTidakAda(LookupError):  # noqa: N818
    """A constant without a value on the day: an error, never a zero."""


def nilai_ketentuan(kode: str, *, per: date) -> Any:
    """The value of a constant of law in force on the day."""
    baris = NilaiKetentuan.objects.berlaku(per).filter(kode=kode).first()
    if baris is None:
        raise KetentuanTidakAda(
            f"Ketentuan '{kode}' belum mempunyai nilai yang berlaku pada {per:%d-%m-%Y}. "
            "Tetapkan nilainya di menu Ketentuan."
        )
    return baris.nilai


def semua_ketentuan(*, per: date) -> dict[str, Any]:
    """Every constant in force on the day but the tables of amounts, in one query."""
    rows = NilaiKetentuan.objects.berlaku(per).exclude(kode__in=TABEL)
    return dict(rows.values_list("kode", "nilai"))


def nilai_berlaku(*, per: date) -> tuple[dict[str, Any], dict[str, str]]:
    """As ``semua_ketentuan``, and the texts they stand on."""
    return ingat(("nilai_berlaku", per), lambda: _nilai_berlaku(per))


def _nilai_berlaku(per: date) -> tuple[dict[str, Any], dict[str, str]]:
    berlaku = NilaiKetentuan.objects.berlaku(per).exclude(kode__in=TABEL)
    rows = list(berlaku.values_list("kode", "nilai", "dasar"))
    return {kode: nilai for kode, nilai, _ in rows}, {kode: dasar for kode, _, dasar in rows}


def tabel_besaran(*, per: date) -> dict[str, dict[str, Besaran]]:
    """Every table of amounts in force on the day by its code; hundreds of lines, hence apart."""
    return ingat(("tabel_besaran", per), lambda: _tabel_besaran(per))


def _tabel_besaran(per: date) -> dict[str, dict[str, Besaran]]:
    rows = NilaiKetentuan.objects.berlaku(per).filter(kode__in=TABEL)
    return {kode: urai(nilai) for kode, nilai in rows.values_list("kode", "nilai")}


def libur(sejak: date | None = None) -> frozenset[date]:
    """Public holidays and joint leave, from the day on if given: no office is open on either."""
    rows = (
        HariLibur.objects.all() if sejak is None else HariLibur.objects.filter(tanggal__gte=sejak)
    )
    return ingat(("libur", sejak), lambda: frozenset(rows.values_list("tanggal", flat=True)))


BATAS_CACAH = 1000


class Cacah(Subquery):
    """How many rows a (cut) question has, as one value of another question."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) terbatas)"
    output_field = IntegerField()


def cacah(user: Any, semua: Sequence[QuerySet[Any]], *, batas: int = BATAS_CACAH) -> list[int]:
    """Count all in one question, none beyond one more than ``batas``."""
    if not semua:
        return []
    nilai = [Cacah(rows.order_by().values("pk")[: batas + 1]) for rows in semua]
    return list(Pengguna.objects.filter(pk=user.pk).values_list(*nilai).get())

"""Pengguna: who may enter. What he may do is said by his roles alone."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from jejak.catat import Pelaku
from organisasi.izin import Peran
from organisasi.models.penugasan import Jangkauan, PenugasanPeran

TEKNIS = "sistem"


class PenggunaQuerySet(models.QuerySet["Pengguna"]):
    """Words of the domain about accounts."""

    def orang(self) -> Self:
        """Without the technical account."""
        return self.filter(teknis=False)

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Accounts of people whose office (the unit of their role as employee) is within reach."""
        reach = Jangkauan.milik(pengguna, izin, per=per)
        if reach.semua:
            return self.orang()
        pegawai = PenugasanPeran.objects.filter(peran=Peran.PEGAWAI).aktif(per)
        return self.orang().filter(pk__in=reach.saring(pegawai).values("pengguna"))

    def tanpa_sandi(self) -> Self:
        """Those who cannot come in yet: no password was ever set."""
        return self.filter(**{"password__startswith": UNUSABLE_PASSWORD_PREFIX})

    def bersandi(self) -> Self:
        """Those who have set a password."""
        return self.exclude(**{"password__startswith": UNUSABLE_PASSWORD_PREFIX})

    def locked(self, pk: int) -> Pengguna:
        """The row, held until the end of the transaction."""
        return self.select_for_update().get(pk=pk)


class PenggunaManager(BaseUserManager.from_queryset(PenggunaQuerySet)):  # type: ignore[misc]
    """Looks users up; accounts are made by acts, not here."""

    def get_by_natural_key(self, username: str | None) -> Pengguna:
        """The login name is a NIP typed with or without blanks, or a name in any case."""
        return self.get(nama_pengguna=self.model.normalize_username(username or ""))

    def create_user(self, nama_pengguna: str, password: str | None = None, **more: Any) -> Pengguna:
        """A bare account, for the demonstration, the bootstrap page and tests."""
        pengguna = self.model(nama_pengguna=self.model.normalize_username(nama_pengguna), **more)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna


class Pengguna(AbstractBaseUser):
    """An account. Civil servants log in with their NIP; there is no superuser."""

    nama_pengguna = models.CharField(
        "NIP atau nama pengguna",
        max_length=64,
        unique=True,
        validators=[
            RegexValidator(
                r"^[0-9a-z_.\-]+$",
                "Nama pengguna hanya memuat angka, huruf kecil, titik, dan garis.",
            )
        ],
    )
    nama = models.CharField("nama", max_length=255)
    email = models.EmailField("surel", blank=True)
    is_active = models.BooleanField("aktif", default=True)
    teknis = models.BooleanField("akun teknis", default=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    wajib_ganti_sandi = models.BooleanField(default=False)
    # Counts how often all sessions of this account were ended; part of what a session is tied to.
    putaran_sesi = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "nama_pengguna"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["nama"]

    objects = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama

    @classmethod
    def normalize_username(cls, username: str) -> str:  # type: ignore[override]
        """NIP without blanks, names in lower case."""
        return "".join(super().normalize_username(username).split()).lower()

    def get_full_name(self) -> str:
        """Asked by Django's own pages."""
        return self.nama

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session dies with the password it was opened under, and when all sessions are ended."""
        value = f"{self.password}:{self.putaran_sesi}"
        return salted_hmac(
            "organisasi.Pengguna.sesi", value, secret=secret, algorithm="sha256"
        ).hexdigest()

    @property
    def id_pelaku(self) -> str:
        """The id under which the trail knows this account; never the NIP."""
        return self.nama_pengguna if self.teknis else f"pengguna:{self.pk}"

    def sebagai_pelaku(self) -> Pelaku:
        """How the trail names this user now: id (never the NIP), name, roles, office.

        Remembered on the object: one request or one command acts with the roles it began with.
        """
        if "_pelaku" not in self.__dict__:
            peran = [] if self.teknis else self._peran_kini()
            self._pelaku = Pelaku(
                id=self.id_pelaku,
                nama=self.nama,
                peran="; ".join(str(p) for p in peran) or ("akun teknis" if self.teknis else ""),
                unit=next((p.unit.nama for p in peran if p.unit), ""),
            )
        return self._pelaku

    def _peran_kini(self) -> list[PenugasanPeran]:
        """Today's roles; those the menu of this request has read already are not read again."""
        if "_hak" in self.__dict__:
            return list(self.__dict__["_hak"].peran)
        return list(self.penugasan.aktif(timezone.localdate()).with_unit())

"""A small office with two OPD, a few people and those who may look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai
from pegawai.services.turunan import segarkan_kata
from tests.factories import organisasi, pegawai


@dataclass(frozen=True)
class Dunia:
    """Units, posts, people, and two users: one over everything, one over Dinas Pendidikan."""

    unit: dict[str, UnitKerja]
    guru: Formasi
    analis: Formasi
    siti: Pegawai
    budi: Pegawai
    kabid: Pengguna
    operator: Pengguna


def dunia() -> Dunia:
    """Siti teaches at SD 1 (Dinas Pendidikan); Budi is an analyst at the BKD."""
    unit = organisasi.kabupaten()
    guru = pegawai.formasi(unit["sd1"], pegawai.jabatan("Guru Ahli Pertama", rumpun="Guru"))
    analis = pegawai.formasi(
        unit["bidang"], pegawai.jabatan("Analis SDM Aparatur Ahli Muda", rumpun="Analis SDM")
    )
    siti = pegawai.pegawai("SITI NUR'AINI", post=guru)
    budi = pegawai.pegawai("BUDI SANTOSO", post=analis)
    segarkan_kata(None)
    kabid = organisasi.pengguna(Peran.KABID_MUTASI, nama="Kepala Bidang")
    operator = organisasi.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator Disdik")
    return Dunia(unit, guru, analis, siti, budi, kabid, operator)


def masuk(client: Client, pengguna: Pengguna) -> Client:
    """The client with this user logged in."""
    client.force_login(pengguna)
    return client


def teks(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())

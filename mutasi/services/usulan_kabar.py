"""Messages of the road. The title goes out by mail: it names no person and no case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.urls import reverse

from mutasi.models import UsulanMutasi
from organisasi.models import Pemberitahuan, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu_banyak


def tautan(usulan: UsulanMutasi) -> str:
    """Where the case stands."""
    return reverse("mutasi:usulan-rincian", args=[usulan.pk])


def kabari(
    usulan: UsulanMutasi, penerima: Iterable[int | None], perihal: str, judul: str, isi: str = ""
) -> None:
    """Queue one message each, once per matter and version; never to whom the case concerns."""
    akun = {pk for pk in penerima if pk is not None} - {usulan.pegawai.pengguna_id}
    beri_tahu_banyak(
        sorted(akun), kunci=f"usulan-{perihal}:{usulan.pk}:{usulan.versi}", judul=judul,
        isi=isi, tautan=tautan(usulan),
    )  # fmt: skip


def kabari_meja(usulan: UsulanMutasi, izin: str, perihal: str, judul: str, *, per: date) -> None:
    """Tell a desk that cases of this file wait for it: once a day, however many they are."""
    kunci = f"berkas-{perihal}:{usulan.berkas_id}:{per}"
    if Pemberitahuan.objects.filter(kunci__startswith=kunci).exists():
        return
    beri_tahu_banyak(
        pemegang(usulan, izin, per=per), kunci=kunci, judul=judul,
        tautan=reverse("mutasi:meja"),
    )  # fmt: skip


def kabari_kepala(
    usulan: UsulanMutasi, unit: int, batas: date, cari: Callable[[], list[int]], isi: str
) -> None:
    """Tell the head of an office that cases of this file wait for his review: once per limit."""
    kunci = f"berkas-telaah:{usulan.berkas_id}:{unit}:{batas}"
    if Pemberitahuan.objects.filter(kunci__startswith=kunci).exists():
        return
    beri_tahu_banyak(
        cari(), kunci=kunci, judul="Ada usulan yang menunggu telaah Anda", isi=isi,
        tautan=reverse("mutasi:telaah"),
    )  # fmt: skip


def kabari_pegawai(usulan: UsulanMutasi, perihal: str, judul: str, isi: str = "") -> None:
    """To whom the case concerns, if he has an account."""
    if usulan.pegawai.pengguna_id is not None:
        beri_tahu_banyak(
            [usulan.pegawai.pengguna_id], kunci=f"usulan-{perihal}:{usulan.pk}:{usulan.versi}",
            judul=judul, isi=isi, tautan=reverse("mutasi:usulan-saya-rincian", args=[usulan.pk]),
        )  # fmt: skip


def pemegang(usulan: UsulanMutasi, izin: str, *, per: date) -> list[int]:
    """Accounts that hold the right over the whole agency and see the case now."""
    rows = (
        PenugasanPeran.objects.aktif(per)
        .memberi(izin)
        .filter(pengguna__is_active=True, unit__isnull=True)
        .exclude(pengguna=usulan.pegawai.pengguna_id or 0)
        .select_related("pengguna")
        .order_by("pk")
    )
    akun = {satu.pengguna_id: satu.pengguna for satu in rows}
    return [
        pk for pk, satu in akun.items()
        if UsulanMutasi.objects.for_user(satu, per=per).filter(pk=usulan.pk).exists()
    ]  # fmt: skip

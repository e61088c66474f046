"""The two offices say what they think of a move; silence lets it go on, marked.

Who answers when the case is about the head himself: the head of the office above; for the head of
an OPD, PyB (``policies.telaah``).
"""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from jejak.catat import catat
from mutasi.alur import Aksi, Gerbang, StatusUsulan
from mutasi.models import JawabanTelaah, SisiTelaah, TelaahUnit, UsulanMutasi
from mutasi.policies import telaah as policies
from mutasi.policies.jalan import bukan_saatnya
from mutasi.policies.usulan import unit_kerja
from mutasi.services import jalan
from mutasi.services.usulan_kabar import kabari_kepala, kabari_meja, pemegang
from mutasi.tindakan_jalan import TELAAH_DIJAWAB
from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from organisasi.models.pengguna import TEKNIS
from penilaian.kernel.kata import tanggal
from toolkit.policy import OutOfReach, Refusal, WrongMoment


def minta_telaah(usulan: UsulanMutasi, *, batas: date, per: date) -> list[TelaahUnit]:
    """Ask the giving and the receiving office, once if they are the same; tell their heads.

    Part of the act that passes the case on.
    """
    asal, tujuan = unit_kerja(usulan.dari), unit_kerja(usulan.ke)
    sisi = {SisiTelaah.ASAL: asal, SisiTelaah.TUJUAN: tujuan}
    if asal is not None and tujuan is not None and asal.pk == tujuan.pk:
        del sisi[SisiTelaah.TUJUAN]
    rows = [
        TelaahUnit.objects.create(
            usulan=usulan, sisi=satu, unit=unit, versi=usulan.versi, batas=batas
        )
        for satu, unit in sisi.items()
        if unit is not None
    ]
    if not rows:
        raise WrongMoment("Tidak ada unit asal atau tujuan yang dapat menelaah.", kode="tanpa_unit")
    for baris in rows:
        cari = partial(_penelaah, usulan, baris.unit, per=per)
        isi = f"Jawab paling lambat {tanggal(batas)}."
        kabari_kepala(usulan, baris.unit_id, batas, cari, isi)
    return rows


def _penelaah(usulan: UsulanMutasi, unit: UnitKerja, *, per: date) -> list[int]:
    """The nearest head who is not whom the case concerns; without one, PyB."""
    akun = policies.kepala(unit, per=per, kecuali=usulan.pegawai.pengguna_id)[:1]
    return akun or pemegang(usulan, Izin.USULAN_SETUJUI_PYB, per=per)


@transaction.atomic
def jawab_telaah(
    telaah_id: int, *, oleh: Pengguna, per: date, setuju: bool, alasan: str = ""
) -> TelaahUnit:
    """Answer for an office; with the last open answer the case moves on.

    An objection needs its reason and goes with the case to the TPK; it stops nothing.
    """
    milik = TelaahUnit.objects.filter(pk=telaah_id).values_list("usulan", flat=True).first()
    if milik is None:
        raise OutOfReach
    usulan = jalan.mulai(milik, Aksi.TELAAH, oleh=oleh, per=per)
    baris = TelaahUnit.objects.select_related("unit").get(pk=telaah_id)
    baris.usulan = usulan
    policies.jawab_telaah.check(baris, oleh, per=per)
    if not setuju and not alasan.strip():
        raise Refusal("Tulis alasan keberatan unit.", kode="tanpa_alasan")
    baris.jawaban = JawabanTelaah.SETUJU if setuju else JawabanTelaah.KEBERATAN
    baris.alasan = alasan.strip()
    baris.dijawab_pada, baris.dijawab_oleh = timezone.now(), oleh
    baris.save(update_fields=["jawaban", "alasan", "dijawab_pada", "dijawab_oleh"])
    catat(
        TELAAH_DIJAWAB, usulan, oleh=oleh,
        sesudah={"sisi": baris.sisi, "jawaban": baris.jawaban},
    )  # fmt: skip
    if not _terbuka(usulan).exists():
        _maju(usulan, oleh=oleh, per=per)
    return baris


@transaction.atomic
def lewati_telaah(usulan_id: UUID, *, per: date) -> UsulanMutasi:
    """After the limit the case goes on without the missing answers, which are marked so.

    Done by the technical account in the daily work; needs no right, only the day.
    """
    usulan = jalan.kunci(usulan_id)
    if usulan.status != StatusUsulan.DITELAAH_UNIT:
        raise WrongMoment(bukan_saatnya(usulan, Aksi.TELAAH))
    buka = _terbuka(usulan)
    if buka.filter(batas__gte=per).exists():
        raise WrongMoment("Batas waktu telaah unit belum lewat.", kode="belum_lewat")
    sistem = Pengguna.objects.get(nama_pengguna=TEKNIS)
    lewat = buka.update(
        jawaban=JawabanTelaah.LEWAT, dijawab_pada=timezone.now(), dijawab_oleh=sistem
    )
    return _maju(usulan, oleh=sistem, per=per, lewat=lewat)


def _terbuka(usulan: UsulanMutasi) -> QuerySet[TelaahUnit]:
    return TelaahUnit.objects.filter(usulan=usulan, versi=usulan.versi, dijawab_pada__isnull=True)


def _maju(usulan: UsulanMutasi, *, oleh: Pengguna, per: date, lewat: int = 0) -> UsulanMutasi:
    alasan = "Batas waktu telaah lewat." if lewat else ""
    jalan.maju(usulan, Aksi.TELAAH, oleh=oleh, alasan=alasan, catatan={"lewat": lewat})
    if Gerbang.BERITAHU in usulan.gerbang:
        judul = "Ada usulan yang siap diberitahukan kepada pegawai"
        kabari_meja(usulan, Izin.USULAN_BERITAHU, "siap", judul, per=per)
    return usulan

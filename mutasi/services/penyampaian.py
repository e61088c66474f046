"""Telling the employee: a dated act with a frozen sheet, the talk about it, and his opening it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from jejak.kernel.kanonik import kanonik, polos
from mutasi.alur import Aksi, Gerbang
from mutasi.kernel.waktu import batas_kesediaan, gaji_mulai
from mutasi.models import PenyampaianUsulan, UsulanMutasi
from mutasi.policies import kesediaan as policies
from mutasi.selectors.perubahan import perubahan_untuk
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.usulan_kabar import kabari_pegawai
from mutasi.tindakan_jalan import PENYAMPAIAN_DIBUKA, PERCAKAPAN_DICATAT
from organisasi.models import Pengguna
from organisasi.selectors import libur
from penilaian.kernel.kata import tanggal
from toolkit.policy import OutOfReach, Refusal


@transaction.atomic
def beritahukan(usulan_id: UUID, *, oleh: Pengguna, per: date, cara: str) -> PenyampaianUsulan:
    """Tell the employee what the case is and what changes for him; the sheet is frozen.

    Where the matrix asks for his consent he has until a day to answer.
    """
    usulan = jalan.mulai(usulan_id, Aksi.BERITAHUKAN, oleh=oleh, per=per)
    if not cara.strip():
        raise Refusal("Tulis bagaimana pegawai diberitahu.", kode="tanpa_cara")
    k = tetapan_jalan(per=per)
    batas = None
    if Gerbang.KESEDIAAN in usulan.gerbang:
        batas = batas_kesediaan(per, k, libur(per))
    isi = kanonik(polos({**lembar(usulan, per=per), "gaji_mulai": gaji_mulai(usulan.tmt, k)}))
    kabar = PenyampaianUsulan.objects.create(
        usulan=usulan, versi=usulan.versi, cara=cara.strip(), isi=isi,
        sidik=sha256(isi.encode()).hexdigest(), disampaikan_pada=timezone.now(),
        disampaikan_oleh=oleh,
    )  # fmt: skip
    jalan.maju(
        usulan, Aksi.BERITAHUKAN, oleh=oleh, tenggat=batas,
        catatan={"cara": cara.strip(), "sidik": kabar.sidik},
    )  # fmt: skip
    kabari_pegawai(
        usulan, "diberitahu", "Ada pemberitahuan tentang jabatan Anda",
        f"Jawaban Anda ditunggu sampai {tanggal(batas)}." if batas else "",
    )  # fmt: skip
    return kabar


def lembar(usulan: UsulanMutasi, *, per: date) -> dict[str, Any]:
    """*Apa yang berubah bagi Anda*, as plain data; a move out of the instansi has no comparison."""
    perubahan: tuple[Any, ...] = ()
    if usulan.ke_id is not None:
        satu = (usulan.pegawai_id, usulan.dari_id, usulan.ke_id)
        perubahan = perubahan_untuk([satu], tmt=usulan.tmt, per=per)[0] or ()
    return {
        "jenis": usulan.jenis,
        "dari": str(usulan.dari) if usulan.dari else usulan.asal_luar,
        "ke": str(usulan.ke) if usulan.ke else usulan.tujuan_luar,
        "tmt": usulan.tmt,
        "selesai": usulan.selesai,
        "alasan": usulan.alasan,
        "perubahan": [asdict(p) for p in perubahan],
    }


@transaction.atomic
def catat_percakapan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, catatan: str
) -> PenyampaianUsulan:
    """The superior's note of the talk; a missing one warns the TPK."""
    kabar = _terakhir(jalan.kunci(usulan_id))
    policies.percakapan.check(kabar, oleh, per=per)
    if not catatan.strip():
        raise Refusal("Tulis isi percakapannya.", kode="tanpa_catatan")
    kabar.percakapan = catatan.strip()
    kabar.dicatat_pada, kabar.dicatat_oleh = timezone.now(), oleh
    kabar.save(update_fields=["percakapan", "dicatat_pada", "dicatat_oleh"])
    catat(PERCAKAPAN_DICATAT, kabar.usulan, oleh=oleh, sesudah={"versi": kabar.versi})
    return kabar


@transaction.atomic
def catat_dibuka(usulan_id: UUID, *, oleh: Pengguna, per: date) -> PenyampaianUsulan:
    """The employee says that he has read it; the first time counts."""
    usulan = jalan.kunci(usulan_id)
    policies.buka.check(usulan, oleh, per=per)
    kabar = _terakhir(usulan)
    if kabar.diterima_pada is None:
        kabar.diterima_pada = timezone.now()
        kabar.save(update_fields=["diterima_pada"])
        catat(PENYAMPAIAN_DIBUKA, usulan, oleh=oleh, sesudah={"versi": kabar.versi})
    return kabar


def _terakhir(usulan: UsulanMutasi) -> PenyampaianUsulan:
    kabar = usulan.penyampaian.order_by("-versi").first()
    if kabar is None:
        raise OutOfReach
    kabar.usulan = usulan
    return kabar

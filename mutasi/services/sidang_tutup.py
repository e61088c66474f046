"""Closing a session: number, hash read again, every case moved, the trail's head published."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import cast
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from jejak.models import AkarJejak
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.berita_acara import Anggota, BeritaAcaraTpk
from mutasi.models import (
    AgendaSidang,
    JenisSurat,
    KehadiranSidang,
    PutusanSidang,
    SidangTPK,
    StatusSidang,
    Surat,
    UsulanMutasi,
)
from mutasi.policies import sidang as policies
from mutasi.selectors.sidang_naskah import putusan_kini
from mutasi.selectors.sidang_suara import kehadiran
from mutasi.services import jalan
from mutasi.services.deret import berikut
from mutasi.services.jalan import HasilBaris
from mutasi.services.naskah_pdf import Wujud, naskah_pdf
from mutasi.services.sidang_berita_acara import sidik_isi
from mutasi.services.sidang_kabar import kabari
from organisasi.models import Pengguna
from organisasi.services.akar import umumkan_akar
from toolkit.pdf import Pdf
from toolkit.policy import Refusal, WrongMoment

AKSI: dict[str, Aksi] = {
    PutusanSidang.REKOMENDASI: Aksi.REKOMENDASIKAN,
    PutusanSidang.TUNDA: Aksi.TUNDA,
    PutusanSidang.TOLAK: Aksi.TIDAK_REKOMENDASIKAN,
}
RUSAK = (
    "Isi berita acara tidak cocok lagi dengan sidiknya, jadi sidang tidak ditutup. Beri tahu "
    "Inspektorat dan pengelola sistem."
)
BERGESER = (
    "Putusan yang tersimpan berbeda dari yang ditandatangani. Kembalikan berita acara untuk "
    "diperbaiki, lalu minta tanda tangan ulang."
)
DERET = "BA-TPK"


@dataclass(frozen=True)
class Penutupan:
    """What closing did: the session, and per name with an outcome whether its case moved."""

    sidang: SidangTPK
    hasil: list[HasilBaris]

    @property
    def tertahan(self) -> list[HasilBaris]:
        """Cases that stayed, with the reason."""
        return [satu for satu in self.hasil if not satu.berhasil]


@transaction.atomic
def tutup_sidang(
    sidang_id: UUID, *, nomor: str, oleh: Pengguna, per: date, deret: bool = False
) -> Penutupan:
    """Close it for good. ``deret``: the number comes from the office's own gapless series.

    A case the closing chair may not move (his own, his kin's, one he acted in before: H24) stays
    before the TPK until another who leads carries it on (``teruskan``).
    """
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.tutup.check(sidang, oleh, per=per)
    _periksa_isi(sidang)
    sidang.nomor = _nomor(nomor, deret, per)
    hasil = _gerakkan(sidang, oleh=oleh, per=per)
    sidang.status, sidang.ditutup_pada, sidang.ditutup_oleh = (
        StatusSidang.DITUTUP, timezone.now(), oleh,
    )  # fmt: skip
    kabari(sidang, "Sidang TPK ditutup", "ditutup")
    catat(
        tindakan.SIDANG_DITUTUP, sidang, oleh=oleh,
        sesudah={"nomor": sidang.nomor, "sidik": sidang.sidik,
                 "bergerak": sum(satu.berhasil for satu in hasil),
                 "tertahan": [str(satu.usulan) for satu in hasil if not satu.berhasil]},
    )  # fmt: skip
    # Last, after every trace of this act: what outsiders keep covers all of it.
    akar = umumkan_akar(per=per, sebab=f"Penutupan sidang TPK {sidang.nomor}")
    sidang.akar = f"{akar.urutan}:{akar.akar}"
    sidang.save(update_fields=["nomor", "status", "ditutup_pada", "ditutup_oleh", "akar"])
    surat = _terbitkan(sidang, akar, oleh)
    transaction.on_commit(partial(cetak_surat, surat.pk), robust=True)
    return Penutupan(sidang, hasil)


def _nomor(nomor: str, deret: bool, per: date) -> str:
    if deret:
        return f"{berikut(DERET, tahun=per.year)}/{DERET}/{per.year}"
    nomor = nomor.strip()
    if not nomor:
        raise Refusal("Isi nomor berita acara.", kode="nomor")
    if (
        SidangTPK.objects.filter(nomor=nomor).exists()
        or Surat.objects.filter(jenis=JenisSurat.BA_TPK, nomor=nomor).exists()
    ):
        raise Refusal("Nomor berita acara ini sudah dipakai.", kode="nomor")
    return nomor


def _periksa_isi(sidang: SidangTPK) -> None:
    """The text still has its hash, every signature is over it, the decisions are those in it."""
    if sidik_isi(sidang.berita_acara) != sidang.sidik:
        raise Refusal(RUSAK, kode="sidik")
    tanda = KehadiranSidang.objects.filter(sidang=sidang, ditandatangani_pada__isnull=False)
    if tanda.exclude(sidik=sidang.sidik).exists():
        raise Refusal(RUSAK, kode="sidik")
    if json.loads(sidang.berita_acara)["agenda"] != putusan_kini(sidang):
        raise WrongMoment(BERGESER)


def _gerakkan(sidang: SidangTPK, *, oleh: Pengguna, per: date) -> list[HasilBaris]:
    rows = AgendaSidang.objects.filter(sidang=sidang).exclude(putusan="").order_by("usulan")
    rows = rows.filter(usulan__status=StatusUsulan.SIDANG_TPK)
    butir = {b.usulan_id: b for b in rows}

    def satu(usulan_id: UUID) -> UsulanMutasi:
        return _satu(butir[usulan_id], oleh=oleh, per=per)

    return jalan.tiap_baris(butir, satu, berhasil="diteruskan", oleh=oleh, per=per)


def _satu(butir: AgendaSidang, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    aksi = AKSI[butir.putusan]
    usulan = jalan.mulai(butir.usulan_id, aksi, oleh=oleh, per=per)
    if policies.menyingkir(butir, oleh):
        raise WrongMoment("Anda menyingkir dari nama ini; pimpinan lain yang meneruskannya.")
    if usulan.versi != butir.versi:
        raise WrongMoment("Isi usulan ini berubah sesudah sidang; bawa ke sidang berikutnya.")
    return jalan.maju(
        usulan, aksi, oleh=oleh, alasan=butir.alasan, peran="TPK",
        catatan={"sidang": str(butir.sidang_id)},
    )  # fmt: skip


@transaction.atomic
def teruskan(sidang_id: UUID, *, oleh: Pengguna, per: date) -> Penutupan:
    """Carry on what the one who closed could not: another chair who was there and may."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.teruskan.check(sidang, oleh, per=per)
    _periksa_isi(sidang)
    hasil = _gerakkan(sidang, oleh=oleh, per=per)
    if not hasil:
        raise WrongMoment("Semua usulan sidang ini sudah diteruskan.")
    return Penutupan(sidang, hasil)


def _terbitkan(sidang: SidangTPK, akar: AkarJejak, oleh: Pengguna) -> Surat:
    """The paper as it goes out: what was signed, with number, signatures and the trail's head."""
    isi = beku.kanonik(naskah_terbit(sidang, akar.akar, akar.urutan))
    return Surat.objects.create(
        jenis=JenisSurat.BA_TPK, sidang=sidang, nomor=sidang.nomor, tanggal=sidang.tanggal, isi=isi,
        sidik=beku.sidik(isi), kode=secrets.token_urlsafe(32), dibuat_pada=timezone.now(),
        dibuat_oleh=oleh,
    )  # fmt: skip


def naskah_terbit(sidang: SidangTPK, akar: str = "", ukuran: int = 0) -> BeritaAcaraTpk:
    """The frozen minutes as a paper, with what came after they were frozen."""
    dasar = cast("BeritaAcaraTpk", beku.baca(json.loads(sidang.berita_acara)["naskah"]))
    tanda = {k.anggota.pengguna.nama: k for k in kehadiran(sidang)}
    return replace(
        dasar, nomor=sidang.nomor, akar=akar, akar_ukuran=ukuran, sidik_isi=sidang.sidik,
        anggota=tuple(_bertanda(a, tanda.get(a.nama)) for a in dasar.anggota),
    )  # fmt: skip


def _bertanda(a: Anggota, kursi: KehadiranSidang | None) -> Anggota:
    if kursi is None or not kursi.hadir:
        return a
    if kursi.menolak:
        kata = f"tidak menandatangani: {kursi.menolak}"
    elif kursi.nomor_surat:
        kata = f"menandatangani di kertas nomor {kursi.nomor_surat}"
    elif kursi.ditandatangani_pada:
        saat = timezone.localtime(kursi.ditandatangani_pada)
        kata = f"menandatangani dengan akunnya {saat:%d-%m-%Y %H.%M}"
    else:
        kata = "belum menandatangani"
    return replace(a, keterangan="; ".join(filter(None, (a.keterangan, kata)))[:500])


def cetak_surat(surat_id: UUID) -> None:
    """Make and keep the PDF; when it fails here, the download makes it again from the same text."""
    surat = Surat.objects.get(pk=surat_id)
    pdf = naskah_pdf(surat.isi, Wujud(draf=False))
    with transaction.atomic():
        surat.pdf.save(f"berita-acara-tpk-{surat.tanggal}.pdf", ContentFile(pdf.isi), save=False)
        surat.pdf_sha256 = pdf.sha256
        surat.save(update_fields=["pdf", "pdf_sha256"])


def pdf_sidang(sidang: SidangTPK, *, cap: str) -> Pdf:
    """The minutes to hand out: the final paper, or what waits for signatures marked DRAF."""
    surat = Surat.objects.filter(sidang=sidang, jenis=JenisSurat.BA_TPK).first()
    if surat is not None:
        return naskah_pdf(surat.isi, Wujud(draf=False, cap=cap))
    return naskah_pdf(beku.kanonik(naskah_terbit(sidang)), Wujud(draf=True, cap=cap))

"""Letters: written from the file, frozen with number, hash and code, printed as PDF and Word."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.periksa import siap_terbit
from mutasi.models import BerkasMutasi, JenisSurat, Pelantikan, Surat, UsulanMutasi
from mutasi.policies import surat as policies
from mutasi.selectors.surat import (
    DISUSUN,
    PELANTIKAN,
    PER_ORANG,
    WORD,
    IsiSurat,
    daftar_nominatif,
    susun_surat,
)
from mutasi.selectors.surat import berjalan as usulan_berjalan
from mutasi.services import jalan
from mutasi.services.cetak_daftar import tabel
from mutasi.services.keputusan import kode_baru
from mutasi.services.keputusan_tetap import pangkal_periksa
from mutasi.services.naskah_pdf import Wujud, naskah_pdf
from mutasi.services.naskah_word import naskah_word
from mutasi.services.templat_surat import templat_berlaku
from organisasi.models import Pengguna
from organisasi.services.cetak import Cap, Cetakan, cetak_pdf
from toolkit.policy import OutOfReach, Refusal, WrongMoment

_KOLOM = (
    ("No", 5), ("Nama", 22), ("NIP", 20), ("Pangkat/Gol. ruang", 18), ("Jabatan lama", 35),
    ("Jabatan yang diusulkan", 35),
)  # fmt: skip


@transaction.atomic
def buat_surat(
    berkas_id: UUID,
    jenis: str,
    isi: IsiSurat,
    *,
    oleh: Pengguna,
    per: date,
    usulan_id: UUID | None = None,
    pelantikan_id: int | None = None,
    pangkal: str = "",
) -> Surat:
    """Make one; it is never edited, a wrong one is made again under another number."""
    berkas = BerkasMutasi.objects.locked(berkas_id)
    policies.buat.check(berkas, oleh, per=per)
    macam = _macam(jenis)
    usulan = _usulan(berkas, usulan_id, oleh=oleh, per=per) if macam in PER_ORANG else None
    lantik = _pelantikan(berkas, pelantikan_id) if macam in PELANTIKAN else None
    _nomor(macam, isi, per=per)
    try:
        naskah = susun_surat(macam, berkas, isi, usulan=usulan, pelantikan=lantik)
    except KeyError:
        raise WrongMoment("Bahan surat ini belum ada: SK atau pemberitahuannya.") from None
    if kurang := siap_terbit(naskah):
        raise Refusal(" ".join(kurang[:5]), kode="naskah")
    teks = beku.kanonik(naskah)
    surat = Surat(
        jenis=macam, berkas=berkas, usulan=usulan, nomor=naskah.nomor,
        tanggal=naskah.tanggal or per, isi=teks, sidik=beku.sidik(teks), kode=kode_baru(),
        dibuat_pada=timezone.now(), dibuat_oleh=oleh,
    )  # fmt: skip
    pdf = naskah_pdf(teks, Wujud(draf=False, url=pangkal_periksa(surat.kode, pangkal)))
    surat.pdf_sha256 = pdf.sha256
    surat.pdf.save(f"{pdf.sha256[:16]}.pdf", ContentFile(pdf.isi), save=False)
    surat.save(force_insert=True)
    catat(
        tindakan.SURAT_DIBUAT, surat, oleh=oleh,
        sesudah={"jenis": macam.value, "berkas": berkas.nomor, "sidik": surat.sidik},
    )  # fmt: skip
    return surat


def _macam(jenis: str) -> JenisSurat:
    if jenis not in DISUSUN:
        raise OutOfReach()
    return JenisSurat(jenis)


def _usulan(berkas: BerkasMutasi, pk: UUID | None, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    rows = UsulanMutasi.objects.with_names().filter(berkas=berkas)
    usulan = rows.filter(pk=pk).first() if pk else None
    if usulan is None:
        raise Refusal("Pilih pegawai yang dituju surat ini.", kode="usulan")
    kerabat = jalan.berkerabat(usulan, oleh)
    policies.tentang_orang.check(usulan, oleh, per=per, kerabat=kerabat)
    return usulan


def _pelantikan(berkas: BerkasMutasi, pk: int | None) -> Pelantikan:
    rows = Pelantikan.objects.filter(keputusan__berkas=berkas, dibatalkan_pada__isnull=True)
    rows = rows.select_related("keputusan")
    satu = rows.filter(pk=pk).first() if pk else rows.order_by("-tanggal").first()
    if satu is None:
        raise WrongMoment("Pelantikan berkas ini belum dijadwalkan.")
    return satu


def _nomor(jenis: JenisSurat, isi: IsiSurat, *, per: date) -> None:
    if isi.tanggal > per:
        raise Refusal("Tanggal surat tidak boleh di masa depan.", kode="tanggal")
    if isi.nomor and Surat.objects.filter(jenis=jenis, nomor=isi.nomor).exists():
        raise Refusal(f"Nomor {isi.nomor} sudah dipakai {jenis.label.lower()} lain.", kode="nomor")


def pdf_surat(surat: Surat) -> bytes:
    """The kept PDF; refused when it is not the one that was made."""
    with surat.pdf.open("rb") as berkas:
        isi: bytes = berkas.read()
    if sha256(isi).hexdigest() != surat.pdf_sha256:
        raise WrongMoment(
            "Sidik berkas surat berbeda dari saat dibuat (H27). Beri tahu pengelola sistem.",
            kode="sidik",
        )
    return isi


def word_surat(surat: Surat) -> bytes:
    """The same content by the office's Word template, or the one built here."""
    if JenisSurat(surat.jenis) not in WORD:
        raise WrongMoment("Surat jenis ini hanya tersedia sebagai PDF.")
    return naskah_word(surat.isi, templat_berlaku(surat.jenis))


def nominatif(berkas: BerkasMutasi, *, cap: Cap) -> Cetakan:
    """The daftar nominatif of a file as it stands; a list to work with, not kept."""
    baris = daftar_nominatif(usulan_berjalan(berkas))
    data = {
        "judul": "DAFTAR NOMINATIF USULAN MUTASI", "anak": [f"Berkas {berkas.nomor}"],
        "tabel": [tabel(
            "", _KOLOM,
            ([b.nomor, b.nama, b.nip, b.pangkat, b.jabatan_lama, b.jabatan_usulan] for b in baris),
            kosong="Belum ada usulan yang berjalan.",
        )],
        "catatan": ["Daftar ini bahan kerja, bukan keputusan."], "tanda_tangan": True,
    }  # fmt: skip
    return cetak_pdf("daftar.typ", data, nama=f"nominatif-{berkas.nomor.lower()}", cap=cap)

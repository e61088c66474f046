"""The employee's answer: by himself, or from his letter by a visible proxy; the talk it leads to;
and the ground on which a move goes on without it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi.kernel.kesediaan import Alasan, Jawaban, kesalahan_jawaban
from mutasi.kernel.kesediaan_dasar import KodeDasar
from mutasi.kernel.waktu import kesediaan_sampai
from mutasi.models import AlasanKesediaan, DialogKesediaan, Kesediaan, UsulanMutasi
from mutasi.policies import kesediaan as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.berkas_pdf import simpan_pdf
from mutasi.services.usulan_kabar import kabari, kabari_pegawai, pemegang
from mutasi.tindakan_jalan import (
    DASAR_SEPIHAK,
    DIALOG_DICATAT,
    KEADAAN_DINYATAKAN,
    KESEDIAAN_DIJAWAB,
)
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Refusal


@transaction.atomic
def jawab_kesediaan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, jawaban: str, alasan: str = "",
    uraian: str = "", versi: int | None = None, keadaan_khusus: bool = False,
) -> Kesediaan:  # fmt: skip
    """The employee answers; a later answer counts instead of an earlier one.

    ``versi``: the content he read; refused when it changed meanwhile. ``keadaan_khusus``: he says
    that something asks for care (W13); what it is, nobody asks.
    """
    usulan = jalan.kunci(usulan_id)
    policies.jawab.check(usulan, oleh, versi=versi, per=per)
    return _tulis(
        usulan, oleh=oleh, per=per, jawaban=jawaban, alasan=alasan, uraian=uraian,
        keadaan_khusus=keadaan_khusus,
    )  # fmt: skip


@transaction.atomic
def catat_kesediaan_surat(
    usulan_id: UUID, *, oleh: Pengguna, per: date, jawaban: str, nomor_surat: str,
    alasan: str = "", uraian: str = "", surat: UploadedFile | None = None,
    keadaan_khusus: bool = False,
) -> Kesediaan:  # fmt: skip
    """Write down the answer of somebody who wrote on paper: with the letter, by name."""
    usulan = jalan.kunci(usulan_id)
    kerabat = jalan.berkerabat(usulan, oleh)
    policies.catat_surat.check(usulan, oleh, kerabat=kerabat, per=per)
    if not nomor_surat.strip():
        raise Refusal("Tulis nomor atau tanggal suratnya.", kode="tanpa_nomor")
    if surat is None:
        raise Refusal("Unggah pindaian surat pegawai (PDF).", kode="tanpa_surat")
    return _tulis(
        usulan, oleh=oleh, per=per, jawaban=jawaban, alasan=alasan, uraian=uraian,
        nomor_surat=nomor_surat.strip(), surat=surat, keadaan_khusus=keadaan_khusus,
    )  # fmt: skip


def _tulis(
    usulan: UsulanMutasi, *, oleh: Pengguna, per: date, jawaban: str, alasan: str, uraian: str,
    nomor_surat: str = "", surat: UploadedFile | None = None, keadaan_khusus: bool = False,
) -> Kesediaan:  # fmt: skip
    if jawaban not in set(Jawaban) or alasan not in {"", *Alasan}:
        raise Refusal("Pilih jawaban dari daftar.", kode="jawaban")
    k = tetapan_jalan(per=per)
    salah = kesalahan_jawaban(
        Jawaban(jawaban), Alasan(alasan) if alasan else None, uraian,
        min_huruf=k.min_huruf_alasan,
    )  # fmt: skip
    if salah:
        raise Refusal(" ".join(salah), kode="jawaban")
    baris = Kesediaan(
        usulan=usulan, versi=usulan.versi, jawaban=jawaban, alasan=alasan, uraian=uraian.strip(),
        berlaku_sampai=kesediaan_sampai(per, k), wakil=surat is not None,
        nomor_surat=nomor_surat, dijawab_pada=timezone.now(), dijawab_oleh=oleh,
    )  # fmt: skip
    if surat is not None:
        baris.surat_sha256 = simpan_pdf(baris.surat, surat)
    baris.save(force_insert=True)
    if keadaan_khusus:
        usulan.keadaan_khusus = True
        usulan.save(update_fields=["keadaan_khusus"])
    # Why he answered so is his: it stands on the case's page, not in the trail.
    catat(
        KESEDIAAN_DIJAWAB, usulan, oleh=oleh,
        sesudah={"jawaban": jawaban, "versi": usulan.versi, "wakil": baris.wakil},
    )  # fmt: skip
    kabari(usulan, pemegang(usulan, Izin.USULAN_PERIKSA, per=per), f"jawab-{baris.pk}",
           "Pegawai menjawab pemberitahuan mutasi")  # fmt: skip
    return baris


@transaction.atomic
def nyatakan_keadaan(usulan_id: UUID, *, oleh: Pengguna, per: date, ada: bool) -> UsulanMutasi:
    """BKD says whether a condition asks for care (W13); the employee's own yes stays.

    Neither the trail nor the row says which condition.
    """
    usulan = jalan.kunci(usulan_id)
    policies.keadaan.check(usulan, oleh, kerabat=jalan.berkerabat(usulan, oleh), per=per)
    if usulan.keadaan_khusus and not ada:
        raise Refusal("Keadaan khusus sudah dinyatakan; pernyataan itu tetap.", kode="keadaan")
    usulan.keadaan_khusus = ada
    usulan.save(update_fields=["keadaan_khusus"])
    catat(KEADAAN_DINYATAKAN, usulan, oleh=oleh, sesudah={"versi": usulan.versi})
    return usulan


@transaction.atomic
def catat_dialog(
    kesediaan_id: int, *, oleh: Pengguna, per: date, hasil: str, tawaran: str
) -> DialogKesediaan:
    """The talk after *merasa belum mampu* and the training offered; a second answer is awaited."""
    milik = Kesediaan.objects.filter(pk=kesediaan_id).values_list("usulan", flat=True).first()
    if milik is None:
        raise OutOfReach
    usulan = jalan.kunci(milik)
    jawaban = Kesediaan.objects.select_related("dialog").get(pk=kesediaan_id)
    jawaban.usulan = usulan
    policies.dialog.check(jawaban, oleh, per=per)
    if jawaban.alasan != AlasanKesediaan.BELUM_MAMPU:
        raise Refusal("Dialog dicatat untuk jawaban “merasa belum mampu”.", kode="bukan_dialog")
    if not hasil.strip() or not tawaran.strip():
        raise Refusal("Tulis hasil dialog dan pelatihan yang ditawarkan.", kode="kosong")
    baris = DialogKesediaan.objects.create(
        usulan=usulan, kesediaan=jawaban, hasil=hasil.strip(), tawaran=tawaran.strip(),
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    catat(DIALOG_DICATAT, usulan, oleh=oleh, sesudah={"versi": usulan.versi})
    kabari_pegawai(
        usulan, f"dialog-{jawaban.pk}", "Jawaban Anda ditunggu sekali lagi",
        f"Pelatihan yang ditawarkan: {tawaran.strip()}.",
    )  # fmt: skip
    return baris


@transaction.atomic
def catat_dasar_tanpa_kesediaan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, kode: str, uraian: str, nomor: str = "",
    tanggal: date | None = None, oleh_ppk: bool = False, sampai: date | None = None,
) -> UsulanMutasi:  # fmt: skip
    """Name one of K1-K5 with words and the paper it rests on; whether it holds is judged when the
    case goes on (``kaji``, ``serahkan``)."""
    usulan = jalan.kunci(usulan_id)
    kerabat = jalan.berkerabat(usulan, oleh)
    policies.dasar_sepihak.check(usulan, oleh, kerabat=kerabat, per=per)
    if kode not in set(KodeDasar):
        raise Refusal("Pilih dasarnya: K1 sampai K5.", kode="dasar")
    if not uraian.strip():
        raise Refusal("Uraikan dasarnya.", kode="tanpa_uraian")
    usulan.dasar_tanpa_kesediaan, usulan.uraian_tanpa_kesediaan = kode, uraian.strip()
    usulan.surat_tanpa_kesediaan = {
        "nomor": nomor.strip(),
        "tanggal": tanggal.isoformat() if tanggal else "",
        "oleh_ppk": oleh_ppk,
        "sampai": sampai.isoformat() if sampai else "",
    }
    bidang = ["dasar_tanpa_kesediaan", "uraian_tanpa_kesediaan", "surat_tanpa_kesediaan"]
    usulan.save(update_fields=bidang)
    catat(DASAR_SEPIHAK, usulan, oleh=oleh, sesudah={"dasar": kode, "nomor": nomor.strip()})
    return usulan

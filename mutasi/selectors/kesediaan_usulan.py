"""Where the consent to a case stands: its answers, its ground and its facts before the kernel."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.kernel.kesediaan import (
    Alasan,
    Dialog,
    Jawaban,
    Lanjut,
    Permintaan,
    Pernyataan,
    boleh_lanjut,
)
from mutasi.kernel.kesediaan_dasar import (
    DASAR_PEKA,
    JUDUL_DASAR,
    DasarSepihak,
    Fakta,
    KodeDasar,
)
from mutasi.kernel.waktu import batas_kesediaan
from mutasi.models import Kesediaan, UsulanMutasi
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.snapshots.pasangan_usulan import perkara_usulan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from organisasi.selectors import libur
from penilaian.models import Hubungan, KeadaanSotk, PenempatanSotk, PetaKotak
from penilaian.snapshots import ketentuan_hari

DIPUTUS = (KeadaanSotk.DITETAPKAN, KeadaanSotk.BERLAKU)
BERAKHIR = (Hubungan.HAPUS, Hubungan.GABUNG, Hubungan.PECAH)
DISAMARKAN = "dasar yang terkait disiplin (tidak ditampilkan kepada Anda)"


def kesediaan(usulan: UsulanMutasi, *, per: date) -> Lanjut:
    """Whether the case may go on as far as consent goes, and in which words."""
    minta = permintaan(usulan)
    jawaban = [
        pernyataan(satu, per=per)
        for satu in usulan.kesediaan.select_related("dialog").order_by("dijawab_pada", "pk")
    ]
    dasar = dasar_sepihak(usulan)
    # Only a ground looks at facts: without one the register is not asked.
    dilihat = fakta(usulan, per=per) if dasar is not None else Fakta(usulan.tmt, 0, 0)
    return boleh_lanjut(jawaban, minta, dasar, dilihat, per=per)


def permintaan(usulan: UsulanMutasi) -> Permintaan | None:
    """What was asked and until when; None where this kind of move asks nobody."""
    if Gerbang.KESEDIAAN not in usulan.gerbang:
        return None
    tunggu = usulan.singgah.filter(
        status=StatusUsulan.MENUNGGU_KESEDIAAN, versi=usulan.versi, tenggat__isnull=False
    )
    batas = tunggu.order_by("-masuk_pada").values_list("tenggat", flat=True).first()
    return Permintaan(usulan.versi, batas or date.max)


def pernyataan(satu: Kesediaan, *, per: date) -> Pernyataan:
    """One stored answer as the kernel reads it."""
    catatan = getattr(satu, "dialog", None)
    dialog = None
    if catatan is not None:
        hari = timezone.localdate(catatan.dicatat_pada)
        batas = batas_kesediaan(hari, tetapan_jalan(per=hari), libur(hari))
        dialog = Dialog(catatan.tawaran, batas)
    return Pernyataan(
        Jawaban(satu.jawaban), timezone.localdate(satu.dijawab_pada), satu.versi,
        satu.berlaku_sampai, Alasan(satu.alasan) if satu.alasan else None, dialog,
    )  # fmt: skip


def dasar_sepihak(usulan: UsulanMutasi) -> DasarSepihak | None:
    """The ground that was named, with the paper it rests on."""
    if not usulan.dasar_tanpa_kesediaan:
        return None
    surat: dict[str, Any] = usulan.surat_tanpa_kesediaan
    return DasarSepihak(
        KodeDasar(usulan.dasar_tanpa_kesediaan), usulan.uraian_tanpa_kesediaan,
        surat.get("nomor", ""), _hari(surat.get("tanggal")), bool(surat.get("oleh_ppk")),
        _hari(surat.get("sampai")),
    )  # fmt: skip


def sebut_dasar(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> str:
    """The ground on which it goes on without consent, for this reader; empty where none is named.

    What tells of discipline is shut to those who may not read of it.
    """
    dasar = dasar_sepihak(usulan)
    if dasar is None:
        return ""
    if dasar.kode in DASAR_PEKA and Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).kosong:
        return DISAMARKAN
    nomor = f" (nomor {dasar.nomor})" if dasar.nomor else ""
    return f"{dasar.kode} {JUDUL_DASAR[dasar.kode]}: {dasar.uraian}{nomor}"


def fakta(usulan: UsulanMutasi, *, per: date) -> Fakta:
    """What the register says about the grounds."""
    aturan = ketentuan_hari(per=per)
    k = tetapan_jalan(per=per)
    perkara = perkara_usulan([usulan], per=per, aturan=aturan).get(usulan.pk)
    return Fakta(
        tmt=usulan.tmt,
        maks_bulan_jabatan=aturan.pasangan.maks_bulan_jabatan,
        min_huruf_alasan=k.min_huruf_alasan,
        tmt_jabatan=usulan.pegawai.tmt_hitung,
        butuh=perkara.sasaran.butuh if perkara else None,
        isi=perkara.sasaran.isi_pada(usulan.tmt) if perkara else None,
        hukuman=perkara.calon.hukuman if perkara else None,
        asal_berakhir=_berakhir(usulan),
    )


def _berakhir(usulan: UsulanMutasi) -> bool | None:
    """Whether a decided structure ends the post he leaves; None: he sits in none."""
    if usulan.dari is None:
        return None
    if PenempatanSotk.objects.filter(dari=usulan.dari_id, rencana__keadaan__in=DIPUTUS).exists():
        return True
    peta = PetaKotak.objects.filter(lama=usulan.dari.unit_id, rencana__keadaan__in=DIPUTUS)
    return peta.filter(hubungan__in=BERAKHIR).exists()


def _hari(tertulis: str | None) -> date | None:
    return date.fromisoformat(tertulis) if tertulis else None

"""What the road does by itself every day: lapse, remind, escalate, look at the facts again.

Each chore finds its own work, says everything once (keyed messages) and may run as often as the
worker likes.
"""

from __future__ import annotations

import logging
from datetime import date

from django.db import transaction

from mutasi.alur import ALUR, SEBELUM_SK, Aksi, Gerbang, StatusUsulan
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.kernel.waktu import eskalasi_pada, pengingat
from mutasi.models import Kesediaan, TelaahUnit, UsulanMutasi
from mutasi.policies.telaah import kepala
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services.fakta_usulan import periksa_fakta
from mutasi.services.telaah import lewati_telaah
from mutasi.services.usulan_kabar import kabari, kabari_pegawai, pemegang
from organisasi.izin import Izin
from organisasi.selectors import libur
from penilaian.kernel.kata import tanggal
from toolkit.policy import Refusal

log = logging.getLogger(__name__)
S = StatusUsulan
# Who acts next where a limit runs, and who hears of it when it passed.
PENUNGGU: dict[StatusUsulan, Izin] = {
    satu: izin
    for aksi in (
        Aksi.VERIFIKASI, Aksi.PERIKSA, Aksi.BERITAHUKAN, Aksi.KAJI, Aksi.SERAHKAN,
        Aksi.SETUJUI_PYB, Aksi.LENGKAPI_ANTAR, Aksi.CATAT_PERTEK, Aksi.USULKAN_BKN,
        Aksi.CATAT_IZIN, Aksi.SETUJUI_PPK, Aksi.TETAPKAN,
    )
    if (izin := ALUR[aksi].izin) is not None
    for satu in ALUR[aksi].dari
}  # fmt: skip
# Consent lives on until a decree; from here on it can lapse unnoticed.
SESUDAH_SEDIA = tuple(
    s for s in SEBELUM_SK
    if s not in (S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN, S.DIVERIFIKASI, S.DITELAAH_UNIT,
                 S.SIAP_DIBERITAHUKAN, S.DIBERITAHUKAN)
)  # fmt: skip


def rawat_jalan(*, per: date) -> None:
    """All chores of the day."""
    lewat = lewatkan_telaah(per=per)
    fakta = periksa_fakta(per=per)
    ingat = ingatkan(per=per)
    sedia = ingatkan_kesediaan(per=per)
    log.info(
        "Jalan usulan %s: %s telaah lewat, %s fakta berubah, %s pengingat, %s kesediaan.",
        per, lewat, fakta, ingat, sedia,
    )  # fmt: skip


def lewatkan_telaah(*, per: date) -> int:
    """Let every case go on whose last unanswered review is past its day; how many."""
    buka = TelaahUnit.objects.filter(
        usulan__status=S.DITELAAH_UNIT, dijawab_pada__isnull=True, batas__lt=per
    )
    jumlah = 0
    for pk in list(buka.order_by("usulan").values_list("usulan", flat=True).distinct()):
        try:
            lewati_telaah(pk, per=per)
            jumlah += 1
        except Refusal as penolakan:  # answered or withdrawn a moment ago
            log.info("Telaah usulan %s: %s", pk, penolakan.kalimat)
    return jumlah


@transaction.atomic
def ingatkan(*, per: date) -> int:
    """Before a limit who has to act, some days after it his superiors at BKD; how many cases."""
    k = tetapan_jalan(per=per)
    merah = libur()
    rows = UsulanMutasi.objects.filter(status__in=SEBELUM_SK, tenggat__isnull=False)
    jumlah = 0
    for usulan in rows.with_names().order_by("pk"):
        batas = usulan.tenggat
        if batas is None:
            continue
        if per > batas:
            jumlah += _naik(usulan, batas, k, merah, per=per)
        else:
            jumlah += _dekat(usulan, batas, k, merah, per=per)
    return jumlah


def _dekat(
    usulan: UsulanMutasi, batas: date, k: KetentuanJalan, merah: frozenset[date], *, per: date
) -> bool:
    jatuh = [hari for hari in pengingat(batas, k, merah) if hari <= per]
    if not jatuh:
        return False
    isi, kunci = f"Batas waktunya {tanggal(batas)}.", f"{usulan.status}-{jatuh[-1]}"
    if usulan.status == S.MENUNGGU_KESEDIAAN:
        kabari_pegawai(usulan, f"ingat-{kunci}", "Jawaban Anda ditunggu", isi)
    elif usulan.status == S.DITELAAH_UNIT:
        buka = usulan.telaah.filter(versi=usulan.versi, dijawab_pada__isnull=True)
        for baris in buka.select_related("unit"):
            akun = kepala(baris.unit, per=per, kecuali=usulan.pegawai.pengguna_id)[:1]
            kabari(usulan, akun, f"ingat-{kunci}-{baris.sisi}", "Telaah Anda ditunggu", isi)
    elif izin := PENUNGGU.get(StatusUsulan(usulan.status)):
        judul = "Batas waktu satu usulan mutasi sudah dekat"
        kabari(usulan, pemegang(usulan, izin, per=per), f"ingat-{kunci}", judul, isi)
    return True


def _naik(
    usulan: UsulanMutasi, batas: date, k: KetentuanJalan, merah: frozenset[date], *, per: date
) -> bool:
    if per < eskalasi_pada(batas, k, merah):
        return False
    isi = f"Batas waktunya {tanggal(batas)}; usulan masih {usulan.get_status_display().lower()}."
    penerima = {
        *pemegang(usulan, Izin.USULAN_PERIKSA, per=per),
        *pemegang(usulan, Izin.USULAN_SERAHKAN, per=per),
    }
    kabari(usulan, penerima, f"lewat-{usulan.status}-{batas}",
           "Satu usulan mutasi melewati batas waktunya", isi)  # fmt: skip
    return True


@transaction.atomic
def ingatkan_kesediaan(*, per: date) -> int:
    """Tell BKD of every consent that is past its last day before there is a decree; how many."""
    rows = UsulanMutasi.objects.filter(status__in=SESUDAH_SEDIA).with_names().order_by("pk")
    usulan = [u for u in rows if Gerbang.KESEDIAAN in u.gerbang]
    akhir: dict[object, Kesediaan] = {}
    jawaban = Kesediaan.objects.filter(usulan__in=usulan).order_by("dijawab_pada", "pk")
    for satu in jawaban:
        akhir[satu.usulan_id, satu.versi] = satu
    jumlah = 0
    for u in usulan:
        jawab = akhir.get((u.pk, u.versi))
        if jawab is None or jawab.berlaku_sampai >= per:
            continue
        isi = f"Berlaku sampai {tanggal(jawab.berlaku_sampai)}. Minta pernyataan baru."
        kabari(u, pemegang(u, Izin.USULAN_PERIKSA, per=per), f"sedia-{jawab.pk}",
               "Kesediaan pegawai pada satu usulan kedaluwarsa", isi)  # fmt: skip
        jumlah += 1
    return jumlah

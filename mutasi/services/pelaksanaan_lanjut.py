"""What follows from a case that took effect: handover, evaluations, requests, messages."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan
from mutasi.alur import Gerbang
from mutasi.kernel.jenis import DI_TEMPAT, SAMPINGAN
from mutasi.kernel.pelaksanaan import meninggalkan_jabatan
from mutasi.kernel.waktu import jadwal_evaluasi
from mutasi.models import (
    ButirSerahTerima,
    JadwalEvaluasi,
    PermintaanPegawai,
    SerahTerima,
    StatusPermintaan,
    UsulanMutasi,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services.usulan_kabar import kabari, kabari_pegawai, pemegang
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu_banyak
from pegawai.models import Formasi


def lanjutkan(usulan: UsulanMutasi, hari: date, *, oleh: Pengguna, per: date) -> None:
    """Evaluations and handover are opened, the request for the seat is answered."""
    if Gerbang.EVALUASI in usulan.gerbang:
        k = tetapan_jalan(per=per)
        JadwalEvaluasi.objects.bulk_create(
            [
                JadwalEvaluasi(usulan=usulan, bulan=bulan, jatuh_tempo=tempo)
                for bulan, tempo in zip(k.evaluasi_bulan, jadwal_evaluasi(hari, k), strict=True)
            ],
            ignore_conflicts=True,
        )
    if meninggalkan_jabatan(usulan.jenis) and usulan.dari_id is not None:
        SerahTerima.objects.bulk_create(
            [SerahTerima(usulan=usulan, butir=butir) for butir in ButirSerahTerima.values],
            ignore_conflicts=True,
        )
    if usulan.jenis not in SAMPINGAN | DI_TEMPAT and usulan.ke_id is not None:
        _penuhi_permintaan(usulan, oleh=oleh)


def _penuhi_permintaan(usulan: UsulanMutasi, *, oleh: Pengguna) -> None:
    """The running request for the post is fulfilled when as many came as were asked for."""
    menyebut = Q(formasi=usulan.ke_id) | Q(pk=usulan.permintaan_id or 0)
    rows = PermintaanPegawai.objects.berjalan().filter(menyebut)
    for satu in rows.select_for_update(of=("self",)).select_related(
        "formasi__unit", "diajukan_oleh"
    ):
        datang = UsulanMutasi.objects.filter(
            Q(permintaan=satu) | Q(ke=satu.formasi_id, dilaksanakan_pada__gte=satu.diajukan_pada),
            dilaksanakan_pada__isnull=False,
        ).exclude(jenis__in=sorted(SAMPINGAN | DI_TEMPAT))
        if datang.exclude(pk=usulan.pk).count() + 1 >= satu.jumlah:
            _penuhi(satu, oleh=oleh)


def _penuhi(satu: PermintaanPegawai, *, oleh: Pengguna) -> None:
    lama, satu.status = satu.status, StatusPermintaan.DIPENUHI
    satu.tanggapan = "Jabatan terisi oleh keputusan mutasi yang sudah berlaku."
    satu.ditanggapi_pada, satu.ditanggapi_oleh = timezone.now(), oleh
    satu.save(update_fields=["status", "tanggapan", "ditanggapi_pada", "ditanggapi_oleh"])
    beri_tahu_banyak(
        [satu.diajukan_oleh_id], kunci=f"permintaan-{satu.pk}-dipenuhi",
        judul="Permintaan pegawai Anda: dipenuhi", isi=f"{satu}.",
        tautan=f"/mutasi/permintaan/{satu.pk}/",
    )  # fmt: skip
    catat(
        tindakan.PERMINTAAN_DITANGGAPI, satu, oleh=oleh, alasan=satu.tanggapan,
        sebelum={"status": lama}, sesudah={"status": satu.status},
    )  # fmt: skip


def kepala_unit(post: Formasi | None, *, per: date) -> list[int]:
    """Accounts that lead the post's unit or one above it, below the whole agency."""
    if post is None:
        return []
    rows = PenugasanPeran.objects.aktif(per).memberi(Izin.SPMT_CATAT)
    rows = rows.filter(
        pengguna__is_active=True, unit__kiri__lte=post.unit.kiri, unit__kanan__gte=post.unit.kiri
    )
    return sorted(set(rows.values_list("pengguna", flat=True)))


def kabari_berlaku(usulan: UsulanMutasi, hari: date, *, per: date) -> None:
    """The person and the heads of both offices; no name in the title."""
    sejak = f"Berlaku sejak {hari:%d-%m-%Y}."
    kabari_pegawai(usulan, "berlaku", "Keputusan mutasi Anda mulai berlaku", sejak)
    if usulan.jenis in DI_TEMPAT:
        return
    masuk = set(kepala_unit(usulan.ke, per=per))
    keluar = set(kepala_unit(usulan.dari, per=per)) - masuk
    if usulan.jenis not in SAMPINGAN:
        kabari(usulan, keluar, "keluar", "Seorang pegawai meninggalkan unit Anda",
               f"{sejak} Tandai serah terimanya.")  # fmt: skip
    perlu = " Catat SPMT-nya." if Gerbang.SPMT in usulan.gerbang else ""
    kabari(usulan, masuk, "masuk", "Seorang pegawai masuk ke unit Anda", sejak + perlu)


def kabari_terhambat(usulan: UsulanMutasi, kalimat: str, kunci: str, *, per: date) -> None:
    """BKD hears once per reason why a decree could not be carried out."""
    kabari(
        usulan, pemegang(usulan, Izin.PELANTIKAN_KELOLA, per=per), f"terhambat-{kunci}",
        "Sebuah keputusan mutasi tidak dapat diberlakukan", kalimat,
    )  # fmt: skip

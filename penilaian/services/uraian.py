"""Acts on computations made here: write the tasks of a post, check, give back, decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import Objek, catat
from organisasi.models import Pengguna
from pegawai.models import Formasi, JenisJabatan
from penilaian import tindakan
from penilaian.kernel.hitungan import desimal
from penilaian.models import (
    KeadaanHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.kebutuhan import Ketetapan, tulis_kebutuhan
from penilaian.services.perhitungan import DIGIT, BarisUraian, hitung_abk, isi_hitungan
from toolkit.policy import OutOfReach


@transaction.atomic
def susun_uraian(
    formasi_id: int, *, baris: Sequence[BarisUraian], per: date, oleh: Pengguna
) -> PerhitunganKebutuhan:
    """Save the tasks of a post as its draft, computed with the constants of the day.

    The draft there is becomes this one; without any it is the next version.
    """
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    versi = formasi.perhitungan.filter(sumber=SumberKebutuhan.ABK)
    terbuka = versi.exclude(keadaan=KeadaanHitung.FINAL).first()
    tugas = [b.tugas for b in baris]
    policies.susun.check(formasi, terbuka, tugas, oleh, per=per)
    hitungan = hitung_abk(tugas, tetapan_kebutuhan(per=per), kursi=_kursi(formasi, per=per))
    satu = terbuka or PerhitunganKebutuhan(
        formasi=formasi,
        sumber=SumberKebutuhan.ABK,
        versi=(versi.aggregate(n=Max("versi"))["n"] or 0) + 1,
    )
    kini = {"dibuat_pada": timezone.now(), "dibuat_oleh": oleh, "per": per}
    isi = {"metode": hitungan.metode.value, **isi_hitungan(hitungan), **kini}
    for nama, nilai in isi.items():
        setattr(satu, nama, nilai)
    satu.save()
    satu.tugas.all().delete()
    UraianTugas.objects.bulk_create(_tugas(satu, baris))
    catat(tindakan.PERHITUNGAN_DISUSUN, _objek(satu), oleh=oleh, sesudah=_ringkas(satu, len(baris)))
    return satu


@transaction.atomic
def periksa_perhitungan(pk: int, *, per: date, oleh: Pengguna) -> PerhitunganKebutuhan:
    """Confirm a draft as checked; its maker cannot."""
    satu = _terkunci(pk)
    policies.periksa.check(satu, oleh, per=per)
    satu.keadaan = KeadaanHitung.DIPERIKSA
    satu.diperiksa_pada, satu.diperiksa_oleh = timezone.now(), oleh
    satu.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh"])
    catat(tindakan.PERHITUNGAN_DIPERIKSA, _objek(satu), oleh=oleh, sesudah=_ringkas(satu))
    return satu


@transaction.atomic
def kembalikan_perhitungan(
    pk: int, *, alasan: str, per: date, oleh: Pengguna
) -> PerhitunganKebutuhan:
    """Give a checked computation back as a draft, with what is to be mended."""
    satu = _terkunci(pk)
    policies.kembalikan.check(satu, oleh, alasan, per=per)
    satu.keadaan = KeadaanHitung.DRAF
    satu.diperiksa_pada = satu.diperiksa_oleh = None
    satu.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh"])
    catat(tindakan.PERHITUNGAN_DIKEMBALIKAN, _objek(satu), oleh=oleh, alasan=alasan)
    return satu


@transaction.atomic
def putuskan_perhitungan(pk: int, *, dasar: str, per: date, oleh: Pengguna) -> PerhitunganKebutuhan:
    """Make a checked computation final and the need of its post; earlier versions stay."""
    satu = _terkunci(pk)
    policies.putuskan.check(satu, oleh, dasar, per=per)
    satu.keadaan, satu.dasar = KeadaanHitung.FINAL, dasar.strip()[:255]
    satu.diputuskan_pada, satu.diputuskan_oleh = timezone.now(), oleh
    satu.save(update_fields=["keadaan", "dasar", "diputuskan_pada", "diputuskan_oleh"])
    nama = str(satu.formasi)
    tulis_kebutuhan(
        [Ketetapan(satu.formasi_id, nama, satu.mentah, satu.jumlah, perhitungan_id=satu.pk)],
        sumber=SumberKebutuhan(satu.sumber),
        per=satu.per,
        dasar=satu.dasar,
        oleh=oleh,
    )
    catat(tindakan.PERHITUNGAN_DIPUTUSKAN, _objek(satu), oleh=oleh, sesudah=_ringkas(satu))
    return satu


def _terkunci(pk: int) -> PerhitunganKebutuhan:
    rows = PerhitunganKebutuhan.objects.select_for_update(of=("self",))
    satu = rows.select_related("formasi__unit", "formasi__jabatan").filter(pk=pk).first()
    if satu is None:
        raise OutOfReach()
    return satu


def _kursi(formasi: Formasi, *, per: date) -> bool:
    """Whether the post is a box of the structure, one seat whatever its load."""
    jabatan = formasi.jabatan
    return (
        jabatan.jenis == JenisJabatan.STRUKTURAL
        and jabatan.eselon_id in ketentuan(per=per).eselon_berkursi
    )


def _tugas(satu: PerhitunganKebutuhan, baris: Sequence[BarisUraian]) -> list[UraianTugas]:
    return [
        UraianTugas(
            perhitungan=satu,
            urutan=urutan,
            uraian=b.tugas.uraian,
            macam=b.macam,
            satuan=b.tugas.satuan,
            volume=desimal(b.tugas.volume, DIGIT),
            periode=b.tugas.periode.value,
            norma_menit=desimal(b.tugas.norma, DIGIT),
            catatan=b.catatan,
            alasan=b.alasan,
        )
        for urutan, b in enumerate(baris, 1)
    ]


def _objek(satu: PerhitunganKebutuhan) -> Objek:
    return Objek(PerhitunganKebutuhan._meta.label_lower, str(satu.pk), str(satu)[:255])


def _ringkas(satu: PerhitunganKebutuhan, tugas: int | None = None) -> dict[str, Any]:
    isi = {"menit": satu.menit, "mentah": satu.mentah, "jumlah": satu.jumlah}
    return isi if tugas is None else {**isi, "tugas": tugas}

"""The act of the unit: write the tasks of a post as its draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import Objek, catat
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.hitungan import angka, desimal
from penilaian.models import (
    KeadaanHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.perhitungan_susun import kursi_struktur
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.perhitungan import DIGIT, BarisUraian, hitung_abk, isi_hitungan
from toolkit.policy import WrongMoment

TERBANYAK = 99_999  # people one post may need: what is beyond was never meant


@dataclass(frozen=True)
class HasilSusun:
    """A saved draft, or the sentence why it could not be saved now; ``usang``: it had changed."""

    draf: PerhitunganKebutuhan | None = None
    kalimat: str = ""
    usang: bool = False


def coba_susun(
    formasi_id: int, *, baris: Sequence[BarisUraian], per: date, oleh: Pengguna, stempel: str
) -> HasilSusun:
    """Save what was typed; a wrong moment comes back as an answer, so nothing typed is lost."""
    try:
        draf = susun_uraian(formasi_id, baris=baris, per=per, oleh=oleh, stempel=stempel)
    except WrongMoment as tolak:
        return HasilSusun(kalimat=tolak.kalimat, usang=tolak.kode == policies.USANG)
    return HasilSusun(draf)


@transaction.atomic
def susun_uraian(
    formasi_id: int,
    *,
    baris: Sequence[BarisUraian],
    per: date,
    oleh: Pengguna,
    stempel: str | None = None,
) -> PerhitunganKebutuhan:
    """Save the tasks of a post as its draft, computed with the constants of the day.

    The draft there is becomes this one; without any it is the next version. ``stempel`` is the
    draft as it was read (``stempel_draf``): of two who save, the later one is told.
    """
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    versi = formasi.perhitungan.filter(sumber=SumberKebutuhan.ABK)
    terbuka = versi.select_for_update().exclude(keadaan=KeadaanHitung.FINAL).first()
    tugas = [b.tugas for b in baris]
    policies.susun.check(formasi, terbuka, tugas, oleh, per=per, stempel=stempel)
    kursi = kursi_struktur(formasi.jabatan, ketentuan(per=per))
    hitungan = hitung_abk(tugas, tetapan_kebutuhan(per=per), kursi=kursi)
    if hitungan.nilai > TERBANYAK:
        raise WrongMoment(f"Beban {angka(hitungan.nilai, 0)} orang; periksa volume dan norma.")
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
    catat(tindakan.PERHITUNGAN_DISUSUN, objek(satu), oleh=oleh, sesudah=ringkas(satu, len(baris)))
    return satu


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


def objek(satu: PerhitunganKebutuhan) -> Objek:
    """A computation as the trail names it."""
    return Objek(PerhitunganKebutuhan._meta.label_lower, str(satu.pk), str(satu)[:255])


def ringkas(satu: PerhitunganKebutuhan, tugas: int | None = None) -> dict[str, Any]:
    """What the trail keeps of a computation."""
    isi = {"menit": satu.menit, "mentah": satu.mentah, "jumlah": satu.jumlah}
    return isi if tugas is None else {**isi, "tugas": tugas}

"""The act of the unit: write the tasks of a post, or of all posts of a workbook, as drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.kernel.hitungan import angka
from penilaian.models import (
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.perhitungan import (
    KOLOM_TUGAS,
    BarisUraian,
    BebanJabatan,
    baris_tugas,
    beban_jabatan,
    draf_baru,
    isi_hitungan,
    versi_berikut,
)
from penilaian.services.terhitung import paket
from toolkit.massal import sisipkan
from toolkit.policy import WrongMoment

TERBANYAK = 99_999  # people one post may need: what is beyond was never meant
_UBAH = (
    "metode", "tetapan", "menit", "jke_menit", "mentah", "jumlah", "pembulatan", "per",
    "dibuat_pada", "dibuat_oleh",
)  # fmt: skip


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
    abk = SumberKebutuhan.ABK
    terbuka = formasi.perhitungan.abk_terbuka().select_for_update().first()
    tugas = [b.tugas for b in baris]
    policies.susun.check(formasi, terbuka, tugas, oleh, per=per, stempel=stempel)
    beban = beban_jabatan(formasi, baris, tetapan_kebutuhan(per=per), ketentuan(per=per))
    nilai = beban.hitungan.nilai
    if nilai > TERBANYAK:
        raise WrongMoment(f"Beban {angka(nilai, 0)} orang; periksa volume dan norma.")
    satu = terbuka or draf_baru(formasi, abk, versi_berikut([formasi.pk], abk))
    _isikan(satu, beban, per=per, kini=timezone.now(), oleh=oleh)
    satu.save()
    satu.tugas.all().delete()
    sisipkan(UraianTugas, KOLOM_TUGAS, baris_tugas([satu.pk], [beban]))
    catat(tindakan.PERHITUNGAN_DISUSUN, objek(satu), oleh=oleh, sesudah=ringkas(satu, len(baris)))
    return satu


@transaction.atomic
def susun_banyak(
    uraian: Mapping[int, Sequence[BarisUraian]],
    *,
    per: date,
    hari: date,
    oleh: Pengguna,
    berkas: str = "",
) -> int:
    """Save the tasks of each post as its draft, all or none, with one trace each; how many.

    The same as ``susun_uraian`` post by post: an open draft becomes this one, a checked computation
    refuses. ``per`` is the day the tasks speak for, ``hari`` the one on which rights are asked,
    ``berkas`` the file they come from.
    """
    posts = _terkunci(uraian)
    terbuka = _terbuka(posts)
    for pk, baris in uraian.items():
        tugas = [b.tugas for b in baris]
        policies.susun.check(posts[pk], terbuka.get(pk), tugas, oleh, per=hari)
    k, aturan = tetapan_kebutuhan(per=per), ketentuan(per=per)
    beban = [beban_jabatan(posts[pk], baris, k, aturan) for pk, baris in uraian.items()]
    versi = versi_berikut(posts, SumberKebutuhan.ABK)
    kini = timezone.now()
    semua = []
    for b in beban:
        satu = terbuka.get(b.formasi_id)
        satu = satu or draf_baru(posts[b.formasi_id], SumberKebutuhan.ABK, versi)
        semua.append(_isikan(satu, b, per=per, kini=kini, oleh=oleh))
    PerhitunganKebutuhan.objects.bulk_create([s for s in semua if s.pk is None], batch_size=500)
    lama = [s for s in semua if s.formasi_id in terbuka]
    PerhitunganKebutuhan.objects.bulk_update(lama, _UBAH, batch_size=200)
    for potong in paket([s.pk for s in lama]):
        UraianTugas.objects.filter(perhitungan__in=potong).delete()
    sisipkan(UraianTugas, KOLOM_TUGAS, baris_tugas([s.pk for s in semua], beban))
    asal = {"berkas": berkas} if berkas else {}
    jejak = [
        (objek(s), None, ringkas(s, len(b.baris)) | asal) for s, b in zip(semua, beban, strict=True)
    ]
    catat_banyak(tindakan.PERHITUNGAN_DISUSUN, jejak, oleh=oleh)
    return len(semua)


def _terkunci(uraian: Mapping[int, Any]) -> dict[int, Formasi]:
    rows = Formasi.objects.select_for_update(of=("self",)).with_names().order_by("pk")
    return {f.pk: f for potong in paket(sorted(uraian)) for f in rows.filter(pk__in=potong)}


def _terbuka(posts: Mapping[int, Formasi]) -> dict[int, PerhitunganKebutuhan]:
    rows = PerhitunganKebutuhan.objects.abk_terbuka().select_for_update(of=("self",))
    hasil = {}
    for potong in paket(list(posts)):
        for satu in rows.filter(formasi__in=potong):
            satu.formasi = posts[satu.formasi_id]  # its name goes into the trail
            hasil[satu.formasi_id] = satu
    return hasil


def _isikan(
    satu: PerhitunganKebutuhan, beban: BebanJabatan, *, per: date, kini: datetime, oleh: Pengguna
) -> PerhitunganKebutuhan:
    isi = {
        "metode": beban.hitungan.metode.value, **isi_hitungan(beban.hitungan),
        "per": per, "dibuat_pada": kini, "dibuat_oleh": oleh,
    }  # fmt: skip
    for nama, nilai in isi.items():
        setattr(satu, nama, nilai)
    return satu


def objek(satu: PerhitunganKebutuhan) -> Objek:
    """A computation as the trail names it."""
    return Objek(PerhitunganKebutuhan._meta.label_lower, str(satu.pk), str(satu)[:255])


def ringkas(satu: PerhitunganKebutuhan, tugas: int | None = None) -> dict[str, Any]:
    """What the trail keeps of a computation."""
    isi = {"menit": satu.menit, "mentah": satu.mentah, "jumlah": satu.jumlah}
    return isi if tugas is None else {**isi, "tugas": tugas}

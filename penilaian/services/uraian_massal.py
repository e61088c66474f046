"""Write the tasks of many posts at once as drafts: what a workbook of a unit becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.models import PerhitunganKebutuhan, SumberKebutuhan, UraianTugas
from penilaian.policies import perhitungan as policies
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.abk_acuan import Acuan
from penilaian.services.perhitungan import (
    KOLOM_TUGAS,
    BarisUraian,
    BebanJabatan,
    baris_tugas,
    hitung_abk,
    isi_hitungan,
)
from penilaian.services.terhitung import paket
from toolkit.massal import sisipkan

_UBAH = (
    "metode", "tetapan", "menit", "jke_menit", "mentah", "jumlah", "pembulatan", "per",
    "dibuat_pada", "dibuat_oleh",
)  # fmt: skip


@transaction.atomic
def susun_banyak(
    uraian: Mapping[int, Sequence[BarisUraian]], *, per: date, hari: date, oleh: Pengguna
) -> int:
    """Save the tasks of each post as its draft, all or none, with one trace each; how many.

    The same as ``susun_uraian`` post by post: an open draft becomes this one, a checked computation
    refuses. ``per`` is the day the tasks speak for, ``hari`` the one on which rights are asked.
    """
    posts = _terkunci(uraian)
    terbuka = _terbuka(posts)
    for pk, baris in uraian.items():
        tugas = [b.tugas for b in baris]
        policies.susun.check(posts[pk], terbuka.get(pk), tugas, oleh, per=hari)
    beban = _beban(posts, uraian, per)
    versi = _versi(posts)
    kini = timezone.now()
    semua = [
        _isikan(terbuka.get(b.formasi_id) or _baru(b, versi), b, per=per, kini=kini, oleh=oleh)
        for b in beban
    ]
    PerhitunganKebutuhan.objects.bulk_create([s for s in semua if s.pk is None], batch_size=500)
    lama = [s for s in semua if s.formasi_id in terbuka]
    PerhitunganKebutuhan.objects.bulk_update(lama, _UBAH, batch_size=200)
    for potong in paket([s.pk for s in lama]):
        UraianTugas.objects.filter(perhitungan__in=potong).delete()
    sisipkan(UraianTugas, KOLOM_TUGAS, baris_tugas([s.pk for s in semua], beban))
    jejak = (_jejak(s, b) for s, b in zip(semua, beban, strict=True))
    catat_banyak(tindakan.PERHITUNGAN_DISUSUN, jejak, oleh=oleh)
    return len(semua)


def _terkunci(uraian: Mapping[int, Any]) -> dict[int, Formasi]:
    rows = Formasi.objects.select_for_update(of=("self",)).with_names().order_by("pk")
    return {f.pk: f for potong in paket(sorted(uraian)) for f in rows.filter(pk__in=potong)}


def _terbuka(posts: Mapping[int, Formasi]) -> dict[int, PerhitunganKebutuhan]:
    rows = PerhitunganKebutuhan.objects.abk_terbuka().select_for_update(of=("self",))
    return {
        satu.formasi_id: satu
        for potong in paket(list(posts))
        for satu in rows.filter(formasi__in=potong)
    }


def _versi(posts: Mapping[int, Formasi]) -> dict[int, int]:
    rows = PerhitunganKebutuhan.objects.filter(sumber=SumberKebutuhan.ABK).order_by()
    return {
        pk: terakhir
        for potong in paket(list(posts))
        for pk, terakhir in rows.filter(formasi__in=potong)
        .values_list("formasi")
        .annotate(terakhir=Max("versi"))
    }


def _beban(
    posts: Mapping[int, Formasi], uraian: Mapping[int, Sequence[BarisUraian]], per: date
) -> list[BebanJabatan]:
    k, kursi = tetapan_kebutuhan(per=per), Acuan.kursi_struktural(per=per)
    return [
        BebanJabatan(
            pk, str(posts[pk]), baris,
            hitung_abk([b.tugas for b in baris], k, kursi=posts[pk].jabatan_id in kursi),
        )
        for pk, baris in uraian.items()
    ]  # fmt: skip


def _baru(beban: BebanJabatan, versi: Mapping[int, int]) -> PerhitunganKebutuhan:
    return PerhitunganKebutuhan(
        formasi_id=beban.formasi_id,
        sumber=SumberKebutuhan.ABK,
        versi=versi.get(beban.formasi_id, 0) + 1,
    )


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


def _jejak(
    satu: PerhitunganKebutuhan, beban: BebanJabatan
) -> tuple[Objek, None, Mapping[str, Any]]:
    nama = f"{beban.nama} · versi {satu.versi}"[:255]
    objek = Objek(PerhitunganKebutuhan._meta.label_lower, str(satu.pk), nama)
    ringkas = {"menit": satu.menit, "mentah": satu.mentah, "jumlah": satu.jumlah}
    return objek, None, {**ringkas, "tugas": len(beban.baris)}

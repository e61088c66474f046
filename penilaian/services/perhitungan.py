"""Computations of needs: task rows through the method, kept as versions, handed to the needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian.kernel.abk import BarisTugas, Tugas, dari_tugas, menit_setahun
from penilaian.kernel.hitungan import Hitungan, Pembulatan, desimal
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import (
    JalurHitung,
    KeadaanHitung,
    MacamTugas,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.selectors.kebutuhan import Ketentuan
from penilaian.selectors.perhitungan_susun import kursi_struktur
from penilaian.services.kebutuhan import Ketetapan, tulis_kebutuhan
from penilaian.services.terhitung import paket
from toolkit.massal import nomor_baru, sisipkan

DIGIT = 6  # decimals a volume or a norm is kept with; what is shown is what was computed with
_KOLOM_HITUNG = (
    "id", "formasi", "sumber", "metode", "versi", "keadaan", "jalur", "per", "dasar", "tetapan",
    "menit", "jke_menit", "mentah", "jumlah", "pembulatan", "dibuat_pada", "dibuat_oleh",
    "rincian",
)  # fmt: skip
KOLOM_TUGAS = (
    "perhitungan", "urutan", "uraian", "macam", "satuan", "volume", "periode", "norma_menit",
    "catatan", "alasan",
)  # fmt: skip


@dataclass(frozen=True)
class BarisUraian:
    """A task with what its maker wrote beside it."""

    tugas: Tugas
    catatan: str = ""
    alasan: str = ""
    macam: str = MacamTugas.POKOK.value


@dataclass(frozen=True)
class BebanJabatan:
    """A post with its tasks and what they come to."""

    formasi_id: int
    nama: str
    baris: Sequence[BarisUraian]
    hitungan: Hitungan[BarisTugas]


def hitung_abk(
    tugas: Sequence[Tugas], k: KetentuanKebutuhan, *, kursi: bool = False
) -> Hitungan[BarisTugas]:
    """The need of one post from its tasks.

    ``kursi``: a box of the structure is one seat however heavy its load, which then shows in EJ.
    """
    hasil = dari_tugas(tugas, k)
    return replace(hasil, bulat=1, pembulatan=Pembulatan.TABEL) if kursi else hasil


def beban_jabatan(
    post: Formasi, baris: Sequence[BarisUraian], k: KetentuanKebutuhan, aturan: Ketentuan
) -> BebanJabatan:
    """The tasks of a post and what they come to by the constants of a day."""
    kursi = kursi_struktur(post.jabatan, aturan)
    hitungan = hitung_abk([b.tugas for b in baris], k, kursi=kursi)
    return BebanJabatan(post.pk, str(post), baris, hitungan)


def tulis_final(
    semua: Sequence[BebanJabatan],
    *,
    sumber: SumberKebutuhan,
    per: date,
    dasar: str,
    oleh: Pengguna,
) -> None:
    """Write computations decided on paper: the next version of each post, final, and its need.

    Called inside the transaction of an import, which has asked its policy; each need leaves its
    trace. Earlier versions stay as they were.
    """
    kini = timezone.now()
    versi = versi_berikut([satu.formasi_id for satu in semua], sumber)
    nomor = nomor_baru(PerhitunganKebutuhan, len(semua))
    tetap = (KeadaanHitung.FINAL.value, JalurHitung.IMPOR.value, per, dasar)
    sisipkan(
        PerhitunganKebutuhan,
        _KOLOM_HITUNG,
        (
            (
                pk, satu.formasi_id, sumber.value, satu.hitungan.metode.value,
                versi[satu.formasi_id], *tetap, *isi_hitungan(satu.hitungan).values(),
                kini, oleh.pk, [],
            )
            for pk, satu in zip(nomor, semua, strict=True)
        ),
    )  # fmt: skip
    sisipkan(UraianTugas, KOLOM_TUGAS, baris_tugas(nomor, semua))
    tulis_kebutuhan(
        [
            Ketetapan(
                satu.formasi_id, satu.nama, satu.hitungan.mentah, satu.hitungan.bulat,
                perhitungan_id=pk,
            )
            for pk, satu in zip(nomor, semua, strict=True)
        ],
        sumber=sumber, per=per, dasar=dasar, oleh=oleh,
    )  # fmt: skip


def isi_hitungan(hitungan: Hitungan[BarisTugas]) -> dict[str, Any]:
    """What a version keeps of its computation, by field."""
    jke = next(t.nilai for t in hitungan.tetapan if t.nama == "jke_menit")
    return {
        "tetapan": [asdict(satu) for satu in hitungan.tetapan],
        "menit": str(menit_setahun(hitungan)),
        "jke_menit": int(jke),
        "mentah": hitungan.mentah,
        "jumlah": hitungan.bulat,
        "pembulatan": hitungan.pembulatan.value,
    }


def baris_tugas(nomor: Sequence[int], semua: Sequence[BebanJabatan]) -> Iterator[tuple[Any, ...]]:
    """The tasks of these versions as rows of ``KOLOM_TUGAS``."""
    for pk, satu in zip(nomor, semua, strict=True):
        for urutan, baris in enumerate(satu.baris, 1):
            t = baris.tugas
            yield (
                pk, urutan, t.uraian, baris.macam, t.satuan, desimal(t.volume, DIGIT),
                t.periode.value, desimal(t.norma, DIGIT), baris.catatan, baris.alasan,
            )  # fmt: skip


def draf_baru(
    formasi: Formasi, sumber: SumberKebutuhan, berikut: Mapping[int, int]
) -> PerhitunganKebutuhan:
    """The next version of a post, still empty; ``berikut`` as ``versi_berikut`` counts."""
    return PerhitunganKebutuhan(formasi=formasi, sumber=sumber, versi=berikut[formasi.pk])


def versi_berikut(formasi: Collection[int], sumber: str) -> dict[int, int]:
    """The number the next version of each of these posts will bear."""
    return dict.fromkeys(formasi, 1) | {
        pk: versi + 1
        for potong in paket(list(formasi))
        for pk, versi in PerhitunganKebutuhan.objects.filter(sumber=sumber, formasi__in=potong)
        .order_by()
        .values_list("formasi")
        .annotate(versi=Max("versi"))
    }

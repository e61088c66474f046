"""What the sheet of task rows begins with: a draft, the version in force, a model, a neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, Value, When

from jejak.selectors import Catatan, riwayat
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import JenisJabatan
from penilaian import tindakan
from penilaian.kernel.hitungan import angka, pecahan
from penilaian.kernel.kesenjangan import Isi
from penilaian.models import (
    KeadaanHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    TemplatUraian,
    UraianTugas,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.perhitungan import TELITI, posisi_terlihat

SERUPA_TAMPIL = 8
_CALON_SERUPA = 200  # as many neighbours are ranked, the likeliest kinds first


@dataclass(frozen=True)
class Serupa:
    """A final computation of a similar post, whose tasks may be copied."""

    perhitungan: PerhitunganKebutuhan
    tugas: int
    ej: str
    sama_jabatan: bool
    sama_jenis: bool


@dataclass(frozen=True)
class Susunan:
    """One post whose tasks are being written. ``terbuka`` is its draft, when there is one."""

    posisi: Any
    aturan: Ketentuan
    terbuka: PerhitunganKebutuhan | None
    berlaku: PerhitunganKebutuhan | None
    alasan: Sequence[str]
    stempel: str
    kembali: Catatan | None

    @property
    def kursi(self) -> bool:
        """Whether the post is a box of the structure."""
        return kursi_struktur(self.posisi.jabatan, self.aturan)

    @property
    def asal(self) -> PerhitunganKebutuhan | None:
        """Where the rows one begins with come from."""
        return self.terbuka or self.berlaku


def posisi_susun(pengguna: Pengguna, pk: int, *, per: date) -> tuple[Any, bool]:
    """The post with its holders, and whether it is a box of the structure; (None, ...) unseen."""
    aturan = ketentuan(per=per)
    posisi = posisi_terlihat(pengguna, pk, per=per, aturan=aturan)
    return posisi, posisi is not None and kursi_struktur(posisi.jabatan, aturan)


def kursi_struktur(jabatan: Any, aturan: Ketentuan) -> bool:
    """Whether the post is a box of the structure, one seat whatever its load."""
    return jabatan.jenis == JenisJabatan.STRUKTURAL and jabatan.eselon_id in aturan.eselon_berkursi


def baca_susunan(pengguna: Pengguna, pk: int, *, per: date) -> Susunan | None:
    """None when the post is out of reach or nobody knows it."""
    aturan = ketentuan(per=per)
    posisi = posisi_terlihat(pengguna, pk, per=per, aturan=aturan)
    if posisi is None:
        return None
    versi = PerhitunganKebutuhan.objects.filter(formasi=pk, sumber=SumberKebutuhan.ABK)
    # The open one first: versions imported since may have higher numbers.
    terbuka_dahulu = Case(When(keadaan=KeadaanHitung.FINAL, then=Value(1)), default=Value(0))
    dua = list(versi.select_related("dibuat_oleh").order_by(terbuka_dahulu, "-versi")[:2])
    terbuka = next((v for v in dua if v.keadaan != KeadaanHitung.FINAL), None)
    for satu in dua:
        satu.formasi = posisi
    return Susunan(
        posisi=posisi,
        aturan=aturan,
        terbuka=terbuka,
        berlaku=next((v for v in dua if v.keadaan == KeadaanHitung.FINAL), None),
        alasan=policies.buka_susunan.reasons(posisi, terbuka, pengguna, per=per),
        stempel=policies.stempel_draf(terbuka),
        kembali=dikembalikan(terbuka),
    )


def dikembalikan(
    draf: PerhitunganKebutuhan | None, baris: Sequence[Catatan] | None = None
) -> Catatan | None:
    """The last word about a draft that came back, while nobody has saved it since.

    ``baris`` is its trail, where that was read already.
    """
    if draf is None or draf.keadaan != KeadaanHitung.DRAF:
        return None
    for satu in (riwayat(draf).baris if baris is None else baris)[:1]:
        if satu.tindakan == tindakan.PERHITUNGAN_DIKEMBALIKAN.kode:
            return satu
    return None


def isi_awal(perhitungan: PerhitunganKebutuhan | None) -> list[dict[str, str]]:
    """Its tasks as the sheet types them; norms in minutes, as they are kept."""
    return [] if perhitungan is None else [_ketik(satu) for satu in perhitungan.tugas.all()]


def _ketik(satu: UraianTugas) -> dict[str, str]:
    return {
        "uraian": satu.uraian,
        "macam": satu.macam,
        "satuan": satu.satuan,
        "volume": angka(pecahan(satu.volume), 6),
        "periode": satu.periode,
        "norma": angka(pecahan(satu.norma_menit), 6),
        "satuan_norma": "menit",
        "catatan": satu.catatan,
        "alasan": satu.alasan,
    }


@dataclass(frozen=True)
class Sumber:
    """Where tasks may be copied from: the model of the jabatan, and similar posts within reach."""

    templat: TemplatUraian | None
    serupa: Sequence[Serupa]
    lainnya: int

    def tugas(self, pk: int | None) -> list[dict[str, str]]:
        """The tasks of one of them; a copy leaves notes and reasons behind."""
        semua: Iterable[PerhitunganKebutuhan] = [satu.perhitungan for satu in self.serupa]
        if self.templat is not None:
            semua = [self.templat.perhitungan, *semua]
        satu = next((s for s in semua if s.pk == pk), None)
        return [{**isi, "catatan": "", "alasan": ""} for isi in isi_awal(satu)]


def baca_sumber(pengguna: Pengguna, susunan: Susunan, *, per: date) -> Sumber:
    """The model, whatever unit it was made in, then posts of the same jabatan or rumpun.

    First the same jabatan, then units of the same kind, then the latest; only what one may see.
    """
    posisi = susunan.posisi
    templat = TemplatUraian.objects.filter(jabatan=posisi.jabatan_id).select_related(
        "perhitungan__formasi__unit", "ditetapkan_oleh"
    )
    sama = Q(formasi__jabatan=posisi.jabatan_id)
    if posisi.jabatan.rumpun:
        sama |= Q(formasi__jabatan__rumpun=posisi.jabatan.rumpun)
    rows = PerhitunganKebutuhan.objects.berlaku().filter(
        sama, sumber=SumberKebutuhan.ABK, jke_menit__isnull=False
    )
    rows = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).saring(
        rows.exclude(formasi=posisi.pk), prefix="formasi__unit__"
    )
    rows = rows.select_related("formasi__unit", "formasi__jabatan").order_by("-per", "pk")
    semua = sorted(rows[:_CALON_SERUPA], key=lambda s: _jauh(s, posisi))
    dipakai = semua[:SERUPA_TAMPIL]
    banyak = dict(
        UraianTugas.objects.filter(perhitungan__in=[s.pk for s in dipakai])
        .order_by()
        .values_list("perhitungan")
        .annotate(n=Count("pk"))
    )
    return Sumber(
        templat=templat.first(),
        serupa=_serupa(dipakai, banyak, posisi, pw_mengisi=susunan.aturan.pw_mengisi),
        lainnya=len(semua) - len(dipakai),
    )


def _jauh(satu: PerhitunganKebutuhan, posisi: Any) -> tuple[bool, bool]:
    f = satu.formasi
    return f.jabatan_id != posisi.jabatan_id, f.unit.jenis != posisi.unit.jenis


def _serupa(
    rows: Sequence[PerhitunganKebutuhan],
    banyak: dict[int, int],
    posisi: Any,
    *,
    pw_mengisi: bool,
) -> list[Serupa]:
    hasil = []
    for satu in rows:
        f = satu.formasi
        isi = Isi(f.isi_pns, f.isi_pppk, f.isi_pppk_pw)
        pemangku = isi.nominal(pw_mengisi=pw_mengisi)
        # Need over holders is load over capacity: the minutes of one year stand in both.
        ej = angka(satu.nilai / pemangku, TELITI) if pemangku else ""
        beda_jabatan, beda_jenis = _jauh(satu, posisi)
        hasil.append(Serupa(satu, banyak.get(satu.pk, 0), ej, not beda_jabatan, not beda_jenis))
    return hasil

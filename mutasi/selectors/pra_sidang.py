"""The sheet before the panel, as far as the register tells it: rules, account, seats, who is left.

It adds to a sheet that was judged already (``lembar.susun``), in a constant number of queries; who
may read it is the caller's to ask. Looking for others for one post reads everybody, and is a
question of its own (``alternatif``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum

from mutasi.kernel.rantai import Kursi
from mutasi.selectors.calon import BarisCalon, SaringanCalon, cari_calon
from mutasi.selectors.lembar import Baris, Isi, Susunan, asal, terhitung
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai, RiwayatPelatihan
from penilaian.kernel.kriteria import Kriteria
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.skor import Akun
from penilaian.kernel.skor import Baris as BarisSkor
from penilaian.kernel.verdik import Verdik
from penilaian.selectors.kecocokan import BahanSkor, kecocokan
from penilaian.selectors.putusan import ATURAN, Pembaca
from toolkit.sekaligus import Arm

MAKS_ALTERNATIF = 3
_PELATIHAN = ("pegawai_id", "mulai", "jam")


@dataclass(frozen=True)
class LembarSidang:
    """One line before the panel. ``putusan``: rules and warnings in the words this reader may read.

    ``asal``, ``tujuan``: the posts under which both seats are counted (None: not recorded); their
    seats before and after the whole sheet stand in ``baris``. ``pengganti``: names of those who
    come to the post he leaves. ``akun`` is None where no criteria are in force.
    """

    baris: Baris
    putusan: tuple[Putusan, ...]
    akun: Akun | None
    kriteria: tuple[Kriteria, ...]
    asal: Any
    tujuan: Any
    pengganti: tuple[str, ...]

    @property
    def aturan(self) -> list[tuple[str, str, Putusan]]:
        """(code, title, answer) of every rule asked."""
        return [
            (p.kode, ATURAN[p.kode].judul, p)
            for p in self.putusan
            if p.putusan is not Hasil.PERINGATAN
        ]

    @property
    def penentu(self) -> tuple[Putusan, ...]:
        """Rules not simply met."""
        return tuple(p for _, _, p in self.aturan if p.putusan is not Hasil.LOLOS)

    @property
    def peringatan(self) -> tuple[Putusan, ...]:
        """The warnings, which need a reason each."""
        return tuple(p for p in self.putusan if p.putusan is Hasil.PERINGATAN)

    @property
    def rincian_skor(self) -> list[tuple[Kriteria, BarisSkor]]:
        """The account line by line, beside its criteria."""
        return list(zip(self.kriteria, self.akun.baris, strict=True)) if self.akun else []

    @property
    def belakang(self) -> str:
        """What becomes of the post he leaves, in a sentence."""
        if self.asal is None:
            return "Jabatan asalnya tidak tercatat sebagai formasi."
        if self.pengganti:
            return f"Digantikan {', '.join(self.pengganti)} dalam berkas ini."
        if self.baris.kursi_asal is None:
            return "Jumlah pemangku jabatan asalnya tidak berubah."
        return kalimat_kursi(self.baris.kursi_asal)


def kalimat_kursi(k: Kursi) -> str:
    """A post after the whole sheet, in a sentence."""
    if k.kosong:
        return f"Menjadi lowong {k.kosong} kursi: tersisa {k.sesudah} dari {k.isi} pemangku."
    if k.butuh is None:
        return f"Tersisa {k.sesudah} pemangku; kebutuhannya belum ditetapkan."
    return f"Tersisa {k.sesudah} pemangku, kebutuhan {k.butuh}."


@dataclass(frozen=True)
class BahanSidang:
    """What a page has read with other things already: by person where his unit lies and his hours
    of training, and what accounts are taken from."""

    kiri: Mapping[int, int | None]
    jam: Mapping[int, int | None]
    skor: BahanSkor


def pra_sidang(
    susunan: Susunan | Isi, *, per: date, pembaca: Pembaca, hanya: Sequence[Baris] | None = None,
    bahan: BahanSidang | None = None,
) -> tuple[LembarSidang, ...]:  # fmt: skip
    """Every line of a judged sheet, or only these of them, in its order, in three queries more;
    none where ``bahan`` was read before."""
    baris = susunan.baris if hanya is None else hanya
    akun, kriteria = _akun(baris, per, bahan)
    orang = {b.isi.pegawai_id for b in baris if b.isi.pegawai_id}
    kiri = bahan.kiri if bahan else _kiri(orang)
    datang = _datang(susunan.baris)
    return tuple(
        LembarSidang(
            baris=b,
            putusan=_terbaca(b.putusan, pembaca, kiri.get(b.isi.pegawai_id)),
            akun=akun.get(b.nomor),
            kriteria=kriteria,
            asal=susunan.posisi.get(terhitung(asal(b.isi)) or 0),
            tujuan=susunan.posisi.get(terhitung(b.isi.ke) or 0),
            pengganti=_pengganti(b, datang),
        )
        for b in baris
    )


def _terbaca(putusan: Sequence[Putusan], pembaca: Pembaca, kiri: int | None) -> tuple[Putusan, ...]:
    awas = [p for p in putusan if p.putusan is Hasil.PERINGATAN]
    aturan = [p for p in putusan if p.putusan is not Hasil.PERINGATAN]
    return (*pembaca.syarat(aturan, kiri), *pembaca.peringatan(awas, kiri))


def _kiri(pegawai: Collection[int]) -> dict[int, int | None]:
    rows = Pegawai.objects.filter(pk__in=pegawai).order_by()
    return dict(rows.values_list("pk", "unit__kiri"))


def _datang(baris: Sequence[Baris]) -> dict[int | None, dict[int, str]]:
    """Who comes to which post from another one; a line that moves nobody any more has no seats."""
    hasil: dict[int | None, dict[int, str]] = defaultdict(dict)
    for b in baris:
        ke = terhitung(b.isi.ke)
        if b.kursi_tujuan is not None and ke != terhitung(asal(b.isi)):
            hasil[ke][b.isi.pegawai_id] = b.isi.pegawai.nama_lengkap
    return hasil


def _pengganti(b: Baris, datang: Mapping[int | None, Mapping[int, str]]) -> tuple[str, ...]:
    dari = terhitung(asal(b.isi))
    if dari is None or dari == terhitung(b.isi.ke):
        return ()
    return tuple(nama for siapa, nama in datang.get(dari, {}).items() if siapa != b.isi.pegawai_id)


def _akun(
    baris: Sequence[Baris], per: date, bahan: BahanSidang | None
) -> tuple[dict[int, Akun], tuple[Kriteria, ...]]:
    """The account of each line by its number. A person who stands in two lines has two accounts, so
    the lines are asked in rounds in which everybody stands once."""
    babak: list[dict[int, Baris]] = []
    for b in baris:
        if b.perkara is None:
            continue
        giliran = next((satu for satu in babak if b.isi.pegawai_id not in satu), None)
        if giliran is None:
            babak.append(giliran := {})
        giliran[b.isi.pegawai_id] = b
    orang = {siapa for giliran in babak for siapa in giliran}
    jam = bahan.jam if bahan else jam_pelatihan(orang, per=per)
    hasil: dict[int, Akun] = {}
    kriteria: tuple[Kriteria, ...] = ()
    for giliran in babak:
        kasus = {siapa: b.perkara for siapa, b in giliran.items() if b.perkara is not None}
        cocok = kecocokan(kasus, jam, per=per, bahan=bahan.skor if bahan else None)
        if cocok is None:
            break
        kriteria = cocok.kriteria
        hasil |= {b.nomor: cocok.akun[siapa] for siapa, b in giliran.items()}
    return hasil, kriteria


def jam_pelatihan(pegawai: Collection[int], *, per: date) -> dict[int, int | None]:
    """Hours of training begun in the twelve months before; no entry when none is recorded."""
    setahun = Q(mulai__gt=tambah_bulan(per, -12), mulai__lte=per)
    rows = RiwayatPelatihan.objects.filter(pegawai__in=pegawai).order_by().values("pegawai")
    rows = rows.annotate(banyak=Count("pk"), jumlah=Sum("jam", filter=setahun))
    return {satu["pegawai"]: satu["jumlah"] or 0 for satu in rows}


def arm_pelatihan(pegawai: Collection[int]) -> Arm:
    """Trainings of a few people, to be read with other things."""
    return Arm(RiwayatPelatihan.objects.filter(pegawai__in=pegawai), _PELATIHAN)


def jam_dari(pelatihan: Iterable[RiwayatPelatihan], *, per: date) -> dict[int, int | None]:
    """The hours ``jam_pelatihan`` counts, from such rows."""
    sejak = tambah_bulan(per, -12)
    hasil: dict[int, int | None] = {}
    for satu in pelatihan:
        baru = satu.mulai is not None and sejak < satu.mulai <= per
        hasil[satu.pegawai_id] = (hasil.get(satu.pegawai_id) or 0) + (baru and satu.jam or 0)
    return hasil


@dataclass(frozen=True)
class Alternatif:
    """Others for one post: how many stand under each verdict, and the first few of them, in the
    published neutral order of Cari calon, with their accounts."""

    jumlah: Mapping[str, int]
    orang: tuple[tuple[BarisCalon, Akun | None], ...]


def alternatif(
    formasi_id: int,
    pengguna: Any,
    *,
    per: date,
    tmt: date,
    kecuali: Collection[int] = (),
    maks: int = MAKS_ALTERNATIF,
) -> Alternatif | None:
    """The next of Cari calon for a post, as if one seat there were free; None out of reach.

    Who meets the rules comes before who nearly does; ``kecuali`` are those the file names already.
    Reads the whole register: ask it once per post, when the file is made ready, and keep the
    answer with what the panel saw.
    """
    hasil = cari_calon(formasi_id, pengguna, per=per, s=SaringanCalon(tmt=tmt, kosong=True))
    if hasil is None:
        return None
    baris: list[BarisCalon] = []
    for kelompok in (Verdik.MEMENUHI, Verdik.HAMPIR):
        sisa = [n for n in hasil.pilih(kelompok) if hasil.orang[n].pk not in kecuali]
        baris += hasil.baris(sisa[: maks - len(baris)], kelompok)
    pk = [satu.orang.pk for satu in baris]
    perkara = {b.orang.pk: replace(hasil.perkara, calon=b.orang.calon) for b in baris}
    cocok = kecocokan(perkara, jam_pelatihan(pk, per=per), per=per) if pk else None
    akun = cocok.akun if cocok else {}
    return Alternatif(hasil.jumlah, tuple((b, akun.get(b.orang.pk)) for b in baris))

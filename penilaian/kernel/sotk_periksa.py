"""What is wrong with a plan of a structure, as sentences. What blocks, blocks its decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from penilaian.kernel.kata import daftar
from penilaian.kernel.sotk import MENERUSKAN, Akibat, Draf, Hubungan, Keputusan, Kotak, Nasib

STRUKTURAL, FUNGSIONAL = "1", "2"


@dataclass(frozen=True)
class TemuanSotk:
    """One sentence; ``lama`` or ``kotak`` says where to mend it."""

    kode: str
    kalimat: str
    menghalangi: bool = True
    lama: int | None = None
    kotak: int | None = None


def periksa_sotk(akibat: Akibat, *, per: date) -> tuple[TemuanSotk, ...]:
    """Everything found, blocking first, in the order people mend it."""
    draf = akibat.draf
    pemeriksa: Sequence[Callable[[Draf], Iterator[TemuanSotk]]] = (
        _lingkaran, _akar, _tanpa_peta, _peta_unit, _kotak_asal, _kotak_gabung, _nama_kembar,
        _kosong, _tangan,
    )  # fmt: skip
    semua = [t for periksa in pemeriksa for t in periksa(draf)]
    semua += _kursi(akibat)
    if draf.berlaku < per:
        semua.append(TemuanSotk("tanggal_lewat", "Tanggal mulai berlakunya sudah lewat."))
    return tuple(sorted(semua, key=lambda t: not t.menghalangi))


def _lingkaran(draf: Draf) -> Iterator[TemuanSotk]:
    """Boxes whose way up never ends."""
    sampai: set[int] = set()
    for awal in draf.kotak:
        jalan: dict[int, None] = {}
        kini: Kotak | None = awal
        while kini is not None and kini.pk not in sampai and kini.pk not in jalan:
            jalan[kini.pk] = None
            kini = None if kini.induk is None else draf.kotak_pk.get(kini.induk)
        if kini is not None and kini.pk in jalan:
            nama = daftar(draf.kotak_pk[pk].nama for pk in list(jalan)[:5])
            kalimat = f"Susunan kotak berputar ({nama}); tidak ada yang sampai ke atas."
            yield TemuanSotk("lingkaran", kalimat, kotak=kini.pk)
        sampai.update(jalan)


def _akar(draf: Draf) -> Iterator[TemuanSotk]:
    """Where the plan hangs: the agency has one top, a branch hangs under what stays."""
    puncak = [k for k in draf.kotak if k.induk is None]
    if draf.luar is None and (len(puncak) != 1 or puncak[0].asal is None):
        kalimat = "Cabang ini instansi sendiri: satu kotak puncak saja, dan meneruskan instansi."
        yield TemuanSotk("akar", kalimat)
    if draf.luar in draf.unit_pk:
        nama = draf.unit_pk[draf.luar or 0].nama
        kalimat = (
            f"Kotak puncak berada di bawah {nama}, yang ikut berubah. Pilih cabang di atasnya."
        )
        yield TemuanSotk("atasan_berubah", kalimat, lama=draf.luar)


def _tanpa_peta(draf: Draf) -> Iterator[TemuanSotk]:
    for unit in draf.unit:
        if unit.pk not in draf.peta_unit:
            kalimat = f"{unit.nama} belum dipetakan: tetap, digabung, dipecah, atau dihapus?"
            yield TemuanSotk("tanpa_peta", kalimat, lama=unit.pk)


def _peta_unit(draf: Draf) -> Iterator[TemuanSotk]:
    """Rows of one old unit that say two things."""
    for lama, rows in draf.peta_unit.items():
        unit = draf.unit_pk.get(lama)
        if unit is None:
            yield TemuanSotk("unit_tutup", "Peta memuat unit yang sudah ditutup.", lama=lama)
            continue
        macam = {r.hubungan for r in rows}
        if len(rows) > 1 and macam != {Hubungan.PECAH}:
            yield _bertentangan(f"{unit.nama} dipetakan ke beberapa kotak tanpa dipecah.", lama)
        elif macam == {Hubungan.PECAH} and len(rows) == 1:
            yield _bertentangan(f"{unit.nama} dipecah, tetapi hanya ke satu kotak.", lama)
        elif rows[0].hubungan in MENERUSKAN:
            yield from _meneruskan(draf, lama, rows[0].hubungan, rows[0].baru)


def _meneruskan(
    draf: Draf, lama: int, hubungan: Hubungan, baru: int | None
) -> Iterator[TemuanSotk]:
    unit, kotak = draf.unit_pk[lama], draf.kotak_pk.get(baru or 0)
    if kotak is None or kotak.asal != lama:
        yield _bertentangan(f"{unit.nama} diteruskan, tetapi kotaknya bukan penerusnya.", lama)
    elif hubungan is Hubungan.TETAP and kotak.nama != unit.nama:
        yield _bertentangan(
            f"{unit.nama} disebut tetap, tetapi kotaknya bernama {kotak.nama}.", lama
        )
    elif hubungan is Hubungan.GANTI_NAMA and kotak.nama == unit.nama:
        kalimat = f"{unit.nama} disebut ganti nama, tetapi namanya sama."
        yield TemuanSotk("nama_sama", kalimat, menghalangi=False, lama=lama)


def _bertentangan(kalimat: str, lama: int | None, kotak: int | None = None) -> TemuanSotk:
    return TemuanSotk("bertentangan", kalimat, lama=lama, kotak=kotak)


def _kotak_asal(draf: Draf) -> Iterator[TemuanSotk]:
    """A box continues an office of today that goes there."""
    for kotak in draf.kotak:
        if kotak.asal is None:
            continue
        unit = draf.unit_pk.get(kotak.asal)
        if unit is None:
            kalimat = f"{kotak.nama} meneruskan unit yang sudah ditutup."
            yield TemuanSotk("asal_tutup", kalimat, kotak=kotak.pk)
        elif kotak.asal not in draf.sumber_kotak.get(kotak.pk, ()):
            kalimat = (
                f"{kotak.nama} meneruskan {unit.nama}, tetapi {unit.nama} tidak dipetakan ke sana."
            )
            yield _bertentangan(kalimat, kotak.asal, kotak.pk)


def _kotak_gabung(draf: Draf) -> Iterator[TemuanSotk]:
    for kotak in sorted({p.baru or 0 for p in draf.peta if p.hubungan is Hubungan.GABUNG}):
        if len(draf.sumber_kotak.get(kotak, ())) < 2 and kotak in draf.kotak_pk:
            nama = draf.kotak_pk[kotak].nama
            kalimat = f"{nama} disebut gabungan, tetapi hanya satu unit yang digabung ke sana."
            yield _bertentangan(kalimat, draf.sumber_kotak[kotak][0], kotak)


def _nama_kembar(draf: Draf) -> Iterator[TemuanSotk]:
    """Under one parent a name is one office: SIASN's file is matched to ours by it."""
    kali = Counter((k.induk, k.nama.casefold()) for k in draf.kotak)
    for kotak in draf.kotak:
        if kali.pop((kotak.induk, kotak.nama.casefold()), 1) > 1:
            kalimat = f"Ada lebih dari satu kotak bernama {kotak.nama} di bawah induk yang sama."
            yield TemuanSotk("nama_kembar", kalimat, kotak=kotak.pk)


def _kosong(draf: Draf) -> Iterator[TemuanSotk]:
    for kotak in draf.kotak:
        if not kotak.jabatan and not draf.sumber_kotak.get(kotak.pk):
            kalimat = f"{kotak.nama} tidak berasal dari unit mana pun dan tidak mempunyai pimpinan."
            yield TemuanSotk("kotak_kosong", kalimat, menghalangi=False, kotak=kotak.pk)


def _tangan(draf: Draf) -> Iterator[TemuanSotk]:
    """Decisions by hand that cannot be carried out."""
    pos = {p.pk: p for p in draf.pos}
    for satu in draf.keputusan:
        post = pos.get(satu.dari)
        if post is None:
            kalimat = "Ada keputusan tentang jabatan yang tidak lagi ada di cabang ini; diabaikan."
            yield TemuanSotk("di_luar", kalimat, menghalangi=False)
            continue
        kalimat = _keberatan(draf, satu, struktural=post.struktural)
        if kalimat:
            yield TemuanSotk("keputusan", kalimat, lama=post.unit, kotak=satu.kotak)


def _keberatan(draf: Draf, satu: Keputusan, *, struktural: bool) -> str:
    kotak = draf.kotak_pk.get(satu.kotak or 0)
    if satu.nasib is Nasib.BELUM or kotak is None:
        return ""
    if satu.jenis == STRUKTURAL:
        return "Jabatan pimpinan mengikuti kotaknya; kosongkan jabatan pada keputusan itu."
    if satu.nasib is Nasib.PENYETARAAN and not (struktural and satu.jenis == FUNGSIONAL):
        return "Penyetaraan hanya dari jabatan struktural, dan menyebut jabatan fungsionalnya."
    if satu.nasib is Nasib.PENGUKUHAN and struktural and satu.jabatan is None and not kotak.jabatan:
        return f"Ada pengukuhan ke jabatan pimpinan {kotak.nama}, yang tidak mempunyainya."
    return ""


def _kursi(akibat: Akibat) -> Iterator[TemuanSotk]:
    """One seat, several heads: by the map it waits for a decision, by hand it is a mistake."""
    draf = akibat.draf
    ke_kursi: Mapping[int, Sequence[int]] = akibat.berebut
    for kotak, yang in ke_kursi.items():
        nama = draf.kotak_pk[kotak].jabatan or draf.kotak_pk[kotak].nama
        tangan = [p for p in yang if akibat.pos[p].tangan or any(d == p for d, _ in akibat.orang)]
        if len(tangan) > 1:
            kalimat = f"Lebih dari satu pejabat diputuskan ke kursi {nama}."
            yield TemuanSotk("kursi_ganda", kalimat, kotak=kotak)
        elif not tangan:
            kalimat = (
                f"{len(yang)} pejabat untuk satu kursi {nama}; putuskan siapa yang dikukuhkan."
            )
            yield TemuanSotk("dua_pimpinan", kalimat, menghalangi=False, kotak=kotak)

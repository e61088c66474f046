"""What if: the same posts before and after, side by side; this room writes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.models import Pengguna
from penilaian.kernel.andaian import Andaian, andaikan_beban, andaikan_jumlah
from penilaian.kernel.efektivitas_massal import Kelas
from penilaian.kernel.hitungan import angka, pecahan
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.tetapan import KELAS, KetentuanKebutuhan
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.posisi_tepat import PosisiTepat, posisi_tepat
from penilaian.selectors.tetapan import tetapan_kebutuhan


@dataclass(frozen=True)
class Banding:
    """A post before and after."""

    p: PosisiTepat
    butuh: int | None
    butuh_andai: int | None
    isi_andai: int
    kelas: str
    kelas_andai: str

    @property
    def beda(self) -> int | None:
        """Holders minus need today."""
        return None if self.butuh is None else self.p.isi - self.butuh

    @property
    def beda_andai(self) -> int | None:
        """The same under the dials."""
        return None if self.butuh_andai is None else self.isi_andai - self.butuh_andai

    @property
    def berubah_tanda(self) -> bool:
        """Short became enough or too many, enough became short, and so on."""
        return _tanda(self.beda) != _tanda(self.beda_andai)


@dataclass(frozen=True)
class PerOpd:
    """Sums of one OPD before and after."""

    opd: int | None
    nama: str
    kini: Jumlah
    andai: Jumlah


@dataclass(frozen=True)
class HalamanAndai:
    """The answer: totals, OPD, classes, and the posts whose sign changes."""

    kini: Jumlah
    andai: Jumlah
    opd: list[PerOpd]
    kelas: list[tuple[str, list[tuple[int, bool]]]]
    pindah_kelas: int
    berubah: list[Banding]
    terhitung: int
    posisi: int
    jke_kini: str
    digerakkan: bool

    @property
    def geser(self) -> dict[str, int]:
        """How much each total moves."""
        nama = ("kebutuhan", "bezetting", "kekurangan", "kelebihan")
        return {satu: getattr(self.andai, satu) - getattr(self.kini, satu) for satu in nama}


def _tanda(beda: int | None) -> int | None:
    return None if beda is None else (beda > 0) - (beda < 0)


def andaian_dari(isi: dict[str, Any]) -> Andaian:
    """The dials of the form as the kernel reads them."""
    jke = isi.get("jke")
    return Andaian(
        jke=None if jke is None else pecahan(jke),
        volume_persen=pecahan(isi.get("volume") or 0),
        tumbuh_persen=pecahan(isi.get("tumbuh") or 0),
        tahun=int(isi.get("tahun") or 0),
    )


def halaman_andai(pengguna: Pengguna, form: Any, *, per: date) -> HalamanAndai:
    """Every post within reach, before and after."""
    aturan, k, isi = ketentuan(per=per), tetapan_kebutuhan(per=per), form.isi
    andai = andaian_dari(isi)
    if andai.jke is not None:
        k = k.andaikan(jke_menit=isi["jke"])
    posisi = posisi_tepat(pengguna, per=per, aturan=aturan, saring=form.saring)
    kelas = Kelas(k)
    pw = {"ya": True, "tidak": False}.get(isi.get("pw", ""), aturan.pw_mengisi)
    semua = [
        _banding(p, andai, kelas, _bezetting(p, aturan, pw=pw, efektif=bool(isi.get("efektif"))))
        for p in posisi
    ]
    pindah = Counter((b.kelas, b.kelas_andai) for b in semua if b.kelas and b.kelas_andai)
    berubah = [b for b in semua if b.berubah_tanda]
    berubah.sort(key=lambda b: (-abs((b.beda_andai or 0) - (b.beda or 0)), b.p.unit, b.p.jabatan))
    return HalamanAndai(
        kini=jumlahkan((b.butuh, b.p.isi) for b in semua),
        andai=jumlahkan((b.butuh_andai, b.isi_andai) for b in semua),
        opd=_per_opd(semua),
        kelas=[(dari, [(pindah[dari, ke], dari == ke) for ke in KELAS]) for dari in KELAS],
        pindah_kelas=sum(n for (dari, ke), n in pindah.items() if dari != ke),
        berubah=berubah,
        terhitung=sum(1 for p in posisi if p.menit is not None),
        posisi=len(posisi),
        jke_kini=_jke(tetapan_kebutuhan(per=per) if andai.jke is not None else k),
        digerakkan=andai != Andaian(tahun=andai.tahun)
        or pw != aturan.pw_mengisi
        or bool(isi.get("efektif")),
    )


def _jke(k: KetentuanKebutuhan) -> str:
    return angka(k.jke_menit)


def _banding(p: PosisiTepat, andai: Andaian, kelas: Kelas, isi: int) -> Banding:
    """A structural seat stays one seat; its load still shows in the class."""
    kini = p.ej
    baru = None if p.tepat is None else andaikan_beban(p.tepat, p.menit, andai)
    butuh = p.butuh
    if butuh is not None and not p.kursi and p.tepat is not None and baru is not None:
        butuh = andaikan_jumlah(butuh, p.tepat, baru)
    terukur = p.menit is not None and baru is not None and isi > 0
    return Banding(
        p=p,
        butuh=p.butuh,
        butuh_andai=butuh,
        isi_andai=isi,
        kelas="" if kini is None else kelas.dari(kini),
        kelas_andai=kelas.dari(baru.per(isi)) if terukur and baru is not None else "",
    )


def _bezetting(p: PosisiTepat, aturan: Ketentuan, *, pw: bool, efektif: bool) -> int:
    """Seats filled under the switches; the counts of the day already follow the dated one."""
    isi, paruh = (p.efektif, p.efektif_pw) if efektif else (p.isi, p.isi_pw)
    if pw == aturan.pw_mengisi:
        return isi
    return isi + paruh if pw else isi - paruh


def _per_opd(semua: list[Banding]) -> list[PerOpd]:
    """Most changed first."""
    kelompok: dict[int | None, list[Banding]] = {}
    for satu in semua:
        kelompok.setdefault(satu.p.opd_id, []).append(satu)
    hasil = [
        PerOpd(
            opd,
            isi[0].p.opd or "Tanpa perangkat daerah",
            jumlahkan((b.butuh, b.p.isi) for b in isi),
            jumlahkan((b.butuh_andai, b.isi_andai) for b in isi),
        )
        for opd, isi in kelompok.items()
    ]
    return sorted(hasil, key=lambda o: (-_geser(o), o.nama))


def _geser(satu: PerOpd) -> int:
    kurang = abs(satu.andai.kekurangan - satu.kini.kekurangan)
    return kurang + abs(satu.andai.kelebihan - satu.kini.kelebihan)

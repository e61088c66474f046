"""Ready for I-MUT: per person the documents D01-D11 and the rules BKN would refuse, before sending.

PerBKN 5/2019 lists the documents for a move between instansi; inside one instansi fewer are asked
(peraturan-mutasi 1.6). What the register proves is found here, what is uploaded comes as facts.
Permits that follow the pertek (Mendagri, special offices) do not hold the sending back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mutasi.kernel.jenis import Rute
from pegawai.kernel.masa import tambah_bulan
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.putusan import Hasil, Putusan


class StatusButir(StrEnum):
    """Where a document stands; the words are those of the screen."""

    ADA = "ada"
    TIDAK_ADA = "tidak ada"
    KEDALUWARSA = "kedaluwarsa"
    TIDAK_PERLU = "tidak perlu"


class Bukti(StrEnum):
    """What proves it."""

    REGISTER = "register"
    BERKAS = "berkas"


@dataclass(frozen=True)
class Perpindahan:
    """What decides which documents are asked. ``rute`` None: inside the instansi; ``naik`` None:
    nobody knows whether it is a promotion, and then what a promotion asks is asked."""

    rute: Rute | None = None
    permintaan_sendiri: bool = False
    naik: bool | None = False
    pppk: bool = False

    @property
    def antar(self) -> bool:
        """Between instansi."""
        return self.rute is not None


@dataclass(frozen=True)
class Register:
    """What the register says. ``butuh_*``: the need of the two posts; ``tahun``: the years whose
    predicate counts."""

    cpns: bool | None = None
    sk_pns: str = ""
    sk_jabatan: str = ""
    golongan: str = ""
    butuh_asal: int | None = None
    butuh_tujuan: int | None = None
    tahun: tuple[int, ...] = ()
    predikat: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Berkas:
    """A paper on file. ``jabatan``: the post it names; ``menolak``: it says no; ``penanda_jpt``:
    whether its signer is at least a JPT Pratama, None where nobody said."""

    kode: str
    nomor: str
    tanggal: date
    berlaku_sampai: date | None = None
    jabatan: str = ""
    menolak: bool = False
    penanda_jpt: bool | None = None


@dataclass(frozen=True)
class Dokumen:
    """A document of the list: who supplies it, and for which moves it is asked.

    ``menyebut``: it must name the post; ``penanda``: its signer must be at least a JPT Pratama.
    """

    kode: str
    judul: str
    penyedia: str
    perlu: Callable[[Perpindahan], bool]
    menyebut: bool = False
    penanda: bool = False


def tambahan(
    kode: str,
    judul: str,
    penyedia: str,
    *,
    rute: Iterable[Rute | None] = (None, *Rute),
    hanya_permintaan: bool = False,
) -> Dokumen:
    """What the office asks beyond the regulation, on these roads."""
    pada = frozenset(rute)
    return Dokumen(
        kode, judul, penyedia,
        lambda p: p.rute in pada and (p.permintaan_sendiri or not hanya_permintaan),
    )  # fmt: skip


@dataclass(frozen=True)
class Butir:
    """One line of the list. ``sampai``: the last day it may be sent with."""

    kode: str
    judul: str
    status: StatusButir
    bunyi: str
    penyedia: str
    perbaikan: str = ""
    bukti: Bukti | None = None
    sampai: date | None = None

    @property
    def menahan(self) -> bool:
        """Whether it keeps the proposal from being sent."""
        return self.status in (StatusButir.TIDAK_ADA, StatusButir.KEDALUWARSA)


@dataclass(frozen=True)
class Kesiapan:
    """Documents and rules of one person's move."""

    dokumen: tuple[Butir, ...]
    aturan: tuple[Putusan, ...]

    def _yang(self, hasil: Hasil) -> tuple[Putusan, ...]:
        return tuple(p for p in self.aturan if p.putusan is hasil)

    @property
    def kurang(self) -> tuple[Butir, ...]:
        """Documents to be supplied or renewed."""
        return tuple(b for b in self.dokumen if b.menahan)

    @property
    def ditolak(self) -> tuple[Putusan, ...]:
        """Rules BKN would refuse by."""
        return self._yang(Hasil.TIDAK_LOLOS)

    @property
    def belum_diperiksa(self) -> tuple[Putusan, ...]:
        """Rules nobody can check for want of data; BKN would return the file."""
        return self._yang(Hasil.TIDAK_DAPAT_DIPERIKSA)

    @property
    def siap(self) -> bool:
        """Nothing holds the sending back."""
        return not (self.kurang or self.ditolak or self.belum_diperiksa)

    @property
    def kalimat(self) -> str:
        """The answer in a sentence."""
        if self.siap:
            return "Siap diusulkan lewat I-MUT."
        bagian = [
            f"{banyak} {kata}"
            for banyak, kata in (
                (len(self.kurang), "dokumen kurang"),
                (len(self.ditolak), "aturan tidak terpenuhi"),
                (len(self.belum_diperiksa), "aturan belum dapat diperiksa"),
            )
            if banyak
        ]
        return f"Belum siap: {daftar(bagian)}."


BKD, OPD, PEGAWAI = "BKD/BKPSDM", "OPD", "pegawai yang bersangkutan"
DOKUMEN: tuple[Dokumen, ...] = (
    Dokumen("D01", "SK PNS", PEGAWAI, lambda p: not p.pppk),
    Dokumen("D02", "Anjab dan ABK jabatan asal dan tujuan", "Bagian Organisasi", lambda p: True),
    Dokumen("D03", "Surat permohonan pegawai", PEGAWAI, lambda p: p.permintaan_sendiri),
    Dokumen("D04", "Surat usul PPK penerima", "PPK penerima", lambda p: p.antar, menyebut=True),
    Dokumen("D05", "Surat persetujuan PPK asal", "PPK asal", lambda p: p.antar, menyebut=True),
    Dokumen(
        "D06", "Pernyataan tidak dalam proses hukuman disiplin atau peradilan", BKD,
        lambda p: p.antar or p.permintaan_sendiri or p.naik is not False, penanda=True,
    ),
    Dokumen("D07", "SK pangkat atau SK jabatan terakhir", PEGAWAI, lambda p: True),
    Dokumen("D08", "Penilaian kinerja dua tahun terakhir", "e-Kinerja (lewat BKD/BKPSDM)",
            lambda p: True),
    Dokumen("D09", "Pernyataan tidak tugas belajar atau ikatan dinas", BKD, lambda p: p.antar,
            penanda=True),
    Dokumen("D10", "Surat keterangan bebas temuan", "Inspektorat", lambda p: p.antar),
    Dokumen("D11", "Rekomendasi Kemendagri", "Kemendagri", lambda p: p.rute is Rute.B2),
)  # fmt: skip


def kesiapan(
    pindah: Perpindahan,
    register: Register,
    berkas: Sequence[Berkas],
    aturan: Iterable[Putusan],
    *,
    per: date,
    masa_bulan: Mapping[str, int],
    lain: Sequence[Dokumen] = (),
) -> Kesiapan:
    """``per``: the day of sending; ``masa_bulan``: how long a paper counts, by its code; ``lain``:
    the office's own documents; ``aturan``: the answers of the pair rules."""
    milik = {b.kode: b for b in sorted(berkas, key=lambda b: b.tanggal)}
    butir = tuple(_butir(d, pindah, register, milik, masa_bulan, per) for d in (*DOKUMEN, *lain))
    berarti = (Hasil.TIDAK_LOLOS, Hasil.TIDAK_DAPAT_DIPERIKSA, Hasil.BUTUH_IZIN)
    return Kesiapan(butir, tuple(p for p in aturan if p.putusan in berarti))


def _butir(
    d: Dokumen,
    pindah: Perpindahan,
    register: Register,
    milik: Mapping[str, Berkas],
    masa_bulan: Mapping[str, int],
    per: date,
) -> Butir:
    if not d.perlu(pindah):
        return Butir(
            d.kode, d.judul, StatusButir.TIDAK_PERLU, "Tidak diminta untuk perpindahan ini.",
            d.penyedia,
        )  # fmt: skip
    periksa = _REGISTER.get(d.kode)
    temuan = periksa(register, pindah) if periksa else None
    if d.kode == "D01" and register.cpns:
        return Butir(d.kode, d.judul, StatusButir.TIDAK_ADA, "Masih CPNS.", d.penyedia,
                     "Dapat diusulkan setelah diangkat menjadi PNS.")  # fmt: skip
    if temuan is not None and temuan.ada:
        return Butir(d.kode, d.judul, StatusButir.ADA, temuan.bunyi, d.penyedia,
                     bukti=Bukti.REGISTER)  # fmt: skip
    if d.kode not in milik:
        bunyi = temuan.bunyi if temuan else "Belum diunggah."
        return Butir(d.kode, d.judul, StatusButir.TIDAK_ADA, bunyi, d.penyedia,
                     _obat(d.penyedia, temuan.obat if temuan else "mengunggahnya"))  # fmt: skip
    return _dari_berkas(d, milik[d.kode], milik, masa_bulan.get(d.kode), per)


def _obat(penyedia: str, perbuatan: str) -> str:
    awal = penyedia[0] if penyedia.startswith("e-") else penyedia[0].upper()
    return f"{awal}{penyedia[1:]} {perbuatan}."


def _dari_berkas(
    d: Dokumen, berkas: Berkas, milik: Mapping[str, Berkas], masa: int | None, per: date
) -> Butir:
    """The paper itself: what is wrong with it, and until when it counts."""
    sampai = _sampai(berkas, masa)
    sebut = f"Nomor {berkas.nomor} tanggal {tanggal(berkas.tanggal)}"
    salah = _cacat(d, berkas, milik, per)
    if salah is not None:
        return Butir(d.kode, d.judul, StatusButir.TIDAK_ADA, f"{sebut}: {salah[0]}", d.penyedia,
                     salah[1], Bukti.BERKAS, sampai)  # fmt: skip
    if sampai is not None and per > sampai:
        return Butir(
            d.kode, d.judul, StatusButir.KEDALUWARSA,
            f"{sebut}, berlaku sampai {tanggal(sampai)}.", d.penyedia,
            _obat(d.penyedia, "menerbitkan yang baru"), Bukti.BERKAS, sampai,
        )  # fmt: skip
    ujung = f", berlaku sampai {tanggal(sampai)}" if sampai else ""
    catatan = ""
    if d.penanda and berkas.penanda_jpt is None:
        catatan = " Pastikan penandatangannya paling rendah JPT Pratama."
    return Butir(d.kode, d.judul, StatusButir.ADA, f"{sebut}{ujung}.{catatan}", d.penyedia,
                 bukti=Bukti.BERKAS, sampai=sampai)  # fmt: skip


def _sampai(berkas: Berkas, masa: int | None) -> date | None:
    """The last day: the printed one, or by the months the office gives; whichever is first."""
    hari = [berkas.berlaku_sampai] if berkas.berlaku_sampai else []
    if masa:
        hari.append(tambah_bulan(berkas.tanggal, masa) - timedelta(days=1))
    return min(hari, default=None)


def _cacat(
    d: Dokumen, berkas: Berkas, milik: Mapping[str, Berkas], per: date
) -> tuple[str, str] | None:
    """(what is wrong, what would cure it)."""
    if berkas.tanggal > per:
        return "tanggalnya masih di muka.", "Perbaiki tanggalnya."
    if berkas.menolak:
        return "isinya menolak.", "Perpindahan ini tidak dapat diusulkan tanpa persetujuannya."
    if d.menyebut and not berkas.jabatan.strip():
        return "jabatan yang akan diduduki belum disebut.", _obat(d.penyedia, "menyebut jabatannya")
    if d.penanda and berkas.penanda_jpt is False:
        return (
            "penandatangannya di bawah JPT Pratama.",
            "Mintakan tanda tangan PPK atau pejabat paling rendah JPT Pratama.",
        )
    usul = milik.get("D04")
    if d.kode == "D05" and usul is not None:
        return _banding(berkas, usul)
    return None


def _banding(setuju: Berkas, usul: Berkas) -> tuple[str, str] | None:
    """The consent answers the proposal: not before it, and for the same post."""
    if setuju.tanggal < usul.tanggal:
        return (
            f"lebih dahulu daripada surat usul ({tanggal(usul.tanggal)}).",
            "Mintakan persetujuan atas surat usul yang terakhir.",
        )
    if usul.jabatan.strip() and _rapi(setuju.jabatan) != _rapi(usul.jabatan):
        return (
            f"menyebut {setuju.jabatan}, surat usul menyebut {usul.jabatan}.",
            "Samakan jabatan pada kedua surat.",
        )
    return None


def _rapi(nama: str) -> str:
    return " ".join(nama.casefold().split())


@dataclass(frozen=True)
class _Temuan:
    """What the register answers; ``obat``: what its supplier does when it does not."""

    ada: bool
    bunyi: str
    obat: str = ""


def _pns(r: Register, pindah: Perpindahan) -> _Temuan:
    if r.sk_pns and r.cpns is False:
        return _Temuan(True, f"SK PNS {r.sk_pns} tercatat.")
    return _Temuan(False, "SK PNS belum tercatat.", "mengunggah SK PNS")


def _abk(r: Register, pindah: Perpindahan) -> _Temuan:
    """Between instansi the register knows one of the two posts only."""
    if pindah.antar:
        return _Temuan(False, "Anjab dan ABK jabatan di instansi lain belum diunggah.",
                       "melengkapinya dengan lembar dari instansi lain")  # fmt: skip
    kurang = [kata for butuh, kata in ((r.butuh_asal, "asal"), (r.butuh_tujuan, "tujuan"))
              if butuh is None]  # fmt: skip
    if not kurang:
        return _Temuan(True, f"Kebutuhan jabatan asal {r.butuh_asal}, tujuan {r.butuh_tujuan}.")
    return _Temuan(False, f"Kebutuhan jabatan {daftar(kurang)} belum ditetapkan.",
                   f"menetapkan kebutuhan jabatan {daftar(kurang)}")  # fmt: skip


def _sk(r: Register, pindah: Perpindahan) -> _Temuan:
    if r.sk_jabatan:
        golongan = f" Golongan {r.golongan}." if r.golongan else ""
        return _Temuan(True, f"SK jabatan {r.sk_jabatan} tercatat.{golongan}")
    return _Temuan(False, "Nomor SK jabatan belum tercatat.", "mengunggah SK pangkat atau jabatan")


def _kinerja(r: Register, pindah: Perpindahan) -> _Temuan:
    ada = dict(r.predikat)
    kurang = [str(tahun) for tahun in r.tahun if tahun not in ada]
    if kurang:
        sebut = daftar(kurang)
        return _Temuan(False, f"Predikat tahun {sebut} belum tercatat.",
                       f"melengkapi predikat tahun {sebut}")  # fmt: skip
    return _Temuan(True, "; ".join(f"{t}: {ada[t].capitalize()}" for t in r.tahun) + ".")


_REGISTER: dict[str, Callable[[Register, Perpindahan], _Temuan]] = {
    "D01": _pns,
    "D02": _abk,
    "D07": _sk,
    "D08": _kinerja,
}

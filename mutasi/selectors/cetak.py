"""A draft as its papers show it: every line in words, seats before and after, what stands against.

``isi_rancangan`` judges by the same sheet as the screen; who may read it was asked before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutasi.kernel.status import Status
from mutasi.models import MacamLangkah, Rancangan
from mutasi.selectors.lembar import Baris
from mutasi.selectors.rancangan import Lembar, lembar
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi, JenisJabatan, Pegawai
from penilaian.kernel.peringatan import PERINGATAN
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.perpindahan import JenisPerpindahan, antar_jabatan
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.syarat import SYARAT

ATURAN = {satu.kode: satu for satu in (*SYARAT, *PERINGATAN)}
TERTUTUP = "Isinya menyangkut disiplin dan hanya dibaca yang berhak."
JENIS = {
    JenisPerpindahan.TETAP: "Tetap",
    JenisPerpindahan.ROTASI: "Rotasi",
    JenisPerpindahan.PROMOSI: "Promosi",
    JenisPerpindahan.DEMOSI: "Demosi",
    JenisPerpindahan.MASUK_JF: "Pengangkatan ke JF",
    JenisPerpindahan.ANTAR_KELOMPOK: "Perpindahan antarkelompok jabatan",
}
HASIL = {
    Hasil.TIDAK_LOLOS: "Tidak lolos",
    Hasil.TIDAK_DAPAT_DIPERIKSA: "Belum dapat diperiksa",
    Hasil.BUTUH_IZIN: "Butuh izin",
    Hasil.PERINGATAN: "Peringatan",
}


@dataclass(frozen=True)
class Tempat:
    """A post in words: its eselon or jenjang, its class, its office."""

    jabatan: str
    tingkat: str
    kelas: int | None
    unit: str
    opd: str


@dataclass(frozen=True)
class TemuanCetak:
    """What a rule says beyond "met", and the reason written for it."""

    kode: str
    hasil: str
    bunyi: str
    perbaikan: str
    dasar: str
    alasan: str


@dataclass(frozen=True)
class BarisCetak:
    """One move. Empty texts and None where nothing is chosen or known yet."""

    nomor: int
    nama: str
    nip: str
    pangkat: str
    tmt_pangkat: date | None
    pendidikan: str
    lama: Tempat | None
    baru: Tempat | None
    jenis: str
    tmt: date
    keterangan: tuple[str, ...]
    status: Status
    temuan: tuple[TemuanCetak, ...]


@dataclass(frozen=True)
class KursiCetak:
    """A post the draft touches, in figures; ``butuh`` None: no need known."""

    tempat: Tempat
    butuh: int | None
    isi: int
    keluar: int
    masuk: int
    sesudah: int
    kosong: int


@dataclass(frozen=True)
class IsiRancangan:
    """Everything the papers of a draft are made of."""

    nama: str
    keterangan: str
    tmt: date
    per: date
    baris: tuple[BarisCetak, ...]
    kursi: tuple[KursiCetak, ...]
    hitungan: Mapping[Status, int]
    permintaan: tuple[str, ...]
    terdesak: tuple[str, ...]
    rantai: tuple[str, ...]

    @property
    def menjadi_lowong(self) -> list[KursiCetak]:
        """Posts in which the draft leaves seats empty."""
        return [k for k in self.kursi if k.kosong]

    @property
    def dituju(self) -> list[KursiCetak]:
        """Posts into which somebody comes."""
        return [k for k in self.kursi if k.masuk]


def isi_rancangan(rancangan: Rancangan, *, per: date, oleh: Pengguna) -> IsiRancangan:
    """The draft as it stands; discipline in words only for those who may read it."""
    halaman = lembar(rancangan, per=per)
    disiplin = not Jangkauan.milik(oleh, Izin.DISIPLIN_LIHAT, per=per).kosong
    lengkap = _lengkapi(halaman)
    minta = {b.isi.permintaan_id: b.isi.permintaan for b in lengkap.values() if b.isi.permintaan_id}
    return IsiRancangan(
        nama=rancangan.nama,
        keterangan=rancangan.keterangan,
        tmt=rancangan.tmt,
        per=per,
        baris=tuple(_baris(b, rancangan, disiplin=disiplin) for b in halaman.baris),
        kursi=tuple(_kursi(halaman, pk) for pk in _urut_kursi(halaman)),
        hitungan=halaman.hitungan,
        permintaan=tuple(_permintaan(minta[pk]) for pk in sorted(minta)),
        terdesak=tuple(f"{t.pegawai.nama_lengkap} ({t.formasi})" for t in halaman.terdesak),
        rantai=tuple(
            " → ".join(f"baris {b.nomor}" for b in baris) + (" (melingkar)" if r.tertutup else "")
            for r, baris in halaman.rantai_baris
        ),
    )


def _lengkapi(halaman: Lembar) -> dict[int, Baris]:
    """Read what paper needs and the sheet does not: ranks, education, offices, requests."""
    orang = Pegawai.objects.filter(
        pk__in={b.isi.pegawai_id for b in halaman.baris if b.isi.pegawai_id}
    )
    rows = {
        o.pk: o
        for o in orang.select_related(
            "golongan", "tingkat_pendidikan", "pendidikan", "formasi__unit__opd",
            "formasi__jabatan", "unit__opd", "jabatan__padanan",
        ).defer("siasn", "nik_sandi")
    }  # fmt: skip
    post = {b.isi.ke_id for b in halaman.baris if b.isi.ke_id}
    tujuan = {
        f.pk: f
        for f in Formasi.objects.filter(pk__in=post).with_names().select_related("jabatan__padanan")
    }
    minta = halaman.rancangan.baris.filter(permintaan__isnull=False).select_related(
        "permintaan__formasi__unit", "permintaan__formasi__jabatan"
    )
    menurut = {b.pk: b.permintaan for b in minta}
    for b in halaman.baris:
        if b.isi.pegawai_id:
            b.isi.pegawai = rows[b.isi.pegawai_id]
        if b.isi.ke_id:
            b.isi.ke = tujuan[b.isi.ke_id]
        b.isi.permintaan = menurut.get(b.isi.pk)
    return halaman.menurut_pk


def _permintaan(satu: Any) -> str:
    return (
        f"{satu.formasi.unit.nama}: {satu.jumlah} orang untuk {satu.formasi.jabatan.nama}, "
        f"diajukan {satu.diajukan_pada:%d-%m-%Y}"
    )


def tempat_kata(jabatan: Any, unit: Any) -> Tempat:
    opd = unit.opd.nama if unit and unit.opd_id and unit.opd_id != unit.pk else ""
    return Tempat(
        jabatan=jabatan.nama if jabatan else "",
        tingkat=_tingkat(jabatan) if jabatan else "",
        kelas=jabatan.kelas if jabatan else None,
        unit=unit.nama if unit else "",
        opd=opd,
    )


def _tingkat(jabatan: Any) -> str:
    if jabatan.jenis == JenisJabatan.STRUKTURAL and jabatan.eselon:
        return f"Eselon {jabatan.eselon}"
    return str(jabatan.get_jenjang_display() or jabatan.get_jenis_display())


def _jenis(orang: Pegawai | None, ke: Formasi | None) -> str:
    """The kind of the move in the words of practice; empty where a level is missing."""
    if orang is None or ke is None:
        return ""
    if orang.formasi_id is not None and orang.formasi_id == ke.pk:
        return JENIS[JenisPerpindahan.TETAP]
    if orang.jabatan_id is not None and orang.jabatan_id == ke.jabatan_id:
        return JENIS[JenisPerpindahan.ROTASI]
    if orang.jabatan is None:
        return "Penempatan"
    jenis = antar_jabatan(_kernel(orang.jabatan), _kernel(ke.jabatan)).jenis
    return JENIS[jenis] if jenis else ""


def _kernel(jabatan: Any) -> Jabatan:
    """Under the name in force, when an old one was matched to it."""
    j = jabatan.padanan or jabatan
    return Jabatan(j.jenis or None, j.eselon_id or None, j.jenjang or None, j.rumpun or None)


def _baris(b: Baris, rancangan: Rancangan, *, disiplin: bool) -> BarisCetak:
    orang, ke = b.isi.pegawai, b.isi.ke
    gol = orang.golongan if orang else None
    catatan = [b.isi.catatan, b.isi.dasar, *(t.kalimat for t in b.tanda)]
    if b.isi.permintaan:
        catatan.append(f"Atas permintaan {b.isi.permintaan.formasi.unit.nama}")
    return BarisCetak(
        nomor=b.nomor,
        nama=orang.nama_lengkap if orang else "",
        nip=orang.nip if orang else "",
        pangkat=", ".join(filter(None, (gol.pangkat, gol.nama))) if gol else "",
        tmt_pangkat=orang.tmt_golongan if orang else None,
        pendidikan=pendidikan_kata(orang) if orang else "",
        lama=tempat_kata(orang.jabatan, orang.unit) if orang and orang.formasi_id else None,
        baru=tempat_kata(ke.jabatan, ke.unit) if ke else None,
        jenis=_jenis(orang, ke),
        tmt=rancangan.tmt,
        keterangan=tuple(filter(None, catatan)),
        status=b.status,
        temuan=tuple(_temuan(b, p, terbuka=disiplin) for p in b.penentu),
    )


def pendidikan_kata(orang: Pegawai) -> str:
    program = orang.pendidikan.nama if orang.pendidikan else ""
    tingkat = orang.tingkat_pendidikan.nama if orang.tingkat_pendidikan else ""
    # SIASN's programmes often begin with their level: "S-1 AKUNTANSI".
    return (
        program if program.upper().startswith(tingkat.upper()) else f"{tingkat} {program}".strip()
    )


def _temuan(b: Baris, p: Putusan, *, terbuka: bool) -> TemuanCetak:
    aturan = ATURAN.get(p.kode)
    tutup = aturan is not None and aturan.peka and not terbuka
    alasan = b.alasan.get(p.kode)
    return TemuanCetak(
        kode=p.kode,
        hasil=HASIL.get(p.putusan, ""),
        bunyi=TERTUTUP if tutup else p.bunyi,
        perbaikan="" if tutup else p.perbaikan,
        dasar=p.dasar,
        alasan=alasan.alasan if alasan and not tutup else "",
    )


def _urut_kursi(halaman: Lembar) -> list[int]:
    def urut(pk: int) -> tuple[Any, ...]:
        p = halaman.posisi[pk]
        return (p.unit.kiri, p.jabatan.nama, pk)

    return sorted((pk for pk in halaman.kursi if pk in halaman.posisi), key=urut)


def _kursi(halaman: Lembar, pk: int) -> KursiCetak:
    k, p = halaman.kursi[pk], halaman.posisi[pk]
    tempat = tempat_kata(p.jabatan, p.unit)
    return KursiCetak(tempat, k.butuh, k.isi, k.keluar, k.masuk, k.sesudah, k.kosong)


def cetakan(rancangan: Rancangan) -> Any:
    """The prints of a draft so far, newest first."""
    macam = rancangan.langkah.filter(macam=MacamLangkah.CETAK)
    return macam.select_related("oleh").order_by("-nomor")

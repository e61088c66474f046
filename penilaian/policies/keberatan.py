"""Who may object, be heard, withdraw and decide, and why not; to others a case does not exist.

Nobody decides in his own case, in that of a relative, or about his own assessment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.kernel.jam_keberatan import Ketepatan
from penilaian.models import (
    HasilPenilaian,
    KeadaanKeberatan,
    Keberatan,
    PihakKeberatan,
    PutusanSurat,
)
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal, WrongMoment

MIN_ALASAN = 30
PIHAK_SENDIRI = "Perkara Anda sendiri dicatat dan diputus oleh orang lain."
# Says nothing about why: family ties stay with those who declared them.
BUKAN_PEMUTUS = "Perkara ini tidak dapat Anda putus; Kepala BKPSDM menunjuk pejabat lain."


def memegang(orang: Pegawai | None, pengguna: Any) -> bool:
    """Whether this account is that of the person."""
    return orang is not None and orang.pengguna_id is not None and orang.pengguna_id == pengguna.pk


def pihak_dari(keberatan: Keberatan, pengguna: Any) -> PihakKeberatan | None:
    """For which side this account speaks; None for everybody else."""
    if memegang(keberatan.pegawai, pengguna):
        return PihakKeberatan.PEGAWAI
    if memegang(keberatan.penilai, pengguna):
        return PihakKeberatan.PENILAI
    return PihakKeberatan.PEMUTUS if memegang(keberatan.pemutus, pengguna) else None


def menjangkau(orang: Pegawai, pengguna: Any, izin: Izin, *, per: date) -> bool:
    """Whether the right reaches the office of the person."""
    kiri = orang.unit.kiri if orang.unit else None
    return Jangkauan.milik(pengguna, izin, per=per).memuat(kiri)


@Policy
def buka_daftar(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Open the list of the office."""
    hak = (Izin.KEBERATAN_LIHAT, Izin.KEBERATAN_CATAT)
    if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in hak):
        yield NotAllowed("Peran Anda tidak mencakup keberatan atas penilaian.")


@Policy
def mencatat(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Write letters down at all: for some unit."""
    if Jangkauan.milik(pengguna, Izin.KEBERATAN_CATAT, per=per).kosong:
        yield NotAllowed("Surat keberatan dicatat oleh petugas kepegawaian.")


@Policy
def lihat(keberatan: Keberatan, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """See the case: its parties, and those over the unit who see or record objections."""
    hak = (Izin.KEBERATAN_LIHAT, Izin.KEBERATAN_CATAT)
    if pihak_dari(keberatan, pengguna) is None and not any(
        menjangkau(keberatan.pegawai, pengguna, izin, per=per) for izin in hak
    ):
        yield OutOfReach()


@Policy
def ajukan(
    hasil: HasilPenilaian, pengguna: Any, waktu: Ketepatan | None, halangan: str
) -> Iterator[Refusal | str]:
    """Object to one's own delivered result, in time. ``halangan``: why not a second time."""
    if not memegang(hasil.pegawai, pengguna) or waktu is None:
        yield OutOfReach()
        return
    yield from _saat_mengajukan(waktu, halangan)


@Policy
def catat_surat(
    hasil: HasilPenilaian,
    pengguna: Any,
    waktu: Ketepatan | None,
    halangan: str,
    *,
    diterima: date,
    per: date,
) -> Iterator[Refusal | str]:
    """Write down a letter that came on the day ``diterima``; that day decides, not today."""
    if waktu is None or not menjangkau(hasil.pegawai, pengguna, Izin.KEBERATAN_CATAT, per=per):
        yield OutOfReach()
        return
    if any(memegang(o, pengguna) for o in (hasil.pegawai, hasil.penilai, hasil.atasan_penilai)):
        yield NotYours(PIHAK_SENDIRI)
    if diterima > per:
        yield WrongMoment("Tanggal diterimanya surat tidak boleh di masa depan.", kode="tanggal")
    elif hasil.disampaikan_pada is not None and diterima < hasil.disampaikan_pada:
        yield WrongMoment("Surat diterima sebelum hasilnya disampaikan.", kode="tanggal")
    yield from _saat_mengajukan(waktu, halangan)


def _saat_mengajukan(waktu: Ketepatan, halangan: str) -> Iterator[Refusal]:
    if halangan:
        yield WrongMoment(halangan, kode="sudah_diajukan")
    if not waktu.tepat:
        yield WrongMoment(waktu.kalimat, kode="terlambat")


@Policy
def mulai_periksa(
    keberatan: Keberatan, pengguna: Any, keluarga: bool, *, per: date
) -> Iterator[Refusal | str]:
    """Begin: the assessor is asked for his side. By who decides, or recorded by the office."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    siapa = pihak_dari(keberatan, pengguna)
    if siapa in (PihakKeberatan.PEGAWAI, PihakKeberatan.PENILAI):
        yield NotYours(PIHAK_SENDIRI)
    elif siapa is None and not menjangkau(
        keberatan.pegawai, pengguna, Izin.KEBERATAN_CATAT, per=per
    ):
        yield NotAllowed("Pemeriksaan dimulai oleh pejabat yang memutus atau dicatat petugas.")
    elif siapa is not None and keluarga:
        yield NotYours(BUKAN_PEMUTUS)
    if keberatan.keadaan != KeadaanKeberatan.DIAJUKAN:
        yield f"Keberatan ini {_keadaan(keberatan)}."
    elif keberatan.pemutus is None:
        yield "Pejabat yang memutus belum ditunjuk Kepala BKPSDM."


@Policy
def beri_keterangan(
    keberatan: Keberatan, pengguna: Any, pihak: str = "", *, per: date
) -> Iterator[Refusal | str]:
    """Speak for one's own side; a paper statement of another is recorded by the office."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    sendiri = pihak_dari(keberatan, pengguna)
    boleh_catat = menjangkau(keberatan.pegawai, pengguna, Izin.KEBERATAN_CATAT, per=per)
    if sendiri is None and not boleh_catat:
        yield NotAllowed("Keterangan diberikan oleh pihak keberatan ini.")
    elif sendiri is not None and pihak and pihak != sendiri:
        yield NotYours("Anda memberi keterangan untuk pihak Anda sendiri.")
    if not keberatan.berjalan:
        yield f"Keberatan ini {_keadaan(keberatan)}; keterangan tidak ditambah lagi."


@Policy
def cabut(keberatan: Keberatan, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Withdraw one's own objection before it is decided."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    if not memegang(keberatan.pegawai, pengguna):
        yield NotAllowed("Keberatan dicabut oleh yang mengajukannya.")
    if not keberatan.berjalan:
        yield f"Keberatan ini {_keadaan(keberatan)}."


@Policy
def tunjuk_pemutus(
    keberatan: Keberatan,
    calon: Pegawai | None,
    pengguna: Any,
    berhalangan: bool,
    keluarga: bool,
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Appoint who decides where nobody can: by the head of BKPSDM, never a party or a relative."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    if not menjangkau(keberatan.pegawai, pengguna, Izin.NILAI_SAMPAIKAN, per=per):
        yield NotAllowed("Pejabat yang memutus ditunjuk oleh Kepala BKPSDM.")
    if pihak_dari(keberatan, pengguna) in (PihakKeberatan.PEGAWAI, PihakKeberatan.PENILAI):
        yield NotYours(PIHAK_SENDIRI)
    if not keberatan.berjalan:
        yield f"Keberatan ini {_keadaan(keberatan)}."
    elif keberatan.pemutus is not None and not berhalangan:
        yield "Pejabat yang memutus sudah ada dan tidak berhalangan."
    if calon is None:
        return
    if calon.pk in (keberatan.pegawai_id, keberatan.penilai_id):
        yield "Yang memutus bukan pegawai yang keberatan dan bukan pejabat penilainya."
    if calon.berhenti is not None and calon.berhenti <= per:
        yield "Pegawai itu sudah berhenti."
    if keluarga:
        yield "Pejabat itu tidak dapat memutus perkara ini. Pilih pejabat lain."


@Policy
def memutus(
    keberatan: Keberatan, pengguna: Any, keluarga: bool, tunggu: str, *, per: date
) -> Iterator[Refusal | str]:
    """Decide, from one's own account. ``tunggu``: why the other side is not yet heard."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    if pihak_dari(keberatan, pengguna) in (PihakKeberatan.PEGAWAI, PihakKeberatan.PENILAI):
        yield NotYours(PIHAK_SENDIRI)
    elif not memegang(keberatan.pemutus, pengguna):
        yield NotAllowed("Keberatan ini diputus oleh atasan pejabat penilai.")
    elif keluarga:
        yield NotYours(BUKAN_PEMUTUS)
    yield from _saat_memutus(keberatan, tunggu)


@Policy
def catat_putusan(
    keberatan: Keberatan,
    pengguna: Any,
    keluarga: bool,
    tunggu: str,
    menunggu: PutusanSurat | None,
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Record the ruling of an official who never logs in, with its scan; never a relative's."""
    yield from _petugas(keberatan, pengguna, Izin.KEBERATAN_CATAT, per)
    yield from _saat_memutus(keberatan, tunggu)
    yield from _bukan_kerabat(keluarga)
    if menunggu is not None:
        yield "Putusan lewat surat sudah dicatat dan menunggu disahkan orang kedua."


@Policy
def sahkan_putusan(
    keberatan: Keberatan,
    pengguna: Any,
    keluarga: bool,
    tunggu: str,
    menunggu: PutusanSurat | None,
    *,
    per: date,
) -> Iterator[Refusal | str]:
    """Confirm, as a second person, that the record agrees with the scan (or send it back)."""
    yield from _petugas(keberatan, pengguna, Izin.DISPOSISI_SAHKAN, per)
    yield from _saat_memutus(keberatan, tunggu)
    yield from _bukan_kerabat(keluarga)
    if menunggu is None:
        yield "Tidak ada putusan lewat surat yang menunggu disahkan."
    elif menunggu.dicatat_oleh_id == pengguna.pk:
        yield NotYours("Putusan yang Anda catat disahkan oleh orang lain.")


def _petugas(keberatan: Keberatan, pengguna: Any, izin: Izin, per: date) -> Iterator[Refusal]:
    yield from lihat.refusals(keberatan, pengguna, per=per)
    if pihak_dari(keberatan, pengguna) is not None:
        yield NotYours(PIHAK_SENDIRI)
    elif not menjangkau(keberatan.pegawai, pengguna, izin, per=per):
        yield NotAllowed(f"Peran Anda tidak memuat hak: {izin.label.lower()}.")


def _saat_memutus(keberatan: Keberatan, tunggu: str) -> Iterator[Refusal]:
    if not keberatan.berjalan:
        yield WrongMoment(f"Keberatan ini {_keadaan(keberatan)}.", kode="selesai")
    elif keberatan.keadaan == KeadaanKeberatan.DIAJUKAN:
        yield WrongMoment("Mulai pemeriksaannya dahulu.", kode="belum_diperiksa")
    elif tunggu:
        yield WrongMoment(tunggu, kode="belum_didengar")


def _bukan_kerabat(keluarga: bool) -> Iterator[Refusal]:
    if keluarga:
        yield WrongMoment(
            "Pejabat yang memutus tidak dapat memutus perkara ini; Kepala BKPSDM menunjuk "
            "pejabat lain.",
            kode="pemutus",
        )


def _keadaan(keberatan: Keberatan) -> str:
    kata = {"diputus": "sudah diputus", "dicabut": "sudah dicabut"}
    return kata.get(keberatan.keadaan, keberatan.get_keadaan_display().lower())

"""Objections: filed, recorded from a letter, examined, heard, withdrawn; who decides is appointed.

The result is held while an objection to it is filed, so that of two at once the second meets the
first. What was said is added to, never changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel.kata import tanggal
from penilaian.kernel.skor import akun_dari
from penilaian.models import (
    HasilPenilaian,
    JalurKeberatan,
    KeadaanKeberatan,
    Keberatan,
    KeteranganKeberatan,
    MacamBukti,
    PihakKeberatan,
)
from penilaian.policies import keberatan as policies
from penilaian.selectors import keberatan_jam as jam
from penilaian.services.bukti import simpan_bukti
from penilaian.services.keberatan_kabar import akun, kabari, kabari_pengajuan
from toolkit.policy import WrongMoment

MIN_ALASAN = policies.MIN_ALASAN


@dataclass(frozen=True)
class IsiKeberatan:
    """Which lines are contested (none: the whole result), why, and the files."""

    alasan: str
    kriteria: Sequence[str] = ()
    berkas: Sequence[UploadedFile] = ()


@dataclass(frozen=True)
class Surat:
    """A letter: its number and the day on its receipt."""

    nomor: str
    diterima: date


@transaction.atomic
def ajukan(hasil_id: int, *, isi: IsiKeberatan, oleh: Pengguna, per: date) -> Keberatan:
    """Object to one's own result; in time always accepted, late refused with its sentence."""
    hasil = _kunci_hasil(hasil_id)
    waktu = jam.ketepatan(hasil, per)
    policies.ajukan.check(hasil, oleh, waktu, jam.halangan_mengajukan(hasil, per))
    return _buat(hasil, isi, surat=None, oleh=oleh, per=per)


@transaction.atomic
def catat_surat(
    hasil_id: int, *, isi: IsiKeberatan, surat: Surat, oleh: Pengguna, per: date
) -> Keberatan:
    """Write down a letter with its scan; the day it was received counts, not the day of writing."""
    hasil = _kunci_hasil(hasil_id)
    waktu = jam.ketepatan(hasil, surat.diterima)
    policies.catat_surat.check(
        hasil, oleh, waktu, jam.halangan_mengajukan(hasil, surat.diterima),
        diterima=surat.diterima, per=per,
    )  # fmt: skip
    if not isi.berkas:
        raise WrongMoment("Lampirkan pindaian suratnya.", kode="pindaian")
    return _buat(hasil, isi, surat=surat, oleh=oleh, per=per)


def _kunci_hasil(hasil_id: int) -> HasilPenilaian:
    rows = HasilPenilaian.objects.select_for_update(of=("self",)).select_related(
        "penilaian__periode", "pegawai__unit", "penilai", "atasan_penilai"
    )
    return rows.get(pk=hasil_id)


def _buat(
    hasil: HasilPenilaian, isi: IsiKeberatan, *, surat: Surat | None, oleh: Pengguna, per: date
) -> Keberatan:
    tanggal_masuk = surat.diterima if surat else per
    waktu = jam.ketepatan(hasil, tanggal_masuk)
    if waktu is None or hasil.disampaikan_pada is None:
        raise WrongMoment("Hasil ini belum disampaikan.")
    _periksa_isi(hasil, isi)
    atasan = hasil.atasan_penilai
    baru = Keberatan(
        hasil=hasil, pegawai=hasil.pegawai, tanggal=tanggal_masuk,
        jalur=JalurKeberatan.KERTAS if surat else JalurKeberatan.LAYAR,
        nomor_surat=surat.nomor.strip() if surat else "",
        diterima=jam.diterima_pada(hasil, hasil.disampaikan_pada), batas=waktu.batas,
        batas_putus=jam.batas_putusan(tanggal_masuk), alasan=isi.alasan.strip(),
        kriteria=sorted(set(isi.kriteria)),
        penilai=hasil.penilai if hasil.penilai_id != hasil.pegawai_id else None,
        pemutus=atasan if jam.dapat_memutus(atasan, hasil, per=per) else None,
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    kabari_pengajuan(baru, oleh, per=per)
    kata = "Pindaian surat keberatan" if surat else "Lampiran keberatan"
    for berkas in isi.berkas:
        _tambah(baru, PihakKeberatan.PEGAWAI, kata, berkas, oleh)
    catat(
        tindakan.KEBERATAN_DICATAT if surat else tindakan.KEBERATAN_DIAJUKAN, baru, oleh=oleh,
        sesudah={"tanggal": baru.tanggal, "batas": baru.batas, "kriteria": baru.kriteria},
    )  # fmt: skip
    return baru


def _periksa_isi(hasil: HasilPenilaian, isi: IsiKeberatan) -> None:
    if len(isi.alasan.strip()) < MIN_ALASAN:
        raise WrongMoment(f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf.", kode="alasan")
    ada = {baris.kriteria for baris in akun_dari(hasil.rincian).baris}
    if asing := set(isi.kriteria) - ada:
        raise WrongMoment(f"Baris {', '.join(sorted(asing))} tidak ada di hasil ini.", kode="baris")


def _tambah(
    keberatan: Keberatan, pihak: str, isi: str, berkas: UploadedFile | None, oleh: Pengguna
) -> KeteranganKeberatan:
    bukti = None
    if berkas is not None:
        bukti = simpan_bukti(
            berkas, macam=MacamBukti.KEBERATAN, pegawai=keberatan.pegawai, oleh=oleh
        )
    baris = KeteranganKeberatan(
        keberatan=keberatan, pihak=pihak, isi=isi, bukti=bukti, pada=timezone.now(), oleh=oleh
    )
    baris.save(force_insert=True)
    return baris


@transaction.atomic
def mulai_periksa(keberatan_id: int, *, oleh: Pengguna, per: date) -> Keberatan:
    """Begin to examine; the assessor is asked for his side and the days he has begin to run."""
    baris = Keberatan.objects.locked(keberatan_id)
    policies.mulai_periksa.check(baris, oleh, jam.keluarga(baris, baris.pemutus), per=per)
    baris.keadaan = KeadaanKeberatan.DIPERIKSA
    baris.diperiksa_pada, baris.diperiksa_oleh = timezone.now(), oleh
    baris.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh"])
    sampai = jam.batas_tanggapan(baris)
    if sampai is not None:
        isi = f"Beri keterangan paling lambat {tanggal(sampai)}."
        kabari(baris, akun(baris.penilai), "minta", "Keterangan Anda diminta", isi)
    kabari(baris, akun(baris.pegawai), "periksa", "Keberatan Anda sedang diperiksa")
    catat(tindakan.KEBERATAN_DIPERIKSA, baris, oleh=oleh)
    return baris


@transaction.atomic
def beri_keterangan(
    keberatan_id: int,
    *,
    isi: str,
    oleh: Pengguna,
    per: date,
    pihak: str = "",
    berkas: UploadedFile | None = None,
) -> KeteranganKeberatan:
    """Say one's side; or, for somebody who wrote on paper, record what he said with the scan."""
    baris = Keberatan.objects.locked(keberatan_id)
    policies.beri_keterangan.check(baris, oleh, pihak, per=per)
    sendiri = policies.pihak_dari(baris, oleh)
    if sendiri is None and not pihak:
        raise WrongMoment("Pilih keterangan siapa yang dicatat.", kode="pihak")
    if sendiri is None and berkas is None:
        raise WrongMoment("Lampirkan pindaian keterangannya.", kode="pindaian")
    if not isi.strip():
        raise WrongMoment("Tulis keterangannya.", kode="isi")
    baru = _tambah(baris, sendiri or pihak, isi.strip(), berkas, oleh)
    pihak_lain = {PihakKeberatan.PEGAWAI: baris.pegawai, PihakKeberatan.PENILAI: baris.penilai,
                  PihakKeberatan.PEMUTUS: baris.pemutus}  # fmt: skip
    penerima = [p for p in akun(*pihak_lain.values()) if p.pk != oleh.pk]
    kabari(baris, penerima, f"keterangan-{baru.pk}", "Ada keterangan baru pada keberatan")
    catat(tindakan.KEBERATAN_DITERANGKAN, baris, oleh=oleh, sesudah={"pihak": baru.pihak})
    return baru


@transaction.atomic
def cabut(keberatan_id: int, *, alasan: str, oleh: Pengguna, per: date) -> Keberatan:
    """Withdraw one's own objection; while there is time another may be filed."""
    baris = Keberatan.objects.locked(keberatan_id)
    policies.cabut.check(baris, oleh, per=per)
    baris.keadaan = KeadaanKeberatan.DICABUT
    baris.save(update_fields=["keadaan"])
    lain = akun(baris.penilai, baris.pemutus)
    kabari(baris, lain, "dicabut", "Keberatan dicabut oleh yang mengajukannya")
    catat(tindakan.KEBERATAN_DICABUT, baris, oleh=oleh, alasan=alasan.strip())
    return baris


@transaction.atomic
def tunjuk_pemutus(
    keberatan_id: int, *, calon: Pegawai, alasan: str, oleh: Pengguna, per: date
) -> Keberatan:
    """Appoint who decides where the assessor's superior is missing, a party, or cannot."""
    baris = Keberatan.objects.locked(keberatan_id)
    policies.tunjuk_pemutus.check(
        baris, calon, oleh, jam.berhalangan(baris, per=per), jam.keluarga(baris, calon), per=per
    )
    if len(alasan.strip()) < MIN_ALASAN:
        raise WrongMoment(f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf.", kode="alasan")
    lama, baris.pemutus = baris.pemutus, calon
    baris.save(update_fields=["pemutus"])
    kabari(baris, akun(calon), f"ditunjuk-{calon.pk}", "Anda ditunjuk memutus keberatan")
    catat(
        tindakan.KEBERATAN_PEMUTUS_DITUNJUK, baris, oleh=oleh, alasan=alasan.strip(),
        sebelum={"pemutus": str(lama or "")}, sesudah={"pemutus": str(calon)},
    )  # fmt: skip
    return baris

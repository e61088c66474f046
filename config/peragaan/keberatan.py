"""Objections at every state and two requests of correction, by real acts of invented people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from config.peragaan.akun import akun_pegawai
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.services.perbaikan import IsiPermintaan, minta_perbaikan, tanggapi_perbaikan
from penilaian.kernel.skor import akun_dari
from penilaian.models import HasilPenilaian, Keberatan, Penilaian
from penilaian.selectors.keberatan_jam import ketepatan
from penilaian.services import keberatan as acts
from penilaian.services import keberatan_putus as putusan

PDF = b"%PDF-1.4 berkas peragaan"
ALASAN = "Nilai baris ini tidak sama dengan dokumen evaluasi yang ditandatangani, terlampir."
JAWAB = "Benar, yang terunggah ke e-Kinerja bukan dokumen terakhir; kami serahkan putusannya."
TIMBANG = "Yang berlaku adalah dokumen evaluasi yang ditandatangani kedua pihak."
TOLAK = "Dokumen yang dilampirkan berasal dari periode lain, jadi nilainya sudah benar."
SEBAB = "Menurut dokumen yang dilampirkan."
# How far each case has come.
JALAN = ("didengar", "diajukan", "dikabulkan", "sebagian", "ditolak", "dicabut", "kertas")


@transaction.atomic
def keberatan_peragaan() -> None:
    """Today, unlike the rest of the demonstration: clocks that ran out a month ago show nothing.

    Against the last delivered result; nothing where nobody has an assessor and a superior."""
    per = timezone.localdate()
    run = Penilaian.objects.filter(disampaikan_pada__isnull=False).order_by("-periode__selesai")
    hasil = _hasil(run.first())
    for jalan, satu in zip(JALAN, hasil, strict=False):
        _perkara(jalan, satu, per)
    _perbaikan([satu.pegawai for satu in hasil[:2]], per)


def _hasil(run: Penilaian | None) -> Sequence[HasilPenilaian]:
    """One per case; that of the person who can log in comes first."""
    rows = HasilPenilaian.objects.filter(penilaian=run, disampaikan_pada__isnull=False)
    rows = rows.filter(
        Q(skor__lt=95) | Q(pegawai__pengguna__isnull=False), penilai__isnull=False,
        atasan_penilai__isnull=False,
    )  # fmt: skip
    rows = rows.select_related("pegawai__unit", "penilai__unit", "atasan_penilai__unit")
    urut = rows.order_by(F("pegawai__pengguna").asc(nulls_last=True), "penilai", "pk")
    return list(urut[: len(JALAN)])


def _perkara(jalan: str, hasil: HasilPenilaian, per: date) -> None:
    """Filed today, or on the last day that was in time."""
    waktu = ketepatan(hasil, per)
    hari = min(per, waktu.batas) if waktu else per
    analis = Pengguna.objects.get(nama_pengguna="analis")
    isi = acts.IsiKeberatan(ALASAN, [_koreksi(hasil).kriteria], [_berkas("dokumen-evaluasi.pdf")])
    if jalan == "kertas":
        surat = acts.Surat("800/112", hari)
        satu = acts.catat_surat(hasil.pk, isi=isi, surat=surat, oleh=analis, per=per)
        _lewat_surat(satu, hasil, analis, per)
        return
    pegawai = akun_pegawai(hasil.pegawai, mulai=timezone.localdate())
    satu = acts.ajukan(hasil.pk, isi=isi, oleh=pegawai, per=hari)
    if jalan == "dicabut":
        acts.cabut(satu.pk, alasan="Sudah dijelaskan pejabat penilai.", oleh=pegawai, per=per)
    elif jalan != "diajukan":
        _periksa(jalan, satu, hasil, per)


def _periksa(jalan: str, satu: Keberatan, hasil: HasilPenilaian, per: date) -> None:
    """Both sides are heard, then decided unless it stays at that."""
    if satu.pemutus is None or satu.penilai is None:
        return
    pemutus, penilai = (
        akun_pegawai(satu.pemutus, mulai=timezone.localdate()),
        akun_pegawai(satu.penilai, mulai=timezone.localdate()),
    )
    acts.mulai_periksa(satu.pk, oleh=pemutus, per=per)
    acts.beri_keterangan(satu.pk, isi=JAWAB, oleh=penilai, per=per)
    if jalan == "ditolak":
        isi = putusan.IsiPutusan("ditolak", TOLAK)
    elif jalan in ("dikabulkan", "sebagian"):
        isi = putusan.IsiPutusan(jalan, TIMBANG, [_koreksi(hasil)])
    else:
        return
    putusan.putus(satu.pk, isi=isi, oleh=pemutus, per=per)


def _lewat_surat(satu: Keberatan, hasil: HasilPenilaian, analis: Pengguna, per: date) -> None:
    """Everything on paper; the ruling waits for a second person."""
    if satu.pemutus is None:
        return
    acts.mulai_periksa(satu.pk, oleh=analis, per=per)
    acts.beri_keterangan(
        satu.pk, isi=JAWAB, pihak="penilai", berkas=_berkas("jawaban.pdf"), oleh=analis, per=per
    )
    putusan.catat_putusan(
        satu.pk, isi=putusan.IsiPutusan("sebagian", TIMBANG, [_koreksi(hasil)]), nomor="800/131",
        tanggal=per, pindaian=_berkas("putusan.pdf"), oleh=analis, per=per,
    )  # fmt: skip


def _koreksi(hasil: HasilPenilaian) -> putusan.KoreksiBaris:
    """The next better value of the first line that is not at its best."""
    baris = akun_dari(hasil.rincian).baris
    for satu in baris:
        kata, mentah = satu.sumber.kata, satu.mentah.nilai
        if satu.sumber.uraian.berurut and mentah in kata[:-1]:
            naik = kata[kata.index(str(mentah)) + 1]
            return putusan.KoreksiBaris(satu.kriteria, naik, SEBAB)
        if isinstance(mentah, Decimal) and mentah < (satu.sumber.batas[1] or 0):
            lebih = min(satu.sumber.batas[1] or mentah, mentah + 3)
            return putusan.KoreksiBaris(satu.kriteria, lebih, SEBAB)
    # Everything measured is at its best: what was not measured is supplied.
    lain = next((b for b in baris if not b.terukur and not b.sumber.kata), baris[0])
    isi: Decimal | str = lain.sumber.kata[-1] if lain.sumber.kata else lain.sumber.batas[0] + 20
    return putusan.KoreksiBaris(lain.kriteria, isi, SEBAB)


def _berkas(nama: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, PDF)


def _perbaikan(orang: Sequence[Pegawai], per: date) -> None:
    """One waits, one was answered."""
    kabid = Pengguna.objects.get(nama_pengguna="kabid")
    for nomor, satu in enumerate(orang):
        isi = IsiPermintaan(
            "pendidikan", "D-III Pendidikan", "S-1 Pendidikan", "Lulus 2015, ijazah terlampir.",
            _berkas("ijazah.pdf"),
        )  # fmt: skip
        baris = minta_perbaikan(
            satu.pk, isi=isi, oleh=akun_pegawai(satu, mulai=timezone.localdate()), per=per
        )
        if nomor:
            kata = "Ijazah S-1 sudah dicatat; perbarui juga di MyASN."
            tanggapi_perbaikan(baris.pk, keadaan="diperbaiki", tanggapan=kata, oleh=kabid, per=per)

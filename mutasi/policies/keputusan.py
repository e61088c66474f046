"""Who may draft, number, set, print and revoke decrees, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import AKHIR, BER_SK, SUDAH_BERLAKU, StatusUsulan
from mutasi.kernel.aturan.daftar import periksa_dokumen
from mutasi.kernel.aturan.keputusan import PerlakuanDokumen, PerubahanDokumen
from mutasi.kernel.nomor import CaraNomor
from mutasi.models import (
    BarisKeputusan,
    BerkasMutasi,
    JenisKeputusan,
    Keputusan,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.models.keputusan import BERTANDA
from mutasi.policies.jalan import bukan_diri, memegang, terlihat
from mutasi.policies.tampak import tampak
from organisasi.izin import Izin
from organisasi.models import Disposisi, Pengguna
from penilaian.kernel.putusan import Hasil
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal, WrongMoment

K = StatusKeputusan
RUANG = (
    Izin.KEPUTUSAN_SUSUN, Izin.KEPUTUSAN_NOMORI, Izin.KEPUTUSAN_TETAPKAN, Izin.BKN_CATAT,
    Izin.PELANTIKAN_KELOLA, Izin.USULAN_AWASI,
)  # fmt: skip
MAKS_BARIS = 300
BERNOMOR = "Draf ini sudah bernomor. Minta Bagian Hukum melepas nomornya dahulu."
BERJALAN = (K.DRAF, K.DITETAPKAN)


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Enter the room of decrees; which of them one sees is ``Keputusan.objects.for_user``."""
    if not memegang(pengguna, *RUANG, per=per):
        yield NotAllowed("Anda tidak berhak membuka daftar keputusan.")


def _bekerja(k: Keputusan, pengguna: Pengguna, izin: Izin, apa: str, *, per: date) -> Iterator[
    Refusal
]:  # fmt: skip
    if not tampak(k, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, izin, per=per):
        yield NotAllowed(f"Anda tidak berhak {apa}.")


@Policy
def susun(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Draft decrees of a file."""
    if not BerkasMutasi.objects.for_user(pengguna, per=per).filter(pk=berkas.pk).exists():
        yield OutOfReach()
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Anda tidak berhak menyusun SK.")


@Policy
def masukkan(
    usulan: UsulanMutasi, k: Keputusan, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Name a case in a draft: seen, of this file, approved, in no other decree, nobody's own."""
    if not terlihat(usulan, pengguna, per=per) or usulan.berkas_id != k.berkas_id:
        yield OutOfReach("Salah satu usulan tidak ada di berkas ini.")
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.status != StatusUsulan.DISETUJUI_PPK:
        yield (
            f"Usulan {usulan.urutan} berkeadaan “{StatusUsulan(usulan.status).label}”; SK disusun "
            "dari usulan yang disetujui PPK."
        )
    lain = BarisKeputusan.objects.filter(usulan=usulan, keputusan__status__in=BERJALAN)
    if lain.exclude(keputusan=k.pk).exists():
        yield f"Usulan {usulan.urutan} sudah ada di draf SK lain."


@Policy
def ubah_draf(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Change a draft that has no number yet."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_SUSUN, "menyusun SK", per=per)
    yield from _tetap(k, PerlakuanDokumen.UBAH)
    if k.nomor and k.status == K.DRAF:
        yield BERNOMOR
    elif k.jenis == JenisKeputusan.RALAT:
        yield "Draf ralat tidak diubah; batalkan, lalu susun lagi."


def _tetap(k: Keputusan, perlakuan: PerlakuanDokumen) -> Iterator[Refusal | str]:
    """What is signed stays as it is (H27); what was given up is no draft any more."""
    perubahan = PerubahanDokumen(
        perlakuan, ditandatangani=k.status in BERTANDA, sidik=k.sidik, sidik_berkas=k.sidik
    )
    putusan = periksa_dokumen(perubahan)
    if putusan.putusan is not Hasil.LOLOS:
        yield WrongMoment(
            f"{putusan.kode}: {putusan.bunyi.rstrip('.')} (dasar: {putusan.dasar}). "
            f"{putusan.perbaikan}",
            kode=putusan.kode,
        )
    elif k.status != K.DRAF:
        yield "Draf ini sudah dibatalkan; susun draf baru."


@Policy
def batalkan_draf(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Give a draft up; its cases are free again."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_SUSUN, "menyusun SK", per=per)
    yield from _tetap(k, PerlakuanDokumen.HAPUS)
    if k.nomor and k.status == K.DRAF:
        yield BERNOMOR


@Policy
def nomori(
    k: Keputusan, pengguna: Pengguna, *, per: date, cara: CaraNomor
) -> Iterator[Refusal | str]:
    """Give number and day (Bagian Hukum)."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_NOMORI, "memberi nomor SK", per=per)
    if cara is not CaraNomor.BAGIAN_HUKUM:
        yield "Nomor SK diambil dari deret sendiri saat ditetapkan, menurut ketentuan."
    if k.status != K.DRAF:
        yield "Hanya draf yang diberi nomor."
    elif k.nomor:
        yield f"Draf ini sudah bernomor {k.nomor}."


@Policy
def lepas_nomor(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Take the number back, so that the draft can be mended."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_NOMORI, "memberi nomor SK", per=per)
    if k.status != K.DRAF or not k.nomor:
        yield "Yang dapat dilepas hanya nomor draf."


@Policy
def tetapkan(
    k: Keputusan, pengguna: Pengguna, *, per: date, cara: CaraNomor
) -> Iterator[Refusal | str]:
    """Set it: only the signer himself, once it has its number."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_TETAPKAN, "menetapkan SK", per=per)
    if k.penandatangan.pengguna_id != pengguna.pk:
        yield NotAllowed(
            f"Keputusan ini ditetapkan oleh {k.penandatangan.sebutan}, bukan oleh Anda."
        )
    yield from _siap(k, cara)


def _siap(k: Keputusan, cara: CaraNomor) -> Iterator[str]:
    if k.status != K.DRAF:
        yield f"Keputusan ini berkeadaan “{K(k.status).label}”, jadi tidak dapat ditetapkan lagi."
    elif not k.nomor and (cara is CaraNomor.BAGIAN_HUKUM or k.jenis == JenisKeputusan.RALAT):
        yield "Nomor dan tanggal SK belum diberikan Bagian Hukum."


@Policy
def mencatat_kertas(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Write down what a signer did on paper, whichever paper it is."""
    if not tampak(k, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN, per=per):
        yield NotAllowed("Anda tidak berhak mencatat keputusan dari kertas.")


@Policy
def tetapkan_kertas(
    k: Keputusan, disposisi: Disposisi, pencatat: Pengguna, *, per: date, cara: CaraNomor
) -> Iterator[Refusal | str]:
    """Record that its signer set it on paper, by a disposition that two people compared."""
    yield from mencatat_kertas.refusals(k, pencatat, per=per)
    if disposisi.disahkan_pada is None:
        yield "Disposisi ini belum disahkan orang kedua, jadi belum dapat dipakai."
    if disposisi.pejabat.pengguna_id != k.penandatangan.pengguna_id:
        yield f"Disposisi ini bukan dari {k.penandatangan.sebutan}."
    teks = f"{disposisi.perihal} {disposisi.isi}".casefold()
    if not any(n and n.casefold() in teks for n in (k.nomor, k.berkas.nomor)):
        yield f"Disposisi ini tidak menyebut nomor SK atau berkas {k.berkas.nomor}."
    yield from _siap(k, cara)


@Policy
def unggah_bertanda(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Bring the signed file back, once."""
    berhak = memegang(pengguna, Izin.KEPUTUSAN_SUSUN, Izin.KEPUTUSAN_TETAPKAN, per=per)
    if not tampak(k, pengguna, per=per):
        yield OutOfReach()
    if not berhak:
        yield NotAllowed("Anda tidak berhak mengunggah SK bertanda tangan.")
    if k.status in (K.DRAF, K.BATAL):
        yield "SK belum ditetapkan, jadi belum ada yang ditandatangani."
    elif k.bertanda_sha256:
        yield "Berkas bertanda tangan sudah ada dan tidak dapat diganti (H27)."


@Policy
def ubah_dengan_baru(
    k: Keputusan, pengguna: Pengguna, *, per: date, apa: str
) -> Iterator[Refusal | str]:
    """Draft a decree that revokes, replaces or corrects this one."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_SUSUN, "menyusun SK", per=per)
    if k.status != K.DITETAPKAN:
        yield f"Yang dapat {apa} hanya keputusan yang berlaku."
    elif k.jenis != JenisKeputusan.MUTASI:
        yield f"Pencabutan dan ralat tidak dapat {apa}; susun keputusan mutasi baru."
    if k.perubahan.filter(status=K.DRAF).exists():
        yield "Masih ada draf keputusan lain tentang keputusan ini; selesaikan atau batalkan dulu."


@Policy
def cabut_usulan(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Name a case in a revocation."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.status not in BER_SK:
        keadaan = StatusUsulan(usulan.status).label
        yield f"Usulan {usulan.urutan} berkeadaan “{keadaan}”, jadi SK-nya tidak dapat dicabut."


@Policy
def ganti_usulan(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Keep a case in a decree that replaces another: not once the move has taken place."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.status in SUDAH_BERLAKU or usulan.status in AKHIR:
        yield (
            f"Usulan {usulan.urutan} sudah berlaku atau berakhir; cabut keputusannya atau ralat "
            "penulisannya."
        )


@Policy
def unduh_penuh(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Take the whole decree with its annex: only who may see every name in it."""
    if not tampak(k, pengguna, per=per):
        yield OutOfReach()
    terbaca = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    if k.baris.exclude(usulan__in=terbaca).exists():
        yield NotAllowed(
            "Lampiran keputusan ini memuat orang di luar jangkauan Anda; mintalah petikannya."
        )


@Policy
def ada_bertanda(k: Keputusan) -> Iterator[Refusal | str]:
    """Take the signed file."""
    if not k.bertanda_sha256:
        yield "Berkas bertanda tangan belum diunggah."


@Policy
def cetak_petikan(k: Keputusan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Print excerpts of others, and record that they were handed over."""
    yield from _bekerja(k, pengguna, Izin.KEPUTUSAN_SUSUN, "mencetak petikan", per=per)
    if k.status != K.DITETAPKAN:
        yield "Petikan dicetak dari keputusan yang berlaku."
    elif k.jenis == JenisKeputusan.RALAT:
        yield "Ralat tidak mempunyai petikan."


@Policy
def petikan_sendiri(baris: BarisKeputusan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Take the excerpt about oneself."""
    if baris.usulan.pegawai.pengguna_id != pengguna.pk or baris.keputusan.status in (
        K.DRAF, K.BATAL,
    ):  # fmt: skip
        yield OutOfReach()
    elif baris.keputusan.jenis == JenisKeputusan.RALAT:
        yield "Ralat tidak mempunyai petikan."

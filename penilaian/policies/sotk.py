"""Who reads and who drafts a future structure, and what a draft may not become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan
from penilaian.models import KeadaanSotk, KotakSotk, Nasib, RencanaSotk
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal

MIN_ALASAN = 10


@Policy
def buka_sotk(pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """The right over any unit opens the list; the rows are bound by the reach."""
    if Jangkauan.milik(pengguna, Izin.SOTK_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup rencana struktur organisasi.")


@Policy
def lihat_sotk(rencana: RencanaSotk, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Read one plan: with the right over its branch."""
    if tolak := buka_sotk.refusals(pengguna, per=per):
        yield from tolak
    elif not Jangkauan.milik(pengguna, Izin.SOTK_LIHAT, per=per).memuat(rencana.cabang.kiri):
        yield OutOfReach()


@Policy
def menyusun(pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Begin a plan for some branch."""
    if Jangkauan.milik(pengguna, Izin.SOTK_SUSUN, per=per).kosong:
        yield NotAllowed("Rencana struktur disusun oleh Bagian Organisasi.")


@Policy
def buat_sotk(
    cabang: UnitKerja, nama: str, berlaku: date, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Begin a plan for this branch: a branch of today, a day to come, a name."""
    if tolak := menyusun.refusals(pengguna, per=per):
        yield from tolak
    elif not Jangkauan.milik(pengguna, Izin.SOTK_SUSUN, per=per).memuat(cabang.kiri):
        yield OutOfReach()
    if cabang.ditutup is not None and cabang.ditutup <= per:
        yield "Unit ini sudah ditutup. Pilih unit yang masih buka."
    yield from _kepala(nama, berlaku, per)


@Policy
def ubah_sotk(rencana: RencanaSotk, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Change a plan: with the right over its branch, while it is a draft."""
    yield from lihat_sotk.refusals(rencana, pengguna, per=per)
    if not Jangkauan.milik(pengguna, Izin.SOTK_SUSUN, per=per).memuat(rencana.cabang.kiri):
        yield NotAllowed("Rencana struktur disusun oleh Bagian Organisasi.")
    if rencana.keadaan != KeadaanSotk.DRAF:
        keadaan = rencana.get_keadaan_display().lower()
        yield f"Rencana ini {keadaan}; hanya draf yang dapat diubah."


@Policy
def ubah_kepala_sotk(
    rencana: RencanaSotk, nama: str, berlaku: date, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Change its name, day and legal basis."""
    yield from ubah_sotk.refusals(rencana, pengguna, per=per)
    yield from _kepala(nama, berlaku, per)


def _kepala(nama: str, berlaku: date, per: date) -> Iterator[str]:
    if not nama.strip():
        yield "Beri nama rencana ini."
    if berlaku <= per:
        yield "Struktur yang direncanakan berlaku paling cepat besok."


@Policy
def isi_kotak(nama: str, jabatan: str, eselon_id: str) -> Iterator[Refusal | str]:
    """What a box says of itself."""
    if not nama.strip():
        yield "Beri nama kotak ini."
    if bool(jabatan.strip()) != bool(eselon_id):
        yield "Nama jabatan pimpinan dan eselonnya diisi bersama, atau kosongkan keduanya."


@Policy
def tempat_kotak(
    rencana: RencanaSotk,
    kotak: KotakSotk | None,
    induk: KotakSotk | None,
    keturunan: set[int],
) -> Iterator[Refusal | str]:
    """Hang a box under another: never under itself; the agency has one top."""
    if kotak is not None and induk is not None and induk.pk in keturunan | {kotak.pk}:
        yield f"“{induk}” berada di bawah “{kotak}”; kotak tidak dapat melingkar."
    if induk is None and rencana.cabang.induk_id is None and not _puncak(rencana, kotak):
        yield "Instansi hanya mempunyai satu kotak puncak. Pilih kotak di atasnya."
    if kotak is not None and induk is not None and _puncak(rencana, kotak):
        yield "Kotak puncak tidak dapat diletakkan di bawah kotak lain."


def _puncak(rencana: RencanaSotk, kotak: KotakSotk | None) -> bool:
    """Whether this box is the top of the whole agency."""
    return (
        kotak is not None and rencana.cabang.induk_id is None and kotak.asal_id == rencana.cabang_id
    )


@Policy
def hapus_kotak(
    rencana: RencanaSotk, kotak: KotakSotk, bawah: str, anak: int, jumlah: int | None
) -> Iterator[Refusal | str]:
    """Strike a box: never the agency itself; with boxes below it one says what becomes of them."""
    if jumlah is not None and jumlah != anak:
        yield f"Di bawah kotak ini sekarang ada {anak} kotak, bukan {jumlah}. Periksa lagi."
    if _puncak(rencana, kotak):
        yield "Kotak puncak instansi tidak dapat dihapus."
    if anak and bawah not in ("ikut", "naik"):
        yield f"Masih ada {anak} kotak di bawahnya. Pilih: ikut dihapus, atau naik satu tingkat."


@Policy
def gabung_kotak(
    rencana: RencanaSotk,
    kotak: KotakSotk,
    lama: Sequence[UnitKerja],
    atasan: Sequence[KotakSotk],
) -> Iterator[Refusal | str]:
    """Let old units go into a box; ``atasan`` are those of their boxes that stand above it."""
    if not lama:
        yield "Pilih paling sedikit satu unit yang digabungkan."
    if any(satu.pk == rencana.cabang_id for satu in lama) and rencana.cabang.induk_id is None:
        yield "Instansi sendiri tidak dapat digabungkan."
    for satu in atasan:
        yield f"“{satu}” berada di atas “{kotak}”. Pindahkan kotak ini dahulu, lalu gabungkan."


@Policy
def pecah_kotak(unit: UnitKerja, nama: Sequence[str], tujuan: int) -> Iterator[Refusal | str]:
    """Split an old unit over several boxes."""
    if unit.induk_id is None:
        yield "Instansi sendiri tidak dapat dipecah."
    if not tujuan:
        yield "Unit ini dihapus dalam rencana. Kembalikan kotaknya dahulu, lalu pecah."
    if not nama:
        yield "Sebutkan paling sedikit satu kotak pecahan."


@Policy
def tempatkan(
    dari: Formasi, nasib: str, kotak: KotakSotk | None, jabatan: Jabatan | None, alasan: str
) -> Iterator[Refusal | str]:
    """Say by hand where a post or its holders go; a head is made the equal of a named JF."""
    if nasib not in Nasib.values:
        yield "Pilih pengukuhan, penyetaraan, atau belum mendapat tempat."
    if nasib != Nasib.BELUM and kotak is None:
        yield "Pilih kotak tujuannya."
    if nasib == Nasib.PENYETARAAN:
        if dari.jabatan.jenis != JenisJabatan.STRUKTURAL:
            yield "Penyetaraan hanya dari jabatan struktural; pemangku lain dikukuhkan."
        if jabatan is None or jabatan.jenis != JenisJabatan.FUNGSIONAL:
            yield "Penyetaraan menyebut jabatan fungsional tujuannya."
    if len(alasan.strip()) < MIN_ALASAN:
        yield f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf."

"""Who may decide what an old or local name is, and what a decision may not be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import Jabatan, JenisJabatan, Padanan
from toolkit.policy import NotAllowed, Policy, Refusal

MAKS_ALASAN = 255


@Policy
def putuskan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """A name is the same in every unit: only with the right over the whole agency."""
    jangkauan = Jangkauan.milik(pengguna, Izin.PADANAN_PUTUSKAN, per=per)
    if not pengguna.teknis and not jangkauan.semua:
        yield NotAllowed("Padanan nama diputuskan oleh peran yang mencakup seluruh instansi.")


@Policy
def padankan_jabatan(
    dari: Jabatan, ke: Jabatan | None, pengguna: Pengguna, *, per: date, alasan: str
) -> Iterator[Refusal | str]:
    """Count the posts of one name as those of another; ``None``: go on under its own name."""
    yield from putuskan.refusals(pengguna, per=per)
    if ke is not None and dari.pk == ke.pk:
        yield "Jabatan tidak dapat dipadankan dengan dirinya sendiri."
    if dari.jenis == JenisJabatan.STRUKTURAL or dari.unit_id is not None:
        yield "Jabatan struktural tidak dipadankan: kursinya milik satu unit."
    if dari.kelompok:
        yield "JF tanpa jenjang hanya dapat menjadi sasaran padanan."
    elif not dari.di_luar_referensi and dari.aktif:
        yield f"{dari.nama} ada di referensi yang berlaku; tidak perlu padanan."
    if ke is not None:
        yield from tanpa_rantai.refusals(dari)
        yield from sasaran_jabatan.refusals(ke)
    yield from beralasan.refusals(alasan)


@Policy
def tanpa_rantai(dari: Jabatan) -> Iterator[Refusal | str]:
    """What others are matched to may not be matched on: A to B to C says nothing about A."""
    if banyak := Padanan.objects.berlaku().filter(ke_jabatan=dari).count():
        yield (
            f"{banyak} nama lain sudah dipadankan ke {dari.nama}. Padankan nama-nama itu langsung "
            "ke sasaran yang baru lebih dahulu."
        )


@Policy
def sasaran_jabatan(ke: Jabatan) -> Iterator[Refusal | str]:
    """What a name may be matched to: the nomenclature in force, or a JF without jenjang."""
    if ke.jenis == JenisJabatan.STRUKTURAL or ke.unit_id is not None:
        yield "Jabatan struktural tidak menjadi sasaran padanan: kursinya milik satu unit."
    if not ke.aktif or ke.di_luar_referensi:
        yield f"{ke.nama} tidak ada di referensi yang berlaku; pilih nama yang berlaku."
    if ke.padanan_id is not None:
        yield f"{ke.nama} sendiri dipadankan ke {ke.padanan}; pilih langsung nama itu."


@Policy
def padankan_nama(
    ke: Jabatan | None, pengguna: Pengguna, *, per: date, kunci: str, alasan: str
) -> Iterator[Refusal | str]:
    """Say what a job name in a workbook is; ``None``: nothing of the register."""
    yield from putuskan.refusals(pengguna, per=per)
    yield from bernama.refusals(kunci)
    if ke is not None:
        yield from sasaran_jabatan.refusals(ke)
    yield from beralasan.refusals(alasan)


@Policy
def padankan_unit(
    ke: UnitKerja | None, pengguna: Pengguna, *, per: date, kunci: str, alasan: str
) -> Iterator[Refusal | str]:
    """Say what a unit name in a workbook is; ``None``: nothing of the register."""
    yield from putuskan.refusals(pengguna, per=per)
    yield from bernama.refusals(kunci)
    if ke is not None and ke.ditutup is not None and ke.ditutup <= per:
        yield f"{ke.nama} tercatat ditutup sejak {ke.ditutup:%d-%m-%Y}; pilih unit yang terbuka."
    yield from beralasan.refusals(alasan)


@Policy
def akhiri(
    padanan: Padanan, pengguna: Pengguna, *, per: date, alasan: str
) -> Iterator[Refusal | str]:
    """Take a decision back; what was counted together is counted apart again."""
    yield from putuskan.refusals(pengguna, per=per)
    if padanan.selesai is not None:
        yield f"Padanan ini sudah berakhir sejak {padanan.selesai:%d-%m-%Y}."
    yield from beralasan.refusals(alasan)


@Policy
def bernama(kunci: str) -> Iterator[Refusal | str]:
    """A text of nothing but signs is no name."""
    if not kunci:
        yield "Nama itu tidak memuat huruf atau angka."


@Policy
def beralasan(alasan: str) -> Iterator[Refusal | str]:
    """Whoever reads the trail later must find out why."""
    if not alasan.strip():
        yield "Tuliskan alasan keputusan ini."
    elif len(alasan) > MAKS_ALASAN:
        yield f"Alasan paling panjang {MAKS_ALASAN} huruf."

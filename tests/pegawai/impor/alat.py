"""A small office and the act of importing an export into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from organisasi.impor import Hasil
from organisasi.models import Pengguna, UnitKerja
from organisasi.models.pengguna import TEKNIS
from organisasi.services.impor import periksa_berkas, terapkan_berkas
from pegawai.models import Jabatan, Pegawai, Penugasan
from pegawai.services.impor_pegawai import IMPOR_PEGAWAI
from tests.factories import organisasi as pabrik
from tests.factories import pegawai as pabrik_pegawai
from tests.helpers import siasn, xlsx

PER = date(2026, 6, 1)
BULAN_LALU = date(2026, 5, 1)
BULAN_DEPAN = date(2026, 7, 1)
Temuan = tuple[int, str | None, str, str]


@dataclass(frozen=True)
class Kantor:
    """Two schools, a bidang, and the jabatan a reference knows."""

    sd1: UnitKerja
    sd2: UnitKerja
    bidang: UnitKerja
    guru: Jabatan
    madya: Jabatan
    kepala: Jabatan
    folder: Path

    def orang(self, nomor: int = 1, **ganti: object) -> dict[str, object]:
        """One teacher of the first school; ``ganti`` replaces cells."""
        return siasn.orang(
            nomor,
            unit=(self.sd1.siasn_id, f"{self.sd1} - Dinas Pendidikan"),
            jabatan=(self.guru.siasn_id, self.guru.nama),
            **ganti,
        )

    def di(self, unit: UnitKerja, jabatan: Jabatan | None = None) -> dict[str, object]:
        """The cells that say where somebody sits."""
        cells: dict[str, object] = {"UNOR_ID": unit.siasn_id, "UNOR_NAMA": f"{unit} - Induk"}
        if jabatan is not None:
            cells |= {
                "JABATAN_ID": jabatan.siasn_id,
                "JABATAN_NAMA": jabatan.nama,
                "JENIS_JABATAN_ID": float(jabatan.jenis),
            }
        return cells

    def berkas(
        self,
        semua: Iterable[Mapping[str, object]],
        *,
        kepala: Sequence[str] = siasn.KEPALA,
        lembar: str = "pns_22FF1EFE",
        nama: str = "pns.xlsx",
        **pilihan: object,
    ) -> Path:
        """A workbook of these people."""
        baris = [list(kepala), *(siasn.baris(o, kepala) for o in semua)]
        return xlsx.simpan(self.folder, xlsx.buku(baris, nama=lembar, **pilihan), nama)

    def periksa(self, berkas: Path, *, per: date = PER) -> Hasil:
        """Look only."""
        return periksa_berkas(berkas, IMPOR_PEGAWAI, per=per, oleh=sistem())

    def terapkan(self, berkas: Path, *, per: date = PER) -> Hasil:
        """Look and apply."""
        return terapkan_berkas(berkas, IMPOR_PEGAWAI, per=per, oleh=sistem())

    def impor(self, *semua: Mapping[str, object], per: date = PER) -> Hasil:
        """Apply a workbook of these people."""
        return self.terapkan(self.berkas(semua), per=per)


def kantor(folder: Path) -> Kantor:
    """The office, without people."""
    unit = pabrik.kabupaten()
    return Kantor(
        sd1=unit["sd1"],
        sd2=unit["sd2"],
        bidang=unit["bidang"],
        guru=pabrik_pegawai.jabatan("Guru Ahli Pertama", bup=60),
        madya=pabrik_pegawai.jabatan("Guru Ahli Madya", bup=60),
        kepala=pabrik_pegawai.jabatan(
            "Kepala Bidang Mutasi",
            jenis="1",
            bup=None,
            eselon_id="32",
            unit=unit["bidang"],
            siasn_id=unit["bidang"].siasn_id,
        ),
        folder=folder,
    )


def sistem() -> Pengguna:
    """The technical account."""
    return Pengguna.objects.get(nama_pengguna=TEKNIS)


def temuan(hasil: Hasil) -> list[Temuan]:
    """Every finding by cell."""
    return [(p.baris, p.kolom, p.kode, p.tingkat) for p in (*hasil.galat, *hasil.peringatan)]


def orang_ke(nomor: int) -> Pegawai:
    """The person the generator made from this number."""
    return Pegawai.objects.get(nip=siasn.nip(nomor))


def penugasan(nomor: int) -> list[Penugasan]:
    """His definitive posts, the oldest first."""
    return list(Penugasan.objects.definitif().filter(pegawai=orang_ke(nomor)).order_by("pk"))

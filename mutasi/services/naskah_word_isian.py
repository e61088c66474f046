"""What a Word template of each letter may name: one table that fills it and that documents it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from mutasi.kernel.naskah.bahan import Naskah, Orang
from mutasi.kernel.naskah.beku import kanonik, sidik, sidik_daftar
from mutasi.kernel.naskah.bunyi import pernyataan
from mutasi.kernel.naskah.kata import hari_tanggal, panjang
from mutasi.kernel.naskah.surat import (
    BarisUsulan,
    BerkasLampiran,
    NotaDinas,
    Pernyataan,
    SuratUsulan,
    Undangan,
)

KOSONG = ".............................."


@dataclass(frozen=True)
class Isian:
    """A variable: its name in the template, what it means, and how it is taken from the paper.

    ``kolom``: the names behind the dot when the variable is a list (``{{ x.nip }}``) or one thing
    (``{{ pegawai.nip }}``); ``daftar``: whether it is repeated.
    """

    nama: str
    arti: str
    ambil: Callable[[Any], Any]
    daftar: bool = False
    kolom: tuple[str, ...] = ()

    @property
    def tanda(self) -> str:
        """How it is written in Word."""
        if self.daftar:
            isi = " ".join(f"{{{{ x.{k} }}}}" for k in self.kolom) or "{{ x }}"
            return f"{{% for x in {self.nama} %}} {isi} {{% endfor %}}"
        return (
            " ".join(f"{{{{ {self.nama}.{k} }}}}" for k in self.kolom) or f"{{{{ {self.nama} }}}}"
        )


def _hari(hari: date | None) -> str:
    return panjang(hari) if hari else KOSONG


def _baris(kelas: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kelas))


def _rinci(daftar: Sequence[Any]) -> list[dict[str, str]]:
    return [_satu(benda) for benda in daftar]


def _satu(benda: Any) -> dict[str, str]:
    return {f.name: str(getattr(benda, f.name)) for f in fields(benda)}


def _isi_pernyataan(n: Pernyataan) -> tuple[str, str]:
    return pernyataan(
        n.macam, jabatan=n.pegawai.jabatan, unit=n.pegawai.unit, mulai=n.mulai,
        keputusan=n.keputusan, tunjangan=n.tunjangan,
    )  # fmt: skip


_UMUM = (
    Isian("instansi", "nama instansi", lambda n: n.instansi),
    Isian("kop", "baris kop naskah", lambda n: list(n.kop.baris), daftar=True),
    Isian("alamat", "alamat pada kop", lambda n: n.kop.alamat),
    Isian("nomor", "nomor naskah", lambda n: n.nomor or KOSONG),
    Isian("tempat", "tempat ditandatangani", lambda n: n.tempat or KOSONG),
    Isian("tanggal", "tanggal naskah, misalnya 1 Juni 2026", lambda n: _hari(n.tanggal)),
    Isian("atas_nama", "jabatan yang diatasnamakan, kosong bila tidak ada",
          lambda n: n.penanda.atas_nama),
    Isian("jabatan_penanda", "jabatan penanda tangan", lambda n: n.penanda.jabatan),
    Isian("nama_penanda", "nama penanda tangan", lambda n: n.penanda.nama or KOSONG),
    Isian("pangkat_penanda", "pangkat penanda tangan, kosong bagi kepala daerah",
          lambda n: "" if n.penanda.kepala_daerah else n.penanda.pangkat),
    Isian("nip_penanda", "NIP penanda tangan, kosong bagi kepala daerah",
          lambda n: "" if n.penanda.kepala_daerah else n.penanda.nip),
    Isian("tembusan", "penerima tembusan", lambda n: list(n.tembusan), daftar=True),
    Isian("sidik", "sidik isi (SHA-256) yang tersimpan di SERASI", lambda n: sidik(kanonik(n))),
)  # fmt: skip
_SURAT = (
    Isian("kepada", "tujuan surat, sesudah kata Yth.", lambda n: "\n".join(n.kepada)),
    Isian("di", "kota tujuan", lambda n: n.di),
    Isian("sifat", "sifat surat", lambda n: n.sifat),
    Isian("lampiran", "banyaknya lampiran", lambda n: n.banyak_lampiran),
    Isian("hal", "hal surat", lambda n: n.hal),
    Isian("isi", "alinea isi", lambda n: list(n.isi), daftar=True),
    Isian("penutup", "alinea penutup", lambda n: list(n.penutup), daftar=True),
)
_KHUSUS: dict[str, tuple[Isian, ...]] = {
    SuratUsulan.JENIS: (
        *_SURAT,
        Isian("daftar", "daftar nominatif", lambda n: _rinci(n.daftar), daftar=True,
              kolom=_baris(BarisUsulan)),
        Isian("banyak_orang", "banyaknya orang dalam daftar", lambda n: str(len(n.daftar))),
        Isian("sidik_daftar", "sidik daftar nominatif (SHA-256)", lambda n: sidik_daftar(n.daftar)),
        Isian("berkas", "kelengkapan dokumen D01 sampai D11", lambda n: _rinci(n.berkas),
              daftar=True, kolom=_baris(BerkasLampiran)),
        Isian("narahubung", "narahubung", lambda n: n.narahubung),
    ),
    NotaDinas.JENIS: (*_SURAT, Isian("dari", "jabatan pengirim", lambda n: n.dari)),
    Undangan.JENIS: (
        *_SURAT,
        Isian("hari", "hari pelantikan, misalnya Rabu",
              lambda n: hari_tanggal(n.hari).split(",")[0]),
        Isian("tanggal_acara", "tanggal pelantikan", lambda n: _hari(n.hari)),
        Isian("pukul", "jam mulai", lambda n: n.pukul),
        Isian("ruang", "tempat pelantikan", lambda n: n.ruang),
        Isian("acara", "nama acara", lambda n: n.acara),
        Isian("pakaian", "pakaian, kosong bila tidak diatur", lambda n: n.pakaian),
        Isian("diundang", "yang diundang", lambda n: _rinci(n.diundang), daftar=True,
              kolom=_baris(Orang)),
    ),
    Pernyataan.JENIS: (
        Isian("judul", "judul surat pernyataan", lambda n: _isi_pernyataan(n)[0]),
        Isian("pernyata", "yang menyatakan", lambda n: _satu(n.pernyata), kolom=_baris(Orang)),
        Isian("pegawai", "yang dinyatakan", lambda n: _satu(n.pegawai), kolom=_baris(Orang)),
        Isian("pernyataan", "kalimat pernyataan", lambda n: _isi_pernyataan(n)[1]),
        Isian("keputusan", "keputusan yang mendasari", lambda n: n.keputusan.kalimat),
        Isian("mulai", "terhitung mulai tanggal", lambda n: _hari(n.mulai)),
    ),
}  # fmt: skip
JENIS_WORD = tuple(_KHUSUS)


def isian_word(jenis: str) -> tuple[Isian, ...]:
    """Every variable a template of this kind of letter may name; KeyError for other papers."""
    return (*_UMUM, *_KHUSUS[jenis])


def bahan_word(naskah: Naskah) -> dict[str, Any]:
    """The variables of one letter."""
    return {satu.nama: satu.ambil(naskah) for satu in isian_word(naskah.JENIS)}


def bahan_contoh(jenis: str) -> Mapping[str, Any]:
    """Something in every variable, to try a template with."""
    return {satu.nama: _contoh(satu) for satu in isian_word(jenis)}


def _contoh(isian: Isian) -> Any:
    satu: Any = {k: f"contoh {k}" for k in isian.kolom} or f"contoh {isian.nama}"
    return [satu] if isian.daftar else satu

"""Letters by Word templates: the office's own, or the ones built here to start from."""

from __future__ import annotations

from mutasi.kernel.naskah.beku import baca
from mutasi.kernel.naskah.surat import NotaDinas, Pernyataan, SuratUsulan, Undangan
from mutasi.services.naskah_word_isian import bahan_contoh, bahan_word
from toolkit.docx import (
    Alinea,
    Bagian,
    Berulang,
    GantiHalaman,
    Pasangan,
    TabelBerulang,
    isi_templat_word,
    periksa_templat_word,
    susun_templat,
)


def naskah_word(teks: str, templat: bytes | None = None) -> bytes:
    """The letter of a canonical text as .docx, by the office's template or the one built here.

    KeyError for papers that are no letters, BerkasDitolak with a sentence for a bad template.
    """
    naskah = baca(teks)
    return isi_templat_word(templat or templat_bawaan(naskah.JENIS), bahan_word(naskah))


def periksa_templat(jenis: str, berkas: bytes) -> list[str]:
    """Why a template cannot serve letters of this kind; asked when it is uploaded."""
    return periksa_templat_word(berkas, bahan_contoh(jenis))


def templat_bawaan(jenis: str) -> bytes:
    """The template an office starts from; KeyError for papers that are no letters."""
    return susun_templat(_BAWAAN[jenis])


_KOP: tuple[Bagian, ...] = (
    Berulang("kop", Alinea("{{ x|upper }}", rata="tengah", tebal=True, titik=13)),
    Alinea("{{ alamat }}", rata="tengah", titik=9),
    Alinea("_" * 72, rata="tengah"),
)
_TANDA: tuple[Bagian, ...] = (
    Alinea("{% if atas_nama %}a.n. {{ atas_nama }}{% endif %}", geser=85),
    Alinea("{{ jabatan_penanda }},", geser=85),
    Alinea("\n\n", geser=85),
    Alinea("{{ nama_penanda }}", tebal=True, geser=85),
    Alinea("{{ pangkat_penanda }}", geser=85),
    Alinea("{% if nip_penanda %}NIP {{ nip_penanda }}{% endif %}", geser=85),
)
_TEMBUSAN: tuple[Bagian, ...] = (
    Alinea("{% if tembusan %}Tembusan:{% endif %}", titik=10),
    Berulang("tembusan", Alinea("- {{ x }}", titik=10)),
    Alinea("Sidik isi SHA-256 {{ sidik }}", titik=7),
)
_KEPALA: tuple[Bagian, ...] = (
    Alinea("{{ tempat }}, {{ tanggal }}", rata="kanan"),
    Pasangan((
        ("Nomor", "{{ nomor }}"), ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"),
        ("Hal", "{{ hal }}"),
    )),
    Alinea("Yth. {{ kepada }}"),
    Alinea("{% if di %}di {{ di }}{% endif %}"),
)  # fmt: skip
_ISI: tuple[Bagian, ...] = (Berulang("isi", Alinea("{{ x }}", masuk=True)),)
_TUTUP: tuple[Bagian, ...] = (
    Berulang("penutup", Alinea("{{ x }}", masuk=True)),
    *_TANDA,
    *_TEMBUSAN,
)
_ORANG = (("Nama", "nama"), ("NIP", "nip"), ("Pangkat", "pangkat"), ("Jabatan", "jabatan"),
          ("Unit kerja", "unit"))  # fmt: skip


def _siapa(nama: str) -> Pasangan:
    return Pasangan(tuple((label, f"{{{{ {nama}.{kolom} }}}}") for label, kolom in _ORANG))


_BAWAAN: dict[str, tuple[Bagian, ...]] = {
    SuratUsulan.JENIS: (
        *_KOP, *_KEPALA, *_ISI,
        Pasangan((
            ("Daftar nominatif", "{{ banyak_orang }} orang, terlampir"),
            ("Sidik daftar", "{{ sidik_daftar }}"), ("Narahubung", "{{ narahubung }}"),
        )),
        *_TUTUP, GantiHalaman(),
        Alinea("DAFTAR NOMINATIF", rata="tengah", tebal=True),
        TabelBerulang("daftar", (
            ("No", 1, "{{ x.nomor }}"), ("Nama, NIP", 4, "{{ x.nama }}, {{ x.nip }}"),
            ("Pangkat", 2, "{{ x.pangkat }}"), ("Jabatan lama", 4, "{{ x.jabatan_lama }}"),
            ("Jabatan yang diusulkan", 4, "{{ x.jabatan_usulan }}"),
            ("Alasan", 3, "{{ x.alasan }}"),
        )),
        TabelBerulang("berkas", (
            ("Kode", 1, "{{ x.kode }}"), ("Dokumen", 5, "{{ x.nama }}"),
            ("Keadaan", 3, "{{ x.keadaan }}"),
        )),
    ),
    NotaDinas.JENIS: (
        *_KOP, Alinea("NOTA DINAS", rata="tengah", tebal=True, titik=13),
        Pasangan((
            ("Kepada", "Yth. {{ kepada }}"), ("Dari", "{{ dari }}"), ("Tanggal", "{{ tanggal }}"),
            ("Nomor", "{{ nomor }}"), ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"),
            ("Hal", "{{ hal }}"),
        )),
        *_ISI, *_TUTUP,
    ),
    Undangan.JENIS: (
        *_KOP, *_KEPALA, *_ISI,
        Pasangan((
            ("Hari, tanggal", "{{ hari }}, {{ tanggal_acara }}"), ("Pukul", "{{ pukul }}"),
            ("Tempat", "{{ ruang }}"), ("Acara", "{{ acara }}"), ("Pakaian", "{{ pakaian }}"),
        )),
        *_TUTUP, GantiHalaman(),
        Alinea("DAFTAR UNDANGAN", rata="tengah", tebal=True),
        TabelBerulang("diundang", (
            ("Nama", 4, "{{ x.nama }}"), ("NIP", 3, "{{ x.nip }}"),
            ("Jabatan", 5, "{{ x.jabatan }}"), ("Unit", 5, "{{ x.unit }}"),
        )),
    ),
    Pernyataan.JENIS: (
        *_KOP, Alinea("{{ judul }}", rata="tengah", tebal=True, titik=13),
        Alinea("NOMOR {{ nomor }}", rata="tengah"),
        Alinea("Yang bertanda tangan di bawah ini:"), _siapa("pernyata"),
        Alinea("dengan ini menyatakan dengan sesungguhnya bahwa Pegawai Negeri Sipil:"),
        _siapa("pegawai"),
        Alinea("{{ pernyataan }}"),
        Alinea("Demikian surat pernyataan ini dibuat dengan sesungguhnya dengan mengingat sumpah "
               "jabatan.", masuk=True),
        Alinea("{{ tempat }}, {{ tanggal }}", geser=85), *_TANDA, *_TEMBUSAN,
    ),
}  # fmt: skip

"""Kind ``kebutuhan``: needs already decided on paper; applied, they are final.

A post the register does not have yet is made; a jabatan no reference names is registered as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from jejak.catat import Objek, catat_banyak
from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from organisasi.models import UnitKerja
from organisasi.services.baris_impor import BarisImpor, baca, hitung, tolak_ganda
from pegawai import tindakan as tindakan_pegawai
from pegawai.kernel.jenjang import jenjang_dari_nama, rumpun
from pegawai.models import Formasi, Jabatan, JenisJabatan
from pegawai.services.tempat import ada_padanan
from penilaian.columns.kebutuhan import KEBUTUHAN
from penilaian.kernel.sumber import empat_desimal
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import hari_pemangku
from penilaian.services.kebutuhan import Ketetapan, tegaskan_kebutuhan, tulis_kebutuhan
from penilaian.services.terhitung import selaraskan
from toolkit.lembar import Tabel
from toolkit.nilai import kunci_id

KOLOM = "KEBUTUHAN"
Posisi = tuple[str, str]


@dataclass
class Acuan:
    """What the register knows of units, jabatan and needs, by key."""

    unit: dict[str, UnitKerja] = field(default_factory=dict)
    jabatan: dict[str, Jabatan] = field(default_factory=dict)
    mentah: dict[Posisi, Decimal] = field(default_factory=dict)
    nama: dict[Posisi, str] = field(default_factory=dict)
    terbaru: date | None = None

    @classmethod
    def muat(cls) -> Acuan:
        """Three queries, whatever the size of the file."""
        acuan = cls(
            unit={u.kunci: u for u in UnitKerja.objects.all()},
            jabatan={j.kunci: j for j in Jabatan.objects.all()},
        )
        rows = Kebutuhan.objects.order_by().filter(sumber=SumberKebutuhan.PENETAPAN).values_list(
            "asal__unit__kunci", "asal__jabatan__kunci", "mentah",
            "asal__jabatan__nama", "asal__unit__nama", "per",
        )  # fmt: skip
        for unit, jabatan, mentah, nama_jabatan, nama_unit, per in rows:
            acuan.terbaru = max(acuan.terbaru or per, per)
            acuan.mentah[unit, jabatan] = mentah
            acuan.nama[unit, jabatan] = f"{nama_jabatan} · {nama_unit}"
        return acuan


@dataclass
class Muatan:
    """Rows to write by position, jabatan to register first, positions whose figure stays."""

    tulis: dict[Posisi, BarisImpor] = field(default_factory=dict)
    sama: list[Posisi] = field(default_factory=list)
    jabatan_baru: dict[str, Jabatan] = field(default_factory=dict)


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Find posts, compare figures."""
    semua = [*baca(tabel, konteks)]
    tolak_ganda(semua, _posisi, kolom="JABATAN ID", kode="posisi_ganda", apa="Posisi")
    acuan = Acuan.muat()
    for baris in semua:
        if not baris.ditolak:
            _periksa_baris(baris, acuan)
    hasil, muatan = Hasil(), Muatan()
    if acuan.terbaru is not None and acuan.terbaru > konteks.per:
        hasil.catatan.append(
            f"Register sudah memuat penetapan per {acuan.terbaru:%d-%m-%Y}, lebih baru daripada "
            f"berkas ini ({konteks.per:%d-%m-%Y}); angka yang berbeda akan diganti."
        )
    for baris in hitung(hasil, semua):
        _banding(hasil, muatan, baris, acuan)
    terlihat = {_posisi(baris) for baris in semua}
    for posisi, nama in acuan.nama.items():
        if posisi not in terlihat:
            hasil.keluar += 1
            hasil.rincian.append(Perubahan("keluar", "/".join(posisi), nama))
    hasil.muatan = muatan
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Register jabatan, make posts, write the figures, mark what counts."""
    muatan: Muatan = hasil.muatan
    baru = Jabatan.objects.bulk_create(muatan.jabatan_baru.values())
    catat_banyak(
        tindakan_pegawai.JABATAN_DI_LUAR,
        ((Objek.dari(jabatan), None, None) for jabatan in baru),
        oleh=konteks.oleh,
    )
    formasi = _formasi(muatan.tulis)
    if ada_padanan():
        selaraskan(per=hari_pemangku())
    ketetapan = [
        Ketetapan(formasi[posisi].pk, str(formasi[posisi]), baris.isi["kebutuhan"])
        for posisi, baris in muatan.tulis.items()
    ]
    tulis_kebutuhan(
        ketetapan,
        sumber=SumberKebutuhan.PENETAPAN,
        per=konteks.per,
        dasar=_dasar(konteks),
        oleh=konteks.oleh,
    )
    # The same figure decided again is a younger figure.
    tegaskan_kebutuhan(_pk_sama(muatan.sama, konteks.per), per=konteks.per, dasar=_dasar(konteks))


def _posisi(baris: BarisImpor) -> Posisi | None:
    unit, jabatan = kunci_id(baris.isi["unor_id"]), kunci_id(baris.isi["jabatan_id"])
    return (unit, jabatan) if unit and jabatan else None


def _periksa_baris(baris: BarisImpor, acuan: Acuan) -> None:
    posisi = _posisi(baris)
    if posisi is None:
        return
    unit, jabatan = acuan.unit.get(posisi[0]), acuan.jabatan.get(posisi[1])
    if unit is None:
        baris.tolak_unor_asing()
    elif unit.ditutup:
        baris.ingatkan_unor_ditutup(unit.ditutup)
    if jabatan is None and not baris.isi.get("jabatan_nama"):
        pesan = "Jabatan ini belum dikenal, jadi namanya harus diisi."
        baris.tolak("JABATAN NAMA", "wajib_kosong", pesan)
    elif jabatan is None or jabatan.di_luar_referensi:
        pesan = "Jabatan ini tidak ada di referensi; dicatat sebagai di luar referensi."
        baris.ingatkan("JABATAN ID", "jabatan_di_luar_referensi", pesan)
    elif jabatan.unit_id and unit is not None and jabatan.unit_id != unit.pk:
        pesan = "Jabatan struktural ini milik unit lain."
        baris.tolak("JABATAN ID", "jabatan_unit_lain", pesan)


def _banding(hasil: Hasil, muatan: Muatan, baris: BarisImpor, acuan: Acuan) -> None:
    posisi = _posisi(baris) or ("", "")
    jabatan = acuan.jabatan.get(posisi[1]) or muatan.jabatan_baru.get(posisi[1])
    if jabatan is None:
        jabatan = _di_luar(baris, posisi, acuan.unit)
        muatan.jabatan_baru[posisi[1]] = jabatan
    nama = f"{jabatan.nama} · {acuan.unit[posisi[0]].nama}"
    lama, kini = acuan.mentah.get(posisi), empat_desimal(baris.isi["kebutuhan"])
    if lama == kini:
        hasil.sama += 1
        muatan.sama.append(posisi)
        return
    muatan.tulis[posisi] = baris
    kunci = "/".join(posisi)
    if lama is None:
        hasil.baru += 1
        hasil.rincian.append(Perubahan("baru", kunci, nama, baris.nomor))
        return
    hasil.berubah += 1
    hasil.perubahan[KOLOM] = hasil.perubahan.get(KOLOM, 0) + 1
    rincian = ((KOLOM, f"{lama.normalize():f}", f"{kini.normalize():f}"),)
    hasil.rincian.append(Perubahan("berubah", kunci, nama, baris.nomor, rincian))


def _di_luar(baris: BarisImpor, posisi: Posisi, unit: Mapping[str, UnitKerja]) -> Jabatan:
    """A jabatan no reference names. With the id of its unit it can only be that unit's head."""
    nama = baris.isi["jabatan_nama"]
    if posisi[0] == posisi[1]:
        lain = {"jenis": JenisJabatan.STRUKTURAL, "unit": unit[posisi[0]]}
    else:
        jenjang = jenjang_dari_nama(nama)
        lain = {"jenjang": jenjang, "rumpun": rumpun(nama, jenjang)[:120] if jenjang else ""}
    return Jabatan(
        siasn_id=baris.isi["jabatan_id"], kunci=posisi[1], nama=nama, di_luar_referensi=True, **lain
    )


def _formasi(posisi: Mapping[Posisi, Any]) -> dict[Posisi, Formasi]:
    """The posts at these positions; missing ones are made."""
    ada = _semua_formasi()
    hilang = [p for p in posisi if p not in ada]
    unit = dict(UnitKerja.objects.values_list("kunci", "pk"))
    jabatan = dict(Jabatan.objects.values_list("kunci", "pk"))
    Formasi.objects.bulk_create(
        [Formasi(unit_id=unit[u], jabatan_id=jabatan[j]) for u, j in hilang], batch_size=2000
    )
    return _semua_formasi() if hilang else ada


def _semua_formasi() -> dict[Posisi, Formasi]:
    rows = Formasi.objects.select_related("unit", "jabatan")
    return {(f.unit.kunci, f.jabatan.kunci): f for f in rows}


def _pk_sama(posisi: Sequence[Posisi], per: date) -> list[int]:
    sama = set(posisi)
    # Without an order of its own: that of the model joins the tree, which took PostgreSQL minutes.
    lama = Kebutuhan.objects.order_by().filter(sumber=SumberKebutuhan.PENETAPAN, per__lt=per)
    rows = lama.values_list("pk", "asal__unit__kunci", "asal__jabatan__kunci")
    return [pk for pk, unit, jabatan in rows if (unit, jabatan) in sama]


def _dasar(konteks: Konteks) -> str:
    return f"{konteks.sumber}: {konteks.nama_berkas}"[:255]


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Every post with its decided need, if there is one."""
    jumlah = dict(
        Kebutuhan.objects.order_by()
        .filter(sumber=SumberKebutuhan.PENETAPAN)
        .values_list("asal", "mentah")
    )
    for f in Formasi.objects.with_names():
        yield f.unit.siasn_id, f.jabatan.siasn_id, f.jabatan.nama, jumlah.get(f.pk)


IMPOR_KEBUTUHAN = JenisImpor(
    kode="kebutuhan",
    label="Kebutuhan pegawai",
    keterangan="Penetapan kebutuhan (UNOR ID, JABATAN ID, JABATAN NAMA, KEBUTUHAN).",
    izin=Izin.IMPOR_KEBUTUHAN,
    kolom=KEBUTUHAN,
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    urutan=60,
)

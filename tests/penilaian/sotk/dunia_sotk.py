"""A small agency whose departments change, and one of the demonstration's size."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan, Pegawai
from penilaian.models import KotakSotk, RencanaSotk
from penilaian.services import sotk_bentuk as bentuk
from penilaian.services import sotk_susun as susun
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.penilaian import kebutuhan, perhitungan_abk

PER = date(2026, 6, 1)
BERLAKU = date(2026, 7, 1)
ALASAN = "Menunggu pembahasan di DPRD."
DASAR = "Perbup 12/2026"


@dataclass
class Dinas:
    """One department: offices by a short name, posts by (office, jabatan)."""

    unit: dict[str, UnitKerja] = field(default_factory=dict)
    kursi: dict[str, Formasi] = field(default_factory=dict)
    pos: dict[tuple[str, str], Formasi] = field(default_factory=dict)
    pejabat: dict[str, Pegawai] = field(default_factory=dict)
    arsiparis: Jabatan = field(init=False)
    ortala: Pengguna = field(init=False)
    sekda: Pengguna = field(init=False)


def kursi(unit: UnitKerja, nama: str, eselon: str) -> Formasi:
    """A seat, under the id of its unit."""
    jabatan = Jabatan.objects.create(
        siasn_id=unit.siasn_id, kunci=unit.kunci, nama=nama, jenis=JenisJabatan.STRUKTURAL,
        eselon_id=eselon, unit=unit, bup=58,
    )  # fmt: skip
    return peg.formasi(unit, jabatan)


def dinas() -> Dinas:
    """Dinas Kearsipan with four bidang: heads, archivists with computed needs, two roles."""
    unit = org.kabupaten()
    d = Dinas({"akar": unit["akar"], "dinas": org.unit("Dinas Kearsipan", induk=unit["akar"])})
    d.arsiparis = peg.jabatan("Arsiparis Terampil", jenjang="TR", rumpun="Arsiparis", bup=58)
    d.kursi["dinas"] = kursi(d.unit["dinas"], "Kepala Dinas Kearsipan", "22")
    d.pejabat["dinas"] = peg.pegawai("KEPALA DINAS", post=d.kursi["dinas"])
    for nama in ("Arsip", "Pustaka", "Layanan", "Data"):
        kunci = nama.lower()
        bidang = d.unit[kunci] = org.unit(f"Bidang {nama}", induk=d.unit["dinas"], jenis="bidang")
        d.kursi[kunci] = kursi(bidang, f"Kepala Bidang {nama}", "32")
        d.pejabat[kunci] = peg.pegawai(f"KEPALA {nama.upper()}", post=d.kursi[kunci])
        post = d.pos[kunci, "arsiparis"] = peg.formasi(bidang, d.arsiparis)
        perhitungan_abk(post)
        peg.pegawai(f"STAF {nama.upper()}", post=post)
    kebutuhan(d.pos["pustaka", "arsiparis"], 3, dipakai=False)
    for satu in d.unit.values():
        satu.refresh_from_db()
    d.ortala = org.pengguna(Peran.BAGIAN_ORGANISASI)
    d.sekda = org.pengguna(Peran.PYB)
    return d


def rencana(d: Dinas, *, berlaku: date = BERLAKU) -> RencanaSotk:
    """A draft of the department as it is."""
    return susun.buat_sotk(
        d.unit["dinas"].pk, nama="SOTK 2026", berlaku=berlaku, dasar=DASAR, per=PER, oleh=d.ortala
    )


def kotak(r: RencanaSotk, unit: UnitKerja) -> KotakSotk:
    """The box that continues the unit."""
    return r.kotak.get(asal=unit)


def ubah(r: RencanaSotk, d: Dinas) -> RencanaSotk:
    """Arsip takes Pustaka in under a new name, Layanan is split, Data is abolished."""
    hak = {"per": PER, "oleh": d.ortala}
    arsip = kotak(r, d.unit["arsip"])
    bentuk.gabung_kotak(r.pk, arsip.pk, lama=[d.unit["pustaka"].pk], **hak)
    susun.ganti_nama_kotak(r.pk, arsip.pk, nama="Bidang Arsip dan Pustaka", **hak)
    layanan = kotak(r, d.unit["layanan"])
    bentuk.pecah_kotak(
        r.pk, layanan.pk, lama_id=d.unit["layanan"].pk, nama=["Bidang Jejaring"], **hak
    )
    bentuk.hapus_kotak(r.pk, kotak(r, d.unit["data"]).pk, **hak)
    return RencanaSotk.objects.get(pk=r.pk)

"""A small agency whose departments change, and one of the demonstration's size."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps

from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna, UnitKerja
from organisasi.services.pohon import susun_ulang_pohon
from pegawai.models import (
    Formasi,
    Jabatan,
    JenisJabatan,
    KedudukanHukum,
    Pegawai,
    Penugasan,
    StatusPegawai,
)
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


def _id(nama: str) -> str:
    """An id no other factory gives: a seat shares it with its unit."""
    return nama.encode().hex().ljust(32, "f")


def dinas() -> Dinas:
    """Dinas Kearsipan with four bidang: heads, archivists with computed needs, two roles."""
    unit = org.kabupaten()
    d = Dinas(
        {
            "akar": unit["akar"],
            "dinas": org.unit("Dinas Kearsipan", induk=unit["akar"], siasn_id=_id("dinas")),
        }
    )
    d.arsiparis = peg.jabatan("Arsiparis Terampil", jenjang="TR", rumpun="Arsiparis", bup=58)
    d.kursi["dinas"] = kursi(d.unit["dinas"], "Kepala Dinas Kearsipan", "22")
    d.pejabat["dinas"] = peg.pegawai("KEPALA DINAS", post=d.kursi["dinas"])
    for nama in ("Arsip", "Pustaka", "Layanan", "Data"):
        kunci = nama.lower()
        bidang = d.unit[kunci] = org.unit(
            f"Bidang {nama}", induk=d.unit["dinas"], jenis="bidang", siasn_id=_id(kunci)
        )
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
    hak: dict[str, Any] = {"per": PER, "oleh": d.ortala}
    arsip = kotak(r, d.unit["arsip"])
    bentuk.gabung_kotak(r.pk, arsip.pk, lama=[d.unit["pustaka"].pk], **hak)
    susun.ganti_nama_kotak(r.pk, arsip.pk, nama="Bidang Arsip dan Pustaka", **hak)
    layanan = kotak(r, d.unit["layanan"])
    bentuk.pecah_kotak(
        r.pk, layanan.pk, lama_id=d.unit["layanan"].pk, nama=["Bidang Jejaring"], **hak
    )
    bentuk.hapus_kotak(r.pk, kotak(r, d.unit["data"]).pk, **hak)
    return RencanaSotk.objects.get(pk=r.pk)


BIDANG = ("Pembinaan", "Pelayanan", "Pengembangan", "Pengawasan")
KELUARGA = ("Arsiparis Terampil", "Perencana Ahli Pertama")
ORANG_PER_POS = 3


def kabupaten(dinas: int = 11) -> Dinas:
    """An agency of ``dinas`` departments with four bidang each, seven people in every bidang."""
    akar = org.unit("Pemerintah Kabupaten Contoh", jenis="pemda")
    Instansi.objects.update_or_create(pk=1, defaults={"nama": "Kabupaten Contoh", "akar": akar})
    d = Dinas({"akar": akar})
    jf = [peg.jabatan(nama, bup=58, rumpun=nama.split()[0]) for nama in KELUARGA]
    d.arsiparis = jf[0]
    for n in range(dinas):
        induk = d.unit[f"d{n}"] = _unit(f"Dinas {n:02d}", akar, "dinas")
        for m, nama in enumerate(BIDANG):
            d.unit[f"d{n}b{m}"] = _unit(f"Bidang {nama} {n:02d}", induk, "bidang")
    susun_ulang_pohon()
    kepala = [
        Jabatan(
            siasn_id=u.siasn_id, kunci=u.kunci, nama=f"Kepala {u.nama}", unit=u, bup=58,
            jenis=JenisJabatan.STRUKTURAL, eselon_id="22" if u.jenis == "dinas" else "32",
        )
        for kunci, u in d.unit.items()
        if kunci != "akar"
    ]  # fmt: skip
    kursi = [Formasi(unit=j.unit, jabatan=j) for j in Jabatan.objects.bulk_create(kepala)]
    pos = [Formasi(unit=u, jabatan=j) for u in d.unit.values() if u.jenis == "bidang" for j in jf]
    Formasi.objects.bulk_create([*kursi, *pos])
    _orang([*kursi, *(p for p in pos for _ in range(ORANG_PER_POS))])
    for nomor, p in enumerate(pos[:20]):
        perhitungan_abk(p) if nomor % 2 else kebutuhan(p, 4)
    d.ortala, d.sekda = org.pengguna(Peran.BAGIAN_ORGANISASI), org.pengguna(Peran.PYB)
    for satu in d.unit.values():
        satu.refresh_from_db()
    return d


def _unit(nama: str, induk: UnitKerja, jenis: str) -> UnitKerja:
    siasn_id = f"{UnitKerja.objects.count():032x}f"
    return UnitKerja.objects.create(
        nama=nama, induk=induk, jenis=jenis, siasn_id=siasn_id, kunci=siasn_id
    )


def _orang(pos: list[Formasi]) -> None:
    """One person per entry; the copies and totals are the caller's to refresh."""
    kedudukan = KedudukanHukum.objects.get(kode="1")
    orang = Pegawai.objects.bulk_create(
        Pegawai(
            nip=peg.nip(date(1980, 1, 1), n), nama=f"ORANG {n:04d}", lahir=date(1980, 1, 1),
            status=StatusPegawai.PNS, kedudukan=kedudukan,
        )
        for n in range(1, len(pos) + 1)
    )  # fmt: skip
    Penugasan.objects.bulk_create(
        Penugasan(
            pegawai=o, formasi=p, unit=p.unit, jabatan=p.jabatan, tmt=date(2020, 3, 1),
            mulai=date(2020, 3, 1),
        )
        for o, p in zip(orang, pos, strict=True)
    )  # fmt: skip


def rombak(r: RencanaSotk, d: Dinas) -> int:
    """Change forty of its offices in every way there is; returns how many."""
    hak: dict[str, Any] = {"per": PER, "oleh": d.ortala}
    for n in range(0, 8, 2):
        # Two departments become one, with their bidang below it.
        ke = kotak(r, d.unit[f"d{n}"])
        for m in range(4):
            susun.pindah_kotak(r.pk, kotak(r, d.unit[f"d{n + 1}b{m}"]).pk, induk_id=ke.pk, **hak)
        bentuk.gabung_kotak(r.pk, ke.pk, lama=[d.unit[f"d{n + 1}"].pk], **hak)
        susun.ganti_nama_kotak(r.pk, ke.pk, nama=f"Dinas Terpadu {n:02d}", **hak)
        bentuk.gabung_kotak(
            r.pk, kotak(r, d.unit[f"d{n}b0"]).pk, lama=[d.unit[f"d{n + 1}b0"].pk], **hak
        )
        satu = kotak(r, d.unit[f"d{n}b1"])
        nama = f"Bidang Layanan Digital {n:02d}"
        susun.ganti_nama_kotak(r.pk, satu.pk, nama=nama, **hak)
        susun.ubah_pimpinan(r.pk, satu.pk, jabatan=f"Kepala {nama}", eselon_id="32", **hak)
        pecah = d.unit[f"d{n}b2"]
        bentuk.pecah_kotak(
            r.pk, kotak(r, pecah).pk, lama_id=pecah.pk, nama=[f"Bidang Riset {n:02d}"], **hak
        )
        bentuk.hapus_kotak(r.pk, kotak(r, d.unit[f"d{n}b3"]).pk, **hak)
    r.refresh_from_db()
    return 8 + 4 * 4 + 4 * 4


def isi_basis_data() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the rooms a plan could touch; the trail apart."""
    return {
        m._meta.label: sorted(m._base_manager.values_list(), key=str)
        for ruang in ("organisasi", "pegawai", "penilaian")
        for m in apps.get_app_config(ruang).get_models()
        if not m._meta.proxy
    }

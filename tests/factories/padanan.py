"""A small agency whose names come from three generations of rules: plain, fixed values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan, Pegawai, Penugasan
from pegawai.services.turunan import segarkan_isi, segarkan_kata, segarkan_orang
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.services.padanan import Dasar
from penilaian.services.terhitung import selaraskan, tandai_dipakai
from tests.factories import organisasi, pegawai, penilaian

HARI = date(2026, 6, 1)
ALASAN = "Nama lama menurut KepmenPANRB 11/2024"


@dataclass(frozen=True)
class Kantor:
    """Units, names in force, names of yesterday, and who may decide."""

    unit: dict[str, UnitKerja]
    penata: Jabatan
    operator: Jabatan
    perawat: dict[str, Jabatan]
    lama: Jabatan
    kuno: Jabatan
    perawat_saja: Jabatan
    analis: Pengguna

    def dasar(self, **isi: Any) -> Dasar:
        """On the fixed day, by the analyst, with a reason."""
        return Dasar(**{"per": HARI, "oleh": self.analis, "alasan": ALASAN, **isi})


def di_luar(nama: str, *, jenis: str = JenisJabatan.PELAKSANA, **isi: Any) -> Jabatan:
    """A name no reference holds."""
    hasil = pegawai.jabatan(nama, jenis=jenis, **isi)
    hasil.di_luar_referensi = True
    hasil.save(update_fields=["di_luar_referensi"])
    return hasil


def kantor() -> Kantor:
    """No posts yet: each test says what stands where."""
    pelaksana: Any = {"jenis": JenisJabatan.PELAKSANA, "bup": 58}
    jenjang = {"TR": "Terampil", "MH": "Mahir", "PT": "Ahli Pertama"}
    return Kantor(
        unit=organisasi.kabupaten(),
        penata=pegawai.jabatan("PENATA LAYANAN OPERASIONAL", **pelaksana),
        operator=pegawai.jabatan("PENGADMINISTRASI PERKANTORAN", **pelaksana),
        perawat={
            kode: pegawai.jabatan(f"Perawat {sebutan}", jenjang=kode, rumpun="Perawat")
            for kode, sebutan in jenjang.items()
        },
        lama=di_luar("Pengadministrasi Perkantoran Umum"),
        kuno=di_luar("PENATA LAYANAN OPERASI"),
        perawat_saja=di_luar("Perawat (JF)", jenis=JenisJabatan.FUNGSIONAL),
        analis=organisasi.pengguna(Peran.ANALIS_BKD, nama="Analis Padanan"),
    )


def acak(benih: int = 7) -> Kantor:
    """The agency with 30 posts, needs of two sources with fractions, and 60 people, by a seed."""
    k, acak = kantor(), Random(benih)  # noqa: S311
    nama = [k.penata, k.operator, *k.perawat.values(), k.lama, k.kuno, k.perawat_saja]
    posts = [pegawai.formasi(u, j) for u in k.unit.values() for j in nama if acak.random() < 0.65]
    for i in range(60):
        pegawai.pegawai(f"ORANG {i}", post=acak.choice(posts))
    for post in acak.sample(posts, len(posts) * 2 // 3):
        penilaian.kebutuhan(post, acak.randint(0, 6))
    for post in acak.sample(posts, len(posts) // 4):
        ada = Kebutuhan.objects.filter(asal=post, dipakai=True).exists()
        penilaian.kebutuhan(post, acak.randint(1, 4), sumber=SumberKebutuhan.ABK, dipakai=not ada)
    tandai_dipakai({p.pk for p in posts})
    selaraskan(per=HARI)
    # The factories know no BUP by law: what is compared later must be settled first.
    segarkan_orang(None, per=HARI)
    segarkan_isi(None, per=HARI)
    segarkan_kata(None)
    return k


def potret() -> dict[str, Any]:
    """Everything that is counted anywhere, without posts that count nothing."""
    isi = ("isi_pns", "isi_pppk", "isi_pppk_pw", "efektif_pns", "efektif_pppk", "efektif_pppk_pw")
    posts = Formasi.objects.order_by().values_list("pk", "dihitung_ke", "menampung", *isi)
    butuh = ("pk", "asal", "formasi", "sumber", "mentah", "jumlah", "dipakai", "terhitung")
    return {
        "formasi": {row for row in posts if any(row[1:])},
        "kebutuhan": set(Kebutuhan.objects.order_by().values_list(*butuh)),
        "penugasan": set(Penugasan.objects.order_by().values_list("pk", "jabatan", "formasi")),
        "pegawai": set(
            Pegawai.objects.order_by().values_list("pk", "jabatan", "formasi", "bup", "tmt_pensiun")
        ),
        "jabatan": set(Jabatan.objects.filter(padanan__isnull=False).values_list("pk", "padanan")),
    }

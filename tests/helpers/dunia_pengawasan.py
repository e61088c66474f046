"""Outside requests, a proposal of gates, a signer and somebody's case, for the world of the matrix.

Who proposed and who signs are nobody in the matrix: each role there is to meet an open door.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from mutasi.models import KedudukanTandaTangan
from mutasi.services import aturan_alur as acts_alur
from mutasi.services import penandatangan as acts_tanda
from mutasi.services import titipan as acts_titipan
from mutasi.services.lambang import pasang_lambang
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from tests.factories.organisasi import pengguna
from tests.helpers.gambar import png

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def titip(orang: Pegawai, oleh: Pengguna, *, per: date, pihak: str = "Pihak luar") -> None:
    """Somebody asked for something about this person."""
    isi = acts_titipan.IsiTitipan(
        pihak=pihak, cara="Telepon", isi="Meminta agar dipindahkan ke kota.", tanggal=per
    )
    acts_titipan.catat_titipan(orang, isi, oleh=oleh, per=per)


def tanda_tangan(
    oleh: Pengguna, *, per: date, siapa: Pengguna | None = None, nomor: str = "100/2025"
) -> int:
    """A definitive PPK who signs everything."""
    siapa = siapa or pengguna(Peran.PPK, nama="Kepala daerah yang lain")
    isi = acts_tanda.IsiPenandatangan(
        kedudukan=KedudukanTandaTangan.DEFINITIF, sebutan="BUPATI CONTOH", mulai=per,
        dasar=f"Keputusan Mendagri {nomor}",
    )  # fmt: skip
    return acts_tanda.catat_penandatangan(siapa, isi, oleh=oleh, per=per).pk


def pengawasan(dunia: Dunia) -> None:
    """One of each."""
    titip(Pegawai.objects.earliest("pk"), dunia.analis, per=dunia.per)
    hukum = pengguna(Peran.BAGIAN_HUKUM, nama="Pengusul langkah")
    kunci = {"jenis": "rotasi", "jenjang": "jf"}
    baru = acts_alur.usulkan_aturan_alur(
        **kunci, oleh=hukum, per=dunia.per, gerbang=["beritahu", "tpk", "pyb"],
        mulai=dunia.per + timedelta(days=30), dasar="Perbup Contoh 7/2026",
        catatan="Menyederhanakan jalan usulan.",
    )  # fmt: skip
    dunia.catat("mutasi", "aturan-alur-rincian", "aturan-alur-usulkan", **kunci)
    dunia.catat("mutasi", "aturan-alur-sahkan", "aturan-alur-tolak", pk=baru.pk)
    dunia.catat("mutasi", "penandatangan-ubah", pk=tanda_tangan(hukum, per=dunia.per))
    garuda = SimpleUploadedFile("garuda.png", png())
    lambang = pasang_lambang("negara", oleh=hukum, per=dunia.per, gambar=garuda)
    dunia.catat("mutasi", "lambang-pasang", macam="daerah")
    dunia.catat("mutasi", "lambang-cabut", "lambang-gambar", pk=lambang.pk)
    dunia.catat("mutasi", "pengawasan-bagian", kunci="titipan")
    kasus = kasus_lain(dunia)
    dunia.catat("mutasi", "usulan-tanda-terima", pk=kasus)
    dunia.catat("mutasi", "usulan-tanda-terima-unduh", pk=kasus, urutan=1)


def kasus_lain(dunia: Dunia) -> object:
    """A draft about somebody, by an analyst who is nobody in the matrix."""
    from mutasi.services.berkas import buat_berkas
    from mutasi.services.usulan import tulis_usulan

    penyusun = pengguna(Peran.ANALIS_BKD, nama="Penyusun berkas lain")
    berkas = buat_berkas(
        oleh=penyusun, per=dunia.per, nama="Berkas lain", sumber="bkd",
        tmt=date(dunia.per.year + 1, 1, 1),
    )  # fmt: skip
    orang = Pegawai.objects.filter(
        formasi__jabatan__jenis__in=("2", "4"), usulan__isnull=True
    ).latest("pk")
    usulan = tulis_usulan(
        berkas.pk, oleh=penyusun, per=dunia.per, pegawai=orang.pk, ke=orang.formasi_id,
        jenis="pengukuhan", alasan="Dikukuhkan pada jabatan yang sama.",
    )  # fmt: skip
    return usulan.pk


def perbanyak_pengawasan(dunia: Dunia, kali: int) -> None:
    """As many more requests and signers."""
    orang = Pegawai.objects.earliest("pk")
    hukum = pengguna(Peran.BAGIAN_HUKUM, nama="Pencatat penanda tangan")
    siapa = pengguna(Peran.PPK, nama="Penanda tangan kesekian")
    for nomor in range(kali):
        titip(orang, dunia.analis, per=dunia.per, pihak=f"Pihak {nomor}")
        tanda_tangan(hukum, per=dunia.per, siapa=siapa, nomor=f"{nomor}/2025")

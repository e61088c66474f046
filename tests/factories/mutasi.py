"""Drafts that walked there by the real acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mutasi.models import BarisRancangan, Rancangan
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan

PER = date(2026, 6, 1)
TMT = date(2026, 7, 1)


@dataclass
class Meja:
    """Two analysts, a reader, a stranger; three heads of section; a draft."""

    unit: dict[str, UnitKerja]
    ani: Pengguna
    budi: Pengguna
    sekda: Pengguna
    orang_lain: Pengguna
    kursi: list[Formasi]
    orang: list[Pegawai]
    rancangan: Rancangan

    def baris(self, siapa: int | None, ke: int | None, oleh: Pengguna | None = None,
              **lain: object) -> BarisRancangan:  # fmt: skip
        """A line: this person to this post, by number."""
        isi = {
            "pegawai": None if siapa is None else self.orang[siapa].pk,
            "ke": None if ke is None else self.kursi[ke].pk,
            **lain,
        }
        return acts_baris.tambah_baris(self.rancangan.pk, oleh=oleh or self.ani, isi=isi)


def meja(*, nama: str = "Rotasi triwulan III") -> Meja:
    """Ani's draft with Budi as second writer and the sekda as reader; posts 0-2 are held by persons
    0-2, post 3 is vacant."""
    unit = kabupaten()
    ani = pengguna(Peran.ANALIS_BKD, nama="Ani")
    budi = pengguna(Peran.ANALIS_BKD, nama="Budi")
    sekda = pengguna(Peran.PYB, nama="Sekda")
    lain = pengguna(Peran.KEPALA_BKPSDM, nama="Orang lain")
    kursi = []
    for n in range(4):
        post = formasi(unit["bidang"], jabatan(f"Analis Kebijakan Ahli Muda {n}", rumpun=f"J{n}",
                                               jenjang="MU"))  # fmt: skip
        kebutuhan(post, 1)
        kursi.append(post)
    orang = [pegawai(f"ORANG KE {n}", post=kursi[n]) for n in range(3)]
    rancangan = acts.buat_rancangan(oleh=ani, nama=nama, tmt=TMT)
    acts.undang(rancangan.pk, budi, oleh=ani, ubah=True, per=PER)
    acts.undang(rancangan.pk, sekda, oleh=ani, ubah=False, per=PER)
    return Meja(unit, ani, budi, sekda, lain, kursi, orang, rancangan)

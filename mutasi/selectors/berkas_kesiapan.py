"""Readiness for I-MUT of a whole file, and its rows by the names of SIASN."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mutasi.alur import BER_SK, BERJALAN
from mutasi.kernel.dasar import sebagai_dasar
from mutasi.kernel.imut import BarisImut, baris_imut
from mutasi.kernel.jenis import JenisMutasi, Rute, Sumber
from mutasi.kernel.kesiapan import Berkas, Kesiapan
from mutasi.models import BarisKeputusan, BerkasMutasi, DokumenMasuk, JenisDokumenMasuk
from mutasi.models.keputusan import BERTANDA
from mutasi.policies.jalan import memegang
from mutasi.selectors.berkas_lembar import baris_berkas
from mutasi.selectors.imut import BarisPindah, pindahan_imut
from mutasi.selectors.kesiapan import Pengusulan, kesiapan_untuk
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import JenisPenugasan
from penilaian.selectors.putusan import Pembaca
from toolkit.policy import NotAllowed, Policy, Refusal

J = JenisMutasi
# Papers of the road by the codes of PerBKN 5/2019.
KODE = {JenisDokumenMasuk.USUL_PPK: "D04", JenisDokumenMasuk.SETUJU_PPK: "D05"}
PENUGASAN = {
    J.PLT: JenisPenugasan.PLT, J.PLH: JenisPenugasan.PLH, J.PJ: JenisPenugasan.PJ,
    J.TUGAS_TAMBAHAN: JenisPenugasan.TT,
}  # fmt: skip


@Policy
def boleh_kesiapan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """For those who prepare what goes to BKN, and those who send it."""
    if not memegang(pengguna, Izin.BKN_CATAT, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Kesiapan I-MUT untuk BKD/BKPSDM dan operator I-MUT.")


@dataclass(frozen=True)
class KesiapanBerkas:
    """One row per case that still runs. ``hasil`` None: the register lost person or post."""

    baris: list[tuple[Any, Kesiapan | None]]

    @property
    def siap(self) -> int:
        """How many could be sent today."""
        return sum(bool(k and k.siap) for _, k in self.baris)

    @property
    def kurang(self) -> list[tuple[str, str, int]]:
        """(code, title, how many) of the documents that lack, the most frequent first."""
        ada = Counter((b.kode, b.judul) for _, k in self.baris if k for b in k.kurang)
        return [(kode, judul, n) for (kode, judul), n in ada.most_common()]

    @property
    def ditolak(self) -> list[tuple[str, int]]:
        """(code, how many) of the rules BKN would refuse by, or nobody can check."""
        ada = Counter(p.kode for _, k in self.baris if k
                      for p in (*k.ditolak, *k.belum_diperiksa))  # fmt: skip
        return ada.most_common()


def kesiapan_berkas(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> KesiapanBerkas:
    """In a constant number of queries, in the order of the file."""
    rows = [u for u in baris_berkas(berkas, pengguna, per=per) if u.status in BERJALAN]
    surat = _surat([u.pk for u in rows])
    hasil = kesiapan_untuk(
        [_pengusulan(u, tuple(surat[u.pk])) for u in rows], per=per,
        masa_bulan=tetapan_jalan(per=per).dokumen_berlaku_bulan,
        pembaca=Pembaca.dari(pengguna, per=per),
    )  # fmt: skip
    return KesiapanBerkas(list(zip(rows, hasil, strict=True)))


def _pengusulan(u: Any, berkas: tuple[Berkas, ...]) -> Pengusulan:
    dispensasi, demosi = sebagai_dasar(u.dasar)
    return Pengusulan(
        u.pegawai_id, u.ke_id, u.tmt, Rute(u.rute) if u.rute else None,
        u.jenis == J.PERMINTAAN_SENDIRI.value or u.sumber == Sumber.PEGAWAI.value,
        dispensasi, demosi, berkas,
    )  # fmt: skip


def _surat(ids: list[UUID]) -> dict[UUID, list[Berkas]]:
    """The papers on file, by case."""
    hasil: dict[UUID, list[Berkas]] = defaultdict(list)
    rows = DokumenMasuk.objects.filter(usulan__in=ids, diganti_pada__isnull=True)
    for d in rows.order_by("tanggal", "pk"):
        jenis = JenisDokumenMasuk(d.jenis)
        hasil[d.usulan_id].append(
            Berkas(KODE.get(jenis, d.jenis), d.nomor, d.tanggal, d.berlaku_sampai,
                   d.jabatan_disebut, d.ditolak)
        )  # fmt: skip
    return hasil


def pindahan_berkas(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> list[BarisImut]:
    """The rows operators retype; with number and day of the decree once there is one."""
    rows = [u for u in baris_berkas(berkas, pengguna, per=per) if u.status in BERJALAN]
    sk = {
        b.usulan_id: b.keputusan
        for b in BarisKeputusan.objects.filter(
            usulan__in=[u.pk for u in rows], keputusan__status__in=BERTANDA
        ).select_related("keputusan")
    }
    pindah = pindahan_imut([_baris(u, sk.get(u.pk)) for u in rows])
    sesudah = {u.pegawai.nip: u.status in BER_SK for u in rows}
    return [baris_imut(p, sesudah_sk=sesudah.get(p.nip, False)) for p in pindah]


def _baris(u: Any, sk: Any) -> BarisPindah:
    return BarisPindah(
        u.pegawai_id, u.dari_id, u.ke_id, u.tmt, sk.nomor if sk else "",
        sk.tanggal if sk else None,
        penugasan=PENUGASAN.get(J(u.jenis), JenisPenugasan.DEFINITIF),
    )  # fmt: skip

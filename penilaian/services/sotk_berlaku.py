"""On its day a plan of a structure becomes the present: offices, seats, people, needs, roles.

One transaction. Everything it touches is held before anything is written, the traces are written
last. A second run finds the plan in force and changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat, catat_banyak
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.impor import bergiliran
from organisasi.services.pemberitahuan import beri_tahu
from organisasi.services.peran_unit import peran_di_unit, pindahkan_peran_unit
from organisasi.services.struktur import Jejak, UnitKelak, terapkan_struktur
from pegawai.models import Formasi
from pegawai.services.akun import samakan_peran
from pegawai.services.kursi import KursiKelak, atur_kursi
from pegawai.services.pindah_struktur import pindahkan_penugasan
from pegawai.services.turunan import segarkan_isi, segarkan_orang
from penilaian import tindakan
from penilaian.kernel import sotk
from penilaian.kernel.sotk_kebutuhan import KURSI, PosKelak, tempat_kelak
from penilaian.models import KeadaanSotk, KotakSotk, RencanaSotk
from penilaian.policies import sotk_putus as policies
from penilaian.selectors.sotk_akibat import HasilSotk, hasil_sotk
from penilaian.selectors.sotk_bahan import unit_rencana
from penilaian.selectors.sotk_putus import halangan_berlaku
from penilaian.services.sotk_butuh import Kelompok, Pemindah
from penilaian.services.sotk_orang import Perpindahan, bekukan, penugasan_sotk
from penilaian.services.sotk_putus import ringkas
from penilaian.services.sotk_sektor import pindahkan_sektor
from penilaian.services.sotk_susun import kunci_sotk
from penilaian.services.terhitung import selaraskan
from toolkit.policy import Refusal

log = logging.getLogger(__name__)


@transaction.atomic
def berlakukan_sotk(pk: int, *, per: date, oleh: Pengguna) -> RencanaSotk:
    """Put a decided plan into force on its day or later; in force already, nothing happens."""
    rencana = kunci_sotk(pk)
    if rencana.keadaan == KeadaanSotk.BERLAKU:
        return rencana
    bergiliran()
    _tahan(unit_rencana(rencana, per=per))
    hasil = hasil_sotk(rencana, per=per)
    policies.berlakukan_sotk.check(rencana, oleh, halangan_berlaku(hasil), per=per)
    pemberlakuan = _Pemberlakuan(hasil, per=per, oleh=oleh)
    catatan = pemberlakuan.jalankan()
    rencana.keadaan, rencana.diberlakukan_pada = KeadaanSotk.BERLAKU, timezone.now()
    rencana.save(update_fields=["keadaan", "diberlakukan_pada"])
    for jenis, baris in groupby(catatan, key=lambda satu: satu[0]):
        catat_banyak(jenis, [satu[1:] for satu in baris], oleh=oleh, alasan=rencana.dasar)
    sesudah = {**ringkas(hasil), **pemberlakuan.sektor}
    catat(tindakan.SOTK_DIBERLAKUKAN, rencana, oleh=oleh, sesudah=sesudah)
    return rencana


def _tahan(units: Collection[int]) -> None:
    """Offices and posts, before anything is thought through: what is read then stays true."""
    list(UnitKerja.objects.select_for_update().filter(pk__in=units).order_by("pk"))
    pos = Formasi.objects.filter(unit__in=units).order_by("pk")
    list(pos.select_for_update(no_key=True).values_list("pk"))


def berlakukan_yang_jatuh_tempo(*, per: date, oleh: Pengguna) -> list[int]:
    """Every decided plan whose day has come, each in its own transaction; those now in force.

    One that cannot be put into force stays decided, and whoever decided it is told why.
    """
    tunggu = RencanaSotk.objects.filter(keadaan=KeadaanSotk.DITETAPKAN, berlaku__lte=per)
    jadi = []
    for pk in list(tunggu.order_by("berlaku", "pk").values_list("pk", flat=True)):
        try:
            jadi.append(berlakukan_sotk(pk, per=per, oleh=oleh).pk)
        except Refusal as penolakan:
            log.warning("Rencana SOTK %s tidak diberlakukan: %s", pk, penolakan.kalimat)
            _kabari(pk, per, penolakan.kalimat)
    return jadi


@transaction.atomic
def _kabari(pk: int, per: date, kalimat: str) -> None:
    rencana = RencanaSotk.objects.select_related("ditetapkan_oleh").get(pk=pk)
    if rencana.ditetapkan_oleh is not None:
        beri_tahu(
            rencana.ditetapkan_oleh, kunci=f"sotk-{pk}-tertahan-{per}",
            judul="Rencana SOTK belum dapat diberlakukan", isi=kalimat,
        )  # fmt: skip


class _Pemberlakuan:
    """One run of :func:`berlakukan_sotk`, step by step."""

    def __init__(self, hasil: HasilSotk, *, per: date, oleh: Pengguna) -> None:
        self.hasil, self.akibat, self.draf = hasil, hasil.akibat, hasil.akibat.draf
        self.per, self.oleh = per, oleh
        self.hari, self.dasar = hasil.rencana.berlaku, hasil.rencana.dasar
        self.sektor: Mapping[str, int] = {}
        self.tutup = [u.pk for u in self.draf.unit if u.pk not in self.draf.pewaris]
        self.pindah = Perpindahan(hasil)
        self.bergerak = [p for p in hasil.kelak.pos if not self._diam(p)]

    def jalankan(self) -> list[Jejak]:
        """Write from the tree down to the totals, hand the traces back."""
        units = sorted(self.hasil.bahan.unit)
        penugasan = penugasan_sotk(units, hari=self.hari)
        peran = peran_di_unit(dict.fromkeys(self.tutup), hari=self.hari)
        berakhir = self._tanpa_kebutuhan()
        bergerak = {p for satu in self.bergerak for p in satu.asal} | set(berakhir)
        kebutuhan = Pemindah(bergerak, hari=self.hari, dasar=self.dasar, oleh=self.oleh)
        letak, jejak = self._struktur()
        kursi, dari_kursi = self._kursi(letak)
        semua = self.pindah.susun(penugasan, letak, kursi)
        bekukan(self.hasil, penugasan, self.pindah)
        tersentuh, dari_orang = pindahkan_penugasan(semua, hari=self.hari, dasar=self.dasar)
        dari_butuh = kebutuhan.jalankan(self._kelompok(letak, kursi), berakhir)
        penerus = self._penerus(letak)
        self.sektor = pindahkan_sektor(penerus)
        dari_peran = pindahkan_peran_unit(
            peran, penerus, hari=self.hari, dasar=self.dasar, oleh=self.oleh
        )
        orang = sorted({p.lama.pegawai_id for p in semua})
        self._turunan(orang, tersentuh)
        samakan_peran(orang, oleh=self.oleh, per=self.per)
        return [*jejak, *dari_kursi, *dari_orang, *dari_butuh, *dari_peran]

    def _diam(self, p: PosKelak) -> bool:
        """Whether the need of this post simply stays: the same post in the same office."""
        if p.jabatan == KURSI or len(p.asal) != 1:
            return not p.asal
        lama = self.akibat.pos_pk[p.asal[0]]
        return (self.draf.kotak_pk[p.kotak].asal, p.jabatan) == (lama.unit, lama.jabatan)

    def _struktur(self) -> tuple[dict[int, int], list[Jejak]]:
        sumber = self.draf.sumber_kotak
        kelak = [
            UnitKelak(
                k.pk, k.nama, k.jenis, k.induk_id, k.asal_id, next(iter(sumber.get(k.pk, ())), None)
            )
            for k in self.hasil.bahan.kotak.values()
        ]
        letak, jejak = terapkan_struktur(
            kelak, luar=self.draf.luar, tutup=self.tutup, hari=self.hari, dasar=self.dasar
        )
        baru = [k for k in self.hasil.bahan.kotak.values() if k.asal_id is None]
        for kotak in baru:
            kotak.asal_id = letak[kotak.pk]
        KotakSotk.objects.bulk_update(baru, ["asal"], batch_size=200)
        return letak, jejak

    def _kursi(self, letak: Mapping[int, int]) -> tuple[dict[int, int], list[Jejak]]:
        """The seat of every box, by the key of its unit."""
        tertinggal = self._unit_berpejabat_tertinggal()
        bertahta = [k for k in self.draf.kotak if k.jabatan]
        kelak = [
            KursiKelak(letak[k.pk], k.jabatan, k.eselon, letak[k.pk] not in tertinggal)
            for k in bertahta
        ]
        tanpa = {letak[k.pk] for k in self.draf.kotak if not k.jabatan} | set(self.tutup)
        return atur_kursi(kelak, tanpa=tanpa, per=self.hari)

    def _unit_berpejabat_tertinggal(self) -> set[int]:
        """Units in whose old seat somebody stays without a place: the new seat is another one."""
        belum = {p for (p, _), t in self.akibat.orang.items() if t.nasib is sotk.Nasib.BELUM}
        return {
            p.unit
            for p in self.draf.pos
            if p.struktural
            and p.isi
            and (self.akibat.pos[p.pk].nasib is sotk.Nasib.BELUM or p.pk in belum)
        }

    def _kelompok(self, letak: Mapping[int, int], kursi: Mapping[int, int]) -> list[Kelompok]:
        """Posts of today by the place their needs go to."""
        berkursi = self.hasil.bahan.aturan.eselon_berkursi
        kelompok = []
        for p in self.bergerak:
            unit = letak[p.kotak]
            jabatan = kursi[unit] if p.jabatan == KURSI else p.jabatan
            duduk = p.jabatan == KURSI and self.draf.kotak_pk[p.kotak].eselon in berkursi
            kelompok.append(Kelompok((unit, jabatan), p.asal, kursi=duduk))
        return kelompok

    def _tanpa_kebutuhan(self) -> Sequence[int]:
        """Posts whose need ends: without a place, and seats whose holders leave for other posts."""
        return [
            p.pk
            for p in self.draf.pos
            if (ke := tempat_kelak(p, self.akibat.pos[p.pk])) is None
            or (p.struktural and ke[1] != KURSI)
        ]

    def _penerus(self, letak: Mapping[int, int]) -> dict[int, int | None]:
        """The one office a closed one goes on in; none when it was split or abolished."""
        hasil: dict[int, int | None] = {}
        for unit in self.tutup:
            tujuan = [p.baru for p in self.draf.peta_unit[unit] if p.baru is not None]
            hasil[unit] = letak[tujuan[0]] if len(tujuan) == 1 else None
        return hasil

    def _turunan(self, orang: Sequence[int], tersentuh: set[int]) -> None:
        segarkan_orang(orang, per=self.per)
        segarkan_isi(sorted(tersentuh), per=self.per)
        selaraskan(per=self.per)

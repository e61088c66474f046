"""Cases as pairs before the pair rules, amid the other cases of their file.

A constant number of queries for any number of cases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mutasi.kernel.dasar import sebagai_dasar
from mutasi.kernel.jenis import ANTAR_INSTANSI, DI_TEMPAT, SAMPINGAN, JenisMutasi, Sumber
from mutasi.models import UsulanMutasi
from mutasi.snapshots.sekitar import BarisBerkas, Sekitar, baca_sekitar
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Jalur, Perkara
from penilaian.kernel.putusan import Putusan
from penilaian.kernel.syarat import SYARAT, periksa
from penilaian.snapshots import KetentuanHari, Pasangan, ketentuan_hari, perkara_pasangan

J = JenisMutasi
SEMUA = tuple(satu.kode for satu in SYARAT)
# Which pair rules a kind is asked. A post beside the own one, or the own one confirmed, is not
# judged like a move; who leaves has no post here whose requirements he could meet.
_ORANG = ("H01", "H02", "H07", "H08")
_TETAP = ("H01", "H07", "H12", "H17", "H18")
KODE: dict[JenisMutasi, tuple[str, ...]] = {
    **dict.fromkeys(SAMPINGAN, ("H01", "H02", "H07")),
    J.PENGUKUHAN: ("H01", "H12", "H17", "H18"),
    J.NOMENKLATUR: ("H01",),
    J.PERPANJANGAN_JPT: _TETAP,
    J.PENYETARAAN: _TETAP,
    J.ANTAR_KELUAR: (*_ORANG, "H11", "H12", "H18"),
    # Whoever returns is not active yet, and still on his leave or study until the TMT.
    J.KEMBALI: tuple(kode for kode in SEMUA if kode not in ("H01", "H08")),
}
TANPA_PERINGATAN = frozenset({*SAMPINGAN, *DI_TEMPAT, J.PENYETARAAN})
# Of who leaves only his commitment to the instansi; the post is another's to judge.
PERINGATAN_KELUAR = frozenset({"W16"})


def putusan_usulan(
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari | None = None
) -> dict[UUID, tuple[Putusan, ...]]:
    """The verdicts of the pair rules that its kind is asked, H then W, per case.

    A case whose person or post the register lost has none.
    """
    perkara = perkara_usulan(usulan, per=per, aturan=aturan)
    return {satu.pk: putusan_perkara(satu, perkara.get(satu.pk)) for satu in usulan}


def putusan_perkara(satu: UsulanMutasi, kasus: Perkara | None) -> tuple[Putusan, ...]:
    """The same for one case that was read."""
    if kasus is None:
        return ()
    jenis = J(satu.jenis)
    awas = () if jenis in TANPA_PERINGATAN else peringatan(kasus)
    if jenis is J.ANTAR_KELUAR:
        awas = tuple(p for p in awas if p.kode in PERINGATAN_KELUAR)
    return (*periksa(kasus, KODE.get(jenis, SEMUA)), *awas)


def perkara_usulan(
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari | None = None,
    sekitar: Sekitar | None = None,
) -> dict[UUID, Perkara]:  # fmt: skip
    """Each case as if those of its file had gone before: who leaves frees a seat on his TMT, and
    who comes earlier in the file takes one. The seat left behind is as full as the whole file makes
    it (a chain fills it again)."""
    aturan = aturan or ketentuan_hari(per=per)
    sekitar = sekitar or baca_sekitar(usulan, per=per, aturan=aturan)
    menurut = {b.pk: b for b in sekitar.baris if b.definitif}
    pergi: dict[tuple[UUID, int], list[BarisBerkas]] = defaultdict(list)
    datang: dict[tuple[UUID, int], list[BarisBerkas]] = defaultdict(list)
    for b in menurut.values():
        if b.mengisi(aturan) and b.dari != b.ke:
            if b.dari is not None:
                pergi[b.berkas_id, b.dari].append(b)
            if b.ke is not None:
                datang[b.berkas_id, b.ke].append(b)
    ada, pasangan = [], []
    for satu in usulan:
        tujuan = satu.ke_id or satu.dari_id
        if tujuan is None:
            continue
        diri = menurut.get(satu.pk)
        kunci = (satu.berkas_id, diri.ke if diri and diri.ke else 0)
        kosong = tuple(b.tmt for b in pergi[kunci] if b.pegawai_id != satu.pegawai_id)
        asal = (satu.berkas_id, diri.dari if diri and diri.dari else 0)
        ada.append((satu, _lebih(datang[kunci], satu), _saldo(datang[asal], pergi[asal], satu)))
        pasangan.append(_pasangan(satu, tujuan, kosong))
    semua = perkara_pasangan(pasangan, per=per, aturan=aturan, tempat=sekitar.tempat)
    return {
        satu.pk: _lengkapi(kasus, satu, lebih, saldo)
        for (satu, lebih, saldo), kasus in zip(ada, semua, strict=True)
        if kasus is not None
    }


def _pasangan(satu: UsulanMutasi, tujuan: int, kosong: tuple[date, ...]) -> Pasangan:
    dispensasi, demosi = sebagai_dasar(satu.dasar)
    return Pasangan(
        satu.pegawai_id, tujuan, satu.tmt, dispensasi=dispensasi, dasar_demosi=demosi,
        permintaan_sendiri=satu.jenis == J.PERMINTAAN_SENDIRI or satu.sumber == Sumber.PEGAWAI,
        akan_kosong=kosong,
    )  # fmt: skip


def _lebih(datang: Iterable[BarisBerkas], satu: UsulanMutasi) -> int:
    """How many cases before this one in the file go to the same post."""
    return sum(b.urutan < satu.urutan and b.pegawai_id != satu.pegawai_id for b in datang)


def _saldo(datang: Iterable[BarisBerkas], pergi: Iterable[BarisBerkas], satu: UsulanMutasi) -> int:
    """How many others of the file come to the post this case leaves, less those who leave it."""
    orang = {b.pegawai_id for b in datang} - {satu.pegawai_id}
    return len(orang) - len({b.pegawai_id for b in pergi} - {satu.pegawai_id})


def _lengkapi(kasus: Perkara, satu: UsulanMutasi, lebih: int, saldo: int) -> Perkara:
    if satu.jenis in {j.value for j in ANTAR_INSTANSI}:
        kasus = replace(kasus, jalur=Jalur.ANTAR_INSTANSI)
    if lebih and kasus.sasaran.isi is not None:
        kasus = replace(kasus, sasaran=replace(kasus.sasaran, isi=kasus.sasaran.isi + lebih))
    if saldo and kasus.calon.asal_isi is not None:
        sisa = max(0, kasus.calon.asal_isi + saldo)
        kasus = replace(kasus, calon=replace(kasus.calon, asal_isi=sisa))
    return kasus

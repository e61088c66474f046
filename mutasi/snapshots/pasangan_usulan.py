"""Cases as pairs before the pair rules, amid the other cases of their file.

A constant number of queries for any number of cases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mutasi.alur import SEBELUM_SK, StatusUsulan
from mutasi.kernel.dasar import sebagai_dasar
from mutasi.kernel.jenis import ANTAR_INSTANSI, DI_TEMPAT, SAMPINGAN, JenisMutasi, Sumber
from mutasi.models import UsulanMutasi
from pegawai.models import StatusPegawai
from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Jalur, Perkara
from penilaian.kernel.putusan import Putusan
from penilaian.kernel.syarat import SYARAT, periksa
from penilaian.snapshots import KetentuanHari, Pasangan, ketentuan_hari, perkara_pasangan

J = JenisMutasi
# A decree alone moves nobody: until its day the histories know the old seat.
BELUM_BERLAKU = (*SEBELUM_SK, StatusUsulan.SK_DITETAPKAN, StatusUsulan.DILANTIK)
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


@dataclass(frozen=True)
class Berkursi:
    """What a case does to seats: leaves one, fills one, by the posts they are counted under."""

    id: UUID
    berkas: UUID
    urutan: int
    pegawai: int
    dari: int | None
    ke: int | None
    tmt: date
    mengisi: bool


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
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari | None = None
) -> dict[UUID, Perkara]:
    """Each case as if those of its file had gone before: who leaves frees a seat on his TMT, and
    who comes earlier in the file takes one. The seat left behind is as full as the whole file makes
    it (a chain fills it again)."""
    aturan = aturan or ketentuan_hari(per=per)
    sekitar = _sekitar({satu.berkas_id for satu in usulan}, aturan)
    menurut = {b.id: b for b in sekitar}
    pergi: dict[tuple[UUID, int], list[Berkursi]] = defaultdict(list)
    datang: dict[tuple[UUID, int], list[Berkursi]] = defaultdict(list)
    for b in sekitar:
        if b.mengisi and b.dari != b.ke:
            if b.dari is not None:
                pergi[b.berkas, b.dari].append(b)
            if b.ke is not None:
                datang[b.berkas, b.ke].append(b)
    ada, pasangan = [], []
    for satu in usulan:
        tujuan = satu.ke_id or satu.dari_id
        if tujuan is None:
            continue
        diri = menurut.get(satu.pk)
        kunci = (satu.berkas_id, diri.ke if diri and diri.ke else 0)
        kosong = tuple(b.tmt for b in pergi[kunci] if b.pegawai != satu.pegawai_id)
        asal = (satu.berkas_id, diri.dari if diri and diri.dari else 0)
        ada.append((satu, _lebih(datang[kunci], satu), _saldo(datang[asal], pergi[asal], satu)))
        pasangan.append(_pasangan(satu, tujuan, kosong))
    semua = perkara_pasangan(pasangan, per=per, aturan=aturan)
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


def _lebih(datang: Iterable[Berkursi], satu: UsulanMutasi) -> int:
    """How many cases before this one in the file go to the same post."""
    return sum(b.urutan < satu.urutan and b.pegawai != satu.pegawai_id for b in datang)


def _saldo(datang: Iterable[Berkursi], pergi: Iterable[Berkursi], satu: UsulanMutasi) -> int:
    """How many others of the file come to the post this case leaves, less those who leave it."""
    orang = {b.pegawai for b in datang} - {satu.pegawai_id}
    return len(orang) - len({b.pegawai for b in pergi} - {satu.pegawai_id})


def _lengkapi(kasus: Perkara, satu: UsulanMutasi, lebih: int, saldo: int) -> Perkara:
    if satu.jenis in {j.value for j in ANTAR_INSTANSI}:
        kasus = replace(kasus, jalur=Jalur.ANTAR_INSTANSI)
    if lebih and kasus.sasaran.isi is not None:
        kasus = replace(kasus, sasaran=replace(kasus.sasaran, isi=kasus.sasaran.isi + lebih))
    if saldo and kasus.calon.asal_isi is not None:
        sisa = max(0, kasus.calon.asal_isi + saldo)
        kasus = replace(kasus, calon=replace(kasus.calon, asal_isi=sisa))
    return kasus


def _sekitar(berkas: Collection[UUID], aturan: KetentuanHari) -> list[Berkursi]:
    """All cases of the files that still count, in their order."""
    rows = (
        UsulanMutasi.objects.filter(berkas__in=berkas, status__in=BELUM_BERLAKU)
        .exclude(jenis__in=[j.value for j in SAMPINGAN])
        .order_by("berkas", "urutan")
        .values_list(
            "pk", "berkas_id", "urutan", "pegawai_id", "dari_id", "dari__dihitung_ke_id",
            "ke_id", "ke__dihitung_ke_id", "tmt", "pegawai__status",
        )
    )  # fmt: skip
    return [
        Berkursi(
            pk, satu, urutan, orang, dari_alias or dari, ke_alias or ke, tmt,
            aturan.pw_mengisi or status != StatusPegawai.PPPK_PW,
        )
        for pk, satu, urutan, orang, dari, dari_alias, ke, ke_alias, tmt, status in rows
    ]  # fmt: skip

"""Readiness for I-MUT of many moves at once, in a constant number of queries.

Who may read which move is the caller's to ask; words about discipline are shut here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mutasi.kernel.jenis import Rute
from mutasi.kernel.kesiapan import Berkas, Dokumen, Kesiapan, Perpindahan, Register, kesiapan
from pegawai.models import Pegawai, Penugasan, StatusPegawai
from penilaian.kernel.perkara import DasarDemosi, Dispensasi, Jalur, Perkara, Sasaran
from penilaian.kernel.perpindahan import jenis_perpindahan
from penilaian.kernel.putusan import Putusan
from penilaian.kernel.syarat import periksa
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import (
    KetentuanHari,
    Pasangan,
    baca_orang,
    ketentuan_hari,
    perkara_pasangan,
)

# What can be asked of a person whose new post another instansi keeps.
ATURAN_ORANG = ("H01", "H02", "H06", "H07", "H08", "H09", "H10", "H11")
_PPPK = (StatusPegawai.PPPK, StatusPegawai.PPPK_PW)


@dataclass(frozen=True)
class Pengusulan:
    """One move to be sent. ``formasi`` None: the post lies in another instansi."""

    pegawai: int
    formasi: int | None
    tmt: date
    rute: Rute | None = None
    permintaan_sendiri: bool = False
    dispensasi: Dispensasi | None = None
    dasar_demosi: DasarDemosi | None = None
    berkas: tuple[Berkas, ...] = ()


def kesiapan_untuk(
    usulan: Sequence[Pengusulan],
    *,
    per: date,
    masa_bulan: Mapping[str, int],
    pembaca: Pembaca,
    lain: Sequence[Dokumen] = (),
) -> list[Kesiapan | None]:
    """In the order asked; None where the person or the post does not exist."""
    aturan = ketentuan_hari(per=per)
    perkara = _perkara(usulan, aturan, per)
    catatan = _catatan({u.pegawai for u in usulan})
    hasil: list[Kesiapan | None] = []
    for satu, kasus in zip(usulan, perkara, strict=True):
        milik = catatan.get(satu.pegawai)
        if kasus is None or milik is None:
            hasil.append(None)
            continue
        hasil.append(
            kesiapan(
                _perpindahan(satu, kasus), _register(kasus, milik), satu.berkas,
                pembaca.syarat(_putusan(satu, kasus), milik.kiri), per=per,
                masa_bulan=masa_bulan, lain=lain,
            )
        )  # fmt: skip
    return hasil


def _perkara(
    usulan: Sequence[Pengusulan], aturan: KetentuanHari, per: date
) -> list[Perkara | None]:
    """As the rules read them, on their roads; without a post only the person is known."""
    di_sini = [u for u in usulan if u.formasi is not None]
    pasangan = [
        Pasangan(u.pegawai, u.formasi or 0, u.tmt, u.dispensasi, u.dasar_demosi,
                 u.permintaan_sendiri)
        for u in di_sini
    ]  # fmt: skip
    kasus = iter(perkara_pasangan(pasangan, per=per, aturan=aturan) if pasangan else ())
    luar = _luar([u for u in usulan if u.formasi is None], aturan, per)
    hasil = []
    for u in usulan:
        satu = luar.get(u) if u.formasi is None else next(kasus)
        if satu is not None and u.rute is not None:
            satu = replace(satu, jalur=Jalur.ANTAR_INSTANSI)
        hasil.append(satu)
    return hasil


def _luar(
    usulan: Sequence[Pengusulan], aturan: KetentuanHari, per: date
) -> dict[Pengusulan, Perkara]:
    if not usulan:
        return {}
    orang = Pegawai.objects.filter(pk__in={u.pegawai for u in usulan})
    calon = {o.pk: o.calon for o in baca_orang(orang, per=per, aturan=aturan).orang}
    return {
        u: Perkara(
            calon[u.pegawai], Sasaran(), aturan.pasangan, per=per, tmt=u.tmt,
            dispensasi=u.dispensasi, dasar_demosi=u.dasar_demosi,
            permintaan_sendiri=u.permintaan_sendiri,
        )
        for u in usulan if u.pegawai in calon
    }  # fmt: skip


def _putusan(u: Pengusulan, kasus: Perkara) -> tuple[Putusan, ...]:
    return periksa(kasus, ATURAN_ORANG if u.formasi is None else None)


def _perpindahan(u: Pengusulan, kasus: Perkara) -> Perpindahan:
    naik = None if u.formasi is None else jenis_perpindahan(kasus.calon, kasus.sasaran).naik
    return Perpindahan(u.rute, u.permintaan_sendiri, naik, kasus.calon.status in _PPPK)


@dataclass(frozen=True)
class _Catatan:
    sk_pns: str
    sk_jabatan: str
    golongan: str
    kiri: int | None


def _catatan(pegawai: Collection[int]) -> dict[int, _Catatan]:
    """Decrees the register knows by number: of the appointment, and of the post held."""
    buka = Penugasan.objects.definitif().terbuka().filter(pegawai__in=pegawai).order_by()
    sk = dict(buka.values_list("pegawai_id", "nomor_sk"))
    rows = Pegawai.objects.filter(pk__in=pegawai).order_by()
    kolom = rows.values_list("pk", "sk_pns", "golongan__nama", "unit__kiri")
    return {pk: _Catatan(pns, sk.get(pk, ""), gol or "", kiri) for pk, pns, gol, kiri in kolom}


def _register(kasus: Perkara, milik: _Catatan) -> Register:
    jumlah = kasus.ketentuan.predikat_minimal_tahun
    return Register(
        cpns=kasus.calon.cpns,
        sk_pns=milik.sk_pns,
        sk_jabatan=milik.sk_jabatan,
        golongan=milik.golongan,
        butuh_asal=kasus.calon.asal_butuh,
        butuh_tujuan=kasus.sasaran.butuh,
        tahun=tuple(range(kasus.per.year - jumlah, kasus.per.year)),
        predikat=kasus.calon.predikat,
    )

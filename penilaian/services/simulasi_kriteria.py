"""The simulator of criteria: what a draft would change on a period's data. Writes no score.

Sex, age and place of work are read here and nowhere else about scores, to warn whoever publishes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.urls import reverse

from organisasi.models import Pengguna, Proses, UnitKerja
from organisasi.services.proses import jadwalkan
from pegawai.models import Pegawai
from penilaian.kernel.kriteria import Perangkat, cela
from penilaian.kernel.simulasi import (
    Cacah,
    Dampak,
    Simulasi,
    golongan_umur,
    ketimpangan,
    simulasikan,
)
from penilaian.kernel.skor import Mesin
from penilaian.models import PeriodeKinerja, SetKriteria
from penilaian.policies import simulasi_kriteria as policies
from penilaian.selectors.bahan_nilai import (
    bahan_kinerja,
    berpaket,
    orang_periode,
    perangkat_berlaku,
)
from penilaian.selectors.kelompok import kelompok_pegawai
from penilaian.selectors.simulasi_kriteria import SIMULASI
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.snapshots.perangkat import perangkat_dari
from toolkit.policy import WrongMoment

KELAMIN = {"L": "laki-laki", "P": "perempuan"}
TANPA_UNIT = "Tanpa unit"
Kemajuan = Callable[[int, str], None]
Skor = dict[int, Decimal | None]


@transaction.atomic
def antrekan_simulasi(satu: SetKriteria, kode: str, *, per: date, oleh: Pengguna) -> Proses:
    """Queue a simulation of the draft as it stands, on the period of this code; its own page shows
    the result."""
    periode = PeriodeKinerja.objects.filter(kode=kode).first()
    satu = SetKriteria.objects.locked(satu.pk)
    policies.jalankan.check(satu, periode, oleh, cela(perangkat_dari(satu)), per=per)
    return jadwalkan(
        SIMULASI,
        judul=f"Simulasi {satu} pada {periode}"[:255],
        parameter={"set": satu.pk, "stempel": satu.stempel, "periode": kode},
        untuk=oleh,
        tautan=reverse("penilaian:kriteria-simulasi", args=[satu.pk]),
    )


def jalankan_simulasi(
    parameter: Mapping[str, Any], *, per: date, oleh: Pengguna, kemajuan: Kemajuan
) -> dict[str, Any]:
    """What the worker does: score everybody twice and count; writes nothing itself."""
    satu = SetKriteria.objects.get(pk=parameter["set"])
    if satu.stempel != parameter["stempel"]:
        raise WrongMoment("Draf berubah sesudah simulasi diminta. Minta lagi dengan isi terbaru.")
    periode = PeriodeKinerja.objects.get(kode=parameter["periode"])
    baru = perangkat_dari(satu)
    policies.jalankan.check(satu, periode, oleh, cela(baru), per=per)
    pembanding = next(iter(perangkat_berlaku(periode)), None)
    kemajuan(1, "Membaca daftar pegawai")
    lama: Skor = {}
    if pembanding is not None:
        lama = _skor(periode, perangkat_dari(pembanding), per, _sebagian(kemajuan, 5, "kini"))
    hasil = simulasikan(_dampak(
        lama, _skor(periode, baru, per, _sebagian(kemajuan, 50, "draf")), periode.selesai
    ))  # fmt: skip
    return _laporan(hasil, per) | {"pembanding": str(pembanding or ""), "periode": str(periode)}


def _sebagian(kemajuan: Kemajuan, awal: int, nama: str) -> Callable[[int, int], None]:
    """Progress of one of the two rounds."""

    def lapor(sudah: int, semua: int) -> None:
        kemajuan(awal + 45 * sudah // max(semua, 1), f"Kriteria {nama}: {sudah} dari {semua}")

    return lapor


def _skor(
    periode: PeriodeKinerja, perangkat: Perangkat, per: date, lapor: Callable[[int, int], None]
) -> Skor:
    """Everybody's score by one set; None where the set gives none."""
    orang = orang_periode(periode)
    bahan = bahan_kinerja(periode, perangkat, per=per)
    mesin = Mesin(perangkat)
    hasil: Skor = {}
    for paket in berpaket(orang):
        lapor(len(hasil), len(orang))
        hasil |= {satu.pk: mesin.hitung(mentah).skor for satu, mentah in bahan.paket(paket)}
    return hasil


def _dampak(lama: Skor, baru: Skor, hari: date) -> Iterator[Dampak]:
    """Each person with the groups he is counted in."""
    opd = dict(UnitKerja.objects.order_by().values_list("pk", "opd__nama"))
    nama = dict(UnitKerja.objects.order_by().values_list("pk", "nama"))
    kelompok = kelompok_pegawai()
    rows = Pegawai.objects.order_by().values_list(
        "pk", "kelamin", "lahir", "unit_id", "unit__terpencil"
    )
    for pk, kelamin, lahir, unit, terpencil in rows.iterator(chunk_size=5_000):
        if pk in baru:
            ciri = {
                "jenis kelamin": KELAMIN.get(kelamin, "tidak tercatat"),
                "umur": golongan_umur(lahir, hari),
                "tempat bekerja": _tempat(terpencil),
            }
            di = (opd.get(unit) or nama.get(unit) or TANPA_UNIT) if unit else TANPA_UNIT
            rumpun = kelompok.get(pk) or "Tanpa jabatan"
            yield Dampak(di, rumpun, lama.get(pk), baru[pk], ciri)


def _tempat(terpencil: bool | None) -> str:
    if terpencil is None:
        return "tidak tercatat"
    return "unit terpencil" if terpencil else "bukan unit terpencil"


def _laporan(hasil: Simulasi, per: date) -> dict[str, Any]:
    """As JSON. Groups below the published minimum stay out: they would be persons."""
    k = tetapan_penilaian(per=per)
    awas = ketimpangan(hasil, batas=k.simulasi_awas_jarak, minimal=k.kelompok_minimal)
    besar = {
        nama: {g: c for g, c in isi.items() if c.orang >= k.kelompok_minimal}
        for nama, isi in hasil.ciri.items()
    }
    return {
        "semua": _baris("", hasil.semua),
        "unit": _urut(hasil.unit, k.kelompok_minimal),
        "rumpun": _urut(hasil.rumpun, k.kelompok_minimal),
        "ciri": {nama: [_baris(g, c) for g, c in sorted(isi.items())]
                 for nama, isi in besar.items()},
        "awas": [satu.bunyi for satu in awas],
        "minimal": k.kelompok_minimal,
    }  # fmt: skip


def _urut(isi: Mapping[str, Cacah], minimal: int) -> list[dict[str, Any]]:
    """Where most people move comes first."""
    besar = [(nama, c) for nama, c in isi.items() if c.orang >= minimal]
    besar.sort(key=lambda satu: (-(satu[1].naik + satu[1].turun), satu[0]))
    return [_baris(nama, c) for nama, c in besar]


def _baris(nama: str, c: Cacah) -> dict[str, Any]:
    return {
        "nama": nama, "orang": c.orang, "naik": c.naik, "turun": c.turun, "tetap": c.tetap,
        "menjadi_lengkap": c.menjadi_lengkap, "menjadi_kosong": c.menjadi_kosong,
        "tetap_kosong": c.tetap_kosong, "rata": None if c.rata is None else str(c.rata),
    }  # fmt: skip

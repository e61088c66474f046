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
from penilaian.selectors.bahan_nilai import mentah_kinerja, orang_periode, perangkat_berlaku
from penilaian.selectors.kelompok import kelompok_pegawai
from penilaian.selectors.simulasi_kriteria import SIMULASI
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.snapshots.kinerja import PAKET
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
    orang = orang_periode(periode)

    def skor(perangkat: Perangkat, awal: int, nama: str) -> Skor:
        """Everybody's score by one set; None where the set gives none."""
        mesin, hasil = Mesin(perangkat), Skor()
        for satu, mentah in mentah_kinerja(periode, perangkat, per=per, orang=orang):
            if len(hasil) % PAKET == 0:
                persen = awal + 45 * len(hasil) // len(orang)
                kemajuan(persen, f"Kriteria {nama}: {len(hasil)} dari {len(orang)}")
            hasil[satu.pk] = mesin.hitung(mentah).skor
        return hasil

    lama = {} if pembanding is None else skor(perangkat_dari(pembanding), 5, "kini")
    hasil = simulasikan(_dampak(lama, skor(baru, 50, "draf"), periode.selesai))
    return _laporan(hasil, per) | {"pembanding": str(pembanding or ""), "periode": str(periode)}


def _dampak(lama: Skor, baru: Skor, hari: date) -> Iterator[Dampak]:
    """Each person with the groups he is counted in."""
    rows_unit = UnitKerja.objects.order_by().values_list("pk", "nama", "opd__nama")
    perangkat_daerah = {pk: opd or nama for pk, nama, opd in rows_unit}
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
            di = perangkat_daerah.get(unit or 0, TANPA_UNIT)
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

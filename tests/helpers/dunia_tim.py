"""A team and an indicator for the world of the matrix, inside and outside."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Pegawai
from penilaian.models import AnggotaTim
from penilaian.policies.tim import Masa
from penilaian.services.indikator_unit import buat_indikator, catat_capaian
from penilaian.services.tim import bentuk_tim
from penilaian.services.tim_anggota import tambah_anggota
from penilaian.services.tim_target import IsiTarget, catat_target
from tests.factories.nilai import periode

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def tim_dan_indikator(dunia: Dunia) -> None:
    """Of the units of the employees whose pages the matrix knows."""
    dalam = dunia.argumen["pegawai:rincian"]["pk"]
    luar = dunia.di_luar.get("pegawai:rincian", {}).get("pk")
    for pk, di_luar in ((dalam, False), (luar, True)):
        if pk is not None:
            satu = Pegawai.objects.select_related("unit", "pengguna").get(pk=pk)
            assert satu.unit is not None
            _satu(dunia, satu, satu.unit, di_luar)


def _satu(dunia: Dunia, siapa: Pegawai, unit: UnitKerja, luar: bool) -> None:
    oleh, per = dunia.orang[Peran.KEPALA_BKPSDM], dunia.per
    masa = periode(per.year - 1)
    if masa.ditutup_pada is not None:
        masa = periode(per.year)
    awal = masa.mulai
    tim = bentuk_tim(
        unit.pk, nama=f"Tim {unit.nama}", mandat="Mempercepat layanan.", dasar="800/1/2025",
        mulai=awal, per=per, oleh=oleh,
    )  # fmt: skip
    anggota: AnggotaTim = tambah_anggota(
        tim.pk, siapa, masa=Masa(awal, None, "ketua"), tugas="Memimpin", porsi=Decimal(100),
        per=per, oleh=oleh,
    )  # fmt: skip
    indikator = buat_indikator(
        unit.pk, kode="IKM-UJI", nama="Kepuasan", sumber="ikm", satuan="nilai", arah="naik",
        mulai=awal, per=per, oleh=oleh,
    )  # fmt: skip
    catat_capaian(
        indikator.pk, masa, target=Decimal(80), nilai=Decimal(84), sumber="survei", per=per,
        oleh=oleh,
    )  # fmt: skip
    isi = IsiTarget("Berkas selesai", "berkas", "naik", Decimal(100), Decimal(50))
    target = catat_target(tim.pk, masa, isi, per=per, oleh=oleh)
    dunia.catat(
        "penilaian", "tim-rincian", "tim-ubah", "tim-bubarkan", "tim-anggota", luar=luar, pk=tim.pk
    )
    satu = {"pk": tim.pk, "anggota": anggota.pk}
    dunia.catat("penilaian", "tim-anggota-ubah", "tim-anggota-akhiri", luar=luar, **satu)
    dunia.catat("penilaian", "tim-target-baru", luar=luar, pk=tim.pk, periode=masa.pk)
    satu = {"pk": tim.pk, "target": target.pk}
    nama = ("tim-target", "tim-target-hapus", "tim-realisasi")
    dunia.catat("penilaian", *nama, luar=luar, **satu)
    dunia.catat(
        "penilaian", "indikator-unit-rincian", "indikator-unit-ubah", luar=luar, pk=indikator.pk
    )
    satu = {"pk": indikator.pk, "periode": masa.pk}
    dunia.catat("penilaian", "indikator-unit-capaian", luar=luar, **satu)

"""A delivered run made with the kernel alone: some people, their raw values, one set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from django.utils import timezone

from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.skor import Mentah, hitung, teks_simpan
from penilaian.models import HasilPenilaian, Penilaian, PeriodeKinerja, SetKriteria
from penilaian.snapshots.perangkat import perangkat_dari

HARI = date(2026, 5, 20)


def angka(nilai: str, alasan: str = "", *bukti: object) -> Mentah:
    """A number that was measured."""
    return Mentah.ada(Decimal(nilai), alasan, bukti)


def jalankan(
    masa: PeriodeKinerja,
    perangkat: SetKriteria,
    oleh: Pengguna,
    isi: Mapping[Pegawai, Mapping[str, Mentah]],
    *,
    disampaikan: date | None = HARI,
    kelompok: str = "Guru",
    sebab: str = "awal",
) -> Penilaian:
    """One run with a result per person; without ``disampaikan`` nobody sees it."""
    lama = masa.penilaian.order_by("-nomor").first()
    waktu = disampaikan and timezone.make_aware(datetime.combine(disampaikan, datetime.min.time()))
    run = Penilaian.objects.create(
        periode=masa, perangkat=perangkat, nomor=lama.nomor + 1 if lama else 1, sebab=sebab,
        per=date(2026, 1, 31), sebelumnya=lama, masukan_sha256="a" * 64, hasil_sha256="b" * 64,
        dihitung_pada=timezone.now(), dihitung_oleh=oleh, disampaikan_pada=waktu,
        disampaikan_oleh=oleh if waktu else None, jumlah=len(isi),
    )  # fmt: skip
    kernel = perangkat_dari(perangkat)
    for orang, mentah in isi.items():
        akun = hitung(kernel, mentah)
        teks = teks_simpan(akun)
        HasilPenilaian.objects.create(
            penilaian=run, pegawai=orang, unit=orang.unit, kelompok=kelompok,
            keadaan=akun.keadaan.value, skor=akun.skor, rincian=teks,
            sha256=sha256(teks.encode()).hexdigest(), disampaikan_pada=disampaikan,
        )  # fmt: skip
    return run

"""What runs in the process that is killed: an office and a loop that takes its cases to their end.

``siapkan`` lays the office; ``jalan`` approves, sets decrees and carries out whatever is left,
each by the real act, so that a second process goes on where the first one died.
"""

from __future__ import annotations

from datetime import date

import time_machine
from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.models import BarisKeputusan, Keputusan, StatusKeputusan, UsulanMutasi
from mutasi.services import keputusan as acts
from mutasi.services.keputusan_tetap import tetapkan
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from mutasi.services.ppk import setujui_ppk
from organisasi.izin import Peran
from organisasi.models import NilaiKetentuan, Pengguna
from tests.factories import jalan as f
from tests.factories import keputusan as fk

S = StatusUsulan
PER, HARI_H = f.PER, date(2026, 7, 2)
BANYAK = 9  # cases
SE_SK = 3  # cases per decree
ALASAN = "Sesuai kebutuhan unit tujuan dan rekomendasi yang diterima."


PAGI = "2026-06-01 09:00 +0700"  # an answer counts by the day it was given on


@time_machine.travel(PAGI)
def siapkan(banyak: int) -> None:
    """So many cases that wait for the PPK, a signer, and numbers from the office's own series."""
    k = f.kantor()
    fk.penanda_ppk(k)
    NilaiKetentuan.objects.create(
        kode="nomor_sk_cara", nilai="deret sendiri", mulai=PER, dasar="Uji",
        ditetapkan_pada=timezone.now(), ditetapkan_oleh=k.hukum,
    )  # fmt: skip
    for _ in range(banyak):
        f.kasus(k, S.MENUNGGU_PPK, jenis="pppk")


def _siapa(peran: Peran, nama: str) -> Pengguna:
    return Pengguna.objects.get(penugasan__peran=peran, nama=nama)


@time_machine.travel(PAGI)
def jalan() -> None:
    """Everything that is left to do; each act is a transaction of its own."""
    bupati, penyusun = _siapa(Peran.PPK, "Bupati"), _siapa(Peran.ANALIS_BKD, "Penyusun BKD")
    print("mulai", flush=True)  # noqa: T201 - the parent waits for it
    for pk in _menunggu(S.MENUNGGU_PPK):
        setujui_ppk(pk, oleh=bupati, per=PER, alasan=ALASAN)
    _susun(penyusun)
    for sk in Keputusan.objects.filter(status=StatusKeputusan.DRAF).order_by("disusun_pada"):
        tetapkan(sk.pk, oleh=bupati, per=PER)
    laksanakan_jatuh_tempo(per=HARI_H)


def _menunggu(status: StatusUsulan) -> list[object]:
    rows = UsulanMutasi.objects.filter(status=status).order_by("urutan", "pk")
    return list(rows.values_list("pk", flat=True))


def _susun(oleh: Pengguna) -> None:
    """Decrees of three from approved cases that stand in none yet."""
    sudah = BarisKeputusan.objects.exclude(keputusan__status=StatusKeputusan.BATAL)
    rows = UsulanMutasi.objects.filter(status=S.DISETUJUI_PPK)
    sisa = list(rows.exclude(pk__in=sudah.values("usulan")).order_by("urutan", "pk"))
    penanda = Pengguna.objects.get(nama="Bupati").tanda_tangan.get()
    while sisa:
        kini, sisa = sisa[:SE_SK], sisa[SE_SK:]
        acts.susun_keputusan(
            kini[0].berkas_id, oleh=oleh, per=PER, usulan_ids=[u.pk for u in kini],
            tentang=fk.TENTANG, tmt=f.TMT, penandatangan_id=penanda.pk,
        )  # fmt: skip

"""Teams by their decree: TPK, and the Tim Pertimbangan for teachers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import AnggotaTimPenilai, KedudukanTim, MacamTim, TimPenilai
from mutasi.policies import sidang as policies
from organisasi.models import Pengguna
from toolkit.policy import Refusal


@dataclass(frozen=True)
class Kursi:
    """One seat: who, as what, and his office as the decree names it."""

    pengguna: Pengguna
    kedudukan: KedudukanTim
    jabatan: str = ""


@transaction.atomic
def catat_tim(
    *, macam: MacamTim, nomor_sk: str, tanggal_sk: date, mulai: date, selesai: date | None,
    anggota: Sequence[Kursi], oleh: Pengguna, per: date,
) -> TimPenilai:  # fmt: skip
    """Record a team; a running one of the same kind without an end ends the day this one begins.

    Refused: nobody chairs, two chair, somebody sits twice, or an account is closed.
    """
    policies.bentuk_tim.check(oleh, per=per)
    _periksa_kursi(anggota)
    lama = TimPenilai.objects.select_for_update().filter(macam=macam, selesai__isnull=True)
    for satu in lama.filter(mulai__lt=mulai):
        satu.selesai = mulai
        satu.save(update_fields=["selesai"])
    tim = TimPenilai.objects.create(
        macam=macam, nomor_sk=nomor_sk, tanggal_sk=tanggal_sk, mulai=mulai, selesai=selesai,
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    AnggotaTimPenilai.objects.bulk_create(
        AnggotaTimPenilai(
            tim=tim, pengguna=k.pengguna, kedudukan=k.kedudukan, jabatan=k.jabatan[:150]
        )
        for k in anggota
    )
    catat(
        tindakan.TIM_DICATAT, tim, oleh=oleh,
        sesudah={"nomor_sk": nomor_sk, "mulai": mulai, "anggota": [
            f"{k.pengguna.pk} {k.kedudukan}" for k in anggota
        ]},
    )  # fmt: skip
    return tim


def _periksa_kursi(anggota: Sequence[Kursi]) -> None:
    ganda = [nama for nama, n in Counter(k.pengguna for k in anggota).items() if n > 1]
    if ganda:
        raise Refusal(f"{ganda[0].nama} duduk dua kali; satu orang satu kursi.", kode="ganda")
    ketua = sum(k.kedudukan == KedudukanTim.KETUA for k in anggota)
    if ketua != 1:
        raise Refusal("Tim mempunyai tepat satu ketua.", kode="ketua")
    tutup = [k.pengguna.nama for k in anggota if not k.pengguna.is_active or k.pengguna.teknis]
    if tutup:
        raise Refusal(f"Akun {tutup[0]} tidak aktif; pilih orang lain.", kode="akun")


@transaction.atomic
def akhiri_tim(tim_id: int, *, selesai: date, oleh: Pengguna, per: date) -> TimPenilai:
    """The day from which the team no longer sits."""
    tim = TimPenilai.objects.select_for_update().get(pk=tim_id)
    policies.akhiri_tim.check(tim, oleh, per=per)
    if selesai < tim.mulai:
        raise Refusal("Hari terakhir tidak boleh sebelum tim mulai bertugas.", kode="selesai")
    lama, tim.selesai = tim.selesai, selesai
    tim.save(update_fields=["selesai"])
    catat(
        tindakan.TIM_DICATAT, tim, oleh=oleh, sebelum={"selesai": lama},
        sesudah={"selesai": selesai},
    )  # fmt: skip
    return tim


def catatan_susunan(tim: TimPenilai) -> list[str]:
    """What looks unusual about a team; no national text forbids it, so nothing is stopped."""
    kursi = [a.kedudukan for a in tim.anggota.all()]
    suara = sum(k != KedudukanTim.SEKRETARIS for k in kursi)
    catatan = []
    if suara % 2 == 0:
        catatan.append(f"Anggota bersuara {suara} orang, genap: suara dapat seimbang.")
    if suara < 3:
        catatan.append("Anggota bersuara kurang dari tiga orang.")
    if KedudukanTim.SEKRETARIS not in kursi:
        catatan.append("Tim ini tidak mempunyai sekretaris.")
    return catatan

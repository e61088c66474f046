"""What a revoking decree gives back: the former post, from its day or as if nothing had been.

Called by the act that revokes, inside its transaction, with the cases held. A revocation whose TMT
lies after the first day in the new post ends the new assignment on that TMT, and the former post
begins again there (the time in it counts on). One that reaches back to that first day or before it
(a court, BKN) leaves the new assignment standing with the same day as beginning and end, and the
former post goes on without a gap. Either way the row that opens names the revoking decree, and no
row is deleted. A case not carried out yet has nothing to give back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from mutasi.kernel.jenis import SAMPINGAN, JenisMutasi
from mutasi.models import BarisKeputusan, Keputusan, UsulanMutasi
from mutasi.services import jalan
from organisasi.models import Pengguna
from pegawai.models import JenisJabatan, Pegawai, Penugasan
from pegawai.services.pindah import (
    DasarPindah,
    cabut_penugasan,
    keluarkan_pegawai,
    pulihkan_penugasan,
    segarkan_pindah,
    terhitung,
    terima_kembali,
)
from toolkit.policy import WrongMoment


@dataclass
class _Urusan:
    """One case to give back: the person, what the decree opened, what it had closed."""

    usulan: UsulanMutasi
    orang: Pegawai
    baru: Penugasan | None
    lama: Penugasan | None
    kembali: bool

    @property
    def mulai(self) -> date | None:
        """The first day on which the revoked decree counted."""
        return self.baru.mulai if self.baru else self.orang.berhenti


def pulihkan(usulan_id: UUID, *, keputusan: Keputusan, oleh: Pengguna, per: date) -> None:
    """Give one case back; ``keputusan`` is the revoking decree, in force."""
    pulihkan_banyak([usulan_id], keputusan=keputusan, oleh=oleh, per=per)


@transaction.atomic
def pulihkan_banyak(
    usulan: Sequence[UUID], *, keputusan: Keputusan, oleh: Pengguna, per: date
) -> None:
    """The same for all cases of a decree: everybody leaves before anybody returns.

    Refuses when the person has moved on since, or when somebody else sits in the former seat.
    """
    semua = [jalan.kunci(pk) for pk in sorted(usulan)]
    orang = {pk: Pegawai.objects.locked(pk) for pk in sorted({u.pegawai_id for u in semua})}
    urusan = [
        _urusan(u, orang[u.pegawai_id], keputusan)
        for u in semua if u.dilaksanakan_pada is not None
    ]  # fmt: skip
    if not urusan:
        return
    dasar = DasarPindah(keputusan.nomor, keputusan.tmt, oleh, per)
    if dasar.hari > per:
        raise WrongMoment("Pencabutan dilaksanakan sesudah tanggal berlakunya tiba.", kode="tmt")
    posts: set[int] = set()
    for satu in urusan:
        posts |= _lepas(satu, dasar)
    for satu in urusan:
        posts |= _kembali(satu, dasar)
    segarkan_pindah({s.orang.pk for s in urusan}, posts, oleh=oleh, per=per)


def _urusan(usulan: UsulanMutasi, orang: Pegawai, keputusan: Keputusan) -> _Urusan:
    lama_sk = keputusan.ubah_dari
    nomor = lama_sk.nomor if lama_sk else ""
    baru = None
    if usulan.ke is not None:
        rows = Penugasan.objects.filter(pegawai=orang, nomor_sk=nomor, formasi=terhitung(usulan.ke))
        baru = rows.select_related("unit", "jabatan", "pegawai").order_by("-pk").first()
    sampai = baru.mulai if baru else orang.berhenti
    rows = Penugasan.objects.definitif().filter(pegawai=orang, selesai=sampai)
    rows = rows.exclude(pk=baru.pk if baru else 0).select_related("unit", "jabatan")
    baris = BarisKeputusan.objects.filter(keputusan=keputusan, usulan=usulan).first()
    return _Urusan(
        usulan, orang, baru, rows.order_by("-pk").first() if sampai else None,
        kembali=baris is not None and baris.pulihkan,
    )  # fmt: skip


def _lepas(satu: _Urusan, dasar: DasarPindah) -> set[int]:
    u = satu.usulan
    if u.jenis == JenisMutasi.ANTAR_KELUAR:
        return set()
    if satu.baru is None or (u.jenis not in SAMPINGAN and satu.baru.selesai is not None):
        raise WrongMoment(
            f"Jabatan {satu.orang} sekarang bukan lagi menurut SK yang dicabut; cabut lebih dahulu "
            "yang lebih baru.", kode="sudah_pindah",
        )  # fmt: skip
    return cabut_penugasan(satu.baru, dasar)


def _kembali(satu: _Urusan, dasar: DasarPindah) -> set[int]:
    u = satu.usulan
    if u.jenis in SAMPINGAN:
        return set()
    if u.jenis == JenisMutasi.ANTAR_MASUK and satu.lama is None:
        return keluarkan_pegawai(satu.orang, dasar, sebab="SK masuk dicabut")
    if not satu.kembali or satu.lama is None:
        return set()
    _kursi_kosong(satu)
    seolah = satu.mulai is None or dasar.hari <= satu.mulai
    terima_kembali(satu.orang, dasar)
    return pulihkan_penugasan(satu.orang, satu.lama, dasar, seolah_tidak_pernah=seolah)


def _kursi_kosong(satu: _Urusan) -> None:
    lama = satu.lama
    if lama is None or lama.jabatan is None or lama.jabatan.jenis != JenisJabatan.STRUKTURAL:
        return
    lain = Penugasan.objects.definitif().terbuka().filter(formasi=lama.formasi_id)
    if lain.exclude(pegawai=satu.orang).exists():
        raise WrongMoment(
            f"Jabatan semula {satu.orang} ({lama}) sudah diduduki orang lain. Cabut juga SK orang "
            "itu dalam keputusan yang sama, atau cabut tanpa memulihkan.", kode="kursi_terisi",
        )  # fmt: skip

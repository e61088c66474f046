"""Acts on the list of signers (H13): recorded by somebody else, ended, never edited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.kernel.jenis import NAMA_JENJANG
from mutasi.models import KedudukanTandaTangan, Penandatangan
from mutasi.policies import penandatangan as policies
from organisasi.models import Pengguna
from toolkit.policy import Refusal, WrongMoment


@dataclass(frozen=True)
class IsiPenandatangan:
    """In what capacity, for which levels (none: all), from when until when (not included)."""

    kedudukan: str
    sebutan: str
    mulai: date
    dasar: str
    jenjang: Collection[str] = ()
    antar_instansi: bool = False
    selesai: date | None = None
    izin_mendagri: str = ""
    pertek_bkn: str = ""


@transaction.atomic
def catat_penandatangan(
    siapa: Pengguna, isi: IsiPenandatangan, *, oleh: Pengguna, per: date
) -> Penandatangan:
    """Record who may sign decrees."""
    policies.catat.check(siapa, oleh, per=per)
    _periksa(isi)
    baru = Penandatangan(
        pengguna=siapa, kedudukan=isi.kedudukan, sebutan=isi.sebutan.strip(),
        jenjang=[satu for satu in NAMA_JENJANG if satu in isi.jenjang],
        antar_instansi=isi.antar_instansi, mulai=isi.mulai, selesai=isi.selesai,
        dasar=isi.dasar.strip(), izin_mendagri=isi.izin_mendagri.strip(),
        pertek_bkn=isi.pertek_bkn.strip(), dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    _belum_ada(baru)
    baru.save(force_insert=True)
    catat(
        tindakan.PENANDATANGAN_DICATAT, baru, oleh=oleh,
        sesudah={"akun": siapa.pk, "kedudukan": baru.kedudukan, "jenjang": baru.jenjang,
                 "antar_instansi": baru.antar_instansi, "mulai": baru.mulai,
                 "selesai": baru.selesai, "dasar": baru.dasar},
    )  # fmt: skip
    return baru


def _belum_ada(baru: Penandatangan) -> None:
    """The same form sent twice is one signer."""
    kunci = ("pengguna", "kedudukan", "mulai", "selesai", "dasar")
    sama = Penandatangan.objects.filter(**{k: getattr(baru, k) for k in kunci})
    if any(set(satu.jenjang) == set(baru.jenjang) for satu in sama):
        raise WrongMoment("Kewenangan ini sudah tercatat.", kode="sudah_ada")


def _periksa(isi: IsiPenandatangan) -> None:
    if isi.kedudukan not in KedudukanTandaTangan.values:
        raise Refusal("Kedudukan tidak dikenal.", kode="kedudukan")
    if isi.selesai is not None and isi.selesai <= isi.mulai:
        raise Refusal("Kewenangan berakhir sesudah mulai.", kode="urutan")
    if not isi.dasar.strip():
        raise Refusal("Tulis nomor keputusan yang menjadi dasarnya.", kode="tanpa_dasar")
    if isi.kedudukan == KedudukanTandaTangan.DELEGASI and not isi.jenjang:
        raise Refusal(
            "Sebutkan jenjang jabatan yang didelegasikan; delegasi tidak meliputi semuanya (H13).",
            kode="tanpa_jenjang",
        )


@transaction.atomic
def lengkapi_penandatangan(
    penandatangan_id: int, *, oleh: Pengguna, per: date, izin_mendagri: str, pertek_bkn: str
) -> Penandatangan:
    """Add the numbers of the permits an acting head needs; what is there already stays."""
    satu = Penandatangan.objects.locked(penandatangan_id)
    policies.ubah.check(satu, oleh, per=per)
    isi = {"izin_mendagri": izin_mendagri.strip(), "pertek_bkn": pertek_bkn.strip()}
    baru = {nama: nilai for nama, nilai in isi.items() if nilai and not getattr(satu, nama)}
    if not baru:
        raise WrongMoment("Tidak ada nomor baru untuk dicatat.", kode="tanpa_perubahan")
    for nama, nilai in baru.items():
        setattr(satu, nama, nilai)
    satu.save(update_fields=sorted(baru))
    catat(
        tindakan.PENANDATANGAN_DIUBAH, satu, oleh=oleh,
        sebelum=dict.fromkeys(baru, ""), sesudah=baru,
    )  # fmt: skip
    return satu


@transaction.atomic
def akhiri_penandatangan(
    penandatangan_id: int, *, oleh: Pengguna, per: date, selesai: date, alasan: str
) -> Penandatangan:
    """He may not sign from this day on; what he signed before stands."""
    satu = Penandatangan.objects.locked(penandatangan_id)
    policies.ubah.check(satu, oleh, per=per)
    if selesai < per or selesai < satu.mulai:
        raise Refusal("Kewenangan diakhiri mulai hari ini atau sesudahnya.", kode="surut")
    if not alasan.strip():
        raise Refusal("Tulis alasannya.", kode="tanpa_alasan")
    lama, satu.selesai = satu.selesai, selesai
    satu.save(update_fields=["selesai"])
    catat(
        tindakan.PENANDATANGAN_DIUBAH, satu, oleh=oleh, alasan=alasan.strip(),
        sebelum={"selesai": lama}, sesudah={"selesai": selesai},
    )  # fmt: skip
    return satu

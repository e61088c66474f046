"""The road of a computation after its maker: check, give back, decide; one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat, catat_banyak
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Formasi
from penilaian import tindakan
from penilaian.models import (
    KeadaanHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    TemplatUraian,
)
from penilaian.policies import perhitungan as policies
from penilaian.selectors.perhitungan_jalan import Langkah
from penilaian.services.kebutuhan import Ketetapan, tulis_kebutuhan
from penilaian.services.uraian import objek, ringkas
from toolkit.policy import OutOfReach, Refusal

BATAS_BANYAK = 500


@dataclass(frozen=True)
class HasilBanyak:
    """What one act on many did, and what it left alone, each with its sentence."""

    jadi: Sequence[PerhitunganKebutuhan]
    ditolak: Sequence[tuple[PerhitunganKebutuhan, str]]


@transaction.atomic
def periksa_perhitungan(
    pk: int, *, per: date, oleh: Pengguna, stempel: str | None = None
) -> PerhitunganKebutuhan:
    """Confirm a draft as checked; its maker cannot."""
    satu = _terkunci(pk)
    policies.periksa.check(satu, oleh, per=per, stempel=stempel)
    _periksa([satu], oleh)
    return satu


@transaction.atomic
def periksa_banyak(dibaca: Mapping[int, str], *, per: date, oleh: Pengguna) -> HasilBanyak:
    """Confirm those drafts that may be confirmed; the others are named with their reason.

    ``dibaca``: each with its stamp as it was read.
    """
    hasil = _pilah(
        dibaca,
        lambda s: policies.periksa.refusals(s, oleh, per=per, stempel=dibaca[s.pk]),
    )
    _periksa(hasil.jadi, oleh)
    return hasil


@transaction.atomic
def kembalikan_perhitungan(
    pk: int, *, alasan: str, per: date, oleh: Pengguna
) -> PerhitunganKebutuhan:
    """Give a checked computation back as a draft, with what is to be mended; its maker hears."""
    satu = _terkunci(pk)
    policies.kembalikan.check(satu, oleh, alasan, per=per)
    satu.keadaan = KeadaanHitung.DRAF
    satu.diperiksa_pada = satu.diperiksa_oleh = None
    satu.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh"])
    if not satu.dibuat_oleh.teknis:
        beri_tahu(
            satu.dibuat_oleh,
            kunci=f"perhitungan-{satu.pk}-{timezone.now().isoformat()}",
            judul="Perhitungan kebutuhan yang Anda susun dikembalikan",
            isi=f"{satu}: {alasan}",
            tautan=reverse("penilaian:perhitungan", args=[satu.pk]),
        )
    catat(tindakan.PERHITUNGAN_DIKEMBALIKAN, objek(satu), oleh=oleh, alasan=alasan)
    return satu


@transaction.atomic
def putuskan_perhitungan(
    pk: int, *, dasar: str, per: date, oleh: Pengguna, stempel: str | None = None
) -> PerhitunganKebutuhan:
    """Make a checked computation final and the need of its post; earlier versions stay."""
    satu = _terkunci(pk)
    policies.putuskan.check(satu, oleh, dasar, per=per, stempel=stempel)
    _putuskan([satu], dasar, oleh)
    return satu


@transaction.atomic
def putuskan_banyak(
    dibaca: Mapping[int, str], *, dasar: str, per: date, oleh: Pengguna
) -> HasilBanyak:
    """Decide those that may be decided, on one basis; the others are named with their reason."""
    hasil = _pilah(
        dibaca,
        lambda s: policies.putuskan.refusals(s, oleh, dasar, per=per, stempel=dibaca[s.pk]),
    )
    _putuskan(hasil.jadi, dasar, oleh)
    return hasil


@transaction.atomic
def pilih_templat(pk: int, *, per: date, oleh: Pengguna) -> TemplatUraian:
    """Make the tasks of a final computation the model for its jabatan; the earlier one gives way.

    The post of a name counted under another one speaks for the name it is printed with.
    """
    satu = _terkunci(pk)
    policies.pilih_templat.check(satu, oleh, per=per)
    lama = TemplatUraian.objects.filter(jabatan=satu.formasi.jabatan_id).first()
    templat, _ = TemplatUraian.objects.update_or_create(
        jabatan_id=satu.formasi.jabatan_id,
        defaults={
            "perhitungan": satu, "ditetapkan_pada": timezone.now(), "ditetapkan_oleh": oleh,
        },
    )  # fmt: skip
    catat(
        tindakan.TEMPLAT_URAIAN_DIPILIH,
        templat,
        oleh=oleh,
        sebelum=None if lama is None else {"perhitungan": lama.perhitungan_id},
        sesudah={"perhitungan": satu.pk},
    )
    return templat


def jalankan(
    langkah: Langkah, pk: int, *, kata: str, stempel: str, per: date, oleh: Pengguna
) -> None:
    """Take one step with one version; ``kata`` is its reason or its basis."""
    match langkah:
        case Langkah.PERIKSA:
            periksa_perhitungan(pk, per=per, oleh=oleh, stempel=stempel)
        case Langkah.KEMBALIKAN:
            kembalikan_perhitungan(pk, alasan=kata, per=per, oleh=oleh)
        case Langkah.PUTUSKAN:
            putuskan_perhitungan(pk, dasar=kata, per=per, oleh=oleh, stempel=stempel)
        case Langkah.TEMPLAT:
            pilih_templat(pk, per=per, oleh=oleh)


def jalankan_banyak(
    langkah: Langkah, dibaca: Mapping[int, str], *, kata: str, per: date, oleh: Pengguna
) -> HasilBanyak:
    """Check or decide many in one act."""
    if langkah == Langkah.PUTUSKAN:
        return putuskan_banyak(dibaca, dasar=kata, per=per, oleh=oleh)
    return periksa_banyak(dibaca, per=per, oleh=oleh)


def _periksa(semua: Sequence[PerhitunganKebutuhan], oleh: Pengguna) -> None:
    kini = timezone.now()
    for satu in semua:
        satu.keadaan = KeadaanHitung.DIPERIKSA
        satu.diperiksa_pada, satu.diperiksa_oleh = kini, oleh
    kolom = ["keadaan", "diperiksa_pada", "diperiksa_oleh"]
    PerhitunganKebutuhan.objects.bulk_update(semua, kolom)
    _catat(tindakan.PERHITUNGAN_DIPERIKSA, semua, oleh)


def _putuskan(semua: Sequence[PerhitunganKebutuhan], dasar: str, oleh: Pengguna) -> None:
    kini = timezone.now()
    for satu in semua:
        satu.keadaan, satu.dasar = KeadaanHitung.FINAL, dasar.strip()[:255]
        satu.diputuskan_pada, satu.diputuskan_oleh = kini, oleh
    kolom = ["keadaan", "dasar", "diputuskan_pada", "diputuskan_oleh"]
    PerhitunganKebutuhan.objects.bulk_update(semua, kolom)

    def menurut(satu: PerhitunganKebutuhan) -> tuple[str, date]:
        return satu.sumber, satu.per

    for (sumber, per), rows in groupby(sorted(semua, key=menurut), key=menurut):
        tulis_kebutuhan(
            [
                Ketetapan(s.formasi_id, str(s.formasi), s.mentah, s.jumlah, perhitungan_id=s.pk)
                for s in rows
            ],
            sumber=SumberKebutuhan(sumber), per=per, dasar=dasar.strip()[:255], oleh=oleh,
        )  # fmt: skip
    _catat(tindakan.PERHITUNGAN_DIPUTUSKAN, semua, oleh)


def _catat(apa: tindakan.Tindakan, semua: Sequence[PerhitunganKebutuhan], oleh: Pengguna) -> None:
    if semua:
        catat_banyak(apa, [(objek(satu), None, ringkas(satu)) for satu in semua], oleh=oleh)


def _pilah(
    pk: Iterable[int], tolak: Callable[[PerhitunganKebutuhan], list[Refusal]]
) -> HasilBanyak:
    """Those nothing speaks against, and the others; one out of reach is not even named."""
    jadi, ditolak = [], []
    for satu in _kunci(sorted(set(pk))[:BATAS_BANYAK]):
        sebab = tolak(satu)
        if not sebab:
            jadi.append(satu)
        elif all(s.status != OutOfReach.status for s in sebab):
            ditolak.append((satu, " ".join(s.kalimat for s in sebab)))
    return HasilBanyak(jadi, ditolak)


def _kunci(pk: Sequence[int]) -> list[PerhitunganKebutuhan]:
    """Versions under the lock of their posts, which whoever writes a draft or moves posts holds."""
    posts = Formasi.objects.filter(perhitungan__in=pk).values("pk")
    list(Formasi.objects.select_for_update().filter(pk__in=posts).order_by("pk").values_list("pk"))
    rows = PerhitunganKebutuhan.objects.select_for_update(of=("self",)).filter(pk__in=pk)
    return list(
        rows.select_related("formasi__unit", "formasi__jabatan", "dibuat_oleh").order_by("pk")
    )


def _terkunci(pk: int) -> PerhitunganKebutuhan:
    for satu in _kunci([pk]):
        return satu
    raise OutOfReach()

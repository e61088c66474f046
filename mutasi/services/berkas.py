"""Acts on a file of cases: begin, name people, take over a draft, split, close."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.kernel.jenis import Sumber
from mutasi.models import (
    AgendaSidang,
    AnggotaBerkas,
    BarisKeputusan,
    BerkasMutasi,
    StatusKeputusan,
    StatusSidang,
    UsulanMutasi,
)
from mutasi.policies import berkas as policies
from mutasi.services.deret import berikut
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Refusal, WrongMoment

MAKS_USULAN = 300


def kunci_berkas(berkas_id: UUID) -> BerkasMutasi:
    """The file, held until the end of the transaction."""
    return BerkasMutasi.objects.locked(berkas_id)


@transaction.atomic
def buat_berkas(
    *, oleh: Pengguna, per: date, nama: str, tmt: date, sumber: str, keterangan: str = ""
) -> BerkasMutasi:
    """Begin a file; its maker is the first person named in it."""
    policies.buat_berkas.check(oleh, per=per)
    return tulis_berkas(
        oleh=oleh, per=per, nama=nama, tmt=tmt, sumber=sumber, keterangan=keterangan
    )


def tulis_berkas(
    *,
    oleh: Pengguna,
    per: date,
    nama: str,
    tmt: date,
    sumber: str,
    keterangan: str = "",
    **asal: object,
) -> BerkasMutasi:
    """The row with its register number, its maker named; whoever calls has asked a policy."""
    kini = timezone.now()
    berkas = BerkasMutasi.objects.create(
        nomor=f"B-{per.year}-{berikut('berkas', tahun=per.year):04d}",
        nama=nama, tmt=tmt, sumber=Sumber(sumber).value, keterangan=keterangan,
        dibuat_pada=kini, dibuat_oleh=oleh, **asal,
    )  # fmt: skip
    AnggotaBerkas.objects.create(
        berkas=berkas, pengguna=oleh, ubah=True, diundang_pada=kini, diundang_oleh=oleh
    )
    catat(
        tindakan.BERKAS_DIBUAT, berkas, oleh=oleh,
        sesudah={"tmt": tmt, "sumber": berkas.sumber},
    )  # fmt: skip
    return berkas


@transaction.atomic
def ubah_berkas(
    berkas_id: UUID, *, oleh: Pengguna, per: date, nama: str, tmt: date, keterangan: str = ""
) -> BerkasMutasi:
    """Give it another name, planned day or note; its cases keep their own TMT."""
    berkas = kunci_berkas(berkas_id)
    policies.ubah_berkas.check(berkas, oleh, per=per)
    baru = {"nama": nama, "tmt": tmt, "keterangan": keterangan}
    lama = {k: getattr(berkas, k) for k in baru if getattr(berkas, k) != baru[k]}
    if lama:
        for bidang in lama:
            setattr(berkas, bidang, baru[bidang])
        berkas.save(update_fields=list(lama))
        # The name may say whom the file is about: the trail keeps only that it changed.
        tmt_saja = {"tmt"} & lama.keys()
        catat(
            tindakan.BERKAS_DIUBAH, berkas, oleh=oleh,
            sebelum={k: lama[k] for k in tmt_saja},
            sesudah={**{k: baru[k] for k in tmt_saja}, "bidang": sorted(lama)},
        )  # fmt: skip
    return berkas


@transaction.atomic
def sebut_anggota(
    berkas_id: UUID, siapa: Pengguna, *, oleh: Pengguna, per: date, ubah: bool
) -> AnggotaBerkas:
    """Name a person, or change what he may do. Nobody is notified: he finds it in his list."""
    berkas = kunci_berkas(berkas_id)
    policies.sebut_anggota.check(berkas, oleh, siapa=siapa, ubah=ubah, per=per)
    kini = timezone.now()
    berkas.anggota.filter(pengguna=siapa, dicabut_pada__isnull=True).update(
        dicabut_pada=kini, dicabut_oleh=oleh
    )
    anggota = AnggotaBerkas.objects.create(
        berkas=berkas, pengguna=siapa, ubah=ubah, diundang_pada=kini, diundang_oleh=oleh
    )
    catat(
        tindakan.BERKAS_MENYEBUT, berkas, oleh=oleh,
        sesudah={"pengguna": siapa.pk, "ubah": ubah},
    )  # fmt: skip
    return anggota


@transaction.atomic
def cabut_anggota(berkas_id: UUID, anggota_id: int, *, oleh: Pengguna, per: date) -> AnggotaBerkas:
    """Strike a person: while the file is secret it no longer exists for him."""
    berkas = kunci_berkas(berkas_id)
    anggota = berkas.anggota.select_related("berkas").filter(pk=anggota_id).first()
    if anggota is None:
        raise OutOfReach
    policies.cabut_anggota.check(anggota, oleh, per=per)
    anggota.dicabut_pada, anggota.dicabut_oleh = timezone.now(), oleh
    anggota.save(update_fields=["dicabut_pada", "dicabut_oleh"])
    catat(
        tindakan.BERKAS_MENCABUT, berkas, oleh=oleh,
        sebelum={"pengguna": anggota.pengguna_id, "ubah": anggota.ubah},
    )  # fmt: skip
    return anggota


@transaction.atomic
def pecah(
    berkas_id: UUID, usulan_ids: Collection[UUID], *, oleh: Pengguna, per: date, nama: str
) -> BerkasMutasi:
    """Split cases off into a file of their own, with the same people named in it.

    Refused for cases that a session is dealing with or a decree already names: those papers are
    about them together.
    """
    berkas = kunci_berkas(berkas_id)
    policies.ubah_berkas.check(berkas, oleh, per=per)
    pindah = list(berkas.usulan.select_for_update().filter(pk__in=usulan_ids).order_by("pk"))
    if len(pindah) != len(set(usulan_ids)) or not pindah:
        raise Refusal("Pilih usulan dari berkas ini.", kode="bukan_dari_berkas")
    _boleh_pecah(berkas, pindah)
    baru = tulis_berkas(
        oleh=oleh, per=per, nama=nama, tmt=berkas.tmt, sumber=berkas.sumber,
        rancangan=berkas.rancangan, dipecah_dari=berkas,
    )  # fmt: skip
    _salin_anggota(berkas, baru, oleh=oleh)
    for urutan, usulan in enumerate(sorted(pindah, key=lambda u: u.urutan), 1):
        usulan.berkas, usulan.urutan = baru, urutan
        usulan.save(update_fields=["berkas", "urutan"])
    catat(
        tindakan.BERKAS_DIPECAH, berkas, oleh=oleh,
        sesudah={"menjadi": baru.nomor, "usulan": len(pindah)},
    )  # fmt: skip
    return baru


def _boleh_pecah(berkas: BerkasMutasi, pindah: list[UsulanMutasi]) -> None:
    if berkas.usulan.count() == len(pindah):
        raise Refusal("Semua usulan dipilih; sisakan paling sedikit satu.", kode="semua")
    sidang = AgendaSidang.objects.filter(usulan__in=pindah).exclude(
        sidang__status__in=(StatusSidang.DITUTUP, StatusSidang.BATAL)
    )
    if nomor := _nomor(sidang.values_list("usulan__urutan", flat=True)):
        raise WrongMoment(f"Usulan nomor {nomor} sedang disidangkan.", kode="bersidang")
    sk = BarisKeputusan.objects.filter(usulan__in=pindah).exclude(
        keputusan__status=StatusKeputusan.BATAL
    )
    if nomor := _nomor(sk.values_list("usulan__urutan", flat=True)):
        raise WrongMoment(f"Usulan nomor {nomor} sudah ada di SK berkas ini.", kode="ber_sk")


def _nomor(urutan: Iterable[int]) -> str:
    return ", ".join(str(n) for n in sorted(set(urutan)))


def _salin_anggota(lama: BerkasMutasi, baru: BerkasMutasi, *, oleh: Pengguna) -> None:
    kini = timezone.now()
    AnggotaBerkas.objects.bulk_create(
        AnggotaBerkas(
            berkas=baru, pengguna_id=satu.pengguna_id, ubah=satu.ubah, diundang_pada=kini,
            diundang_oleh=oleh,
        )
        for satu in lama.anggota.aktif().exclude(pengguna=oleh)
    )  # fmt: skip


@transaction.atomic
def tutup(berkas_id: UUID, *, oleh: Pengguna, per: date) -> BerkasMutasi:
    """End the work in it; every case has ended."""
    berkas = kunci_berkas(berkas_id)
    policies.tutup_berkas.check(berkas, oleh, berjalan=berkas.usulan.berjalan().count(), per=per)
    berkas.ditutup_pada, berkas.ditutup_oleh = timezone.now(), oleh
    berkas.save(update_fields=["ditutup_pada", "ditutup_oleh"])
    catat(tindakan.BERKAS_DIUBAH, berkas, oleh=oleh, sesudah={"ditutup": True})
    return berkas

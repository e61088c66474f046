"""Acts on a draft as a whole: begin, rename, name people, close."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mutasi.models import AnggotaRancangan, MacamLangkah, Rancangan
from mutasi.policies import rancangan as policies
from mutasi.services.rancangan_langkah import catat_langkah, kunci
from organisasi.models import Pengguna

M = MacamLangkah


@transaction.atomic
def buat_rancangan(*, oleh: Pengguna, nama: str, tmt: date, keterangan: str = "") -> Rancangan:
    """Begin a draft; its maker is the first person named in it."""
    policies.buat_rancangan.check(oleh)
    kini = timezone.now()
    rancangan = Rancangan.objects.create(
        nama=nama, tmt=tmt, keterangan=keterangan, dibuat_pada=kini, dibuat_oleh=oleh
    )
    AnggotaRancangan.objects.create(
        rancangan=rancangan, pengguna=oleh, ubah=True, diundang_pada=kini, diundang_oleh=oleh
    )
    isi = {"nama": nama, "tmt": tmt, "keterangan": keterangan}
    catat_langkah(rancangan, M.BUAT, oleh=oleh, sesudah=isi)
    return rancangan


@transaction.atomic
def ubah_judul(
    rancangan_id: UUID, *, oleh: Pengguna, nama: str, tmt: date, keterangan: str = ""
) -> Rancangan:
    """Give it another name, day or note; the same again is no step."""
    rancangan = kunci(rancangan_id)
    policies.ubah_rancangan.check(rancangan, oleh)
    baru = {"nama": nama, "tmt": tmt, "keterangan": keterangan}
    lama = {k: getattr(rancangan, k) for k in baru if getattr(rancangan, k) != baru[k]}
    if lama:
        for bidang in lama:
            setattr(rancangan, bidang, baru[bidang])
        rancangan.save(update_fields=list(lama))
        sesudah = {k: baru[k] for k in lama}
        catat_langkah(rancangan, M.UBAH_JUDUL, oleh=oleh, sebelum=lama, sesudah=sesudah)
    return rancangan


@transaction.atomic
def undang(
    rancangan_id: UUID, siapa: Pengguna, *, oleh: Pengguna, ubah: bool, per: date
) -> AnggotaRancangan:
    """Name a person, or change what he may do. Nobody is notified: he finds it in his list."""
    rancangan = kunci(rancangan_id)
    policies.undang.check(rancangan, oleh, siapa=siapa, ubah=ubah, per=per)
    kini = timezone.now()
    rancangan.anggota.filter(pengguna=siapa, dicabut_pada__isnull=True).update(
        dicabut_pada=kini, dicabut_oleh=oleh
    )
    anggota = AnggotaRancangan.objects.create(
        rancangan=rancangan, pengguna=siapa, ubah=ubah, diundang_pada=kini, diundang_oleh=oleh
    )
    isi = {"pengguna": siapa.pk, "ubah": ubah}
    catat_langkah(rancangan, M.UNDANG, oleh=oleh, sesudah=isi)
    return anggota


@transaction.atomic
def cabut(rancangan_id: UUID, anggota_id: int, *, oleh: Pengguna) -> AnggotaRancangan:
    """Strike a person: from now on the draft does not exist for him."""
    rancangan = kunci(rancangan_id)
    anggota = AnggotaRancangan.objects.select_related("rancangan").get(
        pk=anggota_id, rancangan=rancangan
    )
    policies.cabut.check(anggota, oleh)
    anggota.dicabut_pada, anggota.dicabut_oleh = timezone.now(), oleh
    anggota.save(update_fields=["dicabut_pada", "dicabut_oleh"])
    isi = {"pengguna": anggota.pengguna_id, "ubah": anggota.ubah}
    catat_langkah(rancangan, M.CABUT, oleh=oleh, sebelum=isi)
    return anggota


@transaction.atomic
def tutup(rancangan_id: UUID, *, oleh: Pengguna) -> Rancangan:
    """End the work in it."""
    rancangan = kunci(rancangan_id)
    policies.tutup_rancangan.check(rancangan, oleh)
    rancangan.ditutup_pada, rancangan.ditutup_oleh = timezone.now(), oleh
    rancangan.save(update_fields=["ditutup_pada", "ditutup_oleh"])
    catat_langkah(rancangan, M.TUTUP, oleh=oleh, sesudah={"tutup": True})
    return rancangan


@transaction.atomic
def buka(rancangan_id: UUID, *, oleh: Pengguna) -> Rancangan:
    """Take it up again; the same kind of step, the other way round."""
    rancangan = kunci(rancangan_id)
    policies.buka_rancangan.check(rancangan, oleh)
    rancangan.ditutup_pada = rancangan.ditutup_oleh = None
    rancangan.save(update_fields=["ditutup_pada", "ditutup_oleh"])
    catat_langkah(rancangan, M.TUTUP, oleh=oleh, sebelum={"tutup": True}, sesudah={"tutup": False})
    return rancangan

"""The steps of a draft: written with every act, proved by the trail, taken back and redone."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat
from jejak.kernel.kanonik import kanonik, polos, waktu_kanonik
from jejak.models import IsiPeristiwa, Peristiwa
from mutasi import tindakan
from mutasi.models import BarisRancangan, LangkahRancangan, MacamLangkah, Rancangan
from mutasi.policies.rancangan import ubah_rancangan
from organisasi.models import Pengguna
from toolkit.policy import WrongMoment

JENIS = "mutasi.rancangan"
NAMA = "rancangan rahasia"
M = MacamLangkah
# A reason is replaced by a better one, not taken back; people and closing have acts of their own.
DAPAT_BATAL = (M.TAMBAH, M.UBAH, M.HAPUS, M.URUT, M.UBAH_JUDUL)
Isi = Mapping[str, Any]
# Columns of a line that hold a thing by its number.
RUJUKAN = frozenset({"pegawai", "dari", "ke", "permintaan"})


def objek(rancangan: Rancangan) -> Objek:
    """The draft as the trail knows it: by number, never by name."""
    return Objek(JENIS, str(rancangan.pk), NAMA)


def kunci(rancangan_id: UUID) -> Rancangan:
    """The draft, held: acts in one draft take turns."""
    return Rancangan.objects.locked(rancangan_id)


def catat_langkah(
    rancangan: Rancangan,
    macam: MacamLangkah,
    *,
    oleh: Pengguna,
    baris: BarisRancangan | None = None,
    sebelum: Isi | None = None,
    sesudah: Isi | None = None,
    membatalkan: LangkahRancangan | None = None,
) -> LangkahRancangan:
    """Write one step and its sealed proof. The draft must be locked; call it last in the act."""
    rancangan.versi += 1
    rancangan.save(update_fields=["versi"])
    langkah = LangkahRancangan(
        rancangan=rancangan,
        nomor=rancangan.versi,
        macam=macam,
        baris=baris,
        sebelum=polos(sebelum or {}),
        sesudah=polos(sesudah or {}),
        membatalkan=membatalkan,
        garam=secrets.token_hex(16),
        pada=timezone.now(),
        oleh=oleh,
    )
    langkah.sidik = sidik(langkah)
    langkah.save(force_insert=True)
    bukti = {"langkah": langkah.nomor, "sidik": langkah.sidik}
    catat(tindakan.RANCANGAN_DILANGKAH, objek(rancangan), oleh=oleh, sesudah=bukti)
    return langkah


def sidik(langkah: LangkahRancangan) -> str:
    """Salted hash over everything the step says: sha256(salt, then canonical JSON)."""
    isi = {
        "rancangan": str(langkah.rancangan_id),
        "nomor": langkah.nomor,
        "macam": str(langkah.macam),
        "baris": langkah.baris_id,
        "sebelum": langkah.sebelum,
        "sesudah": langkah.sesudah,
        "membatalkan": langkah.membatalkan_id,
        "pada": waktu_kanonik(langkah.pada),
        "oleh": langkah.oleh_id,
    }
    return sha256(bytes.fromhex(langkah.garam) + kanonik(isi).encode()).hexdigest()


@dataclass(frozen=True)
class Pelanggaran:
    """A step that is not what the trail proves."""

    nomor: int
    pesan: str


def verifikasi_langkah(rancangan: Rancangan) -> list[Pelanggaran]:
    """Compare every step with its own hash and with the trail; empty when all is as written."""
    rows = Peristiwa.objects.atas(JENIS, rancangan.pk).order_by("urutan")
    isi = IsiPeristiwa.objects.in_bulk(list(rows.values_list("urutan", flat=True)))
    bukti = {i.data["sesudah"]["langkah"]: i.data["sesudah"]["sidik"] for i in isi.values()}
    ada = {langkah.nomor: langkah for langkah in rancangan.langkah.order_by("nomor")}
    salah = []
    for nomor in sorted(bukti.keys() | ada.keys() | set(range(1, rancangan.versi + 1))):
        langkah = ada.get(nomor)
        if langkah is None:
            salah.append(Pelanggaran(nomor, "Langkah ini hilang."))
        elif nomor not in bukti:
            salah.append(Pelanggaran(nomor, "Jejak tidak mengenal langkah ini."))
        elif sidik(langkah) != bukti[nomor]:
            salah.append(Pelanggaran(nomor, "Isi langkah ini bukan yang dulu ditulis."))
    return salah


@dataclass(frozen=True)
class Tumpukan:
    """What this person may take back next, and what he may do again next."""

    urung: LangkahRancangan | None
    ulang: LangkahRancangan | None


def tumpukan(rancangan: Rancangan, pengguna: Pengguna) -> Tumpukan:
    """As in a spreadsheet: one's own latest step first; a new step ends the doing again.

    Each step heads a chain of takings back (step, undo, redo, undo, ...): with an even number of
    them it stands. What is taken back is the end of the chain.
    """
    macam = [*DAPAT_BATAL, M.BATAL]
    milik = rancangan.langkah.filter(oleh=pengguna, macam__in=macam).order_by("nomor")
    ujung: dict[int, tuple[LangkahRancangan, int]] = {}
    pangkal: dict[int, LangkahRancangan] = {}
    for langkah in milik:
        if langkah.membatalkan_id in pangkal:
            akar = pangkal[langkah.membatalkan_id]
            ujung[akar.nomor] = (langkah, ujung[akar.nomor][1] + 1)
        else:
            akar = langkah
            ujung[akar.nomor] = (langkah, 0)
        pangkal[langkah.pk] = akar
    tegak = [nomor for nomor, (_, kali) in ujung.items() if kali % 2 == 0]
    batal = [langkah for langkah, kali in ujung.values() if kali % 2]
    ulang = max(batal, key=lambda langkah: langkah.nomor, default=None)
    if ulang is not None and max(ujung) > ulang.nomor:
        ulang = None
    return Tumpukan(ujung[max(tegak)][0] if tegak else None, ulang)


@transaction.atomic
def batalkan_langkah(rancangan_id: UUID, nomor: int, *, oleh: Pengguna) -> LangkahRancangan:
    """Take back one's own latest step, or (naming an undo) do it again.

    Refused when somebody else has changed the same line since: his work would be lost.
    """
    rancangan = kunci(rancangan_id)
    ubah_rancangan.check(rancangan, oleh)
    siap = tumpukan(rancangan, oleh)
    langkah = next((s for s in (siap.urung, siap.ulang) if s and s.nomor == nomor), None)
    if langkah is None:
        raise WrongMoment(
            "Hanya langkah terakhir Anda sendiri yang dapat diurungkan.", kode="bukan_terakhir"
        )
    if "tukar" in langkah.sebelum:
        _tukar_kembali(rancangan, langkah)
    else:
        _tolak_bila_disentuh(rancangan, langkah, oleh)
        _kembalikan(rancangan, langkah, oleh)
    return catat_langkah(
        rancangan, M.BATAL, oleh=oleh, baris=langkah.baris, membatalkan=langkah,
        sebelum={k: v for k, v in langkah.sesudah.items() if k in langkah.sebelum},
        sesudah=langkah.sebelum,
    )  # fmt: skip


def _tolak_bila_disentuh(rancangan: Rancangan, langkah: LangkahRancangan, oleh: Pengguna) -> None:
    sejak = rancangan.langkah.filter(
        baris=langkah.baris_id, nomor__gt=langkah.nomor, macam__in=[*DAPAT_BATAL, M.BATAL]
    ).exclude(sebelum__has_key="tukar")
    lain = sejak.exclude(oleh=oleh).select_related("oleh").order_by("-nomor").first()
    if lain is not None:
        benda = "Nama rancangan" if langkah.baris_id is None else "Baris itu"
        raise WrongMoment(
            f"{benda} sudah diubah {lain.oleh.nama} pukul "
            f"{timezone.localtime(lain.pada):%H.%M}, sesudah langkah Anda. Mengurungkannya akan "
            "menghapus pekerjaannya; ubah isinya langsung.",
            kode="diubah_orang_lain",
        )


def _kembalikan(rancangan: Rancangan, langkah: LangkahRancangan, oleh: Pengguna) -> None:
    """The fields of the line, or of the draft itself, as they were before the step."""
    lama = langkah.sebelum
    if langkah.baris_id is None:
        for nama, nilai in lama.items():
            setattr(rancangan, nama, nilai)
        rancangan.save(update_fields=list(lama))
        rancangan.refresh_from_db()
        return
    baris = rancangan.baris.get(pk=langkah.baris_id)
    for nama, nilai in lama.items():
        setattr(baris, kolom(nama), nilai)
    baris.versi += 1
    baris.diubah_pada, baris.diubah_oleh = timezone.now(), oleh
    baris.save(update_fields=[*lama, "versi", "diubah_pada", "diubah_oleh"])


def _tukar_kembali(rancangan: Rancangan, langkah: LangkahRancangan) -> None:
    tempat = {langkah.baris_id: langkah.sesudah, langkah.sebelum["tukar"]: langkah.sebelum}
    dua = {b.pk: b for b in rancangan.baris.filter(pk__in=tempat)}
    if any(dua[pk].urutan != isi["urutan"] for pk, isi in tempat.items()):
        raise WrongMoment("Urutan baris sudah berubah lagi; pindahkan barisnya langsung.")
    tukar_urutan(*dua.values())


def kolom(bidang: str) -> str:
    """The attribute under which a line keeps this column as plain data."""
    return f"{bidang}_id" if bidang in RUJUKAN else bidang


def tukar_urutan(satu: BarisRancangan, dua: BarisRancangan) -> None:
    """Two lines change places; what they say stays, so their own version does too."""
    satu.urutan, dua.urutan = dua.urutan, satu.urutan
    for baris in (satu, dua):
        baris.save(update_fields=["urutan"])

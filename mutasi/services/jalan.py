"""The one place where a case changes its state.

Every act of the road locks the case, asks ``policies.jalan.langkah`` and what is its own, writes
its facts, and calls ``maju``; nothing else writes ``status``, ``Singgah`` or ``Persetujuan``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from jejak.catat import catat
from jejak.kernel.kanonik import kanonik, polos
from mutasi.alur import ALUR, BER_SK, JAUH, MENGIKAT, Aksi, StatusUsulan, tujuan
from mutasi.kernel.jenis import SAMPINGAN, URUTAN_TAHAP, Tahap
from mutasi.models import Persetujuan, Singgah, UsulanMutasi
from mutasi.policies import jalan as policies
from mutasi.services.hadapan import dibaca_bersama, hadapkan
from mutasi.services.usulan_kabar import kabari_mundur
from mutasi.tindakan_jalan import MENURUT_AKSI
from organisasi.models import Disposisi, Pengguna
from toolkit.constraints import sentence_of
from toolkit.policy import Refusal, WrongMoment
from toolkit.sekali import sekali_baca

S = StatusUsulan
# The stage of secrecy a state brings with it; a stage only ever opens further.
TAHAP_STATUS: dict[StatusUsulan, Tahap] = {
    S.DITELAAH_UNIT: Tahap.TERBATAS,
    S.SIDANG_TPK: Tahap.TERBATAS,
    S.DIREKOMENDASI: Tahap.TERBATAS,
    S.PROSES_ANTAR_INSTANSI: Tahap.TERBATAS,
    S.DISETUJUI_PYB: Tahap.TERBATAS,
    S.MENUNGGU_PPK: Tahap.TERBATAS,
    S.DIBERITAHUKAN: Tahap.DIBERITAHUKAN,
    S.MENUNGGU_KESEDIAAN: Tahap.DIBERITAHUKAN,
    S.SK_DITETAPKAN: Tahap.DIBERITAHUKAN,
    **dict.fromkeys((s for s in BER_SK if s != S.SK_DITETAPKAN), Tahap.DIUMUMKAN),
    S.SELESAI: Tahap.DIUMUMKAN,
}
MASIH_BERJALAN = "Pegawai ini masih mempunyai usulan lain yang berjalan."


def kunci(usulan_id: UUID) -> UsulanMutasi:
    """The case, held until the end of the transaction."""
    return UsulanMutasi.objects.locked(usulan_id)


def berkerabat(usulan: UsulanMutasi, oleh: Pengguna) -> bool:
    """Whether the actor declared a family tie with the person, or the person with him."""
    return policies.berkerabat(usulan.pegawai_id, oleh)


def mulai(usulan_id: UUID, aksi: Aksi, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    """Lock the case and ask the table: how every act of the road begins."""
    usulan = kunci(usulan_id)
    depan = dibaca_bersama(usulan, oleh, per=per)
    policies.langkah.check(
        usulan, aksi, oleh, per=per,
        kerabat=depan.kerabat if depan else berkerabat(usulan, oleh),
        hadapan=depan.hadapan if depan else None,
    )  # fmt: skip
    return usulan


def larangan(usulan: UsulanMutasi, aksi: Aksi, oleh: Pengguna, *, per: date) -> list[str]:
    """The same question for a button."""
    return policies.langkah.reasons(usulan, aksi, oleh, per=per, kerabat=berkerabat(usulan, oleh))


def larangan_tiap(
    usulan: UsulanMutasi,
    aksi: Iterable[Aksi],
    oleh: Pengguna,
    *,
    per: date,
    hadapan: policies.Hadapan | None = None,
) -> dict[Aksi, list[str]]:
    """The same for every button of a page, at the price of one; ``hadapan``: read already."""
    kerabat = berkerabat(usulan, oleh)
    hadapan = hadapan or policies.Hadapan.baca(usulan, oleh, per=per)
    return {
        satu: policies.langkah.reasons(
            usulan, satu, oleh, per=per, kerabat=kerabat, hadapan=hadapan
        )
        for satu in aksi
    }


def isi_usulan(usulan: UsulanMutasi) -> dict[str, Any]:
    """What an approval is about: change one of these and it is void."""
    return {
        "pegawai": usulan.pegawai_id,
        "dari": usulan.dari_id,
        "ke": usulan.ke_id,
        "tujuan_luar": usulan.tujuan_luar,
        "jenis": usulan.jenis,
        "jenjang": usulan.jenjang,
        "rute": usulan.rute,
        "dasar": usulan.dasar,
        "tmt": usulan.tmt.isoformat(),
        "selesai": usulan.selesai.isoformat() if usulan.selesai else "",
    }


def sidik_usulan(usulan: UsulanMutasi) -> str:
    """sha256 over the canonical content."""
    return sha256(kanonik(polos(isi_usulan(usulan))).encode()).hexdigest()


def maju(
    usulan: UsulanMutasi,
    aksi: Aksi,
    *,
    oleh: Pengguna,
    alasan: str = "",
    tenggat: date | None = None,
    peran: str = "",
    menyimpang: bool = False,
    disposisi: Disposisi | None = None,
    pencatat: Pengguna | None = None,
    catatan: Mapping[str, Any] | None = None,
    kolom: Iterable[str] = (),
) -> UsulanMutasi:
    """Move a locked case by an act whose policy was asked: state, stay, decision, stage, trace.

    ``tenggat``: until when the new state waits. ``kolom``: further columns the act has set and
    wants saved. ``catatan`` goes into the trail beside the states; no names in it. ``pencatat``:
    who wrote down what ``oleh`` decided on paper; the trail names him.
    """
    langkah = ALUR[aksi]
    if usulan.status not in langkah.dari:
        raise WrongMoment(policies.bukan_saatnya(usulan, aksi))
    if langkah.beralasan and not alasan.strip():
        raise Refusal("Tulis alasannya.", kode="tanpa_alasan")
    lama, ke = usulan.status, tujuan(aksi, usulan.gerbang)
    buka_sampai(usulan, TAHAP_STATUS.get(ke, Tahap.RAHASIA))
    _satu_saja(usulan, ke)
    kini = timezone.now()
    if langkah.keputusan:
        Persetujuan.objects.create(
            usulan=usulan, aksi=aksi, versi=usulan.versi, sidik=sidik_usulan(usulan),
            alasan=alasan, menyimpang=menyimpang, peran=peran, disposisi=disposisi,
            diputus_pada=kini, diputus_oleh=oleh,
        )  # fmt: skip
    usulan.status, usulan.sejak, usulan.tenggat = ke, kini, tenggat
    usulan.terjauh = max(usulan.terjauh, JAUH[ke])
    usulan.save(update_fields=sorted({"status", "sejak", "tenggat", "terjauh", "tahap", *kolom}))
    singgah(usulan, aksi, oleh=oleh, alasan=alasan, kini=kini)
    catat(
        MENURUT_AKSI[aksi], usulan, oleh=pencatat or oleh, alasan=alasan,
        sebelum={"status": lama},
        sesudah={"status": ke.value, "versi": usulan.versi, **(catatan or {})},
    )  # fmt: skip
    kabari_mundur(usulan, aksi, oleh=(pencatat or oleh).pk)
    return usulan


def _satu_saja(usulan: UsulanMutasi, ke: StatusUsulan) -> None:
    """A person has one case that is known: the other goes on when this one has ended."""
    if ke not in MENGIKAT or usulan.tahap == Tahap.RAHASIA or usulan.jenis in SAMPINGAN:
        return
    lain = UsulanMutasi.objects.mengikat().filter(pegawai=usulan.pegawai_id)
    if lain.exclude(pk=usulan.pk).exists():
        raise WrongMoment(
            f"{MASIH_BERJALAN} Selesaikan atau tarik yang itu dahulu.", kode="masih_berjalan"
        )


def singgah(
    usulan: UsulanMutasi, aksi: Aksi | None, *, oleh: Pengguna, alasan: str, kini: Any
) -> None:
    """Close the stay and open the next."""
    Singgah.objects.filter(usulan=usulan, keluar_pada__isnull=True).update(keluar_pada=kini)
    Singgah.objects.create(
        usulan=usulan, status=usulan.status, versi=usulan.versi, masuk_pada=kini,
        aksi=aksi or "", oleh=oleh, alasan=alasan, tenggat=usulan.tenggat,
    )  # fmt: skip


def buka_sampai(usulan: UsulanMutasi, tahap: Tahap) -> None:
    """Let a locked case be known that far; it never closes again. The act saves it (``maju``)."""
    usulan.tahap = max((usulan.tahap, tahap.value), key=lambda satu: URUTAN_TAHAP[satu])


@dataclass(frozen=True)
class HasilBaris:
    """What became of one case of a bulk act."""

    usulan: UUID
    berhasil: bool
    kalimat: str


class Pencatat(Protocol):
    """Who keeps the answers of a bulk act that outlives its worker (``massal_latar``)."""

    def sudah(self, usulan: UUID) -> HasilBaris | None:
        """What became of the row when it was done before; a row is done once."""

    def berikut(self) -> None:
        """Before each row, outside its transaction; may end the run by raising."""

    def tulis(self, hasil: HasilBaris) -> None:
        """Keep the answer, in the transaction of the row itself."""


_pencatat: ContextVar[Pencatat | None] = ContextVar("pencatat", default=None)


@contextmanager
def dicatat(pencatat: Pencatat) -> Iterator[None]:
    """Bulk acts inside keep their answers with ``pencatat``, row by row."""
    tanda = _pencatat.set(pencatat)
    try:
        yield
    finally:
        _pencatat.reset(tanda)


def tiap_baris(
    usulan: Iterable[UUID],
    tindakan: Callable[[UUID], object],
    *,
    berhasil: str | Callable[[UUID], str],
    oleh: Pengguna | None = None,
    per: date | None = None,
) -> list[HasilBaris]:
    """Do an act on each case in its own savepoint; who is refused does not stop the others.

    ``oleh``, ``per``: who acts and on which day he is asked, to ask it of all rows together.
    ``berhasil``: what is said of a row that went through.
    """
    ids, hasil, pencatat = list(usulan), [], _pencatat.get()
    with sekali_baca():
        if oleh is not None and per is not None:
            hadapkan(ids, oleh, per=per)
        for satu in ids:
            jadi = pencatat.sudah(satu) if pencatat else None
            hasil.append(jadi or _satu_baris(satu, tindakan, berhasil, pencatat))
    return hasil


def _satu_baris(
    satu: UUID,
    tindakan: Callable[[UUID], object],
    berhasil: str | Callable[[UUID], str],
    pencatat: Pencatat | None,
) -> HasilBaris:
    if pencatat:
        pencatat.berikut()
    try:
        with transaction.atomic():
            tindakan(satu)
            kalimat = berhasil if isinstance(berhasil, str) else berhasil(satu)
            hasil = HasilBaris(satu, True, kalimat)
            if pencatat:
                pencatat.tulis(hasil)
    except (Refusal, IntegrityError) as penolakan:
        sebab = penolakan.kalimat if isinstance(penolakan, Refusal) else sentence_of(penolakan)
        if sebab is None:
            raise
        hasil = HasilBaris(satu, False, sebab)
        if pencatat:
            with transaction.atomic():
                pencatat.tulis(hasil)
    return hasil

"""Inaugurations: arranged, moved, called off, recorded. Who stayed away waits for the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import Aksi
from mutasi.models import Keputusan, Pelantikan, PesertaPelantikan, UsulanMutasi
from mutasi.policies import pelantikan as policies
from mutasi.selectors import pelantikan as baca
from mutasi.services import jalan
from mutasi.services.usulan_kabar import kabari_pegawai
from organisasi.models import Pengguna
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class Acara:
    """When, where, by whom, before whom; ``undangan``: the day the written invitation goes out."""

    tanggal: date
    tempat: str
    undangan: date | None
    pejabat: str
    saksi_satu: str = ""
    saksi_dua: str = ""
    rohaniwan: str = ""


@transaction.atomic
def jadwalkan_pelantikan(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, acara: Acara
) -> Pelantikan:
    """Arrange one for everybody of the decree who waits for it, by the rule of the days (H25)."""
    keputusan = Keputusan.objects.locked(keputusan_id)
    menunggu = baca.menunggu_lantik(keputusan)
    _periksa(keputusan, menunggu, acara, oleh=oleh, per=per)
    baru = Pelantikan(
        keputusan=keputusan, dibuat_pada=timezone.now(), dibuat_oleh=oleh, **vars(acara)
    )
    baru.save(force_insert=True)
    PesertaPelantikan.objects.bulk_create(
        [PesertaPelantikan(pelantikan=baru, usulan=u) for u in menunggu]
    )
    for satu in menunggu:
        _undang(satu, baru)
    catat(
        tindakan.PELANTIKAN_DIJADWALKAN, baru, oleh=oleh,
        sesudah={"tanggal": acara.tanggal, "tempat": acara.tempat, "peserta": len(menunggu)},
    )  # fmt: skip
    return baru


@transaction.atomic
def ubah_pelantikan(pelantikan_id: int, *, oleh: Pengguna, per: date, acara: Acara) -> Pelantikan:
    """Another day, place or official, until somebody's presence is recorded."""
    satu, rows = _kunci(pelantikan_id)
    policies.ubah.check(satu, oleh, per=per, tercatat=any(p.hadir is not None for p in rows))
    _periksa(satu.keputusan, [p.usulan for p in rows], acara, oleh=oleh, per=per)
    lama = {nama: getattr(satu, nama) for nama in vars(acara)}
    for nama, nilai in vars(acara).items():
        setattr(satu, nama, nilai)
    satu.save(update_fields=sorted(vars(acara)))
    for peserta in rows:
        _undang(peserta.usulan, satu)
    catat(
        tindakan.PELANTIKAN_DIJADWALKAN, satu, oleh=oleh,
        sebelum={"tanggal": lama["tanggal"], "tempat": lama["tempat"]},
        sesudah={"tanggal": acara.tanggal, "tempat": acara.tempat, "peserta": len(rows)},
    )  # fmt: skip
    return satu


@transaction.atomic
def batalkan_pelantikan(
    pelantikan_id: int, *, oleh: Pengguna, per: date, alasan: str
) -> Pelantikan:
    """Call one off that does not take place; its people wait to be sworn in again."""
    satu, rows = _kunci(pelantikan_id)
    policies.ubah.check(satu, oleh, per=per, tercatat=any(p.hadir is not None for p in rows))
    if not alasan.strip():
        raise WrongMoment("Tulis alasannya.", kode="tanpa_alasan")
    satu.dibatalkan_pada, satu.dibatalkan_oleh = timezone.now(), oleh
    satu.alasan_batal = alasan.strip()
    satu.save(update_fields=["dibatalkan_pada", "dibatalkan_oleh", "alasan_batal"])
    for peserta in rows:
        kabari_pegawai(
            peserta.usulan, f"lantik-batal-{satu.pk}", "Pelantikan untuk Anda dibatalkan",
            f"Pelantikan {satu.tanggal:%d-%m-%Y} di {satu.tempat} tidak jadi. Undangan baru "
            "dikirim bila pelantikan dijadwalkan lagi.",
        )  # fmt: skip
    catat(
        tindakan.PELANTIKAN_DIBATALKAN, satu, oleh=oleh, alasan=satu.alasan_batal,
        sebelum={"tanggal": satu.tanggal, "tempat": satu.tempat, "peserta": len(rows)},
    )  # fmt: skip
    return satu


def _periksa(
    keputusan: Keputusan, usulan: list[UsulanMutasi], acara: Acara, *, oleh: Pengguna, per: date
) -> None:
    larangan = baca.larangan_hari(usulan, keputusan, acara.tanggal, acara.undangan, per=per)
    policies.jadwalkan.check(keputusan, oleh, per=per, peserta=len(usulan), putusan=larangan)


def _undang(usulan: UsulanMutasi, acara: Pelantikan) -> None:
    kabari_pegawai(
        usulan, f"lantik-{acara.pk}-{acara.tanggal:%Y%m%d}", "Undangan pelantikan untuk Anda",
        f"Hadir pada {acara.tanggal:%d-%m-%Y} di {acara.tempat}.",
    )  # fmt: skip


def _kunci(pelantikan_id: int) -> tuple[Pelantikan, list[PesertaPelantikan]]:
    """The event and its people, held: the container before its cases."""
    rows = Pelantikan.objects.select_for_update(of=("self",)).select_related("keputusan")
    satu = rows.get(pk=pelantikan_id)
    return satu, baca.peserta(satu)


@transaction.atomic
def catat_pelantikan(
    pelantikan_id: int, *, oleh: Pengguna, per: date, hadir: Collection[int],
    tidak_hadir: Collection[int] = (), keterangan: str = "",
) -> list[jalan.HasilBaris]:  # fmt: skip
    """Record presence of participants (by their keys): who was there is sworn in.

    Who stayed away keeps waiting, and the next inauguration of the decree takes him. Somebody the
    recorder may not act for (himself, his kin) stays unrecorded, for another to record; so does
    whose seat does not fall free (H22), until that is cured.
    """
    satu, rows = _kunci(pelantikan_id)
    policies.catat.check(satu, oleh, per=per, tersisa=baca.tersisa(rows))
    belum = {p.usulan_id: p for p in rows if p.hadir is None}
    datang = sorted(pk for pk, p in belum.items() if p.pk in set(hadir))
    kursi = baca.kursi_tidak_kosong([belum[pk].usulan for pk in datang], satu, per=per)

    def lantik(pk: UUID) -> None:
        usulan = jalan.mulai(pk, Aksi.LANTIK, oleh=oleh, per=per)
        policies.tanpa_halangan.check(kursi.get(pk, []))
        _tandai(belum[pk], hadir=True, keterangan="")
        jalan.maju(usulan, Aksi.LANTIK, oleh=oleh, catatan={"pelantikan": satu.tanggal})

    hasil = jalan.tiap_baris(datang, lantik, berhasil="Dilantik.", oleh=oleh, per=per)
    for pk in sorted(set(belum) - set(datang)):
        if belum[pk].pk in set(tidak_hadir):
            _tandai(belum[pk], hadir=False, keterangan=keterangan.strip())
            hasil.append(jalan.HasilBaris(pk, True, "Tidak hadir; dijadwalkan lagi."))
    if satu.dilaksanakan_pada is None and any(h.berhasil for h in hasil):
        satu.dilaksanakan_pada, satu.dilaksanakan_oleh = timezone.now(), oleh
        satu.save(update_fields=["dilaksanakan_pada", "dilaksanakan_oleh"])
    return hasil


def _tandai(peserta: PesertaPelantikan, *, hadir: bool, keterangan: str) -> None:
    peserta.hadir, peserta.keterangan = hadir, keterangan[:150]
    peserta.save(update_fields=["hadir", "keterangan"])

"""Applying an export of employees: everything or nothing, inside the import machine's transaction.

Nobody is deleted: who is missing is marked. Nothing is doubled: the number is the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import Max

from jejak.catat import DISAMARKAN, Objek, catat_banyak
from organisasi.impor import Hasil, Konteks
from organisasi.services.kantor import kenali_instansi
from pegawai import tindakan
from pegawai.columns_pegawai import NAMA, NIK, NIP_LAMA
from pegawai.kernel.kata import kata_cari
from pegawai.models import KataCari, Pegawai
from pegawai.services.akun import samakan_peran
from pegawai.services.impor_pegawai_acuan import muat_acuan
from pegawai.services.impor_pegawai_baca import Isian
from pegawai.services.impor_pegawai_banding import Berubah, Rencana
from pegawai.services.impor_pegawai_isi import (
    Rujukan,
    kolom_nik,
    kolom_pegawai,
    siapkan_rujukan,
    unit_dan_jabatan,
)
from pegawai.services.impor_pegawai_riwayat import Orang, buka_semua, lanjutkan
from pegawai.services.turunan import (
    Pensiun,
    formasi_untuk,
    jenis_dari_siasn,
    sambungkan,
    segarkan_isi,
    segarkan_kata,
    segarkan_orang,
)
from toolkit.massal import nomor_baru, perbarui, sisipkan
from toolkit.policy import WrongMoment

PER_KABAR = 1_000
PER_TANYA = 1_000
_KE_JEJAK = ("GOL AKHIR NAMA", "JABATAN NAMA", "UNOR NAMA", "TMT JABATAN")
# Personal data one may have to erase: that it changed is written down, the value is not.
_TIDAK_KE_JEJAK = frozenset({NIK, NIP_LAMA, "NOMOR HP", "EMAIL"})

JejakOrang = tuple[Objek, dict[str, Any] | None, dict[str, Any]]


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Write the plan. Refuses a file older than the last one of the same status."""
    rencana: Rencana = hasil.muatan
    if rencana.terakhir is not None and konteks.per < rencana.terakhir:
        raise WrongMoment(alasan_terlalu_lama(rencana, konteks), kode="berkas_lebih_lama")
    tersambung = sambungkan(per=konteks.per)
    baru, berubah, formasi = _tulis(rencana, konteks)
    kena = [*berubah.pk, *tersambung]
    formasi |= _formasi_dari(kena)
    segarkan_orang(kena, per=konteks.per)
    formasi |= _formasi_dari(kena) | _formasi_yang_pensiun(konteks)
    segarkan_kata([b.lama.pk for b in rencana.berubah if NAMA in b.kolom])
    konteks.kemajuan(80, "Menghitung isi formasi")
    segarkan_isi(sorted(formasi), per=konteks.per)
    hilang, kembali = _tandai(rencana, konteks)
    konteks.kemajuan(85, "Mencatat jejak")
    if rencana.instansi is not None:
        kenali_instansi(rencana.instansi, oleh=konteks.oleh)
    samakan_peran(kena, oleh=konteks.oleh, per=konteks.per)
    _catat(rencana, konteks, baru, hilang, kembali)


def alasan_terlalu_lama(rencana: Rencana, konteks: Konteks) -> str:
    """Why an older file is not applied: it would undo what a later one has shown."""
    return (
        f"Berkas {rencana.status.label} terakhir yang diterapkan berlaku per "
        f"{rencana.terakhir:%d-%m-%Y}, sedangkan berkas ini per {konteks.per:%d-%m-%Y}. Berkas "
        "lama tidak diterapkan karena akan membatalkan keadaan yang lebih baru. Periksa tanggal "
        "keadaan berkas ini."
    )


def _tulis(rencana: Rencana, konteks: Konteks) -> tuple[Orang, Orang, set[int]]:
    """New people and changed ones; the posts that new people fill."""
    pilihan = [*rencana.baru, *(b.indeks for b in rencana.berubah)]
    rujukan = siapkan_rujukan(rencana.isian.pilih(pilihan), muat_acuan(konteks.per))
    konteks.kemajuan(5, "Menyusun pegawai baru")
    baru = _orang(
        rencana,
        konteks,
        rujukan,
        rencana.isian.pilih(rencana.baru),
        nomor_baru(Pegawai, len(rencana.baru)),
    )
    _sisipkan_baru(rencana, konteks, baru)
    isian = Isian.dari_siasn([b.siasn for b in rencana.berubah])
    berubah = _orang(
        rencana, konteks, rujukan, isian, [b.lama.pk for b in rencana.berubah], lanjutan=True
    )
    formasi = _formasi_dari(berubah.pk)
    _perbarui_lama(rencana, berubah)
    return baru, berubah, formasi | {f for f in baru.formasi if f is not None}


def _orang(
    rencana: Rencana,
    konteks: Konteks,
    rujukan: Rujukan,
    isian: Isian,
    pk: Sequence[int],
    *,
    lanjutan: bool = False,
) -> Orang:
    tempat = unit_dan_jabatan(isian, rujukan)
    post = formasi_untuk({(u, j) for u, j in tempat if u is not None and j is not None})
    return Orang(
        pk,
        isian,
        kolom_pegawai(isian, rencana.status, rujukan, konteks.per),
        tempat,
        [post.get((u, j)) if u and j else None for u, j in tempat],
        rencana.status,
        konteks.per,
        konteks.sumber,
        konteks.per if lanjutan else None,
    )


def _sisipkan_baru(rencana: Rencana, konteks: Konteks, orang: Orang) -> None:
    if not orang.pk:
        return
    n = len(orang.pk)
    kolom = {
        "id": orang.pk,
        **orang.kolom,
        **kolom_nik(rencana.nik_dari(rencana.baru)),
        **_turunan(orang),
        "dilihat_pada": [konteks.per] * n,
        "alasan_berhenti": [""] * n,
    }
    baris = zip(*kolom.values(), strict=True)
    sisipkan(Pegawai, tuple(kolom), _berkabar(baris, konteks, n))
    konteks.kemajuan(40, "Menyusun riwayat")
    buka_semua(orang)
    nama = orang.kolom["nama"]
    sisipkan(
        KataCari,
        ("pegawai", "kata", "nama"),
        ((pk, k, isi) for pk, isi in zip(orang.pk, nama, strict=True) for k in kata_cari(isi)),
    )
    konteks.kemajuan(70, "Riwayat tersusun")


def _turunan(orang: Orang) -> dict[str, Sequence[Any]]:
    """What ``segarkan_orang`` would find later, written at once."""
    pensiun = Pensiun(orang.per)
    kolom = zip(
        orang.tempat,
        orang.kolom["lahir"],
        orang.isian.kolom("JENIS JABATAN ID"),
        orang.isian.kolom("JENIS JABATAN NAMA"),
        strict=True,
    )
    hasil = []
    for (_, jabatan), lahir, jenis_id, jenis_nama in kolom:
        jenis = ""
        if jabatan is None:
            jenis = jenis_dari_siasn(
                {"JENIS JABATAN ID": jenis_id or "", "JENIS JABATAN NAMA": jenis_nama or ""}
            )
        hasil.append(pensiun.dari(jabatan, jenis, lahir))
    tmt = orang.isian.tanggal("TMT JABATAN")
    return {
        "unit": [unit for unit, _ in orang.tempat],
        "jabatan": [jabatan for _, jabatan in orang.tempat],
        "formasi": orang.formasi,
        "tmt_jabatan": tmt,
        "tmt_hitung": tmt,  # nobody can have corrected it yet
        "bup": [umur for umur, _ in hasil],
        "tmt_pensiun": [hari for _, hari in hasil],
    }


def _perbarui_lama(rencana: Rencana, orang: Orang) -> None:
    if not orang.pk:
        return
    kolom = {k: v for k, v in orang.kolom.items() if k != "nip"}
    if rencana.nik is not None:
        kolom |= kolom_nik(rencana.nik_dari([b.indeks for b in rencana.berubah]))
    perbarui(Pegawai, tuple(kolom), zip(orang.pk, *kolom.values(), strict=True))
    # Who left holds nothing: a file that still prints him opens no post again.
    bekerja = [i for i, b in enumerate(rencana.berubah) if b.lama.berhenti is None]
    lanjutkan(orang.pilih(bekerja), [rencana.berubah[i] for i in bekerja])


def _formasi_dari(pegawai: Iterable[int]) -> set[int]:
    """The posts these people hold according to their copies."""
    hasil: set[int] = set()
    for kunci in _potong(pegawai):
        orang = Pegawai.objects.order_by().filter(pk__in=kunci, formasi__isnull=False)
        hasil.update(orang.values_list("formasi", flat=True))
    return hasil


def _formasi_yang_pensiun(konteks: Konteks) -> set[int]:
    """Posts whose holders passed the BUP since the totals were last refreshed by a file."""
    per_status = Pegawai.objects.order_by().values_list("status")
    hari = [h for _, h in per_status.annotate(Max("dilihat_pada")) if h is not None]
    lewat = Pegawai.objects.order_by().filter(
        tmt_pensiun__gt=min(hari, default=konteks.per),
        tmt_pensiun__lte=konteks.per,
        formasi__isnull=False,
    )
    return set(lewat.values_list("formasi", flat=True))


def _tandai(rencana: Rencana, konteks: Konteks) -> tuple[list[JejakOrang], list[JejakOrang]]:
    """Missing since this file, here again, and seen in it; traces of the first two."""
    per = konteks.per
    kembali: list[JejakOrang] = []
    hilang: list[JejakOrang] = []
    for kunci in _potong(rencana.kembali):
        orang = Pegawai.objects.filter(pk__in=kunci)
        kembali += [
            (Objek.dari(p), {"hilang_sejak": p.hilang_sejak}, {"hilang_sejak": None}) for p in orang
        ]
        orang.update(hilang_sejak=None)
    for kunci in _potong(rencana.hilang):
        orang = Pegawai.objects.filter(pk__in=kunci, hilang_sejak__isnull=True)
        hilang += [(Objek.dari(p), {"hilang_sejak": None}, {"hilang_sejak": per}) for p in orang]
        orang.update(hilang_sejak=per)
    terlihat = Pegawai.objects.filter(status=rencana.status, hilang_sejak__isnull=True)
    terlihat.tercatat().exclude(dilihat_pada=per).update(dilihat_pada=per)
    return hilang, kembali


def _catat(
    rencana: Rencana,
    konteks: Konteks,
    baru: Orang,
    hilang: list[JejakOrang],
    kembali: list[JejakOrang],
) -> None:
    for satu, baris in (
        (tindakan.PEGAWAI_DICATAT, _jejak_baru(baru)),
        (tindakan.PEGAWAI_DIUBAH_IMPOR, map(_jejak_berubah, rencana.berubah)),
        (tindakan.PEGAWAI_HILANG, iter(hilang)),
        (tindakan.PEGAWAI_KEMBALI, iter(kembali)),
    ):
        catat_banyak(satu, baris, oleh=konteks.oleh, alasan=konteks.nama_berkas)


def _jejak_baru(orang: Orang) -> Iterator[JejakOrang]:
    kolom = [orang.isian.kolom(h) for h in _KE_JEJAK]
    for pk, nama, *isi in zip(orang.pk, orang.kolom["nama"], *kolom, strict=True):
        ada = {h: v for h, v in zip(_KE_JEJAK, isi, strict=True) if v is not None}
        yield Objek("pegawai.pegawai", str(pk), nama), None, {"STATUS": orang.status.value, **ada}


def _jejak_berubah(berubah: Berubah) -> JejakOrang:
    sebelum: dict[str, Any] = {}
    sesudah: dict[str, Any] = {}
    for header, lama, baru in berubah.beda:
        if header in _TIDAK_KE_JEJAK:
            sesudah[header] = DISAMARKAN
        else:
            sebelum[header], sesudah[header] = lama, baru
    nama = berubah.siasn.get(NAMA, "")
    return Objek("pegawai.pegawai", str(berubah.lama.pk), nama), sebelum, sesudah


def _berkabar(baris: Iterable[Any], konteks: Konteks, jumlah: int) -> Iterator[Any]:
    """The rows as they come, with news every thousand of them."""
    for i, satu in enumerate(baris):
        if i % PER_KABAR == 0:
            konteks.kemajuan(5 + 30 * i // jumlah, f"Menulis pegawai {i} dari {jumlah}")
        yield satu


def _potong(kunci: Iterable[int]) -> Iterator[list[int]]:
    antre = iter(kunci)
    while potong := list(islice(antre, PER_TANYA)):
        yield potong

"""I-MUT and pertek: submitted with its clock, answered, returned, refused, or approved by silence.

BKN's word is written down by a person, never by the clock: on day six the daily chore reminds, and
the operator records what the silence means (W14 goes with it). A submission belongs to one version
of a case; who changes the content withdraws it (``services.usulan_batal``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.waktu import jam_pertek, pertek_sampai
from mutasi.models import AlasanUsulan, HasilPertek, PertekBkn, UsulanMutasi
from mutasi.policies import bkn as policies
from mutasi.selectors.aturan_usulan import Nilai, kunci
from mutasi.selectors.meja_izin import IzinDiminta, izin_diminta, kurang_izin
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import aturan_jalan, jalan
from mutasi.services.izin_luar import izin_kurang, lengkapi_gerbang
from mutasi.services.jalan import HasilBaris
from mutasi.services.surat_luar import Tersimpan, simpan
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.selectors import libur
from organisasi.services.pemberitahuan import beri_tahu_banyak
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class IsiPertek:
    """The pertek as BKN gave it; without an end of its own the constant sets one, if any."""

    nomor: str
    tanggal: date
    berkas: bytes
    berlaku_sampai: date | None = None


def usulkan_bkn(
    usulan: Iterable[UUID],
    *,
    nomor_imut: str,
    diusulkan: date,
    oleh: Pengguna,
    per: date,
    alasan: str = "",
) -> list[HasilBaris]:
    """Record that these cases were sent to I-MUT under one reference.

    A case that BKN returned says with ``alasan`` what was mended (W14).
    """
    policies.mencatat.check(oleh, per=per)
    policies.hari_surat.check(diusulkan, per=per)
    if not nomor_imut.strip():
        raise WrongMoment("Tulis nomor usul I-MUT.", kode="nomor")
    ids = sorted(usulan)
    siap = aturan_jalan.nilai(ids, Titik.BKN, per=per)
    return jalan.tiap_baris(
        ids,
        lambda pk: _usulkan(
            pk,
            nomor_imut.strip(),
            diusulkan,
            oleh=oleh,
            per=per,
            alasan=alasan.strip(),
            siap=siap.get(pk),
        ),
        berhasil="Diusulkan ke BKN.", oleh=oleh, per=per,
    )  # fmt: skip


@transaction.atomic
def _usulkan(
    pk: UUID, nomor: str, diusulkan: date, *, oleh: Pengguna, per: date, alasan: str,
    siap: Nilai | None,
) -> PertekBkn:  # fmt: skip
    usulan = jalan.mulai(pk, Aksi.USULKAN_BKN, oleh=oleh, per=per)
    aturan_jalan.pastikan_satu(usulan, Titik.BKN, oleh=oleh, per=per, siap=siap)
    if usulan.status == StatusUsulan.DIKEMBALIKAN_BKN:
        _tulis_w14(usulan, alasan, oleh=oleh, per=per)
    k = tetapan_jalan(per=diusulkan)
    jam = jam_pertek(diusulkan, k, libur(diusulkan))
    pertek = PertekBkn.objects.create(
        usulan=usulan, versi=usulan.versi, nomor_imut=nomor, diusulkan=diusulkan,
        batas=jam.batas, otomatis_pada=jam.otomatis, dibuat_pada=timezone.now(),
        dibuat_oleh=oleh,
    )  # fmt: skip
    jalan.maju(
        usulan, Aksi.USULKAN_BKN, oleh=oleh, alasan=alasan, tenggat=jam.batas,
        catatan={"nomor_imut": nomor, "diusulkan": diusulkan},
    )  # fmt: skip
    return pertek


def catat_pertek(
    usulan: Iterable[UUID], isi: IsiPertek, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Record the pertek of the cases it names, with number, day and file (H16)."""
    policies.mencatat.check(oleh, per=per)
    if not isi.nomor.strip() or not isi.berkas:
        raise WrongMoment("Pertek memuat nomor dan berkasnya.", kode="berkas")
    berkas = simpan(isi.berkas, "pertek", per=per)
    sampai = isi.berlaku_sampai or pertek_sampai(isi.tanggal, tetapan_jalan(per=isi.tanggal))

    ids = sorted(usulan)
    izin = _izin_bersama(ids, per=per)

    def satu(pk: UUID) -> None:
        usulan, pertek = _mulai(pk, Aksi.CATAT_PERTEK, oleh=oleh, per=per)
        policies.hari_surat.check(isi.tanggal, per=per, paling_awal=pertek.diusulkan)
        pertek.nomor, pertek.tanggal, pertek.berlaku_sampai = isi.nomor, isi.tanggal, sampai
        _jawab(
            usulan, pertek, HasilPertek.TERBIT, Aksi.CATAT_PERTEK, berkas, oleh=oleh,
            izin=izin(usulan),
        )  # fmt: skip

    return _tiap(ids, satu, "Pertek dicatat.", oleh=oleh, per=per)


def catat_otomatis(
    usulan: Iterable[UUID], *, oleh: Pengguna, per: date, alasan: str
) -> list[HasilBaris]:
    """Record that BKN kept silent past its limit: approved, with a warning that wants words (W14).

    Refused before the day on which silence is approval.
    """
    policies.mencatat.check(oleh, per=per)

    ids = sorted(usulan)
    izin = _izin_bersama(ids, per=per)

    def satu(pk: UUID) -> None:
        usulan, pertek = _mulai(pk, Aksi.CATAT_PERTEK, oleh=oleh, per=per)
        policies.otomatis.check(pertek, per=per)
        _tulis_w14(usulan, alasan, oleh=oleh, per=per)
        pertek.tanggal = pertek.otomatis_pada
        _jawab(
            usulan, pertek, HasilPertek.OTOMATIS, Aksi.CATAT_PERTEK, oleh=oleh,
            izin=izin(usulan), alasan=alasan,
        )  # fmt: skip

    return _tiap(ids, satu, "Persetujuan otomatis dicatat.", oleh=oleh, per=per)


def catat_pengembalian(
    usulan: Iterable[UUID], *, tanggal: date, catatan: str, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Record that BKN sent it back, with its remarks; Kabid has it studied or it is sent again."""
    return _tak_terbit(
        usulan, HasilPertek.DIKEMBALIKAN, Aksi.CATAT_KEMBALI_BKN, tanggal, catatan, oleh, per
    )


def catat_penolakan(
    usulan: Iterable[UUID], *, tanggal: date, catatan: str, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Record that BKN refused, with its remarks; only another study brings it on again."""
    return _tak_terbit(
        usulan, HasilPertek.DITOLAK, Aksi.CATAT_TOLAK_BKN, tanggal, catatan, oleh, per
    )


def _tak_terbit(
    usulan: Iterable[UUID],
    hasil: HasilPertek,
    aksi: Aksi,
    tanggal: date,
    catatan: str,
    oleh: Pengguna,
    per: date,
) -> list[HasilBaris]:
    policies.mencatat.check(oleh, per=per)

    def satu(pk: UUID) -> None:
        usulan, pertek = _mulai(pk, aksi, oleh=oleh, per=per)
        policies.hari_surat.check(tanggal, per=per, paling_awal=pertek.diusulkan)
        pertek.tanggal, pertek.catatan = tanggal, catatan
        _jawab(usulan, pertek, hasil, aksi, oleh=oleh, alasan=catatan)

    return _tiap(usulan, satu, f"Dicatat: {hasil.label.lower()} BKN.", oleh=oleh, per=per)


def _tiap(
    usulan: Iterable[UUID], satu: Callable[[UUID], object], berhasil: str, *, oleh: Pengguna,
    per: date,
) -> list[HasilBaris]:  # fmt: skip
    return jalan.tiap_baris(sorted(usulan), satu, berhasil=berhasil, oleh=oleh, per=per)


def _izin_bersama(
    ids: Sequence[UUID], *, per: date
) -> Callable[[UsulanMutasi], Sequence[IzinDiminta]]:
    """The permits still to come, read of all cases together; anew for one that changed since."""
    semua = {u.pk: u for u in UsulanMutasi.objects.with_names().filter(pk__in=ids)}
    diminta = izin_diminta(list(semua.values()), per=per)

    def satu(usulan: UsulanMutasi) -> Sequence[IzinDiminta]:
        lama = semua.get(usulan.pk)
        if lama is None or kunci(lama) != kunci(usulan):
            return izin_kurang(usulan, per=per)
        return kurang_izin(diminta.get(usulan.pk, ()))

    return satu


def _mulai(pk: UUID, aksi: Aksi, *, oleh: Pengguna, per: date) -> tuple[UsulanMutasi, PertekBkn]:
    """The locked case and its open submission."""
    usulan = jalan.mulai(pk, aksi, oleh=oleh, per=per)
    pertek = PertekBkn.objects.filter(usulan=usulan, dijawab_pada__isnull=True).first()
    if pertek is None:
        raise WrongMoment("Tidak ada usul ke BKN yang menunggu jawaban.", kode="tanpa_usul")
    policies.jawab_pertek.check(pertek, usulan)
    return usulan, pertek


def _jawab(
    usulan: UsulanMutasi,
    pertek: PertekBkn,
    hasil: HasilPertek,
    aksi: Aksi,
    berkas: Tersimpan | None = None,
    *,
    oleh: Pengguna,
    izin: Sequence[IzinDiminta] = (),
    alasan: str = "",
) -> None:
    """Close the submission and move the case; ``izin``: permits still to come."""
    pertek.hasil, pertek.dijawab_pada, pertek.dijawab_oleh = hasil, timezone.now(), oleh
    if berkas is not None:
        pertek.berkas, pertek.berkas_sha256 = berkas.nama, berkas.sidik
    pertek.save()
    kolom = lengkapi_gerbang(usulan, izin) if aksi is Aksi.CATAT_PERTEK else ()
    jalan.maju(
        usulan, aksi, oleh=oleh, alasan=alasan, kolom=kolom,
        catatan={"hasil": hasil.value, "nomor": pertek.nomor, "tanggal": pertek.tanggal},
    )  # fmt: skip


def _tulis_w14(usulan: UsulanMutasi, alasan: str, *, oleh: Pengguna, per: date) -> None:
    minimal = tetapan_jalan(per=per).min_huruf_alasan
    if len(" ".join(alasan.split())) < minimal:
        raise WrongMoment(
            f"Tulis penjelasan paling sedikit {minimal} huruf (W14).", kode="tanpa_alasan_w"
        )
    AlasanUsulan.objects.create(
        usulan=usulan, kode="W14", ke_id=usulan.ke_id, alasan=alasan.strip(),
        ditulis_pada=timezone.now(), ditulis_oleh=oleh,
    )  # fmt: skip


@transaction.atomic
def ingatkan_bkn(*, per: date) -> int:
    """Tell who records at BKN's desk that answers are due, or that silence has become approval.

    Once per day and kind; how many messages were queued. Names nobody: mail is read elsewhere.
    """
    terbuka = PertekBkn.objects.filter(
        dijawab_pada__isnull=True, usulan__status=StatusUsulan.DIUSULKAN_BKN
    )
    tugas = PenugasanPeran.objects.aktif(per).memberi(Izin.BKN_CATAT)
    operator = sorted(set(tugas.values_list("pengguna", flat=True)))
    jumlah = 0
    for macam, rows, judul in (
        ("otomatis", terbuka.filter(otomatis_pada__lte=per),
         "Ada usul BKN yang sudah lewat batas: catat jawaban atau persetujuan otomatisnya"),
        ("batas", terbuka.filter(batas=per), "Hari ini batas jawaban BKN untuk sejumlah usul"),
    ):  # fmt: skip
        if rows.exists():
            jumlah += beri_tahu_banyak(
                operator, kunci=f"bkn-{macam}-{per}", judul=judul,
                tautan="/mutasi/meja-bkn/?bagian=tunggu",
            )  # fmt: skip
    return jumlah

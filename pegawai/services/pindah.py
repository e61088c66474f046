"""What a decree does to the histories of one person, on its day: called by the room that decides.

These acts ask no right: who may decide was asked when the decree was made. Each is called inside
the caller's transaction with the person held, writes its trace, and says which posts it touched;
``segarkan_pindah`` then refreshes what is derived. Nothing is deleted: an assignment that should
never have been stands with the same day as beginning and end.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.models import (
    Formasi,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    RiwayatStatus,
)
from pegawai.services.akun import samakan_peran
from pegawai.services.turunan import segarkan_isi, segarkan_orang
from toolkit.policy import Refusal

_SUMBER = 60
SEMENTARA = (JenisPenugasan.PLT, JenisPenugasan.PLH, JenisPenugasan.PJ)


@dataclass(frozen=True)
class DasarPindah:
    """On which decree, from which day, by whom. The day is not after ``per``."""

    nomor_sk: str
    hari: date
    oleh: Pengguna
    per: date

    @property
    def sumber(self) -> str:
        """As the history names where it comes from."""
        return f"SK {self.nomor_sk}"[:_SUMBER]


def terhitung(post: Formasi) -> int:
    """The post under which its holders are counted."""
    return post.dihitung_ke_id or post.pk


def jabatan_kini(orang: Pegawai) -> Penugasan | None:
    """The open definitive assignment, held until the end of the transaction."""
    rows = Penugasan.objects.definitif().terbuka().filter(pegawai=orang)
    return rows.select_for_update(of=("self",)).select_related("unit", "jabatan").first()


def pindahkan_pegawai(
    orang: Pegawai, ke: Formasi, dasar: DasarPindah, *, menerus: str = ""
) -> set[int]:
    """Close the definitive assignment and open the one in ``ke`` on the day.

    ``menerus``: the time in the old post counts on, for this reason (a post confirmed or renamed).
    Somebody whom an import already shows in ``ke`` gets the decree's number there and no second
    assignment. Refuses a future day, and an assignment that began later.
    """
    _sudah_tiba(dasar)
    lama = jabatan_kini(orang)
    if lama is not None and lama.formasi_id == terhitung(ke) and not menerus:
        return _lengkapi(orang, lama, dasar)
    tmt_hitung = None
    if lama is not None:
        _akhiri(lama, dasar.hari)
        tmt_hitung = lama.tmt_hitung or lama.tmt
    lanjut = bool(menerus) and tmt_hitung is not None and tmt_hitung < dasar.hari
    _buka(
        orang, ke, dasar, jenis=JenisPenugasan.DEFINITIF,
        tmt_hitung=tmt_hitung if lanjut else None,
        alasan_tmt_hitung=f"{menerus} dengan SK {dasar.nomor_sk}"[:255] if lanjut else "",
    )  # fmt: skip
    catat(
        tindakan.PENUGASAN_DIUBAH, orang, oleh=dasar.oleh, alasan=dasar.sumber,
        sebelum=_isi(lama) if lama else None,
        sesudah={"unit": str(ke.unit), "jabatan": str(ke.jabatan), "mulai": dasar.hari},
    )  # fmt: skip
    return {p for p in (lama.formasi_id if lama else None, terhitung(ke)) if p is not None}


def _sudah_tiba(dasar: DasarPindah) -> None:
    if dasar.hari > dasar.per:
        raise Refusal("Riwayat dicatat setelah TMT tiba.", kode="masa_depan")


def _akhiri(lama: Penugasan, hari: date) -> None:
    if lama.mulai is not None and lama.mulai > hari:
        raise Refusal("Ada penugasan yang baru mulai sesudah tanggal itu.", kode="tanggal")
    lama.selesai = hari
    lama.save(update_fields=["selesai"])


def _lengkapi(orang: Pegawai, lama: Penugasan, dasar: DasarPindah) -> set[int]:
    if not lama.nomor_sk:
        lama.nomor_sk = dasar.nomor_sk
        lama.save(update_fields=["nomor_sk"])
        catat(tindakan.PENUGASAN_DIUBAH, orang, oleh=dasar.oleh, alasan=dasar.sumber,
              sesudah={"nomor_sk": dasar.nomor_sk})  # fmt: skip
    return {lama.formasi_id} if lama.formasi_id else set()


def _buka(
    orang: Pegawai, ke: Formasi, dasar: DasarPindah, *, jenis: str, selesai: date | None = None,
    tmt: date | None = None, tmt_hitung: date | None = None, alasan_tmt_hitung: str = "",
) -> Penugasan:  # fmt: skip
    return Penugasan.objects.create(
        pegawai=orang, jenis=jenis, unit_id=ke.unit_id, jabatan_id=ke.jabatan_id,
        formasi_id=terhitung(ke), unor_id=ke.unit.siasn_id, unor_nama=ke.unit.nama,
        jabatan_nama=ke.jabatan.nama, tmt=tmt or dasar.hari, tmt_hitung=tmt_hitung,
        alasan_tmt_hitung=alasan_tmt_hitung, mulai=dasar.hari, selesai=selesai,
        nomor_sk=dasar.nomor_sk, sumber=dasar.sumber,
    )  # fmt: skip


def _isi(p: Penugasan) -> dict[str, object]:
    return {
        "unit": str(p.unit or p.unor_nama),
        "jabatan": str(p.jabatan or p.jabatan_nama),
        "mulai": p.mulai,
    }


def tugaskan_di_samping(
    orang: Pegawai, ke: Formasi, dasar: DasarPindah, *, jenis: str, selesai: date | None
) -> set[int]:
    """Open PLT, PLH, PJ or an additional task beside the definitive post.

    An acting assignment must have its end; an additional task may stay open.
    """
    _sudah_tiba(dasar)
    if jenis != JenisPenugasan.TT and selesai is None:
        raise Refusal("Plt., Plh., dan Pj. harus memiliki tanggal akhir.", kode="tanpa_akhir")
    baru = _buka(orang, ke, dasar, jenis=jenis, selesai=selesai)
    catat(
        tindakan.PENUGASAN_DICATAT, orang, oleh=dasar.oleh, alasan=dasar.sumber,
        sesudah={"jenis": baru.get_jenis_display(), "jabatan": str(ke), "mulai": dasar.hari,
                 "selesai": selesai, "nomor_sk": dasar.nomor_sk},
    )  # fmt: skip
    return {terhitung(ke)}


def akhiri_sementara(ke: Formasi, dasar: DasarPindah) -> int:
    """Who acted in a structural post leaves it on the day a definitive holder comes; how many."""
    if ke.jabatan.jenis != JenisJabatan.STRUKTURAL:
        return 0
    rows = Penugasan.objects.filter(formasi=terhitung(ke), jenis__in=SEMENTARA)
    rows = rows.filter(Q(selesai__isnull=True) | Q(selesai__gt=dasar.hari), mulai__lt=dasar.hari)
    semua = list(rows.select_for_update(of=("self",)).select_related("pegawai", "unit", "jabatan"))
    for satu in semua:
        lama, satu.selesai = satu.selesai, dasar.hari
        satu.save(update_fields=["selesai"])
        catat(
            tindakan.PENUGASAN_DIAKHIRI, satu.pegawai, oleh=dasar.oleh,
            alasan="Jabatan sudah terisi secara definitif.",
            sebelum={"penugasan": str(satu), "selesai": lama},
            sesudah={"penugasan": str(satu), "selesai": dasar.hari},
        )  # fmt: skip
    return len(semua)


def berhentikan(orang: Pegawai, *, mulai: date, sebab: str) -> set[int]:
    """Every assignment and the status end on the day; nothing else. The trace is the caller's."""
    terbuka = Penugasan.objects.belum_berakhir(mulai).filter(pegawai=orang)
    if terbuka.filter(mulai__gt=mulai).exists():
        raise Refusal("Ada penugasan yang baru mulai sesudah tanggal itu.", kode="tanggal")
    posts = {p for p in terbuka.values_list("formasi", flat=True) if p is not None}
    terbuka.update(selesai=mulai)
    RiwayatStatus.objects.filter(pegawai=orang, selesai__isnull=True, mulai__lte=mulai).update(
        selesai=mulai
    )
    orang.berhenti, orang.alasan_berhenti = mulai, sebab
    orang.save(update_fields=["berhenti", "alasan_berhenti"])
    return posts


def keluarkan_pegawai(orang: Pegawai, dasar: DasarPindah, *, sebab: str) -> set[int]:
    """The person goes to another instansi: everything ends here on the day."""
    _sudah_tiba(dasar)
    posts = berhentikan(orang, mulai=dasar.hari, sebab=sebab[:100])
    catat(
        tindakan.PEMBERHENTIAN_DICATAT, orang, oleh=dasar.oleh, alasan=dasar.sumber,
        sebelum={"berhenti": None}, sesudah={"berhenti": dasar.hari, "sebab": sebab},
    )  # fmt: skip
    return posts


def terima_kembali(orang: Pegawai, dasar: DasarPindah) -> None:
    """Somebody who had left is in service again, from the day of what follows."""
    if orang.berhenti is None:
        return
    lama = orang.berhenti
    orang.berhenti, orang.alasan_berhenti = None, ""
    orang.save(update_fields=["berhenti", "alasan_berhenti"])
    RiwayatStatus.objects.get_or_create(
        pegawai=orang, selesai=None,
        defaults={"status": orang.status, "kedudukan": orang.kedudukan, "mulai": dasar.hari},
    )  # fmt: skip
    catat(
        tindakan.PENUGASAN_DIUBAH, orang, oleh=dasar.oleh, alasan=dasar.sumber,
        sebelum={"berhenti": lama}, sesudah={"berhenti": None},
    )  # fmt: skip


def cabut_penugasan(baru: Penugasan, dasar: DasarPindah) -> set[int]:
    """End what a revoked decree opened: on the day, or on its own first day (as if never)."""
    hari = max(dasar.hari, baru.mulai or dasar.hari)
    if baru.selesai is None or baru.selesai > hari:
        lama, baru.selesai = baru.selesai, hari
        baru.save(update_fields=["selesai"])
        catat(
            tindakan.PENUGASAN_DIAKHIRI, baru.pegawai, oleh=dasar.oleh, alasan=dasar.sumber,
            sebelum={"penugasan": str(baru), "selesai": lama},
            sesudah={"penugasan": str(baru), "selesai": hari},
        )  # fmt: skip
    return {baru.formasi_id} if baru.formasi_id else set()


def pulihkan_penugasan(
    orang: Pegawai, lama: Penugasan, dasar: DasarPindah, *, seolah_tidak_pernah: bool
) -> set[int]:
    """Open the former post again, by the revoking decree.

    ``seolah_tidak_pernah``: without a gap and with the TMT the post had; otherwise from the day on,
    with the time before counted (``tmt_hitung``).
    """
    hari = lama.selesai if seolah_tidak_pernah and lama.selesai else dasar.hari
    hitung = lama.tmt_hitung
    if not seolah_tidak_pernah:
        hitung = lama.tmt_hitung or lama.tmt
        hitung = hitung if hitung is not None and hitung < hari else None
    alasan = lama.alasan_tmt_hitung or f"Dipulihkan dengan SK {dasar.nomor_sk}"
    Penugasan.objects.create(
        pegawai=orang, jenis=lama.jenis, unit_id=lama.unit_id, jabatan_id=lama.jabatan_id,
        formasi_id=lama.formasi_id, unor_id=lama.unor_id, unor_nama=lama.unor_nama,
        jabatan_nama=lama.jabatan_nama, tmt=lama.tmt if seolah_tidak_pernah else hari,
        tmt_hitung=hitung, alasan_tmt_hitung=alasan[:255] if hitung else "", mulai=hari,
        nomor_sk=dasar.nomor_sk, sumber=dasar.sumber,
    )  # fmt: skip
    catat(
        tindakan.PENUGASAN_DIUBAH, orang, oleh=dasar.oleh, alasan=dasar.sumber,
        sesudah={"unit": str(lama.unit or lama.unor_nama),
                 "jabatan": str(lama.jabatan or lama.jabatan_nama), "mulai": hari},
    )  # fmt: skip
    return {lama.formasi_id} if lama.formasi_id else set()


def segarkan_pindah(
    pegawai_id: Collection[int], posts: Collection[int], *, oleh: Pengguna, per: date
) -> None:
    """Copies people carry, totals of the posts, and the role of employee in the new office."""
    segarkan_orang(sorted(pegawai_id), per=per)
    segarkan_isi(sorted(posts), per=per)
    samakan_peran(pegawai_id, oleh=oleh, per=per)

"""The content of a case: who, to where, as what, from when; checked for its shape as it is written.

Whether the move is allowed is asked later, by the rules (``usulan_aturan``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID, uuid4

from django.db.models import Max
from django.utils import timezone

from jejak.catat import catat
from mutasi.alur import Gerbang
from mutasi.kernel.aturan.izin import wajib_imut
from mutasi.kernel.aturan.kasus import JF_MEMIMPIN
from mutasi.kernel.jenis import (
    ANTAR_INSTANSI,
    DI_TEMPAT,
    SAMPINGAN,
    JenisMutasi,
    Sumber,
    jenjang_dari,
)
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.kernel.waktu import awal_semester, tmt_usul
from mutasi.models import (
    AturanAlur,
    BarisRancangan,
    BerkasMutasi,
    PermintaanPegawai,
    UsulanMutasi,
)
from mutasi.policies.berkas import TERTUTUP
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.berkas import MAKS_USULAN
from mutasi.tindakan_jalan import USULAN_DIBUAT
from organisasi.models import Pengguna
from pegawai.models import Formasi, JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel.kata import tanggal
from penilaian.kernel.perkara import Jabatan
from penilaian.snapshots import baca_orang, ketentuan_hari
from toolkit.policy import Refusal, WrongMoment

J = JenisMutasi


class Isi(TypedDict, total=False):
    """What may be written of a case, by keys of the register; ``dasar`` as ``kernel.dasar``.

    ``jenjang`` is read only where no post here is the target (somebody leaves the instansi).
    """

    pegawai: int
    ke: int | None
    jenis: str
    alasan: str
    tmt: date
    selesai: date | None
    dasar: str
    rute: str
    asal_luar: str
    tujuan_luar: str
    permintaan: int | None
    jenjang: str


def tulis(
    berkas: BerkasMutasi,
    *,
    oleh: Pengguna,
    per: date,
    sumber: str,
    dari: Formasi | None = None,
    baris_rancangan: BarisRancangan | None = None,
    pk: UUID | None = None,
    **isi: Unpack[Isi],
) -> UsulanMutasi:
    """A new case at the end of a locked file; whoever calls has asked a policy.

    ``dari``: the post left, where the register has already moved on (a structure in force).
    ``pk``: its key, where it was told to somebody before it was written.
    """
    if berkas.ditutup_pada is not None:
        raise WrongMoment(TERTUTUP)
    jumlah = berkas.usulan.aggregate(n=Max("urutan"))["n"] or 0
    if berkas.usulan.count() >= MAKS_USULAN:
        raise WrongMoment(f"Satu berkas memuat paling banyak {MAKS_USULAN} usulan.", kode="penuh")
    kini = timezone.now()
    usulan = UsulanMutasi(
        id=pk or uuid4(), berkas=berkas, urutan=jumlah + 1, sumber=sumber,
        tmt=isi.get("tmt", berkas.tmt), dari=dari, baris_rancangan=baris_rancangan,
        sejak=kini, dibuat_pada=kini, dibuat_oleh=oleh,
    )  # fmt: skip
    isikan(usulan, **isi)
    if sumber not in (Sumber.RANCANGAN, Sumber.SOTK):  # whole files were asked at once
        _belum_berjalan(usulan, oleh=oleh, per=per)
    usulan.save(force_insert=True)
    jalan.singgah(usulan, None, oleh=oleh, alasan="", kini=kini)
    catat(USULAN_DIBUAT, usulan, oleh=oleh, sesudah={"jenis": usulan.jenis, "sumber": sumber})
    return usulan


def isikan(usulan: UsulanMutasi, **isi: Unpack[Isi]) -> list[str]:
    """Set the columns named, derive the level and the post left; the names of what changed.

    Raises with every sentence about its shape.
    """
    lama = jalan.isi_usulan(usulan) if usulan.pegawai_id else {}
    alasan, permintaan = usulan.alasan, usulan.permintaan_id
    _ambil(usulan, isi)
    for bidang in ("jenis", "alasan", "tmt", "selesai", "dasar", "rute", "asal_luar",
                   "tujuan_luar"):  # fmt: skip
        if bidang in isi:
            setattr(usulan, bidang, isi[bidang])  # type: ignore[literal-required]
    if usulan.dari is None or usulan.sumber != Sumber.SOTK:
        usulan.dari = usulan.pegawai.formasi
    usulan.jenjang = _jenjang(usulan, isi.get("jenjang", ""))
    salah = list(kesalahan(usulan))
    if salah:
        raise Refusal(" ".join(salah), kode="isi")
    baru = jalan.isi_usulan(usulan)
    berubah = [k for k, v in baru.items() if lama.get(k) != v]
    if usulan.alasan != alasan:
        berubah.append("alasan")
    if usulan.permintaan_id != permintaan:
        berubah.append("permintaan")
    return berubah


def _ambil(usulan: UsulanMutasi, isi: Isi) -> None:
    """The rows behind the keys; one that does not exist is a wrong choice, not an error."""
    if "pegawai" in isi:
        orang = Pegawai.objects.select_related("formasi__jabatan__padanan", "unit", "jabatan")
        satu = orang.filter(pk=isi["pegawai"]).defer("siasn", "nik_sandi").first()
        if satu is None:
            raise Refusal("Pilih pegawai dari daftar.", kode="isi")
        usulan.pegawai = satu
    if "ke" in isi:
        formasi = Formasi.objects.select_related("jabatan__padanan", "unit__opd")
        usulan.ke = formasi.filter(pk=isi["ke"] or 0).first()
        if usulan.ke is None and isi["ke"]:
            raise Refusal("Pilih jabatan tujuan dari daftar.", kode="isi")
    if "permintaan" in isi:
        usulan.permintaan = PermintaanPegawai.objects.filter(pk=isi["permintaan"] or 0).first()


def _jenjang(usulan: UsulanMutasi, tertulis: str) -> str:
    """Of the target post; of what is written where it lies in another instansi."""
    tujuan = usulan.ke or (None if tertulis else usulan.dari)
    if tujuan is None:
        return tertulis or usulan.jenjang
    nama = tujuan.jabatan.padanan or tujuan.jabatan
    jenjang = jenjang_dari(nama.jenis, nama.eselon_id)
    if jenjang is None and not tertulis:
        raise Refusal(
            f"Jenis atau eselon jabatan {nama.nama} belum tercatat. Lengkapi dahulu di data "
            "jabatan.", kode="isi",
        )  # fmt: skip
    return jenjang.value if jenjang else tertulis


def kesalahan_baru(usulan: UsulanMutasi) -> list[str]:
    """What would speak against writing this case, asked of rows that were read already."""
    try:
        usulan.jenjang = _jenjang(usulan, "")
    except Refusal as penolakan:
        return [penolakan.kalimat]
    return list(kesalahan(usulan))


def kesalahan(usulan: UsulanMutasi) -> Iterator[str]:
    """What is missing or does not fit its kind, in sentences."""
    if usulan.jenis not in {j.value for j in J}:
        yield "Pilih jenis mutasinya."
        return
    jenis = J(usulan.jenis)
    if not usulan.alasan.strip():
        yield "Tulis kebutuhan atau alasannya."
    if jenis in ANTAR_INSTANSI:
        yield from _antar(usulan, jenis)
    elif usulan.ke is None:
        yield "Pilih jabatan tujuannya."
    if jenis in SAMPINGAN:
        if usulan.selesai is None:
            yield f"{usulan.get_jenis_display()} berbatas waktu: tulis sampai kapan."
        elif usulan.selesai <= usulan.tmt:
            yield "Penugasan berakhir sesudah TMT-nya."
    elif usulan.selesai is not None and jenis is not J.PERPANJANGAN_JPT:
        yield "Tanggal berakhir hanya untuk penugasan berbatas dan perpanjangan JPT."
    if jenis in DI_TEMPAT and usulan.ke is not None and usulan.ke_id != usulan.pegawai.formasi_id:
        yield (
            f"{usulan.get_jenis_display()} menyebut jabatan yang sedang diduduki; untuk jabatan "
            "lain pilih jenis lain."
        )
    if jenis is J.PERPANJANGAN_JPT and usulan.jenjang != "jpt":
        yield "Perpanjangan hanya untuk jabatan pimpinan tinggi."
    pppk = usulan.pegawai.status in (StatusPegawai.PPPK, StatusPegawai.PPPK_PW)
    if jenis is J.PPPK and not pppk:
        yield "Perpindahan unit PPPK hanya untuk PPPK."
    if jenis is J.DEMOSI and not usulan.dasar:
        yield "Sebutkan dasar demosinya."


def _antar(usulan: UsulanMutasi, jenis: JenisMutasi) -> Iterator[str]:
    if not usulan.rute:
        yield "Pilih rute antarinstansinya (B1, B2, atau B3)."
    if jenis is J.ANTAR_KELUAR:
        if not usulan.tujuan_luar.strip():
            yield "Tulis instansi tujuannya."
        if usulan.ke is not None:
            yield "Pegawai yang keluar tidak mempunyai jabatan tujuan di sini."
    else:
        if not usulan.asal_luar.strip():
            yield "Tulis instansi asalnya."
        if usulan.ke is None:
            yield "Pilih jabatan tujuannya."


def kesalahan_tmt(usulan: UsulanMutasi, k: KetentuanJalan, *, per: date) -> Iterator[str]:
    """What speaks against the planned day when a case is handed in.

    Assignments beside the post begin on any day; what only confirms a post follows the day of its
    structure, which may lie behind.
    """
    jenis = J(usulan.jenis)
    if jenis in DI_TEMPAT or usulan.sumber == Sumber.SOTK:
        return
    if usulan.tmt < per and not k.tmt_boleh_sebelum_sk:
        yield f"TMT {tanggal(usulan.tmt)} sudah lewat. Pilih hari ini atau sesudahnya."
    if jenis in SAMPINGAN:
        return
    if jenis is J.GURU:
        if usulan.tmt.day != 1 or usulan.tmt.month not in k.guru_tmt_bulan:
            mulai = awal_semester(usulan.tmt, k)
            yield f"Guru berpindah pada awal semester. Yang terdekat: {tanggal(mulai)}."
    elif tmt_usul(usulan.tmt, k) != usulan.tmt:
        yield f"TMT ditetapkan tanggal 1. Yang terdekat: {tanggal(tmt_usul(usulan.tmt, k))}."


def gerbang_wajib(usulan: UsulanMutasi, *, per: date) -> list[str]:
    """The gates of this kind and level in force on the day, in the order of the road.

    I-MUT also where the post that is left is of a listed level (H16), whatever the target.
    """
    aturan = (
        AturanAlur.objects.berlaku(per).filter(jenis=usulan.jenis, jenjang=usulan.jenjang).first()
    )
    if aturan is None:
        raise WrongMoment(
            f"Langkah wajib untuk {usulan.get_jenis_display()} ke "
            f"{usulan.get_jenjang_display()} belum ditetapkan. Tetapkan dahulu di Aturan alur.",
            kode="tanpa_aturan",
        )
    ada = {*aturan.gerbang, *_gerbang_imut(usulan, per=per)}
    return [satu.value for satu in Gerbang if satu.value in ada]


def _gerbang_imut(usulan: UsulanMutasi, *, per: date) -> list[str]:
    """Whether a JF leads a unit by a task beside his post is read only where it decides."""
    if J(usulan.jenis) in SAMPINGAN | ANTAR_INSTANSI:
        return []
    k = tetapan_jalan(per=per)
    asal, sasaran = _jabatan(usulan.dari), _jabatan(usulan.ke)
    memimpin: bool | None = False
    if asal.jenis == JenisJabatan.FUNGSIONAL and JF_MEMIMPIN in k.pertek_kelas:
        satu = Pegawai.objects.filter(pk=usulan.pegawai_id)
        orang = baca_orang(satu, per=per, aturan=ketentuan_hari(per=per)).orang
        memimpin = orang[0].calon.memimpin_satuan
    wajib = wajib_imut(k, asal, memimpin, sasaran, False)
    return [Gerbang.BKN.value] if wajib else []


def _jabatan(formasi: Formasi | None) -> Jabatan:
    if formasi is None:
        return Jabatan()
    nama = formasi.jabatan.padanan or formasi.jabatan
    return Jabatan(nama.jenis or None, nama.eselon_id or None)


def _belum_berjalan(usulan: UsulanMutasi, *, oleh: Pengguna, per: date) -> None:
    """Whoever writes is told of a running case he may see; of another he must not learn.

    That one person has one case is asked again when a case becomes known (``jalan.maju``).
    """
    if usulan.jenis in {j.value for j in SAMPINGAN}:
        return
    tampak = UsulanMutasi.objects.for_user(oleh, per=per)
    lain: Any = tampak.sebelum_sk().filter(pegawai=usulan.pegawai_id).exclude(pk=usulan.pk)
    if lain.exclude(jenis__in=[j.value for j in SAMPINGAN]).exists():
        raise WrongMoment(jalan.MASIH_BERJALAN, kode="masih_berjalan")

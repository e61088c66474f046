"""Files that begin from something that stands: a draft of moves, a structure put into force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from mutasi.kernel.dasar import sebagai_dasar
from mutasi.kernel.jenis import SAMPINGAN, STRUKTURAL, JenisMutasi, Sumber, jenjang_dari
from mutasi.models import (
    AlasanPeringatan,
    AlasanUsulan,
    AnggotaBerkas,
    BarisRancangan,
    BerkasMutasi,
    Rancangan,
    UsulanMutasi,
)
from mutasi.policies import berkas as policies
from mutasi.policies import rancangan as policies_rancangan
from mutasi.selectors.berkas_sotk import pemangku
from mutasi.services.berkas import MAKS_USULAN, tulis_berkas
from mutasi.services.rancangan_langkah import kunci as kunci_rancangan
from mutasi.services.usulan_isi import Isi, tulis
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from pegawai.models import Jabatan, JenisJabatan, StatusPegawai
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.perpindahan import JenisPerpindahan, jenis_perpindahan
from penilaian.models import KeadaanSotk, Nasib, PenempatanSotk, RencanaSotk
from penilaian.snapshots import Pasangan, perkara_pasangan
from toolkit.policy import OutOfReach, Refusal, WrongMoment

J = JenisMutasi


@transaction.atomic
def dari_rancangan(
    rancangan_id: UUID, *, oleh: Pengguna, per: date, nama: str | None = None
) -> BerkasMutasi:
    """A draft whose lines are complete becomes a file of draft cases.

    The people named, the reasons for warnings and the day come along; the kind of each move is
    guessed from its pair and can be changed until it is handed in.
    """
    policies.buat_berkas.check(oleh, per=per)
    rancangan = kunci_rancangan(rancangan_id)
    policies_rancangan.kelola_anggota.check(rancangan, oleh)
    baris = list(_baris(rancangan))
    jenis = _jenis_baris(baris, rancangan.tmt, per=per)
    _wajib_lengkap(baris, jenis, oleh=oleh, per=per)
    berkas = tulis_berkas(
        oleh=oleh, per=per, nama=nama or rancangan.nama, tmt=rancangan.tmt,
        sumber=Sumber.RANCANGAN, keterangan=rancangan.keterangan, rancangan=rancangan,
    )  # fmt: skip
    _sebut_semua(rancangan, berkas, oleh=oleh, per=per)
    for satu, macam in zip(baris, jenis, strict=True):
        if macam is None:
            continue
        usulan = tulis(
            berkas, oleh=oleh, per=per, sumber=Sumber.RANCANGAN, baris_rancangan=satu,
            **_isi(rancangan, satu, macam),
        )  # fmt: skip
        _salin_alasan(satu, usulan)
    return berkas


def _baris(rancangan: Rancangan) -> QuerySet[BarisRancangan]:
    return (
        rancangan.baris.filter(dihapus=False)
        .select_related("pegawai", "ke__jabatan__padanan", "permintaan")
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("urutan", "pk")
    )


def _isi(rancangan: Rancangan, satu: BarisRancangan, jenis: JenisMutasi) -> Isi:
    minta = satu.permintaan.alasan if satu.permintaan else ""
    return {
        "pegawai": satu.pegawai_id or 0,
        "ke": satu.ke_id,
        "jenis": jenis.value,
        "alasan": satu.catatan or minta or f"Menurut rancangan “{rancangan.nama}”.",
        "tmt": rancangan.tmt,
        "dasar": satu.dasar,
        "permintaan": satu.permintaan_id,
    }


def _jenis_baris(
    baris: Sequence[BarisRancangan], tmt: date, *, per: date
) -> list[JenisMutasi | None]:
    """The kind of each line; None where there is no pair to tell it from."""
    pasangan = [Pasangan(b.pegawai_id or 0, b.ke_id or 0, tmt) for b in baris]
    perkara = perkara_pasangan(pasangan, per=per)
    return [
        jenis_tebakan(b, kasus) if kasus is not None else None
        for b, kasus in zip(baris, perkara, strict=True)
    ]


def jenis_tebakan(baris: BarisRancangan, kasus: Perkara) -> JenisMutasi:
    """What kind of move the pair looks like; a level nobody recorded is taken for the same."""
    if kasus.calon.status in (StatusPegawai.PPPK, StatusPegawai.PPPK_PW):
        return J.PPPK
    pindah = jenis_perpindahan(kasus.calon, kasus.sasaran)
    if pindah.jenis is JenisPerpindahan.TETAP:
        return J.PENGUKUHAN
    if pindah.turun or sebagai_dasar(baris.dasar)[1] is not None:
        return J.DEMOSI
    if pindah.naik:
        return J.PROMOSI
    nama = baris.ke.jabatan if baris.ke else None
    return J.GURU if nama is not None and guru(nama) else J.ROTASI


def guru(jabatan: Jabatan) -> bool:
    """Whether it is the post of a teacher."""
    nama = jabatan.padanan or jabatan
    return nama.jenis == JenisJabatan.FUNGSIONAL and nama.nama.casefold().startswith("guru")


def _wajib_lengkap(
    baris: Sequence[BarisRancangan], jenis: Sequence[JenisMutasi | None], *, oleh: Pengguna,
    per: date,
) -> None:  # fmt: skip
    """Refuse with the numbers of the lines as people count them; of cases as far as one sees."""
    if not baris:
        raise Refusal("Rancangan ini belum mempunyai baris.", kode="kosong")
    if len(baris) > MAKS_USULAN:
        raise Refusal(f"Satu berkas memuat paling banyak {MAKS_USULAN} usulan.", kode="penuh")
    nomor = dict(enumerate(baris, 1))
    orang = [b.pegawai_id for b in baris if b.pegawai_id]
    jalan = set(
        UsulanMutasi.objects.for_user(oleh, per=per)
        .sebelum_sk()
        .filter(pegawai__in=orang)
        .exclude(jenis__in=[satu.value for satu in SAMPINGAN])
        .values_list("pegawai_id", flat=True)
    )
    keadaan = (
        ("belum lengkap (pegawai dan jabatan tujuan)",
         [n for n, b in nomor.items() if jenis[n - 1] is None]),
        ("menyebut orang yang sama lebih dari sekali",
         [n for n, b in nomor.items() if b.pegawai_id and orang.count(b.pegawai_id) > 1]),
        ("menyebut orang yang masih mempunyai usulan berjalan",
         [n for n, b in nomor.items() if b.pegawai_id in jalan]),
        ("menurunkan jabatan tanpa dasar demosi",
         [n for n, b in nomor.items()
          if jenis[n - 1] is J.DEMOSI and sebagai_dasar(b.dasar)[1] is None]),
    )  # fmt: skip
    kata = [f"Baris {_daftar(n)} {apa}." for apa, n in keadaan if n]
    if kata:
        raise Refusal(" ".join(kata), kode="baris")


def _daftar(nomor: Iterable[int]) -> str:
    return ", ".join(str(n) for n in nomor)


def _sebut_semua(rancangan: Rancangan, berkas: BerkasMutasi, *, oleh: Pengguna, per: date) -> None:
    """Who was named in the draft is named in the file, as far as his role lets him."""
    kini = timezone.now()
    anggota = rancangan.anggota.filter(dicabut_pada__isnull=True).exclude(pengguna=oleh)
    baru = []
    for satu in anggota.select_related("pengguna"):
        boleh = PenugasanPeran.objects.mengizinkan
        if not boleh(satu.pengguna, Izin.USULAN_LIHAT, per=per):
            continue
        ubah = satu.ubah and boleh(satu.pengguna, Izin.USULAN_PROSES, per=per)
        baru.append(
            AnggotaBerkas(
                berkas=berkas, pengguna=satu.pengguna, ubah=ubah, diundang_pada=kini,
                diundang_oleh=oleh,
            )
        )  # fmt: skip
    AnggotaBerkas.objects.bulk_create(baru)


def _salin_alasan(baris: BarisRancangan, usulan: UsulanMutasi) -> None:
    """The reasons written for the very pair, by whom and when they were written."""
    rows = AlasanPeringatan.objects.filter(
        baris=baris, pegawai=usulan.pegawai_id, ke=usulan.ke_id
    ).order_by("ditulis_pada", "pk")
    AlasanUsulan.objects.bulk_create(
        AlasanUsulan(
            usulan=usulan, kode=satu.kode, ke_id=satu.ke_id, alasan=satu.alasan,
            ditulis_pada=satu.ditulis_pada, ditulis_oleh_id=satu.ditulis_oleh_id,
        )
        for satu in rows
    )  # fmt: skip


@dataclass(frozen=True)
class MasukSotk:
    """What became of the holders a structure touched. ``tanpa_tempat``: nobody found them one;
    ``berusul``: they had a case already, from this structure or another one that runs."""

    berkas: list[BerkasMutasi]
    usulan: int
    tanpa_tempat: int
    berusul: int


@transaction.atomic
def berkas_dari_sotk(
    rencana_id: int, *, oleh: Pengguna, per: date, nama: str | None = None
) -> MasukSotk:
    """Everybody whose post a structure in force changed, as draft cases of confirmation.

    Heads are confirmed (pengukuhan), staff follow the change of names (nomenklatur), and whoever
    was moved to an equal post is levelled (penyetaraan). In files of at most 300; who has a case
    already is left to it, and counted.
    """
    policies.buat_berkas.check(oleh, per=per)
    rencana = RencanaSotk.objects.select_for_update().filter(pk=rencana_id).first()
    if rencana is None:
        raise OutOfReach
    if rencana.keadaan != KeadaanSotk.BERLAKU:
        raise WrongMoment(
            "Pengukuhan dibuat sesudah rencana SOTK berlaku; jabatan barunya baru ada sejak itu.",
            kode="belum_berlaku",
        )
    rows = list(_pemangku(rencana, oleh=oleh, per=per))
    tempat = [p for p in rows if p.bertempat]
    masuk = [p for p in tempat if not p.berusul]
    if not masuk:
        raise WrongMoment("Tidak ada pemangku yang perlu dikukuhkan dari rencana ini.",
                          kode="kosong")  # fmt: skip
    berkas = [
        _satu_berkas(rencana, masuk[n : n + MAKS_USULAN], nama or rencana.nama, oleh=oleh, per=per)
        for n in range(0, len(masuk), MAKS_USULAN)
    ]
    return MasukSotk(berkas, len(masuk), len(rows) - len(tempat), len(tempat) - len(masuk))


def _pemangku(rencana: RencanaSotk, *, oleh: Pengguna, per: date) -> Any:
    return (
        pemangku([rencana], oleh, per=per)
        .select_related("pegawai__formasi__jabatan__padanan", "dari")
        .defer("pegawai__siasn", "pegawai__nik_sandi")
        .order_by("pegawai__unit__kiri", "pegawai__nama", "pk")
    )


def _satu_berkas(
    rencana: RencanaSotk, rows: Sequence[PenempatanSotk], nama: str, *, oleh: Pengguna, per: date
) -> BerkasMutasi:
    berkas = tulis_berkas(
        oleh=oleh, per=per, nama=nama[:150], tmt=rencana.berlaku, sumber=Sumber.SOTK,
        keterangan=rencana.dasar,
    )  # fmt: skip
    for p in rows:
        orang = p.pegawai
        formasi = orang.formasi if orang else None
        if orang is None or formasi is None:
            continue
        tulis(
            berkas, oleh=oleh, per=per, sumber=Sumber.SOTK, dari=p.dari, pegawai=orang.pk,
            ke=formasi.pk, jenis=_jenis_sotk(p, formasi.jabatan).value, tmt=rencana.berlaku,
            alasan=f"Perubahan susunan organisasi: {rencana.dasar}.",
        )  # fmt: skip
    return berkas


def _jenis_sotk(p: PenempatanSotk, jabatan: Jabatan) -> JenisMutasi:
    if p.nasib == Nasib.PENYETARAAN:
        return J.PENYETARAAN
    nama = jabatan.padanan or jabatan
    return J.PENGUKUHAN if jenjang_dari(nama.jenis, nama.eselon_id) in STRUKTURAL else J.NOMENKLATUR

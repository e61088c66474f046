"""What lies with cases when the rules of the road are asked: letters, pertek, minutes, decisions.

Each table is an arm of one question (``toolkit.sekaligus``) for any number of cases; beside it
stands what is kept of its rows for the present content of each case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef

from mutasi.alur import Aksi
from mutasi.kernel.aturan.kasus import HasilPertek, Keputusan, Pertek, SidangTpk, Surat
from mutasi.kernel.kuorum import Kuorum
from mutasi.models import (
    AgendaSidang,
    AlasanUsulan,
    AnggotaTimPenilai,
    BarisKeputusan,
    DokumenMasuk,
    JenisDokumenMasuk,
    JenisKeputusan,
    KedudukanTim,
    KehadiranSidang,
    Pelantikan,
    Persetujuan,
    PertekBkn,
    PesertaPelantikan,
    PutusanSidang,
    StatusKeputusan,
    StatusSidang,
    UsulanMutasi,
)
from mutasi.models import HasilPertek as HasilTercatat
from mutasi.models import Keputusan as SuratKeputusan
from mutasi.snapshots.kasus_orang import SIASN
from organisasi.selectors import Cacah
from pegawai.models import Pegawai
from penilaian.kernel.perkara import Gerbang
from toolkit.sekaligus import Arm

J = JenisDokumenMasuk
_HASIL = {
    HasilTercatat.TERBIT: HasilPertek.DISETUJUI,
    HasilTercatat.OTOMATIS: HasilPertek.OTOMATIS,
    HasilTercatat.DIKEMBALIKAN: HasilPertek.DIKEMBALIKAN,
    HasilTercatat.DITOLAK: HasilPertek.DITOLAK,
}
# Recommended, but only in place of somebody else.
PENGGANTI = "alternatif"
_AWAL = datetime.min.replace(tzinfo=UTC)
_SURAT = (
    "usulan_id", "jenis", "nomor", "tanggal", "penerbit", "jabatan_disebut", "berlaku_sampai",
    "berkas", "catatan",
)  # fmt: skip
_PERTEK = (
    "usulan_id", "versi", "nomor_imut", "diusulkan", "otomatis_pada", "hasil", "nomor", "tanggal",
    "berlaku_sampai", "berkas",
)  # fmt: skip
_SIDANG = (
    "usulan_id", "versi", "putusan", "keterangan", "dicatat_pada", "anggota", "datang",
    "sidang__nomor", "sidang__tanggal", "sidang__status", "sidang__kuorum",
)  # fmt: skip
_PUTUSAN = (
    "usulan_id", "aksi", "alasan", "diputus_pada", "diputus_oleh__nama", "diputus_oleh__teknis",
)  # fmt: skip
_KEPUTUSAN = (
    "usulan_id", "keputusan__tanggal", "keputusan__tmt", "keputusan__disusun_pada",
    "keputusan__penandatangan_id",
    *(
        f"keputusan__penandatangan__{nama}"
        for nama in (
            "sebutan", "kedudukan", "dasar", "antar_instansi", "jenjang", "mulai", "selesai",
            "izin_mendagri", "pertek_bkn",
        )
    ),
)  # fmt: skip
_PELANTIKAN = ("usulan_id", "pelantikan__tanggal", "pelantikan__undangan")
_ALASAN = (
    "usulan_id", "usulan__berkas_id", "ke_id", "kode", "alasan", "ditulis_pada",
    "ditulis_oleh__nama",
)  # fmt: skip


def kunci_jabatan(teks: str) -> str:
    """Two spellings of one post are one post."""
    return " ".join(teks.split()).casefold()


def arm_surat(usulan: Collection[UUID]) -> Arm:
    """The papers of each case that were neither replaced nor refuse."""
    rows = DokumenMasuk.objects.filter(usulan__in=usulan, diganti_pada__isnull=True, ditolak=False)
    return Arm(rows, _SURAT)


def surat_dari(rows: Iterable[DokumenMasuk]) -> dict[UUID, list[DokumenMasuk]]:
    """By case, the newest first."""
    hasil: dict[UUID, list[DokumenMasuk]] = defaultdict(list)
    for satu in sorted(rows, key=lambda d: (d.tanggal, d.pk), reverse=True):
        hasil[satu.usulan_id].append(satu)
    return hasil


def pertama(surat: Iterable[DokumenMasuk], jenis: str, pada: date) -> DokumenMasuk | None:
    """The newest of that kind still in force on the day."""
    return next((satu for satu in surat if satu.jenis == jenis and _berlaku(satu, pada)), None)


def _berlaku(satu: DokumenMasuk, pada: date) -> bool:
    return satu.berlaku_sampai is None or pada <= satu.berlaku_sampai


def sebagai_surat(satu: DokumenMasuk | None) -> Surat | None:
    """A paper lies with one case: that it names the person was said when it was recorded."""
    if satu is None:
        return None
    return Surat(
        satu.nomor, satu.tanggal, berkas=bool(satu.berkas), memuat_nama=True,
        tujuan=kunci_jabatan(satu.jabatan_disebut),
    )  # fmt: skip


def surat_gerbang(
    surat: Sequence[DokumenMasuk], gerbang: Iterable[Gerbang], pada: date
) -> dict[Gerbang, Surat]:
    """The paper of each gate: of its issuer, and of its document where the paper says which."""
    hasil = {}
    for g in gerbang:
        cocok = (
            satu for satu in surat
            if satu.jenis == J.GERBANG and _berlaku(satu, pada)
            and satu.penerbit.strip().casefold() == g.instansi.strip().casefold()
            and satu.catatan in ("", g.dokumen)
        )  # fmt: skip
        if (ada := sebagai_surat(next(cocok, None))) is not None:
            hasil[g] = ada
    return hasil


def arm_pertek(usulan: Collection[UUID]) -> Arm:
    """Everything that was sent to BKN, with the answers."""
    return Arm(PertekBkn.objects.filter(usulan__in=usulan), _PERTEK)


def pertek_dari(
    rows: Iterable[PertekBkn], usulan: Sequence[UsulanMutasi], tujuan: Mapping[UUID, str]
) -> dict[UUID, Pertek]:
    """BKN's last answer to the present content; to older content it answers another post."""
    versi = {u.pk: u.versi for u in usulan}
    semua: dict[UUID, list[PertekBkn]] = defaultdict(list)
    for satu in sorted(rows, key=lambda p: (p.diusulkan, p.pk)):
        semua[satu.usulan_id].append(satu)
    hasil = {}
    for pk, milik in semua.items():
        akhir = milik[-1]
        sama = akhir.versi == versi[pk]
        surat = Surat(
            akhir.nomor or akhir.nomor_imut, akhir.tanggal, berkas=bool(akhir.berkas),
            memuat_nama=True, tujuan=tujuan[pk] if sama else f"isi versi {akhir.versi}",
        )  # fmt: skip
        hasil[pk] = Pertek(
            surat, _HASIL.get(HasilTercatat(akhir.hasil)) if akhir.hasil else None,
            otomatis_pada=akhir.otomatis_pada, berlaku_sampai=akhir.berlaku_sampai,
            pernah_dikembalikan=any(
                r.hasil == HasilTercatat.DIKEMBALIKAN and r.versi == versi[pk] for r in milik
            ),
        )  # fmt: skip
    return hasil


def arm_sidang(usulan: Collection[UUID]) -> Arm:
    """What sessions said of each case, with members that have a vote and how many of them came."""
    anggota = AnggotaTimPenilai.objects.filter(tim=OuterRef("sidang__tim"))
    hadir = KehadiranSidang.objects.filter(sidang=OuterRef("sidang"), hadir=True)
    rows = AgendaSidang.objects.filter(usulan__in=usulan).exclude(putusan="")
    rows = rows.annotate(
        anggota=Cacah(anggota.exclude(kedudukan=KedudukanTim.SEKRETARIS).order_by().values("pk")),
        datang=Cacah(
            hadir.exclude(anggota__kedudukan=KedudukanTim.SEKRETARIS).order_by().values("pk")
        ),
    )
    return Arm(rows, _SIDANG)


def sidang_dari(
    rows: Iterable[Any], usulan: Sequence[UsulanMutasi], tujuan: Mapping[UUID, str]
) -> dict[UUID, SidangTpk]:
    """The last session that spoke of each case, with its quorum."""
    versi = {u.pk: u.versi for u in usulan}
    urut = sorted(rows, key=lambda a: (a.sidang.tanggal, a.dicatat_pada or _AWAL, a.pk))
    akhir = {a.usulan_id: a for a in urut}
    hasil = {}
    for pk, a in akhir.items():
        s, anggota, datang = a.sidang, a.anggota, a.datang
        perlu = s.kuorum if s.kuorum is not None else anggota
        kunci = tujuan[pk] if a.versi == versi[pk] else f"isi versi {a.versi}"
        hasil[pk] = SidangTpk(
            s.nomor, s.tanggal, s.status == StatusSidang.DITUTUP,
            Kuorum(anggota, datang, perlu), {kunci: urutan(a.putusan, a.keterangan)},
        )  # fmt: skip
    return hasil


def urutan(putusan: str, keterangan: Collection[str]) -> int:
    """1 recommended first, 2 in place of another, 0 not recommended."""
    if putusan != PutusanSidang.REKOMENDASI:
        return 0
    return 2 if PENGGANTI in keterangan else 1


def arm_putusan(usulan: Collection[UUID]) -> Arm:
    """Decisions of PyB and PPK that still count for the present content."""
    aksi = (Aksi.SETUJUI_PYB, Aksi.TOLAK_PYB, Aksi.SETUJUI_PPK, Aksi.TOLAK_PPK)
    rows = Persetujuan.objects.sah().filter(usulan__in=usulan, aksi__in=aksi)
    return Arm(rows.filter(versi=F("usulan__versi")), _PUTUSAN)


def putusan_dari(rows: Iterable[Persetujuan]) -> dict[tuple[UUID, str], Persetujuan]:
    """By case and act."""
    return {(p.usulan_id, p.aksi): p for p in sorted(rows, key=lambda p: (p.diputus_pada, p.pk))}


def arm_keputusan(usulan: Collection[UUID]) -> Arm:
    """The decrees that name each case, drafted or set."""
    rows = BarisKeputusan.objects.filter(
        usulan__in=usulan,
        keputusan__jenis=JenisKeputusan.MUTASI,
        keputusan__status__in=(StatusKeputusan.DRAF, StatusKeputusan.DITETAPKAN),
    )
    return Arm(rows, _KEPUTUSAN)


def keputusan_dari(rows: Iterable[BarisKeputusan]) -> dict[UUID, SuratKeputusan]:
    """The last of them, by case."""
    urut = sorted(rows, key=lambda b: b.keputusan.disusun_pada)
    return {b.usulan_id: b.keputusan for b in urut}


def arm_pelantikan(usulan: Collection[UUID]) -> Arm:
    """The inaugurations to which each is invited, but for those called off."""
    rows = PesertaPelantikan.objects.filter(
        usulan__in=usulan, pelantikan__dibatalkan_pada__isnull=True
    )
    return Arm(rows, _PELANTIKAN)


def pelantikan_dari(rows: Iterable[PesertaPelantikan]) -> dict[UUID, Pelantikan]:
    """The last of them, by case."""
    urut = sorted(rows, key=lambda p: (p.pelantikan.tanggal, p.pk))
    return {p.usulan_id: p.pelantikan for p in urut}


def arm_alasan(berkas: Collection[UUID]) -> Arm:
    """Reasons written for the warnings of whole files: one may answer for all its lines."""
    return Arm(AlasanUsulan.objects.filter(usulan__berkas__in=berkas), _ALASAN)


def arm_siasn(pegawai: Collection[int]) -> Arm:
    """The people as kept, and as SIASN printed them."""
    return Arm(Pegawai.objects.filter(pk__in=pegawai), SIASN)


def sebagai_keputusan(p: Persetujuan | None) -> Keputusan | None:
    """A decision as the rules read it.

    That the person may read the reason and object belongs to SERASI as it is: his page shows the
    decision once there is a decree, and takes objections (``KeberatanMutasi``).
    """
    if p is None:
        return None
    return Keputusan(
        p.diputus_oleh.nama, manusia=not p.diputus_oleh.teknis,
        setuju=p.aksi in (Aksi.SETUJUI_PYB, Aksi.SETUJUI_PPK), alasan=p.alasan,
        alasan_terlihat=True, dapat_keberatan=True,
    )  # fmt: skip

"""What lies with cases when the rules of the road are asked: letters, pertek, minutes, decisions.

Each reader takes any number of cases in one query or two, and keeps what counts for the present
content of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q

from mutasi.alur import Aksi
from mutasi.kernel.aturan.kasus import HasilPertek, Keputusan, Pertek, SidangTpk, Surat
from mutasi.kernel.kuorum import Kuorum
from mutasi.models import (
    AgendaSidang,
    AnggotaTimPenilai,
    DokumenMasuk,
    JenisDokumenMasuk,
    KedudukanTim,
    KehadiranSidang,
    Persetujuan,
    PertekBkn,
    PutusanSidang,
    StatusSidang,
    UsulanMutasi,
)
from mutasi.models import HasilPertek as HasilTercatat
from penilaian.kernel.perkara import Gerbang

J = JenisDokumenMasuk
_HASIL = {
    HasilTercatat.TERBIT: HasilPertek.DISETUJUI,
    HasilTercatat.OTOMATIS: HasilPertek.OTOMATIS,
    HasilTercatat.DIKEMBALIKAN: HasilPertek.DIKEMBALIKAN,
    HasilTercatat.DITOLAK: HasilPertek.DITOLAK,
}
# Recommended, but only in place of somebody else.
PENGGANTI = "alternatif"


def kunci_jabatan(teks: str) -> str:
    """Two spellings of one post are one post."""
    return " ".join(teks.split()).casefold()


def baca_surat(usulan: Collection[UUID]) -> dict[UUID, list[DokumenMasuk]]:
    """The papers of each case that were neither replaced nor refuse, the newest first."""
    hasil: dict[UUID, list[DokumenMasuk]] = defaultdict(list)
    rows = DokumenMasuk.objects.filter(
        usulan__in=usulan, diganti_pada__isnull=True, ditolak=False
    ).order_by("-tanggal", "-pk")
    for satu in rows:
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


def baca_pertek(usulan: Sequence[UsulanMutasi], tujuan: Mapping[UUID, str]) -> dict[UUID, Pertek]:
    """BKN's last answer to the present content; to older content it answers another post."""
    versi = {u.pk: u.versi for u in usulan}
    semua: dict[UUID, list[PertekBkn]] = defaultdict(list)
    for satu in PertekBkn.objects.filter(usulan__in=versi).order_by("diusulkan", "pk"):
        semua[satu.usulan_id].append(satu)
    hasil = {}
    for pk, rows in semua.items():
        akhir = rows[-1]
        sama = akhir.versi == versi[pk]
        surat = Surat(
            akhir.nomor or akhir.nomor_imut, akhir.tanggal, berkas=bool(akhir.berkas),
            memuat_nama=True, tujuan=tujuan[pk] if sama else f"isi versi {akhir.versi}",
        )  # fmt: skip
        hasil[pk] = Pertek(
            surat, _HASIL.get(HasilTercatat(akhir.hasil)) if akhir.hasil else None,
            otomatis_pada=akhir.otomatis_pada, berlaku_sampai=akhir.berlaku_sampai,
            pernah_dikembalikan=any(
                r.hasil == HasilTercatat.DIKEMBALIKAN and r.versi == versi[pk] for r in rows
            ),
        )  # fmt: skip
    return hasil


def baca_sidang(
    usulan: Sequence[UsulanMutasi], tujuan: Mapping[UUID, str]
) -> dict[UUID, SidangTpk]:
    """The last session that spoke of each case, with its quorum; three queries."""
    versi = {u.pk: u.versi for u in usulan}
    rows = AgendaSidang.objects.filter(usulan__in=versi).exclude(putusan="")
    rows = rows.select_related("sidang").order_by("sidang__tanggal", "dicatat_pada", "pk")
    akhir = {a.usulan_id: a for a in rows}
    hadir = _hadir({a.sidang_id: a.sidang.tim_id for a in akhir.values()})
    hasil = {}
    for pk, a in akhir.items():
        s, (anggota, datang) = a.sidang, hadir[a.sidang_id]
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


def _hadir(sidang: Mapping[UUID, int]) -> dict[UUID, tuple[int, int]]:
    """Members with a vote and how many of them came, by session."""
    suara = ~Q(kedudukan=KedudukanTim.SEKRETARIS)
    tim = AnggotaTimPenilai.objects.filter(suara, tim__in=set(sidang.values())).order_by()
    anggota = dict(tim.values_list("tim").annotate(n=Count("pk")))
    rows = KehadiranSidang.objects.filter(sidang__in=sidang, hadir=True).order_by()
    rows = rows.exclude(anggota__kedudukan=KedudukanTim.SEKRETARIS)
    datang = dict(rows.values_list("sidang").annotate(n=Count("pk")))
    return {s: (anggota.get(t, 0), datang.get(s, 0)) for s, t in sidang.items()}


def baca_putusan(usulan: Collection[UUID]) -> dict[tuple[UUID, str], Persetujuan]:
    """Decisions of PyB and PPK that still count for the present content, by case and act."""
    aksi = (Aksi.SETUJUI_PYB, Aksi.TOLAK_PYB, Aksi.SETUJUI_PPK, Aksi.TOLAK_PPK)
    rows = Persetujuan.objects.sah().filter(usulan__in=usulan, aksi__in=aksi)
    rows = rows.filter(versi=F("usulan__versi")).select_related("diputus_oleh")
    return {(p.usulan_id, p.aksi): p for p in rows.order_by("diputus_pada", "pk")}


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

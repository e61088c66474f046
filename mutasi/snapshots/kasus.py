"""Cases of the database before the rules of the road (``kernel.aturan``), many at once.

The number of queries does not depend on the number of cases. What the register does not know stays
None; the rules say so to the reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mutasi.alur import Aksi, Gerbang
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import (
    DALAM,
    Arah,
    Delegasi,
    Kapasitas,
    Kasus,
    Penandatangan,
    Pertek,
    SidangTpk,
    SkLuar,
    Surat,
)
from mutasi.kernel.jenis import ANTAR_INSTANSI, SAMPINGAN, JenisMutasi, JenjangSasaran, Rute
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.models import (
    AlasanUsulan,
    DokumenMasuk,
    JenisDokumenMasuk,
    KedudukanTandaTangan,
    Pelantikan,
    Persetujuan,
    UsulanMutasi,
)
from mutasi.models import Keputusan as SuratKeputusan
from mutasi.models import Penandatangan as BarisPenandatangan
from mutasi.snapshots.fakta import fakta_kata
from mutasi.snapshots.kasus_bahan import (
    arm_alasan,
    arm_keputusan,
    arm_pelantikan,
    arm_pertek,
    arm_putusan,
    arm_siasn,
    arm_sidang,
    arm_surat,
    keputusan_dari,
    kunci_jabatan,
    pelantikan_dari,
    pertama,
    pertek_dari,
    putusan_dari,
    sebagai_keputusan,
    sebagai_surat,
    sidang_dari,
    surat_dari,
    surat_gerbang,
)
from mutasi.snapshots.kasus_orang import baca_kerabat, beda_siasn
from penilaian.kernel.perkara import Jabatan, Perkara
from toolkit.sekaligus import Arm, baca_sekaligus

J = JenisDokumenMasuk
_SETELAH_TPK = (Titik.PYB, Titik.PPK, Titik.SK, Titik.PELANTIKAN)
_JENJANG = {
    JenjangSasaran.JPT: Jabatan("1", "22"),
    JenjangSasaran.ADMINISTRATOR: Jabatan("1", "31"),
    JenjangSasaran.PENGAWAS: Jabatan("1", "41"),
    JenjangSasaran.JF: Jabatan("2"),
    JenjangSasaran.PELAKSANA: Jabatan("4"),
}
_KAPASITAS = {
    KedudukanTandaTangan.DEFINITIF: Kapasitas.DEFINITIF,
    KedudukanTandaTangan.DELEGASI: Kapasitas.DEFINITIF,
    KedudukanTandaTangan.PENJABAT: Kapasitas.PJ,
    KedudukanTandaTangan.PLT: Kapasitas.PLT,
    KedudukanTandaTangan.PLH: Kapasitas.PLH,
}


@dataclass(frozen=True)
class Rencana:
    """The decree or inauguration about to be fixed, where its rows do not say it yet.

    ``keputusan`` may carry values that are not saved; else the case's own draft is read.
    """

    keputusan: SuratKeputusan | None = None
    pelantikan: Pelantikan | None = None


TANPA_RENCANA = Rencana()


@dataclass(frozen=True)
class Bahan:
    """All that lies with the cases, by case; ``alasan``: the reasons written in their files."""

    surat: Mapping[UUID, list[DokumenMasuk]]
    pertek: Mapping[UUID, Pertek]
    sidang: Mapping[UUID, SidangTpk]
    putusan: Mapping[tuple[UUID, str], Persetujuan]
    keputusan: Mapping[UUID, SuratKeputusan]
    pelantikan: Mapping[UUID, Pelantikan]
    kerabat: Collection[UUID]
    siasn: Mapping[int, tuple[str, ...] | None]
    tujuan: Mapping[UUID, str]
    alasan: Sequence[AlasanUsulan]


def kasus_dari(
    usulan: Sequence[UsulanMutasi],
    menuju: Titik,
    bahan: Bahan,
    *,
    per: date,
    ketentuan: KetentuanJalan,
    perkara: Mapping[UUID, Perkara],
    libur: frozenset[date] = frozenset(),
) -> dict[UUID, Kasus]:
    """Each case before the act; ``perkara`` is the same case before the pair rules."""
    return {
        u.pk: _kasus(u, menuju, perkara.get(u.pk), bahan, ketentuan, libur, per) for u in usulan
    }


def baca_bahan(
    usulan: Sequence[UsulanMutasi], menuju: Titik, *, rencana: Rencana = TANPA_RENCANA
) -> Bahan:
    """Only what the rules of that act ask, in two queries."""
    rows = baca_sekaligus(arm_bahan(usulan, menuju, rencana=rencana))
    return bahan_dari(rows, usulan, menuju, rencana=rencana)


def arm_bahan(
    usulan: Sequence[UsulanMutasi], menuju: Titik, *, rencana: Rencana = TANPA_RENCANA
) -> dict[str, Arm | None]:
    """What of it lies in rows of its own, to be read with other things."""
    ids = [u.pk for u in usulan]
    putus, sk = menuju in _SETELAH_TPK, menuju in (Titik.SK, Titik.PELANTIKAN)
    bersurat = sk or menuju is Titik.BKN or any(u.jenis in ANTAR_INSTANSI for u in usulan)
    return {
        "surat": arm_surat(ids) if bersurat else None,
        "pertek": arm_pertek(ids) if sk or menuju is Titik.PPK else None,
        "sidang": arm_sidang(ids) if putus else None,
        "putusan": arm_putusan(ids) if putus else None,
        "keputusan": arm_keputusan(ids) if sk and rencana.keputusan is None else None,
        "pelantikan": arm_pelantikan(ids) if sk and rencana.pelantikan is None else None,
        "siasn": arm_siasn({u.pegawai_id for u in usulan}),
        "alasan": arm_alasan({u.berkas_id for u in usulan}),
    }


def bahan_dari(
    rows: Mapping[str, list[Any]], usulan: Sequence[UsulanMutasi], menuju: Titik, *,
    rencana: Rencana = TANPA_RENCANA,
) -> Bahan:  # fmt: skip
    """From those rows, and in one query who would come to his kin."""
    ids, sk = [u.pk for u in usulan], menuju in (Titik.SK, Titik.PELANTIKAN)
    surat = surat_dari(rows["surat"])
    tujuan = {u.pk: kunci_tujuan(u, surat.get(u.pk, ())) for u in usulan}
    keputusan, pelantikan = keputusan_dari(rows["keputusan"]), pelantikan_dari(rows["pelantikan"])
    if sk and rencana.keputusan is not None:
        keputusan = dict.fromkeys(ids, rencana.keputusan)
    if sk and rencana.pelantikan is not None:
        pelantikan = dict.fromkeys(ids, rencana.pelantikan)
    return Bahan(
        surat, pertek_dari(rows["pertek"], usulan, tujuan),
        sidang_dari(rows["sidang"], usulan, tujuan), putusan_dari(rows["putusan"]),
        keputusan, pelantikan, baca_kerabat(usulan), beda_siasn(rows["siasn"]), tujuan,
        sorted(rows["alasan"], key=lambda a: (a.ditulis_pada, a.pk)),
    )  # fmt: skip


def kunci_tujuan(u: UsulanMutasi, surat: Iterable[DokumenMasuk]) -> str:
    """What letters between instansi call the post; inside, the post itself.

    Where nobody named a post, no letter can name it.
    """
    if u.jenis == JenisMutasi.ANTAR_MASUK and u.ke is not None:
        return kunci_jabatan(u.ke.jabatan.nama)
    if u.jenis == JenisMutasi.ANTAR_KELUAR:
        usul = next((satu for satu in surat if satu.jenis == J.USUL_PPK), None)
        return kunci_jabatan(usul.jabatan_disebut if usul else "") or "jabatan yang belum disebut"
    return f"formasi:{u.ke_id or u.dari_id}"


def arah(u: UsulanMutasi) -> Arah:
    """Seen from this instansi."""
    if u.jenis == JenisMutasi.ANTAR_MASUK:
        return Arah.MASUK
    return Arah.KELUAR if u.jenis == JenisMutasi.ANTAR_KELUAR else Arah.DALAM


def _kasus(
    u: UsulanMutasi,
    menuju: Titik,
    perkara: Perkara | None,
    b: Bahan,
    k: KetentuanJalan,
    libur: frozenset[date],
    per: date,
) -> Kasus:
    sk, pelantikan = b.keputusan.get(u.pk), b.pelantikan.get(u.pk)
    pada = (sk.tanggal if sk else None) or per
    surat, tujuan = b.surat.get(u.pk, []), b.tujuan[u.pk]
    letak = _letak(u, perkara)
    sendiri = u.jenis in SAMPINGAN
    gerbang = () if sendiri else (*(letak["asal_gerbang"] or ()), *(letak["sasaran_gerbang"] or ()))
    sk_luar = pertama(surat, J.SK_ANTAR, pada)
    return Kasus(
        menuju=menuju, ketentuan=k, tujuan=tujuan, **letak,
        surat_gerbang=surat_gerbang(surat, gerbang, pada),
        arah=arah(u), rute=Rute(u.rute) if u.rute else None,
        perlu_tpk=Gerbang.TPK in u.gerbang, perlu_lantik=Gerbang.LANTIK in u.gerbang,
        libur=libur, tmt=sk.tmt if sk else u.tmt, tanggal_sk=sk.tanggal if sk else None,
        tanggal_undangan=pelantikan.undangan if pelantikan else None,
        tanggal_pelantikan=pelantikan.tanggal if pelantikan else None,
        sidang=b.sidang.get(u.pk),
        izin_mendagri=sebagai_surat(pertama(surat, J.IZIN_MENDAGRI, pada)),
        pertek=_pertek(b.pertek.get(u.pk), surat, pada),
        usul=sebagai_surat(pertama(surat, J.USUL_PPK, pada)),
        persetujuan=sebagai_surat(pertama(surat, J.SETUJU_PPK, pada)),
        koordinasi_mendagri=sebagai_surat(pertama(surat, J.D11, pada)),
        sk_luar=_sk_luar(sk_luar, tujuan), penandatangan=_penandatangan(sk, pada),
        putusan_pyb=_diputus(b, u.pk, Aksi.SETUJUI_PYB, Aksi.TOLAK_PYB),
        putusan_ppk=_diputus(b, u.pk, Aksi.SETUJUI_PPK, Aksi.TOLAK_PPK),
        # Nobody is asked to state that there is no tie: none declared is not known to be none.
        kerabat_selingkungan=True if u.pk in b.kerabat else None,
        keadaan_khusus=u.keadaan_khusus, beda_siasn=b.siasn.get(u.pegawai_id),
        berubah=tuple(fakta_kata(u)),
    )  # fmt: skip


def _letak(u: UsulanMutasi, perkara: Perkara | None) -> dict[str, Any]:
    """Both posts; one that lies in another instansi is known by its level only."""
    calon, sasaran = (perkara.calon, perkara.sasaran) if perkara else (None, None)
    keluar = u.jenis == JenisMutasi.ANTAR_KELUAR
    luar = _JENJANG.get(JenjangSasaran(u.jenjang), Jabatan())
    tercatat = sasaran is not None and not keluar
    return {
        "asal": calon.jabatan if calon else Jabatan(),
        "sasaran": sasaran.jabatan if tercatat and sasaran else luar,
        "asal_memimpin": calon.memimpin_satuan if calon else None,
        "sasaran_memimpin": sasaran.memimpin_satuan if tercatat and sasaran else False,
        "asal_gerbang": calon.gerbang if calon else None,
        "sasaran_gerbang": sasaran.gerbang if tercatat and sasaran else (),
    }


def _pertek(pertek: Pertek | None, surat: Sequence[DokumenMasuk], pada: date) -> Pertek | None:
    """BKN's answer; between instansi the letter says which official of BKN gave it."""
    luar = pertama(surat, J.PERTEK_ANTAR, pada)
    if pertek is None or luar is None:
        return pertek
    return Pertek(
        Surat(luar.nomor, luar.tanggal, berkas=bool(luar.berkas), memuat_nama=True,
              tujuan=pertek.surat.tujuan),
        pertek.hasil, luar.penerbit, pertek.otomatis_pada, pertek.berlaku_sampai,
        pertek.pernah_dikembalikan,
    )  # fmt: skip


def _sk_luar(satu: DokumenMasuk | None, tujuan: str) -> SkLuar | None:
    surat = sebagai_surat(satu)
    return SkLuar(satu.penerbit, surat) if satu and surat else None


def _diputus(b: Bahan, pk: UUID, setuju: Aksi, tolak: Aksi) -> Any:
    """The last of the two that still counts."""
    ada = [p for p in (b.putusan.get((pk, setuju)), b.putusan.get((pk, tolak))) if p is not None]
    return sebagai_keputusan(max(ada, key=lambda p: (p.diputus_pada, p.pk), default=None))


def _penandatangan(sk: SuratKeputusan | None, pada: date) -> Penandatangan | None:
    if sk is None or sk.penandatangan_id is None:
        return None
    return penandatangan(sk.penandatangan, pada)


def penandatangan(satu: BarisPenandatangan, pada: date) -> Penandatangan:
    """Who signs, as H13 reads him. Out of his time the PPK is no PPK any more; no levels named
    means all of them."""
    delegasi = None
    if satu.kedudukan == KedudukanTandaTangan.DELEGASI:
        luar = {r.value for r in Rute} if satu.antar_instansi else set()
        delegasi = Delegasi(
            satu.dasar, frozenset(satu.jenjang or (j.value for j in JenjangSasaran)),
            frozenset({DALAM, *luar}), satu.mulai, satu.selesai,
        )  # fmt: skip
    di_luar = pada < satu.mulai or (satu.selesai is not None and pada >= satu.selesai)
    return Penandatangan(
        satu.sebutan,
        ppk=delegasi is None and not di_luar,
        kapasitas=_KAPASITAS[KedudukanTandaTangan(satu.kedudukan)],
        delegasi=delegasi, izin_mendagri=satu.izin_mendagri, pertek_bkn=satu.pertek_bkn,
    )  # fmt: skip

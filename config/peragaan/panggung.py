"""Tools of the demonstrated road: who acts, whom the rules let move, whole steps of many cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import JenisMutasi, Sumber
from mutasi.models import (
    BerkasMutasi,
    Keputusan,
    Penandatangan,
    SidangTPK,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.policies import telaah as policies_telaah
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.services import berkas as acts_berkas
from mutasi.services import keputusan as acts_sk
from mutasi.services import keputusan_tetap, sidang_putusan, sidang_tutup
from mutasi.services import sidang as acts_sidang
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import telaah as acts_telaah
from mutasi.services import usulan as acts
from mutasi.services.berkas_massal import lakukan
from mutasi.services.jalan import HasilBaris
from mutasi.services.titipan import IsiTitipan, catat_titipan
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai
from penilaian.kernel.putusan import Hasil
from penilaian.kernel.syarat import periksa
from penilaian.snapshots import Pasangan, perkara_pasangan

S = StatusUsulan
CATATAN = "Dokumen lengkap dan sesuai arsip kepegawaian."
ALASAN_W = "Diperiksa dari dokumen asli di arsip kepegawaian."
KEBUTUHAN = "Kebutuhan pegawai di unit tujuan menurut analisis beban kerja."
SETUJU = "Sesuai kebutuhan unit tujuan dan pertimbangan TPK."
PERTIMBANGAN = "Berpengalaman dalam tugas yang sama dan paling dibutuhkan unit tujuan."
DINAS = "Dinas Kesehatan"  # whose head has an account

Pindah = tuple[int, int]  # keys of the person and of the post


@dataclass(frozen=True)
class Panggung:
    """Who acts, and on which day."""

    akun: dict[str, Pengguna]
    per: date

    def __getattr__(self, nama: str) -> Pengguna:
        return self.akun[nama.replace("_", "-")]

    def pada(self, per: date) -> Panggung:
        """The same people on another day."""
        return Panggung(self.akun, per)


# --- pairs that meet the rules -------------------------------------------------------------------
def serasi(orang: Iterable[int], kursi: Iterable[int], p: Panggung, *abaikan: str) -> set[Pindah]:
    """Pairs no rule is against, but those of ``abaikan``."""
    kursi = list(kursi)
    pasangan = [Pasangan(o, k, p.per) for o in orang for k in kursi]
    return {
        (pas.pegawai, pas.formasi)
        for pas, kasus in zip(pasangan, perkara_pasangan(pasangan, per=p.per), strict=True)
        if kasus is not None
        and all(h.putusan is not Hasil.TIDAK_LOLOS or h.kode in abaikan for h in periksa(kasus))
    }


def satu_satu(pindah: Iterable[Pindah], banyak: int) -> list[Pindah]:
    """The first ones, nobody and no post twice."""
    hasil: list[Pindah] = []
    for orang, kursi in sorted(pindah):
        if all(o != orang and k != kursi for o, k in hasil):
            hasil.append((orang, kursi))
    return hasil[:banyak]


def tukar(orang: Sequence[Pegawai], serasi: set[Pindah]) -> list[Pindah]:
    """Holders of structural posts who change places two by two."""
    hasil: list[Pindah] = []
    pakai: set[int] = set()
    for n, a in enumerate(orang):
        for b in orang[n + 1 :]:
            ka, kb = a.formasi_id, b.formasi_id
            if ka is None or kb is None or {a.pk, b.pk} & pakai:
                continue
            if (a.pk, kb) in serasi and (b.pk, ka) in serasi:
                hasil += [(a.pk, kb), (b.pk, ka)]
                pakai |= {a.pk, b.pk}
    return hasil


def pegawai(banyak: int = 45, **saring: object) -> list[Pegawai]:
    """PNS in a post, of whom nothing is proposed."""
    rows = Pegawai.objects.tercatat().filter(status="PNS", formasi__isnull=False, **saring)
    return list(rows.filter(usulan__isnull=True).order_by("pk")[:banyak])


def di(dinas: UnitKerja) -> dict[str, int]:
    """The filter of people under this office."""
    return {"unit__kiri__gte": dinas.kiri, "unit__kanan__lte": dinas.kanan}


def kursi(dinas: UnitKerja, jenis: str, **saring: object) -> list[int]:
    """Posts of the office; which of them have a seat free the rules say (H03)."""
    rows = Formasi.objects.filter(
        jabatan__jenis=jenis, jabatan__aktif=True, dihitung_ke__isnull=True, **di(dinas), **saring
    )
    return [f.pk for f in rows.order_by("pk")[:30]]


def pindah_di_dinas(p: Panggung, jenis: str, banyak: int) -> list[Pindah]:
    """Moves inside the one office, from and to posts of one kind; none where it does not stand."""
    dinas = UnitKerja.objects.filter(nama=DINAS).first()
    if dinas is None:
        return []
    orang = pegawai(jabatan__jenis=jenis, **di(dinas))
    return satu_satu(serasi([o.pk for o in orang], kursi(dinas, jenis), p), banyak)


# --- files and their first steps -----------------------------------------------------------------
def berkas(p: Panggung, nama: str, tmt: date) -> BerkasMutasi:
    """A file in which everybody of BKD is named."""
    satu = acts_berkas.buat_berkas(
        oleh=p.penyusun, per=p.per, nama=nama, tmt=tmt, sumber=Sumber.BKD, keterangan=KEBUTUHAN
    )
    for siapa in (p.analis, p.kabid, p.kepala_bkpsdm):
        acts_berkas.sebut_anggota(satu.pk, siapa, oleh=p.penyusun, per=p.per, ubah=True)
    return satu


def tulis(
    p: Panggung, berkas: BerkasMutasi, pindah: Iterable[Pindah], jenis: JenisMutasi
) -> list[UsulanMutasi]:
    """Drafts of these moves."""
    return [
        acts.tulis_usulan(
            berkas.pk, oleh=p.penyusun, per=p.per, pegawai=orang, ke=ke, jenis=jenis.value,
            alasan=KEBUTUHAN, tmt=berkas.tmt,
        )
        for orang, ke in pindah
    ]  # fmt: skip


def massal(
    aksi: Aksi, usulan: Iterable[UsulanMutasi], *, oleh: Pengguna, per: date, **isi: str
) -> None:
    """The act on all of them."""
    semua(lakukan(aksi, [u.pk for u in usulan], oleh=oleh, per=per, **isi))


def verifikasi(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    """Handed in, verified with every reason written."""
    massal(Aksi.AJUKAN, usulan, oleh=p.penyusun, per=p.per)
    rows = UsulanMutasi.objects.with_names().filter(pk__in=[u.pk for u in usulan])
    for satu, nilai in nilai_usulan(list(rows), Titik.SIDANG, per=p.per).items():
        for awas in nilai.belum_beralasan:
            acts.tulis_alasan_w(satu, oleh=p.analis, per=p.per, kode=awas.kode, alasan=ALASAN_W)
    massal(Aksi.VERIFIKASI, usulan, oleh=p.analis, per=p.per, catatan=CATATAN)


def sampai_periksa(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    """Verified, and looked at by the Kabid."""
    verifikasi(p, usulan)
    massal(Aksi.PERIKSA, usulan, oleh=p.kabid, per=p.per)


def telaah(p: Panggung, usulan: Iterable[UsulanMutasi]) -> None:
    """The head of each office agrees; without one below the whole agency PyB does."""
    for u in usulan:
        belum = u.telaah.filter(dijawab_pada__isnull=True).select_related("unit")
        for baris in belum.order_by("pk"):
            kepala = policies_telaah.kepala(baris.unit, per=p.per, kecuali=u.pegawai.pengguna_id)
            oleh = Pengguna.objects.get(pk=kepala[0]) if kepala else p.sekda
            acts_telaah.jawab_telaah(baris.pk, oleh=oleh, per=p.per, setuju=True)


def beritahukan(p: Panggung, usulan: Iterable[UsulanMutasi]) -> None:
    """Face to face."""
    massal(Aksi.BERITAHUKAN, usulan, oleh=p.analis, per=p.per, cara="Bertatap muka")


def serahkan(p: Panggung, usulan: Sequence[UsulanMutasi]) -> None:
    """Through the study to whoever comes next."""
    kaji = [u for u in map(ambil, usulan) if u.status != S.DIKAJI]
    massal(Aksi.KAJI, kaji, oleh=p.kabid, per=p.per)
    massal(Aksi.SERAHKAN, usulan, oleh=p.kepala_bkpsdm, per=p.per)


def titip(p: Panggung, u: UsulanMutasi, oleh: Pengguna, pihak: str, isi: str) -> None:
    """An outside request about this person."""
    titipan = IsiTitipan(pihak=pihak, cara="Telepon", isi=isi, tanggal=p.per)
    catat_titipan(u.pegawai, titipan, oleh=oleh, per=p.per, formasi=u.ke)


def semua(hasil: Iterable[HasilBaris]) -> None:
    """A refusal here is a defect of the demonstration: say it."""
    for satu in hasil:
        if not satu.berhasil:
            raise RuntimeError(satu.kalimat)


def ambil(u: UsulanMutasi) -> UsulanMutasi:
    """The case as it stands now."""
    return UsulanMutasi.objects.with_names().get(pk=u.pk)


# --- sessions and decrees ------------------------------------------------------------------------
def sidang(p: Panggung, tim: TimPenilai, usulan: Sequence[UsulanMutasi]) -> SidangTPK:
    """Called for the day, with these names."""
    satu = acts_sidang.jadwalkan(
        tim_id=tim.pk, tanggal=p.per, tempat="Ruang rapat Sekda", cara="tatap muka", oleh=p.kabid,
        per=p.per,
    )  # fmt: skip
    semua(acts_sidang.masukkan_agenda(
        satu.pk, [u.pk for u in usulan], oleh=p.kabid, per=p.per
    ))  # fmt: skip
    return satu


def buka(p: Panggung, satu: SidangTPK, banyak: int | None = None) -> None:
    """Everybody came; the first names are recommended."""
    hadir = {a.pk: "" for a in satu.tim.anggota.all()}
    acts_sidang.buka(satu.pk, hadir=hadir, tidak={}, oleh=p.kabid, per=p.per)
    isi = sidang_putusan.IsiPutusan("direkomendasikan", PERTIMBANGAN, sepakat=True)
    butir = list(satu.agenda.order_by("pk").values_list("pk", flat=True)[:banyak])
    semua(sidang_putusan.putuskan_banyak(satu.pk, butir, isi, oleh=p.kabid, per=p.per))


def sidangkan(p: Panggung, tim: TimPenilai, usulan: Sequence[UsulanMutasi], *, nomor: int) -> None:
    """A session from calling to closing, with its signed minutes."""
    satu = sidang(p, tim, usulan)
    buka(p, satu)
    satu = acts_ba.susun_berita_acara(satu.pk, oleh=p.kabid, per=p.per)
    for anggota in tim.anggota.select_related("pengguna"):
        acts_ba.tandatangani(satu.pk, sidik=satu.sidik, oleh=anggota.pengguna, per=p.per)
    tutup = f"BA/{nomor}/TPK/{p.per.year}"
    semua(sidang_tutup.tutup_sidang(satu.pk, nomor=tutup, oleh=p.sekda, per=p.per).hasil)


def draf_sk(
    p: Panggung, usulan: Sequence[UsulanMutasi], bupati: Penandatangan, tentang: str
) -> Keputusan:
    """A decree of these approved cases, as a draft."""
    return acts_sk.susun_keputusan(
        usulan[0].berkas_id, oleh=p.penyusun, per=p.per, usulan_ids=[u.pk for u in usulan],
        tmt=usulan[0].tmt, tentang=tentang, penandatangan_id=bupati.pk,
    )  # fmt: skip


def nomori(p: Panggung, pk: UUID, nomor: int) -> Keputusan:
    """Bagian Hukum gives it its number."""
    teks = f"800.1.3/{nomor}/{p.per.year}"
    return acts_sk.nomori(pk, oleh=p.hukum, per=p.per, nomor=teks, tanggal=p.per)


def tetapkan(p: Panggung, pk: UUID, *, nomor: int) -> Keputusan:
    """Numbered and set by the Bupati."""
    nomori(p, pk, nomor)
    return keputusan_tetap.tetapkan(pk, oleh=p.bupati, per=p.per)

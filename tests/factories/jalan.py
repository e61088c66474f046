"""Cases that walked to any state by the real acts, and the office that walked them.

``kantor()`` is everybody; ``kasus(kantor, status)`` is a case in that state. Each case has a person
with an account and a seat of its own. ``MAJU`` says what takes a case on from a state by the
straight road, ``CABANG`` how it comes to a state beside it: parts of the road add theirs here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from mutasi.alur import StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import Sumber
from mutasi.models import BerkasMutasi, UsulanMutasi
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.selectors.meja_izin import izin_diminta, kurang_izin
from mutasi.services import antar_instansi as acts_antar
from mutasi.services import berkas as acts_berkas
from mutasi.services import bkn as acts_bkn
from mutasi.services import izin_luar as acts_izin
from mutasi.services import kesediaan as acts_kesediaan
from mutasi.services import penyampaian as acts_penyampaian
from mutasi.services import ppk as acts_ppk
from mutasi.services import pyb as acts_putusan
from mutasi.services import telaah as acts_telaah
from mutasi.services import usulan as acts
from mutasi.services import usulan_batal as acts_batal
from mutasi.services.surat_luar import IsiSurat, catat_surat
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import (
    Formasi,
    JenisJabatan,
    Pegawai,
    Pendidikan,
    RiwayatKinerja,
    TingkatPendidikan,
)
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.organisasi import unit as unit_baru
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan
from tests.factories.sidang import sidangkan

S = StatusUsulan
PER = date(2026, 6, 1)
TMT = date(2026, 7, 1)
ALASAN = "Kebutuhan pegawai di unit tujuan menurut analisis beban kerja."
SETUJU = "Sesuai rekomendasi TPK dan kebutuhan unit tujuan."
CATATAN = "Berkas lengkap; pangkat dan jabatan sesuai SK terakhir di arsip."
PDF = b"%PDF-1.4 surat"
_nomor = count(1)


def surat(nama: str = "surat.pdf", isi: bytes = PDF) -> SimpleUploadedFile:
    """A scan as a browser sends it."""
    return SimpleUploadedFile(nama, isi)


@dataclass
class Kantor:
    """Everybody a case meets. ``asal`` and ``tujuan`` are the offices cases go between."""

    unit: dict[str, UnitKerja]
    asal: UnitKerja
    tujuan: UnitKerja
    penyusun: Pengguna  # writes and hands in
    analis: Pengguna  # verifies, tells
    kabid: Pengguna
    kepala: Pengguna  # of BKPSDM, member of the TPK
    kepala_asal: Pengguna
    kepala_tujuan: Pengguna
    sekda: Pengguna  # PyB and chair of the TPK
    anggota_tpk: list[Pengguna]
    bupati: Pengguna
    operator: Pengguna  # SIASN and I-MUT
    hukum: Pengguna
    inspektorat: Pengguna
    berkas: BerkasMutasi
    # What parts of the road keep here between their steps (a team, a signer).
    bawaan: dict[str, Any] = field(default_factory=dict)

    def berkas_baru(self, nama: str = "Rombongan", *, sumber: str = Sumber.BKD) -> BerkasMutasi:
        """A file in which everybody of BKD is named."""
        return _berkas(self, nama, sumber)


def kantor(unit: dict[str, UnitKerja] | None = None) -> Kantor:
    """Two OPD beside BKD, and everybody in his role; ``unit``: in an agency that stands."""
    unit = unit or kabupaten()
    tujuan = unit_baru("Dinas Sosial", induk=unit["akar"], jenis="dinas")
    for satu in unit.values():
        satu.refresh_from_db()
    asal = unit["disdik"]
    anggota = [pengguna(Peran.TPK_ANGGOTA, nama=f"Anggota TPK {n}") for n in range(1, 4)]
    hasil = Kantor(
        unit=unit,
        asal=asal,
        tujuan=tujuan,
        penyusun=pengguna(Peran.ANALIS_BKD, nama="Penyusun BKD"),
        analis=pengguna(Peran.ANALIS_BKD, nama="Analis BKD"),
        kabid=pengguna(Peran.KABID_MUTASI, Peran.TPK_SEKRETARIS, nama="Kabid Mutasi"),
        kepala=pengguna(Peran.KEPALA_BKPSDM, Peran.TPK_ANGGOTA, nama="Kepala BKPSDM"),
        kepala_asal=pengguna(Peran.KEPALA_UNIT, unit=asal, nama="Kepala unit asal"),
        kepala_tujuan=pengguna(Peran.KEPALA_UNIT, unit=tujuan, nama="Kepala unit tujuan"),
        sekda=pengguna(Peran.PYB, Peran.TPK_KETUA, nama="Sekretaris Daerah"),
        anggota_tpk=anggota,
        bupati=pengguna(Peran.PPK, nama="Bupati"),
        operator=pengguna(Peran.OPERATOR_SIASN, nama="Operator SIASN"),
        hukum=pengguna(Peran.BAGIAN_HUKUM, nama="Bagian Hukum"),
        inspektorat=pengguna(Peran.INSPEKTORAT, nama="Auditor"),
        berkas=None,  # type: ignore[arg-type]
    )
    hasil.berkas = _berkas(hasil, "Rombongan Juli")
    return hasil


def _berkas(k: Kantor, nama: str, sumber: str = Sumber.BKD) -> BerkasMutasi:
    berkas = acts_berkas.buat_berkas(oleh=k.penyusun, per=PER, nama=nama, tmt=TMT, sumber=sumber)
    for siapa in (k.analis, k.kabid, k.kepala):
        acts_berkas.sebut_anggota(berkas.pk, siapa, oleh=k.penyusun, per=PER, ubah=True)
    return berkas


def kursi(unit: UnitKerja, jenjang: str = "pelaksana", *, butuh: int = 1) -> Formasi:
    """A vacant post of this level with a need."""
    n = next(_nomor)
    ciri: dict[str, dict[str, Any]] = {
        "pelaksana": {"jenis": JenisJabatan.PELAKSANA, "bup": 58},
        "jf": {"jenis": JenisJabatan.FUNGSIONAL, "jenjang": "MU", "rumpun": "Analis Kebijakan"},
        "pengawas": {"jenis": JenisJabatan.STRUKTURAL, "eselon_id": "41", "bup": 58},
        "administrator": {
            "jenis": JenisJabatan.STRUKTURAL, "eselon_id": "31", "bup": 58,
        },
        "jpt": {"jenis": JenisJabatan.STRUKTURAL, "eselon_id": "22", "bup": 60},
    }  # fmt: skip
    nama = {"jf": "Analis Kebijakan Ahli Muda"}.get(jenjang, f"Jabatan {jenjang} {n}")
    post = formasi(unit, jabatan(nama, **ciri[jenjang]))
    kebutuhan(post, butuh)
    return post


def orang(post: Formasi | None, nama: str = "", **lain: Any) -> Pegawai:
    """Somebody with a diploma, two good years and an account, in this post."""
    nama = nama or f"PEGAWAI {next(_nomor)}"
    hasil = pegawai(nama, post=post, **lain)
    hasil.tingkat_pendidikan = TingkatPendidikan.objects.get(kode="40")
    hasil.pendidikan = Pendidikan.objects.get_or_create(
        siasn_id="uji-40", defaults={"nama": "S-1 ADMINISTRASI PUBLIK"}
    )[0]
    if hasil.status == "PNS":
        hasil.tmt_cpns, hasil.tmt_pns = date(2011, 3, 1), date(2012, 3, 1)
    else:
        hasil.akhir_kontrak = date(2029, 12, 31)
    hasil.pengguna = pengguna(Peran.PEGAWAI, nama=nama, unit=post.unit if post else None)
    hasil.save()
    for mundur in (1, 2):
        RiwayatKinerja.objects.create(pegawai=hasil, tahun=PER.year - mundur, predikat="BAIK")
    return hasil


def akun(usulan: UsulanMutasi) -> Pengguna:
    """The account of whom the case concerns."""
    pengguna_ = usulan.pegawai.pengguna
    assert pengguna_ is not None
    return pengguna_


def draf(
    k: Kantor, *, berkas: BerkasMutasi | None = None, jenis: str = "rotasi",
    jenjang: str = "pelaksana", **isi: Any,
) -> UsulanMutasi:  # fmt: skip
    """A case as BKD writes it: a new person from ``asal`` to a vacant post in ``tujuan``.

    ``pegawai`` and ``ke`` may be given as rows; a kind that stays in place keeps the own post.
    """
    siapa: Any = isi.pop("pegawai", None) or orang(
        kursi(k.asal, jenjang), status="PPPK" if jenis == "pppk" else "PNS"
    )
    ke = isi.pop("ke", None)
    if ke is None and jenis in ("pengukuhan", "nomenklatur", "perpanjangan_jpt"):
        ke = siapa.formasi
    elif ke is None and jenis != "antar_keluar":
        sama = jenis == "pppk"
        ke = formasi(k.tujuan, siapa.jabatan) if sama else kursi(k.tujuan, jenjang)
        if sama:
            kebutuhan(ke, 1)
    return acts.tulis_usulan(
        (berkas or k.berkas).pk, oleh=k.penyusun, per=PER, pegawai=siapa.pk,
        ke=ke.pk if ke else None, jenis=jenis, **{"alasan": ALASAN, **isi},
    )  # fmt: skip


def tulis_alasan(k: Kantor, usulan: UsulanMutasi) -> UsulanMutasi:
    """A written reason for every warning and for all that the data cannot judge."""
    nilai = nilai_usulan([ambil(usulan)], Titik.SIDANG, per=PER)[usulan.pk]
    for p in nilai.belum_beralasan:
        acts.tulis_alasan_w(
            usulan.pk, oleh=k.analis, per=PER, kode=p.kode,
            alasan="Diperiksa dari dokumen asli di arsip kepegawaian.",
        )  # fmt: skip
    return usulan


def _ajukan(k: Kantor, u: UsulanMutasi) -> None:
    acts.ajukan(u.pk, oleh=k.penyusun, per=PER)


def _verifikasi(k: Kantor, u: UsulanMutasi) -> None:
    acts.verifikasi(tulis_alasan(k, u).pk, oleh=k.analis, per=PER, catatan=CATATAN)


def _periksa(k: Kantor, u: UsulanMutasi) -> None:
    acts.periksa(u.pk, oleh=k.kabid, per=PER)


def _telaah(k: Kantor, u: UsulanMutasi) -> None:
    for baris in u.telaah.filter(versi=u.versi, dijawab_pada__isnull=True).order_by("pk"):
        siapa = k.kepala_asal if baris.unit_id == k.asal.pk else k.kepala_tujuan
        acts_telaah.jawab_telaah(baris.pk, oleh=siapa, per=PER, setuju=True)


def _beritahukan(k: Kantor, u: UsulanMutasi) -> None:
    acts_penyampaian.beritahukan(u.pk, oleh=k.analis, per=PER, cara="Bertatap muka")


def _kaji(k: Kantor, u: UsulanMutasi) -> None:
    if u.status == S.MENUNGGU_KESEDIAAN:
        acts_kesediaan.jawab_kesediaan(u.pk, oleh=akun(u), per=PER, jawaban="bersedia")
    acts.kaji(u.pk, oleh=k.kabid, per=PER)


def _serahkan(k: Kantor, u: UsulanMutasi) -> None:
    acts.serahkan(u.pk, oleh=k.kepala, per=PER)


def _sidangkan(k: Kantor, u: UsulanMutasi) -> None:
    sidangkan(k, [tulis_alasan(k, u)])


def _setujui_pyb(k: Kantor, u: UsulanMutasi) -> None:
    acts_putusan.setujui_pyb(u.pk, oleh=k.sekda, per=PER)


def _lengkapi_antar(k: Kantor, u: UsulanMutasi) -> None:
    """The letters of both PPK, and the coordination with Mendagri, name the post."""
    jabatan_ = u.ke.jabatan.nama if u.ke else "Analis Kebijakan Ahli Muda"
    for jenis in ("usul_ppk", "setuju_ppk", "D11"):
        isi = IsiSurat(
            jenis, "800/12", PER, "PPK", jabatan_disebut=jabatan_, berkas=PDF
        )  # fmt: skip
        catat_surat([u.pk], isi, oleh=k.operator, per=PER)
    acts_antar.lengkapi_antar(u.pk, oleh=k.operator, per=PER)


def _usulkan_bkn(k: Kantor, u: UsulanMutasi) -> None:
    (hasil,) = acts_bkn.usulkan_bkn(
        [u.pk], nomor_imut="IM-2026-77", diusulkan=PER, oleh=k.operator, per=PER
    )
    assert hasil.berhasil, hasil.kalimat


def _catat_pertek(k: Kantor, u: UsulanMutasi) -> None:
    isi = acts_bkn.IsiPertek("PERTEK/9", PER, PDF)
    (hasil,) = acts_bkn.catat_pertek([u.pk], isi, oleh=k.operator, per=PER)
    assert hasil.berhasil, hasil.kalimat


def _catat_izin(k: Kantor, u: UsulanMutasi) -> None:
    for satu in kurang_izin(izin_diminta([u], per=PER).get(u.pk, ())):
        isi = IsiSurat(satu.jenis, "100/7", PER, satu.penerbit, berkas=PDF)
        acts_izin.catat_izin([u.pk], satu.kunci, isi, oleh=k.operator, per=PER)
    if ambil(u).status == S.IZIN_LUAR:
        acts_izin.teruskan_izin([u.pk], oleh=k.operator, per=PER)


def _setujui_ppk(k: Kantor, u: UsulanMutasi) -> None:
    acts_ppk.setujui_ppk(u.pk, oleh=k.bupati, per=PER, alasan=SETUJU)


Langkah = Callable[[Kantor, UsulanMutasi], object]
# What takes a case on from a state.
MAJU: dict[StatusUsulan, Langkah] = {
    S.DRAF: _ajukan,
    S.DIAJUKAN: _verifikasi,
    S.DIVERIFIKASI: _periksa,
    S.DITELAAH_UNIT: _telaah,
    S.SIAP_DIBERITAHUKAN: _beritahukan,
    S.DIBERITAHUKAN: _kaji,
    S.MENUNGGU_KESEDIAAN: _kaji,
    S.DIKAJI: _serahkan,
    S.SIDANG_TPK: _sidangkan,
    S.DIREKOMENDASI: _setujui_pyb,
    S.PROSES_ANTAR_INSTANSI: _lengkapi_antar,
    S.DISETUJUI_PYB: _usulkan_bkn,
    S.DIUSULKAN_BKN: _catat_pertek,
    S.IZIN_LUAR: _catat_izin,
    S.MENUNGGU_PPK: _setujui_ppk,
}


def _kembalikan(k: Kantor, u: UsulanMutasi) -> None:
    acts_batal.kembalikan(u.pk, oleh=k.analis, per=PER, alasan="Alasannya belum jelas.")


def _tarik(k: Kantor, u: UsulanMutasi) -> None:
    acts_batal.tarik(u.pk, oleh=k.penyusun, per=PER, alasan="Tidak diperlukan lagi.")


def _kembali_bkn(k: Kantor, u: UsulanMutasi) -> None:
    isi: Any = {"tanggal": PER, "catatan": "SKP dua tahun belum dilampirkan."}
    acts_bkn.catat_pengembalian([u.pk], oleh=k.operator, per=PER, **isi)


def _tolak_bkn(k: Kantor, u: UsulanMutasi) -> None:
    isi: Any = {"tanggal": PER, "catatan": "Belum dua tahun pada jabatan."}
    acts_bkn.catat_penolakan([u.pk], oleh=k.operator, per=PER, **isi)


def _tolak_ppk(k: Kantor, u: UsulanMutasi) -> None:
    alasan = "Jabatan tujuan akan dihapus pada penataan organisasi tahun depan."
    acts_ppk.tolak_ppk(u.pk, oleh=k.bupati, per=PER, alasan=alasan)


# How a case comes to a state beside the straight road: from which state, by what.
CABANG: dict[StatusUsulan, tuple[StatusUsulan, Langkah]] = {
    S.DIKEMBALIKAN: (S.DIAJUKAN, _kembalikan),
    S.DIBATALKAN: (S.DIAJUKAN, _tarik),
    S.DIKEMBALIKAN_BKN: (S.DIUSULKAN_BKN, _kembali_bkn),
    S.DITOLAK_BKN: (S.DIUSULKAN_BKN, _tolak_bkn),
    S.DITOLAK: (S.MENUNGGU_PPK, _tolak_ppk),
}


def jalankan(k: Kantor, usulan: UsulanMutasi, status: str) -> UsulanMutasi:
    """Walk an existing case on to a state; fails when its road does not pass there."""
    akhir = StatusUsulan(status)
    if akhir in CABANG:
        sebelum, cabang = CABANG[akhir]
        usulan = jalankan(k, usulan, sebelum)
        cabang(k, usulan)
        return ambil(usulan)
    for _ in range(len(StatusUsulan)):
        if usulan.status == akhir:
            return usulan
        langkah = MAJU.get(StatusUsulan(usulan.status))
        assert langkah is not None, f"tidak ada langkah dari {usulan.status} menuju {akhir}"
        langkah(k, usulan)
        usulan = ambil(usulan)
    raise AssertionError(f"jalan usulan ini tidak melewati {akhir}")


def ambil(usulan: UsulanMutasi) -> UsulanMutasi:
    """The case as it stands now."""
    return UsulanMutasi.objects.with_names().get(pk=usulan.pk)


def kasus(
    k: Kantor, status: str = S.DRAF, *, jenis: str = "rotasi", jenjang: str = "pelaksana",
    berkas: BerkasMutasi | None = None, **isi: Any,
) -> UsulanMutasi:  # fmt: skip
    """A case in that state. ``isi``: ``pegawai`` and ``ke`` as rows, the rest as ``usulan_isi.Isi``
    names it."""
    usulan = draf(k, berkas=berkas, jenis=jenis, jenjang=jenjang, **isi)
    return jalankan(k, ambil(usulan), status)

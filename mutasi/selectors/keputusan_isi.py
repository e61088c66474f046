"""What a decree says: its cases as rows of the annex, its signer, its basis, as a frozen paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from mutasi.alur import Gerbang
from mutasi.kernel.jenis import DI_TEMPAT, NAMA_JENIS, SAMPINGAN, JenisMutasi
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.bahan import RANTAI_PARAF, Paraf, Penanda, Rujukan, Tempat
from mutasi.kernel.naskah.bunyi import (
    MENGINGAT,
    MENIMBANG,
    diktum_mutasi,
    diktum_pencabutan,
    diktum_pengganti,
    diktum_pengukuhan,
    diktum_penugasan,
    menimbang_pencabutan,
)
from mutasi.kernel.naskah.kata import panjang
from mutasi.kernel.naskah.keputusan import JUDUL_LAMPIRAN, BarisLampiran
from mutasi.kernel.naskah.keputusan import Keputusan as NaskahKeputusan
from mutasi.models import (
    DokumenMasuk,
    HasilPertek,
    JenisDokumenMasuk,
    JenisKeputusan,
    KedudukanTandaTangan,
    Keputusan,
    Penandatangan,
    PertekBkn,
    SidangTPK,
    StatusSidang,
    UsulanMutasi,
)
from mutasi.selectors.cetak import pendidikan_kata, tempat_kata
from mutasi.selectors.lambang import kop
from organisasi.izin import Peran
from organisasi.models import PenugasanPeran
from organisasi.selectors import instansi
from pegawai.models import Pegawai, StatusPegawai

TEMBUSAN = (
    "Menteri Dalam Negeri di Jakarta;",
    "Gubernur;",
    "Kepala Badan Kepegawaian Negara;",
    "Inspektur Daerah;",
    "Kepala Badan Pengelolaan Keuangan dan Aset Daerah;",
    "Kepala perangkat daerah terkait.",
)
# Where a revocation leads whom it does not return, and who held no post before.
LAIN = Tempat("Ditetapkan dengan Keputusan tersendiri", "")
TANPA = Tempat("Tanpa jabatan", "")
PPPK = "Pegawai Pemerintah dengan Perjanjian Kerja"
JUDUL_CABUT = "Daftar Pegawai Negeri Sipil yang Keputusannya Dicabut"
_KEPALA = {"provinsi": "Gubernur", "kota": "Wali Kota"}


@dataclass(frozen=True)
class Bunyi:
    """The texts of a decree that an office may write its own way; empty ones get the usual words.

    One paragraph per entry.
    """

    menimbang: tuple[str, ...] = ()
    mengingat: tuple[str, ...] = ()
    diktum: tuple[str, ...] = ()
    tembusan: tuple[str, ...] = ()
    tempat: str = ""


def kasus_lengkap(ids: Iterable[Any]) -> list[UsulanMutasi]:
    """The cases with everything a row of the annex says, in the order of their file."""
    rows = UsulanMutasi.objects.filter(pk__in=list(ids))
    return list(_lengkap(rows).order_by("urutan", "pk"))


def kasus_keputusan(k: Keputusan) -> list[Any]:
    """The same of those a decree names, in the order of its annex: ``baris_sk``, from 1."""
    rows = _lengkap(UsulanMutasi.objects.filter(keputusan__keputusan=k))
    return list(rows.annotate(baris_sk=F("keputusan__urutan")).order_by("baris_sk"))


def _lengkap(rows: Any) -> Any:
    return rows.with_names().select_related(
        "pegawai__tingkat_pendidikan", "pegawai__pendidikan", "pegawai__jabatan"
    )


def sebutan_ppk(*, per: date) -> str:
    """Whose decree it is, in the words of the one in office; else as the kind of region says."""
    ppk = (
        Penandatangan.objects.berlaku(per)
        .exclude(kedudukan=KedudukanTandaTangan.DELEGASI)
        .order_by("kedudukan", "-mulai")
        .values_list("sebutan", flat=True)
        .first()
    )
    if ppk:
        # Offices write it in capitals at times; a sentence does not.
        return ppk.title() if ppk.isupper() else ppk
    satu = instansi()
    jenis = satu.jenis if satu else ""
    return f"{_KEPALA.get(jenis, 'Bupati')} {daerah()}"


def daerah() -> str:
    """The name of the region without its kind: Contoh for Pemerintah Kabupaten Contoh."""
    nama = str(instansi() or "")
    for awal in ("Pemerintah ", "Daerah ", "Kabupaten ", "Kota ", "Provinsi "):
        nama = nama.removeprefix(awal)
    return nama


def penanda_dari(p: Penandatangan, *, per: date) -> Penanda:
    """The signer as the paper names him; an elected head has no NIP, a delegate signs for him."""
    delegasi = p.kedudukan == KedudukanTandaTangan.DELEGASI
    orang = Pegawai.objects.filter(pengguna=p.pengguna_id).select_related("golongan").first()
    if not delegasi and (orang is None or p.kedudukan == KedudukanTandaTangan.DEFINITIF):
        return Penanda(p.sebutan, p.pengguna.nama, kepala_daerah=True)
    atas_nama = sebutan_ppk(per=per).upper() if delegasi else ""
    return penanda_pegawai(p.sebutan, p.pengguna.nama, orang, atas_nama=atas_nama)


def penanda_pegawai(
    jabatan: str, nama: str, orang: Pegawai | None, *, atas_nama: str = ""
) -> Penanda:
    """An employee as a signer: name with titles, NIP and rank as the register has them."""
    if orang is None:
        return Penanda(jabatan, nama, atas_nama=atas_nama)
    pangkat = orang.golongan.pangkat if orang.golongan else ""
    return Penanda(jabatan, orang.nama_lengkap, orang.nip, pangkat or "", atas_nama)


def pejabat(peran: Peran, *, per: date) -> Penanda | None:
    """Who holds a role over the whole agency on the day, in his own right; None: nobody known."""
    tugas = (
        PenugasanPeran.objects.aktif(per).filter(peran=peran, pengguna__is_active=True)
        .select_related("pengguna").order_by("sifat", "-mulai", "-pk").first()
    )  # fmt: skip
    if tugas is None:
        return None
    orang = (
        Pegawai.objects.filter(pengguna=tugas.pengguna_id)
        .select_related("golongan", "jabatan").first()
    )  # fmt: skip
    jabatan = orang.jabatan.nama if orang and orang.jabatan else Peran(peran).label
    return penanda_pegawai(jabatan, tugas.pengguna.nama, orang)


def baris_lampiran(
    nomor: int, u: UsulanMutasi, *, tmt: date, kembali: bool | None = None
) -> BarisLampiran:
    """One row of the annex. ``kembali`` in a revocation: whether the old post is given back."""
    orang, lama, baru = u.pegawai, _lama(u), _baru(u)
    if kembali is not None:
        kini = LAIN if not kembali else TANPA if lama is None else lama
        lama, baru = baru, kini
    asal = u.dari.unit if u.dari else (u.ke.unit if u.ke else None)
    return BarisLampiran(
        nomor=nomor, nama=orang.nama_lengkap, nip=orang.nip,
        pangkat=(orang.golongan.pangkat or "") if orang.golongan else "",
        golongan=orang.golongan.nama if orang.golongan else "",
        tmt_pangkat=orang.tmt_golongan, pendidikan=pendidikan_kata(orang), lama=lama, baru=baru,
        jenis=NAMA_JENIS[u.jenis], tmt=tmt,
        keterangan=f"Sampai dengan {panjang(u.selesai)}" if u.selesai else "",
        opd=_opd(asal),
    )  # fmt: skip


def _opd(unit: Any) -> str:
    return (unit.opd.nama if unit.opd_id else unit.nama) if unit else ""


def _post(formasi: Any) -> Tempat:
    t = tempat_kata(formasi.jabatan, formasi.unit)
    unit = f"{t.unit}, {t.opd}" if t.opd else t.unit
    return Tempat(t.jabatan, unit, t.tingkat, str(t.kelas or ""))


def _lama(u: UsulanMutasi) -> Tempat | None:
    if u.dari:
        return _post(u.dari)
    return Tempat("", u.asal_luar) if u.asal_luar else None


def _baru(u: UsulanMutasi) -> Tempat:
    return _post(u.ke) if u.ke else Tempat("", u.tujuan_luar)


def memperhatikan(usulan: Sequence[UsulanMutasi]) -> tuple[str, ...]:
    """The papers the decree stands on: minutes of the TPK, pertek, permits; each once, by day."""
    ids = [u.pk for u in usulan]
    sidang = SidangTPK.objects.filter(agenda__usulan__in=ids, status=StatusSidang.DITUTUP)
    pertek = PertekBkn.objects.filter(usulan__in=ids, hasil=HasilPertek.TERBIT)
    jenis = (JenisDokumenMasuk.IZIN_MENDAGRI, JenisDokumenMasuk.GERBANG,
             JenisDokumenMasuk.SETUJU_PPK)  # fmt: skip
    izin = DokumenMasuk.objects.filter(
        usulan__in=ids, jenis__in=jenis, diganti_pada__isnull=True, ditolak=False
    )
    ada: dict[tuple[date, str], None] = {}
    for nomor, hari in sidang.order_by().values_list("nomor", "tanggal").distinct():
        ada[hari, f"Berita Acara Sidang Tim Penilai Kinerja Nomor {nomor}"] = None
    for nomor, satu in pertek.order_by().values_list("nomor", "tanggal").distinct():
        if satu is not None:
            ada[satu, f"Pertimbangan Teknis Badan Kepegawaian Negara Nomor {nomor}"] = None
    for macam, nomor, hari, dari in (
        izin.order_by().values_list("jenis", "nomor", "tanggal", "penerbit").distinct()
    ):
        ada[hari, f"{JenisDokumenMasuk(macam).label} dari {dari} Nomor {nomor}"] = None
    return tuple(f"{kata} tanggal {panjang(hari)};" for hari, kata in sorted(ada))


def sebutan_pegawai(usulan: Sequence[UsulanMutasi], teks: str) -> str:
    """The usual words speak of PNS; of PPPK, or of both, they say what these are."""
    status = {u.pegawai.status == StatusPegawai.PNS for u in usulan}
    if not status or status == {True}:
        return teks
    baru = "Aparatur Sipil Negara" if True in status else PPPK
    return teks.replace("Pegawai Negeri Sipil", baru)


def diktum_bawaan(usulan: Sequence[UsulanMutasi], tmt: date) -> tuple[str, ...]:
    """The usual words for what these cases are."""
    jenis = {JenisMutasi(u.jenis) for u in usulan}
    dilantik = any(Gerbang.LANTIK in u.gerbang for u in usulan)
    isi = diktum_mutasi(tmt, dilantik=dilantik)
    if jenis and jenis <= SAMPINGAN:
        isi = diktum_penugasan(tmt)
    elif jenis and jenis <= {*DI_TEMPAT, JenisMutasi.PENYETARAAN}:
        isi = diktum_pengukuhan(tmt, dilantik=dilantik)
    return tuple(sebutan_pegawai(usulan, satu) for satu in isi)


def bunyi_bawaan(usulan: Sequence[UsulanMutasi]) -> Bunyi:
    """The usual words, to be changed in the form; grounds, copies and place as in the office's last
    decree, where its own regulations stand already."""
    lama = (
        Keputusan.objects.filter(jenis=JenisKeputusan.MUTASI).exclude(isi="")
        .order_by("-disusun_pada").values_list("isi", flat=True).first()
    )  # fmt: skip
    naskah = beku.baca(lama) if lama else None
    menimbang = tuple(sebutan_pegawai(usulan, satu) for satu in MENIMBANG)
    if not isinstance(naskah, NaskahKeputusan):
        return Bunyi(menimbang, MENGINGAT, (), TEMBUSAN, daerah())
    return Bunyi(menimbang, naskah.mengingat, (), naskah.tembusan, naskah.tempat)


def tentang_bawaan(usulan: Sequence[UsulanMutasi]) -> str:
    """A subject to start from."""
    jenis = {JenisMutasi(u.jenis) for u in usulan}
    kata = "Pemindahan dan Pengangkatan"
    if jenis and jenis <= SAMPINGAN:
        kata = "Penugasan"
    elif jenis and jenis <= {*DI_TEMPAT, JenisMutasi.PENYETARAAN}:
        kata = "Pengukuhan"
    return sebutan_pegawai(usulan, f"{kata} Pegawai Negeri Sipil di Lingkungan {pemerintah()}")


def pemerintah() -> str:
    """The agency's full name."""
    nama = str(instansi() or "")
    return nama if nama.startswith("Pemerintah") else f"Pemerintah {nama}".strip()


def rujukan(k: Keputusan) -> Rujukan:
    """A set decree as another paper cites it."""
    hari = k.tanggal or k.tmt
    return Rujukan(f"Keputusan {sebutan_ppk(per=hari)}", k.nomor, hari, k.tentang)


def susun_naskah(
    k: Keputusan, usulan: Sequence[UsulanMutasi], bunyi: Bunyi, *, per: date,
    pulihkan: frozenset[Any] = frozenset(),
) -> NaskahKeputusan:  # fmt: skip
    """The paper of a decree (or of a revocation) from its row, its cases and its texts.

    ``pulihkan``: the cases whose people a revocation returns to the post they held before.
    """
    hari = k.tanggal or per
    penetap = sebutan_ppk(per=hari)
    cabut = k.jenis == JenisKeputusan.PENCABUTAN
    return NaskahKeputusan(
        instansi=pemerintah(),
        kop=kop("negara", penetap.upper()),
        penanda=penanda_dari(k.penandatangan, per=hari),
        nomor=k.nomor, tanggal=k.tanggal, tempat=bunyi.tempat or daerah(),
        paraf=tuple(Paraf(jabatan) for jabatan in RANTAI_PARAF),
        tembusan=bunyi.tembusan or TEMBUSAN,
        penetap=penetap, tentang=k.tentang,
        menimbang=bunyi.menimbang or _menimbang(k, usulan), mengingat=bunyi.mengingat or MENGINGAT,
        memperhatikan=() if cabut else memperhatikan(usulan),
        diktum=bunyi.diktum or diktum_usual(k, usulan, pulih=bool(pulihkan)),
        lampiran=tuple(
            baris_lampiran(n, u, tmt=k.tmt, kembali=u.pk in pulihkan if cabut else None)
            for n, u in enumerate(usulan, 1)
        ),
        judul_lampiran=sebutan_pegawai(usulan, JUDUL_CABUT if cabut else JUDUL_LAMPIRAN),
        pengesah=_pengesah(per=hari),
    )  # fmt: skip


def _pengesah(*, per: date) -> Penanda | None:
    """The head of BKPSDM; who has no NIP here certifies nothing, then the signer does."""
    kepala = pejabat(Peran.KEPALA_BKPSDM, per=per)
    return kepala if kepala and kepala.nip else None


def _menimbang(k: Keputusan, usulan: Sequence[UsulanMutasi]) -> tuple[str, ...]:
    if k.jenis == JenisKeputusan.PENCABUTAN and k.ubah_dari:
        return menimbang_pencabutan(rujukan(k.ubah_dari), k.alasan)
    return tuple(sebutan_pegawai(usulan, satu) for satu in MENIMBANG)


def diktum_usual(k: Keputusan, usulan: Sequence[UsulanMutasi], *, pulih: bool) -> tuple[str, ...]:
    """What a decree like this one says when nobody writes it another way."""
    if k.ubah_dari is None:
        return diktum_bawaan(usulan, k.tmt)
    if k.jenis == JenisKeputusan.PENCABUTAN:
        return diktum_pencabutan(rujukan(k.ubah_dari), berlaku=k.tmt, pulih=pulih)
    return diktum_pengganti(diktum_bawaan(usulan, k.tmt), rujukan(k.ubah_dari))

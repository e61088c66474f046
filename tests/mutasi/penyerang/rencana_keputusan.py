"""Acts of the doors of decrees, letters, inauguration, carrying out and objections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mutasi.alur import Aksi
from mutasi.models import (
    KeberatanMutasi,
    Keputusan,
    Pelantikan,
    PesertaPelantikan,
    SerahTerima,
    TemplatSurat,
    UsulanMutasi,
)
from mutasi.services import jalan
from mutasi.services import templat_surat as acts_templat
from organisasi.izin import Izin, Peran
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.factories.jalan import Kantor
from tests.helpers.dunia_meja import kertas
from tests.helpers.dunia_pelaksanaan import PADA, SK, keputusan, kursi, setuju_ppk, staf
from tests.mutasi.penyerang.alat import Kiriman, Sasaran, Serangan
from tests.mutasi.penyerang.rencana_jalan import GANTI, KATA, SETIAP

HARI, TMT = f.PER.isoformat(), f.TMT.isoformat()
_ALASAN = {"alasan": "Terdapat kekeliruan yang harus diperbaiki."}


def _disetujui(k: Kantor) -> UsulanMutasi:
    (u,) = fk.setuju(k, berkas=k.berkas_baru("Rombongan SK"))
    return u


def _isi_sk(k: Kantor) -> dict[str, Any]:
    return {"tentang": fk.TENTANG, "tmt": TMT, "penandatangan": fk.penanda_ppk(k).pk}


def _susun(k: Kantor) -> Sasaran:
    u, lain = _disetujui(k), _disetujui(k)
    palsu = {
        "usulan": (str(lain.pk), "x", str(f.draf(k, berkas=k.berkas_baru("Rahasia")).pk)),
        "penandatangan": (0, 987654, "x"),
    }
    isi = {**_isi_sk(k), "usulan": str(u.pk)}
    return Sasaran(k.penyusun, isi, {"berkas": u.berkas_id}, u, palsu)


def _draf(k: Kantor) -> tuple[Keputusan, UsulanMutasi]:
    u = _disetujui(k)
    return fk.draf(k, [u]), u


def _bernomor(k: Kantor) -> tuple[Keputusan, UsulanMutasi]:
    sk, u = _draf(k)
    return fk.bernomor(k, sk), u


def _ditetapkan(k: Kantor) -> tuple[Keputusan, UsulanMutasi]:
    u = _disetujui(k)
    return fk.ditetapkan(k, [u]), u


def _atas(
    lahir: Callable[[Kantor], tuple[Keputusan, UsulanMutasi]], siapa: str,
    isi: Callable[[Kantor, Keputusan], dict[str, Any]] = lambda k, sk: {},
    *, perkara: bool = False,
) -> Callable[[Kantor], Sasaran]:  # fmt: skip
    def siapkan(k: Kantor) -> Sasaran:
        sk, u = lahir(k)
        return Sasaran(
            getattr(k, siapa), isi(k, sk), {"pk": sk.pk}, f.ambil(u) if perkara else None
        )

    return siapkan


def _tetapkan(k: Kantor) -> Sasaran:
    (sk, u), (lain, _) = _bernomor(k), _bernomor(k)
    palsu = {"sidik": (lain.sidik, "0", "")}
    return Sasaran(k.bupati, {"sidik": sk.sidik, "yakin": "on"}, {"pk": sk.pk}, u, palsu)


def _kertas(k: Kantor) -> Sasaran:
    (sk, u), (lain, _) = _bernomor(k), _bernomor(k)
    pejabat: Any = (k.bupati, Peran.PPK)
    sah, asing = (kertas(*pejabat, n.nomor, catat=k.analis, sah=k.kabid) for n in (sk, lain))
    belum = kertas(*pejabat, sk.nomor, catat=k.analis, sah=None)
    pyb = kertas(k.sekda, Peran.PYB, sk.nomor, catat=k.analis, sah=k.kabid)
    palsu = {"disposisi": (asing.pk, belum.pk, pyb.pk, 987654, "x")}
    return Sasaran(k.analis, {"disposisi": sah.pk}, {"pk": sk.pk}, u, palsu)


def _diterima(k: Kantor) -> Sasaran:
    (sk, u), (lain, _) = _ditetapkan(k), _ditetapkan(k)
    isi = {"tanggal": HARI, "baris": [sk.baris.get().pk]}
    palsu = {"baris": ([lain.baris.get().pk], ["x"])}
    return Sasaran(k.penyusun, isi, {"pk": sk.pk}, u, palsu)


def _cabut(k: Kantor, sk: Keputusan) -> dict[str, Any]:
    usulan = str(sk.baris.get().usulan_id)
    return {**_ALASAN, "penandatangan": fk.penanda_ppk(k).pk, "berlaku": HARI, "usulan": usulan}


def _ganti(k: Kantor, sk: Keputusan) -> dict[str, Any]:
    return {**_ALASAN, **_isi_sk(k)}


def _ralat(k: Kantor, sk: Keputusan) -> dict[str, Any]:
    perbaikan = "Lampiran nomor 1 | Penata | Penata Muda"
    return {**_ALASAN, "penandatangan": fk.penanda_ppk(k).pk, "perbaikan": perbaikan}


def _periksa(k: Kantor) -> Sasaran:
    sk, _ = _ditetapkan(k)
    palsu = {"kode": (str(sk.pk), "x", sk.kode[:-1], sk.kode.swapcase())}
    return Sasaran(k.analis, {"berkas": Kiriman("a.pdf", f.PDF)}, {"kode": sk.kode}, palsu=palsu)


def _surat(k: Kantor) -> Sasaran:
    u = _disetujui(k)
    isi = {"nomor": "800/1/2026", "tanggal": HARI, "kepada": "Kepala Kanreg BKN",
           "jabatan": "Kepala", "nama": "Kepala Contoh", "nip": "197001011995032001"}  # fmt: skip
    return Sasaran(k.penyusun, isi, {"pk": u.berkas_id, "jenis": "usulan"})


def _templat(k: Kantor) -> Sasaran:
    isi = {"berkas": Kiriman("nota.docx", acts_templat.bawaan("nota_dinas"))}
    return Sasaran(k.penyusun, isi, {"jenis": "nota_dinas"}, palsu={"jenis": ("zz", "spmt-x")})


def _templat_cabut(k: Kantor) -> Sasaran:
    berkas = f.surat("nota.docx", acts_templat.bawaan("nota_dinas"))
    satu = acts_templat.unggah_templat("nota_dinas", oleh=k.penyusun, per=f.PER, berkas=berkas)
    assert TemplatSurat.objects.filter(pk=satu.pk).exists()
    return Sasaran(k.penyusun, {}, {"pk": satu.pk})


def _dilantik(k: Kantor) -> tuple[Keputusan, UsulanMutasi]:
    orang = f.orang(kursi(k.asal, eselon="41"))
    u = setuju_ppk(orang, kursi(k.tujuan), k.penyusun, jenjang="administrator", tmt=f.PER)
    return keputusan(u, oleh=k.bupati), f.ambil(u)


_ACARA = {"tanggal": HARI, "undangan": "2026-05-28", "tempat": "Pendopo", "pejabat": "Bupati",
          "saksi_satu": "Asisten I", "saksi_dua": "Asisten II"}  # fmt: skip


def _lantik_baru(k: Kantor) -> Sasaran:
    sk, _ = _dilantik(k)
    return Sasaran(k.kabid, _ACARA, {"pk": sk.pk})


def _acara(k: Kantor) -> tuple[Pelantikan, UsulanMutasi]:
    sk, u = _dilantik(k)
    satu = Pelantikan.objects.create(
        keputusan=sk, tanggal=f.PER, tempat="Pendopo", undangan=f.PER, pejabat="Bupati",
        dibuat_pada=PADA, dibuat_oleh=k.analis,
    )  # fmt: skip
    PesertaPelantikan.objects.create(pelantikan=satu, usulan=u)
    return satu, u


def _lantik_ubah(k: Kantor) -> Sasaran:
    satu, _ = _acara(k)
    return Sasaran(k.kabid, {**_ACARA, "tempat": "Aula"}, {"pk": satu.pk})


def _lantik_batal(k: Kantor) -> Sasaran:
    satu, _ = _acara(k)
    return Sasaran(k.kabid, _ALASAN, {"pk": satu.pk})


def _lantik_catat(k: Kantor) -> Sasaran:
    (satu, u), (lain, _) = _acara(k), _acara(k)
    isi = {"hadir": [satu.peserta.get().pk], "keterangan": ""}
    return Sasaran(k.kabid, isi, {"pk": satu.pk}, u, palsu={"hadir": ([lain.peserta.get().pk],)})


def _berlaku(k: Kantor) -> UsulanMutasi:
    """In force since today; the new office has not said so yet."""
    u = setuju_ppk(f.orang(staf(k.asal)), staf(k.tujuan), k.penyusun, tmt=f.PER)
    keputusan(u, oleh=k.bupati, tanggal=SK)
    u.dilaksanakan_pada, u.dilaksanakan_oleh = PADA, k.bupati
    kolom = ["dilaksanakan_pada", "dilaksanakan_oleh"]
    return f.ambil(jalan.maju(u, Aksi.LAKSANAKAN, oleh=k.bupati, kolom=kolom))


def _spmt(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    isi = {"nomor": "800/9", "tanggal": HARI, "mulai": HARI}
    return Sasaran(k.kepala_tujuan, isi, {"pk": u.pk}, u)


def _siasn(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    jalan.maju(u, Aksi.CATAT_SPMT, oleh=k.kepala_tujuan)
    return Sasaran(k.operator, {"siasn_id": "A1"}, {"pk": u.pk}, f.ambil(u))


def _banyak(satu: Callable[[Kantor], Sasaran], **isi: str) -> Callable[[Kantor], Sasaran]:
    """The same by lines copied from a sheet."""

    def siapkan(k: Kantor) -> Sasaran:
        t = satu(k)
        assert t.tentang is not None
        rahasia = f.draf(k, berkas=k.berkas_baru("Rahasia")).pegawai.nip
        palsu = {"baris": (f"{rahasia}\t800/9", "198001012010011001\t800/9", "x")}
        return Sasaran(
            t.pelaku, {**isi, "baris": f"{t.tentang.pegawai.nip}\t800/9"}, tentang=t.tentang,
            palsu=palsu,
        )  # fmt: skip

    return siapkan


def _selesai(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    jalan.maju(u, Aksi.CATAT_SPMT, oleh=k.kepala_tujuan)
    jalan.maju(u, Aksi.SINKRONKAN, oleh=k.operator)
    return Sasaran(k.kabid, {}, {"pk": u.pk}, f.ambil(u))


def _serah(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    butir = SerahTerima.objects.create(usulan=u, butir="aset")
    return Sasaran(k.kepala_asal, {"catatan": "Lengkap."}, {"pk": butir.pk}, u)


def _keberatan(k: Kantor) -> KeberatanMutasi:
    u = _berlaku(k)
    return KeberatanMutasi.objects.create(
        usulan=u, keputusan=u.keputusan.get().keputusan, alasan="Tidak sesuai pendidikan.",
        batas=f.PER, batas_putus=f.PER, diajukan_pada=PADA, diajukan_oleh=f.akun(u),
    )  # fmt: skip


def _keberatan_putus(k: Kantor) -> Sasaran:
    satu = _keberatan(k)
    isi = {"kabul": "tidak", "pertimbangan": KATA}
    return Sasaran(k.bupati, isi, {"pk": satu.pk}, satu.usulan)


def _keberatan_surat(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    isi = {"nomor": "12/VI/2026", "diterima": HARI, "alasan": KATA}
    return Sasaran(k.penyusun, isi, {"pk": u.pk}, u)


def _keberatan_ajukan(k: Kantor) -> Sasaran:
    u = _berlaku(k)
    return Sasaran(f.akun(u), {"alasan": KATA}, {"pk": u.pk}, u)


def _hak(*izin: Izin) -> frozenset[Izin]:
    return frozenset(izin)


_SUSUN, _LANTIK = _hak(Izin.KEPUTUSAN_SUSUN), _hak(Izin.PELANTIKAN_KELOLA)
_PK = frozenset({"pk"})


def _sk(pintu: str, siapkan: Callable[[Kantor], Sasaran], **lain: Any) -> Serangan:
    """An act on a whole decree by those who write them: no row is chosen in it."""
    isi: dict[str, Any] = {"izin": _SUSUN, "perkara": False, "kembar": _PK, **lain}
    return Serangan(f"keputusan-{pintu}", siapkan, **isi)


KEPUTUSAN: tuple[Serangan, ...] = (
    Serangan("keputusan-susun", _susun, _SUSUN),
    _sk("ubah", _atas(_draf, "penyusun", lambda k, sk: {**_isi_sk(k), "tentang": "Lain"}),
        lagi="menulis hal yang sama"),
    _sk("segarkan", _atas(_draf, "penyusun"), lagi="membaca ulang data terakhir"),
    _sk("batalkan", _atas(_draf, "penyusun", lambda k, sk: _ALASAN)),
    _sk("nomor", _atas(_draf, "hukum", lambda k, sk: {"nomor": "821/9", "tanggal": HARI}),
        izin=_hak(Izin.KEPUTUSAN_NOMORI)),
    _sk("lepas-nomor", _atas(_bernomor, "hukum", lambda k, sk: _ALASAN),
        izin=_hak(Izin.KEPUTUSAN_NOMORI)),
    Serangan("keputusan-tetapkan", _tetapkan, aksi=Aksi.TETAPKAN, bernama=True),
    Serangan("keputusan-kertas", _kertas, _hak(Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN)),
    _sk("unggah", _atas(_ditetapkan, "penyusun", lambda k, sk: {
        "berkas": Kiriman("s.pdf", b"%PDF-1.4 pindai")}),
        izin=_hak(Izin.KEPUTUSAN_SUSUN, Izin.KEPUTUSAN_TETAPKAN)),
    _sk("cabut", _atas(_ditetapkan, "penyusun", _cabut, perkara=True), perkara=True,
        kembar=frozenset({"penandatangan"})),
    _sk("ganti", _atas(_ditetapkan, "penyusun", _ganti, perkara=True), perkara=True),
    _sk("ralat", _atas(_ditetapkan, "penyusun", _ralat, perkara=True), perkara=True),
    _sk("petikan", _atas(_ditetapkan, "penyusun"), lagi="mencetak sekali lagi"),
    _sk("diterima", _diterima, perkara=False, kembar=frozenset(), lagi="menulis hal yang sama"),
    Serangan("periksa", _periksa, publik=True, perkara=False, diam=True, lagi="hanya membaca",
             kembar=frozenset({"kode"})),
    Serangan("surat-buat", _surat, _SUSUN, perkara=False, lagi=SETIAP, kembar=_PK),
    Serangan("templat-unggah", _templat, _SUSUN, perkara=False, lagi=SETIAP),
    Serangan("templat-cabut", _templat_cabut, _SUSUN, perkara=False, kembar=_PK),
)  # fmt: skip
PELAKSANAAN: tuple[Serangan, ...] = (
    Serangan("pelantikan-baru", _lantik_baru, _LANTIK, perkara=False, kembar=_PK, lagi=SETIAP),
    Serangan("pelantikan-ubah", _lantik_ubah, _LANTIK, perkara=False, kembar=_PK, lagi=GANTI),
    Serangan("pelantikan-batal", _lantik_batal, _LANTIK, perkara=False, kembar=_PK),
    Serangan("pelantikan-catat", _lantik_catat, _LANTIK, aksi=Aksi.LANTIK),
    Serangan("pelaksanaan-jalankan", lambda k: Sasaran(k.kabid), _LANTIK, perkara=False,
             lagi="mengantre sekali lagi"),
    Serangan("pelaksanaan-spmt", _spmt, _hak(Izin.SPMT_CATAT), aksi=Aksi.CATAT_SPMT,
             unit="tujuan", kembar=_PK),
    Serangan("pelaksanaan-siasn", _siasn, _hak(Izin.BKN_CATAT), aksi=Aksi.SINKRONKAN, kembar=_PK),
    Serangan("pelaksanaan-spmt-banyak", _banyak(_spmt, tanggal=HARI, mulai=HARI),
             _hak(Izin.SPMT_CATAT), aksi=Aksi.CATAT_SPMT, unit="tujuan",
             kembar=frozenset({"baris"})),
    Serangan("pelaksanaan-siasn-banyak", _banyak(_siasn), _hak(Izin.BKN_CATAT),
             aksi=Aksi.SINKRONKAN, kembar=frozenset({"baris"})),
    Serangan("pelaksanaan-selesai", _selesai, _hak(Izin.USULAN_PERIKSA), aksi=Aksi.SELESAIKAN,
             kembar=_PK),
    Serangan("serah-terima", _serah, _hak(Izin.SPMT_CATAT, Izin.PELANTIKAN_KELOLA), unit="asal",
             kembar=_PK),
    Serangan("keberatan-mutasi-putus", _keberatan_putus, _hak(Izin.USULAN_PUTUSKAN), kembar=_PK),
    Serangan("keberatan-mutasi-surat", _keberatan_surat, _SUSUN, kembar=_PK),
    Serangan("keberatan-mutasi-ajukan", _keberatan_ajukan, pribadi=True),
)  # fmt: skip

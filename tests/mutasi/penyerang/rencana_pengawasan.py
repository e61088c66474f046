"""Acts of the doors of oversight: outside requests, gates, signers, emblems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from mutasi.models import AturanAlur, Lambang
from mutasi.services import aturan_alur as acts_alur
from mutasi.services.lambang import pasang_lambang
from organisasi.izin import Izin, Peran
from organisasi.models import Pengguna
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.factories.organisasi import pengguna
from tests.helpers.dunia_pengawasan import tanda_tangan
from tests.helpers.gambar import png
from tests.mutasi.penyerang.alat import Kiriman, Sasaran, Serangan

HARI, TMT = f.PER.isoformat(), f.TMT.isoformat()
_ALASAN = {"alasan": "Terdapat kekeliruan yang harus diperbaiki."}


def _titipan(k: Kantor) -> Sasaran:
    orang = f.orang(f.kursi(k.asal))
    isi = {"aksi": "simpan", "pegawai": orang.pk, "pihak": "Anggota DPRD", "cara": "Telepon",
           "isi": "Meminta agar dipindahkan ke kota.", "tanggal": HARI}  # fmt: skip
    return Sasaran(k.kepala_asal, isi, palsu={"pegawai": (0, 987654, "x")})


_JENIS = {"jenis": "rotasi", "jenjang": "jf"}


def _alur(k: Kantor) -> int:
    ada = AturanAlur.objects.menunggu().filter(jenis="rotasi", jenjang="jf").exists()
    baru = acts_alur.usulkan_aturan_alur(
        "rotasi", "pelaksana" if ada else "jf", oleh=k.hukum, per=f.PER,
        gerbang=["beritahu", "tpk", "pyb"], mulai=f.PER + timedelta(days=30), dasar="Perbup 7/2026",
        catatan="Menyederhanakan jalan.",
    )  # fmt: skip
    return baru.pk


def _alur_usulkan(k: Kantor) -> Sasaran:
    isi = {"gerbang": ["beritahu", "tpk", "pyb"], "mulai": TMT, "dasar": "Perbup 7/2026",
           "catatan": "Menyederhanakan jalan."}  # fmt: skip
    palsu = {"jenis": ("zz",), "jenjang": ("zz",), "gerbang": (["zz"], ["izin"])}
    return Sasaran(k.hukum, isi, _JENIS, palsu=palsu)


def _alur_pada(isi: dict[str, Any]) -> Callable[[Kantor], Sasaran]:
    return lambda k: Sasaran(k.kepala, isi, {"pk": _alur(k)}, palsu={"pk": (1, 987654)})


def _penanda(k: Kantor) -> Sasaran:
    siapa = pengguna(Peran.PPK, nama="Bupati yang lain")
    isi = {"pengguna": siapa.pk, "kedudukan": "definitif", "sebutan": "BUPATI", "mulai": HARI,
           "dasar": "Kep. Mendagri 131"}  # fmt: skip
    palsu = {"pengguna": (k.kepala.pk, k.analis.pk, 0, "x")}
    return Sasaran(k.kepala, isi, palsu=palsu)


def _penanda_ubah(isi: dict[str, Any]) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        siapa: Pengguna = pengguna(Peran.PPK, nama="Bupati yang lain")
        pk = tanda_tangan(k.hukum, per=f.PER - timedelta(days=9), siapa=siapa)
        return Sasaran(k.kepala, isi, {"pk": pk})

    return siapkan


def _lambang(k: Kantor) -> Sasaran:
    isi = {"gambar": Kiriman("garuda.png", png())}
    return Sasaran(k.hukum, isi, {"macam": "negara"}, palsu={"macam": ("zz", "negara-x")})


def _lambang_cabut(k: Kantor) -> Sasaran:
    berkas = f.surat("garuda.png", png(4 + Lambang.objects.count()))
    satu = pasang_lambang("negara", oleh=k.hukum, per=f.PER, gambar=berkas)
    return Sasaran(k.hukum, {}, {"pk": satu.pk})


_ALUR = frozenset({Izin.ALUR_TETAPKAN})
_PK = frozenset({"pk"})

PENGAWASAN: tuple[Serangan, ...] = (
    Serangan("titipan-catat", _titipan, frozenset({Izin.TITIPAN_CATAT}), perkara=False, unit="asal",
             lagi="dua permintaan pada hari yang sama dapat berbunyi sama",
             kembar=frozenset({"pegawai"})),
    Serangan("aturan-alur-usulkan", _alur_usulkan, _ALUR, perkara=False),
    Serangan("aturan-alur-sahkan", _alur_pada({}), _ALUR, perkara=False),
    Serangan("aturan-alur-tolak", _alur_pada(_ALASAN), _ALUR, perkara=False),
    Serangan("lambang-pasang", _lambang, _ALUR, perkara=False),
    Serangan("lambang-cabut", _lambang_cabut, _ALUR, perkara=False, kembar=_PK),
    Serangan("penandatangan-catat", _penanda, _ALUR, perkara=False,
             kembar=frozenset({"pengguna"})),
    Serangan("penandatangan-ubah", _penanda_ubah({"aksi": "izin", "izin_mendagri": "100/1"}),
             _ALUR, kunci="izin", perkara=False, kembar=_PK),
    Serangan("penandatangan-ubah", _penanda_ubah({
        "aksi": "akhiri", "selesai": HARI, "alasan": "Masa jabatannya berakhir."}), _ALUR,
        kunci="akhiri", perkara=False, kembar=_PK),
    Serangan("pengawasan-jejak", lambda k: Sasaran(k.inspektorat, {"q": "SITI"}),
             frozenset({Izin.USULAN_AWASI}), perkara=False, diam=True, lagi="hanya membaca"),
)  # fmt: skip

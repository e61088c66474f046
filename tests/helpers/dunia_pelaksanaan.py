"""Decrees and what follows them: for the tests of carrying out, and for the matrix of doors.

A case is laid down where the PPK has agreed, and goes on from there by the one place that moves
cases; the decree is a row with everything its constraints ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from mutasi.alur import JAUH, Aksi, StatusUsulan
from mutasi.models import (
    AturanAlur,
    BarisKeputusan,
    BerkasMutasi,
    JadwalEvaluasi,
    JenisKeputusan,
    KeberatanMutasi,
    Keputusan,
    Pelantikan,
    Penandatangan,
    PesertaPelantikan,
    SerahTerima,
    Singgah,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.services import jalan
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

PER = date(2026, 6, 1)
TMT = date(2026, 7, 1)
SK = date(2026, 5, 25)
PADA = datetime(2026, 5, 20, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
_nomor = count(1)


@dataclass
class Pelaksana:
    """Who acts after a decree, in which offices."""

    unit: dict[str, UnitKerja]
    analis: Pengguna
    kabid: Pengguna
    operator: Pengguna
    bupati: Pengguna
    kepala_asal: Pengguna
    kepala_tujuan: Pengguna


def pelaksana() -> Pelaksana:
    """BKD, the operator, the PPK, and the heads of a giving and a receiving school."""
    unit = kabupaten()
    return Pelaksana(
        unit=unit,
        analis=pengguna(Peran.ANALIS_BKD, nama="Analis"),
        kabid=pengguna(Peran.KABID_MUTASI, nama="Kabid"),
        operator=pengguna(Peran.OPERATOR_SIASN, nama="Operator"),
        bupati=pengguna(Peran.PPK, nama="Bupati"),
        kepala_asal=pengguna(Peran.KEPALA_UNIT, unit=unit["sd1"], nama="Kepala SD 1"),
        kepala_tujuan=pengguna(Peran.KEPALA_UNIT, unit=unit["sd2"], nama="Kepala SD 2"),
    )


def staf(unit: UnitKerja, nama: str = "", *, butuh: int = 1) -> Formasi:
    """A post of a pelaksana with its need."""
    post = formasi(unit, jabatan(nama or f"Pengelola {next(_nomor)}", jenis=JenisJabatan.PELAKSANA,
                                 bup=58))  # fmt: skip
    kebutuhan(post, butuh)
    return post


def kursi(unit: UnitKerja, nama: str = "", eselon: str = "31") -> Formasi:
    """A structural seat."""
    nama = nama or f"Kepala {unit.nama} {next(_nomor)}"
    post = formasi(
        unit, jabatan(nama, jenis=JenisJabatan.STRUKTURAL, eselon_id=eselon, bup=58)
    )  # fmt: skip
    kebutuhan(post, 1)
    return post


def berakun(nama: str, post: Formasi | None, **lain: Any) -> Pegawai:
    """Somebody with an account."""
    orang = pegawai(nama, post=post, **lain)
    orang.pengguna = pengguna(Peran.PEGAWAI, nama=nama, unit=post.unit if post else None)
    orang.save(update_fields=["pengguna"])
    return orang


def setuju_ppk(
    orang: Pegawai, ke: Formasi | None, oleh: Pengguna, *, jenis: str = "rotasi",
    jenjang: str = "pelaksana", tmt: date = TMT, **lain: Any,
) -> UsulanMutasi:  # fmt: skip
    """A case to which the PPK has agreed, in a file of its own."""
    n = next(_nomor)
    berkas = BerkasMutasi.objects.create(
        nomor=f"F{n}", nama=f"Berkas {n}", tmt=tmt, dibuat_pada=PADA, dibuat_oleh=oleh
    )
    aturan = AturanAlur.objects.berlaku(PER).get(jenis=jenis, jenjang=jenjang)
    isi: dict[str, Any] = {
        "dari": orang.formasi, "alasan": "Kebutuhan unit.", "sumber": "bkd",
        "gerbang": aturan.gerbang, **lain,
    }  # fmt: skip
    usulan = UsulanMutasi.objects.create(
        berkas=berkas, urutan=1, pegawai=orang, ke=ke, jenis=jenis, jenjang=jenjang, tmt=tmt,
        status=StatusUsulan.DISETUJUI_PPK, terjauh=JAUH[StatusUsulan.DISETUJUI_PPK], sejak=PADA,
        tahap="terbatas", dibuat_pada=PADA, dibuat_oleh=oleh, diajukan_pada=PADA,
        diajukan_oleh=oleh, **isi,
    )  # fmt: skip
    Singgah.objects.create(usulan=usulan, status=usulan.status, versi=1, masuk_pada=PADA, oleh=oleh)
    return usulan


def keputusan(
    *usulan: UsulanMutasi, oleh: Pengguna, tanggal: date = SK, tmt: date | None = None,
    cabut: Keputusan | None = None, pulihkan: bool = True,
) -> Keputusan:  # fmt: skip
    """A decree in force over these cases; the cases have it."""
    penanda = Penandatangan.objects.first() or Penandatangan.objects.create(
        pengguna=oleh, kedudukan="definitif", sebutan="Bupati", mulai=date(2025, 2, 20),
        dasar="Keppres", dicatat_pada=PADA, dicatat_oleh=usulan[0].dibuat_oleh,
    )  # fmt: skip
    n = next(_nomor)
    sk = Keputusan.objects.create(
        jenis=JenisKeputusan.PENCABUTAN if cabut else JenisKeputusan.MUTASI,
        berkas=usulan[0].berkas, status=StatusKeputusan.DITETAPKAN, tentang="Mutasi",
        nomor=f"800/{n}/2026", tanggal=tanggal, tmt=tmt or usulan[0].tmt, penandatangan=penanda,
        sidik=f"{n:064x}", kode=f"kode{n}", disusun_pada=PADA, disusun_oleh=oleh,
        ditetapkan_pada=PADA, ditetapkan_oleh=oleh, ubah_dari=cabut,
    )  # fmt: skip
    for urutan, satu in enumerate(usulan, 1):
        BarisKeputusan.objects.create(
            keputusan=sk, usulan=satu, urutan=urutan, pulihkan=bool(cabut) and pulihkan
        )
        if cabut is None:
            satu.tmt = sk.tmt
            jalan.maju(satu, Aksi.TETAPKAN, oleh=oleh, kolom=["tmt"])
    return sk


def ber_sk(orang: Pegawai, ke: Formasi | None, k: Pelaksana, **lain: Any) -> UsulanMutasi:
    """A case with its own decree."""
    usulan = setuju_ppk(orang, ke, k.analis, **lain)
    keputusan(usulan, oleh=k.bupati)
    return ambil(usulan)


def ambil(usulan: UsulanMutasi) -> UsulanMutasi:
    """As it stands now."""
    return UsulanMutasi.objects.with_names().get(pk=usulan.pk)


def pelaksanaan(dunia: Dunia) -> None:
    """Every door of it: a case in force here and one elsewhere, a decree that waits for an
    inauguration, one that is arranged, an objection."""
    bupati = pengguna(Peran.PPK, nama="Bupati penetap")
    luar = UnitKerja.objects.exclude(opd=dunia.unit["disdik"].pk).order_by("-kiri")[0]
    for jauh, unit in ((False, dunia.unit["sd1"]), (True, luar)):
        usulan = _berlaku(dunia, unit, bupati)
        kata = ("rincian", "spmt", "siasn", "selesai")
        dunia.catat("mutasi", *(f"pelaksanaan-{k}" for k in kata), luar=jauh, pk=usulan.pk)
        butir = SerahTerima.objects.create(usulan=usulan, butir="aset")
        dunia.catat("mutasi", "serah-terima", luar=jauh, pk=butir.pk)
        if not jauh:
            dunia.catat("mutasi", "keberatan-mutasi-ajukan", "keberatan-mutasi-surat", pk=usulan.pk)
            _keberatan(dunia, usulan)
    for terjadwal in (False, True):
        sk, usulan = _menunggu_lantik(dunia, bupati)
        if terjadwal:
            _acara(dunia, sk, usulan)
        else:
            dunia.catat("mutasi", "pelantikan-baru", pk=sk.pk)


def _berlaku(dunia: Dunia, unit: UnitKerja, oleh: Pengguna) -> UsulanMutasi:
    asal, tujuan = staf(unit), staf(unit)
    usulan = setuju_ppk(pegawai("ORANG BERLAKU", post=asal), tujuan, dunia.analis, tmt=dunia.per)
    keputusan(usulan, oleh=oleh, tanggal=dunia.per)
    usulan.dilaksanakan_pada, usulan.dilaksanakan_oleh = PADA, oleh
    return jalan.maju(
        usulan, Aksi.LAKSANAKAN, oleh=oleh, kolom=["dilaksanakan_pada", "dilaksanakan_oleh"]
    )


def _keberatan(dunia: Dunia, usulan: UsulanMutasi) -> None:
    satu = KeberatanMutasi.objects.create(
        usulan=usulan, keputusan=usulan.keputusan.get().keputusan,
        alasan="Tidak sesuai pendidikan.", batas=dunia.per, batas_putus=dunia.per,
        diajukan_pada=PADA, diajukan_oleh=dunia.analis,
    )  # fmt: skip
    dunia.catat("mutasi", "keberatan-mutasi-rincian", "keberatan-mutasi-putus", pk=satu.pk)


def _menunggu_lantik(dunia: Dunia, oleh: Pengguna) -> tuple[Keputusan, UsulanMutasi]:
    unit = dunia.unit["disdik"]
    orang = pegawai("PEJABAT MENUNGGU", post=kursi(unit, f"Kepala Seksi {next(_nomor)}", "41"))
    ke = kursi(unit, f"Kepala Bagian {next(_nomor)}")
    usulan = setuju_ppk(orang, ke, dunia.analis, jenjang="administrator", tmt=dunia.per)
    return keputusan(usulan, oleh=oleh, tanggal=dunia.per), usulan


def _acara(dunia: Dunia, sk: Keputusan, usulan: UsulanMutasi) -> None:
    satu = Pelantikan.objects.create(
        keputusan=sk, tanggal=dunia.per, tempat="Pendopo", undangan=dunia.per, pejabat="Bupati",
        dibuat_pada=PADA, dibuat_oleh=dunia.analis,
    )  # fmt: skip
    PesertaPelantikan.objects.create(pelantikan=satu, usulan=usulan)
    pintu = ("rincian", "ubah", "batal", "catat")
    dunia.catat("mutasi", *(f"pelantikan-{k}" for k in pintu), pk=satu.pk)


def perbanyak_pelaksanaan(dunia: Dunia, banyak: int) -> None:
    """So many more decrees, in force and waiting, and people of the arranged inauguration."""
    acara = Pelantikan.objects.latest("pk")
    usulan = UsulanMutasi.objects.get(pk=dunia.argumen["mutasi:pelaksanaan-rincian"]["pk"])
    for n in range(banyak):
        oleh = acara.keputusan.ditetapkan_oleh
        assert oleh is not None
        baru = _berlaku(dunia, dunia.unit["sd1"], oleh)
        _, lain = _menunggu_lantik(dunia, oleh)
        PesertaPelantikan.objects.create(pelantikan=acara, usulan=lain)
        JadwalEvaluasi.objects.create(usulan=usulan, bulan=n + 40, jatuh_tempo=dunia.per)
        KeberatanMutasi.objects.create(
            usulan=baru, keputusan=baru.keputusan.get().keputusan, alasan="Alasan.",
            batas=dunia.per, batas_putus=dunia.per, diajukan_pada=PADA, diajukan_oleh=dunia.analis,
        )  # fmt: skip

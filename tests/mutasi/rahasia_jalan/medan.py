"""An office full of askers, and two people about whom something secret is going to be decided.

``medan(unit)`` is everybody before anything happened. ``JALAN`` are the two roads: a pelaksana
whose heads are asked and who is asked himself, and a pengawas who is told by his decree. Each stop
of a road says at which stage of secrecy it stands, by which acts a case comes there, and who knows
from then on: written here by hand from docs/kerahasiaan.md, not read from the code under test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.kernel.jenis import Tahap
from mutasi.models import TimPenilai, UsulanMutasi
from mutasi.services import pelantikan as acts_lantik
from mutasi.services.pelaksanaan import laksanakan
from organisasi.izin import PERAN_SEINSTANSI, Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories import keputusan as sk
from tests.factories.organisasi import pengguna
from tests.factories.organisasi import unit as unit_baru
from tests.factories.pegawai import pegawai
from tests.factories.sidang import tim

S = StatusUsulan
PUBLIK = "publik"
NAMA_BERKAS = "Operasi Melati Kuning"
ALASAN = "Dipindahkan diam-diam zqalasan karena kebutuhan unit tujuan."
BERTANDA = (NAMA_BERKAS, "zqalasan")
LEWAT = date(2026, 7, 2)
LANTIK = date(2026, 6, 8)

Siapa = dict[str, Pengguna | None]


@dataclass
class Sasaran:
    """Whom a road is about: the person, the post he leaves and the one he goes to."""

    orang: Pegawai
    dari: Formasi
    ke: Formasi


@dataclass
class Medan:
    """The office before anything happened. ``siapa``: who asks, by what he is (None: nobody)."""

    k: f.Kantor
    siapa: Siapa
    sasaran: dict[str, Sasaran]
    lain: UnitKerja


def medan(
    unit: dict[str, UnitKerja] | None = None, peran: dict[Peran, Pengguna] | None = None
) -> Medan:
    """Everybody who may ask, in the offices given or in new ones."""
    k = f.kantor(unit)
    TimPenilai.objects.filter(selesai__isnull=True).update(selesai=date(2026, 12, 31))
    k.bawaan["tim"] = tim(k)
    sk.penanda_ppk(k)
    lain = unit_baru("Dinas Perikanan", induk=k.unit["akar"], jenis="dinas")
    siapa: Siapa = {PUBLIK: None}
    for satu in Peran:
        wilayah = None if satu in PERAN_SEINSTANSI else k.asal
        siapa[satu.value] = (peran or {}).get(satu) or pengguna(
            satu, unit=wilayah, nama=f"P. {satu}"
        )
    for satu in (Peran.KEPALA_UNIT, Peran.OPERATOR_OPD, Peran.PENILAI):
        siapa[f"{satu}, tujuan"] = pengguna(satu, unit=k.tujuan, nama=f"{satu} tujuan")
        siapa[f"{satu}, OPD lain"] = pengguna(satu, unit=lain, nama=f"{satu} lain")
    siapa["disebut"] = k.analis
    sasaran = {
        "pelaksana": _sasaran(k, "SASARAN MELATI", "pelaksana"),
        "pengawas": _sasaran(k, "SASARAN KENANGA", "pengawas"),
    }
    for nama, satu in sasaran.items():
        siapa[f"ia sendiri, {nama}"] = satu.orang.pengguna
        siapa[f"rekan, {nama}"] = _berakun(f"REKAN {nama.upper()}", satu.dari)
        siapa[f"kerabat, {nama}"] = _kerabat(f"KERABAT {nama.upper()}", satu.orang)
    # Whom the second road is about also works at BKD: about himself he is no analyst.
    sendiri = sasaran["pengawas"].orang.pengguna
    assert sendiri is not None
    _beri(sendiri, Peran.ANALIS_BKD)
    siapa["analis berkerabat"] = _kerabat(
        "KERABAT ANALIS", sasaran["pelaksana"].orang, Peran.ANALIS_BKD
    )
    return Medan(k, siapa, sasaran, lain)


def _sasaran(k: f.Kantor, nama: str, jenjang: str) -> Sasaran:
    dari, ke = f.kursi(k.asal, jenjang, butuh=2), f.kursi(k.tujuan, jenjang)
    return Sasaran(f.orang(dari, nama), dari, ke)


def _berakun(nama: str, post: Formasi) -> Pengguna:
    akun = f.orang(post, nama).pengguna
    assert akun is not None
    return akun


def _kerabat(nama: str, dari: Pegawai, *peran: Peran) -> Pengguna:
    """A sibling with an account."""
    akun = pengguna(*(peran or (Peran.PEGAWAI,)), nama=nama)
    saudara = pegawai(nama)
    saudara.pengguna = akun
    saudara.save(update_fields=["pengguna"])
    HubunganKeluarga.objects.create(
        pegawai=saudara, kerabat=dari, jenis="saudara", mulai=date(2026, 1, 5)
    )
    return akun


def _beri(akun: Pengguna, peran: Peran) -> None:
    akun.penugasan.create(
        peran=peran, mulai=date(2026, 1, 1), diberikan_oleh=akun,
        diberikan_pada=timezone.now(),
    )  # fmt: skip


def tulis(m: Medan, jalan: str) -> UsulanMutasi:
    """The case, as BKD writes it in a secret file full of marks."""
    satu = m.sasaran[jalan]
    berkas = m.k.berkas_baru(NAMA_BERKAS)
    return f.draf(m.k, berkas=berkas, pegawai=satu.orang, ke=satu.ke, alasan=ALASAN)


def _ber_sk(k: f.Kantor, u: UsulanMutasi) -> UsulanMutasi:
    sk.ditetapkan(k, [f.jalankan(k, u, S.DISETUJUI_PPK)])
    return f.ambil(u)


def _berlaku(k: f.Kantor, u: UsulanMutasi) -> UsulanMutasi:
    laksanakan(_ber_sk(k, u).pk, per=LEWAT)
    return f.ambil(u)


def _dilantik(k: f.Kantor, u: UsulanMutasi) -> UsulanMutasi:
    acara = acts_lantik.Acara(LANTIK, "Pendopo", f.PER, "Bupati Contoh", "Satu", "Dua")
    keputusan = u.keputusan.get().keputusan
    p = acts_lantik.jadwalkan_pelantikan(keputusan.pk, oleh=k.analis, per=f.PER, acara=acara)
    acts_lantik.catat_pelantikan(
        p.pk, oleh=k.analis, per=LANTIK, hadir=list(p.peserta.values_list("pk", flat=True))
    )
    return f.ambil(u)


@dataclass(frozen=True)
class Perhentian:
    """A stop of a road: its stage, how a case comes there from the stop before, who knows since.

    ``terbuka``: the register itself has moved on, so that lists of people are no longer as before;
    from here on only the marks of the case are looked for.
    """

    status: StatusUsulan
    tahap: Tahap
    menuju: Callable[[f.Kantor, UsulanMutasi], UsulanMutasi]
    mulai_tahu: tuple[str, ...]
    terbuka: bool = False


def _ke(status: StatusUsulan) -> Callable[[f.Kantor, UsulanMutasi], UsulanMutasi]:
    return lambda k, u: f.jalankan(k, u, status)


P = Peran
_BKD = (P.ANALIS_BKD, P.KABID_MUTASI, P.KEPALA_BKPSDM, "analis berkerabat")
# The PPK formed the TPK and may look into its sessions.
_TPK = (P.TPK_ANGGOTA, P.TPK_KETUA, P.TPK_SEKRETARIS)
_KEPALA = (P.KEPALA_UNIT, "kepala_unit, tujuan")
_OPD = (P.OPERATOR_OPD, "operator_opd, tujuan")
JALAN: dict[str, tuple[Perhentian, ...]] = {
    "pelaksana": (
        Perhentian(S.DIVERIFIKASI, Tahap.RAHASIA, _ke(S.DIVERIFIKASI), ("disebut",)),
        # Whom the other road is about is an analyst in this one. PyB answers for an office without
        # a head.
        Perhentian(
            S.DITELAAH_UNIT, Tahap.TERBATAS, _ke(S.DITELAAH_UNIT),
            (*_BKD, *_KEPALA, P.PYB, "ia sendiri, pengawas"),
        ),
        Perhentian(
            S.MENUNGGU_KESEDIAAN, Tahap.DIBERITAHUKAN, _ke(S.MENUNGGU_KESEDIAAN),
            ("ia sendiri, pelaksana",),
        ),
        Perhentian(
            S.BERLAKU, Tahap.DIUMUMKAN, _berlaku,
            (*_TPK, P.PPK, P.BAGIAN_HUKUM, P.OPERATOR_SIASN, P.INSPEKTORAT, *_OPD), terbuka=True,
        ),
    ),
    "pengawas": (
        Perhentian(S.DIKAJI, Tahap.RAHASIA, _ke(S.DIKAJI), ("disebut",)),
        Perhentian(
            S.DIREKOMENDASI, Tahap.TERBATAS, _ke(S.DIREKOMENDASI), (*_BKD, *_TPK, P.PYB, P.PPK)
        ),
        Perhentian(
            S.SK_DITETAPKAN, Tahap.DIBERITAHUKAN, _ber_sk,
            (P.BAGIAN_HUKUM, P.OPERATOR_SIASN, "ia sendiri, pengawas"),
        ),
        Perhentian(S.DILANTIK, Tahap.DIUMUMKAN, _dilantik, (P.INSPEKTORAT, *_KEPALA, *_OPD)),
    ),
}  # fmt: skip

"""Who attacks: every role at every place, and those whose role is not what it seems.

What each may lawfully do is said here from the law (``terlarang``), not read from the policies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from mutasi.alur import PERANAN, Aksi
from mutasi.models import Persetujuan, UsulanMutasi
from organisasi.izin import PERAN_SEINSTANSI, Izin, Peran, izin_dari
from organisasi.models import Pengguna, PenugasanPeran, UnitKerja
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.factories.organisasi import pengguna
from tests.factories.organisasi import unit as unit_baru
from tests.factories.pegawai import pegawai
from tests.mutasi.penyerang.alat import Akibat, Klien, Sasaran, Serangan

SENDIRI, ASING, SEUNIT = "sendiri", "asing", "unit sendiri"
KERABAT = ("pasangan", "anak", "saudara")
# Lawful double roles (peraturan-mutasi 12.2, 1.9): written down again, so that a change is noticed.
LAWFUL = (
    {"tpk", "pyb"}, {"kepala_bkpsdm", "tpk"}, {"ppk", "penetap"}, {"pyb", "penetap"},
    {"tpk", "penetap"}, {"kepala_bkpsdm", "penetap"},
)  # fmt: skip


@dataclass(frozen=True)
class Penyerang:
    """An account, what it holds and over which office; ``pegawai``: who it is in the register."""

    sebutan: str
    siapa: Pengguna | None
    izin: frozenset[Izin] = frozenset()
    letak: str = "instansi"
    pegawai: Pegawai | None = None


@dataclass
class Medan:
    """Where it happens: the office, the attackers, their browsers, a case nobody may know of."""

    k: Kantor
    penyerang: list[Penyerang]
    klien: Klien
    rahasia: UsulanMutasi
    hitung: Counter[tuple[str, str]] = field(default_factory=Counter)

    def catat(self, cara: str, s: Serangan, a: Akibat) -> None:
        """Count one attack by its kind and its answer."""
        self.hitung[cara, "ke pintu masuk" if a.ke_pintu else str(a.status)] += 1


def _orang(nama: str, akun: Pengguna, unit: UnitKerja) -> Pegawai:
    orang = pegawai(nama)
    Pegawai.objects.filter(pk=orang.pk).update(pengguna=akun, unit=unit)
    return orang


def semua_peran(k: Kantor) -> list[Penyerang]:
    """Each of the roles; those over an office: over the giving, the receiving and a third one."""
    ketiga = unit_baru("Dinas Ketiga", induk=k.unit["akar"], jenis="dinas")
    for satu in (k.asal, k.tujuan, *k.unit.values()):
        satu.refresh_from_db()
    tempat = {"asal": k.asal, "tujuan": k.tujuan, ASING: ketiga}
    hasil = []
    for peran in Peran:
        letak = {"instansi": None} if peran in PERAN_SEINSTANSI else tempat
        for nama, unit in letak.items():
            akun = pengguna(peran, unit=unit, nama=f"Penyerang {peran.label} {nama}")
            orang = _orang(f"PENYERANG {peran.value} {nama}", akun, unit or k.asal)
            hak = izin_dari(peran, mewakili=False)
            hasil.append(Penyerang(f"{peran.value}@{nama}", akun, hak, nama, orang))
    return hasil


def palsu(k: Kantor, s: Serangan, t: Sasaran) -> Iterator[Penyerang]:
    """Those whose right has ended, has not begun, passes to nobody, or never was one."""
    yield Penyerang("tanpa masuk", None)
    yield Penyerang("tanpa peran", pengguna(nama="Tanpa peran"))
    peran = PenugasanPeran.objects.aktif(f.PER).filter(pengguna=t.pelaku).select_related("unit")
    for tugas in [p for p in peran if not s.izin or p.izin & s.izin]:
        yield from _ragam(Peran(tugas.peran), tugas.unit, s)


def _ragam(peran: Peran, unit: UnitKerja | None, s: Serangan) -> Iterator[Penyerang]:
    hari = timedelta(days=1)
    penuh, letak = izin_dari(peran, mewakili=False), s.unit if unit else "instansi"
    for sebutan, isi, hak in (
        ("peran berakhir kemarin", {"selesai": f.PER}, frozenset()),
        ("peran mulai besok", {"mulai": f.PER + hari}, frozenset()),
        ("Plt.", {"sifat": "plt", "selesai": f.PER + 30 * hari}, izin_dari(peran, mewakili=True)),
        ("Plh.", {"sifat": "plh", "selesai": f.PER + 7 * hari}, izin_dari(peran, mewakili=True)),
        ("Plt. yang lewat waktu", {"sifat": "plt", "selesai": f.PER - 30 * hari}, frozenset()),
        ("akun nonaktif", {}, frozenset()),
    ):
        akun = pengguna(peran, unit=unit, nama=f"{sebutan} {peran.value}")
        PenugasanPeran.objects.filter(pengguna=akun).update(**isi)
        if sebutan == "akun nonaktif":
            Pengguna.objects.filter(pk=akun.pk).update(is_active=False)
        yield Penyerang(f"{sebutan} {peran.value}", akun, hak & penuh, letak)


def hubungkan(p: Penyerang, hubungan: str, tentang: UsulanMutasi) -> None:
    """Make the case the attacker's own, or his kin's (inside a savepoint)."""
    if hubungan == SENDIRI:
        Pegawai.objects.filter(pengguna=p.siapa).update(pengguna=None)
        Pegawai.objects.filter(pk=tentang.pegawai_id).update(pengguna=p.siapa)
    elif hubungan in KERABAT:
        orang = Pegawai.objects.filter(pengguna=p.siapa).first()
        if orang is None:
            assert p.siapa is not None
            orang = _orang(f"KERABAT {p.siapa.pk}", p.siapa, tentang.pegawai.unit)
        HubunganKeluarga.objects.create(
            pegawai=orang, kerabat=tentang.pegawai, jenis=hubungan, mulai=f.PER
        )


def terlarang(s: Serangan, p: Penyerang, hubungan: str) -> bool:
    """Whether the law forbids this person this act."""
    if s.publik or s.bebas:
        return s.bebas and p.siapa is None
    if s.pribadi:
        return hubungan != SENDIRI
    if s.bernama or not p.izin & s.izin:
        return True
    tempat = {"instansi", s.unit} - {s.tanpa}
    salah_tempat = p.letak not in tempat
    return salah_tempat or (s.perkara and (hubungan == SENDIRI or hubungan in KERABAT))


def merangkap(k: Kantor, s: Serangan, t: Sasaran) -> Iterator[tuple[Penyerang, bool]]:
    """Everybody who had a part in the case, given the role of the actor as well; whether the law
    forbids the pair."""
    if s.aksi not in PERANAN or t.tentang is None or t.tentang.pk is None:
        return
    kini = PERANAN[s.aksi]
    tugas = PenugasanPeran.objects.aktif(f.PER).filter(pengguna=t.pelaku)
    untuk = [(Peran(p.peran), p.unit) for p in tugas.select_related("unit")]
    for siapa in (k.penyusun, k.analis, k.kabid, k.kepala, k.sekda, k.bupati, *k.anggota_tpk):
        dulu = _peran_dulu(t.tentang, siapa)
        if siapa.pk == t.pelaku.pk or not dulu:
            continue
        for peran, unit in untuk:
            PenugasanPeran.objects.create(
                pengguna=siapa, peran=peran, unit=unit, mulai=f.PER, diberikan_pada=None
            )
        jahat = any(d != kini and {d, kini} not in LAWFUL for d in dulu)
        yield Penyerang(f"rangkap {'+'.join(sorted(dulu))} lalu {kini}", siapa), jahat


def _peran_dulu(u: UsulanMutasi, siapa: Pengguna) -> set[str]:
    aksi = Persetujuan.objects.filter(usulan=u, diputus_oleh=siapa, gugur_pada__isnull=True)
    semua = {Aksi(a) for a in aksi.values_list("aksi", flat=True)}
    if UsulanMutasi.objects.filter(pk=u.pk, diajukan_oleh=siapa).exists():
        semua.add(Aksi.AJUKAN)
    return {PERANAN[a] for a in semua if a in PERANAN}

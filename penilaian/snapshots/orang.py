"""People as the rules see them: 20,000 in a handful of queries, without objects of the ORM."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Case, CharField, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from organisasi.models import JenisUnit
from pegawai.kernel.masa import tmt_dihitung
from pegawai.models import (
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatSertifikat,
    StatusPegawai,
)
from penilaian.kernel.perkara import Calon, Hukuman, Lisensi, Pengalaman, UjiKompetensi
from penilaian.snapshots.ketentuan import KetentuanHari
from penilaian.snapshots.kursi import DaftarNama, Kursi, baca_kursi, kursi_dari

# Schools and puskesmas are headed by a JF with an additional task.
BERKEPALA_JF = frozenset(
    {
        JenisUnit.PUSKESMAS, JenisUnit.SEKOLAH_TK, JenisUnit.SEKOLAH_SD, JenisUnit.SEKOLAH_SMP,
        JenisUnit.SEKOLAH_SMA, JenisUnit.SEKOLAH_LAIN,
    }
)  # fmt: skip

MENJALANKAN = frozenset({JenisPenugasan.PLT, JenisPenugasan.PLH, JenisPenugasan.PJ})


@dataclass(frozen=True, slots=True)
class Orang:
    """One person: what a list shows of him, and the case of the rules. ``kursi``: his post."""

    pk: int
    nip: str
    nama: str
    golongan: str
    pangkat: str
    tmt_golongan: date | None
    tahun_lulus: int | None
    hilang_sejak: date | None
    bekerja_di: str
    calon: Calon
    kursi: Kursi | None
    kiri: int | None


@dataclass(frozen=True)
class Bacaan:
    """What was read: the people, all posts that were looked at, and those somebody acts in."""

    orang: list[Orang]
    kursi: dict[int, Kursi]
    dijalankan_plt: frozenset[int]


class _Baris(NamedTuple):
    """One row of the register."""

    pk: int
    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    status: str
    kedudukan__kode: str | None
    cpns: bool
    lahir: date | None
    tmt_cpns: date | None
    tmt_pns: date | None
    akhir_kontrak: date | None
    jabatan_id: int | None
    formasi_id: int | None
    unit_id: int | None
    unit__kiri: int | None
    unit__jenis: str | None
    tmt_hitung: date | None
    tmt_pensiun: date | None
    golongan__nama: str | None
    golongan__pangkat: str | None
    tmt_golongan: date | None
    hilang_sejak: date | None
    instansi_kerja_lain: str
    tingkat_pendidikan__kode: str | None
    pendidikan__nama: str | None
    tahun_lulus: int | None
    pendidikan__tingkat__kode: str | None


class Tugas(NamedTuple):
    """An earlier post, or what is done now beside one's own."""

    pegawai_id: int
    jenis: str
    formasi_id: int | None
    jabatan_id: int | None
    jabatan_nama: str
    tmt: date | None
    tmt_hitung: date | None
    mulai: date | None
    selesai: date | None

    @property
    def sejak(self) -> date | None:
        """The day that counts for the rules."""
        return tmt_dihitung(self.tmt, self.tmt_hitung) or self.mulai


@dataclass(frozen=True)
class Terbaca:
    """What was read with others already: posts as ``baca_posisi`` reads them, and assignments of
    the people (``penugasan_orang``)."""

    posisi: Mapping[int, Any]
    tugas: Mapping[int, list[Tugas]]


def baca_orang(
    orang: QuerySet[Pegawai], *, per: date, aturan: KetentuanHari, semua: bool = False,
    terbaca: Terbaca | None = None,
) -> Bacaan:  # fmt: skip
    """The people of the query. ``semua``: they are (nearly) the whole register, so what belongs to
    them is read without naming each of them.

    Where a dated constant calls the register the complete record of discipline, who has no row
    there has no case known to the agency. The same goes for court cases, which are recorded as a
    case in process. The written statements (D06) are asked for with the proposal.
    """
    baris = [_Baris._make(r) for r in orang.order_by().values_list(*_Baris._fields)]
    milik: dict[str, Any] = {} if semua else {"pegawai__in": [b.pk for b in baris]}
    tugas = terbaca.tugas if terbaca else _tugas(milik, per)
    formasi = None if semua else {b.formasi_id for b in baris if b.formasi_id}
    kursi, nama = _kursi(formasi, aturan, terbaca)
    lama = {t.jabatan_id for satu in tugas.values() for t in satu}
    nama.lengkapi(lama | {b.jabatan_id for b in baris})
    tahun = range(per.year - aturan.pasangan.predikat_minimal_tahun, per.year)
    lengkap = aturan.pasangan.register_disiplin_lengkap
    bahan = _Bahan(tugas, *_catatan(milik, tahun), nama, lengkap)
    return Bacaan(
        [_orang(b, kursi.get(b.formasi_id or 0), bahan) for b in baris],
        kursi,
        frozenset(
            t.formasi_id
            for satu in tugas.values()
            for t in satu
            if t.formasi_id and t.jenis in MENJALANKAN
        ),
    )


def _kursi(
    ids: set[int] | None, aturan: KetentuanHari, terbaca: Terbaca | None
) -> tuple[dict[int, Kursi], DaftarNama]:
    """Their posts: asked, unless all of them were read."""
    if terbaca is None or ids is None or ids - terbaca.posisi.keys():
        return baca_kursi(ids, aturan=aturan)
    return kursi_dari([terbaca.posisi[pk] for pk in ids], aturan=aturan)


def calon_pengalaman(orang: Pegawai, *, per: date) -> Calon:
    """The posts of one person and nothing else of him, in two or three queries."""
    tugas = _tugas({"pegawai": orang.pk}, per).get(orang.pk, [])
    nama = DaftarNama(())
    nama.lengkapi({orang.jabatan_id, *(t.jabatan_id for t in tugas)})
    awal = orang.tmt_cpns or orang.tmt_pns
    riwayat, lengkap = _riwayat(tugas, orang.tmt_hitung, awal, nama)
    return Calon(
        tmt_cpns=orang.tmt_cpns,
        tmt_pns=orang.tmt_pns,
        jabatan=nama.jabatan(orang.jabatan_id),
        tmt_jabatan=orang.tmt_hitung,
        riwayat=riwayat,
        riwayat_lengkap=lengkap,
    )


class _Bahan(NamedTuple):
    """What was read about everybody, by person."""

    tugas: Mapping[int, list[Tugas]]
    predikat: dict[int, tuple[tuple[int, str], ...]]
    hukuman: dict[int, list[Hukuman]]
    uji: dict[int, list[UjiKompetensi]]
    lisensi: dict[int, list[Lisensi]]
    nama: DaftarNama
    disiplin_lengkap: bool


def penugasan_orang(milik: Mapping[str, Any], *, per: date) -> QuerySet[Penugasan]:
    """Posts that ended, and what is done beside the definitive post on the day."""
    samping = ~Q(jenis=JenisPenugasan.DEFINITIF) & (Q(selesai__isnull=True) | Q(selesai__gt=per))
    lama = Q(jenis=JenisPenugasan.DEFINITIF, selesai__isnull=False)
    return Penugasan.objects.order_by().filter(lama | samping, **milik)


def _tugas(milik: dict[str, Any], per: date) -> dict[int, list[Tugas]]:
    rows = penugasan_orang(milik, per=per)
    hasil: dict[int, list[Tugas]] = defaultdict(list)
    for row in rows.values_list(*Tugas._fields).iterator(chunk_size=5_000):
        hasil[row[0]].append(Tugas._make(row))
    return hasil


_Catatan = tuple[
    dict[int, tuple[tuple[int, str], ...]],
    dict[int, list[Hukuman]],
    dict[int, list[UjiKompetensi]],
    dict[int, list[Lisensi]],
]


def _catatan(milik: dict[str, Any], tahun: range) -> _Catatan:
    """Predicates of the years, sanctions by level and days (never their kind), tests, licences."""
    predikat: dict[int, tuple[tuple[int, str], ...]] = {}
    hukuman, uji, lisensi = defaultdict(list), defaultdict(list), defaultdict(list)
    for pk, macam, satu, dua, mulai, selesai, tanda in _gabung(milik, tahun):
        if macam == "kinerja":
            predikat[pk] = (*predikat.get(pk, ()), (tanda, satu))
        elif macam == "disiplin":
            hukuman[pk].append(Hukuman(satu, mulai, selesai, bool(tanda)))
        elif macam == RiwayatSertifikat.Jenis.UJI_KOMPETENSI:
            uji[pk].append(UjiKompetensi(satu, dua, True, mulai))
        elif macam in LISENSI:
            # Histories keep the first day on which a licence holds no more; the rule asks the last.
            akhir = None if selesai is None else selesai - timedelta(days=1)
            lisensi[pk].append(Lisensi(LISENSI[macam], satu, akhir))
    return predikat, hukuman, uji, lisensi


def _gabung(milik: dict[str, Any], tahun: range) -> Any:
    """The three histories in one query: whose, what, two words, from, until, a number."""
    kolom = ("pegawai_id", "k_macam", "k_satu", "k_dua", "k_mulai", "k_selesai", "k_tanda")
    kosong = Value("", output_field=CharField())
    kurun = {"k_mulai": F("mulai"), "k_selesai": F("selesai")}
    disiplin = RiwayatDisiplin.objects.order_by().filter(**milik).annotate(
        k_macam=Value("disiplin", output_field=CharField()), k_satu=F("tingkat"), k_dua=kosong,
        k_tanda=Case(When(sedang_proses=True, then=1), default=0, output_field=_INT), **kurun,
    )  # fmt: skip
    sertifikat = RiwayatSertifikat.objects.order_by().filter(**milik).annotate(
        k_macam=F("jenis"), k_satu=F("rumpun"), k_dua=F("jenjang"),
        k_tanda=Value(0, output_field=_INT), **kurun,
    )  # fmt: skip
    tanpa_hari = Cast(Value(None), DateField())
    kinerja = RiwayatKinerja.objects.order_by().filter(tahun__in=tahun, **milik).annotate(
        k_macam=Value("kinerja", output_field=CharField()), k_satu=F("predikat"), k_dua=kosong,
        k_mulai=tanpa_hari, k_selesai=tanpa_hari, k_tanda=Cast("tahun", _INT),
    )  # fmt: skip
    lain = [sertifikat.values_list(*kolom), kinerja.values_list(*kolom)]
    return disiplin.values_list(*kolom).union(*lain, all=True).iterator(chunk_size=5_000)


_INT = IntegerField()
LISENSI = {
    RiwayatSertifikat.Jenis.STR: "STR",
    RiwayatSertifikat.Jenis.SIP: "SIP",
    RiwayatSertifikat.Jenis.PENDIDIK: "sertifikat pendidik",
}


def _orang(b: _Baris, kursi: Kursi | None, bahan: _Bahan) -> Orang:
    depan = f"{b.gelar_depan} " if b.gelar_depan else ""
    belakang = f", {b.gelar_belakang}" if b.gelar_belakang else ""
    return Orang(
        pk=b.pk,
        nip=b.nip,
        nama=f"{depan}{b.nama}{belakang}",
        golongan=b.golongan__nama or "",
        pangkat=b.golongan__pangkat or "",
        tmt_golongan=b.tmt_golongan,
        tahun_lulus=b.tahun_lulus,
        hilang_sejak=b.hilang_sejak,
        bekerja_di=b.instansi_kerja_lain,
        calon=_calon(b, kursi, bahan),
        kursi=kursi,
        kiri=b.unit__kiri,
    )


def _calon(b: _Baris, kursi: Kursi | None, bahan: _Bahan) -> Calon:
    awal = b.tmt_cpns or b.tmt_pns
    riwayat, lengkap = _riwayat(bahan.tugas.get(b.pk, ()), b.tmt_hitung, awal, bahan.nama)
    pns = b.status == StatusPegawai.PNS
    jabatan = kursi.jabatan if kursi else bahan.nama.jabatan(b.jabatan_id)
    asal = bahan.nama.berlaku(b.jabatan_id).pk if b.jabatan_id and not kursi else None
    return Calon(
        status=b.status or None,
        kedudukan=b.kedudukan__kode,
        cpns=b.cpns,
        lahir=b.lahir,
        tmt_cpns=b.tmt_cpns,
        tmt_pns=b.tmt_pns,
        akhir_kontrak=b.akhir_kontrak,
        jabatan=jabatan,
        jabatan_id=kursi.jabatan_id if kursi else asal,
        formasi_id=b.formasi_id,
        unit_id=b.unit_id,
        kelas=kursi.kelas if kursi else None,
        tmt_jabatan=b.tmt_hitung,
        tmt_pensiun=b.tmt_pensiun,
        memimpin_satuan=_memimpin(b, jabatan.jenis, bahan),
        gerbang=kursi.gerbang if kursi else (),
        asal_butuh=kursi.butuh if kursi else None,
        asal_isi=kursi.isi if kursi else None,
        golongan=b.golongan__nama if pns else None,
        pendidikan=b.tingkat_pendidikan__kode or b.pendidikan__tingkat__kode,
        program_studi=b.pendidikan__nama,
        predikat=bahan.predikat.get(b.pk, ()),
        riwayat=riwayat,
        riwayat_lengkap=lengkap,
        uji_kompetensi=_atau_tak_tahu(bahan.uji.get(b.pk)),
        lisensi=_atau_tak_tahu(bahan.lisensi.get(b.pk)),
        hukuman=_atau_tak_tahu(bahan.hukuman.get(b.pk, [] if bahan.disiplin_lengkap else None)),
        proses_peradilan=False if bahan.disiplin_lengkap else None,
    )


def _atau_tak_tahu(rows: list[Any] | None) -> tuple[Any, ...] | None:
    return None if rows is None else tuple(rows)


def _memimpin(b: _Baris, jenis: str | None, bahan: _Bahan) -> bool | None:
    """Whether a JF heads a school or a puskesmas; unknown there when no task is recorded."""
    for tugas in bahan.tugas.get(b.pk, ()):
        if tugas.jenis == JenisPenugasan.TT:
            seat = bahan.nama.jabatan(tugas.jabatan_id).jenis == JenisJabatan.STRUKTURAL
            if seat or tugas.jabatan_nama.casefold().startswith("kepala"):
                return True
    return None if jenis == JenisJabatan.FUNGSIONAL and b.unit__jenis in BERKEPALA_JF else False


def _riwayat(
    tugas: Iterable[Tugas], kini: date | None, awal: date | None, nama: DaftarNama
) -> tuple[tuple[Pengalaman, ...], bool]:
    """Earlier posts, and whether they are all of them.

    The present post reaches back to the TMT that counts: what it covers of earlier posts (which
    were only renamed, or ended in the register later than in truth) is not counted twice. The
    history is complete when it goes back to the appointment without a gap.
    """
    lama = [t for t in tugas if t.jenis == JenisPenugasan.DEFINITIF]
    riwayat = []
    for t in sorted(lama, key=lambda t: (t.sejak or date.min, t.selesai or date.max)):
        sampai = min(t.selesai, kini) if t.selesai and kini else t.selesai
        if sampai is None or t.sejak is None or t.sejak < sampai:
            riwayat.append(Pengalaman(nama.jabatan(t.jabatan_id), t.sejak, sampai))
    return tuple(riwayat), _lengkap(riwayat, kini, awal)


def _lengkap(riwayat: list[Pengalaman], kini: date | None, awal: date | None) -> bool:
    sampai = awal
    for satu in riwayat:
        if sampai is None or satu.mulai is None or satu.mulai > sampai:
            return False
        sampai = max(sampai, satu.selesai or sampai)
    return sampai is not None and kini is not None and kini <= sampai

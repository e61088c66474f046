"""Answers about needs and gaps: one dataclass per page, never netted, with source and trust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from organisasi.izin import Izin
from organisasi.models import Jangkauan, JenisUnit, Pengguna
from organisasi.selectors import nilai_ketentuan, semua_ketentuan
from pegawai.models import Formasi, JenisJabatan, Padanan, Pegawai, Penugasan
from penilaian.kernel.kesenjangan import JenjangBeda, TandaPercaya, antar_jenjang, tanda_percaya
from penilaian.models import Kebutuhan, Posisi, SumberKebutuhan

# Rows of ``Posisi`` with the columns of ``with_kebutuhan``, which no type checker can see.
BarisPosisi = Any


@dataclass(frozen=True)
class Ketentuan:
    """The constants of this room, as they stand on a day."""

    eselon_berkursi: list[str]
    pw_mengisi: bool
    usang_hari: int
    jke_menit: int
    nilai: Mapping[str, Any]  # every constant of the day, for the methods of needs


def hari_pemangku() -> date:
    """Today: who works in a post is counted now, whatever day a need or its file speaks for."""
    return timezone.localdate()


def ketentuan(*, per: date) -> Ketentuan:
    """All of them in one query; a missing one is an error, not a zero."""
    nilai = semua_ketentuan(per=per)
    return Ketentuan(
        eselon_berkursi=list(nilai["eselon_berkursi"]),
        pw_mengisi=bool(nilai["pppk_pw_mengisi_formasi"]),
        usang_hari=int(nilai["kebutuhan_usang_hari"]),
        jke_menit=int(nilai["jke_menit"]),
        nilai=nilai,
    )


def posisi_untuk(pengguna: Pengguna, *, per: date, aturan: Ketentuan) -> BarisPosisi:
    """Every post with a need or a holder within reach, with its need and gap."""
    return (
        Posisi.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
        .with_kebutuhan(eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi)
        .berarti()
    )


# Ways to group: key -> (title, columns (value, label), how the list page is filtered by it).
KELOMPOK: dict[str, tuple[str, tuple[str, str], str]] = {
    "opd": ("Perangkat daerah", ("unit__opd_id", "unit__opd__nama"), "opd"),
    "jenis": ("Jenis unit", ("unit__jenis", "unit__jenis"), "jenis_unit"),
    "urusan": ("Urusan", ("unit__urusan", "unit__urusan"), "urusan"),
    "kecamatan": ("Kecamatan", ("unit__wilayah_id", "unit__wilayah__nama"), "kecamatan"),
    "rumpun": ("Rumpun jabatan", ("jabatan__rumpun", "jabatan__rumpun"), "rumpun"),
    "jenis-jabatan": ("Jenis jabatan", ("jabatan__jenis", "jabatan__jenis"), "jenis_jabatan"),
}
_LABEL = {"jenis": dict(JenisUnit.choices), "jenis-jabatan": dict(JenisJabatan.choices)}


@dataclass(frozen=True)
class Ringkasan:
    """The answer of the needs page: totals, then the groups they are made of."""

    total: dict[str, int]
    kelompok: str
    judul_kelompok: str
    parameter: str
    baris: list[dict[str, Any]]
    pw_mengisi: bool


def ringkasan(
    pengguna: Pengguna, *, per: date, kelompok: str = "opd", opd: int | None = None
) -> Ringkasan:
    """Totals and groups in two queries over posts, whatever the number of people."""
    aturan = ketentuan(per=per)
    posisi = posisi_untuk(pengguna, per=per, aturan=aturan)
    if opd is not None:
        posisi = posisi.filter(unit__opd_id=opd)
    kelompok = kelompok if kelompok in KELOMPOK else "opd"
    judul, (nilai, label), parameter = KELOMPOK[kelompok]
    kolom = (nilai,) if nilai == label else (nilai, label)
    baris = []
    for row in posisi.jumlah_per(*kolom):
        teks = _LABEL.get(kelompok, {}).get(row[label], row[label])
        baris.append({**row, "kunci": row[nilai], "nama": teks or "Belum ditentukan"})
    baris.sort(key=lambda b: (-(b["kekurangan"] or 0), -(b["kelebihan"] or 0), str(b["nama"])))
    return Ringkasan(
        total=posisi.jumlah(),
        kelompok=kelompok,
        judul_kelompok=judul,
        parameter=parameter,
        baris=baris,
        pw_mengisi=aturan.pw_mengisi,
    )


def ringkasan_kesenjangan(pengguna: Pengguna, per: date) -> dict[str, int]:
    """The totals alone, for the first page."""
    return posisi_untuk(pengguna, per=per, aturan=ketentuan(per=per)).jumlah()


def tandai(rows: list[Any], *, per: date, aturan: Ketentuan) -> None:
    """Give each post of one page its trust mark and whether its gap is only one of levels."""
    ids = [row.pk for row in rows]
    hilang = dict(
        Pegawai.objects.tercatat()
        .filter(formasi__in=ids, hilang_sejak__isnull=False)
        .order_by()
        .values_list("formasi")
        .annotate(n=Count("pk"))
    )
    beda = _beda_jenjang(rows, aturan=aturan)
    for row in rows:
        row.percaya = tanda_percaya(
            sumber=row.sumber,
            di_luar_referensi=row.jabatan.di_luar_referensi,
            hilang=hilang.get(row.pk, 0),
            kebutuhan_per=row.butuh_per,
            per=per,
            usang_hari=aturan.usang_hari,
        )
        row.jenjang_beda = beda.get((row.unit_id, row.jabatan.rumpun))


def _beda_jenjang(rows: list[Posisi], *, aturan: Ketentuan) -> dict[tuple[int, str], JenjangBeda]:
    jf = [r for r in rows if r.jabatan.jenis == JenisJabatan.FUNGSIONAL and r.jabatan.rumpun]
    saudara: BarisPosisi = Posisi.objects.filter(
        unit__in={r.unit_id for r in jf},
        jabatan__rumpun__in={r.jabatan.rumpun for r in jf},
        jabatan__jenis=JenisJabatan.FUNGSIONAL,
    ).with_kebutuhan(eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi)
    saudara = saudara.order_by().values_list("unit_id", "jabatan__rumpun", "beda")
    return antar_jenjang(saudara) if jf else {}


@dataclass(frozen=True)
class RincianPosisi:
    """One post: every source of its need, its holders, who leaves soon."""

    aturan: Ketentuan
    posisi: Any
    kebutuhan: list[Kebutuhan]
    dari_struktur: bool
    pemangku: QuerySet[Pegawai]
    percaya: TandaPercaya
    jenjang_beda: JenjangBeda | None
    urutan_sumber: list[str]
    padanan: Padanan | None
    alias: list[Formasi]


def rincian_posisi(pengguna: Pengguna, formasi_id: int, *, per: date) -> RincianPosisi | None:
    """None when out of reach or unknown."""
    aturan = ketentuan(per=per)
    posisi: BarisPosisi = (
        Posisi.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
        .with_kebutuhan(eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi)
        .select_related("unit__opd", "jabatan", "dihitung_ke__jabatan")
        .filter(pk=formasi_id)
        .first()
    )
    if posisi is None:
        return None
    tandai([posisi], per=per, aturan=aturan)
    return RincianPosisi(
        aturan=aturan,
        posisi=posisi,
        kebutuhan=list(
            Kebutuhan.objects.filter(formasi_id=formasi_id)
            .select_related("ditetapkan_oleh", "asal__jabatan", "perhitungan__formasi__jabatan")
            .prefetch_related("perhitungan__tugas")
        ),
        dari_struktur=posisi.jabatan.eselon_id in aturan.eselon_berkursi,
        pemangku=Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per)
        .filter(formasi_id=formasi_id)
        .tercatat()
        .select_related("golongan", "kedudukan", "pengguna", "jabatan"),
        percaya=posisi.percaya,
        jenjang_beda=posisi.jenjang_beda,
        urutan_sumber=[s.label for s in SumberKebutuhan],
        padanan=_padanan(posisi),
        alias=list(Formasi.objects.filter(dihitung_ke=posisi).select_related("jabatan")),
    )


def _padanan(posisi: Any) -> Padanan | None:
    """The decision that counts this post under another name, when it is one."""
    if posisi.dihitung_ke_id is None:
        return None
    return Padanan.objects.berlaku().filter(macam="jabatan", dari=posisi.jabatan_id).first()


@dataclass(frozen=True)
class TakTerhitung:
    """People in the register whom no post counts, and why."""

    unor_tak_dikenal: int
    ketik_tangan: int

    @property
    def semua(self) -> int:
        """Both together."""
        return self.unor_tak_dikenal + self.ketik_tangan


def tak_terhitung(pengguna: Pengguna, *, per: date) -> TakTerhitung:
    """Open definitive assignments without a post; seen only with reach over the whole agency."""
    rows = penugasan_tak_terhitung(pengguna, per=per)
    return TakTerhitung(
        unor_tak_dikenal=rows.exclude(unor_id="").count(),
        ketik_tangan=rows.filter(unor_id="").count(),
    )


def penugasan_tak_terhitung(
    pengguna: Pengguna, *, per: date, izin: Izin = Izin.KEBUTUHAN_LIHAT
) -> QuerySet[Penugasan]:
    """The rows behind :func:`tak_terhitung`; names are shown with the right to see people only."""
    rows = (
        Penugasan.objects.definitif()
        .terbuka()
        .filter(formasi__isnull=True, pegawai__berhenti__isnull=True)
        .select_related("pegawai", "jabatan")
        .order_by("pegawai__nama", "pk")
    )
    # Joined to the reach only where there is one: over the whole agency these few rows are found
    # by their own index, however many people there are.
    return Jangkauan.milik(pengguna, izin, per=per).saring(rows, prefix="pegawai__unit__")


def formasi_lowong(pengguna: Pengguna, *, per: date, aturan: Ketentuan) -> BarisPosisi:
    """Posts with a need and nobody in them."""
    return (
        posisi_untuk(pengguna, per=per, aturan=aturan)
        .filter(butuh__gt=0, isi_pns=0, isi_pppk=0, isi_pppk_pw=0)
        .select_related("unit__opd", "jabatan")
    )


def akan_lowong(pengguna: Pengguna, *, per: date, sampai: date) -> QuerySet[Pegawai]:
    """Holders who retire from ``per`` until ``sampai``: their seats fall vacant."""
    return (
        Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per)
        .tercatat()
        .filter(tmt_pensiun__gte=per, tmt_pensiun__lt=sampai)
        .filter(Q(formasi__isnull=False))
        .select_related("unit__opd", "jabatan", "golongan")
        .order_by("tmt_pensiun", "pk")
    )


@dataclass(frozen=True)
class DaftarPosisi:
    """A filtered list of posts and its sums."""

    posisi: BarisPosisi
    total: dict[str, int]
    aturan: Ketentuan


def daftar_posisi(pengguna: Pengguna, saringan: Any, *, per: date) -> DaftarPosisi:
    """Posts within reach, narrowed by the form's ``saring``."""
    aturan = ketentuan(per=per)
    rows = saringan.saring(posisi_untuk(pengguna, per=per, aturan=aturan))
    return DaftarPosisi(
        posisi=rows.select_related("unit__opd", "jabatan"), total=rows.jumlah(), aturan=aturan
    )


def boleh(pengguna: Pengguna, izin: Izin, *, per: date) -> bool:
    """Whether the user holds the right anywhere."""
    return not Jangkauan.milik(pengguna, izin, per=per).kosong


def horizon_pensiun(*, per: date) -> int:
    """Months ahead within which a retirement makes a post "akan lowong"."""
    return int(nilai_ketentuan("pensiun_horizon_bulan", per=per))


@dataclass(frozen=True)
class Lowong:
    """Vacant seats, vacant posts, and holders who leave within the horizon."""

    struktural: BarisPosisi
    lain: BarisPosisi
    akan: QuerySet[Pegawai]
    jumlah_struktural: int
    jumlah_lain: int
    jumlah_akan: int

    def pilih(self, macam: str) -> tuple[str, QuerySet[Any], int]:
        """(kind, rows, how many) of one tab; an unknown name is the first tab."""
        if macam == "lain":
            return macam, self.lain, self.jumlah_lain
        if macam == "akan":
            return macam, self.akan, self.jumlah_akan
        return "struktural", self.struktural, self.jumlah_struktural


def lowong(pengguna: Pengguna, *, per: date, sampai: date) -> Lowong:
    """What the page *lowong dan akan lowong* shows."""
    aturan = ketentuan(per=per)
    kosong = formasi_lowong(pengguna, per=per, aturan=aturan)
    kursi = Q(jabatan__jenis=JenisJabatan.STRUKTURAL, jabatan__eselon_id__in=aturan.eselon_berkursi)
    struktural, lain = kosong.filter(kursi), kosong.exclude(kursi)
    akan = akan_lowong(pengguna, per=per, sampai=sampai)
    return Lowong(
        struktural=struktural.order_by("jabatan__eselon_id", "unit__kiri"),
        lain=lain.order_by("-kurang", "unit__kiri", "pk"),
        akan=akan,
        jumlah_struktural=struktural.order_by().count(),
        jumlah_lain=lain.order_by().count(),
        jumlah_akan=akan.order_by().count(),
    )

"""The whole analysis of needs for one day, as ``manage.py analisis_kebutuhan`` gives it.

Bezetting is counted from the assignments of that day, not from the stored totals, so that any day
can be asked; a test holds the two against each other. Matches of names have no past: every day is
counted by those in force now, as needs are. EJ and EU come from the exact load, in people by the
JKE each need was decided with, so they agree with the raw need whatever JKE is now. Writes nothing.

Each table is walked through once and no object is made of a row: at 20,000 people the arithmetic
must not cost more than the reading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, F, Q, When
from django.db.models.functions import Cast

from organisasi.models import UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai, Penugasan, StatusPegawai
from penilaian.kernel.efektivitas_massal import Kelas, Orang, jumlahkan_orang
from penilaian.kernel.hitungan import pecahan
from penilaian.kernel.kesenjangan import Isi, Jumlah, jumlahkan, selisih
from penilaian.kernel.proyeksi import hitung_pensiun
from penilaian.models import Kebutuhan, SumberKebutuhan
from penilaian.selectors.kebutuhan import Ketentuan, ketentuan
from penilaian.selectors.tetapan import tetapan_kebutuhan

_PER_STATUS = {s.value: Count("pk", filter=Q(pegawai__status=s)) for s in StatusPegawai}
_KURSI = Orang(1, 1)


class _Butuh(NamedTuple):
    """The need of a post as counted; ``tepat`` adds all rows of the source that counts."""

    sumber: str
    jumlah: int
    tepat: Orang
    terukur: bool  # every row of it was computed from minutes of tasks


@dataclass
class _Baris:
    """A row of the answer with what its unit adds up."""

    isi: dict[str, Any]
    beban: Orang | None
    kursi_kosong: bool


@dataclass
class _Hari:
    """The rules of the day and what was read."""

    aturan: Ketentuan
    kelas: Kelas
    butuh: dict[int, _Butuh]
    isi: dict[int, Isi]


def analisis_kebutuhan(*, per: date, unit: UnitKerja | None = None) -> dict[str, Any]:
    """The object of ANTARMUKA section 4; with ``unit`` only that unit and everything below it."""
    aturan = ketentuan(per=per)
    formasi = _baca_formasi(unit)
    hari = _Hari(
        aturan=aturan,
        kelas=Kelas(tetapan_kebutuhan(per=per)),
        butuh=_baca_kebutuhan(unit),
        isi=_isi_per_formasi(per, unit, formasi),
    )
    baris = [satu for row in formasi if (satu := _satu_formasi(hari, row)) is not None]
    total = _jumlah(baris)
    pensiun, akhir_kontrak = _masa_depan(per, unit)
    return {
        "per": per.isoformat(),
        "jke_menit": aturan.jke_menit,
        "formasi": [satu.isi for satu in baris],
        "unit": _baris_unit(baris, hari.kelas),
        "total": {
            "kebutuhan": total.kebutuhan,
            "bezetting": total.bezetting,
            "kekurangan": total.kekurangan,
            "kelebihan": total.kelebihan,
        },
        "pensiun": pensiun,
        "akhir_kontrak": akhir_kontrak,
        "jabatan_struktural_kosong": sum(satu.kursi_kosong for satu in baris),
    }


def _isi_per_formasi(
    per: date, unit: UnitKerja | None, formasi: list[tuple[Any, ...]]
) -> dict[int, Isi]:
    """Holders of the day by the post under which their printed one is counted now.

    An open assignment names that post. One that ended since the day keeps the post of its own
    time: a day must not be counted half by old names and half by new ones.
    """
    rows = (
        Penugasan.objects.definitif()
        .berlaku(per)
        .filter(formasi__isnull=False)
        .exclude(pegawai__berhenti__lte=per)
        .order_by()
    )
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    hasil = {
        post: Isi(*isi)
        for post, *isi in rows.terbuka().values_list("formasi").annotate(**_PER_STATUS)
    }
    tempat = {(row[1], row[2]): row[3] or row[0] for row in formasi}
    lampau = rows.exclude(selesai=None).values_list("unit", "jabatan", "formasi")
    for di_unit, jabatan, post, *isi in lampau.annotate(**_PER_STATUS):
        kini = tempat.get((di_unit, jabatan), post)
        lama = hasil.get(kini, Isi())
        hasil[kini] = Isi(lama.pns + isi[0], lama.pppk + isi[1], lama.pppk_pw + isi[2])
    return hasil


def _baca_formasi(unit: UnitKerja | None) -> list[tuple[Any, ...]]:
    """Every post, in the order of the tree."""
    rows = Formasi.objects.order_by("unit__kiri", "jabatan__nama", "pk")
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    return list(
        rows.values_list(
            "pk", "unit", "jabatan", "dihitung_ke", "unit__siasn_id", "unit__nama",
            "jabatan__siasn_id", "jabatan__nama", "jabatan__jenis", "jabatan__eselon_id",
            "jabatan__aktif",
        )
    )  # fmt: skip


def _baca_kebutuhan(unit: UnitKerja | None) -> dict[int, _Butuh]:
    """What each post needs by the source that counts: the marked row, then its fellows."""
    tertulis = Case(When(perhitungan__jke_menit__isnull=True, then=F("mentah")))
    rows = Kebutuhan.objects.order_by()
    if unit is not None:
        rows = rows.filter(formasi__unit__kiri__gte=unit.kiri, formasi__unit__kiri__lte=unit.kanan)
    kolom = ("perhitungan__menit", "perhitungan__jke_menit", tertulis)
    dipakai = rows.filter(dipakai=True).values_list("formasi", "sumber", "terhitung", *kolom)
    hasil = {
        post: _Butuh(sumber, jumlah or 0, _tepat(menit, jke, mentah), jke is not None)
        for post, sumber, jumlah, menit, jke, mentah in dipakai
    }
    # Posts of several names have several rows of one source; one of them carries the mark.
    serupa = rows.filter(
        dipakai=False, formasi__kebutuhan__dipakai=True, formasi__kebutuhan__sumber=F("sumber")
    )
    for post, menit, jke, mentah in serupa.values_list("formasi", *kolom):
        satu = hasil[post]
        hasil[post] = satu._replace(
            tepat=jumlahkan_orang((satu.tepat, _tepat(menit, jke, mentah))),
            terukur=satu.terukur and jke is not None,
        )
    return hasil


def _tepat(menit: str, jke: int | None, mentah: Any) -> Orang:
    return Orang.dari(pecahan(mentah)) if jke is None else Orang.dari_menit(menit, jke)


def _satu_formasi(hari: _Hari, row: tuple[Any, ...]) -> _Baris | None:
    """None for a post that nobody needs and nobody holds."""
    pk, _, _, _, unor_id, unor, jabatan_id, jabatan, jenis, eselon, aktif = row
    isi, butuh = hari.isi.get(pk), hari.butuh.get(pk)
    kursi = jenis == JenisJabatan.STRUKTURAL and eselon in hari.aturan.eselon_berkursi and aktif
    if butuh is None and kursi:
        butuh = _Butuh(SumberKebutuhan.STRUKTUR.value, 1, _KURSI, terukur=False)
    if butuh is None and isi is None:
        return None
    isi = isi or Isi()
    nominal = isi.nominal(pw_mengisi=hari.aturan.pw_mengisi)
    kebutuhan = None if butuh is None else butuh.jumlah
    abk = butuh is not None and butuh.terukur and butuh.sumber == SumberKebutuhan.ABK.value
    beban = butuh.tepat if butuh is not None and abk else None
    ej = beban.per(nominal) if beban is not None and nominal else None
    return _Baris(
        {
            "unor_id": unor_id,
            "unor": unor,
            "jabatan_id": jabatan_id,
            "jabatan": jabatan,
            "sumber": None if butuh is None else butuh.sumber,
            "kebutuhan_mentah": None if butuh is None else butuh.tepat.teks,
            "kebutuhan": kebutuhan,
            "bezetting": nominal,
            "bezetting_per_status": {"PNS": isi.pns, "PPPK": isi.pppk, "PPPK_PW": isi.pppk_pw},
            "selisih": selisih(kebutuhan, nominal),
            "ej": None if ej is None else ej.teks,
            "kelas": None if ej is None else hari.kelas.dari(ej),
        },
        beban,
        kursi_kosong=kursi and isi.semua == 0,
    )


def _jumlah(baris: list[_Baris]) -> Jumlah:
    return jumlahkan((satu.isi["kebutuhan"], satu.isi["bezetting"]) for satu in baris)


def _baris_unit(baris: list[_Baris], kelas: Kelas) -> list[dict[str, Any]]:
    """Own posts only; EU over those whose load was measured."""
    per_unit: dict[tuple[str, str], list[_Baris]] = defaultdict(list)
    for satu in baris:
        per_unit[satu.isi["unor_id"], satu.isi["unor"]].append(satu)
    hasil = []
    for (unor_id, unor), isi in per_unit.items():
        jumlah = _jumlah(isi)
        terukur = [(s.beban, s.isi["bezetting"]) for s in isi if s.beban is not None]
        pemangku = sum(n for _, n in terukur)
        eu = jumlahkan_orang([beban for beban, _ in terukur]).per(pemangku) if pemangku else None
        hasil.append(
            {
                "unor_id": unor_id,
                "unor": unor,
                "kekurangan": jumlah.kekurangan,
                "kelebihan": jumlah.kelebihan,
                "eu": None if eu is None else eu.teks,
                "kelas": None if eu is None else kelas.dari(eu),
            }
        )
    return hasil


def _masa_depan(per: date, unit: UnitKerja | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Retirements and ends of contracts of everybody the register holds now."""
    rows = Pegawai.objects.tercatat().order_by()
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    # Days as text: they are only counted and cut, and are read once per day, not once per person.
    hari = (Cast("tmt_pensiun", CharField()), Cast("akhir_kontrak", CharField()))
    orang = Counter(rows.values_list("status", *hari))
    kontrak = Counter[tuple[str, str]]()
    for (status, _, akhir), n in orang.items():
        if akhir is not None and akhir >= per.isoformat():
            kontrak[status, akhir[:4]] += n
    tmt = (
        (status, None if hari is None else date.fromisoformat(hari), n)
        for (status, hari, _), n in orang.items()
    )
    return _pensiun(tmt, per), _akhir_kontrak(kontrak)


def _pensiun(tmt: Iterable[tuple[str, date | None, int]], per: date) -> dict[str, Any]:
    hasil = hitung_pensiun(tmt, per=per, status=StatusPegawai.values)
    return {
        **{
            status: {str(tahun): n for tahun, n in per_tahun.items()}
            for status, per_tahun in hasil.per_status.items()
        },
        "tanpa_bup": hasil.tanpa_bup,
        "lewat_bup": hasil.lewat_bup,
    }


def _akhir_kontrak(kontrak: Counter[tuple[str, str]]) -> dict[str, Any]:
    hasil: dict[str, dict[str, int]] = {
        StatusPegawai.PPPK.value: {}, StatusPegawai.PPPK_PW.value: {},
    }  # fmt: skip
    for (status, tahun), n in sorted(kontrak.items()):
        hasil.setdefault(status, {})[tahun] = n
    return hasil

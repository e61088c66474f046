"""Cases before the pair rules, built from plain words; and random ones with every field unknown
now and then."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.perkara import (
    Calon,
    DasarDemosi,
    Dispensasi,
    Gerbang,
    Hukuman,
    Jabatan,
    Jalur,
    Lisensi,
    Pengalaman,
    Perkara,
    Sasaran,
    UjiKompetensi,
)

HARI_INI = date(2026, 6, 1)

JPT_A, JPT_B = Jabatan("1", "21"), Jabatan("1", "22")
SEKRETARIS, KABID = Jabatan("1", "31"), Jabatan("1", "32")
KASI, KASUBBAG = Jabatan("1", "41"), Jabatan("1", "42")
PELAKSANA = Jabatan("4")
GURU_PERTAMA = Jabatan("2", None, "PT", "Guru")
GURU_MUDA = Jabatan("2", None, "MU", "Guru")
ANALIS_PERTAMA = Jabatan("2", None, "PT", "Analis Kebijakan")
ANALIS_MUDA = Jabatan("2", None, "MU", "Analis Kebijakan")
ANALIS_MADYA = Jabatan("2", None, "MA", "Analis Kebijakan")
ANALIS_UTAMA = Jabatan("2", None, "UT", "Analis Kebijakan")
PERAWAT_TERAMPIL = Jabatan("2", None, "TR", "Perawat")


@cache
def ketentuan(hari: date = HARI_INI) -> Ketentuan:
    """The constants as the migrations lay them, in force on the day."""
    nilai: dict[str, tuple[date, Any]] = {}
    for modul in (
        "organisasi.migrations.0002_ketentuan_dan_akun_sistem",
        "penilaian.migrations.0004_ketentuan_syarat",
    ):
        for kode, isi, _, mulai, *_ in import_module(modul).KETENTUAN:
            if mulai <= hari and (kode not in nilai or nilai[kode][0] < mulai):
                nilai[kode] = (mulai, isi)
    return Ketentuan.dari({kode: isi for kode, (_, isi) in nilai.items()})


def calon(**isi: Any) -> Calon:
    """A PNS of whom everything is known and nothing speaks against: Kasi since 2021, S-1, III/d."""
    dasar = Calon(
        status="PNS",
        kedudukan="1",
        cpns=False,
        lahir=date(1982, 3, 15),
        lahir_berbeda=False,
        tmt_cpns=date(2008, 1, 1),
        tmt_pns=date(2009, 1, 1),
        jabatan=KASI,
        jabatan_id=10,
        formasi_id=100,
        unit_id=1,
        tmt_jabatan=date(2021, 1, 4),
        memimpin_satuan=False,
        asal_butuh=4,
        asal_isi=4,
        golongan="III/d",
        pendidikan="40",
        program_studi="S-1 ILMU HUKUM",
        predikat=((2024, "BAIK"), (2025, "BAIK")),
        riwayat=(Pengalaman(PELAKSANA, date(2009, 1, 1), date(2021, 1, 4)),),
        riwayat_lengkap=True,
        pengalaman_bidang=(("Analis Kebijakan", 30),),
        uji_kompetensi=(UjiKompetensi("Analis Kebijakan", "MU", True, date(2025, 5, 5)),),
        lisensi=(),
        hukuman=(),
        proses_peradilan=False,
        ikatan_dinas=False,
    )
    return replace(dasar, **isi)


def sasaran(**isi: Any) -> Sasaran:
    """A vacant Kabid's post (III.b)."""
    dasar = Sasaran(
        jabatan=KABID,
        jabatan_id=20,
        formasi_id=200,
        unit_id=2,
        nama="Kepala Bidang Mutasi",
        bup=58,
        pangkat_terendah="III/d",
        pangkat_tertinggi="IV/a",
        pendidikan_minimal="40",
        memimpin_satuan=False,
        ada_plt=False,
        butuh=1,
        isi=0,
    )
    return replace(dasar, **isi)


def perkara(
    orang: Calon | None = None, pos: Sasaran | None = None, *, tmt: date = HARI_INI, **isi: Any
) -> Perkara:
    """That person for that post, today, inside the instansi."""
    isi.setdefault("per", HARI_INI)
    isi.setdefault("ketentuan", ketentuan())
    return Perkara(orang or calon(), pos or sasaran(), tmt=tmt, **isi)


_JABATAN = (
    JPT_A, JPT_B, SEKRETARIS, KABID, KASI, KASUBBAG, PELAKSANA, PELAKSANA, GURU_PERTAMA, GURU_MUDA,
    ANALIS_PERTAMA, ANALIS_MUDA, ANALIS_MADYA, ANALIS_UTAMA, PERAWAT_TERAMPIL,
    Jabatan("2", None, "PT", "Perawat"), Jabatan("2", None, "UT", "Perawat"), Jabatan("1", "51"),
    Jabatan("1", "99"), Jabatan("1", "11"), Jabatan("2", None, None, "Guru"),
    Jabatan("2", None, "MU", None), Jabatan("2"), Jabatan("1"), Jabatan(),
)  # fmt: skip


def _mungkin(acak: random.Random, nilai: Any, kosong: Any = None) -> Any:
    """The value, or (one time in eight) nothing."""
    return kosong if acak.random() < 0.125 else nilai


def _hari(acak: random.Random, dari: int, sampai: int) -> date:
    return date(dari, 1, 1) + timedelta(days=acak.randrange((sampai - dari) * 365))


def calon_acak(acak: random.Random) -> Calon:
    """Anybody; every field may be unknown."""
    jabatan = acak.choice(_JABATAN)
    status = acak.choice(("PNS", "PNS", "PNS", "PPPK", "PPPK_PW", "TNI"))
    isi: dict[str, Any] = {
        "status": status,
        "kedudukan": acak.choice(("1", "1", "1", "71", "3", "15", "92")),
        "cpns": acak.random() < 0.1,
        "lahir": _hari(acak, 1960, 2002),
        "tmt_cpns": _hari(acak, 2010, 2024),
        "tmt_pns": _hari(acak, 2011, 2026),
        "akhir_kontrak": _hari(acak, 2025, 2029),
        "jabatan": jabatan,
        "jabatan_id": acak.randrange(12),
        "formasi_id": acak.randrange(30),
        "tmt_jabatan": _hari(acak, 2018, 2027),
        "memimpin_satuan": acak.random() < 0.3,
        "gerbang": acak.choice(((), (), (Gerbang("Izin", "Mendagri", "sk"),))),
        "golongan": acak.choice(("II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")),
        "pendidikan": acak.choice(("15", "17", "30", "35", "40", "42", "45", "47", "x")),
        "program_studi": acak.choice(
            ("S-1 ILMU HUKUM", "PROFESI NERS", "S-1 KEDOKTERAN", "D-III KEBIDANAN", "SMA IPA")
        ),
        "predikat": tuple(
            (tahun, acak.choice(("BAIK", "BAIK", "SANGAT BAIK", "KURANG")))
            for tahun in (2023, 2024, 2025)
            if acak.random() < 0.8
        ),
        "riwayat": tuple(
            Pengalaman(
                acak.choice(_JABATAN),
                _mungkin(acak, _hari(acak, 2010, 2020)),
                _mungkin(acak, _hari(acak, 2012, 2028)),
            )
            for _ in range(acak.randrange(4))
        ),
        "riwayat_lengkap": acak.random() < 0.6,
        "pengalaman_bidang": (("Analis Kebijakan", acak.randrange(6, 40)), ("guru", 24)),
        "uji_kompetensi": tuple(
            UjiKompetensi(
                acak.choice(("Guru", "Perawat", "Analis Kebijakan")),
                acak.choice(("PT", "MU", "MA")),
                acak.random() < 0.7,
                _mungkin(acak, _hari(acak, 2020, 2026)),
            )
            for _ in range(acak.randrange(3))
        ),
        "lisensi": tuple(
            Lisensi(
                acak.choice(("STR", "sertifikat pendidik")),
                acak.choice(("", "Guru", "Perawat")),
                _mungkin(acak, _hari(acak, 2025, 2029)),
            )
            for _ in range(acak.randrange(3))
        ),
        "hukuman": tuple(
            Hukuman(
                acak.choice("RSB"),
                _mungkin(acak, _hari(acak, 2022, 2027)),
                _mungkin(acak, _hari(acak, 2024, 2028)),
                acak.random() < 0.2,
            )
            for _ in range(acak.choice((0, 0, 0, 1, 2)))
        ),
        "proses_peradilan": acak.random() < 0.1,
        "ikatan_dinas": acak.random() < 0.2,
        "ikatan_dinas_sampai": _hari(acak, 2025, 2028),
    }
    return Calon(**_kosongkan(acak, Calon, isi))


def sasaran_acak(acak: random.Random) -> Sasaran:
    """Any post; every field may be unknown."""
    isi: dict[str, Any] = {
        "jabatan": acak.choice(_JABATAN),
        "jabatan_id": acak.randrange(12),
        "formasi_id": acak.randrange(30),
        "bup": acak.choice((58, 60, 65)),
        "pangkat_terendah": acak.choice(("III/a", "III/c", "III/d", "IV/a", "IV/b")),
        "pendidikan_minimal": acak.choice(("15", "30", "35", "40", "42", "45")),
        "bidang_pendidikan": acak.choice(
            ("", "", "Sarjana bidang hukum", "Ners", "Sarjana Kedokteran", "ekonomi yang relevan")
        ),
        "pengisian": acak.choice(("PNS", "PNS dan PPPK", "")),
        "memimpin_satuan": acak.random() < 0.3,
        "gerbang": acak.choice(((), (), (Gerbang("Izin", "Gubernur", "sk"),))),
        "berlaku": acak.random() < 0.9,
        "butuh": acak.randrange(4),
        "isi": acak.randrange(4),
        "akan_kosong": tuple(_hari(acak, 2026, 2027) for _ in range(acak.randrange(2))),
    }
    return Sasaran(**_kosongkan(acak, Sasaran, isi))


def _kosongkan(acak: random.Random, kelas: Any, isi: dict[str, Any]) -> dict[str, Any]:
    """Each field at its own default (unknown) now and then, tuples also as None where allowed."""
    boleh_none = {f.name for f in fields(kelas) if "None" in str(f.type)}
    hasil = {}
    for nama, nilai in isi.items():
        if acak.random() < 0.125:
            if nama not in boleh_none:
                continue
            nilai = None
        hasil[nama] = nilai
    return hasil


def keadaan_acak(acak: random.Random, pos: Sasaran) -> Perkara:
    """Any road to that post, on any day."""
    hukum = replace(
        ketentuan(),
        tanggal_penetapan_paslon=_mungkin(acak, date(2026, 12, 1)),
        tanggal_pelantikan_kepala_daerah=_mungkin(acak, date(2025, 2, 20)),
        maks_pangkat_di_bawah=acak.randrange(3),
    )
    return Perkara(
        calon=Calon(),
        sasaran=pos,
        ketentuan=hukum,
        per=date(acak.choice((2025, 2026)), 6, 1),
        tmt=_hari(acak, 2026, 2028),
        jalur=acak.choice((Jalur.DALAM_INSTANSI, Jalur.DALAM_INSTANSI, Jalur.ANTAR_INSTANSI)),
        permintaan_sendiri=acak.random() < 0.3,
        dispensasi=_mungkin(acak, Dispensasi("SE 19/2023", acak.choice(("", "a")))),
        dasar_demosi=acak.choice((None, None, None, *DasarDemosi)),
        restrukturisasi=acak.random() < 0.3,
        penempatan_cpns=acak.random() < 0.2,
        pengecualian_pendidikan=acak.choice(("", "", "", "Perbup daerah terpencil")),
    )

"""Sets of criteria for tests: one to be read, and random ones that may be published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    Keluarga,
    Kriteria,
    Linear,
    Perangkat,
    Rasio,
    Skala,
    SumberNilai,
    Tabel,
    Tangga,
)
from penilaian.kernel.skor import Mentah

D = Decimal
PREDIKAT = Tabel(
    {
        "SANGAT BAIK": D(100),
        "BAIK": D(80),
        "BUTUH PERBAIKAN": D(60),
        "KURANG": D(40),
        "SANGAT KURANG": D(20),
    }
)


def kriteria(
    kode: str,
    sumber: SumberNilai,
    skala: Skala,
    bobot: Decimal | int,
    *,
    arah: Arah = Arah.NAIK,
    bila_kosong: BilaKosong = BilaKosong.TIDAK_LENGKAP,
) -> Kriteria:
    """A criterion with nothing to reproach."""
    return Kriteria(
        kode=kode,
        bunyi=f"{sumber.nama} pegawai.",
        dasar="PermenPANRB 6/2022",
        sumber=sumber,
        satuan=sumber.satuan,
        arah=arah,
        skala=skala,
        bobot=D(bobot),
        bukti="Berkas pendukung periode itu",
        bila_kosong=bila_kosong,
    )


def perangkat(*isi: Kriteria, bobot_minimal: Decimal | int = 60, **lain: object) -> Perangkat:
    """A set of the criteria given."""
    dasar = Perangkat(
        keluarga=Keluarga.KINERJA,
        kode="kinerja",
        versi=1,
        nama="Kriteria kinerja",
        pengantar="Untuk semua pegawai.",
        dasar="PP 30/2019",
        berlaku_mulai=None,
        bobot_minimal=D(bobot_minimal),
        peringkat=True,
        urutan_seri=(),
        kriteria=isi,
    )
    return replace(dasar, **lain)  # type: ignore[arg-type]


HADIR = kriteria("K01", SumberNilai.KEHADIRAN, Linear(D(80), D(100)), 20)
TAHUNAN = kriteria("K02", SumberNilai.PREDIKAT_TAHUNAN, PREDIKAT, 50)
LAYANAN = kriteria(
    "K03", SumberNilai.KEPUASAN_PENGGUNA, Rasio(D(90), D(110)), 30,
    bila_kosong=BilaKosong.BOBOT_DIBAGI,
)  # fmt: skip
CONTOH = perangkat(HADIR, TAHUNAN, LAYANAN)

_PERSEN = st.decimals(min_value=0, max_value=100, places=2)
_PILIHAN: tuple[tuple[SumberNilai, Skala, Arah, st.SearchStrategy[Decimal | str]], ...] = (
    (SumberNilai.KEHADIRAN, Linear(D(80), D(100)), Arah.NAIK, _PERSEN),
    (SumberNilai.MUTU, Linear(D(100), D("12.5")), Arah.TURUN, _PERSEN),
    (SumberNilai.PREDIKAT_TAHUNAN, PREDIKAT, Arah.NAIK, st.sampled_from(list(PREDIKAT.isi))),
    (
        SumberNilai.INOVASI,
        Tangga(((D(1), D(60)), (D(2), D("85.5")), (D(3), D(100)))),
        Arah.NAIK,
        st.integers(0, 5).map(D),
    ),
    (
        SumberNilai.CAPAIAN_SKP,
        Tangga(((D(0), D(100)), (D(50), D(40)), (D(120), D(0)))),
        Arah.TURUN,
        st.decimals(min_value=0, max_value=200, places=1),
    ),
    (SumberNilai.KONTRIBUSI_TIM, Rasio(D(90), D(120)), Arah.NAIK, _PERSEN),
    (SumberNilai.PELATIHAN_JP, Rasio(D(20), D(130), Arah.TURUN), Arah.TURUN, _PERSEN),
)
MENTAH = {sumber: nilai for sumber, _, _, nilai in _PILIHAN}
_KALIMAT = st.sampled_from(("", "Hadir 228 dari 230 hari kerja.", 'Kata "kutip" \\ é\n;'))
_BUKTI = st.sampled_from(
    ((), (7,), ("indikator:7",), ({"b": 1, "a": [2]},), ({"jenis": 'a"b', "id": 7},), (1, "dua"))
)


@st.composite
def perangkat_acak(draw: st.DrawFn) -> Perangkat:
    """Any set that may be published: one to seven criteria, weights of two decimals."""
    pilihan = draw(st.lists(st.sampled_from(_PILIHAN), min_size=1, max_size=7, unique_by=id))
    batas = draw(
        st.lists(
            st.integers(1, 9_999), min_size=len(pilihan) - 1, max_size=len(pilihan) - 1, unique=True
        )
    )
    tepi = [0, *sorted(batas), 10_000]
    semua = tuple(
        kriteria(
            f"K{nomor:02}", sumber, skala, D(tepi[nomor + 1] - tepi[nomor]).scaleb(-2),
            arah=arah, bila_kosong=draw(st.sampled_from(BilaKosong)),
        )
        for nomor, (sumber, skala, arah, _) in enumerate(pilihan)
    )  # fmt: skip
    minimal = draw(st.sampled_from((1, 40, 75)))
    seri = tuple(draw(st.permutations([satu.kode for satu in semua])))
    return perangkat(*semua, bobot_minimal=minimal, urutan_seri=seri)


@st.composite
def mentah_acak(draw: st.DrawFn, satu: Perangkat, *, lengkap: bool = False) -> dict[str, Mentah]:
    """Raw values of one person: measured, missing, contradictory, impossible, or not even named."""
    hasil = {}
    for k in satu.kriteria:
        keadaan = 0 if lengkap else draw(st.sampled_from((0, 0, 0, 0, 1, 1, 2, 3, 4)))
        kalimat, bukti = draw(_KALIMAT), draw(_BUKTI)
        if keadaan == 0:
            hasil[k.kode] = Mentah.ada(draw(MENTAH[k.sumber]), kalimat, bukti)
        elif keadaan == 1:
            hasil[k.kode] = Mentah.kosong(kalimat, "OPD", bukti)
        elif keadaan == 2:
            hasil[k.kode] = Mentah.tak_terperiksa("Dua sumber berlawanan.", "BKD", bukti)
        elif keadaan == 3:
            hasil[k.kode] = Mentah.ada(D(-3), kalimat, bukti)
    return hasil

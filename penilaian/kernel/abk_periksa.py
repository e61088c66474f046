"""What looks odd about a computed ABK: warnings, never refusals (metode-pengukuran 1.6).

Three of them guess what may have gone wrong: a norm in hours, a volume of the year under a shorter
period, a norm longer than the period it belongs to. A guess is made only when its cure brings the
load per person back into the usual range.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from penilaian.kernel.abk import BarisTugas, Periode
from penilaian.kernel.hitungan import Hitungan, TemuanHitung, angka
from penilaian.kernel.tetapan import KetentuanKebutuhan

_MENIT_SEJAM = 60
_SATUAN_WAKTU = frozenset({"menit", "jam", "hari", "minggu", "bulan", "tahun"})


def periksa_abk(
    hitungan: Hitungan[BarisTugas], k: KetentuanKebutuhan, *, pemangku: int
) -> tuple[TemuanHitung, ...]:
    """Every warning about one post, its tasks first."""
    return (*_tugas(hitungan, k), *_jabatan(hitungan, k, pemangku))


def _tugas(h: Hitungan[BarisTugas], k: KetentuanKebutuhan) -> Iterator[TemuanHitung]:
    for nomor, baris in enumerate(h.baris):
        tugas = baris.tugas
        kapasitas = k.jke_menit / k.pengali_periode[tugas.periode]
        if tugas.norma > kapasitas and tugas.periode is not Periode.TAHUN:
            yield TemuanHitung(
                "norma_melebihi_periode",
                f"{tugas.uraian}: satu hasil memakan {angka(tugas.norma)} menit, padahal satu "
                f"orang bekerja {angka(kapasitas)} menit per {tugas.periode}. Periksa apakah norma "
                "waktu itu untuk setahun.",
                kolom="NORMA WAKTU (menit)",
                baris=nomor,
            )
        if tugas.satuan.casefold() in _SATUAN_WAKTU:
            yield TemuanHitung(
                "satuan_waktu",
                f"{tugas.uraian}: satuan hasil '{tugas.satuan}' adalah satuan waktu, bukan hasil "
                "yang dapat dihitung.",
                kolom="SATUAN HASIL",
                baris=nomor,
            )
        if h.nilai and len(h.baris) > 1:
            bagian = baris.orang / h.nilai * 100
            if bagian > k.awas_tugas_dominan_persen:
                yield TemuanHitung(
                    "tugas_dominan",
                    f"{tugas.uraian}: mengambil {angka(bagian, 1)}% beban jabatan, di atas "
                    f"{angka(k.awas_tugas_dominan_persen)}%.",
                    baris=nomor,
                )


def _jabatan(
    h: Hitungan[BarisTugas], k: KetentuanKebutuhan, pemangku: int
) -> Iterator[TemuanHitung]:
    if h.nilai and h.bulat == 0:
        yield TemuanHitung(
            "kebutuhan_nol",
            f"Beban {angka(h.nilai)} orang dibulatkan menjadi 0; tugasnya perlu digabung ke "
            "jabatan lain.",
        )
    elif 0 < h.nilai < 1:
        yield TemuanHitung(
            "beban_kurang_dari_satu",
            f"Beban {angka(h.nilai)} orang: 1 pegawai, dengan catatan ditambah beban kerja lain.",
        )
    if pemangku == 0:
        yield TemuanHitung("jabatan_kosong", "Jabatan ini tidak mempunyai pemangku; EJ kosong.")
        return
    beban = h.nilai / pemangku
    ringan, berat = k.awas_beban_per_orang
    if ringan <= beban <= berat:
        return
    kode, kata = (
        ("beban_ringan", "kurang dari") if beban < ringan else ("beban_berat", "lebih dari")
    )
    batas = ringan if beban < ringan else berat
    yield TemuanHitung(
        kode,
        f"Beban per pemangku {angka(beban, 2)}, {kata} {angka(batas)}. Periksa volume dan norma.",
    )
    yield from _dugaan(h, k, pemangku)


def _dugaan(
    h: Hitungan[BarisTugas], k: KetentuanKebutuhan, pemangku: int
) -> Iterator[TemuanHitung]:
    """The usual slip that would explain a load outside the range."""
    ringan, berat = k.awas_beban_per_orang
    sebagai_menit = h.nilai * _MENIT_SEJAM / pemangku
    if h.nilai / pemangku < ringan and ringan <= sebagai_menit <= berat:
        yield TemuanHitung(
            "norma_mungkin_jam",
            "Norma waktu tampak diisi dalam jam: bila dikalikan 60, beban per pemangku menjadi "
            f"{angka(sebagai_menit, 2)}.",
            kolom="NORMA WAKTU (menit)",
        )
    if h.nilai / pemangku <= berat:
        return
    setahun = sum((b.orang / b.pengali for b in h.baris), Fraction()) / pemangku
    if ringan <= setahun <= berat:
        yield TemuanHitung(
            "volume_mungkin_setahun",
            "Volume tampak sudah untuk setahun tetapi diberi periode yang lebih pendek: bila "
            f"semuanya setahun, beban per pemangku menjadi {angka(setahun, 2)}.",
            kolom="PERIODE",
        )

"""What changed between two versions of a set of criteria, in sentences for people."""

from __future__ import annotations

from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.kata import daftar
from penilaian.kernel.kriteria import BilaKosong, Kriteria, Perangkat

BUNYI_KOSONG = {
    BilaKosong.TIDAK_LENGKAP: "nilai belum lengkap sampai datanya ada, tidak pernah dianggap nol",
    BilaKosong.BOBOT_DIBAGI: "bobotnya dibagi ke kriteria lain yang terukur, sebanding bobotnya",
}


def beda_perangkat(lama: Perangkat, baru: Perangkat) -> tuple[str, ...]:
    """A sentence per difference that changes a score or its meaning; empty: they judge alike.

    Number and day of a version are no difference; criteria are the same when their codes are.
    """
    dulu = {satu.kode: satu for satu in lama.kriteria}
    kini = {satu.kode: satu for satu in baru.kriteria}
    tetap = [kode for kode in kini if kode in dulu]
    return (
        *_umum(lama, baru),
        *(f"Kriteria {k} dihapus: {dulu[k].bunyi}" for k in dulu if k not in kini),
        *(
            f"Kriteria {k} ditambahkan dengan bobot {bunyi_angka(kini[k].bobot)}: {kini[k].bunyi}"
            for k in kini
            if k not in dulu
        ),
        *(kalimat for kode in tetap for kalimat in _satu(dulu[kode], kini[kode])),
        *_urutan([kode for kode in dulu if kode in kini], tetap),
    )


def _umum(lama: Perangkat, baru: Perangkat) -> list[str]:
    pasangan = {
        "Nama": (lama.nama, baru.nama),
        "Dasar hukum": (lama.dasar, baru.dasar),
        "Bobot terukur minimal": (bunyi_angka(lama.bobot_minimal), bunyi_angka(baru.bobot_minimal)),
        "Penentu seri": (_seri(lama), _seri(baru)),
    }
    kalimat = [f"{nama}: {a} menjadi {b}." for nama, (a, b) in pasangan.items() if a != b]
    if lama.pengantar != baru.pengantar:
        kalimat.append("Pengantarnya ditulis ulang.")
    if lama.peringkat is not baru.peringkat:
        kata = "Peringkat sekarang dipakai." if baru.peringkat else "Peringkat tidak dipakai lagi."
        kalimat.append(kata)
    return kalimat


def _seri(perangkat: Perangkat) -> str:
    return daftar(perangkat.urutan_seri, "lalu") or "tidak ada"


def _satu(lama: Kriteria, baru: Kriteria) -> list[str]:
    pasangan = {
        "bobot": (bunyi_angka(lama.bobot), bunyi_angka(baru.bobot)),
        "bunyi": (lama.bunyi, baru.bunyi),
        "dasar hukum": (lama.dasar, baru.dasar),
        "sumber data": (lama.sumber.nama, baru.sumber.nama),
        "satuan": (lama.satuan, baru.satuan),
        "cara menghitung": (lama.skala.bunyi(lama.satuan), baru.skala.bunyi(baru.satuan)),
        "arah": (lama.arah.value, baru.arah.value),
        "bukti": (lama.bukti, baru.bukti),
        "bila datanya tidak ada": (BUNYI_KOSONG[lama.bila_kosong], BUNYI_KOSONG[baru.bila_kosong]),
    }
    return [
        f"Kriteria {baru.kode}, {nama}: {_kutip(a)} menjadi {_kutip(b)}."
        for nama, (a, b) in pasangan.items()
        if a != b
    ]


def _kutip(teks: str) -> str:
    """Several words stand in quotes and lose their full stop; nothing at all is said so."""
    return f"“{teks.rstrip('.')}”" if " " in teks else teks or "(kosong)"


def _urutan(lama: list[str], baru: list[str]) -> list[str]:
    return [] if lama == baru else [f"Urutannya menjadi {daftar(baru)}."]

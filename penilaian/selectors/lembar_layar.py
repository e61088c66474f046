"""What each screen of a needs sheet shows besides its own list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from organisasi.models import Pengguna
from penilaian.models import KeadaanBaris, LembarAbk, StatusLembar
from penilaian.policies import lembar as policies
from penilaian.policies import padanan as policies_padanan
from penilaian.selectors import lembar as reads
from penilaian.selectors import lembar_padan as padan
from penilaian.selectors.lembar_cocok import Pencocok, PencocokUnit

_UBAHAN_TAMPIL = 50
LANGKAH = (
    ("pola", "Cara baca"),
    ("unit", "Unit"),
    ("nama", "Jabatan"),
    ("baris", "Sisa"),
    ("terapkan", "Terapkan"),
)


def kepala(lembar: LembarAbk, pengguna: Pengguna, di: str) -> dict[str, Any]:
    """The sheet, its balance, where the person stands; two queries."""
    return {
        "lembar": lembar,
        "neraca": reads.neraca_lembar(lembar),
        "di": di,
        "langkah": LANGKAH,
        "diterapkan": lembar.status == StatusLembar.DITERAPKAN,
        "dibuang": lembar.status == StatusLembar.DIBUANG,
        "alasan_pola": policies.ubah_pola.reasons(lembar, pengguna),
        "alasan_padan": policies_padanan.putuskan.reasons(pengguna, per=timezone.localdate())
        or policies.terbuka.reasons(lembar, pengguna),
    }


def semua_lembar(lembar: LembarAbk) -> list[str]:
    """The sheets of its workbook."""
    return list(lembar.pola.get("semua_lembar") or [lembar.lembar])


def rincian(lembar: LembarAbk, pengguna: Pengguna) -> dict[str, Any]:
    """The answer about one sheet."""
    isi = kepala(lembar, pengguna, "")
    jumlah = isi["neraca"].jumlah
    return isi | {
        "beda": reads.pernyataan(lembar, jumlah.lembar),
        "sel_rusak": reads.sel_rusak(lembar),
        "alasan_terapkan": policies.terapkan.reasons(lembar, int(jumlah.cocok), pengguna),
        "alasan_buang": policies.buang.reasons(lembar, pengguna),
        "alasan_cocokkan": policies.terbuka.reasons(lembar, pengguna),
    }


@dataclass(frozen=True)
class Layar:
    """The names that wait, what the page says besides, and how a page of them gets proposals."""

    semua: list[padan.Menunggu]
    context: dict[str, Any]
    usulkan: Callable[[Sequence[padan.Menunggu]], None]


def antrean(lembar: LembarAbk, pengguna: Pengguna, macam: str, kiriman: QueryDict) -> Layar:
    """What waits on the screen of units (``unit``) or of jobs (``nama``); ``kiriman`` is what the
    person sent with it."""
    pencocok = Pencocok(per=lembar.per)
    if macam == "unit":
        isi = padan.unit_menunggu(lembar, pencocok.units)
    else:
        isi = padan.jabatan_menunggu(lembar, pencocok)
    context = kepala(lembar, pengguna, macam) | {"menunggu": isi}

    def usulkan(halaman: Sequence[padan.Menunggu]) -> None:
        if macam == "unit":
            padan.usulkan_unit(halaman, pencocok.units)
        else:
            padan.usulkan_jabatan(halaman)
        padan.pilihkan(halaman, kiriman, kiriman.getlist("pilih"))

    return Layar(isi.semua, context, usulkan)


def pencarian(
    lembar: LembarAbk, pengguna: Pengguna, macam: str, *, teks: str, kata: str
) -> dict[str, Any]:
    """Targets for one name."""
    units = PencocokUnit(per=lembar.per)
    dicari = kata or (padan.jalur(teks)[-1] if teks and macam == "unit" else teks)
    return kepala(lembar, pengguna, macam) | {
        "macam": macam,
        "teks": teks,
        "kata": dicari,
        "hasil": padan.cari_sasaran(macam, dicari, units),
    }


def pilihan_baris(saring: dict[str, str]) -> dict[str, Any]:
    """How the list of rows can be narrowed, and how it is."""
    keadaan = [("", "Semua baris"), ("sisa", "Semua sisa"), *KeadaanBaris.choices]
    return {"saring": saring, "keadaan": keadaan}


def akibat(lembar: LembarAbk, pengguna: Pengguna) -> dict[str, Any]:
    """What applying does, said first: counts, then the needs that change."""
    butuh = reads.kebutuhan_lembar(lembar)
    hasil = reads.akibat(butuh, lembar.per)
    tampil = sorted(hasil.berubah, key=lambda u: -abs(u.baru - u.lama))[:_UBAHAN_TAMPIL]
    nama = reads.nama_posisi(u.posisi for u in tampil)
    return kepala(lembar, pengguna, "terapkan") | {
        "akibat": hasil,
        "ubahan": [(nama.get(u.posisi, ""), u.lama, u.baru) for u in tampil],
        "alasan_terapkan": policies.terapkan.reasons(lembar, len(butuh), pengguna),
    }

"""Raw cells to clean values: text, dates, numbers, ids, each with what was wrong with it.

These run more than a million times per file, so every cleaner first asks whether the value is
plain, and only the odd one takes the long way.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from toolkit.tabular import BERSIH, MAKS_TEKS, Hasil, Temuan

MAKS_NAMA = 255

_AWAL_KHUSUS = " '=+-@"
_SPASI_LAIN = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNTUN = re.compile(r"\s+")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a\u231b\u23e9-\u23ff]"
    "(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[\U0001f000-\U0001faff\u2600-\u27bf])*"
)
_AWAL_RUMUS = re.compile(r"[=@]|[+-](?![\d\s().,+-]*$)")
_HARI_BULAN = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ T]\d.*)?")
_TAHUN_DULU = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]\d.*)?")
_BULAT = re.compile(r"([+-]?\d{1,18})(?:[.,]0+)?")
_RIBUAN_TITIK = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_RIBUAN_KOMA = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_DESIMAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOL_EXCEL = date(1899, 12, 30)
_SERI_WAJAR = range(10_000, 73_416)  # 1927-05-18 to 2100-12-31
_BILANGAN_TEPAT = 10**15

_TANGGAL_TIDAK_SAH = Temuan(
    "tanggal_tidak_sah",
    "Bukan tanggal yang ada di kalender. Tulis sebagai hari-bulan-tahun, misalnya 31-01-2026.",
)
_TANGGAL_PURBA = Temuan(
    "tanggal_teks_sebelum_1900",
    "Tahunnya sebelum 1900, jadi tanggal ini dianggap kosong. Perbaiki tahunnya di SIASN.",
    "peringatan",
)
_ANGKA_TIDAK_SAH = Temuan("angka_tidak_sah", "Bukan angka. Isi dengan angka saja.")
_BUKAN_BULAT = Temuan("angka_tidak_sah", "Bukan bilangan bulat. Isi dengan angka tanpa pecahan.")
_ANGKA_AMBIGU = Temuan(
    "angka_ambigu",
    "Tidak jelas apakah titik ini pemisah ribuan atau desimal. Tulis 1234 atau 1,234.",
)
_KENDALI = Temuan(
    "karakter_kendali",
    "Memuat huruf yang tidak tampak (kendali, arah tulisan, atau lebar nol). Ketik ulang isinya.",
)
_KENDALI_BARIS = Temuan(
    "karakter_kendali",
    "Memuat ganti baris atau tab. Tulis dalam satu baris.",
)
_EMOJI_ADA = Temuan("emoji", "Memuat gambar (emoji). Hapus bila bukan bagian isi.", "peringatan")
_MIRIP_RUMUS = Temuan(
    "teks_mirip_rumus",
    "Berawal seperti rumus (=, +, -, @); disimpan sebagai teks biasa. Periksa isinya.",
    "peringatan",
)


def rapat(teks: str) -> str:
    """Text for comparing: runs of blanks count as one."""
    return _RUNTUN.sub(" ", teks).strip()


def mirip_rumus(teks: str) -> bool:
    """Would a spreadsheet calculate this? A lone dash, a negative number, a phone would not."""
    return _AWAL_RUMUS.match(teks) is not None


def teks(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """Free text; line breaks stay, blanks at the ends and `null` do not."""
    if mentah.__class__ is str:
        if not mentah:
            return None, BERSIH
        if _polos(mentah, maks):
            return mentah, BERSIH
    return _teks(mentah, maks, baris_baru=True)


def nama(mentah: object, maks: int = MAKS_NAMA) -> Hasil:
    """A name or another one-line text: also without line breaks and tabs."""
    if mentah.__class__ is str:
        if not mentah:
            return None, BERSIH
        if _polos(mentah, maks):
            return mentah, BERSIH
    return _teks(mentah, maks, baris_baru=False)


def nomor_surat(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """The number of a letter; Excel likes to turn it into a number, a date, a time."""
    bersih, temuan = teks(mentah, maks)
    if isinstance(mentah, str) or mentah is None:
        return bersih, temuan
    pesan = "Nomor surat terbaca sebagai angka, tanggal, atau jam. Format selnya sebagai teks."
    return bersih, (*temuan, Temuan("nomor_sk_bukan_teks", pesan, "peringatan"))


def nomor(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """Digits that are a name (phone, NPWP, BPJS, NIK): text, and a lone dash means none."""
    bersih, temuan = nama(mentah, maks)
    if bersih is None or bersih in ("-", "--"):
        return None, temuan
    if isinstance(mentah, float | int) and abs(mentah) >= _BILANGAN_TEPAT:
        pesan = "Tersimpan sebagai angka; lebih dari 15 digit sudah dibulatkan Excel. Ketik ulang."
        return bersih, (*temuan, Temuan("nomor_berupa_angka", pesan, "peringatan"))
    return bersih, temuan


def tanggal(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """A day; text is read day first. What no calendar has is never guessed."""
    if mentah.__class__ is date:
        return mentah, BERSIH
    if isinstance(mentah, datetime):
        return mentah.date(), BERSIH
    if isinstance(mentah, str):
        return _tanggal_teks(mentah, maks)
    if mentah is None:
        return None, BERSIH
    if isinstance(mentah, float | int) and not isinstance(mentah, bool):
        return _tanggal_seri(mentah)
    return None, (_TANGGAL_TIDAK_SAH,)


def bulat(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """A whole number: 5, 5.0 and '5 are the same."""
    if mentah.__class__ is float:
        utuh = mentah.is_integer()
        return (int(mentah), BERSIH) if utuh else (None, (_BUKAN_BULAT,))
    if mentah.__class__ is int:
        return mentah, BERSIH
    if mentah is None:
        return None, BERSIH
    if not isinstance(mentah, str):
        return None, (_BUKAN_BULAT,)
    isi, temuan = _isi_teks(mentah, maks)
    if isi is None:
        return None, temuan
    temu = _BULAT.fullmatch(isi)
    if temu is None or not isi.isascii():
        return None, (_BUKAN_BULAT,)
    return int(temu[1]), BERSIH


def desimal(mentah: object, maks: int = MAKS_TEKS) -> Hasil:
    """An exact number; comma or point as written, thousands only where they are certain."""
    if isinstance(mentah, bool):
        return None, (_ANGKA_TIDAK_SAH,)
    if isinstance(mentah, float | int):
        angka = Decimal(repr(mentah))
        return (angka, BERSIH) if angka.is_finite() else (None, (_ANGKA_TIDAK_SAH,))
    if isinstance(mentah, Decimal) or mentah is None:
        return mentah, BERSIH
    if not isinstance(mentah, str):
        return None, (_ANGKA_TIDAK_SAH,)
    isi, temuan = _isi_teks(mentah, maks)
    if isi is None:
        return None, temuan
    return _desimal_teks(isi)


def kunci_id(nilai: object) -> str | None:
    """What the three spellings of one SIASN id share; other ids only lose case and edges."""
    if nilai is None:
        return None
    kunci = str(nilai).strip(" \t\r\n\xa0'{}").casefold()
    if not kunci or kunci == "null":
        return None
    return kunci.replace("-", "") if _UUID.fullmatch(kunci) else kunci


def _polos(isi: str, maks: int) -> bool:
    return (
        isi.isprintable()
        and isi.isascii()
        and isi[0] not in _AWAL_KHUSUS
        and isi[-1] != " "
        and len(isi) <= maks
        and (len(isi) != 4 or isi.lower() != "null")
    )


def _teks(mentah: object, maks: int, *, baris_baru: bool) -> Hasil:
    isi = _kupas(_sebagai_teks(mentah))
    if isi is None:
        return None, BERSIH
    temuan: list[Temuan] = []
    if len(isi) > maks:
        temuan.append(_terlalu_panjang(len(isi), maks))
    if not isi.isascii():
        tanpa_emoji = _EMOJI.sub("", isi)
        if tanpa_emoji != isi:
            temuan.append(_EMOJI_ADA)
    else:
        tanpa_emoji = isi
    if not tanpa_emoji.isprintable():
        kendali = _kendali(tanpa_emoji, baris_baru=baris_baru)
        if kendali is not None:
            temuan.append(kendali)
    if isinstance(mentah, str) and mirip_rumus(isi):
        temuan.append(_MIRIP_RUMUS)
    return isi, temuan or BERSIH


def _kendali(isi: str, *, baris_baru: bool) -> Temuan | None:
    """Control, direction and zero-width characters, and halves of characters databases refuse."""
    ada_baris = False
    for huruf in isi:
        if huruf in "\n\r\t":
            ada_baris = True
        elif unicodedata.category(huruf) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return _KENDALI
    return _KENDALI_BARIS if ada_baris and not baris_baru else None


def _kupas(isi: str) -> str | None:
    """Without odd blanks, blanks at the ends, apostrophes in front; `null` is nothing."""
    isi = _SPASI_LAIN.sub(" ", isi).strip(" \t\r\n")
    while isi.startswith("'"):
        isi = isi[1:].lstrip(" \t\r\n")
    return None if not isi or isi in ("null", "NULL", "Null") else isi


def _isi_teks(mentah: str, maks: int) -> tuple[str | None, tuple[Temuan, ...]]:
    """Text where a number or a date should stand; a dash means none."""
    isi = _kupas(mentah)
    if isi is None or isi in ("-", "--"):
        return None, BERSIH
    if len(isi) > maks:
        return None, (_terlalu_panjang(len(isi), maks),)
    return isi, BERSIH


def _terlalu_panjang(panjang: int, maks: int) -> Temuan:
    return Temuan(
        "teks_terlalu_panjang",
        f"Panjangnya {panjang} huruf, paling banyak {maks}. Singkatkan isinya.",
    )


def _sebagai_teks(mentah: object) -> str:
    """What a person sees in the cell, near enough."""
    if isinstance(mentah, str):
        return mentah
    if mentah is None:
        return ""
    if isinstance(mentah, float):
        return str(int(mentah)) if mentah.is_integer() else repr(mentah)
    if isinstance(mentah, datetime):
        return f"{mentah:%d-%m-%Y %H:%M:%S}"
    if isinstance(mentah, date):
        return f"{mentah:%d-%m-%Y}"
    if isinstance(mentah, time):
        return f"{mentah:%H:%M:%S}"
    return str(mentah)


def _tanggal_teks(mentah: str, maks: int) -> Hasil:
    if not mentah:
        return None, BERSIH
    isi, temuan = _isi_teks(mentah, maks)
    if isi is None:
        return None, temuan
    if not isi.isascii():
        return None, (_TANGGAL_TIDAK_SAH,)
    if temu := _HARI_BULAN.fullmatch(isi):
        return _dari_kalender(int(temu[4]), int(temu[3]), int(temu[1]))
    if temu := _TAHUN_DULU.fullmatch(isi):
        return _dari_kalender(int(temu[1]), int(temu[3]), int(temu[4]))
    if isi.isdigit() and len(isi) == 5:
        return _tanggal_seri(int(isi))
    return None, (_TANGGAL_TIDAK_SAH,)


def _dari_kalender(tahun: int, bulan: int, hari: int) -> Hasil:
    try:
        hasil = date(tahun, bulan, hari)
    except ValueError:
        return None, (_TANGGAL_TIDAK_SAH,)
    if tahun < 1900:
        return None, (_TANGGAL_PURBA,)
    return hasil, BERSIH


def _tanggal_seri(angka: float) -> Hasil:
    """A bare number; only what can be a day of somebody's working life counts as one."""
    if angka != angka or not _SERI_WAJAR.start <= angka < _SERI_WAJAR.stop:
        return None, (_TANGGAL_TIDAK_SAH,)
    hasil = _NOL_EXCEL + timedelta(days=int(angka))
    pesan = f"Angka {int(angka)} dibaca sebagai {hasil:%d-%m-%Y}. Format selnya sebagai tanggal."
    return hasil, (Temuan("tanggal_berupa_angka", pesan, "peringatan"),)


def _desimal_teks(isi: str) -> Hasil:
    if not isi.isascii():
        return None, (_ANGKA_TIDAK_SAH,)
    if _RIBUAN_TITIK.fullmatch(isi):
        if isi.count(".") == 1 and "," not in isi and not isi.lstrip("+-").startswith("0"):
            return None, (_ANGKA_AMBIGU,)
        if not isi.lstrip("+-").startswith("0"):
            return Decimal(isi.replace(".", "").replace(",", ".")), BERSIH
    if _RIBUAN_KOMA.fullmatch(isi):
        return Decimal(isi.replace(",", "")), BERSIH
    if _DESIMAL.fullmatch(isi):
        return Decimal(isi.replace(",", ".")), BERSIH
    return None, (_ANGKA_TIDAK_SAH,)

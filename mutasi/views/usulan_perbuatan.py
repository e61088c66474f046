"""The acts a page of a case offers: each with its words, its form, its question and its call.

One list for the buttons, the forms and the bulk acts of a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mutasi.alur import ALUR, Aksi, StatusUsulan
from mutasi.forms import usulan as bentuk
from mutasi.policies.jalan import Hadapan, memegang
from mutasi.selectors.usulan_rincian import RincianUsulan
from mutasi.services import penyampaian as acts_kabar
from mutasi.services import usulan as acts
from mutasi.services import usulan_batal as acts_batal
from mutasi.services.jalan import larangan_tiap
from organisasi.models import Pengguna

Tindak = Callable[..., object]
S = StatusUsulan


@dataclass(frozen=True)
class Perbuatan:
    """``akibat`` says what follows, before it is confirmed. ``maju``: it takes the case on."""

    kunci: str
    aksi: Aksi
    judul: str
    akibat: str
    tindak: Tindak
    form: type[bentuk.TindakanForm] = bentuk.KosongForm
    maju: bool = False


SEMUA: tuple[Perbuatan, ...] = (
    Perbuatan("ajukan", Aksi.AJUKAN, "Ajukan",
              "Isinya tidak lagi diubah di lembar; langkah wajib dibekukan menurut aturan alur.",
              acts.ajukan, maju=True),
    Perbuatan("verifikasi", Aksi.VERIFIKASI, "Verifikasi",
              "Aturan diperiksa sekali lagi; yang dilihat hari ini dibekukan dengan nama Anda.",
              acts.verifikasi, bentuk.VerifikasiForm, maju=True),
    Perbuatan("periksa", Aksi.PERIKSA, "Periksa dan teruskan",
              "Usulan berlanjut ke telaah unit, pemberitahuan, atau kajian menurut langkahnya.",
              acts.periksa, bentuk.CatatanForm, maju=True),
    Perbuatan("beritahukan", Aksi.BERITAHUKAN, "Beritahukan kepada pegawai",
              "Pegawai membaca lembar “apa yang berubah bagi Anda”; lembar itu dibekukan.",
              acts_kabar.beritahukan, bentuk.CaraForm, maju=True),
    Perbuatan("kaji", Aksi.KAJI, "Teruskan ke kajian",
              "Perlu kesediaan pegawai, atau dasar tanpa kesediaan yang terpenuhi.",
              acts.kaji, bentuk.CatatanForm, maju=True),
    Perbuatan("serahkan", Aksi.SERAHKAN, "Serahkan ke TPK",
              "Aturan diperiksa lagi; yang akan dilihat TPK dibekukan.",
              acts.serahkan, bentuk.CatatanForm, maju=True),
    Perbuatan("kaji-ulang", Aksi.KAJI_ULANG, "Kaji ulang",
              "Usulan kembali ke kajian.", acts.kaji_ulang, bentuk.AlasanForm, maju=True),
    Perbuatan("kembalikan", Aksi.KEMBALIKAN, "Kembalikan kepada pengusul",
              "Pengusul membaca alasannya dan dapat memperbaiki lalu mengajukan lagi.",
              acts_batal.kembalikan, bentuk.AlasanForm),
    Perbuatan("tarik", Aksi.TARIK, "Tarik usulan",
              "Usulan berakhir dan tidak dapat dilanjutkan lagi.",
              acts_batal.tarik, bentuk.AlasanForm),
    Perbuatan("batalkan", Aksi.BATALKAN, "Batalkan",
              "Usulan berakhir sebelum SK dan tidak dapat dilanjutkan lagi.",
              acts_batal.batalkan, bentuk.AlasanForm),
    Perbuatan("gugurkan", Aksi.GUGURKAN, "Gugurkan karena keadaan",
              "Usulan berakhir karena pegawai meninggal, berhenti, pensiun, atau faktanya berubah.",
              acts_batal.gugurkan, bentuk.AlasanForm),
)  # fmt: skip
MENURUT_KUNCI: dict[str, Perbuatan] = {p.kunci: p for p in SEMUA}
# States whose next act stands on another desk, with the name of its page.
MEJA_LAIN: dict[str, tuple[str, str]] = {
    S.SIDANG_TPK: ("mutasi:sidang", "Sidang TPK"),
    S.DIREKOMENDASI: ("mutasi:meja-pyb", "Meja PyB"),
    S.PROSES_ANTAR_INSTANSI: ("mutasi:meja-bkn", "Meja BKN dan izin luar"),
    S.DISETUJUI_PYB: ("mutasi:meja-bkn", "Meja BKN dan izin luar"),
    S.DIUSULKAN_BKN: ("mutasi:meja-bkn", "Meja BKN dan izin luar"),
    S.DIKEMBALIKAN_BKN: ("mutasi:meja-bkn", "Meja BKN dan izin luar"),
    S.IZIN_LUAR: ("mutasi:meja-bkn", "Meja BKN dan izin luar"),
    S.MENUNGGU_PPK: ("mutasi:meja-ppk", "Meja PPK"),
    S.DISETUJUI_PPK: ("mutasi:keputusan", "Keputusan (SK)"),
    S.SK_DITETAPKAN: ("mutasi:pelaksanaan", "Pelaksanaan"),
    S.DILANTIK: ("mutasi:pelaksanaan", "Pelaksanaan"),
    S.BERLAKU: ("mutasi:pelaksanaan", "Pelaksanaan"),
    S.SPMT: ("mutasi:pelaksanaan", "Pelaksanaan"),
}


@dataclass(frozen=True)
class Tombol:
    """One button: where it leads, or why not."""

    perbuatan: Perbuatan
    larangan: list[str]


def tombol(r: RincianUsulan, pengguna: Pengguna, *, per: date) -> list[Tombol]:
    """What the state allows and this person's right opens; with the reason where it is shut."""
    usulan = r.usulan
    mungkin = [
        p for p in SEMUA
        if usulan.status in ALUR[p.aksi].dari and _berhak(p.aksi, pengguna, per)
    ]  # fmt: skip
    if not mungkin:
        return []
    hadapan = Hadapan(True, r.pernah(pengguna))
    aksi = [p.aksi for p in mungkin]
    tanya = larangan_tiap(usulan, aksi, pengguna, per=per, hadapan=hadapan)
    return [Tombol(p, tanya[p.aksi]) for p in mungkin]


def _berhak(aksi: Aksi, pengguna: Pengguna, per: date) -> bool:
    izin = ALUR[aksi].izin
    return izin is not None and memegang(pengguna, izin, per=per)


def meja_berikut(status: str) -> tuple[str, str] | None:
    """(name of the page, title) of the desk of the next act; None: on this very page."""
    return MEJA_LAIN.get(status)

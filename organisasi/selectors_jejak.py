"""Reads for the pages of the trail: filters as typed, pages by key, the head, a check on demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jejak.kernel.kanonik import waktu_kanonik
from jejak.models import AkarJejak, AksesData, KepalaJejak
from jejak.selectors import Halaman
from jejak.selectors import telusuri as telusuri_jejak
from jejak.tindakan import TINDAKAN
from jejak.verifikasi import Laporan, verifikasi
from organisasi.izin import Peran
from organisasi.models import Pengguna, PenugasanPeran
from toolkit.formulir import bilangan
from toolkit.policy import OutOfReach, WrongMoment

# Above this the check takes longer than a person waits for a page; then it runs on the server.
MAKS_SEKARANG = 50_000
PER_HALAMAN = 50


def hari_dari(teks: str) -> date | None:
    """A day as the browser writes it, or None."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _siapa(teks: str) -> tuple[str, str]:
    """(internal id, sentence) of the account that was typed by NIP or by name."""
    kata = teks.strip()
    if not kata:
        return "", ""
    rows = Pengguna.objects.filter(nama_pengguna=Pengguna.normalize_username(kata))
    found = list(rows[:2]) or list(Pengguna.objects.filter(nama__icontains=kata)[:2])
    if len(found) == 1:
        return found[0].id_pelaku, ""
    alasan = "Tidak ada akun" if not found else "Ada beberapa akun"
    return "-", f"{alasan} dengan nama atau NIP itu. Tulis NIP lengkap."


@dataclass(frozen=True)
class SaringanJejak:
    """What was asked for, and what could not be understood."""

    dari: date | None
    sampai: date | None
    pelaku: str
    pelaku_id: str
    tindakan: str
    objek_jenis: str
    objek_id: str
    sebelum: int | None
    galat: str

    @classmethod
    def dari_kueri(cls, data: Mapping[str, str]) -> SaringanJejak:
        """From the address."""
        pelaku_id, galat = _siapa(data.get("pelaku", ""))
        jenis, _, nomor = data.get("objek", "").partition(":")
        return cls(
            dari=hari_dari(data.get("dari", "")), sampai=hari_dari(data.get("sampai", "")),
            pelaku=data.get("pelaku", ""), pelaku_id=pelaku_id,
            tindakan=data.get("tindakan", ""), objek_jenis=jenis, objek_id=nomor,
            sebelum=bilangan(data.get("sebelum", "")), galat=galat,
        )  # fmt: skip


def telusuri(saring: SaringanJejak) -> Halaman:
    """A page of the trail."""
    return telusuri_jejak(
        pelaku_id=saring.pelaku_id or None,
        objek=(saring.objek_jenis, saring.objek_id) if saring.objek_id else None,
        tindakan=saring.tindakan,
        dari=saring.dari,
        sampai=saring.sampai,
        sebelum=saring.sebelum,
        jumlah=PER_HALAMAN,
    )


def pilihan_tindakan() -> list[tuple[str, str]]:
    """Every act of the house with its words, in the order of the words."""
    pilihan = [(t.kode, t.kalimat("…")) for t in TINDAKAN.values() if not t.rahasia]
    return sorted(pilihan, key=lambda satu: satu[1])


def jumlah_entri() -> int:
    """How many entries there are: numbers have no gaps, so the last number is the count."""
    kepala = KepalaJejak.objects.first()
    return kepala.urutan if kepala else 0


@dataclass(frozen=True)
class Kepala:
    """Where the chain ends, and up to where outsiders hold a published root."""

    urutan: int
    hash: str
    akar: AkarJejak | None

    @property
    def belum_terlindung(self) -> int:
        """Entries after the last published root: their removal could not be proved yet."""
        return self.urutan - (self.akar.urutan if self.akar else 0)


def kepala() -> Kepala:
    """The end of the chain now."""
    baris, akar = KepalaJejak.objects.first(), akar_terakhir()
    return Kepala(baris.urutan if baris else 0, baris.hash if baris else "", akar)


def penerima_akar(per: date) -> QuerySet[Pengguna]:
    """The accounts of the Inspektorat on that day: who keeps the published heads outside."""
    tugas = PenugasanPeran.objects.filter(peran=Peran.INSPEKTORAT).aktif(per)
    return Pengguna.objects.filter(is_active=True, pk__in=tugas.values("pengguna_id"))


def penerima_bersurel(per: date) -> int:
    """How many of them have an address: without one, no head reaches anybody by mail."""
    return penerima_akar(per).exclude(email="").count()


@dataclass(frozen=True)
class HalamanAkar:
    """Published heads, newest first, each with the one before it; and where to go on."""

    baris: list[tuple[AkarJejak, AkarJejak | None]]
    berikut: int | None


def akar_terbit(sebelum: str) -> HalamanAkar:
    """A page of the public list."""
    rows = AkarJejak.objects.order_by("-urutan")
    if (nomor := bilangan(sebelum)) is not None:
        rows = rows.filter(urutan__lt=nomor)
    found: list[AkarJejak | None] = [*rows[: PER_HALAMAN + 1]]
    pasangan = zip(found[:PER_HALAMAN], [*found[1:], None], strict=False)
    baris = [(akar, lama) for akar, lama in pasangan if akar]
    return HalamanAkar(baris, baris[-1][0].urutan if len(found) > PER_HALAMAN else None)


def akar_terakhir() -> AkarJejak | None:
    """The newest published head."""
    return AkarJejak.objects.order_by("-urutan").first()


def semua_akar() -> list[dict[str, str | int]]:
    """Every published head, oldest first, as the downloads write it."""
    return [
        {"n": a.urutan, "akar": a.akar, "waktu": waktu_kanonik(a.waktu), "sebab": a.sebab}
        for a in AkarJejak.objects.order_by("urutan").defer("puncak")
    ]


def dua_akar(lama: int, baru: int) -> tuple[AkarJejak, AkarJejak]:
    """Two published heads by how many entries they cover; 404 when there are no such two."""
    # Not "in": only a plain comparison survives a number that no column can hold.
    rows = AkarJejak.objects.filter(Q(urutan=lama) | Q(urutan=baru))
    ada = {a.urutan: a for a in rows}
    if not 0 < lama <= baru or ada.keys() != {lama, baru}:
        raise OutOfReach
    return ada[lama], ada[baru]


def alasan_belum_terbit(urutan: int) -> list[str]:
    """Why there is no receipt for an entry yet; empty when a published head covers it."""
    if AkarJejak.objects.filter(urutan__gte=urutan).exists():
        return []
    return ["Tanda terima tersedia sesudah akar berikutnya terbit, paling lambat besok."]


def verifikasi_sekarang() -> Laporan:
    """Check the whole chain; a long one is checked on the server instead."""
    if jumlah_entri() > MAKS_SEKARANG:
        raise WrongMoment(
            "Jejak sudah panjang; verifikasinya dijalankan admin di komputer server.",
            kode="jejak_panjang",
        )
    return verifikasi()


@dataclass(frozen=True)
class SaringanAkses:
    """Which part of the access log was asked for."""

    hari: date | None
    pelaku: str
    pelaku_id: str
    pegawai_id: str
    sasaran: str
    sebelum: int | None
    galat: str

    @classmethod
    def dari_kueri(cls, data: Mapping[str, str]) -> SaringanAkses:
        """From the address."""
        pelaku_id, galat = _siapa(data.get("pelaku", ""))
        return cls(
            hari=hari_dari(data.get("hari", "")), pelaku=data.get("pelaku", ""),
            pelaku_id=pelaku_id, pegawai_id=data.get("pegawai", ""),
            sasaran=data.get("sasaran", ""), sebelum=bilangan(data.get("sebelum", "")),
            galat=galat,
        )  # fmt: skip


@dataclass(frozen=True)
class HalamanAkses:
    """A page of the access log, and the key it goes on below."""

    baris: list[AksesData]
    berikut: int | None


def telusuri_akses(saring: SaringanAkses, *, per: date) -> HalamanAkses:
    """Newest first. What must still stay secret on the day is shown to nobody, overseers included:
    that somebody works in a secret draft is part of the secret. The day's hash proves the rows."""
    rows = AksesData.objects.terlihat(per).order_by("-id")
    pasti = {
        "hari": saring.hari, "pelaku_id": saring.pelaku_id, "pegawai_id": saring.pegawai_id,
        "sasaran": saring.sasaran, "id__lt": saring.sebelum,
    }  # fmt: skip
    found = list(rows.filter(**{k: v for k, v in pasti.items() if v})[: PER_HALAMAN + 1])
    lagi = len(found) > PER_HALAMAN
    found = found[:PER_HALAMAN]
    return HalamanAkses(found, found[-1].pk if lagi else None)
